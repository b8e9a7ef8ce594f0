"""A sample of what `make soak` drives in full: pairs of inputs over all that is allowed."""

import dataclasses
import random

import numpy as np
import pytest

from engine import files
from engine.metrics import METRICS, RECORD
from engine.parameters import SPECS
from engine.scenario import DEFAULT
from tests.pairs import (
    EXCEPT,
    KEYS,
    MONOTONE,
    SHARES,
    SIGNED,
    Found,
    as_scenario,
    batches,
    inspect,
    nodes,
    same,
)

#: What a run over all pairs found, and what was mended since.
ONCE_WRONG = (
    ("workload.input_tokens", "demand.timing"),
    ("demand.timing", "demand.staffing"),
    ("demand.timing", "fleet.scaling"),
    ("demand.timing", "reliability.redundancy"),
    ("demand.batch_share", "demand.batch_discount"),
    ("demand.priority_share", "demand.priority_price"),
    ("model.kv_elements", "levers.prefix"),
    ("stack.expert_layer_time", "outlook.pass_through"),
    ("fleet.spare_share", "finance.rent_uplift"),
    ("deployment.load", "efficiency.prefill_half"),
    ("accelerator.rent", "finance.software"),
    ("deployment.disaggregated", "stack.single_pass_time"),
    ("demand.minimum", "demand.growth"),
    ("accelerator.price", "finance.life"),
    ("model.attention_flops_window", "deployment.load"),
)
_PLACE = {key: i for i, key in enumerate(RECORD.names or ())}


def found_in(scenario, pairs):
    found = Found()
    for batch in batches(scenario, pairs):
        inspect(batch, found)
    return found


@pytest.mark.parametrize(
    "name", ["code-agent", "commoditised-2028", "reasoning-rack", "small-model-api", "two-tier-service"]
)
def test_what_once_was_wrong_and_a_sample_of_all_pairs_hold(name):
    rng = random.Random(name)
    drawn = [tuple(rng.sample(KEYS, 2)) for _ in range(150)]
    assert found_in(files.load_builtin(name).scenario, [*ONCE_WRONG, *drawn]).first == {}


@pytest.mark.parametrize("supply", ["own", "rent", "mixed", "api"])
def test_every_price_moves_costs_the_way_economics_says_in_every_supply(supply):
    scenario = DEFAULT.with_value("finance.supply", supply)
    assert (
        found_in(scenario, [(key, "workload.users") for key in MONOTONE if key != "workload.users"]).first
        == {}
    )


def test_values_span_all_that_is_allowed():
    for key in KEYS:
        spec, values = SPECS[key], nodes(DEFAULT, key, more=1)
        if spec.kind == "choice":
            assert set(values) == {float(option.code) for option in spec.options}
        else:
            assert np.all(np.diff(values) > 0.0), key
            assert values[0] == pytest.approx(spec.encode(spec.low))
            assert values[-1] == pytest.approx(spec.encode(spec.high))
            assert any(value == pytest.approx(spec.encode(DEFAULT.number(key))) for value in values)


def test_declared_names_are_those_of_inputs_and_figures():
    assert {*MONOTONE, *EXCEPT, *(key for ways in EXCEPT.values() for key, _ in ways)} <= set(SPECS)
    assert {key for ways in MONOTONE.values() for key, _ in ways} | SIGNED | set(SHARES) <= set(METRICS)


def test_points_of_a_batch_are_those_set_one_by_one():
    scenario = files.load_builtin("two-tier-service").scenario
    (batch,) = batches(
        scenario, [("accelerator.rent", "finance.supply"), ("demand.timing", "workload.users")]
    )
    for index in range(0, len(batch.made), 3):
        assert same(scenario, batch.row(index), batch.made[index])[1], batch.row(index)


@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        ("utilization", np.inf, "utilization is infinite"),
        ("cost_rate", -1.0, "cost_rate is below zero"),
        ("availability", 1.01, "availability is above one"),
        ("cost_per_request", np.nan, "cost_per_request is missing without a cause"),
        ("irr", np.nan, ""),
        ("feasible", 0.0, "feasible is not what binding says"),
        ("ttft_p50", 1e9, "ttft percentiles fall"),
    ],
)
def test_a_figure_that_is_wrong_is_found(key, value, kind):
    (batch,) = batches(DEFAULT, [("workload.users", "price.output")])
    spoilt = batch.made.copy()
    spoilt[7, _PLACE[key]] = value
    found = Found()
    inspect(dataclasses.replace(batch, made=spoilt), found)
    assert not kind or found.first[kind] == batch.row(7)
    assert kind or not found.first


def test_a_cost_that_falls_with_a_price_is_found():
    (batch,) = batches(DEFAULT, [("workload.users", "accelerator.rent")])
    spoilt = batch.made.copy()
    row = batch.blocks[0].shape[1] + 1
    spoilt[row, _PLACE["cost_rate"]] *= 1e-3
    found = Found()
    inspect(dataclasses.replace(batch, made=spoilt), found)
    assert "cost_rate falls as accelerator.rent rises" in found.first
    assert as_scenario(DEFAULT, batch.row(row)).number("accelerator.rent") > 0.0
