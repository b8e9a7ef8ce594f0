"""Small drawings the plots share: paths from arrays, chips, pills, rings, rotated words."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from gui import fonts
from gui.language import tr
from gui.plotting.contours import Floats, Polygons
from gui.plotting.inks import Inks, pen
from gui.plotting.labels import chip_height, pill_gap, pill_height, pill_pad, ring_radius

CENTER: Final = Qt.AlignmentFlag.AlignCenter
LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
#: A quick line wider than this is drawn as three, this far apart.
WIDE: Final = 1.5
SIDE: Final = 0.7
#: A quick line wider than this is drawn as five.
BROAD: Final = 3.0
#: Rows that are filled at a time, and pieces from which on a fill is left whole.
ROWS: Final = 64
_PIECES: Final = 16


def stroke(painter: QPainter, path: QPainterPath, used: QPen, quick: bool) -> None:
    """Stroke `path`; `quick` for a frame of a drag.

    Qt's raster engine strokes one pixel ten times faster than any wider pen, so a quick wide line is
    three thin ones side by side, and five where large type makes it broad.
    """
    if not quick or used.widthF() <= 1.0:
        painter.strokePath(path, used)
        return
    thin = QPen(used)
    thin.setWidthF(1.0)
    if used.style() == Qt.PenStyle.CustomDashLine:
        thin.setDashPattern([length * used.widthF() for length in used.dashPattern()])
    painter.strokePath(path, thin)
    if used.widthF() > WIDE:
        broad = used.widthF() > BROAD
        side = (used.widthF() - 1.0) / 2.5 if broad else SIDE
        steps = [(side, 0.0), (-side, side)] + ([(-side, -side), (side, -side)] if broad else [])
        for across, down in steps:
            painter.translate(across, down)
            painter.strokePath(path, thin)
        painter.translate(0.0, side if broad else -side)


def path_of(line: Floats) -> QPainterPath:
    """Return the path through the rows of `line`, shape (n, 2), broken at NaN."""
    return paths_of([[line]])[0]


#: An element of a path as Qt streams it: 0 moves, 1 draws.
_ELEMENT: Final = np.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
#: What Qt streams behind the elements: where the last piece begins, and the rule of filling.
_END: Final = bytes(8)


def paths_of(groups: Sequence[Sequence[Floats]]) -> list[QPainterPath]:
    """Return for each group of lines the path through their rows, shape (n, 2), broken at NaN.

    All are read from one stream of bytes: a stream for each costs more than its points.
    """
    made = [QPainterPath() for _ in groups]
    kept = [[line for line in lines if line.shape[0] > 1] for lines in groups]
    sizes = np.array([line.shape[0] for lines in kept for line in lines])
    if not sizes.size:
        return made
    whole = np.concatenate([line for lines in kept for line in lines])
    known = np.isfinite(whole[:, 0] + whole[:, 1])
    ends = sizes.cumsum()
    elements = np.empty(known.size, _ELEMENT)
    follows = elements["kind"]
    follows[1:], follows[0] = known[:-1], 0
    follows[ends[:-1]] = 0
    elements["x"], elements["y"] = whole[:, 0], whole[:, 1]
    before = np.concatenate([[0], known.cumsum()[ends - 1]])
    lasts = np.cumsum([0, *(len(lines) for lines in kept)])
    data = elements[known].tobytes()
    parts, drawn = [], []
    for i, (start, stop) in enumerate(pairwise(before[lasts].tolist())):
        if stop > start:
            drawn.append(made[i])
            each = _ELEMENT.itemsize
            parts += [(stop - start).to_bytes(4, "big"), data[start * each : stop * each], _END]
    stream = QDataStream(QByteArray(b"".join(parts)))
    for path in drawn:
        stream >> path
    return made


def rings_of(polygons: Polygons) -> list[Floats]:
    """Return the lines around `polygons`."""
    return [polygons.points[a:b] for a, b in pairwise(polygons.offsets)]


def area_of(polygons: Polygons) -> QPainterPath:
    """Return the path around `polygons`."""
    return filled(paths_of([rings_of(polygons)])[0])


def filled(path: QPainterPath) -> QPainterPath:
    """Return `path` with the rule that fills polygons with holes."""
    path.setFillRule(Qt.FillRule.OddEvenFill)
    return path


def words(
    painter: QPainter, box: QRectF, said: str, color: QColor, font: QFont, align: Qt.AlignmentFlag = CENTER
) -> None:
    """Write `said` in `box`, in the language of the window where it is known."""
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(box, _flags(align), tr(said))


@cache
def _flags(align: Qt.AlignmentFlag) -> int:
    return int(align) | int(Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip)


def told(painter: QPainter, box: QRectF, said: str, color: QColor) -> None:
    """Write in the middle of `box`, in several lines if need be, why there is nothing to see."""
    wide = min(box.width() - fonts.px(48), float(fonts.px(460)))
    place = QRectF(box.center().x() - wide / 2, box.top(), wide, box.height())
    painter.setFont(fonts.px_font(13))
    painter.setPen(color)
    painter.drawText(place, int(CENTER) | int(Qt.TextFlag.TextWordWrap), said)


def verdict(painter: QPainter, box: QRectF, said: str, color: QColor) -> None:
    """Write the sentence over a view: in smaller type where it is long, cut only where that is too long."""
    size = 14 if fonts.width(said, 14, fonts.SEMIBOLD) <= box.width() else 12
    fitting = fonts.metrics(size, fonts.SEMIBOLD).elidedText(
        said, Qt.TextElideMode.ElideRight, int(box.width())
    )
    words(painter, box, fitting, color, fonts.px_font(size, fonts.SEMIBOLD), LEFT)


def upright(painter: QPainter, x: float, y: float, said: str, color: QColor, font: QFont) -> None:
    """Write `said` upwards, centred at (`x`, `y`)."""
    painter.save()
    painter.translate(x, y)
    painter.rotate(-90.0)
    words(painter, QRectF(-200.0, -10.0, 400.0, 20.0), said, color, font)
    painter.restore()


def haloed(
    painter: QPainter, x: float, y: float, said: str, color: QColor, font: QFont, halo: QColor
) -> None:
    """Write `said` centred at (`x`, `y`) over a halo of 3 px."""
    said = tr(said)
    path = QPainterPath()
    metrics = fonts.metrics(11, fonts.MEDIUM)
    path.addText(
        x - metrics.horizontalAdvance(said) / 2, y + (metrics.ascent() - metrics.descent()) / 2, font, said
    )
    painter.strokePath(path, pen(halo, 3.0, 200))
    painter.fillPath(path, color)


def chip(painter: QPainter, inks: Inks, x: float, y: float, width: float, said: str, color: QColor) -> None:
    """Draw a chip centred at (`x`, `y`)."""
    box = QRectF(round(x - width / 2), round(y - chip_height() / 2), round(width), chip_height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.chip)
    painter.drawRoundedRect(box, 3.0, 3.0)
    words(painter, box, said, color, fonts.px_font(11, fonts.SEMIBOLD))


def axis_chip(painter: QPainter, inks: Inks, box: QRectF, said: str) -> None:
    """Draw the base point's coordinate on an axis: panel-coloured words on ink."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.theme.ink)
    painter.drawRoundedRect(box, 3.0, 3.0)
    words(painter, box, said, inks.theme.panel, fonts.px_font(11, fonts.SEMIBOLD))


def pill_width(said: str, more: str = "") -> float:
    """Return the width of a read-out."""
    return (
        fonts.width(said, 12, fonts.SEMIBOLD)
        + pill_pad()
        + (fonts.width(more, 11) + pill_gap() if more else 0)
    )


def pill(painter: QPainter, inks: Inks, left: float, top: float, said: str, more: str = "") -> QRectF:
    """Draw the read-out with its top left corner there, `more` in small type behind; return its box."""
    width = pill_width(said, more)
    box = QRectF(round(left), round(top), width, pill_height())
    painter.setPen(inks.pill)
    painter.setBrush(inks.theme.panel)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4.0, 4.0)
    if not more:
        words(painter, box, said, inks.theme.ink, fonts.px_font(12, fonts.SEMIBOLD))
        return box
    inside = box.adjusted(pill_pad() / 2, 0.0, -pill_pad() / 2, 0.0)
    words(painter, inside, said, inks.theme.ink, fonts.px_font(12, fonts.SEMIBOLD), LEFT)
    words(painter, inside, more, inks.theme.muted, fonts.px_font(11), RIGHT)
    return box


def fill_tall(painter: QPainter, box: QRectF, brush: QColor | QBrush) -> None:
    """Fill `box` of whole pixels, which may be taller than wide, with something one can see through.

    Qt hands what has a hundred rows to other threads and waits for them, 45 us for what takes 2: a piece at a
    time has fewer.
    """
    top, left, wide, high = box.top(), box.left(), box.width(), box.height()
    if painter.paintEngine().type() != QPaintEngine.Type.Raster or high > _PIECES * ROWS:
        # A drawing is not cut up, and what is large is worth the wait.
        painter.fillRect(box, brush)
        return
    done = 0.0
    while done < high:
        piece = min(ROWS, high - done)
        painter.fillRect(QRectF(left, top + done, wide, piece), brush)
        done += piece


def dot(painter: QPainter, at: QPointF, radius: float) -> None:
    """Draw a dot with the pen and brush set; `radius` as designed at 100 %."""
    painter.drawEllipse(at, radius * fonts.scale(), radius * fonts.scale())


def ring(painter: QPainter, inks: Inks, at: QPointF, stroke: QPen | None = None) -> None:
    """Draw the base point."""
    painter.setPen(stroke or inks.ring)
    painter.setBrush(inks.theme.panel)
    painter.drawEllipse(at, ring_radius(), ring_radius())


def triangle(painter: QPainter, x: float, y: float, color: QColor) -> None:
    """Draw a small triangle that points down to (`x`, `y`)."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    wide, high = fonts.px(4), fonts.px(5)
    painter.drawPolygon(QPolygonF([QPointF(x - wide, y - high), QPointF(x + wide, y - high), QPointF(x, y)]))


def cross_hair(painter: QPainter, inks: Inks, at: QPointF, box: QRectF, *, fine: bool = True) -> None:
    """Draw hairs through `at` to the edges of `box`, open around the ring."""
    gap = float(fonts.px(7))
    x, y = round(at.x()) + 0.5, round(at.y()) + 0.5
    spans = (
        (box.left(), y, x - gap, y),
        (x + gap, y, box.right(), y),
        (x, box.top(), x, y - gap),
        (x, y + gap, x, box.bottom()),
    )
    # Filled, not stroked: upright and level hairs of whole pixels need no path.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for used in (inks.hair_casing, inks.hair) if fine else (inks.hair,):
        half, color = used.widthF() / 2.0, used.color()
        for x0, y0, x1, y1 in spans:
            if x1 > x0:
                painter.fillRect(QRectF(x0, y0 - half, x1 - x0, 2.0 * half), color)
            elif y1 > y0:
                fill_tall(painter, QRectF(x0 - half, y0, 2.0 * half, y1 - y0), color)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
