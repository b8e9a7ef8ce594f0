"""A distribution of an input as a function of probability, inside what the input allows.

scipy is imported where it is first needed: its start costs more than opening a window may.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.errors import ParameterError
from engine.specs import Spec
from engine.uncertainty import BOUNDED, PEAKED, Uncertainty

Floats = NDArray[np.float64]

#: 90th percentile of the standard normal.
TENTH: Final = 1.2815515655446004
#: Distance from the 10th to the 90th percentile over the whole width, of symmetric ones.
_UNIFORM_SPAN: Final = 0.8
_TRIANGULAR_SPAN: Final = 1.0 - math.sqrt(0.2)
_PERT_SPAN: Final = 0.5067266
#: Nodes of a tabulated quantile; they crowd at both ends, where it is steep.
_NODES: Final = 4097
#: Probabilities beyond the input's own range that are too few to cut off.
_FEW: Final = 1e-12
#: Figures few enough to be had without scipy.
_HANDFUL: Final = 1024
#: Weight of the most likely value in a PERT.
_PEAK: Final = 4.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A distribution ready to be asked, in the input's declared unit; of a choice, codes.

    Attributes
    ----------
    kind : str
        "normal", "lognormal", "uniform", "triangular", "pert", "discrete" or "certain".
    a, b, c : float
        Mean and standard deviation (of the logarithm); least, most and most likely otherwise.
    low, high : float
        What the input allows.
    whole : bool
    codes, edges : tuple of float
        Of "discrete": values, and the probability up to and with each.
    """

    kind: str
    a: float
    b: float
    c: float
    low: float
    high: float
    whole: bool
    codes: tuple[float, ...] = ()
    edges: tuple[float, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether there is only one value."""
        return self.kind == "certain" or len(self.codes) == 1

    def at(self, u: Floats) -> Floats:
        """Return the values at the probabilities `u`, any shape, each above 0 and below 1."""
        if self.kind == "discrete":
            places = np.searchsorted(np.array(self.edges), u, side="left")
            return np.array(self.codes)[np.minimum(places, len(self.codes) - 1)]
        found = self._raw(u)
        if self.whole:
            found = np.rint(found)
        return np.clip(found, self.low, self.high)

    def _raw(self, u: Floats) -> Floats:
        if self.kind == "certain":
            return np.full_like(u, self.a)
        if self.kind in {"normal", "lognormal"}:
            return self._normal(u)
        first, last = self._kept
        p = u if last - first > 1.0 - _FEW else first + (last - first) * u
        wide = self.b - self.a
        if self.kind == "uniform":
            return np.asarray(self.a + wide * p)
        if self.kind == "triangular":
            turn = (self.c - self.a) / wide
            rising = self.a + wide * np.sqrt(p * turn)
            falling = self.b - wide * np.sqrt((1.0 - p) * (1.0 - turn))
            return np.where(p < turn, rising, falling)
        nodes, values = _beta_table(1.0 + _PEAK * (self.c - self.a) / wide)
        return np.asarray(self.a + wide * np.interp(p, nodes, values))

    def _normal(self, u: Floats) -> Floats:
        first, last = self._kept
        z = _normal_quantile(u if last - first > 1.0 - _FEW else first + (last - first) * u)
        straight = self.a + self.b * z
        return np.asarray(np.exp(straight) if self.kind == "lognormal" else straight)

    @property
    def _kept(self) -> tuple[float, float]:
        """Return the probabilities at the ends of what the input allows."""
        return self.below(self.low), self.below(self.high) if math.isfinite(self.high) else 1.0

    def below(self, value: float) -> float:
        """Return the probability of less than `value`, before the ends of the input's range cut it off."""
        if self.kind == "lognormal":
            return _cumulated((math.log(value) - self.a) / self.b) if value > 0.0 else 0.0
        if self.kind == "normal":
            return _cumulated((value - self.a) / self.b)
        wide = self.b - self.a
        x = min(max((value - self.a) / wide, 0.0), 1.0)
        if self.kind == "triangular":
            turn = (self.c - self.a) / wide
            return x * x / turn if x < turn else 1.0 - ((1.0 - x) ** 2 / (1.0 - turn) if turn < 1.0 else 0.0)
        if self.kind == "pert":
            nodes, values = _beta_table(1.0 + _PEAK * (self.c - self.a) / wide)
            return float(np.interp(x, values, nodes))
        return x

    def density(self, count: int = 160) -> tuple[Floats, Floats]:
        """Return places and densities (peak 1) for a sketch, from the 1st to the 99th percentile and beyond.

        Of "discrete": values and weights.
        """
        if self.kind == "discrete":
            weights = np.diff(np.array((0.0, *self.edges)))
            return np.array(self.codes), weights / weights.max()
        p = (np.arange(4 * count) + 0.5) / (4 * count)
        found = np.asarray(self._raw(p))
        room = 0.08 * (found[-1] - found[0])
        at = np.linspace(found[0] - room, found[-1] + room, count + 1)
        mass = np.diff(np.interp(at, found, p))
        top = float(mass.max())
        return 0.5 * (at[1:] + at[:-1]), mass / top if top > 0.0 else mass

    def mean(self) -> float:
        """Return the mean."""
        return float(self.at((np.arange(4096) + 0.5) / 4096).mean())


def _normal_quantile(u: Floats) -> Floats:
    if u.size <= _HANDFUL:
        # What a window asks for while it is painted must not wait for scipy to be loaded.
        inverse = NormalDist().inv_cdf
        return np.array([inverse(float(p)) for p in u.ravel()]).reshape(u.shape)
    from scipy.special import ndtri

    return np.asarray(ndtri(u))


def _cumulated(z: float) -> float:
    return 0.5 * math.erfc(-z / math.sqrt(2.0))


@lru_cache(maxsize=256)
def _beta_table(alpha: float) -> tuple[Floats, Floats]:
    """Return probabilities and quantiles of the beta distribution of a PERT, both rising from 0 to 1.

    Added up over an angle, along which the density is smooth at both ends.
    """
    angles = np.linspace(0.0, math.pi, _NODES)
    values = 0.5 * (1.0 - np.cos(angles))
    slopes = values ** (alpha - 1.0) * (1.0 - values) ** (1.0 + _PEAK - alpha) * np.sin(angles)
    below = np.concatenate([[0.0], np.cumsum(0.5 * (slopes[1:] + slopes[:-1]))])
    return below / below[-1], values


def shape_of(spread: Uncertainty, spec: Spec) -> Shape:
    """Return `spread` as a distribution of the input declared by `spec`; cut off where it allows no more.

    A lognormal with an end at or below 0 is taken as normal. Where `spread` lies wholly outside of what the
    input allows, the nearest allowed value is certain.
    """
    if spread.kind == "discrete":
        return _discrete(spread, spec)
    low, high = spread.low, spread.high
    ends = (spec.low, spec.high, spec.whole)
    if not low < high:
        return Shape("certain", min(max(low, spec.low), spec.high), 0.0, 0.0, *ends)
    if spread.kind in BOUNDED:
        made = Shape(spread.kind, *_ends(spread), *ends)
    elif low > 0.0 and spread.kind != "normal":
        a, b = math.log(low), math.log(high)
        made = Shape("lognormal", 0.5 * (a + b), (b - a) / (2.0 * TENTH), 0.0, *ends)
    else:
        made = Shape("normal", 0.5 * (low + high), (high - low) / (2.0 * TENTH), 0.0, *ends)
    first, last = made._kept
    if not last - first > _FEW:
        nearest = spec.low if made.below(spec.low) > 0.5 else spec.high
        return Shape("certain", nearest, 0.0, 0.0, *ends)
    return made


def _ends(spread: Uncertainty) -> tuple[float, float, float]:
    """Return the least, the most and the most likely."""
    low, high = spread.low, spread.high
    if spread.bounds:
        return low, high, spread.mode if spread.mode is not None else 0.5 * (low + high)
    spans = {"uniform": _UNIFORM_SPAN, "triangular": _TRIANGULAR_SPAN, "pert": _PERT_SPAN}
    middle, half = 0.5 * (low + high), 0.5 * (high - low) / spans[spread.kind]
    return middle - half, middle + half, middle


def _discrete(spread: Uncertainty, spec: Spec) -> Shape:
    weights: dict[float, float] = {}
    for value, weight in spread.outcomes:
        code = float(spec.option(value).code) if spec.kind == "choice" else float(value)
        code = min(max(code, spec.low), spec.high)
        weights[code] = weights.get(code, 0.0) + weight
    codes = tuple(sorted(weights))
    edges = np.cumsum([weights[code] for code in codes])
    shares = tuple((edges / edges[-1]).tolist())
    return Shape("discrete", 0.0, 0.0, 0.0, spec.low, spec.high, spec.whole, codes, shares)


def checked(spread: Uncertainty, spec: Spec) -> Uncertainty:
    """Return `spread` if it can be a distribution of the input declared by `spec`.

    Raises
    ------
    ParameterError
        Naming the input, what is wrong and what is allowed.
    """
    if spread.kind == "discrete":
        for value, weight in spread.outcomes:
            spec.check(value)
            if not 0.0 < weight < math.inf:
                raise ParameterError(spec.key, f"{spec.label}: a weight must be above 0, not {weight:g}")
        return spread
    for end in (spread.low, spread.high):
        _inside(end, spec)
    if not spread.low < spread.high:
        raise ParameterError(
            spec.key, f"{spec.label}: the low number comes first, not {spread.low:g} before {spread.high:g}"
        )
    if spread.kind == "lognormal" and not spread.low > 0.0:
        raise ParameterError(
            spec.key,
            f"{spec.label}: a lognormal lies above 0, so its P10 must too, not {spread.low:g}; use normal",
        )
    mode = spread.mode
    if mode is not None and not (spread.kind in PEAKED and spread.low <= mode <= spread.high):
        raise ParameterError(
            spec.key,
            f"{spec.label}: the most likely value {mode:g} must lie between {spread.low:g} "
            f"and {spread.high:g}: write least, most likely, most",
        )
    return spread


def _inside(end: float, spec: Spec) -> None:
    if not (math.isfinite(end) and spec.low <= end <= spec.high):
        raise ParameterError(
            spec.key, f"{spec.label} must be {spec.bounds_text()}, and so must its ends, not {end:g}"
        )
