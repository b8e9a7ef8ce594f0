"""Outputs: the fleet."""

from typing import Final

from engine.metrics.metric import Metric

FLEET: Final = (
    Metric(
        "replicas",
        "Replicas",
        "replicas",
        -1,
        "Replicas paid for, spares included.",
        method="kernels.fleet",
        rests="throughput",
        across="sum",
    ),
    Metric(
        "accelerators",
        "Accelerators",
        "accelerators",
        -1,
        "Accelerators paid for.",
        formula="replicas * accelerators_per_replica",
        rests="throughput",
        across="sum",
    ),
    Metric(
        "utilization",
        "Utilization",
        "1",
        1,
        "Useful work over what the paid fleet could serve, over the month.",
        percent=True,
        scale="linear",
        formula="model_rate / (replicas * replica_capacity)",
        rests="throughput",
        across="accelerators",
    ),
)
