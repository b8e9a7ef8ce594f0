"""One view that fails is one view that fails: it says so in its place, and everything else stays live."""

import logging
import traceback
from typing import Any, Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from gui import fonts, theme
from gui.document import Document
from gui.faults import report_of
from gui.language import said, tr
from gui.panels.failed_view import FailedView
from gui.views.base import View

log = logging.getLogger(__name__)

#: Width and height below which a view is scrolled, as designed at 100 %: words would lie on each other.
LEAST: Final = (770, 480)


class Room(QScrollArea):
    """What a view stands in: it never gets less room than its words need, but is scrolled."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        view.setMinimumSize(*(fonts.px(length) for length in LEAST))
        self.setWidget(view)
        # The view paints all of its ground itself.
        for one in (self.viewport(), view):
            one.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        """Return less than the view needs: the window may be smaller."""
        return QSize(fonts.px(320), fonts.px(160))


class Holder(QStackedWidget):
    """A view, or the message in its place.

    Signals
    -------
    again()
        The user wants the view back.
    """

    again = Signal()

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view
        #: Whether only its job failed: other inputs may do, so it is asked anew with each change.
        self.by_job = False
        self._message: FailedView | None = None
        self._room = Room(view)
        self.addWidget(self._room)

    @property
    def failed(self) -> bool:
        """Whether the message stands in the place of the view."""
        return self.currentWidget() is not self._room

    def fail(self, report: str, *, by_job: bool = False) -> None:
        """Put the message in the place of the view."""
        if self._message is None:
            self._message = FailedView(tr(self.view.title))
            self._message.again_wanted.connect(self.again)
            self.addWidget(self._message)
        self.by_job = by_job
        self._message.tell(report, by_job=by_job)
        self.setCurrentWidget(self._message)

    def mend(self) -> None:
        """Put the view back."""
        self.setCurrentWidget(self._room)


class Isolation(QObject):
    """Stands between the window and its views: what a view raises stays with that view.

    Signals
    -------
    told(text, report)
        A view failed that did not stand failed before.
    again()
        The user wants a view back: show all anew.
    """

    told = Signal(str, str)
    again = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._holders: dict[View, Holder] = {}
        #: Views that have not learned yet of what is open.
        self._behind: set[View] = set()

    def hold(self, view: View) -> Holder:
        """Return what takes the place of `view` in the window."""
        made = self._holders[view] = Holder(view)
        made.again.connect(lambda: self._try_again(made))
        return made

    def failed(self, view: View) -> bool:
        """Return whether `view` has given its place to a message."""
        return self._holders[view].failed

    def ask(self, view: View, name: str, *arguments: Any) -> Any:
        """Return what method `name` of `view` does; None where it fails, or has failed before."""
        holder = self._holders[view]
        if holder.failed and not holder.by_job:
            return None
        try:
            return getattr(view, name)(*arguments)
        except Exception:  # whatever it is, it is this view's
            self.fail(view, traceback.format_exc())
            return None

    def each(self, name: str, *arguments: Any) -> None:
        """Ask every view."""
        for view in self._holders:
            self.ask(view, name, *arguments)

    def show_hidden(self, front: View, document: Document, *, later: bool) -> None:
        """Have all views but `front` learn of all that is open; `later` while a hand moves something."""
        self._behind |= self._holders.keys() - {front}
        if not later:
            self.catch_up(document)

    def let_go(self, document: Document) -> None:
        """Tell every view that the hand rests, and those behind what it did."""
        self.each("set_dragging", False)
        self.catch_up(document)

    def catch_up(self, document: Document) -> None:
        """Have the views that have not learned yet of what is open do so."""
        # In their order: what one of them says of itself may be heard by the others.
        for view in [view for view in self._holders if view in self._behind]:
            self.show(view, document)

    def show(self, view: View, document: Document) -> None:
        """Have `view` learn of all that is open."""
        self._behind.discard(view)
        kept = document.session.views.get(view.key)
        if kept is not None and kept != self.ask(view, "settings"):
            self.ask(view, "restore", kept)
        cases = tuple(case.scenario for case in document.session.cases)
        self.ask(view, "show_scenario", document.scenario, document.baseline)
        self.ask(view, "show_open", cases, document.session.active, document.session.case.opened)

    def take(self, view: View, result: Any, fault: str) -> None:
        """Show what a job made, or that it failed."""
        if fault:
            self.fail(view, fault, by_job=True)
        elif result is not None:
            holder = self._holders[view]
            if holder.failed and holder.by_job:
                holder.mend()
            self.ask(view, "show_result", result)

    def fail(self, view: View, told: str, *, by_job: bool = False) -> None:
        """Put the message in the place of `view`; `told` is the traceback."""
        holder = self._holders[view]
        news = not holder.failed
        report = report_of(told, f"View {view.key}")
        holder.fail(report, by_job=by_job)
        if news:
            log.error("view %s failed:\n%s", view.key, told)
            text = said("{view} could not be shown. Everything else goes on.", view=tr(view.title))
            self.told.emit(text, report)

    def fail_drawing(self, widget: QWidget, report: str) -> None:
        """Take the view that `widget` is in from the screen: it could not be drawn."""
        one: QWidget | None = widget
        while one is not None and one not in self._holders.values():
            one = one.parentWidget()
        if isinstance(one, Holder):
            one.fail(report)

    def _try_again(self, holder: Holder) -> None:
        holder.mend()
        self.ask(holder.view, "apply_theme", theme.current())
        self.again.emit()
