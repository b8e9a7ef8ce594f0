"""The canvas of the Monte Carlo view: four plots that tell of the same samples, or a map of chances."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui import fonts
from gui.language import say, sentence
from gui.plotting import draw, text
from gui.plotting.doubt_job import DoubtResult, Shift, Spread, counted, shifts, worst_tenth
from gui.plotting.doubt_words import share
from gui.plotting.exporting import EXPORTED, is_exporting
from gui.plotting.inks import Inks
from gui.plotting.scales import Range
from gui.shown_units import METRICS
from gui.theme import Theme
from gui.views import doubt_map, doubt_paint, doubt_scatter, doubt_strips
from gui.views.doubt_frame import Places, Plot, places

Mask = NDArray[np.bool_]
#: Less than this far dragged is a click [px].
_CLICK = 4.0


@dataclass(frozen=True, slots=True)
class Brush:
    """What a hand has chosen: a stretch of the metric, or of it and an input; display and declared units."""

    metric: tuple[float, float]
    input: tuple[float, float] | None = None
    key: str = ""


def trouble_of(r: DoubtResult | None) -> str:
    """Return why a frame has nothing to show; empty where it has."""
    if r is None or r.trouble:
        return sentence(r.trouble) if r is not None else ""
    if r.spread is None or r.spread.summary.count:
        return ""
    stopped = r.spread.obstacles[0][1] if r.spread.obstacles else "what breaks first"
    label = METRICS[r.settings.metric].label
    return say(
        "{label} has no figure in any sample: nothing is served. Mend {stopped} first",
        label=label,
        stopped=stopped,
    )


class DoubtCanvas(QWidget):
    """Histogram, scatter, settling and inputs of chosen samples.

    Signals
    -------
    input_chosen(key)
        Set this input against the metric.
    explain_requested(metric)
    brushed()
        Other samples are chosen, or none.
    point_wanted(x, y, finished)
        The hand asks for the point at these places of the map's axes, 0-1.
    """

    input_chosen = Signal(str)
    explain_requested = Signal(str)
    brushed = Signal()
    point_wanted = Signal(float, float, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doubt-canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.inks = Inks(theme)
        self.result: DoubtResult | None = None
        self.brush: Brush | None = None
        self.hover: QPointF | None = None
        self.rows: list[tuple[QRectF, str]] = []
        self._pressed: QPointF | None = None
        self._image: QImage | None = None
        self._shifts: list[Shift] = []
        self._heads: list[tuple[QRectF, str]] = []

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(fonts.px(760), fonts.px(620))

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self._image = None
        self.update()

    def show_result(self, result: DoubtResult) -> None:
        """Show a frame; a choice of samples stays."""
        before, self.result = self.result, result
        self._image = None
        if before is not None and before.settings.metric != result.settings.metric:
            self.brush = None
        self._choose()

    def clear_brush(self) -> None:
        """Choose no samples."""
        if self.brush is not None:
            self.brush = None
            self._image = None
            self._choose()
            self.brushed.emit()

    def _choose(self) -> None:
        spread = self.result.spread if self.result is not None else None
        self._shifts = shifts(spread.samples, self.chosen(spread), 12) if spread is not None else []
        self.update()

    def chosen(self, s: Spread) -> Mask:
        """Return which samples are chosen by the hand, or the worst tenth."""
        if self.brush is None:
            return worst_tenth(s)
        low, high = self.brush.metric
        found = np.isfinite(s.values) & (s.values >= low) & (s.values <= high)
        if self.brush.input is not None and any(k == self.brush.key for k, _ in s.ranks):
            own = s.samples.input(self.brush.key)
            found &= (own >= self.brush.input[0]) & (own <= self.brush.input[1])
        return np.asarray(found)

    # places -------------------------------------------------------------------------------------

    def boxes(self) -> Places:
        """Return the boxes of the plots."""
        return places(self.width(), self.height())

    def spread_plot(self, s: Spread) -> Plot:
        """Return the histogram's plot."""
        return Plot(self.boxes().spread, s.scale, Range(0.0, 1.0, "linear"))

    def scatter_plot(self, s: Spread) -> Plot:
        """Return the scatter's plot."""
        return Plot(self.boxes().scatter, doubt_scatter.scatter_range(s.samples.input(s.input)), s.scale)

    # painting -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the view."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.inks.theme.panel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        r = self.result
        self.rows, self._heads = [], []
        trouble = trouble_of(r)
        if trouble:
            self._paint_trouble(painter, trouble)
        elif r is not None and r.chances is not None:
            doubt_map.paint_map(painter, self.inks, r, doubt_map.map_box(self.width(), self.height()))
            self._paint_chance(painter, r)
        elif r is not None and r.spread is not None:
            self._paint_plots(painter, r, r.spread)
        painter.end()

    def _paint_trouble(self, painter: QPainter, said: str) -> None:
        box = QRectF(0, 0, min(self.width() - 40, fonts.px(460)), fonts.px(120))
        box.moveCenter(QRectF(self.rect()).center())
        painter.setFont(fonts.px_font(13))
        painter.setPen(self.inks.theme.text)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), f"{said}.")

    def _paint_plots(self, painter: QPainter, r: DoubtResult, s: Spread) -> None:
        boxes, plot = self.boxes(), self.spread_plot(s)
        mask = self.chosen(s)
        counts = counted(np.where(mask, s.values, np.nan), s.scale)[1] if self.brush is not None else None
        head = doubt_paint.paint_spread(painter, self.inks, r, s, plot, counts)
        self._heads.append((head, s.metric))
        doubt_paint.paint_settling(painter, self.inks, s, boxes.settling)
        if s.input:
            self._paint_scatter(painter, r, s, mask)
        if self.brush is None:
            words, more = "The worst tenth", "drag to choose"
        else:
            low, high = (text.reading(s.metric, end) for end in self.brush.metric)
            words, more = (
                say("{mean} of the samples", mean=share(float(mask.mean()), 1)),
                say("{low} to {high}", low=low, high=high),
            )
        self.rows = doubt_strips.paint_strips(
            painter, self.inks, self._shifts, boxes.strips, words, more, s.input
        )
        self._paint_hover(painter, s, plot)

    def _paint_scatter(self, painter: QPainter, r: DoubtResult, s: Spread, mask: Mask) -> None:
        plot = self.scatter_plot(s)
        chosen = mask if self.brush is not None else None
        image = self._image
        if image is None or is_exporting():
            ratio = EXPORTED if is_exporting() else self.devicePixelRatioF()
            image = doubt_scatter.scatter_image(self.inks, s, plot, chosen, ratio)
            self._image = None if is_exporting() else image
        each = next(e for e in s.samples.plan.doubted if e.key == s.input)
        value = r.scenario.get(s.input)
        if each.origin == "model":
            at = 1.0
        elif isinstance(value, str):
            at = float(each.spec.option(value).code)
        else:
            at = float(value)
        doubt_scatter.paint_scatter(painter, self.inks, s, plot, image, (at, r.here))

    def _paint_hover(self, painter: QPainter, s: Spread, plot: Plot) -> None:
        if self.hover is None or not plot.box.contains(self.hover):
            return
        value = plot.value(self.hover.x())
        below = float(np.interp(value, s.edges, s.below))
        said = say("{below} lie below {metric}", below=share(below, 1), metric=text.reading(s.metric, value))
        x = round(self.hover.x()) + 0.5
        painter.setPen(self.inks.hair)
        # Below the names of percentiles, which it must not strike out.
        painter.drawLine(QPointF(x, plot.box.top() + fonts.px(18)), QPointF(x, plot.box.bottom()))
        wide = draw.pill_width(said)
        left = x + 8 if x + 8 + wide < plot.box.right() else x - 8 - wide
        draw.pill(painter, self.inks, left, plot.box.center().y() - 12, said)

    def _paint_chance(self, painter: QPainter, r: DoubtResult) -> None:
        box = doubt_map.map_box(self.width(), self.height())
        if self.hover is None or r.axes is None or not box.contains(self.hover):
            return
        across = (self.hover.x() - box.left()) / box.width()
        up = (box.bottom() - self.hover.y()) / box.height()
        x, y = (axis.shown(axis.value(at)) for axis, at in zip(r.axes, (across, up), strict=True))
        said = say("{it} at {x}, {y}", it=share(doubt_map.value_at(r, across, up)), x=x, y=y)
        wide = draw.pill_width(said)
        left = self.hover.x() + 12
        left = left if left + wide < box.right() else self.hover.x() - 12 - wide
        draw.pill(painter, self.inks, left, self.hover.y() + 12, said)

    # the hand -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to choose samples, or take hold of the point of the map."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self._drag(event.position(), finished=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose samples while the hand is down; else tell what lies under it."""
        self.hover = event.position()
        if self._pressed is not None:
            self._drag(event.position(), finished=False)
        hand = self._under(event.position()) != ""
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Settle the choice; a click on a name asks about it, one into a plot chooses nothing."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        start, self._pressed = self._pressed, None
        far = (event.position() - start).manhattanLength() >= _CLICK
        if self.result is not None and self.result.chances is not None:
            self._to_point(event.position(), finished=True)
            return
        under = self._under(event.position())
        if far:
            self._drag_from(start, event.position())
            self.brushed.emit()
        elif under.startswith("metric:"):
            self.explain_requested.emit(under.removeprefix("metric:"))
        elif under:
            self.input_chosen.emit(under)
        else:
            self.clear_brush()

    def _drag(self, at: QPointF, *, finished: bool) -> None:
        if self.result is not None and self.result.chances is not None:
            self._to_point(at, finished=finished)
        elif self._pressed is not None and (at - self._pressed).manhattanLength() >= _CLICK:
            self._drag_from(self._pressed, at)

    def _to_point(self, at: QPointF, *, finished: bool) -> None:
        box = doubt_map.map_box(self.width(), self.height())
        if finished or box.adjusted(-8, -8, 8, 8).contains(at):
            across = min(1.0, max(0.0, (at.x() - box.left()) / box.width()))
            up = min(1.0, max(0.0, (box.bottom() - at.y()) / box.height()))
            self.point_wanted.emit(across, up, finished)

    def _drag_from(self, start: QPointF, end: QPointF) -> None:
        s = self.result.spread if self.result is not None else None
        if s is None:
            return
        boxes = self.boxes()
        if boxes.spread.contains(start):
            plot = self.spread_plot(s)
            ends = sorted((plot.value(start.x()), plot.value(end.x())))
            self.brush = Brush((ends[0], ends[1]))
        elif s.input and boxes.scatter.contains(start):
            plot = self.scatter_plot(s)
            across = sorted((plot.value(start.x()), plot.value(end.x())))
            turned = Plot(QRectF(-plot.box.bottom(), 0, plot.box.height(), 1), plot.y, plot.y)
            up = sorted((turned.value(-start.y()), turned.value(-end.y())))
            self.brush = Brush((up[0], up[1]), (across[0], across[1]), s.input)
        else:
            return
        self._image = None
        self._choose()

    def _under(self, at: QPointF) -> str:
        for box, key in self.rows:
            if box.contains(at):
                return key
        return next((f"metric:{key}" for box, key in self._heads if box.contains(at)), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape chooses no samples."""
        if event.key() == Qt.Key.Key_Escape and self.brush is not None:
            self.clear_brush()
            return
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        self.hover = None
        self.update()
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the scatter anew."""
        self._image = None
        super().resizeEvent(event)
