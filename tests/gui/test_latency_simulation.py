"""The simulator behind the latency view: when it runs, what it lays over the lines, when it stops."""

import threading
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from engine import simulator
from engine.drivers import point
from engine.errors import IsocostError
from engine.scenario import DEFAULT
from gui import theme
from gui.plotting import latency_simulation
from gui.plotting.latency_job import LatencyJob, LatencySettings
from gui.plotting.latency_load import MODE
from gui.plotting.latency_plan import RUNS, ident_of, plan
from gui.plotting.latency_simulation import Figure, Replay, Run, Simulated, figure, gather
from gui.plotting.latency_table import cells, holding, simulated_most, verdict
from gui.plotting.latency_words import caption
from gui.views import latency_overlay, latency_runner
from gui.views.latency import LatencyView
from gui.views.latency_overlay import LatencyOverlay
from gui.views.latency_runner import SimulationRunner

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SHARE = "deployment.load_share"
BASE = DEFAULT.with_values({MODE: "share", SHARE: 0.6})
KEYS = [f"{m}_{which}" for m in ("ttft", "tpot", "e2e") for which in ("mean", "p50", "p95", "p99")]


def frame(scenario):
    return LatencyJob(LatencySettings()).run(scenario, scenario, False, lambda: False)


class Fake:
    """A simulator that answers the closed form times `factor`, with some noise, after `gate` opens."""

    def __init__(self, factor=1.0, noise=0.01):
        self.factor, self.noise = factor, noise
        self.gate = threading.Event()
        self.gate.set()
        self.calls, self.stopped, self.threads = [], 0, set()

    def __call__(self, scenario, requests, seed, cancelled, replay=None):
        self.threads.add(threading.current_thread().name)
        while not self.gate.wait(0.002):
            if cancelled():
                self.stopped += 1
                return None
        self.calls.append((scenario, requests, seed, replay))
        found = frame(scenario)
        rng = np.random.default_rng(seed)
        wobble = 1.0 + self.noise * rng.standard_normal()
        figures = {key: found.point.shown(key) * self.factor * wobble for key in KEYS}
        first = np.geomspace(figures["ttft_p50"] / 4, figures["ttft_p99"], 50)
        return Run(figures, found.point.base("replica_rate"), requests, first)


class Desk:
    """A view whose simulator is a fake."""

    def __init__(self, qtbot, fake, scenario=BASE, *, dragging=False):
        self.view, self.fake = LatencyView(), fake
        self.view.set_dragging(dragging)
        self.view.overlay.runner._simulator = fake
        qtbot.addWidget(self.view)
        self.view.resize(1084, 730)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.scenario, self.edits = scenario, []
        self.view.edited.connect(lambda key, value, _g: self.edits.append((key, value)))
        self.show(scenario)

    def show(self, scenario):
        self.scenario = scenario
        self.view.show_scenario(scenario, scenario)
        self.result = self.view.job().run(scenario, scenario, False, lambda: False)
        self.view.show_result(self.result)

    def done(self):
        runs = {at.runs for at in self.dots}
        return self.view.settled and runs == {RUNS} and len(self.dots) == len(plan(self.result))

    @property
    def dots(self):
        return self.view.canvas.simulated


@pytest.fixture(autouse=True)
def _brisk(monkeypatch):
    monkeypatch.setattr(latency_runner, "PILOT", 10)
    monkeypatch.setattr(latency_overlay, "REST", 100)


@pytest.fixture
def desk(qtbot, qapp):
    theme.apply(qapp, "light")
    return Desk(qtbot, Fake())


@pytest.fixture
def shut(qtbot, qapp):
    """A desk whose simulator has no answer before its gate opens: a slow machine may ask it at once."""
    theme.apply(qapp, "light")
    fake = Fake()
    fake.gate.clear()
    return Desk(qtbot, fake)


# what is simulated --------------------------------------------------------------------------------


def test_the_scenarios_own_load_comes_first_and_a_handful_around_it():
    wanted = plan(frame(BASE))
    assert wanted[0].load == pytest.approx(0.6, rel=1e-3)
    assert wanted[0].scenario is BASE
    assert 5 <= len(wanted) <= 8
    assert len({w.ident for w in wanted}) == len(wanted)
    for each in wanted[1:]:
        assert frame(each.scenario).now == pytest.approx(each.load, rel=1e-3)


def test_a_closed_loop_is_simulated_as_one_and_other_loads_are_not():
    wanted = plan(frame(BASE.with_value(MODE, "closed")))
    assert {w.scenario.get(MODE) for w in wanted} == {"closed"}
    assert all(w.load == w.scenario.number("deployment.concurrency") for w in wanted)
    assert plan(frame(BASE.with_value(MODE, "static"))) == ()


def test_what_no_request_feels_needs_no_new_run():
    same = ident_of(BASE)
    for key, value in {
        "price.output": 9.0, "facility.pue": 1.6, "limits.tpot": 20.0, "deployment.concurrency": 7.0,
        "deployment.replicas": 99.0,
    }.items():  # fmt: skip
        assert ident_of(BASE.with_value(key, value)) == same, key
    for key, value in {
        "workload.input_tokens": 50.0, SHARE: 0.3, "stack.memory_share": 0.5, "workload.burstiness": 2.0,
    }.items():  # fmt: skip
        assert ident_of(BASE.with_value(key, value)) != same, key
    asked = BASE.with_value(MODE, "goodput")
    assert ident_of(asked) != ident_of(asked.with_value("limits.tpot", 20.0))


def test_a_load_beyond_capacity_simulates_what_lies_below():
    wanted = plan(frame(BASE.with_values({MODE: "concurrency", "deployment.concurrency": 5000.0})))
    assert len(wanted) >= 5
    assert all(w.load < 1.0 for w in wanted)


# figures ------------------------------------------------------------------------------------------


def test_confidence_covers_the_truth_as_often_as_it_says():
    rng = np.random.default_rng(1)
    hits = [
        f.low <= 5.0 <= f.high for f in (figure(rng.normal(5.0, 1.0, RUNS).tolist()) for _ in range(2000))
    ]
    assert np.mean(hits) == pytest.approx(0.95, abs=0.015)


def test_confidence_is_not_told_from_two_runs():
    assert np.isnan(figure([1.0, 2.0]).low)
    assert np.isfinite(figure([1.0, 2.0, 3.0]).low)


def test_runs_gather_to_their_mean():
    runs = [Run({"ttft_mean": v}, 2.0, 100, np.full(4, v)) for v in (1.0, 2.0, 3.0)]
    found = gather(0.5, runs)
    assert found.figures["ttft_mean"].value == 2.0
    assert found.requests == 300
    assert found.first.tolist() == [2.0] * 4
    assert found.at(0.7).load == 0.7


def _simulated(result, factor, half=0.01, trace=""):
    shown = {key: result.point.shown(key) * factor for key in KEYS}
    figures = {key: Figure(v, v * (1 - half), v * (1 + half)) for key, v in shown.items()}
    return Simulated(result.now, 2.0, figures, 1000, RUNS, np.zeros(0), trace)


def test_the_table_uses_the_simulated_figure_where_the_closed_form_is_not_to_be_trusted():
    result = frame(BASE)
    good = cells(result, _simulated(result, 1.02))
    assert not any(cell.off for group in good.values() for cell in group)
    assert good["ttft"][0].apart.startswith("\u2212")
    bad = cells(result, _simulated(result, 1.5))
    assert all(cell.off for group in bad.values() for cell in group)
    said, warn = verdict(result, _simulated(result, 1.5), "")
    assert warn
    assert "33 %" in said
    assert "simulated figure counts" in said


def test_a_difference_that_may_be_chance_is_no_reason_to_distrust():
    result = frame(BASE)
    vague = cells(result, _simulated(result, 1.5, half=0.6))
    assert not any(cell.off for group in vague.values() for cell in group)


def test_a_figure_beyond_its_limit_is_late_by_the_one_that_counts():
    result = frame(BASE)
    row = cells(result, _simulated(result, 1.0))["tpot"][2]
    assert row.promised
    assert not row.late
    assert cells(result, _simulated(result, 3.0))["tpot"][2].late


def test_a_replay_is_compared_but_never_taken_for_the_scenario():
    result = frame(BASE)
    replayed = cells(result, _simulated(result, 3.0, trace="a.csv"))
    assert not any(cell.off for group in replayed.values() for cell in group)
    assert "a.csv" in verdict(result, _simulated(result, 3.0, trace="a.csv"), "")[0]


def test_simulated_goodput_lies_where_the_dots_cross_the_limit():
    result = frame(BASE)
    found = []
    for each in plan(result):
        here = frame(each.scenario)
        found.append(replace(_simulated(here, 1.2), load=each.load))
    most = simulated_most(result, found)
    # A simulator 20 % above the closed form meets the limit where that is a sixth below it.
    expected = np.interp(BASE.number("limits.tpot") / 1.2, result.curve("tpot_p95"), result.at)
    assert most == pytest.approx(expected, abs=0.02)
    assert simulated_most(result, found[:1]) is None
    assert simulated_most(result, [replace(f, runs=1) for f in found]) is None


def test_the_caption_follows_the_simulator_where_it_meets_a_limit_elsewhere():
    result = frame(BASE.with_value(SHARE, 0.7))
    assert caption(result, result.most.at + 0.001) == caption(result)
    said = caption(result, 0.64)
    assert not said.good
    assert "simulator meets a limit at 64 % load already" in said.detail
    assert "6 points beyond" in said.detail
    assert said.head == caption(result).head


def test_scales_stretch_to_hold_what_was_simulated():
    result = frame(BASE)
    assert holding(result, [_simulated(result, 1.0)]) is result
    wide = holding(result, [_simulated(result, 10.0)])
    assert wide.scales["tpot"].high >= 10.0 * result.point.shown("tpot_p95")
    assert wide.scales["tpot"].low == result.scales["tpot"].low


# when it runs -------------------------------------------------------------------------------------


def test_dots_arrive_when_the_hand_rests_and_their_confidence_follows(desk, qtbot):
    assert desk.dots == ()
    qtbot.waitUntil(lambda: len(desk.dots) == len(plan(desk.result)), timeout=60_000)
    qtbot.waitUntil(desk.done, timeout=60_000)
    assert {at.runs for at in desk.dots} == {RUNS}
    figure_now = desk.view.panel.simulated.figures["tpot_p95"]
    assert figure_now.low < desk.result.point.shown("tpot_p95") < figure_now.high
    assert desk.fake.threads == {"simulation"}
    desk.view.grab()


def test_dots_are_drawn_where_they_belong(desk, qtbot):
    canvas = desk.view.canvas
    before = canvas.grab().toImage()
    qtbot.waitUntil(desk.done, timeout=60_000)
    after = canvas.grab().toImage()
    at = next(dot for dot in desk.dots if dot.load == 0.2)
    box, scale = canvas.geometry_now().plots["tpot"], desk.result.scales["tpot"]
    y = round(box.bottom() + 1 - scale.at(at.figures["tpot_p95"].value) * box.height())
    x = round(canvas.x_of(at.load))
    spots = [(x + dx, y + dy) for dx in range(-3, 4) for dy in range(-3, 4)]
    assert any(before.pixelColor(*spot) != after.pixelColor(*spot) for spot in spots)


def test_nothing_starts_while_the_hand_moves(qtbot, qapp):
    theme.apply(qapp, "light")
    desk = Desk(qtbot, Fake(), dragging=True)
    for i in range(5):
        desk.show(BASE.with_value("workload.output_tokens", 500.0 + i))
        qtbot.wait(20)
    qtbot.wait(latency_overlay.REST + 50)
    assert desk.fake.calls == []
    desk.view.set_dragging(False)
    qtbot.waitUntil(lambda: len(desk.dots) > 0, timeout=60_000)


def test_an_input_changed_stops_it_at_once_and_clears_its_dots(shut, qtbot):
    qtbot.waitUntil(lambda: "simulation" in shut.fake.threads, timeout=60_000)
    shut.show(BASE.with_value("workload.output_tokens", 900.0))
    qtbot.waitUntil(lambda: shut.fake.stopped > 0, timeout=60_000)
    assert shut.dots == ()
    shut.fake.gate.set()
    qtbot.waitUntil(shut.done, timeout=60_000)
    assert {call[0].number("workload.output_tokens") for call in shut.fake.calls} == {900.0}


def test_moving_the_load_alone_keeps_the_dots_around_it(desk, qtbot):
    qtbot.waitUntil(desk.done, timeout=60_000)
    kept = {at.load for at in desk.dots[1:]}
    desk.show(BASE.with_value(SHARE, 0.72))
    assert {at.load for at in desk.dots} >= kept
    assert desk.view.panel.simulated is None


def test_a_price_changed_keeps_every_dot_and_runs_nothing(desk, qtbot):
    qtbot.waitUntil(desk.done, timeout=60_000)
    calls = len(desk.fake.calls)
    desk.show(BASE.with_value("price.output", 50.0))
    assert len(desk.dots) == len(plan(desk.result))
    qtbot.wait(latency_overlay.REST + 50)
    assert len(desk.fake.calls) == calls


def test_going_back_shows_what_was_simulated_before(desk, qtbot):
    qtbot.waitUntil(desk.done, timeout=60_000)
    before = desk.dots
    desk.show(BASE.with_value("workload.output_tokens", 900.0))
    assert desk.dots == ()
    desk.show(BASE)
    assert desk.dots == before


def test_a_hidden_view_simulates_nothing(shut, qtbot):
    qtbot.waitUntil(lambda: "simulation" in shut.fake.threads, timeout=60_000)
    shut.view.hide()
    qtbot.waitUntil(lambda: shut.fake.stopped > 0, timeout=60_000)
    assert shut.view.settled


def test_the_window_never_waits_for_the_simulator(shut, qtbot):
    qtbot.waitUntil(lambda: "simulation" in shut.fake.threads, timeout=60_000)
    for i in range(10):
        # The gate stays shut: whoever waited for the simulator here would wait for ever.
        shut.view.show_scenario(BASE.with_value("workload.output_tokens", 700.0 + i), BASE)
        shut.view.overlay._start()
        QApplication.processEvents()
    assert shut.fake.calls == []
    assert threading.current_thread().name not in shut.fake.threads
    shut.fake.gate.set()


def test_a_wait_for_the_compiler_is_told(shut, qtbot, monkeypatch):
    monkeypatch.setattr(latency_overlay, "preparing", lambda: True)
    qtbot.waitUntil(lambda: "Preparing" in shut.view.panel.status, timeout=60_000)
    shut.fake.gate.set()
    qtbot.waitUntil(shut.done, timeout=60_000)
    qtbot.waitUntil(lambda: not shut.view.overlay._tick.isActive(), timeout=60_000)


def test_figures_off_are_told_on_screen(qtbot, qapp):
    theme.apply(qapp, "light")
    desk = Desk(qtbot, Fake(factor=1.6))
    qtbot.waitUntil(desk.done, timeout=60_000)
    panel = desk.view.panel
    said, warn = verdict(desk.result, panel.simulated, panel.status)
    assert warn
    assert "off" in said
    panel.grab()


def test_what_the_simulator_refuses_is_told_in_its_own_words(qtbot, qapp):
    theme.apply(qapp, "light")

    def refuse(*_arguments):
        raise IsocostError("nothing to simulate: the queue has no end")

    desk = Desk(qtbot, refuse)
    qtbot.waitUntil(desk.view.notice.isVisible, timeout=60_000)
    assert "the queue has no end" in desk.view.notice.text.text()


def test_a_runner_asked_for_what_it_has_starts_no_thread(qtbot):
    fake = Fake()
    runner = SimulationRunner(fake)
    wanted = plan(frame(BASE))[:2]
    runner.ask(wanted)
    qtbot.waitUntil(lambda: runner.done(wanted) and not runner.busy, timeout=60_000)
    calls = len(fake.calls)
    runner.ask(wanted)
    assert not runner.busy
    assert len(fake.calls) == calls


# traces -------------------------------------------------------------------------------------------


def _replay(name="record.csv"):
    changes = {"workload.input_tokens": 1234.0, "workload.output_tokens": 99.0}
    return Replay(name, 500, changes, SimpleNamespace())


def test_a_replay_stands_at_the_scenarios_load_and_in_the_table(desk, qtbot):
    desk.view.overlay._take(_replay())
    qtbot.waitUntil(lambda: any(at.trace for at in desk.dots), timeout=60_000)
    at = next(at for at in desk.dots if at.trace)
    assert at.load == desk.result.now
    assert desk.view.panel.simulated.trace == "record.csv"
    assert desk.view.trace.label() == "record.csv"
    qtbot.waitUntil(lambda: desk.view.settled, timeout=60_000)
    assert sum(call[3] is not None for call in desk.fake.calls) == 1
    desk.view.overlay.forget()
    assert not any(at.trace for at in desk.dots)
    assert desk.view.trace.label() == "none"


def test_the_lengths_of_a_trace_can_be_taken_into_the_scenario(desk):
    desk.view.overlay._take(_replay())
    desk.view._cure(desk.view.overlay.replay.changes)
    assert dict(desk.edits) == _replay().changes


def _drop(view, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    view.dropEvent(event)
    return event.isAccepted()


def test_a_csv_dropped_on_the_view_is_replayed(desk, qtbot, tmp_path):
    path = tmp_path / "calls.csv"
    rows = [f"{i * 0.5},{800 + i % 7},{90 + i % 5}" for i in range(200)]
    path.write_text("arrival,input_tokens,output_tokens\n" + "\n".join(rows))
    assert _drop(desk.view, path)
    qtbot.waitUntil(lambda: desk.view.overlay.replay is not None, timeout=60_000)
    replay = desk.view.overlay.replay
    assert replay.requests == 200
    assert replay.changes["workload.input_tokens"] == pytest.approx(803, abs=1)
    assert replay.changes["workload.burstiness"] == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("arrival,input_tokens,output_tokens\n0,100,x\n", "'x'"),
        ("when,what\n1,2\n", "column"),
        ("", "no requests"),
        ("arrival,input_tokens,output_tokens\n1,100,5\n1,100,5\n", "at once"),
    ],
)
def test_a_bad_csv_is_told_in_one_clear_sentence_and_changes_nothing(desk, qtbot, tmp_path, content, said):
    path = tmp_path / "bad.csv"
    path.write_text(content)
    assert _drop(desk.view, path)
    qtbot.waitUntil(desk.view.notice.isVisible, timeout=60_000)
    assert said in desk.view.notice.text.text()
    assert "bad.csv" in desk.view.notice.text.text()
    assert desk.view.overlay.replay is None
    desk.view.notice.close_button.click()
    assert not desk.view.notice.isVisible()


def test_other_files_are_left_to_the_window(desk, tmp_path):
    assert not _drop(desk.view, tmp_path / "scenario.isocost")


def test_the_adapter_hands_over_what_the_simulator_saw(monkeypatch):
    monkeypatch.setattr("engine.simulator.warm.compiled", lambda: True)
    run = latency_simulation.simulate(BASE, 2000, 3, lambda: False)
    seen = simulator.simulate(BASE, requests=2000, seed=3)
    assert run.figures["tpot_p95"] == pytest.approx(seen.tpot.p95 * 1e3)
    assert run.figures["ttft_mean"] == pytest.approx(seen.ttft.mean)
    assert run.requests == seen.counted
    assert np.all(np.diff(run.first) >= 0)
    assert latency_simulation.simulate(BASE, 2000, 3, lambda: True) is None


def test_a_replay_is_loaded_to_the_scenarios_share_of_capacity(monkeypatch, tmp_path):
    monkeypatch.setattr("engine.simulator.warm.compiled", lambda: True)
    path = tmp_path / "calls.csv"
    rng = np.random.default_rng(5)
    arrivals = np.cumsum(rng.exponential(0.2, 2000))
    path.write_text("\n".join(f"{at:.3f},{rng.integers(500, 900)},{rng.integers(50, 99)}" for at in arrivals))
    replay = latency_simulation.read(path)
    run = latency_simulation.simulate(BASE, 10, 0, lambda: False, replay)
    lengths = {k: v for k, v in replay.changes.items() if k.endswith("_tokens")}
    expected = point(BASE.with_values(lengths))
    assert expected.base("load") == pytest.approx(0.6, rel=1e-3)
    assert run.rate == pytest.approx(expected.base("replica_rate"), rel=0.05)


def test_an_overlay_without_a_frame_waits_quietly():
    overlay = LatencyOverlay(Fake())
    overlay._start()
    assert overlay.found == ()
    assert overlay.here is None
    assert overlay.status() == ""
