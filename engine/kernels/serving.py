"""One replica under load: what `deployment.load` asks for, and the latency that follows.

The step is taken as affine around the operating batch; `latency` and `pools` hold the closed forms.
"""

from typing import NamedTuple

import numpy as np

from engine.jit import kernel
from engine.kernels.latency import (
    Moments,
    Server,
    State,
    e2e_shape,
    full_step,
    rate_at,
    service_rate,
    state,
    token_time,
    total,
    tpot_moments,
    ttft_moments,
    waited,
)
from engine.kernels.memory import Budget
from engine.kernels.pools import PrefillPool, closed_loop, pool_ttft, queued
from engine.kernels.queueing import Z95, Z99, Shape, delayed_quantile, fit, quantile
from engine.kernels.reduction import (
    Reading,
    chord,
    mean_batch,
    prefill_pool,
    reduced,
    server_at,
    unloaded,
)
from engine.kernels.static import first_at, prefill_time, static_batch, token_at
from engine.kernels.step import Plan

OK = 0.0
TTFT = 2.0
TPOT = 3.0
SATURATED = 4.0

#: The closed form finds up to 5 % more goodput than a simulation (theory/economics.md 2.5).
BIAS_GUARD = 0.03

_CONCURRENCY, _SHARE, _GOODPUT, _REPLICAS, _CLOSED, _STATIC, _OFFLINE = 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0
_LEAST_SHARE, _MOST_SHARE = 1e-4, 1.0 - 1e-6
_SEARCH_STEPS = 12
# A closed loop cannot fill the prefill queue beyond its own requests; random arrivals could.
_BUSIEST_POOL = 0.95
# Rounds of a loop that has forgotten how it began.
_FOREVER = 1e9


class Serving(NamedTuple):
    """One replica at the peak. Rates per second, times in seconds, shares of wall-clock time 0-1.

    Attributes
    ----------
    rate, capacity : float
        Requests it takes and the most it could. With separate pools, per replica of both.
    batch : float
        Mean sequences in service; of a replica of the decode pool where pools are separate.
    prefill_share, idle_share : float
        Busy on prefill; no request at all. With separate pools the share of the prefill pool, and 0:
        a pool is paid for, busy or not.
    ttft_*, tpot_*, e2e_* : float
        Means and percentiles over requests.
    status : float
        A `metrics.BINDING` code, 0 where the replica serves; all else but `capacity` is 0 otherwise.
    """

    rate: float
    capacity: float
    batch: float
    prefill_share: float
    idle_share: float
    ttft_mean: float
    ttft_p50: float
    ttft_p95: float
    ttft_p99: float
    tpot_mean: float
    tpot_p50: float
    tpot_p95: float
    tpot_p99: float
    e2e_mean: float
    e2e_p50: float
    e2e_p95: float
    e2e_p99: float
    status: float


class Seen(NamedTuple):
    """Latency at one rate: the server's state, TTFT but for a wait for a slot, TPOT by request and token."""

    state: State
    first: Moments
    tpot: Moments
    each: float


class Limits(NamedTuple):
    """Longest TTFT and TPOT [s], for which normal quantile and upper tail; tail 0 means the means."""

    ttft: float
    tpot: float
    z: float
    tail: float


class Load(NamedTuple):
    """What of a `Serving` is not latency, with the probability and mean of a wait for a slot."""

    rate: float
    capacity: float
    batch: float
    prefill_share: float
    idle_share: float
    waiting: float
    wait: float


class Burst(NamedTuple):
    """Requests that all come at once: their share of all, mean and longest TTFT."""

    share: float
    mean: float
    longest: float


class Loop(NamedTuple):
    """A closed loop: requests in flight, how many can have a slot, rounds, time on the way to the engine."""

    asked: float
    batch: float
    rounds: float
    away: float


@kernel
def serve(p: np.void, plan: Plan, budget: Budget, peak_rate: float) -> Serving:
    """Return how a replica of record `p` serves its share of `peak_rate` requests a second.

    The load is set by `deployment.load`. Saturated or out of reach of the limits is told by
    `status`, never extrapolated.
    """
    s = _inside(p, plan, budget, peak_rate)
    if s.status != OK:
        return s
    away = p.stack.request_latency
    return Serving(
        s.rate,
        s.capacity,
        s.batch,
        s.prefill_share,
        s.idle_share,
        s.ttft_mean + away,
        s.ttft_p50 + away,
        s.ttft_p95 + away,
        s.ttft_p99 + away,
        s.tpot_mean,
        s.tpot_p50,
        s.tpot_p95,
        s.tpot_p99,
        s.e2e_mean + away,
        s.e2e_p50 + away,
        s.e2e_p95 + away,
        s.e2e_p99 + away,
        OK,
    )


@kernel
def _inside(p: np.void, plan: Plan, budget: Budget, peak_rate: float) -> Serving:
    # As seen by the engine: from the arrival at its queue.
    d, w = p.deployment, p.workload
    # Long prompts hold more tokens: the mean token has E[P^2] / E[P] (1 + cached) / 2 before it.
    tokens = w.input_tokens * (1.0 + w.input_variation**2)
    read = Reading(budget.resident, 0.5 * tokens * (1.0 + w.cached_share))
    empty = unloaded(p, budget)
    top = reduced(empty, plan, read, empty.limit, d.disaggregated)
    pool = prefill_pool(p, plan, budget, read, top)
    if d.load == _STATIC:
        return _static(top, plan, read, pool, max(d.concurrency, 1.0), max(budget.together, 1.0))
    if d.load == _OFFLINE:
        return _closed(top, plan, read, pool, Loop(empty.limit, empty.limit, _FOREVER, 0.0))
    if d.load == _CLOSED:
        inside = min(d.concurrency, empty.limit)
        s = reduced(top, plan, read, inside, d.disaggregated)
        return _closed(s, plan, read, pool, Loop(d.concurrency, inside, d.rounds, p.stack.request_latency))
    if d.load == _CONCURRENCY:
        if d.concurrency > empty.limit:
            return _refused(top.capacity * (1.0 - pool.share), SATURATED)
        s = reduced(top, plan, read, d.concurrency, d.disaggregated)
        return _open(s, pool, rate_at(s, d.concurrency))
    if d.load == _GOODPUT:
        code = p.limits.percentile
        z = Z99 if code == 99.0 else (Z95 if code == 95.0 else 0.0)
        tail = 0.01 * (100.0 - code) if code > 0.0 else 0.0
        limits = Limits(max(p.limits.ttft - p.stack.request_latency, 1e-9), p.limits.tpot, z, tail)
        return _goodput(limits, plan, read, top, pool)
    rate = d.load_share * top.capacity
    if d.load == _REPLICAS:
        rate = peak_rate * (1.0 + p.fleet.spare_share) / d.replicas / (1.0 - pool.share)
    if rate >= top.capacity * _MOST_SHARE:
        return _refused(top.capacity * (1.0 - pool.share), SATURATED)
    return _open(server_at(plan, read, top, rate, d.disaggregated), pool, rate)


@kernel
def look(s: Server, pool: PrefillPool, rate: float) -> Seen:
    """Return the latency of `s` at `rate`, that of a decode replica where pools are separate."""
    t = state(s, rate)
    if pool.share > 0.0:
        first = pool_ttft(s, pool, rate * (1.0 - pool.share) / pool.share)
    else:
        first = ttft_moments(s, t)
    tokens = tpot_moments(s, t, first)
    each, most = token_time(s, t), max(full_step(s), s.a + s.b)
    if max(each, tokens.mean) <= most:
        return Seen(t, first, tokens, each)
    # No step outlasts its token budget: what is beyond is time that prompts wait for their turn.
    over = max(each - most, 0.0) * (s.output - 1.0)
    first = Moments(first.mean + over, first.variance + over * over, first.third + 2.0 * over**3)
    return Seen(t, first, Moments(min(tokens.mean, most), tokens.variance, tokens.third), min(each, most))


@kernel
def ttft_at(
    s: Server, first: Moments, shape: Shape, waiting: float, wait: float, z: float, tail: float
) -> float:
    """Return the TTFT that a share `tail` of requests (normal quantile `z`) exceeds: a step or more."""
    return max(delayed_quantile(shape, first.mean, waiting, wait, z, tail), s.a)


@kernel
def tpot_at(s: Server, shape: Shape, z: float) -> float:
    """Return the TPOT at normal quantile `z`: not below an empty step nor above a full one."""
    least = s.a + s.b
    return min(max(quantile(shape, z), least), max(full_step(s), least))


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
def _margin(limits: Limits, s: Server, pool: PrefillPool, rate: float) -> float:
    # 1 / use - 1 of the tighter limit: positive where both hold, -1 at saturation, nearly straight.
    ttft, tpot = use_of_limits(limits, s, look(s, pool, rate))
    return 1.0 / max(ttft, tpot) - 1.0


@kernel
def _highest_rate(
    limits: Limits, s: Server, pool: PrefillPool, bracket: tuple[float, float], precision: float
) -> float:
    """Return the highest rate of `s` at which the limits hold, by regula falsi (Illinois) from below.

    `bracket` is where it is looked for first; the lower end must hold the limits or be the lowest rate.
    """
    most = min(s.capacity, service_rate(s, s.limit)) * _MOST_SHARE
    low, high = most * _LEAST_SHARE, most
    f_low, f_high = 0.0, -1.0
    for guess in bracket:
        if low < guess < high:
            f = _margin(limits, s, pool, guess)
            if f >= 0.0:
                low, f_low = guess, f
            else:
                high, f_high = guess, f
    if f_low == 0.0:
        f_low = max(_margin(limits, s, pool, low), 0.0)
    for _ in range(_SEARCH_STEPS):
        if high - low < precision * high or f_low < precision:
            break
        rate = low + (high - low) * f_low / (f_low - f_high)
        f = _margin(limits, s, pool, rate)
        if f >= 0.0:
            low, f_low = rate, f
            f_high *= 0.5
        else:
            high, f_high = rate, f
            f_low *= 0.5
    return low


@kernel
def _goodput(limits: Limits, plan: Plan, read: Reading, top: Server, pool: PrefillPool) -> Serving:
    """Return the service at the highest rate at which both limits hold, less the bias guard.

    A first pass on the chord of the step finds about which batch that is, a second is exact there.
    """
    s = chord(plan, read, top)
    rate = _highest_rate(limits, s, pool, (0.4 * s.capacity, 0.8 * s.capacity), 0.05)
    s = reduced(top, plan, read, mean_batch(s, rate), 1.0 if pool.share > 0.0 else 0.0)
    least = _LEAST_SHARE * min(s.capacity, service_rate(s, s.limit))
    ttft, tpot = use_of_limits(limits, s, look(s, pool, least))
    if max(ttft, tpot) > 1.0:
        return _refused(top.capacity * (1.0 - pool.share), TTFT if ttft >= tpot else TPOT)
    rate = _highest_rate(limits, s, pool, (0.95 * rate, 1.05 * rate), 5e-4)
    return _open(s, pool, rate * (1.0 - BIAS_GUARD))


@kernel
def _open(s: Server, pool: PrefillPool, rate: float) -> Serving:
    seen = look(s, pool, rate)
    t = seen.state
    first = waited(t, seen.first)
    e2e = e2e_shape(s, t, first, seen.each)
    whole_time = first.mean + (s.output - 1.0) * seen.each
    prefill, idle, whole = t.prefill, t.empty, 1.0 - pool.share
    if pool.share > 0.0:
        prefill, idle = pool.share, 0.0
    load = Load(rate * whole, s.capacity * whole, t.batch, prefill, idle, t.waiting, t.wait)
    return _report(s, load, seen.first, seen.tpot, whole_time, e2e, Burst(0.0, 0.0, 0.0))


@kernel
def _closed(s: Server, plan: Plan, read: Reading, pool: PrefillPool, loop: Loop) -> Serving:
    return _looped(s, pool, loop, prefill_time(plan, s, read, loop.batch))


@kernel
def _looped(s: Server, pool: PrefillPool, loop: Loop, together: float) -> Serving:
    """Return the service of requests always in flight: who ends is replaced at once.

    Whoever has no slot waits outside until as many have ended (Little): first come, first served.
    The first round comes together, and each waits for the prompts before its own, all of which take
    `together`.
    """
    steady, share = closed_loop(s, loop.batch, loop.rounds, loop.away), 1.0 / loop.rounds
    first, whole = steady.ttft, 1.0 - pool.share
    if pool.share > 0.0:
        busy = min(service_rate(s, loop.batch) * whole / pool.share, _BUSIEST_POOL / pool.service)
        first = pool_ttft(s, pool, busy)
        turns = max(loop.batch * whole / pool.share, 1.0)
        longest = turns * pool.service + pool.transfer
    else:
        turns = max(min(loop.batch, loop.batch * s.prompt / s.budget), 1.0)
        longest = together + 0.5 * s.b * loop.batch * turns
    start = max(0.5 * longest * (1.0 + 1.0 / turns), first.mean)
    steps = s.output - 1.0
    cycle = (1.0 - share) * first.mean + share * start + steps * steady.tpot.mean
    rate = min(loop.batch / cycle, loop.asked / (cycle + loop.away))
    wait = max(loop.asked / rate - cycle - loop.away, 0.0)
    # In the first round nobody is ahead of those who have a slot.
    later = wait * (1.0 - share * (1.0 - 0.5 * max(loop.asked - loop.batch, 0.0) / loop.asked))
    first = queued(first, later, rate)
    e2e = total(s, first, steady.tpot.mean, 0.0, 0.0, 0.0)
    if pool.share == 0.0:
        e2e = Shape(steady.e2e.shift + later, steady.e2e.scale, steady.e2e.sigma)
    prefill = pool.share if pool.share > 0.0 else rate * s.c * s.prompt
    load = Load(rate * whole, s.capacity * whole, loop.batch, prefill, 0.0, 0.0, 0.0)
    mean = (1.0 - share) * first.mean + share * (start + later)
    return _report(
        s, load, first, steady.tpot, mean + steps * steady.tpot.mean, e2e, Burst(share, mean, longest + later)
    )


@kernel
def _static(
    s: Server, plan: Plan, read: Reading, pool: PrefillPool, asked: float, together: float
) -> Serving:
    """Return the service of `asked` requests submitted at once, `together` at most side by side."""
    made = static_batch(s, plan, read, asked, together, pool)
    whole = 1.0 - pool.share
    share = pool.share if pool.share > 0.0 else made.prefill / made.time
    rate = asked / made.time
    return Serving(
        rate * whole,
        max(s.capacity, rate) * whole,
        min(asked, made.side),
        share,
        0.0,
        made.ttft,
        first_at(made, 0.5),
        first_at(made, 0.95),
        first_at(made, 0.99),
        made.tpot,
        token_at(made, 0.5),
        token_at(made, 0.95),
        token_at(made, 0.99),
        made.time,
        made.time,
        made.time,
        made.time,
        OK,
    )


@kernel
def _report(
    s: Server, load: Load, first: Moments, tpot: Moments, e2e_mean: float, e2e: Shape, burst: Burst
) -> Serving:
    early = fit(first.mean, first.variance, first.third)
    tokens = fit(tpot.mean, tpot.variance, tpot.third)
    p50 = late(burst, ttft_at(s, first, early, load.waiting, load.wait, 0.0, 0.5), 0.5)
    p95 = late(burst, ttft_at(s, first, early, load.waiting, load.wait, Z95, 0.05), 0.05)
    p99 = late(burst, ttft_at(s, first, early, load.waiting, load.wait, Z99, 0.01), 0.01)
    return Serving(
        load.rate,
        load.capacity,
        load.batch,
        load.prefill_share,
        load.idle_share,
        first.mean + load.waiting * load.wait if burst.share == 0.0 else burst.mean,
        p50,
        p95,
        p99,
        tpot.mean,
        tpot_at(s, tokens, 0.0),
        tpot_at(s, tokens, Z95),
        tpot_at(s, tokens, Z99),
        e2e_mean,
        max(quantile(e2e, 0.0), p50),
        max(quantile(e2e, Z95), p95),
        max(quantile(e2e, Z99), p99),
        OK,
    )


@kernel
def late(burst: Burst, ttft: float, tail: float) -> float:
    """Return the TTFT exceeded by a share `tail` where the requests of `burst` wait up to its longest."""
    if burst.share <= tail:
        return ttft
    return max(ttft, burst.longest * (1.0 - tail / burst.share))


@kernel
def _refused(capacity: float, status: float) -> Serving:
    return Serving(
        0.0, capacity, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, status
    )
