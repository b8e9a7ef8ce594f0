"""`isocost outlook`: text, CSV and JSON of the years ahead, and messages for what cannot be done."""

import csv
import json

import numpy as np
import pytest

from engine.cli import main
from engine.files import resolve
from engine.outlook import outlook
from engine.outlook_command import signed, training_words
from engine.scenario import DEFAULT


def test_text_tells_years_layers_and_every_line(capsys):
    assert main(["outlook", "commoditised-2028"]) == 0
    said = capsys.readouterr().out
    for words in ("2026", "2032", "Merchant vendor", "[x] Inference becomes a commodity", "[ ] AMD remains"):
        assert words in said
    assert "nan" not in said.lower()


def test_csv_holds_a_row_a_year_with_units(tmp_path, capsys):
    out = tmp_path / "years.csv"
    assert main(["outlook", "--set", "outlook.years=3", "--out", str(out)]) == 0
    capsys.readouterr()
    rows = list(csv.DictReader(out.read_text().splitlines()))
    assert [row["year"] for row in rows] == ["2026.0", "2027.0", "2028.0", "2029.0"]
    path = outlook(resolve(None).scenario.with_value("outlook.years", 3.0))
    assert float(rows[-1]["margin"]) == path.margin[-1]
    assert float(rows[0]["price [$/M tokens]"]) == pytest.approx(path.price[0] * 1e6 / path.output_tokens)
    assert float(rows[2]["layer.optics [$/year]"]) == path.layers["optics"][2]


def test_json_agrees_with_the_path_and_is_strict(capsys):
    assert main(["outlook", "--set", "thesis.margin=yes", "--json"]) == 0

    def refuse(name):
        raise AssertionError(name)

    told = json.loads(capsys.readouterr().out, parse_constant=refuse)
    path = outlook(resolve(None).scenario.with_value("thesis.margin", "yes"))
    assert told["years"]["margin"] == path.margin.tolist()
    assert len(told["counter_thesis"]) == 10
    assert [e["line"] for e in told["counter_thesis"] if e["on"]] == ["margin"]
    assert len(told["fan"]) == 5
    assert set(told["units"]) == set(told["years"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--out", "years.txt"], "--out years.txt: the name must end in .csv"),
        (["--out", "no/such/folder/years.csv"], "was not written"),
        (["--set", "outlook.years=40"], "Years ahead must be between 1 and 15"),
        (["--set", "deployment.tensor_parallel=1", "--set", "precision.weights=bf16"], "can be served: "),
    ],
)
def test_what_cannot_be_done_is_one_line(arguments, message, capsys):
    assert main(["outlook", *arguments]) == 2
    said = capsys.readouterr().err
    assert message in said
    assert said.count("\n") == 1


def test_words_for_the_crossing_of_training():
    before = outlook(DEFAULT)
    assert "every year from 2026" in training_words(before, 2026.0)
    late = DEFAULT.with_values({
        "training.inference_share": 0.4, "training.growth": 0.0, "outlook.demand_growth": 0.5,
    })  # fmt: skip
    path = outlook(late)
    assert 2026.0 < path.crossover < 2029.0
    assert f"in {path.crossover:.1f}" in training_words(path, 2026.0)
    never = outlook(late.with_values({"training.growth": 3.0}))
    assert np.isnan(never.crossover)
    back = outlook(DEFAULT.with_values({"training.inference_share": 0.6, "training.growth": 1.0}))
    assert f"training overtakes that of inference in {back.training_overtakes:.1f}" in training_words(
        back, 2026.0
    )
    assert "stays below" in training_words(never, 2026.0)


def test_signed_figures_lose_their_sign_at_zero():
    assert [signed(v, 1) for v in (-0.04, 0.04, -1.25, 3.0)] == ["0.0", "0.0", "\u22121.2", "+3.0"]
