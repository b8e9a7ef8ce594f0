"""The one entry that the window needs: metrics over a grid, of which points and lines are small ones."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.drivers import precompile
from engine.jit import entry, readable
from engine.kernels import evaluate


@entry
def fill_grid(
    own: NDArray[np.void],
    flat: NDArray[np.float64],
    at: NDArray[np.int64],
    xs: NDArray[np.float64],
    ys: NDArray[np.float64],
    out: NDArray[np.void],
    rows: NDArray[np.int64],
) -> None:
    """Fill rows `rows[0]` to `rows[1]` of `out`, shape (ny, nx).

    Parameters
    ----------
    own : ndarray, shape (1,)
        Input record; overwritten.
    flat : ndarray, shape (fields,)
        The same memory as numbers.
    at : ndarray, shape (2,)
        Positions in `flat` that take the values `xs` and `ys`; where they are one, `xs` holds.
    """
    for j in range(rows[0], rows[1]):
        flat[at[1]] = ys[j]
        for i in range(xs.size):
            flat[at[0]] = xs[i]
            evaluate(own[0], out[j, i])


def fill_rows(
    record: NDArray[np.void],
    at: tuple[int, int],
    xs: NDArray[np.float64],
    ys: NDArray[np.float64],
    out: NDArray[Any],
    rows: tuple[int, int],
) -> None:
    """Call `fill_grid` for a `record` of shape (1,) that is left as it is, compiled beforehand if need be."""
    precompile.ensure()
    # Copied as numbers: numpy copies a record field by field, twenty times as slowly as a kernel runs.
    flat = record.view(np.float64).copy()
    own = np.ndarray(1, record.dtype, flat)
    places, span = np.array(at, np.int64), np.array(rows, np.int64)
    fill_grid(readable(own), flat, places, xs, ys, readable(out), span)
