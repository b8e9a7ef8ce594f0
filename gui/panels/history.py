"""Every state since the document was opened, as a strip: what was done and where the lead figure stood.

Hovering previews a state without altering anything, a click returns to it, the context menu opens it as a
scenario of its own.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from engine.drivers import Point
from engine.formatting import MINUS, NOTHING, format_delta
from engine.scenario import Scenario
from gui import fonts, icons, theme
from gui.language import said, tr
from gui.panels.kpi_strip import KPIS
from gui.reading import format_value
from gui.shown_units import METRICS
from gui.widgets.scroll import OverlayScrollArea

ROW: Final = 42
HEAD: Final = 66
#: Width of the line of the lead figure at the right.
STRIP: Final = 64
MARGIN: Final = 14
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Step:
    """One state: the step that led to it, the scenario in front then, and its figures."""

    text: str
    scenario: Scenario
    point: Point


def change_text(now: float, base: float, key: str) -> str:
    """Return how far metric `key` is from `base`, with its sign; "" where nothing moved."""
    delta, direction = format_delta(now, base, METRICS[key])
    if not direction:
        return "" if delta in {"unchanged", NOTHING} else delta
    return f"{'+' if direction > 0 else MINUS}{delta}"


class _Strip(QWidget):
    """The rows and the line along them."""

    chosen = Signal(int)
    hovered = Signal(int)
    scenario_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history")
        self.setAccessibleName(tr("Steps"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.steps: tuple[Step, ...] = ()
        self.index = self.lead = 0
        self.under = -1
        self._at = 0

    def show_steps(self, steps: Sequence[Step], index: int, lead: int) -> None:
        if (self.index, len(self.steps)) != (index, len(steps)):
            self._at = index
        self.steps, self.index, self.lead = tuple(steps), index, lead
        self.setMinimumHeight(fonts.px(ROW) * len(self.steps) + fonts.px(8))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(280), self.minimumHeight())

    def row_box(self, row: int) -> QRect:
        return QRect(0, row * fonts.px(ROW), self.width(), fonts.px(ROW))

    def value(self, row: int) -> float:
        return self.steps[row].point.base(KPIS[self.lead])

    def places(self) -> list[QPointF | None]:
        """Return where the dot of each row is drawn, None where the figure is missing."""
        values = [self.value(row) for row in range(len(self.steps))]
        known = [value for value in values if math.isfinite(value)]
        low, high = (min(known), max(known)) if known else (0.0, 0.0)
        left = self.width() - fonts.px(STRIP) - fonts.px(MARGIN) + fonts.px(8)
        wide = fonts.px(STRIP) - fonts.px(16)
        made: list[QPointF | None] = []
        for row, value in enumerate(values):
            share = (value - low) / (high - low) if high > low else 0.5
            at = QPointF(left + share * wide, self.row_box(row).center().y() + 0.5)
            made.append(at if math.isfinite(value) else None)
        return made

    # -- painting ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw rows, line and dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(len(self.steps)):
            if self.row_box(row).intersects(event.rect()):
                self._paint_row(painter, row)
        self._paint_line(painter)
        painter.end()

    def _paint_row(self, painter: QPainter, row: int) -> None:
        colors, box = theme.current(), self.row_box(row)
        if row == self.index:
            painter.fillRect(QRectF(box), colors.field)
            painter.fillRect(QRectF(0, box.top(), fonts.px(3), box.height()), colors.accent)
        elif row in {self.under, self._at if self.hasFocus() else -1}:
            painter.fillRect(QRectF(box), colors.field)
        undone = row > self.index
        inner = box.adjusted(fonts.px(MARGIN), fonts.px(4), -fonts.px(MARGIN + STRIP + 6), 0)
        weight = fonts.SEMIBOLD if row == self.index else fonts.REGULAR
        painter.setFont(fonts.px_font(12, weight))
        painter.setPen(colors.muted if undone else colors.ink if row == self.index else colors.text)
        first = QRect(inner.x(), inner.y(), inner.width(), fonts.px(18))
        text = self.steps[row].text
        painter.drawText(
            first,
            _LEFT,
            fonts.metrics(12, weight).elidedText(text, Qt.TextElideMode.ElideRight, first.width()),
        )
        self._paint_figure(painter, row, first.translated(0, fonts.px(17)), undone)

    def _paint_figure(self, painter: QPainter, row: int, box: QRect, undone: bool) -> None:
        colors, key = theme.current(), KPIS[self.lead]
        metric, value = METRICS[key], self.value(row)
        told = format_value(value, metric)
        painter.setFont(fonts.px_font(11, fonts.MEDIUM))
        painter.setPen(colors.muted if undone else colors.text)
        painter.drawText(box, _LEFT, told)
        if row:
            before = self.value(row - 1)
            delta = change_text(value, before, key)
            _, direction = format_delta(value, before, metric)
            tone = {1: colors.good, -1: colors.bad}.get(direction * metric.better, colors.muted)
            painter.setFont(fonts.px_font(11))
            painter.setPen(colors.muted if undone or not delta else tone)
            shift = fonts.width(told, 11, fonts.MEDIUM) + fonts.px(8)
            painter.drawText(box.adjusted(shift, 0, 0, 0), _LEFT, delta or tr("unchanged"))

    def _paint_line(self, painter: QPainter) -> None:
        colors, places = theme.current(), self.places()
        for row in range(1, len(places)):
            before, here = places[row - 1], places[row]
            if before is not None and here is not None:
                undone = row > self.index
                pen = QPen(colors.border if undone else colors.accent, 1.5)
                if undone:
                    pen.setStyle(Qt.PenStyle.DotLine)
                painter.setPen(pen)
                painter.drawLine(before, here)
        for row, at in enumerate(places):
            if at is not None:
                self._paint_dot(painter, row, at)

    def _paint_dot(self, painter: QPainter, row: int, at: QPointF) -> None:
        colors = theme.current()
        tone: QColor = colors.border if row > self.index else colors.accent
        now = row == self.index
        painter.setPen(QPen(colors.ink if now else tone, 1.5))
        painter.setBrush(colors.panel if now or row == self.under else tone)
        size = fonts.px(5) if now or row == self.under else fonts.px(2.5)
        painter.drawEllipse(at, size, size)

    # -- hand and keys -----------------------------------------------------------------------

    def _row_at(self, at: QPoint) -> int:
        row = at.y() // fonts.px(ROW)
        return row if 0 <= row < len(self.steps) else -1

    def _hover(self, row: int) -> None:
        if row != self.under:
            self.under = row
            self.hovered.emit(row)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Preview the state under the pointer."""
        row = self._row_at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor)
        self._hover(row)

    def leaveEvent(self, event: QEvent) -> None:
        """Preview none."""
        self._hover(-1)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Return to the state that was clicked."""
        row = self._row_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self._at = row
            self._choose(row)

    def _choose(self, row: int) -> None:
        if row != self.index:
            self.chosen.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a state."""
        keyed = event.reason() == QContextMenuEvent.Reason.Keyboard
        row = self._at if keyed else self._row_at(event.pos())
        if row >= 0:
            self.menu(row).popup(event.globalPos())

    def menu(self, row: int) -> QMenu:
        """Return the menu of a state."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        back = made.addAction(tr("Return here"))
        back.setEnabled(row != self.index)
        back.triggered.connect(lambda: self._choose(row))
        made.addAction(tr("Open as scenario")).triggered.connect(lambda: self.scenario_wanted.emit(row))
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, which previews; Enter returns there."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step and self.steps:
            self._at = min(max(self._at + step, 0), len(self.steps) - 1)
            self._hover(self._at)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self._at)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Tell all headline figures of a state as its tool tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self._row_at(event.pos())
            if row >= 0:
                QToolTip.showText(event.globalPos(), self._tip(row), self)
            return True
        return super().event(event)

    def _tip(self, row: int) -> str:
        step, now = self.steps[row], self.steps[self.index]
        rows = "".join(
            f"<tr><td style='padding-right:12px'>{METRICS[key].label}</td>"
            f"<td>{format_value(step.point.base(key), METRICS[key])}</td>"
            f"<td>&nbsp; {change_text(step.point.base(key), now.point.base(key), key)}</td></tr>"
            for key in KPIS
        )
        return f"<b>{step.text}</b><table>{rows}</table>{tr('against now')}"


class _Head(QWidget):
    """The lead figure now, or of the state that is previewed; a click takes the next figure as lead."""

    pressed = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(fonts.px(HEAD))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Choose the figure that leads"))
        self.title, self.figure, self.detail, self.goodness = "", "", "", 0

    def tell(self, title: str, figure: str, detail: str, goodness: int) -> None:
        self.title, self.figure, self.detail, self.goodness = title, figure, detail, goodness
        self.setAccessibleName(f"{title}: {figure} {detail}")
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the list of figures."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(event.globalPosition().toPoint())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw title, figure and change."""
        colors, painter = theme.current(), QPainter(self)
        left, wide = fonts.px(MARGIN), self.width() - 2 * fonts.px(MARGIN)
        painter.setFont(fonts.px_font(11))
        painter.setPen(colors.muted)
        title = fonts.metrics(11).elidedText(self.title, Qt.TextElideMode.ElideRight, wide - fonts.px(16))
        painter.drawText(QRect(left, fonts.px(8), wide, fonts.px(18)), _LEFT, title)
        at = QRectF(left + fonts.width(title, 11) + fonts.px(3), fonts.px(11), fonts.px(12), fonts.px(12))
        icons.paint(painter, "chevron-down", at, colors.muted)
        line = QRect(left, fonts.px(27), wide, fonts.px(28))
        painter.setFont(fonts.px_font(18, fonts.SEMIBOLD, 97))
        painter.setPen(colors.ink)
        painter.drawText(line, _LEFT, self.figure)
        painter.setFont(fonts.px_font(11))
        painter.setPen({1: colors.good, -1: colors.bad}.get(self.goodness, colors.muted))
        gone = fonts.metrics(18, fonts.SEMIBOLD, 97).horizontalAdvance(self.figure) + fonts.px(10)
        painter.drawText(line.adjusted(gone, fonts.px(2), 0, 0), _LEFT, self.detail)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colors.hairline)
        painter.end()


class HistoryPanel(QWidget):
    """Every step since the document was opened, the present one marked.

    Signals
    -------
    step_chosen(int) : the number of steps that shall be done, 0 for as opened.
    scenario_wanted(int) : that state shall be opened as a scenario of its own.
    """

    step_chosen = Signal(int)
    scenario_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel:history")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.head, self.strip = _Head(self), _Strip()
        self.head.pressed.connect(self._offer_leads)
        self.strip.chosen.connect(self.step_chosen)
        self.strip.hovered.connect(lambda _row: self._tell())
        self.strip.scenario_wanted.connect(self.scenario_wanted)
        self.area = OverlayScrollArea(self)
        self.area.setWidget(self.strip)
        box.addWidget(self.head)
        box.addWidget(self.area, 1)
        self._lead = 0

    def show_steps(self, steps: Sequence[Step], index: int) -> None:
        """Show `steps`, of which all up to `index` are done."""
        grown = len(steps) != len(self.strip.steps) or index != self.strip.index
        self.strip.show_steps(steps, index, self._lead)
        self._tell()
        if grown:
            self.strip.resize(self.strip.width(), self.strip.minimumHeight())
            middle = self.strip.row_box(index).center()
            self.area.ensureVisible(middle.x(), middle.y(), 0, fonts.px(ROW))

    def lead(self, key: str) -> None:
        """Let headline figure `key` lead."""
        self._lead = KPIS.index(key)
        self.strip.show_steps(self.strip.steps, self.strip.index, self._lead)
        self._tell()

    def _offer_leads(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key in KPIS:
            menu.addAction(METRICS[key].label).triggered.connect(lambda _=False, key=key: self.lead(key))
        menu.popup(at)

    def _tell(self) -> None:
        strip, key = self.strip, KPIS[self._lead]
        if not strip.steps:
            return
        metric, now = METRICS[key], strip.value(strip.index)
        row = strip.under if 0 <= strip.under < len(strip.steps) else strip.index
        value = strip.value(row)
        if row == strip.index:
            self.head.tell(metric.label, format_value(value, metric, full=True), tr("now"), 0)
            return
        delta = change_text(value, now, key)
        _, direction = format_delta(value, now, metric)
        step = tr("as opened") if row == 0 else said("after step {number}", number=row)
        self.head.tell(
            f"{metric.label} {step}",
            format_value(value, metric, full=True),
            said("{delta} against now", delta=delta) if delta else tr("as now"),
            direction * metric.better,
        )
