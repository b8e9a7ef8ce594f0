"""Pens of the latency view: one hue, stronger with the percentile; a grey mean; wide where limits hold."""

from typing import Final

from PySide6.QtGui import QColor, QPen

from gui.plotting.inks import pen
from gui.theme import Theme

#: Index in the latency map of each percentile, in the light and the dark theme.
_SHADES: Final = {"p50": (150, 128), "p95": (184, 90), "p99": (240, 30)}
_HEAVY: Final = 2.25
_THIN: Final = 1.25


def shade(theme: Theme, which: str) -> QColor:
    """Return the colour of statistic `which`."""
    if which == "mean":
        return theme.muted
    red, green, blue, _ = (int(c) for c in theme.latency_map[_SHADES[which][theme.dark]])
    return QColor(red, green, blue)


def curve_pen(theme: Theme, which: str, *, heavy: bool) -> QPen:
    """Return the pen of statistic `which`."""
    return pen(shade(theme, which), _HEAVY if heavy else _THIN)
