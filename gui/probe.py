"""What doctor tries in a process of its own, so that a crash is a finding and not the end of doctor.

Run as `python -m gui.probe kernel|qt|refcount`; prints one line of JSON.
"""

import json
import sys
import time
from typing import Any


def probe_kernel() -> dict[str, Any]:
    """Compile a small kernel, or take it from the cache; return seconds, hits and the folder."""
    start = time.perf_counter()
    from engine.jit import entry

    @entry
    def doubled(value: float) -> float:
        return 2.0 * value

    right = doubled(21.0) == 42.0
    # Where compilation is switched off the decorator returns the function itself.
    stats = getattr(doubled, "stats", None)
    return {
        "right": right,
        "seconds": time.perf_counter() - start,
        "hits": sum(stats.cache_hits.values()) if stats else 0,
        "disabled": stats is None,
        "folder": stats.cache_path if stats else "",
    }


def probe_qt() -> dict[str, Any]:
    """Start Qt; return the platform, the screen, the typeface and how wide each weight comes out."""
    from PySide6.QtGui import QGuiApplication

    from gui import fonts

    app = QGuiApplication([])
    screen = app.primaryScreen().size()
    weights = (fonts.REGULAR, fonts.MEDIUM, fonts.SEMIBOLD)
    return {
        "platform": app.platformName(),
        "screen": [screen.width(), screen.height()],
        "family": fonts.family(),
        "widths": {weight: fonts.width("Cost per output token 8.3", 40, weight) for weight in weights},
    }


def probe_refcount() -> dict[str, Any]:
    """Call a Qt function without a result 500 times; return how many references to None were lost.

    PySide6 6.12.0 loses one each time under Python 3.11 and aborts the process after some thousands.
    """
    from PySide6.QtGui import QPainterPath

    path = QPainterPath()
    before = sys.getrefcount(None)
    for _ in range(500):
        path.moveTo(1.0, 2.0)
    return {"lost": before - sys.getrefcount(None)}


PROBES = {"kernel": probe_kernel, "qt": probe_qt, "refcount": probe_refcount}

if __name__ == "__main__":
    print(json.dumps(PROBES[sys.argv[1]]()))
