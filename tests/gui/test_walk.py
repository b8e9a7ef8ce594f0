"""A walk through the window as somebody new takes it: the first sixty seconds, then six questions, by hand.

Every step is a real mouse or key event, and after each it is asserted what the user would then see.
"""

import math

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from engine.drivers import point
from engine.formatting import format_delta, format_value
from engine.metrics import METRICS
from engine.outlook import outlook
from engine.solve import break_evens
from gui.guide.hints import SLIDER
from gui.guide.questions import QUESTIONS, WAITING
from gui.launch import open_window
from gui.panels.kpi_strip import KPIS
from gui.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton


def forget(window):
    window.document._mark_saved()
    window.live.stop()


def fresh(path):
    return Settings(path / "isocost.ini")


@pytest.fixture(params=[(1440, 900), (1280, 720)], ids=["large", "small"])
def window(qtbot, styled, tmp_path, request):
    made = open_window(None)
    made.settings = fresh(tmp_path)
    made.resize(*request.param)
    made.show()
    qtbot.addWidget(made, before_close_func=forget)
    return made


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and window.frame is not None, timeout=60_000)
    for _ in range(3):
        QApplication.processEvents()


def hint(window):
    bubble = window.guide.hints.bubble
    return bubble.text() if bubble.isVisible() else ""


def tile(window, key):
    return window.kpis.tile(key).headline()


def drag(widget, start, end, each=lambda: None, steps=8):
    QTest.mousePress(widget, LEFT, pos=start)
    for i in range(1, steps + 1):
        QTest.mouseMove(widget, start + (end - start) * i / steps)
        QApplication.processEvents()
        each()
    QTest.mouseRelease(widget, LEFT, pos=end)


def test_the_first_sixty_seconds(qtbot, window):
    window.guide.hints.begin()
    settle(qtbot, window)

    # 0-10 s: a finished scenario, a sentence of what is seen, the first hint; nothing is in the way.
    assert sum(math.isfinite(window.frame.point.base(key)) for key in KPIS) == len(KPIS)
    assert QApplication.activeModalWidget() is None
    assert "the red line you earn" in window.answer_bar.text()
    assert window.answer_bar.isVisible()
    assert "Output per request" in hint(window)

    # The slider named is dragged: surfaces follow before it is let go, then the next hint comes.
    slider = window.inputs.row(SLIDER).findChild(QWidget, "slider")
    before, frames = window.document.scenario, window.live.computed
    middle = QPoint(slider.width() // 2, slider.height() // 2)
    drag(slider, middle, middle - QPoint(12, 0), lambda: settle(qtbot, window))
    assert window.live.computed - frames >= 5
    assert window.document.scenario.number(SLIDER) < before.number(SLIDER)
    settle(qtbot, window)
    assert "red line" in hint(window)
    assert tile(window, "cost_per_output_token").delta != "unchanged"

    # The point is dragged over the red line: margin changes its sign.
    canvas = window.view().canvas
    scene = canvas.scene_now
    plot = scene.geometry.plots[0]
    here = QPoint(
        round(plot.x() + scene.place[0] * plot.width()), round(plot.bottom() - scene.place[1] * plot.height())
    )
    sign = window.frame.point.base("gross_margin") > 0
    far = QPoint(plot.left() + 8 if sign else plot.right() - 8, here.y())
    drag(canvas.viewport(), here, far)
    settle(qtbot, window)
    assert (window.frame.point.base("gross_margin") > 0) != sign
    assert hint(window).startswith("Press Pin")

    # Pin, by the mouse: every figure is now told against this point.
    QTest.mouseClick(window.scenario_bar.pin, LEFT)
    settle(qtbot, window)
    assert all(tile(window, key).delta in {"unchanged", ""} for key in KPIS)
    assert "choose another accelerator" in hint(window)

    # Another accelerator, by the list and the keyboard: figures change against what was pinned.
    pinned = window.document.scenario
    combo = window.inputs.section("accelerator").header.part
    QTest.mouseClick(combo, LEFT)
    choices = QApplication.activePopupWidget()
    QTest.keyClicks(choices.search, "B200")
    QTest.keyClick(choices.search, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "b200" in window.document.scenario.get("accelerator.part")
    assert hint(window) == ""
    assert "pinned" in window.answer_bar.text()
    now, then = window.frame.point, point(pinned)
    for key in KPIS:
        assert tile(window, key).delta == format_delta(now.base(key), then.base(key), METRICS[key])[0] or (
            tile(window, key).value == "\u2014"
        )
    assert window.settings.hints_done == 3

    # A figure is clicked: its formula with numbers, down to an input whose slider is then at hand.
    QTest.mouseClick(window.kpis.tile("cost_per_output_token"), LEFT)
    settle(qtbot, window)
    root = window.inspector.explain_panel.tree.root()
    assert root.key == "cost_per_output_token"
    assert root.text == format_value(now.base(root.key), METRICS[root.key], full=True)
    assert root.formula
    assert root.numbers

    # All of it can be taken back, step by step.
    for _ in range(window.document.stack.count()):
        take_back(window)
    assert window.document.scenario == before


def ask(qtbot, window, number):
    """Choose question `number` from the list under the button, by mouse and arrow keys."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QTest.mouseClick(window.scenario_bar.findChild(QPushButton, "ask"), LEFT)
    menu = window.findChild(QMenu, "questions")
    for _ in range(number + 1):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.live.settled and WAITING not in window.answer_bar.text(), timeout=30_000)
    QApplication.processEvents()
    assert window.answer_bar.isVisible()
    text = window.answer_bar.text()
    assert text.startswith(QUESTIONS[number].text)
    return text


def take_back(window):
    window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("window", [(1280, 720)], indirect=True, ids=["small"])
def test_six_questions(qtbot, window):
    settle(qtbot, window)
    opened = window.document.scenario
    margin = METRICS["gross_margin"]

    text = ask(qtbot, window, 0)
    price = format_value(
        window.frame.baseline_point.base("breakeven_price"), METRICS["breakeven_price"], full=True
    )
    assert price in text
    assert tile(window, "gross_margin").value in {"0", "+0"}
    assert window.view().key == "surfaces"
    take_back(window)
    assert window.document.scenario == opened

    text = ask(qtbot, window, 1)
    assert window.view().key == "tornado"
    assert window.view().canvas.bars()[0].doubted.label in text
    assert window.document.scenario == opened

    text = ask(qtbot, window, 2)
    assert window.document.scenario.get("model.part") != opened.get("model.part")
    assert window.document.baseline == opened
    costs = [window.frame.point, window.frame.baseline_point]
    for one in costs:
        assert format_value(one.base("cost_per_request"), METRICS["cost_per_request"]) in text
    take_back(window)
    assert window.document.scenario == opened

    text = ask(qtbot, window, 3)
    assert window.view().key == "outlook"
    path = outlook(window.document.scenario)
    assert path.price[1] / path.price[0] == pytest.approx(0.4)
    assert format_value(float(path.margin[-1]), margin, full=True) in text
    QTest.mouseClick(window.answer_bar.undo, LEFT)
    assert window.document.scenario == opened
    assert not window.answer_bar.isVisible()

    text = ask(qtbot, window, 4)
    assert window.view().key == "solve"
    nearest = next(one for one in break_evens(opened) if one.found and one.plausible and one.feasible)
    assert f"{nearest.key}" in [one.key for one in window.frame.result.roots]
    assert text.count("now ") == 3

    text = ask(qtbot, window, 5)
    assert window.view().key == "montecarlo"
    told = window.frame.result.spread.summary
    key = window.view().settings()["metric"]
    for each in (told.p10.value, told.p90.value):
        assert format_value(each, METRICS[key], full=True) in text
    QTest.mouseClick(window.answer_bar.shut, LEFT)
    assert not window.answer_bar.isVisible()
    assert window.document.scenario == opened
