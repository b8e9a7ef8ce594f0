"""What stands at the foot of the window: the status bar, and notices that pass."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui import fonts, theme
from gui.language import sentence, tr
from gui.panels.chrome import BarButton
from gui.widgets.progress import Progress

STATUS_ROW: Final = 24
_NOTICE_MS: Final = 6000


class StatusBar(QWidget):
    """One line at the foot: live state at the left, file and versions at the right.

    `progress` shows how much of what takes long is written.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(fonts.px(STATUS_ROW))
        self._live = QLabel()
        self._live.setObjectName("status:live")
        self._message = QLabel()
        self._message.setObjectName("status:message")
        self._right = QLabel()
        self._color = QColor(theme.current().good)
        row = QHBoxLayout(self)
        row.setContentsMargins(fonts.px(30), 0, fonts.px(16), 0)
        row.setSpacing(fonts.px(16))
        for label in (self._live, self._message, self._right):
            label.setFont(fonts.px_font(11))
            label.setProperty("tone", "muted")
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.progress = Progress(tr("Stop writing"), tr("Stop: nothing is written or copied"), self)
        self.progress.setObjectName("status:progress")
        self.progress.setFixedHeight(fonts.px(STATUS_ROW - 4))
        row.addWidget(self._live)
        row.addWidget(self.progress)
        row.addWidget(self._message, 1)
        row.addWidget(self._right)

    def show_live(self, text: str, state: str) -> None:
        """Show what the engine does; `state` is "good", "muted" or "bad"."""
        self._live.setText(text)
        self._color = theme.current().token(state)
        self.update()

    def show_message(self, text: str) -> None:
        """Show one line about what is under the pointer or was just done."""
        self._message.setText(sentence(text))

    def show_right(self, text: str) -> None:
        """Show the state of the file and the versions."""
        self._right.setText(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline and the dot of the live state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, self.width(), 1, theme.current().hairline)
        painter.setBrush(self._color)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPoint(fonts.px(19), self.height() // 2), fonts.px(3), fonts.px(3))
        painter.end()


class Notice(QWidget):
    """A notice at the lower right that goes by itself unless hovered; may hold a report to copy."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = QLabel()
        self._text.setWordWrap(True)
        # Other people's names stand in it: nothing in them is markup.
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setFont(fonts.px_font(12))
        self._copy = BarButton("copy", tr("Copy report"), tr("Copy the report of the fault"))
        self._copy.clicked.connect(self._copy_report)
        self._close = BarButton("close", "", tr("Close this notice"))
        self._close.setFlat(True)
        self._close.clicked.connect(self.hide)
        self._report = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(fonts.px(14), fonts.px(10), fonts.px(8), fonts.px(10))
        row.addWidget(self._text, 1)
        row.addWidget(self._copy)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=_NOTICE_MS)
        self._timer.timeout.connect(self._fade)
        parent.installEventFilter(self)
        self.hide()

    def tell(self, text: str, report: str = "") -> None:
        """Show `text`, each line a sentence; a `report` can be copied."""
        self._text.setText("\n".join(map(sentence, text.split("\n"))))
        self._report = report
        self._copy.setVisible(bool(report))
        self.resize(fonts.px(420), self.sizeHint().height())
        self.setFixedHeight(max(fonts.px(48), self._text.heightForWidth(fonts.px(250)) + fonts.px(24)))
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _fade(self) -> None:
        if self.underMouse():
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.move(
                parent.width() - self.width() - 16,
                parent.height() - self.height() - fonts.px(STATUS_ROW) - 12,
            )

    def _copy_report(self) -> None:
        QApplication.clipboard().setText(self._report)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Keep the corner when the window is resized."""
        if isinstance(event, QResizeEvent):
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame."""
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(now.border)
        painter.setBrush(now.panel)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        painter.end()
