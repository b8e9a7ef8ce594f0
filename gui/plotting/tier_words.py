"""Of which tiers an input speaks where several serve."""

from engine.scenario import Scenario
from engine.tier_keys import join, split
from gui.language import tr


def of_tier(scenario: Scenario, key: str) -> str:
    """Return ", tier 1" where input `key` is that of the first tier alone, "" where all tiers follow it."""
    tier, plain = split(key)
    if tier > 1 or not scenario.routed:
        return ""
    others = range(2, scenario.flows.used + 1)
    return tr(", tier 1") if any(scenario.own(join(other, plain)) for other in others) else ""
