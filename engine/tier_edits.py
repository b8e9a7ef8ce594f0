"""Adding, copying and removing whole tiers of a scenario."""

import dataclasses
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from engine.errors import ParameterError
from engine.parameters import TIERS
from engine.scenario import Annotation, Scenario, Value
from engine.tier_keys import join, split

#: Inputs of routing that each tier but the last has one of.
_NUMBERED: Final = ("routing.share", "routing.escalated")


def count(scenario: Scenario) -> int:
    """Return the tiers there are: those in use, and any further one that overrides something."""
    return max(scenario.flows.used, len(scenario.tiers) + 1)


def added(scenario: Scenario, like: int = 1) -> Scenario:
    """Return `scenario` with one more tier in use, with the overrides of tier `like`.

    The last tier takes what earlier ones leave: half of what the last one had, or what its share says.
    """
    used = scenario.flows.used
    if used >= TIERS:
        raise ParameterError("routing.tiers", f"there can be {TIERS} tiers; remove one first")
    tiers = [dict(own) for own in scenario.tiers] + [{} for _ in range(TIERS)]
    if not tiers[used - 1] and like > 1:
        tiers[used - 1] = dict(tiers[like - 2])
    mode = "router" if scenario.get("routing.mode") == "none" else scenario.get("routing.mode")
    changes: dict[str, Value] = {"routing.mode": mode, "routing.tiers": float(used + 1)}
    last = scenario.flows.reach[used - 1]
    if mode == "router" and used > 1 and scenario.number(f"routing.share{used}") > last:
        changes[f"routing.share{used}"] = 0.5 * last
    return scenario.with_tiers(tiers).with_values(changes)


def removed(scenario: Scenario, tier: int) -> Scenario:
    """Return `scenario` without tier `tier`, 2 or above; those behind it move up with their shares."""
    if not 2 <= tier <= count(scenario):
        raise ParameterError("routing.tiers", f"there is no tier {tier} that could be removed")
    tiers = [dict(own) for own in scenario.tiers]
    if tier - 2 < len(tiers):
        del tiers[tier - 2]
    changes: dict[str, Value] = {}
    for stem in _NUMBERED:
        for number in range(tier, TIERS - 1):
            changes[f"{stem}{number}"] = scenario.number(f"{stem}{number + 1}")
    used = scenario.flows.used - (tier <= scenario.flows.used)
    changes |= {"routing.tiers": float(max(used, 1))}
    if used <= 1:
        changes["routing.mode"] = "none"
    moved = dataclasses.replace(scenario, annotations=_moved_up(scenario.annotations, tier))
    return moved.with_tiers(tiers).with_values(changes)


def _moved_up(notes: Mapping[str, Annotation], tier: int) -> Mapping[str, Annotation]:
    made = {}
    for key, note in notes.items():
        at, plain = split(key)
        if at != tier or plain == key:
            made[join(at - (at > tier), plain)] = note
    return MappingProxyType(made)
