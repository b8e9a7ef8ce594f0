"""File > Report: a process of its own writes the document, so that the window goes on."""

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment
from PySide6.QtWidgets import QFileDialog

import gui
from gui import language
from gui.dropping import file_name
from gui.language import said, say, tr

if TYPE_CHECKING:
    from gui.main_window import MainWindow

#: How long the window waits for the process when it is closed [ms].
_PATIENCE = 2000


class ReportAction(QObject):
    """Writes reports of the scenario in front of one window, one at a time."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._process: QProcess | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._out = Path()

    @property
    def busy(self) -> bool:
        """Whether a report is being written."""
        return self._process is not None

    def ask(self) -> None:
        """Ask for a name and write the report there."""
        if self.busy:
            self._window.notice.tell(said("{name} is still being written.", name=self._out.name))
            return
        name = f"{file_name(self._window.document.scenario.name)}.pdf"
        start = str(Path(self._window.files.folder()) / name)
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("Report"), start, tr("PDF document (*.pdf)"))
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf"))

    def write(self, out: Path) -> None:
        """Begin to write the report to `out`; a notice tells when it is there, or why it is not."""
        window = self._window
        self._folder = tempfile.TemporaryDirectory(prefix="isocost-report-")
        source = Path(self._folder.name) / "scenario.isocost"
        source.write_bytes(window.share.payload_of_all_views())
        self._out = out
        process = self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        root = str(Path(gui.__file__).resolve().parent.parent)
        paths = filter(None, [root, environment.value("PYTHONPATH")])
        environment.insert("PYTHONPATH", os.pathsep.join(paths))
        environment.insert("QT_QPA_PLATFORM", "offscreen")
        process.setProcessEnvironment(environment)
        process.readyReadStandardError.connect(self._hear)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed)
        self._said: list[str] = []
        arguments = ["-m", "gui", "report", str(source), "--out", str(out), "--progress"]
        arguments += ["--language", language.current()]
        process.start(sys.executable, arguments)
        window.status_bar.show_message(said("Writing {name}", name=out.name))

    def stop(self) -> None:
        """End a report under way: the window closes."""
        if self._process is not None:
            process, self._process = self._process, None
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(_PATIENCE)
            self._clear()

    def _hear(self) -> None:
        if self._process is None:
            return
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        self._said += [
            line for line in text.splitlines() if line.strip() and "propagateSizeHints" not in line
        ]
        if self._said:
            self._window.status_bar.show_message(
                say("Writing {name}: {said}", name=self._out.name, said=self._said[-1])
            )

    def _finished(self, status: int, _how: object = None) -> None:
        if self._process is None:
            return
        self._hear()
        if status == 0:
            self._window.status_bar.show_message(said("{name} written", name=self._out.name))
            self._window.notice.tell(said("{name} is written. It carries its scenario.", name=self._out.name))
        else:
            why = self._said[-1].removeprefix("isocost: ") if self._said else "the process ended"
            self._window.notice.tell(
                say("{name} was not written: {why}", name=self._out.name, why=why), "\n".join(self._said)
            )
        self._process.deleteLater()
        self._process = None
        self._clear()

    def _failed(self, _error: object) -> None:
        if self._process is not None and self._process.state() == QProcess.ProcessState.NotRunning:
            self._said.append(self._process.errorString())
            self._finished(1)

    def _clear(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
