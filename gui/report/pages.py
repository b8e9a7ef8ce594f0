"""Pages of A4 with a cursor: headings, paragraphs, tables that break with their heading, figures.

Lengths are pixels of 96 to the inch, as on screen: views are painted in the same unit, and what they
keep in pixels keeps its size.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter

from gui import fonts, theme
from gui.language import tr
from gui.plotting import draw

DOTS: Final = 96
#: A4 upright [px].
SHEET: Final = (794, 1123)
SIDE, TOP, BOTTOM = 58, 64, 58
_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap)
_GAP: Final = 10


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a table: heading, share of the width, whether figures stand at its right."""

    title: str
    share: float
    right: bool = False
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: a text for each column; bold for a total."""

    cells: tuple[str, ...]
    bold: bool = False


class Pages:
    """Writes pages to a PDF, one after the other.

    Parameters
    ----------
    writer : QPdfWriter
    running : str
        What the head of every page says.
    foot : str
        What its foot says beside the number.
    """

    def __init__(self, writer: QPdfWriter, running: str, foot: str) -> None:
        self._writer, self._running, self._foot = writer, running, foot
        self._painter: QPainter | None = None
        self.number = 0
        self.y = 0.0
        self.wide, self.high = SHEET
        writer.setResolution(DOTS)

    @property
    def painter(self) -> QPainter:
        """Return the painter of the page under way."""
        assert self._painter is not None, "no page was begun"
        return self._painter

    @property
    def width(self) -> float:
        """Return the width between the margins."""
        return float(self.wide - 2 * SIDE)

    @property
    def left(self) -> float:
        """Return how much room is left on the page."""
        return self.high - BOTTOM - self.y

    def begin(self, *, across: bool = False) -> None:
        """Begin a page, upright or `across`."""
        way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
        size = QPageSize(QPageSize.PageSizeId.A4)
        self._writer.setPageLayout(QPageLayout(size, way, QMarginsF(0, 0, 0, 0)))
        self.wide, self.high = (SHEET[1], SHEET[0]) if across else SHEET
        if self._painter is None:
            self._painter = QPainter(self._writer)
        else:
            self._writer.newPage()
        self.number += 1
        self.y = float(TOP)
        self._frame()

    def end(self) -> None:
        """Finish the document."""
        self.painter.end()

    def _frame(self) -> None:
        painter, look = self.painter, theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.wide, self.high), look.panel)
        if self.number > 1:
            head = QRectF(SIDE, 26, self.width, 16)
            self._words(head, self._running, 10, look.muted, draw.LEFT)
        foot = QRectF(SIDE, self.high - 40, self.width, 16)
        self._words(foot, self._foot, 10, look.muted, draw.LEFT)
        self._words(foot, str(self.number), 10, look.muted, draw.RIGHT)

    def _words(self, box: QRectF, said: str, size: int, color: QColor, align: Qt.AlignmentFlag) -> None:
        draw.words(self.painter, box, said, color, fonts.px_font(size), align)

    # blocks -------------------------------------------------------------------------------------

    def need(self, room: float, again: Callable[[], None] | None = None) -> None:
        """Begin another page where less than `room` is left, and run `again` on top of it."""
        if self.left < room:
            self.begin(across=self.wide > self.high)
            if again is not None:
                again()

    def space(self, room: float) -> None:
        """Leave `room` free."""
        self.y += room

    def title(self, said: str) -> None:
        """Write the title of the document."""
        self.y += self._paragraph(said, 26, fonts.SEMIBOLD, theme.current().ink, self.y)

    def heading(self, said: str, *, with_room: float = 120.0) -> None:
        """Write the heading of a section; with what follows it needs `with_room`."""
        self.need(with_room + 34)
        if self.y > TOP:
            self.y += 18
        painter, look = self.painter, theme.current()
        painter.fillRect(QRectF(SIDE, self.y + 3, 3, 15), look.accent)
        box = QRectF(SIDE + 11, self.y, self.width, 21)
        draw.words(painter, box, said, look.ink, fonts.px_font(15, fonts.SEMIBOLD), draw.LEFT)
        self.y += 32

    def subheading(self, said: str, *, with_room: float = 60.0) -> None:
        """Write a heading within a section."""
        self.need(with_room + 24)
        self.y += 6 if self.y > TOP else 0
        box = QRectF(SIDE, self.y, self.width, 18)
        look = theme.current()
        draw.words(self.painter, box, said, look.ink, fonts.px_font(12, fonts.SEMIBOLD), draw.LEFT)
        self.y += 22

    def paragraph(self, said: str, *, size: int = 12, muted: bool = False) -> None:
        """Write a paragraph."""
        color = theme.current().muted if muted else theme.current().text
        self.need(min(self._height(said, size, self.width), 200.0))
        self.y += self._paragraph(said, size, fonts.REGULAR, color, self.y) + 7

    def bullet(self, said: str) -> None:
        """Write an entry of a list."""
        look = theme.current()
        high = self._height(said, 12, self.width - 16)
        self.need(high)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(look.accent)
        self.painter.drawEllipse(QRectF(SIDE + 2, self.y + 6, 4, 4))
        self._wrapped(QRectF(SIDE + 16, self.y, self.width - 16, high), said, 12, fonts.REGULAR, look.text)
        self.y += high + 5

    def _paragraph(self, said: str, size: int, weight: int, color: QColor, y: float) -> float:
        high = self._height(said, size, self.width, weight)
        self._wrapped(QRectF(SIDE, y, self.width, high + 2), said, size, weight, color)
        return high

    def _height(self, said: str, size: int, wide: float, weight: int = fonts.REGULAR) -> float:
        box = QFontMetricsF(fonts.px_font(size, weight)).boundingRect(QRectF(0, 0, wide, 1e6), _WRAPPED, said)
        return float(box.height())

    def _wrapped(
        self, box: QRectF, said: str, size: int, weight: int, color: QColor, *, right: bool = False
    ) -> None:
        self.painter.setFont(fonts.px_font(size, weight))
        self.painter.setPen(color)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.painter.drawText(box, _WRAPPED | int(Qt.AlignmentFlag.AlignTop | side), said)

    # tables -------------------------------------------------------------------------------------

    def table(
        self, fields: Sequence[Field], lines: Sequence[Line], *, size: int = 11, head: bool = True
    ) -> None:
        """Write a table; a page it runs on to begins with its heading, whether it has one here or not."""
        if head:
            self.need(70)
            self._table_head(fields)
        for line in lines:
            high = self._row_height(fields, line, size)
            self.need(high + 2, lambda: self._table_head(fields))
            self._row(fields, line, high, size)
        self.y += 8

    def _columns(self, fields: Sequence[Field]) -> list[QRectF]:
        whole = sum(field.share for field in fields)
        free = self.width - _GAP * (len(fields) - 1)
        boxes, x = [], float(SIDE)
        for field in fields:
            wide = free * field.share / whole
            boxes.append(QRectF(x, 0, wide, 0))
            x += wide + _GAP
        return boxes

    def _table_head(self, fields: Sequence[Field]) -> None:
        look = theme.current()
        for field, box in zip(fields, self._columns(fields), strict=True):
            box.setRect(box.left(), self.y, box.width(), 16)
            self._words(box, tr(field.title), 10, look.muted, draw.RIGHT if field.right else draw.LEFT)
        self.y += 18
        self.painter.fillRect(QRectF(SIDE, self.y, self.width, 1), look.border)
        self.y += 4

    def _row_height(self, fields: Sequence[Field], line: Line, size: int) -> float:
        weight = fonts.SEMIBOLD if line.bold else fonts.REGULAR
        boxes = self._columns(fields)
        highs = [self._height(c, size, b.width(), weight) for c, b in zip(line.cells, boxes, strict=True)]
        return max(highs) + 5

    def _row(self, fields: Sequence[Field], line: Line, high: float, size: int) -> None:
        look = theme.current()
        weight = fonts.SEMIBOLD if line.bold else fonts.REGULAR
        if line.bold:
            self.painter.fillRect(QRectF(SIDE, self.y - 2, self.width, 1), look.border)
        for field, box, said in zip(fields, self._columns(fields), line.cells, strict=True):
            place = QRectF(box.left(), self.y, box.width(), high)
            color = look.muted if field.muted else look.ink if line.bold else look.text
            self._wrapped(place, said, size, weight, color, right=field.right)
        self.y += high
        self.painter.fillRect(QRectF(SIDE, self.y - 2, self.width, 0.5), look.hairline)

    # figures ------------------------------------------------------------------------------------

    def picture(self, size: QSizeF, paint: Callable[[QPainter], None]) -> None:
        """Paint a figure of `size` as wide as the page allows, whole."""
        scale = min(self.width / size.width(), self.left / size.height(), 1.4)
        painter = self.painter
        painter.save()
        painter.translate(SIDE + (self.width - scale * size.width()) / 2, self.y)
        painter.scale(scale, scale)
        paint(painter)
        painter.restore()
        self.y += scale * size.height()
