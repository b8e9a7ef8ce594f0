"""Simulating a scenario from Python, in chunks between which the caller can look in."""

import time
from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.drivers import served
from engine.errors import IsocostError
from engine.scenario import Scenario
from engine.simulator import layout, ready, workload
from engine.simulator.events import World, advance
from engine.simulator.result import Simulation
from engine.simulator.setup import Fleet, build_world, fleet_of, like, pools_of, step_tables
from engine.simulator.tally import Part, part_of, summary
from engine.simulator.trace import Trace
from engine.simulator.workload import Prefixes

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
_MOST_EPISODES = 500


class Cancelled(Exception):  # noqa: N818 - no error: the caller asked for it
    """The caller of a simulation asked it to stop."""


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
        Its load is that of the closed form: the same arrivals a replica, or the same closed loop. Requests
        are those that reach the model, and so are those of a trace.
    requests : int
        How many; of a trace the first ones.
    seed : int
        Same seed, same result.
    trace : Trace or None
        Arrivals and lengths to replay in place of the scenario's.
    replicas : int or None
        In all; None for one, or with separate pools for as many as give about the closed form's shares.
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
        `cancelled` said so.
    """
    _check(requests, seed, replicas, dispatch)
    ready.ensure()
    began = time.perf_counter()
    scenario = served(scenario)
    if trace is not None:
        trace = trace.first(requests)
        scenario = like(scenario, trace)
    fleet = fleet_of(scenario, replicas, trace)
    parts = _parts(scenario, trace, fleet, requests, seed, DISPATCH[dispatch], prefixes, progress, cancelled)
    return summary(parts, fleet, seed, dispatch, began)


def _parts(
    scenario: Scenario,
    trace: Trace | None,
    fleet: Fleet,
    requests: int,
    seed: int,
    policy: int,
    prefixes: Prefixes | None,
    progress: Callable[[float], None] | None,
    cancelled: Callable[[], bool] | None,
) -> list[Part]:
    record, pools = pools_of(scenario)
    rng, tables = np.random.default_rng(seed), step_tables(pools)
    sizes = episodes(fleet, requests)
    parts = []
    for k, size in enumerate(sizes):
        asked = workload.requests_of(scenario, trace, fleet.rate, size, rng, prefixes)
        world = build_world(asked, fleet, pools, policy, rng, tables)
        run(record, world, _share_of(progress, k, len(sizes)), cancelled)
        parts.append(part_of(world, fleet, asked.tokens_out))
    return parts


def episodes(fleet: Fleet, requests: int) -> list[int]:
    """Return how many requests each run serves, so that there are about as many as asked for in all."""
    if not fleet.episode:
        return [requests]
    return [fleet.episode] * min(max(round(requests / fleet.episode), 1), _MOST_EPISODES)


def _share_of(progress: Callable[[float], None] | None, k: int, count: int) -> Callable[[float], None] | None:
    if progress is None:
        return None
    tell = progress
    return lambda share: tell((k + share) / count)


def _check(requests: int, seed: int, replicas: int | None, dispatch: str) -> None:
    if not 1 <= requests <= MOST_REQUESTS:
        raise IsocostError(f"requests: {requests} is not between 1 and {MOST_REQUESTS:,}")
    if seed < 0:
        raise IsocostError(f"seed: {seed} is not a whole number from 0 on")
    if replicas is not None and not 1 <= replicas <= MOST_REPLICAS:
        raise IsocostError(f"replicas: {replicas} is not between 1 and {MOST_REPLICAS:,}")
    if dispatch not in DISPATCH:
        raise IsocostError(f"dispatch: {dispatch!r} is not one of {', '.join(DISPATCH)}")


def run(
    record: NDArray[np.void],
    world: World,
    progress: Callable[[float], None] | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    """Simulate all of `world`; arguments as in `simulate`."""
    total = world.req.shape[0]
    while True:
        if cancelled is not None and cancelled():
            raise Cancelled
        more = advance(record, world, _CHUNK)
        if progress is not None:
            progress(1.0 if not more else min(float(world.run["done"][0]) / total, 1.0))
        if not more:
            return
