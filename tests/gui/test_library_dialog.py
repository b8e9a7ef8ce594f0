"""The library in the window: look up, duplicate, change, use, import, refuse."""

import json

import pytest
from PySide6.QtCore import Qt

from engine import catalog, library
from engine.kinds import KINDS
from engine.scenario import DEFAULT
from gui.panels.library import LibraryDialog


@pytest.fixture
def dialog(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("ISOCOST_LIBRARY", str(tmp_path / "library"))
    made = LibraryDialog(DEFAULT)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def row_of(dialog, label):
    return next(r for r in range(dialog.table.rowCount()) if dialog.table.item(r, 0).text() == label)


def test_every_kind_lists_its_parts_and_every_figure_names_its_source(dialog):
    for index, kind in enumerate(KINDS.values()):
        dialog.kinds.setCurrentIndex(index)
        assert dialog.list.count() == len(catalog.load(kind.id))
        if kind.groups:
            for row in range(len(dialog._part.values)):
                assert dialog.table.item(row, 3).text()
                assert dialog.table.item(row, 4).text()


def test_shipped_part_cannot_be_changed_but_its_copy_can(dialog, qtbot):
    dialog.show_part("accelerator", "h200-sxm")
    row = row_of(dialog, "Rent")
    assert not dialog.table.item(row, 1).flags() & Qt.ItemFlag.ItemIsEditable
    with qtbot.waitSignal(dialog.changed):
        dialog.copy.click()
    assert dialog._part.id.startswith("my-h200-sxm")
    dialog.table.item(row_of(dialog, "Rent"), 1).setText("1460 $/month")
    assert library.parts("accelerator")[dialog._part.id].values["accelerator.rent"].value == pytest.approx(
        2.0
    )


def test_bad_figure_is_refused_with_the_range_and_nothing_changes(dialog):
    dialog.show_part("accelerator", "h200-sxm")
    dialog.copy.click()
    before = library.parts("accelerator")[dialog._part.id]
    dialog.table.item(row_of(dialog, "Rent"), 1).setText("-4")
    assert "Rent" in dialog.message.text()
    assert library.parts("accelerator")[dialog._part.id] == before
    dialog.table.item(row_of(dialog, "Rent"), 1).setText("much")
    assert "not a number" in dialog.message.text()


def test_chosen_part_is_told_by_group(dialog, qtbot):
    dialog.show_part("model", "llama-3.1-8b")
    with qtbot.waitSignal(dialog.part_chosen) as told:
        dialog.use.click()
    assert told.args == ["model", "llama-3.1-8b"]


def test_filter_finds_by_vendor_and_tells_when_nothing_fits(dialog):
    dialog.filter.setText("amd")
    assert 0 < dialog.list.count() < len(catalog.load("accelerator"))
    dialog.filter.setText("no such part")
    assert dialog.list.count() == 0
    assert "No part" in dialog.title.text()
    assert not dialog.use.isEnabled()


def test_part_file_is_imported_and_a_broken_one_is_told(dialog, tmp_path):
    dialog.show_part("accelerator", "l4")
    dialog.copy.click()
    entry = library.to_file(dialog._part) | {"id": "bench-card", "label": "Bench card"}
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps(entry), "utf-8")
    bad.write_text("{", "utf-8")
    dialog.import_path(good)
    assert dialog._part.label == "Bench card"
    dialog.import_path(bad)
    assert "bad.json" in dialog.message.text()
