"""Where the plots of the Monte Carlo view stand, and where figures lie in them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from gui import fonts
from gui.plotting.scales import Range

Floats = NDArray[np.float64]

#: Room above and below a plot for its title, ticks and their figures.
HEAD, FOOT = 34, 34
_LEFT, _RIGHT, _GAP = 64, 42, 30
#: Share of the height that the upper row takes, and of the width the left column.
_UPPER, _WIDER = 0.54, 0.60
STRIP = 34


@dataclass(frozen=True, slots=True)
class Places:
    """The boxes of the four plots, titles and ticks apart."""

    spread: QRectF
    scatter: QRectF
    settling: QRectF
    strips: QRectF


def places(width: float, height: float) -> Places:
    """Return the boxes in a canvas of that size."""
    left, right, gap = fonts.px(_LEFT), fonts.px(_RIGHT), fonts.px(_GAP)
    head, foot = fonts.px(HEAD), fonts.px(FOOT)
    first = (width - left - right - gap) * _WIDER
    second = width - left - first - gap - fonts.px(_LEFT) - fonts.px(16)
    upper = (height - 2 * (head + foot)) * _UPPER
    lower = height - 2 * (head + foot) - upper
    low = head + upper + foot + head
    at = left + first + gap + fonts.px(_LEFT) - fonts.px(6)
    return Places(
        QRectF(left, head, first, upper),
        QRectF(left, low, first, lower),
        QRectF(at, head, second, upper * 0.62),
        QRectF(at - fonts.px(44), head + upper * 0.62 + foot + head, second + fonts.px(44),
               height - (head + upper * 0.62 + foot + head) - fonts.px(10)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plot:
    """A box with a scale along each side."""

    box: QRectF
    x: Range
    y: Range

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point lies in px."""
        return self.across(x), self.up(y)

    def across(self, x: float) -> float:
        """Return where `x` lies in px, held to the edges and a little beyond."""
        return self.box.left() + min(max(self.x.at(x), -0.05), 1.05) * self.box.width()

    def up(self, y: float) -> float:
        """Return where `y` lies in px."""
        return self.box.bottom() - min(max(self.y.at(y), -0.05), 1.05) * self.box.height()

    def line(self, x: Floats, y: Floats) -> Floats:
        """Return the course in px, shape (n, 2); NaN stays."""
        across = self.box.left() + np.clip(self.x.unit(x), -0.05, 1.05) * self.box.width()
        return np.stack(
            [across, self.box.bottom() - np.clip(self.y.unit(y), -0.05, 1.05) * self.box.height()], 1
        )

    def value(self, px: float) -> float:
        """Return what lies `px` along, held to the scale."""
        share = min(1.0, max(0.0, (px - self.box.left()) / self.box.width()))
        if self.x.kind == "log":
            return float(self.x.low * (self.x.high / self.x.low) ** share)
        return float(self.x.low + share * (self.x.high - self.x.low))
