"""What a rung of the ladder is: a lever, its levels, what pulling it makes, or why it cannot be pulled."""

from collections.abc import Callable
from dataclasses import dataclass

from engine.scenario import Scenario


class NotHere(Exception):  # noqa: N818 - no error: the lever has nothing to act on
    """A lever does not apply to a scenario; the text says why."""


@dataclass(frozen=True, slots=True)
class Level:
    """How hard a lever is pulled: its id in files, and its words."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a pull makes: ways to choose the cheapest of.

    Attributes
    ----------
    ways : tuple of (Scenario, str)
        Scenario after the pull, and what was done in a few words.
    only_if_cheaper : bool
        Whether the lever is left alone where none of them costs less.
    one_off : float
        Paid once [$].
    """

    ways: tuple[tuple[Scenario, str], ...]
    only_if_cheaper: bool = False
    one_off: float = 0.0


@dataclass(frozen=True, slots=True)
class Rung:
    """One lever.

    Attributes
    ----------
    key, label, doc : str
    levels : tuple of Level
        The first is where it begins.
    pull : callable
        Takes a scenario and the id of a level; raises `NotHere`.
    on : bool
        Whether it is pulled unless the user says otherwise.
    strength : str
        The input that says how hard where the level is "set".
    machines : bool
        Whether it acts on the machines, so that who buys tokens has nothing to pull.
    """

    key: str
    label: str
    doc: str
    levels: tuple[Level, ...]
    pull: Callable[[Scenario, str], Pulled]
    on: bool = True
    strength: str = ""
    machines: bool = False

    def pulled(self, scenario: Scenario, level: str) -> Pulled:
        """Return what `pull` makes; raise `NotHere` where the machines are another's too."""
        if self.machines and scenario.get("finance.supply") == "api":
            raise NotHere("tokens are bought: it acts on the seller's machines")
        return self.pull(scenario, level)
