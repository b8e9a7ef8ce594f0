"""From the name of a scenario to a window that runs."""

import sys
from importlib import resources
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from engine import files
from engine.study.place import is_study
from engine.system import heap
from gui import fonts, language, placing, shown_units, theme
from gui.collector import Collector
from gui.document import Document
from gui.faults import Faults
from gui.file_actions import copy_told
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.settings import remarks as settings_remarks
from gui.watchdog import Watchdog

SWITCH_INTERVAL = 0.0005

#: The window of this process, kept from being collected when another takes its place.
_windows: list[MainWindow] = []


def open_window(name: str | None, *, looks_only: bool = False) -> MainWindow:
    """Return a window on file or built-in scenario `name`, the default one if None; not shown yet.

    The folder of a study opens in the table, with the default scenario beside it. A window that `looks_only`
    leaves the file free for others. A file that is open elsewhere opens as a copy.
    Raises `IsocostError` where the file cannot be read.
    """
    study = Path(name) if name is not None and is_study(Path(name)) else None
    project = files.resolve(name if study is None else None)
    settings = Settings()
    document = Document(project.scenarios)
    window = MainWindow(document, settings)
    path = Path(name) if name is not None and study is None and Path(name).is_file() else None
    window.habits.autosave.holding.idle = looks_only
    if path is not None or len(project.scenarios) > 1:
        told = _open_file(window, project, path)
        if path is not None:
            settings.add_recent(path)
            window.share.show_front(project, told)
    if study is not None:
        window.files.open_study(study)
    _replace_when_asked(window)
    return window


def _open_file(window: MainWindow, project: files.Project, path: Path | None) -> str:
    """Open `project` of `path` in the new `window`; return what to tell where somebody else has it."""
    keeps = None if project.carrier else path
    held = None if keeps is None else window.habits.autosave.holding.take(keeps)
    window.document.open(project, keeps if held is None else None)
    return "" if held is None or keeps is None else copy_told(keeps, held)


def remake(window: MainWindow) -> MainWindow:
    """Return a window in the scale and the language now set that takes the document of `window` over.

    What is open, its history and what the views show go on; `window` is no more. It stands where the
    other did if that was seen.
    """
    app, document, settings = QApplication.instance(), window.document, window.settings
    assert isinstance(app, QApplication)
    shown, front = dict(document.session.views), window.view().key
    place, seen = window.geometry(), window.isVisible()
    offers = window.habits.hand_over()
    window.live.stop()
    document.let_go()
    _set_looks(app, settings)
    made = MainWindow(document, settings)
    for view in made.views:
        document.adopt_view(view.key, shown.get(view.key, view.settings()))
    made.habits.take_over(offers)
    document.changed.emit()
    made.open_view(front)
    _replace_when_asked(made)
    _windows[:] = [made if one is window else one for one in _windows]
    if seen:
        made.setGeometry(place)
        made.show()
    window.hide()
    window.deleteLater()
    return made


def _replace_when_asked(window: MainWindow) -> None:
    def replace() -> None:
        if not window.habits.gone:
            remake(window)

    # Later: what asks for it is a menu of the window that goes.
    window.remake_wanted.connect(replace, Qt.ConnectionType.QueuedConnection)


def take_looks(settings: Settings) -> theme.Name:
    """Use scale, language and units of `settings` from now on; return the theme they ask for."""
    fonts.set_scale(settings.scale)
    language.use(settings.language)
    shown_units.use(settings.shown_units)
    return theme.resolved(settings.theme)


def _set_looks(app: QApplication, settings: Settings, name: theme.Name | None = None) -> None:
    asked = take_looks(settings)
    theme.apply(app, name or asked)


def app_icon() -> QIcon:
    """Return the icon of the application (needs a QGuiApplication)."""
    return QIcon(str(resources.files("resources") / "icons" / "isocost.svg"))


def make_app(theme_name: theme.Name | None = None) -> QApplication:
    """Return the application with our style; `theme_name` overrides the setting."""
    # The worker computes while the window paints: it must not wait 5 ms for the interpreter each time.
    sys.setswitchinterval(SWITCH_INTERVAL)
    heap.keep_in_order()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("isocost")
    app.setApplicationDisplayName("Isocost")
    app.setOrganizationName("isocost")
    app.setDesktopFileName("isocost")
    app.setWindowIcon(app_icon())
    _set_looks(app, Settings(), theme_name)
    return app


class Guards:
    """What sees faults and standstills of this process, and tells the window in front."""

    def __init__(self) -> None:
        self.faults = Faults()
        self.faults.install()
        self.faults.told.connect(self._tell)
        self.faults.drawing_failed.connect(self._fail_drawing)
        self.watchdog = Watchdog(self._since)
        self.watchdog.told.connect(self._tell)

    # Asked each time: one window may take the place of another.

    @staticmethod
    def _since() -> float:
        return _windows[-1].live.since

    @staticmethod
    def _tell(text: str, report: str) -> None:
        _windows[-1].notice.tell(text, report)

    @staticmethod
    def _fail_drawing(widget: QWidget, report: str) -> None:
        _windows[-1].isolation.fail_drawing(widget, report)

    def end(self) -> None:
        """Take no more."""
        self.watchdog.stop()
        self.faults.remove()


def run(name: str | None) -> int:
    """Open the window and run until it is closed; return the exit status."""
    app = make_app()
    window = open_window(name)
    _windows.append(window)
    placing.place(window, window.settings.geometry)
    guards, collector = Guards(), Collector(app)
    window.show()
    for text in settings_remarks():
        window.notice.tell(text)
    window.habits.look_for_lost_work()
    window.guide.hints.begin()
    try:
        return app.exec()
    finally:
        collector.end()
        guards.end()
