"""The job of the surfaces view: everything of a frame but the painting, in the worker thread."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from engine.drivers import Point
from engine.drivers.columns import ColumnSurface
from engine.evidence import EXACT
from engine.formatting import format_range
from engine.scenario import Scenario
from gui.language import tr
from gui.plotting import labels as lab
from gui.plotting import text
from gui.plotting.binding import BINDS_READ, Binds, binds_of
from gui.plotting.contours import Contours, Floats, Polygons
from gui.plotting.here import here
from gui.plotting.pins import Pin, Pinned, pinned
from gui.plotting.scales import AxisScale, Range, Span, choose_range
from gui.plotting.slices import Cut, Slice, ghost_cut, limit_of, slice_of, threshold
from gui.plotting.surface_shapes import Grid, Kept, Shapes, SurfaceStore, shapes
from gui.shown_units import METRICS, shown_at

COARSE = 32
#: Share of feasible nodes from which on they alone decide the colour ranges.
LEAST_ABLE = 0.1


@dataclass(frozen=True)
class Settings:
    """What a surfaces job was made for.

    Attributes
    ----------
    x, y : str
        Inputs along the axes.
    metrics : tuple of str
        One a plot.
    width, height : int
        Of a plot, px.
    ranges : mapping of metric to Range
        Colour ranges now on screen.
    adapt : bool
        Whether ranges may give way to the data.
    bands : bool
        Whether areas between iso-levels are wanted, for the contour look.
    cut_y : bool
        Whether slices along y are wanted too.
    binds : bool
        Whether it is wanted what binds where.
    pins : tuple of Pin
        Points kept by the user.
    spans : mapping of input to (low, high)
        Of axes that are not shown whole.
    ruler : Ruler
        Widths of characters of an iso-label.
    chip_ruler : Ruler
        The same for chips.
    """

    x: str
    y: str
    metrics: tuple[str, ...]
    width: int
    height: int
    ruler: lab.Ruler
    chip_ruler: lab.Ruler
    ranges: Mapping[str, Range]
    adapt: bool = True
    bands: bool = False
    cut_y: bool = False
    count: int = 96
    binds: bool = False
    pins: tuple[Pin, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Iso:
    """An iso-line: its level and the line with the gap for its label cut out."""

    level: float
    color: int
    line: Floats


@dataclass(frozen=True, slots=True)
class Plot:
    """One metric's plot.

    Attributes
    ----------
    metric : str
    scale : Range
    index : uint8 array, shape (ny, nx)
        Colour of each node.
    isos : tuple of Iso
    labels : tuple of Label
    chips : tuple of Chip
    bands : tuple of (colour index, Polygons)
    value : float
        At the base point, display unit.
    spread : str
        What that may really be, as read out behind it.
    marks : tuple of (value, kind)
        Thresholds on the colour bar; kind as in `Slice.threshold_kind`.
    along_x, along_y : Slice or None
    """

    metric: str
    scale: Range
    index: NDArray[np.uint8]
    isos: tuple[Iso, ...]
    labels: tuple[lab.Label, ...]
    chips: tuple[lab.Chip, ...]
    bands: tuple[tuple[int, Polygons], ...]
    value: float
    spread: str
    marks: tuple[tuple[float, str], ...]
    along_x: Slice
    along_y: Slice | None


@dataclass(frozen=True, slots=True)
class SurfacesResult:
    """A frame of the surfaces view, ready to paint."""

    settings: Settings
    scenario: Scenario
    x: AxisScale
    y: AxisScale
    surface: ColumnSurface
    grid: Grid
    shapes: Shapes
    plots: tuple[Plot, ...]
    point: Point
    coarse: bool
    binds: Binds | None = None
    pins: tuple[Pinned, ...] = ()


def spread_of(scenario: Scenario, metrics: tuple[str, ...]) -> dict[str, str]:
    """Return what each metric may really be where `scenario` stands, as read out behind its figure."""
    found = here(scenario)[1]
    told = {key: found.get(key) for key in metrics}
    return {
        key: ""
        if band is None or band.grade == EXACT
        else format_range(band.low, band.high, METRICS[key]).replace(" to ", tr(" to "))
        for key, band in told.items()
    }


class SurfacesJob:
    """Computes `SurfacesResult`; see `gui.views.base.Job`."""

    def __init__(self, settings: Settings, store: SurfaceStore | None = None) -> None:
        self.settings = settings
        self._store = store if store is not None else SurfaceStore()

    @property
    def surfaces_computed(self) -> int:
        """Return how many surfaces the view's jobs have computed so far."""
        return self._store.computed

    def run(
        self, scenario: Scenario, baseline: Scenario, coarse: bool, cancelled: Callable[[], bool]
    ) -> SurfacesResult | None:
        """Return a frame, or None when `cancelled` turned true or a coarse one would save nothing."""
        s = self.settings
        x, y = self._axes(scenario, s.count)
        if coarse:
            if self._store.holds(scenario, x, y):
                return None
            x, y = self._axes(scenario, COARSE)
        count = COARSE if coarse else s.count
        read = (*s.metrics, *BINDS_READ) if s.binds else s.metrics
        now = self._store.get(scenario, x, y, cancelled, read)
        before = None if now is None else self._store.get(baseline, x, y, cancelled, read)
        if now is None or before is None or cancelled():
            return None
        grid, shared = self._shared(now, before, x, y, count)
        if cancelled():
            return None
        frame = _Frame(s, scenario, baseline, x, y, grid, shared)
        return SurfacesResult(
            settings=s,
            scenario=scenario,
            x=x,
            y=y,
            surface=now,
            grid=grid,
            shapes=shared,
            plots=frame.plots(),
            point=frame.point,
            coarse=coarse,
            binds=self._binds(scenario, grid) if s.binds else None,
            pins=pinned(scenario, s.pins, s.metrics, x, y),
        )

    def _binds(self, scenario: Scenario, grid: Grid) -> Binds:
        size = self.settings.width, self.settings.height
        found = self._store.binds
        if found is None or found[:2] != (grid, size):
            found = self._store.binds = (grid, size, binds_of(scenario, grid, *size))
        return found[2]

    def _axes(self, scenario: Scenario, count: int) -> tuple[AxisScale, AxisScale]:
        s = self.settings
        x, y = (AxisScale.of(key, count, scenario.get(key), s.spans.get(key)) for key in (s.x, s.y))
        return x, y

    def _shared(
        self, now: ColumnSurface, before: ColumnSurface, x: AxisScale, y: AxisScale, count: int
    ) -> tuple[Grid, Shapes]:
        size = self.settings.width, self.settings.height
        kept = self._store.kept
        if kept is None or kept.now is not now or kept.before is not before or kept.size != size:
            grid = Grid(now, x, y, count)
            ghosts = None
            if before is not now:
                ghosts = self._store.ghosts(before, lambda: Grid(before, x, y, count), size)
            made = shapes(grid, ghosts, *size)
            kept = self._store.kept = Kept(now, before, size, grid, made)
        return kept.grid, kept.shapes


class _Frame:
    """One run of the job: what its plots share."""

    def __init__(
        self,
        settings: Settings,
        scenario: Scenario,
        baseline: Scenario,
        x: AxisScale,
        y: AxisScale,
        grid: Grid,
        shared: Shapes,
    ) -> None:
        self.settings, self.scenario, self.x, self.y = settings, scenario, x, y
        self.grid, self.shapes = grid, shared
        self.point = here(scenario)[0]
        self.spread = spread_of(scenario, settings.metrics)
        differs = shared.differs
        self.cut_x = Cut(scenario, x)
        self.ghost_x = ghost_cut(baseline, scenario, x, y, x) if differs else None
        self.cut_y = Cut(scenario, y) if settings.cut_y else None
        self.ghost_y = ghost_cut(baseline, scenario, x, y, y) if differs and settings.cut_y else None
        self.center = (
            x.place(scenario.get(x.key)) * settings.width,
            (1.0 - y.place(scenario.get(y.key))) * settings.height,
        )

    def plots(self) -> tuple[Plot, ...]:
        s = self.settings
        layout = lab.Layout(
            s.width, s.height, self.center, [self._read_out(key) for key in s.metrics], s.ruler, s.chip_ruler
        )
        drawn = [self._drawn(key) for key in s.metrics]
        placed = layout.arrange(self.shapes, [lines for _, lines in drawn], self._limit_texts())
        return tuple(
            self._plot(key, scale, lines, words)
            for key, (scale, lines), words in zip(s.metrics, drawn, placed, strict=True)
        )

    def _read_out(self, key: str) -> float:
        """Return the width of the read-out of `key`, px: a size larger than chips, its spread behind it."""
        ruler, spread = self.settings.chip_ruler, self.spread[key]
        wide = ruler.width(self._reading(key)) * lab.PILL_SIZE
        return wide + (ruler.width(spread) + lab.pill_gap() if spread else 0.0)

    def _reading(self, key: str) -> str:
        return text.reading(key, shown_at(self.point, key))

    def _limit_texts(self) -> dict[str, str]:
        found = {key: limit_of(key, self.scenario) for key in self.settings.metrics}
        return {key: text.level(key, value) for key, value in found.items() if value is not None}

    def _drawn(self, key: str) -> tuple[Range, lab.Lines]:
        s = self.settings
        raw = self.grid.base(key) * METRICS[key].shown(1.0)
        scale = s.ranges.get(key)
        if s.adapt or scale is None:
            scale = choose_range(key, self._telling(raw), scale)
        field = self._field(raw, scale)
        lines = self._isos(key, raw, field, scale)
        return scale, lab.Lines(key, tuple(v for v, _ in lines), tuple(line for _, line in lines), field)

    def _plot(self, key: str, scale: Range, lines: lab.Lines, words: lab.Placed) -> Plot:
        s = self.settings
        cut = zip(lines.levels, words.lines, strict=True)
        along_y = None if self.cut_y is None else slice_of(key, self.scenario, self.cut_y, self.ghost_y)
        return Plot(
            metric=key,
            scale=scale,
            index=scale.index_of_field(lines.field),
            isos=tuple(Iso(v, scale.color(v), line) for v, line in cut),
            labels=words.labels,
            chips=words.chips,
            bands=self._bands(lines.field, scale, lines.levels) if s.bands else (),
            value=shown_at(self.point, key),
            spread=self.spread[key],
            marks=self._marks(key),
            along_x=slice_of(key, self.scenario, self.cut_x, self.ghost_x),
            along_y=along_y,
        )

    def _telling(self, raw: Floats) -> Floats:
        """Return the values a range is chosen for: of feasible points, unless they are too few."""
        able = self.shapes.feasible
        return raw[able] if np.mean(able) >= LEAST_ABLE else raw

    def _field(self, raw: Floats, scale: Range) -> Floats:
        if scale.kind == "log":
            return self.grid.filled(np.log(np.where(raw > 0, raw, np.nan)))
        return self.grid.filled(raw)

    def _isos(self, key: str, raw: Floats, field: Floats, scale: Range) -> list[tuple[float, Floats]]:
        known = raw[np.isfinite(raw)]
        if not known.size:
            return []
        low, high = float(known.min()), float(known.max())
        avoid = tuple(v for v, _ in self._marks(key)) if key not in _DRIFTING else ()
        made = Contours(field, self.settings.width, self.settings.height)
        levels = scale.levels(low, high, avoid)
        lines = [(v, made.line(np.log(v) if scale.kind == "log" else v)) for v in levels]
        return [(v, line) for v, line in lines if line.shape[0] > 1]

    def _bands(
        self, field: Floats, scale: Range, levels: tuple[float, ...]
    ) -> tuple[tuple[int, Polygons], ...]:
        made = Contours(field, self.settings.width, self.settings.height)
        turn = np.log if scale.kind == "log" else np.asarray
        inner = [float(turn(v)) for v in levels]
        edges = [-np.inf, *inner, np.inf]
        at = [scale.at(v) for v in levels]
        middles = [(a + b) / 2 for a, b in zip([0.0, *at], [*at, 1.0], strict=True)]
        return tuple(
            (int(np.clip(m, 0.0, 1.0) * 255), made.between(a, b))
            for m, a, b in zip(middles, edges[:-1], edges[1:], strict=True)
        )

    def _marks(self, key: str) -> tuple[tuple[float, str], ...]:
        curve, kind = threshold(key, self.scenario, self.cut_x)
        if curve is None:
            return ()
        at = self.x.place(self.scenario.get(self.x.key))
        value = float(np.interp(at, curve.at, curve.values))
        return ((value, kind),) if np.isfinite(value) else ()


#: Thresholds that vary over the surface: an iso-line of the same figure may stay.
_DRIFTING = frozenset({"cost_per_output_token", "cost_per_input_token", "cost_per_cached_token"})


def frozen(settings: Settings, ranges: Mapping[str, Range]) -> Settings:
    """Return `settings` that keep `ranges`."""
    return replace(settings, ranges=MappingProxyType(dict(ranges)), adapt=False)
