import json
import math
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from engine import cli, files
from engine.command_inputs import with_setting
from engine.drivers import point
from engine.errors import IsocostError
from engine.metrics import METRICS, SITUATIONAL
from engine.parameters import GROUPS, SPECS
from engine.scenario import Scenario, Uncertainty
from engine.units import UNITS, convert

REQUIRED = [
    "cost_per_output_token", "cost_per_input_token", "cost_per_request", "cost_per_user_month",
    "price_per_request", "margin_per_request", "gross_margin", "breakeven_price", "ttft_mean", "ttft_p95",
    "tpot_mean", "tpot_p95",
    "throughput_per_accelerator", "utilization", "accelerators", "replicas", "energy_per_response", "power",
    "batch", "feasible", "binding",
]  # fmt: skip
IMPOSSIBLE = ["--set", "workload.input_tokens=9000000"]


def answer(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    status = cli.main(argv)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def evaluated(capsys: pytest.CaptureFixture[str], *argv: str) -> dict[str, Any]:
    status, out, err = answer(capsys, "evaluate", *argv, "--json")
    assert err == ""
    assert status == (0 if '"feasible": {\n    "unit": "1",\n    "value": true' in out else 1)
    found: dict[str, Any] = json.loads(out, parse_constant=pytest.fail)
    return found


# evaluate ---------------------------------------------------------------------------------------------


def test_evaluate_tells_every_metric_with_its_unit(capsys: pytest.CaptureFixture[str]) -> None:
    found = evaluated(capsys)
    assert found["name"] == files.resolve().scenario.name
    assert set(REQUIRED) <= METRICS.keys() <= found.keys()
    result = point(files.resolve().scenario)
    for key, metric in METRICS.items():
        assert found[key]["unit"] == metric.unit
        if key in SITUATIONAL and found[key]["value"] is None:
            assert math.isnan(result.base(key))
        elif metric.codes is None and key != "feasible":
            assert found[key]["value"] * UNITS[metric.unit].factor == pytest.approx(
                result.base(key), rel=1e-12
            )
    assert found["feasible"]["value"] is True
    assert found["binding"] == {"label": "nothing", "unit": "1", "value": "none"}
    assert 0 < found["utilization"]["value"] < 1
    assert found["scenario"]["inputs"].keys() == SPECS.keys()


BURSTS = ("--set", "workload.burstiness=2", "--set", "deployment.load=share")


def test_a_closed_form_that_is_off_is_told_where_its_figures_are(capsys: pytest.CaptureFixture[str]) -> None:
    late = ("evaluate", *BURSTS, "--set", "deployment.load_share=0.9")
    said = json.loads(answer(capsys, *late, "--json")[1])
    assert said["ttft_p95"]["trusted"] is False
    assert said["ttft_p95"]["closed_form_error"] < -0.12
    assert "closed_form_error" not in said["ttft_p99"]
    assert said["ttft_p99"]["trusted"] is False
    assert "trusted" not in said["power"]
    (note,) = said["notes"]
    assert "too short here; `isocost simulate` tells" in note
    assert f"  {note}" in answer(capsys, *late)[1].splitlines()


def test_a_closed_form_that_holds_is_trusted_without_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    said = json.loads(answer(capsys, "evaluate", "fraud-triage", "--json")[1])
    assert said["notes"] == []
    assert said["ttft_p95"]["trusted"] is True
    assert abs(said["ttft_p95"]["closed_form_error"]) <= 0.12


def test_of_loads_that_nobody_compared_no_trust_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    said = json.loads(answer(capsys, "evaluate", "--set", "deployment.load=closed", "--json")[1])
    assert said["notes"] == []
    assert not any("trusted" in told for told in said.values() if isinstance(told, dict))


def test_an_infeasible_scenario_answers_no_with_its_cause(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = answer(capsys, "evaluate", *IMPOSSIBLE, "--json")
    found = json.loads(out)
    assert (status, err) == (1, "")
    assert found["feasible"]["value"] is False
    assert found["binding"]["value"] == "memory"
    assert found["cost_per_output_token"] == {"unit": "$/M tokens", "value": None}
    assert found["cause"]
    for cure in found["cures"]:
        again = evaluated(
            capsys, *IMPOSSIBLE, *(f"--set={key}={value}" for key, value in cure["changes"].items())
        )
        assert again["feasible"]["value"] is True
        assert again["cost_per_request"]["value"] == pytest.approx(cure["cost_per_request"])
    status, out, err = answer(capsys, "evaluate", *IMPOSSIBLE)
    assert (status, err) == (1, "")
    assert "infeasible: " in out
    assert out.count("  cure: ") == len(found["cures"])
    assert "nan" not in out.lower().split()


def test_evaluate_prints_a_table_of_every_metric(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = answer(capsys, "evaluate")
    assert (status, err) == (0, "")
    assert all(f"  {metric.label}" in out for metric in METRICS.values())
    assert all(title in out for title in ("DEMAND", "MONEY", "LIMITS"))
    assert max(map(len, out.splitlines())) < 120


def test_a_file_and_a_scenario_in_it_can_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "two.isocost"
    cheap = Scenario(name="cheap").with_value("accelerator.rent", 1.0)
    files.save(path, files.Project((Scenario(name="dear"), cheap)))
    dear = evaluated(capsys, str(path))
    assert dear["name"] == "dear"
    for which in ("cheap", "2"):
        found = evaluated(capsys, str(path), "--scenario", which)
        assert found["name"] == "cheap"
        assert found["cost_per_request"]["value"] < dear["cost_per_request"]["value"]
    status, _, err = answer(capsys, "evaluate", str(path), "--scenario", "3")
    assert status == 2
    assert "it has dear, cheap" in err


@pytest.mark.parametrize(
    ("setting", "key", "value"),
    [
        ("accelerator.rent=1900 $/month", "accelerator.rent", convert(1900, "$/month", "$/h")),
        ("accelerator.rent = $3", "accelerator.rent", 3.0),
        ("workload.cached_share=0.25", "workload.cached_share", 0.25),
        ("workload.cached_share=25%", "workload.cached_share", 0.25),
        ("workload.input_tokens=12k", "workload.input_tokens", 12000.0),
        ("workload.input_tokens==3*1000", "workload.input_tokens", 3000.0),
        ("precision.kv=bf16", "precision.kv", "bf16"),
    ],
)
def test_set_takes_values_as_typed(setting: str, key: str, value: float | str) -> None:
    assert with_setting(Scenario(), setting).values[key] == value


def test_set_of_a_range_notes_the_uncertainty() -> None:
    scenario = with_setting(Scenario(), "accelerator.rent=2 to 4.5 $/h")
    assert scenario.number("accelerator.rent") == pytest.approx(3.0)
    assert scenario.annotation("accelerator.rent").uncertainty == Uncertainty(2.0, 4.5)


def test_set_of_a_part_fills_its_group(capsys: pytest.CaptureFixture[str]) -> None:
    plain, scenario = evaluated(capsys), Scenario()
    changed = with_setting(scenario, "accelerator.part=h200-sxm")
    assert changed.get("accelerator.part") == "h200-sxm"
    assert changed.number("accelerator.memory") == pytest.approx(141)
    found = evaluated(capsys, "--set", "accelerator.part=h200-sxm", "--set", "accelerator.rent=1 $/h")
    assert found["kv_memory"]["value"] > plain["kv_memory"]["value"]
    assert found["scenario"]["inputs"]["accelerator.rent"]["value"] == 1.0


@pytest.mark.parametrize("group", [entry for entry in GROUPS if entry.catalog], ids=lambda entry: entry.key)
def test_every_group_of_parts_can_be_set(group: Any) -> None:
    from engine import catalog

    for ident in list(catalog.load(group.catalog))[:3]:
        assert with_setting(Scenario(), f"{group.key}.part={ident}").get(f"{group.key}.part") == ident


def test_a_converted_file_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own.isocost"
    files.save(path, files.Project((Scenario(name="own"),)))
    text = path.read_text("utf-8").replace(
        '{"unit": "$/h", "value": 2.6}', '{"unit": "$/month", "value": 1898}'
    )
    path.write_text(text, "utf-8")
    assert "accelerator.rent 1898 $/month is 2.6 $/h" in " ".join(evaluated(capsys, str(path))["report"])


# bad input --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "text"),
    [
        ([], "COMMAND"),
        (["frobnicate"], "evaluate"),
        (["evaluate", "--bogus"], "--bogus"),
        (["evaluate", "nosuch.isocost"], "there is no file or scenario nosuch.isocost"),
        (["evaluate", "enterprise-asistant"], "did you mean enterprise-assistant"),
        (["evaluate", "."], "is a folder"),
        (["evaluate", "--set", "rent"], "write KEY=VALUE"),
        (["evaluate", "--set", "rent=3"], "did you mean accelerator.rent"),
        (["evaluate", "--set", "accelerator.rent="], "write KEY=VALUE"),
        (["evaluate", "--set", "accelerator.rent=cheap"], "accelerator.rent: 'cheap' is not a number"),
        (["evaluate", "--set", "accelerator.rent=3 kg"], "kg does not measure money/time"),
        (["evaluate", "--set", "accelerator.rent=-3"], "Rent must be between 0 $/h and 1,000 $/h"),
        (
            ["evaluate", "--set", "workload.cached_share=55"],
            "Input from cache must be between 0 % and 99.9 %",
        ),
        (["evaluate", "--set", "model.layers=80.5"], "whole number"),
        (["evaluate", "--set", "precision.kv=fp3"], "is not one of bf16, fp8, fp4"),
        (["evaluate", "--set", "accelerator.part=h1000"], "h1000"),
        (["sweep", "--x", "accelerator.rent=1:4:5"], "--out"),
        (["sweep", "--x", "accelerator.rent=1:4", "--out", "-"], "LOW:HIGH:N"),
        (["sweep", "--x", "accelerator.rent=1:4:5:cubic", "--out", "-"], "LOW:HIGH:N"),
        (["sweep", "--x", "accelerator.rent=4:1:5", "--out", "-"], "must rise"),
        (["sweep", "--x", "accelerator.rent=0:4:5:log", "--out", "-"], "above 0"),
        (["sweep", "--x", "accelerator.rent=1:4000:5", "--out", "-"], "Rent must be between"),
        (["sweep", "--x", "accelerator.rent=1:4:1", "--out", "-"], "number of points"),
        (["sweep", "--x", "accelerator.rent=1:4:9999999", "--out", "-"], "number of points"),
        (["sweep", "--x", "accelerator.part", "--out", "-"], "cannot be swept"),
        (["sweep", "--x", "accelerator.rent=1:4:5", "--metric", "cost", "--out", "-"], "did you mean"),
        (["sweep", "--x", "accelerator.rent=1:4:5", "--out", "table.xls"], "must end in .csv"),
        (["sweep", "--x", "accelerator.rent=1:4:5", "--out", "no/such/f.csv"], "the folder does not exist"),
        (
            ["sweep", "--x", "accelerator.rent=1:4:5", "--y", "accelerator.rent=1:4:5", "--out", "-"],
            "both axes",
        ),
        (["import-model"], "CONFIG.json"),
        (["import-model", "nosuch.json"], "nosuch.json"),
        (["catalog", "spoons"], "spoons"),
    ],
)
def test_bad_input_is_answered_in_one_line(
    argv: list[str],
    text: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = answer(capsys, *argv)
    assert (status, out) == (2, "")
    assert err.startswith("isocost: ")
    assert text in err
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_broken_file_is_answered_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "cut.isocost"
    path.write_bytes(files.to_bytes(files.Project((Scenario(),)))[:3000])
    status, out, err = answer(capsys, "evaluate", str(path))
    assert (status, out) == (2, "")
    assert err.startswith("isocost: cut.isocost: line ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "argv", [["--help"], ["evaluate", "--help"], ["sweep", "--help"], ["import-model", "-h"]]
)
def test_help_is_an_answer(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = answer(capsys, *argv)
    assert (status, err) == (0, "")
    assert "usage: isocost" in out


def run_python(code: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        capture_output=True,
        timeout=120,
        check=False,
    )


def test_help_and_catalogue_start_without_the_compiler() -> None:
    heavy = "any(m in sys.modules for m in ('numba', 'PySide6'))"
    for argv in (["--help"], ["sweep", "--help"], ["catalog", "workload"]):
        code = f"import sys; from engine import cli; cli.main({argv!r}); sys.exit({heavy})"
        done = run_python(code)
        assert done.returncode == 0, done.stderr


def test_a_reader_that_leaves_is_no_trouble() -> None:
    command = [sys.executable, "-m", "engine.cli", "sweep", "--x", "accelerator.rent=1:4:2000", "--out", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().startswith(b"accelerator.rent [$/h],")
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(120) == 0


def test_a_terminal_that_knows_only_ascii_gets_an_answer() -> None:
    code = "import sys; from engine import cli; sys.exit(cli.main(['evaluate']))"
    done = run_python(code, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")


# catalog, import-model --------------------------------------------------------------------------------


def test_the_catalogue_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    for argv in (["catalog"], ["catalog", "accelerator"]):
        status, out, err = answer(capsys, *argv)
        assert (status, err) == (0, "")
        assert "accelerator" in out if len(argv) == 1 else "h100-sxm" in out
        status, out, err = answer(capsys, *argv, "--json")
        assert (status, err) == (0, "")
        assert json.loads(out, parse_constant=pytest.fail)


def test_a_model_is_imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = {
        "architectures": ["LlamaForCausalLM"],
        "hidden_size": 4096,
        "intermediate_size": 14336,
        "model_type": "llama",
        "num_attention_heads": 32,
        "num_hidden_layers": 32,
        "num_key_value_heads": 8,
        "tie_word_embeddings": False,
        "torch_dtype": "bfloat16",
        "vocab_size": 128256,
    }
    path = tmp_path / "config.json"
    path.write_text(json.dumps(config), "utf-8")
    status, out, err = answer(capsys, "import-model", str(path), "--context", "8192", "--json")
    assert (status, err) == (0, "")
    found = json.loads(out)
    assert found["parameters_total"] == pytest.approx(8.03e9, rel=0.01)
    assert found["kv_bytes_per_token"] == pytest.approx(131072)
    assert {"parameters_active", "weight_bytes", "state_bytes_per_sequence", "warnings"} <= found.keys()
    status, out, err = answer(capsys, "import-model", str(path))
    assert (status, err) == (0, "")
    assert out


def test_an_error_of_many_lines_is_told_in_one() -> None:
    assert cli._one_line(IsocostError("first\n  second\n")) == "first; second"


def test_no_metric_is_told_as_nan(capsys: pytest.CaptureFixture[str]) -> None:
    found = evaluated(capsys, *IMPOSSIBLE)
    assert all(v["value"] is None or v["value"] == v["value"] for v in (found[key] for key in METRICS))
    assert not any(isinstance(found[k]["value"], float) and math.isinf(found[k]["value"]) for k in METRICS)
