"""Outlook: price, margin, spend and suppliers in the years ahead, and the counter-thesis to tick."""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.outlook.toggles import LINES, on
from engine.scenario import DEFAULT, Scenario
from gui import fonts, theme
from gui.language import say, tr
from gui.plotting.outlook_job import OutlookJob, OutlookResult
from gui.theme import Theme
from gui.views.base import View, next_gesture
from gui.views.outlook_canvas import LOOKS, OutlookCanvas
from gui.views.outlook_panel import OutlookPanel
from gui.views.tools import ExportMenu, Ground
from gui.widgets.combo import Combo
from gui.widgets.menu_button import MenuButton


class OutlookView(View):
    """The years ahead of the scenario."""

    key: ClassVar[str] = "outlook"
    title: ClassVar[str] = "Outlook"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario: Scenario = DEFAULT
        self.canvas, self.panel = OutlookCanvas(theme.current(), self), OutlookPanel(self)
        self.canvas.explain_requested.connect(self.explain_requested)
        self.canvas.year_wanted.connect(self.open_year)
        self.panel.explain_requested.connect(self.explain_requested)
        self.panel.line_switched.connect(self.switch)
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        column.addWidget(self.canvas, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side, 1)
        row.addWidget(self.panel)
        self.setFocusProxy(self.canvas)

    def _tools(self) -> QWidget:
        made = Ground(self)
        made.setFixedHeight(fonts.px(38))
        row = QHBoxLayout(made)
        row.setContentsMargins(fonts.px(16), fonts.px(5), fonts.px(16), fonts.px(5))
        row.setSpacing(fonts.px(8))
        self.look = Combo("Suppliers as", parent=made)
        self.look.set_entries(list(LOOKS))
        self.look.setAccessibleName(tr("How suppliers are shown"))
        self.look.setMaximumWidth(fonts.px(260))
        self.look.chosen.connect(self.show_look)
        self.look.show_id(self.canvas.look)
        row.addWidget(self.look, 260)
        row.addStretch(1)
        row.addWidget(MenuButton("", ExportMenu(self).fill, drawing="more", parent=made))
        return made

    # the contract of a view ---------------------------------------------------------------------

    def job(self) -> OutlookJob:
        """Return what to compute."""
        return OutlookJob()

    def show_result(self, result: OutlookResult) -> None:
        """Show a frame."""
        self.canvas.show_result(result)
        self.panel.show_result(result)

    def show_scenario(self, scenario: Scenario, baseline: Scenario) -> None:
        """Tick the lines at once; the plots follow with the result."""
        del baseline
        self._scenario = scenario
        self.panel.show_lines({line.key: on(scenario, line) for line in LINES})

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.canvas.take_theme(theme)
        self.panel.update()

    def settings(self) -> dict[str, Any]:
        """Return how suppliers are shown."""
        return {"look": self.canvas.look}

    def restore(self, settings: Mapping[str, Any]) -> None:
        """Take back what `settings` gave; what does not fit is ignored."""
        look = settings.get("look")
        if look in dict(LOOKS):
            self.canvas.show_look(str(look))
            self.look.show_id(self.canvas.look)

    def summary(self) -> str:
        """Return how many years the last frame holds, over how many paths."""
        r = self.canvas.result
        if r is None or r.path is None:
            return tr("no years")
        paths = 1 + len(r.effects) + (len(r.fan.paths) if r.fan is not None else 0)
        return say("{paths} × {size} years", paths=paths, size=r.path.years.size)

    # what the user changes ----------------------------------------------------------------------

    def show_look(self, look: str) -> None:
        """Show suppliers as "revenue", "share" or "growth"."""
        self.canvas.show_look(look)
        self.settings_changed.emit(say("Show {look}", look=dict(LOOKS)[look]))

    def open_year(self, t: int) -> None:
        """Offer the year `t` after the first as a scenario of its own."""
        r = self.canvas.result
        if r is not None and r.path is not None:
            self.scenario_offered.emit(r.path.scenario_of(t))

    def switch(self, key: str, wanted: bool) -> None:
        """Switch a line of the counter-thesis."""
        value = "yes" if wanted else "no"
        if value != self._scenario.get(key):
            self.edited.emit(key, value, next_gesture())
            self.gesture_finished.emit()
