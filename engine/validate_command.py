"""`isocost validate`: the model against measured points, for reading, as JSON and as a table of residuals."""

import csv
import json
import math
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TextIO

from engine.errors import IsocostError
from engine.validation import points, predict, report
from engine.validation.measures import MEASURES, UNITS
from engine.validation.report import DIMENSIONS, Verdict

#: Stands for standard output where a file is named.
STANDARD_OUTPUT: Final = "-"
RESIDUAL_COLUMNS: Final = (
    "point_id", "metric", "unit", "measured", "predicted", "error", "statistic", "derived", "standing",
    "reason", *DIMENSIONS,
)  # fmt: skip


def validate(path: str | Path | None, only: Sequence[str] = ()) -> Verdict:
    """Return the verdict on the points of a file, or on those that ship.

    Parameters
    ----------
    path : str, Path or None
        CSV file, plain or .gz; None for the points that ship.
    only : sequence of str
        `GROUP=LABEL`: judge the cases with these labels alone.
    """
    found = points.shipped() if path is None else points.read(path)
    return report.judge(found, selection(only))


def selection(only: Sequence[str]) -> Mapping[str, str]:
    """Return `GROUP=LABEL` texts as a mapping."""
    made = {}
    for text in only:
        group, equals, label = text.partition("=")
        if not (group.strip() and equals and label.strip()):
            raise IsocostError(f"--only {text}: write GROUP=LABEL, for example --only split=validate")
        made[group.strip()] = label.strip()
    return made


def validate_json(verdict: Verdict) -> str:
    """Return the verdict as one JSON object."""
    return json.dumps(report.to_json(verdict), indent=2, ensure_ascii=False, allow_nan=False)


def write_residuals(verdict: Verdict, path: str | Path) -> int:
    """Write a row for each case and measure into the CSV file `path`; return how many.

    "-" is standard output.
    """
    rows = residuals(verdict)
    if str(path) == STANDARD_OUTPUT:
        _write(sys.stdout, rows)
        return len(rows)
    try:
        with Path(path).open("w", encoding="utf-8", newline="") as stream:
            _write(stream, rows)
    except OSError as error:
        raise IsocostError(f"{path}: {error.strerror or error}; name a file that can be written") from None
    return len(rows)


def _write(stream: TextIO, rows: Sequence[Mapping[str, Any]]) -> None:
    writer = csv.DictWriter(stream, RESIDUAL_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def residuals(verdict: Verdict) -> list[dict[str, Any]]:
    """Return a row for each case and each measure it has, refused ones with an empty prediction."""
    made = []
    for index, case in enumerate(verdict.batch.cases):
        row = verdict.predicted[index]
        standing = verdict.standing(index)
        reason = verdict.suspicions[index] or predict.refusal(row)
        for name in MEASURES:
            found = case.measured.get(name)
            if found is None:
                continue
            said = float(row[name])
            known = math.isfinite(said)
            made.append(
                {
                    "point_id": case.point.point_id,
                    "metric": name,
                    "unit": UNITS[name],
                    "measured": f"{found.value:.6g}",
                    "predicted": f"{said:.6g}" if known else "",
                    "error": f"{said / found.value - 1.0:.6g}" if known else "",
                    "statistic": found.statistic,
                    "derived": int(found.derived),
                    "standing": standing,
                    "reason": reason,
                    **{dimension: case.labels[dimension] for dimension in DIMENSIONS},
                }
            )
    return made
