"""The physics of a step and the memory budget once more in plain floats.

Written from the formulas: every layer, kernel and collective is added up on its own, nothing is
prepared or hoisted, and nothing is taken from the kernels.
"""

import math
from types import SimpleNamespace

BITS = {16: 16.0, 8: 8.0, 9: 8.0, 4: 4.5, 5: 4.125}
FORMAT = {16: "bf16", 8: "fp8", 9: "int8", 4: "fp4", 5: "fp4"}


def inputs(record):
    """One row of inputs as nested plain floats, base units."""
    row = record[0]
    return SimpleNamespace(
        **{
            group: SimpleNamespace(**{name: float(row[group][name]) for name in row.dtype[group].names})
            for group in row.dtype.names
            if group != "profile"
        }
    )


def stored(s, code):
    """Bits per weight, and the format they are in."""
    if code != 0:
        return BITS[code], code
    bits = s.model.native_bits
    return bits, 16 if bits > 12 else 8 if bits > 6 else 4


# --- layout ---------------------------------------------------------------------------------------


def layers_of_fullest_stage(s):
    return math.ceil(s.model.layers / s.deployment.pipeline_parallel)


def pass_layers(s):
    """Layer times a token waits for: every stage takes as long as the fullest."""
    return layers_of_fullest_stage(s) * s.deployment.pipeline_parallel


def possible(s):
    m, d = s.model, s.deployment
    stage = d.tensor_parallel * d.data_parallel
    checks = [d.tensor_parallel <= m.query_heads, d.pipeline_parallel <= m.layers]
    if d.data_parallel > 1:
        checks.append(m.expert_parameters > 0)
    if d.expert_parallel > 1:
        checks += [
            m.expert_parameters > 0,
            d.expert_parallel <= m.experts,
            d.expert_parallel <= stage,
            math.isclose(stage / d.expert_parallel % 1, 0),
        ]
    return all(checks)


# --- precision ------------------------------------------------------------------------------------


def gemm_rate(s, name):
    share = {
        "bf16": s.efficiency.gemm_compute_bf16,
        "fp8": s.efficiency.gemm_compute_fp8,
        "int8": s.efficiency.gemm_compute_fp8,
        "fp4": s.efficiency.gemm_compute_fp4,
    }[name]
    return getattr(s.accelerator, name) * share


def expert_rate(s, name):
    share = {
        "bf16": s.efficiency.moe_compute_bf16,
        "fp8": s.efficiency.moe_compute_fp8,
        "int8": s.efficiency.moe_compute_fp8,
        "fp4": s.efficiency.moe_compute_fp4,
    }[name]
    return getattr(s.accelerator, name) * share


def running_format(s, weights, rate=gemm_rate):
    """The arithmetic that multiplies `weights`: of those asked for that can, or BF16, the fastest."""
    weights = stored(s, weights)[1]
    asked = s.precision.compute
    usable = ["bf16"]
    if asked in {4, 8} and weights == 8:
        usable.append("fp8")
    if asked == 8 and weights in {4, 5}:
        usable.append("fp8")
    if asked == 4 and weights == 4:
        usable.append("fp4")
    if asked == 9 and weights in {9, 5}:
        usable.append("int8")
    return max(usable, key=lambda name: (rate(s, name), name == "bf16"))


def expert_format(s):
    return running_format(s, s.precision.experts, expert_rate)


def kernel_time(s, name):
    key = {"bf16": "gemm_time_bf16", "fp8": "gemm_time_fp8", "int8": "gemm_time_fp8", "fp4": "gemm_time_fp4"}
    return getattr(s.efficiency, key[name])


def stream_rate(s, weights):
    key = {16: "gemm_memory_bf16", 8: "gemm_memory_fp8", 9: "gemm_memory_fp8"}
    return s.accelerator.bandwidth * getattr(s.efficiency, key.get(stored(s, weights)[1], "gemm_memory_fp4"))


def in_this_engine(s, name, weights):
    """How much longer the engine takes to read `weights` than kernels timed alone."""
    return getattr(s.stack, f"{name}_{FORMAT[stored(s, weights)[1]].replace('int', 'fp')}")


# --- who is in one pass ---------------------------------------------------------------------------


def meeting(s, decoding, prefill):
    """(decoding and prefill tokens of the fullest attention group, tokens of all groups) in one pass."""
    groups, stages = s.deployment.data_parallel, s.deployment.pipeline_parallel
    prompt = s.workload.input_tokens * (1 - s.workload.cached_share)
    used_groups = min(groups, max(1.0, decoding))
    micro_batches = min(stages, max(1.0, decoding / groups))
    mine, all_decoding = decoding / used_groups / micro_batches, decoding / micro_batches
    if decoding > 0:
        held = min(prompt, s.deployment.token_budget)
        return mine, prefill / min(groups, max(1.0, prefill / held)) / stages, all_decoding + prefill / stages
    busy_groups = min(groups, max(1.0, prefill / min(prompt, s.deployment.token_budget)))
    chunks = max(1.0, prefill / s.deployment.token_budget)
    # chunks + stages - 1 slots of one chunk each on one stage
    slots = (chunks + stages - 1) / stages
    return 0.0, prefill / busy_groups / chunks * slots, prefill / chunks * slots


def spread(s, decoding):
    """Attention groups that decoding sequences fill."""
    return min(s.deployment.data_parallel, max(1.0, decoding))


# --- step -----------------------------------------------------------------------------------------


def step(s, decoding, context, prefill, before):
    """Seconds of weights, attention, communication and overhead of one step, own benchmark included."""
    whole = modelled(s, decoding, context, prefill, before)
    alone = modelled(s, decoding, context, 0, 0) if decoding > 0 else None
    made = {}
    for name, value in vars(whole).items():
        base = getattr(alone, name) if alone else 0.0
        made[name] = base * s.correction.decode + (value - base) * s.correction.prefill
    return SimpleNamespace(**made)


def modelled(s, decoding, context, prefill, before):
    """Seconds by cause of one step, as the model says: guesses verified along, and new ones made."""
    guesses = s.deployment.draft_tokens if decoding > 0 else 0
    made = vars(one_pass(s, decoding, context, prefill, before, 1 + guesses))
    if guesses:
        for name, value in vars(one_pass(s, decoding, context, 0, 0, 1)).items():
            made[name] += guesses * s.deployment.draft_share * value
    return SimpleNamespace(**made)


def one_pass(s, decoding, context, prefill, before, each):
    """Seconds by cause of one pass in which a decoding sequence brings `each` tokens."""
    mine, mine_prefill, everyone = meeting(s, decoding, prefill)
    everyone += (each - 1) * (mine * spread(s, decoding))
    tokens = mine * each + mine_prefill
    prompt = s.workload.input_tokens * (1 - s.workload.cached_share)
    rows = mine * each + mine_prefill / prompt
    parts = SimpleNamespace(
        weights=layer_products(s, tokens) + head(s, rows) + experts(s, everyone),
        attention=decode(s, mine, context) + prefill_attention(s, mine_prefill, before),
        communication=communication(s, tokens, everyone),
        overhead=overhead(s, mine, mine_prefill, tokens),
    )
    if prefill > 0:
        # Without a replayed graph, no step is shorter than the host takes to launch its layers.
        launched = s.stack.step_time + pass_layers(s) * s.stack.prefill_layer_time
        parts.overhead += max(launched - total(parts), 0)
    return parts


def total(parts):
    return parts.weights + parts.attention + parts.communication + parts.overhead


def layer_products(s, tokens):
    m, t = s.model, s.deployment.tensor_parallel
    one_layer = (m.attention_parameters + m.dense_parameters) / m.layers
    name = running_format(s, s.precision.weights)
    work = 2 * tokens * one_layer / t / gemm_rate(s, name) * s.stack.dense_work_time
    element = {"bf16": 2, "fp8": 1, "int8": 1, "fp4": 0.5625}[name]
    cut = one_layer / m.hidden_size / t
    inward, outward = 2 * m.hidden_size + cut / 3, 2 * m.hidden_size + cut * 2 / 3
    moved = one_layer * stored(s, s.precision.weights)[0] / 8 / t
    moved += tokens * (inward * element + outward * 2)
    read = moved / stream_rate(s, s.precision.weights) * in_this_engine(s, "dense_time", s.precision.weights)
    time = math.hypot(work, read)
    if name != "bf16":
        rounding = tokens * inward * (2 + element)
        time += rounding / (s.accelerator.bandwidth * s.efficiency.activation_memory)
    return sum(time for _ in range(int(pass_layers(s))))


def head(s, rows):
    weights = s.model.hidden_size * s.model.vocabulary / s.deployment.tensor_parallel
    return math.hypot(2 * rows * weights / gemm_rate(s, "bf16"), 2 * weights / stream_rate(s, 16))


def experts(s, tokens):
    m, d = s.model, s.deployment
    if m.expert_parameters == 0 or tokens == 0:
        return 0.0
    in_each_rank = math.ceil(m.experts / d.expert_parallel)
    cut_by_tensor = d.tensor_parallel * d.data_parallel / d.expert_parallel
    one_expert = m.expert_parameters / m.experts
    hottest = s.stack.imbalance if d.expert_parallel > 1 else 1.0
    arrivals = tokens * hottest
    hit = min(1.0, m.experts_per_token / m.experts)
    touched = in_each_rank * (1 - missed(s, hit, arrivals))
    read = touched * one_expert / cut_by_tensor * stored(s, s.precision.experts)[0] / 8
    shares = {16: "moe_memory_bf16", 8: "moe_memory_fp8", 9: "moe_memory_fp8"}
    share = shares.get(stored(s, s.precision.experts)[1], "moe_memory_fp4")
    read /= s.accelerator.bandwidth * getattr(s.efficiency, share)
    read *= in_this_engine(s, "expert_time", s.precision.experts)
    sent_here = arrivals * hit * in_each_rank
    name = expert_format(s)
    work = 2 * sent_here * one_expert / cut_by_tensor
    work /= expert_rate(s, name) / s.stack.expert_work_time
    return math.hypot(work, read) * pass_layers(s) / m.layers


def missed(s, hit, arrivals):
    """Chance that an expert of gamma distributed popularity is met by none of `arrivals` tokens."""
    v2 = s.stack.expert_variation**2
    if v2 == 0 or hit == 1:
        return (1 - hit) ** arrivals
    return math.exp(-math.log1p(-v2 * arrivals * math.log(1 - hit)) / v2)


def cache_cut(s):
    if s.model.attention_kind == 1:
        return 1.0
    return min(s.deployment.tensor_parallel, s.model.kv_heads)


def decode(s, sequences, context):
    m, a, f, t = s.model, s.accelerator, s.efficiency, s.deployment.tensor_parallel
    latent = m.attention_kind == 1
    plain = f.decode_attention_bf16 if s.precision.kv == 16 else f.decode_attention_fp8
    eta_read = (f.mla_decode if latent else plain) / s.stack.cache_time
    computed = a.bf16 * f.prefill_attention
    if latent:
        computed = a.bf16 * f.mla_compute_bf16
        if s.precision.kv != 16:
            computed = max(computed, a.fp8 * f.mla_compute_fp8)
    element = BITS[s.precision.kv] / 8

    again = 1 if latent else 1 + s.stack.group_reads * max(m.query_heads / m.kv_heads - 1, 0)
    in_one = s.stack.single_pass_time if sequences * m.query_heads / t > 512 else 1

    def longer(elements, flops, span):
        read = elements * element * again * span / cache_cut(s) / (a.bandwidth * eta_read)
        return in_one * max(read, (1 + s.deployment.draft_tokens) * flops * span / t / computed)

    full = min(context, m.sparse_context) if m.sparse_context > 0 else context
    one = longer(m.kv_elements, m.attention_flops_decode, full)
    one += longer(m.kv_elements_window, m.attention_flops_window, min(context, m.window))
    one += max(
        m.index_elements * context / (a.bandwidth * eta_read),
        (1 + s.deployment.draft_tokens)
        * (m.index_flops * context / t / (max(a.bf16, a.fp8) * f.prefill_attention)),
    )
    one += 2 * m.state_bytes / t / (a.bandwidth * f.decode_attention_bf16)
    return sequences * one * pass_layers(s) / m.layers


def average_span(before, limit):
    """Mean of min(position, limit) over positions spread evenly from 0 to 2 * before."""
    end = 2 * before
    if end <= limit:
        return before
    below = limit * limit / 2
    return (below + (end - limit) * limit) / end


def prefill_attention(s, tokens, before):
    m, a, f, t = s.model, s.accelerator, s.efficiency, s.deployment.tensor_parallel
    half = f.prefill_half / 2
    full = m.attention_flops_prefill * (before + half)
    if m.sparse_context > 0:
        selected = average_span(before, m.sparse_context) + half
        full = min(full, m.attention_flops_decode * selected)
    window = m.attention_flops_window * (average_span(before, m.window) + half)
    seconds = (full + window) / (a.bf16 * f.prefill_attention)
    seconds += m.index_flops * before / (max(a.bf16, a.fp8) * f.prefill_attention)
    return tokens * seconds / t * pass_layers(s) / m.layers


def overhead(s, sequences, prefill, tokens):
    m, f = s.model, s.efficiency
    moe = min(m.moe_layers, m.layers)
    dense_kernel = kernel_time(s, running_format(s, s.precision.weights))
    full = min(m.full_layers, m.layers)
    windowed = min(m.window_layers, m.layers - full)
    recurrent = m.layers - full - windowed
    mixing = full * (5 if m.attention_kind == 1 else 2) + windowed * 2 + recurrent * 4
    launches = (mixing + 2 * (m.layers - moe)) * dense_kernel
    launches += moe * (2 * f.moe_time + 4 * kernel_time(s, "bf16"))
    launches += (full + windowed) * f.attention_time
    traffic = 12 * tokens * m.hidden_size * 2 * pass_layers(s)
    traffic /= s.accelerator.bandwidth * f.activation_memory
    per_layer = m.layers * s.stack.layer_time + moe * s.stack.expert_layer_time
    per_layer += m.layers * s.stack.latent_layer_time if m.attention_kind == 1 else 0.0
    host = s.stack.step_time + (s.stack.prompt_step_time if prefill > 0 else 0.0)
    return (
        host
        + sequences * s.stack.request_time
        + (per_layer + launches * s.stack.kernel_share) * pass_layers(s) / m.layers
        + traffic
    )


# --- communication --------------------------------------------------------------------------------


def neighbours(s):
    a = s.accelerator
    return a.scaleup_domain if a.scaleup_domain > 1 else a.server_size


def small(s, group, kernel):
    seconds = kernel + s.stack.collective_extra
    if group > neighbours(s) and group > s.accelerator.server_size:
        seconds += s.efficiency.scaleout_time
    return seconds


def rates(s, share):
    """Bytes per second up and out; collectives reach `share` of the scale-up link."""
    a = s.accelerator
    return a.scaleup_bandwidth * share, a.scaleout_bandwidth * s.efficiency.scaleout


def all_reduce(s, group, volume):
    """Seconds of an all-reduce of `volume` bytes in two phases, hierarchical beyond the domain."""
    up, out = rates(s, s.efficiency.link)
    inside = min(group, neighbours(s))
    seconds = small(s, group, s.efficiency.collective_time) + s.efficiency.collective_time
    seconds += 2 * (inside - 1) / inside * volume / up
    domains = math.ceil(group / inside)
    if domains > 1:
        seconds += 2 * (domains - 1) / domains * (volume / inside) / out
    return seconds


def read_each_other(s, group, volume):
    """Seconds of an all-reduce in which every rank reads all others whole, inside the domain only."""
    if group > neighbours(s):
        return math.inf
    kernel = small(s, group, s.efficiency.collective_time)
    return kernel + (group - 1) * volume / rates(s, s.efficiency.link)[0]


def exchange(s, volume):
    """Seconds in which each rank of a stage sends `volume` bytes evenly to all ranks, itself included."""
    group = s.deployment.tensor_parallel * s.deployment.data_parallel
    up, out = rates(s, s.efficiency.exchange)
    inside = min(group, neighbours(s))
    sent = volume / group * (inside / up + (group - inside) / out)
    return small(s, group, s.efficiency.exchange_time) + sent


def communication(s, tokens, everyone):
    m, d = s.model, s.deployment
    t = d.tensor_parallel
    group = t * d.data_parallel
    row = 2 * m.hidden_size
    moe = min(m.moe_layers, m.layers) / m.layers * pass_layers(s)
    routed = moe if d.data_parallel > 1 else 0
    seconds = 0.0
    if t > 1:
        rounds = 2 * (pass_layers(s) - routed) + routed
        seconds += rounds * min(all_reduce(s, t, tokens * row), read_each_other(s, t, tokens * row))
    if routed:
        narrow = stored(s, s.precision.experts)[1] != 16 and s.precision.compute != 16
        ranks_met = min(m.experts_per_token, d.expert_parallel) * group / d.expert_parallel
        hottest = s.stack.imbalance if d.expert_parallel > 1 else 1.0
        sent = everyone / group * ranks_met * hottest * m.hidden_size
        seconds += routed * (exchange(s, sent * (1 if narrow else 2)) + exchange(s, sent * 2))
    hops = d.pipeline_parallel - 1
    if hops:
        whole = group * d.pipeline_parallel
        near = whole <= neighbours(s)
        link = rates(s, s.efficiency.link)[0 if near else 1]
        seconds += hops * (small(s, whole, s.efficiency.collective_time) + tokens * row / t / link)
    return seconds


# --- memory ---------------------------------------------------------------------------------------


def resident(s):
    """E[P] + E[O^2] / (2 E[O])."""
    o = s.workload.output_tokens
    variance = (s.workload.output_variation * o) ** 2
    return s.workload.input_tokens + (o * o + variance) / (2 * o)


def memory(s):
    m, d = s.model, s.deployment
    t, groups, stages = d.tensor_parallel, d.data_parallel, d.pipeline_parallel
    dense = (m.attention_parameters + m.dense_parameters) * stored(s, s.precision.weights)[0] / 8
    routed = m.expert_parameters * stored(s, s.precision.experts)[0] / 8
    embedding, top = 2 * m.embedding_parameters, 2 * m.hidden_size * m.vocabulary
    share = layers_of_fullest_stage(s) / m.layers
    per_rank = math.ceil(m.experts / d.expert_parallel) / m.experts * routed
    per_rank /= t * groups / d.expert_parallel
    edges = embedding + top if stages == 1 else max(embedding, top)
    held = share * (dense / t + per_rank) + edges / t
    drafter = 1 + (d.draft_share if d.draft_tokens else 0)
    held *= drafter
    activations = 2 * (d.token_budget / groups) * m.hidden_size * (4 + 7 / t)
    room = s.accelerator.memory * s.stack.memory_share - s.stack.reserved_memory - activations - held
    tokens = resident(s)

    def copy(held):
        cache = m.kv_elements * held + m.kv_elements_window * min(held, m.window)
        return cache * BITS[s.precision.kv] / 8, m.index_elements * held

    def slots(held):
        cache, index = copy(held)
        each = drafter * share * (cache / cache_cut(s) + index + m.state_bytes / t)
        most = max(0.0, room) / each * groups if each > 0 else math.inf
        return each, min(d.batch_cap, most) if room > 0 else 0.0

    end = max(s.workload.input_tokens + s.workload.output_tokens, tokens)
    sequence, limit = slots(tokens + s.stack.reserved_cache * (end - tokens))
    return SimpleNamespace(
        weight_bytes=dense + routed + embedding + top,
        weights_per_accelerator=held,
        kv_memory=room,
        kv_bytes_per_token=sum(copy(tokens)) / tokens,
        kv_bytes_per_sequence=sequence,
        batch_limit=limit,
        layout_ok=float(possible(s)),
        resident=tokens,
        together=slots(end)[1],
    )
