"""Every output of the model, declared once.

`RECORD` is the row a kernel fills, float64 in base units. `formula` is the metric as an expression
over other metrics and parameters (`group.name`), in base units; an empty formula means a kernel of
its own, told in `method`. Tests recompute every formula; the explain panel shows it.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.units import UNITS

#: What stops a point: code -> (id, label). Kernels write the code into `binding`.
BINDING: Final[dict[int, tuple[str, str]]] = {
    0: ("none", "nothing"),
    1: ("memory", "memory"),
    2: ("ttft", "TTFT limit"),
    3: ("tpot", "TPOT limit"),
    4: ("capacity", "capacity"),
    5: ("layout", "parallel layout"),
}

#: What a decode step waits for: code -> (id, label). Kernels write the code into `bound`.
BOUND: Final[dict[int, tuple[str, str]]] = {
    0: ("memory", "memory bandwidth"),
    1: ("compute", "arithmetic"),
    2: ("interconnect", "interconnect"),
    3: ("overhead", "host and launch overhead"),
}


@dataclass(frozen=True, slots=True)
class Metric:
    """One output.

    Attributes
    ----------
    key, label, doc : str
    unit : str
        Unit it is shown and exported in; the record holds base units.
    better : int
        +1 if more is better, -1 if less is, 0 if neither.
    scale : "linear" or "log"
        How a surface colours it.
    formula, method : str
        See the module.
    percent : bool
        Shown as per cent.
    codes : mapping or None
        Names of a coded metric's values.
    rests : str
        The predicted quantity that its error follows: "tpot", "1/tpot", "ttft", "e2e" or "energy" move
        it in proportion; "throughput" means that the whole evaluation is repeated with a slower and a
        faster machine. Empty: exact arithmetic on inputs.
    """

    key: str
    label: str
    unit: str
    better: int
    doc: str
    scale: str = "log"
    formula: str = ""
    method: str = ""
    percent: bool = False
    codes: dict[int, tuple[str, str]] | None = None
    rests: str = ""

    @property
    def display_unit(self) -> str:
        """Return the unit beside the figure."""
        return "%" if self.percent else self.unit

    def shown(self, base: float) -> float:
        """Return the record's figure `base` in the display unit."""
        return base * 100.0 if self.percent else base / UNITS[self.unit].factor


_m = Metric

_ALL: Final = (
    # demand
    _m(
        "request_rate",
        "Requests",
        "requests/s",
        0,
        "Mean arrival rate over the month, wasted work not counted.",
        formula="workload.users * workload.requests_per_user * workload.active_days / DAYS_PER_MONTH",
    ),
    _m(
        "peak_rate",
        "Requests at the peak",
        "requests/s",
        0,
        "Arrival rate in the busiest hour, wasted work included.",
        formula="request_rate * workload.peak_to_mean / (1 - fleet.waste_share)",
    ),
    # memory
    _m(
        "accelerators_per_replica",
        "Accelerators per replica",
        "accelerators",
        -1,
        "Accelerators that hold one copy of the model, or those of both its pools.",
        scale="linear",
        method="kernels.reduction",
    ),
    _m(
        "weight_bytes",
        "Weights",
        "GB",
        -1,
        "All weights of one copy at the chosen precision.",
        method="kernels.memory",
    ),
    _m(
        "weights_per_accelerator",
        "Weights per accelerator",
        "GB",
        -1,
        "Weights the fullest accelerator holds.",
        method="kernels.memory",
    ),
    _m(
        "kv_bytes_per_token",
        "KV cache per token",
        "kB",
        -1,
        "Cache of one token in one copy, at the mean context; ranks beyond the KV heads keep more copies.",
        method="kernels.memory",
    ),
    _m(
        "kv_bytes_per_sequence",
        "KV cache per sequence",
        "MB",
        -1,
        "Cache and state of one sequence at its mean resident context, on the fullest accelerator.",
        method="kernels.memory",
    ),
    _m(
        "kv_memory",
        "Memory left for the cache",
        "GB",
        1,
        "Per accelerator, after weights, workspace and activations.",
        scale="linear",
        method="kernels.memory",
    ),
    _m(
        "batch_limit",
        "Most sequences",
        "seqs",
        1,
        "Sequences a replica can run at once: memory or batch cap.",
        method="kernels.memory",
    ),
    _m(
        "memory_use",
        "Memory use",
        "1",
        -1,
        "Memory the load needs over memory there is; above 1 it does not fit.",
        percent=True,
        scale="linear",
        method="kernels.memory",
    ),
    # one step
    _m(
        "step_time",
        "Decode step",
        "ms",
        -1,
        "Time of one decode-only step at the mean batch.",
        method="kernels.step",
        formula="step_weights + step_attention + step_communication + step_overhead",
        rests="tpot",
    ),
    _m(
        "step_weights",
        "of it weights",
        "ms",
        -1,
        "Matrix products of attention, dense and expert layers and of the head.",
        method="kernels.step",
        rests="tpot",
    ),
    _m(
        "step_attention",
        "of it attention",
        "ms",
        -1,
        "Reading the KV cache.",
        method="kernels.step",
        rests="tpot",
    ),
    _m(
        "step_communication",
        "of it communication",
        "ms",
        -1,
        "Collectives between accelerators.",
        method="kernels.step",
        rests="tpot",
    ),
    _m(
        "step_overhead",
        "of it overhead",
        "ms",
        -1,
        "Host, launches and activations.",
        method="kernels.step",
        rests="tpot",
    ),
    _m(
        "prefill_time",
        "Prefill",
        "s",
        -1,
        "Computing the uncached input of one mean request on an idle replica.",
        method="kernels.step",
        rests="ttft",
    ),
    _m(
        "bound",
        "Bound by",
        "1",
        0,
        "What a decode step waits for most.",
        scale="linear",
        codes=BOUND,
        method="kernels.step",
    ),
    # serving
    _m(
        "replica_rate",
        "Requests per replica",
        "requests/s",
        0,
        "Arrival rate of one replica at the peak.",
        method="kernels.serving",
        rests="throughput",
    ),
    _m(
        "replica_capacity",
        "Capacity per replica",
        "requests/s",
        1,
        "Most a replica can serve at its batch limit.",
        method="kernels.serving",
        rests="throughput",
    ),
    _m(
        "load",
        "Load",
        "1",
        0,
        "Arrivals at the peak over capacity.",
        percent=True,
        scale="linear",
        formula="replica_rate / replica_capacity",
        rests="throughput",
    ),
    _m(
        "batch",
        "Batch",
        "seqs",
        0,
        "Mean sequences running in a replica at the peak.",
        method="kernels.serving",
        rests="throughput",
    ),
    _m(
        "prefill_share",
        "Prefill share",
        "1",
        0,
        "Share of a busy replica's time spent on prefill at the peak.",
        percent=True,
        scale="linear",
        method="kernels.serving",
        rests="throughput",
    ),
    _m(
        "ttft_mean",
        "TTFT mean",
        "s",
        -1,
        "Mean time from arrival to first token.",
        method="kernels.serving",
        rests="ttft",
    ),
    _m(
        "ttft_p50",
        "TTFT p50",
        "s",
        -1,
        "Time to first token that half of the requests stay under.",
        method="kernels.serving",
        rests="ttft",
    ),
    _m(
        "ttft_p95",
        "TTFT p95",
        "s",
        -1,
        "Time to first token that 95 % of the requests stay under.",
        method="kernels.serving",
        rests="ttft",
    ),
    _m(
        "ttft_p99",
        "TTFT p99",
        "s",
        -1,
        "Time to first token that 99 % of the requests stay under.",
        method="kernels.serving",
        rests="ttft",
    ),
    _m(
        "tpot_mean",
        "TPOT mean",
        "ms",
        -1,
        "Mean time per output token after the first.",
        method="kernels.serving",
        rests="tpot",
    ),
    _m(
        "tpot_p50",
        "TPOT p50",
        "ms",
        -1,
        "Time per output token that half of the requests stay under.",
        method="kernels.serving",
        rests="tpot",
    ),
    _m(
        "tpot_p95",
        "TPOT p95",
        "ms",
        -1,
        "Time per output token that 95 % of the requests stay under.",
        method="kernels.serving",
        rests="tpot",
    ),
    _m(
        "tpot_p99",
        "TPOT p99",
        "ms",
        -1,
        "Time per output token that 99 % of the requests stay under.",
        method="kernels.serving",
        rests="tpot",
    ),
    _m(
        "e2e_mean",
        "End-to-end mean",
        "s",
        -1,
        "Mean time from arrival to last token.",
        method="kernels.serving",
        rests="e2e",
    ),
    _m(
        "e2e_p50",
        "End-to-end p50",
        "s",
        -1,
        "Time to the last token that half of the requests stay under.",
        method="kernels.serving",
        rests="e2e",
    ),
    _m(
        "e2e_p95",
        "End-to-end p95",
        "s",
        -1,
        "Time to the last token that 95 % of the requests stay under.",
        method="kernels.serving",
        rests="e2e",
    ),
    _m(
        "e2e_p99",
        "End-to-end p99",
        "s",
        -1,
        "Time to the last token that 99 % of the requests stay under.",
        method="kernels.serving",
        rests="e2e",
    ),
    _m(
        "throughput_per_accelerator",
        "Output per accelerator",
        "tokens/s",
        1,
        "Output tokens per second and accelerator at the peak.",
        formula="replica_rate * workload.output_tokens / accelerators_per_replica",
        rests="throughput",
    ),
    _m(
        "speed_per_user",
        "Speed per user",
        "tokens/s",
        1,
        "Output tokens per second that one request sees.",
        formula="1 / tpot_mean",
        rests="1/tpot",
    ),
    # fleet
    _m(
        "replicas",
        "Replicas",
        "replicas",
        -1,
        "Replicas paid for, spares included.",
        method="kernels.fleet",
        rests="throughput",
    ),
    _m(
        "accelerators",
        "Accelerators",
        "accelerators",
        -1,
        "Accelerators paid for.",
        formula="replicas * accelerators_per_replica",
        rests="throughput",
    ),
    _m(
        "utilization",
        "Utilization",
        "1",
        1,
        "Useful work over what the paid fleet could serve, over the month.",
        percent=True,
        scale="linear",
        formula="request_rate / (replicas * replica_capacity)",
        rests="throughput",
    ),
    # money
    _m(
        "capex",
        "Capital",
        "$",
        -1,
        "Purchase of accelerators, servers, network and storage (0 when rented).",
        method="kernels.cost",
        rests="throughput",
    ),
    _m(
        "capital_rate",
        "Capital per hour",
        "$/h",
        -1,
        "Capital recovery (or rent) of one accelerator.",
        method="kernels.cost",
    ),
    _m(
        "facility_rate",
        "Building per hour",
        "$/h",
        -1,
        "Colocation of one accelerator.",
        method="kernels.cost",
    ),
    _m(
        "energy_rate",
        "Electricity per hour",
        "$/h",
        -1,
        "Electricity of one accelerator at the mean load.",
        method="kernels.cost",
        rests="energy",
    ),
    _m(
        "operations_rate",
        "Operations per hour",
        "$/h",
        -1,
        "Staff and maintenance of one accelerator.",
        method="kernels.cost",
    ),
    _m(
        "software_rate",
        "Software per hour",
        "$/h",
        -1,
        "Licences per accelerator.",
        method="kernels.cost",
        formula="finance.software",
    ),
    _m(
        "accelerator_hour",
        "Accelerator-hour",
        "$/h",
        -1,
        "All cost of one accelerator.",
        formula="capital_rate + facility_rate + energy_rate + operations_rate + software_rate",
        rests="throughput",
    ),
    _m(
        "cost_rate",
        "Fleet cost",
        "$/month",
        -1,
        "All cost of the fleet.",
        formula="accelerator_hour * accelerators",
        rests="throughput",
    ),
    _m(
        "cost_per_request",
        "Cost per request",
        "$",
        -1,
        "All cost over all useful requests.",
        formula="cost_rate / request_rate",
        rests="throughput",
    ),
    _m(
        "cost_per_output_token",
        "Cost per output token",
        "$/M tokens",
        -1,
        "Cost of one generated token by the chosen split.",
        method="kernels.cost",
        rests="throughput",
    ),
    _m(
        "cost_per_input_token",
        "Cost per input token",
        "$/M tokens",
        -1,
        "Cost of one computed input token by the chosen split.",
        method="kernels.cost",
        rests="throughput",
    ),
    _m(
        "cost_per_cached_token",
        "Cost per cached token",
        "$/M tokens",
        -1,
        "Cost of one input token found in the cache.",
        method="kernels.cost",
        rests="throughput",
    ),
    _m(
        "cost_per_token_all_in",
        "All-in cost per output token",
        "$/M tokens",
        -1,
        "All cost over output tokens alone.",
        formula="cost_per_request / workload.output_tokens",
        rests="throughput",
    ),
    _m(
        "cost_per_user_month",
        "Cost per user",
        "$/month",
        -1,
        "All cost over all users.",
        formula="cost_rate / workload.users",
        rests="throughput",
    ),
    _m(
        "price_per_request",
        "Revenue per request",
        "$",
        1,
        "What a mean request earns after discount, free use and fees.",
        method="kernels.cost",
    ),
    _m(
        "margin_per_request",
        "Margin per request",
        "$",
        1,
        "Revenue less cost of a mean request.",
        scale="linear",
        formula="price_per_request - cost_per_request",
        rests="throughput",
    ),
    _m(
        "gross_margin",
        "Gross margin",
        "1",
        1,
        "Margin over revenue.",
        percent=True,
        scale="linear",
        formula="1 - cost_per_request / price_per_request",
        rests="throughput",
    ),
    _m(
        "revenue_rate",
        "Revenue",
        "$/month",
        1,
        "Revenue of the service.",
        formula="price_per_request * request_rate",
    ),
    _m(
        "profit_rate",
        "Profit",
        "$/month",
        1,
        "Revenue less cost of the fleet.",
        scale="linear",
        formula="revenue_rate - cost_rate",
        rests="throughput",
    ),
    _m(
        "revenue_per_user_month",
        "Revenue per user",
        "$/month",
        1,
        "Revenue over all users.",
        formula="revenue_rate / workload.users",
    ),
    _m(
        "breakeven_price",
        "Break-even price",
        "$/M tokens",
        -1,
        "Output price at which the margin is zero, all token prices moved together.",
        method="kernels.cost",
        rests="throughput",
    ),
    _m(
        "breakeven_subscription",
        "Break-even subscription",
        "$/month",
        -1,
        "Fee per paying user at which the margin is zero.",
        formula="cost_per_user_month / (price.paying_share * (1 - price.discount) * (1 - price.fees))",
        rests="throughput",
    ),
    _m(
        "breakeven_utilization",
        "Break-even utilization",
        "1",
        -1,
        "Utilization at which this fleet's cost is earned back; above 100 % no load earns it.",
        percent=True,
        scale="linear",
        formula="utilization * cost_per_request / price_per_request",
        rests="throughput",
    ),
    # energy
    _m(
        "board_power",
        "Board power",
        "W",
        -1,
        "Mean draw of one accelerator while its replica serves at the peak, without host and network.",
        scale="linear",
        method="kernels.power",
        formula="board_power_static + board_power_arithmetic + board_power_memory",
        rests="energy",
    ),
    _m(
        "board_power_static",
        "of it static",
        "W",
        -1,
        "Drawn whatever the kernels do: idle, and active while kernels run.",
        scale="linear",
        method="kernels.power",
        rests="energy",
    ),
    _m(
        "board_power_arithmetic",
        "of it arithmetic",
        "W",
        -1,
        "What operations add, bent towards the limit of the board.",
        scale="linear",
        method="kernels.power",
        rests="energy",
    ),
    _m(
        "board_power_memory",
        "of it memory",
        "W",
        -1,
        "What memory traffic adds, bent towards the limit of the board.",
        scale="linear",
        method="kernels.power",
        rests="energy",
    ),
    _m(
        "board_energy_per_output_token",
        "Board energy per output token",
        "J",
        -1,
        "Energy of the boards alone over output tokens, at the peak: what benchmarks measure.",
        formula="board_power / throughput_per_accelerator",
        rests="energy",
    ),
    _m(
        "duty",
        "Duty",
        "1",
        1,
        "Share of the paid time that a replica works as at the peak; its boards idle for the rest.",
        percent=True,
        scale="linear",
        method="kernels.power",
        rests="throughput",
    ),
    _m(
        "power_per_accelerator",
        "All-in power per accelerator",
        "W",
        -1,
        "Mean draw of one accelerator over the month with its share of host, network and fans, before PUE.",
        scale="linear",
        method="kernels.power",
        rests="energy",
    ),
    _m(
        "power",
        "Facility power",
        "kW",
        -1,
        "Mean power of the fleet, PUE included.",
        method="kernels.power",
        formula="power_per_accelerator * accelerators * facility.pue",
        rests="energy",
    ),
    _m(
        "energy_per_response",
        "Energy per response",
        "Wh",
        -1,
        "Energy of one response: accelerators, hosts, network, idle time and PUE.",
        formula="power / request_rate",
        rests="energy",
    ),
    _m(
        "energy_per_output_token",
        "Energy per output token",
        "J",
        -1,
        "All energy over output tokens.",
        formula="energy_per_response / workload.output_tokens",
        rests="energy",
    ),
    _m(
        "carbon_per_response",
        "Carbon per response",
        "g",
        -1,
        "Operational carbon dioxide of one response.",
        formula="energy_per_response * facility.carbon",
        rests="energy",
    ),
    # limits
    _m(
        "ttft_use",
        "TTFT over its limit",
        "1",
        -1,
        "TTFT at the chosen percentile over the limit.",
        percent=True,
        scale="linear",
        method="kernels.serving",
        rests="ttft",
    ),
    _m(
        "tpot_use",
        "TPOT over its limit",
        "1",
        -1,
        "TPOT at the chosen percentile over the limit.",
        percent=True,
        scale="linear",
        method="kernels.serving",
        rests="tpot",
    ),
    _m("feasible", "Feasible", "1", 1, "1 where every limit holds.", scale="linear", method="kernels"),
    _m(
        "binding",
        "Stopped by",
        "1",
        0,
        "The limit that stops the point; 0 where none does.",
        scale="linear",
        codes=BINDING,
        method="kernels",
    ),
)

#: Every metric by key.
METRICS: Final[dict[str, Metric]] = {metric.key: metric for metric in _ALL}

#: The row a kernel fills.
RECORD: Final = np.dtype([(metric.key, np.float64) for metric in _ALL])

#: Metrics that are told even where a point has no service to speak of.
DIAGNOSTICS: Final = frozenset(
    {
        "request_rate",
        "peak_rate",
        "accelerators_per_replica",
        "weight_bytes",
        "weights_per_accelerator",
        "kv_bytes_per_token",
        "kv_bytes_per_sequence",
        "kv_memory",
        "batch_limit",
        "memory_use",
        "feasible",
        "binding",
    }
)
