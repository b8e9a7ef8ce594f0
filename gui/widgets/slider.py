"""A slider over a parameter's range: logarithmic or linear, painted as the face asks.

It holds no value of its own accord: it asks for one by `moved` and shows what it is told.
"""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from gui import fonts, theme
from gui.widgets.travel import Travel

#: Whole positions Qt's accessibility sees along the track.
POSITIONS: Final = 1000
#: A pause of this many ms ends a turn of the wheel.
WHEEL_PAUSE: Final = 400
#: Least time between two values that a drag asks for [ms]: a screen shows no more.
PACE: Final = 12
HANDLE: Final = 12
TRACK: Final = 3

_KEYS: Final = {
    Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Minus: -1,
}  # fmt: skip
_PAGES: Final = {Qt.Key.Key_PageUp: 0.1, Qt.Key.Key_PageDown: -0.1}


class Slider(QAbstractSlider):
    """A slider in a parameter's own unit.

    Signals
    -------
    pressed : a drag, a key press or a turn of the wheel begins.
    moved(float) : the value asked for; while the hand drags, the newest one every `PACE` ms at most.
    released : it ends.
    reset : the Delete key.
    """

    pressed = Signal()
    moved = Signal(float)
    released = Signal()
    reset = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, POSITIONS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._travel = Travel(0.0, 1.0, log=False, floor=0.0, ceiling=1.0)
        self._number = 0.0
        self._baseline: float | None = None
        self._band: tuple[float, float] | None = None
        self._locked = False
        self._grip: float | None = None
        self._asked: float | None = None
        self._pace = QTimer(self, singleShot=True)
        self._pace.timeout.connect(self._ask_newest)
        self._showing = False
        self._turning = False
        self._ringed = False

    # -- what is shown -----------------------------------------------------------------------

    def number(self) -> float:
        """Return the value shown."""
        return self._number

    def travel(self) -> Travel:
        """Return the track."""
        return self._travel

    def locked(self) -> bool:
        """Return whether the hand is refused."""
        return self._locked

    def dragging(self) -> bool:
        """Return whether the handle is held."""
        return self._grip is not None

    def show_number(self, number: float, travel: Travel | None = None) -> None:
        """Show `number`; a new `travel` waits while the handle is held."""
        self._number = number
        if travel is not None and self._grip is None:
            self._travel = travel
        self._showing = True
        self.setValue(round(self._travel.fraction(number) * POSITIONS))
        self._showing = False
        self.update()

    def show_marks(
        self, baseline: float | None, band: tuple[float, float] | None = None, *, locked: bool = False
    ) -> None:
        """Show the tick of the baseline, the uncertainty band and the lock."""
        self._baseline, self._band, self._locked = baseline, band, locked
        self.update()

    def position(self, number: float) -> float:
        """Return the x of `number` in this widget's pixels."""
        inset = fonts.px(HANDLE) / 2
        return inset + self._travel.fraction(number) * (self.width() - 2 * inset)

    def sizeHint(self) -> QSize:
        """Return room for the handle."""
        return QSize(fonts.px(160), fonts.px(HANDLE + 4))

    def minimumSizeHint(self) -> QSize:
        """Return the shortest usable track."""
        return QSize(fonts.px(40), fonts.px(HANDLE + 4))

    # -- what is asked for -------------------------------------------------------------------

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Take a value set from outside (assistive technology) as an edit."""
        super().sliderChange(change)
        if change == QAbstractSlider.SliderChange.SliderValueChange and not self._showing:
            self._ask_once(self._travel.at(self.value() / POSITIONS, POSITIONS))

    def _ask_once(self, number: float) -> None:
        if self._locked:
            return
        self.pressed.emit()
        self.moved.emit(number)
        self.released.emit()

    def _ask_at(self, x: float) -> None:
        inset = fonts.px(HANDLE) / 2
        length = max(1, self.width() - round(2 * inset))
        self._asked = self._travel.at((x - inset) / length, length)
        # Each value asked for costs an edit and a look at every panel: those in between nobody would see.
        if not self._pace.isActive():
            self._ask_newest()

    def _ask_newest(self) -> None:
        number, self._asked = self._asked, None
        if number is not None and number != self._number:
            if PACE:
                self._pace.start(PACE)
            self.moved.emit(number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle, or bring it to the pointer."""
        if event.button() != Qt.MouseButton.LeftButton or self._locked:
            event.ignore()
            return
        x = event.position().x()
        at = self.position(self._number)
        on_handle = abs(x - at) <= fonts.px(HANDLE) / 2 + 2
        self._grip = x - at if on_handle else 0.0
        self.pressed.emit()
        if not on_handle:
            self._ask_at(x)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self._grip is not None:
            self._ask_at(event.position().x() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the handle go."""
        if self._grip is not None and event.button() == Qt.MouseButton.LeftButton:
            self._ask_newest()
            self._pace.stop()
            self._grip = None
            self.released.emit()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by the arrows (Shift x10, Ctrl /10), by a tenth with the page keys, to the ends."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Delete and not self._locked:
            self.reset.emit()
            return
        wanted = None if self._locked else self._wanted(key, event.modifiers())
        if wanted is None:
            event.ignore()
            return
        if not event.isAutoRepeat():
            self.pressed.emit()
        if wanted != self._number:
            self.moved.emit(wanted)
        event.accept()

    def _wanted(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> float | None:
        travel = self._travel
        if key in _KEYS:
            if modifiers & Qt.KeyboardModifier.ShiftModifier:
                return travel.step(self._number, 10 * _KEYS[key])
            fine = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
            return travel.step(self._number, _KEYS[key], 0.1 if fine else 1.0)
        if key in _PAGES:
            return travel.at(travel.fraction(self._number) + _PAGES[key], POSITIONS)
        if key == Qt.Key.Key_Home:
            return travel.clamp(travel.low)
        if key == Qt.Key.Key_End:
            return travel.clamp(travel.high)
        return None

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """End the gesture that a key began."""
        key = Qt.Key(event.key())
        known = key in _KEYS or key in _PAGES or key in {Qt.Key.Key_Home, Qt.Key.Key_End}
        if known and not event.isAutoRepeat() and not self._locked:
            self.released.emit()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step by the wheel, but only with the focus: otherwise the panel scrolls."""
        turn = event.angleDelta().y()
        if not self.hasFocus() or self._locked or turn == 0:
            event.ignore()
            return
        if not self._turning:
            self._turning = True
            self.pressed.emit()
            QTimer.singleShot(WHEEL_PAUSE, self, self._end_turn)
        self.moved.emit(self._travel.step(self._number, 1 if turn > 0 else -1))
        event.accept()

    def _end_turn(self) -> None:
        self._turning = False
        self.released.emit()

    # -- painting ----------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the focus came by keyboard."""
        self._ringed = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Drop the ring."""
        self._ringed = False
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in a new theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, band, baseline tick and handle."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = fonts.px(HANDLE) / 2
        middle = self.height() / 2
        strong = colors.muted if self._locked else colors.accent
        at = self.position(self._number)
        self._bar(painter, 0.0, self.width(), TRACK, colors.hairline)
        self._bar(painter, 0.0, at, TRACK, strong)
        if self._band is not None:
            left, right = (self.position(end) for end in self._band)
            tint = QColor(strong)
            tint.setAlphaF(0.24)
            self._bar(painter, left, max(right, left + 2), 8, tint)
        if self._baseline is not None and abs(self.position(self._baseline) - at) > 0.5:
            x = round(self.position(self._baseline))
            painter.fillRect(QRectF(x - 1, middle - fonts.px(6), 2, fonts.px(12)), colors.text)
        painter.setPen(QPen(strong, 1.8))
        painter.setBrush(colors.panel if not self.dragging() else strong)
        painter.drawEllipse(QPointF(at, middle), inset - 0.9, inset - 0.9)
        if self._ringed:
            ring = QColor(colors.accent)
            ring.setAlphaF(0.35)
            painter.setPen(QPen(ring, 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(at, middle), inset + 1.0, inset + 1.0)
        painter.end()

    def _bar(self, painter: QPainter, left: float, right: float, height: float, color: QColor) -> None:
        tall = max(2.0, fonts.px(height))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(
            QRectF(left, self.height() / 2 - tall / 2, right - left, tall),
            min(tall / 2, 1.5),
            min(tall / 2, 1.5),
        )
