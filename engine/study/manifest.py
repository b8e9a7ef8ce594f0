"""What a result was made of: `manifest.json` beside the tables, and whether it is that of the same study."""

import hashlib
import json
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from pathlib import Path
from typing import Any, Final

from engine import files
from engine.digest import library_digest
from engine.errors import IsocostError
from engine.files import write_atomically
from engine.files.atomic import reason
from engine.files.project import SUFFIX
from engine.kernel_sources import kernel_sources
from engine.scenario import Scenario
from engine.study.cases import Case, case_bytes, cases, label, points
from engine.study.declared import Study, study_of
from engine.study.errors import StudyError
from engine.study.layout import Layout, parts
from engine.study.place import MANIFEST
from engine.version import version

NAME: Final = MANIFEST
SCHEMA: Final = 1
_LIBRARIES: Final = ("numpy", "numba", "pyarrow", "dask", "distributed")
_MOST_BYTES: Final = 64_000_000


@dataclass(frozen=True)
class Manifest:
    """What stands in `manifest.json`.

    Attributes
    ----------
    content : mapping
    study : Study
    layout : Layout
    """

    content: Mapping[str, Any]
    study: Study
    layout: Layout

    @property
    def digest(self) -> str:
        """Return what the names of the chunks are made from."""
        return str(self.content["digest"])

    def case(self, out: Path, number: int) -> Case:
        """Return a case as it was when the study began."""
        told = self.content["cases"][number]
        scenario = files.load(out / told["file"]).scenario
        settings = tuple((str(key), str(text)) for key, text in told["set"].items())
        return Case(number, str(told["scenario"]), scenario, settings)


@cache
def kernels_digest() -> str:
    """Return twelve hexadecimal digits that change with any source that kernels may read."""
    made = hashlib.sha256()
    for name, text in kernel_sources(Path(__file__).parents[1]):
        made.update(name.encode() + b"\0" + text)
    return made.hexdigest()[:12]


def versions() -> dict[str, str]:
    """Return what figures depend on beside the study: the application, its kernels, its catalogue."""
    return {"isocost": version(), "kernels": kernels_digest(), "library": library_digest()}


def identity(study: Study, found: Mapping[str, Scenario]) -> dict[str, Any]:
    """Return by name all that must be equal for chunks to belong together."""
    made: dict[str, Any] = {f"version of {name}": text for name, text in versions().items()}
    for name, scenario in found.items():
        content = files.to_bytes(files.Project((scenario,)))
        made[f"scenario {name}"] = hashlib.sha256(content).hexdigest()[:12]
    for table, values in study.document.items():
        for key, value in values.items():
            if (table, key) != ("study", "name"):
                made[f"[{table}] {key}"] = value
    return made


def begun(study: Study, found: Mapping[str, Scenario], searched: int) -> dict[str, Any]:
    """Return the manifest of a study that has not begun."""
    same = identity(study, found)
    digest = hashlib.sha256(json.dumps(same, sort_keys=True).encode()).hexdigest()[:16]
    listed = [
        {
            "case": case.number,
            "scenario": case.source,
            "label": label(case),
            "file": f"cases/{case.number:05d}{SUFFIX}",
            "set": dict(case.settings),
            "points": points(study, case.scenario).count,
        }
        for case in cases(study, dict(found))
    ]
    return {
        "isocost_study": SCHEMA,
        "name": study.name,
        "digest": digest,
        "complete": False,
        "versions": versions(),
        "made_with": {"python": platform.python_version(), **_made_with()},
        "identity": same,
        "study": study.document,
        "searched": searched,
        "cases": listed,
        "tables": [part.table for part in parts(study, searched)],
    }


def _made_with() -> dict[str, str]:
    made = {}
    for name in _LIBRARIES:
        try:
            made[name] = installed(name)
        except PackageNotFoundError:
            continue
    return made


def manifest_of(content: Mapping[str, Any]) -> Manifest:
    """Return the manifest that `content` holds; raise `StudyError` where it is none."""
    try:
        if content["isocost_study"] != SCHEMA:
            raise StudyError(
                f"it is of schema {content['isocost_study']}, this Isocost reads {SCHEMA}: update Isocost"
            )
        study = study_of(content["study"], str(content["name"]))
        made = parts(study, int(content["searched"]))
        counts = tuple(int(case["points"]) for case in content["cases"])
        return Manifest(content, study, Layout(tuple(made), counts, str(content["digest"])))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StudyError(f"it is no manifest of a study: {error}") from None


def read(out: Path) -> Manifest | None:
    """Return the manifest in folder `out`, None where there is none; raise `StudyError` for a broken one."""
    path = out / NAME
    try:
        with path.open("rb") as stream:
            data = stream.read(_MOST_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StudyError(f"{path} cannot be read: {reason(error)}") from None
    try:
        content = json.loads(data)
        return manifest_of(content if isinstance(content, dict) else {})
    except (ValueError, RecursionError, IsocostError) as error:
        raise StudyError(f"{path}: {error}") from None


def write(out: Path, content: Mapping[str, Any]) -> None:
    """Write the manifest; raise `StudyError` where it cannot be written."""
    try:
        data = json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False).encode() + b"\n"
    except (TypeError, ValueError) as error:
        raise StudyError(f"the study has a value that a manifest cannot keep: {error}") from None
    store(out / NAME, data)


def store(path: Path, data: bytes) -> None:
    """Write a file of a result, whole or not at all; raise `StudyError` where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data)
    except OSError as error:
        raise StudyError(f"{path} was not written: {reason(error)}") from None


def write_cases(out: Path, study: Study, found: Mapping[str, Scenario]) -> None:
    """Write every case as a scenario file of its own, which workers read and the window opens."""
    for case in cases(study, dict(found)):
        store(out / "cases" / f"{case.number:05d}{SUFFIX}", case_bytes(case))


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Return in words what differs between two identities."""
    told = []
    for name in dict.fromkeys((*old, *new)):
        before, after = old.get(name), new.get(name)
        if before != after:
            told.append(f"{name} was {_short(before)} and is {_short(after)}")
    return told


def _short(value: object) -> str:
    text = "not there" if value is None else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 48 else f"{text[:45]}..."
