"""Outputs: one step of a replica."""

from typing import Final

from engine.metrics.metric import BOUND, Metric

ONE_STEP: Final = (
    Metric(
        "step_time",
        "Decode step",
        "ms",
        -1,
        "Time of one decode-only step at the mean batch.",
        method="kernels.step",
        formula="step_weights + step_attention + step_communication + step_overhead",
        rests="tpot",
        across="outputs",
    ),
    Metric(
        "step_weights",
        "of it weights",
        "ms",
        -1,
        "Matrix products of attention, dense and expert layers and of the head.",
        method="kernels.step",
        rests="tpot",
        across="outputs",
    ),
    Metric(
        "step_attention",
        "of it attention",
        "ms",
        -1,
        "Reading the KV cache.",
        method="kernels.step",
        rests="tpot",
        across="outputs",
    ),
    Metric(
        "step_communication",
        "of it communication",
        "ms",
        -1,
        "Collectives between accelerators.",
        method="kernels.step",
        rests="tpot",
        across="outputs",
    ),
    Metric(
        "step_overhead",
        "of it overhead",
        "ms",
        -1,
        "Host, launches and activations.",
        method="kernels.step",
        rests="tpot",
        across="outputs",
    ),
    Metric(
        "prefill_time",
        "Prefill",
        "s",
        -1,
        "Computing the uncached input of one mean request on an idle replica.",
        method="kernels.step",
        rests="ttft",
    ),
    Metric(
        "bound",
        "Bound by",
        "1",
        0,
        "What a decode step waits for most.",
        scale="linear",
        codes=BOUND,
        method="kernels.step",
        across="most",
    ),
)
