r"""Matrix products: attention projections, dense feed-forward layers and the output head.

A product costs a fixed time, and its arithmetic and its traffic, which overlap imperfectly where they
are equally long:

.. math::
    t = t_0 + \sqrt{(flops / F \eta_c)^2 + (bytes / W \eta_m)^2} + t_{rounding}

Traffic is weights and the activations in and out. Where products run in fewer than 16 bits, a pass
before each rounds its activations. Efficiencies come from measured kernels (`resources.tools.operators`),
by the precision they run in.
"""

import math
from typing import NamedTuple

import numpy as np

from engine.jit import kernel, part
from engine.kernels.memory import stage_stretch, weight_bits

BF16 = 16.0
FP8 = 8.0
INT8 = 9.0
FP4 = 4.0
INT4 = 5.0

# Kernels a layer: query-key-value and output; for MLA the joint down-projection, the query
# up-projection, the two absorbed products and the output; for recurrent layers the joint
# in-projection, the convolution, the state update and the output; gate-up and down; router, choice,
# permutation and weighted sum, which run in BF16 whatever the experts do; the two grouped products.
GQA_KERNELS = 2.0
MLA_KERNELS = 5.0
RECURRENT_KERNELS = 4.0
DENSE_KERNELS = 2.0
ROUTING_KERNELS = 4.0
EXPERT_KERNELS = 2.0


class Gemm(NamedTuple):
    """Seconds of matrix products on one accelerator, all stages of the pipeline in a row.

    For the layers: arithmetic `token`, traffic `moved` and rounding `rounded` per token, weights `stream`
    per pass. For the head: `row` and `row_stream`. `launch` is the fixed time of all kernels.
    """

    token: float
    stream: float
    moved: float
    rounded: float
    row: float
    row_stream: float
    launch: float


@kernel
def weight_format(p: np.void, code: float) -> float:
    """Return the code of the format weights of precision `code` are in; a published one by its bits."""
    if code != 0.0:
        return code
    bits = p.model.native_bits
    if bits > 12.0:
        return BF16
    return FP8 if bits > 6.0 else FP4


@kernel
def arithmetic(p: np.void, weights: float, wide: float, eight: float, four: float) -> float:
    """Return the code of the precision products with `weights` really run in.

    The chosen arithmetic where the part has it and the weights are of that kind, otherwise BF16: 4-bit
    weights on a part without FP4 arithmetic are widened on the way, as kernels for weights alone do;
    in FP8 they run only where that is chosen. A part that is slower in the narrow format, at the shares
    of peak `wide`, `eight` and `four` that 16-, 8- and 4-bit products reach, computes in the wider one.
    """
    a, chosen = p.accelerator, p.precision.compute
    code, best = BF16, a.bf16 * wide
    floats = weights == FP8 or (chosen == FP8 and weights in (FP4, INT4))
    if chosen in (FP8, FP4) and floats and a.fp8 * eight > best:
        code, best = FP8, a.fp8 * eight
    whole = weights in (INT8, INT4)
    if chosen == INT8 and whole and a.int8 * eight > best:
        code = INT8
    if chosen == FP4 and weights == FP4 and a.fp4 * four > best:
        code = FP4
    return code


@kernel
def dense_arithmetic(p: np.void) -> float:
    """Return the code of the precision attention and dense layers run in."""
    f = p.efficiency
    weights = weight_format(p, p.precision.weights)
    return arithmetic(p, weights, f.gemm_compute_bf16, f.gemm_compute_fp8, f.gemm_compute_fp4)


@kernel
def expert_arithmetic(p: np.void) -> float:
    """Return the code of the precision routed experts run in."""
    f = p.efficiency
    weights = weight_format(p, p.precision.experts)
    return arithmetic(p, weights, f.moe_compute_bf16, f.moe_compute_fp8, f.moe_compute_fp4)


@kernel
def peak(p: np.void, code: float) -> float:
    """Return the data-sheet peak of arithmetic `code` [FLOP/s]."""
    if code == BF16:
        return p.accelerator.bf16
    if code == FP8:
        return p.accelerator.fp8
    return p.accelerator.int8 if code == INT8 else p.accelerator.fp4


@kernel
def _reached(p: np.void, code: float) -> float:
    f = p.efficiency
    if code == BF16:
        return p.accelerator.bf16 * f.gemm_compute_bf16
    return peak(p, code) * (f.gemm_compute_fp4 if code == FP4 else f.gemm_compute_fp8)


@kernel
def launch_time(p: np.void, code: float) -> float:
    """Return the fixed time of one kernel that computes in `code` [s]."""
    f = p.efficiency
    if code == BF16:
        return f.gemm_time_bf16
    return f.gemm_time_fp4 if code == FP4 else f.gemm_time_fp8


@kernel
def _streamed(p: np.void, weights: float) -> float:
    f, s = p.efficiency, p.stack
    share = f.gemm_memory_fp8 / s.dense_time_fp8
    if weights == BF16:
        share = f.gemm_memory_bf16 / s.dense_time_bf16
    elif weights in (FP4, INT4):
        share = f.gemm_memory_fp4 / s.dense_time_fp4
    return p.accelerator.bandwidth * share


@kernel
def activation_bytes(code: float) -> float:
    """Return bytes of an activation element that products in arithmetic `code` read."""
    if code == BF16:
        return 2.0
    return 1.0 if code != FP4 else 0.5625


@kernel
def _activations(p: np.void, code: float) -> tuple[float, float]:
    # Bytes a token moves through all layers: into and out of products, and through the pass that rounds.
    # Each layer reads the residual stream whole twice and writes it twice; of the other sides, which
    # tensor parallelism cuts, a third goes in and two thirds come out, as gated layers have it.
    m = p.model
    whole = 2.0 * m.hidden_size * m.layers
    cut = (m.attention_parameters + m.dense_parameters) / m.hidden_size / p.deployment.tensor_parallel
    inward, outward = whole + cut / 3.0, whole + 2.0 / 3.0 * cut
    element = activation_bytes(code)
    rounding = inward * (2.0 + element) if code != BF16 else 0.0
    return inward * element + outward * 2.0, rounding


@kernel
def _mixing_kernels(p: np.void) -> float:
    # Layers that are neither full nor window attention are recurrent.
    m = p.model
    full = min(m.full_layers, m.layers)
    windows = min(m.window_layers, m.layers - full)
    each = MLA_KERNELS if m.attention_kind == 1.0 else GQA_KERNELS
    return each * full + GQA_KERNELS * windows + RECURRENT_KERNELS * (m.layers - full - windows)


@part
def plan_gemm(p: np.void) -> Gemm:
    """Return what matrix products of record `p` cost; tensor parallelism shares weights and work.

    The head runs in BF16, and only for rows that need logits.
    """
    m, d, f = p.model, p.deployment, p.efficiency
    t = d.tensor_parallel
    stretch = stage_stretch(m.layers, d.pipeline_parallel)
    code = dense_arithmetic(p)
    weights = (m.attention_parameters + m.dense_parameters) / t * stretch
    head = 2.0 * m.hidden_size * m.vocabulary / t
    moe = min(m.moe_layers, m.layers)
    fixed = (_mixing_kernels(p) + DENSE_KERNELS * (m.layers - moe)) * launch_time(p, code)
    fixed += ROUTING_KERNELS * moe * f.gemm_time_bf16 + EXPERT_KERNELS * moe * f.moe_time
    streamed = _streamed(p, weight_format(p, p.precision.weights))
    moved, rounding = _activations(p, code)
    return Gemm(
        2.0 * weights / _reached(p, code) * p.stack.dense_work_time,
        weights * weight_bits(p, p.precision.weights) / 8.0 / streamed,
        moved * stretch / streamed,
        rounding * stretch / (p.accelerator.bandwidth * f.activation_memory),
        head / (p.accelerator.bf16 * f.gemm_compute_bf16),
        head / (p.accelerator.bandwidth * f.gemm_memory_bf16),
        fixed * stretch,
    )


@kernel
def beside(work: float, traffic: float) -> float:
    """Return the time of arithmetic and traffic that overlap imperfectly where equally long."""
    return math.sqrt(work * work + traffic * traffic)


@kernel
def layer_products(plan: Gemm, tokens: float) -> float:
    """Return the time of the products of all layers for `tokens`, launches apart [s]."""
    return beside(tokens * plan.token, plan.stream + tokens * plan.moved) + tokens * plan.rounded
