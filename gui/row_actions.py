"""What the menu of an input row asks of the window: a table over it, its answer, its value everywhere."""

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from engine.affected import used_by
from engine.errors import IsocostError
from engine.metrics import METRICS
from engine.scenario import spec_of
from gui.language import say, sentence
from gui.views.solve import SolveView
from gui.views.table import TableView

if TYPE_CHECKING:
    from gui.main_window import MainWindow


#: Figures listed of those that an input moves.
MOST_USED: Final = 16


class RowActions:
    """Answers `InputsPanel.asked` for one window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        window.inputs.asked.connect(self.answer)
        window.document.saved.connect(window.inputs.show_resets)

    def answer(self, key: str, what: str) -> None:
        """Do `what` with input `key`: "sweep", "solve" or "everywhere", or show where it is "used"."""
        window = self._window
        if what == "everywhere":
            self.apply_everywhere(key)
            return
        if what == "used":
            menu = self.used_menu(key)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(QCursor.pos())
            return
        window.open_view(TableView.key if what == "sweep" else SolveView.key)
        view = window.view()
        if isinstance(view, TableView):
            view.sweep(key)
        elif isinstance(view, SolveView):
            view.solve_for(key)

    def used_menu(self, key: str) -> QMenu:
        """Return the figures that input `key` moves, the most moved first; a click explains one."""
        scenario, menu = self._window.document.scenario, QMenu(self._window)
        menu.setObjectName("used")
        found, label = used_by(scenario, key), spec_of(key).label
        head = (
            say(
                "{label} moves {found} of {metric} figures",
                label=label,
                found=len(found),
                metric=len(METRICS),
            )
            if found
            else say("{label} moves no figure", label=label)
        )
        why = sentence(scenario.inert(key))
        menu.addAction(head + (f": {why}" if why and not found else "")).setEnabled(False)
        for effect in found[:MOST_USED]:
            metric = METRICS[effect.key].label.replace("&", "&&")
            action = menu.addAction(metric)
            action.triggered.connect(lambda _=False, metric=effect.key: self._window.explain(metric))
        return menu

    def apply_everywhere(self, key: str) -> None:
        """Give every open scenario the value that the one in front has; say where that cannot be."""
        document = self._window.document
        value, label = document.scenario.get(key), spec_of(key).label
        cases, refused = [], []
        for case in document.session.cases:
            try:
                cases.append(case.scenario.with_value(key, value))
            except IsocostError:
                refused.append(case.scenario.name)
                cases.append(case.scenario)
        count = document.set_scenarios(tuple(cases), say("Set {label} in all scenarios", label=label))
        said = say(
            "{label} is {value} in all {cases} open scenarios",
            label=label,
            value=spec_of(key).show(value),
            cases=len(cases),
        )
        if refused:
            said = say(
                "{label} was set in {count} scenarios; {names} cannot have it",
                label=label,
                count=count,
                names=", ".join(refused),
            )
        self._window.status_bar.show_message(said if len(cases) > 1 else "No other scenario is open")
