"""The bill of one point by layer, with what each is made of and who sells it."""

import math
from dataclasses import dataclass, replace

from engine.chain.items import Item, items
from engine.chain.sellers import Seller, merged, sellers
from engine.drivers.point import Point, tier_points
from engine.metrics.chain import LAYERS
from engine.scenario import Scenario
from engine.wording import of_tier, word


@dataclass(frozen=True, slots=True)
class LayerAccount:
    """One layer.

    Attributes
    ----------
    key, label, what : str
        Name in `LAYERS`, on screen, and what its dollars buy.
    rate : float
        Of the fleet [$/s].
    share : float
        Of the bill, 0-1.
    items : tuple of Item
    sellers : tuple of Seller
    """

    key: str
    label: str
    what: str
    rate: float
    share: float
    items: tuple[Item, ...]
    sellers: tuple[Seller, ...]

    @property
    def metric(self) -> str:
        """Return the metric of this layer."""
        return f"layer_{self.key}"


@dataclass(frozen=True, slots=True)
class Account:
    """The bill by layer.

    Attributes
    ----------
    layers : tuple of LayerAccount
        Every layer, in the order of the chain; empty where the point has no service.
    rate, idle : float
        Cost of the fleet, and what of it paid for time without useful work [$/s].
    """

    layers: tuple[LayerAccount, ...]
    rate: float
    idle: float

    def layer(self, key: str) -> LayerAccount | None:
        """Return layer `key`; None where there is no account."""
        return next((layer for layer in self.layers if layer.key == key), None)


def account(scenario: Scenario, here: Point) -> Account:
    """Return the bill of `scenario`, evaluated as `here`, by layer."""
    rate = here.base("cost_rate")
    if not math.isfinite(rate) or not math.isfinite(here.base("layer_logic")):
        return Account((), math.nan, math.nan)
    tiers = [(scenario, here)]
    if scenario.routed:
        parts = enumerate(tier_points(scenario), 1)
        tiers = [(scenario.tier(number), one) for number, one in parts if one.base("cost_rate") > 0.0]
    return Account(tuple(_layer(key, here, tiers) for key in LAYERS), rate, here.base("idle_rate"))


def _layer(key: str, here: Point, tiers: list[tuple[Scenario, Point]]) -> LayerAccount:
    label, what = (word(text) for text in LAYERS[key])
    rate, whole = here.base(f"layer_{key}"), here.base("cost_rate")
    made: list[Item] = []
    weighed: list[tuple[float, tuple[Seller, ...]]] = []
    many = len(tiers) > 1
    for number, (scenario, one) in enumerate(tiers, 1):
        made += [
            replace(item, label=of_tier(item.label, number)) if many else item
            for item in items(scenario, one, key)
            if item.rate > 0.0 or not many
        ]
        weighed.append((one.base(f"layer_{key}"), sellers(scenario, key)))
    rest = rate - math.fsum(part for part, _ in weighed)
    if many and rest > 1e-12 * whole:
        sends = word("what sends requests to tiers")
        made.append(Item(word("Router and judges"), rest, sends, "routing_rate"))
    made = made or [Item(what[:1].upper() + what[1:], rate, "", f"layer_{key}")]
    made.sort(key=lambda item: -item.rate)
    share = rate / whole if whole > 0.0 else 0.0
    return LayerAccount(key, label, what, rate, share, tuple(made), merged(weighed))
