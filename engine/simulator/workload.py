"""Requests before they are served: when they come, how long they are, and what they have in common."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import IsocostError
from engine.scenario import Scenario
from engine.simulator.trace import Trace

_LONGEST = 1 << 28


@dataclass(frozen=True)
class Prefixes:
    """Who shares what: groups of users with a system prompt each, and sessions of several turns.

    Attributes
    ----------
    groups : int
        System prompts in use; a session has one of them at random.
    system : int
        Tokens of a system prompt.
    turns : float
        Mean turns of a session (geometric); each begins with all that was said before.
    sessions : int
        Sessions open at a time; the next turn comes from any of them.
    """

    groups: int = 1
    system: int = 0
    turns: float = 1.0
    sessions: int = 1000


@dataclass(frozen=True)
class Requests:
    """Requests in order of arrival, arrays of shape (requests,).

    Attributes
    ----------
    arrive : ndarray of float
        Seconds from the start; all zero for a closed loop, which lets them in itself.
    tokens_in, tokens_out, hit : ndarray of int
        Lengths, and input tokens found in a prefix cache where that is given.
    system, history, group, session : ndarray of int
        What `Prefixes` made, zero without: tokens shared with the group and with the session's last turn,
        and the entries of both.
    entries : int
        Groups and sessions, 0 without.
    """

    arrive: NDArray[np.float64]
    tokens_in: NDArray[np.int64]
    tokens_out: NDArray[np.int64]
    hit: NDArray[np.int64]
    system: NDArray[np.int64]
    history: NDArray[np.int64]
    group: NDArray[np.int64]
    session: NDArray[np.int64]
    entries: int = 0


def lognormal(rng: np.random.Generator, mean: float, variation: float, count: int) -> NDArray[np.int64]:
    """Draw whole lengths, at least 1, of the given mean and coefficient of variation, shape (count,)."""
    variance = np.log1p(variation * variation)
    drawn = np.exp(rng.normal(np.log(mean) - variance / 2.0, np.sqrt(variance), count))
    return np.clip(np.rint(drawn), 1, _LONGEST).astype(np.int64)


def arrivals(rng: np.random.Generator, rate: float, variation: float, count: int) -> NDArray[np.float64]:
    """Draw arrival times at `rate` [1/s], gamma times of this variation between them, shape (count,)."""
    if variation == 0.0:
        return np.arange(1, count + 1) / rate
    shape = 1.0 / variation**2
    return np.cumsum(rng.gamma(shape, 1.0 / (rate * shape), count))


def given_hits(tokens_in: NDArray[np.int64], share: float) -> NDArray[np.int64]:
    """Return the cached tokens of inputs of which `share` is in the cache; one is left to compute."""
    return np.minimum(np.floor(tokens_in * share).astype(np.int64), tokens_in - 1)


def draw(
    scenario: Scenario, rate: float, count: int, rng: np.random.Generator, prefixes: Prefixes | None
) -> Requests:
    """Draw `count` requests of `scenario`, at `rate` [1/s] in all; a rate of 0 for a closed loop."""
    value = scenario.number
    if rate > 0.0:
        arrive = arrivals(rng, rate, value("workload.burstiness"), count)
    else:
        arrive = np.zeros(count)
    mean_in, spread_in = value("workload.input_tokens"), value("workload.input_variation")
    tokens_out = lognormal(rng, value("workload.output_tokens"), value("workload.output_variation"), count)
    if prefixes is not None:
        return _in_sessions(arrive, tokens_out, mean_in, spread_in, rng, prefixes)
    tokens_in = lognormal(rng, mean_in, spread_in, count)
    return plain(arrive, tokens_in, tokens_out, value("workload.cached_share"))


def requests_of(
    scenario: Scenario,
    trace: Trace | None,
    rate: float,
    count: int,
    rng: np.random.Generator,
    prefixes: Prefixes | None,
) -> Requests:
    """Return the requests of `trace`, or `count` drawn ones where there is none.

    Of the input of a trace the scenario's share is in the cache, request by request.
    """
    if trace is None:
        return draw(scenario, rate, count, rng, prefixes)
    share = scenario.number("workload.cached_share")
    return plain(trace.arrive, trace.tokens_in, trace.tokens_out, share)


def plain(
    arrive: NDArray[np.float64], tokens_in: NDArray[np.int64], tokens_out: NDArray[np.int64], share: float
) -> Requests:
    """Return requests that find the same `share` of their input in the cache, each."""
    none = np.zeros(arrive.size, np.int64)
    hit = given_hits(tokens_in, share)
    return Requests(arrive, tokens_in, tokens_out, hit, none, none, none, none)


def _turn_length(mean_in: float, mean_out: float, p: Prefixes) -> float:
    """Return the mean new tokens of a turn at which the mean input is `mean_in`."""
    new = (mean_in - p.system - (p.turns - 1.0) * mean_out) / p.turns
    if p.groups < 1 or p.system < 0 or p.turns < 1.0 or p.sessions < 1:
        raise IsocostError(
            "prefixes: groups, sessions and turns are at least 1, the system prompt at least 0 tokens"
        )
    if new < 1.0:
        raise IsocostError(
            f"prefixes: {p.turns:g} turns of {mean_out:,.0f} output tokens and a system prompt of "
            f"{p.system:,} leave nothing of a mean input of {mean_in:,.0f} tokens for the question; "
            "set fewer turns or a longer workload.input_tokens"
        )
    return new


def _in_sessions(
    arrive: NDArray[np.float64],
    tokens_out: NDArray[np.int64],
    mean_in: float,
    spread_in: float,
    rng: np.random.Generator,
    p: Prefixes,
) -> Requests:
    """Return requests that are turns of sessions: each begins with the session's last input and output."""
    count = arrive.size
    new = lognormal(rng, _turn_length(mean_in, float(tokens_out.mean()), p), spread_in, count)
    seats = rng.integers(0, p.sessions, count)
    fresh = rng.random(count) < 1.0 / p.turns
    groups = rng.integers(0, p.groups, count)
    said = np.zeros(p.sessions, np.int64)
    name = np.full(p.sessions, -1, np.int64)
    shared = np.zeros(p.sessions, np.int64)
    history, session, group = (np.zeros(count, np.int64) for _ in range(3))
    opened = 0
    for i, seat in enumerate(seats.tolist()):
        if fresh[i] or name[seat] < 0:
            name[seat], said[seat], shared[seat] = opened, 0, groups[i]
            opened += 1
        history[i], session[i], group[i] = said[seat], name[seat], shared[seat]
        said[seat] += new[i] + tokens_out[i]
    system = np.full(count, p.system, np.int64)
    tokens_in = np.minimum(system + history + new, _LONGEST)
    none = np.zeros(count, np.int64)
    return Requests(
        arrive, tokens_in, tokens_out, none, system, history, group, p.groups + session, p.groups + opened
    )
