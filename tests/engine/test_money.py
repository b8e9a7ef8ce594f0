"""The bill: machine-hour, fleet, token, call, user, margin, energy."""

import math

import numpy as np
import pytest

from engine.drivers import Axis, line, point
from engine.kernels.cost import cache_breakeven_calls, capital_charge, capital_recovery
from engine.scenario import DEFAULT
from tests import naive_money as naive

OWNED = DEFAULT.with_value("finance.supply", "own")
CASES = {
    "rented": DEFAULT,
    "owned": OWNED,
    "owned straight line": OWNED.with_value("finance.depreciation", "straight"),
    "owned straight line and interest": OWNED.with_value("finance.depreciation", "interest"),
    "own building": OWNED.with_value("facility.housing", "own"),
    "own building straight line": OWNED.with_values(
        {"facility.housing": "own", "finance.depreciation": "straight"}
    ),
    "broken life": OWNED.with_value("finance.life", 5.5),
    "elastic": DEFAULT.with_value("fleet.scaling", "elastic"),
    "whole replicas": DEFAULT.with_value("fleet.rounding", "whole"),
    "whole servers": DEFAULT.with_value("fleet.rounding", "servers"),
    "subscription": DEFAULT.with_value("price.scheme", "subscription"),
    "free users": DEFAULT.with_values({"price.paying_share": 0.4, "price.discount": 0.2, "price.fees": 0.1}),
    "no capital cost": OWNED.with_value("finance.cost_of_capital", 0.0),
}


@pytest.fixture(params=CASES.values(), ids=CASES.keys())
def case(request):
    return request.param


def test_capital_recovery_matches_hand_worked_figures():
    # 10 %: theory 1.1 lists 0.4021, 0.3155, 0.2638, 0.2296 for 3 to 6 years.
    for years, expected in {3: 0.4021, 4: 0.3155, 5: 0.263797, 6: 0.2296}.items():
        assert capital_recovery(0.10, years) == pytest.approx(expected, rel=2e-4)
    assert capital_recovery(0.0, 5.0) == 0.2


def test_straight_line_spreads_price_less_residual_evenly():
    # $40,000 over 3 and 6 years: 13,333 and 6,667 a year (theory 8, anchor 25).
    assert capital_charge(40_000, 0.0, 0.1, 3.0, 1.0) == pytest.approx(13_333.33, abs=0.01)
    assert capital_charge(40_000, 0.0, 0.1, 6.0, 1.0) == pytest.approx(6_666.67, abs=0.01)
    assert capital_charge(40_000, 0.25, 0.1, 6.0, 1.0) == pytest.approx(5_000)


def test_cost_of_an_accelerator_hour_equals_plain_arithmetic(case):
    p = point(case)
    served = p.base("request_rate") / (1 - case.number("fleet.waste_share"))
    duty = min(1, served / (p.base("replica_rate") * p.base("replicas")))
    watts = naive.all_in(case, p.base("board_power"), duty)
    plain = naive.hourly_cost(case, watts)
    for cause in ("capital", "facility", "energy", "operations", "software", "rent"):
        assert p.shown(f"{cause}_rate") == pytest.approx(plain[cause], rel=1e-12), cause
    accelerators = p.base("accelerators")
    assert p.base("capex") == pytest.approx(plain["capex"] * accelerators)
    assert p.base("power") == pytest.approx(watts * case.number("facility.pue") * accelerators)


def test_fleet_and_revenue_equal_plain_arithmetic(case):
    p = point(case)
    assert p.base("replicas") == pytest.approx(naive.replicas(case, p.base("replica_rate")))
    assert p.base("request_rate") == pytest.approx(naive.requests_per_second(case))
    assert p.base("price_per_request") == pytest.approx(naive.revenue_per_request(case), rel=1e-12)


@pytest.mark.parametrize("split", ["time", "output", "total"])
def test_token_costs_add_up_to_the_cost_of_a_request(case, split):
    s = case.with_value("finance.attribution", split)
    p = point(s)
    hit = s.number("workload.cached_share")
    tokens_in, tokens_out = s.number("workload.input_tokens"), s.number("workload.output_tokens")
    total = (
        p.base("cost_per_output_token") * tokens_out
        + p.base("cost_per_input_token") * tokens_in * (1 - hit)
        + p.base("cost_per_cached_token") * tokens_in * hit
    )
    assert total == pytest.approx(p.base("cost_per_request"), rel=1e-12)


def test_margin_is_zero_at_the_breakeven_price():
    p = point(DEFAULT)
    factor = p.shown("breakeven_price") / DEFAULT.number("price.output")
    even = {f"price.{k}": DEFAULT.number(f"price.{k}") * factor for k in ("output", "input", "cached")}
    assert point(DEFAULT.with_values(even)).base("gross_margin") == pytest.approx(0, abs=1e-12)


def test_margin_is_zero_at_the_breakeven_subscription():
    s = DEFAULT.with_values({"price.scheme": "subscription", "price.paying_share": 0.3, "price.fees": 0.15})
    fee = point(s).shown("breakeven_subscription")
    assert point(s.with_value("price.subscription", fee)).base("margin_per_request") == pytest.approx(
        0, abs=1e-12
    )


def test_breakeven_utilization_is_where_this_fleet_earns_its_cost():
    s = DEFAULT.with_values(
        {"deployment.load": "replicas", "deployment.replicas": 12.0, "workload.peak_to_mean": 1.0}
    )
    p = point(s)
    users = s.number("workload.users") * p.base("breakeven_utilization") / p.base("utilization")
    even = point(s.with_value("workload.users", users))
    assert even.base("gross_margin") == pytest.approx(0, abs=1e-9)
    assert even.base("utilization") == pytest.approx(p.base("breakeven_utilization"), rel=1e-6)


def test_breakeven_price_is_told_when_nothing_is_charged():
    p = point(DEFAULT.with_values({"price.output": 0.0, "price.input": 0.0, "price.cached": 0.0}))
    assert math.isnan(p.base("gross_margin"))
    assert p.base("breakeven_price") > 0


def falls(key, metric, scenario=DEFAULT, low=None, high=None):
    spec_axis = Axis.soft(key, 9) if low is None else Axis.over(key, low, high, 9)
    values = line(scenario, spec_axis).metrics[metric]
    return bool(np.all(np.diff(values[np.isfinite(values)]) < 0))


@pytest.mark.parametrize(
    "values",
    [
        {"demand.priority_share": 1.0, "demand.priority_price": 0.0},
        {"demand.timing": "profile", "demand.batch_share": 1.0, "demand.batch_discount": 1.0},
        {"levers.response": "on", "levers.response_share": 0.99, "levers.response_price": 0.0,
         "demand.priority_share": 1.0, "demand.priority_price": 0.0, "price.output": 0.0},
    ],
)  # fmt: skip
def test_no_price_covers_the_cost_of_requests_that_pay_none_of_it(values):
    p = point(DEFAULT.with_values(values))
    assert p.feasible
    assert np.isnan(p.base("breakeven_price"))
    assert p.base("price_per_request") == 0.0


def test_cost_falls_when_utilization_rises():
    fixed = DEFAULT.with_values({"deployment.load": "replicas", "deployment.replicas": 60.0})
    assert falls("workload.users", "cost_per_request", fixed, 5000, 50000)


def test_cost_rises_with_rent_peak_spares_and_waste():
    for key in (
        "accelerator.rent",
        "workload.peak_to_mean",
        "fleet.spare_share",
        "fleet.waste_share",
        "finance.software",
    ):
        values = line(DEFAULT, Axis.soft(key, 7)).metrics["cost_per_request"]
        assert np.all(np.diff(values) > 0), key


def test_owned_cost_rises_with_price_capital_power_and_shorter_life():
    for key in (
        "accelerator.price",
        "finance.cost_of_capital",
        "facility.power_price",
        "facility.pue",
        "facility.colocation",
    ):
        values = line(OWNED, Axis.soft(key, 7)).metrics["cost_per_request"]
        assert np.all(np.diff(values) > 0), key
    assert falls("finance.life", "cost_per_request", OWNED)


def test_elastic_fleet_never_costs_more_than_a_static_one():
    static, elastic = point(DEFAULT), point(DEFAULT.with_value("fleet.scaling", "elastic"))
    assert elastic.base("cost_rate") < static.base("cost_rate")
    flat = DEFAULT.with_value("workload.peak_to_mean", 1.0)
    assert point(flat.with_value("fleet.scaling", "elastic")).base("cost_rate") == point(flat).base(
        "cost_rate"
    )


def test_energy_counts_idle_machines():
    busy = point(DEFAULT)
    idle = point(DEFAULT.with_values({"workload.peak_to_mean": 6.0}))
    assert idle.base("energy_per_response") > 1.3 * busy.base("energy_per_response")


def test_cache_write_pays_after_the_published_number_of_calls():
    assert cache_breakeven_calls(1.25, 0.1) == pytest.approx(1.2778, rel=1e-4)
    assert cache_breakeven_calls(2.0, 0.1) == pytest.approx(2.1111, rel=1e-4)
