"""A benchmark of the user's own: how the model does on it, and the factors that would set it right."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.parameters import POSITIONS, SPECS
from engine.scenario import Scenario
from engine.validation import points
from engine.validation.report import Verdict, judge

#: Correction -> the quantity that sets it.
SET_BY: Final[Mapping[str, str]] = MappingProxyType(
    {"correction.decode": "tpot", "correction.prefill": "ttft", "correction.power": "energy"}
)
#: One moves the other: TPOT holds prefills, TTFT decode steps.
_ROUNDS: Final = 12
_CLOSE: Final = 1e-4


@dataclass(frozen=True)
class OwnBenchmark:
    """A file of measured points of the user's own, judged.

    Attributes
    ----------
    name : str
        Of the file.
    verdict : Verdict
    factors : mapping of `correction.*` key to float
        What the model must be multiplied by to meet these points in the median; only what they tell.
    """

    name: str
    verdict: Verdict
    factors: Mapping[str, float]

    @property
    def rows(self) -> int:
        """Return how many rows could be judged."""
        return len(self.verdict.batch)


def read_own(path: str | Path) -> OwnBenchmark:
    """Return the benchmark in CSV file `path`; raise `PointsError` in one line that tells the cure."""
    given = points.read(path)
    if not given:
        raise points.PointsError(f"{path} has a header and no rows; give one line for each measured point")
    verdict = judge(given)
    if not verdict.batch.cases:
        first = verdict.unmapped[0]
        told = f"{first.point.point_id}: {first.reason}"
        raise points.PointsError(f"{Path(path).name}: none of {len(given)} rows can be judged; {told}")
    return OwnBenchmark(Path(path).name, verdict, factors(verdict))


def factors(verdict: Verdict) -> Mapping[str, float]:
    """Return the corrections that bring the medians of measured over predicted to one.

    Decode follows TPOT, prefill TTFT, power the energy; where neither time was measured both follow
    output per second. Rows marked suspect count too: here they are the user's own.
    """
    measured = verdict.batch.measured
    records = verdict.batch.records
    found: dict[str, float] = {}
    predicted = verdict.predicted
    for _ in range(_ROUNDS):
        step = _step(measured, predicted)
        for key, ratio in step.items():
            low, high = SPECS[key].low, SPECS[key].high
            found[key] = min(max(found.get(key, 1.0) * ratio, low), high)
        if all(abs(ratio - 1.0) < _CLOSE for ratio in step.values()):
            break
        predicted = verdict.batch.predict(corrected_records(records, found))
    return MappingProxyType({key: float(f"{value:.4g}") for key, value in found.items()})


def corrected_records(records: NDArray[np.void], found: Mapping[str, float]) -> NDArray[np.void]:
    """Return `records` with the corrections `found`, shape (n,)."""
    made = records.copy()
    flat = made.view(np.float64).reshape(made.shape[0], -1)
    for key, value in found.items():
        flat[:, POSITIONS[key]] = value
    return made


def with_corrections(verdict: Verdict, found: Mapping[str, float]) -> Verdict:
    """Return `verdict` predicted anew with the corrections `found`."""
    if not found:
        return verdict
    records = corrected_records(verdict.batch.records, found)
    return replace(verdict, predicted=verdict.batch.predict(records))


def _step(measured: NDArray[np.void], predicted: NDArray[np.void]) -> dict[str, float]:
    step = {
        key: ratio
        for key, name in SET_BY.items()
        if (ratio := _median_ratio(measured[name], predicted[name])) is not None
    }
    if not {"correction.decode", "correction.prefill"} & set(step):
        ratio = _median_ratio(predicted["throughput"], measured["throughput"])
        if ratio is not None:
            step |= {"correction.decode": ratio, "correction.prefill": ratio}
    return step


def _median_ratio(above: NDArray[np.float64], below: NDArray[np.float64]) -> float | None:
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = above / below
    known = ratio[np.isfinite(ratio) & (ratio > 0.0)]
    return float(np.exp(np.median(np.log(known)))) if known.size else None


def correct(scenario: Scenario, own: OwnBenchmark) -> Scenario:
    """Return `scenario` with the factors of `own` in its inputs, each with the benchmark as its source."""
    made = scenario.with_values(own.factors)
    rows = f"{own.rows:,} row{'' if own.rows == 1 else 's'}"
    for key in own.factors:
        made = made.annotate(key, source=f"own benchmark {own.name}, {rows}")
    return made


def uncorrect(scenario: Scenario) -> Scenario:
    """Return `scenario` without corrections."""
    made = scenario.with_values({key: SPECS[key].default for key in SET_BY})
    for key in SET_BY:
        made = made.annotate(key, source="")
    return made


def corrections(scenario: Scenario) -> Mapping[str, float]:
    """Return the corrections in force in `scenario`."""
    return {key: scenario.number(key) for key in SET_BY if scenario.number(key) != SPECS[key].default}
