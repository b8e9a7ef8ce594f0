"""The cash of a service year by year, as `engine.kernels.invest` sums it up."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.drivers.point import Point
from engine.scenario import Scenario
from engine.units import YEAR

Floats = NDArray[np.float64]

#: Points within a year.
PER_YEAR = 12


@dataclass(frozen=True, slots=True)
class Cash:
    """Cash from the purchase on.

    Attributes
    ----------
    years : ndarray, shape (n,)
        Years since the purchase, 0 to the end of the machines' life.
    total, present : ndarray, shape (n,)
        Cash until then, and the same discounted [$]; the residual comes at the very end. A year's cash
        comes evenly over it in `total`, and at its end in `present`, as in the net present value.
    yearly : ndarray, shape (whole years,)
        Cash of each year after tax, the last one perhaps broken.
    life : float
    payback, loss : float
        Years until the purchase is repaid, and the first year at a loss; NaN where there is none in the
        life.
    """

    years: Floats
    total: Floats
    present: Floats
    yearly: Floats
    life: float
    payback: float
    loss: float


def cash(scenario: Scenario, here: Point) -> Cash | None:
    """Return the cash of `scenario`, evaluated as `here`; None where it serves nobody."""
    worth = here.base("npv")
    if not math.isfinite(worth):
        return None
    life, capex = scenario.number("finance.life"), here.base("capex")
    residual, tax = scenario.number("finance.residual"), scenario.number("finance.tax_rate")
    count = math.ceil(life - 1e-9)
    parts = np.minimum(life - np.arange(count), 1.0)
    growth = here.base("deployment_factor") ** np.arange(count)
    sold = (here.base("revenue_rate") - here.base("bought_rate")) * YEAR * growth
    rent = here.base("rent_rate") * here.base("accelerators") * YEAR
    moves = 1.0 + scenario.number("outlook.rent_change")
    moves = moves if scenario.get("finance.rent_path") == "market" else 1.0
    fixed = here.base("running_rate") * YEAR - rent + rent * moves ** np.arange(count)
    written = capex * (1.0 - residual) / life
    yearly = parts * ((1.0 - tax) * (sold - fixed) + tax * written)
    steps = np.linspace(0.0, 1.0, PER_YEAR + 1)[1:]
    years = np.concatenate([[0.0], *(n + part * steps for n, part in enumerate(parts))])
    made = np.concatenate([[0.0], *(flow * steps for flow in yearly)])
    before = np.concatenate([[0.0], np.repeat(np.cumsum(yearly) - yearly, PER_YEAR)])
    total = made + before - capex
    total[-1] += capex * residual
    rate = 1.0 + scenario.number("finance.cost_of_capital")
    ends = np.cumsum(parts)
    worths = np.concatenate([[0.0], np.repeat(np.cumsum(yearly * rate**-ends), PER_YEAR)])
    earlier = np.concatenate(
        [[0.0], np.repeat(np.cumsum(yearly * rate**-ends) - yearly * rate**-ends, PER_YEAR)]
    )
    share = np.concatenate([[0.0], np.tile(steps, count)])
    present = earlier + (worths - earlier) * share - capex
    # A broken life continues the sums of whole years; the end is the kernel's.
    present[-1] = worth
    loss = here.shown("economic_life")
    return Cash(
        years, total, present, yearly, life, here.shown("payback"), loss if loss <= life else math.nan
    )
