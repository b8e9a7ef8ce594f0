"""Machine code is renewed whenever any source of the engine changes, and kept otherwise."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import engine
from engine import jit

ENGINE = Path(engine.__file__).parent


def _key(folder: Path) -> str:
    command = [sys.executable, "-c", "from engine import jit; print(jit.source_key(), jit.__file__)"]
    environment = {**os.environ, "PYTHONPATH": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    key, file = done.stdout.split()
    assert Path(file).is_relative_to(folder)
    return key


def test_cache_key_changes_with_a_constant_in_any_file_and_returns_with_it(tmp_path):
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
