"""What a bridge is: its steps, and what it takes to look inside them."""

import math
from dataclasses import dataclass

from engine.compare.mixtures import Mask, Mixtures
from engine.compare.shapley import Floats


@dataclass(frozen=True, slots=True)
class Step:
    """One bar of a bridge.

    Attributes
    ----------
    label : str
    group : str
        Group of inputs; that of the first where several can only change at once.
    role : str
        "decision", "assumption" or "price"; "" where several roles can only change at once.
    members : tuple of int
        Indices of its changes in `Solved.mixtures`.
    keys : tuple of str
        Inputs that change with it.
    value, error : float
        What it adds, and the standard error of that where orders were drawn; base units.
    factor : float
        By what it multiplies, in a bridge of factors.
    """

    label: str
    group: str
    role: str
    members: tuple[int, ...]
    keys: tuple[str, ...]
    value: float
    error: float = 0.0
    factor: float = math.nan

    @property
    def times(self) -> float:
        """Return by what a standard error multiplies `factor`: 1 where nothing was drawn."""
        if not self.error > 0.0 or not math.isfinite(self.factor):
            return 1.0
        # Values are logarithms of factors, brought to base units together with their errors.
        return math.exp(self.error * abs(math.log(self.factor) / self.value)) if self.value else 1.0


@dataclass(frozen=True, slots=True)
class Bridge:
    """The difference of a metric between two scenarios, shared out among what changed.

    Attributes
    ----------
    metric : str
    start, end : float
        Base units; NaN where a scenario has no value.
    steps : tuple of Step
        Along the chain; they add up to `end` less `start`.
    exact : bool
        Whether every order was counted; else they were drawn.
    converged : bool
        Whether the error is as small as was asked for.
    orders : int
        Orders drawn; 0 where all were counted.
    kept : float
        Share of all orders that have a value at every step: only those count.
    broken : float
        Share of the mixtures looked at that break a limit and have a value all the same.
    together : str
        What can only change at once, for in no order with them apart has every step a value.
    evaluations : int
    trouble : str
        Why there are no steps.
    factors : bool
        Whether steps multiply up to `end` over `start`: they are means of logarithms over all orders, and
        what each adds is its share of the whole logarithm (logarithmic mean Divisia: B. W. Ang, 2004).
    """

    metric: str
    start: float
    end: float
    steps: tuple[Step, ...] = ()
    exact: bool = True
    converged: bool = True
    orders: int = 0
    kept: float = 1.0
    broken: float = 0.0
    together: str = ""
    evaluations: int = 0
    trouble: str = ""
    factors: bool = False

    @property
    def difference(self) -> float:
        """Return `end` less `start`."""
        return self.end - self.start

    @property
    def error(self) -> float:
        """Return the largest standard error of a step."""
        return max((step.error for step in self.steps), default=0.0)

    @property
    def times(self) -> float:
        """Return the largest standard error of a factor, as what it multiplies by."""
        return max((step.times for step in self.steps), default=1.0)

    def roles(self) -> dict[str, float]:
        """Return what each role adds; "" for what several roles add at once, where there is any."""
        made = {"decision": 0.0, "assumption": 0.0, "price": 0.0}
        for step in self.steps:
            made[step.role] = made.get(step.role, 0.0) + step.value
        return made

    def role_factors(self) -> dict[str, float]:
        """Return by what each role multiplies, in a bridge of factors."""
        made = {"decision": 1.0, "assumption": 1.0, "price": 1.0}
        for step in self.steps:
            made[step.role] = made.get(step.role, 1.0) * step.factor
        return made


@dataclass(frozen=True, slots=True)
class Joined:
    """The mixtures that a step is taken in, and the share of orders in which it is taken in each.

    Attributes
    ----------
    made : ndarray of bool, shape (n, changes)
    weight : ndarray, shape (n,)
        Adds up to 1.
    """

    made: Mask
    weight: Floats


@dataclass(frozen=True, slots=True)
class Solved:
    """A bridge with what it takes to look inside its steps; `joined` by step.

    Attributes
    ----------
    back : bool
        Whether the mixtures are those of the way back.
    scale : float
        Base units for each unit in which mixtures are added up.
    """

    bridge: Bridge
    mixtures: Mixtures
    joined: tuple[Joined, ...] = ()
    back: bool = False
    scale: float = 1.0
