"""Sliders that share out 100 %: the others make room under the hand, in one undo step, and it is said who."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gui.launch import open_window


def forget(window):
    window.document._mark_saved()
    window.close()


@pytest.fixture
def window(qtbot):
    made = open_window(None)
    made.resize(1440, 900)
    made.show()
    qtbot.addWidget(made, before_close_func=forget)
    qtbot.waitUntil(lambda: made.live.settled, timeout=60_000)
    made.document.set_values(
        {"routing.mode": "router", "routing.tiers": 4, "routing.share1": 0.5, "routing.share2": 0.3,
         "routing.share3": 0.15}
    )  # fmt: skip
    return made


def shares(window):
    return [window.document.scenario.number(f"routing.share{tier}") for tier in (1, 2, 3)]


def slider(window, key):
    window.inputs.focus_key(key)
    QApplication.processEvents()
    found = window.findChild(QWidget, f"param:{key}").findChild(QWidget, "slider")
    return found


def at(track, share):
    return QPoint(round(6 + share * (track.width() - 12)), track.height() // 2)


def test_drag_to_the_end_and_back_is_one_step_that_changes_nothing_else(qtbot, window):
    track = slider(window, "routing.share1")
    count, before = window.document.stack.count(), shares(window)
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=at(track, 0.5))
    for share in (0.7, 0.9, 1.0):
        QTest.mouseMove(track, at(track, share))
        QApplication.processEvents()
        assert sum(shares(window)) <= 1.0 + 1e-9
    assert shares(window) == [1.0, 0.0, 0.0]
    for share in (0.9, 0.7, 0.6):
        QTest.mouseMove(track, at(track, share))
        QApplication.processEvents()
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=at(track, 0.6))
    one, two, three = shares(window)
    assert one == pytest.approx(0.6, abs=0.011)
    assert (two, three) == (
        pytest.approx((1 - one) * 0.6, abs=1e-6),
        pytest.approx((1 - one) * 0.3, abs=1e-6),
    )
    assert window.document.stack.count() == count + 1
    assert window.document.stack.undoText().startswith("Set Share of tier 1 50 % → 6")
    assert "Share of tier 2 30 % → 2" in window.document.stack.undoText()
    told = window.status_bar.findChild(QLabel, "status:message").text()
    assert told.startswith("Requests by tier, 100 % in all: ")
    window.document.stack.undo()
    assert shares(window) == before


def test_locked_share_stays_under_the_hand(qtbot, window):
    window.document.lock("routing.share2", True)
    window.input_edited("routing.share1", 0.95, -1)
    assert shares(window) == [pytest.approx(0.7), 0.3, 0.0]
    told = window.status_bar.findChild(QLabel, "status:message").text()
    assert "stops at 70 %: locked is Share of tier 2 30 %" in told
    slider(window, "routing.share1")
    assert window.inputs.row("routing.share1").toolTip().count("100 %; they make room unless locked") == 1


def test_value_that_a_view_sets_leaves_the_others_alone(qtbot, window):
    # A view solved or drew for that one input, all else as it is.
    window._view_edited("routing.share1", 0.6, 1)
    assert shares(window) == [0.6, 0.3, 0.15]
