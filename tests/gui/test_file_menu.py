"""The File menu, from the chosen name to what lies on the disk and stands in the window."""

import json

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from engine import files
from engine.scenario import DEFAULT
from gui.launch import open_window

CONFIG = {
    "model_type": "llama",
    "hidden_size": 4096,
    "num_hidden_layers": 20,
    "num_attention_heads": 32,
    "num_key_value_heads": 4,
    "intermediate_size": 14336,
    "vocab_size": 128256,
    "torch_dtype": "bfloat16",
}


def forget(window):
    window.document._mark_saved()
    window.live.stop()


@pytest.fixture
def window(qtbot, monkeypatch, tmp_path):
    monkeypatch.setenv("ISOCOST_LIBRARY", str(tmp_path / "library"))
    made = open_window(None)
    qtbot.addWidget(made, before_close_func=forget)
    made.show()
    qtbot.waitUntil(lambda: made.live.settled, timeout=60_000)
    return made


@pytest.fixture
def told(monkeypatch):
    """The texts of the warnings that came up."""
    texts = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *args: texts.append(args[-1]))
    return texts


@pytest.fixture
def chooses(monkeypatch):
    """Let the user answer both file dialogs with a path."""

    def choose(path):
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), ""))

    return choose


def two_cases(path):
    """A file with two scenarios, the second in front, and a key of a later version."""
    variant = DEFAULT.child("Variant").with_value("accelerator.rent", 3.3)
    project = files.Project((DEFAULT, variant), active=1, unknown={"colour_of_the_sky": "blue"})
    files.save(path, project)
    return project


def trigger(window, text):
    window.menus.actions[text].trigger()
    QApplication.processEvents()


def test_opened_file_replaces_what_is_open_and_becomes_the_first_of_the_recent(window, chooses, tmp_path):
    path = tmp_path / "two cases.isocost"
    project = two_cases(path)
    chooses(path)
    trigger(window, "Open…")
    assert tuple(case.scenario for case in window.document.session.cases) == project.scenarios
    assert window.document.session.active == 1
    assert window.document.path == path
    assert not window.document.is_dirty
    assert window.windowTitle().startswith("two cases")
    assert window.settings.recent[0] == path
    assert not window.document.stack.canUndo()


def test_key_of_a_later_version_survives_opening_editing_and_saving(window, tmp_path):
    path = tmp_path / "later.isocost"
    two_cases(path)
    assert window.files.open(path)
    window.document.set_value("accelerator.rent", 4.4)
    assert window.files.save()
    kept = json.loads(path.read_text("utf-8"))
    assert kept["colour_of_the_sky"] == "blue"
    assert files.load(path).scenario.number("accelerator.rent") == 4.4


def test_recent_file_opens_from_its_submenu_and_is_forgotten_once_gone(window, told, tmp_path):
    path = tmp_path / "short-lived.isocost"
    two_cases(path)
    window.settings.add_recent(path)
    menu = next(m for m in window.findChildren(QMenu) if m.title() == "Open &recent")
    menu.aboutToShow.emit()
    entry = next(action for action in menu.actions() if action.text() == path.name)
    entry.trigger()
    assert window.document.path == path
    path.unlink()
    entry.trigger()
    assert len(told) == 1
    assert path.name in told[0]
    assert path not in window.settings.recent


def test_added_file_opens_beside_and_undo_takes_it_away(window, chooses, tmp_path):
    path = tmp_path / "two cases.isocost"
    project = two_cases(path)
    before = window.document.session
    chooses(path)
    trigger(window, "Add scenarios from file…")
    opened = tuple(case.scenario for case in window.document.session.cases)
    assert opened == (before.case.scenario, *project.scenarios)
    for _ in project.scenarios:
        window.document.stack.undo()
    assert window.document.session == before


def test_name_without_suffix_gets_one_and_the_saved_window_is_clean(window, chooses, tmp_path):
    window.document.set_value("accelerator.rent", 3.3)
    chooses(tmp_path / "cheap")
    trigger(window, "Save as…")
    path = tmp_path / "cheap.isocost"
    assert files.load(path).scenario == window.document.scenario
    assert window.document.path == path
    assert not window.document.is_dirty


def test_save_into_a_folder_that_is_gone_is_told_and_loses_nothing(window, told, chooses, tmp_path):
    window.document.set_value("accelerator.rent", 3.3)
    chooses(tmp_path / "gone" / "a.isocost")
    trigger(window, "Save as…")
    assert len(told) == 1
    assert "a.isocost" in told[0]
    assert window.document.is_dirty
    assert window.document.path is None
    assert window.document.scenario.number("accelerator.rent") == 3.3


def test_imported_config_sets_the_model_in_one_step(window, chooses, tmp_path):
    path = tmp_path / "config.json"
    path.write_text(json.dumps(CONFIG), "utf-8")
    before = window.document.scenario
    chooses(path)
    trigger(window, "Import model config…")
    after = window.document.scenario
    assert after.number("model.layers") == 20
    assert after.number("model.kv_heads") == 4
    assert window.notice.isVisible()
    assert window.document.stack.count() == 1
    window.document.stack.undo()
    assert window.document.scenario == before


def test_config_that_is_no_model_is_told_and_changes_nothing(window, chooses, tmp_path):
    path = tmp_path / "config.json"
    path.write_text('{"hello": 1}', "utf-8")
    before = window.document.session
    chooses(path)
    trigger(window, "Import model config…")
    assert window.notice.isVisible()
    assert window.document.session == before


def test_template_opens_in_a_tab_of_its_own(window):
    name = files.builtin_names()[0]
    count = len(window.document.session.cases)
    window.files.new_from(name)
    assert len(window.document.session.cases) == count + 1
    assert window.document.scenario.values == files.load_builtin(name).scenario.values
