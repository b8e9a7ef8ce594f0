"""Which tier answers a request, what choosing costs, and how good the answers must be."""

from dataclasses import dataclass
from typing import Final

from engine.specs import When, choice, number

#: Choices without which inputs of routing have no effect.
ROUTED: Final[When] = (("routing.mode", ("router", "cascade")),)
ROUTER: Final[When] = (("routing.mode", ("router",)),)
CASCADE: Final[When] = (("routing.mode", ("cascade",)),)

_EMBEDDING = "list price of text embedding, about 0.02 $/M tokens [M], times 1,000 tokens read"


def _share(tier: int, default: float) -> float:
    made: float = number(
        default,
        f"Share of tier {tier}",
        "1",
        hard=(0, 1),
        soft=(0, 1),
        percent=True,
        role="decision",
        when=ROUTER,
        doc=(
            f"Share of all requests that the router sends to tier {tier}, of what earlier tiers leave. The "
            "last tier in use takes the rest."
        ),
        source="RouteLLM: 14 % of calls to the strong model keep 95 % of GPT-4's quality on MT-Bench",
    )
    return made


def _escalated(tier: int, default: float) -> float:
    made: float = number(
        default,
        f"Passed on by tier {tier}",
        "1",
        hard=(0, 1),
        soft=(0, 1),
        percent=True,
        role="assumption",
        when=CASCADE,
        doc=(
            f"Share of the answers of tier {tier} that the judge rejects, so that the next tier answers "
            "again. Has no effect in the last tier in use."
        ),
        source="cascades in production save 30-70 %; a guess within that",
    )
    return made


@dataclass(frozen=True)
class Routing:
    """How requests are shared among the tiers of a scenario, each a model on machines of its own."""

    mode: str = choice(
        "none",
        "Routing",
        (
            ("none", 0, "none, tier 1 answers all"),
            ("router", 1, "router chooses a tier"),
            ("cascade", 2, "cascade, passed on if rejected"),
        ),
        role="decision",
        doc=(
            "Router: a small model reads the request and names the tier that answers it. Cascade: tier 1 "
            "answers, a judge reads the answer, and what it rejects the next tier answers again."
        ),
        source="RouteLLM; FrugalGPT",
    )
    tiers: float = number(
        1,
        "Tiers in use",
        "1",
        hard=(1, 4),
        soft=(1, 4),
        whole=True,
        role="decision",
        when=ROUTED,
        doc="The first so many tiers serve; the others keep their inputs and take no part.",
    )
    share1: float = _share(1, 0.86)
    share2: float = _share(2, 0.1)
    share3: float = _share(3, 0.1)
    escalated1: float = _escalated(1, 0.3)
    escalated2: float = _escalated(2, 0.3)
    escalated3: float = _escalated(3, 0.3)
    skill: float = number(
        0.45,
        "Skill of the choice",
        "1",
        hard=(0, 1),
        soft=(0.1, 0.8),
        percent=True,
        role="assumption",
        when=ROUTED,
        doc=(
            "How well router or judge tell requests that a tier answers well: 0 chooses blindly, 1 always "
            "gives the easiest to the first tier."
        ),
        source=(
            "RouteLLM on MT-Bench: half of the gap in quality with 13 % strong calls [M], here 0.42; GSM8K "
            "and MMLU nearer to 0.2"
        ),
    )
    router_cost: float = number(
        2e-5,
        "Router per request",
        "$",
        hard=(0, 10),
        soft=(1e-6, 1e-2),
        scale="log",
        role="price",
        when=ROUTER,
        doc="What reading one request costs the router.",
        source=_EMBEDDING,
    )
    router_latency: float = number(
        20,
        "Time of the router",
        "ms",
        hard=(0, 1e5),
        soft=(1, 500),
        scale="log",
        role="assumption",
        when=ROUTER,
        doc="Time from arrival until the router has named a tier.",
        source="one pass of an encoder of 0.1-0.5 B parameters, 5-50 ms [M]",
        advanced=True,
    )
    judge_cost: float = number(
        5e-5,
        "Judge per answer",
        "$",
        hard=(0, 10),
        soft=(1e-6, 1e-2),
        scale="log",
        role="price",
        when=CASCADE,
        doc="What reading one request with its answer costs the judge.",
        source=_EMBEDDING + " of request and answer, twice for a judge of the size of a small model",
    )
    judge_latency: float = number(
        50,
        "Time of the judge",
        "ms",
        hard=(0, 1e5),
        soft=(1, 2000),
        scale="log",
        role="assumption",
        when=CASCADE,
        doc="Time from the last token of an answer until it is accepted or passed on.",
        source="one pass over request and answer by a small model, 20-200 ms [M]",
        advanced=True,
    )
    shown: str = choice(
        "judged",
        "Answers are shown",
        (("judged", 0, "once accepted"), ("streamed", 1, "at once, replaced if rejected")),
        role="decision",
        when=CASCADE,
        doc=(
            "Once accepted: the first token is seen when the judge has read the whole answer; only the last "
            "tier streams. At once: the first tier streams to everybody."
        ),
        advanced=True,
    )
    quality_floor: float = number(
        0.0,
        "Least quality",
        "1",
        hard=(0, 1),
        soft=(0, 0.95),
        percent=True,
        role="decision",
        doc="Share of answers that must be good; a service below it does not count as feasible.",
    )
