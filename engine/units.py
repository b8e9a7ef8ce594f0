"""Units: how a figure a person reads becomes the SI figure a kernel reads, and back.

Values in a scenario are kept in the unit their parameter declares; kernels see base units only
(seconds, bytes, FLOP, watts, joules, dollars, tokens). This file is the only table of factors.
"""

from dataclasses import dataclass
from typing import Final

HOUR: Final = 3600.0
DAY: Final = 86400.0
YEAR: Final = 8760.0 * HOUR
MONTH: Final = YEAR / 12.0


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: how it is written, what one of it is in base units, and what it measures.

    Attributes
    ----------
    symbol : str
        As declared and written in files.
    factor : float
        Base units in one of this unit.
    dimension : str
        Two units convert into each other exactly when their dimensions are equal.
    """

    symbol: str
    factor: float
    dimension: str


def _table(dimension: str, **symbols: float) -> list[Unit]:
    return [Unit(symbol, factor, dimension) for symbol, factor in symbols.items()]


_ALL: Final = [
    Unit("1", 1.0, "number"),
    Unit("%", 0.01, "number"),
    Unit("pt", 0.01, "number"),
    Unit("×", 1.0, "number"),
    *_table("time", s=1.0, ms=1e-3, us=1e-6, min=60.0, h=HOUR, days=DAY, months=MONTH, years=YEAR),
    # Written out: Python folds the micro sign of an identifier into the Greek letter.
    Unit("µs", 1e-6, "time"),
    *_table("bytes", B=1.0, kB=1e3, MB=1e6, GB=1e9, TB=1e12, GiB=2.0**30, MiB=2.0**20),
    Unit("GB/s", 1e9, "bytes/time"),
    Unit("TB/s", 1e12, "bytes/time"),
    Unit("Gbit/s", 0.125e9, "bytes/time"),
    Unit("TFLOP/s", 1e12, "flop/time"),
    Unit("PFLOP/s", 1e15, "flop/time"),
    *_table("flop", FLOP=1.0, MFLOP=1e6, GFLOP=1e9),
    *_table("power", W=1.0, kW=1e3, MW=1e6),
    *_table("energy", J=1.0, Wh=HOUR, kWh=1e3 * HOUR),
    Unit("J/FLOP", 1.0, "energy/flop"),
    Unit("pJ/FLOP", 1e-12, "energy/flop"),
    Unit("J/B", 1.0, "energy/bytes"),
    Unit("pJ/B", 1e-12, "energy/bytes"),
    Unit("J/token", 1.0, "energy/token"),
    Unit("$", 1.0, "money"),
    Unit("$/W", 1.0, "money/power"),
    Unit("$/kW", 1e-3, "money/power"),
    Unit("$/s", 1.0, "money/time"),
    Unit("$/h", 1.0 / HOUR, "money/time"),
    Unit("$/day", 1.0 / DAY, "money/time"),
    Unit("$/month", 1.0 / MONTH, "money/time"),
    Unit("$/year", 1.0 / YEAR, "money/time"),
    Unit("$/kWh", 1.0 / (1e3 * HOUR), "money/energy"),
    Unit("$/GB-month", 1.0 / (1e9 * MONTH), "money/(bytes·time)"),
    Unit("$/kW-month", 1.0 / (1e3 * MONTH), "money/(power·time)"),
    Unit("$/TB-month", 1.0 / (1e12 * MONTH), "money/(bytes·time)"),
    Unit("$/M tokens", 1e-6, "money/token"),
    Unit("$/token", 1.0, "money/token"),
    Unit("m", 1.0, "length"),
    Unit("g", 1e-3, "mass"),
    Unit("kg", 1.0, "mass"),
    Unit("g/kWh", 1e-3 / (1e3 * HOUR), "mass/energy"),
    Unit("/year", 1.0 / YEAR, "1/time"),
    Unit("/month", 1.0 / MONTH, "1/time"),
    Unit("/day", 1.0 / DAY, "1/time"),
    Unit("/h", 1.0 / HOUR, "1/time"),
    Unit("/s", 1.0, "1/time"),
    Unit("requests/s", 1.0, "1/time"),
    Unit("requests/month", 1.0 / MONTH, "1/time"),
    Unit("tokens/s", 1.0, "token/time"),
    Unit("B params", 1e9, "parameters"),
    Unit("M params", 1e6, "parameters"),
    Unit("tokens", 1.0, "token"),
    Unit("requests", 1.0, "requests"),
    Unit("seqs", 1.0, "sequences"),
    Unit("users", 1.0, "users"),
    Unit("layers", 1.0, "layers"),
    Unit("heads", 1.0, "heads"),
    Unit("experts", 1.0, "experts"),
    Unit("elements", 1.0, "elements"),
    Unit("accelerators", 1.0, "accelerators"),
    Unit("replicas", 1.0, "replicas"),
    Unit("bits", 1.0, "bits"),
]

#: Every unit by its symbol.
UNITS: Final[dict[str, Unit]] = {unit.symbol: unit for unit in _ALL}


def to_base(value: float, symbol: str) -> float:
    """Return `value` of unit `symbol` in base units."""
    return value * UNITS[symbol].factor


def from_base(value: float, symbol: str) -> float:
    """Return the base-unit figure `value` in unit `symbol`."""
    return value / UNITS[symbol].factor


def compatible(symbol: str) -> tuple[str, ...]:
    """Return the symbols of all units that measure the same as `symbol`."""
    dimension = UNITS[symbol].dimension
    return tuple(unit.symbol for unit in _ALL if unit.dimension == dimension)


def convert(value: float, source: str, target: str) -> float:
    """Return `value` of unit `source` expressed in unit `target`; both of one dimension."""
    if source == target:
        return value
    return value * UNITS[source].factor / UNITS[target].factor
