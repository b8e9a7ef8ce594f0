"""The table of residuals by regime, as its file holds it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from engine.evidence.regime import Regime

#: What is predicted and measured.
QUANTITIES: Final = ("tpot", "ttft", "throughput", "e2e", "energy")
#: Fields a group of residuals is told apart by, from the narrowest to all.
LEVELS: Final[tuple[tuple[str, ...], ...]] = (
    ("part", "sort", "precision", "engine", "mode"),
    ("part", "sort", "precision", "mode"),
    ("part", "mode"),
    ("part",),
    ("family",),
    (),
)
#: The same for parts predicted as if they had never been measured.
UNSEEN_LEVELS: Final[tuple[tuple[str, ...], ...]] = (("vendor", "mode"), ("mode",), ())
#: A part counts as measured in a regime with this many rows on this many curves.
LEAST_ROWS: Final = 8
LEAST_CURVES: Final = 2


@dataclass(frozen=True, slots=True)
class Node:
    """Residuals of a group: measured over predicted.

    Attributes
    ----------
    rows, curves : int
    error : float
        Median absolute error.
    low, middle, high : float
        10th, 50th and 90th percentile, drawn to the wider group's where curves are few.
    context, batch, devices : (least, most)
        Ranges that were measured.
    """

    rows: int
    curves: int
    error: float
    low: float
    middle: float
    high: float
    context: tuple[float, float]
    batch: tuple[float, float]
    devices: tuple[float, float]

    @classmethod
    def of(cls, data: Sequence[float]) -> "Node":
        """Return a node from the list the file holds."""
        rows, curves, error, low, middle, high, c0, c1, b0, b1, d0, d1 = data
        return cls(int(rows), int(curves), error, low, middle, high, (c0, c1), (b0, b1), (d0, d1))

    def to_list(self) -> list[float]:
        """Return what the file holds."""
        quantiles = (self.error, self.low, self.middle, self.high)
        rounded = [float(f"{value:.4g}") for value in quantiles]
        ranges = [float(f"{end:.4g}") for pair in (self.context, self.batch, self.devices) for end in pair]
        return [self.rows, self.curves, *rounded, *ranges]


@dataclass(frozen=True, slots=True)
class Residuals:
    """All that is known of the error of one quantity.

    Attributes
    ----------
    nodes : mapping of `key_of` to Node
        Residuals of the model as it ships.
    unseen : mapping of `key_of` to Node
        Residuals of parts predicted as if they had never been measured.
    sheet : Node
        The same where not even the maker was ever measured.
    coverage : mapping
        Share of rows inside their band, by split.
    """

    nodes: Mapping[str, Node]
    unseen: Mapping[str, Node]
    sheet: Node
    coverage: Mapping[str, Any]


def key_of(level: Sequence[str], regime: Regime) -> str:
    """Return the name of the group that `regime` belongs to at `level`."""
    return "|".join(f"{name}={_field(name, regime)}" for name in level)


def _field(name: str, regime: Regime) -> str:
    # A part without kin is a family of its own.
    return (regime.family or regime.part) if name == "family" else str(getattr(regime, name))


def parse(data: Mapping[str, Any]) -> Mapping[str, Residuals]:
    """Return the table from the plain data of its file."""
    return MappingProxyType(
        {
            quantity: Residuals(
                {key: Node.of(values) for key, values in found["nodes"].items()},
                {key: Node.of(values) for key, values in found["unseen"].items()},
                Node.of(found["sheet"]),
                found["coverage"],
            )
            for quantity, found in data["metrics"].items()
        }
    )


@cache
def shipped() -> Mapping[str, Residuals]:
    """Return the table that ships."""
    raw = files("resources").joinpath("evidence", "residuals.json").read_bytes()
    return parse(json.loads(raw))
