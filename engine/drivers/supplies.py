"""What the same service costs in every supply as its volume grows: own, rented, mixed, bought."""

from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.drivers.grid import Axis, line
from engine.drivers.point import Point
from engine.parameters import SPECS
from engine.scenario import Scenario
from engine.units import MONTH

Floats = NDArray[np.float64]

#: How far the volume runs below and above the scenario's.
BELOW: Final = 1e-3
ABOVE: Final = 30.0
#: Supplies that are weighed against each other; a mixed one lies between its parts.
PAIRED: Final = ("own", "rent", "api")


@dataclass(frozen=True, slots=True)
class Crossing:
    """A volume [requests/month] above which `cheaper` costs less than `dearer`; `cost` there [$/month]."""

    volume: float
    cost: float
    cheaper: str
    dearer: str


@dataclass(frozen=True, slots=True)
class Supplies:
    """Cost against volume.

    Attributes
    ----------
    volume : ndarray, shape (n,)
        Requests a month.
    cost : dict of str to ndarray, shape (n,)
        Supply -> cost [$/month]; NaN where there is no service.
    crossings : tuple of Crossing
        Where two supplies cost the same, by volume.
    now : float
        The scenario's volume.
    """

    volume: Floats
    cost: dict[str, Floats]
    crossings: tuple[Crossing, ...]
    now: float


def supplies(scenario: Scenario, here: Point, count: int = 97) -> Supplies | None:
    """Return the cost of every supply over a range of users around those of `scenario`.

    Fleets are rounded to whole replicas, at least one: shared fractions of a machine would make the
    smallest service as cheap per request as the largest. None where no request comes.
    """
    users, rate = scenario.number("workload.users"), here.base("request_rate")
    spec = SPECS["workload.users"]
    if not (users > 0.0 and rate > 0.0):
        return None
    axis = Axis.over(
        "workload.users", max(users * BELOW, spec.low), min(users * ABOVE, spec.high), count, True
    )
    whole = scenario
    if scenario.get("fleet.rounding") == "fractional":
        whole = scenario.with_value("fleet.rounding", "whole")
    cost = {}
    for option in SPECS["finance.supply"].options:
        found = line(whole.with_value("finance.supply", option.id), axis)
        cost[option.id] = np.asarray(found.metrics["cost_rate"] * MONTH)
    volume = axis.values / users * rate * MONTH
    return Supplies(volume, cost, _crossings(volume, cost), rate * MONTH)


def _crossings(volume: Floats, cost: dict[str, Floats]) -> tuple[Crossing, ...]:
    """Return for each pair of supplies the volume above which one stays cheaper, between nodes on the log."""
    found = []
    for one, other in combinations(PAIRED, 2):
        gap = np.log(np.maximum(cost[one], 1e-12)) - np.log(np.maximum(cost[other], 1e-12))
        turns = np.flatnonzero(gap[1:] * gap[:-1] < 0.0)
        # Steps of whole replicas let two supplies change places to and fro: the last change counts.
        if not turns.size or not np.isfinite(gap).all():
            continue
        i = int(turns[-1])
        share = float(gap[i] / (gap[i] - gap[i + 1]))
        at = float(volume[i] * (volume[i + 1] / volume[i]) ** share)
        height = float(cost[one][i] * (cost[one][i + 1] / cost[one][i]) ** share)
        cheaper, dearer = (one, other) if gap[-1] < 0.0 else (other, one)
        found.append(Crossing(at, height, cheaper, dearer))
    return tuple(sorted(found, key=lambda crossing: crossing.volume))
