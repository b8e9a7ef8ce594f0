"""What rows of inputs share: where they tell edits to, what each shows, numbers of gestures."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from engine.scenario import Annotation, Uncertainty, Value

# Downwards, so that a gesture here never shares a number with one of a view.
_GESTURES = itertools.count(-1, -1)


def next_gesture() -> int:
    """Return a number no other gesture has."""
    return next(_GESTURES)


class RowHub(QObject):
    """Where all rows tell what the user asks for, each with the key of its parameter.

    Signals
    -------
    edited(key, value, gesture), gesture_started(), gesture_finished(), reset_requested(key, target),
    lock_toggled(key, locked), uncertainty_edited(key, Uncertainty or None), source_edited(key, source, note),
    axis_requested(key, "x" or "y"), explain_requested(key), row_error(key, text; empty when mended),
    unit_chosen(declared unit, unit to show)
    asked(key, what)
        "sweep" it, "solve" for it, set it "everywhere", or show where it is "used".
    """

    edited = Signal(str, object, int)
    gesture_started = Signal()
    gesture_finished = Signal()
    reset_requested = Signal(str, str)
    lock_toggled = Signal(str, bool)
    uncertainty_edited = Signal(str, object)
    source_edited = Signal(str, str, str)
    axis_requested = Signal(str, str)
    explain_requested = Signal(str)
    row_error = Signal(str, str)
    unit_chosen = Signal(str, str)
    asked = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        #: (key, target) -> the value a reset would give, or None where there is none.
        self.reset_value: Callable[[str, str], Value | None] = lambda _key, _target: None
        #: The key that a row's key stands for: that of a tier where one is shown.
        self.own: Callable[[str], str] = lambda key: key
        #: key -> distributions on offer for it: words, and what they are.
        self.spreads: Callable[[str], list[tuple[str, Uncertainty]]] = lambda _key: []


@dataclass(frozen=True, slots=True)
class RowState:
    """What a row shows: value, baseline's value, annotation, axis ("X", "Y", ""), why it has no effect.

    `own` says of a tier's input whether the tier overrides it; None for tier 1 and what tiers share.
    """

    value: Value
    baseline: Value
    annotation: Annotation
    axis: str = ""
    inert: str = ""
    own: bool | None = None

    @property
    def changed(self) -> bool:
        """Whether the value differs from the baseline's; of a tier, whether it overrides tier 1's."""
        return self.value != self.baseline if self.own is None else self.own
