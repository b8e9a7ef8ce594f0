"""Names of compared curves: which of them lie on each other, and where a name covers none of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from gui.plotting.contours import Floats

#: Curves nearer to each other than this, in the median, look like one [px].
ALIKE: Final = 8.0
#: Half the height of a name, and how far it stands from its curve [px].
_HALF: Final = 9.0
_APART: Final = 8.0


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the middle of its place [px]."""

    said: str
    x: float
    y: float
    width: float


def gathered(curves: Sequence[Floats]) -> list[list[int]]:
    """Return the indices of `curves`, px, shape (n, 2), in groups that lie on each other, in their order."""
    groups: list[list[int]] = []
    for i, curve in enumerate(curves):
        near = next((g for g in groups if any(_apart(curve, curves[k]) < ALIKE for k in g)), None)
        if near is None:
            groups.append([i])
        else:
            near.append(i)
    return groups


def _apart(a: Floats, b: Floats) -> float:
    """Return the median distance of the points of `a` from the nearest of `b`; infinite without points."""
    first, second = a[np.isfinite(a).all(axis=1)][::4], b[np.isfinite(b).all(axis=1)]
    if not first.size or not second.size:
        return float("inf")
    far = np.hypot(*(first[:, None, :] - second[None, :, :]).transpose(2, 0, 1))
    return float(np.median(far.min(axis=1)))


def place(
    said: str, width: float, mine: Floats, drawn: Floats, box: QRectF, taken: Sequence[QRectF]
) -> Name | None:
    """Return where `said` stands beside the curve `mine` in `box` and covers least; None without room.

    Parameters
    ----------
    drawn : ndarray, shape (n, 2)
        Points of all curves, px.
    taken : sequence of QRectF
        Places of other words.
    """
    room = box.adjusted(width / 2 + 2, _HALF + 2, -width / 2 - 2, -_HALF - 2)
    known = drawn[np.isfinite(drawn).all(axis=1)]
    spots = [
        (x + side * (width / 2 + _APART), y + up * _APART)
        for x, y in mine[np.isfinite(mine).all(axis=1)][2::3]
        if box.contains(QPointF(x, y))
        for side, up in ((1.0, -1.0), (-1.0, 1.0), (1.0, 1.0), (-1.0, -1.0))
    ]
    spots = [spot for spot in spots if room.contains(QPointF(*spot))]
    if not spots:
        return None
    covered = [
        np.count_nonzero((np.abs(known - spot) < (width / 2 + 2, _HALF)).all(axis=1))
        + 100 * sum(_box(*spot, width).intersects(other) for other in taken)
        for spot in spots
    ]
    best = int(np.argmin(covered))
    return Name(said, *spots[best], width) if covered[best] < 100 else None


def _box(x: float, y: float, width: float) -> QRectF:
    return QRectF(x - width / 2, y - _HALF, width, 2 * _HALF).adjusted(-4, -3, 4, 3)


def boxes(names: Sequence[Name]) -> list[QRectF]:
    """Return what `names` take."""
    return [_box(name.x, name.y, name.width) for name in names]
