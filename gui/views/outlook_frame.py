"""A small plot over years: where figures lie in it, its ticks, its lines and labels."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gui import fonts
from gui.language import tr
from gui.plotting import draw, text
from gui.plotting.contours import Floats
from gui.plotting.inks import Inks, pen
from gui.plotting.scales import Range
from gui.plotting.ticks import thinned

HEAD = 22
FOOT = 18


@dataclass(frozen=True, slots=True)
class Frame:
    """One plot.

    Attributes
    ----------
    box : QRectF
        Where figures are drawn, title, ticks and labels apart.
    years : ndarray
    scale : Range
    """

    box: QRectF
    years: Floats
    scale: Range

    def x(self, t: float) -> float:
        """Return the middle of the column of the year `t` after the first."""
        return self.box.left() + (t + 0.5) / self.years.size * self.box.width()

    def at_year(self, year: float) -> float:
        """Return where the date `year` lies."""
        return self.x(year - float(self.years[0]))

    def y(self, value: float) -> float:
        """Return the height of `value`, cut off at the edges."""
        return self.box.bottom() - min(max(self.scale.at(value), -0.02), 1.02) * self.box.height()

    def line(self, values: Floats) -> Floats:
        """Return the course of `values` in px, shape (n, 2); NaN stays."""
        up = np.clip(self.scale.unit(values), -0.02, 1.02)
        across = [self.x(t) for t in range(values.size)]
        return np.stack([np.array(across), self.box.bottom() - up * self.box.height()], axis=1)

    def index(self, x: float) -> int:
        """Return the year whose column `x` lies in, held to those there are."""
        at = int((x - self.box.left()) / self.box.width() * self.years.size)
        return min(max(at, 0), self.years.size - 1)


def log_range(*series: Floats) -> Range:
    """Return a logarithmic range that holds all positive figures of `series` with room."""
    values = np.concatenate([np.ravel(s) for s in series])
    values = values[np.isfinite(values) & (values > 0.0)]
    if values.size == 0:
        return Range(1.0, 10.0, "log")
    low, high = float(values.min()), float(values.max())
    room = max(high / low, 1.5) ** 0.08
    return Range(low / room, max(high * room, low * 2.0), "log")


def linear_range(*series: Floats, floor: float = -math.inf) -> Range:
    """Return a linear range that holds 0 and all figures of `series` above `floor`."""
    values = np.concatenate([np.ravel(s) for s in series])
    values = values[np.isfinite(values)]
    low = max(min(0.0, float(values.min(initial=0.0))), floor)
    high = max(0.0, float(values.max(initial=0.0)))
    room = 0.08 * (high - low) or 1.0
    return Range(low - (room if low < 0.0 else 0.0), high + room, "linear")


def heading(painter: QPainter, inks: Inks, f: Frame, title: str, unit: str) -> None:
    """Draw the title of a plot with its unit."""
    theme, box = inks.theme, f.box
    head = QRectF(
        box.left() - fonts.px(44), box.top() - fonts.px(HEAD), box.width() + fonts.px(44), fonts.px(16)
    )
    draw.words(painter, head, title, theme.ink, fonts.px_font(12, fonts.SEMIBOLD), draw.LEFT)
    after = head.adjusted(fonts.width(title, 12, fonts.SEMIBOLD) + fonts.px(8), 0, 0, 0)
    # No further than the names of curves, beside which the next plot begins.
    room = box.right() + fonts.px(70) - after.left()
    draw.words(
        painter, after, fonts.whole_parts(tr(unit), room, 11), theme.muted, fonts.px_font(11), draw.LEFT
    )


def ground(
    painter: QPainter, inks: Inks, f: Frame, title: str, unit: str, money: bool, *, years: bool = True
) -> None:
    """Draw title, ticks with their figures, and the years below."""
    theme, box, small = inks.theme, f.box, fonts.px_font(11)
    heading(painter, inks, f, title, unit)
    for value in _sparse(f):
        y = round(f.y(value))
        painter.fillRect(QRectF(box.left(), y, box.width(), 1), theme.token("hairline", 170))
        said = ("$" if money else "") + text.short(value) + ("" if money or unit != "%" else " %")
        said = said.replace("$\u2212", "\u2212$")
        place = QRectF(box.left() - fonts.px(60), y - 8, fonts.px(55), 16)
        draw.words(painter, place, said, theme.muted, small, draw.RIGHT)
    if years:
        year_row(painter, inks, f, box.bottom() + fonts.px(2))


def _sparse(f: Frame) -> list[float]:
    ticks = [v for v in f.scale.ticks() if -0.001 <= f.scale.at(v) <= 1.001]
    most = max(2, int(f.box.height() / fonts.px(24)))
    return thinned(ticks, most)


def year_row(painter: QPainter, inks: Inks, f: Frame, top: float) -> None:
    """Write the years below the columns, short where columns are narrow."""
    wide = f.box.width() / f.years.size
    long = wide > fonts.width("2026", 11) + 6
    every = math.ceil((fonts.width("\u201926", 11) + 4) / wide)
    for t, year in enumerate(f.years):
        said = f"{year:.0f}" if long else f"\u2019{year % 100:02.0f}"
        if not long and t % every:
            continue
        place = QRectF(f.x(t) - wide, top, 2 * wide, fonts.px(16))
        draw.words(painter, place, said, inks.theme.muted, fonts.px_font(11))


def stroke(painter: QPainter, f: Frame, values: Floats, used: QPen) -> None:
    """Draw the course of `values`."""
    painter.save()
    painter.setClipRect(f.box.adjusted(0, -2, 0, 2))
    painter.strokePath(draw.path_of(f.line(values)), used)
    painter.restore()


def dots(painter: QPainter, f: Frame, values: Floats, color: QColor) -> None:
    """Put a dot on each year."""
    painter.setPen(QPen(color, 0))
    painter.setBrush(color)
    for (x, y), value in zip(f.line(values), values, strict=True):
        if math.isfinite(value) and 0.0 <= f.scale.at(float(value)) <= 1.0:
            draw.dot(painter, QPointF(x, y), 2.2)


def band(painter: QPainter, f: Frame, low: Floats, high: Floats, fill: QColor) -> None:
    """Fill between two courses."""
    up, down = f.line(high), f.line(low)[::-1]
    path = QPainterPath(QPointF(*up[0]))
    for point in (*up[1:], *down):
        path.lineTo(QPointF(*point))
    path.closeSubpath()
    painter.fillPath(path, fill)


def end_labels(painter: QPainter, inks: Inks, f: Frame, named: Sequence[tuple[str, float, QColor]]) -> None:
    """Write names beside the last year, moved apart so that none covers another."""
    high, left = fonts.px(13), f.box.right() + 4
    order = sorted(named, key=lambda entry: f.y(entry[1]))
    tops: list[float] = []
    for _, value, _ in order:
        wanted = f.y(value) - high / 2
        tops.append(max(wanted, tops[-1] + high) if tops else wanted)
    over = tops[-1] + high - (f.box.bottom() + 4) if tops else 0.0
    for i in range(len(tops) - 1, -1, -1):
        limit = tops[i + 1] - high if i + 1 < len(tops) else math.inf
        tops[i] = min(tops[i] - max(over, 0.0) if i == len(tops) - 1 else tops[i], limit)
    for (said, _, color), top in zip(order, tops, strict=True):
        draw.words(painter, QRectF(left, top, fonts.px(90), high), said, color, fonts.px_font(11), draw.LEFT)


def mark_date(
    painter: QPainter,
    inks: Inks,
    f: Frame,
    year: float,
    said: str,
    color: QColor,
    curves: Sequence[Floats] = (),
) -> None:
    """Draw an upright line at a date, named on the side with room, where that hides least of `curves`."""
    x = f.at_year(year)
    if not f.box.left() <= x <= f.box.right():
        return
    painter.setPen(pen(color, 1.25, dashes=(3, 3)))
    painter.drawLine(QPointF(round(x) + 0.5, f.box.top()), QPointF(round(x) + 0.5, f.box.bottom()))
    wide = fonts.width(said, 11, fonts.SEMIBOLD) + 10
    right = x + 4 + wide < f.box.right() + fonts.px(20)
    middle = x + 4 + wide / 2 if right else max(x - 4 - wide / 2, f.box.left() + wide / 2)
    spots = [(middle, f.box.top() + fonts.px(8)), (middle, f.box.bottom() - fonts.px(8))]
    at, y = min(spots, key=lambda spot: _hidden(f, curves, spot, wide))
    draw.chip(painter, inks, at, y, wide, said, color)


def _hidden(f: Frame, curves: Sequence[Floats], spot: tuple[float, float], wide: float) -> int:
    """Return over how many px across a chip centred at `spot` would hide one of `curves`."""
    across = np.arange(spot[0] - wide / 2, spot[0] + wide / 2)
    lines = (f.line(values) for values in curves)
    heights = (np.interp(across, line[:, 0], line[:, 1], np.nan, np.nan) for line in lines)
    return sum(int((np.abs(each - spot[1]) < fonts.px(9)).sum()) for each in heights)
