"""From a finished run to its figures: which requests count, and what they saw."""

import time
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
    tokens_out: NDArray[np.int64]


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


def summary(world: World, fleet: Fleet, seed: int, dispatch: str, began: float) -> Simulation:
    """Return what requests of a finished `world` saw; it began at `began` by the performance counter."""
    req, servers = world.req, np.asarray(world.replicas)
    seen = _Seen(*(np.ascontiguousarray(req[name]) for name in _Seen._fields))
    ended = np.isfinite(seen.last)
    if not ended.any():
        raise IsocostError("nothing to simulate: no request fits into the cache memory of a replica")
    keep = counted(seen.arrive, seen.last, fleet.loop)
    here = np.flatnonzero(ended[keep]) + keep.start
    ttft, e2e = seen.first[here] - seen.arrive[here], seen.last[here] - seen.arrive[here]
    steps = seen.tokens_out[here] - 1
    tpot = (e2e - ttft)[steps > 0] / steps[steps > 0]
    end = float(np.nanmax(seen.last))
    rate, tokens = _pace(seen, keep)
    refused = int(world.run["refused"][0])
    notes = (f"{refused:,} requests are longer than the cache memory of a replica",) if refused else ()
    return Simulation(
        requests=seen.arrive.size,
        counted=here.size,
        seed=seed,
        replicas=fleet.replicas,
        dispatch=dispatch,
        ttft=spread_of(ttft),
        tpot=spread_of(tpot),
        e2e=spread_of(e2e),
        rate=rate,
        throughput=tokens,
        throughput_per_accelerator=tokens / (fleet.accelerators * fleet.replicas),
        utilization=float(servers["busy"].sum()) / (end * fleet.replicas),
        batch=float(servers["area"].sum()) / (end * fleet.replicas),
        preemptions=int(servers["preempted"].sum()),
        refused=refused,
        cache_hit_fraction=float(req["hit"][here].sum() / req["tokens_in"][here].sum()),
        wall_seconds=time.perf_counter() - began,
        samples={"ttft": ttft, "tpot": tpot, "e2e": e2e},
        notes=notes,
    )


def _pace(seen: _Seen, keep: slice) -> tuple[float, float]:
    """Return requests and output tokens that ended a second, between the first and last counted arrival."""
    low, high = float(seen.arrive[keep.start]), float(seen.arrive[keep.stop - 1])
    if high <= low:
        low, high = 0.0, float(np.nanmax(seen.last))
    ended = (seen.last > low) & (seen.last <= high)
    return float(ended.sum()) / (high - low), float(seen.tokens_out[ended].sum()) / (high - low)
