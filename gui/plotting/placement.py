"""Where words go on a plot: chips beside limits, labels on iso-lines, gaps cut into those for them.

Compiled, for a frame of a drag asks about thousands of places, and without Python's lock: the window goes on
meanwhile. Lines are arrays of shape (n, 2), px, pieces parted by a row of NaN; x runs right, y runs down.
"""

import math
from typing import Annotated, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.jit import entry, kernel

Floats = NDArray[np.float64]
Rows = Annotated[NDArray[np.float64], 2]
Row = Annotated[NDArray[np.float64], 1]

#: Side of a cell of the grid that tells where lines run [px].
CELL: Final = 2
#: Points of a line beside which a chip may stand are at most this far apart [px].
STEP: Final = 4.0
#: How far off its line a chip may stand [px].
GAPS: Final = np.array([5.0, 14.0, 28.0])
#: Distance of a box from the edge of the plot [px].
EDGE: Final = 4.0
#: Sides of a line, and where they lie: right, left, above, below.
WAYS: Final = np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, -1.0], [0.0, 1.0]])
#: What a label keeps of its own line, and of the next label, beyond its words [px].
MARGIN: Final = 6.0
APART: Final = 7.0
#: Rank of a place where no limit holds.
STOPPED: Final = 10_000.0


class Spot(NamedTuple):
    """Where a box may stand, with its rank: the lowest is taken; `rank` is infinite where there is none."""

    rank: float
    x: float
    y: float
    side: float


class Way(NamedTuple):
    """Where a piece of a line begins, how far it goes, and in how many steps; none where it is a gap."""

    x: float
    y: float
    across: float
    down: float
    pieces: int


@kernel
def _way(line: Rows, i: int, step: float) -> Way:
    """Return the way from point `i` of `line` to the next, in pieces of at most `step`."""
    x, y = line[i, 0], line[i, 1]
    if not math.isfinite(x):
        return Way(x, y, 0.0, 0.0, 0)
    if i + 1 == line.shape[0] or not math.isfinite(line[i + 1, 0]):
        return Way(x, y, 0.0, 0.0, 1)
    across, down = line[i + 1, 0] - x, line[i + 1, 1] - y
    return Way(x, y, across, down, max(1, math.ceil(math.hypot(across, down) / step)))


@kernel
def _draw(line: Rows, taken: Rows) -> None:
    """Count 1 into every cell of `taken`, shape (rows, columns + 1), that `line` runs through."""
    rows, columns = taken.shape[0], taken.shape[1] - 1
    for i in range(line.shape[0]):
        way = _way(line, i, float(CELL))
        for k in range(way.pieces):
            at_x, at_y = way.x + way.across * k / way.pieces, way.y + way.down * k / way.pieces
            if at_x <= -CELL or at_y <= -CELL:
                continue
            row, column = int(at_y / CELL), int(at_x / CELL)
            if row < rows and column < columns:
                taken[row, column + 1] = 1.0


@kernel
def _sum_up(taken: Rows) -> None:
    """Turn what is taken into how much is taken left of each cell in its row."""
    for row in range(taken.shape[0]):
        count = 0.0
        for column in range(taken.shape[1]):
            count += taken[row, column]
            taken[row, column] = count


@kernel
def _free(
    x: float, y: float, wide: float, high: float, size: Row, boxes: Rows, count: int, sums: Rows
) -> bool:
    """Return whether a box centred at (x, y) is clear of edges, of `count` boxes, and of all lines."""
    left, right, top, bottom = x - wide / 2, x + wide / 2, y - high / 2, y + high / 2
    if left < EDGE or top < EDGE or right > size[0] - EDGE or bottom > size[1] - EDGE:
        return False
    for i in range(count):
        near = abs(x - boxes[i, 0]) < (wide + boxes[i, 2]) / 2
        if near and abs(y - boxes[i, 1]) < (high + boxes[i, 3]) / 2:
            return False
    rows, columns = sums.shape[0], sums.shape[1] - 1
    first, last = min(int(left / CELL), columns - 1), min(int(right / CELL), columns - 1)
    for row in range(min(int(top / CELL), rows - 1), min(int(bottom / CELL), rows - 1) + 1):
        if sums[row, first] != sums[row, last + 1]:
            return False
    return True


@kernel
def _beside(
    x: float, y: float, chips: Rows, which: int, size: Row, boxes: Rows, count: int, sums: Rows, best: Spot
) -> Spot:
    """Return the best of `best` and what is free beside (x, y), on a line; `chips` as in `arrange`."""
    wide, high = chips[which, 0], chips[which, 1]
    for gap in GAPS:
        for side in range(4):
            at_x = x + WAYS[side, 0] * (wide / 2 + gap)
            at_y = y + WAYS[side, 1] * (high / 2 + gap)
            rank = abs(at_y - chips[which, 2]) + chips[which, 3 + side] + 4.0 * gap
            if rank < best.rank and _free(at_x, at_y, wide, high, size, boxes, count, sums):
                best = Spot(rank, at_x, at_y, float(side))
    return best


@kernel
def _chip_spot(line: Rows, chips: Rows, which: int, size: Row, boxes: Rows, count: int, sums: Rows) -> Spot:
    """Return the best place for chip `which` beside `line`."""
    best = Spot(math.inf, 0.0, 0.0, 0.0)
    for i in range(line.shape[0]):
        way = _way(line, i, STEP)
        for k in range(way.pieces):
            at_x, at_y = way.x + way.across * k / way.pieces, way.y + way.down * k / way.pieces
            best = _beside(at_x, at_y, chips, which, size, boxes, count, sums, best)
    return best


@entry
def guide(field: Rows, size: Row) -> tuple[float, float, float, float]:
    """Return a point of the guide along which labels line up, and what is across it.

    The guide is straight, along the field's mean gradient, and passes beside the centre by 16 % of the
    plot, so that labels creep as lines move rather than jump.
    """
    rows, columns = field.shape
    right, up = 0.0, 0.0
    for i in range(rows):
        right += field[i, columns - 1] - field[i, 0]
    for j in range(columns):
        up += field[0, j] - field[rows - 1, j]
    right, up = right / rows / size[0], up / columns / size[1]
    length = math.hypot(right, up)
    along = (right / length, up / length) if length > 0.0 else (1.0, 0.0)
    across = (-along[1], along[0])
    # The side away from the top right corner, where limits and chips gather.
    off = (1.0 if across[1] - across[0] >= 0.0 else -1.0) * 0.16 * min(size[0], size[1])
    return size[0] / 2 + across[0] * off, size[1] / 2 + across[1] * off, across[0], across[1]


@kernel
def _is_clear(x: float, y: float, wide: float, high: float, labels: Rows, first: int, last: int) -> bool:
    """Return whether a label at (x, y) is clear of labels `first` to `last` of its plot."""
    for other in range(first, last):
        if math.isfinite(labels[other, 0]):
            near = abs(x - labels[other, 0]) < (wide + labels[other, 2]) / 2 + APART
            if near and abs(y - labels[other, 1]) < high + 2.0:
                return False
    return True


@kernel
def _label_spot(
    points: Rows, start: int, stop: int, guide: tuple[float, float, float, float], wide: float, high: float,
    size: Row, able: Rows, boxes: Rows, count: int, sums: Rows, labels: Rows, first: int, last: int,
) -> Spot:  # fmt: skip
    """Return the best place for a label on the line of points `start` to `stop`.

    That is near the guide, where points are feasible, and clear of labels `first` to `last`.
    """
    best = Spot(math.inf, 0.0, 0.0, 0.0)
    rows, columns = able.shape
    for p in range(start, stop):
        x, y = points[p, 0], points[p, 1]
        if not math.isfinite(x):
            continue
        i = min(max(round((1.0 - y / size[1]) * (rows - 1)), 0), rows - 1)
        j = min(max(round(x / size[0] * (columns - 1)), 0), columns - 1)
        if able[i, j] < 0.0:
            continue
        rank = abs((x - guide[0]) * guide[2] + (y - guide[1]) * guide[3]) + STOPPED * (1.0 - able[i, j])
        # Half a word where nothing is served is read on no one ground.
        for end in (x - wide / 2, x + wide / 2):
            if able[i, min(max(round(end / size[0] * (columns - 1)), 0), columns - 1)] < 0.0:
                rank += STOPPED
        if (
            rank < best.rank
            and _free(x, y, wide + MARGIN, high, size, boxes, count, sums)
            and _is_clear(x, y, wide, high, labels, first, last)
        ):
            best = Spot(rank, x, y, 0.0)
    return best


@kernel
def _within(at: float, way: float, low: float, high: float) -> tuple[float, float]:
    """Return from which to which share of `way` a point that starts `at` is between `low` and `high`."""
    if way == 0.0:
        return (0.0, 1.0) if low < at < high else (1.0, 0.0)
    one, other = (low - at) / way, (high - at) / way
    return max(0.0, min(one, other)), min(1.0, max(one, other))


@kernel
def _cut(
    points: Rows, start: int, stop: int, box: tuple[float, float, float, float], out: Rows, filled: int
) -> int:
    """Write a line without what lies in `box` (x, y, width, height) behind `filled` rows of `out`.

    Nothing lies in a box of NaN.
    """
    low_x, high_x = box[0] - box[2] / 2, box[0] + box[2] / 2
    low_y, high_y = box[1] - box[3] / 2, box[1] + box[3] / 2
    drops = False
    for i in range(start, stop):
        if not drops:
            out[filled, 0], out[filled, 1] = points[i, 0], points[i, 1]
            filled += 1
        drops = False
        if i + 1 == stop:
            break
        ax, ay, bx, by = points[i, 0], points[i, 1], points[i + 1, 0], points[i + 1, 1]
        near = min(ax, bx) < high_x and min(ay, by) < high_y and max(ax, bx) > low_x and max(ay, by) > low_y
        if not near or not math.isfinite(ax + bx):
            continue
        enter, leave = _within(ax, bx - ax, low_x, high_x)
        other = _within(ay, by - ay, low_y, high_y)
        enter, leave = max(enter, other[0]), min(leave, other[1])
        if enter >= leave:
            continue
        # An end inside the box goes with what is cut.
        if enter <= 0.0 and filled and math.isfinite(out[filled - 1, 0]):
            filled -= 1
        if enter > 0.0:
            out[filled, 0], out[filled, 1] = ax + enter * (bx - ax), ay + enter * (by - ay)
            filled += 1
        out[filled, 0], out[filled, 1] = math.nan, math.nan
        filled += 1
        if leave < 1.0:
            out[filled, 0], out[filled, 1] = ax + leave * (bx - ax), ay + leave * (by - ay)
            filled += 1
        drops = leave >= 1.0
    return filled


@kernel
def _place_chips(
    red: Rows, ink: Rows, chips: Rows, own: Rows, size: Row, boxes: Rows, count: int, sums: Rows, places: Rows
) -> None:
    """Fill `places` as `arrange` returns it; the last two of `boxes` are room for the chips."""
    plots = own.shape[1]
    for which in range(2):
        line = red if which == 0 else ink
        found = Spot(math.inf, math.nan, math.nan, 0.0)
        if line.shape[0] > 1:
            found = _chip_spot(line, chips, which, size, boxes, count, sums)
        if not math.isfinite(found.rank):
            continue
        places[which, plots] = found.y
        for plot in range(plots):
            # One narrower than the widest keeps to its line.
            less = (chips[which, 0] - own[which, plot]) / 2
            places[which, plot] = found.x + (
                -less if found.side == 0.0 else less if found.side == 1.0 else 0.0
            )
        boxes[count, 0], boxes[count, 1] = found.x, found.y
        boxes[count, 2], boxes[count, 3] = chips[which, 0] + 4.0, chips[which, 1] + 4.0
        count += 1


@kernel
def _take_chips(places: Rows, chips: Rows, own: Rows, plot: int, boxes: Rows, count: int) -> int:
    """Put the chips of `plot` behind `count` boxes; return how many there are then."""
    for which in range(2):
        if math.isfinite(places[which, plot]):
            boxes[count, 0], boxes[count, 1] = places[which, plot], places[which, own.shape[1]]
            boxes[count, 2], boxes[count, 3] = own[which, plot] + 4.0, chips[which, 1] + 4.0
            count += 1
    return count


@entry
def place(
    size: Row, boxes: Rows, firm: Rows, ghosts: Rows, red: Rows, ink: Rows, chips: Rows, own: Rows,
    able: Rows, guides: Rows, points: Rows, lines: Rows, high: float, gap: float,
    lenient: Rows, strict: Rows, places: Rows, labels: Rows, cut: Rows, ends: Row,
) -> None:  # fmt: skip
    """Fill `places`, `labels`, `cut` and `ends`: see `arrange`, which has all else made ready."""
    _draw(firm, lenient)
    _draw(firm, strict)
    _draw(ghosts, strict)
    _sum_up(lenient)
    _sum_up(strict)
    # The last two boxes are room for chips.
    count = boxes.shape[0] - 2
    _place_chips(red, ink, chips, own, size, boxes, count, lenient, places)
    filled, first, taken = 0, 0, count
    for i in range(lines.shape[0]):
        start, stop, plot, wide = int(lines[i, 0]), int(lines[i, 1]), int(lines[i, 2]), lines[i, 3]
        if i == 0 or lines[i, 2] != lines[i - 1, 2]:
            first, taken = i, _take_chips(places, chips, own, plot, boxes, count)
        way, over = (guides[plot, 0], guides[plot, 1], guides[plot, 2], guides[plot, 3]), 0.0
        at = _label_spot(
            points, start, stop, way, wide, high, size, able, boxes, taken, strict, labels, first, i
        )
        if not math.isfinite(at.rank):
            over = 1.0
            at = _label_spot(
                points, start, stop, way, wide, high, size, able, boxes, taken, lenient, labels, first, i
            )
        x = at.x if math.isfinite(at.rank) else math.nan
        labels[i, 0], labels[i, 1], labels[i, 2], labels[i, 3] = x, at.y, wide, over
        filled = _cut(points, start, stop, (x, at.y, wide + MARGIN, gap), cut, filled)
        ends[i + 1] = filled


def arrange(
    size: Floats, boxes: Floats, barred: tuple[Floats, Floats], chipped: tuple[Floats, Floats], chips: Floats,
    own: Floats, able: Floats, guides: Floats, points: Floats, lines: Floats, high: float, gap: float,
) -> tuple[Floats, Floats, Floats, Floats]:  # fmt: skip
    """Return where chips and labels stand on the plots of a view, and its iso-lines with the gaps for labels.

    Parameters
    ----------
    size : ndarray, shape (2,)
        Width and height of a plot, px.
    boxes : ndarray, shape (n, 4)
        Centre, width and height of what is taken in all plots.
    barred : two ndarrays, shape (m, 2)
        Lines that no words may cover, and those that words may where there is no other room.
    chipped : two ndarrays, shape (m, 2)
        The lines that carry chips: break-even and limit.
    chips : ndarray, shape (2, 7)
        Of each: the widest width, the height, the height in the plot it would stand at, costs of `WAYS`.
    own : ndarray, shape (2, plots)
        Width of each chip.
    able : ndarray, shape (ny, nx)
        1 where every limit holds, 0 where one does not, -1 where nothing is served; row 0 at the bottom.
    guides : ndarray, shape (plots, 4)
        `guide` of each.
    points : ndarray, shape (p, 2)
        All iso-lines, one after the other.
    lines : ndarray, shape (l, 4)
        Of each: first row and the row behind its last, plot, width of its label. Those of a plot together.
    high, gap : float
        Height of a label, and of the gap for it, px.

    Returns
    -------
    places : ndarray, shape (2, plots + 1)
        x of each chip in each plot, and its y in all; NaN where it has no place.
    labels : ndarray, shape (l, 4)
        x, y, width, 1 where it covers a ghost; x is NaN where it has no place.
    cut : ndarray, shape (q, 2)
    ends : ndarray, shape (l + 1,)
        Line `i` with its gap is `cut[ends[i]:ends[i + 1]]`.
    """
    # What is made here is not made in compiled code, whose first start would take two seconds longer.
    shape = int(size[1] / CELL) + 1, int(size[0] / CELL) + 2
    room = np.concatenate([boxes, np.zeros((2, 4))])
    places = np.full((2, own.shape[1] + 1), np.nan)
    labels, ends = np.zeros((lines.shape[0], 4)), np.zeros(lines.shape[0] + 1)
    # Each piece that a box cuts adds three points at most.
    cut = np.empty((4 * points.shape[0], 2))
    place(
        size, room, *barred, *chipped, chips, own, able, guides, points, lines, high, gap,
        np.zeros(shape), np.zeros(shape), places, labels, cut, ends,
    )  # fmt: skip
    return places, labels, cut, ends
