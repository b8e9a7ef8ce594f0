"""How far a study has come, on standard error: a line renewed on a terminal, one now and then elsewhere."""

import sys
import time
from typing import Any, Final, TextIO

#: Seconds between two lines, on a terminal and elsewhere.
OFTEN: Final = 0.5
SELDOM: Final = 10.0


class Progress:
    """Tells chunks done, evaluations a second and the time left.

    Parameters
    ----------
    total, before : int
        Chunks in all, and those that lay there already.
    """

    def __init__(self, total: int, before: int, stream: TextIO | None = None) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._live = self._stream.isatty()
        self.total, self.before, self.done = total, before, before
        self.rows = self.evaluations = self.bytes = 0
        self.busy = 0.0
        self.began = time.monotonic()
        self._told = self.began if not self._live else 0.0

    @property
    def seconds(self) -> float:
        """Return how long it has run."""
        return max(1e-9, time.monotonic() - self.began)

    def add(self, made: dict[str, Any]) -> None:
        """Count a chunk that a worker made or found made."""
        self.done += 1
        self.rows += made["rows"]
        self.evaluations += made["evaluations"]
        self.bytes += made["bytes"]
        self.busy += made["seconds"]

    def tell(self, workers: int, *, last: bool = False) -> None:
        """Write where things stand, if it is time."""
        now = time.monotonic()
        if not last and now - self._told < (OFTEN if self._live else SELDOM):
            return
        self._told = now
        line = self.text(workers)
        self._stream.write(f"\r\x1b[K{line}" if self._live and not last else f"{self._start()}{line}\n")
        self._stream.flush()

    def say(self, text: str) -> None:
        """Write a line of its own."""
        self._stream.write(f"{self._start()}{text}\n")
        self._stream.flush()

    def _start(self) -> str:
        return "\r\x1b[K" if self._live else ""

    def text(self, workers: int) -> str:
        """Return the line."""
        told = [f"{self.done:,} of {self.total:,} chunks", f"{100.0 * self.done / max(1, self.total):.1f} %"]
        if self.evaluations:
            told.append(f"{self.evaluations / self.seconds:,.0f} evaluations/s")
        told.append(f"{workers} worker{'s' if workers != 1 else ''}")
        made = self.done - self.before
        if made and self.done < self.total:
            told.append(f"{span((self.total - self.done) * self.seconds / made)} left")
        return ", ".join(told)


def span(seconds: float) -> str:
    """Return a time in words."""
    if seconds < 90.0:
        return f"{seconds:.0f} s"
    if seconds < 5400.0:
        return f"{seconds / 60.0:.0f} min"
    return f"{seconds / 3600.0:.1f} h"


def size(count: float) -> str:
    """Return bytes in words."""
    for unit in ("B", "kB", "MB", "GB"):
        if count < 1000.0:
            return f"{count:.3g} {unit}"
        count /= 1000.0
    return f"{count:.3g} TB"
