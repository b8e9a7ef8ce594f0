"""Nothing of the user's own machine leaves with a scenario: paths become the names of their files."""

import dataclasses
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from engine.scenario import Scenario

#: A whole text that is one path, spaces and all.
_WHOLE: Final = re.compile(r"(?:~|[A-Za-z]:)?[/\\][^\n:*?\"<>|]*[/\\]([^/\\\n]+)")
#: A path inside a sentence: two folders at least, and no part of an address on the web.
_INSIDE: Final = re.compile(
    r"(?<![\w:/.\\~-])(?:~|[A-Za-z]:)?(?:[/\\][^\s/\\'\",;()\[\]<>]+)+[/\\]([^\s/\\'\",;()\[\]<>]+)"
)


def without_paths(text: str) -> str:
    """Return `text` with every path on a disk cut down to the name of its file."""
    whole = _WHOLE.fullmatch(text.strip())
    if whole:
        return whole[1]
    return _INSIDE.sub(lambda match: match[1], text)


def public(scenario: Scenario) -> Scenario:
    """Return `scenario` and its parents without paths in notes, sources and parts; its figures stay."""
    return dataclasses.replace(
        scenario,
        note=without_paths(scenario.note),
        annotations=MappingProxyType(
            {
                key: dataclasses.replace(a, source=without_paths(a.source), note=without_paths(a.note))
                for key, a in scenario.annotations.items()
            }
        ),
        parts=MappingProxyType({key: _cleaned(entry) for key, entry in scenario.parts.items()}),
        parent=None if scenario.parent is None else public(scenario.parent),
    )


def _cleaned(entry: Any) -> Any:
    if isinstance(entry, str):
        return without_paths(entry)
    if isinstance(entry, Mapping):
        return {key: _cleaned(value) for key, value in entry.items()}
    if isinstance(entry, list | tuple):
        return [_cleaned(value) for value in entry]
    return entry
