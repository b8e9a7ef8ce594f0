"""Outputs: limits, and whether they hold."""

from typing import Final

from engine.metrics.metric import BINDING, Metric

LIMITS: Final = (
    Metric(
        "ttft_use",
        "TTFT over its limit",
        "1",
        -1,
        "TTFT at the chosen percentile over the limit.",
        percent=True,
        scale="linear",
        method="kernels.serving",
        rests="ttft",
        across="worst",
    ),
    Metric(
        "tpot_use",
        "TPOT over its limit",
        "1",
        -1,
        "TPOT at the chosen percentile over the limit.",
        percent=True,
        scale="linear",
        method="kernels.serving",
        rests="tpot",
        across="worst",
    ),
    Metric(
        "feasible",
        "Feasible",
        "1",
        1,
        "1 where every limit holds.",
        scale="linear",
        method="kernels",
        across="service",
    ),
    Metric(
        "binding",
        "Stopped by",
        "1",
        0,
        "The limit that stops the point; 0 where none does.",
        scale="linear",
        codes=BINDING,
        method="kernels",
        across="service",
    ),
)
