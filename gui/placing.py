"""Where a window stands: where it stood, if somebody can see and move it there; how large it may be."""

from typing import Final

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

#: Height of the strip at the top by which a window is moved, and how much of it must be seen [px].
_STRIP: Final = 40
_SEEN: Final = (100, 20)
#: What a frame and its title may take of a screen [px].
_FRAME: Final = (16, 48)
_AS_USUAL: Final = Qt.WindowState.WindowNoState


def on_screen(size: QSize, parent: QWidget | None) -> QSize:
    """Return `size`, no larger than the screen of `parent` has room for with a frame around it."""
    screen = parent.screen() if parent is not None else QGuiApplication.primaryScreen()
    return size.boundedTo(screen.availableGeometry().size() - QSize(*_FRAME))


def place(window: QWidget, geometry: bytes) -> bool:
    """Put `window` where it stood when Qt wrote `geometry`; return whether it stands there.

    It stays in its size in the middle of the first screen where `geometry` makes no sense or names a place
    that no screen shows: one screen less, or a damaged file, which Qt follows to anywhere.
    """
    size = window.size()
    if geometry and window.restoreGeometry(QByteArray(geometry)):
        if _reachable(_standing(window)):
            return True
        state = window.windowState()
        window.setWindowState(_AS_USUAL)
        window.setGeometry(_middle(window.minimumSize().expandedTo(size)))
        window.setWindowState(state)
    return False


def _standing(window: QWidget) -> QRect:
    return window.geometry() if window.windowState() == _AS_USUAL else window.normalGeometry()


def _reachable(place: QRect) -> bool:
    """Return whether some screen shows enough of the top of `place` to take hold of."""
    strip = QRect(place.x(), place.y(), place.width(), min(place.height(), _STRIP))
    for screen in QGuiApplication.screens():
        seen = screen.availableGeometry().intersected(strip)
        if seen.width() >= _SEEN[0] and seen.height() >= _SEEN[1]:
            return True
    return False


def _middle(size: QSize) -> QRect:
    """Return a place of `size` in the middle of the first screen, its top in sight."""
    width, height = size.width(), size.height()
    whole = QGuiApplication.primaryScreen().availableGeometry()
    left, top = (whole.width() - width) // 2, (whole.height() - height) // 2
    return QRect(whole.x() + max(0, left), whole.y() + max(0, top), width, height)
