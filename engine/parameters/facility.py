"""Power, cooling and the building."""

from dataclasses import dataclass

from engine.parameters.choices import HOUSED
from engine.specs import choice, number, part


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
        when=(("facility.housing", ("colocation",)),),
    )
    housing: str = choice(
        "colocation",
        "Housing",
        (("colocation", 0, "colocation"), ("own", 1, "own building")),
        role="decision",
        doc="Colocation: rent per kW. Own building: capital of shell, power and cooling, and land.",
    )
    land_price: float = number(
        0,
        "Land per kW",
        "$/kW",
        hard=(0, 1e6),
        soft=(0, 2000),
        role="price",
        doc=(
            "Land bought beside the construction per kW of IT power; it keeps its value, so it costs "
            "interest only."
        ),
        source="construction holds the usual plot; 0.3 million $ an acre at 1-2 MW is 150-300 [from memory]",
        advanced=True,
        when=HOUSED,
    )
    upkeep: float = number(
        0.03,
        "Upkeep of the building",
        "1",
        hard=(0, 1),
        soft=(0.01, 0.06),
        percent=True,
        role="assumption",
        doc="Yearly maintenance, guards and operators of an own building over its construction.",
        source="theory 1.5: staff and maintenance 5-8 % of capital a year, machines included",
        advanced=True,
        when=HOUSED,
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
