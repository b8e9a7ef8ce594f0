"""Questions to try: the sentences are computed and true, one undo step takes each back, stale answers go."""

import math
import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from engine import catalog
from engine.drivers import point
from engine.files import load_builtin
from engine.formatting import format_value
from engine.metrics import METRICS
from engine.outlook import outlook
from engine.scenario import spec_of
from engine.solve import break_evens
from gui.guide import answers
from gui.guide.questions import QUESTIONS, WAITING
from gui.launch import open_window
from gui.plotting.outlook_job import OutlookJob
from gui.plotting.solve_job import SolveJob, SolveSettings

ASSISTANT = load_builtin("enterprise-assistant").scenario
STARVED = ASSISTANT.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"})


def never():
    return False


def told(key, value):
    return format_value(value, METRICS[key], full=True)


@pytest.mark.parametrize("name", ["enterprise-assistant", "reasoning-rack", "two-tier-service"])
def test_the_price_told_brings_the_margin_to_zero(name):
    scenario = load_builtin(name).scenario
    answer = answers.price(scenario)
    made = answer.scenario
    assert abs(point(made).base("gross_margin")) < 1e-9
    assert answers.entry("price.output", made.number("price.output")) in answer.text
    ratios = {made.number(key) / scenario.number(key) for key in ("price.output", "price.input")}
    assert max(ratios) == pytest.approx(min(ratios))


def test_a_subscription_breaks_even_at_a_fee():
    sold = ASSISTANT.with_values({"price.scheme": "subscription", "price.subscription": 30.0})
    made = answers.price(sold).scenario
    assert abs(point(made).base("gross_margin")) < 1e-9
    assert made.number("price.output") == sold.number("price.output")


def test_at_the_cost_of_a_bad_answer_told_the_smaller_model_costs_as_much():
    answer = answers.smaller(ASSISTANT)
    small, big = point(answer.scenario), point(ASSISTANT)
    assert answers.parameters(answer.scenario) <= 0.5 * answers.parameters(ASSISTANT)
    costs = [one.base("cost_per_request") for one in (small, big)]
    bad = [1.0 - one.base("quality") for one in (small, big)]
    worth = (costs[1] - costs[0]) / (bad[0] - bad[1])
    assert told("cost_per_request", worth) in answer.text
    assert costs[0] + bad[0] * worth == pytest.approx(costs[1] + bad[1] * worth)


def test_no_other_smaller_model_wins_earlier():
    chosen = answers.smaller(ASSISTANT).scenario
    big = point(ASSISTANT)
    best = 0.0
    for ident in catalog.load("model"):
        other = catalog.apply(ASSISTANT, "model", ident)
        here = point(other)
        less = big.base("cost_per_request") - here.base("cost_per_request")
        worse = big.base("quality") - here.base("quality")
        if answers.parameters(other) <= 0.5 * answers.parameters(ASSISTANT) and here.feasible:
            best = max(best, less / worse if worse > 0 else math.inf)
    now = point(chosen)
    assert (big.base("cost_per_request") - now.base("cost_per_request")) / (
        big.base("quality") - now.base("quality")
    ) == pytest.approx(best)


def test_a_routed_service_sets_its_tiers_against_each_other():
    answer = answers.smaller(load_builtin("two-tier-service").scenario)
    assert answer.scenario is None
    assert answer.text.startswith("<b>Tier 1")


def deflated(scenario, factor):
    made = scenario.with_values({"outlook.price_path": "set", "outlook.price_factor": factor})
    return made, answers.deflation(OutlookJob().run(made, made, True, never))


@pytest.mark.parametrize(
    ("name", "factor", "words"),
    [("enterprise-assistant", 0.4, "stays above zero"), ("enterprise-assistant", 0.1, "turns negative in"),
     ("reasoning-rack", 0.4, "rises above zero in"), ("reasoning-rack", 0.1, "stays below zero")],
)  # fmt: skip
def test_the_years_ahead_are_told_by_the_sign_of_the_margin(name, factor, words):
    made, text = deflated(load_builtin(name).scenario, factor)
    path = outlook(made)
    assert words in text
    assert told("gross_margin", float(path.margin[-1])) in text
    if "negative in" in words:
        first = next(int(y) for y, m in zip(path.years, path.margin, strict=True) if m < 0)
        assert f"<b>{first}</b>" in text
    if "rises" in words:
        last = max(int(y) for y, m in zip(path.years, path.margin, strict=True) if m < 0)
        assert f"<b>{last + 1}</b>" in text


@pytest.mark.parametrize("name", ["enterprise-assistant", "reasoning-rack"])
def test_what_would_have_to_be_true_is_the_nearest_of_the_plausible(name):
    scenario = load_builtin(name).scenario
    text = answers.hold(SolveJob(SolveSettings()).run(scenario, scenario, False, never))
    able = [one for one in break_evens(scenario) if one.found and one.plausible and one.feasible]
    assert f"the nearest of {len(able)}" in text
    for root in able[:3]:
        assert spec_of(root.key).label in text
        assert answers.entry(root.key, root.value) in text
    margin = point(scenario).base("gross_margin")
    assert ("stays above zero" in text) == (margin > 0)


# -- in the window -----------------------------------------------------------------------------


def forget(window):
    window.document._mark_saved()
    window.live.stop()


def opened(qtbot, scenario=None):
    made = open_window(None)
    made.resize(1280, 720)
    made.show()
    qtbot.addWidget(made, before_close_func=forget)
    if scenario is not None:
        made.document.take(scenario, "Set")
    qtbot.waitUntil(lambda: made.live.settled and made.frame is not None, timeout=60_000)
    return made


@pytest.fixture
def window(qtbot, styled):
    return opened(qtbot)


def answered(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and WAITING not in window.answer_bar.text(), timeout=30_000)
    return window.answer_bar.text()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.text)
def test_every_question_is_answered_in_one_undo_step(qtbot, window, question):
    before, steps = window.document.session, window.document.stack.count()
    window.guide.asking.ask(question)
    text = answered(qtbot, window)
    assert text.startswith(question.text)
    assert text.endswith(".")
    assert not re.search(r"\b(nan|inf|none)\b|\u2014", text.casefold())
    assert window.document.stack.count() - steps <= 1
    changed = window.document.scenario != before.case.scenario
    assert changed == (window.document.session.case.baseline != before.case.baseline or changed)
    if window.document.stack.count() > steps:
        assert window.document.stack.undoText() == f"Ask: {question.text}"
        window.document.stack.undo()
    assert window.document.session.cases == before.cases
    assert window.document.session.views == before.views


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.text)
def test_where_nothing_can_be_served_the_answer_says_so(qtbot, styled, question):
    window = opened(qtbot, STARVED)
    before = window.document.scenario
    window.guide.asking.ask(question)
    text = answered(qtbot, window)
    assert len(text) > len(question.text) + 10
    assert not re.search(r"\b(nan|inf|none)\b", text.casefold())
    if "fall" not in question.text:
        assert window.document.scenario == before


def test_the_answer_of_how_sure_is_the_figure_last_explained(qtbot, window):
    window.explain("cost_per_user_month")
    window.guide.asking.ask(QUESTIONS[-1])
    assert METRICS["cost_per_user_month"].label in answered(qtbot, window)
    assert window.view().settings()["metric"] == "cost_per_user_month"


def test_an_answer_goes_with_the_inputs_it_was_given_for(qtbot, window):
    window.guide.asking.ask(QUESTIONS[4])
    answered(qtbot, window)
    assert window.answer_bar.isVisible()
    window.document.set_value("accelerator.rent", 3.0)
    assert not window.answer_bar.isVisible()


def test_undo_in_the_bar_takes_the_question_back_and_the_cross_dismisses(qtbot, window):
    before = window.document.scenario
    window.guide.asking.ask(QUESTIONS[0])
    answered(qtbot, window)
    assert window.document.scenario != before
    QTest.mouseClick(window.answer_bar.undo, Qt.MouseButton.LeftButton)
    assert window.document.scenario == before
    assert not window.answer_bar.isVisible()
    window.guide.asking.ask(QUESTIONS[1])
    answered(qtbot, window)
    QTest.mouseClick(window.answer_bar.shut, Qt.MouseButton.LeftButton)
    assert not window.answer_bar.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_button_opens_the_list_of_questions(qtbot, window):
    button = window.scenario_bar.findChild(QPushButton, "ask")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    menu = window.findChild(QMenu, "questions")
    assert [action.text() for action in menu.actions()] == [question.text for question in QUESTIONS]
    menu.actions()[4].trigger()
    menu.close()
    assert "stays above zero" in answered(qtbot, window)
