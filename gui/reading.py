"""Figures with their units as a person reads them, units of words in the language of the window."""

from engine import formatting
from engine.metrics import Metric
from engine.specs import Spec
from gui.language import current, tr


def format_value(value: float | str, of: Spec | Metric, *, full: bool = False, decimal: str = ".") -> str:
    """Return `value` for reading, as `engine.formatting.format_value` in the language of the window."""
    return in_words(formatting.format_value(value, of, full=full, decimal=decimal), of.display_unit)


def in_words(text: str, unit: str) -> str:
    """Return a figure in `unit` with that in the language of the window."""
    if current() == "en":
        return text
    # Of money the sign stands before the figure, and what it is paid per behind.
    behind, said = (unit[1:], tr(unit)[1:]) if unit.startswith("$") else (unit, tr(unit))
    return text.removesuffix(behind) + said if behind and text.endswith(behind) else text
