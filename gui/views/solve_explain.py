"""How figures of a deployment found come about, without deploying on it: its menu and its small window."""

import dataclasses
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from engine import catalog
from engine.drivers import point
from engine.evidence import bands
from engine.evidence.closed_form import trust
from engine.explain import Explanation, explain
from engine.scenario import Scenario
from engine.solve.search import Deployment
from engine.solve_command import layout_text
from gui.language import say, tr
from gui.plotting.latency_answer import caution
from gui.shown_text import explained
from gui.shown_units import METRICS
from gui.views.base import View
from gui.views.solve_deployments import DeploymentsCanvas
from gui.views.solve_words import part_label
from gui.widgets.explain_popover import ExplainPopover


def explanation(scenario: Scenario, one: Deployment, metric: str) -> Explanation:
    """Return how `metric` of `scenario` deployed as `one` comes about, evaluated there."""
    deployed = one.adopted(scenario)

    def provenance(key: str) -> tuple[str, str]:
        noted, known = deployed.annotation(key).source, catalog.figure(deployed, key)
        return (noted, "user") if noted else (known.source, known.grade) if known else ("", "")

    now = point(deployed)
    spread = bands(deployed, now)
    tree = explained(explain(now, deployed, metric, provenance, spread), spread)
    return dataclasses.replace(tree, caution=caution(metric, trust(deployed, now), None))


class RowExplainer:
    """Explains figures of the rows that one view's table of deployments holds."""

    def __init__(self, view: View, canvas: DeploymentsCanvas) -> None:
        self._view, self._canvas = view, canvas
        canvas.figure_clicked.connect(self.explain)
        canvas.menu_wanted.connect(self.open_menu)

    def explain(self, one: Deployment, metric: str, at: QPoint) -> None:
        """Open the explanation of `metric` of the deployment `one`, at `at` of the screen."""
        self.popover(one, metric).show_at(at)

    def popover(self, one: Deployment, metric: str) -> ExplainPopover:
        """Return the window that explains `metric` of the deployment `one`."""
        result = self._canvas.result
        assert result is not None
        title = say("{label}, deployed on {one}", label=METRICS[metric].label, one=part_label(one))
        about = say(
            "{weights} weights, {kv} cache, {layout_text}",
            weights=one.value("precision.weights"),
            kv=one.value("precision.kv"),
            layout_text=layout_text(one),
        )
        made = ExplainPopover(title, about, explanation(result.scenario, one, metric), self._view)
        made.focus_requested.connect(self._view.focus_requested)
        return made

    def menu(self, one: Deployment, at: QPoint) -> QMenu:
        """Return the menu of the row of `one`."""
        made = QMenu(self._view)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.addAction(tr("Deploy so"), lambda: self._canvas.adopted.emit(one))
        for metric in self._canvas.figures():
            words = say("Explain {label} of this row", label=METRICS[metric].label)
            made.addAction(words, partial(self.explain, one, metric, at))
        made.addSeparator()
        self._view.fill_share_menu(made)
        return made

    def open_menu(self, one: Deployment, at: QPoint) -> None:
        """Show the menu of the row of `one` at `at` of the screen."""
        self.menu(one, at).popup(at)
