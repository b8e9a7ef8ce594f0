"""Many evaluations that differ in many inputs at once: rows of numbers laid over one scenario."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.drivers import precompile
from engine.drivers.fill import numbers
from engine.drivers.point import fill_points
from engine.metrics import METRICS, RECORD
from engine.parameters import RECORD as INPUTS
from engine.parameters import TIERS, WIDTH
from engine.scenario import Scenario

Floats = NDArray[np.float64]

#: Rows evaluated between two looks at whether they are still wanted.
CHUNK: Final = 512
#: Threads beside the one that asks, and the least rows worth waking them for.
HELPERS: Final = max(0, min(3, (os.cpu_count() or 1) - 1))
WORTH_HELP: Final = 1024
_PLACES: Final = {key: place for place, key in enumerate(METRICS)}


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=max(1, HELPERS), thread_name_prefix="engine")


def shared(work: Callable[[int], None], count: int, helpers: int, cancelled: Callable[[], bool]) -> bool:
    """Do `work(0)` to `work(count - 1)` with `helpers` threads beside this one; False if `cancelled`.

    Every thread draws its next piece from one counter, as surfaces do.
    """
    pieces = iter(range(count))

    def go() -> None:
        for piece in pieces:
            if cancelled():
                return
            work(piece)

    helping = [_pool().submit(go) for _ in range(helpers)]
    go()
    for helper in helping:
        helper.result()
    return not cancelled()


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
        flat = scenario.to_records().view(np.float64).ravel()
        # Of a service that nothing routes only the first tier is read.
        self._tiers = TIERS if scenario.routed or _routes(positions) else 1
        self._base = flat[: self._tiers * WIDTH].copy()
        self._kept = [(place, j) for j, place in enumerate(positions) if place < self._base.size]
        self._wanted = np.array([_PLACES[key] for key in metrics], np.int64)
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
        size = stop - start
        rows: Floats = np.empty((size, self._base.size))
        rows[:] = self._base
        for place, j in self._kept:
            rows[:, place] = values[j, start:stop]
        records = rows.reshape(-1).view(INPUTS).reshape(size, self._tiers)
        made: NDArray[Any] = np.zeros(size, RECORD)
        fill_points(records, made, 0, size)
        out[:, start:stop] = numbers(made)[:, self._wanted].T


def _routes(positions: Sequence[int]) -> bool:
    """Return whether a position decides which tiers there are."""
    from engine.parameters import POSITIONS

    first = {POSITIONS[key] for key in POSITIONS if key.startswith("routing.")}
    return any(place in first for place in positions)
