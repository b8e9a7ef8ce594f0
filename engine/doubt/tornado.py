"""What each input in doubt does to one metric: from its P10 to its P90, alone and among all others."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.doubt.inputs import Doubted
from engine.doubt.samples import Plan, Samples, base_values
from engine.drivers.scatter import Scatter

Floats = NDArray[np.float64]

#: Samples on either side of a percentile that tell the mean there.
_REACH: Final = 0.05
_LEAST: Final = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One input's effect on the metric, base units.

    Attributes
    ----------
    doubted : Doubted
    low_value, high_value, value : float
        P10 and P90 of the input and what the scenario has, declared unit.
    low, high : float
        The metric there, all other inputs as the scenario has them; NaN where nothing is served.
    low_mean, high_mean : float
        The mean of the metric there over all that the others may be; NaN before samples are at hand.
    """

    doubted: Doubted
    value: float
    low_value: float
    high_value: float
    low: float
    high: float
    low_mean: float = float("nan")
    high_mean: float = float("nan")

    @property
    def swing(self) -> float:
        """Return how far the metric goes, alone, or what of it has a figure; NaN for none."""
        return abs(self.high - self.low)

    @property
    def joint_swing(self) -> float:
        """Return how far the mean goes among all others."""
        return abs(self.high_mean - self.low_mean)


@dataclass(frozen=True, slots=True)
class Tornado:
    """All bars, the longest first.

    Attributes
    ----------
    metric : str
    base : float
        The metric of the scenario as it is, base units.
    bars : tuple of Bar
    """

    metric: str
    base: float
    bars: tuple[Bar, ...]


def tornado(plan: Plan, metric: str, samples: Samples | None = None) -> Tornado:
    """Return what each input of `plan` does to `metric`, and the means among all others `samples` tell."""
    count = len(plan.doubted)
    here = base_values(plan)
    ends = [plan.values(np.full((count, 1), share)) for share in (0.1, 0.9)]
    columns = [here]
    for end in ends:
        block = np.repeat(here, count, axis=1)
        np.fill_diagonal(block, end[:, 0])
        columns.append(block)
    found = Scatter(plan.scenario, plan.positions, (metric,)).run(plan.placed(np.hstack(columns)))
    assert found is not None
    base, lows, highs = found[0, 0], found[0, 1 : count + 1], found[0, count + 1 :]
    means = _means(samples, metric) if samples is not None else np.full((count, 2), np.nan)
    bars = [
        Bar(each, float(here[j, 0]), float(ends[0][j, 0]), float(ends[1][j, 0]), float(lows[j]),
            float(highs[j]), float(means[j, 0]), float(means[j, 1]))
        for j, each in enumerate(plan.doubted)
    ]  # fmt: skip
    return Tornado(metric, float(base), tuple(sorted(bars, key=_length(float(base)))))


def _length(base: float) -> Callable[[Bar], float]:
    def key(bar: Bar) -> float:
        finite = [end for end in (bar.low, bar.high, base) if np.isfinite(end)]
        alone = max(finite) - min(finite) if finite else 0.0
        joint = bar.joint_swing
        # Where one end has no figure, what the samples say keeps the bar in its place.
        return -max(alone, joint if np.isfinite(joint) and not np.isfinite(bar.swing) else 0.0)

    return key


def _means(samples: Samples, metric: str) -> Floats:
    """Return the mean of `metric` about P10 and P90 of each input, shape (inputs, 2)."""
    values = samples.metrics[metric]
    finite = np.isfinite(values)
    made = np.full((len(samples.plan.doubted), 2), np.nan)
    for j in range(len(made)):
        own = samples.inputs[j]
        for side, share in enumerate((0.1, 0.9)):
            low, high = np.quantile(own, (share - _REACH, share + _REACH))
            near = finite & (own >= low) & (own <= high)
            if int(near.sum()) >= _LEAST:
                made[j, side] = values[near].mean()
    return made
