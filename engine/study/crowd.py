"""The workers of a study: processes of this machine, or those of a Dask scheduler elsewhere."""

import contextlib
import importlib
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from engine.study.errors import StudyError
from engine.study.manifest import versions
from engine.study.worker import prepare

#: Seconds to wait for a scheduler, and for its first worker.
REACH: Final = 10.0
FIRST_WORKER: Final = 60.0


@dataclass(frozen=True, slots=True)
class Crowd:
    """A client of workers; `address` is where their scheduler is, "" on this machine."""

    client: Any
    address: str

    @property
    def alive(self) -> bool:
        """Return whether the scheduler is there."""
        return str(self.client.status) == "running"

    def threads(self) -> dict[str, int]:
        """Return how many chunks each worker makes at a time, by its address; none where nobody answers."""
        try:
            found: dict[str, int] = self.client.nthreads()
        except (OSError, TimeoutError):
            return {}
        return found


def library() -> Any:
    """Return the package distributed; raise `StudyError` with the cure where it is missing."""
    try:
        for name in ("pyarrow", "dask"):
            importlib.import_module(name)
        return importlib.import_module("distributed")
    except ImportError as error:
        raise StudyError(f"a study needs {error.name}: pip install 'isocost[cluster]'") from None


@contextlib.contextmanager
def crowd(address: str, workers: int | None, simulated: bool, *, processes: bool = True) -> Iterator[Crowd]:
    """Give the workers at `address`, or `workers` of this machine, as many as it has processors where None.

    Raises
    ------
    StudyError
        No scheduler answers, it has no worker, or a worker has another version.
    """
    distributed = library()
    _hush()
    with contextlib.ExitStack() as stack:
        if address:
            client = _reached(distributed, address)
        else:
            client = _started(distributed, workers, simulated, processes, stack)
        stack.callback(_closed, client)
        made = Crowd(client, address)
        _ready(made, simulated)
        yield made


def _hush() -> None:
    # What goes wrong is told in one line; each of the library's loggers has a level of its own.
    for name in ("distributed", *logging.root.manager.loggerDict):
        if name.split(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)


def _started(
    distributed: Any, workers: int | None, simulated: bool, processes: bool, stack: contextlib.ExitStack
) -> Any:
    # Before there are workers, so that none of them compiles what another compiles.
    prepare(simulated)
    cluster = distributed.LocalCluster(
        n_workers=workers or os.cpu_count() or 1,
        threads_per_worker=1,
        processes=processes,
        # Without an address their pages would be served to the whole network, and from one fixed port.
        dashboard_address="127.0.0.1:0",
        worker_dashboard_address="127.0.0.1:0",
        silence_logs=logging.CRITICAL,
        protocol="tcp" if processes else "inproc",
    )
    stack.callback(cluster.close, timeout=10)
    return distributed.Client(cluster)


def _reached(distributed: Any, address: str) -> Any:
    try:
        return distributed.Client(address, timeout=REACH)
    except (OSError, TimeoutError):
        cure = "start one by `dask scheduler` and workers by `dask worker ADDRESS`, or leave --scheduler out"
        raise StudyError(f"--scheduler {address}: no Dask scheduler answers there; {cure}") from None
    except (ValueError, TypeError) as error:
        raise StudyError(f"--scheduler {address}: no address, write tcp://HOST:8786 ({error})") from None


def _closed(client: Any) -> None:
    with contextlib.suppress(OSError, TimeoutError, RuntimeError):
        client.close(timeout=5)


def _ready(made: Crowd, simulated: bool) -> None:
    """Let every worker load its kernels: on each machine one first, which may have to compile them."""
    client = made.client
    try:
        client.wait_for_workers(1, timeout=FIRST_WORKER)
    except TimeoutError:
        raise StudyError(
            f"the scheduler {made.address} has no worker after {FIRST_WORKER:.0f} s; start some by "
            f"`dask worker {made.address}`"
        ) from None
    addresses = list(made.threads())
    first = list({address.rpartition(":")[0]: address for address in addresses}.values())
    for some in (first, [address for address in addresses if address not in first]):
        if not some:
            continue
        try:
            told = client.run(prepare, simulated, workers=some)
        except ModuleNotFoundError as error:
            raise StudyError(
                f"a worker lacks {error.name}: pip install 'isocost[cluster]' on every machine"
            ) from None
        except (OSError, TimeoutError):
            where = made.address or "on this machine"
            raise StudyError(
                f"the scheduler {where} has gone while its workers loaded kernels; "
                "the same command begins again"
            ) from None
        for address, theirs in told.items():
            _same(address, theirs)


def _same(address: str, theirs: dict[str, str]) -> None:
    for name, text in versions().items():
        if theirs.get(name) != text:
            raise StudyError(
                f"the worker at {address} has another version of {name} ({theirs.get(name)}, here {text}): "
                "install the same Isocost everywhere"
            )
