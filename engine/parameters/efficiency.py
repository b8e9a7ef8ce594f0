"""What kernels reach of the data sheet, and the energy of their work."""

from dataclasses import dataclass

from engine.specs import number


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
