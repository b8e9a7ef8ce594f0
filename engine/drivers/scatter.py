"""Many evaluations that differ in many inputs at once: rows of numbers laid over one scenario."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.drivers import precompile
from engine.drivers.fill import fill_moves, numbers, prepared, scratch
from engine.drivers.moves import columns
from engine.jit import readable
from engine.metrics import RECORD
from engine.scenario import Scenario

Floats = NDArray[np.float64]

#: Rows evaluated between two looks at whether they are still wanted.
CHUNK: Final = 512
#: Threads beside the one that asks, and the least rows worth waking them for.
HELPERS: Final = max(0, min(3, (os.cpu_count() or 1) - 1))
WORTH_HELP: Final = 1024


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
        own, flat = prepared(self._base)
        one: NDArray[Any] = np.zeros(1, RECORD)
        work, figures, room = scratch()
        rows = np.ascontiguousarray(values[:, start:stop].T)
        made = np.empty((stop - start, self._wanted.size))
        fill_moves(
            own, flat, self._at, rows, self._wanted, made, np.zeros(self._at.shape[1:]), readable(one),
            numbers(one), readable(work), figures, room, np.array([0, stop - start], np.int64),
        )  # fmt: skip
        out[:, start:stop] = made.T
