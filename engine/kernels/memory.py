"""What fits: weights, cache and workspace on the fullest accelerator of a replica."""

from typing import NamedTuple

import numpy as np

from engine.jit import kernel


class Budget(NamedTuple):
    """Memory of one replica, bytes; per accelerator unless said.

    Attributes
    ----------
    weight_bytes : float
        One whole copy of the model.
    weights_per_accelerator, kv_memory : float
        Held by the fullest accelerator; left for the cache there.
    kv_bytes_per_token, kv_bytes_per_sequence : float
        Cache growth per token over the whole copy; cache and state of one sequence on its
        fullest accelerator.
    batch_limit : float
        Sequences a whole replica can run at once.
    layout_ok : float
        1 where the parallel layout is possible.
    """

    weight_bytes: float
    weights_per_accelerator: float
    kv_memory: float
    kv_bytes_per_token: float
    kv_bytes_per_sequence: float
    batch_limit: float
    layout_ok: float


@kernel
def bits_of(code: float) -> float:
    """Return stored bits per element, scales included, of precision `code`."""
    if code == 16.0:
        return 16.0
    if code == 8.0 or code == 9.0:
        return 8.0
    if code == 4.0:
        return 4.5
    return 4.125


@kernel
def budget(p: np.void) -> Budget:
    """Return the memory budget of record `p`."""
    m, d = p.model, p.deployment
    head = m.hidden_size * m.vocabulary
    weights = (
        (m.attention_parameters + m.dense_parameters) * bits_of(p.precision.weights)
        + m.expert_parameters * bits_of(p.precision.experts)
        + (m.embedding_parameters + head) * 16.0
    ) / 8.0
    size = d.tensor_parallel * d.pipeline_parallel
    per = weights / size
    context = p.workload.input_tokens + p.workload.output_tokens / 2.0
    token = (m.kv_elements) * bits_of(p.precision.kv) / 8.0
    seq = token * context / size + m.state_bytes / size
    room = p.accelerator.memory * p.stack.memory_share - per - p.stack.reserved_memory
    limit = min(d.batch_cap, max(0.0, room) / seq * d.data_parallel)
    return Budget(weights, per, room, token, seq, limit, 1.0)
