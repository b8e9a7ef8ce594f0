"""Some metrics at many points that differ from a scenario in one or a few inputs each.

A grid knows two inputs and returns every metric; solving, searching and comparing move hundreds of inputs
and read a handful of figures. Moves are made in the record and taken back, so that memory does not grow
with what does not move.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.drivers import precompile
from engine.drivers.fill import numbers, scratch
from engine.drivers.grid import HELPERS, pool
from engine.jit import entry, readable
from engine.kernels import evaluate
from engine.kernels.tiers import alone, evaluate_tiers, routed
from engine.metrics import RECORD
from engine.parameters import POSITIONS, TIERS, WIDTH
from engine.scenario import Scenario
from engine.tier_keys import join, split

#: Rows between two looks at whether they are still wanted, and the least worth waking another thread for.
BAND = 512
WORTH_HELP = 1024

_COLUMNS = {name: i for i, name in enumerate(RECORD.names or ())}


@entry
def fill_moves(
    own: NDArray[np.void],
    flat: NDArray[np.float64],
    at: NDArray[np.int64],
    values: NDArray[np.float64],
    wanted: NDArray[np.int64],
    out: NDArray[np.float64],
    one: NDArray[np.void],
    made: NDArray[np.float64],
    work: NDArray[np.void],
    figures: NDArray[np.float64],
    room: NDArray[np.float64],
    kept: NDArray[np.float64],
    span: NDArray[np.int64],
) -> None:
    """Fill rows `span[0]` to `span[1]` of `out` with the metrics `wanted`.

    Parameters
    ----------
    own, flat : ndarray, shape (4,) and (4 * fields,)
        Input records of the tiers and the same memory as numbers; left as they were.
    at : ndarray, shape (n or 1, moves, 4)
        Places in `flat` of what a row moves, up to four each.
    values : ndarray, shape (n, moves)
        What is put there, base units.
    wanted : ndarray, shape (m,)
        Columns of `made`.
    out : ndarray, shape (n, m)
    one, made : ndarray, shape (1,) and (1, metrics)
        Overwritten: metrics of a point, and the same memory as numbers.
    work, figures, room, kept : ndarray
        Overwritten; `kept` has shape (moves, 4), the others are those of `fill.scratch`.
    """
    moves, places = at.shape[1], at.shape[2]
    for i in range(span[0], span[1]):
        here = i if at.shape[0] > 1 else 0
        for k in range(moves):
            for t in range(places):
                kept[k, t] = flat[at[here, k, t]]
        for k in range(moves):
            for t in range(places):
                flat[at[here, k, t]] = values[i, k]
        if routed(own[0]):
            evaluate_tiers(
                own[0], own[1], own[2], own[3], work[0], work[1], work[2], work[3],
                flat, figures, room, one[0], made, 0,
            )  # fmt: skip
        else:
            evaluate(own[0], one[0])
            alone(own[0], one[0])
        for w in range(wanted.size):
            out[i, w] = made[0, wanted[w]]
        for k in range(moves):
            for t in range(places):
                flat[at[here, k, t]] = kept[k, t]


def places(scenario: Scenario, key: str) -> tuple[int, ...]:
    """Return where input `key` stands in the records of all tiers as numbers, four times.

    That is its own place and that of every tier that inherits it; the last is repeated.
    """
    tier, plain = split(key)
    first = POSITIONS[plain]
    found = [(tier - 1) * WIDTH + first]
    if tier == 1:
        heirs = (
            n for n in range(2, TIERS + 1) if join(n, plain) == plain or not scenario.own(join(n, plain))
        )
        found += [(n - 1) * WIDTH + first for n in heirs]
    return (*found, *found[-1:] * (TIERS - len(found)))


def columns(metrics: Sequence[str]) -> NDArray[np.int64]:
    """Return where `metrics` stand in a record of metrics as numbers, shape (m,)."""
    return np.array([_COLUMNS[key] for key in metrics], np.int64)


def moved(
    records: NDArray[np.void],
    at: NDArray[np.int64],
    values: NDArray[np.float64],
    metrics: Sequence[str],
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int], object] = lambda _: None,
) -> NDArray[np.float64] | None:
    """Return `metrics` at points that differ from `records` as told, or None where `cancelled` turned true.

    Parameters
    ----------
    records : ndarray, shape (4,)
        `Scenario.to_records`; left as they are.
    at : ndarray, shape (n or 1, moves, 4)
        `places` of what moves: of each row, or one for all.
    values : ndarray, shape (n, moves)
        Base units; codes of choices.
    metrics : sequence of str
    progress : callable
        Told now and then how many rows are done.

    Returns
    -------
    ndarray, shape (n, len(metrics))
        Base units; NaN where a figure has no meaning.
    """
    precompile.ensure()
    values = np.ascontiguousarray(values, np.float64)
    at, wanted = np.ascontiguousarray(at, np.int64), columns(metrics)
    count = values.shape[0]
    out = np.full((count, wanted.size), np.nan)
    starts = iter(range(0, count, BAND))
    done = 0

    def work() -> None:
        nonlocal done
        prepared = _prepared(records, at)
        for start in starts:
            if cancelled():
                return
            stop = min(start + BAND, count)
            own, flat, one, made, tiers, figures, room, kept = prepared
            fill_moves(
                own, flat, at, values, wanted, out, one, made, tiers, figures, room, kept,
                np.array([start, stop], np.int64),
            )  # fmt: skip
            done += stop - start
            progress(done)

    helping = [pool().submit(work) for _ in range(HELPERS if count >= WORTH_HELP else 0)]
    work()
    for helper in helping:
        helper.result()
    return None if cancelled() else out


def _prepared(records: NDArray[np.void], at: NDArray[np.int64]) -> tuple[Any, ...]:
    # Each thread moves inputs in a copy of its own.
    flat = records.view(np.float64).ravel().copy()
    own = np.ndarray(TIERS, records.dtype, flat)
    one: NDArray[Any] = np.zeros(1, RECORD)
    work, figures, room = scratch()
    kept = np.zeros(at.shape[1:])
    return readable(own), flat, readable(one), numbers(one), readable(work), figures, room, kept
