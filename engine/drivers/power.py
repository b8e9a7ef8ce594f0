"""Board power where rate and batch are known, as of a benchmark that measured them."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.jit import entry, readable
from engine.kernels.power import board_power


@entry
def board_rows(records: NDArray[np.void], served: NDArray[np.float64], out: NDArray[np.float64]) -> None:
    """Fill `out`, shape (n,), from `records` and `served`, columns rate and batch."""
    for i in range(records.shape[0]):
        p = records[i]
        d = p.deployment
        size = d.tensor_parallel * d.data_parallel * d.pipeline_parallel
        out[i] = board_power(p, served[i, 0], served[i, 1], 0.0, 1.0, size).total


def boards(
    records: NDArray[np.void], rates: NDArray[np.float64], batches: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the draw of one accelerator of each record's replica [W], shape (n,).

    Parameters
    ----------
    records : ndarray, shape (n,), dtype `parameters.RECORD`
    rates, batches : ndarray, shape (n,)
        Requests per second and replica, and sequences in service, as measured.
    """
    rows = np.require(records, requirements=["C", "W", "O"])
    served = np.ascontiguousarray(np.stack((rates, batches), axis=1), dtype=np.float64)
    out: NDArray[Any] = np.zeros(rows.shape[0])
    board_rows(readable(rows), served, out)
    return out
