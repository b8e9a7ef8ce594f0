"""The scenarios that ship with Isocost, and the meaning of a FILE argument."""

import difflib
import os
from copy import deepcopy
from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from engine.errors import ScenarioFileError
from engine.files.project import SUFFIX, Project, from_bytes, load

#: What opens where nothing is asked for.
DEFAULT_NAME: Final = "enterprise-assistant"


@cache
def _shipped() -> dict[str, Traversable]:
    folder = files("resources") / "scenarios"
    found = {
        entry.name.removesuffix(SUFFIX): entry for entry in folder.iterdir() if entry.name.endswith(SUFFIX)
    }
    return dict(sorted(found.items(), key=lambda item: (item[0] != DEFAULT_NAME, item[0])))


def builtin_names() -> tuple[str, ...]:
    """Return the names of the shipped scenarios, the default first."""
    return tuple(_shipped())


def load_builtin(name: str = DEFAULT_NAME) -> Project:
    """Return the shipped project called `name`; raise `ScenarioFileError` with the names there are."""
    slug = _slug(name)
    if slug not in _shipped():
        raise ScenarioFileError(f"there is no scenario {name}{_near(name)}")
    project = _read(slug)
    # Whoever opens it may change what views keep; all else is frozen.
    return replace(project, views=deepcopy(dict(project.views)))


@cache
def _read(slug: str) -> Project:
    entry = _shipped()[slug]
    try:
        return from_bytes(entry.read_bytes())
    except ScenarioFileError as error:
        raise ScenarioFileError(f"{entry.name}: {error}", error.problems) from None


def resolve(name: str | os.PathLike[str] | None = None) -> Project:
    """Return the project a FILE argument means: a file, a shipped scenario, or the default for None.

    Raises
    ------
    ScenarioFileError
        If it is neither; the message names what comes near.
    """
    if name is None:
        return load_builtin()
    text = os.fspath(name)
    path = Path(text)
    if _exists(path) and (path.is_file() or _slug(text) not in _shipped()):
        return load(path)
    if _slug(text) in _shipped() and path.name == text:
        return load_builtin(text)
    raise ScenarioFileError(f"there is no file or scenario {text}{_near(text)}")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        # No file can have that name.
        return False


def _slug(name: str) -> str:
    return name.strip().lower().replace(" ", "-").replace("_", "-").removesuffix(SUFFIX)


def _near(text: str) -> str:
    """Return a hint at what `text` may have meant."""
    path = Path(text)
    try:
        beside = [str(entry) for entry in path.parent.iterdir() if entry.suffix == SUFFIX]
    except (OSError, ValueError):
        beside = []
    near = difflib.get_close_matches(_slug(path.name), builtin_names(), 2, 0.5)
    near += difflib.get_close_matches(text, beside, 2, 0.7)
    if near:
        return f"; did you mean {' or '.join(near)}?"
    return f"; built in are {', '.join(builtin_names())}"
