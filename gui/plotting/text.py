"""Figures as a person reads them on a plot: human units, a true minus, a space before the unit."""

import math
from collections.abc import Sequence

from engine.formatting import percent_digits
from engine.metrics import Metric
from engine.specs import Spec
from gui import shown_units
from gui.language import said, tr
from gui.plotting.ticks import told_apart
from gui.shown_units import METRICS

MINUS = "\u2212"
#: Metrics whose sign is their message.
SIGNED = frozenset({"gross_margin", "margin_per_request", "profit_rate", "decision_profit", "value_rate"})


def number(value: float, digits: int = 3) -> str:
    """Return `value` with `digits` significant digits, in thousands to trillions where that is shorter."""
    if not math.isfinite(value):
        return "\u2014"
    size = abs(value)
    for bound, factor, suffix in ((1e12, 1e12, "T"), (1e9, 1e9, "B"), (1e6, 1e6, "M"), (1e4, 1e3, "k")):
        if size >= bound * (1 - 5e-4):
            return _plain(value / factor, digits) + suffix
    return _plain(value, digits)


def _plain(value: float, digits: int) -> str:
    if value == 0.0:
        return "0"
    exponent = math.floor(math.log10(abs(value)))
    decimals = max(0, digits - 1 - exponent)
    text = f"{abs(value):,.{min(decimals, 9)}f}"
    if decimals > 9:
        text = f"{abs(value):.{digits - 1}e}"
    return (MINUS if value < 0 else "") + text


def short(value: float) -> str:
    """Return a round figure with no more digits than it has: 0.5, 20, 1k, 2M."""
    size = abs(value)
    for bound, suffix in ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")):
        if size >= bound:
            return (MINUS if value < 0 else "") + f"{size / bound:g}" + suffix
    said = f"{size:.6g}"
    # People read no exponents: so many noughts as a tiny figure has.
    said = f"{size:.15f}".rstrip("0") if "e" in said and size >= 1e-9 else said
    return (MINUS if value < 0 else "") + said


def unit_of(metric: Metric) -> str:
    """Return what stands behind a figure of `metric`: "ms", "%", or nothing for money and pure numbers."""
    unit = metric.display_unit
    return "" if unit.startswith("$") or unit in {"1", "\u00d7"} else tr(unit)


def caption(metric: Metric) -> str:
    """Return the unit beside the title of a plot."""
    words = {"1": "", "%": "%", "\u00d7": ""}
    if metric.key == "gross_margin":
        return tr("% of price")
    if metric.key.startswith("tpot"):
        return f"{metric.display_unit} / {tr('token')}"
    return words.get(metric.display_unit, tr(metric.display_unit).replace("/", " / "))


def title(metric: Metric) -> str:
    """Return the title of a plot of `metric`."""
    return (
        said("Latency, {figure}", figure=metric.label)
        if metric.key.startswith(("tpot", "ttft"))
        else metric.label
    )


def _dress(text: str, value: float, metric: Metric) -> str:
    sign = ""
    if text.startswith(MINUS):
        sign, text = MINUS, text[1:]
    elif metric.key in SIGNED and value > 0:
        sign = "+"
    money = "$" if metric.display_unit.startswith("$") else ""
    unit = unit_of(metric)
    return f"{sign}{money}{text}" + (f" {unit}" if unit else "")


def reading(key: str, value: float) -> str:
    """Return a metric's figure (display unit) as read at a point; a dash if there is none."""
    metric = METRICS[key]
    if not math.isfinite(value):
        return "\u2014"
    if metric.codes is not None:
        return metric.codes.get(round(value), ("", "\u2014"))[1]
    return _dress(number(value, percent_digits(value) if metric.percent else 3), value, metric)


def level(key: str, value: float) -> str:
    """Return a round figure of a metric as on a tick or an iso-line."""
    metric = METRICS[key]
    text = short(value)
    if metric.display_unit.startswith("$") and 0 < abs(value) < 1 and len(f"{abs(value):g}") == 3:
        text += "0"
    return _dress(text, value, metric)


def bare(key: str, value: float) -> str:
    """Return a round figure of a metric without currency or unit; per cent keeps both."""
    metric = METRICS[key]
    if metric.percent:
        return level(key, value)
    text = level(key, value).replace("$", "")
    unit = unit_of(metric)
    return text.removesuffix(f" {unit}") if unit else text


def axis_value(spec: Spec, value: float, more: int = 0) -> str:
    """Return an input's value as on an axis chip: 6k, 0.5k, 55 %, 2.4; with `more` digits than usual."""
    if spec.percent:
        return f"{value * 100:.{3 + more}g} %"
    value, spec = shown_units.of_spec(value, spec), shown_units.spec(spec)
    if spec.unit == "tokens":
        if value >= 1000:
            thousands = value / 1024 if math.log2(value).is_integer() else value / 1000
            return f"{thousands:.{3 + more}g}k" if thousands < 1e4 else number(value, 3 + more)
        return "0.5k" if value == 512 else f"{value:.{3 + more}g}"
    return f"{value:.{4 + more}g}" if abs(value) < 1e4 else number(value, 3 + more)


def axis_values(spec: Spec, values: Sequence[float]) -> list[str]:
    """Return the figures along an axis of an input, with as many digits as tell them apart."""
    return told_apart(values, lambda value, more: axis_value(spec, value, more))


def axis_title(spec: Spec) -> str:
    """Return an input's label with its unit."""
    unit = shown_units.symbol(spec)
    plain = {"1", "", "\u00d7", spec.label.lower()}
    words = {"seqs": tr(" per replica"), "%": ", %"}
    # A word of its own in English may be the label's in another language.
    plain |= {unit} if tr(unit).lower() == spec.label.lower() else set()
    return spec.label + ("" if unit in plain else words.get(unit, f", {tr(unit)}"))
