"""Servers other than the open replica: a closed loop, and a prefill pool of its own."""

import math
from typing import NamedTuple

from engine.jit import kernel, part
from engine.kernels.latency import Moments, State, total
from engine.kernels.queueing import Shape
from engine.kernels.server import Server, extra_steps, lengths, node


class PrefillPool(NamedTuple):
    """Workers that only prefill; the rest only decode.

    Attributes
    ----------
    share : float
        Of all workers; 0 where prefill and decode share one pool.
    service, alone : float
        Mean time of a prompt under load, and what it takes longer alone on its worker [s].
    transfer : float
        Time to move its cache to the decode pool [s].
    most : float
        Requests a second that the prefill pool can bring to one decode worker; infinite without one.
    decoders, accelerators : float
        Decode workers, and accelerators of both pools, of one replica. Without set sizes a replica is
        the mean worker, so that `decoders` is 1 - `share`.
    asked : float
        Decode workers that the concurrency of the deployment is spread over.
    """

    share: float
    service: float
    alone: float
    transfer: float
    most: float
    decoders: float
    accelerators: float
    asked: float


class Closed(NamedTuple):
    """Latency in a closed loop."""

    ttft: Moments
    tpot: Moments
    e2e: Shape


@kernel
def pool_ttft(s: Server, pool: PrefillPool, rate: float) -> Moments:
    """Return TTFT of a prefill pool: Pollaczek-Khinchine wait, own prefill, transfer of the cache.

    `rate` is that of one prefill replica [1/s]. Moments of the wait are Takacs's for M/G/1; other
    arrivals stretch it by (1 + cv^2) / 2.
    """
    q = s.prompt_square
    one = pool.service
    two, three, four = one**2 * q, one**3 * q**3, one**4 * q**6
    free = max(1.0 - rate * one, 1e-9)
    gain = rate / free
    w1 = gain * two / 2.0
    w2 = 2.0 * w1 * w1 + gain * three / 3.0
    w3 = gain * (1.5 * two * w2 + three * w1 + four / 4.0)
    stretch = max(1.0 + 0.5 * s.burst, 0.1)
    own = one * one * (q - 1.0)
    skew = one**3 * (q - 1.0) ** 2 * (q + 2.0)
    return Moments(
        w1 * stretch + one + pool.alone + pool.transfer,
        max(w2 - w1 * w1, 0.0) * stretch**2 + own,
        (w3 - 3.0 * w1 * w2 + 2.0 * w1**3) * stretch**3 + skew,
    )


@kernel
def _met(s: Server, load: float) -> float:
    """Return the wait behind others at a single server of `load` over that with Poisson arrivals.

    Kingman (1 + cv^2) / 2; arrivals evener than Poisson meet still fewer where the load is light (Kraemer
    and Langenbach-Belz 1976).
    """
    stretch = max(1.0 + 0.5 * s.burst, 0.1)
    if s.burst >= 0.0:
        return stretch
    light = (1.0 - min(load, 1.0)) / max(load, 1e-9)
    return stretch * math.exp(-light * 2.0 / 3.0 * s.burst**2 / max(s.burst + s.prompt_square, 1e-9))


@part
def chunked_ttft(s: Server, t: State, more: float) -> Moments:
    """Return TTFT where the token budget cuts prompts, into `more` than one chunk: they queue for it.

    A single server whose service is a prompt with a bare step for each budget's worth of it, and that
    idles for bare steps (Pollaczek-Khinchine with vacations; moments of the wait by Takacs). What is met
    of others with other arrivals is `_met` of that.
    """
    q, own = s.prompt_square, t.work + s.alone
    room = s.c * max(s.budget - t.batch, 1.0)
    one = t.work * (1.0 + t.base / max(room, 1e-30))
    two, three = one * one * q, one**3 * q**3
    gain = t.rate / max(1.0 - t.rate * one, 1e-3)
    w1 = 0.5 * gain * two
    w2 = 2.0 * w1 * w1 + gain * three / 3.0
    w3 = gain * (1.5 * two * w2 + three * w1 + 0.25 * one**4 * q**6)
    rest = 0.5 * (1.0 - t.empty) * t.base
    served = own + more * t.base
    stretch = _met(s, t.rate * one)
    ahead = w1 * stretch
    wide, skew = (
        (w2 - w1 * w1) * stretch**2 + rest * t.base / 6.0,
        (w3 - 3.0 * w1 * w2 + 2.0 * w1**3) * stretch**3,
    )
    # Who comes behind until one's last step begins shares it, as far as there is room: half of it.
    come = t.prefill * min(stretch, 1.0)
    behind = come * (rest + ahead + served * more / (1.0 + more))
    taken = room / max(room + 2.0 * behind, 1e-30)
    # They are the more the longer one waits, and come by chance: a compound of the wait.
    each = taken * taken
    pull = 1.0 + come * each
    third = pull**3 * skew + each * each * (3.0 * pull * t.m2 * wide + each * t.m3 * (rest + ahead))
    return Moments(
        rest + ahead + t.base + served + behind * taken,
        pull * pull * wide + each * each * t.m2 * (rest + ahead) + served * served * (q - 1.0),
        third + served**3 * (q - 1.0) ** 2 * (q + 2.0),
    )


@kernel
def queued(m: Moments, wait: float, rate: float) -> Moments:
    """Return `m` after `wait` [s] in a queue that moves up whenever one of `rate` a second ends."""
    spread = wait / rate
    return Moments(m.mean + wait, m.variance + spread, m.third + spread / rate)


@kernel
def crowding(s: Server, batch: float, rounds: float, away: float) -> float:
    r"""Return the prompts that come with another in one step of a closed loop, mean after the first round.

    Requests that started together end together, spread only by how much their lengths differ and by
    how long they take from client to client: over :math:`\sqrt{m^2 + (k - 1) v}` steps in round k, with
    m the steps the first prompts took and v the squared width of lengths and ways [steps], until they
    are spread over all of an answer's steps.
    """
    others = max(batch - 1.0, 0.0)
    if rounds <= 1.0:
        return others / s.output
    m = min(max(batch * s.prompt / max(s.budget - 0.5 * batch, 1.0), 1.0), s.output)
    jitter = away / (s.a + s.b * batch)
    v = 12.0 * ((s.output_square - 1.0) * s.output * s.output + jitter * jitter)
    after = rounds - 1.0
    near = after
    if v > 0.0:
        near = min(after, (s.output * s.output - m * m) / v)
    spread = math.sqrt(m * m + (near + 0.5) * v) + math.sqrt(m * m + 0.5 * v)
    close = 2.0 * near / spread + (after - near) / s.output
    return others * max(close / after, 1.0 / s.output)


@part
def closed_loop(s: Server, batch: float, rounds: float, away: float) -> Closed:
    """Return the latency of `s` when exactly `batch` requests are always in flight, `away` between two.

    A finished request is replaced at once, so each of the others brings one prompt in O steps. Every
    prompt delays the tokens of its step; prompts of a step wait for each other.
    """
    base, g = s.a + s.b * batch, lengths(s)
    work = s.c * s.prompt
    q = s.prompt_square
    met = crowding(s, batch, rounds, away)
    # Prompts of one's own step delay the first token, not the others. Half of the last round runs on
    # while nobody comes any more.
    others = max(batch - 1.0 - met, 0.0) / max(s.output - 1.0, 1.0) * (1.0 - 0.5 / rounds)
    tpot = base + others * work
    # Prompts come as evenly as answers end.
    count = min(s.output_square - 1.0, 1.0)
    own = work + s.alone
    cv2 = q - 1.0
    first = Moments(
        base + met * work + own + extra_steps(s, g.sigma, batch) * base,
        own * own * cv2 + met * work * work * q,
        own**3 * cv2 * cv2 * (cv2 + 3.0) + met * work**3 * q**3,
    )
    noise = others * work * work * (cv2 + count)
    inverse = square = 0.0
    for i in range(5):
        weight, steps = node(g, i)
        inverse += weight / steps
        square += weight / (steps * steps)
    tokens = Moments(tpot, noise * inverse, others * work**3 * q**3 * square)
    return Closed(first, tokens, total(s, first, tpot, 0.0, 0.0, noise))
