"""Files let go over the window: each goes where it belongs, or is refused with what would fit."""

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

#: Endings of what the window opens: scenarios and what carries one, models, measured points.
SCENARIOS: Final = (".isocost", ".png", ".svg", ".pdf", ".xlsx")
MODELS: Final = (".json",)
POINTS: Final = (".csv", ".csv.gz")
_NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys('/\\:*?"<>|\x7f' + "".join(map(chr, range(32))), "-"))
#: Names of devices to Windows, whatever ending follows.
_DEVICE: Final = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
#: Most letters of a name, and most bytes: systems take 255 with the ending and what is put before.
_MOST_LETTERS: Final = 120
_MOST_BYTES: Final = 200


def file_name(text: str) -> str:
    """Return `text` as the name of a file on any system, without an ending."""
    sound = text.translate(_NOT_IN_NAMES).strip(" .")[:_MOST_LETTERS].encode("utf-8", "ignore")
    name = sound[:_MOST_BYTES].decode("utf-8", "ignore").strip(" .")
    return f"-{name}" if _DEVICE.fullmatch(name) else name or "scenario"


def files_in(data: QMimeData) -> list[Path]:
    """Return the files on this machine among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def ends(path: Path, endings: tuple[str, ...]) -> bool:
    """Return whether the name of `path` ends in one of `endings`, in any case."""
    return path.name.lower().endswith(endings)


class DropWindow(QMainWindow):
    """A window that takes files.

    Signals
    -------
    files_dropped(list of Path)
        Files were let go over the window, not over a view that takes such files itself.
    """

    files_dropped = Signal(list)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take any file; one that does not fit is told when it is let go."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the files."""
        paths = files_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)
