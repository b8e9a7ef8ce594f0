"""The bill: what the service costs by cause and unit, the years ahead, and every supply by volume."""

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.parameters import SPECS
from engine.scenario import DEFAULT, Scenario
from gui import fonts, theme
from gui.language import say, tr
from gui.plotting.bill_job import UNITS, BillJob, BillResult, BillSettings, unit_words
from gui.theme import Theme
from gui.views.base import View, next_gesture
from gui.views.bill_charts import BillCharts
from gui.views.bill_table import BillTable
from gui.views.tools import ExportMenu, Ground
from gui.widgets.combo import Combo
from gui.widgets.menu_button import MenuButton

_WAY: Final = "finance.depreciation"
#: What each way to charge capital means, in a line.
DEFINITIONS: Final = {
    "annuity": "Economic: price and interest in equal payments.",
    "straight": "Accounting: price less residual over life, no interest.",
    "interest": "Accounting, and interest on the average book.",
}
_NO_CAPITAL: Final = "Nothing owned: economic and accounting cost agree."


class BillView(View):
    """A table of the bill beside cash over the years and cost by volume."""

    key: ClassVar[str] = "bill"
    title: ClassVar[str] = "Bill"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = "tokens"
        self._scenario: Scenario = DEFAULT
        self.table = BillTable(theme.current(), self)
        self.charts = BillCharts(theme.current(), self)
        self.table.explain_requested.connect(self.explain_requested)
        self.charts.explain_requested.connect(self.explain_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.table, 54)
        row.addWidget(self.charts, 46)
        column.addLayout(row, 1)
        self._show_tools()
        self.setFocusProxy(self.table)

    def _tools(self) -> QWidget:
        made = Ground(self)
        made.setFixedHeight(fonts.px(40))
        row = QHBoxLayout(made)
        row.setContentsMargins(fonts.px(16), fonts.px(6), fonts.px(16), fonts.px(6))
        row.setSpacing(fonts.px(8))
        self.unit, self.way = Combo("Per", parent=made), Combo("Capital", parent=made)
        self.unit.set_entries([(ident, unit_words(ident)[0]) for ident in UNITS])
        self.unit.setAccessibleName(tr("What the bill is told per"))
        self.unit.chosen.connect(self.set_unit)
        self.way.set_entries([(option.id, option.label) for option in SPECS[_WAY].options])
        self.way.setAccessibleName(tr("How capital is charged"))
        self.way.chosen.connect(self.set_way)
        self.definition = QLabel(made)
        self.definition.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for combo, wide in ((self.unit, 190), (self.way, 250)):
            combo.setMaximumWidth(fonts.px(wide))
            row.addWidget(combo, wide)
        row.addWidget(self.definition, 400)
        row.addWidget(MenuButton("", ExportMenu(self).fill, drawing="more", parent=made))
        return made

    # the contract of a view ---------------------------------------------------------------------

    def job(self) -> BillJob:
        """Return what to compute for the present settings."""
        return BillJob(BillSettings(self._unit))

    def show_result(self, result: BillResult) -> None:
        """Show a frame, unless it belongs to settings no longer wanted."""
        if result.settings.unit != self._unit:
            return
        self.table.show_result(result)
        self.charts.show_result(result)

    def show_scenario(self, scenario: Scenario, baseline: Scenario) -> None:
        """Learn of the inputs; figures follow with the result."""
        del baseline
        self._scenario = scenario
        self._show_tools()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.table.take_theme(theme)
        self.charts.take_theme(theme)

    def take_units(self) -> None:
        """Offer prices of tokens for the number chosen."""
        self.unit.set_entries([(ident, unit_words(ident)[0]) for ident in UNITS])
        super().take_units()

    def settings(self) -> dict[str, Any]:
        """Return the unit."""
        return {"unit": self._unit}

    def restore(self, settings: Mapping[str, Any]) -> None:
        """Take back what `settings` gave; what does not fit stays as it is."""
        unit = settings.get("unit")
        if unit in UNITS:
            self._unit = unit
        self._show_tools()

    def summary(self) -> str:
        """Return how many evaluations the last frame is made of."""
        result = self.table.result
        if result is None or result.supplies is None:
            return ""
        return say("{cost} × {size} points", cost=len(result.supplies.cost), size=result.supplies.volume.size)

    # what the user changes ----------------------------------------------------------------------

    def set_unit(self, unit: str) -> None:
        """Tell the bill per `unit` of `UNITS`."""
        self.restore({"unit": unit})
        self.settings_changed.emit(say("Tell the bill per {unit}", unit=unit_words(unit)[0]))
        self.job_changed.emit()

    def set_way(self, way: str) -> None:
        """Charge capital by `way`: an edit of the scenario, so that every other figure follows."""
        if way != self._scenario.get(_WAY):
            self.edited.emit(_WAY, way, next_gesture())
            self.gesture_finished.emit()

    def _show_tools(self) -> None:
        self.unit.show_id(self._unit)
        way = str(self._scenario.get(_WAY))
        self.way.show_id(way)
        owned = self._scenario.get("finance.supply") in {"own", "mixed"}
        self.definition.setText(DEFINITIONS[way] if owned else _NO_CAPITAL)
        self.definition.setToolTip(SPECS[_WAY].doc)
