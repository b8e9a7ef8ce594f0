"""Drivers agree with point evaluation at their own points."""

import json
import os
import subprocess
import sys

import numpy as np
import pytest

from engine.drivers import Axis, SurfaceJob, cause, cures, frontier, line, point, surface
from engine.drivers.fill import fill_moves, fill_rows, numbers
from engine.drivers.frontier import pareto
from engine.drivers.point import evaluate_rows
from engine.errors import ParameterError
from engine.metrics import METRICS, RECORD
from engine.scenario import DEFAULT

X = Axis.soft("deployment.concurrency", 7)
Y = Axis.soft("workload.input_tokens", 5)


def test_line_agrees_with_points():
    swept = line(DEFAULT, X)
    for i, value in enumerate(X.values):
        assert (
            point(DEFAULT.with_value(X.key, float(value))).metrics[0].tobytes() == swept.metrics[i].tobytes()
        )


def test_surface_agrees_with_points():
    s = surface(DEFAULT, X, Y)
    for j, i in ((0, 0), (4, 6), (2, 3)):
        changed = DEFAULT.with_values({X.key: float(X.values[i]), Y.key: float(Y.values[j])})
        assert point(changed).metrics[0].tobytes() == s.metrics[j, i].tobytes()


def test_sweep_over_a_choice_visits_every_option():
    axis = Axis.soft("precision.kv", 50)
    swept = line(DEFAULT, axis)
    for i, ident in enumerate(("bf16", "fp8", "fp4")):
        assert (
            point(DEFAULT.with_value("precision.kv", ident)).metrics[0].tobytes()
            == swept.metrics[i].tobytes()
        )


def test_cancelled_surface_is_none():
    assert SurfaceJob(DEFAULT, X, Y).run(lambda: True) is None


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("deployment.concurrency", 8, 8, 5), "must rise"),
        (("deployment.concurrency", 0, 8, 5), "above 0"),
        (("deployment.concurrency", 8, 64, 1), "at least 2"),
        (("deployment.concurrency", 8, 1e9, 5), "between"),
        (("accelerator.part", 1, 2, 5), "cannot be swept"),
        (("no.such", 1, 2, 5), "not a parameter"),
    ],
)
def test_bad_axis_is_refused_with_the_reason(args, words):
    with pytest.raises(ParameterError, match=words):
        Axis.over(*args)


def test_same_parameter_on_both_axes_is_refused():
    with pytest.raises(ParameterError, match="both axes"):
        surface(DEFAULT, X, X)


def test_pareto_points_are_beaten_by_none():
    first, second = np.random.default_rng(3).random((2, 60))
    best = pareto(first, second)
    for i in range(60):
        beaten = np.any(
            (first <= first[i]) & (second <= second[i]) & ((first < first[i]) | (second < second[i]))
        )
        assert best[i] == (not beaten)
    assert not pareto(np.array([np.nan]), np.array([1.0]))[0]


def test_frontier_trades_cost_against_speed():
    f = frontier(DEFAULT)
    chosen = f.line.metrics[f.best]
    order = np.argsort(chosen["tpot_p95"])
    assert np.all(np.diff(chosen["cost_per_output_token"][order]) < 0)
    assert np.all(chosen["feasible"] == 1)


def test_no_second_machine_code_appears_for_odd_layouts():
    point(DEFAULT), line(DEFAULT, X), surface(DEFAULT, X, Y)
    before = [len(k.signatures) for k in (evaluate_rows, fill_moves) if hasattr(k, "signatures")]
    odd = Axis(X.key, X.values[::2], True)
    line(DEFAULT, odd), surface(DEFAULT, odd, Axis(Y.key, Y.values.astype(np.float32), True))
    assert before == [len(k.signatures) for k in (evaluate_rows, fill_moves) if hasattr(k, "signatures")]


def test_shown_values_are_in_display_units():
    s = line(DEFAULT, X)
    assert s.shown("tpot_mean")[0] == pytest.approx(s.metrics["tpot_mean"][0] * 1e3)
    assert s.shown("gross_margin")[0] == pytest.approx(s.metrics["gross_margin"][0] * 100)
    assert METRICS["cost_per_output_token"].shown(2e-6) == pytest.approx(2.0)


INFEASIBLE = {
    "memory": {"workload.input_tokens": 200_000.0},
    "weights": {"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"},
    "tpot": {"limits.tpot": 8.0},
    "ttft": {"limits.ttft": 0.15},
}


@pytest.mark.parametrize("name", INFEASIBLE)
def test_every_cure_makes_the_point_feasible_cheapest_first(name):
    s = DEFAULT.with_values(INFEASIBLE[name])
    reason = cause(s, point(s))
    assert reason is not None
    assert any(ch.isdigit() for ch in reason.text)
    found = cures(s)
    assert found
    costs = [point(s.with_values(dict(c.changes))).base("cost_per_request") for c in found]
    assert costs == sorted(costs)
    assert all(point(s.with_values(dict(c.changes))).feasible for c in found)


def test_too_few_replicas_are_cured_by_whole_replicas_just_enough():
    s = DEFAULT.with_values({"deployment.load": "replicas", "deployment.replicas": 2.0})
    assert not point(s).feasible
    (enough,) = (
        dict(c.changes)["deployment.replicas"] for c in cures(s) if "deployment.replicas" in dict(c.changes)
    )
    assert enough == round(enough)
    assert not point(s.with_value("deployment.replicas", enough - 1.0)).feasible


def test_feasible_point_has_no_cause():
    assert cause(DEFAULT, point(DEFAULT)) is None


UNCOMPILED = """
import json
from engine.drivers import Axis, line, point, points
from engine.scenario import DEFAULT
swept = line(DEFAULT, Axis.over("workload.input_tokens", 1000.0, 30000.0, 3))
rows = points(DEFAULT.to_record())
lever = point(DEFAULT.with_values(LEVERS))
print(json.dumps([found.tolist() for found in (point(DEFAULT).metrics, swept.metrics, rows, lever.metrics)]))
"""
#: Copies of records that kernels make, and the secant for spares.
LEVERS = {
    "levers.compression": "on", "deployment.disaggregated": "yes", "deployment.prefill_tensor_parallel": 2.0,
    "reliability.redundancy": "target", "reliability.domain": "rack", "workload.users": 2e6,
}  # fmt: skip


#: A point of each way an evaluation may end.
ENDS = {
    "it serves": {},
    "too little memory": {"accelerator.memory": 8.0},
    "an impossible layout": {"deployment.tensor_parallel": 1024.0},
    "saturated": {"deployment.concurrency": 50_000.0},
    "bought tokens": {"finance.supply": "api"},
    "two tiers": {"routing.mode": "router", "routing.tiers": 2},
}


@pytest.mark.parametrize("change", ENDS.values(), ids=ENDS)
def test_every_metric_is_written_whatever_the_memory_held(change):
    scenario = DEFAULT.with_values(change)
    records = scenario.to_records()
    here = records.view(np.float64)[:1]
    found = []
    for before in (0.0, 7.7e77):
        out = np.zeros((1, 1), RECORD)
        numbers(out.reshape(-1))[:] = before
        fill_rows(records, ((0,), (0,)), here, here, out, (0, 1))
        found.append(out.tobytes())
    assert found[0] == found[1]


def test_drivers_say_the_same_where_nothing_is_compiled():
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"LEVERS = {LEVERS}" + UNCOMPILED],
        env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    plain = [np.array(rows) for rows in json.loads(done.stdout)]
    swept = line(DEFAULT, Axis.over("workload.input_tokens", 1000.0, 30000.0, 3))
    every = (point(DEFAULT), swept, point(DEFAULT), point(DEFAULT.with_values(LEVERS)))
    for found, compiled in zip(plain, every, strict=True):
        expected = np.array(compiled.metrics.tolist())
        assert found == pytest.approx(expected, rel=1e-9, nan_ok=True)
