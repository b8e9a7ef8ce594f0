"""One replica from step to step: admission, chunked prefill, decoding, preemption.

First come, first served. In a step every decoding sequence makes a token, and what is left of the token
budget goes to prompts in order of admission. A prompt is admitted where it has a slot and all of its
cache; a sequence whose next token finds no room evicts what only the prefix cache holds, then sends
the newest sequence back to the queue, to be computed again.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.jit import inlined, kernel
from engine.kernels.step import Plan
from engine.simulator import handover, pace, prefixes, queues
from engine.simulator.layout import NOBODY


class Store(NamedTuple):
    """What replicas of a pool share: requests, rings of ends, prefix caches, the table of steps."""

    req: NDArray[np.void]
    ends: NDArray[np.int32]
    blocks: NDArray[np.void]
    table: NDArray[np.float64]


@inlined
def cache_of(pool: np.void, q: np.void, tokens: float) -> float:
    """Return the bytes of request `q` with `tokens` of its own computed."""
    whole = q.tokens_in + pool.gain * q.tokens_out
    return pool.state + pool.window_token * min(whole, pool.window) + pool.token * tokens


@inlined
def decode(pool: np.void, s: np.void, req: NDArray[np.void], ends: NDArray[np.int32], i: int) -> None:
    """Let request `i`, whose tokens made so far but the last are in the cache, decode."""
    q = req[i]
    s.decoding += 1
    s.context += q.tokens_in + pool.gain * q.made
    queues.decode_until(s, req, ends, i, s.steps + q.tokens_out - q.made)


@inlined
def _admit(pool: np.void, s: np.void, store: Store, growth: float) -> None:
    req = store.req
    while s.queue != NOBODY and s.running < pool.slots:
        i = s.queue
        q = req[i]
        prefixes.claim(s, q, store.blocks)
        handed = pool.prefills == 0.0 and q.left == 0
        # The last token made is not in the cache yet where its prompt was computed by the other pool.
        tokens = q.tokens_in + pool.gain * (q.made - (1 if handed else 0))
        need = cache_of(pool, q, tokens - max(q.shared, 0))
        if not prefixes.make_room(pool, s, store.blocks, need + growth):
            prefixes.release(s, q, store.blocks, q.hit)
            return
        queues.call(s, req)
        s.used += need
        s.running += 1
        queues.enter(s, req, i)
        if handed:
            decode(pool, s, req, store.ends, i)
        else:
            q.left = int(tokens) - q.hit
            queues.fill_next(s, req, i)


@inlined
def _remove(pool: np.void, s: np.void, store: Store, i: int, tokens: float, kept: int) -> None:
    """Take request `i` with `tokens` reserved, `kept` of them computed, out of service."""
    q = store.req[i]
    # What of its tokens the group owns was never counted as its own.
    s.used -= cache_of(pool, q, tokens - max(q.shared, 0))
    s.running -= 1
    queues.leave(s, store.req, i)
    prefixes.release(s, q, store.blocks, kept)
    if s.running == 0:
        s.used = 0.0


@kernel
def _preempt(pool: np.void, s: np.void, store: Store) -> None:
    """Send the newest sequence back to the head of the queue."""
    i = s.newest
    q = store.req[i]
    tokens = q.tokens_in + pool.gain * q.made
    kept = int(tokens) - q.left
    if not queues.stop_filling(s, store.req, i):
        queues.stop_decoding(s, store.req, store.ends, i)
        left = q.end - s.steps
        tokens = q.tokens_in + pool.gain * (q.tokens_out - 1 - left)
        kept = int(tokens)
        s.decoding -= 1
        s.context -= tokens + pool.gain
        q.made = q.tokens_out - left
        q.left = kept
    _remove(pool, s, store, i, tokens, kept)
    queues.wait_first(s, store.req, i)
    s.preempted += 1


@kernel
def begin(plan: Plan, pool: np.void, s: np.void, store: Store, now: float) -> None:
    """Start the next step, or run of decode steps, or leave the replica idle."""
    before = s.preempted
    while s.running > 1 and not prefixes.make_room(
        pool, s, store.blocks, s.decoding * pool.gain * pool.token
    ):
        _preempt(pool, s, store)
    if s.preempted == before:
        _admit(pool, s, store, s.decoding * pool.gain * pool.token)
    s.start = now
    s.filled = 0
    s.run = 0
    if s.running == 0:
        s.stop = math.inf
        return
    if s.first_prompt == NOBODY:
        _begin_run(plan, pool, s, store)
    else:
        _begin_mixed(plan, pool, s, store.req)
    s.stop = now + pace.run_time(s.pace, s.slope, s.run)


@inlined
def _begin_run(plan: Plan, pool: np.void, s: np.void, store: Store) -> None:
    first, slope, most = pace.decode_pace(plan, pool, s, store.table)
    growth = s.decoding * pool.gain * pool.token
    room = pool.memory - s.used - s.pinned * pool.token
    if room < most * growth:
        most = max(int(room / growth), 1)
    s.pace, s.slope = first, slope
    s.run = queues.steps_to_next_end(s, store.ends, most)


@inlined
def _begin_mixed(plan: Plan, pool: np.void, s: np.void, req: NDArray[np.void]) -> None:
    """Spend the token budget on prompts in order of admission, next to what decodes."""
    room = int(max(pool.budget - s.decoding * (1.0 + pool.guesses), 0.0))
    prefill = longest = filled = 0
    before = 0.0
    i = s.first_prompt
    while i != NOBODY and room > 0:
        q = req[i]
        left = q.left
        take = min(left, room)
        start = int(q.tokens_in + pool.gain * q.made) - left
        before += take * (start + 0.5 * take)
        q.left = left - take
        room -= take
        prefill += take
        longest = max(longest, take)
        if take == left:
            filled += 1
        i = q.link
    n = float(s.decoding)
    if prefill > 0:
        s.pace = pace.mixed_step(plan, pool, n, s.context, float(prefill), before, float(longest))
    else:
        s.pace = pace.decode_step(plan, pool, n, s.context / n)
    s.slope = 0.0
    s.run, s.filled = 1, filled


@inlined
def cut(s: np.void, now: float) -> None:
    """End the run in progress at the first step that ends at `now` or later."""
    if s.run > 1:
        s.run = pace.steps_until(s.pace, s.slope, now - s.start, s.run)
        s.stop = s.start + pace.run_time(s.pace, s.slope, s.run)


@kernel
def finish(pool: np.void, s: np.void, store: Store, run: np.void, heap: NDArray[np.void]) -> int:
    """End the step or run in progress; return how many requests got their last token.

    Prompts that another pool decodes are put on their way there.
    """
    lasted = s.stop - s.start
    s.busy += lasted
    s.area += lasted * s.running
    s.steps += s.run
    made = s.decoding * s.run
    s.tokens += made
    s.context += made * pool.gain
    s.used += made * pool.gain * pool.token
    ended = 0
    slot = s.steps % store.ends.shape[1]
    i = int(store.ends[s.index, slot])
    if i != NOBODY:
        store.ends[s.index, slot] = NOBODY
        ended += _end_decoding(pool, s, store, i)
    if s.filled > 0:
        ended += _end_prefill(pool, s, store, run, heap)
    return ended


@inlined
def _end_decoding(pool: np.void, s: np.void, store: Store, i: int) -> int:
    ended = 0
    while i != NOBODY:
        q = store.req[i]
        following = q.link
        whole = q.tokens_in + pool.gain * q.tokens_out
        s.decoding -= 1
        s.context -= whole
        q.last = s.stop
        _remove(pool, s, store, i, whole - pool.gain, int(whole - pool.gain))
        ended += 1
        i = following
    return ended


@inlined
def _end_prefill(pool: np.void, s: np.void, store: Store, run: np.void, heap: NDArray[np.void]) -> int:
    ended = 0
    for _ in range(s.filled):
        i = s.first_prompt
        q = store.req[i]
        s.first_prompt = q.link
        prefixes.publish(pool, s, q, store.blocks)
        q.made += 1
        s.tokens += 1
        tokens = q.tokens_in + pool.gain * (q.made - 1)
        delivered = s.stop + pool.transfer * q.tokens_in
        if math.isnan(q.first):
            q.first = delivered
        if q.made == q.tokens_out:
            q.last = delivered
            _remove(pool, s, store, i, tokens, int(tokens))
            ended += 1
        elif pool.decodes == 1.0:
            decode(pool, s, store.req, store.ends, i)
        else:
            _remove(pool, s, store, i, tokens, int(tokens))
            handover.push(run, heap, i, delivered)
    return ended
