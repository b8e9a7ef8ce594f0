"""How long steps take: by the physics of `engine.kernels.step`, runs of decode steps at once.

Between two events the same sequences decode, and their context grows by one token a step. Step times
are taken as straight in the mean context between the nodes of a table, which include every kink the
physics has; so a run of steps is an arithmetic series.
"""

import math

import numpy as np
from numpy.typing import NDArray

from engine.jit import inlined, kernel
from engine.kernels.step import Plan, step_of, step_time

_RATIO = 1.25
_FURTHEST = 2e7
_ENDLESS = 1 << 30


def table_nodes(bends: tuple[float, ...]) -> NDArray[np.float64]:
    """Return the contexts of the table of steps, rising, with the finite ones of `bends` among them."""
    count = math.ceil(math.log(_FURTHEST) / math.log(_RATIO))
    grid = np.concatenate([[0.0], _RATIO ** np.arange(count + 1)])
    extra = [x for x in bends if 0.0 < x < _FURTHEST]
    return np.unique(np.concatenate([grid, extra]))


@kernel
def decode_step(plan: Plan, pool: np.void, decoding: float, context: float) -> float:
    """Return a step of `decoding` sequences that attend to `context` tokens each [s]."""
    if pool.affine == 1.0:
        return pool.a + pool.b * decoding
    return step_time(plan, decoding, context, 0.0, 0.0)


@inlined
def _tabled(plan: Plan, pool: np.void, table: NDArray[np.float64], decoding: int, node: int) -> float:
    if decoding >= table.shape[0]:
        return decode_step(plan, pool, float(decoding), table[0, node])
    found = table[decoding, node]
    if math.isnan(found):
        found = decode_step(plan, pool, float(decoding), table[0, node])
        table[decoding, node] = found
    return found


@inlined
def decode_pace(
    plan: Plan, pool: np.void, s: np.void, table: NDArray[np.float64]
) -> tuple[float, float, int]:
    """Return the time of the next decode step of `s`, what each later one adds, and for how many.

    Parameters
    ----------
    table : ndarray, shape (sequences, nodes)
        Row 0: contexts; row n: a step of n sequences at them, NaN until asked for.
    """
    n = s.decoding
    if pool.affine == 1.0:
        return pool.a + pool.b * n, 0.0, _ENDLESS
    context = s.context / n
    j, last = s.node, table.shape[1] - 2
    while j < last and table[0, j + 1] <= context:
        j += 1
    while j > 0 and table[0, j] > context:
        j -= 1
    s.node = j
    low, high = _tabled(plan, pool, table, n, j), _tabled(plan, pool, table, n, j + 1)
    slope = (high - low) / (table[0, j + 1] - table[0, j])
    reach = max(int((table[0, j + 1] - context) / pool.gain) + 1, 1)
    return low + slope * (context - table[0, j]), slope * pool.gain, reach


@inlined
def mixed_step(
    plan: Plan,
    pool: np.void,
    decoding: float,
    context: float,
    prefill: float,
    before: float,
    longest: float,
) -> float:
    """Return a step of `decoding` sequences and `prefill` tokens, `longest` of them of one prompt [s].

    Parameters
    ----------
    context : float
        Tokens the decoding sequences attend to, all together.
    before : float
        The same of the prefill tokens: those before each of them.
    """
    if pool.affine == 1.0:
        return pool.a + pool.b * decoding + pool.c * prefill
    mean = context / decoding if decoding > 0.0 else 0.0
    # The attention group of the longest prompt is what all others wait for.
    return step_of(plan, decoding, mean, prefill, before / prefill, prefill / longest)


@kernel
def run_time(first: float, slope: float, steps: int) -> float:
    """Return the time of a run of `steps` steps [s]."""
    return steps * (first + 0.5 * slope * (steps - 1.0))


@kernel
def steps_until(first: float, slope: float, time: float, most: int) -> int:
    """Return the fewest steps, from 1 to `most`, that last `time` or longer; `most` where none do."""
    if run_time(first, slope, most) < time:
        return most
    middle = first - 0.5 * slope
    root = math.sqrt(max(middle * middle + 2.0 * slope * time, 0.0))
    steps = min(max(int(2.0 * time / (middle + root)), 1), most)
    while steps > 1 and run_time(first, slope, steps - 1) >= time:
        steps -= 1
    while steps < most and run_time(first, slope, steps) < time:
        steps += 1
    return steps
