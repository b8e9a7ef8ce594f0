"""Simulating a scenario from Python: what is asked, in chunks that let go of the interpreter, and what was seen."""

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.drivers import cause, point
from engine.errors import IsocostError
from engine.jit import readable
from engine.scenario import Scenario
from engine.simulator import layout, workload
from engine.simulator.events import World, advance, survey
from engine.simulator.pace import table_nodes
from engine.simulator.result import Simulation, spread_of
from engine.simulator.trace import Trace
from engine.simulator.workload import Prefixes, Requests

#: Names of the ways to spread requests over replicas.
DISPATCH: Final[Mapping[str, int]] = {
    "random": layout.RANDOM,
    "round-robin": layout.ROUND_ROBIN,
    "least": layout.LEAST,
    "prefix": layout.PREFIX,
}
MOST_REPLICAS: Final = 1024
MOST_REQUESTS: Final = 20_000_000
_CHUNK = 20_000
_TABLE_ROWS = 4097
_MOST_POOLS = 12
_HEADS: Final = ("queue", "queue_end", "fill", "fill_end", "oldest", "newest", "cold", "warm")


class Cancelled(Exception):  # noqa: N818 - no error: the caller asked for it
    """The caller of a simulation asked it to stop."""


@dataclass(frozen=True)
class _Fleet:
    """Replicas of the pool that requests arrive at, and of all; rate of arrivals [1/s] or those in a closed loop."""

    front: int
    replicas: int
    rate: float
    loop: int


def simulate(
    scenario: Scenario,
    *,
    requests: int = 200_000,
    seed: int = 0,
    trace: Trace | None = None,
    replicas: int | None = None,
    dispatch: str = "least",
    prefixes: Prefixes | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Simulation:
    """Serve requests of `scenario` one by one and return what they saw.

    Parameters
    ----------
    scenario : Scenario
        Its load is that of the closed form: the same arrivals a replica, or the same closed loop.
    requests : int
        How many; of a trace the first ones.
    seed : int
        Same seed, same result.
    trace : Trace or None
        Arrivals and lengths to replay in place of the scenario's.
    replicas : int or None
        Of the whole deployment; None for one, or for the smallest fleet whose pools have about the
        sizes of the closed form where prefill and decode are apart.
    dispatch : str
        A key of `DISPATCH`.
    prefixes : Prefixes or None
        Simulate a prefix cache on what requests share; None takes `workload.cached_share` as given.
    progress : callable or None
        Called now and then with the share done.
    cancelled : callable or None
        Asked every few milliseconds; True stops the run.

    Raises
    ------
    IsocostError
        The scenario has no load to simulate, or an argument is out of its range.
    Cancelled
    """
    began = time.perf_counter()
    _check(requests, seed, replicas, dispatch)
    if trace is not None:
        trace = trace.first(requests)
        scenario = _like(scenario, trace)
    record = readable(np.repeat(scenario.to_record(), 2))
    pools = np.zeros(2, layout.POOL)
    survey(record, readable(pools))
    fleet = _fleet(scenario, replicas, trace)
    rng = np.random.default_rng(seed)
    if trace is not None:
        share = scenario.number("workload.cached_share")
        asked = workload.plain(trace.arrive, trace.tokens_in, trace.tokens_out, share)
    else:
        asked = workload.draw(scenario, fleet.rate, requests, rng, prefixes)
    world = build_world(asked, fleet.front, fleet.replicas, pools, DISPATCH[dispatch], fleet.loop, rng)
    _run(record, world, progress, cancelled)
    each = math.prod(
        scenario.number(f"deployment.{name}_parallel") for name in ("tensor", "data", "pipeline")
    )
    return _seen(world, asked, fleet, seed, dispatch, each, time.perf_counter() - began)


def _check(requests: int, seed: int, replicas: int | None, dispatch: str) -> None:
    if not 1 <= requests <= MOST_REQUESTS:
        raise IsocostError(f"requests: {requests} is not between 1 and {MOST_REQUESTS:,}")
    if seed < 0:
        raise IsocostError(f"seed: {seed} is not a whole number from 0 on")
    if replicas is not None and not 1 <= replicas <= MOST_REPLICAS:
        raise IsocostError(f"replicas: {replicas} is not between 1 and {MOST_REPLICAS:,}")
    if dispatch not in DISPATCH:
        raise IsocostError(f"dispatch: {dispatch!r} is not one of {', '.join(DISPATCH)}")


def _like(scenario: Scenario, trace: Trace) -> Scenario:
    """Return `scenario` with the mean lengths of `trace`, which its step is prepared for."""
    return scenario.with_values(
        {
            "workload.input_tokens": float(max(trace.tokens_in.mean(), 1.0)),
            "workload.output_tokens": float(max(trace.tokens_out.mean(), 1.0)),
        }
    )


def _fleet(scenario: Scenario, replicas: int | None, trace: Trace | None) -> _Fleet:
    """Return how many replicas serve which load; raise where the closed form has none."""
    found = point(scenario)
    rate, share = found.base("replica_rate"), 0.0
    if not found.base("batch_limit") >= 1.0 or found.base("memory_use") > 1.0:
        why = cause(scenario, found)
        raise IsocostError(f"nothing to simulate: {why.text if why else 'the model does not fit'}")
    if scenario.values["deployment.disaggregated"] != "no":
        share = found.base("prefill_share")
    if not math.isfinite(rate) and (trace is None or scenario.values["deployment.disaggregated"] != "no"):
        why = cause(scenario, found)
        raise IsocostError(
            f"nothing to simulate: {why.text if why else 'the load is beyond capacity'}; lower deployment.load_share or "
            "deployment.concurrency"
        )
    count, front = _pools(share, replicas)
    loop = 0
    if scenario.values["deployment.load"] == "closed" and trace is None:
        behind = count if front == count else count - front
        loop = max(1, round(scenario.number("deployment.concurrency") * behind))
    return _Fleet(front, count, 0.0 if loop else rate * count, loop)


def _pools(share: float, replicas: int | None) -> tuple[int, int]:
    """Return all replicas, and those of the pool that requests arrive at, of which prefill is to be `share`."""
    if share == 0.0:
        count = replicas or 1
        return count, count
    if replicas is None:
        sizes = range(2, _MOST_POOLS + 1)
        replicas = min(sizes, key=lambda n: round(abs(max(round(share * n), 1) / n - share), 2))
    if replicas < 2:
        raise IsocostError("replicas: separate pools for prefill and decode need at least 2")
    return replicas, min(max(round(share * replicas), 1), replicas - 1)


def build_world(
    asked: Requests,
    front: int,
    replicas: int,
    pools: NDArray[np.void],
    policy: int,
    loop: int,
    rng: np.random.Generator,
) -> World:
    """Return the state before the first arrival; `pools`, shape (2,), are as `survey` fills them."""
    count = asked.arrive.size
    req = np.zeros(count, layout.REQUEST)
    for name in ("arrive", "tokens_in", "tokens_out", "hit", "system", "history", "group", "session"):
        req[name] = getattr(asked, name)
    req["first"] = req["last"] = np.nan
    req["link"] = req["shared"] = layout.NOBODY
    req["draw"] = rng.integers(0, 1 << 30, count)
    servers = np.zeros(replicas, layout.REPLICA)
    servers["stop"], servers["index"] = np.inf, np.arange(replicas)
    for name in _HEADS:
        servers[name] = layout.NOBODY
    run = np.zeros(1, layout.RUN)
    run["front"], run["replicas"], run["policy"], run["loop"] = front, replicas, policy, min(loop, count)
    split = front < replicas
    if split:
        pools["decodes"][0], pools["prefills"][1] = 0.0, 0.0
    else:
        pools["transfer"] = 0.0
    rows = int(min(float(pools["slots"].max()) + 1, _TABLE_ROWS))
    nodes = table_nodes((float(pools["bend"][0]), float(pools["second_bend"][0])))
    tables = np.full((2 if split else 1, rows, nodes.size), np.nan)
    tables[:, 0] = nodes
    blocks = np.zeros((replicas, asked.entries), layout.ENTRY)
    ends = np.full((replicas, int(asked.tokens_out.max()) + 2), layout.NOBODY, np.int32)
    heap = np.zeros(count if split else 1, layout.HANDED)
    return World(
        *(readable(x) for x in (run, pools, servers, req)), ends, readable(blocks), readable(heap), tables
    )


def _run(
    record: NDArray[np.void],
    world: World,
    progress: Callable[[float], None] | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    total = world.req.shape[0]
    while True:
        if cancelled is not None and cancelled():
            raise Cancelled
        more = advance(record, world, _CHUNK)
        if progress is not None:
            progress(1.0 if not more else min(float(world.run["done"][0]) / total, 1.0))
        if not more:
            return


def counted(req: NDArray[Any], loop: int) -> slice:
    """Return which requests are past the warm-up and before the run-down, by order of arrival."""
    count = req.shape[0]
    life = float(np.nanmean(req["last"] - req["arrive"])) if count else 0.0
    span = float(req["arrive"][-1] - req["arrive"][0])
    inside = loop or (life * count / span if span > 0.0 else 0.0)
    low = min(max(count // 10, int(3 * inside)), count // 2) if count >= 10 else 0
    high = count - min(max(count // 50, int(inside)), count // 5)
    return slice(low, max(high, low + 1))


def _seen(
    world: World, asked: Requests, fleet: _Fleet, seed: int, dispatch: str, accelerators: float, wall: float
) -> Simulation:
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
        throughput_per_accelerator=tokens / (accelerators * fleet.replicas),
        utilization=float(servers["busy"].sum()) / (end * fleet.replicas),
        batch=float(servers["area"].sum()) / (end * fleet.replicas),
        preemptions=int(servers["preempted"].sum()),
        refused=refused,
        cache_hit_fraction=float(part["hit"].sum() / part["tokens_in"].sum()),
        wall_seconds=wall,
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
