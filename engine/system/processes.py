"""Processes behind the window."""

import os
import subprocess
import sys

#: Flags of a process behind the window: on Windows it opens no console and gives way; elsewhere it gives way
#: by `give_way`.
BEHIND = 0
if sys.platform == "win32":
    BEHIND = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS


def give_way(steps: int) -> None:
    """Let other processes go first; `steps` from 1, a little, to 19."""
    if hasattr(os, "nice"):
        os.nice(steps)


def can_start_python() -> bool:
    """Return whether `sys.executable` runs Python: an interpreter, or a bundle that takes its options.

    The entry of the bundle answers ``-c`` and ``-m`` as an interpreter does.
    """
    return bool(sys.executable)
