"""Figures as a person reads them: three digits, the unit, a true minus, and never "nan".

`format_value` and `format_delta` write for reading; `format_input` and `format_exact` write what
`quantities.parse` reads back.
"""

import math
from decimal import Decimal
from typing import Final

from engine.metrics import Metric
from engine.quantities import parse
from engine.specs import Spec
from engine.units import UNITS

MINUS: Final = "\u2212"
#: What stands where there is no figure.
NOTHING: Final = "\u2014"

#: Metrics whose sign is the message.
SIGNED: Final = frozenset({"gross_margin", "margin_per_request", "profit_rate"})

# Nouns that the label beside a figure already says.
_COUNTS: Final = frozenset(
    {
        "1", "tokens", "requests", "seqs", "users", "layers", "heads", "experts", "elements", "accelerators",
        "replicas", "bits",
    }
)  # fmt: skip
_MILLION: Final = 1e6
# A break-even margin is zero to rounding; that is "0 %", not "1e-13 %".
_LEAST_PERCENT: Final = 5e-4


def format_value(value: float | str, of: Spec | Metric, *, full: bool = False, decimal: str = ".") -> str:
    """Return `value` for reading: "$1.98", "+10 %", "32 ms", "36", "1.2 M"; an em dash where there is none.

    Parameters
    ----------
    value : float or str
        As its owner holds it: the value in a scenario for a `Spec`, the figure in a record (base
        units, or the code) for a `Metric`.
    of : Spec or Metric
    full : bool
        Also name what money is paid per and what a count counts: "$2.60/h", "36 accelerators".
    decimal : "." or ","
        Decimal mark; the other one parts thousands.
    """
    if isinstance(of, Spec):
        return _input_text(value, of, full, decimal)
    if isinstance(value, str):
        return value
    if not math.isfinite(value):
        return NOTHING
    if of.codes is not None:
        return of.codes[round(value)][1] if round(value) in of.codes else NOTHING
    if of.key == "feasible":
        return "yes" if value else "no"
    shown = of.shown(value)
    if of.percent and abs(shown) < _LEAST_PERCENT:
        shown = 0.0
    return _with_unit(shown, of.display_unit, full, decimal, signed=of.key in SIGNED)


def _input_text(value: float | str, spec: Spec, full: bool, decimal: str) -> str:
    if isinstance(value, str) or spec.kind == "choice":
        return spec.show(value)
    if not math.isfinite(value):
        return NOTHING
    if spec.calendar:
        return f"{value:.0f}"
    return _with_unit(value * 100.0 if spec.percent else value, spec.display_unit, full, decimal)


def _with_unit(number: float, unit: str, full: bool, decimal: str, *, signed: bool = False) -> str:
    money = unit.startswith("$")
    fine = percent_digits(number) if unit == "%" else 3
    digits = format_number(abs(number), money=money, digits=fine, decimal=decimal)
    zero = not any(c in "123456789" for c in digits)
    sign = "" if zero else MINUS if number < 0 else "+" if signed else ""
    if money:
        per = unit[1:] if full else ""
        return f"{sign}${digits}{per}"
    if unit in _COUNTS and (not full or unit == "1"):
        return sign + digits
    return f"{sign}{digits} {unit}"


def percent_digits(number: float) -> int:
    """Return the significant digits of a figure in per cent that say something.

    Below one per cent a third digit is noise; near a hundred what is missing gets two, for the nines of
    an availability are all there is to tell.
    """
    missing = 100.0 - abs(number)
    if 1e-7 < missing < 1.0:
        return 3 + math.ceil(-math.log10(missing))
    return 2 if abs(number) < 1.0 else 3


def unit_text(of: Spec | Metric) -> str:
    """Return what `format_value` leaves unsaid, to stand beside the figure: "/h", "per M tokens", "seqs"."""
    unit = of.display_unit
    if unit.startswith("$"):
        return unit[1:].replace("/M tokens", "per M tokens")
    return unit if unit in _COUNTS and unit != "1" else ""


def format_number(number: float, *, money: bool = False, digits: int = 3, decimal: str = ".") -> str:
    """Return a figure without unit to `digits` significant digits, thousands parted, millions as "1.2 M".

    Thousands are kept to the unit, and money below a hundred to the cent.
    """
    if not math.isfinite(number):
        return NOTHING
    size = abs(number)
    rounded = float(f"{size:.{digits - 1}e}")
    if rounded >= 1e15:
        text = _power(f"{size:.{digits - 1}e}")
    elif rounded >= _MILLION:
        name, scale = next(pair for pair in (("T", 1e12), ("B", 1e9), ("M", 1e6)) if rounded >= pair[1])
        text = f"{_fixed(size / scale, digits, 0)} {name}"
    elif size != 0.0 and rounded < 1e-6:
        text = _power(f"{size:.{digits - 1}e}")
    elif rounded >= 1000.0:
        text = f"{size:,.0f}"
    else:
        text = _cents(size) if money and 1.0 <= rounded < 100.0 else _fixed(size, digits, 2 if money else 0)
    sign = MINUS if number < 0 and any(c in "123456789" for c in text) else ""
    return sign + _localize(text, decimal)


def _fixed(size: float, digits: int, decimals: int) -> str:
    """Return `size` to `digits` significant digits without trailing zeros beyond `decimals` places."""
    if size == 0.0:
        return "0"
    places = max(0, digits - 1 - math.floor(math.log10(float(f"{size:.{digits - 1}e}"))))
    text = f"{size:.{places}f}"
    if "." not in text:
        return text
    head, _, tail = text.partition(".")
    tail = tail.rstrip("0").ljust(min(decimals, places), "0")
    return f"{head}.{tail}" if tail else head


def _cents(size: float) -> str:
    return f"{size:.2f}".removesuffix(".00")


def _power(text: str) -> str:
    mantissa, _, exponent = text.partition("e")
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    return f"{mantissa}e{int(exponent)}".replace("-", MINUS)


def _localize(text: str, decimal: str) -> str:
    return text if decimal == "." else text.translate(str.maketrans(".,", ",."))


def format_range(low: float, high: float, of: Metric, decimal: str = ".") -> str:
    """Return a band for reading beside its figure, two digits and no unit: "3.7–8.2", "−12 to +8", "≥ 3.7".

    Parameters
    ----------
    low, high : float
        Base units; NaN for an open end. Empty where both are open or look alike.
    """
    ends = []
    for end in (low, high):
        if math.isfinite(end):
            shown = of.shown(end)
            sign = "+" if of.key in SIGNED and shown > 0.0 else ""
            ends.append(sign + format_number(shown, digits=2, decimal=decimal))
        else:
            ends.append("")
    if ends[0] == ends[1]:
        return ""
    if not all(ends):
        return f"\u2264 {ends[1]}" if ends[1] else f"\u2265 {ends[0]}"
    return " to ".join(ends) if any(end[0] in "+\u2212" for end in ends) else "\u2013".join(ends)


def format_delta(now: float, base: float, metric: Metric, *, decimal: str = ".") -> tuple[str, int]:
    """Return how far a metric moved from the baseline, as text without sign, and the direction.

    Parameters
    ----------
    now, base : float
        Figures of records, base units.
    metric : Metric

    Returns
    -------
    text : str
        "22 pt" for shares, "4 ms" for times and counts, "20 %" for the rest; "unchanged"; an em dash
        where either figure is missing.
    direction : int
        +1 more, -1 less, 0 neither; good or bad is this times `metric.better`.
    """
    if not (math.isfinite(now) and math.isfinite(base)):
        return NOTHING, 0
    if metric.codes is not None or metric.key == "feasible":
        same = now == base
        return ("unchanged" if same else f"was {format_value(base, metric)}"), 0 if same else (
            now > base
        ) * 2 - 1
    difference = now - base
    if abs(difference) <= 1e-12 * max(abs(now), abs(base)):
        return "unchanged", 0
    direction = 1 if difference > 0 else -1
    size = metric.shown(abs(difference))
    if metric.percent:
        return f"{format_number(size, digits=2, decimal=decimal)} pt", direction
    if UNITS[metric.unit].dimension == "time" or metric.unit in _COUNTS:
        digits = format_number(size, digits=2, decimal=decimal)
        return (digits if metric.unit in _COUNTS else f"{digits} {metric.unit}"), direction
    if metric.key in SIGNED or base == 0.0:
        return _with_unit(size, metric.display_unit, False, decimal), direction
    return f"{_compact(100.0 * abs(difference / base), decimal)} %", direction


def _compact(size: float, decimal: str) -> str:
    """Return `size`, in thousands where it is long: a column of changes is narrow."""
    if 1e4 <= size < 1e6:
        return f"{format_number(size / 1e3, digits=2, decimal=decimal)}k"
    return format_number(size, digits=2, decimal=decimal)


def format_input(value: float, spec: Spec, decimal: str = ".") -> str:
    """Return `value` for the value field, without unit, to six significant digits."""
    return _field_text(Decimal(f"{value:.6g}"), spec, decimal)


def format_exact(value: float, spec: Spec, decimal: str = ".") -> str:
    """Return the shortest text of the value field that reads back as exactly `value`."""
    text = format_input(value, spec, decimal)
    if parse(text, spec, decimal) == value:
        return text
    return _field_text(Decimal(repr(value)), spec, decimal)


def _field_text(number: Decimal, spec: Spec, decimal: str) -> str:
    if not number.is_finite():
        return ""
    number = number.scaleb(2) if spec.percent else number
    if not number:
        return "0"
    number = number.normalize()
    if -7 <= number.adjusted() < 15:
        return _localize(f"{number:,f}" if number.adjusted() >= 4 else f"{number:f}", decimal).replace(
            "-", MINUS
        )
    return _localize(f"{number:e}".replace("e+", "e"), decimal).replace("-", MINUS)
