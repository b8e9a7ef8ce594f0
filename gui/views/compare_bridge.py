"""The bridge as a waterfall: from one scenario's figure to the other's, a bar for what each change adds."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from gui import fonts
from gui.language import sentence, tr
from gui.plotting import draw
from gui.plotting.compare_bars import BarRow, bar_rows, bar_scale, bar_ticks
from gui.plotting.compare_job import CompareResult
from gui.plotting.compare_words import notes, step_figure, step_tip, step_words, title, whose
from gui.plotting.fitting import fit, wrapped
from gui.plotting.inks import Inks, pen
from gui.plotting.scales import Range
from gui.shown_units import METRICS
from gui.theme import Theme

_PAD: Final = 16
_TOP: Final = 66
_ROW: Final = 25
#: Height of a row from which what changes is written under its name, and the most there is.
_TWO_LINES: Final = 35
_TALLEST: Final = 40
_NOTE: Final = 15
_WHY: Final = {"decision": "decisions", "assumption": "assumptions", "price": "prices"}


class BridgeCanvas(QWidget):
    """The waterfall.

    Signals
    -------
    inside_wanted(step), back_wanted()
    focus_wanted(key), explain_requested(metric)
    """

    inside_wanted = Signal(object)
    back_wanted = Signal()
    focus_wanted = Signal(str)
    explain_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare-bridge")
        self.setAccessibleName(tr("Bridge of the difference"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.inks = Inks(theme)
        self.result: CompareResult | None = None
        self.rows: list[BarRow] = []
        self.current = -1
        self._scale = Range(0.0, 1.0, "linear")
        self._row = float(fonts.px(_ROW))

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self.update()

    def show_result(self, result: CompareResult) -> None:
        """Show a frame."""
        self.result = result
        self._lay_out()
        self.setAccessibleName(tr("Bridge of the difference"))
        said = [f"{row.label} {row.figure}" for row in self.rows]
        self.setAccessibleDescription("; ".join([self.heading(), *said]))
        self.update()

    # places -------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        r = self.result
        self.rows = [] if r is None else bar_rows(r, self._room())
        if r is None or r.solved is None or not self.rows:
            return
        self._row = min(max(self._space() / len(self.rows), fonts.px(_ROW)), fonts.px(_TALLEST))
        self._scale = bar_scale(self.rows, factors=r.solved.bridge.factors)

    def _room(self) -> int:
        """Return how many rows there is room for."""
        return max(5, int(self._space() // fonts.px(_ROW)))

    def _space(self) -> float:
        return self.height() - fonts.px(_TOP) - self._notes_high() - fonts.px(22)

    def _notes_high(self) -> float:
        if self.result is None or self.result.solved is None:
            return 0.0
        return fonts.px(_NOTE) * len(self._note_lines()) + fonts.px(10)

    def _note_lines(self) -> list[str]:
        assert self.result is not None
        assert self.result.solved is not None
        room = self.width() - 2 * fonts.px(_PAD)
        return wrapped(" ".join(notes(self.result.solved.bridge)), room, 11, 4)

    def plot(self) -> QRectF:
        """Return the place of the bars."""
        left = fonts.px(_PAD) + self._labels()
        right = self.width() - fonts.px(_PAD) - fonts.px(70)
        return QRectF(left, fonts.px(_TOP), max(right - left, 40.0), len(self.rows) * self._row)

    def _labels(self) -> float:
        return max(fonts.px(120), min(0.34 * self.width(), fonts.px(210)))

    def box(self, index: int) -> QRectF:
        """Return the place of row `index`."""
        top = fonts.px(_TOP) + index * self._row
        return QRectF(fonts.px(_PAD), top, self.width() - 2 * fonts.px(_PAD), self._row)

    def bar(self, index: int) -> QRectF:
        """Return the place of the bar of row `index`."""
        row, box, plot = self.rows[index], self.box(index), self.plot()
        ends = sorted(
            plot.left() + min(max(self._scale.at(v), 0.0), 1.0) * plot.width() for v in (row.low, row.high)
        )
        high = min(box.height() - 8, fonts.px(20))
        return QRectF(ends[0], box.center().y() - high / 2, max(ends[1] - ends[0], 1.0), high)

    def heading(self) -> str:
        """Return the title."""
        r = self.result
        if r is None or r.solved is None:
            return ""
        found = r.solved.bridge
        if r.looked >= 0:
            step = found.steps[r.looked]
            form = "\u2039 Inside {step}: {figure}"
            return tr(form).format(step=step.label, figure=step_figure(found, step))
        return title(r.chosen, found)

    # painting -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw title, whose doing it is, bars and notes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, r = self.inks.theme, self.result
        painter.fillRect(self.rect(), theme.panel)
        if r is not None and r.solved is not None:
            head = QRectF(fonts.px(_PAD), fonts.px(9), self.width() - 2 * fonts.px(_PAD), fonts.px(20))
            said = fit(self.heading(), head.width(), 14, fonts.SEMIBOLD)
            color = theme.accent if self.current == -2 else theme.ink
            draw.words(painter, head, said, color, fonts.px_font(14, fonts.SEMIBOLD), draw.LEFT)
            found = r.solved.bridge
            if found.trouble or r.same:
                self._paint_words(painter, sentence(found.trouble) or _nothing(r))
            else:
                self._paint_split(painter, r)
                for index in range(len(self.rows)):
                    self._paint_row(painter, r, index)
                self._paint_axis(painter)
                self._paint_notes(painter)
        painter.end()

    def _paint_words(self, painter: QPainter, said: str) -> None:
        box = QRectF(fonts.px(_PAD), fonts.px(38), self.width() - 2 * fonts.px(_PAD), self.height())
        painter.setFont(fonts.px_font(12))
        painter.setPen(self.inks.theme.text)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), said)

    def _paint_split(self, painter: QPainter, r: CompareResult) -> None:
        assert r.solved is not None
        theme, x = self.inks.theme, float(fonts.px(_PAD))
        right = self.width() - fonts.px(_PAD)
        told = whose(r.solved.bridge)
        if x + sum(_wide(*each) for each in told) > right:
            told = whose(r.solved.bridge, short=True)
        for said, role in told:
            wide = _wide(said, role)
            color = theme.role(role) if role in _WHY else theme.muted
            font = fonts.px_font(12, fonts.SEMIBOLD if role else fonts.REGULAR)
            draw.words(painter, QRectF(x, fonts.px(32), wide, fonts.px(18)), said, color, font, draw.LEFT)
            x += wide

    def _paint_row(self, painter: QPainter, r: CompareResult, index: int) -> None:
        theme, row, box, bar = self.inks.theme, self.rows[index], self.box(index), self.bar(index)
        if index == self.current and row.kind == "step":
            painter.fillRect(box.adjusted(-6, 0, 6, 0), theme.field)
        end = row.kind in {"start", "end"}
        weight = fonts.SEMIBOLD if end else fonts.REGULAR
        room = self._labels() - fonts.px(8)
        more = self._opens(row)
        said = fit(row.label, room - (fonts.px(12) if more else 0), 12, weight)
        tone = theme.ink if end else theme.text
        label = QRectF(box.left(), box.top(), room, box.height())
        if row.step is not None and self._row >= fonts.px(_TWO_LINES):
            label.setHeight(box.height() / 2 + 3)
            below = QRectF(label.left(), label.bottom() - 4, room, box.height() - label.height() + 2)
            told = fit(step_words(r, row.step), room, 11)
            draw.words(painter, below, told, theme.muted, fonts.px_font(11), draw.LEFT)
        draw.words(painter, label, said, tone, fonts.px_font(12, weight), draw.LEFT)
        if more:
            label.setLeft(box.left() + fonts.width(said, 12, weight) + 6)
            draw.words(painter, label, "\u203a", theme.muted, fonts.px_font(13), draw.LEFT)
        painter.fillRect(bar, self._color(row))
        if index + 1 < len(self.rows):
            self._paint_link(painter, index)
        if row.step is not None and row.step.error > 0.0:
            self._paint_error(painter, row, bar)
        value = QRectF(self.plot().right(), box.top(), box.right() - self.plot().right(), box.height())
        good = METRICS[r.settings.metric].better * (row.high - row.low)
        ink = theme.ink if end else theme.good if good > 0 else theme.bad if good < 0 else theme.muted
        font = fonts.px_font(12, weight if end else fonts.MEDIUM)
        draw.words(painter, value, row.figure, ink, font, draw.RIGHT)

    def _color(self, row: BarRow) -> QColor:
        theme = self.inks.theme
        if row.kind in {"start", "end"}:
            return theme.token("ink", 90)
        role = row.step.role if row.step is not None else ""
        return theme.role(role) if role else theme.token("memory_limit" if row.step is not None else "border")

    def _paint_link(self, painter: QPainter, index: int) -> None:
        """Draw the hair from where a row ends to where the next one begins."""
        plot, row = self.plot(), self.rows[index]
        at = row.high if row.kind != "end" else row.low
        x = plot.left() + min(max(self._scale.at(at), 0.0), 1.0) * plot.width()
        box = self.box(index)
        high = self._row - self.bar(index).height()
        painter.fillRect(QRectF(round(x), box.bottom() - high / 2, 1, high), self.inks.theme.muted)

    def _paint_error(self, painter: QPainter, row: BarRow, bar: QRectF) -> None:
        assert row.step is not None
        plot = self.plot()
        step, y = row.step, bar.center().y()
        ends = row.high - step.error, row.high + step.error
        if self._factors():
            ends = row.high / step.times, row.high * step.times
        low, high = (plot.left() + self._scale.at(end) * plot.width() for end in ends)
        painter.setPen(pen(self.inks.theme.ink, 1.0, 200))
        painter.drawLine(QPointF(low, y), QPointF(high, y))

    def _paint_axis(self, painter: QPainter) -> None:
        assert self.result is not None
        theme, plot, r = self.inks.theme, self.plot(), self.result
        multiples = r.looked >= 0 and self._factors()
        for value, said in bar_ticks(self._scale, r.settings.metric, multiples=multiples):
            x = plot.left() + self._scale.at(value) * plot.width()
            if value == (1.0 if multiples else 0.0):
                painter.fillRect(QRectF(round(x), plot.top(), 1, plot.height()), theme.border)
            box = QRectF(x - 40, plot.bottom() + 2, 80, fonts.px(16))
            draw.words(painter, box, said, theme.muted, fonts.px_font(11))

    def _factors(self) -> bool:
        return (
            self.result is not None and self.result.solved is not None and self.result.solved.bridge.factors
        )

    def _paint_notes(self, painter: QPainter) -> None:
        y = self.height() - self._notes_high() + fonts.px(4)
        for said in self._note_lines():
            box = QRectF(fonts.px(_PAD), y, self.width() - 2 * fonts.px(_PAD), fonts.px(_NOTE))
            draw.words(painter, box, said, self.inks.theme.muted, fonts.px_font(11), draw.LEFT)
            y += fonts.px(_NOTE)

    # the hand -----------------------------------------------------------------------------------

    def _opens(self, row: BarRow) -> bool:
        return (
            row.step is not None
            and len(row.step.members) > 1
            and self.result is not None
            and self.result.looked < 0
        )

    def place_at(self, at: QPointF) -> int:
        """Return the row under `at`; -2 for the title, -1 for none."""
        if at.y() < fonts.px(30):
            return -2
        return next((i for i in range(len(self.rows)) if self.box(i).contains(at)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the pointer."""
        self._light(self.place_at(event.position()))

    def _light(self, index: int) -> None:
        if index != self.current:
            self.current = index
            hand = index == -2 or (index >= 0 and self.rows[index].kind != "rest")
            self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        self._light(-1)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Look inside a bar, go to its input, come back, or explain the figure."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._activate(self.place_at(event.position()))

    def _activate(self, index: int) -> None:
        r = self.result
        if r is None or r.solved is None or index == -1:
            return
        if index == -2:
            if r.looked >= 0:
                self.back_wanted.emit()
            else:
                self.explain_requested.emit(r.settings.metric)
            return
        row = self.rows[index]
        if row.step is None:
            if row.kind in {"start", "end"}:
                self.explain_requested.emit(r.settings.metric)
        elif self._opens(row):
            self.inside_wanted.emit(row.step)
        else:
            self.focus_wanted.emit(row.step.keys[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from bar to bar, Enter looks inside, Escape comes back."""
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if way is not None and self.rows:
            self._light(min(len(self.rows) - 1, max(0, self.current + way)))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current >= 0:
            self._activate(self.current)
        elif (
            event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Backspace}
            and self.result is not None
            and self.result.looked >= 0
        ):
            self.back_wanted.emit()
        else:
            event.ignore()

    def resizeEvent(self, event: QEvent) -> None:
        """Lay the rows out anew: how many fit depends on the height."""
        del event
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """Tell what changes in a bar."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.result is not None:
            index = self.place_at(QPointF(event.pos()))
            step = self.rows[index].step if index >= 0 else None
            if step is not None:
                QToolTip.showText(event.globalPos(), step_tip(self.result, step), self)
                return True
        return super().event(event)


def _nothing(r: CompareResult) -> str:
    names = [r.chosen.columns[i].name for i in (r.chosen.base, r.chosen.to)]
    form = (
        "{one} and {other} are the same in every input: there is nothing to bridge. Move a slider, or choose "
        "other scenarios above."
    )
    return tr(form).format(one=names[0], other=names[1])


def _wide(said: str, role: str) -> float:
    """Return the width of words of the sentence; a space at their end counts."""
    weight = fonts.SEMIBOLD if role else fonts.REGULAR
    return float(fonts.width(f"{said}|", 12, weight) - fonts.width("|", 12, weight))
