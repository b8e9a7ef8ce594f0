"""Painter paths of a frame of the surfaces view: made once when a result arrives, painted many times."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from PySide6.QtGui import QColor, QPainterPath

from gui.plotting.contours import Floats, join
from gui.plotting.draw import area_of, path_of
from gui.plotting.inks import DARK_INK, LIGHT_INK, contrast
from gui.plotting.scales import Range
from gui.plotting.slices import Curve, Slice
from gui.plotting.surface_job import Plot, SurfacesResult
from gui.plotting.surface_shapes import SLOW, Shapes
from gui.theme import Map


@dataclass(frozen=True, slots=True)
class SharedPaths:
    """Paths that every column draws."""

    break_even: QPainterPath
    limit: QPainterPath
    memory: QPainterPath
    ghost_break_even: QPainterPath
    ghost_limit: QPainterPath
    slow: QPainterPath
    blocked: Mapping[str, QPainterPath]

    @classmethod
    def of(cls, shapes: Shapes) -> "SharedPaths":
        """Return the paths of `shapes`."""
        regions = {cause: area_of(p) for cause, p in shapes.regions.items()}
        return cls(
            break_even=path_of(shapes.break_even),
            limit=path_of(shapes.limit),
            memory=path_of(shapes.memory),
            ghost_break_even=path_of(shapes.ghost_break_even),
            ghost_limit=path_of(shapes.ghost_limit),
            slow=regions.pop(SLOW, QPainterPath()),
            blocked=regions,
        )


@dataclass(frozen=True, slots=True)
class ColumnPaths:
    """Paths of one column: iso-lines by ink, bands by colour, words of the labels by ink."""

    dark: QPainterPath
    light: QPainterPath
    bands: tuple[tuple[QColor, QPainterPath], ...]
    label_inks: tuple[QColor, ...]

    @classmethod
    def of(cls, plot: Plot, colors: Map) -> "ColumnPaths":
        """Return the paths of `plot` drawn in map `colors`."""
        inks = {iso.level: ink_on(colors, iso.color) for iso in plot.isos}
        return cls(
            dark=path_of(join([iso.line for iso in plot.isos if inks[iso.level] is DARK_INK])),
            light=path_of(join([iso.line for iso in plot.isos if inks[iso.level] is LIGHT_INK])),
            bands=tuple((color_at(colors, index), area_of(area)) for index, area in plot.bands),
            label_inks=tuple(inks.get(label.level, DARK_INK) for label in plot.labels),
        )


def color_at(colors: Map, index: int) -> QColor:
    """Return the colour at `index` of a map."""
    red, green, blue, _ = (int(v) for v in colors[int(index)])
    return QColor(red, green, blue)


def ink_on(colors: Map, index: int) -> QColor:
    """Return black or white, whichever contrasts more with the map's colour at `index`."""
    return _ink_on(*(int(v) for v in colors[int(index), :3]))


@cache
def _ink_on(red: int, green: int, blue: int) -> QColor:
    color = QColor(red, green, blue)
    return DARK_INK if contrast(DARK_INK, color) >= contrast(LIGHT_INK, color) else LIGHT_INK


@dataclass(frozen=True, slots=True)
class SlicePaths:
    """Curves of one slice in its rectangle's own pixels."""

    now: QPainterPath
    baseline: QPainterPath
    threshold: QPainterPath

    @classmethod
    def of(cls, cut: Slice, scale: Range, width: float, height: float, *, upright: bool) -> "SlicePaths":
        """Return the curves of `cut`; `upright` for one along y, whose values run to the right."""

        def curve(c: Curve | None) -> QPainterPath:
            return path_of(points_of(c, scale, width, height, upright)) if c is not None else QPainterPath()

        return cls(curve(cut.now), curve(cut.baseline), curve(cut.threshold))


def points_of(curve: Curve, scale: Range, width: float, height: float, upright: bool) -> Floats:
    """Return a curve as px in a slice of that size."""
    along = curve.along(scale)
    if upright:
        return np.stack([along * width, (1.0 - curve.at) * height], axis=1)
    return np.stack([curve.at * width, (1.0 - along) * height], axis=1)


@dataclass(frozen=True)
class FramePaths:
    """All paths of a result in one theme and geometry."""

    shared: SharedPaths
    columns: tuple[ColumnPaths, ...]
    along_x: tuple[SlicePaths, ...]
    along_y: SlicePaths | None
    binds: tuple[tuple[str, QPainterPath], ...] = ()


def frame_paths(
    result: SurfacesResult,
    maps: tuple[Map, ...],
    cut: tuple[int, int],
    side: tuple[int, int] | None,
    shared: SharedPaths,
    binds: tuple[tuple[str, QPainterPath], ...] = (),
) -> FramePaths:
    """Return the paths of `result`; `cut` and `side` are the sizes of the slices, px; `binds` as it is."""
    first = result.plots[0]
    upright = None
    if side is not None and first.along_y is not None:
        upright = SlicePaths.of(first.along_y, first.scale, *side, upright=True)
    return FramePaths(
        shared=shared,
        columns=tuple(ColumnPaths.of(p, m) for p, m in zip(result.plots, maps, strict=True)),
        along_x=tuple(SlicePaths.of(p.along_x, p.scale, *cut, upright=False) for p in result.plots),
        along_y=upright,
        binds=binds,
    )
