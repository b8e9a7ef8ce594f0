"""What a person reads and types about values, in the units chosen; what is kept stays declared.

Values along an axis and conditions on rows are kept as text, in a file and for undo. They are exchanged here,
where they reach a field and where they leave it. So are the figures of an explanation.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from engine import presentation, row_filter
from engine.evidence import Band
from engine.explain import Explanation
from engine.parts import Part
from engine.scenario import spec_of
from engine.tier_keys import split
from engine.units import UNITS
from gui import shown_units
from gui.language import template, tr
from gui.reading import format_value
from gui.shown_units import METRICS

_BARE: Final = re.compile(r"[-+]?[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?")


def part_name(part: Part) -> str:
    """Return the name of a part in the language of the window, if it is of words."""
    return template(part.label) if part.kind == "workload" else tr(part.label)


def axis_shown(key: str, text: str) -> str:
    """Return the declared values `text` along input `key` as they are shown."""
    return _axis(text, 1.0 / _size(key))


def axis_declared(key: str, text: str) -> str:
    """Return the values `text` typed for input `key` as they are declared."""
    return _axis(text, _size(key))


def condition_shown(text: str, columns: Iterable[str], decimal: str = ".") -> str:
    """Return a declared condition on rows with `columns` as it is shown."""
    return row_filter.exchanged(text, columns, lambda key, value: _times(value, 1.0 / _size(key), decimal))


def condition_declared(text: str, columns: Iterable[str], decimal: str = ".") -> str:
    """Return a condition on rows, typed in the units shown, as it is declared."""
    return row_filter.exchanged(text, columns, lambda key, value: _times(value, _size(key), decimal))


def _size(key: str) -> float:
    """Return how many of the declared unit of an input or metric one of the unit shown is."""
    if key in METRICS:
        return 1.0 / shown_units.ratio(key)
    spec = spec_of(key)
    symbol = shown_units.symbol(spec)
    same = spec.kind != "number" or spec.percent or symbol in {"", spec.unit}
    return 1.0 if same else presentation.size_of(symbol, spec.unit)


def _axis(text: str, factor: float) -> str:
    ends = text.split(":")
    if len(ends) > 1:
        # Behind its ends a range has count and spacing.
        return ":".join([*(_times(end, factor) for end in ends[:2]), *ends[2:]])
    mark = ";" if ";" in text else ","
    return mark.join(_times(value, factor) for value in text.split(mark))


def _times(value: str, factor: float, decimal: str = ".") -> str:
    """Return a bare figure `factor` times as large; one with its unit means the same in any."""
    bare = value.strip()
    plain = bare.replace(",", "." if decimal == "," else "")
    if factor == 1.0 or not _BARE.fullmatch(plain):
        return value
    return value.replace(bare, f"{float(plain) * factor:.12g}".replace(".", decimal))


# explanations -------------------------------------------------------------------------------------


def explained(node: Explanation, spread: Mapping[str, Band] | None = None) -> Explanation:
    """Return the tree `node` with each figure in the unit chosen for it; `spread` holds the bands of metrics.

    A formula with its figures put in stays in declared units, in which it comes out right, and says so where
    one of them is shown otherwise.
    """
    return _explained(node, spread or {}, {}) if shown_units.chosen() else node


def _explained(node: Explanation, spread: Mapping[str, Band], known: dict[int, Explanation]) -> Explanation:
    # Trees share what comes again, so each part is made once.
    if id(node) not in known:
        children = tuple(_explained(child, spread, known) for child in node.children)
        text, old = _figure(node), (node.text, *(child.text for child in node.children))
        other = (text, *(child.text for child in children)) != old
        numbers = f"{node.numbers}  ({tr('in declared units')})" if node.numbers and other else node.numbers
        band = _band(node, spread)
        known[id(node)] = replace(node, text=text, numbers=numbers, band=band, children=children)
    return known[id(node)]


def _figure(node: Explanation) -> str:
    plain = split(node.key)[1]
    if node.kind == "metric" and plain in METRICS:
        return format_value(node.value, METRICS[plain], full=True)
    if node.kind != "input":
        return node.text
    spec = spec_of(node.input_key)
    if spec.kind != "number":
        return node.text
    return shown_units.text(node.value / UNITS[spec.unit].factor, spec, full=True)


def _band(node: Explanation, spread: Mapping[str, Band]) -> str:
    band = spread.get(node.key)
    if band is None or not node.band:
        return node.band
    return tr(" to ").join(format_value(end, METRICS[node.key]) for end in (band.low, band.high))
