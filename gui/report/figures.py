"""Views at work without a window: each computes, lays itself out and is painted, nothing is shown."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QSize, Qt

from engine.scenario import Scenario
from gui import theme
from gui.views import VIEWS
from gui.views.base import View

#: Views of a report where none are named, and what each answers.
SHOWN: Final = ("surfaces", "frontier", "chain", "latency", "tornado")
ANSWERS: Final[Mapping[str, str]] = {
    "surfaces": "What cost, latency and margin do as two inputs move.",
    "frontier": "Cost against speed as one input moves: which points nothing else beats.",
    "solve": "What would have to be true of each input for the figure to meet its target.",
    "bill": "What the service costs, by cause and by unit of use.",
    "chain": "Who along the supply chain earns each dollar of the bill.",
    "latency": "How waiting grows with load, and how much load the limits allow.",
    "day": "Demand, capacity and cost by hour of the week.",
    "levers": "What each lever saves, one after the other, and at which quality.",
    "value": "What a decision is worth against what its tokens cost, and what others charge.",
    "tornado": "Which inputs move the figure most, and how much of that rests on guesses.",
    "montecarlo": "What the figure may be with all that is in doubt.",
    "outlook": "Price, cost, margin and fleet in the years ahead.",
    "evidence": "What was measured near this scenario, and how far the model was off.",
}
#: Laid out so large [px], then scaled to the page.
SIZE: Final = QSize(1084, 636)


def named(keys: list[str]) -> tuple[list[type[View]], list[str]]:
    """Return the views called `keys`, and the names no view has."""
    known = {view.key: view for view in VIEWS}
    return [known[key] for key in keys if key in known], [key for key in keys if key not in known]


@contextmanager
def drawn(
    kind: type[View], scenario: Scenario, baseline: Scenario, settings: Mapping[str, Any] | None = None
) -> Iterator[View]:
    """Give a view of `kind` that shows the final answer for `scenario`."""
    view = kind()
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.apply_theme(theme.current())
    if settings:
        view.restore(settings)
    view.resize(SIZE)
    view.show()
    try:
        view.show_scenario(scenario, baseline)
        QCoreApplication.processEvents()
        result = view.job().run(scenario, baseline, False, lambda: False)
        if result is not None:
            view.show_result(result)
        QCoreApplication.processEvents()
        yield view
    finally:
        view.close()
        view.deleteLater()
