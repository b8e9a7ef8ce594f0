"""What others charge, on the canvas of the value view: listings as dots that lie clear of each other."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from engine.market import Quote
from gui import fonts
from gui.plotting import draw
from gui.plotting.inks import Inks, pen
from gui.plotting.value_job import ValueResult, Worth


@dataclass(frozen=True, slots=True)
class Spot:
    """Something on the canvas that answers to the pointer."""

    at: QPointF
    use: Worth | None = None
    quote: Quote | None = None


def free_place(x: float, middle: float, reach: float, taken: list[QPointF]) -> QPointF:
    """Return a place at `x` as near the middle as no dot lies over another."""
    for step in range(12):
        for side in (1.0, -1.0):
            y = middle + side * fonts.px(4) * step
            if abs(y - middle) <= reach and all(
                math.hypot(x - other.x(), y - other.y()) > fonts.px(7) for other in taken
            ):
                return QPointF(x, y)
    return QPointF(x, middle)


def paint_key(painter: QPainter, inks: Inks, r: ValueResult, place: QRectF) -> None:
    """Say what the colours of the listings mean, if they mean anything here."""
    theme, x = inks.theme, place.left()
    if not any(math.isfinite(quote.margin) for quote in r.quotes):
        return
    for said, color in (("a margin at your cost", theme.good), ("a loss", theme.bad)):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        draw.dot(painter, QPointF(x + fonts.px(4), place.center().y()), 3.6)
        wide = fonts.width(said, 11)
        words = QRectF(x + fonts.px(12), place.top(), wide + 2, place.height())
        draw.words(painter, words, said, theme.muted, fonts.px_font(11), draw.LEFT)
        x = words.right() + fonts.px(12)


def paint_quote(painter: QPainter, inks: Inks, spot: Spot, chosen: bool) -> None:
    """Draw a listing: its margin as a colour, how it is served as a shape, a ring where it is `chosen`."""
    theme, quote = inks.theme, spot.quote
    assert quote is not None
    color = QColor(theme.muted)
    if math.isfinite(quote.margin):
        color = QColor(theme.good if quote.margin > 0.0 else theme.bad)
    painter.setPen(pen(theme.ink, 2.0) if chosen else pen(theme.panel, 0.8))
    if not chosen:
        color.setAlpha(190)
    painter.setBrush(color)
    size = 5.0 if chosen else 3.6
    if quote.offer.way == "standard":
        draw.dot(painter, spot.at, size)
        return
    way = -1.0 if quote.offer.way in {"fast", "priority"} else 1.0
    size *= fonts.scale()
    corners = ((-size, -size * way), (size, -size * way), (0.0, size * way))
    painter.drawPolygon(QPolygonF([spot.at + QPointF(x, y) for x, y in corners]))
