"""Published figures reproduced by the engine from their published inputs.

Values and inputs: anchors of the theory reference, each with its source; carried here so that the
test runs anywhere.
"""

import pytest

from engine import catalog
from engine.drivers import point
from engine.kernels.cost import cache_breakeven_calls, capital_recovery, compute_energy, cost_per_token
from engine.scenario import DEFAULT
from engine.units import HOUR

DEEPSEEK_TOKENS = {"hit": 342e9, "miss": 266e9, "out": 168e9}
DAY = 86400.0


def deepseek_day():
    """DeepSeek's published day as a thousand requests a second, prices as listed."""
    per_second = {k: v / DAY for k, v in DEEPSEEK_TOKENS.items()}
    tokens_in = per_second["hit"] + per_second["miss"]
    return DEFAULT.with_values({
        "workload.users": 1000.0, "workload.requests_per_user": DAY, "workload.active_days": 365 / 12,
        "workload.input_tokens": tokens_in / 1000, "workload.output_tokens": per_second["out"] / 1000,
        "workload.cached_share": per_second["hit"] / tokens_in,
        "price.input": 0.55, "price.cached": 0.14, "price.output": 2.19,
        "price.paying_share": 1.0, "price.discount": 0.0, "price.fees": 0.0,
        "finance.supply": "rent", "finance.rent_uplift": 0.0, "finance.software": 0.0,
        "accelerator.rent": 2.0,
    })  # fmt: skip


def test_deepseek_day_costs_87072_dollars_and_earns_545_percent():
    from engine.kernels.cost import hour, rented_rates, revenue_per_request

    s = deepseek_day()
    record = s.to_record()
    cost = hour(rented_rates(record[0])) * 226.75 * 8 * DAY
    assert cost == pytest.approx(87_072, rel=1e-4)
    revenue = revenue_per_request(record[0], 1.0) * 1000 * DAY
    assert revenue == pytest.approx(562_027, rel=1e-3)
    assert (revenue - cost) / cost == pytest.approx(5.45, rel=2e-3)


def test_deepseek_pools_balance_at_the_reported_number_of_nodes():
    prefill = 608e9 / DAY / 73_700
    decode = 168e9 / DAY / 14_800
    assert prefill + decode == pytest.approx(226.75, rel=2e-3)


@pytest.mark.parametrize(
    ("name", "dollars_an_hour", "tokens_per_second", "published", "tolerance"),
    [
        ("sglang", 2.0 * 8, 22_300, 0.20, 0.02),
        ("nv_gb300", 2.65, 6_000, 0.12, 0.05),
        ("nv_h200", 1.41, 90, 4.20, 0.05),
        ("erdil70b", 2.10, 1474.77788357, 0.39553979, 1e-4),
    ],
)
def test_published_cost_per_million_output_tokens(
    name, dollars_an_hour, tokens_per_second, published, tolerance
):
    assert cost_per_token(dollars_an_hour / HOUR, tokens_per_second) * 1e6 == pytest.approx(
        published, rel=tolerance
    ), name


def test_all_in_cost_of_a_whole_evaluation_follows_the_same_identity():
    s = DEFAULT.with_values({
        "accelerator.rent": 2.0, "finance.rent_uplift": 0.0, "finance.software": 0.0,
        "fleet.spare_share": 0.0, "fleet.waste_share": 0.0, "workload.peak_to_mean": 1.0,
    })  # fmt: skip
    p = point(s)
    expected = cost_per_token(2.0 / HOUR, p.base("throughput_per_accelerator"))
    assert p.base("cost_per_token_all_in") == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("active", "tokens", "mfu", "pue", "watt_hours"),
    [(100e9, 500, 0.1, 1.2, 0.301), (100e9, 1500, 0.1, 1.2, 0.902), (20e9, 500, 0.1, 1.2, 0.06),
     (200e9, 500, 0.05, 1.3, 1.304), (200e9, 1500, 0.05, 1.3, 3.911)],
)  # fmt: skip
def test_published_energy_of_a_query(active, tokens, mfu, pue, watt_hours):
    energy = compute_energy(2 * active * tokens, 989e12, mfu, 1275 * 0.7, pue)
    assert energy / 3600 == pytest.approx(watt_hours, rel=5e-3)


def test_capital_recovery_at_ten_percent_over_five_years():
    assert capital_recovery(0.10, 5.0) == pytest.approx(0.263797, rel=1e-4)


def test_own_cost_of_an_h100_hour():
    # All-in capital 31,000 $, 10 %, 5 years, 1.73 kW at 130 $/kW-month; energy and operations as theory 1.5.
    s = DEFAULT.with_values({
        "finance.supply": "own", "accelerator.price": 31_000.0, "accelerator.server_price": 0.0,
        "network.price": 0.0, "network.nic_price": 0.0, "finance.storage": 0.0, "finance.residual": 0.0,
        "finance.software": 0.0, "accelerator.system_power": 1730.0, "facility.colocation": 130.0,
        "facility.power_price": 0.08, "facility.pue": 1.2, "facility.busy_power": 0.7,
        "finance.staff": 0.005, "finance.maintenance": 0.01,
    })  # fmt: skip
    assert 1.25 <= point(s).shown("accelerator_hour") <= 1.40


def test_bundle_of_gpt5_earned_48_percent():
    # Revenue 6.1 and inference 3.2 billion $: the ratio, on tokens bought at 3.2 and sold at 6.1.
    s = DEFAULT.with_values({
        "finance.supply": "api", "api.surcharge": 0.0, "fleet.waste_share": 0.0, "price.fees": 0.0,
        **dict.fromkeys(("price.input", "price.cached", "price.output"), 6.1),
        **dict.fromkeys(("api.input", "api.cached", "api.output"), 3.2),
    })  # fmt: skip
    assert point(s).base("gross_margin") == pytest.approx(0.48, rel=0.02)


def test_load_makes_one_h100_cheap():
    # Published: 0.21 $ per M output tokens saturated, 15.25 at one request a second and less.
    part = catalog.apply(DEFAULT, "model", "llama-3.1-8b")
    s = catalog.apply(part, "accelerator", "h100-sxm").with_values({
        "deployment.tensor_parallel": 1.0, "deployment.load": "replicas", "deployment.replicas": 1.0,
        "workload.input_tokens": 512.0, "workload.output_tokens": 256.0, "workload.cached_share": 0.0,
        "workload.requests_per_user": DAY, "workload.active_days": 365 / 12, "workload.peak_to_mean": 1.0,
        "fleet.spare_share": 0.0, "fleet.waste_share": 0.0, "accelerator.rent": 3.0,
        "finance.rent_uplift": 0.0, "finance.software": 0.0,
    })  # fmt: skip
    costs = [point(s.with_value("workload.users", rate)).shown("cost_per_token_all_in")
             for rate in (1.0, 2.0, 5.0, 10.0, 20.0, 50.0)]  # fmt: skip
    assert costs == sorted(costs, reverse=True)
    assert costs[0] / costs[-1] > 17


def test_cache_write_breaks_even_after_the_published_calls():
    assert cache_breakeven_calls(1.25, 0.1) == pytest.approx(1.2778, rel=1e-3)
    assert cache_breakeven_calls(2.0, 0.1) == pytest.approx(2.1111, rel=1e-3)
