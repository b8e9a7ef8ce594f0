"""What a study will take: chunks, evaluations, and bytes and time as a piece of each table tells."""

import dataclasses
import time
from dataclasses import dataclass
from typing import Any, Final

from engine.study.cases import case_bytes, cases, sources
from engine.study.columns import parquet
from engine.study.compute import compute
from engine.study.declared import Study
from engine.study.layout import Chunk, Layout, Part
from engine.study.manifest import manifest_of
from engine.study.progress import size, span
from engine.study.run import planned
from engine.study.worker import prepare

#: Units of the piece that is tried: enough evaluations for half a second.
_TRIED: Final = 300_000


@dataclass(frozen=True, slots=True)
class Expected:
    """What one table will take: seconds of one processor, bytes on disk."""

    table: str
    chunks: int
    rows: int
    evaluations: int
    bytes: float
    seconds: float


def expected(study: Study) -> tuple[dict[str, Any], list[Expected]]:
    """Return the manifest of the study and what each of its tables will take; a piece of each is computed."""
    content = planned(study)
    layout = manifest_of(content).layout
    prepare(study.simulate is not None)
    first = next(iter(cases(study, sources(study))))
    made = []
    for part in layout.parts:
        units = max(1, min(part.units, _TRIED * part.each // max(1, part.evaluations)))
        units = min(units, layout.counts[0] * part.each)
        compute(study, first, Chunk(0, 0, part, 0, 0, 1))
        began = time.perf_counter()
        tried = compute(study, first, Chunk(0, 0, part, 0, 0, units))
        rows = len(parquet(tried.columns, {}))
        took = time.perf_counter() - began
        share = layout.evaluations(part) / max(1, tried.evaluations)
        volume = rows * share + len(case_bytes(first)) * _chunks(layout, part)
        made.append(
            Expected(
                part.table, _chunks(layout, part), layout.rows(part), layout.evaluations(part),
                volume, took * share,
            )
        )  # fmt: skip
    return content, made


def _chunks(layout: Layout, part: Part) -> int:
    return sum(-(-count * part.each // part.units) for count in layout.counts)


def to_json(content: dict[str, Any], tables: list[Expected], workers: int) -> dict[str, Any]:
    """Return the plan as plain values."""
    return {
        "study": content["name"],
        "digest": content["digest"],
        "cases": len(content["cases"]),
        "tables": [dataclasses.asdict(table) for table in tables],
        "chunks": sum(table.chunks for table in tables),
        "evaluations": sum(table.evaluations for table in tables),
        "bytes": sum(table.bytes for table in tables),
        "seconds": sum(table.seconds for table in tables) / workers,
        "workers": workers,
    }


def to_text(content: dict[str, Any], tables: list[Expected], workers: int) -> str:
    """Return the plan for reading."""
    points = sum(int(case["points"]) for case in content["cases"])
    lines = [
        f"{content['name']}: {len(content['cases']):,} cases, {points:,} points",
        "",
        f"  {'table':<14}{'chunks':>10}{'rows':>18}{'evaluations':>18}{'bytes':>10}{'one worker':>12}",
    ]
    for t in tables:
        told = f"{t.rows:>18,}{t.evaluations:>18,}{size(t.bytes):>10}{span(t.seconds):>12}"
        lines.append(f"  {t.table:<14}{t.chunks:>10,}{told}")
    total, volume = sum(t.seconds for t in tables), sum(t.bytes for t in tables)
    plural = "s" if workers != 1 else ""
    about = f"About {size(volume)} and {span(total / workers)} with {workers:,} worker{plural}"
    return "\n".join([*lines, "", f"  {about}, by a piece of each table computed here."])
