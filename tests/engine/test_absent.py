"""Figures that a service that runs has none of, and the word that says why."""

import json
import math

import pytest

from engine.absent import ABSENCES, causes, why_absent
from engine.drivers import point
from engine.evaluate_command import evaluate_json
from engine.metrics import METRICS
from engine.scenario import DEFAULT
from tests.engine.test_tiers import small_and_large

OWN = DEFAULT.with_value("finance.supply", "own")
FREE = DEFAULT.with_values({"accelerator.rent": 0.0, "finance.software": 0.0})
TOO_LARGE = DEFAULT.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"})


@pytest.mark.parametrize(
    ("scenario", "key", "words"),
    [
        (DEFAULT, "irr", "no machines are bought"),
        (OWN.with_values({"price.output": 0.0, "price.input": 0.0, "finance.working_storage": 1e6}), "irr",
         "never pays"),
        (OWN.with_value("price.output", 0.1), "payback", "within their life"),
        (DEFAULT, "losing_users", "subscription"),
        (DEFAULT.with_value("price.paying_share", 0.001).with_value("price.scheme", "subscription")
         .with_value("price.subscription", 0.0), "gross_margin", "set a price"),
        (DEFAULT.with_values({"demand.priority_share": 1.0, "demand.priority_price": 0.0}), "breakeven_price",
         "raise the price of priority"),
        (FREE, "own_breakeven", "set its rent"),
        (FREE, "idle_share", "the cost, which is 0"),
        (FREE, "value_per_token_dollar", "costs nothing"),
        (DEFAULT.with_values({"price.input": 0.0, "price.output": 0.0, "price.cached": 0.0}),
         "value_over_price", "list price is 0"),
        (DEFAULT.with_values({"value.error_cost": 0.0, "value.wage": 0.0}), "act_threshold", "its stakes"),
        (DEFAULT.with_values({"api.input": 0.0, "api.output": 0.0, "api.cached": 0.0}), "api_breakeven",
         "no machine can beat"),
        (DEFAULT.with_value("api.output", 1e-4), "api_breakeven", "costs more than the tokens"),
        (DEFAULT.with_value("outlook.pass_through", 0.0), "jevons_threshold", "passed through"),
        (DEFAULT.with_value("outlook.price_path", "set"), "jevons_threshold", "moves by itself"),
        (DEFAULT.with_value("workload.users", 1.0), "load_one_down",
         "add spare replicas"),
        (DEFAULT.with_values({"levers.prefix": "sized", "model.kv_elements": 0.0}), "prefix_tokens",
         "takes no memory"),
        (DEFAULT.with_value("finance.supply", "api"), "batch", "tokens are bought"),
        (TOO_LARGE, "cost_rate", "weights"),
        (small_and_large(**{"tier2.accelerator.rent": 0.0, "tier2.finance.software": 0.0}), "breakeven_price",
         "tier 2: the service costs nothing"),
        (small_and_large(**{"routing.share1": 1.0}), "routing_saving", "no requests"),
    ],
)  # fmt: skip
def test_a_figure_that_is_missing_says_why_and_what_to_change(scenario, key, words):
    here = point(scenario)
    assert math.isnan(here.base(key))
    assert words in why_absent(scenario, here, key)


def test_a_figure_that_is_there_needs_no_word():
    here = point(DEFAULT)
    assert {why_absent(DEFAULT, here, key) for key in METRICS if math.isfinite(here.base(key))} == {""}


def test_every_condition_names_metrics_there_are_and_is_false_of_a_sound_service():
    assert {key for one in ABSENCES for key in one.keys} <= set(METRICS)
    for key in METRICS:
        assert all(not one.text.endswith(".") for one in causes(key))


def test_the_command_line_says_why_too():
    told = json.loads(evaluate_json(DEFAULT))
    assert told["losing_users"]["value"] is None
    assert "subscription" in told["losing_users"]["why"]
    assert "why" not in told["cost_rate"]
    stopped = json.loads(evaluate_json(TOO_LARGE))
    assert stopped["cause"]
    assert "why" not in stopped["cost_rate"]
