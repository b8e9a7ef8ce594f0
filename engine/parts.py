"""What a part is: figures with their provenance, how entries are read, and the parts that ship.

A part is one entry of a catalogue file or of the user's library. The parts of most kinds fill a group
of parameters; the others are reference rows for the reader.
"""

import datetime as dt
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from engine.errors import CatalogError, ParameterError
from engine.kinds import kind_of
from engine.parameters import SPECS
from engine.parameters.profile import checked_week
from engine.specs import Spec
from engine.units import UNITS, convert

#: How well a figure is known, best first.
GRADES: Final = ("measured", "vendor", "derived", "press", "transferred", "guess", "user")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure and where it comes from.

    Attributes
    ----------
    value : float or str
        In `unit`; text for a choice.
    source : str
        Where it was read, or by which rule it was derived or guessed.
    grade : str
        One of `GRADES`.
    low, high : float or None
        Range seen in sources, in `unit`.
    """

    value: float | str
    unit: str
    source: str
    grade: str
    date: str = ""
    low: float | None = None
    high: float | None = None
    note: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as files hold it, empty fields left out."""
        given = {
            "value": self.value,
            "unit": self.unit,
            "source": self.source,
            "grade": self.grade,
            "date": self.date,
            "low": self.low,
            "high": self.high,
            "note": self.note,
        }
        return {key: value for key, value in given.items() if value not in ("", None) or key in _NEEDED}


_NEEDED: Final = ("value", "unit", "source", "grade")
_FIELDS: Final = (*_NEEDED, "date", "low", "high", "note")
_ENTRY_FIELDS: Final = frozenset(
    {"label", "vendor", "aliases", "note", "values", "facts", "kept", "base", "series"}
)


@dataclass(frozen=True, slots=True)
class Part:
    """One entry.

    Attributes
    ----------
    kind, id, label, vendor : str
    aliases : tuple of str
        Other names, in lower case, under which tables and configs list it.
    values : mapping of parameter key to Figure
        In the unit each parameter declares.
    facts : mapping of name to Figure or str
        What else is known of it.
    origin : "catalogue", "library" or "scenario"
    series : tuple of float
        Of a shape: the hours of a day or a week, as a multiple of anything.
    """

    kind: str
    id: str
    label: str
    vendor: str
    aliases: tuple[str, ...]
    values: Mapping[str, Figure]
    facts: Mapping[str, Figure | str]
    note: str = ""
    origin: str = "catalogue"
    series: tuple[float, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the entry as files hold it."""
        facts = {name: fact if isinstance(fact, str) else fact.to_dict() for name, fact in self.facts.items()}
        entry = {
            "label": self.label,
            "vendor": self.vendor,
            "aliases": list(self.aliases),
            "note": self.note,
            "values": {key: figure.to_dict() for key, figure in self.values.items()},
            "facts": facts,
        }
        return {**entry, "series": list(self.series)} if self.series else entry


@cache
def shipped(kind: str) -> Mapping[str, Part]:
    """Return the parts of `kind` that ship with the application, by id, in the order of their labels.

    The files are built and tested, so entries are read without checks.
    """
    raw = files("resources").joinpath("catalog", kind_of(kind).file).read_bytes()
    entries = json.loads(raw)["entries"]
    parts = [_trusted(kind, ident, entry) for ident, entry in entries.items()]
    parts.sort(key=lambda part: (part.vendor.lower(), part.label.lower(), part.id))
    return MappingProxyType({part.id: part for part in parts})


class _Later(Mapping[str, Any]):
    """Figures made when they are asked for: a start reads a few parts of hundreds."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self._raw = raw
        self._made: dict[str, Figure | str] = {}

    def __getitem__(self, key: str) -> Any:
        found = self._made.get(key)
        if found is None:
            raw = self._raw[key]
            found = self._made[key] = raw if isinstance(raw, str) else Figure(**raw)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)


def _trusted(kind: str, ident: str, entry: Mapping[str, Any]) -> Part:
    return Part(
        kind,
        ident,
        entry["label"],
        entry.get("vendor", ""),
        tuple(entry.get("aliases", ())),
        _Later(entry["values"]),
        _Later(entry.get("facts", {})),
        entry.get("note", ""),
        series=tuple(map(float, entry.get("series", ()))),
    )


def read_part(kind: str, ident: str, entry: object, where: str, base: Part | None = None) -> Part:
    """Return a checked part from the plain data `entry`.

    Parameters
    ----------
    where : str
        Names the file in messages.
    base : Part, optional
        Gives the values that `entry` leaves out.

    Raises
    ------
    CatalogError
        One line that names the entry, the field, the value, what is allowed and the cure.
    """
    place = f"{where}: {kind_of(kind).id}/{ident}"
    if not isinstance(entry, Mapping):
        raise CatalogError(f"{place} must be a table of label, values and facts, not {_brief(entry)}")
    unknown = sorted(set(entry) - _ENTRY_FIELDS)
    if unknown:
        raise CatalogError(
            f"{place} has an unknown field {unknown[0]!r}; allowed: {', '.join(sorted(_ENTRY_FIELDS))}"
        )
    aliases = entry.get("aliases", ())
    if not isinstance(aliases, (list, tuple)) or not all(isinstance(alias, str) for alias in aliases):
        raise CatalogError(f"{place}: aliases must be a list of names, not {_brief(aliases)}")
    given = _table(entry, "values", place)
    values = dict(base.values) if base is not None else {}
    for key, figure in given.items():
        values[key] = _value(kind, key, figure, place)
    missing = [key for key in kind_of(kind).required if key not in values]
    if missing:
        what = "it" if len(missing) == 1 else "them"
        raise CatalogError(f"{place} lacks {_list(missing)}; give {what} or name a part as 'base'")
    facts = {
        name: fact if isinstance(fact, str) else _figure(fact, f"{place}, {name}")
        for name, fact in _table(entry, "facts", place).items()
    }
    return Part(
        kind,
        ident,
        _text(entry, "label", place, ident),
        _text(entry, "vendor", place, ""),
        tuple(alias.lower() for alias in aliases),
        values,
        {**(base.facts if base is not None else {}), **facts},
        _text(entry, "note", place, ""),
        "library",
        _series(kind, entry, place, base),
    )


def _series(kind: str, entry: Mapping[str, Any], place: str, base: Part | None) -> tuple[float, ...]:
    if "series" not in entry and (base is not None or kind != "shape"):
        return base.series if base is not None else ()
    if kind != "shape":
        raise CatalogError(f"{place}: only a shape has a series; take it out")
    try:
        return checked_week(entry.get("series", ()))
    except ParameterError as error:
        raise CatalogError(f"{place}: {error}") from None


def _value(kind: str, key: str, data: object, place: str) -> Figure:
    spec = SPECS.get(key)
    if spec is None or key not in kind_of(kind).keys:
        import difflib

        near = difflib.get_close_matches(key, kind_of(kind).keys, 2)
        hint = (
            f"; did you mean {' or '.join(near)}?" if near else f"; allowed: {', '.join(kind_of(kind).keys)}"
        )
        raise CatalogError(f"{place}: {key} is not a value of this kind{hint}")
    figure = _figure(data, f"{place}, {key}")
    return _declared(spec, figure, f"{place}, {key}")


def _declared(spec: Spec, figure: Figure, place: str) -> Figure:
    """Return `figure` in the unit `spec` declares, checked against its range."""
    if spec.kind == "choice":
        value: float | str = figure.value
    else:
        if isinstance(figure.value, str):
            raise CatalogError(f"{place}: {figure.value!r} is not a number")
        known = UNITS.get(figure.unit)
        if known is None or known.dimension != UNITS[spec.unit].dimension:
            raise CatalogError(f"{place}: unit {figure.unit!r} does not fit; use {spec.unit}")
        value = convert(figure.value, figure.unit, spec.unit)
    try:
        value = spec.check(value)
    except ParameterError as error:
        raise CatalogError(f"{place}: {error}") from None
    ends = [
        None if end is None else convert(end, figure.unit, spec.unit) for end in (figure.low, figure.high)
    ]
    return Figure(value, spec.unit, figure.source, figure.grade, figure.date, ends[0], ends[1], figure.note)


def _figure(data: object, place: str) -> Figure:
    if not isinstance(data, Mapping):
        raise CatalogError(f"{place} must be a table of value, unit, source and grade, not {_brief(data)}")
    unknown = sorted(set(data) - set(_FIELDS))
    if unknown:
        raise CatalogError(f"{place} has an unknown field {unknown[0]!r}; allowed: {', '.join(_FIELDS)}")
    for field in _NEEDED:
        if field not in data:
            raise CatalogError(f"{place} has no {field}; every figure needs value, unit, source and grade")
    for name in ("value", "low", "high"):
        number = data.get(name)
        if isinstance(number, bool) or (isinstance(number, float) and not math.isfinite(number)):
            raise CatalogError(f"{place}: {name} {number!r} is not a finite number")
        if not isinstance(number, (int, float)) and not (number is None or name == "value"):
            raise CatalogError(f"{place}: {name} {number!r} is not a number")
    value = data["value"]
    if not isinstance(value, (int, float, str)):
        raise CatalogError(f"{place}: value {_brief(value)} is neither a number nor a name")
    if not isinstance(data["source"], str) or not data["source"].strip():
        raise CatalogError(f"{place}: the source is empty; say where the figure comes from")
    if data["grade"] not in GRADES:
        raise CatalogError(f"{place}: grade {data['grade']!r} is not one of {', '.join(GRADES)}")
    plain = float(value) if isinstance(value, int) else value
    date = data.get("date", "")
    # TOML knows dates of its own.
    text = date.isoformat() if isinstance(date, dt.date) else date
    return Figure(**{**data, "value": plain, "date": text})


def _table(entry: Mapping[str, Any], name: str, place: str) -> Mapping[str, Any]:
    table = entry.get(name, {})
    if not isinstance(table, Mapping):
        raise CatalogError(f"{place}: {name} must be a table, not {_brief(table)}")
    return table


def _text(entry: Mapping[str, Any], name: str, place: str, default: str) -> str:
    text = entry.get(name, default)
    if not isinstance(text, str):
        raise CatalogError(f"{place}: {name} must be text, not {_brief(text)}")
    return text


def _brief(data: object) -> str:
    text = repr(data)
    return text if len(text) <= 40 else text[:37] + "..."


def _list(keys: list[str]) -> str:
    return ", ".join(keys[:4]) + (f" and {len(keys) - 4} more" if len(keys) > 4 else "")
