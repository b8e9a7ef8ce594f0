"""The lever ladder: every step is an ordinary scenario, evaluated; what does not apply says why."""

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest

from engine import catalog
from engine.drivers import point
from engine.kernels.speculation import accepted
from engine.ladder import RUNGS, Pull, climb, default_plan, plan_data, plan_from
from engine.parts import shipped
from engine.scenario import DEFAULT
from resources.tools.build_scenarios import CASES, build

SHARED = Path(__file__).resolve().parents[3] / "shared"
RACK = build(CASES["reasoning-rack"])
CHEAP = build(CASES["small-model-api"])
SCENARIOS = {"default": DEFAULT, **{name: build(case) for name, case in CASES.items()}}


def pulled(*keys, **levels):
    """A plan that pulls only `keys`, in that order."""
    known = {pull.key: pull for pull in default_plan()}
    return tuple(replace(known[key], on=True, level=levels.get(key, known[key].level)) for key in keys)


@pytest.fixture(params=SCENARIOS, ids=list(SCENARIOS))
def scenario(request):
    return SCENARIOS[request.param]


def test_each_step_is_what_the_engine_says_of_its_scenario(scenario):
    ladder = climb(scenario, default_plan())
    tokens = ladder.point.base("served_output_tokens")
    assert ladder.cost == pytest.approx(ladder.point.shown("cost_per_token_all_in"), rel=1e-12)
    before = ladder.cost
    for step in ladder.steps:
        assert step.before == before
        assert step.point.same(point(step.scenario))
        assert step.after == pytest.approx(step.point.base("cost_per_request") / tokens * 1e6, rel=1e-12)
        assert step.told
        before = step.after
    assert ladder.end == before


def test_savings_of_the_steps_multiply_to_that_of_the_ladder(scenario):
    ladder = climb(scenario, default_plan())
    factor = math.prod(step.after / step.before for step in ladder.steps)
    assert ladder.cost * factor == pytest.approx(ladder.end, rel=1e-12)


def test_a_step_that_does_not_apply_changes_nothing_and_says_why(scenario):
    here = scenario
    for step in climb(scenario, default_plan()).steps:
        if not step.applied:
            assert step.scenario is here
            assert step.after == step.before
            assert len(step.told) > 5
        here = step.scenario


def test_the_first_lever_alone_does_what_it_does_in_order(scenario):
    for rung in RUNGS:
        step = climb(scenario, pulled(rung.key)).steps[0]
        if step.applied:
            assert step.after == step.alone


def test_a_lever_brings_less_after_another_that_takes_from_the_same_tokens():
    ladder = climb(DEFAULT, pulled("prefix", "compression"))
    compression = ladder.steps[1]
    assert compression.after / compression.before > compression.alone / ladder.cost


def test_order_changes_the_steps_and_not_the_end_where_levers_do_not_meet():
    one = climb(DEFAULT, pulled("response", "compression"))
    other = climb(DEFAULT, pulled("compression", "response"))
    assert one.steps[0].after != pytest.approx(other.steps[0].after, rel=1e-3)
    assert one.end == pytest.approx(other.end, rel=1e-12)


def test_levers_with_a_price_of_their_own_can_cost_more_than_they_save():
    """A look-up of 0.002 cents is dear beside a request of 0.01 cents."""
    step = climb(CHEAP, pulled("response")).steps[0]
    assert step.applied
    assert step.after > step.before


@pytest.mark.parametrize(
    ("scenario", "key", "why"),
    [
        (DEFAULT.with_value("levers.response", "on"), "response", "already"),
        (DEFAULT.with_value("levers.compression", "on"), "compression", "already"),
        (DEFAULT.with_value("workload.cached_share", 0.9), "prefix", "no more than the 90 %"),
        (DEFAULT, "effort", "600 tokens"),
        (RACK.with_value("levers.effort", "high"), "effort", "itself"),
        (DEFAULT, "precision", "no FP4 arithmetic"),
        (RACK, "precision", "FP4 already"),
        (build(CASES["enterprise-assistant"]), "speculative", "no weights for multi-token prediction"),
        (RACK.with_value("deployment.draft_tokens", 2.0), "speculative", "already"),
        (DEFAULT.with_value("deployment.disaggregated", "yes"), "disaggregation", "already"),
        (DEFAULT.with_value("deployment.disaggregated", "yes"), "chunking", "pool of their own"),
        (DEFAULT.with_value("deployment.load", "goodput"), "schedule", "already"),
        (DEFAULT.with_value("limits.ttft", 0.001), "schedule", "served: TTFT limit"),
        (DEFAULT.with_value("fleet.scaling", "elastic"), "elastic", "already"),
        (DEFAULT.with_value("model.part", "unheard-of"), "distilled", "smaller model"),
        (DEFAULT.with_value("model.part", "unheard-of"), "route", "smaller model"),
        (DEFAULT.with_values({"routing.mode": "router", "routing.tiers": 2.0}), "route", "already"),
    ],
)  # fmt: skip
def test_why_a_lever_does_not_apply(scenario, key, why):
    step = climb(scenario, pulled(key)).steps[0]
    assert not step.applied
    assert why in step.told


def test_a_lever_left_out_is_still_told_alone():
    plan = tuple(replace(pull, on=False) for pull in default_plan())
    ladder = climb(RACK, plan)
    assert ladder.end == ladder.cost
    assert all(step.told == "left out" for step in ladder.steps)
    alone = {step.pull.key: step.alone for step in ladder.steps}
    assert alone["effort"] < 0.8 * ladder.cost


def test_speculation_takes_the_number_of_guesses_that_costs_least():
    step = climb(RACK, pulled("speculative")).steps[0]
    drafter = shipped("drafter")["deepseek-v4-pro-mtp"]
    assert step.scenario.number("deployment.draft_acceptance") == drafter.facts["acceptance"].value
    for guesses in range(9):
        other = point(step.scenario.with_value("deployment.draft_tokens", float(guesses)))
        if guesses in {1, 2, 3, 5, 7}:
            assert other.base("cost_per_request") >= step.point.base("cost_per_request")


def test_a_small_tier_takes_no_more_than_the_quality_allows():
    agent = build(CASES["code-agent"])
    for level in ("0.02", "0.1"):
        step = climb(agent, pulled("route", route=level)).steps[0]
        assert step.applied
        assert step.after < step.before
        least = point(agent).base("quality") * (1.0 - float(level))
        assert step.point.base("quality") == pytest.approx(least, rel=1e-6)
        kept = step.scenario.tier(2)
        assert kept.get("model.part") == agent.get("model.part")
        share = step.scenario.number("routing.share1")
        alone = point(agent.with_value("workload.users", agent.number("workload.users") * (1.0 - share)))
        assert point(kept).base("cost_rate") == pytest.approx(alone.base("cost_rate"), rel=1e-9)


def test_a_distilled_model_is_earned_back_after_the_volume_told():
    step = climb(RACK, pulled("distilled")).steps[0]
    assert step.applied
    made = step.scenario
    free = point(made.with_value("levers.distilled_cost", 1000.0)).base("cost_per_token_all_in")
    start = point(RACK).base("cost_per_token_all_in")
    once = made.number("levers.distilled_cost")
    assert step.volume == pytest.approx(once / (start - free), rel=2e-2)
    small = catalog.part("model", str(made.get("model.part")))
    big = catalog.part("model", str(RACK.get("model.part")))
    assert small.facts["params_active"].value <= 0.5 * big.facts["params_active"].value


def test_nothing_served_today_is_told_and_a_lever_may_mend_it():
    starved = DEFAULT.with_values(
        {"precision.weights": "bf16", "precision.compute": "bf16", "deployment.tensor_parallel": 2.0}
    )
    assert math.isnan(climb(starved, ()).cost)
    ladder = climb(starved, pulled("precision"))
    assert ladder.steps[0].applied
    assert math.isfinite(ladder.end)


def test_plan_survives_being_kept_in_a_file():
    plan = (Pull("elastic", False, "follow"), *pulled("compression", compression="0.6"))
    back = plan_from(json.loads(json.dumps(plan_data(plan))))
    assert back[:2] == plan
    assert {pull.key for pull in back} == {rung.key for rung in RUNGS}


@pytest.mark.parametrize("data", [None, 3, [3], [{"lever": "magic"}], [{"lever": "prefix", "level": 7}]])
def test_a_plan_nobody_understands_is_the_declared_one(data):
    assert set(plan_from(data)) == set(default_plan())


def test_rungs_are_declared_whole():
    assert len({rung.key for rung in RUNGS}) == len(RUNGS)
    for rung in RUNGS:
        assert rung.doc.endswith(".")
        assert len({level.id for level in rung.levels}) == len(rung.levels) >= 1


# -- drafters ----------------------------------------------------------------------------------


@pytest.mark.parametrize("ident", sorted(shipped("drafter")))
def test_a_drafter_accepts_in_the_kernel_what_was_measured(ident):
    facts = shipped("drafter")[ident].facts
    change = {
        "deployment.draft_acceptance": facts["acceptance"].value,
        "deployment.draft_decay": facts["decay"].value,
    }
    for guesses in range(1, 9):
        scenario = DEFAULT.with_values({**change, "deployment.draft_tokens": float(guesses)})
        told = facts[f"accepted_{guesses}"].value
        assert accepted(scenario.to_record()[0]) == pytest.approx(told, abs=0.25)


@pytest.mark.shared
def test_drafters_are_the_published_table():
    table = json.loads((SHARED / "facts" / "golden_acceptance.json").read_text("utf-8"))
    parts = shipped("drafter")
    assert len(parts) == len(table)
    shown = sorted(tuple(part.facts[f"accepted_{k}"].value for k in range(1, 9)) for part in parts.values())
    assert shown == sorted(tuple(lengths[str(k)] for k in range(1, 9)) for lengths in table.values())


def test_who_buys_tokens_pulls_no_lever_of_the_sellers_machines():
    bought = DEFAULT.with_value("finance.supply", "api")
    steps = {step.pull.key: step for step in climb(bought, default_plan()).steps}
    for key in ("prefix", "precision", "speculative", "chunking", "disaggregation", "schedule", "elastic"):
        assert not steps[key].applied
        assert "tokens are bought" in steps[key].told
        assert math.isnan(steps[key].alone)
    assert steps["response"].applied
    assert steps["compression"].applied
