"""What a hand does on the surfaces: the mouse, the wheel and the keys, told as signals."""

import math
from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from gui.theme import Theme
from gui.views.surfaces_backdrop import enlarge_box, title_box
from gui.views.surfaces_relief import ReliefStage
from gui.views.surfaces_scene import Scene

#: Keyboard steps along an axis: 1/96 of it, times ten with Shift, a tenth with Ctrl.
STEP: Final = 1.0 / 96.0


class SurfacesHand(pg.GraphicsView):  # type: ignore[misc]
    """A canvas that answers the hand; what it draws, `scene_now` and `stage`, a subclass has.

    Signals
    -------
    moved(x, y, finished)
        The hand put the base point there, 0-1 along the axes; NaN for an axis it leaves alone.
    metric_wanted(column, box of the title)
        A title was clicked.
    enlarge_wanted(column)
        -1 to go back to all.
    resized()
    menu_wanted(column, (x, y) along the axes, place on the screen)
    pin_wanted((x, y) along the axes)
        Shift and a click.
    why_wanted((x, y) along the axes, place on the screen)
        A double click on a plot.
    zoom_wanted((x, y) along the axes, notches of the wheel)
    """

    moved = Signal(float, float, bool)
    metric_wanted = Signal(int, QRect)
    enlarge_wanted = Signal(int)
    resized = Signal()
    menu_wanted = Signal(int, QPointF, QPoint)
    pin_wanted = Signal(QPointF)
    why_wanted = Signal(QPointF, QPoint)
    zoom_wanted = Signal(QPointF, float)

    scene_now: Scene
    stage: ReliefStage

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=theme.panel)
        self.enlarged = -1
        self._hold: str | None = None
        self._hover = -1
        self._asks = False

    def _grip(self, at: QPoint) -> tuple[str, QRect] | None:
        geometry = self.scene_now.geometry
        for box in geometry.plots:
            if box.contains(at):
                return "xy", box
        for box in (*geometry.slices, *geometry.ticks):
            if box.contains(at):
                return "x", box
        for side in (geometry.side, geometry.gutter):
            if side is not None and side.contains(at):
                return "y", side
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the cross-hair, open a list of metrics, or enlarge."""
        at = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.scene_now.focused = False
        for i, head in enumerate(self.scene_now.geometry.headers):
            if enlarge_box(head).contains(at):
                self.enlarge_wanted.emit(-1 if self.enlarged >= 0 else i)
                return
            if title_box(head).contains(at):
                self.metric_wanted.emit(i, title_box(head))
                return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and (spot := self.spot_at(at)) is not None:
            self.pin_wanted.emit(spot[1])
            return
        grip = self._grip(at)
        if grip is not None:
            self._hold, self._box = grip
            self._move_to(event.position(), finished=False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Enlarge the surface whose header was double-clicked."""
        for i, head in enumerate(self.scene_now.geometry.headers):
            if head.contains(event.position().toPoint()):
                self.enlarge_wanted.emit(-1 if self.enlarged >= 0 else i)
                return
        self.mousePressEvent(event)
        self._asks = self._hold == "xy"

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the point under the pointer; by keyboard, of the base point."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            box, (across, up) = self.scene_now.geometry.plots[0], self.scene_now.place
            at = QPoint(round(box.left() + across * box.width()), round(box.top() + (1 - up) * box.height()))
            self.menu_wanted.emit(0, QPointF(across, up), self.viewport().mapToGlobal(at))
        elif (spot := self.spot_at(event.pos())) is not None:
            self.menu_wanted.emit(spot[0], spot[1], event.globalPos())
        event.accept()

    def spot_at(self, at: QPoint) -> tuple[int, QPointF] | None:
        """Return the column under `at`, and where in its plot that is, 0-1 along the axes."""
        if self.stage.on:
            spot = self.stage.spot_at(at)
            return None if spot is None else (0, spot)
        return self.scene_now.geometry.spot(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the cross-hair; without a button, show what can be clicked."""
        if self._hold is not None:
            self._move_to(event.position(), finished=False)
            return
        at = event.position().toPoint()
        heads = self.scene_now.geometry.headers
        hover = next((i for i, head in enumerate(heads) if head.contains(at)), -1)
        if hover != self._hover:
            self._hover = hover
            self.viewport().update()
        clickable = any(title_box(h).contains(at) or enlarge_box(h).contains(at) for h in heads)
        shape = Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor
        if not clickable and self._grip(at) is not None:
            shape = Qt.CursorShape.CrossCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the cross-hair go."""
        if self._hold is not None and event.button() == Qt.MouseButton.LeftButton:
            self._move_to(event.position(), finished=True)
            self._hold = None
            spot = self.spot_at(event.position().toPoint()) if self._asks else None
            self._asks = False
            # Only now: a window that pops up takes the release away.
            if spot is not None:
                self.why_wanted.emit(spot[1], event.globalPosition().toPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Come nearer to the point under the pointer, or go back; elsewhere leave the wheel to others."""
        spot = None if self.stage.on else self.spot_at(event.position().toPoint())
        if spot is None:
            event.ignore()
            return
        self.zoom_wanted.emit(spot[1], event.angleDelta().y() / 120.0)
        event.accept()

    def _move_to(self, at: QPointF, *, finished: bool) -> None:
        box, hold = self._box, self._hold or "xy"
        x = (at.x() - box.left()) / box.width() if "x" in hold else float("nan")
        y = 1.0 - (at.y() - box.top()) / box.height() if "y" in hold else float("nan")
        self.moved.emit(_into(x), _into(y), finished)

    # keyboard -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cross-hair with the arrows; Esc goes back to all surfaces, 1-3 enlarges one."""
        arrows = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        key = Qt.Key(event.key())
        if key in arrows:
            self.scene_now.focused = True
            self._step(arrows[key], event.modifiers())
        elif key == Qt.Key.Key_Escape and self.enlarged >= 0:
            self.enlarge_wanted.emit(-1)
        elif key in {Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3}:
            self.enlarge_wanted.emit(key - Qt.Key.Key_1)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """End the gesture of a held arrow."""
        arrows = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
        if event.key() in arrows and not event.isAutoRepeat():
            self.moved.emit(float("nan"), float("nan"), True)
        else:
            event.ignore()

    def _step(self, way: tuple[int, int], modifiers: Qt.KeyboardModifier) -> None:
        size = STEP * (10 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1)
        size *= 0.1 if modifiers & Qt.KeyboardModifier.ControlModifier else 1
        result = self.scene_now.result
        place = list(self.scene_now.place)
        for i, scale in enumerate((result.x, result.y) if result is not None else ()):
            step = max(size, 1.0 / scale.axis.values.size) if scale.columns else size
            place[i] = min(1.0, max(0.0, place[i] + way[i] * step))
        nan = float("nan")
        self.moved.emit(place[0] if way[0] else nan, place[1] if way[1] else nan, False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus only to who came by keyboard."""
        self.scene_now.focused = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        }
        self.viewport().update()
        super().focusInEvent(event)


def _into(at: float) -> float:
    """Return `at` kept to 0-1; NaN stays."""
    return at if math.isnan(at) else min(1.0, max(0.0, at))
