"""The latency view in the window: the document behind the load line, and the picture of the command line."""

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui import screenshot
from gui.launch import open_window
from gui.views import VIEWS
from tests.effort import Effort
from tests.gui.rig import hover

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CONCURRENCY = "deployment.concurrency"


def _forget(window):
    window.document._mark_saved()
    window.live.stop()


@pytest.fixture
def window(qtbot, styled):
    made = open_window(None)
    made.resize(1440, 900)
    made.show_view([view.key for view in VIEWS].index("latency"))
    made.show()
    qtbot.addWidget(made, before_close_func=_forget)
    _settle(qtbot, made)
    return made


def _settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and window.view().canvas.result is not None, timeout=60_000)
    QApplication.processEvents()


def _drag(canvas, loads, pause=0.0):
    """Drag the load line through `loads`; return the most processor time of one event [s]."""
    box = canvas.geometry_now().plots["tpot"]
    spots = [QPoint(round(canvas.x_of(load)), box.center().y()) for load in loads]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=spots[0])
    longest = 0.0
    for spot in spots[1:]:
        with Effort() as spent:
            hover(canvas, spot)
        longest = max(longest, spent.seconds)
        QApplication.processEvents()
        time.sleep(pause)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=spots[-1])
    return longest


def test_a_drag_of_the_load_line_changes_the_document_in_one_undo_step(qtbot, window):
    document, canvas = window.document, window.view().canvas
    before, steps = document.scenario, document.stack.count()
    start = canvas.result.now
    _drag(canvas, [start + (0.4 - start) * i / 12 for i in range(13)])
    _settle(qtbot, window)
    assert document.stack.count() == steps + 1
    assert document.stack.undoText().startswith("Set Concurrent sequences")
    assert document.scenario.number(CONCURRENCY) < before.number(CONCURRENCY)
    assert canvas.result.now == pytest.approx(0.4, abs=0.02)
    document.stack.undo()
    _settle(qtbot, window)
    assert document.scenario == before
    assert canvas.result.now == pytest.approx(start, abs=1e-9)


def test_the_line_follows_the_inputs_and_the_baseline_stays_behind(qtbot, window):
    canvas = window.view().canvas
    now = canvas.result.now
    window.document.set_value(CONCURRENCY, 10.0)
    _settle(qtbot, window)
    assert canvas.result.now < now
    window.document.set_value("accelerator.bandwidth", 6000.0)
    _settle(qtbot, window)
    assert canvas.result.ghost is not None


def test_a_load_set_by_the_limits_becomes_a_share_in_one_step(qtbot, window):
    document = window.document
    document.set_value("deployment.load", "goodput")
    _settle(qtbot, window)
    steps, canvas = document.stack.count(), window.view().canvas
    _drag(canvas, [canvas.result.now, 0.5, 0.3])
    _settle(qtbot, window)
    assert document.stack.count() == steps + 1
    assert document.scenario.get("deployment.load") == "share"
    assert document.scenario.number("deployment.load_share") == pytest.approx(0.3, abs=0.01)


def test_no_event_of_a_drag_blocks_the_window(qtbot, window):
    canvas = window.view().canvas
    assert min(_drag(canvas, [0.3 + 0.02 * i for i in range(20)], 0.005) for _ in range(3)) < 0.05
    _settle(qtbot, window)


def test_the_settings_of_the_view_are_steps_of_undo_and_of_the_file(qtbot, window):
    document, view = window.document, window.view()
    view.set_log(False)
    assert document.stack.undoText() == "Change scale of time"
    assert document.session.views["latency"]["scale"] == "linear"
    document.stack.undo()
    _settle(qtbot, window)
    assert view.settings()["scale"] == "log"
    assert view.canvas.result.scales["ttft"].kind == "log"


def test_the_status_line_counts_the_loads(window):
    assert window.view().summary().endswith("loads")


@pytest.mark.parametrize(("name", "theme"), [("light", "light"), ("dark", "dark")])
def test_the_command_line_draws_the_view(qtbot, styled, tmp_path, name, theme, capsys, monkeypatch):
    # Tests never let the simulator start, so there is nothing to wait for.
    monkeypatch.setattr(screenshot, "_EXTRA", 0.0)
    out = tmp_path / f"{name}.png"
    arguments = [
        "fraud-triage",
        "--out",
        str(out),
        "--view",
        "latency",
        "--theme",
        theme,
        "--size",
        "1280x720",
    ]
    assert screenshot.main(arguments) == 0
    picture = QImage(str(out))
    assert (picture.width(), picture.height()) == (1280, 720)
    colors = {picture.pixelColor(x, y).name() for x in range(360, 900, 7) for y in range(200, 600, 7)}
    assert len(colors) > 10
    assert "Fraud triage" in capsys.readouterr().err
