"""What autosave keeps of work that is not saved: the state when last saved, the state now, and a checksum.

One file an open window, apart from the scenario's own file, which is never touched. The first line tells
the length and the digest of the rest, so that a file cut short by a crash is known for one.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from engine.errors import ScenarioFileError
from engine.files.atomic import reason, write_atomically
from engine.files.project import Project, from_bytes, load, to_bytes
from engine.formatting import format_value
from engine.scenario import Annotation, Scenario, spec_of

SUFFIX: Final = ".recovery"
VERSION: Final = 1
_MOST_BYTES: Final = 100_000_000


@dataclass(frozen=True, slots=True)
class Recovery:
    """Work that was not saved.

    Attributes
    ----------
    saved, now : Project
        As last saved or opened, and as it was at `when`.
    pairs : tuple of int or None
        For each scenario of `now` which one of `saved` it was; None for a new one.
    path : Path or None
        The file it belongs to.
    when : float
        Seconds since 1970.
    """

    saved: Project
    now: Project
    pairs: tuple[int | None, ...]
    path: Path | None
    when: float

    @property
    def name(self) -> str:
        """Return the name of the scenario that was in front."""
        return self.now.scenario.name

    def differences(self) -> tuple[str, ...]:
        """Return a line for each thing that differs from what is saved."""
        found: list[str] = []
        several = len(self.now.scenarios) > 1
        for scenario, pair in zip(self.now.scenarios, self.pairs, strict=True):
            if pair is None:
                found.append(f"New scenario {scenario.name}")
                continue
            head = f"{scenario.name}: " if several else ""
            found += [f"{head}{line}" for line in _changes(self.saved.scenarios[pair], scenario)]
        kept = {pair for pair in self.pairs if pair is not None}
        gone = (one for i, one in enumerate(self.saved.scenarios) if i not in kept)
        return (*found, *(f"Closed scenario {one.name}" for one in gone))

    def file_moved_on(self) -> bool:
        """Return whether the file is gone, or no longer holds what these changes were made to."""
        if self.path is None:
            return False
        try:
            return load(self.path).scenarios != self.saved.scenarios
        except ScenarioFileError:
            return True


def _changes(old: Scenario, new: Scenario) -> Iterator[str]:
    for key in new.differing(old):
        spec = spec_of(key)
        before, after = (format_value(one.get(key), spec, full=True) for one in (old, new))
        yield f"{spec.label} {before} → {after}"
    for key in sorted({*old.annotations, *new.annotations}):
        yield from _noted(spec_of(key).label, old.annotation(key), new.annotation(key))
    for field, label in (("name", "Name"), ("note", "Note"), ("doubt", "Doubt"), ("parts", "Parts")):
        if getattr(old, field) != getattr(new, field):
            yield f"{label} changed"


def _noted(label: str, old: Annotation, new: Annotation) -> Iterator[str]:
    if old.locked != new.locked:
        yield f"{label} {'locked' if new.locked else 'unlocked'}"
    if old.uncertainty != new.uncertainty:
        yield f"Uncertainty of {label}"
    if (old.source, old.note) != (new.source, new.note):
        yield f"Source or note of {label}"


def folder() -> Path:
    """Return the folder of the user's unsaved work; it need not exist."""
    chosen = os.environ.get("ISOCOST_STATE", "")
    return Path(chosen).expanduser() if chosen else _default_folder()


@cache
def _default_folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_state_dir("isocost", appauthor=False)) / "recovery"


def keep(path: Path, recovery: Recovery) -> None:
    """Write `recovery` to `path`, whole or not at all; raise `ScenarioFileError` where that fails."""
    body = json.dumps(
        {
            "now": to_bytes(recovery.now).decode(),
            "pairs": recovery.pairs,
            "path": None if recovery.path is None else str(recovery.path),
            "saved": to_bytes(recovery.saved).decode(),
            "when": recovery.when,
        }
    ).encode()
    head = {"bytes": len(body), "recovery": VERSION, "sha256": hashlib.sha256(body).hexdigest()}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, json.dumps(head).encode() + b"\n" + body)
    except OSError as error:
        raise ScenarioFileError(f"unsaved work could not be kept in {path.parent}: {reason(error)}") from None


def read(path: Path) -> Recovery:
    """Return what `path` keeps; raise `ScenarioFileError` where it is cut short or damaged."""
    try:
        with path.open("rb") as stream:
            head, _, body = stream.read(_MOST_BYTES).partition(b"\n")
    except OSError as error:
        raise ScenarioFileError(f"{path.name} cannot be read: {reason(error)}") from None
    told = _object(head, path)
    if told.get("recovery") != VERSION:
        raise ScenarioFileError(f"{path.name} was written by another version of Isocost")
    if told.get("bytes") != len(body):
        raise ScenarioFileError(f"{path.name} is cut short: {len(body):,} of {told.get('bytes')} bytes")
    if told.get("sha256") != hashlib.sha256(body).hexdigest():
        raise ScenarioFileError(f"{path.name} is damaged: its checksum does not fit")
    kept = _object(body, path)
    try:
        made = Recovery(
            saved=from_bytes(kept["saved"].encode()),
            now=from_bytes(kept["now"].encode()),
            pairs=tuple(kept["pairs"]),
            path=None if kept["path"] is None else Path(kept["path"]),
            when=float(kept["when"]),
        )
        there = {None, *range(len(made.saved.scenarios))}
        if len(made.pairs) != len(made.now.scenarios) or not there.issuperset(made.pairs):
            raise ValueError
    except (KeyError, TypeError, AttributeError, ValueError):
        raise ScenarioFileError(f"{path.name} does not hold what recovery needs") from None
    return made


def _object(text: bytes, path: Path) -> dict[str, Any]:
    try:
        made = json.loads(text)
    except (ValueError, RecursionError):
        made = None
    if not isinstance(made, dict):
        raise ScenarioFileError(f"{path.name} is cut short or damaged")
    return made


def set_aside(path: Path, name: str, most: int = 10) -> Path:
    """Move `path` into the folder `name` beside it, so that nothing is lost for good; return where it lies.

    Of what was set aside there before the newest `most` stay.
    """
    place = path.parent / name
    place.mkdir(parents=True, exist_ok=True)
    target = path.replace(place / path.name)
    old = sorted(place.glob(f"*{SUFFIX}"), key=lambda one: one.stat().st_mtime, reverse=True)
    for one in old[most:]:
        one.unlink(missing_ok=True)
    return target
