"""Predictions in bulk: every case's scenario through the ordinary engine, one compiled pass for all.

A fit makes a `Batch` once, changes columns of its records and predicts again, hundreds of times.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.drivers import points as evaluate_points
from engine.metrics import BINDING
from engine.parameters import RECORD, WIDTH
from engine.validation.mapping import Case
from engine.validation.measures import MEASURES

#: What is predicted for each case, SI; NaN where the engine refuses the point.
PREDICTED: Final = np.dtype(
    [(name, np.float64) for name in (*MEASURES, "batch", "batch_limit", "feasible", "binding")]
)
#: What was measured of each case, SI; NaN where the row has none.
MEASURED: Final = np.dtype([(name, np.float64) for name in MEASURES])
#: Measure -> metric by statistic.
_METRICS: Final = {
    "tpot": {"mean": "tpot_mean", "p50": "tpot_p50", "step": "step_time"},
    "ttft": {"mean": "ttft_mean", "p50": "ttft_p50", "last": "ttft_p99"},
    "e2e": {"mean": "e2e_mean", "p50": "e2e_p50"},
}


class Batch:
    """Cases with their records, ready to be predicted again and again."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self.cases = tuple(cases)
        self.records = records(self.cases)
        self._replicas = np.array([case.replicas for case in self.cases])

    def __len__(self) -> int:
        return len(self.cases)

    @cached_property
    def measured(self) -> NDArray[np.void]:
        """Return what was measured, shape (n,), dtype `MEASURED`."""
        made: NDArray[Any] = np.zeros(len(self.cases), MEASURED)
        for name in MEASURES:
            found = (case.measured.get(name) for case in self.cases)
            made[name] = [np.nan if one is None else one.value for one in found]
        return made

    @cached_property
    def _statistics(self) -> dict[str, NDArray[np.str_]]:
        return {name: np.array([_statistic(case, name) for case in self.cases]) for name in _METRICS}

    def labels(self, dimension: str) -> NDArray[np.str_]:
        """Return the label of each case in `dimension`, shape (n,)."""
        return np.array([case.labels[dimension] for case in self.cases], dtype=np.str_)

    def predict(
        self, records: NDArray[np.void] | None = None, rows: NDArray[np.intp] | None = None
    ) -> NDArray[np.void]:
        """Return predictions of the cases' own records, or of altered ones of the same order.

        Parameters
        ----------
        records : ndarray, shape (n,), dtype `parameters.RECORD`
        rows : ndarray of int, shape (m,), optional
            Only these cases.

        Returns
        -------
        ndarray, shape (n,) or (m,), dtype `PREDICTED`
        """
        every: slice | NDArray[np.intp] = slice(None) if rows is None else rows
        used = (self.records if records is None else records)[every]
        metrics = evaluate_points(used)
        made: NDArray[Any] = np.zeros(len(used), PREDICTED)
        for name, keys in _METRICS.items():
            for statistic, key in keys.items():
                asked = self._statistics[name][every] == statistic
                made[name][asked] = metrics[key][asked]
        made["throughput"] = (
            metrics["replica_rate"] * used["workload"]["output_tokens"] * self._replicas[every]
        )
        # Benchmarks meter boards alone, without host, network and building.
        made["energy"] = metrics["board_energy_per_output_token"]
        for name in ("batch", "batch_limit", "binding"):
            made[name] = metrics[name]
        # Limits are wide open: what is refused has no latency at all.
        made["feasible"] = np.isfinite(metrics["tpot_mean"])
        return made


def _statistic(case: Case, name: str) -> str:
    found = case.measured.get(name)
    return "mean" if found is None else found.statistic


def records(cases: Sequence[Case]) -> NDArray[np.void]:
    """Return the row each case's scenario is to the kernels, shape (n,), dtype `parameters.RECORD`."""
    flat = np.empty((len(cases), WIDTH))
    for row, case in zip(flat, cases, strict=True):
        # Of a copy: a scenario keeps the record made of it, which thousands of cases need this once.
        row[:] = replace(case.scenario).to_record().view(np.float64)
    return flat.view(RECORD).reshape(len(cases))


def predict(cases: Sequence[Case]) -> NDArray[np.void]:
    """Return the predictions of `cases`, shape (n,), dtype `PREDICTED`."""
    return Batch(cases).predict()


def refusal(predicted: np.void) -> str:
    """Return why the engine serves no such point, empty where it does."""
    if predicted["feasible"]:
        return ""
    return BINDING[int(predicted["binding"])][1]
