"""One evaluation, or one for each of many records."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.jit import kernel
from engine.kernels import evaluate
from engine.metrics import METRICS, RECORD
from engine.scenario import Scenario


@kernel
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
    """Evaluate `scenario`."""
    return Point(points(scenario.to_record()))


def points(records: NDArray[np.void]) -> NDArray[np.void]:
    """Evaluate every record of shape (n,); return metrics of shape (n,)."""
    rows = np.require(records, requirements=["C", "W", "O"])
    out: NDArray[Any] = np.zeros(rows.shape[0], RECORD)
    evaluate_rows(rows, out, 0, rows.shape[0])
    return out
