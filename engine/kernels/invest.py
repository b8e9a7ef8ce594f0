"""The years after a purchase in closed form: present values, levelised cost, return, payback, retirement.

Year t of n brings revenue R (q g)^(t-1), buys tokens for V (q g)^(t-1), costs F and rent S r^(t-1): prices
move by q a year, software makes g times the tokens of the year before, all of them sold, machines and
their upkeep stay, rent moves by r, which is 1 under a contract over the life. q and q g are the outlook's
`price_trend` and `deployment_factor`. Cash comes at the
end of each year. A life of broken years continues the geometric sums.
"""

import math
from typing import NamedTuple

import numpy as np

from engine.jit import kernel
from engine.kernels.cost import power_of
from engine.units import YEAR

#: Longest economic life that is told [years]: beyond it nothing said of prices holds.
LONGEST = 50.0


class Yearly(NamedTuple):
    """Cash of the first year, the purchase [$] and what is left of it at the end, 0-1; the first rent [$]."""

    revenue: float
    bought: float
    fixed: float
    capex: float
    residual: float
    rent: float


class Course(NamedTuple):
    """How the years differ: cost of capital, years, yearly growth of money, tokens and rent, tax, 0-1."""

    rate: float
    years: float
    money: float
    tokens: float
    tax: float
    rent: float


class Present(NamedTuple):
    """What a dollar of the first year is worth over the whole life, discounted [years].

    Attributes
    ----------
    sold, made, level, rent : float
        Of one that moves with money, of a token that moves with tokens, of one that stays, of one of rent.
    capital : float
        Dollars that revenue must cover before tax per dollar of purchase.
    """

    sold: float
    made: float
    level: float
    rent: float
    capital: float


@kernel
def course(p: np.void, m: np.void) -> Course:
    """Return how the years of record `p` differ, by the outlook in `m`."""
    f, money = p.finance, m.deployment_factor
    rents = f.supply == 1.0 or f.supply == 2.0
    moves = 1.0 + p.outlook.rent_change if rents and f.rent_path == 1.0 else 1.0
    return Course(f.cost_of_capital, f.life / YEAR, money, money / m.price_trend, f.tax_rate, moves)


@kernel
def geometric(x: float, last: float, n: float) -> float:
    """Return 1 + x + ... + x^(n-1), where `last` is x^n; three terms of its series about x = 1."""
    d = x - 1.0
    if abs(d) < 1e-5:
        return n * (1.0 + 0.5 * (n - 1.0) * d * (1.0 + (n - 2.0) * d / 3.0))
    return (last - 1.0) / d


@kernel
def present(c: Course, residual: float) -> Present:
    """Return the present values of the years, with a share `residual` of the purchase left at their end.

    Capital is the purchase less the present residual and the tax saved by straight-line depreciation, over
    what tax leaves of a dollar: so the net present value is what tax leaves of revenue less cost, and
    cost over tokens is the constant price at which it is zero.
    """
    a = 1.0 / (1.0 + c.rate)
    end = power_of(a, c.years)
    level = a * geometric(a, end, c.years)
    sold = a * geometric(c.money * a, power_of(c.money, c.years) * end, c.years)
    made = a * geometric(c.tokens * a, power_of(c.tokens, c.years) * end, c.years)
    rent = level
    if c.rent != 1.0:
        rent = a * geometric(c.rent * a, power_of(c.rent, c.years) * end, c.years)
    shield = c.tax * (1.0 - residual) / c.years * level
    return Present(sold, made, level, rent, (1.0 - residual * end - shield) / (1.0 - c.tax))


@kernel
def internal_return(y: Yearly, c: Course) -> float:
    """Return the cost of capital at which the net present value is zero [1/year], NaN where none is.

    Newton's method in the discount factor v. The largest flow over the price bounds the return from above;
    from there the value rises with v, and a fall before it is zero means there is no return; unless the first
    year is at a loss that later ones make good, which lies behind the fall.
    """
    kept, n = 1.0 - c.tax, c.years
    sold, rent = kept * (y.revenue - y.bought), kept * y.rent
    paid = kept * y.fixed - c.tax * y.capex * (1.0 - y.residual) / n
    total, rents = power_of(c.money, n), power_of(c.rent, n)
    most = max(sold, sold * total / c.money) - paid - min(rent, rent * rents / c.rent)
    if y.capex <= 0.0 or most <= 0.0:
        return math.nan
    v = y.capex / (y.capex + most)
    for _ in range(60):
        end, x = power_of(v, n), c.money * v
        last = total * end
        here, there = geometric(x, last, n), geometric(v, end, n)
        value = y.capex * (y.residual * end - 1.0) + v * (sold * here - paid * there)
        slope = y.capex * y.residual * n * end / v + sold * _slope(here, x, last, n)
        slope -= paid * _slope(there, v, end, n)
        if rent > 0.0:
            x = c.rent * v
            owed = geometric(x, rents * end, n)
            value -= v * rent * owed
            slope -= rent * _slope(owed, x, rents * end, n)
        if not slope > 0.0:
            if sold >= paid + rent or v >= 20.0:
                return math.nan
            v *= 2.0
            continue
        # Where it hardly rises yet, a step would go far past where it is zero.
        step = max(value / slope, -v)
        v -= step
        if abs(step) < 1e-13 * v:
            return 1.0 / v - 1.0
        if not 0.0 < v < 20.0:
            return math.nan
    return math.nan


@kernel
def _slope(total: float, x: float, last: float, n: float) -> float:
    """Return the derivative of x (1 + ... + x^(n-1)), whose sum is `total`, by the factor inside x."""
    d = x - 1.0
    if abs(d) < 1e-3:
        return 0.5 * n * (n + 1.0) * (1.0 + 2.0 * (n - 1.0) * d / 3.0)
    return total + (n * last - x * total) / d


@kernel
def payback(y: Yearly, c: Course) -> float:
    """Return the years until the cash earned repays the purchase, NaN where it does not in its life."""
    kept = 1.0 - c.tax
    sold, rent = kept * (y.revenue - y.bought), kept * y.rent
    paid = kept * y.fixed - c.tax * y.capex * (1.0 - y.residual) / c.years
    owed = y.capex
    if owed <= 0.0:
        return math.nan
    t = 0.0
    while t < c.years:
        flow = sold - paid - rent
        part = min(c.years - t, 1.0)
        if owed <= flow * part:
            return t + owed / flow
        owed -= flow * part
        sold *= c.money
        rent *= c.rent
        t += 1.0
    return math.nan


@kernel
def economic_life(y: Yearly, c: Course) -> float:
    """Return the first year whose running cost exceeds its revenue, at most `LONGEST`.

    What is left over is concave in time once divided by the trend of money, so it turns below zero once:
    rent that moves is searched by halving, each step a square of the trends.
    """
    earned, fixed = y.revenue - y.bought, y.fixed
    if c.rent != 1.0 and y.rent > 0.0:
        return _searched(earned, fixed, y.rent, c)
    fixed += y.rent
    if fixed > earned:
        return 1.0
    if c.money >= 1.0 or fixed <= 0.0:
        return LONGEST
    return min(math.floor(math.log(fixed / earned) / math.log(c.money) + 1.0 + 1e-9) + 1.0, LONGEST)


@kernel
def _searched(earned: float, fixed: float, rent: float, c: Course) -> float:
    if fixed + rent > earned:
        return 1.0
    # Squares of the trends up to the 32nd power; then the years that still earn, from the largest step down.
    m1, r1 = c.money, c.rent
    m2, r2 = m1 * m1, r1 * r1
    m4, r4 = m2 * m2, r2 * r2
    m8, r8 = m4 * m4, r4 * r4
    m16, r16 = m8 * m8, r8 * r8
    past, money, owed = 0.0, earned, rent
    for step, by, also in (
        (32.0, m16 * m16, r16 * r16), (16.0, m16, r16), (8.0, m8, r8), (4.0, m4, r4), (2.0, m2, r2),
        (1.0, m1, r1),
    ):  # fmt: skip
        if money * by >= (fixed + owed * also) * (1.0 - 1e-12):
            past, money, owed = past + step, money * by, owed * also
    return min(past + 2.0, LONGEST)
