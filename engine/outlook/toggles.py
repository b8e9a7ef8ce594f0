"""The lines of the counter-thesis: which inputs of the years ahead each one moves, and how far."""

from dataclasses import dataclass
from typing import Final, Literal

from engine.parameters import SPECS
from engine.scenario import Scenario, Value


@dataclass(frozen=True, slots=True)
class Move:
    """One input that a line moves: "at least" or "at most" so far; a value beyond stays as it is."""

    key: str
    how: Literal["at least", "at most"]
    value: float

    def applied(self, now: float) -> float:
        """Return the input's value under the line."""
        return max(now, self.value) if self.how == "at least" else min(now, self.value)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the counter-thesis.

    Attributes
    ----------
    key : str
        The input that switches it.
    words : str
        The line as the essay has it.
    moves : tuple of Move
    layer : str
        The layer of revenue that it speaks of.
    """

    key: str
    words: str
    moves: tuple[Move, ...]
    layer: str

    @property
    def label(self) -> str:
        """Return the label of the switch."""
        return SPECS[self.key].label

    @property
    def sentence(self) -> str:
        """Return what the line moves, in a sentence."""
        return SPECS[self.key].doc

    @property
    def source(self) -> str:
        """Return where its figures come from."""
        return SPECS[self.key].source


def _line(
    name: str, words: str, layer: str, *moves: tuple[str, Literal["at least", "at most"], float]
) -> Line:
    return Line(f"thesis.{name}", words, tuple(Move(*move) for move in moves), layer)


#: Every line, in the order of the essay.
LINES: Final[tuple[Line, ...]] = (
    _line(
        "commodity", "Inference can become a commodity.", "leader",
        ("outlook.pass_through", "at least", 1.05),
    ),
    _line(
        "smaller_models", "Smaller models can reduce demand for expensive hardware.", "leader",
        ("outlook.model_gain", "at least", 0.65),
    ),
    _line(
        "efficiency", "Efficiency can compress supplier revenue.", "leader",
        ("outlook.elasticity", "at most", 0.8), ("outlook.software_gain", "at least", 0.5),
    ),
    _line(
        "own_silicon", "Hyperscalers can internalize silicon.", "leader",
        ("industry.own_silicon_end", "at least", 0.5),
    ),
    _line(
        "design", "Broadcom and Marvell can win or lose depending on who captures design.", "design",
        ("industry.design_share", "at most", 0.4),
    ),
    _line(
        "cycle", "Arista can face spending cycles.", "switches",
        ("outlook.pause_years", "at least", 1.0),
    ),
    _line(
        "media", "Credo and Coherent can be volatile.", "copper",
        ("industry.media_shift", "at least", 0.15), ("industry.optics_price", "at most", 2.0 / 3.0),
    ),
    _line(
        "alternatives", "AMD can remain behind.", "alternatives",
        ("industry.alternatives_end", "at most", 0.06),
    ),
    _line(
        "platform", "Palantir can be expensive.", "platform",
        ("outlook.platform_fee", "at least", 0.1),
    ),
    _line(
        "margin", "Nvidia's future margin can be questioned if customers seek alternatives.", "leader",
        ("industry.vendor_margin_end", "at most", 0.5),
    ),
)  # fmt: skip


def on(scenario: Scenario, line: Line) -> bool:
    """Return whether `line` is switched on."""
    return scenario.values[line.key] == "yes"


def moved(scenario: Scenario) -> Scenario:
    """Return `scenario` with the inputs moved by every line that is on."""
    changes: dict[str, Value] = {}
    for line in LINES:
        if on(scenario, line):
            for move in line.moves:
                changes[move.key] = move.applied(float(changes.get(move.key, scenario.number(move.key))))
    return scenario.with_values(changes) if changes else scenario
