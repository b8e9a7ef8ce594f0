"""Acceptance check 25: five thousand random actions over every view leave nothing broken behind.

Two hundred of them run with all tests; all five thousand take two minutes and run with `pytest -m soak`.
"""

import gc
import random
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from engine import files
from engine.drivers import point
from engine.parameters import SPECS
from gui.document import MOST_STEPS
from gui.launch import open_window
from tests.gui.rig import hover, wheel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

#: Actions between pauses in which worker and painter do all that is asked of them.
TOGETHER = 50
LEFT = Qt.MouseButton.LeftButton
NUMBERS = sorted(key for key, spec in SPECS.items() if spec.kind == "number")
CHOICES = sorted(key for key, spec in SPECS.items() if spec.kind == "choice" and not spec.catalog)
PARTS = ["h100-sxm", "h200-sxm", "b200-sxm", "mi300x"]
KEYS = [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_Escape]


class Hand:
    """A hand that does anything, the same each time."""

    def __init__(self, window, seed):
        self.window, self.rng = window, random.Random(seed)
        self.kinds = [
            *[self.edit] * 8, *[self.drag] * 4, self.choose, self.part, *[self.undo] * 3, self.redo,
            self.look, self.theme, self.pin, self.tab, self.lock, self.range, *[self.mouse] * 2, self.key,
            self.turn, self.page, self.axis, self.tile,
        ]  # fmt: skip

    def act(self):
        self.rng.choice(self.kinds)()

    def value(self, key):
        spec = SPECS[key]
        # Far beyond what is usual now and then: points that nothing can serve belong to it.
        high = spec.soft_high * (10.0 if self.rng.random() < 0.05 else 1.0)
        value = min(max(self.rng.uniform(spec.soft_low, high), spec.low), spec.high)
        return float(round(value)) if spec.whole else value

    def edit(self):
        key = self.rng.choice(NUMBERS)
        self.window.attempt(self.window.document.set_value, key, self.value(key))

    def drag(self):
        key, gesture = self.rng.choice(NUMBERS), self.rng.randrange(1 << 30)
        for _ in range(3):
            self.window.input_edited(key, self.value(key), gesture)
        self.window._gesture_finished()

    def choose(self):
        spec = SPECS[self.rng.choice(CHOICES)]
        self.window.attempt(self.window.document.set_value, spec.key, self.rng.choice(spec.options).id)

    def part(self):
        self.window.attempt(self.window.document.choose_part, "accelerator", self.rng.choice(PARTS))

    def undo(self):
        self.window.document.stack.undo()

    def redo(self):
        self.window.document.stack.redo()

    def look(self):
        self.window.show_view(self.rng.randrange(len(self.window.views)))

    def theme(self):
        if self.rng.random() < 0.1:
            self.window.apply_theme(self.rng.choice(["light", "dark", "contrast"]))

    def pin(self):
        QTest.mouseClick(self.window.scenario_bar.pin, LEFT)

    def tab(self):
        document, count = self.window.document, len(self.window.document.session.cases)
        if count < 4 and self.rng.random() < 0.5:
            self.rng.choice([self.window.child, self.window.duplicate])(self.rng.randrange(count))
        elif count > 1:
            self.rng.choice([document.remove, document.select])(self.rng.randrange(count))

    def lock(self):
        self.window.document.lock(self.rng.choice(NUMBERS), self.rng.random() < 0.3)

    def range(self):
        from engine.scenario import Uncertainty

        spec = SPECS[self.rng.choice(NUMBERS)]
        spread = Uncertainty(spec.soft_low, spec.soft_high) if self.rng.random() < 0.5 else None
        self.window.attempt(self.window.document.set_uncertainty, spec.key, spread)

    def canvas(self):
        shown = [w for w in self.window.view().findChildren(QWidget) if "canvas" in w.objectName()]
        shown = [w for w in shown if w.isVisible()]
        widget = self.rng.choice(shown) if shown else self.window.view()
        widget = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        at = QPoint(self.rng.randrange(max(1, widget.width())), self.rng.randrange(max(1, widget.height())))
        return widget, at

    def mouse(self):
        widget, at = self.canvas()
        hover(widget, at)
        QTest.mousePress(widget, LEFT, pos=at)
        for step in (4, 9):
            QTest.mouseMove(widget, at + QPoint(step, -step))
        QTest.mouseRelease(widget, LEFT, pos=at + QPoint(9, -9))

    def key(self):
        widget, _ = self.canvas()
        QTest.keyClick(widget, self.rng.choice(KEYS))

    def turn(self):
        wheel(self.canvas()[0], self.rng.choice([-120, 120]))

    def page(self):
        self.window.inspector.show_page(self.rng.choice(["explain", "issues", "notes", "history", "effects"]))

    def axis(self):
        key = self.rng.choice(NUMBERS)
        self.window.inputs.axis_requested.emit(key, self.rng.choice("xy"))

    def tile(self):
        QTest.mouseClick(self.rng.choice(list(self.window.kpis._tiles.values())), LEFT)


def rest(qtbot, window, faults):
    qtbot.waitUntil(lambda: window.live.settled or bool(faults), timeout=60_000)
    assert faults == []
    for _ in range(2):
        QApplication.processEvents()
    while popup := QApplication.activePopupWidget():
        popup.close()


def memory():
    """Return the resident memory of this process, bytes; 0 where the system does not tell."""
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
            gc.collect()
            held, none = memory(), sys.getrefcount(None)
        hand.act()
        if number % TOGETHER == 0:
            rest(qtbot, window, faults)
    rest(qtbot, window, faults)
    gc.collect()
    if actions >= 5000:
        assert window.document.stack.count() > MOST_STEPS // 2
        assert memory() - held < 50e6
    # Later Pythons keep the count at one figure; a None let go too often brings it down by thousands.
    assert sys.getrefcount(None) > none - 1000
    assert window.frame.point.same(point(window.document.scenario))
    window.document.open(files.Project((files.resolve(None).scenario,)), None)
    rest(qtbot, window, faults)
    assert window.frame.point.feasible
