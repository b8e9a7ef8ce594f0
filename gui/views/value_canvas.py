"""The canvas of the value view: what tokens are worth to each use, over what they cost and sell for."""

import math
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from gui import fonts
from gui.language import say, tr
from gui.plotting import draw, text
from gui.plotting.inks import Inks, pen
from gui.plotting.ladder_job import million
from gui.plotting.scales import Range
from gui.plotting.value_job import ValueResult, Worth
from gui.plotting.value_words import money, quote_lines, span, times, use_lines, verdict
from gui.shown_units import priced, ratio
from gui.theme import Theme
from gui.views.value_market import Spot, free_place, paint_key, paint_quote

REACH: Final = 9.0
_LEFT, _TOP, _RIGHT, _BOTTOM = 132, 92, 108, 42
_ROW_LEAST, _ROW_MOST = 20.0, 44.0
_LANES: Final = (("model", "This model"), ("class", "Its class"))
_LANE_HEIGHT: Final = 56
_HEAD: Final = 34
_WORTH: Final = "value_density"


class ValueCanvas(QWidget):
    """Uses of a token and listings of it over one logarithmic scale of $ per M tokens.

    Signals
    -------
    use_chosen(ident), quote_chosen(index)
        A use or a listing was clicked; the index is its place among the quotes.
    explain_requested(metric)
        A figure of the scenario's own was clicked.
    """

    explain_requested = Signal(str)
    use_chosen = Signal(str)
    quote_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("value-canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.inks = Inks(theme)
        self.result: ValueResult | None = None
        self.chosen = -1
        self.range = Range(0.1, 100.0, "log")
        self._spots: list[Spot] = []
        self._hover = -1
        self.figures: list[tuple[QRectF, str]] = []

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self.update()

    def show_result(self, result: ValueResult, keep_range: bool) -> None:
        """Show a frame; the scale stays if `keep_range` and everything lies on it."""
        self.result = result
        wanted = span(result)
        if not keep_range or self.result is None:
            self.range = wanted
        self._lay_out(result)
        own = next(use for use in result.uses if use.own)
        self.setAccessibleName(tr("Value of a token by use, over its cost and market price"))
        self.setAccessibleDescription(
            priced(
                say(
                    "{label}: {worth} per M tokens; own cost {cost}, list price {listed}; "
                    "{count} offers of others.",
                    label=own.label,
                    worth=money(own.density),
                    cost=money(result.cost),
                    listed=money(result.listed),
                    count=len(result.quotes),
                )
            )
        )
        self.update()

    def choose(self, index: int) -> None:
        """Mark quote `index`; -1 for none."""
        self.chosen = index
        self.update()

    # geometry -----------------------------------------------------------------------------------

    def plot(self) -> QRectF:
        """Return the rectangle over which the scale runs."""
        left, top, right, bottom = (fonts.px(n) for n in (_LEFT, _TOP, _RIGHT, _BOTTOM))
        return QRectF(left, top, max(80, self.width() - left - right), max(80, self.height() - top - bottom))

    def across(self, value: float) -> float:
        """Return where `value` ($ per M tokens) lies; beyond the ends at the ends."""
        box = self.plot()
        return box.left() + min(max(self.range.at(value), 0.0), 1.0) * box.width()

    def row(self, index: int) -> float:
        """Return the middle of the row of use `index`."""
        uses = len(self.result.uses) if self.result is not None else 1
        room = self.plot().height() - fonts.px(_HEAD) - len(_LANES) * fonts.px(_LANE_HEIGHT)
        step = min(max(room / uses, fonts.px(_ROW_LEAST)), fonts.px(_ROW_MOST))
        return self.plot().top() + step * (index + 0.5)

    def market_top(self) -> float:
        """Return where the listings begin."""
        return self.plot().bottom() - len(_LANES) * fonts.px(_LANE_HEIGHT)

    def _lay_out(self, r: ValueResult) -> None:
        self._spots = []
        for i, use in enumerate(r.uses):
            if math.isfinite(use.density) and use.density > 0.0:
                self._spots.append(Spot(QPointF(self.across(use.density), self.row(i)), use=use))
        high = fonts.px(_LANE_HEIGHT)
        for lane, (match, _) in enumerate(_LANES):
            middle = self.market_top() + (lane + 0.5) * high
            taken: list[QPointF] = []
            for quote in r.quotes:
                if quote.offer.match == match:
                    at = free_place(self.across(quote.per_token * 1e6), middle, high / 2 - fonts.px(6), taken)
                    taken.append(at)
                    self._spots.append(Spot(at, quote=quote))

    def resizeEvent(self, event: object) -> None:
        """Lay out anew."""
        del event
        if self.result is not None:
            self._lay_out(self.result)

    # painting -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.inks.theme.panel)
        self.figures = []
        r = self.result
        if r is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_head(painter, r)
            self._paint_ground(painter, r)
            self._paint_uses(painter, r)
            self._paint_market(painter, r)
            self._paint_hover(painter, r)
        painter.end()

    def _paint_head(self, painter: QPainter, r: ValueResult) -> None:
        theme, left = self.inks.theme, fonts.px(16)
        wide = self.width() - 2 * left
        head = QRectF(left, fonts.px(10), wide, fonts.px(18))
        said = "What a token is worth, over what it costs"
        draw.words(painter, head, said, theme.ink, fonts.px_font(13, fonts.SEMIBOLD), draw.LEFT)
        line = head.translated(0, fonts.px(18))
        told = fonts.metrics(11).elidedText(tr(verdict(r)), Qt.TextElideMode.ElideRight, int(wide))
        draw.words(painter, line, told, theme.muted, fonts.px_font(11), draw.LEFT)

    def _paint_ground(self, painter: QPainter, r: ValueResult) -> None:
        theme, box, font = self.inks.theme, self.plot(), fonts.px_font(11)
        if math.isfinite(r.listed) and r.listed > 0.0:
            edge = self.across(r.listed)
            painter.fillRect(
                QRectF(box.left(), box.top(), edge - box.left(), self._uses_height()), theme.token("bad", 16)
            )
        last = -math.inf
        for value in self.range.ticks():
            x = round(self.across(value))
            painter.fillRect(QRectF(x, box.top(), 1, box.height()), theme.token("hairline", 150))
            place = QRectF(x - fonts.px(40), box.bottom() + 4, fonts.px(80), fonts.px(16))
            level = text.level(_WORTH, value * ratio(_WORTH))
            half = fonts.width(level, 11) / 2
            if x - half > last + fonts.px(6):
                draw.words(painter, place, level, theme.muted, font)
                last = x + half
        foot = QRectF(box.left(), box.bottom() + fonts.px(20), box.width(), fonts.px(18))
        told = tr("$ per {many} tokens, input and output together").format(many=million())
        draw.words(painter, foot, told, theme.text, font)
        self._paint_lines(painter, r)

    def _uses_height(self) -> float:
        rows = len(self.result.uses) if self.result is not None else 1
        return self.row(rows - 1) - self.row(0) + 2 * (self.row(0) - self.plot().top())

    def _paint_lines(self, painter: QPainter, r: ValueResult) -> None:
        """Draw own cost and list price through all rows, named above."""
        theme, box = self.inks.theme, self.plot()
        marks = [
            (r.cost, "own cost", theme.ink, "cost_per_request"),
            (r.listed, "list price", theme.breakeven, "list_price_per_token"),
        ]
        marks = [mark for mark in marks if math.isfinite(mark[0]) and mark[0] > 0.0]
        marks.sort(key=lambda mark: mark[0])
        font, said_of = (
            fonts.px_font(11, fonts.SEMIBOLD),
            [f"{tr(mark[1])} {money(mark[0])}" for mark in marks],
        )
        wides = [float(fonts.width(said, 11, fonts.SEMIBOLD)) for said in said_of]
        lefts = _side_by_side(
            [self.across(mark[0]) for mark in marks], wides, fonts.px(16), box.right() + fonts.px(4)
        )
        for (value, _, color, metric), said, wide, left in zip(marks, said_of, wides, lefts, strict=True):
            x = round(self.across(value)) + 0.5
            painter.setPen(pen(color, 1.5))
            # The words over the listings stay free of it.
            painter.drawLine(QPointF(x, box.top() - 6), QPointF(x, self.market_top() - fonts.px(_HEAD) + 8))
            painter.drawLine(QPointF(x, self.market_top()), QPointF(x, box.bottom()))
            place = QRectF(left, box.top() - fonts.px(26), wide + 2, fonts.px(16))
            draw.words(painter, place, said, color, font, draw.LEFT)
            self.figures.append((place, metric))
        if len(marks) == 2 or (marks and marks[0][1] == "list price"):
            self._paint_crushed(painter, r, box)

    def _paint_crushed(self, painter: QPainter, r: ValueResult, box: QRectF) -> None:
        """Name the ground left of the list price, in a row where nothing else stands on it."""
        said, theme = tr("crushed by competition"), self.inks.theme
        needed = box.left() + fonts.width(said, 11) + fonts.px(18)
        start = self.across(r.cost) if math.isfinite(r.cost) and r.cost > 0.0 else box.left()
        ends = [min(start, self.across(use.density)) if use.density > 0.0 else box.left() for use in r.uses]
        free = [i for i, end in enumerate(ends) if min(end, self.across(r.listed)) > needed]
        if free:
            y = self.row(free[-1]) - fonts.px(8)
            place = QRectF(box.left() + fonts.px(6), y, needed - box.left(), fonts.px(16))
            draw.words(painter, place, said, theme.token("bad", 220), fonts.px_font(11), draw.LEFT)

    def _paint_uses(self, painter: QPainter, r: ValueResult) -> None:
        theme, box = self.inks.theme, self.plot()
        head = QRectF(box.right() + 10, box.top() - fonts.px(26), fonts.px(_RIGHT) - 14, fonts.px(16))
        draw.words(painter, head, "value per token $", theme.muted, fonts.px_font(11), draw.LEFT)
        start = self.across(r.cost) if math.isfinite(r.cost) and r.cost > 0.0 else box.left()
        for i, use in enumerate(r.uses):
            y = self.row(i)
            weight = fonts.SEMIBOLD if use.own else fonts.REGULAR
            name = fonts.metrics(12, weight).elidedText(
                use.label, Qt.TextElideMode.ElideRight, fonts.px(_LEFT) - 26
            )
            place = QRectF(fonts.px(16), y - fonts.px(9), fonts.px(_LEFT) - 22, fonts.px(18))
            color = theme.ink if use.own else theme.text
            draw.words(painter, place, name, color, fonts.px_font(12, weight), draw.LEFT)
            self._paint_use(painter, use, y, start)

    def _paint_use(self, painter: QPainter, use: Worth, y: float, start: float) -> None:
        theme, box = self.inks.theme, self.plot()
        right = QRectF(box.right() + 10, y - fonts.px(9), fonts.px(_RIGHT) - 14, fonts.px(18))
        if not math.isfinite(use.density):
            draw.words(painter, right, "\u2014", theme.muted, fonts.px_font(11), draw.LEFT)
            return
        color = theme.good if use.ratio > 1.0 else theme.bad
        # Below nothing there is no place on a logarithmic scale: an arrow at its end says so.
        at = QPointF(self.across(use.density) if use.density > 0.0 else box.left(), y)
        painter.setPen(pen(color, 3.0 if use.own else 1.5, 255 if use.own else 150))
        painter.drawLine(QPointF(start, y), at)
        if use.own and math.isfinite(use.before) and use.before > 0.0 and use.before != use.density:
            painter.setPen(pen(theme.muted, 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            draw.dot(painter, QPointF(self.across(use.before), y), 4.5)
        painter.setPen(pen(theme.panel, 1.0))
        painter.setBrush(color)
        if use.density > 0.0:
            draw.dot(painter, at, 5.5 if use.own else 4.0)
        else:
            corners = (QPointF(-7, 0), QPointF(2, -5), QPointF(2, 5))
            painter.drawPolygon(QPolygonF([at + corner * fonts.scale() for corner in corners]))
        said = times(use.ratio)
        font = fonts.px_font(12 if use.own else 11, fonts.SEMIBOLD if use.own else fonts.REGULAR)
        draw.words(painter, right, said, theme.ink if use.own else theme.muted, font, draw.LEFT)
        if use.own:
            self.figures.append((right, "value_per_token_dollar"))

    def _paint_market(self, painter: QPainter, r: ValueResult) -> None:
        theme, box, high = self.inks.theme, self.plot(), fonts.px(_LANE_HEIGHT)
        top = self.market_top()
        painter.fillRect(QRectF(fonts.px(16), top - fonts.px(_HEAD) + 8, box.right() - 16, 1), theme.hairline)
        head = QRectF(fonts.px(16), top - fonts.px(_HEAD) + 12, box.width(), fonts.px(18))
        font = fonts.px_font(12, fonts.SEMIBOLD)
        said = "What others charge for it"
        draw.words(painter, head, said, theme.ink, font, draw.LEFT)
        paint_key(painter, self.inks, r, head.adjusted(fonts.width(said, 12, fonts.SEMIBOLD) + 16, 0, 0, 0))
        for lane, (match, name) in enumerate(_LANES):
            y = top + (lane + 0.5) * high
            count = sum(quote.offer.match == match for quote in r.quotes)
            place = QRectF(fonts.px(16), y - fonts.px(17), fonts.px(_LEFT) - 22, fonts.px(18))
            draw.words(painter, place, name, theme.text, fonts.px_font(12), draw.LEFT)
            told = say("{count} offers", count=count) if count else "nobody lists it"
            draw.words(
                painter, place.translated(0, fonts.px(16)), told, theme.muted, fonts.px_font(11), draw.LEFT
            )
        for spot in self._spots:
            if spot.quote is not None:
                paint_quote(painter, self.inks, spot, r.quotes.index(spot.quote) == self.chosen)

    def _paint_hover(self, painter: QPainter, r: ValueResult) -> None:
        if not 0 <= self._hover < len(self._spots):
            return
        spot = self._spots[self._hover]
        lines = use_lines(spot.use) if spot.use is not None else quote_lines(spot.quote)
        theme = self.inks.theme
        wide = max(fonts.width(line, 11, fonts.SEMIBOLD) for line in lines) + fonts.px(20)
        high = fonts.px(16) * len(lines) + fonts.px(12)
        left = spot.at.x() + 14 if spot.at.x() + 14 + wide < self.width() else spot.at.x() - 14 - wide
        top = min(max(spot.at.y() - high / 2, 4.0), self.height() - high - 4.0)
        painter.setPen(self.inks.border)
        painter.setBrush(theme.panel)
        painter.drawRoundedRect(QRectF(round(left) + 0.5, round(top) + 0.5, wide, high), 4, 4)
        for i, line in enumerate(lines):
            place = QRectF(left + fonts.px(10), top + fonts.px(6) + fonts.px(16) * i, wide, fonts.px(16))
            font = fonts.px_font(11, fonts.SEMIBOLD if not i else fonts.REGULAR)
            draw.words(painter, place, line, theme.ink if not i else theme.text, font, draw.LEFT)

    # the hand -----------------------------------------------------------------------------------

    def spots(self) -> tuple[Spot, ...]:
        """Return everything that answers to the pointer."""
        return tuple(self._spots)

    def nearest(self, at: QPointF) -> int:
        """Return the spot next to `at`; -1 where none is near."""
        apart = [math.hypot(spot.at.x() - at.x(), spot.at.y() - at.y()) for spot in self._spots]
        best = min(range(len(apart)), key=apart.__getitem__, default=-1)
        return best if best >= 0 and apart[best] <= REACH * fonts.scale() else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what lies under the pointer."""
        index = self.nearest(event.position())
        self._point(index)
        hand = index >= 0 or bool(self._figure_at(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def _figure_at(self, at: QPointF) -> str:
        return next((metric for place, metric in self.figures if place.contains(at)), "")

    def _point(self, index: int) -> None:
        if index != self._hover:
            self._hover = index
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked, or ask about a figure."""
        if metric := self._figure_at(event.position()):
            self.explain_requested.emit(metric)
            return
        index = self.nearest(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self._take(self._spots[index])

    def _take(self, spot: Spot) -> None:
        if spot.use is not None:
            self.use_chosen.emit(spot.use.ident)
        elif spot.quote is not None and self.result is not None:
            self.quote_chosen.emit(self.result.quotes.index(spot.quote))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through uses and listings with the arrows; Enter chooses."""
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
        way = ways.get(Qt.Key(event.key()))
        if way is not None and self._spots:
            self._point(min(max(self._hover + way, 0), len(self._spots) - 1))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and 0 <= self._hover < len(self._spots):
            self._take(self._spots[self._hover])
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what lay under the pointer."""
        self._point(-1)
        super().leaveEvent(event)


def _side_by_side(centres: list[float], wides: list[float], low: float, high: float) -> list[float]:
    """Return where words of `wides` px begin, near their `centres` in rising order, clear of each other."""
    gap, made = fonts.px(14), [centre - wide / 2 for centre, wide in zip(centres, wides, strict=True)]
    end = high
    for i in range(len(made) - 1, -1, -1):
        made[i] = min(made[i], end - wides[i])
        end = made[i] - gap
    start = low
    for i, wide in enumerate(wides):
        made[i] = max(made[i], start)
        start = made[i] + wide + gap
    return made
