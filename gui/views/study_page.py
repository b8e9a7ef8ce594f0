"""An opened study in the table view: rows of its tables, sorted and filtered from disk, and a chart."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from engine.errors import IsocostError
from engine.study.dataset import Result
from gui import fonts, theme
from gui.language import mark, say, sentence, tr
from gui.plotting.study_job import StudyJob, StudyResult, StudySettings, charted, first_settings
from gui.theme import Theme
from gui.views.study_canvas import StudyCanvas
from gui.views.study_model import StudyModel
from gui.views.table_rows import Head
from gui.views.tools import Ground
from gui.widgets.combo import Combo

NAMES: Final = {
    "points": mark("Points"),
    "samples": mark("Samples"),
    "percentiles": mark("Percentiles"),
    "deployments": mark("Deployments"),
    "simulations": mark("Simulations"),
}
#: Rows looked at for the width of a column.
_SAMPLE: Final = 60


class StudyPage(QWidget):
    """What the table view shows while a study is open.

    Signals
    -------
    changed()
        Another job is wanted.
    offered(Scenario)
        Open this scenario, made of a row.
    closed()
    trouble(text)
    """

    changed = Signal()
    offered = Signal(object)
    closed = Signal()
    trouble = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.result: Result | None = None
        self._now = StudySettings("")
        self._kept: dict[StudySettings, StudyResult] = {}
        self.canvas = StudyCanvas(theme.current(), self)
        self.model = StudyModel(self)
        self.rows = QTableView(self)
        self._build_rows()
        self.told = QLabel(self)
        self.told.setObjectName("study-told")
        self.told.setFont(fonts.px_font(11))
        self.told.setContentsMargins(fonts.px(16), fonts.px(4), fonts.px(16), fonts.px(6))
        both = QSplitter(Qt.Orientation.Vertical, self)
        both.setChildrenCollapsible(False)
        both.addWidget(self.canvas)
        both.addWidget(self.rows)
        both.setSizes([300, 400])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        column.addWidget(both, 1)
        column.addWidget(self.told)
        self.setFocusProxy(self.rows)
        self.hide()

    def _build_rows(self) -> None:
        rows = self.rows
        rows.setObjectName("study-rows")
        rows.setAccessibleName(tr("Rows of the study"))
        rows.setModel(self.model)
        rows.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        rows.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows.setShowGrid(False)
        rows.setAlternatingRowColors(True)
        rows.setWordWrap(False)
        rows.setTabKeyNavigation(False)
        rows.setFont(fonts.px_font(12))
        rows.verticalHeader().hide()
        rows.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.verticalHeader().setDefaultSectionSize(fonts.px(24))
        rows.setStyleSheet("QTableView::item { padding: 0px 4px; border: none; }")
        self.head = Head(self)
        rows.setHorizontalHeader(self.head)
        # One of its own: with that of the rows it asks of each row whether it may be selected, at each paint.
        self.head.setSelectionModel(QItemSelectionModel(self.model, self.head))
        self.head.setFixedHeight(fonts.px(42))
        self.head.setSectionsClickable(True)
        self.head.sectionClicked.connect(self._sort_section)
        rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows.customContextMenuRequested.connect(self._open_row_menu)
        rows.doubleClicked.connect(lambda index: self.make_scenario(index.row()))

    def _tools(self) -> QWidget:
        made = Ground(self)
        made.setFixedHeight(fonts.px(40))
        row = QHBoxLayout(made)
        row.setContentsMargins(fonts.px(16), fonts.px(6), fonts.px(16), fonts.px(6))
        row.setSpacing(fonts.px(8))
        self.table, self.figure = Combo("", parent=made), Combo("Chart", parent=made)
        self.along = Combo("Along", parent=made)
        self.table.setAccessibleName(tr("Table of the study"))
        self.figure.setAccessibleName(tr("Figure of the chart"))
        self.along.setAccessibleName(tr("Axis of the chart"))
        self.table.chosen.connect(self.choose_table)
        self.figure.chosen.connect(lambda key: self.change(y=key))
        self.along.chosen.connect(lambda key: self.change(x=key))
        self.wanted = QLineEdit(made)
        self.wanted.setObjectName("study-wanted")
        self.wanted.setAccessibleName(tr("Condition on the rows shown"))
        self.wanted.setPlaceholderText(tr("Rows, as: margin > 20% and feasible"))
        self.wanted.setFixedHeight(fonts.px(28))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.editingFinished.connect(lambda: self.change(wanted=self.wanted.text().strip()))
        self.close_button = QPushButton(tr("Close study"), made)
        self.close_button.clicked.connect(self.shut)
        for combo, wide in ((self.table, 140), (self.figure, 220), (self.along, 200)):
            combo.setMaximumWidth(fonts.px(wide))
            row.addWidget(combo, wide)
        row.addWidget(self.wanted, 300)
        row.addWidget(self.close_button)
        return made

    # what is shown ------------------------------------------------------------------------------

    def open(self, result: Result) -> None:
        """Show the result of a study."""
        self.result = result
        self._kept.clear()
        self.table.set_entries([(name, tr(NAMES[name])) for name in result.tables])
        self.choose_table("percentiles" if "percentiles" in result.tables else result.tables[0])

    def shut(self) -> None:
        """Go back to the sweep."""
        self.result = None
        self._kept.clear()
        self.closed.emit()

    def choose_table(self, table: str) -> None:
        """Show another table of the study."""
        assert self.result is not None
        fields = {field.name: field for field in self.result.fields(table)}
        self._now = first_settings(self.result, table)
        self.figure.set_entries([(name, fields[name].label) for name in charted(tuple(fields.values()))])
        self.along.set_entries([(name, fields[name].label) for name in self.result.axes(table)])
        self.along.setVisible(bool(self._now.x))
        self.figure.setVisible(bool(self._now.x))
        self.canvas.setVisible(bool(self._now.x))
        self.wanted.setText("")
        self._show_tools()
        self.changed.emit()

    def change(self, **changes: object) -> None:
        """Take other settings."""
        now = replace(self._now, **changes)  # type: ignore[arg-type]
        if now != self._now:
            self._now = now
            self._show_tools()
            self.changed.emit()

    def _show_tools(self) -> None:
        self.table.show_id(self._now.table)
        for combo, key in ((self.along, self._now.x), (self.figure, self._now.y)):
            if key:
                combo.show_id(key)

    def job(self) -> StudyJob:
        """Return what to read for the present settings."""
        assert self.result is not None
        return StudyJob(self.result, self._now, self._kept)

    def show_result(self, result: StudyResult) -> None:
        """Show rows and chart, unless they belong to settings no longer wanted."""
        if result.settings != self._now or self.result is None:
            return
        self.wanted.setStyleSheet(f"color: {theme.current().bad.name()}" if result.trouble else "")
        if result.trouble:
            self.told.setText(sentence(result.trouble))
            return
        if self.model.result is not result:
            before = self.model.fields
            self.model.show_result(result)
            self.canvas.show_chart(result.chart)
            if self.model.fields != before:
                self._fit_columns()
        names = [field.name for field in self.model.fields]
        at = names.index(self._now.order) if self._now.order in names else -1
        self.head.show_order(at, self._now.descending)
        self._tell(result)

    def _tell(self, result: StudyResult) -> None:
        assert self.result is not None
        assert result.rows is not None
        rows, shown = result.rows, self.model.rowCount()
        told = [self.result.name]
        told.append(
            say("{matching:,} of {total:,} rows", matching=rows.matching, total=rows.total)
            if self._now.wanted
            else say("{total:,} rows", total=rows.total)
        )
        if shown < rows.matching:
            told.append(say("the first {shown:,} in this order are shown", shown=shown))
        if not self.result.manifest.content["complete"]:
            told.append(tr("the study is not complete"))
        told.append(tr("double-click a row to make a scenario of it"))
        self.told.setText("   \u00b7   ".join(told))

    def _fit_columns(self) -> None:
        for i, field in enumerate(self.model.fields):
            wide = max(fonts.width(word, 11, fonts.SEMIBOLD) for word in (field.label, field.unit))
            count = min(_SAMPLE, self.model.rowCount())
            cells = (str(self.model.data(self.model.index(place, i))) for place in range(count))
            least = max((fonts.width(said, 12) for said in cells), default=0)
            self.rows.setColumnWidth(i, max(wide, least, fonts.px(40)) + fonts.px(24))

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.canvas.take_theme(theme)
        self.rows.viewport().update()

    # rows ---------------------------------------------------------------------------------------

    def _sort_section(self, section: int) -> None:
        name = self.model.fields[section].name
        if name != self._now.order:
            self.change(order=name, descending=False)
        elif not self._now.descending:
            self.change(descending=True)
        else:
            self.change(order="", descending=False)

    def make_scenario(self, place: int) -> None:
        """Offer a scenario of the row shown at `place`."""
        if self.result is None or not 0 <= place < self.model.rowCount():
            return
        try:
            self.offered.emit(self.result.scenario(self.model.row(place)))
        except IsocostError as error:
            self.trouble.emit(str(error))

    def _open_row_menu(self, at: QPoint) -> None:
        index = self.rows.indexAt(at)
        if index.isValid():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(tr("Make scenario from row"), lambda: self.make_scenario(index.row()))
            menu.popup(self.rows.viewport().mapToGlobal(at))
