"""Which loads the latency view simulates, and what makes two scenarios alike to a simulator."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.parameters import POSITIONS, SPECS
from engine.scenario import Scenario
from gui.plotting.latency_job import LatencyResult
from gui.plotting.latency_load import CONCURRENCY, MODE, SHARE
from gui.plotting.latency_simulation import KNOWN_LOADS, Replay

#: Independent runs of each load.
RUNS: Final = 6
#: Groups of inputs that no request feels: what they change needs no new run.
_NOT_FELT: Final = {
    "price", "finance", "facility", "network", "routing", "silicon", "chain", "api", "usage", "task",
    "value", "outlook", "industry", "training", "thesis",
}  # fmt: skip
_FELT: Final = np.array([at for key, at in POSITIONS.items() if SPECS[key].group not in _NOT_FELT])
_LIMITS: Final = np.array([at for key, at in POSITIONS.items() if SPECS[key].group == "limits"])
#: Inputs that set a load, and the modes that heed them.
_HEEDED: Final = {
    CONCURRENCY: {"concurrency", "closed", "static"},
    SHARE: {"share"},
    "deployment.replicas": {"replicas"},
}
#: Loads simulated beside the scenario's own, shares of capacity.
_SHARES: Final = (0.8, 0.5, 0.9, 0.65, 0.2, 0.35)
#: The same where load is what is in flight: places along the axis.
_PLACES: Final = (0.75, 0.5, 0.875, 0.625, 0.25, 0.375)
#: Loads nearer than this to the scenario's own add nothing to the picture; places.
_NEAR: Final = 0.03


@dataclass(frozen=True, slots=True)
class Wanted:
    """One load to be simulated.

    Attributes
    ----------
    load : float
        Where it stands on the axis.
    scenario : Scenario
    ident : bytes
        Equal for all that a simulator answers alike.
    replay : Replay or None
        A trace instead of arrivals drawn at random.
    """

    load: float
    scenario: Scenario
    ident: bytes
    replay: Replay | None = None

    @property
    def runs(self) -> int:
        """Return how many independent runs there can be: a trace is what it is."""
        return RUNS if self.replay is None else 1


def ident_of(scenario: Scenario) -> bytes:
    """Return what a simulator sees of `scenario`; equal for scenarios it cannot tell apart."""
    numbers, mode = scenario.to_record().view(np.float64), scenario.get(MODE)
    for key, modes in _HEEDED.items():
        if mode not in modes:
            numbers[POSITIONS[key]] = 0.0
    if mode != "goodput":
        numbers[_LIMITS] = 0.0
    # Who buys tokens has no replica, so that what was simulated of one is no answer.
    bought = b"bought" if scenario.get("finance.supply") == "api" else b""
    return bought + bytes(numbers[_FELT].tobytes())


def plan(r: LatencyResult, replay: Replay | None = None) -> tuple[Wanted, ...]:
    """Return the loads to simulate for a frame: the scenario's own first, then a handful around it.

    Empty where the simulator does not know the kind of load. With `replay` the trace comes before all.
    """
    wanted: list[Wanted] = []
    if r.scenario.get(MODE) not in KNOWN_LOADS or r.bought:
        return ()
    here = math.isfinite(r.point.base("ttft_mean")) and math.isfinite(r.now)
    if here and replay is not None:
        name = replay.name.encode() + ident_of(r.scenario)
        wanted.append(Wanted(r.now, r.scenario, name, replay))
    if here:
        wanted.append(Wanted(r.now, r.scenario, ident_of(r.scenario)))
    for load in _SHARES if r.load.is_share else (r.load.value(place) for place in _PLACES):
        near = here and abs(r.load.at(load) - r.load.at(r.now)) < _NEAR
        if near or not _served(r, load):
            continue
        value = load if r.load.is_share else float(round(load))
        there = r.load.base.with_value(r.load.key, value)
        wanted.append(Wanted(value, there, ident_of(there)))
    return tuple(wanted)


def _served(r: LatencyResult, load: float) -> bool:
    known = np.isfinite(r.rate)
    return bool(known.any() and r.at[known][0] <= load <= r.at[known][-1])
