"""Locks on open files that end with the process that holds them, however it ends."""

import errno
import os
import sys

#: Flags to open a lock with: never follow a link that somebody put there, never wait for a pipe.
OPEN_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
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
