"""Time of a frame of the surfaces view while dragging: job, update and paint, medians and 95th percentile.

Run from the repository's root: `python tests/bench/paint_surfaces.py [WIDTHxHEIGHT]`. The size is the
view's; 1084x710 is its place in a window of 1440x900.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PySide6.QtWidgets import QApplication

from engine.scenario import DEFAULT
from gui import theme
from gui.views.surfaces import SurfacesView

FRAMES, WARM_UP = 200, 20


def measure(width: int, height: int, clock: Callable[[], float]) -> dict[str, list[float]]:
    """Return median and 95th percentile [ms] of each part over a drag that moves lines, labels and point."""
    base = DEFAULT.with_values({"price.output": 3.2})
    view = SurfacesView()
    view.resize(width, height)
    view.show()
    QApplication.processEvents()
    view.set_dragging(True)
    parts: dict[str, list[float]] = {"job": [], "update": [], "paint": [], "moved_paint": []}
    for i in range(FRAMES + WARM_UP):
        scenario = base.with_values(
            {
                "price.output": 3.4 + i * 0.004,
                "accelerator.rent": 2.6 - i * 0.002,
                "deployment.concurrency": 48.0 + i / 8,
                "workload.input_tokens": 6000.0 - 4 * i,
            }
        )
        view.show_scenario(scenario, base)
        marks = [clock()]
        result = view.job().run(scenario, base, False, lambda: False)
        marks.append(clock())
        assert result is not None
        view.show_result(result)
        marks.append(clock())
        view.canvas.viewport().repaint()
        marks.append(clock())
        view.canvas.viewport().repaint()
        marks.append(clock())
        if i >= WARM_UP:
            for name, passed in zip(parts, np.diff(marks), strict=True):
                parts[name].append(float(passed) * 1e3)
    view.close()
    return {
        name: [round(float(q), 2) for q in np.quantile(values, (0.5, 0.95))] for name, values in parts.items()
    }


def main() -> None:
    """Print the figures as JSON, by wall clock and by this thread's processor time."""
    app = QApplication(sys.argv[:1])
    theme.apply(app, "light")
    width, height = (int(n) for n in (sys.argv[1] if len(sys.argv) > 1 else "1084x710").split("x"))
    clocks = {"wall_ms": time.perf_counter, "cpu_ms": time.thread_time}
    print(json.dumps({name: measure(width, height, clock) for name, clock in clocks.items()}, indent=2))


if __name__ == "__main__":
    main()
