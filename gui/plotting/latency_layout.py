"""Where the parts of the latency view stand, and names beside the ends of lines."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QRect

from gui import fonts
from gui.plotting.contours import Floats

#: Below this height of the canvas [px] end-to-end time is told by the table alone.
ALL_FROM: Final = 560
#: Least vertical distance of two names [px].
APART: Final = 13.0
_LEFT: Final = 64
_RIGHT: Final = 46
_CAPTION: Final = 54
_HEAD: Final = 22
_RATES: Final = 16
_TICKS: Final = 22
_TITLE: Final = 18
_LEGEND: Final = 28
_WEIGHTS: Final = {"ttft": 1.2, "tpot": 1.0, "e2e": 0.85}


@dataclass(frozen=True, slots=True)
class LatencyGeometry:
    """Rectangles of the latency canvas.

    Attributes
    ----------
    caption : QRect
        Of the two sentences.
    heads, plots : mapping of measure to QRect
    rates, ticks : QRect
        The second axis above the first plot and the axis below the last.
    title, legend : QRect
    """

    caption: QRect
    heads: dict[str, QRect]
    plots: dict[str, QRect]
    rates: QRect
    ticks: QRect
    title: QRect
    legend: QRect

    @property
    def field(self) -> QRect:
        """Return the rectangle around all plots."""
        boxes = list(self.plots.values())
        return boxes[0].united(boxes[-1])


def lay_out(width: int, height: int, measures: tuple[str, ...]) -> LatencyGeometry:
    """Return the geometry of stacked plots of `measures` in a canvas of `width` x `height` px."""
    px = fonts.px
    left, right = px(_LEFT), px(_RIGHT)
    wide = max(px(120), width - left - right)
    below = px(_TICKS) + px(_TITLE) + px(_LEGEND)
    room = height - px(_CAPTION) - px(_RATES) - below - px(_HEAD) * len(measures)
    room = max(px(60) * len(measures), room)
    whole = sum(_WEIGHTS[measure] for measure in measures)
    heads: dict[str, QRect] = {}
    plots: dict[str, QRect] = {}
    top = px(_CAPTION)
    rates = QRect()
    for i, measure in enumerate(measures):
        heads[measure] = QRect(left, top, wide, px(_HEAD))
        top += px(_HEAD)
        if i == 0:
            rates = QRect(left, top, wide, px(_RATES))
            top += px(_RATES)
        high = int(room * _WEIGHTS[measure] / whole)
        plots[measure] = QRect(left, top, wide, high)
        top += high
    return LatencyGeometry(
        caption=QRect(px(16), 0, width - px(32), px(_CAPTION)),
        heads=heads,
        plots=plots,
        rates=rates,
        ticks=QRect(left, top, wide, px(_TICKS)),
        title=QRect(left, top + px(_TICKS), wide, px(_TITLE)),
        legend=QRect(left, top + px(_TICKS) + px(_TITLE), wide + right, px(_LEGEND)),
    )


def end_of(line: Floats, box: QRect) -> tuple[float, float] | None:
    """Return (height, place) at which `line`, px, shape (n, 2), leaves `box`; None if it never enters.

    A line that leaves through the top ends at the top: sorted by height, then by place, lines keep the
    order in which they leave.
    """
    inside = (
        np.isfinite(line).all(axis=1)
        & (line[:, 0] >= box.left() - 1)
        & (line[:, 0] <= box.right() + 2)
        & (line[:, 1] <= box.bottom() + 1)
        & (line[:, 1] >= box.top())
    )
    if not inside.any():
        return None
    last = int(np.flatnonzero(inside)[-1])
    after = line[last + 1] if last + 1 < line.shape[0] else line[last]
    if not np.isfinite(after).all() or after[1] >= box.top():
        return float(line[last, 1]), float(line[last, 0])
    share = (line[last, 1] - box.top()) / max(line[last, 1] - after[1], 1e-9)
    return float(box.top()), float(line[last, 0] + share * (after[0] - line[last, 0]))


def spread(wanted: list[float], low: float, high: float) -> list[float]:
    """Return places near `wanted` (in ascending order), `APART` from each other, from `low` to `high`."""
    placed: list[float] = []
    apart = fonts.px(APART)
    for i, at in enumerate(wanted):
        placed.append(max(at, low + i * apart, placed[-1] + apart if placed else low))
    for i in range(len(placed) - 1, -1, -1):
        most = high - (len(placed) - 1 - i) * apart
        placed[i] = min(placed[i], most, placed[i + 1] - apart if i + 1 < len(placed) else high)
    return placed
