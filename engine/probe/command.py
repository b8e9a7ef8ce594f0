"""`isocost probe`: measure this machine's accelerator, write it as a part, set it beside the catalogue."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from engine import library
from engine.errors import CatalogError
from engine.formatting import NOTHING
from engine.parts import Part
from engine.probe.backends import Backend, NoAcceleratorError
from engine.probe.result import KIND, Row, base_of, compare, known_part, measure, work_out

DONE: Final = 0
NO: Final = 1
SUFFIXES: Final = library.SUFFIXES
_LEAST_SECONDS, _MOST_SECONDS = 5.0, 3600.0


def probe(
    out: str | None,
    *,
    as_json: bool = False,
    seconds: float = 60.0,
    beside: bool = False,
    part: str | None = None,
    add: bool = False,
    backend: Callable[[], Backend] | None = None,
) -> int:
    """Measure, write and tell; return the exit status.

    Parameters
    ----------
    out : str or None
        File for the part, .toml or .json.
    seconds : float
        About how long to measure.
    beside : bool
        Print the table of measured constants beside the catalogue's.
    part : str or None
        File of an earlier measurement, taken instead of measuring.
    add : bool
        Put the part into the user's library.
    backend : callable, optional
        Makes what measures; PyTorch where not given.
    """
    _check(out, seconds)
    if part is not None:
        made = library.read_file(part)
    else:
        try:
            found = _measured(backend, seconds)
        except NoAcceleratorError as error:
            print(f"isocost: {error}", file=sys.stderr)
            return NO
        made = found
    base = base_of(made)
    told = []
    if out is not None:
        library.write_file(made, out)
        told.append(f"{out}: {made.label}; `isocost probe --part {out} --add` puts it into your library")
    if add:
        kept = library.add(library.renamed(made, library.free_id(KIND, made.id)))
        told.append(f"{library.path_of(KIND, kept.id)}: choose it with accelerator.part={kept.id}")
    rows = compare(made, base)
    if as_json:
        print(json.dumps(_json(made, base, rows), indent=2, ensure_ascii=False))
        return DONE
    if beside or out is None:
        print(_table(made, base, rows))
    for line in told:
        print(line)
    return DONE


def _check(out: str | None, seconds: float) -> None:
    if out is not None and Path(out).suffix not in SUFFIXES:
        raise CatalogError(
            f"--out {out}: a part is a .toml or .json file; give the name one of these endings"
        )
    if not _LEAST_SECONDS <= seconds <= _MOST_SECONDS:
        limits = f"{_LEAST_SECONDS:g} to {_MOST_SECONDS:g}"
        raise CatalogError(f"--seconds {seconds:g}: must be {limits}; 60 is a good choice")


def _measured(backend: Callable[[], Backend] | None, seconds: float) -> Part:
    if backend is None:
        from engine.probe.torch_backend import available

        backend = available
    measurement = measure(backend(), seconds, _progress)
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr)
    return work_out(measurement).part


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def _json(part: Part, base: Part, rows: tuple[Row, ...]) -> dict[str, Any]:
    return {
        "device": part.facts["probed_device"],
        "part": library.to_file(part),
        "beside": base.id,
        "known": known_part(str(part.facts["probed_device"])) is not None,
        "constants": {
            row.key: {
                "value": row.value,
                "unit": row.unit,
                "low": row.low,
                "high": row.high,
                "catalogue": row.ours,
                "grade": row.grade,
            }
            for row in rows
        },
    }


def _table(part: Part, base: Part, rows: tuple[Row, ...]) -> str:
    head = ("constant", "measured", "quartiles", "catalogue", "ratio", "grade")
    cells = [head, *(_cells(row) for row in rows)]
    widths = [max(len(row[index]) for row in cells) for index in range(len(head))]
    lines = [
        "  ".join(
            cell.ljust(width) if index in {0, 5} else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]
    return "\n".join((f"{part.facts['probed_device']} beside {base.label}", *lines))


def _cells(row: Row) -> tuple[str, ...]:
    unit = "" if row.unit == "1" else f" {row.unit}"
    spread = NOTHING if row.low is None or row.high is None else f"{row.low:.4g} to {row.high:.4g}"
    ours = NOTHING if row.ours is None else f"{row.ours:.4g}"
    ratio = NOTHING if row.ratio is None else f"{row.ratio:.2f}"
    return (row.label, f"{row.value:.4g}{unit}", spread, ours, ratio, row.grade)
