"""What the engine says, known again by its form: sentences with figures and names in them, and their parts.

The engine knows no language. Forms of its errors and remarks are gathered from its source and read from
`resources/translations/sentences.txt`; those of what it only tells stand in `gui.engine_words`.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Final

from gui.engine_words import FORMS

#: What stands for a name in braces where it is less than any words.
_FILLS: Final = {
    "ident": r"'.*?'|\S+",
    "off": r"\S+",
    "seen": r"[^A-Za-z ]\S*(?: \S+)*",
    "why": r".*?",
}
#: What stands where a form says how a number is written.
_NUMBER: Final = r"[-+\u2212]?(?:[0-9][0-9.,]*(?:e[-+]?[0-9]+)?|inf|nan)%?"
#: Names under which stands what a file or a person calls something.
_OWN: Final = frozenset({"field", "folder", "key", "out", "path", "unknown"})
#: An input as an error quotes it, with what is said of its length where only the beginning is quoted.
_QUOTED: Final = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_CUT: Final = re.compile(r"(.*)\u2026 \(([0-9,]+) characters\)", re.DOTALL)


def matches(text: str) -> Iterator[tuple[str, int, dict[str, str]]]:
    """Yield each form that `text` may have, how many letters of it that is, and what stands in its braces."""
    # A regular expression is a hundred times as dear as a search.
    for form, known in [(form, known) for longest, form, known in _forms() if longest in text]:
        found = _pattern(form).fullmatch(text)
        if found is not None:
            yield form, known, found.groupdict()


def quoted(text: str) -> tuple[str, str] | None:
    """Return what `text` quotes and the length told of it, "" where it is whole; None for no quotation."""
    cut = _CUT.fullmatch(text)
    found = _QUOTED.fullmatch(cut[1] if cut else text)
    return None if found is None else (found[1] or found[2] or "", cut[2] if cut else "")


def own(name: str) -> bool:
    """Return whether what stands under `name` is no word of ours, so that it is shown as it is."""
    return name.rstrip("0123456789") in _OWN


@cache
def all_forms() -> tuple[str, ...]:
    """Return every form there is, by hand and gathered."""
    gathered = files("resources").joinpath("translations", "sentences.txt").read_text("utf-8")
    return tuple(dict.fromkeys((*FORMS, *gathered.splitlines())))


@cache
def _forms() -> tuple[tuple[str, str, int], ...]:
    """Return the longest text of every form, the form, and how many letters it has without what varies."""
    made = []
    for form in all_forms():
        pieces = [text for text, *_ in Formatter().parse(form)]
        made.append((max(pieces, key=len), form, sum(map(len, pieces))))
    # Of forms of which as much is known the one that says more itself comes first.
    return tuple(sorted(made, key=lambda one: -one[2]))


@cache
def _pattern(form: str) -> re.Pattern[str]:
    pattern = ""
    for text, name, spec, _ in Formatter().parse(form):
        pattern += re.escape(text)
        if name is not None:
            pattern += f"(?P<{name}>{_FILLS.get(name) or (_NUMBER if spec else '.+?')})"
    return re.compile(pattern, re.DOTALL)
