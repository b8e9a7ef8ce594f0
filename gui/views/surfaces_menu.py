"""What can be done with a point of a surface: go there, keep it, ask why it fails, copy its figures."""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from engine.drivers import cures, point
from engine.errors import IsocostError
from engine.scenario import Scenario, Value
from gui import shown_units
from gui.language import say
from gui.plotting import text
from gui.plotting.binding import WORDS, kind_of, limit_words, wait_words
from gui.plotting.pins import MOST, Pin
from gui.shown_units import METRICS, shown_at
from gui.views.base import next_gesture
from gui.views.surfaces_marks import pin_near
from gui.views.surfaces_zoom import FINER
from gui.widgets.cure_popover import CurePopover, Offer

if TYPE_CHECKING:
    from gui.views.surfaces import SurfacesView


class PointMenu:
    """The menu of a point, and what its entries do; keeps nothing.

    Parameters
    ----------
    view : SurfacesView
    """

    def __init__(self, view: "SurfacesView") -> None:
        self._view = view
        view.canvas.menu_wanted.connect(self.open)
        view.canvas.why_wanted.connect(self.tell_why)
        view.canvas.pin_wanted.connect(self.toggle_pin)

    def open(self, column: int, spot: QPointF, at: QPoint) -> None:
        """Show the menu of `spot`, 0-1 along the axes, at `at` of the screen."""
        if self._view.canvas.scene_now.result is None:
            return
        menu = self.menu(column, spot, at)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def menu(self, column: int, spot: QPointF, at: QPoint) -> QMenu:
        """Return the menu of `spot`; `column` says whose metric is explained."""
        view, made = self._view, QMenu(self._view)
        made.setObjectName("point-menu")
        result = view.canvas.scene_now.result
        assert result is not None
        metric = METRICS[result.plots[min(column, len(result.plots) - 1)].metric]
        stopped = not point(self.scenario_at(spot)).feasible
        made.addAction("Move the point here", lambda: self.go(spot))
        made.addAction("Make scenario here", lambda: self.make_scenario(spot))
        finer = made.addAction("Sweep finer here", lambda: view.zoom.come(spot, FINER))
        finer.setEnabled(not (result.x.columns and result.y.columns) and not view.canvas.stage.on)
        whole = made.addAction("Show whole ranges", view.zoom.show_all)
        whole.setEnabled(bool(view.zoom.spans))
        made.addSeparator()
        why = made.addAction("Why infeasible?", lambda: self.tell_why(spot, at))
        why.setEnabled(stopped)
        made.addAction(
            say("Explain {label} here", label=metric.label), lambda: self.explain(metric.key, spot)
        )
        made.addAction("Copy values", lambda: self.copy(spot))
        made.addSeparator()
        pin = made.addAction("Pin this point\tShift+click", lambda: self.toggle_pin(spot))
        pin.setEnabled(len(view.pins) < MOST)
        clear = made.addAction("Take all pins away", lambda: view.set_pins(()))
        clear.setEnabled(bool(view.pins))
        made.addSeparator()
        view.fill_share_menu(made)
        return made

    def values_at(self, spot: QPointF) -> dict[str, Value]:
        """Return the inputs along the axes and their values at `spot`."""
        result = self._view.canvas.scene_now.result
        assert result is not None
        return {scale.key: scale.value(at) for scale, at in ((result.x, spot.x()), (result.y, spot.y()))}

    def scenario_at(self, spot: QPointF) -> Scenario:
        """Return the scenario in front, moved to `spot`."""
        return self._view.scenario.with_values(self.values_at(spot))

    # what the entries do ------------------------------------------------------------------------

    def go(self, spot: QPointF) -> None:
        """Move the base point, in one step."""
        gesture = next_gesture()
        for key, value in self.values_at(spot).items():
            if value != self._view.scenario.get(key):
                self._view.edited.emit(key, value, gesture)
        self._view.gesture_finished.emit()

    def make_scenario(self, spot: QPointF) -> None:
        """Open a scenario that stands there, inheriting all else."""
        view, result = self._view, self._view.canvas.scene_now.result
        assert result is not None
        values = self.values_at(spot)
        told = ", ".join(
            f"{scale.spec.label} {scale.shown(values[scale.key])}" for scale in (result.x, result.y)
        )
        child = view.scenario.child(f"{view.scenario.name}: {told}")
        view.scenario_offered.emit(child.with_values(values))

    def explain(self, metric: str, spot: QPointF) -> None:
        """Go there and tell how the figure comes about."""
        self.go(spot)
        self._view.explain_requested.emit(metric)

    def copy(self, spot: QPointF) -> None:
        """Put inputs and figures on the clipboard, a line each: name, value, unit."""
        QGuiApplication.clipboard().setText(self.words_at(spot))

    def words_at(self, spot: QPointF) -> str:
        """Return what is copied: tab-separated, numbers in full."""
        result = self._view.canvas.scene_now.result
        assert result is not None
        scenario = self.scenario_at(spot)
        here = point(scenario)
        rows = []
        for scale in (result.x, result.y):
            value = scenario.get(scale.key)
            said = scale.spec.option(value).label if scale.spec.kind == "choice" else repr(float(value))
            rows.append((scale.spec.label, said, shown_units.symbol(scale.spec).replace("1", "")))
        for key in self._view.metric_keys():
            shown = shown_at(here, key)
            said = repr(shown) if math.isfinite(shown) else ""
            rows.append((METRICS[key].label, said, METRICS[key].display_unit.replace("1", "")))
        binds = limit_words(scenario, here) or wait_words(kind_of(scenario, here), here)
        rows.append(("What binds", binds, ""))
        return "\n".join("\t".join(row) for row in rows)

    def tell_why(self, spot: QPointF, at: QPoint) -> None:
        """Open what stops the point and the cheapest single changes that clear it, if anything stops it."""
        made = self.popover(spot)
        if made is not None:
            made.show_at(at)

    def popover(self, spot: QPointF) -> CurePopover | None:
        """Return the window that says why `spot` is infeasible, or None where it is not."""
        scenario = self.scenario_at(spot)
        here = point(scenario)
        why = limit_words(scenario, here)
        if not why:
            return None
        there, shown = self.values_at(spot), METRICS["cost_per_request"].shown
        offers = []
        for cure in cures(scenario):
            cost = text.reading("cost_per_request", shown(cure.cost_per_request))
            offers.append(
                Offer(cure.label, say("{cost} a request", cost=cost), {**there, **dict(cure.changes)})
            )
        none = "No single change of precision, layout, load, lengths or limits clears it."
        kind = WORDS[kind_of(scenario, here)]
        made = CurePopover(say("Infeasible: {kind}", kind=kind), why, offers, none, self._view)
        made.chosen.connect(self.cure)
        return made

    def cure(self, offer: Offer) -> None:
        """Move the point there and change what clears it, in one step."""
        try:
            cured = self._view.scenario.with_values(offer.changes)
        except IsocostError as error:
            self._view.trouble.emit(str(error), "")
            return
        self._view.scenario_taken.emit(cured, offer.label)

    def toggle_pin(self, spot: QPointF) -> None:
        """Pin a point, or take the pin there away."""
        view, result = self._view, self._view.canvas.scene_now.result
        if result is None:
            return
        box = view.canvas.scene_now.geometry.plots[0]
        at = QPointF(box.left() + spot.x() * box.width(), box.top() + (1.0 - spot.y()) * box.height())
        near = pin_near(result.pins, box, at)
        if near is not None:
            view.set_pins(tuple(pin for i, pin in enumerate(view.pins) if i != near.index))
            return
        if len(view.pins) >= MOST:
            view.status.emit(
                say("{most} points are pinned; take one away first with Shift and a click on it", most=MOST)
            )
            return
        first, second = self.values_at(spot).items()
        view.set_pins((*view.pins, Pin(first, second)))
