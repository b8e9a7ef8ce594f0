"""Geometry of a surface in pixels of its plot: iso-lines, regions, filled gaps. numpy and contourpy, no Qt.

Lines are arrays of shape (n, 2), pieces parted by a row of NaN; x runs right, y runs down.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from contourpy import FillType, LineType, SerialContourGenerator, ZInterp
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

NOTHING: Final[Floats] = np.zeros((0, 2))
#: Cells that a field is continued with its own slope beyond the last known one.
REACH: Final = 4


@dataclass(frozen=True, slots=True)
class Polygons:
    """Areas with holes: ring `i` is `points[offsets[i]:offsets[i + 1]]`; the odd-even rule fills them."""

    points: Floats
    offsets: NDArray[np.int64]

    @property
    def empty(self) -> bool:
        """Whether there is no area."""
        return bool(self.points.shape[0] == 0)


class Gaps:
    """Where a field has no values, and from which of its cells they are filled.

    Along its row from the nearest known cell; rows without any from the nearest known row. The first
    few cells follow the slope at the edge, so that lines cross it without a kink; the rest holds.

    Parameters
    ----------
    known : bool array, shape (ny, nx)
    """

    def __init__(self, known: Mask) -> None:
        self.known = known
        full: Mask = np.asarray(known.all(axis=1))
        some: Mask = np.asarray(known.any(axis=1))
        self._none, self._whole = not bool(some.any()), bool(full.all())
        self._partial = np.flatnonzero(some & ~full)
        self._inside = known[self._partial]
        source, inward, self._distance = _nearest(self._inside)
        starts = np.arange(self._partial.size)[:, None] * known.shape[1]
        self._source, self._inward = starts + source, starts + inward
        self._empty = np.flatnonzero(~some)
        rows = _nearest(some[None])
        self._rows = tuple(part[0][self._empty] for part in rows)

    def fill(self, values: Floats) -> Floats:
        """Return `values` with the gaps filled; zeros where nothing is known."""
        if self._whole:
            return values
        if self._none:
            return np.zeros(values.shape)
        made = values.copy()
        part = values[self._partial]
        edge = part.take(self._source)
        slope = edge - part.take(self._inward)
        made[self._partial] = np.where(self._inside, part, edge + slope * self._distance)
        source, inward, distance = self._rows
        edge = made[source]
        made[self._empty] = edge + (edge - made[inward]) * distance[:, None]
        return made


def _nearest(known: Mask) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return along each row the nearest known cell, the next known one behind it, and the distance."""
    count = known.shape[1]
    columns = np.arange(count)
    left = np.maximum.accumulate(np.where(known, columns, -1), axis=1)
    right = np.minimum.accumulate(np.where(known, columns, 2 * count)[:, ::-1], axis=1)[:, ::-1]
    use_left = (left >= 0) & ((right >= count) | (columns - left <= right - columns))
    source = np.clip(np.where(use_left, left, right), 0, count - 1)
    inward = np.clip(np.where(use_left, source - 1, source + 1), 0, count - 1)
    inward = np.where(np.take_along_axis(known, inward, 1), inward, source)
    return source, inward, np.minimum(np.abs(columns - source), REACH)


def fill_gaps(values: Floats) -> Floats:
    """Return `values` with every NaN filled, see `Gaps`."""
    return Gaps(np.isfinite(values)).fill(values)


def soften(mask: Mask) -> Floats:
    """Return a field whose contour at 0.5 follows the edge of `mask` without its steps."""
    field: Floats = mask.astype(np.float64)
    for _ in range(2):
        tall = np.pad(field, ((1, 1), (0, 0)), mode="edge")
        field = (tall[:-2] + tall[1:-1] + tall[2:]) / 3.0
        wide = np.pad(field, ((0, 0), (1, 1)), mode="edge")
        field = (wide[:, :-2] + wide[:, 1:-1] + wide[:, 2:]) / 3.0
    return field


@lru_cache(maxsize=16)
def _nodes(rows: int, columns: int, width: float, height: float) -> tuple[Floats, Floats]:
    x, y = np.meshgrid(np.linspace(0.0, width, columns), np.linspace(height, 0.0, rows))
    return np.ascontiguousarray(x), np.ascontiguousarray(y)


class Contours:
    """Contours of one field over a plot of `width` x `height` pixels.

    Parameters
    ----------
    field : ndarray, shape (ny, nx)
        Row 0 at the bottom; nodes from edge to edge. NaN cells are left out.
    """

    def __init__(self, field: Floats, width: float, height: float) -> None:
        known = np.isfinite(field)
        x, y = _nodes(field.shape[0], field.shape[1], width, height)
        # contourpy's own front door looks for masks and builds the nodes anew each time.
        self._made = SerialContourGenerator(
            x,
            y,
            np.ascontiguousarray(field),
            ~known,
            corner_mask=True,
            line_type=LineType.ChunkCombinedNan,
            fill_type=FillType.ChunkCombinedOffset,
            quad_as_tri=False,
            z_interp=ZInterp.Linear,
            x_chunk_size=0,
            y_chunk_size=0,
        )

    def line(self, level: float) -> Floats:
        """Return the iso-line at `level`."""
        found = self._made.lines(level)[0][0]
        return NOTHING if found is None else np.asarray(found, np.float64)

    def between(self, low: float, high: float) -> Polygons:
        """Return where the field lies from `low` to `high`."""
        made = self._made.filled(low, high)
        points, offsets = made[0], made[1]
        if points[0] is None or offsets[0] is None:
            return Polygons(NOTHING, np.zeros(1, np.int64))
        return Polygons(np.asarray(points[0], np.float64), np.asarray(offsets[0], np.int64))

    def above(self, level: float) -> Polygons:
        """Return where the field exceeds `level`."""
        return self.between(level, np.inf)


def join(lines: list[Floats]) -> Floats:
    """Return several lines as one, parted by NaN."""
    gap = np.full((1, 2), np.nan)
    kept = [line for line in lines if line.shape[0]]
    parts = [piece for line in kept for piece in (line, gap)]
    return np.concatenate(parts[:-1]) if parts else NOTHING
