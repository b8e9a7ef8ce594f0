"""What the rows of tools of the views of doubt share."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui import fonts, theme
from gui.language import say, tr
from gui.plotting import draw
from gui.shown_units import METRICS


def is_figure(key: str) -> bool:
    """Return whether `key` is a metric with percentiles."""
    return key in METRICS and METRICS[key].codes is None and key != "feasible"


class Progress(QAbstractButton):
    """How much is done, and a click that stops it; hidden while nothing runs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("doubt-progress")
        self.setAccessibleName(tr("Stop drawing samples"))
        self.setToolTip(tr("Stop: keep the first thousand samples"))
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
        draw.words(painter, box, said, colors.text, fonts.px_font(12))
        painter.end()
