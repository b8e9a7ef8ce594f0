"""Kill processes at their work with signal 9 and look at what they leave: `make kill-test`.

Three parts: a process that saves without end, killed at a random moment, 1,000 times; one that is killed at
each line of the writing code and half through each write; a window off screen whose slider is driven, killed
and opened again. A file must hold the old or the new content, whole; what a killed writer left behind must go
with a later save; of the window's work at most the last 5 s may be lost.

Run from the repository's root: `python tests/bench/kill_saves.py [--trials N] [--windows N] [--seed N]`.
Needs a POSIX system. Prints a closing line and writes `tests/bench/results/kill-test.json`.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

# The checkout's own packages, wherever this is called from.
from engine import files  # noqa: E402
from engine.files import atomic, recovery  # noqa: E402
from engine.files import project as project_module  # noqa: E402
from engine.files.project import Project  # noqa: E402
from engine.scenario import DEFAULT  # noqa: E402

RESULTS = ROOT / "tests" / "bench" / "results" / "kill-test.json"
#: Most work that a crash may lose [s].
LOST = 5.0


def project(rent: float) -> Project:
    """Return a project of some size that is told from others by its rent."""
    case = DEFAULT.with_value("accelerator.rent", rent)
    return Project(tuple(case.child(f"Variant {n}") for n in range(12)))


_to_bytes = files.to_bytes
_TEXTS: dict[int, bytes] = {}


class Content:
    """What a file may hold: one of two projects, and how the window would write either.

    The text of both is made once, so that a killed process is nearly always at writing.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.projects = {rent: project(rent) for rent in (1.0, 2.0)}
        _TEXTS.update({id(made): _to_bytes(made) for made in self.projects.values()})
        for module in (project_module, recovery):
            module.to_bytes = lambda made: _TEXTS.get(id(made)) or _to_bytes(made)  # type: ignore[attr-defined]
        self.whole = {}
        for rent in self.projects:
            self.save(rent)
            self.whole[rent] = path.read_bytes()

    def save(self, rent: float) -> None:
        """Save as the window does: into a file of its own, or of unsaved work."""
        made = self.projects[rent]
        if self.path.suffix == recovery.SUFFIX:
            work = recovery.Recovery(self.projects[1.0], made, tuple(range(12)), None, 1.0)
            recovery.keep(self.path, work)
        else:
            files.save(self.path, made)

    def found(self) -> float:
        """Return which of the two the file holds, whole; raise `AssertionError` where it holds less."""
        data = self.path.read_bytes()
        for rent, whole in self.whole.items():
            if data == whole:
                return rent
        raise AssertionError(f"{len(data)} bytes that are neither")


def killed(child: Callable[[], None], after: float | None = None) -> bool:
    """Run `child` in a process; kill it `after` seconds. Return whether it was killed."""
    pid = os.fork()
    if pid == 0:
        try:
            child()
        finally:
            os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0:
        return False
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return True
    raise AssertionError(f"the child ended with {status}")


def strays(folder: Path) -> list[Path]:
    """Return what killed writers left."""
    return sorted(folder.glob(".*.isocost-save"))


def swept(content: Content) -> bool:
    """Return whether the next save after an hour leaves nothing but what it saves."""
    old = time.time() - atomic.ABANDONED - 1.0
    for left in strays(content.path.parent):
        os.utime(left, (old, old))
    content.save(1.0)
    return not strays(content.path.parent)


def contents(folder: Path) -> tuple[Content, Content]:
    """Return the file of a project and one of unsaved work."""
    return Content(folder / "case.isocost"), Content(folder / f"case{recovery.SUFFIX}")


def judge(content: Content, counts: dict[str, int], must: float | None = None) -> None:
    """Look at what a killed process left; `must` is what it has to hold, None for either."""
    try:
        found = content.found()
        right = must in (None, found)
        counts["less" if not right else "old" if found == 1.0 else "new"] += 1
    except (AssertionError, OSError) as error:
        counts["less"] += 1
        print(f"{content.path.name}: {error}", flush=True)
    counts["strays"] += len(strays(content.path.parent))
    counts["unswept"] += not swept(content)


def at_random(folder: Path, trials: int, rng: random.Random) -> dict[str, Any]:
    """Kill a process that saves, each trial at another moment."""
    both = contents(folder)
    took = 0.0
    for content in both:
        begun = time.perf_counter()
        killed(lambda content=content: content.save(2.0))
        took = max(took, time.perf_counter() - begun)
        content.save(1.0)
    counts = {"old": 0, "new": 0, "less": 0, "strays": 0, "unswept": 0}
    for number in range(trials):
        content = both[number % 2]

        def child(content: Content = content) -> None:
            content.save(2.0)
            time.sleep(60.0)

        killed(child, rng.uniform(0.0, 1.3 * took))
        judge(content, counts)
    return {"trials": trials, **counts}


_WRITING = {"engine.files.atomic", "engine.files.project", "engine.files.recovery", "engine.system.folders"}


class _Killer:
    """Kills its own process at line `number` of the code that writes."""

    def __init__(self, number: int) -> None:
        self.left = number

    def trace(self, frame: FrameType, event: str, _: Any) -> Any:
        """Count lines, and die."""
        if frame.f_globals.get("__name__") not in _WRITING:
            return None
        if event == "line":
            self.left -= 1
            if self.left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return self.trace


def at_each_step(folder: Path) -> dict[str, Any]:
    """Kill a save at each line it runs through, and once half through its write."""
    counts = {"steps": 0, "old": 0, "new": 0, "less": 0, "strays": 0, "unswept": 0}
    for content in contents(folder):
        number, going = 0, True
        while going:
            content.save(1.0)

            def child(content: Content = content, number: int = number) -> None:
                sys.settrace(_Killer(number).trace)
                content.save(2.0)

            going = killed(child)
            counts["steps"] += going
            judge(content, counts, must=None if going else 2.0)
            number += 1
        content.save(1.0)
        counts["steps"] += killed(lambda content=content: _half_written(content))
        judge(content, counts, must=1.0)
    return counts


def _half_written(content: Content) -> None:
    def half(source: Any, target: Any, *_: Any) -> None:
        data = source.read()
        target.write(data[: len(data) // 2])
        target.flush()
        os.kill(os.getpid(), signal.SIGKILL)

    shutil.copyfileobj = half
    content.save(2.0)


# -- a window ---------------------------------------------------------------------------------------


def drive(path: str) -> None:
    """Open a window off screen on `path` and drive a slider by the mouse until killed; tell each value."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    from gui.launch import make_app, open_window
    from gui.screenshot import settle

    app = make_app("light")
    window = open_window(path)
    window.show()
    settle(window)
    key = "accelerator.rent"
    window.inputs.focus_key(key)
    app.processEvents()
    row = window.inputs.findChild(QWidget, f"param:{key}")
    assert row is not None
    slider = row.findChild(QWidget, "slider")
    assert slider is not None
    middle = slider.height() // 2
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, middle))
    print("begun", flush=True)
    number = 0
    while True:
        number += 1
        across = (number * 7) % max(2, slider.width() - 8) + 4
        QTest.mouseMove(slider, QPoint(across, middle))
        QApplication.processEvents()
        print(f"{time.time()!r} {window.document.scenario.number(key)!r}", flush=True)
        time.sleep(0.016)


def lost_work(folder: Path, after: float) -> float:
    """Kill a window `after` seconds into a drag; return how many seconds of it were lost."""
    path = folder / "driven.isocost"
    files.save(path, Project((DEFAULT,)))
    state = folder / "state"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ISOCOST_STATE": str(state)}
    command = [sys.executable, __file__, "--drive", str(path)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    while (line := process.stdout.readline()) and not line.startswith("begun"):
        pass
    end = time.time() + after
    told: list[tuple[float, float]] = []
    while time.time() < end:
        when, _, value = process.stdout.readline().partition(" ")
        told.append((float(when), float(value)))
    process.send_signal(signal.SIGKILL)
    at = time.time()
    rest = process.stdout.read().splitlines()
    told += [(float(a), float(b)) for a, b in (line.split(" ") for line in rest if line.count(" ") == 1)]
    process.wait()
    [kept] = state.glob(f"*{recovery.SUFFIX}")
    found = recovery.read(kept).now.scenario.number("accelerator.rent")
    if files.load(path).scenario.number("accelerator.rent") != DEFAULT.number("accelerator.rent"):
        raise AssertionError("the file itself was touched")
    kept.unlink()
    # Lost is what came after the last moment at which the slider stood where the recovered work has it.
    return at - max(when for when, value in told if value == found)


def windows(folder: Path, count: int, rng: random.Random) -> dict[str, Any]:
    """Kill driven windows at random moments."""
    lost = [round(lost_work(folder, rng.uniform(6.0, 12.0)), 2) for _ in range(count)]
    return {"windows": count, "lost_s": lost, "most_lost_s": max(lost, default=0.0)}


def main() -> int:
    """Run it; return 1 where anything was lost that must not be."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--trials", type=int, default=1000)
    parser.add_argument("--windows", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=RESULTS)
    parser.add_argument("--drive", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.drive:
        drive(given.drive)
    rng, start = random.Random(given.seed), time.monotonic()
    made: dict[str, Any] = {"seed": given.seed}
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        made["random"] = at_random(Path(one), given.trials, rng)
        print(made["random"], flush=True)
        made["systematic"] = at_each_step(Path(one))
        print(made["systematic"], flush=True)
        made["windows"] = windows(Path(two), given.windows, rng)
        print(made["windows"], flush=True)
    parts = (made["random"], made["systematic"])
    bad = sum(part["less"] + part["unswept"] for part in parts)
    good = not bad and made["windows"]["most_lost_s"] <= LOST
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(json.dumps(made, indent=1) + "\n", "utf-8")
    print(
        f"kill-test: {given.trials:,} random kills and {made['systematic']['steps']} at each step, "
        f"{bad} files less than whole; windows lost {made['windows']['most_lost_s']:.1f} s at most; "
        f"{time.monotonic() - start:,.0f} s: {'held' if good else 'FAILED'}"
    )
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
