"""What a replica under load is found to do, and its percentiles from the moments behind them."""

from typing import NamedTuple

from engine.jit import kernel
from engine.kernels.latency import Moments
from engine.kernels.queueing import Z95, Z99, Shape, delayed_quantile, fit, median, quantile
from engine.kernels.server import Server, full_step

OK = 0.0
TTFT = 2.0
TPOT = 3.0
SATURATED = 4.0


class Serving(NamedTuple):
    """One replica at the peak. Rates per second, times in seconds, shares of wall-clock time 0-1.

    Attributes
    ----------
    rate, capacity : float
        Requests it takes and the most it could. With separate pools, per replica of both.
    batch : float
        Mean sequences in service; of a replica of the decode pool where pools are separate.
    prefill_share, idle_share : float
        Busy on prefill; no request at all. With separate pools the share of the prefill pool, and 0:
        a pool is paid for, busy or not.
    ttft_*, tpot_*, e2e_* : float
        Means and percentiles over requests.
    status : float
        A `metrics.BINDING` code, 0 where the replica serves; all else but `capacity` is 0 otherwise.
    accelerators : float
        Of a replica, both pools together.
    """

    rate: float
    capacity: float
    batch: float
    prefill_share: float
    idle_share: float
    ttft_mean: float
    ttft_p50: float
    ttft_p95: float
    ttft_p99: float
    tpot_mean: float
    tpot_p50: float
    tpot_p95: float
    tpot_p99: float
    e2e_mean: float
    e2e_p50: float
    e2e_p95: float
    e2e_p99: float
    status: float
    accelerators: float


class Load(NamedTuple):
    """What of a `Serving` is not latency, with the probability and mean of a wait for a slot."""

    rate: float
    capacity: float
    batch: float
    prefill_share: float
    idle_share: float
    waiting: float
    wait: float


class Burst(NamedTuple):
    """Requests that all come at once: their share of all, mean and longest TTFT."""

    share: float
    mean: float
    longest: float


@kernel
def ttft_at(
    s: Server, first: Moments, shape: Shape, waiting: float, wait: float, z: float, tail: float
) -> float:
    """Return the TTFT that a share `tail` of requests (normal quantile `z`) exceeds: a step or more."""
    return max(delayed_quantile(shape, first.mean, waiting, wait, z, tail), s.a)


@kernel
def tpot_at(s: Server, shape: Shape, z: float) -> float:
    """Return the TPOT at normal quantile `z`: not below an empty step nor above a full one."""
    return within(s, quantile(shape, z))


@kernel
def within(s: Server, time: float) -> float:
    """Return `time` per token, not below an empty step nor above a full one."""
    least = s.a + s.b
    return min(max(time, least), max(full_step(s), least))


@kernel
def late(burst: Burst, ttft: float, tail: float) -> float:
    """Return the TTFT exceeded by a share `tail` where the requests of `burst` wait up to its longest."""
    if burst.share <= tail:
        return ttft
    return max(ttft, burst.longest * (1.0 - tail / burst.share))


@kernel
def report(
    s: Server, load: Load, first: Moments, tpot: Moments, e2e_mean: float, e2e: Shape, burst: Burst
) -> Serving:
    """Return the service at `load` from the moments of TTFT but for waits for a slot, TPOT and the rest."""
    early = fit(first.mean, first.variance, first.third)
    tokens = fit(tpot.mean, tpot.variance, tpot.third)
    p50 = late(burst, ttft_at(s, first, early, load.waiting, load.wait, 0.0, 0.5), 0.5)
    p95 = late(burst, ttft_at(s, first, early, load.waiting, load.wait, Z95, 0.05), 0.05)
    p99 = late(burst, ttft_at(s, first, early, load.waiting, load.wait, Z99, 0.01), 0.01)
    return Serving(
        load.rate,
        load.capacity,
        load.batch,
        load.prefill_share,
        load.idle_share,
        first.mean + load.waiting * load.wait if burst.share == 0.0 else burst.mean,
        p50,
        p95,
        p99,
        tpot.mean,
        within(s, median(tokens)),
        tpot_at(s, tokens, Z95),
        tpot_at(s, tokens, Z99),
        e2e_mean,
        max(median(e2e), p50),
        max(quantile(e2e, Z95), p95),
        max(quantile(e2e, Z99), p99),
        OK,
        0.0,
    )


@kernel
def refused(capacity: float, status: float, accelerators: float) -> Serving:
    """Return the service of a replica that could serve `capacity`, but not what is asked of it."""
    no = 0.0
    return Serving(
        no, capacity, no, no, no, no, no, no, no, no, no, no, no, no, no, no, no, status, accelerators
    )


@kernel
def seen_outside(s: Serving, away: float, late: float, taken: float, accelerators: float) -> Serving:
    """Return `s` as clients see it: `away` on the way, `taken` tokens a step, on so many accelerators.

    The first token comes `late` with those after it.
    """
    first = away + late
    return Serving(
        s.rate,
        s.capacity,
        s.batch,
        s.prefill_share,
        s.idle_share,
        s.ttft_mean + first,
        s.ttft_p50 + first,
        s.ttft_p95 + first,
        s.ttft_p99 + first,
        s.tpot_mean / taken,
        s.tpot_p50 / taken,
        s.tpot_p95 / taken,
        s.tpot_p99 / taken,
        s.e2e_mean + away,
        s.e2e_p50 + away,
        s.e2e_p95 + away,
        s.e2e_p99 + away,
        OK,
        accelerators,
    )
