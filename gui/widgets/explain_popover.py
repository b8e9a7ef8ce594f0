"""A small window that explains one figure of something other than the scenario in front."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from engine.explain import Explanation
from gui import fonts
from gui.widgets.explain_tree import ExplainTree
from gui.widgets.popovers import Popover
from gui.widgets.scroll import OverlayScrollArea

_SIZE = (400, 440)


class ExplainPopover(Popover):
    """The tree of a figure under the name of what it belongs to.

    Signals
    -------
    focus_requested(str) : an input was clicked.
    """

    focus_requested = Signal(str)

    def __init__(self, title: str, about: str, root: Explanation, parent: QWidget) -> None:
        super().__init__(title, parent)
        said = QLabel(about, self)
        said.setObjectName("about")
        said.setWordWrap(True)
        said.setFont(fonts.px_font(11))
        said.setProperty("tone", "muted")
        self.box.addWidget(said)
        self.tree = ExplainTree()
        self.tree.show_explanation(root)
        self.tree.focus_requested.connect(self._focus)
        scroll = OverlayScrollArea(self)
        scroll.setWidget(self.tree)
        self.box.addWidget(scroll, 1)
        self.setFocusProxy(self.tree)

    def _focus(self, key: str) -> None:
        self.close()
        self.focus_requested.emit(key)

    def show_at(self, at: QPoint) -> None:
        """Open with a corner near `at` of the screen, inside it."""
        self.setFixedSize(fonts.px(_SIZE[0]), fonts.px(_SIZE[1]))
        screen = QApplication.primaryScreen().availableGeometry()
        x = min(at.x() + 8, screen.right() - self.width())
        y = min(at.y() + 8, screen.bottom() - self.height())
        self.move(max(screen.left(), x), max(screen.top(), y))
        self.show()
        self.tree.setFocus()
