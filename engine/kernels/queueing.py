"""Queueing formulas of a batching server: who is in service, and quantiles from three moments.

Nothing here knows what is served. Scalars in, scalars out.
"""

import math
from typing import NamedTuple

from engine.jit import kernel, part

#: Quantiles of the standard normal distribution at 95 % and 99 %.
Z95 = 1.6448536269514722
Z99 = 2.3263478740408408

_ROOT_HALF = 0.7071067811865476
_DENSITY = 0.3989422804014327
_LEAST_SKEW = 0.02
_FRACTION_TERMS = 80
_NEVER = -34.0


class Occupancy(NamedTuple):
    """Stationary number in service of a birth-death server with `limit` slots.

    Attributes
    ----------
    empty, waiting : float
        Probability of nobody in service; of every slot taken, which an arrival sees too.
    mean, variance : float
        Of the number in service.
    """

    empty: float
    waiting: float
    mean: float
    variance: float


class Shape(NamedTuple):
    """A lognormal moved by `shift`: quantile z is shift + scale * exp(sigma * z)."""

    shift: float
    scale: float
    sigma: float


@kernel
def log_gamma(x: float) -> float:
    """Return ln Gamma(x) for x >= 1 by Stirling's series; absolute error below 1e-8 (x < 1e6)."""
    moved = 0.0
    if x < 8.0:
        moved = math.log(x * (x + 1.0) * (x + 2.0) * (x + 3.0))
        x += 4.0
    y = 1.0 / x
    series = y * (1.0 / 12.0 - y * y * (1.0 / 360.0 - y * y * (1.0 / 1260.0)))
    return (x - 0.5) * math.log(x) - x + 0.9189385332046727 + series - moved


@kernel
def tail_ratio(a: float, b: float, x: float) -> float:
    """Return the tail of a negative binomial over its first term, for x < (a + 1) / (a + b).

    It is the sum over j of the probabilities of a + j, over that of a, for shape b and ratio x: the
    continued fraction of the incomplete beta function, by Lentz's method to 1e-7.
    """
    d = 1.0 / (1.0 - (a + b) * x / (a + 1.0))
    c, h = 1.0, d
    for m in range(1, _FRACTION_TERMS):
        e = a + 2.0 * m
        t = m * (b - m) * x / ((e - 1.0) * e)
        d = 1.0 / (1.0 + t * d)
        c = 1.0 + t / c
        h *= d * c
        t = -(a + m) * (a + b + m) * x / (e * (e + 1.0))
        d = 1.0 / (1.0 + t * d)
        c = 1.0 + t / c
        h *= d * c
        if abs(d * c - 1.0) < 1e-7:
            break
    return h


@kernel
def log_choices(r: float, limit: float) -> float:
    """Return ln Gamma(limit + r + 1) / (Gamma(r + 1) Gamma(limit + 1)), which holds at any rate."""
    return log_gamma(limit + r + 1.0) - log_gamma(r + 1.0) - log_gamma(limit + 1.0)


@kernel
def occupancy(r: float, rho: float, limit: float, load: float, stretch: float) -> Occupancy:
    """Return the occupancy of a server whose death rate is m / (r + m) below `limit`, constant above.

    Below the limit the number in service is negative binomial of shape r + 1 and ratio `rho`, beyond
    it geometric with ratio 1 - (1 - load) / `stretch`, where `load` < 1 is the arrivals over the
    greatest death rate and `stretch` is 1 for Poisson arrivals. `limit` may be broken: the formula
    joins the whole numbers smoothly.
    """
    return occupied(r, rho, limit, load, stretch, log_choices(r, limit))


@part
def occupied(r: float, rho: float, limit: float, load: float, stretch: float, choices: float) -> Occupancy:
    """Return what `occupancy` does, given `log_choices`."""
    k = r + 1.0
    miss = 1.0 - rho
    odds = rho / miss
    mean = k * odds
    log_miss = math.log(miss)
    empty = math.exp(k * log_miss)
    # ln rho <= rho - 1 tells most often that no slot is short, without a logarithm.
    if choices + k * log_miss - limit * miss < _NEVER:
        return Occupancy(empty, 0.0, mean, mean / miss)
    log_first = choices + k * log_miss + limit * math.log(rho)
    if log_first < _NEVER:
        return Occupancy(empty, 0.0, mean, mean / miss)
    first = math.exp(log_first)
    tail = min(first * tail_ratio(limit, k, rho), 1.0)
    queued = first * stretch / (1.0 - load)
    whole = 1.0 - tail + queued
    s1 = mean * (1.0 - tail) - first * limit / miss
    factor = limit * first / (k * rho) * (1.0 + (limit - 1.0) * miss / ((k + 1.0) * rho))
    s2 = k * (k + 1.0) * odds * odds * (1.0 - tail - factor)
    inside = min((max(s1, 0.0) + limit * queued) / whole, limit)
    square = (max(s2, 0.0) + max(s1, 0.0) + limit * limit * queued) / whole
    return Occupancy(empty / whole, queued / whole, inside, max(square - inside * inside, 0.0))


@kernel
def fit(mean: float, variance: float, third: float) -> Shape:
    """Return the shifted lognormal with this mean, variance and third central moment.

    A skewness below 0.02 is raised to it, where the shape is as good as normal.
    """
    deviation = math.sqrt(max(variance, 1e-18 * mean * mean))
    skew = max(third / (deviation * deviation * deviation), _LEAST_SKEW)
    root = (0.5 * (skew + math.sqrt(skew * skew + 4.0))) ** (1.0 / 3.0)
    cv = root - 1.0 / root
    ratio = 1.0 + cv * cv
    scale = deviation / (cv * math.sqrt(ratio))
    return Shape(mean - deviation / cv, scale, math.sqrt(math.log(ratio)))


@kernel
def quantile(s: Shape, z: float) -> float:
    """Return the quantile of `s` at the standard normal quantile `z`."""
    return s.shift + s.scale * math.exp(s.sigma * z)


@kernel
def median(s: Shape) -> float:
    """Return the median of `s`."""
    return s.shift + s.scale


@kernel
def normal_quantile(share: float) -> float:
    """Return the standard normal quantile of `share`, 0 < share < 1, to 4.5e-4 (Hastings 26.2.23)."""
    tail = min(share, 1.0 - share)
    t = math.sqrt(-2.0 * math.log(tail))
    above = 2.515517 + t * (0.802853 + t * 0.010328)
    z = t - above / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    return z if share >= 0.5 else -z


@kernel
def exceedance(z: float) -> float:
    """Return the probability that a standard normal variable exceeds z."""
    return 0.5 * math.erfc(z * _ROOT_HALF)


@kernel
def delayed_quantile(s: Shape, mean: float, share: float, wait: float, z: float, tail: float) -> float:
    """Return the value exceeded with probability `tail` (normal quantile `z`) by a delayed variable.

    T has shape `s` and `mean`; for a `share` of cases an exponential `wait` comes on top, so that
    P(T > x) = q + share (1 - q) exp((mean - x) / wait), q that of the shape alone. By Newton's method in
    the logarithm, kept between bounds, to 1e-4 of the probability.
    """
    low = quantile(s, z) if z != 0.0 else median(s)
    if share < 1e-4 * tail:
        return low
    if share > tail:
        low = max(low, mean + wait * math.log(share / tail))
    x, high = low, math.inf
    for step in range(40):
        u = math.log(max(x - s.shift, 1e-12 * s.scale) / s.scale) / s.sigma
        plain = exceedance(u)
        later = share * math.exp(min(0.0, (mean - x) / wait))
        whole = plain + later * (1.0 - plain)
        f = math.log(whole / tail)
        if abs(f) < 1e-4:
            break
        if f > 0.0:
            low = x
        else:
            high = x
        fall = _DENSITY * math.exp(-0.5 * u * u) / (s.sigma * max(x - s.shift, 1e-12 * s.scale))
        fall *= 1.0 - later
        if x > mean:
            fall += later * (1.0 - plain) / wait
        x += f * whole / max(fall, 1e-300)
        # Newton's steps may turn back and forth over the kink at the mean: halve from then on.
        if step > 8 or not low < x < high:
            x = 0.5 * (low + high) if high < math.inf else low + wait
    return x
