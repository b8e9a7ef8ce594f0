"""From scenario to results while a slider moves: one worker, one-slot mailbox, latest wins.

The GUI thread posts what it wants; the worker takes the newest wish only. Kernels release the GIL,
and a job looks between bands of rows whether a newer wish has come that is worth giving it up for: what is
nearly done, and of what nothing has been shown, is finished. Results go back through one slot too, so a slow
painter never queues old pictures.
"""

import threading
import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.drivers import Point, tier_points
from engine.evidence import Band
from engine.evidence.closed_form import Trust, trust
from engine.scenario import Scenario
from engine.system import heap
from gui.plotting.here import here
from gui.views.base import Job

#: A full pass longer than this is preceded by a coarse one [s]; a coarse frame costs a repaint, so it
#: must save more than that.
COARSE_AFTER = 0.120
#: Time without a wish after which free memory goes back to the system [s].
REST = 1.5


@dataclass(frozen=True, slots=True)
class Wish:
    """What the window wants to know: newest only counts."""

    generation: int
    scenario: Scenario
    baseline: Scenario
    view: str
    job: Job | None


@dataclass(frozen=True, slots=True)
class Frame:
    """An answer: the wish, the two points, and what the view's job made of it.

    Attributes
    ----------
    final : bool
        False for a coarse pass that a full one follows.
    seconds : float
        Time in the worker.
    bands : mapping of metric to Band
        What the figures of the point may really be; worked out as they are asked for.
    trust : Trust or None
        What to expect of the closed form's latency.
    tiers : tuple of Point
        Each tier of a routed service by itself; empty for one of a single tier.
    fault : str
        The traceback of a job that raised; the points are right all the same.
    """

    wish: Wish
    point: Point
    baseline_point: Point
    result: Any
    final: bool
    seconds: float
    bands: Mapping[str, Band]
    trust: Trust | None
    tiers: tuple[Point, ...] = ()
    fault: str = ""


class LiveResults(QObject):
    """Computes the newest wish in a worker thread.

    Signals
    -------
    ready(Frame)
        A newer frame than the last; emitted in the GUI thread.
    failed(str)
        The traceback where not even the point could be computed; the worker goes on.
    busy_changed(bool)
        Whether an answer is outstanding.
    """

    ready = Signal(object)
    failed = Signal(str)
    busy_changed = Signal(bool)
    _notice = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._condition = threading.Condition()
        self._wish: Wish | None = None
        self._lent = (Scenario(), Scenario())
        self._done: Frame | None = None
        self._error = ""
        self._generation = 0
        self._shown = 0
        self._full_pass: dict[str, float] = {}
        self._stopping = False
        self._failed = 0
        self.computed = 0
        #: When the worker took up what it is at, by `time.monotonic`; 0.0 where it waits.
        self.since = 0.0
        #: Whether free memory went back to the system since the last wish.
        self.tidy = False
        self._notice.connect(self._deliver)
        self._thread = threading.Thread(target=self._work, name="live-results", daemon=True)
        self._thread.start()

    def submit(self, scenario: Scenario, baseline: Scenario, view: str, job: Job | None) -> int:
        """Ask for results; return the generation the answer will carry."""
        if baseline is not self._lent[0]:
            self._lent = (baseline, replace(baseline))
        with self._condition:
            self._generation += 1
            # Copies: a scenario keeps the records made of it, and undo keeps a thousand scenarios.
            self._wish = Wish(self._generation, replace(scenario), self._lent[1], view, job)
            self._condition.notify()
        self.busy_changed.emit(True)
        return self._generation

    @property
    def settled(self) -> bool:
        """Whether the newest wish has been answered in full."""
        return self._shown == self._generation

    def stop(self, seconds: float = 2.0) -> None:
        """End the worker and wait for it."""
        with self._condition:
            self._stopping = True
            self._generation += 1
            self._condition.notify()
        self._thread.join(seconds)

    # worker thread ------------------------------------------------------------------------------

    def _work(self) -> None:
        while (wish := self._next()) is not None:
            self.since = time.monotonic()
            try:
                self._answer(wish)
            except Exception:  # whatever it is, the next wish may do
                self._failed = wish.generation
                self._post(None, traceback.format_exc())
            self.since = 0.0

    def _next(self) -> Wish | None:
        """Return the newest wish as soon as there is one, None at the end; tidy up where none comes."""
        if not self._wait(REST):
            # Not under the lock: who moves a slider now must not wait for it.
            heap.give_back()
            self.tidy = True
            self._wait(None)
        with self._condition:
            wish, self._wish = self._wish, None
            self.tidy = False
            return None if self._stopping else wish

    def _wait(self, seconds: float | None) -> bool:
        with self._condition:
            return self._condition.wait_for(lambda: self._wish is not None or self._stopping, seconds)

    def _answer(self, wish: Wish) -> None:
        start = time.perf_counter()
        there, _ = here(wish.baseline)
        now, spread = here(wish.scenario)
        expected = trust(wish.scenario, now)
        tiers = tuple(tier_points(wish.scenario)) if wish.scenario.routed else ()
        frame = Frame(wish, now, there, None, wish.job is None, 0.0, spread, expected, tiers)
        if wish.job is None:
            self._post(replace(frame, seconds=time.perf_counter() - start))
            return

        try:
            self._run(wish.job, frame, start)
        except Exception:  # a fault in one view must not take the figures from the others
            fault = traceback.format_exc()
            self._post(replace(frame, final=True, fault=fault, seconds=time.perf_counter() - start))

    def _run(self, job: Job, frame: Frame, start: float) -> None:
        wish, told = frame.wish, False

        def cancelled() -> bool:
            if self._generation == wish.generation:
                return False
            # A hand moves faster than frames are made: who gives up each for the next one shows none.
            return self._stopping or told or time.perf_counter() - start > COARSE_AFTER

        if self._full_pass.get(wish.view, 0.0) > COARSE_AFTER:
            result = job.run(wish.scenario, wish.baseline, True, cancelled)
            if result is not None:
                told = True
                self._post(replace(frame, result=result, seconds=time.perf_counter() - start))
        begun = time.perf_counter()
        result = job.run(wish.scenario, wish.baseline, False, cancelled)
        self.computed += 1
        now = time.perf_counter()
        # Nothing made of the newest wish is an answer too: who waits for one must not wait for ever.
        if result is not None or not cancelled():
            self._full_pass[wish.view] = now - begun
            self._post(replace(frame, result=result, final=True, seconds=now - start))
        elif not told:
            # Given up: a coarse one is to precede the next, and the figures of the point are right.
            self._full_pass[wish.view] = max(self._full_pass.get(wish.view, 0.0), now - begun)
            self._post(replace(frame, seconds=now - start))

    def _post(self, frame: Frame | None, error: str = "") -> None:
        with self._condition:
            waiting = self._done is not None or bool(self._error)
            self._done = frame or self._done
            self._error = error or self._error
        if not waiting:
            self._notice.emit()

    # GUI thread ---------------------------------------------------------------------------------

    def _deliver(self) -> None:
        with self._condition:
            frame, self._done = self._done, None
            error, self._error = self._error, ""
        if error:
            self._shown = max(self._shown, self._failed)
            self.failed.emit(error)
            if self.settled:
                self.busy_changed.emit(False)
        if frame is None or frame.wish.generation < self._shown:
            return
        if frame.final:
            self._shown = frame.wish.generation
        self.ready.emit(frame)
        if self.settled:
            self.busy_changed.emit(False)
