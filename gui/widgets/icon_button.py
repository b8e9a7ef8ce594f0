"""A small flat button that is one drawn icon."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui import fonts, icons, theme


class IconButton(QAbstractButton):
    """An icon of the drawing set that can be pressed with the mouse.

    It takes no focus: whatever it does is in the row's context menu too, so that the Tab key goes from
    input to input.
    """

    def __init__(self, name: str, drawing: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._drawing = drawing
        self.show_tip(tip)

    def show_tip(self, tip: str) -> None:
        """Set tool tip and accessible name."""
        self.setToolTip(tip)
        self.setAccessibleName(tip)

    def show_drawing(self, drawing: str) -> None:
        """Change the icon."""
        if drawing != self._drawing:
            self._drawing = drawing
            self.update()

    def sizeHint(self) -> QSize:
        """Return the square it fills."""
        return QSize(fonts.px(16), fonts.px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon, stronger under the pointer, muted when disabled."""
        colors = theme.current()
        painter = QPainter(self)
        if not self.isEnabled():
            color = colors.token("muted", 110)
        elif self.isDown() or self.underMouse():
            color = colors.accent
        else:
            color = colors.text
        side = min(self.width(), self.height())
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        icons.paint(painter, self._drawing, box, color)
        painter.end()
