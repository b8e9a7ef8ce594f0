"""`isocost montecarlo` and `isocost tornado`: text, JSON, files of samples, and messages."""

import csv
import io
import json

import numpy as np
import pytest

from engine.cli import main
from engine.doubt import sample, summary
from engine.files import from_bytes, resolve
from engine.scenario import Doubt

FEW = ["--samples", "512"]


def strict(text: str) -> dict:
    def refuse(name):
        raise AssertionError(name)

    return json.loads(text, parse_constant=refuse)


def test_text_tells_percentiles_chances_and_what_is_in_doubt(capsys):
    assert main(["montecarlo", *FEW, "--set", "accelerator.rent=pert 2 2.6 4"]) == 0
    said = capsys.readouterr().out
    for words in ("P10", "P90", "Gross margin", "above zero", "Every limit holds", "stated by you", "seed 1"):
        assert words in said
    assert "nan" not in said.lower()


def test_json_agrees_with_the_samples_and_is_the_same_for_the_same_seed(capsys):
    arguments = ["montecarlo", *FEW, "--metric", "gross_margin", "--seed", "5", "--json"]
    assert main(arguments) == 0
    first = capsys.readouterr().out
    assert main(arguments) == 0
    assert capsys.readouterr().out == first
    told = strict(first)
    samples = sample(resolve(None).scenario, 512, ("gross_margin",), seed=5)
    found = summary(samples, "gross_margin")
    assert told["metrics"]["gross_margin"]["p90"]["value"] == pytest.approx(found.p90.value)
    assert told["metrics"]["gross_margin"]["p90"]["error"] == pytest.approx(found.p90.error)
    assert told["probability"]["margin_above_zero"]["value"] == np.mean(samples.metrics["gross_margin"] > 0)
    assert list(told["metrics"]) == ["gross_margin"]
    assert {each["origin"] for each in told["inputs"]} == {"source", "model"}
    assert main([*arguments[:-2], "6", "--json"]) == 0
    assert capsys.readouterr().out != first


def test_doubt_from_the_command_line_reaches_the_samples(capsys):
    arguments = ["montecarlo", *FEW, "--doubt", "stated", "--no-model-error", "--json"]
    arguments += ["--set", "accelerator.rent=2 to 4", "--set", "price.output=0.6 to 0.9"]
    assert main([*arguments, "--correlate", "accelerator.rent,price.output=0.7"]) == 0
    told = strict(capsys.readouterr().out)
    assert {each["key"] for each in told["inputs"]} == {"accelerator.rent", "price.output"}
    assert told["correlations"] == [["accelerator.rent", "price.output", pytest.approx(0.7)]]


@pytest.mark.parametrize("ending", ["csv", "npz", "parquet"])
def test_a_file_holds_samples_seed_inputs_and_metrics(tmp_path, capsys, ending):
    out = tmp_path / f"samples.{ending}"
    arguments = ["montecarlo", "--samples", "64", "--seed", "3", "--metric", "ttft_p95", "--out", str(out)]
    assert main(arguments) == 0
    assert "64 samples" in capsys.readouterr().out
    samples = sample(resolve(None).scenario, 64, ("ttft_p95",), seed=3)
    if ending == "csv":
        rows = list(csv.DictReader(io.StringIO(out.read_text())))
        assert len(rows) == 64
        assert {row["seed"] for row in rows} == {"3"}
        found = [float(row["ttft_p95 [s]"]) for row in rows]
        rent = [float(row["accelerator.rent [$/h]"]) for row in rows if "accelerator.rent [$/h]" in row]
    elif ending == "npz":
        data = np.load(out)
        found = data["ttft_p95"]
        told = json.loads(str(data["metadata"]))
        assert told["seed"] == 3
        again = from_bytes(json.dumps(told["scenario"]).encode()).scenario
        assert again.doubt == Doubt(seed=3)
        assert again.values == resolve(None).scenario.values
        rent = []
    else:
        import pyarrow.parquet as pq

        table = pq.read_table(out)
        found = table["ttft_p95"].to_numpy()
        assert table.schema.field("ttft_p95").metadata[b"unit"] == b"s"
        rent = []
    assert found == pytest.approx(samples.metrics["ttft_p95"])
    if rent:
        assert rent == pytest.approx(samples.input("accelerator.rent"))


def test_tornado_tells_bars_indices_and_what_rests_on_guesses(capsys):
    assert main(["tornado", *FEW, "--metric", "gross_margin"]) == 0
    said = capsys.readouterr().out
    assert said.index("Rent") < said.index("Software licence")
    assert "of the spread rests on guesses" in said
    assert main(["tornado", *FEW, "--metric", "gross_margin", "--json"]) == 0
    told = strict(capsys.readouterr().out)
    assert told["bars"][0]["key"] == "accelerator.rent"
    assert sum(each["first"]["value"] for each in told["evidence"]) == pytest.approx(1.0, abs=0.1)
    assert 0.0 <= told["rests_on_guesses"] <= 1.0


def test_status_is_no_where_nothing_can_be_served(capsys):
    broken = ["--set", "deployment.tensor_parallel=1", "--set", "accelerator.memory=20"]
    assert main(["montecarlo", *FEW, *broken]) == 1
    said = capsys.readouterr().out
    assert "100.0 %" in said
    assert "memory" in said
    assert "nan" not in said.lower()
    assert main(["tornado", *FEW, "--metric", "gross_margin", *broken]) == 1
    assert "nan" not in capsys.readouterr().out.lower()
    assert main(["tornado", *FEW, "--metric", "gross_margin", "--json", *broken]) == 1
    strict(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["montecarlo", "--metric", "gross_margn"], "did you mean gross_margin"),
        (["montecarlo", "--samples", "3"], "between 8 and 4,194,304, not 3"),
        (["montecarlo", "--doubt", "wide"], "--doubt wide: choose grade, soft or stated"),
        (["montecarlo", "--seed", "-1"], "--seed -1"),
        (["montecarlo", "--out", "samples.txt"], "must end in .csv, .npz or .parquet"),
        (["montecarlo", "--doubt", "stated", "--no-model-error"], "type a range such as 3 to 6"),
        (["montecarlo", "--correlate", "accelerator.rent=1"], "write KEY,KEY=R"),
        (["montecarlo", "--correlate", "accelerator.rent,precision.kv=0.5"], "is no number"),
        (["montecarlo", "--set", "accelerator.rent=pert 2 6"], "write pert LEAST LIKELY MOST"),
        (["tornado", "--metric", "binding"], "binding is no figure"),
        (["tornado"], "--metric"),
    ],
)
def test_what_cannot_be_done_is_one_line(arguments, message, capsys):
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert message in said
    assert said.count("\n") == 1


def test_the_scenario_says_what_the_command_line_leaves_open(capsys, tmp_path):
    import dataclasses

    from engine.files import Project, save

    scenario = dataclasses.replace(resolve(None).scenario, doubt=Doubt("soft", False, 9))
    save(tmp_path / "a.isocost", Project((scenario,)))
    assert main(["montecarlo", str(tmp_path / "a.isocost"), *FEW, "--json"]) == 0
    told = strict(capsys.readouterr().out)
    assert (told["seed"], told["doubt"]) == (9, {"spread": "soft", "model": False})
