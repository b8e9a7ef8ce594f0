"""Demand over the week: how far the peak is above the mean, how well capacity follows, what a base serves.

The week itself is 168 hours; kernels read the few figures `Scenario.to_record` made of it
(`parameters.profile`), so that they stay exact at the hours and cost nanoseconds.
"""

from typing import NamedTuple

import numpy as np

from engine.jit import kernel
from engine.parameters.profile import LEADS, STEPS
from engine.units import HOUR


class Split(NamedTuple):
    """What a base of own capacity leaves to others.

    Attributes
    ----------
    own : float
        Share of all requests that the base serves, 0-1.
    mean, peak : float
        Of the rest, in units of the static fleet's peak.
    """

    own: float
    mean: float
    peak: float


@kernel
def peak_over_mean(p: np.void) -> float:
    """Return the busiest hour over the mean of the week: given, or of the shape of record `p`."""
    if p.demand.timing == 0.0:
        return float(p.workload.peak_to_mean)
    return float(p.profile.peak[int(p.demand.zones)])


@kernel
def tracking(p: np.void) -> float:
    """Return mean demand over mean capacity of a fleet that covers the busiest hour of its lead time, 0-1."""
    if p.demand.timing == 0.0:
        return float(p.fleet.tracking)
    hours = min(p.demand.lead / HOUR, float(LEADS))
    step = min(int(hours), LEADS - 1)
    row = p.profile.tracking[int(p.demand.zones)]
    return float(row[step] + (hours - step) * (row[step + 1] - row[step]))


@kernel
def served(p: np.void, base: float) -> float:
    r"""Return the mean of what a capacity `base` serves, both in units of the busiest hour.

    Of a shape, its load-duration curve added up. Where only the peak over the mean r is given, the curve
    :math:`(1 - u)^{r - 1}` over the share of hours u stands in, which has that mean.
    """
    b = min(max(base, 0.0), 1.0)
    if p.demand.timing == 0.0:
        ratio = p.workload.peak_to_mean
        if ratio - 1.0 < 1e-9:
            return b
        quiet = b ** (1.0 / (ratio - 1.0))
        return float(b * (1.0 - quiet) + quiet * b / ratio)
    at = b * STEPS
    step = min(int(at), STEPS - 1)
    row = p.profile.served[int(p.demand.zones)]
    return float(row[step] + (at - step) * (row[step + 1] - row[step]))


@kernel
def base_share(p: np.void, base: float) -> Split:
    """Return what own capacity `base`, in units of the static fleet's peak, serves, and what is left."""
    b = min(max(base, 0.0), 1.0)
    taken, mean = served(p, b), served(p, 1.0)
    return Split(min(taken / mean, 1.0), max(mean - taken, 0.0), 1.0 - b)
