"""The frontier view: what nothing beats, and a point that slides along its curve."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.drivers import point
from engine.scenario import DEFAULT
from gui import theme
from gui.plotting import text
from gui.plotting.frontier_job import words_at
from gui.views.frontier import FrontierView
from tests.gui.rig import hover

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

X = "deployment.concurrency"
BASE = DEFAULT.with_values({"deployment.load": "concurrency", "price.output": 3.2})
NOW = BASE.with_values({X: 40.0, "accelerator.rent": 2.2, "workload.input_tokens": 4000.0})


class Desk:
    def __init__(self, qtbot):
        self.view = FrontierView()
        qtbot.addWidget(self.view)
        self.view.resize(1084, 710)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.scenario, self.baseline = NOW, BASE
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

    def compute(self, coarse=False):
        self.view.show_scenario(self.scenario, self.baseline)
        self.result = self.view.job().run(self.scenario, self.baseline, coarse, lambda: False)
        self.view.show_result(self.result)
        QApplication.processEvents()


@pytest.fixture
def desk(qtbot, qapp):
    theme.apply(qapp, "light")
    return Desk(qtbot)


def test_the_best_points_are_feasible_and_nothing_beats_them(desk):
    curve = desk.result.curves[0]
    assert curve.best.any()
    assert not np.any(curve.best & ~curve.able)
    able = np.flatnonzero(curve.able)
    for node in np.flatnonzero(curve.best)[::5]:
        beaten = (curve.x[able] <= curve.x[node]) & (curve.y[able] < curve.y[node])
        assert not np.any(beaten & (curve.x[able] < curve.x[node]))


def test_baseline_and_alternatives_get_curves_and_equal_ones_do_not(desk):
    kinds = [curve.kind for curve in desk.result.curves]
    assert kinds[:2] == ["now", "baseline"]
    assert "other" in kinds
    for i, a in enumerate(desk.result.curves[2:], 2):
        for b in desk.result.curves[:i]:
            assert not (np.allclose(a.x, b.x, equal_nan=True) and np.allclose(a.y, b.y, equal_nan=True))
    desk.baseline = desk.scenario.with_value(X, 99.0)
    desk.view.set_compare("")
    desk.compute()
    assert [curve.kind for curve in desk.result.curves] == ["now"]


def test_the_base_point_lies_on_its_curve(desk):
    engine = point(desk.scenario)
    curve = desk.result.curves[0]
    known = np.isfinite(curve.y)
    expected = np.interp(engine.shown("tpot_p95"), curve.x[known], curve.y[known])
    assert engine.shown("cost_per_output_token") == pytest.approx(expected, rel=0.01)


def test_dragging_along_the_curve_edits_its_input_in_one_gesture(desk):
    curve, canvas = desk.result.curves[0], desk.view.canvas
    points = canvas.pixels(curve.x, curve.y)
    known = np.flatnonzero(np.isfinite(points[:, 0]))
    inside = [i for i in known if canvas.plot().contains(QPoint(*points[i].astype(int)))]
    spots = [QPoint(*points[inside[len(inside) * k // 5]].round().astype(int)) for k in (1, 2, 3)]
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=spots[0])
    for spot in spots[1:]:
        hover(canvas.viewport(), spot)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=spots[-1])
    assert {key for key, _, _ in desk.edits} == {X}
    assert len({gesture for _, _, gesture in desk.edits}) == 1
    assert desk.finished == 1
    assert desk.scenario.number(X) == pytest.approx(curve.at[inside[len(inside) * 3 // 5]], rel=0.1)


def test_hover_tells_the_configuration(desk):
    curve = desk.result.curves[0]
    node = int(np.flatnonzero(curve.best)[0])
    said = words_at(desk.result, curve, node)
    assert said[0].startswith("Concurrent sequences")
    assert any(text.reading("cost_per_output_token", curve.y[node]) in line for line in said)
    canvas = desk.view.canvas
    at = canvas.pixels(curve.x, curve.y)[node]
    hover(canvas.viewport(), QPoint(*at.round().astype(int)))
    assert canvas.hover is not None
    canvas.grab()


def test_a_stopped_point_names_its_limit(desk):
    curve = desk.result.curves[0]
    stopped = np.flatnonzero(~curve.able)
    assert stopped.size
    assert words_at(desk.result, curve, int(stopped[-1]))[-1].startswith("stopped by")


def test_metrics_swap_when_one_is_chosen_twice(desk):
    desk.view.set_metric("x", "cost_per_output_token")
    assert (desk.view.settings()["x"], desk.view.settings()["y"]) == ("cost_per_output_token", "tpot_p95")
    desk.compute()
    desk.view.grab()
    assert len(desk.steps) == 1


@pytest.mark.parametrize(
    ("x", "y", "along"),
    [
        ("ttft_p95", "gross_margin", "workload.input_tokens"),
        ("power", "energy_per_response", X),
        ("speed_per_user", "throughput_per_accelerator", "workload.output_tokens"),
        ("capex", "profit_rate", "facility.pue"),
    ],
)
def test_other_metrics_and_inputs_draw_without_a_warning(desk, x, y, along):
    desk.view.restore({"x": x, "y": y, "along": along, "compare": "deployment.tensor_parallel"})
    desk.compute()
    assert desk.view.canvas.result is desk.result
    desk.view.grab()


def test_scales_stay_during_a_drag(desk):
    before = desk.result.x_scale, desk.result.y_scale
    desk.view.set_dragging(True)
    desk.scenario = desk.scenario.with_value("accelerator.rent", 9.0)
    desk.compute()
    assert (desk.result.x_scale, desk.result.y_scale) == before
    desk.view.set_dragging(False)
    desk.compute()
    assert desk.result.y_scale != before[1]


def test_arrow_moves_along_the_curve(desk):
    QTest.keyClick(desk.view.canvas, Qt.Key.Key_Right)
    assert desk.scenario.number(X) > 40.0
    assert desk.finished == 1


def test_settings_come_back_and_unfit_ones_are_ignored(desk):
    desk.view.set_along("workload.output_tokens")
    kept = desk.view.settings()
    desk.view.restore({"x": "nope", "along": "precision.weights", "compare": "price.output"})
    assert desk.view.settings() == kept


def test_description_carries_the_numbers_and_no_nan(desk):
    said = desk.view.canvas.accessibleDescription()
    assert text.reading("tpot_p95", desk.result.point.shown("tpot_p95")) in said
    desk.scenario = desk.scenario.with_values({X: 512.0, "workload.input_tokens": 32768.0})
    desk.compute()
    assert "nan" not in desk.view.canvas.accessibleDescription().lower().split()
    desk.view.grab()


def test_best_part_is_drawn_in_the_accent(desk):
    canvas, curve = desk.view.canvas, desk.result.curves[0]
    image = canvas.grab().toImage()
    nodes = np.flatnonzero(curve.best)
    points = canvas.pixels(curve.x, curve.y)
    hits = 0
    for node in nodes:
        at = QPointF(*points[node])
        if canvas.plot().contains(at.toPoint()):
            color = image.pixelColor(at.toPoint())
            hits += abs(color.blue() - theme.current().accent.blue()) < 40 and color.red() < 120
    assert hits > nodes.size // 3


def test_a_click_at_an_axis_explains_its_figure_and_moves_nothing(desk):
    asked = []
    desk.view.explain_requested.connect(asked.append)
    box = desk.view.canvas.plot()
    for at in (QPoint(box.left() - 20, box.center().y()), QPoint(box.center().x(), box.bottom() + 12)):
        QTest.mouseClick(desk.view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settings = desk.result.settings
    assert asked == [settings.y, settings.x]
    assert desk.edits == []
