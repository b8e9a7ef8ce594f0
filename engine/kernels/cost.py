"""Money: what the fleet costs by the hour, and what that makes a token, a call, a user cost."""

from typing import NamedTuple

import numpy as np

from engine.jit import kernel
from engine.kernels.fabric import network
from engine.kernels.levers import paid_share, sent_tokens
from engine.units import YEAR


class Rates(NamedTuple):
    """Cost of one accelerator [$/s], by cause, and its purchase price [$]."""

    capex: float
    capital: float
    facility: float
    energy: float
    operations: float
    software: float


class TokenCosts(NamedTuple):
    """Cost of one token [$] by the chosen split."""

    output: float
    fresh: float
    cached: float


@kernel
def capital_recovery(rate: float, years: float) -> float:
    r"""Return the yearly payment per unit of capital [1/year].

    .. math:: r (1 + r)^n / ((1 + r)^n - 1)

    Zero `rate` gives straight line, 1 / `years`.
    """
    if rate < 1e-9:
        return 1.0 / years
    growth = (1.0 + rate) ** years
    return rate * growth / (growth - 1.0)


@kernel
def capital_charge(capex: float, residual: float, rate: float, years: float, straight: float) -> float:
    """Return the yearly charge on `capex` with a share `residual` left at the end [$/year].

    The annuity recovers the price less the discounted residual; straight line ignores interest.
    """
    if straight == 1.0:
        return capex * (1.0 - residual) / years
    left = capex * residual / (1.0 + rate) ** years
    return (capex - left) * capital_recovery(rate, years)


@kernel
def owned_rates(p: np.void, power: float) -> Rates:
    """Return what one accelerator costs per second who owns it; `power` as in `accelerator_rates`."""
    a, f, s = p.accelerator, p.finance, p.facility
    net = network(p)
    nameplate = max(a.system_power, a.tdp) + net.power
    capex = a.price + a.server_price + net.price + net.nics + f.storage
    years = f.life / YEAR
    capital = capital_charge(capex, f.residual, f.cost_of_capital, years, f.depreciation) / YEAR
    facility = s.colocation * nameplate
    energy = s.power_price * power * s.pue
    operations = (f.staff + f.maintenance) * capex / YEAR
    return Rates(capex, capital, facility, energy, operations, f.software)


@kernel
def accelerator_rates(p: np.void, power: float) -> Rates:
    """Return what one accelerator costs per second when it draws `power` in the mean, before PUE [W].

    Rented: the hourly price with its uplift covers machine, building and electricity.
    """
    a, f = p.accelerator, p.finance
    if f.supply == 1.0:
        return Rates(0.0, a.rent * (1.0 + f.rent_uplift), 0.0, 0.0, 0.0, f.software)
    return owned_rates(p, power)


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
    """Return what a mean request is listed at [$]: users pay for the prompt they send."""
    w, t = p.workload, p.price
    sent = sent_tokens(p)
    fresh = sent * (1.0 - w.cached_share)
    listed = t.input * fresh + t.cached * sent * w.cached_share + t.output * w.output_tokens
    return listed * paid_share(p)


@kernel
def breakeven_output_price(p: np.void, cost_per_request: float) -> float:
    """Return the output price at which token sales cover the cost, other prices in step [$/token]."""
    w, t = p.workload, p.price
    keep = t.paying_share * (1.0 - t.discount) * (1.0 - t.fees)
    listed = listed_price(p)
    if t.output <= 0.0 or listed <= 0.0:
        return cost_per_request / (w.output_tokens * paid_share(p) * keep)
    return t.output * cost_per_request / (listed * keep)


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
