"""A scenario: every input of one case, immutable.

Editing makes a new scenario; undo is two references. A scenario knows its parent, what was noted on
each input, the parts of the user's own library that travel with it, and what an unknown newer file
said that this version does not understand.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine import parameters as inputs
from engine.errors import ParameterError
from engine.parameters.profile import profile_of
from engine.shapes import week_followed
from engine.specs import Spec

Value = float | str
_EMPTY: Mapping[str, Any] = MappingProxyType({})


def _empty() -> Mapping[str, Any]:
    return _EMPTY


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """What is known of an input beyond its value: a distribution by its 10th and 90th percentile.

    Attributes
    ----------
    kind : str
        "range" (lognormal where both ends are positive, else normal), "uniform", "triangular",
        "normal", "lognormal" or "pert".
    low, high : float
        10th and 90th percentile, in the parameter's unit.
    """

    low: float
    high: float
    kind: str = "range"


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a user noted on one input."""

    source: str = ""
    note: str = ""
    locked: bool = False
    uncertainty: Uncertainty | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is noted."""
        return self == Annotation()


def spec_of(key: str) -> Spec:
    """Return the declaration of parameter `key`; raise `ParameterError` with near names."""
    spec = inputs.SPECS.get(key)
    if spec is None:
        import difflib

        near = difflib.get_close_matches(key, inputs.SPECS, 3) or [
            k for k in inputs.SPECS if k.endswith("." + key)
        ]
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        raise ParameterError(key, f"{key} is not a parameter{hint}")
    return spec


_DEFAULTS: dict[str, Value] = {key: spec.default for key, spec in inputs.SPECS.items()}


@dataclass(frozen=True)
class Scenario:
    """All inputs of one case.

    Attributes
    ----------
    name : str
    values : mapping of key to value
        Complete: every declared parameter, each in its declared unit.
    annotations : mapping of key to Annotation
    parent : Scenario or None
        What this scenario was derived from; values that differ are its overrides.
    note : str
        Free text on the whole case.
    parts : mapping of "kind/id" to catalogue entry
        Library parts of the user that this scenario uses.
    unknown : mapping
        Keys of a file this version does not know, kept for saving.
    """

    name: str = "Untitled"
    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType(_DEFAULTS))
    annotations: Mapping[str, Annotation] = field(default_factory=_empty)
    parent: "Scenario | None" = None
    note: str = ""
    parts: Mapping[str, Any] = field(default_factory=_empty)
    unknown: Mapping[str, Any] = field(default_factory=_empty)

    def get(self, key: str) -> Value:
        """Return the value of `key` in its declared unit."""
        spec_of(key)
        return self.values[key]

    def number(self, key: str) -> float:
        """Return the value of a numeric parameter."""
        value = self.get(key)
        if isinstance(value, str):
            raise ParameterError(key, f"{key} is not a number but {value!r}")
        return value

    def with_value(self, key: str, value: object) -> "Scenario":
        """Return a copy with `key` set; raise `ParameterError` where the declaration forbids `value`."""
        return self.with_values({key: value})

    def with_values(self, changes: Mapping[str, object]) -> "Scenario":
        """Return a copy with all of `changes` set, or raise and change nothing."""
        checked = {key: spec_of(key).check(value) for key, value in changes.items()}
        if all(self.values[key] == value for key, value in checked.items()):
            return self
        return dataclasses.replace(self, values=MappingProxyType({**self.values, **checked}))

    def annotate(self, key: str, **changes: Any) -> "Scenario":
        """Return a copy whose annotation of `key` has the fields `changes` replaced."""
        spec_of(key)
        new = dataclasses.replace(self.annotation(key), **changes)
        kept = {k: a for k, a in self.annotations.items() if k != key}
        if not new.empty:
            kept[key] = new
        return dataclasses.replace(self, annotations=MappingProxyType(kept))

    def annotation(self, key: str) -> Annotation:
        """Return what is noted on `key`."""
        return self.annotations.get(key, Annotation())

    def reference(self) -> "Scenario":
        """Return what overrides are counted against: the parent, or the declared defaults."""
        return self.parent if self.parent is not None else DEFAULT

    def overrides(self) -> dict[str, Value]:
        """Return the values that differ from the parent's."""
        base = self.reference().values
        return {key: value for key, value in self.values.items() if base[key] != value}

    def child(self, name: str) -> "Scenario":
        """Return a new scenario that inherits everything from this one."""
        return dataclasses.replace(self, name=name, parent=self, unknown=_EMPTY)

    def warnings(self) -> Iterator[tuple[str, str]]:
        """Yield (key, text) for every value outside the range seen in sources."""
        for key, spec in inputs.SPECS.items():
            value = self.values[key]
            if spec.kind == "number" and not spec.soft_low <= float(value) <= spec.soft_high:
                side = "below" if float(value) < spec.soft_low else "above"
                yield key, f"{spec.label} {spec.show(value)} is {side} what sources show ({spec.soft_text()})"

    def inert(self, key: str) -> str:
        """Return why input `key` has no effect at the present choices; "" where it may have one."""
        for other, idents in spec_of(key).when:
            if self.values[other] not in idents:
                choice = spec_of(other)
                wanted = " or ".join(choice.option(ident).label for ident in idents)
                now = choice.show(self.values[other])
                said = f"\u201c{choice.label}\u201d is \u201c{now}\u201d"
                return f"No effect while {said}; it counts with {wanted}"
        return ""

    def to_record(self) -> NDArray[np.void]:
        """Return the row kernels read, shape (1,), dtype `parameters.RECORD`, base units."""
        return self._numbers.copy().view(inputs.RECORD)

    @cached_property
    def _numbers(self) -> NDArray[np.float64]:
        # Encoded once: a frame of a drag asks for the same record half a dozen times.
        found = np.zeros(inputs.WIDTH)
        count = len(inputs.POSITIONS)
        found[:count] = [inputs.SPECS[key].encode(self.values[key]) for key in inputs.POSITIONS]
        week = week_followed(self)
        if week is not None:
            found[count:] = profile_of(week)
        return found


#: The scenario of all declared defaults.
DEFAULT = Scenario(name="Defaults")
