"""Bands of residuals by regime: quantiles drawn to wider groups, stretched until held-out curves fit.

A row's residual is the logarithm of measured over predicted. Rows of one curve (accelerator, model,
precision, devices, engine) are alike, so curves, not rows, count as evidence: a group's quantiles are
drawn to those of the next wider group by a weight of `STIFFNESS` curves, and what is held out are
whole curves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.evidence.regime import Regime
from engine.evidence.table import LEAST_CURVES, LEAST_ROWS, LEVELS, Node, key_of

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Mask = NDArray[np.bool_]

#: Curves that the next wider group weighs.
STIFFNESS: Final = 6.0
FOLDS: Final = 10
#: Ends of a band, and the share of rows inside it.
ENDS: Final = (0.1, 0.5, 0.9)
INSIDE: Final = 0.8
# Narrowest half of a band [log], and least factor on it.
_THIN: Final = 5e-3
_LEAST_STRETCH: Final = 0.2


@dataclass(frozen=True)
class Rows:
    """Residuals of one quantity.

    Attributes
    ----------
    residual : ndarray, shape (n,)
        ln(measured / predicted).
    curve, part : ndarray of int, shape (n,)
        Which curve, which accelerator a row belongs to.
    regimes : tuple of Regime
    batch : ndarray, shape (n,)
        Sequences that run.
    """

    residual: Floats
    curve: Integers
    part: Integers
    regimes: tuple[Regime, ...]
    batch: Floats

    def take(self, wanted: Mask) -> "Rows":
        """Return the rows that `wanted` marks."""
        kept = tuple(regime for regime, keep in zip(self.regimes, wanted, strict=True) if keep)
        return Rows(self.residual[wanted], self.curve[wanted], self.part[wanted], kept, self.batch[wanted])


@dataclass(frozen=True)
class Group:
    """Quantiles of one group [log], and how many rows and curves stand behind them."""

    ends: Floats
    rows: int
    curves: int


def weights(groups: Integers, power: float) -> Floats:
    """Return a weight for each row: that of its group's rows together is their number to `power`."""
    _, place, counts = np.unique(groups, return_inverse=True, return_counts=True)
    return np.asarray(counts[place] ** (power - 1.0), np.float64)


def quantiles(values: Floats, weight: Floats, shares: Sequence[float] = ENDS) -> Floats:
    """Return weighted quantiles of `values`, interpolated between the middles of the weights."""
    order = np.argsort(values, kind="stable")
    inside = np.cumsum(weight[order])
    middle = (inside - 0.5 * weight[order]) / inside[-1]
    return np.asarray(np.interp(shares, middle, values[order]))


def groups_of(rows: Rows, levels: Sequence[Sequence[str]] = LEVELS) -> dict[str, Group]:
    """Return every group at every level, each drawn to the one around it."""
    weight = weights(rows.curve, 0.5)
    found: dict[str, Group] = {}
    wider: Sequence[str] | None = None
    for level in reversed(levels):
        keys = np.array([key_of(level, regime) for regime in rows.regimes])
        for key in np.unique(keys):
            at = np.flatnonzero(keys == key)
            own = quantiles(rows.residual[at], weight[at])
            curves = np.unique(rows.curve[at]).size
            if wider is not None:
                parent = found[key_of(wider, rows.regimes[at[0]])]
                own = (curves * own + STIFFNESS * parent.ends) / (curves + STIFFNESS)
            found[str(key)] = Group(own, at.size, curves)
        wider = level
    return found


def band_of(groups: dict[str, Group], regime: Regime, levels: Sequence[Sequence[str]] = LEVELS) -> Floats:
    """Return the quantiles of the narrowest group with enough behind it that `regime` belongs to."""
    for level in levels:
        group = groups.get(key_of(level, regime))
        if group is not None and (not level or (group.rows >= LEAST_ROWS and group.curves >= LEAST_CURVES)):
            return group.ends
    raise KeyError("no group holds everything")


def held_out(rows: Rows, by: Integers, levels: Sequence[Sequence[str]] = LEVELS) -> Floats:
    """Return the band of each row, shape (n, 3) [log], from groups that hold no row of its fold `by`."""
    made = np.full((rows.residual.size, 3), np.nan)
    for fold in np.unique(by):
        outside = by != fold
        if not outside.any():
            continue
        groups = groups_of(rows.take(outside), levels)
        for i in np.flatnonzero(~outside):
            made[i] = band_of(groups, rows.regimes[i], levels)
    return made


def folds(curve: Integers, count: int = FOLDS) -> Integers:
    """Return a fold for each row; rows of a curve share one."""
    _, place = np.unique(curve, return_inverse=True)
    return np.asarray(place % count, np.int64)


def stretches(residual: Floats, bands: Floats, few: int = 0) -> tuple[float, float]:
    """Return by how much the lower and upper half of every band must grow to hold `INSIDE` of the rows.

    Where rows come in `few` lots only, one more has to fit: (n + 1) / n of the share is asked for.

    Split conformal prediction on the scale of the band; Romano, Patterson and Candes, "Conformalized
    quantile regression", 2019. First each side is to leave out a tenth; what keeping the prediction
    inside its band then holds too much is taken back from both.
    """
    middle = bands[:, 1]
    below = (middle - residual) / np.maximum(middle - bands[:, 0], _THIN)
    above = (residual - middle) / np.maximum(bands[:, 2] - middle, _THIN)
    flat = np.ones_like(below)
    one, two = (float(quantiles(side, flat, (ENDS[2],))[0]) for side in (below, above))
    pair = (max(one, _LEAST_STRETCH), max(two, _LEAST_STRETCH))
    wanted = min(INSIDE * (1.0 + 1.0 / few), 0.95) if few else INSIDE
    less, more = 0.2, 5.0
    for _ in range(40):
        factor = 0.5 * (less + more)
        held = inside(residual, stretched(bands, (pair[0] * factor, pair[1] * factor)))
        less, more = (factor, more) if held < wanted else (less, factor)
    return pair[0] * more, pair[1] * more


def stretched(ends: Floats, stretch: tuple[float, float]) -> Floats:
    """Return quantiles [log] with their halves stretched; the prediction itself stays inside."""
    low = ends[..., 1] - stretch[0] * np.maximum(ends[..., 1] - ends[..., 0], _THIN)
    high = ends[..., 1] + stretch[1] * np.maximum(ends[..., 2] - ends[..., 1], _THIN)
    return np.stack([np.minimum(low, 0.0), ends[..., 1], np.maximum(high, 0.0)], axis=-1)


def inside(residual: Floats, bands: Floats) -> float:
    """Return the share of rows inside their band."""
    return float(np.mean((residual >= bands[:, 0]) & (residual <= bands[:, 2])))


def node_of(rows: Rows, ends: Floats) -> Node:
    """Return what the file tells of a group with quantiles `ends` [log]."""
    error = float(np.median(np.abs(np.expm1(-rows.residual))))
    low, middle, high = (float(value) for value in np.exp(ends))
    return Node(
        rows.residual.size,
        np.unique(rows.curve).size,
        error,
        low,
        middle,
        high,
        _span(regime.context for regime in rows.regimes),
        _span(rows.batch),
        _span(regime.devices for regime in rows.regimes),
    )


def _span(values: Iterable[float]) -> tuple[float, float]:
    found = [float(value) for value in values]
    return min(found), max(found)
