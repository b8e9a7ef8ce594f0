"""The menus of the table: its columns, a row, a heading, and what becomes of the rows."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from gui.language import tr
from gui.shown_units import METRICS
from gui.views.tools import ExportMenu, MetricList

if TYPE_CHECKING:
    from gui.views.table import TableView


class TableMenus:
    """Fills and opens menus, and asks the view for what is chosen.

    Parameters
    ----------
    view : TableView
    """

    def __init__(self, view: "TableView") -> None:
        self._view, self._share = view, ExportMenu(view)
        self._metrics: MetricList | None = None

    def fill_columns(self, menu: QMenu) -> None:
        """Add the columns there are, and one more."""
        view = self._view
        menu.addAction("Add a column\u2026").triggered.connect(lambda _=False: self._open_metrics())
        menu.addSeparator()
        for key in view.metrics:
            action = menu.addAction(METRICS[key].label)
            action.setCheckable(True)
            action.setChecked(True)
            action.setEnabled(len(view.metrics) > 1)
            action.triggered.connect(lambda _=False, key=key: view.remove_metric(key))

    def _open_metrics(self) -> None:
        columns = self._view.tools.columns
        if self._metrics is None:
            self._metrics = MetricList(columns)
            self._metrics.chosen.connect(self._view.add_metric)
        self._metrics.open_at(columns.rect(), "")

    def fill_more(self, menu: QMenu) -> None:
        """Add what becomes of the rows."""
        menu.addAction("Copy rows").triggered.connect(lambda _=False: self._view.copy())
        menu.addAction("Export rows as CSV\u2026").triggered.connect(lambda _=False: self._ask_csv())
        menu.addSeparator()
        self._share.fill(menu)

    def _ask_csv(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self._view, tr("Export rows"), "table.csv", "CSV (*.csv)")
        if path:
            found = Path(path)
            self._view.save_csv(found if found.suffix else found.with_suffix(".csv"))

    def of_row(self, place: int) -> QMenu:
        """Return the menu of the row shown at `place`."""
        view = self._view
        menu = QMenu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Make scenario from row", lambda: view.make_scenario(place))
        menu.addAction("Go to this row", lambda: view.go_to(place))
        menu.addSeparator()
        menu.addAction("Copy rows", view.copy)
        return menu

    def open_row(self, at: QPoint) -> None:
        """Open the menu of the row at `at` of the rows' viewport."""
        rows = self._view.rows
        index = rows.indexAt(at)
        if index.isValid():
            self.of_row(index.row()).popup(rows.viewport().mapToGlobal(at))

    def open_head(self, at: QPoint) -> None:
        """Open the menu of the heading at `at` of the head."""
        view, head = self._view, self._view.rows.head
        section = head.logicalIndexAt(at)
        if section < 0:
            return
        column = view.model.columns[section]
        menu = QMenu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sortable = column if section else ""
        menu.addAction("Sort, least first", lambda: view.sort_by(sortable, False))
        menu.addAction("Sort, most first", lambda: view.sort_by(sortable, True))
        if section:
            menu.addAction("Explain", lambda: view.explain_requested.emit(column))
        if column in METRICS:
            menu.addAction("Take the column away", lambda: view.remove_metric(column))
        menu.popup(head.mapToGlobal(at))
