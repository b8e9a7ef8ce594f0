"""The chart of an opened study: one metric against an axis, a line a case, the span of all rows behind it."""

import math
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.study.dataset import Chart, Curve
from gui import fonts
from gui.language import say
from gui.plotting import draw
from gui.plotting.fitting import fit
from gui.plotting.inks import Inks, pen
from gui.plotting.scales import Floats
from gui.plotting.text import short
from gui.plotting.ticks import linear_ticks, log_ticks
from gui.theme import Theme
from gui.views.evidence_key import HUES

_LEFT, _TOP, _RIGHT, _BOTTOM = 84, 42, 24, 48
#: Most lines that fit a legend row, and its height.
_LEGEND: Final = 18
_SHADE: Final = 26
NOTHING: Final = "No figure meets the condition"


class StudyCanvas(QWidget):
    """Curves of a chart."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("study-canvas")
        self.setMinimumHeight(fonts.px(150))
        self.inks = Inks(theme)
        self.chart: Chart | None = None

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self.update()

    def show_chart(self, chart: Chart | None) -> None:
        """Show a chart, or none."""
        self.chart = chart
        if chart is not None:
            self.setAccessibleName(say("{label} against {label2}", label=chart.y.label, label2=chart.x.label))
            self.setAccessibleDescription(
                say("{curves} lines of {size} nodes", curves=len(chart.curves), size=chart.nodes.size)
            )
        self.update()

    def hue(self, line: int) -> QColor:
        """Return the colour of a line."""
        hues = HUES[self.inks.theme.dark]
        return QColor(hues[line % len(hues)])

    def plot(self) -> QRectF:
        """Return the rectangle of the plot."""
        left, top, right, bottom = (fonts.px(n) for n in (_LEFT, _TOP, _RIGHT, _BOTTOM))
        several = self.chart is not None and len(self.chart.curves) > 1
        right += fonts.px(self._wide()) if several else 0
        return QRectF(left, top, max(60, self.width() - left - right), max(60, self.height() - top - bottom))

    def _wide(self) -> int:
        return min(300, self.width() // 3)

    # scales -------------------------------------------------------------------------------------

    def _range(self, chart: Chart) -> tuple[float, float] | None:
        values = np.concatenate([np.concatenate([c.low, c.high]) for c in chart.curves]) * chart.y.factor
        values = values[np.isfinite(values)]
        if not values.size:
            return None
        low, high = float(values.min()), float(values.max())
        room = 0.06 * max(high - low, 0.02 * abs(high), 1e-12)
        return low - room, high + room

    def _across(self, chart: Chart) -> Floats:
        nodes = np.log(chart.nodes) if chart.log else chart.nodes
        span = nodes[-1] - nodes[0]
        return (nodes - nodes[0]) / span if span > 0.0 else np.full(nodes.shape, 0.5)

    def _pixels(self, chart: Chart, values: Floats, ends: tuple[float, float]) -> Floats:
        box = self.plot()
        y = box.bottom() - (values * chart.y.factor - ends[0]) / (ends[1] - ends[0]) * box.height()
        return np.stack([box.left() + self._across(chart) * box.width(), y], axis=1)

    # painting -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.inks.theme.panel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chart = self.chart
        if chart is not None:
            ends = self._range(chart)
            if ends is None:
                draw.words(painter, QRectF(self.rect()), NOTHING, self.inks.theme.muted, fonts.px_font(13))
            else:
                self._paint(painter, chart, ends)
        painter.end()

    def _paint(self, painter: QPainter, chart: Chart, ends: tuple[float, float]) -> None:
        self._paint_frame(painter, chart, ends)
        painter.save()
        painter.setClipRect(self.plot().adjusted(-5, -5, 5, 5))
        for line, curve in enumerate(chart.curves):
            self._paint_span(painter, chart, curve, ends, self.hue(line))
        for line, curve in enumerate(chart.curves):
            points = self._pixels(chart, curve.mean, ends)
            if chart.x.name != "case":
                painter.strokePath(draw.path_of(points), pen(self.hue(line), 2.0))
            if chart.nodes.size <= 60:
                painter.setPen(pen(self.hue(line), 1.0))
                painter.setBrush(self.hue(line))
                for x, y in points[np.isfinite(points[:, 1])]:
                    draw.dot(painter, QPointF(x, y), 3.0)
        painter.restore()
        if len(chart.curves) > 1:
            self._paint_legend(painter, chart)

    def _paint_span(
        self, painter: QPainter, chart: Chart, curve: Curve, ends: tuple[float, float], hue: QColor
    ) -> None:
        """Paint from the least to the most that rows have at each node."""
        low, high = (self._pixels(chart, side, ends) for side in (curve.low, curve.high))
        shade = QColor(hue)
        if chart.x.name == "case" or np.isfinite(curve.low).sum() < 2:
            for (x, bottom), (_, top) in zip(low, high, strict=True):
                if math.isfinite(top):
                    painter.strokePath(draw.path_of(np.array([[x, bottom], [x, top]])), pen(hue, 2.0))
            return
        shade.setAlpha(_SHADE)
        path = QPainterPath()
        seen = np.isfinite(low[:, 1])
        outline = np.concatenate([low[seen], high[seen][::-1]])
        path.addPath(draw.path_of(np.concatenate([outline, outline[:1]])))
        painter.fillPath(path, shade)

    def _paint_frame(self, painter: QPainter, chart: Chart, ends: tuple[float, float]) -> None:
        theme, font, box = self.inks.theme, fonts.px_font(11), self.plot()
        unit = f" [{chart.y.unit}]" if chart.y.unit else ""
        head = QRectF(box.left(), box.top() - fonts.px(32), box.width(), fonts.px(20))
        title = f"{chart.y.label}{unit}"
        draw.words(painter, head, title, theme.ink, fonts.px_font(13, fonts.SEMIBOLD), draw.LEFT)
        head.setLeft(head.left() + fonts.width(title, 13, fonts.SEMIBOLD) + fonts.px(8))
        told = "mean, and least to most, of the rows at each value"
        draw.words(painter, head, told, theme.muted, font, draw.LEFT)
        for value in linear_ticks(*ends):
            y = round(box.bottom() - (value - ends[0]) / (ends[1] - ends[0]) * box.height())
            painter.fillRect(QRectF(box.left(), y, box.width(), 1), theme.hairline)
            place = QRectF(box.left() - fonts.px(72), y - 8, fonts.px(64), 16)
            draw.words(painter, place, short(value), theme.muted, font, draw.RIGHT)
        self._paint_across(painter, chart, box)
        painter.setPen(self.inks.border)
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        unit = f" [{chart.x.unit}]" if chart.x.unit else ""
        foot = QRectF(box.left(), box.bottom() + fonts.px(24), box.width(), fonts.px(18))
        draw.words(painter, foot, f"{chart.x.label}{unit}", theme.text, font)

    def _paint_across(self, painter: QPainter, chart: Chart, box: QRectF) -> None:
        theme, font = self.inks.theme, fonts.px_font(11)
        first, last, factor = float(chart.nodes[0]), float(chart.nodes[-1]), chart.x.factor
        if chart.nodes.size <= 12:
            marks = [float(node) for node in chart.nodes]
        else:
            marks = list(log_ticks(first, last) if chart.log else linear_ticks(first, last, 6))
        span = math.log(last / first) if chart.log and last > first else last - first
        free = -math.inf
        for mark in marks:
            part = (math.log(mark / first) if chart.log else mark - first) / span if span > 0.0 else 0.5
            x, said = box.left() + part * box.width(), short(mark * factor)
            wide = fonts.width(said, 11) + 10
            if x - wide / 2 >= free:
                painter.fillRect(QRectF(round(x), box.top(), 1, box.height()), theme.hairline)
                draw.words(
                    painter,
                    QRectF(x - 45, box.bottom() + fonts.px(4), 90, fonts.px(16)),
                    said,
                    theme.muted,
                    font,
                )
                free = x + wide / 2

    def _paint_legend(self, painter: QPainter, chart: Chart) -> None:
        theme, box, row = self.inks.theme, self.plot(), fonts.px(_LEGEND)
        left, wide = box.right() + fonts.px(12), fonts.px(self._wide()) - fonts.px(20)
        for line, curve in enumerate(chart.curves):
            y = box.top() + line * row
            painter.fillRect(QRectF(left, y + row / 2 - 1, fonts.px(12), 2), self.hue(line))
            place = QRectF(left + fonts.px(18), y, wide - fonts.px(18), row)
            said = fit(curve.label, place.width(), 11)
            draw.words(painter, place, said, theme.text, fonts.px_font(11), draw.LEFT)
        if chart.cases > len(chart.curves):
            place = QRectF(left, box.top() + len(chart.curves) * row, wide, row)
            said = say("and {cases:,} cases more", cases=chart.cases - len(chart.curves))
            draw.words(painter, place, said, theme.muted, fonts.px_font(11), draw.LEFT)
