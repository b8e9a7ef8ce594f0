"""How every kernel is compiled, and where its machine code is cached.

numba renews a cached kernel only when the kernel's *own* file changes, not when a kernel or constant
it uses in another file does: an edit elsewhere would keep running old code. The cache folder is
therefore keyed by a hash of all sources that kernels may read from, Python and numba. This is the only
file that configures numba, but for how named tuples are handed on (`engine.by_pointer`).

Compiling everything takes numba's Python front end some ten seconds of processor time, which a first
start has to wait for. Three things keep that short:

- Only what Python calls is an `entry`. A `kernel` is called by compiled code alone and gets no wrapper
  for Python, which is a third of all compilation.
- The window needs one entry only: point, line and surface are all grids (`engine.drivers.grid`).
- Where nothing is cached, `engine.drivers.precompile` compiles kernels in other processes, as many at a
  time as there are processors, and this one loads the result; the window stays responsive meanwhile.
"""

import atexit
import contextlib
import functools
import hashlib
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import numba
import numpy as np
from numba import njit, types
from numpy.typing import NDArray

import engine.by_pointer  # noqa: F401
from engine import kept_code
from engine.kernel_sources import kernel_sources

_KEY = re.compile(r"[0-9a-f]{16}")
_KEEP_SECONDS = 14 * 24 * 3600
_Function = TypeVar("_Function", bound=Callable[..., Any])


def cache_root() -> Path:
    """Return the folder that holds one sub-folder of machine code per state of the sources.

    `NUMBA_CACHE_DIR` overrides where it is, not that it is keyed: numba alone would run stale code.
    """
    if os.environ.get("NUMBA_CACHE_DIR"):
        return Path(os.environ["NUMBA_CACHE_DIR"])
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", str(Path.home() / "AppData" / "Local")))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache")))
    return base / "isocost" / "kernels"


def source_key() -> str:
    """Return the hash of all that kernels may read from and of the versions below."""
    digest = hashlib.sha256(f"{numba.__version__} {sys.version}".encode())
    for name, text in kernel_sources(Path(__file__).parent):
        digest.update(name.encode() + b"\0" + text)
    return digest.hexdigest()[:16]


def prune_cache(root: Path, keep: str) -> None:
    """Remove folders of other source states that nobody used for two weeks; touch nothing else."""
    if not root.is_dir():
        return
    horizon = time.time() - _KEEP_SECONDS
    for folder in root.iterdir():
        ours = _KEY.fullmatch(folder.name) and folder.name != keep and folder.is_dir()
        if ours and folder.stat().st_mtime < horizon:
            shutil.rmtree(folder, ignore_errors=True)


def _prepared_folder() -> Path:
    root, key = cache_root(), source_key()
    try:
        folder = root / key
        folder.mkdir(parents=True, exist_ok=True)
        os.utime(folder)
        # Being able to write is what numba asks for.
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        # numba refuses a kernel it cannot cache: a read-only home gets a folder for this process alone.
        kept_code.remark(kept_code.NOT_KEPT.format(why=error.strerror or type(error).__name__))
        root = Path(tempfile.mkdtemp(prefix="isocost-kernels-"))
        atexit.register(shutil.rmtree, root, ignore_errors=True)
        folder = root / key
        folder.mkdir()
    with contextlib.suppress(OSError):  # another process may be at it
        prune_cache(root, key)
    return folder


#: Where this process finds and leaves machine code.
FOLDER = _prepared_folder()
numba.config.CACHE_DIR = str(FOLDER)  # type: ignore[attr-defined]

# numba writes a record's type out, every field of it, wherever it notes what it is doing: a tenth of a
# first start, unless it does so once.
types.Record.__repr__ = functools.cache(types.Record.__repr__)  # type: ignore[method-assign]

# ``error_model="numpy"``: x/0 is inf, never an exception. No fastmath: it was slower on our kernels
# and drops the meaning of NaN.
# ``forceinline`` is told of every kernel, for one that is silent takes it over from whoever calls it.
_OPTIONS: dict[str, Any] = {"nogil": True, "error_model": "numpy", "forceinline": False}
_NO_WRAPPERS: dict[str, Any] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}


def _kept(made: _Function) -> _Function:
    """Return `made` with its machine code kept; a plain function where nothing is compiled."""
    if hasattr(made, "py_func"):
        made._cache = kept_code.KeptCode(made.py_func)  # type: ignore[attr-defined]
    return made


def entry(function: _Function) -> _Function:
    """Compile `function`, which Python calls."""
    made: _Function = njit(**_OPTIONS)(function)
    return _kept(made)


def kernel(function: _Function) -> _Function:
    """Compile `function`, which only compiled code calls."""
    made: _Function = njit(**_OPTIONS, **_NO_WRAPPERS)(function)
    return _kept(made)


def part(function: _Function) -> _Function:
    """Compile `function`, which one place of compiled code calls: the machine code of both is one piece.

    Tuples then go from one to the other in registers, if at all.
    """
    made: _Function = njit(**{**_OPTIONS, "forceinline": True}, **_NO_WRAPPERS)(function)
    return _kept(made)


def inlined(function: _Function) -> _Function:
    """Compile `function`, which is copied into the compiled code that calls it.

    For short ones that take arrays: each array counts its references up and down again in every call.
    """
    made: _Function = njit(inline="always", **_OPTIONS, **_NO_WRAPPERS)(function)
    return _kept(made)


def readable(rows: NDArray[np.void]) -> NDArray[np.void]:
    """Return `rows` such that a kernel can read their fields: as they are, if kernels are compiled at all.

    ``NUMBA_DISABLE_JIT=1`` leaves kernels to Python, whose plain records have no attributes.
    """
    return rows.view(np.recarray) if numba.config.DISABLE_JIT else rows  # type: ignore[attr-defined]


@inlined
def _as_they_are(rows: NDArray[np.void]) -> NDArray[np.void]:
    return rows


#: `readable` for rows that a kernel makes itself.
readable_here = readable if numba.config.DISABLE_JIT else _as_they_are  # type: ignore[attr-defined]
