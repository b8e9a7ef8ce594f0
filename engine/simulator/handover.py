"""Caches on their way from the prefill to the decode pool, the earliest first: a binary heap.

`heap`, shape (requests,), dtype `layout.HANDED`; `run.handed` of its entries are in use.
"""

import math

import numpy as np
from numpy.typing import NDArray

from engine.jit import kernel


@kernel
def next_time(run: np.void, heap: NDArray[np.void]) -> float:
    """Return when the next cache arrives; infinite where none is on its way."""
    return heap[0].time if run.handed > 0 else math.inf


@kernel
def push(run: np.void, heap: NDArray[np.void], q: int, time: float) -> None:
    """Put the cache of request `q` on its way, to arrive at `time`."""
    i = run.handed
    run.handed += 1
    while i > 0 and heap[(i - 1) // 2].time > time:
        up = heap[(i - 1) // 2]
        heap[i].time, heap[i].request = up.time, up.request
        i = (i - 1) // 2
    heap[i].time, heap[i].request = time, q


@kernel
def pop(run: np.void, heap: NDArray[np.void]) -> int:
    """Take the request whose cache arrives next."""
    first = heap[0].request
    run.handed -= 1
    size = run.handed
    time, q = heap[size].time, heap[size].request
    i = 0
    while True:
        child = 2 * i + 1
        if child + 1 < size and heap[child + 1].time < heap[child].time:
            child += 1
        if child >= size or heap[child].time >= time:
            break
        heap[i].time, heap[i].request = heap[child].time, heap[child].request
        i = child
    heap[i].time, heap[i].request = time, q
    return first
