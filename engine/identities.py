"""Relations that hold among outputs and inputs beyond each metric's own formula.

A kernel computes some metrics in one go; where a relation to other figures is exact for the choices
of a scenario, `identity` states it, and `depends` names what the rest hangs on. Only `explain`
reads this; the model does not.
"""

from collections.abc import Mapping
from typing import Final

from engine import chain_identities
from engine.bill_identities import BILL_DEPENDS, bill_identity
from engine.lever_identities import LEVER_DEPENDS, LEVER_IDENTITIES
from engine.parameters import TIERS
from engine.scenario import Scenario
from engine.units import YEAR
from engine.value_identities import IDENTITIES as VALUE_IDENTITIES
from engine.value_identities import listed

#: Name in formulas -> (value in base units, label, text).
CONSTANTS: Final[dict[str, tuple[float, str, str]]] = {
    "DAYS_PER_MONTH": (365.0 / 12.0, "Days in a month", "30.42 days"),
    "DAYS_PER_YEAR": (365.0, "Days in a year", "365 days"),
    "SECONDS_PER_YEAR": (YEAR, "Seconds in a year", "31,536,000 s"),
}

_CUTS: Final = ("tensor", "data", "pipeline")
_FRESH: Final = "served_input_tokens * (1 - served_cached_share)"
_CACHED: Final = "served_input_tokens * served_cached_share"
_KEPT: Final = "price.paying_share * (1 - price.discount) * (1 - price.fees)"
_PAID: Final = "(1 - levers.response_share * (1 - levers.response_price))"


def identity(key: str, scenario: Scenario) -> str:
    """Return an expression equal to metric `key` under the choices of `scenario`; empty if there is none."""
    if key in VALUE_IDENTITIES:
        return VALUE_IDENTITIES[key](scenario)
    if key in LEVER_IDENTITIES:
        return LEVER_IDENTITIES[key](scenario)
    found = {
        "accelerators_per_replica": _accelerators_per_replica,
        "cost_per_output_token": _cost_per_output_token,
        "price_per_request": _price_per_request,
        "breakeven_price": _breakeven_price,
        "power_per_accelerator": _power_per_accelerator,
        "ttft_use": _limit_use,
        "tpot_use": _limit_use,
        "cost_trend": _cost_trend,
        "price_trend": _price_trend,
        "training_rate": _training_rate,
    }.get(key)
    if found is not None:
        return found(key, scenario)
    return bill_identity(key, scenario) or chain_identities.identity(key, scenario)


def _accelerators_per_replica(_key: str, scenario: Scenario) -> str:
    if scenario.get("finance.supply") == "api":
        return ""
    decode = " * ".join(f"deployment.{name}_parallel" for name in _CUTS)
    if scenario.get("deployment.disaggregated") == "no":
        return decode
    own = scenario.number("deployment.prefill_tensor_parallel") > 0.0
    prefill = " * ".join(f"deployment.prefill_{name}_parallel" for name in _CUTS) if own else decode
    if min(scenario.number(f"deployment.{pool}_workers") for pool in ("prefill", "decode")) > 0.0:
        return f"deployment.prefill_workers * {prefill} + deployment.decode_workers * {decode}"
    return f"prefill_share * {prefill} + (1 - prefill_share) * {decode}"


def _cost_per_output_token(_key: str, _scenario: Scenario) -> str:
    inputs = f"{_FRESH} * cost_per_input_token - {_CACHED} * cost_per_cached_token"
    return f"(cost_rate / model_rate - {inputs}) / served_output_tokens"


def _price_per_request(_key: str, scenario: Scenario) -> str:
    if scenario.get("price.scheme") == "subscription":
        return f"price.subscription * workload.users / request_rate * {_KEPT}"
    return f"{listed(scenario)} * {_paid(scenario)}{_KEPT} * price_mix"


def _paid(scenario: Scenario) -> str:
    return f"{_PAID} * " if scenario.get("levers.response") == "on" else ""


def _breakeven_price(_key: str, scenario: Scenario) -> str:
    if scenario.number("price.output") <= 0.0:
        return f"cost_per_request / (served_output_tokens * {_paid(scenario)}{_KEPT} * price_mix)"
    if scenario.get("price.scheme") == "tokens":
        return "price.output * cost_per_request / price_per_request"
    return f"price.output * cost_per_request / ({listed(scenario)} * {_paid(scenario)}{_KEPT} * price_mix)"


def _power_per_accelerator(_key: str, scenario: Scenario) -> str:
    board, nameplate = (scenario.number(f"accelerator.{name}") for name in ("tdp", "system_power"))
    idle = scenario.number("efficiency.idle_power")
    low, high = (scenario.number(f"facility.{name}_power") for name in ("idle", "busy"))
    if nameplate < board or idle > board or high < low:
        return ""
    rest = "(accelerator.system_power + fabric_power - accelerator.tdp)"
    idling = "efficiency.idle_power * correction.power"
    host = f"{rest} * (facility.idle_power + (facility.busy_power - facility.idle_power) * duty)"
    return f"{idling} + (board_power - {idling}) * duty + {host}"


def _limit_use(key: str, scenario: Scenario) -> str:
    latency = key.removesuffix("_use")
    return f"{latency}_{scenario.get('limits.percentile')} / limits.{latency}"


def _cost_trend(_key: str, scenario: Scenario) -> str:
    rented = scenario.get("finance.supply") == "rent"
    machine = "(1 + outlook.rent_change)" if rented else "(1 - outlook.hardware_decline)"
    return f"(1 - outlook.software_gain) * (1 - outlook.model_gain) * {machine}"


def _price_trend(_key: str, scenario: Scenario) -> str:
    follows = scenario.get("outlook.price_path") == "cost"
    return "cost_trend ** outlook.pass_through" if follows else "outlook.price_factor"


def _training_rate(_key: str, scenario: Scenario) -> str:
    if scenario.get("training.basis") == "bill":
        return "training.bill / training.life"
    return "cost_rate * (1 - training.inference_share) / training.inference_share"


_SERVICE: Final = ("prefill_time", "step_time", "prefill_share", "load")
_STREAM: Final = ("accelerator.bandwidth", "batch")

#: What a kernel's figure hangs on most, in the order worth reading.
_DEPENDS: Final[Mapping[str, tuple[str, ...]]] = {
    "accelerators_per_replica": (
        "deployment.tensor_parallel", "deployment.data_parallel", "deployment.pipeline_parallel",
        "deployment.prefill_workers", "deployment.decode_workers",
    ),
    "weight_bytes": (
        "model.attention_parameters", "model.dense_parameters", "model.expert_parameters",
        "precision.weights",
    ),
    "weights_per_accelerator": ("weight_bytes", "deployment.tensor_parallel", "deployment.pipeline_parallel"),
    "kv_bytes_per_token": ("model.kv_elements", "precision.kv"),
    "kv_bytes_per_sequence": ("kv_bytes_per_token", "served_input_tokens", "served_output_tokens"),
    "kv_memory": (
        "accelerator.memory", "stack.memory_share", "stack.reserved_memory", "weights_per_accelerator",
    ),
    "batch_limit": ("kv_memory", "kv_bytes_per_sequence", "deployment.batch_cap"),
    "memory_use": ("kv_memory", "kv_bytes_per_sequence", "deployment.concurrency"),
    "step_weights": ("weights_per_accelerator", "precision.compute", *_STREAM),
    "step_attention": ("kv_bytes_per_sequence", "efficiency.decode_attention_fp8", *_STREAM),
    "step_communication": (
        "deployment.tensor_parallel", "accelerator.scaleup_bandwidth", "efficiency.link",
        "efficiency.collective_time",
    ),
    "step_overhead": ("stack.step_time", "stack.request_time", "stack.collective_extra", "batch"),
    "prefill_time": (
        "served_input_tokens", "served_cached_share", "accelerator.fp8", "efficiency.gemm_compute_fp8",
        "efficiency.prefill_attention",
    ),
    "bound": ("step_weights", "step_attention", "step_communication", "step_overhead"),
    "replica_rate": ("deployment.load", "deployment.concurrency", "step_time", "prefill_time"),
    "replica_capacity": ("batch_limit", "step_time", "prefill_time", "served_output_tokens"),
    "batch": ("deployment.load", "deployment.concurrency", "step_time", "prefill_share"),
    "prefill_share": ("replica_rate", "prefill_time"),
    "ttft_mean": _SERVICE, "ttft_p50": ("ttft_mean", *_SERVICE), "ttft_p95": ("ttft_mean", *_SERVICE),
    "ttft_p99": ("ttft_mean", *_SERVICE),
    "tpot_mean": ("step_time", "prefill_share", "batch"),
    "tpot_p50": ("tpot_mean", "step_time", "prefill_share", "batch"),
    "tpot_p95": ("tpot_mean", "step_time", "prefill_share", "batch"),
    "tpot_p99": ("tpot_mean", "step_time", "prefill_share", "batch"),
    "e2e_mean": ("ttft_mean", "tpot_mean", "served_output_tokens"),
    "e2e_p50": ("ttft_p50", "tpot_p50", "served_output_tokens"),
    "e2e_p95": ("ttft_p95", "tpot_p95", "served_output_tokens"),
    "e2e_p99": ("ttft_p99", "tpot_p99", "served_output_tokens"),
    "capacity_over_mean": (
        "peak_over_mean", "demand.batch_share", "demand.priority_share", "demand.growth", "demand.staffing",
    ),
    "utilization_demand": ("request_rate", "capacity_over_mean", "replica_rate", "fleet.scaling"),
    "utilization_redundancy": ("spares", "replicas", "reliability.regions", "fleet.rounding"),
    "trough_room": ("request_rate", "utilization_demand", "replica_rate"),
    "price_mix": ("demand.batch_share", "demand.batch_discount", "demand.priority_share",
        "demand.priority_price"),
    "batch_marginal_cost": ("board_power", "throughput_per_accelerator", "facility.power_price",
        "facility.pue", "finance.supply"),
    "replica_availability": ("reliability.mtbf", "reliability.repair", "accelerators_per_replica",
        "reliability.domain", "reliability.planned"),
    "spares": ("reliability.redundancy", "fleet.spare_share", "replicas"),
    "spares_for_target": ("reliability.target", "replica_availability", "reliability.common_cause",
        "replicas"),
    "availability": ("replica_availability", "spares", "replicas", "reliability.common_cause",
        "reliability.regions", "reliability.failover"),
    "region_availability": ("replica_availability", "spares", "replicas", "reliability.common_cause"),
    "standby_rate": ("reliability.regions", "reliability.failover", "reliability.retainer",
        "reliability.standby_price", "region_availability", "accelerator_hour", "replicas"),
    "shed_share": ("replica_availability", "spares", "load", "reliability.overload"),
    "load_one_down": ("replicas", "load", "reliability.domain"),
    "shed_one_down": ("replicas", "load", "reliability.overload", "reliability.domain"),
    "peak_over_mean": ("demand.timing", "workload.peak_to_mean", "demand.part", "demand.zones"),
    "replicas": ("peak_rate", "replica_rate", "spares", "fleet.scaling", "reliability.regions"),
    "cost_per_input_token": ("cost_per_request", "prefill_share", "finance.attribution"),
    "cost_per_cached_token": ("cost_per_input_token", "finance.cache_share"),
    "board_power_static": (
        "efficiency.idle_power", "efficiency.active_power", "stack.step_time", "stack.request_time",
    ),
    "board_power_arithmetic": (
        "efficiency.flop_energy_bf16", "efficiency.flop_energy_fp8", "throughput_per_accelerator",
        "served_input_tokens", "accelerator.tdp",
    ),
    "board_power_memory": (
        "efficiency.byte_energy", "throughput_per_accelerator", "batch", "weights_per_accelerator",
        "kv_bytes_per_sequence", "accelerator.tdp",
    ),
    "duty": ("request_rate", "replica_rate", "replicas", "fleet.waste_share"),
    "power_per_accelerator": (
        "board_power", "duty", "efficiency.idle_power", "accelerator.system_power", "fabric_power",
        "facility.busy_power", "facility.idle_power",
    ),
    **{
        f"tier{n}_{what}": ("routing.mode", "routing.tiers", *more)
        for n in range(1, TIERS + 1)
        for what, more in (
            ("share", ()), ("answers", ()), ("cost_share", ("cost_rate",)),
            ("quality", ("model.quality", "routing.skill")),
        )
    },
    "routing_rate": ("request_rate", "routing.mode", "routing.router_cost", "routing.judge_cost"),
    "routing_saving": ("cost_per_request", "routing.mode"),
    "binding_tier": ("binding", "routing.tiers"),
    "feasible": ("memory_use", "ttft_use", "tpot_use", "load"),
    "binding": ("memory_use", "ttft_use", "tpot_use", "load"),
}  # fmt: skip


def depends(key: str) -> tuple[str, ...]:
    """Return the metrics and inputs that a kernel's metric `key` hangs on most."""
    for told in (_DEPENDS, BILL_DEPENDS, chain_identities.DEPENDS, LEVER_DEPENDS):
        if key in told:
            return told[key]
    return ()
