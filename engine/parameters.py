"""Every input of the model, declared once.

Order is the order of the panel: along the chain from demand to price. A value is kept in the unit
declared here; `RECORD` is the row a kernel reads, one nested field per group, in base units.
Sources: see each entry; "theory" is the economics and performance reference of the project's library.
"""

from dataclasses import dataclass
from math import inf
from typing import Final

import numpy as np

from engine.specs import Group, Spec, choice, group, number, part

PRECISIONS: Final = (
    ("bf16", 16, "BF16"),
    ("fp8", 8, "FP8"),
    ("int8", 9, "INT8"),
    ("fp4", 4, "FP4"),
    ("int4", 5, "INT4"),
    ("published", 0, "as published"),
)
#: Choices without which some inputs have no effect.
OWNED: Final = (("finance.supply", ("own",)),)
RENTED: Final = (("finance.supply", ("rent",)),)
ARRIVALS: Final = (("deployment.load", ("concurrency", "share", "goodput", "replicas")),)
KV_PRECISIONS: Final = (("bf16", 16, "BF16"), ("fp8", 8, "FP8"), ("fp4", 4, "FP4"))


@dataclass(frozen=True)
class Workload:
    """Who asks what, how often, and how unevenly."""

    part: str = part(
        "enterprise-assistant",
        "Template",
        "workload",
        doc="Kind of request the lengths and the shape were taken from.",
        role="assumption",
    )
    input_tokens: float = number(
        6000,
        "Context per request",
        "tokens",
        hard=(1, 1e7),
        soft=(512, 32768),
        scale="log",
        role="assumption",
        doc="Mean input tokens of a request: system prompt, retrieved documents, history and question.",
        source="Azure 2023 conversation 1,155, code 2,048; retrieval adds 4k-8k",
    )
    output_tokens: float = number(
        600,
        "Output per request",
        "tokens",
        hard=(1, 1e6),
        soft=(16, 8192),
        scale="log",
        role="assumption",
        doc="Mean generated tokens of a request, reasoning included.",
        source="chat median 300 (IQR 129-618), reasoning median 5,000 (theory 7)",
    )
    cached_share: float = number(
        0.4,
        "Input from cache",
        "1",
        hard=(0, 0.999),
        soft=(0, 0.95),
        percent=True,
        role="assumption",
        doc="Share of input tokens found in the prefix cache and not computed again.",
        source="DeepSeek on-disk cache 56 % (342 of 608 billion tokens), theory 4",
    )
    input_variation: float = number(
        1.0,
        "Input length variation",
        "1",
        hard=(0, 5),
        soft=(0, 2),
        role="assumption",
        advanced=True,
        doc="Coefficient of variation of the input length.",
        source="Azure 2023 conversation 0.96",
    )
    output_variation: float = number(
        0.8,
        "Output length variation",
        "1",
        hard=(0, 5),
        soft=(0, 2),
        role="assumption",
        advanced=True,
        doc="Coefficient of variation of the output length.",
        source="Azure 2023 conversation 0.77",
    )
    users: float = number(
        20000,
        "Users",
        "users",
        hard=(1, 1e10),
        soft=(1, 1e7),
        scale="log",
        role="assumption",
        doc="People, agents or systems that send requests.",
    )
    requests_per_user: float = number(
        30,
        "Requests per user",
        "/day",
        hard=(1e-3, 1e9),
        soft=(1, 1e6),
        scale="log",
        role="assumption",
        doc="Requests of one user on an active day.",
    )
    active_days: float = number(
        21,
        "Active days a month",
        "1",
        hard=(0.1, 30.42),
        soft=(15, 30.42),
        role="assumption",
        doc="Days a month on which a user is active: 21 for office work, 30.4 for every day.",
    )
    peak_to_mean: float = number(
        3.0,
        "Peak over mean",
        "×",
        hard=(1, 100),
        soft=(1, 6),
        role="assumption",
        doc="Busiest hour over the mean of the week; the fleet is sized for the peak.",
        source="Azure 2024: coding 3.01, conversation 1.66 by the hour; DeepSeek 1.23",
    )
    burstiness: float = number(
        1.0,
        "Arrival burstiness",
        "1",
        hard=(0, 10),
        soft=(0.5, 3),
        role="assumption",
        advanced=True,
        doc="Coefficient of variation of the time between arrivals: 1 is Poisson.",
        source="Azure 2023 conversation 1.09",
        when=ARRIVALS,
    )


@dataclass(frozen=True)
class Limits:
    """What the service promises; a point that breaks a limit is infeasible."""

    percentile: str = choice(
        "p95",
        "Limits hold for",
        (
            ("mean", 0, "the mean"),
            ("p50", 50, "half (p50)"),
            ("p95", 95, "95 % (p95)"),
            ("p99", 99, "99 % (p99)"),
        ),
        role="decision",
        doc="Share of requests for which the limits must hold.",
    )
    tpot: float = number(
        65,
        "TPOT limit",
        "ms",
        hard=(0.1, 1e5),
        soft=(5, 500),
        scale="log",
        role="decision",
        doc="Longest admissible time per output token after the first.",
        source="30-50 ms reads faster than a person; MLPerf 40-200 ms",
    )
    ttft: float = number(
        3.0,
        "TTFT limit",
        "s",
        hard=(0.001, 1e5),
        soft=(0.1, 600),
        scale="log",
        role="decision",
        doc="Longest admissible time to the first token.",
        source="MLPerf interactive 0.45-2 s",
    )


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


@dataclass(frozen=True)
class Accelerator:
    """One accelerator and its share of the server. Dense peaks; links per direction."""

    part: str = part(
        "h100-sxm", "Accelerator", "accelerator", doc="Catalogue entry the figures were taken from."
    )
    rent: float = number(
        2.6,
        "Rent",
        "$/h",
        hard=(0, 1000),
        soft=(0.5, 15),
        scale="linear",
        role="price",
        doc="Price of one rented accelerator with its share of the server, per hour.",
        source="H100 index mid-2026 2.60 $/h",
        when=RENTED,
    )
    price: float = number(
        27500,
        "Accelerator price",
        "$",
        hard=(0, 1e7),
        soft=(1000, 100000),
        scale="linear",
        role="price",
        doc="Purchase price of one accelerator.",
        source="H100 25-30 k$ (2026-05)",
        when=OWNED,
    )
    server_price: float = number(
        6375,
        "Server per accelerator",
        "$",
        hard=(0, 1e7),
        soft=(0, 40000),
        role="price",
        doc=(
            "Purchase price of the rest of the server (host, memory, board, switches inside), network "
            "adapter apart, per accelerator."
        ),
        source="server price over accelerators, less accelerator and network adapter",
        when=OWNED,
    )
    server_size: float = number(
        8,
        "Accelerators per server",
        "accelerators",
        hard=(1, 1024),
        soft=(1, 72),
        whole=True,
        role="assumption",
        advanced=True,
        doc="Accelerators in one server or tray.",
        when=(("fleet.rounding", ("servers",)),),
    )
    memory: float = number(
        80,
        "Memory",
        "GB",
        hard=(0.01, 1e5),
        soft=(16, 512),
        role="assumption",
        doc="Usable memory of one accelerator.",
    )
    bandwidth: float = number(
        3.35,
        "Memory bandwidth",
        "TB/s",
        hard=(0.001, 1e5),
        soft=(0.3, 25),
        scale="log",
        role="assumption",
        doc="Peak memory bandwidth of one accelerator.",
    )
    bf16: float = number(
        989,
        "BF16 peak",
        "TFLOP/s",
        hard=(0.1, 1e6),
        soft=(50, 5000),
        scale="log",
        role="assumption",
        doc="Dense BF16 peak.",
    )
    fp8: float = number(
        1979,
        "FP8 peak",
        "TFLOP/s",
        hard=(0, 1e6),
        soft=(0, 20000),
        role="assumption",
        advanced=True,
        doc="Dense FP8 peak; 0 where the part has none.",
    )
    int8: float = number(
        1979,
        "INT8 peak",
        "TFLOP/s",
        hard=(0, 1e6),
        soft=(0, 20000),
        role="assumption",
        advanced=True,
        doc="Dense INT8 peak; 0 where the part has none.",
    )
    fp4: float = number(
        0,
        "FP4 peak",
        "TFLOP/s",
        hard=(0, 1e6),
        soft=(0, 40000),
        role="assumption",
        advanced=True,
        doc="Dense FP4 peak; 0 where the part has none.",
    )
    scaleup_bandwidth: float = number(
        450,
        "Scale-up link",
        "GB/s",
        hard=(0.01, 1e5),
        soft=(10, 2000),
        scale="log",
        role="assumption",
        doc="Bandwidth of the scale-up link per accelerator and direction.",
    )
    scaleup_domain: float = number(
        8,
        "Scale-up domain",
        "accelerators",
        hard=(1, 100000),
        soft=(1, 576),
        scale="log",
        whole=True,
        role="assumption",
        doc="Accelerators joined by the scale-up link.",
    )
    scaleout_bandwidth: float = number(
        400,
        "Scale-out link",
        "Gbit/s",
        hard=(0.01, 1e5),
        soft=(10, 1600),
        scale="log",
        role="assumption",
        doc="Network bandwidth per accelerator and direction.",
    )
    tdp: float = number(
        700,
        "Board power limit",
        "W",
        hard=(0.1, 1e6),
        soft=(70, 2500),
        role="assumption",
        doc="Thermal design power of the accelerator alone.",
    )
    system_power: float = number(
        1370,
        "All-in power",
        "W",
        hard=(0.1, 1e6),
        soft=(100, 4000),
        role="assumption",
        doc="Nameplate power of accelerator, host share and network share, before PUE.",
        source="InferenceX: H100 1,370 W per GPU",
    )


@dataclass(frozen=True)
class Efficiency:
    """What kernels reach of the data-sheet peaks, and what they draw; measured, by accelerator family."""

    gemm_compute_bf16: float = number(
        0.79,
        "Large GEMM, BF16",
        "1",
        hard=(0.01, 1),
        soft=(0.3, 0.9),
        percent=True,
        role="assumption",
        doc="Share of the BF16 peak a large matrix product reaches.",
        source="kernel timings: H100 .76-.83 by engine",
    )
    gemm_compute_fp8: float = number(
        0.52,
        "Large GEMM, FP8",
        "1",
        hard=(0.01, 1),
        soft=(0.3, 0.9),
        percent=True,
        role="assumption",
        doc="Share of the FP8 or INT8 peak a large matrix product reaches.",
        source="kernel timings: H100 .48-.71 by engine",
    )
    gemm_compute_fp4: float = number(
        0.44,
        "Large GEMM, FP4",
        "1",
        hard=(0.01, 1),
        soft=(0.2, 0.9),
        percent=True,
        role="assumption",
        doc="Share of the FP4 peak a large matrix product reaches.",
        source="kernel timings: B200 .44-.47 by engine",
        advanced=True,
    )
    gemm_memory_bf16: float = number(
        0.87,
        "Weight streaming, BF16",
        "1",
        hard=(0.01, 1),
        soft=(0.4, 0.95),
        percent=True,
        role="assumption",
        doc="Share of memory bandwidth a small-batch BF16 GEMM reaches, its fixed time apart.",
        source="kernel timings: H100 .85-.89 by engine",
    )
    gemm_memory_fp8: float = number(
        0.78,
        "Weight streaming, FP8",
        "1",
        hard=(0.01, 1),
        soft=(0.4, 0.95),
        percent=True,
        role="assumption",
        doc="The same for 8-bit weights.",
        source="kernel timings: H100 .67-.81 by engine",
    )
    gemm_memory_fp4: float = number(
        0.54,
        "Weight streaming, FP4",
        "1",
        hard=(0.01, 1),
        soft=(0.3, 0.95),
        percent=True,
        role="assumption",
        doc="The same for 4-bit weights.",
        source="kernel timings: B200 .40-.64 by engine",
        advanced=True,
    )
    gemm_time_bf16: float = number(
        3.2,
        "Fixed time per GEMM, BF16",
        "µs",
        hard=(0, 1e4),
        soft=(1, 20),
        role="assumption",
        doc="Time of a BF16 GEMM beyond its arithmetic and traffic.",
        source="kernel timings: H100 3.2-3.4 by engine",
        advanced=True,
    )
    gemm_time_fp8: float = number(
        4.9,
        "Fixed time per GEMM, FP8",
        "µs",
        hard=(0, 1e4),
        soft=(1, 20),
        role="assumption",
        doc="The same for FP8.",
        source="kernel timings: H100 2.5-6.2 by engine",
        advanced=True,
    )
    gemm_time_fp4: float = number(
        5.6,
        "Fixed time per GEMM, FP4",
        "µs",
        hard=(0, 1e4),
        soft=(1, 20),
        role="assumption",
        doc="The same for FP4.",
        source="kernel timings: B200 3.6-7 by engine",
        advanced=True,
    )
    decode_attention_bf16: float = number(
        0.88,
        "KV reading, BF16",
        "1",
        hard=(0.01, 1),
        soft=(0.4, 0.95),
        percent=True,
        role="assumption",
        doc="Share of memory bandwidth decode attention reaches on a BF16 cache.",
        source="kernel timings: H100 .79-.88 by engine",
    )
    decode_attention_fp8: float = number(
        0.75,
        "KV reading, FP8",
        "1",
        hard=(0.01, 1),
        soft=(0.4, 0.95),
        percent=True,
        role="assumption",
        doc="The same on a cache of 8 bits or fewer.",
        source="kernel timings: H100 .61-.77 by engine",
    )
    prefill_attention: float = number(
        0.69,
        "Prefill attention",
        "1",
        hard=(0.01, 1),
        soft=(0.2, 0.8),
        percent=True,
        role="assumption",
        doc="Share of the BF16 peak prefill attention reaches on causal FLOP of a very long prompt.",
        source="kernel timings: H100 .65-.74 by engine",
    )
    attention_time: float = number(
        12.6,
        "Fixed time per attention call",
        "µs",
        hard=(0, 1e4),
        soft=(2, 40),
        role="assumption",
        doc="Time of decode attention of one layer beyond its bytes over bandwidth.",
        source="kernel timings: H100 8-16 us by engine",
        advanced=True,
    )
    prefill_half: float = number(
        2017,
        "Prompt at half rate",
        "tokens",
        hard=(0, 1e6),
        soft=(100, 8000),
        role="assumption",
        doc="Prompt length at which prefill attention reaches half of its rate on long prompts.",
        source="kernel timings: H100 1,400-2,600 by engine",
        advanced=True,
    )
    mla_decode: float = number(
        0.87,
        "Latent reading",
        "1",
        hard=(0.01, 1),
        soft=(0.2, 0.95),
        percent=True,
        role="assumption",
        doc="Share of memory bandwidth absorbed MLA decode reaches where few heads share the latent.",
        source="kernel timings: H100 .82-.90",
        advanced=True,
    )
    mla_compute_bf16: float = number(
        0.56,
        "Latent attention, BF16 cache",
        "1",
        hard=(0.01, 1),
        soft=(0.1, 0.9),
        percent=True,
        role="assumption",
        doc="Share of the BF16 peak absorbed MLA decode reaches where many heads share the latent.",
        source="kernel timings: H100 .54-.59",
        advanced=True,
    )
    mla_compute_fp8: float = number(
        0.33,
        "Latent attention, FP8 cache",
        "1",
        hard=(0.01, 1),
        soft=(0.1, 0.9),
        percent=True,
        role="assumption",
        doc=(
            "The same on a cache of 8 bits or fewer, of the FP8 peak. Where it comes to less than BF16, "
            "the cache is widened."
        ),
        source="kernel timings: H100 .33, which is BF16 at .66; B200 .45",
        advanced=True,
    )
    moe_memory_bf16: float = number(
        0.8,
        "Expert streaming, BF16",
        "1",
        hard=(0.01, 1),
        soft=(0.3, 0.95),
        percent=True,
        role="assumption",
        doc="Share of memory bandwidth a grouped GEMM reaches on the experts it touches, BF16 weights.",
        source="kernel timings: H100 .80",
    )
    moe_memory_fp8: float = number(
        0.73,
        "Expert streaming, FP8",
        "1",
        hard=(0.01, 1),
        soft=(0.3, 0.95),
        percent=True,
        role="assumption",
        doc="The same for 8-bit weights.",
        source="kernel timings: H100 .73 by blocks",
    )
    moe_memory_fp4: float = number(
        0.54,
        "Expert streaming, FP4",
        "1",
        hard=(0.01, 1),
        soft=(0.2, 0.95),
        percent=True,
        role="assumption",
        doc="The same for 4-bit weights.",
        source="kernel timings: H100 .54 MXFP4, B200 .52 NVFP4",
        advanced=True,
    )
    moe_compute_bf16: float = number(
        0.58,
        "Expert GEMM, BF16",
        "1",
        hard=(0.01, 1),
        soft=(0.2, 0.9),
        percent=True,
        role="assumption",
        doc="Share of the BF16 peak a large grouped GEMM reaches.",
        source="kernel timings: H100 .58",
    )
    moe_compute_fp8: float = number(
        0.61,
        "Expert GEMM, FP8",
        "1",
        hard=(0.01, 1),
        soft=(0.2, 0.9),
        percent=True,
        role="assumption",
        doc="The same of the FP8 or INT8 peak.",
        source="grouped products of DeepSeek-V3's experts on H800",
    )
    moe_compute_fp4: float = number(
        0.31,
        "Expert GEMM, FP4",
        "1",
        hard=(0.01, 1),
        soft=(0.1, 0.9),
        percent=True,
        role="assumption",
        doc="The same of the FP4 peak.",
        source="kernel timings: B200 .31",
        advanced=True,
    )
    moe_time: float = number(
        10.6,
        "Fixed time per grouped GEMM",
        "µs",
        hard=(0, 1e4),
        soft=(2, 40),
        role="assumption",
        doc="Time of a grouped GEMM beyond its bytes over bandwidth.",
        source="grouped products of DeepSeek-V3's experts on H800",
        advanced=True,
    )
    activation_memory: float = number(
        0.8,
        "Activation traffic",
        "1",
        hard=(0.01, 1),
        soft=(0.4, 0.95),
        percent=True,
        role="assumption",
        doc="Share of memory bandwidth norms, residuals and rotary reach.",
        source="theory performance 2.2",
        advanced=True,
    )
    link: float = number(
        0.62,
        "Link efficiency",
        "1",
        hard=(0.01, 1.2),
        soft=(0.1, 1),
        percent=True,
        role="assumption",
        doc="Share of the scale-up link's bandwidth an all-reduce or a hand-over reaches.",
        source="kernel timings: H100 .62 to 64 MB, .79 beyond",
    )
    exchange: float = number(
        0.57,
        "Exchange efficiency",
        "1",
        hard=(0.01, 1.2),
        soft=(0.1, 1),
        percent=True,
        role="assumption",
        doc="Share of the scale-up link's bandwidth dispatch and combine of routed tokens reach.",
        source="DeepEP of low latency: H100 .57, B200 .68",
        advanced=True,
    )
    scaleout: float = number(
        0.99,
        "Network efficiency",
        "1",
        hard=(0.01, 1.2),
        soft=(0.1, 1),
        percent=True,
        role="assumption",
        doc="Share of the scale-out link's bandwidth that collectives beyond the domain reach.",
        source="DeepEP of low latency: H100 .99 over two to eight servers",
        advanced=True,
    )
    collective_time: float = number(
        3.3,
        "Fixed time per collective",
        "µs",
        hard=(0, 1e5),
        soft=(1, 60),
        role="assumption",
        doc="Time of a small all-reduce inside the scale-up domain.",
        source="kernel timings: H100 2.8-4.5 by engine",
        advanced=True,
    )
    exchange_time: float = number(
        11.6,
        "Fixed time per exchange",
        "µs",
        hard=(0, 1e5),
        soft=(5, 60),
        role="assumption",
        doc="Time of a dispatch or a combine of few tokens inside the scale-up domain.",
        source="DeepEP of low latency: H100 11.6 us",
        advanced=True,
    )
    scaleout_time: float = number(
        13.3,
        "Fixed time per hop off the domain",
        "µs",
        hard=(0, 1e6),
        soft=(5, 100),
        role="assumption",
        doc="Added time of a small collective that leaves the scale-up domain.",
        source="DeepEP of low latency: H100 13 us over two to eight servers",
        advanced=True,
    )
    idle_power: float = number(
        80,
        "Board idle",
        "W",
        hard=(0, 1e6),
        soft=(5, 400),
        role="assumption",
        doc="Draw of the board with nothing to do.",
        source="as drivers report it of idle H100 boards",
        advanced=True,
    )
    active_power: float = number(
        194,
        "Board active",
        "W",
        hard=(0, 1e6),
        soft=(20, 1000),
        role="assumption",
        doc="Draw of the board while kernels run, before what arithmetic and traffic add.",
        source="fitted to measured board power",
        advanced=True,
    )
    flop_energy_bf16: float = number(
        2.96,
        "Energy of an operation, BF16",
        "pJ/FLOP",
        hard=(0, 1e4),
        soft=(0.05, 10),
        role="assumption",
        doc="What one BF16 operation of a matrix product adds to the draw of the board.",
        source="operator table: H200 board power against arithmetic and traffic",
        advanced=True,
    )
    flop_energy_fp8: float = number(
        2.96,
        "Energy of an operation, FP8",
        "pJ/FLOP",
        hard=(0, 1e4),
        soft=(0.05, 10),
        role="assumption",
        doc="What one FP8 operation of a matrix product adds to the draw of the board.",
        source="operator table: H200 board power against arithmetic and traffic",
        advanced=True,
    )
    flop_energy_fp4: float = number(
        2.96,
        "Energy of an operation, FP4",
        "pJ/FLOP",
        hard=(0, 1e4),
        soft=(0.05, 10),
        role="assumption",
        doc="What one FP4 operation of a matrix product adds to the draw of the board.",
        source="operator table: H200 board power against arithmetic and traffic",
        advanced=True,
    )
    byte_energy: float = number(
        125,
        "Energy of a byte",
        "pJ/B",
        hard=(0, 1e6),
        soft=(10, 1000),
        role="assumption",
        doc="What one byte of memory traffic adds to the draw of the board, caches and wires included.",
        source="operator table: H200 board power against arithmetic and traffic",
        advanced=True,
    )


@dataclass(frozen=True)
class Stack:
    """What the serving software costs beside the kernels."""

    part: str = part(
        "generic", "Serving engine", "stack", doc="Catalogue entry the overheads were taken from."
    )
    step_time: float = number(
        0.3,
        "Host time per step",
        "ms",
        hard=(0, 1000),
        soft=(0, 5),
        role="assumption",
        doc="Scheduler and launch time of one step, whatever its batch.",
        source="fitted on closed-loop benchmarks, all engines alike",
    )
    request_time: float = number(
        1,
        "Host time per running request",
        "µs",
        hard=(0, 1e5),
        soft=(0, 200),
        role="assumption",
        doc="Time each running request adds to a step.",
        source="fitted on closed-loop benchmarks, all engines alike: below 1 us",
    )
    collective_extra: float = number(
        5.4,
        "Launch time per collective",
        "µs",
        hard=(0, 1e4),
        soft=(0, 50),
        role="assumption",
        doc="Synchronisation beyond the collective kernel itself.",
        source="fitted on closed-loop benchmarks, all engines alike",
        advanced=True,
    )
    layer_time: float = number(
        0,
        "Fixed time per layer",
        "µs",
        hard=(0, 1e4),
        soft=(0, 100),
        role="assumption",
        doc="Gaps and small kernels per layer beyond those counted.",
        source="theory performance 2.7: cannot be told from step time on equal depths",
        advanced=True,
    )
    prefill_layer_time: float = number(
        200,
        "Host time per prompt layer",
        "µs",
        hard=(0, 1e5),
        soft=(0, 1000),
        role="assumption",
        doc=(
            "Launching the kernels of a layer one by one: steps with prompts are not replayed from a "
            "graph, and last at least that long."
        ),
        source="TTFT of short prompts on 2024-2026 engines",
        advanced=True,
    )
    request_latency: float = number(
        10,
        "Latency outside the steps",
        "ms",
        hard=(0, 1e5),
        soft=(0, 200),
        role="assumption",
        doc="From the client to the scheduler and back with the first token: network, tokenizer, queues.",
        source="TTFT of short prompts at low load on 2024-2026 engines",
        advanced=True,
    )
    kernel_share: float = number(
        1.0,
        "Kernel launch time kept",
        "×",
        hard=(0, 10),
        soft=(0.1, 1.5),
        role="assumption",
        doc=(
            "Fixed time of a kernel inside the engine over that of the same kernel timed alone: graphs "
            "and dependent launches hide some."
        ),
        source="kernels timed alone",
        advanced=True,
    )
    expert_layer_time: float = number(
        0,
        "Fixed time per expert layer",
        "µs",
        hard=(0, 1e4),
        soft=(0, 100),
        role="assumption",
        doc="What a layer with routed experts adds: permutation and small kernels beyond those counted.",
        source="none beyond the kernels counted",
        advanced=True,
    )
    latent_layer_time: float = number(
        0,
        "Fixed time per latent layer",
        "µs",
        hard=(0, 1e4),
        soft=(0, 100),
        role="assumption",
        doc="What a layer with latent attention adds: norms, rotations and projections beyond those counted.",
        source="none beyond the kernels counted",
        advanced=True,
    )
    prompt_step_time: float = number(
        0,
        "Host time per step with prompts",
        "ms",
        hard=(0, 1000),
        soft=(0, 15),
        role="assumption",
        doc="What a step that prefills takes on top: its inputs are prepared anew and no graph is replayed.",
        source="none beyond the time of any step",
        advanced=True,
    )
    dense_time_bf16: float = number(
        1.0,
        "Weight reading, BF16",
        "×",
        hard=(0.1, 10),
        soft=(0.5, 2),
        role="assumption",
        doc="Time to read BF16 weights in this engine over that of the kernels measured.",
        source="kernels measured",
        advanced=True,
    )
    dense_time_fp8: float = number(
        1.0,
        "Weight reading, FP8",
        "×",
        hard=(0.1, 10),
        soft=(0.5, 2),
        role="assumption",
        doc="The same for 8-bit weights.",
        source="kernels measured",
        advanced=True,
    )
    dense_time_fp4: float = number(
        1.0,
        "Weight reading, FP4",
        "×",
        hard=(0.1, 10),
        soft=(0.5, 2),
        role="assumption",
        doc="The same for 4-bit weights.",
        source="kernels measured",
        advanced=True,
    )
    dense_work_time: float = number(
        1.0,
        "Dense arithmetic",
        "×",
        hard=(0.1, 100),
        soft=(0.5, 10),
        role="assumption",
        doc="Time of dense arithmetic in this engine over that of the kernels measured.",
        source="kernels measured",
        advanced=True,
    )
    cache_time: float = number(
        1.0,
        "Cache reading",
        "×",
        hard=(0.1, 100),
        soft=(0.5, 10),
        role="assumption",
        doc="Time of decode attention on the cache over that of the kernels measured.",
        source="kernels measured",
        advanced=True,
    )
    expert_variation: float = number(
        0.0,
        "Expert popularity variation",
        "1",
        hard=(0, 5),
        soft=(0, 1.5),
        role="assumption",
        doc=(
            "Coefficient of variation of how often experts are chosen: the more uneven, the fewer a step "
            "reaches. 0 is even."
        ),
        source="even routing",
        advanced=True,
    )
    expert_time_bf16: float = number(
        1.0,
        "Expert reading, BF16",
        "×",
        hard=(0.1, 10),
        soft=(0.5, 2),
        role="assumption",
        doc="Time to read BF16 experts in this engine over that of the kernels measured.",
        source="kernels measured",
        advanced=True,
    )
    expert_time_fp8: float = number(
        1.0,
        "Expert reading, FP8",
        "×",
        hard=(0.1, 10),
        soft=(0.5, 2),
        role="assumption",
        doc="The same for 8-bit experts.",
        source="kernels measured",
        advanced=True,
    )
    expert_time_fp4: float = number(
        1.0,
        "Expert reading, FP4",
        "×",
        hard=(0.1, 10),
        soft=(0.5, 2),
        role="assumption",
        doc="The same for 4-bit experts.",
        source="kernels measured",
        advanced=True,
    )
    expert_work_time: float = number(
        1.0,
        "Expert arithmetic",
        "×",
        hard=(0.1, 10),
        soft=(0.5, 3),
        role="assumption",
        doc="Time of expert arithmetic in this engine over that of the kernels measured.",
        source="kernels measured",
        advanced=True,
    )
    reserved_memory: float = number(
        4.0,
        "Memory held by the engine",
        "GB",
        hard=(0, 1e4),
        soft=(0, 20),
        role="assumption",
        doc="Workspace, graphs and communication buffers per accelerator.",
        source="theory performance 4: 3.5 GiB + 0.35 GiB",
    )
    reserved_cache: float = number(
        0,
        "Cache reserved ahead",
        "1",
        hard=(0, 1),
        soft=(0, 1),
        percent=True,
        role="assumption",
        doc=(
            "Share of the cache its answer has yet to fill that a request must find free to be admitted. "
            "0: taken as it grows, and others make way; 1: all of it, and nobody ever makes way."
        ),
        source="TensorRT-LLM: GUARANTEED_NO_EVICT; vLLM and SGLang make way",
        advanced=True,
    )
    memory_share: float = number(
        0.95,
        "Memory the engine may use",
        "1",
        hard=(0.05, 1),
        soft=(0.7, 1),
        percent=True,
        role="decision",
        doc="Share of usable memory given to weights, cache and workspace.",
        source="vLLM 0.9 of total, TensorRT-LLM 0.9 of free",
    )
    imbalance: float = number(
        1.15,
        "Expert imbalance",
        "×",
        hard=(1, 100),
        soft=(1, 2),
        role="assumption",
        doc="Load of the busiest expert rank over the mean.",
        source="theory performance 2.5: 1.07-1.27 at 1k tokens",
        advanced=True,
    )


@dataclass(frozen=True)
class Deployment:
    """How a replica is cut over accelerators and how hard it is loaded."""

    tensor_parallel: float = number(
        4,
        "Tensor parallel",
        "accelerators",
        hard=(1, 1024),
        soft=(1, 16),
        scale="log",
        whole=True,
        role="decision",
        doc="Accelerators that share every layer of one model copy.",
    )
    data_parallel: float = number(
        1,
        "Attention data parallel",
        "replicas",
        hard=(1, 1024),
        soft=(1, 72),
        scale="log",
        whole=True,
        role="decision",
        advanced=True,
        doc="Groups of a replica that keep their own sequences and share the experts.",
    )
    pipeline_parallel: float = number(
        1,
        "Pipeline stages",
        "replicas",
        hard=(1, 256),
        soft=(1, 16),
        scale="log",
        whole=True,
        role="decision",
        advanced=True,
        doc="Stages the layers are cut into.",
    )
    expert_parallel: float = number(
        1,
        "Expert parallel",
        "accelerators",
        hard=(1, 4096),
        soft=(1, 72),
        scale="log",
        whole=True,
        role="decision",
        advanced=True,
        doc="Ranks the routed experts are spread over; the rest of the split is by tensor.",
    )
    load: str = choice(
        "concurrency",
        "Loaded by",
        (
            ("concurrency", 0, "concurrent sequences"),
            ("share", 1, "share of capacity"),
            ("goodput", 2, "as hard as the limits allow"),
            ("replicas", 3, "fixed replicas"),
            ("closed", 4, "closed loop"),
            ("static", 5, "static batches"),
            ("offline", 6, "a queue that never empties"),
        ),
        role="decision",
        doc=(
            "What sets the load of a replica at the peak: mean concurrency, a share of its capacity, the "
            "most the limits allow, a fixed number of replicas, a closed loop that always keeps the "
            "concurrency in flight, batches of the concurrency submitted at once and run to their end, or "
            "a queue that never empties, of which as many run as fit."
        ),
    )
    concurrency: float = number(
        48,
        "Concurrent sequences",
        "seqs",
        hard=(0.01, 1e5),
        soft=(8, 512),
        scale="log",
        role="decision",
        doc="Sequences in flight per replica at the peak.",
        when=(("deployment.load", ("concurrency", "closed", "static")),),
    )
    rounds: float = number(
        1000,
        "Requests per client",
        "1",
        hard=(1, 1e9),
        soft=(2, 1000),
        scale="log",
        role="decision",
        advanced=True,
        doc=(
            "Requests each client of a closed loop sends one after the other. The first of all clients "
            "come at once and wait for each other; the fewer follow, the more they weigh."
        ),
        when=(("deployment.load", ("closed",)),),
    )
    load_share: float = number(
        0.7,
        "Share of capacity",
        "1",
        hard=(0.001, 0.999),
        soft=(0.1, 0.95),
        percent=True,
        role="decision",
        doc="Arrivals at the peak over the most a replica can serve.",
        when=(("deployment.load", ("share",)),),
    )
    replicas: float = number(
        8,
        "Replicas",
        "replicas",
        hard=(1, 1e6),
        soft=(1, 1000),
        scale="log",
        whole=True,
        role="decision",
        doc="Number of replicas when it is fixed.",
        when=(("deployment.load", ("replicas",)),),
    )
    batch_cap: float = number(
        512,
        "Batch cap",
        "seqs",
        hard=(1, 1e5),
        soft=(8, 4096),
        scale="log",
        whole=True,
        role="decision",
        doc="Most sequences the engine runs at once, memory permitting.",
    )
    token_budget: float = number(
        8192,
        "Token budget per step",
        "tokens",
        hard=(16, 1e6),
        soft=(512, 16384),
        scale="log",
        role="decision",
        advanced=True,
        doc="Most tokens of decode and prefill together in one step (chunked prefill).",
    )
    disaggregated: str = choice(
        "no",
        "Prefill and decode",
        (("no", 0, "on one pool"), ("yes", 1, "on separate pools")),
        role="decision",
        advanced=True,
        doc="Separate pools: prefill never delays decoding; the cache moves over the scale-out link.",
    )
    prefill_workers: float = number(
        0,
        "Prefill workers",
        "replicas",
        hard=(0, 10000),
        soft=(0, 64),
        whole=True,
        role="decision",
        advanced=True,
        doc="Workers of the prefill pool of one replica; 0: both pools as large as their work asks.",
    )
    decode_workers: float = number(
        0,
        "Decode workers",
        "replicas",
        hard=(0, 10000),
        soft=(0, 64),
        whole=True,
        role="decision",
        advanced=True,
        doc="Workers of the decode pool of one replica, with the prefill workers given.",
    )
    prefill_tensor_parallel: float = number(
        0,
        "Tensor parallel of prefill workers",
        "accelerators",
        hard=(0, 1024),
        soft=(0, 16),
        whole=True,
        role="decision",
        advanced=True,
        doc="Of the prefill pool; 0: the four of its layout are those of decode.",
    )
    prefill_data_parallel: float = number(
        1,
        "Data parallel of prefill workers",
        "replicas",
        hard=(1, 1024),
        soft=(1, 72),
        whole=True,
        role="decision",
        advanced=True,
        doc="Attention groups of a prefill worker, where it has a layout of its own.",
    )
    prefill_pipeline_parallel: float = number(
        1,
        "Pipeline stages of prefill workers",
        "replicas",
        hard=(1, 256),
        soft=(1, 16),
        whole=True,
        role="decision",
        advanced=True,
        doc="Stages of a prefill worker, where it has a layout of its own.",
    )
    prefill_expert_parallel: float = number(
        1,
        "Expert parallel of prefill workers",
        "accelerators",
        hard=(1, 4096),
        soft=(1, 72),
        whole=True,
        role="decision",
        advanced=True,
        doc="Expert ranks of a prefill worker, where it has a layout of its own.",
    )
    draft_tokens: float = number(
        0,
        "Drafted tokens per step",
        "tokens",
        hard=(0, 16),
        soft=(0, 8),
        whole=True,
        role="decision",
        advanced=True,
        doc="Tokens guessed ahead and verified in one step (multi-token prediction, speculative decoding).",
    )
    draft_acceptance: float = number(
        0.85,
        "First drafted token accepted",
        "1",
        hard=(0, 1),
        soft=(0.4, 0.98),
        percent=True,
        role="assumption",
        advanced=True,
        doc="Probability that the first guess is right.",
        source="InferenceX golden acceptance lengths: 0.77-0.95",
    )
    draft_decay: float = number(
        0.95,
        "Acceptance, guess to guess",
        "1",
        hard=(0, 1),
        soft=(0.7, 1),
        percent=True,
        role="assumption",
        advanced=True,
        doc="Each further guess is right that much less often, if all before it were.",
        source="InferenceX golden acceptance lengths: 0.73-0.98",
    )
    draft_share: float = number(
        0.03,
        "Draft step over step of the model",
        "1",
        hard=(0, 1),
        soft=(0, 0.2),
        percent=True,
        role="assumption",
        advanced=True,
        doc=(
            "Time, weights and cache of one guess over those of a step: a layer and the head for multi-token "
            "prediction, the ratio of sizes for a draft model."
        ),
        source="one layer of 61 and the head of DeepSeek-V3",
    )


@dataclass(frozen=True)
class Correction:
    """Factors a benchmark of one's own puts on the model; 1 leaves it as it is."""

    decode: float = number(
        1.0,
        "Decode time",
        "×",
        hard=(0.05, 20),
        soft=(0.5, 2),
        scale="log",
        role="assumption",
        doc="Factor on the time of a decode step: what the own machine takes over what the model says.",
    )
    prefill: float = number(
        1.0,
        "Prefill time",
        "×",
        hard=(0.05, 20),
        soft=(0.5, 2),
        scale="log",
        role="assumption",
        doc="Factor on the time that prompts add to a step, or take on an idle replica.",
    )
    power: float = number(
        1.0,
        "Board power",
        "×",
        hard=(0.05, 20),
        soft=(0.5, 2),
        scale="log",
        role="assumption",
        doc="Factor on the draw of an accelerator's board at any load.",
    )


@dataclass(frozen=True)
class Fleet:
    """From one replica to a fleet that survives failures and the daily peak."""

    scaling: str = choice(
        "static",
        "Capacity follows demand",
        (("static", 0, "no, sized for the peak"), ("elastic", 1, "yes, autoscaled")),
        role="decision",
        doc=(
            "Static: paid at the peak all the time. Elastic: capacity tracks demand with the given "
            "efficiency."
        ),
    )
    tracking: float = number(
        0.9,
        "Tracking efficiency",
        "1",
        hard=(0.05, 1),
        soft=(0.6, 1),
        percent=True,
        role="assumption",
        doc="Mean demand over mean capacity when autoscaled.",
        source="Azure 2024 shapes, 1 h lead: 0.91-0.96",
        advanced=True,
        when=(("fleet.scaling", ("elastic",)),),
    )
    spare_share: float = number(
        0.06,
        "Spare capacity",
        "1",
        hard=(0, 10),
        soft=(0, 0.5),
        percent=True,
        role="decision",
        doc="Spare replicas for failures and maintenance, over those needed.",
        source="theory 3.1: 5-12 % for 16-64 replicas",
    )
    waste_share: float = number(
        0.02,
        "Wasted work",
        "1",
        hard=(0, 0.95),
        soft=(0, 0.2),
        percent=True,
        role="assumption",
        doc="Share of work that serves nobody: retries, cancelled answers, health checks, evaluation.",
    )
    rounding: str = choice(
        "fractional",
        "Size of the fleet",
        (
            ("fractional", 0, "fractional (shared capacity)"),
            ("whole", 1, "whole replicas"),
            ("servers", 2, "whole servers"),
        ),
        role="decision",
        doc=(
            "Fractional: capacity is shared with other services. Whole: rounded up to replicas, or to "
            "servers full of accelerators."
        ),
        advanced=True,
        when=(("deployment.load", ("concurrency", "share", "goodput", "closed", "static", "offline")),),
    )


@dataclass(frozen=True)
class Network:
    """The scale-out network, per accelerator."""

    part: str = part(
        "fat-tree-2-400g", "Fabric", "network", doc="Catalogue entry the figures were taken from."
    )
    price: float = number(
        4248,
        "Network price",
        "$",
        hard=(0, 1e6),
        soft=(0, 15000),
        role="price",
        doc="Switches, cables and optics per accelerator, NIC apart.",
        source="H100 NDR two tiers 4,248 $ per GPU",
        when=OWNED,
    )
    nic_price: float = number(
        1750,
        "NIC price",
        "$",
        hard=(0, 1e6),
        soft=(0, 5000),
        role="price",
        doc="Network adapter per accelerator.",
        when=OWNED,
    )
    power: float = number(
        68,
        "Network power",
        "W",
        hard=(0, 1e5),
        soft=(0, 400),
        role="assumption",
        doc="Switches and optics per accelerator, NIC apart (the all-in power of the accelerator holds it).",
        source="93 W with NIC at two tiers, 133 W at three, less 25 W of a 400G NIC",
    )


@dataclass(frozen=True)
class Facility:
    """Building, power and cooling."""

    part: str = part("us-wholesale", "Site", "facility", doc="Catalogue entry the figures were taken from.")
    pue: float = number(
        1.25,
        "PUE",
        "×",
        hard=(1, 5),
        soft=(1.05, 1.6),
        role="assumption",
        doc="Facility power over IT power.",
        source="industry 1.54, Google 1.09, new liquid-cooled 1.15",
    )
    power_price: float = number(
        0.087,
        "Power price",
        "$/kWh",
        hard=(0, 10),
        soft=(0.03, 0.25),
        role="price",
        doc="Price of electricity.",
        source="US industrial 0.07-0.10",
        when=OWNED,
    )
    colocation: float = number(
        130,
        "Colocation",
        "$/kW-month",
        hard=(0, 1e5),
        soft=(60, 300),
        role="price",
        doc="Rent of space, power and cooling capacity per kW of all-in power.",
        source="US wholesale 80-196, 130",
        when=OWNED,
    )
    busy_power: float = number(
        0.7,
        "Host power when busy",
        "1",
        hard=(0.01, 1),
        soft=(0.4, 1),
        percent=True,
        role="assumption",
        doc="Draw of host, network and fans under load over their share of the nameplate.",
        source="theory 1.5: 0.7 of nameplate",
    )
    idle_power: float = number(
        0.25,
        "Host power when idle",
        "1",
        hard=(0, 1),
        soft=(0.1, 0.5),
        percent=True,
        role="assumption",
        doc="Draw of host, network and fans with nothing to do over their share of the nameplate.",
    )
    carbon: float = number(
        370,
        "Grid carbon",
        "g/kWh",
        hard=(0, 5000),
        soft=(0, 800),
        role="assumption",
        doc="Carbon dioxide per kWh of electricity.",
        advanced=True,
    )


@dataclass(frozen=True)
class Finance:
    """Who owns the machines and what capital, staff and software cost."""

    supply: str = choice(
        "rent",
        "Supply",
        (("own", 0, "owned"), ("rent", 1, "rented")),
        role="decision",
        doc=(
            "Owned: capital recovery, colocation, power, operations. Rented: the hourly price, power and "
            "building included."
        ),
    )
    rent_uplift: float = number(
        0.08,
        "Uplift on rent",
        "1",
        hard=(0, 5),
        soft=(0, 0.25),
        percent=True,
        role="assumption",
        doc="Storage, traffic and support beside the hourly price.",
        source="theory 1.1: 5-15 %",
        when=RENTED,
    )
    life: float = number(
        5,
        "Useful life",
        "years",
        hard=(0.25, 30),
        soft=(3, 7),
        role="assumption",
        doc="Years over which capital is recovered.",
        source="Amazon 5, Meta 5.5, Google and Microsoft 6, Nebius 4",
        when=OWNED,
    )
    residual: float = number(
        0.1,
        "Residual value",
        "1",
        hard=(0, 1),
        soft=(0, 0.3),
        percent=True,
        role="assumption",
        doc="Value at the end of life over the price.",
        source="theory 1.5: 0-25 %",
        when=OWNED,
    )
    cost_of_capital: float = number(
        0.1,
        "Cost of capital",
        "1",
        hard=(0, 1),
        soft=(0.04, 0.18),
        percent=True,
        role="assumption",
        doc="Yearly weighted cost of capital.",
        source="theory 1.5: 8-14 %",
        when=(*OWNED, ("finance.depreciation", ("annuity",))),
    )
    depreciation: str = choice(
        "annuity",
        "Capital cost",
        (("annuity", 0, "annuity (economic)"), ("straight", 1, "straight line (accounting)")),
        role="decision",
        doc="Annuity charges interest and repayment; straight line charges price over life.",
        advanced=True,
        when=OWNED,
    )
    staff: float = number(
        0.02,
        "Staff",
        "1",
        hard=(0, 1),
        soft=(0, 0.1),
        percent=True,
        role="assumption",
        doc="Yearly cost of operating staff over capital.",
        source="theory 1.5: staff and maintenance 5-8 % of capital a year",
        when=OWNED,
    )
    maintenance: float = number(
        0.04,
        "Maintenance",
        "1",
        hard=(0, 1),
        soft=(0, 0.1),
        percent=True,
        role="assumption",
        doc="Yearly maintenance and spares over capital.",
        source="theory 1.5",
        when=OWNED,
    )
    storage: float = number(
        500,
        "Storage per accelerator",
        "$",
        hard=(0, 1e6),
        soft=(0, 5000),
        role="price",
        doc="Purchase price of storage per accelerator.",
        advanced=True,
        when=OWNED,
    )
    software: float = number(
        0.1,
        "Software licence",
        "$/h",
        hard=(0, 100),
        soft=(0, 2),
        role="price",
        doc="Serving software and support per accelerator and hour, owned or rented.",
    )
    attribution: str = choice(
        "time",
        "Cost is split",
        (
            ("time", 0, "by busy time"),
            ("output", 1, "all on output tokens"),
            ("total", 2, "evenly over all tokens"),
        ),
        role="decision",
        advanced=True,
        doc="How the cost of a shared machine falls on input, cached and output tokens.",
    )
    cache_share: float = number(
        0.05,
        "Cost of a cached token",
        "1",
        hard=(0, 1),
        soft=(0, 0.25),
        percent=True,
        role="assumption",
        doc="Cost of holding and reloading a cached input token over computing it.",
        advanced=True,
        when=(("finance.attribution", ("time",)),),
    )


@dataclass(frozen=True)
class Price:
    """What a customer pays."""

    part: str = part(
        "open-70b-class",
        "Price list",
        "price",
        doc="Market listing the prices were taken from.",
        role="price",
    )
    scheme: str = choice(
        "tokens",
        "Sold by",
        (("tokens", 0, "tokens"), ("subscription", 1, "subscription")),
        role="decision",
        doc="Per token, or a flat fee per user and month.",
    )
    output: float = number(
        0.79,
        "Price per M output",
        "$/M tokens",
        hard=(0, 1e6),
        soft=(0.1, 30),
        scale="log",
        role="price",
        doc="List price of output tokens.",
    )
    input: float = number(
        0.59,
        "Price per M input",
        "$/M tokens",
        hard=(0, 1e6),
        soft=(0.02, 10),
        scale="log",
        role="price",
        doc="List price of input tokens that are computed.",
    )
    cached: float = number(
        0.295,
        "Price per M cached input",
        "$/M tokens",
        hard=(0, 1e6),
        soft=(0.005, 5),
        scale="log",
        role="price",
        doc="List price of input tokens found in the cache.",
    )
    subscription: float = number(
        20,
        "Subscription",
        "$/month",
        hard=(0, 1e6),
        soft=(1, 200),
        scale="log",
        role="price",
        doc="Flat fee per paying user and month.",
        when=(("price.scheme", ("subscription",)),),
    )
    paying_share: float = number(
        1.0,
        "Paid usage",
        "1",
        hard=(0.001, 1),
        soft=(0.05, 1),
        percent=True,
        role="assumption",
        doc="Share of requests (or users) that pay; the rest is free.",
    )
    discount: float = number(
        0.0,
        "Discount",
        "1",
        hard=(0, 0.999),
        soft=(0, 0.5),
        percent=True,
        role="decision",
        doc="Mean discount on list prices: volume, batch.",
    )
    fees: float = number(
        0.03,
        "Fees and revenue share",
        "1",
        hard=(0, 0.999),
        soft=(0, 0.3),
        percent=True,
        role="assumption",
        doc="Payment fees and the share of a cloud or marketplace.",
    )


#: Every group, in the order of the panel.
GROUPS: Final[tuple[Group, ...]] = (
    group("workload", "Workload", Workload),
    group("limits", "Service limits", Limits),
    group("model", "Model", Model, per_tier=True),
    group("precision", "Precision", Precision, per_tier=True),
    group("accelerator", "Accelerator", Accelerator, per_tier=True),
    group("deployment", "Deployment", Deployment, per_tier=True),
    group("efficiency", "Achieved efficiency", Efficiency, per_tier=True),
    group("stack", "Serving stack", Stack, per_tier=True),
    group("correction", "Own benchmark", Correction, per_tier=True),
    group("fleet", "Fleet & availability", Fleet),
    group("network", "Network & optics", Network),
    group("facility", "Power & facility", Facility),
    group("finance", "Supply & finance", Finance),
    group("price", "Price", Price),
)

#: Every parameter by key.
SPECS: Final[dict[str, Spec]] = {spec.key: spec for entry in GROUPS for spec in entry.specs}

#: The row a kernel reads: one nested struct per group, all fields float64 in base units.
RECORD: Final = np.dtype(
    [(entry.key, np.dtype([(s.name, np.float64) for s in entry.specs if s.numeric])) for entry in GROUPS]
)

#: Position of a numeric parameter in a record viewed as a flat float64 vector.
POSITIONS: Final[dict[str, int]] = {
    key: i for i, key in enumerate(s.key for g in GROUPS for s in g.specs if s.numeric)
}

assert RECORD.itemsize == 8 * len(POSITIONS)
assert all(spec.low <= spec.high < inf or spec.high == inf for spec in SPECS.values())
