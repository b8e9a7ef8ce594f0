"""Columns of a result as they are shown, and conditions on its rows as a person writes them."""

import re
from dataclasses import dataclass
from typing import Any, Final

from engine.errors import IsocostError
from engine.metrics import METRICS
from engine.quantities import Range, parse
from engine.solve.roots import target_of
from engine.study.errors import StudyError
from engine.tier_keys import known
from engine.units import UNITS

_TERM: Final = re.compile(r"^(?P<name>[^<>=!]+?)\s*(?P<sign><=|>=|!=|<|>|=)\s*(?P<value>[^<>=!]+)$")
_USAGE: Final = "write a column, one of < <= > >= = != and a value, as gross margin > 20%; join by and"
_STATISTICS: Final = {
    "p10": "P10", "p50": "P50", "p90": "P90", "mean": "mean", "deviation": "standard deviation",
    "missing": "share without a figure", "half_width": "half width of the mean's 95 % band",
}  # fmt: skip
_NAMES: Final = {"earns": "Chance that it earns", "holds": "Chance that limits hold"}


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a table.

    Attributes
    ----------
    name : str
    numeric : bool
    label, unit : str
        As it is shown.
    factor : float
        What a value in the file is multiplied by to be shown.
    """

    name: str
    numeric: bool
    label: str
    unit: str
    factor: float


def field_of(name: str, numeric: bool, unit: str) -> Field:
    """Return the column `name` of a file as it is shown."""
    key, dot, statistic = name.partition(".")
    if key in METRICS:
        metric = METRICS[key]
        percent = metric.percent and statistic != "missing"
        told = f"{metric.label}, {_STATISTICS.get(statistic, statistic)}" if dot else metric.label
        return Field(name, numeric, told, "%" if percent else unit, 100.0 if percent else 1.0)
    spec = known(name)
    if spec is not None:
        return Field(name, numeric, spec.label, "%" if spec.percent else unit, 100.0 if spec.percent else 1.0)
    if name in _NAMES:
        return Field(name, numeric, _NAMES[name], "%", 100.0)
    plain = name.replace("_", " ").replace(".", ", ")
    return Field(name, numeric, plain[:1].upper() + plain[1:], unit, 1.0)


def condition(text: str, fields: tuple[Field, ...]) -> Any | None:
    """Return what `text` asks of rows as pyarrow takes it, None for nothing.

    Raises `StudyError` where it cannot be read.
    """
    made = None
    for part in re.split(r"\s+and\s+|\s*&\s*", text.strip(), flags=re.IGNORECASE):
        if part.strip():
            one = _term(part.strip(), fields)
            made = one if made is None else made & one
    return made


def _term(part: str, fields: tuple[Field, ...]) -> Any:
    import pyarrow.compute as pc

    if part.lower() in {"feasible", "infeasible"}:
        return pc.field("feasible") == (part.lower() == "feasible")
    match = _TERM.match(part)
    if match is None:
        raise StudyError(f"{part!r} is no condition: {_USAGE}")
    field, sign = _column(match["name"].strip(), fields), match["sign"]
    column, value = pc.field(field.name), _value(field, match["value"].strip(), sign)
    if sign == "<":
        return column < value
    if sign == "<=":
        return column <= value
    if sign == ">":
        return column > value
    if sign == ">=":
        return column >= value
    return column == value if sign == "=" else column != value


def _column(name: str, fields: tuple[Field, ...]) -> Field:
    low = name.lower()
    exact = [f for f in fields if low in {f.name.lower(), f.label.lower()}]
    near = exact or [f for f in fields if low in f.label.lower() or low in f.name.lower()]
    if len(near) == 1 or exact:
        return near[0]
    if near:
        raise StudyError(f"{name!r} may be {', '.join(f.label for f in near)}; name one of them")
    raise StudyError(f"no column is called {name!r}; there are {', '.join(f.label for f in fields)}")


def _value(field: Field, text: str, sign: str) -> float | str | bool:
    if field.name == "feasible":
        return text.lower() in {"yes", "true", "1"}
    if not field.numeric:
        if sign not in {"=", "!="}:
            raise StudyError(f"{field.label} is in words: ask for = or !=")
        return text
    key = field.name.partition(".")[0]
    try:
        if key in METRICS and field.name.rpartition(".")[2] != "missing":
            return target_of(key, text, ".", bare="display") / UNITS[METRICS[key].unit].factor
        spec = known(field.name)
        if spec is not None:
            value = parse(text, spec)
            if isinstance(value, Range):
                raise StudyError(f"{field.label}: {text} is a range; write one number")
            return value
        return float(text.rstrip(" %")) / field.factor
    except ValueError:
        raise StudyError(f"{field.label}: {text!r} is no number") from None
    except IsocostError as error:
        raise StudyError(f"{field.label}: {error}") from None
