"""What formulas make of other figures of a service of several tiers.

Written by `python -m resources.tools.build_formulas` from the declarations; do not edit.
"""

import math

import numpy as np

from engine.jit import kernel


@kernel
def known(value: float) -> float:
    """Return `value`, NaN where it is not finite."""
    return value if math.isfinite(value) else math.nan


@kernel
def fill_formulas(p: np.void, m: np.void) -> None:
    """Fill in `m` what formulas make of its figures and of the inputs `p` that tiers share."""
    # fmt: off
    m.load = known(m.replica_rate / m.replica_capacity)
    m.speed_per_user = known(1.0 / m.tpot_mean)
    m.fleet_mtbf = known(p.reliability.mtbf / m.accelerators)
    m.cost_per_request = known(m.cost_rate / m.request_rate)
    m.cost_per_token_all_in = known(m.cost_per_request / m.served_output_tokens)
    m.cost_per_user_month = known(m.cost_rate / p.workload.users)
    m.margin_per_request = known(m.price_per_request - m.cost_per_request)
    m.gross_margin = known(1.0 - m.cost_per_request / m.price_per_request)
    m.revenue_rate = known(m.price_per_request * m.request_rate)
    m.profit_rate = known(m.revenue_rate - m.cost_rate)
    m.revenue_per_user_month = known(m.revenue_rate / p.workload.users)
    m.breakeven_subscription = known(m.cost_per_user_month / (p.price.paying_share * (1.0 - p.price.discount) * (1.0 - p.price.fees)))
    m.breakeven_utilization = known(m.utilization * m.cost_per_request / m.price_per_request)
    m.cost_per_year = known(m.cost_rate)
    m.economic_cost_rate = known(m.cost_rate - m.capital_charged + m.capital_annuity)
    m.accounting_cost_rate = known(m.cost_rate - m.capital_charged + m.capital_straight)
    m.own_breakeven = known(m.own_hour / m.rent_hour)
    m.tools_per_task = known(p.task.calls * p.task.tools * p.task.tool_price)
    m.training_per_output_token = known(m.training_rate / (m.request_rate * m.served_output_tokens))
    m.full_cost_per_request = known(m.cost_per_request + m.training_rate / m.request_rate)
    m.paid_cost_per_request = known(m.cost_per_request * p.price.paying_share)
    m.compute_margin = known(1.0 - m.paid_cost_per_request / m.price_per_request)
    m.free_rate = known(m.cost_rate * (1.0 - p.price.paying_share))
    m.heavy_cost_per_user = known(m.cost_per_user_month * m.heavy_usage / p.usage.top_share)
    m.capped_cost_per_user = known(m.cost_per_user_month * m.capped_usage)
    m.running_rate = known(m.cost_rate - m.capital_rate * m.accelerators - m.bought_rate)
    m.present_revenue = known(m.revenue_rate * m.sold_years)
    m.present_cost = known(m.capex * m.capital_share + (m.running_rate - m.rent_rate * m.accelerators) * m.level_years + m.rent_rate * m.accelerators * m.rent_years + m.bought_rate * m.sold_years)
    m.present_tokens = known(m.request_rate * m.served_output_tokens * m.made_years)
    m.npv = known((m.present_revenue - m.present_cost) * (1.0 - p.finance.tax_rate))
    m.lcot = known(m.present_cost / m.present_tokens)
    m.tax = known(p.finance.tax_rate * (m.revenue_rate - m.bought_rate - m.running_rate - m.capex * (1.0 - p.finance.residual) / p.finance.life))
    m.board_energy_per_output_token = known(m.board_power / m.throughput_per_accelerator)
    m.energy_per_response = known(m.power / m.request_rate)
    m.energy_per_output_token = known(m.energy_per_response / m.served_output_tokens)
    m.calls_per_request = known(m.tier1_share + m.tier2_share + m.tier3_share + m.tier4_share)
    m.error_cost_per_request = known(p.value.error_cost * (1.0 - m.quality) / p.value.calls)
    m.cost_with_errors = known(m.cost_per_request + m.error_cost_per_request)
    m.idle_share = known(m.idle_rate / m.cost_rate)
    m.error_share = known(1.0 - m.quality)
    m.decision_profit = known(m.decision_value - m.decision_token_cost)
    m.value_per_token_dollar = known(m.decision_value / m.decision_token_cost)
    m.value_density = known(m.decision_value / m.decision_tokens)
    m.value_over_price = known(m.value_density / m.list_price_per_token)
    m.value_rate = known(m.request_rate / p.value.calls * m.decision_profit)
    m.parity_time = known(m.parity_tokens / (m.model_rate * (m.served_input_tokens + m.served_output_tokens)))
    m.inference_compute_share = known(m.cost_rate / (m.cost_rate + m.training_rate))
