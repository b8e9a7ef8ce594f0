"""Latency of bought tokens: no curve over a load, but where requests lie and how far the limits are."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gui import fonts
from gui.language import say, tr
from gui.plotting import draw, text
from gui.plotting.inks import Inks, pen
from gui.plotting.latency_inks import shade
from gui.plotting.latency_job import MEASURES, STATISTICS, LatencyResult
from gui.plotting.latency_layout import APART, LatencyGeometry, spread
from gui.plotting.latency_words import LONG_NAMES, NAMES
from gui.plotting.scales import Range
from gui.shown_units import METRICS, shown_at

#: Height of a measure's strip, of its head and of its scale [px].
_STRIP: Final = 128
_HEAD: Final = 24
_TICKS: Final = 20
#: Width of a figure with its name [px].
_NAME: Final = 92
#: Room kept free below and above what is shown, as a factor of time.
_SLACK: Final = 1.6


def paint_bought(painter: QPainter, inks: Inks, geometry: LatencyGeometry, r: LatencyResult) -> None:
    """Paint one strip a measure, from the median to the 99th percentile, with its limit."""
    field = geometry.field
    top = float(geometry.caption.bottom() + fonts.px(12))
    for measure in MEASURES:
        if top + fonts.px(_STRIP) > geometry.legend.bottom():
            return
        _strip(painter, inks, QRectF(field.left(), top, field.width(), fonts.px(_STRIP)), r, measure)
        top += fonts.px(_STRIP) + fonts.px(12)


def _strip(painter: QPainter, inks: Inks, area: QRectF, r: LatencyResult, measure: str) -> None:
    theme = inks.theme
    head = QRectF(area.left(), area.top(), area.width(), fonts.px(_HEAD))
    draw.words(painter, head, NAMES[measure], theme.ink, fonts.px_font(12, fonts.SEMIBOLD), draw.LEFT)
    head.setLeft(head.left() + fonts.width(NAMES[measure], 12, fonts.SEMIBOLD) + fonts.px(8))
    unit = METRICS[f"{measure}_mean"].display_unit
    draw.words(painter, head, f"{tr(LONG_NAMES[measure])}, {unit}", theme.muted, fonts.px_font(11), draw.LEFT)
    box = area.adjusted(0, fonts.px(_HEAD), 0, -fonts.px(_TICKS))
    scale = _range(r, measure)
    _frame(painter, inks, box, scale, measure)
    _limit(painter, inks, box, scale, r, measure)
    _marks(painter, inks, box, scale, r, measure)


def _range(r: LatencyResult, measure: str) -> Range:
    values = [shown_at(r.point, f"{measure}_{which}") for which in STATISTICS]
    limit = r.limits.get(f"{measure}_{r.statistic}", 0.0)
    high = max(values)
    if high < limit < 8.0 * high:
        high = limit
    return Range(min(values) / _SLACK, high * _SLACK, "log")


def _frame(painter: QPainter, inks: Inks, box: QRectF, scale: Range, measure: str) -> None:
    theme, last = inks.theme, -1e9
    for value in scale.ticks():
        x, said = box.left() + scale.at(value) * box.width(), text.bare(f"{measure}_mean", value)
        half = fonts.width(said, 11) / 2
        if not box.left() <= x <= box.right() or x - half < last + 8:
            continue
        last = x + half
        painter.fillRect(QRectF(round(x), box.top(), 1, box.height()), theme.hairline)
        place = QRectF(x - 40, box.bottom() + fonts.px(3), 80, fonts.px(16))
        draw.words(painter, place, said, theme.muted, fonts.px_font(11))
    painter.setBrush(inks.theme.token("panel", 0))
    painter.setPen(inks.border)
    painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))


def _limit(painter: QPainter, inks: Inks, box: QRectF, scale: Range, r: LatencyResult, measure: str) -> None:
    key = f"{measure}_{r.statistic}"
    limit = r.limits.get(key)
    if limit is None:
        return
    along = scale.at(limit)
    said = say("limit {value}", value=text.level(key, limit)) + (", beyond" if along > 1.0 else "")
    wide = fonts.width(said, 11, fonts.SEMIBOLD) + 10
    x = box.left() + min(max(along, 0.0), 1.0) * box.width()
    if along <= 1.0:
        beyond = QRectF(x, box.top(), box.right() - x, box.height())
        painter.setBrushOrigin(0, 0)
        painter.fillRect(beyond, inks.hatch("slow"))
        painter.fillRect(
            QRectF(round(x) - fonts.px(1), box.top(), fonts.px(2), box.height()), inks.theme.latency_limit
        )
    at = min(x + fonts.px(6) + wide / 2, box.right() - wide / 2 - 4)
    draw.chip(painter, inks, at, box.bottom() - fonts.px(13), wide, said, inks.theme.ink)


def _marks(painter: QPainter, inks: Inks, box: QRectF, scale: Range, r: LatencyResult, measure: str) -> None:
    theme, y = inks.theme, box.center().y() + fonts.px(6)
    spots = sorted(
        (box.left() + scale.at(shown_at(r.point, f"{measure}_{which}")) * box.width(), which)
        for which in STATISTICS
    )
    painter.setPen(pen(shade(theme, "p95"), 2.0))
    painter.drawLine(QPointF(spots[0][0], y), QPointF(spots[-1][0], y))
    font, wide = fonts.px_font(11, fonts.SEMIBOLD), fonts.px(_NAME)
    closer = fonts.px(APART) / wide
    places = spread([x * closer for x, _ in spots], box.left() * closer, box.right() * closer)
    for (x, which), place in zip(spots, places, strict=True):
        painter.setPen(pen(shade(theme, which), 2.0))
        painter.setBrush(theme.panel)
        draw.dot(painter, QPointF(x, y), 4.5)
        said = f"{which} {text.reading(f'{measure}_{which}', shown_at(r.point, f'{measure}_{which}'))}"
        used = font if which == r.statistic else fonts.px_font(11)
        middle = place / closer
        draw.words(
            painter, QRectF(middle - wide / 2, y - fonts.px(28), wide, fonts.px(16)), said, theme.text, used
        )
