"""Figures of several scenarios side by side, each against one of them."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from engine.drivers import Point, point
from engine.evidence import Band, bands
from engine.metrics import METRICS
from engine.scenario import Scenario

#: What is told first: money, latency, energy, size.
KPIS: Final = (
    "cost_per_output_token", "gross_margin", "margin_per_request", "breakeven_price", "ttft_p95", "tpot_p95",
    "energy_per_response", "utilization", "accelerators", "cost_rate",
)  # fmt: skip
#: Relative difference below which two figures are the same but for rounding.
_SAME: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric of one scenario.

    Attributes
    ----------
    value : float
        Base units; NaN where there is none.
    band : Band or None
    difference : float
        From the base, base units; NaN where either has no value, or it is a code.
    relative : float
        The difference over the size of the base's figure; NaN where that is zero.
    """

    value: float
    band: Band | None
    difference: float
    relative: float


@dataclass(frozen=True, slots=True)
class Compared:
    """Every metric of several scenarios.

    Attributes
    ----------
    scenarios : tuple of Scenario
    base : int
        Which of them differences are against.
    points : tuple of Point
    bands : tuple of mapping of metric to Band
        Worked out as they are asked for.
    """

    scenarios: tuple[Scenario, ...]
    base: int
    points: tuple[Point, ...]
    bands: tuple[Mapping[str, Band], ...]

    def figure(self, metric: str, index: int) -> Figure:
        """Return `metric` of scenario `index`."""
        value, base = self.points[index].base(metric), self.points[self.base].base(metric)
        difference, relative = _apart(value, base, coded=_coded(metric))
        return Figure(value, self.bands[index].get(metric), difference, relative)

    def differs(self, metric: str) -> bool:
        """Return whether any scenario has another figure than the base."""
        base = self.points[self.base].base(metric)
        return any(_other(one.base(metric), base) for one in self.points)


def compared(scenarios: Sequence[Scenario], base: int = 0) -> Compared:
    """Evaluate `scenarios`, to be told against scenario `base`."""
    points = tuple(point(scenario) for scenario in scenarios)
    spread = tuple(bands(s, here) for s, here in zip(scenarios, points, strict=True))
    return Compared(tuple(scenarios), base, points, spread)


def _coded(metric: str) -> bool:
    return METRICS[metric].codes is not None or metric == "feasible"


def _apart(value: float, base: float, *, coded: bool) -> tuple[float, float]:
    if coded or not (math.isfinite(value) and math.isfinite(base)):
        return math.nan, math.nan
    difference = value - base if _other(value, base) else 0.0
    return difference, difference / abs(base) if base else math.nan


def _other(value: float, base: float) -> bool:
    if math.isfinite(value) != math.isfinite(base):
        return True
    return math.isfinite(value) and abs(value - base) > _SAME * max(abs(value), abs(base))
