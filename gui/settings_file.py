"""The file that settings are kept in: read strictly, written whole, in the form of Qt's INI files.

QSettings is not let near it. While it reads it makes an object of every `@Variant(...)`, and PySide unpickles
those of Python: a file could run code. And it waits for a lock file for ever that a killed process left
empty, or that names another machine. What is neither text nor bytes is damage here; and there is no lock:
each window puts what it changes into what the file says at that moment.
"""

import contextlib
import logging
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings

from engine.files.atomic import write_atomically
from gui.marks import mark

log = logging.getLogger(__name__)

#: More than any window ever wrote; what is larger is not read.
MOST_BYTES: Final = 1_000_000

DAMAGED: Final = mark(
    "Settings were damaged: what could be read was kept, the old file was set aside as {name}."
)
RESET: Final = mark("As at first again: {names}.")
UNREADABLE: Final = mark("Settings cannot be read: they are as at first and last until Isocost is closed.")
UNWRITABLE: Final = mark("Settings cannot be written and last until Isocost is closed.")

Value = str | bytes
#: What a file says: the values by name, those of a group as "group/name".
Values = Mapping[str, Value]

_NAME: Final = re.compile(r"[A-Za-z0-9_.-]{1,200}")
_GROUP: Final = re.compile(r"\[([A-Za-z0-9_.-]{1,200})\]")
_LETTERS: Final = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v",
                   '"': '"', "\\": "\\"}  # fmt: skip
_SIGNS: Final = {sign: letter for letter, sign in _LETTERS.items()}
# As Qt writes them: what might be read otherwise, such as a fifth digit, is no escape here.
_ESCAPE: Final = re.compile(r'\\(?:([abfnrtv"\\])|x([0-9a-fA-F]{1,4})(?![0-9a-fA-F])|(0)(?![0-7]))')
_BARE: Final = re.compile(rf'(?:[^\x00-\x1f"\\;,=]|{_ESCAPE.pattern})*')
_QUOTED: Final = re.compile(rf'"((?:[^\x00-\x1f"\\]|{_ESCAPE.pattern})*)"')
_NEEDS_QUOTES: Final = re.compile(r"[;,=]|^ | $")
_HEX: Final = frozenset("0123456789abcdefABCDEF")


@dataclass(frozen=True, slots=True)
class Content:
    """What was read of a file of settings: the values, and whether anything could not be read."""

    values: Values
    damaged: bool


# the form ---------------------------------------------------------------------------------------------


def content(data: bytes) -> Content:
    """Return what `data` says, read as strictly as Qt writes."""
    values: dict[str, Value] = {}
    group: str | None = ""
    damaged = False
    for raw in data.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        line = _decoded(raw)
        if line is not None and (not line or line[0] in ";#"):
            continue
        if line is not None and line.startswith("["):
            found = _GROUP.fullmatch(line)
            group = None if found is None else "" if found[1].lower() == "general" else f"{found[1]}/"
            damaged = damaged or found is None
            continue
        name, mark, said = (line or "").partition("=")
        name = name.rstrip(" \t")
        value = _value(said.lstrip(" \t")) if mark and _NAME.fullmatch(name) else None
        if value is None or group is None:
            damaged = True
        else:
            values[group + name] = value
    return Content(values, damaged)


def _decoded(raw: bytes) -> str | None:
    try:
        return raw.removesuffix(b"\r").decode("utf-8").strip(" \t")
    except UnicodeDecodeError:
        return None


def _value(said: str) -> Value | None:
    """Return the text or the bytes that `said` stands for, None where it is neither."""
    quoted = _QUOTED.fullmatch(said)
    if quoted is None and not _BARE.fullmatch(said):
        return None
    text = _ESCAPE.sub(_letter, said if quoted is None else quoted[1])
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        return None
    if not text.startswith("@"):
        return text
    if text.startswith("@@"):
        return text[1:]
    form, mark, held = text.removesuffix(")").partition("(")
    if not (mark and text.endswith(")") and form in {"@ByteArray", "@String"}):
        return None
    if form == "@String":
        return held
    with contextlib.suppress(UnicodeEncodeError):
        return held.encode("latin-1")
    return None


def _letter(escape: re.Match[str]) -> str:
    letter, digits, _ = escape.groups()
    return _LETTERS[letter] if letter else chr(int(digits or "0", 16))


def as_bytes(values: Values) -> bytes:
    """Return the file that says `values`, as Qt writes it."""
    groups: dict[str, list[str]] = {}
    for name in sorted(values):
        group, _, key = name.rpartition("/")
        groups.setdefault(group or "General", []).append(f"{key}={_said(values[name])}")
    blocks = ("\n".join((f"[{group}]", *lines, "")) for group, lines in groups.items())
    return "\n".join(blocks).encode("utf-8")


def _said(value: Value) -> str:
    """Return how `value` is written."""
    if isinstance(value, bytes):
        return _escaped(f"@ByteArray({value.decode('latin-1')})", most="\x7e")
    if "\0" in value:
        return _escaped(f"@String({value})")
    return _escaped(f"@{value}" if value.startswith("@") else value)


def _escaped(text: str, most: str = "\U0010ffff") -> str:
    made, open_end = [], False
    for sign in text:
        if sign in _SIGNS:
            made.append(f"\\{_SIGNS[sign]}")
            open_end = False
        elif " " <= sign <= most and not (open_end and sign in _HEX):
            made.append(sign)
            open_end = False
        else:
            # A digit behind it would be one of the number.
            made.append(f"\\x{ord(sign):x}")
            open_end = True
    said = "".join(made)
    return f'"{said}"' if _NEEDS_QUOTES.search(said) else said


# the file ---------------------------------------------------------------------------------------------


class Store:
    """Values by name, in a file that other windows write too; in memory alone where there can be none.

    Parameters
    ----------
    path : Path or None
        None keeps them in memory.
    values : mapping
        What the file says.
    """

    def __init__(self, path: Path | None, values: Values) -> None:
        self._path, self._values = path, dict(values)
        self._seen = self._stamp()

    def get(self, name: str) -> Value:
        """Return the value of `name`, empty where none is set."""
        self._follow()
        return self._values.get(name, "")

    def put(self, name: str, value: Value) -> None:
        """Set the value of `name`, in the file too where that can be."""
        self._follow()
        if self._values.get(name) == value:
            return
        self._values[name] = value
        self.write()

    def write(self) -> bool:
        """Write all values; return whether the file says them now."""
        if self._path is None:
            return False
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, as_bytes(self._values))
        except (OSError, ValueError) as error:
            # What is set lasts for now.
            log.warning("settings: %s", error)
            return False
        self._seen = self._stamp()
        return True

    def _follow(self) -> None:
        """Take over what another window wrote meanwhile."""
        stamp = self._stamp()
        if stamp is None or stamp == self._seen or self._path is None:
            return
        self._seen = stamp
        with contextlib.suppress(OSError):
            self._values = dict(content(self._path.read_bytes()).values)

    def _stamp(self) -> tuple[int, int, int] | None:
        with contextlib.suppress(OSError):
            if self._path is not None and self._path.is_file():
                found = self._path.stat()
                if found.st_size <= MOST_BYTES:
                    return found.st_mtime_ns, found.st_size, found.st_ino
        return None


@dataclass(frozen=True, slots=True)
class Opened:
    """Settings ready for use.

    Attributes
    ----------
    store : Store
    trouble : str
        What to tell the user, in English; empty where all is well.
    aside : str
        Name of the old file, where it was set aside.
    """

    store: Store
    trouble: str = ""
    aside: str = ""


def usual_path() -> Path:
    """Return where the settings of this user are, without reading them."""
    beside = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "isocost", "place")
    return Path(beside.fileName()).with_name("isocost.ini")


def opened(path: Path, judge: Callable[[Values], Values]) -> Opened:
    """Return the settings of `path`, with what `judge` leaves of them.

    Parameters
    ----------
    path : Path
        A file, which need not be there; whatever else is found there is set aside.
    judge : callable
        Takes what was read, returns what of it makes sense, mended where it can be.

    Returns
    -------
    Opened
        Never raises for what the file is or says.
    """
    with contextlib.suppress(OSError, RuntimeError):
        # What somebody linked here stays where it is.
        path = path.resolve()
    try:
        if not os.path.lexists(path):
            store = Store(path, {})
            return Opened(store, "" if _can_write(path) else UNWRITABLE)
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return _begun_anew(path)
        read = content(path.read_bytes())
    except OSError as error:
        log.warning("settings: %s", error)
        return Opened(Store(None, {}), UNREADABLE)
    values = judge(read.values)
    if not read.damaged and values == read.values:
        return Opened(Store(path, values), "" if _can_write(path) else UNWRITABLE)
    aside = _copied_aside(path)
    store = Store(path if aside else None, values)
    return Opened(store, DAMAGED, aside) if store.write() else Opened(store, UNWRITABLE)


def _can_write(path: Path) -> bool:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _begun_anew(path: Path) -> Opened:
    """Move away what stands in the place of the file: a folder, a pipe, a file without end."""
    for name in _names_aside(path):
        with contextlib.suppress(OSError):
            path.replace(path.with_name(name))
            return Opened(Store(path, {}), DAMAGED, name)
    return Opened(Store(None, {}), UNREADABLE)


def _copied_aside(path: Path) -> str:
    """Keep a copy beside `path`; return the name it is kept by, empty where it cannot be."""
    for name in _names_aside(path):
        with contextlib.suppress(OSError):
            path.with_name(name).write_bytes(path.read_bytes())
            return name
    return ""


def _names_aside(path: Path) -> list[str]:
    # The first may be a folder that was set aside before.
    return [f"{path.name}.damaged{n}" for n in ("", "-2", "-3")]
