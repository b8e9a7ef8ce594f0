"""The table of the bill view: causes by unit, their share, and what changed against the baseline."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import fonts
from gui.language import say, tr
from gui.plotting import draw
from gui.plotting.bill_job import COLUMNS, BillResult, Row, explained, unit_words
from gui.plotting.chain_job import change, dollars
from gui.plotting.chain_words import percent
from gui.plotting.inks import Inks
from gui.theme import Theme

_PAD, _LABEL, _FIGURE, _SHARE, _MOVED = 16, 150, 82, 96, 72
_HEAD, _ROW_LEAST, _ROW_MOST, _GAP, _FACT = 62, 18.0, 25.0, 8, 20


class BillTable(QWidget):
    """Rows of the bill; a click on a figure asks where it comes from.

    Signals
    -------
    explain_requested(metric)
    """

    explain_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bill-table")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.inks = Inks(theme)
        self.result: BillResult | None = None
        self._hover = -1
        self._fact = ""

    def sizeHint(self) -> QSize:
        """Return room for the first columns."""
        return QSize(fonts.px(520), fonts.px(440))

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self.update()

    def show_result(self, result: BillResult) -> None:
        """Show a frame."""
        self.result = result
        self._hover = min(self._hover, len(result.rows) - 1)
        unit = result.settings.unit
        self.setAccessibleName(say("The bill per {unit}", unit=unit_words(unit)[0]))
        told = "; ".join(f"{tr(row.label)} {dollars(row.figures[unit])}" for row in result.rows)
        self.setAccessibleDescription(told or tr("No service, no bill."))
        self.update()

    # geometry -----------------------------------------------------------------------------------

    def columns(self) -> tuple[str, ...]:
        """Return the units that have room, the chosen one first."""
        if self.result is None:
            return ()
        unit = self.result.settings.unit
        fixed = 2 * _PAD + _LABEL + _SHARE + (_MOVED if self._moved() else 0)
        room = int((self.width() - fonts.px(fixed)) // self._figure_width())
        return (unit, *(other for other in COLUMNS if other != unit))[: max(1, room)]

    def _figure_width(self) -> int:
        """Return the width of a column: that of its widest figure, for millionths of a dollar are long."""
        rows = self.result.rows if self.result is not None else ()
        told = (dollars(row.figures[unit], 3) for row in rows for unit in COLUMNS)
        widest = max((fonts.width(said, 12, fonts.SEMIBOLD) for said in told), default=0)
        return max(fonts.px(_FIGURE), widest + fonts.px(10))

    def _moved(self) -> bool:
        return self.result is not None and any(row.before == row.before for row in self.result.rows)

    def places(self) -> list[QRectF]:
        """Return the rectangle of each row."""
        rows = self.result.rows if self.result is not None else ()
        top = float(fonts.px(_HEAD))
        gap = fonts.px(_GAP)
        facts = len(self.result.facts) if self.result is not None else 0
        below = 2 * gap + ((facts + 1) // 2 + 1) * fonts.px(_FACT) if facts else 0
        room = self.height() - top - 2 * gap - fonts.px(6) - below
        high = min(max(room / max(len(rows), 1), fonts.px(_ROW_LEAST)), fonts.px(_ROW_MOST))
        made = []
        for i, row in enumerate(rows):
            if i and rows[i - 1].sort != row.sort:
                top += gap
            made.append(QRectF(0.0, top, self.width(), high))
            top += high
        return made

    def facts(self) -> list[tuple[QRectF, str]]:
        """Return the rectangle of each further figure that has room, and its metric."""
        rows = self.places()
        if self.result is None or not rows:
            return []
        pad, high = fonts.px(_PAD), fonts.px(_FACT)
        top = rows[-1].bottom() + fonts.px(2 * _GAP) + high
        wide = (self.width() - 3 * pad) / 2
        lines = max(0, int((self.height() - top - fonts.px(6)) // high))
        kept = self.result.facts[: 2 * lines]
        return [
            (QRectF(pad + (i % 2) * (wide + pad), top + (i // 2) * high, wide, high), key)
            for i, (key, _, _) in enumerate(kept)
        ]

    def _paint_facts(self, painter: QPainter, r: BillResult) -> None:
        theme, found = self.inks.theme, self.facts()
        if not found:
            return
        head = found[0][0].translated(0, -fonts.px(_FACT))
        line = QRectF(head.left(), head.top(), self.width() - 2 * fonts.px(_PAD), 1)
        painter.fillRect(line, theme.hairline)
        draw.words(
            painter, head, "What it comes to", theme.muted, fonts.px_font(11, fonts.SEMIBOLD), draw.LEFT
        )
        for (place, key), (_, label, said) in zip(found, r.facts, strict=False):
            if key == self._fact:
                painter.fillRect(place, theme.token("accent", 36))
            figure = fonts.width(said, 12, fonts.MEDIUM) + fonts.px(8)
            told = fonts.metrics(11, fonts.MEDIUM).elidedText(
                tr(label), Qt.TextElideMode.ElideRight, round(place.width() - figure)
            )
            draw.words(painter, place, told, theme.muted, fonts.px_font(11), draw.LEFT)
            draw.words(painter, place, said, theme.text, fonts.px_font(12, fonts.MEDIUM), draw.RIGHT)

    def _fact_at(self, at: QPointF) -> str:
        return next((key for place, key in self.facts() if place.contains(at)), "")

    def _at(self, at: QPointF) -> int:
        return next((i for i, place in enumerate(self.places()) if place.contains(at)), -1)

    # painting -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        theme = self.inks.theme
        painter.fillRect(self.rect(), theme.panel)
        r = self.result
        if r is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_head(painter, r)
            if not r.rows:
                place = QRectF(fonts.px(_PAD), fonts.px(_HEAD), self.width(), fonts.px(20))
                said = "No service, no bill: the point is not feasible."
                draw.words(painter, place, said, theme.muted, fonts.px_font(12), draw.LEFT)
            for i, (row, place) in enumerate(zip(r.rows, self.places(), strict=True)):
                self._paint_row(painter, i, row, place)
            self._paint_facts(painter, r)
        painter.end()

    def _paint_head(self, painter: QPainter, r: BillResult) -> None:
        theme, pad = self.inks.theme, fonts.px(_PAD)
        title = say("The bill per {unit}", unit=unit_words(r.settings.unit)[0])
        place = QRectF(pad, fonts.px(12), self.width(), fonts.px(18))
        draw.words(painter, place, title, theme.ink, fonts.px_font(13, fonts.SEMIBOLD), draw.LEFT)
        font = fonts.px_font(11)
        if r.settings.unit == "tokens":
            beside = place.adjusted(fonts.width(title, 13, fonts.SEMIBOLD) + fonts.px(8), 0, 0, 0)
            draw.words(painter, beside, "input included", theme.muted, font, draw.LEFT)
        y, high = fonts.px(_HEAD - 22), fonts.px(16)
        for box, unit in zip(self._boxes(y, high), self.columns(), strict=True):
            color = theme.text if unit == r.settings.unit else theme.muted
            draw.words(painter, box, unit_words(unit)[1], color, font, draw.RIGHT)
        share, moved = self._ends(y, high)
        draw.words(painter, share, "share", theme.muted, font, draw.RIGHT)
        if self._moved():
            draw.words(painter, moved, "change", theme.muted, font, draw.RIGHT)

    def _boxes(self, top: float, high: float) -> list[QRectF]:
        """Return where the figures of a row at `top` stand."""
        left, wide = fonts.px(_PAD + _LABEL), self._figure_width()
        return [QRectF(left + i * wide, top, wide, high) for i in range(len(self.columns()))]

    def _ends(self, top: float, high: float) -> tuple[QRectF, QRectF]:
        """Return where share and change of a row at `top` stand."""
        left = fonts.px(_PAD + _LABEL) + len(self.columns()) * self._figure_width()
        share, moved = fonts.px(_SHARE), fonts.px(_MOVED)
        return QRectF(left, top, share, high), QRectF(left + share, top, moved, high)

    def _paint_row(self, painter: QPainter, index: int, row: Row, place: QRectF) -> None:
        theme, pad = self.inks.theme, fonts.px(_PAD)
        if index == self._hover:
            painter.fillRect(place, theme.token("accent", 36))
        total = row.sort == "total"
        if total:
            line = QRectF(pad, place.top() - 0.5 * fonts.px(_GAP), self.width() - 2 * pad, 1)
            painter.fillRect(line, theme.border)
        weight = fonts.SEMIBOLD if total else fonts.MEDIUM
        ink = theme.muted if row.sort == "below" else theme.text
        label = place.adjusted(pad, 0, 0, 0)
        draw.words(
            painter, label, row.label, theme.ink if total else ink, fonts.px_font(12, weight), draw.LEFT
        )
        assert self.result is not None
        unit = self.result.settings.unit
        for box, column in zip(self._boxes(place.top(), place.height()), self.columns(), strict=True):
            color = theme.ink if column == unit else theme.muted
            font = fonts.px_font(12, weight if column == unit else fonts.MEDIUM)
            draw.words(painter, box, dollars(row.figures[column], 3), color, font, draw.RIGHT)
        self._paint_ends(painter, row, place)

    def _paint_ends(self, painter: QPainter, row: Row, place: QRectF) -> None:
        theme, font = self.inks.theme, fonts.px_font(11)
        share, moved = self._ends(place.top(), place.height())
        if row.sort != "below" or row.metric in {"idle_rate", "free_rate"}:
            longest = share.width() - fonts.px(52)
            bar = QRectF(
                share.left() + fonts.px(12),
                share.center().y() - fonts.px(6) / 2,
                longest * min(row.share, 1.0),
                fonts.px(6),
            )
            if row.sort != "total":
                painter.fillRect(bar, _bar_color(theme, row))
            draw.words(painter, share, percent(row.share), theme.muted, font, draw.RIGHT)
        assert self.result is not None
        unit = self.result.settings.unit
        all_of = next(r for r in self.result.rows if r.sort == "total").figures[unit]
        said = change(row.figures[unit], row.before, all_of)
        if said:
            more = row.figures[unit] > row.before
            worse = more != (row.metric in {"revenue_rate", "profit_rate"})
            draw.words(painter, moved, said, theme.bad if worse else theme.good, font, draw.RIGHT)

    # the hand -----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the row under the pointer."""
        fact = self._fact_at(event.position())
        if fact != self._fact:
            self._fact = fact
            self.update()
        self._mark(self._at(event.position()))
        over = bool(fact) or self._hover >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """Mark nothing."""
        self._fact = ""
        self._mark(-1)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask where the row under the pointer comes from."""
        if event.button() == Qt.MouseButton.LeftButton:
            fact = self._fact_at(event.position())
            if fact:
                self.explain_requested.emit(fact)
            else:
                self._explain(self._at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move over the rows with the arrows; Enter explains one."""
        rows = len(self.result.rows) if self.result is not None else 0
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and rows:
            self._mark((self._hover + step) % rows)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._explain(self._hover)
        else:
            super().keyPressEvent(event)

    def _mark(self, index: int) -> None:
        if index != self._hover:
            self._hover = index
            self.update()

    def _explain(self, index: int) -> None:
        if self.result is not None and 0 <= index < len(self.result.rows):
            self.explain_requested.emit(explained(self.result.rows[index], self.result.settings.unit))


_BARS: Final = {"idle_rate": "muted", "free_rate": "muted"}


def _bar_color(theme: Theme, row: Row) -> QColor:
    return theme.token(_BARS.get(row.metric, "accent"), 190)
