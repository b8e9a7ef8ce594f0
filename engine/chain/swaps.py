"""What another part in place of the one chosen does to the bill and to each supplier."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from engine import catalog
from engine.chain.account import Account, account
from engine.chain.dependence import INSIDE, crowd, dependence
from engine.chain.sellers import OWN_SILICON
from engine.chain_identities import partner_margin
from engine.drivers.point import Point, point
from engine.errors import IsocostError
from engine.metrics import BINDING
from engine.scenario import Scenario
from engine.wording import told, word

_ACCELERATORS: Final = (
    "h100-sxm", "h200-sxm", "b200-sxm", "gb200-nvl72", "gb300-nvl72", "mi355x", "tpu-v7", "trn3",
)  # fmt: skip
_MACHINE: Final = dict.fromkeys(("logic", "memory", "packaging", "partner", "vendor"), ("accelerator",))
#: Layer -> kinds of parts that stand in for each other there.
KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    **_MACHINE,
    "partner": ("design-partner",),
    "vendor": ("accelerator", "design-partner"),
    "switches": ("switch",),
    "nics": ("nic",),
    "copper": ("host-medium", "trunk-medium"),
    "optics": ("host-medium", "trunk-medium"),
}
_PARTNERLESS: Final = frozenset({"as-supplied", "in-house"})
_NETWORK: Final = frozenset({"switch", "nic", "host-medium", "trunk-medium"})
#: Suppliers told of a swap who lose most, and as many who gain most.
_TOLD: Final = 2


@dataclass(frozen=True, slots=True)
class Swap:
    """One part in place of another.

    Attributes
    ----------
    kind, ident, label : str
    scenario : Scenario
        With the other part.
    rate : float
        Cost of the fleet then [$/s]; NaN where it cannot serve.
    moved : tuple of (supplier, $/s)
        Which single suppliers gain or lose most, largest first.
    trouble : str
        What stops it, or what it does not reach; empty where nothing does.
    """

    kind: str
    ident: str
    label: str
    scenario: Scenario
    rate: float
    moved: tuple[tuple[str, float], ...]
    trouble: str


def swaps(scenario: Scenario, now: Account, layer: str) -> tuple[Swap, ...]:
    """Return what other parts of `layer` would do to the bill `now` of `scenario`; troubled last.

    A network taken as priced has no parts to choose among; neither has a layer nobody chooses.
    """
    built = scenario.get("fabric.topology") != "priced"
    kinds = [kind for kind in KINDS.get(layer, ()) if built or kind not in _NETWORK]
    if not _designed(scenario):
        kinds = [kind for kind in kinds if kind != "design-partner"]
    made = [
        _swap(scenario, now, kind, ident)
        for kind in kinds
        for ident in (_ACCELERATORS if kind == "accelerator" else catalog.load(kind))
        if ident != scenario.get(catalog.kind_of(kind).part_key)
    ]
    found = [swap for swap in made if swap is not None]
    return tuple(sorted(found, key=_order))


def _designed(scenario: Scenario) -> bool:
    """Return whether the user of the accelerator designed it, so that somebody delivers it."""
    part = catalog.part_of(scenario, "accelerator")
    own = part is not None and part.vendor in OWN_SILICON
    return own or scenario.number(partner_margin(scenario)) > 0.0


def _order(swap: Swap) -> tuple[bool, bool, float, str]:
    return swap.trouble != "", not math.isfinite(swap.rate), swap.rate, swap.label


def _swap(scenario: Scenario, now: Account, kind: str, ident: str) -> Swap | None:
    try:
        other = catalog.apply(scenario, kind, ident)
    except IsocostError:
        return None
    here = point(other)
    then = account(other, here)
    label = word(catalog.part(kind, ident, scenario).label)
    if kind == "design-partner":
        label = told("{label} as design partner", label=label) if ident not in _PARTNERLESS else label
    if kind.endswith("-medium"):
        label += ", " + word("at hosts" if kind == "host-medium" else "at switches")
    if not then.layers:
        why = BINDING[here.binding][1]
        return Swap(kind, ident, label, other, math.nan, (), told("cannot serve: {why}", why=why))
    moved = _moved(now, then)
    if kind == "design-partner" and not moved:
        return None
    return Swap(kind, ident, label, other, then.rate, moved, _trouble(here, kind))


def _moved(now: Account, then: Account) -> tuple[tuple[str, float], ...]:
    change = {one.name: one.rate for one in dependence(then).suppliers}
    for one in dependence(now).suppliers:
        change[one.name] = change.get(one.name, 0.0) - one.rate
    named = {name: rate for name, rate in change.items() if name not in INSIDE and not crowd(name)}
    ranked = sorted(named.items(), key=lambda entry: entry[1])
    ends = [*ranked[:_TOLD], *ranked[_TOLD:][-_TOLD:]]
    ends.sort(key=lambda entry: -abs(entry[1]))
    return tuple((name, rate) for name, rate in ends if abs(rate) > 1e-4 * now.rate)


def _trouble(here: Point, kind: str) -> str:
    if kind == "host-medium" and here.base("fabric_host_reach_use") > 1.0:
        return word("does not reach from host to leaf")
    if kind == "trunk-medium" and here.base("fabric_trunk_reach_use") > 1.0:
        return word("does not reach between switches")
    if kind == "switch" and here.base("fabric_use") > 1.0:
        return word("too few ports for the topology")
    return "" if here.feasible else told("breaks a limit: {limit}", limit=BINDING[here.binding][1])
