"""Attention by kind: what each kind of layer reads and computes."""

import pytest

from tests.physical import BASES, golden, mean_span, parts

GOLDEN = golden("parts")


@pytest.mark.parametrize("case", GOLDEN["span"], ids=lambda c: f"{c['prompt']}-{c['limit']}")
def test_mean_span_of_a_prompt_is_the_one_worked_out_by_hand(case):
    assert mean_span(case["prompt"] / 2, case["limit"]) == pytest.approx(case["mean"])


def test_mean_span_is_continuous_and_never_above_either_bound():
    for limit in (0, 1, 100, 1000):
        for before in (0, 0.5, 49.999, 50, 50.001, 499, 501, 1e6):
            assert mean_span(before, limit) <= min(before, limit)
    assert mean_span(50.0001, 100) == pytest.approx(mean_span(49.9999, 100), rel=1e-5)


def test_grouped_heads_share_the_cache_over_ranks_down_to_one_head():
    base = BASES["dense"]  # 8 KV heads
    read = [
        parts(base.with_value("deployment.tensor_parallel", t), 32, 30000).attention for t in (4, 8, 16, 32)
    ]
    assert read[0] == pytest.approx(2 * read[1])
    assert read[1] == read[2] == read[3]


def test_a_latent_is_read_whole_on_every_rank():
    """Few heads a rank leave the cache as the limit: more ranks do not help any more."""
    base = BASES["mla-experts"].with_values({"deployment.data_parallel": 1, "deployment.expert_parallel": 1})
    read = [
        parts(base.with_value("deployment.tensor_parallel", t), 32, 30000).attention for t in (1, 2, 16, 32)
    ]
    assert read[0] > 1.5 * read[1]  # bound by arithmetic, heads are shared
    assert read[1] == read[2] == read[3]
    bytes_read = 32 * 30000 * 35136
    assert read[3] == pytest.approx(bytes_read / (3.35e12 * base.number("efficiency.mla_decode")))


def test_windows_bound_what_a_token_reads():
    base = BASES["windows"]
    near, far = parts(base, 16, 128).attention, parts(base, 16, 100000).attention
    full = base.with_values({"model.kv_elements_window": 0, "model.attention_flops_window": 0})
    assert far - near == pytest.approx(parts(full, 16, 100000).attention - parts(full, 16, 128).attention)


def test_a_selected_context_bounds_attention_but_not_its_indexer():
    base = BASES["sparse"]
    blind = base.with_values({"model.index_elements": 0, "model.index_flops": 0})
    assert parts(blind, 16, 2048).attention == parts(blind, 16, 200000).attention
    assert parts(base, 16, 200000).attention > parts(base, 16, 2048).attention
    assert (
        parts(base, 16, 200000).attention
        < parts(BASES["sparse"].with_value("model.sparse_context", 0), 16, 200000).attention
    )


def test_a_selected_context_helps_long_prompts_only():
    base, all_of_it = BASES["sparse"], BASES["sparse"].with_value("model.sparse_context", 0)
    assert parts(base, 8, 100, 4000, 2000).attention == parts(all_of_it, 8, 100, 4000, 2000).attention
    assert parts(base, 8, 100, 4000, 60000).attention < parts(all_of_it, 8, 100, 4000, 60000).attention


def test_narrower_cache_is_read_faster():
    base = BASES["dense"].with_values(
        {"efficiency.decode_attention_fp8": 0.8, "efficiency.decode_attention_bf16": 0.8}
    )
    wide = parts(base.with_value("precision.kv", "bf16"), 64, 30000).attention
    assert parts(base, 64, 30000).attention == pytest.approx(wide / 2)
    assert parts(base.with_value("precision.kv", "fp4"), 64, 30000).attention == pytest.approx(
        wide * 4.5 / 16
    )


def test_state_is_read_and_written_once_a_step_whatever_the_context():
    base = BASES["hybrid"]
    bare = base.with_value("model.state_bytes", 0)
    for context in (10, 10000):
        extra = parts(base, 12, context).attention - parts(bare, 12, context).attention
        assert extra == pytest.approx(
            12 * 2 * 77e6 / 4 / (3.35e12 * base.number("efficiency.decode_attention_bf16"))
        )


def test_a_prompt_in_two_halves_costs_the_same_attention():
    base = BASES["dense"]
    whole = parts(base, 4, 100, 4000, 2000).attention - parts(base, 4, 100).attention
    first = parts(base, 4, 100, 2000, 1000).attention - parts(base, 4, 100).attention
    second = parts(base, 4, 100, 2000, 3000).attention - parts(base, 4, 100).attention
    assert whole == pytest.approx(first + second)


def test_paged_kernels_of_old_read_the_cache_once_per_query_head():
    base = BASES["dense"].with_values({"deployment.tensor_parallel": 8, "stack.group_reads": 0.0})
    heads = base.number("model.query_heads") / base.number("model.kv_heads")
    shared = parts(base, 16, 30000).attention
    alone = parts(base.with_value("stack.group_reads", 1.0), 16, 30000).attention
    assert heads > 1
    assert alone == pytest.approx(heads * shared)


def test_many_sequences_keep_paged_kernels_from_cutting_the_cache_into_parts():
    base = BASES["dense"].with_values({"deployment.tensor_parallel": 8, "stack.single_pass_time": 2.5})
    cut = base.with_value("stack.single_pass_time", 1.0)
    few = int(512 * 8 / base.number("model.query_heads"))
    assert parts(base, few, 3000).attention == pytest.approx(parts(cut, few, 3000).attention)
    assert parts(base, few + 1, 3000).attention == pytest.approx(2.5 * parts(cut, few + 1, 3000).attention)
