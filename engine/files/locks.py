"""Who has a scenario file open: a small file beside it that names its owner, under a lock of the system.

The system's lock ends with the process, so a window that was killed blocks nobody. The text in it says who
it was to people on other machines; where a file system does not share locks between machines, or a
service copies the file, it is all there is, and the user decides. Where the folder cannot be
written, the lock lies in the user's own state folder and keeps only their own windows apart.
"""

import atexit
import contextlib
import getpass
import hashlib
import json
import os
import platform
import stat
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from engine.files.recovery import folder
from engine.system.locking import OPEN_FLAGS, take

_MOST_BYTES: Final = 4096
_TRIES: Final = 20


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has a file open: user, machine, process, and since when [s since 1970]."""

    user: str
    host: str
    pid: int
    since: float

    def __str__(self) -> str:
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(self.since))
        return f"{self.user} on {self.host} (process {self.pid}) since {when}"


@dataclass(frozen=True, slots=True)
class Held:
    """A file that somebody else has open.

    Attributes
    ----------
    owner : Owner or None
        None where the lock does not tell.
    alive : bool
        Whether the owner is known to be at work; else the lock may be left over on another machine.
    """

    owner: Owner | None
    alive: bool


class Lock:
    """A file that is open here. Let it go by `release`; the end of the process does too."""

    def __init__(self, handle: int, place: Path) -> None:
        self._handle, self.place = handle, place
        _ours.add(self)

    def release(self) -> None:
        """Let others have the file; once is enough."""
        if self not in _ours:
            return
        _ours.discard(self)
        # While still held, so that nobody's newer lock is taken away; Windows can only do it afterwards.
        with contextlib.suppress(OSError):
            self.place.unlink()
        os.close(self._handle)
        with contextlib.suppress(OSError):
            if os.name == "nt":
                self.place.unlink()


_ours: Final[set[Lock]] = set()


@atexit.register
def _release_all() -> None:
    for lock in tuple(_ours):
        lock.release()


def acquire(path: Path, *, take_over: bool = False) -> Lock | Held | None:
    """Return the lock of the scenario file `path`, who else holds it, or None where no lock can be kept.

    Parameters
    ----------
    path : Path
    take_over : bool
        Take a lock away whose owner is not known to be alive. One that is at work keeps it.

    Notes
    -----
    Never waits. An owner on this machine that has ended holds nothing.
    """
    for place in _places(path):
        try:
            return _acquire(place, take_over)
        except (OSError, ValueError):
            continue
    return None


def _places(path: Path) -> tuple[Path, Path]:
    """Return where the lock of `path` lies: beside the file that links lead to, or in the state folder."""
    real = Path(os.path.realpath(path))
    digest = hashlib.sha256(str(real).encode("utf-8", "surrogateescape")).hexdigest()[:24]
    return real.with_name(f".{real.name}.lock"), folder() / f"open-{digest}.lock"


def _acquire(place: Path, take_over: bool) -> Lock | Held:
    if place.parent == folder():
        place.parent.mkdir(parents=True, exist_ok=True)
    for _ in range(_TRIES):
        handle, writable = _open(place)
        keep = False
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise OSError(f"{place} is no file")
            free = take(handle)
            if not free and not _present(place):
                continue
            owner = _read(handle)
            if not free:
                return Held(owner, alive=True)
            if not _same(handle, place):
                # Its owner let it go between our opening and locking it.
                continue
            if owner is not None and owner.host != _plain(platform.node()) and not take_over:
                return Held(owner, alive=False)
            if not writable:
                # Left behind by another user's process.
                place.unlink()
                continue
            _write(handle)
            keep = True
            return Lock(handle, place)
        finally:
            if not keep:
                os.close(handle)
    raise OSError(f"{place} comes and goes")


def _open(place: Path) -> tuple[int, bool]:
    """Return the open lock, made where there was none, and whether it can be written."""
    if not hasattr(os, "O_NOFOLLOW") and place.is_symlink():
        raise OSError(f"{place} is a link")
    try:
        return os.open(place, os.O_RDWR | os.O_CREAT | OPEN_FLAGS, 0o666), True
    except PermissionError:
        return os.open(place, os.O_RDONLY | OPEN_FLAGS), False


def _present(place: Path) -> bool:
    try:
        place.lstat()
    except FileNotFoundError:
        return False
    return True


def _same(handle: int, place: Path) -> bool:
    """Return whether the open lock is still the one that others find."""
    try:
        return os.path.samestat(os.fstat(handle), place.lstat())
    except FileNotFoundError:
        return False


def me() -> Owner:
    """Return this process as an owner."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        # Windows before Python 3.13 looks for a module of POSIX where no variable names the user.
        user = "somebody"
    return Owner(_plain(user), _plain(platform.node()), os.getpid(), time.time())


def _write(handle: int) -> None:
    mine = me()
    text = json.dumps({"user": mine.user, "host": mine.host, "pid": mine.pid, "since": mine.since})
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, text.encode())


def _read(handle: int) -> Owner | None:
    """Return whom a lock names; None where it is empty or does not say."""
    os.lseek(handle, 0, os.SEEK_SET)
    data = os.read(handle, _MOST_BYTES)
    try:
        said: Any = json.loads(data)
        since = float(said["since"])
        time.localtime(since)
        return Owner(_plain(said["user"]), _plain(said["host"]), int(said["pid"]), since)
    except (ValueError, KeyError, TypeError, OverflowError, OSError, RecursionError):
        return None


def _plain(text: Any) -> str:
    """Return a name as it may stand in a sentence, whoever wrote it."""
    return "".join(sign for sign in str(text) if sign.isprintable())[:60] or "somebody"
