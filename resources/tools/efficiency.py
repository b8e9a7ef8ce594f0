"""What kernels reach of the data-sheet peaks, by family of accelerators.

Constants of published kernel timings, as `resources.tools.derive_operators` fits them; best matrix
products of ml-engineering where only those exist. A part that nobody timed takes the figures of its
nearest relative, graded "transferred".
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from engine.parameters import GROUPS
from resources.tools.figures import Entry, Row, number, value_of

_FITTED: Final[Mapping[str, Mapping[str, Any]]] = json.loads(
    (Path(__file__).parent / "operators.json").read_text(encoding="utf-8")
)
#: Parameters that were fitted on at least one family.
NAMES: Final = tuple(
    spec.name
    for group in GROUPS
    if group.key == "efficiency"
    for spec in group.specs
    if any(spec.name in constants for constants in _FITTED.values())
)
_TIMES: Final = frozenset(name for name in NAMES if "_time" in name)
#: Shares of arithmetic: what holds a part's large products below its peak holds them all.
_ARITHMETIC: Final = frozenset(name for name in NAMES if "_compute" in name or name == "prefill_attention")

AIC: Final = "aiconfigurator-core 0.12.0 kernel tables (NVIDIA, Apache-2.0), one fit over engines"
INFERSIM: Final = "InferSim's H800 kernel tables (Alibaba, Apache-2.0)"
MAMF: Final = "best matrix product of ml-engineering (2026-08), times 0.97 for the median shape"

_BLACKWELL: Final = ("gemm_compute_fp4", "gemm_memory_fp4", "gemm_time_fp4", "moe_compute_fp4")
_EXCHANGE: Final = ("exchange", "exchange_time", "scaleout", "scaleout_time")
_EIGHT: Final = (
    *("decode_attention_fp8", "mla_compute_fp8", "moe_memory_fp8", "moe_memory_fp4", "moe_compute_fp8"),
)
#: Constants a family takes from another: not timed on it, or its part lacks the format.
_FROM: Final[Mapping[str, Mapping[str, str]]] = {
    "A100": {**dict.fromkeys(_EIGHT, "H100"), "gemm_compute_fp4": "B200", "moe_compute_fp4": "B200"},
    "H100": {**dict.fromkeys(_BLACKWELL, "B200"), "moe_compute_fp8": "H800"},
    "H200": {**dict.fromkeys(_BLACKWELL, "B200"), "moe_compute_fp8": "H800"},
    "L40S": {**dict.fromkeys(_BLACKWELL, "B200"), "scaleout": "H100"},
}


@dataclass(frozen=True)
class Constant:
    """One constant of a family: value and range in the declared unit, basis, and whose it really is."""

    value: float
    low: float
    high: float
    what: str
    timed: str


@cache
def family(name: str) -> Mapping[str, Constant]:
    """Return the constants of family `name`, every name of `NAMES`."""

    def one(constant: str) -> Constant:
        source = _FROM.get(name, {}).get(constant, name)
        for timed in (source, "H100", "H800"):
            found = _FITTED[timed].get(constant)
            if found is not None:
                return Constant(found["value"], found["low"], found["high"], found["what"], timed)
        raise KeyError(f"{constant} was timed on no family")

    return {constant: one(constant) for constant in NAMES}


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
    "exchange": (0.6, "derived", f"{_TPU}: as the ring's 179 GB/s"),
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
    **dict.fromkeys(_TIMES - {"scaleout_time"}, (1.0, "guess", "compiled schedules have no kernel launches")),
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
    constants = family(use.family)
    found = {f"efficiency.{name}": _constant(name, constants, use) for name in NAMES}
    for bits in ("bf16", "fp8"):
        best = number(row, f"matmul_achieved_{bits}_frac")
        entry = found[f"efficiency.gemm_compute_{bits}"]
        if best is not None and best > max(entry["value"], entry.get("high", 0.0)):
            entry["high"] = best
    found["efficiency.activation_memory"] = value_of(
        "efficiency.activation_memory", 0.8, "share of bandwidth assumed for norms and residuals", "guess"
    )
    return found


def _constant(name: str, constants: Mapping[str, Constant], use: Use) -> Entry:
    key = f"efficiency.{name}"
    if name in use.own:
        own_value, grade, source = use.own[name]
        return value_of(key, own_value, source, grade)
    timed = constants[name]
    scale = _scale(name, constants, use)
    digits = 0 if timed.value >= 100.0 else 1 if name in _TIMES else 2
    value, low, high = (round(each * scale, digits) for each in (timed.value, timed.low, timed.high))
    source = f"{INFERSIM if timed.timed == 'H800' else AIC}: {timed.timed}, {timed.what}"
    grade, more = "measured", _range(value, low, high)
    if timed.timed != use.family:
        grade, more["note"] = "transferred", f"not timed on {use.family}; taken from {timed.timed}"
    if use.why:
        grade, more["note"] = "transferred", f"from {use.why}"
    return value_of(key, value, source, grade, **more)


def _scale(name: str, constants: Mapping[str, Constant], use: Use) -> float:
    """Return the factor on a family's constant: other makers' kernels are less polished.

    A part whose large BF16 products stay below its peak, by power or by scheduling, stays below it in
    all arithmetic.
    """
    if name == "prefill_half":
        return 1.0
    if name in _TIMES:
        return 1.0 / use.scale
    if name in _ARITHMETIC and "gemm_compute_bf16" in use.own:
        return min(use.scale, use.own["gemm_compute_bf16"][0] / constants["gemm_compute_bf16"].value)
    return use.scale


def _range(value: float, low: float, high: float) -> dict[str, Any]:
    return {} if low == high == value else {"low": low, "high": high}
