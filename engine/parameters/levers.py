"""What lowers the bill before, in and behind the model; every lever is off by default."""

from dataclasses import dataclass
from typing import Final

from engine.specs import choice, number

_SWITCH: Final = (("off", 0, "no"), ("on", 1, "yes"))
_RESPONSE: Final = (("levers.response", ("on",)),)
_COMPRESSION: Final = (("levers.compression", ("on",)),)
_EFFORT: Final = (("levers.effort", ("low", "medium", "high", "custom")),)
_CUSTOM: Final = (("levers.effort", ("custom",)),)
_SIZED: Final = (("levers.prefix", ("sized",)),)
_DISTILLED: Final = (("levers.distilled", ("on",)),)


@dataclass(frozen=True)
class Levers:
    """What is asked of the model less than users ask, and what that does to quality."""

    response: str = choice(
        "off",
        "Response cache",
        _SWITCH,
        role="decision",
        doc="Answers to questions asked before, in the same or similar words, come from a store.",
    )
    response_share: float = number(
        0.15,
        "Answered from the response cache",
        "1",
        hard=(0, 0.99),
        soft=(0.01, 0.5),
        percent=True,
        role="assumption",
        doc="Share of requests that never reach the model; as long as the others, in the mean.",
        source="0.05-0.3, from memory (theory 4) [M]",
        when=_RESPONSE,
    )
    response_cost: float = number(
        2e-5,
        "Cost of a look-up",
        "$",
        hard=(0, 1),
        soft=(0, 1e-3),
        role="price",
        advanced=True,
        doc="Embedding of the question and search in the store, for every request, found or not.",
        source="100 tokens at 0.02 $/M and a vector search, from memory [M]",
        when=_RESPONSE,
    )
    response_time: float = number(
        30,
        "Time of a look-up",
        "ms",
        hard=(0, 1e5),
        soft=(1, 200),
        role="assumption",
        advanced=True,
        doc="Added to every request; what is found is answered at once after it.",
        source="embedding 10-20 ms and search 5-10 ms, from memory [M]",
        when=_RESPONSE,
    )
    response_loss: float = number(
        0.05,
        "Unfit answers from the cache",
        "1",
        hard=(0, 1),
        soft=(0, 0.3),
        percent=True,
        role="assumption",
        doc="Share of the answers found that do not fit the question.",
        source="from memory [M]",
        when=_RESPONSE,
    )
    response_price: float = number(
        1.0,
        "Price of an answer from the cache",
        "1",
        hard=(0, 1),
        soft=(0, 1),
        percent=True,
        role="price",
        advanced=True,
        doc="Share of its token price that an answer from the response cache earns.",
        when=_RESPONSE,
    )
    compression: str = choice(
        "off",
        "Prompt compression",
        _SWITCH,
        role="decision",
        doc="A small model drops tokens of the prompt that add little.",
    )
    compression_kept: float = number(
        0.7,
        "Prompt kept",
        "1",
        hard=(0.02, 1),
        soft=(0.1, 1),
        percent=True,
        role="decision",
        doc="Input tokens after compression over those before; the share found in the prefix cache stays.",
        source="0.5-0.9, from memory (theory 4) [M]",
        when=_COMPRESSION,
    )
    compression_cost: float = number(
        0.02,
        "Cost of compression",
        "$/M tokens",
        hard=(0, 100),
        soft=(0, 0.5),
        role="price",
        advanced=True,
        doc="Cost of the compressor per token it reads.",
        source="price of a small encoder by the token, from memory [M]",
        when=_COMPRESSION,
    )
    compression_speed: float = number(
        50000,
        "Speed of compression",
        "tokens/s",
        hard=(1, 1e9),
        soft=(5000, 500000),
        scale="log",
        role="assumption",
        advanced=True,
        doc="Tokens the compressor reads a second; what it takes adds to the time to the first token.",
        source="0.5 B encoder at 1.1 GFLOP a token and 55 TFLOP/s, derived",
        when=_COMPRESSION,
    )
    compression_loss: float = number(
        0.025,
        "Quality lost by compression",
        "1",
        hard=(0, 1),
        soft=(0, 0.2),
        percent=True,
        role="assumption",
        doc="Relative loss if the whole prompt were dropped; in proportion to the share that is.",
        source="LLMLingua on GSM8K: 2 % at a fifth of the prompt, from memory [M]",
        when=_COMPRESSION,
    )
    effort: str = choice(
        "given",
        "Reasoning effort",
        (
            ("given", 0, "as the workload has it"),
            ("low", 1, "low: half the tokens"),
            ("medium", 2, "medium: 3 times the tokens"),
            ("high", 3, "high: 9.7 times the tokens"),
            ("custom", 4, "as set"),
        ),
        role="decision",
        doc=(
            "Multiplies the tokens generated for an answer: 3 is the low end of reasoning on top of an "
            "answer, 9.7 what problem solving took over plain chat (6,988 against 717 tokens, ML.ENERGY)."
        ),
    )
    effort_tokens: float = number(
        5.0,
        "Tokens by effort",
        "×",
        hard=(0.05, 100),
        soft=(0.5, 20),
        scale="log",
        role="decision",
        doc="Output tokens over those of the workload.",
        source="3-20 (theory 4); ML.ENERGY 9.7",
        when=_CUSTOM,
    )
    effort_variation: float = number(
        1.25,
        "Variation by effort",
        "×",
        hard=(0.1, 5),
        soft=(0.8, 2),
        role="assumption",
        advanced=True,
        doc="Variation of the output length over that of the workload: hard questions take longer.",
        source="theory 4 says that it rises; the factor is from memory [M]",
        when=_EFFORT,
    )
    effort_gain: float = number(
        0.0,
        "Errors removed by effort",
        "1",
        hard=(-1, 1),
        soft=(0, 0.8),
        percent=True,
        role="assumption",
        doc="Share of the wrong answers that the effort sets right; below 0 where less thought adds errors.",
        when=_EFFORT,
    )
    prefix: str = choice(
        "given",
        "Prefix cache",
        (("given", 0, "share as given"), ("sized", 1, "share from its size")),
        role="decision",
        doc="Whether the share of input found in the prefix cache is an input, or follows from its size.",
    )
    prefix_curve: str = choice(
        "conversation",
        "Reuse of prefixes",
        (("conversation", 0, "conversations"), ("synthetic", 1, "mixed long documents and tools")),
        role="assumption",
        doc="Which measured trace tells how soon a prefix comes again (LRU, hit rate against size).",
        source="Mooncake FAST25 traces, hit rates computed at 0.5, 1.5, 5.1, 15 and 26 M tokens",
        when=_SIZED,
    )
    prefix_ceiling: float = number(
        0.56,
        "Input that comes again",
        "1",
        hard=(0.001, 0.998),
        soft=(0.05, 0.97),
        percent=True,
        role="assumption",
        doc="Share of input tokens that a prefix cache without end would find.",
        source="Mooncake conversation 0.37-0.40, synthetic 0.64-0.66, coding agents 0.96, DeepSeek 0.56",
        when=_SIZED,
    )
    prefix_hbm: float = number(
        0.0,
        "Prefix cache in HBM",
        "GB",
        hard=(0, 1e4),
        soft=(0, 100),
        role="decision",
        doc="Memory of each accelerator kept for prefixes nobody runs; it lowers the batch limit.",
        when=_SIZED,
    )
    prefix_host: float = number(
        128.0,
        "Prefix cache in host memory",
        "GB",
        hard=(0, 1e5),
        soft=(0, 1024),
        role="decision",
        doc="Host memory per accelerator.",
        source="a quarter of 4 TB for eight accelerators, from memory [M]",
        when=_SIZED,
    )
    prefix_disk: float = number(
        1000.0,
        "Prefix cache on SSD",
        "GB",
        hard=(0, 1e6),
        soft=(0, 15000),
        role="decision",
        doc="Solid-state disk per accelerator.",
        source="a quarter of a 4 TB drive each, from memory [M]",
        when=_SIZED,
    )
    prefix_host_price: float = number(
        0.15,
        "Host memory",
        "$/GB-month",
        hard=(0, 100),
        soft=(0.03, 0.6),
        role="price",
        advanced=True,
        doc="Cost of holding prefixes in host memory.",
        source="7 $/GB of server DRAM over four years, from memory [M]",
        when=_SIZED,
    )
    prefix_disk_price: float = number(
        0.01,
        "SSD",
        "$/GB-month",
        hard=(0, 100),
        soft=(0.003, 0.1),
        role="price",
        advanced=True,
        doc="Cost of holding prefixes on disk.",
        source="0.15-0.3 $/GB of NVMe over five years with spares, from memory [M]",
        when=_SIZED,
    )
    prefix_host_bandwidth: float = number(
        25.0,
        "Reload from host memory",
        "GB/s",
        hard=(0.01, 1e4),
        soft=(5, 400),
        scale="log",
        role="assumption",
        advanced=True,
        doc="Speed at which an accelerator reads prefixes back; it adds to the time to the first token.",
        source="half of PCIe 5.0 x16, from memory [M]",
        when=_SIZED,
    )
    prefix_disk_bandwidth: float = number(
        5.0,
        "Reload from SSD",
        "GB/s",
        hard=(0.01, 1e4),
        soft=(0.5, 50),
        scale="log",
        role="assumption",
        advanced=True,
        doc="As from host memory; one disk an accelerator.",
        source="one NVMe drive reads 5-7 GB/s, from memory [M]",
        when=_SIZED,
    )
    distilled: str = choice(
        "off",
        "Model of one's own making",
        _SWITCH,
        role="decision",
        doc="Whether the model was distilled or tuned for the task, for a sum paid once.",
    )
    distilled_cost: float = number(
        50000,
        "Cost of distilling",
        "$",
        hard=(0, 1e12),
        soft=(1000, 1e7),
        scale="log",
        role="price",
        doc="Data, training and evaluation, paid once for each life of the model.",
        source="from memory [M]",
        when=_DISTILLED,
    )
    distilled_life: float = number(
        12,
        "Life of a model",
        "months",
        hard=(0.1, 240),
        soft=(3, 36),
        role="assumption",
        doc="After it the model is distilled anew.",
        source="from memory [M]",
        when=_DISTILLED,
    )
    distilled_loss: float = number(
        0.03,
        "Quality lost by distilling",
        "1",
        hard=(0, 1),
        soft=(0, 0.3),
        percent=True,
        role="assumption",
        doc="Relative loss against the model it replaces.",
        source="from memory [M]",
        when=_DISTILLED,
    )
    loss_fp8: float = number(
        0.0,
        "Quality lost in FP8",
        "1",
        hard=(0, 1),
        soft=(0, 0.05),
        percent=True,
        role="assumption",
        advanced=True,
        doc="Weights, arithmetic or cache in FP8 where the model was published wider.",
        source="lossless at all scales, 500k evaluations of Llama 3.1 (arXiv 2411.02355)",
    )
    loss_int8: float = number(
        0.02,
        "Quality lost in INT8",
        "1",
        hard=(0, 1),
        soft=(0, 0.05),
        percent=True,
        role="assumption",
        advanced=True,
        doc="Weights and arithmetic in INT8.",
        source="1-3 %, arXiv 2411.02355",
    )
    loss_fp4: float = number(
        0.01,
        "Quality lost in FP4",
        "1",
        hard=(0, 1),
        soft=(0, 0.1),
        percent=True,
        role="assumption",
        advanced=True,
        doc="Weights or arithmetic in FP4 where the model was published wider.",
        source="below 1 % against FP8 for large models, NVIDIA, seen second hand",
    )
    loss_int4: float = number(
        0.015,
        "Quality lost in INT4",
        "1",
        hard=(0, 1),
        soft=(0, 0.1),
        percent=True,
        role="assumption",
        advanced=True,
        doc="Weights in INT4, arithmetic wider (W4A16).",
        source="competitive with 8 bits, arXiv 2411.02355; the figure is from memory [M]",
    )
    loss_kv_fp4: float = number(
        0.01,
        "Quality lost by an FP4 cache",
        "1",
        hard=(0, 1),
        soft=(0, 0.1),
        percent=True,
        role="assumption",
        advanced=True,
        doc="Keys and values kept in FP4.",
        source="from memory [M]",
    )
