"""TTFT, TPOT and end-to-end time of a continuously batching replica whose step is affine.

A step lasts a + b * decoding + c * prefill tokens. Prefill is a gated vacation of decoding: what
arrives during a step is prefilled in the next. Means are those of theory/economics.md 2.6 in closed
form; percentiles are those of shifted lognormals with the mean, variance and third moment of the same
sums. Everything holds for one replica and Poisson arrivals; `clustered` widens it to others.
"""

import math
from typing import NamedTuple

from engine.jit import kernel, part
from engine.kernels.queueing import Z99, Shape, fit, occupied
from engine.kernels.server import Given, Server, full_step, node, shortest

# Where exp(-y) is nothing beside 1.
_FORGOTTEN = 30.0


class State(NamedTuple):
    """A server at one arrival rate.

    Attributes
    ----------
    rate, load : float
        Requests a second; the same over the capacity.
    empty, waiting, wait : float
        Probability of nobody in service and of every slot taken; mean wait for a slot where there is one.
    batch, crowd, crowd_third : float
        Mean of the number in service; its variance and third central moment as far as slots allow.
    relax : float
        Time in which that number forgets its past.
    prefill, work, m2, m3 : float
        Share of time on prefill; prefill of a mean prompt; rate times second and third moment of it.
    base, step, own : float
        Step without prefill; step as decoding sequences see it; step that brings the first token.
    s1, s2, s3 : float
        Mean, variance and third central moment of the step an arrival finds in progress.
    """

    rate: float
    load: float
    empty: float
    waiting: float
    wait: float
    batch: float
    crowd: float
    crowd_third: float
    relax: float
    prefill: float
    work: float
    m2: float
    m3: float
    base: float
    step: float
    own: float
    s1: float
    s2: float
    s3: float


class Moments(NamedTuple):
    """Mean, variance and third central moment."""

    mean: float
    variance: float
    third: float


@kernel
def clumping(s: Server, g: Given, lp: float) -> float:
    r"""Return by how much prefill in lumps widens the number in service, over the share `lp` of it.

    Whoever comes during a long step begins with the next, so that answers begin in clumps, the larger the
    longer prompts are. With V the variance of arrivals a step over their mean,

    .. math:: V = 1 + \frac{2 l}{1 - l} + q \frac{l^2}{(1 - l)^2}

    and e = E[min(O, O')] / E[O], which says how long two answers run side by side, that number has the
    variance (1 - l) (1 + e (V - 1)) times that of sequences that share the server evenly (a shot noise with
    feedback, linear about its mean). The token budget changes when they begin, not how many there are.
    """
    return g.together * (2.0 + s.prompt_square * lp / (1.0 - lp)) - 1.0


@part
def state(s: Server, g: Given, rate: float) -> State:
    """Return the state of `s` at `rate` requests a second, below its capacity."""
    fixed, each = g.fixed, g.each
    rho = min(rate * each, 1.0 - 1e-9)
    load = min(rate / s.capacity, 1.0 - 1e-9)
    stretch = max(1.0 + 0.5 * s.burst, 0.1)
    o = occupied(fixed / each, rho, s.limit, load, stretch, g.choices)
    work = s.c * s.prompt
    lp = min(rate * work, 1.0 - 1e-9)
    more = lp * clumping(s, g, lp)
    # Nobody sees more than every slot taken: the 99th percentile of a normal may not lie beyond, and
    # the long upper tail goes as slots run out.
    spread = max(1.0 + 0.8 * s.burst, 0.1) * (1.0 + more)
    wide = spread * o.variance
    room = max(s.limit - o.mean, 0.0) / Z99
    crowd = min(wide, room * room)
    left = crowd / max(wide, 1e-30)
    third = spread * spread * o.variance * (1.0 + rho) / (1.0 - rho) * left * left
    seen = o.mean + 1.0 - o.waiting
    base = s.a + s.b * max(seen - 1.0, 0.0)
    seen += more * left / (1.0 - rho)
    m2 = rate * work * work * s.prompt_square
    m3 = m2 * work * s.prompt_square * s.prompt_square
    # Cumulants of the step: it grows by the work that arrived during the last one.
    k1 = base / (1.0 - lp)
    k2 = m2 * k1 / (1.0 - lp * lp)
    k3 = (3.0 * lp * m2 * k2 + m3 * k1) / (1.0 - lp * lp * lp)
    # An arrival finds long steps more often.
    s1 = k1 + k2 / k1
    s2 = max(k3 / k1 + 3.0 * k2 + k1 * k1 - s1 * s1, 0.0)
    return State(
        rate,
        load,
        o.empty,
        o.waiting,
        stretch / (s.capacity * (1.0 - load)),
        o.mean,
        crowd,
        third,
        (fixed + o.mean * each) ** 2 / fixed,
        lp,
        work,
        m2,
        m3,
        base,
        (s.a + s.b * seen) / (1.0 - lp),
        base + work + lp * s1,
        s1,
        s2,
        2.0 * s2 * s2 / max(s1 - base, 1e-9 * s1),
    )


@part
def ttft_moments(s: Server, t: State, more: float) -> Moments:
    """Return the moments of TTFT without the wait for a slot.

    The rest of the step in progress, then a step with the own prompt and those that came meanwhile, and
    `more` steps of the own prompt.
    """
    half = 0.5 + t.prefill
    mean = half * t.s1
    square = t.s2 + t.s1 * t.s1
    var = square / 12.0 + t.m2 * t.s1 + half * half * t.s2
    third = t.m3 * t.s1 + half**3 * t.s3
    third += 3.0 * half * ((t.s3 + 2.0 * t.s1 * t.s2) / 12.0 + t.m2 * t.s2)
    busy, free = 1.0 - t.empty, t.empty
    third = busy * (third + 3.0 * free * var * mean + free * (free - busy) * mean**3)
    var = busy * (var + free * mean * mean)
    cv2 = s.prompt_square - 1.0
    own = t.work + s.alone
    crowd = s.b * s.b * t.crowd * (1.0 + half) ** 2
    first = busy * mean + t.base + own + more * t.base
    return clustered(
        s,
        t,
        Moments(first, var + own * own * cv2 + crowd, third + own**3 * cv2 * cv2 * (cv2 + 3.0)),
    )


@kernel
def clustered(s: Server, t: State, m: Moments) -> Moments:
    """Return moments of TTFT for arrivals more or less even than Poisson.

    An arrival meets others of its own cluster, whose prompts go first or along. How many is fitted to
    simulations of gamma arrivals with a variation of 0.5-3 at up to 0.8 of capacity.
    """
    if s.burst == 0.0:
        return m
    if s.burst < 0.0:
        # Even arrivals meet fewer others; the rest of a bare step is waited for all the same.
        met = (1.0 - t.empty) * ((0.5 + t.prefill) * t.s1 - 0.5 * t.base)
        left = 1.0 + 0.85 * s.burst * met / m.mean
        return Moments(m.mean * left, m.variance * left * left, m.third * left**3)
    more = 0.65 * math.sqrt(math.sqrt(min(t.rate * t.s1, 2.0))) * s.burst * t.work / (1.0 - t.prefill)
    added = more * (more + 0.6 * t.work * s.prompt_square)
    return Moments(m.mean + more, m.variance + added, m.third + 2.0 * added * math.sqrt(added))


@kernel
def _shrink(x: float) -> float:
    # Pade form of 2 (x - 1 + exp(-x)) / x^2, the variance left in a mean over x relaxation times.
    return (12.0 + 2.0 * x) / (12.0 + x * (6.0 + x))


@kernel
def filled(s: Server, t: State) -> float:
    """Return how often a prompt and those before it fill the token budget of a step."""
    return (t.own - t.base) / max(s.c * max(s.budget - t.batch, 1.0), 1e-30)


@part
def tpot_moments(s: Server, g: Given, t: State, first: Moments) -> Moments:
    """Return the moments of TPOT, given those of the own first step's latency.

    Given the output length: who else is in service, averaged over one's life; prefill of others, with
    the slots they take from then on; and the drag of one's own long first step. Then mixed over
    lognormal lengths, since short answers scatter more.
    """
    lp = t.prefill
    gain = 1.0 / (1.0 - lp)
    # Prefill of so many steps ago is forgotten; ln p <= p - 1 tells without a logarithm.
    log_lp = lp - 1.0
    if shortest(g.lengths) * (1.0 - lp) <= _FORGOTTEN:
        log_lp = math.log(max(lp, 1e-300))
    slope = s.b * gain
    spread = max(1.0 + 0.8 * s.burst, 0.1)
    crowd = slope * slope * t.crowd + spread * slope * gain * lp * t.step
    skewed = slope**3 * t.crowd_third
    noise = spread * t.m2 * t.step * gain * gain
    lumps = spread * spread * t.step * gain**3 * (t.m3 + 3.0 * t.m2 * t.m2 * gain)
    excess = t.own - t.step
    least, full = s.a + s.b, full_step(s)
    pace = t.step / t.relax
    mean = second = third = 0.0
    for i in range(5):
        weight, steps = node(g.lengths, i)
        y, once = -steps * log_lp, 1.0 / steps
        drag = lp * gain * once * (1.0 if y > _FORGOTTEN else 1.0 - math.exp(-y))
        f = _shrink(steps * pace)
        here = min(excess * drag, max(full - t.step, 0.0))
        middle = t.step + here
        # What lies between two bounds cannot vary more than if it were at either.
        most = max((full - middle) * (middle - least), 0.0)
        var = min(crowd * f + noise * once + first.variance * drag * drag, most)
        skew = skewed * f * math.sqrt(f) + lumps * once * once + first.third * drag * drag * drag
        mean += weight * here
        second += weight * (var + here * here)
        third += weight * (skew + 3.0 * var * here + here * here * here)
    more = s.burst * gain * (0.85 * s.b + t.work / s.output * (0.5 + 2.5 * lp))
    central = third - 3.0 * mean * second + 2.0 * mean**3
    average = max(t.step + mean + more, 0.5 * t.step)
    return Moments(average, max(second - mean * mean, 0.0), central)


@kernel
def waited(t: State, m: Moments) -> Moments:
    """Return `m` plus the wait for a slot, exponential for the share of arrivals that finds none."""
    mean = t.waiting * t.wait
    variance = mean * (2.0 * t.wait - mean)
    third = mean * (6.0 * t.wait * t.wait - 6.0 * mean * t.wait + 2.0 * mean * mean)
    return Moments(m.mean + mean, m.variance + variance, m.third + third)


@kernel
def total(s: Server, first: Moments, tpot: float, crowd: float, skewed: float, noise: float) -> Shape:
    """Return the shape of TTFT plus (O - 1) TPOT.

    Parameters
    ----------
    first : Moments
        Of TTFT, all waits included.
    tpot : float
        Mean time per output token [s].
    crowd, skewed : float
        Variance and third central moment of TPOT that all tokens of a request share.
    noise : float
        Variance of one token's time, independent from token to token [s^2].
    """
    steps = max(s.output - 1.0, 1e-9)
    cv2 = s.output_square - 1.0
    out = s.output * s.output * cv2
    skew = s.output**3 * cv2 * cv2 * (cv2 + 3.0)
    raw2 = out + steps * steps
    raw3 = skew + 3.0 * out * steps + steps**3
    variance = tpot * tpot * out + crowd * raw2 + noise * steps + first.variance
    third = tpot**3 * skew + first.third + skewed * raw3
    third += 3.0 * tpot * (noise * out + crowd * (raw3 - steps * raw2))
    return fit(first.mean + steps * tpot, variance, third)


@kernel
def token_time(s: Server, t: State) -> float:
    """Return the mean TPOT over tokens rather than requests: long answers feel their first step less."""
    gain = 1.0 / (1.0 - t.prefill)
    drag = t.prefill * min(gain / max(s.output - 1.0, 1.0), 1.0)
    more = s.burst * gain * (0.85 * s.b + t.work / s.output * (0.5 + 2.5 * t.prefill))
    return max(t.step + (t.own - t.step) * drag + more, 0.5 * t.step)


@part
def e2e_shape(s: Server, t: State, first: Moments, tpot: float) -> Shape:
    """Return the shape of the end-to-end time from TTFT's moments (all waits in) and time per token."""
    gain = 1.0 / (1.0 - t.prefill)
    spread = max(1.0 + 0.8 * s.burst, 0.1)
    typical = s.output * s.output_square
    f = _shrink(typical * t.step / t.relax)
    slope = s.b * gain
    crowd = f * (slope * slope * t.crowd + spread * slope * gain * t.prefill * t.step)
    skewed = slope**3 * t.crowd_third * f * math.sqrt(f)
    noise = spread * t.m2 * t.step * gain * gain
    return total(s, first, tpot, crowd, skewed, noise)
