"""The measured points behind the evidence view: read and judged once, in a thread of their own."""

import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from engine.errors import IsocostError
from engine.evidence.own import OwnBenchmark, read_own
from engine.evidence.regime import Regime, regime_of
from engine.validation import points
from engine.validation.report import Verdict, judge

Labels = NDArray[np.str_]
Mask = NDArray[np.bool_]

#: What rows can be told apart by.
DIMENSIONS: Final = (
    "concurrency", "context", "engine", "model", "accelerator", "precision", "regime", "split", "source",
)  # fmt: skip
#: Dimensions that are ranges of a number: upper ends, in order.
STEPS: Final = {
    "concurrency": ("deployment.concurrency", (1.5, 8.5, 32.5, 128.5, 512.5)),
    "context": ("workload.input_tokens", (300.0, 1100.0, 2200.0, 4500.0, 9000.0)),
}
STEP_WORDS: Final = {
    "concurrency": ("1", "2\u20138", "9\u201332", "33\u2013128", "129\u2013512", "over 512"),
    "context": ("to 300", "to 1.1k", "to 2.2k", "to 4.5k", "to 9k", "over 9k"),
}


@dataclass(frozen=True)
class Rows:
    """Judged points with what a view asks of them in a hurry.

    Attributes
    ----------
    verdict : Verdict
    regimes : tuple of Regime
        Of each case.
    fields : mapping of name to ndarray, shape (n,)
        `part`, `family`, `sort`, `precision` of the regimes, and the labels of `DIMENSIONS`.
    suspect : bool array, shape (n,)
    """

    verdict: Verdict
    regimes: tuple[Regime, ...]
    fields: dict[str, Labels]
    suspect: Mask

    @classmethod
    def of(cls, verdict: Verdict) -> "Rows":
        """Return the rows of `verdict`."""
        regimes = tuple(regime_of(case.scenario) for case in verdict.batch.cases)
        fields = {name: verdict.batch.labels(name) for name in DIMENSIONS if name not in STEPS}
        for name, (key, ends) in STEPS.items():
            values = [case.scenario.number(key) for case in verdict.batch.cases]
            fields[name] = np.searchsorted(ends, values).astype(np.str_)
        for name in ("part", "family", "sort"):
            fields[name] = np.array([getattr(regime, name) for regime in regimes], dtype=np.str_)
        fields["precision"] = np.array([regime.precision for regime in regimes], dtype=np.str_)
        return cls(verdict, regimes, fields, verdict.suspect)

    def __len__(self) -> int:
        return len(self.regimes)


_lock = threading.Lock()


def shipped_rows() -> Rows:
    """Return the points that ship, judged; worked out once a process."""
    with _lock:
        return _shipped_rows()


@cache
def _shipped_rows() -> Rows:
    return Rows.of(judge(points.shipped()))


class EvidenceStore(QObject):
    """Reads what ships and what the user drops, away from window and worker.

    Signals
    -------
    ready()
        `rows` or `own` is there or another one.
    failed(str)
        A message for the user: the file dropped cannot be judged.
    broken(str)
        The traceback of a fault of ours.
    """

    ready = Signal()
    failed = Signal(str)
    broken = Signal(str)
    _done = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Rows | None = None
        self.own: OwnBenchmark | None = None
        self.own_rows: Rows | None = None
        self._outstanding = 0
        self._asked = False
        self._done.connect(self._arrive)

    @property
    def busy(self) -> bool:
        """Return whether something is being read that nobody was told of yet."""
        return self._outstanding > 0

    def ask(self) -> None:
        """Begin to read the points that ship, once."""
        if not self._asked:
            self._asked = True
            self._start(self._read_shipped)

    def take(self, path: Path) -> None:
        """Begin to judge the model on the user's file `path`."""
        self._start(lambda: self._read_own(path))

    def drop(self) -> None:
        """Forget the user's file."""
        self.own = self.own_rows = None
        self.ready.emit()

    def _start(self, work: Callable[[], None]) -> None:
        self._outstanding += 1
        threading.Thread(target=self._guarded, args=(work,), name="evidence", daemon=True).start()

    def _arrive(self, message: str, report: str) -> None:
        self._outstanding -= 1
        if message:
            self.failed.emit(message)
        elif report:
            self.broken.emit(report)
        else:
            self.ready.emit()

    # in a thread of its own ---------------------------------------------------------------------

    def _guarded(self, work: Callable[[], None]) -> None:
        message, report = "", ""
        try:
            work()
        except IsocostError as error:
            message = str(error)
        except Exception:  # a fault here must not end in silence
            report = traceback.format_exc()
        try:
            self._done.emit(message, report)
        except RuntimeError:
            # The window was closed meanwhile: nobody is left to tell.
            return

    def _read_shipped(self) -> None:
        self.rows = shipped_rows()

    def _read_own(self, path: Path) -> None:
        own = read_own(path)
        self.own, self.own_rows = own, Rows.of(own.verdict)
