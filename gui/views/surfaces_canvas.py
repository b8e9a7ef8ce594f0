"""The canvas of the surfaces view: pyqtgraph images under painted lines, the cross-hair under the hand."""

from typing import Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QPainter,
    QPainterPath,
    QResizeEvent,
)
from PySide6.QtWidgets import QGraphicsItem, QToolTip, QWidget

from gui.plotting.binding import Binds
from gui.plotting.draw import area_of
from gui.plotting.exporting import is_exporting
from gui.plotting.geometry import Geometry, lay_out, whole
from gui.plotting.inks import Inks
from gui.plotting.surface_job import SurfacesResult
from gui.theme import Theme
from gui.views.surfaces_backdrop import (
    Look,
    colors_of,
    look_of,
    paint_side_words,
    paint_ticks,
)
from gui.views.surfaces_hand import SurfacesHand
from gui.views.surfaces_layers import Backdrop, HeatMap, Layer
from gui.views.surfaces_marks import paint_drop
from gui.views.surfaces_paint import paint_marks, paint_scene
from gui.views.surfaces_paths import FramePaths, SharedPaths, frame_paths
from gui.views.surfaces_relief import ReliefStage
from gui.views.surfaces_scene import Scene
from gui.views.surfaces_tips import tip_text

COLUMNS: Final = 3


class SurfacesCanvas(SurfacesHand):
    """Up to three heat maps with everything around them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("surfaces-canvas")
        # A plain ground kept as pixels would be a picture in every drawing.
        self.setCacheMode(pg.GraphicsView.CacheModeFlag.CacheNone)
        self.setAntialiasing(False)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
        self.setViewportUpdateMode(pg.GraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self._drop = ""
        self._look: Look | None = None
        self._backdrop = Backdrop()
        self._shared: tuple[object, SharedPaths] | None = None
        self.stage = ReliefStage(self.viewport())
        self.stage.turned.connect(self.viewport().update)
        self._bound: tuple[Binds, tuple[tuple[str, QPainterPath], ...]] | None = None
        self.scene_now = Scene(Inks(theme), self._geometry())
        self._boxes: list[pg.ViewBox] = []
        self.images: list[HeatMap] = []
        for _ in range(COLUMNS):
            self._add_column()
        self._layers = (Layer(self, self.paint_back, -10.0), Layer(self, self.paint_front, 10.0))
        for layer in self._layers:
            self.scene().addItem(layer)
        self.take_theme(theme)

    def _add_column(self) -> None:
        box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        box.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        image = HeatMap(axisOrder="row-major")
        box.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape, False)
        box.addItem(image)
        box.setRange(xRange=(0.0, 1.0), yRange=(0.0, 1.0), padding=0.0)
        self.scene().addItem(box)
        self._boxes.append(box)
        self.images.append(image)

    # what is shown ------------------------------------------------------------------------------

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.setBackground(theme.panel)
        self.scene_now.inks = Inks(theme, self.devicePixelRatioF())
        self._backdrop.drop()
        if self.scene_now.result is not None:
            self.show_result(self.scene_now.result)
        self.viewport().update()

    def show_result(self, result: SurfacesResult) -> None:
        """Show a frame."""
        scene = self.scene_now
        scene.result = result
        maps = tuple(colors_of(scene.inks, p.metric) for p in result.plots)
        for image, box, plot, colors in zip(self.images, self._boxes, result.plots, maps, strict=False):
            image.show_map(plot.index, colors)
            rows, columns = plot.index.shape
            half = QPointF(0.5 / (columns - 1), 0.5 / (rows - 1))
            image.setRect(QRectF(-half.x(), -half.y(), 1 + 2 * half.x(), 1 + 2 * half.y()))
            box.setVisible(not scene.plain)
        for box in self._boxes[len(result.plots) :]:
            box.setVisible(False)
        scene.paths = self._paths(result, maps)
        self._look = look_of(scene, result, self.enlarged >= 0)
        self.viewport().update()

    def _paths(self, result: SurfacesResult, maps: tuple[np.ndarray, ...]) -> FramePaths:
        if self._shared is None or self._shared[0] is not result.shapes:
            self._shared = (result.shapes, SharedPaths.of(result.shapes))
        geometry = self.scene_now.geometry
        cut = geometry.slices[0] if geometry.slices else QRect(0, 0, 1, 1)
        side = geometry.side
        size = None if side is None else (side.width(), side.height())
        whole = geometry.plots[0]
        sizes = (whole.width(), whole.height()), (cut.width(), cut.height()), size
        wash = self.scene_now.inks.slow_wash
        return frame_paths(result, maps, sizes, self._shared[1], wash, self._binds(result))

    def _binds(self, result: SurfacesResult) -> tuple[tuple[str, QPainterPath], ...]:
        if result.binds is None:
            return ()
        if self._bound is None or self._bound[0] is not result.binds:
            self._bound = (result.binds, tuple((kind, area_of(p)) for kind, p in result.binds.areas))
        return self._bound[1]

    def show_place(self, place: tuple[float, float], spots: tuple[str, str]) -> None:
        """Put the cross-hair at `place`, 0-1 along the axes, `spots` on its chips."""
        if (place, spots) != (self.scene_now.place, self.scene_now.spots):
            self.scene_now.place, self.scene_now.spots = place, spots
            self.viewport().update()

    def change(self, **changes: object) -> None:
        """Change fields of the scene, as `overlays` or `quick`, and repaint."""
        for name, value in changes.items():
            setattr(self.scene_now, name, value)
        if "relief" in changes and self.stage.on != self.scene_now.relief:
            self.stage.on = self.scene_now.relief
            self.lay_out_again()
        if {"bands", "binds", "relief"} & set(changes):
            for box in self._boxes[: len(self.scene_now.geometry.plots)]:
                box.setVisible(not self.scene_now.plain)
        if self.scene_now.result is not None:
            self._look = look_of(self.scene_now, self.scene_now.result, self.enlarged >= 0)
        self.viewport().update()

    def plot_size(self) -> tuple[int, int]:
        """Return width and height of one plot, px."""
        box = self.scene_now.geometry.plots[0]
        return box.width(), box.height()

    # layout -------------------------------------------------------------------------------------

    def _geometry(self) -> Geometry:
        one = self.enlarged >= 0
        if one and self.stage.on:
            return whole(lay_out(self.width(), self.height(), 1, slices=False))
        return lay_out(self.width(), self.height(), 1 if one else COLUMNS, side=one)

    def lay_out_again(self) -> None:
        """Put everything where the present size wants it."""
        geometry = self.scene_now.geometry = self._geometry()
        for layer in self._layers:
            layer.stretch()
        for i, box in enumerate(self._boxes):
            if i < len(geometry.plots):
                box.setGeometry(QRectF(geometry.plots[i]))
            box.setVisible(i < len(geometry.plots) and not self.scene_now.plain)
        self._backdrop.drop()
        if self.scene_now.result is not None and len(self.scene_now.result.plots) == len(geometry.plots):
            self.show_result(self.scene_now.result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        if hasattr(self, "_layers"):
            self.at_ratio(self.devicePixelRatioF())
            self.lay_out_again()
            self.resized.emit()

    # painting -----------------------------------------------------------------------------------

    def paint_back(self, painter: QPainter) -> None:
        """Paint what stands still, from pixels where those still hold."""
        if self._look is not None:
            self._backdrop.paint(painter, self.scene_now, self._look, self._hover, self.size())

    def paint_front(self, painter: QPainter) -> None:
        """Paint what changes from frame to frame."""
        scene = self.scene_now
        if scene.relief and scene.result is not None and scene.paths is not None:
            box, shared = scene.geometry.plots[0], scene.paths.shared
            self.stage.paint(painter, scene.inks, scene.result, shared, box, scene.place, scene.overlays)
            paint_marks(painter, scene)
            return
        if is_exporting() or not self._backdrop.ticked:
            paint_ticks(painter, self.scene_now)
        paint_side_words(painter, self.scene_now)
        paint_scene(painter, self.scene_now)

    def at_ratio(self, ratio: float) -> None:
        """Draw at `ratio` device pixels to a logical one from now on."""
        if ratio != self.scene_now.inks.ratio:
            self.scene_now.inks = Inks(self.scene_now.inks.theme, ratio)
            self.viewport().update()

    def show_drop(self, axis: str) -> None:
        """Show along which axis an input carried over the canvas would go; "" for none."""
        if axis != self._drop:
            self._drop = axis
            self.viewport().update()

    def drawForeground(self, painter: QPainter, _rect: QRectF) -> None:
        """Show where the keyboard is, and where an input carried here would go."""
        if self._drop:
            paint_drop(painter, self.scene_now.inks, self.scene_now.geometry, self._drop)
        if self.hasFocus() and self.scene_now.focused:
            painter.setPen(self.scene_now.inks.theme.accent)
            for box in self.scene_now.geometry.plots:
                painter.drawRect(QRectF(box).adjusted(-1.5, -1.5, 1.5, 1.5))

    # words under the pointer --------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what lies under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            said = self.tip_at(event.pos())
            if said:
                QToolTip.showText(event.globalPos(), said, self)
            else:
                QToolTip.hideText()
            return True
        if event.type() == QEvent.Type.Leave and self._hover >= 0:
            self._hover = -1
            self.viewport().update()
        return bool(super().viewportEvent(event))

    def tip_at(self, at: QPoint) -> str:
        """Return the figures of the node under `at` and what binds there; empty outside the plots."""
        return tip_text(self.scene_now, self.enlarged >= 0, at, self.spot_at(at))
