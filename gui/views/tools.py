"""The row of tools above a view, and what its menus share."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from engine.scenario import spec_of
from gui import fonts, theme
from gui.language import say, tr
from gui.plotting.moving import Groups, axis_groups
from gui.shown_units import METRICS
from gui.widgets.axis_drag import AxisDrop
from gui.widgets.combo import Combo
from gui.widgets.menu_button import MenuButton

if TYPE_CHECKING:
    from gui.views.base import View

Fill = Callable[[QMenu], None]

#: Metrics by what they are about, in the order of their declaration.
METRIC_GROUPS: tuple[tuple[str, str], ...] = (
    ("request_rate", "Demand"),
    ("accelerators_per_replica", "Memory"),
    ("step_time", "One step"),
    ("replica_rate", "Serving"),
    ("replicas", "Fleet"),
    ("capex", "Money"),
    ("running_rate", "Investment"),
    ("power", "Energy"),
    ("fabric_price", "Network"),
    ("layer_logic", "Layers of the chain"),
    ("decision_benefit", "Value"),
    ("cost_trend", "A year ahead"),
    ("ttft_use", "Limits"),
)


def metric_groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return every metric with a course of its own, by what it is about."""
    starts = dict(METRIC_GROUPS)
    made: list[tuple[str, list[tuple[str, str]]]] = []
    for metric in METRICS.values():
        if metric.key in starts or not made:
            made.append((starts.get(metric.key, ""), []))
        if metric.codes is None and metric.key != "feasible":
            made[-1][1].append((metric.key, metric.label))
    return made


class MetricList(Combo):
    """The list of metrics behind a title: a combo of which only the list is ever seen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.set_groups(metric_groups())
        self.setAccessibleName(tr("Metric"))
        self.hide()

    def open_at(self, box: QRect, current: str) -> None:
        """Drop the list under `box` of the parent, `current` selected."""
        self.setGeometry(box)
        self.show_id(current)
        self.drop()


class Ground(QWidget):
    """A row of tools on the colour of the panels."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().panel)
        painter.end()


class ToolRow(Ground):
    """Axes at the left; overlays, scales, look and more at the right.

    Signals
    -------
    axis_chosen("x" or "y", key), swap_wanted()
    """

    axis_chosen = Signal(str, str)
    swap_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(fonts.px(40))
        self.menus: dict[str, Fill] = {}
        self.x_axis, self.y_axis = Combo("X", parent=self), Combo("Y", parent=self)
        self.swap = MenuButton("", _nothing, drawing="swap", parent=self)
        self.swap.clicked.disconnect()
        self.swap.clicked.connect(self.swap_wanted)
        self.swap.setAccessibleName(tr("Swap axes"))
        self.swap.setToolTip(tr("Swap axes"))
        for combo, axis in ((self.x_axis, "x"), (self.y_axis, "y")):
            combo.set_groups(axis_groups())
            combo.setAccessibleName(say("Input along {axis}", axis=axis))
            combo.chosen.connect(lambda key, axis=axis: self.axis_chosen.emit(axis, key))
        self.overlays = MenuButton("Overlays", self._opener("overlays"), widest="6 shown", parent=self)
        self.scales = MenuButton("Scales", self._opener("scales"), widest="frozen", parent=self)
        self.look = MenuButton("", self._opener("look"), widest="What binds", parent=self)
        self.look.setAccessibleName(tr("Look"))
        self.more = MenuButton("", self._opener("more"), drawing="more", parent=self)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(fonts.px(16), fonts.px(6), fonts.px(16), fonts.px(6))
        row.setSpacing(fonts.px(8))
        for combo, wide in ((self.x_axis, 208), (self.y_axis, 190)):
            combo.setMaximumWidth(fonts.px(wide))
            combo.setMinimumWidth(fonts.px(120))
        row.addWidget(self.x_axis, 208)
        row.addWidget(self.swap)
        row.addWidget(self.y_axis, 190)
        row.addStretch(1)
        for button in (self.overlays, self.scales, self.look, self.more):
            row.addWidget(button)

    def set_axes(self, source: Callable[[], Groups]) -> None:
        """Offer the axes that `source` gives when a list opens."""
        for combo in (self.x_axis, self.y_axis):
            combo.set_source(source)

    def take_drops(self, take: Callable[[str, str], object]) -> None:
        """Let inputs be dropped on the two lists; `take` gets the key and the axis."""
        for combo, axis in ((self.x_axis, "x"), (self.y_axis, "y")):
            AxisDrop(combo, axis, take)

    def _opener(self, name: str) -> Fill:
        def fill(menu: QMenu) -> None:
            self.menus.get(name, _nothing)(menu)

        return fill

    def show_state(self, axes: tuple[str, str], overlays: str, scales: str, look: str) -> None:
        """Show what is chosen."""
        for combo, key in zip((self.x_axis, self.y_axis), axes, strict=True):
            # The list holds the inputs of tier 1; those of others come from their rows in the panel.
            combo.name(key, spec_of(key).label)
            combo.show_id(key)
        self.overlays.show_id(overlays)
        self.scales.show_id(scales)
        self.look.show_id(look)


def _nothing(_menu: QMenu) -> None:
    """Add no action."""


class ExportMenu:
    """Offers behind a button what every view can copy and export.

    Parameters
    ----------
    view : View
    """

    def __init__(self, view: "View") -> None:
        self._view = view

    def fill(self, menu: QMenu) -> None:
        """Add the actions."""
        self._view.fill_share_menu(menu)
