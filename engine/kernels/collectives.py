"""What accelerators of a replica tell each other: all-reduces, expert dispatch, pipeline hand-over.

A collective costs a fixed time and its volume over the bandwidth of the tier its group spans. Tensor
ranks are neighbours, then attention groups, then pipeline stages; a group larger than the scale-up
domain is hierarchical, its outer part on the scale-out link. In a small all-reduce every rank reads all
others at once; a large one is a reduce-scatter and an all-gather, which move less and meet twice.
"""

import math
from typing import NamedTuple

import numpy as np

from engine.jit import kernel, part
from engine.kernels.gemm import BF16, weight_format
from engine.kernels.memory import stage_stretch


class Links(NamedTuple):
    """Seconds of communication of one pass through the replica.

    `fixed` whatever the batch, `token` per token of one attention group, `routed` per token of the
    whole replica that goes to experts on other accelerators. All-reduces, fixed and per token of one
    attention group: `once` and `once_token` where ranks read each other whole, `twice` and `twice_token`
    in two phases.
    """

    fixed: float
    token: float
    routed: float
    once: float
    once_token: float
    twice: float
    twice_token: float


@kernel
def local_group(p: np.void) -> float:
    """Return how many neighbours share the scale-up link; a domain of one means the server's bus."""
    a = p.accelerator
    return a.scaleup_domain if a.scaleup_domain > 1.0 else a.server_size


@kernel
def _alpha(p: np.void, group: float, kernel_time: float) -> float:
    # Inside one server even a group beyond the scale-up link crosses no network.
    base = kernel_time + p.stack.collective_extra
    near = max(local_group(p), p.accelerator.server_size)
    return base + p.efficiency.scaleout_time if group > near else base


@kernel
def all_reduce_byte(p: np.void, group: float) -> float:
    """Return seconds per byte of an all-reduce in two phases over `group` ranks.

    Inside the domain 2 (n - 1) / n over the bus; beyond it each rank reduces its share of the domain
    with its peers in the other domains.
    """
    a, f = p.accelerator, p.efficiency
    near = min(group, local_group(p))
    inner = 2.0 * (near - 1.0) / near / (a.scaleup_bandwidth * f.link)
    if group <= near:
        return inner
    domains = math.ceil(group / near)
    return inner + 2.0 * (domains - 1.0) / domains / near / (a.scaleout_bandwidth * f.scaleout)


@kernel
def dispatch_copy(p: np.void) -> float:
    """Return seconds per byte that each rank of a stage sends to experts, averaged over targets.

    Copies to ranks of the domain take the time of the scale-up link, those that stay on the rank
    included, as measured; the others that of the scale-out link.
    """
    a, f = p.accelerator, p.efficiency
    group = p.deployment.tensor_parallel * p.deployment.data_parallel
    near = min(group, local_group(p))
    inner = near / group / (a.scaleup_bandwidth * f.exchange)
    return inner + (group - near) / group / (a.scaleout_bandwidth * f.scaleout)


@kernel
def _dispatch(p: np.void, layers: float) -> float:
    # A token travels once to each rank that holds one of its experts, or a slice of one, in 8 bits
    # where neither experts nor arithmetic are BF16, and its result comes back in BF16.
    m, d = p.model, p.deployment
    group = d.tensor_parallel * d.data_parallel
    slices = group / d.expert_parallel
    copies = min(m.experts_per_token, d.expert_parallel) * slices
    out = 2.0 if BF16 in (weight_format(p, p.precision.experts), p.precision.compute) else 1.0
    hot = p.stack.imbalance if d.expert_parallel > 1.0 else 1.0
    return layers * copies * hot * (out + 2.0) * m.hidden_size / group * dispatch_copy(p)


@part
def plan_links(p: np.void) -> Links:
    """Return what communication of record `p` costs.

    Two all-reduces a layer under tensor parallelism. With attention data parallelism the experts of
    a layer take a dispatch and a combine over all accelerators of the stage in place of one of them.
    """
    m, d, a, f = p.model, p.deployment, p.accelerator, p.efficiency
    t, stages = d.tensor_parallel, d.pipeline_parallel
    stretch = stage_stretch(m.layers, stages)
    moe = min(m.moe_layers, m.layers) * stretch if d.data_parallel > 1.0 else 0.0
    row = 2.0 * m.hidden_size
    fixed, token, routed = 0.0, 0.0, 0.0
    once, once_token, twice, twice_token = 0.0, 0.0, 0.0, 0.0
    if t > 1.0:
        rounds = 2.0 * m.layers * stretch - moe
        once = rounds * _alpha(p, t, f.collective_time)
        twice = once + rounds * f.collective_time
        twice_token = rounds * row * all_reduce_byte(p, t)
        once_token = rounds * row * (t - 1.0) / (a.scaleup_bandwidth * f.link)
        if t > local_group(p):
            once, once_token = twice, twice_token
    if moe > 0.0:
        fixed += 2.0 * moe * _alpha(p, t * d.data_parallel, f.exchange_time)
        routed = _dispatch(p, moe)
    if stages > 1.0:
        whole = t * d.data_parallel * stages
        near = whole <= local_group(p)
        link = a.scaleup_bandwidth * f.link if near else a.scaleout_bandwidth * f.scaleout
        fixed += (stages - 1.0) * _alpha(p, whole, f.collective_time)
        token = (stages - 1.0) * row / t / link
    return Links(fixed, token, routed, once, once_token, twice, twice_token)


@kernel
def communicate(plan: Links, tokens: float, all_tokens: float) -> float:
    """Return what is said for `tokens` of one attention group and `all_tokens` of all [s]."""
    reduced = min(plan.once + tokens * plan.once_token, plan.twice + tokens * plan.twice_token)
    return plan.fixed + tokens * plan.token + all_tokens * plan.routed + reduced
