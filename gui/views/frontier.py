"""Cost against speed: the curve a replica's load traces, and which of its points nothing beats."""

import math
from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.parameters import SPECS
from engine.scenario import DEFAULT, Scenario, spec_of
from engine.tier_keys import known
from gui import fonts, theme
from gui.language import say, tr
from gui.plotting import text
from gui.plotting.frontier_job import FrontierJob, FrontierResult, FrontierSettings
from gui.plotting.moving import Groups, axis_groups
from gui.plotting.scales import Range
from gui.shown_units import METRICS, shown_at
from gui.theme import Theme
from gui.views.base import View, next_gesture
from gui.views.frontier_canvas import FrontierCanvas
from gui.views.tools import ExportMenu, Ground, metric_groups
from gui.widgets.combo import Combo
from gui.widgets.menu_button import MenuButton

#: Inputs whose other values may get curves of their own.
COMPARED = ("precision.weights", "precision.kv", "deployment.tensor_parallel", "finance.supply")


class FrontierView(View):
    """Two metrics against each other, traced by one input."""

    key: ClassVar[str] = "frontier"
    title: ClassVar[str] = "Frontier"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._x, self._y = "tpot_p95", "cost_per_output_token"
        self._along, self._compare = "deployment.concurrency", "precision.weights"
        self._ranges: tuple[Range | None, Range | None] = (None, None)
        self._dragging = False
        self._gesture = 0
        self._scenario: Scenario = DEFAULT
        self.canvas = FrontierCanvas(theme.current(), self)
        self.canvas.moved.connect(self._moved)
        self.canvas.explain_requested.connect(self.explain_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        column.addWidget(self.canvas, 1)
        self._show_tools()
        self.setFocusProxy(self.canvas)

    def _tools(self) -> QWidget:
        made = Ground(self)
        made.setFixedHeight(fonts.px(40))
        row = QHBoxLayout(made)
        row.setContentsMargins(fonts.px(16), fonts.px(6), fonts.px(16), fonts.px(6))
        row.setSpacing(fonts.px(8))
        self.x_metric, self.y_metric = Combo("X", parent=made), Combo("Y", parent=made)
        self.along, self.compare = Combo("Along", parent=made), Combo("Compare", parent=made)
        for combo, name in ((self.x_metric, "x"), (self.y_metric, "y")):
            combo.set_groups(metric_groups())
            combo.setAccessibleName(say("Metric along {name}", name=name))
            combo.chosen.connect(lambda key, name=name: self.set_metric(name, key))
        self.along.set_groups(_numbers(axis_groups()))
        self.along.set_source(lambda: _numbers(axis_groups(self._scenario)))
        self.along.setAccessibleName(tr("Input that varies along the curve"))
        self.along.chosen.connect(self.set_along)
        self.compare.set_entries([("", "nothing"), *((k, SPECS[k].label) for k in COMPARED if k in SPECS)])
        self.compare.setAccessibleName(tr("Input whose other values are compared"))
        self.compare.chosen.connect(self.set_compare)
        for combo, wide in ((self.x_metric, 180), (self.y_metric, 210), (self.along, 230)):
            combo.setMaximumWidth(fonts.px(wide))
            row.addWidget(combo, wide)
        row.addStretch(1)
        self.compare.setMaximumWidth(fonts.px(200))
        row.addWidget(self.compare, 150)
        row.addWidget(MenuButton("", ExportMenu(self).fill, drawing="more", parent=made))
        return made

    # the contract of a view ---------------------------------------------------------------------

    def job(self) -> FrontierJob:
        """Return what to compute for the present settings."""
        return FrontierJob(
            FrontierSettings(
                self._x, self._y, self._along, self._compare, self._ranges, adapt=not self._dragging
            )
        )

    def show_result(self, result: FrontierResult) -> None:
        """Show a frame, unless it belongs to settings no longer wanted."""
        s = result.settings
        if (s.x, s.y, s.along, s.compare) != (self._x, self._y, self._along, self._compare):
            return
        self._ranges = (result.x_scale, result.y_scale)
        self.canvas.show_result(result)
        x, y = (text.reading(key, shown_at(result.point, key)) for key in (s.x, s.y))
        best = int(result.curves[0].best.sum())
        self.canvas.setAccessibleName(
            say("{label} against {label2}", label=METRICS[s.y].label, label2=METRICS[s.x].label)
        )
        self.canvas.setAccessibleDescription(
            say(
                "The scenario has {label} {y} at {label2} {x}; {best} of {size} points along {label3} "
                "are not beaten.",
                label=METRICS[s.y].label,
                y=y,
                label2=METRICS[s.x].label,
                x=x,
                best=best,
                size=result.curves[0].at.size,
                label3=spec_of(s.along).label,
            )
        )

    def show_scenario(self, scenario: Scenario, baseline: Scenario) -> None:
        """Learn of the inputs; the curves follow with the result."""
        del baseline
        self._scenario = scenario

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.canvas.take_theme(theme)

    def set_dragging(self, on: bool) -> None:
        """Keep the scales while a gesture lasts."""
        self._dragging = on

    def take_units(self) -> None:
        """Fit the scales anew."""
        self._ranges = (None, None)

    def settings(self) -> dict[str, Any]:
        """Return metrics, the input along the curve and what is compared."""
        return {"x": self._x, "y": self._y, "along": self._along, "compare": self._compare}

    def restore(self, settings: Mapping[str, Any]) -> None:
        """Take back what `settings` gave; what does not fit stays as it is."""
        x, y = settings.get("x", self._x), settings.get("y", self._y)
        if x in METRICS and y in METRICS and x != y:
            if (x, y) != (self._x, self._y):
                self._ranges = (None, None)
            self._x, self._y = x, y
        along = settings.get("along")
        if isinstance(along, str) and (spec := known(along)) is not None and spec.kind == "number":
            self._along = along
        compare = settings.get("compare")
        if compare == "" or compare in COMPARED:
            self._compare = compare
        self._show_tools()

    def summary(self) -> str:
        """Return how many points the last frame is made of."""
        result = self.canvas.result
        if result is None:
            return ""
        return say("{curves} × {size} points", curves=len(result.curves), size=result.curves[0].at.size)

    # what the user changes ----------------------------------------------------------------------

    def set_metric(self, axis: str, key: str) -> None:
        """Put metric `key` along "x" or "y"; they swap if the other one holds it."""
        x, y = (key, self._y) if axis == "x" else (self._x, key)
        if x == y:
            x, y = self._y, self._x
        self.restore({"x": x, "y": y})
        self._changed(say("Show {label} along {axis}", label=METRICS[key].label, axis=axis))

    def set_along(self, key: str) -> None:
        """Let input `key` vary along the curve."""
        self.restore({"along": key})
        self._changed(say("Trace by {label}", label=spec_of(key).label))

    def set_compare(self, key: str) -> None:
        """Give the other values of input `key` curves too; "" for none."""
        self.restore({"compare": key})
        self._changed(say("Compare {label}", label=spec_of(key).label) if key else "Compare nothing")

    def _changed(self, words: str) -> None:
        self.settings_changed.emit(words)
        self.job_changed.emit()

    def _show_tools(self) -> None:
        self.x_metric.show_id(self._x)
        self.y_metric.show_id(self._y)
        self.along.show_id(self._along)
        self.compare.show_id(self._compare)

    def _moved(self, value: float, finished: bool) -> None:
        if not self._gesture:
            self._gesture = next_gesture()
        if not math.isnan(value) and value != self._scenario.number(self._along):
            self.edited.emit(self._along, value, self._gesture)
        if finished:
            self._gesture = 0
            self.gesture_finished.emit()


def _numbers(groups: Groups) -> Groups:
    """Return `groups` without choices, along which no curve runs."""
    made = [(title, [e for e in entries if SPECS[e[0]].kind == "number"]) for title, entries in groups]
    return [(title, entries) for title, entries in made if entries]
