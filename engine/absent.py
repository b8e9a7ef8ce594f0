"""Why a figure of a service that runs has no value, and what to change for it to have one.

A point that nothing serves names what stops it (`drivers.cures.cause`). A service that runs has almost every
figure; what it has none of is listed here with the condition under which that is so, over the figures and
inputs of the point. The conditions work on arrays too: `tests.bench.soak` holds them against millions of
points, so that no figure is missing without a word.
"""

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np

from engine.drivers.cures import cause
from engine.drivers.point import Point, point
from engine.metrics import METRICS
from engine.parameters import SPECS
from engine.scenario import DEFAULT, Scenario

#: Returns a metric or an input by its key, base units and codes of options: a number, or one for each point.
Look = Callable[[str], Any]
_CLOSE = 1.0 + 1e-9


@dataclass(frozen=True, slots=True)
class Absence:
    """Metrics without a value wherever `holds`, and why in words that go on "No figure: "."""

    keys: Collection[str]
    holds: Callable[[Look], Any]
    text: str


@cache
def _machines() -> frozenset[str]:
    """Return the metrics that a service of bought tokens has none of, which no price decides."""
    bought = point(DEFAULT.with_value("finance.supply", "api"))
    return frozenset(key for key in METRICS if not math.isfinite(bought.base(key))) - {"losing_users"}


def _dear(look: Look) -> Any:
    """Return whether each further replica costs more than the tokens it would replace."""
    least = look("accelerator_hour") * look("accelerators_per_replica") * (1.0 + look("fleet.spare_share"))
    most = look("replica_rate") * (1.0 - look("fleet.waste_share")) / look("peak_over_mean")
    return look("bought_per_request") <= least / most * _CLOSE


def _no_stake(look: Look) -> Any:
    """Return whether acting rightly gains nothing and acting wrongly harms nothing."""
    gains = (
        look("value.minutes_saved") * look("value.wage"),
        look("value.loss") * look("value.loss_multiple"),
        look("decision_benefit"),
        look("value.avoidable") * look("value.downtime_hours") * look("value.downtime_cost"),
        look("decision_benefit"),
        look("value.human_cost") - look("value.machine_cost"),
        look("value.benefit"),
    )
    harms = {1: look("value.false_alarm_cost"), 3: look("value.inspection_cost")}
    kind, none = look("value.kind"), False
    for code, gain in enumerate(gains):
        none = none | ((kind == code) & (gain + harms.get(code, look("value.error_cost")) <= 0.0))
    return none


def _nobody_pays(look: Look) -> Any:
    unpaid = (look("levers.response") == 1.0) & (look("levers.response_share") >= 1.0)
    return unpaid & (look("levers.response_price") <= 0.0)


_FREE: Final = "the service costs nothing; raise what its machines cost"
_RETURN: Final = frozenset({"irr", "payback"})
_PRICED: Final = frozenset({"gross_margin", "compute_margin", "breakeven_utilization"})
#: In the order in which they are asked: the first that holds is told.
ABSENCES: Final = (
    Absence(
        {"losing_users"},
        lambda look: look("price.scheme") != 1.0,
        "users pay by the token, so none pays less than it costs; it counts with a subscription",
    ),
    Absence(
        {"losing_users"},
        lambda look: look("cost_per_user_month") <= 0.0,
        "users cost nothing; raise what the machines cost",
    ),
    Absence(
        _PRICED,
        lambda look: look("price_per_request") <= 0.0,
        "a request earns nothing; set a price above 0, or a subscription",
    ),
    Absence(
        {"breakeven_price"},
        lambda look: look("price_mix") <= 0.0,
        "requests pay nothing of the list price, so that no price covers the cost; lower the discount for "
        "waiting, or raise the price of priority",
    ),
    Absence(
        {"breakeven_price"},
        _nobody_pays,
        "all answers come from the response cache and pay nothing; raise what they pay, or lower their share",
    ),
    Absence(
        {"breakeven_price", "value_per_token_dollar"},
        lambda look: look("cost_rate") <= 0.0,
        _FREE,
    ),
    Absence(
        {"value_per_token_dollar"},
        lambda look: look("decision_token_cost") <= 0.0,
        "the tokens of a decision cost nothing; raise their price, or what the machines cost",
    ),
    Absence(
        {"idle_share", "inference_compute_share"},
        lambda look: look("cost_rate") <= 0.0,
        "it is a share of the cost, which is 0; raise what the machines cost",
    ),
    Absence(
        {"value_over_price"},
        lambda look: look("list_price_per_token") <= 0.0,
        "the list price is 0; set a price for input or output",
    ),
    Absence(
        {"act_threshold"},
        _no_stake,
        "a decision gains nothing where it is right and harms nothing where it is wrong; set its stakes",
    ),
    Absence(
        _RETURN,
        lambda look: look("capex") <= 0.0,
        "no machines are bought, so that nothing is to be paid back; it counts with own machines that have a "
        "price",
    ),
    Absence(
        {"irr"},
        lambda look: look("npv") < 0.0,
        "what it earns never pays its machines back; raise the price, or lower the cost",
    ),
    Absence(
        {"payback"},
        lambda look: np.isfinite(look("npv")),
        "what it earns does not pay its machines back within their life; raise the price, or lower the cost",
    ),
    Absence(
        {"own_breakeven"},
        lambda look: look("rent_hour") <= 0.0,
        "a rented accelerator costs nothing, which owning cannot beat; set its rent",
    ),
    Absence(
        {"api_breakeven"},
        lambda look: look("bought_per_request") <= 0.0,
        "bought tokens cost nothing, which no machine can beat; set the prices of the bought service",
    ),
    Absence(
        {"api_breakeven"},
        _dear,
        "each further replica costs more than the tokens it would replace, so that no volume pays; lower "
        "what the machines cost, or use them better",
    ),
    Absence(
        {"jevons_threshold"},
        lambda look: look("outlook.price_path") != 0.0,
        "the price moves by itself, not with the cost; it counts where cost is passed through",
    ),
    Absence(
        {"jevons_threshold"},
        lambda look: look("outlook.pass_through") <= 0.0,
        "nothing of the cost is passed through, so that no elasticity makes up for it; raise the share",
    ),
    Absence(
        {"load_one_down"},
        lambda look: look("shed_one_down") >= 1.0,
        "nothing is left that could carry load after one failure; add spare replicas, or choose a smaller "
        "domain of failures",
    ),
    Absence(
        {"prefix_tokens", "prefix_time"},
        lambda look: look("kv_bytes_per_token") <= 0.0,
        "a token of this model takes no memory, so that the cache holds them all",
    ),
)
_BOUGHT: Final = "tokens are bought, and the machines are another's; it counts with own or rented machines"
_LAST: Final = "the last tier gets no requests, or costs nothing, so that there is nothing to compare with"


def causes(key: str) -> tuple[Absence, ...]:
    """Return the conditions under which metric `key` of a service that runs may have no value."""
    found = tuple(one for one in ABSENCES if key in one.keys)
    if key in _machines():
        found = (Absence({key}, lambda look: look("finance.supply") == 3.0, _BOUGHT), *found)
    return found


def looks(scenario: Scenario, here: Point) -> Look:
    """Return what tells metrics of `here` and inputs of `scenario`, base units."""

    def look(key: str) -> Any:
        if key in METRICS:
            return np.float64(here.base(key))
        return np.float64(SPECS[key].encode(scenario.get(key)))

    return look


def why_absent(scenario: Scenario, here: Point, key: str) -> str:
    """Return why metric `key` of `here`, the point of `scenario`, has no value; "" where it has one.

    A sentence without its full stop, which names what to change. Of a service of several tiers it may be one
    of them that has none.
    """
    if math.isfinite(here.base(key)):
        return ""
    if not math.isfinite(here.base("cost_rate")):
        stopped = cause(scenario, here)
        if stopped is not None:
            return f"{stopped.text[:1].lower()}{stopped.text[1:]}"
    look = looks(scenario, here)
    said = next((one.text for one in causes(key) if one.holds(look)), "")
    return said or (_of_tiers(scenario, key) if scenario.routed else "")


def _of_tiers(scenario: Scenario, key: str) -> str:
    if key == "routing_saving":
        return _LAST
    for number, share in enumerate(scenario.flows.reach, 1):
        if share > 0.0:
            tier = scenario.tier(number)
            here = point(tier)
            said = why_absent(tier, here, key)
            if key == "breakeven_price" and here.base("cost_rate") <= 0.0:
                said = _FREE
            if said:
                return f"tier {number}: {said}"
    return ""
