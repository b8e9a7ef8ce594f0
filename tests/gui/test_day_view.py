"""The day view: a week that can be drawn, what each hour leads to, and what nines cost."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import files
from engine.drivers import point
from engine.drivers.day import week_shape
from engine.errors import IsocostError
from engine.scenario import DEFAULT
from engine.shapes import week_of
from gui import theme
from gui.document import Document
from gui.plotting.day_job import DayJob, dragged, parse_hours
from gui.plotting.day_layout import panels_of
from gui.plotting.text import number
from gui.remarks import missed_target
from gui.views.day import DayView
from gui.views.nines_canvas import no_nines
from tests.gui.rig import hover

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

WEEK = DEFAULT.with_values({"demand.timing": "profile", "demand.part": "azure-coding"})


class Desk:
    def __init__(self, qtbot, scenario=WEEK):
        self.view = DayView()
        qtbot.addWidget(self.view)
        self.view.resize(1084, 710)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.document = Document((scenario,))
        self.explained, self.troubles = [], []
        self.view.scenario_taken.connect(self._take)
        self.view.job_changed.connect(self.compute)
        self.view.explain_requested.connect(self.explained.append)
        self.view.trouble.connect(lambda text, _report: self.troubles.append(text))
        self.compute()

    def _take(self, scenario, text):
        self.document.take(scenario, text)
        self.compute()

    @property
    def scenario(self):
        return self.document.scenario

    def compute(self):
        self.view.show_scenario(self.scenario, self.document.baseline)
        self.result = self.view.job().run(self.scenario, self.document.baseline, False, lambda: False)
        self.view.show_result(self.result)
        QApplication.processEvents()

    def spot(self, hour, level):
        """Return where hour `hour` stands at `level` times the mean."""
        frame, canvas = self.view.canvas.frame(), self.view.canvas
        rate = level * self.result.hours.urgent.mean()
        x = 0.5 * (frame.x(hour) + frame.x(hour + 1))
        return QPoint(round(x), round(frame.boxes[0].bottom() - rate / canvas.top * frame.boxes[0].height()))


@pytest.fixture
def desk(qtbot, styled):
    return Desk(qtbot)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("mode", ["hours", "nines"])
def test_view_paints_with_and_without_service_in_both_themes(desk, mode, name):
    desk.view.apply_theme(theme.theme(name))
    desk.view.set_mode(mode)
    before = desk.view.grab().toImage()
    desk.document.set_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"})
    desk.compute()
    assert np.isnan(point(desk.scenario).base("cost_rate"))
    assert desk.view.grab().toImage() != before


def test_dragging_an_hour_up_is_one_undo_step_and_lands_under_the_hand(desk):
    canvas, hour = desk.view.canvas, 26
    start, end = desk.spot(hour, float(desk.result.shape[hour])), desk.spot(hour, 2.5)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    for step in (0.3, 0.7, 1.0):
        place = start + (end - start) * step
        hover(canvas, place)
        QApplication.processEvents()
    assert desk.document.stack.count() == 0
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    assert desk.document.stack.count() == 1
    assert desk.scenario.get("demand.part") == "own"
    assert week_shape(desk.scenario)[hour] == pytest.approx(2.5, abs=0.03)
    others = np.delete(week_shape(desk.scenario), hour) / np.delete(week_shape(WEEK), hour)
    assert np.ptp(others) < 1e-4
    desk.document.stack.undo()
    assert desk.scenario == WEEK


def test_shift_means_the_hour_of_every_day(desk):
    canvas = desk.view.canvas
    assert canvas.hours_meant(30, Qt.KeyboardModifier.ShiftModifier) == (6, 30, 54, 78, 102, 126, 150)
    desk.view.draw(canvas.hours_meant(30, Qt.KeyboardModifier.ShiftModifier), 1.7, finished=True)
    assert week_shape(desk.scenario)[6::24] == pytest.approx(np.full(7, 1.7), rel=1e-4)


@pytest.mark.parametrize("wanted", [0.0, 0.4, 3.0, 1000.0])
def test_dragged_hours_reach_their_level_and_the_mean_stays(wanted):
    week = np.array(week_of("azure-coding", {}))
    made = np.array(dragged(week, (5, 29), wanted))
    assert made.min() >= 0.0
    level = made[5] / made.mean()
    assert level == pytest.approx(min(wanted, 0.98 * 168 / 2))
    assert made[29] == made[5]


def test_keys_choose_an_hour_and_raise_it(desk):
    canvas = desk.view.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    hour = canvas.hover
    before = week_shape(desk.scenario)[hour]
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert week_shape(desk.scenario)[hour] == pytest.approx(1.05 * before, rel=1e-3)
    assert desk.document.stack.count() == 1


def test_shapes_of_the_catalogue_and_the_peak_as_given_can_be_chosen(desk):
    desk.view.follow("consumer-evening")
    assert desk.scenario.get("demand.part") == "consumer-evening"
    desk.view.follow("as-given")
    assert desk.scenario.get("demand.timing") == "given"
    assert desk.result.hours.given
    desk.view.follow("flat")
    assert point(desk.scenario).base("peak_over_mean") == 1.0
    assert desk.document.stack.count() == 3


def test_pasted_hours_count_and_what_is_none_is_told(desk):
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("\n".join(str(1 + hour % 24) for hour in range(168)))
    desk.view.paste()
    assert week_shape(desk.scenario)[23] == pytest.approx(24 / 12.5, rel=1e-4)
    clipboard.setText("1 2 3")
    desk.view.paste()
    clipboard.setText("1 2 many")
    desk.view.paste()
    assert desk.document.stack.count() == 1
    assert "24 or 168 numbers" in desk.troubles[0]
    assert "'many' is not a number" in desk.troubles[1]


@pytest.mark.parametrize(
    "text", ["1 2.5 3", "1;2,5;3", "1\t2,5\t3", "1, 2.5, 3", "1,2.5,3", "1\n2.5\n3\n", "1,\n2.5,\n3"]
)
def test_numbers_are_read_however_they_are_parted(text):
    assert parse_hours(text) == [1.0, 2.5, 3.0]
    with pytest.raises(IsocostError):
        parse_hours(text + " x")


def test_copied_hours_are_what_pasting_takes(desk):
    desk.view.copy_hours()
    desk.view.paste()
    assert week_shape(desk.scenario) == pytest.approx(week_shape(WEEK), rel=1e-4)


def test_every_day_alike_keeps_the_mean_hour_of_day(desk):
    desk.view.level_days()
    day = week_shape(WEEK).reshape(7, 24).mean(axis=0)
    assert week_shape(desk.scenario)[:24] == pytest.approx(day, rel=1e-4)


def test_chain_and_titles_explain_their_figures(desk):
    chain = desk.view.chain
    desk.view.grab()
    for box, key in list(chain._places):
        QTest.mouseClick(chain, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
        assert desk.explained[-1] == key
    assert "utilization_demand" in desk.explained
    canvas, frame = desk.view.canvas, desk.view.canvas.frame()
    for box, key in zip(frame.boxes[1:], ("ttft_p95", "power", "cost_per_token_all_in"), strict=True):
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
        assert desk.explained[-1] == key


def test_hover_tells_the_hour(desk):
    canvas = desk.view.canvas
    hover(canvas, desk.spot(38, 1.0))
    assert canvas.hover == 38
    from gui.plotting.day_layout import words_of

    words = words_of(desk.result, 38)
    assert words[0] == "Tue 14:00 to 15:00"
    assert any("replicas at" in line for line in words)


def test_baseline_is_drawn_once_the_scenario_differs(desk):
    assert desk.result.before is None
    desk.view.follow("flat")
    assert desk.result.before is not None


def test_span_of_a_day_has_its_hours_and_is_kept_in_the_settings(desk):
    desk.view.set_span("sat")
    frame = desk.view.canvas.frame()
    assert (frame.first, frame.count) == (120, 24)
    assert desk.view.settings() == {"mode": "hours", "day": 5}
    desk.view.restore({"mode": "nines", "day": 99})
    assert desk.view.settings() == {"mode": "nines", "day": 5}


def test_a_click_on_the_curve_of_nines_takes_that_many_spares(desk):
    desk.view.set_mode("nines")
    nines = desk.view.nines
    own = desk.result.curves[0]
    node = own.spares.size // 2
    at = nines.pixels(own.down[node : node + 1], own.cost[node : node + 1])[0]
    QTest.mouseClick(nines, Qt.MouseButton.LeftButton, pos=QPoint(round(at[0]), round(at[1])))
    assert desk.scenario.get("reliability.redundancy") == "count"
    assert desk.scenario.number("reliability.spares") == pytest.approx(own.spares[node], rel=0.05)
    assert len(desk.result.curves) > 3


def test_waiting_requests_get_a_course_of_their_own(desk):
    panels = len(desk.view.canvas.frame().boxes)
    desk.document.set_value("demand.batch_share", 0.3)
    desk.compute()
    assert len(desk.view.canvas.frame().boxes) == panels + 1


def test_a_target_beyond_the_common_cause_is_told_with_cures():
    near = DEFAULT.with_values({"reliability.redundancy": "target", "reliability.target": 0.995})
    assert missed_target(point(near), near) == []
    far = near.with_value("reliability.target", 0.9999)
    (issue,) = missed_target(point(far), far)
    assert "99.78 %" in issue.text
    assert "99.99 %" in issue.text
    assert "common cause, 0.2 %" in issue.text
    for _, changes in issue.cures:
        cured = far.with_values(changes)
        assert missed_target(point(cured), cured) == []


def test_power_of_spread_load_stands_beside_what_the_bill_counts(desk):
    for name, told in (("enterprise-assistant", True), ("small-model-api", False)):
        scenario = files.resolve(name).scenarios[0]
        result = DayJob("hours").run(scenario, scenario, False, lambda: False)
        panel = next(p for p in panels_of(result) if p.metric == "power")
        assert number(float(panel.values.mean())) in panel.note
        billed = result.here.base("power") / 1e3
        assert (number(billed) in panel.note) == told
        assert (panel.mark == pytest.approx(billed)) == told


def test_cost_of_the_hours_is_held_against_that_of_the_week(desk):
    scenario = files.resolve("enterprise-assistant").scenarios[0]
    result = DayJob("hours").run(scenario, scenario, False, lambda: False)
    panel = next(p for p in panels_of(result) if p.metric == "cost_per_token_all_in")
    day = result.hours
    mean = np.average(panel.values, weights=day.urgent + day.served)
    assert panel.mark == pytest.approx(mean, rel=0.02)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"finance.supply": "api"}, "Tokens are bought"),
        ({"accelerator.memory": 10.0}, "Nothing can be served: Weights alone take"),
        ({}, ""),
    ],
)
def test_where_no_capacity_is_known_the_view_says_why(changes, said):
    scenario = DEFAULT.with_values(changes)
    found = DayJob("hours").run(scenario, scenario, False, lambda: False)
    assert found.said.startswith(said)
    assert bool(found.said) == bool(said)


def test_without_machines_the_view_does_not_blame_the_issues():
    for changes, said in (
        ({"finance.supply": "api"}, "no machines"),
        ({"accelerator.memory": 10.0}, "Issues"),
    ):
        scenario = DEFAULT.with_values(changes)
        found = DayJob("nines").run(scenario, scenario, False, lambda: False)
        assert found.curves == ()
        assert said in no_nines(found)
