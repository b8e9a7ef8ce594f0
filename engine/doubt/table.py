"""Samples as a file another program reads: a row a sample, with its inputs, its metrics, and what made it."""

import csv
import io
import json
import math
import platform
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.doubt.samples import Samples
from engine.errors import IsocostError
from engine.files import Project, to_bytes
from engine.files.atomic import reason, write_pieces
from engine.metrics import METRICS
from engine.scenario import spec_of
from engine.share.private import public
from engine.share.tables import BLOCK
from engine.units import UNITS
from engine.version import version

#: Formats by the ending of the file.
FORMATS: Final = (".csv", ".npz", ".parquet")


def columns(samples: Samples) -> dict[str, NDArray[Any]]:
    """Return the columns: seed, set, inputs (the model's error as a factor), metrics in their units."""
    made: dict[str, NDArray[Any]] = {
        "seed": np.full(samples.count, samples.seed),
        "set": samples.sets.astype(np.int64),
    }
    for j, each in enumerate(samples.plan.doubted):
        spec = each.spec
        values: NDArray[Any] = samples.inputs[j]
        if spec.kind == "choice":
            names = {float(option.code): option.id for option in spec.options}
            values = np.array([names[float(code)] for code in values])
        made[each.key] = values
    for key, values in samples.metrics.items():
        metric = METRICS[key]
        if metric.codes is not None:
            names = {float(code): ident for code, (ident, _) in metric.codes.items()}
            made[key] = np.array([names.get(float(code), "") for code in values])
        elif key == "feasible":
            made[key] = values == 1.0
        else:
            made[key] = values / UNITS[metric.unit].factor
    return made


def unit_of(key: str) -> str:
    """Return the unit of a column, "1" for plain numbers and fractions."""
    if key in {"seed", "set"}:
        return "1"
    return METRICS[key].unit if key in METRICS else spec_of(key).unit


def metadata(samples: Samples) -> dict[str, Any]:
    """Return what made the samples: versions, units, seed, and the scenario as its file holds it."""
    import numba
    import scipy

    return {
        "isocost": version(),
        "python": platform.python_version(),
        "numpy": np.__version__,
        "numba": numba.__version__,
        "scipy": scipy.__version__,
        "seed": samples.seed,
        "samples": samples.count,
        "units": {key: unit_of(key) for key in columns(samples)},
        "scenario": json.loads(to_bytes(Project((public(samples.plan.scenario),)))),
    }


def write(samples: Samples, out: str) -> None:
    """Write `samples` in the format of the ending of `out`.

    Raises
    ------
    IsocostError
        For another ending, a library that is not installed, or a file that cannot be written.
    """
    checked(out)
    try:
        write_pieces(Path(out), pieces(samples, Path(out).suffix.lower()))
    except ValueError:
        raise IsocostError(f"{out!r} is no file name") from None
    except OSError as error:
        raise IsocostError(f"{out} was not written: {reason(error)}") from None


def checked(out: str) -> str:
    """Return `out` if its ending names a format, else raise `IsocostError`."""
    if Path(out).suffix.lower() not in FORMATS:
        raise IsocostError(f"--out {out}: the name must end in {', '.join(FORMATS[:-1])} or {FORMATS[-1]}")
    return out


def _nothing(_share: float) -> None:
    """Tell nobody."""


def pieces(samples: Samples, form: str, told: Callable[[float], object] = _nothing) -> Iterator[bytes]:
    """Yield the content of a file of `samples` that ends in `form`, one of `FORMATS`.

    `told` hears the share that is done, now and again; what it raises ends the work.
    """
    told(0.0)
    if form == ".csv":
        yield from _csv(samples, told)
    else:
        yield {".npz": npz_bytes, ".parquet": parquet_bytes}[form](samples)


def _csv(samples: Samples, told: Callable[[float], object]) -> Iterator[bytes]:
    """Yield `samples` as CSV: a heading with units, numbers in full, empty where there is none."""
    made = columns(samples)
    yield _lines([[key if unit_of(key) == "1" else f"{key} [{unit_of(key)}]" for key in made]])
    for begin in range(0, samples.count, BLOCK):
        told(begin / samples.count)
        parts = (_cells(values[begin : begin + BLOCK]) for values in made.values())
        yield _lines(zip(*parts, strict=True))


def _lines(rows: Iterable[Iterable[Any]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def _cells(values: NDArray[Any]) -> list[Any]:
    if values.dtype == bool:
        return ["true" if value else "false" for value in values]
    found: list[Any] = values.tolist()
    if values.dtype.kind == "f":
        return [value if math.isfinite(value) else "" for value in found]
    return found


def npz_bytes(samples: Samples) -> bytes:
    """Return `samples` as a NumPy archive of one array a column, and `metadata` as JSON text."""
    data = io.BytesIO()
    arrays: dict[str, Any] = {**columns(samples), "metadata": np.array(json.dumps(metadata(samples)))}
    np.savez_compressed(data, **arrays)
    return data.getvalue()


def parquet_bytes(samples: Samples) -> bytes:
    """Return `samples` as Parquet, units in each field's metadata, the rest in the schema's."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise IsocostError("Parquet needs pyarrow: pip install 'isocost[parquet]'") from None
    arrays = {key: pa.array(values) for key, values in columns(samples).items()}
    fields = [pa.field(key, values.type, metadata={"unit": unit_of(key)}) for key, values in arrays.items()]
    schema = pa.schema(fields, metadata={"isocost": json.dumps(metadata(samples))})
    data = io.BytesIO()
    pq.write_table(pa.table(list(arrays.values()), schema=schema), data)
    return data.getvalue()
