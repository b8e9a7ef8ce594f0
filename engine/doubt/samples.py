"""Quasi-random samples of everything in doubt, and what the model makes of each."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.doubt.copula import NO_COPULA, Copula, copula
from engine.doubt.inputs import Doubted, doubted
from engine.doubt.quantiles import Shape, shape_of
from engine.drivers.scatter import CHUNK, Scatter
from engine.drivers.threads import HELPERS, WORTH_HELP, shared
from engine.errors import IsocostError
from engine.metrics import METRICS
from engine.scenario import Scenario, spec_of

Floats = NDArray[np.float64]

#: Samples while a slider moves, and once it rests.
LIVE: Final = 1024
FULL: Final = 65536
MOST: Final = 4_194_304
#: Sets of samples scrambled independently of each other: their spread is the error of every figure.
SETS: Final = 8
#: Metrics that every sampling keeps.
ALWAYS: Final = ("feasible", "binding", "gross_margin")
_TINY: Final = 2.0**-33
#: Numbers of a set of points that are few enough to be kept.
_KEPT: Final = 65536


class NoDoubtError(IsocostError):
    """A scenario in which nothing is in doubt."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is sampled: ready to draw from.

    Attributes
    ----------
    scenario : Scenario
    doubted : tuple of Doubted
        What moves any of the metrics asked for.
    shapes : tuple of Shape
        Their distributions.
    copula : Copula
    idle : tuple of Doubted
        In doubt too, but none of these metrics follows.
    notes : tuple of str
        What the user should know of how this was sampled.
    """

    scenario: Scenario
    doubted: tuple[Doubted, ...]
    shapes: tuple[Shape, ...]
    copula: Copula
    idle: tuple[Doubted, ...]
    notes: tuple[str, ...]

    @property
    def positions(self) -> list[int]:
        """Return where in the records of all tiers each row of `placed` goes."""
        return [place for each in self.doubted for place, _ in each.places]

    def values(self, u: Floats) -> Floats:
        """Return the inputs at probabilities `u`, shape (inputs, n), in declared units."""
        mixed = self.copula.apply(u)
        made = np.empty_like(mixed)
        for j, shape in enumerate(self.shapes):
            made[j] = shape.at(mixed[j])
        return made

    def placed(self, values: Floats) -> Floats:
        """Return `values` by position, in base units, shape (positions, n)."""
        rows = np.empty((sum(len(each.places) for each in self.doubted), values.shape[1]))
        at = 0
        for j, each in enumerate(self.doubted):
            for _, factor in each.places:
                np.multiply(values[j], factor, out=rows[at])
                if each.origin == "model":
                    # Times a tier's own correction: what is allowed is of the product.
                    np.clip(rows[at], each.spec.low, each.spec.high, out=rows[at])
                at += 1
        return rows


@dataclass(frozen=True, slots=True)
class Samples:
    """What came out.

    Attributes
    ----------
    plan : Plan
    inputs : ndarray, shape (inputs, n)
        Declared units; codes for a choice.
    metrics : mapping of key to ndarray, shape (n,)
        Base units; NaN where a metric has no figure.
    sets : ndarray of int, shape (n,)
        Which of `SETS` independent sets a sample belongs to.
    seed : int
    seconds : float
    """

    plan: Plan
    inputs: Floats
    metrics: dict[str, Floats]
    sets: NDArray[np.int8]
    seed: int
    seconds: float

    @property
    def count(self) -> int:
        """Return how many samples there are."""
        return int(self.sets.size)

    @property
    def able(self) -> NDArray[np.bool_]:
        """Return which samples hold every limit, shape (n,)."""
        return np.asarray(self.metrics["feasible"] == 1.0)

    def input(self, key: str) -> Floats:
        """Return the values of input `key`, shape (n,)."""
        place = next(j for j, each in enumerate(self.plan.doubted) if each.key == key)
        return np.asarray(self.inputs[place])


def prepared(scenario: Scenario, metrics: Sequence[str] = ()) -> Plan:
    """Return what there is to sample for `metrics`, all metrics without.

    Raises
    ------
    NoDoubtError
        With what to do about it.
    """
    every = doubted(scenario)
    shapes = {each.key: shape_of(each.spread, each.spec) for each in every}
    sure = [each for each in every if shapes[each.key].certain]
    every = [each for each in every if not shapes[each.key].certain]
    if not every:
        raise NoDoubtError(
            "Nothing is in doubt: type a range such as 3 to 6 into an input, or let inputs be doubted by "
            "their sources"
        )
    moved = _moving(scenario, every, shapes, asked(metrics))
    kept = tuple(each for each, moves in zip(every, moved, strict=True) if moves)
    idle = (*(each for each, moves in zip(every, moved, strict=True) if not moves), *sure)
    places = {each.key: j for j, each in enumerate(kept)}
    pairs = [
        (places[a], places[b], rank)
        for a, b, rank in scenario.doubt.correlations
        if a in places and b in places
    ]
    made = copula(pairs, [each.label for each in kept])
    return Plan(scenario, kept, tuple(shapes[e.key] for e in kept), made, idle, _notes(scenario, made))


def asked(metrics: Sequence[str]) -> tuple[str, ...]:
    """Return the metrics to keep for those asked for, `ALWAYS` first; all if none are."""
    return tuple(dict.fromkeys((*ALWAYS, *(metrics or METRICS))))


def _notes(scenario: Scenario, made: Copula) -> tuple[str, ...]:
    unfit = [
        f"{spec_of(a).label} with {spec_of(b).label}"
        for a, b, rank in scenario.doubt.correlations
        if abs(rank) > 0.0 and not made.members
    ]
    told = [made.note] if made.note else []
    if unfit:
        told.append(f"Not in doubt, or without effect, and so not correlated: {', '.join(unfit[:3])}")
    return tuple(told)


def _moving(
    scenario: Scenario, every: list[Doubted], shapes: dict[str, Shape], metrics: Sequence[str]
) -> list[bool]:
    """Return which of `every` move any of `metrics` from one of three points: the scenario and two drawn."""
    rng = np.random.default_rng(7)
    count = len(every)
    starts = np.array([[shapes[e.key].at(rng.uniform(0.1, 0.9, 2)) for e in every]])[0]
    plan = Plan(scenario, tuple(every), tuple(shapes[e.key] for e in every), NO_COPULA, (), ())
    here = base_values(plan)
    lows, highs = plan.values(np.full((count, 1), 0.1)), plan.values(np.full((count, 1), 0.9))
    columns = []
    for start in (here, starts[:, :1], starts[:, 1:]):
        columns.append(start)
        for ends in (lows, highs):
            turned = np.repeat(start, count, axis=1)
            np.fill_diagonal(turned, ends[:, 0])
            columns.append(turned)
    found = Scatter(scenario, plan.positions, metrics).run(plan.placed(np.hstack(columns)))
    assert found is not None
    blocks = found.reshape(len(metrics), 3, 2 * count + 1)
    # What differs by rounding alone does not move.
    same = np.asarray(np.isclose(blocks, blocks[:, :, :1], rtol=1e-12, atol=0.0, equal_nan=True))
    still = np.asarray(same[:, :, 1:].reshape(len(metrics), 3, 2, count).all(axis=(0, 1, 2)))
    return [not bool(each) for each in still]


def base_values(plan: Plan) -> Floats:
    """Return the inputs as the scenario has them, shape (inputs, 1), declared units."""
    made = []
    for each in plan.doubted:
        value = plan.scenario.get(each.key)
        if each.origin == "model":
            made.append(1.0)
        else:
            made.append(float(each.spec.option(value).code) if each.spec.kind == "choice" else float(value))
    return np.array(made, np.float64).reshape(-1, 1)


def probabilities(dimensions: int, count: int, seed: int, number: int) -> Floats:
    """Return set `number` of scrambled Sobol points, shape (dimensions, count), each above 0 and below 1.

    scipy's generator with the direction numbers of Joe and Kuo, scrambled as by Owen and Matousek. Few points
    are kept: scrambling takes longer than evaluating them.
    """
    if dimensions * count > _KEPT:
        return _drawn(dimensions, count, seed, number)
    return _drawn_once(dimensions, count, seed, number)


def _drawn(dimensions: int, count: int, seed: int, number: int) -> Floats:
    from scipy.stats import qmc

    sequence = np.random.SeedSequence([seed, number])
    engine = qmc.Sobol(dimensions, scramble=True, rng=np.random.default_rng(sequence))
    drawn = engine.random_base2(max(0, (count - 1).bit_length()))[:count]
    made = np.ascontiguousarray(drawn.T) * (1.0 - 2.0 * _TINY) + _TINY
    made.setflags(write=False)
    return made


_drawn_once = lru_cache(maxsize=4 * SETS)(_drawn)


def sample(
    scenario: Scenario,
    count: int = FULL,
    metrics: Sequence[str] = (),
    *,
    seed: int | None = None,
    plan: Plan | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[float], None] = lambda _share: None,
    helpers: int | None = None,
) -> Samples | None:
    """Return `count` samples of `scenario`; None when `cancelled` turned true.

    Parameters
    ----------
    metrics : sequence of str
        What is kept; all without. `ALWAYS` is kept anyhow.
    seed : int or None
        None takes the scenario's.
    plan : Plan or None
        What `prepared` made of the same scenario and metrics, if it is at hand.
    progress : callable
        Called with the share that is done, from any thread.
    helpers : int or None
        Threads beside this one; None takes what the machine has.

    Raises
    ------
    NoDoubtError, IsocostError
        If nothing is in doubt, or `count` is out of bounds.
    """
    if not SETS <= count <= MOST:
        raise IsocostError(f"the number of samples must be between {SETS} and {MOST:,}, not {count:,}")
    begun = time.perf_counter()
    wanted = asked(metrics)
    plan = prepared(scenario, wanted) if plan is None else plan
    number = scenario.doubt.seed if seed is None else seed
    drawn = _Drawing(plan, count, wanted, number, cancelled, progress)
    most = HELPERS if helpers is None else helpers
    if not shared(drawn.fill, SETS, most if count >= WORTH_HELP else 0, cancelled):
        return None
    metrics_made = {key: drawn.out[j] for j, key in enumerate(wanted)}
    took = time.perf_counter() - begun
    return Samples(plan, drawn.inputs, metrics_made, drawn.sets, number, took)


class _Drawing:
    """Samples being filled set by set, by several threads."""

    def __init__(
        self,
        plan: Plan,
        count: int,
        wanted: Sequence[str],
        seed: int,
        cancelled: Callable[[], bool],
        progress: Callable[[float], None],
    ) -> None:
        self._plan, self._seed, self._cancelled, self._progress = plan, seed, cancelled, progress
        self._scatter = Scatter(plan.scenario, plan.positions, wanted)
        self._edges = [count * number // SETS for number in range(SETS + 1)]
        self.inputs = np.empty((len(plan.doubted), count))
        self.out = np.empty((len(wanted), count))
        self.sets = np.repeat(np.arange(SETS, dtype=np.int8), np.diff(self._edges))
        self._done = 0

    def fill(self, number: int) -> None:
        """Draw and evaluate set `number`."""
        start, stop = self._edges[number], self._edges[number + 1]
        plan = self._plan
        if not plan.doubted:
            self.out[:, start:stop] = self._scatter.run(np.empty((0, stop - start)), helpers=0)
            return
        u = probabilities(len(plan.doubted), stop - start, self._seed, number)
        if self._cancelled():
            return
        self.inputs[:, start:stop] = plan.values(u)
        placed = plan.placed(self.inputs[:, start:stop])
        made = self.out[:, start:stop]
        for at in range(0, stop - start, CHUNK):
            if self._cancelled():
                return
            end = min(at + CHUNK, stop - start)
            self._scatter.fill(placed, made, at, end)
            self._done += end - at
            self._progress(self._done / self.sets.size)
