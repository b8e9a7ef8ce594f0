"""A table as it leaves the program: numbers in full, units in the headings, empty where there is none.

A long column holds the arrays of a result and makes its cells when they are read, a block of rows at a time:
a table is there at once however long it is, and who writes it lets other threads go on between two blocks.
"""

import csv
import io
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, overload

Cell = float | int | str | bool | None

_BARE: Final = frozenset({"", "1"})
#: Rows put into words at a time.
BLOCK: Final = 1000


class Cells(Sequence[Cell]):
    """The cells of a long column, made as they are read.

    Parameters
    ----------
    count : int
    read : callable
        Given begin and end, returns the cells between; what it rests on must never change.
    """

    __slots__ = ("_count", "_read")

    def __init__(self, count: int, read: Callable[[int, int], Sequence[Cell]]) -> None:
        self._count, self._read = count, read

    def __len__(self) -> int:
        """Return how many cells there are."""
        return self._count

    @overload
    def __getitem__(self, at: int) -> Cell: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Cell]: ...
    def __getitem__(self, at: int | slice) -> Cell | Sequence[Cell]:
        """Return a cell, or those of a slice."""
        if isinstance(at, slice):
            begin, end, step = at.indices(self._count)
            return self._read(begin, end)[::step] if step > 0 else tuple(self)[at]
        place = range(self._count)[at]
        return self._read(place, place + 1)[0]

    def __iter__(self) -> Iterator[Cell]:
        """Yield every cell."""
        for begin in range(0, self._count, BLOCK):
            yield from self._read(begin, min(begin + BLOCK, self._count))

    def mapped(self, change: Callable[[Cell], Cell]) -> "Cells":
        """Return what `change` makes of each cell."""
        return Cells(self._count, lambda begin, end: [change(cell) for cell in self._read(begin, end)])


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes
    ----------
    label : str
    values : sequence of float, str, bool or None
        A tuple, or `Cells` where it may be long. Numbers in `unit`, fractions 0-1 with unit "1"; None or NaN
        for none.
    unit : str
        Empty for words.
    percent : bool
        Whether a sheet shows the fractions as per cent.
    """

    label: str
    values: Sequence[Cell]
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

    def blocks(self) -> Iterator[list[tuple[Cell, ...]]]:
        """Yield the rows, `BLOCK` of them at a time."""
        for begin in range(0, self.rows, BLOCK):
            parts = (one.values[begin : begin + BLOCK] for one in self.columns)
            yield list(zip(*parts, strict=True))

    def pieces(self, parted: str) -> Iterator[str]:
        """Yield a line of headings, then the rows, a block at a time, cells parted by `parted`."""
        yield _lines([[one.title for one in self.columns]], parted)
        for block in self.blocks():
            yield _lines([[_text(value) for value in row] for row in block], parted)

    def text(self, parted: str) -> str:
        """Return headings and rows, cells parted by `parted`."""
        return "".join(self.pieces(parted))


def column(label: str, values: Iterable[Any], unit: str = "", *, percent: bool = False) -> Column:
    """Return a column of plain Python values made from an array or any sequence."""
    plain = (value.item() if hasattr(value, "item") else value for value in values)
    return Column(label, tuple(cell(value) for value in plain), unit, percent)


def cell(value: Any) -> Cell:
    """Return a plain value as a table has it: no number that is not finite."""
    if value is None or isinstance(value, str | bool | int):
        return value
    number = float(value)
    return number if math.isfinite(number) else None


def csv_text(table: Table) -> str:
    """Return `table` as CSV: a row of headings, then the rows."""
    return table.text(",")


def tsv_text(table: Table) -> str:
    """Return `table` as a spreadsheet takes it from the clipboard."""
    return table.text("\t")


def _lines(rows: list[list[str]], parted: str) -> str:
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=parted, lineterminator="\n").writerows(rows)
    return made.getvalue()


def _text(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, float) else _inert(str(value))


def _inert(text: str) -> str:
    """Return words that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "@"} or (text[:1] == "-" and len(text) > 1) else text
