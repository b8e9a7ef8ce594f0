"""A step of a replica: equal to the twin in plain floats, to hand-worked figures, and physically sane."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.jit import kernel
from engine.kernels import step as kernels
from engine.metrics import BOUND
from tests import naive
from tests.effort import Effort
from tests.physical import BASES, SPECS, budget, drawn, golden, parts, seconds, shape

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = golden("step")
LOADS = [
    # decoding, context, prefill, tokens before each
    (1, 500, 0, 0),
    (48, 6300, 0, 0),
    (48.5, 6300, 700, 3000),
    (400, 90000, 0, 0),
    (63, 2100, 2048, 1024),
    (0, 0, 6000, 3000),
    (0, 0, 60000, 30000),
    (0.3, 1000, 100, 50),
]
bases = pytest.mark.parametrize("base", BASES.values(), ids=BASES)
loads = pytest.mark.parametrize("load", LOADS, ids=str)


def assert_equals_twin(scenario, load):
    ours, twin = parts(scenario, *load), naive.step(naive.inputs(scenario.to_record()), *load)
    for name in ("weights", "attention", "communication", "overhead"):
        assert getattr(ours, name) == pytest.approx(getattr(twin, name), rel=1e-9, abs=1e-18), name
    assert seconds(scenario, *load) == pytest.approx(naive.total(twin), rel=1e-9)


def tpot(scenario, batch, prompt, output):
    """Closed loop: each of the other sequences needs one prefill while one request decodes."""
    context = prompt + output / 2
    alone = seconds(scenario, batch, context)
    mixed = seconds(scenario, batch - 1, context, prompt, prompt / 2)
    return alone + (batch - 1) * max(mixed - alone, 0) / output


# --- Against the twin -----------------------------------------------------------------------------


@bases
@loads
def test_step_equals_the_twin_in_plain_floats(base, load):
    assert_equals_twin(base, load)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.key)
def test_step_equals_the_twin_over_the_range_of_every_input(spec):
    rng = np.random.default_rng(20261122)
    for base in BASES.values():
        for _ in range(3):
            load = LOADS[rng.integers(len(LOADS))]
            assert_equals_twin(base.with_value(spec.key, drawn(spec, rng)), load)


def test_step_equals_the_twin_with_all_inputs_drawn_at_once():
    rng = np.random.default_rng(7)
    for _ in range(400):
        values = {spec.key: drawn(spec, rng) for spec in SPECS}
        scenario = BASES["dense"].with_values(values)
        assert_equals_twin(scenario, LOADS[rng.integers(len(LOADS))])


@pytest.mark.slow
def test_kernels_say_the_same_when_they_are_not_compiled():
    kinds = ("step", "memory", "attention", "moe", "collectives")
    files = [f"tests/engine/test_{kind}.py" for kind in kinds]
    quick = "not over_the_range and not drawn_at_once and not microsecond and not not_compiled"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-k", quick, *files],
        cwd=ROOT,
        env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-3000:]


# --- Against hand-worked figures --------------------------------------------------------------------


@pytest.mark.parametrize(
    "case",
    GOLDEN["specification-h"]["case"],
    ids=lambda c: f"tp{c['tensor_parallel']}-in{c['input']}-b{c['batch']}",
)
def test_tpot_reproduces_the_check_values_of_the_compact_form(case):
    setup = GOLDEN["specification-h"]
    changes = {
        **setup["values"],
        "deployment.tensor_parallel": case["tensor_parallel"],
        "workload.input_tokens": case["input"],
        "workload.output_tokens": setup["output"],
        "workload.cached_share": 0,
    }
    ms = 1e3 * tpot(shape(setup["model"], changes), case["batch"], case["input"], setup["output"])
    assert ms == pytest.approx(case["formula_ms"], abs=0.00051)
    assert ms == pytest.approx(case["measured_ms"], rel=0.06)


ONLY_WORK = {
    "precision.weights": "bf16",
    "precision.experts": "bf16",
    "precision.compute": "bf16",
    "precision.kv": "bf16",
    "accelerator.bf16": 1.0,
    "accelerator.bandwidth": 1e5,
    "deployment.tensor_parallel": 1,
    "efficiency.gemm_compute_bf16": 1,
    "efficiency.prefill_attention": 1,
    "efficiency.mla_compute_bf16": 1,
    "efficiency.moe_compute_bf16": 1,
    "efficiency.moe_time": 0,
    "efficiency.gemm_time_bf16": 0,
    "stack.step_time": 0,
    "stack.request_time": 0,
}


@pytest.mark.parametrize("case", GOLDEN["work"], ids=lambda c: c["model"])
def test_work_per_generated_token_is_the_published_count(case):
    scenario = shape(case["model"], ONLY_WORK)
    t = parts(scenario, 1, case["context"])
    flop = (t.weights + t.attention + t.communication + t.overhead) * 1e12
    assert flop == pytest.approx(case["gflop"] * 1e9, rel=2e-4)
    assert t.attention * 1e12 == pytest.approx(case["attention_gflop"] * 1e9, rel=2e-4)
    assert BOUND[int(t.bound)][0] == "compute"


# --- Physics --------------------------------------------------------------------------------------


@bases
@pytest.mark.parametrize("which", [0, 1, 2, 3], ids=["batch", "context", "prefill", "prefill context"])
def test_step_time_rises_with_what_it_is_asked(base, which):
    load = [37.0, 3000.0, 500.0, 900.0]
    last = 0.0
    for factor in (1, 1.01, 2, 3, 50):
        now = list(load)
        now[which] *= factor
        taken = seconds(base, *now)
        assert taken > last or (which == 1 and base.number("model.sparse_context") and taken >= last)
        last = taken


@bases
@loads
@pytest.mark.parametrize("key", ["bandwidth", "bf16", "scaleup_bandwidth", "scaleout_bandwidth", "fp8"])
def test_a_better_accelerator_is_never_slower(base, load, key):
    name = f"accelerator.{key}"
    better = base.with_value(name, base.number(name) * 1.5)
    assert seconds(better, *load) <= seconds(base, *load) * (1 + 1e-12)


def test_doubled_bandwidth_halves_what_waits_for_memory():
    base = BASES["dense-bf16-alone"].with_value("accelerator.bf16", 1e6)
    slow, fast = parts(base, 4), parts(base.with_value("accelerator.bandwidth", 6.7), 4)
    assert BOUND[int(slow.bound)][0] == "memory"
    assert fast.weights == pytest.approx(slow.weights / 2)
    assert fast.attention == pytest.approx(slow.attention / 2)


@pytest.mark.parametrize("t", [2, 4, 8])
def test_tensor_parallelism_divides_the_weights_it_reads(t):
    one = BASES["dense"].with_value("deployment.tensor_parallel", 1)
    many = one.with_value("deployment.tensor_parallel", t)
    assert parts(many, 1e-6).weights == pytest.approx(parts(one, 1e-6).weights / t)
    # Of the activations each rank reads and writes the residual stream whole.
    assert parts(many, 8).weights > parts(one, 8).weights / t


def test_one_accelerator_says_nothing_to_itself():
    assert parts(BASES["dense-bf16-alone"], 64, prefill=100, before=50).communication == 0.0


def test_step_parts_add_up_to_the_step():
    for base in BASES.values():
        for load in LOADS:
            t = parts(base, *load)
            assert seconds(base, *load) == pytest.approx(
                t.weights + t.attention + t.communication + t.overhead, rel=1e-14
            )
            assert min(t) >= 0.0


def test_only_rows_that_need_logits_pay_for_the_head():
    base = BASES["dense"].with_values({"workload.input_tokens": 4000, "workload.cached_share": 0})
    wide = base.with_value("model.vocabulary", 2 * base.number("model.vocabulary"))
    prompt = parts(wide, 0, 0, 4000, 2000).weights - parts(base, 0, 0, 4000, 2000).weights
    single = parts(wide, 1, 1).weights - parts(base, 1, 1).weights
    assert prompt == pytest.approx(single)


def test_a_pipeline_keeps_the_latency_and_multiplies_the_batch():
    """Stages follow each other: a token waits for all layers, but each stage holds a batch of its own."""
    base = BASES["dense"].with_values({"stack.step_time": 0, "stack.request_time": 0})
    four = base.with_value("deployment.pipeline_parallel", 4)
    one, whole = parts(base, 16), parts(four, 64)
    assert whole.weights == pytest.approx(one.weights)
    assert whole.attention == pytest.approx(one.attention)
    assert whole.communication > one.communication


def test_an_uneven_pipeline_waits_for_its_fullest_stage():
    even = BASES["dense"].with_value("deployment.pipeline_parallel", 8)
    uneven = BASES["dense"].with_value("deployment.pipeline_parallel", 7)  # 12 layers instead of 11.4
    assert parts(uneven, 0.5).attention == pytest.approx(parts(even, 0.5).attention * 84 / 80)


def test_a_lone_prompt_fills_and_drains_the_pipeline():
    base = BASES["dense"].with_values({"deployment.token_budget": 1000, "workload.input_tokens": 8000})
    four = base.with_value("deployment.pipeline_parallel", 4)
    whole = parts(base, 0, 0, 8000, 4000)
    assert parts(four, 0, 0, 8000, 4000).attention == pytest.approx(whole.attention * (8 + 3) / (8 * 4))
    assert parts(four, 0, 0, 900, 450).attention == pytest.approx(parts(base, 0, 0, 900, 450).attention)


def test_attention_groups_divide_the_sequences_and_not_the_latent():
    def run(groups, sequences):
        changes = {"deployment.data_parallel": groups, "deployment.expert_parallel": 1}
        return parts(BASES["mla-experts"].with_values(changes), sequences, 20000).attention

    assert run(8, 64) == pytest.approx(run(1, 8))
    assert run(8, 3) == pytest.approx(run(1, 1))  # five groups idle, the step waits for one sequence


def test_host_time_grows_with_steps_layers_and_requests():
    base = BASES["dense"]
    for key, unit, count in (("step_time", 1e-3, 1), ("request_time", 1e-6, 10), ("layer_time", 1e-6, 80)):
        name = f"stack.{key}"
        more = base.with_value(name, base.number(name) + 3)
        assert parts(more, 10).overhead - parts(base, 10).overhead == pytest.approx(3 * unit * count)


@pytest.mark.parametrize(
    ("weights", "compute", "peaks", "runs"),
    [
        ("bf16", "fp8", {}, "bf16"),
        ("fp8", "fp8", {}, "fp8"),
        ("fp8", "fp8", {"fp8": 0}, "bf16"),
        ("fp8", "bf16", {}, "bf16"),
        ("fp4", "fp4", {"fp4": 9000}, "fp4"),
        ("fp4", "fp4", {"fp4": 0}, "bf16"),
        ("fp4", "fp8", {}, "fp8"),
        ("fp4", "fp8", {"fp8": 0}, "bf16"),
        ("int4", "fp4", {"fp4": 9000}, "bf16"),
        ("int4", "fp8", {}, "fp8"),
        ("int4", "int8", {}, "int8"),
        ("int8", "int8", {}, "int8"),
        ("int8", "int8", {"int8": 154}, "bf16"),
        ("int8", "fp8", {}, "bf16"),
    ],
)
def test_arithmetic_falls_back_to_bf16_where_the_part_lacks_the_format(weights, compute, peaks, runs):
    reached = {"bf16": 989e12 * 0.78, "fp8": 1979e12 * 0.54, "int8": 1979e12 * 0.54, "fp4": 9000e12 * 0.42}
    changes = {"precision.weights": weights, "precision.compute": compute, "model.vocabulary": 2}
    changes["accelerator.bandwidth"] = 1e5
    changes |= {f"accelerator.{name}": value for name, value in peaks.items()}
    scenario = BASES["dense-bf16-alone"].with_values(changes)
    work = 2 * 6.979321856e9 * 1e5
    assert parts(scenario, 1e5, 1).weights == pytest.approx(work / reached[runs], rel=3e-5)


@pytest.mark.parametrize(("bits", "like"), [(16, "bf16"), (8, "fp8"), (4.5, "fp4")])
def test_weights_as_published_cost_what_their_bits_cost(bits, like):
    base = BASES["mla-experts"].with_values({"precision.compute": "fp4", "accelerator.fp4": 9000})
    chosen = base.with_values({"precision.weights": like, "precision.experts": like})
    published = base.with_values(
        {"precision.weights": "published", "precision.experts": "published", "model.native_bits": bits}
    )
    assert parts(published, 64) == parts(chosen, 64)
    assert budget(published) == budget(chosen)


def test_recurrent_layers_launch_more_kernels_than_attention():
    base = BASES["hybrid"]
    attention = base.with_value("model.full_layers", 94)
    assert parts(base, 8).overhead - parts(attention, 8).overhead == pytest.approx(2 * 70 * 5.41e-6)


def test_the_dominant_cause_is_named():
    def bound(base, *load, **changes):
        changed = base.with_values({key.replace("__", "."): value for key, value in changes.items()})
        return BOUND[int(parts(changed, *load).bound)][0]

    dense = BASES["dense"]
    assert bound(dense, 8, 20000) == "memory"
    assert bound(dense, 8, 2000, 8000, 4000) == "compute"
    assert bound(dense, 8, 2000, stack__step_time=100) == "overhead"
    assert bound(dense, 64, 2000, 4000, 2000, accelerator__scaleup_bandwidth=1) == "interconnect"
    assert bound(BASES["mla-experts"], 200, 200000) == "memory"
    assert bound(BASES["mla-experts"], 200, 200000, deployment__tensor_parallel=1) == "compute"


# --- Speed ----------------------------------------------------------------------------------------


@kernel
def _spin(records, rounds):
    total = 0.0
    for i in range(rounds):
        plan = kernels.prepare(records[0])
        batch = 8.0 + i % 32
        total += kernels.step_time(plan, batch, 3000.0, 0.0, 0.0)
        total += kernels.step_time(plan, batch, 3000.0, 500.0, 1000.0)
        total += kernels.step_time(plan, 2.0 * batch, 3000.0, 0.0, 0.0)
    return total


def test_a_plan_and_three_steps_stay_below_two_microseconds_of_processor_time():
    """About 0.5 us on an idle core; the bound leaves room for a busy machine and catches a lost hoist."""
    record = BASES["mla-experts"].to_record()
    _spin(record, 1)
    best = min(_effort(record) for _ in range(7))
    assert best < 2.0e-6


def _effort(record, rounds=20000):
    with Effort() as spent:
        _spin(record, rounds)
    return spent.seconds / rounds
