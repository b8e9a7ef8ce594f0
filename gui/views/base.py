"""What every view of the window is: shows immutable results, asks for edits, computes nothing itself."""

import itertools
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from engine.drivers import Point
from engine.scenario import Scenario
from engine.share import Table
from gui.language import mark, tr
from gui.plotting.tables import table_of
from gui.theme import Theme

#: What a view's menu offers: the name of the wish, the words.
SHARE: Final = (
    ("copy-picture", mark("Copy picture")),
    ("copy-table", mark("Copy table")),
    ("copy-command", mark("Copy as command line")),
    ("copy-python", mark("Copy as Python")),
    ("export", mark("Export view…")),
)

_GESTURES = itertools.count(1)


def next_gesture() -> int:
    """Return a number no other gesture of a view has; edits that share it make one undo step."""
    return next(_GESTURES)


class Job(Protocol):
    """What a view wants computed: a snapshot of its settings.

    Only ever run in the one worker thread, so it may keep caches; it does all the arithmetic and
    leaves painting to the view.
    """

    def run(
        self, scenario: Scenario, baseline: Scenario, coarse: bool, cancelled: Callable[[], bool]
    ) -> Any | None:
        """Return an immutable result, or None when `cancelled` turned true.

        `coarse` asks for a quick one, None where a full one would come as fast.
        """
        ...


class View(QWidget):
    """One view of the open scenario.

    Signals
    -------
    job_changed()
        Settings changed: ask `job()` again and recompute.
    edited(key, value, gesture)
        Set parameter `key`; edits of one gesture are one undo step.
    gesture_finished()
        The gesture under way is over.
    explain_requested(metric)
    focus_requested(key)
        Show this input in the panel.
    view_requested(key, settings)
        Bring the view named `key` to the front, with `settings` changed.
    status(text)
        One line for the status bar.
    settings_changed(text)
        The user changed `settings()`; `text` names the step for undo.
    scenario_offered(Scenario)
        Open this scenario in a tab of its own.
    scenario_taken(Scenario, text)
        Put this one, made from the one in front, in its place; `text` names the step for undo.
    simulated(Answer)
        What the simulator answered at the operating point.
    doubted(Headlines)
        What samples say of the headline figures.
    trouble(text, report)
        A notice for the user, with a report to copy or without.
    share_requested(what)
        One of `SHARE`: copy or export what this view shows.
    """

    key: ClassVar[str] = ""
    title: ClassVar[str] = ""
    #: Whether it says itself what stops a point that cannot be served, and offers the cures.
    tells_obstacle: ClassVar[bool] = False

    job_changed = Signal()
    edited = Signal(str, object, int)
    gesture_finished = Signal()
    explain_requested = Signal(str)
    focus_requested = Signal(str)
    view_requested = Signal(str, object)
    status = Signal(str)
    settings_changed = Signal(str)
    scenario_offered = Signal(object)
    scenario_taken = Signal(object, str)
    simulated = Signal(object)
    doubted = Signal(object)
    trouble = Signal(str, str)
    share_requested = Signal(str)

    @property
    def pending(self) -> bool:
        """Whether something outside the job is still on its way to the screen."""
        return False

    def job(self) -> Job:
        """Return what to compute for the present settings."""
        raise NotImplementedError

    def show_result(self, result: Any) -> None:
        """Show what the job made; `result` is immutable."""
        raise NotImplementedError

    def show_scenario(self, scenario: Scenario, baseline: Scenario) -> None:
        """Learn of the inputs at once, before results for them are there."""
        raise NotImplementedError

    def show_open(self, cases: tuple[Scenario, ...], active: int, opened: Scenario) -> None:
        """Learn of every open scenario, which is in front, and what that was when it was opened."""

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        raise NotImplementedError

    def set_dragging(self, on: bool) -> None:
        """Learn that a gesture anywhere in the window began or ended: scales stay while it lasts."""

    def take_units(self) -> None:
        """Learn that figures are shown in other units: scales that hold those of before are dropped."""
        self.restore(self.settings())

    def settings(self) -> dict[str, Any]:
        """Return what the file keeps of this view; plain JSON values."""
        return {}

    def restore(self, settings: Mapping[str, Any]) -> None:
        """Take back what `settings` gave; unknown or unfit entries are ignored."""

    def accept_axis(self, key: str, axis: str) -> bool:
        """Take input `key` as axis "x" or "y"; return whether this view has such an axis."""
        del key, axis
        return False

    def shown_table(self, result: Any, here: Point) -> Table:
        """Return as a table what `result` shows at the point `here`, numbers in full."""
        return table_of(result, here, self.title)

    def fill_share_menu(self, menu: QMenu) -> None:
        """Add to `menu` what can be copied and exported."""
        for what, words in SHARE:
            action = menu.addAction(tr(words))
            action.triggered.connect(lambda _=False, what=what: self.share_requested.emit(what))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy and export; canvases with menus of their own come first."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_share_menu(menu)
        menu.popup(event.globalPos())
        event.accept()

    @property
    def settled(self) -> bool:
        """Whether the view waits for nothing more that it set going itself."""
        return True

    def summary(self) -> str:
        """Return in a few words what the last result was made of, as "3 × 9,216 points"."""
        return ""
