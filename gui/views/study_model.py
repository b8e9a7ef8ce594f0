"""The model behind the rows of a study: reads an Arrow table as cells are drawn."""

import math
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from engine.scenario import spec_of
from engine.study.fields import Field
from engine.tier_keys import known
from gui import theme
from gui.plotting.study_job import StudyResult
from gui.views.table_model import figure

Index = QModelIndex | QPersistentModelIndex
#: Columns that count, told without decimals.
_WHOLE: Final = frozenset({"case", "point", "sample", "rank", "seed"})
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class StudyModel(QAbstractTableModel):
    """Rows of the last result in the order shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.result: StudyResult | None = None
        self.fields: tuple[Field, ...] = ()

    def show_result(self, result: StudyResult) -> None:
        """Show `result`."""
        self.beginResetModel()
        self.result = result
        # What all rows of a table share needs no column of its own.
        self.fields = tuple(f for f in result.fields if f.name != "scenario" or len(result.fields) < 3)
        self.endResetModel()

    def cell(self, place: int, field: Field) -> Any:
        """Return what the file has there: a number, a word, true or false, None."""
        assert self.result is not None
        assert self.result.rows is not None
        return self.result.rows.table.column(field.name)[place].as_py()

    def row(self, place: int) -> dict[str, Any]:
        """Return the row shown at `place`, every column of it."""
        assert self.result is not None
        assert self.result.rows is not None
        found: dict[str, Any] = self.result.rows.table.slice(place, 1).to_pylist()[0]
        return found

    # the contract of a model --------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows are shown."""
        r = self.result
        return 0 if parent.isValid() or r is None or r.rows is None else int(r.rows.table.num_rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.fields)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, where they stand and in which colour."""
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        field = self.fields[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words(self.cell(index.row(), field), field)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if field.numeric else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.current().muted if field.name in _WHOLE else theme.current().ink
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's name over its unit."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.fields):
            return None
        field = self.fields[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{field.label}\n{field.unit}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if field.numeric else _LEFT
        return field.name if role == Qt.ItemDataRole.ToolTipRole else None


def words(value: Any, field: Field) -> str:
    """Return a cell in words."""
    if value is None:
        return figure(math.nan)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        spec = known(field.name)
        return str(spec_of(field.name).show(value)) if spec is not None and spec.kind == "choice" else value
    if field.name in _WHOLE:
        return f"{int(value):,}"
    said = figure(float(value) * field.factor)
    return said.rstrip("0").rstrip(".") if known(field.name) and "." in said and "e" not in said else said
