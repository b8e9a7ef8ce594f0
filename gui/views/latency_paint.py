"""Paints the latency view: stacked plots over one load, the promises, the load line, the read-out."""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui import fonts, shown_units
from gui.language import say, tr
from gui.plotting import draw, text
from gui.plotting.contours import Floats
from gui.plotting.inks import CAUSE_WORDS, Inks, pen
from gui.plotting.latency_inks import curve_pen, shade
from gui.plotting.latency_job import STATISTICS, LatencyResult
from gui.plotting.latency_layout import LatencyGeometry, end_of, spread
from gui.plotting.latency_simulation import Simulated
from gui.plotting.latency_table import simulated_most
from gui.plotting.latency_words import LONG_NAMES, NAMES, caption
from gui.plotting.ticks import nice_step
from gui.shown_units import METRICS
from gui.views.latency_bought import paint_bought


@dataclass(frozen=True, slots=True)
class Scene:
    """What there is to paint: a frame, what was simulated, there and here, the pointer, the measures."""

    result: LatencyResult
    simulated: tuple[Simulated, ...]
    here: Simulated | None
    measures: tuple[str, ...]
    hover: float | None
    quick: bool
    ghost: bool


class LatencyPainter:
    """Paints a `Scene` into the rectangles of a `LatencyGeometry`."""

    def __init__(self, painter: QPainter, inks: Inks, geometry: LatencyGeometry, scene: Scene) -> None:
        self.painter, self.inks, self.geometry, self.scene = painter, inks, geometry, scene
        self.result, self.theme = scene.result, inks.theme

    def paint(self) -> None:
        """Paint all but what marks a load; nothing where no load has a latency."""
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.result.empty:
            if self.result.bought and self.result.obstacle is None:
                self._caption()
                paint_bought(self.painter, self.inks, self.geometry, self.result)
            return
        self._caption()
        for measure, box in self.geometry.plots.items():
            self._head(measure)
            self._plot(measure, box)
        self._axes()
        self._legend()

    # places -------------------------------------------------------------------------------------

    def x(self, load: float) -> float:
        """Return the pixel of a load."""
        box = self.geometry.field
        return box.left() + min(max(self.result.load.at(load), -1.0), 2.0) * box.width()

    def points(self, measure: str, at: Floats, values: Floats) -> Floats:
        """Return pixels of `values` of a measure, display unit, shape (n, 2); NaN stays."""
        box = self.geometry.plots[measure]
        up = np.clip(self.result.scales[measure].unit(values), -1.0, 3.0)
        across = np.clip(self.result.load.unit(at), -1.0, 2.0)
        return np.stack([box.left() + across * box.width(), box.bottom() + 1 - up * box.height()], axis=1)

    def words(
        self, box: QRectF, said: str, align: Qt.AlignmentFlag = draw.CENTER, *, strong: bool = False
    ) -> None:
        """Write in small type: muted, or strong."""
        font = fonts.px_font(11, fonts.SEMIBOLD if strong else fonts.REGULAR)
        draw.words(self.painter, box, said, self.theme.text if strong else self.theme.muted, font, align)

    # frame --------------------------------------------------------------------------------------

    def _caption(self) -> None:
        simulated = simulated_most(self.result, self.scene.simulated)
        said, box = caption(self.result, simulated), QRectF(self.geometry.caption)
        font = fonts.px_font(13, fonts.SEMIBOLD)
        color = self.theme.ink if said.possible else self.theme.bad
        top = QRectF(box.left(), box.top() + fonts.px(10), box.width(), fonts.px(18))
        head = fonts.metrics(13, fonts.SEMIBOLD).elidedText(
            said.head, Qt.TextElideMode.ElideRight, int(box.width())
        )
        draw.words(self.painter, top, head, color, font, draw.LEFT)
        top.translate(0, fonts.px(19))
        detail = fonts.metrics(12).elidedText(said.detail, Qt.TextElideMode.ElideRight, int(box.width()))
        color = self.theme.muted if said.good else self.theme.bad
        draw.words(self.painter, top, detail, color, fonts.px_font(12), draw.LEFT)

    def _head(self, measure: str) -> None:
        box = QRectF(self.geometry.heads[measure])
        name = NAMES[measure]
        draw.words(self.painter, box, name, self.theme.ink, fonts.px_font(12, fonts.SEMIBOLD), draw.LEFT)
        box.setLeft(box.left() + fonts.width(name, 12, fonts.SEMIBOLD) + fonts.px(8))
        self.words(box, f"{tr(LONG_NAMES[measure])}, {METRICS[f'{measure}_mean'].display_unit}", draw.LEFT)
        if measure == next(iter(self.geometry.heads)):
            unit = shown_units.seen("requests/s")[1]
            self.words(box, tr("{unit} of one replica").format(unit=tr(unit)), draw.RIGHT)

    def _plot(self, measure: str, box: QRect) -> None:
        painter = self.painter
        self._grid(measure, box)
        painter.save()
        painter.setClipRect(box)
        self._stops(box)
        self._limit(measure, box)
        self._ghost(measure)
        self._curves(measure)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.inks.border)
        painter.drawRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5))
        self._names(measure, box)

    def _grid(self, measure: str, box: QRect) -> None:
        scale = self.result.scales[measure]
        last = math.inf
        for value in scale.ticks():
            y = round(box.bottom() + 1 - scale.at(value) * box.height())
            if not box.top() <= y <= box.bottom() + 1 or last - y < 12:
                continue
            last = y
            self.painter.fillRect(QRectF(box.left(), y, box.width(), 1), self.theme.hairline)
            place = QRectF(box.left() - fonts.px(60), y - 8, fonts.px(52), 16)
            self.words(place, text.bare(f"{measure}_mean", value), draw.RIGHT)
        for load, _ in self.result.load.ticks():
            x = round(self.x(load))
            self.painter.fillRect(QRectF(x, box.top(), 1, box.height()), self.theme.hairline)

    def _stops(self, box: QRect) -> None:
        self.painter.setBrushOrigin(0, 0)
        for cause, runs in self.result.stops.items():
            for low, high in runs:
                left, right = self.x(low), self.x(high)
                area = QRectF(left, box.top(), right - left, box.height())
                self.painter.fillRect(area, self.inks.slow_wash)
                self.painter.fillRect(area, self.inks.hatch(cause))

    def _limit(self, measure: str, box: QRect) -> None:
        key = f"{measure}_{self.result.statistic}"
        limit = self.result.limits.get(key)
        if limit is None:
            return
        along = self.result.scales[measure].at(limit)
        said = say("limit {value}", value=text.level(key, limit))
        y = box.bottom() + 1 - along * box.height()
        if 0.0 <= along <= 1.0:
            self.painter.fillRect(
                QRectF(box.left(), round(y) - fonts.px(1), box.width(), fonts.px(2)), self.theme.latency_limit
            )
        else:
            said += tr(", above") if along > 1.0 else tr(", below")
        wide = fonts.width(said, 11, fonts.SEMIBOLD) + 10
        # Over its line, under it where that runs along the upper edge.
        over = y - fonts.px(20) > box.top()
        inside = y - fonts.px(11) if over else y + fonts.px(12)
        inside = min(max(inside, box.top() + fonts.px(11)), box.bottom() - fonts.px(10))
        # Curves begin low at the left: a limit off the lower edge is told where they have risen.
        reach = fonts.px(6) + wide / 2
        middle = box.right() - reach if along < 0.0 else box.left() + reach
        draw.chip(self.painter, self.inks, middle, inside, wide, said, self.theme.ink)

    # curves -------------------------------------------------------------------------------------

    def _ghost(self, measure: str) -> None:
        ghost = self.result.ghost
        if ghost is not None and self.scene.ghost:
            path = draw.path_of(self.points(measure, ghost.at, ghost.curves[measure]))
            draw.stroke(self.painter, path, self.inks.baseline, self.scene.quick)

    def _curves(self, measure: str) -> None:
        r = self.result
        order = sorted(STATISTICS, key=lambda which: which == r.statistic)
        for which in order:
            path = draw.path_of(self.points(measure, r.at, r.curve(f"{measure}_{which}")))
            heavy = which == r.statistic
            draw.stroke(self.painter, path, curve_pen(self.theme, which, heavy=heavy), self.scene.quick)

    def _names(self, measure: str, box: QRect) -> None:
        """Name each line where it leaves the plot."""
        r, found = self.result, []
        for which in STATISTICS:
            end = end_of(self.points(measure, r.at, r.curve(f"{measure}_{which}")), box)
            if end is not None:
                found.append((*end, which))
        found.sort()
        placed = spread([y for y, _, _ in found], box.top() + fonts.px(5), box.bottom() - fonts.px(4))
        for y, (_, _, which) in zip(placed, found, strict=True):
            weight = fonts.SEMIBOLD if which == r.statistic else fonts.REGULAR
            place = QRectF(box.right() + fonts.px(7), y - 8, fonts.px(40), 16)
            draw.words(
                self.painter, place, which, shade(self.theme, which), fonts.px_font(11, weight), draw.LEFT
            )

    # axes ---------------------------------------------------------------------------------------

    def _axes(self) -> None:
        r, row = self.result, QRectF(self.geometry.ticks)
        now = self.x(r.now) if math.isfinite(r.now) else math.inf
        chip = fonts.width(r.load.chip(r.now), 11, fonts.SEMIBOLD) / 2 + 8 if math.isfinite(now) else 0
        for load, said in r.load.ticks():
            x, half = self.x(load), fonts.width(said, 11) / 2
            if abs(x - now) > half + chip:
                self.words(QRectF(x - 40, row.top() + fonts.px(3), 80, fonts.px(16)), said)
        self._rates(now)
        title = QRectF(self.geometry.title)
        draw.words(self.painter, title, r.load.title(), self.theme.text, fonts.px_font(11))

    def _rates(self, now: float) -> None:
        """Write round rates above the first plot, where the curve passes them."""
        r, row = self.result, QRectF(self.geometry.rates)
        known = np.isfinite(r.rate)
        rates, at = r.rate[known] * shown_units.seen("requests/s")[0], r.at[known]
        rising = np.concatenate([[True], np.diff(np.maximum.accumulate(rates)) > 0])
        rates, at = rates[rising], at[rising]
        last = -math.inf
        for value in _round_steps(float(rates[-1])):
            if not rates[0] * 0.999 <= value <= rates[-1] and value != 0.0:
                continue
            x = self.x(float(np.interp(value, rates, at))) if value else self.x(0.0)
            said = text.short(value)
            half = fonts.width(said, 11) / 2
            if x - half < last + 10 or abs(x - now) < half + 26 or not row.left() - 1 <= x <= row.right() + 2:
                continue
            last = x + half
            self.painter.fillRect(QRectF(round(x), row.bottom() - 2, 1, 4), self.theme.muted)
            self.words(QRectF(x - 40, row.top() - fonts.px(2), 80, fonts.px(16)), said)

    def _legend(self) -> None:
        r, box = self.result, QRectF(self.geometry.legend)
        x, y = box.left(), box.center().y() + 2
        entries: list[tuple[str, QPen | str | None]] = []
        if r.limits:
            entries.append(("limit", self.inks.limit))
        if r.ghost is not None and self.scene.ghost:
            entries.append((f"baseline {r.statistic}", self.inks.baseline))
        entries += [(CAUSE_WORDS.get(cause, cause), cause) for cause in r.stops]
        if any(not at.trace for at in self.scene.simulated):
            entries.append(("simulated", None))
        if any(at.trace for at in self.scene.simulated):
            entries.append(("replayed", None))
        for said, look in entries:
            self._sample(QRectF(x, y - fonts.px(6), fonts.px(22), fonts.px(12)), said, look)
            wide = fonts.width(said, 11)
            draw.words(
                self.painter,
                QRectF(x + fonts.px(29), y - 9, wide, 18),
                said,
                self.theme.text,
                fonts.px_font(11),
                draw.LEFT,
            )
            x += wide + fonts.px(48)

    def _sample(self, box: QRectF, said: str, look: QPen | str | None) -> None:
        painter, y = self.painter, box.center().y()
        if isinstance(look, str):
            painter.setBrushOrigin(0, 0)
            painter.fillRect(box, self.inks.hatch(look))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self.inks.border)
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        elif look is None:
            painter.setPen(pen(shade(self.theme, "p95"), 1.25))
            painter.setBrush(self.theme.panel)
            middle = box.center()
            if said == "replayed":
                painter.drawRect(QRectF(middle.x() - 3, middle.y() - 3, 6, 6))
                return
            painter.drawLine(QPointF(middle.x(), box.top()), QPointF(middle.x(), box.bottom()))
            draw.dot(painter, middle, 2.75)
        else:
            painter.setPen(look)
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))


def _round_steps(most: float) -> list[float]:
    step = nice_step(most / 6.0)
    return [float(f"{i * step:.6g}") for i in range(int(most / step + 1e-9) + 1)]
