"""The model and the formats it runs in."""

from dataclasses import dataclass

from engine.parameters.choices import KV_PRECISIONS, PRECISIONS
from engine.specs import choice, number, part


@dataclass(frozen=True)
class Model:
    """The served model, as counts that cost something: weights to read, tokens to keep, work per token."""

    part: str = part(
        "llama-3.1-70b",
        "Model",
        "model",
        doc="Catalogue entry or imported config the counts were taken from.",
    )
    layers: float = number(
        80,
        "Layers",
        "layers",
        hard=(1, 1000),
        soft=(16, 128),
        whole=True,
        role="decision",
        advanced=True,
        doc="Transformer blocks; each costs a fixed time per step.",
    )
    hidden_size: float = number(
        8192,
        "Hidden size",
        "elements",
        hard=(16, 1e6),
        soft=(1024, 20480),
        scale="log",
        whole=True,
        role="decision",
        advanced=True,
        doc="Width of the residual stream.",
    )
    vocabulary: float = number(
        128256,
        "Vocabulary",
        "tokens",
        hard=(2, 1e7),
        soft=(32000, 262144),
        scale="log",
        whole=True,
        role="decision",
        advanced=True,
        doc="Tokens the output head scores; head weights are hidden size times vocabulary.",
    )
    embedding_parameters: float = number(
        1.050673152,
        "Input embedding",
        "B params",
        hard=(0, 1e4),
        soft=(0, 4),
        role="decision",
        advanced=True,
        doc=(
            "Input embedding table that is kept apart from the head; 0 where tied. Held in memory, not read "
            "whole."
        ),
    )
    attention_parameters: float = number(
        12.07959552,
        "Attention weights",
        "B params",
        hard=(0, 1e5),
        soft=(0.1, 100),
        scale="log",
        role="decision",
        advanced=True,
        doc="Weights of all attention or other mixing layers, read every step.",
    )
    dense_parameters: float = number(
        56.372764672,
        "Dense FFN weights",
        "B params",
        hard=(0, 1e5),
        soft=(0.001, 400),
        role="decision",
        advanced=True,
        doc="Weights of dense feed-forward layers, shared experts, routers and norms, read every step.",
    )
    expert_parameters: float = number(
        0,
        "Routed expert weights",
        "B params",
        hard=(0, 1e5),
        soft=(0, 2000),
        role="decision",
        advanced=True,
        doc="Weights of all routed experts of all layers; a step reads those its tokens reach.",
    )
    experts: float = number(
        1,
        "Experts per layer",
        "experts",
        hard=(1, 10000),
        soft=(1, 512),
        whole=True,
        role="decision",
        advanced=True,
        doc="Routed experts in one MoE layer; 1 with no expert weights means dense.",
    )
    experts_per_token: float = number(
        1,
        "Experts per token",
        "experts",
        hard=(1, 1000),
        soft=(1, 16),
        whole=True,
        role="decision",
        advanced=True,
        doc="Routed experts each token is sent to.",
    )
    moe_layers: float = number(
        0,
        "MoE layers",
        "layers",
        hard=(0, 1000),
        soft=(0, 128),
        whole=True,
        role="decision",
        advanced=True,
        doc="Layers with routed experts.",
    )
    attention_kind: str = choice(
        "gqa",
        "Attention",
        (("gqa", 0, "GQA / MHA / MQA"), ("mla", 1, "MLA (latent)")),
        role="decision",
        advanced=True,
        doc=(
            "GQA shares keys and values by groups of heads and splits them over tensor parallelism; MLA "
            "keeps one latent per token on every rank."
        ),
    )
    query_heads: float = number(
        64,
        "Query heads",
        "heads",
        hard=(1, 10000),
        soft=(8, 128),
        whole=True,
        role="decision",
        advanced=True,
        doc="Query heads of an attention layer.",
    )
    kv_heads: float = number(
        8,
        "KV heads",
        "heads",
        hard=(1, 10000),
        soft=(1, 128),
        whole=True,
        role="decision",
        advanced=True,
        doc="Key/value heads: tensor parallelism beyond this count keeps copies.",
    )
    full_layers: float = number(
        80,
        "Full-attention layers",
        "layers",
        hard=(0, 1000),
        soft=(0, 128),
        whole=True,
        role="decision",
        advanced=True,
        doc="Layers whose attention spans the whole context.",
    )
    window_layers: float = number(
        0,
        "Window layers",
        "layers",
        hard=(0, 1000),
        soft=(0, 128),
        whole=True,
        role="decision",
        advanced=True,
        doc="Layers whose attention spans a sliding window.",
    )
    window: float = number(
        0,
        "Window",
        "tokens",
        hard=(0, 1e7),
        soft=(0, 32768),
        role="decision",
        advanced=True,
        doc="Tokens a window layer looks back.",
    )
    sparse_context: float = number(
        0,
        "Sparse attention span",
        "tokens",
        hard=(0, 1e7),
        soft=(0, 32768),
        role="decision",
        advanced=True,
        doc=(
            "Cached tokens a full layer attends to at most when an indexer selects them (DeepSeek sparse "
            "attention); 0 = all."
        ),
    )
    index_elements: float = number(
        0,
        "Indexer cache per token",
        "elements",
        hard=(0, 1e8),
        soft=(0, 20000),
        role="decision",
        advanced=True,
        doc="One-byte keys cached per token that select the sparse context, summed over layers.",
        source="DeepSeek-V3.2: 128 a layer",
    )
    index_flops: float = number(
        0,
        "Indexer work",
        "FLOP",
        hard=(0, 1e10),
        soft=(0, 2e6),
        role="decision",
        advanced=True,
        doc="FLOP of the indexer per new and cached token: 2 x index heads x index head size x layers.",
        source="DeepSeek-V3.2: 64 heads of 128 a layer",
    )
    kv_elements: float = number(
        163840,
        "KV elements per token",
        "elements",
        hard=(0, 1e9),
        soft=(1000, 1e6),
        scale="linear",
        role="decision",
        advanced=True,
        doc=(
            "Cached elements per token, summed over the full-attention layers; times the KV precision gives "
            "bytes."
        ),
    )
    kv_elements_window: float = number(
        0,
        "KV elements per token in windows",
        "elements",
        hard=(0, 1e9),
        soft=(0, 1e6),
        role="decision",
        advanced=True,
        doc="Cached elements per token, summed over the window layers; kept for at most the window.",
    )
    attention_flops_decode: float = number(
        2.62144e6,
        "Decode attention work",
        "FLOP",
        hard=(0, 1e12),
        soft=(1e5, 1e8),
        role="decision",
        advanced=True,
        doc=(
            "FLOP per generated token and cached token over all full-attention layers: 4 x heads x head size "
            "x layers for GQA."
        ),
    )
    attention_flops_prefill: float = number(
        2.62144e6,
        "Prefill attention work",
        "FLOP",
        hard=(0, 1e12),
        soft=(1e5, 1e8),
        role="decision",
        advanced=True,
        doc="FLOP per pair of tokens over all full-attention layers, before halving for the causal mask.",
    )
    attention_flops_window: float = number(
        0,
        "Window attention work",
        "FLOP",
        hard=(0, 1e12),
        soft=(0, 1e8),
        role="decision",
        advanced=True,
        doc="FLOP per token and token in the window over all window layers.",
    )
    state_bytes: float = number(
        0,
        "Constant state per sequence",
        "MB",
        hard=(0, 1e6),
        soft=(0, 1000),
        role="decision",
        advanced=True,
        doc="Recurrent state of linear-attention or SSM layers, whatever the context.",
    )
    native_bits: float = number(
        16,
        "Published bits per weight",
        "bits",
        hard=(1, 64),
        soft=(4, 16),
        role="assumption",
        advanced=True,
        doc="Mean bits per weight of the published checkpoint, for weights held as published.",
    )
    quality: float = number(
        0.804,
        "Answers accepted",
        "1",
        hard=(0, 1),
        soft=(0.5, 0.98),
        percent=True,
        role="assumption",
        doc=(
            "Share of all requests that the model answers well enough to be used, were it to answer all. "
            "Routing trades it against cost. It depends on the task: measure it on yours."
        ),
        source=(
            "guess from size: 0.61 + 0.105 x log10(billions of parameters), through published MMLU of Llama "
            "3.1 8B, 70B and 405B (0.69, 0.84, 0.87) [M]"
        ),
    )


@dataclass(frozen=True)
class Precision:
    """In how many bits weights, arithmetic and the KV cache are held."""

    weights: str = choice(
        "fp8",
        "Weights",
        PRECISIONS,
        role="decision",
        doc="Attention and dense weights. The input embedding and the output head stay in BF16.",
    )
    experts: str = choice(
        "fp8",
        "Expert weights",
        PRECISIONS,
        role="decision",
        advanced=True,
        doc="Routed expert weights of an MoE model.",
    )
    compute: str = choice(
        "fp8",
        "Arithmetic",
        (("bf16", 16, "BF16"), ("fp8", 8, "FP8"), ("int8", 9, "INT8"), ("fp4", 4, "FP4")),
        role="decision",
        doc="Precision of matrix arithmetic; where the accelerator lacks it, the next wider one it has.",
    )
    kv: str = choice(
        "fp8", "KV cache", KV_PRECISIONS, role="decision", doc="Precision of cached keys and values."
    )
