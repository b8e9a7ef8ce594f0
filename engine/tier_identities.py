"""How a figure of a service follows from those of its tiers, as expressions that `explain` takes apart.

`tier2.cost_rate` in them is a metric of tier 2 by itself, with the requests that reach it;
`tier2.model.quality` an input. Only `explain` reads this; the model does not.
"""

from collections.abc import Callable
from typing import Final

from engine.metrics import METRICS
from engine.scenario import Scenario

_WEIGHTS: Final = {
    "requests": "tier{}_share",
    "outputs": "tier{}_share",
    "replicas": "tier{}.replicas",
    "accelerators": "tier{}.accelerators",
}
_TIMES: Final = ("ttft_mean", "e2e_mean")


def serving(scenario: Scenario) -> list[int]:
    """Return the tiers that requests reach."""
    return [number for number, reach in enumerate(scenario.flows.reach, 1) if reach > 0.0]


def across_identity(key: str, scenario: Scenario, quality: Callable[[int], float]) -> str:
    """Return an expression equal to metric `key` of a routed service; empty where its tiers have none.

    `quality` tells the share of good answers of a tier by itself.
    """
    tiers = serving(scenario)
    way = METRICS[key].across
    if key in _TIMES:
        return _time(key, scenario, tiers)
    if way in {"sum", "demand"}:
        whole = _sum(tiers, "{key}", key)
        if key == "layer_software":
            return f"{whole} + routing_rate"
        return whole if way == "sum" else f"({whole}) / ({_sum(tiers, 'tier{n}_share')})"
    if way in _WEIGHTS:
        weight = _WEIGHTS[way].replace("{}", "{n}")
        return f"({_sum(tiers, weight + ' * {key}', key)}) / ({_sum(tiers, weight)})"
    if way == "answers":
        return _sum(tiers, "tier{n}_answers * {key}", key)
    if way in {"visits", "cost"}:
        visits = _sum(tiers, "tier{n}_share * {key}", key)
        return visits if way == "visits" else f"({visits}) * cost_rate / ({_sum(tiers, 'tier{n}.cost_rate')})"
    return _service(key, scenario, tiers, quality)


def _sum(tiers: list[int], term: str, key: str = "") -> str:
    return " + ".join(term.format(n=n, key=f"tier{n}.{key}") for n in tiers)


def _time(key: str, scenario: Scenario, tiers: list[int]) -> str:
    """Return a mean latency: what users wait for the router, or for the tiers and judges before."""
    if scenario.get("routing.mode") == "router":
        return f"routing.router_latency + {_sum(tiers, 'tier{n}_answers * {key}', key)}"
    if key == "ttft_mean" and scenario.get("routing.shown") == "streamed":
        return "tier1.ttft_mean * 1"
    *earlier, last = tiers
    if last < scenario.flows.used:
        earlier, end = tiers, ""
    else:
        end = f"tier{last}_share * tier{last}.{key}"
    whole = _sum(earlier, "tier{n}_share * (tier{n}.e2e_mean + routing.judge_latency)")
    return " + ".join(part for part in (whole, end) if part)


def _service(key: str, scenario: Scenario, tiers: list[int], quality: Callable[[int], float]) -> str:
    """Return what routing decides, or the sum that only router and judge add to."""
    if key == "cost_rate":
        return f"{_sum(tiers, 'tier{n}.cost_rate')} + routing_rate"
    if key == "quality":
        return _sum(tiers, "tier{n}_answers * tier{n}_quality")
    if key == "breakeven_price":
        each = "tier{n}_answers * tier{n}.cost_per_request / tier{n}.breakeven_price"
        return f"cost_per_request / ({_sum(tiers, each)})"
    if key == "price_per_request" and scenario.get("price.scheme") == "tokens":
        return _sum(tiers, "tier{n}_answers * {key}", key)
    if key == "decision_token_cost" and scenario.get("value.basis") == "price":
        return _sum(tiers, "tier{n}_answers * {key}", key)
    if key == "routing_rate":
        return _choosing(scenario, tiers)
    if key == "routing_saving" and scenario.flows.used in tiers:
        last = scenario.flows.used
        return f"1 - cost_per_request * tier{last}_share * request_rate / tier{last}.cost_rate"
    name, _, what = key.partition("_")
    if not (name.startswith("tier") and name[4:].isdigit()) or int(name[4:]) not in tiers:
        return ""
    tier = int(name[4:])
    made = {
        "cost_share": f"tier{tier}.cost_rate / cost_rate",
        "share": _share(tier, scenario),
        "answers": _answers(tier, scenario),
    }
    return made[what] if what != "quality" else _quality(tier, scenario, quality(tier))


def _choosing(scenario: Scenario, tiers: list[int]) -> str:
    if scenario.get("routing.mode") == "router":
        return "request_rate * routing.router_cost"
    judged = [tier for tier in tiers if tier < scenario.flows.used]
    return f"request_rate * routing.judge_cost * ({_sum(judged, 'tier{n}_share')})"


def _share(tier: int, scenario: Scenario) -> str:
    if scenario.get("routing.mode") == "cascade":
        return f"tier{tier - 1}_share * routing.escalated{tier - 1}" if tier > 1 else ""
    if tier == scenario.flows.used:
        return " - ".join(["1", *(f"tier{n}_share" for n in range(1, tier))])
    # What earlier tiers leave may be less than is asked for.
    asked = scenario.number(f"routing.share{tier}") == scenario.flows.reach[tier - 1]
    return f"routing.share{tier} * 1" if asked else ""


def _answers(tier: int, scenario: Scenario) -> str:
    if scenario.get("routing.mode") == "router" or tier == scenario.flows.used:
        return f"tier{tier}_share * 1"
    return f"tier{tier}_share * (1 - routing.escalated{tier})"


def _quality(tier: int, scenario: Scenario, good: float) -> str:
    """Return the share of good answers: of a blind choice, and of one that gives easy requests first."""
    flows = scenario.flows
    share, before = flows.answers[tier - 1], sum(flows.answers[: tier - 1])
    if not share > 0.0:
        return ""
    known = f"tier{tier}.quality"
    blind = f"(1 - routing.skill) * {known}"
    left = good - before
    if left <= 0.0:
        return blind
    if left >= share:
        return f"routing.skill + {blind}"
    easier = "".join(f" - tier{n}_answers" for n in range(1, tier))
    return f"routing.skill * ({known}{easier}) / tier{tier}_answers + {blind}"
