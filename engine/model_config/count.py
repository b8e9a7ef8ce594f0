"""From the fields of a config to the counts of a model."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal

from engine.model_config.attention import attention
from engine.model_config.container import Source, open_source
from engine.model_config.defaults import class_defaults, ties_embeddings
from engine.model_config.families import Family, family_by_structure, family_of
from engine.model_config.feedforward import feed_forward
from engine.model_config.fields import HIDDEN, VOCABULARY, Fields
from engine.model_config.parts import RECURRENT, Ffn, FfnKind, Mixer, MixerKind, Outline, Tensor
from engine.model_config.pattern import ffn_kinds, layer_count, longest_context, mixer_kinds
from engine.model_config.quantisation import read_quantisation
from engine.model_config.recurrent import recurrence
from engine.model_config.shape import ModelShape
from engine.model_config.totals import (
    attention_totals,
    drafting,
    expert_totals,
    layer_kinds,
    stored_weights,
)

#: Llama-Nemotron's feed-forward widths are rounded up to a multiple of this.
_BLOCK_MULTIPLE: Final = 256
_Part = tuple[Mixer, Ffn]


def read_config(path: Path) -> ModelShape:
    """Read a Hugging Face config.json, or the folder that holds one.

    Raises
    ------
    ModelConfigError
        The file cannot be read, or describes no possible language model.
    """
    return read_source(open_source(Path(path)))


def read_source(source: Source) -> ModelShape:
    """Return the shape described by an opened `source`."""
    model_type, fields = _fields(source)
    family = family_of(model_type)
    outline = _outline(fields, family, model_type)
    if family is None:
        _warn_unknown(fields, model_type)
    parts = [_layer(outline, index) for index in range(outline.layers)]
    shape = _assemble(source, outline, parts, known=family is not None)
    shape.check()
    return shape


def _fields(source: Source) -> tuple[str, Fields]:
    for section in (source.inner, source.outer):
        value = section.get("model_type")
        if value is not None and not isinstance(value, str):
            raise Fields(source.name, section).error("model_type", value, "text in quotes")
    given = source.inner.get("model_type") or source.outer.get("model_type") or ""
    model_type = str(given)[:60]
    fields = Fields(source.name, source.inner, class_defaults(model_type))
    fields.warnings = list(source.warnings)
    return model_type, fields


def _outline(fields: Fields, family: Family | None, model_type: str) -> Outline:
    # Looked for in the file only: with a default of its class a broken file would pass for a model.
    hidden = Fields(fields.source, fields.values).need(HIDDEN, low=16, high=1_000_000)
    layers = layer_count(fields)
    family = family or family_by_structure(fields.has("qk_norm"))
    normal = model_type.lower().replace("-", "_")
    outline = Outline(fields, family, normal, hidden, layers)
    if fields.has("block_configs"):
        return _block_outline(outline)
    mixers = mixer_kinds(fields, family, normal, layers)
    return replace(outline, mixers=mixers, ffns=ffn_kinds(fields, layers))


def _warn_unknown(fields: Fields, model_type: str) -> None:
    who = f"The model type {model_type!r} is not known" if model_type else "The file names no model_type"
    fields.warn(
        f"{who}; the model was read by its structure. "
        "Compare the parameter count with the one its authors publish."
    )


def _block_outline(outline: Outline) -> Outline:
    """Return the outline of a Llama-Nemotron model, each of whose blocks has a shape of its own."""
    fields = outline.fields
    blocks, mixers, ffns = [], list[MixerKind](), list[FfnKind]()
    for index, block in enumerate(fields.items("block_configs", outline.layers) or []):
        if not isinstance(block, dict):
            raise fields.error(f"block_configs[{index}]", block, "an object with attention and ffn")
        section = Fields(f"{fields.source}: block_configs[{index}]", block)
        halves = section.section("attention") or section, section.section("ffn") or section
        mixer_kind, ffn_kind = (_pruned(half) for half in halves)
        mixers.append(mixer_kind or "full")
        ffns.append(ffn_kind or "dense")
        values = {} if mixer_kind else {"n_heads_in_group": halves[0].need(["n_heads_in_group"])}
        if not ffn_kind:
            values["ffn_width"] = _block_width(halves[1], outline.hidden)
        blocks.append(Fields(section.source, values))
    return replace(outline, mixers=tuple(mixers), ffns=tuple(ffns), blocks=tuple(blocks))


def _pruned(half: Fields) -> Literal["none", "plain"] | None:
    """Return what is left of half a block whose search for a smaller model took it away, None if all."""
    if half.flag("no_op", False):
        return "none"
    return "plain" if half.flag("replace_with_linear", False) else None


def _block_width(section: Fields, hidden: int) -> int:
    width = section.count("intermediate_size", low=1)
    if width is not None:
        return width
    multiple = section.number("ffn_mult", 0.001, 1000.0)
    if multiple is None:
        raise section.missing(["ffn_mult"])
    wanted = int(2 * multiple * hidden / 3)
    return max(1, -(-wanted // _BLOCK_MULTIPLE)) * _BLOCK_MULTIPLE


def _layer(outline: Outline, index: int) -> _Part:
    kind, ffn_kind = outline.mixers[index], outline.ffns[index]
    square = outline.hidden * outline.hidden
    if kind == "none":
        mixer = Mixer("none")
    elif kind == "plain":
        mixer = Mixer("plain", (Tensor(outline.mixer_name(index, "linear_attn"), square, "attention"),))
    elif kind in RECURRENT:
        mixer = recurrence(outline, index, kind)
    else:
        mixer = attention(outline, index, kind)
    if ffn_kind == "none":
        return mixer, Ffn("none")
    if ffn_kind == "plain":
        return mixer, Ffn("plain", (Tensor(outline.ffn_name(index, "linear_mlp"), square, "dense"),))
    ffn = feed_forward(outline, index, ffn_kind)
    if outline.model_type.startswith("longcat_flash"):
        return _doubled(outline, index, mixer, ffn)
    return mixer, ffn


def _doubled(outline: Outline, index: int, mixer: Mixer, ffn: Ffn) -> _Part:
    """Return a LongCat layer: two attentions and two dense halves beside one set of experts."""
    dense = feed_forward(outline, index, "dense")
    doubled = replace(
        mixer,
        tensors=mixer.tensors * 2,
        kv_elements=mixer.kv_elements * 2,
        flops_decode=mixer.flops_decode * 2,
        flops_prefill=mixer.flops_prefill * 2,
        index_bytes=mixer.index_bytes * 2,
        flops_index=mixer.flops_index * 2,
    )
    return doubled, replace(ffn, kind="dense+moe", tensors=ffn.tensors + dense.tensors * 2)


def _norms(outline: Outline, index: int) -> int:
    """Return the scalars of a layer's norms and residual mixing."""
    fields, family, hidden = outline.fields, outline.family, outline.hidden
    norms = family.norms
    if outline.model_type.startswith("falcon") and not fields.flag("new_decoder_architecture", False):
        norms = 1 if fields.flag("parallel_attn", True) else 2
    if outline.blocks:
        norms -= [outline.mixers[index], outline.ffns[index]].count("none")
    total = norms * hidden * (2 if family.norm_bias else 1)
    if outline.model_type.startswith("longcat_flash"):
        total *= 2
    streams = fields.count("hc_mult", low=1, high=100)
    if streams:
        # Its few dozen bases and scales a layer are left out, as in the reference counts.
        total += 2 * (2 + streams) * streams * streams * hidden
    narrow = _layer_input_width(outline)
    if narrow:
        total += 2 * hidden * narrow + hidden
    if fields.has("enable_moe_block") and outline.ffns[index] == "dense+moe":
        total += 3 * hidden
    return total


def _layer_input_width(outline: Outline) -> int:
    if not outline.model_type.startswith(("gemma3n", "gemma4")):
        return 0
    return outline.fields.count("hidden_size_per_layer_input") or 0


def _tables(outline: Outline, vocabulary: int, tied: bool) -> list[Tensor]:
    """Return the tensors outside the layers: embeddings, head and last norm."""
    fields, family, hidden = outline.fields, outline.family, outline.hidden
    tensors = [Tensor("lm_head", vocabulary * hidden, "head")]
    if not tied:
        tensors.append(Tensor("embed_tokens", vocabulary * hidden, "embedding"))
    if family.positions is not None:
        rows = longest_context(fields) + family.positions
        tensors.append(Tensor("embed_positions", rows * hidden, "embedding"))
    width = 2 if family.norm_bias else 1
    last = 0 if family.norms == 0 else hidden * width * (2 if family.embedding_norm else 1)
    last += vocabulary if family.head_bias else 0
    streams = fields.count("hc_mult", low=1, high=100)
    last += streams * streams * hidden if streams else 0
    narrow = _layer_input_width(outline)
    if narrow:
        rows = fields.count("vocab_size_per_layer_input") or vocabulary
        tensors.append(Tensor("embed_tokens_per_layer", rows * narrow * outline.layers, "embedding"))
        last += hidden * narrow * outline.layers + narrow
    tensors.append(Tensor("norm", last, "dense", matrix=False))
    return tensors


def _tied(source: Source, outline: Outline) -> bool:
    for section in (source.inner, source.outer):
        if section.get("tie_word_embeddings") is not None:
            return Fields(source.name, section).flag("tie_word_embeddings", False)
    wrapper = str(source.outer.get("model_type") or "")[:60]
    return ties_embeddings(outline.model_type, wrapper, outline.hidden)


def _assemble(source: Source, outline: Outline, parts: Sequence[_Part], known: bool) -> ModelShape:
    fields = outline.fields
    vocabulary = fields.need(VOCABULARY, low=2)
    tied = _tied(source, outline)
    tensors = _tables(outline, vocabulary, tied)
    for index, (mixer, ffn) in enumerate(parts):
        tensors += [*mixer.tensors, *ffn.tensors]
        tensors.append(Tensor(f"layers.{index}.norms", _norms(outline, index), "dense", matrix=False))
    roles: Counter[str] = Counter()
    for tensor in tensors:
        roles[tensor.role] += tensor.parameters
    routed = expert_totals(parts)
    quantisation = read_quantisation(source, fields)
    stored = stored_weights(tensors, quantisation, routed["experts_per_token"] / routed["experts"])
    mtp_layers, mtp = drafting(outline, parts)
    mixers = [mixer for mixer, _ in parts]
    return ModelShape(
        name=source.model,
        model_type=str(source.inner.get("model_type") or source.outer.get("model_type") or ""),
        known=known,
        layers=outline.layers,
        hidden_size=outline.hidden,
        vocabulary=vocabulary,
        context=longest_context(fields),
        tied=tied,
        embedding_parameters=roles["embedding"],
        head_parameters=roles["head"],
        attention_parameters=roles["attention"],
        dense_parameters=roles["dense"],
        expert_parameters=roles["expert"],
        mtp_layers=mtp_layers,
        mtp_parameters=mtp,
        **routed,
        **attention_totals(mixers),
        **stored,
        layer_kinds=layer_kinds(parts),
        warnings=tuple(dict.fromkeys(fields.warnings)),
    )
