"""What is laid on a surface besides its lines: what binds where, and pinned points."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from gui import fonts
from gui.plotting import draw, text
from gui.plotting.binding_inks import ground, pattern
from gui.plotting.geometry import Geometry
from gui.plotting.inks import Inks
from gui.plotting.labels import chip_height
from gui.plotting.pins import Pinned

#: Half the height of a pin's diamond [px]; how near a click must come to it.
DIAMOND: Final = 6.0
REACH: Final = 9.0


def paint_binds(painter: QPainter, inks: Inks, areas: Sequence[tuple[str, QPainterPath]]) -> None:
    """Paint what binds where; each area covers those after it."""
    painter.setBrushOrigin(0, 0)
    edge = QPen(inks.theme.panel, 1.5)
    for kind, area in areas:
        painter.fillPath(area, ground(inks.theme, kind))
        painter.fillPath(area, pattern(inks, kind))
        painter.strokePath(area, edge)


def pin_spot(pin: Pinned, box: QRect) -> QPointF:
    """Return where a pin stands in a plot's own px."""
    return QPointF(pin.place[0] * box.width(), (1.0 - pin.place[1]) * box.height())


def pin_near(pins: tuple[Pinned, ...], box: QRect, at: QPointF) -> Pinned | None:
    """Return the pin under `at`, in the coordinates of `box`."""
    for pin in pins:
        off = at - box.topLeft() - pin_spot(pin, box)
        if max(abs(off.x()), abs(off.y())) <= REACH * fonts.scale():
            return pin
    return None


def paint_pins(
    painter: QPainter, inks: Inks, pins: tuple[Pinned, ...], column: tuple[int, str], box: QRect
) -> None:
    """Paint pins as numbered diamonds, each with the figure of `column`: its index and metric."""
    theme, side = inks.theme, DIAMOND * fonts.scale()
    for pin in pins:
        at = pin_spot(pin, box)
        painter.setPen(QPen(theme.panel, 1.5))
        painter.setBrush(theme.accent)
        painter.drawPolygon(
            QPolygonF(
                [
                    at + QPointF(0.0, -side), at + QPointF(side, 0.0),
                    at + QPointF(0.0, side), at + QPointF(-side, 0.0),
                ]
            )
        )  # fmt: skip
        said = f"{pin.index + 1}  {text.reading(column[1], pin.values[column[0]])}"
        wide = fonts.width(said, 11, fonts.SEMIBOLD) + 10
        # To the right of the diamond, or to its left where the plot ends.
        left = at.x() + side + 3
        if left + wide > box.width() - 2:
            left = at.x() - side - 3 - wide
        top = min(max(at.y() - chip_height() / 2, 1.0), box.height() - chip_height() - 1)
        label = QRectF(round(left), round(top), round(wide), chip_height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.chip)
        painter.drawRoundedRect(label, 3.0, 3.0)
        draw.words(painter, label, said, theme.accent, fonts.px_font(11, fonts.SEMIBOLD))


def paint_drop(painter: QPainter, inks: Inks, geometry: Geometry, axis: str) -> None:
    """Show the axis that an input carried over the canvas would go along."""
    color = QColor(inks.theme.accent)
    wide = fonts.px(8)
    for box in geometry.plots:
        band = QRectF(box)
        if axis == "x":
            band.setTop(band.bottom() - wide)
        else:
            band.setRight(band.left() + wide)
        painter.fillRect(band, color)
    first = geometry.plots[0]
    place = QRectF(geometry.title) if axis == "x" else QRectF(first.left() + 14, first.top() + 8, 0, 20)
    said = f"Let go: along {axis.upper()}"
    font = fonts.px_font(12, fonts.SEMIBOLD)
    width = fonts.width(said, 12, fonts.SEMIBOLD) + fonts.px(16)
    left = place.center().x() - width / 2 if axis == "x" else place.left()
    box_of = QRectF(round(left), round(place.top()), width, fonts.px(20))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(box_of, 4.0, 4.0)
    draw.words(painter, box_of, said, inks.theme.panel, font)
