"""Levers in plain Python, written from the definitions, not from the kernels."""

import itertools
import math

EFFORT = {"given": 1.0, "low": 0.5, "medium": 3.0, "high": 6988 / 717}
TRACES = {
    "conversation": (
        3.40 * 12035,
        [(0.5e6, 4.4), (1.5e6, 6.5), (5.1e6, 21.1), (15e6, 32.6), (26e6, 35.5)],
        36.6,
    ),
    "synthetic": (
        3.91 * 15325,
        [(0.5e6, 8.2), (1.5e6, 18.8), (5.1e6, 42.3), (15e6, 62.4), (26e6, 64.0)],
        64.0,
    ),
}


def served(v):
    """Input, output tokens, variation, share of requests at the model, of the values `v` of a scenario."""
    kept = v["levers.compression_kept"] if v["levers.compression"] == "on" else 1.0
    effort = v["levers.effort"]
    times = v["levers.effort_tokens"] if effort == "custom" else EFFORT[effort]
    variation = v["workload.output_variation"] * (1.0 if effort == "given" else v["levers.effort_variation"])
    share = 1.0 - (v["levers.response_share"] if v["levers.response"] == "on" else 0.0)
    return v["workload.input_tokens"] * kept, v["workload.output_tokens"] * times, variation, share


def quality(v):
    """Share of good answers, for a dense model published in BF16."""
    formats = {"bf16": 0.0, "fp8": v["levers.loss_fp8"], "int8": v["levers.loss_int8"],
               "fp4": v["levers.loss_fp4"], "int4": v["levers.loss_int4"], "published": 0.0}  # fmt: skip
    good = 1.0 - formats[v["precision.weights"]]
    good *= (
        1.0 - {"bf16": 0.0, "fp8": v["levers.loss_fp8"], "fp4": v["levers.loss_kv_fp4"]}[v["precision.kv"]]
    )
    if v["levers.response"] == "on":
        good *= 1.0 - v["levers.response_share"] * v["levers.response_loss"]
    if v["levers.compression"] == "on":
        good *= 1.0 - (1.0 - v["levers.compression_kept"]) * v["levers.compression_loss"]
    if v["levers.distilled"] == "on":
        good *= 1.0 - v["levers.distilled_loss"]
    wrong = 1.0 - v["model.quality"]
    if v["levers.effort"] != "given":
        wrong = min(wrong * (1.0 - v["levers.effort_gain"]), 1.0)
    return (1.0 - wrong) * good


def hits(seconds, curve):
    """Hits of a cache that holds `seconds` of traffic over those of one without end."""
    rate, sizes, most = TRACES[curve]
    points = [(tokens / rate, found / most) for tokens, found in sizes]
    if seconds <= points[0][0]:
        return points[0][1] * seconds / points[0][0]
    for (t0, h0), (t1, h1) in itertools.pairwise(points):
        if seconds < t1:
            return h0 + (h1 - h0) * (math.log(seconds) - math.log(t0)) / (math.log(t1) - math.log(t0))
    return 1.0 - (1.0 - points[-1][1]) * points[-1][0] / seconds
