"""Scenarios beside each other: figures, inputs that differ, and what each change adds to a difference."""

from engine.compare.bridges import bridge
from engine.compare.differences import Row, rows
from engine.compare.figures import KPIS, Compared, Figure, compared
from engine.compare.inner import inside
from engine.compare.results import Bridge, Solved, Step

__all__ = [
    "KPIS",
    "Bridge",
    "Compared",
    "Figure",
    "Row",
    "Solved",
    "Step",
    "bridge",
    "compared",
    "inside",
    "rows",
]
