"""Locks on open files that end with the process that holds them, however it ends."""

import contextlib
import errno
import os
import sys
import weakref
from pathlib import Path
from typing import Final

#: Flags to open a lock with: never follow a link that somebody put there, never wait for a pipe.
OPEN_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_TRIES: Final = 5
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        # Windows keeps others from reading what is locked: a byte far behind the text is.
        os.lseek(handle, 2**30, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def take(handle: int) -> bool:
    """Lock the open file `handle` until it is closed or the process ends; return whether nobody else has it.

    Raises `OSError` where the file system knows no locks. Never waits.
    """
    try:
        _take(handle)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True


class Hold:
    """A lock file that this process holds; `release` lets it go, and so does losing the object."""

    def __init__(self, handle: int, path: Path) -> None:
        self._end = weakref.finalize(self, _let_go, handle, path)

    def release(self) -> None:
        """Let others have it; once is enough."""
        self._end()


def hold(path: Path) -> Hold | None:
    """Return the lock file `path` if no process that is alive holds it, whatever stands in it.

    Raises `OSError` where it cannot be opened or the file system knows no locks. Never waits.
    """
    for _ in range(_TRIES):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | OPEN_FLAGS, 0o600)
        free, same = False, False
        try:
            free = take(handle)
            with contextlib.suppress(FileNotFoundError):
                # Its owner may have let it go between our opening and locking it.
                same = os.path.samestat(os.fstat(handle), path.lstat())
            if free and same:
                return Hold(handle, path)
        finally:
            if not (free and same):
                os.close(handle)
        if not free:
            return None
    return None


def _let_go(handle: int, path: Path) -> None:
    # While still held, so that nobody's newer lock is taken away; Windows can only do it afterwards.
    with contextlib.suppress(OSError):
        path.unlink()
    os.close(handle)
    if os.name == "nt":
        with contextlib.suppress(OSError):
            path.unlink()
