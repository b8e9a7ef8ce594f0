"""Outputs: the service as an investment."""

from typing import Final

from engine.metrics.metric import Metric

INVESTMENT: Final = (
    Metric(
        "running_rate",
        "Running cost",
        "$/month",
        -1,
        "Cash that the machines cost in a month, capital and bought tokens apart.",
        formula="cost_rate - capital_rate * accelerators - bought_rate",
        rests="throughput",
        across="formula",
    ),
    Metric(
        "sold_years",
        "Years of revenue",
        "years",
        1,
        "What a yearly dollar of revenue is worth over the life as prices and volume move, discounted.",
        method="kernels.invest",
        across="requests",
    ),
    Metric(
        "made_years",
        "Years of tokens",
        "years",
        1,
        "Yearly output over the life as software makes more of it, discounted.",
        method="kernels.invest",
        across="requests",
    ),
    Metric(
        "level_years",
        "Years of running cost",
        "years",
        1,
        "What a yearly dollar that stays is worth over the life, discounted.",
        method="kernels.invest",
        across="requests",
    ),
    Metric(
        "rent_years",
        "Years of rent",
        "years",
        1,
        "What a yearly dollar of today's rent is worth over the life as rent moves, discounted.",
        method="kernels.invest",
        across="requests",
    ),
    Metric(
        "capital_share",
        "Purchase to be earned",
        "1",
        -1,
        "What revenue must cover of a dollar of purchase: less the present residual, and taxes.",
        method="kernels.invest",
        across="requests",
    ),
    Metric(
        "present_revenue",
        "Present value of revenue",
        "$",
        1,
        "Revenue over the life, each year at its price and volume, discounted.",
        formula="revenue_rate * sold_years",
        rests="throughput",
        across="formula",
    ),
    Metric(
        "present_cost",
        "Present value of cost",
        "$",
        -1,
        (
            "Purchase less residual and all running cost over the life, discounted; what revenue must "
            "cover before tax."
        ),
        formula=(
            "capex * capital_share + (running_rate - rent_rate * accelerators) * level_years + "
            "rent_rate * accelerators * rent_years + bought_rate * sold_years"
        ),
        rests="throughput",
        across="formula",
    ),
    Metric(
        "present_tokens",
        "Discounted output",
        "tokens",
        1,
        "Output tokens over the life, discounted as the money they earn.",
        formula="request_rate * served_output_tokens * made_years",
        rests="throughput",
        across="formula",
    ),
    Metric(
        "npv",
        "Net present value",
        "$",
        1,
        "What the service is worth today over the life of its machines, after tax.",
        scale="linear",
        formula="(present_revenue - present_cost) * (1 - finance.tax_rate)",
        rests="throughput",
        across="formula",
    ),
    Metric(
        "lcot",
        "Levelised cost of output",
        "$/M tokens",
        -1,
        "Constant price per output token, net of fees, at which the net present value is zero.",
        formula="present_cost / present_tokens",
        rests="throughput",
        across="formula",
    ),
    Metric(
        "irr",
        "Internal rate of return",
        "1",
        1,
        "Cost of capital at which the net present value of owned machines is zero.",
        percent=True,
        scale="linear",
        method="kernels.invest",
        rests="throughput",
        across="service",
    ),
    Metric(
        "payback",
        "Payback",
        "years",
        -1,
        "Years until the cash earned repays the machines, undiscounted.",
        scale="linear",
        method="kernels.invest",
        rests="throughput",
        across="service",
    ),
    Metric(
        "economic_life",
        "First year at a loss",
        "years",
        1,
        (
            "First year whose running cost exceeds its revenue: machines are then worth more switched "
            "off; 50 stands for never."
        ),
        scale="linear",
        method="kernels.invest",
        rests="throughput",
        across="service",
    ),
    Metric(
        "tax",
        "Tax",
        "$/month",
        -1,
        "Tax of the first year after straight-line depreciation; below zero where a loss is set off.",
        scale="linear",
        formula=(
            "finance.tax_rate * (revenue_rate - bought_rate - running_rate - capex * (1 - "
            "finance.residual) / finance.life)"
        ),
        rests="throughput",
        across="formula",
    ),
)
