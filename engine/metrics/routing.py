"""Outputs: the tiers of a service, which requests they take, what they cost, how good the answers are."""

from typing import Final

from engine.metrics.metric import Metric

_TIERS: Final = (1, 2, 3, 4)


def _told(name: str, label: str, doc: str) -> tuple[Metric, ...]:
    """Return one metric for each tier: a share, 0 for a tier that takes no part."""
    return tuple(
        Metric(
            f"tier{tier}_{name}",
            label.format(tier),
            "1",
            0,
            doc.format(tier),
            percent=True,
            scale="linear",
            method="kernels.tiers",
            across="service",
        )
        for tier in _TIERS
    )


ROUTING: Final = (
    *_told("share", "Reaching tier {}", "Share of all requests that tier {} works on."),
    *_told("answers", "Answered by tier {}", "Share of all requests whose answer is that of tier {}."),
    *_told("cost_share", "Cost of tier {}", "Share of all cost that tier {} causes."),
    *_told(
        "quality",
        "Good answers of tier {}",
        "Share of the answers given by tier {} that are good, chosen as they are.",
    ),
    Metric(
        "calls_per_request",
        "Tiers asked per request",
        "1",
        -1,
        "Mean number of tiers that work on a request.",
        scale="linear",
        formula="tier1_share + tier2_share + tier3_share + tier4_share",
        across="formula",
    ),
    Metric(
        "routing_rate",
        "Router and judge",
        "$/month",
        -1,
        "Cost of choosing: what the router reads, or the judge.",
        method="kernels.tiers",
        across="service",
    ),
    Metric(
        "routing_saving",
        "Saved by routing",
        "1",
        1,
        "Cost saved against the last tier in use answering everything at its present cost per request.",
        percent=True,
        scale="linear",
        method="kernels.tiers",
        rests="throughput",
        across="service",
    ),
    Metric(
        "error_cost_per_request",
        "Cost of bad answers",
        "$",
        -1,
        "What answers that are not good cost whoever decides by them, over all requests.",
        formula="value.error_cost * (1 - quality) / value.calls",
        across="formula",
    ),
    Metric(
        "cost_with_errors",
        "Cost per request with errors",
        "$",
        -1,
        "All cost of a mean request and of its answer being bad.",
        formula="cost_per_request + error_cost_per_request",
        rests="throughput",
        across="formula",
    ),
    Metric(
        "binding_tier",
        "Tier that stops it",
        "1",
        0,
        "Tier whose limit stops the point; 0 where nothing does, or where the service as a whole is stopped.",
        scale="linear",
        method="kernels.tiers",
        across="service",
    ),
)
