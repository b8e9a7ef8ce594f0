"""Beside the latency plots: every figure at the scenario's own load, and the distribution of TTFT."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui import fonts
from gui.language import say, tr
from gui.plotting import draw
from gui.plotting.inks import Inks
from gui.plotting.latency_job import STATISTICS, LatencyResult
from gui.plotting.latency_simulation import Simulated
from gui.plotting.latency_table import Cell, cells, seen_as, verdict
from gui.plotting.latency_words import NAMES, panel_head, panel_state
from gui.shown_units import METRICS
from gui.theme import Theme
from gui.views.latency_distribution import paint_distribution

WIDTH: Final = 284
_ROW: Final = 17
_HEAD: Final = 20
_TOP: Final = 10
_PAD: Final = 16
#: Right edges of the three columns of figures, from the right of the panel [px].
_COLUMNS: Final = (128, 60, 0)


class LatencyPanel(QWidget):
    """The figures at the operating point.

    Signals
    -------
    explain_requested(metric)
        A row was clicked.
    """

    explain_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("latency-panel")
        self.setFixedWidth(fonts.px(WIDTH))
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Latency at the scenario's load"))
        self.inks = Inks(theme)
        self.result: LatencyResult | None = None
        self.simulated: Simulated | None = None
        self.status = ""
        self.hover = ""
        self._rows: dict[str, QRectF] = {}

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self.update()

    def show_result(self, result: LatencyResult) -> None:
        """Show a frame."""
        self.result = result
        self._describe()
        self.update()

    def show_simulated(self, simulated: Simulated | None, status: str) -> None:
        """Show what was simulated at the scenario's load; `status` where nothing was."""
        if (simulated, status) != (self.simulated, self.status):
            self.simulated, self.status = simulated, status
            self._describe()
            self.update()

    def _describe(self) -> None:
        if self.result is None:
            return
        rows = [cell for group in cells(self.result, self.simulated).values() for cell in group]
        said = [
            say(
                "{name} {closed}, simulated {simulated}",
                name=cell.key.replace("_", " "),
                closed=cell.closed,
                simulated=cell.simulated,
            )
            for cell in rows
        ]
        self.setAccessibleDescription("; ".join(said))

    # painting -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the figures."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.inks.theme.panel)
        if self.result is not None:
            painter.fillRect(QRectF(0, fonts.px(_TOP), 1, self.height()), self.inks.theme.hairline)
        if self.result is not None and self.result.obstacle is None:
            bottom = self._table(painter, self.result)
            left = fonts.px(_PAD)
            rest = QRectF(left, bottom, self.width() - 2 * left, self.height() - bottom - fonts.px(8))
            paint_distribution(painter, self.inks, rest, self.result, self.simulated)
        painter.end()

    def _words(
        self,
        painter: QPainter,
        box: QRectF,
        said: str,
        color: QColor,
        align: Qt.AlignmentFlag,
        *,
        strong: bool = False,
    ) -> None:
        draw.words(painter, box, said, color, fonts.px_font(11, fonts.SEMIBOLD if strong else 400), align)

    def _table(self, painter: QPainter, r: LatencyResult) -> float:
        theme, left = self.inks.theme, fonts.px(_PAD)
        line = QRectF(left, fonts.px(_TOP), self.width() - 2 * left, fonts.px(18))
        draw.words(
            painter,
            line,
            panel_head(r),
            theme.ink,
            fonts.px_font(13, fonts.SEMIBOLD),
            draw.LEFT,
        )
        for said in panel_state(r):
            line.translate(0, fonts.px(19))
            self._words(painter, line, said, theme.muted, draw.LEFT)
        line.translate(0, fonts.px(24))
        line.setHeight(fonts.px(_ROW))
        heads = ("stated", "", "") if r.bought else ("closed form", seen_as(self.simulated), "apart")
        for said, right in zip(heads, _COLUMNS, strict=True):
            self._words(painter, line.adjusted(0, 0, -fonts.px(right), 0), said, theme.muted, draw.RIGHT)
        self._rows = {}
        for measure, group in cells(r, self.simulated).items():
            name = f"{tr(NAMES[measure])}, {METRICS[f'{measure}_mean'].display_unit}"
            self._words(painter, line, name, theme.ink, draw.LEFT, strong=True)
            line.translate(0, fonts.px(_HEAD) - 2)
            for which, cell in zip(STATISTICS, group, strict=True):
                self._row(painter, line, which, cell)
                line.translate(0, fonts.px(_ROW))
            line.translate(0, fonts.px(4))
        return self._verdict(painter, r, line)

    def _verdict(self, painter: QPainter, r: LatencyResult, line: QRectF) -> float:
        said, warn = verdict(r, self.simulated, self.status)
        used = self.inks.theme.warning if warn else self.inks.theme.muted
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.setFont(fonts.px_font(11))
        painter.setPen(used)
        room = QRectF(line.left(), line.top(), line.width(), self.height() - line.top())
        tall = max(fonts.px(32), painter.boundingRect(room, int(flags), said).height())
        painter.drawText(room, int(flags), said)
        return float(line.top() + tall + fonts.px(4))

    def _row(self, painter: QPainter, line: QRectF, which: str, cell: Cell) -> None:
        theme = self.inks.theme
        self._rows[cell.key] = QRectF(line)
        if cell.key == self.hover:
            painter.fillRect(line.adjusted(-6, 0, 6, 0), theme.field)
        counts = theme.bad if cell.late else theme.ink
        self._words(painter, line.adjusted(10, 0, 0, 0), which, theme.text, draw.LEFT, strong=cell.promised)
        closed, simulated, apart = (line.adjusted(0, 0, -fonts.px(right), 0) for right in _COLUMNS)
        self._words(
            painter,
            closed,
            cell.closed,
            theme.muted if cell.off else counts,
            draw.RIGHT,
            strong=cell.promised and not cell.off,
        )
        if cell.off:
            wide = fonts.width(cell.closed, 11)
            painter.fillRect(
                QRectF(closed.right() - wide - 1, round(closed.center().y()), wide + 2, 1), theme.muted
            )
        color = counts if cell.off else theme.text
        if self.result is not None and self.result.bought:
            return
        self._words(painter, simulated, cell.simulated, color, draw.RIGHT, strong=cell.off)
        self._words(
            painter,
            apart,
            cell.apart,
            theme.warning if cell.off else theme.muted,
            draw.RIGHT,
            strong=cell.off,
        )

    # the hand -----------------------------------------------------------------------------------

    def _key_at(self, event: QMouseEvent) -> str:
        return next((key for key, box in self._rows.items() if box.contains(event.position())), "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which row a click would explain."""
        key = self._key_at(event)
        if key != self.hover:
            self.hover = key
            self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
            self.setToolTip("Explain" if key else "")
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Explain the row under the pointer."""
        key = self._key_at(event)
        if key and event.button() == Qt.MouseButton.LeftButton:
            self.explain_requested.emit(key)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the row when the pointer leaves."""
        super().leaveEvent(event)
        if self.hover:
            self.hover = ""
            self.update()
