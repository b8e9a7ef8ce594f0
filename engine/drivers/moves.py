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
from engine.drivers.fill import fill_moves, numbers, prepared, scratch
from engine.drivers.threads import HELPERS, WORTH_HELP, shared
from engine.jit import readable
from engine.metrics import RECORD
from engine.parameters import POSITIONS, TIERS, WIDTH
from engine.scenario import Scenario
from engine.shapes import check_week
from engine.tier_keys import join, split

#: Rows between two looks at whether they are still wanted: at least, and at most.
BAND = 512
WIDEST = 4096

_COLUMNS = {name: i for i, name in enumerate(RECORD.names or ())}


def places(scenario: Scenario, key: str) -> tuple[int, ...]:
    """Return where input `key` stands in the records of all tiers as numbers, four times.

    That is its own place and that of every tier that inherits it; the last is repeated.
    """
    tier, plain = split(key)
    check_week(scenario, plain)
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
    helpers: int | None = None,
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
    helpers : int or None
        Threads beside this one; None takes what the machine has.

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
    done: list[int] = []

    most = (HELPERS if helpers is None else helpers) if count >= WORTH_HELP else 0
    pieces = bands(count, most + 1)

    def work(piece: int) -> None:
        start, stop = pieces[piece]
        fill_band(records, at, values, wanted, out, (start, stop))
        done.append(stop - start)
        progress(sum(done))

    return out if shared(work, len(pieces), most, cancelled) else None


def bands(count: int, threads: int) -> list[tuple[int, int]]:
    """Return the pieces into which `count` rows are cut: wide ones first, so that all threads end together.

    Between two pieces a thread needs the interpreter, which a busy window holds.
    """
    made, start = [], 0
    while start < count:
        wide = min(max(BAND, (count - start) // (2 * threads)), WIDEST, count - start)
        made.append((start, start + wide))
        start += wide
    return made


def fill_band(
    records: NDArray[np.void],
    at: NDArray[np.int64],
    values: NDArray[np.float64],
    wanted: NDArray[np.int64],
    out: NDArray[np.float64],
    band: tuple[int, int],
) -> None:
    """Fill rows `band[0]` to `band[1]` of `out`; arguments as in `fill.fill_moves`, all contiguous."""
    own, flat = prepared(records)
    one: NDArray[Any] = np.zeros(1, RECORD)
    work, figures, room = scratch()
    fill_moves(
        own, flat, at, values, wanted, out, np.zeros(at.shape[1:]), readable(one), numbers(one),
        readable(work), figures, room, np.array(band, np.int64),
    )  # fmt: skip
