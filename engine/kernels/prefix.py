r"""How the size of a prefix cache makes its hit rate.

Measured traces give the hit rate of an LRU cache against its size at the traffic of the trace. A cache
of C tokens holds the last C / (rate x input) seconds of traffic, and what comes again within that time is
found: read so, the curve holds at any traffic,

.. math:: h = h_\infty F(C / (\lambda P))

with F between knots linear in the logarithm. The rate of a replica rises with its hits, which shortens
the time a prefix stays: `settle` finds where both agree.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.jit import kernel
from engine.kernels.memory import Budget, kv_ranks
from engine.kernels.serving import serve
from engine.kernels.step import prepare

_TURNS = 24
_CLOSE = 1e-11
_MOST = 0.999

# Seconds of traffic held, and hits over those of a cache without end: Mooncake conversation
# (3.40 requests/s of 12,035 tokens; 0.5, 1.5, 5.1, 15 and 26 M tokens; 36.6 % without end) and synthetic
# (3.91 requests/s of 15,325; the same sizes; 64.0 %).
_TALK_RATE = 3.40 * 12035.0
_TALK_TIME = (
    0.5e6 / _TALK_RATE,
    1.5e6 / _TALK_RATE,
    5.1e6 / _TALK_RATE,
    15e6 / _TALK_RATE,
    26e6 / _TALK_RATE,
)
_TALK_HITS = (4.4 / 36.6, 6.5 / 36.6, 21.1 / 36.6, 32.6 / 36.6, 35.5 / 36.6)
_MIX_RATE = 3.91 * 15325.0
_MIX_TIME = (0.5e6 / _MIX_RATE, 1.5e6 / _MIX_RATE, 5.1e6 / _MIX_RATE, 15e6 / _MIX_RATE, 26e6 / _MIX_RATE)
_MIX_HITS = (8.2 / 64.0, 18.8 / 64.0, 42.3 / 64.0, 62.4 / 64.0, 1.0)


class Store(NamedTuple):
    """Prefix cache of one replica: tokens held in HBM, with host memory, and in all; bytes of a token."""

    hbm: float
    host: float
    all: float
    token: float


@kernel
def reuse(seconds: float, curve: float) -> float:
    """Return the share of what ever comes again that does so within `seconds`, 0-1."""
    times, found = (_TALK_TIME, _TALK_HITS) if curve == 0.0 else (_MIX_TIME, _MIX_HITS)
    if seconds <= times[0]:
        return found[0] * seconds / times[0]
    for i in range(1, 5):
        if seconds < times[i]:
            part = math.log(seconds / times[i - 1]) / math.log(times[i] / times[i - 1])
            return found[i - 1] + (found[i] - found[i - 1]) * part
    return 1.0 - (1.0 - found[4]) * times[4] / seconds


@kernel
def store(p: np.void, room: Budget) -> Store:
    """Return what a replica's prefix cache holds.

    HBM holds a copy for each rank that cannot share the cache; host memory and disk hold one. Where a
    token takes no memory, any holds them all: infinitely many.
    """
    d, v = p.deployment, p.levers
    size = d.tensor_parallel * d.data_parallel * d.pipeline_parallel
    token = room.kv_bytes_per_token
    hbm = _tokens_in(v.prefix_hbm * size, token * d.tensor_parallel / kv_ranks(p))
    host = hbm + _tokens_in(v.prefix_host * size, token)
    return Store(hbm, host, host + _tokens_in(v.prefix_disk * size, token), token)


@kernel
def _tokens_in(space: float, token: float) -> float:
    return space / token if space > 0.0 else 0.0


@kernel
def hit_share(p: np.void, tokens: float, rate: float) -> float:
    """Return the share of input found where `tokens` are held at `rate` requests a second."""
    v = p.levers
    if rate <= 0.0:
        return min(v.prefix_ceiling, _MOST)
    return min(v.prefix_ceiling * reuse(tokens / (rate * p.workload.input_tokens), v.prefix_curve), _MOST)


@kernel
def reload_time(p: np.void, held: Store, rate: float) -> float:
    """Return the mean time a request waits for its prefix from host memory and disk [s].

    Every accelerator that holds the sequence reads its part over a link of its own; ranks that cannot
    share the cache read it all. Links are taken not to be busy otherwise.
    """
    d, v = p.deployment, p.levers
    size = kv_ranks(p) * d.pipeline_parallel
    near, mid, far = hit_share(p, held.hbm, rate), hit_share(p, held.host, rate), hit_share(p, held.all, rate)
    slow = (mid - near) / v.prefix_host_bandwidth + (far - mid) / v.prefix_disk_bandwidth
    return p.workload.input_tokens * held.token * slow / size


@kernel
def settle(rows: NDArray[np.void], room: Budget, peak_rate: float) -> float:
    """Set hits and reload time of the record in `rows`, shape (1,), where they agree with its rate.

    A secant kept inside a shrinking bracket: the more hits, the more requests, the shorter a prefix stays.
    Returns the rate of the replica that the hits belong to [1/s].
    """
    q = rows[0]
    held, away = store(q, room), q.stack.request_latency
    low, high = 0.0, min(q.levers.prefix_ceiling, _MOST)
    share = 0.5 * high
    before = gap_before = rate = 0.0
    for turn in range(_TURNS):
        q.workload.cached_share = share
        q.stack.request_latency = away
        if rate > 0.0:
            q.stack.request_latency = away + reload_time(q, held, rate)
        found = serve(q, prepare(q), room, peak_rate)
        rate = found.rate if found.rate > 0.0 else found.capacity
        gap = hit_share(q, held.all, rate) - share
        if abs(gap) < _CLOSE:
            break
        if gap > 0.0:
            low = share
        else:
            high = share
        step = gap
        if turn > 0 and gap != gap_before:
            step = -gap * (share - before) / (gap - gap_before)
        before, gap_before = share, gap
        share += step
        if not low <= share <= high or share == before:
            share = 0.5 * (low + high)
    q.workload.cached_share = share
    q.stack.request_latency = away + reload_time(q, held, rate)
    return rate
