"""What stands in the place of a view that failed: what happened, what goes on, and what to do."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import fonts, icons, theme
from gui.language import mark, said, tr

WIDE: Final = 520
_BADGE: Final = 40
_INSIDE: Final = 11
#: How long a button says that it did [ms].
_DONE: Final = 2_000
#: What became of it, by whether the view's job failed: that is done anew with each change.
_NEXT: Final = {
    True: mark(
        "Other inputs may do: it is computed anew with your next change. If this stays, the report says why."
    ),
    False: mark("Try it once more. If it fails again, the report says why."),
}


class _Badge(QWidget):
    """A sign in a round ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(fonts.px(_BADGE), fonts.px(_BADGE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and sign."""
        now, painter, box = theme.current(), QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.token("bad", 34))
        painter.drawEllipse(box)
        inside = fonts.px(_INSIDE)
        # A triangle looks as if in the middle where its centre of mass is.
        icons.paint(painter, "issues", box.adjusted(inside, inside - 1, -inside, -inside - 1), now.bad)
        painter.end()


class FailedView(QWidget):
    """The page in the place of the view called `title`.

    Attributes
    ----------
    report : str
        What "Copy report" copies.

    Signals
    -------
    again_wanted()
    """

    again_wanted = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = ""
        self.setObjectName("failed view")
        head = QLabel(said("{view} could not be shown.", view=title).removesuffix("."))
        head.setFont(fonts.px_font(16, fonts.SEMIBOLD))
        head.setProperty("tone", "title")
        self.setAccessibleName(head.text())
        rest, self._next = QLabel(tr("Everything else goes on, and your work is untouched.")), QLabel()
        self._fault = QLabel()
        self._fault.setObjectName("fault")
        self._fault.setProperty("tone", "muted")
        self._fault.setContentsMargins(fonts.px(10), 0, fonts.px(10), 0)
        self._fault.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label, size in ((head, 16), (rest, 13), (self._next, 13), (self._fault, 12)):
            # A fault quotes what it met: nothing in that is markup.
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setFixedWidth(fonts.px(WIDE))
            label.setFont(fonts.px_font(size, fonts.SEMIBOLD if label is head else fonts.REGULAR))
        self.again = self._button("reset", tr("Try again"), "try again")
        self._copy = self._button("copy", tr("Copy report"), "copy report")
        self.again.clicked.connect(self.again_wanted)
        self._copy.clicked.connect(self._copy_report)
        self._lay_out((head, rest, self._next, self._fault))
        self.setFocusProxy(self.again)

    @staticmethod
    def _button(icon: str, words: str, name: str) -> QPushButton:
        made = QPushButton(words)
        made.setObjectName(name)
        made.setIcon(icons.icon(icon))
        made.setIconSize(QSize(fonts.px(14), fonts.px(14)))
        made.setFont(fonts.px_font(12, fonts.MEDIUM))
        made.setFixedHeight(fonts.px(30))
        return made

    def _lay_out(self, labels: tuple[QLabel, QLabel, QLabel, QLabel]) -> None:
        head, rest, following, fault = labels
        buttons = QHBoxLayout()
        buttons.setSpacing(fonts.px(8))
        buttons.addWidget(self.again)
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(2)
        for widget, gap in ((_Badge(), 18), (head, 8), (rest, 4), (following, 22), (fault, 20)):
            column.addWidget(widget)
            column.addSpacing(fonts.px(gap))
        column.addLayout(buttons)
        column.addStretch(3)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(column)
        outer.addStretch(1)

    def tell(self, report: str, *, by_job: bool) -> None:
        """Show the fault that `report` ends with, and what to do about it."""
        self.report = report
        self._next.setText(tr(_NEXT[by_job]))
        lines = [line for line in report.splitlines() if line.strip()]
        self._fault.setText(lines[-1].strip() if lines else "")

    def _copy_report(self) -> None:
        QApplication.clipboard().setText(self.report)
        self._copy.setText(tr("Report copied"))
        self._copy.setIcon(icons.icon("check"))
        QTimer.singleShot(_DONE, self._copy, self._offer_copy)

    def _offer_copy(self) -> None:
        self._copy.setText(tr("Copy report"))
        self._copy.setIcon(icons.icon("copy"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground, and that of the fault."""
        now, painter = theme.current(), QPainter(self)
        painter.fillRect(self.rect(), now.panel)
        if self._fault.text():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.field)
            room = fonts.px(7)
            painter.drawRoundedRect(self._fault.geometry().adjusted(0, -room, 0, room), 5, 5)
        painter.end()
