"""The levers view: a ladder that goes down, switched, ordered and adopted by hand."""

import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine import files
from engine.drivers import point
from engine.ladder import RUNGS, default_plan
from engine.scenario import DEFAULT
from gui import fonts, theme
from gui.plotting.ladder_job import LadderJob, saving, verdict, volume_words
from gui.views.ladder_canvas import LadderCanvas
from gui.views.levers import LeversView

BROKEN = DEFAULT.with_value("workload.input_tokens", 1e7)


def frame(view, scenario=DEFAULT, baseline=None):
    made = view.job().run(scenario, baseline or scenario, False, lambda: False)
    assert made is not None
    view.show_result(made)
    return made


@pytest.fixture
def view(qtbot):
    made = LeversView()
    qtbot.addWidget(made)
    made.resize(900, 560)
    made.show_scenario(DEFAULT, DEFAULT)
    frame(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def row_of(view, key):
    return [pull.key for pull in view.canvas.result.plan].index(key)


def click(view, what, row):
    spot = next(spot for spot in view.canvas.spots if (spot.what, spot.row) == (what, row))
    center = spot.box.center()
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(center.x()), round(center.y())))


def test_bars_go_from_the_cost_before_to_the_cost_after(view):
    canvas, ladder = view.canvas, view.canvas.result.ladder
    left = canvas.bars().left()
    whole = canvas.across(ladder.cost) - left
    for step in ladder.steps:
        assert (canvas.across(step.after) - left) / whole == pytest.approx(step.after / ladder.cost)
    assert canvas.across(canvas.result.most) <= canvas.bars().right()


def test_a_click_on_the_box_lets_a_lever_go_in_one_named_step(view, qtbot):
    row = row_of(view, "compression")
    with qtbot.waitSignal(view.settings_changed) as asked, qtbot.waitSignal(view.job_changed):
        click(view, "switch", row)
    assert asked.args == ["Leave Prompt compression"]
    assert not frame(view).ladder.steps[row].applied


def test_arrows_change_the_order(view, qtbot):
    with qtbot.waitSignal(view.settings_changed):
        click(view, "down", 0)
    assert [pull.key for pull in view.job().plan][:2] == [RUNGS[1].key, RUNGS[0].key]
    view.move_lever(0, -1)
    assert view.job().plan[0].key == RUNGS[1].key


def test_strength_is_chosen_from_the_menu_and_shows_its_value(view):
    row = row_of(view, "compression")
    menu = view.canvas.level_menu(row)
    assert view.canvas.level_words(row).startswith("70")
    next(action for action in menu.actions() if action.text() == "40 %").trigger()
    assert view.job().plan[row].level == "0.4"
    assert frame(view).ladder.steps[row].scenario.number("levers.compression_kept") == 0.4


def test_adopting_a_step_takes_its_scenario_in_one_step(view, qtbot):
    row = row_of(view, "compression")
    with qtbot.waitSignal(view.scenario_taken) as asked:
        click(view, "adopt", row)
    taken, words = asked.args
    assert words == "Adopt levers up to Prompt compression"
    assert point(taken).same(view.canvas.result.ladder.steps[row].point)
    assert taken.get("levers.response") == "on"


def test_a_click_on_a_figure_of_today_asks_for_its_explanation(view, qtbot):
    for metric in ("cost_per_token_all_in", "ttft_p95", "tpot_p95", "quality"):
        with qtbot.waitSignal(view.explain_requested) as asked:
            click(view, metric, -1)
        assert asked.args == [metric]


def test_keys_walk_switch_move_and_adopt(view, qtbot):
    canvas = view.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.row == 2
    with qtbot.waitSignal(view.scenario_taken):
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.settings_changed):
        QTest.keyClick(canvas, Qt.Key.Key_Space)
    with qtbot.waitSignal(view.settings_changed):
        QTest.keyClick(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert "Prompt compression" in canvas.accessibleDescription() or canvas.row == 1


def test_plan_is_kept_and_taken_back(view, qtbot):
    assert view.settings() == {}
    view.toggle(0)
    view.move_lever(3, -2)
    other = LeversView()
    qtbot.addWidget(other)
    other.restore(view.settings())
    assert other.job().plan == view.job().plan
    other.restore({})
    assert other.job().plan == default_plan()


def test_a_frame_of_another_plan_is_not_shown(view):
    before = view.canvas.result
    view.toggle(0)
    view.show_result(before)
    assert view.canvas.result is before
    late = LadderJob(default_plan()).run(BROKEN, BROKEN, False, lambda: False)
    view.show_result(late)
    assert view.canvas.result is before


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("size", [(760, 480), (1040, 690)])
def test_draws_in_both_themes_and_where_nothing_is_served(view, name, size):
    view.resize(*size)
    view.apply_theme(theme.theme(name))
    for scenario in (DEFAULT, BROKEN, DEFAULT.with_value("limits.tpot", 5.0)):
        frame(view, scenario, DEFAULT)
        picture = view.grab().toImage()
        colors = {picture.pixelColor(x, y).rgb() for x in range(0, size[0], 7) for y in range(0, size[1], 7)}
        assert len(colors) > 5
    assert view.canvas.row_top(len(RUNGS) + 2) <= size[1]


def test_nothing_served_is_said_and_no_figure_is_made_up(view):
    made = frame(view, BROKEN)
    assert verdict(made).startswith("Nothing is served today: stopped by memory")
    assert math.isnan(made.ladder.cost)
    assert saving(math.nan, 1.0) == "\u2014"


def test_words_of_savings_and_volumes():
    assert saving(4.0, 3.0) == "\u221225 %"
    assert saving(3.0, 4.0) == "+33.3 %"
    assert saving(3.0, 3.0) == "0 %"
    assert volume_words(math.nan) == ""
    assert volume_words(math.inf) == "never earned back"
    assert volume_words(2.5e10) == "earned back after 25 billion output tokens"


def test_the_verdict_names_levers_that_do_not_pay_and_fits_the_smaller_window(qapp):
    theme.apply(qapp, "light")
    for name, told in (("small-model-api", True), ("enterprise-assistant", False)):
        scenario = files.resolve(name).scenarios[0]
        made = LadderJob(default_plan()).run(scenario, scenario, False, lambda: False)
        said = verdict(made)
        assert ("do not pay" in said or "does not pay" in said) == told
        dear = [s.pull.rung.label for s in made.ladder.steps if s.applied and s.after > 1.001 * s.before]
        assert all(label.lower() in said.lower() for label in dear)
        assert fonts.width(said, 14, fonts.SEMIBOLD) <= 924 - 32


def test_how_hard_a_lever_is_pulled_stands_clear_of_the_line_below(qtbot, qapp):
    theme.apply(qapp, "light")
    canvas = LadderCanvas(theme.current())
    qtbot.addWidget(canvas)
    scenario = files.resolve("code-agent").scenarios[0]
    canvas.show_result(LadderJob(default_plan()).run(scenario, scenario, False, lambda: False))
    for height in (520, 541, 620, 700, 900):
        canvas.resize(924, height)
        if canvas.row_height() < fonts.px(32):
            continue
        box = canvas.level_box(0)
        assert box.bottom() <= canvas.row_top(1) + canvas.row_height() / 2 + 0.5
