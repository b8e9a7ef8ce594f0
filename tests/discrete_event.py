"""A replica simulated request by request: the check on the closed form, used by tests only.

The server of the literature on continuous batching: first come first served, at most `limit`
sequences in service; in every step each decoding sequence takes one token of the budget, the rest
goes to prefill in order of admission (chunked). A step lasts a + b * decoding + c * prefill tokens.
"""

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray


@dataclass(frozen=True)
class Case:
    """Step constants [s], mean and variation of the lengths, token budget and slots of one replica."""

    a: float
    b: float
    c: float
    prompt: float
    prompt_cv: float
    output: float
    output_cv: float
    budget: float
    limit: int

    @property
    def capacity(self) -> float:
        """Most requests a second: every slot taken all the time."""
        each = self.b * self.output + self.c * self.prompt
        return self.limit / (self.output * self.a + self.limit * each)


#: The five workloads the theory was measured on.
CASES = {
    "chat-70B": Case(10e-3, 0.05e-3, 35e-6, 1000, 1.0, 300, 1.0, 8192, 256),
    "chat-8B": Case(5e-3, 0.03e-3, 40e-6, 600, 1.0, 250, 0.8, 2048, 128),
    "RAG": Case(12e-3, 0.12e-3, 35e-6, 8000, 0.8, 200, 0.8, 8192, 96),
    "reasoning": Case(14e-3, 0.10e-3, 35e-6, 500, 1.0, 3000, 0.7, 8192, 192),
    "fixed": Case(10e-3, 0.05e-3, 35e-6, 1000, 0.0, 300, 0.0, 8192, 256),
}


@dataclass(frozen=True)
class Observed:
    """What requests saw after the warm-up, seconds; the share of time with nothing in service,
    the mean number in service, and requests that ended a second."""

    ttft: NDArray[np.float64]
    tpot: NDArray[np.float64]
    e2e: NDArray[np.float64]
    empty: float
    batch: float
    rate: float


@njit(cache=False)
def _run(arrive, prompt, output, a, b, c, budget, limit, loop):  # type: ignore[no-untyped-def]
    # With `loop` > 0 that many requests arrive at once, and each end brings the next.
    count = arrive.size
    released = loop
    ring = int(output.max()) + 2
    head = np.full(ring, -1, np.int64)
    follow = np.full(count, -1, np.int64)
    first, last = np.zeros(count), np.zeros(count)
    now = empty = area = 0.0
    step = 0
    admitted = filled = decoding = done = 0
    left = prompt[0]
    while done < count:
        inside = decoding + admitted - filled
        while admitted < count and arrive[admitted] <= now and inside < limit:
            admitted += 1
            inside += 1
        if inside == 0:
            empty += arrive[admitted] - now
            now = arrive[admitted]
            continue
        room = max(0.0, budget - decoding)
        start, used = filled, 0.0
        while filled < admitted and room > 0.0:
            take = min(left, room)
            used += take
            room -= take
            left -= take
            if left <= 0.0:
                filled += 1
                if filled < count:
                    left = prompt[filled]
        length = a + b * decoding + c * used
        now += length
        area += length * inside
        slot = step % ring
        i = head[slot]
        while i >= 0:
            last[i] = now
            decoding -= 1
            done += 1
            if 0 < released < count:
                arrive[released] = now
                released += 1
            i = follow[i]
        head[slot] = -1
        for i in range(start, filled):
            first[i] = last[i] = now
            target = (step + output[i] - 1) % ring
            follow[i] = head[target]
            head[target] = i
            decoding += 1
        step += 1
    return first, last, empty / now, area / now


def lognormal(rng: np.random.Generator, mean: float, cv: float, count: int) -> NDArray[np.float64]:
    """Draw lognormal lengths of the given mean and coefficient of variation, shape (count,)."""
    variance = np.log1p(cv * cv)
    drawn = np.exp(rng.normal(np.log(mean) - variance / 2.0, np.sqrt(variance), count))
    return np.asarray(drawn, np.float64)


def simulate(
    case: Case,
    rate: float,
    count: int = 60_000,
    seed: int = 1,
    arrival_cv: float = 1.0,
    loop: int = 0,
    whole: bool = False,
) -> Observed:
    """Serve `count` requests; the first tenth is dropped as warm-up, but for a `whole` run.

    They arrive at `rate` [1/s] with the given variation of the time between them, or, with `loop` > 0,
    so that always that many are in flight.
    """
    rng = np.random.default_rng(seed)
    shape = 1.0 / arrival_cv**2
    arrive = np.cumsum(rng.gamma(shape, 1.0 / (rate * shape), count))
    if loop:
        arrive = np.where(np.arange(count) < loop, 0.0, np.inf)
    prompt = np.maximum(1.0, np.rint(lognormal(rng, case.prompt, case.prompt_cv, count)))
    output = np.maximum(2, np.rint(lognormal(rng, case.output, case.output_cv, count))).astype(np.int64)
    first, last, empty, batch = _run(
        arrive, prompt, output, case.a, case.b, case.c, float(case.budget), case.limit, loop
    )
    keep = slice(0, count - 1) if whole else slice(count // 10, count - count // 50)
    ttft, e2e = (first - arrive)[keep], (last - arrive)[keep]
    pace = (keep.stop - keep.start) / (np.sort(last)[keep.stop] - np.sort(last)[keep.start])
    return Observed(ttft, (e2e - ttft) / (output[keep] - 1), e2e, float(empty), float(batch), float(pace))
