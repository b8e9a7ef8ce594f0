"""What the application remembers between runs; nothing of a scenario is here."""

import contextlib
import json
import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

from engine.units import UNITS
from gui.language import LANGUAGES, tr
from gui.theme import CHOICES, Choice

log = logging.getLogger(__name__)

VERSION: Final = 1
MOST_RECENT: Final = 10


_remarks: list[str] = []


def remarks() -> tuple[str, ...]:
    """Return what was found wrong with the settings of the user since this was asked last."""
    found = tuple(_remarks)
    _remarks.clear()
    return found


def _remark(text: str) -> None:
    if text not in _remarks:
        _remarks.append(text)
        log.warning(text)


def _set_aside_if_damaged(store: QSettings) -> None:
    """Write a damaged file of settings anew with what can be read of it; keep the old one beside it."""
    names = store.allKeys()  # which has it read
    if store.status() != QSettings.Status.FormatError:
        return
    path = Path(store.fileName())
    aside = path.with_name(f"{path.name}.damaged")
    with contextlib.suppress(OSError):
        aside.write_bytes(path.read_bytes())
    kept = {name: store.value(name) for name in names if name.isascii() and name.isidentifier()}
    store.clear()
    for name, value in kept.items():
        store.setValue(name, value)
    store.sync()
    text = tr("Settings were damaged: what could be read was kept, the old file was set aside as {name}.")
    _remark(text.format(name=aside.name))


class Settings:
    """Typed access to the settings file of the user.

    Parameters
    ----------
    store : QSettings, optional
        Another place, for tests.
    """

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "isocost", "isocost"
        )
        _set_aside_if_damaged(self._store)
        self._store.setValue("version", VERSION)
        if not self._store.isWritable():
            _remark(tr("Settings cannot be written and last until Isocost is closed."))

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""

    @property
    def theme(self) -> Choice:
        """Theme asked for; light at first."""
        name = self._text("theme")
        return next((choice for choice in CHOICES if choice == name), "light")

    @theme.setter
    def theme(self, name: Choice) -> None:
        self._store.setValue("theme", name)

    @property
    def language(self) -> str:
        """Code of the language; English at first."""
        code = self._text("language")
        return code if code in LANGUAGES else "en"

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def scale(self) -> float:
        """Scale of type and lengths, 1.0 as designed."""
        try:
            return min(3.0, max(0.5, float(self._text("scale") or 1.0)))
        except ValueError:
            return 1.0

    @scale.setter
    def scale(self, value: float) -> None:
        self._store.setValue("scale", f"{value:g}")

    @property
    def shown_units(self) -> dict[str, str]:
        """Units in which quantities are shown otherwise than declared, by declared unit."""
        try:
            kept = json.loads(self._text("units") or "{}")
        except (ValueError, RecursionError):
            return {}
        pairs = kept.items() if isinstance(kept, dict) else ()
        return {unit: shown for unit, shown in pairs if unit in UNITS and isinstance(shown, str)}

    @shown_units.setter
    def shown_units(self, chosen: Mapping[str, str]) -> None:
        self._store.setValue("units", json.dumps(dict(chosen), ensure_ascii=True))

    @property
    def geometry(self) -> bytes:
        """Place and size of the window as Qt wrote it; empty at first."""
        value = self._store.value("geometry")
        return bytes(value.data()) if isinstance(value, QByteArray) else b""

    @geometry.setter
    def geometry(self, value: QByteArray | bytes) -> None:
        self._store.setValue("geometry", QByteArray(value))

    @property
    def open_groups(self) -> tuple[str, ...]:
        """Groups of inputs that stood open; empty where never set."""
        return tuple(part for part in self._text("open_groups").split(" ") if part)

    @open_groups.setter
    def open_groups(self, keys: Iterable[str]) -> None:
        self._store.setValue("open_groups", " ".join(keys))

    @property
    def recent(self) -> list[Path]:
        """Files opened or saved last, the latest first."""
        text = self._text("recent")
        try:
            # As JSON, for a name may hold anything, a new line or bytes that are no text included.
            lines = json.loads(text) if text.startswith("[") else text.split("\n")
        except (ValueError, RecursionError):
            return []
        return [Path(line) for line in lines if line and isinstance(line, str) and "\0" not in line]

    def add_recent(self, path: Path) -> None:
        """Put `path` first among the recent files."""
        full = path.absolute()
        kept = [full, *(old for old in self.recent if old != full)][:MOST_RECENT]
        self._write_recent(kept)

    def forget_recent(self, path: Path) -> None:
        """Drop `path` from the recent files."""
        self._write_recent([old for old in self.recent if old != path.absolute()])

    def _write_recent(self, paths: list[Path]) -> None:
        self._store.setValue("recent", json.dumps([str(path) for path in paths]))

    @property
    def recent_finds(self) -> tuple[str, ...]:
        """What was chosen in the finder, the latest first."""
        return tuple(line for line in self._text("recent_finds").split("\n") if line)

    def add_recent_find(self, ident: str) -> None:
        """Put `ident` first among what was chosen in the finder."""
        kept = (ident, *(old for old in self.recent_finds if old != ident))
        self._store.setValue("recent_finds", "\n".join(kept[:MOST_RECENT]))

    @property
    def hints_done(self) -> int:
        """How many of the first hints were done; all of them where they were dismissed."""
        text = self._text("hints_done")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0

    @hints_done.setter
    def hints_done(self, count: int) -> None:
        self._store.setValue("hints_done", str(count))

    @property
    def sentence_dismissed(self) -> bool:
        """Whether the sentence above the plot was sent away."""
        return self._text("sentence") == "dismissed"

    @sentence_dismissed.setter
    def sentence_dismissed(self, on: bool) -> None:
        self._store.setValue("sentence", "dismissed" if on else "")

    @contextmanager
    def untouched(self) -> Iterator[None]:
        """Put back what is remembered of the first hints."""
        kept = self.hints_done, self.sentence_dismissed
        try:
            yield
        finally:
            self.hints_done, self.sentence_dismissed = kept

    @property
    def last_folder(self) -> str:
        """Folder of the latest file, or the user's home."""
        recent = self.recent
        return str(recent[0].parent if recent else Path.home())

    def library_text(self) -> str:
        """Return what model and library the figures come from, for the status bar."""
        from engine.version import version

        return f"Model {version()}"

    def sync(self) -> None:
        """Write to disk now."""
        self._store.sync()
