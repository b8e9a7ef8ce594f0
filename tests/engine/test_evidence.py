"""Bands are honest, narrow only where much was measured, and follow the model where it is not linear."""

import dataclasses
import itertools
import json

import numpy as np
import pytest

from engine import catalog
from engine.drivers import point
from engine.evidence import GRADES, bands, regime_of
from engine.evidence.judgement import judge_by
from engine.evidence.table import QUANTITIES, Node, Residuals, shipped
from engine.explain import explain
from engine.formatting import format_range
from engine.metrics import METRICS, SITUATIONAL
from engine.scenario import DEFAULT
from resources.tools import build_residuals, residuals
from resources.tools.residuals import Rows
from tests.effort import Effort

CLOSED = DEFAULT.with_values({"deployment.load": "closed", "deployment.concurrency": 32.0})
REGIME = regime_of(DEFAULT)


def node(low, high, rows=100, curves=20, reach=1e5):
    return Node(rows, curves, 0.1, low, 1.0, high, (1.0, reach), (1.0, reach), (1.0, reach))


def table(**nodes):
    keys = {
        "own": "part=h100-sxm|sort=dense|precision=fp8|engine=generic|mode=closed",
        "narrow": "part=h100-sxm|sort=dense|precision=fp8|mode=closed",
        "loaded": "part=h100-sxm|mode=closed",
        "part": "part=h100-sxm",
        "family": "family=Hopper",
    }
    unseen = {"": node(0.6, 1.8), "vendor=NVIDIA|mode=closed": node(0.7, 1.5)}
    return Residuals({keys[name]: one for name, one in nodes.items()}, unseen, node(0.4, 3.0), {})


# --- grades ---------------------------------------------------------------------------------------


def grade(found, regime=REGIME, batch=16.0):
    return judge_by(found, "tpot", regime, batch)


def test_grade_falls_with_the_distance_to_what_was_measured():
    full = {"narrow": node(0.9, 1.1), "loaded": node(0.85, 1.2), "family": node(0.8, 1.3)}
    assert grade(table(**full)).grade == "measured"
    assert grade(table(loaded=full["loaded"], family=full["family"])).grade == "calibrated"
    assert grade(table(family=full["family"])).grade == "calibrated"
    assert grade(table()).grade == "transferred"
    stranger = dataclasses.replace(REGIME, part="x1", family="", vendor="Nobody")
    assert grade(table(**full), stranger).grade == "spec sheet"


def test_a_lower_grade_is_never_narrower():
    full = {"narrow": node(0.9, 1.1), "loaded": node(0.85, 1.2), "family": node(0.8, 1.3)}
    found = table(**full)
    ladder = [
        grade(found),
        grade(table(loaded=full["loaded"], family=full["family"])),
        grade(table()),
        grade(found, dataclasses.replace(REGIME, own=True, known=False)),
    ]
    assert [GRADES.index(one.grade) for one in ladder] == [0, 1, 2, 3]
    for near, far in itertools.pairwise(ladder):
        assert far.low <= near.low
        assert near.high <= far.high


@pytest.mark.parametrize("what", ["context", "batch", "devices"])
def test_leaving_the_measured_range_lowers_the_grade_and_says_so(what):
    near = dataclasses.replace(node(0.9, 1.1), **{what: (1.0, 8.0)})
    found = table(narrow=near, family=node(0.8, 1.3))
    regime = dataclasses.replace(REGIME, context=8.0, devices=8.0)
    inside = grade(found, regime, 8.0)
    far = dataclasses.replace(regime, **({what: 800.0} if what != "batch" else {}))
    outside = grade(found, far, 800.0 if what == "batch" else 8.0)
    assert (inside.grade, outside.grade) == ("measured", "calibrated")
    assert "800" in outside.basis
    assert outside.low < inside.low


def test_own_engine_speaks_before_all_engines():
    found = table(own=node(0.95, 1.05, 30), narrow=node(0.8, 1.4, 90))
    one = grade(found)
    assert (one.low, one.high) == (0.95, 1.05)
    assert one.basis.startswith("30 closed-loop points of NVIDIA H100")
    assert "dense models in FP8" in one.basis
    assert "median error of TPOT 10 %" in one.basis


# --- what regime a scenario is in -----------------------------------------------------------------


def test_a_figure_changed_by_hand_is_no_measured_part_any_more():
    assert regime_of(catalog.apply(DEFAULT, "accelerator", "h100-sxm")).known
    faster = catalog.apply(DEFAULT, "accelerator", "h100-sxm").with_value("accelerator.bandwidth", 5.0)
    assert not regime_of(faster).known
    dearer = catalog.apply(DEFAULT, "accelerator", "h100-sxm").with_value("accelerator.rent", 9.0)
    assert regime_of(dearer).known


def test_a_part_of_ones_own_is_a_spec_sheet_however_like_a_measured_one():
    twin = catalog.part("accelerator", "h100-sxm").to_dict()
    base = catalog.apply(DEFAULT, "accelerator", "h100-sxm")
    mine = dataclasses.replace(base, parts={"accelerator/mine": {**twin, "label": "My card"}})
    mine = mine.with_value("accelerator.part", "mine")
    band = bands(mine, point(mine))["tpot_mean"]
    assert band.grade == "spec sheet"
    assert "a part of your own" in band.basis
    ours = bands(base, point(base))["tpot_mean"]
    assert band.low < ours.low
    assert band.high > ours.high


def test_regime_names_class_precision_and_load():
    moe = catalog.apply(DEFAULT, "model", "deepseek-r1").with_values(
        {"precision.experts": "fp4", "deployment.tensor_parallel": 8.0}
    )
    found = regime_of(moe)
    assert (found.sort, found.precision, found.mode, found.devices) == ("mla", "fp4", "closed", 8.0)
    assert regime_of(DEFAULT.with_value("deployment.load", "static")).mode == "static"
    assert regime_of(DEFAULT.with_value("deployment.disaggregated", "yes")).mode == "pools"


@pytest.mark.parametrize("part", ["tpu-v7", "groq-lpu1", "mi455x", "wse3"])
def test_a_part_known_by_its_data_sheet_is_told_to_be_so(part):
    small = {"deployment.concurrency": 1.0, "deployment.tensor_parallel": 8.0}
    scenario = catalog.apply(catalog.apply(DEFAULT, "model", "llama-3.1-8b"), "accelerator", part)
    scenario = scenario.with_values({**small, "accelerator.memory": 500.0})
    for key in ("tpot_mean", "cost_per_request"):
        assert bands(scenario, point(scenario))[key].grade == "spec sheet"


# --- bands ----------------------------------------------------------------------------------------


def test_every_predicted_metric_has_a_band_that_holds_it():
    result = point(DEFAULT)
    found = bands(DEFAULT, result)
    for key, metric in METRICS.items():
        if metric.codes is not None or key == "feasible":
            assert key not in found
            continue
        if key in SITUATIONAL and np.isnan(result.base(key)):
            assert key not in found
            continue
        band = found[key]
        slack = 1e-9 * abs(result.base(key))
        assert band.low - slack <= result.base(key) <= band.high + slack, key
        if not metric.rests:
            assert band.grade == "exact"
        assert band.basis


def test_cost_follows_the_time_of_the_machine_and_margin_the_cost():
    result, found = point(CLOSED), bands(CLOSED, point(CLOSED))
    speed = found["throughput_per_accelerator"]
    cost, margin = found["cost_per_request"], found["margin_per_request"]
    price = result.base("price_per_request")
    value = result.base("cost_per_request") * result.base("throughput_per_accelerator")
    # Cost times speed is what an accelerator-hour costs, as good as unmoved on a rented machine.
    assert cost.low * speed.high == pytest.approx(value, rel=1e-6)
    assert cost.high * speed.low == pytest.approx(value, rel=1e-6)
    assert margin.low == pytest.approx(price - cost.high, rel=1e-9)
    assert margin.high == pytest.approx(price - cost.low, rel=1e-9)


@pytest.mark.parametrize(
    "changes", [{}, {"finance.supply": "own"}, {"deployment.load": "replicas", "deployment.replicas": 9.0}]
)
def test_whatever_moves_with_the_machine_declares_on_what_it_rests(changes):
    scenario = DEFAULT.with_values(changes)
    slow = scenario.with_values(dict.fromkeys(("correction.decode", "correction.prefill"), 1.05))
    hot = scenario.with_value("correction.power", 1.1)
    here = point(scenario)
    for other in (point(slow), point(hot)):
        for key, metric in METRICS.items():
            if metric.codes is None and key != "feasible" and other.base(key) != here.base(key):
                assert metric.rests, f"{key} is predicted: declare on what measured quantity it rests"


def test_speed_per_user_is_the_inverse_of_tpot():
    found = bands(DEFAULT, point(DEFAULT))
    assert found["speed_per_user"].low == pytest.approx(1.0 / found["tpot_mean"].high)
    assert found["speed_per_user"].high == pytest.approx(1.0 / found["tpot_mean"].low)


def test_what_the_inputs_set_is_exact_however_uncertain_the_machine():
    band = bands(CLOSED, point(CLOSED))["batch"]
    assert (band.low, band.high, band.grade) == (32.0, 32.0, "exact")


def test_a_fleet_that_may_be_overrun_has_an_open_end():
    needed = point(DEFAULT).base("replicas")
    tight = DEFAULT.with_values(
        {"deployment.load": "replicas", "deployment.replicas": float(np.ceil(0.8 * needed))}
    )
    result = point(tight)
    assert np.isfinite(result.base("utilization"))
    band = bands(tight, result)["utilization"]
    assert np.isnan(band.low) or np.isnan(band.high)
    assert "past its capacity" in band.basis


def test_a_point_without_service_has_bands_of_its_diagnostics_only():
    broken = DEFAULT.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"})
    found = bands(broken, point(broken))
    assert "cost_per_request" not in found
    assert found["weight_bytes"].grade == "exact"


def test_own_benchmark_is_named_where_it_corrects():
    scenario = DEFAULT.with_value("correction.decode", 1.1)
    assert "benchmark of your own" in bands(scenario, point(scenario))["tpot_mean"].basis


def test_bands_cost_less_than_a_frame_of_a_drag():
    keys = ("cost_per_output_token", "gross_margin", "ttft_p95", "tpot_p95", "energy_per_response")
    result = point(DEFAULT)
    best = np.inf
    for start in range(5):
        moved = [DEFAULT.with_value("workload.input_tokens", 1000.0 + 50 * start + i) for i in range(50)]
        with Effort() as spent:
            for scenario in moved:
                found = bands(scenario, result)
                for key in keys:
                    _ = found[key]
        best = min(best, spent.seconds / 50)
    assert best < 2e-3


@pytest.mark.parametrize(
    ("key", "ends", "text"),
    [
        ("cost_per_output_token", (3.73e-6, 8.24e-6), "3.7\u20138.2"),
        ("gross_margin", (-1.03, 0.081), "\u2212103 to +8.1"),
        ("gross_margin", (0.02, 0.3), "+2 to +30"),
        ("tpot_p95", (0.0474, 0.0973), "47\u201397"),
        ("accelerators", (25.1, np.nan), "\u2265 25"),
        ("accelerators", (np.nan, 31.0), "\u2264 31"),
        ("accelerators", (8.0, 8.0), ""),
    ],
)
def test_a_range_reads_as_two_digits_without_unit(key, ends, text):
    assert format_range(*ends, METRICS[key]) == text


def test_explanation_tells_what_the_figure_rests_on():
    result = point(DEFAULT)
    root = explain(result, DEFAULT, "cost_per_request", spread=bands(DEFAULT, result))
    assert root.grade in GRADES
    assert " to $" in root.band
    assert "median error" in root.source
    rate = next(child for child in root.children if child.key == "request_rate")
    assert rate.band == ""


# --- how the table is made ------------------------------------------------------------------------


def synthetic(seed, curves=120, each=12):
    """Residuals with a part, a curve and a row effect; few groups are large, most are small."""
    rng = np.random.default_rng(seed)
    parts = rng.choice(8, curves, p=[0.4, 0.2, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05])
    own = rng.normal(0, 0.15, 8)[parts] + rng.normal(0, 0.12, curves)
    curve = np.repeat(np.arange(curves), each)
    value = own[curve] + rng.normal(0, 0.05, curve.size)
    made = [
        dataclasses.replace(REGIME, part=f"p{k}", family=f"f{k // 2}", engine=f"e{i % 3}")
        for i, k in enumerate(parts)
    ]
    regimes = tuple(made[i] for i in curve)
    return Rows(value, curve, parts[curve], regimes, np.full(curve.size, 8.0))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_four_in_five_rows_of_curves_never_seen_lie_inside(seed):
    rows = synthetic(seed, 240)
    fit, judged = rows.take(rows.curve < 120), rows.take(rows.curve >= 120)
    out = residuals.held_out(fit, residuals.folds(fit.curve))
    stretch = residuals.stretches(fit.residual, out)
    groups = residuals.groups_of(fit)
    made = np.array([residuals.band_of(groups, regime) for regime in judged.regimes])
    assert 0.70 <= residuals.inside(judged.residual, residuals.stretched(made, stretch)) <= 0.90


def test_bands_are_stretched_by_what_will_be_told_of_rows_held_out():
    rows = synthetic(6)
    # A long context for one curve in seven: beyond what its part shows elsewhere, where wider bands are told.
    far = rows.curve % 7 == 0
    regimes = tuple(
        dataclasses.replace(one, context=5e4) if long else one
        for one, long in zip(rows.regimes, far, strict=True)
    )
    rows = dataclasses.replace(rows, regimes=regimes)
    rest = {"unseen": {"": node(0.3, 3.0).to_list()}, "sheet": node(0.3, 3.0).to_list()}
    stretch, held = build_residuals.stretches("tpot", rows, rest)
    assert held == pytest.approx(residuals.INSIDE, abs=0.01)
    # Groups alone, without the wider bands told beyond what was measured, hold fewer.
    out = residuals.held_out(rows, residuals.folds(rows.curve))
    assert residuals.inside(rows.residual, residuals.stretched(out, stretch["closed"])) <= held + 1e-9


def test_a_group_of_one_curve_stays_close_to_the_one_around_it():
    rows = synthetic(4)
    groups = residuals.groups_of(rows)
    lone = [key for key, group in groups.items() if group.curves == 1 and key.startswith("part=")]
    assert lone
    every = groups[""].ends
    for key in lone:
        spread = groups[key].ends[2] - groups[key].ends[0]
        assert spread > 0.5 * (every[2] - every[0]), key


def test_more_curves_pull_a_group_further_from_the_others():
    few, many = synthetic(5, 10), synthetic(5, 200)
    for rows, share in ((few, 0.8), (many, 0.12)):
        groups = residuals.groups_of(rows, (("part",), ()))
        key = max((k for k in groups if k), key=lambda k: groups[k].curves)
        at = np.array([f"part={regime.part}" == key for regime in rows.regimes])
        own = residuals.quantiles(rows.residual[at], residuals.weights(rows.curve[at], 0.5))
        gap = np.abs(own - groups[""].ends).max()
        assert np.abs(own - groups[key].ends).max() <= share * gap + 1e-12


def test_weighted_quantiles_are_those_of_repeated_values():
    rng = np.random.default_rng(3)
    values, counts = rng.normal(size=400), rng.integers(1, 6, 400)
    ours = residuals.quantiles(values, counts.astype(float))
    assert ours == pytest.approx(np.quantile(np.repeat(values, counts), residuals.ENDS), abs=0.02)


# --- the table that ships -------------------------------------------------------------------------


def test_shipped_bands_hold_four_in_five_rows_they_never_saw():
    for quantity in QUANTITIES:
        coverage = shipped()[quantity].coverage
        if coverage and coverage["rows"][1] >= 100:
            # Energy is measured on few curves of one source; on those kept apart it happens to be better.
            assert 0.75 <= coverage["validate"] <= (0.90 if quantity == "energy" else 0.85), quantity
            assert 0.79 <= coverage["calibrate"] <= 0.83, quantity


def test_shipped_spec_sheet_band_holds_every_other_of_parts_unmeasured():
    for quantity, found in shipped().items():
        for key, other in found.unseen.items():
            assert found.sheet.low <= other.low <= 1.0 <= other.high <= found.sheet.high, (quantity, key)


def test_evaluate_tells_band_and_grade_as_json():
    from engine.evaluate_command import evaluate_json

    told = json.loads(evaluate_json(DEFAULT))
    for key, metric in METRICS.items():
        if told[key].get("value") is None:
            assert key in SITUATIONAL
        elif metric.rests and told[key]["grade"] != "exact":
            assert told[key]["low"] <= told[key]["value"] <= told[key]["high"], key
            assert told[key]["grade"] in GRADES
            assert told[key]["basis"]
    assert told["weight_bytes"]["grade"] == "exact"
    assert "low" not in told["weight_bytes"]
