"""Compare: scenarios side by side, what differs between them, and what each change adds to the difference."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engine import files
from engine.compare import Row, Step
from engine.compare.copying import copied
from engine.errors import IsocostError
from engine.scenario import DEFAULT, Scenario, spec_of
from gui import fonts, theme
from gui.language import said, tr
from gui.plotting import compare_columns as columns
from gui.plotting.compare_columns import Chosen, Open
from gui.plotting.compare_job import (
    BRIDGES,
    ROWS,
    SHOWS,
    CompareJob,
    CompareResult,
    CompareSettings,
    CompareStore,
)
from gui.plotting.moving import axis_groups
from gui.plotting.scales import sweepable
from gui.theme import Theme
from gui.views.base import View, next_gesture
from gui.views.compare_bridge import BridgeCanvas
from gui.views.compare_empty import EmptyPage
from gui.views.compare_maps import MapsCanvas
from gui.views.compare_menus import CompareMenus
from gui.views.compare_table import CompareTable
from gui.views.doubt_tools import is_figure
from gui.views.tools import ExportMenu, Ground, metric_groups
from gui.widgets.axis_drag import AxisDrop
from gui.widgets.combo import Combo
from gui.widgets.menu_button import MenuButton

#: Share of the width that the table takes, by the number of scenarios.
_SHARES: Final = {1: 0.46, 2: 0.46, 3: 0.52, 4: 0.56}
_FILTER: Final = "Isocost scenarios (*.isocost)"


class CompareView(View):
    """Two to six scenarios."""

    key: ClassVar[str] = "compare"
    title: ClassVar[str] = "Compare"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = CompareSettings()
        self._wanted: tuple[str, ...] = ()
        self._base = self._to = ""
        self._open = Open()
        self.menus = CompareMenus(self)
        self._store = CompareStore()
        self.result: CompareResult | None = None
        self.table = CompareTable(theme.current(), self)
        self.bridge = BridgeCanvas(theme.current(), self)
        self.maps = MapsCanvas(theme.current(), self)
        self.empty = EmptyPage(self)
        self.sides = QStackedWidget(self)
        self.pages = QStackedWidget(self)
        self._lay_out()
        self._wire()
        self._show_tools()
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        for canvas in (self.bridge, self.maps):
            self.sides.addWidget(canvas)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.table)
        row.addWidget(self.sides, 1)
        for page in (whole, self.empty):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        column.addWidget(self.pages, 1)

    def _tools(self) -> QWidget:
        made = Ground(self)
        made.setFixedHeight(fonts.px(40))
        row = QHBoxLayout(made)
        row.setContentsMargins(fonts.px(16), fonts.px(6), fonts.px(16), fonts.px(6))
        row.setSpacing(fonts.px(8))
        self.scenarios = MenuButton("Scenarios", self.menus.fill_scenarios, widest="as usual, 6", parent=made)
        self.figure, self.show_what = Combo("", parent=made), Combo("", parent=made)
        self.x_axis, self.y_axis = Combo("X", parent=made), Combo("Y", parent=made)
        self.figure.set_groups(metric_groups())
        self.show_what.set_entries(list(SHOWS.items()))
        for combo, axis in ((self.x_axis, "x"), (self.y_axis, "y")):
            combo.set_groups(axis_groups())
            AxisDrop(combo, axis, self.accept_axis)
            combo.set_source(lambda: axis_groups(self._open.scenario, self._settings.metric))
        named = (
            (self.figure, "Figure of bridge and maps", "metric", 220),
            (self.show_what, "Beside the table", "show", 170),
            (self.x_axis, "Input along x", "x", 180),
            (self.y_axis, "Input along y", "y", 180),
        )
        row.addWidget(self.scenarios)
        for widget, name, field, wide in named:
            widget.setAccessibleName(name)
            widget.chosen.connect(lambda ident, field=field: self.choose(field, ident))
            widget.setMaximumWidth(fonts.px(wide))
            row.addWidget(widget, wide)
        row.addStretch(1)
        row.addWidget(MenuButton("", ExportMenu(self).fill, drawing="more", parent=made))
        return made

    def _wire(self) -> None:
        self.table.value_wanted.connect(self.take_value)
        self.table.metric_chosen.connect(lambda key: self.choose("metric", key))
        self.table.column_asked.connect(self.menus.offer_column)
        self.table.rows_asked.connect(self.menus.offer_rows)
        self.bridge.inside_wanted.connect(self.look_inside)
        self.bridge.back_wanted.connect(lambda: self._look(()))
        self.maps.moved.connect(self._move_to)
        for canvas in (self.table, self.bridge):
            canvas.focus_wanted.connect(self.focus_requested)
        for source in (self.table, self.bridge, self.maps):
            source.explain_requested.connect(self.explain_requested)
        self.empty.duplicate_wanted.connect(self.duplicate)
        self.empty.builtin_wanted.connect(self.add)
        self.empty.file_wanted.connect(self.ask_file)

    # the contract of a view ---------------------------------------------------------------------

    def job(self) -> CompareJob:
        """Return what to compute for the present settings."""
        return CompareJob(self._settings, self.chosen(), self._store)

    def chosen(self) -> Chosen:
        """Return the columns."""
        return columns.chosen(self._open, self._wanted, self._base, self._to)

    @property
    def opened(self) -> Open:
        """Return what is open."""
        return self._open

    @property
    def usual(self) -> bool:
        """Whether all that is open is compared, as long as nothing else was chosen."""
        return not self._wanted

    @property
    def listed(self) -> str:
        """Return which inputs have a row, one of `ROWS`."""
        return self._settings.listed

    def show_result(self, result: CompareResult) -> None:
        """Show a frame, unless it belongs to settings no longer wanted."""
        asked = (result.settings.metric, result.settings.show)
        if asked != (self._settings.metric, self._settings.show):
            return
        self.result = result
        self.pages.setCurrentIndex(1 if result.alone else 0)
        if result.alone:
            return
        self._share_width(len(result.chosen.columns))
        self.table.show_result(result)
        (self.bridge if result.settings.show in BRIDGES else self.maps).show_result(result)
        self.sides.setCurrentIndex(0 if result.settings.show in BRIDGES else 1)

    def show_scenario(self, scenario: Scenario, baseline: Scenario) -> None:
        """Learn of the scenario in front."""
        cases = list(self._open.cases)
        cases[self._open.active] = scenario
        self._open = dataclasses.replace(self._open, cases=tuple(cases), baseline=baseline)
        self._show_count()

    def show_open(self, cases: tuple[Scenario, ...], active: int, opened: Scenario) -> None:
        """Learn of all that is open."""
        self._open = Open(cases, active, opened, self._open.baseline)
        self._show_count()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for canvas in (self.table, self.bridge, self.maps):
            canvas.take_theme(theme)
        self.empty.update()

    def set_dragging(self, on: bool) -> None:
        """Be quick, and keep the colours, while a gesture lasts."""
        self._settings = dataclasses.replace(self._settings, live=on)

    def settings(self) -> dict[str, Any]:
        """Return columns, metric and what is shown beside the table."""
        s = self._settings
        made: dict[str, Any] = {
            "metric": s.metric, "show": s.show, "listed": s.listed, "columns": list(self._wanted),
            "base": self._base, "to": self._to, "axes": [s.x, s.y],
        }  # fmt: skip
        return made if s.show in BRIDGES else made | {"x": s.x, "y": s.y}

    def restore(self, settings: Mapping[str, Any]) -> None:
        """Take back what `settings` gave; what does not fit stays as it is."""
        made: dict[str, Any] = {}
        metric = settings.get("metric")
        if isinstance(metric, str) and is_figure(metric):
            made["metric"] = metric
        for field, options in (("show", SHOWS), ("listed", ROWS)):
            if settings.get(field) in options:
                made[field] = settings[field]
        axes = settings.get("axes")
        pair = (
            axes
            if isinstance(axes, (list, tuple)) and len(axes) == 2
            else (self._settings.x, self._settings.y)
        )
        x, y = settings.get("x", pair[0]), settings.get("y", pair[1])
        if all(isinstance(key, str) and sweepable(DEFAULT, key) for key in (x, y)) and x != y:
            made |= {"x": x, "y": y}
        wanted = settings.get("columns")
        if isinstance(wanted, (list, tuple)) and all(isinstance(token, str) for token in wanted):
            self._wanted = tuple(wanted)
        for field in ("base", "to"):
            if isinstance(settings.get(field), str):
                setattr(self, f"_{field}", settings[field])
        self._settings = dataclasses.replace(self._settings, **made)
        self._show_tools()

    def accept_axis(self, key: str, axis: str) -> bool:
        """Take input `key` along the maps."""
        if self._settings.show in BRIDGES:
            return False
        self.choose(axis, key)
        return True

    def summary(self) -> str:
        """Return how many mixtures or points the last frame is made of."""
        r = self.result
        if r is None or r.alone:
            return tr("nothing to compare")
        if r.solved is not None:
            return said("{count} mixtures", count=f"{r.solved.mixtures.evaluations:,}")
        return said("{count} maps", count=len(r.chosen.columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share_width(len(self.chosen().columns))

    # what the user changes ----------------------------------------------------------------------

    def choose(self, field: str, ident: str) -> None:
        """Take `ident` for a setting; axes swap where the other holds it."""
        s = self._settings
        change: dict[str, Any] = {field: ident}
        if field in {"x", "y"} and ident == (s.y if field == "x" else s.x):
            change = {"x": s.y, "y": s.x}
        words = {"metric": "Compare", "show": "Show", "listed": "List"}.get(field, "Compare along")
        self._take(change, f"{words} {self._named(field, ident)}")

    def _named(self, field: str, ident: str) -> str:
        known = {"show": SHOWS, "listed": ROWS}.get(field, {})
        if field == "metric":
            from gui.shown_units import METRICS

            return METRICS[ident].label
        return known[ident].lower() if ident in known else spec_of(ident).label

    def set_columns(self, tokens: tuple[str, ...]) -> None:
        """Compare the scenarios of `tokens`; none for the usual ones."""
        self._take({"columns": tokens}, "Choose what is compared")

    def add(self, token: str) -> None:
        """Compare the scenario of `token` too."""
        now = [column.token for column in self.chosen().columns]
        if token not in now and len(now) < columns.MOST:
            self.set_columns((*now, token))

    def leave_out(self, token: str) -> None:
        """Compare all but the scenario of `token`."""
        kept = tuple(column.token for column in self.chosen().columns if column.token != token)
        self.set_columns(kept)

    def set_base(self, token: str) -> None:
        """Tell differences against the scenario of `token`."""
        self._take({"base": token}, "Choose the base of comparison")

    def set_target(self, token: str) -> None:
        """Lead the bridge to the scenario of `token`."""
        self._take({"to": token}, "Choose where the bridge goes")

    def look_inside(self, step: Step) -> None:
        """Show what is inside a step of the bridge."""
        self._look(step.keys)

    def _look(self, keys: tuple[str, ...]) -> None:
        self._settings = dataclasses.replace(self._settings, inside=keys)
        self.job_changed.emit()

    def take_value(self, row: Row, column: int) -> None:
        """Take what scenario `column` has in `row` into the scenario in front."""
        if self.result is None:
            return
        other = self.result.chosen.columns[column]
        try:
            changed = copied(self._open.scenario, other.scenario, row)
        except IsocostError as error:
            self.trouble.emit(str(error), "")
            return
        self.scenario_taken.emit(
            changed, said("Take {input} of {scenario}", input=row.label, scenario=other.name)
        )

    def _take(self, change: Mapping[str, Any], words: str) -> None:
        before = self.settings()
        self.restore(change)
        if self.settings() != before:
            self.settings_changed.emit(words)
            self.job_changed.emit()

    def _move_to(self, x: float, y: float) -> None:
        if self.result is None or self.result.maps is None:
            return
        gesture = next_gesture()
        for scale, at in ((self.result.maps.x, x), (self.result.maps.y, y)):
            self.edited.emit(scale.key, scale.value(at), gesture)
        self.gesture_finished.emit()

    def duplicate(self) -> None:
        """Open a copy of the scenario in front beside it."""
        here = self._open.scenario
        self.scenario_offered.emit(dataclasses.replace(here, name=f"{here.name} copy"))

    def ask_file(self) -> None:
        """Ask for a file whose scenarios are to be compared."""
        path, _ = QFileDialog.getOpenFileName(self, tr("Compare with scenarios of a file"), "", _FILTER)
        if path:
            self.open_file(Path(path))

    def open_file(self, path: Path) -> None:
        """Open the scenarios of a file beside those open, and compare them."""
        try:
            found = files.load(path).scenarios
        except IsocostError as error:
            self.trouble.emit(str(error), "")
            return
        for scenario in found:
            self.scenario_offered.emit(scenario)

    # inside -------------------------------------------------------------------------------------

    def _share_width(self, count: int) -> None:
        self.table.setFixedWidth(round(self.width() * _SHARES.get(count, 0.6)))

    def _show_tools(self) -> None:
        s = self._settings
        self.figure.show_id(s.metric)
        self.show_what.show_id(s.show)
        for combo, key in ((self.x_axis, s.x), (self.y_axis, s.y)):
            combo.name(key, spec_of(key).label)
            combo.show_id(key)
            combo.setVisible(s.show not in BRIDGES)
        self._show_count()

    def _show_count(self) -> None:
        count = len(self.chosen().columns)
        self.scenarios.show_id(said("{count} chosen" if self._wanted else "all open, {count}", count=count))
