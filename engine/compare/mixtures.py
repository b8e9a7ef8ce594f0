"""Mixtures of two scenarios: some of the changes made, the others not, evaluated by the thousand."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.compare.changes import Change, changes
from engine.compare.shapley import Floats
from engine.drivers.moves import moved
from engine.scenario import Scenario

Mask = NDArray[np.bool_]


class Mixtures:
    """Every mixture of two scenarios.

    Parameters
    ----------
    a, b : Scenario
    metric : str
    found : sequence of Change
        `changes(a, b)` where it is known already.
    factors : bool
        Whether values are logarithms, so that what is added up is factors.
    cancelled : callable
        Whether nobody waits for the answer any more.

    Attributes
    ----------
    evaluations, broken : int
        Mixtures evaluated so far, and those of them that break a limit and have a value all the same.
    """

    def __init__(
        self,
        a: Scenario,
        b: Scenario,
        metric: str,
        found: Sequence[Change] | None = None,
        *,
        factors: bool = False,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self.a, self.b, self.metric, self.factors = a, b, metric, factors
        self.changes = tuple(changes(a, b) if found is None else found)
        self.cancelled = cancelled
        self._records = a.to_records()
        none = np.zeros(0, np.int64)
        owners = [np.full(change.cells.size, i, np.int64) for i, change in enumerate(self.changes)]
        cells = np.concatenate([none, *(change.cells for change in self.changes)])
        self._owner = np.concatenate([none, *owners])
        self._at = cells.reshape(1, -1, 1)
        self._from = self._records.view(np.float64).ravel()[cells]
        self._to = b.to_records().view(np.float64).ravel()[cells]
        self.evaluations = self.broken = 0

    def values(self, made: Mask) -> Floats:
        """Return the metric where the changes `made`, shape (n, changes), are made, shape (n,).

        Base units, or their logarithm; NaN where nothing can be served, or the metric has no meaning.

        Raises
        ------
        CancelledError
        """
        values = np.where(made[:, self._owner], self._to, self._from)
        found = moved(self._records, self._at, values, (self.metric, "feasible"), self.cancelled)
        if found is None:
            raise CancelledError
        able = np.isfinite(found[:, 0]) & ((found[:, 0] > 0.0) | (not self.factors))
        self.evaluations += len(made)
        self.broken += int((able & (found[:, 1] != 1.0)).sum())
        if self.factors:
            return np.log(np.where(able, found[:, 0], np.nan))
        return np.where(able, found[:, 0], np.nan)


class CancelledError(Exception):
    """Nobody waits for the answer any more."""
