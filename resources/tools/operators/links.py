r"""Collectives: all-reduce inside a domain, dispatch and combine of routed tokens.

.. math::
    t_{reduce} &= \min\left(\alpha + \frac{(n - 1) V}{B \eta},
                            2 \alpha + \frac{2 (n - 1)}{n} \frac{V}{B \eta}\right) \\
    t_{exchange} &= \alpha + k V \left(\frac{near}{n B \eta} + \frac{far}{n B_{out} \eta_{out}}\right)

A small all-reduce lets every rank read all others at once; a large one is a reduce-scatter and an
all-gather, which move less and meet twice. A token of V bytes is copied to each of the k experts it
chose, copies that stay on the rank included, as kernels of low latency do.
"""

from pathlib import Path
from typing import Final

import numpy as np

from resources.tools import figures
from resources.tools.operators.previous import PREVIOUS
from resources.tools.operators.tables import (
    FAMILY_OF,
    Array,
    Derived,
    Found,
    Score,
    column,
    fitted,
    grouped,
    off,
    read,
    summary,
)

#: Kernels as serving engines launch them: inside a graph.
_KERNELS: Final = frozenset({"TRTLLM", "vLLM_custom_graph", "SGLang_CustomAllReduce_graph"})
_LARGEST: Final = 64.0 * 2**20
_SERVER: Final = 8.0


def derive(folder: Path) -> Derived:
    """Return constants and scores of collectives from the tables in `folder`."""
    up = {row["system"]: 1e9 * float(row["scaleup_uni_GBps"]) for row in read(folder, "peaks.csv")}
    out = {row["system"]: 1e9 * float(row["scaleout_GBps"]) for row in read(folder, "peaks.csv")}
    derived = Derived([], [])
    reduces = [
        row
        for row in read(folder, "collectives.csv.gz")
        if row["op_name"] == "all_reduce"
        and row["kernel_source"] in _KERNELS
        and float(row["bytes"]) <= _LARGEST
    ]
    exchanges = read(folder, "deepep_lowlatency.csv")
    rack = read(folder, "trtllm_alltoall_nvlink.csv")
    for system, family in FAMILY_OF.items():
        parts = [_reduce([row for row in reduces if row["system"] == system], family, up[system])]
        mine = [row for row in exchanges if row["system"] == system]
        if mine:
            parts.append(_exchange(mine, family, up[system], out[system]))
        one = [row for row in rack if row["system"] == system]
        if one:
            parts.append(_rack(one, family, up[system]))
        for part in parts:
            derived.found.extend(part.found)
            derived.scores.extend(part.scores)
    return derived


def reduce_seconds(x: Array, group: Array, volume: Array, rate: float) -> Array:
    """Return predicted all-reduces for x: fixed time in microseconds, share of the link."""
    byte = 1.0 / (rate * x[1])
    once = x[0] * 1e-6 + (group - 1.0) * volume * byte
    twice = 2.0 * x[0] * 1e-6 + 2.0 * (group - 1.0) / group * volume * byte
    return np.asarray(np.minimum(once, twice))


def _reduce(rows: list[figures.Row], family: str, rate: float) -> Derived:
    def sides(part: list[figures.Row]) -> tuple[Array, Array, Array]:
        return column(part, "num_gpus"), column(part, "bytes"), 1e-6 * column(part, "latency_us")

    group, volume, seconds = sides(rows)
    x = _reduce_fit(*sides(rows), rate)
    each = [_reduce_fit(*sides(part), rate) for part in grouped(rows, "kernel_source").values()]
    what = "all-reduce to 64 MB over 2-8, kernels in graphs: " + ", ".join(sorted({r["lib"] for r in rows}))
    old = PREVIOUS[family]
    before = old["collective"] * 1e-6 + 2.0 * (group - 1.0) / group * volume / (rate * old["link"])
    after = reduce_seconds(x, group, volume, rate)
    return Derived(
        [
            Found(
                family,
                name,
                float(x[i]),
                min(float(e[i]) for e in each),
                max(float(e[i]) for e in each),
                len(rows),
                what,
            )
            for i, name in enumerate(("collective_time", "link"))
        ],
        [
            Score(
                "All-reduce",
                family,
                "bf16",
                len(rows),
                summary(off(before, seconds)),
                summary(off(after, seconds)),
            )
        ],
    )


def _reduce_fit(group: Array, volume: Array, seconds: Array, rate: float) -> Array:
    return fitted(lambda x: reduce_seconds(x, group, volume, rate), seconds, (4.0, 0.7))


def _exchange(rows: list[figures.Row], family: str, up: float, out: float) -> Derived:
    """Low-latency dispatch in 8 bits and combine in 16, servers of eight on a fabric."""
    tokens, wide, chosen, nodes = (
        column(rows, name) for name in ("num_token", "hidden_size", "num_topk", "node_num")
    )
    copied = np.concatenate([tokens * wide * chosen, 2.0 * tokens * wide * chosen])
    servers = np.tile(nodes, 2)
    seconds = 1e-6 * np.concatenate([column(rows, "dispatch_avg_t_us"), column(rows, "combine_avg_t_us")])
    spread = bool((nodes > 1.0).any())

    def model(x: Array) -> Array:
        near = copied / servers / (up * x[1])
        far = copied * (1.0 - 1.0 / servers) / (out * x[2]) if spread else 0.0
        return np.asarray(x[0] * 1e-6 + np.where(servers > 1.0, x[-1] * 1e-6, 0.0) * spread + near + far)

    x = fitted(model, seconds, (12.0, 0.6, 0.9, 10.0) if spread else (15.0, 0.6))
    names = ("exchange_time", "exchange", "scaleout", "scaleout_time")[: len(x)]
    what = "low-latency dispatch and combine (DeepEP), " + (
        "one to eight servers" if spread else "one server"
    )
    old = PREVIOUS[family]
    ranks = servers * _SERVER
    crossed = (_SERVER - 1.0) / ranks / up + (ranks - _SERVER) / ranks / out
    extra = np.where(servers > 1.0, 20e-6, 0.0)
    before = old["collective"] * 1e-6 + extra + copied * crossed / old["link"]
    found = [
        Found(family, name, float(x[i]), float(x[i]), float(x[i]), len(seconds), what)
        for i, name in enumerate(names)
    ]
    score = Score(
        "Dispatch and combine",
        family,
        "fp8",
        len(seconds),
        summary(off(before, seconds)),
        summary(off(model(x), seconds)),
    )
    return Derived(found, [score])


def _rack(rows: list[figures.Row], family: str, up: float) -> Derived:
    """Dispatch and combine inside one domain of 72, 2 to 64 ranks."""
    bits = {"bfloat16": 2.0, "fp8": 1.0, "nvfp4": 0.5625}
    kept = [
        row
        for row in rows
        if row["op_name"] in {"alltoall_dispatch", "alltoall_combine"} and float(row["num_tokens"]) != 1.0
    ]
    ranks, tokens, wide = (column(kept, name) for name in ("moe_ep_size", "num_tokens", "hidden_size"))
    size = np.array([2.0 if "combine" in row["op_name"] else bits[row["moe_dtype"]] for row in kept])
    copies = np.minimum(column(kept, "topk"), ranks)
    copied = tokens * wide * size * copies
    seconds = 1e-3 * column(kept, "latency")
    x = fitted(lambda x: x[0] * 1e-6 + copied / (up * x[1]), seconds, (13.0, 0.6))
    old = PREVIOUS[family]
    before = old["collective"] * 1e-6 + copied * (ranks - 1.0) / ranks / (up * old["link"])
    what = "dispatch and combine over NVLink (TensorRT-LLM), 2 to 64 ranks"
    found = [
        Found(family, name, float(x[i]), float(x[i]), float(x[i]), len(kept), what)
        for i, name in enumerate(("exchange_time", "exchange"))
    ]
    after = x[0] * 1e-6 + copied / (up * x[1])
    score = Score(
        "Dispatch and combine, rack",
        family,
        "all",
        len(kept),
        summary(off(before, seconds)),
        summary(off(after, seconds)),
    )
    return Derived(found, [score])
