"""Matrix products: attention projections, dense feed-forward layers and the output head.

A product costs the longer of its arithmetic and its weight traffic, and a fixed time per kernel on
top. Efficiencies are medians of measured kernels, by the precision they run in.
"""

from typing import NamedTuple

import numpy as np

from engine.jit import kernel
from engine.kernels.memory import bits_of, stage_stretch

BF16 = 16.0
FP8 = 8.0
INT8 = 9.0
FP4 = 4.0
INT4 = 5.0

# Kernels a layer: query-key-value and output; for MLA the joint down-projection, the query
# up-projection, the two absorbed products and the output; gate-up and down; router, permutation and
# the two grouped products.
GQA_KERNELS = 2.0
MLA_KERNELS = 5.0
DENSE_KERNELS = 2.0
MOE_KERNELS = 4.0


class Gemm(NamedTuple):
    """Seconds of matrix products on one accelerator, all stages of the pipeline in a row.

    `token` per token and `stream` per pass for the layers, `row` and `row_stream` for the head,
    `launch` the fixed time of all kernels.
    """

    token: float
    stream: float
    row: float
    row_stream: float
    launch: float


@kernel
def arithmetic(p: np.void, weights: float) -> float:
    """Return the code of the precision products with `weights` really run in.

    The chosen arithmetic where the part has it and the weights are of that kind; otherwise the next
    wider one: FP8 for FP4, BF16 for the rest. Weights narrower than the arithmetic are widened on
    the way. An accelerator whose narrow peak is below its BF16 one uses BF16.
    """
    a, f, chosen = p.accelerator, p.efficiency, p.precision.compute
    code, best = BF16, a.bf16 * f.gemm_compute_bf16
    narrow = a.fp8 * f.gemm_compute_fp8
    floats = weights == FP8 or weights == FP4 or weights == INT4
    if (chosen == FP8 or chosen == FP4) and floats and narrow > best:
        code, best = FP8, narrow
    whole = weights == INT8 or weights == INT4
    if chosen == INT8 and whole and a.int8 * f.gemm_compute_fp8 > best:
        code = INT8
    if chosen == FP4 and weights == FP4 and a.fp4 * f.gemm_compute_fp4 > best:
        code = FP4
    return code


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
    f = p.efficiency
    share = f.gemm_memory_fp8
    if weights == BF16:
        share = f.gemm_memory_bf16
    elif weights == FP4 or weights == INT4:
        share = f.gemm_memory_fp4
    return p.accelerator.bandwidth * share


@kernel
def plan_gemm(p: np.void) -> Gemm:
    """Return what matrix products of record `p` cost; tensor parallelism shares weights and work.

    The head runs in BF16, and only for rows that need logits.
    """
    m, d, f = p.model, p.deployment, p.efficiency
    t = d.tensor_parallel
    stretch = stage_stretch(m.layers, d.pipeline_parallel)
    code = arithmetic(p, p.precision.weights)
    weights = (m.attention_parameters + m.dense_parameters) / t * stretch
    head = 2.0 * m.hidden_size * m.vocabulary / t
    mixing = GQA_KERNELS
    if m.attention_kind == 1.0:
        mixing = MLA_KERNELS
    moe = min(m.moe_layers, m.layers)
    fixed = (mixing * m.layers + DENSE_KERNELS * (m.layers - moe)) * launch_time(p, code)
    fixed += MOE_KERNELS * moe * launch_time(p, arithmetic(p, p.precision.experts))
    return Gemm(
        2.0 * weights / _reached(p, code),
        weights * bits_of(p.precision.weights) / 8.0 / _streamed(p, p.precision.weights),
        head / (p.accelerator.bf16 * f.gemm_compute_bf16),
        head / (p.accelerator.bandwidth * f.gemm_memory_bf16),
        fixed * stretch,
    )
