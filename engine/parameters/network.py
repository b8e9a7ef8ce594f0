"""The network between servers."""

from dataclasses import dataclass

from engine.parameters.fabric import PRICED
from engine.specs import number, part


@dataclass(frozen=True)
class Network:
    """The scale-out network, per accelerator."""

    part: str = part(
        "fat-tree-2-400g", "Fabric", "network", doc="Catalogue entry the figures were taken from."
    )
    price: float = number(
        4248,
        "Network price",
        "$",
        hard=(0, 1e6),
        soft=(0, 15000),
        role="price",
        doc="Switches, cables and optics per accelerator, NIC apart.",
        source="H100 NDR two tiers 4,248 $ per GPU",
        when=PRICED,
    )
    nic_price: float = number(
        1750,
        "NIC price",
        "$",
        hard=(0, 1e6),
        soft=(0, 5000),
        role="price",
        doc="Network adapter per accelerator.",
        when=PRICED,
    )
    power: float = number(
        68,
        "Network power",
        "W",
        hard=(0, 1e5),
        soft=(0, 400),
        role="assumption",
        doc="Switches and optics per accelerator, NIC apart (the all-in power of the accelerator holds it).",
        source="93 W with NIC at two tiers, 133 W at three, less 25 W of a 400G NIC",
        when=PRICED,
    )
    switch_share: float = number(
        0.397,
        "Switches in the network price",
        "1",
        hard=(0, 1),
        soft=(0.1, 0.7),
        percent=True,
        role="assumption",
        doc="Share of the network price that buys switches.",
        source="1,687.5 of 4,247.5 $ (cluster price sheet of 2024-08, two tiers)",
        advanced=True,
        when=PRICED,
    )
    copper_share: float = number(
        0.0,
        "Copper in the links",
        "1",
        hard=(0, 1),
        soft=(0, 1),
        percent=True,
        role="assumption",
        doc="Share of what switches leave that buys copper and active cables; the rest is optics.",
        source="every link of the sheet is optical",
        advanced=True,
        when=PRICED,
    )
