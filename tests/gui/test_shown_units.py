"""The unit beside a field is a choice: field, tips and headline figures follow, the file does not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engine import files
from gui import shown_units
from gui.launch import open_window
from gui.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def _as_declared():
    shown_units.use({})
    yield
    shown_units.use({})
    Settings().shown_units = {}


def forget(window):
    window.document._mark_saved()
    window.close()


@pytest.fixture
def window(qtbot):
    made = open_window(None)
    made.resize(1440, 900)
    made.show()
    qtbot.addWidget(made, before_close_func=forget)
    qtbot.waitUntil(lambda: made.live.settled and made.frame is not None, timeout=60_000)
    return made


def row(window, key):
    window.inputs.focus_key(key)
    QApplication.processEvents()
    return window.findChild(QWidget, f"param:{key}")


def choose(window, key, symbol):
    """Click the unit of `key` and pick `symbol` from what drops."""
    line = row(window, key)
    QTest.mouseClick(line.unit, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    action = next(a for a in menu.actions() if a.objectName() == symbol)
    action.trigger()
    menu.close()
    QApplication.processEvents()
    return line


def test_click_on_the_unit_shows_field_and_names_in_another(window):
    line = choose(window, "accelerator.rent", "$/month")
    rent = window.document.scenario.number("accelerator.rent")
    assert line.unit_text() == "$/month"
    window.inputs.filter.setFocus()
    assert float(line.edit.text().replace(",", "")) == pytest.approx(rent * 730, rel=1e-5)
    assert line.edit.accessibleName() == "Rent, $/month"
    assert "/month" in line.slider.accessibleDescription()
    assert "$/month" in line.toolTip()
    assert window.document.scenario.number("accelerator.rent") == rent
    assert not window.document.is_dirty
    # All that is declared in $/h is shown alike.
    assert shown_units.chosen() == {"$/h": "$/month"}


def test_typing_counts_in_the_unit_shown_and_the_file_keeps_the_declared(window, tmp_path):
    line = choose(window, "accelerator.rent", "$/month")
    line.edit.setFocus()
    line.edit.selectAll()
    QTest.keyClicks(line.edit, "1460")
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert window.document.scenario.number("accelerator.rent") == pytest.approx(2.0)
    window.document.save(tmp_path / "x.isocost")
    text = (tmp_path / "x.isocost").read_text("utf-8")
    stated = next(line for line in text.splitlines() if '"accelerator.rent"' in line)
    assert '"unit": "$/h"' in stated
    assert files.load(tmp_path / "x.isocost").scenario == window.document.scenario


def test_headline_figures_follow_with_limit_and_name(window):
    tile = window.kpis.tile("ttft_p95")
    assert tile.headline().unit == "s"
    seconds = float(tile.headline().value)
    choose(window, "limits.ttft", "ms")
    assert tile.headline().unit == "ms"
    assert float(tile.headline().value.replace(",", "")) == pytest.approx(seconds * 1000, rel=0.02)
    assert float(tile.headline().limit.removeprefix("limit ").replace(",", "")) >= 100
    cost = window.kpis.tile("cost_per_output_token")
    choose(window, "price.output", "$/k tokens")
    assert "k output" in cost.name_text()
    assert cost.headline().value.startswith("$0.00")


def test_choice_lasts_to_the_next_window_and_the_own_unit_undoes_it(window):
    choose(window, "limits.ttft", "ms")
    assert Settings().shown_units == {"s": "ms"}
    choose(window, "limits.ttft", "s")
    assert Settings().shown_units == {}
    assert row(window, "limits.ttft").unit_text() == "s"


def test_unit_without_a_choice_is_text_and_offers_no_menu(window):
    line = row(window, "deployment.concurrency")
    assert line.unit_menu() is None
    assert not line.unit.isEnabled()
    offered = [action.text() for action in row(window, "limits.ttft").menu().actions()]
    assert "Show in" in offered


def test_out_of_range_says_so_and_nonsense_in_the_settings_is_left_out(window):
    line = choose(window, "limits.tpot", "s")
    line.edit.setFocus()
    line.edit.selectAll()
    QTest.keyClicks(line.edit, "-3")
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert "must be" in line.message()
    shown_units.use({"s": "GB", "nonsense": "x"})
    assert shown_units.chosen() == {}
