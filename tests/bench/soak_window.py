"""Hours at the window in minutes: random actions, then a slider that never rests. `make soak`.

A seeded hand edits, drags, types, undoes, looks at every view, saves, opens, exports, asks, searches, takes
other themes, units, scales and languages in a real window off screen; then it drags sliders with 60 moves for
each second of `--slider-hours`, every move handled as the window handles it: a hand as fast as this one
asks for a value at the pace of a screen, so it says how many values were asked for too. Once the caches have
filled, memory may grow by less than 50 MB over the rest, open files, threads and widgets not at all; any
warning of Qt or Python, any exception, any line of a log fails.

Run from the repository's root: `python tests/bench/soak_window.py [--actions N] [--seed N] [--slider-hours H]
[--slider-minutes M] [--out FILE]`. Where M minutes of this machine do not hold all moves of H hours, it says
how many were. Prints a closing line and writes `tests/bench/results/soak_window.json`.
"""

import argparse
import gc
import json
import logging
import os
import statistics
import sys
import tempfile
import threading
import time
import traceback
import warnings
from collections.abc import Callable, Generator, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import (  # noqa: E402
    QEvent,
    QObject,
    QPointF,
    QSettings,
    Qt,
    QTimer,
    qInstallMessageHandler,
)
from PySide6.QtGui import QMouseEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from engine.parameters import GROUPS  # noqa: E402
from gui import launch  # noqa: E402
from gui.main_window import MainWindow  # noqa: E402
from gui.widgets.slider import Slider  # noqa: E402
from gui.widgets.slider_row import SliderRow  # noqa: E402
from tests.gui.hand import NUMBERS, RestlessHand  # noqa: E402

RESULTS = ROOT / "tests" / "bench" / "results" / "soak_window.json"
#: Growth of resident memory that fails [bytes], and of objects of Qt, as a share.
MOST_GROWTH: Final = 50e6
MOST_OBJECTS: Final = 0.05
#: Share of a part after which caches and undo history count as filled.
WARM: Final = 0.25
#: Moves of a hand a second; a drag; moves between two turns of the window's loop: a hand sends two in the
#: time of a frame, this one twenty-four, which makes eight hours of them less than one.
RATE: Final = 60
DRAG: Final = 2 * RATE
PER_TURN: Final = 24
TOGETHER: Final = 50
PATIENCE: Final = 300.0
#: What Qt's plugin for no screen says of what it cannot do.
_OF_NO_SCREEN: Final = "This plugin does not support"

Script = Generator[Callable[[], bool], None, None]


@dataclass(frozen=True, slots=True)
class Sample:
    """What the process holds at one moment."""

    done: int
    seconds: float
    rss: int
    files: int
    threads: int
    objects: int
    widgets: int
    python: int
    steps: int


class Witness:
    """Hears every complaint, and hands it on to whoever heard it before."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._qt = qInstallMessageHandler(self._message)
        self._hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._raised
        threading.excepthook = self._in_thread
        sys.unraisablehook = self._unraisable
        warnings.simplefilter("always")
        warnings.showwarning = self._warned
        handler = logging.Handler(logging.WARNING)
        handler.emit = lambda record: self.tell(f"log: {record.getMessage()}")  # type: ignore[method-assign]
        logging.getLogger().addHandler(handler)

    def tell(self, text: str) -> None:
        """Keep a complaint and show it."""
        self.heard.append(text)
        print(text, file=sys.stderr, flush=True)

    def _message(self, kind: Any, context: Any, text: str) -> None:
        if _OF_NO_SCREEN not in text:
            self.tell(f"Qt: {text}")
            if self._qt is not None:
                self._qt(kind, context, text)

    def _raised(self, kind: Any, error: Any, trace: Any) -> None:
        self.tell("".join(traceback.format_exception(kind, error, trace)))
        self._hooks[0](kind, error, trace)

    def _in_thread(self, told: threading.ExceptHookArgs) -> None:
        self.tell(f"in a thread: {told.exc_type.__name__}: {told.exc_value}")
        self._hooks[1](told)

    def _unraisable(self, told: Any) -> None:
        self.tell(f"unraisable: {told.exc_value!r} in {told.object!r}")
        self._hooks[2](told)

    def _warned(self, message: Any, category: Any, filename: str, lineno: int, *_rest: Any) -> None:
        self.tell(f"{filename}:{lineno}: {category.__name__}: {message}")


def window() -> MainWindow:
    """Return the window there is now."""
    return launch._windows[-1]


def _count(folder: str) -> int:
    return sum(1 for _ in Path(folder).iterdir())


def sample(done: int, start: float) -> Sample:
    """Return what the process holds."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    tops = QApplication.topLevelWidgets()
    # Rows of inputs are made when first seen, and anew with a new window: their number is no sign of a leak.
    rows = window().inputs
    objects = sum(len(one.findChildren(QObject)) for one in tops if one.parent() is None)
    objects -= len(rows.findChildren(QObject))
    widgets = len(QApplication.allWidgets()) - len(rows.findChildren(QWidget))
    return Sample(
        done, round(time.monotonic() - start, 1), pages * os.sysconf("SC_PAGE_SIZE"), _count("/proc/self/fd"),
        _count("/proc/self/task"), objects, widgets, len(gc.get_objects()),
        window().document.stack.count(),
    )  # fmt: skip


def settled() -> bool:
    """Return whether the window shows what was asked of it last, in full."""
    return window().live.settled and window().view().settled


def at_rest() -> bool:
    """Return whether it also has given back what it does not need."""
    return settled() and window().live.tidy


class Soak:
    """Runs a script inside the event loop: it goes on as soon as what it waits for is so."""

    def __init__(self, arguments: argparse.Namespace, folder: Path, witness: Witness) -> None:
        self.arguments, self.witness = arguments, witness
        self.start = time.monotonic()
        self.samples: dict[str, list[Sample]] = {"actions": [], "slider": []}
        self.moves, self.values, self.slid, self.acted = 0, 0, 0.0, 0.0
        self.hand = RestlessHand(window, arguments.seed, folder)
        self._script = self.run()
        self._ready: Callable[[], bool] = settled
        self._since = time.monotonic()
        self._inside = False
        self.timer = QTimer(interval=0)
        self.timer.timeout.connect(self._go_on)

    def _go_on(self) -> None:
        # Dialogs and events sent turn the loop inside the script.
        if self._inside:
            return
        if not self._ready():
            if time.monotonic() - self._since > PATIENCE:
                self.witness.tell(f"not at rest after {PATIENCE:g} s in {window().view().key}")
                self._end()
            time.sleep(0.0005)
            return
        self._inside = True
        try:
            self._ready = next(self._script)
            self._since = time.monotonic()
        except StopIteration:
            self._end()
        except BaseException:
            self.witness.tell(traceback.format_exc())
            self._end()
        finally:
            self._inside = False

    def _end(self) -> None:
        self.timer.stop()
        QApplication.exit()

    def run(self) -> Script:
        """Yield what to wait for between steps of the whole."""
        for index in range(len(window().views)):
            window().show_view(index)
            yield settled
        yield from self._act()
        yield from self._slide()

    def _look(self, part: str, done: int) -> Script:
        while popup := QApplication.activePopupWidget():
            popup.close()
        window().habits.autosave.wait()
        # A wish of its own: what was tidied before the last paint says nothing of after it.
        window()._submit()
        yield settled
        yield at_rest
        gc.collect()
        found = sample(done, self.start)
        self.samples[part].append(found)
        print(json.dumps({"part": part, **asdict(found), "rss": round(found.rss / 1e6, 1)}), flush=True)

    def _act(self) -> Script:
        begun, total = time.monotonic(), self.arguments.actions
        if not total:
            return
        with self.hand.at_the_dialogs():
            for done in range(total):
                if done % self.arguments.every == 0:
                    yield from self._look("actions", done)
                self.hand.act()
                # Some actions follow each other within a frame, most do not.
                yield settled if done % TOGETHER == 0 else (lambda: True)
            self.acted = time.monotonic() - begun
            yield from self._look("actions", total)

    # slider -------------------------------------------------------------------------------------

    def _slide(self) -> Script:
        for group in GROUPS:
            # Rows are made when their group is opened first: all of them now, not one by one later.
            window().inputs.section(group.key).set_open(True)
            yield settled
        begun, wanted = time.monotonic(), round(self.arguments.slider_hours * 3600 * RATE)
        pause = max(DRAG, wanted // 60)
        looked, views = 0, 0
        while self.moves < wanted and time.monotonic() - begun < self.arguments.slider_minutes * 60:
            yield from self._drag(min(DRAG, wanted - self.moves))
            if self.moves - looked >= min(pause, 60 * DRAG) or not looked:
                looked, views = self.moves, views + 1
                window().show_view(views % len(window().views))
                self._begin_anew()
                yield from self._look("slider", self.moves)
        self.slid = time.monotonic() - begun
        if self.moves:
            yield from self._look("slider", self.moves)

    @staticmethod
    def _begin_anew() -> None:
        # Sliders at their ends leave nothing that can be served, and nothing to compute.
        window().document.reset_all()

    def _slider(self) -> Slider | None:
        key = self.hand.rng.choice(NUMBERS)
        window().inputs.focus_key(key)
        row = window().inputs.row(key)
        return row.slider if isinstance(row, SliderRow) and row.isVisible() else None

    def _drag(self, count: int) -> Script:
        slider = self._slider()
        yield lambda: True
        if slider is None or not slider.isVisible():
            return
        rng, wide = self.hand.rng, max(2, slider.width())
        at, way = rng.uniform(0, wide), rng.choice([-1.0, 1.0]) * rng.uniform(0.5, 4.0)
        held = Qt.MouseButton.LeftButton
        slider.moved.connect(self._count)
        _send(slider, QEvent.Type.MouseButtonPress, at, held, held)
        for move in range(count):
            at += way
            if not 0 <= at <= wide:
                way, at = -way, min(max(at, 0.0), float(wide))
            _send(slider, QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, held)
            self.moves += 1
            if move % PER_TURN == PER_TURN - 1:
                yield lambda: True
        _send(slider, QEvent.Type.MouseButtonRelease, at, held, Qt.MouseButton.NoButton)
        slider.moved.disconnect(self._count)

    def _count(self, _number: float) -> None:
        self.values += 1


def _send(widget: QWidget, kind: QEvent.Type, x: float, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    at = QPointF(x, widget.height() / 2)
    place = QPointF(widget.mapToGlobal(at.toPoint()))
    event = QMouseEvent(kind, at, place, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


# judging ----------------------------------------------------------------------------------------


def judged(samples: list[Sample]) -> dict[str, Any]:
    """Return how what is held grew from the first to the last third of the samples after warming up."""
    last = samples[-1].done if samples else 0
    warm = [one for one in samples if one.done >= WARM * last]
    third = max(1, len(warm) // 3)

    def grown(name: str, of: Callable[[Iterable[float]], float] = statistics.median) -> float:
        first, after = (of([getattr(s, name) for s in part]) for part in (warm[:third], warm[-third:]))
        return float(after - first)

    made = {name: grown(name) for name in ("rss", "objects", "widgets", "python")}
    # A thread that simulates comes and goes; one that leaks raises the least and the most there are.
    made |= {name: min(grown(name, min), grown(name, max)) for name in ("files", "threads")}
    faults = [] if len(warm) > 1 else ["too few samples to tell growth"]
    if made["rss"] >= MOST_GROWTH:
        faults.append(f"memory grew by {made['rss'] / 1e6:.0f} MB")
    faults += [f"{made[name]:+.0f} {name}" for name in ("files", "threads") if made[name] >= 1]
    limit = MOST_OBJECTS * warm[0].objects
    faults += [f"{made[name]:+.0f} {name}" for name in ("objects", "widgets") if made[name] > limit]
    return {"growth": made, "faults": faults}


def private(folder: Path) -> None:
    """Keep settings, library and state of this run in `folder`."""
    for name in ("library", "state", "settings", "work"):
        (folder / name).mkdir()
    os.environ["ISOCOST_LIBRARY"] = str(folder / "library")
    os.environ["ISOCOST_STATE"] = str(folder / "state")
    for form in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(folder / "settings"))


def main(argv: list[str] | None = None) -> int:
    """Run all of it; return 0 where nothing grew and nobody complained."""
    parser = argparse.ArgumentParser(prog="soak_window", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--actions", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=25)
    parser.add_argument("--every", type=int, default=250, help="actions between samples")
    parser.add_argument(
        "--slider-hours", type=float, default=8.0, help="hours of a hand with 60 moves a second"
    )
    parser.add_argument("--slider-minutes", type=float, default=240.0, help="the most that may take here")
    parser.add_argument("--out", type=Path, default=RESULTS)
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="isocost-soak-") as place:
        private(Path(place))
        soak = _soaked(arguments, Path(place) / "work")
    return _tell(soak, arguments)


def _soaked(arguments: argparse.Namespace, folder: Path) -> Soak:
    app = launch.make_app("light")
    made = launch.open_window(None)
    launch._windows.append(made)
    guards = launch.Guards()
    soak = Soak(arguments, folder, Witness())
    made.resize(1280, 720)
    made.show()
    soak.timer.start()
    app.exec()
    guards.end()
    window().document._mark_saved()
    window().close()
    return soak


def _tell(soak: Soak, arguments: argparse.Namespace) -> int:
    parts = {name: judged(found) for name, found in soak.samples.items() if found}
    faults = [f"{name}: {fault}" for name, part in parts.items() for fault in part.pop("faults")]
    faults += [text.strip().split("\n")[-1] for text in soak.witness.heard]
    done = sum(soak.hand.did.values())
    if done < arguments.actions:
        faults.append(f"ended after {done} of {arguments.actions} actions")
    wanted, hours = round(arguments.slider_hours * 3600 * RATE), soak.moves / RATE / 3600
    facts: dict[str, dict[str, Any]] = {
        "actions": {"done": done, "seed": arguments.seed, "seconds": round(soak.acted, 1),
                    "did": dict(sorted(soak.hand.did.items()))},
        "slider": {"moves": soak.moves, "wanted": wanted, "values": soak.values,
                   "seconds": round(soak.slid, 1), "hours": round(hours, 3)},
    }  # fmt: skip
    for name, part in parts.items():
        samples = [asdict(one) for one in soak.samples[name]]
        facts[name] |= {**part, "complaints": soak.witness.heard, "faults": faults, "samples": samples}
    _write(arguments.out, {name: facts[name] for name in parts})
    growth = "; ".join(f"{name} {part['growth']['rss'] / 1e6:+.1f} MB" for name, part in parts.items())
    rate = soak.moves / max(soak.slid, 1e-9)
    print(
        f"soak of the window: {done:,} actions in {soak.acted / 60:.1f} min; {soak.moves:,} of {wanted:,} "
        f"moves of a slider ({hours:.2f} h at {RATE}/s) in {soak.slid / 60:.1f} min, {rate:.0f}/s, "
        f"which asked for {soak.values:,} values; "
        f"memory {growth}; " + ("; ".join(faults[:5]) if faults else "no complaint, nothing grew")
    )
    return 1 if faults else 0


def _write(out: Path, parts: dict[str, dict[str, Any]]) -> None:
    """Write the parts that ran; one that did not stays as an earlier run left it."""
    out.parent.mkdir(parents=True, exist_ok=True)
    kept = json.loads(out.read_text("utf-8")) if out.exists() else {}
    out.write_text(json.dumps({**kept, **parts}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
