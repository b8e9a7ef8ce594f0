"""What waits while a hand drags, and that nothing of it is lost once it rests."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QApplication

from engine.drivers import point
from engine.evidence import bands
from engine.scenario import DEFAULT
from gui import live_results
from gui.launch import open_window
from gui.panels.kpi_strip import KpiStrip
from gui.panels.summaries import rows_of
from gui.plotting import here as here_module
from gui.plotting.contours import Polygons
from gui.plotting.draw import area_of, path_of, paths_of
from gui.plotting.here import here

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
DRAGGED = "workload.output_tokens"


@pytest.fixture(scope="module")
def window(qapp, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ISOCOST_STATE", str(tmp_path_factory.mktemp("state")))
        made = open_window(None)
        made.resize(1280, 800)
        made.show()
        yield made
        made.live.stop()
        made.document._mark_saved()
        made.close()
        made.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def _no_thread_outlives_its_test():
    # The window of the module keeps its worker.
    return


def hidden(window):
    return next(view for view in window.views if view.key == "frontier")


def test_views_behind_learn_of_a_drag_when_the_hand_rests(window):
    view, told = hidden(window), []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(view, "show_scenario", lambda scenario, _baseline: told.append(scenario))
        for value in (300.0, 301.0, 302.0):
            window.input_edited(DRAGGED, value, 71)
        assert not told
        assert window.view().scenario is window.document.scenario
        window._gesture_finished()
        assert told == [window.document.scenario]
        window.attempt(window.document.set_value, DRAGGED, 310.0)
        assert told[-1] is window.document.scenario


def test_a_view_opened_during_a_drag_knows_what_the_hand_did(window):
    view, told = hidden(window), []
    front = window.stack.currentIndex()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(view, "show_scenario", lambda scenario, _baseline: told.append(scenario))
        window.input_edited(DRAGGED, 320.0, 72)
        window.open_view("frontier")
        assert told == [window.document.scenario]
    window._gesture_finished()
    window.show_view(front)


class Overtaken:
    """A job during which the hand moves on; it notes whether that is a reason to give up."""

    def __init__(self, live, *, coarse=None):
        self.live, self.coarse, self.given_up = live, coarse, []

    def run(self, _scenario, _baseline, coarse, cancelled):
        assert not cancelled()
        if coarse:
            return self.coarse
        self.live.submit(DEFAULT, DEFAULT, "another", None)
        self.given_up.append(cancelled())
        return None if cancelled() else "made"


@pytest.fixture
def live():
    made = live_results.LiveResults()
    yield made
    made.stop()


def frames_of(live, qtbot, job):
    taken = []
    live.ready.connect(taken.append)
    live.submit(DEFAULT, DEFAULT, "overtaken", job)
    qtbot.waitUntil(lambda: bool(taken) and live.settled)
    return taken


def test_a_frame_under_way_is_finished_though_the_hand_moves_on(live, qtbot, monkeypatch):
    monkeypatch.setattr(live_results, "COARSE_AFTER", 1e9)
    job = Overtaken(live)
    frames_of(live, qtbot, job)
    assert job.given_up == [False]


def test_what_takes_long_is_given_up_for_the_newest_wish_and_announced_coarsely_from_then_on(
    live, qtbot, monkeypatch
):
    monkeypatch.setattr(live_results, "COARSE_AFTER", 0.0)
    posted, post = [], live._post
    monkeypatch.setattr(live, "_post", lambda frame, *rest: (posted.append(frame), post(frame, *rest)))
    job = Overtaken(live, coarse="coarse")
    frames_of(live, qtbot, job)
    assert job.given_up == [True]
    # Nothing is drawn, but the headline figures follow the hand.
    assert [(frame.result, frame.final) for frame in posted] == [(None, False), (None, True)]
    assert posted[0].point.same(point(DEFAULT))
    frames_of(live, qtbot, job)
    assert [frame.result for frame in posted[2:]] == ["coarse", None]


def test_of_what_was_shown_coarsely_the_rest_is_given_up_at_once(live, qtbot, monkeypatch):
    monkeypatch.setattr(live_results, "COARSE_AFTER", 1e9)
    live._full_pass["overtaken"] = 2e9
    job = Overtaken(live, coarse="coarse")
    frames_of(live, qtbot, job)
    assert job.given_up == [True]


def test_headline_figures_are_told_in_brief_while_a_hand_drags_and_in_full_afterwards(qtbot, styled):
    strip = KpiStrip()
    qtbot.addWidget(strip)
    now, then = point(DEFAULT.with_value(DRAGGED, 400.0)), point(DEFAULT)
    spread = bands(DEFAULT, now)
    strip.show_results(now, then, DEFAULT, spread=spread)
    full = strip.tile("cost_per_output_token").headline()
    tip = strip.tile("cost_per_output_token").toolTip()
    later = point(DEFAULT.with_value(DRAGGED, 500.0))
    strip.gesture_started()
    strip.show_results(later, then, DEFAULT, spread=spread)
    brief = strip.tile("cost_per_output_token").headline()
    assert brief.detail == ""
    assert strip.tile("cost_per_output_token").toolTip() == tip
    strip.gesture_finished()
    after = strip.tile("cost_per_output_token").headline()
    assert (after.value, after.unit, after.limit, after.standing, after.band, after.grade) == (
        brief.value, brief.unit, brief.limit, brief.standing, brief.band, brief.grade
    )  # fmt: skip
    assert after.detail
    assert after.delta
    assert strip.tile("cost_per_output_token").toolTip() == after.detail != tip
    strip.show_results(now, then, DEFAULT, spread=spread)
    assert strip.tile("cost_per_output_token").headline() == full


def test_only_the_row_of_a_number_tells_of_it():
    moved = DEFAULT.with_value(DRAGGED, 500.0)
    assert rows_of(moved.differing(DEFAULT), moved, DEFAULT) == {DRAGGED}
    chosen = DEFAULT.with_value("deployment.load", "share")
    assert rows_of(chosen.differing(DEFAULT), chosen, DEFAULT) is None
    noted = DEFAULT.annotate(DRAGGED, locked=True)
    assert rows_of(noted.differing(DEFAULT), noted, DEFAULT) is None
    routed = DEFAULT.with_values({"routing.mode": "router", "routing.tiers": 2})
    assert rows_of(["routing.tiers"], routed, DEFAULT) is None


def test_a_point_is_evaluated_once_for_all_who_ask(monkeypatch):
    asked = []
    monkeypatch.setattr(here_module, "point", lambda scenario: asked.append(scenario) or point(scenario))
    scenarios = [DEFAULT.with_value(DRAGGED, float(n)) for n in (411, 412)]
    for _ in range(3):
        for scenario in scenarios:
            found, spread = here(scenario)
            assert found.same(point(scenario))
            assert set(spread) == set(bands(scenario, found))
    assert asked == scenarios


def elements(path: QPainterPath):
    each = [path.elementAt(i) for i in range(path.elementCount())]
    return [(one.isMoveTo(), one.x, one.y) for one in each]


def test_paths_of_several_groups_of_lines_run_through_their_points_and_nowhere_else():
    first, second = (
        np.array([[0.0, 1.0], [2.0, 3.0]]),
        np.array([[4.0, 5.0], [np.nan] * 2, [6.0, 7.0], [8.0, 9.0]]),
    )
    alone = np.array([[1.0, 1.0]])
    none = np.full((3, 2), np.nan)
    made = paths_of([[first, second], [], [alone], [none], [second]])
    broken = [(True, 4.0, 5.0), (True, 6.0, 7.0), (False, 8.0, 9.0)]
    assert elements(made[0]) == [(True, 0.0, 1.0), (False, 2.0, 3.0), *broken]
    assert elements(made[4]) == broken == elements(path_of(second))
    assert [path.isEmpty() for path in made] == [False, True, True, True, False]
    half = np.array([[0.0, 1.0], [2.0, np.nan], [3.0, 4.0]])
    assert elements(path_of(half)) == [(True, 0.0, 1.0), (True, 3.0, 4.0)]


def test_an_area_with_a_hole_is_not_filled_there():
    outer = np.array([[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]], float)
    inner = np.array([[3, 3], [3, 6], [6, 6], [6, 3], [3, 3]], float)
    area = area_of(Polygons(np.concatenate([outer, inner]), np.array([0, 5, 10])))
    assert area.fillRule() == Qt.FillRule.OddEvenFill
    assert area.contains(QPointF(1.0, 1.0))
    assert not area.contains(QPointF(4.5, 4.5))
