"""What the tests of serving share: the kernels run on a case of the simulator, or on a scenario."""

import math
from typing import NamedTuple

import numpy as np

from engine.jit import kernel, readable
from engine.kernels import latency, loops, memory, pools, queueing, reduction, serving, step
from engine.kernels import server as server_kernels
from engine.scenario import DEFAULT


class Figures(NamedTuple):
    """Means and percentiles, and the state behind them."""

    ttft_mean: float
    ttft_p50: float
    ttft_p95: float
    ttft_p99: float
    tpot_mean: float
    tpot_p50: float
    tpot_p95: float
    tpot_p99: float
    e2e_mean: float
    e2e_p50: float
    e2e_p95: float
    e2e_p99: float


def server(case, burst=0.0):
    """`case` as the kernels see it."""
    sigma = math.sqrt(math.log1p(case.output_cv**2))
    return server_kernels.Server(
        a=case.a,
        b=case.b,
        c=case.c,
        prompt=float(case.prompt),
        length_square=1 + case.prompt_cv**2,
        prompt_square=1 + case.prompt_cv**2,
        alone=0.0,
        output=float(case.output),
        output_square=1 + case.output_cv**2,
        spread_1=math.exp(sigma * server_kernels.NODE_1),
        spread_2=math.exp(sigma * server_kernels.NODE_2),
        limit=float(case.limit),
        capacity=case.capacity,
        budget=float(case.budget),
        burst=burst,
    )


@kernel
def _alone():
    return pools.PrefillPool(0.0, 0.0, 0.0, 0.0, math.inf, 1.0, 1.0, 1.0)


@kernel
def _open(s, rate):
    nobody = _alone()
    seen = serving.look(s, nobody, rate)
    return seen.state, latency.waited(seen.state, seen.first), serving._open(s, nobody, rate)


@kernel
def _closed(s, batch, rounds):
    nobody = _alone()
    loop = loops.Loop(batch, batch, s.limit, rounds, 0.0)
    # All prompts of the first round, in steps of the token budget.
    together = batch * s.c * s.prompt + max(batch * s.prompt / s.budget, 1.0) * s.a
    return loops.looped(s, nobody, loop, together)


@kernel
def _served(records, peak):
    p = records[0]
    return serving.serve(p, step.prepare(p), memory.budget(p), peak)


@kernel
def _occupancy(r, rho, limit, load, stretch):
    return queueing.occupancy(r, rho, limit, load, stretch)


@kernel
def _shape(mean, variance, third):
    return queueing.fit(mean, variance, third)


@kernel
def _delayed_quantile(shape, mean, share, wait, z, tail):
    return queueing.delayed_quantile(shape, mean, share, wait, z, tail)


@kernel
def _together(met, prefill):
    return reduction.together(met, prefill)


@kernel
def _pool(s, pool, rate):
    return pools.pool_ttft(s, pool, rate)


def figures(service):
    """What `service` says of the three times."""
    s = service
    return Figures(
        s.ttft_mean, s.ttft_p50, s.ttft_p95, s.ttft_p99,
        s.tpot_mean, s.tpot_p50, s.tpot_p95, s.tpot_p99,
        s.e2e_mean, s.e2e_p50, s.e2e_p95, s.e2e_p99,
    )  # fmt: skip


def state(case, rate):
    return _open(server(case), float(rate))[0]


def open_loop(case, rate, arrival_cv=1.0):
    return figures(_open(server(case, arrival_cv**2 - 1), float(rate))[2])


def service(case, rate):
    return _open(server(case), float(rate))[2]


def closed_loop(case, batch, rounds=1e9):
    return _closed(server(case), float(batch), float(rounds))


def observed(seen):
    """The same figures of a simulation."""
    rows = [[x.mean(), *np.percentile(x, [50, 95, 99])] for x in (seen.ttft, seen.tpot, seen.e2e)]
    return Figures(*(float(v) for row in rows for v in row))


def asked(load, **changes):
    """The default scenario loaded by `load`, with changes whose `__` stands for the dot of a key."""
    return DEFAULT.with_values(
        {"deployment.load": load, **{k.replace("__", "."): v for k, v in changes.items()}}
    )


def served(scenario, peak=5.0):
    """`serve` on `scenario`."""
    return _served(readable(scenario.to_record()), float(peak))


def occupancy(r, rho, limit, load, stretch=1.0):
    return _occupancy(float(r), float(rho), float(limit), float(load), float(stretch))


def shape(mean, variance, third):
    return _shape(float(mean), float(variance), float(third))


def delayed_quantile(s, mean, share, wait, z, tail):
    return _delayed_quantile(s, float(mean), float(share), float(wait), float(z), float(tail))


def pool(case, share, service_time, transfer, rate):
    return _pool(
        server(case),
        pools.PrefillPool(share, service_time, 0.0, transfer, math.inf, 1.0 - share, 1.0, 1.0),
        float(rate),
    )


def together(met, prefill):
    return _together(float(met), float(prefill))
