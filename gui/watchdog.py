"""Sees from a thread of its own whether the window answers, and notes what holds it up where it does not.

Every second the event loop is asked to answer. Where it has not for some seconds, what all threads are
doing is written to a log in the user's state folder, while it lasts: afterwards nobody knows. A job that
computes for long is told too, while the window is in use as before.
"""

import os
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from engine import kept_code
from engine.files import recovery
from gui.faults import report_of, standstill
from gui.language import said

#: Time without an answer after which the window counts as standing still [s].
PATIENCE: Final = 5.0
#: Time after which a job of the worker counts as too long [s].
LONG_JOB: Final = 60.0
_BEAT: Final = 1.0
_MOST_BYTES: Final = 1_000_000
LOG: Final = "stalls.log"


def log_path() -> Path:
    """Return where standstills are noted."""
    return recovery.folder() / "logs" / LOG


def stacks() -> str:
    """Return what every thread of this process is doing."""
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    parts = []
    for ident, frame in sys._current_frames().items():
        told = "".join(traceback.format_stack(frame))
        parts.append(f"Thread {names.get(ident, ident)}:\n{told}")
    return "\n".join(parts)


def note(text: str) -> str:
    """Add `text` to the log, which holds the last few only; return where, or why it could not be."""
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _MOST_BYTES:
            path.replace(path.with_suffix(".old"))
        with path.open("a", encoding="utf-8") as stream:
            stream.write(text + "\n")
    except OSError as error:
        return f"({error.strerror})"
    return str(path)


class Watchdog(QObject):
    """Watches the event loop of the thread it is made in.

    Signals
    -------
    told(text, report)
        The window stood still, a job takes long, or kept machine code was damaged.
    """

    told = Signal(str, str)
    _asked = Signal(int)
    _stood = Signal(float, str)
    _long = Signal(str)

    def __init__(
        self,
        job_since: Callable[[], float],
        parent: QObject | None = None,
        *,
        patience: float = PATIENCE,
        long_job: float = LONG_JOB,
        beat: float = _BEAT,
    ) -> None:
        """Watch; `job_since` tells since when the worker is at its job, 0.0 for none, by `time.monotonic`."""
        super().__init__(parent)
        self._job_since, self._patience, self._long_job, self._beat = job_since, patience, long_job, beat
        self._answered = 0
        self._remarked = 0
        self._ending = threading.Event()
        queued = Qt.ConnectionType.QueuedConnection
        self._asked.connect(self._answer, queued)
        self._stood.connect(self._tell_stood, queued)
        self._long.connect(self._tell_long, queued)
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread and wait for it."""
        self._ending.set()
        self._thread.join()

    # its own thread -----------------------------------------------------------------------------

    def _watch(self) -> None:
        number, told_job = 0, 0.0
        while not self._ending.wait(self._beat):
            number += 1
            self._asked.emit(number)
            self._await(number)
            since = self._job_since()
            if since and since != told_job and time.monotonic() - since > self._long_job:
                told_job = since
                self._long.emit(self._noted(f"A job takes longer than {self._long_job:g} s"))

    def _await(self, number: int) -> None:
        begun, report = time.monotonic(), ""
        while self._answered < number and not self._ending.is_set():
            before = time.monotonic()
            self._ending.wait(min(0.05, self._patience / 4))
            if time.monotonic() - before > self._patience / 2:
                # This thread got no time either: the whole machine stood still, or slept.
                begun = time.monotonic()
            if not report and time.monotonic() - begun > self._patience:
                report = self._noted(f"The window does not answer for {self._patience:g} s")
        if report and not self._ending.is_set():
            self._stood.emit(time.monotonic() - begun, report)

    @staticmethod
    def _noted(what: str) -> str:
        report = report_of(stacks(), f"{time.strftime('%Y-%m-%d %H:%M:%S')} process {os.getpid()}: {what}")
        note(report)
        return report

    # the thread of the window -------------------------------------------------------------------

    def _answer(self, number: int) -> None:
        self._answered = number
        found = kept_code.remarks()
        for text in found[self._remarked :]:
            self.told.emit(text, "")
        self._remarked = len(found)

    def _tell_stood(self, seconds: float, report: str) -> None:
        self.told.emit(standstill(seconds, log_path().name), report)

    def _tell_long(self, report: str) -> None:
        text = said(
            "This view has been computing for {seconds} s. Another view or other inputs stop it.",
            seconds=f"{self._long_job:.0f}",
        )
        self.told.emit(text, report)
