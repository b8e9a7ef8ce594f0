"""A service of several tiers put together in plain Python, straight from what each figure means."""

import math
from statistics import NormalDist

from engine.drivers import Point, point
from engine.scenario import Scenario

NORMAL = NormalDist()
NODES = {"p50": 0.0, "p95": NORMAL.inv_cdf(0.95), "p99": NORMAL.inv_cdf(0.99)}


def shares(scenario: Scenario) -> tuple[list[float], list[float]]:
    """Return which share of the requests reaches each tier in use, and which each answers."""
    count = int(scenario.number("routing.tiers"))
    reach, answers, left = [], [], 1.0
    for tier in range(1, count + 1):
        if scenario.get("routing.mode") == "cascade":
            rejected = scenario.number(f"routing.escalated{tier}") if tier < count else 0.0
            reach.append(left)
            answers.append(left * (1.0 - rejected))
        else:
            asked = scenario.number(f"routing.share{tier}") if tier < count else 1.0
            answers.append(min(asked, left))
            reach.append(answers[-1])
        left -= answers[-1]
    return reach, answers


def tier_alone(scenario: Scenario, tier: int, reach: float) -> Point:
    """Return tier `tier` evaluated with its share of the requests."""
    values = {key: scenario.get(f"tier{tier}.{key}") if tier > 1 else scenario.get(key) for key in _own()}
    demand = scenario.number("workload.requests_per_user") * reach
    return point(
        scenario.with_tiers(()).with_values(
            {**values, "routing.mode": "none", "workload.requests_per_user": demand}
        )
    )


def _own() -> list[str]:
    from engine.parameters import PER_TIER, SPECS

    return [key for key, spec in SPECS.items() if spec.group in PER_TIER]


def cost_rate(scenario: Scenario) -> float:
    """Return what the service costs [$/s]."""
    reach, _ = shares(scenario)
    fleets = [tier_alone(scenario, n, r).base("cost_rate") for n, r in enumerate(reach, 1) if r > 0.0]
    rate = point(scenario.with_value("routing.mode", "none")).base("request_rate")
    if scenario.get("routing.mode") == "router":
        return sum(fleets) + rate * scenario.number("routing.router_cost")
    return sum(fleets) + rate * sum(reach[:-1]) * scenario.number("routing.judge_cost")


def quality(scenario: Scenario, steps: int = 20000) -> float:
    """Return the share of good answers, request by request in the order of difficulty."""
    _, answers = shares(scenario)
    skill = scenario.number("routing.skill")
    known = [
        scenario.number(f"tier{n}.model.quality" if n > 1 else "model.quality")
        for n in range(1, len(answers) + 1)
    ]
    blind = sum(share * good for share, good in zip(answers, known, strict=True))
    edges = [sum(answers[:n]) for n in range(1, len(answers) + 1)]
    right = 0
    for i in range(steps):
        difficulty = (i + 0.5) / steps
        tier = next((n for n, edge in enumerate(edges) if difficulty < edge), len(edges) - 1)
        right += difficulty < known[tier]
    return skill * right / steps + (1.0 - skill) * blind


def mixed(figures: list[tuple[float, dict[str, float]]], which: str) -> float:
    """Return a quantile over all answers by bisection, each tier a broken line in log time and quantile."""
    level = NORMAL.cdf(NODES[which])

    def below(time: float) -> float:
        return sum(share * NORMAL.cdf(_quantile_at(time, own)) for share, own in figures)

    low, high = 1e-9, 1e9
    for _ in range(200):
        middle = math.sqrt(low * high)
        low, high = (middle, high) if below(middle) < level else (low, middle)
    return math.sqrt(low * high)


def _quantile_at(time: float, own: dict[str, float]) -> float:
    first, last = ("p50", "p95") if time <= own["p95"] else ("p95", "p99")
    run = math.log(own[last] / own[first]) / (NODES[last] - NODES[first])
    return NODES[first] + math.log(time / own[first]) / run
