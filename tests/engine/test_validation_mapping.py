"""A row of each source becomes the scenario it was measured on, or says why it cannot."""

import math
from pathlib import Path

import pytest

from engine import catalog, files
from engine.drivers import point as evaluate
from engine.parameters import SPECS
from engine.scenario import DEFAULT
from engine.validation import mapping, names, points, predict
from engine.validation.layout import Layout, Pools, layout
from engine.validation.lengths import ASSUMED_INPUT, DRAWN_VARIATION
from engine.validation.mapping import Unmapped
from tests.measured import case, made

REFERENCE = Path(__file__).resolve().parents[2].parent / "shared" / "measured" / "points.csv.gz"

INFERENCEX = {
    "hardware": "B200-SXM-180GB",
    "n_devices": "8",
    "model": "deepseek-ai/DeepSeek-R1",
    "model_canon": "DeepSeek-V3/R1",
    "weight_precision": "nvfp4",
    "engine_version": "1.1.0rc2.post2",
    "tp": "8",
    "ep": "8",
    "isl": "1024",
    "osl": "8192",
    "concurrency_or_batch": "32",
    "notes": "moe_tp=1; InferenceX run, random lengths uniform in [0.8,1.0]x nominal => mean ISL/OSL = 0.9x;",
}
ARGONNE = {
    "source": "argonne",
    "date": "2024-10",
    "hardware": "MI300X-192GB",
    "n_devices": "4",
    "model": "meta-llama/Llama-2-70b-hf",
    "model_canon": "Llama-2-70B",
    "weight_precision": "fp16/bf16",
    "kv_precision": "fp16/bf16",
    "engine": "vLLM",
    "tp": "4",
    "pp": None,
    "ep": None,
    "dp": None,
    "isl": "512",
    "osl": "512",
    "concurrency_or_batch": "64",
    "batch_kind": "static_batch_submitted (engine queues what does not fit in KV)",
    "tpot_ms_median": None,
    "ttft_ms_median": None,
    "e2e_latency_s": "31.5",
    "throughput_total_tok_s": "2000",
}
OFFLINE = {
    "source": "trtllm_docs",
    "hardware": "GB200-NVL72",
    "n_devices": "4",
    "model": "GPT-OSS 120B",
    "model_canon": "gpt-oss-120b",
    "weight_precision": "nvfp4",
    "kv_precision": "fp8",
    "engine": "TensorRT-LLM (PyTorch backend)",
    "tp": "1",
    "ep": "4",
    "dp": "4",
    "concurrency_or_batch": None,
    "batch_kind": "unbounded (CUDA graphs to 8192)",
    "tpot_ms_median": None,
    "ttft_ms_median": None,
    "throughput_out_tok_s_per_gpu": "7000",
}
ENERGY = {
    "source": "mlenergy_v3",
    "date": "2026-02-16",
    "hardware": "B200-SXM-180GB",
    "n_devices": "8",
    "model": "Qwen/Qwen3-235B-A22B-Instruct-2507-FP8",
    "model_canon": "Qwen3-235B-A22B",
    "weight_precision": "fp8",
    "engine": "vLLM",
    "tp": "1",
    "ep": "8",
    "dp": "1",
    "isl": None,
    "osl": "912.4",
    "concurrency_or_batch": "63.9",
    "batch_kind": "avg_running_batch (max_num_seqs=64)",
    "scenario": "server:gpqa",
    "tpot_ms_median": None,
    "ttft_ms_median": None,
    "itl_ms_median": "21.5",
    "throughput_out_tok_s": "2500",
    "energy_J_per_out_token": "1.2",
}
LLAMACPP = {
    "source": "llamacpp_gpus",
    "date": "2024-05",
    "hardware": "4090 24GB",
    "n_devices": "2",
    "model": "Llama-3-70B",
    "model_canon": "Llama-3-70B",
    "weight_precision": "q4_k_m (4.85 bpw)",
    "kv_precision": "fp16",
    "engine": "llama.cpp",
    "tp": "1",
    "pp": "2",
    "concurrency_or_batch": "1",
    "batch_kind": "single_stream",
    "tpot_ms_median": None,
    "ttft_ms_median": None,
}
NEURON = {
    "source": "aws_neuron",
    "date": "2024-04 (Neuron 2.18.0)",
    "hardware": "AWS-Inferentia2",
    "n_devices": "12",
    "model": "Llama-2-70b",
    "model_canon": "Llama-2-70B",
    "weight_precision": "bf16",
    "engine": "Transformers NeuronX",
    "tp": "24",
    "batch_kind": "static_batch",
    "concurrency_or_batch": "4",
}


def values(one, *keys):
    return [one.scenario.get(key) for key in keys]


# sources, one by one


def test_a_closed_loop_of_inferencex():
    one = case(**INFERENCEX)
    assert one.regime == "closed"
    assert values(one, "deployment.load", "deployment.concurrency") == ["closed", 32]
    assert values(one, "workload.input_tokens", "workload.output_tokens") == [0.9 * 1024, 0.9 * 8192]
    assert values(one, "workload.input_variation", "workload.output_variation") == [DRAWN_VARIATION] * 2
    assert math.isclose(DRAWN_VARIATION, (0.2 / 12**0.5) / 0.9)
    assert values(one, "deployment.tensor_parallel", "deployment.expert_parallel") == [8, 8]
    assert one.labels["model_class"] == "moe"
    assert one.labels["precision"] == "fp4"
    assert one.labels["engine"] == "tensorrt-llm-2025"
    assert one.measured["tpot"].statistic == "p50"
    e2e = one.measured["e2e"]
    assert e2e.derived
    assert e2e.value == pytest.approx(60e-3 + (0.9 * 8192 - 1) * 8.77e-3)


def test_scripts_tell_cache_and_budget_where_a_row_does_not():
    # (32 + 1024 + 64) rounded up to a multiple of 64.
    one = case(**INFERENCEX)
    assert values(one, "precision.kv", "deployment.token_budget") == ["fp8", 1152]
    vllm = case(**INFERENCEX, engine="vllm")
    assert values(vllm, "precision.kv", "deployment.token_budget") == ["fp8", 8192]
    hopper = {"hardware": "H200-SXM-141GB", "engine": "sglang", "weight_precision": "fp8"}
    assert values(case(**{**INFERENCEX, **hopper}), "precision.kv") == ["bf16"]
    gpt = {"model": "openai/gpt-oss-120b", "model_canon": "gpt-oss-120b", "tp": "8"}
    assert values(case(**{**INFERENCEX, **gpt}), "precision.kv") == ["bf16"]
    assert values(case(**{**INFERENCEX, **gpt, "engine_version": "1.2.0rc2"}), "precision.kv") == ["fp8"]


def test_prefill_workers_of_separate_pools_have_a_budget_of_their_own():
    pools = {"tp": "P4/D8", "ep": "P4/D8", "disagg": "1", "n_devices": "12"}
    assert values(case(**{**INFERENCEX, **pools}), "deployment.token_budget") == [4608]
    assert values(case(**{**INFERENCEX, **pools, "isl": "8192"}), "deployment.token_budget") == [8448]


def test_separate_pools_are_one_replica_of_both():
    pools = {"tp": "P4/D8", "ep": "P4/D8", "disagg": "1", "n_devices": "40"}
    notes = f"disagg prefill workers=2 decode workers=4; {INFERENCEX['notes']}"
    one = case(**{**INFERENCEX, **pools, "notes": notes})
    assert one.regime == "disaggregated"
    keys = ("prefill_workers", "decode_workers", "tensor_parallel", "prefill_tensor_parallel", "concurrency")
    assert values(one, *(f"deployment.{key}" for key in keys)) == [2, 4, 8, 4, 32]
    assert evaluate(one.scenario).base("accelerators_per_replica") == 40
    said = predict.predict([one])[0]
    assert said["throughput"] == pytest.approx(32 * 0.9 * 8192 / said["e2e"], rel=0.05)


def test_scripts_are_those_of_the_engine_whatever_its_form_for_a_family():
    hopper = {"hardware": "H200-SXM-141GB", "weight_precision": "fp8"}
    one = case(**{**INFERENCEX, **hopper})
    assert one.labels["engine"].startswith("tensorrt-llm")
    assert values(one, "precision.kv", "deployment.token_budget") == ["fp8", 1152]


def test_a_row_s_own_cache_label_wins_over_the_scripts():
    assert values(case(**INFERENCEX, kv_precision="bf16"), "precision.kv") == ["bf16"]


def test_four_bit_checkpoints_keep_attention_wide_where_they_are_published_so():
    keys = "precision.weights", "precision.experts"
    assert values(case(**INFERENCEX), *keys) == ["fp8", "fp4"]
    gpt = {"model": "openai/gpt-oss-120b", "model_canon": "gpt-oss-120b"}
    assert values(case(**{**INFERENCEX, **gpt}), *keys) == ["bf16", "fp4"]
    dense = {"model": "Llama-3.1-70B", "model_canon": "Llama-3.1-70B", "ep": "1"}
    assert values(case(**{**INFERENCEX, **dense}), *keys) == ["fp4", "fp4"]


def test_a_static_batch_of_argonne():
    one = case(**ARGONNE)
    assert one.regime == "static"
    assert values(one, "deployment.load", "deployment.concurrency", "precision.kv") == ["static", 64, "bf16"]
    assert one.labels["engine"] == "vllm-rocm-2024"
    assert one.measured["e2e"].value == 31.5
    assert one.measured["throughput"].value == pytest.approx(1000)
    assert one.measured["throughput"].derived


def test_a_pair_of_runs_that_tells_ttft_and_tpot_has_the_longer_answer():
    pair = {"osl": "1", "ttft_ms": "421", "tpot_ms_mean": "12", "e2e_latency_s": None}
    one = case(**{**ARGONNE, **pair, "throughput_total_tok_s": None, "notes": "(L-1), L=1024"})
    assert values(one, "workload.output_tokens") == [1024]
    assert {name: found.value for name, found in one.measured.items()} == {"tpot": 12e-3, "ttft": 0.421}
    said, alone = predict.predict([one])[0], evaluate(one.scenario)
    assert said["ttft"] == alone.base("ttft_p99")
    assert said["tpot"] == alone.base("step_time")


@pytest.mark.parametrize(
    ("label", "tokens", "right"),
    [
        ("JackFram/llama-68m k=3.0", 3, 0.6),
        ("MTP", 3, 0.85),
        ("mtp-1", 1, 0.85),
        ("MTP3", 3, 0.85),
        ("eagle3 k=4", 4, 0.75),
        ("off", 0, None),
        ("", 0, None),
    ],
)
def test_speculative_decoding_is_as_its_label_says(label, tokens, right):
    one = case(spec_decode=label)
    assert values(one, "deployment.draft_tokens") == [tokens]
    if right is not None:
        assert values(one, "deployment.draft_acceptance") == [right]
        assert f"drafts of {tokens}" in one.assumed[0]
    else:
        assert one.assumed == ()


def test_an_offline_run_fills_the_machine():
    one = case(**OFFLINE)
    assert one.regime == "offline"
    assert values(one, "deployment.load", "deployment.data_parallel", "deployment.expert_parallel") == [
        "offline", 4, 4
    ]  # fmt: skip
    assert one.measured["throughput"].value == 28000
    capped = {"batch_kind": "max_num_seqs", "concurrency_or_batch": "1500"}
    assert values(case(**{**OFFLINE, **capped}), "deployment.batch_cap") == [1500]


def test_a_request_rate_is_the_arrival_rate_of_the_replica():
    rate = {"batch_kind": "request_rate", "request_rate": "2", "concurrency_or_batch": None}
    one = case(**rate)
    assert one.regime == "rate"
    assert evaluate(one.scenario).base("replica_rate") == pytest.approx(2.0, rel=1e-9)
    assert values(case(**{**rate, "request_rate": "inf"}), "deployment.load") == ["offline"]
    assert "request rate" in case(**{**rate, "request_rate": None}).reason


def test_an_energy_run_takes_the_mean_running_batch_and_an_assumed_input():
    one = case(**ENERGY)
    assert one.regime == "batch"
    assert values(one, "deployment.concurrency", "workload.input_tokens") == [63.9, ASSUMED_INPUT["gpqa"][0]]
    assert values(one, "deployment.tensor_parallel", "deployment.expert_parallel") == [8, 8]
    assert "gpqa" in one.assumed[0]
    assert one.measured["energy"].value == 1.2
    assert one.measured["tpot"].value == pytest.approx(21.5e-3)
    assert one.labels["lengths"] == "assumed"
    assert case().labels["lengths"] == "told"
    assert case(**{**ENERGY, "scenario": "server:unheard-of"}).kind == "lengths"


def test_a_median_gap_between_tokens_is_a_bare_step_while_few_requests_begin():
    # 63.9 requests of 912 tokens: one begins in 14 steps. 900 of 1,000 tokens: nine in ten.
    few, many = case(**ENERGY), case(**{**ENERGY, "concurrency_or_batch": "900", "osl": "1000"})
    assert few.measured["tpot"].statistic == "step"
    assert many.measured["tpot"].statistic == "mean"
    said = predict.predict([few, many])["tpot"]
    assert said[0] == evaluate(few.scenario).base("step_time")
    assert said[1] == evaluate(many.scenario).base("tpot_mean")


def test_the_second_energy_leaderboard_has_an_engine_of_its_own():
    old = {**ENERGY, "source": "mlenergy_v2", "date": "2024-09", "hardware": "A100-SXM-40GB"}
    assert case(**old).labels["engine"] == "vllm-2024-one-process"


def test_single_streams_tell_decode_and_prefill_speed():
    decode = case(**LLAMACPP, isl="0", osl="1024", decode_tok_s_per_user="20")
    assert decode.regime == "single"
    assert values(decode, "deployment.pipeline_parallel", "precision.weights") == [2, "int4"]
    assert values(decode, "workload.input_tokens", "workload.output_tokens") == [1, 1024]
    assert {name: one.value for name, one in decode.measured.items()} == {"tpot": 0.05}
    prefill = case(**LLAMACPP, isl="1024", osl="0", prefill_tok_s="2048")
    assert {name: one.value for name, one in prefill.measured.items()} == {"ttft": 0.5}


def test_ranks_counted_in_cores_are_chips():
    one = case(**NEURON)
    assert values(one, "deployment.tensor_parallel", "deployment.load") == [12, "static"]
    assert one.labels["engine"] == "transformers-neuronx"


def test_a_hosted_endpoint_is_no_machine():
    found = case(hardware="unknown (hosted API: together)")
    assert isinstance(found, Unmapped)
    assert found.kind == "hosted API"


@pytest.mark.parametrize(
    ("cells", "regime", "told"),
    [
        ({"batch_kind": "closed_loop"}, "closed", ""),
        ({"batch_kind": "Fixed concurrency"}, "closed", ""),
        ({"batch_kind": "qps", "request_rate": "3"}, "rate", ""),
        ({"batch_kind": "offline"}, "offline", ""),
        ({"batch_kind": None}, "closed", "a closed loop"),
        ({"batch_kind": None, "request_rate": "3"}, "rate", "a rate"),
        ({"batch_kind": None, "e2e_latency_s": "3", "ttft_ms_median": None}, "static", "static batches"),
        ({"batch_kind": None, "concurrency_or_batch": None}, "offline", "never empties"),
    ],
)
def test_kinds_of_load_are_understood_in_other_words_or_by_what_is_told(cells, regime, told):
    one = case(**cells)
    assert one.regime == regime
    assert told in " ".join(one.assumed)
    assert bool(one.assumed) == bool(told)


# what cannot be mapped says why


@pytest.mark.parametrize(
    ("changes", "kind", "told"),
    [
        ({"hardware": "Unheard-of"}, "accelerator", "'Unheard-of'"),
        ({"hardware": None}, "accelerator", "''"),
        ({"model": "who/knows", "model_canon": None}, "model", "'who/knows'"),
        ({"weight_precision": "ternary"}, "precision", "'ternary'"),
        ({"kv_precision": "ternary"}, "precision", "'ternary'"),
        ({"batch_kind": "by mood"}, "load", "'by mood'"),
        ({"concurrency_or_batch": None}, "load", "concurrency"),
        ({"osl": None}, "lengths", "output length"),
        ({"isl": None}, "lengths", "input length"),
        ({"tp": "3", "n_devices": "8"}, "layout", "does not make 8"),
        ({"tp": "many"}, "layout", "no count"),
        ({"concurrency_or_batch": "1e7"}, "out of range", "Concurrent sequences"),
        ({"tpot_ms_median": None, "ttft_ms_median": None}, "nothing measured", "no metric"),
    ],
)
def test_a_row_that_cannot_be_mapped_names_field_and_value(changes, kind, told):
    found = case(**changes)
    assert isinstance(found, Unmapped)
    assert found.kind == kind
    assert told in found.reason


# names


@pytest.mark.parametrize(
    ("label", "ident"),
    [
        ("NVIDIA H100 SXM", "h100-sxm"),
        ("H200", "h200-sxm"),
        ("h200_sxm", "h200-sxm"),
        ("MI325X 256GB", "mi325x"),
        ("AMD MI355X-288GB", "mi355x"),
        ("GeForce RTX 4090", "rtx4090"),
        ("4090 24GB", "rtx4090"),
        ("L40S-48GB", "l40s"),
        ("Gaudi 3", "gaudi3"),
        ("Gaudi3-128GB", "gaudi3"),
        ("TPU v6e", "tpu-v6e"),
        ("TPU v6e-8", "tpu-v6e"),
        ("8x H100", "h100-sxm"),
        ("M2 Max 38-Core GPU 64GB", "m2-max"),
        ("AWS-Trainium2", "trn2"),
        ("RTX 5090 32GB", "rtx5090"),
    ],
)
def test_accelerators_are_found_however_they_are_written(label, ident):
    assert names.accelerator(label).id == ident


@pytest.mark.parametrize(
    ("label", "ident"),
    [
        ("amd/Llama-3.1-405B-Instruct-FP8-KV", "llama-3.1-405b"),
        ("meta-llama/Llama-3.1-70B", "llama-3.1-70b"),
        ("nvidia/Llama-3.3-70B-Instruct-FP4", "llama-3.1-70b"),
        ("neuralmagic/Meta-Llama-3.1-8B-Instruct-quantized.w8a8", "llama-3.1-8b"),
        ("nvidia/DeepSeek-R1-0528-FP4", "deepseek-r1"),
        ("Qwen/Qwen3-32B-FP8", "qwen3-32b"),
        ("Qwen/Qwen2.5-72B-Instruct-AWQ", "qwen2.5-72b"),
        ("mistralai/Mixtral-8x7B-Instruct-v0.1", "mixtral-8x7b"),
        ("EleutherAI/gpt-j-6b", "gpt-j-6b"),
        ("accounts/fireworks/models/llama-v2-70b-chat", "llama-2-70b"),
        ("who/knows", None),
    ],
)
def test_models_are_found_by_what_is_left_of_tuning_and_format(label, ident):
    found = names.model(label)
    assert (found.id if found else None) == ident


def test_a_label_unknown_in_full_falls_back_to_the_canonical_one():
    assert names.model("somebody/finetune-of-llama", "Llama-3.1-8B").id == "llama-3.1-8b"


@pytest.mark.parametrize(
    ("engine", "date", "vendor", "ident"),
    [
        ("vLLM", "2026-01-02", "NVIDIA", "vllm"),
        ("vLLM", "2024-10", "NVIDIA", "vllm-2024"),
        ("vLLM", "2024-10", "AMD", "vllm-rocm-2024"),
        ("vLLM (ROCm)", "2025-07-18", "AMD", "vllm-rocm"),
        ("vllm", "", "", "vllm"),
        ("TensorRT-LLM (PyTorch backend)", "2025-08", "NVIDIA", "tensorrt-llm-2025"),
        ("TensorRT-LLM", "2023-12-08", "NVIDIA", "tensorrt-llm-2024"),
        ("TensorRT-LLM+Triton", "2024-11", "NVIDIA", "tensorrt-llm-2024"),
        ("trtllm", "2025-11-02", "NVIDIA", "tensorrt-llm-2025"),
    ],
)
def test_an_engine_is_that_of_its_day_and_machine(engine, date, vendor, ident):
    assert names.stack(engine, date, vendor).id == ident


def test_an_old_form_of_an_engine_stays_old_on_any_family():
    assert names.stack("TensorRT-LLM+Triton", "2024-11", "NVIDIA", "Hopper").id == "tensorrt-llm-2024"


def test_an_engine_nobody_knows_is_the_generic_one_and_said_so():
    one = case(engine="homebrew")
    assert one.labels["engine"] == "other"
    assert "homebrew" in one.assumed[0]
    assert names.stack("homebrew", "2025") is None


# layouts


@pytest.mark.parametrize(
    ("cells", "experts", "expected"),
    [
        ({"tp": "8", "n_devices": "8"}, False, Layout(8, 1, 1, 1)),
        ({"tp": "4", "dp": "0", "ep": "4", "n_devices": "4"}, True, Layout(4, 1, 4, 1)),
        ({"tp": "1", "dp": "8", "ep": "8", "n_devices": "8"}, True, Layout(1, 1, 8, 8)),
        ({"tp": "1", "dp": "1", "ep": "8", "n_devices": "8"}, True, Layout(8, 1, 8, 1)),
        ({"tp": "1", "dp": "4", "n_devices": "4"}, False, Layout(1, 1, 1, 1, 4)),
        ({"tp": "2", "n_devices": "8"}, False, Layout(2, 1, 1, 1, 4)),
        ({"tp": "", "ep": "", "dp": "", "n_devices": "4"}, False, Layout(4, 1, 1, 1)),
        ({"tp": "24", "n_devices": "12"}, False, Layout(12, 1, 1, 1)),
        ({"tp": "1", "pp": "4", "n_devices": "4"}, False, Layout(1, 4, 1, 1)),
        ({"tp": "8", "ep": "3", "n_devices": "8"}, True, Layout(8, 1, 1, 1)),
        ({"tp": "2", "n_devices": None}, False, Layout(2, 1, 1, 1)),
    ],
)
def test_a_layout_uses_all_accelerators(cells, experts, expected):
    found = layout(made(cells)[0], experts)
    assert found == expected
    assert found.devices == (float(cells["n_devices"]) if cells["n_devices"] else 2)


def test_pools_are_read_with_their_workers():
    cells = {"tp": "P4/D8", "pp": "P1/D1", "ep": "P4/D8", "dp": "P1/D1", "disagg": "1", "n_devices": "40"}
    told = layout(made({**cells, "notes": "disagg prefill workers=2 decode workers=4; pbs=1"})[0], True)
    assert told == Pools(Layout(4, 1, 4, 1, 2), Layout(8, 1, 8, 1, 4))
    assert "workers" in layout(made(cells)[0], True)
    assert layout(made({**cells, "n_devices": "12"})[0], True) == Pools(
        Layout(4, 1, 4, 1, 1), Layout(8, 1, 8, 1, 1)
    )


# every case


def test_a_case_s_scenario_opens_from_a_file_and_evaluates_to_the_same_numbers(tmp_path):
    from engine.files import Project

    one = mapping.named(case(**INFERENCEX))
    path = tmp_path / "case.isocost"
    files.save(path, Project((one,)))
    again = files.load(path).scenario
    assert again.name == "b200-sxm deepseek-r1 x0"
    assert evaluate(again).same(evaluate(case(**INFERENCEX).scenario))


@pytest.mark.parametrize(
    "cells", [INFERENCEX, ARGONNE, OFFLINE, ENERGY, NEURON], ids=lambda c: c.get("source", "x")
)
def test_parts_of_a_case_are_the_catalogue_s(cells):
    one = case(**cells)
    for kind in ("accelerator", "model", "stack"):
        part = catalog.part(kind, str(one.scenario.get(f"{kind}.part")))
        for key, figure in part.values.items():
            assert one.scenario.get(key) == figure.value, key


def test_nothing_of_price_or_site_is_touched():
    one = case(**INFERENCEX)
    for key, spec in SPECS.items():
        if spec.group in {"price", "facility", "finance", "network"}:
            assert one.scenario.get(key) == DEFAULT.get(key), key


@pytest.mark.shared
def test_every_row_of_the_reference_is_mapped_or_says_why():
    if not REFERENCE.is_file():
        pytest.skip("the reference library with the measured points is not beside the checkout")
    rows = points.read(REFERENCE)
    cases, unmapped = mapping.cases(rows)
    assert len(cases) + len(unmapped) == len(rows) == 8731
    assert {one.kind for one in unmapped} <= {"layout", "hosted API", "load"}
    assert len(cases) > 7900
    assert not any(one.problems for one in rows)
