"""One line of bad news above the latency plots, until it is closed or overtaken."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from gui import fonts, theme
from gui.language import sentence
from gui.widgets.icon_button import IconButton


class LatencyNotice(QFrame):
    """A sentence with a button that closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("latency-notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(fonts.px(16), fonts.px(6), fonts.px(12), fonts.px(6))
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setFont(fonts.px_font(12))
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self.text, 1)
        self.close_button = IconButton("close", "close", "Close this message", self)
        self.close_button.clicked.connect(self.hide)
        row.addWidget(self.close_button)
        self.hide()

    def tell(self, said: str) -> None:
        """Show a sentence."""
        self.text.setText(sentence(said))
        self.setVisible(bool(said))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and the mark of bad news at its edge."""
        colors, painter = theme.current(), QPainter(self)
        painter.fillRect(self.rect(), colors.field)
        painter.fillRect(0, 0, fonts.px(3), self.height(), colors.bad)
        painter.end()
