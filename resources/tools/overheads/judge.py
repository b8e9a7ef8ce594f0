"""How wrong fitted constants are: by split and group, on parts and models never seen, and their spread."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.validation.statistics import Score, score
from resources.tools.overheads.problem import CONSTANTS, FOLDS, Floats, Mask, Problem, fold_of
from resources.tools.overheads.solve import Values, fit, put, starts

#: Engines of today, whose rows the generic one and every forebear are fitted on.
MODERN: Final = (
    *("sglang", "sglang-2025", "tensorrt-llm", "tensorrt-llm-2025", "tensorrt-llm-hopper"),
    *("vllm", "vllm-hopper"),
)
GENERIC: Final = "generic"
#: Engine -> forms of it by year and machine, fitted together first: each form starts from that.
BRANDS: Final[Mapping[str, tuple[str, ...]]] = {
    "sglang": ("sglang", "sglang-2025"),
    "tensorrt-llm": ("tensorrt-llm", "tensorrt-llm-2025", "tensorrt-llm-hopper"),
    "vllm": ("vllm", "vllm-hopper"),
}
#: Engine -> whose constants it starts from; every other one starts from the generic one's.
FOREBEARS: Final[Mapping[str, str]] = {
    "vllm-2024-one-process": "vllm-2024",
    "vllm-rocm-2024": "vllm-2024",
    "vllm-rocm": "vllm",
}
#: Engines on other kernels than their forebear's: how much wider they may lie.
LOOSE: Final[Mapping[str, float]] = {
    "vllm-rocm-2024": 20.0,
    "vllm-2024-one-process": 5.0,
    "transformers-neuronx": 5.0,
    "llama.cpp": 5.0,
    "deepspeed-mii": 3.0,
}

Constants = dict[str, Values]


def fit_all(problem: Problem, chosen: Mask, near: Constants | None = None) -> Constants:
    """Return the constants of every engine of `problem` fitted on the rows `chosen`.

    Parameters
    ----------
    near : mapping of engine to constants, optional
        A solution close by to start from.
    """
    guess = near or {}
    modern = chosen & np.isin(problem.stack, MODERN)
    made: Constants = {GENERIC: fit(problem, modern, starts(), guess.get(GENERIC), by_model=True)}
    brands = {
        brand: fit(
            problem, chosen & np.isin(problem.stack, forms), made[GENERIC], guess.get(brand), by_model=True
        )
        for brand, forms in BRANDS.items()
    }
    named = {form: brands[brand] for brand, forms in BRANDS.items() for form in forms}
    for engine in _order(problem):
        if engine in FOREBEARS:
            forebear = made[FOREBEARS[engine]]
        else:
            forebear = named.get(engine) or _centre(made[GENERIC])
        rows = chosen & (problem.stack == engine)
        made[engine] = fit(problem, rows, forebear, guess.get(engine), LOOSE.get(engine, 1.0))
    return made


def _order(problem: Problem) -> list[str]:
    engines = set(problem.stack.tolist()) - {GENERIC}
    return sorted(engines, key=lambda one: (one in FOREBEARS, one))


def _centre(forebear: Values) -> Values:
    # For an engine of other kernels than today's. Times are a way of working, which runs in families;
    # factors are over what kernels were measured to take. What those of today's engines have in common is
    # how the tables err for them, which says nothing of kernels of another age or maker.
    begin = starts()
    return {one.name: begin[one.name] if one.relative else forebear[one.name] for one in CONSTANTS}


def predictions(problem: Problem, constants: Constants) -> NDArray[np.void]:
    """Return what the engine predicts for every case under `constants`."""
    records = problem.batch.records.copy()
    for engine, values in constants.items():
        put(records, problem.stack == engine, values)
    return problem.batch.predict(records)


def left_out(problem: Problem, groups: NDArray[np.str_], near: Constants, asked: Mask) -> NDArray[np.void]:
    """Return predictions of each case by constants fitted on all calibrate rows but those of its group.

    Only groups of the cases `asked` are left out.
    """
    made = predictions(problem, near)
    for group in np.unique(groups[problem.usable & asked]):
        here = groups == group
        without = problem.calibrate & ~here
        if (problem.calibrate & here).any():
            made[here] = predictions(problem, fit_all(problem, without, near))[here]
    return made


class Spread(NamedTuple):
    """10th and 90th percentile of a constant over fits that each leave some curves out."""

    low: float
    high: float


def by_fold(problem: Problem, near: Constants) -> list[Constants]:
    """Return the constants fitted on the curves outside each fold."""
    fold = np.array([fold_of(one) for one in problem.cases])
    return [fit_all(problem, problem.calibrate & (fold != k), near) for k in range(FOLDS)]


def spreads(near: Constants, folds: list[Constants]) -> dict[str, dict[str, Spread]]:
    """Return how far each constant moves when a fold of the curves is left out, scaled to one fit."""
    return {
        engine: {
            one.name: _spread(near[engine][one.name], np.array([made[engine][one.name] for made in folds]))
            for one in CONSTANTS
        }
        for engine in near
    }


def _spread(value: float, left: Floats) -> Spread:
    # Jackknife over folds: the variance of the estimate is (k - 1) times the mean square of the shifts.
    deviation = float(np.sqrt((FOLDS - 1.0) * np.mean((left - left.mean()) ** 2)))
    return Spread(max(value - 1.2816 * deviation, 0.0), value + 1.2816 * deviation)


class Target(NamedTuple):
    """A figure to be reached: `name`, what of which rows, and at most how much."""

    name: str
    measure: str
    statistic: str
    limit: float
    rows: Callable[[Problem], Mask]


def closed(problem: Problem) -> Mask:
    """Return the rows of closed loops on NVIDIA's accelerators."""
    return np.asarray((problem.label("regime") == "closed") & (problem.label("vendor") == "nvidia"), bool)


def _dense(problem: Problem) -> Mask:
    return np.asarray(closed(problem) & (problem.label("model_class") == "dense"), bool)


def _part(*names: str) -> Callable[[Problem], Mask]:
    return lambda problem: np.isin(problem.accelerator, names)


TARGETS: Final = (
    Target("TPOT, closed loop, NVIDIA", "tpot", "median", 0.08, closed),
    Target("TPOT, closed loop, NVIDIA, dense", "tpot", "median", 0.07, _dense),
    Target("TPOT, closed loop, NVIDIA, P90", "tpot", "p90", 0.28, closed),
    Target("TTFT, closed loop, NVIDIA", "ttft", "median", 0.25, closed),
    Target("Output tokens/s, closed loop, NVIDIA", "throughput", "median", 0.10, closed),
    Target("MI300X", "best", "median", 0.15, _part("mi300x")),
    Target("Gaudi2", "best", "median", 0.15, _part("gaudi2")),
    Target("A100", "best", "median", 0.15, _part("a100-40", "a100-80")),
    Target("GH200", "best", "median", 0.15, _part("gh200-96")),
)


def best(problem: Problem) -> NDArray[np.str_]:
    """Return the measure each case is judged by: TPOT where measured, else time, else throughput."""
    measured = problem.batch.measured
    names = np.full(len(problem.cases), "throughput")
    names[np.isfinite(measured["e2e"])] = "e2e"
    names[np.isfinite(measured["tpot"])] = "tpot"
    return names


def pair(problem: Problem, said: NDArray[np.void], measure: str) -> tuple[Floats, Floats]:
    """Return measured and predicted of `measure`, or of the best one of each case."""
    if measure != "best":
        return problem.batch.measured[measure], said[measure]
    names = best(problem)
    true, made = np.full(names.size, np.nan), np.full(names.size, np.nan)
    for name in np.unique(names):
        rows = names == name
        true[rows], made[rows] = problem.batch.measured[name][rows], said[name][rows]
    return true, made


def scored(problem: Problem, said: NDArray[np.void], measure: str, rows: Mask) -> Score | None:
    """Return how wrong `said` is on `rows`."""
    true, made = pair(problem, said, measure)
    return score(true[rows], made[rows])


def groups(problem: Problem) -> Iterator[tuple[str, Mask]]:
    """Return the groups a report shows."""
    for dimension in ("regime", "engine", "accelerator", "model_class"):
        labels = problem.label(dimension)
        for label in np.unique(labels):
            yield f"{dimension} {label}", labels == label
