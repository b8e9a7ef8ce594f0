"""Outputs: what a decision is worth."""

from typing import Final

from engine.metrics.metric import Metric

VALUE: Final = (
    Metric(
        "decision_benefit",
        "Benefit per decision",
        "$",
        1,
        "What a right decision changes in operations, before realisation, review, errors and other cost.",
        scale="linear",
        method="kernels.value",
    ),
    Metric(
        "decision_value",
        "Value per decision",
        "$",
        1,
        "Benefit and spared review as far as they are realised and owed to the model, less what errors, "
        "integration and platform cost; tokens come off separately.",
        scale="linear",
        formula="value.adoption * (value.attribution * (decision_benefit + (value.review_before - "
        "value.review_after) * value.review_cost) - value.error_share * value.error_cost) - value.other_cost",
    ),
    Metric(
        "decision_tokens",
        "Tokens per decision",
        "tokens",
        -1,
        "Input and output of all calls that one decision takes.",
        formula="value.calls * (workload.input_tokens + served_output_tokens)",
    ),
    Metric(
        "decision_token_cost",
        "Tokens paid per decision",
        "$",
        -1,
        "What the calls of one decision cost, at own cost or at the list price.",
        method="kernels.value",
        rests="throughput",
    ),
    Metric(
        "decision_profit",
        "Gain per decision",
        "$",
        1,
        "Value less the tokens it takes.",
        scale="linear",
        formula="decision_value - decision_token_cost",
        rests="throughput",
    ),
    Metric(
        "value_per_token_dollar",
        "Value per token dollar",
        "×",
        1,
        "Value of a decision over what its tokens cost; below 1 the tokens cost more than they bring.",
        formula="decision_value / decision_token_cost",
        rests="throughput",
        across="formula",
    ),
    Metric(
        "value_density",
        "Value density",
        "$/M tokens",
        1,
        "Value over all tokens of a decision: the highest price at which they still pay.",
        formula="decision_value / decision_tokens",
        across="formula",
    ),
    Metric(
        "list_price_per_token",
        "List price, all tokens",
        "$/M tokens",
        0,
        "List price of a request's mix of input, cached and output tokens, over all of them.",
        method="kernels.value",
    ),
    Metric(
        "value_over_price",
        "Value over market price",
        "×",
        1,
        "Value density over the list price: at or below 1 the use is crushed by competition, for anybody "
        "can buy the same tokens for more than they are worth here.",
        formula="value_density / list_price_per_token",
        across="formula",
    ),
    Metric(
        "act_threshold",
        "Probability to act at",
        "1",
        0,
        "Probability of the event from which acting pays: P x gain > (1 - P) x harm.",
        scale="linear",
        percent=True,
        method="kernels.value",
    ),
    Metric(
        "cash_released",
        "Cash released once",
        "$",
        1,
        "Collections: money no longer owed because customers pay earlier. It comes once, not every year, "
        "and is no part of the benefit; nothing for other decisions.",
        scale="linear",
        method="kernels.value",
    ),
    Metric(
        "value_rate",
        "Gain of all decisions",
        "$/month",
        1,
        "Gain per decision over all decisions of the service.",
        scale="linear",
        formula="request_rate / value.calls * decision_profit",
        rests="throughput",
        across="sum",
    ),
)
