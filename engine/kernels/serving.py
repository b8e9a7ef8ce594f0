"""One replica under load: what `deployment.load` asks for, and the latency that follows.

The step is taken as affine around the operating batch; `latency` and `pools` hold the closed forms.
"""

from typing import NamedTuple

import numpy as np

from engine.jit import kernel, part
from engine.kernels.latency import (
    Moments,
    State,
    e2e_shape,
    filled,
    state,
    token_time,
    tpot_moments,
    ttft_moments,
    waited,
)
from engine.kernels.loops import FOREVER, Loop, closed, static
from engine.kernels.memory import Budget
from engine.kernels.pools import PrefillPool, chunked_ttft, pool_ttft
from engine.kernels.queueing import Z95, Z99, fit
from engine.kernels.reduction import (
    Reading,
    chord,
    held,
    mean_batch,
    prefill_pool,
    reading,
    reduced,
    server_at,
    unloaded,
    waits,
)
from engine.kernels.reliability import overbuilt
from engine.kernels.server import (
    Given,
    Server,
    extra_steps,
    full_step,
    given,
    rate_at,
    service_rate,
)
from engine.kernels.service import (
    OK,
    SATURATED,
    TPOT,
    TTFT,
    Burst,
    Load,
    Serving,
    refused,
    report,
    seen_outside,
    tpot_at,
    ttft_at,
)
from engine.kernels.speculation import accepted
from engine.kernels.step import Plan

#: The closed form finds up to 5 % more goodput than a simulation (theory/economics.md 2.5).
BIAS_GUARD = 0.03

_CONCURRENCY, _SHARE, _GOODPUT, _REPLICAS, _CLOSED, _STATIC, _OFFLINE = 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0
_LEAST_SHARE, _MOST_SHARE = 1e-4, 1.0 - 1e-6
_SEARCH_STEPS = 12


class Seen(NamedTuple):
    """Latency at one rate: the server's state, TTFT but for a wait for a slot, TPOT by request and token."""

    state: State
    first: Moments
    tpot: Moments
    each: float


class Operating(NamedTuple):
    """A server and the rate it is to take; `status` 0, or why it cannot, and the `most` it could."""

    server: Server
    rate: float
    most: float
    status: float


class Limits(NamedTuple):
    """Longest TTFT and TPOT [s], for which normal quantile and upper tail; tail 0 means the means."""

    ttft: float
    tpot: float
    z: float
    tail: float


@part
def serve(p: np.void, plan: Plan, budget: Budget, peak_rate: float) -> Serving:
    """Return how a replica of record `p` serves its share of `peak_rate` requests a second.

    The load is set by `deployment.load`. Saturated or out of reach of the limits is told by
    `status`, never extrapolated.
    """
    d, read = p.deployment, reading(p, budget.resident)
    empty = unloaded(p, budget)
    top = reduced(empty, plan, read, empty.limit, d.disaggregated)
    pool = prefill_pool(p, plan, budget, read, top)
    s = _inside(p, plan, budget, read, top, pool, peak_rate)
    if s.status != OK:
        return refused(s.capacity, s.status, pool.accelerators)
    away = p.stack.request_latency
    if waits(plan):
        away += held(top, plan, s.batch) * s.tpot_mean
    late = (plan.delivery - 1.0) * s.tpot_mean
    return seen_outside(s, away, late, accepted(p), pool.accelerators)


@part
def _inside(
    p: np.void, plan: Plan, budget: Budget, read: Reading, top: Server, pool: PrefillPool, peak_rate: float
) -> Serving:
    # As the engine sees it: from the arrival at its queue, and by steps.
    d, away = p.deployment, p.stack.request_latency
    asked = d.concurrency / pool.asked
    if d.load == _STATIC:
        return static(top, plan, read, pool, max(asked, 1.0), max(budget.together, 1.0))
    if d.load == _OFFLINE:
        return closed(top, plan, read, pool, Loop(top.limit, top.limit, top.limit, FOREVER, 0.0))
    if d.load == _CLOSED:
        inside = min(asked, top.limit)
        s = reduced(top, plan, read, inside, d.disaggregated)
        made = closed(s, plan, read, pool, Loop(asked, inside, top.limit, d.rounds, away))
        if waits(plan):
            away += held(top, plan, inside) * made.tpot_mean
            made = closed(s, plan, read, pool, Loop(asked, inside, top.limit, d.rounds, away))
        return made
    o = _operating(p, plan, read, top, pool, peak_rate)
    if o.status != OK:
        return refused(o.most * pool.decoders, o.status, 0.0)
    return _open(o.server, pool, o.rate)


@part
def _operating(
    p: np.void, plan: Plan, read: Reading, top: Server, pool: PrefillPool, peak_rate: float
) -> Operating:
    # Where arrivals come by chance.
    d = p.deployment
    asked, most = d.concurrency / pool.asked, min(top.capacity, pool.most)
    if d.load == _CONCURRENCY:
        if asked > top.limit:
            return Operating(top, 0.0, most, SATURATED)
        s = reduced(top, plan, read, asked, d.disaggregated)
        rate = rate_at(s, asked)
        # Many at once may take longer over each than they save together, and chance brings many about.
        full = rate >= most * (_MOST_SHARE if pool.most < top.capacity else 1.0)
        return Operating(s, rate, most, SATURATED if full else OK)
    if d.load == _GOODPUT:
        code = p.limits.percentile
        z = Z99 if code == 99.0 else (Z95 if code == 95.0 else 0.0)
        tail = 0.01 * (100.0 - code) if code > 0.0 else 0.0
        limits = Limits(
            max(p.limits.ttft - p.stack.request_latency, 1e-9), p.limits.tpot * accepted(p), z, tail
        )
        return _goodput(limits, plan, read, top, pool)
    rate = d.load_share * most
    if d.load == _REPLICAS:
        rate = peak_rate * overbuilt(p) / d.replicas / pool.decoders
    if rate >= most * _MOST_SHARE:
        return Operating(top, 0.0, most, SATURATED)
    return Operating(server_at(plan, read, top, rate, d.disaggregated), rate, most, OK)


@part
def look(s: Server, pool: PrefillPool, rate: float) -> Seen:
    """Return the latency of `s` at `rate`, that of a decode replica where pools are separate."""
    return _seen(s, given(s), pool, rate)


@kernel
def _seen(s: Server, g: Given, pool: PrefillPool, rate: float) -> Seen:
    t = state(s, g, rate)
    more = 0.0
    if pool.share > 0.0:
        first = pool_ttft(s, pool, rate * (1.0 - pool.share) / pool.share)
    else:
        more = extra_steps(s, g.lengths.sigma, t.batch)
        first = ttft_moments(s, t, more)
    tokens, each = tpot_moments(s, g, t, first), token_time(s, t)
    if pool.share > 0.0:
        return Seen(t, first, tokens, each)
    steps, least = max(s.output - 1.0, 1e-9), s.a + s.b
    # Who waits for prefill does not decode: time in service is what it is, and what the token budget
    # adds to the first token it takes from the others. No step outlasts the budget either. Where a queue
    # for the budget would be the shorter wait, it holds by how often the budget is filled.
    cut, fill = chunked_ttft(s, t, more), filled(s, t)
    part, longest = min(fill * fill, fill), max(full_step(s), least)
    part /= 1.0 + part
    queue = cut.mean - first.mean
    beyond = (each - longest) * steps
    over = max(max(queue, 0.0) + part * min(queue, 0.0), beyond)
    less = max(over, 0.0)
    wider = cut.variance - first.variance
    more = max(wider, less * less) if wider > 0.0 else part * wider + less * less
    third = first.third + part * (cut.third - first.third) + 2.0 * less**3
    first = Moments(first.mean + over, first.variance + more, third)
    # The mean over requests knows the longest step already: only the mean over tokens lies beyond it.
    slower = min((less - max(beyond, 0.0)) / steps, max(each - least, 0.0))
    less = min(less / steps, max(each - least, 0.0))
    mean = min(max(tokens.mean - slower, least), longest)
    return Seen(t, first, Moments(mean, tokens.variance, tokens.third), each - less)


@kernel
def use_of_limits(limits: Limits, s: Server, seen: Seen) -> tuple[float, float]:
    """Return TTFT and TPOT over what `limits` allows."""
    if limits.tail == 0.0:
        return waited(seen.state, seen.first).mean / limits.ttft, seen.tpot.mean / limits.tpot
    early = fit(seen.first.mean, seen.first.variance, seen.first.third)
    tokens = fit(seen.tpot.mean, seen.tpot.variance, seen.tpot.third)
    wait = seen.state.wait
    ttft = ttft_at(s, seen.first, early, seen.state.waiting, wait, limits.z, limits.tail)
    return ttft / limits.ttft, tpot_at(s, tokens, limits.z) / limits.tpot


@kernel
def _margin(limits: Limits, s: Server, g: Given, pool: PrefillPool, rate: float) -> float:
    # 1 / use - 1 of the tighter limit: positive where both hold, -1 at saturation, nearly straight.
    ttft, tpot = use_of_limits(limits, s, _seen(s, g, pool, rate))
    return 1.0 / max(ttft, tpot) - 1.0


@kernel
def _highest_rate(
    limits: Limits, s: Server, pool: PrefillPool, bracket: tuple[float, float], precision: float
) -> float:
    """Return the highest rate of `s` at which the limits hold, by regula falsi (Illinois) from below.

    `bracket` is where it is looked for first; the lower end must hold the limits or be the lowest rate.
    """
    most = min(s.capacity, service_rate(s, s.limit), pool.most) * _MOST_SHARE
    low, high, g = most * _LEAST_SHARE, most, given(s)
    f_low, f_high = 0.0, -1.0
    for guess in bracket:
        if low < guess < high:
            f = _margin(limits, s, g, pool, guess)
            if f >= 0.0:
                low, f_low = guess, f
            else:
                high, f_high = guess, f
    if f_low == 0.0:
        f_low = max(_margin(limits, s, g, pool, low), 0.0)
    for _ in range(_SEARCH_STEPS):
        if high - low < precision * high or f_low < precision:
            break
        rate = low + (high - low) * f_low / (f_low - f_high)
        f = _margin(limits, s, g, pool, rate)
        if f >= 0.0:
            low, f_low = rate, f
            f_high *= 0.5
        else:
            high, f_high = rate, f
            f_low *= 0.5
    return low


@kernel
def _goodput(limits: Limits, plan: Plan, read: Reading, top: Server, pool: PrefillPool) -> Operating:
    """Return the service at the highest rate at which both limits hold, less the bias guard.

    A first pass on the chord of the step finds about which batch that is, a second is exact there.
    """
    s = chord(plan, read, top)
    rate = _highest_rate(limits, s, pool, (0.4 * s.capacity, 0.8 * s.capacity), 0.05)
    s = reduced(top, plan, read, mean_batch(s, rate), 1.0 if pool.share > 0.0 else 0.0)
    least = _LEAST_SHARE * min(s.capacity, service_rate(s, s.limit), pool.most)
    rate = _highest_rate(limits, s, pool, (0.95 * rate, 1.05 * rate), 5e-4)
    if rate <= least:
        ttft, tpot = use_of_limits(limits, s, look(s, pool, least))
        if max(ttft, tpot) > 1.0:
            return Operating(s, 0.0, top.capacity, TTFT if ttft >= tpot else TPOT)
    return Operating(s, rate * (1.0 - BIAS_GUARD), top.capacity, OK)


@part
def _open(s: Server, pool: PrefillPool, rate: float) -> Serving:
    seen = look(s, pool, rate)
    t = seen.state
    first = waited(t, seen.first)
    e2e = e2e_shape(s, t, first, seen.each)
    whole_time = first.mean + (s.output - 1.0) * seen.each
    prefill, idle, most = t.prefill, t.empty, min(s.capacity, pool.most)
    if pool.share > 0.0:
        prefill, idle = pool.share, 0.0
    load = Load(rate * pool.decoders, most * pool.decoders, t.batch, prefill, idle, t.waiting, t.wait)
    return report(s, load, seen.first, seen.tpot, whole_time, e2e, Burst(0.0, 0.0, 0.0))
