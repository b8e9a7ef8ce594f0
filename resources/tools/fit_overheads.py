"""Fit the constants of serving engines on measured points, and judge them on points not used.

    python -m resources.tools.fit_overheads POINTS [--out DIR] [--write] [--unseen]

Fitted are the constants of group `stack`, engine by engine, on rows of split `calibrate` that are not
suspect; every curve counts alike. `validate` rows judge. Constants an engine's rows say nothing about
stay near its forebear's. With --write the catalogue of engines takes the constants with their spread;
--out saves the report as overheads.json and overheads.md. --unseen fits once more for each accelerator and
each model, left out; that takes minutes.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.validation import mapping, points
from engine.validation.statistics import Score
from resources.tools import stacks
from resources.tools.figures import Entry, value_of, write
from resources.tools.overheads import judge
from resources.tools.overheads.problem import CONSTANTS, LEFT_OUT, Problem, pose

_SPLITS: Final = ("calibrate", "validate")


def problem_of(path: Path) -> Problem:
    """Return the problem of the measured points at `path`; pools of their own are left to other tools."""
    cases, _ = mapping.cases(points.read(path))
    return pose([one for one in cases if one.measured and one.regime != "disaggregated"])


def unseen_of(path: Path, constants: judge.Constants) -> list[dict[str, Any]]:
    """Return how wrong closed loops are told on accelerators and models the fit never saw."""
    cases, _ = mapping.cases(points.read(path))
    # Every row that the constants of these engines are fitted on, whatever its load; closed loops judge.
    modern = [one for one in cases if one.measured and one.labels["engine"] in judge.MODERN]
    whole = pose([one for one in modern if one.regime != "disaggregated"])
    validate = whole.usable & (whole.label("split") == "validate")
    closed = judge.closed(whole)
    return [
        _unseen(whole, f"leave one {name} out", judge.left_out(whole, labels, constants, closed), validate)
        for name, labels in (("accelerator", whole.accelerator), ("model", whole.architecture))
    ]


def report(problem: Problem, constants: judge.Constants) -> dict[str, Any]:
    """Return how wrong `constants` are: targets, and groups by split."""
    said = judge.predictions(problem, constants)
    return {
        "targets": [_target(problem, said, target) for target in judge.TARGETS],
        "groups": {
            label: {
                split: _plain(
                    judge.scored(
                        problem, said, "best", rows & problem.usable & (problem.label("split") == split)
                    )
                )
                for split in _SPLITS
            }
            for label, rows in judge.groups(problem)
        },
    }


def _target(problem: Problem, said: NDArray[np.void], target: judge.Target) -> dict[str, Any]:
    rows = target.rows(problem) & problem.usable
    found = {
        split: judge.scored(problem, said, target.measure, rows & (problem.label("split") == split))
        for split in _SPLITS
    }
    return _row(target.name, target.statistic, target.limit, found)


def _unseen(
    problem: Problem, name: str, said: NDArray[np.void], validate: NDArray[np.bool_]
) -> dict[str, Any]:
    closed = judge.closed(problem)
    found = {
        "calibrate": judge.scored(problem, said, "tpot", closed & problem.calibrate),
        "validate": judge.scored(problem, said, "tpot", closed & validate),
    }
    return _row(f"TPOT, closed loop, NVIDIA, {name}", "median", 0.15, found)


def _row(name: str, statistic: str, limit: float, found: dict[str, Score | None]) -> dict[str, Any]:
    row: dict[str, Any] = {"name": name, "statistic": statistic, "limit": limit}
    for split, one in found.items():
        row[split] = (
            None if one is None else one.p90_abs_error if statistic == "p90" else one.median_abs_error
        )
        row[f"{split}_n"] = 0 if one is None else one.n
    row["met"] = row["validate"] is not None and row["validate"] <= limit
    return row


def _plain(found: Score | None) -> dict[str, Any] | None:
    return None if found is None else found.to_dict()


def markdown(problem: Problem, constants: judge.Constants, found: dict[str, Any]) -> str:
    """Return the report as two tables: targets, and groups by split."""
    lines = ["| target | at most | validate | n | calibrate | n | |", "|---|---:|---:|---:|---:|---:|---|"]
    lines += [
        f"| {row['name']} | {_cent(row['limit'])} | {_cent(row['validate'])} | {row['validate_n']} "
        f"| {_cent(row['calibrate'])} | {row['calibrate_n']} | {'met' if row['met'] else 'not met'} |"
        for row in found["targets"]
    ]
    lines += ["", "| group | validate median | P90 | bias | n | calibrate median | n |"]
    lines.append("|---|---:|---:|---:|---:|---:|---:|")
    for label, both in found["groups"].items():
        new, old = both["validate"], both["calibrate"]
        cells = [_cent(new and new[name]) for name in ("median_abs_error", "p90_abs_error", "bias")]
        cells += [str(new["n"] if new else 0), _cent(old and old["median_abs_error"])]
        lines.append(f"| {label} | {' | '.join(cells)} | {old['n'] if old else 0} |")
    lines += ["", "| constant | " + " | ".join(constants) + " |", "|---|" + "---:|" * len(constants)]
    for one in CONSTANTS:
        values = (f"{made[one.name]:.3g}" for made in constants.values())
        lines.append(f"| {one.name} | {' | '.join(values)} |")
    return "\n".join(lines) + "\n"


def _cent(value: float | None) -> str:
    return "-" if value is None else f"{100.0 * value:.1f} %"


def figures_of(
    problem: Problem, constants: judge.Constants, folds: list[judge.Constants]
) -> dict[str, dict[str, Entry]]:
    """Return the fitted constants as figures of the catalogue, with spread and ground."""
    spread = judge.spreads(constants, folds)
    made: dict[str, dict[str, Entry]] = {}
    for engine, values in constants.items():
        rows = np.isin(problem.stack, judge.MODERN) if engine == judge.GENERIC else problem.stack == engine
        used = problem.calibrate & rows
        ground = f"fitted on {int(used.sum())} calibrate rows of {len(np.unique(problem.curve[used]))} curves"
        made[engine] = {
            one.key: value_of(
                one.key,
                _rounded(values[one.name]),
                ground,
                "derived",
                low=_rounded(spread[engine][one.name].low),
                high=_rounded(spread[engine][one.name].high),
            )
            for one in CONSTANTS
        }
    return made


def _rounded(value: float) -> float:
    return float(f"{value:.3g}") if value >= 1e-3 else 0.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("points", type=Path, help="CSV of measured points")
    parser.add_argument("--out", type=Path, help="folder the report is saved in")
    parser.add_argument("--write", action="store_true", help="write the constants into the catalogue")
    parser.add_argument("--unseen", action="store_true", help="also leave out each accelerator and model")
    asked = parser.parse_args(arguments)
    problem = problem_of(asked.points)
    constants = judge.fit_all(problem, problem.calibrate)
    found = report(problem, constants)
    if asked.unseen:
        found["targets"] += unseen_of(asked.points, constants)
    text = markdown(problem, constants, found)
    print(text)
    if asked.out:
        (asked.out / "overheads.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
        (asked.out / "overheads.md").write_text(text, encoding="utf-8")
    if asked.write:
        store(problem, constants)


def store(problem: Problem, constants: judge.Constants) -> None:
    """Write `constants` with their spread into the catalogue, and those of each fold beside this tool."""
    folds = judge.by_fold(problem, constants)
    plain = [
        {engine: {key: _rounded(value) for key, value in made.items()} for engine, made in one.items()}
        for one in folds
    ]
    LEFT_OUT.write_text(json.dumps(plain, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    # The generic engine is what parameters declare.
    named = {name: one for name, one in constants.items() if name != judge.GENERIC}
    made, kept = figures_of(problem, named, folds), stacks.present()
    whole = {name: {**kept.get(name, {}), **made.get(name, {})} for name in {*kept, *made}}
    write(stacks.PATH, "stack", stacks.build(whole))


if __name__ == "__main__":
    main()
