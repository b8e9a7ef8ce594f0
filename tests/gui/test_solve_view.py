"""The solve view: answers set by hand, deployments adopted, the map walked."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from engine import catalog, files
from engine.drivers import point
from engine.metrics import METRICS
from gui import theme
from gui.plotting.solve_job import MODES
from gui.views.solve import SolveView
from gui.views.solve_winners import COLORS, legend, present_way, words_at
from gui.views.solve_words import part_label
from gui.widgets.explain_popover import ExplainPopover

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ENTERPRISE = files.load_builtin("enterprise-assistant").scenario


def frame(view, scenario=ENTERPRISE):
    made = view.job().run(scenario, scenario, False, lambda: False)
    assert made is not None
    view.show_result(made)
    return made


@pytest.fixture
def view(qtbot, styled):
    made = SolveView()
    qtbot.addWidget(made)
    made.resize(1040, 640)
    made.show_scenario(ENTERPRISE, ENTERPRISE)
    frame(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def middle(box):
    return QPoint(round(box.center().x()), round(box.center().y()))


def ask(view, mode):
    view.choose("mode", mode)
    made = frame(view)
    view.repaint()
    return made


# what would have to be true ---------------------------------------------------------------------


def test_a_click_on_the_sentence_explains_its_figure(view, qtbot):
    with qtbot.waitSignal(view.explain_requested) as asked:
        QTest.mouseClick(view.roots, Qt.MouseButton.LeftButton, pos=QPoint(120, 18))
    assert asked.args == [view.roots.result.settings.metric]


def test_a_double_click_sets_an_input_to_what_it_would_have_to_be(view, qtbot):
    root = view.roots.result.roots[2]
    edits = []
    view.edited.connect(lambda *args: edits.append(args))
    with qtbot.waitSignal(view.gesture_finished):
        QTest.mouseDClick(view.roots, Qt.MouseButton.LeftButton, pos=middle(view.roots.box(2)))
    ((key, value, _),) = edits
    assert (key, value) == (root.key, root.value)
    assert abs(point(ENTERPRISE.with_value(key, value)).base("gross_margin")) < 1e-9


def test_arrows_walk_and_enter_sets(view, qtbot):
    view.roots.setFocus()
    QTest.keyClick(view.roots, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.edited) as seen:
        QTest.keyClick(view.roots, Qt.Key.Key_Return)
    assert seen.args[0] == view.roots.result.roots[1].key


def test_a_row_without_an_answer_sets_nothing(view, qtbot):
    roots = view.roots.result.roots
    row = next(i for i, root in enumerate(roots) if not root.found)
    with qtbot.assertNotEmitted(view.edited):
        view.roots._adopt(row)


def test_the_wheel_scrolls_no_further_than_the_last_row(view):
    view.roots._scroll(10_000)
    count, shown = len(view.roots.result.roots), view.roots.shown_rows()
    assert view.roots.top == count - shown
    assert view.roots.row_at(QPointF(200.0, view.roots.box(count - 1).center().y())) == count - 1


def test_a_typed_target_is_asked_for(view, qtbot):
    view.target.setFocus()
    view.target.selectAll()
    QTest.keyClicks(view.target, "25 %")
    with qtbot.waitSignal(view.job_changed):
        QTest.keyClick(view.target, Qt.Key.Key_Return)
    assert view.job().settings.target == 0.25
    exact = next(root for root in frame(view).roots if root.found and root.exact)
    assert point(ENTERPRISE.with_value(exact.key, exact.value)).base("gross_margin") == pytest.approx(0.25)


def test_a_target_that_cannot_be_read_is_refused_and_said(view, qtbot):
    view.target.setFocus()
    view.target.selectAll()
    QTest.keyClicks(view.target, "plenty")
    with qtbot.waitSignal(view.status) as seen, qtbot.assertNotEmitted(view.job_changed):
        QTest.keyClick(view.target, Qt.Key.Key_Return)
    assert seen.args[0].startswith("target of gross_margin: ")
    assert "plenty" in seen.args[0]
    assert view.job().settings.target == 0.0


def test_another_metric_begins_with_a_target_near_its_value(view):
    view.choose("metric", "cost_per_output_token")
    now = point(ENTERPRISE).base("cost_per_output_token")
    assert view.job().settings.target == pytest.approx(now * 0.9, rel=0.06)
    view.choose("metric", "gross_margin")
    assert view.job().settings.target == 0.0


def test_an_infeasible_scenario_says_why_there_is_no_answer(view):
    broken = ENTERPRISE.with_value("accelerator.memory", 5.0)
    assert "has no value at this scenario" in frame(view, broken).trouble
    view.repaint()
    assert "has no value" in view.roots.accessibleDescription()


# deployments ------------------------------------------------------------------------------------


def test_a_row_of_the_table_is_adopted_by_enter(view, qtbot):
    found = ask(view, "deployments").found
    view.deployments.setFocus()
    with qtbot.waitSignal(view.scenario_taken) as seen:
        QTest.keyClick(view.deployments, Qt.Key.Key_Return)
    scenario, words = seen.args
    assert words.startswith("Deploy on ")
    best = found.best[0].metrics["cost_per_output_token"]
    assert point(scenario).base("cost_per_output_token") == pytest.approx(best)
    assert point(scenario).feasible


@pytest.mark.parametrize(("at", "key"), [(0, "cost_per_output_token"), (1, "tpot_p95")])
def test_a_click_on_a_figure_explains_it_at_the_deployment_of_its_row(view, qtbot, at, key):
    found = ask(view, "deployments").found
    taken = []
    view.scenario_taken.connect(lambda *args: taken.append(args))
    place = middle(view.deployments.figure_box(2, at))
    QTest.mouseClick(view.deployments, Qt.MouseButton.LeftButton, pos=place)
    (shown,) = view.findChildren(ExplainPopover)
    one, root = found.best[2], shown.tree.root()
    assert part_label(one) in shown.accessibleName()
    assert root.key == key
    assert root.value == pytest.approx(one.metrics[key])
    assert root.value != pytest.approx(point(ENTERPRISE).base(key))
    assert view.deployments.row == 2
    assert not taken
    shown.close()


def inputs_of(node):
    yield from [node] if node.kind == "input" else []
    for child in node.children:
        yield from inputs_of(child)


def test_the_tree_of_a_row_holds_the_inputs_and_sources_of_its_accelerator(view, qtbot):
    one = ask(view, "deployments").found.best[1]
    deployed = one.adopted(ENTERPRISE)
    shown = view.rows.popover(one, "cost_per_output_token")
    given = {node.key: node for node in inputs_of(shown.tree.root())}
    declared = {key: node for key, node in given.items() if key.startswith("accelerator.")}
    assert declared
    for key, node in declared.items():
        known = catalog.figure(deployed, key)
        assert node.source == (known.source if known else "")
    assert any(node.source for node in declared.values())
    key = next(iter(declared))
    with qtbot.waitSignal(view.focus_requested) as asked:
        shown.tree.focus_requested.emit(key)
    assert asked.args == [key]


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_the_menu_of_a_row_deploys_so_or_explains(view, qtbot, reason):
    found = ask(view, "deployments").found
    canvas = view.deployments
    canvas.row = 1
    by_key = reason == QContextMenuEvent.Reason.Keyboard
    at = middle(canvas.row_box(1 if by_key else 2))
    QApplication.sendEvent(canvas, QContextMenuEvent(reason, at, canvas.mapToGlobal(at)))
    (menu,) = [one for one in view.findChildren(QMenu) if one.isVisible()]
    entries = {action.text(): action for action in menu.actions()}
    entries["Explain TPOT p95 of this row"].trigger()
    (shown,) = view.findChildren(ExplainPopover)
    assert shown.tree.root().value == pytest.approx(found.best[1].metrics["tpot_p95"])
    shown.close()
    with qtbot.waitSignal(view.scenario_taken) as taken:
        entries["Deploy so"].trigger()
    assert taken.args[0] == found.best[1].adopted(ENTERPRISE)
    menu.close()


def test_the_table_holds_every_accelerator_once(view):
    found = ask(view, "deployments").found
    parts = [one.accelerator for one in found.best]
    assert len(parts) == len(set(parts)) > 10
    costs = [one.metrics["cost_per_output_token"] for one in found.best]
    assert costs == sorted(costs)


def test_a_click_on_the_front_adopts_what_is_there(view, qtbot):
    made = ask(view, "deployments")
    cloud = made.cloud
    at = view.deployments.place(cloud, *cloud.front[0].tolist())
    with qtbot.waitSignal(view.scenario_taken) as seen:
        QTest.mouseClick(
            view.deployments, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y()))
        )
    taken = point(seen.args[0])
    assert taken.shown("tpot_p95") == pytest.approx(cloud.front[0, 0])


def test_the_cloud_counts_every_deployment_that_is_drawn(view):
    made = ask(view, "deployments")
    x, y = (
        METRICS[key].shown(1.0) * made.found.figures[key] for key in ("tpot_p95", "cost_per_output_token")
    )
    able = made.found.feasible & (x > 0) & (y > 0)
    inside = able & (x <= made.cloud.x[1]) & (y <= made.cloud.y[1])
    assert made.cloud.counts.sum() == inside.sum()


def test_bought_tokens_have_no_deployments_and_the_view_says_so(view):
    view.choose("mode", "deployments")
    assert "no deployment to search" in frame(view, ENTERPRISE.with_value("finance.supply", "api")).trouble
    view.repaint()


# who wins ---------------------------------------------------------------------------------------


@pytest.fixture
def map_view(view):
    view.choose("mode", "winners")
    view.choose("ways", "supplies")
    frame(view)
    view.repaint()
    return view


def test_a_click_on_the_map_moves_the_scenario_there(map_view, qtbot):
    box = map_view.winners.plot()
    at = QPoint(round(box.left() + 0.25 * box.width()), round(box.bottom() - 0.5 * box.height()))
    edits = []
    map_view.edited.connect(lambda *args: edits.append(args))
    with qtbot.waitSignal(map_view.gesture_finished):
        QTest.mouseClick(map_view.winners, Qt.MouseButton.LeftButton, pos=at)
    (x_key, x, first), (y_key, y, second) = edits
    assert (x_key, y_key) == ("workload.output_tokens", "workload.input_tokens")
    assert first == second
    scales = map_view._result.scales
    assert scales[0].place(x) == pytest.approx(0.25, abs=0.01)
    assert scales[1].place(y) == pytest.approx(0.5, abs=0.01)


def test_a_way_is_served_by_a_double_click_on_the_legend(map_view, qtbot):
    won = map_view._result.won
    way = legend(won, present_way(map_view._result))[0][0]
    with qtbot.waitSignal(map_view.scenario_taken) as seen:
        QTest.mouseDClick(
            map_view.winners, Qt.MouseButton.LeftButton, pos=middle(map_view.winners.legend_box(0))
        )
    assert seen.args[0] == won.ways[way].scenario


def test_a_tier_by_itself_opens_beside_the_service(view, qtbot):
    service = files.load_builtin("two-tier-service").scenario
    view.show_scenario(service, service)
    view.choose("mode", "winners")
    view.choose("ways", "tiers")
    won = frame(view, service).won
    alone = next(i for i, way in enumerate(won.ways) if not way.scenario.routed)
    with qtbot.waitSignal(view.scenario_offered) as seen, qtbot.assertNotEmitted(view.scenario_taken):
        view.adopt_way(alone)
    assert seen.args[0] == won.ways[alone].scenario


def test_what_the_target_field_shows_can_be_typed_again(view, qtbot):
    view.choose("metric", "cost_per_output_token")
    view.target.setFocus()
    view.target.setText(view.target.text())
    view.target.setModified(True)
    before = view.job().settings.target
    QTest.keyClick(view.target, Qt.Key.Key_Return)
    assert view.job().settings.target == pytest.approx(before, rel=0.01)


def test_the_legend_names_the_present_way_even_where_it_never_wins(map_view):
    won, present = map_view._result.won, present_way(map_view._result)
    assert won.ways[present].scenario.get("finance.supply") == ENTERPRISE.get("finance.supply")
    assert present in {way for way, _, _ in legend(won, present)}


def test_a_node_tells_its_winner_and_the_second(map_view):
    r = map_view._result
    row, column = np.argwhere(r.won.winner >= 0)[0]
    lines = words_at(r, int(row), int(column))
    assert lines[0] == r.won.ways[int(r.won.winner[row, column])].label
    assert len(lines) == 3
    assert all("nan" not in line and "inf" not in line for line in lines)


def test_the_pixels_of_the_map_are_those_of_the_winners(map_view):
    won, picture = map_view._result.won, map_view.winners._picture
    order = [way for way, _ in won.shares()]
    rows = won.winner.shape[0]
    for row, column in ((0, 0), (40, 50), (63, 63), (10, 60)):
        way = int(won.winner[row, column])
        pixel = picture.pixelColor(column, rows - 1 - row)
        if way < 0:
            assert pixel.alpha() == 0
        else:
            assert pixel.name().upper() == COLORS[order.index(way)]


def test_tiers_of_a_service_of_one_are_refused_with_the_cure(view):
    view.choose("mode", "winners")
    view.choose("ways", "tiers")
    assert "add a second" in frame(view).trouble
    view.repaint()


def test_axes_swap_where_one_takes_the_other(view):
    view.choose("mode", "winners")
    view.choose("x", view.job().settings.y)
    s = view.job().settings
    assert (s.x, s.y) == ("workload.input_tokens", "workload.output_tokens")
    assert view.accept_axis("accelerator.rent", "x")
    assert view.job().settings.x == "accelerator.rent"


# as a view --------------------------------------------------------------------------------------


def test_settings_survive_a_round_trip_and_nonsense_is_ignored(view):
    view.choose("mode", "winners")
    view.choose("ways", "supplies")
    kept = view.settings()
    view.restore({"mode": "dance", "metric": "binding", "target": math.inf, "x": "nothing", "rank": 3})
    assert view.settings() == kept
    other = SolveView()
    other.restore(kept)
    assert other.settings() == kept
    other.deleteLater()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_question_is_drawn_in_both_themes(view, mode, look):
    ask(view, mode)
    view.apply_theme(theme.theme(look))
    picture = view.grab().toImage()
    colors = {picture.pixelColor(x, y).rgb() for x in range(0, 1000, 9) for y in range(60, 620, 9)}
    assert len(colors) > 8
