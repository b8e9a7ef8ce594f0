"""Puts together what leads through one window; the window calls it with one line for each event."""

import dataclasses
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from engine.metrics import METRICS
from engine.parameters import SPECS
from engine.tier_keys import split
from gui.guide.assignments import Assignments
from gui.guide.changes import Changes
from gui.guide.entries import entries
from gui.guide.help_pages import input_target, metric_target
from gui.guide.help_window import HelpWindow
from gui.guide.hints import Hints
from gui.guide.questions import QUESTIONS, Asking
from gui.language import say, tr
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
        self._help: HelpWindow | None = None
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
        return [(tr(question.text), partial(self.asking.ask, question)) for question in QUESTIONS]

    # help ---------------------------------------------------------------------------------------

    def help_here(self) -> None:
        """Open the help at the input, figure or view that has the focus, else at the beginning."""
        self.open_help(self._topic(QApplication.focusWidget()))

    def open_help(self, target: str = "reading") -> None:
        """Open the help at `target`."""
        if self._help is None:
            self._help = HelpWindow(self._window.menus.shortcuts, self._window)
            self._help.go_wanted.connect(self._go)
        self._help.open_at(target)

    def open_formulas(self) -> None:
        """Open the reference of figures at the one last explained."""
        self.open_help(metric_target(self._window.explainer.figure()))

    def _topic(self, widget: QWidget | None) -> str:
        while widget is not None and widget is not self._window:
            kind, _, key = widget.objectName().partition(":")
            key = split(key)[1]
            if kind == "param" and key in SPECS:
                return input_target(key)
            if kind == "kpi" and key in METRICS:
                return metric_target(key)
            if kind == "view":
                return f"views#{key}"
            if kind == "panel" and key == "explain" and self._window.explainer.key in METRICS:
                return metric_target(self._window.explainer.key)
            widget = widget.parentWidget()
        return "reading"

    def _go(self, kind: str, key: str) -> None:
        window = self._window
        lead = {"input": window.inputs.focus_key, "metric": window.explain, "view": window.open_view}[kind]
        lead(key)
        window.activateWindow()

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
        document.add(made, say("Open {name}", name=name), baseline=document.scenario)
