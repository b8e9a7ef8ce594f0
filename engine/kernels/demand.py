"""Demand over the week: how far the peak is above the mean, how well capacity follows, what a base serves.

The week itself is 168 hours; kernels read the few figures `Scenario.to_record` made of it
(`parameters.profile`), so that they stay exact at the hours and cost nanoseconds.
"""

import math
from typing import NamedTuple

import numpy as np

from engine.jit import kernel, part
from engine.kernels.power import idle_draw
from engine.parameters.profile import LEADS, STEPS
from engine.units import HOUR, MONTH

_MINUTE = 60.0


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
def tracking(p: np.void, cold_start: float) -> float:
    """Return mean demand over mean capacity where it covers the busiest hour of the lead time, 0-1.

    The lead time ends when a new replica has read its weights, `cold_start` seconds later.
    """
    if p.demand.timing == 0.0:
        return float(p.fleet.tracking)
    hours = min((p.demand.lead + cold_start) / HOUR, float(LEADS))
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
def waiting_share(p: np.void) -> float:
    """Return the share of requests that fill troughs; 0 where no shape tells of troughs."""
    return float(p.demand.batch_share) if p.demand.timing == 1.0 else 0.0


@kernel
def urgent_peak(p: np.void, mean: float) -> float:
    """Return what capacity the requests that cannot wait take in their busiest hour, over `mean` [1/s].

    Reserve for priority requests and the scatter of minutes are in it, growth is not.
    """
    d, peak = p.demand, peak_over_mean(p)
    urgent = peak * (1.0 - waiting_share(p)) * (1.0 + d.priority_share * d.priority_reserve)
    if d.staffing == 1.0:
        # Requests of a minute: their mean grows with n, their deviation with its root.
        a_minute = mean * peak / (1.0 - p.fleet.waste_share) * _MINUTE
        urgent *= 1.0 + d.deviations * math.sqrt(d.dispersion * d.tenants / a_minute)
    return float(urgent)


@kernel
def growth(p: np.void) -> float:
    """Return demand at the end of the planning horizon over that of today."""
    d = p.demand
    if d.growth == 0.0:
        return 1.0
    return math.exp(d.horizon / MONTH * math.log1p(d.growth))


@kernel
def capacity_over_mean(p: np.void, mean: float) -> float:
    """Return what a static fleet is sized for over the `mean` of demand [1/s].

    The busiest hour of what cannot wait; or the mean of the busiest day, where what waits till its
    troughs fills it evenly.
    """
    if p.demand.timing == 0.0:
        return urgent_peak(p, mean) * growth(p)
    day = float(p.profile.day[int(p.demand.zones)]) if waiting_share(p) > 0.0 else 0.0
    return max(urgent_peak(p, mean), day) * growth(p)


@kernel
def elastic_over_mean(p: np.void, mean: float, cold_start: float) -> float:
    """Return the mean capacity of an autoscaled fleet over the `mean` of demand [1/s].

    Capacity follows what cannot wait at its lead time; what can fills the gap to it first.
    """
    following = urgent_peak(p, mean) / peak_over_mean(p) / tracking(p, cold_start)
    return max(following, 1.0)


@kernel
def always_on(p: np.void, share: float) -> float:
    """Return the mean capacity that a minimum of `share` adds to an autoscaled fleet, over its peak."""
    return max(share - served(p, share), 0.0)


@kernel
def cold_start(p: np.void, weights: float) -> float:
    """Return the time a new replica takes to read `weights` bytes an accelerator [s]."""
    return float(weights / p.demand.load_bandwidth)


@kernel
def price_mix(p: np.void) -> float:
    """Return what a mean request pays over the list price: less where it waits, more with priority."""
    if p.price.scheme == 1.0:
        return 1.0
    d, waiting = p.demand, waiting_share(p)
    urgent = 1.0 + d.priority_share * (d.priority_price - 1.0)
    return float(waiting * (1.0 - d.batch_discount) + (1.0 - waiting) * urgent)


@kernel
def base_share(p: np.void, base: float) -> Split:
    """Return what own capacity `base`, in units of the static fleet's peak, serves, and what is left.

    Requests that can wait fill what the base has free.
    """
    b = min(max(base, 0.0), 1.0)
    waiting, peak = waiting_share(p), peak_over_mean(p)
    size = peak * (1.0 - waiting)
    if waiting > 0.0:
        size = max(size, float(p.profile.day[int(p.demand.zones)]))
    own = b * size
    urgent = 0.0
    if waiting < 1.0:
        urgent = peak * (1.0 - waiting) * served(p, own / (peak * (1.0 - waiting)))
    own = urgent + min(waiting, own - urgent)
    if b == 1.0:
        own = 1.0
    return Split(min(own, 1.0), max(1.0 - own, 0.0) / size, 1.0 - b)


@part
def fill_demand(p: np.void, mean: float, needed: float, m: np.void) -> None:
    """Fill how much of the fleet of `needed` replicas is used, and why not more; the service is filled.

    `mean` is the useful arrival rate over the month [1/s].
    """
    all_work = mean / (1.0 - p.fleet.waste_share)
    m.utilization_slo = m.replica_rate / m.replica_capacity
    m.utilization_demand = all_work / (needed * m.replica_rate)
    m.utilization_redundancy = needed / m.replicas
    m.utilization_useful = 1.0 - p.fleet.waste_share
    m.cold_start = cold_start(p, m.weights_per_accelerator)
    m.trough_room = max(needed * m.replica_rate - all_work, 0.0)
    m.price_mix = price_mix(p)
    idle = idle_draw(p)
    m.batch_marginal_cost = 0.0
    if p.finance.supply != 1.0:
        joules = max(m.board_power - idle, 0.0) / m.throughput_per_accelerator
        m.batch_marginal_cost = joules * p.facility.pue * p.facility.power_price
