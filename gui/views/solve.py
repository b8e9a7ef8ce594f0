"""Solve: what would have to be true, which deployment is best, and who wins where."""

import math
from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from engine import presentation
from engine.errors import IsocostError
from engine.formatting import SIGNED
from engine.scenario import DEFAULT, Scenario, spec_of
from engine.solve.roots import target_of
from engine.solve.search import Deployment
from gui import fonts, shown_units, theme
from gui.language import inner, mark, say, tr
from gui.plotting.moving import axis_groups
from gui.plotting.scales import sweepable
from gui.plotting.solve_job import MODES, RANKS, WAYS, SolveJob, SolveResult, SolveSettings
from gui.reading import format_value
from gui.shown_units import METRICS
from gui.theme import Theme
from gui.views.base import View, next_gesture
from gui.views.solve_deployments import DeploymentsCanvas
from gui.views.solve_explain import RowExplainer
from gui.views.solve_inputs import RootsCanvas
from gui.views.solve_winners import WinnersCanvas
from gui.views.solve_words import part_label
from gui.views.tools import ExportMenu, Ground, metric_groups
from gui.widgets.axis_drag import AxisDrop
from gui.widgets.combo import Combo
from gui.widgets.menu_button import MenuButton


class SolveView(View):
    """Three questions put backwards, one at a time."""

    key: ClassVar[str] = "solve"
    title: ClassVar[str] = "Solve"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = SolveSettings()
        self._scenario: Scenario = DEFAULT
        self._result: SolveResult | None = None
        self._sought = ""
        self.roots = RootsCanvas(theme.current(), self)
        self.deployments = DeploymentsCanvas(theme.current(), self)
        self.winners = WinnersCanvas(theme.current(), self)
        self.roots.adopted.connect(self.adopt_value)
        self.roots.explain_requested.connect(self.explain_requested)
        self.deployments.adopted.connect(self.adopt_deployment)
        self.rows = RowExplainer(self, self.deployments)
        self.winners.adopted.connect(self.adopt_way)
        self.winners.moved.connect(self.move_to)
        self.pages = QStackedWidget(self)
        for canvas in (self.roots, self.deployments, self.winners):
            self.pages.addWidget(canvas)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        column.addWidget(self.pages, 1)
        self._show_tools()
        self.setFocusProxy(self.pages)

    def _tools(self) -> QWidget:
        made = Ground(self)
        made.setFixedHeight(fonts.px(40))
        row = QHBoxLayout(made)
        row.setContentsMargins(fonts.px(16), fonts.px(6), fonts.px(16), fonts.px(6))
        row.setSpacing(fonts.px(8))
        self.mode, self.goal = Combo("", parent=made), Combo("Metric", parent=made)
        self.rank, self.ways = Combo("Best by", parent=made), Combo("Among", parent=made)
        self.x_axis, self.y_axis = Combo("X", parent=made), Combo("Y", parent=made)
        self.target = QLineEdit(made)
        self.target.setAccessibleName(tr("Target"))
        self.target.setToolTip(tr("Target: 0, 25%, or a figure in the metric's unit"))
        self.target.setFixedSize(fonts.px(86), fonts.px(28))
        self.mode.set_entries(list(MODES.items()))
        self.goal.set_groups(metric_groups())
        self.rank.set_entries([(key, METRICS[key].label) for key in RANKS])
        self.ways.set_entries(list(WAYS.items()))
        for combo in (self.x_axis, self.y_axis):
            combo.set_groups(axis_groups())
            combo.set_source(lambda: axis_groups(self._scenario, self._settings.rank))
            AxisDrop(combo, "x" if combo is self.x_axis else "y", self.accept_axis)
        named = (
            (self.mode, mark("Question"), "mode"),
            (self.goal, mark("Metric that is to meet the target"), "metric"),
            (self.rank, mark("What the best is best by"), "rank"),
            (self.ways, mark("Ways compared"), "ways"),
            (self.x_axis, mark("Input along x"), "x"),
            (self.y_axis, mark("Input along y"), "y"),
        )
        for combo, name, field in named:
            combo.setAccessibleName(tr(name))
            combo.chosen.connect(lambda ident, field=field: self.choose(field, ident))
        self.target.editingFinished.connect(self._take_target)
        for widget, wide in (
            (self.mode, 230), (self.goal, 240), (self.rank, 220), (self.ways, 170), (self.x_axis, 200),
            (self.y_axis, 200),
        ):  # fmt: skip
            widget.setMaximumWidth(fonts.px(wide))
            row.addWidget(widget, wide)
        row.insertWidget(2, self.target)
        row.addStretch(1)
        row.addWidget(MenuButton("", ExportMenu(self).fill, drawing="more", parent=made))
        return made

    # the contract of a view ---------------------------------------------------------------------

    def job(self) -> SolveJob:
        """Return what to compute for the present settings."""
        return SolveJob(self._settings)

    def show_result(self, result: SolveResult) -> None:
        """Show a frame, unless it belongs to settings no longer wanted."""
        if result.settings != self._settings:
            return
        self._result = result
        canvases: dict[str, RootsCanvas | DeploymentsCanvas | WinnersCanvas] = {
            "inputs": self.roots,
            "deployments": self.deployments,
            "winners": self.winners,
        }
        canvases[result.settings.mode].show_result(result)
        if self._sought and result.settings.mode == "inputs":
            if not self.roots.seek(self._sought):
                goal = METRICS[result.settings.metric].label
                self.status.emit(f"{spec_of(self._sought).label} does not move {goal} here")
            self._sought = ""

    def show_scenario(self, scenario: Scenario, baseline: Scenario) -> None:
        """Learn of the inputs; answers follow with the result."""
        del baseline
        self._scenario = scenario

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for canvas in (self.roots, self.deployments, self.winners):
            canvas.take_theme(theme)

    def settings(self) -> dict[str, Any]:
        """Return the question with its particulars."""
        s = self._settings
        return {
            "mode": s.mode, "metric": s.metric, "target": s.target, "x": s.x, "y": s.y, "ways": s.ways,
            "rank": s.rank,
        }  # fmt: skip

    def restore(self, settings: Mapping[str, Any]) -> None:
        """Take back what `settings` gave; what does not fit stays as it is."""
        allowed = {"mode": MODES, "ways": WAYS, "rank": RANKS}
        made: dict[str, Any] = {}
        for field, options in allowed.items():
            if settings.get(field) in options:
                made[field] = settings[field]
        metric, target = settings.get("metric"), settings.get("target")
        if metric in METRICS and METRICS[metric].codes is None and metric != "feasible":
            made["metric"] = metric
        if isinstance(target, (int, float)) and not isinstance(target, bool) and abs(target) < 1e30:
            made["target"] = float(target)
        x, y = settings.get("x", self._settings.x), settings.get("y", self._settings.y)
        if all(isinstance(key, str) and sweepable(DEFAULT, key) for key in (x, y)) and x != y:
            made |= {"x": x, "y": y}
        self._settings = SolveSettings(**(self.settings() | made))
        self._show_tools()

    def accept_axis(self, key: str, axis: str) -> bool:
        """Take input `key` along the map."""
        if self._settings.mode != "winners":
            return False
        self.choose(axis, key)
        return True

    def summary(self) -> str:
        """Return how many evaluations the last frame is made of."""
        r = self._result
        if r is None:
            return ""
        if r.found is not None:
            return say("{size:,} deployments", size=r.found.space.size)
        if r.won is not None:
            return say("{ways} × {size:,} points", ways=len(r.won.ways), size=r.won.winner.size)
        return say("{roots} inputs", roots=len(r.roots)) if r.roots else tr("no inputs")

    # what the user changes ----------------------------------------------------------------------

    def choose(self, field: str, ident: str) -> None:
        """Take `ident` for a part of the question; axes swap where the other holds it."""
        s = self._settings
        change: dict[str, Any] = {field: ident}
        if field in {"x", "y"} and ident == (s.y if field == "x" else s.x):
            change = {"x": s.y, "y": s.x}
        if field == "metric" and ident != s.metric:
            change["target"] = self._offered(ident)
        self.restore(change)
        words = MODES.get(ident) or (METRICS[ident].label if ident in METRICS else WAYS.get(ident, ident))
        self._changed(say("Ask: {words}", words=words))

    def solve_for(self, key: str) -> None:
        """Ask what input `key` would have to be, among all others."""
        self._sought = key
        if self._settings.mode != "inputs":
            self.choose("mode", "inputs")
        else:
            self.job_changed.emit()
        self.roots.setFocus()

    def _offered(self, metric: str) -> float:
        """Return a target to begin with: nothing of what may be negative, else a tenth better than now."""
        now = math.nan if self._result is None else self._result.point.base(metric)
        if metric in SIGNED or not math.isfinite(now):
            return 0.0
        return float(f"{now * (1.0 + 0.1 * (METRICS[metric].better or 1)):.2g}")

    def _take_target(self) -> None:
        if not self.target.isModified():
            return
        try:
            value = target_of(self._settings.metric, self.target.text(), _decimal(), bare="display")
            if presentation.bare(self.target.text()):
                value /= shown_units.ratio(self._settings.metric)
        except IsocostError as error:
            self.status.emit(str(error))
            self.target.setStyleSheet(f"color: {theme.current().bad.name()}")
            return
        self.restore({"target": value})
        self._changed(
            say(
                "Ask for {label} {target}",
                label=inner(METRICS[self._settings.metric].label),
                target=self.target.text(),
            )
        )

    def adopt_value(self, key: str, value: float) -> None:
        """Set an input to what it would have to be."""
        self.edited.emit(key, value, next_gesture())
        self.gesture_finished.emit()

    def adopt_deployment(self, one: Deployment) -> None:
        """Put the scenario deployed so in the place of the present one."""
        self.scenario_taken.emit(one.adopted(self._scenario), say("Deploy on {one}", one=part_label(one)))

    def adopt_way(self, way: int) -> None:
        """Serve as a way of the map does; a tier by itself opens in a tab of its own, for the others go."""
        if self._result is None or self._result.won is None:
            return
        chosen = self._result.won.ways[way]
        if chosen.scenario.routed != self._scenario.routed:
            self.scenario_offered.emit(chosen.scenario)
        else:
            self.scenario_taken.emit(chosen.scenario, say("Serve by {label}", label=chosen.label))

    def move_to(self, x: float, y: float) -> None:
        """Move the scenario to a point of the map."""
        if self._result is None or self._result.scales is None:
            return
        gesture = next_gesture()
        for scale, at in zip(self._result.scales, (x, y), strict=True):
            self.edited.emit(scale.key, scale.value(at), gesture)
        self.gesture_finished.emit()

    def _changed(self, words: str) -> None:
        self.settings_changed.emit(words)
        self.job_changed.emit()

    def _show_tools(self) -> None:
        s = self._settings
        for combo, ident in (
            (self.mode, s.mode), (self.goal, s.metric), (self.rank, s.rank), (self.ways, s.ways),
        ):  # fmt: skip
            combo.show_id(ident)
        for combo, key in ((self.x_axis, s.x), (self.y_axis, s.y)):
            combo.name(key, spec_of(key).label)
            combo.show_id(key)
        self.goal.setVisible(s.mode == "inputs")
        self.target.setVisible(s.mode == "inputs")
        self.rank.setVisible(s.mode != "inputs")
        for widget in (self.ways, self.x_axis, self.y_axis):
            widget.setVisible(s.mode == "winners")
        of = METRICS[s.metric]
        self.target.setStyleSheet("")
        self.target.setText(format_value(s.target, of, decimal=_decimal()).replace("+", ""))
        self.target.setModified(False)
        self.pages.setCurrentIndex(list(MODES).index(s.mode))


def _decimal() -> str:
    return "," if QLocale().decimalPoint() == "," else "."
