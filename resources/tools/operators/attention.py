r"""Attention: decode over a cache of keys and values, over a latent, and prefill.

.. math::
    t_{decode} &= t_0 + \frac{bytes}{W \eta} \\
    t_{latent} &= t_0 + \max\left(\frac{bytes}{W \eta}, \frac{flops}{F \eta_c}\right) \\
    t_{prefill} &= \frac{flops}{F \eta_c} \left(1 + \frac{s_0}{s}\right)

A call takes a fixed time however little it reads; 64 MB still cost twice their bytes over bandwidth.
A latent is shared by all query heads, so that many heads make its decode wait for arithmetic, which
parts with FP8 arithmetic of the Blackwell kind do in the precision of the cache. A prompt reaches half
of the large-prompt rate at s_0 tokens: the diagonal's tiles are half empty, and a row of queries is
short against what its keys and values take to load.
"""

from pathlib import Path
from typing import Final

import numpy as np

from resources.tools import figures
from resources.tools.operators.previous import PREVIOUS
from resources.tools.operators.tables import (
    CACHED,
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

#: Smallest cache per call that a layer of a served model reads, MB.
_SMALLEST: Final = 0.25
#: Elements of a latent per token, and FLOP per head and cached token.
LATENT: Final = 576.0
LATENT_FLOP: Final = 2176.0
#: Fixed time [us], share of bandwidth, and shares of arithmetic in BF16 and FP8 that fits of a latent begin
#: with: kernels that are made for a part, and those that are not.
_LATENT_STARTS: Final = ((12.0, 0.8, 0.5, 0.4), (12.0, 0.8, 0.15, 0.12))
#: A latent decode below a tenth of bandwidth at every size is a kernel nobody serves with.
_BROKEN: Final = frozenset({("h100_sxm", "sglang", "fp8"), ("h200_sxm", "sglang", "fp8")})


def derive(folder: Path) -> Derived:
    """Return constants and scores of attention from the tables in `folder`."""
    known = peaks(folder)
    derived = Derived([], [])
    for system, family in FAMILY_OF.items():
        for each in (_decode, _latent, _prefill):
            more = each(folder, system, family, known[system])
            derived.found.extend(more.found)
            derived.scores.extend(more.scores)
    return derived


def _timed(rows: list[figures.Row], p: Peaks) -> tuple[Array, Array]:
    """Return bytes read and seconds of each bin."""
    seconds = column(rows, "latency_p50") * 1e-3
    return column(rows, "eff_bw_p50") * p.bandwidth * seconds, seconds


def _decode(folder: Path, system: str, family: str, p: Peaks) -> Derived:
    """Grouped-query decode, heads of 128, 4 to 16 queries a key."""
    rows = [
        row
        for row in read(folder, "attn_decode_bw_vs_kvbytes.csv.gz")
        if row["system"] == system
        and float(row["head_dim"]) == 128.0
        and 4.0 <= float(row["group"]) <= 16.0
        and float(row["kv_MB_bin"]) >= _SMALLEST
        and not (system in CACHED and 1.0 < float(row["kv_MB_bin"]) < 256.0)
    ]
    moved, seconds = _timed(rows, p)
    narrow = np.array([row["kv_cache_dtype"] == "fp8" for row in rows])

    def model(x: Array) -> Array:
        share = np.where(narrow, x[2] if narrow.any() else 1.0, x[1])
        return np.asarray(x[0] * 1e-6 + moved / (p.bandwidth * share))

    each = {key: _alone(part, p) for key, part in grouped(rows, "fw", "kv_cache_dtype").items()}
    times = [time for time, _ in each.values()]
    shares = {
        name: [share for key, (_, share) in each.items() if key[1] == label]
        for name, label in (("bf16", "bfloat16"), ("fp8", "fp8"))
    }
    x = np.array([np.median(times), *(np.median(seen) for seen in shares.values() if seen)])
    what = f"decode attention, middle of {len(each)} engines and caches"
    found = [Found(family, "attention_time", float(x[0]), min(times), max(times), len(rows), what)]
    scores = []
    for index, name in ((1, "bf16"), (2, "fp8")):
        mine = narrow if name == "fp8" else ~narrow
        if not mine.any():
            continue
        low, high = min(shares[name]), max(shares[name])
        count = int(mine.sum())
        found.append(Found(family, f"decode_attention_{name}", float(x[index]), low, high, count, what))
        before = moved / (p.bandwidth * PREVIOUS[family][f"decode_{name}"])
        scores.append(_score("Decode attention", family, name, before, model(x), seconds, mine))
    return Derived(found, scores)


def _alone(rows: list[figures.Row], p: Peaks) -> tuple[float, float]:
    """Return the fixed time in microseconds and the share of bandwidth of one engine and cache."""
    moved, seconds = _timed(rows, p)
    x = fitted(lambda x: x[0] * 1e-6 + moved / (p.bandwidth * x[1]), seconds, (10.0, 0.8))
    return float(x[0]), float(x[1])


def _score(
    operator: str, family: str, precision: str, before: Array, after: Array, seconds: Array, mine: Array
) -> Score:
    return Score(
        operator,
        family,
        precision,
        int(mine.sum()),
        summary(off(before, seconds)[mine]),
        summary(off(after, seconds)[mine]),
    )


def _latent(folder: Path, system: str, family: str, p: Peaks) -> Derived:
    """MLA decode with absorbed products, 1 to 128 heads a rank."""
    rows = [
        row
        for row in read(folder, "mla_decode_efficiency.csv.gz")
        if row["system"] == system
        and float(row["kv_MB_bin"]) >= _SMALLEST
        and (system, row["fw"], row["kv_cache_dtype"]) not in _BROKEN
        and not (row["kv_cache_dtype"] == "fp8" and p.fp8 == 0.0)
        and not (system in CACHED and 1.0 < float(row["kv_MB_bin"]) < 256.0)
    ]
    moved, seconds = _timed(rows, p)
    narrow = np.array([row["kv_cache_dtype"] == "fp8" for row in rows])
    element = np.where(narrow, 1.0, 2.0)
    flop = moved / (LATENT * element) * column(rows, "num_heads") * LATENT_FLOP
    rate = np.where(narrow, p.fp8, p.bf16)

    def model(x: Array) -> Array:
        share = np.where(narrow, x[3] if narrow.any() else 1.0, x[2])
        return np.asarray(x[0] * 1e-6 + np.maximum(moved / (p.bandwidth * x[1]), flop / (rate * share)))

    size = 4 if narrow.any() else 3
    x = fitted(model, seconds, *(start[:size] for start in _LATENT_STARTS))
    what = "MLA decode, 1-128 heads, " + ", ".join(sorted({row["fw"] for row in rows}))
    names = ("mla_time", "mla_decode", "mla_compute_bf16", "mla_compute_fp8")
    each = [_latent_alone(part, p) for part in grouped(rows, "fw", "kv_cache_dtype").values()]
    found = []
    for index, name in enumerate(names[: len(x)]):
        seen = [one[index] for one in each if one[index] > 0.0]
        found.append(Found(family, name, float(x[index]), min(seen), max(seen), len(rows), what))
    old = PREVIOUS[family]["mla"]
    before = np.maximum(moved / (p.bandwidth * old), flop / (p.bf16 * old))
    scores = [
        _score("MLA decode", family, name, before, model(x), seconds, mine)
        for name, mine in (("bf16", ~narrow), ("fp8", narrow))
        if mine.any()
    ]
    return Derived(found, scores)


def _latent_alone(rows: list[figures.Row], p: Peaks) -> tuple[float, float, float, float]:
    """Return the constants of one engine and cache; 0 for the precision it does not tell."""
    moved, seconds = _timed(rows, p)
    narrow = rows[0]["kv_cache_dtype"] == "fp8"
    flop = moved / (LATENT * (1.0 if narrow else 2.0)) * column(rows, "num_heads") * LATENT_FLOP
    rate = p.fp8 if narrow else p.bf16
    x = fitted(
        lambda x: x[0] * 1e-6 + np.maximum(moved / (p.bandwidth * x[1]), flop / (rate * x[2])),
        seconds,
        *(start[:3] for start in _LATENT_STARTS),
    )
    share = float(x[2])
    return float(x[0]), float(x[1]), 0.0 if narrow else share, share if narrow else 0.0


def _prefill(folder: Path, system: str, family: str, p: Peaks) -> Derived:
    """Causal prefill in BF16, heads of 128, prompts of 128 tokens and more."""
    rows = [
        row
        for row in read(folder, "attn_prefill_mfu.csv")
        if row["system"] == system
        and row["attn_dtype"] == "bfloat16"
        and float(row["head_dim"]) == 128.0
        and float(row["isl_bin"]) >= 128.0
    ]
    length, share = column(rows, "isl_bin"), column(rows, "eff_p50")
    x = _prefill_fit(rows)
    each = [_prefill_fit(part) for part in grouped(rows, "fw").values()]
    what = "causal prefill, " + ", ".join(sorted({row["fw"] for row in rows}))
    found = [
        Found(
            family,
            name,
            float(x[i]),
            float(min(e[i] for e in each)),
            float(max(e[i] for e in each)),
            len(rows),
            what,
        )
        for i, name in enumerate(("prefill_attention", "prefill_half"))
    ]
    before = np.full(len(rows), 1.0 / PREVIOUS[family]["prefill"])
    every = np.ones(len(rows), dtype=bool)
    scores = [
        _score("Prefill attention", family, "bf16", before, (1.0 + x[1] / length) / x[0], 1.0 / share, every)
    ]
    return Derived(found, scores)


def _prefill_fit(rows: list[figures.Row]) -> Array:
    """Return the share of peak on long prompts and the tokens at which half of it is reached."""
    length, share = column(rows, "isl_bin"), column(rows, "eff_p50")
    return fitted(lambda x: (1.0 + x[1] / length) / x[0], 1.0 / share, (0.6, 1500.0))
