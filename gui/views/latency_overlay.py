"""When the latency view simulates: once the hand rests, for as long as the inputs stay as they are."""

import math
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from engine.scenario import Scenario
from gui.language import say, tr
from gui.plotting.latency_job import LatencyResult
from gui.plotting.latency_load import MODE
from gui.plotting.latency_plan import Wanted, ident_of, plan
from gui.plotting.latency_simulation import KNOWN_LOADS, Replay, Simulated, preparing, simulate
from gui.views.latency_runner import SimulationRunner, Simulator

#: How long the hand must rest before the simulator starts [ms].
REST: Final = 300
#: How often the state of a long wait is told anew [ms].
TICK: Final = 400


class LatencyOverlay(QObject):
    """Keeps what was simulated for the frame on screen.

    Signals
    -------
    changed()
        `found`, `here` or `status()` changed.
    failed(str)
        A sentence for the user.
    replay_changed()
        Another trace is replayed, or none.
    """

    changed = Signal()
    failed = Signal(str)
    replay_changed = Signal()

    def __init__(self, simulator: Simulator = simulate, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = SimulationRunner(simulator, self)
        self.runner.changed.connect(self.changed)
        self.runner.failed.connect(self.failed)
        self.runner.trace_read.connect(self._take)
        self.replay: Replay | None = None
        self.result: LatencyResult | None = None
        self._wanted: tuple[Wanted, ...] = ()
        self._ident = b""
        self._resting, self._visible = True, False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._start)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK)
        self._tick.timeout.connect(self._tell_state)

    # what happens in the view -------------------------------------------------------------------

    def show_scenario(self, scenario: Scenario) -> None:
        """Stop at once where `scenario` is another one to a simulator."""
        ident = ident_of(scenario)
        if ident != self._ident:
            self._ident = ident
            self.runner.cancel()
            self._wait()

    def show_result(self, result: LatencyResult) -> None:
        """Take the frame that is to be simulated."""
        self.result = result
        wanted = plan(result, self.replay)
        if [w.ident for w in wanted] != [w.ident for w in self._wanted]:
            self.runner.cancel()
            self._wait()
        self._wanted = wanted
        self.changed.emit()

    def set_resting(self, on: bool) -> None:
        """Learn whether the hand rests."""
        if on != self._resting:
            self._resting = on
            self._wait()

    def set_visible(self, on: bool) -> None:
        """Learn whether the view is seen: nobody waits for what is not."""
        self._visible = on
        if on:
            self._wait()
        else:
            self._rest.stop()
            self.runner.cancel()

    def _wait(self) -> None:
        self._rest.stop()
        if self._visible and self._resting:
            self._rest.start()

    def _start(self) -> None:
        if self._wanted:
            self.runner.ask(self._wanted)
            self._tick.start()
        self.changed.emit()

    def _tell_state(self) -> None:
        if not self.runner.busy:
            self._tick.stop()
        self.changed.emit()

    # traces -------------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Replay the trace in CSV file `path` once it is read."""
        self.runner.read(path)

    def forget(self) -> None:
        """Replay no trace any more."""
        self._take(None)

    def _take(self, replay: Replay | None) -> None:
        self.replay = replay
        self.replay_changed.emit()
        if self.result is not None:
            self.show_result(self.result)

    # what there is ------------------------------------------------------------------------------

    @property
    def found(self) -> tuple[Simulated, ...]:
        """Return every simulated load of the frame."""
        return tuple(at.shown() for at in self.runner.found(self._wanted))

    @property
    def here(self) -> Simulated | None:
        """Return what was simulated at the scenario's own load; a replay before arrivals drawn at random."""
        return next((at for at in self.found if self.result is not None and at.load == self.result.now), None)

    @property
    def settled(self) -> bool:
        """Whether no more figures are on their way."""
        return not self._rest.isActive() and not self.runner.busy

    def status(self) -> str:
        """Return in a few words why there are no figures yet, or how far they are."""
        r = self.result
        if r is None or r.bought or not math.isfinite(r.point.base("ttft_mean")):
            return ""
        if r.scenario.get(MODE) not in KNOWN_LOADS:
            return tr("Batches and endless queues are told by the closed form alone.")
        if self.runner.busy:
            done = sum(at.runs for at in self.found)
            if not done and preparing():
                return tr("Preparing the simulator: once after an update, about half a minute")
            return (
                say("Simulating, {done} of {sum} runs", done=done, sum=sum(w.runs for w in self._wanted))
                if done
                else "Simulating"
            )
        return tr("Simulated when the hand rests")
