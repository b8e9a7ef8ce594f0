"""The bill view: its table adds up, its figures explain themselves, its choices act."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine import files
from engine.metrics import METRICS
from engine.scenario import DEFAULT
from gui import theme
from gui.plotting.bill_job import UNITS, BillJob, BillSettings, explained
from gui.plotting.scales import Range
from gui.views.bill import DEFINITIONS, BillView
from gui.views.bill_charts import cost_range, headline
from tests.gui.painted import overlapping, painted

OWNED = DEFAULT.with_values({"finance.supply": "own", "price.output": 4.0, "price.input": 1.0})
STARVED = DEFAULT.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"})


def frame(scenario, baseline=None, unit="tokens"):
    return BillJob(BillSettings(unit)).run(scenario, baseline or scenario, False, lambda: False)


@pytest.fixture
def view(qtbot):
    made = BillView()
    qtbot.addWidget(made)
    made.resize(924, 540)
    made.show_scenario(OWNED, OWNED)
    made.show_result(frame(OWNED))
    return made


@pytest.mark.parametrize("supply", ["own", "rent", "mixed", "api"])
@pytest.mark.parametrize("unit", UNITS)
def test_causes_add_up_to_the_total_in_every_unit(supply, unit):
    r = frame(DEFAULT.with_values({"finance.supply": supply, "finance.team": 5000.0}), unit=unit)
    causes = sum(row.figures[unit] for row in r.rows if row.sort == "cause")
    total = next(row for row in r.rows if row.sort == "total")
    assert causes == pytest.approx(total.figures[unit], rel=1e-9)
    assert sum(row.share for row in r.rows if row.sort == "cause") == pytest.approx(1, rel=1e-9)
    assert total.figures[unit] == pytest.approx(r.here.shown(explained(total, unit)), rel=1e-9)


def test_change_is_told_against_the_baseline():
    dearer = OWNED.with_value("facility.power_price", 0.2)
    r = frame(dearer, OWNED)
    power = next(row for row in r.rows if row.metric == "energy_rate")
    assert power.before < power.figures["tokens"]
    assert r.before is not None
    assert frame(OWNED).before is None


def test_every_row_explains_a_metric():
    for row in frame(OWNED).rows:
        assert all(explained(row, unit) in METRICS for unit in UNITS)


def test_click_on_a_row_asks_for_its_explanation(view, qtbot):
    place = view.table.places()[0].center().toPoint()
    with qtbot.waitSignal(view.explain_requested) as asked:
        QTest.mouseClick(view.table, Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert asked.args == ["capital_rate"]


def test_click_on_the_net_present_value_asks_for_its_explanation(view, qtbot):
    view.grab()
    spot = next(spot for spot in view.charts.spots if spot.metric == "npv")
    with qtbot.waitSignal(view.explain_requested) as asked:
        QTest.mouseClick(view.charts, Qt.MouseButton.LeftButton, pos=spot.box.center().toPoint())
    assert asked.args == ["npv"]


def test_click_on_a_further_figure_asks_for_its_explanation(view, qtbot):
    view.resize(924, 800)
    view.grab()
    place, metric = view.table.facts()[0]
    with qtbot.waitSignal(view.explain_requested) as asked:
        QTest.mouseClick(view.table, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    assert asked.args == [metric]


def test_way_of_charging_capital_is_an_edit_of_the_scenario(view, qtbot):
    with qtbot.waitSignal(view.edited) as edit:
        view.set_way("straight")
    assert edit.args[:2] == ["finance.depreciation", "straight"]
    books = OWNED.with_value("finance.depreciation", "straight")
    view.show_scenario(books, OWNED)
    assert view.definition.text() == DEFINITIONS["straight"]
    view.show_scenario(DEFAULT, DEFAULT)
    assert view.definition.text() not in DEFINITIONS.values()


def test_unit_asks_for_a_new_frame_and_is_kept(view, qtbot):
    with qtbot.waitSignal(view.job_changed):
        view.set_unit("task")
    assert view.settings() == {"unit": "task"}
    other = BillView()
    qtbot.addWidget(other)
    other.restore({"unit": "task"})
    assert other.job().settings.unit == "task"
    other.restore({"unit": "dream"})
    assert other.job().settings.unit == "task"


def test_a_frame_of_another_unit_is_not_shown(view):
    before = view.table.result
    view.show_result(frame(OWNED, unit="year"))
    assert view.table.result is before


def test_headline_tells_return_and_payback_of_what_is_owned_only():
    owned = {metric for _, _, metric in headline(frame(OWNED))}
    rented = {metric for _, _, metric in headline(frame(DEFAULT))}
    assert {"npv", "irr", "payback", "economic_life", "lcot"} <= owned
    assert rented == owned - {"irr", "payback"}


def test_without_service_the_view_says_so_in_both_themes(view):
    r = frame(STARVED)
    assert r.rows == ()
    assert r.cash is None
    view.show_result(r)
    for name in ("light", "dark"):
        view.apply_theme(theme.theme(name))
        assert not view.grab().isNull()
    assert "No service" in view.table.accessibleDescription()


@pytest.mark.parametrize("name", ["two-tier-service", "code-agent", "fraud-triage"])
def test_causes_add_up_with_router_and_levers(name):
    r = frame(files.resolve(name).scenarios[0])
    assert sum(row.share for row in r.rows if row.sort == "cause") == pytest.approx(1, rel=1e-9)


def test_figures_say_what_they_are_per():
    told = {key: said for key, _, said in frame(OWNED).facts}
    assert told["economic_cost_rate"].endswith(" / month")
    assert told["lcot"].endswith(" / M")
    assert "/" not in told["cost_per_year"] + told["cost_per_task"]
    assert "own_served" not in told
    assert "own_served" in {key for key, *_ in frame(OWNED.with_value("finance.supply", "mixed")).facts}


@pytest.mark.parametrize(("size", "told"), [((505, 541), 12), ((565, 690), 14)])
def test_further_figures_have_room_beside_the_longest_bill(view, size, told):
    longest = OWNED.with_values({"finance.supply": "mixed", "finance.team": 5e3, "price.paying_share": 0.9})
    view.table.setFixedSize(*size)
    view.show_result(frame(longest))
    assert len(view.table.result.facts) == 14
    assert len(view.table.facts()) >= told


def test_names_of_crossings_lie_below_the_curves(qtbot):
    case = files.resolve("own-silicon").scenarios[0]
    made = BillView()
    qtbot.addWidget(made)
    made.resize(1084, 650)
    made.show_scenario(case, case)
    made.show_result(frame(case))
    made.grab()
    charts = made.charts
    _, box = charts.plots()
    chips = [spot.box for spot in charts.spots if spot.metric.endswith("_breakeven")]
    assert chips
    found = charts.result.supplies
    across = Range(float(found.volume[0]), float(found.volume[-1]), "log")
    scale = cost_range(list(found.cost.values()))
    x = box.left() + across.unit(found.volume) * box.width()
    for values in found.cost.values():
        y = box.bottom() - scale.unit(values) * box.height()
        for chip in chips:
            under = (x >= chip.left()) & (x <= chip.right())
            assert (y[under] < chip.top()).all()


def test_millionths_of_a_dollar_do_not_run_into_the_column_before(view):
    cheap = files.load_builtin("commoditised-2028").scenario
    view.resize(1084, 700)
    view.show_scenario(cheap, cheap)
    view.show_result(frame(cheap))
    found = [(said, on, place.adjusted(-4, 0, 4, 0)) for said, on, place in painted(view.table)]
    assert any(said.startswith("$0.00000") for said, _, _ in found)
    assert overlapping(found) == []


def test_names_of_where_supplies_cross_hide_no_curve(view):
    own = files.load_builtin("own-silicon").scenario
    view.show_scenario(own, own)
    view.show_result(frame(own))
    view.charts.grab()
    found, box = view.charts.result.supplies, view.charts.plots()[1]
    across, scale = Range(found.volume[0], found.volume[-1], "log"), cost_range(list(found.cost.values()))
    names = [spot.box for spot in view.charts.spots if spot.metric.endswith("_breakeven")]
    assert len(names) == len(found.crossings) > 0
    for values in found.cost.values():
        for volume, cost in zip(found.volume, values, strict=True):
            x, y = box.left() + across.at(volume) * box.width(), box.bottom() - scale.at(cost) * box.height()
            assert not any(name.contains(x, y) for name in names)
