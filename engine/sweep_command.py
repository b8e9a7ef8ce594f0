"""`isocost sweep`: metrics over one to three inputs, as a file another program reads.

CSV and Parquet hold one row a point, x running fastest; NPZ holds arrays of shape (ny, nx). Values are
in the declared units, fractions 0-1, choices and causes as their ids. NPZ, Parquet and JSON carry the
whole scenario and the versions, so that a figure can be traced to what made it.
"""

import csv
import io
import json
import math
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.command_inputs import number
from engine.drivers import Axis, line, surface
from engine.errors import IsocostError, quoted
from engine.files import Project, to_bytes, write_atomically
from engine.files.atomic import reason
from engine.metrics import METRICS, Metric
from engine.quantities import Range
from engine.scenario import Scenario, spec_of
from engine.share.private import public
from engine.units import UNITS
from engine.version import version

#: Formats by the ending of the file.
FORMATS: Final = (".csv", ".npz", ".parquet", ".json")
MAX_POINTS: Final = 1_000_000
_DEFAULT_COUNT: Final = 33


@dataclass(frozen=True, slots=True)
class Table:
    """A sweep in declared units.

    Attributes
    ----------
    axes : mapping of key to nodes, shape (n,) each; x first
    metrics : mapping of key to values, shape (n,) or (ny, nx)
    feasible : int
        How many points are.
    scenario : Scenario
    flat : bool
        Whether axes and metrics are columns already, one entry a point.
    """

    axes: dict[str, NDArray[Any]]
    metrics: dict[str, NDArray[Any]]
    feasible: int
    scenario: Scenario
    flat: bool = False

    @property
    def points(self) -> int:
        """Return how many points there are."""
        if self.flat:
            return next(iter(self.axes.values())).size
        return math.prod(nodes.size for nodes in self.axes.values())

    def columns(self) -> dict[str, NDArray[Any]]:
        """Return one flat column per axis and metric, x running fastest."""
        if self.flat:
            return self.axes | self.metrics
        grids = np.meshgrid(*self.axes.values())
        flat = {key: grid.ravel() for key, grid in zip(self.axes, grids, strict=True)}
        return flat | {key: values.ravel() for key, values in self.metrics.items()}


def parse_axis(text: str) -> Axis:
    """Return the axis of `KEY`, its whole range, or of `KEY=LOW:HIGH:N`, optionally `:log` or `:linear`.

    A choice takes `KEY` or `KEY=id,id`. A parameter that must be whole takes the whole numbers nearest to
    evenly spaced ones.
    """
    key, equals, rest = text.partition("=")
    spec = spec_of(key.strip())
    if spec.kind == "choice" and equals:
        codes = sorted({float(spec.option(ident.strip()).code) for ident in rest.split(",")})
        return Axis(spec.key, np.array(codes), False)
    axis = _ranged(spec.key, rest) if equals else Axis.soft(spec.key, _DEFAULT_COUNT)
    return Axis(axis.key, np.unique(np.rint(axis.values)), axis.log) if spec.whole else axis


def _ranged(key: str, text: str) -> Axis:
    usage = f"{key}={quoted(text, marks=False)}: write {key}=LOW:HIGH:N or {key}=LOW:HIGH:N:log"
    parts = [part.strip() for part in text.split(":")]
    if len(parts) not in {3, 4} or (len(parts) == 4 and parts[3] not in {"log", "linear"}):
        raise IsocostError(usage)
    low, high = number(key, parts[0]), number(key, parts[1])
    if isinstance(low, Range) or isinstance(high, Range):
        raise IsocostError(usage)
    if not (parts[2].isascii() and parts[2].isdigit()) or not 2 <= int(parts[2][:9]) <= MAX_POINTS:
        raise IsocostError(
            f"{key}: the number of points must be between 2 and {MAX_POINTS:,}, "
            f"not {quoted(parts[2], marks=False)}"
        )
    return Axis.over(key, low, high, int(parts[2]), {3: None, 4: parts[-1] == "log"}[len(parts)])


def sweep(scenario: Scenario, x: Axis, y: Axis | None, metrics: Sequence[str]) -> Table:
    """Evaluate `scenario` over the axes; keep `metrics`, or all if none are named."""
    count = x.values.size * (y.values.size if y is not None else 1)
    if count > MAX_POINTS:
        raise IsocostError(f"the sweep has {count:,} points; the most is {MAX_POINTS:,}")
    chosen = [metric_of(key) for key in dict.fromkeys(metrics)] or list(METRICS.values())
    swept = line(scenario, x) if y is None else surface(scenario, x, y)
    return Table(
        axes={axis.key: nodes_of(axis) for axis in (x, y) if axis is not None},
        metrics={metric.key: values_of(np.asarray(swept.metrics[metric.key]), metric) for metric in chosen},
        feasible=int(np.count_nonzero(swept.metrics["feasible"] == 1.0)),
        scenario=scenario,
    )


def metric_of(key: str) -> Metric:
    """Return metric `key`; raise `IsocostError` with near names."""
    metric = METRICS.get(key)
    if metric is None:
        import difflib

        near = difflib.get_close_matches(key, METRICS, 3)
        hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(METRICS)}"
        raise IsocostError(f"{quoted(key, marks=False)} is not a metric; {hint}")
    return metric


def nodes_of(axis: Axis) -> NDArray[Any]:
    """Return the values of `axis` as a table holds them: choices by the ids of their options."""
    spec = spec_of(axis.key)
    if spec.kind != "choice":
        return axis.values
    names = {float(option.code): option.id for option in spec.options}
    return np.array([names[float(code)] for code in axis.values])


def values_of(base: NDArray[np.float64], metric: Metric) -> NDArray[Any]:
    """Return figures in base units as a table holds them: declared units, ids of codes."""
    if metric.codes is not None:
        names = {code: ident for code, (ident, _) in metric.codes.items()}
        codes = np.where(np.isfinite(base), base, -1).astype(int)
        return np.array([names.get(code, "") for code in codes.ravel()]).reshape(base.shape)
    if metric.key == "feasible":
        return np.asarray(base == 1.0)
    values: NDArray[Any] = base / UNITS[metric.unit].factor
    return values


def unit_of(key: str) -> str:
    """Return the unit of a column of a table, "1" for plain numbers and fractions."""
    return METRICS[key].unit if key in METRICS else spec_of(key).unit


def _title(key: str) -> str:
    unit = unit_of(key)
    return key if unit == "1" else f"{key} [{unit}]"


def metadata(table: Table) -> dict[str, Any]:
    """Return what made a table: versions, units, and the scenario as its file holds it."""
    import numba

    return {
        "isocost": version(),
        "python": platform.python_version(),
        "numpy": np.__version__,
        "numba": numba.__version__,
        "axes": list(table.axes),
        "units": {key: unit_of(key) for key in (*table.axes, *table.metrics)},
        "scenario": json.loads(to_bytes(Project((public(table.scenario),)))),
    }


def write(table: Table, out: str) -> None:
    """Write `table` in the format of the ending of `out`.

    Raises
    ------
    IsocostError
        For another ending, a library that is not installed, or a file that cannot be written.
    """
    path = Path(out)
    form = path.suffix.lower()
    writers = {".csv": csv_bytes, ".npz": npz_bytes, ".parquet": parquet_bytes, ".json": json_bytes}
    if form not in writers:
        raise IsocostError(f"--out {out}: the name must end in {', '.join(FORMATS[:-1])} or {FORMATS[-1]}")
    data = writers[form](table)
    try:
        write_atomically(path, data)
    except ValueError:
        raise IsocostError(f"{out!r} is no file name") from None
    except OSError as error:
        raise IsocostError(f"{out} was not written: {reason(error)}") from None


def csv_bytes(table: Table) -> bytes:
    """Return `table` as CSV: a heading with units, numbers in full, empty where there is none."""
    columns = table.columns()
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow([_title(key) for key in columns])
    rows.writerows(zip(*(_cells(values) for values in columns.values()), strict=True))
    return text.getvalue().encode()


def _cells(values: NDArray[Any]) -> list[Any]:
    if values.dtype == bool:
        return ["true" if value else "false" for value in values]
    if values.dtype.kind == "f":
        return [value if math.isfinite(value) else "" for value in values.tolist()]
    found: list[Any] = values.tolist()
    return found


def npz_bytes(table: Table) -> bytes:
    """Return `table` as a NumPy archive of one array per axis and metric, and `metadata` as JSON text."""
    data = io.BytesIO()
    arrays: dict[str, Any] = {
        **table.axes,
        **table.metrics,
        "metadata": np.array(json.dumps(metadata(table))),
    }
    np.savez_compressed(data, **arrays)
    return data.getvalue()


def json_bytes(table: Table) -> bytes:
    """Return `table` as one JSON object: `metadata`, and the columns by key, null where there is none."""
    columns = {
        key: [None if isinstance(v, float) and not math.isfinite(v) else v for v in values.tolist()]
        for key, values in table.columns().items()
    }
    return (json.dumps({"columns": columns, "metadata": metadata(table)}, allow_nan=False) + "\n").encode()


def parquet_bytes(table: Table) -> bytes:
    """Return `table` as Parquet, units in each field's metadata, the rest in the schema's."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise IsocostError("Parquet needs pyarrow: pip install 'isocost[parquet]'") from None
    columns = {key: pa.array(values) for key, values in table.columns().items()}
    fields = [pa.field(key, values.type, metadata={"unit": unit_of(key)}) for key, values in columns.items()]
    schema = pa.schema(fields, metadata={"isocost": json.dumps(metadata(table))})
    data = io.BytesIO()
    pq.write_table(pa.table(list(columns.values()), schema=schema), data)
    return data.getvalue()
