"""Beside the waterfall: who earns the bill, or what a layer is made of and who sells it."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from gui import fonts, theme
from gui.language import sentence, tr
from gui.plotting import draw
from gui.plotting.chain_words import Row
from gui.widgets.scroll import OverlayScrollArea

WIDTH: Final = 336
_PAD: Final = 16
_HIGH: Final = {"title": 30, "head": 26, "line": 22, "note": 6}
_SMALL: Final = 15


class Rows(QWidget):
    """Rows of words and figures; some answer a click.

    Signals
    -------
    asked(action)
        See `Row.action`.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self._hover = -1
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, rows: list[Row]) -> None:
        """Show `rows`."""
        self.rows = tuple(rows)
        self._hover = -1
        self.setAccessibleName(tr(rows[0].label) if rows else "")
        said = (f"{sentence(row.label)} {tr(row.figure)}".strip() for row in rows)
        self.setAccessibleDescription("; ".join(said))
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    def _inner(self) -> int:
        return fonts.px(WIDTH - 2 * _PAD)

    def _lines(self, row: Row) -> list[str]:
        said = row.label if row.sort == "note" else row.more
        return wrapped(sentence(said), self._inner()) if said else []

    def _tall(self, row: Row) -> int:
        small = len(self._lines(row)) * fonts.px(_SMALL)
        return fonts.px(_HIGH[row.sort]) + small + (fonts.px(4) if small else 0)

    def sizeHint(self) -> QSize:
        """Return room for every row."""
        return QSize(self._inner(), sum(self._tall(row) for row in self.rows) + fonts.px(8))

    def place(self, index: int) -> QRectF:
        """Return where row `index` stands."""
        top = sum(self._tall(row) for row in self.rows[:index])
        return QRectF(0, top, self.width(), self._tall(self.rows[index]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0.0
        for index, row in enumerate(self.rows):
            tall = float(self._tall(row))
            self._paint(painter, row, QRectF(0, top, self.width(), tall), hot=index == self._hover)
            top += tall
        painter.end()

    def _paint(self, painter: QPainter, row: Row, box: QRectF, *, hot: bool) -> None:
        colors, head = theme.current(), QRectF(box)
        head.setHeight(fonts.px(_HIGH[row.sort]))
        if hot and row.action:
            painter.fillRect(box.adjusted(-4, 0, 4, 0), colors.field)
        if row.sort in {"title", "head"}:
            size = 13 if row.sort == "title" else 11
            ink = colors.ink if row.sort == "title" else colors.muted
            room = head.width() - fonts.width(row.figure, 11) - fonts.px(10)
            label = elided(tr(row.label), size, int(room), fonts.SEMIBOLD)
            draw.words(painter, head, label, ink, fonts.px_font(size, fonts.SEMIBOLD), draw.LEFT)
            draw.words(painter, head, row.figure, colors.muted, fonts.px_font(11), draw.RIGHT)
            return
        if row.sort == "line":
            self._paint_line(painter, row, head)
        y = head.bottom() if row.sort == "line" else box.top() + fonts.px(3)
        for line in self._lines(row):
            place = QRectF(box.left(), y, box.width(), fonts.px(_SMALL))
            draw.words(painter, place, line, colors.muted, fonts.px_font(11), draw.LEFT)
            y += fonts.px(_SMALL)

    def _paint_line(self, painter: QPainter, row: Row, box: QRectF) -> None:
        colors = theme.current()
        if row.share > 0.0:
            under = QRectF(box.left(), box.bottom() - 2.5, box.width(), 2.0)
            painter.fillRect(under, colors.field)
            under.setWidth(max(1.0, box.width() * min(row.share, 1.0)))
            painter.fillRect(under, colors.accent)
        right = fonts.width(row.figure, 12) + (fonts.width(row.moved, 11) + fonts.px(8) if row.moved else 0)
        label = elided(tr(row.label), 12, int(box.width() - right - fonts.px(10)))
        ink = colors.accent if row.action.startswith("explain") and not row.figure else colors.text
        draw.words(painter, box, label, ink, fonts.px_font(12), draw.LEFT)
        draw.words(painter, box, row.figure, colors.ink, fonts.px_font(12), draw.RIGHT)
        if row.moved:
            beside = QRectF(box)
            beside.setRight(box.right() - fonts.width(row.figure, 12) - fonts.px(8))
            color = colors.bad if row.moved.startswith("+") else colors.good
            draw.words(painter, beside, row.moved, color, fonts.px_font(11), draw.RIGHT)

    def _at(self, y: float) -> int:
        top = 0.0
        for index, row in enumerate(self.rows):
            top += self._tall(row)
            if y < top:
                return index
        return -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which rows answer."""
        index = self._at(event.position().y())
        if index != self._hover:
            self._hover = index
            hand = index >= 0 and bool(self.rows[index].action)
            self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for what the row clicked leads to."""
        index = self._at(event.position().y())
        if index >= 0 and self.rows[index].action:
            self.asked.emit(self.rows[index].action)


class ChainPanel(QFrame):
    """The words of the chain view.

    Signals
    -------
    asked(action)
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chain-panel")
        self.setFixedWidth(fonts.px(WIDTH))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(fonts.px(_PAD), fonts.px(8), fonts.px(_PAD), fonts.px(10))
        self.rows = Rows(inside)
        self.rows.asked.connect(self.asked)
        column.addWidget(self.rows)
        column.addStretch(1)
        scroll = OverlayScrollArea(self)
        scroll.setWidget(inside)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.addWidget(scroll)

    def tell(self, rows: list[Row]) -> None:
        """Show `rows`."""
        self.rows.tell(rows)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground; a hairline parts it from the bars."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().panel)
        painter.fillRect(QRectF(0, fonts.px(10), 1, self.height()), theme.current().hairline)
        painter.end()


def elided(said: str, size: int, room: int, weight: int = fonts.REGULAR) -> str:
    """Return `said` cut to `room` px."""
    return fonts.metrics(size, weight).elidedText(said, Qt.TextElideMode.ElideRight, max(0, room))


def wrapped(said: str, room: int) -> list[str]:
    """Return `said` in lines of at most `room` px of small type."""
    lines, line = [], ""
    for word in said.split(" "):
        longer = f"{line} {word}".strip()
        if line and fonts.width(longer, 11) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    return [elided(one, 11, room) for one in [*lines, line] if one]
