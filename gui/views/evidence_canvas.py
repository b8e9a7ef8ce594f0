"""The canvas of the evidence view: predicted against measured, a dot for each measured point."""

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from engine.evidence.sources import sources
from gui import fonts
from gui.language import say
from gui.plotting import draw, text
from gui.plotting.evidence_job import SHOWN, EvidenceResult
from gui.plotting.evidence_words import figure, hover_lines, scope_words
from gui.plotting.exporting import is_exporting
from gui.plotting.fitting import fit
from gui.plotting.inks import Inks, pen
from gui.plotting.scales import Floats, Range
from gui.theme import Theme
from gui.views.evidence_key import ROW, SHADES, Entry, colour, entries, paint_key, shade

#: Farthest from a dot that the pointer still means it [px].
REACH: Final = 14.0
#: Corridors about the line of no error.
CORRIDORS: Final = (0.25, 0.10)
_LEFT, _TOP, _RIGHT, _BOTTOM = 66, 54, 20, 68
_DOT: Final = 3.4


class EvidenceCanvas(QWidget):
    """Predicted against measured on two logarithmic axes of one range.

    Signals
    -------
    opened(index)
        A dot was clicked: its place among the rows of the result.
    """

    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence-canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.inks = Inks(theme)
        self.result: EvidenceResult | None = None
        self.hover = -1
        self._range = Range(1.0, 10.0, "log")
        self._dots = np.zeros((0, 2))
        self._kept: QPixmap | None = None
        self._legend_rows = 1

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self._forget()

    def show_result(self, result: EvidenceResult) -> None:
        """Show a frame; dots that stay are not painted anew."""
        old = self.result
        same = old is not None and _drawn(old) == _drawn(result) and np.array_equal(old.index, result.index)
        same = same and old is not None and np.array_equal(old.predicted, result.predicted)
        self.result = result
        if not same:
            self.hover = -1
            self._forget()
        self._describe(result)
        self.update()

    def _describe(self, r: EvidenceResult) -> None:
        name = SHOWN[r.settings.quantity][1]
        self.setAccessibleName(say("{name} predicted against measured", name=name))
        said = "" if np.isnan(r.error) else say(", median error {error:.1f} %", error=100 * r.error)
        self.setAccessibleDescription(
            say("{size} points of {scope}{said}", size=r.index.size, scope=scope_words(r), said=said)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._forget()

    def _forget(self) -> None:
        self._kept = None
        if self.result is not None:
            self._legend_rows = 1 + max((one.row for one in self._named(self.result)), default=0)
            self._range = shared_range(self.result)
            self._dots = self.pixels(self.result.measured, self.result.predicted)
        self.update()

    def plot(self) -> QRect:
        """Return the rectangle of the plot."""
        left, top, right, bottom = (fonts.px(n) for n in (_LEFT, _TOP, _RIGHT, _BOTTOM))
        bottom += fonts.px(ROW) * self._legend_rows
        return QRect(left, top, max(60, self.width() - left - right), max(60, self.height() - top - bottom))

    def pixels(self, measured: Floats, predicted: Floats) -> Floats:
        """Return figures as px of the canvas, shape (n, 2)."""
        box = self.plot()
        across, up = self._range.unit(measured), self._range.unit(predicted)
        return np.stack([box.left() + across * box.width(), box.bottom() + 1 - up * box.height()], axis=1)

    # painting -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame and dots from what is kept, the scenario and the row under the pointer anew."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.inks.theme.panel)
        r = self.result
        if r is not None:
            if is_exporting():
                self._paint_still(painter, r)
            else:
                if self._kept is None:
                    self._kept = self._still(r)
                painter.drawPixmap(0, 0, self._kept)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_head(painter, r)
            self._paint_scenario(painter, r)
            if 0 <= self.hover < r.index.size:
                self._paint_hover(painter, r)
        painter.end()

    def _still(self, r: EvidenceResult) -> QPixmap:
        ratio = self.devicePixelRatioF()
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(self.inks.theme.panel)
        painter = QPainter(made)
        self._paint_still(painter, r)
        painter.end()
        return made

    def _paint_still(self, painter: QPainter, r: EvidenceResult) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.plot()
        self._paint_corridors(painter, box)
        self._paint_axes(painter, r, box)
        painter.save()
        painter.setClipRect(box)
        self._paint_dots(painter, r)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.inks.border)
        painter.drawRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5))
        paint_key(painter, self.inks, self._named(r), box)
        if not r.index.size:
            said = "Reading the measured points" if r.loading else "Nothing like it was measured"
            where = QRectF(box.left(), box.bottom() - fonts.px(48), box.width(), 20)
            draw.words(painter, where, said, self.inks.theme.muted, fonts.px_font(12))

    def _paint_head(self, painter: QPainter, r: EvidenceResult) -> None:
        theme, box = self.inks.theme, self.plot()
        name = say("{figure}, predicted against measured", figure=SHOWN[r.settings.quantity][1])
        head = QRectF(box.left(), fonts.px(10), box.width(), fonts.px(18))
        draw.words(painter, head, name, theme.ink, fonts.px_font(13, fonts.SEMIBOLD), draw.LEFT)
        said = scope_words(r)
        if r.index.size:
            said = say("{size:,} points of {said}", size=r.index.size, said=said)
        error = "" if np.isnan(r.error) else say(": median error {error:.1f} %", error=100 * r.error)
        error = error if r.index.size else ""
        line = head.translated(0, fonts.px(18))
        # The figure stays, whatever else is cut.
        fitted = fit(said, line.width() - fonts.width(error, 11), 11) + error
        draw.words(painter, line, fitted, theme.muted, fonts.px_font(11), draw.LEFT)

    def _paint_corridors(self, painter: QPainter, box: QRect) -> None:
        theme = self.inks.theme
        painter.save()
        painter.setClipRect(box)
        low, high = self._range.low / 10.0, self._range.high * 10.0
        for width, alpha in zip(CORRIDORS, SHADES, strict=True):
            ends = np.array([low, high, high, low])
            sides = ends * np.array([1 + width, 1 + width, 1 - width, 1 - width])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade(theme, alpha))
            painter.drawPolygon(QPolygonF([QPointF(*at) for at in self.pixels(ends, sides)]))
        a, b = self.pixels(np.array([low, high]), np.array([low, high]))
        painter.setPen(pen(theme.muted, 1.0))
        painter.drawLine(QPointF(*a), QPointF(*b))
        painter.restore()

    def _paint_axes(self, painter: QPainter, r: EvidenceResult, box: QRect) -> None:
        theme, font = self.inks.theme, fonts.px_font(11)
        for value in self._range.ticks():
            if not 0.0 <= self._range.at(value) <= 1.0:
                continue
            x = round(box.left() + self._range.at(value) * box.width())
            y = round(box.bottom() + 1 - self._range.at(value) * box.height())
            painter.fillRect(QRectF(x, box.top(), 1, box.height()), theme.token("hairline", 150))
            painter.fillRect(QRectF(box.left(), y, box.width(), 1), theme.token("hairline", 150))
            said = text.short(value)
            draw.words(
                painter, QRectF(x - 40, box.bottom() + fonts.px(4), 80, fonts.px(16)), said, theme.muted, font
            )
            draw.words(painter, QRectF(box.left() - 60, y - 8, 54, 16), said, theme.muted, font, draw.RIGHT)
        foot = QRectF(box.left(), box.bottom() + fonts.px(22), box.width(), fonts.px(18))
        draw.words(painter, foot, say("measured, {unit}", unit=r.unit), theme.text, font)
        draw.upright(
            painter, fonts.px(16), box.center().y(), say("predicted, {unit}", unit=r.unit), theme.text, font
        )

    def _paint_dots(self, painter: QPainter, r: EvidenceResult) -> None:
        size = _DOT if r.index.size < 600 else 2.6
        for hue in range(len(r.colours) - 1, -2, -1):
            color = colour(self.inks.theme, hue)
            soft = QColor(color)
            soft.setAlpha(200 if r.index.size < 600 else 130)
            for hollow in (True, False):
                chosen = np.flatnonzero((r.hue == hue) & (r.suspect == hollow))
                painter.setPen(pen(color, 1.2) if hollow else Qt.PenStyle.NoPen)
                painter.setBrush(Qt.BrushStyle.NoBrush if hollow else soft)
                for x, y in self._dots[chosen]:
                    draw.dot(painter, QPointF(x, y), size)

    def _paint_scenario(self, painter: QPainter, r: EvidenceResult) -> None:
        """Draw where the scenario stands: at its prediction, as wide as its band reaches."""
        box = self.plot()
        if not np.isfinite(r.value) or not 0.0 <= self._range.at(r.value) <= 1.0:
            return
        ends = np.array([r.value * r.judgement.low, r.value, r.value * r.judgement.high])
        low, at, high = self.pixels(ends, np.full(3, r.value))
        theme = self.inks.theme
        left, right = max(low[0], box.left()), min(high[0], box.right() + 1.0)
        for used in (pen(theme.panel, 5.0, 190), pen(theme.ink, 2.0)):
            painter.setPen(used)
            painter.drawLine(QPointF(left, at[1]), QPointF(right, at[1]))
            for x, inside in ((low[0], low[0] >= box.left()), (high[0], high[0] <= box.right())):
                if inside:
                    painter.drawLine(QPointF(x, at[1] - fonts.px(5)), QPointF(x, at[1] + fonts.px(5)))
        draw.ring(painter, self.inks, QPointF(*at))
        said, more = f"{figure(r.value)} {r.unit}", "this scenario"
        wide = draw.pill_width(said, more)
        off = fonts.px(10)
        place = right + off if right + off + wide < box.right() else left - off - wide
        if place < box.left():
            place = min(max(box.left() + 4.0, at[0] - wide / 2), box.right() - wide - 4.0)
            at = at - np.array([0.0, fonts.px(24)])
        draw.pill(painter, self.inks, place, at[1] - fonts.px(11), said, more)

    def _named(self, r: EvidenceResult) -> list[Entry]:
        return entries(self.inks.theme, r, self.width() - fonts.px(_LEFT + _RIGHT))

    def _paint_hover(self, painter: QPainter, r: EvidenceResult) -> None:
        x, y = (float(v) for v in self._dots[self.hover])
        theme = self.inks.theme
        painter.setPen(pen(theme.ink, 2.0))
        painter.setBrush(colour(self.inks.theme, int(r.hue[self.hover])))
        draw.dot(painter, QPointF(x, y), 5.0)
        lines = hover_lines(r, self.hover, sources())
        wide = max(
            fonts.width(line, 11, fonts.SEMIBOLD if not i else 400) for i, line in enumerate(lines)
        ) + fonts.px(20)
        high = fonts.px(16) * len(lines) + fonts.px(12)
        left, top = self._clear_of(QPointF(x, y), wide, high)
        painter.setPen(self.inks.border)
        painter.setBrush(theme.panel)
        painter.drawRoundedRect(QRectF(round(left) + 0.5, round(top) + 0.5, wide, high), 4, 4)
        for i, line in enumerate(lines):
            place = QRectF(left + fonts.px(10), top + fonts.px(6) + fonts.px(16) * i, wide, fonts.px(16))
            font = fonts.px_font(11, fonts.SEMIBOLD) if not i else fonts.px_font(11)
            color = theme.ink if not i else theme.text if i < 3 else theme.muted
            draw.words(painter, place, line, color, font, draw.LEFT)

    def _clear_of(self, at: QPointF, wide: float, high: float) -> tuple[float, float]:
        """Return where a box next to `at` has room, clear of the dot and of the scenario's ring."""
        spots = (
            (at.x() + 14, at.y() - high / 2),
            (at.x() - 14 - wide, at.y() - high / 2),
            (at.x() - wide / 2, at.y() + 14),
            (at.x() - wide / 2, at.y() - 14 - high),
        )
        inside = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        boxes = []
        for left, top in spots:
            x = min(max(left, inside.left()), inside.right() - wide)
            y = min(max(top, inside.top()), inside.bottom() - high)
            boxes.append(QRectF(x, y, wide, high))
        r = self.result
        avoid = [QRectF(at.x() - 8, at.y() - 8, 16, 16)]
        if r is not None and np.isfinite(r.value):
            ring = self.pixels(np.array([r.value]), np.array([r.value]))[0]
            avoid.append(QRectF(ring[0] - 40, ring[1] - 12, 80, 24))
        costs = [10 * box.intersects(avoid[0]) + any(box.intersects(a) for a in avoid[1:]) for box in boxes]
        best = boxes[int(np.argmin(costs))]
        return best.left(), best.top()

    # the hand -----------------------------------------------------------------------------------

    def nearest(self, at: QPointF) -> int:
        """Return the row whose dot lies next to `at`, -1 where none is near."""
        if not self._dots.shape[0]:
            return -1
        apart = np.hypot(self._dots[:, 0] - at.x(), self._dots[:, 1] - at.y())
        found = int(np.argmin(apart))
        return found if apart[found] <= REACH * fonts.scale() else -1

    def place(self, row: int) -> QPointF:
        """Return where the dot of `row` is drawn."""
        return QPointF(*self._dots[row])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what lies under the pointer."""
        self._point(self.nearest(event.position()))

    def _point(self, row: int) -> None:
        if row != self.hover:
            self.hover = row
            shape = Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the row that was clicked."""
        row = self.nearest(event.position())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self.opened.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the measured axis with the arrows; Enter opens."""
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        way = ways.get(Qt.Key(event.key()))
        if self.result is None or not self.result.index.size:
            event.ignore()
        elif way is not None:
            order = np.argsort(self.result.measured, kind="stable")
            at = int(np.flatnonzero(order == self.hover)[0]) if self.hover >= 0 else -1
            self._point(int(order[min(max(at + way, 0), order.size - 1)]))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.hover >= 0:
            self.opened.emit(self.hover)
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the row under the pointer."""
        self._point(-1)
        super().leaveEvent(event)


def _drawn(r: EvidenceResult) -> tuple[object, ...]:
    return r.settings, r.scope, r.colours, r.loading, np.isfinite(r.value) and not r.index.size


def shared_range(r: EvidenceResult) -> Range:
    """Return the range of both axes: all rows with room around them; the scenario's own without any."""
    values = np.concatenate([r.measured, r.predicted])
    if not values.size:
        middle = r.value if np.isfinite(r.value) and r.value > 0.0 else 10.0
        return Range(middle / 4.0, middle * 4.0, "log")
    if np.isfinite(r.value) and r.value > 0.0:
        values = np.append(values, [r.value * r.judgement.low, r.value, r.value * r.judgement.high])
    low, high = float(values.min()), float(values.max())
    room = max((high / low) ** 0.04, 1.08)
    return Range(low / room, high * room, "log")
