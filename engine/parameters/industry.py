"""Who supplies the machines in the years ahead, at what margin, and how fast each layer learns."""

from dataclasses import dataclass

from engine.specs import choice, number


@dataclass(frozen=True)
class Industry:
    """The suppliers in the years ahead; the market's orders, not this scenario's own choice of parts."""

    vendor_margin: float = number(
        0.7,
        "Accelerator vendor's margin",
        "1",
        hard=(0.05, 0.95),
        soft=(0.5, 0.85),
        percent=True,
        role="assumption",
        doc="Gross margin of the leading merchant vendor in the first year.",
        source="theory 6.1: Bernstein 70 %; 82 % by the bill of materials of a B200",
    )
    vendor_margin_end: float = number(
        0.7,
        "Vendor's margin in the end",
        "1",
        hard=(0.0, 0.95),
        soft=(0.4, 0.85),
        percent=True,
        role="assumption",
        doc="The same in the last year, on an even path; price falls with it, the bill of materials stays.",
        source="neutral: unchanged",
    )
    commodity: str = choice(
        "no",
        "Machines become a commodity",
        (("no", 0, "no"), ("yes", 1, "yes, from a year on")),
        role="decision",
        doc="Accelerators and switches sell at a commodity's margin from a year on.",
    )
    commodity_year: float = number(
        2028,
        "Commodity from",
        "1",
        hard=(2000, 2120),
        soft=(2026, 2034),
        whole=True,
        role="assumption",
        doc="First year of the commodity's margin.",
        source="an assumption to move",
        when=(("industry.commodity", ("yes",)),),
    )
    commodity_margin: float = number(
        0.5,
        "Commodity's margin",
        "1",
        hard=(0, 0.9),
        soft=(0.2, 0.6),
        percent=True,
        role="assumption",
        doc="Gross margin at which accelerators and Ethernet switches then sell.",
        source="theory 6.1: 50 % for custom silicon, an accelerator at 0.6 of the merchant price",
        when=(("industry.commodity", ("yes",)),),
    )
    switch_margin: float = number(
        0.64,
        "Switch vendor's margin",
        "1",
        hard=(0, 0.9),
        soft=(0.5, 0.7),
        percent=True,
        role="assumption",
        doc="Gross margin of switches before they are a commodity.",
        source="from memory: Arista about 64 %",
        advanced=True,
        when=(("industry.commodity", ("yes",)),),
    )
    own_silicon_start: float = number(
        0.15,
        "Own silicon in 2024",
        "1",
        hard=(0, 0.99),
        soft=(0.05, 0.3),
        percent=True,
        role="assumption",
        doc="Share of accelerator capacity on hyperscalers' own silicon in 2024.",
        source="theory 6.2: 15 % of revenue in 2024; 27.8 % of server shipments in 2026 (TrendForce)",
    )
    own_silicon_end: float = number(
        0.4,
        "Own silicon in 2030",
        "1",
        hard=(0, 0.99),
        soft=(0.15, 0.7),
        percent=True,
        role="assumption",
        doc="The same in 2030, on an S-shaped path.",
        source="theory 6.2: 40 % in 2030",
    )
    own_silicon_steepness: float = number(
        0.8,
        "Steepness of that path",
        "1",
        hard=(0.05, 5),
        soft=(0.3, 2),
        role="assumption",
        doc="Growth rate of the logistic path at its middle, per year; small is a straight line.",
        source="theory 6.2: logistic; steepness from memory",
        advanced=True,
    )
    own_silicon_margin: float = number(
        0.5,
        "Margin on own silicon",
        "1",
        hard=(0, 0.9),
        soft=(0.3, 0.65),
        percent=True,
        role="assumption",
        doc="Margin in the price a hyperscaler pays for its own design; same bill of materials.",
        source="theory 6.1: 50 % instead of 70 %, price 0.6 of the merchant's",
    )
    design_share: float = number(
        0.8,
        "Design partner's share",
        "1",
        hard=(0, 1),
        soft=(0.3, 1),
        percent=True,
        role="assumption",
        doc="Share of that margin that goes to design partners (Broadcom, Marvell); the rest stays in-house.",
        source="from memory",
    )
    alternatives_start: float = number(
        0.06,
        "Alternatives now",
        "1",
        hard=(0, 0.9),
        soft=(0.02, 0.2),
        percent=True,
        role="assumption",
        doc="Share of merchant accelerators from others than the leader, in the first year.",
        source="from memory: AMD about 5 of 120 billion dollars of data-centre accelerators",
    )
    alternatives_end: float = number(
        0.15,
        "Alternatives in the end",
        "1",
        hard=(0, 0.9),
        soft=(0.02, 0.4),
        percent=True,
        role="assumption",
        doc="The same in the last year, on an even path.",
        source="an assumption to move",
    )
    alternatives_price: float = number(
        0.78,
        "Alternatives' price",
        "×",
        hard=(0.3, 1.5),
        soft=(0.5, 1),
        role="price",
        doc="Price of an alternative accelerator over the leader's for the same work.",
        source="implied capital of MI300X over H100 0.76, of MI355X over B200 0.79",
        advanced=True,
    )
    media_shift: float = number(
        0.0,
        "From copper to optics a year",
        "1",
        hard=(-0.5, 0.9),
        soft=(-0.2, 0.3),
        percent=True,
        role="assumption",
        doc="Share of copper links that turn optical each year; below zero, optics turn to copper.",
        source="neutral: the mix stays",
    )
    optics_price: float = number(
        1.0,
        "Optics' price in the end",
        "×",
        hard=(0.1, 3),
        soft=(0.3, 1.2),
        scale="log",
        role="price",
        doc="Price of an optical link in the last year over its course by learning: LPO and CPO drop parts.",
        source="neutral: unchanged; 800G LPO 700-900 $ against DSP 1,000-1,400 $",
    )
    optics_premium: float = number(
        4.5,
        "Optical over copper link",
        "×",
        hard=(0.5, 20),
        soft=(2, 8),
        role="price",
        doc="Price of an optical link over the copper one it replaces.",
        source="two 800G modules at 1,200 $ against an active cable at 350-700 $",
        advanced=True,
    )
    learning: str = choice(
        "shared",
        "Learning by volume",
        (("shared", 0, "within the fall of hardware cost"), ("added", 1, "on top of it")),
        role="assumption",
        doc="Whether learning only moves cost between layers, or makes machines cheaper beyond the trend.",
        source="the trend of $/FLOP includes learning",
        advanced=True,
    )
    learning_logic: float = number(
        0.10,
        "Learning, logic",
        "1",
        hard=(0, 0.5),
        soft=(0, 0.3),
        percent=True,
        role="assumption",
        doc="Fall of price per doubling of cumulative volume (Wright).",
        source="theory 6.2, from memory",
        advanced=True,
    )
    learning_memory: float = number(
        0.10,
        "Learning, memory",
        "1",
        hard=(0, 0.5),
        soft=(0, 0.3),
        percent=True,
        role="assumption",
        doc="The same for HBM.",
        source="theory 6.2, from memory",
        advanced=True,
    )
    learning_optics: float = number(
        0.20,
        "Learning, optics",
        "1",
        hard=(0, 0.5),
        soft=(0, 0.3),
        percent=True,
        role="assumption",
        doc="The same for optical modules.",
        source="theory 6.2, from memory",
        advanced=True,
    )
    learning_switches: float = number(
        0.15,
        "Learning, switches",
        "1",
        hard=(0, 0.5),
        soft=(0, 0.3),
        percent=True,
        role="assumption",
        doc="The same for switches and network cards.",
        source="theory 6.2, from memory",
        advanced=True,
    )
    learning_power: float = number(
        0.03,
        "Learning, power and cooling",
        "1",
        hard=(0, 0.5),
        soft=(0, 0.1),
        percent=True,
        role="assumption",
        doc="The same for electrical and cooling plant; counts where learning is on top of the trend.",
        source="theory 6.2, from memory",
        advanced=True,
        when=(("industry.learning", ("added",)),),
    )
