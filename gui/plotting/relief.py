"""A surface seen from the side: its mesh, projected and put in the order it is painted in. numpy, no Qt.

The projection is parallel, so that the floor is the plot itself, sheared, and cells farther away along the
floor never hide nearer ones: sorting by that distance is exact for a height over a grid.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from gui.plotting.contours import Floats, Mask
from gui.plotting.scales import Range

#: Nodes along each side of the mesh.
NODES: Final = 48
#: Width and height of the box over its depth.
WIDE: Final = 1.3
HIGH: Final = 0.62
#: Shades from the darkest slope to the lightest, and how much they differ: enough to see the shape.
SHADES: Final = 16
DARKEST: Final = 0.80
LIGHTEST: Final = 1.08
#: What is left of the light where a limit is broken.
STOPPED: Final = 0.60
#: Where the light comes from, seen by the viewer: left, behind the shoulder, above.
_LIGHT: Final = np.array([-0.45, -0.35, 0.82])


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the surface is seen from.

    Attributes
    ----------
    azimuth, elevation : float
        Degrees; the elevation from 8 to 88, from the side to from above.
    zoom : float
        1 fits the box into the plot.
    """

    azimuth: float = 32.0
    elevation: float = 30.0
    zoom: float = 1.0

    @classmethod
    def within(cls, azimuth: float, elevation: float, zoom: float) -> "Camera":
        """Return the camera nearest to these figures that may be."""
        around = (azimuth + 180.0) % 360.0 - 180.0
        return cls(around, min(88.0, max(8.0, elevation)), min(6.0, max(0.4, zoom)))

    def turned(self, across: float, up: float) -> "Camera":
        """Return the camera after a turn by so many degrees."""
        return self.within(self.azimuth + across, self.elevation + up, self.zoom)

    def zoomed(self, factor: float) -> "Camera":
        """Return the camera nearer by `factor`."""
        return self.within(self.azimuth, self.elevation, self.zoom * factor)


class Projection:
    """From the box to a plot of `width` x `height` px with `margins` beside and below, above a third of that.

    Points of the box are 0-1 along x, y and up.
    """

    def __init__(self, camera: Camera, width: float, height: float, margins: tuple[float, float]) -> None:
        turn, lift = math.radians(camera.azimuth), math.radians(camera.elevation)
        self._cos, self._sin = math.cos(turn), math.sin(turn)
        self._up, self._flat = math.cos(lift), math.sin(lift)
        round_about = math.hypot(WIDE, 1.0)
        tall = round_about * self._flat + HIGH * self._up
        beside, below = margins
        room = max(width - 2 * beside, 40.0) / round_about, max(height - 1.3 * below, 40.0) / tall
        self.scale = min(room) * camera.zoom
        self._middle = (width / 2.0, height / 2.0 - 0.35 * below)

    def place(self, x: Floats, y: Floats, z: Floats) -> tuple[Floats, Floats, Floats]:
        """Return px across, px down and how far away along the floor."""
        a, b = (np.asarray(x) - 0.5) * WIDE, np.asarray(y) - 0.5
        across = a * self._cos - b * self._sin
        away = a * self._sin + b * self._cos
        up = away * self._flat + (np.asarray(z) - 0.5) * HIGH * self._up
        left, top = self._middle
        return left + across * self.scale, top - up * self.scale, away

    def spot(self, x: float, y: float, z: float) -> tuple[float, float]:
        """Return one point in px."""
        across, down, _ = self.place(np.array([x]), np.array([y]), np.array([z]))
        return float(across[0]), float(down[0])

    def away(self, x: float, y: float) -> float:
        """Return how far a place on the floor is."""
        return (x - 0.5) * WIDE * self._sin + (y - 0.5) * self._cos


@dataclass(frozen=True, slots=True)
class Mesh:
    """A surface as quadrilaterals.

    Attributes
    ----------
    heights : ndarray, shape (n, m)
        0-1 up the box; NaN where there is no value.
    colors : uint8 array, shape (n - 1, m - 1)
        Place in the colour map.
    open : bool array, shape (n - 1, m - 1)
        Where nothing is drawn, for two corners or more have no value.
    stopped : bool array, shape (n - 1, m - 1)
        Where a limit is broken.
    """

    heights: Floats
    colors: NDArray[np.uint8]
    open: Mask
    stopped: Mask


def mesh_of(values: Floats, scale: Range, feasible: Mask, blocked: Mask) -> Mesh:
    """Return the mesh of `values`, display units, over all nodes of a plot, rows upwards.

    Heights run over the colour range, so that both tell the same; beyond it they stay at its ends.
    """
    pick = [np.linspace(0, size - 1, min(NODES, size)).round().astype(np.int64) for size in values.shape]
    at = np.ix_(*pick)
    along = np.clip(scale.unit(values[at]), 0.0, 1.0)
    heights = np.where(blocked[at] | ~np.isfinite(values[at]), np.nan, along)
    known = np.isfinite(_corners(heights))
    empty = known.sum(axis=0) < 3
    middle = np.nan_to_num(_corners(heights)).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    broken = _corners(~feasible[at]).sum(axis=0) >= 2
    return Mesh(heights, np.asarray(middle * 255.0 + 0.5).astype(np.uint8), empty, broken)


def _corners(nodes: NDArray[np.generic]) -> NDArray[np.generic]:
    return np.stack([nodes[:-1, :-1], nodes[:-1, 1:], nodes[1:, 1:], nodes[1:, :-1]])


@dataclass(frozen=True, slots=True)
class Relief:
    """A mesh from a camera, in the order it is painted.

    Attributes
    ----------
    corners : ndarray, shape (k, 4, 2)
        Px of each quadrilateral drawn, the farthest first.
    colors : int array, shape (k,)
        Place in the colour map times `SHADES` plus the shade.
    stopped : bool array, shape (k,)
    cells : int array, shape (k,)
        Number of the cell, rows first.
    rank : int array, shape (cells,)
        Place in the order of each cell; -1 where it is open.
    """

    corners: Floats
    colors: NDArray[np.int64]
    stopped: Mask
    cells: NDArray[np.int64]
    rank: NDArray[np.int64]


def relief_of(mesh: Mesh, view: Projection, camera: Camera) -> Relief:
    """Return `mesh` projected, lit and sorted."""
    rows, columns = mesh.heights.shape
    x, y = np.meshgrid(np.linspace(0.0, 1.0, columns), np.linspace(0.0, 1.0, rows))
    across, down, away = view.place(x, y, mesh.heights)
    far = _corners(away).mean(axis=0).ravel()
    shown = np.flatnonzero(~mesh.open.ravel())
    cells = shown[np.argsort(-far[shown], kind="stable")]
    corners = np.stack([_corners(across), _corners(down)], axis=-1).reshape(4, -1, 2)
    # A cell with three corners is a triangle.
    corners = np.where(np.isfinite(corners), corners, np.roll(corners, -1, axis=0))
    shade = _shades(mesh, camera).ravel()[cells]
    rank = np.full(mesh.open.size, -1, np.int64)
    rank[cells] = np.arange(cells.size)
    return Relief(
        np.ascontiguousarray(corners[:, cells].transpose(1, 0, 2)),
        mesh.colors.ravel()[cells].astype(np.int64) * SHADES + shade,
        mesh.stopped.ravel()[cells],
        cells,
        rank,
    )


def _shades(mesh: Mesh, camera: Camera) -> NDArray[np.int64]:
    """Return how light each cell is, 0 to `SHADES` - 1, by its slope towards the light."""
    rows, columns = mesh.heights.shape
    around = _corners(mesh.heights)
    a, b, c, d = np.where(np.isfinite(around), around, np.roll(around, -1, axis=0))
    a, b, c, d = (np.nan_to_num(corner) for corner in (a, b, c, d))
    east = ((b + c) - (a + d)) / 2.0 * HIGH * (columns - 1) / WIDE
    north = ((c + d) - (a + b)) / 2.0 * HIGH * (rows - 1)
    turn = math.radians(camera.azimuth)
    # The light goes with the viewer: turning shows the shape, not another time of day.
    light = np.array(
        [
            _LIGHT[0] * math.cos(turn) + _LIGHT[1] * math.sin(turn),
            -_LIGHT[0] * math.sin(turn) + _LIGHT[1] * math.cos(turn),
            _LIGHT[2],
        ]
    )
    facing = (light[2] - light[0] * east - light[1] * north) / np.sqrt(1.0 + east**2 + north**2)
    bright = np.clip(facing / np.linalg.norm(_LIGHT), 0.0, 1.0)
    return np.asarray(np.clip(bright * SHADES, 0, SHADES - 1)).astype(np.int64)


def light_of(shade: int, *, stopped: bool) -> float:
    """Return what a colour is multiplied by."""
    plain = DARKEST + (LIGHTEST - DARKEST) * shade / (SHADES - 1)
    return plain * (STOPPED if stopped else 1.0)


def height_at(mesh: Mesh, x: Floats, y: Floats) -> Floats:
    """Return the height of the mesh over places on the floor, 0-1; NaN over holes."""
    rows, columns = mesh.heights.shape
    u, v = np.clip(x, 0.0, 1.0) * (columns - 1), np.clip(y, 0.0, 1.0) * (rows - 1)
    known = np.isfinite(u) & np.isfinite(v)
    j = np.where(known, np.minimum(u, columns - 1.001), 0.0).astype(np.int64)
    i = np.where(known, np.minimum(v, rows - 1.001), 0.0).astype(np.int64)
    s, t = u - j, v - i
    h = mesh.heights
    low = h[i, j] * (1 - s) + h[i, j + 1] * s
    high = h[i + 1, j] * (1 - s) + h[i + 1, j + 1] * s
    return np.asarray(low * (1 - t) + high * t)


def lifted(
    mesh: Mesh, relief: Relief, view: Projection, line: Floats, size: tuple[int, int]
) -> tuple[NDArray[np.int64], Floats]:
    """Return a line of the plot laid on the mesh, as segments and after which cell each is painted.

    Parameters
    ----------
    line : ndarray, shape (n, 2)
        Px of the plot of `size`, pieces parted by NaN.

    Returns
    -------
    places : int array, shape (k,)
        Rising: the place in the order of the cell after which a segment is painted.
    ends : ndarray, shape (k, 4)
        Px.
    """
    if line.shape[0] < 2:
        return np.zeros(0, np.int64), np.zeros((0, 4))
    x, y = line[:, 0] / size[0], 1.0 - line[:, 1] / size[1]
    across, down, _ = view.place(x, y, height_at(mesh, x, y))
    ends = np.stack([across[:-1], down[:-1], across[1:], down[1:]], axis=1)
    rows, columns = mesh.heights.shape
    middle = np.clip((x[:-1] + x[1:]) / 2, 0.0, 1.0), np.clip((y[:-1] + y[1:]) / 2, 0.0, 1.0)
    known = np.isfinite(ends).all(axis=1)
    j = np.minimum(np.where(known, middle[0], 0.0) * (columns - 1), columns - 2).astype(np.int64)
    i = np.minimum(np.where(known, middle[1], 0.0) * (rows - 1), rows - 2).astype(np.int64)
    rank = relief.rank[i * (columns - 1) + j]
    kept = np.flatnonzero(known & (rank >= 0))
    # What lies on the edge of a cell is painted after the nearer one, which would cover half of it.
    beside = [
        np.clip(i + di, 0, rows - 2) * (columns - 1) + np.clip(j + dj, 0, columns - 2) for di, dj in _BESIDE
    ]
    last = np.maximum.reduce([rank, *(relief.rank[cell] for cell in beside)])
    kept = kept[np.argsort(last[kept], kind="stable")]
    return last[kept], ends[kept]


_BESIDE: Final = ((0, 1), (1, 0), (0, -1), (-1, 0))


def pick(relief: Relief, mesh: Mesh, x: float, y: float) -> tuple[float, float] | None:
    """Return the place on the floor, 0-1, of the nearest cell painted at (`x`, `y`) px; None beside all."""
    corners = relief.corners
    sides = np.roll(corners, -1, axis=1) - corners
    off = np.array([x, y]) - corners
    cross = sides[..., 0] * off[..., 1] - sides[..., 1] * off[..., 0]
    inside = np.flatnonzero((cross >= 0).all(axis=1) | (cross <= 0).all(axis=1))
    if not inside.size:
        return None
    found = int(inside[-1])
    columns = mesh.heights.shape[1] - 1
    i, j = divmod(int(relief.cells[found]), columns)
    # Within the cell by the two sides it is seen as.
    origin, right, up = corners[found, 0], sides[found, 0], corners[found, 3] - corners[found, 0]
    area = right[0] * up[1] - right[1] * up[0]
    offset = np.array([x, y]) - origin
    if abs(area) < 1e-9:
        s = t = 0.5
    else:
        s = float(np.clip((offset[0] * up[1] - offset[1] * up[0]) / area, 0.0, 1.0))
        t = float(np.clip((right[0] * offset[1] - right[1] * offset[0]) / area, 0.0, 1.0))
    return (j + s) / columns, (i + t) / (mesh.heights.shape[0] - 1)
