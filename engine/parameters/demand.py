"""How demand moves over the week, and how capacity follows it."""

from dataclasses import dataclass

from engine.parameters.choices import AUTOSCALED, PROFILE
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
