"""Which deployment is cheapest under the limits: all of a space evaluated, the best brought to the limit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine import catalog
from engine.drivers.frontier import pareto
from engine.drivers.moves import moved, places
from engine.errors import IsocostError
from engine.metrics import METRICS
from engine.parameters import WIDTH
from engine.scenario import Scenario, Value, spec_of
from engine.solve.space import KEYS, Space, encoded, fitted

#: What is kept of each deployment beside the two metrics asked for.
KEPT: Final = (
    "feasible", "binding", "cost_per_output_token", "gross_margin", "ttft_p95", "tpot_p95", "accelerators",
    "quality",
)  # fmt: skip
_HALVINGS: Final = 9
_LEAST_REFINED: Final = 12
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Deployment:
    """One deployment.

    Attributes
    ----------
    accelerator : str
    changes : tuple of (key, value)
        Every input that sets it, `accelerator.part` apart.
    metrics : dict of str to float
        Base units.
    """

    accelerator: str
    changes: tuple[tuple[str, Value], ...]
    metrics: dict[str, float]

    def adopted(self, scenario: Scenario) -> Scenario:
        """Return `scenario` deployed so."""
        return fitted(scenario, self.accelerator, dict(self.changes))

    def value(self, key: str) -> Value:
        """Return what the deployment sets input `key` to."""
        return dict(self.changes)[key]


@dataclass(frozen=True, slots=True)
class Search:
    """Every deployment of a space.

    Attributes
    ----------
    space : Space
    x_metric, y_metric : str
        Speed or other merit, and what is to be cheap.
    figures : dict of str to ndarray, shape (n,)
        Metrics in base units, accelerator by accelerator; NaN where there is none.
    best : tuple of Deployment
        The best of all feasible ones by `y_metric`, at the highest load that the limits allow.
    front : ndarray of bool, shape (n,)
        Feasible deployments that no other beats in both metrics.
    """

    space: Space
    x_metric: str
    y_metric: str
    figures: dict[str, Floats]
    best: tuple[Deployment, ...]
    front: NDArray[np.bool_]

    @property
    def feasible(self) -> NDArray[np.bool_]:
        """Return which deployments hold every limit, shape (n,)."""
        return np.asarray(self.figures["feasible"] == 1.0)

    def deployment(self, row: int) -> Deployment:
        """Return deployment `row`, as it was evaluated."""
        part, inside = divmod(row, self.space.each)
        return _deployment(
            self.space, part, inside, {key: float(column[row]) for key, column in self.figures.items()}
        )


def search(
    scenario: Scenario,
    space: Space,
    y_metric: str = "cost_per_output_token",
    x_metric: str = "tpot_p95",
    most: int = 20,
    each: str = "layout",
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int], object] = lambda _: None,
    helpers: int | None = None,
) -> Search | None:
    """Evaluate every deployment of `space`; None where `cancelled` turned true.

    Parameters
    ----------
    most : int
        Length of `Search.best`.
    each : "layout" or "accelerator"
        Of what it holds the best: every layout, precision and supply of each accelerator, or the accelerator.
    progress : callable
        Told now and then how many are done.
    helpers : int or None
        Threads beside this one; None takes what the machine has.
    """
    for key in (y_metric, x_metric):
        if key not in METRICS or METRICS[key].better == 0:
            raise IsocostError(f"{key} is no metric to rank by: neither less nor more of it is better")
    kept = tuple(dict.fromkeys((y_metric, x_metric, *KEPT)))
    at = _places(scenario, space)
    values = _values(space)
    found = []
    for part, accelerator in enumerate(space.accelerators):
        told = partial(_told, progress, part * space.each)
        one = moved(_records(scenario, accelerator), at, values, kept, cancelled, told, helpers)
        if one is None:
            return None
        found.append(one)
    figures = dict(zip(kept, np.concatenate(found).T.copy(), strict=True))
    able = figures["feasible"] == 1.0
    sides = [-METRICS[k].better * np.where(able, figures[k], np.nan) for k in (x_metric, y_metric)]
    apart = space.each if each == "accelerator" else len(space.loads)
    best = _best(scenario, space, figures, y_metric, (most, apart), kept)
    return Search(space, x_metric, y_metric, figures, best, pareto(sides[0], sides[1]))


def _told(progress: Callable[[int], object], before: int, done: int) -> None:
    progress(before + done)


def best_of_each(scenario: Scenario, found: Search) -> list[Deployment]:
    """Return the best deployment of every accelerator that has one that holds the limits."""
    made = []
    for part in range(len(found.space.accelerators)):
        rows = np.arange(found.space.each) + part * found.space.each
        own = _ranked(found.figures, found.y_metric, rows)
        if own.size:
            made.append(found.deployment(int(own[0])))
    return made


def _places(scenario: Scenario, space: Space) -> NDArray[np.int64]:
    return np.array([[places(scenario, key) for key in (*KEYS, space.load)]], np.int64)


def _values(space: Space) -> Floats:
    """Return the rows of one accelerator as records hold them, shape (each, moves): loads run fastest."""
    rows = np.array([[encoded(key, v) for key, v in zip(KEYS, row, strict=True)] for row in space.rows()])
    loads = np.array([encoded(space.load, load) for load in space.loads])
    return np.column_stack([np.repeat(rows, loads.size, axis=0), np.tile(loads, len(rows))])


def _records(scenario: Scenario, accelerator: str) -> NDArray[np.void]:
    """Return the records of `scenario` on `accelerator`."""
    records = scenario.to_records()
    if scenario.get("accelerator.part") == accelerator:
        return records
    flat = records.view(np.float64).reshape(-1, WIDTH)
    for key, figure in catalog.part("accelerator", accelerator, scenario).values.items():
        # As choosing the part would: tier 1 and the tiers that inherit it.
        for place in places(scenario, key):
            flat.reshape(-1)[place] = spec_of(key).encode(figure.value)
    return records


def _ranked(figures: dict[str, Floats], metric: str, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the feasible ones of `rows`, the best by `metric` first."""
    able = rows[(figures["feasible"][rows] == 1.0) & np.isfinite(figures[metric][rows])]
    order = np.argsort(-METRICS[metric].better * figures[metric][able], kind="stable")
    return np.asarray(able[order])


def _best(
    scenario: Scenario,
    space: Space,
    figures: dict[str, Floats],
    metric: str,
    of: tuple[int, int],
    kept: Sequence[str],
) -> tuple[Deployment, ...]:
    order = _ranked(figures, metric, np.arange(figures[metric].size))
    # Neighbours in load are the same deployment.
    most, apart = of
    _, first = np.unique(order // apart, return_index=True)
    # Between the loads tried a later one may overtake.
    chosen = order[np.sort(first)[: max(most, _LEAST_REFINED)]]
    made = [_to_the_limit(scenario, space, int(row), figures, metric, kept) for row in chosen]
    return tuple(sorted(made, key=lambda one: -METRICS[metric].better * one.metrics[metric])[:most])


def _to_the_limit(
    scenario: Scenario, space: Space, row: int, figures: dict[str, Floats], metric: str, kept: Sequence[str]
) -> Deployment:
    """Return deployment `row` at the load, between those tried, that is best and holds the limits."""
    part, inside = divmod(row, space.each)
    step = inside % len(space.loads)
    now = {key: float(figures[key][row]) for key in kept}
    told = _deployment(space, part, inside, now)
    if step + 1 == len(space.loads) or space.load != "deployment.concurrency":
        return told
    records = fitted(scenario, told.accelerator, dict(told.changes)).to_records()
    at = np.array([[places(scenario, space.load)]], np.int64)
    low, high = space.loads[step], space.loads[step + 1]
    best, load = now, low
    for _ in range(_HALVINGS):
        middle = (low * high) ** 0.5
        found = moved(records, at, np.array([[middle]]), kept)
        assert found is not None
        one = dict(zip(kept, (float(v) for v in found[0]), strict=True))
        if one["feasible"] == 1.0 and METRICS[metric].better * (one[metric] - best[metric]) >= 0.0:
            best, load, low = one, middle, middle
        else:
            high = middle
    changes = tuple((key, load if key == space.load else value) for key, value in told.changes)
    return Deployment(told.accelerator, changes, best)


def _deployment(space: Space, part: int, inside: int, metrics: dict[str, float]) -> Deployment:
    row, load = divmod(inside, len(space.loads))
    values = _row(space, row)
    changes = (*zip(KEYS, values, strict=True), (space.load, space.loads[load]))
    return Deployment(space.accelerators[part], changes, metrics)


def _row(space: Space, row: int) -> tuple[Value, ...]:
    row, supply = divmod(row, len(space.supplies))
    row, layout = divmod(row, len(space.layouts))
    weights, kv = divmod(row, len(space.kv))
    chosen = space.weights[weights]
    return (chosen, chosen, space.kv[kv], *space.layouts[layout], space.supplies[supply])
