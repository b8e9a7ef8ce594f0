"""The latency view of services that are no single replica: tiers, bought tokens, floors of quality."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from engine import files
from engine.drivers import point
from engine.errors import IsocostError
from engine.scenario import DEFAULT
from engine.simulator import simulate
from gui import theme
from gui.plotting.latency_answer import Answer
from gui.plotting.latency_job import LatencyJob, LatencySettings
from gui.plotting.latency_plan import ident_of, plan
from gui.plotting.latency_words import caption, panel_head, panel_state
from tests.gui.test_latency_view import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ROUTED = files.resolve("two-tier-service").scenarios[0]
BOUGHT = DEFAULT.with_value("finance.supply", "api")
SHARE = "deployment.load_share"


def frame(scenario, **settings):
    return LatencyJob(LatencySettings(**settings)).run(scenario, scenario, False, lambda: False)


@pytest.fixture
def lit(qapp):
    theme.apply(qapp, "light")
    return qapp


@pytest.mark.parametrize("tier", [1, 2])
def test_a_tier_is_shown_as_a_replica_that_gets_its_share(tier):
    found = frame(ROUTED, tier=tier)
    alone = point(ROUTED.tier(tier))
    for key in ("ttft_p95", "tpot_p95", "replica_rate"):
        assert found.point.base(key) == alone.base(key)
    assert panel_head(found).startswith(f"Tier {tier} at ")
    assert caption(found).head.startswith(f"Tier {tier}: ")


def test_figures_of_a_tier_stand_beside_those_of_the_service():
    found = frame(ROUTED)
    whole = point(ROUTED)
    assert found.whole.same(whole)
    said = panel_state(found)[-1]
    assert f"{whole.shown('tpot_p95'):.1f} ms" in said
    assert "All tiers" in said
    assert frame(DEFAULT).whole is None


def test_a_tier_that_is_gone_gives_way_to_the_last_one():
    assert frame(ROUTED, tier=4).tier == 2
    assert frame(DEFAULT, tier=2).tier == 0


@pytest.mark.parametrize("scenario", [ROUTED, DEFAULT], ids=["routed", "alone"])
def test_a_floor_of_quality_does_not_pass_for_a_broken_latency_limit(scenario):
    strict = scenario.with_value("routing.quality_floor", 0.99)
    assert not point(strict).feasible
    found = frame(strict)
    assert found.most is not None
    assert "idle replica" not in caption(found).head
    assert "quality" not in found.stops


def test_dragging_the_load_of_a_tier_edits_that_tier(qtbot, lit):
    desk = Desk(qtbot, ROUTED.with_values({"deployment.load": "share", "tier2.deployment.load": "share"}))
    desk.view.set_tier("2")
    desk.compute()
    desk.drag(0.4, 0.5)
    assert {key for key, _, _ in desk.edits} == {f"tier2.{SHARE}"}
    assert desk.scenario.number(f"tier2.{SHARE}") == pytest.approx(0.5, abs=0.02)
    assert desk.scenario.number(SHARE) == ROUTED.number(SHARE)


def test_the_tier_is_chosen_above_the_plots_and_kept(qtbot, lit):
    desk = Desk(qtbot, ROUTED)
    assert desk.view.tier.isVisible()
    desk.view.tier.chosen.emit("2")
    desk.compute()
    assert desk.result.tier == 2
    assert desk.view.settings()["tier"] == 2
    assert desk.steps == ["Show latency of tier 2"]
    desk.scenario = DEFAULT
    desk.compute()
    assert not desk.view.tier.isVisible()


def test_cures_of_a_tier_change_that_tier(qtbot, lit):
    desk = Desk(qtbot, ROUTED.with_values({"tier2.accelerator.memory": 1.0}))
    desk.view.set_tier("2")
    desk.compute()
    button = next(b for b in desk.view.obstacle.findChildren(QPushButton) if b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.edits
    assert all(key.startswith("tier2.") for key, _, _ in desk.edits)


def test_bought_tokens_are_told_as_stated_at_any_load(qtbot, lit):
    desk = Desk(qtbot, BOUGHT)
    view, here = desk.view, point(BOUGHT)
    assert not view.obstacle.isVisible()
    assert view.panel.isVisible()
    assert panel_head(desk.result) == "As the seller states"
    said = caption(desk.result)
    assert f"{here.shown('ttft_p95'):.3g} s" in said.detail
    empty = view.canvas.grab().toImage()
    view.canvas.result = None
    view.canvas.update()
    assert view.canvas.grab().toImage() != empty
    assert "nan" not in view.canvas.accessibleDescription().lower().split()


def test_bought_tokens_that_come_too_late_say_so():
    late = caption(frame(BOUGHT.with_value("api.ttft", 30.0)))
    assert not late.good
    assert caption(frame(BOUGHT)).good


def test_bought_tokens_are_never_simulated():
    assert plan(frame(BOUGHT)) == ()
    own = Answer(ident_of(DEFAULT), {}, {}, frozenset(), "p95", 1)
    assert own.of(DEFAULT)
    assert not own.of(BOUGHT)
    with pytest.raises(IsocostError, match="tokens are bought"):
        simulate(BOUGHT, requests=100)


@pytest.mark.parametrize(
    "change",
    [{"value.adoption": 0.3}, {"outlook.elasticity": 0.3}, {"thesis.cycle": "yes"}, {"api.output": 3.0}],
    ids=lambda change: next(iter(change)),
)
def test_what_no_request_feels_needs_no_new_simulation(change):
    assert ident_of(DEFAULT.with_values(change)) == ident_of(DEFAULT)


def test_what_stops_every_load_is_told_in_full(qtbot, lit):
    desk = Desk(qtbot, DEFAULT.with_value("accelerator.memory", 20.0))
    obstacle = desk.view.obstacle
    QApplication.processEvents()
    for label in obstacle.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()) - 1 or not label.wordWrap()
            assert label.height() >= label.fontMetrics().height() - 1, label.text()
    buttons = [button for button in obstacle.findChildren(QPushButton) if button.isVisible()]
    assert buttons
    for button in buttons:
        assert button.height() >= button.sizeHint().height()
