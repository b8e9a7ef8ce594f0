"""Latency against load: what limits the load of a replica, and how near the scenario is to it."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QMimeData
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QHideEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from engine.parameters import TIERS
from engine.scenario import DEFAULT, Scenario, Value
from gui import fonts, theme
from gui.language import say, sentence, tr
from gui.plotting.latency_answer import Answer, answer_of
from gui.plotting.latency_job import LatencyJob, LatencyResult, LatencySettings
from gui.plotting.latency_table import holding
from gui.plotting.latency_tiers import replica_of, tier_entries, tier_shown
from gui.plotting.scales import Range
from gui.theme import Theme
from gui.views.base import View, next_gesture
from gui.views.latency_canvas import LatencyCanvas
from gui.views.latency_notice import LatencyNotice
from gui.views.latency_obstacle import WIDTH as OBSTACLE_WIDTH
from gui.views.latency_obstacle import LatencyObstacle
from gui.views.latency_overlay import LatencyOverlay
from gui.views.latency_panel import LatencyPanel
from gui.views.tools import ExportMenu, Ground
from gui.widgets.combo import Combo
from gui.widgets.menu_button import MenuButton

_PLOTS = {"auto": "by room", "two": "TTFT and TPOT", "all": "TTFT, TPOT, end to end"}
_WANTED: dict[str, bool | None] = {"auto": None, "two": False, "all": True}


class LatencyView(View):
    """TTFT, TPOT and end-to-end time over the load of a replica."""

    key: ClassVar[str] = "latency"
    title: ClassVar[str] = "Latency"
    tells_obstacle: ClassVar[bool] = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log, self._plots, self._ghost, self._tier = True, "auto", True, 1
        self._ranges: Mapping[str, Range] | None = None
        self._dragging = False
        self._gesture = 0
        self._answer: Answer | None = None
        self._scenario: Scenario = DEFAULT
        self.canvas = LatencyCanvas(theme.current(), self)
        self.canvas.moved.connect(self._moved)
        self.panel = LatencyPanel(theme.current(), self)
        self.panel.explain_requested.connect(self.explain_requested)
        self.obstacle = LatencyObstacle(self)
        self.obstacle.cure_chosen.connect(self._cure)
        self.obstacle.hide()
        self.notice = LatencyNotice(self)
        self.overlay = LatencyOverlay(parent=self)
        self.overlay.changed.connect(self._show_simulated)
        self.overlay.failed.connect(self._tell)
        self.overlay.replay_changed.connect(self._show_replay)
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        column.addWidget(self.notice)
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
        self.plots = Combo("Plots", parent=made)
        self.plots.set_entries(list(_PLOTS.items()))
        self.plots.setAccessibleName(tr("Plots shown"))
        self.plots.chosen.connect(self.set_plots)
        self.scale = Combo("Time", parent=made)
        self.scale.set_entries([("log", "logarithmic"), ("linear", "linear")])
        self.scale.setAccessibleName(tr("Scale of time"))
        self.scale.chosen.connect(lambda key: self.set_log(key == "log"))
        self.tier = Combo("Tier", parent=made)
        self.tier.setAccessibleName(tr("Tier of the service shown"))
        self.tier.chosen.connect(self.set_tier)
        self.tier.hide()
        row.addWidget(self.tier)
        row.addWidget(self.plots)
        row.addWidget(self.scale)
        row.addStretch(1)
        self.trace = MenuButton("Trace", self._fill_trace, widest="conversations.csv", parent=made)
        self.trace.setAccessibleName(tr("Recorded trace to replay"))
        self.trace.setToolTip(tr("Replay recorded arrivals: a CSV of arrival, input and output tokens"))
        row.addWidget(self.trace)
        row.addWidget(MenuButton("", self._fill_more, drawing="more", parent=made))
        return made

    def _fill_more(self, menu: QMenu) -> None:
        ghost = menu.addAction("Baseline")
        ghost.setCheckable(True)
        ghost.setChecked(self._ghost)
        ghost.toggled.connect(self.set_ghost)
        menu.addSeparator()
        ExportMenu(self).fill(menu)

    def _fill_trace(self, menu: QMenu) -> None:
        menu.addAction("Replay a CSV\u2026").triggered.connect(lambda _=False: self._choose_trace())
        replay = self.overlay.replay
        if replay is not None:
            take = menu.addAction("Take its lengths and arrivals into the scenario")
            take.triggered.connect(lambda _=False: self._cure(replay.changes))
            menu.addAction("Remove").triggered.connect(lambda _=False: self.overlay.forget())

    # the contract of a view ---------------------------------------------------------------------

    def job(self) -> LatencyJob:
        """Return what to compute for the present settings."""
        return LatencyJob(LatencySettings(self._log, self._ranges, adapt=not self._dragging, tier=self._tier))

    def show_result(self, result: LatencyResult) -> None:
        """Show a frame, unless it belongs to settings no longer wanted."""
        if result.settings.log != self._log or result.settings.tier != self._tier:
            return
        self._ranges = result.scales
        self.canvas.show_result(result)
        self.overlay.show_result(result)
        self.panel.show_result(result)
        self._show_obstacle(result)

    def show_scenario(self, scenario: Scenario, baseline: Scenario) -> None:
        """Learn of the inputs; the curves follow with the result."""
        del baseline
        self._scenario = scenario
        self._show_tier()
        self.overlay.show_scenario(replica_of(scenario, tier_shown(scenario, self._tier)))

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.canvas.take_theme(theme)
        self.panel.take_theme(theme)

    def at_ratio(self, ratio: float) -> None:
        """Draw hatches for `ratio` device pixels to a logical one."""
        self.canvas.at_ratio(ratio)

    def set_dragging(self, on: bool) -> None:
        """Keep the scales, and draw quickly, while a gesture lasts."""
        self._dragging = self.canvas.quick = on
        self.canvas.update()
        self.overlay.set_resting(not on)

    @property
    def settled(self) -> bool:
        """Whether no more simulated figures are on their way."""
        return self.overlay.settled

    def take_units(self) -> None:
        """Fit the scales anew."""
        self._ranges = None

    def settings(self) -> dict[str, Any]:
        """Return the scale of time, which plots and tier are shown, and whether the baseline is."""
        scale = "log" if self._log else "linear"
        return {"scale": scale, "plots": self._plots, "baseline": self._ghost, "tier": self._tier}

    def restore(self, settings: Mapping[str, Any]) -> None:
        """Take back what `settings` gave; what does not fit stays as it is."""
        scale, plots, ghost = (settings.get(name) for name in ("scale", "plots", "baseline"))
        if scale in {"log", "linear"} and (scale == "log") != self._log:
            self._log, self._ranges = scale == "log", None
        if plots in _PLOTS:
            self._plots = str(plots)
        if isinstance(ghost, bool):
            self._ghost = ghost
        tier = settings.get("tier")
        if isinstance(tier, int) and 1 <= tier <= TIERS and tier != self._tier:
            self._tier, self._ranges = tier, None
        self._show_tools()

    def summary(self) -> str:
        """Return how many points the last frame is made of."""
        result = self.canvas.result
        if result is None:
            return ""
        return say("{value} × {size} loads", value=1 if result.ghost is None else 2, size=result.at.size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what stands in the place of figures in its place."""
        super().resizeEvent(event)
        self._place_obstacle()

    def _show_obstacle(self, result: LatencyResult) -> None:
        self.panel.setVisible(not result.empty or (result.bought and result.obstacle is None))
        self.obstacle.setVisible(result.obstacle is not None)
        if result.obstacle is not None:
            title = "No load can be served" if result.empty else "The load asked for cannot be served"
            self.obstacle.tell(tr(title), sentence(result.obstacle.text), result.ways)
            self._place_obstacle()
            self.obstacle.raise_()

    def _place_obstacle(self) -> None:
        result = self.canvas.result
        if result is None or result.obstacle is None:
            return
        if not result.empty:
            self.obstacle.setGeometry(self.panel.geometry().adjusted(1, 0, 0, 0))
            return
        wide = fonts.px(OBSTACLE_WIDTH)
        high = self.obstacle.heightForWidth(wide)
        self.obstacle.setGeometry(
            (self.width() - wide) // 2, max(fonts.px(48), self.height() // 4), wide, high
        )

    # simulation ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Simulate while the view is seen."""
        super().showEvent(event)
        self.overlay.set_visible(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop simulating."""
        super().hideEvent(event)
        self.overlay.set_visible(False)

    def _show_simulated(self) -> None:
        result, found = self.overlay.result, self.overlay.found
        if result is not None:
            self.canvas.show_result(result if self._dragging else holding(result, found))
        self.canvas.show_simulated(found)
        self.panel.show_simulated(self.overlay.here, self.overlay.status())
        answer = answer_of(result, found) if result is not None else None
        if answer is not None and answer != self._answer:
            self._answer = answer
            self.simulated.emit(answer)

    def _show_replay(self) -> None:
        self.trace.show_id(self.overlay.replay.name if self.overlay.replay is not None else "none")
        self._tell("")

    def _tell(self, said: str) -> None:
        self.notice.tell(said)
        if said:
            self.status.emit(said)

    def _choose_trace(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Replay a trace"), "", tr("Traces (*.csv *.csv.gz);;All files (*)")
        )
        if path:
            self.open_trace(Path(path))

    def open_trace(self, path: Path) -> None:
        """Replay the trace in CSV file `path`; what is wrong with it is told above the plots."""
        self._tell("")
        self.overlay.open(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a CSV file."""
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Replay the file let go over the view."""
        path = _dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_trace(path)

    # what the user changes ----------------------------------------------------------------------

    def set_log(self, on: bool) -> None:
        """Let time run in the logarithm, or evenly."""
        self._take({"scale": "log" if on else "linear"}, "Change scale of time")

    def set_plots(self, which: str) -> None:
        """Show "two" plots, "all", or as many as there is room for ("auto")."""
        self._take({"plots": which}, say("Plot {value}", value=_PLOTS.get(which, which)))

    def set_tier(self, number: str) -> None:
        """Show tier `number` of a routed service."""
        self._take({"tier": int(number)}, say("Show latency of tier {number}", number=number))

    def set_ghost(self, on: bool) -> None:
        """Draw the baseline, or do not."""
        self._take({"baseline": on}, "Show baseline" if on else "Hide baseline")

    def _take(self, settings: Mapping[str, Any], words: str) -> None:
        before = self.settings()
        self.restore(settings)
        if self.settings() != before:
            self.settings_changed.emit(words)
            self.job_changed.emit()

    def _show_tier(self) -> None:
        self.tier.setVisible(self._scenario.routed)
        if self._scenario.routed:
            self.tier.set_entries(tier_entries(self._scenario))
            self.tier.show_id(str(tier_shown(self._scenario, self._tier)))

    def _show_tools(self) -> None:
        self._show_tier()
        self.plots.show_id(self._plots)
        self.scale.show_id("log" if self._log else "linear")
        if not self.trace.current_id():
            self.trace.show_id("none")
        self.canvas.all_measures = _WANTED[self._plots]
        self.canvas.ghost = self._ghost
        self.canvas.update()

    def _cure(self, changes: Mapping[str, Value]) -> None:
        gesture = next_gesture()
        for key, value in changes.items():
            self.edited.emit(key, value, gesture)
        self.gesture_finished.emit()

    def _moved(self, load: float, finished: bool) -> None:
        result = self.canvas.result
        if not self._gesture:
            self._gesture = next_gesture()
        if result is not None and not math.isnan(load):
            for key, value in result.edits(load).items():
                if value != self._scenario.get(key):
                    self.edited.emit(key, value, self._gesture)
        if finished:
            self._gesture = 0
            self.gesture_finished.emit()


def _dropped(data: QMimeData) -> Path | None:
    """Return the one CSV file among what is dragged, or None."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    fit = len(paths) == 1 and paths[0].name.lower().endswith((".csv", ".csv.gz", ".txt"))
    return paths[0] if fit else None
