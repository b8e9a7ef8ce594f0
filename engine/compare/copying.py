"""One row of a comparison taken over into another scenario."""

import dataclasses
from types import MappingProxyType

from engine import catalog
from engine.compare.differences import Row
from engine.kinds import KIND_OF_GROUP
from engine.scenario import Scenario, Value, spec_of
from engine.tier_keys import join, split


def copied(scenario: Scenario, other: Scenario, row: Row) -> Scenario:
    """Return `scenario` with what `row` tells of as it is in `other`.

    A part comes with all figures that it gives `other`, and, if it is one of the user's own, with its entry.

    Raises
    ------
    ParameterError
        Where a value is not allowed.
    """
    key = row.key
    if row.what == "lock":
        return scenario.annotate(key, locked=other.annotation(key).locked)
    if row.what == "distribution":
        return scenario.annotate(key, uncertainty=other.annotation(key).uncertainty)
    if row.what == "doubt":
        name = key.partition(".")[2]
        changed = dataclasses.replace(scenario.doubt, **{name: getattr(other.doubt, name)})
        return dataclasses.replace(scenario, doubt=changed)
    if spec_of(key).kind == "part":
        return _with_part(scenario, other, key)
    return scenario.with_value(key, other.get(key))


def _with_part(scenario: Scenario, other: Scenario, key: str) -> Scenario:
    tier, plain = split(key)
    kind = KIND_OF_GROUP[plain.partition(".")[0]]
    values: dict[str, Value] = {key: other.get(key)}
    for name in kind.keys:
        own = join(tier, name)
        if catalog.library_value(other, own) == other.get(own):
            values[own] = other.get(own)
    changed = scenario.with_values(values)
    entry = f"{kind.id}/{other.get(key)}"
    if entry not in other.parts:
        return changed
    parts = MappingProxyType({**changed.parts, entry: other.parts[entry]})
    return dataclasses.replace(changed, parts=parts)
