"""The commands on files: `schema` and `migrate` of scenarios, `import-model` of other people's models."""

import argparse
import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Make = Callable[..., argparse.ArgumentParser]


def add(commands: Any, make: Make) -> None:
    """Add the commands to `commands`, made by `make`."""
    make(
        commands,
        "schema",
        _schema,
        "print the JSON Schema of scenario files",
        "isocost schema > isocost.schema.json",
    )
    parser = make(
        commands,
        "migrate",
        _migrate,
        "bring older scenario files up to this version, and tell what changed and why",
        "isocost migrate old.isocost --check",
    )
    add_argument = parser.add_argument
    add_argument("files", nargs="+", metavar="FILE", help=".isocost files, each kept beside it as .bak")
    add_argument("--out", metavar="F.isocost", help="write here instead; FILE stays as it is")
    add_argument("--check", action="store_true", help="write nothing; exit 1 where a file is not of today")
    _add_import_model(commands, make)


def _add_import_model(commands: Any, make: Make) -> None:
    parser = make(
        commands,
        "import-model",
        _import_model,
        "read a model's Hugging Face config.json",
        "isocost import-model config.json --context 8192 --json",
    )
    parser.add_argument("config", metavar="CONFIG.json", help="the model's config.json")
    parser.add_argument("--context", type=int, metavar="N", help="tokens of context the cache is counted at")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _import_model(arguments: argparse.Namespace) -> int:
    from engine.model_config import command

    if arguments.json:
        answer = command.import_model_json(arguments.config, arguments.context)
        print(json.dumps(answer, indent=2, ensure_ascii=False))
    else:
        print(command.import_model_text(arguments.config, arguments.context).rstrip("\n"))
    return 0


def _schema(_: argparse.Namespace) -> int:
    from engine.files.schema import shipped_schema

    print(shipped_schema(), end="")
    return 0


def _migrate(arguments: argparse.Namespace) -> int:
    from engine.errors import IsocostError

    if arguments.out and len(arguments.files) > 1:
        raise IsocostError("--out takes one FILE; without it each is brought up in its place")
    changes = [_bring_up(Path(name), arguments.out, arguments.check) for name in arguments.files]
    return 1 if arguments.check and any(changes) else 0


def _bring_up(path: Path, out: str | None, check: bool) -> bool:
    """Bring one file up and print its report; return whether there was anything to do."""
    from engine import files
    from engine.errors import ScenarioFileError

    project = files.load(path)
    if project.carrier and not out:
        raise ScenarioFileError(
            f"{path.name} only carries a scenario and stays as it is: take it out by --out FILE.isocost"
        )
    told = project.report
    changed = bool(told) or bool(project.carrier)
    if not changed:
        print(f"{path}: of this version, nothing to change")
    for line in told:
        print(f"{path}: {line}")
    if not check and (changed or out):
        files.save(out or path, dataclasses.replace(project, carrier=""), keep=True)
        print(f"{out or path}: written")
    return changed
