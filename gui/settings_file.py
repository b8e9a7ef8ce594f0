"""The file that settings are kept in, made fit before Qt reads it.

While Qt reads a file of settings it makes an object of every `@Variant(...)` in it, and PySide unpickles
those of Python: a file could run code. So it is read here first, strictly. What is neither text nor bytes
goes; where anything had to go, Qt is given a file that it wrote itself from the rest.
"""

import contextlib
import logging
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

from engine.system.folders import put_in_place
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
# As Qt writes them: what might be read otherwise, such as a fifth digit, is no escape here.
_ESCAPE: Final = re.compile(r'\\(?:([abfnrtv"\\])|x([0-9a-fA-F]{1,4})(?![0-9a-fA-F])|(0)(?![0-7]))')
_BARE: Final = re.compile(rf'(?:[^\x00-\x1f"\\;,=]|{_ESCAPE.pattern})*')
_QUOTED: Final = re.compile(rf'"((?:[^\x00-\x1f"\\]|{_ESCAPE.pattern})*)"')


@dataclass(frozen=True, slots=True)
class Content:
    """What was read of a file of settings.

    Attributes
    ----------
    values : mapping
        All that could be read.
    fit : bool
        Whether Qt may read the file as it is.
    damaged : bool
        Whether anything in it could not be read.
    """

    values: Values
    fit: bool
    damaged: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """Settings ready for use.

    Attributes
    ----------
    store : QSettings
        In memory alone where the file can be neither read nor written.
    trouble : str
        What to tell the user, in English; empty where all is well.
    aside : str
        Name of the old file, where it was set aside.
    """

    store: QSettings
    trouble: str = ""
    aside: str = ""


def usual_path() -> Path:
    """Return where the settings of this user are, without reading them."""
    beside = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "isocost", "place")
    return Path(beside.fileName()).with_name("isocost.ini")


def content(data: bytes) -> Content:
    """Return what `data` says, read as strictly as Qt writes."""
    values: dict[str, Value] = {}
    group, fit, damaged = "", True, False
    for raw in data.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        line = _decoded(raw.removesuffix(b"\r"))
        bare = line.strip(" \t") if line is not None else None
        fit = fit and bare == line
        if bare == "" or (bare is not None and bare[0] in ";#"):
            # To Qt a name may begin so.
            fit = fit and not bare.startswith("#")
            continue
        found = None if bare is None else _GROUP.fullmatch(bare)
        if found is not None:
            group = "" if found[1].lower() == "general" else f"{found[1]}/"
            continue
        name, mark, said = (bare or "").partition("=")
        value = _value(said.strip(" \t")) if mark and _NAME.fullmatch(name.strip(" \t")) else None
        if value is None:
            fit, damaged = False, True
            continue
        fit = fit and name == name.strip(" \t") and said == said.strip(" \t")
        values[group + name.strip(" \t")] = value
    return Content(values, fit, damaged)


def _decoded(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8")
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
            return Opened(QSettings(str(path), QSettings.Format.IniFormat))
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return _begun_anew(path)
        data = path.read_bytes()
    except OSError as error:
        log.warning("settings: %s", error)
        return Opened(_in_memory(path, {}), UNREADABLE)
    return _of(path, data, judge)


def _of(path: Path, data: bytes, judge: Callable[[Values], Values]) -> Opened:
    read = content(data)
    values = judge(read.values)
    damaged = read.damaged or values != read.values
    if read.fit and not damaged:
        return Opened(QSettings(str(path), QSettings.Format.IniFormat))
    aside = _copied_aside(path, data) if damaged else ""
    if (damaged and not aside) or not _written(path, values):
        return Opened(_in_memory(path, values), UNWRITABLE)
    return Opened(QSettings(str(path), QSettings.Format.IniFormat), DAMAGED if damaged else "", aside)


def _begun_anew(path: Path) -> Opened:
    """Move away what stands in the place of the file: a folder, a pipe, a file without end."""
    for name in _names_aside(path):
        with contextlib.suppress(OSError):
            path.replace(path.with_name(name))
            return Opened(QSettings(str(path), QSettings.Format.IniFormat), DAMAGED, name)
    return Opened(_in_memory(path, {}), UNREADABLE)


def _copied_aside(path: Path, data: bytes) -> str:
    """Keep `data` beside `path`; return the name it is kept by, empty where it cannot be."""
    for name in _names_aside(path):
        with contextlib.suppress(OSError):
            path.with_name(name).write_bytes(data)
            return name
    return ""


def _names_aside(path: Path) -> list[str]:
    # The first may be a folder that was set aside before.
    return [f"{path.name}.damaged{n}" for n in ("", "-2", "-3")]


def _fill(store: QSettings, values: Values) -> None:
    for name, value in values.items():
        store.setValue(name, QByteArray(value) if isinstance(value, bytes) else value)


def _written(path: Path, values: Values) -> bool:
    """Put a file that holds `values` in the place of `path`; return whether it stands there now."""
    made = path.with_name(f"{path.name}.new-{os.getpid()}")
    try:
        made.write_bytes(b"")
        store = QSettings(str(made), QSettings.Format.IniFormat)
        _fill(store, values)
        store.sync()
        if store.status() != QSettings.Status.NoError:
            return False
        put_in_place(made, path)
    except OSError as error:
        log.warning("settings: %s", error)
        return False
    finally:
        with contextlib.suppress(OSError):
            made.unlink(missing_ok=True)
    return True


def _in_memory(path: Path, values: Values) -> QSettings:
    """Return settings that no file holds: nothing can stand below what is no folder."""
    store = QSettings(str(path if path.is_dir() else path / "none"), QSettings.Format.IniFormat)
    _fill(store, values)
    return store
