"""Puts together what leads through one window; the window calls it with one line for each event."""

import dataclasses
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.guide.assignments import Assignments
from gui.guide.changes import Changes
from gui.guide.entries import entries
from gui.guide.hints import Hints
from gui.guide.questions import QUESTIONS, Asking
from gui.panels.finder import Finder

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Guide(QObject):
    """Effects of changes and the history of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.changes = Changes(window.document, self)
        inspector = window.inspector
        self.changes.told.connect(inspector.effects_panel.show_change)
        inspector.opened.connect(lambda _page: self.show_history())
        inspector.step_chosen.connect(window.document.stack.setIndex)
        inspector.history_panel.scenario_wanted.connect(self.open_state)
        window.document.file_changed.connect(self.show_history)
        self.asking = Asking(window)
        self.hints = Hints(window)
        window.scenario_bar.ask_wanted.connect(self.asking.offer)

    def gesture_started(self) -> None:
        """Learn that a hand moves something."""
        self.changes.gesture_started()

    def gesture_finished(self) -> None:
        """Learn that it let go."""
        self.changes.gesture_finished()
        self.hints.gesture_finished()

    # finder -------------------------------------------------------------------------------------

    def find(self) -> None:
        """Open the finder over everything there is."""
        window = self._window
        settings = window.settings
        finder = Finder(entries(window), settings.recent_finds, Assignments(window).offered, window)
        finder.found.connect(settings.add_recent_find)
        finder.open_over(window)

    def offered_questions(self) -> list[tuple[str, Callable[[], object]]]:
        """Return the questions that can be asked, each with what asking it does."""
        return [(question.text, partial(self.asking.ask, question)) for question in QUESTIONS]

    # history ------------------------------------------------------------------------------------

    def show_history(self) -> None:
        """Show every step, while its page is in front."""
        inspector, stack = self._window.inspector, self._window.document.stack
        if inspector.is_open("history"):
            inspector.history_panel.show_steps(self.changes.steps(), stack.index())

    def open_state(self, step: int) -> None:
        """Open the state after `step` steps as a scenario of its own, against the present one."""
        document = self._window.document
        found = document.states()[step].case.scenario
        name = f"{found.name}, as opened" if step == 0 else f"{found.name}, step {step}"
        made = dataclasses.replace(found, name=name)
        document.add(made, f"Open {name}", baseline=document.scenario)
