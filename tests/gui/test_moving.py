"""Only inputs that move something are offered as axes, and a view says so where one moves nothing."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication, QFrame, QListWidget

from engine import files
from engine.drivers import Axis, line, point
from engine.parameters import SPECS
from engine.scenario import DEFAULT
from gui import theme
from gui.plotting.frontier_job import FrontierJob, FrontierSettings
from gui.plotting.frontier_names import ALIKE, boxes, gathered, place
from gui.plotting.moving import axis_groups, moves
from gui.plotting.scales import Range
from gui.plotting.surface_words import sentence_of
from gui.plotting.tier_words import of_tier
from gui.views.frontier import FrontierView
from gui.views.surfaces import SurfacesView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

BOUGHT = DEFAULT.with_value("finance.supply", "api")
STUCK = DEFAULT.with_value("accelerator.memory", 10.0)


def offered(scenario):
    return {key for _, entries in axis_groups(scenario) for key, _ in entries}


@pytest.fixture
def lit(qapp):
    theme.apply(qapp, "light")
    return qapp


@pytest.mark.parametrize("name", ["enterprise-assistant", "two-tier-service"])
def test_every_axis_offered_moves_a_metric_and_none_left_out_does(name):
    scenario = files.resolve(name).scenarios[0]
    found, here = offered(scenario), point(scenario).metrics.tobytes()
    for key, spec in SPECS.items():
        if not spec.numeric:
            continue
        nodes = Axis.soft(key, 5)
        swept = line(scenario, nodes).metrics
        alike = {one.tobytes() for one in swept}
        if key not in found:
            assert len(alike) == 1 or scenario.inert(key), key
        elif alike == {here}:
            # Its usual range tells nothing, but something nearer does.
            near = np.clip([0.5 * scenario.number(key), 1.5 * scenario.number(key)], spec.low, spec.high)
            close = line(scenario, Axis(key, np.round(near) if spec.whole else near, False)).metrics
            assert any(one.tobytes() != here for one in close), key


def test_the_years_ahead_and_dimmed_inputs_are_no_axes():
    found = offered(DEFAULT)
    assert {"deployment.concurrency", "workload.input_tokens", "price.output"} <= found
    assert not {key for key in found if key.startswith("thesis.")}
    assert "deployment.replicas" not in found
    assert "api.output" not in found
    assert "api.output" in offered(BOUGHT)


def test_where_nothing_is_served_every_input_is_offered():
    assert offered(STUCK) == {key for key, spec in SPECS.items() if spec.numeric}
    assert moves(DEFAULT, SPECS["workload.users"])


def test_the_list_of_axes_follows_the_scenario_when_it_opens(qtbot, lit):
    view = SurfacesView()
    qtbot.addWidget(view)
    view.show()
    for scenario, there in ((DEFAULT, False), (BOUGHT, True)):
        view.show_scenario(scenario, scenario)
        view.tools.x_axis.drop()
        lists = view.tools.x_axis.findChildren(QListWidget)
        texts = {lists[-1].item(i).text() for i in range(lists[-1].count())}
        assert (SPECS["api.output"].label in texts) == there
        for popup in view.tools.x_axis.findChildren(QFrame, "popup"):
            popup.close()
        QApplication.processEvents()


def surfaces(qtbot, scenario):
    view = SurfacesView()
    qtbot.addWidget(view)
    view.resize(1084, 710)
    view.show_scenario(scenario, scenario)
    return view, view.job().run(scenario, scenario, False, lambda: False)


def test_bought_tokens_put_their_price_where_no_replica_is_loaded(qtbot, lit):
    view, result = surfaces(qtbot, BOUGHT)
    assert view.axis_keys() == ("api.output", "workload.input_tokens")
    cost = result.grid.base("cost_per_output_token")
    assert np.ptp(cost, axis=1).min() > 0.0
    assert "moves nothing" not in sentence_of(result)


def test_a_surface_says_which_axis_moves_nothing_shown(qtbot, lit):
    view, _ = surfaces(qtbot, DEFAULT)
    view.set_axis("x", "outlook.elasticity")
    result = view.job().run(DEFAULT, DEFAULT, False, lambda: False)
    assert sentence_of(result).startswith(f"{SPECS['outlook.elasticity'].label} moves nothing shown.")


# the frontier -------------------------------------------------------------------------------------


def traced(scenario, along="deployment.concurrency"):
    settings = FrontierSettings("tpot_p95", "cost_per_output_token", along, "")
    return FrontierJob(settings).run(scenario, scenario, False, lambda: False)


def test_a_frontier_says_why_there_is_no_curve_or_no_point():
    assert traced(DEFAULT).said == ""
    assert traced(BOUGHT).said == "Concurrent sequences moves neither of the two: tokens are bought"
    assert traced(STUCK).said.startswith("No point of the curve can be served: Weights alone take")
    over = DEFAULT.with_values({"deployment.load": "replicas", "deployment.replicas": 1.0})
    assert traced(over).said.startswith("The scenario itself is not served: Requests arrive faster")


@pytest.mark.parametrize("scenario", [DEFAULT, BOUGHT, STUCK], ids=["served", "bought", "stuck"])
def test_what_a_frontier_says_is_painted(qtbot, lit, scenario):
    view = FrontierView()
    qtbot.addWidget(view)
    view.resize(1084, 710)
    view.show()
    view.show_scenario(scenario, scenario)
    result = view.job().run(scenario, scenario, False, lambda: False)
    view.show_result(result)
    said = view.canvas.grab().toImage()
    object.__setattr__(result, "said", "")
    view.canvas.viewport().update()
    assert (view.canvas.grab().toImage() != said) == (scenario is not DEFAULT)


def test_curves_that_lie_on_each_other_share_a_name():
    x = np.linspace(0.0, 400.0, 100)
    first = np.stack([x, 200.0 - 0.3 * x], axis=1)
    assert gathered([first, first + ALIKE / 3, first + 5 * ALIKE]) == [[0, 1], [2]]
    assert gathered([first, np.full((9, 2), np.nan)]) == [[0], [1]]


def test_a_name_covers_no_curve_and_no_other_name():
    x = np.linspace(20.0, 580.0, 160)
    curves = [np.stack([x, 300.0 - 0.3 * x + shift], axis=1) for shift in (0.0, 60.0)]
    box, drawn = QRectF(0, 0, 600, 400), np.concatenate(curves)
    one = place("FP8", 40.0, curves[0], drawn, box, [])
    two = place("FP8", 40.0, curves[0], drawn, box, boxes([one]))
    for name in (one, two):
        covered = (np.abs(drawn - (name.x, name.y)) < (name.width / 2, 8.0)).all(axis=1)
        assert not covered.any()
    assert not boxes([one])[0].intersects(boxes([two])[0])
    assert place("FP8", 40.0, np.full((9, 2), np.nan), drawn, box, []) is None


@pytest.mark.parametrize(
    ("low", "high"), [(0.5, 2.0), (0.8, 1.4), (30.0, 60.0), (10.0, 1000.0), (0.05, 20.0)]
)
def test_an_axis_names_at_least_three_figures_and_not_too_many(low, high):
    found = Range(low, high, "log").ticks()
    assert 3 <= len(found) <= 12
    assert all(low * (1 - 1e-9) <= value <= high * (1 + 1e-9) for value in found)


def test_an_axis_names_the_tier_it_moves_where_others_have_their_own():
    routed = files.resolve("two-tier-service").scenarios[0]
    assert of_tier(routed, "deployment.concurrency") == ", tier 1"
    assert of_tier(routed, "workload.input_tokens") == ""
    assert of_tier(DEFAULT, "deployment.concurrency") == ""
    assert of_tier(routed, "tier2.deployment.concurrency") == ""
