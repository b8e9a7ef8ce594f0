"""Machine code as it lies in the cache: sealed by a checksum, and made anew where it is damaged.

numba takes what it finds in a file of the cache for whole. A file cut short would end the program with an
error of pickle, a flipped bit would run as code and give wrong figures. Here each file ends in the SHA-256 of
what is before; where that does not fit, the kernel is compiled again and its file replaced. Where nothing can
be written, kernels are compiled and not kept. Either is told in `remarks`, never raised.
"""

import hashlib
import logging
import pickle
import threading
from typing import Any, Final

from numba.core.caching import FunctionCache, IndexDataCacheFile

log = logging.getLogger(__name__)

_SEAL: Final = b"isocost:"
_SIZE: Final = len(_SEAL) + hashlib.sha256().digest_size
DAMAGED: Final = "Machine code kept from earlier was damaged; it has been made anew."
NOT_KEPT: Final = "Machine code could not be kept ({why}): the next start will take longer."
_lock = threading.Lock()
_remarks: list[str] = []


def remark(text: str) -> None:
    """Keep `text` for whoever asks, and log it, once."""
    with _lock:
        if text in _remarks:
            return
        _remarks.append(text)
    log.warning(text)


def remarks() -> tuple[str, ...]:
    """Return what was found wrong with the cache by this process."""
    with _lock:
        return tuple(_remarks)


def sealed(content: bytes) -> bytes:
    """Return `content` with its seal behind it."""
    return content + _SEAL + hashlib.sha256(content).digest()


def opened(data: bytes) -> bytes | None:
    """Return what `sealed` was given, None where `data` is not as it was made."""
    content, seal = data[:-_SIZE], data[-_SIZE:]
    return content if seal == _SEAL + hashlib.sha256(content).digest() else None


class _Files(IndexDataCacheFile):
    """The files of one kernel: an index, and machine code for each set of types."""

    def _read(self, path: str) -> bytes | None:
        """Return the content of a file; None where there is none, or none that is whole."""
        try:
            with open(path, "rb") as stream:  # noqa: PTH123 - numba's paths are texts
                content = opened(stream.read())
        except FileNotFoundError:
            return None
        except OSError:
            content = None
        if content is None:
            remark(DAMAGED)
        return content

    def _load_index(self) -> dict[Any, str]:
        content = self._read(self._index_path)
        if content is None:
            return {}
        stamp, names = pickle.loads(content)
        return names if stamp == self._source_stamp else {}

    def _save_index(self, overloads: dict[Any, str]) -> None:
        with self._open_for_write(self._index_path) as stream:
            stream.write(sealed(self._dump((self._source_stamp, overloads))))

    def _load_data(self, name: str) -> Any:
        content = self._read(self._data_path(name))
        return None if content is None else pickle.loads(content)

    def _save_data(self, name: str, data: Any) -> None:
        with self._open_for_write(self._data_path(name)) as stream:
            stream.write(sealed(self._dump(data)))


class KeptCode(FunctionCache):
    """What numba asks for the machine code of one kernel."""

    def __init__(self, function: Any) -> None:
        super().__init__(function)
        given = self._cache_file
        self._cache_file = _Files.__new__(_Files)
        self._cache_file.__dict__.update(vars(given))

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        """Return the machine code for types `sig`, None where it has to be compiled."""
        try:
            return super().load_overload(sig, target_context)
        except Exception:  # whatever is wrong with it, it can be made anew
            log.debug("%s", sig, exc_info=True)
            remark(DAMAGED)
            return None

    def save_overload(self, sig: Any, data: Any) -> None:
        """Keep machine code, where it can be kept."""
        try:
            super().save_overload(sig, data)
        except OSError as error:
            remark(NOT_KEPT.format(why=error.strerror or type(error).__name__))
