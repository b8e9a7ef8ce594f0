"""Declarations hold what panels, files, kernels and the explain panel take from them."""

import ast
import collections
import dataclasses
import importlib.util
import math
import random
from pathlib import Path

import numpy as np
import pytest

from engine import metrics as outputs
from engine import parameters as inputs
from engine.drivers import point
from engine.errors import ParameterError
from engine.metrics import COMPARISONS, METRICS
from engine.outlook import outlook
from engine.parameters import GROUPS, POSITIONS, SPECS
from engine.scenario import DEFAULT
from engine.units import UNITS, compatible, convert
from tests.each import each

GOLDEN = Path(__file__).resolve().parents[1] / "golden"

spec_cases = each("spec", SPECS.values())
number_cases = each("spec", [spec for spec in SPECS.values() if spec.kind == "number"])
formula_cases = each("metric", [metric for metric in METRICS.values() if metric.formula])
metric_cases = each("metric", METRICS.values())

#: What a formula may name besides metrics and parameters; the test of formulas supplies the figures.
FORMULA_CONSTANTS = {"DAYS_PER_MONTH"}


@spec_cases
def test_declaration_accepts_its_own_default(spec):
    assert spec.check(spec.default) == spec.default


@spec_cases
def test_soft_range_lies_inside_the_hard_range(spec):
    assert spec.low <= spec.soft_low <= spec.soft_high <= spec.high
    assert math.isfinite(spec.soft_low)
    assert math.isfinite(spec.soft_high)
    if spec.kind == "number":
        assert spec.soft_low < spec.soft_high


@spec_cases
def test_log_travel_starts_above_zero(spec):
    if spec.scale == "log":
        assert spec.soft_low > 0


@spec_cases
def test_declaration_tells_label_meaning_unit_and_role(spec):
    assert spec.label.strip() == spec.label != ""
    assert spec.doc.endswith(".")
    assert spec.unit in UNITS
    assert spec.role in {"decision", "assumption", "price"}
    assert spec.key == f"{spec.group}.{spec.name}"
    assert spec.name.isidentifier()
    if spec.percent:
        assert spec.unit == "1"


@number_cases
def test_a_number_outside_the_hard_range_is_refused_with_the_range(spec):
    for wrong in (spec.low - max(1.0, abs(spec.low)), 2 * spec.high + 1, math.nan, math.inf, "text", True):
        with pytest.raises(ParameterError, match=r"must be|is not a finite number") as caught:
            spec.check(wrong)
        assert spec.label in str(caught.value) or spec.key in str(caught.value)


@pytest.mark.parametrize("group", GROUPS, ids=[group.key for group in GROUPS])
def test_group_has_labels_of_its_own_and_says_what_it_is(group):
    counted = collections.Counter(spec.label for spec in group.specs)
    assert [label for label, times in counted.items() if times > 1] == []
    assert group.label
    assert group.doc


def test_option_ids_codes_and_labels_are_unique():
    for spec in SPECS.values():
        if spec.kind == "choice":
            assert len(spec.options) >= 2, spec.key
            for attribute in ("id", "code", "label"):
                values = [getattr(option, attribute) for option in spec.options]
                assert len(set(values)) == len(values), (spec.key, attribute)


def test_keys_of_parameters_only_grow():
    """A key is a promise to every saved file: rename one only with a migration, then edit the list."""
    promised = (GOLDEN / "parameter_keys.txt").read_text("utf-8").split()
    lost = sorted(set(promised) - set(SPECS))
    unlisted = sorted(set(SPECS) - set(promised))
    assert lost == []
    assert unlisted == [], "add these lines to tests/golden/parameter_keys.txt"


def test_codes_of_choices_are_never_renumbered():
    """A code sits in records and in files of results; the list holds `key option code`."""
    lines = (GOLDEN / "option_codes.txt").read_text("utf-8").splitlines()
    promised = dict(line.rsplit(" ", 1) for line in lines)
    declared = {
        f"{spec.key} {option.id}": str(option.code) for spec in SPECS.values() for option in spec.options
    }
    assert {name: declared.get(name) for name in promised} == promised
    assert sorted(set(declared) - set(promised)) == [], "add these to tests/golden/option_codes.txt"


def test_positions_lead_to_the_named_field_of_the_record():
    record = np.zeros(1, inputs.RECORD)
    record.view(np.float64)[:] = np.arange(inputs.WIDTH)
    for key, position in POSITIONS.items():
        group, name = key.split(".")
        assert record[0][group][name] == position, key
    assert set(POSITIONS) == {key for key, spec in SPECS.items() if spec.numeric}


def test_record_holds_base_units():
    record = DEFAULT.to_record()
    for key in POSITIONS:
        spec = SPECS[key]
        group, name = key.split(".")
        if spec.kind == "number":
            assert record[0][group][name] == pytest.approx(spec.default * UNITS[spec.unit].factor)
        else:
            assert record[0][group][name] == spec.option(spec.default).code


@metric_cases
def test_metric_tells_label_meaning_and_unit(metric):
    assert metric.label.strip() == metric.label != ""
    assert metric.doc.endswith(".")
    assert metric.unit in UNITS
    assert metric.better in {-1, 0, 1}
    assert metric.scale in {"linear", "log"}
    assert metric.key.isidentifier()
    assert metric.formula or metric.method, "a formula, or the kernel that computes it"
    if metric.percent:
        assert metric.unit == "1"


@formula_cases
def test_formula_names_only_metrics_parameters_and_constants(metric):
    tree = ast.parse(metric.formula, mode="eval")
    used = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    groups = {name.split(".")[0] for name in used}
    bare = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} - groups
    assert used <= set(SPECS)
    assert bare <= set(METRICS) | FORMULA_CONSTANTS
    assert metric.key not in bare
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def test_every_method_is_a_module_of_the_kernels():
    for metric in METRICS.values():
        if metric.method:
            name = f"engine.{metric.method}"
            assert importlib.util.find_spec(name) is not None, f"{metric.key}: there is no {name}"


def test_formulas_never_go_in_circles():
    uses = {
        key: {n.id for n in ast.walk(ast.parse(m.formula or "0", mode="eval")) if isinstance(n, ast.Name)}
        for key, m in METRICS.items()
    }
    resolved: set[str] = set()
    while ready := {
        key for key in METRICS if key not in resolved and not uses[key] & set(METRICS) - resolved
    }:
        resolved |= ready
    assert set(METRICS) - resolved == set()


def test_metric_labels_are_unique_and_fields_of_the_record_follow_them():
    labels = [metric.label for metric in METRICS.values()]
    assert len(set(labels)) == len(labels)
    assert outputs.RECORD.names == tuple(METRICS)
    assert set(METRICS) >= outputs.DIAGNOSTICS


def test_coded_metrics_name_every_code_once():
    for metric in METRICS.values():
        if metric.codes is not None:
            names = [ident for ident, _ in metric.codes.values()]
            assert len(set(names)) == len(names), metric.key
            assert sorted(metric.codes) == list(range(len(names))), metric.key


def test_units_convert_to_each_other_and_back():
    for symbol in UNITS:
        for other in compatible(symbol):
            assert convert(convert(3.7, symbol, other), other, symbol) == pytest.approx(3.7, rel=1e-12)


# inputs without effect ----------------------------------------------------------------------------

conditional_cases = each("spec", [spec for spec in SPECS.values() if spec.when])


@conditional_cases
def test_conditions_name_other_choices_and_some_but_not_all_of_their_options(spec):
    for key, idents in spec.when:
        choice = SPECS[key]
        assert choice.kind == "choice"
        assert key != spec.key
        assert set(idents) < {option.id for option in choice.options}


@conditional_cases
def test_an_input_said_to_have_no_effect_has_none_and_otherwise_one(spec):
    key, idents = spec.when[-1]
    others = [option.id for option in SPECS[key].options if option.id not in idents]
    active = _along(spec)
    if spec.group == "routing" and spec.name != "tiers":
        active["routing.tiers"] = 4.0
    for ident in others:
        scenario = DEFAULT.with_values({**active, key: ident})
        assert SPECS[key].option(ident).label in scenario.inert(spec.key)
        assert not _moves(scenario, spec), f"{spec.key} has an effect where {key} is {ident}"
    scenarios = [DEFAULT.with_values({**active, key: ident}) for ident in idents]
    assert [scenario.inert(spec.key) for scenario in scenarios] == [""] * len(scenarios)
    assert any(_moves(scenario, spec) for scenario in scenarios)


def _moves(scenario, spec):
    if spec.kind == "choice":
        values = [option.id for option in spec.options]
    else:
        ends = (spec.soft_low, spec.soft_high, max(spec.soft_low, 0.0) ** 0.5 * spec.soft_high**0.5)
        values = [float(max(1, round(v))) if spec.whole else v for v in ends]
    now = _seen(scenario, spec)
    return any(_seen(scenario.with_value(spec.key, value), spec) != now for value in values)


def _seen(scenario, spec):
    """What an input may move: the scenario's own figures, and for inputs of the years ahead their path."""
    metrics = point(scenario).metrics
    here = [metrics[key].tobytes() for key in METRICS if key not in COMPARISONS]
    if spec.group in {"outlook", "industry", "training", "thesis"}:
        path = outlook(scenario)
        here += [figures.tobytes() for figures in (path.cost, path.price, *path.layers.values())]
    return here


def _along(spec):
    """Other conditions than the last, which the caller sets."""
    return {key: idents[0] for key, idents in spec.when[:-1]}


def test_an_input_without_conditions_is_never_said_to_have_no_effect():
    assert DEFAULT.inert("workload.input_tokens") == ""
    with pytest.raises(ParameterError):
        DEFAULT.inert("nothing.such")


def test_values_are_encoded_alike_whatever_was_encoded_before():
    rng = random.Random(7)
    numbers = [key for key, spec in SPECS.items() if spec.kind == "number"]
    one = DEFAULT
    for _ in range(40):
        moved = {key: SPECS[key].soft_low for key in rng.sample(numbers, 3)}
        one = rng.choice([DEFAULT, one, dataclasses.replace(one)]).with_values(moved)
        flat = one.to_record().view(np.float64)
        assert flat[: len(POSITIONS)].tolist() == [SPECS[key].encode(one.values[key]) for key in POSITIONS]
