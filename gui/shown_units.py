"""In which unit each quantity is shown: the user's choice, by declared unit, wherever a figure is read.

All quantities declared in one unit are shown alike, so that they stay comparable: in fields, tips, headline
figures, views, axes, tables and what these export. What a scenario holds and what is saved is in the declared
unit, whatever is shown.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QMenu, QWidget

from engine import metrics, presentation
from engine.drivers import Line, Point
from engine.metrics import Metric
from engine.presentation import Meant
from engine.share.scenario_tables import metric_value
from engine.share.tables import Cell
from engine.specs import Spec
from engine.units import compatible
from gui import language
from gui.language import tr
from gui.reading import in_words

Floats = NDArray[np.float64]
#: Who is told of a choice: declared unit, and the unit to show.
Chose = Callable[[str, str], None]

_chosen: dict[str, str] = {}
_PRICE: Final = "$/M tokens"
_MILLION: Final = re.compile(r"\bM\b")

#: Every metric as it is shown, in the unit chosen: what views, tables and exports read.
METRICS: Final[dict[str, Metric]] = dict(metrics.METRICS)


def use(choices: Mapping[str, str]) -> None:
    """Show quantities as `choices` says, declared unit to unit; what does not fit is left as declared."""
    _chosen.clear()
    for unit, symbol in choices.items():
        choose(unit, symbol)
    _exchange()


def choose(unit: str, symbol: str) -> None:
    """Show what is declared in `unit` in `symbol` from now on."""
    _chosen.pop(unit, None)
    if symbol != unit and symbol in presentation.choices(unit):
        _chosen[unit] = symbol
    _exchange()


def _exchange() -> None:
    for key, declared in metrics.METRICS.items():
        METRICS[key] = presentation.metric_in(declared, _chosen.get(declared.unit, declared.unit))


def chosen() -> dict[str, str]:
    """Return what is shown otherwise than declared."""
    return dict(_chosen)


def symbol(of: Spec | Metric) -> str:
    """Return the unit in which `of` is shown."""
    if isinstance(of, Metric):
        return METRICS[of.key].display_unit
    return of.display_unit if of.percent else _chosen.get(of.unit, of.unit)


def declared(of: Metric) -> Metric:
    """Return `of` as it was declared, whatever it is shown in."""
    return metrics.METRICS[of.key]


def seen(unit: str) -> tuple[float, str]:
    """Return what figures declared in `unit` are multiplied by, and the unit they then have."""
    shown = _chosen.get(unit, unit)
    return (1.0, unit) if shown == unit else (1.0 / presentation.size_of(shown, unit), shown)


def priced_tokens() -> tuple[float, str]:
    """Return of how many tokens prices are shown, and how that is written: a million, "M", or as chosen."""
    each, unit = seen(_PRICE)
    return 1e6 * each, unit.removeprefix("$/").removesuffix(" tokens")


def priced(words: str) -> str:
    """Return `words` about prices of M tokens as of the number they are shown for."""
    return _MILLION.sub(priced_tokens()[1], words) if _PRICE in _chosen else words


def ratio(key: str) -> float:
    """Return what figures of metric `key` in its declared unit are multiplied by to be shown."""
    return METRICS[key].shown(1.0) / metrics.METRICS[key].shown(1.0)


def shown_at(of: Point, key: str) -> float:
    """Return metric `key` of a point as it is shown."""
    return METRICS[key].shown(of.base(key))


def shown_along(of: Line, key: str) -> Floats:
    """Return metric `key` along an axis as it is shown, shape (n,)."""
    return np.asarray(of.metrics[key]) * METRICS[key].shown(1.0)


def shown_value(key: str, base: float) -> Cell:
    """Return a figure in base units as a table has it, in the unit chosen."""
    value = metric_value(metrics.METRICS[key], base)
    return value * ratio(key) if isinstance(value, float) else value


def shown_unit(key: str) -> str:
    """Return the unit of figures of a metric in a table; "1" for shares."""
    return METRICS[key].unit if METRICS[key].percent else METRICS[key].display_unit


def of_spec(value: float, of: Spec) -> float:
    """Return the declared `value` of a number as it is shown, per cent as 0-1."""
    return presentation.value_in(value, of, symbol(of))


def spec(of: Spec) -> Spec:
    """Return `of` as if declared in the unit chosen; for texts of its bounds."""
    return presentation.spec_in(of, symbol(of))


def text(value: float | str, of: Spec, *, full: bool = False, decimal: str = ".") -> str:
    """Return the declared `value` for reading."""
    return in_words(presentation.text_in(value, of, symbol(of), full=full, decimal=decimal), symbol(of))


def soft_text(of: Spec) -> str:
    """Return the range seen in sources for reading."""
    ends = spec(of).soft_text().split(" to ")
    return tr(" to ").join(in_words(end, spec(of).unit) for end in ends)


def field(value: float, of: Spec, decimal: str, *, exact: bool = False) -> str:
    """Return the text of a value field."""
    return presentation.field_in(value, of, symbol(of), decimal, exact=exact)


def read(entered: str, of: Spec, decimal: str) -> Meant:
    """Return what was typed into a value field, in the declared unit; units may be written as shown."""
    return presentation.read_in(_declared_units(entered, of), of, symbol(of), decimal)


def _declared_units(entered: str, of: Spec) -> str:
    """Return `entered` with the words a language has for units as they are declared."""
    if language.current() == "en" or of.kind != "number":
        return entered
    for one in sorted((*presentation.choices(of.unit), *compatible(of.unit)), key=len, reverse=True):
        said = tr(one)
        if said != one and entered.rstrip().lower().endswith(said.lower()):
            return f"{entered.rstrip()[: -len(said)]} {one}"
    return entered


def offered(of: Spec) -> tuple[str, ...]:
    """Return the units `of` can be shown in; one alone where there is no choice."""
    return () if of.percent or of.kind != "number" else presentation.choices(of.unit)


def menu(of: Spec, value: float, parent: QWidget, chose: Chose) -> QMenu:
    """Return the menu of units for `of`, each with what `value` is in it; `chose` hears unit and symbol."""
    made = QMenu(tr("Show in"), parent)
    now = symbol(of)
    for one in offered(of):
        figure = presentation.text_in(value, of, one, full=True)
        action = made.addAction(f"{one}\t{figure}")
        action.setObjectName(one)
        action.setCheckable(True)
        action.setChecked(one == now)
        action.triggered.connect(partial(_tell, chose, of.unit, one))
    return made


def _tell(chose: Chose, unit: str, one: str, _checked: bool = False) -> None:
    chose(unit, one)
