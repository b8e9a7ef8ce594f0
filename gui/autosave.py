"""Keeps work that is not saved, a few seconds after it rests, and gives it up once it is saved.

Each window keeps one file of its own in the user's state folder under a lock that ends with its process;
a window that starts later offers only files whose lock nobody holds.
"""

import contextlib
import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from engine.errors import ScenarioFileError
from engine.files import recovery
from engine.files.recovery import Recovery
from engine.system.locking import Hold, hold
from gui.document import Document
from gui.holding import Holding, who_has
from gui.language import said, say, sentence, tr

#: Quiet time after the last change before it is kept, and the most a flood of changes may put it off [ms].
#: A crash loses 5 s at most, writing included.
REST: Final = 1_500
LONGEST: Final = 3_500


def locked(path: Path) -> Hold | None:
    """Return the lock `path` if nobody else who is alive holds it; it lasts as long as the object."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # By the system, not by what stands in it: a process that was killed leaves an empty one, and the same
    # number names another process after a start of the machine or of a container.
    with contextlib.suppress(OSError):
        return hold(path)
    return None


class Autosave(QObject):
    """Keeps the unsaved work of one document.

    Signals
    -------
    kept() : the time `told` says is another.
    trouble(text) : unsaved work cannot be kept, or somebody else has the file open.
    """

    kept = Signal()
    trouble = Signal(str)
    _written = Signal(int)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._folder = recovery.folder()
        self.path = self._folder / f"{uuid.uuid4().hex}{recovery.SUFFIX}"
        self._lock: Hold | None = None
        self.holding = Holding()
        self._file: Path | None = None
        self._writer: threading.Thread | None = None
        self._number = 0
        self._since = 0.0
        self._at = ""
        self._trouble = ""
        self._failed = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.keep)
        self._written.connect(self._finish)
        self.listen()

    @classmethod
    def of(cls, document: Document) -> "Autosave":
        """Return the one of `document`, which outlives the windows it is shown in."""
        found = document.findChild(cls)
        return found if found is not None else cls(document, document)

    def listen(self) -> None:
        """Hear of changes."""
        self._document.changed.connect(self._changed)
        self._document.file_changed.connect(self._file_changed)

    def told(self) -> str:
        """Return when unsaved work was last kept, as "Autosaved 14:02"; empty where there is none."""
        return said("Autosaved {time}", time=self._at) if self._at else ""

    # keeping ------------------------------------------------------------------------------------

    def _changed(self) -> None:
        if not self._document.is_dirty:
            return
        now = time.monotonic()
        self._since = self._since or now
        left = LONGEST - (now - self._since) * 1e3
        self._timer.start(max(0, round(min(REST, left))))

    def keep(self) -> None:
        """Keep what is not saved now, in a thread of its own; nothing where all is saved."""
        self._timer.stop()
        if not self._document.is_dirty:
            return
        if self._writer is not None:
            # The disk is slow; what comes now is kept when it has done.
            self._timer.start(REST)
            return
        self._since = 0.0
        self._number += 1
        work = self._document.unsaved()
        self._writer = threading.Thread(target=self._write, args=(self._number, work), name="autosave")
        self._writer.start()

    def _write(self, number: int, work: Recovery) -> None:
        self._trouble = ""
        try:
            if self._lock is None:
                self._lock = locked(self.path.with_suffix(".lock"))
            recovery.keep(self.path, work)
        except (OSError, ScenarioFileError) as error:
            self._trouble = str(error)
        self._written.emit(number)

    def _finish(self, number: int) -> None:
        if number != self._number or self._writer is None:
            return
        self._writer.join()
        self._writer = None
        if not self._document.is_dirty:
            # Saved or undone while it was being written.
            self.forget()
            return
        self._at = "" if self._trouble else time.strftime("%H:%M")
        self.kept.emit()
        if self._trouble and self._trouble != self._failed:
            self.trouble.emit(say("Autosave: {trouble}", trouble=self._trouble))
        self._failed = self._trouble

    def wait(self) -> None:
        """Return once nothing is being written any more."""
        if self._writer is not None:
            self._writer.join()
            self._finish(self._number)

    # giving up ----------------------------------------------------------------------------------

    def _file_changed(self) -> None:
        if not self._document.is_dirty and self._writer is None:
            self.forget()
        if self._document.path != self._file:
            self._hold(self._document.path)

    def forget(self) -> None:
        """Give up what was kept: it is saved, or not wanted."""
        self._timer.stop()
        self._since = 0.0
        self.path.unlink(missing_ok=True)
        if self._at:
            self._at = ""
            self.kept.emit()

    def _hold(self, path: Path | None) -> None:
        """Mark `path` as open here, and no other file; tell who else has it open."""
        self._file = path
        held = self.holding.keep_only(path)
        if path is not None and held is not None:
            self.trouble.emit(
                said(
                    "{name} is open elsewhere too: {who}. The one who saves last wins; save under another "
                    "name to keep both.",
                    name=path.name,
                    who=who_has(held),
                )
            )

    def end(self) -> None:
        """Give up what was kept and all locks: the window closes by the user's will."""
        if self._writer is not None:
            self._writer.join()
            self._writer = None
        self._number += 1
        self.forget()
        self._lock = None
        self.holding.keep_only(None)


@dataclass(frozen=True, slots=True)
class Found:
    """Work that a window left behind when it ended unasked; the lock keeps other windows from it."""

    path: Path
    work: Recovery
    lock: Hold


def _moment(path: Path) -> float:
    """Return when `path` was written last; 0 where another window took it away meanwhile."""
    with contextlib.suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def left_behind(report: list[str]) -> Iterator[Found]:
    """Yield the work that ended windows left, the newest first; add to `report` what cannot be read.

    A damaged file is set aside, never deleted.
    """
    folder = recovery.folder()
    paths = sorted(folder.glob(f"*{recovery.SUFFIX}"), key=_moment, reverse=True)
    for path in paths:
        lock = locked(path.with_suffix(".lock"))
        if lock is None:
            continue
        if not path.exists():
            continue
        try:
            yield Found(path, recovery.read(path), lock)
        except ScenarioFileError as error:
            aside = recovery.set_aside(path, "damaged")
            text = tr("Unsaved work could not be recovered: {why}. The file was set aside as {place}.")
            report.append(text.format(why=sentence(str(error)), place=aside))
