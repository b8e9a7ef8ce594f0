"""How much of some work is done, as a button that stops it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui import fonts, theme
from gui.language import say


class Progress(QAbstractButton):
    """How much is done, and a click that stops it; hidden while nothing runs.

    Parameters
    ----------
    name : str
        What a click does, for who does not see it.
    tip : str
    parent : QWidget
    """

    def __init__(self, name: str, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.share = 0.0
        self.hide()

    def sizeHint(self) -> QSize:
        """Return room for the words."""
        return QSize(fonts.px(118), fonts.px(28))

    def show_share(self, share: float) -> None:
        """Show `share` of the work done; 1 hides it."""
        self.share = share
        self.setVisible(share < 1.0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar and the words."""
        painter, colors = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(colors.border)
        painter.setBrush(colors.field)
        painter.drawRoundedRect(box, 4, 4)
        painter.fillRect(QRectF(2, self.height() - 4, (self.width() - 4) * self.share, 2.5), colors.accent)
        said = say("{share:.0f} %  ·  Stop", share=self.share * 100)
        painter.setPen(colors.text)
        painter.setFont(fonts.px_font(12 if self.height() >= fonts.px(24) else 11))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)
        painter.end()
