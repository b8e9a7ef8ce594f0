"""The probability that a point earns, or holds every limit, over two axes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.doubt.samples import SETS, prepared, probabilities
from engine.drivers.grid import Axis
from engine.drivers.scatter import Scatter
from engine.drivers.threads import HELPERS, shared
from engine.errors import ParameterError
from engine.scenario import Scenario
from engine.uncertainty import discrete

Floats = NDArray[np.float64]

#: Nodes of an axis and samples at each node.
NODES: Final = 25
EACH: Final = 256
_KEPT: Final = ("feasible", "gross_margin")


@dataclass(frozen=True, slots=True)
class Chances:
    """Probabilities over two axes, each of shape (ny, nx), row 0 at the lowest y.

    Attributes
    ----------
    earns : ndarray
        That the gross margin is above zero; without a service it is not.
    holds : ndarray
        That every limit holds.
    both : ndarray
    count : int
        Samples at each node: the same at all, so that neighbours differ by their place alone.
    """

    x: Axis
    y: Axis
    earns: Floats
    holds: Floats
    both: Floats
    count: int


def chances(
    scenario: Scenario,
    x: Axis,
    y: Axis,
    count: int = EACH,
    *,
    seed: int | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[float], None] = lambda _share: None,
) -> Chances | None:
    """Return the probabilities over `x` and `y`, whose inputs are certain at each node; None if `cancelled`.

    Raises
    ------
    NoDoubtError, ParameterError
        If nothing else is in doubt, or the axes are one.
    """
    if x.key == y.key:
        raise ParameterError(x.key, f"{x.key} cannot be both axes of a surface")
    plan = prepared(_certain(scenario, x.key, y.key), _KEPT)
    number = scenario.doubt.seed if seed is None else seed
    each = max(1, count // SETS)
    u = np.hstack([probabilities(max(1, len(plan.doubted)), each, number, n) for n in range(SETS)])
    placed = plan.placed(plan.values(u[: len(plan.doubted)]))
    at = [axis.positions(scenario) for axis in (x, y)]
    scatter = Scatter(scenario, [*plan.positions, *at[0], *at[1]], _KEPT)
    made = np.zeros((3, y.values.size, x.values.size))
    done = [0]

    def row(j: int) -> None:
        total = each * SETS
        wide = np.tile(placed, (1, x.values.size))
        xs = np.repeat(np.repeat(x.base, total)[np.newaxis], len(at[0]), axis=0)
        ys = np.full((len(at[1]), xs.shape[1]), y.base[j])
        found = scatter.run(np.vstack([wide, xs, ys]), cancelled, helpers=0)
        if found is None:
            return
        able, earning = found[0] == 1.0, found[1] > 0.0
        for k, flags in enumerate((earning, able, earning & able)):
            made[k, j] = flags.reshape(x.values.size, total).mean(axis=1)
        done[0] += 1
        progress(done[0] / y.values.size)

    if not shared(row, y.values.size, HELPERS, cancelled):
        return None
    return Chances(x, y, made[0], made[1], made[2], each * SETS)


def _certain(scenario: Scenario, *keys: str) -> Scenario:
    """Return `scenario` with the inputs `keys` locked out of doubt: they are the axes."""
    for key in keys:
        scenario = scenario.annotate(key, uncertainty=discrete([(scenario.get(key), 1.0)]))
    return scenario
