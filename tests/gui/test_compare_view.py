"""The compare view: what stands beside what, values taken over, bars looked into, maps read."""

import dataclasses
import math
import re

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from engine import catalog, files
from engine.compare import bridge
from engine.drivers import point, surface
from engine.metrics import METRICS
from gui import fonts, theme
from gui.launch import open_window
from gui.plotting import compare_columns as columns
from gui.plotting.compare_columns import Open
from gui.plotting.compare_words import SHOWN, map_verdict, notes, step_tip, whose
from gui.views.compare import CompareView
from gui.views.compare_cells import name_lines
from tests.gui.rig import hover

COST = "cost_per_output_token"
HOME = files.load_builtin().scenario
SILICON = files.load_builtin("own-silicon").scenario
THREE = {"accelerator.rent": 3.0, "precision.kv": "bf16", "workload.output_tokens": 900.0}


def frame(view):
    now = view._open
    made = view.job().run(now.scenario, now.baseline, False, lambda: False)
    assert made is not None
    view.show_result(made)
    QApplication.processEvents()
    view.repaint()
    return made


def tell(view, *cases, active=-1, opened=None, baseline=None):
    """Let the view know of open scenarios, and show a frame of them."""
    here = cases[active]
    view.show_scenario(here, baseline or here)
    view.show_open(tuple(cases), range(len(cases))[active], opened or here)
    return frame(view)


@pytest.fixture
def view(qtbot, styled):
    made = CompareView()
    qtbot.addWidget(made)
    made.resize(1040, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def middle(box):
    return QPoint(round(box.center().x()), round(box.center().y()))


def line_of(table, key):
    return next(i for i, line in enumerate(table.lines) if line.row is not None and line.row.key == key)


def click(widget, box):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=middle(box))


# what stands beside what ------------------------------------------------------------------------


def test_one_scenario_alone_says_what_to_do_and_offers_it(view, qtbot):
    assert tell(view, HOME).alone
    assert view.pages.currentWidget() is view.empty
    with qtbot.waitSignal(view.scenario_offered) as seen:
        QTest.mouseClick(view.empty.duplicate, Qt.MouseButton.LeftButton)
    assert seen.args[0].name == f"{HOME.name} copy"
    with qtbot.waitSignal(view.job_changed):
        view.empty.builtin_wanted.emit("builtin:own-silicon")
    assert [column.name for column in frame(view).chosen.columns] == [HOME.name, SILICON.name]
    assert view.pages.currentWidget() is not view.empty


def test_a_changed_scenario_stands_against_what_it_was(view):
    result = tell(view, HOME.with_values(THREE), opened=HOME, baseline=HOME)
    assert [column.name for column in result.chosen.columns] == ["as opened", HOME.name]
    assert (result.chosen.base, result.chosen.to) == (0, 1)
    assert len(view.table.rows()) == 3


def test_open_tabs_stand_beside_each_other_and_the_baseline_is_the_base(view):
    third = HOME.child("Third").with_value("accelerator.rent", 3.0)
    result = tell(view, HOME, SILICON, third, active=1, baseline=third)
    assert [column.name for column in result.chosen.columns] == [HOME.name, SILICON.name, "Third"]
    assert result.chosen.columns[result.chosen.base].name == "Third"
    assert result.chosen.columns[result.chosen.to].current


def test_never_more_than_six_and_the_one_in_front_always():
    cases = tuple(HOME.child(f"No {n}") for n in range(9))
    found = columns.chosen(Open(cases, 8, cases[8], cases[8]), (), "", "")
    assert len(found.columns) == 6
    assert found.columns[found.current].name == "No 8"
    named = columns.chosen(Open(cases, 8, cases[8], cases[8]), ("tab:No 1",), "", "")
    assert [column.name for column in named.columns] == ["No 1", "No 8"]


def test_two_tabs_of_one_name_are_told_apart():
    cases = (HOME, HOME.with_value("accelerator.rent", 3.0))
    found = columns.offered(Open(cases, 1, cases[1], cases[1]))
    assert len({column.token for column in found}) == 2


def test_a_column_that_is_gone_is_left_out(view):
    view.restore({"columns": ["tab:Gone", "builtin:own-silicon", "builtin:nowhere"], "base": "tab:Gone"})
    assert [column.name for column in tell(view, HOME).chosen.columns] == [SILICON.name, HOME.name]


def test_the_menu_of_a_column_makes_it_the_base_and_leaves_it_out(view):
    third = HOME.child("Third").with_value("accelerator.rent", 3.0)
    tell(view, HOME, SILICON, third)
    menu = QMenu()
    view.menus.fill_column(menu, 1)
    base, target, out = menu.actions()
    target.trigger()
    assert frame(view).chosen.to == 1
    base.trigger()
    assert frame(view).chosen.base == 1
    out.trigger()
    assert [column.name for column in frame(view).chosen.columns] == [HOME.name, "Third"]
    assert not _menu(view, 1).actions()[2].isEnabled()  # The one in front stays.


def _menu(view, index):
    menu = QMenu(view)
    view.menus.fill_column(menu, index)
    return menu


def test_settings_come_back(view):
    tell(view, HOME, SILICON)
    view.choose("metric", "gross_margin")
    view.choose("show", "difference")
    view.choose("x", "deployment.concurrency")
    view.set_base("tab:Own silicon")
    kept = view.settings()
    other = CompareView()
    other.restore(kept)
    assert other.settings() == kept
    other.restore({"metric": "binding", "show": "cake", "columns": 5, "axes": ["nothing"], "x": 7})
    assert other.settings() == kept
    other.deleteLater()


# the table --------------------------------------------------------------------------------------


def test_a_click_on_a_cell_takes_the_value_over(view, qtbot):
    tell(view, HOME, HOME.child("Dear").with_values(THREE), active=0)
    index = line_of(view.table, "accelerator.rent")
    with qtbot.waitSignal(view.scenario_taken) as seen:
        click(view.table, view.table.cell(view.table.lines[index], 1))
    changed, words = seen.args
    assert changed.differing(HOME) == ["accelerator.rent"]
    assert changed.number("accelerator.rent") == 3.0
    assert words == "Take Rent of Dear"


def test_a_click_on_a_part_takes_it_with_all_it_brings(view, qtbot):
    other = catalog.apply(HOME, "accelerator", "h200-sxm").with_value("accelerator.rent", 9.0)
    tell(view, HOME, dataclasses.replace(other, name="H200"), active=0)
    index = line_of(view.table, "accelerator.part")
    with qtbot.waitSignal(view.scenario_taken) as seen:
        click(view.table, view.table.cell(view.table.lines[index], 1))
    taken = seen.args[0]
    assert taken.differing(other) == ["accelerator.rent"]
    assert taken.number("accelerator.rent") == HOME.number("accelerator.rent")
    assert catalog.figure(taken, "accelerator.memory") is not None


def test_locks_and_distributions_are_taken_too(view, qtbot):
    other = HOME.annotate("accelerator.rent", locked=True)
    tell(view, HOME, dataclasses.replace(other, name="Locked"), active=0)
    index = line_of(view.table, "accelerator.rent")
    with qtbot.waitSignal(view.scenario_taken) as seen:
        click(view.table, view.table.cell(view.table.lines[index], 1))
    assert seen.args[0].annotation("accelerator.rent").locked


def test_a_cell_that_is_the_same_takes_nothing(view, qtbot):
    tell(view, HOME, HOME.child("Dear").with_values(THREE), active=0)
    index = line_of(view.table, "accelerator.rent")
    with qtbot.assertNotEmitted(view.scenario_taken):
        click(view.table, view.table.cell(view.table.lines[index], 0))


def test_labels_lead_to_the_input_and_figures_explain_themselves(view, qtbot):
    tell(view, HOME, HOME.child("Dear").with_values(THREE))
    table = view.table
    with qtbot.waitSignal(view.focus_requested) as seen:
        click(table, table.cell(table.lines[line_of(table, "precision.kv")], -1))
    assert seen.args == ["precision.kv"]
    with qtbot.waitSignal(view.explain_requested) as seen:
        click(table, table.cell(table.lines[1], 1))
    assert seen.args == ["gross_margin"]
    with qtbot.waitSignal(view.job_changed):
        click(table, table.cell(table.lines[1], -1))
    assert view.settings()["metric"] == "gross_margin"


def test_arrows_and_enter_do_what_the_mouse_does(view, qtbot):
    tell(view, HOME, HOME.child("Dear").with_values(THREE), active=0)
    table = view.table
    table.setFocus()
    table.at = (line_of(table, "workload.output_tokens"), 0)
    QTest.keyClick(table, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.scenario_taken) as seen:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert seen.args[0].number("workload.output_tokens") == 900.0


def test_rows_of_parts_and_of_all_inputs_are_shown_where_they_are_asked_for(view):
    other = dataclasses.replace(catalog.apply(HOME, "accelerator", "h200-sxm"), name="H200")
    tell(view, HOME, other)
    assert [row.key for row in view.table.rows()] == ["accelerator.part"]
    view.choose("listed", "parts")
    frame(view)
    assert len(view.table.rows()) > 20
    view.choose("listed", "all")
    frame(view)
    assert len(view.table.rows()) > 400
    view.table._scroll(1e9)
    last = view.table.lines[-1]
    assert view.table.cell(last, 0).bottom() <= view.table.height()


def test_tips_tell_source_band_and_variance(view):
    tell(view, HOME, SILICON)
    table = view.table
    assert "four of five" in table.tip(0, 1)
    assert "against the base" in table.tip(0, 1)
    tip = table.tip(line_of(table, "accelerator.part"), 0)
    assert "NVIDIA H100" in tip
    assert "Click to take it" in tip
    assert table.tip(-1, 0) == HOME.name


# the bridge -------------------------------------------------------------------------------------


def test_bars_lead_from_one_figure_to_the_other(view):
    result = tell(view, HOME, HOME.child("Dear").with_values(THREE))
    rows = view.bridge.rows
    assert [row.kind for row in rows] == ["start", "step", "step", "step", "end"]
    assert rows[0].high == point(HOME).base(COST)
    assert [row.low for row in rows[2:-1]] == [row.high for row in rows[1:-2]]
    assert rows[-2].high == pytest.approx(rows[-1].high, rel=1e-9)
    assert rows[-1].high == result.solved.bridge.end
    boxes = [view.bridge.bar(i) for i in range(len(rows))]
    assert all(view.bridge.plot().left() - 1 <= box.left() for box in boxes)
    assert all(box.right() <= view.bridge.plot().right() + 1 for box in boxes)


def test_a_click_on_a_group_opens_it_and_the_title_closes_it(view, qtbot):
    other = HOME.with_values({"workload.cached_share": 0.1, **THREE})
    tell(view, HOME, dataclasses.replace(other, name="Other"))
    index = next(i for i, row in enumerate(view.bridge.rows) if row.label == "Workload")
    whole = view.bridge.rows[index].step.value
    with qtbot.waitSignal(view.job_changed):
        click(view.bridge, view.bridge.box(index))
    frame(view)
    inner = [row.step for row in view.bridge.rows if row.step is not None]
    assert {key for step in inner for key in step.keys} <= set(other.differing(HOME))
    assert math.fsum(step.value for step in inner) == pytest.approx(whole, rel=1e-9)
    assert "Inside Workload" in view.bridge.heading()
    with qtbot.waitSignal(view.focus_requested):
        click(view.bridge, view.bridge.box(0))
    with qtbot.waitSignal(view.job_changed):
        QTest.mouseClick(view.bridge, Qt.MouseButton.LeftButton, pos=QPoint(60, 15))
    assert frame(view).looked == -1


def test_an_open_group_survives_that_a_newer_wish_came_in_between(view):
    other = HOME.with_values({"workload.cached_share": 0.1, **THREE})
    tell(view, HOME, dataclasses.replace(other, name="Other"))
    late = []
    assert view.job().run(other, HOME, False, lambda: bool(late)) is not None
    late.append(1)
    view._look(("workload.output_tokens",))
    assert frame(view).parts


def test_whose_doing_it_is_adds_up_in_words(view):
    found = bridge(HOME, HOME.with_values(THREE), COST).bridge
    said = "".join(words for words, _ in whose(found))
    assert said.startswith("Of the +$")
    for words in ("our doing", "the market", "assumptions"):
        assert words in said
    assert math.fsum(found.roles().values()) == pytest.approx(found.difference, rel=1e-9)


def test_a_tip_names_the_inputs_in_a_bar_and_their_way_on_the_way_back(view):
    result = tell(view, HOME.child("Dear").with_values(THREE), HOME)
    tips = [step_tip(result, step) for step in result.solved.bridge.steps]
    assert any("900 \u2192 600" in tip for tip in tips)
    back = tell(view, HOME, HOME.child("Dear").with_values(THREE))
    assert any("600 \u2192 900" in step_tip(back, step) for step in back.solved.bridge.steps)


def test_what_is_left_open_is_said(view):
    result = tell(view, HOME, SILICON)
    said = " ".join(notes(result.solved.bridge))
    assert "orders drawn, standard error" in said
    assert "of the orders count" in said


def test_factors_of_orders_drawn_have_whiskers_and_tell_their_error(view):
    view.choose("show", "factors")
    result = tell(view, HOME, SILICON)
    found = result.solved.bridge
    assert not found.exact
    step = max(found.steps, key=lambda step: step.error)
    assert step.times == pytest.approx(
        math.exp(step.error * abs(math.log(step.factor) / step.value)), rel=1e-12
    )
    assert 1.0 < step.times < 1.1
    assert found.times >= step.times
    assert re.search(r"Standard error at most 0\.\d+ %", " ".join(notes(found)))
    assert re.search(r"standard error \d\S* %", step_tip(result, step))
    drawn = [row for row in view.bridge.rows if row.step is not None and row.step.error > 0.0]
    assert drawn
    with_whiskers = view.grab().toImage()
    view.bridge.rows = [
        dataclasses.replace(row, step=row.step and dataclasses.replace(row.step, error=0.0))
        for row in view.bridge.rows
    ]
    assert view.grab().toImage() != with_whiskers


def test_small_bars_become_one_where_there_is_no_room(view):
    view.resize(900, 330)
    result = tell(view, HOME, SILICON)
    kinds = [row.kind for row in view.bridge.rows]
    assert kinds.count("rest") == 1
    assert kinds.index("rest") == len(kinds) - 2
    assert view.bridge.rows[-2].high == pytest.approx(result.solved.bridge.end, rel=1e-9)
    assert view.bridge.box(len(kinds) - 1).bottom() < view.bridge.height()


def test_equal_and_broken_scenarios_say_so(view):
    assert tell(view, HOME, dataclasses.replace(HOME, name="Twin")).same
    assert view.bridge.rows == []
    broken = HOME.child("Broken").with_value("deployment.concurrency", 4000.0)
    result = tell(view, HOME, broken)
    assert "GB" in result.solved.bridge.trouble
    assert view.bridge.rows == []


def test_nobody_s_text_holds_nan_in_either_theme(view):
    broken = HOME.child("Broken").with_value("deployment.concurrency", 4000.0)
    for show in ("bridge", "factors", "difference", "maps"):
        view.choose("show", show)
        for name in theme.NAMES:
            view.apply_theme(theme.theme(name))
            result = tell(view, HOME, SILICON, broken)
            for canvas in (view.table, view.bridge, view.maps):
                assert "nan" not in canvas.accessibleDescription().lower()
            view.repaint()
    assert result.maps is not None


def test_in_factors_bars_multiply_to_the_other_figure(view, qtbot):
    other = HOME.with_values({"workload.cached_share": 0.1, **THREE})
    tell(view, HOME, dataclasses.replace(other, name="Other"))
    view.choose("show", "factors")
    result = frame(view)
    rows = view.bridge.rows
    assert math.prod(row.step.factor for row in rows[1:-1]) == pytest.approx(rows[-1].high / rows[0].high)
    assert rows[-2].high == pytest.approx(rows[-1].high, rel=1e-9)
    assert all(row.figure.startswith("\u00d7") for row in rows[1:-1])
    assert "multiply to the whole" in " ".join(notes(result.solved.bridge))
    index = next(i for i, row in enumerate(rows) if row.label == "Workload")
    whole = rows[index].step.factor
    with qtbot.waitSignal(view.job_changed):
        click(view.bridge, view.bridge.box(index))
    frame(view)
    inner = view.bridge.rows
    assert math.prod(row.step.factor for row in inner[:-1]) == pytest.approx(whole, rel=1e-9)
    assert all(view.bridge.bar(i).right() <= view.bridge.plot().right() + 1 for i in range(len(inner)))


def test_a_figure_below_zero_is_told_to_be_no_product(view):
    tell(view, HOME, files.load_builtin("reasoning-rack").scenario)
    view.choose("metric", "gross_margin")
    view.choose("show", "factors")
    assert "not above zero" in frame(view).solved.bridge.trouble
    assert view.bridge.rows == []


# the maps ---------------------------------------------------------------------------------------


def test_the_difference_map_is_the_difference_of_two_surfaces(view):
    dear = HOME.child("Dear").with_value("accelerator.rent", 3.6)
    tell(view, HOME, dear)
    view.choose("show", "difference")
    result = frame(view)
    maps = result.maps
    one, other = (surface(s, maps.x.axis, maps.y.axis) for s in (HOME, dear))
    expected = other.shown(COST) - one.shown(COST)
    assert maps.difference.shape == (96, 96)
    assert np.array_equal(maps.difference, expected, equal_nan=True)
    assert maps.apart.low == -maps.apart.high
    assert "nowhere" in map_verdict(result, maps)
    assert view.sides.currentWidget() is view.maps


def test_maps_of_several_have_one_scale_and_their_own_place(view):
    tell(view, HOME, SILICON, HOME.child("Dear").with_value("accelerator.rent", 3.6))
    view.choose("show", "maps")
    result = frame(view)
    boxes = view.maps.boxes()
    assert len(boxes) == 3
    assert all(view.maps.rect().contains(box.toRect()) for box in boxes)
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)
    assert map_verdict(result, result.maps).startswith("Best: Own silicon")
    at = result.maps.at[0]
    x = result.maps.x.place(HOME.get("workload.output_tokens"))
    assert at[0] == x


def test_a_click_on_a_map_moves_the_scenario_there_in_one_gesture(view, qtbot):
    tell(view, HOME, SILICON)
    view.choose("show", "difference")
    result = frame(view)
    box, edits = view.maps.boxes()[0], []
    view.edited.connect(lambda *edit: edits.append(edit))
    with qtbot.waitSignal(view.gesture_finished):
        click(view.maps, box)
    assert [key for key, _, _ in edits] == ["workload.output_tokens", "workload.input_tokens"]
    assert edits[0][2] == edits[1][2]
    assert result.maps.x.place(edits[0][1]) == pytest.approx(0.5, abs=0.01)


def test_the_read_out_tells_both_figures_and_the_difference(view):
    tell(view, HOME, HOME.child("Dear").with_value("accelerator.rent", 3.6))
    view.choose("show", "difference")
    result = frame(view)
    across, up = result.maps.at[result.chosen.base]
    said = view.maps.read_out(result, result.maps, 0, across, up)
    assert "\u2192" in said
    assert "+$" in said
    hover(view.maps, middle(view.maps.boxes()[0]))
    view.maps.hover = QPointF(view.maps.boxes()[0].center())
    view.repaint()


def test_axes_swap_and_are_taken_from_outside(view):
    tell(view, HOME, SILICON)
    assert not view.accept_axis("deployment.concurrency", "x")
    view.choose("show", "maps")
    assert view.accept_axis("deployment.concurrency", "x")
    view.choose("y", "deployment.concurrency")
    assert (view.settings()["x"], view.settings()["y"]) == ("workload.input_tokens", "deployment.concurrency")


# in the window ----------------------------------------------------------------------------------


def _forget(window):
    window.document._mark_saved()
    window.live.stop()


@pytest.fixture
def window(qtbot, styled):
    made = open_window(None)
    made.resize(1440, 900)
    made.open_view("compare")
    made.show()
    qtbot.addWidget(made, before_close_func=_forget)
    settle(qtbot, made)
    return made


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled, timeout=60_000)
    QApplication.processEvents()


def test_two_tabs_that_differ_in_three_inputs_have_three_rows_and_bars_that_add_up(qtbot, window):
    window.duplicate(0)
    for key, value in THREE.items():
        window.document.set_value(key, value)
    settle(qtbot, window)
    view, metric = window.view(), METRICS[COST]
    assert [row.key for row in view.table.rows()] == [
        "workload.output_tokens",
        "precision.kv",
        "accelerator.rent",
    ]
    steps = [row.step for row in view.bridge.rows if row.step is not None]
    start, end = (point(case.scenario).base(COST) for case in window.document.session.cases)
    assert len(steps) == 3
    assert metric.shown(math.fsum(step.value for step in steps)) == pytest.approx(
        metric.shown(end - start), abs=1e-9
    )
    other = HOME.with_values(dict(reversed(THREE.items())))
    again = {step.keys: step.value for step in bridge(HOME, other, COST).bridge.steps}
    assert {step.keys: step.value for step in steps} == again
    # The other way round every bar has the other sign.
    view.set_base(f"tab:{window.document.scenario.name}")
    settle(qtbot, window)
    back = {row.step.keys: row.step.value for row in view.bridge.rows if row.step is not None}
    assert back == {keys: -value for keys, value in again.items()}


def test_variance_is_the_figure_less_the_base_and_vanishes_with_the_change(qtbot, window):
    document, view = window.document, window.view()
    document.pin()
    document.set_value("price.output", 0.9)
    settle(qtbot, window)
    seen, base = view.result.figures, point(document.baseline)
    for key in SHOWN:
        figure = seen.figure(key, view.result.chosen.current)
        assert figure.difference == figure.value - base.base(key)
    # A price moves no latency, no machine and no watt.
    still = ("cost_per_output_token", "ttft_p95", "tpot_p95", "accelerators", "energy_per_response")
    assert [seen.figure(key, 1).difference for key in still] == [0.0] * len(still)
    assert seen.figure("gross_margin", 1).difference > 0.0
    document.stack.undo()
    settle(qtbot, window)
    assert view.pages.currentWidget() is view.empty


def test_a_value_taken_over_is_one_undo_step(qtbot, window):
    window.duplicate(0)
    window.document.set_values(THREE)
    window.document.select(0)
    settle(qtbot, window)
    view, document = window.view(), window.document
    before, steps = document.scenario, document.stack.count()
    index = line_of(view.table, "accelerator.rent")
    click(view.table, view.table.cell(view.table.lines[index], 1))
    settle(qtbot, window)
    assert document.scenario.number("accelerator.rent") == 3.0
    assert document.stack.count() == steps + 1
    assert len(view.table.rows()) == 2
    document.stack.undo()
    settle(qtbot, window)
    assert document.scenario == before
    assert len(view.table.rows()) == 3


def test_the_bridge_follows_a_slider_and_comes_back_with_undo(qtbot, window):
    view = window.view()
    assert view.pages.currentWidget() is view.empty
    window.inputs.focus_key("deployment.concurrency")
    QApplication.processEvents()
    row = window.findChild(QWidget, "param:deployment.concurrency")
    slider = row.findChild(QWidget, "slider")
    QTest.keyClick(slider, Qt.Key.Key_Right)
    settle(qtbot, window)
    assert [row.label for row in view.bridge.rows] == ["as opened", "Concurrent sequences", HOME.name]
    window.document.stack.undo()
    settle(qtbot, window)
    assert view.pages.currentWidget() is view.empty


def test_bars_follow_while_the_slider_is_held(qtbot, window):
    window.document.add(SILICON)
    settle(qtbot, window)
    view, seen = window.view(), []
    row = window.findChild(QWidget, "param:deployment.concurrency")
    window.inputs.focus_key("deployment.concurrency")
    QApplication.processEvents()
    slider = row.findChild(QWidget, "slider")
    y = slider.height() // 2
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, y))
    for step in range(12):
        QTest.mouseMove(slider, QPoint(slider.width() // 2 + 3 * step, y))
        qtbot.wait(60)
        seen.append(view.result.solved.bridge.end)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2 + 40, y))
    settle(qtbot, window)
    assert len(set(seen)) >= 3
    assert view.result.solved.bridge.end == point(window.document.scenario).base(COST)
    assert view.result.solved.bridge.orders > 96  # The full number, once the hand rests.


def test_the_table_of_a_comparison_has_figures_inputs_and_steps_in_full(qtbot, window):
    window.document.set_values(THREE)
    settle(qtbot, window)
    made = window.share.table()
    rows = list(zip(*(column.values for column in made.columns), strict=True))
    assert [column.label for column in made.columns] == [
        "Kind", "Key", "Name", "Unit", "Role", "as opened", HOME.name,
    ]  # fmt: skip
    figure = next(row for row in rows if row[1] == COST)
    assert figure[6] == METRICS[COST].shown(point(window.document.scenario).base(COST))
    inputs = {row[1]: row[5:] for row in rows if row[0] == "value"}
    assert inputs == {key: (HOME.get(key), value) for key, value in THREE.items()}
    steps = [row[6] for row in rows if row[0].startswith("bridge")]
    assert math.fsum(steps) == pytest.approx(figure[6] - figure[5], abs=1e-9)


def test_the_cost_chain_leads_to_the_bridge_of_its_bill(qtbot, window):
    window.document.set_values(THREE)
    window.open_view("chain")
    settle(qtbot, window)
    window.view().set_basis("year")
    QTest.mouseClick(window.view().bridge, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    view = window.view()
    assert view.key == "compare"
    assert view.result.solved.bridge.metric == "cost_rate"
    assert view.figure.current_id() == "cost_rate"


@pytest.mark.parametrize("room", [57.0, 66.0])
def test_names_of_built_in_scenarios_stand_whole_at_the_head_of_narrow_columns(qapp, room):
    for name in files.builtin_names():
        said = files.load_builtin(name).scenario.name
        lines = name_lines(said, room)
        assert len(lines) <= 3
        assert all(fonts.width(line, 11, fonts.SEMIBOLD) <= room for line in lines), lines
        assert re.sub("[ -]", "", "".join(lines)) == re.sub("[ -]", "", said)
