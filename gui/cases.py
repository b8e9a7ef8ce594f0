"""Scenarios open side by side in one window: their tabs, copies, children, and what each is compared with."""

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.scenario import Scenario
from gui.language import said, say, tr

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Cases:
    """The scenarios of one window, as its bar shows them and its menus change them."""

    def __init__(self, window: "MainWindow") -> None:
        self._document, self._bar = window.document, window.scenario_bar

    def rename(self, index: int, name: str) -> None:
        """Bring case `index` to the front under another name."""
        self._document.select(index)
        self._document.rename(name)

    def duplicate(self, index: int) -> None:
        """Open a copy of case `index` beside it."""
        scenario = self._document.session.cases[index].scenario
        copy = replace(scenario, name=said("{name} copy", name=scenario.name))
        self._document.add(copy, said("Duplicate {name}", name=scenario.name))

    def child(self, index: int) -> None:
        """Open a scenario that inherits from case `index`, which becomes its baseline."""
        parent = self._document.session.cases[index].scenario
        child = parent.child(said("{name} variant", name=parent.name))
        self._document.add(child, say("New child of {name}", name=parent.name), baseline=parent)

    def open_beside(self, scenario: Scenario) -> None:
        """Open `scenario` beside those there are."""
        self._document.add(scenario, say("Open {name}", name=scenario.name))

    def choose_baseline(self, index: int) -> None:
        """Compare the case in front with entry `index` of the list of baselines."""
        self._document.set_baseline(self._baselines()[index][1])

    def show(self) -> None:
        """Show tabs and the list of baselines as the document has them."""
        session = self._document.session
        names = [case.scenario.name for case in session.cases]
        tips = [case.scenario.note or case.scenario.name for case in session.cases]
        self._bar.show_cases(names, session.active, tips)
        offered = self._baselines()
        at = next((i for i, (_, s) in enumerate(offered) if s == self._document.baseline), 0)
        self._bar.show_baselines([said("Baseline  {name}", name=label) for label, _ in offered], at)

    def _baselines(self) -> list[tuple[str, Scenario]]:
        case = self._document.session.case
        offered = [(tr("as opened"), case.opened)]
        if case.baseline != case.opened:
            offered.append((tr("as pinned"), case.baseline))
        if case.scenario.parent is not None and case.scenario.parent not in (case.opened, case.baseline):
            offered.append((said("parent {name}", name=case.scenario.parent.name), case.scenario.parent))
        others = [other.scenario for other in self._document.session.cases if other.ident != case.ident]
        return offered + [(other.name, other) for other in others]
