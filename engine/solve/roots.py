"""What would have to be true: the value of an input at which a metric reaches a target.

Every input is looked at over the range that sources show, as far again beyond it, and within what is
allowed; of several answers the one nearest to the present value is told.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine import catalog
from engine.doubt.inputs import by_source
from engine.drivers.moves import moved, places
from engine.drivers.point import point
from engine.errors import IsocostError, ParameterError
from engine.metrics import METRICS
from engine.quantities import Bare, Range, parse
from engine.scenario import Scenario, spec_of
from engine.solve.refine import Bracket, End, refined
from engine.specs import Spec
from engine.units import UNITS

#: Values looked at on each side of the present one: for all inputs at once, and for one asked for.
_COARSE: Final = 12
_FINE: Final = 192
#: An input is searched as far beyond the range of sources as that is wide; one asked for, everywhere.
_BEYOND: Final = 1.0
#: Changes of a metric that are rounding.
_STILL: Final = 1e-12

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Root:
    """The answer for one input.

    Attributes
    ----------
    key : str
    now : float
        Present value, declared unit.
    value : float
        Where the metric meets the target, declared unit; NaN where it nowhere does.
    reached : float
        The metric there; where there is no answer the nearest it comes, at `nearest` [base units].
    nearest : float
        `value`, or else where the metric comes nearest to the target.
    exact : bool
        Whether the metric meets the target; else it passes it in a jump, or between whole numbers.
    feasible : bool
        Whether every limit holds there.
    distance : float
        From `now` to `value` in widths of the plausible range, in its scale; infinite without an answer.
    plausible : bool
        Whether `value` lies in `plausible_range`.
    """

    key: str
    now: float
    value: float
    reached: float
    nearest: float
    exact: bool
    feasible: bool
    distance: float
    plausible: bool

    @property
    def found(self) -> bool:
        """Whether there is an answer."""
        return math.isfinite(self.value)


def break_evens(
    scenario: Scenario, metric: str = "gross_margin", target: float = 0.0, keys: Iterable[str] | None = None
) -> list[Root]:
    """Return an answer for every input that moves `metric` and is free to: the most plausible first.

    Parameters
    ----------
    metric : str
    target : float
        Base units.
    keys : iterable of str, optional
        Inputs to look at; all numbers in effect that are not locked if None.

    Raises
    ------
    IsocostError
        `metric` is unknown or has no value at `scenario`.
    """
    _check(scenario, metric, target)
    wanted = list(free_inputs(scenario) if keys is None else keys)
    lines = [_nodes(scenario, key, _COARSE, _BEYOND) for key in wanted]
    return sorted(_answers(scenario, metric, target, wanted, lines), key=_order)


def goal_seek(scenario: Scenario, metric: str, target: float, key: str) -> Root:
    """Return where `metric` meets `target` as only `key` moves, looked for in all that is allowed.

    Raises
    ------
    IsocostError
        `metric` is unknown or has no value at `scenario`; `key` is no number, is locked, or does not move it.
    """
    _check(scenario, metric, target)
    spec = spec_of(key)
    if spec.kind != "number":
        raise ParameterError(key, f"{key} is no number and cannot be solved for; choose one that is")
    if scenario.annotation(key).locked:
        raise ParameterError(key, f"{spec.label} ({key}) is locked; unlock it to solve for it")
    found = _answers(scenario, metric, target, [key], [_nodes(scenario, key, _FINE, math.inf)])
    if not found:
        why = scenario.inert(key)
        told = f"{spec.label} ({key}) does not move {METRICS[metric].label.lower()}"
        raise ParameterError(key, f"{told}: {why}" if why else told)
    return found[0]


def free_inputs(scenario: Scenario) -> list[str]:
    """Return every number that may have an effect and is not locked, those of other tiers included."""
    return [
        key
        for key in scenario.stated()
        if spec_of(key).kind == "number" and not scenario.annotation(key).locked and not scenario.inert(key)
    ]


def plausible_range(scenario: Scenario, key: str) -> tuple[float, float]:
    """Return what is noted on `key`; of a part's figure what its source allows; else what sources show.

    What a part counts, such as layers, is a fact: its range is the value itself.
    """
    noted, spec = scenario.annotation(key).uncertainty, spec_of(key)
    known = catalog.figure(scenario, key) if noted is None else None
    if known is not None:
        now = scenario.number(key)
        noted = None if spec.whole else by_source(scenario, spec, known.grade)
        return (noted.low, noted.high) if noted is not None else (now, now)
    return (noted.low, noted.high) if noted is not None else (spec.soft_low, spec.soft_high)


def target_of(metric: str, text: str | None, decimal: str = ".", *, bare: Bare = "declared") -> float:
    """Return the target `text` of `metric` in base units, 0 for none; `decimal` and `bare` as in `parse`.

    Raises `IsocostError` for an unknown metric and for a text that is none of its quantities.
    """
    if metric not in METRICS:
        raise IsocostError(f"{metric} is not a metric; `isocost evaluate --json` lists them")
    if text is None:
        return 0.0
    of = METRICS[metric]
    ends = (-math.inf, math.inf)
    spec = Spec(
        metric, "", metric, "number", of.label, of.unit, 0.0, *ends, *ends, "linear", "assumption", "", "",
        of.percent, False, (), "", False,
    )  # fmt: skip
    try:
        value = parse(text, spec, decimal, bare=bare)
    except IsocostError as error:
        raise IsocostError(f"target of {metric}: {error}") from None
    if isinstance(value, Range):
        raise IsocostError(f"target of {metric}: {text} is a range; write one number")
    return value * UNITS[of.unit].factor


def _check(scenario: Scenario, metric: str, target: float) -> None:
    if metric not in METRICS:
        raise IsocostError(f"{metric} is not a metric; `isocost evaluate --json` lists them")
    if METRICS[metric].codes is not None or metric == "feasible":
        raise IsocostError(f"{metric} is no quantity to solve for; choose one, such as gross_margin")
    if not math.isfinite(target):
        raise IsocostError(f"{metric}: the target must be a finite number, not {target}")
    here = point(scenario).base(metric)
    if not math.isfinite(here):
        raise IsocostError(f"{METRICS[metric].label} has no value at this scenario, so that nothing moves it")


def _order(root: Root) -> tuple[bool, bool, float, str]:
    return not root.plausible, not root.feasible, root.distance, root.key


class _Line:
    """Values of one input, in rising order, `now` among them.

    They are spaced in `scale`: 1 the logarithm, 0 as they are. Values are in the declared unit.
    """

    def __init__(self, spec: Spec, now: float, values: Floats, log: bool) -> None:
        self.spec, self.now, self.log = spec, now, log
        self.values = values
        self.factor = spec.encode(1.0)

    def apart(self, first: float, second: float) -> float:
        """Return how far two values are apart in the scale of the input."""
        if self.log:
            return abs(math.log(max(first, 1e-300) / max(second, 1e-300)))
        return abs(first - second)


def _nodes(scenario: Scenario, key: str, count: int, beyond: float) -> _Line:
    spec = spec_of(key)
    low, high = plausible_range(scenario, key)
    # A range that is narrow, or none, says nothing of how far to look.
    ends = min(low, spec.soft_low), max(high, spec.soft_high)
    return _spaced(spec, scenario.number(key), *ends, count, beyond)


@lru_cache(4096)
def _spaced(spec: Spec, now: float, low: float, high: float, count: int, beyond: float) -> _Line:
    # Kept, for of all inputs a slider moves one.
    log = spec.scale == "log" and low > 0.0 and now > 0.0
    ends = _reach(spec, now, (low, high), beyond, log)
    space = np.geomspace if log else np.linspace
    values = np.concatenate([space(ends[0], now, count), space(now, ends[1], count)])
    if spec.whole:
        values = np.round(values)
    values[count - 1 : count + 1] = now
    return _Line(spec, now, np.unique(np.clip(values, spec.low, spec.high)), log)


def _reach(
    spec: Spec, now: float, plausible: tuple[float, float], beyond: float, log: bool
) -> tuple[float, float]:
    """Return the ends between which an input is looked at."""
    low, high = min(plausible[0], now), max(plausible[1], now)
    if log:
        width = min(max(plausible[1] / plausible[0], 1.01) ** min(beyond, 3.0), 1e6)
        least = spec.low if spec.low > 0.0 and math.isinf(beyond) else 0.0
        return max(low / width, spec.low, least), min(high * width, spec.high)
    width = (plausible[1] - plausible[0]) * min(beyond, 100.0)
    return max(low - width, spec.low), min(high + width, spec.high)


def _answers(
    scenario: Scenario, metric: str, target: float, keys: list[str], lines: list[_Line]
) -> list[Root]:
    records = scenario.to_records()
    at = [places(scenario, key) for key in keys]
    counts = [line.values.size for line in lines]
    found = moved(
        records,
        np.repeat(np.array(at, np.int64).reshape(-1, 1, 4), counts, axis=0),
        np.concatenate([line.values * line.factor for line in lines]).reshape(-1, 1),
        (metric,),
    )
    assert found is not None
    off = np.split(found[:, 0] - target, np.cumsum(counts)[:-1])
    told = [i for i, f in enumerate(off) if _moves(f, target)]
    crossed = {i: bracket for i in told if (bracket := _bracket(lines[i], off[i], at[i])) is not None}
    ends = dict(zip(crossed, refined(records, list(crossed.values()), metric, target), strict=True))
    return [_root(scenario, keys[i], lines[i], off[i], target, ends.get(i)) for i in told]


def _moves(f: Floats, target: float) -> bool:
    known = f[np.isfinite(f)]
    return bool(known.size > 1 and np.ptp(known) > _STILL * max(float(np.abs(known + target).max()), 1e-300))


def _bracket(line: _Line, f: Floats, at: tuple[int, ...]) -> Bracket | None:
    """Return the two neighbours between which `f` changes sign, nearest to the present value."""
    known = np.isfinite(f)
    crosses = known[:-1] & known[1:] & (np.signbit(f[:-1]) != np.signbit(f[1:]))
    best, least = None, math.inf
    for j in np.flatnonzero(crosses):
        pair = sorted(map(float, line.values[j : j + 2]), key=lambda value: line.apart(value, line.now))
        apart = line.apart(pair[0], line.now)
        if apart < least:
            best, least = Bracket(at, line.factor, pair[0], pair[1], line.spec.whole), apart
    return best


def _root(scenario: Scenario, key: str, line: _Line, f: Floats, target: float, end: End | None) -> Root:
    low, high = plausible_range(scenario, key)
    if end is None:
        known = np.flatnonzero(np.isfinite(f))
        nearest = known[np.argmin(np.abs(f[known]))]
        value = float(line.values[nearest])
        reached = float(f[nearest]) + target
        return Root(key, line.now, math.nan, reached, value, False, False, math.inf, False)
    width = line.apart(high, low) or line.apart(line.spec.soft_high, line.spec.soft_low) or 1.0
    return Root(
        key,
        line.now,
        end.value,
        end.reached,
        end.value,
        end.exact,
        end.feasible,
        line.apart(end.value, line.now) / width,
        low <= end.value <= high,
    )
