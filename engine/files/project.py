"""What one file holds, and reading and writing it as a whole."""

import contextlib
import dataclasses
import hashlib
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from engine.errors import ScenarioFileError
from engine.files import carriers
from engine.files.atomic import copy_whole, reason, write_atomically
from engine.files.codec import Reader, TooMuchError, names_text, to_json
from engine.files.migrations import SCHEMA, migrate
from engine.files.text import MAX_BYTES, collected, dump, parse, with_lines
from engine.scenario import Scenario
from engine.version import version

SUFFIX: Final = ".isocost"
_KEYS: Final = frozenset({"active", "app", "baseline", "front", "library", "scenarios", "schema", "views"})
_EMPTY: Mapping[str, Any] = MappingProxyType({})


def _empty() -> Mapping[str, Any]:
    return _EMPTY


@dataclass(frozen=True)
class Project:
    """Scenarios that are open side by side.

    Attributes
    ----------
    scenarios : tuple of Scenario
        At least one, in the order of the tabs.
    active : int
        Index of the one in front.
    views : mapping
        Settings of the views, as JSON; the engine keeps them unread.
    unknown : mapping
        Keys of the file that this version does not know, written back on saving.
    report : tuple of str
        What loading converted, filled in, migrated or kept unread; empty for a file of this version.
    schema : int
        Schema of the file it was read from.
    read_only : bool
        Whether the file is of a newer schema: shown as far as understood, never written over.
    front : str
        Key of the view that was in front; empty where the file does not say.
    baseline : Scenario or None
        What the one in front was compared with, where that is no other of the file's own.
    library : str
        Digest of the catalogue that its figures were made with; empty where the file does not say.
    carrier : str
        "PNG", "PDF", "SVG" or "XLSX" where it was carried by such a file, which is never written over.
    digest : str
        Of the bytes of the file it was read from, for `changed_since`; empty if of none.
    """

    scenarios: tuple[Scenario, ...]
    active: int = 0
    views: Mapping[str, Any] = field(default_factory=_empty)
    unknown: Mapping[str, Any] = field(default_factory=_empty)
    report: tuple[str, ...] = field(default=(), compare=False)
    schema: int = field(default=SCHEMA, compare=False)
    read_only: bool = field(default=False, compare=False)
    front: str = ""
    baseline: Scenario | None = None
    library: str = ""
    carrier: str = field(default="", compare=False)
    digest: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not 0 <= self.active < len(self.scenarios):
            raise ValueError(f"active is {self.active} of {len(self.scenarios)} scenarios")

    @property
    def scenario(self) -> Scenario:
        """Return the scenario in front."""
        return self.scenarios[self.active]


def to_bytes(project: Project) -> bytes:
    """Return the content of the file for `project`: the same bytes on every system and in every locale.

    Raises
    ------
    ScenarioFileError
        If views, parts or unknown keys hold what JSON cannot.
    """
    document: dict[str, Any] = {key: value for key, value in project.unknown.items() if key not in _KEYS}
    document |= {
        "active": project.active,
        "app": f"Isocost {version()}",
        "scenarios": [to_json(scenario) for scenario in project.scenarios],
        "schema": SCHEMA,
    }
    if project.views:
        document["views"] = project.views
    for name in ("front", "library"):
        if said := getattr(project, name):
            document[name] = said
    if project.baseline is not None:
        document["baseline"] = to_json(project.baseline)
    return dump(document)


def from_bytes(data: bytes, *, allow_newer: bool = False) -> Project:
    """Return the project that the content `data` of a file describes.

    Parameters
    ----------
    data : bytes
    allow_newer : bool
        Read a file of a newer schema as far as it is understood, instead of refusing it; the project
        is then read-only.

    Raises
    ------
    ScenarioFileError
        With every problem and its line; the message tells the first.
    """
    document, text, strict = parse(data)
    schema = _schema(document)
    newer = schema > SCHEMA
    if newer and not allow_newer:
        raise ScenarioFileError(
            f"was saved by a newer Isocost ({_app(document)}, schema {schema}; this one reads up to "
            f"{SCHEMA}): update Isocost to open it"
        )
    current, report = migrate(document, schema)
    reader = Reader()
    project = None
    with contextlib.suppress(TooMuchError):
        project = _read(current, reader, schema, read_only=newer, report=report)
    told = {problem.place for problem in strict}
    problems = [*strict, *(problem for problem in reader.problems if problem.place not in told)]
    if problems or project is None:
        # A migrated document has no lines any more.
        placed = problems if schema < SCHEMA else with_lines(problems, text)
        raise collected(tuple(str(problem) for problem in placed))
    return project


def _read(
    document: Mapping[str, Any], reader: Reader, schema: int, *, read_only: bool, report: list[str]
) -> Project:
    raws: list[Any] = reader.typed(document, "scenarios", list, [], ())
    if not raws and "scenarios" not in {problem.place[-1] for problem in reader.problems}:
        reader.fail(("scenarios",), "must list at least one scenario")
    scenarios = tuple(reader.scenario(raw, ("scenarios", i)) for i, raw in enumerate(raws))
    active = reader.typed(document, "active", int, 0, ())
    if scenarios and not 0 <= active < len(scenarios):
        reader.fail(("active",), f"must be between 0 and {len(scenarios) - 1}, not {active}")
    views: dict[str, Any] = reader.typed(document, "views", dict, {}, ())
    front: str = reader.typed(document, "front", str, "", ())
    library: str = reader.typed(document, "library", str, "", ())
    baseline = document.get("baseline")
    unknown = {key: value for key, value in document.items() if key not in _KEYS}
    if unknown:
        reader.report.append(f"kept but not understood: {names_text(unknown)}")
    return Project(
        scenarios=scenarios or (Scenario(),),
        active=active if 0 <= active < len(scenarios) else 0,
        views=MappingProxyType(views),
        front=front,
        library=library,
        baseline=None if baseline is None else reader.scenario(baseline, ("baseline",)),
        unknown=MappingProxyType(unknown),
        report=(*report, *reader.report),
        schema=schema,
        read_only=read_only,
    )


def _schema(document: Mapping[str, Any]) -> int:
    schema = document.get("schema")
    if isinstance(schema, bool) or not isinstance(schema, int) or schema < 0:
        raise ScenarioFileError('is no scenario: it has no whole number under "schema"')
    return schema


def _app(document: Mapping[str, Any]) -> str:
    app = document.get("app")
    return app[:60] if isinstance(app, str) else "unknown version"


def load(path: str | Path, *, allow_newer: bool = False) -> Project:
    """Return the project in the file `path`, or that which a picture, document or sheet there carries.

    Raises
    ------
    ScenarioFileError
        If it cannot be read. The message names the file, the first problem with its line, and a
        backup if one lies beside it.
    """
    path = Path(path)
    data = _content(path)
    try:
        kind = carriers.kind_of(data[:256])
        if kind:
            inside = carriers.carried(data, kind)
            return dataclasses.replace(from_bytes(inside, allow_newer=allow_newer), carrier=kind)
        return dataclasses.replace(from_bytes(data, allow_newer=allow_newer), digest=_digest(data))
    except ScenarioFileError as error:
        backup = newest_backup(path)
        hint = f"; an earlier state is in {backup.name}" if backup is not None else ""
        raise ScenarioFileError(f"{path.name}: {error}{hint}", error.problems) from None


def newest_backup(path: Path) -> Path | None:
    """Return the last original that a save kept beside the file `path`, or None."""
    kept = list(itertools.takewhile(Path.exists, _backups(path)))
    return kept[-1] if kept else None


def _backups(path: Path) -> Iterator[Path]:
    """Yield the names of originals kept beside `path`, in the order they are taken."""
    return (path.with_name(f"{path.name}.bak{n or ''}") for n in range(1000))


def changed_since(path: str | Path, digest: str) -> str:
    """Return "" if the file still holds what `digest` is of, "gone" if there is none, else "changed".

    A file that cannot be read, or that is too large for a scenario, is another one.
    """
    path = Path(path)
    try:
        if not path.exists():
            return "gone"
        with path.open("rb") as stream:
            return "" if _digest(stream.read(MAX_BYTES + 1)) == digest else "changed"
    except (OSError, ValueError):
        return "changed"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ScenarioFileError(f"{path} is a folder, not a scenario file")
        if path.exists() and not path.is_file():
            raise ScenarioFileError(f"{path} is no ordinary file")
        with path.open("rb") as stream:
            head = stream.read(256)
            most = carriers.MAX_CARRIER if carriers.kind_of(head) else MAX_BYTES
            return head + stream.read(most + 1 - len(head))
    except FileNotFoundError:
        raise ScenarioFileError(f"there is no file {path}") from None
    except ValueError:
        raise ScenarioFileError(f"{str(path)!r} is no file name") from None
    except OSError as error:
        raise ScenarioFileError(f"{path} cannot be read: {reason(error)}") from None


def save(path: str | Path, project: Project, *, keep: bool = False) -> str:
    """Write `project` to `path`, whole or not at all; return the digest of what was written.

    A file of another schema, or one that is no scenario, is first kept beside it as `.bak`; any file if
    `keep` asks for it.

    Raises
    ------
    ScenarioFileError
        If it cannot be written; what was there before is untouched.
    """
    path = Path(path)
    if project.read_only:
        raise ScenarioFileError(
            f"{path.name} was not saved: the scenario comes from a newer Isocost (schema {project.schema}) "
            "and would lose what this one does not understand; update Isocost"
        )
    data = to_bytes(project)
    try:
        _keep_original(path, always=keep)
        write_atomically(path, data)
    except ValueError:
        raise ScenarioFileError(f"{str(path)!r} is no file name") from None
    except OSError as error:
        raise ScenarioFileError(f"{path} was not saved: {reason(error)}") from None
    return _digest(data)


def _keep_original(path: Path, *, always: bool) -> None:
    """Copy what a save would lose for ever: a file of another schema, or no scenario at all."""
    if not path.is_file() or path.stat().st_size == 0 or not (always or _of_another_sort(path)):
        return
    copy_whole(path, next(name for name in _backups(path) if not name.exists()))


def _of_another_sort(path: Path) -> bool:
    with path.open("rb") as stream:
        old = stream.read(MAX_BYTES + 1)
    try:
        document, _, doubts = parse(old)
    except ScenarioFileError:
        return True
    return document.get("schema") != SCHEMA or bool(doubts)
