"""Quantiles of requests that are served in several ways, from the quantiles of each way.

Each way is a distribution through its own p50, p95 and p99: the logarithm of time is a broken line over
the normal quantile, so that one way alone gives back its own figures. Tails are those of a logistic
curve that follows the normal one to 2e-4, which costs one exponential.
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
_SURE = 40.0
_ROUNDS = 40
_NEAR = 1e-9
_LAST = 1e-3


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
            odds = own * (_SLOPE + _CUBE * own * own)
            if odds < -_SURE:
                all_of_them += share
            elif odds <= _SURE:
                part = share / (1.0 + math.exp(odds))
                all_of_them += part
                slope += part * (1.0 - part / share) * (_SLOPE + 3.0 * _CUBE * own * own) * rise
    return Beyond(all_of_them, slope)


@kernel
def first_guess(room: Room, z: float) -> float:
    """Return normal quantile `z` of a normal with mean and deviation of the mixture's logarithm."""
    mean, square = 0.0, 0.0
    for t in range(TIERS):
        share, middle = room[ANSWERS, t], room[LOGS, t]
        if share > 0.0:
            wide = (room[LOGS + 1, t] - middle) / Z95
            mean += share * middle
            square += share * (wide * wide + middle * middle)
    return mean + z * math.sqrt(max(square - mean * mean, 0.0))


@kernel
def mixed_quantile(room: Room, which: int, z: float) -> float:
    """Return the time that is normal quantile `z` of the mixture.

    Parameters
    ----------
    room : ndarray, shape (rows, tiers or more)
        Rows `LOGS` to `LOGS` + 2 hold ln p50, ln p95, ln p99 of each tier, rows `RISES` what follows from
        them, row `ANSWERS` the weights.
    which : int
        Which of the three rows holds the tiers' own quantile `z`; the answer lies between theirs.
    """
    low, high, y, steepest = math.inf, -math.inf, 0.0, 0.0
    for t in range(TIERS):
        if room[ANSWERS, t] > 0.0:
            steepest = max(steepest, room[RISES, t], room[RISES + 1, t])
            own = room[LOGS + which, t]
            low, high = min(low, own), max(high, own)
            y += room[ANSWERS, t] * own
    # Tiers alike, or one without a figure.
    if not high - low > _NEAR:
        return math.exp(y)
    y = min(max(first_guess(room, z), low), high)
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
        if abs(step) < max(_NEAR, _LAST / steepest):
            # What is left after a step so small beside the narrowest way is of the order of its square.
            y -= step
            break
        y = y - step if low < y - step < high else 0.5 * (low + high)
    return math.exp(y)
