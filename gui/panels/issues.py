"""What stops the point, and inputs outside what sources show, each with its cures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from engine.scenario import Value
from engine.tier_keys import known
from gui import fonts, icons, theme
from gui.language import mark, say, sentence, tr
from gui.widgets.scroll import OverlayScrollArea

Severity = Literal["error", "warning"]
_TITLES: Final = {"error": mark("Not feasible"), "warning": mark("Unusual input")}


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing worth attention.

    Attributes
    ----------
    severity : "error" or "warning"
    key : str
        The input concerned; empty for the point as a whole.
    text : str
    cures : sequence of (label, changes)
        Single changes that would mend it.
    title : str
        Of the card, where it is about no input.
    view : str
        Key of the view that tells more; a button opens it.
    """

    severity: Severity
    key: str
    text: str
    cures: Sequence[tuple[str, Mapping[str, Value]]] = ()
    title: str = ""
    view: str = ""


class IssueCard(QFrame):
    """One issue with its buttons.

    Signals
    -------
    focus_requested(str), cure_chosen(object), view_requested(str)
    """

    focus_requested = Signal(str)
    cure_chosen = Signal(object)
    view_requested = Signal(str)

    def __init__(self, issue: Issue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.issue = issue
        self.setObjectName(f"issue:{issue.key or issue.view or issue.severity}")
        box = QVBoxLayout(self)
        box.setContentsMargins(fonts.px(38), fonts.px(10), fonts.px(14), fonts.px(12))
        box.setSpacing(fonts.px(4))
        spec = known(issue.key)
        named = spec.label if spec is not None else issue.title
        title = QLabel(tr(named or _TITLES[issue.severity]), self)
        title.setFont(fonts.px_font(12, fonts.SEMIBOLD))
        title.setProperty("tone", "title")
        text = QLabel(sentence(issue.text), self)
        text.setObjectName("text")
        text.setWordWrap(True)
        text.setFont(fonts.px_font(12))
        box.addWidget(title)
        box.addWidget(text)
        if issue.cures:
            head = QLabel(tr("Cheapest cures"), self)
            head.setProperty("tone", "muted")
            head.setFont(fonts.px_font(11))
            box.addSpacing(fonts.px(4))
            box.addWidget(head)
        for label, changes in issue.cures:
            # What changes above, from what to what below: together they are wider than the drawer.
            button = self._button(label.replace(": ", "\n", 1), label)
            button.clicked.connect(lambda _on=False, wanted=dict(changes): self.cure_chosen.emit(wanted))
            box.addWidget(button)
        if issue.view:
            box.addSpacing(fonts.px(4))
            button = self._button(
                say("Open {title}", title=issue.view.title()),
                say("Bring the {view} view to the front", view=issue.view),
            )
            button.clicked.connect(lambda _on=False: self.view_requested.emit(issue.view))
            box.addWidget(button)
        if issue.key:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _button(self, text: str, tip: str) -> QPushButton:
        made = QPushButton(text.replace("&", "&&"), self)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.setObjectName("cure")
        made.setFont(fonts.px_font(12, fonts.MEDIUM))
        made.setToolTip(tip)
        return made

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the input's row."""
        if self.issue.key and event.button() == Qt.MouseButton.LeftButton:
            self.focus_requested.emit(self.issue.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign of the severity and the hairline below."""
        colors = theme.current()
        painter = QPainter(self)
        side = fonts.px(16)
        tone = colors.bad if self.issue.severity == "error" else colors.warning
        icons.paint(painter, "issues", QRectF(fonts.px(13), fonts.px(10), side, side), tone)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colors.hairline)
        painter.end()


class IssuesPanel(QWidget):
    """All issues of the point in front.

    Signals
    -------
    cure_chosen(object) : the changes of the cure pressed, a dict of key to value.
    focus_requested(str) : the input of an issue was clicked.
    view_requested(str) : the view that tells more of an issue is wanted.
    """

    cure_chosen = Signal(object)
    focus_requested = Signal(str)
    view_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel:issues")
        self._issues: tuple[Issue, ...] = ()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.none = QLabel(
            tr("Nothing to mend: every limit holds and every input lies within what sources show."), self
        )
        self.none.setWordWrap(True)
        self.none.setProperty("tone", "muted")
        self.none.setContentsMargins(fonts.px(14), fonts.px(12), fonts.px(14), 0)
        outer.addWidget(self.none)
        scroll = OverlayScrollArea(self)
        content = QWidget()
        self._box = QVBoxLayout(content)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addStretch(1)
        scroll.setWidget(content)
        outer.addWidget(scroll, 1)

    def issues(self) -> tuple[Issue, ...]:
        """Return what is shown."""
        return self._issues

    def show_issues(self, issues: Sequence[Issue]) -> None:
        """Show `issues`, the gravest first."""
        ordered = tuple(sorted(issues, key=lambda issue: issue.severity != "error"))
        if ordered == self._issues:
            return
        self._issues = ordered
        while self._box.count() > 1:
            item = self._box.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for i, issue in enumerate(ordered):
            card = IssueCard(issue, self)
            card.cure_chosen.connect(self.cure_chosen)
            card.focus_requested.connect(self.focus_requested)
            card.view_requested.connect(self.view_requested)
            self._box.insertWidget(i, card)
        self.none.setVisible(not ordered)
