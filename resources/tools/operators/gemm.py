r"""Matrix products of linear layers.

.. math::
    t = t_0 + \sqrt{\left(\frac{2 m n k}{F \eta_c}\right)^2 +
        \left(\frac{w n k + m (b k + 2 n)}{W \eta_m}\right)^2} + \frac{m k (2 + b)}{0.8 W}

m rows, n x k weights of w bytes, activations of b bytes in and two out. Arithmetic and traffic overlap
imperfectly where they are equally long, which the sum of squares says with no constant of its own.
The last term is the pass that rounds activations to fewer than 16 bits, where products run in them.

Two tables: shapes of served models as timed under TensorRT-LLM, and medians over all timed shapes by
rows and weights for three engines. The second gives the constants, since it holds every engine; the
geometric mean of the weights in each of its bins is not stated and is found with the constants.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

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

#: Share of bandwidth of element-wise passes.
STREAMING: Final = 0.8


@dataclass(frozen=True)
class Format:
    """A timed number format: bytes per weight and per rounded activation, where its constants go."""

    name: str
    weight: float
    activation: float
    arithmetic: str


FORMATS: Final = {
    "bfloat16": Format("bf16", 2.0, 2.0, "bf16"),
    "fp8": Format("fp8", 1.0, 1.0, "fp8"),
    "fp8_static": Format("fp8", 1.0, 1.0, "fp8"),
    "fp8_block": Format("fp8", 1.0, 1.0, "fp8"),
    "nvfp4": Format("fp4", 0.5625, 0.5625, "fp4"),
}
#: Formats of parts without FP8 or FP4 arithmetic: INT8 products, INT4 weights in 16-bit products.
WHOLE: Final = {
    "sq": Format("fp8", 1.0, 1.0, "int8"),
    "int4_wo": Format("fp4", 0.515625, 2.0, "bf16"),
}
#: Rows by bin of the table: bins are powers of two nearest in logarithm.
_TIMED: Final = (
    *range(1, 18),
    *(32, 33, 48, 49, 64, 65, 80, 81, 96, 97, 112, 113, 128, 129, 160, 161, 192, 193, 224, 225),
    *(256, 257, 384, 512, 513, 768, 769, 1024, 1025, 1280, 1281, 1536, 1537, 1792, 1793, 2048, 2049),
    *(2304, 2305, 2560, 2561, 2816, 2817, 3072, 3073, 3328, 3329, 3584, 3585, 3840, 3841, 4096, 4097),
    *(4352, 4353, 8192),
)
#: Bins of the table by weights, and a start for their geometric means, millions.
_BINS: Final = {"<4M": 0.4, "4-16M": 6.1, "16-64M": 24.0, "64-256M": 128.0, ">=256M": 600.0}
_ANCHOR: Final = 3
_LARGEST: Final = 8192.0


@dataclass(frozen=True)
class Series:
    """Medians of one engine and format: rows, bin of the weights, FLOP/s."""

    system: str
    engine: str
    label: str
    format: Format
    m: Array
    bins: NDArray[np.intp]
    rate: Array

    def times(self, weights: Array) -> tuple[Array, Array, Array]:
        """Return (rows, side of the weights, seconds) where the bins hold `weights` on average."""
        count = weights[self.bins]
        return self.m, np.sqrt(count), 2.0 * self.m * count / self.rate


def seconds(x: Array, m: Array, n: Array, k: Array, f: Format, p: Peaks) -> Array:
    """Return predicted times for constants x: fixed time, share of peak, share of bandwidth."""
    work = 2.0 * m * n * k / (peak(p, f) * x[1])
    moved = (f.weight * n * k + m * (f.activation * k + 2.0 * n)) / (p.bandwidth * x[2])
    rounding = 0.0 if f.arithmetic == "bf16" else m * k * (2.0 + f.activation) / (STREAMING * p.bandwidth)
    return np.asarray(x[0] * 1e-6 + np.hypot(work, moved) + rounding)


def previous(family: str, m: Array, n: Array, k: Array, f: Format, p: Peaks) -> Array:
    """Return what the form before this one predicted."""
    c = PREVIOUS[family]
    work = 2.0 * m * n * k / (peak(p, f) * c[f"compute_{'bf16' if f.arithmetic == 'bf16' else f.name}"])
    read_ = f.weight * n * k / (p.bandwidth * c[f"memory_{f.name}"])
    return np.asarray(c[f"time_{f.name}"] * 1e-6 + np.maximum(work, read_))


def peak(p: Peaks, f: Format) -> float:
    """Return the peak of the arithmetic of `f` [FLOP/s]; INT8 runs at twice BF16."""
    return {"bf16": p.bf16, "fp8": p.fp8, "fp4": p.fp4, "int8": 2.0 * p.bf16}[f.arithmetic]


def _format(system: str, label: str, p: Peaks) -> Format | None:
    if label in WHOLE:
        return WHOLE[label] if p.fp8 == 0.0 else None
    found = FORMATS.get(label)
    return found if found is not None and peak(p, found) > 0.0 else None


def _series(folder: Path) -> list[Series]:
    """Return the binned medians; without those that time more than a kernel or an operand in cache."""
    timed = np.array(_TIMED, dtype=float)
    nearest = 2.0 ** np.round(np.log2(timed))
    mean = {b: float(np.exp(np.log(timed[nearest == b]).mean())) for b in np.unique(nearest)}
    known, order = peaks(folder), list(_BINS)
    found = []
    table = grouped(read(folder, "gemm_efficiency_binned.csv.gz"), "system", "fw", "gemm_dtype")
    for (system, engine, label), rows in sorted(table.items()):
        f = _format(system, label, known[system])
        # Blocks of FP8 under vLLM carry 60-300 us beside the kernel.
        if system not in FAMILY_OF or f is None or (engine, label) == ("vllm", "fp8_block"):
            continue
        kept = [row for row in rows if _usable(system, float(row["m_bin"]), order.index(row["nk_Mi"]))]
        m = np.array([mean[float(row["m_bin"])] for row in kept])
        bins = np.array([order.index(row["nk_Mi"]) for row in kept], dtype=np.intp)
        found.append(Series(system, engine, label, f, m, bins, column(kept, "tflops_p50") * 1e12))
    return found


def _usable(system: str, m: float, size: int) -> bool:
    if m > _LARGEST:
        return False
    return system not in CACHED or m > 256.0 or size == 0 or size >= _ANCHOR


def _bin_means(series: list[Series], known: dict[str, Peaks]) -> Array:
    """Return the mean weights of each bin that leave no bin off on the whole, BF16 and FP8 alike."""
    weights = 1e6 * np.array(list(_BINS.values()))
    for _ in range(6):
        ratios: list[list[float]] = [[] for _ in _BINS]
        for one in series:
            if one.system in CACHED:
                continue
            m, side, t = one.times(weights)
            p = known[one.system]
            x = _pooled([one], weights, p)
            error = np.log(seconds(x, m, side, side, one.format, p) / t)
            for index, found in enumerate(ratios):
                found.append(float(np.median(error[one.bins == index])))
        shift = np.array([np.median(each) for each in ratios])
        weights = weights * np.exp(shift - shift[_ANCHOR])
    return np.asarray(weights)


_START: Final = (4.0, 0.7, 0.8)


def derive(folder: Path) -> Derived:
    """Return constants and scores of matrix products from the tables in `folder`."""
    known, series = peaks(folder), _series(folder)
    weights = _bin_means(series, known)
    found: list[Found] = []
    scores: list[Score] = []
    for system, family in FAMILY_OF.items():
        for precision in ("bf16", "fp8", "fp4"):
            timed = [s for s in series if s.system == system and s.format.name == precision]
            if timed:
                mine = _fastest(timed, weights)
                x = _pooled(mine, weights, known[system])
                found += _constants(family, precision, mine, x, weights, known[system])
                scores += _scores(folder, family, precision, mine, x, weights)
    return Derived(found, scores)


def _fastest(series: list[Series], weights: Array) -> list[Series]:
    """Return each engine's fastest format of one precision, by the geometric mean of its times.

    Some loops round activations in launches of their own, which served engines fuse into what is before.
    """

    def mean(one: Series) -> float:
        return float(np.log(one.times(weights)[2]).mean())

    engines = dict.fromkeys(one.engine for one in series)
    return [min((one for one in series if one.engine == engine), key=mean) for engine in engines]


def _pooled(series: list[Series], weights: Array, p: Peaks) -> Array:
    """Return the constants that serve all engines and formats of one precision at once."""
    parts = [(s.format, *s.times(weights)) for s in series]

    def model(x: Array) -> Array:
        return np.concatenate([seconds(x, m, side, side, f, p) for f, m, side, _ in parts])

    return fitted(model, np.concatenate([t for *_, t in parts]), _START)


def _constants(
    family: str, precision: str, series: list[Series], x: Array, weights: Array, p: Peaks
) -> list[Found]:
    each = np.array([_pooled([s], weights, p) for s in series])
    rows = sum(len(s.m) for s in series)
    engines = ", ".join(f"{s.engine} {s.label}" for s in series)
    names = (f"gemm_time_{precision}", f"gemm_compute_{precision}", f"gemm_memory_{precision}")
    widened = series[0].format.arithmetic == "bf16" and precision != "bf16"
    return [
        Found(family, name, float(x[i]), float(each[:, i].min()), float(each[:, i].max()), rows, engines)
        for i, name in enumerate(names)
        if not (widened and i == 1)
    ]


def _scores(
    folder: Path, family: str, precision: str, series: list[Series], x: Array, weights: Array
) -> list[Score]:
    p = peaks(folder)[series[0].system]
    old, new = [], []
    for s in series:
        m, side, t = s.times(weights)
        new.append(off(seconds(x, m, side, side, s.format, p), t))
        old.append(off(previous(family, m, side, side, s.format, p), t))
    scores = [_score("GEMM, all engines by bins", family, precision, old, new)]
    old, new = [], []
    for row in read(folder, "gemm_llm_shapes_raw.csv.gz"):
        f = _format(row["system"], row["gemm_dtype"], p) if row["system"] == series[0].system else None
        if f is None or f.name != precision or float(row["m"]) > _LARGEST:
            continue
        m, n, k, t = (np.array([float(row[c])]) for c in ("m", "n", "k", "latency_ms"))
        if series[0].system in CACHED and m[0] <= 256.0 and n[0] * k[0] * f.weight < 96e6:
            continue
        new.append(off(seconds(x, m, n, k, f, p), t * 1e-3))
        old.append(off(previous(family, m, n, k, f, p), t * 1e-3))
    if new:
        scores.append(_score("GEMM, served shapes (TensorRT-LLM)", family, precision, old, new))
    return scores


def _score(operator: str, family: str, precision: str, old: list[Array], new: list[Array]) -> Score:
    before, after = np.concatenate(old), np.concatenate(new)
    return Score(operator, family, precision, len(after), summary(before), summary(after))
