"""Memory that is not needed goes back: to the system at rest, and with the states nobody can return to."""

import sys
from pathlib import Path

import numpy as np
import pytest

from engine.drivers import point
from engine.scenario import DEFAULT
from engine.system import heap
from engine.validation import points
from engine.validation.mapping import cases
from engine.validation.predict import records
from gui import live_results
from gui.document import Document
from gui.guide import changes
from gui.guide.changes import Changes, Points
from gui.live_results import LiveResults

RENT = "accelerator.rent"


@pytest.fixture
def live(qapp, monkeypatch):
    """A worker that rests after a moment, and how often it gave memory back."""
    given = []
    monkeypatch.setattr(heap, "give_back", lambda: given.append(1) or True)
    monkeypatch.setattr(live_results, "REST", 0.03)
    made = LiveResults()
    made.given = given
    yield made
    made.stop()


def test_worker_gives_memory_back_once_it_rests_and_not_again_before_the_next_wish(qtbot, live):
    qtbot.waitUntil(lambda: live.tidy)
    assert live.given == [1]
    with qtbot.waitSignal(live.ready, timeout=60_000):
        live.submit(DEFAULT, DEFAULT, "", None)
    assert live.settled
    qtbot.waitUntil(lambda: len(live.given) == 2)
    qtbot.wait(100)
    assert live.given == [1, 1]


def test_wish_that_comes_while_memory_goes_back_is_answered(qtbot, live, monkeypatch):
    inside = []
    monkeypatch.setattr(heap, "give_back", lambda: inside.append(live.submit(DEFAULT, DEFAULT, "", None)))
    with qtbot.waitSignal(live.ready, timeout=60_000):
        live.submit(DEFAULT, DEFAULT, "", None)
    qtbot.waitUntil(lambda: bool(inside))
    qtbot.waitUntil(lambda: live.settled, timeout=60_000)


def test_job_that_makes_nothing_of_the_newest_wish_has_answered(qtbot, live):
    class Nothing:
        def run(self, scenario, baseline, coarse, cancelled):
            return None

    with qtbot.waitSignal(live.ready, timeout=60_000) as told:
        live.submit(DEFAULT, DEFAULT, "", Nothing())
    assert told.args[0].final
    assert told.args[0].result is None
    assert live.settled


def test_scenarios_of_the_document_keep_no_record_made_for_a_frame(qtbot, live):
    """Undo holds a thousand of them, and a record of four tiers is larger than its scenario."""
    scenario, baseline = DEFAULT.with_value(RENT, 3.0), DEFAULT.with_value(RENT, 2.0)
    with qtbot.waitSignal(live.ready, timeout=60_000) as told:
        live.submit(scenario, baseline, "", None)
    assert told.args[0].point.same(point(DEFAULT.with_value(RENT, 3.0)))
    assert told.args[0].wish.scenario == scenario
    assert "_numbers" not in vars(scenario)
    assert "_numbers" not in vars(baseline)


def test_measured_points_keep_no_record_once_predicted():
    case = cases(points.shipped()[:50])[0][0]
    once = records([case]).tobytes()
    assert "_numbers" not in vars(case.scenario)
    assert once == case.scenario.to_record().tobytes()


def test_points_of_a_state_are_worked_out_once_and_leave_the_scenario_as_it_was(monkeypatch):
    worked = []
    monkeypatch.setattr(changes, "point", lambda scenario: worked.append(scenario) or point(scenario))
    known, scenario = Points(), DEFAULT.with_value(RENT, 3.0)
    assert known.of(scenario) is known.of(scenario)
    assert worked == [scenario]
    assert "_numbers" not in vars(scenario)


def test_points_are_kept_of_every_state_one_can_return_to_and_of_few_others(qapp, monkeypatch):
    monkeypatch.setattr(changes, "_KEPT", 2)
    document = Document((DEFAULT,))
    follow = Changes(document)
    for number in range(20):
        document.set_value(RENT, 1.0 + number / 10)
        if number % 2:
            # What is undone and written over is gone for good.
            document.stack.undo()
    assert len(document.states()) == 12
    assert len(follow.points) <= 14
    steps = follow.steps()
    assert [step.point.base("cost_per_output_token") for step in steps] == [
        point(state.case.scenario).base("cost_per_output_token") for state in document.states()
    ]


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="another system's C library gives it back itself"
)
def test_memory_under_what_stays_goes_back_to_the_system():
    def held():
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096

    if heap._trim() is None:
        pytest.skip("this C library has no malloc_trim")
    # Below the size that the C library takes from the system apart; the last one pins all before it.
    blocks = [np.ones(8_000) for _ in range(2_000)]
    stays = np.ones(8_000)
    del blocks
    heap.give_back()
    before = held()
    blocks = [np.ones(8_000) for _ in range(2_000)]
    pinned = np.ones(8_000)
    full = held()
    del blocks
    assert full - before > 100e6
    assert heap.give_back()
    assert full - held() > 100e6
    assert stays.sum() == pinned.sum()
