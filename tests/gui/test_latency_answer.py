"""The simulator's answer outside its view: headline figures, issues and explanations of the window."""

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from engine.evidence.closed_form import LATENCIES, trust
from engine.scenario import DEFAULT
from gui.launch import open_window
from gui.plotting.latency_answer import answer_of, caution, doubt
from gui.plotting.latency_job import LatencyJob, LatencySettings
from gui.plotting.latency_simulation import Figure, Run, Simulated
from gui.views import latency_overlay, latency_runner

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

BURST, SHARE = "workload.burstiness", "deployment.load_share"
LOADED = DEFAULT.with_values({"deployment.load": "share", SHARE: 0.6})
LATE = DEFAULT.with_values({"deployment.load": "share", SHARE: 0.95, BURST: 2.0})


def frame(scenario):
    return LatencyJob(LatencySettings()).run(scenario, scenario, False, lambda: False)


def simulated(result, factor, runs=6, trace=""):
    shown = {key: result.point.shown(key) * factor for key in LATENCIES}
    figures = {key: Figure(v, v * 0.99, v * 1.01) for key, v in shown.items()}
    return Simulated(result.now, 2.0, figures, 1000, runs, np.zeros(0), trace)


def test_an_answer_holds_base_units_and_tells_which_figures_count():
    result = frame(LOADED)
    answer = answer_of(result, [simulated(result, 2.0)])
    assert answer.of(LOADED)
    assert set(answer.counting) == set(LATENCIES)
    for key in LATENCIES:
        assert answer.counting[key] == pytest.approx(2.0 * result.point.base(key))
    assert answer_of(result, [simulated(result, 1.01)]).counting == {}


def test_an_answer_is_of_its_inputs_only_but_prices_are_not_felt():
    result = frame(LOADED)
    answer = answer_of(result, [simulated(result, 2.0)])
    assert answer.of(LOADED.with_value("price.output", 3.0))
    assert not answer.of(LOADED.with_value(SHARE, 0.61))
    assert not answer.of(LOADED.with_value("workload.output_tokens", 300.0))


def test_few_runs_and_replays_are_no_answer():
    result = frame(LOADED)
    assert answer_of(result, []) is None
    assert answer_of(result, [simulated(result, 2.0, runs=2)]) is None
    assert answer_of(result, [simulated(result, 2.0, trace="day.csv")]) is None


def test_a_doubt_is_what_was_expected_until_something_was_simulated():
    result, expected = frame(LATE), trust(LATE)
    assert "too short here" in doubt(expected, None)
    assert "Latency view" in doubt(expected, None)
    found = doubt(expected, answer_of(result, [simulated(result, 3.0)]))
    assert "TTFT p95" in found
    assert "by the closed form" in found
    assert doubt(expected, answer_of(result, [simulated(result, 1.0)])) == ""
    assert doubt(None, None) == ""


def test_a_figure_is_explained_with_what_was_simulated_or_is_to_be_expected():
    result, expected = frame(LATE), trust(LATE)
    assert "% too short here, as on bursty chat at 95 % of capacity" in caution("ttft_p95", expected, None)
    off = caution("ttft_p95", expected, answer_of(result, [simulated(result, 3.0)]))
    assert "1,000 requests" in off
    assert "the simulated figure counts" in off
    near = caution("ttft_p95", expected, answer_of(result, [simulated(result, 1.0)]))
    assert "within 5 %" in near
    assert caution("gross_margin", expected, answer_of(result, [simulated(result, 3.0)])) == ""
    calm = DEFAULT.with_values({"deployment.load": "share", SHARE: 0.3})
    assert caution("tpot_p95", trust(calm), None) == ""


# in the window --------------------------------------------------------------------------------------


def _three_times(scenario, requests, seed, cancelled, replay=None):
    """Simulate all latencies three times as long as the closed form has them."""
    point = frame(scenario).point
    wobble = 3.0 * (1.0 + 0.003 * (seed % 3))
    figures = {key: point.shown(key) * wobble for key in LATENCIES}
    return Run(figures, point.base("replica_rate"), requests, np.geomspace(0.1, 1.0, 50))


def _forget(window):
    window.document._mark_saved()
    window.live.stop()


@pytest.fixture
def window(qtbot, styled, monkeypatch):
    monkeypatch.setattr(latency_overlay, "REST", 50)
    monkeypatch.setattr(latency_runner, "PILOT", 10)
    made = open_window(None)
    made.open_view("latency")
    made.view().overlay.runner._simulator = _three_times
    made.open_view("surfaces")
    made.resize(1440, 900)
    made.show()
    qtbot.addWidget(made, before_close_func=_forget)
    made.document.set_values({"deployment.load": "share", SHARE: 0.95, BURST: 2.0})
    _settle(qtbot, made)
    return made


def _settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled, timeout=60_000)
    QApplication.processEvents()


def _doubts(window):
    return [issue for issue in window.inspector.issues_panel.issues() if issue.view == "latency"]


def test_an_expected_error_is_an_issue_that_leads_to_the_simulated_figure(qtbot, window):
    (issue,) = _doubts(window)
    assert "too short here" in issue.text
    tile = window.kpis.tile("ttft_p95")
    assert tile.simulated_text() == ""
    window.explain("ttft_p95")
    assert "Expect the closed form" in window.inspector.explain_panel.tree.root().caution
    window.inspector.view_requested.emit(issue.view)
    assert window.view().key == "latency"
    qtbot.waitUntil(lambda: tile.simulated_text() != "", timeout=60_000)
    qtbot.waitUntil(lambda: window.view().settled, timeout=60_000)
    assert tile.simulated_text().startswith("sim ")
    assert "simulated," in _doubts(window)[0].text
    assert window.inspector.explain_panel.tree.root().caution.startswith("Simulated:")


def test_simulated_figures_go_at_once_with_the_inputs_they_are_of_and_come_back_with_them(qtbot, window):
    window.open_view("latency")
    tile = window.kpis.tile("ttft_p95")
    qtbot.waitUntil(lambda: tile.simulated_text() != "", timeout=60_000)
    qtbot.waitUntil(lambda: window.view().settled, timeout=60_000)
    window.open_view("surfaces")
    _settle(qtbot, window)
    assert tile.simulated_text() != ""
    window.document.set_value("price.output", window.document.scenario.number("price.output") * 1.1)
    assert tile.simulated_text() != ""
    window.document.set_value(SHARE, 0.9)
    assert tile.simulated_text() == ""
    _settle(qtbot, window)
    assert tile.simulated_text() == ""
    window.document.stack.undo()
    _settle(qtbot, window)
    assert tile.simulated_text() != ""
