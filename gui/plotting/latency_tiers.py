"""Which tier of a routed service the latency view shows: a tier is a replica, a service is a mixture."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from engine import catalog
from engine.drivers import Cure
from engine.scenario import Scenario, Value
from engine.tier_keys import join
from gui.language import say


def tier_shown(service: Scenario, wanted: int) -> int:
    """Return the tier shown where tier `wanted` is asked for; 0 where the scenario has no tiers."""
    return min(max(wanted, 1), service.flows.used) if service.routed else 0


def replica_of(service: Scenario, tier: int) -> Scenario:
    """Return tier `tier` of `service` as a scenario, tier 0 as all of it.

    The floor of quality is one of the service: below it a replica is as fast as above.
    """
    alone = service.tier(tier) if tier else service
    return alone.with_value("routing.quality_floor", 0.0)


def baseline_of(baseline: Scenario, tier: int) -> Scenario:
    """Return what tier `tier` is set against: the same tier of `baseline`, or all of it if it has fewer."""
    return replica_of(baseline, tier if baseline.routed and tier <= baseline.flows.used else 0)


def keyed(changes: Mapping[str, Value], tier: int) -> dict[str, Value]:
    """Return `changes` of a tier by the keys they have in the service."""
    return {join(max(tier, 1), key): value for key, value in changes.items()}


def keyed_cures(ways: Sequence[Cure], tier: int) -> tuple[Cure, ...]:
    """Return `ways` of a tier as changes of the service."""
    return tuple(replace(way, changes=tuple(keyed(dict(way.changes), tier).items())) for way in ways)


def tier_entries(service: Scenario) -> list[tuple[str, str]]:
    """Return (number, words) of every tier in use: "1, Qwen3-30B-A3B, 80 % of requests"."""
    flows = service.flows
    made = []
    for tier in range(1, flows.used + 1):
        part = catalog.part_of(service, join(tier, "model"))
        model = part.label if part is not None else str(service.get(join(tier, "model.part")))
        made.append(
            (
                str(tier),
                say(
                    "{tier}, {model}, {reach:.3g} % of requests",
                    tier=tier,
                    model=model,
                    reach=flows.reach[tier - 1] * 100,
                ),
            )
        )
    return made
