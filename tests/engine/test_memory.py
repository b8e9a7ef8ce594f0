"""What fits: equal to the twin in plain floats, to hand-worked budgets, and to the rules of layouts."""

import numpy as np
import pytest

from engine.kernels.memory import bits_of
from tests import naive
from tests.physical import BASES, SPECS, budget, drawn, golden, shape

GOLDEN = golden("memory")
bases = pytest.mark.parametrize("base", BASES.values(), ids=BASES)


def assert_equals_twin(scenario):
    ours, twin = budget(scenario), naive.memory(naive.inputs(scenario.to_record()))
    for name in ours._fields:
        scale = scenario.number("accelerator.memory") * 1e9 if name == "kv_memory" else 0.0
        expected = pytest.approx(getattr(twin, name), rel=1e-9, abs=1e-12 * scale)
        if name == "batch_limit" and abs(twin.kv_memory) < 1.0:
            continue
        assert getattr(ours, name) == expected, name


@bases
def test_budget_equals_the_twin_in_plain_floats(base):
    assert_equals_twin(base)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.key)
def test_budget_equals_the_twin_over_the_range_of_every_input(spec):
    rng = np.random.default_rng(11)
    for base in BASES.values():
        for _ in range(4):
            assert_equals_twin(base.with_value(spec.key, drawn(spec, rng)))


def test_budget_equals_the_twin_with_all_inputs_drawn_at_once():
    rng = np.random.default_rng(13)
    for _ in range(400):
        assert_equals_twin(BASES["dense"].with_values({spec.key: drawn(spec, rng) for spec in SPECS}))


@pytest.mark.parametrize("case", GOLDEN["cache"], ids=lambda c: c["model"])
def test_cache_per_token_is_the_published_figure(case):
    whole = {"workload.input_tokens": 8191, "workload.output_tokens": 2, "workload.output_variation": 0}
    got = budget(shape(case["model"], {"precision.kv": "bf16", **whole}))
    assert got.resident == 8192
    assert got.kv_bytes_per_token == pytest.approx(case["bytes"], rel=1e-9)


@pytest.mark.parametrize("case", GOLDEN["budget"], ids=lambda c: f"{c['model']}-{len(c['values'])}")
def test_budget_is_the_one_worked_out_by_hand(case):
    got = budget(shape(case["model"], case["values"]))
    for name in set(case) & set(got._fields):
        assert getattr(got, name) == pytest.approx(case[name], rel=1e-4), name


def test_stored_bits_include_the_scales():
    assert [bits_of(code) for code in (16.0, 8.0, 9.0, 4.0, 5.0)] == [16.0, 8.0, 8.0, 4.5, 4.125]


def test_a_running_sequence_holds_more_than_half_of_its_answer_when_answers_differ():
    base = BASES["dense"].with_values({"workload.input_tokens": 1000, "workload.output_tokens": 400})
    assert budget(base.with_value("workload.output_variation", 0)).resident == 1200
    assert budget(base.with_value("workload.output_variation", 2)).resident == 2000


def test_windows_stop_growing_and_full_layers_do_not():
    base = BASES["windows"]
    short = budget(base.with_value("workload.input_tokens", 10000))
    long = budget(base.with_value("workload.input_tokens", 100000))
    grown = long.kv_bytes_per_sequence - short.kv_bytes_per_sequence
    assert grown == pytest.approx(90000 * 18432 / base.number("deployment.tensor_parallel"))


def test_state_takes_memory_whatever_the_context():
    base = BASES["hybrid"]
    more = budget(base.with_value("model.state_bytes", 177)).kv_bytes_per_sequence
    assert more - budget(base).kv_bytes_per_sequence == pytest.approx(100e6 / 4)


def test_batch_limit_counts_all_attention_groups_and_ends_at_the_cap():
    base = BASES["mla-experts"].with_values({"deployment.batch_cap": 100000, "accelerator.memory": 140})
    got = budget(base)
    assert got.batch_limit == pytest.approx(got.kv_memory / got.kv_bytes_per_sequence * 16)
    assert budget(base.with_value("deployment.batch_cap", 100)).batch_limit == 100


def test_nothing_fits_where_weights_exceed_memory():
    got = budget(BASES["mla-experts"].with_value("accelerator.memory", 20))
    assert got.kv_memory < 0
    assert got.batch_limit == 0


def test_memory_left_falls_when_weights_widen_and_rises_with_tensor_parallelism():
    base = BASES["dense"]
    assert budget(base.with_value("precision.weights", "bf16")).kv_memory < budget(base).kv_memory
    assert budget(base.with_value("deployment.tensor_parallel", 8)).kv_memory > budget(base).kv_memory


@pytest.mark.parametrize(
    ("base", "changes", "possible"),
    [
        ("dense", {}, True),
        ("dense", {"tensor_parallel": 64}, True),
        ("dense", {"tensor_parallel": 65}, False),
        ("dense", {"pipeline_parallel": 80}, True),
        ("dense", {"pipeline_parallel": 81}, False),
        ("dense", {"data_parallel": 2}, False),
        ("dense", {"expert_parallel": 2}, False),
        ("mla-experts", {}, True),
        ("mla-experts", {"expert_parallel": 16}, True),
        ("mla-experts", {"expert_parallel": 64}, False),
        ("mla-experts", {"expert_parallel": 12}, False),
        ("mla-experts", {"data_parallel": 256, "expert_parallel": 512}, False),
        ("mla-experts", {"data_parallel": 128, "expert_parallel": 256}, True),
        ("experts-by-tensor", {"expert_parallel": 8}, True),
    ],
)
def test_impossible_layouts_are_told(base, changes, possible):
    keyed = {f"deployment.{name}": value for name, value in changes.items()}
    assert budget(BASES[base].with_values(keyed)).layout_ok == float(possible)
