"""The split of requests among tiers that costs least at a floor of quality.

Cost is linear in the cuts F_i, the share of requests that tiers 1 to i answer, and quality is a broken
line in each of them (`kernels.tiers.graded`). So the best cuts lie where every one but at most one is at a
break of the line, and that one where quality meets the floor: few enough to look at all of them.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.drivers.point import Point, point
from engine.scenario import Scenario, Value

_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Tiers:
    """What a split is judged by, from tier 1 on.

    Attributes
    ----------
    costs : tuple of float
        Of one request that the tier works on [$].
    qualities : tuple of float
        Share of all requests that the tier answers well.
    skill : float
        Of router or judge: 0 blind, 1 perfect.
    choosing : float
        Cost of the router for a request, or of the judge for an answer [$].
    error : float
        Cost of an answer that is not good [$].
    cascade : bool
        Whether a request passes through every tier up to the one that answers it.
    """

    costs: tuple[float, ...]
    qualities: tuple[float, ...]
    skill: float
    choosing: float
    error: float
    cascade: bool

    def quality(self, cuts: Sequence[float]) -> float:
        """Return the share of good answers where tiers 1 to i answer `cuts[i - 1]` of the requests."""
        total = 0.0
        for quality, start, end in zip(self.qualities, (0.0, *cuts), (*cuts, 1.0), strict=True):
            best = min(max(quality - start, 0.0), end - start)
            total += self.skill * best + (1.0 - self.skill) * quality * (end - start)
        return total

    def cost(self, cuts: Sequence[float]) -> float:
        """Return the cost of a mean request, of choosing and of bad answers [$]."""
        edges = (0.0, *cuts, 1.0)
        if self.cascade:
            reach = [1.0 - edge for edge in edges[:-1]]
            chosen = self.choosing * sum(reach[:-1])
        else:
            reach = [end - start for start, end in itertools.pairwise(edges)]
            chosen = self.choosing
        served = sum(share * cost for share, cost in zip(reach, self.costs, strict=True))
        return served + chosen + self.error * (1.0 - self.quality(cuts))


@dataclass(frozen=True, slots=True)
class Split:
    """A split of the requests.

    Attributes
    ----------
    answers : tuple of float
        Share of the requests that each tier in use answers.
    changes : tuple of (key, value)
        Inputs that make it.
    cost, quality : float
        Of a mean request with what bad answers cost [$]; share of good answers.
    enough : bool
        Whether quality meets the floor; if none does, the split is the one of best quality.
    """

    answers: tuple[float, ...]
    changes: tuple[tuple[str, Value], ...]
    cost: float
    quality: float
    enough: bool


def best_cuts(tiers: Tiers, floor: float) -> tuple[float, ...]:
    """Return the cuts of least cost whose quality is at least `floor`; of best quality where none is."""
    found = list(_vertices(tiers, floor))
    enough = [cuts for cuts in found if tiers.quality(cuts) >= floor - _SAME]
    if enough:
        return min(enough, key=tiers.cost)
    return max(found, key=tiers.quality)


def _vertices(tiers: Tiers, floor: float) -> Iterator[tuple[float, ...]]:
    """Yield every choice of cuts that may be best."""
    breaks = sorted({0.0, 1.0, *tiers.qualities})
    count = len(tiers.costs) - 1
    yield from itertools.combinations_with_replacement(breaks, count)
    # One cut, or several that move as one, is free; the rest stand at breaks.
    for first, last in itertools.combinations(range(count + 1), 2):
        others = count - (last - first)
        for fixed in itertools.combinations_with_replacement(breaks, others):
            low = fixed[first - 1] if first > 0 else 0.0
            high = fixed[first] if first < others else 1.0
            steps = [low, *(b for b in breaks if low < b < high), high]
            for start, end in itertools.pairwise(steps):
                ends = [(*fixed[:first], *([free] * (last - first)), *fixed[first:]) for free in (start, end)]
                at = [tiers.quality(cuts) - floor for cuts in ends]
                if at[0] * at[1] < 0.0:
                    share = at[0] / (at[0] - at[1])
                    free = start + share * (end - start)
                    yield (*fixed[:first], *([free] * (last - first)), *fixed[first:])


def tiers_of(scenario: Scenario) -> Tiers:
    """Return what the tiers of `scenario` in use cost and how good they are, each evaluated by itself."""
    used = range(1, scenario.flows.used + 1)
    cascade = scenario.get("routing.mode") == "cascade"
    alone = [point(scenario.tier(number)) for number in used]
    costs = tuple(one.base("cost_per_request") for one in alone)
    qualities = tuple(one.base("quality") for one in alone)
    choosing = scenario.number("routing.judge_cost" if cascade else "routing.router_cost")
    error = scenario.number("value.error_cost") / scenario.number("value.calls")
    return Tiers(costs, qualities, scenario.number("routing.skill"), choosing, error, cascade)


def best_split(scenario: Scenario) -> Split | None:
    """Return the split of `scenario` that costs least at its floor of quality.

    None without routing, or where a tier in use cannot serve and so has no cost.
    """
    if not scenario.routed:
        return None
    tiers = tiers_of(scenario)
    if not all(cost >= 0.0 for cost in tiers.costs):
        return None
    floor = scenario.number("routing.quality_floor")
    cuts = best_cuts(tiers, floor)
    answers = tuple(end - start for start, end in itertools.pairwise((0.0, *cuts, 1.0)))
    quality = tiers.quality(cuts)
    changes = tuple(_changes(scenario, answers))
    return Split(answers, changes, tiers.cost(cuts), quality, quality >= floor - _SAME)


def _changes(scenario: Scenario, answers: tuple[float, ...]) -> Iterator[tuple[str, Value]]:
    """Yield the inputs that make tiers answer these shares of the requests."""
    left = 1.0
    for tier, share in enumerate(answers[:-1], 1):
        if scenario.get("routing.mode") == "router":
            yield f"routing.share{tier}", min(1.0, max(0.0, share))
        elif left > _SAME:
            yield f"routing.escalated{tier}", min(1.0, max(0.0, 1.0 - share / left))
        left -= share


def saving(scenario: Scenario, service: Point, split: Split) -> float:
    """Return the share of cost, bad answers included, that `split` saves against `service` as it is."""
    now = service.base("cost_per_request") + service.base("error_cost_per_request")
    return 1.0 - split.cost / now if now > 0.0 else 0.0
