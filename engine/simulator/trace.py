"""Traces: arrivals and lengths of real requests, from a CSV file."""

import csv
import gzip
import math
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.errors import TraceError

#: Names of columns, lower case and without marks between words.
_NAMES: Final = {
    "arrival": (
        "timestamp", "arrival", "arrivaltime", "arrivedat", "arrivaltimestamp", "arrivals", "time",
        "starttime", "requesttime", "seconds", "t",
    ),
    "input": (
        "contexttokens", "inputtokens", "prompttokens", "requesttokens", "numprefilltokens", "inputlength",
        "promptlength", "inputlen", "promptlen", "tokensin", "input", "prompt", "context",
    ),
    "output": (
        "generatedtokens", "outputtokens", "completiontokens", "responsetokens", "numdecodetokens",
        "outputlength", "completionlength", "outputlen", "tokensout", "output", "completion", "generated",
        "response",
    ),
}  # fmt: skip
_EXAMPLE = "a file may begin with the line arrival,input_tokens,output_tokens"
_MOST_TOKENS = 100_000_000


@dataclass(frozen=True)
class Trace:
    """Requests in order of arrival.

    Attributes
    ----------
    name : str
        The file's.
    arrive : ndarray, shape (requests,)
        Seconds from the first one.
    tokens_in, tokens_out : ndarray of int, shape (requests,)
    """

    name: str
    arrive: NDArray[np.float64]
    tokens_in: NDArray[np.int64]
    tokens_out: NDArray[np.int64]

    @property
    def rate(self) -> float:
        """Mean arrivals a second; infinite where all come at once."""
        span = float(self.arrive[-1])
        return (self.arrive.size - 1) / span if span > 0.0 else math.inf

    def first(self, count: int) -> "Trace":
        """Return the first `count` requests."""
        return replace(
            self,
            arrive=self.arrive[:count],
            tokens_in=self.tokens_in[:count],
            tokens_out=self.tokens_out[:count],
        )

    def faster(self, speed: float) -> "Trace":
        """Return the trace with its clock running `speed` times as fast."""
        if not (speed > 0.0 and math.isfinite(speed)):
            raise TraceError(f"speed: {speed:g} is not a number above 0")
        return replace(self, arrive=self.arrive / speed)

    def at_rate(self, rate: float) -> "Trace":
        """Return the trace stretched or compressed to `rate` arrivals a second in the mean."""
        if not math.isfinite(self.rate):
            raise TraceError(f"{self.name}: all requests come at once; there is no rate to scale")
        return self.faster(rate / self.rate)


def read_trace(path: str | Path) -> Trace:
    """Return the trace in a CSV file, plain or gzip.

    Arrivals are seconds or ISO time stamps; columns are known by their names in any order, or are
    arrival, input and output where there is no header. Rows are put in order of arrival.

    Raises
    ------
    TraceError
        The file cannot be read, with the line and column that are wrong and what is allowed.
    """
    path = Path(path)
    rows: list[tuple[float, int, int]] = []
    try:
        rows.extend(_rows(path))
    except OSError as error:
        raise TraceError(f"{path}: {error.strerror or error}") from None
    except (UnicodeDecodeError, csv.Error, EOFError, zlib.error) as error:
        raise TraceError(f"{path}: not a CSV file of text ({error})") from None
    if not rows:
        raise TraceError(f"{path}: there are no requests in it")
    table = np.array(rows, np.float64)
    table = table[np.argsort(table[:, 0], kind="stable")]
    lengths = table[:, 1:].astype(np.int64)
    return Trace(path.name, table[:, 0] - table[0, 0], lengths[:, 0], lengths[:, 1])


def _rows(path: Path) -> Iterator[tuple[float, int, int]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        places: list[int] | None = None
        names: list[str] = []
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if places is None:
                places, names, header = _columns(path, row)
                if header:
                    continue
            where = f"{path}, line {reader.line_num}"
            if len(row) <= max(places):
                raise TraceError(f"{where}: {len(row)} columns where {max(places) + 1} are needed")
            yield (
                _seconds(row[places[0]], f"{where}, column {names[0]}"),
                _tokens(row[places[1]], f"{where}, column {names[1]}"),
                _tokens(row[places[2]], f"{where}, column {names[2]}"),
            )


def _columns(path: Path, row: list[str]) -> tuple[list[int], list[str], bool]:
    """Return where the three columns are, what they are called, and whether `row` is a header."""
    plain = [re.sub(r"[^a-z]", "", cell.lower()) for cell in row]
    if not any(name in names for name in plain for names in _NAMES.values()) and _is_data(row):
        return [0, 1, 2], ["1 (arrival)", "2 (input)", "3 (output)"], False
    places = []
    for wanted, names in _NAMES.items():
        found = [plain.index(name) for name in names if name in plain]
        if not found:
            raise TraceError(
                f"{path}, line 1: no column for the {wanted}; "
                f"it may be called {', '.join(names[:4])} ({_EXAMPLE})"
            )
        places.append(found[0])
    return places, [row[place].strip() for place in places], True


def _is_data(row: list[str]) -> bool:
    try:
        _seconds(row[0], "")
        _tokens(row[1], "")
        _tokens(row[2], "")
    except (TraceError, IndexError):
        return False
    return True


def _seconds(text: str, where: str) -> float:
    text = text.strip()
    try:
        number = float(text)
    except ValueError:
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            raise TraceError(
                f"{where}: {text!r} is no time; "
                "allowed are seconds (12.5) and time stamps (2023-11-16 18:17:03.98)"
            ) from None
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    if not math.isfinite(number):
        raise TraceError(f"{where}: {text!r} is no time; allowed are finite seconds")
    return number


def _tokens(text: str, where: str) -> int:
    try:
        number = float(text.strip())
    except ValueError:
        number = math.nan
    if not (1.0 <= number <= _MOST_TOKENS and number == int(number)):
        raise TraceError(
            f"{where}: {text.strip()!r} is no count of tokens; "
            f"allowed are whole numbers from 1 to {_MOST_TOKENS:,}"
        )
    return int(number)
