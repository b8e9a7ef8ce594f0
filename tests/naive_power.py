"""What a board draws once more in plain floats: joules and bytes of one request counted one by one."""

import math

from tests import naive


def _formats(s):
    return naive.running_format(s, s.precision.weights), naive.expert_format(s)


def joules_of_a_flop(s, name):
    return getattr(s.efficiency, f"flop_energy_{'fp8' if name == 'int8' else name}")


def taken(s):
    """Tokens a step brings a sequence: one, and each guess if it and all before it were right."""
    d = s.deployment
    right = [min(1, d.draft_acceptance * d.draft_decay**guess) for guess in range(int(d.draft_tokens))]
    return 1 + sum(math.prod(right[: count + 1]) for count in range(len(right)))


def arithmetic(s):
    """Joules of the arithmetic of one request over a whole replica."""
    m, w = s.model, s.workload
    dense, routed = _formats(s)
    fresh = w.input_tokens * (1 - w.cached_share)
    computed = w.output_tokens / taken(s) * (1 + s.deployment.draft_tokens)
    tokens = fresh + computed
    reached = m.expert_parameters * min(1, m.experts_per_token / m.experts)
    joules = 2 * (m.attention_parameters + m.dense_parameters) * tokens * joules_of_a_flop(s, dense)
    joules += 2 * reached * tokens * joules_of_a_flop(s, routed)
    wide = 2 * m.hidden_size * m.vocabulary * computed
    context = w.input_tokens + w.output_tokens / 2
    seen = min(context, m.sparse_context) if m.sparse_context > 0 else context
    wide += computed * (
        m.attention_flops_decode * seen
        + m.attention_flops_window * min(context, m.window)
        + m.index_flops * context
    )
    before = w.input_tokens - fresh / 2
    full = m.attention_flops_prefill * before
    if m.sparse_context > 0:
        full = min(full, m.attention_flops_decode * naive.average_span(before, m.sparse_context))
    window = m.attention_flops_window * naive.average_span(before, m.window)
    wide += fresh * (full + window + m.index_flops * before)
    return joules + wide * s.efficiency.flop_energy_bf16


def traffic(s, running):
    """Bytes of one request over a whole replica while `running` sequences decode."""
    m, d, w = s.model, s.deployment, s.workload
    fresh = w.input_tokens * (1 - w.cached_share)
    context = w.input_tokens + w.output_tokens / 2
    lots = min(max(running / d.data_parallel, 1), d.pipeline_parallel)
    groups = min(max(running, 1), d.data_parallel)
    pass_tokens = running / lots * (1 + d.draft_tokens)
    passes = w.output_tokens / max(running, 1) / taken(s)
    if d.disaggregated == 0:
        pass_tokens += (
            fresh / passes / lots if running >= 1 else running * fresh / w.output_tokens * taken(s) / lots
        )
    one_pass = (
        groups * (m.attention_parameters + m.dense_parameters) * naive.stored(s, s.precision.weights)[0] / 8
    )
    one_pass += groups * 2 * m.hidden_size * m.vocabulary
    if m.expert_parameters > 0:
        chosen = min(1, m.experts_per_token / m.experts)
        touched = 1 - (1 - chosen) ** pass_tokens
        one_pass += m.expert_parameters * naive.stored(s, s.precision.experts)[0] / 8 * touched
    moved = one_pass * lots * passes
    if d.disaggregated:
        moved += one_pass * max(fresh / d.token_budget, 1)
    span = min(context, m.sparse_context) if m.sparse_context > 0 else context
    element = naive.BITS[s.precision.kv] / 8
    cache = (m.kv_elements * span + m.kv_elements_window * min(span, m.window)) * element
    cache = (cache + m.index_elements * span) * d.tensor_parallel / naive.cache_cut(s)
    cache += m.index_elements * (context - span)
    moved += w.output_tokens / taken(s) * (cache + 2 * m.state_bytes)
    computed = w.output_tokens / taken(s) * (1 + d.draft_tokens)
    return moved + 12 * 2 * m.hidden_size * m.layers * d.tensor_parallel * (fresh + computed)


def board(s, rate, batch, idle, workers=1, size=None):
    """Watts of one accelerator: static, arithmetic, memory."""
    d, f, w, limit = s.deployment, s.efficiency, s.workload, s.accelerator.tdp
    size = size or d.tensor_parallel * d.data_parallel * d.pipeline_parallel
    busy = 1 - idle
    running = batch / busy
    passes_a_second = rate / workers * w.output_tokens / max(running, 1) / taken(s)
    waits = [s.stack.step_time, s.stack.request_time * max(running, 1) / d.data_parallel]
    for layer in range(int(s.model.layers)):
        waits.append(s.stack.layer_time)
        waits.append(s.stack.expert_layer_time if layer < s.model.moe_layers else 0)
        waits.append(s.stack.latent_layer_time if s.model.attention_kind == 1 else 0)
    if d.disaggregated == 0:
        waits.append(s.stack.prompt_step_time * min(1, rate / workers / passes_a_second))
    waiting = min(1, sum(waits) * passes_a_second / busy)
    static = min(limit, f.idle_power + max(0, f.active_power - f.idle_power) * busy * (1 - waiting))
    work = rate * arithmetic(s) / size
    moving = rate * traffic(s, running) * f.byte_energy / size
    room = limit - static
    share = 0 if room <= 0 else 1 / math.hypot(1, (work + moving) / room)
    return tuple(s.correction.power * watts for watts in (static, work * share, moving * share))
