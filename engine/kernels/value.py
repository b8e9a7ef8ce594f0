"""The value side: what a decision is worth to whoever takes it, against the tokens it takes."""

from typing import NamedTuple

import numpy as np

from engine.jit import part
from engine.kernels.cost import full_price
from engine.kernels.levers import sent_tokens
from engine.units import DAY, YEAR

DAYS_PER_YEAR = 365.0


class Stakes(NamedTuple):
    """Benefit of a decision in the mean, of acting rightly and harm of acting wrongly [$]."""

    benefit: float
    gain: float
    harm: float


@part
def stakes(p: np.void) -> Stakes:
    """Return what is at stake in one decision by `value.kind`, before realisation and errors [$].

    Collections: a year's saving is the carrying cost of the days gained, not the cash they release once.
    """
    v = p.value
    kind = v.kind
    if kind == 1.0:
        full = v.loss * v.loss_multiple
        found = v.event_share * v.detection_gain * full
        spared = (1.0 - v.event_share) * v.false_alarm_drop * v.false_alarm_cost
        return Stakes(found + spared, full, v.false_alarm_cost)
    if kind == 2.0:
        days = v.revenue / DAYS_PER_YEAR * (v.days_gained / DAY) * v.working_capital_cost
        yearly = (days + v.revenue * v.bad_debt_gain) / v.invoices
        benefit = yearly + v.minutes_saved * v.wage
        return Stakes(benefit, benefit, v.error_cost)
    if kind == 3.0:
        saved = v.avoidable * v.downtime_hours * v.downtime_cost
        found = v.failures * YEAR / DAYS_PER_YEAR * v.detection_gain * saved
        return Stakes(found - v.false_alarms * v.inspection_cost, saved, v.inspection_cost)
    if kind == 4.0:
        benefit = v.miles_saved * v.mile_cost + v.exceptions_avoided * v.exception_cost
        return Stakes(benefit, benefit, v.error_cost)
    if kind == 5.0:
        alone = v.contained * (v.human_cost - v.machine_cost)
        benefit = alone + (1.0 - v.contained) * v.human_cost * v.assist
        return Stakes(benefit, v.human_cost - v.machine_cost, v.error_cost)
    if kind == 6.0:
        return Stakes(v.benefit, v.benefit, v.error_cost)
    benefit = v.minutes_saved * v.wage * v.use_share
    return Stakes(benefit, v.minutes_saved * v.wage, v.error_cost)


@part
def fill_value(p: np.void, m: np.void) -> None:
    """Fill what a decision is worth from record `p` and the money of `m` [$]."""
    v, w, t = p.value, p.workload, p.price
    made = stakes(p)
    m.decision_benefit = made.benefit
    m.decision_errors = v.error_share if v.errors == 0.0 else v.uncaught * m.error_share
    review = (v.review_before - v.review_after) * v.review_cost
    m.decision_value = (
        v.adoption * (v.attribution * (made.benefit + review) - m.decision_errors * v.error_cost)
        - v.other_cost
    )
    sent = sent_tokens(p)
    m.decision_tokens = v.calls * (sent + w.output_tokens)
    listed = full_price(p)
    m.list_price_per_token = listed / (sent + w.output_tokens)
    each = m.cost_per_request if v.basis == 0.0 else listed * (1.0 - t.discount)
    m.decision_token_cost = v.calls * each
    m.decision_profit = m.decision_value - m.decision_token_cost
    if m.decision_token_cost > 0.0:
        m.value_per_token_dollar = m.decision_value / m.decision_token_cost
    m.value_density = m.decision_value / m.decision_tokens
    if listed > 0.0:
        m.value_over_price = m.value_density / m.list_price_per_token
    if made.gain + made.harm > 0.0:
        m.act_threshold = made.harm / (made.gain + made.harm)
    m.cash_released = 0.0
    if v.kind == 2.0:
        m.cash_released = v.revenue / DAYS_PER_YEAR * (v.days_gained / DAY)
    m.value_rate = m.request_rate / v.calls * m.decision_profit
