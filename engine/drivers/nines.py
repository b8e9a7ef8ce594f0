"""What each further nine costs: availability and bill as spares are added, one by one."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.drivers.grid import Axis, line
from engine.drivers.point import Point, point
from engine.scenario import Scenario

#: Points of a curve.
COUNT = 61
#: Spares are added until all that fails is a hundredth of what the common cause takes.
_REST = 0.01


@dataclass(frozen=True, slots=True)
class Nines:
    """A curve of spares.

    Attributes
    ----------
    name : str
        What sets it apart.
    spares : ndarray, shape (n,)
        Replicas, rising.
    down : ndarray, shape (n,)
        Share of time that a needed replica is missing.
    cost : ndarray, shape (n,)
        Fleet cost [$/s].
    """

    name: str
    spares: NDArray[np.float64]
    down: NDArray[np.float64]
    cost: NDArray[np.float64]


def nines(scenario: Scenario, name: str = "") -> Nines | None:
    """Return the curve of `scenario` as its spares are added; None where there is no fleet to add to."""
    free = scenario
    if scenario.get("finance.supply") == "api":
        return None
    if scenario.get("deployment.load") == "replicas":
        free = scenario.with_values({"deployment.load": "share", "deployment.load_share": _load_of(scenario)})
    free = free.with_values({"reliability.redundancy": "count", "fleet.rounding": "fractional"})
    start = point(free)
    if not math.isfinite(start.base("replicas")):
        return None
    most = _most_spares(free)
    # Whole spares too: the curve is bent there.
    spares = np.union1d(np.linspace(0.0, most, COUNT), np.arange(0.0, min(most, COUNT) + 1.0))
    swept = line(free, Axis("reliability.spares", spares, False)).metrics
    return Nines(name, spares, 1.0 - np.asarray(swept["availability"]), np.asarray(swept["cost_rate"]))


def _load_of(scenario: Scenario) -> float:
    load = point(scenario).base("load")
    return min(max(load, 0.02), 0.97) if math.isfinite(load) else 0.5


def _most_spares(scenario: Scenario) -> float:
    """Return the spares from which on nearly nothing but the common cause is left."""
    strict = scenario.with_values(
        {
            "reliability.redundancy": "target",
            "reliability.target": 0.9999999,
            "reliability.common_cause": _REST * max(scenario.number("reliability.common_cause"), 1e-4),
        }
    )
    return max(point(strict).base("spares"), 1.0)


def mark(p: Point) -> tuple[float, float]:
    """Return where a scenario's own figures lie on its curve: share of time down, and cost [$/s]."""
    return 1.0 - p.base("availability"), p.base("cost_rate")
