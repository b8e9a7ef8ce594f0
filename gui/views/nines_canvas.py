"""What each further nine costs: the bill against availability as spares are added."""

import math
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.drivers.nines import Nines
from engine.formatting import percent_digits
from engine.units import MONTH
from gui import fonts
from gui.language import say, tr
from gui.plotting import draw
from gui.plotting.contours import Floats
from gui.plotting.day_job import DayResult
from gui.plotting.inks import Inks, pen
from gui.plotting.text import number, short
from gui.plotting.ticks import linear_ticks
from gui.theme import Theme

_LEFT, _TOP, _RIGHT, _BOTTOM = 84, 44, 26, 64
_REACH: Final = 26.0
_NAMES: Final = ("90 %", "99 %", "99.9 %", "99.99 %", "99.999 %", "99.9999 %", "99.99999 %")


def no_nines(r: DayResult) -> str:
    """Return why no curve of nines can be drawn."""
    if r.here.feasible:
        return tr("There are no machines of one's own, so none to keep in reserve")
    return tr("No fleet serves this scenario: see Issues for what stops it")


class NinesCanvas(QWidget):
    """Curves of cost over the nines of availability.

    Signals
    -------
    spares_wanted(count)
        The scenario's own curve was clicked there.
    explain_requested(metric)
    """

    spares_wanted = Signal(float)
    explain_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nines-canvas")
        self.setAccessibleName(tr("Cost of each further nine of availability"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.inks = Inks(theme)
        self.result: DayResult | None = None
        self.hover = -1

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self.update()

    def show_result(self, result: DayResult) -> None:
        """Show a frame."""
        self.result, self.hover = result, -1
        self.update()

    # scales -------------------------------------------------------------------------------------

    def _drawn(self) -> list[Nines]:
        r = self.result
        if r is None or not r.curves:
            return []
        return [*r.curves, *([r.baseline] if r.baseline is not None else [])]

    def _ranges(self) -> tuple[float, float, float, float]:
        """Return least and most nines, and least and most cost [$/month]."""
        downs = np.concatenate([curve.down for curve in self._drawn()])
        costs = np.concatenate([curve.cost for curve in self._drawn()]) * MONTH
        nines = -np.log10(np.clip(downs, 1e-9, 1.0))
        low, high = float(nines.min()), float(nines.max())
        span = max(float(costs.max() - costs.min()), 0.02 * float(costs.max()), 1e-9)
        return (
            max(low - 0.1, 0.0), high + 0.25 * max(high - low, 1.0) / 2,
            float(costs.min()) - 0.08 * span, float(costs.max()) + 0.08 * span,
        )  # fmt: skip

    def plot(self) -> QRectF:
        """Return the rectangle of the plot."""
        left, top, right, bottom = (fonts.px(n) for n in (_LEFT, _TOP, _RIGHT, _BOTTOM))
        return QRectF(left, top, max(60, self.width() - left - right), max(60, self.height() - top - bottom))

    def pixels(self, down: Floats, cost: Floats) -> Floats:
        """Return shares of time down and cost [$/s] as px, shape (n, 2)."""
        box, (x0, x1, y0, y1) = self.plot(), self._ranges()
        x = box.left() + (-np.log10(np.clip(down, 1e-9, 1.0)) - x0) / (x1 - x0) * box.width()
        y = box.bottom() - (cost * MONTH - y0) / (y1 - y0) * box.height()
        return np.stack([x, y], axis=1)

    # painting -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the view."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.inks.theme.panel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drawn():
            self._paint(painter)
        elif self.result is not None:
            place = QRectF(self.rect())
            said = no_nines(self.result)
            draw.words(painter, place, said, self.inks.theme.muted, fonts.px_font(13))
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        r, box = self.result, self.plot()
        assert r is not None
        self._paint_frame(painter, box)
        painter.save()
        painter.setClipRect(box.adjusted(-4, -4, 4, 4))
        theme = self.inks.theme
        target = 1.0 - r.scenario.number("reliability.target")
        if target > 0.0:
            x = self.pixels(np.array([target]), np.array([0.0]))[0, 0]
            painter.fillRect(
                QRectF(round(x) - fonts.px(1), box.top(), fonts.px(2), box.height()), theme.latency_limit
            )
            said = say("target {target:.6g} %", target=100 * (1 - target))
            wide = fonts.width(said, 11, fonts.SEMIBOLD) + 10
            if x + wide + fonts.px(10) > box.right():
                x -= wide + fonts.px(16)
            draw.chip(
                painter,
                self.inks,
                x + fonts.px(8) + wide / 2,
                box.top() + fonts.px(14),
                wide,
                said,
                theme.ink,
            )
        if r.baseline is not None:
            points = self.pixels(r.baseline.down, r.baseline.cost)
            painter.strokePath(draw.path_of(points), self.inks.baseline)
        for curve in r.curves[:0:-1]:
            points = self.pixels(curve.down, curve.cost)
            painter.strokePath(draw.path_of(points), pen(theme.muted, 1.25))
        self._paint_own(painter, r)
        painter.restore()
        self._name(painter, r, box)
        self._paint_mark(painter, r, box)
        if self.hover >= 0:
            self._tell(painter, r, box)

    def _paint_own(self, painter: QPainter, r: DayResult) -> None:
        own = r.curves[0]
        points = self.pixels(own.down, own.cost)
        painter.strokePath(draw.path_of(points), pen(self.inks.theme.accent, 2.5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.inks.theme.accent)
        for at, spares in zip(points, own.spares, strict=True):
            if spares == round(spares) and own.spares[-1] <= 40:
                draw.dot(painter, QPointF(*at), 3.0)

    def _paint_frame(self, painter: QPainter, box: QRectF) -> None:
        theme, font = self.inks.theme, fonts.px_font(11)
        x0, x1, y0, y1 = self._ranges()
        head = QRectF(box.left(), box.top() - fonts.px(34), box.width(), fonts.px(20))
        name = tr("Cost of nines")
        draw.words(painter, head, name, theme.ink, fonts.px_font(13, fonts.SEMIBOLD), draw.LEFT)
        head.setLeft(head.left() + fonts.width(name, 13, fonts.SEMIBOLD) + fonts.px(8))
        draw.words(painter, head, "as spares are added", theme.muted, font, draw.LEFT)
        for nine, said in enumerate(_NAMES, start=1):
            for part in (0.0, math.log10(2.0), math.log10(5.0)):
                if x0 <= nine - 1 + part <= x1 and nine - 1 + part > 0.0:
                    across = round(box.left() + (nine - 1 + part - x0) / (x1 - x0) * box.width())
                    painter.fillRect(QRectF(across, box.top(), 1, box.height()), theme.hairline)
            if x0 <= nine <= x1:
                x = box.left() + (nine - x0) / (x1 - x0) * box.width()
                painter.fillRect(QRectF(round(x), box.top(), 1, box.height()), theme.border)
                draw.words(
                    painter,
                    QRectF(x - 45, box.bottom() + fonts.px(4), 90, fonts.px(16)),
                    said,
                    theme.muted,
                    font,
                )
                away = _spell(10.0**-nine * MONTH)
                draw.words(
                    painter,
                    QRectF(x - 60, box.bottom() + fonts.px(19), 120, fonts.px(16)),
                    away,
                    theme.muted,
                    font,
                )
        for cost in linear_ticks(y0, y1):
            y = round(box.bottom() - (cost - y0) / (y1 - y0) * box.height())
            painter.fillRect(QRectF(box.left(), y, box.width(), 1), theme.hairline)
            place = QRectF(box.left() - fonts.px(72), y - 8, fonts.px(64), 16)
            draw.words(painter, place, f"${short(cost)}", theme.muted, font, draw.RIGHT)
        painter.setPen(self.inks.border)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        foot = QRectF(box.left(), box.bottom() + fonts.px(39), box.width(), fonts.px(18))
        draw.words(painter, foot, "Availability, and downtime a month", theme.text, font)
        draw.upright(painter, fonts.px(18), box.center().y(), "Fleet cost, $ / month", theme.text, font)

    def _name(self, painter: QPainter, r: DayResult, box: QRectF) -> None:
        """Name each other curve at its upper end, one below the other where they meet."""
        theme = self.inks.theme
        taken: list[QRectF] = []
        for curve in r.curves[1:]:
            x, y = self.pixels(curve.down[-1:], curve.cost[-1:])[0]
            wide = fonts.width(curve.name, 11, fonts.SEMIBOLD) + 10
            x = min(max(x, box.left() + wide / 2 + 2), box.right() - wide / 2 - 2)
            y = max(y - fonts.px(12), box.top() + fonts.px(10))
            place = QRectF(x - wide / 2, y - fonts.px(8), wide, fonts.px(16))
            while any(place.intersects(other) for other in taken):
                place.translate(0.0, fonts.px(17))
            taken.append(place)
            middle = place.center()
            draw.chip(painter, self.inks, middle.x(), middle.y(), wide, curve.name, theme.muted)

    def _paint_mark(self, painter: QPainter, r: DayResult, box: QRectF) -> None:
        if not r.marks:
            return
        down, cost = r.marks[0]
        at = self.pixels(np.array([down]), np.array([cost]))[0]
        draw.ring(painter, self.inks, QPointF(*at))
        said = say("{down} for ${cost} a month", down=_percent(down), cost=number(cost * MONTH))
        wide = draw.pill_width(said)
        left = at[0] + 12 if at[0] + 12 + wide < box.right() else at[0] - 12 - wide
        below = at[1] + 12
        draw.pill(painter, self.inks, left, below if below + 26 < box.bottom() else at[1] - 38, said)

    def _tell(self, painter: QPainter, r: DayResult, box: QRectF) -> None:
        own = r.curves[0]
        at = self.pixels(own.down[self.hover : self.hover + 1], own.cost[self.hover : self.hover + 1])[0]
        spares = float(own.spares[self.hover])
        said = say(
            "{spares} spare: {down}" if spares == 1 else "{spares} spares: {down}",
            spares=number(spares),
            down=_percent(float(own.down[self.hover])),
        )
        more = (
            f"{_spell(float(own.down[self.hover]) * MONTH)}, ${number(float(own.cost[self.hover]) * MONTH)}"
        )
        wide = draw.pill_width(said, more)
        left = at[0] - 12 - wide if at[0] - 12 - wide > box.left() else at[0] + 12
        draw.pill(painter, self.inks, left, max(at[1] - 40, box.top()), said, more)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.inks.theme.ink)
        draw.dot(painter, QPointF(*at), 4.0)

    # the hand -----------------------------------------------------------------------------------

    def _nearest(self, at: QPointF) -> int:
        if self.result is None or not self.result.curves:
            return -1
        own = self.result.curves[0]
        points = self.pixels(own.down, own.cost)
        apart = np.hypot(points[:, 0] - at.x(), points[:, 1] - at.y())
        node = int(np.argmin(apart))
        return node if apart[node] <= _REACH * fonts.scale() else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of the number of spares there."""
        node = self._nearest(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if node >= 0 else Qt.CursorShape.ArrowCursor)
        if node != self.hover:
            self.hover = node
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take that many spares, or explain what an axis shows."""
        if event.button() != Qt.MouseButton.LeftButton or self.result is None:
            return
        node, box = self._nearest(event.position()), self.plot()
        if node >= 0:
            self.spares_wanted.emit(float(f"{self.result.curves[0].spares[node]:.3g}"))
        elif event.position().y() > box.bottom():
            self.explain_requested.emit("availability")
        elif event.position().x() < box.left():
            self.explain_requested.emit("cost_rate")


def _percent(down: float) -> str:
    """Return availability with as many nines as it has, and one digit more."""
    value = 100.0 * (1.0 - down)
    return f"{number(value, percent_digits(value))} %"


def _spell(seconds: float) -> str:
    """Return a time as hours, minutes or seconds."""
    if seconds >= 2 * 3600:
        return f"{seconds / 3600:.3g} h"
    return say("{seconds:.3g} min", seconds=seconds / 60) if seconds >= 90 else f"{seconds:.3g} s"
