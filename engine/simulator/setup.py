"""From a scenario to the state before the first arrival."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.drivers import Point, cause, point
from engine.errors import IsocostError
from engine.jit import readable
from engine.scenario import Scenario
from engine.simulator import layout
from engine.simulator.events import World, survey
from engine.simulator.pace import table_nodes
from engine.simulator.trace import Trace
from engine.simulator.workload import Requests

_TABLE_ROWS = 4097
_MOST_POOLS = 12
# More requests than this have forgotten how a closed loop began.
_LONGEST_EPISODE = 100_000
#: Loads that are so many requests at a time rather than arrivals a second.
CONCURRENT: Final = ("closed", "static", "offline")
_HEADS: Final = ("queue", "queue_end", "first_prompt", "last_prompt", "oldest", "newest", "cold", "warm")
#: How prompts and answers of an engine come and go where nothing is waited for.
_NEUTRAL: Final = {
    "deployment.polling_interval": 1.0,
    "deployment.gathering_steps": 0.0,
    "deployment.delivery_steps": 1.0,
}


@dataclass(frozen=True)
class Fleet:
    """Who serves and what comes.

    Attributes
    ----------
    front, replicas : int
        Replicas of the pool that requests arrive at, and of all.
    rate : float
        Arrivals a second; 0 in a closed loop, and where all come at once.
    loop : int
        Requests kept in flight; 0 where arrivals have times of their own.
    accelerators : float
        Of one replica.
    away, gap : float
        Time that a request spends outside the engine, and of it that between two of a closed loop [s].
    late : float
        By how much the first token waits for those sent with it [s].
    episode : int
        Requests after which all begins anew, with the first ones at once; 0 for a run without end.
    """

    front: int
    replicas: int
    rate: float
    loop: int
    accelerators: float = 1.0
    away: float = 0.0
    gap: float = 0.0
    episode: int = 0
    late: float = 0.0


def like(scenario: Scenario, trace: Trace) -> Scenario:
    """Return `scenario` with the mean lengths of `trace`, which its step is prepared for."""
    return scenario.with_values(
        {
            "workload.input_tokens": float(max(trace.tokens_in.mean(), 1.0)),
            "workload.output_tokens": float(max(trace.tokens_out.mean(), 1.0)),
        }
    )


def fleet_of(scenario: Scenario, replicas: int | None, trace: Trace | None) -> Fleet:
    """Return how many replicas serve which load; raise where the closed form has none."""
    if scenario.get("finance.supply") == "api":
        raise IsocostError(
            "nothing to simulate: tokens are bought, and the latency is what the seller states; "
            "set finance.supply to own, rent or mixed"
        )
    found, load = point(scenario), str(scenario.values["deployment.load"])
    rate, split = found.base("replica_rate"), scenario.values["deployment.disaggregated"] != "no"
    fits = found.base("batch_limit") >= 1.0 and found.base("memory_use") <= 1.0
    if not fits or (not math.isfinite(rate) and (split or (trace is None and load not in CONCURRENT))):
        why = cause(scenario, found)
        raise IsocostError(f"nothing to simulate: {why.text if why else 'the load is beyond capacity'}")
    sets = _set_sizes(scenario) if split else None
    if sets is not None:
        made = replicas or 1
        count, front, whole = made * sum(sets), made * sets[0], made
        behind = made
    else:
        count, front = _pools(found.base("prefill_share") if split else 0.0, replicas)
        whole, behind = count, count if front == count else count - front
    each = found.base("accelerators_per_replica") * whole / count
    away, late = _outside(scenario, found)
    if trace is not None or load not in CONCURRENT:
        return Fleet(front, count, rate * whole, 0, each, away, late=late)
    asked = found.base("batch_limit") if load == "offline" else scenario.number("deployment.concurrency")
    if sets is not None and load == "offline":
        behind *= sets[1]
    loop = max(1, round(asked * behind))
    if load == "static":
        return Fleet(front, count, 0.0, 0, each, away, 0.0, loop, late)
    rounds = scenario.number("deployment.rounds") if load == "closed" else math.inf
    episode = 0 if rounds * loop > _LONGEST_EPISODE else max(round(rounds * loop), 1)
    return Fleet(front, count, 0.0, loop, each, away, away if load == "closed" else 0.0, episode, late)


def _outside(scenario: Scenario, found: Point) -> tuple[float, float]:
    """Return the time a request spends outside the engine's steps, and by how much its first token is late.

    Prompts are simulated as taken in with the next step: what polling, gathering and sending in bundles
    add is the closed form's mean.
    """
    away, key = scenario.number("stack.request_latency") * 1e-3, "deployment.delivery_steps"
    if all(scenario.number(name) == value for name, value in _NEUTRAL.items()):
        return away, 0.0
    bare, sent = scenario.with_values(_NEUTRAL), scenario.with_value(key, _NEUTRAL[key])
    first, alone, taken = (one.base("ttft_mean") for one in (found, point(sent), point(bare)))
    late, held = first - alone, alone - taken
    return away + max(held, 0.0) if math.isfinite(held) else away, late if math.isfinite(late) else 0.0


def _set_sizes(scenario: Scenario) -> tuple[int, int] | None:
    """Return the prefill and decode workers of one replica, None where the work decides."""
    sizes = tuple(round(scenario.number(f"deployment.{name}_workers")) for name in ("prefill", "decode"))
    return (sizes[0], sizes[1]) if min(sizes) > 0 else None


def pools_of(scenario: Scenario) -> tuple[NDArray[np.void], NDArray[np.void]]:
    """Return the input records of both pools, shape (2,), and what `survey` says of them."""
    front, deployment = scenario, "deployment."
    split = scenario.values["deployment.disaggregated"] != "no"
    if split and scenario.number("deployment.prefill_tensor_parallel") > 0.0:
        layout_keys = [f"{name}_parallel" for name in ("tensor", "data", "pipeline", "expert")]
        own = {deployment + key: scenario.number(f"{deployment}prefill_{key}") for key in layout_keys}
        front = scenario.with_values(own)
    records = readable(np.concatenate([front.to_record(), scenario.to_record()]))
    pools = np.zeros(2, layout.POOL)
    survey(records, readable(pools))
    # The narrower side sets how fast a cache moves.
    pools["transfer"] = pools["transfer"].max()
    return records, pools


def _pools(share: float, replicas: int | None) -> tuple[int, int]:
    """Return all replicas, and those that requests arrive at; `share` of all is to be for prefill."""
    if share == 0.0:
        count = replicas or 1
        return count, count
    if replicas is None:
        sizes = range(2, _MOST_POOLS + 1)
        replicas = min(sizes, key=lambda n: round(abs(max(round(share * n), 1) / n - share), 2))
    if replicas < 2:
        raise IsocostError("replicas: separate pools for prefill and decode need at least 2")
    return replicas, min(max(round(share * replicas), 1), replicas - 1)


def _requests(asked: Requests, gain: float, rng: np.random.Generator) -> NDArray[np.void]:
    count = asked.arrive.size
    req = np.zeros(count, layout.REQUEST)
    shared = ("system", "history", "group", "session") if asked.entries else ()
    for name in ("arrive", "tokens_in", "tokens_out", "hit", *shared):
        req[name] = getattr(asked, name)
    if gain > 1.0:
        # Counted in steps, of which a broken one is taken at random.
        steps = (asked.tokens_out - 1) / gain
        req["tokens_out"] = 1 + np.floor(steps + rng.random(count))
    req["first"] = req["last"] = np.nan
    req["link"] = req["shared"] = layout.NOBODY
    req["draw"] = rng.integers(0, 1 << 30, count)
    return req


def step_tables(pools: NDArray[np.void]) -> NDArray[np.float64]:
    """Return empty tables of decode steps for `pools`; see `pace.decode_pace`."""
    rows = int(min(float(pools["slots"].max()) + 1, _TABLE_ROWS))
    nodes = table_nodes((float(pools["bend"][0]), float(pools["second_bend"][0])))
    tables = np.full((pools.shape[0], rows, nodes.size), np.nan)
    tables[:, 0] = nodes
    return tables


def build_world(
    asked: Requests,
    fleet: Fleet,
    pools: NDArray[np.void],
    policy: int,
    rng: np.random.Generator,
    tables: NDArray[np.float64],
) -> World:
    """Return the state before the first arrival; `pools`, shape (2,), are as `survey` fills them.

    `tables` are those of `step_tables`; what is once computed there holds for any run of these pools.
    """
    count, split = asked.arrive.size, fleet.front < fleet.replicas
    servers = np.zeros(fleet.replicas, layout.REPLICA)
    servers["stop"], servers["index"] = np.inf, np.arange(fleet.replicas)
    for name in _HEADS:
        servers[name] = layout.NOBODY
    run = np.zeros(1, layout.RUN)
    run["front"], run["replicas"], run["policy"] = fleet.front, fleet.replicas, policy
    run["loop"], run["between"] = min(fleet.loop, count), layout.NOBODY
    run["away"] = fleet.gap
    if split:
        pools["decodes"][0], pools["prefills"][1] = 0.0, 0.0
    else:
        pools["transfer"] = 0.0
    ends = np.full((fleet.replicas, int(asked.tokens_out.max()) + 2), layout.NOBODY, np.int32)
    return World(
        run=readable(run),
        pools=readable(pools),
        replicas=readable(servers),
        req=readable(_requests(asked, float(pools["gain"][1]), rng)),
        ends=ends,
        blocks=readable(np.zeros((fleet.replicas, asked.entries), layout.ENTRY)),
        heap=readable(np.zeros(count if split else 1, layout.HANDED)),
        tables=tables,
    )
