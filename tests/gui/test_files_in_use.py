"""Files that others use, change or take away while the window has them open: asked about, never lost."""

import dataclasses
import json
import time

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from engine import files
from engine.files.locks import Held, Lock, Owner, acquire
from engine.scenario import DEFAULT, Scenario
from gui import file_questions
from gui.document import Document
from gui.launch import open_window

ANNA = Owner("anna", "far-away", 7, time.time() - 3600)


@pytest.fixture(scope="module")
def window(qapp):
    made = open_window(None)
    yield made
    made.document._mark_saved()
    made.close()


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "case.isocost"
    files.save(made, files.Project((Scenario(name="Ours"),)))
    return made


@pytest.fixture(autouse=True)
def _fresh(window):
    yield
    window.document.open(files.Project((DEFAULT,)), None)
    window.notice.hide()


@pytest.fixture
def answers(monkeypatch):
    """Answer every question by the key put in; what was asked and offered is kept."""
    asked = []

    def answer(key):
        asked.clear()

        def ask(_parent, _title, text, offered):
            asked.append((text, list(offered)))
            return key

        monkeypatch.setattr(file_questions, "ask", ask)
        return asked

    return answer


@pytest.fixture
def elsewhere(path):
    """The file as another window has it open."""
    lock = acquire(path)
    assert isinstance(lock, Lock)
    yield lock
    lock.release()


def lock_file(path):
    return path.with_name(f".{path.name}.lock")


def left_over(path):
    lock_file(path).write_text(json.dumps(dataclasses.asdict(ANNA)), "utf-8")


def test_file_of_another_window_opens_as_a_copy_that_saves_elsewhere(window, path, elsewhere, answers):
    asked = answers(file_questions.COPY)
    assert window.files.open(path)
    assert asked[0][1] == [file_questions.COPY]
    assert "case.isocost is open elsewhere: " in asked[0][0]
    assert "(process " in asked[0][0]
    assert window.document.scenario.name == "Ours"
    assert window.document.path is None
    assert "This is a copy" in window.notice._text.text()


def test_no_answer_opens_nothing(window, path, elsewhere, answers):
    answers("")
    before = window.document.session
    assert not window.files.open(path)
    assert window.document.session is before


def test_lock_left_over_on_another_machine_can_be_taken(window, path, answers):
    left_over(path)
    asked = answers(file_questions.TAKE_OVER)
    assert window.files.open(path)
    assert file_questions.TAKE_OVER in asked[0][1]
    assert "anna on far-away (process 7)" in asked[0][0]
    assert window.document.path == path
    assert isinstance(acquire(path), Held)


def test_open_file_is_held_until_another_takes_its_place(window, path, tmp_path):
    assert window.files.open(path)
    assert isinstance(acquire(path), Held)
    assert window.files.open(path), "one's own lock is in nobody's way"
    other = tmp_path / "other.isocost"
    assert window.files._save_to(other)
    assert isinstance(acquire(other), Held)
    assert not lock_file(path).exists()
    window.document.open(files.Project((DEFAULT,)), None)
    assert not lock_file(other).exists()


def test_saving_over_a_file_of_another_window_is_refused_by_name(window, path, elsewhere, monkeypatch):
    told = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *args: told.append(args[-1]))
    before = path.read_bytes()
    assert not window.files._save_to(path)
    assert "open elsewhere" in told[0]
    assert "Choose another name." in told[0]
    assert path.read_bytes() == before


def test_file_changed_beneath_is_written_over_only_when_asked_for(window, path, answers):
    assert window.files.open(path)
    theirs = files.to_bytes(files.Project((Scenario(name="Theirs"),)))
    path.write_bytes(theirs)
    window.document.set_value("accelerator.rent", 3.3)
    asked = answers("")
    assert not window.files.save()
    assert "was changed by another program" in asked[0][0]
    assert path.read_bytes() == theirs
    assert window.document.is_dirty
    answers(file_questions.OVERWRITE)
    assert window.files.save()
    assert files.load(path).scenario.number("accelerator.rent") == 3.3
    assert path.with_name("case.isocost.bak").read_bytes() == theirs
    asked = answers("")
    window.document.set_value("accelerator.rent", 3.4)
    assert window.files.save()
    assert asked == [], "what was saved here is no change"


def test_file_changed_beneath_can_be_kept_beside(window, path, tmp_path, answers, monkeypatch):
    assert window.files.open(path)
    path.write_text("{}", "utf-8")
    other = tmp_path / "mine.isocost"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    answers(file_questions.SAVE_AS)
    assert window.files.save()
    assert path.read_text("utf-8") == "{}"
    assert files.load(other).scenario.name == "Ours"
    assert window.document.path == other


def test_file_that_was_deleted_is_written_anew_and_told(window, path):
    assert window.files.open(path)
    path.unlink()
    assert window.files.save()
    assert files.load(path).scenario.name == "Ours"
    assert "was gone" in window.notice._text.text()


@pytest.mark.parametrize(
    "name",
    ["😀 ümläut 漢字", "e\u0301 combining", "\u202eright to left", "two\nlines", "  spaces  ", "n" * 240,
     'quote" & <b>', "bytes \udcff no text"],
)  # fmt: skip
def test_any_name_opens_saves_and_stays_among_the_recent(window, tmp_path, name):
    path = tmp_path / f"{name}.isocost"
    files.save(path, files.Project((Scenario(name="Ours"),)))
    assert window.files.open(path)
    window.document.set_value("accelerator.rent", 3.3)
    assert window.files.save()
    assert window.settings.recent[0] == path
    assert files.load(path).scenario.number("accelerator.rent") == 3.3
    window.document.open(files.Project((DEFAULT,)), None)
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_baseline_and_front_view_of_a_file_stay_in_it(window, path):
    other = DEFAULT.with_value("accelerator.rent", 9.0)
    files.save(path, files.Project((Scenario(name="Ours"),), front="bill", baseline=other))
    assert window.files.open(path)
    window.document.set_value("accelerator.rent", 3.3)
    assert window.files.save()
    kept = files.load(path)
    assert (kept.front, kept.baseline) == ("bill", other)


def test_file_in_use_opens_as_a_copy_from_the_command_line(qapp, path, elsewhere):
    made = open_window(str(path))
    try:
        assert made.document.scenario.name == "Ours"
        assert made.document.path is None
        assert "This is a copy" in made.notice._text.text()
    finally:
        made.close()


def test_question_shows_names_as_they_are_and_tells_what_was_pressed(window, tmp_path):
    seen = []

    def press(key):
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append((box.textFormat(), box.defaultButton().text()))
        next(button for button in box.buttons() if button.text() == key).click()

    path = tmp_path / "<b>x</b>.isocost"
    for key, answer in (("Open a copy", "copy"), ("Take over", "take over"), ("Cancel", "")):
        QTimer.singleShot(0, lambda key=key: press(key))
        assert file_questions.in_use(window, path, Held(ANNA, alive=False)) == answer
    assert seen == [(Qt.TextFormat.PlainText, "Open a copy")] * 3


def test_document_without_a_file_has_not_moved_on():
    assert Document((DEFAULT,)).file_moved_on() == ""
