"""One metric along one axis through the base point: now, at the baseline, and where limits stop it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from engine.drivers import Line, line
from engine.scenario import Scenario
from gui.plotting.contours import Floats, Mask
from gui.plotting.scales import AxisScale, Range, running
from gui.plotting.surface_shapes import cause_masks
from gui.shown_units import METRICS, ratio

COUNT = 97
#: Metrics that are total cost in some measure: their threshold is that measure of the revenue.
COSTS = frozenset(
    {
        "cost_per_output_token", "cost_per_input_token", "cost_per_cached_token", "cost_per_token_all_in",
        "cost_per_request", "cost_per_user_month", "cost_rate",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve over an axis: `at` 0-1 along it, `values` in display units with NaN where there is none."""

    at: Floats
    values: Floats

    def along(self, scale: Range) -> Floats:
        """Return the values 0-1 along `scale`, a little beyond at most; NaN stays."""
        return np.clip(scale.unit(self.values), -1.0, 2.0)


@dataclass(frozen=True, slots=True)
class Slice:
    """Everything drawn in one slice.

    Attributes
    ----------
    now, baseline, threshold : Curve or None
    threshold_kind : str
        "break_even", "limit" or "" for none.
    stops : mapping of cause to tuple of (from, to)
        Stretches of the axis, 0-1.
    """

    now: Curve
    baseline: Curve | None
    threshold: Curve | None
    threshold_kind: str = ""
    stops: Mapping[str, tuple[tuple[float, float], ...]] = field(default_factory=dict)


class Cut:
    """All metrics of a scenario along one axis, computed once for all plots."""

    def __init__(self, scenario: Scenario, scale: AxisScale) -> None:
        axis = scale.axis
        if not scale.columns:
            low, high = float(axis.values[0]), float(axis.values[-1])
            axis = running(scale.key, low, high, COUNT, axis.log)
        self._columns = scale.columns
        self._line: Line = line(scenario, axis)
        count = axis.values.size
        steps = np.arange(count)
        self.at = (
            np.stack([steps / count, (steps + 1) / count], 1).ravel()
            if scale.columns
            else np.linspace(0.0, 1.0, count)
        )

    def base(self, key: str) -> Floats:
        """Return metric `key` in base units at `at`."""
        values = np.ascontiguousarray(self._line.metrics[key])
        return np.repeat(values, 2) if self._columns else values

    def curve(self, key: str) -> Curve:
        """Return metric `key` in its display unit."""
        return Curve(self.at, self.base(key) * METRICS[key].shown(1.0))

    @cached_property
    def stops(self) -> dict[str, tuple[tuple[float, float], ...]]:
        """Return the stretches each cause stops."""
        return {cause: _runs(mask, self.at) for cause, mask in cause_masks(self.base("binding")).items()}


class _Ghosts:
    """The last cuts of baselines: while an input off the axes is dragged they stay as they are."""

    def __init__(self) -> None:
        self.kept: tuple[tuple[Scenario, tuple[object, ...], Cut], ...] = ()


_ghosts = _Ghosts()


def ghost_cut(baseline: Scenario, scenario: Scenario, x: AxisScale, y: AxisScale, along: AxisScale) -> Cut:
    """Return the cut of `baseline` moved along axes `x` and `y` to where `scenario` is."""
    at = {axis.key: scenario.get(axis.key) for axis in (x, y)}
    ident = (*at.items(), along.key, along.columns, along.axis.log, along.axis.values.tobytes())
    for known, its, cut in _ghosts.kept:
        if known is baseline and its == ident:
            return cut
    made = Cut(baseline.with_values(at), along)
    _ghosts.kept = ((baseline, ident, made), *_ghosts.kept[:1])
    return made


def _runs(mask: Mask, at: Floats) -> tuple[tuple[float, float], ...]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
    last = at.size - 1

    def border(i: int) -> float:
        if i <= 0:
            return float(at[0])
        return float(at[-1]) if i > last else float((at[i - 1] + at[i]) / 2)

    return tuple((border(int(a)), border(int(b))) for a, b in edges.reshape(-1, 2))


def threshold(key: str, scenario: Scenario, cut: Cut) -> tuple[Curve | None, str]:
    """Return what metric `key` must not pass along `cut`, and whether that is break-even or a limit.

    For a measure of cost it is the same measure of the revenue: where the two meet, nothing is earned.
    """
    per_unit = METRICS[key].shown(1.0)
    if key in COSTS:
        times = cut.base("price_per_request") / cut.base("cost_per_request")
        return Curve(cut.at, cut.base(key) * times * per_unit), "break_even"
    if key in {"gross_margin", "margin_per_request", "profit_rate"}:
        return Curve(cut.at, np.zeros(cut.at.size)), "break_even"
    if key == "breakeven_price":
        return Curve(cut.at, np.full(cut.at.size, scenario.number("price.output") * ratio(key))), "break_even"
    fixed = limit_of(key, scenario)
    if fixed is None:
        return None, ""
    return Curve(cut.at, np.full(cut.at.size, fixed)), "limit"


def limit_of(key: str, scenario: Scenario) -> float | None:
    """Return the limit promised on metric `key` in its display unit, or None."""
    name, _, which = key.partition("_")
    if name not in {"tpot", "ttft"} or which != scenario.get("limits.percentile"):
        return None
    # Limits and metrics are declared in the same units.
    return scenario.number(f"limits.{name}") * ratio(key)


def slice_of(key: str, scenario: Scenario, now: Cut, baseline: Cut | None) -> Slice:
    """Return the slice of metric `key`."""
    line_at, kind = threshold(key, scenario, now)
    ghost = None if baseline is None else baseline.curve(key)
    return Slice(now.curve(key), ghost, line_at, kind, now.stops)
