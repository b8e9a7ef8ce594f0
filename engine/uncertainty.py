"""What is known of an input beyond its value, and what a scenario says of doubt as a whole.

Plain data, kept in scenarios and their files; `engine.doubt` computes with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

#: Distributions an uncertainty may have.
KINDS: Final = ("range", "uniform", "triangular", "normal", "lognormal", "pert", "discrete")
#: Kinds whose ends may be the least and the most there can be.
BOUNDED: Final = frozenset({"uniform", "triangular", "pert"})
#: Kinds that take a most likely value.
PEAKED: Final = frozenset({"triangular", "pert"})
#: Where doubt about inputs of which nobody stated any comes from.
SPREADS: Final = ("grade", "soft", "stated")


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """What is known of an input beyond its value.

    Attributes
    ----------
    low, high : float
        10th and 90th percentile in the parameter's unit; where `bounds`, the least and the most.
    kind : str
        "range" (lognormal where both ends are positive, else normal), "uniform", "triangular",
        "normal", "lognormal", "pert" or "discrete".
    mode : float or None
        The most likely value, of a triangular or PERT with `bounds`; halfway where it is None.
    bounds : bool
        Whether `low` and `high` are the least and the most there can be.
    outcomes : tuple of (value, weight)
        Of "discrete": numbers, or options of a choice; weights add up to whatever they do.
    """

    low: float
    high: float
    kind: str = "range"
    mode: float | None = None
    bounds: bool = False
    outcomes: tuple[tuple[float | str, float], ...] = ()


def discrete(outcomes: Iterable[tuple[float | str, float]]) -> Uncertainty:
    """Return the distribution over `outcomes`, pairs of value and weight."""
    made = tuple(outcomes)
    numbers = [value for value, _ in made if isinstance(value, (int, float))]
    low, high = (min(numbers), max(numbers)) if numbers else (0.0, 0.0)
    return Uncertainty(float(low), float(high), "discrete", outcomes=made)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a scenario says of doubt as a whole.

    Attributes
    ----------
    spread : str
        Where doubt about inputs of which none is stated comes from: "grade" (by the range or the grade of
        their source), "soft" (the range seen in sources is P10 to P90), "stated" (they are taken as certain).
    model : bool
        Whether the model's own error, as measurements tell it, counts as doubt too.
    seed : int
        Same seed, same samples.
    correlations : tuple of (key, key, rank correlation)
        Each pair once, keys in order.
    """

    spread: str = "grade"
    model: bool = True
    seed: int = 1
    correlations: tuple[tuple[str, str, float], ...] = ()

    def correlated(self, first: str, second: str, rank: float) -> "Doubt":
        """Return a copy in which the inputs `first` and `second` have the rank correlation `rank`.

        0 takes the pair away.
        """
        a, b = sorted((first, second))
        kept = [pair for pair in self.correlations if pair[:2] != (a, b)]
        made = tuple(sorted([*kept, *([(a, b, rank)] if rank else [])]))
        return Doubt(self.spread, self.model, self.seed, made)


#: What is true of a scenario that says nothing of doubt.
NO_WORD: Final = Doubt()
