"""Power, cooling and the building."""

from dataclasses import dataclass

from engine.specs import number, part


@dataclass(frozen=True)
class Facility:
    """Building, power and cooling."""

    part: str = part("us-wholesale", "Site", "facility", doc="Catalogue entry the figures were taken from.")
    pue: float = number(
        1.25,
        "PUE",
        "×",
        hard=(1, 5),
        soft=(1.05, 1.6),
        role="assumption",
        doc="Facility power over IT power.",
        source="industry 1.54, Google 1.09, new liquid-cooled 1.15",
    )
    power_price: float = number(
        0.087,
        "Power price",
        "$/kWh",
        hard=(0, 10),
        soft=(0.03, 0.25),
        role="price",
        doc="Price of electricity.",
        source="US industrial 0.07-0.10",
    )
    colocation: float = number(
        130,
        "Colocation",
        "$/kW-month",
        hard=(0, 1e5),
        soft=(60, 300),
        role="price",
        doc="Rent of space, power and cooling capacity per kW of all-in power.",
        source="US wholesale 80-196, 130",
    )
    busy_power: float = number(
        0.7,
        "Host power when busy",
        "1",
        hard=(0.01, 1),
        soft=(0.4, 1),
        percent=True,
        role="assumption",
        doc="Draw of host, network and fans under load over their share of the nameplate.",
        source="theory 1.5: 0.7 of nameplate",
    )
    idle_power: float = number(
        0.25,
        "Host power when idle",
        "1",
        hard=(0, 1),
        soft=(0.1, 0.5),
        percent=True,
        role="assumption",
        doc="Draw of host, network and fans with nothing to do over their share of the nameplate.",
    )
    carbon: float = number(
        370,
        "Grid carbon",
        "g/kWh",
        hard=(0, 5000),
        soft=(0, 800),
        role="assumption",
        doc="Carbon dioxide per kWh of electricity.",
        advanced=True,
    )
