"""Which smaller model of the catalogue may stand in for a model."""

from dataclasses import replace

from engine import catalog
from engine.drivers.routing import best_cuts, tiers_of
from engine.parts import Part
from engine.scenario import Scenario, Value


def smaller_model(scenario: Scenario, active: float, total: float) -> Part | None:
    """Return the largest model with at most these shares of active and of all parameters, or None.

    One of the same vendor goes before others; released in the same year or later, as far as known.
    """
    own = catalog.part_of(scenario, "model")
    if own is None or not (_count(own, "active") and _count(own, "total")):
        return None
    since = _release(own)[:4]
    fits = [
        one
        for one in catalog.load("model", scenario).values()
        if 0.0 < _count(one, "active") <= active * _count(own, "active")
        and 0.0 < _count(one, "total") <= total * _count(own, "total")
        and _release(one)[:4] >= since
    ]
    alike = [one for one in fits if one.vendor == own.vendor] or fits
    return max(alike, key=lambda one: (_count(one, "active"), one.id), default=None)


def with_model(scenario: Scenario, small: Part, ranks: float) -> Scenario:
    """Return `scenario` with the model `small` cut over `ranks` accelerators by tensor alone."""
    changes: dict[str, Value] = {
        "deployment.tensor_parallel": ranks,
        "deployment.data_parallel": 1.0,
        "deployment.pipeline_parallel": 1.0,
        "deployment.expert_parallel": 1.0,
        "deployment.draft_tokens": 0.0,
    }
    return catalog.apply(scenario, "model", small.id).with_values(changes)


def two_tiers(scenario: Scenario, small: Part, ranks: float) -> Scenario:
    """Return `scenario` behind a router: `small` on `ranks` accelerators, and the model of today as tier 2.

    Tier 2 keeps what it would otherwise inherit from the small one.
    """
    made = with_model(scenario, small, ranks).with_values({"routing.mode": "router", "routing.tiers": 2.0})
    kept = {key: scenario.values[key] for key in made.differing(scenario) if not key.startswith("routing.")}
    return made.with_tiers([kept])


def easy_share(scenario: Scenario, floor: float) -> float:
    """Return the share of requests that tier 1 of two can take at least cost, quality at `floor` or above.

    What bad answers cost is not weighed: the floor says how many there may be. 0 where it can take none.
    """
    tiers = replace(tiers_of(scenario), error=0.0)
    if not all(cost >= 0.0 for cost in tiers.costs):
        return 0.0
    cuts = best_cuts(tiers, floor)
    return min(cuts[0], 1.0) if tiers.quality(cuts) >= floor * (1.0 - 1e-9) else 0.0


def _count(part: Part, which: str) -> float:
    """Return the "active" or "total" parameters of a model, 0 where they are not known."""
    told = part.facts.get(f"params_{which}")
    return 0.0 if told is None or isinstance(told, str) else float(told.value)


def _release(part: Part) -> str:
    told = part.facts.get("release", "")
    return told if isinstance(told, str) else str(told.value)
