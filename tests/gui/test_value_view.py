"""The value view: uses of a token over its cost, its list price and what others charge."""

import math
import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine import catalog, files
from engine.drivers import point
from engine.scenario import DEFAULT
from gui.plotting.value_job import ValueJob, account
from gui.plotting.value_words import quote_lines, span, use_lines, verdict
from gui.views.value import ValueView

BROKEN = DEFAULT.with_value("workload.input_tokens", 1e7)


def frame(scenario=DEFAULT, baseline=None):
    made = ValueJob().run(scenario, baseline or scenario, False, lambda: False)
    assert made is not None
    return made


@pytest.fixture
def view(qtbot):
    made = ValueView()
    qtbot.addWidget(made)
    made.resize(1040, 690)
    made.show_scenario(DEFAULT, DEFAULT)
    made.show_result(frame())
    made.show()
    qtbot.waitExposed(made)
    return made


def click(view, spot):
    at = QPoint(round(spot.at.x()), round(spot.at.y()))
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=at)


def test_uses_stand_at_what_the_engine_says_they_are_worth():
    found = frame()
    for use in found.uses:
        chosen = DEFAULT if use.own else catalog.apply(DEFAULT, "decision", use.ident)
        assert use.density == point(chosen).shown("value_density")
    densities = [use.density for use in found.uses]
    assert densities == sorted(densities, reverse=True)
    assert sum(use.own for use in found.uses) == 1


@pytest.mark.parametrize("ident", sorted(catalog.load("decision")))
def test_account_of_a_decision_adds_up(ident):
    chosen = catalog.apply(DEFAULT, "decision", ident).with_value("value.other_cost", 0.07)
    here = point(chosen)
    steps = account(chosen, here)
    parts = sum(v for metric, _, v in steps if metric not in {"decision_value", "decision_profit"})
    assert parts == pytest.approx(here.base("decision_profit"))
    before = [v for _, words, v in steps if words != "Tokens"][: [w for _, w, _ in steps].index("Value")]
    assert sum(before) == pytest.approx(here.base("decision_value"))


def test_scale_holds_every_mark():
    found = frame()
    scale = span(found)
    for value in (found.cost, found.listed, *(q.per_token * 1e6 for q in found.quotes)):
        assert 0.0 < scale.at(value) < 1.0


def test_a_use_that_is_clicked_is_weighed(view, qtbot):
    spot = next(s for s in view.canvas.spots() if s.use is not None and s.use.ident == "fraud-alert")
    with qtbot.waitSignal(view.scenario_taken) as taken:
        click(view, spot)
    scenario, words = taken.args
    assert scenario.get("value.kind") == "fraud"
    assert words == "Weigh Fraud alert"


def test_a_listing_that_is_chosen_can_be_sold_at(view, qtbot):
    spot = next(s for s in view.canvas.spots() if s.quote is not None and s.quote.offer.cached is None)
    with qtbot.waitSignal(view.settings_changed):
        click(view, spot)
    offer = spot.quote.offer
    assert view.settings() == {"offer": [offer.host, offer.model, offer.way]}
    assert offer.model in view.panel.told.text().replace("\u2011", "-")
    with qtbot.waitSignal(view.scenario_taken) as taken:
        QTest.mouseClick(view.panel.take, Qt.MouseButton.LeftButton)
    sold = taken.args[0]
    assert sold.number("price.output") == offer.output.base
    assert sold.number("price.cached") == offer.input.base
    assert point(sold).base("gross_margin") == pytest.approx(spot.quote.margin, rel=1e-9)


def test_choice_of_a_listing_is_kept_and_odd_settings_are_ignored(view):
    offer = frame().quotes[3].offer
    view.restore({"offer": [offer.host, offer.model, offer.way]})
    assert view.canvas.chosen == 3
    view.restore({"offer": ["nobody", 3]})
    assert view.canvas.chosen == -1


def test_sums_of_the_account_explain_themselves(view, qtbot):
    rows = [metric for metric, _, _ in view.panel.account.steps]
    high = view.panel.account.height() / len(rows)
    with qtbot.waitSignal(view.explain_requested) as asked:
        y = round((rows.index("decision_value") + 0.5) * high)
        QTest.mouseClick(view.panel.account, Qt.MouseButton.LeftButton, pos=QPoint(30, y))
    assert asked.args == ["decision_value"]


def test_keys_walk_over_the_marks_and_enter_takes_one(view, qtbot):
    view.canvas.setFocus()
    QTest.keyClick(view.canvas, Qt.Key.Key_Down)
    first = view.canvas.spots()[0].use
    assert first is not None
    with qtbot.waitSignal(view.scenario_taken) as taken:
        QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    assert taken.args[0].get("value.part") == first.ident


def test_verdict_says_when_a_use_is_crushed():
    dear = catalog.apply(DEFAULT, "decision", "generic-text").with_values(
        {"price.input": 3.0, "price.output": 15.0}
    )
    assert "crushed by competition" in verdict(frame(dear))
    assert "crushed" not in verdict(frame(catalog.apply(DEFAULT, "decision", "fraud-alert")))
    worthless = DEFAULT.with_values({"value.kind": "free", "value.benefit": 0.0, "value.other_cost": 1.0})
    assert "take more than the answer brings" in verdict(frame(worthless))


@pytest.mark.parametrize("case", [BROKEN, DEFAULT.with_value("value.other_cost", 50.0)])
def test_what_has_no_place_on_the_scale_is_still_drawn_without_odd_words(view, case):
    found = frame(case)
    view.show_scenario(case, DEFAULT)
    view.show_result(found)
    view.grab()
    said = [verdict(found), view.canvas.accessibleDescription(), view.panel.account.accessibleDescription()]
    said += [line for use in found.uses for line in use_lines(use)]
    said += [line for quote in found.quotes for line in quote_lines(quote)]
    assert not [line for line in said if re.search(r"\b(nan|inf)\b", line)]


@pytest.mark.parametrize("name", files.builtin_names())
def test_every_built_in_scenario_has_something_to_weigh(name):
    found = frame(files.load_builtin(name).scenario)
    assert all(math.isfinite(use.ratio) for use in found.uses)
    assert found.quotes


def test_without_service_nothing_is_said_of_acting(view):
    starved = DEFAULT.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"})
    view.show_result(view.job().run(starved, starved, False, lambda: False))
    assert view.panel.threshold.text() == ""
    view.show_result(view.job().run(DEFAULT, DEFAULT, False, lambda: False))
    assert view.panel.threshold.text() != ""


@pytest.mark.parametrize("metric", ["cost_per_request", "list_price_per_token", "value_per_token_dollar"])
def test_own_figures_over_the_scale_explain_themselves(view, qtbot, metric):
    view.grab()
    place = next(box for box, key in view.canvas.figures if key == metric)
    with qtbot.waitSignal(view.explain_requested) as asked:
        QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    assert asked.args == [metric]
