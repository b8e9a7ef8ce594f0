"""The fit of engines' overheads: recovers what was put in, looks only at what it may, stays physical."""

import numpy as np
import pytest

from engine import catalog
from engine.parameters import SPECS
from engine.validation import mapping, points
from resources.tools import stacks
from resources.tools.overheads import judge, problem, solve

TRUE = {"step_time": 1.5, "layer_time": 30.0, "request_time": 40.0, "prompt_step_time": 4.0}


@pytest.fixture(scope="module")
def posed():
    """Closed loops of one engine among the rows that ship, TPOT as constants known here would have it."""
    found = [
        one
        for one in mapping.cases(points.shipped())[0]
        if one.regime == "closed" and one.labels["engine"] == "vllm" and "tpot" in one.measured
    ]
    made = problem.pose(found)
    records = made.batch.records.copy()
    solve.put(records, made.usable, {**solve.starts(), **TRUE})
    made.batch.measured["tpot"] = made.batch.predict(records)["tpot"]
    made.batch.measured["ttft"] = np.nan
    return made


def test_fit_finds_what_the_rows_were_made_of(posed):
    found = solve.fit(posed, posed.calibrate, solve.starts(), loose=10.0)
    records = posed.batch.records.copy()
    solve.put(records, posed.usable, found)
    off = posed.batch.predict(records)["tpot"] / posed.batch.measured["tpot"] - 1.0
    assert np.median(np.abs(off[posed.usable])) < 0.01
    assert found["layer_time"] == pytest.approx(TRUE["layer_time"], rel=0.4)


def test_rows_of_the_other_split_and_suspect_ones_are_not_looked_at(posed):
    before = solve.fit(posed, posed.calibrate, solve.starts())
    kept = posed.batch.measured["tpot"].copy()
    posed.batch.measured["tpot"][~posed.calibrate] *= 3.0
    after = solve.fit(posed, posed.calibrate, solve.starts())
    posed.batch.measured["tpot"] = kept
    assert after == before
    labels = {one.point.split for one, used in zip(posed.cases, posed.calibrate, strict=True) if used}
    assert labels == {"calibrate"}
    assert not any(one.point.suspect for one, used in zip(posed.cases, posed.calibrate, strict=True) if used)


def test_without_rows_an_engine_keeps_its_forebears_constants(posed):
    nothing = np.zeros(len(posed.cases), bool)
    assert solve.fit(posed, nothing, solve.starts()) == solve.starts()


def test_every_long_curve_counts_alike(posed):
    weight = problem.curve_weights(posed, posed.calibrate)
    assert (weight[~posed.calibrate] == 0.0).all()
    for curve in np.unique(posed.curve[posed.calibrate]):
        rows = posed.calibrate & (posed.curve == curve)
        if rows.sum() >= 5:
            assert np.sum(weight[rows] ** 2) == pytest.approx(1.0)


def test_what_models_have_in_common_is_not_drawn_from_the_one_of_most_curves(posed):
    plain = problem.curve_weights(posed, posed.calibrate)
    drawn = problem.curve_weights(posed, posed.calibrate, by_model=True)
    many = 0
    for model in np.unique(posed.architecture[posed.calibrate]):
        rows = posed.calibrate & (posed.architecture == model)
        curves = np.sum(plain[rows] ** 2)
        many += curves > 1.0
        assert np.sum(drawn[rows] ** 2) == pytest.approx(min(curves, np.sqrt(curves)))
        assert drawn[rows] / drawn[rows].max() == pytest.approx(plain[rows] / plain[rows].max())
    assert many


def test_releases_of_one_architecture_are_one_model():
    found = [one for one in mapping.cases(points.shipped())[0] if one.labels["model"].startswith("deepseek-")]
    made = problem.pose(found)
    assert {"deepseek-v3", "deepseek-r1"} <= set(made.model)
    assert set(made.architecture) == {"deepseek"}


def test_narrow_weights_are_expected_to_be_read_as_fast_as_wide_ones():
    begin, timed = solve.starts(), catalog.part("accelerator", "b200-sxm").values
    for constant, product in (
        ("dense_time_fp8", "gemm"),
        ("expert_time_fp8", "moe"),
        ("expert_time_fp4", "moe"),
    ):
        narrow = timed[f"efficiency.{product}_memory_{constant[-3:]}"].value
        wide = timed[f"efficiency.{product}_memory_bf16"].value
        assert narrow / begin[constant] == pytest.approx(wide, rel=0.05), constant


def test_a_curve_is_in_one_fold_whoever_measured_it(posed):
    folds = {}
    for one in posed.cases:
        key = (one.labels["accelerator"], one.point.model_canon, one.labels["precision"], one.point.n_devices)
        folds.setdefault(key, set()).add(problem.fold_of(one))
    assert all(len(found) == 1 for found in folds.values())
    assert set().union(*folds.values()) <= set(range(problem.FOLDS))


def test_shipped_constants_are_physical_and_tell_their_spread():
    fitted = set(catalog.load("stack")) - {judge.GENERIC}
    assert fitted == set(stacks.ENGINES) - {judge.GENERIC}
    for ident in fitted:
        values = catalog.part("stack", ident).values
        for one in problem.CONSTANTS:
            figure = values[one.key]
            assert one.low <= figure.value <= one.high * (1.0 + 1e-9), (ident, one.name)
            assert figure.source.startswith("fitted on "), (ident, one.name)
            assert figure.low is not None, (ident, one.name)
            assert figure.low <= figure.value <= figure.high, (ident, one.name)


def test_constants_of_every_fold_are_those_of_every_engine():
    for fold in problem.left_out():
        assert set(fold) >= set(stacks.ENGINES) - {judge.GENERIC}
        for made in fold.values():
            assert {f"stack.{name}" for name in made} <= set(SPECS)


def test_robust_loss_is_the_error_at_first_and_its_root_later():
    small, large = np.array([1e-4]), np.array([4.0])
    assert solve._robust(small) == pytest.approx(small, rel=1e-5)
    assert solve._robust(4.0 * large) == pytest.approx(2.0 * solve._robust(large), rel=0.01)
    step = 1e-7
    slope = (solve._robust(large + step) - solve._robust(large)) / step
    assert solve._robust_slope(large) == pytest.approx(slope, rel=1e-4)
