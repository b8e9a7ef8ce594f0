"""What takes a while to leave the window, to a file or the clipboard, in threads of its own.

Who asks gives what is to be written as it is then: results and scenarios never change, and headings, units
and words are taken at once. The window goes on; it is told how much is done, may stop it, and hears how it
ended.
"""

import contextlib
import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from engine.errors import IsocostError
from engine.files import carriers
from engine.files.atomic import reason, write_pieces
from gui.language import mark, said, say, tr

#: Told the share that is done; raises `Stopped` where the user stopped it.
Told = Callable[[float], object]

#: Cells up to which a copy is there at once.
AT_ONCE: Final = 20_000
#: What takes longer than this shows how much is done, at most so often, and tells when it ends [s].
PATIENCE: float = 0.4
_OFTEN: Final = 0.1
#: What is told of a file that carries its scenario and is larger than any that is opened.
TOO_LARGE: Final = mark(
    "{name} is whole, but too large to open its scenario from: save the scenario, or write fewer rows."
)

log = logging.getLogger(__name__)


class Stopped(Exception):  # noqa: N818
    """The user stopped what was being written."""


def encoded(pieces: Iterable[str], count: int, block: int, told: Told) -> Iterator[bytes]:
    """Yield `pieces` of a text as bytes: a heading, then `count` rows, `block` of them each."""
    for done, piece in enumerate(pieces):
        told(min(done * block / max(count, 1), 1.0))
        yield piece.encode()


class Work:
    """One file or one text on its way; `went` hears how much is done where that takes long."""

    def __init__(self, told: str, went: Callable[[float], object], wish: int = 0) -> None:
        self.stopped, self.long, self.done, self.wish = threading.Event(), False, told, wish
        self._went, self._begun, self._last = went, time.monotonic(), 0.0

    def told(self, share: float) -> None:
        """Hear that `share` is done; raise `Stopped` where no more is wanted."""
        if self.stopped.is_set():
            raise Stopped
        now = time.monotonic()
        if now - self._begun >= PATIENCE and now - self._last >= _OFTEN:
            self.long, self._last = True, now
            self._went(share)


class Writer(QObject):
    """Writes files, one at a time, and fills the clipboard, for one view or window.

    Signals
    -------
    status(text)
        A line for the status bar.
    trouble(text, report)
        A notice for the user.
    went(share)
        How much is done of what takes long; 1 where it ended.
    """

    status = Signal(str)
    trouble = Signal(str, str)
    went = Signal(float)
    _written = Signal(object)
    _made = Signal(object, object)

    #: Number of the last wish for the clipboard: there is one for all windows.
    _wish: ClassVar[int] = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._saving: Work | None = None
        self._copying: Work | None = None
        self._written.connect(self._end)
        self._made.connect(self._take)
        QGuiApplication.clipboard().dataChanged.connect(self._forget)

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._path is not None

    def stop(self) -> None:
        """Give up what is under way: a file stays as it was, and so does the clipboard."""
        for work in (self._saving, self._copying):
            if work is not None:
                work.stopped.set()

    # a file -------------------------------------------------------------------------------------

    def save(self, path: Path, make: Callable[[Told], Iterable[bytes]], told: str = "") -> bool:
        """Begin to write what `make` gives to `path`; return whether it was begun.

        How it ended is told by signals. A file under way is finished even where the window is closed
        meanwhile.

        Parameters
        ----------
        path : Path
        make : callable
            Called in another thread; may raise `IsocostError` with what to tell the user.
        told : str
            What to say where it went well.
        """
        if self._path is not None:
            self.trouble.emit(said("{name} is still being written.", name=self._path.name), "")
            return False
        self._path = path
        self._saving = Work(told or said("{name} written", name=path.name), self._tell)
        self.status.emit(said("Writing {name}", name=path.name))
        # Not a daemon: the process ends once the file is whole.
        threading.Thread(target=self._write, args=(self._saving, path, make), name="to-file").start()
        return True

    def _write(self, work: Work, path: Path, make: Callable[[Told], Iterable[bytes]]) -> None:
        ended: BaseException | None = None
        try:
            write_pieces(path, make(work.told))
        except (Stopped, IsocostError, OSError) as error:
            ended = error
        except BaseException as error:
            ended = error
            raise
        finally:
            if not self._post("_written", ended) and ended is not None:
                log.error("%s was not written: %s", path, ended)

    def _end(self, error: BaseException | None) -> None:
        work, path, self._saving, self._path = self._saving, self._path, None, None
        assert work is not None
        assert path is not None
        self.went.emit(1.0)
        self.status.emit(work.done if error is None else "")
        if error is not None:
            self.trouble.emit(_why(path, error), "")
        elif _too_large(path):
            self.trouble.emit(said(TOO_LARGE, name=path.name), "")
        elif work.long:
            self.trouble.emit(f"{work.done}.", "")

    # the clipboard ------------------------------------------------------------------------------

    def copy(self, pieces: Iterable[str], rows: int, cells: int, block: int) -> None:
        """Put a table's text on the clipboard, unless something else is put there first.

        Parameters
        ----------
        pieces : iterable of str
            A heading, then `rows` rows, `block` of them each; many are put together in another thread.
        rows, cells, block : int
        """
        done = said("{rows:,} rows copied", rows=rows)
        if cells <= AT_ONCE:
            QGuiApplication.clipboard().setText("".join(pieces))
            self.status.emit(done)
            return
        self._forget()
        self._copying = work = Work(done, self._tell, Writer._wish)
        self.status.emit(said("Copying {rows:,} rows", rows=rows))
        made = encoded(pieces, rows, block, work.told)
        threading.Thread(target=self._join, args=(work, made), name="to-clipboard", daemon=True).start()

    def _join(self, work: Work, made: Iterator[bytes]) -> None:
        text: str | None = None
        try:
            with contextlib.suppress(Stopped):
                text = b"".join(made).decode()
        finally:
            self._post("_made", work, text)

    def _take(self, work: Work, text: str | None) -> None:
        if work is self._copying:
            self._copying = None
            self.went.emit(1.0)
        if work.wish != Writer._wish:
            return
        if text is None:
            self.status.emit(tr("Nothing was copied"))
            return
        QGuiApplication.clipboard().setText(text)
        self.status.emit(work.done)

    def _forget(self) -> None:
        """Give up what is on its way to the clipboard: something else is there, or will be."""
        Writer._wish += 1
        if self._copying is not None:
            self._copying.stopped.set()

    def _tell(self, share: float) -> None:
        self._post("went", share)

    def _post(self, signal: str, *values: object) -> bool:
        """Emit the signal of that name; return False where the window is gone."""
        try:
            getattr(self, signal).emit(*values)
        except RuntimeError:
            return False
        return True


def _too_large(path: Path) -> bool:
    """Return whether the file at `path` may carry its scenario, and is too large to be opened."""
    try:
        if path.stat().st_size <= carriers.MAX_CARRIER:
            return False
        with path.open("rb") as stream:
            return bool(carriers.kind_of(stream.read(256)))
    except OSError:
        # Gone or moved since it was written: there is nothing to tell of it.
        return False


def _why(path: Path, error: BaseException) -> str:
    """Return what to tell of a file that was not written."""
    if isinstance(error, Stopped):
        return said("{name} was not written: it was stopped.", name=path.name)
    if isinstance(error, IsocostError):
        return str(error)
    if isinstance(error, OSError):
        return say("{path} was not written: {reason}. Choose another folder", path=path, reason=reason(error))
    return say("{name} was not written: {why}", name=path.name, why="an unexpected fault ended it")
