"""Measured operating points of other people's benchmarks: a CSV row becomes a typed `Point`.

Columns a file lacks are absent from every point; a cell that cannot be read is noted on its point, so
that the row is told with its reason later on and never dropped.
"""

import csv
import gzip
import io
import math
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from engine.errors import IsocostError

_GZIP: Final = b"\x1f\x8b"
#: Most text of one file; the 19,000 points of all public benchmarks read so far are under 10 MB.
_MOST_BYTES: Final = 128 * 2**20
_ABSENT: Final = frozenset({"", "nan", "none", "null", "na", "n/a"})


class PointsError(IsocostError):
    """A file of measured points that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One measured operating point: conditions, then metrics, each as its column says it.

    Times ending in `_ms` are in milliseconds, `_s` in seconds; `isl` and `osl` are tokens. None is what
    the file does not tell. `problems` names cells that could not be read.
    """

    point_id: str
    source: str = ""
    source_repo: str = ""
    path: str = ""
    date: str = ""
    hardware: str = ""
    n_devices: float | None = None
    model: str = ""
    model_canon: str = ""
    active_B: float | None = None  # noqa: N815
    total_B: float | None = None  # noqa: N815
    weight_precision: str = ""
    kv_precision: str = ""
    engine: str = ""
    engine_version: str = ""
    tp: str = ""
    pp: str = ""
    ep: str = ""
    dp: str = ""
    moe_tp: str = ""
    isl: float | None = None
    osl: float | None = None
    concurrency_or_batch: float | None = None
    batch_kind: str = ""
    request_rate: float | None = None
    spec_decode: str = ""
    disagg: float | None = None
    scenario: str = ""
    decode_tok_s_per_user: float | None = None
    e2e_latency_s: float | None = None
    energy_J_per_out_token: float | None = None  # noqa: N815
    energy_J_per_request: float | None = None  # noqa: N815
    itl_ms_mean: float | None = None
    itl_ms_median: float | None = None
    power_gpu_total_W: float | None = None  # noqa: N815
    prefill_tok_s: float | None = None
    request_rate_achieved: float | None = None
    throughput_out_tok_s: float | None = None
    throughput_out_tok_s_per_gpu: float | None = None
    throughput_total_tok_s: float | None = None
    throughput_total_tok_s_per_gpu: float | None = None
    tpot_ms_mean: float | None = None
    tpot_ms_median: float | None = None
    ttft_ms: float | None = None
    ttft_ms_mean: float | None = None
    ttft_ms_median: float | None = None
    split: str = ""
    licence: str = ""
    notes: str = ""
    suspect: str = ""
    problems: tuple[str, ...] = field(default=())


#: Column -> whether it holds numbers.
COLUMNS: Final[Mapping[str, bool]] = {
    one.name: "float" in str(one.type) for one in fields(Point) if one.name != "problems"
}
#: Of these columns a file must have at least one each.
NEEDED: Final = (
    ("hardware",),
    ("model", "model_canon"),
    tuple(
        name
        for name in COLUMNS
        if name.startswith(
            ("tpot_", "ttft_", "itl_", "throughput_", "energy_", "e2e_", "decode_", "prefill_")
        )
    ),
)


def read(path: str | Path) -> list[Point]:
    """Return every row of a CSV file, compressed with gzip or not; raise `PointsError` naming the cure."""
    name = Path(path)
    try:
        text = _content(name).decode("utf-8-sig")
    except (OSError, EOFError, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise PointsError(f"{name}: {reason}; give a CSV file of measured points, plain or .gz") from None
    except UnicodeDecodeError:
        raise PointsError(f"{name} is not UTF-8 text; give a CSV file, plain or .gz") from None
    return parse(text, str(name))


def _content(name: Path) -> bytes:
    """Return the bytes of a file, unpacked; never more than is asked for, however well it is packed."""
    with name.open("rb") as stream:
        packed = stream.read(2) == _GZIP
        stream.seek(0)
        if packed:
            with gzip.open(stream) as inner:
                data = inner.read(_MOST_BYTES + 1)
        else:
            data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise PointsError(f"{name} holds more than {_MOST_BYTES // 2**20} MB of text; give fewer points")
    return data


@cache
def shipped() -> tuple[Point, ...]:
    """Return the points that ship with the application: those whose licence allows it."""
    raw = files("resources").joinpath("measured", "points.csv.gz").read_bytes()
    return tuple(parse(gzip.decompress(raw).decode(), "the points that ship"))


def parse(text: str, name: str = "points") -> list[Point]:
    """Return every row of the CSV `text`; `name` stands for the file in messages."""
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        head = [cell.strip() for cell in next(rows, [])]
        _check_columns(head, name)
        return list(_points(head, rows))
    except csv.Error as error:
        raise PointsError(f"{name}, line {rows.line_num}: {error}; write it as plain CSV") from None


def _check_columns(head: Sequence[str], name: str) -> None:
    if not any(head):
        raise PointsError(f"{name} is empty; its first line must name the columns")
    for group in NEEDED:
        if not set(group) & set(head):
            wanted = group[0] if len(group) == 1 else f"one of {', '.join(group)}"
            raise PointsError(f"{name} has no column {wanted}; a file of measured points needs it")


def _points(head: Sequence[str], rows: Iterator[list[str]]) -> Iterator[Point]:
    for number, cells in enumerate((row for row in rows if any(cell.strip() for cell in row)), start=1):
        row = dict(zip(head, cells, strict=False))
        given: dict[str, Any] = {}
        problems: list[str] = []
        if len(cells) > len(head):
            problems.append(f"{len(cells)} cells under {len(head)} columns")
        for column, numeric in COLUMNS.items():
            cell = row.get(column, "").strip()
            if cell.lower() in _ABSENT:
                continue
            given[column] = _number(cell, column, problems) if numeric else cell
        given.setdefault("point_id", f"row-{number}")
        yield Point(**given, problems=tuple(problems))


def _number(cell: str, column: str, problems: list[str]) -> float | None:
    try:
        value = float(cell)
    except ValueError:
        problems.append(f"{column} {cell!r} is no number")
        return None
    # Requests may come all at once, which tables write as an infinite rate; nothing else is infinite.
    if not math.isfinite(value) and column != "request_rate":
        problems.append(f"{column} {cell!r} is no finite number")
        return None
    if value < 0.0:
        problems.append(f"{column} {cell} is negative")
        return None
    return value
