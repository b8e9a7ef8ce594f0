"""Quantiles of requests that are served in several ways, from the quantiles of each way.

Each way is a distribution through its own p50, p95 and p99: the logarithm of time is a broken line over
the normal quantile, so that one way alone gives back its own figures. Tails are those of a logistic
curve that follows the normal one to 2e-4, which costs one exponential.
"""

import math
from typing import Annotated

import numpy as np
from numpy.typing import NDArray

from engine.jit import kernel
from engine.kernels.across import ANSWERS, ROWS
from engine.kernels.queueing import Z95, Z99
from engine.parameters import TIERS

#: First of three rows with the logarithms of one family of quantiles.
LOGS = ROWS
#: Working numbers of a service, by row and tier.
Room = Annotated[NDArray[np.float64], 2]

_SLOPE = 1.5976
_CUBE = 0.070565998
_LEAST = 1e-7
_FAR = 600.0
_ROUNDS = 40
_NEAR = 1e-9


@kernel
def tail(z: float) -> float:
    """Return the share beyond normal quantile `z`, to 2e-4."""
    return 1.0 / (1.0 + math.exp(min(z * (_SLOPE + _CUBE * z * z), _FAR)))


@kernel
def place(y: float, y50: float, y95: float, y99: float) -> float:
    """Return the normal quantile at which a way with quantiles `y50`, `y95`, `y99` reaches `y`."""
    if y <= y95:
        return (y - y50) / max((y95 - y50) / Z95, _LEAST)
    return Z95 + (y - y95) / max((y99 - y95) / (Z99 - Z95), _LEAST)


@kernel
def mixed_quantile(room: Room, which: int, z: float) -> float:
    """Return the time that is normal quantile `z` of the mixture.

    Parameters
    ----------
    room : ndarray, shape (rows, tiers or more)
        Rows `LOGS` to `LOGS` + 2 hold ln p50, ln p95, ln p99 of each tier, row `ANSWERS` the weights.
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
    wanted = z * (_SLOPE + _CUBE * z * z)
    for _ in range(_ROUNDS):
        beyond, slope = 0.0, 0.0
        for t in range(TIERS):
            share = room[ANSWERS, t]
            if share > 0.0:
                y50, y95, y99 = room[LOGS, t], room[LOGS + 1, t], room[LOGS + 2, t]
                run = (y95 - y50) / Z95 if y <= y95 else (y99 - y95) / (Z99 - Z95)
                own = place(y, y50, y95, y99)
                part = tail(own)
                beyond += share * part
                slope += share * part * (1.0 - part) * (_SLOPE + 3.0 * _CUBE * own * own) / max(run, _LEAST)
        # On the scale where a tail is nearly a straight line, Newton needs two or three steps.
        inside = beyond * (1.0 - beyond)
        off = math.log((1.0 - beyond) / beyond) - wanted if inside > 0.0 else (0.5 - beyond) * 1e300
        if off > 0.0:
            high = y
        else:
            low = y
        step = off * inside / slope if slope > 0.0 else math.inf
        if abs(step) < _NEAR:
            break
        y = y - step if low < y - step < high else 0.5 * (low + high)
    return math.exp(y)
