"""Python's garbage collector kept from stopping a hand: it looks through everything while nobody looks.

A full collection walks all objects there are with the interpreter locked, and so stops every thread, in the
middle of a drag as well: a third of a second once all views were shown. What is no circle needs none.
"""

import gc
import time
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

#: Longest time without a full collection [s].
EVERY: Final = 1800.0


class Collector:
    """Puts full collections off until another program is in front, or for half an hour.

    What there is when one would begin is set aside instead (`gc.freeze`), which takes no time; young objects
    are collected as ever.

    Parameters
    ----------
    app : QApplication
    """

    def __init__(self, app: QApplication) -> None:
        self._app, self._swept, self._sweeping = app, time.monotonic(), False
        gc.callbacks.append(self._hear)
        app.applicationStateChanged.connect(self._state_changed)

    def sweep(self) -> None:
        """Collect everything now."""
        self._sweeping = True
        try:
            gc.unfreeze()
            gc.collect()
        finally:
            self._sweeping, self._swept = False, time.monotonic()
        gc.freeze()

    def end(self) -> None:
        """Leave the collector as it was."""
        self._app.applicationStateChanged.disconnect(self._state_changed)
        gc.callbacks.remove(self._hear)
        gc.unfreeze()

    def _hear(self, phase: str, about: dict[str, Any]) -> None:
        if phase != "start" or about["generation"] < 2 or self._sweeping:
            return
        if time.monotonic() - self._swept < EVERY:
            gc.freeze()
        else:
            self._swept = time.monotonic()
            gc.unfreeze()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationInactive:
            self.sweep()
