"""Communication: by the tier a group really spans."""

import pytest

from tests.physical import BASES, all_reduce, golden, parts

GOLDEN = golden("parts")
FREE = {
    "efficiency.collective_time": 0,
    "efficiency.exchange_time": 0,
    "efficiency.scaleout_time": 0,
    "stack.collective_extra": 0,
}


@pytest.mark.parametrize(
    "case", GOLDEN["all_reduce"], ids=lambda c: f"{c['group']}-{c['domain']}-{c['server']}"
)
def test_all_reduce_costs_what_was_worked_out_by_hand(case):
    scenario = BASES["dense"].with_values(
        {
            "accelerator.scaleup_domain": case["domain"],
            "accelerator.server_size": case["server"],
            "accelerator.scaleup_bandwidth": 450,
            "accelerator.scaleout_bandwidth": 400,
            "efficiency.link": 1,
            "efficiency.scaleout": 1,
        }
    )
    assert all_reduce(scenario, case["group"]) * 1e12 == pytest.approx(case["ms_per_gb"], rel=1e-6)


def test_two_all_reduces_a_layer_of_every_row():
    base = BASES["dense"].with_value("deployment.tensor_parallel", 8)
    volume = 32 * 8192 * 2
    one = 15e-6 + 2 * 7 / 8 * volume / (450e9 * 0.78)
    assert parts(base, 32).communication == pytest.approx(160 * one)


def test_a_small_all_reduce_meets_once():
    base = BASES["dense"].with_value("deployment.tensor_parallel", 8)
    volume = 4 * 8192 * 2  # 7 copies of 64 KB take 1.3 us, a second phase 3 us
    one = 12e-6 + 7 * volume / (450e9 * 0.78)
    assert parts(base, 4).communication == pytest.approx(160 * one)


def test_leaving_the_domain_costs_a_hop_and_the_slow_link():
    inside = BASES["dense"].with_values({"deployment.tensor_parallel": 16, "accelerator.scaleup_domain": 72})
    outside = inside.with_value("accelerator.scaleup_domain", 8)
    assert parts(outside, 1).communication - parts(inside, 1).communication > 160 * 20e-6
    slow = outside.with_value("accelerator.scaleout_bandwidth", 100)
    assert parts(slow, 100).communication > parts(outside, 100).communication
    assert parts(inside.with_value("accelerator.scaleout_bandwidth", 100), 100) == parts(inside, 100)


def test_a_pipeline_hands_over_between_stages():
    one = BASES["dense"].with_value("deployment.tensor_parallel", 2)
    near = one.with_value("deployment.pipeline_parallel", 4)  # eight accelerators: one domain
    bytes_moved = 8 * 8192 * 2 / 2
    extra = parts(near, 32).communication - parts(one, 8).communication
    assert extra == pytest.approx(3 * (12e-6 + bytes_moved / (450e9 * 0.78)))
    far = one.with_value("deployment.pipeline_parallel", 8)
    extra = parts(far, 64).communication - parts(one, 8).communication
    assert extra == pytest.approx(7 * (32e-6 + bytes_moved / (50e9 * 0.78)))


def test_dispatch_sends_eight_bits_out_and_sixteen_back_to_the_ranks_it_needs():
    base = BASES["mla-experts"].with_values(
        {
            **FREE,
            "deployment.tensor_parallel": 1,
            "deployment.data_parallel": 16,
            "deployment.expert_parallel": 16,
            "accelerator.scaleup_domain": 72,
            "stack.imbalance": 1,
        }
    )
    # 160 sequences, 10 a rank, 8 copies each, that at home included, one byte out and two back.
    sent = 10 * 8 * 7168 * 3
    assert parts(base, 160).communication == pytest.approx(58 * sent / (450e9 * 0.78))
    wide = base.with_value("precision.compute", "bf16")
    assert parts(wide, 160).communication == pytest.approx(58 * sent * 4 / 3 / (450e9 * 0.78))


def test_experts_off_the_domain_use_the_network():
    base = BASES["mla-experts"].with_values(
        {
            **FREE,
            "deployment.tensor_parallel": 1,
            "deployment.data_parallel": 16,
            "deployment.expert_parallel": 16,
            "stack.imbalance": 1,
        }
    )
    near = 10 * 8 * 8 / 16 * 7168 * 3 / (450e9 * 0.78)
    far = 10 * 8 * 8 / 16 * 7168 * 3 / (50e9 * 0.78)
    assert parts(base, 160).communication == pytest.approx(58 * (near + far))


def test_attention_groups_replace_one_all_reduce_by_dispatch_and_combine():
    base = BASES["mla-experts"].with_values({"efficiency.link": 1.2, "accelerator.scaleup_domain": 576})
    fixed = (2 * 61 - 58) * 12e-6 + 2 * 58 * 12e-6
    assert parts(base, 1e-9).communication == pytest.approx(fixed, rel=1e-6)


def test_experts_inside_a_tensor_group_need_no_dispatch():
    spread = BASES["experts-by-tensor"].with_value("deployment.expert_parallel", 8)
    assert parts(spread, 64).communication == parts(BASES["experts-by-tensor"], 64).communication
