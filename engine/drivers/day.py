"""A day or a week, hour by hour: each hour is the engine at that hour's load, as if it lasted.

Nothing here is a formula of its own for latency, power or cost: the load of a replica is walked through
the hours and every hour is one evaluation.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.drivers.grid import Axis, line
from engine.drivers.point import Point, point
from engine.parameters.profile import HOURS, OFFSETS, covering, spread
from engine.scenario import Scenario, spec_of
from engine.shapes import week_followed
from engine.units import HOUR

Hours = NDArray[np.float64]

#: Loads whose replicas follow arrivals; the others run the same whenever they run.
_FOLLOWING = frozenset({"concurrency", "share", "goodput", "replicas"})
#: One replica by itself under any load: what sizes a fleet is taken out of the scenario.
_ALONE = {
    "deployment.load": "replicas",
    "deployment.replicas": 1.0,
    "demand.timing": "given",
    "demand.staffing": "hour",
    "demand.growth": 0.0,
    "demand.priority_share": 0.0,
    "workload.peak_to_mean": 1.0,
    "fleet.scaling": "static",
    "fleet.spare_share": 0.0,
    "fleet.rounding": "fractional",
    "reliability.redundancy": "share",
    "reliability.regions": "one",
}
_ADDED = (
    "urgent",
    "waiting",
    "served",
    "backlog",
    "replicas",
    "paid",
    "capacity",
    "power",
    "cost",
    "owned",
)


@dataclass(frozen=True, slots=True)
class Day:
    """The week of a scenario from Monday 0:00, a value an hour: arrays of shape (168,), base units.

    Attributes
    ----------
    point : Point
        The scenario's own figures.
    given : bool
        Whether the scenario has no week, and this one only has the peak it states.
    urgent, waiting : ndarray
        Arrivals of what cannot wait and of what can [1/s], wasted work included.
    served : ndarray
        Of what can wait, served in the hour [1/s].
    backlog : ndarray
        Requests that wait at the end of the hour.
    replicas, paid : ndarray
        That serve, and with spares and standby.
    capacity : ndarray
        What the serving ones take within the limits [1/s].
    load : ndarray
        Work of a replica over what it could take at most.
    ttft, tpot : ndarray
        At the percentile of the limits [s]; NaN in an hour beyond capacity.
    power : ndarray
        Of the site [W].
    cost : ndarray
        Of all that is paid for [$/s].
    owned : ndarray
        Of the replicas paid for, those owned where others are rented for the peaks; 0 otherwise.
    """

    point: Point
    given: bool
    urgent: Hours
    waiting: Hours
    served: Hours
    backlog: Hours
    replicas: Hours
    paid: Hours
    capacity: Hours
    load: Hours
    ttft: Hours
    tpot: Hours
    power: Hours
    cost: Hours
    owned: Hours

    @property
    def over(self) -> NDArray[np.bool_]:
        """Return the hours whose load no replica can take."""
        return np.isnan(self.ttft)


def week_shape(scenario: Scenario) -> Hours:
    """Return the hours `scenario` follows over their mean, its time zones counted in, shape (168,).

    Where only the peak over the mean is given, every day rises to it at 15:00 along the load-duration
    curve that `kernels.demand.served` takes.
    """
    week = week_followed(scenario)
    if week is not None:
        code = spec_of("demand.zones").option(scenario.get("demand.zones")).code
        return spread(week, code)
    return np.tile(_hump(scenario.number("workload.peak_to_mean")), HOURS // 24)


def _hump(ratio: float) -> Hours:
    """Return a day whose busiest hour is `ratio` times its mean, as far as one hour of 24 can."""
    rank = np.abs((np.arange(24) - 15 + 12) % 24 - 12) * 2.0 - ((np.arange(24) - 15) % 24 < 12)
    falling = 1.0 - np.clip(rank, 0.0, 23.0) / 24.0
    low, high = 0.0, 400.0
    for _ in range(60):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if 1.0 / np.mean(falling**middle) < ratio else (low, middle)
    day = falling**high
    return np.asarray(day / day.mean())


def day(scenario: Scenario) -> Day:
    """Return the week of `scenario`, hour by hour.

    Of several tiers what adds up is added; load is that of all replicas, latency the slowest tier's.
    """
    if scenario.flows.used == 1:
        return _alone(scenario)
    tiers = [_alone(scenario.tier(number)) for number in range(1, scenario.flows.used + 1)]
    every = {name: np.sum([getattr(one, name) for one in tiers], axis=0) for name in _ADDED}
    slowest = {name: np.max([getattr(one, name) for one in tiers], axis=0) for name in ("ttft", "tpot")}
    load = np.sum([one.load * one.replicas for one in tiers], axis=0) / every["replicas"]
    return Day(point=point(scenario), given=tiers[0].given, load=load, **every, **slowest)


def _alone(scenario: Scenario) -> Day:
    p = point(scenario)
    shape = week_shape(scenario)
    given = scenario.get("demand.timing") != "profile"
    share = 0.0 if given else scenario.number("demand.batch_share")
    work = p.base("model_rate") / (1.0 - scenario.number("fleet.waste_share"))
    urgent, waiting = work * (1.0 - share) * shape, work * share * shape
    none: Hours = np.full(HOURS, math.nan)
    if not math.isfinite(p.base("replicas")):
        return Day(p, given, urgent, waiting, *[none] * 11)
    if scenario.get("finance.supply") == "api":
        return _bought(scenario, p, given, (urgent, waiting))
    rate = p.base("replica_rate")
    replicas = _replicas(scenario, p, urgent, waiting) / rate
    if scenario.get("fleet.rounding") != "fractional" and scenario.get("deployment.load") != "replicas":
        replicas = np.ceil(replicas - 1e-9)
    served, backlog = fill_troughs(replicas * rate - urgent, waiting)
    carried = (urgent + served) / replicas
    hours = _hours(scenario, p, carried)
    paid = replicas * _over_needed(scenario, p)
    owned = np.zeros(HOURS)
    if scenario.get("finance.supply") == "mixed":
        owned[:] = p.base("own_accelerators") / p.base("accelerators_per_replica")
    size, pue = p.base("accelerators_per_replica"), scenario.number("facility.pue")
    # Spares idle until they are needed.
    watts = (replicas * hours.power + (paid - replicas) * hours.idle) * size * pue
    return Day(
        point=p,
        given=given,
        urgent=urgent,
        waiting=waiting,
        served=served,
        backlog=backlog,
        replicas=replicas,
        paid=paid,
        capacity=replicas * rate,
        load=carried / p.base("replica_capacity"),
        ttft=hours.ttft,
        tpot=hours.tpot,
        power=watts,
        cost=_cost(p, paid, owned, watts, pue),
        owned=owned,
    )


def _cost(p: Point, paid: Hours, owned: Hours, watts: Hours, pue: float) -> Hours:
    """Return the bill by the hour [$/s]; what no hour changes is spread evenly."""
    size = p.base("accelerators_per_replica")
    rest = p.base("cost_rate") - p.base("accelerator_hour") * p.base("accelerators")
    if owned.any():
        return np.asarray(size * (owned * p.base("own_hour") + (paid - owned) * p.base("rent_hour")) + rest)
    dear = p.base("accelerator_hour") - p.base("energy_rate")
    return np.asarray(
        paid * size * dear + watts * p.base("energy_rate") / (p.base("power_per_accelerator") * pue) + rest
    )


def _bought(scenario: Scenario, p: Point, given: bool, arrivals: tuple[Hours, Hours]) -> Day:
    """Return the week of a service that buys its tokens: paid by use, answered as the provider states."""
    which = str(scenario.get("limits.percentile"))
    urgent, waiting = arrivals
    none: Hours = np.full(HOURS, math.nan)
    flat, idle = np.ones(HOURS), np.zeros(HOURS)
    work = urgent + waiting
    fixed = p.base("cost_rate") - p.base("bought_rate")
    return Day(
        point=p,
        given=given,
        urgent=urgent,
        waiting=waiting,
        served=waiting,
        backlog=idle,
        replicas=idle,
        paid=idle,
        capacity=none,
        load=none,
        ttft=flat * p.base(f"ttft_{which}"),
        tpot=flat * p.base(f"tpot_{which}"),
        power=none,
        cost=p.base("bought_rate") * work / work.mean() + fixed,
        owned=idle,
    )


@dataclass(frozen=True, slots=True)
class _Hours:
    """A replica by the hour: latency [s], mean draw of an accelerator before PUE [W], and its idle draw."""

    ttft: Hours
    tpot: Hours
    power: Hours
    idle: float


def _hours(scenario: Scenario, p: Point, carried: Hours) -> _Hours:
    """Return a replica of `scenario` that takes `carried` requests a second in each hour."""
    which = str(scenario.get("limits.percentile"))
    alone = scenario.with_values(_ALONE)
    waste = 1.0 - scenario.number("fleet.waste_share")
    each = p.base("model_rate") / scenario.number("workload.users")
    busy = np.maximum(carried, 1e-9 * p.base("replica_capacity"))
    # The last point is a replica with nothing to do.
    users = np.append(busy, 1e-9 * p.base("replica_capacity")) * waste / each
    swept = line(alone, Axis("workload.users", users, False)).metrics
    power = swept["power_per_accelerator"].astype(np.float64)
    idle = float(power[-1])
    if scenario.get("deployment.load") in _FOLLOWING:
        return _Hours(swept[f"ttft_{which}"][:-1], swept[f"tpot_{which}"][:-1], power[:-1], idle)
    full = p.base("power_per_accelerator")
    share = carried / p.base("replica_rate")
    busiest = idle + (full - idle) / max(p.base("duty"), 1e-12)
    flat = np.ones(HOURS)
    return _Hours(
        flat * p.base(f"ttft_{which}"), flat * p.base(f"tpot_{which}"), idle + (busiest - idle) * share, idle
    )


def _over_needed(scenario: Scenario, p: Point) -> float:
    """Return replicas paid for over those needed, before rounding: spares and standby."""
    share = p.base("utilization_redundancy")
    if scenario.get("finance.supply") == "mixed":
        return 1.0 / share
    standby = 0.0
    if scenario.get("reliability.regions") == "two":
        standby = scenario.number("reliability.failover")
    return 1.0 + p.base("spares") / (p.base("replicas") * share) + standby


def _replicas(scenario: Scenario, p: Point, urgent: Hours, waiting: Hours) -> Hours:
    """Return the capacity in place in each hour [1/s], spares apart."""
    if scenario.get("deployment.load") == "replicas":
        static = p.base("replicas") * p.base("utilization_redundancy") * p.base("replica_rate")
        if scenario.get("fleet.scaling") == "elastic":
            static = p.base("peak_rate")
    else:
        static = p.base("peak_rate")
    if scenario.get("finance.supply") == "mixed":
        # Rented replicas come for what the own base leaves, and stay longer than they are needed.
        own = static * p.base("own_base")
        work = np.maximum(urgent, np.minimum(urgent + waiting, own))
        return np.asarray(own + np.maximum(work - own, 0.0) / scenario.number("finance.rented_use"))
    if scenario.get("fleet.scaling") == "static":
        return np.full(HOURS, static)
    lead = min((scenario.number("demand.lead") * HOUR + p.base("cold_start")) / HOUR, 24.0)
    if scenario.get("demand.timing") != "profile":
        # Only the tracking efficiency is given: what is above demand is the same share in every hour.
        return np.minimum(urgent / scenario.number("fleet.tracking"), static)
    low = int(lead)
    ahead = covering(urgent, low) + (lead - low) * (covering(urgent, low + 1) - covering(urgent, low))
    reserve = point(scenario.with_values({"demand.batch_share": 0.0, "demand.growth": 0.0}))
    ahead = ahead * reserve.base("capacity_over_mean") / reserve.base("peak_over_mean")
    least = scenario.number("demand.minimum") * p.base("replica_rate")
    capacity = np.maximum(ahead, least)
    # What waits is done within a day, so each day has room for all of its own.
    for start in range(0, HOURS, 24):
        today = slice(start, start + 24)
        capacity[today] = _with_room(capacity[today], float(np.mean(urgent[today] + waiting[today])))
    return np.minimum(capacity, static)


def _with_room(ahead: Hours, mean: float) -> Hours:
    """Return `ahead` with its troughs raised to one level such that its mean is `mean` at least."""
    if float(np.mean(ahead)) >= mean:
        return ahead
    low, high = 0.0, max(float(ahead.max()), mean)
    for _ in range(60):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if float(np.mean(np.maximum(ahead, middle))) < mean else (low, middle)
    return np.maximum(ahead, high)


def fill_troughs(free: Hours, waiting: Hours) -> tuple[Hours, Hours]:
    """Return what of `waiting` is served in each hour [1/s] and the requests left at its end.

    A day's free capacity takes what a day brings, each hour the same share of what it has free, out of
    what came up to a day before; the least that is ever left is none.
    """
    room, asked = (rates.reshape(7, 24) for rates in (np.maximum(free, 0.0), waiting))
    total = room.sum(axis=1, keepdims=True)
    share = np.divide(asked.sum(axis=1, keepdims=True), total, out=np.zeros((7, 1)), where=total > 0.0)
    served = (room * np.minimum(share, 1.0)).ravel()
    left = np.cumsum(waiting - served) * HOUR
    return served, np.asarray(left - left.min())


assert len(OFFSETS) == len(spec_of("demand.zones").options)
