"""Services of several tiers: what is shared, what is inherited, and how tiers make a service."""

import json
import math
from pathlib import Path

import numpy as np
import pytest

from engine import catalog
from engine.drivers import Axis, best_split, cause, cures, line, point, points, surface, tier_points
from engine.drivers.routing import Tiers, best_cuts
from engine.errors import ParameterError
from engine.explain import explain, explain_all, recompute
from engine.files import Project, from_bytes, to_bytes
from engine.kernels import mixture
from engine.kernels.tiers import ROOM
from engine.metrics import METRICS
from engine.metrics.chain import LAYERS
from engine.metrics.metric import ACROSS
from engine.metrics.reliability import RELIABILITY
from engine.parameters import PER_TIER, SPECS
from engine.scenario import DEFAULT, Annotation, Scenario, spec_of
from engine.tier_keys import split
from resources.tools import build_formulas
from tests import naive_tiers
from tests.each import each

ANCHORS = Path(__file__).parents[2].parent / "shared" / "theory" / "anchors.json"

FREE = {
    "routing.router_cost": 0.0, "routing.router_latency": 0.0,
    "routing.judge_cost": 0.0, "routing.judge_latency": 0.0,
}  # fmt: skip
EASY = {"limits.ttft": 60.0, "limits.tpot": 400.0}
#: What a split changes even where all tiers are alike: which tier, and how many models are kept.
OF_ROUTING = {key for key in METRICS if key.startswith("tier")} | {"weight_bytes"}
#: What does not grow in proportion to a fleet: two small ones fail otherwise than a large one.
OF_SIZE = {metric.key for metric in RELIABILITY}


def small_and_large(mode: str = "router", **values: object) -> Scenario:
    """Return an 8B model that answers first, and a 405B model behind it."""
    small = catalog.apply(DEFAULT, "model", "llama-3.1-8b")
    large = catalog.apply(small, "model", "llama-3.1-405b", tier=2)
    return large.with_values(
        {
            **EASY, "routing.mode": mode, "routing.tiers": 2.0, "deployment.tensor_parallel": 1.0,
            "tier2.deployment.tensor_parallel": 16.0, "tier2.deployment.concurrency": 8.0,
            "tier2.precision.weights": "bf16", **values,
        }
    )  # fmt: skip


def same(one: float, other: float, rel: float = 1e-9) -> bool:
    return (math.isnan(one) and math.isnan(other)) or one == pytest.approx(other, rel=rel, abs=1e-15)


# what a tier is -----------------------------------------------------------------------------------------


def test_a_tier_inherits_all_that_it_does_not_override():
    s = DEFAULT.with_value("tier2.deployment.concurrency", 9.0).with_value("accelerator.rent", 3.3)
    assert s.number("tier2.accelerator.rent") == 3.3
    assert s.number("tier3.deployment.concurrency") == DEFAULT.number("deployment.concurrency")
    assert s.tier(2).number("deployment.concurrency") == 9.0
    assert s.tiers == ({"deployment.concurrency": 9.0},)
    assert s.overrides() == {"accelerator.rent": 3.3, "tier2.deployment.concurrency": 9.0}
    assert s.inheriting("tier2.deployment.concurrency").tiers == ()


def test_an_override_that_equals_what_is_inherited_stays_one():
    s = DEFAULT.with_value("tier2.accelerator.rent", DEFAULT.number("accelerator.rent"))
    assert s.with_value("accelerator.rent", 9.0).number("tier2.accelerator.rent") == 2.6
    assert s.own("tier2.accelerator.rent")
    assert not s.own("tier3.accelerator.rent")
    assert not s.own("accelerator.rent")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("tier5.model.part", "tiers 2 to 4"),
        ("tier1.model.part", "write model.part"),
        ("tier2.workload.users", "all tiers share workload; write workload.users"),
        ("tier2.model.lyers", "did you mean model.layers"),
        ("tierless", "is not a parameter"),
    ],
)
def test_a_wrong_key_of_a_tier_is_refused_with_the_cure(key, words):
    for act in (spec_of, DEFAULT.get, lambda k: DEFAULT.with_value(k, 1.0)):
        with pytest.raises(ParameterError, match=words):
            act(key)


def test_a_refused_value_of_a_tier_changes_nothing_and_names_it():
    with pytest.raises(ParameterError, match=r"Concurrent sequences, tier 2 must be"):
        DEFAULT.with_values({"tier3.accelerator.rent": 1.0, "tier2.deployment.concurrency": -1.0})


def test_a_part_chosen_for_a_tier_fills_that_tier_alone():
    s = catalog.apply(DEFAULT, "accelerator", "mi300x", tier=3)
    assert s.values == DEFAULT.values
    assert s.tiers[0] == {}
    assert s.number("tier3.accelerator.memory") == 192.0
    assert catalog.part_of(s, "tier3.accelerator").id == "mi300x"
    assert catalog.figure(s, "tier3.accelerator.memory") is not None
    assert catalog.figure(s.with_value("tier3.accelerator.memory", 200.0), "tier3.accelerator.memory") is None
    with pytest.raises(ParameterError, match="all tiers share workload"):
        catalog.apply(DEFAULT, "workload", "code-agent", tier=2)


def test_a_tier_is_an_ordinary_scenario_with_its_share_of_the_demand():
    s = small_and_large(**{"routing.share1": 0.75}).annotate("tier2.accelerator.rent", source="quote")
    s = s.annotate("accelerator.rent", source="list")
    large = s.tier(2)
    assert set(large.values) == set(SPECS)
    assert not large.routed
    assert large.number("workload.requests_per_user") == 30 * 0.25
    assert "25 %" in large.annotation("workload.requests_per_user").source
    assert large.annotation("accelerator.rent") == Annotation(source="quote")
    assert s.tier(1).annotation("accelerator.rent") == Annotation(source="list")
    assert DEFAULT.tier(1) is DEFAULT
    with pytest.raises(ParameterError, match="there is no tier 5"):
        s.tier(5)


def test_an_input_of_a_tier_out_of_use_is_said_to_have_no_effect():
    s = small_and_large()
    assert s.inert("tier2.deployment.concurrency") == ""
    assert "tier 3 is not in use" in s.inert("tier3.deployment.concurrency")
    assert s.inert("routing.share1") == ""
    assert "tier 2 is the last in use" in s.inert("routing.share2")


def test_shares_beyond_the_whole_are_cut_and_told():
    s = small_and_large(**{"routing.tiers": 3.0, "routing.share1": 0.9, "routing.share2": 0.4})
    assert s.flows.reach == pytest.approx((0.9, 0.1, 0.0, 0.0))
    assert [text for key, text in s.warnings() if key == "routing.share2"] == [
        "Share of tier 2 is 0.1: earlier tiers leave no more"
    ]


# files -------------------------------------------------------------------------------------------------


def test_what_a_tier_overrides_is_one_line_each_in_a_file():
    s = DEFAULT.with_value("tier2.accelerator.rent", 1.5)
    before, after = (to_bytes(Project((one,))).splitlines() for one in (DEFAULT, s))
    assert [row for row in after if row not in before] == [
        b'        "tier2.accelerator.rent": {"unit": "$/h", "value": 1.5},'
    ]
    assert from_bytes(to_bytes(Project((s,)))).scenario == s


def test_a_child_that_inherits_again_says_so():
    parent = DEFAULT.with_value("tier2.accelerator.rent", 1.5)
    child = parent.child("Child").inheriting("tier2.accelerator.rent")
    raw = json.loads(to_bytes(Project((child,))))["scenarios"][0]
    assert raw["overrides"] == {"tier2.accelerator.rent": {"inherited": True}}
    again = from_bytes(to_bytes(Project((child,)))).scenario
    assert again == child
    assert again.tiers == ()


def test_tiers_of_a_newer_version_are_kept():
    raw = json.loads(to_bytes(Project((DEFAULT,))))
    raw["scenarios"][0]["values"]["tier7.accelerator.rent"] = {"unit": "$/h", "value": 2}
    project = from_bytes(json.dumps(raw).encode())
    assert "tier7.accelerator.rent" in project.report[0]
    assert b"tier7.accelerator.rent" in to_bytes(project)


# equal tiers, empty tiers -------------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.03, 0.37, 0.86, 1.0])
@pytest.mark.parametrize("count", [2.0, 4.0])
def test_equal_tiers_at_any_split_are_one_tier(share, count):
    one = point(DEFAULT)
    split = point(
        DEFAULT.with_values(
            {**FREE, "routing.mode": "router", "routing.tiers": count, "routing.share1": share}
        )
    )
    for key in METRICS.keys() - OF_ROUTING - OF_SIZE - {"routing_saving"}:
        assert same(split.base(key), one.base(key)), key
    nothing = split.base(f"tier{int(count)}_share") == 0.0
    assert nothing or split.base("routing_saving") == pytest.approx(0.0, abs=1e-12)


def test_a_tier_without_requests_vanishes():
    absurd = {"deployment.concurrency": 1.0, "accelerator.rent": 900.0, "precision.weights": "bf16"}
    three = small_and_large(**{"routing.tiers": 3.0, "routing.share1": 0.8, "routing.share2": 0.0})
    three = three.with_tiers([absurd, three.tiers[0]])
    two = small_and_large(**{"routing.share1": 0.8})
    for key in METRICS.keys() - {key for key in METRICS if key.startswith("tier")}:
        assert same(point(three).base(key), point(two).base(key)), key
    assert point(three).base("tier3_cost_share") == point(two).base("tier2_cost_share")


def test_routing_switched_off_leaves_the_first_tier_bit_for_bit():
    s = small_and_large()
    alone = s.with_tiers(()).with_values({"routing.mode": "none", "routing.tiers": 1.0})
    assert point(s.with_value("routing.mode", "none")).same(point(alone))
    assert point(s.with_value("routing.tiers", 1.0)).same(point(alone))


# a service --------------------------------------------------------------------------------------------

SERVICES = {
    "router": small_and_large(),
    "cascade": small_and_large("cascade"),
    "streamed": small_and_large("cascade", **{"routing.shown": "streamed", "routing.escalated1": 0.12}),
    "three": small_and_large(
        **{"routing.tiers": 3.0, "routing.share2": 0.05, "tier3.accelerator.rent": 4.0, "routing.skill": 0.8}
    ),
    "cascade of four": small_and_large(
        "cascade",
        **{"routing.tiers": 4.0, "tier3.deployment.concurrency": 20.0, "tier4.model.quality": 0.95},
    ),
    "subscription": small_and_large(**{"price.scheme": "subscription"}),
}
services = pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)


@services
def test_a_service_costs_what_its_plain_twin_says(service):
    made = point(service)
    assert made.base("cost_rate") == pytest.approx(naive_tiers.cost_rate(service), rel=1e-9)
    assert made.base("quality") == pytest.approx(naive_tiers.quality(service), abs=2e-4)
    shares = [made.base(f"tier{n}_cost_share") for n in range(1, 5)]
    choosing = made.base("routing_rate") / made.base("cost_rate")
    assert sum(shares) + choosing == pytest.approx(1.0, rel=1e-12)


@services
def test_flows_of_kernel_scenario_and_twin_agree(service):
    made, (reach, answers) = point(service), naive_tiers.shares(service)
    for name, expected, told in (
        ("share", reach, service.flows.reach),
        ("answers", answers, service.flows.answers),
    ):
        found = [made.base(f"tier{n}_{name}") for n in range(1, 5)]
        assert found == pytest.approx([*expected, *[0.0] * (4 - len(expected))], abs=1e-15)
        assert found == pytest.approx(told, abs=1e-15)
    assert sum(service.flows.answers) == pytest.approx(1.0, rel=1e-15)


@services
def test_tokens_of_a_service_add_up_to_its_request(service):
    made, w = point(service), "workload."
    tokens, cached = service.number(w + "input_tokens"), service.number(w + "cached_share")
    parts = (
        tokens * (1 - cached) * made.base("cost_per_input_token")
        + tokens * cached * made.base("cost_per_cached_token")
        + service.number(w + "output_tokens") * made.base("cost_per_output_token")
    )
    assert parts == pytest.approx(made.base("cost_per_request"), rel=1e-9)


@services
def test_layers_of_a_service_add_up_to_its_cost(service):
    made = point(service)
    layers = sum(made.base(f"layer_{layer}") for layer in LAYERS)
    assert layers == pytest.approx(made.base("cost_rate"), rel=1e-9)


@services
def test_every_figure_of_a_service_recomputes_from_its_tiers(service):
    made, seen = point(service), set()
    waiting = list(explain_all(made, service).values())
    told, judged = {node.key for node in waiting if node.children}, {}
    while waiting:
        node = waiting.pop()
        if id(node) in judged:
            continue
        judged[id(node)] = node
        waiting += node.children
        seen.add(split(node.key)[0] if "." in node.key else 0)
        if node.expression:
            assert recompute(node) == pytest.approx(node.value, rel=1e-9, abs=1e-30), (node.key, node.tier)
    assert seen >= {1, 2}
    assert told >= {"cost_rate", "cost_per_request", "ttft_p95", "power", "utilization", "quality"}


def test_an_explained_input_of_a_tier_leads_to_that_tier():
    waiting, found = [explain(point(SERVICES["router"]), SERVICES["router"], "cost_rate")], set()
    while waiting:
        node = waiting.pop()
        waiting += node.children
        if node.kind == "input":
            found.add(node.input_key)
    assert {"accelerator.rent", "tier2.accelerator.rent", "routing.router_cost"} <= found
    assert "tier2.workload.users" not in found


def test_latencies_of_a_router_are_a_mixture_of_those_of_its_tiers():
    service = SERVICES["three"].with_value("routing.router_latency", 0.0)
    made, tiers = point(service), tier_points(service)
    for name in ("ttft", "tpot", "e2e"):
        figures = [
            (share, {which: tier.base(f"{name}_{which}") for which in naive_tiers.NODES})
            for share, tier in zip(service.flows.answers, tiers, strict=False)
        ]
        for which in naive_tiers.NODES:
            wanted = naive_tiers.mixed(figures, which)
            assert made.base(f"{name}_{which}") == pytest.approx(wanted, rel=2e-3), (name, which)
    slower = point(service.with_value("routing.router_latency", 300.0))
    assert slower.base("ttft_p95") == pytest.approx(made.base("ttft_p95") + 0.3, rel=2e-2)
    assert slower.base("tpot_p95") == made.base("tpot_p95")


def test_tails_of_a_mixture_follow_the_logistic_curve():
    room = np.zeros(ROOM)
    room[mixture.ANSWERS, 0] = 1.0
    room[mixture.LOGS, 0], room[mixture.LOGS + 1, 0], room[mixture.LOGS + 2, 0] = 0.0, 1.6448536, 2.3263479
    mixture.prepare_family(room, 0)
    for at in np.linspace(-9.0, 9.0, 3001):
        found = mixture.beyond(room, at)
        curve = 1.0 / (1.0 + math.exp(1.5976 * at + 0.070565998 * at**3))
        slope = curve * (1.0 - curve) * (1.5976 + 3 * 0.070565998 * at**2)
        assert found.share == pytest.approx(curve, abs=4e-9)
        assert found.slope == pytest.approx(slope, abs=1e-6)


@pytest.mark.parametrize("key", ["tier2.finance.life", "tier2.finance.supply", "tier2.finance.residual"])
def test_years_ahead_of_tiers_are_their_own_where_they_differ(key):
    same = small_and_large("router").with_value("finance.supply", "own")
    value = {"life": 10.0, "supply": "rent", "residual": 0.4}[key.rpartition(".")[2]]
    for service in (same, same.with_value(key, value)):
        made, tiers = point(service), tier_points(service)
        share = np.array(service.flows.reach) / sum(service.flows.reach)
        for name in ("sold_years", "level_years", "capital_share", "cost_trend", "deployment_factor"):
            wanted = sum(part * tier.base(name) for part, tier in zip(share, tiers, strict=False))
            assert made.base(name) == pytest.approx(wanted, rel=1e-12), name
        alike = tiers[0].base("capital_share") == tiers[1].base("capital_share")
        assert alike is (service is same or key.endswith("supply"))


def test_formulas_of_a_service_are_those_declared():
    stale = "renew it by python -m resources.tools.build_formulas"
    assert build_formulas.FILE.read_text("utf-8") == build_formulas.text(), stale


def test_an_escalated_request_waits_for_every_answer_before():
    judged, streamed = (
        point(small_and_large("cascade", **{"routing.shown": how, "routing.escalated1": 1.0}))
        for how in ("judged", "streamed")
    )
    service = small_and_large("cascade", **{"routing.escalated1": 1.0})
    small, large = tier_points(service)
    wait = small.base("e2e_mean") + 0.05
    assert judged.base("ttft_mean") == pytest.approx(wait + large.base("ttft_mean"), rel=1e-12)
    assert judged.base("e2e_mean") == pytest.approx(wait + large.base("e2e_mean"), rel=1e-12)
    assert streamed.base("e2e_p95") == judged.base("e2e_p95")
    assert streamed.base("ttft_p95") == pytest.approx(small.base("ttft_p95"), rel=1e-9)
    assert judged.base("e2e_p95") > large.base("e2e_p95") + small.base("e2e_p50")


def test_cost_and_quality_rise_with_escalation():
    escalated = line(small_and_large("cascade"), Axis.over("routing.escalated1", 0.0, 1.0, 41, log=False))
    assert np.all(np.diff(escalated.metrics["cost_per_request"]) > 0.0)
    assert np.all(np.diff(escalated.metrics["quality"]) > -1e-12)
    assert escalated.metrics["calls_per_request"] == pytest.approx(1.0 + escalated.x.values)


def test_an_axis_of_tier_one_moves_its_heirs_and_an_axis_of_a_tier_that_tier():
    service = SERVICES["three"]
    for key in ("accelerator.rent", "tier2.accelerator.rent", "tier3.accelerator.rent", "routing.share1"):
        axis = Axis.soft(key, 5)
        swept = line(service, axis)
        for i in (0, 2, 4):
            there = point(service.with_value(key, float(axis.values[i])))
            assert there.metrics[0].tobytes() == swept.metrics[i].tobytes(), key
    whole = surface(service, Axis.soft("tier2.deployment.concurrency", 4), Axis.soft("routing.share1", 3))
    there = point(
        service.with_values({whole.x.key: float(whole.x.values[1]), whole.y.key: float(whole.y.values[2])})
    )
    assert there.metrics[0].tobytes() == whole.metrics[2, 1].tobytes()


def test_rows_of_tiers_are_evaluated_as_the_scenario_is():
    records = np.stack([service.to_records() for service in SERVICES.values()])
    made = points(records)
    for row, service in zip(made, SERVICES.values(), strict=True):
        assert row.tobytes() == point(service).metrics[0].tobytes()


@pytest.mark.parametrize("tier", [1, 2])
def test_a_service_is_stopped_by_its_tier_and_says_which(tier):
    key = "model.dense_parameters" if tier == 1 else "tier2.model.dense_parameters"
    stopped = small_and_large(**{key: 4000.0})
    made = point(stopped)
    assert (made.feasible, made.binding, made.base("binding_tier")) == (False, 1, tier)
    assert math.isnan(made.base("cost_per_request"))
    assert math.isnan(made.base("profit_rate"))
    assert made.base("request_rate") == pytest.approx(point(DEFAULT).base("request_rate"))
    assert cause(stopped, made).text.startswith(f"Tier {tier}: Weights alone")


def test_the_floor_of_quality_stops_a_service_and_is_cured_by_the_split():
    service = small_and_large(**{"routing.quality_floor": 0.8})
    made = point(service)
    assert (made.feasible, made.binding) == (False, 6)
    assert "the floor is 80 %" in cause(service, made).text
    offered = cures(service)
    assert any("routing.share1" in dict(cure.changes) for cure in offered)
    assert all(point(service.with_values(dict(cure.changes))).feasible for cure in offered)
    alone = DEFAULT.with_value("routing.quality_floor", 0.9)
    assert point(alone).binding == 6


# the best split -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["router", "cascade"])
@pytest.mark.parametrize("floor", [0.72, 0.8, 0.86])
def test_the_best_split_meets_the_floor_and_no_other_is_cheaper(mode, floor):
    service = small_and_large(mode, **{"routing.quality_floor": floor, "limits.ttft": 1000.0})
    found = best_split(service)
    made = point(service.with_values(dict(found.changes)))
    assert found.enough
    assert made.base("quality") >= floor - 1e-9
    assert made.base("cost_per_request") == pytest.approx(found.cost, rel=1e-6)
    key = "routing.share1" if mode == "router" else "routing.escalated1"
    swept = line(service, Axis.over(key, 0.0, 1.0, 201, log=False)).metrics
    cheapest = swept["cost_per_request"][swept["quality"] >= floor].min()
    assert found.cost <= cheapest * (1 + 1e-9)


@pytest.mark.parametrize("seed", range(12))
def test_the_best_cuts_of_four_tiers_beat_ten_thousand_others(seed):
    rng = np.random.default_rng(seed)
    tiers = Tiers(
        tuple(np.sort(rng.uniform(1e-4, 1e-1, 4))),
        tuple(np.sort(rng.uniform(0.3, 0.98, 4))),
        rng.uniform(),
        rng.uniform(0.0, 1e-3),
        rng.choice([0.0, 0.05]),
        bool(seed % 2),
    )
    floor = tiers.quality((0.0, 0.0, 0.0)) - rng.uniform(0.0, 0.2)
    found = best_cuts(tiers, floor)
    assert tiers.quality(found) >= floor - 1e-8
    others = np.sort(rng.uniform(size=(10_000, 3)), axis=1)
    enough = [tiers.cost(cuts) for cuts in others if tiers.quality(cuts) >= floor]
    assert tiers.cost(found) <= min(enough, default=math.inf) + 1e-12


def test_where_no_split_is_good_enough_the_best_one_is_told_as_such():
    service = small_and_large(**{"routing.quality_floor": 0.99})
    found = best_split(service)
    assert not found.enough
    assert found.quality == pytest.approx(service.number("tier2.model.quality"))
    assert best_split(DEFAULT) is None


def test_dear_errors_send_requests_to_the_better_tier():
    cheap, dear = (best_split(small_and_large(**{"value.error_cost": cost})) for cost in (0.0, 5.0))
    assert cheap.answers[0] == 1.0
    assert dear.answers[0] < 1.0
    assert dear.quality > cheap.quality


# golden and published ---------------------------------------------------------------------------------


def test_quality_of_a_hand_worked_service():
    """60 % to a model good for 0.5 of all, the rest to one good for 0.8; skill a half.

    Blind: 0.6 * 0.5 + 0.4 * 0.8 = 0.62. Easiest first: 0.5 of the first 0.6, then 0.8 - 0.6 = 0.2 of the
    rest, 0.7 together. Half of both is 0.66; the first tier alone is 0.5 * (0.5 / 0.6) + 0.5 * 0.5 = 2/3.
    """
    made = point(
        small_and_large(
            **{
                "routing.share1": 0.6, "routing.skill": 0.5, "model.quality": 0.5,
                "tier2.model.quality": 0.8,
            }
        )
    )  # fmt: skip
    assert made.base("quality") == pytest.approx(0.66, rel=1e-12)
    assert made.base("tier1_quality") == pytest.approx(2.0 / 3.0, rel=1e-12)


def test_cost_of_a_hand_worked_cascade():
    """Tiers of 1 and 9 dollars an hour an accelerator, alike otherwise; 0.2 passed on, a judge for free.

    c = k (1 + 0.2 * 9) = 2.8 k, and the saving against all at 9 k is 1 - 2.8 / 9.
    """
    base = DEFAULT.with_values({**FREE, **EASY, "accelerator.rent": 1.0, "finance.software": 0.0})
    cascade = base.with_values(
        {
            "routing.mode": "cascade", "routing.tiers": 2.0, "routing.escalated1": 0.2,
            "tier2.accelerator.rent": 9.0,
        }
    )  # fmt: skip
    made = point(cascade)
    assert made.base("cost_per_request") == pytest.approx(2.8 * point(base).base("cost_per_request"))
    assert made.base("routing_saving") == pytest.approx(1.0 - 2.8 / 9.0, rel=1e-9)
    assert made.base("tier2_cost_share") == pytest.approx(1.8 / 2.8, rel=1e-9)


@pytest.mark.shared
@pytest.mark.skipif(not ANCHORS.exists(), reason="the reference library is not beside the checkout")
def test_saving_of_routellm_is_reproduced():
    anchors = json.loads(ANCHORS.read_text("utf-8"))
    anchor = next(one for one in anchors if one["id"] == "routellm")
    ratio, strong = anchor["inputs"]["price_ratio"], anchor["inputs"]["strong"]
    made = point(
        DEFAULT.with_values(
            {
                **FREE, "routing.mode": "router", "routing.tiers": 2.0, "routing.share1": 1.0 - strong,
                "finance.software": 0.0, "accelerator.rent": 0.1, "tier2.accelerator.rent": 0.1 * ratio,
            }
        )
    )  # fmt: skip
    assert made.base("routing_saving") == pytest.approx(anchor["value"], rel=anchor["rel_tol"])
    assert made.base("routing_saving") == pytest.approx(0.8514, rel=1e-9)


# declarations -------------------------------------------------------------------------------------------


@each("metric", METRICS.values())
def test_every_metric_says_in_a_known_way_how_tiers_add_up(metric):
    assert metric.across in ACROSS
    if metric.across == "formula":
        assert metric.formula
    if metric.across == "mixture":
        assert metric.key.rpartition("_")[2] in {"p50", "p95", "p99"}


def test_formulas_of_a_service_name_only_what_all_tiers_share():
    from engine.explain import names

    # Taxes are the company's: those of the first tier hold for all.
    for key, metric in METRICS.items():
        if metric.across == "formula" and key not in {"tax", "npv"}:
            own = {name for name in names(metric.formula) if name.partition(".")[0] in PER_TIER}
            assert own == set(), f"{key} reads inputs that differ by tier; say how it adds up otherwise"


@pytest.mark.parametrize("lonely", [1, 2])
def test_what_one_tier_has_no_figure_of_the_worst_of_all_has_none_of(lonely):
    """One replica and no spare: a failure leaves nothing to carry the load, whichever tier it is."""
    s = small_and_large(
        **{"workload.users": 1e5, "reliability.redundancy": "count", "reliability.spares": 0.0}
    )
    few = s.with_values({"deployment.load": "replicas", "deployment.replicas": 50.0,
                         "tier2.deployment.load": "replicas", "tier2.deployment.replicas": 50.0})  # fmt: skip
    key = "deployment.replicas" if lonely == 1 else "tier2.deployment.replicas"
    alone = few.with_values({"tier2.deployment.replicas": 50.0, key: 1.0})
    told = [one.base("load_one_down") for one in tier_points(alone)]
    assert [math.isnan(one) for one in told] == [lonely == 1, lonely == 2]
    assert math.isnan(point(alone).base("load_one_down"))


def test_a_tier_that_meets_its_limit_at_no_load_stops_the_service_by_name():
    s = small_and_large(**{"deployment.load": "goodput", "limits.ttft": 0.02})
    here = point(s)
    assert not here.feasible
    assert here.binding == 2
    assert math.isnan(here.base("cost_rate"))
    assert cause(s, here).text == "Tier 1: TTFT p95 is above its limit of 0.02 s however few requests come"
