"""Units a person may choose to see a quantity in: declared values stay as they are, in scenarios and files.

`engine.units` is the table of what kernels and files know. A few units here are for the eye alone, such as
thousands of tokens; they are multiples of a declared one. Whatever is typed is read in the unit shown unless
it names another.
"""

import dataclasses
import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from engine.doubt import parse_entry
from engine.errors import IsocostError
from engine.formatting import format_exact, format_input, format_value
from engine.metrics import Metric
from engine.quantities import Range
from engine.specs import Spec
from engine.uncertainty import Uncertainty
from engine.units import UNITS

Meant = float | Range | Uncertainty

#: Units that replace each other; only neighbours within `_FARTHEST` are offered.
_FAMILIES: Final = (
    ("µs", "ms", "s", "min", "h", "days", "months", "years"),
    ("B", "kB", "MB", "MiB", "GB", "GiB", "TB"),
    ("Gbit/s", "GB/s", "TB/s"),
    ("TFLOP/s", "PFLOP/s"),
    ("FLOP", "MFLOP", "GFLOP"),
    ("W", "kW", "MW"),
    ("J", "Wh", "kWh"),
    ("$/s", "$/h", "$/day", "$/month", "$/year"),
    ("$/W", "$/kW"),
    ("$/GB-month", "$/TB-month"),
    ("M params", "B params"),
    ("/s", "/h", "/day", "/month", "/year"),
    ("g", "kg"),
)
_FARTHEST: Final = 1e4
#: declared unit -> multiples of it for the eye, as (symbol, how many of the declared unit it is)
_MULTIPLES: Final[dict[str, tuple[tuple[str, float], ...]]] = {
    "tokens": (("k tokens", 1e3), ("M tokens", 1e6)),
    "requests": (("k requests", 1e3), ("M requests", 1e6)),
    "users": (("k users", 1e3), ("M users", 1e6)),
    "elements": (("k elements", 1e3),),
    "tokens/s": (("k tokens/s", 1e3), ("tokens/h", 1 / 3600.0)),
    "requests/s": (("requests/min", 1 / 60.0), ("requests/h", 1 / 3600.0)),
    "$": (("k$", 1e3), ("M$", 1e6)),
    "$/month": (("k$/month", 1e3), ("M$/month", 1e6)),
    "$/year": (("k$/year", 1e3), ("M$/year", 1e6)),
    "$/M tokens": (("$/k tokens", 1e3),),
}
_EXPONENT: Final = re.compile(r"(?<=[0-9.,])[eE](?=[-+]?[0-9])")
_RELATIVE: Final = re.compile(r"(?:±|\+/?-)\s*[0-9.,]+\s*%")
_WORDS: Final = re.compile(
    r"\b(?:to|uniform|flat|triangular|triangle|tri|pert|normal|gauss|lognormal|range)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Multiple(Metric):
    """A metric seen in a multiple of its unit."""

    symbol: str = ""
    size: float = 1.0

    @property
    def display_unit(self) -> str:
        """Return the unit beside the figure."""
        return self.symbol

    def shown(self, base: float) -> float:
        """Return the record's figure `base` in the unit shown."""
        return base / UNITS[self.unit].factor / self.size


@lru_cache
def choices(unit: str) -> tuple[str, ...]:
    """Return the units in which a quantity declared in `unit` may be seen, from the small to the large."""
    found = {unit: 1.0, **dict(_MULTIPLES.get(unit, ()))}
    for family in _FAMILIES:
        if unit in family:
            found |= {other: size_of(other, unit) for other in family}
    near = [one for one, size in found.items() if 1 / _FARTHEST <= size <= _FARTHEST or one in _symbols(unit)]
    return tuple(sorted(near, key=found.__getitem__))


def _symbols(unit: str) -> tuple[str, ...]:
    return tuple(symbol for symbol, _ in _MULTIPLES.get(unit, ()))


def size_of(symbol: str, unit: str) -> float:
    """Return how many of the declared `unit` one `symbol` is."""
    sizes = dict(_MULTIPLES.get(unit, ()))
    return sizes[symbol] if symbol in sizes else UNITS[symbol].factor / UNITS[unit].factor


@lru_cache(maxsize=2048)
def spec_in(spec: Spec, symbol: str) -> Spec:
    """Return `spec` as if it were declared in `symbol`; itself in its own unit and in one that does not fit.

    Only for reading and writing text: bounds are converted, and the key is that of `spec`.
    """
    if symbol in {"", spec.unit} or spec.percent or symbol not in choices(spec.unit):
        return spec
    size = size_of(symbol, spec.unit)
    bounds = {name: getattr(spec, name) / size for name in ("low", "high", "soft_low", "soft_high")}
    return dataclasses.replace(spec, unit=symbol, whole=False, **bounds)


_METRICS: Final[dict[tuple[int, str], Metric]] = {}


def metric_in(metric: Metric, symbol: str) -> Metric:
    """Return `metric` with its figures seen in `symbol`; itself where that does not fit."""
    if symbol in {"", metric.unit} or metric.percent or metric.codes is not None:
        return metric
    # By identity: a metric may hold what cannot be hashed, and lives as long as the process.
    at = (id(metric), symbol)
    if at not in _METRICS:
        _METRICS[at] = _metric_in(metric, symbol)
    return _METRICS[at]


def _metric_in(metric: Metric, symbol: str) -> Metric:
    if symbol not in choices(metric.unit):
        return metric
    if symbol in _symbols(metric.unit):
        fields = {field.name: getattr(metric, field.name) for field in dataclasses.fields(metric)}
        return _Multiple(**fields, symbol=symbol, size=size_of(symbol, metric.unit))
    return dataclasses.replace(metric, unit=symbol)


def forget() -> None:
    """Forget what was made of declarations whose names are others now."""
    spec_in.cache_clear()
    _METRICS.clear()


def value_in(value: float, spec: Spec, symbol: str) -> float:
    """Return the declared `value` of `spec` in `symbol`."""
    shown = spec_in(spec, symbol)
    return value if shown is spec else value / size_of(symbol, spec.unit)


def text_in(value: float | str, spec: Spec, symbol: str, *, full: bool = False, decimal: str = ".") -> str:
    """Return the declared `value` for reading, in `symbol`."""
    if isinstance(value, str):
        return format_value(value, spec, full=full, decimal=decimal)
    return format_value(
        value_in(value, spec, symbol), spec_in(spec, symbol), full=full, decimal=decimal
    )  # fmt: skip


def field_in(value: float, spec: Spec, symbol: str, decimal: str = ".", *, exact: bool = False) -> str:
    """Return the text of a value field in `symbol`; an `exact` one reads back as `value`."""
    shown = spec_in(spec, symbol)
    if shown is spec:
        return format_exact(value, spec, decimal) if exact else format_input(value, spec, decimal)
    number = value_in(value, spec, symbol)
    text = format_input(number, shown, decimal)
    for digits in (9, 12, 15, 17) if exact else ():
        if read_in(text, spec, symbol, decimal) == value:
            return text
        text = f"{number:.{digits}g}".replace(".", decimal)
    return text


def read_in(text: str, spec: Spec, symbol: str, decimal: str = ".") -> Meant:
    """Return what `text` means in the declared unit of `spec`; a figure without unit is in `symbol`.

    Raises
    ------
    UnitError, ParameterError
        As `engine.doubt.parse_entry`.
    """
    shown = spec_in(spec, symbol)
    if shown is spec or not bare(text):
        return parse_entry(text, spec, decimal)
    size = size_of(symbol, spec.unit)
    # Bounds are the caller's to check: here they would be checked in the wrong unit.
    free = dataclasses.replace(spec, low=-math.inf, high=math.inf, whole=False)
    try:
        return _times(parse_entry(text, free, decimal), size)
    except IsocostError:
        return parse_entry(text, spec, decimal)


def bare(text: str) -> bool:
    """Return whether `text` names no unit and no power of ten."""
    rest = _WORDS.sub(" ", _EXPONENT.sub("", _RELATIVE.sub("", text)))
    return not re.search(r"[A-Za-zµμ$%]", rest)


def _times(meant: Meant, size: float) -> Meant:
    if isinstance(meant, Range):
        return Range(_clean(meant.low * size), _clean(meant.high * size))
    if isinstance(meant, Uncertainty):
        outcomes = tuple((v if isinstance(v, str) else _clean(v * size), w) for v, w in meant.outcomes)
        mode = None if meant.mode is None else _clean(meant.mode * size)
        low, high = _clean(meant.low * size), _clean(meant.high * size)
        return dataclasses.replace(meant, low=low, high=high, mode=mode, outcomes=outcomes)
    return _clean(meant * size)


def _clean(number: float) -> float:
    """Return `number` without the dust of a conversion, so that what is shown reads back as what it was."""
    return float(f"{number:.14g}")
