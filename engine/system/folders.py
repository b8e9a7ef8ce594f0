"""Folders: making what stands in them durable."""

import os
import stat
import sys
from pathlib import Path


def make_durable(folder: Path) -> None:
    """Put the names in `folder` on the disk, where the system can; Windows does so by itself."""
    if os.name != "posix":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        # Some network file systems refuse it; the file itself is safe.
        pass
    finally:
        os.close(handle)


def shared_with_others(folder: Path) -> bool:
    """Return whether somebody but its owner and the administrator may put files into `folder`.

    On Windows, where a user's own folders are theirs by inheritance, nothing is looked at.
    """
    if sys.platform == "win32":
        return False
    found = next(path for path in (folder, *folder.parents) if path.exists()).stat()
    group = found.st_mode & stat.S_IWGRP and found.st_gid != os.getgid()
    return found.st_uid not in {0, os.getuid()} or bool(found.st_mode & stat.S_IWOTH or group)
