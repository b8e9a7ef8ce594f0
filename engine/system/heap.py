"""Memory that is free but still with this process."""

import ctypes
import sys
from collections.abc import Callable
from functools import cache


@cache
def _trim() -> Callable[[int], int] | None:
    """Return the C library's `malloc_trim`; None where it has none, as all but glibc."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        found = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):
        return None
    found.argtypes, found.restype = [ctypes.c_size_t], ctypes.c_int
    return lambda kept: int(found(kept))


def give_back() -> bool:
    """Give the system the pages that nothing lies on; return whether there were any and it could.

    glibc keeps a freed page wherever something lives above it, and a hundred megabytes gather between what a
    drag allocates and what stays. Takes 1-10 ms per 100 MB, without the interpreter's lock.
    """
    trim = _trim()
    return trim is not None and trim(0) == 1
