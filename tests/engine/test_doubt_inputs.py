"""Distributions of inputs: as typed, as quantiles, as files hold them, and the defaults by source."""

import dataclasses
import json
import math
import random

import numpy as np
import pytest
from scipy import stats

from engine import files
from engine.command_inputs import with_setting
from engine.doubt.entry import entry_text, parse_entry, words
from engine.doubt.inputs import FACTORS, GRADE_WORDS, doubted, grade_of
from engine.doubt.quantiles import TENTH, checked, shape_of
from engine.errors import IsocostError, ParameterError, ScenarioFileError, UnitError
from engine.files import Project, from_bytes, to_bytes
from engine.files.builtin import builtin_names
from engine.parameters import SPECS
from engine.parts import GRADES
from engine.quantities import Range
from engine.scenario import DEFAULT, Doubt, Uncertainty
from engine.uncertainty import KINDS, discrete
from tests.scenario_files import edited, values_of

RENT = SPECS["accelerator.rent"]
SHARE = SPECS["workload.cached_share"]
WEIGHTS = SPECS["precision.weights"]
P = np.linspace(0.001, 0.999, 401)


# quantiles --------------------------------------------------------------------------------------------


def pert(low: float, mode: float, high: float) -> "stats.rv_continuous":
    wide = high - low
    return stats.beta(1 + 4 * (mode - low) / wide, 1 + 4 * (high - mode) / wide, low, wide)


@pytest.mark.parametrize(
    ("spread", "other"),
    [
        (Uncertainty(2.0, 6.0, "uniform", None, True), stats.uniform(2, 4)),
        (Uncertainty(2.0, 6.0, "triangular", 3.0, True), stats.triang(0.25, 2, 4)),
        (Uncertainty(2.0, 6.0, "triangular", 6.0, True), stats.triang(1.0, 2, 4)),
        (Uncertainty(2.0, 6.0, "pert", 3.0, True), pert(2, 3, 6)),
        (Uncertainty(2.0, 6.0, "pert", 2.0, True), pert(2, 2, 6)),
        (Uncertainty(1.0, 4.0, "lognormal"), stats.lognorm(math.log(2) / TENTH, scale=2.0)),
        (Uncertainty(100.0, 140.0, "normal"), stats.norm(120, 20 / TENTH)),
    ],
    ids=lambda each: each.kind if isinstance(each, Uncertainty) else "",
)
def test_quantiles_are_those_of_scipy(spread, other):
    found = shape_of(spread, RENT).at(P)
    assert found == pytest.approx(other.ppf(P), abs=2e-4 * (spread.high - spread.low))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "discrete"])
def test_two_figures_are_the_tenth_and_the_ninetieth_percentile(kind):
    low, high = shape_of(Uncertainty(3.0, 6.0, kind), RENT).at(np.array([0.1, 0.9]))
    assert (low, high) == (pytest.approx(3.0, abs=2e-3), pytest.approx(6.0, abs=2e-3))


def test_what_the_input_forbids_is_cut_off_and_the_rest_keeps_its_shape():
    spread = Uncertainty(0.8, 1.1, "normal")
    free = stats.norm(0.95, 0.15 / TENTH)
    found = shape_of(spread, SHARE).at(P)
    last = free.cdf(SHARE.high)
    assert found.max() <= SHARE.high
    assert found == pytest.approx(free.ppf(P * last), abs=1e-6)


def test_whole_numbers_stay_whole_and_outcomes_come_by_their_weights():
    layers = SPECS["model.layers"]
    assert set(shape_of(Uncertainty(30, 34, "uniform"), layers).at(P)) <= set(range(29, 36))
    found = shape_of(discrete([(2.1, 1.0), (2.6, 3.0)]), RENT).at((np.arange(1000) + 0.5) / 1000)
    assert np.mean(found == 2.1) == pytest.approx(0.25)
    codes = shape_of(discrete([("fp8", 0.8), ("bf16", 0.2)]), WEIGHTS).at((np.arange(1000) + 0.5) / 1000)
    assert np.mean(codes == WEIGHTS.option("fp8").code) == pytest.approx(0.8)


def test_a_distribution_wholly_outside_is_its_nearest_allowed_value():
    shape = shape_of(Uncertainty(3.0, 4.0, "uniform", None, True), SHARE)
    assert shape.certain
    assert shape.at(P).tolist() == [SHARE.high] * P.size


@pytest.mark.parametrize("kind", ["uniform", "triangular", "pert", "normal", "lognormal"])
def test_the_sketch_peaks_where_the_distribution_does(kind):
    places, density = shape_of(Uncertainty(3.0, 6.0, kind), RENT).density()
    assert density.max() == pytest.approx(1.0)
    assert density.min() >= 0.0
    if kind != "uniform":
        assert 3.0 < places[int(density.argmax())] < 6.0


# as typed ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "spec", "meant"),
    [
        ("3 to 6", RENT, Range(3.0, 6.0)),
        ("2.6", RENT, 2.6),
        ("=2*1.3", RENT, 2.6),
        ("pert 2 3 6", RENT, Uncertainty(2.0, 6.0, "pert", 3.0, True)),
        ("PERT(2, 3, 6)", RENT, Uncertainty(2.0, 6.0, "pert", 3.0, True)),
        ("triangular 20 40 60", SHARE, Uncertainty(0.2, 0.6, "triangular", 0.4, True)),
        ("uniform 1460 2920 $/month", RENT, Uncertainty(2.0, 4.0, "uniform", None, True)),
        ("uniform 1,5 3", RENT, Uncertainty(1.5, 3.0, "uniform", None, True)),
        ("lognormal 1 4", RENT, Uncertainty(1.0, 4.0, "lognormal")),
        ("normal 2 to 3", RENT, Uncertainty(2.0, 3.0, "normal")),
        ("2 ± 10%", RENT, Uncertainty(1.8, 2.2, "normal")),
        ("2 +- 0.5", RENT, Uncertainty(1.5, 2.5, "normal")),
        ("0.2: 2.1, 0.8: 2.6", RENT, discrete([(2.1, 0.2), (2.6, 0.8)])),
        ("20%:2.1 80%:2.6", RENT, discrete([(2.1, 0.2), (2.6, 0.8)])),
        ("0.8:fp8 0.2: bf16", WEIGHTS, discrete([("fp8", 0.8), ("bf16", 0.2)])),
    ],
)
def test_what_is_typed_is_understood_and_can_be_typed_again(text, spec, meant):
    found = parse_entry(text, spec)
    assert found == meant
    if isinstance(found, Uncertainty):
        assert parse_entry(entry_text(found, spec), spec) == found
        assert "nan" not in words(found, spec)


@pytest.mark.parametrize(
    ("text", "spec", "told"),
    [
        ("pert 2 6", RENT, "write pert LEAST LIKELY MOST"),
        ("pert 2 9 6", RENT, "must lie between 2 and 6"),
        ("uniform 6 2", RENT, "the low number comes first"),
        ("lognormal 0 3", RENT, "use normal"),
        ("uniform -1 5", RENT, "Rent must be between 0 $/h and 1,000 $/h"),
        ("0.5: fp3", WEIGHTS, "'fp3' is not one of"),
        ("0: 3", RENT, "a weight must be above 0"),
        ("uniform a b", RENT, "write uniform LEAST MOST"),
        ("0.5: 3, x", RENT, "must be WEIGHT: VALUE"),
    ],
)
def test_what_cannot_be_meant_is_told_with_its_cure(text, spec, told):
    with pytest.raises((UnitError, ParameterError), match=told.replace("$", r"\$")):
        parse_entry(text, spec)


def test_the_command_line_takes_distributions():
    scenario = with_setting(DEFAULT, "accelerator.rent=pert 2 3 6")
    assert scenario.number("accelerator.rent") == 3.0
    assert scenario.annotation("accelerator.rent").uncertainty == Uncertainty(2.0, 6.0, "pert", 3.0, True)
    chosen = with_setting(DEFAULT, "precision.weights=0.3: bf16, 0.7: fp8")
    assert chosen.get("precision.weights") == "fp8"
    share = with_setting(DEFAULT, "workload.cached_share=uniform 0.2 0.4")
    assert share.number("workload.cached_share") == pytest.approx(0.3)
    with pytest.raises(ParameterError, match=r"accelerator\.rent: pert takes 3 numbers"):
        with_setting(DEFAULT, "accelerator.rent=pert 2 3")


# files ------------------------------------------------------------------------------------------------


def random_uncertainty(random_: random.Random) -> Uncertainty:
    low = random_.uniform(0.1, 5)
    high = low + random_.uniform(0.1, 9)
    return random_.choice(
        [
            Uncertainty(low, high, random_.choice(["range", "normal", "lognormal", "uniform", "pert"])),
            Uncertainty(low, high, "pert", random_.uniform(low, high), True),
            Uncertainty(low, high, "uniform", None, True),
            discrete([(low, random_.uniform(0.1, 1)), (high, random_.uniform(0.1, 1))]),
        ]
    )


@pytest.mark.parametrize("seed", range(30))
def test_files_keep_distributions_and_doubt_of_parents_and_children(seed):
    random_ = random.Random(seed)
    scenario = DEFAULT
    for generation in range(random_.randint(1, 3)):
        scenario = scenario if generation == 0 else scenario.child(f"child {generation}")
        scenario = scenario.annotate("accelerator.rent", uncertainty=random_uncertainty(random_))
        scenario = scenario.annotate(
            "precision.weights", uncertainty=discrete([("fp8", 0.5), ("bf16", random_.uniform(0.1, 2))])
        )
        doubt = Doubt(
            random_.choice(["grade", "soft", "stated"]), random_.random() < 0.5, random_.randrange(99)
        )
        for _ in range(random_.randint(0, 2)):
            a, b = random_.sample(["accelerator.rent", "price.output", "facility.pue"], 2)
            doubt = doubt.correlated(a, b, random_.uniform(-1, 1))
        scenario = dataclasses.replace(scenario, doubt=doubt)
    data = to_bytes(Project((scenario,)))
    assert from_bytes(data).scenario == scenario
    assert to_bytes(from_bytes(data)) == data


def test_a_file_that_says_nothing_of_doubt_has_none_of_it_written():
    raw = json.loads(to_bytes(Project((DEFAULT,))))
    assert "doubt" not in raw["scenarios"][0]
    assert from_bytes(to_bytes(Project((DEFAULT,)))).scenario.doubt == Doubt()
    for name in builtin_names():
        assert files.resolve(name).scenario.doubt == Doubt()


def refused(entry: object) -> str:
    with pytest.raises(ScenarioFileError) as caught:
        from_bytes(edited(lambda d: values_of(d).update({"accelerator.rent": entry})))
    return str(caught.value)


@pytest.mark.parametrize(
    ("spread", "told"),
    [
        ({"kind": "cauchy", "low": 1, "high": 2}, "'cauchy' is none of range, uniform"),
        ({"kind": "pert", "low": 1, "high": 2, "mode": 1.5}, 'with "ends": "bounds"'),
        ({"kind": "pert", "low": 1, "high": 2, "mode": 3, "ends": "bounds"}, "must lie between 1 and 2"),
        ({"kind": "normal", "low": 1, "high": 2, "ends": "bounds"}, "must be quantiles for normal"),
        ({"kind": "discrete", "outcomes": []}, "[[value, weight], ...]"),
        ({"kind": "discrete", "outcomes": [[2, -1]]}, "weight above 0"),
        ({"kind": "discrete", "outcomes": [[-2, 1]]}, "Rent must be between"),
    ],
)
def test_a_distribution_that_cannot_be_is_told_with_field_value_and_cure(spread, told):
    message = refused({"value": 2.6, "uncertainty": spread})
    assert told in message
    assert "accelerator.rent" in message


@pytest.mark.parametrize(
    ("doubt", "told"),
    [
        ({"spread": "wide"}, "'wide' is none of grade, soft, stated"),
        ({"seed": -1}, "-1 must be between 0"),
        ({"model": 1}, "must be true or false"),
        ({"mood": 1}, "is none of correlations, model, seed, spread"),
        ({"correlations": [["accelerator.rent", "price.output", 2]]}, "between -1 and 1"),
        ({"correlations": [["accelerator.rent", "precision.kv", 0.5]]}, "precision.kv is no number"),
        ({"correlations": [["accelerator.rent", "accelerator.rent", 0.5]]}, "stands twice"),
    ],
)
def test_what_a_file_says_of_doubt_is_checked(doubt, told):
    with pytest.raises(ScenarioFileError) as caught:
        from_bytes(edited(lambda d: d["scenarios"][0].update(doubt=doubt)))
    assert told in str(caught.value)
    assert "doubt" in str(caught.value)


# where doubt comes from -------------------------------------------------------------------------------


def stated_only(scenario=DEFAULT, *, model: bool = False):
    return dataclasses.replace(scenario, doubt=Doubt("stated", model))


def test_only_what_is_stated_is_in_doubt_where_that_is_asked():
    assert doubted(stated_only()) == []
    scenario = stated_only().annotate("accelerator.rent", uncertainty=Uncertainty(2.0, 4.0))
    (found,) = doubted(scenario)
    assert (found.key, found.origin, found.grade) == ("accelerator.rent", "stated", "stated")


def test_every_grade_there_is_has_a_width_and_a_name():
    assert set(GRADES) <= FACTORS.keys()
    assert FACTORS.keys() <= GRADE_WORDS.keys()
    order = [FACTORS[grade] for grade in ("vendor", "measured", "derived", "press", "transferred", "guess")]
    assert order == sorted(order)


def test_assumptions_and_prices_are_doubted_by_their_source_and_decisions_are_not():
    scenario = files.resolve("enterprise-assistant").scenario
    found = {each.key: each for each in doubted(scenario)}
    assert all(SPECS[key].role != "decision" for key in found)
    rent = found["accelerator.rent"]
    assert (rent.spread.kind, rent.spread.low, rent.spread.mode) == ("pert", 2.0, 2.6)
    noted = scenario.annotate("price.output", source="quote of May")
    assert grade_of(noted, "price.output") == "user"
    assert doubted(noted) != doubted(scenario)
    changed = scenario.with_value("accelerator.rent", 3.3)
    assert grade_of(changed, "accelerator.rent") == "none"


def test_constants_of_the_machine_are_doubted_either_by_themselves_or_in_the_models_error():
    scenario = files.resolve("enterprise-assistant").scenario
    with_model = {each.key for each in doubted(scenario)}
    bare = dataclasses.replace(scenario, doubt=Doubt(model=False))
    without = {each.key for each in doubted(bare)}
    assert "correction.decode" in with_model
    assert not any(key.startswith(("efficiency.", "stack.")) for key in with_model)
    assert "efficiency.gemm_compute_fp8" in without
    assert not any(key.startswith("correction.") for key in without)


def test_the_models_error_is_the_band_that_measurements_tell():
    from engine.drivers import point
    from engine.evidence import judge, regime_of

    scenario = files.resolve("enterprise-assistant").scenario
    batch = round(point(scenario).base("batch"))
    band = judge("throughput", regime_of(scenario), batch)
    found = next(each for each in doubted(scenario) if each.key == "correction.decode")
    assert found.spread == Uncertainty(1.0 / band.high, 1.0 / band.low, "lognormal")


def test_inputs_without_effect_are_not_doubted():
    scenario = files.resolve("enterprise-assistant").scenario
    assert all(not scenario.inert(each.key) for each in doubted(scenario))
    assert "accelerator.price" not in {each.key for each in doubted(DEFAULT)} or not DEFAULT.inert(
        "accelerator.price"
    )


def test_every_default_holds_the_value_it_is_about():
    for name in builtin_names():
        scenario = files.resolve(name).scenario
        for each in doubted(scenario):
            if each.origin == "source":
                assert each.spread.low <= scenario.number(each.key) <= each.spread.high, each.key


def test_an_input_may_be_in_doubt_in_one_tier_alone():
    scenario = files.resolve("two-tier-service").scenario
    key = next(key for key in scenario.stated() if key.startswith("tier2.") and key.endswith(".quality"))
    scenario = stated_only(scenario).annotate(key, uncertainty=Uncertainty(0.5, 0.7))
    (found,) = doubted(scenario)
    assert found.key == key
    assert len(found.places) == 1


def test_weights_on_a_choice_and_a_choice_alone_are_checked():
    with pytest.raises(IsocostError):
        checked(discrete([("fp3", 1.0)]), WEIGHTS)
    assert checked(discrete([("fp8", 1.0)]), WEIGHTS).kind == "discrete"


def test_what_is_locked_is_certain():
    scenario = files.resolve("enterprise-assistant").scenario
    scenario = scenario.annotate("price.output", uncertainty=Uncertainty(0.5, 1.0))
    before = {each.key for each in doubted(scenario)}
    locked = {"accelerator.rent", "price.output", "correction.decode"}
    assert locked <= before
    for key in locked:
        scenario = scenario.annotate(key, locked=True)
    assert before - {each.key for each in doubted(scenario)} == locked
