"""A small window that says what stops a point and offers single changes that clear it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget

from engine.scenario import Value
from gui import fonts
from gui.language import say
from gui.widgets.popovers import Popover


@dataclass(frozen=True, slots=True)
class Offer:
    """A change: what it is, what the point costs with it, and what it sets."""

    label: str
    cost: str
    changes: Mapping[str, Value]


class CurePopover(Popover):
    """Why a point cannot be served, and buttons that cure it.

    Signals
    -------
    chosen(Offer)
    """

    chosen = Signal(object)

    def __init__(self, title: str, why: str, offers: Sequence[Offer], none: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.box.addWidget(self._words(why, "why"))
        self.box.addWidget(
            self._words("Cheapest single changes, cost after" if offers else none, "", muted=True)
        )
        self.offers = tuple(offers)
        for offer in self.offers:
            self.box.addLayout(self._row(offer))

    def _words(self, text: str, name: str, *, muted: bool = False) -> QLabel:
        made = QLabel(text, self)
        made.setObjectName(name)
        made.setWordWrap(True)
        made.setFont(fonts.px_font(11 if muted else 12))
        if muted:
            made.setProperty("tone", "muted")
        return made

    def _row(self, offer: Offer) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        button = QPushButton(offer.label.replace(": ", "\n", 1).replace("&", "&&"), self)
        button.setObjectName("cure")
        button.setFont(fonts.px_font(12, fonts.MEDIUM))
        button.setToolTip(offer.label)
        button.setAccessibleName(say("{label}, then {cost}", label=offer.label, cost=offer.cost))
        button.clicked.connect(lambda _on=False: self._take(offer))
        cost = QLabel(offer.cost, self)
        cost.setFont(fonts.px_font(12, fonts.SEMIBOLD))
        row.addWidget(button, 1)
        row.addWidget(cost)
        return row

    def _take(self, offer: Offer) -> None:
        self.close()
        self.chosen.emit(offer)

    def show_at(self, at: QPoint) -> None:
        """Open with a corner near `at` of the screen, inside it."""
        self.setFixedWidth(fonts.px(340))
        self.adjustSize()
        screen = QApplication.primaryScreen().availableGeometry()
        x = min(at.x() + 8, screen.right() - self.width())
        y = min(at.y() + 8, screen.bottom() - self.height())
        self.move(max(screen.left(), x), max(screen.top(), y))
        self.show()
