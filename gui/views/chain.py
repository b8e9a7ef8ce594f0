"""The chain: every dollar of the bill by layer, what a layer is made of, who sells it."""

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from engine.metrics.chain import LAYERS
from engine.parameters import SPECS
from engine.scenario import Scenario
from gui import fonts, theme
from gui.language import say, tr
from gui.plotting.chain_job import BASES, ChainJob, ChainResult, ChainSettings, basis_words
from gui.plotting.chain_words import layer_rows, overview, supplier_rows
from gui.shown_units import METRICS
from gui.theme import Theme
from gui.views.base import View
from gui.views.chain_canvas import ChainCanvas
from gui.views.chain_panel import ChainPanel
from gui.views.tools import ExportMenu, Ground
from gui.widgets.combo import Combo
from gui.widgets.menu_button import MenuButton

#: What the bridge of the bill is of, by what the bill is told per.
BRIDGED: Final = {
    basis: {"metric": metric, "show": "bridge"}
    for basis, metric in (
        ("tokens", "cost_per_output_token"), ("call", "cost_per_request"), ("year", "cost_rate"),
    )
}  # fmt: skip


class ChainView(View):
    """The bill as a waterfall of layers, beside suppliers or the bill of materials of one layer."""

    key: ClassVar[str] = "chain"
    title: ClassVar[str] = "Cost chain"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._basis, self._layer, self._supplier = "tokens", "", ""
        self.canvas = ChainCanvas(theme.current(), self)
        self.panel = ChainPanel(self)
        self.canvas.chosen.connect(self.choose)
        self.canvas.explain_requested.connect(self.explain_requested)
        self.panel.asked.connect(self._asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.panel)
        column.addLayout(row, 1)
        self.basis.show_id(self._basis)
        self.setFocusProxy(self.canvas)

    def _tools(self) -> QWidget:
        made = Ground(self)
        made.setFixedHeight(fonts.px(40))
        row = QHBoxLayout(made)
        row.setContentsMargins(fonts.px(16), fonts.px(6), fonts.px(16), fonts.px(6))
        row.setSpacing(fonts.px(8))
        self.basis = Combo("Told", parent=made)
        self.basis.set_entries([(ident, basis_words(ident)[0]) for ident in BASES])
        self.basis.setAccessibleName(tr("What the bill is told per"))
        self.basis.chosen.connect(self.set_basis)
        self.basis.setMaximumWidth(fonts.px(230))
        row.addWidget(self.basis, 230)
        self.bridge = QPushButton("Bridge\u2026", made)
        self.bridge.setFont(fonts.px_font(12, fonts.MEDIUM))
        self.bridge.setFixedHeight(fonts.px(28))
        self.bridge.setToolTip(tr("What each change since the baseline adds to the cost, in no order"))
        self.bridge.clicked.connect(lambda: self.view_requested.emit("compare", BRIDGED[self._basis]))
        row.addWidget(self.bridge)
        row.addStretch(1)
        row.addWidget(MenuButton("", ExportMenu(self).fill, drawing="more", parent=made))
        return made

    # the contract of a view ---------------------------------------------------------------------

    def job(self) -> ChainJob:
        """Return what to compute for the present settings."""
        return ChainJob(ChainSettings(self._basis, self._layer))

    def show_result(self, result: ChainResult) -> None:
        """Show a frame, unless it belongs to settings no longer wanted."""
        if result.settings.basis != self._basis:
            return
        self.canvas.show_result(result)
        self._tell(result)

    def show_scenario(self, scenario: Scenario, baseline: Scenario) -> None:
        """Learn of the inputs; the bars follow with the result."""
        del scenario, baseline

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.canvas.take_theme(theme)
        self.panel.update()

    def take_units(self) -> None:
        """Offer prices of tokens for the number chosen."""
        self.basis.set_entries([(ident, basis_words(ident)[0]) for ident in BASES])
        super().take_units()

    def settings(self) -> dict[str, Any]:
        """Return the basis and what is looked at."""
        return {"basis": self._basis, "layer": self._layer, "supplier": self._supplier}

    def restore(self, settings: Mapping[str, Any]) -> None:
        """Take back what `settings` gave; what does not fit stays as it is."""
        basis = settings.get("basis")
        if basis in BASES:
            self._basis = basis
            self.basis.show_id(basis)
        layer, supplier = settings.get("layer"), settings.get("supplier")
        if layer == "" or layer in LAYERS:
            self._layer = layer
        if isinstance(supplier, str):
            self._supplier = supplier
        if self.canvas.result is not None:
            self._tell(self.canvas.result)

    def summary(self) -> str:
        """Return how many layers and suppliers the last frame tells of."""
        result = self.canvas.result
        if result is None or result.dependence is None:
            return tr("nothing billed")
        layers, suppliers = len(result.steps), len(result.dependence.suppliers)
        return say("{layers} layers, {suppliers} suppliers", layers=layers, suppliers=suppliers)

    # what the user changes ----------------------------------------------------------------------

    def set_basis(self, basis: str) -> None:
        """Tell the bill per `basis` of `BASES`."""
        self.restore({"basis": basis})
        self.settings_changed.emit(say("Tell the chain {basis}", basis=basis_words(basis)[0]))
        self.job_changed.emit()

    def choose(self, layer: str) -> None:
        """Look into `layer`; "" for who earns the whole bill."""
        self._look("" if layer == self._layer and not self._supplier else layer, "")

    def choose_supplier(self, name: str) -> None:
        """Look at what supplier `name` earns."""
        self._look("", name)

    def _look(self, layer: str, supplier: str) -> None:
        again = layer != self._layer and bool(layer)
        self._layer, self._supplier = layer, supplier
        if self.canvas.result is not None:
            self._tell(self.canvas.result)
        if again:
            self.job_changed.emit()

    def _asked(self, action: str) -> None:
        kind, _, name = action.partition(":")
        if kind == "back":
            self._look("", "")
        elif kind == "layer":
            self._look(name, "")
        elif kind == "supplier":
            self.choose_supplier(name)
        elif kind == "take":
            self._take(name)
        elif name in METRICS or name in SPECS:
            self.explain_requested.emit(name)

    def _take(self, name: str) -> None:
        result = self.canvas.result
        found = [swap for swap in result.swaps if f"{swap.kind}/{swap.ident}" == name] if result else []
        if found:
            self.scenario_taken.emit(found[0].scenario, f"Choose {found[0].label}")

    def _tell(self, result: ChainResult) -> None:
        layer = result.account.layer(self._layer) if self._layer else None
        marked: frozenset[str] = frozenset()
        if layer is not None:
            rows = layer_rows(result, layer)
        elif self._supplier and result.dependence is not None:
            rows = supplier_rows(result, self._supplier)
            found = result.dependence.supplier(self._supplier)
            marked = frozenset(key for key, _ in found.layers) if found is not None else marked
        else:
            rows = overview(result)
        self.panel.tell(rows)
        self.canvas.select(self._layer if layer is not None else "", marked)
