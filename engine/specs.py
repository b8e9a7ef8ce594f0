"""What a declaration of an input is: the machinery behind `parameters`.

A parameter is one dataclass field made by `number`, `choice` or `part`; its `Spec` sits in the
field's metadata. Panels, file keys, the record a kernel reads, bounds checks, sweep axes and the
reference page are all generated from the specs.
"""

import dataclasses
import math
from dataclasses import dataclass
from typing import Any, Final, Literal

from engine.errors import ParameterError, quoted
from engine.units import UNITS

Role = Literal["decision", "assumption", "price"]
Kind = Literal["number", "choice", "part"]
#: Choices that must hold: each a key and the ids of its options that do.
When = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a choice: `id` in files, `code` in records (never renumber), `label` on screen."""

    id: str
    code: int
    label: str


@dataclass(frozen=True, slots=True)
class Spec:
    """Everything known of one parameter.

    Attributes
    ----------
    key : str
        `group.name`, as in files, on the command line and in records.
    kind : "number", "choice" or "part"
        A part names an entry of the catalogue; it is text and does not enter the record.
    unit : str
        Unit of `default`, of the bounds and of the value a scenario holds. Fractions are 0-1 with
        unit "1"; `percent` asks for them to be shown as per cent.
    low, high : float
        Hard range: refused outside. `soft_low`, `soft_high`: the range seen in sources, shown on the
        slider and used as sweep range; a warning outside.
    scale : "linear" or "log"
        Travel of the slider and of an axis.
    whole : bool
        Only whole numbers.
    options : tuple of Option
        For a choice.
    catalog : str
        For a part: the catalogue kind.
    when : tuple of (key, option ids)
        The choices under which this parameter has any effect; empty for always.
    """

    key: str
    group: str
    name: str
    kind: Kind
    label: str
    unit: str
    default: float | str
    low: float
    high: float
    soft_low: float
    soft_high: float
    scale: Literal["linear", "log"]
    role: Role
    doc: str
    source: str
    percent: bool
    whole: bool
    options: tuple[Option, ...]
    catalog: str
    advanced: bool
    when: When = ()

    @property
    def numeric(self) -> bool:
        """Whether the parameter enters the record."""
        return self.kind != "part"

    @property
    def display_unit(self) -> str:
        """Return the unit beside the value field."""
        return "%" if self.percent else self.unit

    def option(self, ident: object) -> Option:
        """Return the option named `ident`; raise `ParameterError` with the admissible ones."""
        for option in self.options:
            if option.id == ident:
                return option
        names = ", ".join(option.id for option in self.options)
        raise ParameterError(self.key, f"{self.key}: {quoted(ident)} is not one of {names}")

    def encode(self, value: float | str) -> float:
        """Return `value` as a kernel reads it: base units, or the code of a choice."""
        if self.kind == "choice":
            return float(self.option(value).code)
        return float(value) * UNITS[self.unit].factor

    def check(self, value: object) -> float | str:
        """Return `value` if this parameter allows it, else raise `ParameterError` naming the range."""
        if self.kind == "choice":
            return self.option(value).id
        if self.kind == "part":
            if not isinstance(value, str):
                raise ParameterError(self.key, f"{self.key}: {quoted(value)} is not the name of a part")
            return value
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not _finite(value):
            raise ParameterError(self.key, f"{self.key}: {quoted(value)} is not a finite number")
        number = float(value)
        if not self.low <= number <= self.high:
            raise ParameterError(
                self.key, f"{self.label} must be {self.bounds_text()}, not {self._text(number)}"
            )
        if self.whole and number != round(number):
            raise ParameterError(self.key, f"{self.label} must be a whole number, not {number:g}")
        return number

    @property
    def calendar(self) -> bool:
        """Return whether the values are years of the calendar, whose thousands nobody parts."""
        return self.whole and self.unit == "1" and self.low >= 1000 and self.high <= 3000

    def show(self, value: float | str) -> str:
        """Return `value` as a person reads it, with its unit or the label of the option."""
        if self.kind == "choice":
            return self.option(value).label
        return value if isinstance(value, str) else self._text(value)

    def soft_text(self) -> str:
        """Return the range seen in sources as text."""
        return f"{self._text(self.soft_low)} to {self._text(self.soft_high)}"

    def _text(self, value: float) -> str:
        if self.calendar:
            return f"{value:.0f}"
        return f"{value * 100:g} %" if self.percent else f"{value:,.7g} {self.unit}".removesuffix(" 1")

    def bounds_text(self) -> str:
        """Return what is allowed as text."""
        if self.high == math.inf:
            return f"at least {self._text(self.low)}"
        return f"between {self._text(self.low)} and {self._text(self.high)}"


def _finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number beyond any other
        return False


SPEC: Final = "spec"


def number(
    default: float,
    label: str,
    unit: str,
    *,
    hard: tuple[float, float],
    soft: tuple[float, float],
    role: Role,
    doc: str,
    source: str = "",
    scale: Literal["linear", "log"] = "linear",
    percent: bool = False,
    whole: bool = False,
    advanced: bool = False,
    when: When = (),
) -> Any:
    """Declare a number; see `Spec` for the meaning of each argument."""
    spec = Spec(
        "",
        "",
        "",
        "number",
        label,
        unit,
        default,
        *hard,
        *soft,
        scale,
        role,
        doc,
        source,
        percent,
        whole,
        (),
        "",
        advanced,
        when,
    )
    return dataclasses.field(default=float(default), metadata={SPEC: spec})


def choice(
    default: str,
    label: str,
    options: tuple[tuple[str, int, str], ...],
    *,
    role: Role,
    doc: str,
    source: str = "",
    advanced: bool = False,
    when: When = (),
) -> Any:
    """Declare a choice among named options, each `(id, code, label)`."""
    made = tuple(Option(*option) for option in options)
    codes = [float(option.code) for option in made]
    low, high = min(codes), max(codes)
    spec = Spec(
        "",
        "",
        "",
        "choice",
        label,
        "1",
        default,
        low,
        high,
        low,
        high,
        "linear",
        role,
        doc,
        source,
        False,
        True,
        made,
        "",
        advanced,
        when,
    )
    return dataclasses.field(default=default, metadata={SPEC: spec})


def part(default: str, label: str, catalog: str, *, doc: str, role: Role = "decision") -> Any:
    """Declare the name of the catalogue entry that a group's values were taken from."""
    spec = Spec(
        "",
        "",
        "",
        "part",
        label,
        "1",
        default,
        0.0,
        0.0,
        0.0,
        0.0,
        "linear",
        role,
        doc,
        "",
        False,
        False,
        (),
        catalog,
        False,
    )
    return dataclasses.field(default=default, metadata={SPEC: spec})


@dataclass(frozen=True, slots=True)
class Group:
    """A set of parameters that stand together.

    Attributes
    ----------
    key, label, doc : str
        Name in keys, title of the panel section, one sentence of explanation.
    cls : type
        The dataclass that declares the parameters.
    specs : tuple of Spec
    per_tier : bool
        Whether each tier of a scenario has its own values, or all tiers share them.
    catalog : str
        Catalogue kind whose entries fill this group; empty if none.
    """

    key: str
    label: str
    doc: str
    cls: type[Any]
    specs: tuple[Spec, ...]
    per_tier: bool
    catalog: str


def group(key: str, label: str, cls: type[Any], *, per_tier: bool = False) -> Group:
    """Return the group declared by dataclass `cls`, its specs keyed `key.name`."""
    specs = tuple(
        dataclasses.replace(field.metadata[SPEC], key=f"{key}.{field.name}", group=key, name=field.name)
        for field in dataclasses.fields(cls)
    )
    catalog = next((spec.catalog for spec in specs if spec.kind == "part"), "")
    return Group(key, label, (cls.__doc__ or "").strip(), cls, specs, per_tier, catalog)
