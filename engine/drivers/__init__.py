"""Many evaluations for one purpose: point, line, surface, frontier. numpy in, frozen dataclasses out.

The one gate to the kernels: everything that enters is made float64, contiguous and writable here,
since any other layout would compile for seconds in the middle of a drag.
"""

from engine.drivers.frontier import Frontier, frontier
from engine.drivers.grid import Axis, Line, Surface, SurfaceJob, line, surface
from engine.drivers.point import Point, point, points

__all__ = [
    "Axis",
    "Frontier",
    "Line",
    "Point",
    "Surface",
    "SurfaceJob",
    "frontier",
    "line",
    "point",
    "points",
    "surface",
]
