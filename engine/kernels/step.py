"""How long one step of a replica takes, op by op."""

from typing import NamedTuple

import numpy as np

from engine.jit import kernel
from engine.kernels.memory import bits_of


class Plan(NamedTuple):
    """What of a record does not depend on the batch, prepared once per point."""

    bandwidth: float
    flops: float
    weights: float
    active: float
    kv: float
    fixed: float
    per_request: float


class Parts(NamedTuple):
    """Seconds of one step by cause, and the code of `metrics.BOUND` that dominates."""

    weights: float
    attention: float
    communication: float
    overhead: float
    bound: float


@kernel
def prepare(p: np.void) -> Plan:
    """Return the plan of record `p`."""
    m, d = p.model, p.deployment
    n = d.tensor_parallel * d.data_parallel * d.pipeline_parallel
    dense = m.attention_parameters + m.dense_parameters + m.hidden_size * m.vocabulary
    return Plan(
        p.accelerator.bandwidth * n * p.efficiency.gemm_memory_fp8,
        p.accelerator.bf16 * n * p.efficiency.gemm_compute_bf16,
        (dense + m.expert_parameters) * bits_of(p.precision.weights) / 8.0,
        2.0 * (dense + m.expert_parameters * m.experts_per_token / m.experts),
        m.kv_elements * bits_of(p.precision.kv) / 8.0,
        p.stack.step_time + m.layers * 30e-6,
        p.stack.request_time,
    )


@kernel
def step_parts(plan: Plan, decoding: float, context: float, prefill: float, prefill_context: float) -> Parts:
    """Return the time of one step of a whole replica, by cause [s].

    Parameters
    ----------
    plan : Plan
    decoding : float
        Sequences that decode one token each, over the whole replica.
    context : float
        Mean cached tokens of a decoding sequence.
    prefill : float
        Input tokens computed in this step, over the whole replica.
    prefill_context : float
        Mean tokens already in the cache before each of them (half of the prompt for a whole one).
    """
    tokens = decoding + prefill
    gemm = max(plan.weights / plan.bandwidth, tokens * plan.active / plan.flops)
    attention = decoding * context * plan.kv / plan.bandwidth
    return Parts(gemm, attention, 0.0, plan.fixed + decoding * plan.per_request, 0.0)


@kernel
def step_time(plan: Plan, decoding: float, context: float, prefill: float, prefill_context: float) -> float:
    """Return the time of one step; arguments as in `step_parts` [s]."""
    t = step_parts(plan, decoding, context, prefill, prefill_context)
    return t.weights + t.attention + t.communication + t.overhead
