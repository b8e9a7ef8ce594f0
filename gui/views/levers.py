"""Levers: pulled one after the other from today's scenario, each step's saving, quality and latency."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.ladder import Pull, default_plan, plan_data, plan_from
from engine.scenario import Scenario
from gui import theme
from gui.language import say
from gui.plotting.ladder_job import LadderJob, LadderResult
from gui.theme import Theme
from gui.views.base import View
from gui.views.ladder_canvas import LadderCanvas


class LeversView(View):
    """A ladder that goes down."""

    key: ClassVar[str] = "levers"
    title: ClassVar[str] = "Levers"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = default_plan()
        self.canvas = LadderCanvas(theme.current(), self)
        self.canvas.toggled.connect(self.toggle)
        self.canvas.moved.connect(self.move_lever)
        self.canvas.leveled.connect(self.set_level)
        self.canvas.adopted.connect(self.adopt)
        self.canvas.explained.connect(self.explain_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)
        self.setFocusProxy(self.canvas)

    # the contract of a view ---------------------------------------------------------------------

    def job(self) -> LadderJob:
        """Return what to compute for the present plan."""
        return LadderJob(self._plan)

    def show_result(self, result: LadderResult) -> None:
        """Show a frame, unless it belongs to a plan no longer wanted."""
        if result.plan == self._plan:
            self.canvas.show_result(result)

    def show_scenario(self, scenario: Scenario, baseline: Scenario) -> None:
        """Learn of the inputs; the ladder follows with the result."""
        del scenario, baseline

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.canvas.take_theme(theme)

    def settings(self) -> dict[str, Any]:
        """Return order, switches and strengths; nothing where all is as declared."""
        return {} if self._plan == default_plan() else {"plan": plan_data(self._plan)}

    def restore(self, settings: Mapping[str, Any]) -> None:
        """Take back what `settings` gave; what does not fit is as declared."""
        self._plan = plan_from(settings.get("plan"))

    def summary(self) -> str:
        """Return how many levers the last frame pulls."""
        result = self.canvas.result
        if result is None:
            return ""
        return say(
            "{sum} of {plan} levers",
            sum=sum(step.applied for step in result.ladder.steps),
            plan=len(result.plan),
        )

    # what the user changes ----------------------------------------------------------------------

    def toggle(self, row: int) -> None:
        """Pull the lever in `row`, or let it go."""
        pull = self._plan[row]
        self._put(row, replace(pull, on=not pull.on))
        self._changed(f"{'Leave' if pull.on else 'Pull'} {pull.rung.label}")

    def move_lever(self, row: int, by: int) -> None:
        """Pull the lever in `row` so many places later."""
        to = row + by
        if not 0 <= to < len(self._plan):
            return
        plan = list(self._plan)
        plan.insert(to, plan.pop(row))
        self._plan = tuple(plan)
        self.canvas.row = to
        self._changed(say("Move {label}", label=self._plan[to].rung.label))

    def set_level(self, row: int, level: str) -> None:
        """Pull the lever in `row` as hard as `level` says."""
        self._put(row, replace(self._plan[row], level=level, on=True))
        self._changed(say("Set {label}", label=self._plan[row].rung.label))

    def adopt(self, row: int) -> None:
        """Put the scenario after the step in `row` in the place of today's."""
        result = self.canvas.result
        if result is None or not result.ladder.steps[row].applied:
            return
        step = result.ladder.steps[row]
        self.scenario_taken.emit(step.scenario, say("Adopt levers up to {label}", label=step.pull.rung.label))

    def _put(self, row: int, pull: Pull) -> None:
        self._plan = (*self._plan[:row], pull, *self._plan[row + 1 :])

    def _changed(self, words: str) -> None:
        self.settings_changed.emit(words)
        self.job_changed.emit()
