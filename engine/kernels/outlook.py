"""A year ahead in closed form: cost, price, use and the spend on machines; training's parity."""

import math

import numpy as np

from engine.jit import kernel, part


@kernel
def fill_trends(p: np.void, m: np.void) -> None:
    r"""Fill how cost, price, use and spend move in a year; theory 6.3.

    With cost falling by c a year, pass-through theta and elasticity e, price moves by
    :math:`c^\theta`, use by :math:`(1 + A) c^{-\theta e}` and spend on machines by
    :math:`(1 + A) c^{1 - \theta e}`, which grows with efficiency where :math:`e > 1 / \theta`.
    """
    o = p.outlook
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


@kernel
def fill_trends_like(first: np.void, m1: np.void, p: np.void, m: np.void) -> None:
    """Fill what `fill_trends` does, from tier 1, `first` with its `m1`, where machines are had alike."""
    if (p.finance.supply == 1.0) != (first.finance.supply == 1.0):
        fill_trends(p, m)
        return
    m.cost_trend, m.price_trend, m.use_trend = m1.cost_trend, m1.price_trend, m1.use_trend
    m.machine_spend_trend, m.jevons_threshold = m1.machine_spend_trend, m1.jevons_threshold
    m.deployment_factor = m1.deployment_factor


@part
def fill_training(p: np.void, m: np.void) -> None:
    """Fill what training costs beside serving, and when serving has used as much; theory 6.2."""
    t = p.training
    m.parity_tokens = 3.0 * t.tokens * t.inference_utilization / t.utilization
    w = p.workload
    m.parity_time = m.parity_tokens / (m.model_rate * (w.input_tokens + w.output_tokens))
    if t.basis == 1.0:
        m.training_rate = t.bill / t.life
    else:
        m.training_rate = m.cost_rate * (1.0 - t.inference_share) / t.inference_share
    m.inference_compute_share = m.cost_rate / (m.cost_rate + m.training_rate)
