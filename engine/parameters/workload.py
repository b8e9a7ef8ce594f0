"""What is asked, how often, and how fast the answer must come."""

from dataclasses import dataclass

from engine.parameters.choices import ARRIVALS, GIVEN
from engine.specs import choice, number, part


@dataclass(frozen=True)
class Workload:
    """Who asks what, how often, and how unevenly."""

    part: str = part(
        "enterprise-assistant",
        "Template",
        "workload",
        doc="Kind of request the lengths and the shape were taken from.",
        role="assumption",
    )
    input_tokens: float = number(
        6000,
        "Context per request",
        "tokens",
        hard=(1, 1e7),
        soft=(512, 32768),
        scale="log",
        role="assumption",
        doc="Mean input tokens of a request: system prompt, retrieved documents, history and question.",
        source="Azure 2023 conversation 1,155, code 2,048; retrieval adds 4k-8k",
    )
    output_tokens: float = number(
        600,
        "Output per request",
        "tokens",
        hard=(1, 1e6),
        soft=(16, 8192),
        scale="log",
        role="assumption",
        doc="Mean generated tokens of a request, reasoning included.",
        source="chat median 300 (IQR 129-618), reasoning median 5,000 (theory 7)",
    )
    cached_share: float = number(
        0.4,
        "Input from cache",
        "1",
        hard=(0, 0.999),
        soft=(0, 0.95),
        percent=True,
        role="assumption",
        doc="Share of input tokens found in the prefix cache and not computed again.",
        source="DeepSeek on-disk cache 56 % (342 of 608 billion tokens), theory 4",
        when=(("levers.prefix", ("given",)),),
    )
    input_variation: float = number(
        1.0,
        "Input length variation",
        "1",
        hard=(0, 5),
        soft=(0, 2),
        role="assumption",
        advanced=True,
        doc="Coefficient of variation of the input length.",
        source="Azure 2023 conversation 0.96",
    )
    output_variation: float = number(
        0.8,
        "Output length variation",
        "1",
        hard=(0, 5),
        soft=(0, 2),
        role="assumption",
        advanced=True,
        doc="Coefficient of variation of the output length.",
        source="Azure 2023 conversation 0.77",
    )
    users: float = number(
        20000,
        "Users",
        "users",
        hard=(1, 1e10),
        soft=(1, 1e7),
        scale="log",
        role="assumption",
        doc="People, agents or systems that send requests.",
    )
    requests_per_user: float = number(
        30,
        "Requests per user",
        "/day",
        hard=(1e-3, 1e9),
        soft=(1, 1e6),
        scale="log",
        role="assumption",
        doc="Requests of one user on an active day.",
    )
    active_days: float = number(
        21,
        "Active days a month",
        "1",
        hard=(0.1, 30.42),
        soft=(15, 30.42),
        role="assumption",
        doc="Days a month on which a user is active: 21 for office work, 30.4 for every day.",
    )
    peak_to_mean: float = number(
        3.0,
        "Peak over mean",
        "×",
        hard=(1, 100),
        soft=(1, 6),
        role="assumption",
        doc="Busiest hour over the mean of the week; the fleet is sized for the peak.",
        source="Azure 2024: coding 3.01, conversation 1.66 by the hour; DeepSeek 1.23",
        when=GIVEN,
    )
    burstiness: float = number(
        1.0,
        "Arrival burstiness",
        "1",
        hard=(0, 10),
        soft=(0.5, 3),
        role="assumption",
        advanced=True,
        doc="Coefficient of variation of the time between arrivals: 1 is Poisson.",
        source="Azure 2023 conversation 1.09",
        when=ARRIVALS,
    )


@dataclass(frozen=True)
class Limits:
    """What the service promises; a point that breaks a limit is infeasible."""

    percentile: str = choice(
        "p95",
        "Limits hold for",
        (
            ("mean", 0, "the mean"),
            ("p50", 50, "half (p50)"),
            ("p95", 95, "95 % (p95)"),
            ("p99", 99, "99 % (p99)"),
        ),
        role="decision",
        doc="Share of requests for which the limits must hold.",
    )
    tpot: float = number(
        65,
        "TPOT limit",
        "ms",
        hard=(0.1, 1e5),
        soft=(5, 500),
        scale="log",
        role="decision",
        doc="Longest admissible time per output token after the first.",
        source="30-50 ms reads faster than a person; MLPerf 40-200 ms",
    )
    ttft: float = number(
        3.0,
        "TTFT limit",
        "s",
        hard=(0.001, 1e5),
        soft=(0.1, 600),
        scale="log",
        role="decision",
        doc="Longest admissible time to the first token.",
        source="MLPerf interactive 0.45-2 s",
    )
