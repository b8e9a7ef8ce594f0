"""The job of the outlook view: the years ahead, their fan over elasticity, the counter-thesis."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.errors import IsocostError
from engine.outlook import Effect, Fan, Outlook, effects, fan, outlook
from engine.outlook.layers import sellers_of
from engine.scenario import Scenario
from gui.plotting.contours import Floats

#: Layers shown together: words, layers, the metric that explains it today.
GROUPS: Final[tuple[tuple[str, tuple[str, ...], str], ...]] = (
    ("Merchant accelerators", ("leader", "alternatives"), "layer_vendor"),
    ("Custom silicon", ("design", "inhouse"), "layer_partner"),
    ("Chips and memory", ("logic", "memory", "packaging"), "layer_memory"),
    ("Servers", ("cpu", "server", "storage"), "layer_server"),
    ("Switches and fabric", ("scale_up", "switches", "nics"), "layer_switches"),
    ("Cables and optics", ("copper", "optics"), "layer_optics"),
    ("Power and building", ("power", "cooling", "building"), "layer_power"),
)
#: Suppliers whose growth is drawn singly: words and layers.
SUPPLIERS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("NVIDIA", ("leader",)),
    ("AMD", ("alternatives",)),
    ("Broadcom, Marvell", ("design",)),
    ("HBM", ("memory",)),
    ("Arista", ("switches",)),
    ("Credo", ("copper",)),
    ("Coherent", ("optics",)),
    ("Palantir", ("platform",)),
)


@dataclass(frozen=True, slots=True)
class OutlookResult:
    """A frame of the outlook view; where `trouble` says why there is none, the rest is empty.

    Attributes
    ----------
    path, ghost : Outlook or None
        Of the scenario and, where it differs, of the baseline.
    fan : Fan or None
        None in a quick frame, as `effects` is empty.
    """

    scenario: Scenario
    path: Outlook | None
    ghost: Outlook | None
    fan: Fan | None
    effects: tuple[Effect, ...]
    trouble: str = ""


class OutlookJob:
    """Computes `OutlookResult`; see `gui.views.base.Job`."""

    def run(
        self, scenario: Scenario, baseline: Scenario, coarse: bool, cancelled: Callable[[], bool]
    ) -> OutlookResult | None:
        """Return a frame, or None when `cancelled` turned true."""
        try:
            path = outlook(scenario)
        except IsocostError as error:
            return OutlookResult(scenario, None, None, None, (), str(error))
        ghost = None if baseline.values == scenario.values else _ghost(baseline)
        if coarse:
            return OutlookResult(scenario, path, ghost, None, ())
        if cancelled():
            return None
        spread = fan(scenario)
        if cancelled():
            return None
        return OutlookResult(scenario, path, ghost, spread, effects(scenario, path))


def _ghost(baseline: Scenario) -> Outlook | None:
    try:
        return outlook(baseline)
    except IsocostError:
        return None


def revenue(path: Outlook, layers: tuple[str, ...]) -> Floats:
    """Return what `layers` earn together [$/year], shape (n,)."""
    return np.asarray(sum((path.layers[key] for key in layers), np.zeros(path.years.size)))


def growth(values: Floats) -> Floats:
    """Return yearly growth, NaN in the first year, shape (n,)."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.concatenate([[np.nan], values[1:] / values[:-1] - 1.0])


def moved_most(effect: Effect, count: int = 3) -> list[tuple[str, float]]:
    """Return the layers whose revenue `effect` moves most, most first, with how far."""
    found = sorted(effect.layers.items(), key=lambda pair: -abs(pair[1]))
    return [(key, by) for key, by in found[:count] if abs(by) >= 0.005]


def named(key: str) -> str:
    """Return a layer as its first seller's name."""
    return sellers_of(key)
