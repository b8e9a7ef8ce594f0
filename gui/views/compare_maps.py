"""A metric over two inputs for several scenarios: the difference of two, or each by itself on one scale."""

import math
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QWidget

from engine.compare_command import signed
from gui import fonts
from gui.language import say, tr
from gui.plotting import draw, text
from gui.plotting.compare_job import SIDE, CompareResult, Maps
from gui.plotting.compare_words import map_verdict
from gui.plotting.fitting import fit, wrapped
from gui.plotting.inks import Inks, pen
from gui.plotting.scales import Range, map_of
from gui.reading import format_value
from gui.shown_units import METRICS
from gui.theme import Theme

_PAD: Final = 16
_TOP: Final = 88
_LEFT: Final = 54
_BOTTOM: Final = 74
_BAR: Final = 9


class MapsCanvas(QWidget):
    """The maps.

    Signals
    -------
    moved(x, y)
        The hand asks for this point, 0-1 along each axis.
    explain_requested(metric)
    """

    moved = Signal(float, float)
    explain_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare-maps")
        self.setAccessibleName(tr("Maps of the scenarios compared"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.inks = Inks(theme)
        self.result: CompareResult | None = None
        self.hover: QPointF | None = None
        self._pictures: list[QImage] = []

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self._draw()
        self.update()

    def show_result(self, result: CompareResult) -> None:
        """Show a frame."""
        self.result = result
        self._draw()
        self.setAccessibleName(tr("Maps of the scenarios compared"))
        if result.maps is not None:
            self.setAccessibleDescription(map_verdict(result, result.maps))
        self.update()

    # places -------------------------------------------------------------------------------------

    def _shown(self) -> list[int]:
        """Return the columns that have a map; the difference is one."""
        r = self.result
        if r is None or r.maps is None:
            return []
        return [r.chosen.to] if r.settings.show == "difference" else list(range(len(r.chosen.columns)))

    def boxes(self) -> list[QRectF]:
        """Return the places of the maps."""
        count = len(self._shown())
        if not count:
            return []
        across = 1 if count == 1 else 2 if count <= 4 else 3
        if count > 2 and self.width() < fonts.px(420):
            across = 2
        down = math.ceil(count / across)
        left, top = fonts.px(_PAD) + fonts.px(_LEFT - 16), fonts.px(_TOP)
        gap_x, gap_y = fonts.px(12), fonts.px(22)
        wide = (self.width() - left - fonts.px(_PAD) - gap_x * (across - 1)) / across
        room = self.height() - top - fonts.px(_BOTTOM) - (gap_y * down if count > 1 else 0)
        high = room / down
        made = []
        for index in range(count):
            x = left + (index % across) * (wide + gap_x)
            y = top + (index // across) * (high + gap_y) + (gap_y if count > 1 else 0)
            made.append(QRectF(x, y, max(wide, 20.0), max(high, 20.0)))
        return made

    # painting -----------------------------------------------------------------------------------

    def _draw(self) -> None:
        r = self.result
        self._pictures = []
        if r is None or r.maps is None:
            return
        maps, metric = r.maps, METRICS[r.settings.metric]
        if r.settings.show == "difference":
            values = maps.difference * (metric.better or 1)
            able = maps.able[r.chosen.base] & maps.able[r.chosen.to]
            self._pictures = [_picture(values, able, maps.apart, self.inks.map("margin"))]
            return
        colors = self.inks.map(map_of(metric))
        self._pictures = [
            _picture(maps.values[i], maps.able[i] & np.isfinite(maps.values[i]), maps.scale, colors)
            for i in self._shown()
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw title, maps, axes and colours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.inks.theme.panel)
        r = self.result
        if r is not None and r.maps is not None:
            self._paint_title(painter, r, r.maps)
            for place, (index, box) in enumerate(zip(self._shown(), self.boxes(), strict=True)):
                self._paint_map(painter, r, r.maps, place, index, box)
            self._paint_axes(painter, r.maps)
            self._paint_colors(painter, r, r.maps)
            if self.hover is not None:
                self._paint_read_out(painter, r, r.maps)
        painter.end()

    def _paint_title(self, painter: QPainter, r: CompareResult, maps: Maps) -> None:
        theme, metric = self.inks.theme, METRICS[r.settings.metric]
        base, other = (r.chosen.columns[i].name for i in (r.chosen.base, r.chosen.to))
        said = (
            say("{label}: {other} less {base}", label=metric.label, other=other, base=base)
            if r.settings.show == "difference"
            else metric.label
        )
        wide = self.width() - 2 * fonts.px(_PAD)
        head = QRectF(fonts.px(_PAD), fonts.px(9), wide, fonts.px(20))
        font = fonts.px_font(14, fonts.SEMIBOLD)
        draw.words(painter, head, fit(said, wide, 14, fonts.SEMIBOLD), theme.ink, font, draw.LEFT)
        for line in wrapped(map_verdict(r, maps), wide, 12, 2):
            head.translate(0, fonts.px(17) if head.top() > fonts.px(10) else fonts.px(21))
            draw.words(painter, head, line, theme.muted, fonts.px_font(12), draw.LEFT)

    def _paint_map(
        self, painter: QPainter, r: CompareResult, maps: Maps, place: int, index: int, box: QRectF
    ) -> None:
        theme = self.inks.theme
        painter.setBrushOrigin(0, 0)
        painter.fillRect(box, self.inks.blocked_fill("slow"))
        painter.fillRect(box, self.inks.hatch("slow"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
        painter.drawImage(box, self._pictures[place])
        if r.settings.show == "difference":
            self._paint_one_sided(painter, r, maps, box)
            self._paint_equal(painter, maps, box)
        else:
            name = fit(r.chosen.columns[index].name, box.width(), 12, fonts.MEDIUM)
            above = QRectF(box.left(), box.top() - fonts.px(20), box.width(), fonts.px(18))
            color = theme.accent if r.chosen.columns[index].current else theme.text
            draw.words(painter, above, name, color, fonts.px_font(12, fonts.MEDIUM), draw.LEFT)
        painter.setPen(self.inks.border)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        across, up = maps.at[index]
        at = QPointF(box.left() + _clip(across) * box.width(), box.bottom() - _clip(up) * box.height())
        draw.ring(painter, self.inks, at)

    def _paint_one_sided(self, painter: QPainter, r: CompareResult, maps: Maps, box: QRectF) -> None:
        """Tint where only one of the two holds the limits."""
        for index, color in self._sides(r):
            other = r.chosen.base if index == r.chosen.to else r.chosen.to
            painter.drawImage(box, _tint(maps.able[index] & ~maps.able[other], color))

    def _sides(self, r: CompareResult) -> list[tuple[int, QColor]]:
        colors = self.inks.map("margin")
        made = []
        for index, at in ((r.chosen.to, 205), (r.chosen.base, 50)):
            red, green, blue = (int(v) for v in colors[at][:3])
            made.append((index, QColor(red, green, blue, 120)))
        return made

    def _paint_equal(self, painter: QPainter, maps: Maps, box: QRectF) -> None:
        if maps.equal.shape[0] < 2:
            return
        fit = QTransform().translate(box.left(), box.top()).scale(box.width() / SIDE, box.height() / SIDE)
        path = fit.map(draw.path_of(maps.equal))
        painter.save()
        painter.setClipRect(box)
        painter.strokePath(path, self.inks.break_even_casing)
        painter.strokePath(path, pen(self.inks.theme.ink, 2.0))
        painter.restore()

    def _paint_axes(self, painter: QPainter, maps: Maps) -> None:
        theme, font, boxes = self.inks.theme, fonts.px_font(11), self.boxes()
        lowest = max(box.bottom() for box in boxes)
        leftmost, rightmost = min(box.left() for box in boxes), max(box.right() for box in boxes)
        for box in boxes:
            if box.bottom() == lowest:
                _x_ticks(painter, maps, box, theme, last=box.right() == rightmost)
            if box.left() == leftmost:
                _y_ticks(painter, maps, box, theme)
        whole = QRectF(
            boxes[0].left(), lowest + fonts.px(18), boxes[-1].right() - boxes[0].left(), fonts.px(16)
        )
        whole.setRight(max(box.right() for box in boxes))
        draw.words(painter, whole, text.axis_title(maps.x.spec), theme.text, font)
        above = QRectF(fonts.px(_PAD), boxes[0].top() - fonts.px(17), fonts.px(240), fonts.px(15))
        if len(boxes) > 1:
            above.translate(0, -fonts.px(15))
        draw.words(painter, above, text.axis_title(maps.y.spec), theme.text, font, draw.LEFT)

    def _paint_colors(self, painter: QPainter, r: CompareResult, maps: Maps) -> None:
        theme, metric = self.inks.theme, METRICS[r.settings.metric]
        difference = r.settings.show == "difference"
        scale = maps.apart if difference else maps.scale
        colors = self.inks.map("margin" if difference else map_of(metric))
        if difference and metric.better < 0:
            colors = colors[::-1]
        left, wide = fonts.px(_PAD + 20), self.width() - 2 * fonts.px(_PAD + 20)
        bar = QRectF(left, self.height() - fonts.px(30), wide, fonts.px(_BAR))
        strip = np.ascontiguousarray(colors[np.newaxis])
        image = QImage(strip.tobytes(), strip.shape[1], 1, 4 * strip.shape[1], QImage.Format.Format_RGBA8888)
        painter.drawImage(bar, image)
        last = -math.inf
        for value in scale.ticks():
            x = bar.left() + _clip(scale.at(value)) * bar.width()
            said = _signed_level(r.settings.metric, value) if difference else text.level(metric.key, value)
            half = fonts.width(said, 11) / 2
            if x - half < last + fonts.px(6):
                continue
            last = x + half
            box = QRectF(x - 40, bar.bottom() + 1, 80, fonts.px(16))
            draw.words(painter, box, said, theme.muted, fonts.px_font(11))

    def _paint_read_out(self, painter: QPainter, r: CompareResult, maps: Maps) -> None:
        found = self._under(self.hover)
        if found is None or self.hover is None:
            return
        said = self.read_out(r, maps, *found)
        wide = draw.pill_width(said)
        x = min(self.hover.x() + 12, self.width() - wide - 6)
        draw.pill(painter, self.inks, x, self.hover.y() - 30, said)

    def read_out(self, r: CompareResult, maps: Maps, place: int, across: float, up: float) -> str:
        """Return the figures of map `place` at a point, 0-1 along each axis."""
        metric = METRICS[r.settings.metric]
        factor = metric.shown(1.0)
        index = self._shown()[place]
        rows, columns = maps.values[index].shape
        at = min(rows - 1, int(up * rows)), min(columns - 1, int(across * columns))
        ends = (r.chosen.base, r.chosen.to) if r.settings.show == "difference" else (index,)
        told = []
        for one in ends:
            value, able = float(maps.values[one][at]), bool(maps.able[one][at])
            figure = format_value(value / factor, metric) if math.isfinite(value) else "cannot be served"
            told.append(
                figure if able or not math.isfinite(value) else say("{figure} beyond a limit", figure=figure)
            )
        if len(told) == 1:
            return told[0]
        difference = float(maps.difference[at])
        by = f"  {signed(difference / factor, metric)}" if math.isfinite(difference) else ""
        return f"{told[0]} \u2192 {told[1]}{by}"

    # the hand -----------------------------------------------------------------------------------

    def _under(self, at: QPointF | None) -> tuple[int, float, float] | None:
        if at is None:
            return None
        for place, box in enumerate(self.boxes()):
            if box.contains(at):
                across = (at.x() - box.left()) / box.width()
                return place, min(across, 1.0), min((box.bottom() - at.y()) / box.height(), 1.0)
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out what lies under the pointer."""
        self.hover = event.position()
        inside = self._under(self.hover) is not None
        self.setCursor(Qt.CursorShape.CrossCursor if inside else Qt.CursorShape.ArrowCursor)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Read out nothing."""
        self.hover = None
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Move the scenario in front there, or explain the metric."""
        found = self._under(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.moved.emit(found[1], found[2])
        elif event.position().y() < fonts.px(30) and self.result is not None:
            self.explain_requested.emit(self.result.settings.metric)


def _picture(
    values: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]",
    able: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]",
    scale: Range,
    colors: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]",
) -> QImage:
    """Return a map as a picture, clear where nothing can be told."""
    pixels = colors[scale.index(values)].copy()
    pixels[~(able & np.isfinite(values))] = 0
    return _image(pixels)


def _tint(where: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]", color: QColor) -> QImage:
    pixels = np.zeros((*where.shape, 4), np.uint8)
    pixels[where] = (color.red(), color.green(), color.blue(), color.alpha())
    return _image(pixels)


def _image(pixels: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> QImage:
    flipped = np.ascontiguousarray(pixels[::-1])
    high, wide = flipped.shape[:2]
    return QImage(flipped.tobytes(), wide, high, 4 * wide, QImage.Format.Format_RGBA8888).copy()


def _x_ticks(painter: QPainter, maps: Maps, box: QRectF, theme: Theme, *, last: bool) -> None:
    """Draw the figures below a map; one that would reach into the next is left out."""
    end, most = -math.inf, math.inf if last else box.right()
    for at, said in maps.x.ticks():
        x, wide = box.left() + at * box.width(), fonts.width(said, 11)
        painter.fillRect(QRectF(round(x), box.bottom(), 1, 4), theme.border)
        if x - wide / 2 > end + 6 and x + wide / 2 < most:
            draw.words(
                painter,
                QRectF(x - 40, box.bottom() + fonts.px(4), 80, fonts.px(15)),
                said,
                theme.muted,
                fonts.px_font(11),
            )
            end = x + wide / 2


def _y_ticks(painter: QPainter, maps: Maps, box: QRectF, theme: Theme) -> None:
    last = math.inf
    for at, said in maps.y.ticks():
        y = box.bottom() - at * box.height()
        painter.fillRect(QRectF(box.left() - 4, round(y), 4, 1), theme.border)
        if y < last - 14:
            place = QRectF(box.left() - 66, y - 8, 60, 16)
            draw.words(painter, place, said, theme.muted, fonts.px_font(11), draw.RIGHT)
            last = y


def _signed_level(metric: str, value: float) -> str:
    said = text.level(metric, value).lstrip("+")
    return f"+{said}" if value > 0 else said


def _clip(at: float) -> float:
    return min(max(at, 0.0), 1.0)
