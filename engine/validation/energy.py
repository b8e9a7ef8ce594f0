"""Energy judged apart from time: what boards would draw at the throughput that was measured.

Joules per token are watts over tokens per second, so an error of time is an error of energy as well.
With the measured throughput in place of the predicted one only the model of the board is judged.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.drivers.power import boards
from engine.validation.predict import Batch

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Served:
    """What each case's replica served by its measurement; NaN where the row does not tell.

    Attributes
    ----------
    rates, batches : ndarray, shape (n,)
        Requests per second and replica, and sequences in service.
    tokens : ndarray, shape (n,)
        Output tokens per second of one accelerator.
    watts : ndarray, shape (n,)
        Measured draw of one accelerator.
    off : ndarray, shape (n,)
        Predicted throughput over the measured one.
    """

    rates: Floats
    batches: Floats
    tokens: Floats
    watts: Floats
    off: Floats


def served(batch: Batch, predicted: NDArray[np.void]) -> Served:
    """Return what the cases of `batch` served; `predicted` is theirs, dtype `predict.PREDICTED`.

    Where a row has no throughput it follows from the sequences in service and TPOT.
    """
    measured = batch.measured
    replicas = np.array([case.replicas for case in batch.cases])
    deployment = batch.records["deployment"]
    in_flight = np.minimum(deployment["concurrency"], deployment["batch_cap"])
    with np.errstate(invalid="ignore", divide="ignore"):
        running = np.where(predicted["batch"] > 0.0, np.minimum(predicted["batch"], in_flight), in_flight)
        each = measured["throughput"] / replicas
        each = np.where(np.isfinite(each), each, running / measured["tpot"])
        size = deployment["tensor_parallel"] * deployment["data_parallel"] * deployment["pipeline_parallel"]
        return Served(
            each / batch.records["workload"]["output_tokens"],
            running,
            each / size,
            measured["energy"] * each / size,
            predicted["throughput"] / (each * replicas),
        )


def at_measured_throughput(batch: Batch, predicted: NDArray[np.void]) -> Floats:
    """Return board energy per output token [J] of each case at its measured throughput, shape (n,)."""
    known = served(batch, predicted)
    made = np.full(len(batch), np.nan)
    told = np.isfinite(known.rates) & np.isfinite(known.batches) & np.isfinite(known.watts)
    if told.any():
        watts = boards(batch.records[told], known.rates[told], known.batches[told])
        made[told] = watts / known.tokens[told]
    return made
