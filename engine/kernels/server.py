"""A continuously batching replica whose step is affine, what is asked of it, and what no rate changes."""

import math
from typing import NamedTuple

from engine.jit import kernel
from engine.kernels.queueing import exceedance, log_choices

# Gauss-Hermite, five points, for the expectation over a lognormal output length.
NODE_1, NODE_2 = 1.3556261799742657, 2.8569700138728056
_WEIGHT_0, _WEIGHT_1, _WEIGHT_2 = 0.5333333333333333, 0.22207592200561266, 0.011257411327720691


class Server(NamedTuple):
    """A replica and what it is asked for; seconds and tokens.

    Attributes
    ----------
    a, b, c : float
        Of the step: fixed, per decoding sequence, per prefill token.
    prompt, length_square, prompt_square : float
        Mean input tokens to compute, E[P^2] / E[P]^2 of them, and E[w^2] / E[w]^2 of the work w of a prompt.
    alone : float
        What one's own prompt takes beyond c times its tokens: it cannot use every rank by itself.
    output, output_square : float
        Mean output tokens, and E[O^2] / E[O]^2.
    spread_1, spread_2 : float
        Ratios of the Gauss-Hermite nodes of the output length to its median.
    limit, capacity : float
        Most sequences in service; most requests a second.
    budget : float
        Tokens of one step at most.
    burst : float
        Squared coefficient of variation of the time between arrivals, less 1.
    """

    a: float
    b: float
    c: float
    prompt: float
    length_square: float
    prompt_square: float
    alone: float
    output: float
    output_square: float
    spread_1: float
    spread_2: float
    limit: float
    capacity: float
    budget: float
    burst: float


class Lengths(NamedTuple):
    """Sigma of the lognormal prompts; steps after the first at the Gauss-Hermite nodes of the output."""

    sigma: float
    steps_0: float
    steps_1: float
    steps_2: float
    steps_3: float
    steps_4: float


class Given(NamedTuple):
    """What of a server no rate changes.

    Attributes
    ----------
    fixed, each : float
        Time of a request by itself in steps, and what each sequence in service adds to it [s].
    choices : float
        `queueing.log_choices` of its slots.
    together : float
        E[min(O, O')] / E[O] of two answers.
    lengths : Lengths
    """

    fixed: float
    each: float
    choices: float
    together: float
    lengths: Lengths


@kernel
def service_rate(s: Server, batch: float) -> float:
    """Return the requests a second that `batch` sequences in service bring to their end."""
    return batch / (s.output * s.a + batch * (s.b * s.output + s.c * s.prompt))


@kernel
def rate_at(s: Server, batch: float) -> float:
    """Return the arrivals a second at which `batch` sequences are in service in the mean.

    rho = B / (B + r + 1), theory/economics.md 2.2 solved for the rate; slots are taken not to run out.
    """
    each = s.b * s.output + s.c * s.prompt
    return batch / (s.output * s.a + (batch + 1.0) * each)


@kernel
def full_step(s: Server) -> float:
    """Return the longest step: every slot decoding and the token budget spent."""
    return s.a + s.b * s.limit + s.c * s.budget


@kernel
def lengths(s: Server) -> Lengths:
    """Return how long the prompts and answers of `s` are."""
    middle = s.output / math.sqrt(s.output_square)
    return Lengths(
        math.sqrt(math.log(max(s.prompt_square, 1.0025))),
        max(middle, 2.0) - 1.0,
        max(middle * s.spread_1, 2.0) - 1.0,
        max(middle / s.spread_1, 2.0) - 1.0,
        max(middle * s.spread_2, 2.0) - 1.0,
        max(middle / s.spread_2, 2.0) - 1.0,
    )


@kernel
def shortest(g: Lengths) -> float:
    """Return the fewest steps after the first token at any node."""
    return min(g.steps_2, g.steps_4)


@kernel
def given(s: Server) -> Given:
    """Return what of `s` no rate changes."""
    fixed = s.output * s.a
    each = max(s.b * s.output + s.c * s.prompt, 1e-6 * fixed)
    together = math.erfc(0.5 * math.sqrt(math.log(s.output_square)))
    return Given(fixed, each, log_choices(fixed / each, s.limit), together, lengths(s))


@kernel
def node(g: Lengths, index: int) -> tuple[float, float]:
    """Return weight and steps after the first token of Gauss-Hermite node `index`, 0-4."""
    if index == 0:
        return _WEIGHT_0, g.steps_0
    if index == 1:
        return _WEIGHT_1, g.steps_1
    if index == 2:
        return _WEIGHT_1, g.steps_2
    if index == 3:
        return _WEIGHT_2, g.steps_3
    return _WEIGHT_2, g.steps_4


@kernel
def extra_steps(s: Server, sigma: float, batch: float) -> float:
    """Return the steps beyond the first that a prompt needs, mean over lognormal lengths of `sigma`.

    With x the prompt over the budget left by decoding, E[ceil x] - 1 is taken as E[x - 1/2; x > 1].
    """
    ratio = s.prompt / max(s.budget - batch, 1.0)
    if ratio < 0.02:
        return 0.0
    d = math.log(ratio) / sigma - 0.5 * sigma
    return ratio * exceedance(-d - sigma) - 0.5 * exceedance(-d)
