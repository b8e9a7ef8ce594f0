"""What stands still around the surfaces: titles, colour bars, ticks, axis titles, legend."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter

from gui import fonts, icons, shown_units
from gui.language import say, tr
from gui.plotting import draw, text
from gui.plotting.binding import SEEN, WORDS
from gui.plotting.binding_inks import ground, pattern
from gui.plotting.fitting import fit
from gui.plotting.geometry import Geometry
from gui.plotting.inks import CAUSE_WORDS, Inks
from gui.plotting.labels import limit_name
from gui.plotting.scales import AxisScale, Range, map_of
from gui.plotting.surface_job import Plot, SurfacesResult
from gui.plotting.surface_shapes import SLOW
from gui.plotting.surface_words import sentence_of
from gui.plotting.tier_words import of_tier
from gui.shown_units import METRICS
from gui.theme import Map
from gui.views.surfaces_paint import bar_of
from gui.views.surfaces_paths import color_at
from gui.views.surfaces_scene import Scene
from gui.views.surfaces_slices import slice_ticks

#: Before the kind of an entry of the legend that tells what binds.
BINDS: Final = "binds:"


@lru_cache(maxsize=16)
def colors_of(inks: Inks, metric: str) -> Map:
    """Return the colour map of a metric, its dark end where the metric is worse."""
    found = METRICS[metric]
    colors = inks.map(map_of(found))
    return colors[::-1].copy() if found.better > 0 and map_of(found) == "cost" else colors


def title_box(head: QRect) -> QRect:
    """Return the words of a header: where a click opens the list of metrics."""
    return QRect(head.left(), head.bottom() - fonts.px(55), head.width() - fonts.px(22), fonts.px(18))


def enlarge_box(head: QRect) -> QRect:
    """Return the button at the end of a header."""
    side = fonts.px(18)
    return QRect(head.right() + 1 - side, head.bottom() - fonts.px(55), side, side)


@dataclass(frozen=True)
class Look:
    """What the backdrop shows; equal looks need no new painting."""

    scales: tuple[tuple[str, Range], ...]
    x: tuple[str, bytes, str]
    y: tuple[str, bytes, str]
    legend: tuple[tuple[str, str], ...]
    sentence: str
    enlarged: bool
    binds: bool = False
    relief: bool = False


def look_of(scene: Scene, result: SurfacesResult, enlarged: bool) -> Look:
    """Return the look of `result`."""
    return Look(
        scales=tuple((p.metric, p.scale) for p in result.plots),
        x=(result.x.key, result.x.axis.values.tobytes(), shown_units.symbol(result.x.spec)),
        y=(result.y.key, result.y.axis.values.tobytes(), shown_units.symbol(result.y.spec)),
        legend=legend_of(scene, result),
        sentence=sentence_of(result),
        enlarged=enlarged,
        binds=scene.binds,
        relief=scene.relief,
    )


def legend_of(scene: Scene, result: SurfacesResult) -> tuple[tuple[str, str], ...]:
    """Return (kind, words) of the lines and hatches that are there."""
    shapes, shown = result.shapes, scene.overlays
    found: list[tuple[str, str]] = []
    if "break_even" in shown and shapes.break_even.shape[0]:
        found.append(("break_even", "break-even"))
    if "limit" in shown and shapes.limit.shape[0]:
        found.append(("limit", say("{value} limit", value=limit_name(shapes) or "latency")))
    if "baseline" in shown and shapes.differs:
        found.append(("baseline", "as opened (baseline)"))
    if scene.binds:
        found += [(f"{BINDS}{kind}", WORDS[kind]) for kind in (result.binds.kinds if result.binds else ())]
    elif "stops" in shown:
        seen = [cause for cause, mask in shapes.masks.items() if mask.mean() >= SEEN]
        order = sorted(seen, key=lambda cause: cause != SLOW)
        found += [(cause, CAUSE_WORDS.get(cause, cause)) for cause in order]
    return tuple(found)


def paint_backdrop(painter: QPainter, scene: Scene, look: Look, hover: int) -> None:
    """Paint all that stands still."""
    r, g = scene.result, scene.geometry
    if r is None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for i, (plot, head) in enumerate(zip(r.plots, g.headers, strict=False)):
        paint_header(painter, scene.inks, plot, head, look, hover=hover == i)
    paint_legend(painter, scene.inks, look, g.legend)
    if look.relief:
        return
    for box in g.ticks[: len(r.plots)]:
        for at, _ in fitting(r.x, box.width()):
            x = round(box.left() + at * box.width()) - (at >= 1)
            painter.fillRect(QRectF(x, box.top(), 1, 4), scene.inks.theme.border)
    for box in g.plots[: len(r.plots)]:
        for at, _ in r.y.ticks():
            y = box.top() + (1 - at) * box.height()
            painter.fillRect(QRectF(box.left() - 4, round(y) - (at <= 0), 4, 1), scene.inks.theme.border)
    title, ink = fonts.px_font(11), scene.inks.theme.text
    x_mid = title_x(g)
    draw.upright(painter, x_mid, g.gutter.center().y(), _axis_title(r, r.y), ink, title)
    draw.words(painter, QRectF(g.title), _axis_title(r, r.x), ink, title)


def title_x(geometry: Geometry) -> int:
    """Return the middle of the upright titles: clear of the chip of the base point."""
    return geometry.gutter.left() - fonts.px(2)


def paint_ticks(painter: QPainter, scene: Scene) -> None:
    """Paint the figures along the axes; one under a chip of the base point is left out."""
    r, g = scene.result, scene.geometry
    if r is None:
        return
    for box in g.ticks[: len(r.plots)]:
        _paint_x_ticks(painter, scene, r.x, box)
    _paint_y_ticks(painter, scene, r.y)


def paint_side_words(painter: QPainter, scene: Scene) -> None:
    """Paint the figures along the slice beside an enlarged surface, and where it cuts."""
    r, g = scene.result, scene.geometry
    if r is None:
        return
    if g.side is not None:
        _paint_side_ticks(painter, scene, r.plots[0], g.side)
    if g.slice_gutter is not None:
        unit = f" {tr(shown_units.symbol(r.y.spec))}" if r.y.spec.unit == "tokens" else ""
        said = say("at {spots}{unit}", spots=scene.spots[1], unit=unit)
        if fonts.width(said, 11) > g.slice_gutter.height():
            said = say("at {spots}", spots=scene.spots[1])
        middle = g.slice_gutter.center().y()
        color = scene.inks.theme.text
        draw.upright(painter, title_x(g), middle, said, color, fonts.px_font(11))


def paint_header(painter: QPainter, inks: Inks, plot: Plot, head: QRect, look: Look, *, hover: bool) -> None:
    """Paint title, colour bar and its ticks."""
    theme, metric = inks.theme, METRICS[plot.metric]
    box = title_box(head)
    name, caption = text.title(metric), text.caption(metric)
    draw.words(painter, QRectF(box), name, theme.ink, fonts.px_font(13, fonts.SEMIBOLD), draw.LEFT)
    left = box.left() + fonts.width(name, 13, fonts.SEMIBOLD) + fonts.px(8)
    side = fonts.px(13)
    room = box.right() + 1 - left - (side + fonts.px(6) if hover else 0)
    shown = fit(tr(caption), max(0.0, room), 11)
    place = QRectF(left, box.top() + 1, room, box.height())
    draw.words(painter, place, shown, theme.muted, fonts.px_font(11), draw.LEFT)
    if hover:
        x = left + (fonts.width(shown, 11) + fonts.px(6) if shown else 0)
        icons.paint(painter, "chevron-down", QRectF(x, box.top() + fonts.px(3), side, side), theme.muted)
    icons.paint(
        painter,
        "shrink" if look.enlarged else "enlarge",
        QRectF(enlarge_box(head)).adjusted(2, 2, -2, -2),
        theme.text if hover or look.enlarged else theme.token("muted", 150),
    )
    bar = bar_of(head)
    blend = QLinearGradient(QPointF(bar.left(), 0), QPointF(bar.right() + 1, 0))
    colors = colors_of(inks, plot.metric)
    for i in range(33):
        blend.setColorAt(i / 32, color_at(colors, round(i / 32 * 255)))
    # Where colours tell what binds, the bar is a plain scale.
    painter.fillRect(bar, theme.hairline if look.binds else blend)
    _paint_bar_ticks(painter, inks, plot, bar)


def _paint_bar_ticks(painter: QPainter, inks: Inks, plot: Plot, bar: QRect) -> None:
    values = list(plot.scale.ticks())
    if plot.scale.kind == "log":
        values = sorted({plot.scale.low, *values, plot.scale.high})
    done = -1e9
    placed: list[tuple[float, str]] = []
    for i, value in enumerate(values):
        said = text.level(plot.metric, value) if i == 0 else text.bare(plot.metric, value)
        wide = fonts.width(said, 11)
        x = bar.left() + plot.scale.at(value) * bar.width() - wide / 2
        x = min(max(x, bar.left()), bar.right() + 1 - wide)
        if x < done + 6:
            if i < len(values) - 1 or not placed:
                continue
            # The end of the bar is always named.
            placed.pop()
        placed.append((x, said))
        done = x + wide
    for x, said in placed:
        box = QRectF(x, bar.bottom() + fonts.px(4), fonts.width(said, 11), fonts.px(16))
        draw.words(painter, box, said, inks.theme.muted, fonts.px_font(11), draw.LEFT)


def _covered(at: float, half: float, spot: float, spot_half: float) -> bool:
    return abs(at - spot) < half + spot_half + 2


def _paint_x_ticks(painter: QPainter, scene: Scene, scale: AxisScale, box: QRect) -> None:
    font, theme = fonts.px_font(11), scene.inks.theme
    spot = box.left() + scene.place[0] * box.width()
    spot_half = (fonts.width(scene.spots[0], 11, fonts.SEMIBOLD) + 14) / 2
    for at, said in fitting(scale, box.width()):
        x = box.left() + at * box.width()
        wide = fonts.width(said, 11)
        left = x - wide / 2
        if not scale.columns:
            left = min(max(left, box.left() + 1.0), box.right() - wide)
        if not _covered(left + wide / 2, wide / 2, spot, spot_half):
            draw.words(
                painter,
                QRectF(left, box.top() + 4, wide, box.height() - 6),
                said,
                theme.muted,
                font,
                draw.LEFT,
            )


def _paint_y_ticks(painter: QPainter, scene: Scene, scale: AxisScale) -> None:
    box, font = scene.geometry.gutter, fonts.px_font(11)
    spot = box.top() + (1 - scene.place[1]) * box.height()
    room = box.width() - fonts.px(18)
    for at, said in scale.ticks():
        y = box.top() + (1 - at) * box.height()
        if not scale.columns:
            y = min(max(y, box.top() + fonts.px(6)), box.bottom() - fonts.px(5))
        if _covered(y, fonts.px(6), spot, fonts.px(9)):
            continue
        shown = fonts.metrics(11).elidedText(said, Qt.TextElideMode.ElideRight, room)
        area = QRectF(box.right() - 8 - room, y - 8, room, 16)
        draw.words(painter, area, shown, scene.inks.theme.muted, font, draw.RIGHT)


def _paint_side_ticks(painter: QPainter, scene: Scene, plot: Plot, box: QRect) -> None:
    for value in slice_ticks(plot):
        said = text.level(plot.metric, value)
        wide = fonts.width(said, 11)
        x = box.left() + plot.scale.at(value) * box.width() - wide / 2
        x = min(max(x, box.left()), box.right() + 1 - wide)
        area = QRectF(x, box.bottom() + 4, wide, fonts.px(16))
        draw.words(painter, area, said, scene.inks.theme.muted, fonts.px_font(11), draw.LEFT)


def fitting(scale: AxisScale, room: float) -> list[tuple[float, str]]:
    """Return the ticks of an axis that fit in `room` px, thinned evenly."""
    ticks = list(scale.ticks())
    widest = max((fonts.width(said, 11) for _, said in ticks), default=0) + 10
    step = 1
    while len(ticks) / step * widest > room and step < len(ticks):
        step += 1
    return ticks[::step]


def paint_legend(painter: QPainter, inks: Inks, look: Look, box: QRect) -> None:
    """Paint the legend, and the sentence at its right end where there is room."""
    theme, font = inks.theme, fonts.px_font(11)
    x, y = float(box.left()), box.center().y() + 2.5
    needed = sum(fonts.px(29) + fonts.width(said, 11) for _, said in look.legend)
    gap = min(fonts.px(19), max(fonts.px(6), (box.width() - needed) / max(1, len(look.legend) - 1)))
    for kind, said in look.legend:
        _sample(painter, inks, kind, x, y)
        x += fonts.px(29)
        wide = fonts.width(said, 11)
        draw.words(painter, QRectF(x, y - 9, wide, 18), said, theme.text, font, draw.LEFT)
        x += wide + gap
    if x + fonts.width(look.sentence, 11) <= box.right() + 1:
        rest = QRectF(x, y - 9, box.right() + 1 - x, 18)
        draw.words(painter, rest, look.sentence, theme.muted, font, draw.RIGHT)


def _sample(painter: QPainter, inks: Inks, kind: str, x: float, y: float) -> None:
    wide = fonts.px(22)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind in {"break_even", "limit"}:
        painter.setPen(inks.break_even if kind == "break_even" else inks.limit)
        painter.drawLine(QPointF(x, y), QPointF(x + wide, y))
    elif kind == "baseline":
        painter.setPen(inks.ghost_break_even)
        painter.drawLine(QPointF(x, y - 2.5), QPointF(x + wide, y - 2.5))
        painter.setPen(inks.ghost_limit)
        painter.drawLine(QPointF(x, y + 2.5), QPointF(x + wide, y + 2.5))
    else:
        box = QRectF(round(x), round(y - fonts.px(6)), wide, fonts.px(12))
        if kind.startswith(BINDS):
            painter.fillRect(box, ground(inks.theme, kind.removeprefix(BINDS)))
            painter.fillRect(box, pattern(inks, kind.removeprefix(BINDS)))
            painter.setPen(inks.border)
            painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
            return
        if kind != SLOW:
            painter.fillRect(box, inks.blocked_fill(kind))
        painter.fillRect(box, inks.hatch(kind))
        painter.setPen(inks.border)
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))


def _axis_title(r: SurfacesResult, axis: AxisScale) -> str:
    return text.axis_title(axis.spec) + of_tier(r.scenario, axis.key)
