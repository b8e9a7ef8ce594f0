"""What the service is sold for."""

from dataclasses import dataclass

from engine.specs import choice, number, part


@dataclass(frozen=True)
class Price:
    """What a customer pays."""

    part: str = part(
        "open-70b-class",
        "Price list",
        "price",
        doc="Market listing the prices were taken from.",
        role="price",
    )
    scheme: str = choice(
        "tokens",
        "Sold by",
        (("tokens", 0, "tokens"), ("subscription", 1, "subscription")),
        role="decision",
        doc="Per token, or a flat fee per user and month.",
    )
    output: float = number(
        0.79,
        "Price per M output",
        "$/M tokens",
        hard=(0, 1e6),
        soft=(0.1, 30),
        scale="log",
        role="price",
        doc="List price of output tokens.",
    )
    input: float = number(
        0.59,
        "Price per M input",
        "$/M tokens",
        hard=(0, 1e6),
        soft=(0.02, 10),
        scale="log",
        role="price",
        doc="List price of input tokens that are computed.",
    )
    cached: float = number(
        0.295,
        "Price per M cached input",
        "$/M tokens",
        hard=(0, 1e6),
        soft=(0.005, 5),
        scale="log",
        role="price",
        doc="List price of input tokens found in the cache.",
    )
    write: float = number(
        1.0,
        "Cache write over input",
        "×",
        hard=(0, 100),
        soft=(1, 2),
        role="price",
        doc="What computed input costs over the list price because it is written to the cache.",
        source="Anthropic: 1.25 for five minutes, 2 for an hour; most others charge nothing",
        advanced=True,
    )
    long_from: float = number(
        200000,
        "Long prompts from",
        "tokens",
        hard=(1, 1e9),
        soft=(128000, 1e6),
        scale="log",
        role="price",
        doc="Prompt above which a request is charged as a long one.",
        source="200,000 tokens with several makers (genai-prices 0.2.3)",
        advanced=True,
    )
    long_price: float = number(
        1.0,
        "Long prompts over list price",
        "×",
        hard=(0, 100),
        soft=(1, 2),
        role="price",
        doc="What all tokens of a long request cost over the list price.",
        source="2 with the makers that tell short prompts from long ones (genai-prices 0.2.3)",
        advanced=True,
    )
    subscription: float = number(
        20,
        "Subscription",
        "$/month",
        hard=(0, 1e6),
        soft=(1, 200),
        scale="log",
        role="price",
        doc="Flat fee per paying user and month.",
        when=(("price.scheme", ("subscription",)),),
    )
    paying_share: float = number(
        1.0,
        "Paid usage",
        "1",
        hard=(0.001, 1),
        soft=(0.05, 1),
        percent=True,
        role="assumption",
        doc="Share of requests (or users) that pay; the rest is free.",
    )
    discount: float = number(
        0.0,
        "Discount",
        "1",
        hard=(0, 0.999),
        soft=(0, 0.5),
        percent=True,
        role="decision",
        doc="Mean discount on list prices: volume, batch.",
    )
    fees: float = number(
        0.03,
        "Fees and revenue share",
        "1",
        hard=(0, 0.999),
        soft=(0, 0.3),
        percent=True,
        role="assumption",
        doc="Payment fees and the share of a cloud or marketplace.",
    )
