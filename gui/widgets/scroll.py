"""A scroll area whose bar lies over the margin and takes no room from the content."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from gui import fonts

#: Width of the bar, as the style sheet has it, as designed at 100 %.
BAR: Final = 8


class OverlayScrollArea(QScrollArea):
    """A vertical scroll area of constant content width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = self.verticalScrollBar()
        inner.setSingleStep(fonts.px(20))
        inner.rangeChanged.connect(self._follow_range)
        inner.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(inner.setValue)
        self._bar.hide()

    def setWidget(self, widget: QWidget) -> None:
        """Scroll `widget`; the ground of the panel shows through."""
        super().setWidget(widget)
        widget.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _follow_range(self, low: int, high: int) -> None:
        self._bar.setPageStep(self.verticalScrollBar().pageStep())
        self._bar.setRange(low, high)
        self._bar.setVisible(high > low)
        self._bar.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar at the right edge."""
        super().resizeEvent(event)
        wide = fonts.px(BAR)
        self._bar.setGeometry(self.width() - wide, 0, wide, self.height())
        self._bar.setPageStep(self.verticalScrollBar().pageStep())

    def bring(self, widget: QWidget, margin: int = 24) -> None:
        """Scroll until `widget` is seen."""
        self.ensureWidgetVisible(widget, 0, margin)
