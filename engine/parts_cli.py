"""The commands `catalog`, `probe` and `validate`: parts there are, this machine as one, measured points."""

import argparse
import json
from collections.abc import Callable
from typing import Any, Final

from engine.errors import IsocostError

Make = Callable[..., argparse.ArgumentParser]

_DONE: Final = 0


def add(commands: Any, make: Make) -> None:
    """Add the commands to `commands`, made by `make`."""
    _add_catalog(commands, make)
    _add_probe(commands, make)
    _add_validate(commands, make)


def _add_catalog(commands: Any, make: Make) -> None:
    parser = make(
        commands, "catalog", _catalog, "list the parts there are", "isocost catalog accelerator --json"
    )
    parser.add_argument(
        "kind", nargs="?", metavar="KIND", help="accelerator, model, workload, ...; all without"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")


def _add_probe(commands: Any, make: Make) -> None:
    parser = make(
        commands,
        "probe",
        _probe,
        "measure this machine's accelerator and write it as a part of your own",
        "isocost probe --out mine.toml --compare",
    )
    parser.add_argument("--out", metavar="PART.toml", help="write the part to this .toml or .json file")
    parser.add_argument("--add", action="store_true", help="put the part into your library")
    parser.add_argument("--compare", action="store_true", help="print measured beside the catalogue")
    parser.add_argument(
        "--part", metavar="PART.toml", help="take an earlier measurement from this file instead of measuring"
    )
    parser.add_argument(
        "--seconds", type=float, default=60.0, metavar="N", help="about how long to measure (60)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _add_validate(commands: Any, make: Make) -> None:
    parser = make(
        commands,
        "validate",
        _validate,
        "predict measured benchmark points and tell how wrong the model is",
        "isocost validate points.csv.gz --only split=validate --out residuals.csv",
    )
    parser.add_argument(
        "points", nargs="?", metavar="POINTS", help="CSV of measured points, plain or .gz; those that ship"
    )
    parser.add_argument(
        "--out", metavar="F.csv", help="write every residual: a row a point and metric; - for standard output"
    )
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="GROUP=LABEL",
        help="judge these points alone (repeat): split=validate, regime=closed, accelerator=h100-sxm, ...",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _catalog(arguments: argparse.Namespace) -> int:
    from engine import catalog_command as command

    _show((command.catalog_json if arguments.json else command.catalog_text)(arguments.kind))
    return _DONE


def _probe(arguments: argparse.Namespace) -> int:
    from engine.probe import command

    return command.probe(
        arguments.out,
        as_json=arguments.json,
        seconds=arguments.seconds,
        beside=arguments.compare,
        part=arguments.part,
        add=arguments.add,
    )


def _validate(arguments: argparse.Namespace) -> int:
    from engine import validate_command as command

    alone = arguments.out == command.STANDARD_OUTPUT
    if alone and arguments.json:
        raise IsocostError("--out -: standard output already takes --json; name a file, or leave out --json")
    verdict = command.validate(arguments.points, arguments.only)
    written = command.write_residuals(verdict, arguments.out) if arguments.out else 0
    if alone:
        return _DONE
    if arguments.json:
        _show(command.validate_json(verdict))
    else:
        from engine.validation import report

        _show(report.to_text(verdict))
        if arguments.out:
            print(f"\n{arguments.out}: {written:,} residuals")
    return _DONE


def _show(answer: object) -> None:
    print(
        (answer if isinstance(answer, str) else json.dumps(answer, indent=2, ensure_ascii=False)).rstrip("\n")
    )
