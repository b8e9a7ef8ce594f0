"""Break-evens, searches and winner maps against the engine asked point by point."""

import json
import math

import numpy as np
import pytest

from engine import catalog, cli, files
from engine.drivers import Axis, point, surface
from engine.drivers.moves import columns, moved, places
from engine.errors import IsocostError, ParameterError
from engine.metrics import METRICS
from engine.scenario import DEFAULT, spec_of
from engine.solve import break_evens, free_inputs, goal_seek, target_of
from engine.solve import winners as maps
from engine.solve.search import best_of_each, search
from engine.solve.space import KEYS, encoded, space

NAMES = ("enterprise-assistant", "fraud-triage", "two-tier-service", "reasoning-rack")
SCENARIOS = {name: files.load_builtin(name).scenario for name in NAMES}
ENTERPRISE = SCENARIOS["enterprise-assistant"]


# moves ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_move_gives_what_the_changed_scenario_gives(name):
    scenario = SCENARIOS[name]
    keys = ["workload.output_tokens", "accelerator.bandwidth", "finance.life", "price.output"]
    keys += ["tier2.deployment.concurrency"] if scenario.routed else []
    values = [scenario.number(key) * 0.9 for key in keys]
    at = np.array([[places(scenario, key)] for key in keys])
    base = np.array([[spec_of(key).encode(v)] for key, v in zip(keys, values, strict=True)])
    found = moved(scenario.to_records(), at, base, ("cost_rate", "gross_margin", "binding"))
    for key, value, row in zip(keys, values, found, strict=True):
        there = point(scenario.with_value(key, value))
        assert row.tolist() == [there.base(m) for m in ("cost_rate", "gross_margin", "binding")], key


def test_moves_leave_the_records_as_they_were():
    records = ENTERPRISE.to_records()
    before = records.tobytes()
    at = np.array([[places(ENTERPRISE, "workload.output_tokens"), places(ENTERPRISE, "finance.life")]])
    moved(records, at, np.array([[10.0, 3e7], [20.0, 4e7]]), ("cost_rate",))
    assert records.tobytes() == before


def test_rows_beyond_one_band_are_those_of_single_rows():
    at = np.array([[places(ENTERPRISE, "workload.output_tokens")]])
    values = np.geomspace(50, 5000, 3000).reshape(-1, 1)
    told = []
    many = moved(ENTERPRISE.to_records(), at, values, ("cost_rate",), progress=told.append)
    some = [0, 511, 512, 1700, 2999]
    one = moved(ENTERPRISE.to_records(), at, values[some], ("cost_rate",))
    assert many[some].tolist() == one.tolist()
    assert max(told) == 3000


def test_moves_end_when_they_are_no_longer_wanted():
    at = np.array([[places(ENTERPRISE, "workload.output_tokens")]])
    values = np.full((5000, 1), 100.0)
    assert moved(ENTERPRISE.to_records(), at, values, ("cost_rate",), cancelled=lambda: True) is None


def test_columns_are_where_metrics_stand():
    found = point(ENTERPRISE).metrics.view(np.float64)
    keys = ("ttft_p95", "gross_margin", "cost_rate")
    assert found[columns(keys)].tolist() == [point(ENTERPRISE).base(key) for key in keys]


# what would have to be true ---------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_applying_an_exact_answer_meets_the_target(name):
    scenario = SCENARIOS[name]
    found = [root for root in break_evens(scenario) if root.found and root.exact]
    assert len(found) > 5
    for root in found:
        there = point(scenario.with_value(root.key, root.value))
        assert abs(there.base("gross_margin")) < 1e-9, root.key
        assert there.feasible == root.feasible, root.key


def test_every_free_input_that_moves_the_metric_is_told():
    told = {root.key for root in break_evens(ENTERPRISE)}
    still = set(free_inputs(ENTERPRISE)) - told
    assert {"accelerator.rent", "workload.output_tokens", "price.output"} <= told
    here = point(ENTERPRISE).base("gross_margin")
    for key in sorted(still)[::7]:
        spec = spec_of(key)
        for end in (spec.soft_low, spec.soft_high):
            there = point(ENTERPRISE.with_value(key, end)).base("gross_margin")
            assert math.isnan(there) or there == pytest.approx(here, rel=1e-9), key


def test_the_most_plausible_answer_comes_first():
    found = break_evens(ENTERPRISE)
    order = [(not root.plausible, not root.feasible, root.distance) for root in found]
    assert order == sorted(order)
    assert found[0].plausible
    assert found[0].feasible


def test_an_answer_at_the_nearest_of_several_crossings_is_told():
    root = goal_seek(ENTERPRISE, "gross_margin", 0.0, "deployment.concurrency")
    now = ENTERPRISE.number("deployment.concurrency")
    between = np.geomspace(min(now, root.value) * 1.001, max(now, root.value) * 0.999, 41)
    signs = {
        math.copysign(1, point(ENTERPRISE.with_value(root.key, float(v))).base("gross_margin"))
        for v in between
    }
    assert len(signs) == 1


def test_a_locked_input_never_moves():
    scenario = ENTERPRISE.annotate("accelerator.rent", locked=True)
    assert "accelerator.rent" not in {root.key for root in break_evens(scenario)}
    with pytest.raises(ParameterError, match=r"accelerator\.rent.*locked; unlock"):
        goal_seek(scenario, "gross_margin", 0.0, "accelerator.rent")


def test_where_nothing_meets_the_target_the_nearest_is_told():
    root = goal_seek(ENTERPRISE, "gross_margin", 0.9, "workload.cached_share")
    assert not root.found
    there = point(ENTERPRISE.with_value(root.key, root.nearest)).base("gross_margin")
    assert there == pytest.approx(root.reached, rel=1e-12)
    assert there < 0.9
    best = max(
        point(ENTERPRISE.with_value(root.key, float(v))).base("gross_margin")
        for v in np.linspace(0, 0.97, 25)
    )
    assert root.reached >= best - 2e-3


def test_an_input_of_whole_numbers_is_answered_by_one_that_passes_the_target():
    root = goal_seek(ENTERPRISE, "gross_margin", 0.0, "model.layers")
    assert root.value == int(root.value)
    step = math.copysign(1.0, root.now - root.value)
    across = point(ENTERPRISE.with_value("model.layers", root.value)).base("gross_margin")
    before = point(ENTERPRISE.with_value("model.layers", root.value + step)).base("gross_margin")
    assert not root.exact
    assert across * before < 0.0
    assert across * point(ENTERPRISE).base("gross_margin") < 0.0


def test_a_range_noted_on_an_input_decides_what_is_plausible():
    value = goal_seek(ENTERPRISE, "gross_margin", 0.0, "accelerator.rent").value
    from engine.scenario import Uncertainty

    near = ENTERPRISE.annotate("accelerator.rent", uncertainty=Uncertainty(2.59, 2.61))
    far = ENTERPRISE.annotate("accelerator.rent", uncertainty=Uncertainty(2.0, 3.0))
    assert not goal_seek(near, "gross_margin", 0.0, "accelerator.rent").plausible
    root = goal_seek(far, "gross_margin", 0.0, "accelerator.rent")
    assert root.plausible
    # One scale holds for all: the logarithm, for rents run on it or not as declared.
    width = math.log(1.5) if spec_of("accelerator.rent").scale == "log" else 1.0
    apart = math.log(value / 2.6) if spec_of("accelerator.rent").scale == "log" else value - 2.6
    assert root.distance == pytest.approx(abs(apart) / width, rel=1e-6)


@pytest.mark.parametrize(
    ("metric", "key", "told"),
    [
        ("nonsense", "accelerator.rent", "nonsense is not a metric"),
        ("binding", "accelerator.rent", "no quantity"),
        ("gross_margin", "model.part", "no number"),
        ("gross_margin", "workload.nothing", "not a parameter"),
    ],
)
def test_a_goal_that_cannot_be_is_refused(metric, key, told):
    with pytest.raises(IsocostError, match=told):
        goal_seek(ENTERPRISE, metric, 0.0, key)


def test_an_input_without_effect_is_refused_with_the_reason():
    with pytest.raises(ParameterError, match="does not move gross margin: No effect while"):
        goal_seek(ENTERPRISE, "gross_margin", 0.0, "deployment.load_share")


def test_a_metric_without_a_value_is_refused():
    broken = ENTERPRISE.with_value("accelerator.memory", 5.0)
    with pytest.raises(IsocostError, match="has no value at this scenario"):
        break_evens(broken)


# deployments ------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=["enterprise-assistant", "two-tier-service"])
def searched(request):
    scenario = SCENARIOS[request.param]
    return scenario, search(scenario, space(scenario, ("h100-sxm", "mi300x")), most=5)


def test_a_deployment_is_what_adopting_it_gives(searched):
    scenario, found = searched
    rows = np.random.default_rng(1).choice(found.space.size, 40, replace=False)
    for row in rows:
        one = found.deployment(int(row))
        there = point(one.adopted(scenario))
        for key, value in one.metrics.items():
            assert value == pytest.approx(there.base(key), rel=1e-12, nan_ok=True), (row, key)


def test_every_combination_is_looked_at_once(searched):
    _, found = searched
    sets = {(d.accelerator, d.changes) for d in map(found.deployment, range(found.space.size))}
    assert len(sets) == found.space.size == len(found.figures["feasible"])
    assert set(dict(found.deployment(0).changes)) == {*KEYS, found.space.load}


def test_the_best_holds_the_limits_and_none_searched_is_cheaper(searched):
    scenario, found = searched
    cost = found.figures["cost_per_output_token"][found.feasible]
    assert found.best[0].metrics["cost_per_output_token"] <= np.nanmin(cost) * (1 + 1e-12)
    for one in found.best:
        there = point(one.adopted(scenario))
        assert there.feasible
        assert there.base("cost_per_output_token") == pytest.approx(one.metrics["cost_per_output_token"])


def test_more_load_than_the_best_breaks_a_limit_or_saves_nothing(searched):
    scenario, found = searched
    best = found.best[0]
    load = float(best.value(found.space.load))
    more = point(best.adopted(scenario).with_value(found.space.load, load * 1.01))
    assert not more.feasible or more.base("cost_per_output_token") >= best.metrics["cost_per_output_token"]


def test_nothing_feasible_beats_the_front_in_both(searched):
    _, found = searched
    x, y = (found.figures[key][found.feasible] for key in (found.x_metric, found.y_metric))
    for row in found.front.nonzero()[0]:
        here = found.figures[found.x_metric][row], found.figures[found.y_metric][row]
        assert not np.any((x < here[0]) & (y < here[1]))


def test_a_search_ends_when_it_is_no_longer_wanted():
    assert search(ENTERPRISE, space(ENTERPRISE, ("h100-sxm",)), cancelled=lambda: True) is None


def test_all_linked_accelerators_are_searched_and_single_cards_are_not():
    parts = space(ENTERPRISE).accelerators
    assert {"h100-sxm", "tpu-v7", "trn2", "mi355x"} <= set(parts)
    assert not {"rtx4090", "m4-max", "l40s"} & set(parts)
    assert len(parts) >= 40


def test_experts_are_spread_only_where_a_model_has_them():
    assert {layout[3] for layout in space(ENTERPRISE).layouts} == {1.0}
    assert {8.0, 64.0} <= {layout[3] for layout in space(SCENARIOS["reasoning-rack"]).layouts}


def test_bought_tokens_have_no_deployment_to_search():
    with pytest.raises(IsocostError, match=r"finance\.supply.*choose own, rent or mixed"):
        space(ENTERPRISE.with_value("finance.supply", "api"))


def test_ranking_by_what_has_no_better_is_refused():
    with pytest.raises(IsocostError, match="no metric to rank by"):
        search(ENTERPRISE, space(ENTERPRISE, ("h100-sxm",)), "nonsense")


def test_codes_of_choices_are_what_records_hold():
    assert encoded("precision.weights", "fp8") == 8.0


# who wins ---------------------------------------------------------------------------------------

X = Axis.over("workload.output_tokens", 100, 2000, 5)
Y = Axis.over("workload.input_tokens", 500, 20000, 4)


@pytest.fixture(scope="module")
def won():
    ways = maps.accelerators(ENTERPRISE, ("h100-sxm", "mi300x", "tpu-v7"))
    return maps.winners(ways, X, Y)


def test_values_are_those_of_a_surface_where_limits_hold(won):
    for way, values in zip(won.ways, won.values, strict=True):
        over = surface(way.scenario, X, Y).metrics
        wanted = np.where(over["feasible"] == 1.0, over[won.metric], np.nan)
        assert np.array_equal(values, wanted, equal_nan=True)


def test_the_winner_is_the_best_that_holds_the_limits(won):
    for y, x in np.ndindex(won.winner.shape):
        column = won.values[:, y, x]
        if np.isnan(column).all():
            assert won.winner[y, x] == maps.NOBODY
        else:
            assert won.values[won.winner[y, x], y, x] == np.nanmin(column)


def test_regret_is_nothing_where_a_way_wins_and_never_negative(won):
    for way in range(len(won.ways)):
        regret = won.regret(way)
        wins = won.winner == way
        assert (regret[wins] == 0.0).all()
        assert (regret[~np.isnan(regret)] >= 0.0).all()
        assert np.isnan(regret[won.winner == maps.NOBODY]).all()


def test_shares_of_the_map_add_up(won):
    assert sum(share for _, share in won.shares()) == pytest.approx((won.winner >= 0).mean())


def test_the_lead_is_the_distance_to_the_second(won):
    lead = won.margin()
    for y, x in np.ndindex(lead.shape):
        known = np.sort(won.values[:, y, x][~np.isnan(won.values[:, y, x])])
        if known.size > 1:
            assert lead[y, x] == pytest.approx(known[1] - known[0])


def test_each_accelerator_is_deployed_as_serves_it_best_here():
    for way in maps.accelerators(ENTERPRISE, ("h100-sxm", "mi300x")):
        found = search(ENTERPRISE, space(ENTERPRISE, (str(way.scenario.get("accelerator.part")),)), most=1)
        (best,) = best_of_each(ENTERPRISE, found)
        here = point(way.scenario)
        assert here.feasible
        # Precision and supply stay what they are, so a free search may only be better.
        assert here.base("cost_per_output_token") >= best.metrics["cost_per_output_token"] * (1 - 1e-12)


def test_supplies_models_and_tiers_are_ways_too():
    assert [way.scenario.get("finance.supply") for way in maps.supplies(ENTERPRISE)] == [
        "own", "rent", "mixed", "api",
    ]  # fmt: skip
    small = maps.models(ENTERPRISE, ["llama-3.1-8b"])[0]
    assert small.scenario.get("model.part") == catalog.lookup("model", "llama-3.1-8b").id
    alone = maps.tiers(SCENARIOS["two-tier-service"])
    whole = SCENARIOS["two-tier-service"].number("workload.requests_per_user")
    assert [way.scenario.number("workload.requests_per_user") for way in alone] == [whole] * 3
    with pytest.raises(IsocostError, match="one tier serves"):
        maps.tiers(DEFAULT)


def test_a_map_of_nothing_or_of_one_input_twice_is_refused():
    with pytest.raises(IsocostError, match="nothing to compare"):
        maps.winners([], X, Y)
    with pytest.raises(ParameterError, match="both axes"):
        maps.winners(maps.supplies(ENTERPRISE), X, X)


# command line -----------------------------------------------------------------------------------


def test_solve_tells_the_input_that_meets_a_target(capsys):
    command = ["solve", "--metric", "gross_margin", "--target", "20%", "--for", "accelerator.rent", "--json"]
    assert cli.main(command) == 0
    told = json.loads(capsys.readouterr().out)
    (answer,) = told["answers"]
    there = point(ENTERPRISE.with_value("accelerator.rent", answer["value"]))
    assert there.base("gross_margin") == pytest.approx(0.2, abs=1e-9)
    assert told["target"] == {"value": pytest.approx(0.2), "unit": "1"}


def test_solve_says_no_where_nothing_meets_the_target(capsys):
    assert cli.main(["solve", "--target", "0.95", "--for", "workload.cached_share"]) == 1
    assert "nearest" in capsys.readouterr().out


def test_search_tells_the_best_and_writes_all_that_hold_the_limits(capsys, tmp_path):
    out = tmp_path / "all.csv"
    assert cli.main(["search", "--accelerator", "H100-SXM", "--top", "2", "--json", "--out", str(out)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert len(told["best"]) == 2
    rows = out.read_text().splitlines()
    assert len(rows) == told["feasible"] + 1
    assert rows[0].startswith("accelerator.part,precision.weights")
    assert sum(row.endswith(",1") for row in rows[1:]) == len(told["front"])


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["solve", "--target", "much"], "target of gross_margin: "),
        (["solve", "--metric", "cost"], "cost is not a metric"),
        (["search", "--top", "0"], "ask for at least 1"),
        (["search", "--accelerator", "abacus"], "no accelerator 'abacus'"),
        (["search", "--metric", "batch"], "no metric to rank by"),
    ],
)
def test_a_question_that_cannot_be_is_one_line_of_error(command, told, capsys):
    assert cli.main(command) == 2
    shown = capsys.readouterr()
    assert told in shown.err
    assert shown.err.count("\n") == 1
    assert shown.out == ""


def test_targets_are_in_the_metrics_unit():
    assert METRICS["cost_per_output_token"].unit == "$/M tokens"
    assert target_of("cost_per_output_token", "2") == pytest.approx(2e-6)
    assert target_of("cost_per_output_token", "$2") == pytest.approx(2e-6)
    assert target_of("tpot_p95", "45 ms") == pytest.approx(0.045)
    assert target_of("gross_margin", "25%") == pytest.approx(0.25)
    assert target_of("gross_margin", "0.25") == 0.25
    assert target_of("gross_margin", "25", bare="display") == pytest.approx(0.25)
    assert target_of("gross_margin", "-5 %") == pytest.approx(-0.05)
    assert target_of("capex", "1,200,000") == pytest.approx(1.2e6)
    assert target_of("ttft_p95", "0,5", ",") == pytest.approx(0.5)
    assert target_of("ttft_p95", None) == 0.0
    with pytest.raises(IsocostError, match="write one number"):
        target_of("gross_margin", "1 to 2")
