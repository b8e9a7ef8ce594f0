"""Writing a file so that a crash, a full disk or a power cut leaves the old one or the new one, whole."""

import contextlib
import errno
import io
import os
import re
import secrets
import shutil
import stat
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, Final

from engine.system.folders import make_durable, put_in_place

#: Age from which on no writer can still be at a file of its own [s].
ABANDONED: Final = 3600.0
_TEMPORARY: Final = re.compile(r"\.[0-9a-f]{12}\.isocost-save")
_TEXTS = {
    errno.ENOSPC: "the disk is full",
    errno.EFBIG: "the file is larger than the disk or your quota takes",
    errno.EDQUOT: "your disk quota is used up",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOENT: "the folder does not exist",
    errno.ENOTDIR: "part of the path is not a folder",
    errno.EISDIR: "it is a folder",
}
#: What only Windows says, by its own number.
_TEXTS_OF_WINDOWS = {
    32: "another program has it open",
    33: "another program has it open",
    123: "no file can have that name here",
    206: "the name is too long",
}


def write_atomically(path: Path, data: bytes) -> None:
    """Replace the content of `path` by `data`, or raise `OSError` and leave everything as it was.

    A link is followed, the permissions of an existing file are kept, and a file without write
    permission is refused although replacing it would be possible.
    """
    _replace(path, lambda stream: shutil.copyfileobj(io.BytesIO(data), stream, 2**20))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Do as `write_atomically` with a content that is made while it is written, never whole in memory.

    What `pieces` raises leaves everything as it was too.
    """
    _replace(path, lambda stream: stream.writelines(pieces))


def copy_whole(source: Path, path: Path) -> None:
    """Make `path` a copy of `source`, of whatever size, or raise `OSError` and leave everything as it was."""
    with source.open("rb") as stream:
        _replace(path, lambda made: shutil.copyfileobj(stream, made, 2**20))


def _replace(path: Path, fill: Callable[[BinaryIO], None]) -> None:
    target = Path(os.path.realpath(path))
    mode = _mode(target)
    temporary = target.with_name(f".{secrets.token_hex(6)}.isocost-save")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            fill(stream)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(mode)
        put_in_place(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    make_durable(target.parent)
    sweep(target.parent)


def sweep(folder: Path) -> None:
    """Remove what writers left in `folder` that were killed at it; what may still be written stays."""
    horizon = time.time() - ABANDONED
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _TEMPORARY.fullmatch(entry.name):
                with contextlib.suppress(OSError):
                    if entry.stat(follow_symlinks=False).st_mtime < horizon:
                        Path(entry.path).unlink()


def _mode(target: Path) -> int | None:
    """Return the permissions to keep, None for a new file; raise where writing is not meant."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not found.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is read-only", str(target))
    return stat.S_IMODE(found.st_mode)


def reason(error: OSError) -> str:
    """Return why the system refused, as a clause of a sentence."""
    if error.strerror == "the file is read-only":
        return "the file is read-only"
    of_windows = _TEXTS_OF_WINDOWS.get(getattr(error, "winerror", None) or 0)
    if of_windows:
        return of_windows
    return _TEXTS.get(error.errno or 0, (error.strerror or str(error)).lower())
