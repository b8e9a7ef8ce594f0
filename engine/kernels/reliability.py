"""Failures: what share of time enough replicas answer, how many spares that takes, what is shed."""

import math
from typing import NamedTuple

import numpy as np

from engine.jit import kernel, part
from engine.units import MONTH

#: Failures expected at once up to which they are counted one by one.
_COUNTED = 4.0
_NEGLIGIBLE = 1e-17


class Domains(NamedTuple):
    """What fails together.

    Attributes
    ----------
    replicas : float
        Replicas of one domain.
    up, log_up : float
        Share of time that a domain answers, 0-1, and its logarithm.
    """

    replicas: float
    up: float
    log_up: float


class Tail(NamedTuple):
    """More domains down than there are spares: how likely, and how many are missing in the mean."""

    more: float
    missing: float


@kernel
def repair_time(p: np.void) -> float:
    """Return the mean time until capacity is back after a failure [s]."""
    r = p.reliability
    if r.repair == 0.0:
        return float(r.hot_time)
    return float(r.swap_time if r.repair == 1.0 else r.field_time)


@kernel
def domains(p: np.void, size: float) -> Domains:
    """Return what fails together where a replica has `size` accelerators."""
    r, a = p.reliability, p.accelerator
    together = size
    if r.domain == 1.0:
        together = max(size, a.server_size)
    elif r.domain == 2.0:
        together = max(size, a.scaleup_domain)
    mean = r.mtbf / together
    up = mean / (mean + repair_time(p)) * (1.0 - r.planned)
    return Domains(together / size, up, math.log1p(-(1.0 - up)))


@kernel
def normal_tail(trials: float, down: float, spares: float) -> float:
    """Return the normal deviate of more than `spares` of `trials` down, each with probability `down`.

    Peizer and Pratt's (1968) with their continuity correction; spares need not be whole. Its tail is
    within 1 % of the binomial one from three expected failures on, where the plain normal is off by
    half at three standard deviations.
    """
    s, t = spares + 0.5, trials - spares - 0.5
    if t <= 0.0:
        return 40.0
    up, mean = 1.0 - down, trials * down
    d = s + 1.0 / 6.0 - (trials + 1.0 / 3.0) * down
    d += 0.02 * (down / (s + 0.5) - up / (t + 0.5) + (down - 0.5) / (trials + 1.0))
    off = s - mean
    if abs(off) < 1e-5 * mean:
        return d / math.sqrt(mean * up)
    deviance = s * math.log(s / mean) + t * math.log(t / (trials * up))
    return d / abs(off) * math.sqrt(max(2.0 * deviance, 0.0) / (1.0 + 1.0 / (6.0 * trials)))


@kernel
def tail(needed: float, spares: float, up: float) -> Tail:
    r"""Return how likely fewer than `needed` of `needed + spares` are up, and how many are then missing.

    At most k of N + k fail exactly when fewer than k + 1 fail before the N-th success:
    .. math:: \sum_{d \le k} \binom{N + d - 1}{d} A^N (1 - A)^d
    one short sum for all k, which needs no whole N; between whole k it is drawn straight. What is missing
    is the same sum once more, for :math:`N P(J < N) - E[J; J < N]`.
    """
    return tail_of(needed, spares, up, math.log1p(-(1.0 - up)))


@kernel
def tail_of(needed: float, spares: float, up: float, log_up: float) -> Tail:
    """Return what `tail` does, given the logarithm of `up`."""
    n, down = max(needed, 1.0), 1.0 - up
    if down <= 0.0:
        return Tail(0.0, 0.0)
    if n * down > _COUNTED * up:
        return _normal(n, spares, up)
    first, second = math.exp(n * log_up), math.exp((n - 1.0) * log_up)
    whole = math.floor(spares)
    part = spares - whole
    # `below` counts failures before success n, `before` those before success n - 1.
    below, before, d = 0.0, 0.0, 0.0
    while d <= whole and (first > _NEGLIGIBLE or d < n * down):
        below += first
        before += second
        first *= (n + d) / (d + 1.0) * down
        second *= (n - 1.0 + d) / (d + 1.0) * down
        d += 1.0
    more, missing = _lacking(n, n + whole, up, below, before)
    if part > 0.0:
        next_more, next_missing = _lacking(n, n + whole + 1.0, up, below + first, before + second)
        more += part * (next_more - more)
        missing += part * (next_missing - missing)
    return Tail(more, missing)


@kernel
def _lacking(n: float, trials: float, up: float, below: float, before: float) -> tuple[float, float]:
    more = max(1.0 - below, 0.0)
    return more, max(n * more - trials * up * max(1.0 - before, 0.0), 0.0)


@kernel
def _normal(n: float, spares: float, up: float) -> Tail:
    trials = n + spares
    z = normal_tail(trials, 1.0 - up, spares)
    more = 0.5 * math.erfc(z * math.sqrt(0.5))
    wide, off = math.sqrt(trials * up * (1.0 - up)), spares + 0.5 - trials * (1.0 - up)
    if abs(off) > wide:
        wide = off / z
    # Summed over whole counts the tail begins half a failure earlier.
    z -= 0.5 / wide
    height = math.exp(-0.5 * z * z) / math.sqrt(2.0 * math.pi)
    return Tail(more, max(wide * (height - z * 0.5 * math.erfc(z * math.sqrt(0.5))), 0.0))


@kernel
def spares_for(needed: float, up: float, allowed: float) -> float:
    """Return the spares with which fewer than `needed` are up for a share `allowed` of the time at most."""
    return spares_of(needed, up, math.log1p(-(1.0 - up)), allowed)


@kernel
def spares_of(needed: float, up: float, log_up: float, allowed: float) -> float:
    """Return what `spares_for` does, given the logarithm of `up`."""
    n, down = max(needed, 1.0), 1.0 - up
    if down <= 0.0:
        return 0.0
    if n * down <= _COUNTED * up:
        term = math.exp(n * log_up)
        below, d = term, 0.0
        while 1.0 - below > allowed and (term > _NEGLIGIBLE or d < n * down):
            term *= (n + d) / (d + 1.0) * down
            below += term
            d += 1.0
        # Straight between whole spares, as in `tail`.
        return d - (below - (1.0 - allowed)) / term if d > 0.0 else 0.0
    z = _deviate(allowed)
    # Failures before success n: mean and variance of the negative binomial, then secants on the deviate.
    k = max(n * down / up + z * math.sqrt(n * down) / up, 0.0)
    wide = math.sqrt((n + k) * up * down) / up
    seen = normal_tail(n + k, down, k)
    for _ in range(3):
        last, before = k, seen
        k = max(k + (z - seen) * wide, 0.0)
        if abs(k - last) < 1e-3:
            break
        seen = normal_tail(n + k, down, k)
        if seen == before:
            break
        wide = (k - last) / (seen - before)
    return k


@kernel
def _deviate(tail_share: float) -> float:
    """Return the normal deviate that a share `tail_share` below one half exceeds (Hastings, 4.5e-4)."""
    t = math.sqrt(-2.0 * math.log(min(max(tail_share, 1e-16), 0.5)))
    above = 2.515517 + t * (0.802853 + t * 0.010328)
    return t - above / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)))


@kernel
def standby(p: np.void) -> float:
    """Return the capacity paid for to take over another region's load, over what is needed."""
    return float(p.reliability.failover) if p.reliability.regions == 1.0 else 0.0


@kernel
def overbuilt(p: np.void) -> float:
    """Return a fleet of a fixed size over what it is loaded as."""
    return float(1.0 + p.fleet.spare_share + standby(p))


@kernel
def sites(p: np.void) -> float:
    """Return how many regions share the load."""
    return 2.0 if p.reliability.regions == 1.0 else 1.0


@kernel
def allowed_failures(p: np.void) -> float:
    """Return the share of time that one region may lack replicas for the service to reach its target."""
    r = p.reliability
    share, cause = r.failover, r.common_cause
    region = r.target
    if r.regions == 1.0 and share > 0.0:
        # 1 - T = (1 - A)(1 - share A), solved for A.
        total = 1.0 + share
        region = 2.0 * r.target / (total + math.sqrt(total * total - 4.0 * share * r.target))
    elif r.regions == 2.0:
        other = 1.0 - share * (1.0 - cause)
        region = 1.0 - (1.0 - r.target) / other if other > 0.0 else 0.0
    allowed = 1.0 - region / (1.0 - cause)
    return min(max(allowed, 0.1 * cause, 1e-9), 0.5)


@kernel
def target_spares(p: np.void, needed: float, f: Domains) -> float:
    """Return the spare replicas, all regions together, that the target takes where `f` fail together."""
    split = sites(p) * f.replicas
    return spares_of(needed / split, f.up, f.log_up, allowed_failures(p)) * split


@kernel
def spare_replicas(p: np.void, needed: float, size: float) -> float:
    """Return the spare replicas paid for beside `needed` ones of `size` accelerators."""
    if p.reliability.redundancy == 1.0:
        return float(p.reliability.spares)
    if p.reliability.redundancy == 2.0:
        return target_spares(p, needed, domains(p, size))
    return float(needed * p.fleet.spare_share)


@kernel
def service_up(p: np.void, region: float) -> float:
    """Return the share of time that the service answers where one region does for a share `region`."""
    r = p.reliability
    one = (1.0 - r.common_cause) * region
    if r.regions == 0.0:
        return float(one)
    other = one if r.regions == 1.0 else 1.0 - r.common_cause
    return float(1.0 - (1.0 - one) * (1.0 - r.failover * other))


@part
def fill_reliability(p: np.void, needed: float, spares: float, m: np.void) -> None:
    """Fill the metrics of availability for `needed` replicas and `spares` more; the service is filled."""
    f = domains(p, m.accelerators_per_replica)
    split = sites(p) * f.replicas
    m.spares = spares
    m.spares_for_target = spares
    if p.reliability.redundancy != 2.0 or p.deployment.load == 3.0:
        m.spares_for_target = target_spares(p, needed, f)
    m.replica_availability = f.up
    m.fleet_mtbf = p.reliability.mtbf / m.accelerators
    up = 1.0 - tail_of(needed / split, spares / split, f.up, f.log_up).more
    m.region_availability = (1.0 - p.reliability.common_cause) * up
    m.availability = service_up(p, up)
    m.downtime = (1.0 - m.availability) * MONTH
    # In a brown-out fewer replicas carry the peak, each driven further.
    least = needed * min(m.replica_rate / (m.replica_capacity * p.reliability.overload), 1.0)
    lost = tail_of(least / split, (needed + spares - least) / split, f.up, f.log_up).missing
    m.shed_share = lost * split / max(least, split)
    left = max(needed + spares - f.replicas, 0.0)
    m.load_one_down = math.nan
    m.shed_one_down = 1.0
    if left > 1e-9 * needed:
        m.load_one_down = needed * m.replica_rate / (left * m.replica_capacity)
        m.shed_one_down = max(1.0 - left / least, 0.0)


@kernel
def standby_replicas(p: np.void, needed: float, mean: float, region: float) -> float:
    """Return the replicas at a second provider that are paid for in full.

    What is held ready is paid for by its share of `needed`, the replicas of the peak; while the own region
    is down, a share 1 - `region` of the time, the rest of the `mean` ones in use.
    """
    r = p.reliability
    if r.regions != 2.0:
        return 0.0
    used = (1.0 - region) * (1.0 - r.retainer) * min(mean, needed)
    return float(r.failover * (r.retainer * needed + used))
