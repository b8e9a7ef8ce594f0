"""How machines fail and are repaired, and how the service lives through it."""

from dataclasses import dataclass

from engine.parameters.choices import FAILOVER, FROM_COUNT, ON_CALL, SIZED
from engine.specs import choice, number


@dataclass(frozen=True)
class Reliability:
    """Failures, repair, and the spares, regions and providers that hide them."""

    redundancy: str = choice(
        "share",
        "Spares are set by",
        (
            ("share", 0, "a share of the fleet"),
            ("count", 1, "a number of replicas"),
            ("target", 2, "the availability target"),
        ),
        role="decision",
        doc="A share: spare capacity of the fleet. A number: k of N + k. The target: as many as it takes.",
        when=SIZED,
    )
    spares: float = number(
        2,
        "Spare replicas",
        "replicas",
        hard=(0, 1e6),
        soft=(0, 20),
        role="decision",
        doc="Replicas beyond those needed at the peak: the k of N + k.",
        when=(*SIZED, *FROM_COUNT),
    )
    target: float = number(
        0.999,
        "Availability target",
        "1",
        hard=(0, 0.9999999),
        soft=(0.99, 0.9999),
        percent=True,
        role="decision",
        doc=(
            "Share of time that every needed replica answers. Spares cannot go beyond the common cause: they "
            "stop where failures add a tenth of it."
        ),
        source="service agreements 99.9 %; public status pages 98.9-99.9 % (theory 3.1)",
    )
    mtbf: float = number(
        50677,
        "Time between failures",
        "h",
        hard=(1, 1e9),
        soft=(5000, 500000),
        scale="log",
        role="assumption",
        doc="Mean time between failures of one accelerator with its share of host, power and network.",
        source="Llama 3: 419 interruptions of 16,384 H100 in 54 days",
    )
    domain: str = choice(
        "replica",
        "What fails together",
        (
            ("replica", 0, "a replica"),
            ("server", 1, "a server"),
            ("rack", 2, "a scale-up domain"),
        ),
        role="assumption",
        doc="Accelerators that one failure takes out of service; never fewer than a replica has.",
    )
    repair: str = choice(
        "field",
        "Repair",
        (
            ("hot", 0, "hot spare takes over"),
            ("swap", 1, "server swapped on site"),
            ("field", 2, "field repair"),
        ),
        role="decision",
        doc="How capacity comes back after a failure.",
    )
    hot_time: float = number(
        4,
        "Until a hot spare serves",
        "h",
        hard=(0.001, 1e4),
        soft=(0.05, 12),
        scale="log",
        role="assumption",
        doc="Time until a machine that stands by powered has taken over, diagnosis included.",
        source="theory 3.1: 1-4 h",
        when=(("reliability.repair", ("hot",)),),
    )
    swap_time: float = number(
        8,
        "Until a server is swapped",
        "h",
        hard=(0.001, 1e4),
        soft=(1, 48),
        scale="log",
        role="assumption",
        doc="Time until a cold spare from the shelf is racked and serves.",
        source="from memory: a shift",
        when=(("reliability.repair", ("swap",)),),
    )
    field_time: float = number(
        24,
        "Until a field repair is done",
        "h",
        hard=(0.001, 1e5),
        soft=(4, 168),
        scale="log",
        role="assumption",
        doc="Time until the vendor has repaired the machine and it serves.",
        source="theory 3.1: 24 h",
        when=(("reliability.repair", ("field",)),),
    )
    planned: float = number(
        0.005,
        "Planned maintenance",
        "1",
        hard=(0, 0.5),
        soft=(0, 0.05),
        percent=True,
        role="assumption",
        doc="Share of time that a replica is out on purpose, one after the other: updates, inspections.",
        source="from memory: 3-4 hours a month",
    )
    common_cause: float = number(
        0.002,
        "Common cause",
        "1",
        hard=(0, 0.5),
        soft=(0, 0.01),
        percent=True,
        role="assumption",
        doc="Share of time that all of one region or provider is down: control plane, network, deploys.",
        source="theory 3.1: public interfaces are 0.1-0.8 % unavailable, common causes dominate",
    )
    regions: str = choice(
        "one",
        "Regions and providers",
        (
            ("one", 0, "one region"),
            ("two", 1, "two regions, half the load each"),
            ("provider", 2, "a second provider on call"),
        ),
        role="decision",
        doc=(
            "Two regions: each holds half the load with its spares and room for what fails over. A second "
            "provider is paid for what it holds ready and by use, with the same common cause."
        ),
    )
    failover: float = number(
        1.0,
        "Failover share",
        "1",
        hard=(0, 1),
        soft=(0, 1),
        percent=True,
        role="decision",
        doc="Share of a failed region's load that the other region or provider takes.",
        when=FAILOVER,
    )
    standby_price: float = number(
        1.35,
        "Price at the second provider",
        "×",
        hard=(0, 100),
        soft=(1, 3),
        role="price",
        doc="What an accelerator costs an hour there, over one of the own fleet.",
        source="H100 on demand over one year at five hosts, list prices 2026-09: 1.18-1.56, median 1.35",
        when=ON_CALL,
    )
    retainer: float = number(
        0,
        "Held ready at the provider",
        "1",
        hard=(0, 1),
        soft=(0, 1),
        percent=True,
        role="decision",
        doc=(
            "Share of that price paid all month for the capacity that would take over; 0 pays by use alone "
            "and trusts that there is room."
        ),
        source="none: reserved capacity costs 1, capacity on demand 0",
        when=ON_CALL,
    )
    overload: float = number(
        0.95,
        "Load in a brown-out",
        "1",
        hard=(0.01, 1),
        soft=(0.7, 1),
        percent=True,
        role="decision",
        doc="Share of their capacity that replicas may be driven to before requests are shed.",
        source="theory 2.4: waiting explodes above 0.95 of capacity",
    )
