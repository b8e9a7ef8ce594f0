"""The rule that finds rows whose label cannot be true, on rows made up for it."""

from pathlib import Path

import pytest

from engine.validation import mapping, points
from engine.validation.suspicion import by_rule, least_bytes, suspicions
from tests.measured import cases

REFERENCE = Path(__file__).resolve().parents[2].parent / "shared" / "measured" / "points.csv.gz"
STATIC = {
    "source": "argonne",
    "engine": "vLLM",
    "batch_kind": "static_batch",
    "tpot_ms_median": None,
    "ttft_ms_median": None,
    "osl": "1001",
}
DEEPSEEK = {
    "hardware": "B200-SXM-180GB",
    "n_devices": "8",
    "model": "deepseek-ai/DeepSeek-R1",
    "model_canon": "DeepSeek-V3/R1",
    "weight_precision": "fp8",
    "tp": "8",
}


def grounds(*rows):
    return [text.partition(":")[0] for text in by_rule(cases(*rows))]


def test_a_plain_row_is_not_suspect():
    assert grounds({}) == [""]


def test_the_table_s_own_mark_counts_and_comes_first():
    found = suspicions(cases({"suspect": "n_devices 4 should be 2"}, {}))
    assert found == ("column: n_devices 4 should be 2", "")
    assert by_rule(cases({"suspect": "n_devices 4 should be 2"})) == ("",)


def test_weights_that_no_memory_holds():
    assert grounds({**DEEPSEEK, "n_devices": "1", "tp": "1"}) == ["memory"]
    assert grounds({**DEEPSEEK, "tpot_ms_median": "20"}) == [""]


def test_ranks_that_do_not_divide_the_heads_of_an_engine_that_cuts_whole_ones():
    odd = {**DEEPSEEK, "n_devices": "36", "tp": "36", "tpot_ms_median": "30"}
    assert grounds(odd) == ["layout"]
    assert grounds({**odd, "engine": "Deepspeed"}) == [""]


def test_the_bytes_of_a_step_by_hand():
    # Llama 3.1 8B in BF16: 6.98 B weights and a head of 4096 x 128256, 2 bytes each; a cache of
    # 2 x 8 x 128 x 32 elements a token, 16 requests of 1,024 tokens and half of 256 more.
    found = least_bytes(cases({})[0])
    weights = 2 * (6.979584 + 4096 * 128256 / 1e9)
    cache = 16 * (1024 + 128) * 2 * 8 * 128 * 32 * 2 / 1e9
    assert found.step == pytest.approx(weights + cache, rel=1e-3)
    assert found.bandwidth == pytest.approx(3350)


def test_a_tpot_below_the_roofline():
    one = least_bytes(cases({})[0])
    roof = 1e3 * one.step / one.bandwidth
    assert grounds({"tpot_ms_median": f"{0.99 * roof:.4f}"}, {"tpot_ms_median": f"{1.01 * roof:.4f}"}) == [
        "roofline",
        "",
    ]


def test_an_end_to_end_time_below_the_roofline_of_one_request():
    one = least_bytes(cases(STATIC | {"e2e_latency_s": "9"})[0], 1.0)
    least = 1000 * one.step / one.bandwidth
    assert grounds(STATIC | {"e2e_latency_s": str(0.98 * least)}) == ["roofline"]
    assert grounds(STATIC | {"e2e_latency_s": str(1.02 * least)}) == [""]


def test_where_the_input_was_assumed_or_stages_follow_each_other_no_roofline_is_drawn():
    assumed = {"isl": None, "scenario": "server:gpqa", "batch_kind": "avg_running_batch (max=16)"}
    assert grounds({**assumed, "tpot_ms_median": "0.1"}) == [""]
    assert grounds({"tpot_ms_median": "1", "ttft_ms_median": None, "pp": "2", "n_devices": "2"}) == [""]


def test_requests_that_wait_outside_a_machine_with_room():
    # They run 256 x 8.77 ms = 2.2 s; 16 of them fit many times over.
    assert grounds({"ttft_ms_median": "3000"}) == ["queue"]
    assert grounds({"ttft_ms_median": "2000"}) == [""]
    crowded = {"ttft_ms_median": "30000", "tpot_ms_median": "40", "concurrency_or_batch": "1500"}
    assert grounds(crowded) == [""]


def test_a_curve_off_from_every_other_engine_by_more_than_two():
    apart = [
        {"engine": engine, "concurrency_or_batch": batch, "tpot_ms_median": tpot}
        for engine, tpots in (("trtllm", ("30", "31")), ("vllm", ("12", "13")), ("sglang", ("11", "12")))
        for batch, tpot in zip(("8", "16"), tpots, strict=True)
    ]
    assert grounds(*apart) == ["engines", "engines", "", "", "", ""]
    # Of two that disagree nobody can tell which is wrong.
    assert grounds(*apart[:4]) == [""] * 4


def test_a_run_that_outruns_its_twins_and_falls_with_longer_answers():
    def run(version, tpots):
        return [
            {
                **DEEPSEEK,
                "engine_version": version,
                "osl": osl,
                "tpot_ms_median": tpot,
                "ttft_ms_median": None,
            }
            for osl, tpot in tpots.items()
        ]

    plain = run("1.1", {"1024": "20", "8192": "20.4"})
    drafting = run("1.2", {"1024": "14", "8192": "12"})
    faster = run("1.3", {"1024": "14", "8192": "14.1"})
    assert grounds(*plain, *drafting) == ["", "", "drafts", "drafts"]
    assert grounds(*plain, *faster) == [""] * 4
    assert grounds(*drafting) == [""] * 2
    labelled = [{**row, "spec_decode": "mtp 3"} for row in drafting]
    assert grounds(*plain, *labelled) == [""] * 4


def test_models_of_one_shape_are_twins():
    plain = [
        {**DEEPSEEK, "model": "deepseek-ai/DeepSeek-V3", "osl": osl, "tpot_ms_median": "20"}
        for osl in ("1024", "8192")
    ]
    drafting = [
        {**DEEPSEEK, "osl": osl, "tpot_ms_median": tpot} for osl, tpot in (("1024", "13"), ("8192", "11"))
    ]
    assert grounds(*plain, *drafting) == ["", "", "drafts", "drafts"]


@pytest.mark.shared
def test_the_rule_finds_most_of_what_an_audit_found_and_little_else():
    if not REFERENCE.is_file():
        pytest.skip("the reference library with the measured points is not beside the checkout")
    found, _ = mapping.cases(points.read(REFERENCE))
    marked = {one.point.point_id: one.point.suspect for one in found if one.point.suspect}
    rule = {one.point.point_id for one, text in zip(found, by_rule(found), strict=True) if text}
    assert len(marked) == 239
    assert len(rule & marked.keys()) >= 190
    assert len(rule - marked.keys()) <= 30
    drafts = {ident for ident, text in marked.items() if text == "MTP unlabelled"}
    assert drafts <= rule
