r"""How long one step of a replica takes, op by op.

A step is one pass of every running sequence through all layers: decoding sequences make one token
each, and prompts bring their computed tokens along. Everything that does not depend on the batch is
prepared once per point, so that a step is a few dozen operations.

.. math::
    t = \sum_{ops} \sqrt{(flops / F \eta_c)^2 + (bytes / W \eta_m)^2} + n t_0 + t_{comm} + t_{host}
"""

from typing import NamedTuple

import numpy as np

from engine.jit import kernel, part
from engine.kernels.attention import Attention, decode_attention, plan_attention, prefill_attention
from engine.kernels.collectives import Links, communicate, plan_links
from engine.kernels.gemm import Gemm, beside, layer_products, plan_gemm
from engine.kernels.memory import stage_stretch
from engine.kernels.moe import Experts, experts_touched, plan_experts

MEMORY = 0.0
COMPUTE = 1.0
INTERCONNECT = 2.0
OVERHEAD = 3.0

# Norms, residuals and rotary move each token's BF16 row about 12 times a layer.
_ROW_PASSES = 12.0
# Fewer sequences than this stand for none: callers ask for a prompt under load by a trace of decoding.
_ALONE = 1e-6


class Plan(NamedTuple):
    """What of a record does not depend on the batch, prepared once per point.

    Attributes
    ----------
    gemm, attention, experts, links : Gemm, Attention, Experts, Links
        Costs of the parts, see there.
    activation, request, fixed, prompt, eager : float
        Seconds per token, per running sequence, per step, more with prompts; least of a step with prompts.
    groups, stages : float
        Attention data-parallel groups and pipeline stages.
    prompts, chunks : float
        Prompts, and micro-batches of the token budget, per prefilled token.
    guesses, guess : float
        Tokens guessed ahead and verified in a step; time of one guess over that of a step.
    polling, gathering, delivery : float
        Steps between looks at the queue; most steps a prompt waits for others; steps answers are sent in.
    decode_factor, prefill_factor : float
        What a benchmark of the user's own puts on decoding, and on what prompts add.
    """

    gemm: Gemm
    attention: Attention
    experts: Experts
    links: Links
    activation: float
    request: float
    fixed: float
    prompt: float
    eager: float
    groups: float
    stages: float
    prompts: float
    chunks: float
    decode_factor: float
    prefill_factor: float
    guesses: float
    guess: float
    polling: float
    gathering: float
    delivery: float


class Parts(NamedTuple):
    """Seconds of one step by cause, and the code of `metrics.BOUND` that dominates.

    `weights` is matrix products, `attention` cache reading, state and prefill attention,
    `communication` collectives, `overhead` host, launches and activation traffic.
    """

    weights: float
    attention: float
    communication: float
    overhead: float
    bound: float


class Ops(NamedTuple):
    """Seconds of one pass by kind of op.

    `layers`, `head` and `routed` are matrix products, `decode` and `attend` attention of decoding
    sequences and of prompts, `links` collectives, `moved` activation traffic, `host` all else.
    """

    layers: float
    head: float
    routed: float
    decode: float
    attend: float
    links: float
    moved: float
    host: float


class Share(NamedTuple):
    """What meets in one pass: sequences and tokens of the fullest attention group, tokens of all groups.

    `tokens` are those of decoding sequences, `rows` those that need the head.
    """

    decoding: float
    tokens: float
    prefill: float
    all_tokens: float
    rows: float


@kernel
def prepare(p: np.void) -> Plan:
    """Return the plan of record `p`."""
    m, d, s, w = p.model, p.deployment, p.stack, p.workload
    gemm, attention = plan_gemm(p), plan_attention(p)
    depth = m.layers * stage_stretch(m.layers, d.pipeline_parallel)
    streaming = p.accelerator.bandwidth * p.efficiency.activation_memory
    return Plan(
        gemm,
        attention,
        plan_experts(p),
        plan_links(p),
        _ROW_PASSES * 2.0 * m.hidden_size * depth / streaming,
        s.request_time,
        _every_step(p, depth) + s.kernel_share * (gemm.launch + attention.launch),
        s.prompt_step_time,
        s.step_time + depth * s.prefill_layer_time,
        d.data_parallel,
        d.pipeline_parallel,
        1.0 / (w.input_tokens * (1.0 - w.cached_share)),
        1.0 / d.token_budget,
        p.correction.decode,
        p.correction.prefill,
        d.draft_tokens,
        d.draft_share,
        d.polling_interval,
        d.gathering_steps,
        d.delivery_steps,
    )


@kernel
def _every_step(p: np.void, depth: float) -> float:
    """Return what the engine adds to every step over `depth` layer times, kernels apart [s]."""
    m, s = p.model, p.stack
    routed = min(m.moe_layers, m.layers) / m.layers * s.expert_layer_time
    latent = s.latent_layer_time if m.attention_kind == 1.0 else 0.0
    return s.step_time + depth * (s.layer_time + routed + latent)


@kernel
def _share(plan: Plan, decoding: float, prefill: float, pieces: float, each: float) -> Share:
    """Return what meets in one pass through the layers.

    Sequences spread over the attention groups first, then over as many micro-batches as there are
    pipeline stages; what is not filled idles. A prompt, or the chunk of one that a budget holds, has
    one group. Under load prompts keep all stages busy; on an idle replica their chunks fill and drain
    the pipeline: m chunks take (m + stages - 1) / stages of the time they would at full flow.
    """
    if plan.groups * plan.stages == 1.0:
        made = decoding * each
        return Share(decoding, made, prefill, made + prefill, made + prefill * plan.prompts)
    lots = min(max(decoding / plan.groups, 1.0), plan.stages)
    spread = min(max(decoding, 1.0), plan.groups)
    # A step lasts as long as its fullest group's, and no two groups share a prompt.
    groups = min(max(pieces, prefill * plan.chunks, 1.0), plan.groups)
    flow = plan.stages
    if decoding <= 0.0:
        chunks = max(prefill * plan.chunks, 1.0)
        flow = chunks * plan.stages / (chunks + plan.stages - 1.0)
    seqs = decoding / (lots * spread)
    tokens = prefill / (groups * flow)
    made = seqs * each
    return Share(seqs, made, tokens, decoding * each / lots + prefill / flow, made + tokens * plan.prompts)


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
        Input tokens computed in this step, over the whole replica. With nothing decoding the replica
        is taken to be idle: a lone prompt fills and drains the pipeline and uses one attention group.
    prefill_context : float
        Mean tokens already in the cache before each of them (half of the prompt for a whole one).
    """
    pieces, each = prefill * plan.prompts, _brought(plan, decoding)
    ops = main = _op_by_op(plan, decoding, context, prefill, prefill_context, pieces, each)
    if plan.guesses != 0.0:
        ops = _with_guesses(plan, decoding, context, prefill, prefill_context, pieces)
    if decoding < _ALONE:
        ops = _mixed(ops, plan.prefill_factor, ops, 0.0)
    elif plan.decode_factor != 1.0 or plan.prefill_factor != 1.0:
        alone = _with_guesses(plan, decoding, context, 0.0, 0.0, 0.0)
        ops = _mixed(ops, plan.prefill_factor, alone, plan.decode_factor - plan.prefill_factor)
    bound = _bound(plan, main, _share(plan, decoding, prefill, pieces, each))
    return Parts(
        ops.layers + ops.head + ops.routed, ops.decode + ops.attend, ops.links, ops.moved + ops.host, bound
    )


@kernel
def step_time(plan: Plan, decoding: float, context: float, prefill: float, prefill_context: float) -> float:
    """Return the time of one step; arguments as in `step_parts` [s]."""
    return step_of(plan, decoding, context, prefill, prefill_context, prefill * plan.prompts)


@kernel
def step_of(
    plan: Plan, decoding: float, context: float, prefill: float, prefill_context: float, pieces: float
) -> float:
    """Return the time of one step whose prefill is that many `pieces` that attention groups cannot share [s].

    The other arguments are those of `step_parts`, which takes prompts to be of mean length.
    """
    time = _time(plan, decoding, context, prefill, prefill_context, pieces)
    if plan.decode_factor == 1.0 and plan.prefill_factor == 1.0:
        return time
    if decoding < _ALONE:
        return time * plan.prefill_factor
    alone = _time(plan, decoding, context, 0.0, 0.0, 0.0)
    return alone * plan.decode_factor + (time - alone) * plan.prefill_factor


@part
def _time(
    plan: Plan, decoding: float, context: float, prefill: float, prefill_context: float, pieces: float
) -> float:
    if plan.guesses == 0.0:
        return _sum(_op_by_op(plan, decoding, context, prefill, prefill_context, pieces, 1.0))
    return _sum(_with_guesses(plan, decoding, context, prefill, prefill_context, pieces))


@kernel
def _sum(o: Ops) -> float:
    return o.layers + o.head + o.routed + o.decode + o.attend + o.links + o.moved + o.host


@kernel
def _mixed(one: Ops, x: float, other: Ops, y: float) -> Ops:
    """Return `x` times `one` and `y` times `other`."""
    return Ops(
        one.layers * x + other.layers * y,
        one.head * x + other.head * y,
        one.routed * x + other.routed * y,
        one.decode * x + other.decode * y,
        one.attend * x + other.attend * y,
        one.links * x + other.links * y,
        one.moved * x + other.moved * y,
        one.host * x + other.host * y,
    )


@kernel
def _brought(plan: Plan, decoding: float) -> float:
    # Tokens of a decoding sequence: its last, and the guesses after it.
    return 1.0 + plan.guesses if decoding > 0.0 else 1.0


@kernel
def _with_guesses(
    plan: Plan, decoding: float, context: float, prefill: float, prefill_context: float, pieces: float
) -> Ops:
    """Return a step in which every sequence brings its last token and the guesses after it.

    Verifying them is a step with more tokens; each guess is a step of the drafter. The user's factors
    are still to come.
    """
    ops = _op_by_op(plan, decoding, context, prefill, prefill_context, pieces, _brought(plan, decoding))
    if decoding <= 0.0:
        return ops
    one = _op_by_op(plan, decoding, context, 0.0, 0.0, 0.0, 1.0)
    return _mixed(ops, 1.0, one, plan.guesses * plan.guess)


@part
def _op_by_op(
    plan: Plan,
    decoding: float,
    context: float,
    prefill: float,
    prefill_context: float,
    pieces: float,
    each: float,
) -> Ops:
    """Return the time of a step in which a decoding sequence brings `each` tokens."""
    share = _share(plan, decoding, prefill, pieces, each)
    tokens, g = share.tokens + share.prefill, plan.gemm
    layers, head = layer_products(g, tokens), beside(share.rows * g.row, g.row_stream)
    routed = 0.0
    if plan.experts.stream > 0.0:
        read = plan.experts.stream * experts_touched(plan.experts, share.all_tokens)
        routed = beside(plan.experts.token * share.all_tokens, read)
    decode = decode_attention(plan.attention, share.decoding, context)
    links, moved = communicate(plan.links, tokens, share.all_tokens), tokens * plan.activation
    host, attend = plan.fixed + share.decoding * plan.request, 0.0
    if prefill > 0.0:
        attend = prefill_attention(plan.attention, share.prefill, prefill_context)
        host += plan.prompt
        host = max(host, plan.eager - layers - head - routed - decode - attend - links - moved)
    return Ops(layers, head, routed, decode, attend, links, moved, host)


@part
def _bound(plan: Plan, o: Ops, share: Share) -> float:
    """Return what most of the ops `o` of a pass with `share` wait for, a code of `metrics.BOUND`."""
    g, tokens = plan.gemm, share.tokens + share.prefill
    read = plan.experts.stream * experts_touched(plan.experts, share.all_tokens)
    memory, compute = o.moved, o.attend
    memory, compute = _add(memory, compute, o.layers, g.stream + tokens * g.moved >= tokens * g.token)
    memory, compute = _add(memory, compute, o.head, g.row_stream >= share.rows * g.row)
    memory, compute = _add(memory, compute, o.routed, read >= plan.experts.token * share.all_tokens)
    memory, compute = _add(memory, compute, o.decode, plan.attention.by_memory == 1.0)
    bound, most = MEMORY, memory
    if compute > most:
        bound, most = COMPUTE, compute
    if o.links > most:
        bound, most = INTERCONNECT, o.links
    if o.host > most:
        bound = OVERHEAD
    return bound


@kernel
def _add(memory: float, compute: float, time: float, by_memory: bool) -> tuple[float, float]:
    if by_memory:
        return memory + time, compute
    return memory, compute + time
