"""What the surfaces canvas is made of: heat maps, and layers as large as the canvas."""

from collections.abc import Callable
from typing import Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.plotting.exporting import is_exporting
from gui.views.surfaces_backdrop import Look, paint_backdrop, paint_ticks
from gui.views.surfaces_scene import Scene

#: Pixels to a node, along each side, of a heat map that leaves the window.
_FINER: Final = 6


class HeatMap(pg.ImageItem):  # type: ignore[misc]
    """A heat map drawn from plain RGB within the unit square.

    The clip of a ViewBox is a path, and palette images take Qt's slow road: together they cost six
    milliseconds a frame.
    """

    #: The map of last time, and its colours as pixels hold them.
    _colors: NDArray[np.uint8] | None = None
    _table: NDArray[np.uint32]
    image: NDArray[np.uint8] | None

    def show_map(self, index: NDArray[np.uint8], colors: NDArray[np.uint8]) -> None:
        """Show `index` into `colors`, shapes (ny, nx) and (256, 4), row 0 at the foot."""
        rows, columns = index.shape
        if self._colors is not colors:
            wide = colors.astype(np.uint32)
            packed = (255 << 24) | (wide[:, 0] << 16) | (wide[:, 1] << 8) | wide[:, 2]
            self._table = packed.astype(np.uint32)
            self._colors = colors
        # The image reads the array's memory: both are kept.
        self._pixels = self._table.take(index)
        self._plain = QImage(self._pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32)
        if self.image is None or self.image.shape != index.shape:
            self.setImage(index, autoLevels=False, levels=(0, 255))
        else:
            self.image = index
            self.update()

    def paint(self, painter: QPainter, *_: object) -> None:
        """Draw the image between the middles of its outermost cells."""
        if self.image is not None:
            rows, columns = self.image.shape
            painter.setClipRect(QRectF(0.5, 0.5, columns - 1, rows - 1), Qt.ClipOperation.IntersectClip)
            image = self._plain
            if is_exporting():
                # Readers of SVG and PDF draw a small image as blocks.
                image = image.scaled(image.size() * _FINER, mode=Qt.TransformationMode.SmoothTransformation)
            painter.drawImage(QRectF(0, 0, columns, rows), image)


class Layer(QGraphicsItem):
    """An item as large as the canvas that asks the canvas to paint."""

    def __init__(self, canvas: QWidget, paint: Callable[[QPainter], None], z: float) -> None:
        super().__init__()
        self._canvas, self._paint = canvas, paint
        self.setZValue(z)

    def boundingRect(self) -> QRectF:
        """Return the whole canvas."""
        return QRectF(self._canvas.rect())

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint this layer."""
        self._paint(painter)

    def stretch(self) -> None:
        """Tell the scene that the canvas has another size."""
        self.prepareGeometryChange()


class Backdrop:
    """What stands still around the surfaces, kept as pixels and painted anew only when it would differ."""

    def __init__(self) -> None:
        self._kept: tuple[tuple[object, ...], QPixmap] | None = None
        self._spot: object = None
        #: Whether the figures along the axes are part of it: they give way to the base point, which moves.
        self.ticked = False

    def drop(self) -> None:
        """Paint it anew the next time."""
        self._kept = None

    def paint(self, painter: QPainter, scene: Scene, look: Look, hover: int, size: QSize) -> None:
        """Paint it; what leaves the window gets it without what the pointer does."""
        if is_exporting():
            paint_backdrop(painter, scene, look, -1)
            return
        spot = (scene.place, scene.spots)
        self.ticked = spot == self._spot and not scene.relief
        self._spot = spot
        ident = (look, hover, size, scene.inks, spot if self.ticked else None)
        if self._kept is None or self._kept[0] != ident:
            made = QPixmap(size * scene.inks.ratio)
            made.setDevicePixelRatio(scene.inks.ratio)
            made.fill(Qt.GlobalColor.transparent)
            inner = QPainter(made)
            paint_backdrop(inner, scene, look, hover)
            if self.ticked:
                paint_ticks(inner, scene)
            inner.end()
            self._kept = (ident, made)
        painter.drawPixmap(0, 0, self._kept[1])
