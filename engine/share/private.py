"""Nothing private leaves with a scenario: paths become the names of their files, private lines stay behind.

A line of a note or source that begins with ``private:`` is for the scenario file alone, which a user hands
on knowingly; no export, report, table or workbook has it.
"""

import dataclasses
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from engine.scenario import Scenario

#: A whole text that is one path, spaces and all.
_WHOLE: Final = re.compile(r"(?:~|[A-Za-z]:)?[/\\][^\n:*?\"<>|]*[/\\]([^/\\\n]+)")
#: A path inside a sentence: two folders at least, and no part of an address on the web.
_INSIDE: Final = re.compile(
    r"(?<![\w:/.\\~-])(?:~|[A-Za-z]:)?(?:[/\\][^\s/\\'\",;()\[\]<>]+)+[/\\]([^\s/\\'\",;()\[\]<>]+)"
)
_SEPARATOR: Final = re.compile(r"[/\\]")
#: A line, with its end, that is for the scenario file alone.
_PRIVATE: Final = re.compile(r"^[ \t]*private:.*(?:\n|\Z)", re.IGNORECASE | re.MULTILINE)


def shareable(text: str) -> str:
    """Return `text` as it may leave: without private lines, paths cut down to the names of their files."""
    return without_paths(_PRIVATE.sub("", text).rstrip("\n") if _PRIVATE.search(text) else text)


def without_paths(text: str) -> str:
    """Return `text` with every path on a disk cut down to the name of its file."""
    whole = _WHOLE.fullmatch(text.strip())
    if whole:
        return whole[1]
    return _INSIDE.sub(lambda match: match[1], _without_home(text))


def _without_home(text: str) -> str:
    """Return `text` without folders below the user's own; the disk tells how far one with spaces goes."""
    try:
        home = str(Path.home())
    except RuntimeError:
        return text
    at = text.find(home) if len(home) > 1 else -1
    while at >= 0:
        ends = [match.end() for match in _SEPARATOR.finditer(text, at + len(home))]
        folders = [end for end in ends if _is_folder(text[at : end - 1])]
        text = text[:at] + text[max(folders, default=at + len(home)) :]
        at = text.find(home, at)
    return text


def _is_folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):
        return False


def public(scenario: Scenario) -> Scenario:
    """Return `scenario` and its parents with notes, sources and parts as they may leave; its figures stay."""
    return dataclasses.replace(
        scenario,
        note=shareable(scenario.note),
        annotations=MappingProxyType(
            {
                key: dataclasses.replace(a, source=shareable(a.source), note=shareable(a.note))
                for key, a in scenario.annotations.items()
            }
        ),
        unknown=MappingProxyType({key: _cleaned(value) for key, value in scenario.unknown.items()}),
        parts=MappingProxyType({key: _cleaned(entry) for key, entry in scenario.parts.items()}),
        parent=None if scenario.parent is None else public(scenario.parent),
    )


def _cleaned(entry: Any) -> Any:
    if isinstance(entry, str):
        return shareable(entry)
    if isinstance(entry, Mapping):
        return {key: _cleaned(value) for key, value in entry.items()}
    if isinstance(entry, list | tuple):
        return [_cleaned(value) for value in entry]
    return entry
