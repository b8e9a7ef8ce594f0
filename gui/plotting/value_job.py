"""The job of the value view: what decisions are worth a token, and what a token costs and sells for."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from engine import catalog, market
from engine.drivers import Point, point
from engine.market import Quote, Structure
from engine.scenario import Scenario

#: Steps of the account of one decision: metric or "" for a sum of inputs, words, dollars.
Step = tuple[str, str, float]

_FREE: Final = "free-form"


@dataclass(frozen=True, slots=True)
class Worth:
    """One use of the tokens.

    Attributes
    ----------
    ident, label : str
        Part of the catalogue; of the scenario's own decision the part it began with.
    density, before : float
        $ per M tokens that a decision is worth, here and in the baseline (own decision only); NaN if none.
    ratio : float
        Value per token dollar.
    own : bool
        Whether it is the scenario's decision.
    """

    ident: str
    label: str
    density: float
    before: float
    ratio: float
    own: bool


@dataclass(frozen=True, slots=True)
class ValueResult:
    """A frame of the value view.

    Attributes
    ----------
    scenario : Scenario
    here : Point
    uses : tuple of Worth
        Highest density first.
    cost, listed : float
        Own cost and list price of a token of a request, $ per M tokens.
    quotes : tuple of Quote
        Cheapest first.
    structure, own_structure : Structure
        Of the market's price lists, and of the scenario's own prices.
    account : tuple of Step
        How the gain of one decision comes about.
    """

    scenario: Scenario
    here: Point
    uses: tuple[Worth, ...]
    cost: float
    listed: float
    quotes: tuple[Quote, ...]
    structure: Structure
    own_structure: Structure
    account: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class ValueJob:
    """Computes a `ValueResult`."""

    def run(
        self, scenario: Scenario, baseline: Scenario, coarse: bool, cancelled: Callable[[], bool]
    ) -> ValueResult | None:
        """Return the frame, or None when `cancelled` turned true; a coarse one would come as fast."""
        if coarse:
            return None
        here = point(scenario)
        uses = _uses(scenario, baseline, here, cancelled)
        if uses is None:
            return None
        quotes = market.quotes(scenario, here)
        tokens = sum(market.mix(scenario))
        return ValueResult(
            scenario,
            here,
            uses,
            here.base("cost_per_request") / tokens * 1e6,
            here.shown("list_price_per_token"),
            quotes,
            market.structure([quote.offer for quote in quotes]),
            _own_structure(scenario),
            account(scenario, here),
        )


def _uses(
    scenario: Scenario, baseline: Scenario, here: Point, cancelled: Callable[[], bool]
) -> tuple[Worth, ...] | None:
    chosen = str(scenario.get("value.part"))
    part = catalog.part_of(scenario, "value")
    then = point(baseline)
    label = part.label if part is not None else chosen
    density, ratio = here.shown("value_density"), here.base("value_per_token_dollar")
    found = [Worth(chosen, label, density, then.shown("value_density"), ratio, own=True)]
    for ident, other in catalog.load("decision").items():
        if cancelled():
            return None
        if ident in (chosen, _FREE):
            continue
        there = point(catalog.apply(scenario, "decision", ident))
        worth, times = there.shown("value_density"), there.base("value_per_token_dollar")
        found.append(Worth(ident, other.label, worth, math.nan, times, own=False))
    return tuple(sorted(found, key=lambda use: -use.density if math.isfinite(use.density) else 0.0))


def _own_structure(s: Scenario) -> Structure:
    fresh, nan = s.number("price.input"), math.nan
    if fresh <= 0.0:
        return Structure(nan, nan, nan, nan, nan, nan)
    return Structure(
        s.number("price.output") / fresh,
        s.number("price.cached") / fresh,
        s.number("price.write"),
        1.0 - s.number("price.discount"),
        nan,
        s.number("price.long_price"),
    )


def account(s: Scenario, here: Point) -> tuple[Step, ...]:
    """Return how the gain of one decision comes about: (metric, words, $), sums where a metric is named."""
    v = {name: s.number(f"value.{name}") for name in ("adoption", "attribution")}
    benefit = here.base("decision_benefit")
    spared = s.number("value.review_before") - s.number("value.review_after")
    review = spared * s.number("value.review_cost")
    gross = benefit + review
    owed = v["attribution"] * gross
    errors = here.base("decision_errors") * s.number("value.error_cost")
    lost = (1.0 - v["adoption"]) * (owed - errors)
    steps = [
        ("decision_benefit", "Benefit", benefit),
        ("", "Review by people spared", review),
        ("", "Due to what was there before", owed - gross),
        ("", "Wrong decisions", -errors),
        ("", "Not realised", -lost),
        ("", "Platform and other cost", -s.number("value.other_cost")),
        ("decision_value", "Value", here.base("decision_value")),
        ("decision_token_cost", "Tokens", -here.base("decision_token_cost")),
        ("decision_profit", "Gain", here.base("decision_profit")),
    ]
    return tuple(step for step in steps if step[0] or step[2] != 0.0)
