"""Painter paths of a frame of the surfaces view: made once when a result arrives, painted many times."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from PySide6.QtGui import QColor, QPainterPath

from gui.plotting.contours import Floats, Mask
from gui.plotting.draw import area_of, filled, paths_of, rings_of
from gui.plotting.inks import DARK_INK, LIGHT_INK, contrast
from gui.plotting.scales import Range
from gui.plotting.slices import Curve, Slice
from gui.plotting.surface_job import Plot, SurfacesResult
from gui.plotting.surface_shapes import SLOW, Shapes
from gui.theme import Map

#: Contrast from which a label is read under the wash.
_READ = 3.0


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
        lines = (shapes.break_even, shapes.limit, shapes.memory)
        ghosts = (shapes.ghost_break_even, shapes.ghost_limit)
        made = paths_of([*([line] for line in (*lines, *ghosts)), *map(rings_of, shapes.regions.values())])
        regions = {cause: filled(path) for cause, path in zip(shapes.regions, made[5:], strict=True)}
        return cls(
            break_even=made[0],
            limit=made[1],
            memory=made[2],
            ghost_break_even=made[3],
            ghost_limit=made[4],
            slow=regions.pop(SLOW, QPainterPath()),
            blocked=regions,
        )


@dataclass(frozen=True, slots=True)
class ColumnPaths:
    """Paths of one column: iso-lines by ink, bands by colour, words of the labels by ink.

    `label_inks` holds for each label its ink on the map alone, and where limits are shown.
    """

    dark: QPainterPath
    light: QPainterPath
    bands: tuple[tuple[QColor, QPainterPath], ...]
    label_inks: tuple[tuple[QColor, QColor], ...]


def _by_ink(plot: Plot, colors: Map) -> dict[float, QColor]:
    """Return the ink of each iso-line of `plot` drawn in map `colors`, by level."""
    return {iso.level: ink_on(colors, iso.color) for iso in plot.isos}


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


def label_inks(
    plot: Plot, colors: Map, slow: Mask | None, size: tuple[int, int], wash: QColor
) -> tuple[tuple[QColor, QColor], ...]:
    """Return the inks of the labels of `plot` of `size` px: on the map alone, and under `wash` where `slow`.

    What the wash makes much darker or lighter needs the other ink: black on a map made dark is not read.
    """
    by_level = {iso.level: iso.color for iso in plot.isos}
    made = []
    for label in plot.labels:
        if label.level not in by_level:
            made.append((DARK_INK, DARK_INK))
            continue
        ground = color_at(colors, by_level[label.level])
        plain = _ink_on(ground.red(), ground.green(), ground.blue())
        under = slow is not None and _node(slow, label.x / size[0], 1.0 - label.y / size[1])
        made.append((plain, _through(plain, QColor(*_mixed(ground, wash))) if under else plain))
    return tuple(made)


def _through(plain: QColor, washed: QColor) -> QColor:
    # Kept while it can be read: the other ink is nearly that of the hatch, between whose lines it is lost.
    read = contrast(plain, washed) >= _READ
    return plain if read else _ink_on(washed.red(), washed.green(), washed.blue())


def _node(mask: Mask, across: float, up: float) -> bool:
    rows, columns = mask.shape
    i, j = round(up * (rows - 1)), round(across * (columns - 1))
    return bool(mask[min(max(i, 0), rows - 1), min(max(j, 0), columns - 1)])


def _mixed(ground: QColor, over: QColor) -> tuple[int, int, int]:
    share = over.alphaF()
    pairs = (
        (ground.red(), over.red()),
        (ground.green(), over.green()),
        (ground.blue(), over.blue()),
    )
    red, green, blue = (round(a + (b - a) * share) for a, b in pairs)
    return red, green, blue


@dataclass(frozen=True, slots=True)
class SlicePaths:
    """Curves of one slice in its rectangle's own pixels."""

    now: QPainterPath
    baseline: QPainterPath
    threshold: QPainterPath


def _curves(cut: Slice, scale: Range, width: float, height: float, *, upright: bool) -> list[list[Floats]]:
    """Return the lines of a slice; `upright` for one along y, whose values run to the right."""
    curves = (cut.now, cut.baseline, cut.threshold)
    return [[] if c is None else [points_of(c, scale, width, height, upright)] for c in curves]


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
    sizes: tuple[tuple[int, int], tuple[int, int], tuple[int, int] | None],
    shared: SharedPaths,
    wash: QColor,
    binds: tuple[tuple[str, QPainterPath], ...] = (),
) -> FramePaths:
    """Return the paths of `result`; `binds` as it is.

    `sizes` are those of a plot, of the slices below and of the one at the side, px; `wash` lies over what
    is too slow.
    """
    whole, cut, side = sizes
    plots, first, slow = result.plots, result.plots[0], result.shapes.masks.get(SLOW)
    inks = [_by_ink(plot, colors) for plot, colors in zip(plots, maps, strict=True)]
    groups = [
        [iso.line for iso in plot.isos if by_level[iso.level] is ink]
        for plot, by_level in zip(plots, inks, strict=True)
        for ink in (DARK_INK, LIGHT_INK)
    ]
    for plot in plots:
        groups += _curves(plot.along_x, plot.scale, *cut, upright=False)
    along_y = side is not None and first.along_y is not None
    if side is not None and first.along_y is not None:
        groups += _curves(first.along_y, first.scale, *side, upright=True)
    made = iter(paths_of(groups))
    columns = tuple(
        ColumnPaths(
            dark=next(made),
            light=next(made),
            bands=tuple((color_at(colors, index), area_of(area)) for index, area in plot.bands),
            label_inks=label_inks(plot, colors, slow, whole, wash),
        )
        for plot, colors in zip(plots, maps, strict=True)
    )
    return FramePaths(
        shared=shared,
        columns=columns,
        along_x=tuple(SlicePaths(next(made), next(made), next(made)) for _ in plots),
        along_y=SlicePaths(next(made), next(made), next(made)) if along_y else None,
        binds=binds,
    )
