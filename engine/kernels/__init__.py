"""The model in compiled arithmetic: `evaluate` fills a metric record from an input record.

Pure: no allocation, no globals but literals, no exceptions. Infeasible is a value: `binding` says
what stops a point, metrics that have no meaning there are NaN.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.blanking import leave_blank
from engine.jit import kernel, part
from engine.kernels.accounts import fill_accounts, fill_bought
from engine.kernels.demand import peak_over_mean, price_mix
from engine.kernels.fleet import Demand, demand
from engine.kernels.layouts import budget_of, own_layout, with_prefill_layout
from engine.kernels.levers import answer_time, base_quality, effective, neutral, quality_kept
from engine.kernels.memory import Budget, budget
from engine.kernels.outlook import fill_training
from engine.kernels.power import board_power, decoders
from engine.kernels.prefix import reload_time, settle, store
from engine.kernels.serving import Serving, serve
from engine.kernels.step import Plan, prepare, step_parts, step_time
from engine.kernels.value import fill_value

NONE = 0.0
MEMORY = 1.0
TTFT = 2.0
TPOT = 3.0
CAPACITY = 4.0
LAYOUT = 5.0


@kernel
def evaluate(p: np.void, m: np.void) -> None:
    """Fill metric record `m` from input record `p`, both base units, but for what `tiers.alone` adds."""
    leave_blank(m)
    m.feasible, m.binding = 0.0, NONE
    if neutral(p):
        _evaluate(p, m)
    else:
        _evaluate_effective(effective(p), m)


@kernel
def _evaluate_effective(rows: NDArray[np.void], m: np.void) -> None:
    p = rows[0]
    if p.levers.prefix == 1.0 and p.finance.supply != 3.0:
        room = budget(p)
        if room.layout_ok == 1.0 and room.batch_limit >= 1.0:
            settle(rows, room, demand(p).peak)
    _evaluate(p, m)


@kernel
def _evaluate(p: np.void, m: np.void) -> None:
    # From here on `p` holds what reaches the model, see `levers`.
    wanted = demand(p)
    served = _fill_bought(p, wanted, m) if p.finance.supply == 3.0 else _fill_own(p, wanted, m)
    if served:
        fill_value(p, m)
        fill_training(p, m)
        _judge(p, m)


@kernel
def _fill_bought(p: np.void, wanted: Demand, m: np.void) -> bool:
    # Another company's machines: nothing is known of them but price and speed.
    _fill_asked(p, wanted, m)
    _fill_served(p, m)
    m.price_mix = price_mix(p)
    fill_bought(p, wanted, m)
    m.response_mean = answer_time(p, m.e2e_mean)
    return True


@part
def _fill_own(p: np.void, wanted: Demand, m: np.void) -> bool:
    # Own or rented machines: true where they serve.
    room = budget(p)
    _fill_memory(p, wanted, room, m)
    _fill_served(p, m)
    if room.layout_ok != 1.0:
        m.binding = LAYOUT
        return False
    fits = room.together if p.deployment.load == 5.0 else room.batch_limit
    # What fills the memory to the brim may exceed it by a rounding error.
    if not fits >= 1.0 or m.memory_use > 1.0 + 1e-9:
        m.binding = MEMORY
        return False
    plan = prepare(p)
    if own_layout(p):
        # The prefill pool holds the model too, cut its own way.
        side = budget_of(with_prefill_layout(p))
        if side.layout_ok != 1.0 or not side.kv_memory > 0.0:
            m.binding = LAYOUT if side.layout_ok != 1.0 else MEMORY
            return False
    service = serve(p, plan, room, wanted.peak)
    m.accelerators_per_replica = service.accelerators
    if service.status != NONE:
        m.binding = service.status
        return False
    _fill_step(p, plan, service, m)
    _fill_serving(p, service, m)
    _fill_board(p, service, m)
    fill_accounts(p, wanted, service, m)
    _fill_levers(p, room, service, m)
    return True


@kernel
def _fill_asked(p: np.void, wanted: Demand, m: np.void) -> None:
    m.request_rate = wanted.mean
    m.peak_over_mean = peak_over_mean(p)
    m.model_rate = wanted.model
    m.capacity_over_mean = wanted.peak * (1.0 - p.fleet.waste_share) / wanted.model
    m.peak_rate = wanted.peak


@part
def _fill_memory(p: np.void, wanted: Demand, room: Budget, m: np.void) -> None:
    d = p.deployment
    _fill_asked(p, wanted, m)
    m.accelerators_per_replica = d.tensor_parallel * d.data_parallel * d.pipeline_parallel
    m.weight_bytes = room.weight_bytes
    m.weights_per_accelerator = room.weights_per_accelerator
    m.kv_bytes_per_token = room.kv_bytes_per_token
    m.kv_bytes_per_sequence = room.kv_bytes_per_sequence
    m.kv_memory = room.kv_memory
    m.batch_limit = room.batch_limit
    # What the load asks for: a set concurrency as given, otherwise the least that runs at all.
    asked, each = 1.0, d.concurrency
    if d.disaggregated == 1.0 and d.prefill_workers > 0.0 and d.decode_workers > 0.0:
        each = d.concurrency / d.decode_workers
    if d.load == 0.0:
        asked = max(1.0, each)
    elif d.load == 4.0:
        asked = max(1.0, min(each, room.batch_limit))
    elif d.load == 5.0:
        asked = max(1.0, min(each, room.together))
    elif d.load == 6.0:
        asked = max(1.0, room.batch_limit)
    usable = p.accelerator.memory * p.stack.memory_share
    need = usable - room.kv_memory + room.kv_bytes_per_sequence * asked / d.data_parallel
    m.memory_use = need / usable


@kernel
def _fill_served(p: np.void, m: np.void) -> None:
    w = p.workload
    m.served_input_tokens = w.input_tokens
    m.served_output_tokens = w.output_tokens
    m.served_cached_share = w.cached_share
    m.base_quality = base_quality(p)
    m.quality_kept = quality_kept(p)
    m.quality = m.base_quality * m.quality_kept
    m.error_share = 1.0 - m.quality


@part
def _fill_step(p: np.void, plan: Plan, service: Serving, m: np.void) -> None:
    w = p.workload
    context = w.input_tokens + 0.5 * w.output_tokens
    parts = step_parts(plan, service.batch, context, 0.0, 0.0)
    m.step_weights = parts.weights
    m.step_attention = parts.attention
    m.step_communication = parts.communication
    m.step_overhead = parts.overhead
    m.step_time = parts.weights + parts.attention + parts.communication + parts.overhead
    m.bound = parts.bound
    fresh = w.input_tokens * (1.0 - w.cached_share)
    m.prefill_time = step_time(plan, 0.0, 0.0, fresh, w.input_tokens - 0.5 * fresh)


@part
def _fill_serving(p: np.void, s: Serving, m: np.void) -> None:
    m.replica_rate = s.rate
    m.replica_capacity = s.capacity
    m.load = s.rate / s.capacity
    m.batch = s.batch
    m.prefill_share = s.prefill_share
    m.ttft_mean, m.ttft_p50, m.ttft_p95, m.ttft_p99 = s.ttft_mean, s.ttft_p50, s.ttft_p95, s.ttft_p99
    m.tpot_mean, m.tpot_p50, m.tpot_p95, m.tpot_p99 = s.tpot_mean, s.tpot_p50, s.tpot_p95, s.tpot_p99
    m.e2e_mean = s.e2e_mean
    m.e2e_p50, m.e2e_p95, m.e2e_p99 = s.e2e_p50, s.e2e_p95, s.e2e_p99
    m.speed_per_user = 1.0 / s.tpot_mean


@part
def _fill_board(p: np.void, s: Serving, m: np.void) -> None:
    board = board_power(p, s.rate, s.batch, s.idle_share, decoders(p, s.prefill_share), s.accelerators)
    m.board_power = board.total
    m.board_power_static = board.static
    m.board_power_arithmetic = board.arithmetic
    m.board_power_memory = board.memory
    m.throughput_per_accelerator = s.rate * p.workload.output_tokens / m.accelerators_per_replica
    m.board_energy_per_output_token = board.total / m.throughput_per_accelerator


@part
def _fill_levers(p: np.void, room: Budget, s: Serving, m: np.void) -> None:
    m.response_mean = answer_time(p, s.e2e_mean)
    m.prefix_tokens = m.prefix_time = m.prefix_reload = 0.0
    if p.levers.prefix == 1.0:
        held = store(p, room)
        m.prefix_tokens = held.all if held.token > 0.0 else math.nan
        m.prefix_time = m.prefix_tokens / (s.rate * p.workload.input_tokens)
        m.prefix_reload = reload_time(p, held, s.rate)


class Uses(NamedTuple):
    """Latencies at the chosen percentile over their limits."""

    ttft: float
    tpot: float


@kernel
def limits(p: np.void, m: np.void) -> Uses:
    """Return how much of its limits the service `m` uses."""
    code = p.limits.percentile
    ttft, tpot = m.ttft_mean, m.tpot_mean
    if code == 50.0:
        ttft, tpot = m.ttft_p50, m.tpot_p50
    elif code == 95.0:
        ttft, tpot = m.ttft_p95, m.tpot_p95
    elif code == 99.0:
        ttft, tpot = m.ttft_p99, m.tpot_p99
    return Uses(ttft / p.limits.ttft, tpot / p.limits.tpot)


@part
def _judge(p: np.void, m: np.void) -> None:
    m.ttft_use, m.tpot_use = limits(p, m)
    if m.ttft_use > 1.0 and m.ttft_use >= m.tpot_use:
        m.binding = TTFT
    elif m.tpot_use > 1.0:
        m.binding = TPOT
    else:
        m.feasible = 1.0
