"""A surface of which a few metrics were asked for; the others are there too, for whoever asks.

Two hundred and fifty metrics of every node are 18 MB: writing them takes a tenth of a surface, and what is
kept in caches for painting makes room for them. A frame of a drag reads a dozen.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.drivers.grid import Axis, SurfaceJob
from engine.drivers.moves import moved, places
from engine.drivers.point import Point
from engine.metrics import METRICS
from engine.scenario import Scenario

Floats = NDArray[np.float64]


class ColumnSurface:
    """Metrics over two axes, each at its first question, the asked ones at once.

    Attributes
    ----------
    x, y : Axis
    """

    def __init__(self, scenario: Scenario, x: Axis, y: Axis, columns: Mapping[str, Floats]) -> None:
        self.x, self.y = x, y
        self._scenario = scenario
        self._columns = dict(columns)

    @classmethod
    def of(
        cls,
        scenario: Scenario,
        x: Axis,
        y: Axis,
        metrics: Sequence[str],
        cancelled: Callable[[], bool] = lambda: False,
    ) -> "ColumnSurface | None":
        """Return the surface of `scenario` with `metrics` at hand, or None where `cancelled` turned true."""
        xs, ys = x.base, y.base
        # The later move holds where an axis moves what the other one moves: as in a grid, x.
        at = np.array([[places(scenario, y.key), places(scenario, x.key)]], np.int64)
        values = np.empty((ys.size, xs.size, 2))
        values[:, :, 0], values[:, :, 1] = ys[:, None], xs
        found = moved(scenario.to_records(), at, values.reshape(-1, 2), metrics, cancelled)
        if found is None:
            return None
        each = np.ascontiguousarray(found.T).reshape(len(metrics), ys.size, xs.size)
        return cls(scenario, x, y, dict(zip(metrics, each, strict=True)))

    @property
    def size(self) -> int:
        """Return the number of nodes."""
        return self.x.values.size * self.y.values.size

    @cached_property
    def metrics(self) -> NDArray[np.void]:
        """Return every metric, shape (ny, nx), row 0 at the lowest y; evaluated at the first question."""
        found = SurfaceJob(self._scenario, self.x, self.y).run()
        assert found is not None
        return found.metrics

    def base(self, key: str) -> Floats:
        """Return metric `key` in base units, shape (ny, nx)."""
        if key not in self._columns:
            self._columns[key] = np.ascontiguousarray(self.metrics[key])
        return self._columns[key]

    def shown(self, key: str) -> Floats:
        """Return metric `key` in its display unit, shape (ny, nx)."""
        return self.base(key) * METRICS[key].shown(1.0)

    def node(self, row: int, column: int) -> Point:
        """Return every metric at one node, without the others."""
        x, y = (
            Axis(axis.key, axis.values[at : at + 1], axis.log)
            for axis, at in ((self.x, column), (self.y, row))
        )
        found = SurfaceJob(self._scenario, x, y).run()
        assert found is not None
        return Point(found.metrics[0])
