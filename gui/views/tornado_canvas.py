"""The canvas of the tornado view: a bar an input, its share of the variance, and what it rests on."""

import math
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from engine.doubt import GRADE_WORDS, GUESSES, Bar
from gui import fonts, shown_units
from gui.language import say, sentence, tr
from gui.plotting import draw, text
from gui.plotting.doubt_words import share as words_of
from gui.plotting.inks import Inks, pen
from gui.plotting.scales import Range
from gui.plotting.ticks import nice_step
from gui.plotting.tornado_job import TornadoResult
from gui.shown_units import METRICS
from gui.theme import Theme
from gui.views.tornado_foot import paint_foot

ROW: Final = 27
_TOP, _BOTTOM, _LEFT = 62, 116, 196
_GRADE, _SHARE, _PAD = 104, 150, 20
#: Room within the plot for the figures at the ends of bars.
_ENDS: Final = 66


class TornadoCanvas(QWidget):
    """Bars of inputs, sorted.

    Signals
    -------
    explain_requested(key)
        Of the input whose bar was clicked, or of the metric.
    """

    explain_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tornado-canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.inks = Inks(theme)
        self.result: TornadoResult | None = None
        self.current = -1
        self._scale: Range | None = None

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(fonts.px(980), fonts.px(620))

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self.update()

    def show_result(self, result: TornadoResult) -> None:
        """Show a frame; scales stay while a hand moves."""
        before, self.result = self.result, result
        kept = before is not None and before.settings.metric == result.settings.metric
        if not (kept and result.settings.live and self._scale is not None):
            self._scale = _range(result)
        self.update()

    # places -------------------------------------------------------------------------------------

    def bars(self) -> list[Bar]:
        """Return the bars that have room, in their order."""
        r = self.result
        if r is None or r.tornado is None:
            return []
        made = list(r.tornado.bars)
        if r.settings.order == "share":
            made.sort(key=lambda bar: -r.totals.get(bar.doubted.key, (0.0, 0.0))[0])
        room = (self.height() - fonts.px(_TOP) - fonts.px(_BOTTOM)) // fonts.px(ROW)
        return made[: max(1, int(room))]

    def plot(self) -> QRectF:
        """Return the box of the bars."""
        right = fonts.px(_GRADE + _SHARE + 3 * _PAD)
        left, top = fonts.px(_LEFT), fonts.px(_TOP)
        return QRectF(left, top, max(80, self.width() - left - right), len(self.bars()) * fonts.px(ROW))

    def row(self, i: int) -> QRectF:
        """Return the whole row of bar `i`."""
        return QRectF(0, fonts.px(_TOP) + i * fonts.px(ROW), self.width(), fonts.px(ROW))

    def across(self, value: float) -> float:
        """Return where a figure (display unit) lies in px."""
        box = self.plot().adjusted(fonts.px(_ENDS), 0, -fonts.px(_ENDS), 0)
        assert self._scale is not None
        return box.left() + min(max(self._scale.at(value), 0.0), 1.0) * box.width()

    # painting -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the view."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.inks.theme.panel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        r = self.result
        if r is not None and r.trouble:
            draw.told(painter, QRectF(self.rect()), f"{sentence(r.trouble)}.", self.inks.theme.text)
        elif r is not None and r.tornado is not None:
            self._paint_frame(painter, r)
            for i, bar in enumerate(self.bars()):
                self._paint_bar(painter, r, bar, self.row(i), i == self.current)
            self._paint_base(painter, r)
            paint_foot(painter, self.inks, r, self.plot(), len(self.bars()), self.width())
        painter.end()

    def _paint_frame(self, painter: QPainter, r: TornadoResult) -> None:
        theme, box = self.inks.theme, self.plot()
        metric = METRICS[r.settings.metric]
        head = QRectF(fonts.px(16), fonts.px(8), self.width() - fonts.px(32), fonts.px(18))
        name = say("What moves {label}", label=metric.label)
        draw.words(painter, head, name, theme.ink, fonts.px_font(13, fonts.SEMIBOLD), draw.LEFT)
        after = head.adjusted(fonts.width(name, 13, fonts.SEMIBOLD) + fonts.px(8), 0, 0, 0)
        more = "each input from its P10 to its P90, all others as they stand"
        fitting = fonts.metrics(11).elidedText(tr(more), Qt.TextElideMode.ElideRight, int(after.width()))
        draw.words(painter, after, fitting, theme.muted, fonts.px_font(11), draw.LEFT)
        y = box.top() - fonts.px(20)
        for left, wide, said in (
            (box.right() + fonts.px(_PAD), fonts.px(_GRADE), "rests on"),
            (box.right() + fonts.px(_GRADE + 2 * _PAD), fonts.px(_SHARE), "share of the variance"),
        ):
            draw.words(
                painter, QRectF(left, y, wide, fonts.px(16)), said, theme.muted, fonts.px_font(11), draw.LEFT
            )
        assert self._scale is not None
        last = -math.inf
        for value in self._scale.ticks():
            if not -0.001 <= self._scale.at(value) <= 1.001:
                continue
            x = round(self.across(value))
            painter.fillRect(QRectF(x, box.top(), 1, box.height()), theme.token("hairline", 170))
            said = text.level(metric.key, value)
            half = fonts.width(said, 11) / 2
            if x - half > last + 8:
                draw.words(painter, QRectF(x - 40, y, 80, fonts.px(16)), said, theme.muted, fonts.px_font(11))
                last = x + half

    def _ends(self, bar: Bar) -> list[tuple[float, QColor, float]]:
        """Return figure (display unit), colour and value of the input at P10 and P90."""
        metric = METRICS[self.result.settings.metric] if self.result is not None else None
        assert metric is not None
        theme = self.inks.theme
        return [
            (metric.shown(bar.low), theme.accent, bar.low_value),
            (metric.shown(bar.high), theme.warning, bar.high_value),
        ]

    def _paint_bar(self, painter: QPainter, r: TornadoResult, bar: Bar, row: QRectF, current: bool) -> None:
        theme, each = self.inks.theme, bar.doubted
        assert r.tornado is not None
        if current:
            painter.fillRect(row, theme.token("field", 160))
        wide = fonts.px(_LEFT) - fonts.px(28)
        name = fonts.metrics(12).elidedText(each.label, Qt.TextElideMode.ElideRight, wide)
        place = QRectF(fonts.px(16), row.top(), wide, row.height())
        draw.words(painter, place, name, theme.text, fonts.px_font(12), draw.LEFT)
        base = METRICS[r.settings.metric].shown(r.tornado.base)
        high = fonts.px(11)
        top = row.center().y() - high / 2 - 1
        guess = each.grade in GUESSES
        ends = self._ends(bar)
        for value, color, _ in ends:
            if not (math.isfinite(value) and math.isfinite(base)):
                continue
            x0, x1 = sorted((self.across(base), self.across(value)))
            box = QRectF(x0, top, max(1.0, x1 - x0), high)
            painter.fillRect(box, theme.token(_token(theme, color), 110 if guess else 205))
            if guess:
                painter.fillRect(box, self.inks.hatch("slow"))
        self._paint_ends(painter, bar, ends, base, row)
        self._paint_means(painter, r, bar, row)
        box = self.plot()
        said = GRADE_WORDS[each.grade]
        place = QRectF(box.right() + fonts.px(_PAD), row.top(), fonts.px(_GRADE), row.height())
        draw.words(painter, place, said, theme.bad if guess else theme.muted, fonts.px_font(11), draw.LEFT)
        self._paint_share(painter, r, each.key, row)

    def _paint_ends(
        self,
        painter: QPainter,
        bar: Bar,
        ends: list[tuple[float, QColor, float]],
        base: float,
        row: QRectF,
    ) -> None:
        """Write the input's values beside the ends; two on one side stand one after the other."""
        theme, font = self.inks.theme, fonts.px_font(11)
        taken = {True: 0.0, False: 0.0}
        known = [self.across(v) for v, _, _ in ends if math.isfinite(v)]
        home = self.across(base) if math.isfinite(base) else self.plot().center().x()
        zero = self._zero()
        # The farther end keeps its place, the nearer follows behind it.
        order = sorted(ends, key=lambda e: -abs((self.across(e[0]) if math.isfinite(e[0]) else home) - home))
        for value, color, number in order:
            said = self._said(bar, number) + ("" if math.isfinite(value) else " not served")
            right = (
                (value >= base) if math.isfinite(value) and math.isfinite(base) else color == theme.warning
            )
            edge = max([*known, home]) if right else min([*known, home])
            wide = fonts.width(said, 11)
            # No value is written over the line of zero.
            if 0.0 < (zero - edge if right else edge - zero) < wide + fonts.px(9):
                edge = zero
            shift = taken[right] + fonts.px(5)
            left = edge + shift if right else edge - shift - wide
            place = QRectF(left, row.top() + 4, wide, row.height() - 8)
            painter.fillRect(place.adjusted(-2, 0, 2, 0), theme.token("panel", 215))
            draw.words(painter, place, said, color, font, draw.LEFT)
            taken[right] += wide + fonts.px(8)

    def _said(self, bar: Bar, number: float) -> str:
        spec = bar.doubted.spec
        if bar.doubted.origin == "model":
            return f"{number:.2f}×"
        if spec.kind == "choice":
            return next((o.label for o in spec.options if float(o.code) == number), "")
        return shown_units.text(number, spec)

    def _paint_means(self, painter: QPainter, r: TornadoResult, bar: Bar, row: QRectF) -> None:
        """Draw how far the mean goes among all others as a thin line with ticks under the bar."""
        low, high = _means(r, bar)
        if not (math.isfinite(low) and math.isfinite(high)):
            return
        y = row.center().y() + fonts.px(8)
        painter.setPen(pen(self.inks.theme.ink, 1.0, 170))
        painter.drawLine(QPointF(self.across(low), y), QPointF(self.across(high), y))
        for value in (low, high):
            # Downwards only: above stand the values at the bar's ends.
            painter.drawLine(QPointF(self.across(value), y), QPointF(self.across(value), y + fonts.px(4)))

    def _paint_share(self, painter: QPainter, r: TornadoResult, key: str, row: QRectF) -> None:
        theme, box = self.inks.theme, self.plot()
        left = box.right() + fonts.px(_GRADE + 2 * _PAD)
        wide = fonts.px(_SHARE - 58)
        total, error = r.totals.get(key, (math.nan, math.nan))
        if not math.isfinite(total):
            place = QRectF(left, row.top(), wide, row.height())
            draw.words(painter, place, "little", theme.muted, fonts.px_font(11), draw.LEFT)
            return
        thick = fonts.px(8)
        track = QRectF(left, row.center().y() - thick / 2, wide, thick)
        painter.fillRect(track, theme.field)
        share = min(1.0, max(0.0, total))
        painter.fillRect(QRectF(left, track.top(), wide * share, thick), theme.token("accent", 90))
        first = min(share, max(0.0, r.firsts.get(key, 0.0)))
        painter.fillRect(QRectF(left, track.top(), wide * first, thick), theme.token("accent", 220))
        if math.isfinite(error):
            low, high = (min(1.0, max(0.0, total + side * error)) for side in (-1, 1))
            painter.setPen(pen(theme.ink, 1.0, 190))
            y = track.center().y()
            painter.drawLine(QPointF(left + low * wide, y), QPointF(left + high * wide, y))
        place = QRectF(left + wide + fonts.px(6), row.top(), fonts.px(52), row.height())
        draw.words(painter, place, words_of(share, 1), theme.text, fonts.px_font(11), draw.LEFT)

    def _zero(self) -> float:
        """Return where the line of zero stands; NaN where there is none."""
        assert self.result is not None
        signed = self.result.settings.metric in text.SIGNED
        there = signed and self._scale is not None and 0.0 < self._scale.at(0.0) < 1.0
        return round(self.across(0.0)) + 0.5 if there else math.nan

    def _paint_base(self, painter: QPainter, r: TornadoResult) -> None:
        assert r.tornado is not None
        base, box = METRICS[r.settings.metric].shown(r.tornado.base), self.plot()
        if math.isfinite(x := self._zero()):
            painter.setPen(self.inks.threshold["break_even"])
            painter.drawLine(QPointF(x, box.top() - 2), QPointF(x, box.bottom() + 2))
        if math.isfinite(base):
            painter.setPen(pen(self.inks.theme.ink, 1.25))
            x = round(self.across(base)) + 0.5
            painter.drawLine(QPointF(x, box.top() - 2), QPointF(x, box.bottom() + 4))
            said = text.reading(r.settings.metric, base)
            wide = fonts.width(said, 11, fonts.SEMIBOLD) + 10
            draw.chip(painter, self.inks, x, box.bottom() + fonts.px(13), wide, said, self.inks.theme.ink)

    # the hand -----------------------------------------------------------------------------------

    def _index(self, at: QPointF) -> int:
        return next((i for i in range(len(self.bars())) if self.row(i).contains(at)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the pointer."""
        self._light(self._index(event.position()))
        hand = self.current >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def _light(self, i: int) -> None:
        if i != self.current:
            self.current = i
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask about the input clicked, or about the metric by its title."""
        i = self._index(event.position())
        if i >= 0:
            self.explain_requested.emit(self.bars()[i].doubted.key)
        elif event.position().y() < fonts.px(30) and self.result is not None:
            self.explain_requested.emit(self.result.settings.metric)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from bar to bar, Enter asks about it."""
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if way is not None and self.bars():
            self._light(min(len(self.bars()) - 1, max(0, self.current + way)))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and 0 <= self.current < len(self.bars()):
            self.explain_requested.emit(self.bars()[self.current].doubted.key)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Tell in a tool tip what an input's doubt rests on."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            i = self._index(QPointF(event.pos()))
            if i >= 0:
                QToolTip.showText(event.globalPos(), self.tip(self.bars()[i]), self)
                return True
        return super().event(event)

    def tip(self, bar: Bar) -> str:
        """Return what an input's doubt rests on, and at which value of it the figure would be zero."""
        each, lines = bar.doubted, [f"<b>{bar.doubted.label}</b>", bar.doubted.basis]
        r = self.result
        root = r.evens.get(each.key) if r is not None else None
        if r is not None and root is not None:
            where = "" if root.plausible else ", beyond what sources show"
            label = METRICS[r.settings.metric].label
            lines.append(
                say(
                    "{label} is zero at {spec}{where}",
                    label=label,
                    spec=shown_units.text(root.value, each.spec, full=True),
                    where=where,
                )
            )
        return f"<p>{'<br>'.join(lines)}</p>"

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        self._light(-1)
        super().leaveEvent(event)


def _token(theme: Theme, color: QColor) -> str:
    return "warning" if color == theme.warning else "accent"


def _means(r: TornadoResult, bar: Bar) -> tuple[float, float]:
    """Return the means at P10 and P90 (display units), moved so that the mean of all lies at the base.

    Doubt shifts the mean of a figure from what the scenario has; here its change is compared, not its place.
    """
    if r.tornado is None or r.samples is None:
        return math.nan, math.nan
    values = r.samples.metrics[r.settings.metric]
    known = values[np.isfinite(values)]
    if not known.size or not math.isfinite(r.tornado.base):
        return math.nan, math.nan
    shift, shown = r.tornado.base - float(known.mean()), METRICS[r.settings.metric].shown
    return shown(bar.low_mean + shift), shown(bar.high_mean + shift)


def _range(r: TornadoResult) -> Range:
    """Return a rounded range that holds every bar."""
    if r.tornado is None:
        return Range(0.0, 1.0, "linear")
    shown = METRICS[r.settings.metric].shown
    found = [shown(r.tornado.base)]
    for bar in r.tornado.bars:
        found += [shown(bar.low), shown(bar.high), *_means(r, bar)]
    finite = [v for v in found if math.isfinite(v)]
    low, high = (min(finite), max(finite)) if finite else (0.0, 1.0)
    if not high > low:
        low, high = low - max(1e-9, abs(low) * 0.1), high + max(1e-9, abs(high) * 0.1)
    step = nice_step((high - low) / 24)
    return Range(math.floor(low / step) * step, math.ceil(high / step) * step, "linear")
