"""A line above every view while nothing can be served: what stops it, and single changes that clear it."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from engine.drivers import Point
from engine.scenario import Value
from gui import fonts, icons, theme
from gui.language import said, sentence
from gui.panels.issues import Issue
from gui.widgets.rich_text import RichLabel

#: Room the words keep before a button is left out; the page of issues holds them all.
_WORDS: Final = 330
_MOST: Final = 3


def unserved(point: Point) -> bool:
    """Return whether `point` is not served at all, rather than served beyond a limit."""
    return point.binding != 0 and not math.isfinite(point.base("cost_per_request"))


class ObstacleBar(QWidget):
    """The cause with its cures.

    It comes and goes between gestures only, so that nothing moves under the hand.

    Signals
    -------
    cure_chosen(changes)
        A mapping of inputs to values.
    """

    cure_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("obstacle")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.label = RichLabel(12, self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(fonts.px(38), fonts.px(5), fonts.px(16), fonts.px(5))
        self._row.setSpacing(fonts.px(6))
        self._row.addWidget(self.label, 1)
        self._buttons: list[QPushButton] = []
        self._shown: Issue | None = None
        self.hide()

    def show_issues(self, point: Point, issues: Sequence[Issue], told: bool) -> None:
        """Tell what stops `point`, the first of `issues` of all of it, unless the view has `told`."""
        stopping = next((one for one in issues if one.severity == "error" and not one.key), None)
        wanted = stopping if unserved(point) and not told else None
        if wanted is not None and wanted != self._shown:
            self.label.show_text(said("<b>Nothing is served.</b> {why}.", why=sentence(wanted.text)))
            self.setAccessibleName(self.label.text())
            self._offer(wanted.cures)
        self._shown = wanted
        self.setVisible(wanted is not None)
        self._fit()

    def _offer(self, cures: Sequence[tuple[str, Mapping[str, Value]]]) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for label, changes in cures[:_MOST]:
            made = QPushButton(label.replace(": ", " ").replace("&", "&&"), self)
            made.setObjectName("cure")
            made.setFont(fonts.px_font(11, fonts.MEDIUM))
            made.setFixedHeight(fonts.px(22))
            made.setStyleSheet("padding: 0 8px")
            made.setToolTip(label)
            made.setCursor(Qt.CursorShape.PointingHandCursor)
            made.clicked.connect(lambda _on=False, wanted=dict(changes): self.cure_chosen.emit(wanted))
            self._row.addWidget(made)
            self._buttons.append(made)

    def _fit(self) -> None:
        free = self.width() - fonts.px(54 + _WORDS)
        for i, button in enumerate(self._buttons):
            free -= button.sizeHint().width() + fonts.px(6)
            button.setVisible(i == 0 or free >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer as many cures as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, a mark at the left and the hairline under it."""
        colors, painter = theme.current(), QPainter(self)
        painter.fillRect(self.rect(), colors.field)
        painter.fillRect(0, 0, fonts.px(3), self.height(), colors.bad)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colors.hairline)
        box = self.rect().adjusted(fonts.px(14), 0, 0, 0)
        box.setWidth(fonts.px(15))
        icons.paint(painter, "issues", box.toRectF(), colors.bad)
        painter.end()
