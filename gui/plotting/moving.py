"""Which inputs move anything where the scenario stands: only those are worth an axis."""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.drivers import Axis, line, point
from engine.parameters import GROUPS
from engine.scenario import Scenario
from engine.specs import Spec

Groups = list[tuple[str, list[tuple[str, str]]]]
Metrics = NDArray[np.void]
#: Values of its usual range at which an input is tried.
_NODES: Final = 5


def axis_groups(scenario: Scenario | None = None) -> Groups:
    """Return every input that can be an axis, grouped as in the panel; of a `scenario` those that move it.

    What only the years ahead or a view of its own read moves none, nor does what other choices put out of
    action. Where nothing is served all are offered: who knows what would mend it.
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
    return made


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
