"""Painting of the probability map of the Monte Carlo view."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from gui import fonts
from gui.language import say
from gui.plotting import draw, text
from gui.plotting.contours import Contours
from gui.plotting.doubt_job import QUESTIONS, DoubtResult
from gui.plotting.doubt_words import share
from gui.plotting.inks import Inks, pen
from gui.views.doubt_paint import frame, title

Floats = NDArray[np.float64]
#: Probabilities that get a line.
LEVELS: Final = (0.1, 0.5, 0.9)
_BAR: Final = 12


def map_box(width: float, height: float) -> QRectF:
    """Return the box of the map in a canvas of that size."""
    left, right, top, bottom = (fonts.px(v) for v in (96, 86, 40, 62))
    return QRectF(left, top, max(40.0, width - left - right), max(40.0, height - top - bottom))


def field_of(r: DoubtResult) -> Floats:
    """Return the probabilities that the map shows, shape (ny, nx)."""
    assert r.chances is not None
    found: Floats = getattr(r.chances, r.settings.question)
    return found


def paint_map(painter: QPainter, inks: Inks, r: DoubtResult, box: QRectF) -> None:
    """Draw the map with its axes, iso-lines, colour bar and the scenario's place."""
    assert r.chances is not None
    assert r.axes is not None
    asked = dict(QUESTIONS)[r.settings.question]
    more = say(
        "{count:,} samples at each of {size:,} points", count=r.chances.count, size=r.chances.earns.size
    )
    title(painter, inks, box, say("Probability: {asked}", asked=asked), more)
    _heat(painter, inks, field_of(r), box, smooth=not any(axis.columns for axis in r.axes))
    _lines(painter, inks, r, box)
    _axes(painter, inks, r, box)
    _bar(painter, inks, box)
    x, y = r.axes
    at = _here(r, box)
    draw.ring(painter, inks, at, None)
    said = share(value_at(r, x.place(r.scenario.get(x.key)), y.place(r.scenario.get(y.key))))
    left = at.x() + 12 if at.x() + 90 < box.right() else at.x() - 12 - draw.pill_width(said)
    top = at.y() - 32 if at.y() - 32 > box.top() else at.y() + 10
    draw.pill(painter, inks, left, top, said)
    frame(painter, inks, box)


def _here(r: DoubtResult, box: QRectF) -> QPointF:
    """Return where the scenario lies."""
    assert r.axes is not None
    x, y = (axis.place(r.scenario.get(axis.key)) for axis in r.axes)
    return QPointF(box.left() + x * box.width(), box.bottom() - y * box.height())


def value_at(r: DoubtResult, across: float, up: float) -> float:
    """Return the probability at a place, each 0-1 along its axis."""
    field, axes = field_of(r), r.axes
    assert axes is not None
    spots = []
    for place, count, axis in ((up, field.shape[0], axes[1]), (across, field.shape[1], axes[0])):
        held = min(1.0, max(0.0, place))
        spots.append(min(count - 1.0, max(0.0, held * count - 0.5)) if axis.columns else held * (count - 1))
    j, i = (int(min(spot, size - 1.0)) for spot, size in zip(spots, field.shape, strict=True))
    b, a = spots[0] - j, spots[1] - i
    j2, i2 = min(j + 1, field.shape[0] - 1), min(i + 1, field.shape[1] - 1)
    low = field[j, i] * (1 - a) + field[j, i2] * a
    high = field[j2, i] * (1 - a) + field[j2, i2] * a
    return float(low * (1 - b) + high * b)


def _heat(painter: QPainter, inks: Inks, field: Floats, box: QRectF, *, smooth: bool) -> None:
    colors = inks.map("margin")[np.round(np.clip(field[::-1], 0.0, 1.0) * 255).astype(np.uint8)]
    pixels = np.ascontiguousarray(colors)
    high, wide = field.shape
    image = QImage(pixels.tobytes(), wide, high, 4 * wide, QImage.Format.Format_RGBA8888).copy()
    if not smooth:
        painter.drawImage(box, image)
        return
    # Nodes lie on the edges of the plot: half a cell beyond each is cut off.
    large = image.scaled(
        round(box.width() * wide / (wide - 1)), round(box.height() * high / (high - 1)),
        Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation,
    )  # fmt: skip
    source = QRectF(
        (large.width() - box.width()) / 2, (large.height() - box.height()) / 2, box.width(), box.height()
    )
    painter.drawImage(box, large, source)


def _lines(painter: QPainter, inks: Inks, r: DoubtResult, box: QRectF) -> None:
    assert r.axes is not None
    if any(axis.columns for axis in r.axes):
        return
    field = Contours(field_of(r), box.width(), box.height())
    # Names keep away from the scenario's place and its read-out, and from each other.
    here = _here(r, box)
    taken = [(here.x(), here.y()), (here.x() + 36.0, here.y() - 18.0)]
    painter.save()
    painter.setClipRect(box)
    for level in LEVELS:
        line = field.line(level) + np.array([box.left(), box.top()])
        used = inks.break_even if level == 0.5 else pen(inks.theme.ink, 1.0, 190)
        painter.strokePath(draw.path_of(line), used)
        wide = fonts.width(share(level), 11, fonts.SEMIBOLD) + 8
        room = box.adjusted(wide / 2 + 2, 10, -wide / 2 - 2, -10)
        known = np.array([at for at in line if np.isfinite(at[0]) and room.contains(QPointF(*at))])
        if known.shape[0] > 4:
            apart = np.min([np.hypot(*(known - spot).T) for spot in taken], axis=0)
            # As far as 90 px is far enough; of those places the one in the middle of the line.
            fit = np.flatnonzero(apart >= min(90.0, float(apart.max())))
            middle = known[fit[fit.size // 2]]
            taken.append((float(middle[0]), float(middle[1])))
            draw.chip(painter, inks, float(middle[0]), float(middle[1]), wide, share(level), inks.theme.ink)
    painter.restore()


def _axes(painter: QPainter, inks: Inks, r: DoubtResult, box: QRectF) -> None:
    assert r.axes is not None
    theme, font = inks.theme, fonts.px_font(11)
    x, y = r.axes
    last = -1e9
    for at, said in x.ticks():
        px, half = box.left() + at * box.width(), fonts.width(said, 11) / 2
        if px - half > last + 6:
            painter.fillRect(QRectF(round(px), box.bottom(), 1, 4), theme.border)
            draw.words(
                painter,
                QRectF(px - 60, box.bottom() + fonts.px(5), 120, fonts.px(16)),
                said,
                theme.muted,
                font,
            )
            last = px + half
    for at, said in y.ticks():
        py = box.bottom() - at * box.height()
        painter.fillRect(QRectF(box.left() - 4, round(py), 4, 1), theme.border)
        draw.words(painter, QRectF(box.left() - 78, py - 8, 70, 16), said, theme.muted, font, draw.RIGHT)
    foot = QRectF(box.left(), box.bottom() + fonts.px(26), box.width(), fonts.px(18))
    draw.words(painter, foot, text.axis_title(x.spec), theme.text, font)
    draw.upright(painter, fonts.px(20), box.center().y(), text.axis_title(y.spec), theme.text, font)


def _bar(painter: QPainter, inks: Inks, box: QRectF) -> None:
    bar = QRectF(box.right() + fonts.px(18), box.top(), fonts.px(_BAR), box.height())
    column = inks.map("margin")[::-1][:, None, :]
    pixels = np.ascontiguousarray(column)
    image = QImage(pixels.tobytes(), 1, 256, 4, QImage.Format.Format_RGBA8888).copy()
    painter.drawImage(bar, image)
    frame(painter, inks, bar)
    for part in (0.0, 0.1, 0.5, 0.9, 1.0):
        y = bar.bottom() - part * bar.height()
        place = QRectF(bar.right() + 5, y - 8, 40, 16)
        draw.words(painter, place, share(part), inks.theme.muted, fonts.px_font(11), draw.LEFT)
