"""How a surface seen from the side is painted: room, mesh with its lines, axes, base point and pins."""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from gui import fonts
from gui.plotting import draw, text
from gui.plotting.contours import Floats, join
from gui.plotting.inks import DARK_INK, LIGHT_INK, Inks, pen
from gui.plotting.labels import chip_height, pill_height
from gui.plotting.relief import SHADES, Camera, Mesh, Projection, Relief, height_at, lifted, light_of
from gui.plotting.scales import AxisScale
from gui.plotting.surface_job import Plot, SurfacesResult
from gui.theme import Map
from gui.views.surfaces_backdrop import colors_of, fitting
from gui.views.surfaces_paths import SharedPaths

#: Diagonals of cells from one line of a hatch to the next.
_HATCH: Final = 3
#: Lines on the surface by the place of the cell they are painted after.
_Lines = dict[int, list[tuple[QPen, list[QLineF]]]]


@dataclass(frozen=True)
class Made:
    """What a painting was made from, and its geometry."""

    plot: Plot
    camera: Camera
    size: tuple[int, int]
    mesh: Mesh
    view: Projection
    relief: Relief


def paint_surface(
    painter: QPainter,
    made: Made,
    inks: Inks,
    result: SurfacesResult,
    shared: SharedPaths,
    overlays: frozenset[str],
    *,
    seams: bool,
) -> None:
    """Paint room, surface and axes; `seams` closes those between polygons, for a vector."""
    _paint_room(painter, made, inks, result)
    if "stops" in overlays:
        _paint_holes(painter, made, inks, result, shared)
    lines = _lines(made, inks, result, overlays)
    _paint_mesh(painter, made, colors_of(inks, made.plot.metric), lines, seams=seams)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_axes(painter, made, inks, result)


def _lines(made: Made, inks: Inks, result: SurfacesResult, overlays: frozenset[str]) -> _Lines:
    """Return the lines on the surface by the place of the cell they are painted after."""
    shapes = result.shapes
    wanted: list[tuple[Floats, QPen]] = []
    if "isos" in overlays:
        iso = pen(DARK_INK if not inks.theme.dark else LIGHT_INK, 1.0, 120)
        wanted.append((join([line.line for line in made.plot.isos]), iso))
    if "baseline" in overlays:
        wanted.append((shapes.ghost_break_even, pen(inks.theme.breakeven, 1.25, 150)))
    if "limit" in overlays:
        wanted.append((shapes.limit, inks.limit))
    if "break_even" in overlays:
        wanted.append((shapes.break_even, inks.break_even))
    size = (result.settings.width, result.settings.height)
    found: _Lines = {}
    for line, used in wanted:
        places, ends = lifted(made.mesh, made.relief, made.view, line, size)
        drawn = [QLineF(*end) for end in ends.tolist()]
        firsts, starts = np.unique(places, return_index=True)
        edges = [*starts.tolist(), len(drawn)]
        for place, (start, stop) in zip(firsts.tolist(), pairwise(edges), strict=True):
            found.setdefault(place, []).append((used, drawn[start:stop]))
    if "stops" in overlays:
        _rule(made, found)
    return found


def _rule(made: Made, found: _Lines) -> None:
    """Add to the lines a hatch over all cells where a limit is broken: their diagonals, every third."""
    relief = made.relief
    columns = made.mesh.heights.shape[1] - 1
    ruled = relief.stopped & ((relief.cells % columns - relief.cells // columns) % _HATCH == 0)
    used = pen(DARK_INK, 1.0, 150)
    places = np.flatnonzero(ruled)
    across = relief.corners[places][:, [0, 2]].reshape(-1, 4).tolist()
    for place, ends in zip(places.tolist(), across, strict=True):
        found.setdefault(place, []).insert(0, (used, [QLineF(*ends)]))


def _paint_mesh(painter: QPainter, made: Made, colors: Map, lines: _Lines, *, seams: bool) -> None:
    relief, shades = made.relief, _shades_of(colors.tobytes())
    fills = map(shades.get, relief.colors.tolist(), relief.stopped.tolist())
    antialias = QPainter.RenderHint.Antialiasing
    # Antialiased neighbours would let the ground through between them.
    painter.setRenderHint(antialias, seams)
    # One path for all: making two thousand of them took as long as filling them.
    path = QPainterPath()
    for place, (corners, fill) in enumerate(zip(relief.corners.reshape(-1, 8).tolist(), fills, strict=True)):
        x0, y0, x1, y1, x2, y2, x3, y3 = corners
        path.clear()
        path.moveTo(x0, y0)
        path.lineTo(x1, y1)
        path.lineTo(x2, y2)
        path.lineTo(x3, y3)
        painter.fillPath(path, fill)
        if seams:
            path.closeSubpath()
            painter.strokePath(path, QPen(fill, 0.4))
        if place in lines:
            painter.setRenderHint(antialias, True)
            for used, ends in lines[place]:
                painter.setPen(used)
                painter.drawLines(ends)
            painter.setRenderHint(antialias, seams)


class _Shades:
    """Colours of a map in all shades, made as they are needed."""

    def __init__(self, colors: Map) -> None:
        self._plain = colors[:, :3].tolist()
        self._made: dict[tuple[int, bool], QColor] = {}

    def get(self, color: int, stopped: bool) -> QColor:
        """Return colour `color`, place in the map times `SHADES` plus the shade."""
        found = self._made.get((color, stopped))
        if found is None:
            index, shade = divmod(color, SHADES)
            light = light_of(shade, stopped=stopped)
            found = QColor(*(min(255, round(part * light)) for part in self._plain[index]))
            self._made[color, stopped] = found
        return found


@lru_cache(maxsize=8)
def _shades_of(colors: bytes) -> _Shades:
    """Return the shades of a map, kept from frame to frame: making a thousand colours takes 2 ms."""
    return _Shades(np.frombuffer(colors, np.uint8).reshape(-1, 4))


def _far(camera: Camera) -> tuple[float, float]:
    """Return x and y of the two walls behind the surface."""
    turn = math.radians(camera.azimuth)
    return float(math.sin(turn) > 0), float(math.cos(turn) > 0)


def _polygon(view: Projection, *corners: tuple[float, float, float]) -> QPolygonF:
    return QPolygonF([QPointF(*view.spot(*corner)) for corner in corners])


def _paint_room(painter: QPainter, made: Made, inks: Inks, result: SurfacesResult) -> None:
    """Paint floor and back walls with their grid."""
    view, theme = made.view, inks.theme
    x, y = _far(made.camera)
    sides = (
        (theme.window, _polygon(view, (0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0))),
        (theme.field, _polygon(view, (x, 0, 0), (x, 1, 0), (x, 1, 1), (x, 0, 1))),
        (theme.field, _polygon(view, (0, y, 0), (1, y, 0), (1, y, 1), (0, y, 1))),
    )
    # Large areas are filled without antialiasing, under an edge that has it.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    for color, area in sides:
        painter.setBrush(color)
        painter.drawPolygon(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(inks.border)
    for _, area in sides:
        painter.drawPolygon(area)
    painter.setPen(inks.grid)
    for value in made.plot.scale.ticks():
        z = made.plot.scale.at(value)
        painter.drawPolyline(_polygon(view, (x, 1 - y, z), (x, y, z), (1 - x, y, z)))
    for at, _ in result.x.ticks():
        painter.drawPolyline(_polygon(view, (at, 1 - y, 0), (at, y, 0), (at, y, 1)))
    for at, _ in result.y.ticks():
        painter.drawPolyline(_polygon(view, (1 - x, at, 0), (x, at, 0), (x, at, 1)))


def _paint_holes(
    painter: QPainter, made: Made, inks: Inks, result: SurfacesResult, shared: SharedPaths
) -> None:
    """Hatch on the floor what leaves no surface above it: the floor is the plot, sheared."""
    width, height = result.settings.width, result.settings.height
    origin, right, top = (np.array(made.view.spot(*corner)) for corner in ((0, 0, 0), (1, 0, 0), (0, 1, 0)))
    across, down = (right - origin) / width, (origin - top) / height
    for cause, area in shared.blocked.items():
        path = _moved(area, across, down, top)
        painter.fillPath(path, inks.blocked_fill(cause))
        painter.fillPath(path, inks.hatch(cause))
        painter.strokePath(path, inks.memory if cause == "memory" else inks.border)


def _moved(area: QPainterPath, across: Floats, down: Floats, origin: Floats) -> QPainterPath:
    made = QTransform(
        float(across[0]), float(across[1]), float(down[0]), float(down[1]), float(origin[0]), float(origin[1])
    )  # fmt: skip
    return made.map(area)


def _paint_axes(painter: QPainter, made: Made, inks: Inks, result: SurfacesResult) -> None:
    """Paint ticks and titles along the near edges of the floor and one upright edge."""
    x, y = _far(made.camera)
    _paint_edge(painter, made, inks, result.x, along_x=True, beside=1 - y)
    _paint_edge(painter, made, inks, result.y, along_x=False, beside=1 - x)
    foot = min(((x, 1 - y), (1 - x, y)), key=lambda edge: made.view.spot(edge[0], edge[1], 0.0)[0])
    theme, font = inks.theme, fonts.px_font(11)
    for value in made.plot.scale.ticks():
        left, top = made.view.spot(foot[0], foot[1], made.plot.scale.at(value))
        # Clear of the figures along the floor.
        top -= 7.0 if made.plot.scale.at(value) < 0.02 else 0.0
        painter.fillRect(QRectF(left - 5, top - 0.5, 5, 1), theme.border)
        said = text.level(made.plot.metric, value)
        draw.words(painter, QRectF(left - 88, top - 8, 80, 16), said, theme.muted, font, draw.RIGHT)


def _paint_edge(
    painter: QPainter, made: Made, inks: Inks, axis: AxisScale, *, along_x: bool, beside: float
) -> None:
    view, theme, font = made.view, inks.theme, fonts.px_font(11)

    def spot(at: float, side: float) -> Floats:
        return np.array(view.spot(at, side, 0.0) if along_x else view.spot(side, at, 0.0))

    outward = spot(0.5, beside) - spot(0.5, 0.5)
    outward = outward / max(float(np.hypot(*outward)), 1e-9)
    length = abs(float((spot(1.0, beside) - spot(0.0, beside))[0]))
    painter.setPen(inks.border)
    widest = 0.0
    leftmost = 0.0 if spot(0.0, beside)[0] < spot(1.0, beside)[0] else 1.0
    for at, said in fitting(axis, max(length, 60.0)):
        if abs(at - leftmost) < 0.02 and abs(float(outward[1])) < 0.9 and outward[0] < 0:
            # There the upright axis stands.
            continue
        foot = spot(at, beside)
        tip = foot + outward * 5.0
        painter.setPen(inks.border)
        painter.drawLine(QPointF(*foot), QPointF(*tip))
        wide = fonts.width(said, 11)
        widest = max(widest, wide)
        middle = foot + outward * (12.0 + abs(float(outward[0])) * wide / 2)
        box = QRectF(middle[0] - wide / 2, middle[1] - 8, wide, 16)
        draw.words(painter, box, said, theme.muted, font)
    title = text.axis_title(axis.spec)
    wide = fonts.width(title, 11)
    reach = 30.0 + abs(float(outward[0])) * (widest + wide / 2)
    middle = spot(0.5, beside) + outward * reach
    left = min(max(middle[0] - wide / 2, 4.0), made.size[0] - wide - 4.0)
    top = min(max(middle[1] - 8, 2.0), made.size[1] - 18.0)
    draw.words(painter, QRectF(left, top, wide, 16), title, theme.text, font)


def _stand(made: Made, place: tuple[float, float]) -> tuple[QPointF, QPointF]:
    """Return where a point stands on the floor and on the surface; on the floor alone over a hole."""
    z = float(height_at(made.mesh, np.array([place[0]]), np.array([place[1]]))[0])
    foot = QPointF(*made.view.spot(*place, 0.0))
    return foot, QPointF(*made.view.spot(*place, z)) if math.isfinite(z) else foot


def paint_base(
    painter: QPainter, made: Made, inks: Inks, result: SurfacesResult, place: tuple[float, float]
) -> None:
    """Paint the base point on a stem, its shadow on the axes, and its figure."""
    theme, (foot, top) = inks.theme, _stand(made, place)
    x, y = _far(made.camera)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(theme.ink, 1.0, 150, (3, 3)))
    for corner in ((place[0], 1 - y), (1 - x, place[1])):
        painter.drawLine(foot, QPointF(*made.view.spot(*corner, 0.0)))
    painter.setPen(inks.hair)
    painter.drawLine(foot, top)
    stroke = None if result.point.feasible else pen(theme.bad, 2.0)
    draw.ring(painter, inks, top, stroke)
    said = text.reading(made.plot.metric, made.plot.value)
    wide = draw.pill_width(said, made.plot.spread)
    left = min(max(top.x() + 10, 2.0), made.size[0] - wide - 2)
    draw.pill(painter, inks, left, max(2.0, top.y() - 12 - pill_height()), said, made.plot.spread)


def paint_pins(painter: QPainter, made: Made, inks: Inks, result: SurfacesResult) -> None:
    """Paint pins as stems with their number and figure."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = fonts.px_font(11, fonts.SEMIBOLD)
    for pin in result.pins:
        foot, top = _stand(made, pin.place)
        painter.setPen(pen(inks.theme.accent, 1.5))
        painter.drawLine(foot, top)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.theme.accent)
        draw.dot(painter, top, 3.5)
        said = f"{pin.index + 1}  {text.reading(made.plot.metric, pin.values[0])}"
        wide = fonts.width(said, 11, fonts.SEMIBOLD) + 10
        label = QRectF(round(top.x() + 6), round(top.y() - chip_height() / 2), round(wide), chip_height())
        painter.setBrush(inks.chip)
        painter.drawRoundedRect(label, 3.0, 3.0)
        draw.words(painter, label, said, inks.theme.accent, font)
