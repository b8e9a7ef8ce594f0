"""Table: a sweep over one to three inputs as rows, to sort, to filter, to take away, to make scenarios of."""

import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.drivers.grid import Axis
from engine.errors import IsocostError
from engine.scenario import DEFAULT, Scenario, spec_of
from engine.share.tables import BLOCK
from engine.study.dataset import Result
from engine.sweep_plan import MODES, MOST_AXES, axis_text
from gui import fonts
from gui.language import inner, said, say, sentence, tr
from gui.plotting.moving import axis_groups
from gui.plotting.study_job import StudyJob, StudyResult
from gui.plotting.table_job import TableJob, TableResult, TableStore
from gui.shown_units import METRICS
from gui.theme import Theme
from gui.views.base import View
from gui.views.study_page import StudyPage
from gui.views.table_menus import TableMenus
from gui.views.table_model import TableModel
from gui.views.table_rows import Rows
from gui.views.table_settings import FIRST, MOST_COLUMNS, decimal, kept, restored, sweepable
from gui.views.table_text import Cell
from gui.views.table_tools import TableTools
from gui.widgets.axis_drag import AxisDrop
from gui.writing import Writer, encoded

#: What leading inputs move where no column is a figure.
AXIS_METRIC: Final = "cost_per_output_token"
#: Values of an input newly chosen; rows that go to the clipboard at most.
NODES: Final = 7
MOST_COPIED: Final = 100_000


class TableView(View):
    """Rows of a sweep."""

    key: ClassVar[str] = "table"
    title: ClassVar[str] = "Table"

    _progressed = Signal(int, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = FIRST
        self._scenario: Scenario = DEFAULT
        self._store = TableStore()
        self._stop = threading.Event()
        self._asked = 0
        self._busy = False
        self.menus = TableMenus(self)
        self.export = Writer(self)
        self.tools = TableTools(self.menus.fill_columns, self.menus.fill_more, self)
        self.model = TableModel(self)
        self.rows = Rows(self.model, self)
        self.told = QLabel(self)
        self.told.setObjectName("table-told")
        self.told.setFont(fonts.px_font(11))
        self.told.setContentsMargins(fonts.px(16), fonts.px(4), fonts.px(16), fonts.px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, share in ((self.tools, 0), (self.rows, 1), (self.told, 0)):
            column.addWidget(widget, share)
        self.study = StudyPage(self)
        column.addWidget(self.study, 1)
        self._wire()
        self._show_tools()
        self.setFocusProxy(self.rows)

    def _wire(self) -> None:
        tools = self.tools
        tools.mode_chosen.connect(self.set_mode)
        tools.axis_chosen.connect(self.set_axis)
        tools.values_written.connect(self.set_values)
        tools.wanted_written.connect(self.set_wanted)
        tools.progress.clicked.connect(self.stop)
        for editor in tools.axes:
            editor.set_source(lambda: axis_groups(self._scenario, self._lead()))
            AxisDrop(editor.input, str(editor.place), self._dropped)
        AxisDrop(self.rows.viewport(), str(MOST_AXES), self._dropped)
        self.rows.doubleClicked.connect(lambda index: self.make_scenario(index.row()))
        self.rows.row_wanted.connect(self.make_scenario)
        self.rows.copy_wanted.connect(self.copy)
        self.rows.customContextMenuRequested.connect(self.menus.open_row)
        head = self.rows.head
        head.sectionClicked.connect(self._sort_section)
        head.customContextMenuRequested.connect(self.menus.open_head)
        self._progressed.connect(self._show_progress)
        self.export.status.connect(self.status)
        self.export.trouble.connect(self.trouble)
        self.study.changed.connect(self.job_changed)
        self.study.offered.connect(self.scenario_offered)
        self.study.trouble.connect(lambda text: self.trouble.emit(text, ""))
        self.study.closed.connect(lambda: self._show_study(False))

    def open_study(self, result: Result) -> None:
        """Show the rows of a study's result in place of those of the sweep, until it is closed."""
        self.study.open(result)
        self._show_study(True)

    def _show_study(self, on: bool) -> None:
        for widget in (self.tools, self.rows, self.told):
            widget.setVisible(not on)
        self.study.setVisible(on)
        self.setFocusProxy(self.study.rows if on else self.rows)
        self.job_changed.emit()

    # the contract of a view ---------------------------------------------------------------------

    def job(self) -> TableJob | StudyJob:
        """Return what to compute for the present settings, or to read of the study that is open."""
        if self.study.result is not None:
            return self.study.job()
        self._stop = threading.Event()
        self._asked += 1
        asked = self._asked
        self._busy = True
        return TableJob(self._now, self._store, lambda share: self._progressed.emit(asked, share), self._stop)

    def show_result(self, result: TableResult | StudyResult) -> None:
        """Show rows, unless they belong to settings no longer wanted."""
        if isinstance(result, StudyResult):
            self.study.show_result(result)
            return
        wanted, had = self._now, replace(result.settings, moving=self._now.moving)
        if had != wanted:
            return
        if result.whole or self._stop.is_set():
            self._busy = False
            self.tools.progress.show_share(1.0)
        self.tools.show_trouble(result.about_rows, result.trouble)
        self._tell(result)
        if result.trouble:
            return
        chosen = self.rows.chosen()
        structure = self.model.columns
        self.model.show_result(result)
        if self.model.columns != structure:
            self.rows.fit_columns()
        self.rows.choose(chosen)
        self._show_order()

    def show_scenario(self, scenario: Scenario, baseline: Scenario) -> None:
        """Learn of the inputs; rows follow with the result."""
        del baseline
        self._scenario = scenario

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.study.take_theme(theme)
        self.rows.viewport().update()
        self.tools.update()

    def set_dragging(self, on: bool) -> None:
        """Evaluate some rows of a long table while a gesture lasts, all of them once it is over."""
        self._now = replace(self._now, moving=on)

    def settings(self) -> dict[str, Any]:
        """Return inputs with their values, mode, columns, order and condition."""
        return kept(self._now)

    def restore(self, settings: Mapping[str, Any]) -> None:
        """Take back what `settings` gave; what does not fit stays as it is."""
        self._now = restored(self._now, settings)
        self._show_tools()

    def accept_axis(self, key: str, axis: str) -> bool:
        """Take input `key` as first or second input swept."""
        if not sweepable(key) or axis not in {"x", "y"}:
            return False
        self.set_axis("xy".index(axis), key)
        return True

    def summary(self) -> str:
        """Return how many rows the last frame is made of."""
        r, study = self.model.result, self.study.model.result
        if self.study.result is not None:
            rows = None if study is None else study.rows
            return "" if rows is None else say("{count:,} rows", count=rows.total)
        return "" if r is None else say("{count:,} rows", count=r.rows.size)

    @property
    def metrics(self) -> tuple[str, ...]:
        """Return the metrics that have a column."""
        return self._now.metrics

    # what the user changes ----------------------------------------------------------------------

    def set_axis(self, place: int, key: str) -> None:
        """Sweep input `key` at `place`; "" takes the one there away. Two places swap where both hold it."""
        axes = list(self._now.axes)
        if not key:
            if place < len(axes) > 1:
                del axes[place]
                self._change("Sweep one input less", axes=tuple(axes))
            return
        held = next((i for i, (other, _) in enumerate(axes) if other == key), None)
        if place < len(axes) and held is not None:
            axes[place], axes[held] = axes[held], axes[place]
        elif held is None:
            axes[place : place + 1] = [(key, axis_text(Axis.soft(key, NODES)))]
        self._change(say("Sweep {label}", label=spec_of(key).label), axes=tuple(axes))

    def _lead(self) -> str:
        return next((key for key in self._now.metrics if METRICS[key].codes is None), AXIS_METRIC)

    def _dropped(self, key: str, place: str) -> None:
        if sweepable(key):
            self.set_axis(min(int(place), len(self._now.axes), MOST_AXES - 1), key)

    def sweep(self, key: str) -> None:
        """Sweep input `key` alone, over the range seen in sources."""
        axes = ((key, axis_text(Axis.soft(key, 4 * NODES))),)
        self._change(say("Sweep {label}", label=spec_of(key).label), axes=axes)

    def set_values(self, place: int, text: str) -> None:
        """Take the values that `text` tells for the input at `place`."""
        axes = list(self._now.axes)
        axes[place] = (axes[place][0], text)
        self._change(
            say("Sweep other values of {label}", label=spec_of(axes[place][0]).label), axes=tuple(axes)
        )

    def set_mode(self, mode: str) -> None:
        """Put the inputs together in another way."""
        self._change(say("Sweep: {label}", label=inner(MODES[mode])), mode=mode)

    def set_wanted(self, text: str) -> None:
        """Show the rows that meet a condition."""
        self._change("Filter rows" if text else "Show all rows", wanted=text)

    def sort_by(self, column: str, descending: bool) -> None:
        """Sort by a column; "" for the order of the sweep."""
        self._change("Sort rows", order=column, descending=descending)

    def add_metric(self, key: str) -> None:
        """Show another metric; one that is there goes to the end."""
        others = tuple(other for other in self._now.metrics if other != key)
        if len(others) < MOST_COLUMNS:
            self._change(say("Show {label}", label=METRICS[key].label), metrics=(*others, key))

    def remove_metric(self, key: str) -> None:
        """Take a column away; the last one stays."""
        others = tuple(other for other in self._now.metrics if other != key)
        if others:
            self._change(say("Hide {label}", label=METRICS[key].label), metrics=others)

    def stop(self) -> None:
        """Keep what comes quickly of a long table."""
        self._stop.set()

    def _change(self, words: str, **changes: Any) -> None:
        now = replace(self._now, **changes, decimal=decimal())
        if now != self._now:
            self._now = now
            self._show_tools()
            self.settings_changed.emit(words)
            self.job_changed.emit()

    # rows ---------------------------------------------------------------------------------------

    def make_scenario(self, place: int) -> None:
        """Open a scenario with the inputs of the row shown at `place`."""
        r = self.model.result
        if r is None or r.plan is None or not 0 <= place < self.model.rowCount():
            return
        row = self.model.row_at(place)
        child = self._scenario.child(say("{name}, row {row:,}", name=self._scenario.name, row=row + 1))
        self.scenario_offered.emit(child.with_values(r.plan.inputs(row)))

    def go_to(self, place: int) -> None:
        """Set the inputs of the row shown at `place` in the scenario in front."""
        r = self.model.result
        if r is not None and r.plan is not None:
            row = self.model.row_at(place)
            try:
                moved = self._scenario.with_values(r.plan.inputs(row))
            except IsocostError as error:
                self.trouble.emit(str(error), "")
                return
            self.scenario_taken.emit(moved, say("Go to row {row:,}", row=row + 1))

    def table(self) -> tuple[list[str], list[list[Cell]]]:
        """Return heading and rows as shown, numbers in full."""
        return self.model.header(), self.model.table()

    def copy(self) -> None:
        """Put the rows selected, else all, on the clipboard, cells parted by tabs."""
        places = self.rows.chosen_places()
        if max(len(places), 0 if places else self.model.rowCount()) > MOST_COPIED:
            self.status.emit(
                say("More than {most:,} rows do not fit the clipboard; export them as CSV", most=MOST_COPIED)
            )
            return
        rows = self.model.taken(places or None)
        self.export.copy(rows.pieces("\t"), rows.count, rows.count * len(rows.header), BLOCK)

    def save_csv(self, path: Path) -> bool:
        """Begin to write the rows shown to `path` as CSV; return whether it was begun.

        The file holds the rows as they are now, whatever is changed while it is written.
        """
        rows = self.model.taken()
        told = said("{rowcount:,} rows written to {name}", rowcount=rows.count, name=path.name)
        return self.export.save(path, lambda tell: encoded(rows.pieces(","), rows.count, BLOCK, tell), told)

    # showing ------------------------------------------------------------------------------------

    def _show_tools(self) -> None:
        s = self._now
        self.tools.show_state(s)

    def _tell(self, r: TableResult) -> None:
        self.told.setProperty("tone", "bad" if r.trouble else "muted")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        if r.plan is None:
            self.told.setText(sentence(r.trouble))
            return
        told = [
            say("{size:,} of {count:,} rows", size=r.order.size, count=r.plan.count)
            if r.settings.wanted
            else say("{count:,} rows", count=r.plan.count)
        ]
        told.append(say("{feasible:,} hold every limit", feasible=r.feasible))
        if not r.whole:
            told.append(say("{size:,} of them, evenly spread, so far", size=r.rows.size))
        told.append(tr("double-click a row to make a scenario of it"))
        self.told.setText("   \u00b7   ".join(told))

    def _show_progress(self, asked: int, share: float) -> None:
        if asked == self._asked and self._busy and not self._stop.is_set():
            self.tools.progress.show_share(share)

    def _show_order(self) -> None:
        s = self._now
        at = self.model.columns.index(s.order) if s.order in self.model.columns else 0 if s.descending else -1
        self.rows.head.show_order(at, s.descending)

    def _sort_section(self, section: int) -> None:
        column = self.model.columns[section] if section else ""
        same = column == self._now.order
        self.sort_by(column, not self._now.descending if same else False)
