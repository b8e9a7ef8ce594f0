"""Machine code is renewed whenever a source that kernels may read from changes, and kept otherwise."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import engine
from engine import jit
from engine.kernel_sources import kernel_sources

ENGINE = Path(engine.__file__).parent


def _key(folder: Path) -> str:
    command = [sys.executable, "-c", "from engine import jit; print(jit.source_key(), jit.__file__)"]
    environment = {**os.environ, "PYTHONPATH": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    key, file = done.stdout.split()
    assert Path(file).is_relative_to(folder)
    return key


def test_cache_key_changes_with_a_constant_in_another_file_and_returns_with_it(tmp_path):
    copy = tmp_path / "engine"
    shutil.copytree(ENGINE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    before = _key(tmp_path)
    units = copy / "units.py"
    text = units.read_text("utf-8")
    units.write_text(text.replace("8760.0", "8766.0"), "utf-8")
    changed = _key(tmp_path)
    units.write_text(text, "utf-8")
    assert changed != before
    assert _key(tmp_path) == before


def test_cache_key_stays_where_only_what_no_kernel_reads_changes(tmp_path):
    copy = tmp_path / "engine"
    shutil.copytree(ENGINE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    before = _key(tmp_path)
    (copy / "cli.py").write_text("DONE = 7\n", "utf-8")
    assert _key(tmp_path) == before


def test_all_that_is_imported_with_the_kernels_is_in_the_key():
    names = [name for name, text in kernel_sources(ENGINE) if b"@kernel" in text or b"@entry" in text]
    script = "import sys\n" + "".join(f"import {name}\n" for name in names)
    script += "print(*(name for name in sys.modules if name.partition('.')[0] == 'engine'))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert len(loaded) > 50
    assert loaded <= {name for name, _ in kernel_sources(ENGINE)}


def test_prune_removes_old_folders_of_kernels_and_nothing_else(tmp_path):
    for name in ("0123456789abcdef", "fedcba9876543210", "somebody-elses-work", "aaaaaaaaaaaaaaaa"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text("x", "utf-8")
        os.utime(tmp_path / name, (0, 0))
    os.utime(tmp_path / "aaaaaaaaaaaaaaaa")
    jit.prune_cache(tmp_path, keep="0123456789abcdef")
    left = {folder.name for folder in tmp_path.iterdir()}
    assert left == {"0123456789abcdef", "somebody-elses-work", "aaaaaaaaaaaaaaaa"}


def test_prune_of_a_folder_that_is_not_there_does_nothing(tmp_path):
    jit.prune_cache(tmp_path / "none", keep="0123456789abcdef")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no /dev/null to be in the way")
def test_kernel_compiles_where_the_cache_cannot_be_written():
    script = "from gui import probe; import json; print(json.dumps(probe.probe_kernel()))"
    environment = {**os.environ, "NUMBA_CACHE_DIR": "/dev/null/cache"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    assert '"right": true' in done.stdout


class Pair(NamedTuple):
    """Two numbers, handed on as one."""

    left: float
    right: float


class Box(NamedTuple):
    """A pair and a flag: fields of several types, one inside the other."""

    pair: Pair
    swap: bool


@jit.entry
def difference(pair: Pair) -> float:
    """Return left less right; too long to vanish in what calls it."""
    total = 0.0
    for _ in range(int(pair.left)):
        total += pair.left / pair.left
    return total - pair.right


@jit.entry
def turned(pair: Pair) -> Pair:
    """Return the pair the other way round."""
    return Pair(pair.right, pair.left)


@jit.entry
def replaced(pair: Pair, turn: bool) -> float:
    """Replace a parameter on one of two ways, then hand it on."""
    if turn:
        pair = turned(pair)
    return difference(pair)


@jit.entry
def remembered(pair: Pair, times: int) -> float:
    """Hand on what a variable held before it was replaced, in a loop."""
    total = 0.0
    for k in range(times):
        before = pair
        pair = Pair(pair.left + 1.0, pair.right + k)
        total += 10.0 * difference(before) + difference(pair)
    return total + 1000.0 * difference(pair)


@jit.entry
def boxed(box: Box) -> float:
    """Hand on a part of what is handed on."""
    inner = box.pair
    if box.swap:
        inner = turned(inner)
    return difference(inner) + 100.0 * difference(box.pair)


@pytest.mark.parametrize("turn", [False, True])
def test_named_tuple_that_replaces_a_parameter_is_the_one_handed_on(turn):
    assert replaced(Pair(5.0, 2.0), turn) == (-3.0 if turn else 3.0)


def test_named_tuples_of_one_variable_are_told_apart_in_a_loop():
    expected, pair = 0.0, Pair(5.0, 2.0)
    for k in range(4):
        after = Pair(pair.left + 1.0, pair.right + k)
        expected += 10.0 * (pair.left - pair.right) + after.left - after.right
        pair = after
    assert remembered(Pair(5.0, 2.0), 4) == expected + 1000.0 * (pair.left - pair.right)


@pytest.mark.parametrize("swap", [False, True])
def test_named_tuple_inside_another_is_handed_on(swap):
    assert boxed(Box(Pair(7.0, 3.0), swap)) == (396.0 if swap else 404.0)
