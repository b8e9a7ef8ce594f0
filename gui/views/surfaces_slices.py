"""How the slices below and beside the surfaces are painted."""

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from gui import fonts
from gui.plotting import draw, text
from gui.plotting.surface_job import Plot
from gui.plotting.ticks import finer
from gui.views.surfaces_scene import Scene, hair_through


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
    hair_through(painter, scene, x, 0, box.height())
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
                draw.fill_tall(painter, span, inks.hatch(cause))
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
    pad, middle = float(fonts.px(6)), fonts.px(8)
    for value in ticks:
        y = (1 - plot.scale.at(value)) * box.height()
        said = text.level(plot.metric, value)
        wide = fonts.width(said, 11)
        # On the side where the curve keeps away from the words.
        reach = (wide + 2 * pad) / box.width()
        first = int(cut.at.searchsorted(reach, "right"))
        last = int(cut.at.searchsorted(1 - reach, "left"))
        apart = np.abs(np.concatenate([along[:first], along[last:]]) - (1 - (y - middle) / box.height()))
        clear = [float(near.min(initial=1.0)) for near in (apart[:first], apart[first:])]
        hair = scene.place[0] * box.width()
        left = pad if not clear[0] < min(0.14, clear[1]) else box.width() - wide - pad
        if 0.0 < hair < wide + 2 * pad and left == pad:
            # Past the hair where the curve keeps clear of the words there, too; at the other end otherwise.
            past = (cut.at > hair / box.width()) & (cut.at < (hair + wide + 2 * pad) / box.width())
            free = float(np.abs(along[past] - (1 - (y - middle) / box.height())).min(initial=1.0))
            left = hair + pad if clear[1] < 0.14 and not free < 0.14 else box.width() - wide - pad
        place = QRectF(left, y - fonts.px(16), wide, fonts.px(15))
        # Hatches run under the words.
        painter.fillRect(
            place.adjusted(-fonts.px(3), 1, fonts.px(3), -1),
            scene.inks.theme.token("panel", 255 if scene.inks.theme.high else 190),
        )
        draw.words(painter, place, said, muted, font, draw.LEFT)
