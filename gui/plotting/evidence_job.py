"""The job of the evidence view: which measured points speak for the scenario, and how far off it is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.drivers import Point, point
from engine.evidence import Judgement, Regime, judge, regime_of
from engine.evidence.own import corrections, with_corrections
from engine.evidence.table import shipped
from engine.scenario import Scenario
from gui import shown_units
from gui.plotting.evidence_store import STEPS, Mask, Rows
from gui.shown_units import METRICS

Floats = NDArray[np.float64]

#: Scopes from the nearest to all.
SCOPES: Final = MappingProxyType(
    {
        "near": "this part, class, precision",
        "part": "this part",
        "family": "its family",
        "all": "everything measured",
        "own": "my benchmark",
    }
)
#: Quantity -> (metric that tells it of a scenario, name on screen).
SHOWN: Final = MappingProxyType(
    {
        "tpot": ("tpot_mean", "TPOT"),
        "ttft": ("ttft_mean", "TTFT"),
        "throughput": ("throughput_per_accelerator", "Output tokens/s"),
        "e2e": ("e2e_mean", "End to end"),
        "energy": ("energy_per_output_token", "Energy per token"),
    }
)
UNITS: Final = MappingProxyType(
    {
        "tpot": ("ms", 1e3),
        "ttft": ("s", 1.0),
        "throughput": ("tokens/s", 1.0),
        "e2e": ("s", 1.0),
        "energy": ("J", 1.0),
    }
)
#: Most groups told apart, by colour or as bars; the rest are "other".
MOST_COLOURS: Final = 6
MOST_BARS: Final = 9


@dataclass(frozen=True)
class EvidenceSettings:
    """What an evidence job is made for: quantity, scope, and what rows are coloured and grouped by."""

    quantity: str = "tpot"
    scope: str = "near"
    colour: str = "engine"
    group: str = "concurrency"


@dataclass(frozen=True, slots=True)
class Bar:
    """Error of one group: how many rows, and the percentiles of predicted over measured, less one."""

    label: str
    count: int
    low: float
    middle: float
    high: float
    error: float


@dataclass(frozen=True)
class EvidenceResult:
    """A frame of the evidence view.

    Attributes
    ----------
    settings, scenario, regime
    scope : str
        The scope shown: a wider one than asked for where that holds no row.
    rows : Rows or None
        What is shown, None while it is read; `index` its rows, shape (n,).
    measured, predicted : ndarray, shape (n,)
        In the unit of `UNITS`.
    suspect : bool array, shape (n,)
    colours : tuple of str, `hue` : int array, shape (n,)
        Names told apart by colour, and which each row has; -1 for others.
    bars : tuple of Bar
    error : float
        Median absolute error of the rows shown that are not suspect; NaN without any.
    judgement : Judgement
        What the shipped evidence says of the scenario.
    value : float
        What is predicted for the scenario, in the unit; NaN where it is not served.
    coverage : (rows, share) or None
        How many rows kept apart there are, and how many of them lie in their band.
    """

    settings: EvidenceSettings
    scenario: Scenario
    regime: Regime
    scope: str
    rows: Rows | None
    index: NDArray[np.int64]
    measured: Floats
    predicted: Floats
    suspect: Mask
    colours: tuple[str, ...]
    hue: NDArray[np.int64]
    bars: tuple[Bar, ...]
    error: float
    judgement: Judgement
    value: float
    coverage: tuple[int, float] | None
    point: Point

    @property
    def loading(self) -> bool:
        """Return whether the rows are still being read."""
        return self.rows is None

    @property
    def bought(self) -> bool:
        """Return whether tokens are bought, so that no machine is predicted."""
        return self.scenario.get("finance.supply") == "api"

    @property
    def unit(self) -> str:
        """Return the unit of all figures."""
        return shown_units.seen(UNITS[self.settings.quantity][0])[1]


class EvidenceJob:
    """Computes `EvidenceResult`; see `gui.views.base.Job`."""

    def __init__(self, settings: EvidenceSettings, rows: Rows | None, own: Rows | None) -> None:
        self.settings, self._rows, self._own = settings, rows, own

    def run(
        self, scenario: Scenario, baseline: Scenario, coarse: bool, cancelled: Callable[[], bool]
    ) -> EvidenceResult | None:
        """Return a frame, or None when `cancelled` turned true."""
        del baseline, coarse
        s = self.settings
        here, regime = point(scenario), regime_of(scenario)
        rows = self._rows
        if s.scope == "own" and self._own is not None:
            verdict = with_corrections(self._own.verdict, corrections(scenario))
            rows = replace(self._own, verdict=verdict)
        scope, index = s.scope, np.zeros(0, np.int64)
        unit, factor = UNITS[s.quantity]
        factor *= shown_units.seen(unit)[0]
        if rows is not None:
            scope, index = chosen(rows, regime, s, own=rows is not self._rows)
        if cancelled():
            return None
        measured, predicted, suspect = _figures(rows, index, s.quantity, factor)
        names, hue = _hues(rows, index, s.colour)
        kept = ~suspect if scope != "own" else np.ones(index.size, bool)
        errors = predicted[kept] / measured[kept] - 1.0
        batch = here.base("batch")
        return EvidenceResult(
            settings=s,
            scenario=scenario,
            regime=regime,
            scope=scope,
            rows=rows,
            index=index,
            measured=measured,
            predicted=predicted,
            suspect=suspect,
            colours=names,
            hue=hue,
            bars=_bars(rows, index[kept], errors, s.group),
            error=float(np.median(np.abs(errors))) if errors.size else float("nan"),
            judgement=judge(s.quantity, regime, round(batch) if np.isfinite(batch) else 0),
            value=float("nan")
            if scenario.get("finance.supply") == "api"
            else _value(here, s.quantity) * factor,
            coverage=_coverage(s.quantity),
            point=here,
        )


def chosen(
    rows: Rows, regime: Regime, s: EvidenceSettings, *, own: bool = False
) -> tuple[str, NDArray[np.int64]]:
    """Return the scope that has rows, from the one asked for outwards, and its rows."""
    measured = rows.verdict.batch.measured[s.quantity]
    predicted = rows.verdict.predicted[s.quantity]
    told = np.isfinite(measured) & np.isfinite(predicted) & (measured > 0.0) & (predicted > 0.0)
    if own:
        return "own", np.flatnonzero(told)
    field = rows.fields
    part = told & (field["part"] == regime.part)
    family = told & (field["family"] == regime.family) if regime.family else part
    masks = {
        "near": part & (field["sort"] == regime.sort) & (field["precision"] == regime.precision),
        "part": part,
        "family": family,
        "all": told,
    }
    order = list(masks)
    for name in order[order.index(s.scope) if s.scope in order else 0 :]:
        if masks[name].any():
            return name, np.flatnonzero(masks[name])
    return "all", np.flatnonzero(told)


def _figures(
    rows: Rows | None, index: NDArray[np.int64], quantity: str, factor: float
) -> tuple[Floats, Floats, Mask]:
    if rows is None:
        return np.zeros(0), np.zeros(0), np.zeros(0, bool)
    measured = rows.verdict.batch.measured[quantity][index] * factor
    predicted = rows.verdict.predicted[quantity][index] * factor
    return measured, predicted, rows.suspect[index]


def _hues(
    rows: Rows | None, index: NDArray[np.int64], dimension: str
) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    """Return the most frequent labels, most first, and which each row has."""
    if rows is None or not index.size:
        return (), np.zeros(0, np.int64)
    labels = rows.fields[dimension][index]
    names, counts = np.unique(labels, return_counts=True)
    order = _order(names, counts, dimension)
    kept = tuple(str(names[i]) for i in order[:MOST_COLOURS])
    hue = np.full(index.size, -1, np.int64)
    for i, name in enumerate(kept):
        hue[labels == name] = i
    return kept, hue


def _order(names: NDArray[np.str_], counts: NDArray[np.int64], dimension: str) -> NDArray[np.int64]:
    """Return the order of labels: the largest first, but ranges and splits in an order of their own."""
    if dimension == "split" or dimension in STEPS:
        return np.asarray(np.argsort(names), np.int64)
    return np.asarray(np.argsort(-counts, kind="stable"), np.int64)


def _bars(rows: Rows | None, index: NDArray[np.int64], errors: Floats, dimension: str) -> tuple[Bar, ...]:
    if rows is None or not index.size:
        return ()
    labels = rows.fields[dimension][index]
    names, counts = np.unique(labels, return_counts=True)
    made = []
    for i in _order(names, counts, dimension)[:MOST_BARS]:
        own = errors[labels == names[i]]
        low, middle, high = (float(end) for end in np.quantile(own, (0.1, 0.5, 0.9)))
        made.append(Bar(str(names[i]), int(counts[i]), low, middle, high, float(np.median(np.abs(own)))))
    return tuple(made)


def _value(here: Point, quantity: str) -> float:
    key = SHOWN[quantity][0]
    if quantity == "energy" and "board_energy_per_output_token" in METRICS:
        key = "board_energy_per_output_token"
    value = here.base(key)
    return value * here.base("accelerators_per_replica") if quantity == "throughput" else value


def _coverage(quantity: str) -> tuple[int, float] | None:
    found = shipped()[quantity].coverage
    return (found["rows"][1], found["validate"]) if "validate" in found else None
