"""From the name of a scenario to a window that runs."""

import logging
import sys
import traceback
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from engine import files
from gui import shown_units, theme
from gui.document import Document
from gui.main_window import MainWindow
from gui.settings import Settings

log = logging.getLogger(__name__)

SWITCH_INTERVAL = 0.0005


def open_window(name: str | None) -> MainWindow:
    """Return a window on file or built-in scenario `name`, the default one if None; not shown yet.

    Raises `IsocostError` where the file cannot be read.
    """
    project = files.resolve(name)
    settings = Settings()
    document = Document(project.scenarios)
    window = MainWindow(document, settings)
    path = Path(name) if name is not None and Path(name).is_file() else None
    if path is not None or len(project.scenarios) > 1:
        document.open(project, path)
    if path is not None:
        settings.add_recent(path)
    return window


def make_app(theme_name: theme.Name | None = None) -> QApplication:
    """Return the application with our style; `theme_name` overrides the setting."""
    # The worker computes while the window paints: it must not wait 5 ms for the interpreter each time.
    sys.setswitchinterval(SWITCH_INTERVAL)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("isocost")
    app.setApplicationDisplayName("Isocost")
    app.setOrganizationName("isocost")
    settings = Settings()
    shown_units.use(settings.shown_units)
    theme.apply(app, theme_name or settings.theme)
    return app


def run(name: str | None) -> int:
    """Open the window and run until it is closed; return the exit status."""
    app = make_app()
    window = open_window(name)
    if window.settings.geometry:
        window.restoreGeometry(QByteArray(window.settings.geometry))

    def unexpected(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        report = "".join(traceback.format_exception(kind, error, trace))
        log.error("unexpected fault:\n%s", report)
        window.notice.tell(
            "Something went wrong inside Isocost. Your work is still here; please save it.", report
        )

    sys.excepthook = unexpected
    window.show()
    window.habits.look_for_lost_work()
    return app.exec()
