"""The canvas of the latency view: the plots, and the load line under the hand."""

import math
from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui import fonts
from gui.language import tr
from gui.plotting.inks import Inks
from gui.plotting.latency_job import MEASURES, LatencyResult
from gui.plotting.latency_layout import ALL_FROM, LatencyGeometry, lay_out
from gui.plotting.latency_simulation import Simulated
from gui.plotting.latency_words import description
from gui.theme import Theme
from gui.views.latency_marks import Marks
from gui.views.latency_paint import LatencyPainter, Scene

#: Farthest from the load line that the pointer still shows it can be moved [px].
REACH: Final = 7.0
#: Steps of the arrow keys along the axis; with Shift ten of them.
STEP: Final = 0.01
_WAYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}


class LatencyCanvas(QWidget):
    """Stacked plots of latency over load.

    Signals
    -------
    moved(load, finished)
        The hand asks for this load, in the axis' unit; NaN for none.
    """

    moved = Signal(float, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("latency-canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 240)
        self.setAccessibleName(tr("Latency against load"))
        self.inks = Inks(theme)
        self.result: LatencyResult | None = None
        self.simulated: tuple[Simulated, ...] = ()
        self.hover: float | None = None
        self.all_measures: bool | None = None
        self.ghost = True
        self.quick = False
        self._held = False

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self.update()

    def at_ratio(self, ratio: float) -> None:
        """Draw hatches for `ratio` device pixels to a logical one."""
        self.inks = Inks(self.inks.theme, ratio)

    def show_result(self, result: LatencyResult) -> None:
        """Show a frame."""
        self.result = result
        self.setAccessibleDescription(description(result))
        self.update()

    def show_simulated(self, simulated: tuple[Simulated, ...]) -> None:
        """Lay simulated loads over the lines."""
        if simulated != self.simulated:
            self.simulated = simulated
            self.update()

    def measures(self) -> tuple[str, ...]:
        """Return the measures that get a plot: all, or by the room there is."""
        wanted = self.all_measures
        everything = self.height() >= fonts.px(ALL_FROM) if wanted is None else wanted
        return MEASURES if everything else MEASURES[:2]

    def geometry_now(self) -> LatencyGeometry:
        """Return where the parts stand."""
        return lay_out(self.width(), self.height(), self.measures())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the view."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.inks.theme.panel)
        if self.result is not None:
            here = next((at for at in self.simulated if at.load == self.result.now and not at.trace), None)
            scene = Scene(
                self.result, self.simulated, here, self.measures(), self.hover, self.quick, self.ghost
            )
            plots = LatencyPainter(painter, self.inks, self.geometry_now(), scene)
            plots.paint()
            Marks(plots).paint()
        painter.end()

    # the hand -----------------------------------------------------------------------------------

    def load_at(self, at: QPointF) -> float:
        """Return the load under a pixel."""
        assert self.result is not None
        field = self.geometry_now().field
        return self.result.load.value((at.x() - field.left()) / field.width())

    def x_of(self, load: float) -> float:
        """Return the pixel of a load; that of the right edge for one beyond capacity."""
        assert self.result is not None
        field = self.geometry_now().field
        if math.isinf(load):
            return float(field.right() - 4)
        return field.left() + self.result.load.at(load) * field.width()

    def _inside(self, at: QPointF) -> bool:
        return (
            self.result is not None
            and not self.result.empty
            and self.geometry_now().field.contains(at.toPoint())
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the load line."""
        at = event.position()
        on_chip = self.result is not None and self.geometry_now().ticks.contains(at.toPoint())
        if event.button() == Qt.MouseButton.LeftButton and (self._inside(at) or on_chip):
            self._held, self.hover = True, None
            self.setCursor(Qt.CursorShape.SplitHCursor)
            self.moved.emit(self.load_at(at), False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the load line, or read what lies under the pointer."""
        at = event.position()
        if self._held:
            self.moved.emit(self.load_at(at), False)
            return
        inside = self._inside(at)
        near = (
            inside and self.result is not None and abs(self.x_of(self.result.now) - at.x()) <= fonts.px(REACH)
        )
        self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)
        self._set_hover(self.load_at(at) if inside and not near else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._held and event.button() == Qt.MouseButton.LeftButton:
            self._held = False
            self.moved.emit(self.load_at(event.position()), True)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the read-out when the pointer leaves."""
        super().leaveEvent(event)
        self._set_hover(None)

    def _set_hover(self, load: float | None) -> None:
        if load != self.hover:
            self.hover = load
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the load line with the arrows; Shift moves ten steps, Home and End go to the ends."""
        r = self.result
        if r is None or r.empty:
            event.ignore()
            return
        key = Qt.Key(event.key())
        here = min(r.load.at(r.now) if math.isfinite(r.now) else 1.0, 1.0)
        ends = {Qt.Key.Key_Home: 0.0, Qt.Key.Key_End: r.load.at(r.most.at) if r.most is not None else 1.0}
        if key in ends:
            self.moved.emit(r.load.value(ends[key]), True)
        elif key in _WAYS:
            far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self.moved.emit(r.load.value(here + _WAYS[key] * far * self._step()), True)
        else:
            event.ignore()

    def _step(self) -> float:
        assert self.result is not None
        load = self.result.load
        # One point of load, or about three per cent of what is in flight.
        return STEP / (load.high - load.low) if not load.log else STEP / 2.0
