"""Supply and the cost of capital."""

from dataclasses import dataclass

from engine.parameters.choices import RENTED
from engine.specs import choice, number


@dataclass(frozen=True)
class Finance:
    """Who owns the machines and what capital, staff and software cost."""

    supply: str = choice(
        "rent",
        "Supply",
        (("own", 0, "owned"), ("rent", 1, "rented")),
        role="decision",
        doc=(
            "Owned: capital recovery, colocation, power, operations. Rented: the hourly price, power and "
            "building included."
        ),
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
    life: float = number(
        5,
        "Useful life",
        "years",
        hard=(0.25, 30),
        soft=(3, 7),
        role="assumption",
        doc="Years over which capital is recovered.",
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
        doc="Yearly weighted cost of capital.",
        source="theory 1.5: 8-14 %",
        when=(("finance.depreciation", ("annuity",)),),
    )
    depreciation: str = choice(
        "annuity",
        "Capital cost",
        (("annuity", 0, "annuity (economic)"), ("straight", 1, "straight line (accounting)")),
        role="decision",
        doc="Annuity charges interest and repayment; straight line charges price over life.",
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
