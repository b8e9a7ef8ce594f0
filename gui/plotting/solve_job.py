"""The job of the solve view: what would have to be true, all deployments, or who wins where."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.drivers import Point, point
from engine.errors import IsocostError
from engine.scenario import Scenario
from engine.solve import winners as maps
from engine.solve.roots import Root, break_evens
from engine.solve.search import Search, search
from engine.solve.space import space
from gui.plotting.contours import Floats
from gui.plotting.scales import AxisScale
from gui.shown_units import METRICS

MODES: Final = {
    "inputs": "What would have to be true",
    "deployments": "Deployments",
    "winners": "Who wins where",
}
#: Ways that are compared on the map.
WAYS: Final = {"accelerators": "accelerators", "supplies": "supplies", "tiers": "tiers"}
#: What deployments and ways may be ranked by: positive figures of which less is better.
RANKS: Final = (
    "cost_per_output_token", "cost_per_request", "cost_per_token_all_in", "cost_rate", "power",
    "energy_per_output_token", "accelerators", "capex",
)  # fmt: skip
NODES, COARSE = 64, 32
#: Deployments in the table.
BEST: Final = 26
#: Cells of the picture of all deployments, across and up.
CELLS: Final = (160, 110)


@dataclass(frozen=True)
class SolveSettings:
    """What a solve job was made for.

    Attributes
    ----------
    mode : str
        One of `MODES`.
    metric : str
        What is to meet `target`.
    target : float
        Base units.
    x, y : str
        Inputs along the map.
    ways : str
        One of `WAYS`.
    rank : str
        What deployments and ways are ranked by, one of `RANKS`.
    """

    mode: str = "inputs"
    metric: str = "gross_margin"
    target: float = 0.0
    x: str = "workload.output_tokens"
    y: str = "workload.input_tokens"
    ways: str = "accelerators"
    rank: str = RANKS[0]


@dataclass(frozen=True, slots=True)
class Cloud:
    """All deployments that hold the limits, counted in cells; both axes by the logarithm.

    Attributes
    ----------
    x, y : tuple of float
        Ends of the axes, display units, rising.
    counts : ndarray, shape (across, up)
    front : ndarray, shape (n, 2)
        Deployments that no other beats, display units, by x.
    rows : tuple of int
        Which those are.
    """

    x: tuple[float, float]
    y: tuple[float, float]
    counts: Floats
    front: Floats
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SolveResult:
    """A frame: of `roots`, `found` and `won` one, by the mode, or `trouble` says why there is none."""

    settings: SolveSettings
    scenario: Scenario
    point: Point
    roots: tuple[Root, ...] = ()
    found: Search | None = None
    cloud: Cloud | None = None
    won: maps.Winners | None = None
    scales: tuple[AxisScale, AxisScale] | None = None
    trouble: str = ""


class SolveJob:
    """Computes `SolveResult`; see `gui.views.base.Job`."""

    def __init__(self, settings: SolveSettings) -> None:
        self.settings = settings

    def run(
        self, scenario: Scenario, baseline: Scenario, coarse: bool, cancelled: Callable[[], bool]
    ) -> SolveResult | None:
        """Return a frame, or None when `cancelled` turned true."""
        del baseline
        here = point(scenario)
        try:
            return self._made(scenario, here, coarse, cancelled)
        except IsocostError as error:
            return SolveResult(self.settings, scenario, here, trouble=str(error))

    def _made(
        self, scenario: Scenario, here: Point, coarse: bool, cancelled: Callable[[], bool]
    ) -> SolveResult | None:
        s = self.settings
        if s.mode == "inputs":
            if coarse:
                return None
            roots = tuple(break_evens(scenario, s.metric, s.target))
            return SolveResult(s, scenario, here, roots=roots)
        if s.mode == "deployments":
            if coarse:
                return None
            found = search(scenario, space(scenario), s.rank, "tpot_p95", BEST, "accelerator", cancelled)
            if found is None:
                return None
            return SolveResult(s, scenario, here, found=found, cloud=cloud(found))
        return self._map(scenario, here, COARSE if coarse else NODES, cancelled)

    def _map(
        self, scenario: Scenario, here: Point, count: int, cancelled: Callable[[], bool]
    ) -> SolveResult | None:
        s = self.settings
        made = {"accelerators": maps.accelerators, "supplies": maps.supplies, "tiers": maps.tiers}[s.ways]
        ways = made(scenario)
        if cancelled():
            return None
        scales = tuple(AxisScale.of(key, count, scenario.get(key)) for key in (s.x, s.y))
        x, y = (scale.axis for scale in scales)
        won = maps.winners(ways, x, y, s.rank, cancelled)
        return None if won is None else SolveResult(s, scenario, here, won=won, scales=(scales[0], scales[1]))


def cloud(found: Search) -> Cloud | None:
    """Return all deployments that hold the limits, counted in cells; None where there are too few to draw."""
    able = found.feasible
    x, y = (METRICS[key].shown(1.0) * found.figures[key] for key in (found.x_metric, found.y_metric))
    drawn = able & (x > 0.0) & (y > 0.0)
    if int(drawn.sum()) < 1:
        return None
    ends = [_ends(values[drawn]) for values in (x, y)]
    bins = [
        np.linspace(math.log(end[0]), math.log(end[1]), count + 1)
        for end, count in zip(ends, CELLS, strict=True)
    ]
    counts = np.histogram2d(np.log(x[drawn]), np.log(y[drawn]), bins)[0]
    rows = np.flatnonzero(found.front & drawn)
    rows = rows[np.argsort(x[rows])]
    return Cloud(ends[0], ends[1], counts, np.column_stack([x[rows], y[rows]]), tuple(map(int, rows)))


def _ends(values: Floats) -> tuple[float, float]:
    """Return the ends of a logarithmic axis that shows all but the worst few of `values`."""
    low, high = float(values.min()), float(np.quantile(values, 0.98))
    return low * 0.85, max(high, low * 1.5) * 1.1
