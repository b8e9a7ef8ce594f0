"""The lists of a replica: who waits, who prefills, who decodes until when, and in which order they came in.

Requests are named by their place in `req`, shape (requests,), dtype `layout.REQUEST`; `s` is a record
of a replica. `ends`, shape (replicas, steps), holds the heads of the lists of requests that are done
after a step, a ring over steps.
"""

import numpy as np
from numpy.typing import NDArray

from engine.jit import inlined
from engine.simulator.layout import NOBODY


@inlined
def wait(s: np.void, req: NDArray[np.void], q: int) -> None:
    """Put request `q` at the end of the queue."""
    req[q].link = NOBODY
    if s.queue == NOBODY:
        s.queue = q
    else:
        req[s.queue_end].link = q
    s.queue_end = q
    s.waiting += 1


@inlined
def wait_first(s: np.void, req: NDArray[np.void], q: int) -> None:
    """Put request `q` at the head of the queue."""
    if s.queue == NOBODY:
        s.queue_end = q
    req[q].link = s.queue
    s.queue = q
    s.waiting += 1


@inlined
def call(s: np.void, req: NDArray[np.void]) -> None:
    """Take the head of the queue out of it."""
    s.queue = req[s.queue].link
    s.waiting -= 1


@inlined
def fill_next(s: np.void, req: NDArray[np.void], q: int) -> None:
    """Put request `q` after all others in prefill."""
    req[q].link = NOBODY
    if s.first_prompt == NOBODY:
        s.first_prompt = q
    else:
        req[s.last_prompt].link = q
    s.last_prompt = q


@inlined
def stop_filling(s: np.void, req: NDArray[np.void], q: int) -> bool:
    """Take request `q` out of those in prefill; return whether it was there."""
    before, here = NOBODY, s.first_prompt
    while here != NOBODY and here != q:
        before, here = here, req[here].link
    if here == NOBODY:
        return False
    after = req[here].link
    if before == NOBODY:
        s.first_prompt = after
    else:
        req[before].link = after
    if after == NOBODY:
        s.last_prompt = before
    return True


@inlined
def decode_until(s: np.void, req: NDArray[np.void], ends: NDArray[np.int32], q: int, step: int) -> None:
    """Note that request `q` is done after `step` steps."""
    slot = step % ends.shape[1]
    req[q].end = step
    req[q].link = ends[s.index, slot]
    ends[s.index, slot] = q


@inlined
def stop_decoding(s: np.void, req: NDArray[np.void], ends: NDArray[np.int32], q: int) -> None:
    """Take request `q` out of those that decode."""
    slot = req[q].end % ends.shape[1]
    before, here = NOBODY, int(ends[s.index, slot])
    while here != q:
        before, here = here, req[here].link
    if before == NOBODY:
        ends[s.index, slot] = req[q].link
    else:
        req[before].link = req[q].link


@inlined
def steps_to_next_end(s: np.void, ends: NDArray[np.int32], most: int) -> int:
    """Return in how many steps the next request is done, at most `most`."""
    ring = ends.shape[1]
    slot = s.steps % ring
    for k in range(1, most):
        slot += 1
        if slot == ring:
            slot = 0
        if ends[s.index, slot] != NOBODY:
            return k
    return most


@inlined
def enter(s: np.void, req: NDArray[np.void], q: int) -> None:
    """Note request `q` as the newest in service."""
    last = s.newest
    req[q].older = last
    req[q].newer = NOBODY
    if last == NOBODY:
        s.oldest = q
    else:
        req[last].newer = q
    s.newest = q


@inlined
def leave(s: np.void, req: NDArray[np.void], q: int) -> None:
    """Take request `q` out of the order of admission."""
    older, newer = req[q].older, req[q].newer
    if older == NOBODY:
        s.oldest = newer
    else:
        req[older].newer = newer
    if newer == NOBODY:
        s.newest = older
    else:
        req[newer].older = older
