"""All deployments: a cloud of cost against speed with the front nothing beats, and the best as a table."""

import math
from itertools import pairwise
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.solve.search import Search
from engine.solve_command import layout_text
from gui import fonts
from gui.language import mark, say, tr
from gui.plotting import draw, text
from gui.plotting.inks import Inks, pen
from gui.plotting.solve_job import Cloud, SolveResult
from gui.plotting.ticks import log_ticks
from gui.reading import format_value
from gui.shown_units import METRICS, shown_at
from gui.theme import Theme
from gui.views.solve_words import LATENCY, cells, part_label, told

_PAD: Final = 16
_HEAD: Final = 40
_ROW: Final = 26
_LEFT, _BOTTOM = 74, 46
#: Columns of the table: title, share of the width, whether at the right.
_COLUMNS: Final = (
    (mark("Best of each accelerator"), 0.30, False), (mark("weights"), 0.10, False), ("KV", 0.06, False),
    (mark("layout"), 0.11, False), (mark("supply"), 0.09, False), (mark("load"), 0.07, True),
    ("", 0.14, True), ("TPOT p95", 0.13, True),
)  # fmt: skip
_REACH: Final = 14.0
_LOADS: Final = mark("The load is the most that the limits allow.")
_HAND: Final = mark("A click explains a figure; a double click or Enter deploys as a row says.")


class DeploymentsCanvas(QWidget):
    """The deployments of a search.

    Signals
    -------
    adopted(Deployment)
    figure_clicked(Deployment, metric, QPoint)
        Explain this figure of a row, at a place of the screen.
    menu_wanted(Deployment, QPoint)
    """

    adopted = Signal(object)
    figure_clicked = Signal(object, str, QPoint)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deployments-canvas")
        self.setAccessibleName(tr("Deployments, cost against latency"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.inks = Inks(theme)
        self.result: SolveResult | None = None
        self.row, self.hover = 0, -1
        self.near: int | None = None
        self._picture: QImage | None = None

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self._picture = self._drawn()
        self.update()

    def show_result(self, result: SolveResult) -> None:
        """Show a frame."""
        self.result, self.near = result, None
        best = () if result.found is None else result.found.best
        self.row = min(self.row, max(len(best) - 1, 0))
        self._picture = self._drawn()
        self.setAccessibleName(tr("Deployments"))
        self.setAccessibleDescription(told(result))
        self.update()

    # places -------------------------------------------------------------------------------------

    def plot(self) -> QRectF:
        """Return the place of the cloud."""
        left, top = fonts.px(_LEFT), fonts.px(_HEAD) + fonts.px(14)
        wide, high = self.width() * 0.42 - left, self.height() - top - fonts.px(_BOTTOM)
        return QRectF(left, top, max(wide, 60.0), max(high, 60.0))

    def table(self) -> QRectF:
        """Return the place of the table."""
        left = self.width() * 0.42 + fonts.px(24)
        return QRectF(left, fonts.px(_HEAD), self.width() - left - fonts.px(_PAD), self.height())

    def row_box(self, row: int) -> QRectF:
        """Return the place of a row of the table, 0 the titles."""
        box = self.table()
        return QRectF(box.left(), box.top() + row * fonts.px(_ROW), box.width(), fonts.px(_ROW))

    def place(self, cloud: Cloud, x: float, y: float) -> QPointF:
        """Return where figures in display units lie."""
        box = self.plot()
        across = math.log(x / cloud.x[0]) / math.log(cloud.x[1] / cloud.x[0])
        up = math.log(y / cloud.y[0]) / math.log(cloud.y[1] / cloud.y[0])
        return QPointF(box.left() + across * box.width(), box.bottom() - up * box.height())

    # painting -----------------------------------------------------------------------------------

    def _drawn(self) -> QImage | None:
        cloud = None if self.result is None else self.result.cloud
        if cloud is None:
            return None
        counts = np.log1p(cloud.counts.T[::-1])
        share = counts / max(float(counts.max()), 1e-9)
        color = self.inks.theme.muted
        pixels = np.empty((*share.shape, 4), np.uint8)
        pixels[..., 0], pixels[..., 1], pixels[..., 2] = color.red(), color.green(), color.blue()
        pixels[..., 3] = np.where(share > 0.0, 40.0 + 150.0 * share, 0.0)
        pixels = np.ascontiguousarray(pixels)
        high, wide = share.shape
        return QImage(pixels.tobytes(), wide, high, 4 * wide, QImage.Format.Format_RGBA8888).copy()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw cloud and table."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.inks.theme
        painter.fillRect(self.rect(), theme.panel)
        if self.result is not None:
            wide = self.width() - 2 * fonts.px(_PAD)
            head = QRectF(fonts.px(_PAD), fonts.px(8), wide, fonts.px(22))
            draw.verdict(painter, head, told(self.result), theme.ink)
            if self.result.found is not None and self.result.cloud is not None:
                self._paint_cloud(painter, self.result, self.result.found, self.result.cloud)
                self._paint_table(painter, self.result.found)
        painter.end()

    def _paint_cloud(self, painter: QPainter, r: SolveResult, found: Search, cloud: Cloud) -> None:
        theme, box = self.inks.theme, self.plot()
        self._paint_axes(painter, found, cloud)
        if self._picture is not None:
            painter.drawImage(box, self._picture)
        painter.setClipRect(box)
        front = [self.place(cloud, *pair) for pair in cloud.front.tolist()]
        painter.setPen(pen(theme.accent, 2.0))
        for a, b in pairwise(front):
            painter.drawLine(a, QPointF(b.x(), a.y()))
            painter.drawLine(QPointF(b.x(), a.y()), b)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        for at in front:
            draw.dot(painter, at, 3.0)
        x, y = (shown_at(r.point, key) for key in (found.x_metric, found.y_metric))
        if x > 0.0 and y > 0.0:
            stroke = None if r.point.feasible else pen(theme.bad, 2.0)
            at = self.place(cloud, x, y)
            inside = QPointF(
                min(max(at.x(), box.left() + 6), box.right() - 6),
                min(max(at.y(), box.top() + 6), box.bottom() - 6),
            )
            draw.ring(painter, self.inks, inside, stroke)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.inks.border)
        painter.drawRect(box)
        if self.near is not None:
            self._paint_near(painter, found, cloud, self.near)

    def _paint_axes(self, painter: QPainter, found: Search, cloud: Cloud) -> None:
        theme, box, font = self.inks.theme, self.plot(), fonts.px_font(11)
        for value in log_ticks(*cloud.x):
            x = round(self.place(cloud, value, cloud.y[0]).x())
            painter.fillRect(QRectF(x, box.top(), 1, box.height()), theme.hairline)
            place = QRectF(x - 40, box.bottom() + fonts.px(4), 80, fonts.px(16))
            draw.words(painter, place, text.level(found.x_metric, value), theme.muted, font)
        for value in log_ticks(*cloud.y):
            y = round(self.place(cloud, cloud.x[0], value).y())
            painter.fillRect(QRectF(box.left(), y, box.width(), 1), theme.hairline)
            place = QRectF(box.left() - 68, y - 8, 62, 16)
            draw.words(painter, place, text.level(found.y_metric, value), theme.muted, font, draw.RIGHT)
        foot = QRectF(box.left(), box.bottom() + fonts.px(22), box.width(), fonts.px(18))
        draw.words(painter, foot, _named(found.x_metric), theme.text, font)
        draw.upright(painter, fonts.px(14), box.center().y(), _named(found.y_metric), theme.text, font)

    def _paint_near(self, painter: QPainter, found: Search, cloud: Cloud, index: int) -> None:
        one = found.deployment(cloud.rows[index])
        weights, kv = one.value("precision.weights"), one.value("precision.kv")
        y, x = (format_value(one.metrics[k], METRICS[k]) for k in (found.y_metric, found.x_metric))
        lines = [
            part_label(one),
            say(
                "{weights} weights, {kv} cache, {layout_text}",
                weights=weights,
                kv=kv,
                layout_text=layout_text(one),
            ),
            say("{y} at {x}", y=y, x=x),
            "click adopts it",
        ]
        box, at = self.plot(), self.place(cloud, *cloud.front[index].tolist())
        wide, high = (
            max(fonts.width(line, 11) for line in lines) + fonts.px(16),
            fonts.px(16) * len(lines) + fonts.px(8),
        )
        left = at.x() + 12 if at.x() + 12 + wide < self.width() else at.x() - 12 - wide
        top = min(at.y() + 12, box.bottom() - high - 4)
        painter.setPen(self.inks.border)
        painter.setBrush(self.inks.theme.panel)
        painter.drawRoundedRect(QRectF(round(left) + 0.5, round(top) + 0.5, wide, high), 4, 4)
        for i, line in enumerate(lines):
            color = self.inks.theme.accent if i == len(lines) - 1 else self.inks.theme.text
            place = QRectF(left + fonts.px(8), top + fonts.px(4) + fonts.px(16) * i, wide, fonts.px(16))
            draw.words(painter, place, line, color, fonts.px_font(11), draw.LEFT)

    def _paint_table(self, painter: QPainter, found: Search) -> None:
        theme, font = self.inks.theme, fonts.px_font(11)
        titles = [title or METRICS[found.y_metric].label for title, _, _ in _COLUMNS]
        titles[6] = text.caption(METRICS[found.y_metric]).replace(" / ", "/") or titles[6]
        self._cells(painter, self.row_box(0), titles, theme.muted, 11)
        head = self.row_box(0)
        painter.fillRect(QRectF(head.left(), head.bottom() - 3, head.width(), 1), theme.hairline)
        for row, one in enumerate(found.best):
            box = self.row_box(row + 1)
            if box.bottom() > self.height() - fonts.px(_BOTTOM):
                break
            if row in {self.row, self.hover}:
                focused = row == self.row and self.hasFocus()
                painter.fillRect(
                    box.adjusted(-6, 1, 6, -1), theme.token("accent", 26) if focused else theme.field
                )
            self._cells(painter, box, cells(one, found), theme.text, 12)
        for line, up in ((_LOADS, 42), (_HAND, 26)):
            foot = QRectF(head.left(), self.height() - fonts.px(up), head.width(), fonts.px(18))
            draw.words(painter, foot, line, theme.muted, font, draw.LEFT)

    def _cells(self, painter: QPainter, box: QRectF, said: list[str], color: QColor, size: int) -> None:
        x = box.left()
        for (_, share, right), words in zip(_COLUMNS, said, strict=True):
            wide = share * box.width()
            short = fonts.whole_parts(tr(words), wide - 6, size)
            place = QRectF(x, box.top(), wide - (0 if right else 6), box.height())
            draw.words(
                painter,
                place,
                short,
                color,
                fonts.px_font(size),
                draw.RIGHT if right else draw.LEFT,
            )
            x += wide

    # the hand -----------------------------------------------------------------------------------

    def row_at(self, at: QPointF) -> int:
        """Return the row of the table under `at`, -1 for none."""
        found = None if self.result is None else self.result.found
        for row in range(0 if found is None else len(found.best)):
            if self.row_box(row + 1).contains(at):
                return row
        return -1

    def figures(self) -> tuple[str, ...]:
        """Return the metrics whose figures the table holds, in the order of their columns, the last ones."""
        found = None if self.result is None else self.result.found
        return () if found is None else (found.y_metric, LATENCY)

    def figure_box(self, row: int, at: int) -> QRectF:
        """Return the place of the figure of metric number `at` of a row."""
        box, shares = self.row_box(row + 1), [share for _, share, _ in _COLUMNS]
        column = len(shares) - len(self.figures()) + at
        return QRectF(
            box.left() + sum(shares[:column]) * box.width(),
            box.top(),
            shares[column] * box.width(),
            box.height(),
        )

    def figure_at(self, at: QPointF) -> str:
        """Return the metric whose figure lies under `at`, "" for none."""
        row, metrics = self.row_at(at), self.figures()
        found = (key for i, key in enumerate(metrics) if self.figure_box(row, i).contains(at))
        return next(found, "") if row >= 0 else ""

    def front_at(self, at: QPointF) -> int | None:
        """Return the deployment of the front next to `at`."""
        cloud = None if self.result is None else self.result.cloud
        if cloud is None or not len(cloud.rows):
            return None
        apart = []
        for pair in cloud.front.tolist():
            spot = self.place(cloud, *pair)
            apart.append(math.hypot(spot.x() - at.x(), spot.y() - at.y()))
        index = int(np.argmin(apart))
        return index if apart[index] <= _REACH * fonts.scale() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what lies there."""
        row, near = self.row_at(event.position()), self.front_at(event.position())
        hand = near is not None or bool(self.figure_at(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        if (row, near) != (self.hover, self.near):
            self.hover, self.near = row, near
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what lay under the pointer."""
        self.hover, self.near = -1, None
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a row and explain its figure, or adopt a deployment of the front."""
        if event.button() != Qt.MouseButton.LeftButton or self.result is None:
            return
        row, near = self.row_at(event.position()), self.front_at(event.position())
        if row >= 0:
            self.row = row
            self.update()
            metric, found = self.figure_at(event.position()), self.result.found
            if metric and found is not None:
                self.figure_clicked.emit(found.best[row], metric, event.globalPosition().toPoint())
        elif near is not None and self.result.found is not None and self.result.cloud is not None:
            self.adopted.emit(self.result.found.deployment(self.result.cloud.rows[near]))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Adopt a row."""
        row = self.row_at(event.position())
        if row >= 0:
            self._adopt(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the pointer, of the one chosen where a key asks."""
        found = None if self.result is None else self.result.found
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        row = self.row if by_key else self.row_at(QPointF(event.pos()))
        if found is None or not 0 <= row < len(found.best):
            event.ignore()
            return
        self.row = row
        self.update()
        at = self.row_box(row + 1).bottomLeft().toPoint()
        self.menu_wanted.emit(found.best[row], self.mapToGlobal(at) if by_key else event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, Enter adopts."""
        found = None if self.result is None else self.result.found
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if found is None or not found.best:
            event.ignore()
        elif step is not None:
            self.row = min(max(self.row + step, 0), len(found.best) - 1)
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._adopt(self.row)
        else:
            event.ignore()

    def _adopt(self, row: int) -> None:
        assert self.result is not None
        if self.result.found is not None:
            self.adopted.emit(self.result.found.best[row])


def _named(key: str) -> str:
    caption = text.caption(METRICS[key])
    return f"{METRICS[key].label}, {caption}" if caption else METRICS[key].label
