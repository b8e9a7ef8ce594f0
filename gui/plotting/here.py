"""The point where a scenario stands, evaluated once for all who ask: the worker, its jobs, the next frame."""

from collections.abc import Mapping
from typing import Final

from engine.drivers import Point, point
from engine.evidence import Band, bands
from engine.scenario import Scenario

#: Scenarios kept: the present one, its baseline, and what a job moves of them.
_KEPT: Final = 4

_Known = tuple[Scenario, Point, Mapping[str, Band]]
_state: dict[str, tuple[_Known, ...]] = {"known": ()}


def here(scenario: Scenario) -> tuple[Point, Mapping[str, Band]]:
    """Return every metric of `scenario`, and what its figures may really be, made as they are asked for."""
    # By identity: a scenario is frozen and kept here, and comparing whole ones costs as much as a point.
    known = _state["known"]
    for each in known:
        if each[0] is scenario:
            return each[1], each[2]
    found = point(scenario)
    made = (scenario, found, bands(scenario, found))
    _state["known"] = (made, *known[: _KEPT - 1])
    return made[1], made[2]
