"""A table as it leaves the program: numbers in full, units in the headings, empty where there is none."""

import csv
import io
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

Cell = float | int | str | bool | None

_BARE: Final = frozenset({"", "1"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes
    ----------
    label : str
    values : tuple of float, str, bool or None
        Numbers in `unit`, fractions 0-1 with unit "1"; None or NaN for none.
    unit : str
        Empty for words.
    percent : bool
        Whether a sheet shows the fractions as per cent.
    """

    label: str
    values: tuple[Cell, ...]
    unit: str = ""
    percent: bool = False

    @property
    def title(self) -> str:
        """Return label and unit, as a heading has them."""
        return self.label if self.unit in _BARE else f"{self.label} [{self.unit}]"


@dataclass(frozen=True, slots=True)
class Table:
    """Columns of one length under a title."""

    title: str
    columns: tuple[Column, ...]

    def __post_init__(self) -> None:
        if len({len(column.values) for column in self.columns}) > 1:
            raise ValueError(f"{self.title}: columns of unequal length")

    @property
    def rows(self) -> int:
        """Return how many rows there are."""
        return len(self.columns[0].values) if self.columns else 0


def column(label: str, values: Iterable[Any], unit: str = "", *, percent: bool = False) -> Column:
    """Return a column of plain Python values made from an array or any sequence."""
    plain = (value.item() if hasattr(value, "item") else value for value in values)
    return Column(label, tuple(_cell(value) for value in plain), unit, percent)


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, str | bool | int):
        return value
    number = float(value)
    return number if math.isfinite(number) else None


def csv_text(table: Table) -> str:
    """Return `table` as CSV: a row of headings, then the rows."""
    return _written(table, ",")


def tsv_text(table: Table) -> str:
    """Return `table` as a spreadsheet takes it from the clipboard."""
    return _written(table, "\t")


def _written(table: Table, delimiter: str) -> str:
    text = io.StringIO(newline="")
    rows = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    rows.writerow([one.title for one in table.columns])
    rows.writerows(zip(*([_text(v) for v in one.values] for one in table.columns), strict=True))
    return text.getvalue()


def _text(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, float) else _inert(str(value))


def _inert(text: str) -> str:
    """Return words that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "@"} or (text[:1] == "-" and len(text) > 1) else text
