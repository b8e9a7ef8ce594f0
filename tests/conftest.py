"""What every test starts from: no display, no home of the person who runs it, a cache of its own.

Set before anything imports Qt or numba; processes that tests start inherit it. Kernels stay compiled
between runs in `.cache`, keyed by the engine's sources like everywhere; settings and libraries start
empty in each process.
"""

import atexit
import faulthandler
import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[1]
_CACHE = _ROOT / ".cache" / "tests"
_NOT_OURS = (
    "QT_QPA_PLATFORMTHEME",
    "QT_STYLE_OVERRIDE",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "PYTHONDONTWRITEBYTECODE",
)


def _isolate() -> None:
    home = Path(tempfile.mkdtemp(prefix="isocost-tests-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    _CACHE.mkdir(parents=True, exist_ok=True)
    os.environ.update(
        HOME=str(home),
        XDG_CONFIG_HOME=str(home / "config"),
        XDG_DATA_HOME=str(home / "data"),
        XDG_STATE_HOME=str(home / "state"),
        XDG_RUNTIME_DIR=str(runtime),
        XDG_CACHE_HOME=str(_CACHE),
        LOCALAPPDATA=str(_CACHE),
        QT_QPA_PLATFORM="offscreen",
        QT_SCALE_FACTOR="1",
        PYTHONFAULTHANDLER="1",
        PYTHONPATH=os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")])),
        LC_ALL="C.UTF-8",
    )
    if sys.platform == "darwin":
        # Caches lie in the home there, and each process of a run has a home of its own.
        os.environ.setdefault("NUMBA_CACHE_DIR", str(_CACHE / "isocost" / "kernels"))
    for name in _NOT_OURS:
        os.environ.pop(name, None)
    # Hundreds of processes are started: let Python translate the sources once.
    sys.dont_write_bytecode = False
    if not faulthandler.is_enabled():
        faulthandler.enable()


_isolate()

# The engine reads where its cache is when it is imported.
from tests import first_start  # noqa: E402
from tests.called import make_kernels_callable  # noqa: E402

make_kernels_callable()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Compile all kernels at once, as a first start of the app does, before the first test needs one."""
    if session.items and not session.config.option.collectonly:
        first_start.have_it()
        # What was collected stays: no later search for garbage needs to look through a million objects.
        gc.collect()
        gc.freeze()
