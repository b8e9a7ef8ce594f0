"""The command `study`: its arguments, and what runs it."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.study.run import Outcome

Make = Callable[..., argparse.ArgumentParser]


def add(commands: Any, make: Make) -> None:
    """Add the command to `commands`, made by `make`."""
    parser = make(
        commands,
        "study",
        _study,
        "run a product of sweeps, Monte Carlo, search and simulation over many scenarios on Dask, into a "
        "folder of Parquet; the same command goes on where it was stopped",
        "isocost study STUDY.toml --out results --workers 4",
    )
    say = parser.add_argument
    say("study", metavar="STUDY.toml", help="what to run: docs/study.md tells what may stand in it")
    say("--out", metavar="DIR", help="folder of the result; on a disk that all workers share")
    say(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help="a Dask scheduler, tcp://HOST:8786; processes here without",
    )
    say("--workers", type=int, metavar="N", help="processes on this machine (one a processor)")
    say("--plan", action="store_true", help="tell chunks, evaluations, expected bytes and time; run nothing")
    say("--json", action="store_true", help="print one JSON object")


def _study(arguments: argparse.Namespace) -> int:
    from engine.study import StudyError
    from engine.study.declared import load

    workers = arguments.workers
    if workers is not None and not 1 <= workers <= 1024:
        raise StudyError(f"--workers {workers}: must be between 1 and 1,024; more machines go by --scheduler")
    if workers is not None and arguments.scheduler and not arguments.plan:
        raise StudyError("--workers are of this machine and --scheduler brings its own: give one of them")
    study = load(arguments.study)
    if arguments.plan:
        from engine.study import forecast

        content, tables = forecast.expected(study)
        count = workers or os.cpu_count() or 1
        plan = forecast.to_json(content, tables, count)
        print(json.dumps(plan, indent=2) if arguments.json else forecast.to_text(content, tables, count))
        return 0
    if not arguments.out:
        raise StudyError("--out DIR is missing: name the folder of the result, or ask for the --plan alone")
    return _run(arguments, study)


def _run(arguments: argparse.Namespace, study: Any) -> int:
    from engine.study.run import run

    try:
        made = run(study, Path(arguments.out), scheduler=arguments.scheduler, workers=arguments.workers)
    except KeyboardInterrupt:
        print("isocost: stopped; what is done is kept, the same command goes on from there", file=sys.stderr)
        raise
    print(json.dumps(_json(made), indent=2) if arguments.json else _text(made, arguments.out))
    return 0


def _json(made: "Outcome") -> dict[str, Any]:
    return {
        "study": made.manifest.study.name,
        "digest": made.manifest.digest,
        "chunks": made.manifest.layout.count,
        "already_there": made.before,
        "made": made.made,
        "rows": made.manifest.content["rows"],
        "evaluations": made.evaluations,
        "bytes": made.bytes,
        "seconds": round(made.seconds, 3),
        "worker_seconds": round(made.busy, 3),
    }


def _text(made: "Outcome", out: str) -> str:
    from engine.study.progress import size, span

    rows = ", ".join(f"{count:,} {table}" for table, count in made.manifest.content["rows"].items())
    if not made.made:
        return f"{out}: complete, nothing to do; {rows}"
    before = f" ({made.before:,} lay there)" if made.before else ""
    pace = made.evaluations / made.seconds
    return (
        f"{out}: {made.made:,} chunks{before}, {made.evaluations:,} evaluations, {size(made.bytes)} in "
        f"{span(made.seconds)}, {pace:,.0f} a second; {rows}"
    )
