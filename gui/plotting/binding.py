"""What binds at each node of a surface: the limit that stops it, or what its steps wait for."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.drivers import Point, cause
from engine.metrics import BINDING
from engine.scenario import Scenario, spec_of
from gui import shown_units
from gui.language import say
from gui.plotting.contours import Contours, Floats, Mask, Polygons, soften
from gui.plotting.scales import AxisScale
from gui.plotting.surface_shapes import Grid

Codes = NDArray[np.uint8]

#: What may bind, in the order it is drawn and named: first what a served point waits for.
WORDS: Final[dict[str, str]] = {
    "bandwidth": "memory bandwidth",
    "compute": "arithmetic",
    "link": "interconnect",
    "host": "host and launches",
    "demand": "too little demand",
    "bought": "tokens are bought",
    "tpot": "TPOT limit",
    "ttft": "TTFT limit",
    "quality": "quality floor",
    "capacity": "over capacity",
    "memory": "memory",
    "layout": "layout impossible",
}
KINDS: Final = tuple(WORDS)
#: What leaves no figures: drawn over iso-lines, which end there.
BLOCKED: Final = frozenset({"quality", "capacity", "memory", "layout"})
#: Codes of `bound` in that order.
_WAITS: Final = ("bandwidth", "compute", "link", "host")
#: Metrics read of every node.
BINDS_READ: Final = ("bound", "binding", "load", "peak_rate", "replica_rate")
#: Below this share of its capacity a fleet of set size, or of one replica, waits for requests.
_IDLE: Final = 0.5
#: Uses of limits, of which the greatest tells which limit comes next.
_NEXT: Final = (("ttft_use", "TTFT"), ("tpot_use", "TPOT"), ("memory_use", "memory"))


#: Least share of a surface that its legend names.
SEEN: Final = 0.002


@dataclass(frozen=True, slots=True)
class Binds:
    """What binds where.

    Attributes
    ----------
    codes : uint8 array, shape (ny, nx)
        Place in `KINDS`.
    areas : tuple of (kind, Polygons)
        In the order they are drawn: each covers what is drawn after it, so that no gap is left.
    """

    codes: Codes
    areas: tuple[tuple[str, Polygons], ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return what can be seen: no name for a corner of a few points."""
        shares = np.bincount(self.codes.ravel(), minlength=len(KINDS)) / self.codes.size
        return tuple(kind for kind, _ in self.areas if shares[KINDS.index(kind)] >= SEEN)


def binding_codes(scenario: Scenario, base: Callable[[str], Floats], *, idle: bool = True) -> Codes:
    """Return what binds, as places in `KINDS`; `base` gives metrics in base units, all of one shape.

    Without `idle` nobody looks whether there is too little demand.
    """
    bound = base("bound")
    codes = np.full(bound.shape, KINDS.index("bought"), np.uint8)
    for code, kind in enumerate(_WAITS):
        codes[bound == code] = KINDS.index(kind)
    if idle:
        codes[_idle(scenario, base)] = KINDS.index("demand")
    stopped = base("binding")
    for code, (ident, _label) in BINDING.items():
        if code:
            codes[stopped == code] = KINDS.index(ident)
    return codes


def _idle(scenario: Scenario, base: Callable[[str], Floats]) -> Mask:
    """Return where the fleet is larger than its requests by what cannot be given back."""
    if not scenario.routed and scenario.get("deployment.load") == "replicas":
        return np.asarray(base("load") < _IDLE)
    if not scenario.routed and scenario.get("fleet.rounding") != "fractional":
        return np.asarray(base("peak_rate") < _IDLE * base("replica_rate"))
    return np.zeros(base("binding").shape, bool)


def kind_of(scenario: Scenario, here: Point) -> str:
    """Return what binds at one point."""
    return KINDS[int(binding_codes(scenario, lambda key: np.array([here.base(key)]))[0])]


def binds_of(scenario: Scenario, grid: Grid, width: float, height: float) -> Binds:
    """Return what binds where on a plot of `width` x `height` px."""
    # Where an axis is what tells whether a fleet can be given back, no one rule holds.
    idle = not {grid.surface.x.key, grid.surface.y.key} & {"deployment.load", "fleet.rounding"}
    codes = binding_codes(scenario, grid.base, idle=idle)
    present = [code for code in range(len(KINDS)) if (codes == code).any()]
    areas: list[tuple[str, Polygons]] = []
    for place, code in enumerate(present):
        left = codes >= code
        field: Floats = np.ones(codes.shape) if place == 0 else soften(left)
        areas.append((KINDS[code], Contours(field, width, height).above(0.5)))
    return Binds(codes, tuple(areas))


def scenario_at(scenario: Scenario, x: AxisScale, y: AxisScale, across: float, up: float) -> Scenario:
    """Return `scenario` moved to (`across`, `up`), 0-1 along the axes."""
    return scenario.with_values({x.key: x.value(across), y.key: y.value(up)})


def limit_words(scenario: Scenario, here: Point) -> str:
    """Return the limit that stops `here` with both figures, as "TPOT p95 61 ms > 45 ms"; "" for none."""
    ident = BINDING[here.binding][0]
    if here.binding == 0:
        return ""
    if ident in {"ttft", "tpot"} and not scenario.routed:
        each, unit = shown_units.seen(spec_of(f"limits.{ident}").unit)
        limit = scenario.number(f"limits.{ident}") * each
        which = scenario.get("limits.percentile")
        return (
            f"{ident.upper()} {which} {limit * here.base(f'{ident}_use'):,.3g} {unit} > {limit:,.3g} {unit}"
        )
    stopped = cause(scenario, here)
    return stopped.text if stopped is not None else ""


def wait_words(kind: str, here: Point) -> str:
    """Return what a served point waits for, and the limit that comes next."""
    if kind == "bought":
        return "Tokens are bought: the machines are another's"
    if kind == "demand":
        idle = 1.0 - here.base("load")
        return say("Too little demand: {idle:.0f} % of a replica waits for requests", idle=idle * 100)
    known = [(here.base(key), words) for key, words in _NEXT if math.isfinite(here.base(key))]
    use, words = max(known, default=(math.nan, ""))
    told = say("Steps wait for {what}", what=WORDS[kind])
    return (
        say("{told}; next limit: {words}, at {use:.0f} % of it", told=told, words=words, use=use * 100)
        if words
        else told
    )
