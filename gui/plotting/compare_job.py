"""The job of the compare view: figures, inputs that differ, the bridge, and maps on one grid."""

import math
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from engine.compare import KPIS, Compared, Row, Solved, Step, bridge, compared, inside, rows
from engine.compare.differences import Known
from engine.drivers import Point
from engine.drivers.columns import ColumnSurface
from engine.evidence import Band
from engine.scenario import Scenario
from gui.plotting.compare_columns import Chosen, row_told
from gui.plotting.contours import Contours, Floats, Mask
from gui.plotting.scales import AxisScale, Range, choose_range
from gui.plotting.surface_shapes import Grid
from gui.plotting.ticks import nice_step
from gui.shown_units import METRICS

#: Most pairs of orders drawn while a hand moves and once it rests.
LIVE, FULL = 48, 512
#: Most bundles of changes of which every mixture is evaluated, the same.
LIVE_EXACT, FULL_EXACT = 10, 12
#: Nodes along each axis of two maps, of more than two, and of a quick frame.
TWO, MANY, QUICK = 96, 64, 40
#: Side of the square in which lines of a map are given.
SIDE: Final = 1000
SHOWS: Final = {
    "bridge": "Bridge, in sums",
    "factors": "Bridge, in factors",
    "difference": "Difference map",
    "maps": "Maps on one scale",
}
BRIDGES: Final = frozenset({"bridge", "factors"})
#: Which inputs have a row.
ROWS: Final = {"differ": "inputs that differ", "parts": "with figures of parts", "all": "all inputs"}


@dataclass(frozen=True)
class CompareSettings:
    """What a job was made for.

    Attributes
    ----------
    metric : str
    show : str
        One of `SHOWS`.
    listed : str
        One of `ROWS`.
    inside : tuple of str
        Inputs of the step that is looked into; empty for none.
    x, y : str
        Inputs along the maps.
    live : bool
        Whether a hand moves.
    """

    metric: str = "cost_per_output_token"
    show: str = "bridge"
    listed: str = "differ"
    inside: tuple[str, ...] = ()
    x: str = "workload.output_tokens"
    y: str = "workload.input_tokens"
    live: bool = False


@dataclass(frozen=True, slots=True)
class Maps:
    """A metric over two inputs, for every column on one grid.

    Attributes
    ----------
    values : tuple of ndarray, shape (ny, nx)
        Display units, row 0 at the lowest y; NaN where there is no figure.
    able : tuple of ndarray of bool
        Where every limit holds.
    scale : Range
        One for all.
    difference : ndarray, shape (ny, nx)
        From base to the other end of the bridge.
    apart : Range
        Colours of the difference, about zero.
    equal : ndarray, shape (n, 2)
        Line along which both are the same and hold the limits, in a square of `SIDE`, from the top left.
    at : tuple of (across, up)
        Where each column's scenario lies, 0-1.
    """

    x: AxisScale
    y: AxisScale
    values: tuple[Floats, ...]
    able: tuple[Mask, ...]
    scale: Range
    difference: Floats
    apart: Range
    equal: Floats
    at: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class CompareResult:
    """A frame of the compare view; `maps` only where they are shown, `parts` where a step is looked into."""

    settings: CompareSettings
    chosen: Chosen
    figures: Compared
    bands: tuple[dict[str, Band | None], ...]
    rows: tuple[Row, ...]
    solved: Solved | None
    parts: tuple[Step, ...] = ()
    looked: int = -1
    maps: Maps | None = None

    @property
    def alone(self) -> bool:
        """Return whether there is nothing to compare with."""
        return len(self.chosen.columns) < 2

    @property
    def same(self) -> bool:
        """Return whether base and the other end of the bridge differ in no input."""
        return not any(row.apart(self.chosen.base, self.chosen.to) for row in self.rows)


class CompareStore:
    """What outlasts a frame; only the worker thread uses it."""

    def __init__(self) -> None:
        self._grids: OrderedDict[object, tuple[Floats, Mask]] = OrderedDict()
        self._rows: Known = {}
        self._seen: list[tuple[Scenario, Point, Mapping[str, Band], dict[str, Band | None]]] = []
        self._solved: tuple[Scenario, Scenario, tuple[str, bool], int, Solved] | None = None
        self.scale: tuple[str, Range] | None = None

    def rows(self, scenarios: tuple[Scenario, ...], every: bool) -> tuple[Row, ...]:
        """Return the rows; each is kept until what it is made from is another."""
        return rows(scenarios, every=every, known=self._rows)

    def figures(self, chosen: Chosen) -> tuple[Compared, tuple[dict[str, Band | None], ...]]:
        """Return every metric, and the bands of those shown; kept for scenarios that stay as they are."""
        kept = []
        for scenario in chosen.scenarios:
            found = next((seen for seen in self._seen if seen[0] is scenario), None)
            if found is None:
                one = compared((scenario,))
                told = {key: one.bands[0].get(key) for key in KPIS}
                found = (scenario, one.points[0], one.bands[0], told)
            kept.append(found)
        self._seen = kept
        points, spread = tuple(each[1] for each in kept), tuple(each[2] for each in kept)
        return Compared(chosen.scenarios, chosen.base, points, spread), tuple(each[3] for each in kept)

    def solved(
        self, a: Scenario, b: Scenario, what: tuple[str, bool], quick: bool, cancelled: Callable[[], bool]
    ) -> Solved | None:
        """Return the bridge of `what`, a metric and whether in factors; kept until an end is another."""
        most, exact = (LIVE, LIVE_EXACT) if quick else (FULL, FULL_EXACT)
        known = self._solved
        if known is not None and _identical((a, b), known[:2]) and known[2] == what and known[3] >= most:
            return known[4]
        found = bridge(a, b, what[0], factors=what[1], most=most, exact=exact, cancelled=cancelled)
        if found is not None:
            self._solved = (a, b, what, most, found)
        return found

    def grid(
        self, scenario: Scenario, x: AxisScale, y: AxisScale, count: int, metric: str,
        cancelled: Callable[[], bool],
    ) -> tuple[Floats, Mask] | None:  # fmt: skip
        """Return the metric, display units, and where all limits hold, on the nodes of a map."""
        ident = (*_surface_ident(scenario, x, y), metric, count)
        found = self._grids.get(ident)
        if found is None:
            made = ColumnSurface.of(scenario, x.axis, y.axis, (metric, "feasible"), cancelled)
            if made is None:
                return None
            grid = Grid(made, x, y, count)
            values = grid.base(metric)
            found = (values, np.asarray(grid.base("feasible") == 1.0))
            self._grids[ident] = found
        self._grids.move_to_end(ident)
        while len(self._grids) > 16:
            self._grids.popitem(last=False)
        # Kept in base units, whatever they are shown in.
        return found[0] * METRICS[metric].shown(1.0), found[1]


def _identical(one: tuple[Scenario, ...], other: tuple[Scenario, ...]) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))


def _surface_ident(scenario: Scenario, x: AxisScale, y: AxisScale) -> tuple[object, ...]:
    records = scenario.to_records()
    flat = records.view(np.float64)
    flat[[*x.axis.positions(scenario), *y.axis.positions(scenario)]] = 0.0
    return records.tobytes(), x.key, y.key, x.axis.values.tobytes(), y.axis.values.tobytes()


def _never() -> bool:
    return False


class CompareJob:
    """Computes `CompareResult`; see `gui.views.base.Job`."""

    def __init__(self, settings: CompareSettings, chosen: Chosen, store: CompareStore | None = None) -> None:
        self.settings, self.chosen = settings, chosen
        self._store = store if store is not None else CompareStore()

    def run(
        self, scenario: Scenario, baseline: Scenario, coarse: bool, cancelled: Callable[[], bool]
    ) -> CompareResult | None:
        """Return a frame, or None when `cancelled` turned true."""
        del baseline
        s, store = self.settings, self._store
        if s.live:
            # A hand asks sixty times a second: an answer cut short each time would never come.
            cancelled = _never
        columns = tuple(replace(c, scenario=scenario) if c.current else c for c in self.chosen.columns)
        chosen = replace(self.chosen, columns=columns)
        figures, bands = store.figures(chosen)
        made = CompareResult(s, chosen, figures, bands, (), None)
        if made.alone or cancelled():
            return None if cancelled() else made
        made = replace(made, rows=tuple(map(row_told, store.rows(chosen.scenarios, s.listed == "all"))))
        if s.show in BRIDGES:
            return self._bridged(made, coarse, cancelled)
        maps = self._maps(chosen, coarse, cancelled)
        return None if maps is None else replace(made, maps=maps)

    def _bridged(
        self, made: CompareResult, coarse: bool, cancelled: Callable[[], bool]
    ) -> CompareResult | None:
        s, ends = self.settings, made.chosen.scenarios
        pair = ends[made.chosen.base], ends[made.chosen.to]
        solved = self._store.solved(*pair, (s.metric, s.show == "factors"), coarse or s.live, cancelled)
        if solved is None:
            return None
        steps = solved.bridge.steps
        looked = next((i for i, step in enumerate(steps) if s.inside and set(s.inside) & set(step.keys)), -1)
        parts = inside(solved, looked, cancelled) if looked >= 0 else ()
        if looked >= 0 and not parts:
            return None
        return replace(made, solved=solved, parts=parts, looked=looked)

    def _maps(self, chosen: Chosen, coarse: bool, cancelled: Callable[[], bool]) -> Maps | None:
        s, metric = self.settings, METRICS[self.settings.metric]
        pair = (chosen.base, chosen.to)
        wanted = pair if s.show == "difference" else tuple(range(len(chosen.columns)))
        count = QUICK if coarse or (s.live and len(wanted) > 2) else TWO if len(wanted) <= 2 else MANY
        front = chosen.columns[chosen.current].scenario
        x, y = (AxisScale.of(key, count, front.get(key)) for key in (s.x, s.y))
        found = {}
        for index in wanted:
            one = self._store.grid(chosen.scenarios[index], x, y, count, metric.key, cancelled)
            if one is None:
                return None
            found[index] = one
        nothing = (np.full((1, 1), np.nan), np.zeros((1, 1), np.bool_))
        values, able = zip(*(found.get(i, nothing) for i in range(len(chosen.columns))), strict=True)
        difference = values[chosen.to] - values[chosen.base]
        scale = self._scale([found[i][0] for i in wanted])
        at = tuple((x.place(one.get(s.x)), y.place(one.get(s.y))) for one in chosen.scenarios)
        both = able[chosen.base] & able[chosen.to]
        ends = (_about_zero(difference), _equal(np.where(both, difference, np.nan)))
        return Maps(x, y, values, able, scale, difference, *ends, at)

    def _scale(self, values: list[Floats]) -> Range:
        """Return one range for all maps; while a hand moves the one on screen."""
        known = self._store.scale
        every = np.concatenate([each[np.isfinite(each)] for each in values])
        before = known[1] if known is not None and known[0] == self.settings.metric else None
        if before is not None and (self.settings.live or not every.size):
            return before
        if not every.size:
            return Range(0.0, 1.0, "linear")
        made = choose_range(self.settings.metric, every, before)
        self._store.scale = (self.settings.metric, made)
        return made


def _about_zero(difference: Floats) -> Range:
    """Return the colours of a difference: as far on either side of zero."""
    known = np.abs(difference[np.isfinite(difference)])
    reach = float(np.quantile(known, 0.95)) if known.size else 0.0
    size = nice_step(reach) if reach > 0.0 and math.isfinite(reach) else 1.0
    return Range(-size, size, "diverging")


def _equal(difference: Floats) -> Floats:
    """Return the line along which the difference is zero; none where it is the same everywhere."""
    known = difference[np.isfinite(difference)]
    if not known.size or not known.min() < 0.0 < known.max():
        return np.zeros((0, 2))
    return Contours(difference, SIDE, SIDE).line(0.0)
