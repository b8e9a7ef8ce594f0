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
from engine.parameters import GROUPS, SPECS
from engine.parameters.profile import checked_week
from engine.specs import Spec
from engine.units import UNITS, convert

#: How well a figure is known, best first.
GRADES: Final = ("measured", "vendor", "derived", "press", "transferred", "guess", "user")


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of parts.

    Attributes
    ----------
    id, label, plural : str
    file : str
        File under `resources/catalog`.
    groups : tuple of str
        Groups of parameters its parts fill; the first holds the parameter that names the part.
    optional : frozenset of str
        Parameters of those groups that an entry may leave as they are.
    """

    id: str
    label: str
    plural: str
    file: str
    groups: tuple[str, ...] = ()
    optional: frozenset[str] = frozenset()

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the parameters an entry may give."""
        specs = (spec for group in GROUPS if group.key in self.groups for spec in group.specs)
        return tuple(spec.key for spec in specs if spec.kind != "part")

    @property
    def required(self) -> tuple[str, ...]:
        """Return the parameters an entry must give."""
        return tuple(key for key in self.keys if key not in self.optional)

    @property
    def part_key(self) -> str:
        """Return the parameter that names the part, empty for a reference kind."""
        return f"{self.groups[0]}.part" if self.groups else ""


def _keys_of(ident: str) -> frozenset[str]:
    return frozenset(spec.key for group in GROUPS if group.key == ident for spec in group.specs)


_PRICE_KEYS: Final = _keys_of("price")
_DEMAND_KEYS: Final = _keys_of("demand")
_VALUE_KEYS: Final = _keys_of("value")
#: A part of the user's own may leave open what its price is made of.
_SILICON_KEYS: Final = _keys_of("silicon")

_OWN_BUILDING: Final = frozenset(f"facility.{name}" for name in ("housing", "land_price", "upkeep"))

KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        kind.id: kind
        for kind in (
            Kind("workload", "Workload", "Workloads", "workloads.json", ("workload",)),
            Kind("model", "Model", "Models", "models.json", ("model",), frozenset({"model.quality"})),
            Kind(
                "accelerator",
                "Accelerator",
                "Accelerators",
                "accelerators.json",
                ("accelerator", "efficiency", "silicon"),
                _SILICON_KEYS,
            ),
            Kind("stack", "Serving engine", "Serving engines", "stacks.json", ("stack",)),
            Kind(
                "network",
                "Network",
                "Networks",
                "networks.json",
                ("network",),
                frozenset({"network.switch_share", "network.copper_share"}),
            ),
            Kind("switch", "Switch", "Switches", "switches.json", ("switch",)),
            Kind("nic", "Network adapter", "Network adapters", "nics.json", ("nic",)),
            Kind("host-medium", "Medium at hosts", "Media at hosts", "host-media.json", ("host_link",)),
            Kind(
                "trunk-medium",
                "Medium at switches",
                "Media at switches",
                "trunk-media.json",
                ("trunk_link",),
            ),
            Kind("design-partner", "Design partner", "Design partners", "design-partners.json", ("partner",)),
            Kind("facility", "Site", "Sites", "facilities.json", ("facility",), _OWN_BUILDING),
            Kind("price", "Price list", "Price lists", "prices.json", ("price",), _PRICE_KEYS),
            Kind("decision", "Decision", "Decisions", "decisions.json", ("value",), _VALUE_KEYS),
            Kind("shape", "Shape of demand", "Shapes of demand", "shapes.json", ("demand",), _DEMAND_KEYS),
            Kind("drafter", "Drafter", "Drafters", "drafters.json"),
            Kind("rental", "Rental price", "Rental prices", "rentals.json"),
            Kind("layer", "Layer of the chain", "Layers of the chain", "layers.json"),
            Kind("component", "Network component", "Network components", "components.json"),
            Kind("site-figure", "Site figure", "Site figures", "site-figures.json"),
        )
    }
)

#: The kind that fills each group.
KIND_OF_GROUP: Final[Mapping[str, Kind]] = MappingProxyType(
    {group: kind for kind in KINDS.values() for group in kind.groups}
)


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


def kind_of(ident: str) -> Kind:
    """Return the kind named `ident`; raise `CatalogError` with the admissible ones."""
    try:
        return KINDS[ident]
    except KeyError:
        raise CatalogError(f"{ident!r} is no kind of part; there are {', '.join(KINDS)}") from None


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
    place = f"{where}: {kind_of(kind).label.lower()} {ident}"
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
    for name in _NEEDED:
        if name not in data:
            raise CatalogError(f"{place} has no {name}; every figure needs value, unit, source and grade")
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
