"""What the last Monte Carlo says of the headline figures."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from engine.compare import KPIS
from engine.doubt import Estimate, sample, summary
from engine.scenario import Scenario

#: Samples of all headline figures at once; their percentiles are off by a hundredth of the spread.
COUNT: Final = 8192
#: Fewest samples with a figure for its percentiles to be told.
_LEAST: Final = 100


@dataclass(frozen=True, slots=True)
class Headlines:
    """Headline figures over samples of what is in doubt.

    Attributes
    ----------
    scenario : Scenario
        Of which they were drawn.
    count : int
    figures : dict of metric to (P10, P50, P90)
        Base units, of the samples that have a figure.
    earns, holds : float
        Shares of all samples with a margin above zero, and with every limit kept.
    """

    scenario: Scenario
    count: int
    figures: dict[str, tuple[float, float, float]]
    earns: float
    holds: float

    def of(self, scenario: Scenario) -> bool:
        """Return whether they are those of `scenario`."""
        return scenario is self.scenario or scenario == self.scenario


def headlines(
    scenario: Scenario, earns: Estimate, holds: Estimate, cancelled: Callable[[], bool]
) -> Headlines | None:
    """Return the headline figures of `scenario` in doubt, or None when `cancelled` turned true."""
    samples = sample(scenario, COUNT, KPIS, cancelled=cancelled)
    if samples is None:
        return None
    found = {key: summary(samples, key) for key in KPIS}
    told = {
        key: (one.p10.value, one.p50.value, one.p90.value)
        for key, one in found.items()
        if one.count >= _LEAST
    }
    return Headlines(scenario, samples.count, told, earns.value, holds.value)
