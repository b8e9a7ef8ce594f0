"""What each line of the counter-thesis does, one at a time, all other lines as they stand."""

from dataclasses import dataclass

from engine.outlook.layers import LAYERS
from engine.outlook.result import Outlook
from engine.outlook.toggles import LINES, Line, on
from engine.outlook.years import outlook
from engine.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Effect:
    """What one line does.

    Attributes
    ----------
    line : Line
    on : bool
        Whether it is switched on now.
    margin : float
        Gross margin of the last year with the line less without it, 0-1.
    suppliers : float
        Revenue of all layers over all years, with over without, less 1.
    layers : mapping of layer to float
        The same for each layer; NaN-free: 0 where a layer earns nothing either way.
    """

    line: Line
    on: bool
    margin: float
    suppliers: float
    layers: dict[str, float]


def effects(scenario: Scenario, now: Outlook | None = None) -> tuple[Effect, ...]:
    """Return the effect of every line; `now` is the scenario's own path, if it is there already."""
    here = now if now is not None else outlook(scenario)
    found = []
    for line in LINES:
        switched = on(scenario, line)
        other = outlook(scenario.with_value(line.key, "no" if switched else "yes"))
        without, with_it = (other, here) if switched else (here, other)
        found.append(_effect(line, switched, without, with_it))
    return tuple(found)


def _effect(line: Line, switched: bool, without: Outlook, with_it: Outlook) -> Effect:
    keys = (*(layer.key for layer in LAYERS), "platform")
    return Effect(
        line=line,
        on=switched,
        margin=float(with_it.margin[-1] - without.margin[-1]),
        suppliers=_relative(with_it.supplier_revenue, without.supplier_revenue),
        layers={
            key: _relative(float(with_it.layers[key].sum()), float(without.layers[key].sum())) for key in keys
        },
    )


def _relative(now: float, before: float) -> float:
    return now / before - 1.0 if before > 0.0 else 0.0
