"""Replicas in reserve and how they follow demand."""

from dataclasses import dataclass

from engine.parameters.choices import BY_SHARE, ELASTIC, GIVEN, SIZED, WHOLE
from engine.specs import choice, number


@dataclass(frozen=True)
class Fleet:
    """From one replica to a fleet that survives failures and the daily peak."""

    scaling: str = choice(
        "static",
        "Capacity follows demand",
        (("static", 0, "no, sized for the peak"), ("elastic", 1, "yes, autoscaled")),
        role="decision",
        doc=(
            "Static: paid at the peak all the time. Elastic: capacity tracks demand with the given "
            "efficiency."
        ),
        when=WHOLE,
    )
    tracking: float = number(
        0.9,
        "Tracking efficiency",
        "1",
        hard=(0.05, 1),
        soft=(0.6, 1),
        percent=True,
        role="assumption",
        doc="Mean demand over mean capacity when autoscaled.",
        source="Azure 2024 shapes, 1 h lead: 0.91-0.96",
        advanced=True,
        when=(*GIVEN, *ELASTIC),
    )
    spare_share: float = number(
        0.06,
        "Spare capacity",
        "1",
        hard=(0, 10),
        soft=(0, 0.5),
        percent=True,
        role="decision",
        doc="Spare replicas for failures and maintenance, over those needed.",
        source="theory 3.1: 5-12 % for 16-64 replicas",
        when=BY_SHARE,
    )
    waste_share: float = number(
        0.02,
        "Wasted work",
        "1",
        hard=(0, 0.95),
        soft=(0, 0.2),
        percent=True,
        role="assumption",
        doc="Share of work that serves nobody: retries, cancelled answers, health checks, evaluation.",
    )
    rounding: str = choice(
        "fractional",
        "Size of the fleet",
        (
            ("fractional", 0, "fractional (shared capacity)"),
            ("whole", 1, "whole replicas"),
            ("servers", 2, "whole servers"),
        ),
        role="decision",
        doc=(
            "Fractional: capacity is shared with other services. Whole: rounded up to replicas, or to "
            "servers full of accelerators."
        ),
        advanced=True,
        when=SIZED,
    )
