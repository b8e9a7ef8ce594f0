"""The tree of an explanation: figures with their formulas, inputs with their sources."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.citations import cited
from engine.explain import Explanation
from engine.scenario import spec_of
from gui import fonts, icons, theme
from gui.language import say, sentence, tr
from gui.widgets.input_row import LETTERS

INDENT: Final = 11
LINE: Final = 20
SMALL: Final = 15
MARGIN: Final = 14
_WRAP: Final = Qt.TextFlag.TextWordWrap

Path = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """One visible node: where it stands in the tree and on the widget."""

    path: Path
    node: Explanation
    top: int
    height: int


def _origin(node: Explanation) -> str:
    """Return where an input's value comes from, or what a metric's band rests on."""
    return cited(node.source) if node.kind == "input" else sentence(node.source)


class ExplainTree(QWidget):
    """An explanation to unfold; a click on an input asks for its row.

    Signals
    -------
    focus_requested(str) : key of the input clicked.
    """

    focus_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("explain")
        self.setAccessibleName(tr("Explanation"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._root: Explanation | None = None
        self._open: set[Path] = set()
        self._rows: list[_Row] = []
        self._at = 0
        self._under = -1

    # -- content -----------------------------------------------------------------------------

    def show_explanation(self, root: Explanation) -> None:
        """Show `root`; what was unfolded stays so while the figure is the same one."""
        if self._root is None or self._root.key != root.key:
            self._open = {()}
            self._at = 0
        self._root = root
        said = (f"{root.label} {root.text}", root.caution, root.formula)
        self.setAccessibleDescription(". ".join(text for text in said if text))
        self._lay_out()

    def root(self) -> Explanation | None:
        """Return what is shown."""
        return self._root

    def shown(self) -> list[tuple[Path, Explanation]]:
        """Return the visible nodes from top to bottom."""
        return [(row.path, row.node) for row in self._rows]

    def unfold(self, path: Path, on: bool = True) -> None:
        """Unfold or fold the node at `path`."""
        (self._open.add if on else self._open.discard)(path)
        self._lay_out()

    def row_box(self, path: Path) -> QRect:
        """Return where the node at `path` is drawn; empty if it is folded away."""
        row = next((row for row in self._rows if row.path == path), None)
        return QRect(0, row.top, self.width(), row.height) if row is not None else QRect()

    def _lay_out(self) -> None:
        self._rows = []
        if self._root is not None:
            self._append((), self._root, 0)
        self._at = min(self._at, max(0, len(self._rows) - 1))
        self.updateGeometry()
        self.setMinimumHeight(self.sizeHint().height())
        self.update()

    def _append(self, path: Path, node: Explanation, top: int) -> int:
        height = self._height(path, node)
        self._rows.append(_Row(path, node, top, height))
        top += height
        if path in self._open:
            for i, child in enumerate(node.children):
                top = self._append((*path, i), child, top)
        return top

    def sizeHint(self) -> QSize:
        """Return the height of all visible rows."""
        last = self._rows[-1] if self._rows else None
        return QSize(fonts.px(280), (last.top + last.height if last is not None else 0) + fonts.px(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    # -- measures ----------------------------------------------------------------------------

    def _left(self, path: Path) -> int:
        return fonts.px(MARGIN + INDENT * max(0, len(path) - 1))

    def _right(self) -> int:
        return self.width() - fonts.px(MARGIN)

    def _below(self, path: Path, node: Explanation) -> list[str]:
        """Return the small lines under a node."""
        if node.kind == "input":
            told = _origin(node)
            return [f"{told} ({tr(node.grade)})" if node.grade else told] if told else []
        if not path and node.band:
            grade = tr(node.grade)
            basis = f"{grade[:1].upper()}{grade[1:]}: {_origin(node)}"
            formula = [f"= {node.formula}", f"= {node.numbers}"] if node.formula else []
            return [say("{band} in four measurements of five", band=node.band), basis, *formula]
        if path not in self._open:
            return []
        if node.formula:
            return [f"= {node.formula}", f"= {node.numbers}"]
        return [tr("worked out by the model from") if node.children else ""] if node.kind == "metric" else []

    def _small_left(self, path: Path) -> int:
        return self._left(path) + (0 if not path else fonts.px(16))

    def _small_height(self, path: Path, text: str) -> int:
        room = max(fonts.px(60), self._right() - self._small_left(path))
        return fonts.metrics(11).boundingRect(QRect(0, 0, room, 9999), _WRAP, text).height() + fonts.px(1)

    def _height(self, path: Path, node: Explanation) -> int:
        small = sum(self._small_height(path, text) for text in self._below(path, node) if text)
        if not path:
            above = sum(self._small_height(path, text) for text in (node.caution, node.doc) if text)
            return fonts.px(12 + 18 + 30 + 4) + above + small + fonts.px(12)
        return fonts.px(LINE + 4) + small + (fonts.px(4) if small else 0)

    # -- painting ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that are on screen."""
        painter = QPainter(self)
        for i, row in enumerate(self._rows):
            if row.top + row.height >= event.rect().top() and row.top <= event.rect().bottom():
                self._paint_row(painter, i, row)
        painter.end()

    def _paint_row(self, painter: QPainter, index: int, row: _Row) -> None:
        colors = theme.current()
        if row.path and (index == self._under or (index == self._at and self.hasFocus())):
            painter.fillRect(QRectF(0, row.top, self.width(), row.height), colors.field)
        if not row.path:
            y = self._paint_root(painter, row)
        else:
            y = self._paint_line(painter, row)
        painter.setFont(fonts.px_font(11))
        painter.setPen(colors.muted)
        left = self._small_left(row.path)
        for text in self._below(row.path, row.node):
            if text:
                tall = self._small_height(row.path, text)
                painter.drawText(QRect(left, y, self._right() - left, tall), _WRAP, text)
                y += tall
        if not row.path:
            painter.fillRect(QRectF(0, row.top + row.height - 1, self.width(), 1), colors.hairline)

    def _paint_root(self, painter: QPainter, row: _Row) -> int:
        colors, node = theme.current(), row.node
        left, y = self._left(()), row.top + fonts.px(12)
        wide = self._right() - left
        painter.setFont(fonts.px_font(13, fonts.SEMIBOLD))
        painter.setPen(colors.ink)
        painter.drawText(QRect(left, y, wide, fonts.px(18)), _LEFT, node.label)
        y += fonts.px(18)
        painter.setFont(fonts.px_font(20, fonts.SEMIBOLD, 97))
        painter.drawText(QRect(left, y, wide, fonts.px(30)), _LEFT, node.text)
        y += fonts.px(34)
        painter.setFont(fonts.px_font(11))
        for text, tone in ((node.caution, colors.warning), (node.doc, colors.text)):
            if text:
                tall = self._small_height((), text)
                painter.setPen(tone)
                painter.drawText(QRect(left, y, wide, tall), _WRAP, text)
                y += tall
        return y + fonts.px(2)

    def _paint_line(self, painter: QPainter, row: _Row) -> int:
        colors, node = theme.current(), row.node
        left, y, tall = self._left(row.path), row.top + fonts.px(2), fonts.px(LINE)
        if node.children:
            side = fonts.px(12)
            name = "chevron-down" if row.path in self._open else "chevron-right"
            icons.paint(painter, name, QRectF(left, y + (tall - side) / 2, side, side), colors.muted)
        elif node.kind == "input":
            role = spec_of(node.input_key).role
            painter.setFont(fonts.px_font(11, fonts.SEMIBOLD))
            painter.setPen(colors.role(role))
            painter.drawText(QRect(left, y, fonts.px(12), tall), Qt.AlignmentFlag.AlignCenter, LETTERS[role])
        value_width = fonts.width(node.text, 12, fonts.MEDIUM)
        painter.setFont(fonts.px_font(12, fonts.MEDIUM))
        painter.setPen(colors.ink)
        painter.drawText(QRect(self._right() - value_width, y, value_width + 1, tall), _LEFT, node.text)
        room = self._right() - value_width - fonts.px(8) - left - fonts.px(16)
        painter.setFont(fonts.px_font(12))
        painter.setPen(colors.accent if node.kind == "input" else colors.text)
        label = fonts.metrics(12).elidedText(node.label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left + fonts.px(16), y, max(0, room) + 1, tall), _LEFT, label)
        return y + tall

    # -- hand and keys -----------------------------------------------------------------------

    def _index_at(self, point: QPoint) -> int:
        return next((i for i, r in enumerate(self._rows) if r.top <= point.y() < r.top + r.height), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the row under the pointer."""
        index = self._index_at(event.position().toPoint())
        if index != self._under:
            self._under = index
            active = index > 0 and (self._rows[index].node.children or self._rows[index].node.kind == "input")
            shape = Qt.CursorShape.PointingHandCursor if active else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Mark none."""
        self._under = -1
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Unfold, fold, or ask for the input's row."""
        index = self._index_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self._at = index
            self._act(self._rows[index])

    def _act(self, row: _Row) -> None:
        if row.node.kind == "input":
            self.focus_requested.emit(row.node.input_key)
        elif row.path and row.node.children:
            self.unfold(row.path, row.path not in self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows; Right and Left unfold and fold; Enter acts."""
        key = event.key()
        if not self._rows:
            event.ignore()
            return
        row = self._rows[self._at]
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._at = min(len(self._rows) - 1, max(0, self._at + (1 if key == Qt.Key.Key_Down else -1)))
            self.update()
        elif key == Qt.Key.Key_Right and row.node.children:
            self.unfold(row.path)
        elif key == Qt.Key.Key_Left and row.path:
            self.unfold(row.path, False)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._act(row)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Show what a node means as its tool tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._index_at(event.pos())
            node = self._rows[index].node if index >= 0 else None
            if node is not None:
                tip = "<br>".join(
                    text for text in (f"<b>{node.label}</b> {node.text}", node.doc, _origin(node)) if text
                )
                QToolTip.showText(event.globalPos(), f"<p style='white-space:normal'>{tip}</p>", self)
            return True
        return super().event(event)


_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
