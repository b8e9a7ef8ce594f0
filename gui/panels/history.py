"""The undo steps as a list; a click goes there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QUndoStack
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui import fonts, theme


class HistoryPanel(QWidget):
    """Every step since the document was opened, the present one marked.

    Signals
    -------
    step_chosen(int) : the number of steps that shall be done, 0 for as opened.
    """

    step_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel:history")
        box = QVBoxLayout(self)
        box.setContentsMargins(fonts.px(6), fonts.px(8), fonts.px(6), fonts.px(8))
        self.list = QListWidget(self)
        self.list.setObjectName("choices")
        self.list.setAccessibleName("Steps")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        box.addWidget(self.list)
        self._shown: tuple[tuple[str, ...], int] | None = None

    def show_history(self, stack: QUndoStack) -> None:
        """Show the steps of `stack`."""
        self.show_steps([stack.text(i) for i in range(stack.count())], stack.index())

    def show_steps(self, texts: list[str], index: int) -> None:
        """Show the steps named `texts`, of which the first `index` are done."""
        if (tuple(texts), index) == self._shown:
            return
        self._shown = (tuple(texts), index)
        self.list.clear()
        muted = QColor(theme.current().muted)
        for i, text in enumerate(["As opened", *texts]):
            item = QListWidgetItem(text, self.list)
            item.setFont(fonts.px_font(12, fonts.SEMIBOLD if i == index else fonts.REGULAR))
            if i > index:
                item.setForeground(muted)
                item.setToolTip("Undone; click to do it again")
        self.list.setCurrentRow(index)
        self.list.scrollToItem(self.list.item(index))

    def _choose(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        if self._shown is not None and row != self._shown[1]:
            self.step_chosen.emit(row)
