"""What `engine.api` answers with: figures of a point, spreads, bars, contributions, comparisons."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.compare import Row
from engine.drivers import Point, cause, point
from engine.evidence import Band, bands
from engine.formatting import format_value
from engine.metrics import METRICS, Metric
from engine.scenario import Scenario
from engine.sweep_command import metric_of
from engine.units import UNITS

Floats = NDArray[np.float64]


class Figures(Mapping[str, float | str | bool | None]):
    """Every metric of one scenario by key, in its declared unit; None where there is none.

    A code is its id ("memory"), `feasible` a bool.

    Attributes
    ----------
    scenario : Scenario
    point : Point
        The same in base units.
    """

    def __init__(self, made: Scenario) -> None:
        self.scenario = made
        self.point: Point = point(made)
        self._bands: Mapping[str, Band] | None = None

    def __getitem__(self, key: str) -> float | str | bool | None:
        return _told(self.point.base(metric_of(key).key), METRICS[key])

    def __iter__(self) -> Iterator[str]:
        return iter(METRICS)

    def __len__(self) -> int:
        return len(METRICS)

    def __contains__(self, key: object) -> bool:
        return key in METRICS

    def number(self, key: str) -> float:
        """Return metric `key` as a number, NaN where it has none."""
        value = self[key]
        return float(value) if isinstance(value, float) else math.nan

    def unit(self, key: str) -> str:
        """Return the unit of metric `key`, "1" for plain numbers and fractions."""
        return metric_of(key).unit

    def band(self, key: str) -> tuple[float, float]:
        """Return the 10th and 90th percentile of what `key` may really be; NaN for an open end."""
        found = self._band(key)
        factor = UNITS[METRICS[key].unit].factor
        return (math.nan, math.nan) if found is None else (found.low / factor, found.high / factor)

    def grade(self, key: str) -> str:
        """Return what the band of `key` rests on, from "measured" to "spec sheet", or "exact"."""
        found = self._band(key)
        return "" if found is None else found.grade

    def _band(self, key: str) -> Band | None:
        if self._bands is None:
            self._bands = bands(self.scenario, self.point)
        return self._bands.get(metric_of(key).key)

    @property
    def feasible(self) -> bool:
        """Whether every limit holds."""
        return self.point.feasible

    @property
    def why(self) -> str:
        """Return what stops the point, one sentence; empty where nothing does."""
        found = cause(self.scenario, self.point)
        return "" if found is None else found.text

    def __repr__(self) -> str:
        """Return name and headline figures, for the end of a cell."""
        keys = ("cost_per_output_token", "gross_margin", "ttft_p95", "tpot_p95", "accelerators")
        told = ", ".join(f"{key} {format_value(self.point.base(key), METRICS[key])}" for key in keys)
        return f"<{self.scenario.name}: {told}>"


def _told(base: float, metric: Metric) -> float | str | bool | None:
    if not math.isfinite(base):
        return None
    if metric.codes is not None:
        return metric.codes[round(base)][0]
    return base == 1.0 if metric.key == "feasible" else base / UNITS[metric.unit].factor


@dataclass(frozen=True)
class Spread:
    """A metric over samples of all that is in doubt.

    Attributes
    ----------
    metric : str
    values : ndarray, shape (n,)
        Declared unit; NaN where a sample has no service.
    p10, p50, p90, mean : float
    earns, holds : float
        Share of the samples whose gross margin is above zero, and in which every limit holds.
    inputs : mapping of key to ndarray, shape (n,)
        What was drawn, declared units; the model's own error as a factor.
    """

    metric: str
    values: Floats
    p10: float
    p50: float
    p90: float
    mean: float
    earns: float
    holds: float
    inputs: Mapping[str, Floats]


@dataclass(frozen=True)
class Bar:
    """What one input in doubt does to a metric.

    Attributes
    ----------
    key, label : str
    p10, p90 : float
        Of the input, declared unit; of the model's own error as a factor.
    low, high : float
        The metric there, all else as it stands, declared unit; NaN where nothing is served.
    grade : str
        What the doubt rests on.
    """

    key: str
    label: str
    p10: float
    p90: float
    low: float
    high: float
    grade: str


@dataclass(frozen=True)
class Contribution:
    """What a change between two scenarios adds to the difference of a metric, whatever the order of changes.

    Attributes
    ----------
    label, role : str
    inputs : tuple of str
        Keys that change with it.
    value : float
        Declared unit of the metric; all values add up to the difference.
    """

    label: str
    role: str
    inputs: tuple[str, ...]
    value: float


@dataclass(frozen=True)
class Comparison:
    """Two scenarios beside each other.

    Attributes
    ----------
    inputs : tuple of Row
        Those that differ: `key`, `label`, `unit`, `values` and `texts` of both, `role`, `sources`.
    figures : mapping of metric to (float, float)
        Declared units, NaN where there is none.
    metric : str
    steps : tuple of Contribution
        Of the difference of `metric`.
    """

    inputs: tuple[Row, ...]
    figures: Mapping[str, tuple[float, float]]
    metric: str
    steps: tuple[Contribution, ...]
