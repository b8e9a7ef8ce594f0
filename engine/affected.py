"""What a change of inputs moved: every metric before and after, the most moved first."""

import math
from dataclasses import dataclass
from typing import Final

from engine.drivers.point import Point, point
from engine.errors import ParameterError
from engine.metrics import METRICS
from engine.scenario import Scenario, Value, spec_of

#: Relative movement that is rounding, not an effect.
ROUNDING: Final = 1e-9
#: How far a number is moved to see what it is used for, of the range seen in sources.
NUDGE: Final = 0.05


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


def used_by(scenario: Scenario, key: str) -> list[Effect]:
    """Return the metrics that input `key` moves in `scenario`, the most moved first.

    A number is moved a little up and down, a choice to every other option; what moves in any way counts.
    """
    here = point(scenario)
    found: dict[str, Effect] = {}
    for value in _others(scenario, key):
        try:
            after = point(scenario.with_value(key, value))
        except ParameterError:
            # Not every option fits the other inputs.
            continue
        for effect in effects(here, after):
            if effect.moved and (effect.key not in found or effect.movement > found[effect.key].movement):
                found[effect.key] = effect
    return sorted(found.values(), key=lambda effect: -effect.movement)


def _others(scenario: Scenario, key: str) -> list[Value]:
    spec, now = spec_of(key), scenario.get(key)
    if isinstance(now, str):
        return [option.id for option in spec.options if option.id != now]
    step = NUDGE * (spec.soft_high - spec.soft_low)
    step = max(1.0, round(step)) if spec.whole else step
    moved = (min(spec.high, now + step), max(spec.low, now - step))
    return [value for value in moved if value != now]
