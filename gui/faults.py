"""What goes wrong inside, wherever it does, is told once with a report to copy; the program goes on.

Slots, event handlers, painting, threads and what Qt itself complains of all end here. Python's hooks are
called in the thread where it happened, in the middle of whatever Qt was doing, so a fault only takes notes
there and is told from the event loop.
"""

import logging
import platform
import re
import sys
import sysconfig
import threading
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Final

import PySide6
import shiboken6
from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QGraphicsItem, QWidget

from engine.share.private import without_paths
from engine.version import version
from gui.language import said, tr

log = logging.getLogger(__name__)

#: The same fault is told again after this long only [s].
QUIET: Final = 60.0
_MOST_KINDS: Final = 500
_ROOT: Final = Path(__file__).resolve().parent.parent
_PAINTING: Final = frozenset({"paintEvent", "paint", "drawBackground", "drawForeground"})
_LOUD: Final = frozenset({QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg})


def without_private(text: str) -> str:
    """Return a report without anybody's folders: files of ours and of packages keep their place in those."""
    places = {
        _ROOT: "",
        Path(sysconfig.get_path("purelib")): "",
        Path(sysconfig.get_path("stdlib")): "python",
    }
    for place, name in sorted(places.items(), key=lambda item: -len(str(item[0]))):
        text = re.sub(rf'{re.escape(str(place))}[/\\](?=[^\s"])', f"{name}/" if name else "", text)
    text = text.replace(str(Path.home()), "~")
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    # Frames name their file in quotes, with spaces and all.
    return without_paths(re.sub(r'File "[^"]*[/\\]([^/\\"]+)"', _of_ours, line))


def _of_ours(match: re.Match[str]) -> str:
    path = match[0][6:-1]
    absolute = path.startswith(("/", "~", "\\")) or path[1:2] == ":"
    return f'File "{match[1]}"' if absolute else match[0].replace("\\", "/")


def report_of(told: str, where: str = "") -> str:
    """Return a report to copy of the traceback or message `told`: what runs here, then what went wrong."""
    head = (
        f"Isocost {version()}, Python {platform.python_version()}, Qt {PySide6.__version__}, "
        f"{platform.system()} {platform.machine()}"
    )
    return without_private("\n".join(filter(None, (head, where, told.strip()))) + "\n")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes
    ----------
    text, report : str
        One sentence for the user, and what can be copied.
    kind : tuple
        Equal for faults of one origin.
    widget : QWidget or None
        What was being drawn.
    """

    text: str
    report: str
    kind: tuple[object, ...]
    widget: QWidget | None = None


class Faults(QObject):
    """Takes every fault of the process.

    Signals
    -------
    told(text, report)
        For a notice, in the GUI thread; once a minute for faults of one origin.
    drawing_failed(QWidget, report)
        Something could not be drawn: it will not get better by being drawn again.
    """

    told = Signal(str, str)
    drawing_failed = Signal(QWidget, str)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: dict[tuple[object, ...], float] = {}
        self._lock = threading.Lock()
        self._before: tuple[Any, ...] | None = None
        self._arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take faults from now on."""
        if self._before is None:
            qt = qInstallMessageHandler(self._from_qt)
            self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook, qt)
            sys.excepthook, threading.excepthook = self._unexpected, self._in_thread
            sys.unraisablehook = self._unraisable

    def remove(self) -> None:
        """Give the hooks back to whom they were taken from."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._before[:3]
            qInstallMessageHandler(self._before[3])
            self._before = None

    # where it happens ---------------------------------------------------------------------------

    def _unexpected(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            app = QApplication.instance()
            if app is not None:
                app.quit()
            return
        self._take(error, trace, "")

    def _in_thread(self, given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None and not isinstance(given.exc_value, SystemExit):
            name = given.thread.name if given.thread is not None else "?"
            self._take(given.exc_value, given.exc_traceback, f"in thread {name}")

    def _unraisable(self, given: Any) -> None:
        if isinstance(given.exc_value, BaseException):
            self._take(given.exc_value, given.exc_traceback, str(given.err_msg or "while cleaning up"))

    def _from_qt(self, sort: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        text = message or ""
        if sort in _LOUD:
            self._note(Fault(_sentence(), report_of(text, "Qt said:"), ("qt", text)))
        elif self._first(("qt", text)):
            log.warning("Qt: %s", text)

    def _take(self, error: BaseException, trace: TracebackType | None, where: str) -> None:
        frames = list(_frames(trace))
        _end_painting(frames)
        told = "".join(traceback.format_exception(type(error), error, trace))
        here = threading.current_thread() is threading.main_thread()
        widget = _drawn(frames) if here else None
        last = frames[-1] if frames else None
        kind = (type(error).__name__, last and last.f_code, last and last.f_lineno, widget)
        if self._first(kind):
            log.error("unexpected fault:\n%s", told)
            self._note(Fault(_sentence(), report_of(told, where), kind, widget))

    def _first(self, kind: tuple[object, ...]) -> bool:
        """Return whether nothing of this kind came in the last minute."""
        now = time.monotonic()
        with self._lock:
            if now - self._seen.get(kind, -QUIET) < QUIET:
                return False
            if len(self._seen) > _MOST_KINDS:
                self._seen.clear()
            self._seen[kind] = now
            return True

    def _note(self, fault: Fault) -> None:
        if shiboken6.isValid(self):
            self._arrived.emit(fault)

    # where it is told ---------------------------------------------------------------------------

    def _tell(self, fault: Fault) -> None:
        if fault.widget is not None and shiboken6.isValid(fault.widget):
            # Tried again, it is told again.
            with self._lock:
                self._seen.pop(fault.kind, None)
            self.drawing_failed.emit(fault.widget, fault.report)
        self.told.emit(fault.text, fault.report)

    def remark(self, text: str) -> None:
        """Tell something that is no fault of a moment: a cache made anew, settings set aside."""
        self.told.emit(text, "")


def _sentence() -> str:
    return tr("Something went wrong inside Isocost. Your work is still here; please save it.")


def standstill(seconds: float, place: str) -> str:
    """Return what to say after the window stood still."""
    return said(
        "The window stood still for {seconds} s. What it was doing is noted in {place}.",
        seconds=f"{seconds:.0f}",
        place=place,
    )


def _frames(trace: TracebackType | None) -> Iterator[FrameType]:
    while trace is not None:
        yield trace.tb_frame
        trace = trace.tb_next


def _end_painting(frames: list[FrameType]) -> None:
    """End painters that a fault left at work: Qt cannot paint the window, nor let it go, before that."""
    for frame in frames:
        for value in list(frame.f_locals.values()):
            painter = isinstance(value, QPainter) and shiboken6.isValid(value)
            if painter and shiboken6.createdByPython(value) and value.isActive():
                value.end()


def _drawn(frames: list[FrameType]) -> QWidget | None:
    """Return the widget that was being drawn, None where it was something else."""
    for frame in frames:
        if frame.f_code.co_name not in _PAINTING:
            continue
        one = frame.f_locals.get("self")
        if isinstance(one, QWidget):
            return one
        if isinstance(one, QGraphicsItem) and one.scene() is not None:
            views = one.scene().views()
            return views[0] if views else None
    return None
