"""What the application remembers between runs; nothing of a scenario is here."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QByteArray

from gui import settings_file, settings_kept
from gui.language import say, tr
from gui.settings_file import Store, Values
from gui.settings_kept import Kept
from gui.theme import Choice

T = TypeVar("T")

log = logging.getLogger(__name__)

VERSION: Final = 1

#: What was found wrong: English texts, the name of a file set aside, and labels of settings.
_remarks: dict[tuple[str, str, tuple[str, ...]], None] = {}


def remarks() -> tuple[str, ...]:
    """Return what was found wrong with the settings of the user since this was asked last."""
    found = tuple(_told(*remark) for remark in _remarks)
    _remarks.clear()
    return found


def _told(text: str, aside: str, labels: tuple[str, ...]) -> str:
    # When it was found the language was not known yet: it is a setting itself.
    said = tr(text).format(name=aside)
    if not labels:
        return said
    return f"{said} {tr(settings_file.RESET).format(names=', '.join(tr(label) for label in labels))}"


def _remark(text: str, aside: str = "", labels: Iterable[str] = ()) -> None:
    remark = text, aside, tuple(labels)
    if remark not in _remarks:
        _remarks[remark] = None
        log.warning(_told(*remark))


def _opened(path: Path) -> Store:
    wrong: list[str] = []

    def judge(values: Values) -> Values:
        made, labels = settings_kept.sensible(values)
        wrong.extend(labels)
        return made

    found = settings_file.opened(path, judge)
    if found.trouble:
        _remark(found.trouble, found.aside, wrong)
    return found.store


class Settings:
    """Typed access to the settings file of the user.

    Parameters
    ----------
    path : Path, optional
        Another file, for tests.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._store = _opened(path or settings_file.usual_path())
        written = self._text("version")
        if not (written.isascii() and written.isdigit() and len(written) < 9 and int(written) > VERSION):
            self._store.put("version", str(VERSION))

    def _text(self, key: str) -> str:
        value = self._store.get(key)
        return value if isinstance(value, str) else ""

    def _get(self, kept: Kept[T]) -> T:
        text = self._text(kept.key)
        return kept.read(text)[0] if text else kept.first

    def _put(self, kept: Kept[T], value: T) -> None:
        self._store.put(kept.key, kept.text(value))

    @property
    def theme(self) -> Choice:
        """Theme asked for; light at first."""
        return self._get(settings_kept.THEME)

    @theme.setter
    def theme(self, name: Choice) -> None:
        self._put(settings_kept.THEME, name)

    @property
    def language(self) -> str:
        """Code of the language; English at first."""
        return self._get(settings_kept.LANGUAGE)

    @language.setter
    def language(self, code: str) -> None:
        self._put(settings_kept.LANGUAGE, code)

    @property
    def scale(self) -> float:
        """Scale of type and lengths, 1.0 as designed."""
        return self._get(settings_kept.SCALE)

    @scale.setter
    def scale(self, value: float) -> None:
        self._put(settings_kept.SCALE, value)

    @property
    def shown_units(self) -> dict[str, str]:
        """Units in which quantities are shown otherwise than declared, by declared unit."""
        return self._get(settings_kept.SHOWN_UNITS).copy()

    @shown_units.setter
    def shown_units(self, chosen: Mapping[str, str]) -> None:
        self._put(settings_kept.SHOWN_UNITS, dict(chosen))

    @property
    def geometry(self) -> bytes:
        """Place and size of the window as Qt wrote it; empty at first."""
        value = self._store.get(settings_kept.GEOMETRY)
        return value if isinstance(value, bytes) and settings_kept.place_fits(value) else b""

    @geometry.setter
    def geometry(self, value: QByteArray | bytes) -> None:
        self._store.put(settings_kept.GEOMETRY, bytes(QByteArray(value).data()))

    @property
    def open_groups(self) -> tuple[str, ...]:
        """Groups of inputs that stood open; empty where never set."""
        return self._get(settings_kept.OPEN_GROUPS)

    @open_groups.setter
    def open_groups(self, keys: Iterable[str]) -> None:
        self._put(settings_kept.OPEN_GROUPS, tuple(keys))

    @property
    def recent(self) -> list[Path]:
        """Files opened or saved last, the latest first."""
        return self._get(settings_kept.RECENT).copy()

    def add_recent(self, path: Path) -> None:
        """Put `path` first among the recent files."""
        full = path.absolute()
        self._put(settings_kept.RECENT, [full, *(old for old in self.recent if old != full)])

    def forget_recent(self, path: Path) -> None:
        """Drop `path` from the recent files."""
        self._put(settings_kept.RECENT, [old for old in self.recent if old != path.absolute()])

    @property
    def recent_finds(self) -> tuple[str, ...]:
        """What was chosen in the finder, the latest first."""
        return self._get(settings_kept.RECENT_FINDS)

    def add_recent_find(self, ident: str) -> None:
        """Put `ident` first among what was chosen in the finder."""
        kept = (ident, *(old for old in self.recent_finds if old != ident))
        self._put(settings_kept.RECENT_FINDS, kept[: settings_kept.MOST_RECENT])

    @property
    def hints_done(self) -> int:
        """How many of the first hints were done; all of them where they were dismissed."""
        return self._get(settings_kept.HINTS_DONE)

    @hints_done.setter
    def hints_done(self, count: int) -> None:
        self._put(settings_kept.HINTS_DONE, count)

    @property
    def sentence_dismissed(self) -> bool:
        """Whether the sentence above the plot was sent away."""
        return self._get(settings_kept.SENTENCE)

    @sentence_dismissed.setter
    def sentence_dismissed(self, on: bool) -> None:
        self._put(settings_kept.SENTENCE, on)

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

        return say("Model {version}", version=version())
