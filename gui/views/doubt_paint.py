"""Painting of the Monte Carlo view: histogram and curve, settling."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from gui import fonts
from gui.language import say, tr
from gui.plotting import draw, text
from gui.plotting.doubt_job import DoubtResult, Spread
from gui.plotting.doubt_words import off, share
from gui.plotting.inks import Inks, pen
from gui.plotting.scales import Range
from gui.plotting.slices import limit_of
from gui.shown_units import METRICS
from gui.views.doubt_frame import Plot

Floats = NDArray[np.float64]

#: How far below the top the line of a percentile begins, under its chip and what leads there.
_LEAD = 24


def title(painter: QPainter, inks: Inks, box: QRectF, said: str, more: str = "") -> QRectF:
    """Write a plot's title above `box`; return where it stands."""
    top = box.top() - fonts.px(26)
    head = QRectF(box.left() - fonts.px(44), top, box.width() + fonts.px(44), fonts.px(18))
    draw.words(painter, head, said, inks.theme.ink, fonts.px_font(12, fonts.SEMIBOLD), draw.LEFT)
    wide = fonts.width(said, 12, fonts.SEMIBOLD)
    after = head.adjusted(wide + fonts.px(8), 0, 0, 0)
    fitting = fonts.metrics(11).elidedText(tr(more), Qt.TextElideMode.ElideRight, int(after.width()))
    draw.words(painter, after, fitting, inks.theme.muted, fonts.px_font(11), draw.LEFT)
    return QRectF(head.left(), head.top(), wide, head.height())


def ticks_along(painter: QPainter, inks: Inks, plot: Plot, key: str, *, money: bool = True) -> None:
    """Draw the ticks of metric `key` below the plot."""
    del money
    last = -math.inf
    for value in plot.x.ticks():
        at = plot.x.at(value)
        if not -0.001 <= at <= 1.001:
            continue
        x = round(plot.box.left() + at * plot.box.width())
        painter.fillRect(QRectF(x, plot.box.top(), 1, plot.box.height()), inks.theme.token("hairline", 150))
        said = text.level(key, value)
        half = fonts.width(said, 11) / 2
        if x - half > last + 6:
            place = QRectF(x - 40, plot.box.bottom() + fonts.px(3), 80, fonts.px(16))
            draw.words(painter, place, said, inks.theme.muted, fonts.px_font(11))
            last = x + half


def frame(painter: QPainter, inks: Inks, box: QRectF) -> None:
    """Draw the border of a plot."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(inks.border)
    painter.drawRect(
        QRectF(round(box.left()) - 0.5, round(box.top()) - 0.5, round(box.width()), round(box.height()))
    )


# histogram --------------------------------------------------------------------------------------------


def paint_spread(
    painter: QPainter, inks: Inks, r: DoubtResult, s: Spread, plot: Plot, chosen: Floats | None
) -> QRectF:
    """Draw histogram, cumulated curve and percentiles; `chosen` are counts of the samples chosen."""
    metric = METRICS[s.metric]
    known = s.summary.count / max(1, s.samples.count)
    more = text.caption(metric)
    if s.summary.missing:
        more += (", " if more else "") + say("{share} without a figure", share=share(1.0 - known, 1))
    head = title(painter, inks, plot.box, metric.label, more)
    ticks_along(painter, inks, plot, s.metric)
    _share_ticks(painter, inks, plot)
    painter.save()
    painter.setClipRect(plot.box)
    _bars(painter, inks, s, plot, chosen)
    _lines(painter, inks, r, s, plot)
    painter.restore()
    frame(painter, inks, plot.box)
    _chips(painter, inks, r, s, plot)
    _legend(painter, inks, r, s, plot)
    return head


def _share_ticks(painter: QPainter, inks: Inks, plot: Plot) -> None:
    for part in (0.0, 0.5, 1.0):
        y = plot.box.bottom() - part * plot.box.height()
        place = QRectF(plot.box.right() + 4, y - 8, fonts.px(38), 16)
        draw.words(painter, place, share(part), inks.theme.muted, fonts.px_font(11), draw.LEFT)


def _bars(painter: QPainter, inks: Inks, s: Spread, plot: Plot, chosen: Floats | None) -> None:
    top = float(s.counts.max()) * 1.12 or 1.0
    edges = plot.box.left() + plot.x.unit(s.edges) * plot.box.width()
    faded = chosen is not None
    able, broken = inks.theme.token("accent", 70 if faded else 150), inks.theme.token("muted", 60)
    for i, count in enumerate(s.counts):
        if not count:
            continue
        left, wide = float(edges[i]), max(1.0, float(edges[i + 1] - edges[i]) - 1.0)
        tall = float(count) / top * plot.box.height()
        held = float(s.able[i]) / top * plot.box.height()
        stack = QRectF(left, plot.box.bottom() - tall, wide, tall - held)
        painter.fillRect(stack, broken)
        painter.fillRect(stack, inks.hatch("slow"))
        painter.fillRect(QRectF(left, plot.box.bottom() - held, wide, held), able)
        if chosen is not None and chosen[i]:
            own = float(chosen[i]) / top * plot.box.height()
            painter.fillRect(QRectF(left, plot.box.bottom() - own, wide, own), inks.theme.accent)


def _lines(painter: QPainter, inks: Inks, r: DoubtResult, s: Spread, plot: Plot) -> None:
    theme = inks.theme
    for value, used in _thresholds(inks, r, s):
        line = float(round(plot.across(value)))
        painter.setPen(used)
        painter.drawLine(QPointF(line, plot.box.top()), QPointF(line, plot.box.bottom()))
        if limit_of(s.metric, r.scenario) == value:
            wide = fonts.width("limit", 11, fonts.SEMIBOLD) + 8
            middle = min(line, plot.box.right() - wide / 2 - 2)
            draw.chip(painter, inks, middle, plot.box.center().y(), wide, "limit", theme.ink)
    for estimate in (s.summary.p10, s.summary.p50, s.summary.p90):
        value, error = (METRICS[s.metric].shown(each) for each in (estimate.value, estimate.error))
        if not math.isfinite(value):
            continue
        if math.isfinite(error):
            left, right = plot.across(value - error), plot.across(value + error)
            painter.fillRect(
                QRectF(left, plot.box.top(), right - left, plot.box.height()), theme.token("ink", 30)
            )
        painter.setPen(pen(theme.ink, 1.0, 150))
        x = round(plot.across(value)) + 0.5
        painter.drawLine(QPointF(x, plot.box.top() + fonts.px(_LEAD)), QPointF(x, plot.box.bottom()))
    shares = Plot(plot.box, plot.x, Range(0.0, 1.0, "linear"))
    if r.ghost is not None:
        painter.strokePath(draw.path_of(shares.line(s.edges, r.ghost)), inks.baseline)
    painter.strokePath(draw.path_of(shares.line(s.edges, s.below)), pen(theme.ink, 1.75))
    if math.isfinite(r.here):
        x = plot.across(r.here)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.ink)
        path = QPainterPath(QPointF(x, plot.box.bottom() - fonts.px(8)))
        path.lineTo(x - fonts.px(5), plot.box.bottom())
        path.lineTo(x + fonts.px(5), plot.box.bottom())
        painter.drawPath(path)


def _thresholds(inks: Inks, r: DoubtResult, s: Spread) -> list[tuple[float, object]]:
    made: list[tuple[float, object]] = []
    if s.metric in text.SIGNED and s.scale.low < 0.0 < s.scale.high:
        made.append((0.0, inks.threshold["break_even"]))
    limit = limit_of(s.metric, r.scenario)
    if limit is not None:
        made.append((limit, inks.threshold["limit"]))
    return made


def _chips(painter: QPainter, inks: Inks, r: DoubtResult, s: Spread, plot: Plot) -> None:
    """Name the percentiles at the top, moved apart where they would touch."""
    del r
    named = (("P10", s.summary.p10), ("P50", s.summary.p50), ("P90", s.summary.p90))
    spots: list[float] = []
    wides: list[float] = []
    said: list[str] = []
    for name, estimate in named:
        value = METRICS[s.metric].shown(estimate.value)
        if math.isfinite(value):
            said.append(f"{name} {text.reading(s.metric, value)}")
            wides.append(fonts.width(said[-1], 11, fonts.SEMIBOLD) + 10.0)
            spots.append(plot.across(value))
    lines = [round(x) + 0.5 for x in spots]
    for i, wide in enumerate(wides):
        left = spots[i - 1] + wides[i - 1] / 2 + 4 if i else plot.box.left()
        spots[i] = max(spots[i], left + wide / 2)
    for i in range(len(spots) - 1, -1, -1):
        last = i + 1 == len(spots)
        right = plot.box.right() if last else spots[i + 1] - wides[i + 1] / 2 - 4
        spots[i] = min(spots[i], right - wides[i] / 2)
    for x, wide, words, line in zip(spots, wides, said, lines, strict=True):
        # From a chip moved aside a stroke leads to its line.
        foot = min(max(line, x - wide / 2 + 3), x + wide / 2 - 3)
        below = plot.box.top() + fonts.px(_LEAD)
        painter.setPen(pen(inks.theme.ink, 1.0, 150))
        painter.drawLine(QPointF(foot, plot.box.top() + fonts.px(16)), QPointF(line, below))
        draw.chip(painter, inks, x, plot.box.top() + fonts.px(9), wide, words, inks.theme.ink)


def _legend(painter: QPainter, inks: Inks, r: DoubtResult, s: Spread, plot: Plot) -> None:
    y, x, right = plot.box.bottom() + fonts.px(26), plot.box.left(), plot.box.right() + fonts.px(36)
    entries = [(pen(inks.theme.accent, 6.0, 150), "limits hold")]
    if float(s.able.sum()) < float(s.counts.sum()):
        entries.append((pen(inks.theme.muted, 6.0, 110), "a limit breaks"))
    entries.append((pen(inks.theme.ink, 1.75), "share below"))
    if r.ghost is not None:
        entries.append((inks.baseline, "baseline"))
    # Long words begin further left and stand closer: a curve without a name tells nothing.
    needed = sum(fonts.width(said, 11) + fonts.px(21) for _, said in entries)
    if x + needed + fonts.px(11) * len(entries) > right:
        x = max(plot.box.left() - fonts.px(44), 4.0)
    gap = min(float(fonts.px(11)), (right - x - needed) / max(1, len(entries) - 1))
    for used, said in entries:
        if x + fonts.width(said, 11) + fonts.px(20) > right:
            break
        painter.setPen(used)
        painter.drawLine(QPointF(x, y), QPointF(x + fonts.px(16), y))
        if said == "a limit breaks":
            painter.fillRect(QRectF(x, y - fonts.px(3), fonts.px(16), fonts.px(6)), inks.hatch("slow"))
        place = QRectF(x + fonts.px(21), y - 8, fonts.width(said, 11), 16)
        draw.words(painter, place, said, inks.theme.muted, fonts.px_font(11), draw.LEFT)
        x += fonts.width(said, 11) + fonts.px(21) + gap


# settling ---------------------------------------------------------------------------------------------


def paint_settling(painter: QPainter, inks: Inks, s: Spread, box: QRectF) -> None:
    """Draw P10, P50 and P90 with their bands as samples grow in number."""
    c, scale = s.convergence, METRICS[s.metric].shown(1.0)
    values, errors = c.values * scale, np.nan_to_num(c.errors * scale)
    told = off(s.metric, s.summary.p50)
    more = f"P50 {told}" if told else ""
    title(painter, inks, box, say("{count:,} samples", count=s.samples.count), more)
    finite = np.isfinite(values)
    if not finite.any():
        return
    low = float(np.min((values - errors)[finite]))
    high = float(np.max((values + errors)[finite]))
    room = 0.06 * (high - low) or max(abs(high) * 0.05, 1e-9)
    counts = Range(float(c.counts[0]) / 1.1, float(c.counts[-1]) * 1.1, "log")
    plot = Plot(box, counts, Range(low - room, high + room, "linear"))
    ticks = [v for v in plot.y.ticks() if 0.0 <= plot.y.at(v) <= 1.0]
    for value in ticks[:: max(1, math.ceil(len(ticks) / max(2, int(box.height() / fonts.px(26)))))]:
        y = round(plot.up(value))
        painter.fillRect(QRectF(box.left(), y, box.width(), 1), inks.theme.token("hairline", 150))
        place = QRectF(box.left() - fonts.px(62), y - 8, fonts.px(57), 16)
        draw.words(
            painter, place, text.level(s.metric, value), inks.theme.muted, fonts.px_font(11), draw.RIGHT
        )
    painter.save()
    painter.setClipRect(box)
    x = c.counts.astype(np.float64)
    for row, color in enumerate((inks.theme.muted, inks.theme.accent, inks.theme.muted)):
        upper, lower = plot.line(x, values[row] + errors[row]), plot.line(x, values[row] - errors[row])
        ring = np.concatenate([upper, lower[::-1], upper[:1]])
        shade = QColor(color)
        shade.setAlpha(46)
        painter.fillPath(draw.path_of(ring), shade)
        painter.strokePath(draw.path_of(plot.line(x, values[row])), pen(color, 1.5))
    _name_ends(painter, inks, plot, values[:, -1])
    painter.restore()
    frame(painter, inks, box)
    for count in c.counts[:: max(1, (len(c.counts) - 1) // 3)]:
        at = QRectF(plot.across(float(count)) - 30, box.bottom() + fonts.px(3), 60, fonts.px(16))
        draw.words(
            painter,
            at,
            text.short(float(count)) if count < 1000 else f"{count / 1024:g}k",
            inks.theme.muted,
            fonts.px_font(11),
        )


def _name_ends(painter: QPainter, inks: Inks, plot: Plot, lasts: Floats) -> None:
    """Name the lines where they end: over each, under it where there is the upper edge or another name."""
    free = plot.box.top()
    for row in (2, 1, 0):
        end = plot.up(float(lasts[row]))
        if not math.isfinite(end):
            continue
        over = end - fonts.px(17)
        top = over if over >= free else max(end + fonts.px(2), free)
        place = QRectF(plot.box.right() - fonts.px(44), top, fonts.px(40), fonts.px(16))
        color = inks.theme.accent if row == 1 else inks.theme.muted
        draw.words(painter, place, ("P10", "P50", "P90")[row], color, fonts.px_font(11), draw.RIGHT)
        free = top + fonts.px(13)
