"""The Monte Carlo view: samples on screen, choosing some of them, cases as scenarios, progress and stop."""

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.doubt import percentile_case, sample
from engine.drivers import point
from engine.files import resolve
from engine.metrics import METRICS
from engine.parameters import SPECS
from engine.scenario import Doubt, Uncertainty
from gui import theme
from gui.launch import open_window
from gui.plotting.doubt_job import DoubtJob, DoubtSettings, Shift, shifts, worst_tenth
from gui.plotting.doubt_words import little, off, rank, share
from gui.views import VIEWS, doubt_map
from gui.views.doubt import DoubtView
from gui.views.doubt_strips import strip_words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ASSISTANT = resolve("enterprise-assistant").scenario
BROKEN = ASSISTANT.with_values({"deployment.tensor_parallel": 1.0, "accelerator.memory": 20.0})
SURE = dataclasses.replace(ASSISTANT, doubt=Doubt("stated", False))


def click(widget, spot):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=spot)


class Desk:
    def __init__(self, qtbot, size=(1084, 710)):
        self.view = DoubtView()
        qtbot.addWidget(self.view)
        self.view.resize(*size)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.scenario = self.baseline = ASSISTANT
        self.offered, self.asked, self.steps, self.edits = [], [], [], []
        self.view.scenario_offered.connect(self.offered.append)
        self.view.scenario_taken.connect(self._taken)
        self.view.explain_requested.connect(self.asked.append)
        self.view.settings_changed.connect(self.steps.append)
        self.view.edited.connect(lambda key, value, gesture: self.edits.append((key, value, gesture)))
        self.view.set_dragging(True)

    def _taken(self, scenario, words):
        self.scenario = scenario
        self.steps.append(words)
        self.compute()

    def compute(self, coarse=False, **settings):
        if settings:
            self.view.restore(settings)
        self.view.show_scenario(self.scenario, self.baseline)
        self.result = self.view.job().run(self.scenario, self.baseline, coarse, lambda: False)
        self.view.show_result(self.result)
        QApplication.processEvents()
        return self.result

    def drag(self, start, end):
        canvas = self.view.canvas
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
        for share_ in (0.3, 0.7, 1.0):
            QTest.mouseMove(canvas, start + (end - start) * share_)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
        QApplication.processEvents()


@pytest.fixture
def desk(qtbot, qapp):
    theme.apply(qapp, "light")
    return Desk(qtbot)


def test_the_view_is_in_the_window():
    assert DoubtView in VIEWS


def test_figures_on_screen_are_those_of_the_samples(desk):
    s = desk.compute().spread
    again = sample(ASSISTANT, s.samples.count, ("gross_margin",))
    assert np.array_equal(s.values, again.metrics["gross_margin"] * 100, equal_nan=True)
    assert s.counts.sum() <= s.samples.count
    assert s.counts.sum() > 0.97 * s.samples.count
    assert (s.able <= s.counts).all()
    told = " ".join(desk.view.panel.figures.lines[0])
    assert told.startswith("P10")
    assert "nan" not in desk.view.canvas.accessibleDescription().lower()
    assert desk.view.summary() == "1,024 samples"


def test_few_samples_come_while_a_hand_moves_and_all_once_it_rests(desk):
    assert desk.compute().spread.samples.count == 1024
    assert desk.view.job().run(ASSISTANT, ASSISTANT, True, lambda: False) is None, "nothing twice in a drag"
    desk.view.set_dragging(False)
    assert desk.compute(coarse=True).spread.samples.count == 1024
    assert desk.compute().spread.samples.count == 65536


def test_scales_stay_while_a_hand_moves(desk):
    before = desk.compute().spread.scale
    desk.scenario = ASSISTANT.with_value("price.output", 6.0)
    assert desk.compute().spread.scale == before
    desk.view.set_dragging(False)
    desk.compute()
    assert desk.result.spread.scale != before


def test_a_drag_over_the_histogram_chooses_those_samples_and_escape_none(desk):
    s, canvas = desk.compute().spread, desk.view.canvas
    box = canvas.boxes().spread
    left, right = box.left() + 0.3 * box.width(), box.left() + 0.5 * box.width()
    middle = box.center().y()
    desk.drag(QPoint(round(left), round(middle)), QPoint(round(right), round(middle)))
    plot = canvas.spread_plot(s)
    low, high = plot.value(round(left)), plot.value(round(right))
    mask = canvas.chosen(s)
    assert np.array_equal(mask, (s.values >= low) & (s.values <= high))
    assert 0 < mask.sum() < s.samples.count
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert np.array_equal(canvas.chosen(s), worst_tenth(s))


def test_a_drag_over_the_scatter_chooses_by_both(desk):
    s, canvas = desk.compute().spread, desk.view.canvas
    box = canvas.boxes().scatter
    first, last = box.topLeft() + QPointF(40, 40), box.center()
    desk.drag(first.toPoint(), last.toPoint())
    brush, plot = canvas.brush, canvas.scatter_plot(s)
    assert brush.key == s.input == "accelerator.rent"
    assert brush.input[0] == pytest.approx(plot.value(first.toPoint().x()))
    top = plot.y.low + (box.bottom() - first.toPoint().y()) / box.height() * (plot.y.high - plot.y.low)
    assert brush.metric[1] == pytest.approx(top, rel=1e-6)
    own = s.samples.input(s.input)[canvas.chosen(s)]
    assert own.min() >= brush.input[0]
    assert own.max() <= brush.input[1]


def test_the_worst_tenth_is_a_tenth_at_the_bad_end_and_its_inputs_are_told(desk):
    s = desk.compute().spread
    mask = worst_tenth(s)
    assert mask.mean() == pytest.approx(0.1, abs=0.01)
    assert s.values[mask].max() <= s.values[~mask].min()
    found = shifts(s.samples, mask, 5)
    assert found[0].key == "accelerator.rent"
    assert found[0].moved > 0.2
    assert found[0].chosen[1] > found[0].all[1]
    costs = desk.compute(metric="cost_per_output_token").spread
    assert costs.values[worst_tenth(costs)].min() > np.median(costs.values)


def test_a_click_on_an_input_sets_it_against_the_figure_without_new_samples(desk):
    desk.compute()
    canvas = desk.view.canvas
    canvas.grab()
    row, key = canvas.rows[2]
    samples = canvas.result.spread.samples
    click(canvas, QPoint(round(row.center().x()), round(row.center().y())))
    assert canvas.result.spread.input == key
    assert canvas.result.spread.samples is samples
    assert desk.view.settings()["input"] == key
    assert len(desk.steps) == 1


def test_a_click_on_the_name_of_the_figure_explains_it(desk):
    desk.compute()
    desk.view.canvas.grab()
    head, metric = desk.view.canvas._heads[0]
    click(desk.view.canvas, head.center().toPoint())
    click(desk.view.panel.figures, QPoint(20, 8))
    assert desk.asked == [metric, "gross_margin"]


def test_the_case_of_a_percentile_opens_as_a_scenario(desk):
    s = desk.compute().spread
    desk.view.panel.cases[1].click()
    (offered,) = desk.offered
    assert offered.parent is desk.scenario
    target = percentile_case(s.samples, "gross_margin", 0.9).target
    assert point(offered).base("gross_margin") == pytest.approx(target, rel=1e-3)


def test_inputs_that_go_together_are_added_and_parted(desk):
    desk.compute()
    ties = desk.view.panel.ties
    ties.first.show_id("accelerator.rent")
    ties.second.show_id("price.output")
    ties.rank.setText("0,7")
    ties.add.click()
    assert desk.scenario.doubt.correlations == (("accelerator.rent", "price.output", 0.7),)
    s = desk.result.spread.samples
    assert np.corrcoef(s.input("accelerator.rent"), s.input("price.output"))[0, 1] > 0.5
    ties.rank.setText("3")
    ties.add.click()
    assert "between" in ties.complaint.text()
    desk.view.correlate("accelerator.rent", "price.output", 0.0)
    assert desk.scenario.doubt.correlations == ()


def test_menus_change_seed_source_and_the_models_error(desk, qtbot):
    from PySide6.QtWidgets import QMenu

    desk.compute()
    before = desk.result.spread.values
    menu = QMenu()
    qtbot.addWidget(menu)
    desk.view._fill_seed(menu)
    menu.actions()[0].trigger()
    assert desk.scenario.doubt.seed == 2
    assert not np.array_equal(before, desk.result.spread.values)
    menu.clear()
    desk.view._fill_sources(menu)
    menu.actions()[-1].trigger()
    assert not desk.scenario.doubt.model
    assert not any(e.origin == "model" for e in desk.result.spread.samples.plan.doubted)
    assert desk.view.sources.label() == "by source"


def test_the_map_asks_for_chances_over_two_axes_and_a_drag_moves_the_point(desk):
    found = desk.compute(look="chances", question="earns").chances
    assert found.earns.shape == (13, 13)
    assert not desk.view.panel.isVisible()
    canvas = desk.view.canvas
    box = doubt_map.map_box(canvas.width(), canvas.height())
    spot = QPoint(round(box.left() + 0.5 * box.width()), round(box.top() + 0.25 * box.height()))
    click(canvas, spot)
    keys = {key for key, _, _ in desk.edits}
    assert keys == {"deployment.concurrency", "price.output"}
    assert len({gesture for _, _, gesture in desk.edits}) == 1
    x, y = desk.result.axes
    middle = doubt_map.value_at(desk.result, 0.5, 0.5)
    assert middle == pytest.approx(found.earns[6, 6])
    assert desk.view.accept_axis("accelerator.rent", "x")
    assert desk.view.settings()["x"] == "accelerator.rent"
    assert (x.key, y.key) == ("deployment.concurrency", "price.output")


def test_the_map_swaps_axes_and_refuses_what_is_no_axis(desk):
    desk.view.restore({"look": "chances"})
    assert desk.view.accept_axis("price.output", "x")
    assert desk.view.settings()["y"] == "deployment.concurrency"
    assert not desk.view.accept_axis("model.part", "x")


@pytest.mark.parametrize(
    ("scenario", "said"), [(BROKEN, "Mend memory first"), (SURE, "type a range such as")]
)
@pytest.mark.parametrize("look", ["spread", "chances"])
def test_nothing_to_show_is_said_in_words_and_never_as_nan(desk, scenario, said, look):
    from gui.views.doubt_canvas import trouble_of

    desk.scenario = desk.baseline = scenario
    result = desk.compute(look=look)
    desk.view.grab()
    if look == "spread":
        assert said in trouble_of(result)
    assert all("nan" not in " ".join(line) for line in desk.view.panel.figures.lines)


def test_the_baseline_stays_as_a_ghost(desk):
    assert desk.compute().ghost is None
    desk.scenario = ASSISTANT.with_value("price.output", 3.0)
    ghost = desk.compute().ghost
    assert ghost.shape == desk.result.spread.edges.shape
    assert ghost.mean() > desk.result.spread.below.mean()


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("size", [(1084, 710), (924, 566)])
def test_every_state_is_drawn_in_both_themes_and_sizes(qtbot, qapp, name, size):
    chosen = theme.apply(qapp, name)
    desk = Desk(qtbot, size)
    desk.view.apply_theme(chosen)
    for metric in ("gross_margin", "ttft_p95", "accelerators"):
        desk.compute(metric=metric)
        image = desk.view.canvas.grab().toImage()
        colours = {
            image.pixelColor(x, y).rgb()
            for x in range(0, image.width(), 7)
            for y in range(0, image.height(), 7)
        }
        assert len(colours) > 12
    theme.apply(qapp, "light")


def test_settings_come_back_and_what_does_not_fit_is_ignored(desk):
    desk.view.restore({"metric": "ttft_p95", "look": "chances", "question": "holds", "x": "accelerator.rent"})
    kept = desk.view.settings()
    assert (kept["metric"], kept["question"], kept["x"]) == ("ttft_p95", "holds", "accelerator.rent")
    desk.view.restore({"metric": "binding", "look": "pie", "x": "model.part", "question": 3})
    assert desk.view.settings() == kept


def test_samples_on_screen_can_be_exported(qtbot, desk, tmp_path):
    desk.compute()
    assert desk.view.save_samples(str(tmp_path / "a.csv"))
    qtbot.waitUntil(lambda: not desk.view.writer.busy, timeout=60_000)
    rows = (tmp_path / "a.csv").read_text().splitlines()
    assert len(rows) == 1025
    assert "accelerator.rent" in rows[0]
    told = []
    desk.view.trouble.connect(lambda text, _report: told.append(text))
    assert not desk.view.save_samples(str(tmp_path / "a.txt"))
    assert "must end in" in told[0]


def test_stop_leaves_the_first_thousand_samples():
    job = DoubtJob(DoubtSettings())
    job.progress = lambda _share: job.stop.set()
    result = job.run(ASSISTANT, ASSISTANT, False, lambda: False)
    assert result.stopped
    assert result.spread.samples.count == 1024
    assert DoubtJob(DoubtSettings()).run(ASSISTANT, ASSISTANT, False, lambda: True) is None


def test_progress_is_shown_while_samples_are_drawn_and_a_click_stops(desk):
    desk.compute()
    desk.view.job()
    desk.view._show_progress(desk.view._asked, 0.4)
    assert desk.view.progress.isVisible()
    desk.view.progress.click()
    assert desk.view._stop.is_set()
    desk.compute()
    desk.view._show_progress(desk.view._asked, 1.0)
    assert not desk.view.progress.isVisible()


def test_words_of_shares_and_errors():
    assert share(0.624, 1) == "62.4\u00a0%"
    assert little(0.003) == "0.3\u00a0%"
    assert little(0.38) == "38\u00a0%"
    assert rank(-0.78) == "\u22120.78"
    assert off("gross_margin", 0.0014) == "± 0.14 pt"
    assert off("gross_margin", float("nan")) == ""
    assert (
        off("cost_per_output_token", METRICS["cost_per_output_token"].shown(1.0) ** -1 * 0.0021)
        == "± $0.0021"
    )


# in the window ----------------------------------------------------------------------------------------


def _forget(window):
    window.document._mark_saved()
    window.live.stop()


@pytest.fixture
def window(qtbot, styled):
    made = open_window(None)
    made.resize(1440, 900)
    made.open_view("montecarlo")
    made.show()
    qtbot.addWidget(made, before_close_func=_forget)
    qtbot.waitUntil(lambda: made.live.settled and made.view().canvas.result is not None, timeout=90_000)
    return made


def test_in_the_window_a_typed_range_reaches_the_samples_and_is_undone(window, qtbot):
    window.document.set_uncertainty("accelerator.rent", Uncertainty(2.0, 3.0))
    qtbot.waitUntil(lambda: window.live.settled, timeout=60_000)
    s = window.view().canvas.result.spread.samples
    assert next(e for e in s.plan.doubted if e.key == "accelerator.rent").origin == "stated"
    assert np.quantile(s.input("accelerator.rent"), 0.9) == pytest.approx(3.0, rel=0.01)
    window.document.stack.undo()
    qtbot.waitUntil(lambda: window.live.settled, timeout=60_000)
    s = window.view().canvas.result.spread.samples
    assert next(e for e in s.plan.doubted if e.key == "accelerator.rent").origin == "source"


def test_in_the_window_the_case_opens_beside_and_a_seed_is_one_step(window, qtbot):
    steps = window.document.stack.count()
    window.view().panel.cases[0].click()
    assert len(window.document.session.cases) == 2
    assert window.document.scenario.parent == ASSISTANT
    window.document.select(0)
    window.view().set_doubt(Doubt(seed=7), "Draw samples of seed 7")
    assert window.document.stack.count() == steps + 2
    qtbot.waitUntil(lambda: window.live.settled, timeout=60_000)
    assert window.view().canvas.result.spread.samples.seed == 7


def test_the_window_answers_while_65536_samples_are_drawn(window, qtbot):
    from PySide6.QtCore import QTimer

    beats = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: beats.append(window.live.settled))
    timer.start()
    for seed in (11, 12):
        beats.clear()
        window.view().set_doubt(Doubt(seed=seed), "Other samples")
        qtbot.waitUntil(lambda: window.live.settled, timeout=60_000)
        # A window that waits for its samples has no beat before it is settled.
        assert beats.count(False) >= 5
    timer.stop()
    assert window.view().canvas.result.spread.samples.count == 65536


@pytest.mark.parametrize("key", ["price.cached", "accelerator.price", "workload.requests_per_user"])
def test_figures_of_a_strip_give_way_before_the_name_of_its_input(qapp, key):
    spec = SPECS[key]
    spread = (27_000.0, 28_968.0, 31_000.0)
    name, said = strip_words(Shift(key, spec.label, spread, spread, (2e4, 4e4), 0.0), 205.0)
    assert name == spec.label
    assert said.startswith("\u2192")
    assert strip_words(Shift(key, spec.label, spread, spread, (2e4, 4e4), 0.0), 400.0)[1].count("2") >= 2
