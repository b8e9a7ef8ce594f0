"""What fits: weights, cache and workspace on the fullest accelerator of a replica."""

import math
from typing import NamedTuple

import numpy as np

from engine.jit import kernel

# Activation bytes per token and element of the residual stream: 2 B times 11, 6.5, 5, 5 at tensor
# parallelism 1, 2, 4, 8 in aiconfigurator @095f58a; here 4 kept whole on every rank and 7 shared.
_WHOLE_ACTIVATIONS = 8.0
_SHARED_ACTIVATIONS = 14.0


class Budget(NamedTuple):
    """Memory of one replica, bytes; per accelerator unless said.

    Attributes
    ----------
    weight_bytes : float
        One whole copy of the model.
    weights_per_accelerator, kv_memory : float
        Held by the fullest accelerator; left for the cache there, negative where weights and
        workspace alone do not fit.
    kv_bytes_per_token : float
        One copy of a sequence's cache over its tokens, at the mean resident context; constant state
        apart.
    kv_bytes_per_sequence : float
        Cache and state of one sequence, held or reserved in the mean, on its fullest accelerator.
    batch_limit : float
        Sequences a whole replica can run at once.
    layout_ok : float
        1 where the parallel layout is possible.
    resident : float
        Mean tokens a running sequence holds in the cache.
    together : float
        Sequences a whole replica can bring to their end side by side, started at once.
    """

    weight_bytes: float
    weights_per_accelerator: float
    kv_memory: float
    kv_bytes_per_token: float
    kv_bytes_per_sequence: float
    batch_limit: float
    layout_ok: float
    resident: float
    together: float


@kernel
def bits_of(code: float) -> float:
    """Return stored bits per element, scales included, of precision `code`.

    NVFP4 4.5, INT4 in groups of 128 4.125; the scales of 8-bit formats are below 0.1 %.
    """
    if code == 16.0:
        return 16.0
    if code == 8.0 or code == 9.0:
        return 8.0
    if code == 4.0:
        return 4.5
    return 4.125


@kernel
def weight_bits(p: np.void, code: float) -> float:
    """Return stored bits per weight of precision `code`, 0 for those of the published checkpoint."""
    return p.model.native_bits if code == 0.0 else bits_of(code)


@kernel
def stage_stretch(layers: float, stages: float) -> float:
    """Return the layers of the fullest pipeline stage over the mean of all stages, 1 or more."""
    return math.ceil(layers / stages) * stages / layers


@kernel
def kv_ranks(p: np.void) -> float:
    """Return over how many tensor-parallel ranks one copy of the cache is cut.

    KV heads cannot be split further than one a rank; the latent of MLA cannot be split at all.
    """
    if p.model.attention_kind == 1.0:
        return 1.0
    return min(p.deployment.tensor_parallel, p.model.kv_heads)


@kernel
def resident_tokens(p: np.void) -> float:
    r"""Return the mean tokens a running sequence holds in the cache.

    .. math:: E[P] + E[O^2] / (2 E[O])

    Long answers run longer, so they are met more often than they arrive.
    """
    w = p.workload
    return w.input_tokens + 0.5 * w.output_tokens * (1.0 + w.output_variation**2)


@kernel
def layout_ok(p: np.void) -> float:
    """Return 1 where the replica can be cut as the deployment asks, else 0.

    At least one query head a tensor rank and one layer a stage; expert ranks divide the accelerators
    of a stage and hold at least one expert each; attention data parallelism needs experts to share.
    """
    m, d = p.model, p.deployment
    ranks = d.tensor_parallel * d.data_parallel
    if d.tensor_parallel > m.query_heads or d.pipeline_parallel > m.layers:
        return 0.0
    if d.data_parallel > 1.0 and m.expert_parameters <= 0.0:
        return 0.0
    if d.expert_parallel == 1.0:
        return 1.0
    if d.expert_parallel > ranks or d.expert_parallel > m.experts or m.expert_parameters <= 0.0:
        return 0.0
    return 1.0 if ranks % d.expert_parallel == 0.0 else 0.0


@kernel
def _weights_held(p: np.void, dense: float, experts: float) -> float:
    # Stages share layers; the first holds the input embedding, the last the head, tied or not.
    m, d = p.model, p.deployment
    t = d.tensor_parallel
    stage = stage_stretch(m.layers, d.pipeline_parallel) / d.pipeline_parallel
    groups = math.ceil(m.experts / d.expert_parallel) * d.expert_parallel / m.experts
    ends = 2.0 * m.hidden_size * m.vocabulary
    embedding = 2.0 * m.embedding_parameters
    ends = ends + embedding if d.pipeline_parallel == 1.0 else max(ends, embedding)
    return stage * (dense / t + groups * experts / (t * d.data_parallel)) + ends / t


@kernel
def cache_bytes(p: np.void, tokens: float) -> float:
    """Return one copy of the cache of a sequence of `tokens`, constant state apart."""
    m = p.model
    cache = (m.kv_elements * tokens + m.kv_elements_window * min(tokens, m.window)) * bits_of(p.precision.kv)
    return cache / 8.0 + m.index_elements * tokens


@kernel
def sequence_bytes(p: np.void, tokens: float) -> float:
    """Return cache and state of a sequence of `tokens` on the fullest accelerator of its group."""
    m, d = p.model, p.deployment
    index = m.index_elements * tokens
    stage = stage_stretch(m.layers, d.pipeline_parallel) / d.pipeline_parallel
    cache = cache_bytes(p, tokens) - index
    if d.draft_tokens > 0.0:
        stage *= 1.0 + d.draft_share
    return stage * (cache / kv_ranks(p) + index + m.state_bytes / d.tensor_parallel)


@kernel
def budget(p: np.void) -> Budget:
    """Return the memory budget of record `p`."""
    m, d, a = p.model, p.deployment, p.stack
    t, groups = d.tensor_parallel, d.data_parallel
    dense = (m.attention_parameters + m.dense_parameters) * weight_bits(p, p.precision.weights) / 8.0
    experts = m.expert_parameters * weight_bits(p, p.precision.experts) / 8.0
    ends = 2.0 * (m.embedding_parameters + m.hidden_size * m.vocabulary)
    held = _weights_held(p, dense, experts)
    if d.draft_tokens > 0.0:
        held *= 1.0 + d.draft_share
    activations = d.token_budget / groups * m.hidden_size * (_WHOLE_ACTIVATIONS + _SHARED_ACTIVATIONS / t)
    room = p.accelerator.memory * a.memory_share - held - activations - a.reserved_memory

    tokens = resident_tokens(p)
    whole = max(p.workload.input_tokens + p.workload.output_tokens, tokens)
    sequence = sequence_bytes(p, tokens + a.reserved_cache * (whole - tokens))
    limit = together = 0.0
    if room > 0.0:
        limit = min(d.batch_cap, room / sequence * groups)
        together = min(d.batch_cap, room / sequence_bytes(p, whole) * groups)
    return Budget(
        dense + experts + ends,
        held,
        room,
        cache_bytes(p, tokens) / tokens,
        sequence,
        limit,
        layout_ok(p),
        tokens,
        together,
    )
