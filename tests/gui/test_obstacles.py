"""What a view tells of a scenario that cannot be served: why, and what would clear it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from gui import fonts
from gui.launch import open_window

TOO_LONG = {"workload.input_tokens": 400_000.0}


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and window.frame is not None, timeout=60_000)
    QApplication.processEvents()


@pytest.fixture
def window(qtbot, styled):
    made = open_window(None)
    made.resize(1280, 720)
    made.show()
    qtbot.addWidget(made, before_close_func=lambda w: (w.document._mark_saved(), w.close()))
    settle(qtbot, made)
    return made


def buttons(window):
    return [one for one in window.obstacle.findChildren(QPushButton) if one.isVisible()]


def test_every_view_says_why_nothing_is_served_and_one_click_cures_it(qtbot, window):
    assert not window.obstacle.isVisible()
    window.document.set_values(TOO_LONG)
    for view in window.views:
        window.open_view(view.key)
        settle(qtbot, window)
        # The view of latency has a place of its own for it.
        assert window.obstacle.isVisible() != view.tells_obstacle, view.key
    window.open_view("solve")
    settle(qtbot, window)
    assert "Weights and KV cache need" in window.obstacle.label.text()
    assert window.obstacle.label.width() >= fonts.px(300)
    offered = buttons(window)
    assert offered
    assert all(one.geometry().right() < window.obstacle.width() for one in offered)
    assert all(one.width() >= one.sizeHint().width() for one in offered)
    steps = window.document.stack.count()
    QTest.mouseClick(offered[0], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.document.stack.count() == steps + 1
    assert window.frame.point.feasible
    assert not window.obstacle.isVisible()


def test_nothing_moves_under_the_hand_when_the_point_stops_being_served(qtbot, window):
    top = window.stack.mapTo(window, window.stack.rect().topLeft()).y()
    window._gesture_started()
    window.document.set_value("workload.input_tokens", 400_000.0, ("inputs", 1))
    settle(qtbot, window)
    assert window.frame.point.binding != 0
    assert window.stack.mapTo(window, window.stack.rect().topLeft()).y() == top
    window._gesture_finished()
    settle(qtbot, window)
    assert window.stack.mapTo(window, window.stack.rect().topLeft()).y() > top


def test_a_point_beyond_a_limit_is_told_by_its_figures_and_not_above_the_view(qtbot, window):
    window.document.set_value("limits.ttft", 0.2)
    settle(qtbot, window)
    assert not window.frame.point.feasible
    assert not window.obstacle.isVisible()
