"""A line above the view that says one thing: what is seen, or the answer to a question."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gui import fonts, icons, theme
from gui.language import tr
from gui.widgets.icon_button import IconButton
from gui.widgets.rich_text import RichLabel


class AnswerBar(QWidget):
    """One sentence, with what may be done about it.

    Signals
    -------
    dismissed(), undo_wanted()
    another_wanted(QPoint)
        A question shall be chosen, under that place of the screen.
    """

    dismissed = Signal()
    undo_wanted = Signal()
    another_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answer")
        self.setAccessibleName(tr("Answer"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.label = RichLabel(12, self)
        self.undo = self._button("Undo", "Take back what the question changed", self.undo_wanted.emit)
        self.another = self._button("Ask another", "Choose a question", self._ask)
        self.shut = IconButton("close", "close", "Dismiss", self)
        self.shut.setFixedSize(fonts.px(18), fonts.px(18))
        self.shut.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(fonts.px(38), fonts.px(6), fonts.px(16), fonts.px(6))
        row.setSpacing(fonts.px(8))
        row.addWidget(self.label, 1)
        for widget in (self.undo, self.another, self.shut):
            row.addWidget(widget)
        self._icon = "info"
        self.hide()

    def _button(self, text: str, tip: str, run: object) -> QPushButton:
        made = QPushButton(text, self)
        made.setFont(fonts.px_font(11, fonts.MEDIUM))
        made.setFixedHeight(fonts.px(22))
        made.setStyleSheet("padding: 0 8px")
        made.setToolTip(tip)
        made.setAccessibleName(tip)
        made.clicked.connect(run)
        return made

    def tell(self, text: str, *, answer: bool, undo: bool = False) -> None:
        """Show `text`, which may hold <b>; an `answer` offers another question, and to `undo` its own."""
        self._icon = "target" if answer else "info"
        self.label.show_text(text)
        self.setAccessibleDescription(self.text())
        self.undo.setVisible(undo)
        self.another.setVisible(answer)
        self.setVisible(True)
        self.update()

    def says_answer(self) -> bool:
        """Return whether an answer stands here now."""
        return not self.isHidden() and not self.another.isHidden()

    def text(self) -> str:
        """Return what is said, without emphasis."""
        return self.label.text()

    def dismiss(self) -> None:
        """Go, as the user wishes."""
        self.hide()
        self.dismissed.emit()

    def _ask(self) -> None:
        self.another_wanted.emit(self.another.mapToGlobal(QPoint(0, self.another.height())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, a mark at the left and the hairline under it."""
        colors, painter = theme.current(), QPainter(self)
        painter.fillRect(self.rect(), colors.field)
        painter.fillRect(0, 0, fonts.px(3), self.height(), colors.accent)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colors.hairline)
        box = self.rect().adjusted(fonts.px(14), 0, 0, 0)
        box.setWidth(fonts.px(15))
        icons.paint(painter, self._icon, box.toRectF(), colors.accent)
        painter.end()
