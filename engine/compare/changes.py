"""What differs between two scenarios, as things that change at once: an input, or a part with its figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine import catalog
from engine.formatting import format_value
from engine.kinds import KINDS, Kind
from engine.parameters import GROUPS, PER_TIER, POSITIONS, TIERS, WIDTH
from engine.parts import Part
from engine.scenario import Scenario, spec_of
from engine.specs import Role
from engine.tier_keys import join, split
from engine.wording import word

ROLES: Final[tuple[Role, ...]] = ("decision", "assumption", "price")
#: How a role's inputs are called together.
ROLE_WORDS: Final[dict[Role, str]] = {
    "decision": "decisions", "assumption": "assumptions", "price": "prices",
}  # fmt: skip
_ORDER: Final = {group.key: place for place, group in enumerate(GROUPS)}
_LABELS: Final = {group.key: group.label for group in GROUPS}
_WEEK: Final = ("demand.part", "demand.timing")


@dataclass(frozen=True, slots=True)
class Change:
    """Inputs that change together.

    Attributes
    ----------
    label : str
        The input, or the part.
    group : str
        Group of inputs in which it stands, that of tier 1 for all tiers.
    role : "decision", "assumption" or "price"
        A part has that of choosing it, whatever the figures it brings.
    keys : tuple of str
    told : str
        From what to what.
    cells : ndarray of int
        Places in the records of all tiers as numbers.
    """

    label: str
    group: str
    role: Role
    keys: tuple[str, ...]
    told: str
    cells: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Changes that are made at once: those of one group and role, or several such sets.

    Attributes
    ----------
    role : str
        "" for several.
    members : tuple of int
        Indices of the changes.
    """

    label: str
    group: str
    role: str
    members: tuple[int, ...]


def changes(a: Scenario, b: Scenario) -> tuple[Change, ...]:
    """Return all that changes from `a` to `b` and that a kernel reads, along the chain."""
    one, other = (s.to_records().view(np.float64).ravel() for s in (a, b))
    differs = one != other
    owned = _owners(a, b)
    taken: set[str] = set()
    made = []
    for kind, tier in ((kind, tier) for kind in KINDS.values() for tier in range(1, TIERS + 1)):
        if kind.part_key and (key := join(tier, kind.part_key)) in owned and key not in taken:
            keys = [each for each in _brought(a, b, kind, tier) if each in owned and each not in taken]
            taken |= {key, *keys}
            made.append(_of_part(a, b, key, keys, _cells(keys, owned)))
    made += [_single(a, b, key, cells) for key, cells in owned.items() if key not in taken]
    week = _week(a, b, made, differs)
    kept = (_limited(change, differs) for change in week)
    return tuple(sorted((change for change in kept if change.cells.size), key=_place))


def bundles(found: Sequence[Change]) -> tuple[Bundle, ...]:
    """Return `found` by group and role, along the chain; one that stands alone has its own name."""
    sets: dict[tuple[str, Role], list[int]] = {}
    for index, change in enumerate(found):
        sets.setdefault((change.group, change.role), []).append(index)
    roles: dict[str, int] = {}
    for group, _ in sets:
        roles[group] = roles.get(group, 0) + 1
    made = []
    for (group, role), members in sets.items():
        label = _LABELS[group] if roles[group] == 1 else f"{_LABELS[group]}, {ROLE_WORDS[role]}"
        label = found[members[0]].label if len(members) == 1 else label
        made.append(Bundle(label, group, role, tuple(members)))
    return tuple(made)


def single(found: Iterable[Change]) -> tuple[Bundle, ...]:
    """Return a bundle for each change alone."""
    return tuple(Bundle(one.label, one.group, one.role, (i,)) for i, one in enumerate(found))


def joint(several: Sequence[Bundle]) -> Bundle:
    """Return one bundle of `several`."""
    roles = {one.role for one in several}
    label = " + ".join(one.label for one in several)
    members = tuple(member for one in several for member in one.members)
    return Bundle(label, several[0].group, roles.pop() if len(roles) == 1 else "", members)


def _place(change: Change) -> tuple[int, int, str, int]:
    tier, plain = split(change.keys[0])
    return _ORDER[change.group], ROLES.index(change.role), plain, tier


def _owners(a: Scenario, b: Scenario) -> dict[str, tuple[int, ...]]:
    """Return every input whose value differs, and the places in the records that it sets.

    What a tier inherits in both scenarios goes with the input that it is inherited from; else it is its own.
    """
    tiers = range(2, max(_tiers(a), _tiers(b)) + 1)
    found: dict[str, tuple[int, ...]] = {}
    for key, value in a.values.items():
        own = [n for n in tiers if key.partition(".")[0] in PER_TIER and _overridden(a, b, join(n, key))]
        if value != b.values[key] or (key == _WEEK[0] and _own_hours(a) != _own_hours(b)):
            found[key] = _places(key, [n for n in (1, *tiers) if n not in own])
        for tier in own:
            name = join(tier, key)
            if a.get(name) != b.get(name):
                found[name] = _places(key, [tier])
    return found


def _places(key: str, tiers: list[int]) -> tuple[int, ...]:
    place = POSITIONS.get(key)
    return () if place is None else tuple((tier - 1) * WIDTH + place for tier in tiers)


def _tiers(scenario: Scenario) -> int:
    return scenario.flows.used


def _overridden(a: Scenario, b: Scenario, key: str) -> bool:
    return a.own(key) or b.own(key)


def _own_hours(scenario: Scenario) -> object:
    return scenario.parts.get(f"shape/{scenario.values[_WEEK[0]]}")


def _brought(a: Scenario, b: Scenario, kind: Kind, tier: int) -> list[str]:
    """Return the inputs of `kind` that come with the part: both scenarios have their part's value."""
    ends = [catalog.part_of(s, join(tier, kind.groups[0])) for s in (a, b)]
    made = []
    for plain in kind.keys:
        key = join(tier, plain)
        if all(_as_given(s, part, key, plain) for s, part in zip((a, b), ends, strict=True)):
            made.append(key)
    return made


def _as_given(scenario: Scenario, part: Part | None, key: str, plain: str) -> bool:
    if part is None:
        return True  # Of a part that nobody here knows, whatever stands there is taken to be its own.
    figure = part.values.get(plain)
    return figure is not None and figure.value == scenario.get(key)


def _cells(keys: Iterable[str], owned: dict[str, tuple[int, ...]]) -> NDArray[np.int64]:
    return np.array([cell for key in keys for cell in owned[key]], np.int64)


def _of_part(a: Scenario, b: Scenario, key: str, keys: list[str], cells: NDArray[np.int64]) -> Change:
    told = " \u2192 ".join(shown(s, key) for s in (a, b))
    spec = spec_of(key)
    return Change(spec.label, _group(key), spec.role, (key, *keys), told, cells)


def _single(a: Scenario, b: Scenario, key: str, cells: tuple[int, ...]) -> Change:
    spec = spec_of(key)
    told = " \u2192 ".join(shown(s, key) for s in (a, b))
    return Change(spec.label, _group(key), spec.role, (key,), told, np.array(cells, np.int64))


def _week(a: Scenario, b: Scenario, made: list[Change], differs: NDArray[np.bool_]) -> list[Change]:
    """Return the changes with the hours of the week given to what chooses them.

    Whether a week is followed and which one are one change: a week of no hours means nothing.
    """
    if all(s.values["demand.timing"] != "profile" for s in (a, b)):
        return made
    first = len(POSITIONS)
    tiers = max(_tiers(a), _tiers(b))
    hours = (np.arange(tiers)[:, np.newaxis] * WIDTH + np.arange(first, WIDTH)).ravel()
    hours = hours[differs[hours]]
    mine = [change for change in made if change.keys[0] in _WEEK]
    if not (hours.size and mine):
        return made
    keys = tuple(key for change in mine for key in change.keys)
    cells = np.concatenate([*(change.cells for change in mine), hours])
    role = spec_of(_WEEK[0]).role
    told = mine[0].told
    if len(mine) == 1 and mine[0].keys[0] == _WEEK[0] and a.values[_WEEK[0]] == b.values[_WEEK[0]]:
        told = "other hours"
    whole = Change(spec_of(_WEEK[0]).label, "demand", role, keys, told, cells)
    return [whole, *(change for change in made if change not in mine)]


def _limited(change: Change, differs: NDArray[np.bool_]) -> Change:
    kept = change.cells[differs[change.cells]]
    return Change(change.label, change.group, change.role, change.keys, change.told, kept)


def _group(key: str) -> str:
    return spec_of(key).group


def shown(scenario: Scenario, key: str) -> str:
    """Return the value of input `key` for reading; the name of a part."""
    spec = spec_of(key)
    value = scenario.get(key)
    if spec.kind != "part":
        return format_value(value, spec)
    tier = split(key)[0]
    part = catalog.part_of(scenario, join(tier, spec.group))
    return word(part.label) if part is not None else str(value)
