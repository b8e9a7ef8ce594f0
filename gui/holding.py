"""The files that a window has open, so that no two windows write one file unasked."""

import os
from pathlib import Path

from engine.files.locks import Held, Lock, acquire
from gui.language import tr


def who_has(held: Held) -> str:
    """Return who has a file open, for reading."""
    return str(held.owner) if held.owner is not None else tr("by somebody")


class Holding:
    """The locks of one window."""

    def __init__(self) -> None:
        self._locks: dict[str, Lock] = {}
        #: Whether the window only looks at its file, as that of a screenshot does.
        self.idle = False

    def take(self, path: Path, *, take_over: bool = False) -> Held | None:
        """Mark `path` as open here; return who has it where somebody else does. Never waits."""
        real = os.path.realpath(path)
        if self.idle or real in self._locks:
            return None
        found = acquire(path, take_over=take_over)
        if isinstance(found, Held):
            return found
        if found is not None:
            self._locks[real] = found
        return None

    def keep_only(self, path: Path | None) -> Held | None:
        """Let go of every file but `path`, which is marked as open here; return who else has it."""
        real = None if path is None else os.path.realpath(path)
        for other in [name for name in self._locks if name != real]:
            self._locks.pop(other).release()
        return None if path is None else self.take(path)
