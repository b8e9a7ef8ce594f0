"""A scenario: every input of one case, immutable.

Editing makes a new scenario; undo is two references. A scenario knows its parent, what was noted on
each input, the parts of the user's own library that travel with it, and what an unknown newer file
said that this version does not understand.

A scenario has up to four tiers. The first is the scenario as it stands; each of the others holds only what
differs from it, and its inputs are named `tier2.model.part` and so on, here as in files.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine import parameters as inputs
from engine import tier_keys
from engine.errors import ParameterError, quoted
from engine.flows import Flows, flows
from engine.parameters import TIERS
from engine.parameters.profile import profile_of
from engine.shapes import week_at_hand
from engine.tier_keys import spec_of
from engine.uncertainty import NO_WORD, Doubt, Uncertainty

__all__ = ["DEFAULT", "Annotation", "Doubt", "Scenario", "Uncertainty", "Value", "spec_of"]

Value = float | str
_EMPTY: Mapping[str, Any] = MappingProxyType({})


def _empty() -> Mapping[str, Any]:
    return _EMPTY


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a user noted on one input."""

    source: str = ""
    note: str = ""
    locked: bool = False
    uncertainty: Uncertainty | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is noted."""
        return self == Annotation()


#: What a tier's share of the requests is a share of.
_DEMAND: Final = "workload.requests_per_user"
#: Inputs of a tier that the last one in use does without.
_BY_TIER: Final = frozenset(
    f"routing.{name}{tier}" for name in ("share", "escalated") for tier in range(1, TIERS)
)
_DEFAULTS: dict[str, Value] = {key: spec.default for key, spec in inputs.SPECS.items()}


@dataclass(frozen=True)
class Scenario:
    """All inputs of one case.

    Attributes
    ----------
    name : str
    values : mapping of key to value
        Complete: every declared parameter, each in its declared unit.
    annotations : mapping of key to Annotation
    parent : Scenario or None
        What this scenario was derived from; values that differ are its overrides.
    note : str
        Free text on the whole case.
    parts : mapping of "kind/id" to catalogue entry
        Library parts of the user that this scenario uses.
    unknown : mapping
        Keys of a file this version does not know, kept for saving.
    tiers : tuple of mappings of key to value
        What tiers 2, 3 and 4 override, by the key of tier 1; tiers behind the last that overrides anything
        are left out. Which tiers serve is said by `routing.mode` and `routing.tiers`.
    doubt : Doubt
        Where doubt comes from beside what annotations state, and which inputs go together.
    """

    name: str = "Untitled"
    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType(_DEFAULTS))
    annotations: Mapping[str, Annotation] = field(default_factory=_empty)
    parent: "Scenario | None" = None
    note: str = ""
    parts: Mapping[str, Any] = field(default_factory=_empty)
    unknown: Mapping[str, Any] = field(default_factory=_empty)
    tiers: tuple[Mapping[str, Value], ...] = ()
    doubt: Doubt = NO_WORD

    def get(self, key: str) -> Value:
        """Return the value of `key` in its declared unit; a tier's own, or else what it inherits."""
        found = self.values.get(key)
        if found is not None:
            return found
        spec_of(key)
        tier, plain = tier_keys.split(key)
        own = self.tiers[tier - 2].get(plain) if tier - 2 < len(self.tiers) else None
        return self.values[plain] if own is None else own

    def own(self, key: str) -> bool:
        """Return whether the tier that `key` names overrides what it would inherit."""
        tier, plain = tier_keys.split(key)
        return 0 <= tier - 2 < len(self.tiers) and plain in self.tiers[tier - 2]

    def number(self, key: str) -> float:
        """Return the value of a numeric parameter."""
        value = self.get(key)
        if isinstance(value, str):
            raise ParameterError(key, f"{key} is not a number but {quoted(value)}")
        return value

    def with_value(self, key: str, value: object) -> "Scenario":
        """Return a copy with `key` set; raise `ParameterError` where the declaration forbids `value`."""
        return self.with_values({key: value})

    def with_values(self, changes: Mapping[str, object]) -> "Scenario":
        """Return a copy with all of `changes` set, or raise and change nothing."""
        checked = {key: spec_of(key).check(value) for key, value in changes.items()}
        plain = {key: value for key, value in checked.items() if key in self.values}
        values = self.values
        if any(values[key] != value for key, value in plain.items()):
            values = MappingProxyType({**values, **plain})
        tiers = self._changed_tiers({k: v for k, v in checked.items() if k not in plain})
        if values is self.values and tiers == self.tiers:
            return self
        return dataclasses.replace(self, values=values, tiers=tiers)

    def inheriting(self, *keys: str) -> "Scenario":
        """Return a copy whose tiers no longer override `keys`, such as `tier2.model.part`."""
        tiers = self._changed_tiers(dict.fromkeys(keys))
        return self if tiers == self.tiers else dataclasses.replace(self, tiers=tiers)

    def with_tiers(self, tiers: Iterable[Mapping[str, Value]]) -> "Scenario":
        """Return a copy with the overrides of tiers 2 on replaced, which are taken as they are."""
        return dataclasses.replace(self, tiers=_trimmed([dict(own) for own in tiers]))

    def _changed_tiers(self, changes: Mapping[str, Value | None]) -> tuple[Mapping[str, Value], ...]:
        """Return the overrides with `changes` by key of a tier; None ends one."""
        if not changes:
            return self.tiers
        made = [dict(own) for own in self.tiers]
        for key, value in changes.items():
            spec_of(key)
            tier, plain = tier_keys.split(key)
            made += [{} for _ in range(tier - 1 - len(made))]
            if value is not None:
                made[tier - 2][plain] = value
            else:
                made[tier - 2].pop(plain, None)
        return _trimmed(made)

    def annotate(self, key: str, **changes: Any) -> "Scenario":
        """Return a copy whose annotation of `key` has the fields `changes` replaced."""
        spec_of(key)
        new = dataclasses.replace(self.annotation(key), **changes)
        kept = {k: a for k, a in self.annotations.items() if k != key}
        if not new.empty:
            kept[key] = new
        return dataclasses.replace(self, annotations=MappingProxyType(kept))

    def annotation(self, key: str) -> Annotation:
        """Return what is noted on `key`."""
        return self.annotations.get(key, Annotation())

    def reference(self) -> "Scenario":
        """Return what overrides are counted against: the parent, or the declared defaults."""
        return self.parent if self.parent is not None else DEFAULT

    def stated(self) -> dict[str, Value]:
        """Return every value by key: all of tier 1, and what the other tiers override."""
        made = dict(self.values)
        for tier, own in enumerate(self.tiers, 2):
            made |= {tier_keys.join(tier, key): value for key, value in own.items()}
        return made

    def differing(self, other: "Scenario") -> list[str]:
        """Return the keys of inputs whose value differs from that in `other`, tier 1 first."""
        # Each move of a slider asks for this three times, of hundreds of inputs.
        theirs = other.values
        found = [key for key, value in self.values.items() if value != theirs[key]]
        if self.tiers or other.tiers:
            both = dict.fromkeys((*self.stated(), *other.stated()))
            keys = [key for key in both if key not in self.values]
            found += [k for k in keys if self.get(k) != other.get(k) or self.own(k) != other.own(k)]
        return found

    def overrides(self) -> dict[str, Value]:
        """Return the values that differ from the parent's."""
        return {key: self.get(key) for key in self.differing(self.reference())}

    @property
    def flows(self) -> Flows:
        """Return how requests are shared among the tiers."""
        return flows(self.values)

    @property
    def routed(self) -> bool:
        """Whether more than one tier serves."""
        return self.flows.used > 1

    def tier(self, number: int) -> "Scenario":
        """Return tier `number` as a scenario of its own, with the share of the requests that reaches it.

        A tier that nothing reaches is returned with all of them. Without routing tier 1 is the scenario.
        """
        if not 1 <= number <= TIERS:
            raise ParameterError("routing.tiers", f"there is no tier {number}; tiers are 1 to {TIERS}")
        reach = self.flows.reach[number - 1]
        if number == 1 and not self.routed:
            return self
        values = {**self.values, **(self.tiers[number - 2] if 0 <= number - 2 < len(self.tiers) else {})}
        values["routing.mode"] = "none"
        notes = self._annotations_of(number)
        if 0.0 < reach < 1.0:
            values[_DEMAND] = float(values[_DEMAND]) * reach
            told = f"{reach * 100:.4g} % of all requests reach tier {number}"
            notes[_DEMAND] = Annotation(source=told)
        return Scenario(
            f"{self.name}, tier {number}",
            MappingProxyType(values),
            MappingProxyType(notes),
            note=self.note,
            parts=self.parts,
            doubt=self.doubt,
        )

    def _annotations_of(self, tier: int) -> dict[str, Annotation]:
        """Return the annotations as `tier` reads them: its own, and those of what it inherits."""
        made: dict[str, Annotation] = {}
        for key, note in self.annotations.items():
            at, plain = tier_keys.split(key)
            inherited = at == 1 and not self.own(tier_keys.join(tier, key))
            if at == tier or (inherited and plain not in made):
                made[plain] = note
        return made

    def child(self, name: str) -> "Scenario":
        """Return a new scenario that inherits everything from this one."""
        return dataclasses.replace(self, name=name, parent=self, unknown=_EMPTY)

    def warnings(self) -> Iterator[tuple[str, str]]:
        """Yield (key, text) for every value outside the range seen in sources."""
        for key, value in self.stated().items():
            spec = spec_of(key)
            if spec.kind == "number" and not spec.soft_low <= float(value) <= spec.soft_high:
                side = "below" if float(value) < spec.soft_low else "above"
                yield key, f"{spec.label} {spec.show(value)} is {side} what sources show ({spec.soft_text()})"
        yield from self._short_shares()

    def _short_shares(self) -> Iterator[tuple[str, str]]:
        """Yield (key, text) for a tier that gets less than its share because earlier ones leave less."""
        found = self.flows
        for tier in range(1, found.used if self.values["routing.mode"] == "router" else 0):
            key = f"routing.share{tier}"
            if float(self.values[key]) > found.reach[tier - 1] + 1e-9:
                yield key, f"{spec_of(key).label} is {found.reach[tier - 1]:.3g}: earlier tiers leave no more"

    def inert(self, key: str) -> str:
        """Return why input `key` has no effect at the present choices; "" where it may have one."""
        tier = tier_keys.split(key)[0]
        for other, idents in spec_of(key).when:
            if self.get(other) not in idents:
                choice = spec_of(other)
                wanted = " or ".join(choice.option(ident).label for ident in idents)
                said = f"\u201c{choice.label}\u201d is \u201c{choice.show(self.get(other))}\u201d"
                return f"No effect while {said}; it counts with {wanted}"
        used = self.flows.used
        if tier > used:
            return f"No effect while tier {tier} is not in use"
        if key in _BY_TIER and int(key[-1]) >= used:
            return f"No effect while tier {used} is the last in use and takes the rest"
        return ""

    def to_record(self) -> NDArray[np.void]:
        """Return the row kernels read of tier 1, shape (1,), dtype `parameters.RECORD`, base units."""
        made: NDArray[np.void] = self._numbers[0].copy().view(inputs.RECORD)
        return made

    def to_records(self) -> NDArray[np.void]:
        """Return the rows of all tiers, shape (4,); each as if it had all requests."""
        made: NDArray[np.void] = self._numbers.copy().view(inputs.RECORD).reshape(TIERS)
        return made

    @cached_property
    def _numbers(self) -> NDArray[np.float64]:
        # Encoded once: a frame of a drag asks for the same record half a dozen times.
        one = np.zeros(inputs.WIDTH)
        count = len(inputs.POSITIONS)
        one[:count] = _encoded(self.values)
        # Also where no shape is followed: a sweep may turn it on.
        week = week_at_hand(self)
        if week is not None:
            one[count:] = profile_of(week)
        made = np.repeat(one[np.newaxis], TIERS, axis=0)
        for row, own in zip(made[1:], self.tiers, strict=False):
            for key, value in own.items():
                if inputs.SPECS[key].numeric:
                    row[inputs.POSITIONS[key]] = inputs.SPECS[key].encode(value)
        return made


#: The values encoded last, and as numbers.
_last: dict[str, tuple[Mapping[str, Value], NDArray[np.float64]]] = {}


def _encoded(values: Mapping[str, Value]) -> NDArray[np.float64]:
    """Return `values` as a record holds them, in the order of `POSITIONS`.

    Scenarios asked about one after the other mostly share all values but one or two, the very objects: only
    the others are encoded anew.
    """
    known = _last.get("")
    if known is None:
        made = np.array([inputs.SPECS[key].encode(values[key]) for key in inputs.POSITIONS])
    else:
        before, made = known[0], known[1].copy()
        for key, place in inputs.POSITIONS.items():
            value = values[key]
            if value is not before[key]:
                made[place] = inputs.SPECS[key].encode(value)
    _last[""] = values, made
    return made


def _trimmed(tiers: list[dict[str, Value]]) -> tuple[Mapping[str, Value], ...]:
    while tiers and not tiers[-1]:
        tiers.pop()
    return tuple(MappingProxyType(own) for own in tiers)


#: The scenario of all declared defaults.
DEFAULT = Scenario(name="Defaults")
