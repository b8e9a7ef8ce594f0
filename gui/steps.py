"""Steps of editing a scenario that are more than one value, and what a step is called in the undo menu."""

from engine import catalog, shares
from engine.parameters import GROUPS
from engine.scenario import Scenario, spec_of
from engine.tier_edits import added, removed
from engine.tier_keys import join, split
from gui.language import said, tr
from gui.shown_text import part_name


def with_part(scenario: Scenario, group_key: str, part_id: str) -> tuple[Scenario, str]:
    """Return `scenario` with all values of a catalogue part in its group, and the name of the step.

    `group_key` is `model`, or `tier2.model` for one of tier 2.
    """
    tier, plain = split(group_key)
    kind = next(g.catalog for g in GROUPS if g.key == plain)
    chosen = catalog.apply(scenario, kind, part_id, tier)
    part = catalog.part_of(chosen, group_key)
    where = said(" for tier {tier}", tier=tier) if tier > 1 else ""
    return chosen, said("Choose {name}", name=part_name(part) if part else part_id) + where


def with_tier(scenario: Scenario, action: str, tier: int) -> tuple[Scenario, str]:
    """Return `scenario` after "add", "duplicate", "remove" or "inherit" of `tier`, and the step's name."""
    if action == "remove":
        return removed(scenario, tier), said("Remove tier {tier}", tier=tier)
    if action == "inherit":
        own = scenario.tiers[tier - 2] if tier - 2 < len(scenario.tiers) else {}
        keys = [join(tier, key) for key in own]
        return scenario.inheriting(*keys), said("Let tier {tier} inherit everything", tier=tier)
    return added(scenario, tier if action == "duplicate" else 1), tr("Add a tier")


def named(before: Scenario, after: Scenario) -> str:
    """Return what the step from `before` to `after` is called: "Set <label> a → b" for one input."""
    keys = after.differing(before)
    wholes = {shares.WHOLES.get(split(key)[1], key) for key in keys}
    if len(wholes) == 1:
        specs = [spec_of(key) for key in keys]
        moved = (f"{s.label} {s.show(before.get(s.key))} → {s.show(after.get(s.key))}" for s in specs)
        return said("Set {what}", what=", ".join(moved))
    labels = tr(" and ").join(spec_of(key).label for key in keys[:2])
    if len(keys) == 2:
        return said("Set {what}", what=labels)
    return said("Set {count} inputs", count=len(keys)) if keys else ""
