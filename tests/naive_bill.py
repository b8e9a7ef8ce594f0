"""The bill once more in plain floats: years added one by one, users drawn, hours counted."""

import math

YEAR_HOURS = 8760


def flows(first, bought, fixed, growth, years, rent=0.0, moves=1.0):
    """Cash of each whole year before tax."""
    return [(first - bought) * growth**t - fixed - rent * moves**t for t in range(years)]


def after_tax(cash, capex, residual, tax):
    """Cash of each year after tax on profit less straight-line depreciation."""
    depreciation = capex * (1 - residual) / len(cash)
    return [c - tax * (c - depreciation) for c in cash]


def npv(capex, residual, cash, rate):
    """Net present value of a purchase and the yearly `cash` it brings, residual at the end."""
    total = sum(c / (1 + rate) ** (t + 1) for t, c in enumerate(cash))
    return -capex + total + capex * residual / (1 + rate) ** len(cash)


def irr(capex, residual, cash):
    """Largest rate at which the net present value is zero, by halving."""
    low, high = -0.9, max(cash) / capex + 1e-9
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if npv(capex, residual, cash, middle) > 0 else (low, middle)
    return (low + high) / 2


def payback(capex, cash):
    """Years until the cash, even over each year, repays the purchase; None if never."""
    owed = capex
    for year, flow in enumerate(cash):
        if owed <= flow:
            return year + owed / flow
        owed -= flow
    return None


def first_year_at_a_loss(earned, fixed, growth, rent=0.0, moves=1.0):
    """The first year whose running cost exceeds what is earned; 50 for never."""
    for year in range(1, 50):
        if earned < fixed + rent:
            return year
        earned *= growth
        rent *= moves
    return 50


def task_tokens(first, output, hit, calls, growth, cached):
    """Computed input, cached input and output tokens, call by call."""
    computed = found = 0.0
    before = 0.0
    for call in range(calls):
        context = first + call * growth
        reused = hit * first if call == 0 else cached * before
        computed += context - reused
        found += reused
        before = context
    return computed, found, calls * output


def own_share(ratio, base, steps=200_000):
    """Share of demand and mean of the rest, in units of the peak, hour by hour of the duration curve."""
    demand = [((i + 0.5) / steps) ** (ratio - 1) for i in range(steps)]
    served = sum(min(d, base) for d in demand) / steps
    mean = sum(demand) / steps
    return served / mean, mean - served


def lognormal_users(spread, count=400_000):
    """Usage of equally likely users, mean 1: quantiles of a lognormal at their middle ranks."""
    from statistics import NormalDist

    unit = NormalDist()
    return [math.exp(spread * unit.inv_cdf((i + 0.5) / count) - spread * spread / 2) for i in range(count)]
