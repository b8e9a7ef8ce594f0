"""Attention layers: their weights, what they keep per token, and the work per cached token.

Counts follow the published checkpoints of each model type. Work is in FLOP per generated token and
cached token (decode) or per pair of tokens (prefill), two for each multiply-add.
"""

from dataclasses import replace
from typing import Final

from engine.model_config.fields import HEAD_DIM, HEADS, KV_HEADS, Fields
from engine.model_config.parts import Mixer, MixerKind, Outline, Tensor
from engine.model_config.pattern import window_tokens

#: Names in `compress_rates`, and the rates of DeepSeek-V4.
_RATES: Final = {
    "compressed": ("compressed_sparse_attention", 4),
    "heavily_compressed": ("heavily_compressed_attention", 128),
}


def attention(outline: Outline, layer: int, kind: MixerKind) -> Mixer:
    """Return the attention of `layer`: grouped-query, latent or compressed."""
    fields = outline.fields
    if kind in ("compressed", "heavily_compressed") or (
        kind == "window" and fields.has("compress_ratios", "compress_rates")
    ):
        return _compressed(outline, layer, kind)
    if fields.has("kv_lora_rank"):
        return _latent(outline, layer)
    return _grouped(outline, layer, kind)


def head_counts(fields: Fields, layer: int, layers: int, window: bool) -> tuple[int, int]:
    """Return query heads and KV heads of a layer."""
    prefix = ("swa_",) if window else ()
    heads = fields.need([p + name for p in prefix for name in HEADS] + list(HEADS), high=10_000)
    names = [p + name for p in prefix for name in KV_HEADS] + list(KV_HEADS)
    section = fields.section("attn_config")
    if section is not None and section.has(*KV_HEADS):
        return heads, section.need(KV_HEADS, high=10_000)
    if fields.flag("multi_query", False) and not (
        fields.flag("new_decoder_architecture", False) or fields.has(*KV_HEADS)
    ):
        return heads, 1
    if fields.has("num_key_value_heads_per_layer"):
        names = ["num_key_value_heads_per_layer"]
    listed = fields.each(names, layers, low=1)
    kv = listed[layer] if listed else heads
    if kv > heads:
        raise fields.error(fields.find(*names)[0], kv, f"at most the number of query heads, {heads}")
    if heads % kv:
        fields.warn(f"{heads} query heads do not divide into {kv} KV heads; check the file.")
    return heads, kv


def head_width(fields: Fields, hidden: int, heads: int, prefix: str = "") -> int:
    """Return the width of one head: its own field, the class default, or hidden size over heads."""
    names = ([prefix + name for name in HEAD_DIM] if prefix else []) + list(HEAD_DIM)
    width = fields.count(*names, low=1, high=100_000)
    if width is not None:
        return width
    if hidden % heads:
        raise fields.error(
            "num_attention_heads", heads, f"a divisor of the hidden size {hidden} where head_dim is not given"
        )
    return hidden // heads


def _grouped(outline: Outline, layer: int, kind: MixerKind) -> Mixer:
    fields, family = outline.fields, outline.family
    windowed = kind == "window"
    heads, kv = head_counts(fields, layer, outline.layers, windowed)
    width = head_width(fields, outline.hidden, heads, "swa_" if windowed else "")
    shares_values = False
    if not windowed and fields.has("global_head_dim"):
        width = fields.need(["global_head_dim"], high=100_000)
    if not windowed and fields.flag("attention_k_eq_v", False):
        shares_values = True
        kv = fields.count("num_global_key_value_heads", low=1, high=10_000) or kv
    if outline.blocks:
        per_group = outline.blocks[layer].need(["n_heads_in_group"], high=heads)
        kv = max(1, heads // per_group)
    value_names = ("swa_v_head_dim", "v_head_dim") if windowed else ("v_head_dim",)
    value_width = fields.count(*value_names, low=1, high=100_000) or width
    borrowed = _borrows_cache(outline, layer)
    tensors = _grouped_tensors(outline, layer, heads, kv, (width, value_width), (shares_values, borrowed))
    elements = 0.0 if borrowed else float(kv * (width + value_width))
    work = 2.0 * heads * (width + value_width)
    index, index_bytes, index_work, reach = _block_index(outline, layer)
    if family.sinks and (windowed or not fields.has("swa_head_dim", "hybrid_layer_pattern")):
        tensors.append(Tensor(outline.mixer_name(layer, "sinks"), heads, "attention", matrix=False))
    mixer = Mixer(kind, tuple(tensors + index), heads, kv, index_bytes=index_bytes, flops_index=index_work)
    if windowed:
        return replace(
            mixer, window_elements=elements, window=window_tokens(fields), flops_window=work, kv_elements=0.0
        )
    return replace(mixer, kv_elements=elements, flops_decode=work, flops_prefill=work, reach=reach)


def _borrows_cache(outline: Outline, layer: int) -> bool:
    shared = outline.fields.count("num_kv_shared_layers", high=1000) or 0
    return 0 < outline.layers - shared <= layer


def _grouped_tensors(
    outline: Outline, layer: int, heads: int, kv: int, widths: tuple[int, int], shared: tuple[bool, bool]
) -> list[Tensor]:
    fields, hidden = outline.fields, outline.hidden
    width, value_width = widths
    shares_values, borrowed = shared
    queries = heads * width * (2 if _has_output_gate(outline) else 1)
    sizes = {"q_proj": (hidden, queries)}
    if not borrowed:
        sizes["k_proj"] = (hidden, kv * width)
        if not shares_values:
            sizes["v_proj"] = (hidden, kv * value_width)
    sizes["o_proj"] = (heads * value_width, hidden)
    tensors = [
        Tensor(outline.mixer_name(layer, name), rows * columns, "attention")
        for name, (rows, columns) in sizes.items()
    ]
    qkv_bias, out_bias = _biases(outline)
    extra = sum(columns for name, (_, columns) in sizes.items() if name != "o_proj") if qkv_bias else 0
    extra += hidden if out_bias else 0
    extra += _qk_norm(outline, heads, kv, width, borrowed)
    if extra:
        tensors.append(Tensor(outline.mixer_name(layer, "vectors"), extra, "attention", matrix=False))
    if (
        fields.values.get("head_wise_attn_gate") is True
        or fields.values.get("use_head_wise_attn_gate") is True
    ):
        tensors.append(Tensor(outline.mixer_name(layer, "g_proj"), hidden * heads, "attention"))
    return tensors


def _has_output_gate(outline: Outline) -> bool:
    return outline.fields.flag("attn_output_gate", outline.family.output_gate)


def _biases(outline: Outline) -> tuple[bool, bool]:
    fields, family = outline.fields, outline.family
    declared = any(
        fields.flag(name, False) for name in ("attention_bias", "qkv_bias", "use_qkv_bias", "use_bias")
    )
    qkv = declared if family.qkv_bias is None else fields.flag("attention_bias", family.qkv_bias)
    only_inputs = not fields.flag("attention_bias", False) and not fields.flag("use_bias", False)
    out = (declared and not only_inputs) if family.out_bias is None else family.out_bias
    return qkv, out


def _qk_norm(outline: Outline, heads: int, kv: int, width: int, borrowed: bool) -> int:
    fields, kind = outline.fields, outline.family.qk_norm
    if fields.has("use_qk_norm", "qk_layernorm", "qk_layernorms"):
        declared = any(fields.flag(n, False) for n in ("use_qk_norm", "qk_layernorm", "qk_layernorms"))
        if not declared or outline.model_type.startswith("llama4"):
            kind = "none"
        elif kind == "none":
            kind = "full" if outline.model_type.startswith("cohere") else "head"
    if kind == "head":
        return width * (1 if borrowed else 2)
    return (heads + kv) * width if kind == "full" else 0


def _block_index(outline: Outline, layer: int) -> tuple[list[Tensor], float, float, int]:
    """Return the block-sparse indexer of a layer: tensors, cache bytes, work and reach (MiniMax-M3)."""
    section = outline.fields.section("sparse_attention_config")
    if section is None or not section.flag("use_sparse_attention", True):
        return [], 0.0, 0.0, 0
    flags = section.items("sparse_attention_freq", outline.layers)
    if flags is not None and not section.whole("sparse_attention_freq", flags[layer]):
        return [], 0.0, 0.0, 0
    width = section.need(["sparse_index_dim"], high=100_000)
    heads = section.count("sparse_num_index_heads", low=1, high=10_000) or 1
    blocks, size = section.need(["sparse_topk_blocks"]), section.need(["sparse_block_size"])
    tensors = [
        Tensor(outline.mixer_name(layer, "index_q_proj"), outline.hidden * heads * width, "attention"),
        Tensor(outline.mixer_name(layer, "index_k_proj"), outline.hidden * width, "attention"),
        Tensor(outline.mixer_name(layer, "index_norms"), 2 * width, "attention", matrix=False),
    ]
    return tensors, float(width), 2.0 * heads * width, blocks * size


def _named(outline: Outline, layer: int, sizes: dict[str, int]) -> list[Tensor]:
    return [Tensor(outline.mixer_name(layer, name), size, "attention") for name, size in sizes.items()]


def _latent(outline: Outline, layer: int) -> Mixer:
    """Return multi-head latent attention, with the indexer of sparse attention where there is one."""
    fields, hidden = outline.fields, outline.hidden
    heads = fields.need(HEADS, high=10_000)
    latent = fields.need(["kv_lora_rank"])
    rope = fields.count("qk_rope_head_dim")
    nope = fields.count("qk_nope_head_dim", low=1)
    value = fields.count("v_head_dim", low=1)
    if rope is None or nope is None or value is None:
        fields.warn(
            "The head widths of latent attention are incomplete; DeepSeek's 128 + 64 and 128 were used."
        )
    rope, nope, value = 64 if rope is None else rope, nope or 128, value or 128
    rank = fields.count("q_lora_rank") or 0
    sizes = {"kv_a_proj_with_mqa": hidden * (latent + rope), "kv_b_proj": latent * heads * (nope + value)}
    if rank:
        sizes |= {"q_a_proj": hidden * rank, "q_b_proj": rank * heads * (nope + rope)}
    else:
        sizes["q_proj"] = hidden * heads * (nope + rope)
    sizes["o_proj"] = heads * value * hidden
    if fields.flag("mla_use_output_gate", False):
        sizes["g_proj"] = hidden * heads * value
    tensors = _named(outline, layer, sizes)
    vectors = latent + rank + (latent + rope + rank + hidden if fields.flag("attention_bias", False) else 0)
    tensors.append(Tensor(outline.mixer_name(layer, "vectors"), vectors, "attention", matrix=False))
    index, index_bytes, index_work = _indexer(outline, layer, rank)
    return Mixer(
        "latent",
        tuple(tensors + index),
        heads,
        1,
        kv_elements=float(latent + rope),
        index_bytes=index_bytes,
        flops_decode=2.0 * heads * (2 * latent + rope),
        flops_prefill=2.0 * heads * (nope + rope + value),
        flops_index=index_work,
        reach=fields.count("index_topk") or 0,
    )


def _indexer(outline: Outline, layer: int, rank: int) -> tuple[list[Tensor], float, float]:
    """Return the lightning indexer of DeepSeek sparse attention: tensors, cache bytes, work."""
    fields = outline.fields
    if not fields.has("index_topk"):
        return [], 0.0, 0.0
    heads, width = fields.need(["index_n_heads"], high=10_000), fields.need(["index_head_dim"], high=100_000)
    types = fields.items("indexer_types", outline.layers)
    if types is not None and types[layer] == "shared":
        return [], 0.0, 0.0
    hidden = outline.hidden
    sizes = {
        "indexer.wq_b": (rank or hidden) * heads * width,
        "indexer.wk": hidden * width,
        "indexer.weights_proj": hidden * heads,
    }
    tensors = _named(outline, layer, sizes)
    tensors.append(Tensor(outline.mixer_name(layer, "indexer.k_norm"), 2 * width, "attention", matrix=False))
    return tensors, float(width), 2.0 * heads * width


def _ratio(fields: Fields, layer: int, kind: MixerKind) -> int:
    """Return the tokens that share one compressed key-value: 0 for a window alone."""
    listed = fields.items("compress_ratios")
    if listed is not None and layer < len(listed):
        return fields.whole("compress_ratios", listed[layer])
    if kind == "window":
        return 0
    name, usual = _RATES[kind]
    section = fields.section("compress_rates")
    return (section.count(name, low=1) if section is not None else None) or usual


def _compressed(outline: Outline, layer: int, kind: MixerKind) -> Mixer:
    """Return DeepSeek-V4's attention: a window, and one compressed key-value for each `ratio` tokens."""
    fields, hidden = outline.fields, outline.hidden
    heads, width = fields.need(HEADS, high=10_000), fields.need(HEAD_DIM, high=100_000)
    ratio = _ratio(fields, layer, kind)
    rank, out_rank = fields.need(["q_lora_rank"]), fields.need(["o_lora_rank"])
    groups = fields.need(["o_groups"], high=10_000)
    sizes = {
        "q_a_proj": hidden * rank,
        "q_b_proj": rank * heads * width,
        "kv_proj": hidden * width,
        "o_a_proj": heads * width * out_rank,
        "o_b_proj": groups * out_rank * hidden,
    }
    tensors = _named(outline, layer, sizes)
    reach = (fields.count("index_topk") or 0) * ratio if kind == "compressed" else 0
    vectors = rank + width + heads
    index_bytes = index_work = 0.0
    if kind != "window":
        series = 2 if kind == "compressed" else 1
        tensors += _named(outline, layer, {"compressor": 2 * hidden * series * width})
        vectors += (ratio * series + 1) * width
    if kind == "compressed":
        index, more, index_bytes, index_work = _compressed_indexer(outline, layer, rank, ratio)
        tensors += index
        vectors += more
    tensors.append(Tensor(outline.mixer_name(layer, "vectors"), vectors, "attention", matrix=False))
    share = 1.0 / ratio if ratio else 0.0
    work = 4.0 * heads * width
    mixer = Mixer(kind, tuple(tensors), heads, 1, width * share, float(width), window_tokens(fields))
    return replace(
        mixer,
        index_bytes=index_bytes,
        flops_decode=work * share,
        flops_prefill=work * share,
        flops_window=work,
        flops_index=index_work,
        reach=reach,
    )


def _compressed_indexer(
    outline: Outline, layer: int, rank: int, ratio: int
) -> tuple[list[Tensor], int, float, float]:
    fields, hidden = outline.fields, outline.hidden
    heads, width = fields.need(["index_n_heads"], high=10_000), fields.need(["index_head_dim"], high=100_000)
    sizes = {
        "indexer.compressor": 4 * hidden * width,
        "indexer.q_b_proj": rank * heads * width,
        "indexer.weights_proj": hidden * heads,
    }
    tensors = _named(outline, layer, sizes)
    return tensors, (2 * ratio + 1) * width, width / ratio, 2.0 * heads * width / ratio
