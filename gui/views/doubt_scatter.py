"""Painting of the scatter of the Monte Carlo view: a metric against one of its inputs."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from engine.scenario import spec_of
from gui import fonts, shown_units
from gui.language import say
from gui.plotting import draw, text
from gui.plotting.doubt_job import Spread
from gui.plotting.doubt_words import rank
from gui.plotting.inks import Inks
from gui.plotting.scales import Range
from gui.views.doubt_frame import Plot
from gui.views.doubt_paint import frame, title

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

#: Alpha of one sample of a scatter, by how many there are.
_FAINT, _STRONG = 26, 150


def scatter_range(values: Floats) -> Range:
    """Return the range of an input that holds nearly all of its samples."""
    low, high = (float(v) for v in np.quantile(values, (0.002, 0.998)))
    if not high > low:
        low, high = low - max(abs(low) * 0.1, 1e-9), high + max(abs(high) * 0.1, 1e-9)
    room = 0.02 * (high - low)
    return Range(low - room, high + room, "linear")


def scatter_image(inks: Inks, s: Spread, plot: Plot, chosen: Mask | None, ratio: float) -> QImage:
    """Return the samples as dots: darker where many lie, the chosen ones alone in full colour."""
    wide, high = max(1, round(plot.box.width() * ratio)), max(1, round(plot.box.height() * ratio))
    across = plot.x.unit(s.samples.input(s.input)) * wide
    up = (1.0 - plot.y.unit(s.values)) * high
    inside = np.isfinite(up) & (across >= 0) & (across < wide) & (up >= 0) & (up < high)
    able, side = s.samples.able, round(max(1.0, 1.4 * ratio * fonts.scale()))
    each = int(np.clip(_STRONG * 900 / max(1, s.samples.count) ** 0.75, _FAINT, _STRONG))
    theme = inks.theme
    layers = [(inside & ~able, theme.muted, each), (inside & able, theme.accent, each)]
    if chosen is not None:
        layers = [
            (inside & ~chosen, theme.muted, each // 2),
            (inside & chosen, theme.accent, min(255, 2 * each)),
        ]
    at = np.where(inside, up, 0.0).astype(np.int64) * wide + np.where(inside, across, 0.0).astype(np.int64)
    rgba = np.zeros((high, wide, 4), np.float32)
    for mask, color, alpha in layers:
        counts = _stamped(np.bincount(at[mask], minlength=high * wide).reshape(high, wide), side)
        # Samples on one spot are few numbers: a power of each is looked up, not taken a million times.
        known = 1.0 - (1.0 - alpha / 255.0) ** np.arange(int(counts.max()) + 1)
        _over(rgba, color, known.astype(np.float32)[counts])
    pixels = np.round(rgba * np.float32(255.0)).astype(np.uint8)
    image = QImage(pixels.tobytes(), wide, high, 4 * wide, QImage.Format.Format_RGBA8888_Premultiplied).copy()
    image.setDevicePixelRatio(ratio)
    return image


def _stamped(counts: NDArray[np.int64], side: int) -> NDArray[np.int64]:
    """Return `counts` of pixels where each begins a square of `side` pixels, right and down of it."""
    high, wide = counts.shape
    tall = counts.copy()
    for down in range(1, min(side, high)):
        tall[down:] += counts[:-down]
    made = tall.copy()
    for right in range(1, min(side, wide)):
        made[:, right:] += tall[:, :-right]
    return made


def _over(rgba: NDArray[np.float32], color: QColor, cover: NDArray[np.float32]) -> None:
    """Lay `color` over premultiplied `rgba` with the opacity `cover`."""
    rgba *= (np.float32(1.0) - cover)[:, :, None]
    for channel, value in enumerate((color.redF(), color.greenF(), color.blueF(), 1.0)):
        rgba[:, :, channel] += np.float32(value) * cover


def paint_scatter(
    painter: QPainter, inks: Inks, s: Spread, plot: Plot, image: QImage, here: tuple[float, float]
) -> QRectF:
    """Draw the scatter of the metric against one input; return where its title stands."""
    each = next(e for e in s.samples.plan.doubted if e.key == s.input)
    head = title(
        painter,
        inks,
        plot.box,
        say("Against {label}", label=each.label),
        say("rank correlation {value}", value=rank(dict(s.ranks).get(s.input, 0.0))),
    )
    for value in plot.y.ticks():
        if -0.001 <= plot.y.at(value) <= 1.001:
            y = round(plot.up(value))
            painter.fillRect(
                QRectF(plot.box.left(), y, plot.box.width(), 1), inks.theme.token("hairline", 150)
            )
            place = QRectF(plot.box.left() - fonts.px(62), y - 8, fonts.px(57), 16)
            draw.words(
                painter, place, text.level(s.metric, value), inks.theme.muted, fonts.px_font(11), draw.RIGHT
            )
    _input_ticks(painter, inks, s, plot)
    painter.drawImage(plot.box.topLeft(), image)
    if all(math.isfinite(v) for v in here):
        draw.ring(painter, inks, QPointF(*plot.at(*here)), None)
    frame(painter, inks, plot.box)
    return head


def _input_ticks(painter: QPainter, inks: Inks, s: Spread, plot: Plot) -> None:
    spec = spec_of(s.input)
    model = next(e for e in s.samples.plan.doubted if e.key == s.input).origin == "model"
    if spec.kind == "choice":
        marks = [(float(option.code), option.label) for option in spec.options]
    else:
        each = 1.0 if model else shown_units.of_spec(1.0, spec)
        seen = Range(plot.x.low * each, plot.x.high * each, plot.x.kind)
        found = [v / each for v in seen.ticks()]
        named = [f"{v:g}×" for v in found] if model else text.axis_values(spec, found)
        marks = list(zip(found, named, strict=True))
    last = -math.inf
    for value, said in marks:
        if -0.001 <= plot.x.at(value) <= 1.001:
            x = round(plot.across(value))
            painter.fillRect(
                QRectF(x, plot.box.top(), 1, plot.box.height()), inks.theme.token("hairline", 150)
            )
            half = fonts.width(said, 11) / 2
            if x - half > last + 6:
                place = QRectF(x - 40, plot.box.bottom() + fonts.px(3), 80, fonts.px(16))
                draw.words(painter, place, said, inks.theme.muted, fonts.px_font(11))
                last = x + half
    unit = "times as predicted" if model else shown_units.symbol(spec).removesuffix("1")
    if unit == "%":
        # The figures carry it.
        return
    place = QRectF(plot.box.left(), plot.box.bottom() + fonts.px(17), plot.box.width(), fonts.px(16))
    draw.words(painter, place, unit, inks.theme.muted, fonts.px_font(11))
