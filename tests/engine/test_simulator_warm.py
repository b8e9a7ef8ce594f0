"""Compiling the simulator in another process, once."""

import subprocess
import sys

import pytest

from engine import jit
from engine.drivers import precompile
from engine.simulator import warm


@pytest.fixture(autouse=True)
def _clean(monkeypatch, tmp_path):
    monkeypatch.setattr(jit, "FOLDER", tmp_path)
    monkeypatch.setattr(warm, "_running", [])
    monkeypatch.setattr(precompile, "ensure", lambda: None)
    monkeypatch.setattr(warm, "_POLL", 0.005)
    monkeypatch.setattr(warm.numba.config, "DISABLE_JIT", 0)


def test_a_compiled_simulator_starts_no_process(monkeypatch, tmp_path):
    (tmp_path / "simulator-compiled").touch()
    monkeypatch.setattr(subprocess, "Popen", lambda *_a, **_k: pytest.fail("a process was started"))
    assert warm.compiled()
    assert warm.ensure(lambda: False)


def test_the_mark_is_set_once_the_process_ended_well(monkeypatch, tmp_path):
    monkeypatch.setattr(warm, "_CODE", "print('compiled')")
    assert not warm.compiled()
    assert warm.ensure(lambda: False)
    assert (tmp_path / "simulator-compiled").exists()


def test_a_failed_process_leaves_compiling_to_numba(monkeypatch, tmp_path):
    monkeypatch.setattr(warm, "_CODE", "raise SystemExit(3)")
    assert warm.ensure(lambda: False)
    assert not (tmp_path / "simulator-compiled").exists()


def test_a_cancelled_wait_returns_while_the_process_goes_on_and_is_taken_up_again(monkeypatch):
    monkeypatch.setattr(warm, "_CODE", "import time; time.sleep(0.3)")
    assert not warm.ensure(lambda: True)
    process = warm._running[0]
    assert process.poll() is None
    assert warm.ensure(lambda: False)
    assert warm._running == [process]
    assert process.returncode == 0


def test_without_an_interpreter_to_start_numba_compiles(monkeypatch):
    monkeypatch.setattr(sys, "executable", "")
    assert warm.compiled()
