"""The one entry that the window needs: metrics of points that differ from a scenario in some inputs.

Points, lines and surfaces move one or two inputs and keep every metric; searches and samples move many and
keep a few. Moves are made in the record and taken back.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.drivers import precompile
from engine.jit import entry, readable
from engine.kernels import evaluate
from engine.kernels.tiers import ROOM, alone, evaluate_tiers, routed
from engine.metrics import RECORD
from engine.parameters import TIERS


@entry
def fill_moves(
    own: NDArray[np.void],
    flat: NDArray[np.float64],
    at: NDArray[np.int64],
    values: NDArray[np.float64],
    wanted: NDArray[np.int64],
    out: NDArray[np.float64],
    kept: NDArray[np.float64],
    found: NDArray[np.void],
    made: NDArray[np.float64],
    work: NDArray[np.void],
    figures: NDArray[np.float64],
    room: NDArray[np.float64],
    span: NDArray[np.int64],
) -> None:
    """Evaluate rows `span[0]` to `span[1]`, each with some inputs moved.

    Parameters
    ----------
    own, flat : ndarray, shape (4,) and (4 * fields,)
        Input records of the tiers, and the same memory as numbers; left as they were.
    at : ndarray, shape (n or 1, moves, places)
        Places in `flat` of what a row moves; the later move holds where two are one.
    values : ndarray, shape (n, moves)
        What is put there, base units.
    wanted : ndarray, shape (m,)
        Columns of `made` that go to `out`, shape (n, m).
    kept : ndarray, shape (moves, places)
        Overwritten.
    found, made : ndarray, shape (n or 1,) and (n or 1, metrics)
        All metrics, of every row or of the last, and the same memory as numbers.
    work, figures, room : ndarray
        Overwritten: metrics of four tiers, the same memory as numbers, working numbers of shape `ROOM`.
    """
    moves, places = at.shape[1], at.shape[2]
    for i in range(span[0], span[1]):
        here = i if at.shape[0] > 1 else 0
        node = i if found.size > 1 else 0
        for k in range(moves):
            for t in range(places):
                kept[k, t] = flat[at[here, k, t]]
        for k in range(moves):
            for t in range(places):
                flat[at[here, k, t]] = values[i, k]
        if routed(own[0]):
            evaluate_tiers(
                own[0], own[1], own[2], own[3], work[0], work[1], work[2], work[3],
                figures, room, found[node], made, node,
            )  # fmt: skip
        else:
            evaluate(own[0], found[node])
            alone(own[0], found[node])
        for w in range(wanted.size):
            out[i, w] = made[node, wanted[w]]
        for k in range(moves):
            for t in range(places):
                flat[at[here, k, t]] = kept[k, t]


def prepared(records: NDArray[np.void]) -> tuple[NDArray[Any], NDArray[np.float64]]:
    """Return a copy of `records`, shape (4,), and the same memory as numbers, as `fill_moves` takes them."""
    # Copied as numbers: numpy copies a record field by field, twenty times as slowly as a kernel runs.
    flat = records.view(np.float64).ravel().copy()
    return readable(np.ndarray(TIERS, records.dtype, flat)), flat


_NOTHING = np.zeros(0, np.int64)
_NO_FIGURES = np.zeros((0, 0))


def fill_rows(
    records: NDArray[np.void],
    at: tuple[tuple[int, ...], tuple[int, ...]],
    xs: NDArray[np.float64],
    ys: NDArray[np.float64],
    out: NDArray[Any],
    rows: tuple[int, int],
) -> None:
    """Fill rows `rows[0]` to `rows[1]` of a grid, every metric at each node.

    Parameters
    ----------
    records : ndarray, shape (4,)
        One for each tier; left as they are.
    at : pair of tuples of int
        Where the values of `xs` and `ys` go in the records as numbers, up to four places each; `xs` holds
        where both name one.
    out : ndarray, shape (ny, nx)
    """
    precompile.ensure()
    own, flat = prepared(records)
    places = np.array([[[*each, *each[-1:] * (TIERS - len(each))] for each in (at[1], at[0])]], np.int64)
    values = np.column_stack([np.repeat(ys[rows[0] : rows[1]], xs.size), np.tile(xs, rows[1] - rows[0])])
    grid = out.reshape(-1)[rows[0] * xs.size : rows[1] * xs.size]
    work, figures, room = scratch()
    span = np.array([0, values.shape[0]], np.int64)
    fill_moves(
        own, flat, places, values, _NOTHING, _NO_FIGURES, np.zeros(places.shape[1:]),
        readable(grid), numbers(grid), readable(work), figures, room, span,
    )  # fmt: skip


def scratch() -> tuple[NDArray[Any], NDArray[np.float64], NDArray[np.float64]]:
    """Return what a kernel overwrites to put tiers together: their metrics, as numbers too, and `ROOM`."""
    work: NDArray[Any] = np.zeros(TIERS, RECORD)
    return work, numbers(work), np.zeros(ROOM)


def numbers(records: NDArray[np.void]) -> NDArray[np.float64]:
    """Return the memory of `records`, shape (n,), as numbers, shape (n, fields)."""
    return records.view(np.float64).reshape(records.size, -1)
