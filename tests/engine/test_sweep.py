import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine import cli, files
from engine.drivers import line, surface
from engine.drivers.grid import Axis
from engine.metrics import METRICS
from engine.sweep_command import MAX_POINTS, parse_axis

IMPOSSIBLE = ["--set", "workload.input_tokens=9000000"]


def answer(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    status = cli.main(argv)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def swept_csv(capsys: pytest.CaptureFixture[str], *argv: str) -> list[dict[str, str]]:
    status, out, err = answer(capsys, "sweep", *argv, "--out", "-")
    assert (status, err) == (0, "")
    return list(csv.DictReader(io.StringIO(out)))


def test_a_csv_line_agrees_with_the_driver(capsys: pytest.CaptureFixture[str]) -> None:
    rows = swept_csv(
        capsys, "--x", "accelerator.rent=1:4:7", "--metric", "cost_per_request", "--metric", "gross_margin"
    )
    assert list(rows[0]) == ["accelerator.rent [$/h]", "cost_per_request [$]", "gross_margin"]
    axis = Axis.over("accelerator.rent", 1, 4, 7)
    expected = line(files.resolve().scenario, axis).metrics
    assert [float(row["accelerator.rent [$/h]"]) for row in rows] == axis.values.tolist()
    assert [float(row["cost_per_request [$]"]) for row in rows] == expected["cost_per_request"].tolist()
    assert [float(row["gross_margin"]) for row in rows] == expected["gross_margin"].tolist()


def test_a_sweep_without_metrics_keeps_them_all(capsys: pytest.CaptureFixture[str]) -> None:
    rows = swept_csv(capsys, "--x", "accelerator.rent=1:4:2")
    assert [title.split(" [")[0] for title in rows[0]] == ["accelerator.rent", *METRICS]


def test_a_surface_runs_x_fastest_and_names_causes(capsys: pytest.CaptureFixture[str]) -> None:
    rows = swept_csv(
        capsys,
        "--x",
        "workload.input_tokens=1000:9000000:4:log",
        "--y",
        "precision.kv",
        "--metric",
        "binding",
        "--metric",
        "feasible",
        "--metric",
        "cost_per_output_token",
    )
    assert len(rows) == 12
    assert [row["precision.kv"] for row in rows[:5]] == ["fp4"] * 4 + ["fp8"]
    assert float(rows[1]["workload.input_tokens [tokens]"]) == pytest.approx(1000 * 9000 ** (1 / 3))
    last = rows[3]
    assert (last["binding"], last["feasible"], last["cost_per_output_token [$/M tokens]"]) == (
        "memory",
        "false",
        "",
    )
    assert rows[0]["feasible"] == "true"


def test_a_sweep_with_no_feasible_point_answers_no(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "none.csv"
    status, said, err = answer(
        capsys, "sweep", *IMPOSSIBLE, "--x", "accelerator.rent=1:4:3", "--out", str(out)
    )
    assert (status, err) == (1, "")
    assert said == f"{out}: 3 points, 0 of them feasible\n"
    assert "nan" not in out.read_text("utf-8").lower()


SURFACE = [
    "--x",
    "deployment.concurrency=1:64:6:log",
    "--y",
    "accelerator.rent=1:4:3",
    "--set",
    "finance.life=4",
]


def check_metadata(found: dict[str, Any]) -> None:
    assert found["axes"] == ["deployment.concurrency", "accelerator.rent"]
    assert found["units"]["cost_per_output_token"] == "$/M tokens"
    assert {"isocost", "python", "numpy", "numba"} <= found.keys()
    scenario = files.from_bytes(json.dumps(found["scenario"]).encode()).scenario
    assert scenario == files.resolve().scenario.with_value("finance.life", 4.0)


@pytest.fixture
def expected() -> Any:
    x, y = parse_axis("deployment.concurrency=1:64:6:log"), parse_axis("accelerator.rent=1:4:3")
    return surface(files.resolve().scenario.with_value("finance.life", 4.0), x, y)


def test_an_npz_holds_arrays_and_what_made_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], expected: Any
) -> None:
    path = tmp_path / "table.npz"
    status, said, err = answer(capsys, "sweep", *SURFACE, "--out", str(path))
    assert (status, err) == (0, "")
    assert "18 points" in said
    with np.load(path, allow_pickle=False) as found:
        assert found["deployment.concurrency"].tolist() == expected.x.values.tolist()
        assert found["cost_per_output_token"].shape == (3, 6)
        np.testing.assert_allclose(
            found["cost_per_output_token"], expected.shown("cost_per_output_token"), rtol=1e-12
        )
        assert found["feasible"].dtype == bool
        check_metadata(json.loads(str(found["metadata"])))


def test_a_parquet_holds_units_and_what_made_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], expected: Any
) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "table.parquet"
    assert answer(capsys, "sweep", *SURFACE, "--out", str(path))[0] == 0
    table = parquet.read_table(path)
    assert table.num_rows == 18
    assert table.schema.field("accelerator.rent").metadata == {b"unit": b"$/h"}
    costs = table.column("cost_per_output_token").to_numpy()
    np.testing.assert_allclose(costs, expected.shown("cost_per_output_token").ravel(), rtol=1e-12)
    check_metadata(json.loads(table.schema.metadata[b"isocost"]))


def test_a_json_table_holds_null_where_there_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "table.json"
    assert answer(capsys, "sweep", *SURFACE, *IMPOSSIBLE, "--out", str(path))[0] == 1
    found = json.loads(path.read_bytes(), parse_constant=pytest.fail)
    assert found["columns"]["cost_per_output_token"] == [None] * 18
    assert found["columns"]["feasible"] == [False] * 18


def test_parquet_without_its_library_names_the_cure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    status, _, err = answer(capsys, "sweep", *SURFACE, "--out", str(tmp_path / "table.parquet"))
    assert status == 2
    assert "pip install 'isocost[parquet]'" in err


@pytest.mark.parametrize("name", ["table.csv", "table.npz", "table.json"])
def test_the_same_sweep_gives_the_same_bytes(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / name
        assert answer(capsys, "sweep", *SURFACE, "--out", str(path))[0] == 0
        found.append(path.read_bytes())
    assert found[0] == found[1]


def test_an_axis_is_read_in_units_and_spacing() -> None:
    axis = parse_axis("accelerator.rent=730 $/month:2.9k $/month:3:linear")
    assert axis.values == pytest.approx([1.0, 2.48629, 3.97260], rel=1e-5)
    assert parse_axis("workload.cached_share=0:90%:4").values == pytest.approx([0, 0.3, 0.6, 0.9])
    assert parse_axis("deployment.concurrency=1:100:3:log").values == pytest.approx([1, 10, 100])
    assert parse_axis("deployment.concurrency").values.size > 10
    assert parse_axis("deployment.tensor_parallel=1:4:9").values.tolist() == [1, 2, 3, 4]
    assert parse_axis("precision.kv=fp8,bf16").values.tolist() == [8, 16]


def test_a_sweep_too_large_is_refused_before_it_starts(capsys: pytest.CaptureFixture[str]) -> None:
    argv = [
        "sweep",
        "--x",
        "accelerator.rent=1:4:2000",
        "--y",
        "deployment.concurrency=1:64:2000",
        "--out",
        "-",
    ]
    status, _, err = answer(capsys, *argv)
    assert status == 2
    assert f"the most is {MAX_POINTS:,}" in err
