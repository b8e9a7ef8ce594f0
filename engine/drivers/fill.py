"""The one entry that the window needs: metrics over a grid, of which points and lines are small ones."""

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
def fill_grid(
    own: NDArray[np.void],
    flat: NDArray[np.float64],
    at: NDArray[np.int64],
    xs: NDArray[np.float64],
    ys: NDArray[np.float64],
    out: NDArray[np.void],
    made: NDArray[np.float64],
    work: NDArray[np.void],
    figures: NDArray[np.float64],
    room: NDArray[np.float64],
    rows: NDArray[np.int64],
) -> None:
    """Fill rows `rows[0]` to `rows[1]` of a grid.

    Parameters
    ----------
    own : ndarray, shape (4,)
        Input records of the tiers; overwritten.
    flat : ndarray, shape (4 * fields,)
        The same memory as numbers.
    at : ndarray, shape (2, 4)
        Positions in `flat` that take the values `xs` and `ys`; where they are one, `xs` holds. A row shorter
        than 4 repeats its last.
    out, made : ndarray, shape (ny * nx,) and (ny * nx, metrics)
        Metrics, and the same memory as numbers.
    work, figures, room : ndarray
        Overwritten: metrics of four tiers, the same memory as numbers, working numbers of shape `ROOM`.
    """
    for j in range(rows[0], rows[1]):
        for t in range(at.shape[1]):
            flat[at[1, t]] = ys[j]
        for i in range(xs.size):
            for t in range(at.shape[1]):
                flat[at[0, t]] = xs[i]
            node = j * xs.size + i
            if routed(own[0]):
                evaluate_tiers(
                    own[0], own[1], own[2], own[3], work[0], work[1], work[2], work[3],
                    flat, figures, room, out[node], made, node,
                )  # fmt: skip
            else:
                evaluate(own[0], out[node])
                alone(own[0], out[node])


def fill_rows(
    records: NDArray[np.void],
    at: tuple[tuple[int, ...], tuple[int, ...]],
    xs: NDArray[np.float64],
    ys: NDArray[np.float64],
    out: NDArray[Any],
    rows: tuple[int, int],
) -> None:
    """Call `fill_grid`, compiled beforehand if need be.

    Parameters
    ----------
    records : ndarray, shape (4,)
        One for each tier; left as they are.
    at : pair of tuples of int
        Where the values of `xs` and `ys` go in the records as numbers, up to four places each.
    out : ndarray, shape (ny, nx)
    """
    precompile.ensure()
    # Copied as numbers: numpy copies a record field by field, twenty times as slowly as a kernel runs.
    flat = records.view(np.float64).ravel().copy()
    own = np.ndarray(TIERS, records.dtype, flat)
    places = np.array([[*each, *each[-1:] * (TIERS - len(each))] for each in at], np.int64)
    span = np.array(rows, np.int64)
    grid = out.reshape(-1)
    work, figures, room = scratch()
    fill_grid(
        readable(own),
        flat,
        places,
        xs,
        ys,
        readable(grid),
        numbers(grid),
        readable(work),
        figures,
        room,
        span,
    )


def scratch() -> tuple[NDArray[Any], NDArray[np.float64], NDArray[np.float64]]:
    """Return what a kernel overwrites to put tiers together: their metrics, as numbers too, and `ROOM`."""
    work: NDArray[Any] = np.zeros(TIERS, RECORD)
    return work, numbers(work), np.zeros(ROOM)


def numbers(records: NDArray[np.void]) -> NDArray[np.float64]:
    """Return the memory of `records`, shape (n,), as numbers, shape (n, fields)."""
    return records.view(np.float64).reshape(records.size, -1)
