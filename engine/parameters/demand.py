"""How demand moves over the week, and how capacity follows it."""

from dataclasses import dataclass

from engine.parameters.choices import AUTOSCALED, ELASTIC, MINUTES, PROFILE
from engine.specs import choice, number, part


@dataclass(frozen=True)
class Demand:
    """When the requests come: hour by hour, and from which time zones."""

    part: str = part(
        "azure-conversation",
        "Shape of the week",
        "shape",
        doc="The 168 hours of a week that demand follows; a shape of your own travels in the scenario.",
        role="assumption",
    )
    timing: str = choice(
        "given",
        "Demand over time",
        (("given", 0, "as given: peak over mean"), ("profile", 1, "by the shape of the week")),
        role="assumption",
        doc=(
            "As given: one figure says how far the busiest hour is above the mean. By the shape: peak, "
            "tracking and the load-duration curve follow from 168 hours."
        ),
    )
    zones: str = choice(
        "one",
        "Time zones of the users",
        (
            ("one", 0, "one"),
            ("two-6", 1, "two, 6 h apart"),
            ("two-8", 2, "two, 8 h apart"),
            ("three-8", 3, "three, 8 h apart"),
        ),
        role="assumption",
        doc="Users, evenly spread over the zones, follow the shape by their own clock: the sum is flatter.",
        when=PROFILE,
    )
    lead: float = number(
        1.0,
        "Autoscaling lead time",
        "h",
        hard=(0, 24),
        soft=(0, 6),
        role="assumption",
        doc=(
            "Time from the need for a replica to its answers, loading of weights apart: capacity covers the "
            "busiest hour within it."
        ),
        source="theory 3.2: 1 and 3 h on Azure 2024",
        when=AUTOSCALED,
    )
    load_bandwidth: float = number(
        2.0,
        "Weights load at",
        "GB/s",
        hard=(0.001, 1000),
        soft=(0.2, 20),
        scale="log",
        role="assumption",
        advanced=True,
        doc="Bandwidth per accelerator at which a new replica reads its weights.",
        source="from memory: local flash 3 GB/s, object storage over 100 Gbit/s 1.5 GB/s per accelerator",
    )
    minimum: float = number(
        0,
        "Replicas always on",
        "replicas",
        hard=(0, 1e6),
        soft=(0, 10),
        role="decision",
        doc="Autoscaling never goes below this many replicas. Of a mixed fleet the own base always stands.",
        when=ELASTIC,
    )
    staffing: str = choice(
        "hour",
        "Fleet covers",
        (("hour", 0, "the busiest hour"), ("minute", 1, "its busy minutes too")),
        role="decision",
        advanced=True,
        doc=(
            "Within an hour arrivals scatter from minute to minute. To cover it, capacity lies a number of "
            "standard deviations above the hour: the more is pooled, the less that is (square-root staffing)."
        ),
    )
    deviations: float = number(
        2.0,
        "Standard deviations covered",
        "1",
        hard=(0, 10),
        soft=(0, 4),
        role="decision",
        advanced=True,
        doc="Capacity above the busiest hour, in standard deviations of the requests of a minute.",
        when=MINUTES,
    )
    dispersion: float = number(
        16.0,
        "Scatter of minutes",
        "1",
        hard=(0, 1e6),
        soft=(1, 200),
        scale="log",
        role="assumption",
        advanced=True,
        doc="Variance over mean of the requests in a minute; 1 where they come by chance.",
        source="Azure 2024 by the minute: conversation 16, coding 164 (theory 3.3)",
        when=MINUTES,
    )
    tenants: float = number(
        1,
        "Separate fleets",
        "1",
        hard=(1, 1e5),
        soft=(1, 50),
        scale="log",
        whole=True,
        role="decision",
        advanced=True,
        doc="Fleets that tenants of equal size keep for themselves; 1 pools all of them.",
        when=MINUTES,
    )
    growth: float = number(
        0.0,
        "Growth per month",
        "1",
        hard=(0, 1),
        soft=(0, 0.2),
        percent=True,
        role="assumption",
        doc="Growth of demand in a month; the fleet is sized for the end of the planning horizon.",
    )
    horizon: float = number(
        6.0,
        "Planning horizon",
        "months",
        hard=(0, 60),
        soft=(0, 24),
        role="decision",
        doc="Months ahead for which capacity is in place, with growth of demand till then.",
        source="from memory: lead time of accelerators",
    )
    batch_share: float = number(
        0.0,
        "Demand that can wait",
        "1",
        hard=(0, 1),
        soft=(0, 0.6),
        percent=True,
        role="assumption",
        doc="Share of requests that are content with an answer within a day and fill the troughs.",
        when=PROFILE,
    )
    batch_discount: float = number(
        0.5,
        "Discount for waiting",
        "1",
        hard=(0, 1),
        soft=(0, 0.8),
        percent=True,
        role="price",
        doc="What requests that can wait pay less.",
        source="batch interfaces: half the price",
    )
    priority_share: float = number(
        0.0,
        "Priority requests",
        "1",
        hard=(0, 1),
        soft=(0, 0.5),
        percent=True,
        role="assumption",
        doc="Share of the requests that cannot wait that pay for capacity of their own.",
    )
    priority_price: float = number(
        1.75,
        "Price of priority",
        "×",
        hard=(0, 100),
        soft=(1, 3),
        role="price",
        doc="What priority requests pay, over the list price.",
        source="theory 4: 1.5-2, from memory",
    )
    priority_reserve: float = number(
        0.3,
        "Reserve for priority",
        "1",
        hard=(0, 100),
        soft=(0, 1),
        percent=True,
        role="decision",
        doc="Capacity held free for priority requests, over what their own peak takes.",
    )
