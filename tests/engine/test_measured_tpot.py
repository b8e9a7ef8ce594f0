"""The physics against published measurements, with declared constants and nothing fitted."""

import pytest

from tests.bench import measured_tpot as bench

ROW = {
    "point_id": "x",
    "source": "inferencex_aic",
    "hardware": "H100-SXM-80GB",
    "model_canon": "Llama-3.1-8B",
    "weight_precision": "",
    "kv_precision": "",
    "engine": "trtllm",
    "tp": "1",
    "pp": "1",
    "isl": "1024",
    "osl": "256",
    "concurrency_or_batch": "16",
    "batch_kind": "max_concurrency",
    "disagg": "0",
    "tpot_ms_median": "8.77",
    "split": "calibrate",
    "notes": "",
    "suspect": "",
}


@pytest.fixture(scope="module")
def found():
    if not bench.POINTS.is_file():
        pytest.skip("the reference library with the measured points is not beside the checkout")
    return bench.predictions()


def test_a_row_becomes_a_scenario_of_its_part_model_and_precision():
    made = bench.scenario({**ROW, "weight_precision": "fp8", "tp": "2"})
    assert made.get("precision.weights") == made.get("precision.compute") == "fp8"
    assert made.get("precision.kv") == "bf16"
    assert made.number("deployment.tensor_parallel") == 2
    assert made.number("model.layers") == 32
    assert made.number("accelerator.bandwidth") == 3.35


def test_lengths_drawn_below_the_nominal_ones_count_with_their_mean():
    assert bench.mean_lengths(ROW) == (1024, 256)
    drawn = {**ROW, "notes": "random lengths uniform in [0.8,1.0]x nominal"}
    assert bench.mean_lengths(drawn) == (0.9 * 1024, 0.9 * 256)


def test_a_known_point_is_predicted_within_five_per_cent():
    assert abs(bench.predict(ROW).error) < 0.05


def test_suspect_and_saturated_points_stand_apart():
    assert bench.predict({**ROW, "suspect": "label"}).standing == "suspect"
    assert bench.predict({**ROW, "concurrency_or_batch": "4000"}).standing == "saturated"
    assert bench.predict(ROW).standing == "plain"


def test_score_is_median_mean_and_signed_bias():
    errors = [bench.Prediction(ROW, 1.0, value, "plain") for value in (0.9, 1.0, 1.05, 1.3)]
    got = bench.score(errors)
    assert (got.count, got.p90) == (4, pytest.approx(0.3))
    assert got.median == pytest.approx(0.075)
    assert got.mean == pytest.approx(0.1125)
    assert got.bias == pytest.approx(0.0625)


@pytest.mark.shared
def test_dense_points_of_the_calibrated_part_stay_within_eight_per_cent(found):
    plain = [p for p in found if p.standing == "plain" and p.row["hardware"] == "H100-SXM-80GB"]
    assert len(plain) > 200
    assert bench.score(plain).mean < 0.08
    assert bench.score(plain).median < 0.055


@pytest.mark.shared
@pytest.mark.parametrize("split", ["calibrate", "validate"])
def test_dense_points_of_both_parts_stay_within_nine_per_cent_in_the_median(found, split):
    plain = [p for p in found if p.standing == "plain" and p.row["split"] == split]
    assert len(plain) > 90
    assert bench.score(plain).median < 0.09


@pytest.mark.shared
def test_predictions_order_the_points_as_measured(found):
    """Pairs of one curve that differ in concurrency alone come out in the measured order."""
    curves = {}
    for p in found:
        if p.standing == "plain":
            r = p.row
            key = (r["hardware"], r["model_canon"], r["engine"], r["tp"], r["isl"], r["osl"])
            curves.setdefault(key, []).append(p)
    pairs = [
        (a, b)
        for curve in curves.values()
        for a in curve
        for b in curve
        if a.measured < 0.9 * b.measured and a.row["concurrency_or_batch"] != b.row["concurrency_or_batch"]
    ]
    right = sum(a.predicted < b.predicted for a, b in pairs)
    assert right / len(pairs) > 0.99


@pytest.mark.shared
def test_the_report_names_every_group_and_sets_doubtful_points_apart(found):
    text = bench.report(found)
    for label in ("split validate", "accelerator h200-sxm", "apart: suspect", "apart: saturated"):
        assert label in text
