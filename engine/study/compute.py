"""What is in a chunk, computed by the engine's drivers: a function of study, case and chunk alone."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.doubt import prepared, sample
from engine.doubt.samples import Samples
from engine.doubt_command import with_doubt
from engine.drivers import point
from engine.errors import IsocostError
from engine.metrics import METRICS
from engine.scenario import Scenario, spec_of
from engine.simulate_command import one_tier
from engine.simulator.result import LATENCIES
from engine.solve.search import Deployment, search
from engine.solve.space import KEYS, Space, space
from engine.study.cases import Case, Points, certain, points
from engine.study.columns import Column, index, input_column, leading, metric_column, words
from engine.study.declared import MonteCarlo, Study
from engine.study.errors import StudyError
from engine.study.layout import Chunk

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]

#: Metrics of every point, asked for or not.
ALWAYS: Final = ("feasible", "binding")
PERCENTILES: Final = (("p10", 0.1), ("p50", 0.5), ("p90", 0.9))
#: Samples with a figure from which on it is summed up.
LEAST: Final = 8
#: What a search chooses.
_CHOSEN: Final = ("accelerator.part", *KEYS, "deployment.concurrency", "deployment.batch_cap")
#: What a simulation tells beside latencies, and its unit.
_SEEN: Final = {
    "rate": "requests/s", "throughput": "tokens/s", "utilization": "1", "batch": "1",
    "cache_hit_fraction": "1", "counted": "1", "replicas": "1", "preemptions": "1", "refused": "1",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """The columns of a chunk, and how many evaluations, or requests served, they took."""

    columns: list[Column]
    evaluations: int

    @property
    def rows(self) -> int:
        """Return how many rows there are."""
        return int(self.columns[0].values.size)


def compute(study: Study, case: Case, chunk: Chunk) -> Made:
    """Return what is in `chunk`."""
    return _WAYS[chunk.part.table](study, case, points(study, case.scenario), chunk)


def searched(study: Study, scenario: Scenario) -> Space:
    """Return the deployments that the study looks at for `scenario`."""
    assert study.search is not None
    try:
        return space(scenario, study.search.accelerators)
    except IsocostError as error:
        raise StudyError(f"[search] {scenario.name}: {error}") from None


def check(study: Study, case: Case) -> None:
    """Raise `StudyError` where a case cannot be drawn, searched or simulated at all."""
    keys = tuple(key for key, _ in study.axes)
    if study.montecarlo is not None:
        try:
            prepared(_doubted(certain(case.scenario, keys), study.montecarlo), study.metrics)
        except IsocostError as error:
            raise StudyError(f"[montecarlo] {case.scenario.name}: {error}") from None
    if study.search is not None:
        searched(study, case.scenario)
    if study.simulate is not None:
        try:
            one_tier(case.scenario)
        except IsocostError:
            raise StudyError(
                f"[simulate] {case.scenario.name} has several tiers and the simulator serves one: leave the "
                'scenario out, or add routing.mode = "none" to [variants]'
            ) from None


def _doubted(scenario: Scenario, drawn: MonteCarlo) -> Scenario:
    return with_doubt(scenario, drawn.doubt, drawn.model_error, drawn.seed, ())


def kept(study: Study) -> tuple[str, ...]:
    """Return the metrics of a row, `ALWAYS` first."""
    return tuple(dict.fromkeys((*ALWAYS, *study.metrics)))


def _points(study: Study, case: Case, plan: Points, chunk: Chunk) -> Made:
    at = np.arange(chunk.start, chunk.stop)
    metrics = kept(study)
    figures = plan.evaluate(metrics, at, helpers=0)
    assert figures is not None
    made = leading(case, plan.axes, at, plan.values(at))
    return Made(made + [metric_column(key, figures[:, i]) for i, key in enumerate(metrics)], at.size)


# Monte Carlo ------------------------------------------------------------------------------------------


def seed_of(seed: int, block: int) -> int:
    """Return the seed of a block of samples: the study's for the first, as `isocost montecarlo` draws.

    The same at every point and in every case: what differs between them is not the luck of the draw.
    """
    return seed if block == 0 else int(np.random.SeedSequence([seed, block]).generate_state(2, np.uint64)[0])


def _sampled(study: Study, plan: Points, at: int, block: int, blocks: int) -> Samples:
    drawn = study.montecarlo
    assert drawn is not None
    keys = tuple(axis.key for axis in plan.axes)
    scenario = _doubted(certain(plan.scenario_of(at), keys), drawn)
    count = (block + 1) * drawn.samples // blocks - block * drawn.samples // blocks
    made = sample(scenario, count, kept(study), seed=seed_of(drawn.seed, block), helpers=0)
    assert made is not None
    return made


def _samples(study: Study, case: Case, plan: Points, chunk: Chunk) -> Made:
    drawn, blocks, metrics = study.montecarlo, chunk.part.each, kept(study)
    assert drawn is not None
    swept = {axis.key for axis in plan.axes}
    inputs = [key for key in drawn.inputs if key not in swept and key not in dict(case.settings)]
    where, number, figures, values = [], [], [], []
    for unit in range(chunk.start, chunk.stop):
        at, block = divmod(unit, blocks)
        found = _sampled(study, plan, at, block, blocks)
        where.append(np.full(found.count, at))
        number.append(np.arange(found.count) + block * drawn.samples // blocks)
        figures.append(np.vstack([found.metrics[key] for key in metrics]))
        values.append(
            np.vstack([_input(found, key) for key in inputs]) if inputs else np.empty((0, found.count))
        )
    points_of, found_of, drawn_of = np.concatenate(where), np.hstack(figures), np.hstack(values)
    made = leading(case, plan.axes, points_of, plan.values(points_of))
    made.append(index("sample", np.concatenate(number)))
    made += [input_column(key, drawn_of[i]) for i, key in enumerate(inputs)]
    made += [metric_column(key, found_of[i]) for i, key in enumerate(metrics)]
    return Made(made, points_of.size)


def _input(found: Samples, key: str) -> Floats:
    """Return what samples have for input `key`, drawn or as the scenario has it; codes of choices."""
    if any(each.key == key for each in found.plan.doubted):
        return found.input(key)
    spec, value = spec_of(key), found.plan.scenario.get(key)
    return np.full(found.count, float(spec.option(value).code) if spec.kind == "choice" else float(value))


def _percentiles(study: Study, case: Case, plan: Points, chunk: Chunk) -> Made:
    at = np.arange(chunk.start, chunk.stop)
    metrics = [key for key in study.metrics if METRICS[key].codes is None and key != "feasible"]
    figures = np.full((at.size, len(metrics), 6), np.nan)
    chances = np.empty((at.size, 2))
    for row, unit in enumerate(at):
        found = _sampled(study, plan, int(unit), 0, 1)
        chances[row] = float(np.mean(found.metrics["gross_margin"] > 0.0)), float(np.mean(found.able))
        for column, key in enumerate(metrics):
            figures[row, column] = summed(found.metrics[key])
    made = leading(case, plan.axes, at, plan.values(at))
    made += [Column("earns", "metric", "1", chances[:, 0]), Column("holds", "metric", "1", chances[:, 1])]
    for column, key in enumerate(metrics):
        named = [name for name, _ in PERCENTILES] + ["mean", "deviation"]
        made += [metric_column(key, figures[:, column, i], f"{key}.{name}") for i, name in enumerate(named)]
        made.append(Column(f"{key}.missing", "metric", "1", figures[:, column, 5]))
    assert study.montecarlo is not None
    return Made(made, at.size * study.montecarlo.samples)


def summed(values: Floats) -> Floats:
    """Return P10, P50, P90, mean, deviation of what has a figure, and the share that has none."""
    there = values[np.isfinite(values)]
    missing = 1.0 - there.size / values.size
    if there.size < LEAST:
        return np.array([np.nan] * 5 + [missing])
    quantiles = np.quantile(there, [share for _, share in PERCENTILES])
    return np.array([*quantiles, there.mean(), there.std(), missing])


# search and simulation --------------------------------------------------------------------------------


def _deployments(study: Study, case: Case, plan: Points, chunk: Chunk) -> Made:
    wanted, metrics = study.search, kept(study)
    assert wanted is not None
    rows: list[tuple[int, int, Deployment, Scenario]] = []
    looked = 0
    for at in range(chunk.start, chunk.stop):
        scenario = plan.scenario_of(at)
        where = searched(study, scenario)
        found = search(scenario, where, wanted.metric, wanted.against, wanted.top, helpers=0)
        assert found is not None
        looked += where.size
        rows += [(at, rank, one, one.adopted(scenario)) for rank, one in enumerate(found.best, 1)]
    at_rows = np.array([at for at, *_ in rows], np.int64)
    # What the search has chosen stands for what a variant had.
    before = leading(case, plan.axes, at_rows, plan.values(at_rows))
    made = [column for column in before if column.name not in _CHOSEN]
    made.append(index("rank", [rank for _, rank, *_ in rows]))
    made += [_adopted(key, [scenario for *_, scenario in rows]) for key in _CHOSEN]
    figures = np.array([[float(m.metrics[k][0]) for k in metrics] for m in (point(s) for *_, s in rows)])
    figures = figures.reshape(len(rows), len(metrics))
    return Made(made + [metric_column(key, figures[:, i]) for i, key in enumerate(metrics)], looked)


def _adopted(key: str, scenarios: list[Scenario]) -> Column:
    spec = spec_of(key)
    if spec.kind == "number":
        return Column(key, "input", spec.unit, np.array([s.number(key) for s in scenarios], np.float64))
    return words(key, [str(s.get(key)) for s in scenarios], "input")


def _simulations(study: Study, case: Case, plan: Points, chunk: Chunk) -> Made:
    wanted = study.simulate
    assert wanted is not None
    units = [divmod(unit, len(wanted.seeds)) for unit in range(chunk.start, chunk.stop)]
    seeds = [wanted.seeds[place] for _, place in units]
    runs = [_simulated(plan.scenario_of(at), study, seed) for (at, _), seed in zip(units, seeds, strict=True)]
    at = np.array([at for at, _ in units], np.int64)
    made = [*leading(case, plan.axes, at, plan.values(at)), index("seed", seeds)]
    for latency in LATENCIES:
        names = ("mean", "p50", "p95", "p99")
        made += [metric_column(f"{latency}_{name}", _of(runs, f"{latency}.{name}")) for name in names]
        mean = f"{latency}_mean"
        made.append(metric_column(mean, _of(runs, f"{latency}.half_width"), f"{latency}.half_width"))
    made += [Column(name, "metric", unit, _of(runs, name)) for name, unit in _SEEN.items()]
    made.append(words("trouble", [run.get("trouble", "") for run in runs]))
    return Made(made, len(units) * wanted.requests)


def _simulated(scenario: Scenario, study: Study, seed: int) -> dict[str, Any]:
    from engine.simulator import simulate

    wanted = study.simulate
    assert wanted is not None
    try:
        seen = simulate(
            scenario, requests=wanted.requests, seed=seed, replicas=wanted.replicas, dispatch=wanted.dispatch
        )
    except IsocostError as error:
        # A point that cannot be served is a finding, not a fault of the study.
        return {"trouble": str(error)}
    made: dict[str, Any] = {
        f"{latency}.{key}": value
        for latency in LATENCIES
        for key, value in dataclasses.asdict(seen.spread(latency)).items()
    }
    return made | {name: getattr(seen, name) for name in _SEEN}


def _of(runs: list[dict[str, Any]], name: str) -> Floats:
    return np.array([run.get(name, np.nan) for run in runs], np.float64)


_WAYS: Final[dict[str, Callable[[Study, Case, Points, Chunk], Made]]] = {
    "points": _points,
    "samples": _samples,
    "percentiles": _percentiles,
    "deployments": _deployments,
    "simulations": _simulations,
}
