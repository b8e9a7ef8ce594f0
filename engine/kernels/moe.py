"""Routed experts: a step reads those its tokens reach, and computes only what they were sent.

Grouped products reach other shares of the peaks than plain ones, and launch more slowly.
"""

import math
from typing import NamedTuple

import numpy as np

from engine.jit import kernel, part
from engine.kernels.gemm import BF16, FP4, INT4, expert_arithmetic, peak, weight_format
from engine.kernels.memory import stage_stretch, weight_bits


class Experts(NamedTuple):
    """Routed experts on the busiest accelerator, all stages of the pipeline in a row.

    `token` seconds of arithmetic per token of the replica, `stream` seconds to read every expert,
    `decay` log of the chance that one token passes an expert by, `spread` the squared variation of how
    popular experts are. All zero without experts.
    """

    token: float
    stream: float
    decay: float
    spread: float


@kernel
def _reading_time(p: np.void, weights: float) -> float:
    """Return how long the engine reads experts in format `weights`, over the kernels measured."""
    s = p.stack
    if weights == BF16:
        return s.expert_time_bf16
    return s.expert_time_fp4 if weights in (FP4, INT4) else s.expert_time_fp8


@kernel
def _computed(p: np.void, code: float) -> float:
    # What grouped products in arithmetic `code` reach [FLOP/s].
    f = p.efficiency
    if code == BF16:
        return p.accelerator.bf16 * f.moe_compute_bf16
    return peak(p, code) * (f.moe_compute_fp4 if code == FP4 else f.moe_compute_fp8)


@kernel
def _streamed(p: np.void, weights: float) -> float:
    # What grouped products read of weights in format `weights` [B/s].
    f = p.efficiency
    share = f.moe_memory_fp8
    if weights == BF16:
        share = f.moe_memory_bf16
    elif weights in (FP4, INT4):
        share = f.moe_memory_fp4
    return p.accelerator.bandwidth * share


@part
def plan_experts(p: np.void) -> Experts:
    """Return what the routed experts of record `p` cost.

    Experts are spread over `expert_parallel` ranks, each cut by tensor over the rest of a stage's
    accelerators. With more than one rank the busiest gets `stack.imbalance` times the mean tokens.
    """
    m, d = p.model, p.deployment
    if m.expert_parameters <= 0.0:
        return Experts(0.0, 0.0, 0.0, 0.0)
    ranks = d.tensor_parallel * d.data_parallel
    stretch = stage_stretch(m.layers, d.pipeline_parallel)
    crowding = math.ceil(m.experts / d.expert_parallel) * d.expert_parallel / m.experts
    chosen = min(1.0, m.experts_per_token / m.experts)
    hot = 1.0
    if d.expert_parallel > 1.0:
        hot = p.stack.imbalance
    held = m.expert_parameters / ranks * stretch * crowding
    rate = _computed(p, expert_arithmetic(p)) / p.stack.expert_work_time
    weights = weight_format(p, p.precision.experts)
    read = _reading_time(p, weights) / _streamed(p, weights)
    # A certain hit is bounded, so that it stays a number for no tokens at all.
    decay = hot * (math.log1p(-chosen) if chosen < 1.0 else -700.0)
    return Experts(
        2.0 * held * chosen * hot / rate,
        held * weight_bits(p, p.precision.experts) / 8.0 * read,
        decay,
        # Where a token goes to every expert, none is less popular.
        p.stack.expert_variation**2 if chosen < 1.0 else 0.0,
    )


@kernel
def experts_touched(plan: Experts, tokens: float) -> float:
    r"""Return the expected share of experts that `tokens` of the replica reach, 0-1.

    .. math:: 1 - (1 - k / E)^T

    where all are alike; with popularities of variation v, taken as gamma distributed,

    .. math:: 1 - (1 - v^2 T \ln(1 - k / E))^{-1 / v^2}
    """
    reach = plan.decay * tokens
    if plan.spread * -reach > 1e-9:
        reach = -math.log1p(-plan.spread * reach) / plan.spread
    return -math.expm1(reach)
