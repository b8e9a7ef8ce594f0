"""Marks of the latency view: the most the limits allow, the scenario's load, the one under the pointer."""

import math
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt

from gui import fonts, shown_units
from gui.language import say
from gui.plotting import draw, text
from gui.plotting.inks import pen
from gui.plotting.labels import chip_height, pill_height, pill_pad
from gui.plotting.latency_inks import shade
from gui.plotting.latency_job import STATISTICS
from gui.plotting.latency_simulation import Figure, Simulated
from gui.plotting.latency_table import counting, simulated_most
from gui.plotting.latency_words import ALIKE, rate_words, reading_head, reading_rows, value_at
from gui.views.latency_paint import LatencyPainter

_ROW: Final = 17
#: Width of the name and of each figure in the read-out [px].
_NAME: Final = 78
_FIGURE: Final = 60


class Marks:
    """Paints marks over what `plots` painted."""

    def __init__(self, plots: LatencyPainter) -> None:
        self.plots, self.painter, self.inks = plots, plots.painter, plots.inks
        self.result, self.theme, self.geometry = plots.result, plots.theme, plots.geometry
        self._taken: list[QRectF] = []

    def paint(self) -> None:
        """Paint every mark."""
        if self.result.empty:
            return
        self._most()
        self._load_line()
        if self.plots.scene.hover is not None:
            self._hover(self.plots.scene.hover)

    # the most the limits allow --------------------------------------------------------------------

    def _most(self) -> None:
        r = self.result
        if r.most is None or not r.most.limit:
            return
        found = simulated_most(r, self.plots.scene.simulated)
        if found is not None and abs(r.load.at(found) - r.load.at(r.most.at)) < ALIKE:
            found = None
        x, apart = round(self.plots.x(r.most.at)), math.nan if found is None else self.plots.x(found)
        for box in self.geometry.plots.values():
            self.painter.fillRect(
                QRectF(x - fonts.px(1), box.top(), fonts.px(2), box.height()), self.theme.latency_limit
            )
        self._name(
            x,
            say(
                "goodput {value}, {rate}",
                value=r.load.chip(r.most.at),
                rate=rate_words(r.most.rate, short=True),
            ),
            right=True,
            other=apart,
        )
        if found is None:
            return
        other, x = float(x), round(self.plots.x(found))
        self.painter.setPen(pen(self.theme.latency_limit, 1.0, dashes=(4, 4)))
        for box in self.geometry.plots.values():
            self.painter.drawLine(QPointF(x + 0.5, box.top()), QPointF(x + 0.5, box.bottom()))
        said = say("simulated {found}", found=r.load.chip(found))
        self._name(x, said, right=found > r.most.at, other=other)

    def _name(self, x: float, said: str, *, right: bool, other: float) -> None:
        """Name the upright line at `x` on the first plot, `right` of it if that covers nothing else.

        Where it can the name stays off the `other` line, for beyond that it would be read as that one's.
        """
        wide = fonts.width(said, 11, fonts.SEMIBOLD) + fonts.px(12)
        box = self._first()
        after = min(x + 8 + wide / 2, max(x + 3 + wide / 2, box.right() - 1 - wide / 2))
        sides = (after, x - 8 - wide / 2) if right else (x - 8 - wide / 2, after)
        heights = (box.top() + fonts.px(14), *(box.bottom() - fonts.px(n) for n in (12, 32, 52)))
        spots = [(at, y) for y in heights for at in sides]
        free = [spot for spot in spots if self._free(*spot, wide)]
        free = free or [spot for spot in spots if not self._named(_chip_box(*spot, wide))]
        at, y = min(
            free,
            key=lambda spot: (abs(spot[0] - other) < wide / 2, self._covered(spot[0], spot[1], wide)),
            default=spots[2],
        )
        at = min(max(at, box.left() + wide / 2 + 2), box.right() - wide / 2 - 2)
        self._taken.append(_chip_box(at, y, wide))
        draw.chip(self.painter, self.inks, at, y, wide, said, self.theme.ink)

    def _covered(self, x: float, y: float, wide: float) -> int:
        """Return how many points of curves a chip centred there would cover."""
        r, key = self.result, next(iter(self.geometry.plots))
        lines = [self.plots.points(key, r.at, r.curve(f"{key}_{which}")) for which in STATISTICS]
        points = np.concatenate(lines)
        return int(np.count_nonzero((np.abs(points - (x, y)) < (wide / 2, 9.0)).all(axis=1)))

    def _named(self, chip: QRectF) -> bool:
        return any(chip.intersects(other) for other in self._taken)

    def _first(self) -> QRect:
        return next(iter(self.geometry.plots.values()))

    def _free(self, x: float, y: float, wide: float) -> bool:
        """Return whether a chip centred there stays inside and covers no other mark."""
        chip, box = _chip_box(x, y, wide), QRectF(self._first())
        limit = self.result.limits.get(self._key("ttft"), math.nan)
        level = box.bottom() + 1 - self.result.scales["ttft"].at(limit) * box.height()
        crossed = chip.top() - 2 < level < chip.bottom() + 2
        if not box.contains(chip) or crossed or self._named(chip):
            return False
        if not math.isfinite(self.result.now):
            return chip.right() < box.right() - 10
        line = QRectF(self.plots.x(self.result.now) - 7, box.top(), 14, box.height())
        spot = self._spot("ttft")
        pill = self._pill("ttft", spot) if spot is not None else QRectF()
        return not chip.intersects(line) and not chip.intersects(pill)

    # the scenario's own load ----------------------------------------------------------------------

    def _load_line(self) -> None:
        r, field = self.result, self.geometry.field
        beyond = not math.isfinite(r.now)
        x = round(field.right() - 4 if beyond else self.plots.x(r.now)) + 0.5
        color = self.theme.bad if beyond else self.theme.accent
        for box in self.geometry.plots.values():
            self.painter.fillRect(
                QRectF(x - fonts.px(2), box.top(), fonts.px(4), box.height()), self.theme.token("panel", 150)
            )
            self.painter.fillRect(QRectF(x - fonts.px(1), box.top(), fonts.px(2), box.height()), color)
        for measure in self.geometry.plots:
            self._dots(measure)
        if beyond:
            return
        for measure in self.geometry.plots:
            self._mark(measure)
        self._chip(x, self.geometry.ticks.top() + 2, r.load.chip(r.now))
        rate = r.point.base("replica_rate")
        if math.isfinite(rate):
            self._chip(x, self.geometry.rates.top() - 2, text.number(rate * _rates()))

    def _dots(self, measure: str) -> None:
        """Lay what was simulated over the lines."""
        self.painter.save()
        self.painter.setClipRect(self.geometry.plots[measure])
        for at in self.plots.scene.simulated:
            for which in STATISTICS:
                figure = at.figures.get(f"{measure}_{which}")
                if figure is not None:
                    self._dot(measure, which, at, figure)
        self.painter.restore()

    def _dot(self, measure: str, which: str, at: Simulated, figure: Figure) -> None:
        values = np.array([figure.value, figure.low, figure.high])
        spots = self.plots.points(measure, np.full(3, at.load), values)
        self.painter.setPen(pen(shade(self.theme, which), 1.25))
        if math.isfinite(figure.low):
            self.painter.drawLine(QPointF(*spots[1]), QPointF(*spots[2]))
        self.painter.setBrush(self.theme.panel)
        spot = QPointF(*spots[0])
        if at.trace:
            side = fonts.px(6)
            self.painter.drawRect(QRectF(spot.x() - side / 2, spot.y() - side / 2, side, side))
        else:
            draw.dot(self.painter, spot, 2.75)

    def _chip(self, x: float, top: float, said: str) -> None:
        wide = fonts.width(said, 11, fonts.SEMIBOLD) + fonts.px(12)
        place = QRectF(round(x - wide / 2), top, wide, chip_height())
        draw.axis_chip(self.painter, self.inks, place, said)

    def _key(self, measure: str) -> str:
        return f"{measure}_{self.result.statistic}"

    def _spot(self, measure: str) -> QPointF | None:
        """Return where the scenario lies on the plot of `measure`; None off the plot."""
        value, box = self._value(measure)[0], self.geometry.plots[measure]
        spot = self.plots.points(measure, np.array([self.result.now]), np.array([value]))[0]
        inside = np.isfinite(spot).all() and box.top() <= spot[1] <= box.bottom()
        return QPointF(*spot) if inside else None

    def _value(self, measure: str) -> tuple[float, bool]:
        return counting(self.result, self.plots.scene.here, self._key(measure))

    def _said(self, measure: str) -> str:
        value, simulated = self._value(measure)
        said = text.reading(self._key(measure), value)
        return say("{said} simulated", said=said) if simulated else said

    def _pill(self, measure: str, at: QPointF) -> QRectF:
        box = self.geometry.plots[measure]
        wide = fonts.width(self._said(measure), 12, fonts.SEMIBOLD) + pill_pad()
        off = fonts.px(11)
        left = at.x() - off - wide if at.x() - off - wide > box.left() + 4 else at.x() + off
        top = min(max(at.y() - pill_height() - fonts.px(8), box.top() + 3), box.bottom() - pill_height() - 3)
        return QRectF(left, top, wide, pill_height())

    def _mark(self, measure: str) -> None:
        spot = self._spot(measure)
        if spot is None:
            return
        late = self._value(measure)[0] > self.result.limits.get(self._key(measure), math.inf)
        draw.ring(self.painter, self.inks, spot, pen(self.theme.bad if late else self.theme.accent, 2.0))
        place = self._pill(measure, spot)
        draw.pill(self.painter, self.inks, place.left(), place.top(), self._said(measure))

    # the read-out ---------------------------------------------------------------------------------

    def _hover(self, load: float) -> None:
        x = round(self.plots.x(load)) + 0.5
        for measure, box in self.geometry.plots.items():
            self.painter.fillRect(QRectF(x - 0.5, box.top(), 1, box.height()), self.inks.hair.color())
            for which in STATISTICS:
                value = value_at(self.result, f"{measure}_{which}", load)
                y = float(self.plots.points(measure, np.array([load]), np.array([value]))[0, 1])
                if box.top() <= y <= box.bottom():
                    self.painter.setPen(Qt.PenStyle.NoPen)
                    self.painter.setBrush(shade(self.theme, which))
                    draw.dot(self.painter, QPointF(x, y), 3.0)
        served = math.isfinite(value_at(self.result, "replica_rate", load))
        rows = reading_rows(self.result, load) if served else []
        self._read_out(x, reading_head(self.result, load), rows)

    def _read_out(self, x: float, head: str, rows: list[list[str]]) -> None:
        first, column, row_high, pad = fonts.px(_NAME), fonts.px(_FIGURE), fonts.px(_ROW), fonts.px(9)
        wide = max(
            fonts.width(head, 11, fonts.SEMIBOLD) + 2 * pad, first + column * 4 + fonts.px(14) if rows else 0
        )
        field = self.geometry.field
        off = fonts.px(14)
        left = x + off if x + off + wide < field.right() + fonts.px(40) else x - off - wide
        box = QRectF(
            round(left) + 0.5,
            field.top() + fonts.px(30) + 0.5,
            wide,
            row_high * (len(rows) + 1) + fonts.px(10),
        )
        self.painter.setPen(self.inks.border)
        self.painter.setBrush(self.theme.panel)
        self.painter.drawRoundedRect(box, 4, 4)
        line = QRectF(box.left() + pad, box.top() + fonts.px(5), wide - 2 * pad, row_high)
        self.plots.words(line, head, draw.LEFT, strong=True)
        for row in rows:
            line.translate(0, row_high)
            self.plots.words(line, row[0], draw.LEFT)
            for i, said in enumerate(row[1:]):
                cell = QRectF(line.left() + first + i * column, line.top(), column - 4, row_high)
                strong = STATISTICS[i] == self.result.statistic and row[0] != ""
                self.plots.words(cell, said, draw.RIGHT, strong=strong)


def _chip_box(x: float, y: float, wide: float) -> QRectF:
    return QRectF(x - wide / 2, y - chip_height() / 2, wide, chip_height())


def _rates() -> float:
    """Return what rates are multiplied by to be in the unit chosen."""
    return shown_units.seen("requests/s")[0]
