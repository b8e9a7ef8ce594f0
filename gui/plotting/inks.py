"""Pens, brushes and hatches of the plots in one theme, made once and reused."""

from functools import cache
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QTransform

from gui import fonts
from gui.plotting.scales import Map
from gui.theme import Map as Colors
from gui.theme import Theme

HATCH_STEP: Final = 8
DARK_INK: Final = QColor("#10151A")
LIGHT_INK: Final = QColor("#FFFFFF")

#: cause -> (direction of its hatch, token, alpha of the hatch in light and dark)
HATCHES: Final[dict[str, tuple[str, str, tuple[int, int]]]] = {
    "slow": ("/", "ink", (120, 110)),
    "memory": ("\\", "memory_limit", (150, 150)),
    "capacity": ("-", "warning", (150, 150)),
    "layout": ("|", "muted", (150, 150)),
}
CAUSE_WORDS: Final[dict[str, str]] = {
    "slow": "too slow",
    "memory": "out of memory",
    "capacity": "over capacity",
    "layout": "layout impossible",
    "quality": "below the quality floor",
}


def pen(
    color: QColor, width: float, alpha: int | None = None, dashes: tuple[float, float] | None = None
) -> QPen:
    """Return a pen of `width` as designed at 100 %; `dashes` in pen widths."""
    used = QColor(color)
    if alpha is not None:
        used.setAlpha(alpha)
    made = QPen(used, width * fonts.scale())
    # The lines are dense: round joins cost a third more and look the same.
    made.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes is not None:
        made.setDashPattern(list(dashes))
    return made


def luminance(color: QColor) -> float:
    """Return the relative luminance of `color`. Source: WCAG 2.1."""
    parts = np.array([color.redF(), color.greenF(), color.blueF()])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ np.array([0.2126, 0.7152, 0.0722]))


def contrast(a: QColor, b: QColor) -> float:
    """Return the contrast ratio of two colours, 1-21."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


class Inks:
    """All pens and brushes of one theme.

    Parameters
    ----------
    theme : Theme
    ratio : float
        Device pixels to a logical one: hatches are drawn in device pixels.
    """

    def __init__(self, theme: Theme, ratio: float = 1.0) -> None:
        self.theme, self.ratio = theme, ratio
        dark = theme.dark
        panel = theme.panel
        self.casing_alpha = 190
        self.break_even = pen(theme.breakeven, 2.25)
        self.break_even_casing = pen(panel, 4.65, 190)
        self.limit = pen(theme.latency_limit, 1.75)
        self.limit_casing = pen(panel, 4.15, 190)
        self.memory = pen(theme.memory_limit, 1.5)
        self.ghost_break_even = pen(theme.breakeven, 1.25, dashes=(4, 4))
        self.ghost_casing = pen(panel, 3.65, 190)
        self.ghost_limit = pen(theme.latency_limit, 1.0, dashes=(4, 4))
        self.hair = pen(theme.ink, 1.0, 215)
        self.hair_casing = pen(panel, 3.0, 70)
        self.ring = pen(theme.ink, 2.0)
        self.iso_dark, self.iso_light = pen(DARK_INK, 1.0, 190), pen(LIGHT_INK, 1.0, 190)
        self.now = pen(theme.accent, 2.0)
        self.baseline = pen(theme.muted, 1.25, dashes=(4, 3))
        self.threshold = {
            "break_even": pen(theme.breakeven, 1.5),
            "limit": pen(theme.latency_limit, 1.5),
        }
        self.grid = pen(theme.hairline, 1.0)
        self.border = pen(theme.border, 1.0)
        self.pill = pen(theme.border, 1.0, 160)
        wash = QColor("#12161A") if dark else QColor("#FFFFFF")
        wash.setAlpha(110 if dark else 92)
        self.slow_wash = wash
        self.chip = theme.token("panel", 235)
        self.hatches = {name: self._hatch(name) for name in HATCHES}
        self.blocked = {name: self._blocked(name) for name in HATCHES}

    def hatch(self, cause: str) -> QBrush:
        """Return the brush of `cause`; a cause without one of its own looks like a bad layout."""
        return self.hatches.get(cause, self.hatches["layout"])

    def blocked_fill(self, cause: str) -> QColor:
        """Return the opaque ground under the hatch of a cause that leaves no value."""
        return self.blocked.get(cause, self.blocked["layout"])

    def map(self, name: Map) -> Colors:
        """Return the colours of a map, uint8, shape (256, 4)."""
        found: Colors = getattr(self.theme, f"{name}_map")
        return found

    def _blocked(self, name: str) -> QColor:
        tint = self.theme.token(HATCHES[name][1])
        base, share = self.theme.window, 0.05
        pairs = (
            (base.red(), tint.red()),
            (base.green(), tint.green()),
            (base.blue(), tint.blue()),
        )
        return QColor(*(round(b + (t - b) * share) for b, t in pairs))

    def _hatch(self, name: str) -> QBrush:
        direction, token, alphas = HATCHES[name]
        color = self.theme.token(token, 240 if self.theme.high else alphas[self.theme.dark])
        fine = self.ratio * fonts.scale()
        brush = QBrush(_tile(direction, color.rgba(), fine, 1.6 if self.theme.high else 1.0))
        # The tile holds device pixels; the brush is used in logical ones.
        brush.setTransform(QTransform.fromScale(1.0 / self.ratio, 1.0 / self.ratio))
        return brush


@cache
def _tile(direction: str, rgba: int, ratio: float, width: float) -> QPixmap:
    side = round(HATCH_STEP * ratio)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    diagonal = direction in "/\\"
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, diagonal)
    painter.setPen(QPen(QColor.fromRgba(rgba), ratio * width))
    for shift in (-side, 0, side):
        if direction == "/":
            painter.drawLine(QLineF(shift - 1, side + 1, shift + side + 1, -1))
        elif direction == "\\":
            painter.drawLine(QLineF(shift - 1, -1, shift + side + 1, side + 1))
    if direction == "-":
        painter.drawLine(0, side // 2, side, side // 2)
    elif direction == "|":
        painter.drawLine(side // 2, 0, side // 2, side)
    painter.end()
    return made
