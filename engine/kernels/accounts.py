"""The accounts of a service: what it pays for supply, and what that makes a token, a task, a user, a year."""

import math

import numpy as np

from engine.jit import kernel, part
from engine.kernels.bill import (
    bought_request,
    bought_tokens,
    breakeven_volume,
    capped_usage,
    share_above,
    stated_times,
    task_tokens,
    top_usage,
)
from engine.kernels.chain import fill_bought_chain, fill_chain, fill_fabric
from engine.kernels.cost import (
    Rates,
    at_power,
    blended_rates,
    breakeven_output_price,
    hour,
    housing_charge,
    machine_charge,
    nameplate,
    owned_rates,
    rented_rates,
    revenue_per_request,
    token_costs,
)
from engine.kernels.demand import cold_start, fill_demand
from engine.kernels.fabric import Network, network
from engine.kernels.fleet import Demand, fleet
from engine.kernels.invest import Yearly, course, economic_life, internal_return, payback, present
from engine.kernels.lever_costs import lever_rates
from engine.kernels.power import all_in_power, duty
from engine.kernels.reliability import fill_reliability, standby_replicas
from engine.kernels.service import Serving
from engine.kernels.supply import Hours, mix
from engine.units import YEAR


@part
def fill_accounts(p: np.void, wanted: Demand, s: Serving, m: np.void) -> None:
    """Fill the money and energy of a service that runs machines, owned or rented."""
    net = network(p)
    fill_fabric(p, net, m)
    made = fleet(p, wanted, s, cold_start(p, m.weights_per_accelerator))
    brought = mix(p, made, _hours(p, net, m))
    m.replicas = brought.replicas
    m.accelerators = brought.replicas * m.accelerators_per_replica
    m.own_accelerators = brought.owned * m.accelerators_per_replica
    m.rented_accelerators = m.accelerators - m.own_accelerators
    m.own_base, m.own_served = brought.base, brought.served
    m.utilization = wanted.model / (brought.replicas * s.capacity)
    fill_demand(p, wanted.model, made.needed * (brought.replicas / made.replicas), m)
    fill_reliability(p, made.needed, made.spares, m)
    m.duty = duty(wanted.model, p.fleet.waste_share, s.rate, brought.replicas)
    m.power_per_accelerator = all_in_power(p, net.power, m.board_power, m.duty)
    m.power = m.power_per_accelerator * p.facility.pue * m.accelerators
    own = owned_rates(p, net, m.power_per_accelerator)
    busy = own
    if p.finance.supply == 2.0 and brought.owned > 0.0:
        own_duty = duty(wanted.model * brought.served, p.fleet.waste_share, s.rate, brought.owned)
        busy = at_power(p, own, all_in_power(p, net.power, m.board_power, own_duty))
    _fill_rates(p, busy, m)
    m.team_rate, m.bought_rate = p.finance.team / tiers_of(p), 0.0
    in_use = wanted.model / ((1.0 - p.fleet.waste_share) * s.rate)
    ready = standby_replicas(p, made.needed, in_use, m.region_availability) * m.accelerators_per_replica
    m.standby_rate = ready * m.accelerator_hour * p.reliability.standby_price
    _fill_totals(p, wanted, m)
    fill_chain(p, own, m)
    split = token_costs(p, m.cost_rate / wanted.model, s.prefill_share, s.idle_share)
    _fill_tokens(p, split.output, split.fresh, split.cached, m)
    _fill_prices(p, wanted, m)
    if m.price_per_request > 0.0:
        m.breakeven_utilization = m.utilization * m.cost_per_request / m.price_per_request
    m.energy_per_response = m.power / wanted.mean
    m.energy_per_output_token = m.energy_per_response / p.workload.output_tokens
    m.carbon_per_response = m.energy_per_response * p.facility.carbon
    _fill_alternatives(p, s, m)


@kernel
def fill_bought(p: np.void, wanted: Demand, m: np.void) -> None:
    """Fill what is known of a service that buys its tokens: stated times and money, no machines."""
    w, t = p.workload, p.api
    first, each = stated_times(t.ttft, t.variation), stated_times(t.tpot, t.variation)
    m.ttft_mean, m.ttft_p50, m.ttft_p95, m.ttft_p99 = first.mean, first.p50, first.p95, first.p99
    m.tpot_mean, m.tpot_p50, m.tpot_p95, m.tpot_p99 = each.mean, each.p50, each.p95, each.p99
    after = w.output_tokens - 1.0
    m.e2e_mean, m.e2e_p50 = first.mean + after * each.mean, first.p50 + after * each.p50
    m.e2e_p95, m.e2e_p99 = first.p95 + after * each.p95, first.p99 + after * each.p99
    m.speed_per_user = 1.0 / each.mean
    m.accelerators_per_replica, m.replicas, m.accelerators = 0.0, 0.0, 0.0
    m.own_accelerators, m.rented_accelerators = 0.0, 0.0
    m.own_base, m.own_served = 0.0, 0.0
    m.capex, m.capital_rate, m.facility_rate, m.energy_rate = 0.0, 0.0, 0.0, 0.0
    m.operations_rate, m.software_rate, m.rent_rate, m.accelerator_hour = 0.0, 0.0, 0.0, 0.0
    m.team_rate, m.standby_rate = 0.0, 0.0
    m.bought_per_request = bought_request(p)
    m.bought_rate = m.bought_per_request * wanted.model
    _fill_totals(p, wanted, m)
    fill_bought_chain(m)
    split = bought_tokens(p, m.cost_rate / wanted.model)
    _fill_tokens(p, split.output, split.fresh, split.cached, m)
    _fill_prices(p, wanted, m)


@kernel
def _hours(p: np.void, net: Network, m: np.void) -> Hours:
    """Return what an accelerator of a mixed fleet costs, owned and rented [$/s]; nothing of any other."""
    if p.finance.supply != 2.0:
        return Hours(0.0, 0.0, 0.0)
    s, resting = p.facility, all_in_power(p, net.power, m.board_power, 0.0)
    work = all_in_power(p, net.power, m.board_power, 1.0) - resting
    return Hours(hour(owned_rates(p, net, resting)), s.power_price * s.pue * work, hour(rented_rates(p)))


@part
def _fill_rates(p: np.void, owned: Rates, m: np.void) -> None:
    supply = p.finance.supply
    rented = rented_rates(p)
    share = 1.0 - supply
    if supply == 2.0:
        share = m.own_accelerators / m.accelerators
    rates = blended_rates(owned, rented, share)
    m.capex = rates.capex * m.own_accelerators
    m.capital_rate = rates.capital
    m.facility_rate = rates.facility
    m.energy_rate = rates.energy
    m.operations_rate = rates.operations
    m.software_rate = rates.software
    m.rent_rate = rates.rent
    m.accelerator_hour = hour(rates)
    _fill_hours(owned, rented, m)


@part
def _fill_hours(owned: Rates, rented: Rates, m: np.void) -> None:
    m.own_hour, m.rent_hour = hour(owned), hour(rented)
    if m.rent_hour > 0.0:
        m.own_breakeven = m.own_hour / m.rent_hour


@kernel
def _fill_totals(p: np.void, wanted: Demand, m: np.void) -> None:
    levers = lever_rates(p, wanted.mean, wanted.model, m.accelerators)
    m.prefix_rate, m.response_rate = levers.prefix, levers.response
    m.compression_rate, m.distilled_rate = levers.compression, levers.distilled
    m.levers_rate = levers.prefix + levers.response + levers.compression + levers.distilled
    m.storage_rate = p.finance.working_storage * p.finance.storage_price / tiers_of(p)
    m.cost_rate = m.accelerator_hour * m.accelerators + m.bought_rate + m.levers_rate
    m.cost_rate += m.storage_rate + m.team_rate + m.standby_rate
    m.cost_per_request = m.cost_rate / wanted.mean
    m.cost_per_token_all_in = m.cost_per_request / p.workload.output_tokens
    m.cost_per_user_month = m.cost_rate / p.workload.users
    m.cost_per_year = m.cost_rate
    _fill_capital(p, m)


@kernel
def _fill_capital(p: np.void, m: np.void) -> None:
    """Fill what capital and building of the owned machines cost by each way to charge them."""
    way, owned = p.finance.depreciation, m.own_accelerators
    m.capital_charged, m.capital_annuity, m.capital_straight = 0.0, 0.0, 0.0
    if owned > 0.0:
        capex, power = m.capex / owned, nameplate(p, m.fabric_power)
        m.capital_annuity = owned * (machine_charge(p, capex, 0.0) + housing_charge(p, power, 0.0))
        m.capital_straight = owned * (machine_charge(p, capex, 1.0) + housing_charge(p, power, 1.0))
        m.capital_charged = m.capital_straight if way == 1.0 else m.capital_annuity
        if way == 2.0:
            m.capital_charged = owned * (machine_charge(p, capex, way) + housing_charge(p, power, way))
    m.economic_cost_rate = m.cost_rate - m.capital_charged + m.capital_annuity
    m.accounting_cost_rate = m.cost_rate - m.capital_charged + m.capital_straight


@kernel
def _fill_tokens(p: np.void, output: float, fresh: float, cached: float, m: np.void) -> None:
    m.cost_per_output_token = output
    m.cost_per_input_token = fresh
    m.cost_per_cached_token = cached
    t, loop = p.task, task_tokens(p)
    m.task_output_tokens, m.task_input_tokens, m.task_cached_tokens = loop.output, loop.fresh, loop.cached
    m.tools_per_task = t.calls * t.tools * t.tool_price
    served = output * loop.output + fresh * loop.fresh + cached * loop.cached
    m.cost_per_task = (served + m.tools_per_task) / t.success


@kernel
def _fill_prices(p: np.void, wanted: Demand, m: np.void) -> None:
    t = p.price
    m.price_per_request = revenue_per_request(p, wanted.mean / p.workload.users) * m.price_mix
    m.margin_per_request = m.price_per_request - m.cost_per_request
    m.paid_cost_per_request = m.cost_per_request * t.paying_share
    if m.price_per_request > 0.0:
        m.gross_margin = 1.0 - m.cost_per_request / m.price_per_request
        m.compute_margin = 1.0 - m.paid_cost_per_request / m.price_per_request
    m.revenue_rate = m.price_per_request * wanted.mean
    m.profit_rate = m.revenue_rate - m.cost_rate
    m.free_rate = m.cost_rate * (1.0 - t.paying_share)
    m.revenue_per_user_month = m.revenue_rate / p.workload.users
    m.breakeven_price = breakeven_output_price(p, m.cost_per_request, m.price_mix)
    m.breakeven_subscription = m.cost_per_user_month / (t.paying_share * (1.0 - t.discount) * (1.0 - t.fees))


@part
def _fill_alternatives(p: np.void, s: Serving, m: np.void) -> None:
    """Weigh the fleet against buying the tokens: one replica with its spare is the least there is."""
    m.bought_per_request = bought_request(p)
    least = m.accelerator_hour * m.accelerators_per_replica * (1.0 + p.fleet.spare_share)
    most = s.rate * (1.0 - p.fleet.waste_share) / m.peak_over_mean
    m.api_breakeven = breakeven_volume(m.team_rate, least, most, m.bought_per_request)


@kernel
def tiers_of(p: np.void) -> float:
    """Return among how many tiers the service shares what it has once."""
    return float(p.routing.tiers) if p.routing.mode != 0.0 else 1.0


@kernel
def losing_share(p: np.void, cost_per_user: float) -> float:
    """Return the share of paying users whose usage costs more than a flat fee; NaN without one."""
    t = p.price
    if t.scheme != 1.0 or not cost_per_user > 0.0:
        return math.nan
    fee = t.subscription * (1.0 - t.discount) * (1.0 - t.fees)
    return share_above(p.usage.spread, fee / cost_per_user)


@kernel
def fill_usage(p: np.void, m: np.void) -> None:
    """Fill how unevenly users use the service, which is alike in all its tiers."""
    u = p.usage
    m.heavy_usage = top_usage(u.spread, u.top_share)
    m.capped_usage = capped_usage(u.spread, u.cap)


@kernel
def fill_factors(p: np.void, m: np.void) -> None:
    """Fill what a dollar of the first year is worth over the life, once the outlook is filled."""
    worth = present(course(p, m), p.finance.residual)
    m.sold_years, m.made_years = worth.sold * YEAR, worth.made * YEAR
    m.level_years, m.rent_years, m.capital_share = worth.level * YEAR, worth.rent * YEAR, worth.capital


@kernel
def fill_factors_like(first: np.void, m1: np.void, p: np.void, m: np.void) -> None:
    """Fill what `fill_factors` does, from tier 1, `first` with its `m1`, where the years are alike."""
    if course(p, m) == course(first, m1) and p.finance.residual == first.finance.residual:
        m.sold_years, m.made_years, m.level_years = m1.sold_years, m1.made_years, m1.level_years
        m.rent_years, m.capital_share = m1.rent_years, m1.capital_share
    else:
        fill_factors(p, m)


@kernel
def fill_years(p: np.void, m: np.void) -> None:
    """Fill what users and the years ahead make of a service of one tier, once its outlook is filled.

    Of a service of several tiers formulas make it.
    """
    fill_usage(p, m)
    m.capped_cost_per_user = m.cost_per_user_month * m.capped_usage
    m.heavy_cost_per_user = m.cost_per_user_month * m.heavy_usage / p.usage.top_share
    m.full_cost_per_request = m.cost_per_request + m.training_rate / m.request_rate
    m.training_per_output_token = m.training_rate / (m.request_rate * m.served_output_tokens)
    m.running_rate = m.cost_rate - m.capital_rate * m.accelerators - m.bought_rate
    fill_factors(p, m)
    tax = p.finance.tax_rate
    m.present_revenue = m.revenue_rate * m.sold_years
    rented = m.rent_rate * m.accelerators
    m.present_cost = m.capex * m.capital_share + (m.running_rate - rented) * m.level_years
    m.present_cost += rented * m.rent_years
    m.present_cost += m.bought_rate * m.sold_years
    m.present_tokens = m.request_rate * m.served_output_tokens * m.made_years
    m.npv = (m.present_revenue - m.present_cost) * (1.0 - tax)
    m.lcot = m.present_cost / m.present_tokens
    written_off = m.capex * (1.0 - p.finance.residual) / p.finance.life
    m.tax = tax * (m.revenue_rate - m.bought_rate - m.running_rate - written_off)


@kernel
def fill_returns(p: np.void, m: np.void) -> None:
    """Fill what only the service as a whole has, and no tier of it.

    That is return, payback and the first year at a loss from the cash of the first year, and the share of
    users who pay less than they cost.
    """
    m.losing_users = losing_share(p, m.cost_per_user_month)
    rent = m.rent_rate * m.accelerators * YEAR
    bought, fixed = m.bought_rate * YEAR, m.running_rate * YEAR - rent
    y = Yearly(m.revenue_rate * YEAR, bought, fixed, m.capex, p.finance.residual, rent)
    c = course(p, m)
    m.irr = internal_return(y, c)
    m.payback = payback(y, c) * YEAR
    m.economic_life = economic_life(y, c) * YEAR
