"""The help: contents at the left, a page at the right, a line to search. All of it is local."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gui import fonts, placing, theme
from gui.guide.help_pages import Keys, contents, index, page, results
from gui.language import tr
from gui.panels.matching import Matcher, text_of
from gui.widgets.rich_text import embolden

_PAGE: Final = Qt.ItemDataRole.UserRole
_MOST: Final = 40


class HelpWindow(QWidget):
    """A window beside the one it helps with; never in its way.

    Parameters
    ----------
    keys : callable
        The shortcuts of the menus, as (text, keys).

    Signals
    -------
    go_wanted(kind, key)
        A link leads into the window: ("input", key), ("metric", key) or ("view", key).
    """

    go_wanted = Signal(str, str)

    def __init__(self, keys: Callable[[], Keys], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("help")
        self.setWindowTitle(tr("Isocost help"))
        self._keys = keys
        self._matcher = Matcher([text_of(e.title, e.names, f"{e.kind} {e.text}", 0.0) for e in index()])
        self._target = "reading"
        self.search = QLineEdit(placeholderText=tr("Search inputs, figures, words"))
        self.search.setAccessibleName("Search the help")
        self.search.setFixedHeight(fonts.px(30))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.setAccessibleName("Contents")
        self.list.setFixedWidth(fonts.px(230))
        self.browser = QTextBrowser()
        self.browser.setAccessibleName("Page")
        self.browser.setOpenLinks(False)
        self.browser.setOpenExternalLinks(False)
        self._fill()
        self._lay_out()
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._first)
        self.list.currentItemChanged.connect(self._chosen)
        self.browser.anchorClicked.connect(self._follow)
        self.resize(placing.on_screen(QSize(fonts.px(900), fonts.px(640)), parent))

    def _fill(self) -> None:
        for name, title in contents():
            item = QListWidgetItem(title, self.list)
            item.setData(_PAGE, name)
            item.setSizeHint(QSize(fonts.px(180), fonts.px(25)))
            if not name:
                item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(fonts.px(10),) * 4)
        column.setSpacing(fonts.px(8))
        column.addWidget(self.search)
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        row.addWidget(self.list)
        row.addWidget(self.browser, 1)
        column.addLayout(row, 1)

    def open_at(self, target: str = "reading") -> None:
        """Show `target`, a page with or without an anchor, and come to the front."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._show(target)
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()

    def target(self) -> str:
        """Return which page stands here, with its anchor."""
        return self._target

    # -- pages ---------------------------------------------------------------------------------

    def _show(self, target: str) -> None:
        self._target = target
        name, _, anchor = target.partition("#")
        self._write(page(name, self._keys()))
        row = next((i for i in range(self.list.count()) if self.list.item(i).data(_PAGE) == name), -1)
        self.list.blockSignals(True)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        if anchor:
            self.browser.scrollToAnchor(anchor)

    def _write(self, body: str) -> None:
        now, document = theme.current(), self.browser.document()
        document.setDefaultFont(fonts.px_font(13))
        document.setDocumentMargin(fonts.px(16))
        document.setDefaultStyleSheet(
            f"body, p, td {{ color: {now.text.name()}; }} h1, h2, h3, b {{ color: {now.ink.name()}; }}"
            f"h1 {{ font-size: {fonts.px(20)}px; }} h2 {{ font-size: {fonts.px(15)}px; }}"
            f"h3 {{ font-size: {fonts.px(14)}px; margin-bottom: 0; }} a {{ color: {now.accent.name()}; }}"
            f"p {{ margin-top: 3px; margin-bottom: 6px; }} .facts, code {{ color: {now.muted.name()}; }}"
            f".formula {{ color: {now.ink.name()}; }}"
        )
        self.browser.setHtml(f"<body>{body}</body>")
        embolden(document)

    def _find(self, text: str) -> None:
        if not text.strip():
            self._show(self._target)
            return
        found = [index()[i] for i in self._matcher.find(text, {}, _MOST)]
        self._write(results(text, found))

    def _first(self) -> None:
        found = self._matcher.find(self.search.text(), {}, 1) if self.search.text().strip() else []
        if found:
            self.open_at(index()[found[0]].target)

    def _chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None and item.data(_PAGE):
            self.open_at(str(item.data(_PAGE)))

    def _follow(self, url: QUrl) -> None:
        link = url.toString()
        if link.startswith("go:"):
            kind, _, key = link.removeprefix("go:").partition("/")
            self.go_wanted.emit(kind, key)
        else:
            self.open_at(link)

    # -- keys and theme ------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._show(self._target)
