"""How a frame of the surfaces view is painted over its heat maps."""

import math
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from gui import fonts
from gui.plotting import draw, text
from gui.plotting.binding import BLOCKED
from gui.plotting.binding_inks import iso_ink
from gui.plotting.exporting import is_exporting
from gui.plotting.geometry import Geometry
from gui.plotting.inks import Inks, pen
from gui.plotting.labels import pill_box
from gui.plotting.surface_job import Plot, SurfacesResult
from gui.plotting.ticks import finer
from gui.views.surfaces_marks import paint_binds, paint_pins
from gui.views.surfaces_paths import ColumnPaths, FramePaths

OVERLAYS = {
    "break_even": "Break-even line",
    "limit": "Latency limit",
    "stops": "Limits hatched",
    "baseline": "Baseline, dashed",
    "isos": "Iso-lines",
    "chips": "Names of the lines",
}


@dataclass
class Scene:
    """What is on the canvas now; the painter reads it and changes nothing.

    Attributes
    ----------
    place : (float, float)
        The base point, 0-1 along x and y; of the newest scenario, even before its result is there.
    quick : bool
        While dragging: no casings under thin lines.
    """

    inks: Inks
    geometry: Geometry
    result: SurfacesResult | None = None
    paths: FramePaths | None = None
    place: tuple[float, float] = (0.5, 0.5)
    spots: tuple[str, str] = ("", "")
    overlays: frozenset[str] = field(default_factory=lambda: frozenset(OVERLAYS))
    bands: bool = False
    binds: bool = False
    relief: bool = False
    quick: bool = False
    focused: bool = False
    _layer: tuple[tuple[object, ...], QPixmap] | None = None
    _ground: tuple[tuple[object, ...], QPixmap] | None = None

    @property
    def plain(self) -> bool:
        """Whether heat maps give way to something painted."""
        return self.bands or self.binds or self.relief

    def ground(self, ratio: float) -> QPixmap:
        """Return the areas of what binds, the same in every column: drawn once."""
        assert self.result is not None
        assert self.paths is not None
        made = self.result.settings
        ident = (self.paths.binds, self.inks, made.width, made.height, ratio)
        if self._ground is None or any(
            a is not b and a != b for a, b in zip(self._ground[0], ident, strict=True)
        ):
            pixmap = _canvas(made.width, made.height, ratio)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_ground(painter)
            painter.end()
            self._ground = (ident, pixmap)
        return self._ground[1]

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the areas of what binds."""
        assert self.paths is not None
        paint_binds(painter, self.inks, [b for b in self.paths.binds if b[0] not in BLOCKED])

    def lines(self, ratio: float) -> QPixmap:
        """Return lines and hatches, the same in every column: drawn once, at `ratio` device pixels to one."""
        assert self.result is not None
        assert self.paths is not None
        made = self.result.settings
        how = (self.overlays, self.quick, self.binds)
        ident = (self.paths.shared, self.paths.binds, self.inks, how, made.width, made.height, ratio)
        if self._layer is None or any(
            a is not b and a != b for a, b in zip(self._layer[0], ident, strict=True)
        ):
            pixmap = _canvas(made.width, made.height, ratio)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_lines(painter, self, self.paths)
            painter.end()
            self._layer = (ident, pixmap)
        return self._layer[1]


def _canvas(width: int, height: int, ratio: float) -> QPixmap:
    made = QPixmap(round(width * ratio), round(height * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    return made


def paint_scene(painter: QPainter, scene: Scene) -> None:
    """Paint everything that changes from frame to frame."""
    result, paths = scene.result, scene.paths
    if result is None or paths is None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for i, (plot, box) in enumerate(zip(result.plots, scene.geometry.plots, strict=False)):
        _paint_plot(painter, scene, result, plot, box, i)
    for i, box in enumerate(scene.geometry.slices[: len(result.plots)]):
        paint_slice(painter, scene, i, box)
    if scene.geometry.side is not None:
        paint_side(painter, scene, scene.geometry.side)
    _paint_axis_chips(painter, scene, result)
    paint_marks(painter, scene)


def _paint_plot(
    painter: QPainter, scene: Scene, result: SurfacesResult, plot: Plot, box: QRect, column_of: int
) -> None:
    assert scene.paths is not None
    column = scene.paths.columns[column_of]
    painter.save()
    painter.setClipRect(box)
    painter.translate(box.topLeft())
    # Until the frame for a new size is there, the old one is stretched.
    made = result.settings
    if (made.width, made.height) != (box.width(), box.height()):
        painter.scale(box.width() / made.width, box.height() / made.height)
    _paint_map(painter, scene, column)
    if is_exporting():
        _paint_lines(painter, scene, scene.paths)
    else:
        painter.drawPixmap(0, 0, scene.lines(scene.inks.ratio))
    _paint_words(painter, scene, plot, column)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(scene.inks.border)
    painter.drawRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5))
    painter.save()
    painter.translate(box.topLeft())
    paint_pins(painter, scene.inks, result.pins, (column_of, plot.metric), box)
    _paint_point(painter, scene, plot, box)
    painter.restore()


def _paint_map(painter: QPainter, scene: Scene, column: ColumnPaths) -> None:
    if scene.bands:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for color, area in column.bands:
            painter.fillPath(area, color)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if scene.binds and is_exporting():
        scene.paint_ground(painter)
    elif scene.binds:
        painter.drawPixmap(0, 0, scene.ground(scene.inks.ratio))
    if "isos" in scene.overlays and scene.binds:
        used = pen(iso_ink(scene.inks.theme), 1.0)
        painter.strokePath(column.dark, used)
        painter.strokePath(column.light, used)
    elif "isos" in scene.overlays:
        painter.strokePath(column.dark, scene.inks.iso_dark)
        painter.strokePath(column.light, scene.inks.iso_light)


def _paint_lines(painter: QPainter, scene: Scene, paths: FramePaths) -> None:
    inks, shown, shared = scene.inks, scene.overlays, paths.shared
    painter.setBrushOrigin(0, 0)
    if "stops" in shown and not shared.slow.isEmpty() and not scene.binds:
        # Their edges lie under lines: antialiasing would cost and not show.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillPath(shared.slow, inks.slow_wash)
        painter.fillPath(shared.slow, inks.hatch("slow"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if "baseline" in shown:
        draw.stroke(painter, shared.ghost_limit, inks.ghost_limit, scene.quick)
        if not scene.quick:
            painter.strokePath(shared.ghost_break_even, inks.ghost_casing)
        draw.stroke(painter, shared.ghost_break_even, inks.ghost_break_even, scene.quick)
    if "limit" in shown:
        if not scene.quick:
            painter.strokePath(shared.limit, inks.limit_casing)
        draw.stroke(painter, shared.limit, inks.limit, scene.quick)
    if "break_even" in shown:
        if not scene.quick:
            painter.strokePath(shared.break_even, inks.break_even_casing)
        draw.stroke(painter, shared.break_even, inks.break_even, scene.quick)
    # A region without values is covered whole, whatever the overlays: it must not look low or high.
    if scene.binds:
        paint_binds(painter, inks, [b for b in paths.binds if b[0] in BLOCKED])
    for cause, area in shared.blocked.items() if not scene.binds else ():
        painter.fillPath(area, inks.blocked_fill(cause))
        if "stops" in shown:
            painter.fillPath(area, inks.hatch(cause))
    if "stops" in shown:
        draw.stroke(painter, shared.memory, inks.memory, scene.quick)


def _paint_words(painter: QPainter, scene: Scene, plot: Plot, column: ColumnPaths) -> None:
    theme, r = scene.inks.theme, scene.result
    # Between columns a line runs through colours of both: no one ink is read on them.
    steps = r is not None and (r.x.columns or r.y.columns)
    if "isos" in scene.overlays:
        font = fonts.px_font(11, fonts.MEDIUM)
        for label, ink in zip(plot.labels, column.label_inks, strict=True):
            # The hatches of high contrast leave no word readable without a ground.
            if theme.high:
                wide = fonts.width(label.words, 11, fonts.MEDIUM) + fonts.px(6)
                under = QRectF(label.x - wide / 2, label.y - fonts.px(8), wide, fonts.px(16))
                painter.fillRect(under, theme.panel)
                draw.words(painter, under, label.words, theme.ink, font)
                continue
            if label.halo or scene.binds or steps:
                halo = theme.panel if ink.lightness() < 128 or not theme.dark else theme.window
                draw.haloed(painter, label.x, label.y, label.words, theme.ink, font, halo)
                continue
            box = QRectF(label.x - label.width, label.y - 8, 2 * label.width, 16)
            draw.words(painter, box, label.words, ink, font)
    if "chips" in scene.overlays:
        for mark in plot.chips:
            if mark.kind in scene.overlays:
                color = theme.breakeven if mark.kind == "break_even" else theme.latency_limit
                draw.chip(painter, scene.inks, mark.x, mark.y, mark.width, mark.words, color)


def point_in(scene: Scene, box: QRect) -> QPointF:
    """Return the base point in a plot's own px."""
    return QPointF(scene.place[0] * box.width(), (1.0 - scene.place[1]) * box.height())


def _paint_point(painter: QPainter, scene: Scene, plot: Plot, box: QRect) -> None:
    at = point_in(scene, box)
    ring_at = QPointF(round(at.x()) + 0.5, round(at.y()) + 0.5)
    area = QRectF(0, 0, box.width(), box.height())
    draw.cross_hair(painter, scene.inks, at, area, fine=True)
    feasible = scene.result is None or scene.result.point.feasible
    stroke = None if feasible else pen(scene.inks.theme.bad, 2.0)
    draw.ring(painter, scene.inks, ring_at, stroke)
    said = text.reading(plot.metric, plot.value)
    wide = draw.pill_width(said, plot.spread)
    left, top, _, _ = pill_box(box.width(), box.height(), (at.x(), at.y()), wide)
    draw.pill(painter, scene.inks, left, top, said, plot.spread)


def _paint_axis_chips(painter: QPainter, scene: Scene, result: SurfacesResult) -> None:
    geometry = scene.geometry
    x_said, y_said = scene.spots
    for box in geometry.ticks[: len(result.plots)]:
        wide = fonts.width(x_said, 11, fonts.SEMIBOLD) + 14
        x = box.left() + scene.place[0] * box.width()
        left = min(max(x - wide / 2, box.left() - 8.0), box.right() + 8.0 - wide)
        high = fonts.px(17)
        draw.axis_chip(painter, scene.inks, QRectF(round(left), box.top() + 3, wide, high), x_said)
        _hair_through(painter, scene, x, box.top(), box.top() + 3)
        _hair_through(painter, scene, x, box.top() + 3 + high, box.bottom() + 1)
    box = geometry.gutter
    wide = fonts.width(y_said, 11, fonts.SEMIBOLD) + 12
    y = box.top() + (1.0 - scene.place[1]) * box.height()
    high = fonts.px(17)
    draw.axis_chip(
        painter, scene.inks, QRectF(box.right() - 4 - wide, round(y - high / 2), wide, high), y_said
    )


def _hair_through(painter: QPainter, scene: Scene, x: float, top: float, bottom: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(scene.inks.hair)
    painter.drawLine(round(x), round(top), round(x), round(bottom) - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def bar_of(head: QRect) -> QRect:
    """Return the colour bar's place in a header."""
    return QRect(head.left(), head.bottom() - fonts.px(31), head.width(), fonts.px(8))


def paint_marks(painter: QPainter, scene: Scene) -> None:
    """Paint thresholds and the base point's figure on the colour bars."""
    for plot, head in zip(scene.result.plots if scene.result else (), scene.geometry.headers, strict=False):
        _paint_marks(painter, scene, plot, head)


def _paint_marks(painter: QPainter, scene: Scene, plot: Plot, head: QRect) -> None:
    bar, theme = bar_of(head), scene.inks.theme
    for value, kind in plot.marks:
        along = plot.scale.at(value)
        if not 0.0 <= along <= 1.0:
            continue
        x = round(bar.left() + along * bar.width())
        color = theme.breakeven if kind == "break_even" else theme.latency_limit
        painter.fillRect(QRectF(x - 2, bar.top() - 2, 4, bar.height() + 4), theme.panel)
        painter.fillRect(QRectF(x - 1, bar.top() - 2, 2, bar.height() + 4), color)
    along = plot.scale.at(plot.value)
    if math.isfinite(along):
        middle = bar.left() + min(1.0, max(0.0, along)) * bar.width()
        draw.triangle(painter, middle, bar.top() - 1, theme.ink)


def paint_slice(painter: QPainter, scene: Scene, index: int, box: QRect) -> None:
    """Paint column `index`'s slice along x in `box`."""
    result, paths = scene.result, scene.paths
    assert result is not None
    assert paths is not None
    plot = result.plots[index]
    painter.save()
    painter.setClipRect(box)
    painter.translate(box.topLeft())
    _slice_ground(painter, scene, plot, box, upright=False)
    x = scene.place[0] * box.width()
    drawn = paths.along_x[index]
    threshold = scene.inks.threshold.get(plot.along_x.threshold_kind, scene.inks.grid)
    draw.stroke(painter, drawn.threshold, threshold, scene.quick)
    if "baseline" in scene.overlays:
        draw.stroke(painter, drawn.baseline, scene.inks.baseline, scene.quick)
    draw.stroke(painter, drawn.now, scene.inks.now, scene.quick)
    _hair_through(painter, scene, x, 0, box.height())
    along = plot.scale.at(plot.value)
    if -0.1 < along < 1.1:
        draw.ring(painter, scene.inks, QPointF(round(x) + 0.5, (1.0 - along) * box.height()))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(scene.inks.border)
    painter.drawRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5))


def paint_side(painter: QPainter, scene: Scene, box: QRect) -> None:
    """Paint the enlarged surface's slice along y in `box`."""
    result, paths = scene.result, scene.paths
    if result is None or paths is None or paths.along_y is None:
        return
    plot = result.plots[0]
    painter.save()
    painter.setClipRect(box)
    painter.translate(box.topLeft())
    _slice_ground(painter, scene, plot, box, upright=True)
    cut = plot.along_y
    assert cut is not None
    painter.strokePath(paths.along_y.threshold, scene.inks.threshold.get(cut.threshold_kind, scene.inks.grid))
    if "baseline" in scene.overlays:
        painter.strokePath(paths.along_y.baseline, scene.inks.baseline)
    painter.strokePath(paths.along_y.now, scene.inks.now)
    y = (1.0 - scene.place[1]) * box.height()
    painter.fillRect(QRectF(0, round(y), box.width(), 1), scene.inks.hair.color())
    along = plot.scale.at(plot.value)
    if -0.1 < along < 1.1:
        draw.ring(painter, scene.inks, QPointF(along * box.width(), round(y) + 0.5))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(scene.inks.border)
    painter.drawRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5))


def _slice_ground(painter: QPainter, scene: Scene, plot: Plot, box: QRect, *, upright: bool) -> None:
    inks = scene.inks
    painter.fillRect(QRectF(0, 0, box.width(), box.height()), inks.theme.panel)
    ticks = slice_ticks(plot)
    for value in ticks:
        at = plot.scale.at(value)
        if upright:
            painter.fillRect(QRectF(round(at * box.width()), 0, 1, box.height()), inks.theme.hairline)
        else:
            painter.fillRect(QRectF(0, round((1 - at) * box.height()), box.width(), 1), inks.theme.hairline)
    cut = plot.along_y if upright else plot.along_x
    painter.setBrushOrigin(0, 0)
    if cut is not None and "stops" in scene.overlays:
        for cause, spans in cut.stops.items():
            for a, b in spans:
                if upright:
                    span = QRectF(0, (1 - b) * box.height(), box.width(), (b - a) * box.height())
                else:
                    span = QRectF(a * box.width(), 0, (b - a) * box.width(), box.height())
                painter.fillRect(span, inks.hatch(cause))
    if not upright:
        _slice_words(painter, scene, plot, box, ticks)


def slice_ticks(plot: Plot) -> tuple[float, ...]:
    """Return the two figures a slice names: clear of its ends and of each other."""
    if plot.scale.kind == "diverging":
        return (plot.scale.low / 2, plot.scale.high / 2)
    marks = [plot.scale.at(value) for value, _ in plot.marks]
    inner: list[float] = []
    close = finer(plot.scale.low, plot.scale.high, log=plot.scale.kind == "log")
    for ticks in (plot.scale.ticks(), close):
        places = [(v, plot.scale.at(v)) for v in ticks]
        # The words stand on their line: nothing may run through them.
        able = [v for v, at in places if 0.08 <= at <= 0.86 and all(not -0.02 < m - at < 0.17 for m in marks)]
        if len(able) > 1 and plot.scale.at(able[-1]) - plot.scale.at(able[0]) > 0.28:
            return (able[0], able[-1])
        inner = inner or able[:1]
    return tuple(inner)


def _slice_words(painter: QPainter, scene: Scene, plot: Plot, box: QRect, ticks: tuple[float, ...]) -> None:
    font, muted = fonts.px_font(11), scene.inks.theme.muted
    cut = plot.along_x.now
    along = cut.along(plot.scale)
    for value in ticks:
        y = (1 - plot.scale.at(value)) * box.height()
        said = text.level(plot.metric, value)
        wide = fonts.width(said, 11)
        # On the side where the curve keeps away from the words.
        reach = (wide + 12) / box.width()
        first = int(cut.at.searchsorted(reach, "right"))
        last = int(cut.at.searchsorted(1 - reach, "left"))
        apart = np.abs(np.concatenate([along[:first], along[last:]]) - (1 - (y - 8) / box.height()))
        clear = [float(near.min(initial=1.0)) for near in (apart[:first], apart[first:])]
        hair = scene.place[0] * box.width()
        left = 6.0 if not clear[0] < min(0.14, clear[1]) else box.width() - wide - 6.0
        if 0.0 < hair < wide + 12 and left == 6.0:
            # Past the hair where the curve keeps clear of the words there, too; at the other end otherwise.
            past = (cut.at > hair / box.width()) & (cut.at < (hair + wide + 12) / box.width())
            free = float(np.abs(along[past] - (1 - (y - 8) / box.height())).min(initial=1.0))
            left = hair + 6.0 if clear[1] < 0.14 and not free < 0.14 else box.width() - wide - 6.0
        place = QRectF(left, y - 16, wide, 15)
        # Hatches run under the words.
        painter.fillRect(
            place.adjusted(-3, 1, 3, -1),
            scene.inks.theme.token("panel", 255 if scene.inks.theme.high else 190),
        )
        draw.words(painter, place, said, muted, font, draw.LEFT)
