"""Where labels and chips go: candidates looked up in one occupancy grid, all at once."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from gui.plotting.contours import Floats, Mask, densify

#: Side of a cell of the occupancy grid [px].
CELL: Final = 2
#: Distances of a chip from its line that are tried [px].
GAPS: Final = (5.0, 14.0, 28.0)


class Occupancy:
    """Which parts of a plot are taken: lines and boxes drawn into a grid, and boxes that came later.

    Parameters
    ----------
    width, height : int
        Of the plot, px.
    """

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)
        self._taken = np.zeros((height // CELL + 1, width // CELL + 1), np.bool_)
        self._sums: NDArray[np.int32] | None = None
        self._later: list[tuple[float, float, float, float]] = []

    def branch(self) -> "Occupancy":
        """Return one that shares what is taken so far and takes further boxes of its own."""
        other = Occupancy.__new__(Occupancy)
        other._size, other._taken = self._size, self._taken
        other._sums, other._later = self._counted(), list(self._later)
        return other

    def copy(self) -> "Occupancy":
        """Return an independent copy that may take lines too."""
        other = Occupancy(*self._size)
        other._taken[:] = self._taken
        other._later = list(self._later)
        return other

    def add_line(self, line: Floats) -> None:
        """Take what `line` covers; only before the first question."""
        points = densify(line, CELL)
        points = points[np.isfinite(points[:, 0])]
        cells = (points / CELL).astype(np.int64)
        columns, rows = cells[:, 0], cells[:, 1]
        good = (rows >= 0) & (rows < self._taken.shape[0]) & (columns >= 0) & (columns < self._taken.shape[1])
        self._taken[rows[good], columns[good]] = True

    def add_box(self, x: float, y: float, width: float, height: float) -> None:
        """Take the box centred at (`x`, `y`)."""
        self._later.append((x, y, width, height))

    def free(self, centres: Floats, width: float | Floats, height: float, edge: float = 4.0) -> Mask:
        """Return for each centre, shape (n, 2), whether a box there is free and `edge` px inside the plot.

        `width` may differ from centre to centre, shape (n,).
        """
        x, y = centres[:, 0], centres[:, 1]
        left, right, top, bottom = x - width / 2, x + width / 2, y - height / 2, y + height / 2
        clear = (left >= edge) & (top >= edge)
        clear &= (right <= self._size[0] - edge) & (bottom <= self._size[1] - edge)
        for bx, by, wide, high in self._later:
            clear &= (np.abs(x - bx) >= (width + wide) / 2) | (np.abs(y - by) >= (height + high) / 2)
        return np.asarray(clear & ~self._covered(left, right, top, bottom))

    def _covered(self, left: Floats, right: Floats, top: Floats, bottom: Floats) -> Mask:
        """Return whether a line runs through each box."""
        rows, columns = self._taken.shape
        i0, i1 = (np.minimum((np.maximum(v, 0) / CELL).astype(np.int64), rows - 1) for v in (top, bottom))
        j0, j1 = (np.minimum((np.maximum(v, 0) / CELL).astype(np.int64), columns - 1) for v in (left, right))
        # Row by row: counts summed along rows alone cost a quarter of those summed over areas.
        high = int((i1 - i0).max(initial=0)) + 1
        starts = np.minimum(i0[:, None] + np.arange(high), i1[:, None]) * (columns + 1)
        sums = self._counted()
        before, behind = sums.take(starts + j0[:, None]), sums.take(starts + j1[:, None] + 1)
        return np.asarray((before != behind).any(axis=1))

    def _counted(self) -> NDArray[np.int32]:
        """Return how many cells are taken left of each in its row, shape (rows, columns + 1)."""
        if self._sums is None:
            rows, columns = self._taken.shape
            sums = np.zeros((rows, columns + 1), np.int32)
            np.cumsum(self._taken, axis=1, dtype=np.int32, out=sums[:, 1:])
            self._sums = sums
        return self._sums


def guide_distance(points: Floats, field: Floats, width: int, height: int) -> Floats:
    """Return each point's distance from the guide along which a metric's labels line up, px.

    The guide is straight, along the field's mean gradient, and passes beside the centre by 16 % of the
    plot, so that labels creep as lines move rather than jump.
    """
    rise = np.array([np.mean(field[:, -1] - field[:, 0]) / width, np.mean(field[0] - field[-1]) / height])
    length = float(np.hypot(*rise))
    along = rise / length if length > 0 else np.array([1.0, 0.0])
    across = np.array([-along[1], along[0]])
    # The side away from the top right corner, where limits and chips gather.
    side = 1.0 if across[1] - across[0] >= 0 else -1.0
    anchor = np.array([width / 2, height / 2]) + across * side * 0.16 * min(width, height)
    return np.asarray(np.abs((points - anchor) @ across))


def best(rank: Floats, free: Mask) -> int | None:
    """Return the index of the lowest rank that is free, or None."""
    if not free.any():
        return None
    return int(np.argmin(np.where(free, rank, np.inf)))


def leading(rank: Floats, most: int) -> NDArray[np.int64]:
    """Return the indices of the `most` lowest ranks, rising; of all where there are no more."""
    if rank.size <= most:
        return np.arange(rank.size)
    return np.sort(np.argpartition(rank, most)[:most])


def best_of(rank: Floats, free: Callable[[NDArray[np.int64]], Mask], most: int = 64) -> int | None:
    """Return the index of the lowest rank that is free, or None; `free` tells of those it is asked about.

    Mostly one of the first is: only where none is are all looked at.
    """
    first = leading(rank, most)
    found = best(rank[first], free(first))
    if found is not None:
        return int(first[found])
    return best(rank, free(np.arange(rank.size))) if rank.size > most else None


#: Where a chip may stand beside a point of its line: gap and side, as `beside` numbers them.
_MOVES: Final = [(gap, side) for gap in GAPS for side in range(4)]


def beside(line: Floats, width: float, height: float) -> tuple[Floats, NDArray[np.int64], Floats]:
    """Return centres of boxes near each point of `line`, their side, and how far off they stand.

    Sides are 0 right, 1 left, 2 above, 3 below; a steep line is met close by, a slanting one farther off.
    """
    points = densify(line, 4.0)
    points = points[np.isfinite(points[:, 0])]
    ways = ((1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0))
    moves = np.array(
        [[ways[side][0] * (width / 2 + gap), ways[side][1] * (height / 2 + gap)] for gap, side in _MOVES]
    )
    centres = (points + moves[:, None, :]).reshape(-1, 2)
    gaps, sides = np.array([gap for gap, _ in _MOVES]), np.array([side for _, side in _MOVES])
    return centres, np.repeat(sides, points.shape[0]), np.repeat(gaps, points.shape[0])
