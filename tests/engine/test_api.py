"""The engine from a script: the page of examples, and what is on screen told as a script and a command."""

import ast
import contextlib
import doctest
import io
import json
import math
import re
import shlex
from pathlib import Path

import numpy as np
import pytest

from engine import api, catalog, files
from engine.cli import main
from engine.drivers import Axis, line, point, surface
from engine.errors import IsocostError
from engine.metrics import METRICS
from engine.scenario import DEFAULT, Doubt, Uncertainty
from engine.share import questions
from engine.share.questions import EVALUATE, command_line, nodes_text, script
from engine.share.recipe import recipe
from engine.sweep_plan import axis_of
from engine.units import UNITS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "notebook.md"


def ran(text, **given):
    """Run a script as a notebook would; return its names."""
    names = dict(given)
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(text, "script", "exec"), names)
    return names


def asked(text, capsys):
    """Run a command line as a shell would; return status and output."""
    words = shlex.split(text, comments=True)
    assert words[0] == "isocost"
    status = main(words[1:])
    return status, capsys.readouterr().out


def same(a, b):
    return a == b or (math.isnan(a) and math.isnan(b)) or math.isclose(a, b, rel_tol=1e-12)


def test_every_example_of_the_page_gives_what_the_page_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert len(blocks) >= 10
    names, parser = {}, doctest.DocTestParser()
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    told = io.StringIO()
    for i, block in enumerate(blocks):
        test = parser.get_doctest(block, names, f"block {i + 1}", str(PAGE), 0)
        assert test.examples, block
        runner.run(test, out=told.write, clear_globs=False)
        names = test.globs
    assert runner.failures == 0, told.getvalue()


def test_everything_public_is_told_on_the_page_or_in_its_docstring():
    for name in api.__all__:
        assert getattr(api, name).__doc__, name
    page = PAGE.read_text("utf-8")
    calls = [n for n in api.__all__ if n[0].islower()]
    assert [name for name in calls if f"api.{name}(" not in page] == ["doubted"]


def test_figures_are_the_models_in_declared_units():
    case = api.scenario("code-agent")
    figures, here = api.evaluate(case), point(case)
    assert set(figures) == set(METRICS)
    assert len(figures) == len(METRICS)
    for key, metric in METRICS.items():
        base = here.base(key)
        if metric.codes is None and key != "feasible" and math.isfinite(base):
            assert figures[key] == base / UNITS[metric.unit].factor
    assert figures["binding"] == "none"
    assert figures["feasible"] is True
    assert "Code agent" in repr(figures)
    assert "no_such" not in figures
    with pytest.raises(IsocostError, match="is not a metric"):
        figures["cost_per_outputtoken"]


def test_scenario_is_read_from_whatever_carries_one(tmp_path):
    made = api.scenario("reasoning-rack", {"price.output": 3.5})
    api.save(made, tmp_path / "a.isocost")
    assert api.scenario(tmp_path / "a.isocost") == made
    with pytest.raises(IsocostError, match="there is no file or scenario"):
        api.scenario("no-such-thing")


# what is on screen --------------------------------------------------------------------------------

OWN = {"label": "My chip", "values": {
    key: {"value": figure.value, "unit": figure.unit, "source": "bench", "grade": "measured"}
    for key, figure in catalog.part("accelerator", "h200-sxm").values.items()
}}  # fmt: skip


def cases():
    rack = files.load_builtin("reasoning-rack").scenario
    yield "built in", rack
    yield "defaults", DEFAULT
    yield (
        "changed",
        rack.with_values({"price.output": 1 / 3, "accelerator.rent": 6.02e-3, "precision.kv": "bf16"}),
    )
    yield "part", catalog.apply(rack, "accelerator", "mi355x").with_value("accelerator.rent", 2.22)
    tiers = files.load_builtin("two-tier-service").scenario
    yield "tiers", tiers.with_values({"tier2.deployment.concurrency": 33, "routing.share1": 0.71})
    yield "third tier", catalog.apply(tiers.with_value("routing.tiers", 3), "model", "llama-3.1-8b", 3)
    yield "child", rack.child("Child").with_value("workload.users", 12345)


case_cases = pytest.mark.parametrize(
    ("name", "scenario"), list(cases()), ids=lambda v: v if isinstance(v, str) else ""
)


@case_cases
def test_script_makes_the_scenario_on_screen_again_to_the_last_digit(name, scenario):
    names = ran(script(scenario, EVALUATE))
    assert names["case"].values == scenario.values
    assert names["case"].tiers == scenario.tiers
    here = point(scenario)
    assert all(same(names["figures"].point.base(key), here.base(key)) for key in METRICS)


@case_cases
def test_command_gives_the_figures_on_screen(name, scenario, capsys):
    status, out = asked(command_line(scenario, EVALUATE), capsys)
    here = point(scenario)
    assert status == (0 if here.feasible else 1)
    told = json.loads(out)
    for key, metric in METRICS.items():
        base = here.base(key)
        if metric.codes is None and key != "feasible":
            value = told[key]["value"]
            assert (value is None) == (not math.isfinite(base)), key
            assert value is None or math.isclose(value, base / UNITS[metric.unit].factor, rel_tol=1e-12), key


def test_part_of_ones_own_is_told_by_its_figures_and_that_is_said(capsys):
    rack = files.load_builtin("reasoning-rack").scenario
    carried = type(rack)(name="own", values=rack.values, parts={"accelerator/my-chip": OWN})
    mine = catalog.apply(carried, "accelerator", "my-chip")
    text = script(mine, EVALUATE)
    assert text.startswith("# ")
    assert "my-chip is a part of your own" in text
    found = ran(text)["figures"].point
    here = point(mine)
    assert all(same(found.base(key), here.base(key)) for key in METRICS)


def test_script_is_short_where_little_differs_and_is_python_a_person_reads():
    scenario = files.load_builtin("code-agent").scenario.with_value("price.output", 2.5)
    text = script(scenario, EVALUATE)
    ast.parse(text)
    assert text.splitlines()[0] == "from engine import api"
    assert "'price.output': 2.5," in text
    assert len(text.splitlines()) < 12
    assert recipe(scenario).base == "code-agent"


@pytest.mark.parametrize(
    "axis",
    [
        Axis.over("accelerator.rent", 0.73, 11.1, 96),
        Axis.over("price.output", 1 / 3, 7.77, 31, log=False),
        Axis("deployment.concurrency", np.array([3.0, 7.0, 8.0]), True),
        axis_of("precision.kv", "fp8, bf16"),
        Axis("price.output", np.array([0.1 + 0.2]), False),
    ],
)
def test_axis_is_told_to_the_last_digit(axis):
    again = axis_of(axis.key, nodes_text(axis))
    assert again.values.shape == axis.values.shape
    assert np.allclose(again.values, axis.values, rtol=1e-13, atol=0.0)


def test_sweep_on_screen_is_the_same_by_script_and_by_command(capsys):
    case = files.load_builtin("code-agent").scenario.with_value("price.output", 2.22)
    x, y = Axis.over("price.output", 1.1, 9.7, 9), Axis.over("accelerator.rent", 1.0, 4.0, 7)
    asks = questions.swept((x, y), ["gross_margin", "tpot_p95"])
    table = ran(script(case, asks))["table"]
    wanted = surface(case, x, y).metrics
    assert np.allclose(table.metrics["gross_margin"], wanted["gross_margin"], rtol=1e-12, equal_nan=True)
    _, out = asked(command_line(case, asks), capsys)
    rows = [row.split(",") for row in out.splitlines()]
    assert np.allclose([float(row[2]) for row in rows[1:]], wanted["gross_margin"].ravel(), rtol=1e-12)
    one = questions.swept((x,), ["gross_margin"])
    margins = ran(script(case, one))["table"].metrics["gross_margin"]
    assert np.allclose(margins, line(case, x).metrics["gross_margin"], rtol=1e-12)


def test_doubt_on_screen_draws_the_same_samples_by_script_and_by_command(capsys):
    stated = {
        "accelerator.rent": Uncertainty(2.1234567891, 4.1, "pert", 2.6, bounds=True),
        "price.output": Uncertainty(0.61234567, 1.2),
    }
    case = files.load_builtin().scenario
    for key, spread in stated.items():
        case = case.annotate(key, uncertainty=spread)
    doubt = Doubt("soft", False, 11, (("accelerator.rent", "price.output", 0.35),))
    case = type(case)(**{**vars_of(case), "doubt": doubt})
    asks = questions.drawn("gross_margin", 512)
    names = ran(script(case, asks))
    wanted = api.montecarlo(case, "gross_margin", 512)
    assert np.allclose(names["spread"].values, wanted.values, rtol=1e-12, equal_nan=True)
    _, out = asked(command_line(case, asks), capsys)
    told = json.loads(out)["metrics"]["gross_margin"]
    assert math.isclose(told["p50"]["value"], wanted.p50, rel_tol=1e-12)
    assert math.isclose(told["p90"]["value"], wanted.p90, rel_tol=1e-12)


def vars_of(scenario):
    names = ("name", "values", "annotations", "parent", "note", "parts", "unknown", "tiers", "doubt")
    return {name: getattr(scenario, name) for name in names}


def test_goal_drivers_and_deployments_are_asked_by_command_too(capsys):
    case = files.load_builtin().scenario
    answers = ran(script(case, questions.solved("gross_margin", 0.25)))["answers"]
    _, out = asked(command_line(case, questions.solved("gross_margin", 0.25)), capsys)
    told = json.loads(out)
    assert told["metric"] == "gross_margin"
    assert len(answers) > 10
    best = ran(script(case, questions.searched("cost_per_output_token", "tpot_p95", 3)))["found"].best
    assert 1 <= len(best) <= 3
    bars = ran(script(case, questions.driven("gross_margin", 256)))["bars"]
    assert bars[0].high != bars[0].low
    path = ran(script(case, questions.AHEAD))["path"]
    assert path.years.size > 3
