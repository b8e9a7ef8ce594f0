"""The line above the day: how use shrinks from the machine to the answer, link by link."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.drivers.point import Point
from gui import fonts, theme
from gui.language import tr
from gui.plotting import draw, text
from gui.shown_units import METRICS, shown_at

#: Metric and the words under it; None stands for a sign between.
_LINKS: Final = (
    ("utilization_slo", "within limits"),
    ("utilization_demand", "troughs"),
    ("utilization_redundancy", "spares"),
    ("utilization_useful", "useful"),
    ("utilization", "utilization"),
)
_MORE: Final = (
    ("capacity_over_mean", "capacity / mean"),
    ("availability", "available"),
    ("downtime", "down a month"),
    ("spares", "spare replicas"),
)
_SIGNS: Final = ("×", "×", "×", "=")


class ChainBar(QWidget):
    """Figures in a row; a click on one asks to explain it.

    Signals
    -------
    explain_requested(metric)
    """

    explain_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(fonts.px(50))
        self.setMouseTracking(True)
        self._point: Point | None = None
        self._said, self._wrong = "", False
        self._places: list[tuple[QRectF, str]] = []

    def show_point(self, here: Point, said: str = "", *, wrong: bool = False) -> None:
        """Show the figures of `here`; or `said` where there are none, which may be bad news."""
        self._point, self._said, self._wrong = here, said, wrong
        links = ", ".join(
            f"{METRICS[key].label} {text.reading(key, shown_at(here, key))}" for key, _ in _LINKS
        )
        self.setAccessibleName(tr("Chain of use"))
        self.setAccessibleDescription(said or links)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the figures."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().panel)
        self._places = []
        if self._said:
            self._paint_said(painter)
        elif self._point is not None:
            x = self._paint_row(painter, float(fonts.px(20)), _LINKS, _SIGNS)
            x += fonts.px(22)
            painter.fillRect(QRectF(x, fonts.px(10), 1, fonts.px(30)), theme.current().hairline)
            self._paint_row(painter, x + fonts.px(22), _MORE, ())
        painter.end()

    def _paint_said(self, painter: QPainter) -> None:
        colors, font = theme.current(), fonts.px_font(13, fonts.SEMIBOLD)
        room = QRectF(fonts.px(20), fonts.px(8), self.width() - fonts.px(40), fonts.px(22))
        said = fonts.metrics(13, fonts.SEMIBOLD).elidedText(
            self._said, Qt.TextElideMode.ElideRight, int(room.width())
        )
        draw.words(painter, room, said, colors.bad if self._wrong else colors.ink, font, draw.LEFT)

    def _paint_row(
        self, painter: QPainter, x: float, row: tuple[tuple[str, str], ...], signs: tuple[str, ...]
    ) -> float:
        assert self._point is not None
        colors = theme.current()
        for i, (key, words) in enumerate(row):
            said = text.reading(key, shown_at(self._point, key))
            wide = float(max(fonts.width(said, 14, fonts.SEMIBOLD), fonts.width(words, 11)))
            if x + wide > self.width() - fonts.px(8):
                break
            strong = colors.accent if key == "utilization" else colors.ink
            top = QRectF(x, fonts.px(7), wide, fonts.px(20))
            draw.words(painter, top, said, strong, fonts.px_font(14, fonts.SEMIBOLD), draw.LEFT)
            below = QRectF(x, fonts.px(27), wide, fonts.px(16))
            draw.words(painter, below, words, colors.muted, fonts.px_font(11), draw.LEFT)
            self._places.append((QRectF(x - 4, 2, wide + 8, self.height() - 4), key))
            x += wide
            if i < len(signs):
                sign = QRectF(x, fonts.px(7), fonts.px(26), fonts.px(20))
                draw.words(painter, sign, signs[i], colors.muted, fonts.px_font(13))
            x += fonts.px(26)
        return x - fonts.px(26)

    def metric_at(self, x: float, y: float) -> str:
        """Return the metric told there, "" for none."""
        return next((key for box, key in self._places if box.contains(x, y)), "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what a figure means."""
        key = self.metric_at(event.position().x(), event.position().y())
        self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
        self.setToolTip(f"{METRICS[key].label}: {METRICS[key].doc}" if key else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask to explain the figure."""
        key = self.metric_at(event.position().x(), event.position().y())
        if key and event.button() == Qt.MouseButton.LeftButton:
            self.explain_requested.emit(key)
