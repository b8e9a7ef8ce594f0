"""How fast a drag is drawn and how long it blocks the window, with mouse events on a real slider."""

import itertools
import time
from typing import Any, Final

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from gui.launch import make_app, open_window
from gui.main_window import MainWindow
from gui.screenshot import settle

_DRAGGED: Final = "workload.output_tokens"
_DRAG: Final = np.geomspace(200, 1800, 200)
_WARM_UP: Final = 20
#: Between two events of a hand that does not wait [ms].
_HAND: Final = 4


def drag_figures(size: tuple[int, int]) -> dict[str, Any]:
    """Return times of frames, and the longest block of the GUI thread while dragging, in a window of `size`.

    A time from slider to pixels is that of a hand that waits for each answer; one from frame to frame that
    of a hand that does not, where the window paints a frame while the worker is at the next.
    """
    app = make_app("light")
    window = open_window(None)
    window.resize(*size)
    window.show()
    settle(window)
    taken = _pixel_times(app, window)
    frames, spent = _frame_times(app, window)
    gaps = _beat_gaps(window)
    sampling = _beats_while_sampling(window)
    window.live.stop()
    window.hide()
    app.processEvents()
    return {
        "slider_to_pixels_ms": {
            "median": round(float(np.median(taken)), 2),
            "p95": round(float(np.percentile(taken, 95)), 2),
        },
        "frame_ms": {
            "median": round(float(np.median(frames)), 2),
            "p95": round(float(np.percentile(frames, 95)), 2),
        },
        "frame_processor_ms": {name: round(each, 2) for name, each in spent.items()},
        "gui_block_ms_max": round(max(gaps), 2),
        "gui_block_ms_p99": round(float(np.percentile(gaps, 99)), 2),
        "gui_block_sampling_ms_max": round(max(sampling), 2),
    }


def _grip(window: MainWindow) -> tuple[QWidget, list[QPoint]]:
    """Return the dragged input's slider and the points a hand passes over on it."""
    window.inputs.focus_key(_DRAGGED)
    row = window.inputs.row(_DRAGGED)
    slider = row.findChild(QWidget, "slider") if row is not None else None
    assert slider is not None
    across = np.linspace(0.25, 0.9, len(_DRAG) // 2) * slider.width()
    return slider, [QPoint(round(x), slider.height() // 2) for x in (*across, *across[::-1])]


def _pixel_times(app: QApplication, window: MainWindow) -> list[float]:
    """Return the milliseconds from each mouse move on a slider until all of its results are painted."""
    loop = QEventLoop()
    window.live.busy_changed.connect(lambda busy: None if busy else loop.quit())
    slider, points = _grip(window)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=points[0])
    taken = []
    for point in points:
        start, before = time.perf_counter(), window.document.scenario
        QTest.mouseMove(slider, point)
        # A loop that waits leaves the interpreter to the worker, as the window's own does.
        if not window.live.settled:
            loop.exec()
        app.processEvents()
        if window.document.scenario is not before:
            taken.append((time.perf_counter() - start) * 1e3)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=points[-1])
    app.processEvents()
    return taken[_WARM_UP:]


class _Paints(QObject):
    """Notes when a frame of results has been painted that was not there the time before."""

    def __init__(self, window: MainWindow, watched: QWidget) -> None:
        super().__init__(window)
        self.at: list[float] = []
        self._window, self._watched = window, watched
        self._last = window.frame
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the time behind the painting, once all that stands in the queue before it is done."""
        painted = watched is self._watched and event.type() == QEvent.Type.Paint
        if painted and self._window.frame is not self._last:
            self._last = self._window.frame
            QTimer.singleShot(0, lambda: self.at.append(time.perf_counter()))
        return False


def _frame_times(app: QApplication, window: MainWindow) -> tuple[list[float], dict[str, float]]:
    """Return the milliseconds between frames while a slider moves every 4 ms, and what one costs.

    That is processor time: of the thread of the window, and of all threads.
    """
    loop, hand = QEventLoop(), QTimer(interval=_HAND)
    slider, points = _grip(window)
    steps = itertools.chain.from_iterable(itertools.repeat(points, 4))
    canvas = window.view().findChild(QWidget, "surfaces-canvas")
    assert isinstance(canvas, QAbstractScrollArea)
    paints = _Paints(window, canvas.viewport())

    def move() -> None:
        point = next(steps, None)
        if point is None:
            hand.stop()
            loop.quit()
        else:
            QTest.mouseMove(slider, point)

    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=points[0])
    hand.timeout.connect(move)
    own, whole = time.thread_time(), time.process_time()
    hand.start()
    loop.exec()
    spent = {"window": time.thread_time() - own, "all": time.process_time() - whole}
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=points[-1])
    app.processEvents()
    frames = [gap * 1e3 for gap in np.diff(paints.at).tolist()]
    paints.deleteLater()
    return frames, {name: each / max(1, len(frames)) * 1e3 for name, each in spent.items()}


def _beat_gaps(window: MainWindow) -> list[float]:
    """Return the milliseconds between the beats of a 1 ms timer while a drag moves on every 16 ms."""
    loop = QEventLoop()
    beats = [time.perf_counter()]
    heart = QTimer(interval=1)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    steps = iter(_DRAG)
    hand = QTimer(interval=16)

    def move() -> None:
        value = next(steps, None)
        if value is None:
            hand.stop()
            loop.quit()
        else:
            window.input_edited(_DRAGGED, float(value), 2)

    hand.timeout.connect(move)
    heart.start()
    hand.start()
    loop.exec()
    heart.stop()
    return [gap * 1e3 for gap in np.diff(beats).tolist()]


def _beats_while_sampling(window: MainWindow) -> list[float]:
    """Return the milliseconds between the beats of a 1 ms timer while 65,536 samples are drawn and shown."""
    loop, beats = QEventLoop(), [time.perf_counter()]
    heart, end = QTimer(interval=1), QTimer(interval=50)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    end.timeout.connect(lambda: loop.quit() if window.live.settled else None)
    window.open_view("montecarlo")
    beats[0] = time.perf_counter()
    heart.start()
    end.start()
    loop.exec()
    heart.stop()
    end.stop()
    return [gap * 1e3 for gap in np.diff(beats).tolist()]
