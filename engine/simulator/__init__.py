"""A discrete-event simulator of the closed form's server: request by request, step by step."""

from engine.simulator.result import Simulation, Spread
from engine.simulator.run import DISPATCH, Cancelled, simulate
from engine.simulator.trace import Trace, read_trace
from engine.simulator.workload import Prefixes

__all__ = [
    "DISPATCH",
    "Cancelled",
    "Prefixes",
    "Simulation",
    "Spread",
    "Trace",
    "read_trace",
    "simulate",
]
