"""What is fitted: named constants of serving engines, rows they are judged by, and how much each counts."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.parameters import SPECS
from engine.units import UNITS
from engine.validation.mapping import Case
from engine.validation.predict import Batch

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
Records = NDArray[np.void]


class Constant(NamedTuple):
    """One constant of group `stack`, in its declared unit.

    `start` is where a fit without a forebear begins; `low` and `high` bound it to what is physical;
    `width` is how far one expects an engine to lie from its forebear.
    """

    name: str
    start: float
    low: float
    high: float
    width: float

    @property
    def key(self) -> str:
        """Return the parameter's key."""
        return f"stack.{self.name}"

    @property
    def relative(self) -> bool:
        """Whether it is a factor on what kernels were measured to take."""
        return SPECS[self.key].unit == "×" and self.name != "kernel_share"

    @property
    def factor(self) -> float:
        """Return what turns the declared unit into SI."""
        return UNITS[SPECS[self.key].unit].factor


_OPERATORS: Final = Path(__file__).parents[1] / "operators.json"


def _as_wide(product: str, bits: int) -> float:
    """Return the share of bandwidth that weights of `bits` were timed at, over that of 16-bit ones.

    Bytes are read at one speed whatever they mean. Tables of narrow formats tell less of it, since their
    slices are small; a kernel in an engine is expected to read as fast as a wide one. Median over parts.
    """
    timed = json.loads(_OPERATORS.read_text(encoding="utf-8"))
    narrow, wide = f"{product}_memory_fp{bits}", f"{product}_memory_bf16"
    both = [one for one in timed.values() if narrow in one and wide in one]
    return median(float(one[narrow]["value"]) / float(one[wide]["value"]) for one in both)


#: Every constant that is fitted. A start is what one expects of an engine nobody measured, a width how far
#: engines lie apart: both tell causes apart that rows of one model cannot. Latent attention runs some eight
#: small kernels of 3 us a layer more (norms, rotation, copies) than those counted.
CONSTANTS: Final = (
    Constant("step_time", 0.5, 0.0, 40.0, 1.0),
    Constant("request_time", 10.0, 0.0, 1500.0, 10.0),
    Constant("layer_time", 10.0, 0.0, 120.0, 10.0),
    Constant("expert_layer_time", 10.0, 0.0, 150.0, 15.0),
    Constant("latent_layer_time", 25.0, 0.0, 150.0, 15.0),
    Constant("kernel_share", 0.6, 0.0, 1.5, 0.2),
    Constant("collective_extra", 1.0, 0.0, 80.0, 4.0),
    Constant("prompt_step_time", 0.5, 0.0, 40.0, 3.0),
    Constant("prefill_layer_time", 700.0, 0.0, 3000.0, 200.0),
    Constant("request_latency", 15.0, 0.0, 500.0, 20.0),
    Constant("dense_time_bf16", 1.0, 0.7, 1.6, 0.1),
    Constant("dense_time_fp8", _as_wide("gemm", 8), 0.7, 1.6, 0.1),
    Constant("dense_time_fp4", 1.0, 0.7, 1.6, 0.1),
    Constant("expert_time_bf16", 1.0, 0.4, 2.5, 0.1),
    Constant("expert_time_fp8", _as_wide("moe", 8), 0.4, 2.5, 0.1),
    Constant("expert_time_fp4", _as_wide("moe", 4), 0.4, 2.5, 0.1),
    Constant("expert_work_time", 1.0, 0.5, 5.0, 0.5),
    Constant("dense_work_time", 1.0, 0.6, 30.0, 0.15),
    Constant("cache_time", 1.0, 0.6, 20.0, 0.15),
    Constant("single_pass_time", 1.0, 1.0, 6.0, 0.05),
    Constant("expert_variation", 0.5, 0.0, 1.5, 0.2),
)
#: Parts into which curves are cut, each to be told by a fit on the others.
FOLDS: Final = 10
LEFT_OUT: Final = Path(__file__).with_name("left_out.json")
#: Regimes whose lengths are assumed, or whose batch nobody told, count less.
_REGIME_WEIGHTS: Final = {"batch": 0.3, "offline": 0.2, "rate": 0.2}
#: And less again in what is drawn from models: their offsets would pass from engine to engine.
_GUESSED_BY_MODEL: Final = 0.5
#: TTFT is noisier and holds what no constant of an engine explains.
_TTFT_WEIGHT: Final = 0.4
#: A curve of fewer rows than this counts less than a long one.
_FULL_CURVE: Final = 5.0


@dataclass(frozen=True)
class Problem:
    """Cases with everything a fit needs of them, arrays of shape (n,).

    Attributes
    ----------
    batch : Batch
    stack, accelerator, model, curve : ndarray of str
        Engine whose constants a case depends on; what it can be left out by; the curve it is of.
    usable : ndarray of bool
        Not suspect, predicted, and the cache holds all that are in flight.
    calibrate : ndarray of bool
        What may be fitted on: usable rows of split `calibrate`.
    """

    batch: Batch
    stack: NDArray[np.str_]
    accelerator: NDArray[np.str_]
    model: NDArray[np.str_]
    curve: NDArray[np.str_]
    usable: Mask
    calibrate: Mask

    @property
    def cases(self) -> tuple[Case, ...]:
        """Return the cases."""
        return self.batch.cases

    @property
    def architecture(self) -> NDArray[np.str_]:
        """Return the model of each case, DeepSeek's V3 and R1 under one name."""
        return np.where(np.char.startswith(self.model, "deepseek-"), "deepseek", self.model)

    def label(self, dimension: str) -> NDArray[np.str_]:
        """Return the label of each case in `dimension`."""
        return self.batch.labels(dimension)


def pose(cases: Sequence[Case]) -> Problem:
    """Return the problem of `cases`."""
    batch = Batch(cases)
    said = batch.predict()
    closed = np.isin(batch.labels("regime"), ("closed", "batch"))
    saturated = closed & (batch.records["deployment"]["concurrency"] > said["batch_limit"])
    suspect = np.array([bool(one.point.suspect) for one in cases], bool)
    usable = (said["feasible"] == 1.0) & ~saturated & ~suspect
    labels = {name: batch.labels(name) for name in ("engine", "accelerator", "model", "split")}
    return Problem(
        batch,
        labels["engine"],
        labels["accelerator"],
        labels["model"],
        np.array([_curve(one) for one in cases], np.str_),
        usable,
        usable & (labels["split"] == "calibrate"),
    )


def _curve(one: Case) -> str:
    label = one.labels
    parts = (label["source"][:6], label["regime"], label["accelerator"], label["model"], label["precision"])
    return "|".join((*parts, label["engine"], f"{one.point.n_devices or 0:g}"))


def fold_of(one: Case) -> int:
    """Return which of `FOLDS` parts the curve of a case is in, the same for all who measured it."""
    names = (one.labels["accelerator"], one.point.model_canon or one.labels["model"])
    rest = (one.labels["precision"], one.labels["engine"], f"{one.point.n_devices}")
    return zlib.crc32("|".join((*names, *rest)).encode()) % FOLDS


@cache
def left_out() -> tuple[dict[str, dict[str, float]], ...]:
    """Return, for each fold, the constants of every engine fitted on the others, in declared units."""
    return tuple(json.loads(LEFT_OUT.read_text(encoding="utf-8")))


def curve_weights(problem: Problem, chosen: Mask, by_model: bool = False) -> Floats:
    """Return weights under which every curve of `chosen` counts alike, 0 for the other rows.

    With `by_model` the curves of a model together count as much as the root of their number: what an
    engine is expected to be like is drawn from models, whose curves are alike.
    """
    weight = np.zeros(len(problem.cases))
    regime = problem.label("regime")
    for curve in np.unique(problem.curve[chosen]):
        rows = chosen & (problem.curve == curve)
        count = float(rows.sum())
        weight[rows] = 1.0 / np.sqrt(max(count, _FULL_CURVE))
    for name, factor in _REGIME_WEIGHTS.items():
        weight[regime == name] *= factor * (_GUESSED_BY_MODEL if by_model else 1.0)
    architecture = problem.architecture
    for model in np.unique(architecture[chosen]) if by_model else ():
        rows = chosen & (architecture == model)
        weight[rows] /= max(np.sum(weight[rows] ** 2), 1.0) ** 0.25
    return weight


class Targets(NamedTuple):
    """Rows and measures a fit aims at: `row` and `measure` of each, its log and its weight."""

    row: NDArray[np.intp]
    measure: NDArray[np.str_]
    log: Floats
    weight: Floats


def targets(problem: Problem, chosen: Mask, by_model: bool = False) -> Targets:
    """Return what is aimed at on the rows `chosen`: TPOT, or else throughput or time; and TTFT."""
    weight = curve_weights(problem, chosen, by_model)
    measured = problem.batch.measured
    main = np.isfinite(measured["tpot"])
    found: list[tuple[int, str, float]] = []
    for row in np.flatnonzero(chosen):
        name = next((m for m in ("tpot", "throughput", "e2e") if np.isfinite(measured[m][row])), "")
        if name:
            found.append((int(row), name, float(weight[row])))
        if main[row] and np.isfinite(measured["ttft"][row]):
            found.append((int(row), "ttft", float(weight[row]) * _TTFT_WEIGHT))
    rows = np.array([row for row, _, _ in found], np.intp)
    names = np.array([name for _, name, _ in found], np.str_)
    logs = np.array([np.log(measured[name][row]) for row, name, _ in found])
    return Targets(rows, names, logs, np.array([one for _, _, one in found]))


def predicted(problem: Problem, records: Records, aim: Targets) -> Floats:
    """Return the log of what `records` (of all cases) give for `aim`; a refusal is far off."""
    rows = np.unique(aim.row)
    said: Any = problem.batch.predict(records, rows)
    place = np.searchsorted(rows, aim.row)
    out = np.empty(aim.row.size)
    for name in np.unique(aim.measure):
        these = aim.measure == name
        out[these] = said[str(name)][place[these]]
    return np.log(np.where(np.isfinite(out) & (out > 0.0), out, 1e3))
