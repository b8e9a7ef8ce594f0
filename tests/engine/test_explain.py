"""The explanation of every metric recomputes, and names only what exists."""

import math

import pytest

from engine.drivers import point
from engine.errors import ParameterError
from engine.explain import explain, explain_all, names, recompute
from engine.identities import CONSTANTS, depends, identity
from engine.metrics import METRICS
from engine.parameters import SPECS
from engine.scenario import DEFAULT

SITUATIONS = {
    "default": {},
    "owned": {"finance.supply": "own"},
    "owned, straight line": {"finance.supply": "own", "finance.depreciation": "straight"},
    "owned, in an own building": {"finance.supply": "own", "facility.housing": "own"},
    "owned, interest on the average book": {
        "finance.supply": "own",
        "finance.depreciation": "interest",
        "facility.housing": "own",
        "finance.tax_rate": 0.25,
    },
    "mixed": {"finance.supply": "mixed", "task.calls": 8.0},
    "bought": {"finance.supply": "api", "finance.working_storage": 40.0},
    "subscription": {"price.scheme": "subscription"},
    "cost on output": {"finance.attribution": "output", "limits.percentile": "mean"},
    "cost on all tokens": {"finance.attribution": "total", "limits.percentile": "p99"},
    "subscription with a limit": {"price.scheme": "subscription", "usage.cap": 3.0},
    "given away": {"price.output": 0.0},
    "built network": {"fabric.topology": "tree2", "host_link.form": "copper", "finance.supply": "own"},
    "cables between switches": {"fabric.topology": "tree3", "trunk_link.form": "aoc"},
    "rented below cost": {"accelerator.rent": 1.0, "silicon.partner_margin": 0.4},
    "cheap walls": {"finance.supply": "own", "facility.colocation": 20.0},
    "all levers": {
        "levers.response": "on", "levers.response_price": 0.5, "levers.compression": "on",
        "levers.effort": "medium", "levers.prefix": "sized", "levers.distilled": "on",
    },
    "levers, given away": {
        "levers.response": "on", "levers.response_price": 0.5, "levers.compression": "on",
        "price.output": 0.0, "levers.distilled": "on", "finance.depreciation": "straight",
    },
    "levers, subscription": {
        "levers.response": "on", "levers.response_price": 0.5, "levers.effort": "custom",
        "price.scheme": "subscription",
    },
}  # fmt: skip


def nodes(root):
    yield root
    for child in root.children:
        yield from nodes(child)


@pytest.fixture(scope="module", params=SITUATIONS, ids=lambda name: name.replace(" ", "-"))
def case(request):
    scenario = DEFAULT.with_values(SITUATIONS[request.param])
    return scenario, point(scenario)


def test_root_is_the_metric_itself_and_every_node_the_formula_of_its_children(case):
    scenario, here = case
    trees, recomputed, judged = explain_all(here, scenario), 0, {}
    for key, root in trees.items():
        assert root.value == here.base(key) or math.isnan(root.value)
        waiting = [root]
        while waiting:
            node = waiting.pop()
            if id(node) in judged:
                continue
            judged[id(node)] = node
            waiting += node.children
            if node.expression:
                assert recompute(node) == pytest.approx(node.value, rel=1e-9, abs=1e-30), (key, node.key)
                recomputed += 1
    assert set(trees) == set(METRICS)
    assert recomputed > 60


@pytest.mark.parametrize(
    "key", ["cost_per_output_token", "gross_margin", "npv", "ttft_p95", "energy_per_response"]
)
def test_a_tree_made_with_others_is_that_made_alone(key):
    here = point(DEFAULT)
    assert explain_all(here, DEFAULT)[key] == explain(here, DEFAULT, key)


def test_headline_cost_and_break_even_have_formulas():
    here = point(DEFAULT)
    for key in ("cost_per_output_token", "breakeven_price", "gross_margin", "energy_per_response"):
        root = explain(here, DEFAULT, key)
        assert root.expression
        assert "÷" in root.formula
        assert any(char.isdigit() for char in root.numbers)


def test_every_headline_ends_in_inputs_with_text():
    here = point(DEFAULT)
    for key in ("cost_per_output_token", "ttft_p95", "tpot_p95", "utilization", "accelerators"):
        leaves = [n for n in nodes(explain(here, DEFAULT, key)) if not n.children]
        inputs = [n for n in leaves if n.kind == "input"]
        assert len(inputs) >= 3, key
        assert all(n.text for n in leaves)


def test_relations_name_only_metrics_inputs_and_constants():
    known = METRICS.keys() | SPECS.keys() | CONSTANTS.keys()
    for key in METRICS:
        told = depends(key)
        expression = METRICS[key].formula or identity(key, DEFAULT)
        assert set(told) <= known, key
        assert set(names(expression) if expression else ()) <= known, key
        assert told or expression, f"{key} explains nothing"


def test_own_source_of_an_input_goes_before_the_library():
    noted = DEFAULT.annotate("accelerator.rent", source="quote of 3 May")
    rent = explain(point(noted), noted, "accelerator.rent", lambda _key: ("list", "vendor"))
    assert (rent.source, rent.grade) == ("quote of 3 May", "")
    plain = explain(point(DEFAULT), DEFAULT, "accelerator.rent", lambda _key: ("list", "vendor"))
    assert (plain.source, plain.grade) == ("list", "vendor")


def test_explaining_an_unknown_key_is_refused():
    with pytest.raises(ParameterError, match="neither"):
        explain(point(DEFAULT), DEFAULT, "cost_per_dream")


def test_infeasible_metric_is_told_without_parts_and_without_nan():
    starved = DEFAULT.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"})
    root = explain(point(starved), starved, "cost_per_output_token")
    assert root.text == "—"
    assert root.children == ()
