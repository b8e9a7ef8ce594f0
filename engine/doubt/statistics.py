"""What samples say: percentiles, means, chances, and how far each may be off."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.doubt.samples import SETS, Samples
from engine.metrics import BINDING

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

#: 95th percentile of Student's t with `SETS` - 1 degrees of freedom: nine bands in ten hold the truth.
STUDENT: Final = 1.894578605
PERCENTILES: Final = (0.1, 0.5, 0.9)
#: Least samples with a figure for a percentile to be told.
LEAST: Final = 8


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and how far it may be off: nine in ten of such bands hold what endless samples would give."""

    value: float
    error: float

    @property
    def ends(self) -> tuple[float, float]:
        """Return the band."""
        return self.value - self.error, self.value + self.error


@dataclass(frozen=True, slots=True)
class Summary:
    """One metric over all samples that have a figure; base units.

    Attributes
    ----------
    p10, p50, p90, mean : Estimate
    deviation : float
        Standard deviation.
    count, missing : int
        Samples with a figure, and without: of those there is no service to speak of.
    """

    p10: Estimate
    p50: Estimate
    p90: Estimate
    mean: Estimate
    deviation: float
    count: int
    missing: int


def estimate(samples: Samples, of: Callable[[Mask], float]) -> Estimate:
    """Return `of` all samples, with the error that the independent sets tell.

    Parameters
    ----------
    of : callable
        Takes which samples count, shape (n,), and returns a figure.
    """
    whole = of(np.ones(samples.count, bool))
    parts = np.array([of(samples.sets == number) for number in range(SETS)])
    if not np.isfinite(parts).all():
        return Estimate(whole, math.nan)
    # What endless samples would give lies about the mean of sets that are each a SETS-th as long; the
    # whole is nearer by more than the root of their number, so this is on the safe side.
    return Estimate(whole, STUDENT * float(parts.std(ddof=1)) / math.sqrt(SETS))


def summary(samples: Samples, key: str) -> Summary:
    """Return what the samples say of metric `key`; NaN throughout where too few have a figure."""
    values = samples.metrics[key]
    finite = np.isfinite(values)
    count = int(finite.sum())

    def percentile(share: float) -> Estimate:
        return estimate(samples, lambda mask: _quantile(values[mask & finite], share))

    low, middle, high = (percentile(share) for share in PERCENTILES)
    mean = estimate(samples, lambda mask: _mean(values[mask & finite]))
    deviation = float(values[finite].std()) if count >= LEAST else math.nan
    return Summary(low, middle, high, mean, deviation, count, samples.count - count)


def _quantile(values: Floats, share: float) -> float:
    return float(np.quantile(values, share)) if values.size >= LEAST else math.nan


def _mean(values: Floats) -> float:
    return float(values.mean()) if values.size >= LEAST else math.nan


def chance(samples: Samples, holds: Mask) -> Estimate:
    """Return the share of all samples for which `holds`, shape (n,); those without a service count as no."""
    return estimate(samples, lambda mask: float(holds[mask].mean()))


def earns(samples: Samples) -> Estimate:
    """Return the probability that the gross margin is above zero; without a service it is not."""
    return chance(samples, samples.metrics["gross_margin"] > 0.0)


def holds(samples: Samples) -> Estimate:
    """Return the probability that every limit holds."""
    return chance(samples, samples.able)


def obstacles(samples: Samples) -> list[tuple[str, str, float]]:
    """Return (id, label, share of all samples) of what stops samples, most frequent first."""
    codes = samples.metrics["binding"]
    found = [
        (ident, label, float(np.mean(codes == code)))
        for code, (ident, label) in BINDING.items()
        if code and np.any(codes == code)
    ]
    return sorted(found, key=lambda each: -each[2])


@dataclass(frozen=True, slots=True)
class Convergence:
    """Percentiles as samples grow in number; each of shape (steps,), with the percentiles along a first axis.

    Attributes
    ----------
    counts : ndarray of int, shape (steps,)
    values, errors : ndarray, shape (3, steps)
        P10, P50, P90 in base units.
    """

    counts: NDArray[np.int64]
    values: Floats
    errors: Floats


def convergence(samples: Samples, key: str) -> Convergence:
    """Return P10, P50 and P90 of metric `key` after 64, 128, ... samples: as many of every set."""
    values = samples.metrics[key]
    starts = np.searchsorted(samples.sets, np.arange(SETS))
    each = samples.count // SETS
    sizes = [2**k for k in range(3, max(4, each.bit_length())) if 2**k <= each]
    if not sizes or sizes[-1] != each:
        sizes.append(each)
    found = np.full((2, len(PERCENTILES), len(sizes)), np.nan)
    for step, size in enumerate(sizes):
        sets = [values[start : start + size] for start in starts]
        sets = [own[np.isfinite(own)] for own in sets]
        for row, share in enumerate(PERCENTILES):
            parts = np.array([_quantile(own, share) for own in sets])
            found[0, row, step] = _quantile(np.concatenate(sets), share)
            if np.isfinite(parts).all():
                found[1, row, step] = STUDENT * parts.std(ddof=1) / math.sqrt(SETS)
    return Convergence(np.array(sizes, np.int64) * SETS, found[0], found[1])


def rank_correlation(a: Floats, b: Floats) -> float:
    """Return Spearman's rank correlation of `a` and `b` where both have figures; NaN for too few."""
    both = np.isfinite(a) & np.isfinite(b)
    if int(both.sum()) < LEAST:
        return math.nan
    ranks = [_ranks(values[both]) for values in (a, b)]
    spread = [float(r.std()) for r in ranks]
    if not (spread[0] > 0.0 and spread[1] > 0.0):
        return math.nan
    return float(
        np.mean((ranks[0] - ranks[0].mean()) * (ranks[1] - ranks[1].mean())) / (spread[0] * spread[1])
    )


def _ranks(values: Floats) -> Floats:
    """Return the rank of each value, equal ones sharing the mean of theirs."""
    found, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    del found
    last = np.cumsum(counts)
    return np.asarray((last - 0.5 * (counts - 1))[inverse])
