"""Scales: an input along an axis, a metric along a colour bar, and the round figures on both."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from engine.drivers import Axis
from engine.metrics import Metric
from engine.scenario import Scenario, Value, spec_of
from engine.specs import Spec
from engine.tier_keys import known
from gui import shown_units
from gui.plotting import text
from gui.plotting.ticks import axis_ticks, linear_ticks, log_levels, log_marks, nice_step, scale_ticks
from gui.shown_units import METRICS, declared, ratio

Floats = NDArray[np.float64]
Kind = Literal["log", "linear", "diverging"]
Map = Literal["cost", "latency", "margin"]

#: Colour ranges of the three metrics of the first view, declared units.
FACE: Final[dict[str, tuple[float, float]]] = {
    "cost_per_output_token": (0.5, 20.0),
    "tpot_p95": (10.0, 100.0),
    "gross_margin": (-100.0, 100.0),
}
#: Share of cells that may lie beyond the ends of the colours before a range gives way.
BEYOND: Final = 0.15
BEYOND_DIVERGING: Final = 0.40
#: Least share of the range the middle nine tenths of the values must use.
USED: Final = 0.35
COLUMN_LIMIT: Final = 24
#: Below this size [%] margins get a finer scale than +-100 %.
SMALL_MARGIN: Final = 25.0


def map_of(metric: Metric) -> Map:
    """Return which colour map shows `metric`."""
    if metric.key in text.SIGNED:
        return "margin"
    return "latency" if declared(metric).unit in {"ms", "s"} else "cost"


#: Both ends of a range of an input, declared unit.
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Range:
    """Where the colours of a metric begin and end, display units."""

    low: float
    high: float
    kind: Kind

    def unit(self, values: Floats) -> Floats:
        """Return `values` along the range: 0 at `low`, 1 at `high`, beyond unclipped; NaN stays."""
        if self.kind == "log":
            safe = np.log(np.maximum(values, 1e-300))
            return np.asarray((safe - math.log(self.low)) / math.log(self.high / self.low))
        return np.asarray((values - self.low) / (self.high - self.low))

    def at(self, value: float) -> float:
        """Return one value along the range."""
        if self.kind == "log":
            # In this order: NaN stays.
            return (math.log(max(value, 1e-300)) - math.log(self.low)) / math.log(self.high / self.low)
        return (value - self.low) / (self.high - self.low)

    def index(self, values: Floats) -> NDArray[np.uint8]:
        """Return the colour index 0-255 of each value; NaN takes the low end."""
        return _index(self.unit(values))

    def color(self, value: float) -> int:
        """Return the colour index 0-255 of one value."""
        along = self.at(value)
        return int(min(1.0, max(0.0, along)) * 255.0 + 0.5) if math.isfinite(along) else 0

    def index_of_field(self, field: Floats) -> NDArray[np.uint8]:
        """Return the colour index 0-255 of a field in the measure of the range: logarithms of a log one."""
        if self.kind != "log":
            return self.index(field)
        return _index((field - math.log(self.low)) / math.log(self.high / self.low))

    def ticks(self) -> tuple[float, ...]:
        """Return the round figures named on the colour bar."""
        return _ticks(self)

    def levels(self, low: float, high: float, avoid: tuple[float, ...] = ()) -> tuple[float, ...]:
        """Return the figures that get an iso-line where the values run from `low` to `high`."""
        low, high = max(low, self.low * (0.999 if self.low > 0 else 1.001)), min(high, self.high)
        if not low < high:
            return ()
        if self.kind == "log":
            found = log_levels(low, high)
        elif self.kind == "diverging":
            steps = (-1.0, -0.5, 0.25, 0.5, 0.75)
            found = tuple(s * self.high for s in steps if low <= s * self.high <= high)
        else:
            found = linear_ticks(low, high)
        return tuple(v for v in found if all(abs(v - a) > 0.03 * max(abs(a), 1e-9) for a in avoid))


def _index(along: Floats) -> NDArray[np.uint8]:
    # fmax and fmin pass over NaN: no value is the low end here.
    return np.asarray(np.fmin(np.fmax(along, 0.0), 1.0) * 255.0 + 0.5).astype(np.uint8)


@lru_cache(maxsize=64)
def _ticks(scale: Range) -> tuple[float, ...]:
    low, high = scale.low, scale.high
    if scale.kind == "log":
        return scale_ticks(low, high)
    return (low, low / 2, 0.0, high / 2, high) if scale.kind == "diverging" else linear_ticks(low, high)


def _nice_below(value: float) -> float:
    power = 10.0 ** math.floor(math.log10(value))
    return max(m * power for m in (1.0, 2.0, 5.0) if m * power <= value * (1 + 1e-9))


def _fits(candidate: Range, values: Floats) -> bool:
    if candidate.kind == "diverging" and candidate.high == FACE["gross_margin"][1]:
        # A margin never exceeds 100 %, and how far below -100 % a loss lies says little.
        return bool(np.quantile(np.abs(values), 0.95) > SMALL_MARGIN)
    along = candidate.unit(values)
    allowed = BEYOND_DIVERGING if candidate.kind == "diverging" else BEYOND
    if np.mean((along < -1e-9) | (along > 1 + 1e-9)) > allowed:
        return False
    low, high = np.quantile(np.clip(along, 0.0, 1.0), (0.05, 0.95))
    return bool(high - low >= USED)


def _suggest(metric: Metric, values: Floats) -> Range:
    low, high = (float(v) for v in np.quantile(values, (0.02, 0.98)))
    if map_of(metric) == "margin":
        reach = float(np.quantile(np.abs(values), 0.85))
        size = nice_step(reach) if reach > 0 else 1.0
        return Range(-size, size, "diverging")
    if metric.scale == "log" and values.min() > 0:
        low, high = _nice_below(low), nice_step(high)
        return Range(low, high if high > low * 1.5 else low * 2, "log")
    if high - low <= _least(low, high):
        low, high = low - max(1.0, abs(low) * 0.1), high + max(1.0, abs(high) * 0.1)
    step = nice_step((high - low) / 5)
    return Range(math.floor(low / step) * step, math.ceil(high / step) * step, "linear")


def _least(low: float, high: float) -> float:
    """Return the spread below which figures differ by less than their words: they count as one."""
    return 1e-5 * max(abs(low), abs(high))


def choose_range(key: str, values: Floats, current: Range | None) -> Range:
    """Return the colour range for `values` (display units): the current one for as long as it serves.

    Next the range the view was designed with, then a rounded one that the values themselves ask for.
    """
    metric = METRICS[key]
    finite = values[np.isfinite(values)]
    kind: Kind = "diverging" if map_of(metric) == "margin" else "log" if metric.scale == "log" else "linear"
    usual = Range(FACE[key][0] * ratio(key), FACE[key][1] * ratio(key), kind) if key in FACE else None
    if finite.size == 0:
        return current or usual or Range(*((1.0, 10.0) if kind == "log" else (0.0, 1.0)), kind)
    positive = bool(finite.min() > 0)
    for held in (current, usual):
        if held is not None and (positive or held.kind != "log") and _fits(held, finite):
            return held
    found = _suggest(metric, finite)
    if current is not None and current.kind == found.kind and not _better(found, current, finite):
        return current
    return found


def tight_range(key: str, values: Floats) -> Range:
    """Return a rounded range that holds all but the farthest of `values` (display units) closely."""
    metric = METRICS[key]
    finite = values[np.isfinite(values)]
    if finite.size == 0:
        return choose_range(key, values, None)
    low, high = float(finite.min()), float(np.quantile(finite, 0.98))
    if metric.scale == "log" and low > 0:
        marks = (1, 1.5, 2, 3, 4, 5, 7)
        every = log_marks(low / 10, high * 10, marks)
        low = max((v for v in every if v <= low * 0.98), default=low)
        high = min((v for v in every if v >= high * 1.02), default=high)
        return Range(low, high if high > low else low * 2, "log")
    spread = high - low if high - low > _least(low, high) else max(1.0, abs(low) * 0.1)
    step = nice_step(spread / 8)
    return Range(math.floor(low / step) * step, math.ceil(high / step + 0.1) * step, "linear")


def _better(found: Range, current: Range, values: Floats) -> bool:
    def off(r: Range) -> float:
        along = r.unit(values)
        return float(np.mean((along < 0) | (along > 1)))

    return found != current and (off(found) < off(current) - 0.02 or off(current) <= BEYOND)


@lru_cache(maxsize=32)
def running(key: str, low: float, high: float, count: int, log: bool) -> Axis:
    """Return `Axis.over`, remembered: an axis stays the same for a whole drag."""
    return Axis.over(key, low, high, count, log)


@dataclass(frozen=True, slots=True)
class AxisScale:
    """An input along an axis of a plot.

    Attributes
    ----------
    spec : Spec
    axis : Axis
        The nodes; one per option where `columns`.
    columns : bool
        Whether the values stand side by side as columns rather than run.
    """

    spec: Spec
    axis: Axis
    columns: bool

    @classmethod
    def of(cls, key: str, count: int, value: float | str, span: Span | None = None) -> "AxisScale":
        """Return the scale of input `key`: `span`, or its usual range, stretched to hold `value`."""
        spec = spec_of(key)
        if spec.kind == "choice":
            return cls(spec, Axis.soft(key, count), columns=True)
        low, high = _stretched(spec, float(value))
        if span is not None and spec.low <= span[0] < span[1] <= spec.high:
            low, high = min(span[0], float(value)), max(span[1], float(value))
        log = spec.scale == "log" and low > 0
        if spec.whole and (steps := _whole_steps(low, high, log)) is not None:
            return cls(spec, Axis(key, steps, log), columns=True)
        return cls(spec, running(key, low, high, count, log), columns=False)

    @property
    def key(self) -> str:
        """Return the input's key."""
        return self.spec.key

    def place(self, value: Value) -> float:
        """Return where `value` lies, 0-1 along the axis."""
        nodes = self.axis.values
        if self.columns:
            number = float(self.spec.option(value).code) if isinstance(value, str) else value
            return (float(np.argmin(np.abs(nodes - number))) + 0.5) / nodes.size
        return self.place_number(float(value))

    def place_number(self, value: float) -> float:
        """Return where `value` of a running axis lies, unclipped."""
        low, high = float(self.axis.values[0]), float(self.axis.values[-1])
        if self.axis.log:
            return math.log(max(value, 1e-300) / low) / math.log(high / low)
        return (value - low) / (high - low)

    def number(self, at: float) -> float:
        """Return the number at `at` of a running axis, unclipped and in full."""
        low, high = float(self.axis.values[0]), float(self.axis.values[-1])
        return low * (high / low) ** at if self.axis.log else low + (high - low) * at

    def value(self, at: float) -> Value:
        """Return the value at `at` (0-1), rounded to three digits, as a scenario holds it."""
        at = min(1.0, max(0.0, at))
        nodes = self.axis.values
        if self.columns:
            code = float(nodes[min(nodes.size - 1, int(at * nodes.size))])
            named = [o.id for o in self.spec.options if o.code == round(code)]
            return named[0] if named else code
        raw = self.number(at)
        return min(self.spec.high, max(self.spec.low, _rounded(raw, self.spec)))

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Return (place, text) of the named figures."""
        nodes = self.axis.values
        if self.columns:
            names = {o.code: o.label for o in self.spec.options}
            return tuple(
                ((i + 0.5) / nodes.size, names.get(round(v), text.axis_value(self.spec, float(v))))
                for i, v in enumerate(nodes)
            )
        # Round in the unit shown.
        each = shown_units.of_spec(1.0, self.spec)
        marks = axis_ticks(float(nodes[0]) * each, float(nodes[-1]) * each, log=self.axis.log)
        said = text.axis_values(self.spec, [v / each for v in marks])
        return tuple((self.place_number(v / each), words) for v, words in zip(marks, said, strict=True))

    def shown(self, value: Value) -> str:
        """Return `value` as on the axis chip."""
        return self.spec.option(value).label if isinstance(value, str) else text.axis_value(self.spec, value)


def _stretched(spec: Spec, value: float) -> tuple[float, float]:
    low, high = spec.soft_low, spec.soft_high
    if spec.scale == "log" and low <= 0:
        low = max(spec.low, spec.soft_high / 1e4)
    if value > high:
        high = min(spec.high, 2.0 ** math.ceil(math.log2(value)))
    if value < low:
        low = max(spec.low, 2.0 ** math.floor(math.log2(value)) if value > 0 else value)
    return low, high


def _whole_steps(low: float, high: float, log: bool) -> Floats | None:
    if log:
        steps = 2.0 ** np.arange(math.ceil(math.log2(low)), math.floor(math.log2(high)) + 1)
    else:
        steps = np.arange(math.ceil(low), math.floor(high) + 1, dtype=np.float64)
    return np.asarray(steps, np.float64) if 2 <= steps.size <= COLUMN_LIMIT else None


def _rounded(raw: float, spec: Spec) -> float:
    return float(round(raw)) if spec.whole else float(f"{raw:.3g}")


def sweepable(scenario: Scenario, key: str) -> bool:
    """Return whether `key` can be an axis."""
    spec = known(key)
    return spec is not None and spec.numeric
