"""Samples, what they say, what drives a figure and what it rests on."""

import dataclasses
import math
import threading

import numpy as np
import pytest
from scipy import stats

from engine import files
from engine.doubt import (
    LIVE,
    NoDoubtError,
    chances,
    convergence,
    earns,
    evidence,
    holds,
    indices,
    obstacles,
    percentile_case,
    prepared,
    rank_correlation,
    sample,
    sobol,
    summary,
    tornado,
)
from engine.doubt.copula import copula, nearest_correlation
from engine.doubt.samples import probabilities
from engine.drivers import Axis, point
from engine.errors import IsocostError, ParameterError
from engine.metrics import METRICS
from engine.scenario import DEFAULT, Doubt, Uncertainty
from engine.uncertainty import discrete

ASSISTANT = files.resolve("enterprise-assistant").scenario
KEEP = ("cost_per_output_token", "ttft_p95")


def only(scenario=ASSISTANT, *, model: bool = False, seed: int = 1, **spreads: Uncertainty):
    """Return `scenario` with doubt about the inputs named, `group__name`, and nothing else."""
    scenario = dataclasses.replace(scenario, doubt=Doubt("stated", model, seed))
    for key, spread in spreads.items():
        scenario = scenario.annotate(key.replace("__", "."), uncertainty=spread)
    return scenario


RENTED = only(accelerator__rent=Uncertainty(2.0, 3.4, "normal"), price__output=Uncertainty(0.6, 0.9))


# samples ----------------------------------------------------------------------------------------------


def test_each_sample_is_the_ordinary_evaluation_of_its_inputs():
    samples = sample(RENTED, 64)
    assert samples is not None
    for i in (0, 17, 63):
        values = {each.key: float(samples.inputs[j, i]) for j, each in enumerate(samples.plan.doubted)}
        alone = point(RENTED.with_values(values))
        for key in METRICS:
            assert samples.metrics[key][i] == pytest.approx(alone.base(key), rel=1e-12, nan_ok=True), key


@pytest.mark.parametrize("name", ["two-tier-service", "own-silicon", "document-batch"])
def test_so_it_is_in_every_service_with_defaults_and_the_models_error(name):
    scenario = files.resolve(name).scenario
    samples = sample(scenario, 16, KEEP)
    assert samples is not None
    i = 5
    values = {}
    for j, each in enumerate(samples.plan.doubted):
        number = float(samples.inputs[j, i])
        values[each.key] = number
    for tier in range(2, scenario.flows.used + 1):
        for key in ("correction.decode", "correction.prefill", "correction.power"):
            if scenario.own(f"tier{tier}.{key}"):
                values[f"tier{tier}.{key}"] = values[key] * scenario.number(f"tier{tier}.{key}")
    alone = point(scenario.with_values(values))
    for key in samples.metrics:
        assert samples.metrics[key][i] == pytest.approx(alone.base(key), rel=1e-9, nan_ok=True), key


def test_the_marginals_are_the_distributions():
    samples = sample(RENTED, 4096, KEEP)
    assert samples is not None
    rent = samples.input("accelerator.rent")
    found = stats.kstest(rent, stats.norm(2.7, 0.7 / 1.2815515655446004).cdf)
    assert found.statistic < 0.01


def test_the_same_seed_gives_the_same_samples_and_another_one_others():
    first, again = sample(RENTED, 512, KEEP), sample(RENTED, 512, KEEP)
    other = sample(RENTED, 512, KEEP, seed=2)
    assert first is not None
    assert again is not None
    assert other is not None
    assert np.array_equal(first.inputs, again.inputs)
    assert all(np.array_equal(first.metrics[k], again.metrics[k], equal_nan=True) for k in first.metrics)
    assert not np.array_equal(first.inputs, other.inputs)
    seeded = sample(dataclasses.replace(RENTED, doubt=Doubt("stated", False, 2)), 512, KEEP)
    assert seeded is not None
    assert np.array_equal(seeded.inputs, other.inputs)


def test_sets_are_independent_of_each_other_and_each_evenly_spread():
    one, two = probabilities(3, 256, 1, 0), probabilities(3, 256, 1, 1)
    assert not np.array_equal(one, two)
    for points in (one, two):
        assert points.min() > 0.0
        assert points.max() < 1.0
        counts = np.histogram(points[0], bins=256, range=(0, 1))[0]
        assert counts.max() == 1


def test_any_number_of_samples_is_what_one_gets():
    for count in (8, 100, 1000):
        samples = sample(RENTED, count, KEEP)
        assert samples is not None
        assert samples.count == count == samples.inputs.shape[1]
    with pytest.raises(IsocostError, match="between 8 and 4,194,304, not 3"):
        sample(RENTED, 3)


def test_without_doubt_there_is_a_friendly_word_and_no_sample():
    with pytest.raises(NoDoubtError, match="type a range such as 3 to 6"):
        sample(dataclasses.replace(ASSISTANT, doubt=Doubt("stated", False)), 64)


def test_doubt_that_moves_nothing_asked_for_is_told_and_not_drawn():
    scenario = only(accelerator__rent=Uncertainty(2.0, 3.4), outlook__demand_growth=Uncertainty(0.1, 0.4))
    plan = prepared(scenario, KEEP)
    assert [each.key for each in plan.doubted] == ["accelerator.rent"]
    assert [each.key for each in plan.idle] == ["outlook.demand_growth"]
    assert sample(only(outlook__demand_growth=Uncertainty(0.1, 0.4)), 64, KEEP) is not None


def test_progress_rises_to_the_end_and_a_cancelled_run_stops_at_once():
    seen: list[float] = []
    assert sample(RENTED, 4096, KEEP, progress=seen.append) is not None
    assert max(seen) == 1.0
    stop = threading.Event()
    seen.clear()

    def told(share: float) -> None:
        seen.append(share)
        stop.set()

    assert sample(RENTED, 4_000_000, KEEP, cancelled=stop.is_set, progress=told) is None
    # What each thread has begun it may end; nothing is begun after.
    assert len(seen) < 10
    assert max(seen) < 0.1


def test_a_hundred_thousand_samples_are_drawn_and_a_cancelled_run_ends_with_the_band_under_way():
    seen: list[float] = []
    samples = sample(RENTED, 100_000, KEEP, progress=seen.append)
    assert samples is not None
    assert samples.count == 100_000
    assert np.isfinite(samples.metrics["ttft_p95"]).mean() > 0.5
    bands, stop = len(seen), threading.Event()
    seen.clear()

    def stopped(share: float) -> None:
        seen.append(share)
        stop.set()

    assert sample(RENTED, 100_000, KEEP, progress=stopped, cancelled=stop.is_set) is None
    # Each thread ends what it has in hand; no time is measured, for another process may have the machine.
    assert len(seen) <= 5 < bands


def test_choices_are_drawn_by_their_weights_and_evaluated():
    scenario = only(precision__kv=discrete([("fp8", 0.75), ("bf16", 0.25)]))
    samples = sample(scenario, 1024, ("kv_bytes_per_token",))
    assert samples is not None
    bytes_by = {
        kv: point(scenario.with_value("precision.kv", kv)).base("kv_bytes_per_token")
        for kv in ("fp8", "bf16")
    }
    assert np.mean(samples.metrics["kv_bytes_per_token"] == bytes_by["fp8"]) == pytest.approx(0.75, abs=0.01)
    assert set(samples.metrics["kv_bytes_per_token"]) == set(bytes_by.values())


# correlations -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("rank", [-0.8, -0.3, 0.5, 0.95])
def test_a_pair_reaches_the_rank_correlation_asked_for(rank):
    doubt = RENTED.doubt.correlated("price.output", "accelerator.rent", rank)
    samples = sample(dataclasses.replace(RENTED, doubt=doubt), LIVE, KEEP)
    assert samples is not None
    a, b = samples.input("accelerator.rent"), samples.input("price.output")
    assert stats.spearmanr(a, b).statistic == pytest.approx(rank, abs=0.03)
    assert rank_correlation(a, b) == pytest.approx(stats.spearmanr(a, b).statistic, abs=1e-12)
    assert np.sort(a) == pytest.approx(np.sort(sample(RENTED, LIVE, KEEP).input("accelerator.rent")), abs=0.2)


def test_correlations_that_contradict_give_way_to_the_nearest_possible_and_say_so():
    pairs = [(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)]
    made = copula(pairs, ("rent", "price", "power"))
    assert "cannot all be true" in made.note
    matrix = made.root @ made.root.T
    assert np.diag(matrix) == pytest.approx(1.0)
    assert np.linalg.eigvalsh(matrix).min() > 0.0


def test_a_pair_that_nobody_stated_gives_way_to_those_that_are():
    made = copula([(0, 1, 0.9), (1, 2, 0.9)], ("rent", "price", "power"))
    assert made.note == ""
    assert [rank for _, _, rank in made.used] == pytest.approx([0.9, 0.9])
    linear = 2.0 * math.sin(math.pi * 0.9 / 6.0)
    assert (made.root @ made.root.T)[0, 2] == pytest.approx(linear * linear)


def test_the_nearest_correlation_matrix_is_that_of_the_literature():
    # Higham 2002, example of section 4, solved to four digits there.
    found = nearest_correlation(np.array([[1.0, 1.0, 0.0], [1.0, 1.0, 1.0], [0.0, 1.0, 1.0]]))
    expected = np.array([[1.0, 0.7607, 0.1573], [0.7607, 1.0, 0.7607], [0.1573, 0.7607, 1.0]])
    assert found == pytest.approx(expected, abs=1e-4)


# statistics -------------------------------------------------------------------------------------------


def test_percentiles_and_chances_are_those_of_the_samples():
    samples = sample(ASSISTANT, 2048, KEEP)
    assert samples is not None
    found = summary(samples, "ttft_p95")
    values = samples.metrics["ttft_p95"]
    finite = values[np.isfinite(values)]
    assert found.p10.value == pytest.approx(np.quantile(finite, 0.1))
    assert found.p90.value == pytest.approx(np.quantile(finite, 0.9))
    assert found.mean.value == pytest.approx(finite.mean())
    assert found.count + found.missing == samples.count
    assert earns(samples).value == np.mean(samples.metrics["gross_margin"] > 0)
    stopped = sum(share for _, _, share in obstacles(samples))
    assert holds(samples).value + stopped == pytest.approx(1.0)


def test_the_error_band_holds_the_truth_about_nine_times_in_ten():
    truth = summary(sample(RENTED, 131072, KEEP, seed=99), "cost_per_output_token")
    inside = 0
    for seed in range(40):
        found = summary(sample(RENTED, 256, KEEP, seed=seed + 1), "cost_per_output_token").p50
        low, high = found.ends
        inside += low <= truth.p50.value <= high
    assert 30 <= inside <= 40


def test_more_samples_bring_a_narrower_band_and_the_figure_settles():
    samples = sample(RENTED, 16384, KEEP)
    assert samples is not None
    found = convergence(samples, "cost_per_output_token")
    assert found.counts[0] == 64
    assert found.counts[-1] == 16384
    assert (found.errors[:, -1] < found.errors[:, 0]).all()
    whole = summary(samples, "cost_per_output_token")
    assert found.values[1, -1] == pytest.approx(whole.p50.value)


def test_a_scenario_that_never_works_is_counted_and_gives_no_figures():
    broken = ASSISTANT.with_value("deployment.tensor_parallel", 1.0).with_value("accelerator.memory", 20.0)
    samples = sample(broken, 64, KEEP)
    assert samples is not None
    assert not samples.able.any()
    found = summary(samples, "cost_per_output_token")
    assert found.missing == 64
    assert math.isnan(found.p50.value)
    assert earns(samples).value == 0.0
    assert obstacles(samples)[0][0] == "memory"
    with pytest.raises(IsocostError, match="has a figure in 0 of 64 samples"):
        percentile_case(samples, "cost_per_output_token")


# what drives it ---------------------------------------------------------------------------------------


def ishigami(u: np.ndarray) -> np.ndarray:
    x = (2.0 * u - 1.0) * np.pi
    return np.sin(x[0]) + 7.0 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])


def test_sobol_indices_of_ishigami_are_the_analytic_ones():
    found = sobol(ishigami, 3, [(0,), (1,), (2,), (0, 2)], 16384)
    assert found is not None
    shares, variance, dropped = found
    assert [each.first.value for each in shares] == pytest.approx([0.3139, 0.4424, 0.0, 0.5576], abs=0.02)
    assert [each.total.value for each in shares] == pytest.approx([0.5576, 0.4424, 0.2437, 0.5576], abs=0.02)
    assert variance == pytest.approx(13.8446, rel=0.01)
    assert dropped == 0.0
    for each, exact in zip(shares, (0.3139, 0.4424, 0.0, 0.5576), strict=True):
        assert abs(each.first.value - exact) < 3.0 * each.first.error + 0.002


def test_rows_without_a_figure_are_left_out_and_counted():
    def holed(u: np.ndarray) -> np.ndarray:
        return np.where(u[2] < 0.25, np.nan, u[0] + 0.5 * u[1])

    found = sobol(holed, 3, [(0,), (1,)], 4096)
    assert found is not None
    assert [each.first.value for each in found[0]] == pytest.approx([0.8, 0.2], abs=0.02)
    assert found[2] == pytest.approx(0.25, abs=0.01)


def test_shares_of_a_real_metric_name_its_drivers_and_add_up():
    plan = prepared(ASSISTANT, ("gross_margin",))
    found = indices(plan, "gross_margin", 512)
    assert found is not None
    firsts = [each.first.value for each in found.shares]
    assert found.labels[int(np.argmax(firsts))] == "Rent"
    assert sum(firsts) == pytest.approx(1.0, abs=0.12)
    assert all(each.total.value >= each.first.value - each.first.error - 0.02 for each in found.shares)
    assert sorted(j for group in found.factors for j in group) == list(range(len(plan.doubted)))


def test_correlated_inputs_share_one_index():
    doubt = ASSISTANT.doubt.correlated("price.output", "accelerator.rent", 0.6)
    plan = prepared(dataclasses.replace(ASSISTANT, doubt=doubt), ("gross_margin",))
    found = indices(plan, "gross_margin", 256)
    assert found is not None
    both = {"price.output", "accelerator.rent"}
    tied = [group for group in found.factors if {plan.doubted[j].key for j in group} == both]
    assert len(tied) == 1


def test_evidence_tells_how_much_rests_on_guesses():
    scenario = only(
        ASSISTANT.with_value("accelerator.rent", 2.7), accelerator__rent=Uncertainty(1.5, 4.5, "normal")
    )
    plan = prepared(scenario, ("gross_margin",))
    found = evidence(plan, "gross_margin", 256)
    assert found is not None
    assert found.labels == ("stated",)
    assert found.shares[0].total.value == pytest.approx(1.0, abs=0.02)
    by_source = evidence(prepared(ASSISTANT, ("gross_margin",)), "gross_margin", 512)
    assert by_source is not None
    assert {"derived", "model", "press"} <= set(by_source.labels)
    assert sum(each.first.value for each in by_source.shares) == pytest.approx(1.0, abs=0.1)


def test_bars_are_the_metric_at_the_percentiles_and_the_longest_come_first():
    plan = prepared(RENTED, ("gross_margin",))
    samples = sample(RENTED, 4096, ("gross_margin",), plan=plan)
    found = tornado(plan, "gross_margin", samples)
    assert found.base == point(RENTED).base("gross_margin")
    first = found.bars[0]
    assert first.swing == max(bar.swing for bar in found.bars)
    rent = next(bar for bar in found.bars if bar.doubted.key == "accelerator.rent")
    assert rent.low_value == pytest.approx(2.0)
    assert rent.low == point(RENTED.with_value("accelerator.rent", rent.low_value)).base("gross_margin")
    # Margin is linear in rent, so among all others the mean moves as far as alone.
    assert rent.joint_swing == pytest.approx(rent.swing, rel=0.05)
    bare = tornado(plan, "gross_margin").bars[0]
    assert math.isnan(bare.low_mean)


# probability surface and case -------------------------------------------------------------------------


def test_the_probability_at_a_node_is_that_of_its_scenario():
    x, y = Axis.over("price.output", 0.5, 3.0, 3), Axis.over("deployment.concurrency", 8, 64, 3)
    found = chances(ASSISTANT, x, y, 512)
    assert found is not None
    here = ASSISTANT.with_values(
        {"price.output": float(x.values[1]), "deployment.concurrency": float(y.values[2])}
    )
    here = here.annotate("price.output", uncertainty=discrete([(float(x.values[1]), 1.0)]))
    samples = sample(here, 4096, ("gross_margin",))
    assert samples is not None
    assert found.earns[2, 1] == pytest.approx(earns(samples).value, abs=0.03)
    assert found.holds[2, 1] == pytest.approx(holds(samples).value, abs=0.03)
    assert (found.both <= np.minimum(found.earns, found.holds)).all()
    assert (np.diff(found.earns, axis=1) >= 0.0).all(), "a better price cannot earn less often"


def test_probabilities_can_be_cancelled_and_need_two_axes():
    x, y = Axis.soft("price.output", 20), Axis.soft("deployment.concurrency", 20)
    assert chances(ASSISTANT, x, y, 64, cancelled=lambda: True) is None
    with pytest.raises(ParameterError, match="cannot be both axes"):
        chances(ASSISTANT, x, x)


@pytest.mark.parametrize(("metric", "share"), [("cost_per_output_token", 0.9), ("gross_margin", 0.1)])
def test_a_percentile_becomes_a_scenario_that_has_it(metric, share):
    samples = sample(ASSISTANT, 4096, (metric,))
    assert samples is not None
    case = percentile_case(samples, metric, share)
    target = float(np.quantile(samples.metrics[metric], share))
    assert case.target == target
    assert point(case.scenario).base(metric) == pytest.approx(target, rel=1e-3)
    assert case.scenario.parent is ASSISTANT
    assert set(case.scenario.overrides()) == {key for key, _, _ in case.changed}
    assert case.changed[0][0] == "accelerator.rent"
    assert len(case.changed) < len(samples.plan.doubted)


def test_the_case_of_a_percentile_is_likelier_than_most_samples_that_have_it():
    samples = sample(RENTED, 4096, ("gross_margin",))
    assert samples is not None
    case = percentile_case(samples, "gross_margin", 0.1)
    rent = case.scenario.number("accelerator.rent")
    distance = abs(rent - 2.7) / (0.7 / 1.2815515655446004)
    assert distance < 1.4, "one input at P90 or a little beyond, not both at their ends"


def test_scenarios_made_by_default_stay_without_doubt_about_decisions():
    plan = prepared(DEFAULT, KEEP)
    assert plan.doubted
    assert all(each.spec.role != "decision" for each in plan.doubted)
