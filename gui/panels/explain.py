"""How a headline figure comes about, down to the inputs and their sources."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.explain import Explanation
from gui import fonts
from gui.language import tr
from gui.widgets.explain_tree import ExplainTree
from gui.widgets.scroll import OverlayScrollArea


class ExplainPanel(QWidget):
    """The tree of one figure.

    Signals
    -------
    focus_requested(str) : an input was clicked.
    """

    focus_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel:explain")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.hint = QLabel(tr("Click a figure above to see how it comes about."), self)
        self.hint.setWordWrap(True)
        self.hint.setProperty("tone", "muted")
        self.hint.setFont(fonts.px_font(12))
        self.hint.setContentsMargins(fonts.px(14), fonts.px(12), fonts.px(14), 0)
        box.addWidget(self.hint)
        self.tree = ExplainTree()
        self.tree.focus_requested.connect(self.focus_requested)
        self._scroll = OverlayScrollArea(self)
        self._scroll.setWidget(self.tree)
        self._scroll.hide()
        box.addWidget(self._scroll, 1)
        box.addStretch(0)

    def show_explanation(self, root: Explanation) -> None:
        """Show the tree of `root`."""
        self.hint.hide()
        self._scroll.show()
        self.tree.show_explanation(root)
