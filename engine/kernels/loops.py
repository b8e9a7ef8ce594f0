"""Loads that do not arrive by chance: closed loops, static batches, a queue that never empties."""

from typing import NamedTuple

from engine.jit import kernel
from engine.kernels.latency import Moments, total
from engine.kernels.pools import PrefillPool, closed_loop, pool_ttft, queued
from engine.kernels.reduction import Reading
from engine.kernels.server import Server
from engine.kernels.service import OK, Burst, Load, Serving, report
from engine.kernels.static import first_at, prefill_time, static_batch, token_at
from engine.kernels.step import Plan

_HALVINGS = 40
#: Rounds of a loop that has forgotten how it began.
FOREVER = 1e9


class Loop(NamedTuple):
    """A closed loop: requests in flight, those with a slot, slots, rounds, time on the way to the engine."""

    asked: float
    batch: float
    limit: float
    rounds: float
    away: float


class Cycle(NamedTuple):
    """Of a closed loop: requests a second, time in slots; TTFT and TPOT after the first round, TTFT in it."""

    rate: float
    cycle: float
    first: Moments
    tokens: Moments
    start: float
    longest: float


@kernel
def closed(s: Server, plan: Plan, read: Reading, pool: PrefillPool, loop: Loop) -> Serving:
    """Return the service of `loop`, see `looped`."""
    return looped(s, pool, loop, prefill_time(plan, s, read, loop.batch))


@kernel
def looped(s: Server, pool: PrefillPool, loop: Loop, together: float) -> Serving:
    """Return the service of requests always in flight: who ends is replaced at once.

    Whoever has no slot waits outside until as many have ended (Little): first come, first served.
    The first round comes together, and each waits for the prompts before its own, all of which take
    `together`.
    """
    if pool.share > 0.0:
        return _handed_over(s, pool, loop)
    steady, share = closed_loop(s, loop.batch, loop.rounds, loop.away), 1.0 / loop.rounds
    turns = max(min(loop.batch, loop.batch * s.prompt / s.budget), 1.0)
    longest = together + 0.5 * s.b * loop.batch * turns
    start = max(0.5 * longest * (1.0 + 1.0 / turns), steady.ttft.mean)
    cycle = (1.0 - share) * steady.ttft.mean + share * start + (s.output - 1.0) * steady.tpot.mean
    rate = min(loop.batch / cycle, loop.asked / (cycle + loop.away))
    seen = Cycle(rate, cycle, steady.ttft, steady.tpot, start, longest)
    # The last round, in which nobody comes any more, is only about half the work of others.
    return _told(s, pool, loop, seen, loop.batch, min(rate * s.c * s.prompt, 1.0))


@kernel
def _handed_over(s: Server, pool: PrefillPool, loop: Loop) -> Serving:
    """Return the service of a closed loop whose prompts go through a pool of their own.

    The rate is that at which time in both pools and on the way makes up what is in flight, found by
    halving: prompts wait the longer the more come, and decoding slows with those it holds.
    """
    share, ratio, steps = 1.0 / loop.rounds, (1.0 - pool.share) / pool.share, s.output - 1.0
    others = max(loop.asked - 1.0, 0.0) / loop.asked
    turns = max(loop.asked * ratio, 1.0)
    longest = turns * pool.service + pool.alone + pool.transfer
    full = s.a + s.b * loop.limit
    low, high = 0.0, min(loop.limit / max(steps * full, 1e-12), pool.most)
    rate = cycle = start = step = batch = 0.0
    first = Moments(0.0, 0.0, 0.0)
    for _ in range(_HALVINGS):
        rate = 0.5 * (low + high)
        first = pool_ttft(s, pool, rate * ratio * others)
        start = max(0.5 * longest * (1.0 + 1.0 / turns), first.mean)
        step = min(s.a / max(1.0 - s.b * rate * steps, 1e-9), full)
        batch = max(rate * steps * step, min(loop.asked, 1.0))
        step = min(max(step, s.a + s.b * batch), full)
        cycle = (1.0 - share) * first.mean + share * start + steps * step
        if rate * (cycle + loop.away) > loop.asked:
            high = rate
        else:
            low = rate
    tokens = Moments(step, 0.0, 0.0)
    seen = Cycle(rate, cycle, first, tokens, start, longest)
    return _told(s, pool, loop, seen, batch, pool.share)


@kernel
def _told(s: Server, pool: PrefillPool, loop: Loop, seen: Cycle, batch: float, prefill: float) -> Serving:
    wait = max(loop.asked / seen.rate - seen.cycle - loop.away, 0.0)
    share, outside = 1.0 / loop.rounds, max(loop.asked - loop.batch, 0.0) / loop.asked
    # In the first round nobody is ahead of those who have a slot.
    later = wait * (1.0 - share * (1.0 - 0.5 * outside))
    first = queued(seen.first, later, seen.rate)
    e2e = total(s, first, seen.tokens.mean, 0.0, 0.0, seen.tokens.variance * s.output)
    load = Load(
        seen.rate * pool.decoders,
        max(s.capacity, seen.rate) * pool.decoders,
        batch,
        prefill,
        0.0,
        0.0,
        0.0,
    )
    burst = Burst(share, (1.0 - share) * first.mean + share * (seen.start + later), seen.longest + later)
    return report(s, load, first, seen.tokens, seen.cycle + later, e2e, burst)


@kernel
def static(s: Server, plan: Plan, read: Reading, pool: PrefillPool, asked: float, together: float) -> Serving:
    """Return the service of `asked` requests submitted at once, `together` at most side by side."""
    made = static_batch(s, plan, read, asked, together, pool)
    share = pool.share if pool.share > 0.0 else made.prefill / made.time
    rate = asked / made.time
    return Serving(
        rate * pool.decoders,
        max(s.capacity, rate) * pool.decoders,
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
        0.0,
    )
