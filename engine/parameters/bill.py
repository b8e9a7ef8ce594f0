"""What else the bill is made of: bought tokens, uneven users, tasks of many calls."""

from dataclasses import dataclass

from engine.parameters.choices import BOUGHT
from engine.specs import number


@dataclass(frozen=True)
class Api:
    """Another company's tokens: its list price, and how fast it says it answers."""

    output: float = number(
        0.79,
        "Bought output",
        "$/M tokens",
        hard=(0, 1e6),
        soft=(0.1, 30),
        scale="log",
        role="price",
        doc="What the seller asks for output tokens.",
        source="open 70B class, median of 15 hosts 2026-11 (genai-prices 0.2.3)",
        when=BOUGHT,
    )
    input: float = number(
        0.59,
        "Bought input",
        "$/M tokens",
        hard=(0, 1e6),
        soft=(0.02, 10),
        scale="log",
        role="price",
        doc="What the seller asks for input tokens that it computes.",
        source="open 70B class, median of 15 hosts 2026-11 (genai-prices 0.2.3)",
        when=BOUGHT,
    )
    cached: float = number(
        0.295,
        "Bought cached input",
        "$/M tokens",
        hard=(0, 1e6),
        soft=(0.005, 5),
        scale="log",
        role="price",
        doc="What the seller asks for input tokens found in its cache.",
        source="half of the input price (genai-prices 0.2.3)",
        when=BOUGHT,
    )
    surcharge: float = number(
        0.055,
        "Surcharge",
        "1",
        hard=(0, 5),
        soft=(0, 0.15),
        percent=True,
        role="assumption",
        doc="Gateway, payment and support beside the list price.",
        source="a gateway takes 5.5 % of what is paid in [from memory]",
        when=BOUGHT,
    )
    ttft: float = number(
        0.6,
        "Stated TTFT",
        "s",
        hard=(0.001, 1e4),
        soft=(0.1, 10),
        scale="log",
        role="assumption",
        doc="Mean time to the first token as stated or measured at the seller.",
        source="hosts of 70B models 0.3-1.2 s [from memory]",
        when=BOUGHT,
    )
    tpot: float = number(
        12.5,
        "Stated TPOT",
        "ms",
        hard=(0.01, 1e5),
        soft=(2, 100),
        scale="log",
        role="assumption",
        doc="Mean time per output token after the first as stated or measured at the seller.",
        source="hosts of 70B models 40-150 tokens/s [from memory]",
        when=BOUGHT,
    )
    variation: float = number(
        0.5,
        "Variation of stated times",
        "1",
        hard=(0, 5),
        soft=(0, 1.5),
        role="assumption",
        doc="Standard deviation over mean of both times, lognormal; tells their percentiles.",
        advanced=True,
        when=BOUGHT,
    )


@dataclass(frozen=True)
class Usage:
    """How unevenly users use the service, and what a flat fee lets them use."""

    spread: float = number(
        2.12,
        "Spread of usage",
        "1",
        hard=(0, 5),
        soft=(0, 2.5),
        role="assumption",
        doc="Standard deviation of the logarithm of a user's usage; 0 where all use alike.",
        source="a tenth of the users cause 80 % of the cost: 2.12",
    )
    top_share: float = number(
        0.1,
        "Heaviest users",
        "1",
        hard=(0.0001, 0.9999),
        soft=(0.01, 0.5),
        percent=True,
        role="assumption",
        doc="Share of users counted as the heaviest.",
        advanced=True,
    )
    cap: float = number(
        0,
        "Fair-use limit",
        "×",
        hard=(0, 1e6),
        soft=(0, 20),
        role="decision",
        doc="Most a user may use in a month, over the mean user's; 0 for no limit.",
    )


@dataclass(frozen=True)
class Task:
    """A task of several calls, each with the context of those before it: an agent's loop."""

    calls: float = number(
        1,
        "Calls per task",
        "requests",
        hard=(1, 1e5),
        soft=(1, 60),
        scale="log",
        role="assumption",
        doc="Calls of the model until a task is done; the workload describes the first of them.",
    )
    context_growth: float = number(
        1500,
        "Growth of context",
        "tokens",
        hard=(0, 1e6),
        soft=(0, 8000),
        role="assumption",
        doc="Tokens that each call adds to the context of the next: its answer and what tools returned.",
        source="coding agents 1-3 k tokens a step [from memory]",
    )
    cached_share: float = number(
        0.9,
        "Prefix from cache",
        "1",
        hard=(0, 1),
        soft=(0, 0.99),
        percent=True,
        role="assumption",
        doc="Share of the previous call's context that the next one finds in the cache.",
        source="agents with an append-only context 85-95 % [from memory]",
    )
    tools: float = number(
        0,
        "Tool calls per call",
        "1",
        hard=(0, 1000),
        soft=(0, 3),
        role="assumption",
        doc="Searches, database queries and runs of code for each call of the model.",
    )
    tool_price: float = number(
        0.005,
        "Price of a tool call",
        "$",
        hard=(0, 1e4),
        soft=(0, 0.05),
        role="price",
        doc="What one tool call costs.",
        source="web search 5-10 $ per thousand [from memory]",
    )
    success: float = number(
        1,
        "Tasks that succeed",
        "1",
        hard=(0.01, 1),
        soft=(0.3, 1),
        percent=True,
        role="assumption",
        doc="Share of attempts that end well; the others cost as much and are tried again.",
    )
