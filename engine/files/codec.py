"""A scenario as JSON, and back with every mistake told.

A root scenario is written with all its `values`, so that a later change of a default never alters a
saved case. A child is written as a copy of its `parent` and its `overrides`: inputs whose value or
annotation differ. What this version does not understand stays in `Scenario.unknown`, by key; unknown
inputs and unknown fields of inputs stay there under "values".

What a tier overrides stands among the others as `tier2.model.part`; a child that inherits again what its
parent overrides says `{"inherited": true}`.
"""

import json
import math
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar

from engine.errors import ParameterError
from engine.files.doubts import declared, doubt_json, read_doubt, read_uncertainty, uncertainty_json
from engine.files.migrations import names_today
from engine.files.text import MAX_PROBLEMS, OneLine, Place, Problem, number
from engine.parameters import SPECS
from engine.scenario import DEFAULT, Annotation, Doubt, Scenario, Value
from engine.shapes import week_followed
from engine.specs import Spec
from engine.tier_keys import split
from engine.uncertainty import NO_WORD
from engine.units import UNITS, compatible, convert

_T = TypeVar("_T")

#: Parents of parents beyond this many are written as roots.
MAX_GENERATIONS: Final = 60
#: Most scenarios in one file, parents counted: each takes some 13 KB of memory even if it says nothing.
MAX_SCENARIOS: Final = 5_000

_INPUTS: Final = "values"
_SCENARIO_KEYS: Final = frozenset({"name", "note", "parent", "parts", "doubt", _INPUTS, "overrides"})
_INPUT_KEYS: Final = frozenset({"value", "unit", "source", "note", "locked", "uncertainty"})
_INHERITED: Final = "inherited"


def to_json(scenario: Scenario, generation: int = 0) -> dict[str, Any]:
    """Return `scenario` as an object for `text.dump`."""
    parent = scenario.parent if generation < MAX_GENERATIONS else None
    unknown = scenario.unknown.get(_INPUTS, {})
    made: dict[str, Any] = {key: value for key, value in scenario.unknown.items() if key != _INPUTS}
    entries = {
        key: entry
        for key in sorted({*scenario.values, *_tier_keys(scenario, parent), *unknown})
        if (entry := _entry(scenario, parent, key) | dict(unknown.get(key, {})))
    }
    made["name"] = scenario.name
    made[_INPUTS if parent is None else "overrides"] = {k: OneLine(v) for k, v in entries.items()}
    if scenario.note:
        made["note"] = scenario.note
    doubt = doubt_json(scenario.doubt, NO_WORD if parent is None else parent.doubt)
    if doubt:
        made["doubt"] = doubt
    if scenario.parts:
        made["parts"] = scenario.parts
    if parent is not None:
        made["parent"] = to_json(parent, generation + 1)
    return made


def _tier_keys(scenario: Scenario, parent: Scenario | None) -> set[str]:
    """Return the keys of tiers' inputs of which `scenario` or its parent says anything."""
    keys: set[str] = set()
    for one in (scenario, parent):
        if one is not None:
            keys.update(key for key in (*one.stated(), *one.annotations) if key not in SPECS)
    return keys


def _entry(scenario: Scenario, parent: Scenario | None, key: str) -> dict[str, Any]:
    """Return what a file says of one input; empty where a child says nothing of its own."""
    spec = declared(key)
    if spec is None:
        return {}
    value = scenario.get(key)
    own = scenario.annotation(key)
    base = parent.annotation(key) if parent is not None else Annotation()
    entry: dict[str, Any] = {}
    if _states(scenario, parent, key):
        entry["value"] = value if isinstance(value, str) else number(value)
    elif parent is not None and parent.own(key) and not scenario.own(key):
        entry[_INHERITED] = True
    for name in ("source", "note", "locked"):
        if getattr(own, name) != getattr(base, name):
            entry[name] = getattr(own, name)
    if own.uncertainty != base.uncertainty:
        spread = own.uncertainty
        entry["uncertainty"] = spread and uncertainty_json(spread)
    if spec.kind == "number" and ("value" in entry or entry.get("uncertainty")):
        entry["unit"] = spec.unit
    return entry


def _states(scenario: Scenario, parent: Scenario | None, key: str) -> bool:
    """Return whether a file has to say the value of `key`."""
    if split(key)[0] > 1 and not scenario.own(key):
        return False
    return (
        parent is None or parent.get(key) != scenario.get(key) or (scenario.own(key) and not parent.own(key))
    )


class TooMuchError(Exception):
    """Reading on would tell nothing new: `Reader.problems` holds what is to be told."""


class Reader:
    """Reads scenarios and gathers what is wrong and what is worth telling.

    Attributes
    ----------
    problems : list of Problem
        Mistakes; any of them makes the file unreadable.
    report : list of str
        What was converted, missing or not understood.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.report: list[str] = []
        self._scenarios = 0

    def fail(self, place: Place, text: str) -> None:
        """Note a mistake at `place`; raise `TooMuchError` where there are more than anybody reads."""
        self.problems.append(Problem(place, text if len(text) <= 600 else f"{text[:299]}…{text[-300:]}"))
        if len(self.problems) >= MAX_PROBLEMS:
            raise TooMuchError

    def typed(self, holder: Mapping[str, Any], key: str, kind: type[_T], default: _T, place: Place) -> _T:
        """Return `holder[key]` if it is a `kind`, `default` if it is missing; note anything else."""
        value = holder.get(key, default)
        if isinstance(value, kind) and not (kind is int and isinstance(value, bool)):
            return value
        names = {
            str: "text in quotes",
            int: "a whole number",
            bool: "true or false",
            dict: "an object { ... }",
        }
        self.fail((*place, key), f"must be {names.get(kind, 'a list [ ... ]')}, not {_shown(value)}")
        return default

    def scenario(self, raw: Any, place: Place) -> Scenario:
        """Return the scenario `raw` describes; what cannot be read is noted and left at its base."""
        if not isinstance(raw, dict):
            self.fail(place, f"must be a scenario {{ ... }}, not {_shown(raw)}")
            return DEFAULT
        self._scenarios += 1
        if self._scenarios > MAX_SCENARIOS:
            self.fail(place, f"the file holds more than {MAX_SCENARIOS:,} scenarios")
            raise TooMuchError
        parent = None
        if raw.get("parent") is not None:
            parent = self.scenario(raw["parent"], (*place, "parent"))
        name = self.typed(raw, "name", str, "Untitled", place)
        unknown = {key: value for key, value in raw.items() if key not in _SCENARIO_KEYS}
        self._tell_unknown(name, unknown)
        base = parent if parent is not None else DEFAULT
        values, notes = base.stated(), dict(base.annotations)
        given: set[str] = set()
        foreign: dict[str, Any] = {}
        for section in (_INPUTS, "overrides"):
            entries: dict[str, Any] = self.typed(raw, section, dict, {}, place)
            for key, stood, entry in self._today(entries, name):
                at = (*place, section, stood)
                if key in given:
                    self.fail(at, "stands under values and under overrides")
                given.add(key)
                rest = self._input(key, entry, at, name, values, notes)
                if rest:
                    foreign[key] = rest
        if parent is None:
            self._tell_missing(name, given)
        if foreign:
            unknown[_INPUTS] = foreign
            self.report.append(f"{name}: kept but not understood: {names_text(foreign)}")
        made = Scenario(
            name=name,
            values=MappingProxyType({key: values[key] for key in base.values}),
            annotations=MappingProxyType(notes),
            parent=parent,
            note=self.typed(raw, "note", str, "", place),
            parts=MappingProxyType(self._parts(raw, place)),
            unknown=MappingProxyType(unknown),
            doubt=self._doubt(raw, base, place),
        )
        try:
            week_followed(made)
        except ParameterError as error:
            self.fail((*place, _INPUTS, error.key), str(error))
        return made.with_values({key: value for key, value in values.items() if key not in base.values})

    def _today(self, entries: Mapping[str, Any], name: str) -> Iterator[tuple[str, str, Any]]:
        """Yield each input by its name of today, with the one it stands under, and tell where they differ."""
        for stood, entry in entries.items():
            keys, why = names_today(stood, entries)
            if why:
                self.report.append(f"{name}: {stood} is now {', '.join(keys)}: {why}")
            for key in keys:
                yield key, stood, entry

    def _doubt(self, raw: Mapping[str, Any], base: Scenario, place: Place) -> Doubt:
        said: dict[str, Any] = self.typed(raw, "doubt", dict, {}, place)
        return read_doubt(self, said, base.doubt, (*place, "doubt"))

    def _tell_unknown(self, name: str, unknown: Mapping[str, Any]) -> None:
        if unknown:
            self.report.append(f"{name}: kept but not understood: {names_text(unknown)}")

    def _tell_missing(self, name: str, given: set[str]) -> None:
        missing = [key for key in SPECS if key not in given]
        if missing:
            take = "takes its default" if len(missing) == 1 else "take their defaults"
            self.report.append(f"{name}: not in the file, {take}: {names_text(missing)}")

    def _parts(self, raw: Mapping[str, Any], place: Place) -> dict[str, Any]:
        parts: dict[str, Any] = self.typed(raw, "parts", dict, {}, place)
        for key, part in parts.items():
            if "/" not in key or not isinstance(part, dict):
                self.fail((*place, "parts", key), 'must be a part { ... } under a key "kind/id"')
        return parts

    def _input(
        self,
        key: str,
        entry: Any,
        place: Place,
        name: str,
        values: dict[str, Value],
        notes: dict[str, Annotation],
    ) -> Any:
        """Take one input into `values` and `notes`; return what of it is not understood."""
        spec = declared(key)
        if not isinstance(entry, dict):
            self.fail(place, f'must be an object such as {{"value": 1}}, not {_shown(entry)}')
            return None
        if spec is None:
            return entry
        unit = self._unit(spec, entry, place)
        if entry.get(_INHERITED) is True and spec.key not in SPECS:
            values.pop(spec.key, None)
        if "value" in entry:
            self._value(spec, entry["value"], unit, place, name, values)
        note = self._annotation(spec, entry, unit, notes.get(key, Annotation()), place)
        notes.pop(key, None)
        if not note.empty:
            notes[key] = note
        return {field: value for field, value in entry.items() if field not in _INPUT_KEYS | {_INHERITED}}

    def _unit(self, spec: Spec, entry: Mapping[str, Any], place: Place) -> str:
        unit = self.typed(entry, "unit", str, spec.unit, place)
        if unit in compatible(spec.unit):
            return unit
        dimension = UNITS[spec.unit].dimension
        cure = ", ".join(dict.fromkeys((spec.unit, *compatible(spec.unit))))
        self.fail((*place, "unit"), f"{unit!r} does not measure {dimension}; use {cure}")
        return spec.unit

    def _value(
        self, spec: Spec, raw: Any, unit: str, place: Place, name: str, values: dict[str, Value]
    ) -> None:
        at = (*place, "value")
        if spec.kind == "number":
            figure = self.figure(raw, spec, unit, at)
            if figure is None:
                return
            if unit != spec.unit:
                self.report.append(f"{name}: {spec.key} {raw:g} {unit} is {spec.show(figure)}")
            raw = figure
        try:
            values[spec.key] = spec.check(raw)
        except ParameterError as error:
            self.fail(at, str(error).removeprefix(f"{spec.key}: "))

    def figure(self, raw: Any, spec: Spec, unit: str, place: Place) -> float | None:
        """Return a number of the file in the unit of `spec`; None, and noted, if it is none."""
        if isinstance(raw, bool) or not isinstance(raw, (int, float)):
            self.fail(place, f"must be a number, not {_shown(raw)}")
            return None
        try:
            figure = float(raw) if unit == spec.unit else convert(float(raw), unit, spec.unit)
        except OverflowError:
            figure = math.inf
        if not math.isfinite(figure):
            self.fail(place, "is too large a number")
            return None
        return figure

    def _annotation(
        self, spec: Spec, entry: Mapping[str, Any], unit: str, base: Annotation, place: Place
    ) -> Annotation:
        spread = base.uncertainty
        if "uncertainty" in entry:
            raw = entry["uncertainty"]
            spread = None if raw is None else read_uncertainty(self, spec, raw, unit, (*place, "uncertainty"))
        return Annotation(
            source=self.typed(entry, "source", str, base.source, place),
            note=self.typed(entry, "note", str, base.note, place),
            locked=self.typed(entry, "locked", bool, base.locked, place),
            uncertainty=spread,
        )


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    text = repr(value) if isinstance(value, (str, float)) else json.dumps(value)
    return text if len(text) <= 40 else text[:39] + "…"


def names_text(keys: Mapping[str, Any] | list[str]) -> str:
    """Return the first of `keys` for reading, and how many more there are."""
    names = list(keys)
    more = f" and {len(names) - 6} more" if len(names) > 6 else ""
    return ", ".join(name if len(name) <= 60 else f"{name[:59]}…" for name in names[:6]) + more
