"""One evaluation, or one for each of many records."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.drivers.fill import fill_rows, numbers, scratch
from engine.jit import entry, readable
from engine.kernels import evaluate
from engine.kernels.tiers import alone, evaluate_tiers, routed
from engine.metrics import METRICS, RECORD
from engine.scenario import Scenario


@entry
def evaluate_rows(
    records: NDArray[np.void],
    out: NDArray[np.void],
    made: NDArray[np.float64],
    work: NDArray[np.void],
    figures: NDArray[np.float64],
    room: NDArray[np.float64],
    start: int,
    stop: int,
) -> None:
    """Fill `out[start:stop]` from `records[start:stop]`, shape (n, tiers); other tiers are as the last.

    `made` and `figures` are the memory of `out` and `work` as numbers.
    """
    last = records.shape[1] - 1
    for i in range(start, stop):
        p = records[i, 0]
        if routed(p):
            evaluate_tiers(
                p, records[i, min(1, last)], records[i, min(2, last)], records[i, min(3, last)],
                work[0], work[1], work[2], work[3], figures, room, out[i], made, i,
            )  # fmt: skip
        else:
            evaluate(p, out[i])
            alone(p, out[i])


@dataclass(frozen=True, slots=True)
class Point:
    """Every metric at one point.

    Attributes
    ----------
    metrics : ndarray, shape (1,)
        dtype `engine.metrics.RECORD`, base units; NaN where a metric has no meaning.
    """

    metrics: NDArray[np.void]

    def base(self, key: str) -> float:
        """Return metric `key` in base units."""
        return float(self.metrics[key][0])

    def shown(self, key: str) -> float:
        """Return metric `key` in its display unit."""
        return METRICS[key].shown(self.base(key))

    @property
    def feasible(self) -> bool:
        """Whether every limit holds."""
        return self.base("feasible") == 1.0

    @property
    def binding(self) -> int:
        """Return the code of what stops the point, 0 for nothing."""
        return int(self.base("binding"))

    def same(self, other: "Point") -> bool:
        """Return whether every metric is bit for bit equal."""
        return self.metrics.tobytes() == other.metrics.tobytes()


def point(scenario: Scenario) -> Point:
    """Evaluate `scenario`: a grid of one node, which sets a number to what it is."""
    records = scenario.to_records()
    here = records.view(np.float64)[:1]
    out: NDArray[Any] = np.zeros((1, 1), RECORD)
    fill_rows(records, ((0,), (0,)), here, here, out, (0, 1))
    return Point(out[0])


def tier_points(scenario: Scenario) -> list[Point]:
    """Evaluate each tier in use by itself, from tier 1 on, each with the requests that reach it."""
    return [point(scenario.tier(number)) for number in range(1, scenario.flows.used + 1)]


def points(records: NDArray[np.void]) -> NDArray[np.void]:
    """Evaluate every record of shape (n,), or row of tiers of shape (n, 4); return metrics of shape (n,).

    Where only one record stands for a service, all its tiers are as it is. The first call compiles an entry
    of its own, in about a second.
    """
    rows = np.require(records, requirements=["C", "W", "O"])
    out: NDArray[Any] = np.zeros(rows.shape[0], RECORD)
    if not rows.size:
        return out
    rows = rows.reshape(rows.shape[0], -1)
    fill_points(rows, out, 0, rows.shape[0])
    return out


def fill_points(records: NDArray[np.void], out: NDArray[Any], start: int, stop: int) -> None:
    """Fill `out[start:stop]` from rows `start` to `stop` of `records`, shape (n, tiers), C-contiguous."""
    work, figures, room = scratch()
    evaluate_rows(readable(records), readable(out), numbers(out), readable(work), figures, room, start, stop)
