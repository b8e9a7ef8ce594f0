"""From the step of a plan to the affine server of the closed forms, around the operating batch."""

import math
from typing import NamedTuple

import numpy as np

from engine.jit import kernel, part
from engine.kernels.layouts import own_layout, plan_of, with_prefill_layout
from engine.kernels.memory import Budget
from engine.kernels.pools import PrefillPool
from engine.kernels.server import NODE_1, NODE_2, Server, service_rate
from engine.kernels.speculation import accepted
from engine.kernels.step import Plan, step_of, step_time

# First code of `deployment.load` where whoever ends brings the next: closed, static and offline.
_ENDS = 4.0
# How near the batch of a reduction must be to the one it brings about, and how often one looks.
_NEAR = 0.005
_LOOKS = 8
# The change of the one with the other that a secant may tell: beyond it the step is no longer smooth there.
_STEEP = 0.8


class Reading(NamedTuple):
    """How the step is read.

    Attributes
    ----------
    context, before : float
        Cached tokens of a decoding sequence, and before a prompt's mean token.
    chance : float
        1 where prompts come by chance in time, the more the longer a step lasts; 0 where ends bring them.
    """

    context: float
    before: float
    chance: float


@kernel
def reading(p: np.void, resident: float) -> Reading:
    """Return how the step of record `p` is read where a sequence holds `resident` tokens in the mean."""
    w = p.workload
    # Long prompts hold more tokens: the mean token has E[P^2] / E[P] (1 + cached) / 2 before it.
    q = 1.0 + w.input_variation**2
    chance = 1.0 if p.deployment.load < _ENDS else 0.0
    return Reading(resident, 0.5 * (w.input_tokens * q) * (1.0 + w.cached_share), chance)


@part
def unloaded(p: np.void, budget: Budget) -> Server:
    """Return the server of record `p` but for its step; its output is counted in steps.

    Decoding goes before prefill in the token budget, so no more sequences can run than leave room
    for the prompts that replace them.
    """
    d, w = p.deployment, p.workload
    fresh = w.input_tokens * (1.0 - w.cached_share)
    sigma = math.sqrt(math.log1p(w.output_variation**2))
    limit, steps = budget.batch_limit, 1.0 + (w.output_tokens - 1.0) / accepted(p)
    if d.disaggregated == 0.0:
        limit = min(limit, d.token_budget * steps / (steps * (1.0 + d.draft_tokens) + fresh))
    return Server(
        0.0,
        0.0,
        0.0,
        fresh,
        1.0 + w.input_variation**2,
        1.0 + w.input_variation**2,
        0.0,
        steps,
        1.0 + w.output_variation**2,
        math.exp(sigma * NODE_1),
        math.exp(sigma * NODE_2),
        max(limit, 1.0),
        0.0,
        d.token_budget,
        w.burstiness**2 - 1.0,
    )


@kernel
def _with_step(
    s: Server, a: float, b: float, c: float, alone: float, capacity: float, square: float
) -> Server:
    return Server(
        a,
        b,
        c,
        s.prompt,
        s.length_square,
        square,
        alone,
        s.output,
        s.output_square,
        s.spread_1,
        s.spread_2,
        s.limit,
        capacity,
        s.budget,
        s.burst,
    )


@kernel
def waits(plan: Plan) -> bool:
    """Return whether prompts that have come are not taken in with the next step."""
    return plan.polling > 1.0 or plan.gathering > 0.0


@kernel
def waited_for(s: Server, plan: Plan, met: float) -> float:
    """Return the steps a prompt waits for others at most, while `met` prompts come in a step.

    As many as fill the token budget end the wait.
    """
    return min(plan.gathering, s.budget / max(met * s.prompt, 1e-30))


@kernel
def held(s: Server, plan: Plan, batch: float) -> float:
    r"""Return the mean steps a prompt waits to be taken in while `batch` sequences are in service.

    Half of the steps between two looks at the queue; and where prompts gather for W steps, the first
    waits all of them and the rest, m a step, half:

    .. math:: \frac{n - 1}{2} + W \frac{1 + m W / 2}{1 + m W}
    """
    met = batch / s.output
    most = waited_for(s, plan, met)
    return 0.5 * (plan.polling - 1.0) + most * (1.0 + 0.5 * met * most) / (1.0 + met * most)


@kernel
def together(met: float, prefill: float) -> float:
    """Return how many prompts a step has that has any, where `met` come a step in the mean.

    They come by chance; where a share `prefill` of the time goes on them, more come during a step that has
    some than during a bare one: a chain of bare steps and steps of so many prompts, whose number is first
    that of chance alone and then halfway (in factors) to what came of that.
    """
    bare = -math.expm1(-met * (1.0 - prefill))
    if prefill <= 0.0:
        return met / bare
    count = met / -math.expm1(-met)
    first = met * (bare + (1.0 - bare) * math.exp(-prefill * count)) / bare
    count = math.sqrt(count * first)
    return met * (bare + (1.0 - bare) * math.exp(-prefill * count)) / bare


@part
def _work(s: Server, plan: Plan, read: Reading, at: float, near: float, split: float) -> tuple[float, float]:
    r"""Return the mean work of a token of prompts [s], and E[w^2] / E[w]^2 of the work w of a prompt.

    Longer prompts cost more a token, for attention grows with the square, and the first tokens hide behind
    the reading of weights. The mean is taken over the two lengths that have mean, variance and third moment
    of the lognormal sum of the m prompts that share a step (Gauss's quadrature in the length), so that what
    is a polynomial of it comes out exact: with v = cv^2 they lie at

    .. math:: 1 + \frac{v (v + 3)}{2 m} \pm \sqrt{\Bigl(\frac{v (v + 3)}{2 m}\Bigr)^2 + \frac{v}{m}}
    """
    here, bare, chunk, room, met = 1e-9, 0.0, min(s.prompt, s.budget), s.budget, 1.0
    if split == 0.0:
        # Prompts that come in one step share what it costs whatever its prompts are.
        met = at / s.output
        alike = met * read.chance * s.c * s.prompt / near
        met = together(met * plan.polling, alike / (1.0 + alike)) + met * waited_for(s, plan, met)
        here, bare, room = at, near, max(s.budget - at, 1.0)
        chunk = min(s.prompt * met, room)
        met = max(chunk / s.prompt, 1.0)
    v = (s.length_square - 1.0) / met
    if v <= 0.0:
        before = read.before / s.length_square
        return max(step_time(plan, here, read.context, chunk, before) - bare, 0.0) / chunk, 1.0
    half = 0.5 * v * (s.length_square + 2.0)
    root = math.sqrt(half * half + v)
    short, long = 1.0 - v / (half + root), 1.0 + half + root
    before, rare = read.before / (1.0 + v), 0.5 * (1.0 - half / root)
    # As many prompts, short or long; what does not fit into one step goes on in the next.
    pieces, whole = chunk * plan.prompts, long * chunk
    least = step_of(plan, here, read.context, short * chunk, before * short, pieces) - bare
    most = step_of(plan, here, read.context, min(whole, room), before * long, pieces) - bare
    least, most = max(least, 0.0), max(most, 0.0) * max(whole / room, 1.0)
    mean = (1.0 - rare) * least + rare * most
    square = (1.0 - rare) * least * least + rare * most * most
    wide = square / max(mean * mean, 1e-300)
    return mean / chunk, 1.0 + met * max(wide - 1.0, 0.0)


@kernel
def reduced(s: Server, plan: Plan, read: Reading, batch: float, split: float) -> Server:
    """Return `s` with the step's a, b, c around `batch`.

    b is the secant to half as many sequences again, c the cost of a prompt (or the chunk that the
    budget leaves room for) on top of the decode step. The first call, at the limit, sets the capacity.
    Where prompts have a pool of their own, c is 0 and the first call tells how their work spreads.
    """
    at = max(batch, 1.0)
    near = step_time(plan, at, read.context, 0.0, 0.0)
    b = 0.0
    # Where prompts come by chance, the step beyond the limit matters to nobody.
    if s.capacity != 0.0 or read.chance == 0.0:
        far = 1.5 * at + 1.0
        b = (step_time(plan, far, read.context, 0.0, 0.0) - near) / (far - at)
        b = min(max(b, 0.0), 0.999 * near / at)
    c, wide = 0.0, s.prompt_square
    if split == 0.0 or s.capacity == 0.0:
        c, wide = _work(s, plan, read, at, near, split)
    if split != 0.0:
        c = 0.0
    alone = 0.0
    if plan.groups * plan.stages > 1.0:
        lot = min(s.prompt, s.budget)
        lone = step_time(plan, 0.0, 0.0, lot, read.before)
        shared = step_time(plan, 1e-9, 0.0, lot, read.before)
        alone = max(lone - shared, 0.0) * s.prompt / lot
    made = _with_step(s, near - b * at, b, c, alone, s.capacity, wide)
    here = service_rate(made, at)
    # More in flight never finish less: where arithmetic says so, it is the reduction that errs.
    most = max(s.capacity, here) if at <= s.limit else s.capacity
    return _with_step(made, made.a, b, c, alone, most, wide)


@part
def prefill_pool(p: np.void, plan: Plan, budget: Budget, read: Reading, top: Server) -> PrefillPool:
    """Return the prefill pool of record `p`.

    Where its size is not set, it is as large as its share of a request's work at capacity.
    """
    d, w = p.deployment, p.workload
    size = d.tensor_parallel * d.data_parallel * d.pipeline_parallel
    if d.disaggregated == 0.0:
        return PrefillPool(0.0, 0.0, 0.0, 0.0, math.inf, 1.0, size, 1.0)
    front, front_size = plan, size
    if own_layout(p):
        front = plan_of(with_prefill_layout(p))
        front_size = d.prefill_tensor_parallel * d.prefill_data_parallel * d.prefill_pipeline_parallel
    chunk = min(top.prompt, d.token_budget)
    chunks = top.prompt / chunk
    # Under load every attention group and stage has a prompt of its own.
    lanes = front.groups * front.stages
    service = step_time(front, 1e-9, 0.0, chunk * lanes, read.before) * chunks / lanes
    alone = 0.0
    if lanes > 1.0:
        alone = max(step_time(front, 0.0, 0.0, chunk, read.before) * chunks - service, 0.0)
    cache = budget.kv_bytes_per_token * w.input_tokens + p.model.state_bytes
    transfer = cache / (p.accelerator.scaleout_bandwidth * min(size, front_size))
    if d.prefill_workers > 0.0 and d.decode_workers > 0.0:
        a, b = d.prefill_workers, d.decode_workers
        both = a * front_size + b * size
        return PrefillPool(a / (a + b), service, alone, transfer, a / (b * service), b, both, b)
    share = service / (service + 1.0 / top.capacity)
    mean = share * front_size + (1.0 - share) * size
    return PrefillPool(share, service, alone, transfer, top.capacity, 1.0 - share, mean, 1.0)


@kernel
def mean_batch(s: Server, rate: float) -> float:
    """Return the mean sequences in service at `rate`, slots taken not to run out, at most the limit."""
    each = s.b * s.output + s.c * s.prompt
    rho = rate * each
    if rho >= 1.0:
        return s.limit
    return min((rate * s.output * s.a + rho) / (1.0 - rho), s.limit)


@kernel
def chord(plan: Plan, read: Reading, top: Server) -> Server:
    """Return the server whose step is exact at one sequence and at the limit."""
    one = step_time(plan, 1.0, read.context, 0.0, 0.0)
    most = top.a + top.b * top.limit
    b = min(max((most - one) / max(top.limit - 1.0, 1e-9), 0.0), 0.999 * most / top.limit)
    return _with_step(top, most - b * top.limit, b, top.c, top.alone, top.capacity, top.prompt_square)


@kernel
def server_at(plan: Plan, read: Reading, top: Server, rate: float, split: float) -> Server:
    """Return the server reduced around the batch that `rate` brings about, below capacity.

    The chord gives a first batch, the step there the next, until one changes by less than half a per cent: at
    once where the step is straight in the batch, after a few (by secants) where experts are yet to wake.
    """
    line = chord(plan, read, top)
    s, batch = line, mean_batch(line, rate)
    before, last, slope = 0.0, 0.0, 0.0
    for look in range(_LOOKS):
        s = reduced(top, plan, read, batch, split)
        there = mean_batch(s, rate)
        if abs(there - batch) <= _NEAR * batch:
            break
        if look > 0:
            slope = min(max((there - last) / (batch - before), -_STEEP), _STEEP)
        before, last = batch, there
        batch = min(max((there - slope * batch) / (1.0 - slope), 0.1 * there), s.limit)
    if service_rate(s, s.limit) <= rate * (1.0 + 1e-6):
        return line
    return s
