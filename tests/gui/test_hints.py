"""Hints of a first start: shown when begun and not before, remembered, dismissed for good, shown again."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.guide.hints import SLIDER
from gui.launch import open_window
from gui.settings import Settings
from gui.widgets.bubble import Bubble


def forget(window):
    window.document._mark_saved()
    window.live.stop()


@pytest.fixture
def store(tmp_path):
    return tmp_path / "isocost.ini"


@pytest.fixture
def window(qtbot, styled, store):
    made = open_window(None)
    made.settings = Settings(store)
    made.resize(1440, 900)
    made.show()
    qtbot.addWidget(made, before_close_func=forget)
    settle(qtbot, made)
    return made


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and window.frame is not None, timeout=60_000)
    for _ in range(3):
        QApplication.processEvents()


def bubble(window):
    return window.guide.hints.bubble


def test_nothing_is_shown_before_it_is_asked_for(qtbot, window):
    window.document.set_value(SLIDER, 700.0)
    settle(qtbot, window)
    assert not bubble(window).isVisible()
    assert not window.answer_bar.isVisible()


def test_a_hint_does_not_end_by_something_else(qtbot, window):
    window.guide.hints.begin()
    first = bubble(window).text()
    window.input_edited("workload.cached_share", 0.5, 1)
    window._gesture_finished()
    settle(qtbot, window)
    assert bubble(window).text() == first
    window.input_edited(SLIDER, 560.0, 2)
    assert bubble(window).text() == first, "not before the hand lets go"
    window._gesture_finished()
    settle(qtbot, window)
    assert "red line" in bubble(window).text()
    assert window.settings.hints_done == 1


def test_the_hint_of_the_point_leads_to_the_surfaces_from_another_view(qtbot, window):
    window.settings.hints_done = 1
    window.guide.hints.begin()
    on_map = bubble(window).geometry()
    window.open_view("bill")
    settle(qtbot, window)
    qtbot.waitUntil(lambda: bubble(window).geometry() != on_map, timeout=60_000)
    tabs = window.view_tabs
    assert bubble(window).side() in {"left", "top"}
    assert bubble(window).y() < tabs.mapTo(window, tabs.rect().bottomLeft()).y() + 60


def test_where_there_is_no_red_line_its_hint_is_left_out(qtbot, window):
    window.document.set_value("price.output", 90.0)
    window.document.set_value("price.input", 90.0)
    settle(qtbot, window)
    window.settings.hints_done = 1
    window.guide.hints.begin()
    assert "Pin" in bubble(window).text()
    assert "earn everywhere" in window.answer_bar.text()


def test_the_cross_ends_all_hints_for_good_and_the_menu_brings_them_back(qtbot, window, store):
    window.guide.hints.begin()
    QTest.mouseClick(bubble(window).shut, Qt.MouseButton.LeftButton)
    assert not bubble(window).isVisible()
    QTest.mouseClick(window.answer_bar.shut, Qt.MouseButton.LeftButton)
    assert not window.answer_bar.isVisible()
    assert (Settings(store).hints_done, Settings(store).sentence_dismissed) == (3, False)
    window.guide.hints.begin()
    assert not bubble(window).isVisible()
    window.open_view("bill")
    window.menus.actions["Show hints again"].trigger()
    settle(qtbot, window)
    assert window.view().key == "surfaces"
    assert bubble(window).isVisible()
    assert window.answer_bar.isVisible()


def test_the_sentence_dismissed_stays_away_at_the_next_start(qtbot, window, store):
    window.guide.hints.begin()
    QTest.mouseClick(window.answer_bar.shut, Qt.MouseButton.LeftButton)
    assert Settings(store).sentence_dismissed
    settle(qtbot, window)
    window.guide.hints.begin()
    assert not window.answer_bar.isVisible()


def test_a_bubble_stands_beside_its_target_inside_the_window_and_never_over_it(qtbot, styled):
    host = QWidget()
    host.resize(1280, 720)
    qtbot.addWidget(host)
    made = Bubble(host)
    made.tell("Drag <b>Output per request</b>. Surfaces and figures follow your hand.", "1 of 3")
    host.show()
    sides = set()
    for x, y in ((10, 10), (10, 690), (1240, 10), (1240, 690), (640, 300), (600, 0), (600, 700)):
        for wide in (20, 300, 1100):
            target = QRect(min(x, 1270 - wide), y, wide, 20)
            made.point_at(target)
            sides.add(made.side())
            assert host.rect().contains(made.geometry()), target
            assert not made.geometry().intersects(target), target
            made.grab()
    assert sides == {"left", "right", "top", "bottom"}
