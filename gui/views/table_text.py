"""Rows of the table as text for other programs, fixed in order, units and language when asked for."""

import csv
import io
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.formatting import NOTHING
from engine.share.tables import BLOCK

Cell = str | float | None
Floats = NDArray[np.float64]
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Wording:
    """How the figures of a column are told: a factor to the unit shown, or the name of each code.

    Attributes
    ----------
    each : float
    names : mapping of int to str, or None
        None for numbers.
    """

    each: float = 1.0
    names: Mapping[int, str] | None = None

    def cells(self, values: Floats) -> list[Cell]:
        """Return a cell for each of `values`, shape (n,); None where there is no value."""
        names = self.names
        if names is not None:
            return [names.get(round(v), NOTHING) if math.isfinite(v) else None for v in values.tolist()]
        return [v if math.isfinite(v) else None for v in (values * self.each).tolist()]


@dataclass(frozen=True, slots=True)
class RowText:
    """Rows to be written; nothing that the window does later changes them.

    Attributes
    ----------
    header : tuple of str
    columns : tuple of (ndarray of shape (rows evaluated,), Wording)
    at : ndarray of shape (n,)
        Places in the arrays of the rows wanted, in their order.
    """

    header: tuple[str, ...]
    columns: tuple[tuple[Floats, Wording], ...]
    at: Rows

    @property
    def count(self) -> int:
        """Return how many rows there are."""
        return int(self.at.size)

    def cells(self, begin: int, end: int) -> list[list[Cell]]:
        """Return the cells of a part of the rows."""
        at = self.at[begin:end]
        columns = (wording.cells(values[at]) for values, wording in self.columns)
        return [list(row) for row in zip(*columns, strict=True)]

    def pieces(self, parted: str) -> Iterator[str]:
        """Yield the heading, then the rows, a block at a time, cells parted by `parted`."""
        yield _lines([list(self.header)], parted)
        for begin in range(0, self.count, BLOCK):
            yield _lines(self.cells(begin, begin + BLOCK), parted)


def _lines(rows: list[list[Cell]], parted: str) -> str:
    made = io.StringIO(newline="")
    out = csv.writer(made, delimiter=parted, lineterminator="\n")
    for row in rows:
        out.writerow(["" if c is None else _number(c) if isinstance(c, float) else c for c in row])
    return made.getvalue()


def _number(value: float) -> str:
    return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
