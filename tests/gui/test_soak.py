"""Acceptance check 25: five thousand random actions over every view leave nothing broken behind.

Two hundred of them run with all tests; all five thousand take two minutes and run with `pytest -m soak`.
"""

import gc
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from engine import files
from engine.drivers import point
from gui.document import MOST_STEPS
from gui.launch import open_window
from tests.gui.hand import Hand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

#: Actions between pauses in which worker and painter do all that is asked of them.
TOGETHER = 50


def rest(qtbot, window, faults):
    qtbot.waitUntil(lambda: window.live.settled or bool(faults), timeout=60_000)
    assert faults == []
    for _ in range(2):
        QApplication.processEvents()
    while popup := QApplication.activePopupWidget():
        popup.close()


def memory(qtbot, window):
    """Return what this process holds once it rests, bytes; 0 where the system does not tell.

    All views have shown what there is: what the last map of one needed is no growth.
    """
    front = window.stack.currentIndex()
    for index in [*range(len(window.views)), front]:
        window.show_view(index)
        qtbot.waitUntil(lambda: window.live.settled, timeout=60_000)
    gc.collect()
    qtbot.waitUntil(lambda: window.live.tidy, timeout=60_000)
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096
    except OSError:
        return 0


def forget(window):
    window.document._mark_saved()
    window.live.stop()


@pytest.mark.parametrize("actions", [200, pytest.param(5000, marks=[pytest.mark.soak, pytest.mark.slow])])
def test_check_25_thousands_of_actions_break_nothing_and_hold_little(qtbot, styled, actions):
    """Exceptions under the hand and warnings of Qt fail a test by themselves, as everywhere here."""
    window, faults = open_window(None), []
    qtbot.addWidget(window, before_close_func=forget)
    window.live.failed.connect(faults.append)
    window.resize(1280, 720)
    window.show()
    hand = Hand(window, 25)
    for index in range(len(window.views)):
        window.show_view(index)
        rest(qtbot, window, faults)
    for number in range(actions):
        if number == actions // 2:
            # By now of five thousand all undo steps are there that are kept at all.
            held = memory(qtbot, window) if actions >= 5000 else 0
            gc.collect()
            none = sys.getrefcount(None)
        hand.act()
        if number % TOGETHER == 0:
            rest(qtbot, window, faults)
    rest(qtbot, window, faults)
    gc.collect()
    if actions >= 5000:
        assert window.document.stack.count() > MOST_STEPS // 2
        assert memory(qtbot, window) - held < 50e6
    # Later Pythons keep the count at one figure; a None let go too often brings it down by thousands.
    assert sys.getrefcount(None) > none - 1000
    assert window.frame.point.same(point(window.document.scenario))
    window.document.open(files.Project((files.resolve(None).scenario,)), None)
    rest(qtbot, window, faults)
    assert window.frame.point.feasible
