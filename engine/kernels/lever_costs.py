"""What levers cost by themselves, beside the fleet."""

from typing import NamedTuple

import numpy as np

from engine.jit import kernel
from engine.kernels.cost import capital_charge
from engine.kernels.levers import sent_tokens
from engine.units import YEAR


class LeverRates(NamedTuple):
    """What levers cost by themselves [$/s]: holding prefixes, look-ups, compression, distilling."""

    prefix: float
    response: float
    compression: float
    distilled: float


@kernel
def lever_rates(p: np.void, asked: float, served: float, accelerators: float) -> LeverRates:
    """Return what levers cost by themselves, from an effective record [$/s].

    Parameters
    ----------
    asked, served : float
        Requests of users, and those of them that reach the model [1/s].
    accelerators : float
        Of the whole fleet.
    """
    v, f = p.levers, p.finance
    prefix = response = compression = distilled = 0.0
    if v.prefix == 1.0:
        held = v.prefix_host * v.prefix_host_price + v.prefix_disk * v.prefix_disk_price
        prefix = accelerators * held
    if v.response == 1.0:
        response = asked * v.response_cost
    if v.compression == 1.0:
        compression = served * sent_tokens(p) * v.compression_cost
    if v.distilled == 1.0:
        years = v.distilled_life / YEAR
        charge = capital_charge(v.distilled_cost, 0.0, f.cost_of_capital, years, f.depreciation)
        distilled = charge / YEAR
    return LeverRates(prefix, response, compression, distilled)
