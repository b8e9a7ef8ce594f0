"""A service of several tiers: each is evaluated as a fleet of its own, then they are put together.

A tier is an ordinary record with its share of the arrivals; nothing below knows of others. The service has
the same metrics, made as `Metric.across` says, and those of routing.
"""

import math
from typing import Annotated, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.jit import kernel
from engine.kernels import across as a
from engine.kernels import evaluate, limits
from engine.kernels.accounts import fill_factors, fill_factors_like, fill_returns, fill_usage, fill_years
from engine.kernels.escalation import wait_for_choice
from engine.kernels.formulas import fill_formulas
from engine.kernels.levers import answer_time
from engine.kernels.mixture import LOGS, Room, likeness, mixed_quantile, prepare_family
from engine.kernels.outlook import fill_trends, fill_trends_like
from engine.kernels.queueing import Z95, Z99
from engine.parameters import TIERS

Figures = Annotated[NDArray[np.float64], 2]

#: Shape of the working numbers: weights, logarithms of one family of quantiles and their rises.
ROOM = (LOGS + 5, TIERS)

QUALITY = 6.0
_TTFT = 2.0
_TPOT = 3.0
_NO_TIME = 1e-30


class Flow(NamedTuple):
    """Shares of all requests: tiers in use, requests each works on (`r`), answers each gives (`f`)."""

    used: float
    r1: float
    r2: float
    r3: float
    r4: float
    f1: float
    f2: float
    f3: float
    f4: float


class Graded(NamedTuple):
    """Share of good answers among those that each tier gives."""

    q1: float
    q2: float
    q3: float
    q4: float


@kernel
def routed(p: np.void) -> bool:
    """Return whether more than one tier serves."""
    return bool(p.routing.mode != 0.0 and p.routing.tiers >= 2.0)


@kernel
def flows(p: np.void) -> Flow:
    """Return how the requests of a routed service are shared.

    A router sends each tier its share of all, of what is left; a judge passes on a share of what reaches
    the tier. The last tier in use takes the rest.
    """
    g, n = p.routing, p.routing.tiers
    if g.mode == 1.0:
        f1 = g.share1
        f2 = min(g.share2, 1.0 - f1) if n > 2.0 else 1.0 - f1
        f3 = 0.0 if n < 3.0 else min(g.share3, 1.0 - f1 - f2) if n > 3.0 else 1.0 - f1 - f2
        f4 = 0.0 if n < 4.0 else 1.0 - f1 - f2 - f3
        return Flow(n, f1, f2, f3, f4, f1, f2, f3, f4)
    r2 = g.escalated1
    r3 = r2 * g.escalated2 if n > 2.0 else 0.0
    r4 = r3 * g.escalated3 if n > 3.0 else 0.0
    return Flow(n, 1.0, r2, r3, r4, 1.0 - r2, r2 - r3, r3 - r4, r4)


@kernel
def graded(share: float, before: float, quality: float, skill: float) -> float:
    """Return the share of good answers of a tier that gives `share` of all, behind `before` easier ones.

    The easiest `quality` of all requests are those it answers well. Chosen blindly its share is as good as
    all; chosen perfectly it holds the requests from `before` on.
    """
    if not share > 0.0:
        return 0.0
    best = min(max(quality - before, 0.0), share) / share
    return skill * best + (1.0 - skill) * quality


@kernel
def qualities(p: np.void, f: Flow, m1: np.void, m2: np.void, m3: np.void, m4: np.void) -> Graded:
    """Return how good the answers of each tier are, given which requests it answers."""
    skill = p.routing.skill
    return Graded(
        graded(f.f1, 0.0, m1.quality, skill),
        graded(f.f2, f.f1, m2.quality, skill),
        graded(f.f3, f.f1 + f.f2, m3.quality, skill),
        graded(f.f4, f.f1 + f.f2 + f.f3, m4.quality, skill),
    )


@kernel
def evaluate_share(p: np.void, share: float, m: np.void) -> None:
    """Fill `m` as `evaluate` does for a tier that works on `share` of all requests; leave `p` as it was."""
    if share > 0.0:
        all_of_them = p.workload.requests_per_user
        p.workload.requests_per_user = all_of_them * share
        evaluate(p, m)
        p.workload.requests_per_user = all_of_them


@kernel
def fill_ahead(
    p1: np.void, p2: np.void, p3: np.void, p4: np.void, m1: np.void, m2: np.void, m3: np.void, m4: np.void
) -> None:
    """Fill how the years ahead move and what they are worth in each tier: mostly alike."""
    fill_trends(p1, m1)
    fill_factors(p1, m1)
    for p, m in ((p2, m2), (p3, m3), (p4, m4)):
        fill_trends_like(p1, m1, p, m)
        fill_factors_like(p1, m1, p, m)


@kernel
def weigh(f: Flow, m1: np.void, m2: np.void, m3: np.void, m4: np.void, room: Room) -> None:
    """Set the weights of the tiers, a row for each linear way of `Metric.across`."""
    reached, replicas, accelerators = 0.0, 0.0, 0.0
    each = ((f.r1, f.f1, m1), (f.r2, f.f2, m2), (f.r3, f.f3, m3), (f.r4, f.f4, m4))
    for t, (share, answered, m) in enumerate(each):
        used = share > 0.0
        room[a.SUM, t] = 1.0 if used else 0.0
        room[a.REQUESTS, t] = room[a.VISITS, t] = share
        room[a.ANSWERS, t] = answered
        room[a.REPLICAS, t] = m.replicas if used else 0.0
        room[a.ACCELERATORS, t] = m.accelerators if used else 0.0
        reached += share
        replicas += room[a.REPLICAS, t]
        accelerators += room[a.ACCELERATORS, t]
    for t in range(TIERS):
        room[a.REQUESTS, t] /= reached
        room[a.DEMAND, t] = room[a.SUM, t] / reached
        # A service that owns no machines is weighted by its requests.
        room[a.REPLICAS, t] = room[a.REQUESTS, t] if replicas == 0.0 else room[a.REPLICAS, t] / replicas
        room[a.ACCELERATORS, t] = (
            room[a.REQUESTS, t] if accelerators == 0.0 else room[a.ACCELERATORS, t] / accelerators
        )


@kernel
def weighted(figures: Figures, room: Room, row: int, made: Figures, node: int) -> None:
    """Fill in row `node` of `made` what adds up by the weights in `row` of `room`.

    A tier of no weight is left out, for its figure may be none.
    """
    first, last = a.BOUNDS[row], a.BOUNDS[row + 1]
    w1, w2, w3, w4 = room[row, 0], room[row, 1], room[row, 2], room[row, 3]
    if w1 != 0.0 and w2 != 0.0 and w3 != 0.0 and w4 != 0.0:
        if row == a.SUM:
            # Most metrics add up, and what does not is overwritten: all of them, one after the other.
            for k in range(figures.shape[1]):
                two = w1 * figures[0, k] + w2 * figures[1, k]
                made[node, k] = two + w3 * figures[2, k] + w4 * figures[3, k]
            return
        for i in range(first, last):
            k = a.PLACES[i]
            made[node, k] = w1 * figures[0, k] + w2 * figures[1, k] + w3 * figures[2, k] + w4 * figures[3, k]
        return
    for i in range(first, last):
        k = a.PLACES[i]
        total = 0.0
        if w1 != 0.0:
            total += w1 * figures[0, k]
        if w2 != 0.0:
            total += w2 * figures[1, k]
        if w3 != 0.0:
            total += w3 * figures[2, k]
        if w4 != 0.0:
            total += w4 * figures[3, k]
        made[node, k] = total


@kernel
def put_together(figures: Figures, room: Room, made: Figures, node: int) -> None:
    """Fill row `node` of `made` from the rows of the tiers in use, whatever needs no figure but theirs."""
    for row in range(a.ROWS):
        weighted(figures, room, row, made, node)
    most = 0
    for t in range(1, TIERS):
        if room[a.ACCELERATORS, t] > room[a.ACCELERATORS, most]:
            most = t
    for k in a.MOST:
        made[node, k] = figures[most, k]
    for sign, places in ((1.0, a.LARGEST), (-1.0, a.LEAST)):
        for k in places:
            worst = -math.inf
            for t in range(TIERS):
                # What is no number stays so: `not` takes it over.
                if room[a.SUM, t] > 0.0 and not math.isnan(worst) and not sign * figures[t, k] <= worst:
                    worst = sign * figures[t, k]
            made[node, k] = sign * worst
    mix(figures, room, made, node)


@kernel
def mix(figures: Figures, room: Room, made: Figures, node: int) -> None:
    """Fill the quantiles in row `node` of `made`: those over all answers."""
    for family in range(a.FAMILIES.shape[0]):
        for t in range(TIERS):
            if room[a.ANSWERS, t] > 0.0:
                for which in range(3):
                    room[LOGS + which, t] = math.log(max(figures[t, a.FAMILIES[family, which]], _NO_TIME))
                prepare_family(room, t)
        like = likeness(room)
        for which in range(3):
            z = 0.0 if which == 0 else Z95 if which == 1 else Z99
            made[node, a.FAMILIES[family, which]] = mixed_quantile(room, like, which, z)


@kernel
def fill_routing(p: np.void, f: Flow, good: Graded, m: np.void) -> None:
    """Fill what routing alone decides, base units."""
    m.tier1_share, m.tier2_share, m.tier3_share, m.tier4_share = f.r1, f.r2, f.r3, f.r4
    m.tier1_answers, m.tier2_answers, m.tier3_answers, m.tier4_answers = f.f1, f.f2, f.f3, f.f4
    m.tier1_quality, m.tier2_quality, m.tier3_quality, m.tier4_quality = good.q1, good.q2, good.q3, good.q4
    m.quality = f.f1 * good.q1 + f.f2 * good.q2 + f.f3 * good.q3 + f.f4 * good.q4
    if p.routing.mode == 1.0:
        each = p.routing.router_cost
    else:
        # Every answer but those of the last tier is judged.
        last = f.r2 if f.used == 2.0 else f.r3 if f.used == 3.0 else f.r4
        each = p.routing.judge_cost * (f.r1 + f.r2 + f.r3 + f.r4 - last)
    m.routing_rate = each * m.request_rate


@kernel
def fill_costs(
    p: np.void,
    f: Flow,
    m1: np.void,
    m2: np.void,
    m3: np.void,
    m4: np.void,
    room: Room,
    made: Figures,
    node: int,
    m: np.void,
) -> None:
    """Fill the costs of the service, whose `m`, row `node` of `made`, holds the sum of its tiers' [$/s]."""
    served = m.cost_rate
    m.cost_rate = served + m.routing_rate
    m.tier1_cost_share = room[a.SUM, 0] and m1.cost_rate / m.cost_rate
    m.tier2_cost_share = room[a.SUM, 1] and m2.cost_rate / m.cost_rate
    m.tier3_cost_share = room[a.SUM, 2] and m3.cost_rate / m.cost_rate
    m.tier4_cost_share = room[a.SUM, 3] and m4.cost_rate / m.cost_rate
    m.layer_software += m.routing_rate
    spread = m.cost_rate / served if served > 0.0 else 1.0
    for k in a.COSTS:
        made[node, k] *= spread
    each = m.cost_rate / m.request_rate
    share, last = f.r2, m2.cost_rate
    if f.used == 3.0:
        share, last = f.r3, m3.cost_rate
    elif f.used == 4.0:
        share, last = f.r4, m4.cost_rate
    m.routing_saving = 1.0 - each * share * m.request_rate / last if share > 0.0 and last > 0.0 else math.nan
    m.cost_per_request = each
    fill_prices(p, f, m1, m2, m3, m4, m)
    m.response_mean = answer_time(p, m.e2e_mean)


@kernel
def fill_prices(p: np.void, f: Flow, m1: np.void, m2: np.void, m3: np.void, m4: np.void, m: np.void) -> None:
    """Fill prices of the service `m`, whose cost is known, from those of its tiers [$]."""
    price, listed, paid = 0.0, 0.0, 0.0
    for answered, reached, t in ((f.f1, f.r1, m1), (f.f2, f.r2, m2), (f.f3, f.r3, m3), (f.f4, f.r4, m4)):
        if reached > 0.0:
            # A flat fee is spread over all requests, and a tier has its share of them.
            price += answered * t.price_per_request * (reached if p.price.scheme == 1.0 else 1.0)
            # What a request is listed at over the price of its output, which all tiers share.
            listed += answered * t.cost_per_request / t.breakeven_price
            paid += answered * t.decision_token_cost
    m.price_per_request = price
    m.breakeven_price = m.cost_per_request / listed
    m.decision_token_cost = p.value.calls * m.cost_per_request if p.value.basis == 0.0 else paid


class Stop(NamedTuple):
    """What stops a service: a `metrics.BINDING` code, how far beyond its limit, and which tier."""

    code: float
    use: float
    tier: float


@kernel
def worse(worst: Stop, tier: float, share: float, m: np.void) -> Stop:
    """Return what stops `tier`, if that is worse than `worst`; what has no measure is worse than a limit."""
    if not share > 0.0 or m.binding == 0.0:
        return worst
    use = math.inf
    if m.binding == _TTFT:
        use = m.ttft_use
    elif m.binding == _TPOT:
        use = m.tpot_use
    if math.isnan(use):
        # No load at all meets the limit.
        use = math.inf
    return Stop(m.binding, use, tier) if use > worst.use else worst


@kernel
def judge(p: np.void, f: Flow, m1: np.void, m2: np.void, m3: np.void, m4: np.void, m: np.void) -> None:
    """Say what stops the service: the worst of its tiers, or what its users see, or the quality floor."""
    worst = worse(Stop(0.0, 0.0, 0.0), 1.0, f.r1, m1)
    worst = worse(worst, 2.0, f.r2, m2)
    worst = worse(worst, 3.0, f.r3, m3)
    worst = worse(worst, 4.0, f.r4, m4)
    seen = limits(p, m)
    m.ttft_use = max(m.ttft_use, seen.ttft)
    m.tpot_use = max(m.tpot_use, seen.tpot)
    if worst.code == 0.0 and seen.ttft > 1.0 and seen.ttft >= seen.tpot:
        worst = Stop(_TTFT, seen.ttft, 0.0)
    elif worst.code == 0.0 and seen.tpot > 1.0:
        worst = Stop(_TPOT, seen.tpot, 0.0)
    elif worst.code == 0.0 and m.quality < p.routing.quality_floor:
        worst = Stop(QUALITY, 1.0, 0.0)
    m.binding, m.binding_tier = worst.code, worst.tier
    m.feasible = 1.0 if worst.code == 0.0 else 0.0


@kernel
def alone(p: np.void, m: np.void) -> None:
    """Fill what a whole service has beside what each tier has: `m` is the service of one tier."""
    # Nothing, but no number where there is no service.
    none = 0.0 * m.cost_rate
    if none == 0.0:
        fill_trends(p, m)
        fill_years(p, m)
        fill_returns(p, m)
    m.tier1_share = m.tier1_answers = 1.0
    m.tier2_share = m.tier2_answers = m.tier2_quality = 0.0
    m.tier3_share = m.tier3_answers = m.tier3_quality = 0.0
    m.tier4_share = m.tier4_answers = m.tier4_quality = 0.0
    m.tier1_cost_share = 1.0 + none
    m.tier2_cost_share = m.tier3_cost_share = m.tier4_cost_share = none
    m.calls_per_request = 1.0
    m.tier1_quality = m.quality
    m.routing_rate = m.routing_saving = none
    m.error_cost_per_request = p.value.error_cost * (1.0 - m.quality) / p.value.calls
    m.cost_with_errors = m.cost_per_request + m.error_cost_per_request
    m.binding_tier = 1.0 if m.binding != 0.0 else 0.0
    if m.feasible == 1.0 and m.quality < p.routing.quality_floor:
        m.feasible, m.binding = 0.0, QUALITY


@kernel
def evaluate_tiers(
    p1: np.void,
    p2: np.void,
    p3: np.void,
    p4: np.void,
    m1: np.void,
    m2: np.void,
    m3: np.void,
    m4: np.void,
    figures: Figures,
    room: Room,
    m: np.void,
    made: Figures,
    node: int,
) -> None:
    """Fill metric record `m` of the service from the records of its tiers.

    Parameters
    ----------
    p1, p2, p3, p4 : record
        Inputs of the tiers, each as if it had all requests; what tiers share is read from the first.
    m1, m2, m3, m4 : record
        Overwritten: the metrics of each tier in use, but for what waits for the choice adds to latency.
    figures, made : ndarray
        The same memory as numbers: of the four, and of all results, of which `m` is row `node`.
    room : ndarray, shape `ROOM`
        Overwritten.
    """  # fmt: skip
    f = flows(p1)
    evaluate_share(p1, f.r1, m1)
    evaluate_share(p2, f.r2, m2)
    evaluate_share(p3, f.r3, m3)
    evaluate_share(p4, f.r4, m4)
    fill_ahead(p1, p2, p3, p4, m1, m2, m3, m4)
    weigh(f, m1, m2, m3, m4, room)
    wait_for_choice(p1, f.used, f.r1, f.r2, f.r3, f.r4, m1, m2, m3, m4)
    put_together(figures, room, made, node)
    fill_routing(p1, f, qualities(p1, f, m1, m2, m3, m4), m)
    fill_costs(p1, f, m1, m2, m3, m4, room, made, node, m)
    fill_usage(p1, m)
    fill_formulas(p1, m)
    fill_returns(p1, m)
    judge(p1, f, m1, m2, m3, m4, m)
