r"""What a board draws: idle, active, and what arithmetic and memory traffic add.

.. math:: P = a + h \, u / \sqrt{1 + u^2}, \quad u = (e_f F + e_m W) / h, \quad h = P_{max} - a

with F FLOP/s and W bytes/s of one accelerator, :math:`e_f`, :math:`e_m` their energies, and a the static
draw: idle while nothing runs or the board waits for its host, active while kernels run. Towards its limit a
board lowers clock and voltage, so the draw bends and never passes it.
"""

import math
from typing import NamedTuple

import numpy as np

from engine.jit import kernel, part
from engine.kernels.attention import mean_span
from engine.kernels.gemm import BF16, FP4, dense_arithmetic, expert_arithmetic
from engine.kernels.memory import cache_bytes, kv_ranks, weight_bits
from engine.kernels.speculation import accepted

# Norms, residuals and rotary move each token's BF16 row about 12 times a layer.
_ROW_BYTES = 24.0


class Board(NamedTuple):
    """Mean draw of one accelerator of a serving replica [W]: all of it, and its parts, which add up to it."""

    total: float
    static: float
    arithmetic: float
    memory: float


@kernel
def flop_energy(p: np.void, code: float) -> float:
    """Return the energy of one operation in arithmetic `code` [J]; INT8 costs what FP8 does."""
    f = p.efficiency
    if code == BF16:
        return f.flop_energy_bf16
    return f.flop_energy_fp4 if code == FP4 else f.flop_energy_fp8


@kernel
def verified(p: np.void) -> float:
    """Return the tokens computed for one that is put out: guesses that fail are work all the same."""
    return (1.0 + p.deployment.draft_tokens) / accepted(p)


@part
def request_arithmetic(p: np.void) -> float:
    """Return the energy of the arithmetic of one request [J]; attention and the head run in BF16."""
    m, w = p.model, p.workload
    fresh = w.input_tokens * (1.0 - w.cached_share)
    before = w.input_tokens - 0.5 * fresh
    context = w.input_tokens + 0.5 * w.output_tokens
    chosen = min(1.0, m.experts_per_token / m.experts)
    made = w.output_tokens * verified(p)
    dense = 2.0 * (m.attention_parameters + m.dense_parameters) * flop_energy(p, dense_arithmetic(p))
    routed = 2.0 * m.expert_parameters * chosen * flop_energy(p, expert_arithmetic(p))
    head = 2.0 * m.hidden_size * m.vocabulary * made
    span = m.sparse_context if m.sparse_context > 0.0 else math.inf
    decoding = m.attention_flops_decode * min(context, span) + m.attention_flops_window * min(
        context, m.window
    )
    prompt = m.attention_flops_window * mean_span(before, m.window)
    if span < math.inf:
        sparse = m.attention_flops_decode * mean_span(before, span)
        prompt += min(m.attention_flops_prefill * before, sparse)
    else:
        prompt += m.attention_flops_prefill * before
    index = m.index_flops * (fresh * before + made * context)
    attention = head + made * decoding + fresh * prompt + index
    return (dense + routed) * (fresh + made) + attention * flop_energy(p, BF16)


@part
def request_traffic(p: np.void, running: float) -> float:
    """Return the bytes a replica moves for one request while `running` sequences decode side by side.

    Weights are read once a pass and shared by all that run; each rank of tensor parallelism moves the
    rows of every token, and its share of the cache.
    """
    m, d, w = p.model, p.deployment, p.workload
    fresh = w.input_tokens * (1.0 - w.cached_share)
    context = w.input_tokens + 0.5 * w.output_tokens
    lots = min(max(running / d.data_parallel, 1.0), d.pipeline_parallel)
    groups = min(max(running, 1.0), d.data_parallel)
    taken = accepted(p)
    tokens = running / lots * (1.0 + d.draft_tokens)
    if d.disaggregated == 0.0:
        tokens += running / lots * taken * fresh / w.output_tokens
    reads = groups * (m.attention_parameters + m.dense_parameters) * weight_bits(p, p.precision.weights) / 8.0
    reads += groups * 2.0 * m.hidden_size * m.vocabulary
    if m.expert_parameters > 0.0:
        chosen = min(1.0, m.experts_per_token / m.experts)
        touched = 1.0 if chosen >= 1.0 else -math.expm1(tokens * math.log1p(-chosen))
        reads += m.expert_parameters * weight_bits(p, p.precision.experts) / 8.0 * touched
    span = context
    if m.sparse_context > 0.0:
        span = min(context, m.sparse_context)
    cache = cache_bytes(p, span) * d.tensor_parallel / kv_ranks(p) + m.index_elements * (context - span)
    rows = _ROW_BYTES * m.hidden_size * m.layers * d.tensor_parallel
    passes = w.output_tokens / (max(running, 1.0) * taken)
    weights = lots * reads * passes
    if d.disaggregated != 0.0:
        weights += reads * max(fresh / d.token_budget, 1.0)
    held = (cache + 2.0 * m.state_bytes) * w.output_tokens / taken
    return weights + held + rows * (fresh + w.output_tokens * verified(p))


@kernel
def waiting_share(p: np.void, rate: float, running: float, busy: float) -> float:
    """Return the share of its busy time that a worker's boards wait, 0-1: for the host, or between kernels.

    What an engine adds by step, layer and request is time in which boards have little to do.
    """
    m, s, d, w = p.model, p.stack, p.deployment, p.workload
    if rate <= 0.0 or busy <= 0.0:
        return 0.0
    step = busy * max(running, 1.0) * accepted(p) / (rate * w.output_tokens)
    routed = min(m.moe_layers, m.layers) * s.expert_layer_time
    latent = m.layers * s.latent_layer_time if m.attention_kind == 1.0 else 0.0
    fixed = s.step_time + m.layers * s.layer_time + routed + latent
    if d.disaggregated == 0.0:
        # Of the steps, those that bring a prompt along.
        fixed += s.prompt_step_time * min(rate * step / busy, 1.0)
    return min((fixed + s.request_time * max(running, 1.0) / d.data_parallel) / step, 1.0)


@kernel
def decoders(p: np.void, prefill_share: float) -> float:
    """Return the workers of a replica that decode; a share of one where pools have no set size."""
    d = p.deployment
    if d.disaggregated == 0.0:
        return 1.0
    if d.prefill_workers > 0.0 and d.decode_workers > 0.0:
        return d.decode_workers
    return max(1.0 - prefill_share, 1e-9)


@part
def board_power(
    p: np.void, rate: float, batch: float, idle_share: float, workers: float, size: float
) -> Board:
    """Return the mean draw of one accelerator of a replica that serves `rate` requests a second.

    Parameters
    ----------
    rate : float
        Requests per second and replica; with separate pools, per replica of both.
    batch, idle_share : float
        Mean sequences in service of a worker that decodes, and the share of time with none, 0-1.
    workers, size : float
        Workers that decode, and accelerators of a replica.
    """
    f = p.efficiency
    busy = 1.0 - idle_share
    running = batch / max(busy, 1e-9)
    kernels = busy * (1.0 - waiting_share(p, rate / workers, running, busy))
    limit = p.accelerator.tdp
    static = min(f.idle_power + (max(f.active_power, f.idle_power) - f.idle_power) * kernels, limit)
    arithmetic = rate * request_arithmetic(p) / size
    memory = rate * request_traffic(p, running) * f.byte_energy / size
    drawn = bent(arithmetic + memory, limit - static)
    part = drawn / max(arithmetic + memory, 1e-300)
    k = p.correction.power
    return Board(k * (static + drawn), k * static, k * arithmetic * part, k * memory * part)


@kernel
def bent(asked: float, room: float) -> float:
    r"""Return the draw of work that asks for `asked` where `room` is left up to the limit [W].

    .. math:: a / \sqrt{1 + (a / h)^2}
    """
    if room <= 0.0:
        return 0.0
    return asked / math.sqrt(1.0 + (asked / room) ** 2)


@kernel
def idle_draw(p: np.void) -> float:
    """Return the draw of a board that has nothing to do [W]."""
    return min(p.efficiency.idle_power, p.accelerator.tdp) * p.correction.power


@kernel
def duty(useful: float, waste_share: float, rate: float, replicas: float) -> float:
    """Return the share of the paid time that a replica works as at the peak, 0-1.

    `useful` is the mean arrival rate of the fleet [1/s], waste not counted; `rate` that of one of its
    `replicas` at the peak.
    """
    return min(useful / (1.0 - waste_share) / (rate * replicas), 1.0)


@kernel
def all_in_power(p: np.void, network_power: float, board: float, share: float) -> float:
    """Return the mean draw of an accelerator with its host and network, before PUE [W].

    The board runs at `board` for `share` of the time and idles for the rest; of what the nameplate
    leaves for host, network and fans, the site's idle and busy shares are drawn.
    """
    a, s = p.accelerator, p.facility
    idle = idle_draw(p)
    rest = max(a.system_power, a.tdp) + network_power - a.tdp
    busy = max(s.busy_power, s.idle_power)
    return idle + (board - idle) * share + rest * (s.idle_power + (busy - s.idle_power) * share)
