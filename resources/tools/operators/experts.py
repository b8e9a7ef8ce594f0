r"""Grouped products of routed experts.

.. math::
    t = t_0 + \sqrt{\left(\frac{flops}{F \eta_c}\right)^2 + \left(\frac{bytes}{W \eta_m}\right)^2}

The tables give shares of peak and of bandwidth as medians over slices of unknown width, so that the
fixed time is known against the bytes of a slice only: one ratio per engine is found beside the shares.
The seconds of the fixed time come from grouped products of an H800, whose shapes are stated.
Of several engines the best serves: the others' grouped products are untuned for a part or a format.
"""

from dataclasses import dataclass
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
    Peaks,
    Score,
    column,
    fitted,
    grouped,
    off,
    peaks,
    read,
    summary,
)

#: Precision of the weights and arithmetic of each timed format. MXFP4 and INT4 weights of 16-bit
#: products are widened on the way: weight-only.
FORMATS: Final = {
    "bfloat16": ("bf16", "bf16"),
    "fp8": ("fp8", "fp8"),
    "fp8_block": ("fp8", "fp8"),
    "nvfp4": ("fp4", "fp4"),
    "w4a16_mxfp4": ("fp4", "bf16"),
    "int4_wo": ("fp4", "bf16"),
}
#: Experts and experts per token of the shapes that are wide whatever the slice, and of gpt-oss.
_SHAPES: Final = {("8", "2"), ("128", "4")}
_TOKENS: Final = 8192.0
#: Dense FP8 peak and bandwidth of the H800, the H100's die and memory.
H800: Final = Peaks(989e12, 1979e12, 0.0, 3.35e12)


@dataclass(frozen=True)
class Series:
    """Shares of one engine and format: what of all experts a batch touches, FLOP over bytes, 1 / share."""

    label: str
    experts: str
    touched: Array
    intensity: Array
    slowness: Array


def slowness(x: Array, s: Series) -> Array:
    """Return time over bytes at full bandwidth for x: memory share, compute share, fixed time's ratio."""
    return np.asarray(x[2] / s.touched + np.hypot(1.0 / x[0], s.intensity / x[1]))


def derive(folder: Path) -> Derived:
    """Return constants and scores of grouped products from the tables in `folder`."""
    derived = _grouped_h800(folder)
    table = grouped(read(folder, "moe_efficiency.csv.gz"), "system", "moe_dtype", "fw", "num_experts", "topk")
    by_slot: dict[tuple[str, str], list[tuple[Series, Array]]] = {}
    for (system, label, engine, experts, chosen), rows in sorted(table.items()):
        if system not in FAMILY_OF or label not in FORMATS or (experts, chosen) not in _SHAPES:
            continue
        weights_alone = FORMATS[label] == ("fp4", "bf16")
        if weights_alone == (experts == "8") or (label == "nvfp4" and peaks(folder)[system].fp4 == 0.0):
            continue
        series = _one(rows, f"{engine} {label}", float(experts), float(chosen))
        if len(series.touched) > 6:
            x = _fit(series)
            if x[0] > 1.0:
                continue  # nothing in the rows tells streaming from launching
            by_slot.setdefault((FAMILY_OF[system], FORMATS[label][0]), []).append((series, x))
    for (family, precision), fits in by_slot.items():
        more = _slot(family, precision, fits)
        derived.found.extend(more.found)
        derived.scores.extend(more.scores)
    return derived


def _one(rows: list[figures.Row], label: str, experts: float, chosen: float) -> Series:
    kept = [r for r in rows if float(r["tok_bin"]) <= _TOKENS]
    even = [r for r in kept if r["distribution"] == "balanced"]
    used = even or kept
    tokens, flops, bytes_ = (column(used, name) for name in ("tok_bin", "eff_flops_p50", "eff_bw_p50"))
    touched = np.minimum(experts, tokens * chosen) / experts
    if not even:
        touched = 1.0 - (1.0 - chosen / experts) ** tokens
    return Series(label, f"{experts:.0f}", touched, flops / bytes_, 1.0 / bytes_)


def _fit(s: Series) -> Array:
    return fitted(lambda x: slowness(x, s), s.slowness, (0.7, 0.4, 0.3))


def _slot(family: str, precision: str, fits: list[tuple[Series, Array]]) -> Derived:
    """Return the best engine's shares of one family and precision, and all engines' scores."""
    best = max(fits, key=lambda fit: fit[1][0])
    memory = [float(x[0]) for _, x in fits]
    rows = sum(len(s.touched) for s, _ in fits)
    what = f"{best[0].label}, {best[0].experts} experts, best of {len(fits)}"
    found = [Found(family, f"moe_memory_{precision}", max(memory), min(memory), max(memory), rows, what)]
    own = [(s, float(x[1])) for s, x in fits if FORMATS[s.label.split(" ")[1]][1] == precision]
    if own:
        shares = [share for _, share in own]
        name = next(s.label for s, share in own if share == max(shares))
        what = f"{name}, best of {len(own)}"
        found.append(
            Found(family, f"moe_compute_{precision}", max(shares), min(shares), max(shares), rows, what)
        )
    before, after = _errors(family, best[0])
    score = Score(f"Experts, {best[0].label}", family, precision, len(after), summary(before), summary(after))
    return Derived(found, [score])


def _errors(family: str, s: Series) -> tuple[Array, Array]:
    """Return errors of the previous and of this form on a series, the ratio free in both."""
    x = _fit(s)
    old = PREVIOUS[family]
    longer = np.maximum(1.0 / old["moe_memory"], s.intensity / old["moe_compute"])
    y = fitted(lambda y: y[0] / s.touched + longer, s.slowness, (0.3,))
    return off(y[0] / s.touched + longer, s.slowness), off(slowness(x, s), s.slowness)


def _grouped_h800(folder: Path) -> Derived:
    """Return the fixed time and the FP8 share of grouped products of DeepSeek's experts."""
    rows = [
        row
        for row in read(folder, "infersim_h20_h800.csv")
        if row["gpu"] == "h800"
        and row["op"].startswith("grouped_gemm")
        and float(row["tokens_per_expert"]) > 1.0
    ]
    wide, inner = column(rows, "hidden_size"), column(rows, "intermediate_size")
    held = column(rows, "num_local_experts") * wide * inner
    moved = np.concatenate([2.0 * held, held])
    flop = 2.0 * np.tile(column(rows, "tokens_per_expert"), 2) * moved
    seconds = 1e-6 * np.concatenate([column(rows, "up_proj_us"), column(rows, "down_proj_us")])

    def model(x: Array) -> Array:
        return np.asarray(x[0] * 1e-6 + np.hypot(moved / (H800.bandwidth * x[1]), flop / (H800.fp8 * x[2])))

    x = fitted(model, seconds, (10.0, 0.8, 0.6))
    old = PREVIOUS["H100"]
    before = old["time_fp8"] * 1e-6 + np.maximum(
        moved / (H800.bandwidth * old["moe_memory"]), flop / (H800.fp8 * old["moe_compute"])
    )
    what = "grouped products of DeepSeek-V3's experts on H800, 4-256 experts a rank"
    count = len(seconds)
    return Derived(
        [
            Found("H800", "moe_time", float(x[0]), float(x[0]), float(x[0]), count, what),
            Found("H800", "moe_memory_fp8", float(x[1]), float(x[1]), float(x[1]), count, what),
            Found("H800", "moe_compute_fp8", float(x[2]), float(x[2]), float(x[2]), count, what),
        ],
        [
            Score(
                "Experts, grouped products",
                "H800",
                "fp8",
                count,
                summary(off(before, seconds)),
                summary(off(model(x), seconds)),
            )
        ],
    )
