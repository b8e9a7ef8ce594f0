"""What kernels reach of the data-sheet peaks, by family of accelerators.

Medians of kernel timings published with aiconfigurator-core 0.12.0 (NVIDIA, Apache-2.0), typed here as
derived figures; best matrix products of ml-engineering where only those exist. A part that nobody timed
takes the figures of its nearest relative, graded "transferred".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from resources.tools.figures import Entry, Row, number, value_of

NAMES: Final = (
    *("gemm_compute_bf16", "gemm_compute_fp8", "gemm_compute_fp4"),
    *("gemm_memory_bf16", "gemm_memory_fp8", "gemm_memory_fp4"),
    *("gemm_time_bf16", "gemm_time_fp8", "gemm_time_fp4"),
    *("decode_attention_bf16", "decode_attention_fp8", "prefill_attention", "mla_decode"),
    *("moe_memory", "moe_compute", "link", "collective_time"),
)
_TIMES: Final = frozenset({"gemm_time_bf16", "gemm_time_fp8", "gemm_time_fp4", "collective_time"})

AIC: Final = "aiconfigurator-core 0.12.0 kernel tables (NVIDIA, Apache-2.0), median over engines"
MAMF: Final = "best matrix product of ml-engineering (2026-08), times 0.97 for the median shape"

_WHAT: Final[Mapping[str, str]] = {
    "gemm_compute": "products of 4,096 and more on every side",
    "gemm_memory": "slope of time over bytes, 16 rows and fewer",
    "gemm_time": "intercept of time over bytes, 16 rows and fewer",
    "decode_attention": "cache of 2 GB and more per call",
    "prefill_attention": "causal FLOP, 8k tokens and more",
    "mla_decode": "BF16 cache, 128 heads, 256 MB and more",
    "moe_memory": "8 experts, up to 64 tokens, best engine, mean of BF16 and FP8 by blocks",
    "moe_compute": "8 experts, 4k tokens and more, best engine, mean of BF16 and FP8 by blocks",
    "link": "all-reduce of 1 GiB over 4 accelerators, bus bandwidth over the link's",
    "collective_time": "all-reduce of 16 KB and less over 4 accelerators",
}


@dataclass(frozen=True)
class Family:
    """Constants of one family: `row` in the order of `NAMES`, `borrowed` those not timed on it."""

    timed: str
    row: str
    borrowed: Mapping[str, str] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, float]:
        """Return the constants by name: shares, and times in microseconds."""
        return dict(zip(NAMES, map(float, self.row.split()), strict=True))


_FP4_B200: Final = dict.fromkeys(("gemm_compute_fp4", "gemm_memory_fp4", "gemm_time_fp4"), "B200")
_INT4: Final = {"gemm_compute_fp4": "B200", "gemm_time_fp4": "B200"}
_TIMES_H100: Final = {"gemm_time_bf16": "H100", "gemm_time_fp8": "H100", "gemm_time_fp4": "B200"}

_A100: Final = "0.84 0.81 0.42 0.73 0.77 0.61 5.6 5.4 8.1 0.73 0.67 0.56 0.26 0.68 0.45 0.74 5.2"
_H100: Final = "0.78 0.54 0.42 0.85 0.77 0.59 3.6 5.4 8.1 0.91 0.84 0.59 0.71 0.74 0.50 0.79 3.0"
_H200: Final = "0.76 0.60 0.42 0.86 0.73 0.59 3.9 5.8 8.1 0.90 0.66 0.59 0.60 0.71 0.53 0.79 3.1"
_B200: Final = "0.67 0.49 0.42 0.83 0.65 0.59 3.6 5.9 8.1 0.92 0.90 0.50 0.59 0.68 0.50 0.69 5.0"
_B300: Final = "0.72 0.52 0.29 0.81 0.65 0.58 3.3 5.8 7.6 0.91 0.89 0.64 0.65 0.68 0.51 0.71 4.6"
_GB200: Final = "0.66 0.46 0.40 0.82 0.62 0.58 3.6 6.0 8.8 0.92 0.91 0.49 0.64 0.70 0.49 0.70 4.9"
_GB300: Final = "0.75 0.54 0.30 0.82 0.62 0.58 3.6 6.0 8.8 0.90 0.88 0.61 0.67 0.68 0.50 0.71 4.9"
_L40S: Final = "0.59 0.48 0.42 0.83 0.71 0.86 3.6 5.4 8.1 0.81 0.78 0.48 0.40 0.80 0.48 0.12 13.7"
_RTXPRO: Final = "0.85 0.72 0.63 0.83 0.78 0.52 3.6 5.4 8.1 0.85 0.84 0.59 0.19 0.80 0.52 0.47 13.1"

FAMILIES: Final[Mapping[str, Family]] = {
    "A100": Family(
        "A100",
        _A100,
        {**_INT4, "gemm_time_fp8": "H100", "decode_attention_fp8": "H100", "moe_compute": "H100"},
    ),
    "H100": Family("H100", _H100, _FP4_B200),
    "H200": Family("H200", _H200, _FP4_B200),
    "B200": Family("B200", _B200),
    "B300": Family("B300", _B300),
    "GB200": Family("GB200", _GB200),
    "GB300": Family(
        "GB300",
        _GB300,
        {f"gemm_{what}_{bits}": "GB200" for what in ("memory", "time") for bits in ("bf16", "fp8", "fp4")},
    ),
    "L40S": Family("L40S", _L40S, {**_TIMES_H100, "gemm_compute_fp4": "B200"}),
    "RTX PRO 6000": Family("RTX PRO 6000", _RTXPRO, _TIMES_H100),
}


@dataclass(frozen=True)
class Use:
    """How one accelerator takes its constants from a family.

    Attributes
    ----------
    family : str
    scale : float
        Factor on every share (times are divided by it) for a part of another maker or generation.
    own : mapping of name to (value, grade, source)
        Constants known of the part itself.
    why : str
        Empty where the family was timed on this very part.
    """

    family: str
    scale: float = 1.0
    own: Mapping[str, tuple[float, str, str]] = field(default_factory=dict)
    why: str = ""


def _best(bf16: float, fp8: float | None = None) -> dict[str, tuple[float, str, str]]:
    """Return large-GEMM constants from best measured products."""
    own = {"gemm_compute_bf16": (round(0.97 * bf16, 2), "measured", MAMF)}
    if fp8 is not None:
        own["gemm_compute_fp8"] = (round(0.97 * fp8, 2), "measured", MAMF)
    return own


_TPU: Final = "tpu-recipes @c8cfe2f microbenchmarks on TPU7x"
_TPU_OWN: Final[dict[str, tuple[float, str, str]]] = {
    "gemm_compute_bf16": (0.82, "measured", f"{_TPU}: 950 of 1,154 TFLOP/s per core"),
    "gemm_memory_bf16": (0.87, "measured", f"{_TPU}: copies of 256 MB and more, 6.4 of 7.38 TB/s"),
    "link": (
        0.6,
        "derived",
        f"{_TPU}: 179 GB/s on a 2x2 ring, which uses two of three axes; a cube uses all",
    ),
}
_FED: Final = "on-chip memory is fed by the compiler's schedule; published speeds stay far below peak"
_SRAM: Final[dict[str, tuple[float, str, str]]] = {
    **dict.fromkeys(("gemm_memory_bf16", "gemm_memory_fp8", "gemm_memory_fp4"), (0.3, "guess", _FED)),
    **dict.fromkeys(("decode_attention_bf16", "decode_attention_fp8"), (0.3, "guess", _FED)),
    **dict.fromkeys(_TIMES, (1.0, "guess", "compiled schedules have no kernel launches")),
}
_AMD: Final = "AMD part: timed only in large BF16 products, the rest is H100's times 0.9"
_ASIC: Final = "no kernel timings are public: H100's times 0.85"

USES: Final[Mapping[str, Use]] = {
    **{ident: Use("A100") for ident in ("a100-40", "a100-80")},
    "a10g": Use("L40S", why="L40S, the nearest card on GDDR6 and PCIe"),
    "l4": Use("L40S", why="L40S, same generation"),
    "l40s": Use("L40S"),
    "rtx4090": Use("L40S", why="L40S, same generation"),
    **{
        ident: Use("L40S", why="L40S, same generation")
        for ident in ("rtx4070ti", "rtx4080", "rtx4000-ada", "rtx5000-ada", "rtx6000-ada", "l20")
    },
    **{ident: Use("L40S", why="L40S, same generation") for ident in ("rtx4070", "rtx4060ti")},
    "rtx3060": Use("L40S", why="L40S, the nearest card on GDDR6 and PCIe"),
    "rtx5080": Use("RTX PRO 6000", why="RTX PRO 6000, same generation"),
    **{
        ident: Use("L40S", why="L40S, the nearest card on GDDR6 and PCIe")
        for ident in ("rtx3070", "rtx3080", "rtx3080ti", "rtx3090", "rtx-a6000", "a40", "a10", "t4")
    },
    **{
        ident: Use("A100", why="A100 SXM, same generation")
        for ident in ("a30", "a100-pcie-80", "a800-80", "v100-sxm-32")
    },
    **{ident: Use("H100", why="H100 SXM, same chip") for ident in ("h800-sxm", "h20-sxm", "h100-nvl")},
    "gb10": Use("RTX PRO 6000", why="RTX PRO 6000, same generation"),
    **{ident: Use("H100", 0.9, _best(0.514), _AMD) for ident in ("mi210", "mi308x", "rx7900xtx")},
    **{
        ident: Use("L40S", 0.9, why="Apple GPU: no kernel timings are public, L40S's times 0.9")
        for ident in (
            *("m1-7core", "m1", "m1-pro", "m1-max-32core", "m1-ultra", "m2", "m2-pro", "m2-max"),
            *("m2-ultra-76core", "m3", "m3-pro", "m3-max-40core", "m3-ultra", "m4", "m4-pro", "m4-max"),
        )
    },
    "h100-sxm": Use("H100"),
    "h100-pcie": Use("H100", why="H100 SXM, same chip"),
    "gh200-96": Use("H100", own=_best(0.838, 0.776), why="H100 SXM, same chip"),
    "h200-sxm": Use("H200"),
    "b200-sxm": Use("B200"),
    "gb200-nvl72": Use("GB200"),
    "b300-sxm": Use("B300"),
    "gb300-nvl72": Use("GB300"),
    "vr200-nvl72": Use("GB300", why="GB300, the generation before"),
    "rtxpro6000-se": Use("RTX PRO 6000"),
    "rtx5090": Use("RTX PRO 6000", why="RTX PRO 6000, same generation"),
    "mi250x": Use(
        "H100", 0.9, {"gemm_compute_bf16": (0.4, "guess", "two dies, one product reaches half")}, _AMD
    ),
    "mi300x": Use("H100", 0.9, _best(0.514), _AMD),
    "mi325x": Use("H100", 0.9, _best(0.604), _AMD),
    "mi350x": Use("H100", 0.9, _best(0.622), _AMD + "; large products from MI355X"),
    "mi355x": Use("H100", 0.9, _best(0.622), _AMD),
    "mi455x": Use("H100", 0.9, _best(0.622), _AMD + "; large products from MI355X"),
    **{
        ident: Use(
            "H100", 0.9, _TPU_OWN, "TPU: products, copies and links from TPU7x, the rest H100's times 0.9"
        )
        for ident in ("tpu-v5e", "tpu-v5p", "tpu-v6e", "tpu-v7")
    },
    "gaudi2": Use(
        "H100", 0.9, _best(0.969, 0.955), "Gaudi: timed only in large products, the rest H100's x 0.9"
    ),
    "gaudi3": Use(
        "H100", 0.9, _best(0.741, 0.769), "Gaudi: timed only in large products, the rest H100's x 0.9"
    ),
    "groq-lpu1": Use("H100", 0.85, _SRAM, _ASIC),
    "wse3": Use("H100", 0.85, _SRAM, _ASIC),
}


def efficiency(row: Row) -> dict[str, Entry]:
    """Return the `efficiency` values of one accelerator."""
    use = USES.get(row["id"], Use("H100", 0.85, why=_ASIC))
    family = FAMILIES[use.family]
    found = {f"efficiency.{name}": _constant(name, family, use) for name in NAMES}
    for bits in ("bf16", "fp8"):
        best = number(row, f"matmul_achieved_{bits}_frac")
        entry = found[f"efficiency.gemm_compute_{bits}"]
        if best is not None and best > entry["value"]:
            entry["high"] = best
    found["efficiency.activation_memory"] = value_of(
        "efficiency.activation_memory", 0.8, "share of bandwidth assumed for norms and residuals", "guess"
    )
    found["efficiency.scaleout_time"] = value_of(
        "efficiency.scaleout_time",
        20,
        "aiconfigurator's node-boundary latency, order of magnitude",
        "guess",
        low=5,
        high=60,
    )
    return found


def _constant(name: str, family: Family, use: Use) -> Entry:
    key = f"efficiency.{name}"
    if name in use.own:
        own_value, grade, source = use.own[name]
        return value_of(key, own_value, source, grade)
    value = family.values[name]
    value = round(value / use.scale, 1) if name in _TIMES else round(value * use.scale, 2)
    what = next(text for start, text in _WHAT.items() if name.startswith(start))
    more: dict[str, Any] = {}
    if name == "gemm_memory_fp4" and use.family in {"A100", "L40S"}:
        what = "INT4 weights, 16 rows and fewer, fixed time included"
    if name == "gemm_compute_fp8" and use.family == "A100":
        what = "INT8 products of 4,096 and more on every side"
    if name in family.borrowed:
        grade, more["note"] = (
            "transferred",
            f"not timed on {family.timed}; taken from {family.borrowed[name]}",
        )
    else:
        grade = "measured"
    if use.why:
        grade, more["note"] = "transferred", f"from {use.why}"
    return value_of(key, value, f"{AIC}: {family.timed}, {what}", grade, **more)
