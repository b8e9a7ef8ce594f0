"""A first run compiles in another process: numba's front end holds the interpreter for half a minute."""

import atexit
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Final

import numba

from engine import jit
from engine.drivers import precompile
from engine.system.processes import BEHIND, can_start_python

#: File beside the compiled code that says all of it is there.
MARK: Final = "simulator-compiled"
_POLL: Final = 0.05
_CODE: Final = """
import sys
sys.path[:] = sys.argv[1:]
from engine.system.processes import give_way
give_way(5)
from engine.scenario import DEFAULT
from engine.simulator import simulate
simulate(DEFAULT, requests=64)
"""
_lock = threading.Lock()
_running: list[subprocess.Popen[bytes]] = []


def compiled() -> bool:
    """Return whether this version's simulator is in the cache of compiled code, or needs no compiling."""
    switched_off = numba.config.DISABLE_JIT
    return bool(not can_start_python() or switched_off or (jit.FOLDER / MARK).exists())


def ensure(cancelled: Callable[[], bool]) -> bool:
    """Return True once the simulator is compiled, or cannot be elsewhere; False when `cancelled` turned true.

    The other process goes on when cancelled: what it compiles will be wanted sooner or later.
    """
    if compiled():
        return True
    precompile.ensure()
    try:
        process = _process()
    except OSError:
        return True  # Left to numba, in this process.
    while process.poll() is None:
        if cancelled():
            return False
        time.sleep(_POLL)
    if process.returncode == 0:
        (jit.FOLDER / MARK).touch()
    return True


def _process() -> "subprocess.Popen[bytes]":
    with _lock:
        if not _running:
            _running.append(
                subprocess.Popen(
                    [sys.executable, "-c", _CODE, *sys.path],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    env={**os.environ, "NUMBA_CACHE_DIR": str(jit.FOLDER.parent)},
                    creationflags=BEHIND,
                )
            )
            atexit.register(_end, _running[0])
        return _running[0]


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        process.kill()
        process.wait()
