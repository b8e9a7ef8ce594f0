"""A year ahead in closed form: cost, price, use and the spend on machines; training's parity."""

import math

import numpy as np

from engine.jit import part


@part
def fill_outlook(p: np.void, m: np.void) -> None:
    r"""Fill the outlook metrics of `m`; theory 6.2 and 6.3.

    With cost falling by c a year, pass-through theta and elasticity e, price moves by
    :math:`c^\theta`, use by :math:`(1 + A) c^{-\theta e}` and spend on machines by
    :math:`(1 + A) c^{1 - \theta e}`, which grows with efficiency where :math:`e > 1 / \theta`.
    """
    o, t = p.outlook, p.training
    machine = 1.0 + o.rent_change if p.finance.supply == 1.0 else 1.0 - o.hardware_decline
    work = (1.0 - o.software_gain) * (1.0 - o.model_gain)
    m.cost_trend = work * machine
    through = o.pass_through * math.log(m.cost_trend) if o.price_path == 0.0 else math.log(o.price_factor)
    m.price_trend = math.exp(through)
    m.use_trend = (1.0 + o.demand_growth) * math.exp(-o.elasticity * through)
    m.machine_spend_trend = m.use_trend * m.cost_trend
    if o.price_path == 0.0 and o.pass_through > 0.0:
        m.jevons_threshold = 1.0 / o.pass_through
    m.deployment_factor = m.price_trend / work
    m.parity_tokens = 3.0 * t.tokens * t.inference_utilization / t.utilization
    w = p.workload
    m.parity_time = m.parity_tokens / (m.model_rate * (w.input_tokens + w.output_tokens))
    if t.basis == 1.0:
        m.training_rate = t.bill / t.life
    else:
        m.training_rate = m.cost_rate * (1.0 - t.inference_share) / t.inference_share
    m.inference_compute_share = m.cost_rate / (m.cost_rate + m.training_rate)
