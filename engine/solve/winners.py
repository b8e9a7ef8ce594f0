"""Who wins where: which of several ways to serve is best at each point of a surface, and by how much.

A way is any scenario: other parts, models, tiers or supplies. Each is evaluated over the same two inputs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine import catalog
from engine.drivers.grid import Axis
from engine.drivers.moves import moved, places
from engine.errors import IsocostError, ParameterError
from engine.metrics import METRICS
from engine.scenario import Scenario
from engine.solve.search import best_of_each, search
from engine.solve.space import linked, space

Floats = NDArray[np.float64]

#: Supplies by name, as the map tells them.
_SUPPLIES: Final = (
    ("own", "Own"),
    ("rent", "Rent"),
    ("mixed", "Own base, rent peaks"),
    ("api", "Buy by the token"),
)
NOBODY: Final = -1


@dataclass(frozen=True, slots=True)
class Way:
    """One way to serve: what to call it, and the scenario."""

    label: str
    scenario: Scenario


@dataclass(frozen=True, slots=True)
class Winners:
    """The best way at each point.

    Attributes
    ----------
    ways : tuple of Way
    x, y : Axis
    metric : str
    values : ndarray, shape (ways, ny, nx)
        The metric of every way, base units; NaN where it breaks a limit or has no figure.
    winner : ndarray of int, shape (ny, nx)
        Index of the best way; -1 where none serves.
    """

    ways: tuple[Way, ...]
    x: Axis
    y: Axis
    metric: str
    values: Floats
    winner: NDArray[np.int64]

    @property
    def best(self) -> Floats:
        """Return the metric of the winner, base units, shape (ny, nx); NaN where none serves."""
        return self.of(self.winner)

    def of(self, index: NDArray[np.int64]) -> Floats:
        """Return the metric of way `index`, shape (ny, nx); NaN for -1."""
        taken = np.take_along_axis(self.values, np.maximum(index, 0)[None], axis=0)[0]
        return np.where(index >= 0, taken, np.nan)

    def regret(self, way: int) -> Floats:
        """Return by how much choosing `way` everywhere is worse than the winner, shape (ny, nx).

        In the metric's base units, 0 where it wins, infinite where it cannot serve and another can, NaN
        where none can.
        """
        worse = METRICS[self.metric].better * (self.best - self.values[way])
        return np.where(np.isnan(self.best), np.nan, np.where(np.isnan(worse), np.inf, worse))

    def margin(self) -> Floats:
        """Return by how much the winner leads the second, shape (ny, nx); infinite where it is alone."""
        if len(self.ways) < 2:
            return np.where(np.isnan(self.best), np.nan, np.inf)
        merit = np.where(np.isnan(self.values), -np.inf, METRICS[self.metric].better * self.values)
        first, second = -np.partition(-merit, 1, axis=0)[:2]
        lead = np.full(first.shape, np.nan)
        some = np.isfinite(first)
        lead[some] = first[some] - second[some]
        return lead

    def shares(self) -> list[tuple[int, float]]:
        """Return (way, share of the points it wins), the largest first; ways that win nowhere left out."""
        won, counts = np.unique(self.winner[self.winner >= 0], return_counts=True)
        order = np.argsort(-counts, kind="stable")
        return [(int(won[i]), float(counts[i] / self.winner.size)) for i in order]


def winners(
    ways: Sequence[Way],
    x: Axis,
    y: Axis,
    metric: str = "cost_per_output_token",
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int], object] = lambda _: None,
) -> Winners | None:
    """Return who wins at each point of `x` by `y`; None where `cancelled` turned true.

    Raises
    ------
    IsocostError
        There is no way, or of `metric` neither less nor more is better.
    ParameterError
        Both axes are one input.
    """
    if not ways:
        raise IsocostError("there is nothing to compare; choose at least one way to serve")
    if metric not in METRICS or METRICS[metric].better == 0:
        raise IsocostError(f"{metric} is no metric to rank by: neither less nor more of it is better")
    if x.key == y.key:
        raise ParameterError(x.key, f"{x.key} cannot be both axes of a map")
    xs, ys = x.base, y.base
    values = np.column_stack([np.tile(xs, ys.size), np.repeat(ys, xs.size)])
    made = np.full((len(ways), ys.size, xs.size), np.nan)
    for i, way in enumerate(ways):
        at = np.array([[places(way.scenario, key) for key in (x.key, y.key)]], np.int64)
        found = moved(way.scenario.to_records(), at, values, (metric, "feasible"), cancelled)
        if found is None:
            return None
        made[i] = np.where(found[:, 1] == 1.0, found[:, 0], np.nan).reshape(ys.size, xs.size)
        progress(i + 1)
    return Winners(tuple(ways), x, y, metric, made, _best(made, metric))


def _best(values: Floats, metric: str) -> NDArray[np.int64]:
    merit = np.where(np.isnan(values), -np.inf, METRICS[metric].better * values)
    winner: NDArray[np.int64] = np.argmax(merit, axis=0).astype(np.int64)
    winner[np.isneginf(merit.max(axis=0))] = NOBODY
    return winner


def accelerators(
    scenario: Scenario, names: Sequence[str] = (), metric: str = "cost_per_output_token"
) -> list[Way]:
    """Return `scenario` on each accelerator, every one deployed as serves it best under the limits here.

    All linked parts of the catalogue unless some are named. One that cannot hold the limits here is left
    as it stands: it may elsewhere.
    """
    wanted = tuple(names) or linked(scenario)
    given = space(scenario, wanted)
    kept = replace(
        given,
        weights=(str(scenario.get("precision.weights")),),
        kv=(str(scenario.get("precision.kv")),),
        supplies=(str(scenario.get("finance.supply")),),
    )
    found = search(scenario, kept, metric, "tpot_p95", most=1)
    assert found is not None
    best = {one.accelerator: one for one in best_of_each(scenario, found)}
    return [
        Way(
            catalog.part("accelerator", name, scenario).label,
            best[name].adopted(scenario) if name in best else catalog.apply(scenario, "accelerator", name),
        )
        for name in given.accelerators
    ]


def models(scenario: Scenario, names: Sequence[str]) -> list[Way]:
    """Return `scenario` with each of the models `names` of the catalogue."""
    made = []
    for name in names:
        part = catalog.lookup("model", name, scenario)
        made.append(Way(part.label, catalog.apply(scenario, "model", part.id)))
    return made


def supplies(scenario: Scenario) -> list[Way]:
    """Return `scenario` owned, rented, mixed and bought by the token."""
    made = []
    for value, label in _SUPPLIES:
        made.append(Way(label, scenario.with_value("finance.supply", value)))
    return made


def tiers(scenario: Scenario) -> list[Way]:
    """Return each tier of a routed service serving all requests alone, and the service as it is.

    Raises `IsocostError` where nothing is routed.
    """
    if not scenario.routed:
        raise IsocostError("routing.mode: one tier serves; add a second to see which tier wins where")
    alone = []
    for number in range(1, scenario.flows.used + 1):
        one = scenario.tier(number).with_value(
            "workload.requests_per_user", scenario.number("workload.requests_per_user")
        )
        alone.append(Way(f"Tier {number} alone: {_model(one)}", one))
    return [*alone, Way("Routed", scenario)]


def _model(scenario: Scenario) -> str:
    part = catalog.part_of(scenario, "model")
    return part.label if part is not None else str(scenario.get("model.part"))
