"""The canvas of the day view: hours of demand that can be dragged, and what they lead to below."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.plotting import day_layout
from gui.plotting.day_job import DayResult
from gui.plotting.inks import Inks
from gui.theme import Theme
from gui.views import day_paint


class DayCanvas(QWidget):
    """A week, or one day of it.

    Signals
    -------
    drawn(hours, level, finished)
        The hand wants these hours at `level` times the mean of demand.
    explain_requested(metric)
    """

    drawn = Signal(object, float, bool)
    explain_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("day-canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.inks = Inks(theme)
        self.result: DayResult | None = None
        self.day: int | None = None
        self.hover = -1
        self.top = 1.0
        self.tops: tuple[float, ...] = ()
        self._held = False

    # what it shows ------------------------------------------------------------------------------

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self.update()

    def show_result(self, result: DayResult, *, keep: bool) -> None:
        """Show a frame; `keep` leaves the scales as they are."""
        self.result = result
        panels = day_layout.panels_of(result)
        if not keep or len(self.tops) != len(panels):
            self._choose_tops(result, panels)
        self.update()

    def _choose_tops(self, r: DayResult, panels: tuple[day_layout.Panel, ...]) -> None:
        d, before = r.hours, r.before
        if d is None:
            return
        asked = d.urgent + (d.served if np.isfinite(d.served).all() else d.waiting)
        paid = d.capacity * d.paid / np.maximum(d.replicas, 1e-300)
        ghost = None if before is None else before.urgent + before.waiting
        self.top = day_layout.top_of(asked, paid, ghost, r.shape * d.urgent.mean())
        self.tops = tuple(day_layout.top_of_panel(panel) for panel in panels)

    def show_day(self, day: int | None) -> None:
        """Show one `day` of the week, or all of it."""
        self.day, self.hover = day, -1
        self.update()

    def frame(self) -> day_layout.Frame:
        """Return where everything lies."""
        panels = () if self.result is None else day_layout.panels_of(self.result)
        return day_layout.frame(self.width(), self.height(), len(panels), self.day)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the view."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.inks.theme.panel)
        if self.result is not None and self.result.hours is not None:
            day_paint.paint(painter, self, self.result, self.frame())
        painter.end()

    # the hand -----------------------------------------------------------------------------------

    @property
    def dragging(self) -> bool:
        """Whether an hour is held."""
        return self._held

    def level_at(self, y: float) -> float:
        """Return the demand at `y` [px] over the mean of what the first panel draws."""
        box = self.frame().boxes[0]
        assert self.result is not None
        assert self.result.hours is not None
        rate = (box.bottom() - y) / box.height() * self.top
        return float(rate / max(float(self.result.hours.urgent.mean()), 1e-300))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take an hour, or ask for what a title stands for."""
        if event.button() != Qt.MouseButton.LeftButton or self.result is None:
            return
        frame, at = self.frame(), event.position()
        if frame.boxes[0].adjusted(0, -8, 0, 4).contains(at):
            self._held = True
            self._draw(at, event.modifiers(), finished=False)
            return
        metric = self.metric_at(at)
        if metric:
            self.explain_requested.emit(metric)

    def metric_at(self, at: QPointF) -> str:
        """Return the metric whose title or course lies there, "" for none."""
        if self.result is None:
            return ""
        frame = self.frame()
        title = QRectF(frame.boxes[0].left(), 0.0, frame.boxes[0].width() / 2, frame.boxes[0].top())
        if title.contains(at):
            return "peak_rate"
        for panel, box in zip(day_layout.panels_of(self.result), frame.boxes[1:], strict=True):
            if box.adjusted(0, -day_layout.GAP + 4, 0, 0).contains(at):
                return panel.metric
        return ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw hours, or tell of the one there."""
        if self._held:
            self._draw(event.position(), event.modifiers(), finished=False)
            return
        frame, at = self.frame(), event.position()
        inside = frame.boxes[0].left() <= at.x() <= frame.boxes[0].right() and at.y() >= frame.boxes[0].top()
        hour = frame.hour_at(at.x()) if inside and at.y() <= frame.boxes[-1].bottom() else -1
        first = frame.boxes[0].contains(at)
        self.setCursor(
            Qt.CursorShape.SizeVerCursor
            if first
            else Qt.CursorShape.PointingHandCursor
            if self.metric_at(at)
            else Qt.CursorShape.ArrowCursor
        )
        if hour != self.hover:
            self.hover = hour
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._held and event.button() == Qt.MouseButton.LeftButton:
            self._held = False
            self._draw(event.position(), event.modifiers(), finished=True)

    def leaveEvent(self, event: object) -> None:
        """Forget the hour when the pointer leaves."""
        del event
        if self.hover >= 0:
            self.hover = -1
            self.update()

    def _draw(self, at: QPointF, keys: Qt.KeyboardModifier, *, finished: bool) -> None:
        hour = self.frame().hour_at(at.x())
        self.hover = hour
        self.drawn.emit(self.hours_meant(hour, keys), max(self.level_at(at.y()), 0.0), finished)

    @staticmethod
    def hours_meant(hour: int, keys: Qt.KeyboardModifier) -> tuple[int, ...]:
        """Return the hours a hand on `hour` means: with Shift that hour of every day."""
        if keys & Qt.KeyboardModifier.ShiftModifier:
            return tuple(hour % 24 + 24 * day for day in range(7))
        return (hour,)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose an hour with the arrows to the sides, raise or lower it with the others."""
        if self.result is None or self.result.hours is None:
            event.ignore()
            return
        frame = self.frame()
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        upwards = {Qt.Key.Key_Up: 1.05, Qt.Key.Key_Down: 1 / 1.05}.get(Qt.Key(event.key()))
        if sideways is not None:
            start = self.hover if self.hover >= 0 else frame.first + 12 - sideways
            self.hover = frame.first + (start - frame.first + sideways) % frame.count
            self.update()
        elif upwards is not None and self.hover >= 0:
            now = float(self.result.shape[self.hover])
            hours = self.hours_meant(self.hover, event.modifiers())
            self.drawn.emit(hours, max(now, 0.01) * upwards, True)
        else:
            event.ignore()
