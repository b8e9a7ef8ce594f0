"""A first start compiles kernels in other processes, several at a time, and loads them from the cache.

Compiling holds Python's lock: in the window's own process it would take all its time on one processor
and block the window in stretches. Workers share the cache folder; each kernel has files of its own
there, so they never write the same ones. A kernel is compiled once all that it calls is cached.

Nothing depends on this: what a worker could not do, numba compiles where it is first called.
"""

import atexit
import contextlib
import dis
import gc
import inspect
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from graphlib import TopologicalSorter
from importlib import import_module
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import numba
import numpy as np
from numba import types

from engine import jit
from engine.metrics import RECORD as METRICS_RECORD
from engine.parameters import RECORD as INPUTS_RECORD
from engine.system.locking import OPEN_FLAGS, take
from engine.system.processes import BEHIND, can_start_python, give_way

#: The entry that a first picture needs.
ENTRY = "engine.drivers.fill:fill_moves"
_MOST_WORKERS = 4
_MARK = "compiled"
_LOCK = "compiling"
_POLL = 0.1
# What a slow machine takes for all kernels [s]; then one does it oneself.
_LONGEST = 300.0
_PATIENCE = 60.0
_lock = threading.Lock()
_finished = threading.Event()
#: Further entries, of what draws.
_further: list[str] = []


def start(*further: str) -> None:
    """Begin in a thread of its own, so that the window is built meanwhile; `further` entries too."""
    _further[:] = further
    if not _needless():
        threading.Thread(target=ensure, name="precompile", daemon=True).start()


def ensure() -> None:
    """Return when the kernels behind `ENTRY` are cached, or cannot be by workers."""
    if _finished.is_set():
        return
    with _lock:
        if not _finished.is_set() and not _needless():
            with _alone():
                if not _needless():
                    _compile_all()
        _finished.set()


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Hold a lock on the folder, waiting while another process compiles into it; none where none can be had.

    Two first starts at once would compile everything twice.
    """
    try:
        jit.FOLDER.mkdir(parents=True, exist_ok=True)
        handle = os.open(jit.FOLDER / _LOCK, OPEN_FLAGS | os.O_CREAT | os.O_RDWR, 0o600)
    except OSError:
        yield
        return
    try:
        until = time.monotonic() + _LONGEST
        with contextlib.suppress(OSError):
            while not take(handle) and time.monotonic() < until and not _needless():
                time.sleep(_POLL)
        yield
    finally:
        os.close(handle)


def _needless() -> bool:
    # One folder is marked when all is in it.
    switched_off = numba.config.DISABLE_JIT  # type: ignore[attr-defined]
    return bool(not can_start_python() or switched_off or not _missing())


def _missing() -> list[str]:
    """Return the entries that are not cached, as far as the mark in the folder tells."""
    try:
        done = {ENTRY, *(jit.FOLDER / _MARK).read_text("utf-8").split()}
    except OSError:
        done = set()
    return [name for name in (ENTRY, *_further) if name not in done]


def _compile_all() -> None:
    entries = _missing()
    graph = {name: needed for one in entries for name, needed in calls(one).items()}
    count = max(1, min(_MOST_WORKERS, os.cpu_count() or 1))
    workers: list[_Worker] = []
    try:
        workers.extend(_Worker() for _ in range(count))
        run_in_order(graph, [worker.compile for worker in workers])
        with (jit.FOLDER / _MARK).open("a", encoding="utf-8") as mark:
            mark.writelines(f"{name}\n" for name in entries)
    except (OSError, RuntimeError):
        pass  # Left to numba.
    finally:
        for worker in workers:
            worker.end()


def run_in_order(graph: dict[str, set[str]], workers: list[Callable[[str], None]]) -> None:
    """Give every name of `graph` to a free worker once all names it needs are done.

    Parameters
    ----------
    graph : dict
        What each name needs.
    workers : list of callables
        Each is called with one name at a time; what it raises ends the run.

    Raises
    ------
    TimeoutError
        No name was done for a minute.
    """
    heights = _heights(graph)
    sorter = TopologicalSorter(graph)
    sorter.prepare()
    ready: list[str] = []
    busy: dict[Future[None], tuple[str, Callable[[str], None]]] = {}
    free = list(workers)
    pool = ThreadPoolExecutor(len(workers), thread_name_prefix="precompile")
    try:
        while sorter.is_active():
            # What has the longest way to the top goes first.
            ready = sorted([*ready, *sorter.get_ready()], key=heights.__getitem__)
            while ready and free:
                name, worker = ready.pop(), free.pop()
                busy[pool.submit(worker, name)] = name, worker
            done = wait(busy, _PATIENCE, FIRST_COMPLETED).done
            if not done:
                raise TimeoutError
            for future in done:
                future.result()
                name, worker = busy.pop(future)
                sorter.done(name)
                free.append(worker)
    finally:
        pool.shutdown(wait=False)


def _heights(graph: dict[str, set[str]]) -> dict[str, int]:
    heights: dict[str, int] = {}
    for name in reversed(list(TopologicalSorter(graph).static_order())):
        height = heights.setdefault(name, 0)
        for needed in graph[name]:
            heights[needed] = max(heights.get(needed, 0), height + 1)
    return heights


# Finds modules where this process does. What numba would load for nothing, a quarter of a second, is hidden:
# scipy for linear algebra, colorama for messages nobody reads.
_WORKER_CODE = """
import sys
sys.path[:] = sys.argv[1:]
sys.modules.update(scipy=None, colorama=None)
from engine.drivers import precompile
precompile.serve()
"""


class _Worker:
    """A process that compiles one kernel after another; ends with its standard input."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _WORKER_CODE, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            bufsize=1,
            env={**os.environ, "NUMBA_CACHE_DIR": str(jit.FOLDER.parent)},
            creationflags=BEHIND,
        )
        self._ending = threading.Lock()
        self._ended = False
        atexit.register(self.end)

    def compile(self, name: str) -> None:
        """Compile kernel `name`; raise RuntimeError or OSError where the process could not."""
        questions, answers = self._process.stdin, self._process.stdout
        assert questions is not None
        assert answers is not None
        questions.write(f"{name}\n")
        if answers.readline().strip() != name:
            raise RuntimeError(name)

    def end(self) -> None:
        """End the process at once and forget it."""
        # A quit while kernels compile comes here from the thread that waits for them and from the exit.
        with self._ending:
            if not self._ended:
                self._ended = True
                self._process.kill()
                self._process.communicate()
                atexit.unregister(self.end)


def serve() -> None:
    """Compile the kernels named on standard input, one a line, and answer each with its name."""
    gc.disable()  # Short-lived, and cycles hold little.
    give_way(1)
    _finished.set()
    # What compilation might print must not be taken for an answer.
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        _compile(line.strip())
        print(line.strip(), file=answers, flush=True)


def _compile(name: str) -> None:
    found = _found(name)
    if name == ENTRY:
        # The one that has a wrapper: called as it will be.
        import_module("engine.drivers.point").point(import_module("engine.scenario").DEFAULT)
    else:
        found.compile(signature(found))


def _found(name: str) -> Any:
    module, attribute = name.split(":")
    return getattr(import_module(module), attribute)


def calls(name: str) -> dict[str, set[str]]:
    """Return which kernels each kernel behind `name` calls; names are `module:function`."""
    graph: dict[str, set[str]] = {}
    waiting = [name]
    while waiting:
        here = waiting.pop()
        if here not in graph:
            graph[here] = set(_callees(_found(here).py_func))
            waiting.extend(graph[here])
    return graph


def _callees(function: Any) -> Iterable[str]:
    for step in dis.get_instructions(function):
        used = function.__globals__.get(step.argval) if step.opname == "LOAD_GLOBAL" else None
        inner = getattr(used, "py_func", None)
        if inner is not None:
            yield f"{inner.__module__}:{inner.__qualname__}"


def signature(compiled: Any) -> tuple[types.Type, ...]:
    """Return the argument types of a kernel, from its annotations.

    A record named `m`, or `m` and a digit, is one of metrics, any other one of inputs, as in all kernels.
    An array of numbers tells its dimensions: `Annotated[NDArray[np.float64], 2]`.
    """
    hints = get_type_hints(compiled.py_func, include_extras=True)
    names = inspect.signature(compiled.py_func).parameters
    return tuple(
        _type(hints[name], METRICS_RECORD if name.rstrip("1234") == "m" else INPUTS_RECORD) for name in names
    )


def _type(hint: Any, record: np.dtype[np.void]) -> types.Type:
    if hint is np.void:
        return numba.from_dtype(record)
    if get_origin(hint) is np.ndarray:
        return types.Array(numba.from_dtype(record), 1, "C")
    if get_origin(hint) is Annotated:
        return types.Array(types.float64, hint.__metadata__[0], "C")
    if get_origin(hint) is tuple:
        return types.Tuple([_type(each, record) for each in get_args(hint)])  # type: ignore[no-untyped-call]
    if issubclass(hint, tuple):
        fields = [_type(each, record) for each in get_type_hints(hint).values()]
        if len(set(fields)) == 1:
            return types.NamedUniTuple(fields[0], len(fields), hint)  # type: ignore[no-untyped-call]
        return types.NamedTuple(fields, hint)  # type: ignore[no-untyped-call]
    return {float: types.float64, int: types.int64, bool: types.boolean}[hint]
