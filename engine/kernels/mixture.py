"""Quantiles of requests that are served in several ways, from the quantiles of each way.

Each way is a distribution through its own p50, p95 and p99: the logarithm of time is a broken line over
the normal quantile, so that one way alone gives back its own figures. Tails are those of a logistic
curve that follows the normal one to 2e-4, read from a table of cubics that follow the curve to 4e-9: a
service of four tiers asks for seventy, and exponentials were a twentieth of its time.
"""

import math
from typing import Annotated, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.jit import kernel
from engine.kernels.across import ANSWERS, ROWS
from engine.kernels.queueing import Z95, Z99
from engine.parameters import TIERS

#: First of three rows with the logarithms of one family of quantiles.
LOGS = ROWS
#: First of two rows with how fast the normal quantile rises with the logarithm, below and above the p95.
RISES = LOGS + 3
#: Working numbers of a service, by row and tier.
Room = Annotated[NDArray[np.float64], 2]

_SLOPE = 1.5976
_CUBE = 0.070565998
_LEAST = 1e-7
#: Normal quantiles up to which there is a tail, and cells of the table for each.
_SURE = 8
_CELLS = 32
_ROUNDS = 40
_NEAR = 1e-9
_LAST = 1e-3


def _cubics() -> NDArray[np.float64]:
    """Return for each cell the cubic through values and slopes of the tail at its ends, shape (cells, 4)."""
    at = np.linspace(-_SURE, _SURE, 2 * _SURE * _CELLS + 1)
    value = 1.0 / (1.0 + np.exp(at * (_SLOPE + _CUBE * at**2)))
    slope = -value * (1.0 - value) * (_SLOPE + 3.0 * _CUBE * at**2) / _CELLS
    rise, first, last = np.diff(value), slope[:-1], slope[1:]
    return np.stack([value[:-1], first, 3.0 * rise - 2.0 * first - last, first + last - 2.0 * rise], axis=1)


_CUBICS = _cubics()


class Beyond(NamedTuple):
    """Share of all answers that take longer than some time, and how fast it falls with its logarithm."""

    share: float
    slope: float


@kernel
def prepare_family(room: Room, tier: int) -> None:
    """Fill the rows `RISES` of `tier` from its rows `LOGS`."""
    y50, y95, y99 = room[LOGS, tier], room[LOGS + 1, tier], room[LOGS + 2, tier]
    room[RISES, tier] = 1.0 / max((y95 - y50) / Z95, _LEAST)
    room[RISES + 1, tier] = 1.0 / max((y99 - y95) / (Z99 - Z95), _LEAST)


@kernel
def beyond(room: Room, y: float) -> Beyond:
    """Return what of the mixture lies beyond the time whose logarithm is `y`."""
    all_of_them, slope = 0.0, 0.0
    for t in range(TIERS):
        share = room[ANSWERS, t]
        if share > 0.0:
            rise, own = room[RISES, t], (y - room[LOGS, t]) * room[RISES, t]
            if y > room[LOGS + 1, t]:
                rise = room[RISES + 1, t]
                own = Z95 + (y - room[LOGS + 1, t]) * rise
            if own <= -_SURE:
                all_of_them += share
            elif own < _SURE:
                at = (own + _SURE) * _CELLS
                cell = int(at)
                u = at - cell
                a, b, c, d = _CUBICS[cell, 0], _CUBICS[cell, 1], _CUBICS[cell, 2], _CUBICS[cell, 3]
                all_of_them += share * (a + u * (b + u * (c + u * d)))
                slope -= share * (b + u * (2.0 * c + 3.0 * u * d)) * _CELLS * rise
    return Beyond(all_of_them, slope)


class Like(NamedTuple):
    """Mean and deviation of the logarithm of a mixture, and the steepest rise of its ways."""

    mean: float
    deviation: float
    steepest: float


@kernel
def likeness(room: Room) -> Like:
    """Return the normal most like the mixture of a family, of which all tiers are prepared."""
    mean, square, steepest = 0.0, 0.0, 0.0
    for t in range(TIERS):
        share, middle = room[ANSWERS, t], room[LOGS, t]
        if share > 0.0:
            steepest = max(steepest, room[RISES, t], room[RISES + 1, t])
            wide = (room[LOGS + 1, t] - middle) / Z95
            mean += share * middle
            square += share * (wide * wide + middle * middle)
    return Like(mean, math.sqrt(max(square - mean * mean, 0.0)), steepest)


@kernel
def mixed_quantile(room: Room, like: Like, which: int, z: float) -> float:
    """Return the time that is normal quantile `z` of the mixture.

    Parameters
    ----------
    room : ndarray, shape (rows, tiers or more)
        Rows `LOGS` to `LOGS` + 2 hold ln p50, ln p95, ln p99 of each tier, rows `RISES` what follows from
        them, row `ANSWERS` the weights.
    like : Like
        `likeness` of it.
    which : int
        Which of the three rows holds the tiers' own quantile `z`; the answer lies between theirs.
    """
    low, high, y = math.inf, -math.inf, 0.0
    for t in range(TIERS):
        if room[ANSWERS, t] > 0.0:
            own = room[LOGS + which, t]
            low, high = min(low, own), max(high, own)
            y += room[ANSWERS, t] * own
    # Tiers alike, or one without a figure.
    if not high - low > _NEAR:
        return math.exp(y)
    y = min(max(like.mean + z * like.deviation, low), high)
    wanted = z * (_SLOPE + _CUBE * z * z)
    for _ in range(_ROUNDS):
        left, slope = beyond(room, y)
        # On the scale where a tail is nearly a straight line, Newton needs two or three steps.
        inside = left * (1.0 - left)
        off = math.log((1.0 - left) / left) - wanted if inside > 0.0 else (0.5 - left) * 1e300
        if off > 0.0:
            high = y
        else:
            low = y
        step = off * inside / slope if slope > 0.0 else math.inf
        if abs(step) < max(_NEAR, _LAST / like.steepest):
            # What is left after a step so small beside the narrowest way is of the order of its square.
            y -= step
            break
        y = y - step if low < y - step < high else 0.5 * (low + high)
    return math.exp(y)
