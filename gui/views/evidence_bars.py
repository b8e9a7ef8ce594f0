"""Bars of error by group: the median, and from the tenth to the ninetieth percentile."""

import math
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import fonts, theme
from gui.language import say, tr
from gui.plotting import draw
from gui.plotting.evidence_job import Bar
from gui.plotting.evidence_words import bias_words, label, percent, signed

_ROW: Final = 22
_HEAD: Final = 18
_LABEL: Final = 112
_COUNT: Final = 62
_ERROR: Final = 46
#: The axis reaches as far as the bars, between these errors.
_LEAST: Final = 0.3
_MOST: Final = 1.0


class ErrorBars(QWidget):
    """Error of each group of rows: predicted over measured, less one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence-bars")
        self.setAccessibleName(tr("Error by group"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.bars: tuple[Bar, ...] = ()
        self._dimension = ""

    def show_bars(self, bars: tuple[Bar, ...], dimension: str) -> None:
        """Show `bars`, told apart by `dimension`."""
        if (bars, dimension) != (self.bars, self._dimension):
            self.bars, self._dimension = bars, dimension
            said = [
                say(
                    "{label}: {count} points, median error {error}, {bias}",
                    label=label(bar.label, dimension),
                    count=bar.count,
                    error=percent(bar.error),
                    bias=bias_words(bar.middle),
                )
                for bar in bars
            ]
            self.setAccessibleDescription("; ".join(said))
            self.setToolTip("\n".join(said))
            self.setFixedHeight(self.sizeHint().height())
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for every bar."""
        return QSize(fonts.px(300), fonts.px(_HEAD + _ROW * max(1, len(self.bars)) + 4))

    def reach(self) -> float:
        """Return the error at the ends of the axis."""
        widest = max((max(abs(bar.low), abs(bar.high)) for bar in self.bars), default=_LEAST)
        return min(max(math.ceil(widest * 10.0 - 1e-9) / 10.0, _LEAST), _MOST)

    def axis(self) -> QRectF:
        """Return the rectangle of the bars."""
        left, right = fonts.px(_LABEL), fonts.px(_COUNT + _ERROR)
        return QRectF(left, fonts.px(_HEAD), self.width() - left - right, self.height() - fonts.px(_HEAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw axis, corridors and bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.bars:
            self._paint_axis(painter)
            for i, bar in enumerate(self.bars):
                self._paint_bar(painter, bar, fonts.px(_HEAD) + i * fonts.px(_ROW))
        painter.end()

    def _x(self, error: float) -> float:
        box, reach = self.axis(), self.reach()
        return float(box.center().x() + min(max(error / reach, -1.0), 1.0) * box.width() / 2)

    def _paint_axis(self, painter: QPainter) -> None:
        colors, box, reach = theme.current(), self.axis(), self.reach()
        font = fonts.px_font(11)
        for width, alpha in ((0.25, 16), (0.10, 26)):
            left, right = self._x(-width), self._x(width)
            shade = colors.token("muted", alpha + (14 if colors.dark else 0))
            painter.fillRect(QRectF(left, box.top(), right - left, box.height() - fonts.px(4)), shade)
        painter.fillRect(QRectF(round(self._x(0.0)), box.top(), 1, box.height() - fonts.px(4)), colors.muted)
        for error in (-reach, 0.0, reach):
            said = signed(error) if error else "0"
            place = QRectF(self._x(error) - 30, 0, 60, fonts.px(14))
            draw.words(painter, place, said, colors.muted, font)
        right = float(self.width() - fonts.px(_ERROR))
        count = QRectF(right - fonts.px(_COUNT), 0, fonts.px(_COUNT), fonts.px(14))
        draw.words(painter, count, "points", colors.muted, font, draw.RIGHT)
        draw.words(
            painter,
            QRectF(right, 0, fonts.px(_ERROR), fonts.px(14)),
            "error",
            colors.muted,
            font,
            draw.RIGHT,
        )

    def _paint_bar(self, painter: QPainter, bar: Bar, top: int) -> None:
        colors, font, tall = theme.current(), fonts.px_font(11), fonts.px(_ROW)
        middle = top + tall / 2
        said = fonts.metrics(11).elidedText(
            label(bar.label, self._dimension), Qt.TextElideMode.ElideMiddle, fonts.px(_LABEL - 10)
        )
        draw.words(painter, QRectF(0, top, fonts.px(_LABEL - 8), tall), said, colors.text, font, draw.LEFT)
        low, high = self._x(bar.low), self._x(bar.high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.token("accent", 110))
        thick = fonts.px(8)
        painter.drawRoundedRect(QRectF(low, middle - thick / 2, max(high - low, 2.0), thick), 2, 2)
        painter.setBrush(colors.accent)
        wide, mark = fonts.px(3), fonts.px(14)
        painter.drawRect(QRectF(self._x(bar.middle) - wide / 2, middle - mark / 2, wide, mark))
        right = float(self.width() - fonts.px(_ERROR))
        count = QRectF(right - fonts.px(_COUNT), top, fonts.px(_COUNT), tall)
        draw.words(painter, count, f"{bar.count:,}", colors.muted, font, draw.RIGHT)
        error = QRectF(right, top, fonts.px(_ERROR), tall)
        strong = fonts.px_font(11, fonts.SEMIBOLD)
        draw.words(painter, error, percent(bar.error), colors.ink, strong, draw.RIGHT)
