"""Formulas of the years ahead, each a function of plain numbers: theory 6.2 and 6.3."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def triangle_quantile(share: float, low: float, mode: float, high: float) -> float:
    """Return the `share` quantile of a triangular distribution; the mode is held between the ends."""
    low, high = min(low, high), max(low, high)
    mode = min(max(mode, low), high)
    if high <= low:
        return low
    turn = (mode - low) / (high - low)
    if share < turn:
        return low + math.sqrt(share * (high - low) * (mode - low))
    return high - math.sqrt((1.0 - share) * (high - low) * (high - mode))


def own_silicon_share(year: float, start: float, end: float, steepness: float) -> float:
    """Return the share of capacity on own silicon in `year`, 0-1.

    A logistic path about the middle of 2024-2030 that passes through `start` and `end` at these years;
    `steepness` [1/year] is its growth rate there. Source: theory 6.2, after TrendForce.
    """

    def logistic(at: float) -> float:
        return 0.5 * (1.0 + math.tanh(0.5 * steepness * (at - 2027.0)))

    first, last = logistic(2024.0), logistic(2030.0)
    share = start + (end - start) * (logistic(year) - first) / (last - first)
    return min(max(share, 0.0), 1.0)


def price_at_margin(margin: float, before: float) -> float:
    """Return price at gross `margin` over price at margin `before`, the bill of materials unchanged."""
    return (1.0 - before) / (1.0 - margin)


def learned(volume: float, rate: float) -> float:
    """Return a price after cumulative `volume` (1 at the start) over that of the start, by Wright's law.

    .. math:: v^{-b}, 1 - 2^{-b} = rate
    """
    return float(max(volume, 1e-12) ** math.log2(1.0 - rate))


def cumulative_at_start(growth: float, retirement: float) -> float:
    """Return all capacity ever ordered over what is installed, after long growth at a steady rate.

    Orders of a year are (growth + retirement) / (1 + growth) of what is installed, and each year
    before ordered 1 / (1 + growth) of the next; with little growth twenty years count.
    """
    last = (growth + retirement) / (1.0 + growth)
    back = 1.0 / (1.0 + growth)
    years = 20.0 if back > 0.999 else (1.0 - back**20) / (1.0 - back)
    return last * years


def order(need: float, before: float, retirement: float) -> float:
    """Return what is bought in a year that needs `need` when `before` was installed the year before."""
    return max(0.0, need - before * (1.0 - retirement))


def orders(need: Sequence[float] | Floats, retirement: float, past_growth: float) -> tuple[Floats, Floats]:
    """Return (installed, ordered) by year by the accelerator principle, both shape (n,).

    .. math:: K_t = K_{t-1} (1 - d) + I_t, I_t = max(0, need_t - K_{t-1} (1 - d))

    Parameters
    ----------
    need : sequence, shape (n,)
        Capacity needed each year.
    retirement : float
        Share d of what is installed that leaves service in a year.
    past_growth : float
        Growth of capacity in the year before the first.
    """
    installed, ordered = np.zeros(len(need)), np.zeros(len(need))
    before = float(need[0]) / (1.0 + past_growth)
    for t, wanted in enumerate(need):
        ordered[t] = order(float(wanted), before, retirement)
        before = installed[t] = before * (1.0 - retirement) + ordered[t]
    return installed, ordered


def age_at_start(growth: float, retirement: float) -> float:
    """Return the mean age [years] of a fleet that grew at a steady rate and retires evenly."""
    kept = (1.0 - retirement) / (1.0 + growth)
    return kept / (1.0 - kept) if kept < 1.0 else math.inf


def ages(installed: Floats, ordered: Floats, first: float) -> Floats:
    """Return the fleet's mean age [years] each year from `first`, shape (n,)."""
    found = np.zeros(installed.size)
    found[0] = first
    for t in range(1, installed.size):
        kept = installed[t] - ordered[t]
        found[t] = kept * (found[t - 1] + 1.0) / installed[t] if installed[t] > 0.0 else 0.0
    return found


def crossing(years: Floats, first: Floats, second: Floats) -> float:
    """Return when `first` overtakes `second` for good within what is seen, as a fraction of a year.

    Between years both grow evenly. Where `first` is ahead from the start, its lead of the first year is
    followed backwards; NaN where it never overtakes.
    """
    if years.size < 2 or not (np.all(first > 0.0) and np.all(second > 0.0)):
        return math.nan
    lead = np.log(first / second)
    behind = np.flatnonzero(lead < 0.0)
    if behind.size and behind[-1] == lead.size - 1:
        return math.nan
    at = int(behind[-1]) if behind.size else 0
    gain = lead[at + 1] - lead[at]
    apart = years[at + 1] - years[at]
    return float(years[at] - lead[at] / gain * apart) if gain > 0.0 else math.nan


def repaid(years: Floats, rate: Floats, sum_due: float) -> float:
    """Return when the integral of `rate` [1/year] from the first year reaches `sum_due`; NaN if not seen.

    `rate` grows evenly between years; `years` mark the beginning of each.
    """
    left = sum_due
    for t in range(years.size - 1):
        growth = math.log(rate[t + 1] / rate[t]) if rate[t] > 0.0 and rate[t + 1] > 0.0 else 0.0
        year = rate[t] * (math.expm1(growth) / growth if abs(growth) > 1e-12 else 1.0)
        if year >= left:
            part = left / rate[t]
            return float(years[t] + (math.log1p(growth * part) / growth if abs(growth) > 1e-12 else part))
        left -= year
    return math.nan
