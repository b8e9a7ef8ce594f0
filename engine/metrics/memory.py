"""Outputs: memory."""

from typing import Final

from engine.metrics.metric import Metric

MEMORY: Final = (
    Metric(
        "accelerators_per_replica",
        "Accelerators per replica",
        "accelerators",
        -1,
        "Accelerators that hold one copy of the model, or those of both its pools.",
        scale="linear",
        method="kernels.reduction",
        across="replicas",
    ),
    Metric(
        "weight_bytes",
        "Weights",
        "GB",
        -1,
        "All weights of one copy at the chosen precision.",
        method="kernels.memory",
        across="sum",
    ),
    Metric(
        "weights_per_accelerator",
        "Weights per accelerator",
        "GB",
        -1,
        "Weights the fullest accelerator holds.",
        method="kernels.memory",
        across="worst",
    ),
    Metric(
        "kv_bytes_per_token",
        "KV cache per token",
        "kB",
        -1,
        "Cache of one token in one copy, at the mean context; ranks beyond the KV heads keep more copies.",
        method="kernels.memory",
    ),
    Metric(
        "kv_bytes_per_sequence",
        "KV cache per sequence",
        "MB",
        -1,
        "Cache and state of one sequence at its mean resident context, on the fullest accelerator.",
        method="kernels.memory",
        across="worst",
    ),
    Metric(
        "kv_memory",
        "Memory left for the cache",
        "GB",
        1,
        "Per accelerator, after weights, workspace and activations.",
        scale="linear",
        method="kernels.memory",
        across="worst",
    ),
    Metric(
        "batch_limit",
        "Most sequences",
        "seqs",
        1,
        "Sequences a replica can run at once: memory or batch cap.",
        method="kernels.memory",
        across="worst",
    ),
    Metric(
        "memory_use",
        "Memory use",
        "1",
        -1,
        "Memory the load needs over memory there is; above 1 it does not fit.",
        percent=True,
        scale="linear",
        method="kernels.memory",
        across="worst",
    ),
)
