"""From a finished run to its figures: which requests count, and what they saw."""

import time
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import IsocostError
from engine.simulator.events import World
from engine.simulator.result import Simulation, spread_of
from engine.simulator.setup import Fleet


def counted(req: NDArray[Any], loop: int) -> slice:
    """Return which requests are past the warm-up and before the run-down, by order of arrival."""
    count = req.shape[0]
    life = float(np.nanmean(req["last"] - req["arrive"])) if count else 0.0
    span = float(req["arrive"][-1] - req["arrive"][0])
    inside = loop or (life * count / span if span > 0.0 else 0.0)
    low = min(max(count // 10, int(3 * inside)), count // 2) if count >= 10 else 0
    high = count - min(max(count // 50, int(inside)), count // 5)
    return slice(low, max(high, low + 1))


def summary(world: World, fleet: Fleet, seed: int, dispatch: str, began: float) -> Simulation:
    """Return what requests of a finished `world` saw; it began at `began` by the performance counter."""
    req, servers = np.asarray(world.req), np.asarray(world.replicas)
    if not np.isfinite(req["last"]).any():
        raise IsocostError("nothing to simulate: no request fits into the cache memory of a replica")
    keep = counted(req, fleet.loop)
    part = req[keep][np.isfinite(req["last"][keep])]
    ttft, e2e = part["first"] - part["arrive"], part["last"] - part["arrive"]
    long = part["tokens_out"] > 1
    tpot = (e2e[long] - ttft[long]) / (part["tokens_out"][long] - 1)
    end = float(np.nanmax(req["last"]))
    rate, tokens = _pace(req, keep)
    refused = int(world.run["refused"][0])
    notes = (f"{refused:,} requests are longer than the cache memory of a replica",) if refused else ()
    return Simulation(
        requests=req.shape[0],
        counted=part.shape[0],
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
        cache_hit_fraction=float(part["hit"].sum() / part["tokens_in"].sum()),
        wall_seconds=time.perf_counter() - began,
        samples={"ttft": ttft, "tpot": tpot, "e2e": e2e},
        notes=notes,
    )


def _pace(req: NDArray[Any], keep: slice) -> tuple[float, float]:
    """Return requests and output tokens that ended a second, between the first and last counted arrival."""
    low, high = float(req["arrive"][keep.start]), float(req["arrive"][keep.stop - 1])
    if high <= low:
        low, high = 0.0, float(np.nanmax(req["last"]))
    ended = (req["last"] > low) & (req["last"] <= high)
    return float(ended.sum()) / (high - low), float(req["tokens_out"][ended].sum()) / (high - low)
