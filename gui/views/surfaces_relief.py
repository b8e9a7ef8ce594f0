"""The enlarged surface from the side: painted, turned by the hand, and asked what lies under the pointer."""

import math
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from gui import fonts
from gui.plotting.exporting import is_exporting
from gui.plotting.inks import Inks
from gui.plotting.relief import Camera, Mesh, Projection, mesh_of, pick, relief_of
from gui.plotting.surface_job import Plot, SurfacesResult
from gui.shown_units import METRICS
from gui.views.surfaces_paths import SharedPaths
from gui.views.surfaces_relief_paint import Made, paint_base, paint_pins, paint_surface

#: Room around the box for ticks and titles [px].
MARGIN: Final = 60
#: Degrees the surface turns for each pixel of the hand.
TURN: Final = 0.35


class ReliefStage(QObject):
    """The surface from the side, on one canvas.

    Signals
    -------
    turned(finished)
        The camera moved; `finished` once the hand lets go.
    """

    turned = Signal(bool)

    def __init__(self, port: QWidget) -> None:
        super().__init__(port)
        self._port = port
        self.on = False
        self.camera = Camera()
        self._box = QRect()
        self._made: Made | None = None
        self._last: tuple[object, ...] | None = None
        self._layer: tuple[tuple[object, ...], QPixmap] | None = None
        self._held: tuple[QPointF, Camera] | None = None
        port.installEventFilter(self)

    # geometry -----------------------------------------------------------------------------------

    def geometry(self, result: SurfacesResult, box: QRect) -> Made:
        """Return mesh and projection of the first plot of `result` in `box`; kept while nothing moves."""
        self._box = box
        plot, size = result.plots[0], (box.width(), box.height())
        made = self._made
        if made is not None and made.plot is plot and made.camera == self.camera and made.size == size:
            return made
        mesh = made.mesh if made is not None and made.plot is plot else _mesh(result, plot)
        view = Projection(self.camera, *size, (fonts.px(MARGIN), fonts.px(MARGIN)))
        self._made = Made(plot, self.camera, size, mesh, view, relief_of(mesh, view, self.camera))
        return self._made

    def spot_at(self, at: QPoint) -> QPointF | None:
        """Return the place on the axes, 0-1, of what is painted at `at` of the canvas."""
        if self._made is None or not self._box.contains(at):
            return None
        off = QPointF(at - self._box.topLeft())
        found = pick(self._made.relief, self._made.mesh, off.x(), off.y())
        return None if found is None else QPointF(*found)

    def take(self, saved: object) -> None:
        """Take back a camera as a file holds it; what is none changes nothing."""
        if isinstance(saved, list) and len(saved) == 3 and all(isinstance(v, int | float) for v in saved):
            azimuth, elevation, zoom = (float(v) for v in saved)
            if math.isfinite(azimuth + elevation + zoom):
                self.camera = Camera.within(azimuth, elevation, zoom)
                self._port.update()

    # painting -----------------------------------------------------------------------------------

    def paint(
        self,
        painter: QPainter,
        inks: Inks,
        result: SurfacesResult,
        shared: SharedPaths,
        box: QRect,
        place: tuple[float, float],
        overlays: frozenset[str],
    ) -> None:
        """Paint the surface in `box`, its base point at `place`."""
        made = self.geometry(result, box)
        painter.save()
        painter.setClipRect(box)
        painter.translate(box.topLeft())
        ident = (made, inks, overlays, shared)
        known = self._last is not None and all(a is b for a, b in zip(self._last, ident, strict=True))
        if known and not is_exporting():
            painter.drawPixmap(0, 0, self._pixmap(made, inks, result, shared, overlays))
        else:
            # What is new with every frame is not kept. Where it is exported an edge closes the seams between
            # polygons.
            self._last = ident
            paint_surface(painter, made, inks, result, shared, overlays, seams=is_exporting())
        paint_pins(painter, made, inks, result)
        paint_base(painter, made, inks, result, place)
        painter.restore()

    def _pixmap(
        self, made: Made, inks: Inks, result: SurfacesResult, shared: SharedPaths, overlays: frozenset[str]
    ) -> QPixmap:
        ident = (made, inks, overlays, shared)
        if self._layer is None or any(a is not b for a, b in zip(self._layer[0], ident, strict=True)):
            width, height = made.size
            pixmap = QPixmap(round(width * inks.ratio), round(height * inks.ratio))
            pixmap.setDevicePixelRatio(inks.ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            try:
                paint_surface(painter, made, inks, result, shared, overlays, seams=False)
            finally:
                # A pixmap that goes while it is painted on takes the process along.
                painter.end()
            self._layer = (ident, pixmap)
        return self._layer[1]

    # the hand -----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn with a drag, come nearer with the wheel, go back with a double click."""
        if not self.on:
            return super().eventFilter(watched, event)
        if isinstance(event, QWheelEvent) and self._box.contains(event.position().toPoint()):
            self._show(self.camera.zoomed(1.0015 ** event.angleDelta().y()), finished=True)
            event.accept()
            return True
        if isinstance(event, QMouseEvent) and self._hand(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _hand(self, event: QMouseEvent) -> bool:
        """Return whether a mouse event was for the camera."""
        kind, left = event.type(), event.button() == Qt.MouseButton.LeftButton
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        inside = self._box.contains(event.position().toPoint())
        if kind == QEvent.Type.MouseButtonDblClick and left and inside:
            self._held = None
            self._show(Camera(), finished=True)
        elif kind == QEvent.Type.MouseButtonPress and left and plain and inside:
            self._held = (event.position(), self.camera)
        elif kind == QEvent.Type.MouseMove and self._held is not None:
            start, camera = self._held
            off = event.position() - start
            self._show(camera.turned(-off.x() * TURN, off.y() * TURN), finished=False)
        elif kind == QEvent.Type.MouseButtonRelease and left and self._held is not None:
            moved = self._held[1] != self.camera
            self._held = None
            if moved:
                self.turned.emit(True)
        else:
            return False
        return True

    def _show(self, camera: Camera, *, finished: bool) -> None:
        if camera != self.camera:
            self.camera = camera
            self.turned.emit(finished)


def _mesh(result: SurfacesResult, plot: Plot) -> Mesh:
    values = result.grid.base(plot.metric) * METRICS[plot.metric].shown(1.0)
    return mesh_of(values, plot.scale, result.shapes.feasible, result.shapes.blocked)
