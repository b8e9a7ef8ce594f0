"""Shares and errors as the views of doubt write them."""

import math

from engine.doubt import Estimate
from gui.plotting import text
from gui.shown_units import METRICS


def share(value: float, digits: int = 0) -> str:
    """Return a share as per cent: "62.4 %"."""
    if not math.isfinite(value):
        return "\u2014"
    return f"{value * 100.0:.{digits}f}\u00a0%".replace("-", text.MINUS)


def little(value: float) -> str:
    """Return a share with one digit where it is below a tenth: "0.3 %", "38 %"."""
    return share(value, 1 if value < 0.0995 else 0)


def off(key: str, error: Estimate | float) -> str:
    """Return how far a figure of metric `key` may be off, "± 0.3 pt"; empty where nobody knows.

    `error` is an estimate, or half the width of the band, in base units.
    """
    half = error.error if isinstance(error, Estimate) else error
    if not math.isfinite(half):
        return ""
    metric = METRICS[key]
    money = "$" if metric.display_unit.startswith("$") else ""
    unit = "pt" if metric.percent else text.unit_of(metric)
    return f"± {money}{text.number(abs(metric.shown(half)), 2)} {unit}".rstrip()


def rank(value: float) -> str:
    """Return a rank correlation with its sign."""
    return f"{value:+.2f}".replace("-", text.MINUS)
