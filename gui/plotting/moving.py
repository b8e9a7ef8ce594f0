"""Which inputs move anything where the scenario stands: only those are worth an axis."""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.drivers import Axis, line, point
from engine.drivers.moves import moved, places
from engine.parameters import GROUPS, SPECS
from engine.scenario import Scenario
from engine.solve.roots import plausible_range
from engine.specs import Spec

Groups = list[tuple[str, list[tuple[str, str]]]]
Metrics = NDArray[np.void]
#: Values of its usual range at which an input is tried.
_NODES: Final = 5
#: Inputs that lead the list of axes.
TOP: Final = 5


def axis_groups(scenario: Scenario | None = None, metric: str = "") -> Groups:
    """Return every input that can be an axis, grouped as in the panel; of a `scenario` those that move it.

    With a `metric` those that move it most come first, and in their groups once more. What only the years
    ahead or a view of its own read moves none, nor does what other choices put out of action. Where nothing
    is served all are offered: who knows what would mend it.
    """
    live = scenario if scenario is not None and _served(scenario) else None
    made = []
    for group in GROUPS:
        entries = [
            (spec.key, spec.label)
            for spec in group.specs
            if spec.numeric and (live is None or moves(live, spec))
        ]
        if entries:
            made.append((group.label, entries))
    if live is not None and metric:
        leading = [(key, SPECS[key].label) for key in influential(live, metric)]
        title = "Most influential now"
        made[:0] = [(title, leading)] if leading else []
    return made


def influential(scenario: Scenario, metric: str, most: int = TOP) -> list[str]:
    """Return the inputs over whose plausible ranges `metric` runs farthest, each moved by itself.

    Numbers alone: a choice is a poor axis. Points that break a limit count where the metric has a value.
    """
    lines = {
        spec.key: _plausible(scenario, spec)
        for group in GROUPS
        for spec in group.specs
        if spec.kind == "number" and not scenario.inert(spec.key)
    }
    sizes = [nodes.size for nodes in lines.values()]
    at = np.repeat(np.array([places(scenario, key) for key in lines], np.int64)[:, None, :], sizes, axis=0)
    found = moved(scenario.to_records(), at, np.concatenate(list(lines.values()))[:, None], (metric,))
    assert found is not None
    spans = {}
    for key, values in zip(lines, np.split(found[:, 0], np.cumsum(sizes)[:-1]), strict=True):
        known = values[np.isfinite(values)]
        spans[key] = float(np.ptp(known)) if known.size > 1 else 0.0
    leading = sorted((key for key in spans if spans[key] > 0.0), key=lambda key: -spans[key])
    return leading[:most]


def _plausible(scenario: Scenario, spec: Spec) -> NDArray[np.float64]:
    """Return the ends of the plausible range of `spec` and the present value, base units."""
    low, high = plausible_range(scenario, spec.key)
    ends = np.clip([low, scenario.number(spec.key), high], spec.low, spec.high)
    return np.asarray(np.round(ends) if spec.whole else ends) * spec.encode(1.0)


def moves(scenario: Scenario, spec: Spec) -> bool:
    """Return whether any metric of `scenario` follows input `spec` somewhere in its range."""
    if scenario.inert(spec.key):
        return False
    found: Metrics = line(scenario, Axis(spec.key, _tried(scenario, spec), log=False)).metrics
    return any(one.tobytes() != found[0].tobytes() for one in found[1:])


def _tried(scenario: Scenario, spec: Spec) -> NDArray[np.float64]:
    """Return the present value and others that `spec` may take, declared unit or codes."""
    nodes = Axis.soft(spec.key, _NODES).values
    if spec.kind == "choice":
        return np.append(float(spec.option(scenario.get(spec.key)).code), nodes)
    now = scenario.number(spec.key)
    near = np.clip([now, 1.5 * now, 0.5 * now], spec.low, spec.high)
    tried = np.concatenate([near, nodes])
    return np.asarray(np.round(tried) if spec.whole else tried)


def _served(scenario: Scenario) -> bool:
    return math.isfinite(point(scenario).base("cost_rate"))
