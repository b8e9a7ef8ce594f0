"""From one replica to a fleet: how many replicas are paid for, and how busy they are."""

import math
from typing import NamedTuple

import numpy as np

from engine.jit import kernel, part
from engine.kernels.demand import always_on, capacity_over_mean, elastic_over_mean, growth
from engine.kernels.levers import model_share
from engine.kernels.reliability import overbuilt, spare_replicas, standby
from engine.kernels.service import Serving

DAYS_PER_MONTH = 365.0 / 12.0


class Demand(NamedTuple):
    """Arrivals of the whole service [1/s].

    Attributes
    ----------
    mean : float
        Useful requests of users.
    peak : float
        What reaches the model in the peak hour, waste included.
    model : float
        Useful requests that reach the model.
    """

    mean: float
    peak: float
    model: float


class Fleet(NamedTuple):
    """Replicas in the mean over the month: needed, in reserve for failures, and paid for in all."""

    needed: float
    spares: float
    replicas: float


@kernel
def demand(p: np.void) -> Demand:
    """Return the arrivals of record `p` [1/s]."""
    w = p.workload
    mean = w.users * w.requests_per_user * w.active_days / DAYS_PER_MONTH
    model = mean * model_share(p)
    return Demand(mean, model * capacity_over_mean(p, model) / (1.0 - p.fleet.waste_share), model)


@part
def fleet(p: np.void, wanted: Demand, replica: Serving, cold_start: float) -> Fleet:
    """Return the fleet that serves `wanted` when `replica` is one of its replicas at the peak.

    Static fleets are sized for the peak hour and paid for all month. Elastic ones follow demand and
    are paid for its mean over the tracking efficiency, never more than the static fleet; `cold_start`
    [s] is part of what they look ahead. A fixed number of replicas (`deployment.load`) is taken as it
    is, spares included. Rounding goes up to whole replicas, and further to servers full of accelerators.
    Of a mixed fleet this is what the peak takes; `supply` tells who brings it.
    """
    f = p.fleet
    fixed = p.deployment.load == 3.0
    static = p.deployment.replicas / overbuilt(p) if fixed else wanted.peak / replica.rate
    needed = static
    elastic = f.scaling == 1.0 and p.finance.supply != 2.0
    if elastic:
        mean = wanted.model / (1.0 - f.waste_share)
        needed = static * mean / wanted.peak * elastic_over_mean(p, wanted.model, cold_start)
        if p.demand.minimum > 0.0:
            # It follows the demand of today, whatever growth there is room for.
            today = static / growth(p)
            idle = today * always_on(p, min(p.demand.minimum / today, 1.0))
            needed = max(needed + idle, p.demand.minimum)
        needed = min(needed, static)
    spares = needed * f.spare_share if fixed else spare_replicas(p, needed, replica.accelerators)
    count = needed + spares
    if f.rounding != 0.0 and not fixed:
        spares = math.ceil(spares - 1e-9)
        count = math.ceil(needed) + spares
    count += needed * standby(p)
    if fixed and not elastic:
        count = p.deployment.replicas
    if f.rounding == 2.0:
        servers = count * replica.accelerators / p.accelerator.server_size
        count *= math.ceil(servers - 1e-9) / servers
    return Fleet(needed, spares, count)
