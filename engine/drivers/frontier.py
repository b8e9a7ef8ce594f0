"""Cost against speed as the load of a replica varies, and which points no other beats."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.drivers.grid import Axis, Line, line
from engine.metrics import METRICS
from engine.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Frontier:
    """A traced curve of two metrics.

    Attributes
    ----------
    line : Line
        The sweep behind it.
    x_metric, y_metric : str
    best : ndarray of bool, shape (n,)
        True for a feasible point that no other feasible point beats in both metrics.
    """

    line: Line
    x_metric: str
    y_metric: str
    best: NDArray[np.bool_]


def pareto(first: NDArray[np.float64], second: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which points are not beaten where less of both is better; NaN never is best. Shape (n,)."""
    best = np.zeros(first.size, bool)
    order = np.lexsort((second, first))
    lowest = np.inf
    for i in order:
        if np.isfinite(first[i]) and np.isfinite(second[i]) and second[i] < lowest:
            best[i], lowest = True, second[i]
    return best


def frontier(
    scenario: Scenario,
    x_metric: str = "tpot_p95",
    y_metric: str = "cost_per_output_token",
    key: str = "deployment.concurrency",
    count: int = 160,
) -> Frontier:
    """Trace `y_metric` against `x_metric` by sweeping `key` over its range."""
    base = (
        scenario.with_value("deployment.load", "concurrency") if key == "deployment.concurrency" else scenario
    )
    swept = line(base, Axis.soft(key, count))
    able = swept.metrics["feasible"] == 1.0
    sides = [-METRICS[k].better * np.where(able, swept.metrics[k], np.nan) for k in (x_metric, y_metric)]
    return Frontier(swept, x_metric, y_metric, pareto(sides[0], sides[1]))
