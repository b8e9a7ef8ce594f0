"""How wrong a set of predictions is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Score:
    """Errors of one measure over a group of points, as shares of what was measured.

    Attributes
    ----------
    n : int
        Points that have both figures.
    median_abs_error, p90_abs_error : float
        Median and 90th percentile (linear between ranks) of the size of predicted / measured - 1.
    bias : float
        Median of predicted / measured - 1: above 0 the model says too much.
    spearman : float or None
        Rank correlation of predicted and measured, ties at their mean rank; None below three points
        or where one side does not vary.
    """

    n: int
    median_abs_error: float
    p90_abs_error: float
    bias: float
    spearman: float | None

    def to_dict(self) -> dict[str, float | int | None]:
        """Return the score as JSON holds it."""
        return {
            "n": self.n,
            "median_abs_error": self.median_abs_error,
            "p90_abs_error": self.p90_abs_error,
            "bias": self.bias,
            "spearman": self.spearman,
        }


def score(measured: NDArray[np.float64], predicted: NDArray[np.float64]) -> Score | None:
    """Return how wrong `predicted` is, both shape (n,); pairs with a figure missing are left out.

    None where no pair is left.
    """
    both = np.isfinite(measured) & np.isfinite(predicted) & (measured > 0.0)
    if not both.any():
        return None
    true, said = measured[both], predicted[both]
    errors = said / true - 1.0
    return Score(
        int(both.sum()),
        float(np.median(np.abs(errors))),
        float(np.quantile(np.abs(errors), 0.9)),
        float(np.median(errors)),
        spearman(true, said),
    )


def spearman(x: NDArray[np.float64], y: NDArray[np.float64]) -> float | None:
    """Return the rank correlation of `x` and `y`, shape (n,), None where it has no meaning."""
    if x.size < 3:
        return None
    a, b = ranks(x), ranks(y)
    a, b = a - a.mean(), b - b.mean()
    scale = float(np.sqrt((a @ a) * (b @ b)))
    return None if scale == 0.0 else float(np.clip((a @ b) / scale, -1.0, 1.0))


def ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the rank of each value from 1, equal ones at the mean of their ranks."""
    _, group, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return np.asarray((ends - (counts - 1) / 2.0)[group], np.float64)
