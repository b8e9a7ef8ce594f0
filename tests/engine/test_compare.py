"""Scenarios beside each other: rows, variance, bridges against every order walked with ordinary scenarios."""

import itertools
import math

import numpy as np
import pytest

from engine import catalog, files
from engine.compare import compared, inside, rows
from engine.compare.bridges import bridge
from engine.compare.changes import changes
from engine.drivers import point
from engine.metrics import METRICS
from engine.scenario import DEFAULT, Doubt, Uncertainty
from engine.shapes import with_week
from tests.effort import Effort

COST, MARGIN = "cost_per_output_token", "gross_margin"


@pytest.fixture(scope="module")
def home():
    return files.load_builtin().scenario


def builtin(name):
    return files.load_builtin(name).scenario


def naive(a, b, metric, sets):
    """Return the share of each set of keys, by walking every order with ordinary scenarios."""
    known = {}

    def value(chosen):
        if chosen not in known:
            keys = [key for i in chosen for key in sets[i]]
            known[chosen] = point(a.with_values({key: b.get(key) for key in keys})).base(metric)
        return known[chosen]

    sums, kept = [0.0] * len(sets), 0
    for order in itertools.permutations(range(len(sets))):
        way = [frozenset(order[:n]) for n in range(len(sets) + 1)]
        if all(math.isfinite(value(chosen)) for chosen in way):
            kept += 1
            for player, before, after in zip(order, way, way[1:], strict=False):
                sums[player] += value(after) - value(before)
    return [total / kept for total in sums]


FOUR = {
    "accelerator.rent": 3.1, "deployment.concurrency": 24.0, "workload.output_tokens": 900.0,
    "precision.kv": "bf16",
}  # fmt: skip


@pytest.mark.parametrize("metric", [COST, MARGIN, "ttft_p95", "energy_per_response"])
def test_steps_are_those_of_every_order_of_ordinary_scenarios(home, metric):
    other = home.with_values(FOUR)
    found = bridge(home, other, metric, apart=True).bridge
    expected = naive(home, other, metric, [step.keys for step in found.steps])
    assert sorted(key for step in found.steps for key in step.keys) == sorted(FOUR)
    assert [step.value for step in found.steps] == pytest.approx(expected, rel=1e-9, abs=1e-18)
    assert found.exact
    assert found.error == 0.0


def test_prices_add_what_they_add_alone_for_revenue_is_their_sum(home):
    # By hand: a request has 600 output and 3,600 computed input tokens; 3 % of the price are fees.
    other = home.with_values({"price.output": 0.92, "price.input": 0.52})
    found = bridge(home, other, "margin_per_request", apart=True).bridge
    out, fresh = 600 * 0.20e-6 * 0.97, 6000 * 0.6 * -0.20e-6 * 0.97
    assert {step.keys[0]: step.value for step in found.steps} == pytest.approx(
        {"price.output": out, "price.input": fresh}, rel=1e-9
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("enterprise-assistant", "reasoning-rack"),
        ("code-agent", "fraud-triage"),
        ("two-tier-service", "small-model-api"),
        ("own-silicon", "two-tier-service"),
    ],
)
@pytest.mark.parametrize("metric", [COST, "ttft_p95"])
def test_steps_add_up_and_change_sign_on_the_way_back(one, other, metric):
    a, b = builtin(one), builtin(other)
    there, back = bridge(a, b, metric).bridge, bridge(b, a, metric).bridge
    assert (there.start, there.end) == (point(a).base(metric), point(b).base(metric))
    scale = max(abs(there.start), abs(there.end))
    assert math.fsum(s.value for s in there.steps) == pytest.approx(there.difference, abs=1e-9 * scale)
    assert [s.label for s in there.steps] == [s.label for s in back.steps]
    assert [s.value for s in there.steps] == [-s.value for s in back.steps]
    assert math.fsum(there.roles().values()) == pytest.approx(there.difference, abs=1e-9 * scale)


def test_every_input_that_a_kernel_reads_is_in_one_step_and_one_only(home):
    found = bridge(home, builtin("own-silicon"), COST).bridge
    keys = [key for step in found.steps for key in step.keys]
    assert len(keys) == len(set(keys))
    differing = set(home.differing(builtin("own-silicon")))
    assert set(keys) <= differing
    assert all(key.endswith(".part") for key in differing - set(keys))


def test_a_part_changes_with_all_it_brings_and_no_more(home):
    other = catalog.apply(home, "accelerator", "h200-sxm").with_value("efficiency.link", 0.11)
    made = {change.keys[0]: change for change in changes(home, other)}
    assert set(made) == {"accelerator.part", "efficiency.link"}
    assert "accelerator.memory" in made["accelerator.part"].keys
    assert "silicon.memory" in made["accelerator.part"].keys
    assert made["accelerator.part"].role == "decision"
    found = bridge(home, other, COST, apart=True).bridge
    expected = naive(home, other, COST, [step.keys for step in found.steps])
    assert [step.value for step in found.steps] == pytest.approx(expected, rel=1e-9)


def test_what_adds_nothing_gets_nothing(home):
    other = home.with_values({"accelerator.rent": 3.0, "value.wage": 99.0})
    found = {step.group: step.value for step in bridge(home, other, COST).bridge.steps}
    assert found["value"] == 0.0
    assert found["accelerator"] != 0.0


def test_steps_stand_by_role_within_a_group(home):
    other = home.with_values({"finance.life": 6.0, "finance.cost_of_capital": 0.12, "finance.supply": "own"})
    steps = bridge(home, other, COST).bridge.steps
    assert [(s.label, s.role) for s in steps] == [
        ("Supply", "decision"), ("Supply & finance, assumptions", "assumption"),
    ]  # fmt: skip


def test_a_week_and_that_it_is_followed_are_one_change(home):
    flat = home.with_value("demand.timing", "given")
    own = with_week(flat, [1.0] * 8 + [5.0] * 10 + [1.0] * 6)
    made = changes(flat, own)
    assert [change.keys for change in made] == [("demand.part", "demand.timing")]
    found = bridge(flat, own, COST).bridge
    assert found.end == point(own).base(COST)
    assert found.steps[0].value == found.difference
    again = with_week(own, [1.0] * 4 + [9.0] * 10 + [1.0] * 10)
    assert [row.texts for row in rows((own, again))] == [("Own shape", "Own shape, other hours")]
    assert changes(own, again)[0].keys == ("demand.part",)
    assert bridge(own, again, COST).bridge.end == point(again).base(COST)


def test_inputs_of_a_tier_are_steps_of_their_own(home):
    two = builtin("two-tier-service")
    other = two.with_values({"tier2.deployment.concurrency": 40.0, "deployment.concurrency": 48.0})
    found = bridge(two, other, COST, apart=True).bridge
    assert {s.keys for s in found.steps} == {("deployment.concurrency",), ("tier2.deployment.concurrency",)}
    expected = naive(two, other, COST, [step.keys for step in found.steps])
    assert [step.value for step in found.steps] == pytest.approx(expected, rel=1e-9)
    # What a tier inherits in both goes with where it is inherited from.
    rent = bridge(two, two.with_value("accelerator.rent", 3.3), COST, apart=True).bridge
    assert [s.keys for s in rent.steps] == [("accelerator.rent",)]
    assert rent.end == point(two.with_value("accelerator.rent", 3.3)).base(COST)


def test_a_mixture_that_nothing_can_serve_is_in_no_order_that_counts(home):
    # 4 accelerators hold 40 sequences, 1 holds none: only the order that shrinks the model first is left.
    small = catalog.apply(home, "model", "llama-3.1-8b").with_value("deployment.tensor_parallel", 1.0)
    found = bridge(home, small, COST).bridge
    assert found.kept == 0.5
    between = point(catalog.apply(home, "model", "llama-3.1-8b")).base(COST)
    assert [s.value for s in found.steps] == pytest.approx(
        [between - found.start, found.end - between], rel=1e-12
    )


def test_what_can_only_change_at_once_is_one_step_and_says_so():
    found = bridge(builtin("code-agent"), builtin("fraud-triage"), COST).bridge
    assert found.together == "Model + Deployment"
    assert [s.label for s in found.steps if "+" in s.label] == ["Model + Deployment"]


def test_a_scenario_without_a_figure_has_no_bridge_and_says_why(home):
    broken = home.with_value("deployment.concurrency", 4000.0)
    found = bridge(home, broken, COST).bridge
    assert found.steps == ()
    assert "no Cost per output token" in found.trouble
    assert "GB" in found.trouble
    assert bridge(home, home, COST).bridge.steps == ()
    assert bridge(home, home, COST).bridge.trouble == ""


def test_orders_are_drawn_where_there_are_too_many_to_count(home):
    other = home.with_values(FOUR)
    exact = bridge(home, other, COST, apart=True).bridge
    drawn = bridge(home, other, COST, apart=True, exact=2).bridge
    assert not drawn.exact
    assert drawn.orders > 0
    assert drawn.error > 0.0
    assert drawn == bridge(home, other, COST, apart=True, exact=2).bridge
    for one, true in zip(drawn.steps, exact.steps, strict=True):
        assert abs(one.value - true.value) <= 5.0 * drawn.error
    assert math.fsum(s.value for s in drawn.steps) == pytest.approx(drawn.difference, rel=1e-9)


def test_drawn_orders_meet_no_mixture_that_nothing_can_serve():
    a, b = builtin("enterprise-assistant"), builtin("reasoning-rack")
    exact = bridge(a, b, COST).bridge
    drawn = bridge(a, b, COST, exact=6).bridge
    assert exact.exact
    assert not drawn.exact
    assert drawn.kept == pytest.approx(exact.kept, rel=0.05)
    shares = {s.label: s.value for s in exact.steps}
    for step in drawn.steps:
        assert step.value == pytest.approx(shares[step.label], abs=6.0 * step.error + 1e-15)


def test_a_bridge_that_nobody_waits_for_stops(home):
    assert bridge(home, builtin("own-silicon"), COST, cancelled=lambda: True) is None


@pytest.mark.parametrize("other", ["reasoning-rack", "own-silicon", "two-tier-service"])
def test_what_is_inside_a_step_adds_up_to_it(home, other):
    solved = bridge(home, builtin(other), MARGIN)
    looked = 0
    for index, step in enumerate(solved.bridge.steps):
        parts = inside(solved, index)
        looked += len(parts) > 1
        assert math.fsum(s.value for s in parts) == pytest.approx(step.value, abs=1e-9)
        assert {key for s in parts for key in s.keys} == set(step.keys)
    assert looked


def test_inside_two_groups_it_is_the_mean_over_both_places_of_the_group(home):
    # Two groups, one of two inputs: walked by hand over the four orders that keep the group together.
    keys = ("workload.output_tokens", "workload.cached_share")
    other = home.with_values({"accelerator.rent": 3.1, keys[0]: 900.0, keys[1]: 0.1})
    solved = bridge(home, other, COST)
    index = next(i for i, s in enumerate(solved.bridge.steps) if s.group == "workload")
    found = {s.keys[0]: s.value for s in inside(solved, index)}

    def value(*made):
        return point(home.with_values({key: other.get(key) for key in made})).base(COST)

    for one, two in (keys, keys[::-1]):
        expected = [
            (value(*rent, one) - value(*rent) + value(*rent, one, two) - value(*rent, two)) / 2
            for rent in ((), ("accelerator.rent",))
        ]
        assert found[one] == pytest.approx(sum(expected) / 2, rel=1e-9)


def test_two_scenarios_that_differ_in_three_inputs_have_three_rows(home):
    other = home.with_values({"accelerator.rent": 3.0, "precision.kv": "bf16", "workload.users": 3e4})
    found = rows((home, other))
    assert [row.key for row in found] == ["workload.users", "precision.kv", "accelerator.rent"]
    assert [row.role for row in found] == ["assumption", "decision", "price"]
    assert found[2].values == (2.6, 3.0)
    assert found[2].unit == "$/h"
    assert found[1].texts == ("FP8", "BF16")
    assert rows((home, home)) == ()


def test_parts_distributions_and_locks_have_rows(home):
    other = catalog.apply(home, "accelerator", "h200-sxm").annotate("accelerator.rent", locked=True)
    other = other.annotate("price.output", uncertainty=Uncertainty(0.6, 0.9), source="a survey")
    found = {(row.key, row.what): row for row in rows((home, other))}
    assert found["accelerator.rent", "lock"].texts == ("free", "locked")
    assert found["price.output", "distribution"].texts == ("\u2014", "0.6 to 0.9 $/M tokens")
    assert found["price.output", "distribution"].sources[1] == ("a survey", "user")
    assert found["accelerator.part", "value"].texts[1] == "NVIDIA H200 SXM 141GB"
    assert found["accelerator.memory", "value"].part == "accelerator.part"
    assert found["accelerator.memory", "value"].sources[0][1] == "vendor"
    assert found["accelerator.part", "value"].part == ""


def test_what_is_said_of_doubt_as_a_whole_has_rows(home):
    import dataclasses

    doubt = Doubt(seed=7).correlated("accelerator.rent", "price.output", 0.5)
    found = rows((home, dataclasses.replace(home, doubt=doubt)))
    assert [(row.key, row.texts[1]) for row in found] == [
        ("doubt.seed", "7"), ("doubt.correlations", "accelerator.rent with price.output +0.5"),
    ]  # fmt: skip


def test_all_inputs_can_be_asked_for(home):
    other = home.with_value("accelerator.rent", 3.0)
    found = rows((home, other), every=True)
    assert len(found) >= len(DEFAULT.values)
    assert [row.key for row in found if row.differs] == ["accelerator.rent"]


def test_figures_are_those_of_each_scenario_and_told_against_the_base(home):
    others = (home, builtin("own-silicon"), home.with_value("deployment.concurrency", 4000.0))
    seen = compared(others, base=1)
    here, base = (point(s).base(COST) for s in others[:2])
    figure = seen.figure(COST, 0)
    assert figure.value == here
    assert figure.difference == here - base
    assert figure.relative == pytest.approx(here / base - 1.0)
    assert figure.band.low < here < figure.band.high
    assert figure.band.grade
    assert math.isnan(seen.figure(COST, 2).difference)
    assert seen.differs(COST)
    assert not compared((home, home)).differs(COST)
    assert not any(compared((home, home)).differs(key) for key in METRICS)


@pytest.mark.slow
def test_a_bridge_of_ten_groups_takes_fifty_milliseconds(home):
    other = home.with_values({
        "workload.output_tokens": 700.0, "limits.tpot": 70.0, "precision.kv": "bf16",
        "fleet.spare_share": 0.1, "accelerator.rent": 3.0, "deployment.concurrency": 32.0,
        "price.output": 0.8, "network.price": 5000.0, "facility.pue": 1.3, "finance.cost_of_capital": 0.12,
    })  # fmt: skip
    took = []
    for _ in range(7):
        with Effort() as spent:
            found = bridge(home, other, COST).bridge
        took.append(spent.seconds)
    assert len(found.steps) == 10
    assert found.evaluations == 1024 + 2
    assert min(took) <= 0.050, np.round(took, 4)


def test_rows_kept_from_before_are_those_made_anew(home):
    known = {}
    other = catalog.apply(home, "accelerator", "h200-sxm")
    ways = (
        (home, other),
        (home, other.with_value("accelerator.rent", 3.0)),
        (home.annotate("accelerator.rent", source="a quote"), other),
        (home, catalog.apply(other, "accelerator", "b200-sxm")),
        (home, other.annotate("accelerator.rent", locked=True)),
        (home, home),
    )
    for pair in ways:
        assert rows(pair, known=known) == rows(pair)
        assert rows(pair, every=True, known=known) == rows(pair, every=True)


def test_factors_multiply_to_the_whole_and_are_those_of_every_order(home):
    other = home.with_values(FOUR)
    found = bridge(home, other, COST, apart=True, factors=True).bridge
    assert math.prod(s.factor for s in found.steps) == pytest.approx(found.end / found.start, rel=1e-9)
    assert math.fsum(s.value for s in found.steps) == pytest.approx(found.difference, rel=1e-9)
    assert math.prod(found.role_factors().values()) == pytest.approx(found.end / found.start, rel=1e-9)
    sets = [step.keys for step in found.steps]
    logs, ways = [0.0] * len(sets), list(itertools.permutations(range(len(sets))))
    for order in ways:
        made, before = {}, math.log(found.start)
        for player in order:
            made |= {key: other.get(key) for key in sets[player]}
            after = math.log(point(home.with_values(made)).base(COST))
            logs[player] += (after - before) / len(ways)
            before = after
    assert [s.factor for s in found.steps] == pytest.approx([math.exp(v) for v in logs], rel=1e-9)


def test_a_price_that_is_a_plain_factor_has_that_factor(home):
    # All of a rented fleet's cost but its licence and its team is the rent: by hand, from the two ends.
    other = home.with_value("accelerator.rent", 5.2)
    alone = bridge(home, other, COST, factors=True).bridge
    assert alone.steps[0].factor == pytest.approx(alone.end / alone.start)
    both = bridge(home, other.with_value("workload.users", 9e4), COST, apart=True, factors=True).bridge
    factors = {s.keys[0]: s.factor for s in both.steps}
    assert factors["workload.users"] == pytest.approx(1.0, rel=1e-9)


@pytest.mark.parametrize("other", ["own-silicon", "reasoning-rack", "fraud-triage"])
def test_factors_turn_round_on_the_way_back_and_hold_inside_a_step(home, other):
    there = bridge(home, builtin(other), COST, factors=True)
    back = bridge(builtin(other), home, COST, factors=True).bridge
    assert [s.factor for s in there.bridge.steps] == pytest.approx([1.0 / s.factor for s in back.steps])
    for index, step in enumerate(there.bridge.steps):
        parts = inside(there, index)
        assert math.prod(s.factor for s in parts) == pytest.approx(step.factor, rel=1e-9)
        assert math.fsum(s.value for s in parts) == pytest.approx(step.value, rel=1e-9, abs=1e-18)


def test_what_is_not_above_zero_is_no_product(home):
    found = bridge(home, builtin("reasoning-rack"), MARGIN, factors=True).bridge
    assert found.steps == ()
    assert "Reasoning on a rack is not above zero" in found.trouble
    same = bridge(home, home.with_value("workload.users", 9e4), COST, factors=True).bridge
    assert [s.value for s in same.steps] == pytest.approx([0.0], abs=1e-15)
