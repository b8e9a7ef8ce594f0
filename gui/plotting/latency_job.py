"""The job of the latency view: TTFT, TPOT and end-to-end time against load by the closed form."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.drivers import Cause, Cure, Line, Point, cause, cures, point
from engine.evidence.closed_form import Trust, trust
from engine.scenario import Scenario
from gui.plotting.contours import Floats
from gui.plotting.latency_load import LoadAxis, edits, load_axis, place_of
from gui.plotting.latency_tiers import baseline_of, keyed, keyed_cures, replica_of, tier_shown
from gui.plotting.scales import Range
from gui.plotting.slices import limit_of
from gui.plotting.surface_shapes import cause_masks
from gui.plotting.ticks import nice_step
from gui.shown_units import METRICS, shown_along

#: The measures, from top to bottom, and what is told of each.
MEASURES: Final = ("ttft", "tpot", "e2e")
STATISTICS: Final = ("mean", "p50", "p95", "p99")
#: Nodes of each of the two looks closer at where a limit is reached.
_CLOSER: Final = 9
#: Load up to which the scales must hold the curves: beyond it they leave the frame.
_HELD: Final = 0.9
_MARKS: Final = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0)


@dataclass(frozen=True, slots=True)
class LatencySettings:
    """What a latency job was made for.

    Attributes
    ----------
    log : bool
        Whether time runs in the logarithm.
    ranges : mapping of measure to Range
        Now on screen.
    adapt : bool
        Whether they may give way to the values.
    tier : int
        Of a routed service, the tier wanted.
    """

    log: bool = True
    ranges: Mapping[str, Range] | None = None
    adapt: bool = True
    tier: int = 1


@dataclass(frozen=True, slots=True)
class Most:
    """The highest load that every limit allows.

    Attributes
    ----------
    at : float
        Unit of the load axis; the end of service where no latency limit is met before it.
    rate : float
        Requests a second of one replica there.
    limit : str
        "ttft", "tpot", or "" where only capacity ends it.
    there : Point
        Every metric there.
    """

    at: float
    rate: float
    limit: str
    there: Point


@dataclass(frozen=True, slots=True)
class Ghost:
    """The baseline's course of the statistic the limits hold for, against its own load."""

    at: Floats
    curves: Mapping[str, Floats]


@dataclass(frozen=True, slots=True)
class LatencyResult:
    """A frame of the latency view.

    Attributes
    ----------
    scenario : Scenario
        What one replica serves: the scenario in front, or one tier of it.
    load : LoadAxis
    at, rate : ndarray, shape (n,)
        Load in the axis' unit and requests a second of one replica.
    swept : Line
        Every metric along the axis.
    stops : mapping of cause to tuple of (from, to)
        Stretches of the axis, in its unit.
    scales : mapping of measure to Range
        Display units.
    limits : mapping of metric to float
        Promises, display units.
    most : Most or None
        None where no load at all is served within the limits.
    now : float
        Load of the scenario; infinity beyond capacity.
    obstacle : Cause or None
        Why there is no curve, or why the scenario itself has no point on it.
    trust : Trust or None
        What to expect of the closed form at the scenario's load.
    ways : tuple of Cure
        Single changes that would clear the obstacle; looked for when the hand rests.
    tier : int
        Of a routed service, the tier shown; 0 for a service of one.
    whole : Point or None
        The whole of a routed service.
    """

    settings: LatencySettings
    scenario: Scenario
    load: LoadAxis
    at: Floats
    rate: Floats
    swept: Line
    stops: Mapping[str, tuple[tuple[float, float], ...]]
    scales: Mapping[str, Range]
    limits: Mapping[str, float]
    most: Most | None
    ghost: Ghost | None
    point: Point
    now: float
    obstacle: Cause | None
    trust: Trust | None
    ways: tuple[Cure, ...]
    tier: int = 0
    whole: Point | None = None

    @property
    def bought(self) -> bool:
        """Whether tokens are bought, so that latency is the seller's and follows no load of one's own."""
        return self.scenario.get("finance.supply") == "api"

    @property
    def empty(self) -> bool:
        """Whether no load at all has a latency."""
        return not bool(np.isfinite(self.rate).any())

    @property
    def statistic(self) -> str:
        """Return the statistic the limits hold for."""
        return str(self.scenario.get("limits.percentile"))

    def curve(self, key: str) -> Floats:
        """Return metric `key` along the axis, display unit."""
        return shown_along(self.swept, key)

    def edits(self, to: float) -> Mapping[str, float | str]:
        """Return the inputs that put the scenario at load `to`."""
        return keyed(edits(self.load, self.scenario, self.swept, to), self.tier)


class LatencyJob:
    """Computes `LatencyResult`; see `gui.views.base.Job`."""

    def __init__(self, settings: LatencySettings) -> None:
        self.settings = settings

    def run(
        self, scenario: Scenario, baseline: Scenario, coarse: bool, cancelled: Callable[[], bool]
    ) -> LatencyResult | None:
        """Return a frame, or None when `cancelled` turned true; of a routed service that of one tier."""
        whole, tier = scenario, tier_shown(scenario, self.settings.tier)
        scenario, baseline = replica_of(scenario, tier), baseline_of(baseline, tier)
        here = point(scenario)
        load = load_axis(scenario, here.base("batch_limit"))
        swept = load.sweep()
        rate = np.ascontiguousarray(swept.metrics["replica_rate"])
        obstacle = cause(scenario, here) if not math.isfinite(here.base("ttft_mean")) else None
        resting = self.settings.adapt and not coarse
        ways = keyed_cures(cures(scenario), tier) if obstacle is not None and resting else ()
        if cancelled():
            return None
        most = _most(load, swept)
        limits = {key: value for key in METRICS if (value := limit_of(key, scenario)) is not None}
        return LatencyResult(
            settings=self.settings,
            scenario=scenario,
            load=load,
            at=swept.x.values,
            rate=rate,
            swept=swept,
            stops=_stops(load, swept, most),
            scales=_scales(self.settings, swept, limits),
            limits=limits,
            most=most,
            ghost=_ghost(scenario, baseline),
            point=here,
            now=place_of(load, scenario, here),
            obstacle=obstacle,
            trust=trust(scenario, here),
            ways=ways,
            tier=tier,
            whole=point(whole) if tier else None,
        )


def _ghost(scenario: Scenario, baseline: Scenario) -> Ghost | None:
    own, other = (load_axis(s, point(s).base("batch_limit")) for s in (scenario, baseline))
    if own.key != other.key or own.base.values == other.base.values:
        return None
    # On the axis on screen, which need not be the baseline's own.
    swept = LoadAxis(other.key, other.base, own.low, own.high, own.log).sweep()
    which = baseline.get("limits.percentile")
    curves = {measure: shown_along(swept, f"{measure}_{which}") for measure in MEASURES}
    mine = own.sweep()
    if all(
        np.allclose(shown_along(mine, f"{m}_{which}"), c, 1e-6, equal_nan=True) for m, c in curves.items()
    ):
        return None
    return Ghost(swept.x.values, curves)


def _stops(load: LoadAxis, swept: Line, most: Most | None) -> dict[str, tuple[tuple[float, float], ...]]:
    """Return the stretches each cause stops; past the last node of a share lies saturation."""
    at, binding = swept.x.values, np.ascontiguousarray(swept.metrics["binding"])
    found: dict[str, tuple[tuple[float, float], ...]] = {}
    for name, mask in cause_masks(binding).items():
        edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
        runs = edges.reshape(-1, 2)
        ends = [(_border(load, at, int(a)), _border(load, at, int(b))) for a, b in runs]
        if most is not None and most.limit and name == "slow":
            ends[0] = (most.at, ends[0][1])
        found[name] = tuple(ends)
    if load.is_share and np.isfinite(swept.metrics["replica_rate"]).any():
        found["capacity"] = (*found.get("capacity", ()), (1.0, load.high))
    return found


def _border(load: LoadAxis, at: Floats, node: int) -> float:
    if node <= 0:
        return load.low
    if node >= at.size:
        return 1.0 if load.is_share else load.high
    return float((at[node - 1] + at[node]) / 2.0)


def _most(load: LoadAxis, swept: Line) -> Most | None:
    """Return the first load at which a limit is reached, to about 1e-4 of the axis."""
    able = swept.metrics["feasible"] == 1.0
    if not able[0]:
        return None
    if able.all():
        return _most_at(swept, able.size - 1, "")
    broken = int(np.argmin(able))
    for _ in range(2):
        nodes = np.linspace(swept.x.values[broken - 1], swept.x.values[broken], _CLOSER)
        swept = load.sweep(nodes)
        able = swept.metrics["feasible"] == 1.0
        if able.all() or not able[0]:
            break
        broken = int(np.argmin(able))
    if able.all() or broken == 0:
        return _most_at(swept, able.size - 1 if able.all() else 0, "")
    code = round(float(swept.metrics["binding"][broken]))
    return _most_at(swept, broken - 1, {2: "ttft", 3: "tpot"}.get(code, ""))


def _most_at(swept: Line, node: int, limit: str) -> Most:
    there = Point(np.ascontiguousarray(swept.metrics[node : node + 1]))
    return Most(float(swept.x.values[node]), there.base("replica_rate"), limit, there)


# scales -----------------------------------------------------------------------------------------


def stretched(scale: Range, values: Floats) -> Range:
    """Return `scale` reaching up to `values`, display unit, too."""
    high = float(np.max(values, initial=0.0))
    if high <= scale.high:
        return scale
    if scale.kind == "log":
        return Range(scale.low, _round(high * 1.05, up=True), "log")
    step = nice_step(high * 1.05 / 5.0)
    return Range(0.0, math.ceil(high * 1.05 / step) * step, "linear")


def _scales(settings: LatencySettings, swept: Line, limits: Mapping[str, float]) -> dict[str, Range]:
    known = settings.ranges or {}
    made: dict[str, Range] = {}
    for measure in MEASURES:
        kept = known.get(measure)
        if kept is not None and not settings.adapt:
            made[measure] = kept
            continue
        values = [shown_along(swept, f"{measure}_{which}") for which in STATISTICS]
        promised = next((v for key, v in limits.items() if key.startswith(measure)), None)
        made[measure] = scale_for(swept, values, promised, log=settings.log)
    return made


def scale_for(swept: Line, values: list[Floats], promised: float | None, *, log: bool) -> Range:
    """Return the range of time for curves `values` with limit `promised`, display unit.

    It holds all curves up to nine tenths of capacity, and the limit unless that lies far above them.
    """
    load = swept.metrics["load"]
    held = np.isfinite(load) & (load <= _HELD)
    if not held.any():
        held = np.isfinite(load)
    if not held.any():
        return Range(0.1, 10.0, "log") if log else Range(0.0, 10.0, "linear")
    inside = np.stack(values)[:, held]
    low, high = float(inside.min()), float(inside.max())
    if promised is not None and promised < 4.0 * high:
        high = max(high, 1.2 * promised)
    if not log:
        step = nice_step(high * 1.05 / 5.0)
        return Range(0.0, math.ceil(high * 1.05 / step) * step, "linear")
    low, high = _round(low * 0.92, up=False), _round(high * 1.05, up=True)
    return Range(low, max(high, 4.0 * low), "log")


def _round(value: float, *, up: bool) -> float:
    power = 10.0 ** math.floor(math.log10(value))
    marks = [m * power for m in (*_MARKS, 10.0)]
    return min(m for m in marks if m >= value * (1 - 1e-9)) if up else max(m for m in marks if m <= value)
