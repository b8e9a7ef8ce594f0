"""In which chunks a study is computed, and their names; nothing is kept per chunk."""

import bisect
import hashlib
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from engine.doubt.samples import SETS
from engine.study.declared import Study

#: Evaluations, and requests simulated, that a chunk is to have at most: some seconds of one processor.
EVALUATIONS: Final = 2_000_000
REQUESTS: Final = 400_000
#: Samples of one point drawn at once: all that is in doubt is in memory for each.
BLOCK: Final = 262_144
TABLES: Final = ("points", "samples", "percentiles", "deployments", "simulations")


@dataclass(frozen=True, slots=True)
class Part:
    """One table of the result, alike in every case.

    Attributes
    ----------
    table : str
        One of `TABLES`.
    each : int
        Units a point: blocks of samples, seeds, or one.
    units : int
        Of a chunk at most.
    rows, evaluations : int
        Of a point, as far as the study tells: a search may find fewer rows.
    """

    table: str
    each: int
    units: int
    rows: int
    evaluations: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """Units `start` to `stop` of a part of a case.

    Attributes
    ----------
    number : int
        Among all chunks of the study.
    inside : int
        Among those of the part of the case.
    """

    number: int
    case: int
    part: Part
    inside: int
    start: int
    stop: int


def parts(study: Study, searched: int) -> list[Part]:
    """Return the tables of the study; `searched` is how many deployments a search looks at."""
    made = [Part("points", 1, study.rows, 1, 1)]
    if (drawn := study.montecarlo) is not None:
        if drawn.summed:
            units = max(1, min(study.rows, EVALUATIONS // drawn.samples))
            made.append(Part("percentiles", 1, units, 1, drawn.samples))
        else:
            blocks = -(-drawn.samples // max(SETS, min(study.rows, BLOCK)))
            units = max(1, study.rows * blocks // drawn.samples)
            made.append(Part("samples", blocks, units, drawn.samples, drawn.samples))
    if (wanted := study.search) is not None:
        units = max(1, min(study.rows // wanted.top, EVALUATIONS // max(1, searched)))
        made.append(Part("deployments", 1, units, wanted.top, searched))
    if (served := study.simulate) is not None:
        units, seeds = max(1, min(study.rows, REQUESTS // served.requests)), len(served.seeds)
        made.append(Part("simulations", seeds, units, seeds, seeds * served.requests))
    return made


@dataclass(frozen=True)
class Layout:
    """All chunks of a study.

    Attributes
    ----------
    parts : tuple of Part
    counts : tuple of int
        Points of each case.
    digest : str
        Of the study; chunks of another study have other names.
    """

    parts: tuple[Part, ...]
    counts: tuple[int, ...]
    digest: str

    @cached_property
    def _ends(self) -> list[int]:
        sizes = (self._chunks(case, part) for case, part in self._order())
        return list(itertools.accumulate(sizes))

    def _order(self) -> "itertools.product[tuple[int, Part]]":
        return itertools.product(range(len(self.counts)), self.parts)

    def _chunks(self, case: int, part: Part) -> int:
        return -(-self.counts[case] * part.each // part.units)

    @property
    def count(self) -> int:
        """Return how many chunks there are."""
        return self._ends[-1] if self._ends else 0

    def chunk(self, number: int) -> Chunk:
        """Return chunk `number`."""
        at = bisect.bisect_right(self._ends, number)
        case, part = at // len(self.parts), self.parts[at % len(self.parts)]
        inside = number - (self._ends[at - 1] if at else 0)
        start = inside * part.units
        stop = min(start + part.units, self.counts[case] * part.each)
        return Chunk(number, case, part, inside, start, stop)

    def first(self, case: int, part: Part) -> int:
        """Return the number of the first chunk of a part of a case."""
        at = case * len(self.parts) + self.parts.index(part)
        return self._ends[at - 1] if at else 0

    def name(self, chunk: Chunk) -> str:
        """Return where a chunk lies in the folder of the study: its name follows from its content."""
        told = f"{self.digest}/{chunk.part.table}/{chunk.case}/{chunk.start}/{chunk.stop}"
        sign = hashlib.sha256(told.encode()).hexdigest()[:8]
        return f"{folder(chunk.part.table, chunk.case)}/part-{chunk.inside:08d}-{sign}.parquet"

    def rows(self, part: Part) -> int:
        """Return how many rows a table has at most."""
        return sum(self.counts) * part.rows

    def evaluations(self, part: Part) -> int:
        """Return how many evaluations, or requests served, a table takes."""
        return sum(self.counts) * part.evaluations

    def finished(self, out: Path) -> set[int]:
        """Return the numbers of the chunks that lie whole in `out`."""
        found: set[int] = set()
        for case, part in self._order():
            place = out / folder(part.table, case)
            if not place.is_dir():
                continue
            names = {entry.name: entry for entry in place.iterdir()}
            for inside in _numbers(list(names)):
                if inside >= self._chunks(case, part):
                    continue
                number = self.first(case, part) + inside
                entry = names.get(self.name(self.chunk(number)).rpartition("/")[2])
                if entry is not None and whole(entry):
                    found.add(number)
        return found


def folder(table: str, case: int) -> str:
    """Return the folder of a table of a case, named as Hive, pyarrow and polars name a partition."""
    return f"{table}/case={case}"


def _numbers(names: Sequence[str]) -> list[int]:
    made = []
    for name in names:
        digits = name[5:13]
        if name.startswith("part-") and name.endswith(".parquet") and digits.isdigit():
            made.append(int(digits))
    return made


def whole(path: Path) -> bool:
    """Return whether the file begins and ends as Parquet does."""
    try:
        with path.open("rb") as stream:
            if stream.read(4) != b"PAR1":
                return False
            stream.seek(-4, 2)
            return stream.read(4) == b"PAR1"
    except OSError:
        return False
