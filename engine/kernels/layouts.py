"""Prefill workers cut over accelerators otherwise than those that decode."""

import numpy as np
from numpy.typing import NDArray

from engine.jit import kernel, readable_here
from engine.kernels.memory import Budget, budget
from engine.kernels.step import Plan, prepare
from engine.parameters import RECORD


@kernel
def own_layout(p: np.void) -> bool:
    """Return whether the prefill pool of record `p` has a layout of its own."""
    return bool(p.deployment.disaggregated == 1.0 and p.deployment.prefill_tensor_parallel > 0.0)


@kernel
def with_prefill_layout(p: np.void) -> NDArray[np.void]:
    """Return record `p` with its workers cut as the prefill pool's, shape (1,)."""
    rows = readable_here(np.empty(1, RECORD))
    rows[0] = p
    d = rows[0].deployment
    d.tensor_parallel = p.deployment.prefill_tensor_parallel
    d.data_parallel = p.deployment.prefill_data_parallel
    d.pipeline_parallel = p.deployment.prefill_pipeline_parallel
    d.expert_parallel = p.deployment.prefill_expert_parallel
    return rows


# A record read out of an array lives as long as the array, and compiled code lets go of an array after
# its last use: so it is handed on whole, and stays with who called.


@kernel
def budget_of(rows: NDArray[np.void]) -> Budget:
    """Return the memory budget of the record in `rows`, shape (1,)."""
    return budget(rows[0])


@kernel
def plan_of(rows: NDArray[np.void]) -> Plan:
    """Return the plan of the record in `rows`, shape (1,)."""
    return prepare(rows[0])
