"""How a benchmark's lists of layouts cut the runs whose tables tell the number of accelerators alone."""

import pytest

from engine.validation import scripts
from tests.measured import case, made

ROW = {
    "hardware": "B200-SXM-180GB",
    "n_devices": "8",
    "model": "deepseek-ai/DeepSeek-R1",
    "model_canon": "DeepSeek-V3/R1",
    "weight_precision": "nvfp4",
    "engine_version": "",
    "date": "2025-11-02",
    "tp": "8",
    "isl": "1024",
    "osl": "1024",
    "notes": "InferenceX run, random lengths uniform in [0.8,1.0]x nominal",
}
CUT = tuple(f"deployment.{name}_parallel" for name in ("tensor", "expert", "data"))


def told(one, *keys):
    return [one.scenario.get(key) for key in keys]


@pytest.mark.parametrize(
    ("changes", "cut"),
    [
        ({"concurrency_or_batch": "8"}, [8, 1, 1]),
        ({"concurrency_or_batch": "64"}, [8, 8, 1]),
        ({"concurrency_or_batch": "256"}, [1, 8, 8]),
        ({"concurrency_or_batch": "64", "isl": "8192"}, [1, 8, 8]),
        ({"concurrency_or_batch": "16", "osl": "8192"}, [8, 1, 1]),
        ({"concurrency_or_batch": "16", "tp": "4", "n_devices": "4"}, [4, 1, 1]),
        ({"concurrency_or_batch": "16", "weight_precision": "fp8"}, [8, 8, 1]),
        ({"concurrency_or_batch": "64", "weight_precision": "fp8"}, [1, 8, 8]),
        ({"concurrency_or_batch": "64", "weight_precision": "fp8", "hardware": "H200-SXM-141GB"}, [8, 8, 1]),
    ],
)
def test_first_tables_have_the_layout_of_the_list(changes, cut):
    assert told(case(**{**ROW, **changes}), *CUT) == cut


@pytest.mark.parametrize(
    "changes",
    [
        {"date": "2025-12-15", "engine_version": "1.1.0rc2.post2"},
        {"engine": "sglang"},
        {"model": "openai/gpt-oss-120b", "model_canon": "gpt-oss-120b", "weight_precision": "mxfp4"},
    ],
)
def test_labels_of_later_tables_and_other_runs_stand(changes):
    assert told(case(**{**ROW, "concurrency_or_batch": "256", **changes}), *CUT) == [8, 1, 1]


@pytest.mark.parametrize(
    ("changes", "ident"),
    [
        ({"engine_version": "1.1.0rc2", "date": "2026-01-14"}, "tensorrt-llm-2025"),
        ({"engine_version": "1.2.0rc6", "date": "2025-12-20"}, "tensorrt-llm"),
        ({"engine": "sglang", "engine_version": "0.5.6.post2", "date": ""}, "sglang-2025"),
        ({"engine": "sglang", "engine_version": "0.5.9", "date": "2026-03-25"}, "sglang"),
        ({"weight_precision": "fp8"}, "tensorrt-llm-hopper"),
        ({"weight_precision": "fp8", "engine_version": "1.2.0", "date": "2026-01-29"}, "tensorrt-llm"),
        ({"engine": "vllm", "hardware": "H100-SXM-80GB"}, "vllm-hopper"),
    ],
)
def test_a_release_tells_more_of_an_engine_than_the_day(changes, ident):
    assert case(**{**ROW, **changes}).labels["engine"] == ident


def test_a_row_without_a_day_that_the_list_does_not_hold_is_of_the_next_year():
    later = {**ROW, "source": "inferencex_mq", "date": "2025-10..2026-07", "weight_precision": "fp8"}
    four = {**later, "tp": "4", "n_devices": "4"}
    many = {**later, "concurrency_or_batch": "128"}
    assert [scripts.era(made(row)[0])[:4] for row in (later, four, many)] == ["2025", "2026", "2026"]


@pytest.mark.parametrize(
    ("changes", "waits"),
    [
        ({"engine": "sglang", "concurrency_or_batch": "8"}, [10, 0, 1]),
        ({"engine": "sglang", "concurrency_or_batch": "16"}, [30, 0, 1]),
        ({"engine": "sglang", "hardware": "H200-SXM-141GB", "weight_precision": "fp8"}, [1, 0, 1]),
        ({"concurrency_or_batch": "16"}, [1, 0, 10]),
        ({"concurrency_or_batch": "256"}, [1, 60, 10]),
    ],
)
def test_scripts_set_how_long_prompts_and_answers_wait(changes, waits):
    keys = [f"deployment.{name}" for name in ("polling_interval", "gathering_steps", "delivery_steps")]
    assert told(case(**{**ROW, **changes}), *keys) == waits


@pytest.mark.parametrize(
    ("tensor", "answer", "waits"), [("4", "1024", 20), ("8", "1024", 0), ("4", "8192", 0)]
)
def test_prompts_of_short_answers_gather_where_a_few_accelerators_serve(tensor, answer, waits):
    dense = {"model": "meta-llama/Llama-3.3-70B-Instruct", "model_canon": "Llama-3.1-70B", "osl": answer}
    one = case(**{**ROW, **dense, "tp": tensor, "n_devices": tensor})
    assert told(one, "deployment.gathering_steps") == [waits]


def test_ranks_of_attention_have_a_token_budget_each():
    one = case(**{**ROW, "concurrency_or_batch": "256"})
    assert told(one, "deployment.token_budget") == [8 * 64 * 21]
