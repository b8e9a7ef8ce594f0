"""Relations of the value side: what a decision's benefit is made of, by the kind of decision."""

from collections.abc import Callable, Mapping
from typing import Final

from engine.scenario import Scenario

_HIT: Final = "workload.input_tokens * served_cached_share"
_FRESH: Final = "workload.input_tokens * (1 - served_cached_share)"
# Users pay for the prompt they send, whatever is left of it for the model.
_LISTED: Final = (
    f"(price.input * price.write * {_FRESH} + price.cached * {_HIT} + price.output * served_output_tokens)"
)

_BENEFITS: Final[Mapping[str, str]] = {
    "fraud": "value.event_share * value.detection_gain * value.loss * value.loss_multiple + "
    "(1 - value.event_share) * value.false_alarm_drop * value.false_alarm_cost",
    "collections": "(value.revenue * value.days_gained * value.working_capital_cost / SECONDS_PER_YEAR + "
    "value.revenue * value.bad_debt_gain) / value.invoices + value.minutes_saved * value.wage",
    "maintenance": "value.failures * SECONDS_PER_YEAR / DAYS_PER_YEAR * value.detection_gain * "
    "value.avoidable * value.downtime_hours * value.downtime_cost - "
    "value.false_alarms * value.inspection_cost",
    "logistics": "value.miles_saved * value.mile_cost + value.exceptions_avoided * value.exception_cost",
    "support": "value.contained * (value.human_cost - value.machine_cost) + "
    "(1 - value.contained) * value.human_cost * value.assist",
    "free": "value.benefit * 1",
    "text": "value.minutes_saved * value.wage * value.use_share",
}
#: By kind: what acting rightly brings, and what acting wrongly costs.
_STAKES: Final[Mapping[str, tuple[str, str]]] = {
    "fraud": ("value.loss * value.loss_multiple", "value.false_alarm_cost"),
    "maintenance": ("value.avoidable * value.downtime_hours * value.downtime_cost", "value.inspection_cost"),
    "support": ("(value.human_cost - value.machine_cost)", "value.error_cost"),
    "text": ("value.minutes_saved * value.wage", "value.error_cost"),
}


def listed(scenario: Scenario) -> str:
    """Return what a request of `scenario` is listed at, as an expression."""
    long = scenario.number("workload.input_tokens") > scenario.number("price.long_from")
    return f"{_LISTED} * price.long_price" if long else _LISTED


def _benefit(scenario: Scenario) -> str:
    return _BENEFITS[str(scenario.get("value.kind"))]


def _token_cost(scenario: Scenario) -> str:
    if scenario.get("value.basis") == "cost":
        return "value.calls * cost_per_request"
    return f"value.calls * {listed(scenario)} * (1 - price.discount)"


def _list_price(scenario: Scenario) -> str:
    return f"{listed(scenario)} / (workload.input_tokens + served_output_tokens)"


def _errors(scenario: Scenario) -> str:
    stated = scenario.get("value.errors") == "stated"
    return "value.error_share * 1" if stated else "value.uncaught * error_share"


def _released(scenario: Scenario) -> str:
    if scenario.get("value.kind") == "collections":
        return "value.revenue * value.days_gained / SECONDS_PER_YEAR"
    return "0 * decision_benefit"


def _threshold(scenario: Scenario) -> str:
    usual = ("decision_benefit", "value.error_cost")
    gain, harm = _STAKES.get(str(scenario.get("value.kind")), usual)
    return f"{harm} / ({gain} + {harm})"


#: Metric -> its formula under the choices of a scenario.
IDENTITIES: Final[Mapping[str, Callable[[Scenario], str]]] = {
    "decision_benefit": _benefit,
    "decision_errors": _errors,
    "decision_token_cost": _token_cost,
    "list_price_per_token": _list_price,
    "act_threshold": _threshold,
    "cash_released": _released,
}
