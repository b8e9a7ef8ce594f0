"""Work that was not saved: kept while the user works, offered after a crash, never in the way."""

import os
import shutil
import subprocess
import sys
import textwrap

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton

from engine import files
from engine.errors import ScenarioFileError
from engine.files import recovery
from engine.scenario import DEFAULT
from engine.system import locking
from gui import autosave
from gui.autosave import Autosave, left_behind
from gui.document import Document
from gui.launch import open_window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CRASH = textwrap.dedent(
    """
    import os, sys
    from pathlib import Path
    from PySide6.QtCore import QCoreApplication
    from engine import files
    from gui import autosave
    from gui.document import Document

    app = QCoreApplication([])
    autosave.REST = 20
    document = Document(files.load(sys.argv[1]).scenarios)
    document.open(files.load(sys.argv[1]), Path(sys.argv[1]))
    keeper = autosave.Autosave(document)
    document.set_value("accelerator.rent", 3.3)
    document.set_value("workload.output_tokens", 777.0)
    document.lock("deployment.concurrency", True)
    while not keeper.told():
        app.processEvents()
    os._exit(1)
    """
)


@pytest.fixture(scope="module")
def wreck(tmp_path_factory):
    """A folder `live` that a process died in, and the same as it was then, `kept`."""
    folder = tmp_path_factory.mktemp("wreck")
    live = folder / "live"
    live.mkdir()
    files.save(live / "case.isocost", files.Project((DEFAULT,)))
    done = subprocess.run(
        [sys.executable, "-c", CRASH, str(live / "case.isocost")],
        capture_output=True, timeout=60, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "ISOCOST_STATE": str(live / "state")},
    )  # fmt: skip
    assert done.returncode == 1, done.stderr.decode()
    assert len(list((live / "state").glob("*.recovery"))) == 1
    shutil.copytree(live, folder / "kept")
    return folder


@pytest.fixture(autouse=True)
def state(request, monkeypatch, tmp_path):
    folder = tmp_path
    if "crashed" in request.fixturenames:
        wreck = request.getfixturevalue("wreck")
        folder = wreck / "live"
        shutil.rmtree(folder)
        shutil.copytree(wreck / "kept", folder)
    monkeypatch.setenv("ISOCOST_STATE", str(folder / "state"))
    return folder / "state"


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "case.isocost"
    files.save(path, files.Project((DEFAULT,)))
    return path


@pytest.fixture
def crashed(state):
    """A file, edited three times by a process that then died."""
    return state.parent / "case.isocost"


def forget(window):
    window.document._mark_saved()
    window.close()


@pytest.fixture
def start(qtbot):
    def made(name=None):
        window = open_window(name)
        qtbot.addWidget(window, before_close_func=forget)
        window.show()
        qtbot.waitUntil(lambda: window.live.settled, timeout=60_000)
        window.habits.look_for_lost_work()
        return window

    return made


def press(bar, name):
    QTest.mouseClick(bar.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_crash_is_offered_with_name_and_count_without_a_dialog(crashed, start, qtbot):
    bar = start().habits.bar
    assert bar.isVisible()
    assert bar.text().startswith("Recovered: Defaults, 3 changes since save")
    tokens, rent, lock = bar.differences()
    assert tokens.endswith("→ 777 tokens")
    assert rent.endswith("→ $3.30/h")
    assert lock == "Concurrent sequences locked"
    bar.show_differences()
    shown = [label.text() for label in bar.findChildren(QLabel, "differences")]
    assert shown == ["\n".join(bar.differences())]
    QApplication.activePopupWidget().close()


def test_kept_edits_are_there_dirty_and_undo_gives_what_was_saved(crashed, start, state):
    window = start()
    press(window.habits.bar, "keep")
    document = window.document
    assert document.scenario.number("accelerator.rent") == 3.3
    assert document.scenario.number("workload.output_tokens") == 777.0
    assert document.scenario.annotation("deployment.concurrency").locked
    assert document.path == crashed
    assert document.is_dirty
    assert window.windowTitle().startswith("*")
    assert not window.habits.bar.isVisible()
    # Still kept, now by this window, and no longer by the one that died.
    assert [path.name for path in state.glob("*.recovery")] == [window.habits.autosave.path.name]
    document.stack.undo()
    assert document.scenario == files.load(crashed).scenario
    assert not document.is_dirty
    assert not list(state.glob("*.recovery"))


def test_discarded_edits_leave_the_saved_state_and_are_set_aside(crashed, start, state):
    before = crashed.read_bytes()
    window = start(str(crashed))
    press(window.habits.bar, "discard")
    assert not window.habits.bar.isVisible()
    assert window.document.scenario == DEFAULT
    assert not window.document.is_dirty
    assert crashed.read_bytes() == before
    assert not list(state.glob("*.recovery"))
    assert len(list((state / "discarded").glob("*.recovery"))) == 1
    again = start()
    assert not again.habits.bar.isVisible()


def test_second_window_is_not_offered_what_the_first_offers_or_keeps(crashed, start, state):
    first, second = start(), start()
    assert first.habits.bar.isVisible()
    assert not second.habits.bar.isVisible()
    first.document.set_value("accelerator.rent", 2.9)
    first.habits.autosave.keep()
    first.habits.autosave.wait()
    assert len(list(state.glob("*.recovery"))) == 2
    report = []
    assert list(left_behind(report)) == []
    assert report == []


def test_offer_not_answered_is_made_again_by_the_next_window(crashed, start):
    first = start()
    first.close()
    assert start().habits.bar.isVisible()


def test_file_that_moved_on_is_not_written_over(crashed, start):
    newer = files.Project((DEFAULT.with_value("accelerator.rent", 9.0),))
    files.save(crashed, newer)
    window = start()
    press(window.habits.bar, "keep")
    assert window.document.path is None
    assert window.document.scenario.number("accelerator.rent") == 3.3
    assert files.load(crashed).scenario.number("accelerator.rent") == 9.0
    assert "another name" in window.notice._text.text()


@pytest.mark.parametrize("harm", ["cut", "flipped", "empty", "foreign"])
def test_damaged_recovery_is_told_set_aside_and_nothing_else_happens(crashed, start, state, harm):
    path = next(state.glob("*.recovery"))
    data = path.read_bytes()
    harmed = {
        "cut": data[: len(data) // 2],
        "flipped": data[:-40] + bytes([data[-40] ^ 1]) + data[-39:],
        "empty": b"",
        "foreign": b'{"recovery": 99}\n{}',
    }[harm]
    path.write_bytes(harmed)
    window = start()
    assert not window.habits.bar.isVisible()
    assert "could not be recovered" in window.notice._text.text()
    assert not list(state.glob("*.recovery"))
    assert (state / "damaged" / path.name).read_bytes() == harmed
    assert not window.document.is_dirty


def test_unsaved_changes_are_asked_about_before_recovered_ones_replace_them(crashed, start, monkeypatch):
    window = start()
    window.document.set_value("price.output", 3.0)
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop(0))
    press(window.habits.bar, "keep")
    assert window.document.scenario.number("price.output") == 3.0
    assert window.habits.bar.isVisible()
    press(window.habits.bar, "keep")
    assert window.document.scenario.number("accelerator.rent") == 3.3


# while the user works -----------------------------------------------------------------------------


@pytest.fixture
def keeper(qapp, monkeypatch):
    monkeypatch.setattr(autosave, "REST", 30)
    made = Autosave(Document((DEFAULT,)))
    yield made
    made.end()


def document_of(keeper):
    return keeper._document


def test_change_is_kept_once_it_rests_and_the_time_is_told(keeper, qtbot, state):
    document = document_of(keeper)
    document.set_value("accelerator.rent", 3.3)
    assert keeper.told() == ""
    with qtbot.waitSignal(keeper.kept, timeout=60_000):
        pass
    assert keeper.told().startswith("Autosaved ")
    kept = recovery.read(keeper.path)
    assert kept.now.scenario == document.scenario
    assert kept.saved.scenario == DEFAULT
    document.stack.undo()
    assert keeper.told() == ""
    assert not keeper.path.exists()


def test_saving_gives_up_what_was_kept(keeper, state, tmp_path):
    document = document_of(keeper)
    document.set_value("accelerator.rent", 3.3)
    keeper.keep()
    keeper.wait()
    assert keeper.path.exists()
    document.save(tmp_path / "x.isocost")
    assert not keeper.path.exists()


def test_saved_while_it_is_being_kept_leaves_nothing_behind(keeper, tmp_path):
    document = document_of(keeper)
    document.set_value("accelerator.rent", 3.3)
    keeper.keep()
    document.save(tmp_path / "x.isocost")
    keeper.wait()
    assert not keeper.path.exists()
    assert keeper.told() == ""


def test_flood_of_changes_is_kept_before_it_ends(keeper, qtbot, monkeypatch):
    monkeypatch.setattr(autosave, "REST", 60_000)
    monkeypatch.setattr(autosave, "LONGEST", 50)
    document = document_of(keeper)
    kept = []
    keeper.kept.connect(lambda: kept.append(1))
    for i in range(400):
        document.set_value("accelerator.rent", 2.0 + i / 100, "one drag")
        qtbot.wait(2)
        if kept:
            break
    assert kept


def test_folder_that_cannot_be_written_is_told_once(keeper, qtbot, state):
    state.write_text("in the way")
    told = []
    keeper.trouble.connect(told.append)
    document = document_of(keeper)
    for value in (3.3, 3.4):
        document.set_value("accelerator.rent", value)
        keeper.keep()
        keeper.wait()
    assert len(told) == 1
    assert "Autosave" in told[0]
    assert keeper.told() == ""
    state.unlink()


def test_file_open_in_two_windows_is_told_to_the_second(saved, qapp):
    first, second = Document((DEFAULT,)), Document((DEFAULT,))
    keepers = [Autosave(first), Autosave(second)]
    told = []
    keepers[1].trouble.connect(told.append)
    first.open(files.load(saved), saved)
    second.open(files.load(saved), saved)
    assert len(told) == 1
    assert "case.isocost" in told[0]
    for keeper in keepers:
        keeper.end()
    second.open(files.load(saved), None)
    second.open(files.load(saved), saved)
    assert len(told) == 1


def test_tabs_added_and_closed_are_told_and_come_back(keeper):
    document = document_of(keeper)
    document.add(DEFAULT.child("Variant").with_value("accelerator.rent", 4.0))
    document.select(0)
    document.set_value("price.output", 9.0)
    work = document.unsaved()
    recovery.keep(keeper.path, work)
    kept = recovery.read(keeper.path)
    assert kept.differences()[-1] == "New scenario Variant"
    assert kept.now.scenarios == work.now.scenarios
    other = Document((DEFAULT,))
    other.recover(kept, None, "Recover")
    assert [case.scenario for case in other.session.cases] == list(work.now.scenarios)
    document.stack.undo()
    document.remove(0)
    assert document.unsaved().differences() == ("New scenario Variant", "Closed scenario Defaults")


def test_read_of_a_missing_file_is_one_clear_error(state):
    with pytest.raises(ScenarioFileError, match=r"gone\.recovery cannot be read"):
        recovery.read(state / "gone.recovery")


LEFT = {
    "by a killed process": b"",
    "on another machine": b"4242\npython3\nelsewhere\nboot\n",
    "as noise": b"\xff\0",
}


@pytest.mark.parametrize("how", LEFT)
def test_work_is_offered_whatever_its_lock_says_where_nobody_holds_it(crashed, state, how):
    (kept,) = state.glob("*.recovery")
    kept.with_suffix(".lock").write_bytes(LEFT[how])
    (found,) = left_behind([])
    assert found.path == kept
    # While this one holds it, nobody else is offered it.
    assert list(left_behind([])) == []
    found.lock.release()
    assert not kept.with_suffix(".lock").exists()


def test_work_that_another_window_takes_meanwhile_stops_nobody(crashed, state, monkeypatch):
    (kept,) = state.glob("*.recovery")
    gone = state / "gone.recovery"
    real = type(state).glob
    monkeypatch.setattr(type(state), "glob", lambda folder, pattern: [*real(folder, pattern), gone])
    assert [found.path for found in left_behind([])] == [kept]
    assert not gone.with_suffix(".lock").exists()


def test_a_folder_in_place_of_a_lock_leaves_the_work_where_it_is(crashed, state):
    (kept,) = state.glob("*.recovery")
    kept.with_suffix(".lock").unlink(missing_ok=True)
    kept.with_suffix(".lock").mkdir()
    assert list(left_behind([])) == []
    assert kept.exists()


def test_a_lock_let_go_while_another_opens_it_is_held_by_one_only(tmp_path, monkeypatch):
    path, real = tmp_path / "x.lock", locking.take
    first = locking.hold(path)
    handed = []

    def taken_late(handle):
        if not handed:
            handed.append(True)
            first.release()
        return real(handle)

    monkeypatch.setattr(locking, "take", taken_late)
    second = locking.hold(path)
    assert second is not None
    assert path.exists()
    assert locking.hold(path) is None
    second.release()
    second.release()
    assert not path.exists()
