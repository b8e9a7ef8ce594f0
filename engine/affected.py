"""What a change of inputs moved: every metric before and after, the most moved first."""

import math
from dataclasses import dataclass
from typing import Final

from engine.drivers.point import Point
from engine.metrics import METRICS

#: Relative movement that is rounding, not an effect.
ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Effect:
    """One metric before and after a change.

    Attributes
    ----------
    key : str
    before, after : float
        Base units; NaN where the metric has no meaning.
    movement : float
        Difference over the larger of both sizes: 0 for none, 1 from nothing to something, at most 2;
        infinite where a figure came or went, and where a named state became another.
    """

    key: str
    before: float
    after: float
    movement: float

    @property
    def moved(self) -> bool:
        """Whether the metric moved by more than rounding."""
        return self.movement > ROUNDING


def movement(before: float, after: float) -> float:
    """Return how far a figure moved, relative to the larger of both sizes; infinite where one is missing."""
    known = math.isfinite(before), math.isfinite(after)
    if not any(known):
        return 0.0
    if not all(known):
        return math.inf
    size = max(abs(before), abs(after))
    return abs(after - before) / size if size > 0.0 else 0.0


def effects(before: Point, after: Point) -> list[Effect]:
    """Return what happened to every metric from `before` to `after`, the most moved first."""
    made = []
    for order, (key, metric) in enumerate(METRICS.items()):
        was, now = before.base(key), after.base(key)
        by = movement(was, now)
        if (metric.codes is not None or key == "feasible") and by > 0.0:
            by = math.inf
        made.append((-by, order, Effect(key, was, now, by)))
    return [effect for _, _, effect in sorted(made, key=lambda one: one[:2])]
