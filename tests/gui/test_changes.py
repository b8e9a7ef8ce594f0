"""What the last change affected, and the history of a window, with real events."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engine.affected import effects
from engine.drivers import point
from engine.formatting import format_value
from engine.metrics import METRICS
from gui.launch import open_window
from gui.panels.kpi_strip import KPIS
from tests.gui.rig import hover

OUTPUT = "workload.output_tokens"


def forget(window):
    window.document._mark_saved()
    window.live.stop()


@pytest.fixture
def window(qtbot, styled):
    made = open_window(None)
    made.resize(1440, 900)
    made.show()
    qtbot.addWidget(made, before_close_func=forget)
    qtbot.waitUntil(lambda: made.live.settled and made.frame is not None, timeout=60_000)
    return made


def slider_of(window, key):
    window.inputs.focus_key(key)
    QApplication.processEvents()
    return window.findChild(QWidget, f"param:{key}").findChild(QWidget, "slider")


def drag(slider, start, end, *, release=True):
    def at(share):
        return QPoint(round(7 + share * (slider.width() - 14)), slider.height() // 2)

    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(start))
    for i in range(1, 6):
        QTest.mouseMove(slider, at(start + (end - start) * i / 5))
        QApplication.processEvents()
    if release:
        QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at(end))


def panel_of(window):
    return window.inspector.effects_panel


def test_a_gesture_tells_what_it_moved_and_what_it_left_alone(qtbot, window):
    before = window.document.scenario
    assert not panel_of(window).hint.isHidden()
    drag(slider_of(window, OUTPUT), 0.5, 0.7)
    window.inspector.show_page("effects")
    after = window.document.scenario
    change = panel_of(window).change
    assert change.text.startswith("Set Output per request 600")
    expected = effects(point(before), point(after))
    assert [(one.key, one.movement) for one in change.effects] == [
        (one.key, one.movement) for one in expected
    ]
    lines = panel_of(window).list.lines()
    headlines = [line for line in lines if line.key in KPIS]
    assert [line.key for line in headlines] == list(KPIS)
    cost = headlines[0]
    metric = METRICS[cost.key]
    assert cost.detail.split("  \u2192  ") == [
        format_value(point(one).base(cost.key), metric) for one in (before, after)
    ]
    left_alone = next(line.label for line in lines if "did not move" in line.label)
    assert int(left_alone.split()[0]) == sum(not one.moved for one in change.effects if one.key not in KPIS)


def test_effects_vanish_as_the_next_gesture_begins(qtbot, window):
    drag(slider_of(window, OUTPUT), 0.5, 0.7)
    assert panel_of(window).change is not None
    drag(slider_of(window, OUTPUT), 0.7, 0.4, release=False)
    assert panel_of(window).change is None
    assert panel_of(window).list.lines() == ()
    QTest.mouseRelease(slider_of(window, OUTPUT), Qt.MouseButton.LeftButton)
    assert panel_of(window).change is not None


def test_choosing_a_part_and_undoing_it_are_changes_and_another_tab_is_none(qtbot, window):
    window.document.choose_part("accelerator", "h200-sxm")
    assert "H200" in panel_of(window).change.text
    window.document.stack.undo()
    assert panel_of(window).change.text.startswith("Undo: Choose")
    window.duplicate(0)
    assert panel_of(window).change is None


def test_a_view_setting_leaves_the_effects_of_the_last_change_standing(qtbot, window):
    drag(slider_of(window, OUTPUT), 0.5, 0.7)
    change = panel_of(window).change
    window.views[0].enlarge(0)
    assert panel_of(window).change == change


def test_click_on_an_effect_opens_its_explanation(qtbot, window):
    drag(slider_of(window, OUTPUT), 0.5, 0.7)
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert window.inspector.is_open("effects")
    QApplication.processEvents()
    rows = panel_of(window).list
    at = next(i for i, line in enumerate(rows.lines()) if line.key == "gross_margin")
    QTest.mouseClick(rows, Qt.MouseButton.LeftButton, pos=rows.line_box(at).center())
    assert window.inspector.is_open("explain")
    assert window.inspector.explain_panel.tree.root().key == "gross_margin"


def test_every_figure_is_listed_when_asked_for(qtbot, window):
    drag(slider_of(window, OUTPUT), 0.5, 0.7)
    window.inspector.show_page("effects")
    QApplication.processEvents()
    rows = panel_of(window).list
    more = next(i for i, line in enumerate(rows.lines()) if line.kind == "more")
    QTest.mouseClick(rows, Qt.MouseButton.LeftButton, pos=rows.line_box(more).center())
    assert {line.key for line in rows.lines() if line.key} == set(METRICS)


def test_history_previews_without_altering_returns_and_opens_a_state(qtbot, window):
    opened = window.document.scenario
    drag(slider_of(window, OUTPUT), 0.5, 0.7)
    window.document.choose_part("accelerator", "h200-sxm")
    window.inspector.show_page("history")
    QApplication.processEvents()
    strip = window.inspector.history_panel.strip
    assert [step.text.split()[0] for step in strip.steps] == ["As", "Set", "Choose"]
    assert all(
        strip.value(i) == point(state.case.scenario).base(KPIS[0])
        for i, state in enumerate(window.document.states())
    )
    now = window.document.session
    hover(strip, strip.row_box(0).center())
    assert window.document.session is now
    assert "against now" in window.inspector.history_panel.head.detail
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.row_box(0).center())
    assert window.document.scenario == opened
    menu = strip.menu(1)
    assert [action.text() for action in menu.actions()] == ["Return here", "Open as scenario"]
    menu.actions()[1].trigger()
    assert len(window.document.session.cases) == 2
    assert window.document.scenario.number(OUTPUT) != opened.number(OUTPUT)
    assert window.document.baseline == opened
    window.document.stack.undo()
    assert len(window.document.session.cases) == 1
