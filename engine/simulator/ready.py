"""Compiled code for the simulator, when it is first needed: its clock starts once all is loaded.

A thread beside a window has it compiled by another process (`engine.simulator.warm`) and loads the result;
a command compiles where it is.
"""

import contextlib
import threading

import numpy as np

from engine import jit
from engine.drivers import precompile
from engine.jit import readable
from engine.scenario import DEFAULT
from engine.simulator import layout, warm, workload
from engine.simulator.events import advance, survey
from engine.simulator.setup import Fleet, build_world, step_tables

_lock = threading.Lock()
_ready = threading.Event()


def ensure() -> None:
    """Return when the simulator's kernels are loaded."""
    if _ready.is_set():
        return
    with _lock:
        if not _ready.is_set():
            precompile.ensure()
            if threading.current_thread() is not threading.main_thread() and not warm.compiled():
                warm.ensure(lambda: False)
            _compile_here()
            _ready.set()


def _compile_here() -> None:
    """Compile or load all kernels of the simulator by a run of two requests."""
    record = readable(np.repeat(DEFAULT.to_record(), 2))
    pools = np.zeros(2, layout.POOL)
    survey(record, readable(pools))
    asked = workload.plain(np.arange(2.0), np.full(2, 50), np.full(2, 5), 0.0)
    fleet = Fleet(1, 1, 1.0, 0)
    advance(record, build_world(asked, fleet, pools, 0, np.random.default_rng(0), step_tables(pools)), 10)
    with contextlib.suppress(OSError):
        (jit.FOLDER / warm.MARK).touch()
