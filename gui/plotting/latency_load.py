"""What the latency view calls load: the input that carries it, its axis, the way from a place to edits."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.drivers import Axis, Line, Point, line
from engine.scenario import Scenario, Value, spec_of
from gui.language import say
from gui.plotting import text
from gui.plotting.contours import Floats

#: Nodes of a curve.
COUNT: Final = 96
SHARE: Final = "deployment.load_share"
CONCURRENCY: Final = "deployment.concurrency"
CAP: Final = "deployment.batch_cap"
MODE: Final = "deployment.load"
#: Modes whose load is not a share of capacity, and the input it is then.
_OWN_AXIS: Final = {"closed": CONCURRENCY, "static": CONCURRENCY, "offline": CAP}
#: Open arrivals are drawn a little past saturation.
_PAST: Final = 1.05
_MOST: Final = 0.999


@dataclass(frozen=True, slots=True)
class LoadAxis:
    """The horizontal axis of the latency view.

    Attributes
    ----------
    key : str
        The input swept: the share of capacity of open arrivals, or the requests kept in flight.
    base : Scenario
        What is swept: the scenario, loaded by `key`.
    low, high : float
        Ends of the axis, unit of `key`.
    log : bool
    """

    key: str
    base: Scenario
    low: float
    high: float
    log: bool

    @property
    def is_share(self) -> bool:
        """Whether the load is a share of capacity."""
        return self.key == SHARE

    def unit(self, values: Floats) -> Floats:
        """Return places 0-1 along the axis, unclipped; NaN stays."""
        if self.log:
            return np.asarray(np.log(np.maximum(values, 1e-9) / self.low) / math.log(self.high / self.low))
        return np.asarray((values - self.low) / (self.high - self.low))

    def at(self, value: float) -> float:
        """Return the place of one value."""
        return float(self.unit(np.array([value]))[0])

    def value(self, place: float) -> float:
        """Return the value at `place`, kept inside what can be asked for."""
        place = min(1.0, max(0.0, place))
        if self.log:
            return float(self.low * (self.high / self.low) ** place)
        return float(min(max(self.low + (self.high - self.low) * place, 0.005), _MOST))

    def nodes(self) -> Floats:
        """Return where the curve is computed: closer together towards saturation."""
        steps = np.linspace(0.0, 1.0, COUNT)
        if self.log:
            return np.asarray(np.geomspace(self.low, self.high, COUNT))
        return 0.005 + (_MOST - 0.005) * (1.0 - (1.0 - steps) ** 1.6)

    def sweep(self, nodes: Floats | None = None) -> Line:
        """Return every metric at `nodes`, or along the whole axis."""
        at = self.nodes() if nodes is None else nodes
        if spec_of(self.key).whole:
            at = np.round(at)
        return line(self.base, Axis(self.key, at, self.log))

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Return (value, text) of the named loads."""
        if not self.log:
            return tuple((n / 10, f"{n * 10} %") for n in range(0, 11, 2))
        first, last = math.ceil(math.log2(self.low) - 1e-9), math.floor(math.log2(self.high) + 1e-9)
        every = 1 if last - first <= 8 else 2
        return tuple((2.0**n, f"{2**n:,}") for n in range(first, last + 1, every))

    def title(self) -> str:
        """Return the title of the axis."""
        return "Load, share of capacity" if self.is_share else text.axis_title(spec_of(self.key))

    def words(self, value: float) -> str:
        """Return a load as in a sentence: "78 % load", "64 in flight", "64 at once"."""
        if self.is_share:
            return say("{percent} load", percent=_percent(value))
        said = self.chip(value)
        if self.key == CAP:
            return say("a batch cap of {said}", said=said)
        return (
            say("{said} at once", said=said)
            if self.base.get(MODE) == "static"
            else say("{said} in flight", said=said)
        )

    def chip(self, value: float) -> str:
        """Return a load as on the axis."""
        if self.is_share:
            return _percent(value)
        return f"{value:.0f}" if 10.0 <= value < 1e4 else text.number(value)


def _percent(value: float) -> str:
    return f"{value * 100:.0f} %" if value >= 0.0995 else f"{value * 100:.2g} %"


def load_axis(scenario: Scenario, limit: float) -> LoadAxis:
    """Return the axis for `scenario`, whose replica runs at most `limit` sequences (NaN: not known)."""
    mode = str(scenario.get(MODE))
    key = _OWN_AXIS.get(mode, SHARE)
    if key == SHARE:
        return LoadAxis(key, scenario.with_value(MODE, "share"), 0.0, _PAST, log=False)
    most = max(1.15 * limit if limit >= 1.0 else 1.0, scenario.number(key), 8.0)
    return LoadAxis(key, scenario, 1.0, 2.0 ** (math.floor(math.log2(most)) + 1), log=True)


def place_of(axis: LoadAxis, scenario: Scenario, point: Point) -> float:
    """Return the load of the scenario itself in the axis' unit; infinity where it exceeds capacity."""
    if not axis.is_share:
        return scenario.number(axis.key)
    share = point.base("load")
    return share if math.isfinite(share) else math.inf


def edits(axis: LoadAxis, scenario: Scenario, swept: Line, to: float) -> Mapping[str, Value]:
    """Return the inputs that put `scenario` at load `to` (unit of `axis`), as its own mode sets a load.

    None where no load along the curve is served, so that none can be told in the terms of that mode.

    Parameters
    ----------
    swept : Line
        The curve along `axis`.
    """
    if not axis.is_share:
        whole = spec_of(axis.key).whole or to >= 10.0
        return {axis.key: float(round(to)) if whole else _three(to)}
    mode = scenario.get(MODE)
    if mode == "concurrency":
        known = np.isfinite(swept.metrics["batch"])
        if not known.any():
            return {}
        batch = np.interp(to, swept.x.values[known], swept.metrics["batch"][known])
        return {CONCURRENCY: _three(max(float(batch), 0.01))}
    if mode == "replicas":
        if not np.isfinite(swept.metrics["replica_capacity"]).any():
            return {}
        return {"deployment.replicas": _replicas(scenario, swept, to)}
    share = {SHARE: float(f"{to:.3f}")}
    return share if mode == "share" else {MODE: "share", **share}


def _replicas(scenario: Scenario, swept: Line, share: float) -> float:
    capacity = float(np.nanmax(swept.metrics["replica_capacity"]))
    spare = scenario.number("fleet.spare_share")
    if scenario.get("reliability.regions") == "two":
        spare += scenario.number("reliability.failover")
    wanted = float(swept.metrics["peak_rate"][0]) * (1.0 + spare)
    return float(max(1, round(wanted / (share * capacity))))


def _three(value: float) -> float:
    return float(f"{value:.3g}")
