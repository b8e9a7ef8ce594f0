"""Who adds how much, whatever the order: Shapley values of a game whose coalitions may have no value.

Players join one after the other until all are in; a player's share is what it adds when it joins, averaged
over all orders (L. S. Shapley, "A value for n-person games", 1953). Where some coalition has no value, only
orders that meet none of those count (the same with restricted coalitions: U. Faigle and W. Kern, 1992). So
shares always add up to the whole, players that do alike get alike, one that does nothing gets nothing, and
the shares of the game walked backwards are the same with the other sign.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Masks = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Walks:
    """Orders in which all players join, counted at every coalition.

    Attributes
    ----------
    shares : ndarray, shape (..., n)
        NaN where no order is left.
    joins : ndarray, shape (..., n, 2**n)
        Share of the orders in which player i joins coalition S; 0 where it is in S already.
    kept : ndarray, shape (...)
        Share of all orders that meet no coalition without a value.
    """

    shares: Floats
    joins: Floats
    kept: Floats


@lru_cache(maxsize=16)
def levels(players: int) -> tuple[Masks, ...]:
    """Return the coalitions of `players` by size, as bit masks: player i is bit i."""
    masks = np.arange(1 << players, dtype=np.int64)
    sizes = np.bitwise_count(masks)
    return tuple(masks[sizes == size] for size in range(players + 1))


def walks(values: Floats) -> Walks:
    """Return the shares of a game given by the values of all its coalitions.

    Parameters
    ----------
    values : ndarray, shape (..., 2**n)
        By bit mask; NaN for a coalition without a value.
    """
    count = values.shape[-1]
    players = count.bit_length() - 1
    able = np.isfinite(values)
    down, up = _orders(able, players), _orders(able[..., ::-1], players)[..., ::-1]
    all_orders = down[..., -1:]
    masks = np.arange(count)
    safe = np.where(able, values, 0.0)
    joins = np.zeros((*values.shape[:-1], players, count))
    shares = np.full((*values.shape[:-1], players), np.nan)
    some = all_orders > 0.0
    for player in range(players):
        without = masks[masks & (1 << player) == 0]
        then = without | (1 << player)
        weight = np.divide(
            down[..., without] * up[..., then], all_orders, out=np.zeros_like(down[..., without]), where=some
        )
        joins[..., player, without] = weight
        added = (weight * (safe[..., then] - safe[..., without])).sum(axis=-1)
        shares[..., player] = np.where(some[..., 0], added, np.nan)
    total = _orders(np.ones(count, np.bool_), players)[-1]
    return Walks(shares, joins, all_orders[..., 0] / total)


def _orders(able: NDArray[np.bool_], players: int) -> Floats:
    """Return in how many orders each coalition comes about, players joining one by one."""
    made = np.zeros(able.shape)
    made[..., 0] = able[..., 0]
    for masks in levels(players)[1:]:
        for player in range(players):
            here = masks[masks & (1 << player) != 0]
            made[..., here] += made[..., here ^ (1 << player)]
        made[..., masks] *= able[..., masks]
    return made


def inseparable(values: Floats) -> int:
    """Return the fewest players that must join at once for any order to be left, as a bit mask.

    0 where orders are left as it is. Of several such sets the first by its mask. Both ends must have a value.
    """
    players = values.shape[-1].bit_length() - 1
    able = np.isfinite(values)
    forward, back = _orders(able, players) > 0.0, _orders(able[::-1], players)[::-1] > 0.0
    if forward[-1]:
        return 0
    far = np.where(back, 0, players + 1)
    for masks in reversed(levels(players)[:-1]):
        for player in range(players):
            here = masks[masks & (1 << player) == 0]
            far[here] = np.minimum(far[here], far[here | (1 << player)] + 1)
    starts = np.flatnonzero(forward & (far == far[forward].min()))
    ends = np.flatnonzero(back)
    least, found = int(far[starts[0]]), []
    for start in starts:
        gaps = ends[(ends & start) == start] ^ start
        found.append(int(gaps[np.bitwise_count(gaps) == least].min()))
    return min(found)


def merged(values: Floats, together: int) -> tuple[Floats, list[int]]:
    """Return the game in which the players of mask `together` are one, and whom each player stands for.

    The one comes where the first of them stood.
    """
    players = values.shape[-1].bit_length() - 1
    first = (together & -together).bit_length() - 1
    stands = [1 << i for i in range(players) if i == first or not together & (1 << i)]
    stands = [together if mask == 1 << first else mask for mask in stands]
    masks = np.zeros(1, np.int64)
    for mask in stands:
        masks = np.concatenate([masks, masks | mask])
    return values[masks], stands


def orders_drawn(
    players: int,
    pairs: int,
    rng: np.random.Generator,
    able: NDArray[np.bool_] | None = None,
    choosy: NDArray[np.int64] | None = None,
) -> NDArray[np.int64]:
    """Return orders at random, in pairs that err in opposite ways, shape (2 * pairs, players).

    Parameters
    ----------
    able : ndarray of bool, shape (2**k,), optional
        Which coalitions of the players `choosy` have a value, whoever else is in; every order that meets
        none of the others is as likely as any.
    choosy : ndarray, shape (k,), optional
    """
    keys = rng.random((pairs, players))
    both = np.stack([keys, 1.0 - keys], axis=1)
    if able is not None and choosy is not None and choosy.size:
        turns = _walked(able, choosy.size, pairs, rng)
        own = np.sort(both[:, :, choosy], axis=2)
        at = np.broadcast_to(choosy[turns][:, np.newaxis, :], own.shape)
        np.put_along_axis(both, at, own, axis=2)
    return np.argsort(both.reshape(2 * pairs, players), axis=1)


def _walked(able: NDArray[np.bool_], players: int, count: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Return `count` orders that meet only `able` coalitions, all as likely, shape (count, players)."""
    ways = _orders(able[::-1], players)[::-1]
    here = np.zeros(count, np.int64)
    bits = 1 << np.arange(players)
    made = np.empty((count, players), np.int64)
    for step in range(players):
        out = here[:, np.newaxis] & bits == 0
        chance = np.cumsum(np.where(out, ways[here[:, np.newaxis] | bits], 0.0), axis=1)
        made[:, step] = (rng.random(count)[:, np.newaxis] * chance[:, -1:] >= chance).sum(axis=1)
        here |= bits[made[:, step]]
    return made


def orders_kept(able: NDArray[np.bool_]) -> float:
    """Return the share of all orders that meet only `able` coalitions, shape (2**n,)."""
    players = able.size.bit_length() - 1
    return float(_orders(able, players)[-1] / _orders(np.ones_like(able), players)[-1])


def prefixes(orders: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return who is in after each step of each order, both ends included, shape (orders, n + 1, n)."""
    place = np.argsort(orders, axis=1)
    return np.asarray(place[:, np.newaxis, :] < np.arange(orders.shape[1] + 1)[np.newaxis, :, np.newaxis])


@dataclass(frozen=True, slots=True)
class Sampled:
    """Shares from orders drawn at random.

    Attributes
    ----------
    shares, errors : ndarray, shape (n,)
        Mean over the orders and its standard error; NaN where no order is left.
    used, drawn : int
        Orders that met no coalition without a value, of all that were drawn.
    """

    shares: Floats
    errors: Floats
    used: int
    drawn: int


def averaged(orders: NDArray[np.int64], values: Floats) -> Sampled:
    """Return the shares that `orders` tell, as `orders_drawn` makes them.

    Parameters
    ----------
    values : ndarray, shape (orders, n + 1)
        Of the coalition after each step.
    """
    count, players = orders.shape
    added = np.empty((count, players))
    np.put_along_axis(added, orders, np.diff(values, axis=1), axis=1)
    able = np.asarray(np.isfinite(values).all(axis=1))
    used = int(able.sum())
    if not used:
        nothing = np.full(players, np.nan)
        return Sampled(nothing, nothing, 0, count)
    # An order and its reverse err in opposite ways: their mean is one draw.
    weight = able.reshape(-1, 2).sum(axis=1).astype(np.float64)
    summed = np.where(able[:, np.newaxis], added, 0.0).reshape(-1, 2, players).sum(axis=1)
    shares = summed.sum(axis=0) / used
    off = summed - weight[:, np.newaxis] * shares
    draws = int((weight > 0).sum())
    spread = np.sqrt((off**2).sum(axis=0) * draws / max(draws - 1, 1)) / used
    errors = spread if draws > 1 else np.full(players, np.inf)
    return Sampled(shares, errors, used, count)


def bits(mask: int) -> list[int]:
    """Return the players of a coalition."""
    return [bit for bit in range(mask.bit_length()) if mask >> bit & 1]
