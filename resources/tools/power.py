"""What a board draws, by family of accelerators: idle, active, and the energy of an operation and a byte.

Constants stand in `power.json`, which `fit_power` writes. On parts of a chip that was timed they are
energies; elsewhere they are shares of the board's limit at peak rate, for boards are built to meet their
limit at about the same shares.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from resources.tools.aliases import FAMILY_OF
from resources.tools.figures import Entry, value_of

_FITTED: Final[Mapping[str, Any]] = json.loads(Path(__file__).with_name("power.json").read_text("utf-8"))
_TABLE: Final = "aiconfigurator's board power under matrix products (NVIDIA, Apache-2.0)"
_SERVING: Final = "fitted to measured energy of serving (ML.ENERGY, LLM-Inference-Bench, InferenceX)"
_PEAKS: Final = {"bf16": 1.0, "fp8": 2.0, "fp4": 4.0}


@dataclass(frozen=True, slots=True)
class _Timed:
    """A system of the operator table, with the limit, peaks and bandwidth its shares are told against."""

    system: str
    name: str
    limit: float
    bf16: float
    bandwidth: float


_H200: Final = _Timed("h200_sxm", "H200", 700.0, 989.0, 4.8)
_B200: Final = _Timed("b200_sxm", "B200", 1000.0, 2250.0, 7.7)
_GB200: Final = _Timed("gb200", "GB200", 1200.0, 2500.0, 8.0)
#: Part -> the system whose chip it has.
_SAME_CHIP: Final = {
    **dict.fromkeys(("h100-sxm", "h100-pcie", "h200-sxm", "gh200-96"), _H200),
    **dict.fromkeys(("b200-sxm", "b300-sxm"), _B200),
    **dict.fromkeys(("gb200-nvl72", "gb300-nvl72"), _GB200),
}
_TIMED_THEMSELVES: Final = frozenset({"h200-sxm", "b200-sxm", "gb200-nvl72"})
#: Family -> limit of the boards whose serving was measured, and the parts that were [W].
_SERVED: Final = {
    "Ampere": (400.0, ("a100-40",)),
    "Hopper": (700.0, ("h100-sxm", "gh200-96")),
    "Blackwell": (1000.0, ("b200-sxm",)),
}
#: Family -> idle watts with a model loaded, limit, source, grade.
_IDLE: Final = {
    "Hopper": (80.0, 700.0, "reading of an idle H200 board, 80 of 700 W (serialalice.pt, 2026-06)", "press"),
    "Blackwell": (
        192.0,
        1000.0,
        "driver's listing of loaded, idle B200 boards, 192 of 1,000 W (NVIDIA/TensorRT-LLM issue 10278)",
        "press",
    ),
}
_IDLE_SHARE: Final = 0.13


def power(ident: str, values: Mapping[str, Entry]) -> dict[str, Entry]:
    """Return the constants of part `ident`, whose limit, peaks and bandwidth are in `values`."""
    limit, peak, bandwidth = (
        float(values[f"accelerator.{name}"]["value"]) for name in ("tdp", "bf16", "bandwidth")
    )
    made = {**_idle(ident, limit), **_active(ident, limit)}
    least = made["idle_power"][0]
    watts, *where = made["active_power"]
    made["active_power"] = (max(watts, least), where[0], where[1], where[2])
    timed = _SAME_CHIP.get(ident)
    source = timed or (_H200 if FAMILY_OF.get(ident) == "Ampere" else _B200)
    shares = _FITTED["systems"][source.system]
    factor = 1.0 if timed else _FITTED["families"].get(FAMILY_OF.get(ident, ""), {}).get("energies", 1.0)
    base = source if timed else _Timed("", "", limit, peak, bandwidth)
    energy = math.inf
    for width, wider in _PEAKS.items():
        own = values.get(f"accelerator.{width}", {}).get("value") or peak * wider
        rate = base.bf16 * wider if timed else float(own)
        # Where a narrower width is no faster its operations cost what the wider ones do.
        energy = min(energy, factor * shares[width] * base.limit / rate)
        made[f"flop_energy_{width}"] = (_rounded(energy), *_from(ident, source))
    byte = factor * shares["memory"] * base.limit / base.bandwidth
    made["byte_energy"] = (_rounded(byte), *_from(ident, source))
    return {
        f"efficiency.{name}": value_of(
            f"efficiency.{name}", value, text, grade, **({"note": note} if note else {})
        )
        for name, (value, text, grade, note) in made.items()
    }


_Cell = tuple[float, str, str, str]


def _idle(ident: str, limit: float) -> dict[str, _Cell]:
    watts, of, source, grade = _IDLE.get(
        FAMILY_OF.get(ident, ""),
        (_IDLE_SHARE, 1.0, "guess: 13 % of the limit, between Hopper and Blackwell", "guess"),
    )
    note = "" if grade == "guess" or limit == of else "share of the limit"
    chip = limit if of != 1.0 and ident not in {"gh200-96", *_TIMED_THEMSELVES} else of
    value = watts * limit if of == 1.0 else watts * chip / of
    return {"idle_power": (_rounded(value), source, grade, note)}


def _active(ident: str, limit: float) -> dict[str, _Cell]:
    family = FAMILY_OF.get(ident, "")
    fitted = _FITTED["families"]
    if family not in _SERVED:
        share = sum(fitted[name]["active_watts"] / of for name, (of, _) in _SERVED.items()) / len(_SERVED)
        note = "mean share of the limit over Ampere, Hopper and Blackwell"
        return {"active_power": (_rounded(share * limit), _SERVING, "transferred", note)}
    of, parts = _SERVED[family]
    watts = fitted[family]["active_watts"]
    if ident in parts:
        return {"active_power": (_rounded(watts), _SERVING, "derived", "")}
    note = f"share of the limit, from {family} boards"
    return {"active_power": (_rounded(watts * limit / of), _SERVING, "transferred", note)}


def _from(ident: str, source: _Timed) -> tuple[str, str, str]:
    text = f"{_TABLE}: {source.name}"
    if ident in _TIMED_THEMSELVES:
        return text, "measured", ""
    same = ident in _SAME_CHIP
    return text, "transferred", "same chip" if same else "shares of the limit at peak rate"


def _rounded(value: float) -> float:
    return float(f"{value:.3g}")
