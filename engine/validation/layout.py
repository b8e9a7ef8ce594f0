"""How a run was cut over accelerators, from the `tp`, `pp`, `ep`, `dp` of its row."""

import re
from dataclasses import dataclass
from typing import Final

from engine.validation.points import Point

_POOLS: Final = re.compile(r"P(\d+(?:\.0)?)/D(\d+(?:\.0)?)", re.IGNORECASE)
_WORKERS: Final = re.compile(r"prefill workers=(\d+) decode workers=(\d+)")


@dataclass(frozen=True, slots=True)
class Layout:
    """One worker, all counts 1 or more; `replicas` copies of it share the run's requests."""

    tensor: int
    pipeline: int
    expert: int
    data: int
    replicas: int = 1

    @property
    def decoders(self) -> int:
        """Return the workers that the sequences of a replica decode on."""
        return 1

    @property
    def devices(self) -> int:
        """Return the accelerators of all replicas."""
        return self.tensor * self.pipeline * self.data * self.replicas


@dataclass(frozen=True, slots=True)
class Pools:
    """A disaggregated run, one replica: `replicas` of each layout counts the workers of that pool."""

    prefill: Layout
    decode: Layout

    @property
    def replicas(self) -> int:
        """Return 1: both pools together serve the run."""
        return 1

    @property
    def decoders(self) -> int:
        """Return the workers that the sequences of a replica decode on."""
        return self.decode.replicas


def layout(point: Point, experts: bool) -> Layout | Pools | str:
    """Return the layout of `point`, or why it is unknown.

    Parameters
    ----------
    experts : bool
        Whether the model has routed experts; without, groups of attention data parallelism are whole
        replicas of their own.
    """
    texts = (point.tp, point.pp, point.ep, point.dp)
    if point.disagg or any(_POOLS.search(text) for text in texts):
        return _pools(point, texts)
    numbers = [_count(text) for text in texts]
    if any(number is None for number in numbers):
        return f"parallel layout tp={point.tp} pp={point.pp} ep={point.ep} dp={point.dp} is no count"
    tensor, pipeline, expert, data = (number or 1 for number in numbers)
    devices = round(point.n_devices or 0)
    if not point.tp and devices:
        tensor = max(1, devices // (pipeline * data))
    return _reconciled(tensor, pipeline, expert, data, devices or tensor * pipeline * data, experts)


def _reconciled(
    tensor: int, pipeline: int, expert: int, data: int, devices: int, experts: bool
) -> Layout | str:
    """Return the layout that uses all `devices`: tables count tensor ranks in several ways."""
    told = tensor * pipeline * data
    if told > devices and tensor % 2 == 0 and tensor // 2 * pipeline * data == devices:
        # Cores, of which a chip has two, were counted as ranks.
        tensor //= 2
    elif told < devices and devices % told == 0 and expert * pipeline == devices:
        # Experts spread over all of them leave attention cut over what `tp` does not name.
        tensor = devices // (pipeline * data)
    replicas, left = divmod(devices, tensor * pipeline * data)
    if left or not replicas:
        return f"tp {tensor} x pp {pipeline} x dp {data} does not make {devices} accelerators"
    if data > 1 and not experts:
        replicas, data = replicas * data, 1
    if not experts:
        expert = 1
    return Layout(tensor, pipeline, _dividing(expert, tensor * data), data, replicas)


def _dividing(expert: int, ranks: int) -> int:
    return expert if expert <= ranks and ranks % expert == 0 else 1


def _count(text: str) -> int | None:
    # 0 is how some tables write "not used".
    if not text:
        return 1
    try:
        number = float(text)
    except ValueError:
        return None
    return max(1, round(number)) if 0.0 <= number < 1e5 else None


def _pools(point: Point, texts: tuple[str, ...]) -> Pools | str:
    workers = _WORKERS.search(point.notes)
    pairs = [_pair(text) for text in texts]
    if any(pair is None for pair in pairs):
        return f"pools tp={point.tp} pp={point.pp} ep={point.ep} dp={point.dp} are not written P<n>/D<n>"
    both = [pair for pair in pairs if pair is not None]
    counts = _worker_counts(point, both, workers)
    if counts is None:
        return "a disaggregated run that does not tell how many workers each pool has"
    made = []
    for side in (0, 1):
        tensor, pipeline, expert, data = (pair[side] for pair in both)
        made.append(Layout(tensor, pipeline, _dividing(expert, tensor * data), data, counts[side]))
    return Pools(*made)


def _pair(text: str) -> tuple[int, int] | None:
    if not text:
        return 1, 1
    found = _POOLS.fullmatch(text.strip())
    if found is not None:
        return max(1, round(float(found[1]))), max(1, round(float(found[2])))
    one = _count(text)
    return None if one is None else (one, one)


def _worker_counts(
    point: Point, pairs: list[tuple[int, int]], workers: re.Match[str] | None
) -> tuple[int, int] | None:
    if workers is not None:
        return int(workers[1]), int(workers[2])
    # Without a note, one worker of each must make up all accelerators.
    sizes = [pairs[0][side] * pairs[1][side] * pairs[3][side] for side in (0, 1)]
    return (1, 1) if point.n_devices == sum(sizes) else None
