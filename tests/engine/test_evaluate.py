"""The whole evaluation: every input moves something, every output is filled and equals its formula."""

import ast
from types import SimpleNamespace

import numpy as np
import pytest

from engine.drivers import Axis, point, points
from engine.kernels.fleet import DAYS_PER_MONTH
from engine.metrics import DIAGNOSTICS, METRICS, SITUATIONAL
from engine.parameters import SPECS
from engine.scenario import DEFAULT
from tests.each import each

#: Settings under which inputs of other modes matter.
SITUATIONS = (
    {},
    {"finance.supply": "own"},
    {"finance.supply": "own", "finance.depreciation": "straight"},
    {"finance.supply": "own", "facility.housing": "own"},
    {"finance.supply": "own", "price.output": 4.0, "finance.tax_rate": 0.2},
    {"finance.supply": "mixed"},
    {"finance.supply": "mixed", "finance.base_size": "set"},
    {"finance.supply": "api"},
    {"finance.working_storage": 20.0, "task.calls": 9.0, "task.tools": 1.0},
    {"price.scheme": "subscription", "usage.cap": 2.0},
    {"fleet.scaling": "elastic"},
    {"demand.timing": "profile"},
    {"demand.timing": "profile", "fleet.scaling": "elastic"},
    {"demand.timing": "profile", "demand.batch_share": 0.3, "demand.priority_share": 0.1},
    {"demand.staffing": "minute", "demand.growth": 0.03},
    {"reliability.redundancy": "count", "reliability.repair": "hot"},
    {"reliability.redundancy": "target", "reliability.repair": "swap", "reliability.regions": "two"},
    {"reliability.regions": "provider", "reliability.domain": "rack"},
    {"deployment.load": "share"},
    {"fleet.rounding": "servers"},
    {"deployment.load": "replicas"},
    {"deployment.load": "goodput", "limits.tpot": 25.0},
    {"deployment.load": "goodput", "limits.ttft": 0.4},
    {"deployment.disaggregated": "yes"},
    {"deployment.load": "closed"},
    {"deployment.load": "static"},
    {"accelerator.memory": 30.0, "deployment.load": "share"},
    {"precision.weights": "bf16", "precision.compute": "bf16", "precision.kv": "bf16"},
    {"precision.weights": "fp4", "precision.compute": "fp4", "accelerator.fp4": 4000.0},
    {"precision.compute": "int8", "precision.weights": "int8"},
    {"precision.weights": "published"},
    {"precision.weights": "int4"},
    {"precision.kv": "fp4"},
    {"levers.response": "on", "levers.response_price": 0.5},
    {"levers.compression": "on"},
    {"levers.effort": "custom"},
    {"levers.effort": "low", "levers.response": "on"},
    {"levers.prefix": "sized"},
    {"levers.distilled": "on"},
    {"workload.input_tokens": 30000.0, "workload.cached_share": 0.0},
    {"workload.input_tokens": 100.0, "deployment.concurrency": 256.0},
    {"fabric.topology": "auto", "fabric.planes": 2.0},
    {"fabric.topology": "tree3", "host_link.form": "copper", "finance.supply": "own"},
    {"fabric.topology": "tree2", "trunk_link.form": "aoc", "silicon.partner_margin": 0.5},
    {"finance.supply": "own", "partner.who": "chosen", "partner.margin": 0.3},
    {"routing.mode": "router", "routing.tiers": 4.0},
    {"routing.mode": "cascade", "routing.tiers": 4.0},
)
MOE = {
    "model.expert_parameters": 220.0, "model.experts": 128.0, "model.experts_per_token": 8.0,
    "model.moe_layers": 94.0, "model.layers": 94.0, "model.dense_parameters": 0.05,
    "model.attention_parameters": 12.0, "deployment.tensor_parallel": 8.0, "deployment.expert_parallel": 8.0,
}  # fmt: skip
MLA = {**MOE, "model.attention_kind": "mla", "model.kv_heads": 128.0, "model.query_heads": 128.0,
       "model.attention_flops_decode": 1.7e7, "model.kv_elements": 35136.0, "deployment.tensor_parallel": 1.0,
       "deployment.data_parallel": 8.0}  # fmt: skip
WINDOW = {"model.window_layers": 40.0, "model.full_layers": 40.0, "model.window": 1024.0,
          "model.kv_elements": 81920.0, "model.kv_elements_window": 81920.0,
          "model.attention_flops_window": 1.3e6, "model.sparse_context": 2048.0,
          "model.state_bytes": 50.0}  # fmt: skip
WIDE = {**MOE, "deployment.tensor_parallel": 16.0, "deployment.expert_parallel": 16.0}
PIPED = {"deployment.tensor_parallel": 2.0, "deployment.pipeline_parallel": 4.0}
POOLS = {"deployment.disaggregated": "yes", "deployment.prefill_workers": 2.0,
         "deployment.decode_workers": 3.0, "deployment.prefill_tensor_parallel": 4.0,
         "deployment.prefill_data_parallel": 2.0, "deployment.load": "share"}  # fmt: skip
ALL = [
    *SITUATIONS,
    MOE,
    MLA,
    WINDOW,
    WIDE,
    PIPED,
    POOLS,
    {**MOE, **POOLS, "deployment.prefill_expert_parallel": 4.0},
    {"deployment.draft_tokens": 3.0},
    {**MOE, "precision.experts": "fp4", "precision.weights": "bf16"},
    {**MOE, "precision.experts": "bf16"},
    {"value.review_before": 1.0, "value.error_cost": 5.0},
    {"price.long_price": 2.0, "workload.input_tokens": 300000.0, "deployment.concurrency": 1.0},
    {**MOE, "precision.experts": "fp4", "precision.compute": "fp4", "accelerator.fp4": 9000.0},
]


def parts_apart(records):
    out = points(records).view(np.float64).reshape(records.shape[0], -1)
    return bool(np.any((out != out[0]) & ~(np.isnan(out) & np.isnan(out[0]))))


#: Groups that mean the years ahead; the tests of these look that each input moves the path.
AHEAD = {"outlook", "industry", "training", "thesis"}


@each("key", [key for key, spec in SPECS.items() if spec.numeric and spec.group not in AHEAD])
def test_every_declared_parameter_moves_some_metric(key):
    spec = SPECS[key]
    counts = {other: idents[0] for other, idents in spec.when}
    for situation in ALL:
        base = DEFAULT.with_values({**situation, **counts}).to_record()
        rows = np.repeat(base, 9)
        flat = rows.view(np.float64).reshape(9, -1)
        axis = Axis.soft(key, 8)
        values = axis.base[:8]
        flat[1 : 1 + values.size, axis.position] = np.round(values) if spec.whole else values
        if parts_apart(rows):
            return
    pytest.fail(f"{key} is declared but no metric depends on it")


def test_every_declared_metric_is_filled_where_a_point_is_feasible():
    bought = {"finance.supply": "own", "price.output": 4.0, "price.scheme": "tokens"}
    told = [point(DEFAULT.with_values(values)) for values in ({}, bought, {"price.scheme": "subscription"})]
    assert all(p.feasible for p in told)
    missing = [key for key in METRICS if not any(np.isfinite(p.base(key)) for p in told)]
    assert missing == []
    assert {key for key in METRICS if not np.isfinite(told[0].base(key))} <= SITUATIONAL


def test_bought_tokens_leave_machines_without_figures_and_keep_the_promise_of_speed():
    p = point(DEFAULT.with_value("finance.supply", "api"))
    assert p.feasible
    assert p.base("accelerators") == 0
    for key in ("batch", "step_time", "memory_use", "utilization", "board_power", "energy_per_response"):
        assert np.isnan(p.base(key)), key
    slow = point(DEFAULT.with_values({"finance.supply": "api", "api.tpot": 90.0}))
    assert slow.binding == 3
    assert np.isfinite(slow.base("cost_per_request"))


@pytest.mark.parametrize("situation", ALL, ids=[str(i) for i in range(len(ALL))])
def test_every_formula_recomputes_its_metric(situation):
    scenario = DEFAULT.with_values(situation)
    p = point(scenario)
    record = scenario.to_record()
    names = {
        g: SimpleNamespace(**{n: float(record[g][n][0]) for n in record.dtype[g].names})
        for g in record.dtype.names
        if g != "profile"
    }
    names |= {key: p.base(key) for key in METRICS}
    names["DAYS_PER_MONTH"] = DAYS_PER_MONTH
    for key, metric in METRICS.items():
        holds = metric.across == "formula" or not scenario.routed
        if metric.formula and holds and np.isfinite(p.base(key)):
            expected = eval(compile(ast.parse(metric.formula, mode="eval"), key, "eval"), {}, names)
            assert p.base(key) == pytest.approx(expected, rel=1e-9), key


def test_point_out_of_memory_tells_only_diagnostics():
    p = point(DEFAULT.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"}))
    assert p.binding == 1
    assert not p.feasible
    told = {key for key in METRICS if np.isfinite(p.base(key))}
    assert told <= DIAGNOSTICS
    assert p.base("memory_use") > 1


def test_broken_limit_keeps_its_figures_and_names_itself():
    slow = point(DEFAULT.with_value("limits.tpot", 1.0))
    assert slow.binding == 3
    assert slow.base("tpot_use") > 1
    assert np.isfinite(slow.base("cost_per_request"))
    late = point(DEFAULT.with_value("limits.ttft", 0.01))
    assert late.binding == 2


def test_no_input_in_its_hard_range_raises_or_yields_infinity():
    rng = np.random.default_rng(7)
    numeric = [spec for spec in SPECS.values() if spec.kind == "number"]
    rows = np.repeat(DEFAULT.to_record(), 4000)
    flat = rows.view(np.float64).reshape(4000, -1)
    for i in range(4000):
        for spec in rng.choice(numeric, 3, replace=False):
            high = spec.high if np.isfinite(spec.high) else 1e9
            low = max(spec.low, high * 1e-12)
            value = np.exp(rng.uniform(np.log(low), np.log(high))) if rng.random() < 0.7 else spec.low
            axis = Axis(spec.key, np.array([round(value) if spec.whole else value]), False)
            flat[i, axis.position] = axis.base[0]
    out = points(rows)
    for key in METRICS:
        assert not np.isinf(out[key]).any(), key
    stopped = np.isnan(out["cost_per_request"])
    assert np.all(out["binding"][stopped] > 0)
    assert np.all(out["cost_per_request"][~stopped] >= 0)
