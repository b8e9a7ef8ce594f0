"""The bill beyond machine-hours: bought tokens, tasks of many calls, uneven users, other supplies."""

import math
from typing import NamedTuple

import numpy as np

from engine.jit import kernel
from engine.kernels.cost import TokenCosts
from engine.kernels.queueing import exceedance, normal_quantile


class Times(NamedTuple):
    """Mean, median, 95th and 99th percentile [s]."""

    mean: float
    p50: float
    p95: float
    p99: float


class Loop(NamedTuple):
    """Tokens of all calls of a task."""

    fresh: float
    cached: float
    output: float


@kernel
def bought_request(p: np.void) -> float:
    """Return what a useful request costs at the seller's price list, retries paid too [$]."""
    w, t = p.workload, p.api
    hit = w.input_tokens * w.cached_share
    listed = t.input * (w.input_tokens - hit) + t.cached * hit + t.output * w.output_tokens
    return listed * (1.0 + t.surcharge) / (1.0 - p.fleet.waste_share)


@kernel
def bought_tokens(p: np.void, cost_per_request: float) -> TokenCosts:
    """Return the cost of a bought token [$]: the price list, scaled to all cost of a request."""
    w, t = p.workload, p.api
    hit = w.input_tokens * w.cached_share
    listed = t.input * (w.input_tokens - hit) + t.cached * hit + t.output * w.output_tokens
    if listed <= 0.0:
        each = cost_per_request / (w.input_tokens + w.output_tokens)
        return TokenCosts(each, each, each)
    scale = cost_per_request / listed
    return TokenCosts(t.output * scale, t.input * scale, t.cached * scale)


@kernel
def stated_times(mean: float, variation: float) -> Times:
    """Return the percentiles of a lognormal time of `mean` [s] and coefficient of `variation`."""
    square = math.log(1.0 + variation * variation)
    sigma = math.sqrt(square)
    median = mean * math.exp(-0.5 * square)
    return Times(mean, median, median * math.exp(1.6448536 * sigma), median * math.exp(2.3263479 * sigma))


@kernel
def task_tokens(p: np.void) -> Loop:
    r"""Return the tokens of a task whose j-th call has the context P + j d.

    .. math:: \sum_{j<n} (P + j d) = n P + d n (n - 1) / 2

    The first call finds the workload's share of its input in the cache, each later one a share of the
    context of the call before it.
    """
    w, t = p.workload, p.task
    n, d = t.calls, t.context_growth
    whole = n * w.input_tokens + 0.5 * d * n * (n - 1.0)
    before = (n - 1.0) * w.input_tokens + 0.5 * d * (n - 1.0) * max(n - 2.0, 0.0)
    hit = w.input_tokens * w.cached_share + t.cached_share * before
    return Loop(whole - hit, hit, n * w.output_tokens)


@kernel
def top_usage(spread: float, share: float) -> float:
    r"""Return the share of all usage by the heaviest `share` of users, lognormal of `spread`.

    .. math:: \Phi(\sigma - z_{1-q})
    """
    if spread < 1e-9:
        return share
    return exceedance(normal_quantile(1.0 - share) - spread)


@kernel
def capped_usage(spread: float, cap: float) -> float:
    r"""Return the mean of usage cut at `cap` times the mean over the mean uncut, lognormal of `spread`.

    .. math:: \Phi(\ln(c)/\sigma - \sigma/2) + c (1 - \Phi(\ln(c)/\sigma + \sigma/2))

    No cap (0) cuts nothing.
    """
    if cap <= 0.0:
        return 1.0
    if spread < 1e-9:
        return min(1.0, cap)
    k = math.log(cap) / spread
    return exceedance(0.5 * spread - k) + cap * exceedance(k + 0.5 * spread)


@kernel
def share_above(spread: float, times: float) -> float:
    """Return the share of users who use more than `times` the mean, lognormal of `spread`."""
    if times <= 0.0:
        return 1.0
    if spread < 1e-9:
        return 1.0 if times < 1.0 else 0.0
    return exceedance(math.log(times) / spread + 0.5 * spread)


@kernel
def breakeven_volume(fixed: float, least: float, most: float, bought: float) -> float:
    """Return the requests per second from which running machines is cheaper than buying tokens.

    NaN where it never is: each further replica costs more than the tokens it would replace.

    Parameters
    ----------
    fixed : float
        Cost that any fleet has [$/s].
    least, most : float
        Cost of the smallest fleet, one replica with its spare [$/s], and the mean rate it serves [1/s].
    bought : float
        Cost of a bought request [$].
    """
    each = least / most
    if bought <= 0.0:
        return math.nan
    first = (fixed + least) / bought
    if first <= most:
        return first
    return fixed / (bought - each) if bought > each else math.nan
