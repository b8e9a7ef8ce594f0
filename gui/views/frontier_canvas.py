"""The canvas of the frontier view: curves of cost against speed, the base point under the hand."""

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from engine.scenario import spec_of
from gui import fonts
from gui.language import inner, say
from gui.plotting import draw, text
from gui.plotting.contours import Floats
from gui.plotting.fitting import fit
from gui.plotting.frontier_job import FrontierResult, Traced, words_at
from gui.plotting.frontier_names import Name, boxes, gathered, place
from gui.plotting.inks import Inks, pen
from gui.plotting.labels import pill_height, pill_pad
from gui.plotting.scales import Range
from gui.plotting.tier_words import of_tier
from gui.shown_units import METRICS, shown_at
from gui.theme import Theme
from gui.views.frontier_legend import paint_legend

#: Farthest from a curve that the pointer still means it [px].
REACH = 28.0
_LEFT, _TOP, _RIGHT, _BOTTOM = 82, 46, 24, 82
#: Height of the figures and the title of the x axis [px].
_AXIS = 44


class _Layer(QGraphicsItem):
    """An item as large as the canvas that paints it all."""

    def __init__(self, canvas: "FrontierCanvas") -> None:
        super().__init__()
        self._canvas = canvas

    def boundingRect(self) -> QRectF:
        """Return the whole canvas."""
        return QRectF(self._canvas.rect())

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint the canvas."""
        self._canvas.paint_all(painter)

    def stretch(self) -> None:
        """Tell the scene that the canvas has another size."""
        self.prepareGeometryChange()


class FrontierCanvas(pg.GraphicsView):  # type: ignore[misc]
    """Curves of two metrics against each other.

    Signals
    -------
    moved(value, finished)
        The hand asks for this value of the input along the curve; NaN for none.
    explain_requested(metric)
        The name of a figure at its axis was clicked.
    """

    moved = Signal(float, bool)
    explain_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=theme.panel)
        self.setObjectName("frontier-canvas")
        # A plain ground kept as pixels would be a picture in every drawing.
        self.setCacheMode(pg.GraphicsView.CacheModeFlag.CacheNone)
        self.setViewportUpdateMode(pg.GraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.inks = Inks(theme)
        self.result: FrontierResult | None = None
        self.hover: tuple[Traced, int] | None = None
        self._held = False
        self._layer = _Layer(self)
        self.scene().addItem(self._layer)

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.setBackground(theme.panel)
        self.inks = Inks(theme, self.devicePixelRatioF())
        self.viewport().update()

    def show_result(self, result: FrontierResult) -> None:
        """Show a frame."""
        self.result, self.hover = result, None
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        if hasattr(self, "_layer"):
            self._layer.stretch()

    def plot(self) -> QRect:
        """Return the rectangle of the plot."""
        left, top, right, bottom = (fonts.px(n) for n in (_LEFT, _TOP, _RIGHT, _BOTTOM))
        return QRect(left, top, max(40, self.width() - left - right), max(40, self.height() - top - bottom))

    def pixels(self, x: Floats, y: Floats) -> Floats:
        """Return display-unit figures as px of the canvas, shape (n, 2); NaN stays."""
        assert self.result is not None
        box = self.plot()
        across = np.clip(self.result.x_scale.unit(x), -2.0, 3.0)
        up = np.clip(self.result.y_scale.unit(y), -2.0, 3.0)
        return np.stack([box.left() + across * box.width(), box.bottom() + 1 - up * box.height()], axis=1)

    # painting -----------------------------------------------------------------------------------

    def paint_all(self, painter: QPainter) -> None:
        """Paint the view."""
        if self.result is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.plot()
        self._paint_frame(painter, self.result, box)
        painter.save()
        painter.setClipRect(box)
        self._paint_limits(painter, self.result, box)
        for curve in self.result.curves[:0:-1]:
            self._paint_curve(painter, curve)
        self._name_curves(painter, self.result)
        self._paint_curve(painter, self.result.curves[0])
        self._paint_point(painter, self.result)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.inks.border)
        painter.drawRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.hover is not None:
            self._paint_hover(painter, self.result, *self.hover)
        if not np.isfinite(self.result.curves[0].y).any():
            self._paint_obstacle(painter, self.result.said, box)

    def _paint_obstacle(self, painter: QPainter, said: str, box: QRect) -> None:
        """Tell in the middle of the plot why there is no curve."""
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
        painter.setFont(fonts.px_font(13, fonts.SEMIBOLD))
        painter.setPen(self.inks.theme.bad)
        wide = min(box.width() - fonts.px(48), fonts.px(460))
        place = QRectF(box.center().x() - wide / 2, box.top(), wide, box.height())
        painter.drawText(place, int(flags), f"{said}.")

    def _paint_frame(self, painter: QPainter, r: FrontierResult, box: QRect) -> None:
        theme, font = self.inks.theme, fonts.px_font(11)
        x_metric, y_metric = METRICS[r.settings.x], METRICS[r.settings.y]
        name = say("{label} against {label2}", label=y_metric.label, label2=x_metric.label)
        head = QRectF(box.left(), box.top() - fonts.px(34), box.width(), fonts.px(18))
        draw.words(painter, head, name, theme.ink, fonts.px_font(13, fonts.SEMIBOLD), draw.LEFT)
        along = say(
            "traced by {label}{of_tier}",
            label=inner(spec_of(r.settings.along).label),
            of_tier=of_tier(r.scenario, r.settings.along),
        )
        head.setLeft(head.left() + fonts.width(name, 13, fonts.SEMIBOLD) + fonts.px(8))
        draw.words(painter, head, along, theme.muted, font, draw.LEFT)
        if r.said and np.isfinite(r.curves[0].y).any():
            # Under the title: it says a whole sentence.
            head = QRectF(box.left(), box.top() - fonts.px(17), box.width(), fonts.px(15))
            told = fit(f"{r.said}.", head.width(), 11, fonts.MEDIUM)
            draw.words(painter, head, told, theme.warning, fonts.px_font(11, fonts.MEDIUM), draw.LEFT)
        for value in _ticks(r.x_scale):
            x = round(box.left() + r.x_scale.at(value) * box.width())
            painter.fillRect(QRectF(x, box.top(), 1, box.height()), theme.hairline)
            said = text.level(r.settings.x, value)
            place = QRectF(x - 40, box.bottom() + fonts.px(4), 80, fonts.px(16))
            draw.words(painter, place, said, theme.muted, font)
        for value in _ticks(r.y_scale):
            y = round(box.bottom() + 1 - r.y_scale.at(value) * box.height())
            painter.fillRect(QRectF(box.left(), y, box.width(), 1), theme.hairline)
            said = text.level(r.settings.y, value)
            place = QRectF(box.left() - 70, y - 8, 62, 16)
            draw.words(painter, place, said, theme.muted, font, draw.RIGHT)
        foot = QRectF(box.left(), box.bottom() + fonts.px(24), box.width(), fonts.px(18))
        draw.words(painter, foot, _named(x_metric.key), theme.text, font)
        draw.upright(painter, fonts.px(23), box.center().y(), _named(y_metric.key), theme.text, font)
        paint_legend(painter, self.inks, r, box)

    def _paint_limits(self, painter: QPainter, r: FrontierResult, box: QRect) -> None:
        painter.setBrushOrigin(0, 0)
        x_limit, y_limit = r.limits
        if x_limit is not None:
            x = box.left() + r.x_scale.at(x_limit) * box.width()
            painter.fillRect(QRectF(x, box.top(), box.right() + 1 - x, box.height()), self.inks.hatch("slow"))
            painter.fillRect(
                QRectF(round(x) - fonts.px(1), box.top(), fonts.px(2), box.height()),
                self.inks.theme.latency_limit,
            )
            said = say("limit {x}", x=text.level(r.settings.x, x_limit))
            wide = fonts.width(said, 11, fonts.SEMIBOLD) + fonts.px(10)
            # A limit left of all the plot stops all of it: its name stays in sight.
            left = max(x, box.left()) + fonts.px(8)
            draw.chip(
                painter, self.inks, left + wide / 2, box.top() + fonts.px(18), wide, said, self.inks.theme.ink
            )
        if y_limit is not None:
            y = box.bottom() + 1 - r.y_scale.at(y_limit) * box.height()
            painter.fillRect(
                QRectF(box.left(), box.top(), box.width(), y - box.top()), self.inks.hatch("slow")
            )
            painter.fillRect(
                QRectF(box.left(), round(y) - fonts.px(1), box.width(), fonts.px(2)),
                self.inks.theme.latency_limit,
            )
        if r.break_even is not None:
            path = draw.path_of(self.pixels(r.curves[0].x, r.break_even))
            painter.strokePath(path, self.inks.threshold["break_even"])

    def _paint_curve(self, painter: QPainter, curve: Traced) -> None:
        points = self.pixels(curve.x, curve.y)
        theme = self.inks.theme
        color = theme.accent if curve.kind == "now" else theme.muted
        if curve.kind == "baseline":
            painter.strokePath(draw.path_of(points), self.inks.baseline)
        else:
            thin = 1.5 if curve.kind == "now" else 1.0
            painter.strokePath(draw.path_of(_only(points, ~curve.able)), pen(color, 1.0, 170, dashes=(3, 3)))
            painter.strokePath(draw.path_of(_only(points, curve.able)), pen(color, thin))
            painter.strokePath(draw.path_of(_only(points, curve.best)), pen(color, thin + 1.0))

    def _name_curves(self, painter: QPainter, r: FrontierResult) -> None:
        """Name compared curves beside them; those that lie on each other share a name."""
        box, drawn = QRectF(self.plot()), [self.pixels(curve.x, curve.y) for curve in r.curves]
        shown = [i for i, curve in enumerate(r.curves) if curve.kind != "baseline"]
        every = [*drawn, *([] if r.break_even is None else [self.pixels(r.curves[0].x, r.break_even)])]
        placed: list[Name] = []
        taken = [self._pill_box(r), *self._limit_boxes(r)]
        for group in gathered([drawn[i] for i in shown]):
            named = [r.curves[shown[k]] for k in group if r.curves[shown[k]].kind == "other"]
            if not named:
                continue
            said = ", ".join(curve.name for curve in named)
            said = say("much like {names}", names=said) if shown[group[0]] == 0 else said
            wide = fonts.width(said, 11, fonts.SEMIBOLD) + 10
            mine = drawn[shown[group[0]]]
            name = place(said, wide, mine, np.concatenate(every), box, [*taken, *boxes(placed)])
            if name is not None:
                placed.append(name)
                draw.chip(painter, self.inks, name.x, name.y, wide, said, self.inks.theme.muted)

    def _limit_boxes(self, r: FrontierResult) -> list[QRectF]:
        """Return where the limit on x has its name."""
        if r.limits[0] is None:
            return []
        box = self.plot()
        x = box.left() + r.x_scale.at(r.limits[0]) * box.width()
        return [QRectF(x, box.top(), fonts.px(110), fonts.px(32))]

    def _pill_box(self, r: FrontierResult) -> QRectF:
        """Return where the figures of the scenario stand; nothing where it has none."""
        x, y = shown_at(r.point, r.settings.x), shown_at(r.point, r.settings.y)
        at = self.pixels(np.array([x]), np.array([y]))[0]
        if not np.isfinite(at).all():
            return QRectF()
        box = self.plot()
        wide = fonts.width(self._point_words(r), 12, fonts.SEMIBOLD) + pill_pad()
        off, over = fonts.px(10), fonts.px(10) + pill_height()
        left = at[0] + off if at[0] + off + wide < box.right() else at[0] - off - wide
        top = at[1] - over if at[1] - over > box.top() else at[1] + off
        return QRectF(left, top, wide, pill_height())

    def _point_words(self, r: FrontierResult) -> str:
        x, y = shown_at(r.point, r.settings.x), shown_at(r.point, r.settings.y)
        return say("{y} at {x}", y=text.reading(r.settings.y, y), x=text.reading(r.settings.x, x))

    def _paint_point(self, painter: QPainter, r: FrontierResult) -> None:
        x, y = shown_at(r.point, r.settings.x), shown_at(r.point, r.settings.y)
        at = self.pixels(np.array([x]), np.array([y]))[0]
        if not np.isfinite(at).all():
            return
        stroke = None if r.point.feasible else pen(self.inks.theme.bad, 2.0)
        draw.ring(painter, self.inks, QPointF(*at), stroke)
        place = self._pill_box(r)
        draw.pill(painter, self.inks, place.left(), place.top(), self._point_words(r))

    def _paint_hover(self, painter: QPainter, r: FrontierResult, curve: Traced, node: int) -> None:
        at = self.pixels(curve.x[node : node + 1], curve.y[node : node + 1])[0]
        lines = words_at(r, curve, node)
        wide = max(fonts.width(line, 11) for line in lines) + fonts.px(16)
        high = fonts.px(16) * len(lines) + fonts.px(8)
        box = self.plot()
        off = fonts.px(12)
        left = at[0] + off if at[0] + off + wide < box.right() else at[0] - off - wide
        top = min(at[1] + off, box.bottom() - high - 4)
        painter.setPen(self.inks.border)
        painter.setBrush(self.inks.theme.panel)
        painter.drawRoundedRect(QRectF(round(left) + 0.5, round(top) + 0.5, wide, high), 4, 4)
        for i, line in enumerate(lines):
            place = QRectF(left + fonts.px(8), top + fonts.px(4) + fonts.px(16) * i, wide, fonts.px(16))
            draw.words(painter, place, line, self.inks.theme.text, fonts.px_font(11), draw.LEFT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.inks.theme.ink)
        draw.dot(painter, QPointF(*at), 3.0)

    # the hand -----------------------------------------------------------------------------------

    def nearest(self, at: QPointF, kinds: tuple[str, ...]) -> tuple[Traced, int, float] | None:
        """Return the curve and node next to `at`, and its distance in px."""
        found: tuple[Traced, int, float] | None = None
        for curve in self.result.curves if self.result is not None else ():
            if curve.kind not in kinds:
                continue
            points = self.pixels(curve.x, curve.y)
            apart = np.hypot(points[:, 0] - at.x(), points[:, 1] - at.y())
            if not np.isfinite(apart).any():
                continue
            node = int(np.nanargmin(apart))
            if found is None or apart[node] < found[2]:
                found = (curve, node, float(apart[node]))
        return found

    def figure_at(self, at: QPointF) -> str:
        """Return the metric whose axis lies under `at`, beside the plot or below it; "" for none."""
        box = self.plot()
        if self.result is None:
            return ""
        if at.x() < box.left() and box.top() <= at.y() <= box.bottom():
            return self.result.settings.y
        below = box.bottom() < at.y() <= box.bottom() + fonts.px(_AXIS)
        return self.result.settings.x if below and box.left() <= at.x() <= box.right() else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the base point, or explain the figure of an axis."""
        figure = self.figure_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and figure:
            self.explain_requested.emit(figure)
        elif event.button() == Qt.MouseButton.LeftButton and self.plot().contains(event.position().toPoint()):
            self._held = True
            self._move(event.position(), finished=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag along the curve, or tell what lies there."""
        if self._held:
            self._move(event.position(), finished=False)
            return
        active = bool(self.figure_at(event.position()))
        shape = Qt.CursorShape.PointingHandCursor if active else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        found = self.nearest(event.position(), ("now", "baseline", "other"))
        hover = None if found is None or found[2] > REACH * fonts.scale() else (found[0], found[1])
        if hover != self.hover:
            self.hover = hover
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._held and event.button() == Qt.MouseButton.LeftButton:
            self._held = False
            self._move(event.position(), finished=True)

    def _move(self, at: QPointF, *, finished: bool) -> None:
        found = self.nearest(at, ("now",))
        value = math.nan if found is None else float(f"{found[0].at[found[1]]:.3g}")
        self.moved.emit(value, finished)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the curve with the arrows."""
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
        way = ways.get(Qt.Key(event.key()))
        if way is None or self.result is None:
            event.ignore()
            return
        nodes = self.result.curves[0].at
        now = self.result.scenario.number(self.result.settings.along)
        far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        node = int(np.argmin(np.abs(nodes - now))) + way * far
        self.moved.emit(float(f"{nodes[min(nodes.size - 1, max(0, node))]:.3g}"), True)

    def viewportEvent(self, event: QEvent) -> bool:
        """Forget the hover when the pointer leaves."""
        if event.type() == QEvent.Type.Leave and self.hover is not None:
            self.hover = None
            self.viewport().update()
        return bool(super().viewportEvent(event))


def _ticks(scale: Range) -> list[float]:
    return [v for v in scale.ticks() if 0.0 <= scale.at(v) <= 1.0]


def _named(key: str) -> str:
    caption = text.caption(METRICS[key])
    return f"{METRICS[key].label}, {caption}" if caption else METRICS[key].label


def _only(points: Floats, wanted: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]") -> Floats:
    """Return `points` with all others blanked; runs reach to their neighbours so that pieces meet."""
    reach = wanted.copy()
    reach[1:] |= wanted[:-1]
    return np.where(reach[:, None], points, np.nan)
