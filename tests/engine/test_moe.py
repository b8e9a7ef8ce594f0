"""Routed experts: how many a step reads, where they sit, and what a crowded rank costs."""

import pytest

from tests.physical import BASES, golden, parts, shape, touched

GOLDEN = golden("parts")


@pytest.mark.parametrize(
    "case", GOLDEN["touched"], ids=lambda c: f"{c['experts']}-{c['per_token']}-{c['tokens']}"
)
def test_distinct_experts_are_the_expected_number(case):
    scenario = shape(
        "qwen3-235b",
        {"model.experts": case["experts"], "model.experts_per_token": case["per_token"]},
    )
    assert touched(scenario, case["tokens"]) * case["experts"] == pytest.approx(case["distinct"], rel=1e-5)


def test_no_token_reaches_no_expert_and_many_reach_all():
    for scenario in (BASES["mla-experts"], BASES["windows"]):
        assert touched(scenario, 0) == 0.0
        assert touched(scenario, 1e6) == 1.0


def test_a_model_whose_every_token_takes_every_expert_reads_them_all():
    every = BASES["experts-by-tensor"].with_value("model.experts_per_token", 128)
    assert touched(every, 1) == pytest.approx(1.0)
    assert touched(every, 0) == 0.0
    assert touched(every.with_value("model.experts_per_token", 500), 1) == pytest.approx(1.0)


def test_one_expert_equals_the_dense_layer_of_the_same_weights():
    """Apart from activations, which grouped products hide in the shares they reach."""
    same = {
        "efficiency.moe_memory_fp8": 0.77,
        "efficiency.moe_compute_fp8": 0.54,
        "efficiency.gemm_memory_fp8": 0.77,
    }
    for load, bandwidth in (((0.1, 1000), 3.35), ((2000, 100, 8000, 4000), 1e5)):
        base = shape("llama-70b", {**same, "accelerator.bandwidth": bandwidth})
        moved = base.with_values({"model.dense_parameters": 0, "model.expert_parameters": 56.371445760})
        assert parts(moved, *load).weights == pytest.approx(parts(base, *load).weights, rel=2e-4)


def test_without_experts_their_settings_change_nothing():
    base = BASES["dense"]
    other = base.with_values(
        {"model.experts": 64, "model.experts_per_token": 4, "stack.imbalance": 3, "precision.experts": "int4"}
    )
    assert parts(other, 32) == parts(base, 32)


def test_a_small_batch_reads_few_experts_and_a_large_one_no_more_than_all():
    base = BASES["experts-by-tensor"].with_values({"accelerator.bf16": 1e6, "accelerator.fp8": 1e6})
    bare = base.with_value("model.expert_parameters", 0)
    one, some, many = (parts(base, n).weights - parts(bare, n).weights for n in (1, 16, 200))
    assert some / one == pytest.approx(82.4225 / 8, rel=1e-4)
    assert many / one == pytest.approx(128 / 8, rel=1e-3)


def test_experts_are_shared_by_all_accelerators_of_a_stage():
    def weights(t, groups, ranks):
        changes = {
            "deployment.tensor_parallel": t,
            "deployment.data_parallel": groups,
            "deployment.expert_parallel": ranks,
            "stack.imbalance": 1,
            "model.attention_parameters": 0,
            "model.dense_parameters": 0,
            "model.vocabulary": 2,
        }
        return parts(BASES["mla-experts"].with_values(changes), 4000).weights

    assert weights(8, 1, 8) == pytest.approx(weights(8, 1, 1))
    assert weights(8, 4, 32) == pytest.approx(weights(8, 1, 8) / 4, rel=1e-6)
    assert weights(8, 4, 8) == pytest.approx(weights(8, 4, 32))


def test_the_busiest_rank_sets_the_pace():
    base = BASES["mla-experts"]
    crowded = base.with_value("stack.imbalance", 2)
    even = base.with_value("stack.imbalance", 1)
    prompts = (200, 1000, 200000, 1000)
    assert parts(crowded, *prompts).weights > 1.5 * parts(even, *prompts).weights
    alone = base.with_values({"deployment.expert_parallel": 1})
    assert parts(alone.with_value("stack.imbalance", 5), 64).weights == parts(alone, 64).weights


def test_ranks_that_do_not_divide_the_experts_wait_for_the_fullest():
    changes = {"deployment.tensor_parallel": 6, "deployment.data_parallel": 1, "stack.imbalance": 1}
    base = BASES["mla-experts"].with_values({**changes, "deployment.expert_parallel": 1})
    uneven = base.with_value("deployment.expert_parallel", 6)  # 43 experts where 42.7 would be even
    bare = base.with_value("model.expert_parameters", 0)
    held = parts(base, 5000).weights - parts(bare, 5000).weights
    assert parts(uneven, 5000).weights - parts(bare, 5000).weights == pytest.approx(held * 43 * 6 / 256)


def test_routers_launch_as_fast_whatever_the_experts_run_in():
    base = BASES["experts-by-tensor"].with_value("stack.step_time", 0)
    before = parts(base, 1).overhead

    def more(name):
        key = f"efficiency.{name}"
        return parts(base.with_value(key, base.number(key) + 3), 1).overhead - before

    assert more("gemm_time_fp8") == pytest.approx(2 * 94 * 3e-6)  # query-key-value and output
    assert more("gemm_time_bf16") == pytest.approx(4 * 94 * 3e-6)  # router, choice, permutation, sum
    assert more("moe_time") == pytest.approx(2 * 94 * 3e-6)


def test_grouped_products_reach_the_shares_of_the_format_they_run_in():
    base = BASES["experts-by-tensor"].with_value("precision.experts", "fp8")
    for load, name in (((1,), "moe_memory_fp8"), ((20000, 10), "moe_compute_fp8")):
        for other in ("moe_memory_bf16", "moe_memory_fp4", "moe_compute_bf16", "moe_compute_fp4"):
            lower = base.with_value(f"efficiency.{other}", 0.45)
            assert parts(lower, *load).weights == parts(base, *load).weights
        halved = base.with_value(f"efficiency.{name}", base.number(f"efficiency.{name}") / 2)
        assert parts(halved, *load).weights > parts(base, *load).weights
