"""A scenario that stands for a percentile of a figure: what would have to come about, at its likeliest.

Many combinations of inputs give a metric its P90. Of them all the likeliest is nearest to the medians,
counted in standard normals (the design point of structural reliability): few inputs move far in it, most
hardly. Those that hardly move stay as they are, so that the scenario differs in what matters.
"""

import dataclasses
from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.doubt.samples import Plan, Samples, base_values
from engine.drivers.scatter import Scatter
from engine.errors import IsocostError
from engine.metrics import METRICS
from engine.scenario import Scenario, Value

Floats = NDArray[np.float64]

#: Samples nearest to the percentile, as a share of those with a figure, whose mean tells the direction.
_WINDOW: Final = 0.02
_LEAST: Final = 16
#: Movement, of the farthest one, below which an input is left as it is.
_SLIGHT: Final = 0.15
#: Steps along the direction that are tried, and halvings between the two that hold the percentile.
_STEPS: Final = 81
_HALVINGS: Final = 40
_FAR: Final = 4.0
#: Digits of an input of the scenario made.
_DIGITS: Final = 6
#: Samples among which ranks are counted.
_RANKED: Final = 8192


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """A percentile as a scenario.

    Attributes
    ----------
    scenario : Scenario
        A child of the one in doubt, whose inputs are what they are at the percentile.
    target, value : float
        The percentile and the metric of `scenario`, base units.
    changed : tuple of (key, from, to)
        Declared units, the farthest moved first.
    """

    scenario: Scenario
    target: float
    value: float
    changed: tuple[tuple[str, Value, Value], ...]


def percentile_case(samples: Samples, metric: str, share: float = 0.9) -> Case:
    """Return the likeliest scenario at which `metric` has its percentile `share` of the samples.

    Raises
    ------
    IsocostError
        If too few samples have a figure to tell.
    """
    values = samples.metrics[metric]
    able = np.isfinite(values)
    if int(able.sum()) < _LEAST:
        raise IsocostError(
            f"{METRICS[metric].label} has a figure in {int(able.sum())} of {samples.count:,} samples: too "
            "few to make a scenario of; mend what stops the others first"
        )
    plan = samples.plan
    target = float(np.quantile(values[able], share))
    direction = _direction(samples, values, able, share)
    size = np.abs(direction)
    direction[size < _SLIGHT * size.max(initial=0.0)] = 0.0
    u, value = _along(plan, metric, direction, target)
    name = f"{plan.scenario.name}, P{share * 100:g} of {METRICS[metric].label.lower()}"
    return _made(plan, name, u, direction, target, value)


def _direction(samples: Samples, values: Floats, able: NDArray[np.bool_], share: float) -> Floats:
    """Return the mean of the standard normals of the samples about the percentile, shape (inputs,)."""
    rank = np.full(samples.count, np.inf)
    rank[able] = np.argsort(np.argsort(values[able])) / max(1, int(able.sum()) - 1)
    near = np.argsort(np.abs(rank - share))[: max(_LEAST, int(_WINDOW * able.sum()))]
    # A few thousand tell a rank as well as all of them, and are sorted before a hand notices.
    everyone = np.sort(samples.inputs[:, :: max(1, samples.count // _RANKED)], axis=1)
    made = np.empty(len(samples.plan.doubted))
    for j, own in enumerate(samples.inputs):
        low = np.searchsorted(everyone[j], own[near], "left")
        high = np.searchsorted(everyone[j], own[near], "right")
        made[j] = _normal(((low + high) / 2.0 + 0.5) / (everyone.shape[1] + 1)).mean()
    return made


def _normal(u: Floats) -> Floats:
    from scipy.special import ndtri

    return np.asarray(ndtri(u))


def _along(plan: Plan, metric: str, direction: Floats, target: float) -> tuple[Floats, float]:
    """Return inputs and `metric` where it is `target` on the way through the medians along `direction`."""
    from scipy.special import ndtr

    scatter = Scatter(plan.scenario, plan.positions, (metric,))
    here = base_values(plan)
    still = direction == 0.0

    def at(steps: Floats) -> tuple[Floats, Floats]:
        u = np.asarray(ndtr(np.outer(direction, steps)))
        values = _values(plan, u)
        values[still] = here[still]
        found = scatter.run(plan.placed(values))
        assert found is not None
        return values, found[0]

    length = float(np.linalg.norm(direction)) or 1.0
    steps = np.linspace(-_FAR, _FAR, _STEPS) / length
    values, found = at(steps)
    step = _crossing(steps, found, target, lambda s: float(at(np.array([s]))[1][0]))
    values, found = at(np.array([step]))
    return values[:, 0], float(found[0])


def _values(plan: Plan, u: Floats) -> Floats:
    """Return inputs at marginal probabilities `u`, which carry their correlations already."""
    return np.array([shape.at(row) for shape, row in zip(plan.shapes, u, strict=True)])


def _crossing(steps: Floats, found: Floats, target: float, of: Callable[[float], float]) -> float:
    """Return the step nearest to 0 at which `of` meets `target`; the nearest to `target` where none does."""
    off = found - target
    able = np.isfinite(off)
    crossings = [k for k in range(len(steps) - 1) if able[k] and able[k + 1] and off[k] * off[k + 1] <= 0.0]
    if not crossings:
        return float(steps[int(np.argmin(np.where(able, np.abs(off), np.inf)))])
    # On the side of the percentile first: further along than against.
    k = min(
        crossings, key=lambda each: abs(steps[each] + steps[each + 1]) - (1e-6 if steps[each] >= 0 else 0.0)
    )
    low, high, below = float(steps[k]), float(steps[k + 1]), bool(off[k] <= 0.0)
    for _ in range(_HALVINGS):
        middle = 0.5 * (low + high)
        if (of(middle) - target <= 0.0) == below:
            low = middle
        else:
            high = middle
    return 0.5 * (low + high)


def _made(plan: Plan, name: str, u: Floats, direction: Floats, target: float, value: float) -> Case:
    scenario = plan.scenario
    order = np.argsort(-np.abs(direction))
    changes: dict[str, Value] = {}
    for j in order:
        each, number = plan.doubted[j], float(u[j])
        if direction[j] == 0.0:
            continue
        spec = each.spec
        if spec.kind == "choice":
            changes[each.key] = next(o.id for o in spec.options if float(o.code) == number)
        elif each.origin == "model":
            own = number * scenario.number(each.key)
            changes[each.key] = min(max(own, spec.low), spec.high)
        else:
            changes[each.key] = number
    changes = {k: v if isinstance(v, str) else float(f"{v:.{_DIGITS}g}") for k, v in changes.items()}
    changed = tuple((key, scenario.get(key), new) for key, new in changes.items())
    child = scenario.child(name).with_values(changes)
    note = f"{len(changed)} inputs are where they would most likely be at that percentile."
    return Case(dataclasses.replace(child, note=note), target, value, changed)
