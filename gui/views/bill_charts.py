"""The two charts of the bill view: cash over the years, and what each supply costs by volume."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.drivers import Cash, Crossing
from gui import fonts
from gui.language import say, sentence, tr
from gui.plotting import draw, text
from gui.plotting.bill_job import BillResult
from gui.plotting.chain_job import dollars
from gui.plotting.contours import Floats
from gui.plotting.inks import Inks, pen
from gui.plotting.scales import Range
from gui.shown_units import priced, shown_at
from gui.theme import Theme

_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 16, 58, 34
#: Supply -> (words, colours in light and dark, dashes).
SUPPLIES: Final[dict[str, tuple[str, tuple[str, str], tuple[float, float] | None]]] = {
    "own": ("owned", ("#1B62B5", "#6FB1FF"), None),
    "rent": ("rented", ("#8A5600", "#E5B15A"), None),
    "mixed": ("mixed", ("#1F8A8A", "#5CC7C7"), (3.0, 2.0)),
    "api": ("bought tokens", ("#7A1FA2", "#E3A0FF"), None),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure on the canvas that explains itself at a click."""

    box: QRectF
    metric: str


class BillCharts(QWidget):
    """Cash above, supplies below.

    Signals
    -------
    explain_requested(metric)
    """

    explain_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bill-charts")
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.inks = Inks(theme)
        self.result: BillResult | None = None
        self.spots: list[Spot] = []
        self._hover = QPointF(-1.0, -1.0)

    def sizeHint(self) -> QSize:
        """Return room for both charts."""
        return QSize(fonts.px(400), fonts.px(440))

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self.update()

    def show_result(self, result: BillResult) -> None:
        """Show a frame."""
        self.result = result
        self.setAccessibleName(tr("Cash over the years, and cost of each supply by volume"))
        told = "; ".join(f"{tr(label)} {sentence(said)}" for label, said, _ in headline(result))
        self.setAccessibleDescription(told or tr("No service, no cash."))
        self.update()

    def plots(self) -> tuple[QRectF, QRectF]:
        """Return the rectangles of both plots."""
        left, right, top, bottom = (fonts.px(n) for n in (_LEFT, _RIGHT, _TOP, _BOTTOM))
        half = self.height() / 2
        wide = max(60.0, self.width() - left - right)
        high = max(40.0, half - top - bottom)
        return QRectF(left, top, wide, high), QRectF(left, half + top, wide, high)

    # painting -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.inks.theme.panel)
        painter.fillRect(QRectF(0, 0, 1, self.height()), self.inks.theme.hairline)
        self.spots = []
        if self.result is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            upper, lower = self.plots()
            self._paint_cash(painter, self.result, upper)
            self._paint_supplies(painter, self.result, lower)
        painter.end()

    def _title(self, painter: QPainter, box: QRectF, title: str, more: str) -> None:
        theme, left = self.inks.theme, fonts.px(16)
        place = QRectF(left, box.top() - fonts.px(46), self.width(), fonts.px(18))
        draw.words(painter, place, title, theme.ink, fonts.px_font(13, fonts.SEMIBOLD), draw.LEFT)
        place.setLeft(left + fonts.width(title, 13, fonts.SEMIBOLD) + fonts.px(8))
        draw.words(painter, place, more, theme.muted, fonts.px_font(11), draw.LEFT)

    def _paint_cash(self, painter: QPainter, r: BillResult, box: QRectF) -> None:
        theme = self.inks.theme
        self._title(painter, box, "Cash", "total since the start; discounted dashed")
        if r.cash is None:
            self._empty(painter, box, "no service, no cash")
            return
        self._paint_headline(painter, r, box)
        curves = [r.cash.total, r.cash.present] + ([r.before.total] if r.before is not None else [])
        scale = cash_range(curves)
        across = Range(0.0, max(c.life for c in (r.cash, r.before) if c is not None), "linear")
        self._paint_grid(painter, box, scale, across)
        painter.save()
        painter.setClipRect(box)
        zero = _up(box, scale, 0.0)
        painter.fillRect(QRectF(box.left(), zero - 0.5, box.width(), 1), theme.token("ink", 150))
        if r.before is not None:
            painter.strokePath(draw.path_of(_points(box, across, scale, r.before.years, r.before.total)),
                               self.inks.baseline)  # fmt: skip
        dashed = pen(theme.accent, 1.25, 200, dashes=(4, 3))
        painter.strokePath(draw.path_of(_points(box, across, scale, r.cash.years, r.cash.present)), dashed)
        painter.strokePath(
            draw.path_of(_points(box, across, scale, r.cash.years, r.cash.total)), pen(theme.accent, 2.0)
        )
        self._paint_marks(painter, r.cash, box, across, scale)
        painter.restore()
        self._paint_hover_cash(painter, r.cash, box, across, scale)

    def _paint_marks(self, painter: QPainter, found: Cash, box: QRectF, across: Range, scale: Range) -> None:
        theme = self.inks.theme
        marks = (
            (found.payback, "paid back", theme.good, 0.0),
            (found.loss - 1.0, "runs at a loss", theme.bad, 1.0),
        )
        for year, said, color, row in marks:
            if not 0.0 <= year <= across.high:
                continue
            x = box.left() + across.at(year) * box.width()
            painter.fillRect(QRectF(x - 0.75, box.top(), 1.5, box.height()), color)
            wide = fonts.width(said, 11, fonts.SEMIBOLD) + 10
            right = x + 6 + wide < box.right()
            middle = x + 4 + wide / 2 if right else x - 4 - wide / 2
            y = box.top() + 11 + row * (box.height() - 22)
            draw.chip(painter, self.inks, middle, y, wide, said, color)

    def _paint_headline(self, painter: QPainter, r: BillResult, box: QRectF) -> None:
        theme, x = self.inks.theme, float(fonts.px(16))
        y = box.top() - fonts.px(26)
        for label, said, metric in headline(r):
            first = fonts.width(label, 11) + 4
            wide = first + fonts.width(said, 11, fonts.SEMIBOLD)
            if x + wide > self.width() - 6:
                break
            place = QRectF(x, y, wide, fonts.px(18))
            draw.words(painter, place, label, theme.muted, fonts.px_font(11), draw.LEFT)
            bold = fonts.px_font(11, fonts.SEMIBOLD)
            draw.words(painter, place.adjusted(first, 0, 0, 0), said, theme.ink, bold, draw.LEFT)
            self.spots.append(Spot(place, metric))
            x += wide + fonts.px(14)

    def _paint_supplies(self, painter: QPainter, r: BillResult, box: QRectF) -> None:
        theme = self.inks.theme
        self._title(painter, box, "Cost by volume", "$ a month, whole replicas")
        found = r.supplies
        if found is None or not any(np.isfinite(v).any() for v in found.cost.values()):
            self._empty(painter, box, "no service in any supply")
            return
        across = Range(float(found.volume[0]), float(found.volume[-1]), "log")
        scale = cost_range(list(found.cost.values()))
        self._paint_grid(painter, box, scale, across)
        painter.save()
        painter.setClipRect(box)
        now = box.left() + across.at(found.now) * box.width()
        painter.fillRect(QRectF(now - 0.5, box.top(), 1, box.height()), theme.token("ink", 150))
        chosen = r.scenario.get("finance.supply")
        for name, values in found.cost.items():
            points = _points(box, across, scale, found.volume, values)
            painter.strokePath(draw.path_of(points), self._supply_pen(name, chosen=name == chosen))
        for crossing in found.crossings:
            at = QPointF(
                box.left() + across.at(crossing.volume) * box.width(), _up(box, scale, crossing.cost)
            )
            painter.setPen(pen(theme.ink, 1.5))
            painter.setBrush(theme.panel)
            draw.dot(painter, at, 4.0)
        painter.restore()
        self._paint_legend(painter, box, [name for name, v in found.cost.items() if np.isfinite(v).any()])
        self._name_crossings(painter, r, box, across, scale)
        self._paint_hover_supplies(painter, r, box, across)

    def _supply_pen(self, name: str, *, chosen: bool) -> QPen:
        _, colors, dashes = SUPPLIES[name]
        return pen(QColor(colors[self.inks.theme.dark]), 2.25 if chosen else 1.5, dashes=dashes)

    def _paint_legend(self, painter: QPainter, box: QRectF, shown: Sequence[str]) -> None:
        x, y = float(fonts.px(16)), box.top() - fonts.px(17)
        needed = sum(fonts.px(20) + fonts.width(SUPPLIES[name][0], 11) for name in shown)
        gap = min(float(fonts.px(14)), (self.width() - x - needed) / max(1, len(shown) - 1))
        for name in shown:
            said = SUPPLIES[name][0]
            painter.setPen(self._supply_pen(name, chosen=False))
            painter.drawLine(QPointF(x, y), QPointF(x + fonts.px(16), y))
            wide = fonts.width(said, 11)
            draw.words(painter, QRectF(x + fonts.px(20), y - 9, wide, 18), said, self.inks.theme.text,
                       fonts.px_font(11), draw.LEFT)  # fmt: skip
            x += wide + fonts.px(20) + gap

    def _name_crossings(
        self, painter: QPainter, r: BillResult, box: QRectF, across: Range, scale: Range
    ) -> None:
        # At an end where no curve runs: all rise, so the lower right and the upper left are often free.
        found = r.supplies
        assert found is not None
        told = [_crossing_words(each) for each in found.crossings]
        wides = [fonts.width(said, 11, fonts.SEMIBOLD) + 10 for said in told]
        right, left = box.right() - 4, box.left() + 4
        high, step = fonts.px(18), fonts.px(20)
        lower = [
            QRectF(right - w, box.bottom() - fonts.px(4) - high - step * i, w, high)
            for i, w in enumerate(wides)
        ]
        upper = [QRectF(left, box.top() + fonts.px(4) + step * i, w, high) for i, w in enumerate(wides)]
        curves = [_points(box, across, scale, found.volume, values) for values in found.cost.values()]
        places = min((lower, upper), key=lambda some: _hidden(curves, some))
        for crossing, said, place in zip(found.crossings, told, places, strict=True):
            at = QPointF(
                box.left() + across.at(crossing.volume) * box.width(), _up(box, scale, crossing.cost)
            )
            self._lead(painter, at, place)
            middle = place.center()
            draw.chip(painter, self.inks, middle.x(), middle.y(), place.width(), said, self.inks.theme.ink)
            metric = "api_breakeven" if "api" in (crossing.cheaper, crossing.dearer) else "own_breakeven"
            self.spots.append(Spot(place, metric))

    def _lead(self, painter: QPainter, at: QPointF, place: QRectF) -> None:
        """Draw a line from where curves cross, `at`, up or down and then aside to the name in `place`."""
        ink, aside = self.inks.theme.token("ink", 110), not place.left() <= at.x() <= place.right()
        below = place.center().y() > at.y()
        end = place.center().y() if aside else place.top() if below else place.bottom()
        start = at.y() + (fonts.px(5) if below else -fonts.px(5))
        if (end > start) == below:
            painter.fillRect(QRectF(at.x() - 0.5, min(start, end), 1, abs(end - start)), ink)
        if aside:
            edge = place.left() if place.left() > at.x() else place.right()
            painter.fillRect(QRectF(min(at.x(), edge), end - 0.5, abs(edge - at.x()), 1), ink)

    def _paint_grid(self, painter: QPainter, box: QRectF, scale: Range, across: Range) -> None:
        theme, font = self.inks.theme, fonts.px_font(11)
        for value in _few(across.ticks(), 6):
            x = box.left() + across.at(value) * box.width()
            painter.fillRect(QRectF(round(x), box.top(), 1, box.height()), theme.hairline)
            said = say("{years:g} y", years=value) if across.kind == "linear" else text.short(value)
            draw.words(
                painter, QRectF(x - 40, box.bottom() + fonts.px(3), 80, fonts.px(16)), said, theme.muted, font
            )
        for value in _few(scale.ticks(), 5):
            y = _up(box, scale, value)
            painter.fillRect(QRectF(box.left(), round(y), box.width(), 1), theme.hairline)
            said = ("\u2212$" if value < 0 else "$") + text.short(abs(value))
            place = QRectF(0, y - 8, box.left() - 6, 16)
            draw.words(painter, place, said, theme.muted, font, draw.RIGHT)
        if across.kind == "log":
            place = QRectF(box.left(), box.bottom() + fonts.px(16), box.width(), fonts.px(16))
            draw.words(painter, place, "requests a month", theme.text, font)

    def _empty(self, painter: QPainter, box: QRectF, said: str) -> None:
        draw.words(painter, box, said, self.inks.theme.muted, fonts.px_font(12))

    # the hand -----------------------------------------------------------------------------------

    def _paint_hover_cash(
        self, painter: QPainter, found: Cash, box: QRectF, across: Range, scale: Range
    ) -> None:
        if not box.contains(self._hover):
            return
        year = (self._hover.x() - box.left()) / box.width() * across.high
        node = int(np.argmin(np.abs(found.years - year)))
        at = _points(box, across, scale, found.years[node : node + 1], found.total[node : node + 1])[0]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.inks.theme.ink)
        draw.dot(painter, QPointF(*at), 3.0)
        said = say(
            "{total} after {years:.1f} years",
            total=dollars(float(found.total[node])),
            years=found.years[node],
        )
        left = min(at[0] + 8, box.right() - draw.pill_width(said))
        draw.pill(painter, self.inks, left, max(at[1] - 30, box.top() + 2), said)

    def _paint_hover_supplies(self, painter: QPainter, r: BillResult, box: QRectF, across: Range) -> None:
        found = r.supplies
        if found is None or not box.contains(self._hover):
            return
        share = (self._hover.x() - box.left()) / box.width()
        node = int(np.argmin(np.abs(across.unit(found.volume) - share)))
        told = [
            f"{SUPPLIES[name][0]} {dollars(float(values[node]))}"
            for name, values in found.cost.items()
            if math.isfinite(values[node])
        ]
        said = say("{volume} requests: ", volume=text.number(float(found.volume[node]), 2)) + ", ".join(told)
        wide = draw.pill_width(said)
        left = min(max(self._hover.x() - wide / 2, 4.0), self.width() - wide - 4.0)
        draw.pill(painter, self.inks, left, box.bottom() - 30, said)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what lies under the pointer."""
        self._hover = event.position()
        over = any(spot.box.contains(self._hover) for spot in self.spots)
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell nothing."""
        self._hover = QPointF(-1.0, -1.0)
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask where a figure comes from."""
        for spot in self.spots:
            if spot.box.contains(event.position()):
                self.explain_requested.emit(spot.metric)
                return


def _crossing_words(crossing: Crossing) -> str:
    said = say(
        "{supply} below {supply2} from ",
        supply=SUPPLIES[crossing.cheaper][0],
        supply2=SUPPLIES[crossing.dearer][0],
    )
    return said + text.number(crossing.volume, 2)


def _hidden(curves: Sequence[Floats], places: Sequence[QRectF]) -> int:
    """Return how many points of `curves` lie under `places`."""
    return sum(
        int(
            (np.abs(curve - (place.center().x(), place.center().y())) < (place.width() / 2, 11.0))
            .all(axis=1)
            .sum()
        )
        for curve in curves
        for place in places
    )


def headline(r: BillResult) -> list[tuple[str, str, str]]:
    """Return label, figure and metric of what the investment comes to."""
    here = r.here
    if r.cash is None:
        return []
    made = [("NPV", dollars(here.base("npv")), "npv")]
    if here.base("capex") > 0.0:
        irr, back = here.shown("irr"), here.shown("payback")
        made.append(("IRR", f"{irr:.1f} %".replace("-", text.MINUS) if math.isfinite(irr) else "none", "irr"))
        made.append(("payback", f"{back:.1f} y" if math.isfinite(back) else "never", "payback"))
    life = here.shown("economic_life")
    made.append(("loss from year", f"{life:.0f}" if life < 50.0 else "none", "economic_life"))
    made.append(("levelised", priced(say("{here} / M output", here=dollars(shown_at(here, "lcot")))), "lcot"))
    return made


def cash_range(curves: list[Floats]) -> Range:
    """Return a scale that holds zero and every curve."""
    values = np.concatenate(curves)
    low, high = min(float(values.min()), 0.0), max(float(values.max()), 0.0)
    room = 0.06 * max(high - low, 1e-6)
    return Range(low - room, high + room, "linear")


def cost_range(curves: list[Floats]) -> Range:
    """Return a logarithmic scale that holds every finite cost."""
    values = np.concatenate(curves)
    values = values[np.isfinite(values) & (values > 0.0)]
    low, high = (float(values.min()), float(values.max())) if values.size else (1.0, 10.0)
    return Range(low / 1.3, max(high * 1.3, low * 3.0), "log")


def _points(box: QRectF, across: Range, scale: Range, x: Floats, y: Floats) -> Floats:
    right = box.left() + across.unit(x) * box.width()
    up = box.bottom() - np.clip(scale.unit(y), -2.0, 3.0) * box.height()
    return np.stack([right, up], axis=1)


def _up(box: QRectF, scale: Range, value: float) -> float:
    return box.bottom() - scale.at(value) * box.height()


def _few(values: tuple[float, ...], most: int) -> tuple[float, ...]:
    return values[:: max(1, math.ceil(len(values) / most))]
