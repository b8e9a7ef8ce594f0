"""From a finished run to its figures: which requests count, and what they saw."""

import time
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.errors import IsocostError
from engine.simulator.events import World
from engine.simulator.result import Simulation, spread_of
from engine.simulator.setup import Fleet


class _Seen(NamedTuple):
    """Times and lengths of all requests, each a contiguous array: records are slow to go through."""

    arrive: NDArray[np.float64]
    first: NDArray[np.float64]
    last: NDArray[np.float64]


def counted(arrive: NDArray[np.float64], last: NDArray[np.float64], loop: int) -> slice:
    """Return which requests are past the warm-up and before the run-down, by order of arrival.

    A tenth and a fiftieth are left out, and at least as many as are in flight at a time: three times
    that in a closed loop, where all start at once.
    """
    count = arrive.size
    if count < 10:
        return slice(0, count)
    life = last - arrive
    span = float(arrive[-1] - arrive[0])
    inside = loop or (float(np.nansum(life)) / span if span > 0.0 else 0.0)
    low = min(max(count // 10, int(3 * inside)), count // 2)
    high = count - min(max(count // 50, int(inside)), count // 5)
    return slice(low, max(high, low + 1))


class Part(NamedTuple):
    """What one run without a break saw.

    Attributes
    ----------
    ttft, tpot, e2e : ndarray
        Of the requests that count, in order of arrival [s].
    requests, ended, tokens : int
        Simulated; those that ended within `span` and their output tokens.
    span, end : float
        Time they are counted over; of the whole run [s].
    busy, area : float
        Time with a step in progress, and requests in service times time, over replicas.
    preempted, refused, hit, tokens_in : int
        Preemptions, requests that cannot fit; tokens from the prefix cache, and input tokens.
    """

    ttft: NDArray[np.float64]
    tpot: NDArray[np.float64]
    e2e: NDArray[np.float64]
    requests: int
    ended: int
    tokens: int
    span: float
    end: float
    busy: float
    area: float
    preempted: int
    refused: int
    hit: int
    tokens_in: int


def part_of(world: World, fleet: Fleet, tokens_out: NDArray[np.int64]) -> Part:
    """Return what a finished `world` saw of requests with these output tokens."""
    req, servers = world.req, np.asarray(world.replicas)
    seen = _Seen(*(np.ascontiguousarray(req[name]) for name in _Seen._fields))
    ended = np.isfinite(seen.last)
    if not ended.any():
        raise IsocostError("nothing to simulate: no request fits into the cache memory of a replica")
    whole = slice(0, seen.arrive.size)
    keep = whole if fleet.episode else counted(seen.arrive, seen.last, fleet.loop)
    here = np.flatnonzero(ended[keep]) + keep.start
    ttft, e2e = seen.first[here] - seen.arrive[here], seen.last[here] - seen.arrive[here]
    steps = tokens_out[here] - 1
    end = float(np.nanmax(seen.last))
    low, high = float(seen.arrive[keep.start]), float(seen.arrive[keep.stop - 1])
    if fleet.episode or high <= low:
        low, high = 0.0, end
    within = ended & (seen.last > low) & (seen.last <= high)
    return Part(
        ttft + fleet.away + fleet.late,
        (e2e - ttft)[steps > 0] / steps[steps > 0],
        e2e + fleet.away,
        seen.arrive.size,
        int(within.sum()),
        int(tokens_out[within].sum()),
        high - low,
        end,
        float(servers["busy"].sum()),
        float(servers["area"].sum()),
        int(servers["preempted"].sum()),
        int(world.run["refused"][0]),
        int(req["hit"][here].sum()),
        int(req["tokens_in"][here].sum()),
    )


def summary(parts: Sequence[Part], fleet: Fleet, seed: int, dispatch: str, began: float) -> Simulation:
    """Return the figures of all `parts`; the first began at `began` by the performance counter."""
    ttft, tpot, e2e = (np.concatenate([part[k] for part in parts]) for k in range(3))
    requests, ended, tokens, span, end, busy, area, preempted, refused, hit, tokens_in = (
        sum(column) for column in zip(*(part[3:] for part in parts), strict=True)
    )
    notes = (f"{refused:,} requests are longer than the cache memory of a replica",) if refused else ()
    return Simulation(
        requests=requests,
        counted=ttft.size,
        seed=seed,
        replicas=fleet.replicas,
        dispatch=dispatch,
        ttft=spread_of(ttft),
        tpot=spread_of(tpot),
        e2e=spread_of(e2e),
        rate=ended / span,
        throughput=tokens / span,
        throughput_per_accelerator=tokens / span / (fleet.accelerators * fleet.replicas),
        utilization=busy / (end * fleet.replicas),
        batch=area / (end * fleet.replicas),
        preemptions=preempted,
        refused=refused,
        cache_hit_fraction=hit / tokens_in,
        wall_seconds=time.perf_counter() - began,
        samples={"ttft": ttft, "tpot": tpot, "e2e": e2e},
        notes=notes,
    )
