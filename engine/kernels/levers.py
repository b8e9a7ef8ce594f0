"""Levers: what reaches the model is less, or other, than what users ask.

`effective` makes the workload that every kernel of serving, memory, power and money reads; with all
levers off nothing is copied. Users pay by what they send, so the prompt before compression is told by
`sent_tokens`. How a prefix cache's size makes its hit rate is in `prefix`.
"""

import numpy as np
from numpy.typing import NDArray

from engine.jit import kernel, readable_here
from engine.kernels.gemm import BF16, FP4, INT8, dense_arithmetic
from engine.kernels.memory import bits_of
from engine.parameters import RECORD

# A format is a loss only where the model was published with more bits than it holds.
_SAME_BITS = 0.5
_LOW, _MEDIUM, _HIGH, _CUSTOM = 1.0, 2.0, 3.0, 4.0


@kernel
def neutral(p: np.void) -> bool:
    """Return whether the model is asked exactly what users ask."""
    v = p.levers
    return bool(v.response + v.compression + v.effort + v.prefix == 0.0)


@kernel
def model_share(p: np.void) -> float:
    """Return the share of requests that reach the model."""
    return 1.0 - p.levers.response_share if p.levers.response == 1.0 else 1.0


@kernel
def kept_share(p: np.void) -> float:
    """Return the share of the prompt that compression leaves."""
    return p.levers.compression_kept if p.levers.compression == 1.0 else 1.0


@kernel
def sent_tokens(p: np.void) -> float:
    """Return the mean input tokens users send, from an effective record."""
    return p.workload.input_tokens / kept_share(p)


@kernel
def paid_share(p: np.void) -> float:
    """Return what a mean request earns over one that the model answers."""
    v = p.levers
    return 1.0 - v.response_share * (1.0 - v.response_price) if v.response == 1.0 else 1.0


@kernel
def effort_factor(p: np.void) -> float:
    """Return output tokens over those of the workload."""
    v = p.levers
    if v.effort == _LOW:
        return 0.5
    if v.effort == _MEDIUM:
        return 3.0
    if v.effort == _HIGH:
        return 6988.0 / 717.0
    return v.effort_tokens if v.effort == _CUSTOM else 1.0


@kernel
def time_before(p: np.void) -> float:
    """Return what levers add before a request reaches the engine [s]: look-up, compression."""
    v = p.levers
    time = v.response_time if v.response == 1.0 else 0.0
    if v.compression == 1.0:
        time += p.workload.input_tokens / v.compression_speed
    return time


@kernel
def answer_time(p: np.void, model: float) -> float:
    """Return the mean time to a whole answer where those of the model take `model` [s]."""
    v = p.levers
    return v.response_share * v.response_time + model_share(p) * model if v.response == 1.0 else model


@kernel
def effective(p: np.void) -> NDArray[np.void]:
    """Return record `p` with the workload that reaches the model, shape (1,).

    The share found in a sized prefix cache is left at its ceiling; `prefix.settle` finds it.
    """
    rows = readable_here(np.empty(1, RECORD))
    rows[0] = p
    w, v = rows[0].workload, p.levers
    rows[0].stack.request_latency = p.stack.request_latency + time_before(p)
    w.input_tokens = max(p.workload.input_tokens * kept_share(p), 1.0)
    w.output_tokens = max(p.workload.output_tokens * effort_factor(p), 1.0)
    if v.effort != 0.0:
        w.output_variation = p.workload.output_variation * v.effort_variation
    if v.prefix == 1.0:
        w.cached_share = v.prefix_ceiling
        rows[0].stack.reserved_memory = p.stack.reserved_memory + v.prefix_hbm
    return rows


@kernel
def _format_loss(p: np.void, code: float) -> float:
    v = p.levers
    if code == 0.0 or bits_of(code) > p.model.native_bits - _SAME_BITS:
        return 0.0
    if code == FP4:
        return v.loss_fp4
    if code == INT8:
        return v.loss_int8
    if code == BF16:
        return 0.0
    return v.loss_fp8 if bits_of(code) == 8.0 else v.loss_int4


@kernel
def quality_kept(p: np.void) -> float:
    r"""Return the quality that levers leave over that without, 0-1.

    .. math:: \prod_i (1 - loss_i)

    over weights and arithmetic (the worse of them), cache format, answers from the response cache,
    compression and distilling.
    """
    v = p.levers
    loss = max(_format_loss(p, p.precision.weights), _format_loss(p, dense_arithmetic(p)))
    if p.model.expert_parameters > 0.0:
        loss = max(loss, _format_loss(p, p.precision.experts))
    kept = 1.0 - loss
    if p.precision.kv == FP4:
        kept *= 1.0 - v.loss_kv_fp4
    elif p.precision.kv != BF16:
        kept *= 1.0 - v.loss_fp8
    if v.response == 1.0:
        kept *= 1.0 - v.response_share * v.response_loss
    if v.compression == 1.0:
        kept *= 1.0 - (1.0 - v.compression_kept) * v.compression_loss
    if v.distilled == 1.0:
        kept *= 1.0 - v.distilled_loss
    return kept


@kernel
def base_quality(p: np.void) -> float:
    """Return the share of good answers before any loss: effort sets some of the wrong ones right."""
    v = p.levers
    wrong = 1.0 - p.model.quality
    if v.effort != 0.0:
        wrong *= 1.0 - v.effort_gain
    return 1.0 - min(wrong, 1.0)


@kernel
def breakeven_volume(one_off: float, before: float, after: float) -> float:
    """Return the volume after which `one_off` [$] is earned back, cost per unit falling [$].

    Infinite where it does not fall.
    """
    return one_off / (before - after) if before > after else np.inf
