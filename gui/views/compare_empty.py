"""What the compare view says while there is one scenario only: what it is for, and four ways to begin."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from gui import fonts, theme
from gui.language import tr
from gui.plotting.compare_columns import builtins

_SAID: Final = (
    "Nothing has changed since this scenario was opened, and no other is open. Move any slider, and this "
    "view sets the scenario against what it was: which inputs differ, and what each adds to the difference. "
    "Or begin with"
)


class EmptyPage(QWidget):
    """The page.

    Signals
    -------
    duplicate_wanted(), file_wanted()
    builtin_wanted(token)
    """

    duplicate_wanted = Signal()
    file_wanted = Signal()
    builtin_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare-empty")
        self.setAccessibleName(tr("Nothing to compare"))
        head, said = QLabel(tr("One scenario, nothing to compare it with")), QLabel(_SAID)
        head.setFont(fonts.px_font(16, fonts.SEMIBOLD))
        head.setProperty("tone", "title")
        said.setFont(fonts.px_font(13))
        said.setWordWrap(True)
        said.setFixedWidth(fonts.px(560))
        self.builtin, self.duplicate, self.file = (
            QPushButton(words)
            for words in ("A built-in scenario\u2026", "A duplicate of this one", "A file\u2026")
        )
        self.builtin.clicked.connect(self._offer)
        self.duplicate.clicked.connect(self.duplicate_wanted)
        self.file.clicked.connect(self.file_wanted)
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        for button in (self.builtin, self.duplicate, self.file):
            button.setFont(fonts.px_font(12, fonts.MEDIUM))
            button.setFixedHeight(fonts.px(30))
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(fonts.px(14))
        column.addStretch(2)
        column.addWidget(head)
        column.addWidget(said)
        column.addLayout(row)
        column.addStretch(3)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(column)
        outer.addStretch(1)
        self.setFocusProxy(self.builtin)

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in builtins():
            action = menu.addAction(column.name)
            action.triggered.connect(lambda _=False, token=column.token: self.builtin_wanted.emit(token))
        menu.popup(self.builtin.mapToGlobal(self.builtin.rect().bottomLeft()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().panel)
        painter.end()
