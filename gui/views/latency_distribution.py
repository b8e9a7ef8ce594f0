"""The distribution of TTFT at the scenario's load: as simulated, with the closed form's percentiles on it."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from gui import fonts
from gui.language import tr
from gui.plotting import draw, text
from gui.plotting.inks import Inks, pen
from gui.plotting.latency_inks import shade
from gui.plotting.latency_job import LatencyResult
from gui.plotting.latency_simulation import Simulated
from gui.plotting.latency_table import seen_as
from gui.plotting.scales import Range
from gui.shown_units import METRICS, shown_at

_PERCENTILES = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)


def paint_distribution(
    painter: QPainter, inks: Inks, area: QRectF, r: LatencyResult, found: Simulated | None
) -> None:
    """Paint the share of requests whose first token comes within a time; nothing where there is no room."""
    if area.height() < fonts.px(96) or not math.isfinite(r.point.base("ttft_p99")):
        return
    head = QRectF(area.left(), area.top(), area.width(), fonts.px(18))
    draw.words(painter, head, "TTFT", inks.theme.ink, fonts.px_font(12, fonts.SEMIBOLD), draw.LEFT)
    head.setLeft(head.left() + fonts.width("TTFT", 12, fonts.SEMIBOLD) + 8)
    unit = METRICS["ttft_mean"].display_unit
    said = f"{tr('share of requests within a time')}, {unit}"
    draw.words(painter, head, said, inks.theme.muted, fonts.px_font(11), draw.LEFT)
    box = area.adjusted(fonts.px(34), fonts.px(24), -2, -fonts.px(40))
    box.setHeight(min(box.height(), fonts.px(230)))
    scale = _range(r, found)
    _frame(painter, inks, box, scale)
    painter.save()
    painter.setClipRect(box.adjusted(0, -4, 0, 4))
    _limit(painter, inks, box, scale, r)
    if found is not None and found.first.size > 1:
        shares = (np.arange(found.first.size) + 0.5) / found.first.size
        across = box.left() + np.clip(scale.unit(found.first), -1, 2) * box.width()
        line = np.stack([across, box.bottom() - shares * box.height()], axis=1)
        painter.strokePath(draw.path_of(line), inks.now)
    for which, share in _PERCENTILES.items():
        x = box.left() + scale.at(shown_at(r.point, f"ttft_{which}")) * box.width()
        painter.setPen(pen(shade(inks.theme, which), 2.0))
        painter.setBrush(inks.theme.panel)
        draw.dot(painter, QPointF(x, box.bottom() - share * box.height()), 3.5)
    painter.restore()
    _legend(
        painter,
        inks,
        QRectF(box.left(), box.bottom() + fonts.px(22), box.width(), fonts.px(16)),
        found,
        bought=r.bought,
    )


def _range(r: LatencyResult, found: Simulated | None) -> Range:
    known = [shown_at(r.point, f"ttft_{which}") for which in ("p50", "p95", "p99")]
    low, high = known[0] / 4.0, known[2] * 1.3
    if found is not None and found.first.size > 1:
        low, high = min(low, float(found.first[found.first.size // 50])), max(high, float(found.first[-1]))
    limit = r.limits.get(f"ttft_{r.statistic}", 0.0)
    if high < limit < 4.0 * high:
        high = limit * 1.15
    return Range(max(low, high * 1e-4), high, "log")


def _frame(painter: QPainter, inks: Inks, box: QRectF, scale: Range) -> None:
    for share in _SHARES if box.height() >= fonts.px(64) else _SHARES[::2]:
        y = round(box.bottom() - share * box.height())
        painter.fillRect(QRectF(box.left(), y, box.width(), 1), inks.theme.hairline)
        place = QRectF(box.left() - fonts.px(60), y - 8, fonts.px(54), 16)
        draw.words(painter, place, f"{share * 100:.0f} %", inks.theme.muted, fonts.px_font(11), draw.RIGHT)
    last = -math.inf
    for value in scale.ticks():
        x, said = box.left() + scale.at(value) * box.width(), text.bare("ttft_mean", value)
        half = fonts.width(said, 11) / 2
        if not box.left() - 1 <= x <= box.right() + 1 or x - half < last + 6:
            continue
        last = x + half
        painter.fillRect(QRectF(round(x), box.top(), 1, box.height()), inks.theme.hairline)
        draw.words(
            painter,
            QRectF(x - 40, box.bottom() + fonts.px(3), 80, fonts.px(16)),
            said,
            inks.theme.muted,
            fonts.px_font(11),
        )


def _limit(painter: QPainter, inks: Inks, box: QRectF, scale: Range, r: LatencyResult) -> None:
    limit = r.limits.get(f"ttft_{r.statistic}")
    if limit is None or not 0.0 <= scale.at(limit) <= 1.0:
        return
    x = round(box.left() + scale.at(limit) * box.width())
    painter.fillRect(QRectF(x - fonts.px(1), box.top(), fonts.px(2), box.height()), inks.theme.latency_limit)


def _legend(painter: QPainter, inks: Inks, row: QRectF, found: Simulated | None, *, bought: bool) -> None:
    x, y = row.left(), row.center().y()
    painter.setPen(pen(shade(inks.theme, "p95"), 2.0))
    painter.setBrush(inks.theme.panel)
    draw.dot(painter, QPointF(x + fonts.px(4), y), 3.5)
    for said, step in (("stated" if bought else "closed form", 13), (seen_as(found), 30)):
        if step > 13:
            if found is None:
                return
            painter.setPen(inks.now)
            painter.drawLine(QPointF(x, y), QPointF(x + fonts.px(22), y))
        place = QRectF(x + fonts.px(step), y - 8, row.width(), 16)
        draw.words(painter, place, said, inks.theme.text, fonts.px_font(11), draw.LEFT)
        x += fonts.px(step + 16) + fonts.width(said, 11)
    painter.setBrush(Qt.BrushStyle.NoBrush)
