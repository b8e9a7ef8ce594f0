"""Monte Carlo: what a figure may be with all that is in doubt, how likely it earns, and where."""

import dataclasses
import functools
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from engine.doubt import percentile_case, table
from engine.errors import IsocostError
from engine.scenario import DEFAULT, Doubt, Scenario, spec_of
from engine.tier_keys import known
from gui import fonts, theme
from gui.language import inner, say, sentence, tr
from gui.plotting.doubt_job import LOOKS, QUESTIONS, DoubtJob, DoubtResult, DoubtSettings
from gui.plotting.moving import axis_groups
from gui.shown_units import METRICS
from gui.theme import Theme
from gui.views.base import View, next_gesture
from gui.views.doubt_canvas import DoubtCanvas
from gui.views.doubt_panel import DoubtPanel
from gui.views.doubt_tools import SamplesProgress, is_figure
from gui.views.tools import ExportMenu, Ground, metric_groups
from gui.widgets.axis_drag import AxisDrop
from gui.widgets.combo import Combo
from gui.widgets.menu_button import MenuButton
from gui.writing import Writer

#: Where doubt comes from, in words.
SPREAD_WORDS: Final = (
    ("grade", "What is stated, else by source and grade"),
    ("soft", "What is stated, else the range seen in sources"),
    ("stated", "What is stated alone"),
)
_SHORT: Final = {"grade": "by source", "soft": "seen range", "stated": "stated"}
_FILES: Final = "CSV (*.csv);;Parquet (*.parquet);;NumPy (*.npz)"


def _axis(key: str) -> bool:
    spec = known(key)
    return spec is not None and spec.numeric


def _unknown(_value: str) -> bool:
    return False


#: What each setting may be.
_FITTING: Final[dict[str, Callable[[str], bool]]] = {
    "metric": is_figure,
    "input": lambda key: key == "" or known(key) is not None,
    "look": lambda look: look in dict(LOOKS),
    "question": lambda question: question in dict(QUESTIONS),
    "x": _axis,
    "y": _axis,
}


class DoubtView(View):
    """What a figure may be, and how likely."""

    key: ClassVar[str] = "montecarlo"
    title: ClassVar[str] = "Monte Carlo"

    _progressed = Signal(int, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = DoubtSettings()
        self._scenario: Scenario = DEFAULT
        self._stop = threading.Event()
        self._gesture = self._asked = self._answered = 0
        self.canvas, self.panel = DoubtCanvas(theme.current(), self), DoubtPanel(self)
        self.canvas.input_chosen.connect(self.set_input)
        self.canvas.explain_requested.connect(self.explain_requested)
        self.canvas.point_wanted.connect(self._to_point)
        self.panel.explain_requested.connect(self.explain_requested)
        self.panel.case_wanted.connect(self.make_case)
        self.panel.correlated.connect(self.correlate)
        self._progressed.connect(self._show_progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.panel)
        column.addLayout(row, 1)
        self._show_tools()
        self.setFocusProxy(self.canvas)

    def _tools(self) -> QWidget:
        made = Ground(self)
        made.setFixedHeight(fonts.px(40))
        row = QHBoxLayout(made)
        row.setContentsMargins(fonts.px(16), fonts.px(6), fonts.px(16), fonts.px(6))
        row.setSpacing(fonts.px(8))
        self.look, self.figure = Combo("", parent=made), Combo("", parent=made)
        self.question = Combo("", parent=made)
        self.x_axis, self.y_axis = Combo("X", parent=made), Combo("Y", parent=made)
        self.look.set_entries(list(LOOKS))
        self.look.setAccessibleName(tr("What is shown"))
        self.look.chosen.connect(
            lambda v: self._take({"look": v}, say("Show {label}", label=inner(dict(LOOKS)[v])))
        )
        self.figure.set_groups(metric_groups())
        self.figure.setAccessibleName(tr("Figure"))
        self.figure.chosen.connect(
            lambda v: self._take({"metric": v}, say("Doubt {label}", label=METRICS[v].label))
        )
        self.question.set_entries(list(QUESTIONS))
        self.question.setAccessibleName(tr("Probability of"))
        self.question.chosen.connect(lambda v: self._take({"question": v}, "Ask for another probability"))
        for combo, axis in ((self.x_axis, "x"), (self.y_axis, "y")):
            combo.set_groups(axis_groups())
            combo.set_source(lambda: axis_groups(self._scenario, self._now.metric))
            AxisDrop(combo, axis, self.accept_axis)
            combo.setAccessibleName(say("Input along {axis}", axis=axis))
            combo.chosen.connect(lambda key, axis=axis: self.accept_axis(key, axis))
        for combo, wide in (
            (self.look, 150),
            (self.figure, 200),
            (self.question, 160),
            (self.x_axis, 200),
            (self.y_axis, 200),
        ):
            combo.setMaximumWidth(fonts.px(wide))
            row.addWidget(combo, wide)
        row.addStretch(1)
        self.progress = SamplesProgress(made)
        self.progress.clicked.connect(self.stop)
        self.sources = MenuButton("Doubt", self._fill_sources, widest="by source", parent=made)
        self.seed = MenuButton("Seed", self._fill_seed, widest="1234", parent=made)
        for widget in (self.progress, self.sources, self.seed):
            row.addWidget(widget)
        self._export, self.writer = ExportMenu(self), Writer(self)
        self.writer.status.connect(self.status)
        self.writer.trouble.connect(self.trouble)
        row.addWidget(MenuButton("", self._fill_more, drawing="more", parent=made))
        return made

    # the contract of a view ---------------------------------------------------------------------

    def job(self) -> DoubtJob:
        """Return what to compute for the present settings."""
        self._stop = threading.Event()
        scale = None
        if self.canvas.result is not None and self.canvas.result.spread is not None:
            spread = self.canvas.result.spread
            scale = spread.scale if spread.metric == self._now.metric else None
        self._asked += 1
        tell = functools.partial(self._progressed.emit, self._asked)
        return DoubtJob(dataclasses.replace(self._now, scale=scale), tell, self._stop)

    def show_result(self, result: DoubtResult) -> None:
        """Show a frame, unless it belongs to settings no longer wanted."""
        wanted, had = self._now, result.settings
        if (had.metric, had.look, had.question, had.x, had.y) != (
            wanted.metric, wanted.look, wanted.question, wanted.x, wanted.y
        ):  # fmt: skip
            return
        if result.spread is not None and any(key == wanted.input for key, _ in result.spread.ranks):
            spread = dataclasses.replace(result.spread, input=wanted.input)
            result = dataclasses.replace(result, spread=spread)
        if not result.live:
            self._answered = self._asked
            self.progress.show_share(1.0)
        self.canvas.show_result(result)
        self.panel.show_result(result)
        self._describe(result)
        if result.headlines is not None:
            self.doubted.emit(result.headlines)

    def _describe(self, r: DoubtResult) -> None:
        self.canvas.setAccessibleName(
            say("{label} with what is in doubt", label=METRICS[r.settings.metric].label)
        )
        if r.trouble:
            self.canvas.setAccessibleDescription(sentence(r.trouble))
        elif r.spread is not None:
            lines = [" ".join(line) for line in self.panel.figures.lines]
            self.canvas.setAccessibleDescription(
                say("{count} samples. ", count=r.spread.samples.count) + "; ".join(lines)
            )

    def show_scenario(self, scenario: Scenario, baseline: Scenario) -> None:
        """Learn of the inputs; samples follow with the result."""
        del baseline
        self._scenario = scenario
        self.panel.show_scenario(scenario)
        self._show_tools()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.canvas.take_theme(theme)
        self.panel.update()

    def set_dragging(self, on: bool) -> None:
        """Draw a thousand samples while a gesture lasts, all of them once it is over."""
        self._now = dataclasses.replace(self._now, live=on)

    def settings(self) -> dict[str, Any]:
        """Return figure, input, look, question and axes."""
        names = ("metric", "input", "look", "question", "x", "y")
        return {name: getattr(self._now, name) for name in names}

    def restore(self, settings: Mapping[str, Any]) -> None:
        """Take back what `settings` gave; what does not fit stays as it is."""
        good: dict[str, Any] = {
            name: value
            for name, value in settings.items()
            if isinstance(value, str) and _FITTING.get(name, _unknown)(value)
        }
        if good.get("x", self._now.x) == good.get("y", self._now.y):
            good.pop("x", None)
            good.pop("y", None)
        self._now = dataclasses.replace(self._now, **good)
        self._show_tools()

    def accept_axis(self, key: str, axis: str) -> bool:
        """Take input `key` as axis of the probability map; they swap if the other one has it."""
        spec = known(key)
        if spec is None or not spec.numeric or self._now.look != "chances":
            return False
        other = "y" if axis == "x" else "x"
        changes = {axis: key}
        if getattr(self._now, other) == key:
            changes[other] = getattr(self._now, axis)
        self._take(changes, say("Put {label} along {axis}", label=spec.label, axis=axis))
        return True

    def summary(self) -> str:
        """Return how many samples the last frame is made of."""
        r = self.canvas.result
        if r is not None and r.spread is not None:
            return say("{count:,} samples", count=r.spread.samples.count)
        if r is not None and r.chances is not None:
            return say("{size} × {count} samples", size=r.chances.earns.size, count=r.chances.count)
        return "no samples"

    # what the user changes ----------------------------------------------------------------------

    def set_input(self, key: str) -> None:
        """Set input `key` against the figure; no sample has to be drawn for it."""
        self._now = dataclasses.replace(self._now, input=key)
        if self.canvas.result is not None:
            self.show_result(self.canvas.result)
        self.settings_changed.emit(say("Set {label} against the figure", label=spec_of(key).label))

    def _take(self, changes: Mapping[str, str], words: str) -> None:
        before = self._now
        self.restore(changes)
        if self._now != before:
            self.settings_changed.emit(words)
            self.job_changed.emit()

    def stop(self) -> None:
        """Stop drawing: the first thousand samples are the answer."""
        self._stop.set()

    def _show_progress(self, job: int, share: float) -> None:
        if job == self._asked != self._answered and not self._stop.is_set():
            self.progress.show_share(share)

    def set_doubt(self, doubt: Doubt, words: str) -> None:
        """Let the scenario say `doubt`."""
        if doubt != self._scenario.doubt:
            self.scenario_taken.emit(dataclasses.replace(self._scenario, doubt=doubt), words)

    def correlate(self, first: str, second: str, rank: float) -> None:
        """Let two inputs go together; a rank of 0 parts them."""
        words = f"Correlate {spec_of(first).label} and {spec_of(second).label}"
        self.set_doubt(self._scenario.doubt.correlated(first, second, rank), words)

    def make_case(self, share: float) -> None:
        """Open the likeliest scenario in which the figure has its percentile `share`."""
        r = self.canvas.result
        if r is None or r.spread is None:
            return
        try:
            case = percentile_case(r.spread.samples, r.settings.metric, share)
        except IsocostError as error:
            self.trouble.emit(str(error), "")
            return
        self.scenario_offered.emit(case.scenario)

    def _to_point(self, across: float, up: float, finished: bool) -> None:
        axes = self.canvas.result.axes if self.canvas.result is not None else None
        if axes is not None:
            self._gesture = self._gesture or next_gesture()
            for axis, at in zip(axes, (across, up), strict=True):
                value = axis.value(at)
                if value != self._scenario.get(axis.key):
                    self.edited.emit(axis.key, value, self._gesture)
        if finished:
            self._gesture = 0
            self.gesture_finished.emit()

    # menus --------------------------------------------------------------------------------------

    def _fill_sources(self, menu: QMenu) -> None:
        doubt = self._scenario.doubt
        for spread, words in SPREAD_WORDS:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(doubt.spread == spread)
            action.triggered.connect(
                lambda _=False, s=spread: self.set_doubt(
                    dataclasses.replace(self._scenario.doubt, spread=s), "Choose where doubt comes from"
                )
            )
        menu.addSeparator()
        action = menu.addAction("The model's own error, as measurements tell it")
        action.setCheckable(True)
        action.setChecked(doubt.model)
        action.triggered.connect(
            lambda on: self.set_doubt(
                dataclasses.replace(self._scenario.doubt, model=on), "Count the model's own error"
            )
        )

    def _fill_seed(self, menu: QMenu) -> None:
        seed = self._scenario.doubt.seed
        for number, words in ((seed + 1, "Other samples"), (1, "The first samples again")):
            action = menu.addAction(say("{words}: seed {number}", words=words, number=number))
            action.setEnabled(number != seed)
            action.triggered.connect(
                lambda _=False, n=number: self.set_doubt(
                    dataclasses.replace(self._scenario.doubt, seed=n), say("Draw samples of seed {n}", n=n)
                )
            )

    def _fill_more(self, menu: QMenu) -> None:
        self._export.fill(menu)
        menu.addSeparator()
        action = menu.addAction("Export samples…")
        action.setEnabled(self.canvas.result is not None and self.canvas.result.spread is not None)
        action.triggered.connect(lambda _=False: self._export_samples())

    def _export_samples(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Export samples"), "samples.csv", _FILES)
        if path:
            self.save_samples(path)

    def save_samples(self, path: str) -> bool:
        """Begin to write the samples on screen to `path`; return whether that was begun."""
        r = self.canvas.result
        if r is None or r.spread is None:
            return False
        samples = r.spread.samples
        try:
            table.checked(path)
        except IsocostError as error:
            self.trouble.emit(str(error), "")
            return False
        name = Path(path).name
        told = say("{count:,} samples written to {name}", count=samples.count, name=name)
        return self.writer.save(
            Path(path), lambda tell: table.pieces(samples, Path(path).suffix.lower(), tell), told
        )

    def _show_tools(self) -> None:
        now, doubt = self._now, self._scenario.doubt
        self.look.show_id(now.look)
        self.figure.show_id(now.metric)
        self.question.show_id(now.question)
        for combo, key in ((self.x_axis, now.x), (self.y_axis, now.y)):
            combo.name(key, spec_of(key).label)
            combo.show_id(key)
        mapped = now.look == "chances"
        self.panel.setVisible(not mapped)
        self.figure.setVisible(not mapped)
        for combo in (self.question, self.x_axis, self.y_axis):
            combo.setVisible(mapped)
        for button, ident, words in (
            (self.sources, doubt.spread, _SHORT[doubt.spread]),
            (self.seed, say("seed {seed}", seed=doubt.seed), str(doubt.seed)),
        ):
            button.name(ident, words)
            button.show_id(ident)
