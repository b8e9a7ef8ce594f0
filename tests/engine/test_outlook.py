"""The years ahead: theory 6.2 and 6.3 recomputed through the engine, first year equal to the point."""

import dataclasses
import math

import numpy as np
import pytest

from engine.drivers import point
from engine.errors import IsocostError
from engine.files import builtin_names, resolve
from engine.outlook import effects, fan, outlook
from engine.outlook.evaluation import Factors, moved_by
from engine.outlook.fan import elasticities
from engine.outlook.layers import LAYERS, dollars, mix, prices
from engine.outlook.paths import (
    age_at_start,
    ages,
    crossing,
    cumulative_at_start,
    learned,
    orders,
    own_silicon_share,
    price_at_margin,
    repaid,
    triangle_quantile,
)
from engine.outlook.toggles import LINES, moved
from engine.parameters import SPECS
from engine.scenario import DEFAULT
from engine.units import YEAR

#: Suppliers as they are, so that cost falls by the trends alone.
STILL = {
    "industry.own_silicon_start": 0.2, "industry.own_silicon_end": 0.2,
    "industry.alternatives_start": 0.1, "industry.alternatives_end": 0.1,
    **{f"industry.learning_{layer}": 0.0 for layer in ("logic", "memory", "optics", "switches")},
}  # fmt: skip
#: Cost times 0.3 and demand up by a quarter each year for six years: the table of theory 6.2.
TABLE = DEFAULT.with_values({
    **STILL, "finance.supply": "rent", "finance.software": 0.0, "outlook.rent_change": -0.7,
    "outlook.software_gain": 0.0, "outlook.model_gain": 0.0, "outlook.demand_growth": 0.25,
    "outlook.pass_through": 1.0, "outlook.years": 6.0,
})  # fmt: skip
OWNED = DEFAULT.with_value("finance.supply", "own")
AHEAD = ("outlook", "industry", "thesis", "training")


@pytest.mark.parametrize(("elasticity", "times"), [(0.5, 0.10), (0.9, 1.85), (1.11, 8.4), (1.5, 141.0)])
def test_spend_on_machines_follows_the_published_table_over_elasticity(elasticity, times):
    path = outlook(TABLE, elasticity)
    assert path.spend[-1] / path.spend[0] == pytest.approx(times, rel=0.04)
    exact = 1.25**6 * 0.3 ** (6 * (1 - elasticity))
    assert path.spend[-1] / path.spend[0] == pytest.approx(exact, rel=1e-9)


def test_orders_fall_by_three_quarters_when_growth_of_need_stops():
    need = [1.6**t for t in range(5)] + [1.6**4]
    installed, ordered = orders(need, retirement=0.2, past_growth=0.6)
    assert ordered[4] / need[3] == pytest.approx(0.8)
    assert ordered[5] / need[4] == pytest.approx(0.2)
    # From (g + d) K to d K of the same capacity.
    assert 1.0 - (ordered[5] / need[4]) / (ordered[4] / need[3]) == pytest.approx(0.75)
    assert np.allclose(installed, need)


def test_a_pause_takes_orders_to_replacement_through_the_whole_path():
    s = OWNED.with_values({"outlook.pause_year": 2029.0, "outlook.pause_years": 1.0})
    path = outlook(s)
    at = int(np.flatnonzero(path.years == 2029.0)[0])
    assert path.need[at] == pytest.approx(path.need[at - 1])
    assert path.ordered[at] == pytest.approx(0.2 * path.need[at])
    assert path.volume[at] > path.volume[at - 1]


def test_a_market_that_gains_more_than_all_of_a_cost_leaves_a_price_of_next_to_nothing(monkeypatch):
    monkeypatch.setattr("engine.outlook.years._market_over_own", lambda *_: -0.2)
    path = outlook(DEFAULT)
    assert np.isrealobj(path.volume)
    assert np.all(path.price[1:] >= 0.0)
    assert np.all(path.price[1:] < 1e-3 * path.price[0])


@pytest.mark.parametrize("name", builtin_names())
def test_first_year_is_the_point_itself(name):
    s = resolve(name).scenario
    path, here = outlook(s), point(moved(s))
    assert path.points[0].same(here)
    assert path.cost[0] == path.cost_new[0] == here.base("cost_per_request")
    assert path.price[0] == here.base("price_per_request")
    assert path.margin[0] == pytest.approx(here.base("gross_margin"), abs=1e-12)
    assert path.revenue[0] == pytest.approx(here.base("revenue_rate") * YEAR, rel=1e-12)
    assert path.spend[0] == pytest.approx(here.base("cost_rate") * YEAR, rel=1e-12)
    assert path.need[0] == path.installed[0] == here.base("accelerators")


#: Two tiers behind a router, the second on a machine of its own.
ROUTED = OWNED.with_values({
    "routing.mode": "router", "routing.tiers": 2.0, "routing.share1": 0.5,
    "tier2.accelerator.price": 60_000.0, "tier2.deployment.concurrency": 24.0,
})  # fmt: skip


@pytest.mark.parametrize("supply", ["own", "rent", "mixed", "api"])
def test_every_supply_begins_at_its_point_and_follows_the_trend(supply):
    s = DEFAULT.with_values({**STILL, "finance.supply": supply, "outlook.rent_change": -0.3,
                             "outlook.power_decline": 0.3, "outlook.site_price_growth": 0.0})  # fmt: skip
    path, here = outlook(s), point(s)
    assert path.points[0].same(here)
    assert path.cost[0] == here.base("cost_per_request")
    assert path.cost_new[3] / path.cost_new[0] == pytest.approx((0.7 * 0.35) ** 3, rel=1e-6)
    assert path.price[3] / path.price[0] == pytest.approx((0.7 * 0.35) ** 3, rel=1e-6)
    aged = supply in {"own", "mixed"}
    assert (path.cost[3] > path.cost_new[3] * (1 + 1e-9)) == aged
    assert (path.orders_spend[0] > 0.0) == (supply != "api")
    assert len(effects(s, path)) == len(LINES)


@pytest.mark.parametrize("key", ["rented", "owned", "routed", "replicas"])
def test_a_year_opened_as_a_scenario_gives_that_year_s_figures(key):
    s = {"rented": DEFAULT, "owned": OWNED, "routed": ROUTED,
         "replicas": DEFAULT.with_value("deployment.load", "replicas")}[key]  # fmt: skip
    path = outlook(s.with_values({"outlook.years": 3.0, "thesis.margin": "yes", "outlook.platform_fee": 0.1}))
    made = path.scenario_of(2)
    assert made.parent is path.effective
    assert made.number("outlook.start_year") == 2028.0
    here = point(made)
    rel = 0.02 if key == "replicas" else 1e-9
    assert here.base("cost_per_request") == pytest.approx(path.cost_new[2], rel=rel)
    assert here.base("price_per_request") == pytest.approx(path.price[2], rel=1e-9)
    assert path.scenario_of(0) is path.scenario


def test_a_mixed_fleet_ages_less_than_an_owned_one():
    own, mixed = (
        outlook(DEFAULT.with_values({"finance.supply": supply, "outlook.rent_change": -0.3}))
        for supply in ("own", "mixed")
    )
    assert 1.0 < mixed.cost[3] / mixed.cost_new[3] < own.cost[3] / own.cost_new[3]


def test_tiers_age_and_cheapen_together():
    path, here = outlook(ROUTED), point(ROUTED)
    assert path.points[0].same(here)
    flat = {
        **STILL, "finance.software": 0.0, "outlook.power_decline": 0.3, "outlook.site_price_growth": 0.0,
        "routing.router_cost": 0.0,
    }  # fmt: skip
    still = outlook(ROUTED.with_values(flat))
    assert still.cost_new[2] / still.cost_new[0] == pytest.approx((0.7 * 0.35) ** 2, rel=1e-6)
    whole = dollars(ROUTED, here)
    each = [(point(ROUTED.tier(n)), dollars(ROUTED.tier(n), point(ROUTED.tier(n)))) for n in (1, 2)]
    count = [p.base("accelerators") for p, _ in each]
    for layer in LAYERS:
        mean = sum(n * made[layer.key] for n, (_, made) in zip(count, each, strict=True)) / sum(count)
        assert whole[layer.key] == pytest.approx(mean)


@pytest.mark.parametrize("s", [DEFAULT, OWNED, ROUTED], ids=["rented", "owned", "routed"])
def test_layers_add_up_to_the_orders_and_none_is_negative(s):
    path = outlook(s)
    total = sum(path.layers[layer.key] for layer in LAYERS)
    assert np.allclose(total, path.orders_spend, rtol=1e-12)
    for values in path.layers.values():
        assert (values >= 0.0).all()


def test_an_owned_fleet_pays_for_its_age():
    path = outlook(OWNED)
    assert (path.cost[1:] > path.cost_new[1:]).all()
    young = outlook(OWNED.with_values({
        **STILL, "outlook.hardware_decline": 0.0, "outlook.power_decline": 0.0,
        "outlook.site_price_growth": 0.0, "finance.life": 8.0,
    }))  # fmt: skip
    assert np.allclose(young.cost, young.cost_new, rtol=1e-9)


def test_cost_of_an_aged_fleet_by_hand():
    """Two years: half of the price of machines, no other change, a fifth retired, need doubled."""
    s = OWNED.with_values({
        **STILL, "outlook.years": 1.0, "outlook.hardware_decline": 0.5, "outlook.power_decline": 0.0,
        "outlook.site_price_growth": 0.0, "outlook.software_gain": 0.0, "outlook.model_gain": 0.0,
        "outlook.demand_growth": 1.0, "outlook.elasticity": 0.0, "finance.software": 0.0,
    })  # fmt: skip
    path, here = outlook(s), point(s)
    each = here.base("accelerators") / here.base("request_rate")
    site = (here.base("facility_rate") + here.base("energy_rate")) * each
    machine = (here.base("capital_rate") + here.base("operations_rate")) * each
    # Need 2: 0.8 old at the old price, 1.2 new at half of it.
    assert path.ordered[1] / path.need[0] == pytest.approx(1.2)
    assert path.cost[1] == pytest.approx(site + machine * (0.8 + 1.2 * 0.5) / 2.0, rel=1e-9)
    assert path.age[1] == pytest.approx(0.8 * 2.0 / 2.0)


def test_closed_form_of_a_year_agrees_with_the_path():
    s = DEFAULT.with_values({**STILL, "finance.software": 0.0})
    path, here = outlook(s), point(s)
    assert path.cost_new[1] / path.cost_new[0] == pytest.approx(here.base("cost_trend"), rel=1e-9)
    assert path.price[1] / path.price[0] == pytest.approx(here.base("price_trend"), rel=1e-9)
    assert path.volume[1] / path.volume[0] == pytest.approx(here.base("use_trend"), rel=1e-9)
    assert path.spend[1] / path.spend[0] == pytest.approx(here.base("machine_spend_trend"), rel=1e-9)


@pytest.mark.parametrize("through", [0.7, 1.0])
def test_efficiency_grows_spend_exactly_above_the_jevons_threshold(through):
    base = TABLE.with_values({"outlook.pass_through": through, "outlook.rent_change": -0.15})
    threshold = outlook(base).jevons
    assert threshold == pytest.approx(1.0 / through) == pytest.approx(point(base).base("jevons_threshold"))
    for elasticity, sign in ((threshold - 0.05, -1), (threshold, 0), (threshold + 0.05, 1)):
        less, more = (
            outlook(base.with_value("outlook.software_gain", gain), elasticity).spend[-1]
            for gain in (0.2, 0.4)
        )
        assert (0 if math.isclose(less, more, rel_tol=1e-9) else np.sign(more - less)) == sign


def test_price_falls_ten_times_a_year_as_a16z_published():
    s = DEFAULT.with_values({
        "outlook.price_path": "set", "outlook.price_factor": (0.06 / 60) ** (1 / 3), "outlook.years": 3.0,
    })  # fmt: skip
    path = outlook(s)
    assert path.price[0] / path.price[1] == pytest.approx(10.0, rel=0.01)
    assert 60.0 * path.price[3] / path.price[0] == pytest.approx(0.06, rel=0.01)


def test_default_elasticity_lies_about_the_published_one():
    assert float(SPECS["outlook.elasticity"].default) == pytest.approx(1.11, rel=0.5)


def test_inference_overtakes_training_in_2025_with_deloittes_shares():
    shares = {2023.0: 1 / 3, 2025.0: 1 / 2, 2026.0: 2 / 3}
    years = np.array(list(shares))
    lead = np.array([share / (1 - share) for share in shares.values()])
    assert crossing(years, lead, np.ones(3)) == pytest.approx(2025.0)
    base = DEFAULT.with_values(
        {"outlook.start_year": 2023.0, "training.inference_share": 1 / 3, "outlook.years": 3.0, **STILL}
    )
    free = outlook(base.with_value("training.growth", 0.0))
    growth = free.inference[1] / free.inference[0]
    # Half in 2025 from a third in 2023: inference must gain a factor of the root of two a year.
    path = outlook(base.with_value("training.growth", growth / math.sqrt(2) - 1))
    assert path.inference_share[0] == pytest.approx(1 / 3)
    assert path.inference_share[2] == pytest.approx(1 / 2, rel=0.1)
    assert path.crossover == pytest.approx(2025.0, abs=0.1)


def test_serving_equals_training_after_eleven_trillion_tokens():
    here = point(DEFAULT)
    assert here.base("parity_tokens") == pytest.approx(11.25e12)
    even = point(DEFAULT.with_value("training.inference_utilization", 0.4))
    assert even.base("parity_tokens") == pytest.approx(45e12)
    rate = here.base("parity_tokens") / here.base("parity_time")
    a_trillion_a_day = here.base("parity_tokens") / 1e12
    assert a_trillion_a_day == pytest.approx(11.0, rel=0.03)
    w = [DEFAULT.number(f"workload.{side}_tokens") for side in ("input", "output")]
    assert rate == pytest.approx(here.base("request_rate") * sum(w))


def test_steady_share_of_inference_is_its_bill_over_both():
    s = DEFAULT.with_values({"training.basis": "bill", "training.bill": 3e6, "training.life": 2.0})
    path, here = outlook(s), point(s)
    yearly = path.inference[0]
    assert path.inference_share[0] == pytest.approx(yearly / (yearly + 1.5e6))
    assert here.base("inference_compute_share") == pytest.approx(path.inference_share[0])
    assert path.training_due == 3e6


def test_training_is_repaid_when_the_integral_of_serving_reaches_it():
    years = np.arange(2026.0, 2030.0)
    assert repaid(years, np.full(4, 2.0), 5.0) == pytest.approx(2028.5)
    growing = np.exp(np.arange(4.0))
    assert repaid(years, growing, math.e - 1.0) == pytest.approx(2027.0)
    assert math.isnan(repaid(years, np.full(4, 2.0), 7.0))


def test_crossing_follows_the_lead_back_and_is_not_invented():
    years = np.arange(2026.0, 2029.0)
    assert crossing(years, np.array([2.0, 4.0, 8.0]), np.ones(3)) == pytest.approx(2025.0)
    assert math.isnan(crossing(years, np.array([2.0, 1.5, 1.2]), np.ones(3)))
    assert math.isnan(crossing(years, np.array([0.5, 0.6, 0.7]), np.ones(3)))
    assert crossing(years, np.array([0.5, 2.0, 8.0]), np.ones(3)) == pytest.approx(2026.5)


def test_triangle_quantiles_are_those_of_the_triangle():
    draw = np.random.default_rng(3).triangular(0.6, 1.1, 1.8, 200_000)
    for q in (0.1, 0.5, 0.9):
        assert triangle_quantile(q, 0.6, 1.1, 1.8) == pytest.approx(np.quantile(draw, q), abs=0.01)
    assert triangle_quantile(0.0, 0.6, 1.1, 1.8) == 0.6
    assert triangle_quantile(1.0, 0.6, 1.1, 1.8) == pytest.approx(1.8)
    assert triangle_quantile(0.5, 1.0, 1.0, 1.0) == 1.0


def test_own_silicon_passes_through_its_published_shares():
    for steepness in (0.05, 0.8, 5.0):
        assert own_silicon_share(2024.0, 0.15, 0.4, steepness) == pytest.approx(0.15)
        assert own_silicon_share(2030.0, 0.15, 0.4, steepness) == pytest.approx(0.4)
        assert own_silicon_share(2027.0, 0.15, 0.4, steepness) == pytest.approx(0.275)
    course = [own_silicon_share(year, 0.15, 0.4, 0.8) for year in range(2015, 2045)]
    assert course == sorted(course)
    assert 0.0 <= course[0] <= course[-1] <= 1.0


def test_a_doubling_of_volume_takes_the_learning_rate_off_the_price():
    assert learned(2.0, 0.2) == pytest.approx(0.8)
    assert learned(8.0, 0.1) == pytest.approx(0.9**3)
    assert learned(1.0, 0.3) == 1.0


#: The all-in dollar of theory 6.1 by layer.
DOLLAR = {
    "leader": 0.285, "alternatives": 0.0, "design": 0.0, "inhouse": 0.0, "logic": 0.028, "memory": 0.033,
    "packaging": 0.044, "cpu": 0.03, "server": 0.02, "scale_up": 0.03, "switches": 0.03, "nics": 0.025,
    "copper": 0.025, "optics": 0.02, "storage": 0.014, "power": 0.21, "cooling": 0.10, "building": 0.106,
}  # fmt: skip


def test_first_year_dollar_is_the_chain_s_own_split():
    here = point(OWNED)
    made = dollars(OWNED, here)
    machine = sum(made[layer.key] for layer in LAYERS if not layer.site)
    assert machine * here.base("accelerators") == pytest.approx(here.base("capex"))
    for layer in LAYERS:
        if layer.chain and not layer.site:
            ratio = here.base(f"layer_{layer.chain}") / here.base("layer_logic")
            assert made[layer.key] / made["logic"] == pytest.approx(ratio)
    watts = max(OWNED.number("accelerator.system_power"), OWNED.number("accelerator.tdp"))
    watts += here.base("fabric_power")
    site = made["power"] + made["cooling"] + made["building"]
    assert site == pytest.approx(OWNED.number("chain.construction") * watts)


@pytest.mark.parametrize(
    "with_whom", [{"silicon.partner_margin": 0.5}, {"partner.who": "chosen", "partner.margin": 0.0}]
)
def test_own_silicon_is_not_sold_by_a_merchant(with_whom):
    s = OWNED.with_values(with_whom)
    path = outlook(s)
    assert (path.layers["leader"] == 0.0).all()
    assert (path.layers["design"] + path.layers["inhouse"] > 0.0).all()
    assert np.allclose(path.price / path.price[0], path.cost_new / path.cost_new[0])


def test_margin_of_half_sells_an_accelerator_at_six_tenths():
    assert price_at_margin(0.5, 0.7) == pytest.approx(0.6)
    assert sum(DOLLAR.values()) == pytest.approx(1.0, abs=1e-12)
    s = DEFAULT.with_values({
        "industry.own_silicon_start": 0.0, "industry.own_silicon_end": 0.0,
        "industry.alternatives_start": 0.0, "industry.alternatives_end": 0.0,
        "industry.commodity": "yes", "industry.commodity_year": 2026.0,
    })  # fmt: skip
    now = prices(s, DOLLAR, mix(s, 2026.0, 0.0), 0.0, 0.0, 1.0, 1.0)
    assert now.accelerator == pytest.approx(0.6)
    assert now.switches == pytest.approx(0.36 / 0.5)
    # Theory 6.1: 15.6 % off the whole dollar by arithmetic; switches come on top here.
    assert 1.0 - sum(now.layers.values()) == pytest.approx(0.156 + 0.03 * 0.28)


def test_learning_within_the_trend_leaves_the_machine_price_alone():
    s = DEFAULT
    who = mix(s, 2026.0, 0.0)
    first, later = (prices(s, DOLLAR, who, 0.0, 0.0, volume, 1.0) for volume in (1.0, 40.0))
    assert later.merchant == pytest.approx(first.merchant, rel=1e-12)
    assert (
        later.layers["optics"] / first.layers["optics"] < later.layers["logic"] / first.layers["logic"] < 1.1
    )
    added = s.with_value("industry.learning", "added")
    assert prices(added, DOLLAR, who, 0.0, 0.0, 40.0, 1.0).merchant < first.merchant


def test_cumulative_volume_and_age_of_a_fleet_after_steady_growth():
    growth, retirement = 0.6, 0.2
    fleet, made, age = 1.0, 0.0, 0.0
    for _ in range(40):
        bought = fleet * (1 + growth) - fleet * (1 - retirement)
        age = fleet * (1 - retirement) * (age + 1.0) / (fleet * (1 + growth))
        fleet *= 1 + growth
        made += bought
    assert cumulative_at_start(growth, retirement) == pytest.approx(made / fleet, rel=1e-3)
    assert age_at_start(growth, retirement) == pytest.approx(age)
    assert cumulative_at_start(0.0, 0.2) == pytest.approx(4.0)
    assert ages(np.array([1.0, 1.0]), np.array([0.5, 0.2]), 1.0)[1] == pytest.approx(1.6)


def test_links_that_turn_optical_move_revenue_from_copper_to_optics():
    s = DEFAULT.with_values({**STILL, "network.copper_share": 0.5})
    turned = s.with_values({"industry.media_shift": 0.2})
    back = s.with_values({"industry.media_shift": -0.2})
    plain, more, less = (outlook(x).layers for x in (s, turned, back))
    assert more["copper"][-1] / more["copper"][0] < plain["copper"][-1] / plain["copper"][0]
    assert more["optics"][-1] / more["optics"][0] > plain["optics"][-1] / plain["optics"][0]
    assert less["optics"][-1] / less["optics"][0] < plain["optics"][-1] / plain["optics"][0]


def test_an_old_machine_is_stranded_when_its_work_earns_less_than_it_costs_to_run():
    s = OWNED.with_values({
        **STILL, "outlook.software_gain": 0.0, "outlook.model_gain": 0.0, "outlook.price_path": "set",
        "outlook.price_factor": 0.5, "outlook.site_price_growth": 0.0, "outlook.years": 12.0,
    })  # fmt: skip
    here, path = point(s), outlook(s)
    cash = 1.0 - here.base("capital_rate") / here.base("accelerator_hour")
    running = cash * here.base("cost_per_request") / here.base("price_per_request")
    assert path.stranded_year == 2026.0 + math.ceil(math.log(running) / math.log(0.5))
    assert math.isnan(outlook(s.with_value("outlook.price_factor", 1.0)).stranded_year)


def test_each_line_moves_what_it_names_in_the_direction_it_says():
    found = {
        effect.line.key.removeprefix("thesis."): effect
        for effect in effects(OWNED.with_value("network.copper_share", 0.5))
    }
    assert found["commodity"].margin < -0.05
    assert found["efficiency"].suppliers < 0.0
    # With elasticity above one, smaller models feed the suppliers: the counter-thesis fails there.
    assert found["smaller_models"].suppliers > 0.0
    sated = {e.line.key: e for e in effects(OWNED.with_value("outlook.elasticity", 0.7))}
    assert sated["thesis.smaller_models"].suppliers < 0.0
    assert found["own_silicon"].layers["leader"] < 0.0 < found["own_silicon"].layers["design"]
    assert found["own_silicon"].margin < 0.0
    assert found["design"].layers["design"] == pytest.approx(-0.5)
    assert found["design"].layers["inhouse"] > 0.0
    assert found["cycle"].layers["switches"] < 0.0
    assert found["media"].layers["copper"] < 0.0
    assert found["alternatives"].layers["alternatives"] < 0.0 < found["alternatives"].layers["leader"]
    assert found["platform"].margin < 0.0 < found["platform"].layers["platform"]
    assert found["margin"].layers["leader"] < 0.0


def test_a_line_switched_on_has_the_effect_it_showed_before():
    before = {e.line.key: e for e in effects(DEFAULT)}
    chosen = DEFAULT.with_value("thesis.commodity", "yes")
    after = {e.line.key: e for e in effects(chosen)}
    assert after["thesis.commodity"].on
    assert after["thesis.commodity"].margin == pytest.approx(before["thesis.commodity"].margin)
    assert outlook(chosen).margin[-1] - outlook(DEFAULT).margin[-1] == pytest.approx(
        before["thesis.commodity"].margin
    )


def test_a_line_never_weakens_what_the_user_set_beyond_it():
    s = DEFAULT.with_values({"outlook.pass_through": 1.2, "thesis.commodity": "yes"})
    assert moved(s).number("outlook.pass_through") == 1.2
    for line in LINES:
        for move in line.moves:
            assert SPECS[move.key].check(move.value) == move.value
        assert line.source
        assert line.sentence.endswith(".")


def test_fan_rises_with_elasticity_where_prices_fall():
    found = fan(DEFAULT)
    assert found.elasticities[0] == 0.6
    assert found.elasticities[-1] == pytest.approx(1.8)
    last = [path.spend[-1] for path in found.paths]
    assert last == sorted(last)
    sated = fan(DEFAULT.with_value("thesis.efficiency", "yes"))
    assert max(sated.elasticities) < 1.8


def _figures(path):
    arrays = [getattr(path, f.name) for f in dataclasses.fields(path)]
    flat = [a for a in arrays if isinstance(a, np.ndarray)] + list(path.layers.values())
    return np.concatenate(flat)


SITUATIONS = (
    {}, {"finance.supply": "own"}, {"outlook.price_path": "set"}, {"training.basis": "bill"},
    {"industry.commodity": "yes", "finance.supply": "own"}, {"industry.learning": "added"},
    {"outlook.pause_years": 1.0}, {"industry.media_shift": 0.1, "network.copper_share": 0.5},
)  # fmt: skip


@pytest.mark.parametrize("key", [key for key, s in SPECS.items() if s.group in AHEAD])
def test_every_input_of_the_years_ahead_moves_the_path_or_a_metric(key):
    spec = SPECS[key]
    for situation in SITUATIONS:
        base = DEFAULT.with_values({**situation, "outlook.years": 4.0})
        other = spec.options[1].id if spec.kind == "choice" else spec.soft_high
        if other == base.values[key]:
            other = spec.options[0].id if spec.kind == "choice" else spec.soft_low
        changed = base.with_value(key, other)
        a, b = outlook(base), outlook(changed)
        if _figures(a).shape != _figures(b).shape or not np.array_equal(_figures(a), _figures(b)):
            return
        if elasticities(base) != elasticities(changed) or not point(base).same(point(changed)):
            return
    pytest.fail(f"{key} is declared but nothing of the years ahead depends on it")


def test_no_input_in_its_hard_range_breaks_the_path():
    rng = np.random.default_rng(11)
    specs = [s for s in SPECS.values() if s.group in AHEAD and s.kind == "number"]
    for _ in range(25):
        values = {}
        for spec in specs:
            value = rng.uniform(spec.low, spec.high)
            values[spec.key] = float(round(value)) if spec.whole else float(value)
        s = DEFAULT.with_values({**values, "finance.supply": rng.choice(["own", "rent"]),
                                 "outlook.price_path": rng.choice(["cost", "set"])})  # fmt: skip
        path = outlook(s)
        assert np.isfinite(_figures(path)).all()


def test_money_of_supply_moves_with_a_factor():
    apart = {"value", "training"}
    money = {
        key for key, spec in SPECS.items()
        if spec.group not in apart and spec.kind == "number" and "$" in spec.unit
    }  # fmt: skip
    assert money <= set(moved_by())
    assert moved_by()["accelerator.rent"] == "rent"
    assert moved_by()["facility.power_price"] == "site"
    assert moved_by()["price.output"] == "price"
    assert {moved_by()[key] for key in money} <= {field.name for field in dataclasses.fields(Factors)}


def test_a_scenario_that_cannot_be_served_says_why():
    with pytest.raises(IsocostError, match="can be served: "):
        outlook(DEFAULT.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"}))
    free = DEFAULT.with_values({"price.input": 0.0, "price.output": 0.0, "price.cached": 0.0})
    with pytest.raises(IsocostError, match="need a price above 0"):
        outlook(free)


def test_a_fixed_number_of_replicas_grows_with_use():
    s = DEFAULT.with_values({**STILL, "deployment.load": "replicas", "finance.software": 0.0})
    path = outlook(s)
    trend = point(s).base("cost_trend")
    assert np.allclose(path.cost_new / path.cost_new[0], trend ** np.arange(path.years.size), rtol=1e-9)
