"""What choosing a tier adds to the latency of its answers: the router, or the tiers and judges before it."""

import math
from typing import NamedTuple

import numpy as np

from engine.jit import kernel
from engine.kernels.queueing import Z95, Z99


class Time(NamedTuple):
    """A time over requests by mean and quantiles [s]."""

    mean: float
    p50: float
    p95: float
    p99: float


class Before(NamedTuple):
    """What passed before a tier began: mean [s] and variance [s2]."""

    mean: float
    variance: float


@kernel
def variance_of(t: Time) -> float:
    """Return the variance of a lognormal with the mean of `t` and the ratio of its p95 to its p50 [s2]."""
    sigma = math.log(t.p95 / t.p50) / Z95
    return t.mean * t.mean * math.expm1(sigma * sigma)


@kernel
def after(before: Before, t: Time) -> Time:
    """Return `t` begun after `before`, independent of it.

    A constant moves every quantile; otherwise mean and variance add up and the sum is taken as lognormal.
    """
    mean = before.mean + t.mean
    if not before.variance > 0.0:
        return Time(mean, before.mean + t.p50, before.mean + t.p95, before.mean + t.p99)
    spread = math.log1p((before.variance + variance_of(t)) / (mean * mean))
    sigma = math.sqrt(spread)
    p50 = mean * math.exp(-0.5 * spread)
    return Time(mean, p50, p50 * math.exp(Z95 * sigma), p50 * math.exp(Z99 * sigma))


@kernel
def first_token(m: np.void) -> Time:
    """Return the TTFT of record `m`."""
    return Time(m.ttft_mean, m.ttft_p50, m.ttft_p95, m.ttft_p99)


@kernel
def last_token(m: np.void) -> Time:
    """Return the end-to-end time of record `m`."""
    return Time(m.e2e_mean, m.e2e_p50, m.e2e_p95, m.e2e_p99)


@kernel
def put(first: Time, last: Time, m: np.void) -> None:
    """Set TTFT and end-to-end time of record `m`."""
    m.ttft_mean, m.ttft_p50, m.ttft_p95, m.ttft_p99 = first.mean, first.p50, first.p95, first.p99
    m.e2e_mean, m.e2e_p50, m.e2e_p95, m.e2e_p99 = last.mean, last.p50, last.p95, last.p99


@kernel
def answer(p: np.void, before: Before, last_tier: bool, m: np.void) -> Before:
    """Let a tier of a cascade answer what comes `before` it; return what then is before the next."""
    g = p.routing
    own = last_token(m)
    seen, done = after(before, first_token(m)), after(before, own)
    if not last_tier:
        judged = Before(g.judge_latency, 0.0)
        done = after(judged, done)
        if g.shown == 0.0:
            seen = done
    put(seen, done, m)
    return Before(before.mean + own.mean + g.judge_latency, before.variance + variance_of(own))


@kernel
def wait_for_choice(
    p: np.void,
    used: float,
    r1: float,
    r2: float,
    r3: float,
    r4: float,
    m1: np.void,
    m2: np.void,
    m3: np.void,
    m4: np.void,
) -> None:
    """Turn latencies of tiers `m1` to `m4` into those their users see; `r` is what reaches each tier.

    Shares passed on do not depend on how long an answer took, and times of tiers are independent.
    """  # fmt: skip
    if p.routing.mode == 1.0:
        read = Before(p.routing.router_latency, 0.0)
        for share, m in ((r1, m1), (r2, m2), (r3, m3), (r4, m4)):
            if share > 0.0:
                put(after(read, first_token(m)), after(read, last_token(m)), m)
        return
    begin, streamed = Before(0.0, 0.0), first_token(m1)
    tier = 1.0
    for share, m in ((r1, m1), (r2, m2), (r3, m3), (r4, m4)):
        if share > 0.0:
            begin = answer(p, begin, tier == used, m)
            if p.routing.shown == 1.0:
                put(streamed, last_token(m), m)
        tier += 1.0
