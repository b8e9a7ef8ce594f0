"""Climbing: each lever pulled on what those before it made, and alone on today's scenario."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from engine.drivers import Point, cause, point
from engine.errors import IsocostError
from engine.ladder.rung import NotHere, Pulled, Rung
from engine.ladder.rungs import RUNGS
from engine.scenario import Scenario

_BY_KEY: Final[Mapping[str, Rung]] = {rung.key: rung for rung in RUNGS}
# What is cheaper by less is not.
_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class Pull:
    """Which lever, whether it is pulled, and how hard (id of a level)."""

    key: str
    on: bool
    level: str

    @property
    def rung(self) -> Rung:
        """Return the declaration of the lever."""
        return _BY_KEY[self.key]


@dataclass(frozen=True, slots=True)
class Step:
    """One rung of a ladder.

    Attributes
    ----------
    pull : Pull
    told : str
        What is done, or why nothing is.
    applied : bool
        Whether the scenario changed.
    scenario, point : Scenario, Point
        After this step; as before it where the lever does not apply.
    before, after : float
        Cost in $ per M tokens of today's answers, before and after; NaN where nothing is served.
    alone : float
        Cost where only this lever is pulled; NaN where it cannot be.
    volume : float
        Output tokens after which what is paid once is earned back; NaN where nothing is.
    """

    pull: Pull
    told: str
    applied: bool
    scenario: Scenario
    point: Point
    before: float
    after: float
    alone: float
    volume: float


@dataclass(frozen=True, slots=True)
class Ladder:
    """Levers pulled in order from `start`.

    Attributes
    ----------
    start : Scenario
    point : Point
        Of `start`.
    cost : float
        Of `start`, $ per M output tokens.
    steps : tuple of Step
    """

    start: Scenario
    point: Point
    cost: float
    steps: tuple[Step, ...]

    @property
    def end(self) -> float:
        """Return the cost after the last step."""
        return self.steps[-1].after if self.steps else self.cost


def default_plan() -> tuple[Pull, ...]:
    """Return every lever as declared."""
    return tuple(Pull(rung.key, rung.on, rung.levels[0].id) for rung in RUNGS)


def plan_from(saved: object) -> tuple[Pull, ...]:
    """Return the plan that plain data `saved` describes; what is unknown or missing is as declared."""
    known = {pull.key: pull for pull in default_plan()}
    made: dict[str, Pull] = {}
    for entry in saved if isinstance(saved, list) else []:
        pull = _read(entry, known)
        if pull is not None:
            made.setdefault(pull.key, pull)
    return (*made.values(), *(pull for key, pull in known.items() if key not in made))


def _read(entry: object, known: Mapping[str, Pull]) -> Pull | None:
    if not isinstance(entry, Mapping) or entry.get("lever") not in known:
        return None
    pull = known[str(entry["lever"])]
    levels = {level.id for level in pull.rung.levels}
    level = entry.get("level")
    return Pull(pull.key, bool(entry.get("on", pull.on)), str(level) if level in levels else pull.level)


def plan_data(plan: Iterable[Pull]) -> list[dict[str, Any]]:
    """Return `plan` as plain data."""
    return [{"lever": pull.key, "on": pull.on, "level": pull.level} for pull in plan]


def climb(scenario: Scenario, plan: Iterable[Pull]) -> Ladder:
    """Return the ladder of `plan` from `scenario`.

    Cost is told by the tokens of today's answers, so that a step that makes answers longer or shorter
    is judged by what an answer costs.
    """
    start = point(scenario)
    tokens = start.base("served_output_tokens")
    here, now, steps = scenario, start, []
    for pull in plan:
        before = _cost(now, tokens)
        alone = _alone(scenario, start, pull, tokens)
        if not pull.on:
            steps.append(_left(pull, "left out", here, now, before, alone))
            continue
        try:
            made = pull.rung.pulled(here, pull.level)
            found = _best(made, now)
        except (NotHere, IsocostError) as reason:
            steps.append(_left(pull, str(reason), here, now, before, alone))
            continue
        here, told, after = found
        cost = _cost(after, tokens)
        volume = _volume(made, now, after) if made.one_off else math.nan
        steps.append(Step(pull, told, True, here, after, before, cost, alone, volume))
        now = after
    return Ladder(scenario, start, _cost(start, tokens), tuple(steps))


def _left(pull: Pull, told: str, here: Scenario, now: Point, cost: float, alone: float) -> Step:
    return Step(pull, told, False, here, now, cost, cost, alone, math.nan)


def _cost(found: Point, tokens: float) -> float:
    """Return $ per M of `tokens` an answer, NaN where nothing is served."""
    return found.base("cost_per_request") / tokens * 1e6


def _alone(start: Scenario, found: Point, pull: Pull, tokens: float) -> float:
    try:
        made = replace(pull.rung.pulled(start, pull.level), only_if_cheaper=False)
        return _cost(_best(made, found)[2], tokens)
    except (NotHere, IsocostError):
        return math.nan


def _best(made: Pulled, now: Point) -> tuple[Scenario, str, Point]:
    """Return the cheapest way of a pull, those within the limits first; raise `NotHere` if none serves."""
    found = [(way, told, point(way)) for way, told in made.ways]
    served = [one for one in found if math.isfinite(one[2].base("cost_per_request"))]
    if not served:
        way, _, first = found[0]
        why = cause(way, first)
        raise NotHere(f"nothing could be served: {_within(why.chip) if why else 'it does not fit'}")
    best = min(served, key=lambda one: (not one[2].feasible, one[2].base("cost_per_request")))
    before, after = now.base("cost_per_request"), best[2].base("cost_per_request")
    if made.only_if_cheaper and math.isfinite(before):
        if now.feasible and not best[2].feasible:
            raise NotHere("it would break a service limit")
        if not after < before * (1.0 - _LEAST):
            more = (after / before - 1.0) * 100.0
            said = f"it would cost {more:.3g} % more here" if more > 0.05 else "it would save nothing here"
            raise NotHere(said)
    return best


def _within(chip: str) -> str:
    """Return a cause as it is written within a sentence: TTFT stays large."""
    return chip if chip[:2].isupper() else chip.lower()


def _volume(made: Pulled, before: Point, after: Point) -> float:
    """Return the output tokens after which `made.one_off` is earned back; infinite where it never is."""
    saved = before.base("cost_per_token_all_in") - (
        (after.base("cost_rate") - after.base("distilled_rate"))
        / after.base("request_rate")
        / after.base("served_output_tokens")
    )
    return made.one_off / saved if saved > 0.0 else math.inf
