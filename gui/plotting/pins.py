"""Points pinned to a surface: inputs with their values, and what the engine says there now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from engine.drivers import point
from engine.errors import IsocostError
from engine.scenario import Scenario, Value
from engine.tier_keys import known
from gui.plotting.scales import AxisScale
from gui.shown_units import shown_at

#: Pins a view keeps.
MOST: Final = 9


@dataclass(frozen=True, slots=True)
class Pin:
    """Two inputs and their values, as a scenario holds them."""

    first: tuple[str, Value]
    second: tuple[str, Value]

    def plain(self) -> dict[str, Value]:
        """Return what a file keeps."""
        return dict((self.first, self.second))

    def along(self, x: str, y: str) -> tuple[Value, Value] | None:
        """Return the values along axes `x` and `y`; None where the pin is over other axes."""
        held = self.plain()
        return (held[x], held[y]) if set(held) == {x, y} else None


@dataclass(frozen=True, slots=True)
class Pinned:
    """A pin on the surface shown.

    Attributes
    ----------
    index : int
        Among all pins of the view.
    place : (float, float)
        0-1 along x and y.
    spots : (str, str)
        The values in words.
    values : tuple of float
        A figure for each metric shown, display units; NaN where there is none.
    """

    index: int
    place: tuple[float, float]
    spots: tuple[str, str]
    values: tuple[float, ...]


def pin_of(saved: object) -> Pin | None:
    """Return the pin a file holds, or None where it is none."""
    if not isinstance(saved, Mapping) or len(saved) != 2:
        return None
    made = [_entry(key, value) for key, value in saved.items()]
    first, second = made
    return Pin(first, second) if first is not None and second is not None else None


def _entry(key: Any, value: Any) -> tuple[str, Value] | None:
    spec = known(key) if isinstance(key, str) else None
    if spec is None or not spec.numeric or isinstance(value, bool):
        return None
    try:
        return (key, spec.check(value)) if isinstance(value, (int, float, str)) else None
    except IsocostError:
        return None


def pinned(
    scenario: Scenario, pins: tuple[Pin, ...], metrics: tuple[str, ...], x: AxisScale, y: AxisScale
) -> tuple[Pinned, ...]:
    """Return the pins over axes `x` and `y` that lie on them, with the figures of `scenario` moved there."""
    made = []
    for index, pin in enumerate(pins):
        values = pin.along(x.key, y.key)
        if values is None:
            continue
        place = x.place(values[0]), y.place(values[1])
        if not all(0.0 <= at <= 1.0 for at in place):
            continue
        try:
            here = point(scenario.with_values(pin.plain()))
        except IsocostError:
            continue
        spots = x.shown(values[0]), y.shown(values[1])
        made.append(Pinned(index, place, spots, tuple(shown_at(here, key) for key in metrics)))
    return tuple(made)
