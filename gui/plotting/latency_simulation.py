"""What the simulator answers, as the latency view shows it: here alone the window knows its API."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.scenario import Scenario
from gui.plotting.contours import Floats


@dataclass(frozen=True, slots=True)
class Figure:
    """One simulated figure, display unit, with the ends of its 95 % confidence; NaN where not known yet."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Simulated:
    """A load as simulated.

    Attributes
    ----------
    load : float
        Unit of the load axis.
    rate : float
        Requests a second of one replica.
    figures : mapping of metric to Figure
    requests, runs : int
        Requests judged in all, and independent runs they come from.
    first : ndarray, shape (n,)
        Quantiles of TTFT at n even probabilities, display unit; empty if not kept.
    trace : str
        Name of the replayed file; "" for arrivals drawn at random.
    """

    load: float
    rate: float
    figures: Mapping[str, Figure]
    requests: int
    runs: int
    first: Floats
    trace: str = ""


NO_SAMPLE: Floats = np.zeros(0)

#: Up to this share of capacity the closed form is held against the simulator, by statistic [1].
_TRUSTED_TO = 0.8
_TRUST = {"mean": 0.05, "p50": 0.12, "p95": 0.12, "p99": 0.20}


def tolerance(scenario: Scenario, key: str, found: Simulated) -> float:
    """Return how far the closed form may be from a simulated figure before that one counts, relative."""
    del scenario
    return _TRUST[key.partition("_")[2]]
