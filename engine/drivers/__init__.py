"""Many evaluations for one purpose: point, line, surface, frontier. numpy in, frozen dataclasses out.

The one gate to the kernels: everything that enters is made float64, contiguous and writable here,
since any other layout would compile for seconds in the middle of a drag.
"""

from engine.drivers.cash import Cash, cash
from engine.drivers.cures import Cause, Cure, cause, cures
from engine.drivers.frontier import Frontier, frontier
from engine.drivers.grid import Axis, Line, Surface, SurfaceJob, line, surface
from engine.drivers.point import Point, point, points, tier_points
from engine.drivers.routing import Split, best_split
from engine.drivers.served import served
from engine.drivers.supplies import Crossing, Supplies, supplies

__all__ = [
    "Axis",
    "Cash",
    "Cause",
    "Crossing",
    "Cure",
    "Frontier",
    "Line",
    "Point",
    "Split",
    "Supplies",
    "Surface",
    "SurfaceJob",
    "best_split",
    "cash",
    "cause",
    "cures",
    "frontier",
    "line",
    "point",
    "points",
    "served",
    "supplies",
    "surface",
    "tier_points",
]
