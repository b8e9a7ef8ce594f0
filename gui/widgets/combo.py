"""A choice among named things: a flat button with a searchable, grouped list behind it."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui import fonts, icons, theme
from gui.language import tr

#: From this many entries on, the list has a search field.
SEARCHABLE: Final = 9
MOST_SHOWN: Final = 14
_ID: Final = Qt.ItemDataRole.UserRole

Entries = Sequence[tuple[str, str]]
Groups = Sequence[tuple[str, Entries]]


class _Choices(QFrame):
    """The list that drops from a combo."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(fonts.px(6),) * 4)
        layout.setSpacing(6)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search the list"))
        self.search.setFixedHeight(fonts.px(26))
        self.list = QListWidget(self)
        self.list.setObjectName("choices")
        self.list.setAccessibleName(tr("Choices"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(False)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)

    def fill(self, groups: Groups, current: str) -> None:
        """List `groups`, `current` selected."""
        for title, entries in groups:
            if title:
                head = QListWidgetItem(tr(title), self.list)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                head.setFont(fonts.px_font(11))
            for ident, label in entries:
                item = QListWidgetItem(tr(label), self.list)
                item.setData(_ID, ident)
                item.setFont(fonts.px_font(12, fonts.SEMIBOLD if ident == current else fonts.REGULAR))
                if ident == current:
                    self.list.setCurrentItem(item)

    def drop(self, below: QRect, *, searchable: bool) -> None:
        """Show the list under rectangle `below` of the screen, or above it where there is no room."""
        self.search.setVisible(searchable)
        rows = min(self.list.count(), MOST_SHOWN)
        heights = sum(self.list.sizeHintForRow(i) for i in range(rows))
        self.list.setFixedHeight(heights + 4)
        wide = max(below.width(), min(fonts.px(420), self.list.sizeHintForColumn(0) + fonts.px(40)))
        self.setFixedWidth(wide)
        self.adjustSize()
        screen = QApplication.primaryScreen().availableGeometry()
        x = min(below.left(), screen.right() - wide)
        y = below.bottom() + 2
        if y + self.height() > screen.bottom():
            y = max(screen.top(), below.top() - 2 - self.height())
        self.move(max(screen.left(), x), y)
        self.show()
        (self.search if searchable else self.list).setFocus()

    def _narrow(self, text: str) -> None:
        words = text.lower().split()
        head: QListWidgetItem | None = None
        any_in_head = False
        first: QListWidgetItem | None = None
        for i in range(self.list.count()):
            item = self.list.item(i)
            if item.data(_ID) is None:
                if head is not None:
                    head.setHidden(not any_in_head)
                head, any_in_head = item, False
                continue
            title = head.text() if head is not None else ""
            shown = all(word in f"{title} {item.text()} {item.data(_ID)}".lower() for word in words)
            item.setHidden(not shown)
            any_in_head |= shown
            first = first or (item if shown else None)
        if head is not None:
            head.setHidden(not any_in_head)
        if first is not None:
            self.list.setCurrentItem(first)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter of the search field drive the list."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                item = self.list.currentItem()
                if item is not None and not item.isHidden():
                    self._take(item)
                return True
        return super().eventFilter(watched, event)

    def _take(self, item: QListWidgetItem) -> None:
        ident = item.data(_ID)
        if isinstance(ident, str):
            self.close()
            self.chosen.emit(ident)


class Combo(QAbstractButton):
    """A choice shown as text with a chevron.

    Signals
    -------
    chosen(str) : the id picked by the user; the widget shows it only when told so by `show_id`.

    Parameters
    ----------
    prefix : str
        Muted text before the choice, as "X" or "Baseline".
    flat : bool
        No frame; muted 11 px text aligned right, for group headers.
    """

    chosen = Signal(str)

    def __init__(self, prefix: str = "", *, flat: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prefix = tr(prefix)
        self._flat = flat
        self._groups: Groups = ()
        self._id = ""
        self._labels: dict[str, str] = {}
        self._source: Callable[[], Groups] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.drop)

    def set_groups(self, groups: Groups) -> None:
        """Set what can be chosen: `(title, [(id, label), ...])`, the title empty for no heading."""
        self._groups = groups
        self._labels = {ident: tr(label) for _, entries in groups for ident, label in entries}
        self.updateGeometry()
        self.update()

    def set_source(self, source: Callable[[], Groups]) -> None:
        """Ask `source` for the groups whenever the list opens: what can be chosen depends on more."""
        self._source = source

    def set_entries(self, entries: Entries) -> None:
        """Set what can be chosen, without headings."""
        self.set_groups((("", entries),))

    def name(self, ident: str, label: str) -> None:
        """Set the words of an entry that is not in the list."""
        self._labels.setdefault(ident, tr(label))

    def show_id(self, ident: str) -> None:
        """Show the entry `ident`; an unknown one is shown by its id."""
        if ident != self._id:
            self._id = ident
            self.setAccessibleDescription(self.label())
            self.update()

    def current_id(self) -> str:
        """Return the id shown."""
        return self._id

    def label(self) -> str:
        """Return the text shown."""
        return self._labels.get(self._id) or tr(self._id)

    def drop(self) -> None:
        """Open the list."""
        choices = _Choices(self)
        choices.fill(self._groups if self._source is None else self._source(), self._id)
        choices.chosen.connect(self.chosen)
        corner = self.mapToGlobal(QPoint(0, 0))
        choices.drop(QRect(corner, self.size()), searchable=len(self._labels) >= SEARCHABLE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move to the next entry, but only with the focus."""
        if not self.hasFocus() or event.angleDelta().y() == 0:
            event.ignore()
            return
        self._move(-1 if event.angleDelta().y() > 0 else 1)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, Space, F4 or Alt+Down; step with the arrows."""
        key = event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F4} or (
            alt and key == Qt.Key.Key_Down
        ):
            self.drop()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._move(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _move(self, by: int) -> None:
        idents = list(self._labels)
        if not idents:
            return
        at = idents.index(self._id) + by if self._id in self._labels else 0
        if 0 <= at < len(idents) and idents[at] != self._id:
            self.chosen.emit(idents[at])

    def sizeHint(self) -> QSize:
        """Return room for the longest label."""
        size = 11 if self._flat else 12
        longest = max((fonts.width(label, size) for label in self._labels.values()), default=fonts.px(60))
        return QSize(longest + self._lead() + fonts.px(38), fonts.px(20 if self._flat else 28))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest that still says something."""
        return QSize(fonts.px(60), self.sizeHint().height())

    def _lead(self) -> int:
        return fonts.width(self._prefix, 12) + fonts.px(7) if self._prefix else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, prefix, label and chevron."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._flat:
            self._paint_flat(painter)
            painter.end()
            return
        frame = colors.accent if self.hasFocus() or self.isDown() else colors.border
        fill = colors.field if self.underMouse() and self.isEnabled() else colors.panel
        painter.setPen(QPen(frame, 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1), 4, 4)
        left = fonts.px(10)
        if self._prefix:
            painter.setFont(fonts.px_font(12))
            painter.setPen(colors.muted)
            painter.drawText(QRect(left, 0, self._lead(), self.height()), _MIDDLE, self._prefix)
            left += self._lead()
        right = self.width() - fonts.px(26)
        painter.setFont(fonts.px_font(12))
        painter.setPen(colors.ink if self.isEnabled() else colors.muted)
        shown = fonts.metrics(12).elidedText(self.label(), Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, 0, right - left, self.height()), _MIDDLE, shown)
        self._chevron(painter, self.width() - fonts.px(22), colors.text)
        painter.end()

    def _paint_flat(self, painter: QPainter) -> None:
        colors = theme.current()
        strong = self.underMouse() or self.hasFocus()
        right = self.width() - fonts.px(15)
        painter.setFont(fonts.px_font(11))
        painter.setPen(colors.accent if strong else colors.muted)
        shown = fonts.metrics(11).elidedText(self.label(), Qt.TextElideMode.ElideRight, right)
        painter.drawText(QRect(0, 0, right, self.height()), _MIDDLE | Qt.AlignmentFlag.AlignRight, shown)
        self._chevron(painter, self.width() - fonts.px(13), colors.accent if strong else colors.muted)

    def _chevron(self, painter: QPainter, x: int, color: QColor) -> None:
        side = fonts.px(13)
        icons.paint(painter, "chevron-down", QRectF(x, (self.height() - side) / 2, side, side), color)


_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
