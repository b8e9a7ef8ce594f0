"""Money: what the fleet costs by the hour, and what that makes a token, a call, a user cost."""

import math
from typing import NamedTuple

import numpy as np

from engine.jit import kernel
from engine.kernels.fabric import Network
from engine.kernels.levers import paid_share, sent_tokens
from engine.units import YEAR


class Rates(NamedTuple):
    """Cost of one accelerator [$/s], by cause, and its purchase price [$].

    Of a fleet partly owned these are means over all its accelerators; `capex` is that of an owned one.
    """

    capex: float
    capital: float
    facility: float
    energy: float
    operations: float
    software: float
    rent: float


class TokenCosts(NamedTuple):
    """Cost of one token [$] by the chosen split."""

    output: float
    fresh: float
    cached: float


@kernel
def power_of(base: float, years: float) -> float:
    """Return `base` to the power of `years`, by squaring where the years are whole."""
    whole = int(years)
    if whole != years or whole > 64 or whole < 0:
        return base**years
    made = 1.0
    while whole > 0:
        if whole & 1:
            made *= base
        base *= base
        whole >>= 1
    return made


@kernel
def capital_recovery(rate: float, years: float) -> float:
    r"""Return the yearly payment per unit of capital [1/year].

    .. math:: r (1 + r)^n / ((1 + r)^n - 1)

    Zero `rate` gives straight line, 1 / `years`.
    """
    if rate < 1e-9:
        return 1.0 / years
    growth = power_of(1.0 + rate, years)
    return rate * growth / (growth - 1.0)


@kernel
def capital_charge(capex: float, residual: float, rate: float, years: float, way: float) -> float:
    """Return the yearly charge on `capex` with a share `residual` left at the end [$/year].

    `way` is the code of `finance.depreciation`: the annuity recovers the price less the discounted
    residual; straight line ignores interest, or adds it on the mean of price and residual.
    """
    if way == 0.0:
        if rate < 1e-9:
            return capex * (1.0 - residual) / years
        growth = power_of(1.0 + rate, years)
        return capex * (growth - residual) * rate / (growth - 1.0)
    straight = capex * (1.0 - residual) / years
    return straight + (0.5 * rate * capex * (1.0 + residual) if way == 2.0 else 0.0)


@kernel
def purchase(p: np.void, net: Network) -> float:
    """Return what one accelerator costs to buy with its shares of server, network and storage [$]."""
    return p.accelerator.price + p.accelerator.server_price + net.price + net.nics + p.finance.storage


@kernel
def nameplate(p: np.void, network_power: float) -> float:
    """Return the power that one accelerator with its host and network is supplied for [W]."""
    return max(p.accelerator.system_power, p.accelerator.tdp) + network_power


@kernel
def machine_charge(p: np.void, capex: float, way: float) -> float:
    """Return the capital charge on one owned accelerator of price `capex` [$] by `way` [$/s]."""
    f = p.finance
    return capital_charge(capex, f.residual, f.cost_of_capital, f.life / YEAR, way) / YEAR


@kernel
def housing_charge(p: np.void, power: float, way: float) -> float:
    """Return what space, power and cooling for `power` of nameplate [W] cost [$/s].

    An own building is recovered over its own life; land keeps its value and costs interest only.
    """
    s, c, r = p.facility, p.chain, p.finance.cost_of_capital
    if s.housing == 0.0:
        return s.colocation * power
    building = capital_charge(c.construction, 0.0, r, c.construction_life / YEAR, way)
    land = 0.0 if way == 1.0 else r * s.land_price
    return (building + land + s.upkeep * c.construction) * power / YEAR


@kernel
def owned_rates(p: np.void, net: Network, power: float) -> Rates:
    """Return what an owned accelerator of network `net` costs per second.

    It draws `power` in the mean, before PUE [W].
    """
    f = p.finance
    capex = purchase(p, net)
    return Rates(
        capex,
        machine_charge(p, capex, f.depreciation),
        housing_charge(p, nameplate(p, net.power), f.depreciation),
        energy_charge(p, power),
        (f.staff + f.maintenance) * capex / YEAR,
        f.software,
        0.0,
    )


@kernel
def energy_charge(p: np.void, power: float) -> float:
    """Return what the electricity of `power` before PUE [W] costs [$/s]."""
    return p.facility.power_price * power * p.facility.pue


@kernel
def at_power(p: np.void, rates: Rates, power: float) -> Rates:
    """Return `rates` for an accelerator that draws `power` instead, before PUE [W]."""
    r = rates
    energy = energy_charge(p, power)
    return Rates(r.capex, r.capital, r.facility, energy, r.operations, r.software, r.rent)


@kernel
def rented_rates(p: np.void) -> Rates:
    """Return what a rented accelerator costs per second: the rent covers machine, building and power."""
    f = p.finance
    return Rates(0.0, 0.0, 0.0, 0.0, 0.0, f.software, p.accelerator.rent * (1.0 + f.rent_uplift))


@kernel
def blended_rates(owned: Rates, rented: Rates, share: float) -> Rates:
    """Return the mean cost of an accelerator where a `share` of them is `owned`."""
    rest = 1.0 - share
    return Rates(
        owned.capex,
        share * owned.capital,
        share * owned.facility,
        share * owned.energy,
        share * owned.operations,
        share * owned.software + rest * rented.software,
        rest * rented.rent,
    )


@kernel
def hour(r: Rates) -> float:
    """Return the sum of the rates [$/s]."""
    return r.capital + r.facility + r.energy + r.operations + r.software + r.rent


@kernel
def token_costs(p: np.void, cost_per_request: float, prefill_share: float, idle_share: float) -> TokenCosts:
    """Return the cost of one output, computed and cached input token by `finance.attribution` [$].

    By busy time, a computed input token costs its share of the time a replica spends on prefill; the
    rest of the machine, weight reads and waiting included, falls on output. Idle time is spread
    pro rata, so the parts add up to `cost_per_request`.

    Parameters
    ----------
    cost_per_request : float
        All cost over useful requests that reach the model [$].
    prefill_share, idle_share : float
        Shares of a replica's time at the peak, 0-1: busy on prefill, and not busy at all.
    """
    w, f = p.workload, p.finance
    fresh = w.input_tokens * (1.0 - w.cached_share)
    hit = w.input_tokens * w.cached_share
    if f.attribution == 1.0:
        return TokenCosts(cost_per_request / w.output_tokens, 0.0, 0.0)
    if f.attribution == 2.0:
        each = cost_per_request / (w.output_tokens + w.input_tokens)
        return TokenCosts(each, each, each)
    busy = max(1.0 - idle_share, 1e-12)
    share = min(prefill_share / busy, 1.0)
    weight = fresh + hit * f.cache_share
    per_input = cost_per_request * share / weight
    return TokenCosts(
        cost_per_request * (1.0 - share) / w.output_tokens, per_input, per_input * f.cache_share
    )


@kernel
def revenue_per_request(p: np.void, requests_per_user: float) -> float:
    """Return what a mean request earns [$].

    `requests_per_user` is the mean rate of one user over the month [1/s]. Discount and fees come
    off; requests that do not pay dilute the rest.
    """
    t = p.price
    keep = t.paying_share * (1.0 - t.discount) * (1.0 - t.fees)
    if t.scheme == 1.0:
        return t.subscription / requests_per_user * keep
    return listed_price(p) * keep


@kernel
def listed_price(p: np.void) -> float:
    """Return what a mean request is listed at where some are answered from a store [$]."""
    return full_price(p) * paid_share(p)


@kernel
def full_price(p: np.void) -> float:
    """Return what a request that the model answers is listed at [$]: users pay for the prompt they send."""
    w, t = p.workload, p.price
    sent = sent_tokens(p)
    hit = sent * w.cached_share
    listed = t.input * t.write * (sent - hit) + t.cached * hit + t.output * w.output_tokens
    return float(listed * (t.long_price if sent > t.long_from else 1.0))


@kernel
def breakeven_output_price(p: np.void, cost_per_request: float, mix: float) -> float:
    """Return the output price at which token sales cover the cost, other prices in step [$/token].

    A mean request pays `mix` over the list price. NaN where no price does, since nothing of it is kept.
    """
    w, t = p.workload, p.price
    keep = t.paying_share * (1.0 - t.discount) * (1.0 - t.fees) * mix
    listed = listed_price(p)
    if t.output > 0.0 and listed > 0.0:
        return t.output * cost_per_request / (listed * keep) if keep > 0.0 else math.nan
    sold = w.output_tokens * paid_share(p) * keep
    return cost_per_request / sold if sold > 0.0 else math.nan


@kernel
def cost_per_token(hour_cost: float, tokens_per_second: float) -> float:
    """Return the cost of one token on a machine of `hour_cost` [$/s] making `tokens_per_second` [$]."""
    return hour_cost / tokens_per_second


@kernel
def compute_energy(flop: float, peak: float, utilization: float, power: float, pue: float) -> float:
    """Return the energy of `flop` on a part of `peak` FLOP/s used at `utilization` drawing `power` [J]."""
    return flop / (peak * utilization) * power * pue


@kernel
def cache_breakeven_calls(write: float, read: float) -> float:
    """Return the calls after which a cache write at `write` x input price, reads at `read` x, has paid.

    n plain calls cost n; cached they cost write + (n - 1) read.
    """
    return (write - read) / (1.0 - read)
