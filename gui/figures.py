"""The one way in which a view leaves the window: as pixels, as lines, on a page.

A figure is what a view shows without its row of tools, under a line that names scenario and view and
above one that names what made it. PNG, SVG, PDF, the clipboard and reports all paint the same `Figure`.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPoint, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPageSize, QPainter, QPdfWriter, QRegion
from PySide6.QtWidgets import QWidget

from engine.digest import library_digest
from engine.files import carriers
from engine.share.payload import notes
from engine.version import version
from gui import fonts, theme
from gui.language import mark, tr
from gui.plotting import draw
from gui.plotting.exporting import exporting
from gui.views.base import View
from gui.views.tools import Ground

#: Formats by the ending of the file.
FORMATS: Final = {".png": mark("PNG picture, 2×"), ".svg": mark("SVG drawing"), ".pdf": mark("PDF drawing")}
SCALE: Final = 2
#: A fifth larger than the smallest PNG, in half the time.
_QUICK: Final = 80
_HEAD, _FOOT, _SIDE = 44, 28, 18
_WORDS: Final = re.compile(
    r'(<text [^>]*?font-size="([\d.]+)" font-weight="(\d+)")([^>]*?)\s*>([^<]*)</text>'
)


def area_of(view: QWidget) -> QRect:
    """Return what of `view` is shown in a figure: all but the rows of tools at its top."""
    top = 0
    for child in view.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisibleTo(view) and child.y() == top and _is_tools(child, view.width()):
            top = child.geometry().bottom() + 1
    return view.rect().adjusted(0, top, 0, 0)


def _is_tools(child: QWidget, wide: int) -> bool:
    """Return whether `child` is a row of tools, or rows of them down to its foot."""
    if isinstance(child, Ground):
        return True
    ends = [
        g.mapTo(child, QPoint(0, g.height())).y() for g in child.findChildren(Ground) if g.isVisibleTo(child)
    ]
    return bool(ends) and child.width() == wide and max(ends) >= child.height() - 2


@dataclass(frozen=True, slots=True)
class Figure:
    """A view as a figure.

    Attributes
    ----------
    view : View
    name : str
        Of the scenario.
    framed : bool
        Whether the lines above and below are drawn too.
    """

    view: View
    name: str
    framed: bool = True

    @property
    def size(self) -> QSize:
        """Return width and height, logical px."""
        area = area_of(self.view).size()
        return area + QSize(0, fonts.px(_HEAD) + fonts.px(_FOOT)) if self.framed else area

    def paint(self, painter: QPainter) -> None:
        """Paint the figure at the painter's origin, one unit to a logical pixel."""
        area, top = area_of(self.view), fonts.px(_HEAD) if self.framed else 0
        painter.fillRect(QRect(QPoint(0, 0), self.size), theme.current().panel)
        if self.framed:
            self._frame(painter)
        painter.save()
        painter.setClipRect(QRect(QPoint(0, top), area.size()))
        with exporting():
            self.view.render(painter, QPoint(0, top), QRegion(area))
        for tools in self.view.findChildren(Ground):
            # Tools that stand over a part of the view alone.
            place = QRect(tools.mapTo(self.view, QPoint(0, 0)), tools.size()).translated(0, top - area.top())
            if tools.isVisibleTo(self.view) and place.bottom() >= top:
                painter.fillRect(place, theme.current().panel)
        painter.restore()

    def _frame(self, painter: QPainter) -> None:
        look, size, side = theme.current(), self.size, fonts.px(_SIDE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = size.width() - 2 * side
        head = QRectF(side, fonts.px(6), wide, fonts.px(_HEAD - 6))
        title = fonts.metrics(16, fonts.SEMIBOLD).elidedText(
            self.name, Qt.TextElideMode.ElideRight, round(0.7 * wide)
        )
        draw.words(painter, head, title, look.ink, fonts.px_font(16, fonts.SEMIBOLD), draw.LEFT)
        head.setLeft(head.left() + fonts.width(title, 16, fonts.SEMIBOLD) + fonts.px(10))
        draw.words(painter, head, self.view.title, look.muted, fonts.px_font(13), draw.LEFT)
        line = size.height() - fonts.px(_FOOT)
        painter.fillRect(QRectF(side, line, wide, 1), look.hairline)
        foot = QRectF(side, line, wide, fonts.px(_FOOT))
        made = f"Isocost {version()}, catalogue {library_digest()}"
        draw.words(painter, foot, made, look.muted, fonts.px_font(11), draw.LEFT)
        told = tr("Carries its scenario: drop it on Isocost to open it")
        draw.words(painter, foot, told, look.muted, fonts.px_font(11), draw.RIGHT)


def image_of(figure: Figure, scale: int = SCALE) -> QImage:
    """Return `figure` with `scale` pixels to a logical one."""
    made = QImage(figure.size * scale, QImage.Format.Format_ARGB32_Premultiplied)
    made.setDevicePixelRatio(scale)
    made.fill(theme.current().panel)
    sharpen: Any = getattr(figure.view, "at_ratio", None)
    if sharpen is not None:
        sharpen(float(scale))
    painter = QPainter(made)
    try:
        figure.paint(painter)
    finally:
        painter.end()
        if sharpen is not None:
            sharpen(figure.view.devicePixelRatioF())
    return made


def png_bytes(figure: Figure, payload: bytes) -> bytes:
    """Return `figure` at twice the pixels as a PNG that carries `payload`."""
    return drawn(figure, ".png", payload)()


def _packed(image: QImage, payload: bytes, told: dict[str, str]) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", _QUICK)  # type: ignore[call-overload]
    return carriers.into_png(bytes(held.data()), payload, told)


def svg_bytes(figure: Figure, payload: bytes) -> bytes:
    """Return `figure` as an SVG with words as words, that carries `payload` in its metadata."""
    from PySide6.QtSvg import QSvgGenerator

    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Tiny 1.2, the default, knows no clips: curves would run over their frames.
    made = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    made.setOutputDevice(buffer)
    made.setSize(figure.size)
    made.setViewBox(QRect(QPoint(0, 0), figure.size))
    made.setResolution(figure.view.logicalDpiX())
    made.setTitle(f"{figure.name}, {figure.view.title}")
    made.setDescription(f"Isocost {version()}, catalogue {library_digest()}")
    painter = QPainter(made)
    figure.paint(painter)
    painter.end()
    return carriers.into_svg(_tidy(bytes(held.data())), payload, notes(figure.view.key))


def _tidy(drawing: bytes) -> bytes:
    """Return an SVG of Qt's without empty paths, its words as wide as they are drawn here.

    Where the typeface is missing, a wider one would run into its neighbours.
    """

    def fitted(match: re.Match[str]) -> str:
        font = QFont(fonts.px_font(12))
        font.setPixelSize(max(1, round(float(match[2]))))
        font.setWeight(QFont.Weight(int(match[3])))
        font.setVariableAxis(QFont.Tag("wght"), int(match[3]))
        wide = QFontMetricsF(font).horizontalAdvance(html.unescape(match[5]))
        said = f' textLength="{wide:.2f}" lengthAdjust="spacingAndGlyphs"' if len(match[5]) > 1 else ""
        return f"{match[1]}{said} {match[4]}>{match[5]}</text>"

    text = drawing.decode().replace('<path vector-effect="none" fill-rule="evenodd" d=""/>', "")
    return _WORDS.sub(fitted, text).encode()


def pdf_bytes(figure: Figure, payload: bytes) -> bytes:
    """Return `figure` as one page of lines and words, `payload` attached as a file."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = writer_on(buffer, figure.name, payload)
    # At the widget's own resolution a logical pixel is a unit, and what is kept in pixels keeps its size.
    dots = figure.view.logicalDpiX()
    made.setResolution(dots)
    points = QSizeF(figure.size) * 72.0 / dots
    made.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    made.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(made)
    figure.paint(painter)
    painter.end()
    return bytes(held.data())


def writer_on(device: QIODevice, title: str, payload: bytes) -> QPdfWriter:
    """Return a writer of a PDF to `device` that carries `payload`."""
    made = QPdfWriter(device)
    made.setTitle(title)
    made.setCreator(f"Isocost {version()}")
    made.addFileAttachment(carriers.ATTACHED, QByteArray(payload), "application/json")
    return made


def drawn(figure: Figure, form: str, payload: bytes) -> Callable[[], bytes]:
    """Draw `figure` now; return what makes a file that ends in `form`, one of `FORMATS`, in any thread."""
    if form == ".png":
        return partial(_packed, image_of(figure), payload, notes(figure.view.key))
    made = {".svg": svg_bytes, ".pdf": pdf_bytes}[form](figure, payload)
    return lambda: made
