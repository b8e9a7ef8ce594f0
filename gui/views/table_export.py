"""Takes rows out of the table, to a file or the clipboard, in threads of their own: the window goes on."""

import logging
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication

from engine.files.atomic import reason, write_pieces
from gui.language import said, say
from gui.views.table_text import BLOCK, RowText

#: Rows up to which a copy is there at once; rows from which a notice tells that a file is written.
AT_ONCE: Final = 2_000
LONG: Final = 20_000
_STEP: Final = 0.1

log = logging.getLogger(__name__)


class RowExport(QObject):
    """Writes rows of one table view, one file at a time.

    Signals
    -------
    status(text)
        A line for the status bar.
    trouble(text, report)
        A notice for the user.
    """

    status = Signal(str)
    trouble = Signal(str, str)
    _went = Signal(float)
    _written = Signal(str)
    _made = Signal(int, int, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._count = 0
        self._wish = 0
        self._went.connect(self._tell)
        self._written.connect(self._end)
        self._made.connect(self._take)
        QGuiApplication.clipboard().dataChanged.connect(self._forget)

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._path is not None

    # a file -------------------------------------------------------------------------------------

    def save(self, rows: RowText, path: Path) -> bool:
        """Begin to write `rows` to `path` as CSV; return whether it was begun.

        What became of it is told by a signal. A file under way is finished even where the window is
        closed meanwhile.
        """
        if self._path is not None:
            self.trouble.emit(said("{name} is still being written.", name=self._path.name), "")
            return False
        self._path, self._count = path, rows.count
        self.status.emit(said("Writing {name}", name=path.name))
        # Not a daemon: the process ends once the file is whole.
        threading.Thread(target=self._write, args=(rows, path), name="rows-to-file").start()
        return True

    def _write(self, rows: RowText, path: Path) -> None:
        why = "an unexpected fault ended it"
        try:
            write_pieces(path, self._bytes(rows))
            why = ""
        except OSError as error:
            why = reason(error)
        finally:
            if not self._post(self._written, why) and why:
                log.error("%s was not written: %s", path, why)

    def _bytes(self, rows: RowText) -> Iterator[bytes]:
        told = _STEP
        for done, piece in enumerate(rows.pieces(",")):
            yield piece.encode()
            share = min(done * BLOCK / max(rows.count, 1), 1.0)
            if share >= told:
                told = share + _STEP
                self._post(self._went, share)

    def _tell(self, share: float) -> None:
        if self._path is not None and self._count >= LONG:
            self.status.emit(said("Writing {name}: {said}", name=self._path.name, said=f"{share:.0%}"))

    def _end(self, why: str) -> None:
        path, self._path = self._path, None
        assert path is not None
        if why:
            self.trouble.emit(
                say("{path} was not written: {reason}. Choose another folder", path=path, reason=why), ""
            )
            self.status.emit("")
            return
        told = said("{rowcount:,} rows written to {name}", rowcount=self._count, name=path.name)
        self.status.emit(told)
        if self._count >= LONG:
            self.trouble.emit(f"{told}.", "")

    # the clipboard ------------------------------------------------------------------------------

    def copy(self, rows: RowText) -> None:
        """Put `rows` on the clipboard, cells parted by tabs; unless something else is put there first."""
        if rows.count <= AT_ONCE:
            QGuiApplication.clipboard().setText(rows.text("\t"))
            return
        self._wish += 1
        self.status.emit(said("Copying {rows:,} rows", rows=rows.count))
        threading.Thread(
            target=self._make, args=(self._wish, rows), name="rows-to-clipboard", daemon=True
        ).start()

    def _make(self, wish: int, rows: RowText) -> None:
        self._post(self._made, wish, rows.count, rows.text("\t"))

    def _take(self, wish: int, count: int, text: str) -> None:
        if wish == self._wish:
            QGuiApplication.clipboard().setText(text)
            self.status.emit(said("{rows:,} rows copied", rows=count))

    def _forget(self) -> None:
        self._wish += 1

    def _post(self, signal: SignalInstance, *values: object) -> bool:
        """Emit `signal`; return False where the window is gone."""
        try:
            signal.emit(*values)
        except RuntimeError:
            return False
        return True
