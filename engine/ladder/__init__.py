"""The lever ladder: levers pulled one after the other from a scenario, each step evaluated by the engine."""

from engine.ladder.climb import Ladder, Pull, Step, climb, default_plan, plan_data, plan_from
from engine.ladder.rung import Level, Rung
from engine.ladder.rungs import RUNGS

__all__ = [
    "RUNGS",
    "Ladder",
    "Level",
    "Pull",
    "Rung",
    "Step",
    "climb",
    "default_plan",
    "plan_data",
    "plan_from",
]
