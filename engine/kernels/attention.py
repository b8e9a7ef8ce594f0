"""Attention and other token mixing: reading the cache while decoding, arithmetic while prefilling.

Each kind of layer costs a fixed time, and the longer of its cache traffic and its arithmetic. Both grow
with the same count of cached tokens, so the longer one is known before the batch is. Prefill reaches
half of its large-prompt rate at `efficiency.prefill_half` tokens.
"""

import math
from typing import NamedTuple

import numpy as np

from engine.jit import kernel, part
from engine.kernels.memory import bits_of, kv_ranks, stage_stretch

# Sequences times query heads of a rank to which paged kernels cut the cache into parts (vLLM,
# `paged_attn.py`: more than 512 fill the machine as they are).
_SPLIT_UP_TO = 512.0


class Attention(NamedTuple):
    """Seconds of attention on one accelerator, all stages of the pipeline in a row.

    Attributes
    ----------
    full, windowed, indexed : float
        Per decoding sequence and token it attends to: full layers, window layers, indexer.
    state : float
        Per decoding sequence: reading and writing the constant state.
    dense, sparse, prefill_window, prefill_index : float
        Per prefilled token and token before it: full layers without and with a selected context,
        window layers, indexer.
    span, window : float
        Most tokens a full and a window layer attend to; infinite where nothing limits them.
    by_memory : float
        1 where full layers wait for the cache, 0 where they wait for arithmetic.
    half : float
        Tokens before each that cost as much as a prefilled token costs beside them.
    crowd, crowded : float
        Sequences beyond which a call reads each cache in one pass, and how much longer that takes.
    launch : float
        Fixed time of all calls.
    """

    full: float
    windowed: float
    indexed: float
    state: float
    dense: float
    sparse: float
    prefill_window: float
    prefill_index: float
    span: float
    window: float
    by_memory: float
    half: float
    crowd: float
    crowded: float
    launch: float


@kernel
def mean_span(before: float, limit: float) -> float:
    r"""Return the mean tokens a prefilled token attends to when it looks back `limit` at most.

    Positions are spread evenly from 0 to twice the mean count of tokens `before`, as in a prompt
    computed whole:

    .. math:: \frac{1}{2 x} \int_0^{2 x} \min(y, w) dy = w - w^2 / (4 x) \quad (2 x > w)
    """
    if 2.0 * before <= limit:
        return before
    return limit - limit * limit / (4.0 * before)


@part
def plan_attention(p: np.void) -> Attention:
    """Return what attention of record `p` costs.

    Tensor parallelism shares query heads, and the cache as far as there are KV heads; MLA keeps its
    latent whole on every rank and decodes absorbed, which is often bound by arithmetic; over a cache of
    8 bits or fewer that runs in FP8 where the part is faster so.
    """
    m, a, f = p.model, p.accelerator, p.efficiency
    t = p.deployment.tensor_parallel
    stretch = stage_stretch(m.layers, p.deployment.pipeline_parallel)
    reading, computed = f.decode_attention_fp8, a.bf16 * f.prefill_attention
    if p.precision.kv == 16.0:
        reading = f.decode_attention_bf16
    if m.attention_kind == 1.0:
        reading, computed = f.mla_decode, a.bf16 * f.mla_compute_bf16
        if p.precision.kv != 16.0:
            computed = max(computed, a.fp8 * f.mla_compute_fp8)
    reading /= p.stack.cache_time
    element = bits_of(p.precision.kv) / 8.0 * stretch / kv_ranks(p) / (a.bandwidth * reading)
    # Guesses are verified along: more arithmetic on the same cache.
    queries = 1.0 + p.deployment.draft_tokens
    decode_flop = queries * stretch / (t * computed)
    flop = stretch / (t * a.bf16 * f.prefill_attention)
    index_flop = stretch / (t * max(a.fp8, a.bf16) * f.prefill_attention)
    index_read = stretch * m.index_elements / (a.bandwidth * reading)
    if m.attention_kind != 1.0:
        element *= 1.0 + p.stack.group_reads * max(m.query_heads / m.kv_heads - 1.0, 0.0)
    read = m.kv_elements * element
    work = m.attention_flops_decode * decode_flop
    return Attention(
        max(read, work),
        max(m.kv_elements_window * element, m.attention_flops_window * decode_flop),
        max(index_read, queries * m.index_flops * index_flop),
        2.0 * m.state_bytes * stretch / t / (a.bandwidth * f.decode_attention_bf16),
        m.attention_flops_prefill * flop,
        m.attention_flops_decode * flop,
        m.attention_flops_window * flop,
        m.index_flops * index_flop,
        m.sparse_context if m.sparse_context > 0.0 else math.inf,
        m.window,
        1.0 if read >= work else 0.0,
        0.5 * f.prefill_half,
        _SPLIT_UP_TO * t / m.query_heads,
        p.stack.single_pass_time,
        min(m.full_layers + m.window_layers, m.layers) * stretch * f.attention_time,
    )


@kernel
def decode_attention(plan: Attention, sequences: float, context: float) -> float:
    """Return the time of attention for `sequences` that hold `context` tokens each [s]."""
    cached = plan.full * min(context, plan.span) + plan.windowed * min(context, plan.window)
    if sequences > plan.crowd:
        cached *= plan.crowded
    return sequences * (cached + plan.indexed * context + plan.state)


@kernel
def prefill_attention(plan: Attention, tokens: float, before: float) -> float:
    """Return the time of attention for `tokens` with a mean of `before` ones ahead of each [s].

    With a selected context, full layers take the cheaper of dense un-absorbed attention and absorbed
    attention over the selection.
    """
    full = plan.dense * (before + plan.half)
    if plan.span < math.inf:
        full = min(full, plan.sparse * (mean_span(before, plan.span) + plan.half))
    windowed = plan.prefill_window * (mean_span(before, plan.window) + plan.half)
    return tokens * (full + windowed + plan.prefill_index * before)
