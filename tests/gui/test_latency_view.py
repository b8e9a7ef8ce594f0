"""The latency view: what limits the load, and a load line under the hand."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from engine import files
from engine.drivers import point
from engine.scenario import DEFAULT
from gui import fonts, theme
from gui.plotting import text
from gui.plotting.latency_job import MEASURES, LatencyJob, LatencySettings
from gui.plotting.latency_layout import APART, end_of, lay_out, spread
from gui.plotting.latency_load import MODE
from gui.plotting.latency_words import caption, reading_head, reading_rows, value_at
from gui.views import VIEWS
from gui.views.latency import LatencyView
from tests.effort import Effort
from tests.gui.painted import painted
from tests.gui.rig import hover

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

BASE = DEFAULT.with_values({MODE: "share", "deployment.load_share": 0.6})
SHARE, CONCURRENCY = "deployment.load_share", "deployment.concurrency"
BUILT_IN = (
    "enterprise-assistant", "code-agent", "document-batch",
    "fraud-triage", "reasoning-rack", "small-model-api",
)  # fmt: skip


def frame(scenario, baseline=None, **settings):
    return LatencyJob(LatencySettings(**settings)).run(scenario, baseline or scenario, False, lambda: False)


class Desk:
    """A view with the shortest possible document behind it."""

    def __init__(self, qtbot, scenario=BASE):
        self.view = LatencyView()
        qtbot.addWidget(self.view)
        self.view.resize(1084, 730)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.scenario = self.baseline = scenario
        self.edits, self.finished, self.steps = [], 0, []
        self.view.edited.connect(self._edit)
        self.view.gesture_finished.connect(self._finish)
        self.view.settings_changed.connect(self.steps.append)
        self.compute()

    def _edit(self, key, value, gesture):
        self.edits.append((key, value, gesture))
        self.scenario = self.scenario.with_value(key, value)
        self.compute()

    def _finish(self):
        self.finished += 1

    def compute(self):
        self.view.show_scenario(self.scenario, self.baseline)
        self.result = self.view.job().run(self.scenario, self.baseline, False, lambda: False)
        self.view.show_result(self.result)
        QApplication.processEvents()

    def spot(self, load, measure="tpot"):
        box = self.view.canvas.geometry_now().plots[measure]
        return QPoint(round(self.view.canvas.x_of(load)), box.center().y())

    def drag(self, *loads):
        port = self.view.canvas
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=self.spot(loads[0]))
        for load in loads[1:]:
            QTest.mouseMove(port, self.spot(load))
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=self.spot(loads[-1]))


@pytest.fixture
def desk(qtbot, qapp):
    theme.apply(qapp, "light")
    return Desk(qtbot)


# what is computed ---------------------------------------------------------------------------------


def test_curves_are_the_engines_own_figures():
    found = frame(BASE)
    for node in (5, 40, 80):
        there = point(found.load.base.with_value(SHARE, float(found.at[node])))
        for measure in MEASURES:
            expected = pytest.approx(there.shown(f"{measure}_p95"), rel=1e-12)
            assert found.curve(f"{measure}_p95")[node] == expected


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_scenario_lies_on_its_own_curves(name):
    scenario = files.resolve(name).scenarios[0]
    found = frame(scenario)
    for measure in MEASURES:
        key = f"{measure}_{found.statistic}"
        assert value_at(found, key, found.now) == pytest.approx(found.point.shown(key), rel=0.06)


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_most_is_where_the_first_limit_is_met(name):
    scenario = files.resolve(name).scenarios[0]
    found = frame(scenario)
    most = found.most
    assert most.there.feasible
    if most.limit:
        use = f"{most.limit}_use"
        assert most.there.base(use) == pytest.approx(1.0, abs=0.02)
        beyond = found.load.base.with_value(SHARE, min(most.at + 2e-3, float(found.at[-1])))
        assert not point(beyond).feasible
    else:
        assert most.at == found.at[-1]


def test_the_most_agrees_with_the_engines_own_goodput():
    found = frame(BASE)
    asked = point(BASE.with_value(MODE, "goodput"))
    assert found.most.rate * 0.97 == pytest.approx(asked.base("replica_rate"), rel=0.01)


@pytest.mark.parametrize(
    ("changes", "to"),
    [
        ({MODE: "share"}, 0.55),
        ({MODE: "concurrency"}, 0.55),
        ({MODE: "goodput"}, 0.55),
        ({MODE: "replicas", "deployment.replicas": 400.0, "workload.users": 1e6}, 0.55),
        ({MODE: "closed"}, 33.0),
    ],
)
def test_the_edits_for_a_load_bring_the_scenario_there(changes, to):
    scenario = BASE.with_values(changes)
    found = frame(scenario)
    there = frame(scenario.with_values(dict(found.edits(to))))
    assert there.now == pytest.approx(to, rel=0.02)
    assert there.scenario.get(MODE) == ("share" if changes[MODE] == "goodput" else changes[MODE])


@pytest.mark.parametrize("mode", ["concurrency", "replicas"])
def test_a_load_that_nothing_serves_moves_no_input(mode):
    too_large = {"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"}
    found = frame(BASE.with_values({MODE: mode, **too_large}))
    assert dict(found.edits(0.5)) == {}


def test_a_closed_loop_is_drawn_over_what_is_in_flight():
    found = frame(BASE.with_values({MODE: "closed", CONCURRENCY: 48.0}))
    assert not found.load.is_share
    assert found.now == 48.0
    assert found.load.low <= 48.0 <= found.load.high
    there = point(found.load.base.with_value(CONCURRENCY, float(found.at[30])))
    assert there.shown("tpot_p95") == pytest.approx(found.curve("tpot_p95")[30], rel=1e-12)


def test_scales_hold_the_curves_up_to_nine_tenths_and_stay_during_a_drag():
    found = frame(BASE)
    held = found.swept.metrics["load"] <= 0.9
    for measure in MEASURES:
        scale = found.scales[measure]
        values = np.stack(
            [found.curve(f"{measure}_{which}")[held] for which in ("mean", "p50", "p95", "p99")]
        )
        assert scale.low <= values.min()
        assert values.max() <= scale.high
    kept = frame(BASE.with_value("workload.input_tokens", 30000.0), ranges=found.scales, adapt=False)
    assert kept.scales == found.scales
    assert frame(BASE.with_value("workload.input_tokens", 30000.0)).scales != found.scales


def test_the_baseline_leaves_a_ghost_only_where_it_differs():
    other = BASE.with_value("accelerator.bandwidth", 6000.0)
    assert frame(BASE, other).ghost is not None
    assert frame(BASE, BASE.with_value("accelerator.rent", 9.0)).ghost is None
    assert frame(BASE, BASE.with_value(SHARE, 0.3)).ghost is None
    ghost = frame(BASE, other).ghost
    there = point(other.with_values({MODE: "share", SHARE: float(ghost.at[40])}))
    assert ghost.curves["tpot"][40] == pytest.approx(there.shown("tpot_p95"), rel=1e-12)


def test_a_baseline_of_another_load_mode_is_drawn_on_the_same_axis():
    found = frame(BASE, BASE.with_values({MODE: "concurrency", "accelerator.bandwidth": 6000.0}))
    assert found.ghost is not None
    assert np.array_equal(found.ghost.at, found.at)


# words --------------------------------------------------------------------------------------------


def test_the_caption_names_the_limit_its_load_and_the_way_there():
    found = frame(BASE)
    said = caption(found)
    assert said.good
    assert text.level("tpot_p95", BASE.number("limits.tpot")) in said.head
    assert f"{found.most.at * 100:.0f} %" in said.head
    assert f"{(found.most.at - 0.6) * 100:.0f} points below" in said.detail


def test_the_caption_tells_what_cannot_be_met_and_what_a_scenario_exceeds():
    idle = caption(frame(BASE.with_value("limits.ttft", 0.01)))
    assert not idle.possible
    assert "idle replica" in idle.head
    beyond = caption(frame(BASE.with_value(SHARE, 0.95)))
    assert not beyond.good
    assert "beyond" in beyond.detail
    held = caption(frame(BASE.with_values({"limits.ttft": 1e5, "limits.tpot": 1e5})))
    assert "hold up to saturation" in held.head
    found = frame(BASE.with_values({MODE: "concurrency", CONCURRENCY: 5000.0}))
    many = caption(found)
    assert "cannot be served" in many.detail
    # Both figures stand beside, with the cures.
    assert "5,000" in found.obstacle.text or "GB" in found.obstacle.text


@pytest.mark.parametrize("name", BUILT_IN)
def test_no_sentence_holds_a_figure_that_is_none(name):
    found = frame(files.resolve(name).scenarios[0])
    said = caption(found)
    figures = [figure for row in reading_rows(found, 0.5) for figure in row]
    words = " ".join([said.head, said.detail, reading_head(found, found.now), *figures])
    assert "nan" not in words.lower().split()
    assert "inf" not in words.lower().split()


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_caption_fits_the_smaller_window(qapp, name):
    said = caption(frame(files.resolve(name).scenarios[0]))
    room = 924 - 284 - 32
    assert fonts.width(said.head, 13, fonts.SEMIBOLD) <= room
    assert fonts.width(said.detail, 12) <= room


# geometry -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(636, 498), (796, 690), (400, 240)])
def test_plots_share_their_columns_and_do_not_overlap(size):
    made = lay_out(*size, MEASURES)
    boxes = list(made.plots.values())
    assert len({(box.left(), box.right()) for box in boxes}) == 1
    rows = [box for measure in MEASURES for box in (made.heads[measure], made.plots[measure])]
    assert all(above.bottom() < below.top() for above, below in pairwise(rows))


def test_names_at_the_ends_of_lines_keep_apart_and_in_order():
    placed = spread([10.0, 11.0, 11.5, 90.0], 10.0, 95.0)
    assert placed == sorted(placed)
    assert np.diff(placed).min() >= APART - 1e-9
    assert max(placed) <= 95.0
    crowded = spread([90.0, 94.0, 95.0], 10.0, 95.0)
    assert crowded[-1] <= 95.0
    assert np.diff(crowded).min() >= APART - 1e-9


def test_a_line_that_leaves_through_the_top_ends_there():
    box = lay_out(800, 600, MEASURES).plots["ttft"]
    x = np.linspace(box.left(), box.right(), 20)
    y = np.linspace(box.bottom(), box.top() - 200.0, 20)
    height, place = end_of(np.stack([x, y], axis=1), box)
    assert height == box.top()
    assert box.left() < place < box.right()
    assert end_of(np.full((5, 2), np.nan), box) is None


# the view -----------------------------------------------------------------------------------------


def test_the_view_is_registered_and_fits_its_contract():
    assert LatencyView in VIEWS
    assert LatencyView.key == "latency"


def test_dragging_the_load_line_edits_the_load_in_one_gesture(desk):
    desk.drag(0.6, 0.5, 0.4, 0.3)
    assert {key for key, _, _ in desk.edits} == {SHARE}
    assert len({gesture for _, _, gesture in desk.edits}) == 1
    assert desk.finished == 1
    assert desk.scenario.number(SHARE) == pytest.approx(0.3, abs=0.005)
    desk.drag(0.3, 0.5)
    assert len({gesture for _, _, gesture in desk.edits}) == 2


def test_dragging_in_another_mode_moves_that_modes_input(qtbot, qapp):
    theme.apply(qapp, "light")
    desk = Desk(qtbot, BASE.with_values({MODE: "concurrency", CONCURRENCY: 20.0}))
    desk.drag(desk.result.now, 0.7)
    assert {key for key, _, _ in desk.edits} == {CONCURRENCY}
    assert desk.result.now == pytest.approx(0.7, rel=0.02)


def test_keys_move_the_load_line_a_point_at_a_time(desk):
    canvas = desk.view.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert desk.scenario.number(SHARE) == pytest.approx(0.61, abs=0.001)
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert desk.scenario.number(SHARE) == pytest.approx(0.51, abs=0.001)
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert desk.scenario.number(SHARE) == pytest.approx(desk.result.most.at, abs=0.001)
    assert desk.finished == 3


def test_hover_reads_every_measure_with_units(desk):
    canvas = desk.view.canvas
    hover(canvas, desk.spot(0.4))
    assert canvas.hover == pytest.approx(0.4, abs=0.005)
    rows = reading_rows(desk.result, canvas.hover)
    assert [row[0] for row in rows[1:]] == ["TTFT", "TPOT", "End to end"]
    expected = value_at(desk.result, "tpot_p95", canvas.hover)
    assert rows[2][3] == text.reading("tpot_p95", expected)
    assert rows[2][3].endswith("ms")
    canvas.grab()
    hover(canvas, QPoint(5, 5))
    assert canvas.hover is None


def test_hovering_changes_no_input(desk):
    for load in (0.2, 0.5, 0.9):
        hover(desk.view.canvas, desk.spot(load))
    assert desk.edits == []


def test_the_scenarios_own_load_is_marked_where_it_lies(desk):
    canvas = desk.view.canvas
    image = canvas.grab().toImage()
    accent = theme.current().accent
    for box in canvas.geometry_now().plots.values():
        spot = QPoint(round(canvas.x_of(0.6)), box.bottom() - 20)
        columns = [image.pixelColor(spot.x() + dx, spot.y()) for dx in (-1, 0, 1)]
        assert any(abs(c.blue() - accent.blue()) < 40 and c.red() < 90 for c in columns)


def test_scale_and_plots_are_settings_that_come_back(desk):
    desk.view.set_log(False)
    desk.view.set_plots("all")
    desk.view.set_ghost(False)
    assert len(desk.steps) == 3
    kept = desk.view.settings()
    desk.compute()
    assert desk.result.scales["ttft"].low == 0.0
    assert desk.view.canvas.measures() == MEASURES
    desk.view.restore({"scale": "cubic", "plots": "none", "baseline": "yes"})
    assert desk.view.settings() == kept


def test_end_to_end_time_gives_way_where_there_is_no_room(desk):
    desk.view.resize(924, 538)
    QApplication.processEvents()
    assert desk.view.canvas.measures() == ("ttft", "tpot")
    desk.view.resize(1084, 730)
    QApplication.processEvents()
    assert desk.view.canvas.measures() == MEASURES


def test_a_scenario_without_a_layout_is_explained_not_left_empty(desk):
    desk.scenario = desk.scenario.with_values(
        {"deployment.tensor_parallel": 3.0, "deployment.expert_parallel": 7.0}
    )
    desk.compute()
    assert desk.view.obstacle.isVisible()
    assert "does not divide" in desk.view.obstacle.text.text()
    assert not desk.view.panel.isVisible()
    desk.view.grab()


def test_a_cure_is_one_press_and_one_gesture(qtbot, qapp):
    theme.apply(qapp, "light")
    desk = Desk(qtbot, BASE.with_values({MODE: "concurrency", CONCURRENCY: 5000.0}))
    assert desk.view.obstacle.isVisible()
    button = next(b for b in desk.view.obstacle.findChildren(QPushButton) if b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len({gesture for _, _, gesture in desk.edits}) == 1
    assert desk.finished == 1
    assert point(desk.scenario).feasible
    assert not desk.view.obstacle.isVisible()


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {MODE: "closed"},
        {"deployment.disaggregated": "yes"},
        {MODE: "concurrency", CONCURRENCY: 5000.0},
        {"limits.ttft": 0.01},
        {"limits.percentile": "mean"},
        {"workload.input_tokens": 100000.0},
        {"accelerator.memory": 1.0},
    ],
)
def test_every_kind_of_scenario_draws_without_a_warning(qtbot, qapp, name, changes):
    desk = Desk(qtbot, BASE.with_values(changes))
    desk.baseline = BASE.with_value("accelerator.bandwidth", 6000.0)
    desk.view.apply_theme(theme.apply(qapp, name))
    desk.compute()
    image = desk.view.grab().toImage()
    assert image.pixelColor(3, image.height() - 3) == theme.current().panel
    assert "nan" not in desk.view.canvas.accessibleDescription().lower().split()


def test_a_click_on_a_row_asks_to_explain_that_figure(desk):
    asked = []
    desk.view.explain_requested.connect(asked.append)
    panel = desk.view.panel
    panel.grab()
    box = panel._rows["tpot_p99"]
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert asked == ["tpot_p99"]


def test_a_frame_of_a_drag_is_painted_well_within_a_tick(desk):
    canvas, times = desk.view.canvas, []
    image = QImage(canvas.size(), QImage.Format.Format_ARGB32_Premultiplied)
    desk.view.set_dragging(True)
    for i in range(15):
        scenario = desk.scenario.with_value("workload.output_tokens", 600.0 + i)
        result = frame(scenario, desk.baseline)
        with Effort() as spent:
            desk.view.show_result(result)
            canvas.render(image)
        times.append(spent.seconds)
    assert min(times) < 0.05


def test_a_limit_below_the_plot_is_told_where_no_curve_begins(desk):
    desk.scenario = desk.baseline = BASE.with_value("limits.tpot", 2.0)
    desk.compute()
    told = next(place for said, _, place in painted(desk.view.canvas) if said == "limit 2 ms, below")
    box = desk.view.canvas.geometry_now().plots["tpot"]
    assert told.left() > box.center().x()
