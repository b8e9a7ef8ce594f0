"""Folders: making what stands in them durable."""

import os
import stat
import sys
import time
from pathlib import Path
from typing import Final

#: Windows lets nobody replace a file while another program, such as a scanner for viruses, has it open: how
#: often to try, and how long to wait between [s].
_TRIES: Final = 20 if os.name == "nt" else 1
_PAUSE: Final = 0.05


def put_in_place(made: Path, target: Path) -> None:
    """Give the file `made` the name `target`, in place of what has it; raise `OSError` where it cannot be."""
    for left in reversed(range(_TRIES)):
        try:
            made.replace(target)
            return
        except PermissionError:
            if not left:
                raise
            time.sleep(_PAUSE)


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
