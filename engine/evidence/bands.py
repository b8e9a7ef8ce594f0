"""Bands of every metric at a point: what the residuals leave open.

Latency and energy move in proportion to what was measured. Everything that follows from the speed of
a replica - fleet, cost, margin - is evaluated again with time running slower and faster, so that
rounding, limits and prices act as they do in the model.
"""

import dataclasses
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.drivers.fill import fill_rows
from engine.drivers.grid import Axis
from engine.drivers.point import point
from engine.evidence.judgement import Judgement, judge
from engine.evidence.regime import Regime, regime_of
from engine.metrics import METRICS, RECORD
from engine.parameters import POSITIONS, SPECS
from engine.scenario import Scenario

Floats = NDArray[np.float64]

EXACT: Final = "exact"
_SPEEDS: Final = ("correction.decode", "correction.prefill")
_SPEED_RANGE: Final = (SPECS[_SPEEDS[0]].low, SPECS[_SPEEDS[0]].high)
_SAME: Final = 1e-9
_UNBOUNDED: Final = "; at the far end the service is past its capacity"
_CORRECTED: Final = "; corrected by a benchmark of your own"


class Record(Protocol):
    """Every metric at one point, base units."""

    @property
    def metrics(self) -> NDArray[np.void]:
        """Return the record, shape (1,), dtype `engine.metrics.RECORD`."""
        ...


@dataclass(frozen=True, slots=True)
class Band:
    """What one metric may really be.

    Attributes
    ----------
    low, high : float
        10th and 90th percentile, base units; NaN where that end has no figure.
    grade : str
        One of `engine.evidence.GRADES`, or "exact".
    basis : str
        What it rests on, one sentence.
    """

    low: float
    high: float
    grade: str
    basis: str


class Bands(Mapping[str, Band]):
    """Bands by metric; made as they are asked for. Metrics without a figure or a scale have none."""

    def __init__(self, values: Floats, spread: "_Spread") -> None:
        self._values, self._spread = values, spread

    def __getitem__(self, key: str) -> Band:
        place = _PLACES[key]
        value = float(self._values[place])
        metric = METRICS[key]
        if not math.isfinite(value):
            raise KeyError(key)
        if not metric.rests:
            return Band(value, value, EXACT, "exact arithmetic on the inputs")
        if self._spread.bought:
            return Band(value, value, EXACT, "as the seller of the tokens states it")
        return self._spread.band(place, metric.rests, value)

    def __iter__(self) -> Iterator[str]:
        return (key for key, place in _PLACES.items() if math.isfinite(self._values[place]))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, key: object) -> bool:
        return key in _PLACES and math.isfinite(self._values[_PLACES[str(key)]])


#: Metrics that are figures, and where they stand in a record.
_PLACES: Final[dict[str, int]] = {
    key: place
    for place, (key, metric) in enumerate(METRICS.items())
    if metric.codes is None and key != "feasible"
}


class _Spread:
    """What is left open at one point: for a service of several tiers, what is of the widest."""

    def __init__(self, scenario: Scenario, batch: int) -> None:
        self._scenario, self._batch = scenario, batch
        self._again: tuple[Floats, Floats] | None = None
        corrected = any(scenario.values[key] != SPECS[key].default for key in _CORRECTIONS)
        self._note = _CORRECTED if corrected else ""

    @cached_property
    def bought(self) -> bool:
        """Whether all tokens are bought: no machine of the scenario is predicted."""
        return not self._regimes

    @cached_property
    def _regimes(self) -> list[tuple[str, Regime, int]]:
        """Return regime and batch of each tier that runs machines, with the words that name it."""
        scenario = self._scenario
        if not scenario.routed:
            return [("", regime_of(scenario), self._batch)] if _runs(scenario) else []
        numbers = [number for number, reach in enumerate(scenario.flows.reach, 1) if reach > 0.0]
        tiers = [(number, scenario.tier(number)) for number in numbers]
        return [
            (f"tier {number}: ", regime_of(one), _batch_of(point(one))) for number, one in tiers if _runs(one)
        ]

    def _judged(self, rests: str) -> Judgement:
        made = [(words, judge(rests, regime, batch)) for words, regime, batch in self._regimes]
        words, found = max(made, key=lambda each: each[1].high / each[1].low)
        return dataclasses.replace(found, basis=words + found.basis) if words else found

    def band(self, place: int, rests: str, value: float) -> Band:
        inverse = rests.startswith("1/")
        found = self._judged(rests.removeprefix("1/"))
        basis = found.basis + self._note
        if rests == "throughput":
            low, high = (float(end[place]) for end in self._repeated(found))
            if abs(high - low) <= _SAME * abs(value):
                return Band(value, value, EXACT, "set by the inputs, however fast the machine is")
            if not (math.isfinite(low) and math.isfinite(high)):
                basis += _UNBOUNDED
        elif inverse:
            low, high = value / found.high, value / found.low
        else:
            low, high = value * found.low, value * found.high
        return Band(low, high, found.grade, basis)

    def _repeated(self, found: Judgement) -> tuple[Floats, Floats]:
        """Return least and most of every metric with decode and prefill slower and faster."""
        if self._again is None:
            self._again = repeated(self._scenario, found.low, found.high)
        return self._again


def _runs(scenario: Scenario) -> bool:
    return scenario.get("finance.supply") != "api"


def _batch_of(record: Record) -> int:
    batch = float(record.metrics["batch"][0])
    return round(batch) if math.isfinite(batch) else 0


_CORRECTIONS: Final = tuple(key for key in SPECS if key.startswith("correction."))


def repeated(scenario: Scenario, low: float, high: float) -> tuple[Floats, Floats]:
    """Return least and most of every metric where output per second is `low` to `high` times as predicted.

    Each of shape (metrics,), base units; NaN where one end has no figure.
    """
    times = np.array([1.0 / high, 1.0, 1.0 / low])
    out: NDArray[Any] = np.zeros((3, 3), RECORD)
    if scenario.tiers:
        _each_tier(scenario, times, out)
    else:
        decode, prefill = (np.clip(times * scenario.number(key), *_SPEED_RANGE) for key in _SPEEDS)
        at = [Axis(key, times, False).positions(scenario) for key in _SPEEDS]
        fill_rows(scenario.to_records(), (at[0], at[1]), decode, prefill, out, (0, 3))
    ends = out.view(np.float64).reshape(9, -1)
    finite = np.isfinite(ends)
    least = np.where(finite, ends, np.inf).min(axis=0)
    most = np.where(finite, ends, -np.inf).max(axis=0)
    # Where the slow end has no figure, only the side that the fast end is on is known.
    open_end = ~finite[[2, 6, 8]].all(axis=0)
    fast_is_less = ends[0] <= ends[4]
    least[open_end & ~fast_is_less] = np.nan
    most[open_end & fast_is_less] = np.nan
    return least, most


def _each_tier(scenario: Scenario, times: Floats, out: NDArray[Any]) -> None:
    """Fill `out`, shape (3, 3), with the corrections of every tier at `times` their own."""
    for j, prefill in enumerate(times):
        for i, decode in enumerate(times):
            records = scenario.to_records()
            numbers = records.view(np.float64).reshape(len(records), -1)
            for key, factor in zip(_SPEEDS, (decode, prefill), strict=True):
                own = numbers[:, POSITIONS[key]]
                own[:] = np.clip(own * factor, *_SPEED_RANGE)
            # A grid of one node, which sets a number to what it is.
            here = numbers[0, :1]
            fill_rows(records, ((0,), (0,)), here, here, out[j : j + 1, i : i + 1], (0, 1))


def bands(scenario: Scenario, record: Record) -> Mapping[str, Band]:
    """Return the band of every metric that has a figure at the point `record` of `scenario`."""
    return Bands(record.metrics.view(np.float64), _Spread(scenario, _batch_of(record)))
