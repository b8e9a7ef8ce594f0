"""Many evaluations for one purpose: point, line, surface, frontier. numpy in, frozen dataclasses out.

The one gate to the kernels: everything that enters is made float64, contiguous and writable here,
since any other layout would compile for seconds in the middle of a drag.
"""

from engine.drivers.cures import Cause, Cure, cause, cures
from engine.drivers.frontier import Frontier, frontier
from engine.drivers.grid import Axis, Line, Surface, SurfaceJob, line, surface
from engine.drivers.point import Point, point, points, tier_points
from engine.drivers.routing import Split, best_split
from engine.drivers.served import served

__all__ = [
    "Axis",
    "Cause",
    "Cure",
    "Frontier",
    "Line",
    "Point",
    "Split",
    "Surface",
    "SurfaceJob",
    "best_split",
    "cause",
    "cures",
    "frontier",
    "line",
    "point",
    "points",
    "served",
    "surface",
    "tier_points",
]
