r"""How long one step of a replica takes, op by op.

A step is one pass of every running sequence through all layers: decoding sequences make one token
each, and prompts bring their computed tokens along. Everything that does not depend on the batch is
prepared once per point, so that a step is a few dozen operations.

.. math::
    t = \sum_{ops} \sqrt{(flops / F \eta_c)^2 + (bytes / W \eta_m)^2} + n t_0 + t_{comm} + t_{host}
"""

from typing import NamedTuple

import numpy as np

from engine.jit import kernel
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
def _share(plan: Plan, decoding: float, prefill: float, each: float) -> Share:
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
    groups = min(max(prefill * max(plan.prompts, plan.chunks), 1.0), plan.groups)
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
    parts = _with_guesses(plan, decoding, context, prefill, prefill_context)
    if plan.decode_factor == 1.0 and plan.prefill_factor == 1.0:
        return parts
    if decoding < _ALONE:
        return _stretched(parts, parts, plan.prefill_factor, plan.prefill_factor)
    alone = _with_guesses(plan, decoding, context, 0.0, 0.0)
    return _stretched(parts, alone, plan.decode_factor, plan.prefill_factor)


@kernel
def _stretched(parts: Parts, alone: Parts, decode: float, prefill: float) -> Parts:
    """Return `parts` with the step `alone` times `decode` and what prompts add to it times `prefill`."""
    return Parts(
        alone.weights * decode + (parts.weights - alone.weights) * prefill,
        alone.attention * decode + (parts.attention - alone.attention) * prefill,
        alone.communication * decode + (parts.communication - alone.communication) * prefill,
        alone.overhead * decode + (parts.overhead - alone.overhead) * prefill,
        parts.bound,
    )


@kernel
def _with_guesses(
    plan: Plan, decoding: float, context: float, prefill: float, prefill_context: float
) -> Parts:
    """Return what `step_parts` does before the user's factors: verifying guesses, and making new ones.

    Every sequence brings its last token and the guesses after it; each guess is a step of the drafter.
    """
    if plan.guesses == 0.0 or decoding <= 0.0:
        return _op_by_op(plan, decoding, context, prefill, prefill_context, 1.0)
    parts = _op_by_op(plan, decoding, context, prefill, prefill_context, 1.0 + plan.guesses)
    one, drafts = _op_by_op(plan, decoding, context, 0.0, 0.0, 1.0), plan.guesses * plan.guess
    return Parts(
        parts.weights + drafts * one.weights,
        parts.attention + drafts * one.attention,
        parts.communication + drafts * one.communication,
        parts.overhead + drafts * one.overhead,
        parts.bound,
    )


@kernel
def _op_by_op(
    plan: Plan, decoding: float, context: float, prefill: float, prefill_context: float, each: float
) -> Parts:
    """Return the time of a step in which a decoding sequence brings `each` tokens."""
    g, share = plan.gemm, _share(plan, decoding, prefill, each)
    tokens = share.tokens + share.prefill
    layers, head = layer_products(g, tokens), beside(share.rows * g.row, g.row_stream)
    work = plan.experts.token * share.all_tokens
    read = plan.experts.stream * experts_touched(plan.experts, share.all_tokens)
    routed = beside(work, read)
    decode = decode_attention(plan.attention, share.decoding, context)
    attend = prefill_attention(plan.attention, share.prefill, prefill_context)
    links = communicate(plan.links, tokens, share.all_tokens)
    moved = tokens * plan.activation
    host = plan.fixed + share.decoding * plan.request
    if prefill > 0.0:
        host += plan.prompt
        host = max(host, plan.eager - layers - head - routed - decode - attend - links - moved)

    memory, compute = moved, attend
    memory, compute = _add(memory, compute, layers, g.stream + tokens * g.moved >= tokens * g.token)
    memory, compute = _add(memory, compute, head, g.row_stream >= share.rows * g.row)
    memory, compute = _add(memory, compute, routed, read >= work)
    memory, compute = _add(memory, compute, decode, plan.attention.by_memory == 1.0)
    bound, most = MEMORY, memory
    if compute > most:
        bound, most = COMPUTE, compute
    if links > most:
        bound, most = INTERCONNECT, links
    if host > most:
        bound = OVERHEAD
    return Parts(layers + head + routed, decode + attend, links, moved + host, bound)


@kernel
def _add(memory: float, compute: float, time: float, by_memory: bool) -> tuple[float, float]:
    if by_memory:
        return memory + time, compute
    return memory, compute + time


@kernel
def step_time(plan: Plan, decoding: float, context: float, prefill: float, prefill_context: float) -> float:
    """Return the time of one step; arguments as in `step_parts` [s]."""
    t = step_parts(plan, decoding, context, prefill, prefill_context)
    return t.weights + t.attention + t.communication + t.overhead
