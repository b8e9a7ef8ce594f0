"""The years ahead: demand, price, what a machine and a piece of work will cost."""

from dataclasses import dataclass
from typing import Final

from engine.parameters.choices import OWNED, RENTED
from engine.specs import choice, number

FOLLOWING: Final = (("outlook.price_path", ("cost",)),)


@dataclass(frozen=True)
class Outlook:
    """The years ahead of today's scenario; only the Outlook view and `isocost outlook` read these."""

    start_year: float = number(
        2026,
        "First year",
        "1",
        hard=(2000, 2100),
        soft=(2024, 2030),
        whole=True,
        role="assumption",
        doc="Calendar year that the scenario describes.",
        source="date of the price snapshot",
    )
    years: float = number(
        6,
        "Years ahead",
        "1",
        hard=(1, 15),
        soft=(2, 10),
        whole=True,
        role="decision",
        doc="How many years after the first one are computed.",
        source="theory 6.2: six years",
    )
    demand_growth: float = number(
        0.25,
        "Demand growth",
        "1",
        hard=(-0.9, 10),
        soft=(-0.2, 1),
        percent=True,
        role="assumption",
        doc="Yearly growth of use at an unchanged price.",
        source="theory 6.2: +25 % a year",
    )
    elasticity: float = number(
        1.1,
        "Price elasticity",
        "1",
        hard=(0, 4),
        soft=(0.4, 2),
        role="assumption",
        doc="Per cent of more use for a price one per cent lower; above 1 / pass-through it grows spend.",
        source="theory 6.2: triangular 0.6-1.1-1.8; NBER 1.11 across providers, blogs 1.2-1.8",
    )
    elasticity_low: float = number(
        0.6,
        "Least elasticity",
        "1",
        hard=(0, 4),
        soft=(0.2, 1),
        role="assumption",
        doc="Lower end of the triangle that the fan is drawn from.",
        source="theory 7: triangular 0.6-1.1-1.8",
        advanced=True,
    )
    elasticity_high: float = number(
        1.8,
        "Most elasticity",
        "1",
        hard=(0, 4),
        soft=(1.2, 2.5),
        role="assumption",
        doc="Upper end of the triangle that the fan is drawn from.",
        source="theory 7: triangular 0.6-1.1-1.8",
        advanced=True,
    )
    price_path: str = choice(
        "cost",
        "Prices ahead",
        (("cost", 0, "follow the market's cost"), ("set", 1, "a set factor a year")),
        role="decision",
        doc="Whether competition passes the market's cost on, or prices move by a factor of their own.",
    )
    pass_through: float = number(
        1.0,
        "Pass-through",
        "1",
        hard=(0, 3),
        soft=(0.5, 1.3),
        role="assumption",
        doc="Per cent that prices fall for one per cent that the market's cost falls.",
        source=(
            "theory 6.2: 0.7-1; a tier's list price halves in 1.1-1.6 years (0.4-0.5), constant quality "
            "fell 10 times a year (above 1)"
        ),
        when=FOLLOWING,
    )
    price_factor: float = number(
        0.64,
        "Price after a year",
        "×",
        hard=(0.01, 5),
        soft=(0.1, 1.2),
        scale="log",
        role="price",
        doc="Prices of a year over those of the year before.",
        source="list price of a middle tier halves in 1.55 years; economy tier 0.53; constant quality 0.1",
        when=(("outlook.price_path", ("set",)),),
    )
    hardware_decline: float = number(
        0.3,
        "Fall of hardware cost",
        "1",
        hard=(-0.5, 0.9),
        soft=(0, 0.5),
        percent=True,
        role="assumption",
        doc="Yearly fall of what machines for the same work cost.",
        source="theory 6.2: hardware $/FLOP -30 % a year",
    )
    power_decline: float = number(
        0.25,
        "Fall of energy per work",
        "1",
        hard=(-0.5, 0.9),
        soft=(0, 0.4),
        percent=True,
        role="assumption",
        doc="Yearly fall of power, and so of building and cooling, for the same work on new machines.",
        source="from memory: work per joule of leading parts doubles in 2.3-2.7 years",
    )
    software_gain: float = number(
        0.3,
        "Gain by software",
        "1",
        hard=(-0.5, 0.95),
        soft=(0, 0.6),
        percent=True,
        role="assumption",
        doc="Yearly fall of machine time per token by better serving software, on machines old and new.",
        source="ML.ENERGY: 0.20 to 0.12 J per token from vLLM 0.5.4 to 0.11.1, about -35 % a year",
    )
    model_gain: float = number(
        0.5,
        "Gain by models",
        "1",
        hard=(-0.5, 0.95),
        soft=(0, 0.7),
        percent=True,
        role="assumption",
        doc="Yearly fall of machine time per token because smaller models do the same work.",
        source="theory 6.2: algorithms halve compute in 8 months (0.35 a year), less the gain by software",
    )
    rent_change: float = number(
        -0.15,
        "Change of rent",
        "1",
        hard=(-0.9, 5),
        soft=(-0.4, 0.3),
        percent=True,
        role="price",
        doc="Yearly change of the rent of what does one of today's machine's work; it can rise.",
        source="H100 index: 7-12 $/h in 2023, 2.85 early 2024, 1.70 in October 2025, 2.60 mid-2026",
        when=RENTED,
    )
    rent_capital_share: float = number(
        0.66,
        "Capital in the rent",
        "1",
        hard=(0, 1),
        soft=(0.4, 0.9),
        percent=True,
        role="assumption",
        doc="Share of the rent that repays machines and so moves with their price.",
        source="theory 6.1: capital about 66 % of the cost of an owned H100",
        advanced=True,
        when=RENTED,
    )
    site_price_growth: float = number(
        0.02,
        "Change of power and site prices",
        "1",
        hard=(-0.5, 1),
        soft=(-0.05, 0.15),
        percent=True,
        role="price",
        doc="Yearly change of the price of electricity and of leased power.",
        source="from memory",
        when=OWNED,
    )
    retirement: float = number(
        0.2,
        "Retired a year",
        "1",
        hard=(0, 0.95),
        soft=(0.1, 0.4),
        percent=True,
        role="assumption",
        doc="Share of installed capacity that leaves service each year.",
        source="theory 6.2: 20 %; five years of life",
    )
    past_growth: float = number(
        0.6,
        "Growth of capacity until now",
        "1",
        hard=(0, 10),
        soft=(0, 1.5),
        percent=True,
        role="assumption",
        doc="Growth of installed capacity in the years before the first; it sets that year's orders.",
        source="theory 6.2: 60 % in the example of the accelerator principle",
    )
    pause_year: float = number(
        2028,
        "Pause begins",
        "1",
        hard=(2000, 2120),
        soft=(2027, 2032),
        whole=True,
        role="assumption",
        doc="First year in which buyers add no capacity.",
        source="an assumption to move",
        advanced=True,
    )
    pause_years: float = number(
        0,
        "Pause lasts",
        "1",
        hard=(0, 15),
        soft=(0, 3),
        whole=True,
        role="assumption",
        doc="Years without added capacity: the need stands still, use grows by what efficiency frees.",
        source="theory 6.2: growth of need from g to 0",
    )
    platform_fee: float = number(
        0.0,
        "Platform's added share",
        "1",
        hard=(0, 0.9),
        soft=(0, 0.3),
        percent=True,
        role="price",
        doc="Share of revenue a platform takes by the last year beyond today's fees, growing evenly.",
        source="an assumption to move; marketplaces take 3-20 % (from memory)",
    )
