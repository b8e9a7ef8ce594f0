"""Standard output: who reads it, and what signs it can show."""

import errno
import os
import sys


def speak_anyhow() -> None:
    """Let standard output replace signs that its encoding lacks, as a pipe's on Windows, by their numbers."""
    # A window without a console has no standard output at all.
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


def flush() -> None:
    """Send on what was printed; raises OSError where nobody reads it any more."""
    if sys.stdout is not None:
        sys.stdout.flush()


def reader_gone(error: OSError) -> bool:
    """Return whether `error` says that nobody reads standard output any more."""
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)


def speak_to_nobody() -> None:
    """Send standard output nowhere, so that Python does not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
