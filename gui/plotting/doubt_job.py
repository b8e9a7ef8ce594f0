"""The job of the Monte Carlo view: samples of what is in doubt, what they say, and chances over two axes."""

import dataclasses
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.doubt import (
    FULL,
    LIVE,
    Chances,
    Convergence,
    Estimate,
    NoDoubtError,
    Samples,
    Summary,
    chances,
    convergence,
    earns,
    holds,
    obstacles,
    prepared,
    rank_correlation,
    sample,
    summary,
)
from engine.doubt.surface import EACH, NODES
from engine.drivers import point
from engine.scenario import Scenario
from gui.plotting.doubt_headlines import Headlines, headlines
from gui.plotting.scales import AxisScale, Range
from gui.plotting.ticks import nice_step
from gui.shown_units import METRICS, shown_at

Floats = NDArray[np.float64]

BINS = 56
#: Chances over two axes while a hand moves.
COARSE_NODES, COARSE_EACH = 13, 64
#: Beyond this ratio of its 99th to its 1st percentile a metric that spans decades gets a logarithmic axis.
_DECADES = 12.0

LOOKS = (("spread", "Distribution"), ("chances", "Probability map"))
QUESTIONS = (
    ("earns", "margin above zero"),
    ("holds", "every limit holds"),
    ("both", "margin and limits"),
)


@dataclass(frozen=True)
class DoubtSettings:
    """What a job was made for.

    Attributes
    ----------
    metric : str
    input : str
        Input the scatter sets against it; "" for the one that goes with it most.
    look : "spread" or "chances"
    question : "earns", "holds" or "both"
    x, y : str
        Axes of the map.
    scale : Range or None
        Of the metric, now on screen.
    live : bool
        Whether a hand moves something: few samples, and scales that stay.
    """

    metric: str = "gross_margin"
    input: str = ""
    look: str = "spread"
    question: str = "earns"
    x: str = "deployment.concurrency"
    y: str = "price.output"
    scale: Range | None = None
    live: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """One metric over all samples; figures of `summary` in base units.

    Attributes
    ----------
    values : ndarray, shape (n,)
        Display units; NaN where there is none.
    edges, counts, able : ndarray
        The histogram over `scale`: how many samples fall into each bin, and how many of them hold all limits.
    below : ndarray, shape (bins + 1,)
        Share of the samples with a figure that lie below each edge.
    input : str
        The input of the scatter.
    ranks : tuple of (key, rank correlation)
        Of every input with the metric, the closest first.
    """

    metric: str
    samples: Samples
    values: Floats
    scale: Range
    edges: Floats
    counts: Floats
    able: Floats
    below: Floats
    summary: Summary
    convergence: Convergence
    earns: Estimate
    holds: Estimate
    obstacles: tuple[tuple[str, str, float], ...]
    input: str
    ranks: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class DoubtResult:
    """A frame of the Monte Carlo view.

    Attributes
    ----------
    spread : Spread or None
        None where nothing is in doubt, or the map is looked at.
    ghost : ndarray or None
        The baseline's share below each edge.
    here : float
        The metric of the scenario itself, display unit.
    chances : Chances or None
    stopped, live : bool
        Whether a user stopped it, and whether a full answer follows.
    trouble : str
        Why there is nothing to show.
    headlines : Headlines or None
        All headline figures in doubt, of a full answer.
    """

    settings: DoubtSettings
    scenario: Scenario
    spread: Spread | None
    ghost: Floats | None
    here: float
    chances: Chances | None
    axes: tuple[AxisScale, AxisScale] | None
    stopped: bool = False
    trouble: str = ""
    live: bool = False
    headlines: Headlines | None = None


def _nothing(_share: float) -> None:
    """Tell nobody."""


@dataclass
class DoubtJob:
    """Computes `DoubtResult`; see `gui.views.base.Job`.

    Attributes
    ----------
    progress : callable
        Called with the share done, from the worker's threads.
    stop : threading.Event
        Set by the user: what few samples there are is then the answer.
    """

    settings: DoubtSettings
    progress: Callable[[float], None] = _nothing
    stop: threading.Event = field(default_factory=threading.Event)

    def run(
        self, scenario: Scenario, baseline: Scenario, coarse: bool, cancelled: Callable[[], bool]
    ) -> DoubtResult | None:
        """Return a frame, or None when `cancelled` turned true."""
        if coarse and self.settings.live:
            return None  # The answer itself is as quick.
        few = coarse or self.settings.live or self.stop.is_set()
        try:
            if self.settings.look == "chances":
                made = self._map(scenario, few, cancelled)
            else:
                made = self._spread(scenario, baseline, few, cancelled)
            return made and dataclasses.replace(made, live=coarse)
        except NoDoubtError as error:
            return self._empty(scenario, str(error))

    def _empty(self, scenario: Scenario, trouble: str) -> DoubtResult:
        here = shown_at(point(scenario), self.settings.metric)
        return DoubtResult(self.settings, scenario, None, None, here, None, None, trouble=trouble)

    # distribution -------------------------------------------------------------------------------

    def _spread(
        self, scenario: Scenario, baseline: Scenario, few: bool, cancelled: Callable[[], bool]
    ) -> DoubtResult | None:
        metric = self.settings.metric
        plan = prepared(scenario, (metric,))
        samples = sample(
            scenario,
            LIVE if few else FULL,
            (metric,),
            plan=plan,
            cancelled=lambda: cancelled() or (not few and self.stop.is_set()),
            progress=_nothing if few else self.progress,
        )
        stopped = samples is None and self.stop.is_set() and not cancelled()
        if stopped:
            samples = sample(scenario, LIVE, (metric,), plan=plan, cancelled=cancelled)
        if samples is None:
            return None
        spread = self._said(samples)
        ghost = self._ghost(scenario, baseline, spread, cancelled)
        here = shown_at(point(scenario), metric)
        made = DoubtResult(self.settings, scenario, spread, ghost, here, None, None, stopped=stopped)
        if few or stopped:
            return made
        every = headlines(scenario, spread.earns, spread.holds, cancelled)
        return None if every is None else dataclasses.replace(made, headlines=every)

    def _said(self, samples: Samples) -> Spread:
        s, metric = self.settings, METRICS[self.settings.metric]
        values = samples.metrics[s.metric] * metric.shown(1.0)
        scale = s.scale if s.scale is not None and s.live else range_of(s.metric, values)
        edges, counts, below = counted(values, scale)
        able = counted(np.where(samples.able, values, np.nan), scale)[1]
        ranks = [
            (each.key, rank_correlation(samples.inputs[j][:8192], values[:8192]))
            for j, each in enumerate(samples.plan.doubted)
        ]
        ranks = sorted(((k, r if np.isfinite(r) else 0.0) for k, r in ranks), key=lambda each: -abs(each[1]))
        keys = [key for key, _ in ranks]
        chosen = s.input if s.input in keys else (keys[0] if keys else "")
        return Spread(
            s.metric, samples, values, scale, edges, counts, able, below, summary(samples, s.metric),
            convergence(samples, s.metric), earns(samples), holds(samples), tuple(obstacles(samples)),
            chosen, tuple(ranks),
        )  # fmt: skip

    def _ghost(
        self, scenario: Scenario, baseline: Scenario, spread: Spread, cancelled: Callable[[], bool]
    ) -> Floats | None:
        if scenario.values == baseline.values and scenario.annotations == baseline.annotations:
            return None
        try:
            found = sample(baseline, LIVE, (self.settings.metric,), cancelled=cancelled)
        except NoDoubtError:
            return None
        if found is None:
            return None
        metric = METRICS[self.settings.metric]
        return counted(found.metrics[metric.key] * metric.shown(1.0), spread.scale)[2]

    # chances ------------------------------------------------------------------------------------

    def _map(self, scenario: Scenario, few: bool, cancelled: Callable[[], bool]) -> DoubtResult | None:
        s, nodes = self.settings, COARSE_NODES if few else NODES
        axes = (
            AxisScale.of(s.x, nodes, scenario.get(s.x)),
            AxisScale.of(s.y, nodes, scenario.get(s.y)),
        )
        each = COARSE_EACH if few else EACH
        found = chances(
            scenario, axes[0].axis, axes[1].axis, each,
            cancelled=lambda: cancelled() or (not few and self.stop.is_set()),
            progress=_nothing if few else self.progress,
        )  # fmt: skip
        if found is None and self.stop.is_set() and not cancelled() and not few:
            return self._map(scenario, True, cancelled)
        if found is None:
            return None
        here = shown_at(point(scenario), s.metric)
        return DoubtResult(s, scenario, None, None, here, found, axes, stopped=few and self.stop.is_set())


def range_of(key: str, values: Floats) -> Range:
    """Return a rounded range that holds 99 % of `values` (display units) and shows where they lie."""
    finite = values[np.isfinite(values)]
    if finite.size == 0:
        return Range(0.0, 1.0, "linear")
    low, high = (float(v) for v in np.quantile(finite, (0.004, 0.994)))
    if METRICS[key].scale == "log" and low > 0.0 and high / low > _DECADES:
        return Range(low / 1.05, high * 1.05, "log")
    if not high > low:
        low, high = low - max(1e-9, abs(low) * 0.1), high + max(1e-9, abs(high) * 0.1)
    step = nice_step((high - low) / 24)
    return Range(float(np.floor(low / step)) * step, float(np.ceil(high / step)) * step, "linear")


def counted(values: Floats, scale: Range) -> tuple[Floats, Floats, Floats]:
    """Return edges, counts and the share below each edge of `values` over `scale`."""
    finite = values[np.isfinite(values)]
    if scale.kind == "log":
        edges = np.geomspace(scale.low, scale.high, BINS + 1)
    else:
        edges = np.linspace(scale.low, scale.high, BINS + 1)
    counts = np.histogram(finite, edges)[0].astype(np.float64)
    below = np.searchsorted(np.sort(finite), edges) / max(1, finite.size)
    return edges, counts, below


@dataclass(frozen=True, slots=True)
class Shift:
    """How one input differs among chosen samples; declared units.

    Attributes
    ----------
    key, label : str
    all, chosen : tuple of three
        P10, P50 and P90 among all samples, and among those chosen.
    ends : tuple of two
        P1 and P99 among all: the ends of its track.
    moved : float
        How far the chosen median lies from the middle of all, in shares of all samples, -0.5 to 0.5.
    """

    key: str
    label: str
    all: tuple[float, float, float]
    chosen: tuple[float, float, float]
    ends: tuple[float, float]
    moved: float


def shifts(samples: Samples, chosen: NDArray[np.bool_], most: int) -> list[Shift]:
    """Return how inputs differ among the samples `chosen`, those that differ most first."""
    if int(chosen.sum()) < 8:
        return []
    made = []
    # A share of many samples tells the same, soon enough for a hand that moves.
    part = slice(None, None, max(1, samples.count // 16384))
    if int(chosen[part].sum()) < 8:
        part = slice(None)
    chosen = chosen[part]
    for j, each in enumerate(samples.plan.doubted):
        own = samples.inputs[j, part]
        every = np.quantile(own, (0.01, 0.1, 0.5, 0.9, 0.99))
        picked = np.quantile(own[chosen], (0.1, 0.5, 0.9))
        moved = float(np.mean(own < picked[1])) - 0.5
        made.append(
            Shift(
                each.key, each.label, (float(every[1]), float(every[2]), float(every[3])),
                (float(picked[0]), float(picked[1]), float(picked[2])),
                (float(every[0]), float(every[4])), moved,
            )
        )  # fmt: skip
    return sorted(made, key=lambda each: -abs(each.moved))[:most]


def worst_tenth(spread: Spread) -> NDArray[np.bool_]:
    """Return which samples are the worst tenth of the metric; the highest where neither end is better."""
    values, better = spread.values, METRICS[spread.metric].better
    finite = np.isfinite(values)
    if not finite.any():
        return finite
    edge = np.quantile(values[finite], 0.1 if better > 0 else 0.9)
    return np.asarray(finite & ((values <= edge) if better > 0 else (values >= edge)))
