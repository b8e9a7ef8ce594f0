"""Columns of a result: what a chunk has computed, as a table that other programs read."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.drivers.grid import Axis
from engine.metrics import METRICS
from engine.scenario import spec_of
from engine.study.cases import Case
from engine.units import UNITS

Floats = NDArray[np.float64]

#: Rows of a group: what a reader has in memory at once.
GROUP: Final = 131_072


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a chunk.

    Attributes
    ----------
    name : str
        The key of an input or a metric where it is one; a statistic stands behind a dot.
    kind : "index", "input", "metric" or "text"
    unit : str
        "1" for plain numbers and fractions 0-1, "" for words.
    values : ndarray, shape (n,)
        Numbers, or places in `words`, -1 for none.
    words : tuple of str or None
    """

    name: str
    kind: str
    unit: str
    values: NDArray[Any]
    words: tuple[str, ...] | None = None


def index(name: str, values: Any) -> Column:
    """Return a column that counts or numbers."""
    return Column(name, "index", "1", np.asarray(values, np.int64))


def words(name: str, values: Sequence[str], kind: str = "text") -> Column:
    """Return a column of words, each kept once."""
    found = tuple(dict.fromkeys(values))
    place = {word: i for i, word in enumerate(found)}
    return Column(name, kind, "", np.array([place[v] for v in values], np.int32), found)


def same(name: str, word: str, count: int, kind: str = "text") -> Column:
    """Return a column of one word."""
    return Column(name, kind, "", np.zeros(count, np.int32), (word,))


def input_column(key: str, values: Floats) -> Column:
    """Return input `key` in its declared unit; a choice, its codes given, by the ids of its options."""
    spec = spec_of(key)
    if spec.kind != "choice":
        return Column(key, "input", spec.unit, values)
    return _coded(key, "input", values, {option.code: option.id for option in spec.options})


def metric_column(key: str, base: Floats, name: str = "") -> Column:
    """Return metric `key` in its declared unit, codes by their ids, feasibility as true or false."""
    metric = METRICS[key]
    if key == "feasible":
        return Column(name or key, "metric", "", base == 1.0)
    if metric.codes is not None:
        return _coded(name or key, "metric", base, {code: ident for code, (ident, _) in metric.codes.items()})
    return Column(name or key, "metric", metric.unit, base / UNITS[metric.unit].factor)


def _coded(name: str, kind: str, values: Floats, names: dict[int, str]) -> Column:
    codes = np.array(sorted(names), np.float64)
    known = np.isin(values, codes)
    at = np.where(known, np.searchsorted(codes, np.where(known, values, codes[0])), -1)
    return Column(name, kind, "", at.astype(np.int32), tuple(names[int(code)] for code in codes))


def leading(case: Case, axes: Sequence[Axis], at: NDArray[np.int64], swept: Floats) -> list[Column]:
    """Return what every table begins with: scenario, variants, number of the point, its swept inputs."""
    made = [same("scenario", case.scenario.name, at.size)]
    for key, _ in case.settings:
        spec, value = spec_of(key), case.value(key)
        if spec.kind == "number":
            made.append(Column(key, "input", spec.unit, np.full(at.size, float(value))))
        else:
            made.append(same(key, str(value), at.size, "input"))
    made.append(index("point", at))
    return made + [input_column(axis.key, swept[:, i]) for i, axis in enumerate(axes)]


def arrow(columns: Sequence[Column]) -> Any:
    """Return the columns as an Arrow table."""
    import pyarrow as pa

    arrays = []
    for column in columns:
        if column.words is not None:
            places = pa.array(np.maximum(column.values, 0), pa.int32(), mask=column.values < 0)
            arrays.append(pa.DictionaryArray.from_arrays(places, pa.array(column.words, pa.string())))
        else:
            # What has no figure is null: not a number would spoil the means of other programs.
            arrays.append(pa.array(column.values, from_pandas=column.values.dtype.kind == "f"))
    return pa.table(arrays, [column.name for column in columns])


def parquet(columns: Sequence[Column], metadata: Mapping[str, Any]) -> bytes:
    """Return the columns as Parquet: words and inputs by dictionary, figures by byte planes, all of it zstd.

    `metadata`, and unit and kind of each column, stand in the file under `isocost`, as JSON.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    figures = [c.name for c in columns if c.kind == "metric" and c.values.dtype.kind == "f"]
    numbers = [c.name for c in columns if c.kind == "index"]
    rest = [c.name for c in columns if c.name not in {*figures, *numbers} and c.values.dtype != bool]
    encodings = dict.fromkeys(figures, "BYTE_STREAM_SPLIT") | dict.fromkeys(numbers, "DELTA_BINARY_PACKED")
    told = {"columns": {c.name: {"unit": c.unit, "kind": c.kind} for c in columns}, **metadata}
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    table, sink = arrow(columns), pa.BufferOutputStream()
    # Without Arrow's own copy of the schema, dictionaries are plain words to readers.
    with pq.ParquetWriter(
        sink, table.schema, compression="zstd", compression_level=1, use_dictionary=rest,
        column_encoding=encodings, store_schema=False,
    ) as writer:  # fmt: skip
        writer.write_table(table, row_group_size=GROUP)
        writer.add_key_value_metadata({"isocost": text})
    made: bytes = sink.getvalue().to_pybytes()
    return made
