"""Latency of one replica under load: closed form of a continuously batching server."""

from typing import NamedTuple

import numpy as np

from engine.jit import kernel
from engine.kernels.memory import Budget
from engine.kernels.step import Plan, step_time

OK = 0.0
SATURATED = 4.0


class Serving(NamedTuple):
    """One replica at the peak. Rates per second, times in seconds, shares of wall-clock time 0-1.

    `prefill_share` is busy on prefill, `idle_share` has no request at all; `status` is a
    `metrics.BINDING` code, 0 where the replica serves.
    """

    rate: float
    capacity: float
    batch: float
    prefill_share: float
    idle_share: float
    ttft_mean: float
    ttft_p50: float
    ttft_p95: float
    ttft_p99: float
    tpot_mean: float
    tpot_p50: float
    tpot_p95: float
    tpot_p99: float
    e2e_p50: float
    e2e_p95: float
    e2e_p99: float
    status: float


@kernel
def serve(p: np.void, plan: Plan, budget: Budget, peak_rate: float) -> Serving:
    """Return how a replica of record `p` serves its share of `peak_rate` requests/s.

    The load is set by `deployment.load`; sequences beyond `budget.batch_limit` wait.
    """
    w = p.workload
    fresh = w.input_tokens * (1.0 - w.cached_share)
    context = w.input_tokens + w.output_tokens / 2.0
    batch = p.deployment.concurrency
    decode = step_time(plan, batch, context, 0.0, 0.0)
    mixed = step_time(plan, batch, context, fresh, w.input_tokens / 2.0)
    tpot = decode + batch * (mixed - decode) / w.output_tokens
    top = (
        step_time(plan, budget.batch_limit, context, 0.0, 0.0)
        + budget.batch_limit * (mixed - decode) / w.output_tokens
    )
    rate = batch / (tpot * w.output_tokens)
    capacity = budget.batch_limit / (top * w.output_tokens)
    ttft = decode * 1.5 + (mixed - decode)
    status = OK if rate < capacity else SATURATED
    return Serving(
        rate,
        capacity,
        batch,
        rate * (mixed - decode),
        0.0,
        ttft,
        ttft,
        ttft * 1.8,
        ttft * 2.5,
        tpot,
        tpot,
        tpot * 1.2,
        tpot * 1.3,
        ttft + tpot * w.output_tokens,
        ttft + tpot * w.output_tokens * 2,
        ttft + tpot * w.output_tokens * 3,
        status,
    )
