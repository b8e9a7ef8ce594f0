"""Runs the simulator behind the latency view: one thread at a time, the newest wish only, stopped at once."""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from engine.errors import IsocostError
from engine.scenario import Scenario
from gui.plotting.latency_plan import RUNS, Wanted
from gui.plotting.latency_simulation import Replay, Run, Simulated, gather, read

log = logging.getLogger(__name__)

#: Requests of the run that tells how fast the simulator is here; fewest and most of a run.
PILOT: Final = 500
FEWEST: Final = 4000
MOST: Final = 40_000
#: Time one run may take [s].
SLICE: Final = 0.1
_KEPT: Final = 96


class Simulator(Protocol):
    """Simulates once; see `gui.plotting.latency_simulation.simulate`."""

    def __call__(
        self,
        scenario: Scenario,
        requests: int,
        seed: int,
        cancelled: Callable[[], bool],
        replay: Replay | None = None,
    ) -> Run | None:
        """Return a run, or None when `cancelled` turned true."""
        ...


class SimulationRunner(QObject):
    """Simulates the loads asked for, over and over until each has `RUNS` runs.

    Signals
    -------
    changed()
        Figures arrived, or there are no more to come; emitted in the GUI thread.
    failed(str)
        A sentence for the user.
    trace_read(Replay)
        A trace that was asked for.
    """

    changed = Signal()
    failed = Signal(str)
    trace_read = Signal(object)
    _notice = Signal()
    _opened = Signal(object, str)

    def __init__(self, simulator: Simulator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._simulator = simulator
        self._lock = threading.Lock()
        self._generation = 0
        self._thread: threading.Thread | None = None
        self._runs: OrderedDict[bytes, list[Run]] = OrderedDict()
        self._found: dict[bytes, Simulated] = {}
        self._error = ""
        self._pending = False
        self._working = 0
        self._reader: threading.Thread | None = None
        self._notice.connect(self._deliver)
        self._opened.connect(self._take_trace)

    # GUI thread ---------------------------------------------------------------------------------

    def ask(self, wanted: tuple[Wanted, ...]) -> None:
        """Simulate `wanted`, the first one first; what was under way is stopped."""
        self.cancel()
        if self.done(wanted):
            return
        with self._lock:
            generation, before = self._generation, self._thread
            self._working = generation
        self._thread = threading.Thread(
            target=self._work, args=(wanted, generation, before), name="simulation", daemon=True
        )
        self._thread.start()

    def cancel(self) -> None:
        """Stop what is under way; figures already there are kept."""
        with self._lock:
            self._generation += 1
            self._working = 0

    @property
    def busy(self) -> bool:
        """Whether figures are on their way."""
        return bool(self._working)

    def found(self, wanted: tuple[Wanted, ...]) -> tuple[Simulated, ...]:
        """Return what there is of `wanted`, at the loads it names."""
        with self._lock:
            there = [(w.load, self._found[w.ident]) for w in wanted if w.ident in self._found]
        return tuple(found.at(load) for load, found in there)

    def done(self, wanted: tuple[Wanted, ...]) -> bool:
        """Return whether every load has all its runs."""
        with self._lock:
            return all(len(self._runs.get(w.ident, ())) >= w.runs for w in wanted)

    def read(self, path: Path) -> None:
        """Read a trace from a CSV file in a thread of its own."""
        self._reader = threading.Thread(target=self._read, args=(path,), name="trace", daemon=True)
        self._reader.start()

    def _take_trace(self, found: Replay | None, error: str) -> None:
        if found is None:
            self.failed.emit(error)
        else:
            self.trace_read.emit(found)

    def _deliver(self) -> None:
        with self._lock:
            self._pending = False
            error, self._error = self._error, ""
        if error:
            self.failed.emit(error)
        self.changed.emit()

    # worker threads ------------------------------------------------------------------------------

    def _read(self, path: Path) -> None:
        found, error = None, ""
        try:
            found = read(path)
        except IsocostError as fault:
            error = str(fault)
        self._post(self._opened, found, error)

    def _work(self, wanted: tuple[Wanted, ...], generation: int, before: threading.Thread | None) -> None:
        if before is not None:
            before.join()
        error = ""
        try:
            self._simulate(wanted, lambda: self._generation != generation)
        except IsocostError as fault:
            error = str(fault)
        except Exception:  # a fault in a background run must not leave the view waiting for ever
            log.exception("a simulation failed")
            error = "The simulation failed; the closed form stands alone."
        with self._lock:
            if self._working == generation:
                self._working = 0
            current = self._generation == generation
        if current:
            self._tell(error)

    def _simulate(self, wanted: tuple[Wanted, ...], cancelled: Callable[[], bool]) -> None:
        requests = self._pace(wanted[0].scenario, cancelled)
        for number in range(RUNS):
            for each in wanted:
                with self._lock:
                    runs = self._runs.setdefault(each.ident, [])
                    self._runs.move_to_end(each.ident)
                if len(runs) > number or number >= each.runs:
                    continue
                if cancelled():
                    return
                run = self._simulator(each.scenario, requests, number, cancelled, each.replay)
                if run is None or cancelled():
                    return
                self._keep(each, run)

    def _pace(self, scenario: Scenario, cancelled: Callable[[], bool]) -> int:
        """Return how many requests a run may have to last about `SLICE`."""
        begun = time.perf_counter()
        if cancelled() or self._simulator(scenario, PILOT, 0, cancelled) is None:
            return FEWEST
        spent = max(time.perf_counter() - begun, 1e-6)
        return int(min(MOST, max(FEWEST, PILOT * SLICE / spent)))

    def _keep(self, each: Wanted, run: Run) -> None:
        with self._lock:
            runs = self._runs[each.ident]
            runs.append(run)
            self._found[each.ident] = gather(each.load, runs, each.replay.name if each.replay else "")
            while len(self._runs) > _KEPT:
                old, _ = self._runs.popitem(last=False)
                self._found.pop(old, None)
        self._tell("")

    def _tell(self, error: str) -> None:
        with self._lock:
            waiting, self._pending = self._pending, True
            self._error = error or self._error
        if not waiting:
            self._post(self._notice)

    def _post(self, signal: SignalInstance, *values: object) -> None:
        try:
            signal.emit(*values)
        except RuntimeError:
            return  # The window is gone.
