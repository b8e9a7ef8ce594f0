"""Find anything: type a few letters, press Enter."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui import fonts

_MOST = 12


@dataclass(frozen=True, slots=True)
class Found:
    """Something that can be found: its name, where it belongs, what choosing it does."""

    label: str
    place: str
    run: Callable[[], object]


def rank(query: str, label: str, place: str) -> int | None:
    """Return how well `query` fits, less is better; None where a word of it is missing."""
    words, text = query.casefold().split(), f"{label} {place}".casefold()
    if not all(word in text for word in words):
        return None
    start = label.casefold()
    if start.startswith(query.casefold()):
        return 0
    return 1 if any(part.startswith(words[0]) for part in start.split()) else 2


class Finder(QDialog):
    """A line and a list under it."""

    def __init__(self, offered: list[Found], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finder")
        self.setWindowTitle("Find")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offered, self._shown = offered, list[Found]()
        self.line = QLineEdit(placeholderText="Input or action")
        self.line.setAccessibleName("Find an input or an action")
        self.line.setMinimumHeight(fonts.px(30))
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.setAccessibleName("Found")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.line.textChanged.connect(self._filter)
        self.line.returnPressed.connect(self._choose)
        self.list.itemActivated.connect(lambda _: self._choose())
        self._filter("")

    def open_over(self, window: QWidget) -> None:
        """Open under the top middle of `window`."""
        self.resize(fonts.px(440), fonts.px(340))
        self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, fonts.px(64))))
        self.open()
        self.line.setFocus()

    def _filter(self, text: str) -> None:
        scored = [
            (rank(text, f.label, f.place) if text.strip() else 0, i) for i, f in enumerate(self._offered)
        ]
        order = sorted((score, i) for score, i in scored if score is not None)
        self._shown = [self._offered[i] for _, i in order[:_MOST]]
        self.list.clear()
        for found in self._shown:
            item = QListWidgetItem(f"{found.label}   ·   {found.place}")
            item.setToolTip(found.place)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            run = self._shown[row].run
            self.accept()
            run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows in the line move along the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step:
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
        return False
