"""What a document holds at one moment: open cases, the one in front, the settings of the views."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from engine.scenario import Scenario

NO_VIEWS: Final[Mapping[str, Any]] = MappingProxyType({})


def _no_views() -> Mapping[str, Any]:
    return NO_VIEWS


@dataclass(frozen=True, slots=True)
class Case:
    """One open scenario.

    Attributes
    ----------
    ident : int
        Stays with the case through edits and undo.
    scenario, baseline, opened : Scenario
        Now; what deltas are against; as it was when opened or made.
    """

    ident: int
    scenario: Scenario
    baseline: Scenario
    opened: Scenario


@dataclass(frozen=True, slots=True)
class Session:
    """All open cases, the one in front, and the settings of the views by view key."""

    cases: tuple[Case, ...]
    active: int = 0
    views: Mapping[str, Any] = field(default_factory=_no_views)

    @property
    def case(self) -> Case:
        """Return the case in front."""
        return self.cases[self.active]

    def with_case(self, **changes: Any) -> "Session":
        """Return a copy with fields of the case in front replaced."""
        case = dataclasses.replace(self.case, **changes)
        cases = (*self.cases[: self.active], case, *self.cases[self.active + 1 :])
        return dataclasses.replace(self, cases=cases)
