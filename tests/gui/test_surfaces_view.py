"""The surfaces view: one cross-hair, scales that stay, regions that tell the truth."""

import math
import re
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import files
from engine.drivers import point
from engine.metrics import METRICS
from engine.scenario import DEFAULT
from gui import fonts, theme
from gui.figures import Figure, area_of, image_of
from gui.plotting import draw, text
from gui.plotting.geometry import lay_out
from gui.plotting.inks import DARK_INK, LIGHT_INK, Inks
from gui.plotting.labels import Label, pill_box
from gui.plotting.moving import axis_groups
from gui.plotting.scales import Range
from gui.plotting.slices import COSTS, Cut, threshold
from gui.plotting.surface_job import Iso
from gui.plotting.surface_words import sentence_of
from gui.views.surfaces import SurfacesView
from gui.views.surfaces_backdrop import bar_of, colors_of, enlarge_box, title_box
from gui.views.surfaces_paths import label_inks
from gui.views.surfaces_tips import node_text
from gui.views.tools import metric_groups

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

X, Y = "deployment.concurrency", "workload.input_tokens"
BASE = DEFAULT.with_values({"price.output": 3.2, "deployment.load": "concurrency"})
NOW = BASE.with_values({"price.output": 3.8, X: 64.0, "accelerator.rent": 2.4})


class Desk:
    """A view with what the window does for it: edits make scenarios, scenarios make results."""

    def __init__(self, qtbot, size=(1084, 710)):
        self.view = SurfacesView()
        qtbot.addWidget(self.view)
        self.view.resize(*size)
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
        self.view.set_dragging(True)
        self.show(self.scenario.with_value(key, value))

    def _finish(self):
        self.finished += 1
        self.view.set_dragging(False)
        self.compute()

    def show(self, scenario):
        self.scenario = scenario
        self.view.show_scenario(scenario, self.baseline)
        self.compute()

    def compute(self, coarse=False):
        self.view.show_scenario(self.scenario, self.baseline)
        self.job = self.view.job()
        self.result = self.job.run(self.scenario, self.baseline, coarse, lambda: False)
        self.view.show_result(self.result)
        QApplication.processEvents()

    @property
    def canvas(self):
        return self.view.canvas

    @property
    def plots(self):
        return self.canvas.scene_now.geometry.plots

    def drag(self, start, *ends):
        port = self.canvas.viewport()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
        for end in ends:
            QTest.mouseMove(port, end)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=ends[-1] if ends else start)


@pytest.fixture
def desk(qtbot, qapp):
    theme.apply(qapp, "light")
    return Desk(qtbot)


# the cross-hair ----------------------------------------------------------------------------


def test_axis_input_moves_the_cross_hair_and_computes_no_surface(desk):
    before = desk.job.surfaces_computed
    desk.show(desk.scenario.with_values({X: 128.0, Y: 3000.0}))
    assert desk.job.surfaces_computed == before
    x, y = desk.canvas.scene_now.place
    assert x == pytest.approx(math.log(128 / 8) / math.log(64), abs=1e-6)
    assert y == pytest.approx(math.log(3000 / 512) / math.log(64), abs=1e-6)


def test_another_input_computes_one_surface_anew(desk):
    before = desk.job.surfaces_computed
    desk.show(desk.scenario.with_value("accelerator.rent", 3.3))
    assert desk.job.surfaces_computed == before + 1


def test_dragging_the_cross_hair_edits_both_inputs_in_one_gesture(desk):
    box = desk.plots[1]
    desk.drag(box.center(), box.center() + QPoint(30, 20), box.center() + QPoint(60, 40))
    assert {key for key, _, _ in desk.edits} == {X, Y}
    assert len({gesture for _, _, gesture in desk.edits}) == 1
    assert desk.finished == 1
    place = desk.canvas.scene_now.place
    assert place[0] == pytest.approx((box.center().x() + 60 - box.left()) / box.width(), abs=0.01)


def test_two_drags_are_two_gestures(desk):
    box = desk.plots[0]
    desk.drag(box.center(), box.center() + QPoint(10, 0))
    first = {gesture for _, _, gesture in desk.edits}
    desk.edits.clear()
    desk.drag(box.center() + QPoint(40, 10), box.center() + QPoint(60, 30))
    assert first.isdisjoint({gesture for _, _, gesture in desk.edits})


def test_a_drag_leaves_the_surfaces_alone(desk):
    before = desk.job.surfaces_computed
    desk.drag(desk.plots[0].center(), desk.plots[0].center() + QPoint(50, -60))
    assert desk.job.surfaces_computed == before


def test_read_out_is_the_engine_at_the_point_and_not_the_nearest_cell(desk):
    desk.show(desk.scenario.with_values({X: 63.3, Y: 5432.0}))
    engine = point(desk.scenario)
    for plot in desk.result.plots:
        assert plot.value == engine.shown(plot.metric)
    grid = desk.result.grid.base("cost_per_output_token") * METRICS["cost_per_output_token"].shown(1.0)
    assert not np.any(grid == desk.result.plots[0].value)


def test_arrows_move_the_point_and_shift_moves_it_ten_times_as_far(desk):
    QTest.keyPress(desk.canvas, Qt.Key.Key_Right)
    QTest.keyRelease(desk.canvas, Qt.Key.Key_Right)
    small = desk.scenario.number(X) / 64.0
    at = desk.scenario.number(X)
    QTest.keyPress(desk.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyRelease(desk.canvas, Qt.Key.Key_Right)
    assert small > 1.0
    assert math.log(desk.scenario.number(X) / at) == pytest.approx(10 * math.log(small), rel=0.15)
    assert desk.finished == 2
    assert {key for key, _, _ in desk.edits} == {X}


def test_slice_drags_the_x_input_only(desk):
    box = desk.canvas.scene_now.geometry.slices[2]
    desk.drag(box.center(), box.center() + QPoint(40, 30))
    assert {key for key, _, _ in desk.edits} == {X}


# infeasible points -------------------------------------------------------------------------


def test_hatched_masks_equal_the_engines_feasibility(desk):
    shapes, surface = desk.result.shapes, desk.result.surface
    stopped = np.zeros_like(shapes.feasible)
    for mask in shapes.masks.values():
        stopped |= mask
    assert np.array_equal(stopped, surface.metrics["feasible"] != 1.0)
    assert stopped.any()
    assert set(shapes.regions) == set(shapes.masks)
    assert all(not area.empty for area in shapes.regions.values())


def test_a_region_without_values_never_shows_a_map_colour(desk):
    desk.canvas.change(overlays=frozenset())
    image = desk.canvas.grab().toImage()
    box = desk.plots[0]
    inks = desk.canvas.scene_now.inks
    colors = {tuple(int(v) for v in c[:3]) for c in colors_of(inks, "cost_per_output_token")}
    rows, columns = np.nonzero(desk.result.shapes.blocked)
    deep = [(i, j) for i, j in zip(rows, columns, strict=True) if i > 85 and j > 85][::7]
    assert deep
    for i, j in deep:
        x = box.left() + round(j / 95 * (box.width() - 1))
        y = box.bottom() - round(i / 95 * (box.height() - 1))
        found = image.pixelColor(x, y)
        assert (found.red(), found.green(), found.blue()) not in colors


def test_infeasible_point_shows_a_dash_and_no_nan(desk):
    desk.show(desk.scenario.with_values({X: 512.0, Y: 32768.0}))
    assert not desk.result.point.feasible
    assert all(text.reading(p.metric, p.value) == "\u2014" for p in desk.result.plots if math.isnan(p.value))
    said = desk.canvas.accessibleDescription().lower()
    assert not re.search(r"\b(nan|inf)\b", said)
    desk.canvas.grab()


def test_only_causes_that_occur_are_in_the_legend(desk):
    kinds = {kind for kind, _ in desk.canvas._look.legend}
    assert set(desk.result.shapes.masks) <= kinds
    easy = desk.scenario.with_values({"limits.tpot": 1e5, "limits.ttft": 1e5, Y: 600.0})
    desk.show(easy)
    assert "slow" not in {kind for kind, _ in desk.canvas._look.legend}


def test_words_about_a_hatched_node_name_the_limit(desk):
    rows, columns = np.nonzero(desk.result.shapes.masks["memory"])
    said = node_text(desk.result, "tpot_p95", columns[0] / 95, rows[0] / 95)
    assert "memory" in said
    assert "nan" not in said


# scales ------------------------------------------------------------------------------------


def test_scales_stay_during_a_drag_and_follow_after_it(desk):
    before = desk.view.ranges()
    desk.view.set_dragging(True)
    seen = []
    for rent in (4.0, 8.0, 14.0):
        desk.show(desk.scenario.with_values({"accelerator.rent": rent, "price.output": 25.0}))
        seen.append(desk.view.ranges())
    assert all(ranges == before for ranges in seen)
    desk.view.set_dragging(False)
    desk.compute()
    assert desk.view.ranges() != before


def test_frozen_scales_stay_after_a_drag_too(desk):
    desk.view.set_frozen(True)
    before = desk.view.ranges()
    desk.show(desk.scenario.with_values({"accelerator.rent": 14.0, "price.output": 25.0}))
    assert desk.view.ranges() == before
    desk.view.fit()
    desk.compute()
    assert desk.view.ranges() != before


def test_colour_of_a_node_is_the_maps_at_its_value(desk):
    desk.canvas.change(overlays=frozenset())
    image = desk.canvas.grab().toImage()
    box, plot = desk.plots[1], desk.result.plots[1]
    colors = colors_of(desk.canvas.scene_now.inks, plot.metric)
    for i, j in ((10, 10), (30, 12), (12, 40)):
        x = box.left() + round(j / 95 * (box.width() - 1))
        y = box.bottom() - round(i / 95 * (box.height() - 1))
        wanted, found = colors[plot.index[i, j]], image.pixelColor(x, y)
        off = np.abs(np.array([found.red(), found.green(), found.blue()]) - wanted[:3].astype(int))
        assert off.max() <= 8


def test_more_is_better_turns_the_cost_map_round(desk):
    inks = desk.canvas.scene_now.inks
    assert np.array_equal(
        colors_of(inks, "throughput_per_accelerator"), colors_of(inks, "cost_per_output_token")[::-1]
    )


# lines -------------------------------------------------------------------------------------


def test_break_even_line_is_where_the_engines_margin_changes_sign(desk):
    box = desk.plots[0]
    for x, y in desk.result.shapes.break_even[::9]:
        if not (20 < x < box.width() - 20 and 20 < y < box.height() - 20):
            continue
        i = round((1 - y / box.height()) * 95)
        j = round(x / box.width() * 95)
        near = desk.result.grid.base("gross_margin")[max(0, i - 2) : i + 3, max(0, j - 2) : j + 3]
        if np.isfinite(near).all():
            assert near.min() < 0 < near.max()


@pytest.mark.parametrize("key", sorted(COSTS))
def test_cost_threshold_meets_the_cost_exactly_where_the_margin_is_zero(desk, key):
    cut = Cut(desk.scenario, desk.result.x)
    curve, kind = threshold(key, desk.scenario, cut)
    assert kind == "break_even"
    above = curve.values > cut.curve(key).values
    known = np.isfinite(cut.base("gross_margin"))
    assert np.array_equal(above[known], cut.base("gross_margin")[known] > 0)


def test_ghosts_appear_only_against_another_baseline(desk):
    assert desk.result.shapes.ghost_break_even.shape[0]
    desk.baseline = desk.scenario
    desk.compute()
    assert not desk.result.shapes.differs
    assert desk.result.shapes.ghost_break_even.shape[0] == 0


def test_iso_labels_keep_inside_clear_of_each_other_and_of_the_cross_hair(desk):
    x0, y0 = desk.result.settings.width, desk.result.settings.height
    for plot in desk.result.plots:
        boxes = [(m.x, m.y, m.width + 6, 15) for m in plot.labels]
        boxes += [(m.x, m.y, m.width, 16) for m in plot.chips]
        hair = desk.canvas.scene_now.place[0] * x0
        for i, (x, y, wide, high) in enumerate(boxes):
            assert wide / 2 <= x <= x0 - wide / 2
            assert high / 2 <= y <= y0 - high / 2
            assert abs(x - hair) >= wide / 2
            for ox, oy, other_wide, other_high in boxes[i + 1 :]:
                assert (
                    abs(x - ox) >= (wide + other_wide) / 2 - 6 or abs(y - oy) >= (high + other_high) / 2 - 1
                )


def test_sentence_names_the_side_on_which_something_is_earned(desk):
    assert sentence_of(desk.result).startswith("Right of the red line you earn")


# axes, metrics, look -----------------------------------------------------------------------


def test_every_numeric_input_is_offered_as_axis_and_every_course_as_metric():
    offered = {key for _, entries in axis_groups() for key, _ in entries}
    assert {X, Y, "accelerator.rent", "precision.weights"} <= offered
    metrics = {key for _, entries in metric_groups() for key, _ in entries}
    assert metrics == set(METRICS) - {"bound", "binding", "feasible"}


@pytest.mark.parametrize(
    "axes",
    [
        ("precision.weights", Y),
        ("deployment.tensor_parallel", "accelerator.bandwidth"),
        ("finance.supply", "limits.percentile"),
        ("price.output", "facility.pue"),
        ("workload.cached_share", "workload.users"),
    ],
)
def test_any_two_inputs_make_axes(desk, axes):
    desk.view.set_axis("x", axes[0])
    desk.view.set_axis("y", axes[1])
    desk.compute()
    assert desk.canvas.scene_now.result is desk.result
    assert desk.view.axis_keys() == axes
    desk.canvas.grab()
    box = desk.plots[0]
    desk.drag(box.center(), box.center() + QPoint(60, -50))
    assert {key for key, _, _ in desk.edits} <= set(axes)


@pytest.mark.parametrize("start", range(0, len(METRICS) - 3, 9))
def test_any_metric_takes_a_place(desk, start):
    keys = sorted({key for _, entries in metric_groups() for key, _ in entries})
    for column, key in enumerate(keys[start : start + 3]):
        desk.view.set_metric(column, key)
    desk.compute()
    assert [p.metric for p in desk.result.plots] == [
        *keys[start : start + 3],
        *desk.view.settings()["metrics"][len(keys[start : start + 3]) :],
    ]
    desk.canvas.grab()


def test_choosing_the_other_axis_swaps_them(desk):
    desk.view.set_axis("x", Y)
    assert desk.view.axis_keys() == (Y, X)
    desk.view.swap()
    assert desk.view.axis_keys() == (X, Y)
    assert desk.steps == [f"Put {'Context per request'} along x", "Swap axes"]


@pytest.mark.parametrize(
    ("load", "axis"),
    [("share", "deployment.load_share"), ("replicas", "deployment.replicas"), ("goodput", "limits.tpot")],
)
def test_the_axis_of_the_load_is_the_input_that_sets_it(desk, load, axis):
    desk.show(desk.scenario.with_value("deployment.load", load))
    assert desk.view.axis_keys() == (axis, Y)
    assert desk.view.settings()["x"] == X
    assert desk.view.tools.x_axis.current_id() == axis
    desk.canvas.grab()
    desk.show(desk.scenario.with_value("deployment.load", "concurrency"))
    assert desk.view.axis_keys() == (X, Y)


def test_an_input_without_effect_is_said_to_have_none(desk, qtbot):
    desk.show(desk.scenario.with_value("deployment.load", "share"))
    with qtbot.waitSignal(desk.view.status) as told:
        desk.view.set_axis("y", "deployment.replicas")
    assert "no effect" in told.args[0]


def test_a_result_for_other_axes_is_not_shown(desk):
    shown = desk.canvas.scene_now.result
    old = desk.view.job()
    desk.view.swap()
    desk.view.show_result(old.run(desk.scenario, desk.baseline, False, lambda: False))
    assert desk.canvas.scene_now.result is shown


def test_title_click_opens_a_searchable_list_of_metrics(desk, qtbot):
    head = desk.canvas.scene_now.geometry.headers[1]
    QTest.mouseClick(desk.canvas.viewport(), Qt.MouseButton.LeftButton, pos=title_box(head).center())
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.search.setText("energy per resp")
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    assert desk.view.settings()["metrics"][1] == "energy_per_response"


def test_one_click_enlarges_a_surface_and_escape_brings_all_back(desk):
    head = desk.canvas.scene_now.geometry.headers[2]
    QTest.mouseClick(desk.canvas.viewport(), Qt.MouseButton.LeftButton, pos=enlarge_box(head).center())
    desk.compute()
    assert [p.metric for p in desk.result.plots] == ["gross_margin"]
    assert desk.result.plots[0].along_y is not None
    assert desk.canvas.scene_now.geometry.side is not None
    QTest.keyClick(desk.canvas, Qt.Key.Key_Escape)
    desk.compute()
    assert len(desk.result.plots) == 3


def test_settings_come_back_and_unfit_ones_are_ignored(desk, qtbot):
    desk.view.set_axis("y", "price.output")
    desk.view.set_metric(0, "power")
    desk.view.set_overlay("baseline", False)
    desk.view.set_look("contour")
    kept = desk.view.settings()
    other = SurfacesView()
    qtbot.addWidget(other)
    other.restore(kept)
    assert other.settings() == kept
    other.restore({"x": "no.such", "y": "price.output", "metrics": ["nope"], "overlays": 3, "enlarged": "x"})
    assert other.settings() == kept


def test_contours_paint_plain_areas(desk):
    desk.view.set_look("contour")
    for name in ("break_even", "baseline", "chips", "isos"):
        desk.view.set_overlay(name, False)
    desk.compute()
    image = desk.canvas.grab().toImage()
    box = desk.plots[1]
    row = [image.pixelColor(x, box.bottom() - 40).name() for x in range(box.left() + 8, box.left() + 90)]
    assert len(set(row)) < 5


# picture -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "plot"), [((1084, 710), 320), ((924, 538), 270)])
def test_columns_are_equal_whole_and_as_designed(size, plot, qapp):
    theme.apply(qapp, "light")
    geometry = lay_out(size[0], size[1] - fonts.px(40), 3)
    assert [box.width() for box in geometry.plots] == [plot] * 3
    assert all(bar_of(h).width() == plot for h in geometry.headers)
    assert geometry.legend.bottom() <= size[1] - fonts.px(40)


def test_slices_give_way_where_there_is_no_height(desk):
    assert not lay_out(924, 360, 3).slices
    desk.view.resize(924, 360)
    desk.compute()
    desk.canvas.grab()


def test_both_themes_paint_their_own_ground(desk, qapp):
    light = desk.canvas.grab().toImage().pixelColor(3, 3)
    desk.view.apply_theme(theme.apply(qapp, "dark"))
    dark = desk.canvas.grab().toImage().pixelColor(3, 3)
    theme.apply(qapp, "light")
    assert light.lightness() > 240
    assert dark.lightness() < 60


def test_hatches_do_not_swim_when_the_region_moves(desk):
    box = desk.plots[0]

    def corner():
        picture = desk.canvas.grab().toImage()
        return picture.copy(box.right() - 60, box.top() + 4, 50, 30)

    before = corner()
    desk.show(desk.scenario.with_value("limits.tpot", 55.0))
    assert corner() == before


def test_picture_has_twice_the_pixels_and_leaves_the_screen_as_it_was(desk):
    before = desk.canvas.grab().toImage()
    figure = Figure(desk.view, "Case", framed=False)
    picture = image_of(figure)
    area = area_of(desk.view)
    assert (picture.width(), picture.height()) == (2 * area.width(), 2 * area.height())
    assert desk.canvas.scene_now.inks.ratio == desk.canvas.devicePixelRatioF()
    after = desk.canvas.grab().toImage()
    # Glyphs may come from another cache, a few steps of grey apart.
    spots = [(x, y) for x in range(0, after.width(), 7) for y in range(0, after.height(), 7)]
    off = [abs(after.pixelColor(x, y).lightness() - before.pixelColor(x, y).lightness()) for x, y in spots]
    assert max(off) < 12


def test_description_carries_the_numbers(desk):
    said = desk.canvas.accessibleDescription()
    assert text.reading("cost_per_output_token", desk.result.plots[0].value) in said
    assert "64" in said
    assert desk.canvas.accessibleName()


def test_coarse_pass_gives_a_frame_where_it_saves_something(desk):
    job = desk.view.job()
    assert job.run(desk.scenario, desk.baseline, True, lambda: False) is None
    desk.scenario = desk.scenario.with_value("accelerator.rent", 3.1)
    desk.compute(coarse=True)
    assert desk.result.coarse
    assert desk.canvas.scene_now.result is desk.result
    desk.canvas.grab()


def test_a_cancelled_job_gives_nothing(desk):
    changed = desk.scenario.with_value("accelerator.rent", 7.7)
    assert desk.view.job().run(changed, desk.baseline, False, lambda: True) is None


def test_levels_of_the_margin_skip_zero():
    assert 0.0 not in Range(-100.0, 100.0, "diverging").levels(-100.0, 100.0)


@pytest.mark.parametrize("name", ["two-tier-service", "code-agent", "fraud-triage"])
def test_no_chip_lies_under_a_read_out(qtbot, qapp, name):
    theme.apply(qapp, "light")
    scenario = files.resolve(name).scenarios[0]
    view = SurfacesView()
    qtbot.addWidget(view)
    view.resize(924, 538)
    view.show()
    view.show_scenario(scenario, scenario)
    result = view.job().run(scenario, scenario, False, lambda: False)
    width, height = view.canvas.plot_size()
    at = [result.x.place(scenario.get(result.x.key)), result.y.place(scenario.get(result.y.key))]
    for plot in result.plots:
        wide = draw.pill_width(text.reading(plot.metric, plot.value), plot.spread)
        center = (at[0] * width, (1.0 - at[1]) * height)
        read_out = QRectF(*pill_box(width, height, center, wide))
        for chip in plot.chips:
            box = QRectF(chip.x - chip.width / 2, chip.y - 8, chip.width, 16)
            assert not box.intersects(read_out), (plot.metric, chip)


def test_no_break_even_runs_where_a_column_ends_without_service(qtbot, qapp):
    theme.apply(qapp, "light")
    scenario = DEFAULT.with_values(
        {"deployment.load": "replicas", "deployment.replicas": 128.0, "workload.users": 400000.0}
    )
    view = SurfacesView()
    qtbot.addWidget(view)
    view.resize(1084, 710)
    view.show_scenario(scenario, scenario)
    result = view.job().run(scenario, scenario, False, lambda: False)
    margin = result.grid.base("gross_margin")
    filled = result.grid.filled(margin)
    assert result.x.columns
    ends = 0
    for column, known in zip(filled.T, np.isfinite(margin).T, strict=True):
        if known.any() and not known.all():
            ends += 1
            # Margin rises up a column: where it ends, nothing is lost again.
            assert (np.diff(column[known]) > 0.0).all()
            assert (np.diff(np.sign(column)) >= 0.0).all()
    assert ends
    assert np.array_equal(filled[np.isfinite(margin)], margin[np.isfinite(margin)])


def test_iso_lines_are_named_only_where_the_whole_service_is_served(qtbot, qapp):
    theme.apply(qapp, "light")
    scenario = files.resolve("two-tier-service").scenarios[0]
    view = SurfacesView()
    qtbot.addWidget(view)
    view.resize(1084, 710)
    view.show()
    view.show_scenario(scenario, scenario)
    result = view.job().run(scenario, scenario, False, lambda: False)
    width, height = view.canvas.plot_size()
    served = np.isfinite(result.grid.base("cost_per_request"))
    assert not served.all()
    assert any(plot.labels for plot in result.plots)
    for plot in result.plots:
        for label in plot.labels:
            i = round((1.0 - label.y / height) * (served.shape[0] - 1))
            j = round(label.x / width * (served.shape[1] - 1))
            assert served[i, j], (plot.metric, label.words)


@pytest.mark.parametrize(
    ("name", "plain", "under"), [("dark", DARK_INK, LIGHT_INK), ("light", LIGHT_INK, DARK_INK)]
)
def test_labels_have_the_ink_that_is_read_through_the_wash_over_what_is_too_slow(qapp, name, plain, under):
    """The wash makes a map darker in the dark theme and lighter in the light one."""
    gray = 125 if name == "dark" else 100
    colors = np.full((256, 4), gray, np.uint8)
    plot = SimpleNamespace(
        isos=[Iso(1.0, 7, np.zeros((0, 2)))], labels=[Label(1.0, "x", 90.0, 10.0, 9.0, False)]
    )
    wash = Inks(theme.theme(name)).slow_wash
    slow = np.zeros((3, 3), np.bool_)
    assert label_inks(plot, colors, slow, (100, 100), wash) == ((plain, plain),)
    slow[2, 2] = True
    assert label_inks(plot, colors, slow, (100, 100), wash) == ((plain, under),)
