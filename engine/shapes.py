"""The week of demand a scenario follows: shipped, from the user's library, or its own.

A shape of a scenario's own is an ordinary part that travels in `Scenario.parts`; there is no other
place a series is kept.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from engine.errors import CatalogError, ParameterError, quoted
from engine.parameters.profile import HOURS, checked_week
from engine.parts import Part, read_part, shipped

if TYPE_CHECKING:
    from engine.scenario import Scenario

#: Id of a shape drawn or pasted into a scenario.
OWN: Final = "own"
FLAT: Final = (1.0,) * HOURS


def week_of(ident: str, parts: Mapping[str, Any]) -> tuple[float, ...]:
    """Return the 168 hours of shape `ident`, carried in `parts` or shipped, or raise `ParameterError`."""
    entry = parts.get(f"shape/{ident}")
    if entry is not None:
        return _carried(ident, entry).series
    found = shipped("shape").get(ident)
    if found is None:
        names = ", ".join(shipped("shape"))
        raise ParameterError(
            "demand.part",
            f"Shape of the week: there is no shape {quoted(ident)} here or in the scenario; "
            f"there are {names}",
        )
    return found.series


def week_followed(scenario: "Scenario") -> tuple[float, ...] | None:
    """Return the 168 hours that `scenario` follows, None where only its peak over the mean is given."""
    if scenario.values["demand.timing"] != "profile":
        return None
    return week_of(str(scenario.values["demand.part"]), scenario.parts)


def week_at_hand(scenario: "Scenario") -> tuple[float, ...] | None:
    """Return the 168 hours that `scenario` follows, or would where only its peak is given.

    None where the hours that nothing follows cannot be read; see `check_week`.
    """
    try:
        return week_of(str(scenario.values["demand.part"]), scenario.parts)
    except ParameterError:
        if scenario.values["demand.timing"] == "profile":
            raise
        return None


def check_week(scenario: "Scenario", key: str) -> None:
    """Raise `ParameterError` where input `key` may not move since the hours it chooses cannot be read."""
    if key == "demand.timing":
        week_of(str(scenario.values["demand.part"]), scenario.parts)


def _carried(ident: str, entry: Any) -> Part:
    try:
        return read_part("shape", ident, entry, "scenario")
    except CatalogError as error:
        raise ParameterError("demand.part", str(error)) from None


def with_week(scenario: "Scenario", hours: Sequence[float], label: str = "Own shape") -> "Scenario":
    """Return `scenario` following `hours`, a day of 24 or a week of 168, as a shape of its own."""
    week = checked_week(list(hours))
    mean = sum(week) / HOURS
    part = Part(
        "shape", OWN, label, "own", (), {}, {}, series=tuple(float(f"{hour / mean:.6g}") for hour in week)
    )
    changed = scenario.with_values({"demand.part": OWN, "demand.timing": "profile"})
    parts = {name: entry for name, entry in changed.parts.items() if not name.startswith("shape/")}
    parts[f"shape/{OWN}"] = part.to_dict()
    return dataclasses.replace(changed, parts=MappingProxyType(parts))
