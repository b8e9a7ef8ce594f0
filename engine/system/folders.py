"""Folders: making what stands in them durable."""

import os
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
