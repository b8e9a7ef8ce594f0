"""What a decision is worth, against figures worked out by hand and a plain twin."""

import math

import pytest

from engine import catalog
from engine.drivers import point
from engine.explain import explain, recompute
from engine.metrics import METRICS
from engine.parameters import SPECS
from engine.scenario import DEFAULT, Scenario

KINDS = [option.id for option in SPECS["value.kind"].options]
CASES = {
    # pi dTPR L M + (1 - pi) dFPR C: 0.1 x 0.05 x 120 x 3.75 + 0.9 x 0.05 x 40
    "fraud-alert": 2.25 + 1.8,
    # 100M x 4 / 365 x 9 % / 20,000 + 100M x 0.02 % / 20,000 + 1 minute at $40
    "collections": 98630.137 / 20000 + 1.0 + 40 / 60,
    # 1.5 / 365 x 0.2 x 0.5 x 4 x 10,000 - 0.035 x 300
    "maintenance": 16.438356 - 10.5,
    "logistics": 0.5 * 3.8 + 0.05 * 22,
    "support-contact": 0.24 * 5.5 + 0.76 * 6 * 0.14,
    "generic-text": 0.02,
}
#: Gross value of a decision, spared review included, in theory section 5. Inputs that it does not give were
#: solved from these totals, so meeting them confirms no input and no formula: it only holds the defaults.
PUBLISHED = {
    "fraud-alert": 6.45,
    "collections": 6.6,
    "maintenance": 5.9,
    "logistics": 3.0,
    "support-contact": 1.94,
    "generic-text": 0.02,
}


def _case(ident: str, **values: object) -> Scenario:
    chosen = catalog.apply(DEFAULT, "decision", ident)
    return chosen.with_values({f"value.{name}": value for name, value in values.items()})


def _twin(s: Scenario) -> float:
    """Return the value per decision as the theory writes it, $."""
    v = {key.removeprefix("value."): value for key, value in s.values.items() if key.startswith("value.")}
    gross = {
        "text": lambda: v["minutes_saved"] / 60 * v["wage"] * v["use_share"],
        "fraud": lambda: (
            v["event_share"] * v["detection_gain"] * v["loss"] * v["loss_multiple"]
            + (1 - v["event_share"]) * v["false_alarm_drop"] * v["false_alarm_cost"]
        ),
        "collections": lambda: (
            v["revenue"] / 365 * v["days_gained"] * v["working_capital_cost"] / v["invoices"]
            + v["revenue"] * v["bad_debt_gain"] / v["invoices"]
            + v["minutes_saved"] / 60 * v["wage"]
        ),
        "maintenance": lambda: (
            v["failures"]
            / 365
            * v["detection_gain"]
            * v["avoidable"]
            * v["downtime_hours"]
            * v["downtime_cost"]
            - v["false_alarms"] * v["inspection_cost"]
        ),
        "logistics": lambda: (
            v["miles_saved"] * v["mile_cost"] + v["exceptions_avoided"] * v["exception_cost"]
        ),
        "support": lambda: (
            v["contained"] * (v["human_cost"] - v["machine_cost"])
            + (1 - v["contained"]) * v["human_cost"] * v["assist"]
        ),
        "free": lambda: v["benefit"],
    }[v["kind"]]()
    review = (v["review_before"] - v["review_after"]) * v["review_cost"]
    realised = v["adoption"] * (v["attribution"] * (gross + review) - v["error_share"] * v["error_cost"])
    return float(realised - v["other_cost"])


@pytest.mark.parametrize(("ident", "gross"), CASES.items())
def test_benefit_of_each_case_is_the_one_worked_out_by_hand(ident, gross):
    assert point(_case(ident)).base("decision_benefit") == pytest.approx(gross, rel=1e-7)


@pytest.mark.parametrize(("ident", "published"), PUBLISHED.items())
def test_defaults_stay_at_the_totals_they_were_solved_from(ident, published):
    whole = _case(ident, adoption=1.0, error_share=0.0, other_cost=0.0)
    assert point(whole).base("decision_value") == pytest.approx(published, rel=0.012)


@pytest.mark.parametrize("kind", KINDS)
def test_value_follows_the_plain_formula_of_its_kind(kind):
    case = DEFAULT.with_values(
        {
            "value.kind": kind,
            "value.review_before": 0.9,
            "value.review_after": 0.4,
            "value.other_cost": 0.3,
            "value.error_share": 0.07,
            "value.error_cost": 3.0,
            "value.attribution": 0.8,
        }
    )
    assert point(case).base("decision_value") == pytest.approx(_twin(case), rel=1e-12)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("basis", ["cost", "price"])
def test_every_figure_of_the_value_side_explains_itself(kind, basis):
    case = DEFAULT.with_values({"value.kind": kind, "value.basis": basis, "value.error_cost": 2.0})
    here = point(case)
    for key in (key for key in METRICS if key.startswith(("decision_", "value_", "act_", "list_price"))):
        told = explain(here, case, key)
        assert told.children
        assert recompute(told) == pytest.approx(here.base(key), rel=1e-9)


def test_cash_released_once_is_no_yearly_benefit():
    quick = point(_case("collections", bad_debt_gain=0.0, minutes_saved=0.0))
    released = 1e8 * 4 / 365
    assert quick.base("decision_benefit") * 20000 == pytest.approx(released * 0.09)


def test_generic_text_is_crushed_at_market_prices_of_large_models():
    text = _case("generic-text", basis="price").with_values({"price.input": 3.0, "price.output": 15.0})
    here = point(text)
    assert here.base("value_over_price") < 1.0
    assert here.base("decision_profit") < 0.0
    assert point(_case("fraud-alert")).base("value_over_price") > 100.0


def test_value_over_price_of_one_is_where_bought_tokens_cost_what_they_bring():
    case = _case("generic-text", basis="price")
    ratio = point(case).base("value_over_price")
    prices = {f"price.{name}": case.number(f"price.{name}") * ratio for name in ("input", "cached", "output")}
    assert point(case.with_values(prices)).base("decision_profit") == pytest.approx(0.0, abs=1e-12)


def test_acting_pays_from_the_threshold_on():
    case = _case("fraud-alert")
    p = point(case).base("act_threshold")
    gain = case.number("value.loss") * case.number("value.loss_multiple")
    harm = case.number("value.false_alarm_cost")
    assert p * gain == pytest.approx((1 - p) * harm)
    assert 0.0 < p < 1.0


def test_value_falls_when_errors_cost_more_and_rises_with_what_is_realised():
    def worth(**values: float) -> float:
        return point(_case("office-answer", **values)).base("decision_value")

    dear = [worth(error_cost=cost) for cost in (0.0, 5.0, 50.0)]
    assert dear == sorted(dear, reverse=True)
    used = [worth(adoption=share) for share in (0.2, 0.5, 1.0)]
    assert used == sorted(used)


def test_value_per_token_dollar_falls_with_the_calls_of_a_decision():
    few, many = (point(_case("fraud-alert", calls=calls)) for calls in (1.0, 4.0))
    assert many.base("value_per_token_dollar") == pytest.approx(few.base("value_per_token_dollar") / 4)
    assert many.base("decision_value") == few.base("decision_value")


def test_nothing_of_the_value_side_is_told_where_nothing_can_be_served():
    broken = _case("fraud-alert").with_value("workload.input_tokens", 1e7)
    here = point(broken)
    assert not here.feasible
    assert math.isnan(here.base("decision_profit"))


def test_errors_from_quality_cost_what_stated_ones_do():
    case = _case("office-answer", errors="quality", uncaught=0.5)
    wrong = point(case).base("error_share")
    assert point(case).base("decision_errors") == pytest.approx(0.5 * wrong)
    stated = _case("office-answer", error_share=0.5 * wrong)
    assert point(case).base("decision_value") == pytest.approx(point(stated).base("decision_value"))


def test_a_lever_that_costs_quality_costs_value_where_errors_follow_it():
    case = _case("office-answer", errors="quality")
    pressed = case.with_values(
        {"levers.compression": "on", "levers.compression_kept": 0.5, "levers.compression_loss": 0.2}
    )
    assert point(pressed).base("decision_value") < point(case).base("decision_value")


def test_long_prompts_and_cache_writes_are_charged_as_listed():
    plain = DEFAULT.with_values({"price.fees": 0.0, "price.paying_share": 1.0, "price.discount": 0.0})
    fresh = plain.number("workload.input_tokens") * (1 - plain.number("workload.cached_share")) * 1e-6
    base = point(plain).base("price_per_request")
    written = point(plain.with_value("price.write", 1.25)).base("price_per_request")
    assert written - base == pytest.approx(0.25 * fresh * plain.number("price.input"))
    long = plain.with_values({"price.long_from": 5999.0, "price.long_price": 2.0})
    assert point(long).base("price_per_request") == pytest.approx(2 * base)
    short = long.with_value("price.long_from", 6000.0)
    assert point(short).base("price_per_request") == base
    told = explain(point(long), long, "price_per_request")
    assert recompute(told) == pytest.approx(2 * base)
