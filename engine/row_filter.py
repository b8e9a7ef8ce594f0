"""Conditions on rows of a table, as a person writes them: `margin > 20% and TPOT p95 < 40 and feasible`."""

import difflib
import operator
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.errors import IsocostError, quoted
from engine.metrics import METRICS
from engine.quantities import Range, parse
from engine.scenario import spec_of
from engine.solve.roots import target_of

Floats = NDArray[np.float64]

_COMPARE: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "<=": operator.le, ">=": operator.ge, "!=": operator.ne, "<": operator.lt, ">": operator.gt,
    "=": operator.eq,
}  # fmt: skip
_TERM: Final = re.compile(r"^(?P<name>[^<>=!]+?)\s*(?P<sign><=|>=|!=|==|<|>|=)\s*(?P<value>[^<>=!]+)$")
#: What stands between conditions.
_JOINT: Final = re.compile(r"(\s+and\s+|\s*&\s*)", re.IGNORECASE)
_USAGE: Final = "write a column, one of < <= > >= = and a value, as gross margin > 20%; join by and"


@dataclass(frozen=True, slots=True)
class Condition:
    """One term: column `key` compared with `value`, in base units for a metric and declared ones else."""

    key: str
    sign: str
    value: float

    def holds(self, values: Floats) -> NDArray[np.bool_]:
        """Return which of `values` meet it; what has no value meets nothing."""
        return np.asarray(_COMPARE[self.sign](values, self.value) & np.isfinite(values))


def conditions(text: str, columns: Iterable[str], decimal: str = ".") -> tuple[Condition, ...]:
    """Return what `text` asks of rows with `columns`: keys of inputs and metrics.

    A column is named by its key, its label, or by what only one of them holds; other metrics by key or label.

    Raises `IsocostError` for a text that cannot be read.
    """
    parts = [part.strip() for part in re.split(r"\s+and\s+|\s*&\s*", text.strip(), flags=re.IGNORECASE)]
    return tuple(_condition(part, tuple(columns), decimal) for part in parts if part)


def exchanged(text: str, columns: Iterable[str], change: Callable[[str, str], str]) -> str:
    """Return `text` with the value of each condition as `change` gives it for its column and that value.

    What cannot be read, or asks about a choice, stays as it is.
    """
    parts, known = _JOINT.split(text), tuple(columns)
    for place in range(0, len(parts), 2):
        match = _TERM.match(parts[place].strip())
        if match is None:
            continue
        try:
            key = _column(match["name"].strip(), known)
        except IsocostError:
            continue
        head, value = parts[place].split(match["sign"], 1)
        parts[place] = f"{head}{match['sign']}{change(key, value)}"
    return "".join(parts)


def matching(found: Iterable[Condition], values: Mapping[str, Floats], count: int) -> NDArray[np.bool_]:
    """Return which of `count` rows meet all conditions; `values` holds each of their columns."""
    kept = np.ones(count, bool)
    for condition in found:
        kept &= condition.holds(values[condition.key])
    return kept


def _condition(part: str, columns: tuple[str, ...], decimal: str) -> Condition:
    if part.lower() in {"feasible", "infeasible"}:
        return Condition("feasible", "=", float(part.lower() == "feasible"))
    match = _TERM.match(part)
    if match is None:
        raise IsocostError(f"{quoted(part)} is no condition: {_USAGE}")
    key = _column(match["name"].strip(), columns)
    return Condition(key, match["sign"].replace("==", "="), _value(key, match["value"].strip(), decimal))


def _label(key: str) -> str:
    return METRICS[key].label if key in METRICS else spec_of(key).label


def _column(name: str, columns: tuple[str, ...]) -> str:
    if name in columns or name in METRICS:
        return name
    low = name.lower()
    everything = [*columns, *(key for key in METRICS if key not in columns)]
    exact = [key for key in everything if _label(key).lower() == low]
    if exact:
        return exact[0]
    near = [key for key in columns if low in _label(key).lower()]
    if len(near) == 1:
        return near[0]
    if near:
        told = ", ".join(_label(key) for key in near)
        raise IsocostError(f"{quoted(name)} may be {told}; name one of them")
    raise IsocostError(f"no column is called {quoted(name)}; {_some(low, list(map(_label, columns)))}")


def _some(low: str, labels: list[str]) -> str:
    """Return which of `labels` may have been meant; all of them where they are few."""
    if len(labels) <= 20:
        return f"there are {', '.join(labels)}"
    near = difflib.get_close_matches(low, [label.lower() for label in labels], 3) if len(low) <= 60 else []
    if near:
        return f"did you mean {' or '.join(label for label in labels if label.lower() in near)}?"
    return f"there are {len(labels)}, as {', '.join(labels[:6])}"


def _value(key: str, text: str, decimal: str) -> float:
    if key == "feasible":
        return float(text.lower() in {"yes", "true", "1"})
    if key in METRICS:
        codes = METRICS[key].codes
        if codes is None:
            return target_of(key, text, decimal, bare="display")
        return float(_named(key, text, {label: code for code, names in codes.items() for label in names}))
    spec = spec_of(key)
    if spec.kind == "choice":
        names = {name: option.code for option in spec.options for name in (option.id, option.label)}
        return float(_named(key, text, names))
    value = parse(text, spec, decimal)
    if isinstance(value, Range):
        raise IsocostError(f"{_label(key)}: {quoted(text, marks=False)} is a range; write one number")
    return value


def _named(key: str, text: str, names: Mapping[str, int]) -> int:
    for name, code in names.items():
        if name.lower() == text.lower():
            return code
    raise IsocostError(f"{_label(key)}: {quoted(text)} is not one of {', '.join(names)}")
