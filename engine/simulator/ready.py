"""Compiled code for the simulator, when it is first needed.

Compiling takes some fifteen seconds of processor time and holds Python's lock. A thread beside a window
therefore has it done by another process and loads the result; a command compiles where it is.
"""

import atexit
import contextlib
import os
import subprocess
import sys
import threading

import numba
import numpy as np

from engine import jit
from engine.drivers import precompile
from engine.jit import readable
from engine.scenario import DEFAULT
from engine.simulator import layout, workload
from engine.simulator.events import advance, survey
from engine.simulator.setup import Fleet, build_world, step_tables

_MARK = "simulator-compiled"
_PATIENCE = 300.0
_CODE = "import sys; sys.path[:] = sys.argv[1:]; from engine.simulator import ready; ready.compile_here()"
_lock = threading.Lock()
_ready = threading.Event()


def ensure() -> None:
    """Return when the simulator's kernels are loaded."""
    if _ready.is_set():
        return
    with _lock:
        if not _ready.is_set():
            precompile.ensure()
            if threading.current_thread() is not threading.main_thread() and not _needless():
                _compile_elsewhere()
            compile_here()
            _ready.set()


def _needless() -> bool:
    # A frozen application has no interpreter to start; one folder is marked when all is in it.
    startable = sys.executable and not getattr(sys, "frozen", False)
    switched_off = numba.config.DISABLE_JIT
    return bool(not startable or switched_off or (jit.FOLDER / _MARK).exists())


def _compile_elsewhere() -> None:
    try:
        process = subprocess.Popen(
            [sys.executable, "-c", _CODE, *sys.path],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "NUMBA_CACHE_DIR": str(jit.FOLDER.parent)},
            creationflags=precompile.BEHIND,
        )
    except OSError:
        return  # Left to this process.
    atexit.register(process.kill)
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    atexit.unregister(process.kill)


def compile_here() -> None:
    """Compile or load all kernels of the simulator by a run of two requests."""
    record = readable(np.repeat(DEFAULT.to_record(), 2))
    pools = np.zeros(2, layout.POOL)
    survey(record, readable(pools))
    asked = workload.plain(np.arange(2.0), np.full(2, 50), np.full(2, 5), 0.0)
    fleet = Fleet(1, 1, 1.0, 0)
    advance(record, build_world(asked, fleet, pools, 0, np.random.default_rng(0), step_tables(pools)), 10)
    with contextlib.suppress(OSError):
        (jit.FOLDER / _MARK).touch()
