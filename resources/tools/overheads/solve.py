"""Bounded robust least squares on the log of predicted over measured, engine by engine.

An engine's constants are drawn to those of its forebear: how far they lie from it, over the width each
constant states, counts like the error of a curve over `CURVE_NOISE`. Few curves move them little.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
from scipy.optimize import least_squares

from resources.tools.overheads.problem import (
    CONSTANTS,
    Floats,
    Mask,
    Problem,
    Records,
    Targets,
    predicted,
    targets,
)

#: Relative error beyond which a row's pull no longer grows: half of the noise between twin runs.
ROBUST: Final = 0.05
#: How far off a whole curve is by its version, split and day alone: twin runs differ by 10 % in the
#: median, and curves left out of the fit are told best with this.
CURVE_NOISE: Final = 0.04
_EVALUATIONS: Final = 60

Values = dict[str, float]


def starts() -> Values:
    """Return the constants a fit without a forebear begins with."""
    return {one.name: one.start for one in CONSTANTS}


def put(records: Records, rows: Mask, values: Mapping[str, float]) -> None:
    """Write `values`, in declared units, into the rows of `records`."""
    for one in CONSTANTS:
        records["stack"][one.name][rows] = values[one.name] * one.factor


def fit(
    problem: Problem,
    chosen: Mask,
    forebear: Values,
    start: Values | None = None,
    loose: float = 1.0,
    by_model: bool = False,
) -> Values:
    """Return the constants that fit the rows `chosen` best, drawn to `forebear` by `loose` widths.

    With `by_model` what many curves of one model say is not taken for what models have in common.
    """
    if not chosen.any():
        return dict(forebear)
    aim = targets(problem, chosen, by_model)
    centre = _vector(forebear)
    low = np.array([one.low for one in CONSTANTS])
    high = np.array([one.high for one in CONSTANTS])
    width = loose * np.array([one.width for one in CONSTANTS])
    records = problem.batch.records.copy()

    def values(x: Floats) -> Floats:
        put(records, chosen, _named(x))
        return predicted(problem, records, aim)

    def residuals(x: Floats) -> Floats:
        return np.concatenate((_robust(values(x) - aim.log) * aim.weight, CURVE_NOISE * (x - centre) / width))

    def jacobian(x: Floats) -> Floats:
        here = values(x)
        slope = _robust_slope(here - aim.log) * aim.weight
        made = np.empty((aim.row.size + x.size, x.size))
        for j in range(x.size):
            step = 1e-3 * width[j] / loose
            step = step if x[j] + step <= high[j] else -step
            moved = x.copy()
            moved[j] += step
            made[: aim.row.size, j] = (values(moved) - here) / step * slope
        made[aim.row.size :] = np.diag(CURVE_NOISE / width)
        return made

    first = np.clip(_vector(start or forebear), low + 1e-6 * width, high - 1e-6 * width)
    most = _EVALUATIONS if start is None else _EVALUATIONS // 4
    found = least_squares(
        residuals, first, jacobian, bounds=(low, high), x_scale=width, max_nfev=most, ftol=1e-4, xtol=1e-4
    )
    return _named(found.x)


def _robust(error: Floats) -> Floats:
    # The root of twice Charbonnier's loss: an error at first, its root once it is large.
    spread = np.sqrt(1.0 + (error / ROBUST) ** 2)
    return np.sign(error) * ROBUST * np.sqrt(2.0 * (spread - 1.0))


def _robust_slope(error: Floats) -> Floats:
    spread = np.sqrt(1.0 + (error / ROBUST) ** 2)
    return np.sqrt(0.5 * (spread + 1.0)) / spread


def _vector(values: Mapping[str, float]) -> Floats:
    return np.array([values[one.name] for one in CONSTANTS])


def _named(x: Floats) -> Values:
    return {one.name: float(value) for one, value in zip(CONSTANTS, x, strict=True)}


__all__ = ["Targets", "Values", "fit", "put", "starts"]
