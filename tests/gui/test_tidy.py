"""Memory that is not needed goes back: to the system at rest, and with the states nobody can return to."""

import ctypes
import gc
import subprocess
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
from gui import live_results, theme
from gui.document import Document
from gui.guide import changes
from gui.guide.changes import Changes, Points
from gui.live_results import LiveResults
from gui.plotting.latency_simulation import Simulated
from gui.session import Session
from gui.undo import Change
from gui.views.latency_canvas import LatencyCanvas
from gui.views.latency_panel import LatencyPanel

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


def kept(kind):
    gc.collect()
    return sum(type(one) is kind for one in gc.get_objects())


def test_moves_of_one_gesture_keep_one_step_and_no_session_of_those_between(qapp):
    """Eight hours of a slider are two million moves."""
    document = Document((DEFAULT,))
    told, names = [], []
    document.file_changed.connect(lambda: told.append(document.stack.undoText()))
    document.stack.undoTextChanged.connect(names.append)
    before = kept(Change), kept(Session)
    for number in range(50):
        document.turn(RENT, 3.0 + number, ("slider", 1))
    assert (kept(Change), kept(Session)) == (before[0] + 1, before[1] + 1)
    assert document.stack.count() == 1
    assert names[-1] == told[-1] == document.stack.undoText()
    assert "52" in names[-1]
    document.turn(RENT, 1.0, ("slider", 2))
    assert document.stack.count() == 2
    document.stack.undo()
    assert document.scenario.number(RENT) == 52.0
    document.stack.undo()
    assert document.scenario == DEFAULT


def test_gesture_that_ends_where_it_began_is_no_step(qapp):
    document = Document((DEFAULT,))
    seen = []
    document.changed.connect(lambda: seen.append(document.scenario.number(RENT)))
    was = DEFAULT.number(RENT)
    document.set_value(RENT, 9.0)
    for value in (3.0, 4.0, 9.0):
        document.turn(RENT, value, ("slider", 1))
    assert document.stack.count() == 1
    assert seen == [9.0, 3.0, 4.0, 9.0]
    document.stack.undo()
    assert document.scenario.number(RENT) == was


def test_gesture_over_a_save_makes_a_step_of_its_own(qapp, tmp_path):
    document = Document((DEFAULT,))
    document.turn(RENT, 3.0, ("slider", 1))
    document.save(tmp_path / "a.isocost")
    document.turn(RENT, 4.0, ("slider", 1))
    assert document.stack.count() == 2
    document.stack.undo()
    assert document.scenario.number(RENT) == 3.0
    assert not document.is_dirty


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="another system's C library gives it back itself"
)
def test_memory_under_what_stays_goes_back_to_the_system():
    def held():
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096

    if heap._function("malloc_trim", ctypes.c_size_t) is None:
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


_LARGE = """
import sys
from pathlib import Path
import numpy as np
from engine.system import heap

def held():
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096

if sys.argv[1] == "in order":
    print(heap.keep_in_order())
np.ones(3_750_000).sum()  # one freed block of 30 MB: the size from which blocks are their own follows it
blocks, small = [], []
for _ in range(60):
    blocks.append(np.ones(400_000))
    small.append(np.ones(3_000))
before = held()
del blocks
print(before - held())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="another C library has no such habit")
def test_large_blocks_go_back_at_once_whatever_lies_beside_them():
    def given_back(how):
        command = [sys.executable, "-c", _LARGE, how]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.split()

    could, freed = given_back("in order")
    if could != "True":
        pytest.skip("this C library has no mallopt")
    assert float(freed) > 150e6
    assert float(given_back("as it is")[0]) < 150e6


def test_same_load_simulated_anew_is_drawn_anew_whatever_its_arrays_hold(qapp):
    first, again = (Simulated(0.5, 1.0, {}, 100, 4, np.arange(3.0)) for _ in range(2))
    canvas, panel = LatencyCanvas(theme.current()), LatencyPanel(theme.current())
    for one in (first, again):
        canvas.show_simulated((one,))
        panel.show_simulated(one, "")
        assert canvas.simulated[0] is panel.simulated is one
