"""The order of things over all replicas: arrivals, dispatch, caches on their way, ends of steps.

Replicas that cannot affect another are advanced only when a request comes to them or the dispatcher
looks at them; those that can (a prefill pool, any replica in a closed loop) in order of time.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.jit import entry, kernel
from engine.kernels.memory import budget, sequence_bytes
from engine.kernels.speculation import accepted
from engine.kernels.step import Plan, prepare
from engine.simulator import handover, prefixes, queues, replica
from engine.simulator.layout import NOBODY, PREFIX, RANDOM, ROUND_ROBIN
from engine.simulator.replica import Store


class World(NamedTuple):
    """Everything of a run.

    Attributes
    ----------
    run : ndarray, shape (1,), dtype `layout.RUN`
    pools : ndarray, shape (2,), dtype `layout.POOL`
        That requests arrive at, and the decode pool; the same twice where there is one.
    replicas : ndarray, shape (replicas,), dtype `layout.REPLICA`
    req : ndarray, shape (requests,), dtype `layout.REQUEST`
    ends, blocks, heap : ndarray
        See `queues`, `prefixes` and `handover`.
    tables : ndarray, shape (2, sequences, nodes)
        See `pace.decode_pace`; one a pool.
    """

    run: NDArray[np.void]
    pools: NDArray[np.void]
    replicas: NDArray[np.void]
    req: NDArray[np.void]
    ends: NDArray[np.int32]
    blocks: NDArray[np.void]
    heap: NDArray[np.void]
    tables: NDArray[np.float64]


@kernel
def _load(s: np.void) -> int:
    return s.waiting + s.running


@kernel
def _least(replicas: NDArray[np.void], low: int, high: int, start: int) -> int:
    # Ties go to whom a random start meets first, so that nobody is favoured.
    best, least = low, 1 << 60
    for k in range(high - low):
        r = low + (start + k) % (high - low)
        load = _load(replicas[r])
        if load < least:
            best, least = r, load
    return best


@kernel
def _warmest(replicas: NDArray[np.void], blocks: NDArray[np.void], low: int, high: int, q: np.void) -> int:
    """Return the replica that holds most of request `q`, or the least loaded if that one is overrun."""
    least = _least(replicas, low, high, q.draw)
    best, most = least, 0
    for r in range(low, high):
        hit = prefixes.hit_tokens(replicas[r], q, blocks)
        if hit > most:
            best, most = r, hit
    spare = _load(replicas[least])
    return least if _load(replicas[best]) > spare + max(4, spare // 4) else best


@kernel
def _range(run: np.void, side: int) -> tuple[int, int]:
    """Return the first replica of pool `side` and that after the last."""
    if side == 0:
        return 0, run.front
    return run.front, run.replicas


@kernel
def _choose(w: World, side: int, q: np.void) -> int:
    run = w.run[0]
    low, high = _range(run, side)
    if high - low == 1:
        return low
    if run.policy == RANDOM:
        return low + q.draw % (high - low)
    if run.policy == ROUND_ROBIN:
        if side == 1:
            run.back_turn += 1
            return low + (run.back_turn - 1) % (high - low)
        run.turn += 1
        return (run.turn - 1) % high
    if run.policy == PREFIX and side == 0:
        return _warmest(w.replicas, w.blocks, low, high, q)
    return _least(w.replicas, low, high, q.draw)


@kernel
def _store(w: World, side: int) -> Store:
    return Store(w.req, w.ends, w.blocks, w.tables[side])


@kernel
def _advance(
    plan: Plan, pool: np.void, s: np.void, store: Store, run: np.void, heap: NDArray[np.void], time: float
) -> None:
    """Do all steps of replica `s` that end before `time`."""
    while s.stop < time:
        now = s.stop
        run.done += replica.finish(pool, s, store, run, heap)
        replica.begin(plan, pool, s, store, now)


@kernel
def _receive(pool: np.void, s: np.void, req: NDArray[np.void], i: int, now: float) -> None:
    """Give request `i` to replica `s`, which is in a step or idle."""
    alone = s.queue == NOBODY
    queues.wait(s, req, i)
    if s.stop == math.inf:
        # Others may come at the same time: a run of no steps ends once they have.
        s.start = s.stop = now
        s.run = s.filled = 0
    elif alone and s.first_prompt == NOBODY and s.running < pool.slots:
        replica.cut(s, now)


@kernel
def _arrive(plan: Plan, w: World, side: int, i: int, now: float) -> None:
    """Dispatch request `i` within pool `side`."""
    run, pool = w.run[0], w.pools[side]
    store = _store(w, side)
    if run.between != NOBODY:
        # A closed loop does everything in order of time: nobody is behind.
        r = _choose(w, side, w.req[i])
    elif run.policy == RANDOM or run.policy == ROUND_ROBIN:
        r = _choose(w, side, w.req[i])
        _advance(plan, pool, w.replicas[r], store, run, w.heap, now)
    else:
        low, high = _range(run, side)
        for k in range(low, high):
            _advance(plan, pool, w.replicas[k], store, run, w.heap, now)
        r = _choose(w, side, w.req[i])
    if r == run.between:
        queues.wait(w.replicas[r], w.req, i)
    else:
        _receive(pool, w.replicas[r], w.req, i, now)


@kernel
def _fits(pools: NDArray[np.void], q: np.void) -> bool:
    front, back = pools[0], pools[1]
    whole = q.tokens_in + back.gain * q.tokens_out
    if replica.cache_of(front, q, whole) > front.memory:
        return False
    return replica.cache_of(back, q, whole) <= back.memory


@kernel
def _release(w: World, time: float) -> None:
    """Let the next request of the closed loop come at `time`."""
    run = w.run[0]
    if run.released < w.req.shape[0]:
        w.req[run.released].arrive = time
        run.released += 1


@kernel
def _take_next(plan: Plan, w: World, now: float) -> None:
    """Dispatch the next arrival, or refuse what can never fit."""
    run = w.run[0]
    i = run.next
    run.next += 1
    if _fits(w.pools, w.req[i]):
        _arrive(plan, w, run.entrance, i, now)
        return
    run.refused += 1
    run.done += 1
    if run.loop > 0:
        _release(w, now + run.away)


@kernel
def _eager_step(front: Plan, back: Plan, w: World, r: int) -> None:
    """End the step in progress on replica `r`, let in whom that releases, and begin the next."""
    run, s = w.run[0], w.replicas[r]
    side = run.entrance if r < run.front else 1
    now, store, pool = s.stop, _store(w, side), w.pools[side]
    ended = replica.finish(pool, s, store, run, w.heap)
    run.done += ended
    if run.loop > 0:
        for _ in range(ended):
            _release(w, now + run.away)
        # Who replaces another at once is there when the next step begins.
        run.between = r
        while run.next < run.released and w.req[run.next].arrive <= now:
            _take_next(front, w, now)
        run.between = NOBODY
    replica.begin(front if side == 0 else back, pool, s, store, now)


@kernel
def _first_to_stop(replicas: NDArray[np.void], count: int) -> int:
    best = 0
    for r in range(1, count):
        if replicas[r].stop < replicas[best].stop:
            best = r
    return best


@kernel
def _next_event(front: Plan, back: Plan, w: World) -> bool:
    """Do what happens next; return False when nothing is left but to let replicas run out."""
    run = w.run[0]
    eager = run.front if run.front < run.replicas else 0
    if run.loop > 0:
        eager = run.replicas
    arrival = math.inf
    if run.next < (run.released if run.loop > 0 else w.req.shape[0]):
        arrival = w.req[run.next].arrive
    handed = handover.next_time(run, w.heap)
    now = min(arrival, handed)
    if eager > 0:
        r = _first_to_stop(w.replicas, eager)
        if w.replicas[r].stop < now:
            _eager_step(front, back, w, r)
            return True
    if now == math.inf:
        return False
    if handed <= arrival:
        _arrive(back, w, run.entrance + 1, handover.pop(run, w.heap), now)
    else:
        _take_next(front, w, now)
    return True


@kernel
def _run_out(front: Plan, back: Plan, w: World) -> None:
    run = w.run[0]
    for r in range(run.replicas):
        side = run.entrance if r < run.front else 1
        plan = front if side == 0 else back
        _advance(plan, w.pools[side], w.replicas[r], _store(w, side), run, w.heap, math.inf)


@entry
def survey(p: NDArray[np.void], pools: NDArray[np.void]) -> None:
    """Fill `pools`, shape (n,), dtype `layout.POOL`, from input records `p`: one pool that does all each."""
    for k in range(pools.shape[0]):
        _fill_pool(p[k], pools[k])


@kernel
def _fill_pool(p: np.void, pool: np.void) -> None:
    d, room, plan = p.deployment, budget(p), prepare(p)
    size = d.tensor_parallel * d.data_parallel * d.pipeline_parallel
    window = p.model.window
    cache = room.kv_bytes_per_token * p.workload.input_tokens + p.model.state_bytes
    pool.affine = pool.a = pool.b = pool.c = 0.0
    pool.groups = d.data_parallel
    pool.budget = d.token_budget
    pool.slots = d.batch_cap
    pool.memory = room.kv_memory * d.data_parallel
    pool.state = sequence_bytes(p, 0.0)
    pool.token = sequence_bytes(p, window + 1.0) - sequence_bytes(p, window)
    pool.window_token = sequence_bytes(p, 1.0) - pool.state - pool.token
    pool.window = window
    pool.gain, pool.guesses = accepted(p), d.draft_tokens
    pool.prefills = pool.decodes = 1.0
    pool.transfer = cache / (p.accelerator.scaleout_bandwidth * size) / p.workload.input_tokens
    pool.bend, pool.second_bend = plan.attention.span, plan.attention.window


@entry
def advance(p: NDArray[np.void], w: World, events: int) -> bool:
    """Simulate `events` more arrivals, hand-overs and ends; return whether there is more to come.

    `p`, shape (2,), are the input records of both pools.
    """
    front, back = prepare(p[0]), prepare(p[1])
    if w.run[0].released == 0:
        for _ in range(w.run[0].loop):
            _release(w, 0.0)
    for _ in range(events):
        if not _next_event(front, back, w):
            _run_out(front, back, w)
            return False
    return True
