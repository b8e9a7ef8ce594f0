"""Running a study: chunks handed out over Dask, a few a worker at a time, until all lie in their folder."""

import contextlib
import itertools
import queue
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from engine.errors import IsocostError
from engine.study import manifest as manifests
from engine.study.cases import cases, count_cases, sources
from engine.study.compute import check, searched
from engine.study.crowd import Crowd, crowd, library
from engine.study.declared import Study
from engine.study.errors import StudyError
from engine.study.hold import Hold
from engine.study.layout import TABLES
from engine.study.manifest import Manifest
from engine.study.progress import Progress, span
from engine.study.worker import make_chunk

#: Chunks in flight for each that is being made: enough that no worker waits for the client.
IN_FLIGHT: Final = 3
#: Seconds between two looks at who is there, and without a scheduler before it is given up.
LOOK: Final = 2.0
PATIENCE: Final = 30.0
#: Times that a chunk is handed out again after it was lost with a scheduler.
AGAIN: Final = 3
_KEPT: Final = "what is done is kept, the same command goes on from there"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did.

    Attributes
    ----------
    manifest : Manifest
    before, made : int
        Chunks that lay there, and those made now.
    rows, evaluations, bytes : int
        Of those made now.
    seconds, busy : float
        What it took, and the sum over chunks.
    """

    manifest: Manifest
    before: int
    made: int
    rows: int
    evaluations: int
    bytes: int
    seconds: float
    busy: float


def planned(study: Study) -> dict[str, Any]:
    """Return the manifest of a study that has not begun, every case of it checked."""
    found = sources(study)
    count_cases(study)
    most = 0
    for case in cases(study, found):
        check(study, case)
        if study.search is not None:
            most = max(most, searched(study, case.scenario).size)
    return manifests.begun(study, found, most)


def opened(study: Study, out: Path) -> Manifest:
    """Return the manifest in folder `out`: that of this study if it was begun there, else a new one.

    Raises
    ------
    StudyError
        Another study, another scenario or another version has begun there; the message says which.
    """
    there = manifests.read(out)
    if there is None:
        taken = [table for table in TABLES if (out / table).exists()]
        if taken:
            raise StudyError(f"{out} has a folder {taken[0]} but no {manifests.NAME}: choose another --out")
        content = planned(study)
        manifests.write_cases(out, study, sources(study))
        manifests.write(out, content)
        return manifests.manifest_of(content)
    now = manifests.identity(study, sources(study))
    told = manifests.differences(there.content["identity"], now)
    if told:
        more = f" (and {len(told) - 3} more)" if len(told) > 3 else ""
        raise StudyError(
            f"{out} holds another study: {'; '.join(told[:3])}{more}. Results are not mixed: choose "
            "another --out, or undo the change"
        )
    return there


def run(
    study: Study,
    out: Path,
    *,
    scheduler: str = "",
    workers: int | None = None,
    processes: bool = True,
    progress: Callable[[int, int], Progress] = Progress,
) -> Outcome:
    """Compute what is missing of `study` in folder `out`; see the module.

    Parameters
    ----------
    scheduler : str
        Address of a Dask scheduler; "" for workers on this machine.
    workers : int or None
        How many on this machine; None for one a processor.
    processes : bool
        False keeps workers in this process, as threads.

    Raises
    ------
    StudyError
        With what stopped it and the cure; what is done is kept.
    """
    library()
    try:
        out = out.absolute()
        out.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or str(error)
        raise StudyError(f"--out {out}: {told}") from None
    with Hold(out) as hold:
        found = opened(study, out)
        _sweep_up(out)
        done = found.layout.finished(out)
        said = progress(found.layout.count, len(done))
        if len(done) < found.layout.count:
            simulated = study.simulate is not None
            with crowd(scheduler, workers, simulated, processes=processes) as there:
                said.began = time.monotonic()
                missing = (n for n in range(found.layout.count) if n not in done)
                _Drive(there, out, found.digest, said, hold).run(missing)
        return _finished(out, found, said)


def _sweep_up(out: Path) -> None:
    """Remove what writers that were killed had begun."""
    for table in TABLES:
        for left in (out / table).glob("*/.*.isocost-save"):
            with contextlib.suppress(OSError):
                left.unlink()


def _finished(out: Path, found: Manifest, said: Progress) -> Outcome:
    content = dict(found.content)
    if not content["complete"]:
        rows = {part.table: found.layout.rows(part) for part in found.layout.parts}
        if "deployments" in rows:
            rows["deployments"] = _counted(out / "deployments")
        content |= {"complete": True, "rows": rows}
        manifests.write(out, content)
    made = said.done - said.before
    return Outcome(
        manifests.manifest_of(content), said.before, made, said.rows, said.evaluations, said.bytes,
        said.seconds, said.busy,
    )  # fmt: skip


def _counted(folder: Path) -> int:
    import pyarrow.dataset as ds

    return int(ds.dataset(folder, format="parquet", partitioning="hive").count_rows())


class _Drive:
    """Hands chunks out and hears of them; results stay with the workers, only counts come back."""

    def __init__(self, there: Crowd, out: Path, digest: str, said: Progress, hold: Hold) -> None:
        self._there, self._out, self._digest, self._said, self._hold = there, str(out), digest, said, hold
        self._nonce = secrets.token_hex(4)
        self._ended: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._pending: dict[Any, int] = {}
        self._lost: dict[int, int] = {}
        self._returned: list[int] = []
        self._looked = self._seen = time.monotonic()
        self._threads = there.threads()

    def run(self, missing: Iterable[int]) -> None:
        """Return when all of `missing` are made; raise `StudyError` for what stops them."""
        waiting = iter(missing)
        try:
            while True:
                self._look()
                if self._there.alive:
                    room = max(0, IN_FLIGHT * max(1, sum(self._threads.values())) - len(self._pending))
                    back, self._returned = self._returned, []
                    for number in itertools.islice(itertools.chain(back, waiting), max(room, len(back))):
                        self._hand_out(number)
                    if not self._pending:
                        return
                self._hear()
                self._said.tell(len(self._threads))
        finally:
            self._said.tell(len(self._threads), last=True)
            with contextlib.suppress(Exception):
                self._there.client.cancel(list(self._pending), force=True)

    def _hand_out(self, number: int) -> None:
        again = self._lost.get(number, 0)
        future = self._there.client.submit(
            make_chunk,
            self._out,
            self._digest,
            number,
            key=f"isocost-{self._digest}-{self._nonce}-{number}-{again}",
            pure=False,
        )
        self._pending[future] = number
        future.add_done_callback(self._ended.put)

    def _hear(self) -> None:
        """Take what has ended, waiting a moment for it."""
        try:
            ended = [self._ended.get(timeout=LOOK / 4)]
        except queue.Empty:
            return
        with contextlib.suppress(queue.Empty):
            while True:
                ended.append(self._ended.get_nowait())
        whole = []
        for future in ended:
            number = self._pending.pop(future)
            if future.status == "finished":
                whole.append((future, number))
            elif future.status == "error":
                raise self._explained(future)
            else:
                self._again(number)
        self._take(whole)

    def _take(self, whole: list[tuple[Any, int]]) -> None:
        try:
            results = self._there.client.gather([future for future, _ in whole])
        except (OSError, TimeoutError):
            # The scheduler went between its word and the result; the files say what is done.
            for _, number in whole:
                self._again(number)
            return
        for made in results:
            if made["trouble"]:
                raise StudyError(f"{made['trouble']}; {_KEPT}")
            self._said.add(made)

    def _again(self, number: int) -> None:
        self._lost[number] = self._lost.get(number, 0) + 1
        if self._lost[number] > AGAIN:
            raise StudyError(f"chunk {number:,} was lost {AGAIN} times with its scheduler; {_KEPT}")
        self._returned.append(number)

    def _explained(self, future: Any) -> IsocostError:
        error = future.exception()
        if type(error).__name__ == "KilledWorker":
            cure = "lower rows_per_chunk, or give workers more memory"
            return StudyError(f"several workers died over the same chunk: {cure}; {_KEPT}")
        return StudyError(f"a worker failed: {type(error).__name__}: {error}; {_KEPT}")

    def _look(self) -> None:
        """See now and then who is there."""
        now = time.monotonic()
        if now - self._looked < LOOK:
            return
        self._looked = now
        self._hold.renew()
        if self._there.alive:
            self._threads = self._there.threads()
            self._seen = now
        elif now - self._seen > PATIENCE or str(self._there.client.status) == "closed":
            raise StudyError(self._gone())

    def _gone(self) -> str:
        where = self._there.address or "on this machine"
        return f"the scheduler {where} has gone after {span(self._said.seconds)}; {_KEPT}"
