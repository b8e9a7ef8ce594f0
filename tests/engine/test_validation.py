"""Measured points: read, predicted, judged, told."""

import csv
import gzip
import io
import json
import math
import timeit
from pathlib import Path

import numpy as np
import pytest

from engine import cli
from engine.drivers import point as evaluate
from engine.errors import IsocostError
from engine.validate_command import RESIDUAL_COLUMNS, selection
from engine.validation import points, predict, report, statistics
from engine.validation.measures import MEASURES
from engine.validation.points import PointsError
from tests.measured import case, cases, made, text

REFERENCE = Path(__file__).resolve().parents[2].parent / "shared" / "measured" / "points.csv.gz"
KEYS = {"n", "median_abs_error", "p90_abs_error", "bias", "spearman"}


# reading


def test_a_file_reads_alike_plain_packed_and_with_a_byte_order_mark(tmp_path):
    plain, packed = tmp_path / "points.csv", tmp_path / "points.csv.gz"
    plain.write_bytes(b"\xef\xbb\xbf" + text({}, {"isl": "77"}).encode())
    packed.write_bytes(gzip.compress(text({}, {"isl": "77"}).encode()))
    assert points.read(plain) == points.read(packed)
    assert [one.isl for one in points.read(plain)] == [1024, 77]


def test_a_packed_file_is_known_by_its_bytes_not_by_its_name(tmp_path):
    path = tmp_path / "points.csv"
    path.write_bytes(gzip.compress(text({}).encode()))
    assert len(points.read(path)) == 1


def test_columns_a_file_lacks_are_absent_from_every_point():
    one = points.parse("hardware,model,tpot_ms_mean\nB200,x,5\n")[0]
    assert (one.point_id, one.tpot_ms_mean, one.isl, one.engine) == ("row-1", 5, None, "")
    assert one.problems == ()


@pytest.mark.parametrize("cell", ["", "nan", "None", "N/A"])
def test_an_empty_cell_is_no_figure_and_no_problem(cell):
    one = points.parse(f"hardware,model,tpot_ms_mean,isl\nB200,x,5,{cell}\n")[0]
    assert one.isl is None
    assert one.problems == ()


@pytest.mark.parametrize(
    ("cell", "told"), [("fast", "no number"), ("inf", "no finite number"), ("-3", "negative")]
)
def test_a_cell_that_cannot_be_read_is_told_on_its_row_and_the_rest_is_kept(cell, told):
    bad, good = made({"isl": cell}, {})
    assert told in bad.problems[0]
    assert bad.isl is None
    assert good.problems == ()
    assert "unreadable" in case(isl=cell).kind


def test_a_row_longer_than_its_head_is_told():
    assert "5 cells" in points.parse("hardware,model,tpot_ms_mean\nB200,x,5,6,7\n")[0].problems[0]


def test_an_infinite_request_rate_is_a_rate():
    assert math.isinf(made({"request_rate": "inf"})[0].request_rate)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "is empty"),
        ("model,tpot_ms_mean\nx,5\n", "no column hardware"),
        ("hardware,tpot_ms_mean\nx,5\n", "one of model, model_canon"),
        ("hardware,model,isl\nx,y,5\n", "no column one of"),
        ("\xff\xfe", "not UTF-8"),
    ],
)
def test_a_file_that_is_no_points_file_is_refused_with_what_it_lacks(tmp_path, content, told):
    path = tmp_path / "points.csv"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(PointsError, match=told):
        points.read(path)


def test_a_file_that_is_cut_short_or_absent_is_refused_in_one_line(tmp_path):
    path = tmp_path / "points.csv.gz"
    path.write_bytes(gzip.compress(text({}).encode())[:-20])
    for wrong in (path, tmp_path / "none.csv", tmp_path):
        with pytest.raises(PointsError) as caught:
            points.read(wrong)
        assert "\n" not in str(caught.value)


# statistics


def test_score_is_the_median_of_sizes_and_the_signed_median():
    got = statistics.score(np.full(4, 2.0), np.array([1.8, 2.0, 2.1, 2.6]))
    assert (got.n, got.median_abs_error) == (4, pytest.approx(0.075))
    assert got.bias == pytest.approx(0.025)
    # Sizes 0, .05, .1, .3: the 90th percentile lies 0.7 of the way from the third to the fourth.
    assert got.p90_abs_error == pytest.approx(0.1 + 0.7 * 0.2)


def test_pairs_with_a_figure_missing_do_not_count():
    measured = np.array([1.0, math.nan, 3.0, 0.0])
    predicted = np.array([1.1, 1.0, math.nan, 5.0])
    assert statistics.score(measured, predicted).n == 1
    assert statistics.score(measured[1:], predicted[1:]) is None


def test_rank_correlation_agrees_with_scipy_ties_included():
    scipy_stats = pytest.importorskip("scipy.stats")
    rng = np.random.default_rng(3)
    for _ in range(20):
        x, y = rng.integers(0, 12, 40).astype(float), rng.normal(size=40).round(1)
        assert statistics.spearman(x, y) == pytest.approx(scipy_stats.spearmanr(x, y)[0], abs=1e-12)


def test_rank_correlation_by_hand():
    assert statistics.spearman(np.array([1.0, 2.0, 3.0]), np.array([10.0, 30.0, 20.0])) == pytest.approx(0.5)
    assert statistics.spearman(np.array([1.0, 2.0]), np.array([1.0, 2.0])) is None
    assert statistics.spearman(np.ones(5), np.arange(5.0)) is None
    assert statistics.ranks(np.array([5.0, 1.0, 5.0])).tolist() == [2.5, 1.0, 2.5]


# predictions


def test_a_prediction_is_that_of_the_ordinary_engine():
    one = case(source="other")
    said, alone = predict.predict([one])[0], evaluate(one.scenario)
    assert said["tpot"] == alone.base("tpot_p50")
    assert said["ttft"] == alone.base("ttft_p50")
    assert said["throughput"] == pytest.approx(alone.base("throughput_per_accelerator"))
    assert said["energy"] == alone.base("board_energy_per_output_token")
    assert said["batch_limit"] == alone.base("batch_limit")


def test_a_mean_is_compared_with_a_mean():
    one = case(tpot_ms_median=None, tpot_ms_mean="9")
    assert predict.predict([one])[0]["tpot"] == evaluate(one.scenario).base("tpot_mean")


def test_throughput_is_that_of_all_replicas_together():
    alone, four = cases({}, {"n_devices": "4", "concurrency_or_batch": "64"})
    assert four.replicas == 4
    said = predict.predict([alone, four])
    assert said["throughput"][1] == pytest.approx(4 * said["throughput"][0])
    assert said["tpot"][1] == said["tpot"][0]


def test_a_batch_predicts_altered_records_again_without_touching_its_own():
    batch = predict.Batch(cases({}, {"concurrency_or_batch": "64"}))
    before = batch.predict()
    slower = batch.records.copy()
    slower["stack"]["step_time"] += 1e-3
    assert (batch.predict(slower)["tpot"] > before["tpot"] + 0.9e-3).all()
    assert batch.predict().tobytes() == before.tobytes()


def test_thousands_of_points_are_predicted_in_a_tenth_of_a_second():
    batch = predict.Batch([case()] * 8000)
    batch.predict()
    # The best of some, for other tests may run beside this one.
    assert min(timeit.repeat(batch.predict, number=1, repeat=5)) < 0.2


def test_a_point_the_engine_holds_impossible_is_told_with_the_limit():
    one = case(model="meta-llama/Llama-3.1-405B", model_canon="")
    row = predict.predict([one])[0]
    assert np.isnan(row["tpot"])
    assert predict.refusal(row) == "memory"
    assert predict.refusal(predict.predict([case()])[0]) == ""


# verdict


@pytest.fixture(scope="module")
def verdict():
    return report.judge(
        made(
            {},
            {"concurrency_or_batch": "64", "tpot_ms_median": "12", "split": "validate"},
            {"engine": "vllm", "tpot_ms_median": "10", "split": "validate"},
            {"suspect": "MTP unlabelled", "tpot_ms_median": "4"},
            {"concurrency_or_batch": "4000", "tpot_ms_median": "60"},
            {"hardware": "Unheard-of"},
            {"model": "meta-llama/Llama-3.1-405B", "model_canon": ""},
        )
    )


def test_json_has_the_promised_keys_and_every_row_is_accounted_for(verdict):
    told = json.loads(json.dumps(report.to_json(verdict), allow_nan=False))
    assert set(told["metrics"]) <= set(MEASURES)
    assert all(set(one) == KEYS for one in told["metrics"].values())
    assert set(told["by"]) == set(report.DIMENSIONS)
    assert set(told["by"]["split"]["validate"]["tpot"]) == KEYS
    assert told["points"] == 7
    assert told["mapped"] + len(told["unmapped"]) == 7
    assert told["predicted"] + len(told["refused"]) == told["mapped"]
    rows = [told[name]["rows"] for name in ("plain", "saturated", "suspect")]
    assert sum(rows) == told["mapped"]


def test_suspect_rows_are_told_apart_and_not_in_the_headline(verdict):
    told = report.to_json(verdict)
    reasons = {one["point"]: one["reason"] for one in told["suspect"]["points"]}
    assert reasons["x3"] == "column: MTP unlabelled"
    assert told["metrics"]["tpot"]["n"] == 4
    assert told["suspect"]["column"] == 1
    assert told["suspect"]["metrics"]["tpot"]["n"] == 1


def test_saturated_rows_are_in_the_headline_and_told_apart(verdict):
    told = report.to_json(verdict)
    assert told["saturated"]["metrics"]["tpot"]["n"] == 1
    assert told["plain"]["metrics"]["tpot"]["n"] == 3
    assert verdict.standing(4) == "saturated"


def test_what_was_not_mapped_or_is_refused_is_listed_with_its_reason(verdict):
    told = report.to_json(verdict)
    assert told["unmapped"][0]["point"] == "x5"
    assert "'Unheard-of'" in told["unmapped"][0]["reason"]
    assert told["unmapped_counts"] == {"accelerator": 1}
    assert {one["point"] for one in told["refused"]} == {"x6"}


def test_a_group_scores_its_own_rows_alone(verdict):
    told = report.to_json(verdict)["by"]
    own = [verdict.predicted["tpot"][i] / m - 1 for i, m in ((1, 12e-3), (2, 10e-3))]
    assert told["split"]["validate"]["tpot"]["bias"] == pytest.approx(np.median(own))
    assert told["split"]["validate"]["tpot"]["n"] == 2
    assert "vllm-hopper" in told["engine"]


def test_text_names_groups_counts_and_what_is_left_out(verdict):
    shown = report.to_text(verdict)
    for part in ("7 points, 6 mapped", "TPOT", "split validate", "suspect, apart", "not mapped: 1", "memory"):
        assert part in shown
    assert "nan" not in shown


def test_only_keeps_the_asked_group_and_refuses_what_nobody_has():
    rows = made({}, {"split": "validate"}, {"split": "validate", "hardware": "Unheard-of"})
    kept = report.judge(rows, {"split": "validate"})
    assert (len(kept.points), len(kept.batch), len(kept.unmapped)) == (2, 1, 1)
    with pytest.raises(IsocostError, match="there are calibrate, validate"):
        report.judge(rows, {"split": "test"})
    with pytest.raises(IsocostError, match="no group 'colour'"):
        report.judge(rows, {"colour": "red"})


@pytest.mark.parametrize("wrong", ["split", "=x", "split="])
def test_a_selection_without_group_or_label_is_refused(wrong):
    with pytest.raises(IsocostError, match="GROUP=LABEL"):
        selection([wrong])


def test_a_file_of_rows_nobody_can_map_is_judged_all_the_same():
    told = report.to_json(report.judge(made({"hardware": "Unheard-of"})))
    assert told["metrics"] == {}
    assert len(told["unmapped"]) == 1


# command


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "points.csv"
    path.write_text(text({}, {"hardware": "Unheard-of"}, {"suspect": "n_devices"}), "utf-8")
    return path


def test_the_command_prints_one_json_object(file, capsys):
    assert cli.main(["validate", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["points"] == 3


def test_the_command_prints_a_table_and_writes_every_residual(file, tmp_path, capsys):
    out = tmp_path / "residuals.csv"
    assert cli.main(["validate", str(file), "--out", str(out)]) == 0
    assert "TPOT" in capsys.readouterr().out
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8"))))
    assert list(rows[0]) == list(RESIDUAL_COLUMNS)
    assert {row["metric"] for row in rows} == {"tpot", "ttft", "e2e"}
    assert {row["standing"] for row in rows} == {"plain", "suspect"}
    for row in rows:
        error = float(row["predicted"]) / float(row["measured"]) - 1
        assert float(row["error"]) == pytest.approx(error, abs=1e-5)


def test_residuals_alone_go_to_standard_output(file, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert cli.main(["validate", str(file), "--out", "-"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["metric"] for row in rows} == {"tpot", "ttft", "e2e"}
    assert not (tmp_path / "-").exists()


def test_standard_output_holds_one_thing_only(file, capsys):
    assert cli.main(["validate", str(file), "--out", "-", "--json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "leave out --json" in told.err


@pytest.mark.parametrize(
    "arguments", [["none.csv"], ["{}", "--only", "split"], ["{}", "--out", "/no/folder/x"]]
)
def test_bad_input_ends_with_two_and_one_line(file, arguments, capsys):
    assert cli.main(["validate", *(one.format(file) for one in arguments)]) == 2
    told = capsys.readouterr().err
    assert told.startswith("isocost: ")
    assert told.count("\n") == 1


# rows that ship


def test_the_points_that_ship_map_and_name_whom_they_are_owed_to():
    from importlib.resources import files

    folder = files("resources").joinpath("measured")
    shipped = points.shipped()
    assert len(shipped) > 6000
    assert len(folder.joinpath("points.csv.gz").read_bytes()) < 300_000
    owed = folder.joinpath("ATTRIBUTION.md").read_text("utf-8")
    assert {one.source for one in shipped} == {
        line.split("`")[1] for line in owed.splitlines() if line.startswith("| `")
    }
    assert not any(one.problems for one in shipped)


def test_without_a_file_the_points_that_ship_are_judged(capsys):
    assert cli.main(["validate", "--only", "source=rocm_vllm_docs", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["points"] == 180
    assert told["by"]["accelerator"].keys() == {"mi300x"}


def test_only_rows_under_a_licence_that_allows_it_are_passed_on(tmp_path):
    from resources.tools.measured_rows import build

    head = "point_id,source,source_repo,date,licence,notes,hardware,n_devices\n"
    rows = 'a,s,o/r,2025-01,Apache-2.0,"uniform in [0.8,1.0] by hand",H100,1\n'
    rows += "b,s,o/r,2025-01,CC-BY-SA-4.0 (docs),,H100,1\nc,s,o/r,2025-01,no licence in repo,,H100,1\n"
    (tmp_path / "all.csv.gz").write_bytes(gzip.compress((head + rows).encode()))
    assert build(tmp_path / "all.csv.gz", tmp_path / "out") == 1
    kept = gzip.decompress((tmp_path / "out" / "points.csv.gz").read_bytes()).decode()
    assert kept.splitlines()[1:] == ['a,s,2025-01,"uniform in [0.8,1.0]",H100,1']
    assert "| `s` | s | o/r |" in (tmp_path / "out" / "ATTRIBUTION.md").read_text("utf-8")


@pytest.mark.shared
def test_the_rows_that_ship_are_those_of_the_reference(tmp_path):
    from resources.tools.measured_rows import TARGET, build

    if not REFERENCE.is_file():
        pytest.skip("the reference library with the measured points is not beside the checkout")
    build(REFERENCE, tmp_path)
    for name in ("points.csv.gz", "ATTRIBUTION.md"):
        assert (tmp_path / name).read_bytes() == (TARGET / name).read_bytes(), name
