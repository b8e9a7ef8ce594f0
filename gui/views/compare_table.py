"""Scenarios in columns: headline figures with their variance, and below them the inputs that differ."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from engine.compare import Row
from gui import fonts
from gui.language import said, say, tr
from gui.plotting import draw
from gui.plotting.compare_job import CompareResult
from gui.plotting.compare_words import SHOWN, figure_tip, row_tip
from gui.plotting.fitting import fit
from gui.plotting.inks import Inks
from gui.shown_units import METRICS
from gui.theme import Theme
from gui.views.compare_cells import BESIDE, name_lines, paint_figure, paint_name, paint_value

_PAD: Final = 16
_HEAD: Final = 42
#: What each further line of a name takes, where names stand in narrow columns.
_LINE: Final = 15
_LETTERS: Final = {"decision": "D", "assumption": "A", "price": "P", "": ""}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: a figure, the head of the inputs, or an input."""

    kind: str
    top: float
    high: float
    metric: str = ""
    row: Row | None = None


class CompareTable(QWidget):
    """The table.

    Signals
    -------
    value_wanted(row, column)
        Take this value into the scenario in front.
    focus_wanted(key), explain_requested(metric), metric_chosen(metric)
    column_asked(column, place)
        What can be done with a column; a place on the screen.
    rows_asked(place)
        Which inputs are to have a row.
    """

    value_wanted = Signal(object, int)
    focus_wanted = Signal(str)
    explain_requested = Signal(str)
    metric_chosen = Signal(str)
    column_asked = Signal(int, object)
    rows_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare-table")
        self.setAccessibleName(tr("Scenarios compared"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.inks = Inks(theme)
        self.result: CompareResult | None = None
        self.lines: list[Line] = []
        self.top = 0.0
        self.at = (-1, -1)
        self.hover = (-1, -2)

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self.update()

    def show_result(self, result: CompareResult) -> None:
        """Show a frame."""
        self.result = result
        self._lay_out()
        count = sum(row.differs for row in self.rows())
        self.setAccessibleName(tr("Scenarios compared"))
        names = ", ".join(column.name for column in result.chosen.columns)
        self.setAccessibleDescription(say("{names}; {count} inputs differ", names=names, count=count))
        self.update()

    def rows(self) -> list[Row]:
        """Return the inputs listed; figures that come with a part only where they are asked for."""
        if self.result is None:
            return []
        listed = self.result.settings.listed
        return [row for row in self.result.rows if listed != "differ" or not row.part]

    # places -------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        if self.result is None:
            return
        beside = self.column_width() >= fonts.px(BESIDE)
        top, made = 0.0, []
        for key in SHOWN:
            high = fonts.px(24) if beside else fonts.px(33)
            made.append(Line("figure", top, high, metric=key))
            top += high
        made.append(Line("head", top, fonts.px(40)))
        top += fonts.px(40)
        for row in self.rows():
            made.append(Line("input", top, fonts.px(23), row=row))
            top += fonts.px(23)
        self.lines = made
        self._scroll(self.top)

    def label_width(self) -> float:
        """Return the width of the labels."""
        share = 0.36 if self._count() <= 3 else 0.26
        return max(fonts.px(108), min(share * self.width(), fonts.px(210)))

    def column_width(self) -> float:
        """Return the width of a scenario's column."""
        return (self.width() - 2 * fonts.px(_PAD) - self.label_width()) / max(1, self._count())

    def _count(self) -> int:
        return 0 if self.result is None else len(self.result.chosen.columns)

    def head_height(self) -> int:
        """Return the height of the heads."""
        return fonts.px(_HEAD + _LINE * (self._name_lines() - 1))

    def _name_lines(self) -> int:
        if self.result is None or self._count() <= 3:
            return 1
        room = self.column_width() - fonts.px(6)
        return max(2, *(len(name_lines(column.name, room)) for column in self.result.chosen.columns))

    def cell(self, line: Line, column: int) -> QRectF:
        """Return the place of a cell; column -1 is the label."""
        y = self.head_height() + line.top - self.top
        if column < 0:
            return QRectF(fonts.px(_PAD), y, self.label_width(), line.high)
        left = fonts.px(_PAD) + self.label_width() + column * self.column_width()
        return QRectF(left, y, self.column_width(), line.high)

    def head(self, column: int) -> QRectF:
        """Return the place of a column's name."""
        left = fonts.px(_PAD) + self.label_width() + column * self.column_width()
        return QRectF(left, 0.0, self.column_width(), self.head_height())

    def place_at(self, at: QPointF) -> tuple[int, int]:
        """Return line and column under `at`; line -1 for the heads, -2 for nothing; column -1 for labels."""
        x = at.x() - fonts.px(_PAD) - self.label_width()
        column = -1 if x < 0 else min(int(x / self.column_width()), self._count() - 1)
        if at.y() < self.head_height():
            return -1, column
        y = at.y() - self.head_height() + self.top
        found = next((i for i, line in enumerate(self.lines) if line.top <= y < line.top + line.high), -2)
        return found, column

    def _scroll(self, top: float) -> None:
        total = self.lines[-1].top + self.lines[-1].high if self.lines else 0.0
        room = self.height() - self.head_height() - fonts.px(6)
        self.top = max(0.0, min(top, total - room))
        self.update()

    def resizeEvent(self, event: QEvent) -> None:
        """Lay the lines out anew."""
        del event
        self._lay_out()

    # painting -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw lines, then the heads over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.inks.theme.panel)
        if self.result is not None:
            for index, line in enumerate(self.lines):
                y = self.head_height() + line.top - self.top
                if y + line.high > self.head_height() and y < self.height():
                    self._paint_line(painter, self.result, index, line)
            self._paint_heads(painter, self.result)
            self._paint_thumb(painter)
        painter.end()

    def _paint_heads(self, painter: QPainter, r: CompareResult) -> None:
        theme = self.inks.theme
        painter.fillRect(QRectF(0, 0, self.width(), self.head_height()), theme.panel)
        for index, column in enumerate(r.chosen.columns):
            box = self.head(index).adjusted(fonts.px(6), fonts.px(5), 0, -fonts.px(4))
            paint_name(
                painter, theme.accent if column.current else theme.ink, column.name, box, self._count() > 3
            )
            told = [word for word, on in (("now", column.current), ("base", index == r.chosen.base)) if on]
            told += ["to"] if index == r.chosen.to and self._count() > 2 else []
            low = QRectF(box.left(), box.bottom() - fonts.px(17), box.width(), fonts.px(15))
            draw.words(painter, low, ", ".join(map(tr, told)), theme.muted, fonts.px_font(11), draw.RIGHT)
            if self.hover == (-1, index):
                painter.fillRect(QRectF(box.left(), self.head_height() - 3, box.width(), 2), theme.accent)
        painter.fillRect(
            QRectF(fonts.px(_PAD), self.head_height() - 1, self.width() - 2 * fonts.px(_PAD), 1), theme.border
        )

    def _paint_line(self, painter: QPainter, r: CompareResult, index: int, line: Line) -> None:
        if line.kind == "figure":
            self._paint_figure(painter, r, index, line)
        elif line.kind == "head":
            self._paint_between(painter, line)
        else:
            self._paint_input(painter, r, index, line)

    def _paint_figure(self, painter: QPainter, r: CompareResult, index: int, line: Line) -> None:
        theme, metric = self.inks.theme, METRICS[line.metric]
        chosen = line.metric == r.settings.metric
        label = self.cell(line, -1)
        weight = fonts.SEMIBOLD if chosen else fonts.REGULAR
        color = theme.ink if chosen or self.hover == (index, -1) else theme.text
        if chosen:
            painter.fillRect(QRectF(label.left() - 8, label.top() + 3, 3, label.height() - 6), theme.accent)
        beside = self.column_width() >= fonts.px(BESIDE)
        if not beside:
            label.setHeight(fonts.px(20))
        said = fit(metric.label, label.width() - 4, 12, weight)
        draw.words(painter, label, said, color, fonts.px_font(12, weight), draw.LEFT)
        base = r.figures.figure(line.metric, r.chosen.base).value
        for column in range(self._count()):
            figure, box = r.figures.figure(line.metric, column), self.cell(line, column)
            if self.hover == (index, column):
                painter.fillRect(box, theme.field)
            paint_figure(painter, theme, figure, metric, None if column == r.chosen.base else base, box)

    def _paint_between(self, painter: QPainter, line: Line) -> None:
        assert self.result is not None
        theme, box = self.inks.theme, self.cell(line, -1)
        rows = self.rows()
        count = sum(row.differs for row in rows)
        brought = sum(row.differs for row in self.result.rows) - count
        differ = (
            said("{count} input differs" if count == 1 else "{count} inputs differ", count=count)
            if count
            else tr("No input differs")
        )
        wide = QRectF(box.left(), box.top() + fonts.px(12), self.width() - 2 * fonts.px(_PAD), fonts.px(22))
        draw.words(painter, wide, differ, theme.ink, fonts.px_font(13, fonts.SEMIBOLD), draw.LEFT)
        more = said("{count} more come with parts", count=brought) if brought else ""
        left = fonts.width(differ, 13, fonts.SEMIBOLD) + 10
        draw.words(painter, wide.adjusted(left, 0, 0, 0), more, theme.muted, fonts.px_font(11), draw.LEFT)
        draw.words(painter, wide, "rows \u25be", theme.accent, fonts.px_font(11, fonts.MEDIUM), draw.RIGHT)

    def _paint_input(self, painter: QPainter, r: CompareResult, index: int, line: Line) -> None:
        row, theme = line.row, self.inks.theme
        assert row is not None
        label = self.cell(line, -1)
        letter = QRectF(label.left(), label.top(), fonts.px(14), label.height())
        draw.words(
            painter,
            letter,
            _LETTERS[row.role],
            theme.role(row.role),
            fonts.px_font(11, fonts.SEMIBOLD),
            draw.LEFT,
        )
        text = label.adjusted(fonts.px(15), 0, -4, 0)
        color = theme.ink if self.hover == (index, -1) else theme.text
        draw.words(painter, text, fit(row.label, text.width(), 12), color, fonts.px_font(12), draw.LEFT)
        now = r.chosen.current
        for column in range(self._count()):
            box = self.cell(line, column)
            apart = row.apart(column, now)
            if (self.hover == (index, column) and apart) or (self.hasFocus() and self.at == (index, column)):
                painter.fillRect(box.adjusted(2, 1, 0, -1), theme.field)
            paint_value(painter, theme, row.texts[column], box, apart=row.apart(column, r.chosen.base))

    def _paint_thumb(self, painter: QPainter) -> None:
        total = self.lines[-1].top + self.lines[-1].high if self.lines else 0.0
        room = float(self.height() - self.head_height() - fonts.px(6))
        if total <= room:
            return
        top, high = self.head_height() + room * self.top / total, max(24.0, room * room / total)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.inks.theme.border)
        wide = fonts.px(4)
        painter.drawRoundedRect(QRectF(self.width() - fonts.px(9), top, wide, high), wide / 2, wide / 2)

    # the hand -----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what answers."""
        found = self.place_at(event.position())
        if found != self.hover:
            self.hover = found
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if self._answers(*found) else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def _answers(self, line: int, column: int) -> bool:
        if line == -1:
            return column >= 0
        if line < 0 or self.result is None:
            return False
        one = self.lines[line]
        if one.row is None:
            return True
        return column < 0 or one.row.apart(column, self.result.chosen.current)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what lay under the pointer."""
        self.hover = (-1, -2)
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a value, explain a figure, or choose."""
        if self.result is None or event.button() != Qt.MouseButton.LeftButton:
            return
        line, column = self.place_at(event.position())
        if line == -1 and column >= 0:
            self.column_asked.emit(column, event.globalPosition().toPoint())
        elif line >= 0 and self.lines[line].kind == "head":
            self.rows_asked.emit(event.globalPosition().toPoint())
        elif line >= 0:
            self.at = (line, column)
            self._activate(line, column)

    def _activate(self, index: int, column: int) -> None:
        line = self.lines[index]
        if line.kind == "figure":
            (self.metric_chosen if column < 0 else self.explain_requested).emit(line.metric)
        elif line.row is not None and column < 0:
            if line.row.what != "doubt":
                self.focus_wanted.emit(line.row.key)
        elif line.row is not None and self._answers(index, column):
            self.value_wanted.emit(line.row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows; Enter does what a click does."""
        steps = {
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self.lines:
            line = min(max(self.at[0] + step[0], 0), len(self.lines) - 1)
            self.at = (line, min(max(self.at[1] + step[1], -1), self._count() - 1))
            self._reveal(self.lines[line])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and 0 <= self.at[0] < len(self.lines):
            self._activate(*self.at)
        else:
            event.ignore()

    def _reveal(self, line: Line) -> None:
        room = self.height() - self.head_height() - fonts.px(6)
        self._scroll(min(max(self.top, line.top + line.high - room), line.top))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll."""
        self._scroll(self.top - event.angleDelta().y() / 2)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Tell band, grade and source."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.result is not None:
            tip = self.tip(*self.place_at(QPointF(event.pos())))
            if tip:
                QToolTip.showText(event.globalPos(), tip, self)
                return True
        return super().event(event)

    def tip(self, index: int, column: int) -> str:
        """Return what is to be said of a cell."""
        r = self.result
        if r is None or index == -2 or (index == -1 and column < 0):
            return ""
        if index == -1:
            return r.chosen.columns[column].scenario.name
        line = self.lines[index]
        if line.kind == "figure":
            if column < 0:
                return METRICS[line.metric].doc
            return figure_tip(r.figures, line.metric, column, r.chosen.columns[column].name)
        if line.row is None:
            return ""
        if column < 0:
            return line.row.key
        name = r.chosen.columns[column].name
        return row_tip(line.row, column, name, takes=self._answers(index, column))
