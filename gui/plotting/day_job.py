"""The job of the day view: a week hour by hour, and what each further nine costs."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Literal

from engine import shapes
from engine.drivers.cures import cause
from engine.drivers.day import Day, day, week_shape
from engine.drivers.nines import Nines, nines
from engine.drivers.nines import mark as stands
from engine.drivers.point import Point, point
from engine.errors import IsocostError
from engine.scenario import Scenario
from gui.language import mark, say
from gui.plotting.contours import Floats

Mode = Literal["hours", "nines"]

#: Weekdays of the week, hour 0 being Monday 0:00.
DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
#: Other ways to repair or to place a service that get curves of their own.
_OTHERS: Final = (
    (mark("hot spare"), {"reliability.repair": "hot"}),
    (mark("server swap"), {"reliability.repair": "swap"}),
    (mark("field repair"), {"reliability.repair": "field"}),
    (mark("two regions"), {"reliability.regions": "two"}),
    (mark("second provider"), {"reliability.regions": "provider"}),
)


@dataclass(frozen=True, slots=True)
class DayResult:
    """A frame of the day view.

    Attributes
    ----------
    mode : "hours" or "nines"
    scenario : Scenario
        With the shape that is being drawn.
    here : Point
    hours, before : Day or None
        The week of the scenario and of the baseline; None in the other mode, or where it is the same.
    shape : ndarray, shape (168,)
        What the users of one zone do, over the mean.
    curves : tuple of Nines
        The scenario's own first.
    baseline : Nines or None
    marks : tuple of (down, cost [$/s])
        The scenario's own, then the baseline's.
    """

    mode: Mode
    scenario: Scenario
    here: Point
    shape: Floats
    hours: Day | None = None
    before: Day | None = None
    curves: tuple[Nines, ...] = ()
    baseline: Nines | None = None
    marks: tuple[tuple[float, float], ...] = ()

    @property
    def said(self) -> str:
        """Return why nothing is known of capacity; "" where all is."""
        if self.scenario.get("finance.supply") == "api" and math.isfinite(self.here.base("cost_rate")):
            return "Tokens are bought: the seller holds the capacity, and only what is used is paid for."
        stopped = None if math.isfinite(self.here.base("replicas")) else cause(self.scenario, self.here)
        return "" if stopped is None else say("Nothing can be served: {stopped}.", stopped=stopped.text)


@dataclass(frozen=True)
class DayJob:
    """Computes a `DayResult`; `draft` is the week under the hand, None where the scenario's own counts."""

    mode: Mode
    draft: tuple[float, ...] | None = field(default=None)

    def run(
        self, scenario: Scenario, baseline: Scenario, coarse: bool, cancelled: Callable[[], bool]
    ) -> DayResult | None:
        """Return the frame; None where a quick one is asked for, since a full one comes as fast."""
        if coarse:
            return None
        if self.draft is not None:
            scenario = shapes.with_week(scenario, self.draft)
        here = point(scenario)
        own = week_shape(scenario.with_value("demand.zones", "one"))
        if cancelled():
            return None
        if self.mode == "hours":
            same = baseline.to_record().tobytes() == scenario.to_record().tobytes()
            return DayResult(
                "hours", scenario, here, own, day(scenario), None if same else _quietly(baseline)
            )
        return _nines(scenario, baseline, here, own)


def _quietly(baseline: Scenario) -> Day | None:
    try:
        return day(baseline)
    except IsocostError:
        return None


def _nines(scenario: Scenario, baseline: Scenario, here: Point, own: Floats) -> DayResult:
    now = nines(scenario, "now")
    curves = [] if now is None else [now]
    for name, values in _OTHERS:
        other = scenario.with_values(values)
        found = nines(other, name) if now is not None and other is not scenario else None
        if found is not None:
            curves.append(found)
    marks = [stands(here)]
    before = None
    if baseline.to_record().tobytes() != scenario.to_record().tobytes():
        before = nines(baseline, "baseline")
        marks.append(stands(point(baseline)))
    known = tuple((down, cost) for down, cost in marks if math.isfinite(cost))
    return DayResult("nines", scenario, here, own, curves=tuple(curves), baseline=before, marks=known)


def parse_hours(text: str) -> list[float]:
    """Return the numbers of pasted `text`; raise `IsocostError` naming what is none.

    Apart by white space, semicolons or tabs; by commas too where points are decimal.
    """
    tidy = text.replace(";", " ").replace("\t", " ")
    listed = "," in tidy and not any(sign in tidy.strip() for sign in (" ", "\n"))
    if "." in tidy or listed:
        tidy = tidy.replace(",", " ")
    else:
        tidy = tidy.replace(", ", " ").replace(",\n", " ").replace(",", ".")
    found = []
    for word in tidy.split():
        try:
            found.append(float(word))
        except ValueError:
            raise IsocostError(
                f"{word[:20]!r} is not a number; paste 24 or 168 numbers, an hour each, from Monday 0:00"
            ) from None
    return found


def dragged(week: Floats, hours: tuple[int, ...], wanted: float) -> tuple[float, ...]:
    """Return `week` with `hours` raised or lowered so that each is `wanted` times the mean afterwards.

    The mean is what users and their requests set, so the other hours give way.
    """
    made = week.copy()
    count, total = len(hours), week.size
    rest = float(week.sum() - week[list(hours)].sum())
    most = 0.98 * total / count
    level = min(max(wanted, 0.0), most)
    # w / ((rest + n w) / 168) = level
    made[list(hours)] = level * rest / (total - count * level) if rest > 0.0 else max(level, 1e-3)
    if not made.sum() > 0.0:
        made[list(hours)] = 1e-3
    return tuple(float(value) for value in made)
