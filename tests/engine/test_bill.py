"""The bill beyond machine-hours: supplies, years ahead, tasks, users; against plain sums."""

import math

import numpy as np
import pytest

from engine.drivers import Axis, cash, line, point
from engine.kernels.bill import breakeven_volume, capped_usage, share_above, stated_times, top_usage
from engine.kernels.cost import capital_charge, power_of
from engine.kernels.invest import Course, Yearly, economic_life, internal_return, payback, present
from engine.scenario import DEFAULT
from engine.units import YEAR
from tests import naive_bill as naive

OWNED = DEFAULT.with_value("finance.supply", "own")
EARNING = OWNED.with_values(
    {
        "price.output": 4.0, "price.input": 1.0, "outlook.price_path": "set", "outlook.price_factor": 0.64,
        "outlook.software_gain": 0.25, "outlook.model_gain": 0.0,
    }
)  # fmt: skip
STILL = {
    "outlook.price_path": "set", "outlook.price_factor": 1.0, "outlook.software_gain": 0.0,
    "outlook.model_gain": 0.0,
}  # fmt: skip
MIXED = DEFAULT.with_value("finance.supply", "mixed")
BOUGHT = DEFAULT.with_value("finance.supply", "api")


def years(s):
    """First year of scenario `s` in dollars, for the plain sums."""
    p = point(s)
    rent = p.base("rent_rate") * p.base("accelerators") * YEAR
    moves = 1 + s.number("outlook.rent_change") if s.get("finance.rent_path") == "market" else 1.0
    return {
        "first": p.base("revenue_rate") * YEAR,
        "bought": p.base("bought_rate") * YEAR,
        "fixed": p.base("running_rate") * YEAR - rent,
        "rent": rent,
        "moves": moves,
        "growth": p.base("deployment_factor"),
        "years": int(s.number("finance.life")),
    }


# supplies -----------------------------------------------------------------------------------------


def test_straight_line_with_interest_charges_the_average_book():
    # $40,000, a quarter left after 6 years, 10 %: 5,000 a year and 10 % of 25,000.
    assert capital_charge(40_000, 0.25, 0.1, 6.0, 2.0) == pytest.approx(7_500)


@pytest.mark.parametrize(("base", "years"), [(1.1, 5.0), (0.9, 20.0), (1.08, 5.5), (1.3, 0.25), (1.1, 0.0)])
def test_powers_by_squaring_are_powers(base, years):
    assert power_of(base, years) == pytest.approx(base**years, rel=1e-14)


def test_economic_and_accounting_cost_are_those_of_the_two_ways():
    for housing in ("colocation", "own"):
        s = OWNED.with_value("facility.housing", housing)
        here = point(s)
        books = point(s.with_value("finance.depreciation", "straight"))
        assert here.base("economic_cost_rate") == here.base("cost_rate")
        assert here.base("accounting_cost_rate") == pytest.approx(books.base("cost_rate"), rel=1e-12)
        assert books.base("economic_cost_rate") == pytest.approx(here.base("cost_rate"), rel=1e-12)
        assert here.base("economic_cost_rate") > here.base("accounting_cost_rate")


def test_own_building_costs_what_its_annuity_says():
    # 12,000 $/kW over 20 years at 10 % (factor 0.11746), 3 % upkeep, land at 10 % of 300 $/kW.
    s = OWNED.with_values(
        {
            "facility.housing": "own",
            "chain.construction": 12.0,
            "chain.construction_life": 20.0,
            "facility.land_price": 300.0,
        }
    )
    kilowatts = (s.number("accelerator.system_power") + s.number("network.power")) / 1000
    assert point(s).shown("facility_rate") == pytest.approx(
        (12_000 * 0.1174596 + 0.03 * 12_000 + 30) * kilowatts / 8760, rel=1e-6
    )


@pytest.mark.parametrize("ratio", [1.2, 1.8, 3.0])
@pytest.mark.parametrize("base", [0.1, 0.45, 0.9])
def test_mixed_fleet_serves_what_hours_counted_one_by_one_say(ratio, base):
    s = MIXED.with_values(
        {"finance.base_size": "set", "finance.base_share": base, "workload.peak_to_mean": ratio}
    )
    p = point(s)
    own, rest = naive.own_share(ratio, base)
    static = point(DEFAULT.with_value("workload.peak_to_mean", ratio)).base("accelerators")
    assert p.base("own_served") == pytest.approx(own, rel=1e-4)
    assert p.base("own_accelerators") == pytest.approx(base * static)
    rented = min(rest / s.number("finance.rented_use"), 1 - base)
    assert p.base("rented_accelerators") == pytest.approx(rented * static, rel=1e-3, abs=1e-9 * static)


@pytest.mark.parametrize(
    "case",
    [
        {},
        {"accelerator.rent": 4.0},
        {"workload.peak_to_mean": 1.3},
        {"demand.timing": "profile"},
        {"demand.timing": "profile", "accelerator.rent": 5.0},
    ],
)
def test_cheapest_base_is_cheaper_than_any_other(case):
    s = MIXED.with_values(case)
    best = point(s).base("cost_rate")
    others = line(s.with_value("finance.base_size", "set"), Axis.over("finance.base_share", 0.0, 1.0, 41))
    assert best <= others.metrics["cost_rate"].min() * (1 + 1e-9)
    assert best == pytest.approx(others.metrics["cost_rate"].min(), rel=5e-3)


def test_base_of_nothing_is_rented_and_base_of_all_is_owned():
    rented = point(MIXED.with_values({"finance.base_size": "set", "finance.base_share": 0.0}))
    assert rented.base("own_accelerators") == 0
    assert rented.base("capex") == 0
    assert rented.base("capital_rate") == 0
    owned = point(MIXED.with_values({"finance.base_size": "set", "finance.base_share": 1.0}))
    assert owned.base("cost_rate") == pytest.approx(point(OWNED).base("cost_rate"), rel=1e-12)


def test_bill_adds_up_over_its_causes_in_every_supply():
    causes = ("capital", "facility", "energy", "operations", "software", "rent")
    extra = {"finance.team": 9000.0, "finance.working_storage": 50.0}
    for s in (DEFAULT, OWNED, MIXED, BOUGHT):
        p = point(s.with_values(extra))
        machines = sum(p.base(f"{cause}_rate") for cause in causes) * p.base("accelerators")
        other = p.base("bought_rate") + p.base("storage_rate") + p.base("team_rate")
        assert machines + other == pytest.approx(p.base("cost_rate"), rel=1e-12)
        assert p.shown("storage_rate") == pytest.approx(50 * 23)


@pytest.mark.parametrize("s", [DEFAULT, OWNED, MIXED, BOUGHT], ids=["rent", "own", "mixed", "api"])
def test_token_costs_add_up_to_a_request_in_every_supply(s):
    s = s.with_values({"finance.working_storage": 500.0})
    p = point(s)
    hit, tokens = s.number("workload.cached_share"), s.number("workload.input_tokens")
    total = p.base("cost_per_output_token") * s.number("workload.output_tokens") + tokens * (
        p.base("cost_per_input_token") * (1 - hit) + p.base("cost_per_cached_token") * hit
    )
    assert total == pytest.approx(p.base("cost_per_request"), rel=1e-12)


def test_bought_request_costs_the_list_price_with_surcharge_and_retries():
    # 3,600 computed and 2,400 cached input, 600 output at 0.59, 0.295 and 0.79 $/M; 5.5 %; 2 % retried.
    listed = (3600 * 0.59 + 2400 * 0.295 + 600 * 0.79) / 1e6
    assert point(BOUGHT).base("cost_per_request") == pytest.approx(listed * 1.055 / 0.98, rel=1e-12)
    assert point(DEFAULT).base("bought_per_request") == pytest.approx(listed * 1.055 / 0.98, rel=1e-12)


def test_stated_times_are_those_of_a_lognormal():
    t = stated_times(2.0, 0.8)
    square = math.log(1 + 0.8**2)
    assert t.p50 == pytest.approx(2.0 * math.exp(-square / 2))
    assert t.p95 / t.p50 == pytest.approx(math.exp(1.6448536 * math.sqrt(square)))
    assert stated_times(2.0, 0.0) == pytest.approx((2.0, 2.0, 2.0, 2.0))
    p = point(BOUGHT)
    assert p.base("ttft_mean") == 0.6
    assert p.base("e2e_mean") == pytest.approx(0.6 + 599 * 0.0125)


def test_owning_is_as_dear_as_renting_at_the_break_even_of_hours():
    p = point(OWNED)
    use = p.base("own_breakeven")
    assert use == pytest.approx(p.base("own_hour") / p.base("rent_hour"))
    assert p.base("own_hour") == p.base("accelerator_hour")
    assert point(DEFAULT).base("own_hour") == pytest.approx(p.base("own_hour"))
    rent = OWNED.number("accelerator.rent")
    dearer = point(OWNED.with_value("accelerator.rent", rent * 2)).base("own_breakeven")
    assert dearer < use


def test_break_even_volume_is_where_both_bills_are_equal():
    # A fleet of at least 3 $/s serves 10 requests/s, others 0.3 $ each; tokens 0.5 $ a request.
    assert breakeven_volume(0.0, 3.0, 10.0, 0.5) == pytest.approx(6.0)
    # With 4 $/s of fixed cost one replica is not enough: 4 + 0.3 v = 0.5 v.
    assert breakeven_volume(4.0, 3.0, 10.0, 0.5) == pytest.approx(20.0)
    assert math.isnan(breakeven_volume(0.0, 3.0, 10.0, 0.2))
    assert math.isnan(breakeven_volume(0.0, 3.0, 10.0, 0.0))


def test_one_replica_costs_as_much_as_the_tokens_at_the_break_even_volume():
    s = EARNING.with_values({"api.output": 12.0, "finance.team": 1000.0, "fleet.spare_share": 1.0})
    p = point(s)
    a_month = p.shown("api_breakeven")
    users = s.number("workload.users") * a_month / p.base("request_rate") / (365 / 12 * 86400)
    small = s.with_values({"workload.users": users, "fleet.rounding": "whole"})
    own, bought = point(small), point(small.with_value("finance.supply", "api"))
    assert own.base("replicas") == 2
    assert own.base("cost_rate") == pytest.approx(bought.base("cost_rate"), rel=0.02)


# the years ahead ----------------------------------------------------------------------------------

CASES = [
    (EARNING, {}),
    (EARNING, {"finance.tax_rate": 0.25}),
    (EARNING, STILL),
    (EARNING, {"outlook.price_factor": 0.88, "outlook.software_gain": 0.2}),
    (EARNING, {"outlook.price_path": "cost"}),
    (EARNING, {"finance.life": 3.0, "finance.residual": 0.0}),
    (EARNING, {"finance.cost_of_capital": 0.0}),
    (EARNING, {"facility.housing": "own", "finance.team": 20000.0, "price.output": 9.0}),
    (MIXED, {"price.output": 6.0}),
    (MIXED, {"price.output": 6.0, "finance.rent_path": "market"}),
    (
        MIXED,
        {
            "price.output": 9.0,
            "finance.rent_path": "market",
            "outlook.rent_change": 0.3,
            "finance.tax_rate": 0.25,
        },
    ),
]


@pytest.mark.parametrize(("s", "values"), CASES)
def test_present_values_are_those_of_years_added_one_by_one(s, values):
    s = s.with_values(values)
    p, y = point(s), years(s)
    capex, residual, rate = p.base("capex"), s.number("finance.residual"), s.number("finance.cost_of_capital")
    cash = naive.after_tax(naive.flows(**y), capex, residual, s.number("finance.tax_rate"))
    assert p.base("npv") == pytest.approx(naive.npv(capex, residual, cash, rate), rel=1e-9)
    assert p.base("irr") == pytest.approx(naive.irr(capex, residual, cash), abs=1e-9)
    assert p.shown("payback") == pytest.approx(naive.payback(capex, cash) or math.nan, nan_ok=True)
    lasts = naive.first_year_at_a_loss(
        y["first"] - y["bought"], y["fixed"], y["growth"], y["rent"], y["moves"]
    )
    assert p.shown("economic_life") == pytest.approx(lasts)


@pytest.mark.parametrize("change", [-0.3, -0.15, 0.0, 0.25])
@pytest.mark.parametrize("factor", [0.6, 0.85, 1.0])
@pytest.mark.parametrize("price", [2.0, 4.0, 12.0])
def test_rent_that_moves_is_paid_year_by_year(change, factor, price):
    s = DEFAULT.with_values({
        **STILL, "finance.supply": "rent", "finance.rent_path": "market", "outlook.rent_change": change,
        "outlook.price_factor": factor, "price.output": price,
    })  # fmt: skip
    p, y = point(s), years(s)
    rate = s.number("finance.cost_of_capital")
    assert p.base("npv") == pytest.approx(naive.npv(0.0, 0.1, naive.flows(**y), rate), rel=1e-9)
    lasts = naive.first_year_at_a_loss(y["first"], y["fixed"], y["growth"], y["rent"], y["moves"])
    assert p.shown("economic_life") == pytest.approx(lasts)
    found = cash(s, p)
    assert found.yearly == pytest.approx(np.array(naive.flows(**y)), rel=1e-9)
    held = point(s.with_value("finance.rent_path", "fixed"))
    assert held.base("cost_rate") == p.base("cost_rate")
    assert (p.base("npv") > held.base("npv")) == (change < 0.0) or change == 0.0


@pytest.mark.parametrize("supply", ["own", "rent", "mixed", "api"])
@pytest.mark.parametrize("tax", [0.0, 0.3])
@pytest.mark.parametrize("life", [4.0, 5.5])
def test_net_present_value_is_zero_at_the_levelised_cost(supply, tax, life):
    s = DEFAULT.with_values(
        {
            "finance.supply": supply, "finance.tax_rate": tax, "finance.life": life,
            "price.input": 0.0, "price.cached": 0.0, "price.fees": 0.03,
            # Sales grow by a quarter a year at prices that hold.
            **STILL, "outlook.software_gain": 0.2,
        }
    )  # fmt: skip
    cost = point(s).shown("lcot")
    p = point(s.with_value("price.output", cost / 0.97))
    assert abs(p.base("npv")) <= 1e-9 * p.base("present_cost")


def test_levelised_cost_is_the_cost_of_today_where_nothing_changes():
    s = OWNED.with_values(STILL)
    for life in (3.0, 5.0, 5.5):
        p = point(s.with_value("finance.life", life))
        assert p.base("lcot") == pytest.approx(p.base("cost_per_token_all_in"), rel=1e-9)


def test_hand_worked_investment():
    # 100 $ now, 50 $ a year for three years, nothing left: IRR 23.375 %, payback 2 years, NPV 24.34 at 10 %.
    y = Yearly(50.0, 0.0, 0.0, 100.0, 0.0, 0.0)
    c = Course(0.1, 3.0, 1.0, 1.0, 0.0, 1.0)
    assert 50 * present(c, 0.0).sold - 100 * present(c, 0.0).capital == pytest.approx(24.3426, abs=1e-4)
    assert internal_return(y, c) == pytest.approx(0.2337519, abs=1e-6)
    assert payback(y, c) == pytest.approx(2.0)
    assert economic_life(y, c) == 50.0
    # Revenue 50 falls by half a year, 20 $ to run: 30, 5, -7.5; the third year loses.
    falling = Course(0.1, 3.0, 0.5, 1.0, 0.0, 1.0)
    run = Yearly(50.0, 0.0, 20.0, 30.0, 0.0, 0.0)
    assert economic_life(run, falling) == 3.0
    assert payback(run, falling) == pytest.approx(1.0)
    found = present(falling, 0.0)
    worth = 50 * found.sold - 20 * found.level - 30 * found.capital
    assert worth == pytest.approx(-30 + 30 / 1.1 + 5 / 1.21 - 7.5 / 1.331)


def test_return_is_told_only_where_there_is_one():
    c = Course(0.1, 5.0, 0.5, 1.0, 0.0, 1.0)
    assert math.isnan(internal_return(Yearly(10.0, 0.0, 20.0, 100.0, 0.0, 0.0), c))
    assert math.isnan(payback(Yearly(10.0, 0.0, 20.0, 100.0, 0.0, 0.0), c))
    assert math.isnan(point(DEFAULT).base("irr"))
    # A loss in the first year that later ones make good: -100, -20, 0, 40, 120, 280.
    growing = Course(0.1, 5.0, 2.0, 1.0, 0.0, 1.0)
    found = internal_return(Yearly(20.0, 0.0, 40.0, 100.0, 0.0, 0.0), growing)
    assert found == pytest.approx(naive.irr(100.0, 0.0, naive.flows(20.0, 0.0, 40.0, 2.0, 5)), abs=1e-9)
    assert 0.2 < found < 0.5
    # Late losses outweigh early gains at every rate.
    assert math.isnan(internal_return(Yearly(120.0, 0.0, 60.0, 1000.0, 0.0, 0.0), c))


def test_worth_rises_with_price_and_falls_with_capital_tax_and_price_decline():
    def values(key, metric="npv", low=None, high=None):
        axis = Axis.soft(key, 7) if low is None else Axis.over(key, low, high, 7)
        return np.diff(line(EARNING, axis).metrics[metric])

    assert np.all(values("price.output") > 0)
    assert np.all(values("outlook.price_factor") > 0)
    assert np.all(values("finance.cost_of_capital") < 0)
    assert np.all(values("accelerator.price") < 0)
    assert np.all(values("finance.cost_of_capital", "lcot") > 0)
    assert np.all(values("finance.residual", "npv") > 0)
    assert np.all(values("outlook.software_gain", "lcot") < 0)


def test_a_deployment_grows_in_worth_exactly_where_price_times_volume_outgrows_capital():
    # Theory 1.4, first order: value is lost iff q (1 + g) < 1 + r.
    for factor, sign in ((1.1 * 0.75 * 1.05, 1), (1.1 * 0.75 * 0.95, -1)):
        s = EARNING.with_value("outlook.price_factor", factor)
        five, ten = (point(s.with_value("finance.life", n)).base("present_revenue") / n for n in (5.0, 10.0))
        assert math.copysign(1, ten - five) == sign


# tasks --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("calls", "growth", "cached"), [(1, 1500, 0.9), (2, 800, 0.5), (25, 3000, 0.95)])
def test_task_adds_up_call_by_call(calls, growth, cached):
    s = DEFAULT.with_values(
        {
            "task.calls": calls, "task.context_growth": growth, "task.cached_share": cached,
            "task.tools": 2.0, "task.tool_price": 0.01, "task.success": 0.8,
        }
    )  # fmt: skip
    p = point(s)
    computed, found, output = naive.task_tokens(6000, 600, 0.4, calls, growth, cached)
    assert p.base("task_input_tokens") == pytest.approx(computed)
    assert p.base("task_cached_tokens") == pytest.approx(found)
    served = (
        computed * p.base("cost_per_input_token")
        + found * p.base("cost_per_cached_token")
        + output * p.base("cost_per_output_token")
    )
    assert p.base("cost_per_task") == pytest.approx((served + calls * 0.02) / 0.8)


def test_task_of_one_call_is_a_request():
    for s in (DEFAULT, OWNED, BOUGHT):
        assert point(s).base("cost_per_task") == pytest.approx(point(s).base("cost_per_request"), rel=1e-12)


# users --------------------------------------------------------------------------------------------


def test_heaviest_tenth_takes_four_fifths_at_the_published_spread():
    assert top_usage(2.12, 0.1) == pytest.approx(0.80, abs=0.005)
    assert top_usage(0.0, 0.1) == 0.1


@pytest.mark.parametrize("spread", [0.5, 1.5, 2.12])
def test_uneven_users_are_those_of_a_lognormal(spread):
    users = naive.lognormal_users(spread)
    heaviest = sum(users[-len(users) // 10 :]) / sum(users)
    assert top_usage(spread, 0.1) == pytest.approx(heaviest, rel=0.02)
    for cap in (0.5, 3.0):
        cut = sum(min(u, cap) for u in users) / len(users)
        assert capped_usage(spread, cap) == pytest.approx(cut, rel=2e-3)
        above = sum(u > cap for u in users) / len(users)
        assert share_above(spread, cap) == pytest.approx(above, abs=1e-4)


def test_a_limit_cuts_usage_and_no_limit_cuts_nothing():
    assert capped_usage(2.0, 0.0) == 1.0
    shares = [capped_usage(2.0, cap) for cap in (0.1, 0.5, 1.0, 5.0, 100.0)]
    assert shares == sorted(shares)
    assert shares[-1] < 1.0
    assert capped_usage(0.0, 2.0) == 1.0


def test_margin_of_paying_users_leaves_out_free_use():
    s = DEFAULT.with_values({"price.paying_share": 0.3, "price.output": 9.0})
    p = point(s)
    paid = p.base("cost_rate") - p.base("free_rate")
    assert p.base("free_rate") == pytest.approx(0.7 * p.base("cost_rate"))
    assert p.base("compute_margin") == pytest.approx(1 - paid / p.base("revenue_rate"))
    assert p.base("compute_margin") > p.base("gross_margin")


def test_flat_fee_loses_on_users_above_what_it_covers():
    s = DEFAULT.with_values({"price.scheme": "subscription", "price.subscription": 20.0})
    p = point(s)
    covered = 20 * 0.97 / p.shown("cost_per_user_month")
    assert p.base("losing_users") == pytest.approx(share_above(2.12, covered))
    cheaper = point(s.with_value("price.subscription", 10.0))
    assert cheaper.base("losing_users") > p.base("losing_users")


def test_model_is_earned_back_by_its_tokens():
    p = point(DEFAULT.with_values({"training.basis": "bill", "training.bill": 3.0, "training.life": 2.0}))
    assert p.base("training_rate") > 0
    tokens = p.base("request_rate") * 600
    assert p.base("training_per_output_token") == pytest.approx(p.base("training_rate") / tokens)
    extra = p.base("full_cost_per_request") - p.base("cost_per_request")
    assert extra == pytest.approx(p.base("training_per_output_token") * 600)
    assert p.base("cost_rate") == point(DEFAULT).base("cost_rate")
