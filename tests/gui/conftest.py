"""What every window test starts from: our style, private settings, the scale as designed, no stray thread."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import threading
import time

import pytest
from PySide6.QtCore import QEvent, QLocale, QSettings, QStandardPaths

from gui import fonts, theme
from gui.views import latency_overlay


@pytest.fixture(autouse=True)
def _every_move_asks(monkeypatch):
    """Let each move of a dragged slider ask for its value at once; tests of the pace set it again."""
    monkeypatch.setattr("gui.widgets.slider.PACE", 0)


@pytest.fixture(scope="session", autouse=True)
def _private_paths(tmp_path_factory):
    QStandardPaths.setTestModeEnabled(True)
    folder = str(tmp_path_factory.mktemp("settings"))
    for form in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ISOCOST_LIBRARY", str(tmp_path_factory.mktemp("library")))
        patch.setenv("ISOCOST_STATE", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(autouse=True)
def _nothing_left_of_the_last_test(qapp):
    # processEvents leaves deferred deletions alone outside an event loop.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def _no_thread_outlives_its_test():
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 5.0
    # The engine's pool lives as long as the process, and the measured points are read once for all of it.
    lasting = ("engine_", "evidence")
    ours = [t for t in set(threading.enumerate()) - before if not t.name.startswith(lasting)]
    for thread in ours:
        thread.join(max(0.0, deadline - time.monotonic()))
    left = [t.name for t in ours if t.is_alive()]
    assert left == [], f"threads still running: {left}"


@pytest.fixture(autouse=True)
def _no_simulation_unasked(monkeypatch):
    # A window left open for a moment would compile the simulator; tests that want one say so.
    monkeypatch.setattr(latency_overlay, "REST", 3_600_000)


@pytest.fixture
def styled(qapp):
    """The application in the light theme, at 100 %, in the C locale; put back afterwards."""
    QLocale.setDefault(QLocale.c())
    fonts.set_scale(1.0)
    theme.apply(qapp, "light")
    yield qapp
    QLocale.setDefault(QLocale.c())
    fonts.set_scale(1.0)
    theme.apply(qapp, "light")
