"""Who brings the fleet: owners, landlords, or both, and how large an own base best is."""

import math
from typing import NamedTuple

import numpy as np

from engine.jit import kernel, part
from engine.kernels.demand import base_share, peak_over_mean, waiting_share
from engine.kernels.fleet import Fleet
from engine.parameters.profile import STEPS

_HALVINGS = 30


class Mix(NamedTuple):
    """Replicas paid for in the mean over the month.

    Attributes
    ----------
    replicas, owned : float
        All of them, and those owned.
    served : float
        Share of the requests that owned replicas serve, 0-1.
    base : float
        Owned replicas over those for the peak, 0-1.
    """

    replicas: float
    owned: float
    served: float
    base: float


class Hours(NamedTuple):
    """What an accelerator costs [$/s]: an own one that idles, more where it works, a rented one."""

    idle: float
    work: float
    rent: float


@part
def mix(p: np.void, made: Fleet, hours: Hours) -> Mix:
    """Return who brings the fleet `made`, whose accelerators cost `hours`.

    Of a mixed fleet the own base stands all month, and rented replicas follow the rest of the demand, each
    paid for longer than it is needed, all of them all month at most.
    """
    supply = p.finance.supply
    if supply != 2.0:
        own = 1.0 - supply
        return Mix(made.replicas, own * made.replicas, own, own)
    base = cheapest_base(p, hours) if p.finance.base_size == 0.0 else p.finance.base_share
    owned = base * made.replicas
    if p.fleet.rounding != 0.0:
        owned = math.ceil(owned - 1e-9)
        base = owned / made.replicas
    split = base_share(p, base)
    rented = min(made.replicas - owned, split.mean * made.replicas / p.finance.rented_use)
    return Mix(owned + rented, owned, split.own, base)


@kernel
def base_cost(p: np.void, hours: Hours, base: float) -> float:
    """Return the cost of a fleet with own `base` over the replicas of the static one [$/s]."""
    all_work, split = base_share(p, 0.0).mean, base_share(p, base)
    rented = min(1.0 - base, split.mean / p.finance.rented_use)
    return base * hours.idle + (all_work - split.mean) * hours.work + rented * hours.rent


@kernel
def cheapest_base(p: np.void, hours: Hours) -> float:
    """Return the base at which own and rented replicas together cost least, over the peak.

    That is `best_base`, unless rented replicas for all would be there all month: as long as they are, cost is
    concave in the base, so it may be least without one, or where the rest just no longer takes them all.
    """
    use = p.finance.rented_use
    saved = hours.rent / use - hours.work
    ratio = hours.idle / saved if saved > 0.0 else 2.0
    base = best_base(p, ratio)
    if base == 0.0 or base_share(p, 0.0).mean <= use:
        return base
    if ratio < use and base_share(p, base).mean / use > 1.0 - base:
        most = 1.0
        for _ in range(_HALVINGS):
            middle = 0.5 * (base + most)
            if base_share(p, middle).mean / use > 1.0 - middle:
                base = middle
            else:
                most = middle
    return base if base_cost(p, hours, base) < base_cost(p, hours, 0.0) else 0.0


@kernel
def best_base(p: np.void, ratio: float) -> float:
    r"""Return the base, in units of the peak, that demand exceeds for a share `ratio` of the time.

    `ratio` is what an own replica costs over a rented one, both for all hours (newsvendor). Where only
    the peak over the mean r is given, demand is :math:`(1 - u)^{r - 1}` over the share of hours u; of a
    shape, what a base serves rises by the share of hours that exceed it. No base is best below what requests
    that can wait keep busy all week.
    """
    if ratio >= 1.0:
        return 0.0
    if p.demand.timing == 0.0:
        return float((1.0 - max(ratio, 0.0)) ** (peak_over_mean(p) - 1.0))
    row = p.profile.served[int(p.demand.zones)]
    low, high = 0, STEPS
    while low < high:
        middle = (low + high) // 2
        if (row[middle + 1] - row[middle]) * STEPS > ratio:
            low = middle + 1
        else:
            high = middle
    level = low / STEPS
    return busy_base(p, level) if waiting_share(p) > 0.0 else level


@kernel
def busy_base(p: np.void, level: float) -> float:
    """Return the best base where `level`, over their peak, is that of the requests that cannot wait.

    Those that can fill whatever it has free, so up to where they are all served it never idles.
    """
    waiting = waiting_share(p)
    zones = int(p.demand.zones)
    row, urgent = p.profile.served[zones], peak_over_mean(p) * (1.0 - waiting)
    # All of the mean, unless capacity for all that waits is free earlier.
    full = 1.0
    if urgent > 0.0 and waiting / urgent < 1.0 - row[STEPS]:
        free = waiting / urgent
        low, high = 0, STEPS
        while high - low > 1:
            middle = (low + high) // 2
            if middle / STEPS - row[middle] <= free:
                low = middle
            else:
                high = middle
        idle = low / STEPS - row[low]
        part = (free - idle) / (high / STEPS - row[high] - idle)
        full = urgent * (low + part) / STEPS
    return min(max(full, level * urgent) / max(urgent, p.profile.day[zones]), 1.0)
