"""One or two parameters swept over a grid, every metric at each node."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.drivers.fill import fill_rows
from engine.drivers.threads import HELPERS, shared
from engine.errors import ParameterError
from engine.metrics import METRICS, RECORD
from engine.parameters import POSITIONS, TIERS, WIDTH
from engine.scenario import Scenario, spec_of
from engine.shapes import check_week
from engine.tier_keys import split

#: Rows between two looks at whether the surface is still wanted.
BAND = 8
#: Least nodes worth another thread.
_WORTH_HELP = 2048


@dataclass(frozen=True, slots=True)
class Axis:
    """A parameter and the values it takes.

    Attributes
    ----------
    key : str
    values : ndarray, shape (n,)
        In the parameter's declared unit; codes of the options for a choice.
    log : bool
        Whether the nodes are evenly spaced in the logarithm.
    """

    key: str
    values: NDArray[np.float64]
    log: bool

    @classmethod
    def over(cls, key: str, low: float, high: float, count: int, log: bool | None = None) -> "Axis":
        """Return `count` nodes from `low` to `high`; spaced as the parameter declares if `log` is None."""
        spec = spec_of(key)
        if not spec.numeric:
            raise ParameterError(key, f"{key} names a part and cannot be swept; choose a number or a choice")
        use_log = spec.scale == "log" if log is None else log
        if count < 2:
            raise ParameterError(key, f"{key}: a sweep needs at least 2 points, not {count}")
        if not (math.isfinite(low) and math.isfinite(high)) or low >= high:
            raise ParameterError(key, f"{key}: the sweep must rise, not run from {low:g} to {high:g}")
        if use_log and low <= 0:
            raise ParameterError(key, f"{key}: a logarithmic sweep must start above 0, not at {low:g}")
        for end in (low, high):
            spec.check(end) if spec.kind == "number" and not spec.whole else None
            if not spec.low <= end <= spec.high:
                spec.check(end)
        nodes = np.geomspace(low, high, count) if use_log else np.linspace(low, high, count)
        return cls(key, nodes, use_log)

    @classmethod
    def soft(cls, key: str, count: int) -> "Axis":
        """Return `count` nodes over the range seen in sources, or one node per option of a choice."""
        spec = spec_of(key)
        if spec.kind == "choice":
            return cls(key, np.array([float(option.code) for option in spec.options]), False)
        low = spec.soft_low
        log = spec.scale == "log" and low > 0
        return cls.over(key, low, spec.soft_high, count, log)

    @property
    def base(self) -> NDArray[np.float64]:
        """Return the nodes as the record holds them."""
        spec = spec_of(self.key)
        factor = 1.0 if spec.kind == "choice" else spec.encode(1.0)
        return np.ascontiguousarray(self.values * factor, dtype=np.float64)

    @property
    def position(self) -> int:
        """Return the field's place in the records of all tiers as numbers."""
        tier, plain = split(self.key)
        return (tier - 1) * WIDTH + POSITIONS[plain]

    def positions(self, scenario: Scenario) -> tuple[int, ...]:
        """Return every place that moves with this axis: a tier's own, and of tiers that inherit it."""
        tier, plain = split(self.key)
        check_week(scenario, plain)
        if tier > 1:
            return (self.position,)
        heirs = (n for n in range(2, TIERS + 1) if not scenario.own(f"tier{n}.{plain}"))
        return (self.position, *(self.position + (n - 1) * WIDTH for n in heirs))


@dataclass(frozen=True, slots=True)
class Line:
    """Metrics over one axis; `metrics` has shape (n,)."""

    x: Axis
    metrics: NDArray[np.void]

    def shown(self, key: str) -> NDArray[np.float64]:
        """Return metric `key` in its display unit, shape (n,)."""
        return np.asarray(self.metrics[key]) * METRICS[key].shown(1.0)


@dataclass(frozen=True, slots=True)
class Surface:
    """Metrics over two axes; `metrics` has shape (ny, nx), row 0 at the lowest y."""

    x: Axis
    y: Axis
    metrics: NDArray[np.void]

    def shown(self, key: str) -> NDArray[np.float64]:
        """Return metric `key` in its display unit, shape (ny, nx)."""
        return np.asarray(self.metrics[key]) * METRICS[key].shown(1.0)


class SurfaceJob:
    """A surface computed band by band, so that a newer wish can stop it."""

    def __init__(self, scenario: Scenario, x: Axis, y: Axis) -> None:
        self.x, self.y = x, y
        self._base = scenario.to_records()
        self._at = (x.positions(scenario), y.positions(scenario))
        self._xs, self._ys = x.base, y.base
        # Every metric of every node is written: setting 18 MB to zero before took a tenth of a surface.
        self._out: NDArray[Any] = np.empty((self._ys.size, self._xs.size), RECORD)

    def run(self, cancelled: Callable[[], bool] = lambda: False) -> Surface | None:
        """Return the surface, or None when `cancelled` turned true between two bands."""
        rows = self._ys.size

        def fill(piece: int) -> None:
            band = (piece * BAND, min((piece + 1) * BAND, rows))
            fill_rows(self._base, self._at, self._xs, self._ys, self._out, band)

        helpers = HELPERS if self._out.size >= _WORTH_HELP else 0
        whole = shared(fill, -(-rows // BAND), helpers, cancelled)
        return Surface(self.x, self.y, self._out) if whole else None


def line(scenario: Scenario, x: Axis) -> Line:
    """Sweep one parameter of `scenario` over `x`."""
    out: NDArray[Any] = np.zeros((1, x.values.size), RECORD)
    xs = x.base
    places = x.positions(scenario)
    fill_rows(scenario.to_records(), (places, places), xs, xs, out, (0, 1))
    return Line(x, out[0])


def surface(scenario: Scenario, x: Axis, y: Axis) -> Surface:
    """Sweep two parameters of `scenario`; they must differ."""
    if x.key == y.key:
        raise ParameterError(x.key, f"{x.key} cannot be both axes of a surface")
    result = SurfaceJob(scenario, x, y).run()
    assert result is not None
    return result
