"""Feed-forward halves: dense, experts with a router, shared experts."""

from engine.model_config.fields import (
    EXPERT_WIDTH,
    EXPERTS,
    EXPERTS_PER_TOKEN,
    FFN,
    SHARED_EXPERTS,
    SHARED_WIDTH,
)
from engine.model_config.parts import Ffn, FfnKind, Outline, Tensor

#: Activations that published models use without a gate.
_UNGATED = ("relu", "relu2", "gelu", "gelu_new", "gelu_fast")
#: Model types whose feed-forward layer is four times the hidden size unless the file says otherwise.
_FOUR_TIMES = ("gpt2", "gpt_bigcode", "gptj", "bloom", "mpt", "falcon", "codegen")


def feed_forward(outline: Outline, layer: int, kind: FfnKind) -> Ffn:
    """Return the feed-forward half of `layer`."""
    if kind == "dense":
        return Ffn("dense", tuple(_dense(outline, layer, _dense_width(outline, layer))))
    routed = _experts(outline, layer)
    if kind == "dense+moe":
        dense = _dense(outline, layer, _dense_width(outline, layer))
        return Ffn(kind, (*dense, *routed.tensors), routed.experts, routed.experts_per_token)
    return routed


def is_gated(outline: Outline) -> bool:
    """Return whether a feed-forward layer has three matrices (a gate) rather than two."""
    if outline.family.gated is not None:
        return outline.family.gated
    fields = outline.fields
    _, activation = fields.find("hidden_act", "hidden_activation", "mlp_hidden_act", "activation_function")
    return activation not in _UNGATED


def _dense_width(outline: Outline, layer: int) -> int:
    fields = outline.fields
    names = ["intermediate_size_mlp", "dense_intermediate_size", *FFN]
    if fields.has("block_configs") and outline.blocks:
        return outline.blocks[layer].need(["ffn_width"])
    widths = fields.each(names, outline.layers, low=1)
    if widths is None:
        section = fields.section("ffn_config")
        widths = section.each(FFN, outline.layers, low=1) if section else None
    if widths is None and outline.model_type.startswith(_FOUR_TIMES):
        widths = [(fields.count("expansion_ratio", low=1) or 4) * outline.hidden] * outline.layers
    if widths is None:
        raise fields.missing(names[2:])
    double = fields.flag("use_double_wide_mlp", False)
    shared = fields.count("num_kv_shared_layers") or 0
    borrowed = 0 < outline.layers - shared <= layer
    return widths[layer] * (2 if double and borrowed else 1)


def _matrices(outline: Outline, inputs: int, width: int) -> dict[str, int]:
    names = ("gate_proj", "up_proj", "down_proj") if is_gated(outline) else ("up_proj", "down_proj")
    return dict.fromkeys(names, inputs * width)


def _dense(outline: Outline, layer: int, width: int) -> list[Tensor]:
    family = outline.family
    tensors = [
        Tensor(outline.ffn_name(layer, name), size, "dense")
        for name, size in _matrices(outline, outline.hidden, width).items()
    ]
    bias = outline.fields.flag("mlp_bias", bool(family.mlp_bias))
    if bias:
        size = width * (len(tensors) - 1) + outline.hidden
        tensors.append(Tensor(outline.ffn_name(layer, "vectors"), size, "dense", matrix=False))
    return tensors


def _experts(outline: Outline, layer: int) -> Ffn:
    fields, family, hidden = outline.fields, outline.family, outline.hidden
    section = fields.section("ffn_config") or fields
    source = fields if fields.has(*EXPERTS) or not section.has(*EXPERTS) else section
    experts = source.typical(*EXPERTS, low=1, high=10_000)
    if experts is None:
        raise source.missing(EXPERTS)
    chosen = source.typical(*EXPERTS_PER_TOKEN, low=1, high=1000)
    if chosen is None:
        raise source.missing(EXPERTS_PER_TOKEN, " although the model has experts")
    if chosen > experts:
        raise source.error(EXPERTS_PER_TOKEN[0], chosen, f"at most the number of experts, {experts}")
    width = fields.typical(*EXPERT_WIDTH, low=1) or _plain_width(outline, layer)
    latent = fields.count("moe_latent_size", low=1)
    matrices = _matrices(outline, latent or hidden, width)
    tensors = [
        Tensor(outline.ffn_name(layer, f"experts.0.{name}"), experts * size, "expert")
        for name, size in matrices.items()
    ]
    if family.expert_bias:
        size = experts * (width * (len(matrices) - 1) + hidden)
        tensors.append(Tensor(outline.ffn_name(layer, "experts.vectors"), size, "expert", matrix=False))
    if latent:
        tensors.append(Tensor(outline.ffn_name(layer, "latent_proj"), 2 * hidden * latent, "dense"))
    tensors += _router(outline, layer, experts)
    tensors += _shared(outline, layer, width)
    return Ffn("moe", tuple(tensors), experts, chosen)


def _plain_width(outline: Outline, layer: int) -> int:
    fields = outline.fields
    widths = fields.each(FFN, outline.layers, low=1)
    if widths is None:
        section = fields.section("ffn_config")
        widths = section.each(FFN, outline.layers, low=1) if section else None
    if widths is None:
        raise fields.missing(EXPERT_WIDTH)
    return widths[layer]


def _router(outline: Outline, layer: int, experts: int) -> list[Tensor]:
    fields, family, hidden = outline.fields, outline.family, outline.hidden
    outputs = experts + (fields.count("zero_expert_num", high=10_000) or 0)
    size = outputs * hidden
    if family.correction_bias:
        size += outputs
    if family.router_bias:
        size += outputs
    if fields.has("enable_moe_block"):
        size += hidden + experts
    return [Tensor(outline.ffn_name(layer, "gate"), size, "dense", matrix=False)]


def _shared(outline: Outline, layer: int, expert_width: int) -> list[Tensor]:
    fields = outline.fields
    width = fields.typical(*SHARED_WIDTH)
    if width is None:
        number = fields.typical(*SHARED_EXPERTS, high=10_000) or 0
        width = number * expert_width
        if outline.model_type.startswith("llama4"):
            width = expert_width
    if not width:
        return []
    tensors = [
        Tensor(outline.ffn_name(layer, f"shared_experts.{name}"), size, "dense")
        for name, size in _matrices(outline, outline.hidden, width).items()
    ]
    if outline.family.shared_gate:
        name = outline.ffn_name(layer, "shared_expert_gate")
        tensors.append(Tensor(name, outline.hidden, "dense", matrix=False))
    return tensors
