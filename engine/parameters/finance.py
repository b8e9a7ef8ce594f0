"""Supply and the cost of capital."""

from dataclasses import dataclass

from engine.parameters.choices import MIXED, RENTED, RUN
from engine.specs import choice, number


@dataclass(frozen=True)
class Finance:
    """Who owns the machines and what capital, staff and software cost."""

    supply: str = choice(
        "rent",
        "Supply",
        (
            ("own", 0, "owned"),
            ("rent", 1, "rented"),
            ("mixed", 2, "own base, rented peak"),
            ("api", 3, "bought by the token"),
        ),
        role="decision",
        doc=(
            "Owned: capital recovery, building, power, operations. Rented: the hourly price, power and "
            "building included. Mixed: owned machines carry the base of the demand, rented ones the peak. "
            "Bought: another company's tokens at its list price, no machines at all."
        ),
    )
    base_size: str = choice(
        "best",
        "Size of the own base",
        (("best", 0, "cheapest"), ("set", 1, "as set")),
        role="decision",
        doc=(
            "Cheapest: own machines up to the load that is exceeded for the share of the time at which "
            "renting costs as much as owning (newsvendor)."
        ),
        source="theory 3.3: P(demand > base) = own cost / rent",
        when=MIXED,
    )
    base_share: float = number(
        0.5,
        "Own base",
        "1",
        hard=(0, 1),
        soft=(0, 1),
        percent=True,
        role="decision",
        doc="Own machines over those needed at the peak.",
        when=(*MIXED, ("finance.base_size", ("set",))),
    )
    rented_use: float = number(
        0.85,
        "Use of rented hours",
        "1",
        hard=(0.05, 1),
        soft=(0.5, 1),
        percent=True,
        role="assumption",
        doc="Of the hours rented for the peak, those in which the machine was needed.",
        source="Azure 2024 shapes: 0.80-0.91 with three hours of lead",
        when=MIXED,
    )
    rent_uplift: float = number(
        0.08,
        "Uplift on rent",
        "1",
        hard=(0, 5),
        soft=(0, 0.25),
        percent=True,
        role="assumption",
        doc="Storage, traffic and support beside the hourly price.",
        source="theory 1.1: 5-15 %",
        when=RENTED,
    )
    rent_path: str = choice(
        "fixed",
        "Rent over the years",
        (("fixed", 0, "as today for the whole life"), ("market", 1, "with the market, year by year")),
        role="assumption",
        doc=(
            "Fixed: a contract over the life holds today's rent while prices move. Market: rent is agreed "
            "anew each year and moves by the change of rent ahead. Today's bill does not feel it."
        ),
        source="contracts of one to three years are usual; beyond, the market's rent is paid",
        advanced=True,
        when=RENTED,
    )
    life: float = number(
        5,
        "Useful life",
        "years",
        hard=(0.25, 30),
        soft=(3, 7),
        role="assumption",
        doc="Years over which capital is recovered, and over which an investment is judged.",
        source="Amazon 5, Meta 5.5, Google and Microsoft 6, Nebius 4",
    )
    residual: float = number(
        0.1,
        "Residual value",
        "1",
        hard=(0, 1),
        soft=(0, 0.3),
        percent=True,
        role="assumption",
        doc="Value at the end of life over the price.",
        source="theory 1.5: 0-25 %",
    )
    cost_of_capital: float = number(
        0.1,
        "Cost of capital",
        "1",
        hard=(0, 1),
        soft=(0.04, 0.18),
        percent=True,
        role="assumption",
        doc="Yearly weighted cost of capital; future cash is discounted by it.",
        source="theory 1.5: 8-14 %",
    )
    depreciation: str = choice(
        "annuity",
        "Capital cost",
        (
            ("annuity", 0, "annuity (economic)"),
            ("straight", 1, "straight line (accounting)"),
            ("interest", 2, "straight line and interest on the average book"),
        ),
        role="decision",
        doc=(
            "The annuity recovers price and interest in equal payments: what the machine must earn. Straight "
            "line charges price less residual over life, as the books do, without interest; the third way "
            "adds interest on the mean of price and residual."
        ),
        advanced=True,
    )
    staff: float = number(
        0.02,
        "Staff",
        "1",
        hard=(0, 1),
        soft=(0, 0.1),
        percent=True,
        role="assumption",
        doc="Yearly cost of operating staff over capital.",
        source="theory 1.5: staff and maintenance 5-8 % of capital a year",
    )
    maintenance: float = number(
        0.04,
        "Maintenance",
        "1",
        hard=(0, 1),
        soft=(0, 0.1),
        percent=True,
        role="assumption",
        doc="Yearly maintenance and spares over capital.",
        source="theory 1.5",
    )
    storage: float = number(
        500,
        "Storage per accelerator",
        "$",
        hard=(0, 1e6),
        soft=(0, 5000),
        role="price",
        doc="Purchase price of storage per accelerator.",
        advanced=True,
    )
    software: float = number(
        0.1,
        "Software licence",
        "$/h",
        hard=(0, 100),
        soft=(0, 2),
        role="price",
        doc="Serving software and support per accelerator and hour, owned or rented.",
        when=RUN,
    )
    team: float = number(
        0,
        "Fixed cost of running it",
        "$/month",
        hard=(0, 1e9),
        soft=(0, 100000),
        role="price",
        doc="People and tools it takes to run a fleet of any size; nothing when tokens are bought.",
        source="an engineer 260,000 $ a year all in (US)",
        advanced=True,
        when=RUN,
    )
    tax_rate: float = number(
        0,
        "Tax on profit",
        "1",
        hard=(0, 0.9),
        soft=(0, 0.35),
        percent=True,
        role="assumption",
        doc="Tax on profit after straight-line depreciation; losses are set off against other income.",
        source="US federal 21 %",
        advanced=True,
    )
    working_storage: float = number(
        0,
        "Working storage",
        "TB",
        hard=(0, 1e9),
        soft=(0, 1000),
        role="assumption",
        doc="Documents, logs, weights and caches of the service kept on rented storage.",
        advanced=True,
    )
    storage_price: float = number(
        23,
        "Price of working storage",
        "$/TB-month",
        hard=(0, 1e6),
        soft=(5, 200),
        role="price",
        doc="Rent of working storage.",
        source="object storage 0.023 $/GB-month [from memory]; block storage 0.08",
        advanced=True,
    )
    attribution: str = choice(
        "time",
        "Cost is split",
        (
            ("time", 0, "by busy time"),
            ("output", 1, "all on output tokens"),
            ("total", 2, "evenly over all tokens"),
        ),
        role="decision",
        advanced=True,
        doc="How the cost of a shared machine falls on input, cached and output tokens.",
    )
    cache_share: float = number(
        0.05,
        "Cost of a cached token",
        "1",
        hard=(0, 1),
        soft=(0, 0.25),
        percent=True,
        role="assumption",
        doc="Cost of holding and reloading a cached input token over computing it.",
        advanced=True,
        when=(("finance.attribution", ("time",)),),
    )
