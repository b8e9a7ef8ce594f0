"""Figures before and after a change, one under the other; a click on one asks how it comes about."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import fonts, theme
from gui.language import tr

HEAD: Final = 30
ROW: Final = 38
STILL: Final = 24
MARGIN: Final = 14
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_WRAP: Final = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list.

    Attributes
    ----------
    kind : "title", "head", "moved", "still", "note" or "more"
        A title and a note wrap; "more" asks for the rest.
    key : str
        The metric; "" where there is none.
    label, delta, detail : str
        Its name, how far it moved with its sign, and "before to after".
    goodness : int
        +1 for better, -1 for worse, 0 for neither.
    """

    kind: str
    label: str
    key: str = ""
    delta: str = ""
    detail: str = ""
    goodness: int = 0

    @property
    def active(self) -> bool:
        """Whether a click does something."""
        return self.kind == "more" or bool(self.key)


class EffectList(QWidget):
    """Lines of a change.

    Signals
    -------
    explain_requested(metric), more_wanted()
    """

    explain_requested = Signal(str)
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("effects")
        self.setAccessibleName(tr("What the last change moved"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._lines: tuple[Line, ...] = ()
        self._boxes: list[QRect] = []
        self._at = self._under = -1

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show `lines` from top to bottom."""
        self._lines = tuple(lines)
        self._at = self._under = -1
        said = [f"{line.label} {line.delta or line.detail}" for line in self._lines if line.kind == "moved"]
        self.setAccessibleDescription(". ".join(said[:12]))
        self._lay_out()

    def lines(self) -> tuple[Line, ...]:
        """Return what is shown."""
        return self._lines

    def line_box(self, index: int) -> QRect:
        """Return where line `index` stands."""
        return self._boxes[index]

    def _lay_out(self) -> None:
        top, self._boxes = fonts.px(6), []
        for line in self._lines:
            tall = self._height(line)
            self._boxes.append(QRect(0, top, self.width(), tall))
            top += tall
        self.setMinimumHeight(top + fonts.px(12))
        self.updateGeometry()
        self.update()

    def _height(self, line: Line) -> int:
        if line.kind in {"title", "note"}:
            size, weight = (13, fonts.SEMIBOLD) if line.kind == "title" else (11, fonts.REGULAR)
            room = QRect(0, 0, self.width() - 2 * fonts.px(MARGIN), 9999)
            return fonts.metrics(size, weight).boundingRect(room, _WRAP, line.label).height() + fonts.px(8)
        return fonts.px({"head": HEAD, "moved": ROW}.get(line.kind, STILL))

    def sizeHint(self) -> QSize:
        """Return the height of all lines."""
        return QSize(fonts.px(280), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    # -- painting ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines that are on screen."""
        painter = QPainter(self)
        for i, (line, box) in enumerate(zip(self._lines, self._boxes, strict=True)):
            if box.intersects(event.rect()):
                self._paint(painter, line, box, i in {self._under, self._at if self.hasFocus() else -1})
        painter.end()

    def _paint(self, painter: QPainter, line: Line, box: QRect, marked: bool) -> None:
        colors = theme.current()
        inner = box.adjusted(fonts.px(MARGIN), 0, -fonts.px(MARGIN), 0)
        if line.active and marked:
            painter.fillRect(QRectF(box), colors.field)
        if line.kind in {"title", "note"}:
            title = line.kind == "title"
            painter.setFont(fonts.px_font(13 if title else 11, fonts.SEMIBOLD if title else fonts.REGULAR))
            painter.setPen(colors.ink if title else colors.muted)
            painter.drawText(inner.adjusted(0, fonts.px(2), 0, 0), _WRAP, line.label)
        elif line.kind == "head":
            painter.fillRect(QRectF(0, box.top() + fonts.px(4), self.width(), 1), colors.hairline)
            painter.setFont(fonts.px_font(11, fonts.SEMIBOLD))
            painter.setPen(colors.muted)
            painter.drawText(inner.adjusted(0, fonts.px(6), 0, 0), _LEFT, line.label)
        elif line.kind == "more":
            painter.setFont(fonts.px_font(12))
            painter.setPen(colors.accent)
            painter.drawText(inner, _LEFT, line.label)
        else:
            self._paint_figure(painter, line, inner)

    def _paint_figure(self, painter: QPainter, line: Line, inner: QRect) -> None:
        colors = theme.current()
        moved = line.kind == "moved"
        tone = {1: colors.good, -1: colors.bad}.get(line.goodness, colors.ink)
        weight = fonts.MEDIUM if moved else fonts.REGULAR
        first = QRect(inner.x(), inner.y() + fonts.px(2), inner.width(), fonts.px(18))
        painter.setFont(fonts.px_font(12, weight))
        painter.setPen(tone if moved else colors.muted)
        painter.drawText(first, _RIGHT, line.delta)
        room = first.width() - fonts.width(line.delta, 12, weight) - fonts.px(8)
        painter.setFont(fonts.px_font(12))
        painter.setPen(colors.text if moved else colors.muted)
        label = fonts.metrics(12).elidedText(line.label, Qt.TextElideMode.ElideRight, max(0, room))
        painter.drawText(first, _LEFT, label)
        if moved:
            second = first.translated(0, fonts.px(16))
            painter.setFont(fonts.px_font(11))
            painter.setPen(colors.muted)
            painter.drawText(second, _LEFT, line.detail)

    # -- hand and keys -----------------------------------------------------------------------

    def _index_at(self, at: QPoint) -> int:
        return next((i for i, box in enumerate(self._boxes) if box.contains(at)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the line under the pointer."""
        index = self._index_at(event.position().toPoint())
        if index != self._under:
            self._under = index
            active = index >= 0 and self._lines[index].active
            self.setCursor(Qt.CursorShape.PointingHandCursor if active else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Mark none."""
        self._under = -1
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Explain the figure, or show the rest."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._act(self._index_at(event.position().toPoint()))

    def _act(self, index: int) -> None:
        if not 0 <= index < len(self._lines):
            return
        self._at = index
        line = self._lines[index]
        if line.kind == "more":
            self.more_wanted.emit()
        elif line.key:
            self.explain_requested.emit(line.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows; Enter acts."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step:
            active = [i for i, line in enumerate(self._lines) if line.active]
            ahead = [i for i in active if (i - self._at) * step > 0]
            if ahead:
                self._at = ahead[0] if step > 0 else ahead[-1]
                self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._act(self._at)
        else:
            event.ignore()
