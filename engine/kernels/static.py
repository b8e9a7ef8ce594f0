"""A static batch: requests submitted together, all prompts first, then decoding to the last end.

What the cache cannot hold side by side to its end runs in waves, as an engine queues what does not fit.
"""

import math
from typing import NamedTuple

from engine.jit import kernel
from engine.kernels.pools import PrefillPool
from engine.kernels.queueing import normal_quantile
from engine.kernels.reduction import Reading, reduced
from engine.kernels.server import Server
from engine.kernels.step import Plan, step_time


class Wave(NamedTuple):
    """Requests that run side by side.

    Attributes
    ----------
    prefill, decode : float
        Time until every prompt is through; from there to the end of the longest answer [s].
    turns : float
        Times at which first tokens come, evenly spaced over the prefill.
    step : float
        Time of a decode step with all of them [s].
    """

    prefill: float
    decode: float
    turns: float
    step: float


class Batch(NamedTuple):
    """What a static batch saw, seconds.

    Attributes
    ----------
    time, prefill : float
        Until the last request ends; the part of it on prompts.
    ttft, tpot : float
        Means over requests, the first token not counted in TPOT.
    asked, side, waves : float
        Requests submitted; of them side by side; full waves.
    wave : Wave
        A full wave.
    rest : Wave
        The last, partly filled one; all zero where there is none.
    transfer : float
        From the end of a prompt to its first token where another pool decodes.
    steps : float
        Tokens after the first.
    """

    time: float
    prefill: float
    ttft: float
    tpot: float
    asked: float
    side: float
    waves: float
    wave: Wave
    rest: Wave
    transfer: float
    steps: float


@kernel
def prefill_time(plan: Plan, s: Server, read: Reading, prompts: float) -> float:
    """Return the time of `prompts` prompts in steps of the token budget with nothing decoding [s]."""
    tokens = prompts * s.prompt
    steps = max(tokens / s.budget, 1.0)
    if plan.groups * plan.stages > 1.0:
        # In one piece, for it is the whole of the prompts that fills groups and stages.
        return step_time(plan, 0.0, 0.0, tokens, read.before) + (steps - 1.0) * plan.fixed
    return steps * step_time(plan, 0.0, 0.0, tokens / steps, read.before)


@kernel
def longest_output(s: Server, requests: float) -> float:
    """Return the mean of the longest of `requests` lognormal answers, by Blom's plotting position."""
    if s.output_square <= 1.0:
        return s.output
    sigma = math.sqrt(math.log(s.output_square))
    z = normal_quantile((requests - 0.375) / (requests + 0.25))
    return s.output * max(math.exp(sigma * z - 0.5 * sigma * sigma), 1.0)


@kernel
def _wave(s: Server, plan: Plan, read: Reading, pool: PrefillPool, requests: float) -> Wave:
    r = reduced(s, plan, read, requests, 1.0)
    prefill = prefill_time(plan, s, read, requests)
    turns = max(min(requests, requests * s.prompt / s.budget), 1.0)
    if pool.share > 0.0:
        turns = max(requests * (1.0 - pool.share) / pool.share, 1.0)
        prefill = turns * pool.service + pool.alone
    # Every step costs `a` while any answer is unfinished, and `b` for each that is.
    decode = (longest_output(s, requests) - 1.0) * r.a + requests * (s.output - 1.0) * r.b
    return Wave(prefill, decode, turns, r.a + r.b * requests)


@kernel
def static_batch(
    s: Server, plan: Plan, read: Reading, asked: float, together: float, pool: PrefillPool
) -> Batch:
    """Return what `asked` requests see that are submitted at once, at most `together` side by side.

    Parameters
    ----------
    s : Server
        For the lengths and the token budget; its step is read anew.
    plan, read : Plan, Reading
    asked, together : float
        1 or more each.
    pool : PrefillPool
        Which prefills, if it is not the workers that decode.
    """
    side = min(asked, math.floor(together + 1e-9))
    waves = float(math.floor(asked / side + 1e-9))
    left = asked - waves * side
    wave, rest = _wave(s, plan, read, pool, side), Wave(0.0, 0.0, 0.0, 0.0)
    if left > 1e-6 * asked:
        rest = _wave(s, plan, read, pool, left)
    each = wave.prefill + pool.transfer + wave.decode
    steps = max(s.output - 1.0, 1e-9)
    first = 0.5 * (waves - 1.0) * each + _mean_turn(wave) + pool.transfer
    token = wave.step + (wave.prefill - _mean_turn(wave)) / steps
    time, prefill = waves * each, waves * wave.prefill
    if rest.step > 0.0:
        share = left / asked
        first = (1.0 - share) * first + share * (time + _mean_turn(rest) + pool.transfer)
        token = (1.0 - share) * token + share * (rest.step + (rest.prefill - _mean_turn(rest)) / steps)
        time += rest.prefill + pool.transfer + rest.decode
        prefill += rest.prefill
    return Batch(time, prefill, first, token, asked, side, waves, wave, rest, pool.transfer, steps)


@kernel
def _mean_turn(w: Wave) -> float:
    return 0.5 * w.prefill * (1.0 + 1.0 / max(w.turns, 1.0))


@kernel
def first_at(b: Batch, share: float) -> float:
    """Return the TTFT that a `share` of the requests does not exceed."""
    order = share * b.asked
    wave = min(math.floor(order / b.side), b.waves)
    each = b.wave.prefill + b.transfer + b.wave.decode
    here, inside = b.wave, (order - wave * b.side) / b.side
    if wave == b.waves and b.rest.step > 0.0:
        here, inside = b.rest, (order - wave * b.side) / (b.asked - wave * b.side)
    turn = min(math.floor(inside * here.turns) + 1.0, here.turns)
    return wave * each + here.prefill * turn / here.turns + b.transfer


@kernel
def token_at(b: Batch, share: float) -> float:
    """Return the TPOT that a `share` of the requests of a full wave does not exceed."""
    turn = min(math.floor(share * b.wave.turns) + 1.0, b.wave.turns)
    return b.wave.step + b.wave.prefill * (turn - 1.0) / b.wave.turns / b.steps
