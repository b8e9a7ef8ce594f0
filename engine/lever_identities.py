"""Relations of levers: what reaches the model, what levers cost, and what quality hangs on."""

from collections.abc import Callable, Mapping
from typing import Final

from engine.scenario import Scenario

_EFFORT: Final[Mapping[str, str]] = {
    "given": "workload.output_tokens",
    "low": "workload.output_tokens * 0.5",
    "medium": "workload.output_tokens * 3",
    "high": "workload.output_tokens * 6988 / 717",
    "custom": "workload.output_tokens * levers.effort_tokens",
}


def _on(scenario: Scenario, lever: str) -> bool:
    return scenario.get(f"levers.{lever}") == "on"


def _model_rate(scenario: Scenario) -> str:
    return "request_rate * (1 - levers.response_share)" if _on(scenario, "response") else "request_rate"


def _input(scenario: Scenario) -> str:
    if not _on(scenario, "compression"):
        return "workload.input_tokens"
    left = scenario.number("workload.input_tokens") * scenario.number("levers.compression_kept")
    return "workload.input_tokens * levers.compression_kept" if left >= 1.0 else ""


def _output(scenario: Scenario) -> str:
    return _EFFORT[str(scenario.get("levers.effort"))] if _long_enough(scenario) else ""


def _long_enough(scenario: Scenario) -> bool:
    factor = {"low": 0.5, "custom": scenario.number("levers.effort_tokens")}
    times = factor.get(str(scenario.get("levers.effort")), 1.0)
    return scenario.number("workload.output_tokens") * times >= 1.0


def _cached(scenario: Scenario) -> str:
    return "workload.cached_share" if scenario.get("levers.prefix") == "given" else ""


def _prefix_rate(scenario: Scenario) -> str:
    if scenario.get("levers.prefix") == "given":
        return ""
    return (
        "accelerators * (levers.prefix_host * levers.prefix_host_price + "
        "levers.prefix_disk * levers.prefix_disk_price)"
    )


def _response_rate(scenario: Scenario) -> str:
    return "request_rate * levers.response_cost" if _on(scenario, "response") else ""


def _compression_rate(scenario: Scenario) -> str:
    if not _on(scenario, "compression"):
        return ""
    return "model_rate * workload.input_tokens * levers.compression_cost" if _input(scenario) else ""


def _distilled_rate(scenario: Scenario) -> str:
    if not _on(scenario, "distilled"):
        return ""
    if scenario.get("finance.depreciation") == "straight":
        return "levers.distilled_cost / levers.distilled_life"
    if scenario.number("finance.cost_of_capital") < 1e-6:
        return ""
    growth = "(1 + finance.cost_of_capital) ** (levers.distilled_life / SECONDS_PER_YEAR)"
    yearly = f"levers.distilled_cost * finance.cost_of_capital * {growth} / ({growth} - 1)"
    return f"{yearly} / SECONDS_PER_YEAR"


def _response_mean(scenario: Scenario) -> str:
    if not _on(scenario, "response"):
        return "e2e_mean"
    hit = "levers.response_share * levers.response_time"
    return f"{hit} + (1 - levers.response_share) * e2e_mean"


def _base_quality(scenario: Scenario) -> str:
    if scenario.get("levers.effort") == "given":
        return "model.quality"
    wrong = (1.0 - scenario.number("model.quality")) * (1.0 - scenario.number("levers.effort_gain"))
    return "1 - (1 - model.quality) * (1 - levers.effort_gain)" if wrong <= 1.0 else ""


#: Expressions equal to a metric of levers under the choices of a scenario; empty where there is none.
LEVER_IDENTITIES: Final[Mapping[str, Callable[[Scenario], str]]] = {
    "model_rate": _model_rate,
    "served_input_tokens": _input,
    "served_output_tokens": _output,
    "served_cached_share": _cached,
    "prefix_rate": _prefix_rate,
    "response_rate": _response_rate,
    "compression_rate": _compression_rate,
    "distilled_rate": _distilled_rate,
    "response_mean": _response_mean,
    "base_quality": _base_quality,
}

#: What figures of levers hang on most.
LEVER_DEPENDS: Final[Mapping[str, tuple[str, ...]]] = {
    "served_input_tokens": ("workload.input_tokens", "levers.compression"),
    "served_output_tokens": ("workload.output_tokens", "levers.effort"),
    "served_cached_share": ("levers.prefix_ceiling", "levers.prefix_curve", "prefix_time"),
    "prefix_tokens": (
        "levers.prefix_hbm", "levers.prefix_host", "levers.prefix_disk", "kv_bytes_per_token",
        "accelerators_per_replica",
    ),
    "prefix_reload": (
        "served_cached_share", "kv_bytes_per_token", "levers.prefix_host_bandwidth",
        "levers.prefix_disk_bandwidth",
    ),
    "prefix_rate": ("levers.prefix",),
    "response_rate": ("levers.response",),
    "compression_rate": ("levers.compression",),
    "distilled_rate": ("levers.distilled", "levers.distilled_cost", "levers.distilled_life"),
    "base_quality": ("model.quality", "levers.effort_gain"),
    "quality_kept": (
        "precision.weights", "precision.kv", "levers.response", "levers.compression", "levers.distilled",
        "levers.loss_fp8", "levers.loss_fp4",
    ),
}  # fmt: skip
