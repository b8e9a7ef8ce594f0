"""Outputs: demand."""

from typing import Final

from engine.metrics.metric import Metric

DEMAND: Final = (
    Metric(
        "request_rate",
        "Requests",
        "requests/s",
        0,
        "Mean arrival rate over the month, wasted work not counted.",
        formula="workload.users * workload.requests_per_user * workload.active_days / DAYS_PER_MONTH",
    ),
    Metric(
        "peak_over_mean",
        "Peak to mean",
        "×",
        0,
        "Busiest hour over the mean, given or of the shape of the week.",
        scale="linear",
        method="kernels.demand",
    ),
    Metric(
        "peak_rate",
        "Requests at the peak",
        "requests/s",
        0,
        "Arrival rate at the model in the busiest hour, wasted work included.",
        formula="model_rate * peak_over_mean / (1 - fleet.waste_share)",
    ),
)
