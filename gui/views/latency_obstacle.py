"""What stands in the place of figures where the scenario has no latency: why, and what would clear it."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from engine.drivers import Cure
from engine.scenario import Value
from gui import fonts
from gui.language import tr

WIDTH: Final = 360


class LatencyObstacle(QFrame):
    """One cause with its cures.

    Signals
    -------
    cure_chosen(changes)
        A mapping of inputs to values.
    """

    cure_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("latency-obstacle")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(fonts.px(16), fonts.px(8), fonts.px(16), fonts.px(16))
        self._box.setSpacing(fonts.px(6))
        self.title, self.text = QLabel(self), QLabel(self)
        self.title.setFont(fonts.px_font(13, fonts.SEMIBOLD))
        self.title.setProperty("tone", "title")
        self.text.setFont(fonts.px_font(12))
        self.text.setWordWrap(True)
        self.heading = QLabel(tr("Cheapest cures"), self)
        self.heading.setFont(fonts.px_font(11))
        self.heading.setProperty("tone", "muted")
        for label in (self.title, self.text, self.heading):
            self._box.addWidget(label)
        self._buttons: list[QPushButton] = []
        self._shown: tuple[object, ...] = ()
        self._box.addStretch(1)

    def tell(self, title: str, text: str, ways: Sequence[Cure]) -> None:
        """Show why, and `ways` to clear it; ways once found stay while the same cause lasts."""
        if (title, text, tuple(ways)) == self._shown:
            return
        self._shown = (title, text, tuple(ways))
        self.title.setText(title)
        self.text.setText(f"{text}.")
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(way) for way in ways]
        self.heading.setVisible(bool(ways))
        for i, button in enumerate(self._buttons):
            self._box.insertWidget(3 + i, button)
            # A widget not shown yet counts for nothing where the height is asked for.
            button.show()

    def _button(self, way: Cure) -> QPushButton:
        made = QPushButton(way.label.replace("&", "&&").replace(": ", "\n", 1), self)
        made.setObjectName("cure")
        made.setFont(fonts.px_font(12, fonts.MEDIUM))
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.setToolTip(way.label)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        changes: Mapping[str, Value] = dict(way.changes)
        made.clicked.connect(lambda _on=False: self.cure_chosen.emit(changes))
        return made
