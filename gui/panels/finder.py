"""Find anything, and set any input: type a few letters, press Enter."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui import fonts, placing, theme
from gui.language import tr
from gui.panels.matching import Matcher, text_of

ROW: Final = 30
_PAGE: Final = 9
_MOST: Final = 24
_ROLE: Final = Qt.ItemDataRole.UserRole
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Found:
    """Something that can be found.

    Attributes
    ----------
    label, place : str
        Its name, and where it belongs.
    run : callable
        What choosing it does.
    told : str
        What stands at the right: a value with its unit, a shortcut.
    ident : str
        By which it is remembered, as "input:price.output"; "" for what is not.
    names : str
        What it is called besides; not shown.
    weight : float
        What stands behind others that fit as well.
    """

    label: str
    place: str
    run: Callable[[], object]
    told: str = ""
    ident: str = ""
    names: str = ""
    weight: float = 0.0


#: What is offered on top for a text that sets an input, such as "tp 8".
Settings = Callable[[str], Sequence[Found]]


class _Rows(QStyledItemDelegate):
    """Draws name and place at the left, value or shortcut at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(fonts.px(200), fonts.px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found, colors = index.data(_ROLE), theme.current()
        box: QRect = option.rect
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.field)
            painter.drawRoundedRect(box.adjusted(2, 1, -2, -1), 4, 4)
        inner = box.adjusted(fonts.px(10), 0, -fonts.px(10), 0)
        told = fonts.metrics(12).elidedText(found.told, Qt.TextElideMode.ElideRight, inner.width() // 2)
        painter.setFont(fonts.px_font(12))
        painter.setPen(colors.muted)
        painter.drawText(inner, _RIGHT, told)
        room = inner.width() - fonts.width(told, 12) - fonts.px(12)
        label = fonts.metrics(12, fonts.MEDIUM).elidedText(found.label, Qt.TextElideMode.ElideRight, room)
        painter.setFont(fonts.px_font(12, fonts.MEDIUM))
        painter.setPen(colors.ink)
        painter.drawText(inner, _LEFT, label)
        used = fonts.metrics(12, fonts.MEDIUM).horizontalAdvance(label) + fonts.px(10)
        place = fonts.metrics(11).elidedText(found.place, Qt.TextElideMode.ElideRight, max(0, room - used))
        painter.setFont(fonts.px_font(11))
        painter.setPen(colors.muted)
        painter.drawText(inner.adjusted(used, 0, 0, 0), _LEFT, place)
        painter.restore()


class Finder(QDialog):
    """A line and a list under it.

    Signals
    -------
    found(ident) : something that is remembered was chosen.
    """

    found = Signal(str)

    def __init__(
        self,
        offered: Sequence[Found],
        recent: Sequence[str] = (),
        settings: Settings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("finder")
        self.setWindowTitle(tr("Find"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offered, self._settings = list(offered), settings
        self.shown: list[Found] = []
        places = {one.ident: i for i, one in enumerate(self._offered) if one.ident}
        self._recent: Mapping[int, int] = {
            places[name]: ago for ago, name in enumerate(recent) if name in places
        }
        self._matcher = Matcher(
            [
                text_of(f.label, f.names, f"{f.place} {f.ident.partition(':')[2]}", f.weight)
                for f in self._offered
            ]
        )
        self._build()
        self._filter("")

    def _build(self) -> None:
        self.line = QLineEdit(placeholderText=tr("Find anything, or set an input: tp 8, rent = 1900 $/month"))
        self.line.setAccessibleName(tr("Find anything, or set an input"))
        self.line.setMinimumHeight(fonts.px(32))
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.setAccessibleName(tr("Found"))
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = QLabel(tr("Nothing of that name. Try another word, or part of one."))
        self.none.setProperty("tone", "muted")
        self.none.setContentsMargins(fonts.px(10), fonts.px(8), 0, 0)
        self.none.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(fonts.px(10),) * 4)
        column.addWidget(self.line)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        self.line.textChanged.connect(self._filter)
        self.line.returnPressed.connect(self._choose)
        self.list.itemClicked.connect(lambda _: self._choose())

    def open_over(self, window: QWidget) -> None:
        """Open under the top middle of `window`."""
        size = placing.on_screen(QSize(fonts.px(620), fonts.px(420)), window)
        top = window.mapToGlobal(QPoint((window.width() - size.width()) // 2, fonts.px(64)))
        below = window.screen().availableGeometry().bottom() - top.y()
        self.resize(size.boundedTo(QSize(size.width(), max(below, fonts.px(200)))))
        self.move(top)
        self.open()
        self.line.setFocus()

    def _filter(self, text: str) -> None:
        fitting = [self._offered[i] for i in self._matcher.find(text, self._recent, _MOST)]
        first = list(self._settings(text)) if self._settings is not None and text.strip() else []
        self.shown = [*first, *fitting]
        self.list.clear()
        for found in self.shown:
            item = QListWidgetItem(f"{found.label}, {found.place} {found.told}".strip())
            item.setData(_ROLE, found)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setHidden(not self.shown)
        self.none.setHidden(bool(self.shown))

    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self.shown):
            chosen = self.shown[row]
            if chosen.ident:
                self.found.emit(chosen.ident)
            self.accept()
            chosen.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows in the line move along the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {
                Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _PAGE, Qt.Key.Key_PageUp: -_PAGE,
            }.get(Qt.Key(event.key()))  # fmt: skip
            if step:
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
        return False
