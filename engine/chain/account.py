"""The bill of one point by layer, with what each is made of and who sells it."""

import math
from dataclasses import dataclass

from engine.chain.items import Item, items
from engine.chain.sellers import Seller, sellers
from engine.drivers.point import Point
from engine.metrics.chain import LAYERS
from engine.scenario import Scenario


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
    layers = tuple(
        LayerAccount(
            key,
            label,
            what,
            here.base(f"layer_{key}"),
            here.base(f"layer_{key}") / rate if rate > 0.0 else 0.0,
            items(scenario, here, key),
            sellers(scenario, key),
        )
        for key, (label, what) in LAYERS.items()
    )
    return Account(layers, rate, here.base("idle_rate"))
