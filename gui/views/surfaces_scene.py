"""What is on the canvas of the surfaces view, and what all its columns share: drawn once."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from gui.plotting import draw
from gui.plotting.binding import BLOCKED
from gui.plotting.geometry import Geometry
from gui.plotting.inks import Inks
from gui.plotting.surface_job import SurfacesResult
from gui.views.surfaces_marks import paint_binds
from gui.views.surfaces_paths import FramePaths

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
            paint_lines(painter, self, self.paths)
            painter.end()
            self._layer = (ident, pixmap)
        return self._layer[1]


def _canvas(width: int, height: int, ratio: float) -> QPixmap:
    made = QPixmap(round(width * ratio), round(height * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    return made


def paint_lines(painter: QPainter, scene: Scene, paths: FramePaths) -> None:
    """Paint lines and hatches, the same in every column."""
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


def hair_through(painter: QPainter, scene: Scene, x: float, top: float, bottom: float) -> None:
    """Draw the hair of the base point at `x`, px."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(scene.inks.hair)
    painter.drawLine(round(x), round(top), round(x), round(bottom) - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
