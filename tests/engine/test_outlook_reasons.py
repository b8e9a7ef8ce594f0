"""Figures of the years ahead explain themselves: every formula recomputes, every branch ends at a source."""

import math
import re

import pytest

from engine import catalog, files
from engine.errors import ParameterError
from engine.explain import recompute
from engine.outlook import PREFIX, outlook
from engine.outlook.layers import LAYERS
from engine.outlook.reasons import reason
from engine.parameters import SPECS
from engine.scenario import DEFAULT
from resources.tools.build_scenarios import CASES

EARNING = DEFAULT.with_values({"price.output": 6.0, "price.fees": 0.03})
SITUATIONS = {
    "own": EARNING.with_value("finance.supply", "own"),
    "rent": EARNING,
    "mixed": EARNING.with_value("finance.supply", "mixed"),
    "api": EARNING.with_value("finance.supply", "api"),
    "set": EARNING.with_values({"outlook.price_path": "set", "training.basis": "bill"}),
    "pause": EARNING.with_values({
        "finance.supply": "own", "outlook.pause_year": 2028.0, "outlook.pause_years": 2.0,
        "finance.life": 3.0, "outlook.platform_fee": 0.1,
    }),
    "shrinks": EARNING.with_values({
        "finance.supply": "own", "outlook.demand_growth": -0.3, "outlook.elasticity": 0.1,
        "thesis.efficiency": "yes",
    }),
    **{name: files.resolve(name).scenarios[0] for name in CASES},
}  # fmt: skip
ARRAYS = {
    "price": "price", "cost": "cost", "cost_new": "cost_new", "margin": "margin", "volume": "volume",
    "revenue": "revenue", "spend": "spend", "training": "training", "need": "need",
    "installed": "installed", "ordered": "ordered",
}  # fmt: skip


def nodes(root):
    """Every node of the years ahead in a tree, each once, and the figures of today that they rest on."""
    found, waiting = {}, [root]
    while waiting:
        node = waiting.pop()
        if id(node) not in found:
            found[id(node)] = node
            if node.key.startswith(PREFIX):
                waiting.extend(node.children)
    return found.values()


def same(one, other):
    return one == pytest.approx(other, rel=1e-9, abs=1e-300, nan_ok=True)


@pytest.mark.parametrize("name", SITUATIONS)
def test_figures_of_a_year_recompute_from_their_parts(name):
    path = outlook(SITUATIONS[name])
    seen = set()
    for figure in ("margin4", f"told_new{path.years.size - 1}", "training3", "sum_leader__platform5"):
        for node in nodes(reason(path, PREFIX + figure)):
            if node.expression and math.isfinite(node.value) and node.key.startswith(PREFIX):
                assert same(recompute(node), node.value), (figure, node.key, node.expression)
            told = re.fullmatch(r"ahead\.([a-z_]+?)(\d+)", node.key)
            if told and told[1] in ARRAYS:
                seen.add(told[1])
                assert same(node.value, float(getattr(path, told[1])[int(told[2])])), node.key
    assert seen >= {"margin", "cost", "price", "cost_new", "training", "revenue"}


def test_machines_and_every_layer_recompute():
    path = outlook(SITUATIONS["shrinks"])
    assert (path.ordered == 0.0).any()
    for t in (0, 1, 5):
        for layer in (*(one.key for one in LAYERS), "platform"):
            root = reason(path, f"ahead.layer_{layer}{t}")
            assert same(root.value, float(path.layers[layer][t]))
            assert same(recompute(root), root.value), layer
        for figure in ("need", "installed", "ordered", "spend", "volume"):
            root = reason(path, f"{PREFIX}{figure}{t}")
            assert same(root.value, float(getattr(path, figure)[t])), (figure, t)
            if root.expression:
                assert same(recompute(root), root.value), (figure, t)


@pytest.mark.parametrize("name", ["own", "rent", "commoditised-2028", "two-tier-service"])
def test_every_branch_ends_at_inputs_with_a_source_or_a_ground(name):
    path = outlook(SITUATIONS[name])
    for figure in ("told_price", "told_cost", "margin", "spend", "training", "sum_leader__alternatives"):
        keys = set()
        for node in nodes(reason(path, f"ahead.{figure}4")):
            assert node.text
            assert node.label
            if node.key.startswith(PREFIX) and node.value != 1.0:
                assert node.children, node.key
            keys.add(node.key)
        assert any(key.startswith(("outlook.", "training.")) for key in keys), figure


def test_a_year_s_cost_is_told_by_the_token_as_on_the_plot():
    path = outlook(SITUATIONS["own"])
    assert reason(path, "ahead.told_cost3").value == pytest.approx(path.cost[3] / path.output_tokens)
    assert reason(path, "ahead.told_new0").text == reason(path, "ahead.told_cost0").text


def test_fleet_of_many_ages_is_told_by_year_of_purchase():
    path = outlook(SITUATIONS["own"])
    root = reason(path, "ahead.cost3")
    held = [node for node in root.children if node.key.startswith("ahead.held")]
    assert len(held) == 4
    whole = sum(node.value for node in held)
    work = path.need[3] / path.need[0] * path.volume[0] / path.volume[3]
    assert whole == pytest.approx(path.installed[3] / path.need[3] * work, rel=1e-9)


def test_what_is_no_figure_is_refused():
    path = outlook(EARNING)
    with pytest.raises(ParameterError):
        reason(path, "ahead.nothing3")
    with pytest.raises(ParameterError):
        reason(path, "ahead.cost99")
    with pytest.raises(ParameterError):
        reason(path, "nothing.such")


def test_sources_of_the_catalogue_reach_the_leaves():
    s = SITUATIONS["own-silicon"]

    def provenance(key):
        known = catalog.figure(s, key)
        return (known.source, known.grade) if known is not None else ("", "")

    waiting, inputs = [reason(outlook(s), "ahead.told_cost4", provenance)], {}
    while waiting:
        node = waiting.pop()
        waiting.extend(node.children)
        if node.kind == "input":
            inputs[node.key] = node
    assert inputs["accelerator.price"].source
    assert inputs["outlook.hardware_decline"].source == SPECS["outlook.hardware_decline"].source
    sourced = [node for node in inputs.values() if node.source]
    assert len(sourced) > 0.6 * len(inputs)
