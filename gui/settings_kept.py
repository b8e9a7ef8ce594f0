"""What each setting is: its name in the file, the value it has at first, and how a text is read as one.

A file of settings may say anything. A value that makes no sense is as at first; of a list the entries stay
that do make sense.
"""

import contextlib
import json
import math
import os
import re
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Generic, TypeVar

from engine.presentation import choices
from engine.units import UNITS
from gui.language import LANGUAGES
from gui.marks import mark
from gui.settings_file import Value, Values
from gui.theme import CHOICES, Choice

T = TypeVar("T")

MOST_RECENT: Final = 10
#: Least and most that type and lengths may be enlarged.
SCALES: Final = (0.5, 3.0)
#: The longest name of a file or of a thing found that is remembered.
_LONGEST: Final = 32_767
#: What Qt begins with: a number that tells what it is, versions, and two rectangles by their edges.
_PLACE_HEAD: Final = struct.Struct(">IHH8i")
_PLACE_MAGIC: Final = 0x1D9D0CB
_PLACE_MOST: Final = 200
#: No screen is that far off [px].
_FARTHEST: Final = 100_000
_WORD: Final = re.compile(r"[\w.-]{1,100}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """One setting that is kept as text.

    Attributes
    ----------
    key, label : str
        In the file, and to the user.
    first : T
        Value where none is set.
    read : callable
        Returns the value a text stands for and whether all of it made sense; a value of nonsense is `first`.
    text : callable
        Returns the text that `read` reads as a value.
    """

    key: str
    label: str
    first: T
    read: Callable[[str], tuple[T, bool]]
    text: Callable[[T], str]


def _as_list(text: str) -> list[object] | None:
    with contextlib.suppress(ValueError, RecursionError):
        made = json.loads(text)
        return made if isinstance(made, list) else None
    return None


def _theme(text: str) -> tuple[Choice, bool]:
    found: Choice | None = next((choice for choice in CHOICES if choice == text), None)
    return found or "light", found is not None


def _language(text: str) -> tuple[str, bool]:
    return (text, True) if text in LANGUAGES else ("en", False)


def _scale(text: str) -> tuple[float, bool]:
    with contextlib.suppress(ValueError):
        number = float(text)
        if math.isfinite(number) and SCALES[0] <= number <= SCALES[1]:
            return number, True
    return 1.0, False


def _units(text: str) -> tuple[dict[str, str], bool]:
    made: object = None
    with contextlib.suppress(ValueError, RecursionError):
        made = json.loads(text)
    if not isinstance(made, dict):
        return {}, False
    fit = {unit: one for unit, one in made.items() if unit in UNITS and one in (unit, *choices(unit))}
    return fit, len(fit) == len(made)


def _units_text(chosen: Mapping[str, str]) -> str:
    return json.dumps(dict(chosen), ensure_ascii=True)


def _groups(text: str) -> tuple[tuple[str, ...], bool]:
    words = [word for word in text.split(" ") if word]
    fit = list(dict.fromkeys(word for word in words if _WORD.fullmatch(word)))
    return tuple(fit), len(fit) == len(words)


def _path(line: object) -> Path | None:
    """Return the file that `line` names, None where no file can be named so."""
    if not isinstance(line, str) or not line or "\0" in line or len(line) > _LONGEST:
        return None
    try:
        # A name of bytes that are no text is one; half a pair of UTF-16 is none.
        os.fsencode(line)
    except UnicodeEncodeError:
        return None
    path = Path(line)
    return path if path.is_absolute() else None


def _recent(text: str) -> tuple[list[Path], bool]:
    # As JSON, for a name may hold anything, a new line or bytes that are no text included.
    lines = _as_list(text) if text.startswith("[") else [line for line in text.split("\n") if line]
    if lines is None:
        return [], False
    found = list(dict.fromkeys(path for line in lines if (path := _path(line)) is not None))
    return found[:MOST_RECENT], len(found) == len(lines) <= MOST_RECENT


def _recent_text(paths: list[Path]) -> str:
    return json.dumps([str(path) for path in paths[:MOST_RECENT]])


def _finds(text: str) -> tuple[tuple[str, ...], bool]:
    lines = [line for line in text.split("\n") if line]
    found = list(dict.fromkeys(line for line in lines if len(line) <= _LONGEST))
    return tuple(found[:MOST_RECENT]), len(found) == len(lines) <= MOST_RECENT


def _count(text: str) -> tuple[int, bool]:
    fit = text.isascii() and text.isdigit() and len(text) < 4
    return int(text) if fit else 0, fit


def _dismissed(text: str) -> tuple[bool, bool]:
    return text == "dismissed", text in {"dismissed", ""}


THEME: Final[Kept[Choice]] = Kept("theme", mark("Theme"), "light", _theme, str)
LANGUAGE: Final[Kept[str]] = Kept("language", mark("Language"), "en", _language, str)
SCALE: Final[Kept[float]] = Kept("scale", mark("Scale"), 1.0, _scale, "{:g}".format)
SHOWN_UNITS: Final[Kept[dict[str, str]]] = Kept("units", mark("Units"), {}, _units, _units_text)
OPEN_GROUPS: Final[Kept[tuple[str, ...]]] = Kept("open_groups", mark("Open groups"), (), _groups, " ".join)
RECENT: Final[Kept[list[Path]]] = Kept("recent", mark("Recent files"), [], _recent, _recent_text)
RECENT_FINDS: Final[Kept[tuple[str, ...]]] = Kept("recent_finds", mark("Recent finds"), (), _finds, "\n".join)
HINTS_DONE: Final[Kept[int]] = Kept("hints_done", mark("First hints"), 0, _count, str)
SENTENCE: Final[Kept[bool]] = Kept(
    "sentence", mark("Sentence above the plot"), False, _dismissed, {True: "dismissed", False: ""}.__getitem__
)
GEOMETRY: Final = "geometry"
_PLACE: Final = mark("Place of the window")
KEPT: Final[tuple[Kept[object], ...]] = (
    THEME, LANGUAGE, SCALE, SHOWN_UNITS, OPEN_GROUPS, RECENT, RECENT_FINDS, HINTS_DONE, SENTENCE,
)  # type: ignore[assignment] # fmt: skip


def place_fits(value: Value) -> bool:
    """Return whether `value` is what Qt writes of the place and size of a window on some screen."""
    if not isinstance(value, bytes) or not _PLACE_HEAD.size <= len(value) <= _PLACE_MOST:
        return False
    magic, _, _, *edges = _PLACE_HEAD.unpack_from(value)
    return magic == _PLACE_MAGIC and all(abs(edge) <= _FARTHEST for edge in edges)


def sensible(values: Values) -> tuple[dict[str, Value], list[str]]:
    """Return what of `values` makes sense, mended where it can be, and the labels of what did not.

    What this version does not know stays: a newer one will.
    """
    made, wrong = dict(values), []
    for kept in KEPT:
        value = values.get(kept.key, "")
        if value == "":
            continue
        read, fit = kept.read(value) if isinstance(value, str) else (kept.first, False)
        if fit:
            continue
        wrong.append(kept.label)
        del made[kept.key]
        if read != kept.first:
            made[kept.key] = kept.text(read)
    if GEOMETRY in values and not place_fits(values[GEOMETRY]):
        wrong.append(_PLACE)
        del made[GEOMETRY]
    return made, wrong
