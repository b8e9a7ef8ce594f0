"""Bounds of a trace before it is read: a packed file may hold any amount of text, and one line all of it."""

import gzip
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from engine.errors import TraceError

#: Most text [B], most requests, and longest line [B] of a trace.
MOST_BYTES: Final = 2**30
MOST_ROWS: Final = 10_000_000
LONGEST_LINE: Final = 2**20
_BLOCK: Final = 2**20


def check_bounds(path: str | Path) -> None:
    """Raise `TraceError` where a trace is larger than can be read; what is no file is left to the reader."""
    path = Path(path)
    try:
        with path.open("rb") as file:
            if path.suffix != ".gz":
                _check(path, file.read)
                return
            with gzip.open(file) as inner:
                _check(path, inner.read)
    except (OSError, EOFError, ValueError, zlib.error):
        # Damaged or missing: the reader says it better.
        return


def _check(path: Path, read: Callable[[int], bytes]) -> None:
    size = rows = tail = 0
    while block := read(_BLOCK):
        size += len(block)
        rows += block.count(b"\n")
        first = block.find(b"\n")
        tail = tail + len(block) if first < 0 else len(block) - block.rfind(b"\n") - 1
        if size > MOST_BYTES:
            raise TraceError(f"{path}: more than {MOST_BYTES // 2**20:,} MB of text; take an excerpt")
        if rows > MOST_ROWS:
            raise TraceError(f"{path}: more than {MOST_ROWS:,} requests; take an excerpt")
        if tail > LONGEST_LINE:
            raise TraceError(
                f"{path}, line {rows + 1}: longer than {LONGEST_LINE:,} bytes, so not a CSV file"
            )
