"""The bridge: what each change adds to the difference of a metric between two scenarios, whatever the order.

Of up to twelve bundles of changes every mixture is evaluated and every order counted. Of more, those that add
nothing are found first; where more than twelve are left, orders are drawn, and the error is told.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.compare.changes import Bundle, bundles, joint, single
from engine.compare.mixtures import CancelledError, Mask, Mixtures
from engine.compare.results import Bridge, Joined, Solved, Step
from engine.compare.shapley import (
    Floats,
    averaged,
    bits,
    inseparable,
    merged,
    orders_drawn,
    orders_kept,
    prefixes,
    walks,
)
from engine.drivers import cause, point
from engine.metrics import METRICS
from engine.scenario import Scenario

#: Players up to which every mixture is evaluated.
EXACT: Final = 12
#: Pairs of orders by which those who add nothing are found.
SCREENED: Final = 32
#: Pairs of orders drawn at a time, and most of them.
ROUND: Final = 64
MOST: Final = 512
#: Standard error, of the largest step, at which no more orders are drawn.
CONVERGED: Final = 0.005
#: Orders of those drawn that are kept to look inside a step.
_INSIDE: Final = 128
_SEED: Final = 1
#: Difference of two logarithms below which they are one.
_FLAT: Final = 1e-12


def bridge(
    a: Scenario,
    b: Scenario,
    metric: str,
    *,
    apart: bool = False,
    factors: bool = False,
    most: int = MOST,
    exact: int = EXACT,
    cancelled: Callable[[], bool] = lambda: False,
) -> Solved | None:
    """Return the bridge of `metric` from `a` to `b`, or None where `cancelled` turned true.

    Parameters
    ----------
    apart : bool
        Whether each change is a step of its own instead of one with those of its group and role.
    factors : bool
        Whether steps multiply instead of adding up: for what is a product, and changes by much.
    most : int
        Most pairs of orders drawn where not all can be counted.
    exact : int
        Most players of whom every mixture is evaluated.
    """
    # Orders drawn are the same ones either way, so that the bridge back is the bridge with other signs.
    swapped = _bytes(a) > _bytes(b)
    try:
        ends = (b, a) if swapped else (a, b)
        mixtures = Mixtures(*ends, metric, factors=factors, cancelled=cancelled)
        players = single(mixtures.changes) if apart else bundles(mixtures.changes)
        found = _Solver(mixtures, players, most, exact).run()
    except CancelledError:
        return None
    found = _turned(found) if swapped else found
    return _multiplied(found) if factors else found


def _multiplied(solved: Solved) -> Solved:
    """Return a bridge of logarithms in base units: each step has its share of the whole and a factor."""
    was = solved.bridge
    start, end = math.exp(was.start), math.exp(was.end)
    if was.trouble:
        ends = (
            (solved.mixtures.b, solved.mixtures.a) if solved.back else (solved.mixtures.a, solved.mixtures.b)
        )
        start, end = (point(one).base(was.metric) for one in ends)
        return replace(solved, bridge=replace(was, start=start, end=end, factors=True))
    whole = was.end - was.start
    scale = (end - start) / whole if abs(whole) > _FLAT else start
    steps = tuple(
        replace(s, value=s.value * scale, error=s.error * abs(scale), factor=math.exp(s.value))
        for s in was.steps
    )
    told = replace(was, start=start, end=end, steps=steps, factors=True)
    return replace(solved, bridge=told, scale=scale)


def _bytes(scenario: Scenario) -> bytes:
    return scenario.to_records().tobytes()


def _turned(solved: Solved) -> Solved:
    """Return `solved` walked the other way: what was made is undone."""
    was = solved.bridge
    steps = tuple(replace(step, value=0.0 - step.value) for step in was.steps)
    return replace(solved, bridge=replace(was, start=was.end, end=was.start, steps=steps), back=True)


class _Solver:
    """One bridge in the making: players, each of some changes, join one by one."""

    def __init__(self, mixtures: Mixtures, players: Sequence[Bundle], most: int, exact: int) -> None:
        self.mixtures, self.players = mixtures, list(players)
        self.most, self.exact = most, exact
        self.start = self.end = math.nan
        self.together = ""

    def run(self) -> Solved:
        """Return the bridge, by the way that the number of players allows."""
        count = len(self.players)
        ends = self._values(np.repeat([[False], [True]], count, axis=1))
        self.start, self.end = float(ends[0]), float(ends[1])
        if not np.isfinite(ends).all():
            return Solved(self._told((), trouble=self._missing()), self.mixtures)
        if count <= self.exact:
            active, choosy = np.arange(count), np.zeros(0, np.int64)
        else:
            active, choosy = self._screened()
        found = self._counted(active) if len(active) <= self.exact else None
        return found if found is not None else self._drawn(choosy)

    def _values(self, joined: Mask) -> Floats:
        """Return the metric where the players `joined`, shape (n, players), are in."""
        return self.mixtures.values(self._made(joined))

    def _made(self, joined: Mask) -> Mask:
        made = np.zeros((len(joined), len(self.mixtures.changes)), np.bool_)
        for player, bundle in enumerate(self.players):
            made[:, list(bundle.members)] = joined[:, player : player + 1]
        return made

    def _table(self, active: NDArray[np.int64], others: bool) -> tuple[Mask, Floats]:
        """Return every coalition of `active`, by bit mask, and its value; all others are in, or none."""
        joined = np.full((1 << len(active), len(self.players)), others)
        joined[:, active] = np.arange(len(joined))[:, np.newaxis] >> np.arange(len(active)) & 1
        return joined, self._values(joined)

    # every order --------------------------------------------------------------------------------

    def _counted(self, active: NDArray[np.int64]) -> Solved | None:
        """Count every order of `active`, the others adding nothing; None where they do after all."""
        _, values = self._table(active, False)
        idle = [i for i in range(len(self.players)) if i not in active]
        if idle and not np.array_equal(values, self._table(active, True)[1], equal_nan=True):
            return None
        stands = [1 << bit for bit in range(len(active))]
        block = inseparable(values)
        if block:
            values, stands = merged(values, block)
        found = walks(values)
        sets = [[int(active[bit]) for bit in bits(mask)] for mask in stands]
        steps = [self._step(each, float(value)) for each, value in zip(sets, found.shares, strict=True)]
        steps += [self._step([i], 0.0) for i in idle]
        if block:
            self.together = next(step.label for step, each in zip(steps, sets, strict=False) if len(each) > 1)
        nobody = Joined(np.zeros((0, len(self.mixtures.changes)), np.bool_), np.zeros(0))
        made = [self._joined(joins, sets) for joins in found.joins] + [nobody] * len(idle)
        # Along the chain, whoever was counted.
        first = [min(each) for each in (*sets, *([i] for i in idle))]
        order = sorted(range(len(steps)), key=first.__getitem__)
        told = self._told([steps[i] for i in order], kept=float(found.kept))
        return Solved(told, self.mixtures, tuple(made[i] for i in order))

    def _joined(self, joins: Floats, sets: Sequence[Sequence[int]]) -> Joined:
        at = np.flatnonzero(joins > 0.0)
        joined = np.zeros((at.size, len(self.players)), np.bool_)
        for bit, each in enumerate(sets):
            joined[:, list(each)] = (at >> bit & 1).astype(np.bool_)[:, np.newaxis]
        return Joined(self._made(joined), joins[at])

    # orders drawn -------------------------------------------------------------------------------

    def _walk(self, orders: NDArray[np.int64]) -> Floats:
        """Return the values after each step of `orders`, both ends included."""
        count, players = orders.shape
        inner = prefixes(orders)[:, 1:-1].reshape(-1, players)
        values = np.empty((count, players + 1))
        values[:, 0], values[:, -1] = self.start, self.end
        values[:, 1:-1] = self._values(inner).reshape(count, players - 1)
        return values

    def _screened(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return who adds anything in some orders drawn, and on whom it depends whether there is a value."""
        orders = orders_drawn(len(self.players), SCREENED, np.random.default_rng(_SEED))
        values = self._walk(orders)
        able = np.isfinite(values)
        flips = able[:, 1:] != able[:, :-1]
        moves = flips | (np.nan_to_num(np.diff(values, axis=1)) != 0.0)
        return np.unique(orders[moves]), np.unique(orders[flips])

    def _drawn(self, choosy: NDArray[np.int64]) -> Solved:
        able, block = None, 0
        if 0 < len(choosy) <= EXACT:
            able = np.isfinite(self._table(choosy, False)[1] + self._table(choosy, True)[1])
            block = inseparable(np.where(able, 0.0, np.nan)) if able[0] and able[-1] else 0
        if block:
            return self._gathered([int(choosy[bit]) for bit in bits(block)])
        rng = np.random.default_rng(_SEED)
        orders, values = np.zeros((0, len(self.players)), np.int64), np.zeros((0, len(self.players) + 1))
        done = False
        while not done and len(orders) < 2 * self.most:
            new = orders_drawn(len(self.players), min(ROUND, self.most), rng, able, choosy)
            orders, values = np.concatenate([orders, new]), np.concatenate([values, self._walk(new)])
            found = averaged(orders, values)
            goal = CONVERGED * np.abs(found.shares).max()
            done = found.used > 0 and bool(found.errors.max() <= goal)
        if not found.used:
            said = f"No order was found among {found.drawn} in which every step has a value"
            return Solved(self._told((), trouble=said), self.mixtures)
        pairs = enumerate(zip(found.shares, found.errors, strict=True))
        steps = [self._step([i], float(value), float(error)) for i, (value, error) in pairs]
        kept = found.used / found.drawn * (1.0 if able is None else orders_kept(able))
        told = self._told(steps, exact=False, converged=done, orders=found.drawn, kept=kept)
        return Solved(told, self.mixtures, self._met(orders[np.isfinite(values).all(axis=1)]))

    def _gathered(self, block: list[int]) -> Solved:
        """Return the bridge with the players of `block` as one."""
        self.players[block[0]] = joint([self.players[i] for i in block])
        self.players = [one for i, one in enumerate(self.players) if i not in block[1:]]
        self.together = self.players[block[0]].label
        return self.run()

    def _met(self, orders: NDArray[np.int64]) -> tuple[Joined, ...]:
        """Return the mixtures that each player joins in `orders`."""
        orders = orders[:_INSIDE]
        joined, place = prefixes(orders), np.argsort(orders, axis=1)
        rows, weight = np.arange(len(orders)), np.full(len(orders), 1.0 / len(orders))
        return tuple(
            Joined(self._made(joined[rows, place[:, player]]), weight) for player in range(orders.shape[1])
        )

    # the answer ---------------------------------------------------------------------------------

    def _step(self, players: Sequence[int], value: float, error: float = 0.0) -> Step:
        own = [self.players[i] for i in players]
        one = own[0] if len(own) == 1 else joint(own)
        keys = tuple(key for member in one.members for key in self.mixtures.changes[member].keys)
        return Step(one.label, one.group, one.role, one.members, keys, value, error)

    def _told(
        self, steps: Sequence[Step], *, exact: bool = True, converged: bool = True, orders: int = 0,
        kept: float = 1.0, trouble: str = "",
    ) -> Bridge:  # fmt: skip
        seen = self.mixtures
        return Bridge(
            seen.metric, self.start, self.end, tuple(steps), exact, converged, orders, kept,
            seen.broken / max(1, seen.evaluations), self.together, seen.evaluations, trouble,
        )  # fmt: skip

    def _missing(self) -> str:
        """Return which end has no value, and why."""
        label = METRICS[self.mixtures.metric].label
        ends = ((self.start, self.mixtures.a), (self.end, self.mixtures.b))
        told = []
        for value, scenario in ends:
            if not math.isfinite(value):
                here = point(scenario)
                why = cause(scenario, here) if not math.isfinite(here.base(self.mixtures.metric)) else None
                reason = why.text if why is not None else "it has no meaning there"
                if self.mixtures.factors and here.base(self.mixtures.metric) <= 0.0:
                    told.append(
                        f"{label} of {scenario.name} is not above zero, so it is no product of factors"
                    )
                    continue
                told.append(f"{scenario.name} has no {label}: {reason}")
        return "; ".join(told)
