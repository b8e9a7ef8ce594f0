"""Figures with their provenance, rows of the reference tables, and the file both end in."""

import csv
import gzip
import io
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from engine.parameters import SPECS

Row = Mapping[str, str]
Entry = dict[str, Any]

#: Grade of a figure by the confidence its row states.
_GRADES: Final = {"high": "vendor", "medium": "press", "low": "guess", "none": "guess", "": "guess"}

_SHORT: Final = (
    (
        "github:callgideon/model-inference@3999078 research/cross-cutting/cloud-pricing.md",
        "cloud price sheets",
    ),
    ("github:stas00/ml-engineering@744d01e", "ml-engineering"),
    ("github:ai-dynamo/aiconfigurator@095f58a", "aiconfigurator"),
    (" via github:natepaulo43-oss/Capstone-AI-Capex-Wall@efc5e00 data/ml_hardware.csv", ""),
)


def figure(
    value: float | str,
    unit: str,
    source: str,
    grade: str,
    *,
    low: float | None = None,
    high: float | None = None,
    date: str = "",
    note: str = "",
) -> Entry:
    """Return one figure as it stands in a catalogue file; empty fields are left out.

    Numbers keep twelve significant digits, counts of up to 2^53 all of theirs.
    """
    found: Entry = {"value": _tidy(value), "unit": unit, "source": shorten(source), "grade": grade}
    optional = {"low": _tidy(low), "high": _tidy(high), "date": date.strip(), "note": note.strip()}
    found.update({key: given for key, given in optional.items() if given not in (None, "")})
    return found


def value_of(key: str, value: float | str, source: str, grade: str, **more: Any) -> Entry:
    """Return the figure of parameter `key` in its declared unit."""
    return figure(value, SPECS[key].unit, source, grade, **more)


def _tidy(value: float | str | None) -> float | str | int | None:
    if value is None or isinstance(value, str):
        return value
    if not math.isfinite(value):
        raise ValueError(f"{value} is no figure")
    if value == int(value) and abs(value) < 2.0**53:
        return int(value)
    return float(f"{value:.12g}")


def shorten(source: str) -> str:
    """Return `source` with the addresses that recur in every row cut to their names."""
    for long, short in _SHORT:
        source = source.replace(long, short)
    return source.strip()


def grade_of(confidence: str, evidence: str = "") -> str:
    """Return the grade of a row: its confidence, lowered where the figure is from memory or derived."""
    words = evidence.lower()
    if "from memory" in words or "rumour" in words:
        return "guess"
    if "derived" in words or "computed" in words or "own formula" in words:
        return "derived"
    return _GRADES[confidence.strip()]


@dataclass(frozen=True)
class Band:
    """Lower and upper end of a figure; either may be missing."""

    low: float | None
    high: float | None

    @property
    def middle(self) -> float | None:
        """Return the mean of what is known, None if nothing is."""
        known = [end for end in (self.low, self.high) if end is not None]
        return sum(known) / len(known) if known else None


def number(row: Row, column: str) -> float | None:
    """Return the leading number of a cell, which may carry a remark; None if there is none."""
    text = row.get(column, "").strip().split(" ")[0]
    try:
        return float(text)
    except ValueError:
        return None


def band(row: Row, low: str, high: str) -> Band:
    """Return two cells as a band."""
    return Band(number(row, low), number(row, high))


def read(path: Path) -> list[Row]:
    """Return the rows of a CSV file, comment lines left out, packed or not."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    lines = raw.decode("utf-8").splitlines(keepends=True)
    return list(csv.DictReader(io.StringIO("".join(line for line in lines if not line.startswith("#")))))


def write(path: Path, kind: str, entries: Mapping[str, Entry]) -> int:
    """Write a catalogue file, sorted, one figure a line; keep entries already there that are not rebuilt.

    Returns the number of entries written.
    """
    kept: dict[str, Entry] = {}
    if path.exists():
        old = json.loads(path.read_text(encoding="utf-8"))["entries"]
        kept = {ident: entry for ident, entry in old.items() if entry.get("kept")}
    everything = {**entries, **kept}
    path.write_text(_render(kind, everything), encoding="utf-8")
    return len(everything)


def _render(kind: str, entries: Mapping[str, Entry]) -> str:
    blocks = [f" {_text(ident)}: {_entry(entries[ident])}" for ident in sorted(entries)]
    return f'{{\n"kind": {_text(kind)},\n"entries": {{\n' + ",\n".join(blocks) + "\n}\n}\n"


def _entry(entry: Entry) -> str:
    lines = []
    for key in sorted(entry):
        if key in {"values", "facts"} and entry[key]:
            inner = [f"   {_text(name)}: {_text(entry[key][name])}" for name in sorted(entry[key])]
            lines.append(f"  {_text(key)}: {{\n" + ",\n".join(inner) + "\n  }")
        else:
            lines.append(f"  {_text(key)}: {_text(entry[key])}")
    return "{\n" + ",\n".join(lines) + "\n }"


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)
