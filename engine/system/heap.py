"""What the C library does with memory that is free but still with this process."""

import ctypes
import sys
from collections.abc import Callable
from functools import cache
from typing import Any, Final

#: Blocks of at least this size are given back as soon as they are free [bytes].
WHOLE: Final = 2 << 20
#: Heaps that threads share.
HEAPS: Final = 2
#: What glibc's `mallopt` calls them.
_MMAP_THRESHOLD: Final = -3
_ARENA_MAX: Final = -8


@cache
def _function(name: str, *arguments: Any) -> Callable[..., int] | None:
    """Return a function of the C library; None where it has none of that name, as all but glibc."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        found = getattr(ctypes.CDLL(None), name)
    except (OSError, AttributeError):
        return None
    found.argtypes, found.restype = list(arguments), ctypes.c_int
    return lambda *given: int(found(*given))


def keep_in_order() -> bool:
    """Keep large blocks apart from small ones, and few heaps; return whether the C library could.

    glibc raises the size from which a block is its own with each large one freed, up to 32 MB: from then on
    tables of results lie among lasting small blocks, and what was taken up for them cannot go back. It makes
    a heap for each thread besides, up to eight for each processor, and none takes from another's free room.
    Call it early: what lies already, stays where it is.
    """
    adjust = _function("mallopt", ctypes.c_int, ctypes.c_int)
    return adjust is not None and adjust(_MMAP_THRESHOLD, WHOLE) == 1 and adjust(_ARENA_MAX, HEAPS) == 1


def give_back() -> bool:
    """Give the system the pages that nothing lies on; return whether there were any and it could.

    glibc keeps a freed page wherever something lives above it, and a hundred megabytes gather between what a
    drag allocates and what stays. Takes 1-10 ms per 100 MB, without the interpreter's lock.
    """
    trim = _function("malloc_trim", ctypes.c_size_t)
    return trim is not None and trim(0) == 1
