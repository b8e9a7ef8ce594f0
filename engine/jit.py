"""How every kernel is compiled, and where its machine code is cached.

numba renews a cached kernel only when the kernel's *own* file changes, not when a kernel or constant
it uses in another file does: an edit elsewhere would keep running old code. The cache folder is
therefore keyed by a hash of all engine sources, Python and numba. This is the only file that
configures numba.
"""

import atexit
import hashlib
import os
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

import numba
from numba import njit

_SOURCES = sorted(Path(__file__).parent.rglob("*.py"))
_KEY = re.compile(r"[0-9a-f]{16}")
_KEEP_SECONDS = 14 * 24 * 3600


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
    """Return the hash of every engine source, the Python version and numba's version."""
    digest = hashlib.sha256(f"{numba.__version__} {sys.version}".encode())
    for path in _SOURCES:
        digest.update(path.read_bytes())
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


def _configure() -> None:
    root, key = cache_root(), source_key()
    folder = root / key
    try:
        folder.mkdir(parents=True, exist_ok=True)
        os.utime(folder)
        prune_cache(root, key)
    except OSError:
        # numba refuses a kernel it cannot cache: a read-only home gets a folder for this process alone.
        folder = Path(tempfile.mkdtemp(prefix="isocost-kernels-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    numba.config.CACHE_DIR = str(folder)  # type: ignore[attr-defined]


_configure()

#: The only decorator for compiled code. ``error_model="numpy"``: x/0 is inf, never an exception.
#: No fastmath: it was slower on our kernels and drops the meaning of NaN.
kernel = njit(cache=True, nogil=True, error_model="numpy")
