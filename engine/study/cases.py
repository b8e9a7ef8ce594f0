"""The cases of a study, every scenario with every combination of variants, and the points of each."""

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from engine import files
from engine.command_inputs import open_scenario, with_setting
from engine.errors import IsocostError
from engine.scenario import Scenario, Value, spec_of
from engine.study.declared import Study
from engine.study.errors import StudyError
from engine.sweep_plan import Plan, axis_of

MOST_CASES: Final = 10_000
MOST_POINTS: Final = 10**12
MOST_AXES: Final = 8


class Points(Plan):
    """The points of a case: a sweep of up to eight inputs, or the scenario as it is."""

    inputs_allowed: ClassVar[tuple[int, int]] = (0, MOST_AXES)
    rows_allowed: ClassVar[int] = MOST_POINTS


@dataclass(frozen=True, slots=True)
class Case:
    """One scenario with one combination of variants.

    Attributes
    ----------
    number : int
    source : str
        The scenario as the study names it.
    scenario : Scenario
    settings : tuple of (key, text)
        What the variants set.
    """

    number: int
    source: str
    scenario: Scenario
    settings: tuple[tuple[str, str], ...]

    def value(self, key: str) -> Value:
        """Return what the case has for input `key`, declared unit."""
        return self.scenario.get(key)


def sources(study: Study) -> dict[str, Scenario]:
    """Return the scenarios that the study names, as they are before any variant."""
    found = {}
    for name in study.scenarios:
        file, mark, inside = name.rpartition("#")
        try:
            found[name] = open_scenario(file if mark else name, inside if mark else None, ())[0]
        except IsocostError as error:
            raise StudyError(f"[study] scenarios = {name!r}: {error}") from None
    return found


def count_cases(study: Study) -> int:
    """Return how many cases there are; raise `StudyError` for too many."""
    count = len(study.scenarios) * math.prod(len(texts) for _, texts in study.variants)
    if count > MOST_CASES:
        raise StudyError(
            f"[variants] make {count:,} cases; the most is {MOST_CASES:,}: move inputs to [sweep.axes]"
        )
    return count


def cases(study: Study, found: dict[str, Scenario]) -> Iterator[Case]:
    """Yield every case: scenario by scenario, the last variant running fastest."""
    count_cases(study)
    keys = [key for key, _ in study.variants]
    chosen = itertools.product(*(texts for _, texts in study.variants))
    for number, (source, texts) in enumerate(itertools.product(study.scenarios, list(chosen))):
        scenario, settings = found[source], tuple(zip(keys, texts, strict=True))
        for key, text in settings:
            try:
                scenario = with_setting(scenario, f"{key}={text}")
            except IsocostError as error:
                raise StudyError(
                    f"[variants] {key} = {text!r}: {str(error).removeprefix('--set ')}"
                ) from None
        yield Case(number, source, scenario, settings)


def points(study: Study, scenario: Scenario) -> Points:
    """Return the points of the case of `scenario`."""
    axes = []
    for key, texts in study.axes:
        try:
            axes.append(axis_of(key, "; ".join(texts)))
        except IsocostError as error:
            told = texts[0] if len(texts) == 1 else list(texts)
            raise StudyError(f"[sweep.axes] {key} = {told!r}: {error}") from None
    try:
        made = Points(scenario, tuple(axes), study.mode)
    except IsocostError as error:
        raise StudyError(f"[sweep.axes] {error}") from None
    return made


def certain(scenario: Scenario, keys: tuple[str, ...]) -> Scenario:
    """Return `scenario` with the inputs `keys` no longer in doubt: a point has them as they are."""
    for key in keys:
        scenario = scenario.annotate(key, locked=True)
    return scenario


def case_bytes(case: Case) -> bytes:
    """Return the case as a scenario file."""
    return files.to_bytes(files.Project((case.scenario,)))


def label(case: Case) -> str:
    """Return the case in words: the scenario's name and what the variants set."""
    told = ", ".join(f"{spec_of(key).label} {text}" for key, text in case.settings)
    return f"{case.scenario.name}: {told}" if told else case.scenario.name
