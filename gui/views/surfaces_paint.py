"""How a frame of the surfaces view is painted over its heat maps."""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from gui import fonts
from gui.plotting import draw, text
from gui.plotting.binding_inks import iso_ink
from gui.plotting.exporting import is_exporting
from gui.plotting.inks import pen
from gui.plotting.labels import pill_box
from gui.plotting.surface_job import Plot, SurfacesResult
from gui.views.surfaces_marks import paint_pins
from gui.views.surfaces_paths import ColumnPaths
from gui.views.surfaces_scene import Scene, hair_through, paint_lines
from gui.views.surfaces_slices import paint_side, paint_slice


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
        paint_lines(painter, scene, scene.paths)
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


def _paint_words(painter: QPainter, scene: Scene, plot: Plot, column: ColumnPaths) -> None:
    theme, r = scene.inks.theme, scene.result
    # Between columns a line runs through colours of both: no one ink is read on them.
    steps = r is not None and (r.x.columns or r.y.columns)
    if "isos" in scene.overlays:
        font = fonts.px_font(11, fonts.MEDIUM)
        washed = "stops" in scene.overlays
        for label, inks in zip(plot.labels, column.label_inks, strict=True):
            ink = inks[washed]
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
        hair_through(painter, scene, x, box.top(), box.top() + 3)
        hair_through(painter, scene, x, box.top() + 3 + high, box.bottom() + 1)
    box = geometry.gutter
    wide = fonts.width(y_said, 11, fonts.SEMIBOLD) + 12
    y = box.top() + (1.0 - scene.place[1]) * box.height()
    high = fonts.px(17)
    draw.axis_chip(
        painter, scene.inks, QRectF(box.right() - 4 - wide, round(y - high / 2), wide, high), y_said
    )


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
