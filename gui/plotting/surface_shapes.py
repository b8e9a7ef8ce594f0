"""What a pair of surfaces looks like on a plot before any label: lines, regions, causes."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.drivers import Point
from engine.drivers.columns import ColumnSurface
from engine.metrics import BINDING
from engine.scenario import Scenario
from gui.plotting.contours import NOTHING, Contours, Floats, Gaps, Mask, Polygons, fill_gaps, soften
from gui.plotting.scales import AxisScale

#: Causes in the order they are drawn and named; every other one of `BINDING` comes after.
SLOW: Final = "slow"
MEMORY: Final = "memory"
_SLOW_CODES: Final = (2.0, 3.0)
_KEPT_SURFACES: Final = 4
#: Metrics that every frame reads, whatever it shows.
SHAPED: Final = (
    "binding", "feasible", "cost_per_request", "gross_margin", "ttft_use", "tpot_use", "memory_use",
)  # fmt: skip

#: Break-even line and limit of a baseline.
Ghosts = tuple[Floats, Floats]


def cause_masks(binding: Floats) -> dict[str, Mask]:
    """Return for each cause that occurs where it stops a point; both latency limits are one cause."""
    masks: dict[str, Mask] = {}
    for code, (ident, _label) in BINDING.items():
        if code == 0:
            continue
        name = SLOW if float(code) in _SLOW_CODES else ident
        found = binding == code
        if found.any():
            masks[name] = masks[name] | found if name in masks else found
    return masks


class SurfaceStore:
    """Surfaces already computed; only the worker thread uses it.

    A surface depends on every input but its two axes, so moving the base point along them, or a look
    at the baseline, costs nothing.
    """

    def __init__(self) -> None:
        self.computed = 0
        self.kept: Kept | None = None
        #: What binds on the last grid asked about, and for which size of plot; kept for the job.
        self.binds: tuple[Grid, tuple[int, int], Any] | None = None
        self._ghosts: list[tuple[ColumnSurface, tuple[int, int], Ghosts]] = []
        self._kept: OrderedDict[object, ColumnSurface] = OrderedDict()
        self._told: tuple[tuple[Scenario, AxisScale, AxisScale, object], ...] = ()

    def get(
        self,
        scenario: Scenario,
        x: AxisScale,
        y: AxisScale,
        cancelled: Callable[[], bool],
        metrics: Sequence[str] = (),
    ) -> ColumnSurface | None:
        """Return the surface of `scenario` with `metrics` at hand, or None when `cancelled` turned true."""
        ident = self._ident(scenario, x, y)
        found = self._kept.get(ident)
        if found is None:
            wanted = tuple(dict.fromkeys((*SHAPED, *metrics)))
            found = ColumnSurface.of(scenario, x.axis, y.axis, wanted, cancelled)
            if found is None:
                return None
            self.computed += 1
            self._kept[ident] = found
        self._kept.move_to_end(ident)
        while len(self._kept) > _KEPT_SURFACES:
            self._kept.popitem(last=False)
        return found

    def holds(self, scenario: Scenario, x: AxisScale, y: AxisScale) -> bool:
        """Return whether the surface is there already."""
        return self._ident(scenario, x, y) in self._kept

    def _ident(self, scenario: Scenario, x: AxisScale, y: AxisScale) -> object:
        """Return what tells the surface of `scenario` from others; that of a baseline is asked for often."""
        for known, its_x, its_y, ident in self._told:
            if known is scenario and its_x.axis is x.axis and its_y.axis is y.axis:
                return ident
        made = self._identified(scenario, x, y)
        self._told = ((scenario, x, y, made), *self._told[:2])
        return made

    @staticmethod
    def _identified(scenario: Scenario, x: AxisScale, y: AxisScale) -> object:
        records = scenario.to_records()
        flat = records.view(np.float64)
        flat[[*x.axis.positions(scenario), *y.axis.positions(scenario)]] = 0.0
        # Which tiers move with an axis shows in the places set to nothing.
        return records.tobytes(), x.key, y.key, x.axis.values.tobytes(), y.axis.values.tobytes()

    def ghosts(self, before: ColumnSurface, grid: Callable[[], "Grid"], size: tuple[int, int]) -> Ghosts:
        """Return the lines of the baseline's surface `before`; they outlast many frames."""
        for known, known_size, lines in self._ghosts:
            if known is before and known_size == size:
                return lines
        made = ghosts_of(grid(), *size)
        self._ghosts = [*self._ghosts[-1:], (before, size, made)]
        return made


class Grid:
    """The metrics of a surface on the nodes of a plot; options and whole steps widened to columns."""

    def __init__(self, surface: ColumnSurface, x: AxisScale, y: AxisScale, count: int) -> None:
        self.surface = surface
        self._rows = _repeats(y, count)
        self._columns = _repeats(x, count)
        self._widened = x.columns or y.columns
        self._upright = x.columns
        self._fields: dict[str, Floats] = {}
        self._gaps: Gaps | None = None

    def base(self, key: str) -> Floats:
        """Return metric `key` in base units, shape (ny, nx), NaN where it has no value."""
        if key not in self._fields:
            values = self.surface.base(key)
            if self._widened:
                values = values[np.ix_(self._rows, self._columns)]
            self._fields[key] = values
        return self._fields[key]

    def node(self, across: float, up: float) -> Point:
        """Return every metric at the node nearest to (`across`, `up`), 0-1."""
        i = int(self._rows[round(up * (self._rows.size - 1))])
        j = int(self._columns[round(across * (self._columns.size - 1))])
        return self.surface.node(i, j)

    def lateness(self) -> Floats:
        """Return the log of latency over its limit, the worse of TTFT and TPOT, gaps filled."""
        worse = np.fmax(self.base("ttft_use"), self.base("tpot_use"))
        return self.filled(np.log(np.where(worse > 0, worse, np.nan)))

    def filled(self, values: Floats) -> Floats:
        """Return `values` with the gaps filled; most metrics share theirs.

        Where columns stand side by side the gaps of each are filled from itself: its neighbour is another
        choice, and no line runs where it ends.
        """
        values = values.T if self._upright else values
        known = np.isfinite(values)
        if self._gaps is None or not np.array_equal(known, self._gaps.known):
            self._gaps = Gaps(known)
        made = self._gaps.fill(values)
        return np.ascontiguousarray(made.T) if self._upright else made

    def crowding(self) -> Floats:
        """Return the log of memory needed over memory there is; positive exactly where it does not fit."""
        stopped = self.base("binding") == 1.0
        use = np.log(np.maximum(self.base("memory_use"), 1e-9))
        use = use if np.isfinite(use).all() else fill_gaps(use)
        return np.where(stopped, np.maximum(use, 1e-6), np.minimum(use, -1e-6))


def _repeats(scale: AxisScale, count: int) -> NDArray[np.int64]:
    nodes = scale.axis.values.size
    return np.repeat(np.arange(nodes), max(2, count // nodes) if scale.columns else 1)


@dataclass(frozen=True, slots=True)
class Shapes:
    """Lines and areas all plots of a view share, px.

    Attributes
    ----------
    break_even, limit, memory : ndarray, shape (n, 2)
    ghost_break_even, ghost_limit : ndarray, shape (n, 2)
        The baseline's; empty where it does not differ.
    regions : mapping of cause to Polygons
        Only causes that occur.
    masks : mapping of cause to bool array, shape (ny, nx)
    feasible, blocked : bool array, shape (ny, nx)
        Where every limit holds; where there is no service to speak of and metrics have no value.
    able : ndarray, shape (ny, nx)
        1 where every limit holds, 0 where one does not, -1 where nothing is served.
    late_by_tpot : bool array, shape (ny, nx)
        Where TPOT, rather than TTFT, is nearer its limit.
    differs : bool
        Whether the baseline has a surface of its own.
    """

    break_even: Floats
    limit: Floats
    memory: Floats
    ghost_break_even: Floats
    ghost_limit: Floats
    regions: Mapping[str, Polygons]
    masks: Mapping[str, Mask]
    feasible: Mask
    blocked: Mask
    able: Floats
    late_by_tpot: Mask
    differs: bool


def shapes(now: Grid, ghosts: Ghosts | None, width: int, height: int) -> Shapes:
    """Return lines and areas of `now`, and the baseline's `ghosts`: break-even line and limit."""
    masks = cause_masks(now.base("binding"))
    margin = Contours(now.filled(_margin(now)), width, height)
    late = Contours(now.lateness(), width, height)
    crowd = Contours(now.crowding(), width, height)
    regions: dict[str, Polygons] = {}
    for cause, mask in masks.items():
        if cause == SLOW:
            regions[cause] = late.above(0.0)
        elif cause == MEMORY:
            regions[cause] = crowd.above(0.0)
        else:
            regions[cause] = Contours(soften(mask), width, height).above(0.5)
    feasible = now.base("feasible") == 1.0
    # Not by its latency: of several tiers one may still answer where the service as a whole is stopped.
    blocked = ~np.isfinite(now.base("cost_per_request"))
    return Shapes(
        break_even=margin.line(0.0),
        limit=late.line(0.0),
        memory=crowd.line(0.0),
        ghost_break_even=NOTHING if ghosts is None else ghosts[0],
        ghost_limit=NOTHING if ghosts is None else ghosts[1],
        regions=regions,
        masks=masks,
        feasible=feasible,
        blocked=blocked,
        able=np.where(blocked, -1.0, feasible),
        late_by_tpot=now.base("tpot_use") >= now.base("ttft_use"),
        differs=ghosts is not None,
    )


def _margin(grid: Grid) -> Floats:
    # Compressed far from zero: one cell of -400 % would bend the line beside it.
    return np.tanh(grid.base("gross_margin"))


def ghosts_of(baseline: Grid, width: int, height: int) -> Ghosts:
    """Return the break-even line and the limit of `baseline`, where it has values."""
    known = np.isfinite(baseline.base("tpot_use"))
    late = np.where(known, baseline.lateness(), np.nan)
    margin = Contours(_margin(baseline), width, height)
    return margin.line(0.0), Contours(late, width, height).line(0.0)


@dataclass(frozen=True, slots=True)
class Kept:
    """Shapes with what they were made from."""

    now: ColumnSurface
    before: ColumnSurface
    size: tuple[int, int]
    grid: Grid
    shapes: Shapes
