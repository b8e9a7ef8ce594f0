"""The line that offers work which a crash left unsaved; the window goes on all the while."""

import time

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from engine.files.recovery import Recovery
from gui import fonts, theme
from gui.language import said, tr
from gui.widgets.popovers import Popover

#: Differences told one by one; the rest is counted.
MOST_TOLD = 24


class RecoveryBar(QWidget):
    """Offers one piece of unsaved work at a time; hidden while there is none.

    Signals
    -------
    keep_wanted(), discard_wanted()
    """

    keep_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar:recovery")
        self.setFixedHeight(fonts.px(40))
        self._told: tuple[str, ...] = ()
        self._text = QLabel(self)
        self._text.setFont(fonts.px_font(12, fonts.MEDIUM))
        self._text.setProperty("tone", "title")
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(fonts.px(16), 0, fonts.px(16), 0)
        row.setSpacing(fonts.px(8))
        row.addWidget(self._text, 1)
        self.what = self._button(row, "what", tr("What differs"), self.show_differences)
        self.keep = self._button(row, "keep", tr("Keep"), self.keep_wanted.emit)
        self.discard = self._button(row, "discard", tr("Discard"), self.discard_wanted.emit)
        self.keep.setToolTip(tr("Open it with these changes, not yet saved"))
        self.discard.setToolTip(tr("Go on with what was last saved"))
        self.hide()

    def _button(self, row: QHBoxLayout, name: str, text: str, run: object) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.setAccessibleName(text)
        made.setFont(fonts.px_font(12, fonts.MEDIUM))
        made.setFixedHeight(fonts.px(26))
        made.clicked.connect(run)
        row.addWidget(made)
        return made

    def text(self) -> str:
        """Return the offer as it is told."""
        return self._text.text()

    def differences(self) -> tuple[str, ...]:
        """Return what differs from the saved state, a line each."""
        return self._told

    def offer(self, work: Recovery) -> None:
        """Offer `work`."""
        self._told = work.differences()
        count = len(self._told)
        text = tr("Recovered: {name}, {count} changes since save") if count != 1 else tr(
            "Recovered: {name}, 1 change since save"
        )  # fmt: skip
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(work.when))
        self._text.setText(f"{text.format(name=work.name, count=count)}   ({when})")
        self._text.setToolTip(str(work.path) if work.path is not None else "")
        self.setAccessibleName(self._text.text())
        self.show()

    def show_differences(self) -> None:
        """Open the list of what differs."""
        popover = Popover(tr("What differs from the saved state"), self)
        shown = list(self._told[:MOST_TOLD])
        if len(self._told) > MOST_TOLD:
            shown.append(said("and {count} more", count=len(self._told) - MOST_TOLD))
        label = QLabel("\n".join(shown), popover)
        label.setObjectName("differences")
        label.setWordWrap(True)
        label.setFont(fonts.px_font(12))
        popover.box.addWidget(label)
        popover.show_below(self.what)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and a stripe that says it is no alarm but wants an answer."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().field)
        painter.fillRect(0, 0, fonts.px(4), self.height(), theme.current().accent)
        painter.end()
