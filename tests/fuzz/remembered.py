"""Settings from a file that may hold anything, through the functions of a start of the window."""

import contextlib
import logging
import os
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

#: What was unpickled while somebody watched.
_unpickled: list[str] = []
_watching: list[bool] = []


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "pickle.find_class" and _watching:
        _unpickled.append(f"{arguments[0]}.{arguments[1]}")


@cache
def _app() -> Any:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    sys.addaudithook(_watch)
    return QApplication.instance() or QApplication([])


@contextlib.contextmanager
def _watched() -> Iterator[None]:
    """Complain where anything is unpickled, whoever does it; keep the log quiet."""
    _unpickled.clear()
    _watching.append(True)
    logging.disable(logging.WARNING)
    try:
        yield
        assert not _unpickled, f"a file of settings ran code: {_unpickled[0]}"
    finally:
        logging.disable(logging.NOTSET)
        _watching.clear()


def read(path: Path, data: bytes) -> None:
    """Start with `data` at `path`: a folder where it begins with "d", else a file of what follows.

    Reads every setting, uses it as the window does, writes, and starts again. Raises AssertionError where
    anything is out of its bounds, lost, run, or told twice.
    """
    _app()
    from gui import fonts, language, settings, shown_units

    if data[:1] == b"d":
        path.mkdir()
    else:
        path.write_bytes(data[1:])
    settings.remarks()
    try:
        with _watched():
            made = settings.Settings(path)
            told = settings.remarks()
            assert len(told) <= 1, "told more than once"
            _check(made, path)
            _use(made)
            _write_and_read_again(made, path)
    finally:
        fonts.set_scale(1.0)
        language.use("en")
        shown_units.use({})
        for left in path.parent.glob(f"{path.name}*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()


def _check(made: Any, path: Path) -> None:
    """Look whether the file says what is held, and each setting is what it may be."""
    from gui import language, settings_file, theme

    content = settings_file.content(path.read_bytes())
    assert not content.damaged, "what was written cannot be read"
    assert content.values == made._store._values, "the file says something else than is held"
    assert made.theme in theme.CHOICES
    assert made.language in language.LANGUAGES
    assert 0.5 <= made.scale <= 3.0
    assert 0 <= made.hints_done < 1000
    assert isinstance(made.sentence_dismissed, bool)
    assert len(made.recent) <= 10
    assert all(one.is_absolute() for one in made.recent)
    assert len(made.recent_finds) <= 10
    assert all(isinstance(one, str) for one in made.open_groups)


def _use(made: Any) -> None:
    """Do with the settings what the window does with them."""
    from PySide6.QtWidgets import QMenu, QWidget

    from gui import launch, menus, placing

    launch.take_looks(made)
    window = QWidget()
    window.resize(1280, 800)
    placing.place(window, made.geometry)
    standing = placing._standing(window)
    assert placing._reachable(standing), f"the window stands at {standing}"
    assert standing.width() < 200_000 > standing.height()
    menu = QMenu(window)
    shown = SimpleNamespace(settings=made, files=None)
    menus.Menus._fill_recent(SimpleNamespace(_window=shown), menu)
    assert [action.text() for action in menu.actions()]
    assert made.last_folder
    window.deleteLater()
    _deleted()


def _deleted() -> None:
    from PySide6.QtCore import QEvent

    _app().sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _write_and_read_again(made: Any, path: Path) -> None:
    from gui import settings

    names = ("language", "scale", "shown_units", "open_groups", "geometry")
    before = {name: getattr(made, name) for name in names}
    made.theme = "contrast"
    made.hints_done = 3
    made.add_recent(path.with_name("last.isocost"))
    made.add_recent_find("view:bill")
    again = settings.Settings(path)
    assert settings.remarks() == (), "told at every start"
    assert (again.theme, again.hints_done) == ("contrast", 3)
    assert again.recent[0] == path.with_name("last.isocost")
    assert again.recent_finds[0] == "view:bill"
    assert {name: getattr(again, name) for name in before} == before
