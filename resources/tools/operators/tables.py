"""Kernel timings and the peaks they are compared with, as arrays."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import least_squares

from resources.tools import figures

Array = NDArray[np.float64]

#: Systems of the tables and the families of `resources.tools.efficiency` they stand for.
FAMILY_OF: Final = {
    "a100_sxm": "A100",
    "h100_sxm": "H100",
    "h200_sxm": "H200",
    "b200_sxm": "B200",
    "b300_sxm": "B300",
    "gb200": "GB200",
    "gb300": "GB300",
    "l40s": "L40S",
    "rtx_pro_6000_server": "RTX PRO 6000",
}
#: Systems whose second-level cache holds what the timing loops read again and again.
CACHED: Final = frozenset({"l40s", "rtx_pro_6000_server"})
#: Fits whose costs differ by less than this share end alike.
ALIKE: Final = 1e-3


@dataclass(frozen=True)
class Peaks:
    """Data-sheet rates of a system: FLOP/s by precision, zero where it has none, and bytes/s."""

    bf16: float
    fp8: float
    fp4: float
    bandwidth: float


@dataclass(frozen=True)
class Found:
    """One constant of one family: value, range over engines, rows it rests on."""

    family: str
    name: str
    value: float
    low: float
    high: float
    rows: int
    what: str


@dataclass(frozen=True)
class Score:
    """Median and 90th percentile of the absolute relative error, before and after."""

    operator: str
    family: str
    precision: str
    rows: int
    before: tuple[float, float]
    after: tuple[float, float]


@dataclass(frozen=True)
class Derived:
    """What one kind of operator yields."""

    found: list[Found]
    scores: list[Score]


def read(folder: Path, name: str) -> list[figures.Row]:
    """Return the rows of table `name` in `folder`."""
    return figures.read(folder / name)


def peaks(folder: Path) -> dict[str, Peaks]:
    """Return the peaks of every system of the tables."""

    def of(row: figures.Row, column: str, scale: float) -> float:
        return scale * (figures.number(row, column) or 0.0)

    return {
        row["system"]: Peaks(
            of(row, "bf16_TFLOPs", 1e12),
            of(row, "fp8_TFLOPs", 1e12),
            of(row, "fp4_TFLOPs", 1e12),
            of(row, "mem_bw_GBps", 1e9),
        )
        for row in read(folder, "peaks.csv")
    }


def column(rows: Iterable[figures.Row], name: str) -> Array:
    """Return a column as numbers."""
    return np.array([float(row[name]) for row in rows])


def grouped(rows: Iterable[figures.Row], *names: str) -> dict[tuple[str, ...], list[figures.Row]]:
    """Return the rows by the text of columns `names`."""
    groups: dict[tuple[str, ...], list[figures.Row]] = {}
    for row in rows:
        groups.setdefault(tuple(row[name] for name in names), []).append(row)
    return groups


def fitted(model: Callable[[Array], Array], measured: Array, *starts: Sequence[float]) -> Array:
    """Return the positive constants that bring `model` nearest to `measured`.

    Residuals are logarithms of ratios, errors beyond 10 % count linearly, so that a few bad timings
    do not bend the rest. A model that takes the larger of two times has a bottom on either side of where
    they meet, and rounding alone may decide which one is walked into: of several starts the one that ends
    lowest counts, the first where they end alike.
    """

    def residuals(x: Array) -> Array:
        return np.asarray(np.log(model(np.exp(x)) / measured))

    best: tuple[float, Array] | None = None
    for start in starts:
        result = least_squares(
            residuals,
            np.log(np.asarray(start, dtype=float)),
            loss="soft_l1",
            f_scale=0.1,
        )
        if best is None or result.cost < best[0] * (1.0 - ALIKE):
            best = float(result.cost), np.asarray(np.exp(result.x))
    assert best is not None
    return best[1]


def off(predicted: Array, measured: Array) -> Array:
    """Return absolute relative errors."""
    return np.asarray(np.abs(predicted / measured - 1.0))


def summary(errors: Array) -> tuple[float, float]:
    """Return the median and the 90th percentile of `errors`."""
    return float(np.median(errors)), float(np.quantile(errors, 0.9))
