"""Damaged settings: the file is made fit before Qt reads it, and the window comes up all the same."""

import inspect
import os
import struct
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QEvent, QRect, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from gui import fonts, language, launch, placing, settings, settings_file, shown_units
from gui.settings import Settings
from tests.fuzz import seeds

WHOLE = {
    "theme": "dark", "language": "de", "scale": "1.25", "units": '{"$/h": "$/month"}', "hints_done": "2",
    "open_groups": "workload price", "recent_finds": "view:bill", "sentence": "dismissed",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_told_before():
    settings.remarks()
    yield
    settings.remarks()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "isocost.ini"


def written(path, values):
    """A file of settings as Qt writes it."""
    store = QSettings(str(path), QSettings.Format.IniFormat)
    for name, value in values.items():
        store.setValue(name, value)
    store.sync()
    return path.read_bytes()


def place(*edges):
    frame = struct.pack(">8i", *edges, *edges)
    return struct.pack(">IHH", 0x1D9D0CB, 3, 0) + frame + struct.pack(">iBBi4i", 0, 0, 0, 1920, *edges)


def held(made):
    return {name: getattr(made, name) for name, one in vars(Settings).items() if isinstance(one, property)}


# no code ---------------------------------------------------------------------------------------------


@pytest.fixture
def unpickled():
    """What is unpickled while the test runs."""
    seen, on = [], [True]

    def watch(event, arguments):
        if on and event == "pickle.find_class":
            seen.append(arguments[1])

    sys.addaudithook(watch)
    yield seen
    on.clear()


HIDDEN = (
    "theme={}", 'theme="{}"', "later={}", "recent=a, {}", "#later={}", "[General]\r theme = {}",
    "[%47]\nx={}", "theme=\\x40{}",
)  # fmt: skip


@pytest.mark.parametrize("line", HIDDEN)
def test_no_object_is_made_of_what_a_file_says(path, unpickled, line):
    said = line.format(seeds.PICKLED[1:] if "x40" in line else seeds.PICKLED)
    path.write_text(f"[General]\nscale=2\n{said}\n", "utf-8", newline="")
    assert Settings(path).scale == 2.0
    assert Settings(path).theme == "light"
    assert unpickled == []


def test_qt_alone_would_make_it(path, unpickled):
    path.write_text(f"[General]\ntheme={seeds.PICKLED}\n", "utf-8")
    assert QSettings(str(path), QSettings.Format.IniFormat).allKeys() == ["theme"]
    assert unpickled == ["getpid"]


def test_no_source_has_qt_read_settings():
    root = Path(settings_file.__file__).parents[1]
    sources = [path for name in ("gui", "engine", "resources") for path in (root / name).rglob("*.py")]
    users = [path.name for path in sources if "QSettings(" in path.read_text("utf-8")]
    assert users == ["settings_file.py"]
    # Which asks it for a path alone.
    assert "value(" not in inspect.getsource(settings_file.usual_path)


# what is kept ----------------------------------------------------------------------------------------


NAMES = st.from_regex(r"\A[a-z_]{1,9}(/[a-z]{1,5})?\Z")


@given(st.dictionaries(NAMES, st.text(max_size=40) | st.binary(max_size=40), min_size=1, max_size=12))
@examples(
    max_examples=25, database=None, derandomize=True, deadline=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_whatever_qt_wrote_is_read_as_it_was_meant(tmp_path, values):
    # Another name each time: Qt remembers files by name.
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.ini"
    found = settings_file.content(
        written(path, {key: QByteArray(v) if isinstance(v, bytes) else v for key, v in values.items()})
    )
    assert not found.damaged
    assert found.values == values
    # And an older version, which Qt reads for, gets what this one wrote.
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.ini"
    path.write_bytes(settings_file.as_bytes(values))
    store = QSettings(str(path), QSettings.Format.IniFormat)
    held = {key: store.value(key) for key in store.allKeys()}
    assert {key: v.data() if isinstance(v, QByteArray) else v for key, v in held.items()} == values
    assert settings_file.content(path.read_bytes()).values == values


def test_a_sound_file_is_left_as_it_is(path):
    data = written(path, WHOLE | {"geometry": QByteArray(place(80, 80, 1400, 900)), "view/of_later": "a;b=c"})
    before = path.stat().st_mtime_ns
    opened = settings_file.opened(path, lambda values: values)
    assert (opened.trouble, path.read_bytes(), path.stat().st_mtime_ns) == ("", data, before)
    Settings(path).theme = "contrast"
    assert QSettings(str(path), QSettings.Format.IniFormat).value("view/of_later") == "a;b=c"
    assert settings.remarks() == ()


def test_two_windows_keep_what_the_other_set(path, tmp_path):
    one, other = Settings(path), Settings(path)
    one.theme = "dark"
    other.scale = 1.5
    one.add_recent(tmp_path / "a.isocost")
    other.add_recent(tmp_path / "b.isocost")
    for made in (one, other, Settings(path)):
        assert (made.theme, made.scale) == ("dark", 1.5)
        assert made.recent == [tmp_path / "b.isocost", tmp_path / "a.isocost"]


def test_a_value_that_is_set_already_is_not_written_again(path):
    made = Settings(path)
    made.theme = "dark"
    before = path.stat()
    made.theme = "dark"
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_newer_version_is_not_called_back(path):
    written(path, WHOLE | {"version": "7"})
    Settings(path)
    assert "version=7" in path.read_text("utf-8")


BAD = {
    "theme": "sepia", "language": "\\xd800", "scale": "nan", "units": '"[1]"', "hints_done": "-1",
    "open_groups": "@Size(1 1)", "recent_finds": "a, b", "sentence": "@Invalid()",
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_one_damaged_value_is_as_at_first_and_the_others_stay(path, name):
    first = held(Settings(path.with_name("none.ini")))
    data = written(path, WHOLE).decode()
    whole = held(Settings(path))
    assert settings.remarks() == ()
    lines = [f"{name}={BAD[name]}" if line.startswith(f"{name}=") else line for line in data.splitlines()]
    damaged = "\n".join((*lines, "")).encode()
    path.write_bytes(damaged)
    made = held(Settings(path))
    changed = {key for key in whole if made[key] != whole[key]}
    assert len(changed) == 1
    assert all(made[key] == first[key] for key in changed)
    (told,) = settings.remarks()
    assert "isocost.ini.damaged" in told
    assert path.with_name("isocost.ini.damaged").read_bytes() == damaged
    assert held(Settings(path)) == made
    assert settings.remarks() == (), "told at the next start too"


def test_what_was_reset_is_named_in_the_language_of_the_window(path):
    written(path, {"language": "de", "scale": "1e9", "theme": "sepia", "geometry": "x"})
    try:
        launch.take_looks(Settings(path))
        (told,) = settings.remarks()
    finally:
        language.use("en")
    assert told.endswith("Wieder wie am Anfang: Farbschema, Größe, Platz des Fensters.")


def test_of_a_list_the_entries_stay_that_make_sense(path, tmp_path):
    names = [str(tmp_path / "a.isocost"), "relative.isocost", 3, None, "/b\0", "\ud800", str(tmp_path / "b")]
    import json

    written(path, {"recent": json.dumps(names), "units": json.dumps({"$/h": "$/month", "s": "GB", "q": 1})})
    made = Settings(path)
    assert made.recent == [tmp_path / "a.isocost", tmp_path / "b"]
    assert made.shown_units == {"$/h": "$/month"}
    assert len(settings.remarks()) == 1


# what stands in the way ------------------------------------------------------------------------------


def test_a_folder_in_place_of_the_file_is_set_aside_each_time_under_another_name(path):
    for name in ("isocost.ini.damaged", "isocost.ini.damaged-2"):
        path.mkdir()
        (path / "kept.txt").write_text("mine", "utf-8")
        made = Settings(path)
        made.theme = "dark"
        assert Settings(path).theme == "dark"
        assert (path.with_name(name) / "kept.txt").read_text("utf-8") == "mine"
        assert len(settings.remarks()) == 1
        path.unlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name as POSIX has them")
def test_a_pipe_in_place_of_the_file_stops_nobody(path):
    os.mkfifo(path)
    assert Settings(path).theme == "light"
    assert path.with_name("isocost.ini.damaged").is_fifo()


LOCKS = {"of a killed process": b"", "of another machine": b"4242\npython3\nother\nboot\n", "of nobody": None}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_that_was_left_behind_stops_nobody(path, lock):
    beside = path.with_name("isocost.ini.lock")
    if LOCKS[lock] is None:
        beside.mkdir()
    else:
        beside.write_bytes(LOCKS[lock])
    Settings(path).theme = "dark"
    assert Settings(path).theme == "dark"
    assert settings.remarks() == ()


def test_a_file_without_end_is_not_read(path, monkeypatch):
    with path.open("wb") as file:
        file.truncate(settings_file.MOST_BYTES + 1)
    monkeypatch.setattr(type(path), "read_bytes", None)
    assert Settings(path).theme == "light"
    assert path.with_name("isocost.ini.damaged").stat().st_size > settings_file.MOST_BYTES


def test_a_link_to_the_file_stays_one(path, tmp_path):
    real = tmp_path / "dotfiles" / "real.ini"
    real.parent.mkdir()
    real.write_text("[General]\ntheme=dark\nscale=huge\n", "utf-8")
    try:
        path.symlink_to(real)
    except OSError:
        pytest.skip("this user may make no links here")
    assert Settings(path).theme == "dark"
    assert path.is_symlink()
    assert "huge" not in real.read_text("utf-8")


def test_a_file_that_may_not_be_read_is_let_be(path, monkeypatch):
    data = written(path, WHOLE)

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(type(path), "read_bytes", refuse)
        made = Settings(path)
        assert settings.remarks() == (settings_file.UNREADABLE,)
        made.theme = "contrast"
        assert made.theme == "contrast"
    assert path.read_bytes() == data


@pytest.mark.parametrize("forbidden", ["file", "folder"])
def test_what_the_system_forbids_is_told_and_the_settings_last_for_now(path, forbidden):
    written(path, WHOLE)
    path.write_text(path.read_text("utf-8").replace("theme=dark", "theme=sepia"), "utf-8")
    one, mode = (path, 0o000) if forbidden == "file" else (path.parent, 0o500)
    one.chmod(mode)
    try:
        if os.access(one, os.R_OK if forbidden == "file" else os.W_OK):
            pytest.skip("to this user, or on this system, nothing is forbidden so")
        made = Settings(path)
        (told,) = settings.remarks()
        made.theme = "contrast"
        assert made.theme == "contrast"
        assert made.scale == (1.0 if forbidden == "file" else 1.25)
    finally:
        one.chmod(0o700)
    assert told.startswith(settings_file.UNREADABLE if forbidden == "file" else settings_file.UNWRITABLE)
    assert "sepia" in path.read_text("utf-8")


def test_damaged_settings_in_a_folder_that_takes_nothing_serve_from_memory(path, monkeypatch):
    path.write_text(f"[General]\nscale=2\ntheme={seeds.PICKLED}\n", "utf-8")
    data = path.read_bytes()

    def refuse(*_):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(type(path), "write_bytes", refuse)
    made = Settings(path)
    assert (made.scale, made.theme) == (2.0, "light")
    made.theme = "dark"
    assert made.theme == "dark"
    (told,) = settings.remarks()
    assert told.startswith(settings_file.UNWRITABLE)
    assert path.read_bytes() == data


def test_settings_are_where_qt_keeps_them():
    usual = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "isocost", "isocost")
    assert settings_file.usual_path().as_posix() == usual.fileName()


# the place of the window -----------------------------------------------------------------------------

FAR = 2**31 - 1


OUT_OF_REACH = (
    (-FAR, -FAR, FAR, FAR), (-1 - FAR,) * 4, (0, 790, 700, 1400), (790, 0, 1500, 700), (0, -690, 700, 5),
    (99_000, 99_000, 99_900, 99_900),
)  # fmt: skip


@pytest.mark.parametrize("edges", OUT_OF_REACH)
@pytest.mark.parametrize("state", [Qt.WindowState.WindowNoState, Qt.WindowState.WindowMaximized])
def test_a_window_is_never_put_out_of_reach(qtbot, edges, state):
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(300, 200)
    window.resize(600, 400)
    window.setWindowState(state)
    placing.place(window, place(*edges))
    window.setWindowState(Qt.WindowState.WindowNoState)
    top = QRect(window.x(), window.y(), window.width(), 40)
    seen = QGuiApplication.primaryScreen().availableGeometry().intersected(top)
    assert seen.width() >= 100
    assert seen.height() >= 20


def test_a_window_stands_where_it_stood(qtbot):
    window, again = QWidget(), QWidget()
    for one in (window, again):
        qtbot.addWidget(one)
    window.setGeometry(60, 70, 500, 400)
    assert placing.place(again, window.saveGeometry().data())
    assert again.geometry() == QRect(60, 70, 500, 400)
    assert not placing.place(again, b"no place")
    assert not placing.place(again, b"")


# whole starts ----------------------------------------------------------------------------------------


def everything_wrong(path):
    lines = [f"{name}={value}" for name, value in BAD.items()]
    far = "".join(f"\\x{byte:x}" for byte in place(-90_000, -90_000, -89_000, -89_500))
    recent = r'recent="[\"/\\udcff.isocost\", \"/\\ud800\", [], 7]"'
    path.write_text("\n".join(("[General]", *lines, f"geometry=@ByteArray({far})", recent)), "utf-8")


def noise(path):
    path.write_bytes(bytes(range(256)) * 40 + b"\n[General]\ntheme=dark\nlang")


def a_folder(path):
    path.mkdir()


@pytest.mark.qt_no_exception_capture
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("damage", [everything_wrong, noise, a_folder])
def test_the_window_comes_up_whatever_the_settings_are(qapp, styled, monkeypatch, path, damage):
    damage(path)
    monkeypatch.setattr(settings_file, "usual_path", lambda: path)
    monkeypatch.setattr(sys, "setswitchinterval", lambda _: None)
    told, seen = [], []

    def look():
        window = launch._windows[-1]
        seen.append((window.isVisible(), placing._reachable(window.geometry()), window.settings.theme))
        told.append(window.notice._text.text())
        window.menus._fill_recent(window.menuBar().addMenu("recent"))
        window.close()
        window.deleteLater()
        return 0

    monkeypatch.setattr(QApplication, "exec", staticmethod(look))
    try:
        assert launch.run(None) == 0
    finally:
        launch._windows.clear()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        fonts.set_scale(1.0)
        language.use("en")
        shown_units.use({})
    assert seen == [(True, True, "dark" if damage is noise else "light")]
    assert told[0].startswith("Settings were damaged")
    assert Settings(path).theme == seen[0][2]
    assert settings.remarks() == ()
