"""An input dragged by its label onto an axis: what the hand carries, who starts it, who takes it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from gui import fonts, theme

#: What is carried: the key of an input, as text.
MIME: Final = "application/x-isocost-input"


def carried(data: QMimeData) -> str:
    """Return the key of the input that `data` carries, "" for none."""
    return bytes(data.data(MIME).data()).decode("utf-8", "replace") if data.hasFormat(MIME) else ""


def packed(key: str) -> QMimeData:
    """Return what carries input `key`; as plain text it is its key."""
    made = QMimeData()
    made.setData(MIME, key.encode())
    made.setText(key)
    return made


class AxisDrag(QObject):
    """Lets a widget be dragged by its label.

    Parameters
    ----------
    widget : QWidget
    key : callable
        Gives the key of the input; "" where it cannot be an axis.
    label : str
        What is shown under the pointer.
    handle : callable
        Gives the place of the label in the widget.
    """

    def __init__(
        self, widget: QWidget, key: Callable[[], str], label: str, handle: Callable[[], QRect]
    ) -> None:
        super().__init__(widget)
        self._widget, self._key, self._label, self._handle = widget, key, label, handle
        self._start: QPoint | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note where the label is pressed, and start once the hand has moved far enough."""
        if isinstance(event, QMouseEvent):
            at = event.position().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
                self._start = at if self._key() and self._handle().contains(at) else None
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._start = None
            elif event.type() == QEvent.Type.MouseMove and self._start is not None:
                if (at - self._start).manhattanLength() >= QApplication.startDragDistance():
                    self._start = None
                    self.carry()
                return True
        return super().eventFilter(watched, event)

    def carry(self) -> None:
        """Carry the input until it is dropped."""
        drag = QDrag(self._widget)
        drag.setMimeData(packed(self._key()))
        drag.setPixmap(_tag(self._label, self._widget.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-fonts.px(8), fonts.px(10)))
        drag.exec(Qt.DropAction.CopyAction)


class AxisDrop(QObject):
    """Lets a widget take inputs dropped on it.

    Parameters
    ----------
    widget : QWidget
    axis_at : str or callable
        The axis it stands for, or gives that of a place in the widget, "" for none.
    take : callable
        Called with the key of the input and the axis.
    show : callable
        Called with the axis under the hand while something is carried over the widget, "" at the end.
    """

    def __init__(
        self,
        widget: QWidget,
        axis_at: str | Callable[[QPoint], str],
        take: Callable[[str, str], object],
        show: Callable[[str], object] = lambda _axis: None,
    ) -> None:
        super().__init__(widget)
        self._axis_at, self._take, self._show = axis_at, take, show
        self._over = False
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take inputs; leave all else that is carried to others."""
        if event.type() == QEvent.Type.DragLeave and self._over:
            # The widget has not heard of the input coming, and need not of its going.
            self._over = False
            self._show("")
            return True
        if not isinstance(event, QDropEvent) or not carried(event.mimeData()):
            return super().eventFilter(watched, event)
        where = self._axis_at
        self._over = isinstance(event, QDragMoveEvent)
        axis = where if isinstance(where, str) else where(event.position().toPoint())
        if not axis:
            self._show("")
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if isinstance(event, QDragMoveEvent):
            self._show(axis)
        else:
            self._show("")
            self._take(carried(event.mimeData()), axis)
        return True


def _tag(label: str, ratio: float) -> QPixmap:
    colors = theme.current()
    wide, high = fonts.width(label, 12, fonts.SEMIBOLD) + fonts.px(16), fonts.px(22)
    made = QPixmap(round(wide * ratio), round(high * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.ink)
    painter.drawRoundedRect(0, 0, wide, high, 4, 4)
    painter.setFont(fonts.px_font(12, fonts.SEMIBOLD))
    painter.setPen(colors.panel)
    painter.drawText(QRect(0, 0, wide, high), Qt.AlignmentFlag.AlignCenter, label)
    painter.end()
    return made
