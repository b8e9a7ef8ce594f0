"""Reading a result again, batch by batch: rows in any order under any condition, a metric against an axis."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine import catalog
from engine.scenario import Scenario, spec_of
from engine.study import manifest as manifests
from engine.study.cases import points
from engine.study.errors import StudyError
from engine.study.fields import Field, condition, field_of
from engine.study.layout import TABLES
from engine.tier_keys import known

Floats = NDArray[np.float64]

#: Rows that are kept of a table of any length, and those read at a time.
MOST: Final = 10_000
BATCH: Final = 131_072
#: Nodes of an axis that are drawn one by one, and cases that get a line.
NODES: Final = 400
LINES: Final = 8


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table, at most `MOST`, in the order asked for.

    Attributes
    ----------
    table : pyarrow.Table
    matching, total : int
        Rows that meet the condition, and all there are.
    """

    table: Any
    matching: int
    total: int


@dataclass(frozen=True, slots=True)
class Curve:
    """One metric of one case over the nodes of an axis, in the units of the file; NaN where there is none."""

    label: str
    mean: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True)
class Chart:
    """One metric against one axis.

    Attributes
    ----------
    x, y : Field
    nodes : ndarray, shape (n,)
        In the unit of the file; numbers of cases where `x` is "case".
    log : bool
    curves : tuple of Curve
    cases : int
        How many there are: those beyond `LINES` have no line.
    """

    x: Field
    y: Field
    nodes: Floats
    log: bool
    curves: tuple[Curve, ...]
    cases: int


class Result:
    """The result of a study in a folder.

    Parameters
    ----------
    path : Path
        The folder or its manifest.

    Raises
    ------
    StudyError
        There is none, or a library to read it with is missing.
    """

    def __init__(self, path: Path) -> None:
        self.folder = path.parent if path.name == manifests.NAME else path
        found = manifests.read(self.folder)
        if found is None:
            raise StudyError(f"{self.folder} holds no study: it has no {manifests.NAME}")
        try:
            import pyarrow.dataset
        except ImportError:
            raise StudyError("a study's result is Parquet: pip install 'isocost[parquet]'") from None
        del pyarrow
        self.manifest = found
        self.tables = tuple(t for t in TABLES if any((self.folder / t).glob("case=*/*.parquet")))
        if not self.tables:
            raise StudyError(f"{self.folder}: the study has begun, and no chunk of it is done yet")

    @property
    def name(self) -> str:
        """Return what the study is called."""
        return self.manifest.study.name

    def label(self, case: int) -> str:
        """Return a case in words."""
        return str(self.manifest.content["cases"][case]["label"])

    @cached_property
    def _datasets(self) -> dict[str, Any]:
        import pyarrow.dataset as ds

        return {t: ds.dataset(self.folder / t, format="parquet", partitioning="hive") for t in self.tables}

    def fields(self, table: str) -> tuple[Field, ...]:
        """Return the columns of a table, its case first."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        # Of one file: to list a million of them takes seconds.
        with pq.ParquetFile(next((self.folder / table).glob("case=*/*.parquet"))) as file:
            schema, metadata = file.schema_arrow, file.metadata.metadata or {}
        told = json.loads(metadata.get(b"isocost", b"{}")).get("columns", {})
        made = [Field("case", True, "Case", "", 1.0)]
        for field in schema:
            unit = told.get(field.name, {}).get("unit", "")
            numeric = pa.types.is_floating(field.type) or pa.types.is_integer(field.type)
            made.append(field_of(field.name, numeric, "" if unit == "1" else unit))
        return tuple(made)

    def axes(self, table: str) -> tuple[str, ...]:
        """Return what a chart can run along: swept numbers, and the case where there are several."""
        del table
        several = ("case",) if len(self.manifest.layout.counts) > 1 else ()
        keys = (key for key, _ in self.manifest.study.axes)
        return (*(key for key in keys if spec_of(key).kind == "number"), *several)

    # rows ---------------------------------------------------------------------------------------

    def rows(
        self,
        table: str,
        order: str = "",
        descending: bool = False,
        wanted: str = "",
        cancelled: Callable[[], bool] = lambda: False,
        most: int = MOST,
    ) -> Rows | None:
        """Return the first `most` rows of `table` in an order, of those that meet a condition.

        Whatever the size of the table, a few batches are in memory: one pass finds the value that the last
        row shown has, another fetches what comes before it. None where `cancelled` turned true.

        Raises `StudyError` for a condition that cannot be read.
        """
        import pyarrow.compute as pc

        dataset, asked = self._datasets[table], self.condition(table, wanted)
        total = int(dataset.count_rows())
        if not order:
            found, matching = _first(self._batches(dataset, None, asked), most, cancelled)
            return None if cancelled() else Rows(_joined(dataset, found), matching, total)
        column = next(field for field in self.fields(table) if field.name == order)
        matching, edge = 0, None
        if column.numeric:
            matching, edge = _edge(self._batches(dataset, [order], asked), most, descending, cancelled)
            if edge is not None:
                inside = (pc.field(order) >= edge) if descending else (pc.field(order) <= edge)
                asked = inside if asked is None else asked & inside
        found, seen = _best(self._batches(dataset, None, asked), order, most, descending, cancelled)
        if cancelled():
            return None
        return Rows(_joined(dataset, found), max(matching, seen), total)

    @staticmethod
    def _batches(dataset: Any, columns: list[str] | None, asked: Any) -> Iterator[Any]:
        scanner = dataset.scanner(
            columns=columns, filter=asked, batch_size=BATCH, batch_readahead=2, fragment_readahead=1,
            use_threads=False,
        )  # fmt: skip
        yield from scanner.to_batches()

    def condition(self, table: str, text: str) -> Any | None:
        """Return what `text` asks of rows, None for nothing; raise `StudyError` where it cannot be read."""
        return condition(text, self.fields(table))

    # charts and scenarios -----------------------------------------------------------------------

    def chart(
        self, table: str, x: str, y: str, wanted: str = "", cancelled: Callable[[], bool] = lambda: False
    ) -> Chart | None:
        """Return metric `y` against `x`, one of `axes`: mean, least and most at each node, a curve a case."""
        fields = {field.name: field for field in self.fields(table)}
        nodes, log = self._nodes(x)
        cases = len(self.manifest.layout.counts)
        lines = 1 if x == "case" else min(cases, LINES)
        sums = _Sums(lines, nodes.size)
        columns = list(dict.fromkeys(("case", x, y)))
        for batch in self._batches(self._datasets[table], columns, self.condition(table, wanted)):
            if cancelled():
                return None
            at, value, case = (_numbers(batch.column(name)) for name in (x, y, "case"))
            line = np.zeros(at.size, np.int64) if x == "case" else case.astype(np.int64)
            keep = np.isfinite(value) & np.isfinite(at) & (line < lines)
            sums.add(line[keep], _nearest(nodes, at[keep]), value[keep])
        labels = [fields[y].label] if x == "case" else [self.label(case) for case in range(lines)]
        curves = tuple(Curve(label, *figures) for label, figures in zip(labels, sums.curves(), strict=True))
        return Chart(fields[x], fields[y], nodes, log, curves, cases)

    def _nodes(self, x: str) -> tuple[Floats, bool]:
        if x == "case":
            return np.arange(len(self.manifest.layout.counts), dtype=np.float64), False
        plan = points(self.manifest.study, self.manifest.case(self.folder, 0).scenario)
        axis = next(axis for axis in plan.axes if axis.key == x)
        nodes = np.unique(axis.values)
        if nodes.size <= NODES:
            return nodes, axis.log
        space = np.geomspace if axis.log else np.linspace
        return space(nodes[0], nodes[-1], NODES), axis.log

    def scenario(self, row: dict[str, Any]) -> Scenario:
        """Return the scenario that a row is of: its case with the inputs that the row has."""
        case = self.manifest.case(self.folder, int(row["case"]))
        scenario, values = case.scenario, {}
        for name, value in row.items():
            spec = known(name)
            if spec is None or value is None:
                continue
            if spec.kind == "part":
                if scenario.get(name) != value:
                    scenario = catalog.apply(scenario, spec.catalog, str(value))
            else:
                values[name] = value
        scenario = scenario.with_values(values)
        numbers = [f"{name} {row[name]:,}" for name in ("point", "sample", "rank", "seed") if name in row]
        return scenario.child(f"{case.scenario.name}, {', '.join(numbers)}")


class _Sums:
    """Count, sum, least and most of each node of each line."""

    def __init__(self, lines: int, nodes: int) -> None:
        self._shape = (lines, nodes)
        size = lines * nodes
        self._count, self._sum = np.zeros(size), np.zeros(size)
        self._low, self._high = np.full(size, np.inf), np.full(size, -np.inf)

    def add(self, line: NDArray[np.int64], node: NDArray[np.int64], value: Floats) -> None:
        """Count values at their nodes."""
        at = line * self._shape[1] + node
        self._count += np.bincount(at, minlength=self._count.size)
        self._sum += np.bincount(at, value, self._count.size)
        np.minimum.at(self._low, at, value)
        np.maximum.at(self._high, at, value)

    def curves(self) -> list[tuple[Floats, Floats, Floats]]:
        """Return mean, least and most of each line; NaN where nothing was seen."""
        seen = self._count > 0
        figures = (self._sum / np.maximum(self._count, 1.0), self._low, self._high)
        mean, low, high = (np.where(seen, values, np.nan).reshape(self._shape) for values in figures)
        return list(zip(mean, low, high, strict=True))


def _nearest(nodes: Floats, values: Floats) -> NDArray[np.int64]:
    if nodes.size == 1:
        return np.zeros(values.size, np.int64)
    edges = 0.5 * (nodes[1:] + nodes[:-1])
    return np.searchsorted(edges, values).astype(np.int64)


def _numbers(column: Any) -> Floats:
    return np.asarray(column.to_numpy(zero_copy_only=False), np.float64)


def _joined(dataset: Any, batches: list[Any]) -> Any:
    import pyarrow as pa

    return pa.Table.from_batches(batches, dataset.schema) if batches else dataset.schema.empty_table()


def _first(batches: Iterator[Any], most: int, cancelled: Callable[[], bool]) -> tuple[list[Any], int]:
    """Return the first rows, and how many there are."""
    kept: list[Any] = []
    seen = 0
    for batch in batches:
        if cancelled():
            break
        if seen < most:
            kept.append(batch.slice(0, most - seen))
        seen += batch.num_rows
    return kept, seen


def _edge(
    batches: Iterator[Any], most: int, descending: bool, cancelled: Callable[[], bool]
) -> tuple[int, float | None]:
    """Return how many rows there are, and the value of the last of the best `most`; None if all are shown."""
    best, seen, known_ones = np.empty(0), 0, 0
    for batch in batches:
        if cancelled():
            break
        seen += batch.num_rows
        values = _numbers(batch.column(0))
        values = values[np.isfinite(values)]
        known_ones += values.size
        best = np.concatenate([best, -values if descending else values])
        if best.size > most:
            best = np.partition(best, most - 1)[:most]
    if known_ones <= most:
        return seen, None
    edge = float(best.max())
    return seen, -edge if descending else edge


def _best(
    batches: Iterator[Any], order: str, most: int, descending: bool, cancelled: Callable[[], bool]
) -> tuple[list[Any], int]:
    """Return the best rows in order, ties as they come, what has no value last; and how many were seen."""
    import pyarrow as pa

    kept: list[Any] = []
    count = seen = 0
    for batch in batches:
        if cancelled():
            break
        kept.append(batch)
        count += batch.num_rows
        seen += batch.num_rows
        if count > 4 * most + BATCH:
            kept = _sorted(pa.Table.from_batches(kept), order, descending, most)
            count = most
    return (_sorted(pa.Table.from_batches(kept), order, descending, most) if kept else []), seen


def _sorted(table: Any, order: str, descending: bool, most: int) -> list[Any]:
    import pyarrow.compute as pc

    way = "descending" if descending else "ascending"
    # Sorting is stable, and what has no value comes last: so pyarrow does by itself.
    at = pc.sort_indices(table, sort_keys=[(order, way)])[:most]
    found: list[Any] = table.take(at).combine_chunks().to_batches()
    return found
