"""What the code of a model type does that its config.json does not say."""

from dataclasses import dataclass, replace
from typing import Final, Literal

QkNorm = Literal["none", "head", "full"]
Windows = Literal["none", "all", "alternate", "pattern", "chunked", "late"]


@dataclass(frozen=True)
class Family:
    """Traits of a model type that decide parameters and cache.

    Attributes
    ----------
    qk_norm : "none", "head" or "full"
        Norms of queries and keys: none, one head wide shared by all heads, or over the whole width.
    qkv_bias, out_bias, mlp_bias : bool or None
        Biases; None: as `attention_bias` or `mlp_bias` in the file says.
    norms : int
        Norms as wide as the model in each layer.
    norm_bias : bool
        Norms have a bias (LayerNorm).
    gated : bool or None
        The feed-forward layer has a gate: three matrices, not two; None: judged by the activation.
    sinks : bool
        A learned attention sink for each head.
    expert_bias, router_bias : bool
        Biases in experts and router.
    correction_bias : bool
        A load-balancing bias for each expert.
    shared_gate : bool
        A gate on the shared expert.
    output_gate : bool
        Queries are projected twice, once to gate the output of attention.
    windows : str
        Which layers have a sliding window where no list says it: none, all, every second from the first,
        all but each n-th (`sliding_window_pattern`), chunked but each fourth, or those from
        `max_window_layers` on.
    positions : int or None
        A learned position table, with that many extra rows.
    head_bias, embedding_norm : bool
        A bias in the output head; a norm after the embedding.
    layer_word, mixer_word, ffn_word : str
        Names in quantisation lists.
    """

    qk_norm: QkNorm = "none"
    qkv_bias: bool | None = None
    out_bias: bool | None = None
    mlp_bias: bool | None = None
    norms: int = 2
    norm_bias: bool = False
    gated: bool | None = True
    sinks: bool = False
    expert_bias: bool = False
    router_bias: bool = False
    correction_bias: bool = False
    shared_gate: bool = False
    output_gate: bool = False
    windows: Windows = "none"
    positions: int | None = None
    head_bias: bool = False
    embedding_norm: bool = False
    mixer_word: str = "self_attn"
    ffn_word: str = "mlp"


_LLAMA: Final = Family()
_QWEN2: Final = Family(qkv_bias=True, out_bias=False, windows="late")
_QWEN3: Final = Family(qk_norm="head", windows="late")
_QWEN_HYBRID: Final = Family(qk_norm="head", shared_gate=True, output_gate=True)
_GEMMA2: Final = Family(norms=4, windows="alternate")
_GEMMA3: Final = Family(norms=4, qk_norm="head", windows="pattern")
_DEEPSEEK: Final = Family(correction_bias=True)
_GPT2: Final = Family(qkv_bias=True, out_bias=True, mlp_bias=True, norm_bias=True, gated=False, positions=0)

#: Every model type whose structure is on record; the rest are read by structure, with a warning.
FAMILIES: Final[dict[str, Family]] = {
    "llama": _LLAMA,
    "mistral": Family(windows="all"),
    "ministral": Family(windows="all"),
    "mixtral": Family(windows="all"),
    "phi3": Family(windows="all"),
    "phimoe": Family(qkv_bias=True, out_bias=True, norm_bias=True, head_bias=True, windows="all"),
    "qwen2": _QWEN2,
    "qwen2_vl": _QWEN2,
    "qwen2_5_vl": _QWEN2,
    "qwen2_moe": replace(_QWEN2, shared_gate=True),
    "qwen3": _QWEN3,
    "qwen3_vl": _QWEN3,
    "qwen3_moe": _QWEN3,
    "qwen3_vl_moe": _QWEN3,
    "qwen3_next": _QWEN_HYBRID,
    "qwen3_5": _QWEN_HYBRID,
    "qwen3_5_moe": _QWEN_HYBRID,
    "gemma": _LLAMA,
    "gemma2": _GEMMA2,
    "gemma3": _GEMMA3,
    "gemma4": replace(_GEMMA3),
    "cohere": Family(norms=1),
    "cohere2": Family(norms=1, windows="pattern"),
    "deepseek_v2": _LLAMA,
    "deepseek_v3": _DEEPSEEK,
    "deepseek_v32": _DEEPSEEK,
    "deepseek_v4": replace(_DEEPSEEK, sinks=True),
    "kimi_k2": _DEEPSEEK,
    "kimi_linear": _DEEPSEEK,
    "longcat_flash": _DEEPSEEK,
    "glm": Family(out_bias=False),
    "glm4": Family(out_bias=False, norms=4),
    "glm4_moe": Family(out_bias=False, correction_bias=True),
    "glm4_moe_lite": _DEEPSEEK,
    "glm4v_moe": Family(out_bias=False, correction_bias=True),
    "glm_moe_dsa": _DEEPSEEK,
    "gpt_oss": Family(
        qkv_bias=True, out_bias=True, sinks=True, expert_bias=True, router_bias=True, windows="alternate"
    ),
    "minimax": _LLAMA,
    "minimax_m1": _LLAMA,
    "minimax_text_01": _LLAMA,
    "minimax_m2": Family(qk_norm="full", correction_bias=True),
    "minimax_m3": Family(qk_norm="head", correction_bias=True),
    "minimax_m3_vl": Family(qk_norm="head", correction_bias=True),
    "mimo_v2_flash": Family(correction_bias=True, sinks=True),
    "llama4": Family(windows="chunked"),
    "nemotron": Family(norm_bias=True, gated=False),
    "nemotron_h": Family(norms=1, gated=False, correction_bias=True, mixer_word="mixer", ffn_word="mixer"),
    "nemotron_nas": _LLAMA,
    "falcon": Family(norm_bias=True, gated=False),
    "gpt2": _GPT2,
    "gpt_bigcode": _GPT2,
    "opt": replace(_GPT2, positions=2),
    "gptj": Family(norms=1, norm_bias=True, gated=False, mlp_bias=True, head_bias=True),
    "gpt_neox": Family(norm_bias=True, gated=False, qkv_bias=True, out_bias=True, mlp_bias=True),
    "bloom": replace(_GPT2, positions=None, embedding_norm=True),
    "mpt": Family(gated=False),
    "phi": Family(
        qkv_bias=True, out_bias=True, mlp_bias=True, norms=1, norm_bias=True, gated=False, head_bias=True
    ),
    "starcoder2": Family(
        qkv_bias=True, out_bias=True, mlp_bias=True, norm_bias=True, gated=False, windows="all"
    ),
    "stablelm": Family(norm_bias=True),
    "dbrx": _LLAMA,
    "granite": _LLAMA,
    "granitemoe": _LLAMA,
    "olmo": Family(norms=0),
    "olmo2": Family(qk_norm="full"),
    "olmo3": Family(qk_norm="full", windows="pattern"),
    "olmoe": Family(qk_norm="full"),
    "smollm3": _LLAMA,
    "internlm2": _LLAMA,
    "exaone": _LLAMA,
    "minicpm": _LLAMA,
    "arcee": Family(gated=False),
    "chatglm": Family(qkv_bias=True, out_bias=False),
    "dots1": Family(qk_norm="head", correction_bias=True),
    "ernie4_5": _LLAMA,
    "ernie4_5_moe": Family(correction_bias=True),
    "exaone4": Family(qk_norm="head"),
    "hunyuan_v1_dense": Family(qk_norm="head"),
    "hunyuan_v1_moe": Family(qk_norm="head"),
    "seed_oss": Family(qkv_bias=True, out_bias=False),
    "jamba": _LLAMA,
    "bamba": _LLAMA,
    "granitemoehybrid": _LLAMA,
    "mamba2": Family(norms=1),
}


def family_of(model_type: str) -> Family | None:
    """Return the traits of `model_type`, or None where they are not on record."""
    key = model_type.lower().replace("-", "_")
    return FAMILIES.get(key) or FAMILIES.get(key.removesuffix("_text"))


def family_by_structure(has_qk_norm: bool) -> Family:
    """Return the traits assumed for an unknown type: a Llama with what the file itself declares."""
    return Family(qk_norm="head" if has_qk_norm else "none", gated=None, windows="all")
