"""Whether a picture is being made to leave the window: then nothing comes from a cache of pixels.

What a canvas keeps as pixels between frames would be coarse in a picture of twice the size and would
not be lines in one of lines.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

#: Pixels to a logical one of what can only be drawn as an image.
EXPORTED: Final = 2.0
_STATE: Final = {"depth": 0}


@contextmanager
def exporting() -> Iterator[None]:
    """Paint everything anew while this lasts."""
    _STATE["depth"] += 1
    try:
        yield
    finally:
        _STATE["depth"] -= 1


def is_exporting() -> bool:
    """Return whether a canvas should paint everything itself."""
    return _STATE["depth"] > 0
