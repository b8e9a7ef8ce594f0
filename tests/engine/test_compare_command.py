"""`isocost compare`: what it prints, its JSON, and its exit status."""

import json
import math

import pytest

from engine import files
from engine.cli import main
from engine.files import Project
from engine.metrics import METRICS

ASSISTANT = "enterprise-assistant"


def run(capsys, *arguments):
    status = main(["compare", *arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def told(capsys, *arguments):
    status, out, err = run(capsys, *arguments, "--json")
    assert err == ""
    return status, json.loads(out)


def test_two_scenarios_that_differ_in_three_inputs(capsys):
    settings = ("accelerator.rent=3", "precision.kv=bf16", "workload.users=30000")
    status, found = told(capsys, ASSISTANT, *(word for s in settings for word in ("--set", s)))
    assert status == 1
    assert [row["key"] for row in found["inputs"]] == ["workload.users", "precision.kv", "accelerator.rent"]
    assert found["inputs"][2]["values"] == [2.6, 3.0]
    assert found["inputs"][2]["role"] == "price"
    bridge = found["bridge"]
    assert bridge["metric"] == "cost_per_output_token"
    assert bridge["unit"] == "$/M tokens"
    assert bridge["exact"] is True
    assert math.fsum(step["value"] for step in bridge["steps"]) == pytest.approx(
        bridge["to"] - bridge["from"], abs=1e-9
    )
    assert math.fsum(bridge["roles"].values()) == pytest.approx(bridge["difference"], abs=1e-9)
    values = found["metrics"]["cost_per_output_token"]["values"]
    assert (values[0]["value"], values[1]["value"]) == (bridge["from"], bridge["to"])
    assert values[1]["difference"] == pytest.approx(bridge["difference"])
    assert values[1]["low"] < values[1]["value"] < values[1]["high"]
    assert set(found["metrics"]) == set(METRICS)


def test_the_order_of_settings_makes_no_difference(capsys):
    settings = [
        "--set",
        "accelerator.rent=3",
        "--set",
        "deployment.concurrency=24",
        "--set",
        "price.output=1",
    ]
    _, one = told(capsys, ASSISTANT, *settings)
    _, other = told(capsys, ASSISTANT, *settings[4:], *settings[2:4], *settings[:2])
    assert one["bridge"] == other["bridge"]


def test_equal_scenarios_end_with_0_and_have_no_steps(capsys):
    status, found = told(capsys, ASSISTANT, ASSISTANT)
    assert status == 0
    assert found["differs"] is False
    assert found["inputs"] == []
    assert found["bridge"]["steps"] == []
    assert found["bridge"]["difference"] == 0.0


def test_several_have_a_bridge_each_from_the_first(capsys):
    status, found = told(capsys, ASSISTANT, "own-silicon", "two-tier-service", "--metric", "gross_margin")
    assert status == 1
    assert len(found["bridges"]) == 2
    assert found["bridge"] == found["bridges"][0]
    assert {one["from"] for one in found["bridges"]} == {found["bridge"]["from"]}
    grouped = next(step for step in found["bridge"]["steps"] if len(step["keys"]) > 1 and "inside" in step)
    assert math.fsum(one["value"] for one in grouped["inside"]) == pytest.approx(grouped["value"], abs=1e-9)


def test_the_text_has_figures_rows_steps_and_whose_doing_it_is(capsys):
    status, out, _ = run(
        capsys, ASSISTANT, "--set", "accelerator.rent=3", "--set", "accelerator.part=h200-sxm"
    )
    assert status == 1
    assert "Enterprise assistant, as set" in out
    assert "INPUTS THAT DIFFER" in out
    assert "NVIDIA H200 SXM 141GB" in out
    assert "come with these parts; --all tells them" in out
    assert "decisions" in out.splitlines()[-1]
    _, every, _ = run(capsys, ASSISTANT, "--set", "accelerator.rent=3", "--all")
    assert "thesis." in every


def test_apart_makes_a_step_of_each_input(capsys):
    _, found = told(capsys, ASSISTANT, "--apart", "--set", "workload.users=3e4", "--set",
                    "workload.output_tokens=700")  # fmt: skip
    assert [step["keys"] for step in found["bridge"]["steps"]] == [
        ["workload.output_tokens"], ["workload.users"],
    ]  # fmt: skip


def test_a_scenario_that_cannot_be_served_is_told_and_not_bridged(capsys):
    status, found = told(capsys, ASSISTANT, "--set", "deployment.concurrency=4000")
    assert status == 1
    assert found["bridge"]["to"] is None
    assert found["bridge"]["steps"] == []
    assert "GB" in found["bridge"]["trouble"]
    status, out, _ = run(capsys, ASSISTANT, "--set", "deployment.concurrency=4000")
    assert "nan" not in out.lower()


def test_scenarios_of_one_file_are_compared_with_each_other(capsys, tmp_path):
    home = files.load_builtin().scenario
    child = home.child("Dear").with_value("accelerator.rent", 3.0)
    path = tmp_path / "two.isocost"
    files.save(path, Project((home, child)))
    status, found = told(capsys, str(path))
    assert status == 1
    assert found["scenarios"] == ["Enterprise assistant", "Dear"]
    _, again = told(capsys, ASSISTANT, f"{path}#Dear")
    _, numbered = told(capsys, ASSISTANT, f"{path}#2")
    assert again["inputs"] == numbered["inputs"]
    assert [row["key"] for row in again["inputs"]] == ["accelerator.rent"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((ASSISTANT,), "2 to 6 scenarios, not 1"),
        ((ASSISTANT,) * 7, "2 to 6 scenarios, not 7"),
        (("nowhere", ASSISTANT), "nowhere"),
        ((f"{ASSISTANT}#Second", "own-silicon"), "no scenario Second"),
        ((ASSISTANT, "own-silicon", "--set", "accelerator.rent=3"), "name only one"),
        ((ASSISTANT, "own-silicon", "--metric", "gros_margin"), "did you mean gross_margin"),
        ((ASSISTANT, "own-silicon", "--metric", "binding"), "not a figure"),
    ],
)
def test_what_cannot_be_compared_is_one_line(capsys, arguments, said):
    status, out, err = run(capsys, *arguments)
    assert status == 2
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
