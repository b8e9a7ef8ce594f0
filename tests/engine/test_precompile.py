"""A first start compiles every kernel once, in other processes, and gets what any start gets."""

import os
import sys
import threading
import time

import numba
import pytest

from engine.drivers import point, precompile
from engine.scenario import DEFAULT
from tests import first_start
from tests.first_start import start

pytestmark = pytest.mark.skipif(
    bool(numba.config.DISABLE_JIT), reason="compilation is switched off by NUMBA_DISABLE_JIT"
)

GRAPH = {"top": {"left", "right"}, "left": {"leaf"}, "right": {"leaf"}, "leaf": set()}


def test_first_start_gives_the_same_metrics_bit_for_bit():
    told = first_start.told()
    assert bytes.fromhex(told["metrics"]) == point(DEFAULT).metrics.tobytes()
    assert told["errors"] == ""


def test_first_start_loads_what_its_workers_compiled():
    told = first_start.told()
    assert told["marked"]
    assert told["from_cache"] == 1


def test_every_kernel_is_compiled_once_for_the_types_it_is_called_with():
    told = first_start.told()
    # One file of machine code for each: a wrong type in the guess from annotations would leave two.
    assert told["code"] == told["indexes"] == told["kernels"]


def test_second_start_starts_no_workers():
    process = start(
        "from engine.drivers import precompile as p; p._compile_all = None; p.ensure(); print('done')"
    )
    output, errors = process.communicate(timeout=60)
    assert (output.strip(), errors) == ("done", "")


@pytest.mark.skipif(sys.platform == "win32", reason="the folder of process entries is Linux's")
def test_workers_end_with_a_program_that_ends_while_they_compile(tmp_path):
    script = """
import time
from engine.drivers import precompile
made, begin = [], precompile._Worker.__init__
def remember(worker):
    begin(worker)
    made.append(worker._process.pid)
precompile._Worker.__init__ = remember
precompile.start()
while not made:
    time.sleep(0.01)
time.sleep(0.5)
print(*made)
"""
    process = start(script, NUMBA_CACHE_DIR=str(tmp_path))
    output, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    assert errors == ""
    workers = [int(word) for word in output.split()]
    assert workers
    for pid in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_a_worker_that_dies_leaves_the_kernel_to_numba(tmp_path):
    script = """
from engine.drivers import precompile
precompile._Worker.compile = lambda worker, name: worker.end() or open('/no/such/file')
precompile.ensure()
from engine.jit import FOLDER
print('done', sorted(path.name for path in FOLDER.iterdir() if path.is_file()))
"""
    process = start(script, NUMBA_CACHE_DIR=str(tmp_path))
    output, errors = process.communicate(timeout=60)
    # Nothing says that all is compiled; what is left is the lock.
    assert (output.strip(), errors) == ("done ['compiling']", "")


def test_names_run_after_all_they_need_and_side_by_side_where_they_can():
    done, together, most = [], 0, 0
    lock = threading.Lock()

    def work(name):
        nonlocal together, most
        with lock:
            assert GRAPH[name] <= set(done)
            together += 1
            most = max(most, together)
        time.sleep(0.05)
        with lock:
            together -= 1
            done.append(name)

    precompile.run_in_order(GRAPH, [work, work, work])
    assert done[0] == "leaf"
    assert done[-1] == "top"
    assert sorted(done) == sorted(GRAPH)
    assert most == 2


def test_what_a_worker_raises_ends_the_run():
    def fail(name):
        raise RuntimeError(name)

    with pytest.raises(RuntimeError, match="leaf"):
        precompile.run_in_order(GRAPH, [fail])


def test_a_silent_worker_is_not_waited_for_without_end(monkeypatch):
    monkeypatch.setattr(precompile, "_PATIENCE", 0.05)
    forever = threading.Event()
    with pytest.raises(TimeoutError):
        precompile.run_in_order(GRAPH, [lambda name: forever.wait(5)])
    forever.set()


def test_two_first_starts_compile_once(monkeypatch, tmp_path):
    monkeypatch.setattr(precompile.jit, "FOLDER", tmp_path / "cache")
    inside, most, lock = [], [], threading.Lock()

    def start():
        with precompile._alone():
            with lock:
                inside.append(1)
                most.append(len(inside))
            time.sleep(0.05)
            with lock:
                inside.pop()

    threads = [threading.Thread(target=start) for _ in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert most == [1, 1, 1]


def test_whoever_waits_goes_on_once_all_is_compiled(monkeypatch, tmp_path):
    monkeypatch.setattr(precompile.jit, "FOLDER", tmp_path)
    with precompile._alone():
        (tmp_path / precompile._MARK).touch()
        start = time.monotonic()
        with precompile._alone():
            assert time.monotonic() - start < precompile._LONGEST / 10


def test_an_entry_that_was_not_asked_for_before_is_compiled_by_itself(monkeypatch, tmp_path):
    monkeypatch.setattr(precompile.jit, "FOLDER", tmp_path)
    monkeypatch.setattr(precompile, "_further", ["some.module:drawn"])
    assert precompile._missing() == [precompile.ENTRY, "some.module:drawn"]
    (tmp_path / precompile._MARK).touch()
    assert precompile._missing() == ["some.module:drawn"]
    (tmp_path / precompile._MARK).write_text("some.module:drawn\n")
    assert precompile._missing() == []


def test_a_folder_that_takes_no_lock_hinders_nothing(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setattr(precompile.jit, "FOLDER", tmp_path / "file" / "cache")
    with precompile._alone():
        pass
