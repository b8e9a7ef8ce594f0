"""The first start of the app on this state of the sources: what compiles all kernels for a run of the tests.

It is watched once, where it happens, and what it told is kept beside the machine code.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numba

from engine import jit

_SCRIPT = """
import json
from engine.drivers import fill, point, precompile
from engine.jit import FOLDER
from engine.scenario import DEFAULT
metrics = point(DEFAULT).metrics.tobytes()
print(json.dumps({
    "metrics": metrics.hex(),
    "from_cache": sum(fill.fill_moves.stats.cache_hits.values()),
    "kernels": len(precompile.calls(precompile.ENTRY)),
    "code": len(list(FOLDER.rglob("*.nbc"))),
    "indexes": len(list(FOLDER.rglob("*.nbi"))),
    "marked": (FOLDER / "compiled").exists(),
}))
"""
_KEPT = "first-start.json"
_LONGEST = 600.0


def folder() -> Path:
    """Return where the machine code of this state of the sources is."""
    return jit.FOLDER


def start(script: str, **environment: str) -> subprocess.Popen[str]:
    """Run `script` in a process of its own that takes warnings for errors."""
    return subprocess.Popen(
        _command(script),
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _command(script: str) -> list[str]:
    return [sys.executable, "-W", "error", "-c", script]


def told() -> dict[str, object]:
    """Return what the first start told, having had it now if nobody had."""
    kept = folder() / _KEPT
    if not kept.exists():
        done = subprocess.run(
            _command(_SCRIPT), capture_output=True, text=True, check=False, timeout=_LONGEST
        )
        assert done.returncode == 0, done.stderr
        with tempfile.NamedTemporaryFile("w", dir=folder(), delete=False) as file:
            json.dump(json.loads(done.stdout) | {"errors": done.stderr}, file)
        Path(file.name).replace(kept)
    found: dict[str, object] = json.loads(kept.read_text())
    return found


def have_it() -> None:
    """Let all kernels be compiled before the tests that use them: by all processors, and once.

    Why that fails is told by the tests of it.
    """
    if not numba.config.DISABLE_JIT:
        with contextlib.suppress(AssertionError, subprocess.TimeoutExpired):
            told()
