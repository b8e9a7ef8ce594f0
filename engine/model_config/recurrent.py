"""Layers that keep a constant state instead of a cache: linear attention, Mamba, short convolutions.

A state is kept in 32-bit floats unless the file says otherwise; the last inputs of a short convolution
in 16 bits.
"""

from typing import Final

from engine.model_config.attention import head_counts, head_width
from engine.model_config.parts import Mixer, MixerKind, Outline, Tensor

_CONVOLUTION_BYTES: Final = 2
_STATE_BYTES: Final = {"bfloat16": 2, "float16": 2, "float32": 4}


def recurrence(outline: Outline, layer: int, kind: MixerKind) -> Mixer:
    """Return the recurrent mixer of `layer`."""
    builders = {
        "linear": _gated_delta,
        "lightning": _lightning,
        "kda": _kimi_delta,
        "mamba": _mamba,
        "convolution": _short_convolution,
    }
    return builders[kind](outline, layer)


def _state_width(outline: Outline) -> int:
    for name in ("mamba_ssm_dtype", "mamba_ssm_cache_dtype", "ssm_cache_dtype"):
        if outline.fields.has(name):
            return _STATE_BYTES.get(outline.fields.text(name).removeprefix("torch."), 4)
    return 4


def _tensors(outline: Outline, layer: int, sizes: dict[str, int], vectors: int) -> tuple[Tensor, ...]:
    named = [Tensor(outline.mixer_name(layer, n), size, "attention") for n, size in sizes.items()]
    named.append(Tensor(outline.mixer_name(layer, "vectors"), vectors, "attention", matrix=False))
    return tuple(named)


def _gated_delta(outline: Outline, layer: int) -> Mixer:
    """Return Qwen3-Next's gated delta rule."""
    fields, hidden = outline.fields, outline.hidden
    key_heads, heads = fields.need(["linear_num_key_heads"]), fields.need(["linear_num_value_heads"])
    key_width, width = fields.need(["linear_key_head_dim"]), fields.need(["linear_value_head_dim"])
    kernel = fields.count("linear_conv_kernel_dim", low=1, high=1000) or 4
    keys, values = key_heads * key_width, heads * width
    mixed = 2 * keys + values
    sizes = {
        "in_proj_qkv": hidden * mixed,
        "in_proj_z": hidden * values,
        "in_proj_ba": hidden * 2 * heads,
        "out_proj": values * hidden,
    }
    state = heads * key_width * width * _state_width(outline)
    state += mixed * (kernel - 1) * _CONVOLUTION_BYTES
    # The file calls these layers linear_attn, whatever the other mixers are called.
    named = _tensors(outline, layer, sizes, mixed * kernel + 2 * heads + width)
    renamed = tuple(t._replace(name=t.name.replace("self_attn", "linear_attn")) for t in named)
    return Mixer("linear", renamed, state_bytes=state)


def _lightning(outline: Outline, layer: int) -> Mixer:
    """Return MiniMax's lightning attention."""
    fields, hidden = outline.fields, outline.hidden
    heads, _ = head_counts(fields, layer, outline.layers, window=False)
    width = head_width(fields, hidden, heads)
    inner = heads * width
    sizes = {
        "qkv_proj": hidden * 3 * inner,
        "output_gate": hidden * inner,
        "out_proj": inner * hidden,
    }
    return Mixer(
        "lightning",
        _tensors(outline, layer, sizes, inner),
        state_bytes=heads * width * width * _state_width(outline),
    )


def _kimi_delta(outline: Outline, layer: int) -> Mixer:
    """Return Kimi Delta Attention."""
    section = outline.fields.section("linear_attn_config")
    if section is None:
        raise outline.fields.missing(["linear_attn_config"])
    hidden = outline.hidden
    heads, width = section.need(["num_heads"], high=10_000), section.need(["head_dim"], high=100_000)
    kernel = section.count("short_conv_kernel_size", low=1, high=1000) or 4
    inner = heads * width
    sizes = {"q_proj": hidden * inner, "k_proj": hidden * inner, "v_proj": hidden * inner}
    sizes |= {"o_proj": inner * hidden, "b_proj": hidden * heads}
    sizes["f_proj"] = hidden * width + width * inner
    full_gate = section.flag("use_full_rank_gate", False)
    sizes["g_proj"] = hidden * inner if full_gate else hidden * width + width * inner
    vectors = 3 * inner * kernel + heads + inner + width
    state = inner * width * _state_width(outline)
    state += 3 * inner * (kernel - 1) * _CONVOLUTION_BYTES
    return Mixer("kda", _tensors(outline, layer, sizes, vectors), state_bytes=state)


def _mamba(outline: Outline, layer: int) -> Mixer:
    """Return Mamba-2, or Mamba-1 where the file gives no heads."""
    fields, hidden = outline.fields, outline.hidden
    names = ("mamba_num_heads", "mamba_n_heads", "ssm_num_heads")
    if not fields.has(*names) and not (fields.has("num_heads") and fields.has("n_groups")):
        return _mamba_1(outline, layer)
    heads = fields.need([*names, "num_heads"], high=100_000)
    expand = fields.count("mamba_expand", "expand", low=1, high=100) or 2
    given = fields.count("mamba_head_dim", "mamba_d_head", "head_dim", low=1, high=100_000)
    width = given or max(1, expand * hidden // heads)
    groups = fields.count("n_groups", "mamba_n_groups", low=1) or 1
    size = fields.need(["ssm_state_size", "mamba_d_state", "state_size"])
    kernel = fields.count("conv_kernel", "mamba_d_conv", low=1, high=1000) or 4
    inner = heads * width
    mixed = inner + 2 * groups * size
    sizes = {"in_proj": hidden * (inner + mixed + heads), "out_proj": inner * hidden}
    vectors = mixed * kernel + 3 * heads + inner
    vectors += mixed if fields.flag("use_conv_bias", True) else 0
    state = inner * size * _state_width(outline) + mixed * (kernel - 1) * _CONVOLUTION_BYTES
    return Mixer("mamba", _tensors(outline, layer, sizes, vectors), state_bytes=state)


def _mamba_1(outline: Outline, layer: int) -> Mixer:
    fields, hidden = outline.fields, outline.hidden
    expand = fields.count("mamba_expand", "expand", low=1, high=100) or 2
    inner = fields.count("d_inner", "mamba_d_inner", low=1) or expand * hidden
    size = fields.count("mamba_d_state", "state_size", "ssm_state_size", low=1) or 16
    kernel = fields.count("mamba_d_conv", "conv_kernel", low=1, high=1000) or 4
    _, given = fields.find("mamba_dt_rank", "time_step_rank")
    rank = given if isinstance(given, int) and 0 < given < hidden else -(-hidden // 16)
    sizes = {
        "in_proj": hidden * 2 * inner,
        "x_proj": inner * (rank + 2 * size),
        "dt_proj": rank * inner,
        "out_proj": inner * hidden,
    }
    vectors = inner * (kernel + 1) + inner + inner * size + inner
    if outline.model_type == "jamba":
        vectors += rank + 2 * size
    state = inner * size * _state_width(outline) + inner * (kernel - 1) * _CONVOLUTION_BYTES
    return Mixer("mamba", _tensors(outline, layer, sizes, vectors), state_bytes=state)


def _short_convolution(outline: Outline, layer: int) -> Mixer:
    """Return LFM2's gated short convolution."""
    hidden = outline.hidden
    kernel = outline.fields.count("conv_L_cache", low=1, high=1000) or 3
    sizes = {"in_proj": 3 * hidden * hidden, "out_proj": hidden * hidden}
    state = hidden * (kernel - 1) * _CONVOLUTION_BYTES
    return Mixer("convolution", _tensors(outline, layer, sizes, hidden * kernel), state_bytes=state)
