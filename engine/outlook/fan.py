"""The years ahead over what is not known of the elasticity."""

from dataclasses import dataclass
from typing import Final

from engine.outlook.paths import triangle_quantile
from engine.outlook.result import Outlook
from engine.outlook.toggles import moved
from engine.outlook.years import outlook
from engine.scenario import Scenario

#: Quantiles of the fan, lowest first.
QUANTILES: Final = (0.0, 0.1, 0.5, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Fan:
    """One path a quantile of the elasticity: its least, 10th, 50th, 90th percentile, its most."""

    elasticities: tuple[float, ...]
    paths: tuple[Outlook, ...]


def elasticities(scenario: Scenario) -> tuple[float, ...]:
    """Return the elasticities of the fan: quantiles of a triangle about the scenario's own.

    A line of the counter-thesis that moves the elasticity moves the triangle's upper end with it.
    """
    now, asked = moved(scenario), scenario.number("outlook.elasticity")
    mode = now.number("outlook.elasticity")
    low, high = (now.number(f"outlook.elasticity_{name}") for name in ("low", "high"))
    if mode < asked:
        high = max(mode, high - (asked - mode))
    return tuple(triangle_quantile(q, low, mode, high) for q in QUANTILES)


def fan(scenario: Scenario) -> Fan:
    """Return the years ahead of `scenario` over its fan of elasticities."""
    found = elasticities(scenario)
    return Fan(found, tuple(outlook(scenario, e) for e in found))
