"""Many evaluations that differ in many inputs at once: rows of numbers laid over one scenario."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.drivers import precompile
from engine.drivers.moves import columns, fill_band
from engine.drivers.threads import HELPERS, WORTH_HELP, shared
from engine.scenario import Scenario

Floats = NDArray[np.float64]

#: Rows evaluated between two looks at whether they are still wanted.
CHUNK: Final = 512


class Scatter:
    """Evaluates rows that differ from one scenario at given places.

    Parameters
    ----------
    scenario : Scenario
    positions : sequence of int
        Places in the records of all tiers as numbers, `engine.drivers.Axis.positions`.
    metrics : sequence of str
        What is kept of each row.
    """

    def __init__(self, scenario: Scenario, positions: Sequence[int], metrics: Sequence[str]) -> None:
        self._base = scenario.to_records()
        self._at = np.array(positions, np.int64).reshape(1, -1, 1)
        self._wanted = columns(metrics)
        self.width = len(positions)

    def run(
        self, values: Floats, cancelled: Callable[[], bool] = lambda: False, *, helpers: int | None = None
    ) -> Floats | None:
        """Return the metrics of every row in base units, shape (metrics, n); None if `cancelled`.

        Parameters
        ----------
        values : ndarray, shape (positions, n)
            What stands at each position, in base units.
        """
        precompile.ensure()
        count = values.shape[1]
        out = np.empty((self._wanted.size, count))
        pieces = -(-count // CHUNK)
        most = HELPERS if helpers is None else helpers
        some = most if count >= WORTH_HELP else 0

        def work(piece: int) -> None:
            start = piece * CHUNK
            self.fill(values, out, start, min(start + CHUNK, count))

        return out if shared(work, pieces, some, cancelled) else None

    def fill(self, values: Floats, out: Floats, start: int, stop: int) -> None:
        """Fill columns `start` to `stop` of `out`, shape (metrics, n), from those of `values`."""
        rows = np.ascontiguousarray(values[:, start:stop].T)
        made = np.empty((stop - start, self._wanted.size))
        fill_band(self._base, self._at, rows, self._wanted, made, (0, stop - start))
        out[:, start:stop] = made.T
