"""A distribution as a person types it, and back.

`3 to 6`, `2.6 ± 10%`, `uniform 2 6`, `triangular 1 2 3`, `pert 2 3 6`, `normal 1 4`, `lognormal 1 4`,
`0.2: 2.1, 0.8: 2.6`, and for a choice `0.8: fp8, 0.2: bf16`.
"""

import re
from typing import Final

import numpy as np

from engine.doubt.quantiles import checked, shape_of
from engine.errors import ParameterError, UnitError, quoted
from engine.formatting import format_value
from engine.quantities import Bare, Range, parse
from engine.specs import Spec
from engine.uncertainty import BOUNDED, PEAKED, Uncertainty, discrete

_NAMES: Final = {
    "uniform": "uniform", "flat": "uniform", "triangular": "triangular", "triangle": "triangular",
    "tri": "triangular", "pert": "pert", "normal": "normal", "gauss": "normal", "lognormal": "lognormal",
    "range": "range",
}  # fmt: skip
_HEAD: Final = re.compile(r"\s*([A-Za-z]+)\b[\s(:]*(.*?)\)?\s*", re.DOTALL)
_BREAK: Final = re.compile(r"\s*;\s*|,\s+|\s+to\s+|\s*[–…]\s*|\s+(?=[-+−$]?[0-9.])", re.IGNORECASE)
_WEIGHTED: Final = re.compile(r"\s*([0-9]*[.,]?[0-9]+)\s*(%?)\s*:\s*([^:]+?)\s*$")
_ABOUT: Final = re.compile(r"(.+?)\s*(?:±|\+/?-)\s*(.+)", re.DOTALL)
_UNIT: Final = re.compile(r"[-+−$]*\s*[0-9][0-9.,' ]*(?:[eE][-+]?[0-9]+)?\s*(.*)")
_FORMS: Final = {
    "uniform": "uniform LEAST MOST", "triangular": "triangular LEAST LIKELY MOST",
    "pert": "pert LEAST LIKELY MOST", "normal": "normal P10 P90", "lognormal": "lognormal P10 P90",
    "range": "P10 to P90",
}  # fmt: skip


def parse_entry(
    text: str, spec: Spec, decimal: str = ".", *, bare: Bare = "display"
) -> float | Range | Uncertainty:
    """Return what `text` means for the input declared by `spec`: a number, a range, or a distribution.

    Parameters
    ----------
    text, spec, decimal, bare
        As for `engine.quantities.parse`, which reads every number in it.

    Raises
    ------
    UnitError, ParameterError
        If it cannot be read, or is not what the input allows.
    """
    head = _HEAD.fullmatch(text)
    if head is not None and head[1].lower() in _NAMES:
        return checked(_named(_NAMES[head[1].lower()], head[2], spec, decimal, bare), spec)
    if re.match(r"\s*[0-9.,]+\s*%?\s*:", text):
        return checked(_weights(text, spec, decimal, bare), spec)
    about = _ABOUT.fullmatch(text)
    if about is not None and not text.lstrip().startswith("="):
        return checked(_about(about[1], about[2], spec, decimal, bare), spec)
    return parse(text, spec, decimal, bare=bare)


def _numbers(pieces: list[str], spec: Spec, decimal: str, bare: Bare) -> list[float]:
    """Return the numbers; a unit written behind the last counts for those without one."""
    last = _UNIT.fullmatch(pieces[-1])
    unit = last[1].strip() if last is not None else ""
    made: list[float] = []
    for piece in pieces:
        alone = _UNIT.fullmatch(piece)
        whole = f"{piece} {unit}" if unit and alone is not None and not alone[1].strip() else piece
        value = parse(whole, spec, decimal, bare=bare)
        if isinstance(value, Range):
            raise UnitError(f"{quoted(piece)} must be one number")
        made.append(value)
    return made


def _named(kind: str, rest: str, spec: Spec, decimal: str, bare: Bare) -> Uncertainty:
    pieces = [piece for piece in _BREAK.split(rest.strip()) if piece]
    wanted = 3 if kind in PEAKED else 2
    if len(pieces) != wanted:
        count = f"{len(pieces)}"
        raise UnitError(f"{kind} takes {wanted} numbers, not {count}: write {_FORMS[kind]}")
    ends = _numbers(pieces, spec, decimal, bare)
    mode = ends[1] if wanted == 3 else None
    return Uncertainty(ends[0], ends[-1], kind, mode, kind in BOUNDED)


def _about(middle: str, off: str, spec: Spec, decimal: str, bare: Bare) -> Uncertainty:
    """Return eight cases of ten within `off` of `middle`; per cent are of the middle unless it is a share."""
    relative = re.fullmatch(r"\s*([0-9.,]+)\s*%\s*", off)
    if relative is not None and not (spec.percent or "%" in middle):
        centre = _numbers([middle], spec, decimal, bare)[0]
        half = abs(centre) * float(relative[1].replace(",", ".")) / 100.0
    else:
        centre, half = _numbers([middle, off], spec, decimal, bare)
    low, high = max(centre - half, spec.low), min(centre + half, spec.high)
    return Uncertainty(low, high, "normal")


def _weights(text: str, spec: Spec, decimal: str, bare: Bare) -> Uncertainty:
    pieces = [piece for piece in re.split(r"[;,]\s+|;|,(?=\s*[0-9.]+%?\s*:)", text.strip()) if piece.strip()]
    if len(pieces) == 1:
        pieces = re.split(r"\s+(?=[0-9.,]+%?\s*:)", text.strip())
    made: list[tuple[float | str, float]] = []
    for piece in pieces:
        found = _WEIGHTED.match(piece)
        if found is None:
            raise UnitError(f"{quoted(piece)} must be WEIGHT: VALUE, as in {_example(spec)}")
        weight = float(found[1].replace(",", ".")) / (100.0 if found[2] else 1.0)
        value: float | str = (
            spec.option(found[3]).id
            if spec.kind == "choice"
            else _numbers([found[3]], spec, decimal, bare)[0]
        )
        if not weight > 0.0:
            raise ParameterError(
                spec.key, f"{spec.label}: a weight must be above 0, not {quoted(found[1], marks=False)}"
            )
        made.append((value, weight))
    return discrete(made)


def _example(spec: Spec) -> str:
    if spec.kind == "choice":
        return ", ".join(f"{w}: {o.id}" for w, o in zip(("0.7", "0.3"), spec.options, strict=False))
    return "0.2: 2.1, 0.8: 2.6"


def entry_text(spread: Uncertainty, spec: Spec) -> str:
    """Return `spread` as it can be typed into the field of the input declared by `spec`."""
    scale = 100.0 if spec.percent else 1.0
    if spread.kind == "discrete":
        return ", ".join(
            f"{weight:g}: {value if isinstance(value, str) else _short(value * scale)}"
            for value, weight in spread.outcomes
        )
    low, high = _short(spread.low * scale), _short(spread.high * scale)
    unit = f" {spec.display_unit}".removesuffix(" 1")
    if spread.kind == "range" or (spread.kind in BOUNDED and not spread.bounds):
        return f"{low} to {high}{unit}"
    mode = f" {_short(spread.mode * scale)}" if spread.mode is not None else ""
    return f"{spread.kind} {low}{mode} {high}{unit}"


def _short(value: float) -> str:
    return f"{value:.6g}"


def words(spread: Uncertainty, spec: Spec) -> str:
    """Return `spread` in words: "PERT from 2 over 3 to 6 $/h", "eight in ten from 3 to 6 $/h"."""
    if spread.kind == "discrete":
        total = sum(weight for _, weight in spread.outcomes)
        return ", ".join(f"{weight / total * 100:.0f} % {_told(v, spec)}" for v, weight in spread.outcomes)
    low, high = _told(spread.low, spec), _told(spread.high, spec)
    names = {"pert": "PERT", "range": "", "normal": "normal", "lognormal": "lognormal"}
    name = names.get(spread.kind, spread.kind)
    if spread.bounds:
        over = f", most likely {_told(spread.mode, spec)}" if spread.mode is not None else ""
        return f"{name} from {low} to {high}{over}"
    return f"{name + ', ' if name else ''}eight in ten from {low} to {high}"


def _told(value: float | str, spec: Spec) -> str:
    return format_value(value, spec, full=True)


def middle(spread: Uncertainty, spec: Spec) -> float | str:
    """Return the value a distribution goes with: its mode or likeliest outcome, else its median."""
    if spread.kind == "discrete":
        return max(spread.outcomes, key=lambda each: each[1])[0]
    if spread.mode is not None:
        return spread.mode
    found = float(shape_of(spread, spec).at(np.array([0.5]))[0])
    return float(f"{found:.4g}")


def tenths(spread: Uncertainty, spec: Spec) -> tuple[float, float]:
    """Return the 10th and 90th percentile as stated, or of a distribution stated otherwise."""
    if spread.kind == "discrete" or spread.bounds:
        low, high = shape_of(spread, spec).at(np.array([0.1, 0.9]))
        return float(low), float(high)
    return spread.low, spread.high
