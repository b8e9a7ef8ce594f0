"""The three linked surfaces: cost, latency and margin over the same two inputs under one cross-hair."""

import math
from collections.abc import Mapping
from dataclasses import astuple, replace
from typing import Any, ClassVar

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from engine.scenario import DEFAULT, Scenario, spec_of
from gui import fonts, theme
from gui.language import inner, say
from gui.plotting.fitting import ruler
from gui.plotting.moving import axis_groups
from gui.plotting.pins import MOST, Pin, pin_of
from gui.plotting.scales import AxisScale, Range
from gui.plotting.surface_job import Settings, SurfacesJob, SurfacesResult
from gui.plotting.surface_shapes import SurfaceStore
from gui.plotting.surface_words import spoken
from gui.shown_units import METRICS
from gui.theme import Theme
from gui.views.base import View, next_gesture
from gui.views.surfaces_axes import effective, is_axis, no_effect
from gui.views.surfaces_canvas import SurfacesCanvas
from gui.views.surfaces_menu import PointMenu
from gui.views.surfaces_scene import OVERLAYS
from gui.views.surfaces_zoom import Zoom
from gui.views.tools import ExportMenu, MetricList, ToolRow
from gui.widgets.axis_drag import AxisDrop

AXES = ("deployment.concurrency", "workload.input_tokens")
METRIC_KEYS = ("cost_per_output_token", "tpot_p95", "gross_margin")
COUNT = 96
#: How a surface may be drawn.
LOOKS = {"map": "Heat map", "contour": "Contour", "binds": "What binds", "relief": "3-D"}


class SurfacesView(View):
    """Three surfaces, their slices, and the row of tools above them."""

    key: ClassVar[str] = "surfaces"
    title: ClassVar[str] = "Surfaces"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axes = list(AXES)
        self._metrics = list(METRIC_KEYS)
        self._overlays = set(OVERLAYS)
        self._scales_frozen = False
        self._look = "map"
        self._pins: tuple[Pin, ...] = ()
        self._dragging = False
        self._own_gesture = 0
        self._ranges: dict[str, Range] = {}
        self._refit = False
        self._store = SurfaceStore()
        self._scenario: Scenario = DEFAULT
        self._baseline: Scenario = DEFAULT
        self.canvas = SurfacesCanvas(theme.current(), self)
        self.tools = ToolRow(self)
        self._list = MetricList(self.canvas)
        self._column = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.canvas, 1)
        self._wire()
        self.zoom = Zoom(self)
        self.menu = PointMenu(self)
        self._show_tools()
        self.setFocusProxy(self.canvas)

    def _wire(self) -> None:
        self.canvas.moved.connect(self._moved)
        self.canvas.metric_wanted.connect(self._choose_metric)
        self._list.chosen.connect(lambda key: self.set_metric(self._column, key))
        self.canvas.enlarge_wanted.connect(self.enlarge)
        self.canvas.stage.turned.connect(self._turned)
        self.canvas.resized.connect(self.job_changed)
        tools = self.tools
        tools.axis_chosen.connect(self.set_axis)
        tools.swap_wanted.connect(self.swap)
        tools.set_axes(lambda: axis_groups(self._scenario, self._shown_metrics()[0]))
        tools.take_drops(self.accept_axis)
        AxisDrop(self.canvas.viewport(), self._axis_at, self.accept_axis, self.canvas.show_drop)
        tools.menus.update(
            overlays=self._fill_overlays,
            scales=self._fill_scales,
            look=self._fill_look,
            more=ExportMenu(self).fill,
        )
        QShortcut(QKeySequence("Ctrl+Shift+X"), self, self.swap)

    # the contract of a view ---------------------------------------------------------------------

    def job(self) -> SurfacesJob:
        """Return what to compute for the present settings."""
        width, height = self.canvas.plot_size()
        settings = Settings(
            x=self.axis_keys()[0],
            y=self.axis_keys()[1],
            metrics=self._shown_metrics(),
            width=width,
            height=height,
            ruler=ruler(fonts.MEDIUM),
            chip_ruler=ruler(fonts.SEMIBOLD),
            ranges=dict(self._ranges) if not self._refit else {},
            adapt=self._refit or not (self._dragging or self._scales_frozen),
            bands=self._look == "contour",
            binds=self._look == "binds",
            pins=self._pins,
            spans=dict(self.zoom.spans),
            cut_y=self.canvas.enlarged >= 0,
            count=COUNT,
        )
        return SurfacesJob(settings, self._store)

    def show_result(self, result: SurfacesResult) -> None:
        """Show a frame, unless it belongs to axes or metrics no longer wanted."""
        made = result.settings
        if (made.x, made.y) != self.axis_keys() or made.metrics != self._shown_metrics():
            return
        self._refit = False
        for plot in result.plots:
            self._ranges[plot.metric] = plot.scale
        self._place(result.x, result.y)
        self.canvas.show_result(result)
        self._describe(result)

    def show_scenario(self, scenario: Scenario, baseline: Scenario) -> None:
        """Move the cross-hair at once; the surfaces follow with the result."""
        before = self.axis_keys()
        self._scenario, self._baseline = scenario, baseline
        if self.axis_keys() != before:
            self._show_tools()
        result = self.canvas.scene_now.result
        if result is not None:
            self._place(result.x, result.y)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.canvas.take_theme(theme)
        self.tools.update()

    def set_dragging(self, on: bool) -> None:
        """Keep scales while a gesture lasts."""
        if on != self._dragging:
            self._dragging = on
            self.canvas.change(quick=on)

    def take_units(self) -> None:
        """Fit the colours anew."""
        self._ranges = {}

    def settings(self) -> dict[str, Any]:
        """Return axes, metrics, overlays, scales and look."""
        return {
            "x": self._axes[0],
            "y": self._axes[1],
            "metrics": list(self._metrics),
            "overlays": sorted(self._overlays),
            "frozen": self._scales_frozen,
            "look": self._look,
            "camera": list(astuple(self.canvas.stage.camera)),
            "pins": [pin.plain() for pin in self._pins],
            "enlarged": self.canvas.enlarged,
            **({"spans": self.zoom.plain()} if self.zoom.spans else {}),
        }

    def restore(self, settings: Mapping[str, Any]) -> None:
        """Take back what `settings` gave; what does not fit stays as it is."""
        x, y = settings.get("x"), settings.get("y")
        if x != y and all(is_axis(k) for k in (x, y)):
            self._axes = [str(x), str(y)]
        metrics = settings.get("metrics")
        if isinstance(metrics, list) and len(metrics) == 3 and all(k in METRICS for k in metrics):
            self._metrics = list(metrics)
        overlays = settings.get("overlays")
        if isinstance(overlays, list):
            self._overlays = {k for k in overlays if k in OVERLAYS}
        self._scales_frozen = bool(settings.get("frozen", self._scales_frozen))
        # Files of before knew two looks.
        look = settings.get("look", {True: "contour", False: "map"}.get(settings.get("contour", ""), ""))
        self._look = look if look in LOOKS else self._look
        self.zoom.restore(settings)
        pins = settings.get("pins")
        if isinstance(pins, list):
            found = [pin_of(pin) for pin in pins[:MOST]]
            self._pins = tuple(pin for pin in found if pin is not None)
        enlarged = settings.get("enlarged", -1)
        if isinstance(enlarged, int) and -1 <= enlarged < 3:
            self._enlarge(enlarged)
        if self._look == "relief" and self.canvas.enlarged < 0:
            self._look = "map"
        self.canvas.stage.take(settings.get("camera"))
        self._show_tools()

    def accept_axis(self, key: str, axis: str) -> bool:
        """Take input `key` as axis "x" or "y"."""
        if not is_axis(key) or axis not in {"x", "y"}:
            return False
        self.set_axis(axis, key)
        return True

    def at_ratio(self, ratio: float) -> None:
        """Draw at `ratio` device pixels to a logical one: pictures have other pixels than the screen."""
        self.canvas.at_ratio(ratio)

    def axis_keys(self) -> tuple[str, str]:
        """Return the inputs along x and y: those chosen, or what has an effect in their place."""
        return effective(self._scenario, self._axes)

    @property
    def scenario(self) -> Scenario:
        """Return the scenario shown."""
        return self._scenario

    @property
    def pins(self) -> tuple[Pin, ...]:
        """Return the points kept."""
        return self._pins

    def metric_keys(self) -> tuple[str, ...]:
        """Return the metrics of all columns, of an enlarged one too."""
        return tuple(self._metrics)

    def ranges(self) -> dict[str, Range]:
        """Return the colour range of each metric shown so far."""
        return dict(self._ranges)

    def summary(self) -> str:
        """Return how many points the last frame is made of."""
        result = self.canvas.scene_now.result
        points = 0 if result is None else result.surface.size
        return say("{surfaces} × {points:,} points", surfaces=len(self._shown_metrics()), points=points)

    # what the user changes ----------------------------------------------------------------------

    def set_axis(self, axis: str, key: str) -> None:
        """Put input `key` along `axis`, "x" or "y"; the axes swap if the other one holds it."""
        mine, other = (0, 1) if axis == "x" else (1, 0)
        if self._axes[mine] == key:
            return
        if self._axes[other] == key:
            self._axes[other] = self._axes[mine]
        self._axes[mine] = key
        if told := no_effect(self._scenario, key):
            self.status.emit(told)
        self._changed(say("Put {label} along {axis}", label=spec_of(key).label, axis=axis))

    def swap(self) -> None:
        """Exchange the axes."""
        self._axes.reverse()
        self._changed("Swap axes")

    def set_metric(self, column: int, key: str) -> None:
        """Show metric `key` in `column`."""
        if key in METRICS and self._metrics[column] != key:
            self._metrics[column] = key
            self._changed(say("Show {label}", label=METRICS[key].label))

    def enlarge(self, column: int) -> None:
        """Show one column alone, or all with -1."""
        if column != self.canvas.enlarged:
            self._enlarge(column)
            if column < 0 and self._look == "relief":
                self._look = "map"
            self._changed("Enlarge a surface" if column >= 0 else "Show all surfaces")

    def set_overlay(self, name: str, on: bool) -> None:
        """Show or hide an overlay."""
        (self._overlays.add if on else self._overlays.discard)(name)
        self._changed(say("Show {label}" if on else "Hide {label}", label=inner(OVERLAYS[name])))

    def set_frozen(self, on: bool) -> None:
        """Keep the colour scales for good, or let them follow the values after each gesture."""
        self._scales_frozen = on
        self._changed("Freeze scales" if on else "Let scales follow")

    def set_look(self, look: str) -> None:
        """Draw one of `LOOKS`."""
        if look in LOOKS and look != self._look:
            self._look = look
            if look == "relief" and self.canvas.enlarged < 0:
                self._enlarge(0)
            self._changed(say("Show {look}", look=inner(LOOKS[look][:1]) + LOOKS[look][1:]))

    def set_pins(self, pins: tuple[Pin, ...]) -> None:
        """Keep these points on the surfaces."""
        if pins != self._pins:
            words = "Pin a point" if len(pins) > len(self._pins) else "Take a pin away"
            self._pins = pins
            self._changed(words)

    def fit(self) -> None:
        """Fit the colour scales to the values once."""
        self._refit = True
        self.job_changed.emit()

    def _changed(self, words: str) -> None:
        self._show_tools()
        self.settings_changed.emit(words)
        self.job_changed.emit()

    # inside -------------------------------------------------------------------------------------

    def _shown_metrics(self) -> tuple[str, ...]:
        at = self.canvas.enlarged
        return tuple(self._metrics) if at < 0 else (self._metrics[at],)

    def _enlarge(self, column: int) -> None:
        if column == self.canvas.enlarged:
            return
        shown = self.canvas.scene_now.result
        self.canvas.enlarged = column
        if shown is not None and 0 <= column < len(shown.plots):
            self.canvas.scene_now.result = replace(shown, plots=(shown.plots[column],))
        self.canvas.lay_out_again()

    def _place(self, x: AxisScale, y: AxisScale) -> None:
        values = self._scenario.get(x.key), self._scenario.get(y.key)
        place = x.place(values[0]), y.place(values[1])
        self.canvas.show_place(place, (x.shown(values[0]), y.shown(values[1])))

    def _moved(self, across: float, up: float, finished: bool) -> None:
        result = self.canvas.scene_now.result
        if result is None:
            return
        if not self._own_gesture:
            self._own_gesture = next_gesture()
        for scale, at in ((result.x, across), (result.y, up)):
            if not math.isnan(at):
                value = scale.value(at)
                if value != self._scenario.get(scale.key):
                    self.edited.emit(scale.key, value, self._own_gesture)
        if finished:
            self._own_gesture = 0
            self.gesture_finished.emit()

    def _turned(self, finished: bool) -> None:
        if finished:
            self.settings_changed.emit("Turn the surface")

    def _describe(self, result: SurfacesResult) -> None:
        x, y = (spec_of(key).label for key in self.axis_keys())
        self.canvas.setAccessibleName(say("Surfaces over {x} and {y}", x=x, y=y))
        self.canvas.setAccessibleDescription(spoken(result, (x, y), self.canvas.scene_now.spots))

    def _choose_metric(self, column: int, box: QRect) -> None:
        self._column = column if self.canvas.enlarged < 0 else self.canvas.enlarged
        self._list.open_at(box, self._metrics[self._column])

    def _show_tools(self) -> None:
        self.tools.show_state(
            self.axis_keys(),
            say("{overlays} shown", overlays=len(self._overlays)),
            "frozen" if self._scales_frozen else "follow",
            LOOKS[self._look],
        )
        self.canvas.change(
            overlays=frozenset(self._overlays),
            bands=self._look == "contour",
            binds=self._look == "binds",
            relief=self._look == "relief",
        )

    def _axis_at(self, at: QPoint) -> str:
        return self.canvas.scene_now.geometry.axis_at(at)

    def _fill_overlays(self, menu: QMenu) -> None:
        for name, words in OVERLAYS.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(name in self._overlays)
            action.toggled.connect(lambda on, name=name: self.set_overlay(name, on))

    def _fill_scales(self, menu: QMenu) -> None:
        for words, on in (("Follow the values after a drag", False), ("Frozen", True)):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(self._scales_frozen == on)
            action.triggered.connect(lambda _=False, on=on: self.set_frozen(on))
        menu.addSeparator()
        menu.addAction("Fit to the values now").triggered.connect(lambda _=False: self.fit())

    def _fill_look(self, menu: QMenu) -> None:
        for look, words in LOOKS.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(self._look == look)
            action.triggered.connect(lambda _=False, look=look: self.set_look(look))
