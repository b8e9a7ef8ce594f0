"""The model behind the table: reads arrays as cells are drawn, so that a million rows cost nothing."""

import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from engine.scenario import spec_of
from gui import fonts, shown_units, theme
from gui.language import tr
from gui.plotting.table_job import TableResult
from gui.reading import format_value
from gui.shown_units import METRICS
from gui.views.table_text import Cell, RowText, Wording

Index = QModelIndex | QPersistentModelIndex
_NUMBER: Final = "#"
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def figure(value: float) -> str:
    """Return a number of a column: four digits, thousands parted, a dash for none."""
    if not math.isfinite(value):
        return "\u2014"
    size = abs(value)
    if size >= 9999.5:
        said = f"{value:,.0f}"
    elif size == 0.0:
        said = "0"
    elif size < 1e-4:
        said = f"{value:.3e}"
    else:
        said = f"{value:.{max(0, 3 - math.floor(math.log10(size)))}f}"
    return said.replace("-", "\u2212")


class TableModel(QAbstractTableModel):
    """Rows of the last result in the order shown; the first column is the row's number in the sweep."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.result: TableResult | None = None
        self.columns: tuple[str, ...] = ()

    def show_result(self, result: TableResult) -> None:
        """Show `result`; the view keeps its place where rows and columns are as many as before."""
        keys = () if result.plan is None else tuple(axis.key for axis in result.plan.axes)
        columns = (_NUMBER, *keys, *result.settings.metrics)
        before = self.result
        if before is not None and columns == self.columns and before.order.size == result.order.size:
            self.result = result
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            return
        self.beginResetModel()
        self.result, self.columns = result, columns
        self.endResetModel()

    # what is where ------------------------------------------------------------------------------

    def row_at(self, place: int) -> int:
        """Return the number in the sweep of the row shown at `place`."""
        assert self.result is not None
        return int(self.result.rows[self.result.order[place]])

    def rows_at(self, places: Sequence[int]) -> list[int]:
        """Return the numbers in the sweep of the rows shown at `places`."""
        return [] if self.result is None else self.result.rows[self._at(places)].tolist()

    def places_of(self, rows: Sequence[int]) -> list[int]:
        """Return where rows of these numbers are shown, those that are."""
        if self.result is None or not rows:
            return []
        shown = self.result.rows[self.result.order]
        return np.flatnonzero(np.isin(shown, np.array(rows))).tolist()

    def cell(self, place: int, column: str) -> float:
        """Return the number behind a cell: base units of a metric, declared ones of an input."""
        assert self.result is not None
        at = int(self.result.order[place])
        return float(self.result.rows[at]) if column == _NUMBER else float(self.result.figure(column)[at])

    def plain(self, place: int, column: str) -> Cell:
        """Return a cell as `cells` does."""
        return self.cells(column, [place])[0]

    def cells(self, column: str, places: Sequence[int] | None = None) -> list[Cell]:
        """Return a column for other programs, of the rows at `places` or all in the order shown.

        Display units in full, names of choices and causes, None for what has no value.
        """
        r = self.result
        assert r is not None
        at = self._at(places)
        values = np.asarray(r.rows[at] + 1, np.float64) if column == _NUMBER else r.figure(column)[at]
        return _wording(column).cells(values)

    def taken(self, places: Sequence[int] | None = None) -> RowText:
        """Return the rows at `places`, or all in the order shown, as they are now, to be written anywhere."""
        r = self.result
        if r is None:
            return RowText((), (), np.zeros(0, np.int64))
        count = np.asarray(r.rows + 1, np.float64)
        numbers = tuple((count if c == _NUMBER else r.figure(c), _wording(c)) for c in self.columns)
        return RowText(tuple(self.header()), numbers, self._at(places))

    def _at(self, places: Sequence[int] | None) -> NDArray[np.int64]:
        assert self.result is not None
        order = self.result.order
        return order if places is None else order[np.asarray(places, np.int64)]

    # the contract of a model --------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows are shown."""
        return 0 if parent.isValid() or self.result is None else int(self.result.order.size)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, where they stand and in which colour."""
        if self.result is None or not index.isValid() or index.row() >= self.rowCount():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(index.row(), column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if _named(column) else _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole:
            stopped = self.cell(index.row(), "feasible") != 1.0
            return theme.current().muted if stopped or column == _NUMBER else theme.current().ink
        return None

    def _words(self, place: int, column: str) -> str:
        if column == "binding" and self.cell(place, column) == 0.0:
            return ""
        found = self.plain(place, column)
        if isinstance(found, str):
            return found
        if column == _NUMBER:
            return f"{int(found or 0):,}"
        said = figure(math.nan if found is None else found)
        # Inputs are what was typed: no digits beyond it.
        return (
            said.rstrip("0").rstrip(".")
            if column not in METRICS and "." in said and "e" not in said
            else said
        )

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's name over its unit, and what it means."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(map(tr, title_of(column))) if column != _NUMBER else tr("Row")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if _named(column) else _RIGHT
        if role == Qt.ItemDataRole.FontRole:
            return fonts.px_font(11, fonts.SEMIBOLD)
        if role == Qt.ItemDataRole.ToolTipRole:
            if column == _NUMBER:
                return tr("Number of the row in the sweep; it stays with the row however rows are sorted")
            return METRICS[column].doc if column in METRICS else spec_of(column).doc
        return None

    # for other programs -------------------------------------------------------------------------

    def header(self) -> list[str]:
        """Return the columns' names with their units."""
        made = []
        for column in self.columns:
            if column == _NUMBER:
                made.append("Row")
                continue
            label, unit = title_of(column)
            made.append(f"{label} [{unit}]" if unit else label)
        return made

    def table(self, places: Sequence[int] | None = None) -> list[list[Cell]]:
        """Return the cells of the rows at `places`, of all by default, in the order shown."""
        made = self.taken(places)
        return made.cells(0, made.count)


def title_of(column: str) -> tuple[str, str]:
    """Return the name of a column and its unit, "" for none."""
    of = METRICS[column] if column in METRICS else spec_of(column)
    unit = shown_units.symbol(of)
    return of.label, "" if unit in {"1", "", of.label.lower()} or _named(column) else unit


def _named(column: str) -> bool:
    """Return whether a column holds words."""
    if column == _NUMBER:
        return False
    if column in METRICS:
        return METRICS[column].codes is not None or column == "feasible"
    return spec_of(column).kind == "choice"


def _wording(column: str) -> Wording:
    """Return how figures of a column are told now: display units in full, names of choices and causes."""
    if column == _NUMBER:
        return Wording()
    if column in METRICS:
        metric = METRICS[column]
        if metric.codes is not None:
            return Wording(names={code: label for code, (_, label) in metric.codes.items()})
        if column == "feasible":
            return Wording(names={code: format_value(float(code), metric) for code in (0, 1)})
        return Wording(metric.shown(1.0))
    spec = spec_of(column)
    if spec.kind == "choice":
        return Wording(names={option.code: option.label for option in spec.options})
    return Wording(100.0 if spec.percent else shown_units.of_spec(1.0, spec))
