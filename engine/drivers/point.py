"""One evaluation, or one for each of many records."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.drivers.fill import fill_rows
from engine.jit import entry, readable
from engine.kernels import evaluate
from engine.metrics import METRICS, RECORD
from engine.scenario import Scenario


@entry
def evaluate_rows(records: NDArray[np.void], out: NDArray[np.void], start: int, stop: int) -> None:
    """Fill `out[start:stop]` from `records[start:stop]`, both shape (n,)."""
    for i in range(start, stop):
        evaluate(records[i], out[i])


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
    record = scenario.to_record()
    here = record.view(np.float64)[:1]
    out: NDArray[Any] = np.zeros((1, 1), RECORD)
    fill_rows(record, (0, 0), here, here, out, (0, 1))
    return Point(out[0])


def points(records: NDArray[np.void]) -> NDArray[np.void]:
    """Evaluate every record of shape (n,); return metrics of shape (n,).

    The first call compiles an entry of its own, in about a second.
    """
    rows = np.require(records, requirements=["C", "W", "O"])
    out: NDArray[Any] = np.zeros(rows.shape[0], RECORD)
    evaluate_rows(readable(rows), readable(out), 0, rows.shape[0])
    return out
