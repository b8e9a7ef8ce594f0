"""The scenario of what reaches the model, for whoever counts requests and tokens one by one."""

from typing import Final

from engine.drivers.point import Point, point
from engine.parameters import SPECS
from engine.scenario import Scenario, Value

_OFF: Final[dict[str, str]] = {
    "levers.response": "off",
    "levers.compression": "off",
    "levers.effort": "given",
    "levers.prefix": "given",
}


def served(scenario: Scenario, found: Point | None = None) -> Scenario:
    """Return `scenario` with the workload that reaches the model as its own, and those levers off.

    `found` is its evaluation, if it is at hand. Without levers it is returned as it is.
    """
    if all(scenario.values[key] == off for key, off in _OFF.items()):
        return scenario
    found = point(scenario) if found is None else found
    asked = scenario.number("workload.requests_per_user")
    changes: dict[str, float] = {
        "workload.input_tokens": found.base("served_input_tokens"),
        "workload.output_tokens": found.base("served_output_tokens"),
        "workload.cached_share": found.base("served_cached_share"),
        "workload.requests_per_user": asked * found.base("model_rate") / found.base("request_rate"),
        "stack.request_latency": scenario.number("stack.request_latency") + _before(scenario, found) * 1e3,
    }
    if scenario.values["levers.effort"] != "given":
        more = scenario.number("levers.effort_variation")
        changes["workload.output_variation"] = scenario.number("workload.output_variation") * more
    if scenario.values["levers.prefix"] == "sized":
        held = scenario.number("levers.prefix_hbm")
        changes["stack.reserved_memory"] = scenario.number("stack.reserved_memory") + held
    inside = {key: min(max(value, SPECS[key].low), SPECS[key].high) for key, value in changes.items()}
    values: dict[str, Value] = {**inside, **_OFF}
    return scenario.with_values(values)


def _before(scenario: Scenario, found: Point) -> float:
    """Return what levers add before a request reaches the engine [s]."""
    time = 0.0
    if scenario.values["levers.response"] == "on":
        time += scenario.number("levers.response_time") * 1e-3
    if scenario.values["levers.compression"] == "on":
        time += scenario.number("workload.input_tokens") / scenario.number("levers.compression_speed")
    # Not a number where nothing is served.
    return time + max(0.0, found.base("prefix_reload"))
