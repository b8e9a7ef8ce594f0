"""Sobol indices: which share of a figure's variance each thing in doubt causes, alone and with others.

Estimators of Saltelli (2010) for what one causes alone and of Jansen (1999) for its total, over scrambled
Sobol points in independent sets whose spread tells the error. Of inputs that are correlated only the whole
group has a share of its own, so they count as one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.doubt.inputs import GRADE_WORDS
from engine.doubt.samples import SETS, Plan, base_values, probabilities
from engine.doubt.statistics import STUDENT, Estimate
from engine.drivers.scatter import Scatter
from engine.drivers.threads import HELPERS, shared

Floats = NDArray[np.float64]
#: Evaluates rows of probabilities, shape (dimensions, n), to figures, shape (n,).
Function = Callable[[Floats], Floats]

#: Points of a base set, in all sets together, and how many factors are told apart.
POINTS: Final = 2048
MOST: Final = 14


@dataclass(frozen=True, slots=True)
class Index:
    """One factor's share of the variance.

    Attributes
    ----------
    first, total : Estimate
        What it causes alone; what would go if it were certain. The difference is in concert with others.
    """

    first: Estimate
    total: Estimate


@dataclass(frozen=True, slots=True)
class Indices:
    """Shares of the variance of one metric.

    Attributes
    ----------
    metric : str
    factors : tuple of tuple of int
        Places among the plan's inputs that count as one; the last may be all the rest.
    labels : tuple of str
    shares : tuple of Index
    variance : float
        Of the metric, base units squared.
    dropped : float
        Share of samples without a figure; they are left out.
    """

    metric: str
    factors: tuple[tuple[int, ...], ...]
    labels: tuple[str, ...]
    shares: tuple[Index, ...]
    variance: float
    dropped: float


def sobol(
    function: Function,
    dimensions: int,
    groups: Sequence[Sequence[int]],
    count: int = POINTS,
    seed: int = 1,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[float], None] = lambda _share: None,
) -> tuple[list[Index], float, float] | None:
    """Return the indices of each group of dimensions, the variance, and the share without a figure.

    Parameters
    ----------
    function : callable
        Of independent uniform numbers, shape (dimensions, n).
    count : int
        Base points in all sets; the function is asked (2 + groups) times as many.
    """
    each = max(8, count // SETS)
    sums: list[tuple[Floats, Floats, Floats] | None] = [None] * SETS
    done = [0]

    def one(number: int) -> None:
        points = probabilities(2 * dimensions, each, seed, number)
        a, b = points[:dimensions], points[dimensions:]
        columns = [a, b]
        for group in groups:
            mixed = a.copy()
            mixed[list(group)] = b[list(group)]
            columns.append(mixed)
        found = function(np.hstack(columns))
        if found.size:
            blocks = found.reshape(len(columns), each)
            sums[number] = (blocks[0], blocks[1], blocks[2:])
        done[0] += 1
        progress(done[0] / SETS)

    if not shared(one, SETS, HELPERS, cancelled):
        return None
    return _estimated([found for found in sums if found is not None], len(groups))


def _estimated(sets: list[tuple[Floats, Floats, Floats]], groups: int) -> tuple[list[Index], float, float]:
    whole = tuple(np.concatenate([part[i] for part in sets], axis=-1) for i in range(3))
    made = [_indices(whole[0], whole[1], whole[2][g]) for g in range(groups)]
    parts = np.array([[_indices(a, b, mixed[g]) for g in range(groups)] for a, b, mixed in sets])
    errors = STUDENT * parts.std(axis=0, ddof=1) / np.sqrt(len(sets)) if groups else np.zeros((0, 2))
    indices = [
        Index(Estimate(first, float(error[0])), Estimate(total, float(error[1])))
        for (first, total), error in zip(made, errors, strict=True)
    ]
    both = np.concatenate([whole[0], whole[1]])
    finite = np.isfinite(both)
    variance = float(both[finite].var()) if finite.any() else 0.0
    return indices, variance, float(1.0 - finite.mean())


def _indices(a: Floats, b: Floats, mixed: Floats) -> tuple[float, float]:
    """Return first and total index, of the triples that all have figures."""
    able = np.isfinite(a) & np.isfinite(b) & np.isfinite(mixed)
    if int(able.sum()) < 8:
        return 0.0, 0.0
    a, b, mixed = a[able], b[able], mixed[able]
    both = np.concatenate([a, b])
    variance = float(both.var())
    if not variance > 0.0:
        return 0.0, 0.0
    # About the mean: the product of large figures would drown their difference.
    first = float(np.mean((b - both.mean()) * (mixed - a))) / variance
    total = 0.5 * float(np.mean((a - mixed) ** 2)) / variance
    return first, total


def metric_function(plan: Plan, metric: str) -> Function:
    """Return metric `metric` as a function of independent probabilities of all that is in doubt."""
    scatter = Scatter(plan.scenario, plan.positions, (metric,))

    def evaluated(u: Floats) -> Floats:
        found = scatter.run(plan.placed(plan.values(u)), helpers=0)
        assert found is not None
        return np.asarray(found[0])

    return evaluated


def factors(plan: Plan, metric: str, most: int = MOST) -> list[tuple[int, ...]]:
    """Return what counts as one: each input, correlated ones together, and all that moves little last."""
    bound = plan.copula.members
    singles: list[tuple[int, ...]] = [(j,) for j in range(len(plan.doubted)) if j not in bound]
    alone = [*_tied(plan), *singles]
    if len(alone) <= most:
        return alone
    moved = swings(plan, metric)
    size = {group: float(np.nansum(np.abs(moved[list(group)]))) for group in alone}
    ranked = sorted(alone, key=lambda group: -size[group])
    rest = tuple(sorted(j for group in ranked[most - 1 :] for j in group))
    return [*ranked[: most - 1], rest]


def _tied(plan: Plan) -> list[tuple[int, ...]]:
    """Return the inputs that correlations tie together, directly or through others."""
    sets: list[set[int]] = []
    for a, b, _ in plan.copula.used:
        joined = [own for own in sets if a in own or b in own]
        sets = [own for own in sets if own not in joined]
        sets.append({a, b}.union(*joined))
    return [tuple(sorted(own)) for own in sets]


def swings(plan: Plan, metric: str) -> Floats:
    """Return the change of `metric` from P10 to P90 of each input, others as they are, shape (inputs,)."""
    count = len(plan.doubted)
    here = base_values(plan)
    turned = []
    for share in (0.1, 0.9):
        block = np.repeat(here, count, axis=1)
        np.fill_diagonal(block, plan.values(np.full((count, 1), share))[:, 0])
        turned.append(block)
    found = Scatter(plan.scenario, plan.positions, (metric,)).run(plan.placed(np.hstack(turned)))
    assert found is not None
    return np.asarray(found[0, count:] - found[0, :count])


def indices(
    plan: Plan,
    metric: str,
    count: int = POINTS,
    *,
    seed: int | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[float], None] = lambda _share: None,
) -> Indices | None:
    """Return the Sobol indices of `metric` under `plan`; None if `cancelled`."""
    groups = factors(plan, metric)
    number = plan.scenario.doubt.seed if seed is None else seed
    found = sobol(
        metric_function(plan, metric), len(plan.doubted), groups, count, number,
        cancelled=cancelled, progress=progress,
    )  # fmt: skip
    if found is None:
        return None
    labels = tuple(_label(plan, group) for group in groups)
    return Indices(metric, tuple(groups), labels, tuple(found[0]), found[1], found[2])


def _label(plan: Plan, group: tuple[int, ...]) -> str:
    names = [plan.doubted[j].label for j in group]
    if len(names) <= 2:
        return " with ".join(names)
    tied = all(j in plan.copula.members for j in group)
    return f"{names[0]} and {len(names) - 1} tied to it" if tied else f"{len(names)} others"


def evidence(
    plan: Plan,
    metric: str,
    count: int = POINTS,
    *,
    seed: int | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Indices | None:
    """Return how much of the variance of `metric` rests on each grade: what would go if it were certain.

    Groups are all inputs of a grade, best known first; correlated inputs of several grades count with the
    worst known. First indices are what a grade causes alone; totals overlap where grades act in concert.
    """
    order = list(GRADE_WORDS)
    grade = {j: each.grade for j, each in enumerate(plan.doubted)}
    for group in _tied(plan):
        worst = max((grade[j] for j in group), key=order.index)
        grade |= dict.fromkeys(group, worst)
    names = sorted(set(grade.values()), key=order.index)
    groups = [tuple(j for j in grade if grade[j] == name) for name in names]
    number = plan.scenario.doubt.seed if seed is None else seed
    found = sobol(
        metric_function(plan, metric), len(plan.doubted), groups, count, number, cancelled=cancelled
    )
    if found is None:
        return None
    return Indices(metric, tuple(groups), tuple(names), tuple(found[0]), found[1], found[2])
