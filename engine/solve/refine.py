"""Crossings of many inputs brought to a point at once: each call of the engine moves all of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.drivers.moves import moved

Floats = NDArray[np.float64]

#: A jump is told from a crossing by what is left of it, over the change between the two ends.
_JUMP: Final = 1e-6
_TOLERANCES: Final[Any] = {"xrtol": 1e-15, "xatol": 0.0, "fatol": 0.0, "frtol": 0.0}


@dataclass(frozen=True, slots=True)
class Bracket:
    """Two values of an input between which the metric passes the target.

    Attributes
    ----------
    places : tuple of int
        Where the input stands in the records.
    factor : float
        From its declared to base units.
    near, far : float
        The end nearer to the present value, and the other; declared unit.
    whole : bool
        Whether only whole numbers count.
    """

    places: tuple[int, ...]
    factor: float
    near: float
    far: float
    whole: bool


@dataclass(frozen=True, slots=True)
class End:
    """Where a search ended: the value, the metric there, whether limits hold and the target is met."""

    value: float
    reached: float
    feasible: bool
    exact: bool


def refined(records: NDArray[np.void], brackets: Sequence[Bracket], metric: str, target: float) -> list[End]:
    """Return where `metric` meets `target` in each of `brackets`.

    Where it jumps past it, the end is the value across the jump; of whole numbers, the first one across.
    """
    if not brackets:
        return []
    rows = np.arange(len(brackets))
    spots = np.array([one.places for one in brackets], np.int64).reshape(-1, 1, 4)
    factors = np.array([one.factor for one in brackets])

    def seen(values: Floats, which: NDArray[np.int64]) -> Floats:
        made = moved(records, spots[which], (values * factors[which]).reshape(-1, 1), (metric, "feasible"))
        assert made is not None
        return made

    def off(values: Floats, which: Floats) -> Floats:
        index = which.ravel().astype(np.int64)
        return seen(values.ravel(), index)[:, 0].reshape(values.shape) - target

    near, far = (np.array([getattr(one, side) for one in brackets]) for side in ("near", "far"))
    whole = np.array([one.whole for one in brackets])
    values, exact = far.copy(), np.zeros(len(brackets), bool)
    if not whole.all():
        crossing, met = _crossings(off, near[~whole], far[~whole], rows[~whole].astype(float))
        values[~whole], exact[~whole] = crossing, met
    if whole.any():
        values[whole] = _first_across(off, near[whole], far[whole], rows[whole].astype(float))
    last = seen(values, rows)
    exact |= last[:, 0] == target
    return [
        End(float(values[i]), float(last[i, 0]), bool(last[i, 1] == 1.0), bool(exact[i]))
        for i in range(len(rows))
    ]


def _crossings(
    off: Callable[[Floats, Floats], Floats], near: Floats, far: Floats, rows: Floats
) -> tuple[Floats, NDArray[np.bool_]]:
    """Return the crossings, and whether each is one and no jump."""
    # Late, for it takes longer to import than the whole search.
    from scipy.optimize.elementwise import find_root

    low, high = np.minimum(near, far), np.maximum(near, far)
    found = find_root(off, (low, high), args=(rows,), tolerances=_TOLERANCES)
    ends = np.stack(found.bracket)
    change = np.abs(off(low, rows) - off(high, rows))
    met = np.abs(found.f_x) <= _JUMP * change
    # Across a jump is the end on the far side.
    across = np.where(far > near, ends.max(axis=0), ends.min(axis=0))
    return np.where(met, found.x, across), met


def _first_across(off: Callable[[Floats, Floats], Floats], near: Floats, far: Floats, rows: Floats) -> Floats:
    """Return the whole numbers next to the crossings on the far side, by halving."""
    side = np.signbit(off(near, rows))
    near, far = near.copy(), far.copy()
    while (apart := np.abs(far - near) > 1.0).any():
        middle = np.where(apart, np.floor((near + far) / 2.0), far)
        stays = np.signbit(off(middle, rows)) == side
        near = np.where(apart & stays, middle, near)
        far = np.where(apart & ~stays, middle, far)
    return far
