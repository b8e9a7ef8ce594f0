"""Inside one step of a bridge: what each of its changes adds, adding up to the step.

Orders are those of the bridge with the changes of the step made one after the other in its place (G. Owen,
"Values of games with a priori unions", 1977).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from engine.compare.mixtures import CancelledError, Mask
from engine.compare.results import Joined, Solved, Step
from engine.compare.shapley import Floats, orders_drawn, prefixes, walks

#: Mixtures up to which all are evaluated.
EXACT: Final = 1 << 13
#: Mixtures evaluated where orders are drawn, two inside each place of the step.
DRAWN: Final = 8192
#: What is said of changes that are not told apart.
AT_ONCE: Final = "only at once"
_SEED: Final = 1
_TINY: Final = 1e-12


@dataclass(frozen=True, slots=True)
class _Told:
    """What the members of a step add; `undivided` where no order tells them apart."""

    shares: Floats
    errors: Floats
    undivided: float


def inside(solved: Solved, index: int, cancelled: Callable[[], bool] = lambda: False) -> tuple[Step, ...]:
    """Return a step for each change of step `index`, along the chain; none where `cancelled` turned true.

    A further one, "only at once", holds what cannot be told apart: every order has a step without a value.
    """
    step = solved.bridge.steps[index]
    members, joined = step.members, solved.joined[index]
    if len(members) == 1:
        return (step,)
    whole = _way(solved) * solved.bridge.difference / solved.scale
    total = _way(solved) * step.value / solved.scale
    solved.mixtures.cancelled = cancelled
    try:
        found = _told(solved, members, joined)
    except CancelledError:
        return ()
    values = _adding_up(found, total)
    changes = [solved.mixtures.changes[member] for member in members]
    made = [
        _told_of(solved, Step(c.label, c.group, c.role, (member,), c.keys, float(value), float(error)))
        for c, member, value, error in zip(changes, members, values, found.errors, strict=True)
    ]
    if abs(found.undivided) > _TINY * max(abs(total), abs(whole)):
        left = Step(AT_ONCE, step.group, step.role, members, step.keys, found.undivided)
        made.append(_told_of(solved, left))
    return tuple(made)


def _way(solved: Solved) -> float:
    return -1.0 if solved.back else 1.0


def _told_of(solved: Solved, step: Step) -> Step:
    """Return a step in the units of its mixtures as the bridge tells it."""
    value = 0.0 + _way(solved) * step.value
    factor = math.exp(value) if solved.bridge.factors else math.nan
    return replace(step, value=value * solved.scale, error=step.error * solved.scale, factor=factor)


def _told(solved: Solved, members: tuple[int, ...], joined: Joined) -> _Told:
    count = len(members)
    if not joined.weight.size:
        return _Told(np.zeros(count), np.zeros(count), 0.0)
    if joined.weight.size << count <= EXACT:
        return _counted(solved, members, joined)
    return _drawn(solved, members, joined)


def _counted(solved: Solved, members: tuple[int, ...], joined: Joined) -> _Told:
    """Count every order inside the step, at each place that it has."""
    count, places = len(members), joined.weight.size
    masks = np.arange(1 << count)
    made = np.repeat(joined.made, masks.size, axis=0)
    made[:, members] = np.tile(masks[:, np.newaxis] >> np.arange(count) & 1, (places, 1))
    values = solved.mixtures.values(made).reshape(places, -1)
    shares = walks(values).shares
    able = np.asarray(np.isfinite(shares).all(axis=1))
    weight = joined.weight[:, np.newaxis]
    found = (weight * np.where(able[:, np.newaxis], shares, 0.0)).sum(axis=0)
    undivided = float((joined.weight * np.where(able, 0.0, values[:, -1] - values[:, 0])).sum())
    exact = solved.bridge.exact
    return _Told(found, np.zeros(count) if exact else _spread(shares[able], found), undivided)


def _drawn(solved: Solved, members: tuple[int, ...], joined: Joined) -> _Told:
    """Draw places of the step and orders inside it."""
    rng, count = np.random.default_rng(_SEED), len(members)
    places = max(32, DRAWN // (2 * (count + 1)))
    at = np.searchsorted(np.cumsum(joined.weight), (np.arange(places) + 0.5) / places)
    at = np.repeat(np.minimum(at, joined.weight.size - 1), 2)
    orders = orders_drawn(count, places, rng)
    steps = prefixes(orders)
    made: Mask = np.repeat(joined.made[at], count + 1, axis=0)
    made[:, members] = steps.reshape(-1, count)
    values = solved.mixtures.values(made).reshape(len(orders), -1)
    added = np.empty((len(orders), count))
    np.put_along_axis(added, orders, np.diff(values, axis=1), axis=1)
    able = np.isfinite(values).all(axis=1).reshape(-1, 2)
    pairs = np.where(able[..., np.newaxis], added.reshape(-1, 2, count), 0.0).sum(axis=1)
    some = able.any(axis=1)
    shares = pairs[some] / able[some].sum(axis=1)[:, np.newaxis]
    whole = (values[:, -1] - values[:, 0]).reshape(-1, 2)[:, 0]
    undivided = float(np.where(some, 0.0, whole).sum() / places)
    found = shares.sum(axis=0) / places
    return _Told(found, _spread(shares, shares.mean(axis=0) if len(shares) else found), undivided)


def _spread(shares: Floats, mean: Floats) -> Floats:
    """Return the standard error of the mean of `shares`, shape (draws, members)."""
    if len(shares) < 2:
        return np.zeros(mean.size)
    return np.asarray(shares.std(axis=0, ddof=1) / np.sqrt(len(shares)))


def _adding_up(found: _Told, total: float) -> Floats:
    """Return the shares moved, each by its uncertainty, so that they add up to what the whole step adds."""
    left = total - found.undivided - float(found.shares.sum())
    doubt = found.errors**2
    if not doubt.sum() > 0.0:
        size = np.abs(found.shares)
        doubt = size if size.sum() > 0.0 else np.ones(size.size)
    return np.asarray(found.shares + left * doubt / doubt.sum())
