"""Rows of a sweep: all combinations, linked, one at a time; conditions; the same from the command line."""

import csv
import io
import itertools
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import cli, files
from engine.drivers import line, point, surface
from engine.drivers.grid import Axis
from engine.errors import IsocostError
from engine.metrics import METRICS
from engine.row_filter import conditions, matching
from engine.scenario import DEFAULT
from engine.sweep_plan import MODES, Plan, axis_of, axis_text

X, Y, Z = "deployment.concurrency", "workload.input_tokens", "precision.kv"
COST = "cost_per_output_token"
COLUMNS = (X, Z, "gross_margin", "tpot_p95")


def axes(*texts):
    return tuple(axis_of(key, text) for key, text in texts)


def test_all_combinations_are_a_surface_with_the_first_input_fastest():
    x, y = axes((X, "8:256:6:log"), (Y, "1000:9000:5"))
    found = Plan(DEFAULT, (x, y)).evaluate([COST, "binding"])
    grid = surface(DEFAULT, x, y).metrics
    for i, key in enumerate((COST, "binding")):
        assert np.array_equal(found[:, i].reshape(5, 6), grid[key], equal_nan=True)


def test_linked_inputs_move_together_and_one_at_a_time_alone():
    x, y = axes((X, "8; 16; 32"), (Y, "1000; 2000; 4000"))
    linked = Plan(DEFAULT, (x, y), "linked")
    assert linked.values(np.arange(3)).tolist() == [[8, 1000], [16, 2000], [32, 4000]]
    single = Plan(DEFAULT, (x, y), "single")
    now = [DEFAULT.number(X), DEFAULT.number(Y)]
    assert single.values(np.arange(6)).tolist() == [
        [8, now[1]], [16, now[1]], [32, now[1]], [now[0], 1000], [now[0], 2000], [now[0], 4000],
    ]  # fmt: skip
    assert np.array_equal(single.evaluate([COST])[:3, 0], line(DEFAULT, x).metrics[COST])


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(sorted(MODES)), st.integers(0, 26), st.permutations([X, Y, Z]))
def test_a_row_evaluates_the_scenario_it_stands_for(mode, row, order):
    texts = {X: "8; 60; 300", Y: "900; 3000; 20000", Z: ""}
    plan = Plan(DEFAULT, axes(*((key, texts[key]) for key in order)), mode)
    row %= plan.count
    figures = plan.evaluate(list(METRICS), np.array([row]))[0]
    here = point(plan.scenario_of(row))
    assert np.array_equal(figures, [here.base(key) for key in METRICS], equal_nan=True)


def test_rows_move_a_tier_by_itself_and_tiers_that_inherit():
    service = files.load_builtin("two-tier-service").scenario
    for key in ("workload.output_tokens", "tier2.deployment.concurrency"):
        plan = Plan(service, axes((key, "100:400:3")))
        found = plan.evaluate(["cost_per_request"])[:, 0]
        alone = [point(plan.scenario_of(row)).base("cost_per_request") for row in range(3)]
        assert np.array_equal(found, alone, equal_nan=True)
        assert np.isfinite(found).any()


def test_three_inputs_visit_every_combination_once():
    plan = Plan(DEFAULT, axes((X, "8:64:4"), (Y, "1000:4000:3"), (Z, "fp8, bf16")))
    values = {tuple(v) for v in plan.values(np.arange(plan.count)).tolist()}
    assert len(values) == plan.count == 24
    assert plan.inputs(23)[Z] == "bf16"


@pytest.mark.parametrize(
    ("texts", "mode", "said"),
    [
        (((X, "8:64:4"), (Y, "1:9:3")), "linked", "equally many values: Concurrent sequences 4, Context"),
        (((X, "8:64:4"), (X, "8:64:5")), "product", "swept twice"),
        (((X, "8:64:1001"), (Y, "1:9:1000")), "product", "1,001,000 points; the most is 1,000,000"),
        (((X, "8:64:4"),), "zip", "choose product, linked, single"),
    ],
)  # fmt: skip
def test_a_sweep_that_cannot_be_is_refused_with_the_reason(texts, mode, said):
    with pytest.raises(IsocostError, match=said):
        Plan(DEFAULT, axes(*texts), mode)


@pytest.mark.parametrize(
    ("key", "text", "nodes"),
    [
        (X, "8, 16, 32", [8, 16, 32]),
        (X, "32; 8", [32, 8]),
        ("accelerator.rent", "2.6 $/h; 1900 $/month", [2.6, 1900 * 12 / 8760]),
        ("workload.cached_share", "10%, 40%", [0.1, 0.4]),
        (X, "8:32:3:linear", [8, 20, 32]),
        ("deployment.tensor_parallel", "1:8:4:linear", [1, 3, 6, 8]),
    ],
)
def test_values_are_read_as_they_are_written(key, text, nodes):
    assert axis_of(key, text).values == pytest.approx(nodes, rel=1e-3)


@pytest.mark.parametrize("text", ["8:512:24:log", "8:512:7:linear", "32, 8", "8, 9, 30"])
def test_the_text_of_an_axis_reads_as_that_axis(text):
    axis = axis_of(X, text)
    assert np.allclose(axis_of(X, axis_text(axis)).values, axis.values, rtol=1e-11)
    choice = Axis.soft(Z, 3)
    assert np.array_equal(axis_of(Z, axis_text(choice)).values, choice.values)


@pytest.mark.parametrize("text", ["8:4:3", "8:x:3", "8 to 9", "0", "much", "8:9"])
def test_values_that_cannot_be_are_refused_by_name(text):
    with pytest.raises(IsocostError) as caught:
        axis_of(X, text)
    assert X in str(caught.value) or "Concurrent sequences" in str(caught.value)


def test_a_sweep_can_be_stopped_and_tells_how_far_it_is():
    plan = Plan(DEFAULT, axes((X, "8:256:100:log"), (Y, "1000:9000:100")))
    told = []
    assert plan.evaluate([COST], None, lambda: len(told) > 2, told.append) is None
    told.clear()
    assert plan.evaluate([COST], None, progress=told.append).shape == (10_000, 1)
    assert max(told) == 10_000


# conditions ----------------------------------------------------------------------------------


def test_conditions_are_read_in_the_units_on_screen():
    margin, late = conditions("gross margin > 20% and TPOT p95 <= 40 ms", COLUMNS)
    assert (margin.key, margin.sign, margin.value) == ("gross_margin", ">", pytest.approx(0.2))
    assert (late.key, late.value) == ("tpot_p95", pytest.approx(0.040))
    assert conditions("margin > 20", COLUMNS)[0].value == pytest.approx(0.2)
    assert conditions("margin > 0,5", COLUMNS, ",")[0].value == pytest.approx(0.005)
    assert conditions("kv = fp8 & infeasible", COLUMNS)[1].key == "feasible"


def test_conditions_choose_exactly_the_rows_that_meet_them():
    plan = Plan(DEFAULT, axes((X, "8:512:20:log"), (Z, "")))
    figures = plan.evaluate(["tpot_p95", "feasible"])
    inputs = plan.values(np.arange(plan.count))
    values = {X: inputs[:, 0], Z: inputs[:, 1], "tpot_p95": figures[:, 0], "feasible": figures[:, 1]}
    kept = matching(conditions("tpot < 40 and feasible and kv != bf16", COLUMNS), values, plan.count)
    for row in range(plan.count):
        one = plan.scenario_of(row)
        here = point(one)
        assert kept[row] == (here.feasible and here.base("tpot_p95") < 0.040 and one.get(Z) != "bf16")
    assert 0 < kept.sum() < plan.count


def test_a_row_without_a_figure_meets_no_condition():
    found = conditions("margin != 5%", COLUMNS)
    assert matching(found, {"gross_margin": np.array([np.nan, 0.1])}, 2).tolist() == [False, True]


@pytest.mark.parametrize(
    ("text", "said"),
    [("margin", "no condition"), ("nothing > 3", "no column is called"), ("margin > x", "not a number"),
     ("kv = fp3", "not one of"), ("o > 3", "may be Concurrent"), ("margin > 1 to 2", "range")],
)  # fmt: skip
def test_a_condition_that_cannot_be_read_says_what_may_be_written(text, said):
    with pytest.raises(IsocostError, match=said):
        conditions(text, COLUMNS)


# the command ---------------------------------------------------------------------------------


def rows_of(capsys, *argv):
    assert cli.main(["sweep", *argv, "--out", "-"]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


@pytest.mark.parametrize("mode", sorted(MODES))
def test_the_command_gives_the_rows_of_the_plan(capsys, mode):
    texts = {"--x": f"{X}=8:64:3:log", "--y": f"{Y}=1000:9000:3", "--z": f"{Z}=fp8,bf16,fp4"}
    argv = list(itertools.chain.from_iterable(texts.items()))
    rows = rows_of(capsys, *argv, "--mode", mode, "--metric", COST, "--metric", "binding")
    order = [axis_of(text.partition("=")[0], text.partition("=")[2]) for text in texts.values()]
    plan = Plan(files.resolve().scenario, tuple(order), mode)
    figures = plan.evaluate([COST])
    assert len(rows) == plan.count == {"product": 27, "linked": 3, "single": 9}[mode]
    for row, found in enumerate(rows):
        inputs = plan.inputs(row)
        assert float(found[f"{X} [seqs]"]) == inputs[X]
        assert found[Z] == inputs[Z]
        cost = found[f"{COST} [$/M tokens]"]
        shown = figures[row, 0] * METRICS[COST].shown(1.0)
        assert (float(cost) if cost else np.nan) == pytest.approx(shown, rel=1e-12, nan_ok=True)


def test_the_command_writes_rows_as_json_with_what_made_them(capsys, tmp_path):
    out = tmp_path / "rows.json"
    argv = ["sweep", "--x", f"{X}=8; 16; 64", "--y", f"{Y}=1000:9000:3", "--mode", "linked", "--metric", COST]
    assert cli.main([*argv, "--out", str(out)]) == 0
    assert "3 points" in capsys.readouterr().out
    found = json.loads(out.read_text("utf-8"))
    assert found["columns"][X] == [8, 16, 64]
    assert found["metadata"]["axes"] == [X, Y]


def test_linked_inputs_of_unequal_length_are_one_line_and_status_2(capsys):
    status = cli.main(["sweep", "--x", f"{X}=8:64:3", "--y", f"{Y}=1:9:4", "--mode", "linked", "--out", "-"])
    said = capsys.readouterr().err
    assert status == 2
    assert "equally many values" in said
    assert len(said.strip().splitlines()) == 1
