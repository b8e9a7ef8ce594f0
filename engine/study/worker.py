"""What a worker does: one chunk from its number to its file. It needs the folder of the study alone."""

import json
import os
import platform
import time
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from engine.files.atomic import reason, write_atomically
from engine.study.cases import Case
from engine.study.columns import parquet
from engine.study.compute import compute
from engine.study.errors import StudyError
from engine.study.layout import whole
from engine.study.manifest import Manifest, read, versions

#: What workers note of the chunks they made, a file each.
JOURNAL: Final = "_journal"


@lru_cache(maxsize=4)
def _opened(out: str, digest: str) -> Manifest:
    found = read(Path(out))
    if found is None:
        raise StudyError(
            f"worker on {platform.node()} does not see {out}: --out must lie on a disk that all workers share"
        )
    if found.digest != digest:
        raise StudyError(f"worker on {platform.node()} finds another study in {out}")
    mine, wanted = versions(), found.content["versions"]
    for name, text in wanted.items():
        if mine.get(name) != text:
            raise StudyError(
                f"worker on {platform.node()} has another version of {name} ({mine.get(name)}, not "
                f"{text}): install the same Isocost everywhere"
            )
    return found


@lru_cache(maxsize=64)
def _case(out: str, digest: str, number: int) -> Case:
    return _opened(out, digest).case(Path(out), number)


def make_chunk(out: str, digest: str, number: int) -> dict[str, Any]:
    """Compute chunk `number` of the study in folder `out`, unless it lies there already.

    Returns
    -------
    dict
        "chunk", "rows", "evaluations", "bytes", "seconds", and "trouble", "" where all went well: what goes
        wrong is told rather than raised, so that the client hears it in one line from wherever it was.
    """
    began = time.perf_counter()
    try:
        return _made(Path(out), digest, number, began)
    except StudyError as error:
        return {"chunk": number, "trouble": str(error)}
    except OSError as error:
        return {"chunk": number, "trouble": f"{out} cannot be written: {reason(error)}"}
    except MemoryError:
        cure = "lower rows_per_chunk, or give workers more"
        return {"chunk": number, "trouble": f"a worker has too little memory: {cure}"}


def _made(out: Path, digest: str, number: int, began: float) -> dict[str, Any]:
    found = _opened(str(out), digest)
    chunk = found.layout.chunk(number)
    path = out / found.layout.name(chunk)
    if path.exists() and whole(path):
        return {"chunk": number, "rows": 0, "evaluations": 0, "bytes": 0, "seconds": 0.0, "trouble": ""}
    case = _case(str(out), digest, chunk.case)
    made = compute(found.study, case, chunk)
    computed = time.perf_counter() - began
    data = parquet(made.columns, _metadata(out, digest, chunk.case))
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, data)
    told = {
        "chunk": number,
        "rows": made.rows,
        "evaluations": made.evaluations,
        "bytes": len(data),
        "seconds": round(time.perf_counter() - began, 6),
        "computed": round(computed, 6),
        "table": chunk.part.table,
    }
    _note(out, told)
    return told | {"trouble": ""}


@lru_cache(maxsize=64)
def _metadata(out: Path, digest: str, case: int) -> dict[str, Any]:
    """Return what every file says of itself: versions, the study, and the scenario as its file holds it."""
    found = _opened(str(out), digest)
    told = found.content["cases"][case]
    scenario = json.loads((out / told["file"]).read_bytes())
    return {
        "versions": found.content["versions"],
        "made_with": found.content["made_with"],
        "study": found.digest,
        "name": found.content["name"],
        "case": told,
        "scenario": scenario,
    }


def _note(out: Path, told: dict[str, Any]) -> None:
    """Add a line to this worker's journal: what was made where and when, whatever becomes of the client."""
    folder = out / JOURNAL
    folder.mkdir(exist_ok=True)
    line = json.dumps(told | {"ended": round(time.time(), 3)}) + "\n"
    with (folder / f"{platform.node()}-{os.getpid()}.jsonl").open("a", encoding="utf-8") as stream:
        stream.write(line)


def journal(out: Path) -> list[dict[str, Any]]:
    """Return every line of every journal in `out`; a line cut off by a kill is left out."""
    made = []
    for path in sorted((out / JOURNAL).glob("*.jsonl")) if (out / JOURNAL).is_dir() else ():
        for line in path.read_text("utf-8", errors="replace").splitlines():
            try:
                made.append(json.loads(line) | {"worker": path.stem})
            except ValueError:
                continue
    return made


def prepare(simulated: bool) -> dict[str, str]:
    """Compile or load the kernels, so that no chunk's time has it in; return the versions here."""
    from engine.drivers import Axis, line, precompile
    from engine.scenario import DEFAULT

    precompile.ensure()
    line(DEFAULT, Axis.soft("price.output", 2))
    if simulated:
        from engine.simulator import ready

        ready.ensure()
    return versions()
