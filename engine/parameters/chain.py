"""Who gets the dollar: bills of materials inside the prices of other groups."""

from dataclasses import dataclass

from engine.specs import number


@dataclass(frozen=True)
class Silicon:
    """What is inside the accelerator's price and its server's."""

    logic: float = number(
        300,
        "Logic",
        "$",
        hard=(0, 1e6),
        soft=(50, 3000),
        role="assumption",
        doc="What the foundry gets for the dies of one accelerator.",
        source="H100: 300 $ (siliconanalysts.com cost bridge)",
    )
    memory: float = number(
        1350,
        "Memory",
        "$",
        hard=(0, 1e6),
        soft=(100, 10000),
        role="assumption",
        doc="What the maker of the memory on the package gets.",
        source="H100: about 1,370 $, 1,350 $ of the stated total (siliconanalysts.com cost bridge)",
    )
    packaging: float = number(
        1670,
        "Packaging and test",
        "$",
        hard=(0, 1e6),
        soft=(100, 10000),
        role="assumption",
        doc="Packaging, substrate, test and what yield loses.",
        source="H100: CoWoS 750 $, test and the rest 920 $ (siliconanalysts.com cost bridge)",
    )
    partner_margin: float = number(
        0,
        "Design partner's margin",
        "1",
        hard=(0, 0.95),
        soft=(0, 0.7),
        percent=True,
        role="assumption",
        doc=(
            "Gross margin of the partner who delivers a part designed by its user; 0 where the vendor buys "
            "from the foundry itself. The partner's price is the materials over one less this."
        ),
        source="none: NVIDIA buys from the foundry itself",
    )
    cpu_share: float = number(
        0.1,
        "Processors of the server",
        "1",
        hard=(0, 1),
        soft=(0, 0.5),
        percent=True,
        role="assumption",
        doc="Share of the server's price (accelerator and adapter apart) that buys host processors.",
        source="guess: two processors of 5,200 $ together in a server of 51,000 $ without accelerators",
        advanced=True,
    )
    scaleup_share: float = number(
        0.15,
        "Scale-up fabric of the server",
        "1",
        hard=(0, 1),
        soft=(0, 0.5),
        percent=True,
        role="assumption",
        doc=(
            "Share of the server's price that buys switches, board and cables of the scale-up links; of what "
            "processors leave at the most."
        ),
        source="guess: four switch chips and their board",
        advanced=True,
    )


@dataclass(frozen=True)
class Chain:
    """What building, power and cooling cost to build, inside the rent of the site."""

    construction: float = number(
        12,
        "Construction",
        "$/W",
        hard=(0, 1000),
        soft=(8, 25),
        role="assumption",
        doc="Shell, power and cooling built per watt of IT power, land included.",
        source="12 M$/MW in the US (Cushman & Wakefield), world 11.3 (JLL 2026); GB200 halls up to 19",
    )
    construction_life: float = number(
        20,
        "Life of the building",
        "years",
        hard=(1, 100),
        soft=(10, 40),
        role="assumption",
        doc="Years over which construction is written off; what the rent asks beyond is interest and return.",
        source="mechanical and electrical 15-20 years, tax life of the shell 39",
        advanced=True,
    )
    power_share: float = number(
        0.505,
        "Power equipment",
        "1",
        hard=(0, 1),
        soft=(0.3, 0.7),
        percent=True,
        role="assumption",
        doc="Share of construction for generators, transformers, UPS and switchgear.",
        source="gensets 6, transformers 5, UPS 4, gear 6 of 41.6 % of a data-centre dollar (Bernstein)",
        advanced=True,
    )
    cooling_share: float = number(
        0.24,
        "Cooling equipment",
        "1",
        hard=(0, 1),
        soft=(0.1, 0.4),
        percent=True,
        role="assumption",
        doc="Share of construction for cooling, at the most what power leaves; the rest is building.",
        source="10 of 41.6 % of a data-centre dollar, from memory",
        advanced=True,
    )
