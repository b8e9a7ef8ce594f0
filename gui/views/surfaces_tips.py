"""Words about the node under the pointer."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF

from engine.metrics import BINDING
from gui.language import say, tr
from gui.plotting import text
from gui.plotting.binding import kind_of, limit_words, scenario_at, wait_words
from gui.plotting.pins import Pinned
from gui.plotting.surface_job import SurfacesResult
from gui.shown_units import METRICS, shown_at
from gui.views.surfaces_backdrop import enlarge_box, title_box
from gui.views.surfaces_marks import pin_near
from gui.views.surfaces_scene import Scene

#: Codes of the latency limits.
_LATE: Final = (2, 3)


def node_text(result: SurfacesResult, metric: str, across: float, up: float) -> str:
    """Return the figures at the node nearest to (`across`, `up`), 0-1, and what binds there."""
    here = result.grid.node(across, up)
    at = f"{result.x.shown(result.x.value(across))}, {result.y.shown(result.y.value(up))}"
    lines = [at, f"{METRICS[metric].label}: {text.reading(metric, shown_at(here, metric))}"]
    scenario = scenario_at(result.scenario, result.x, result.y, across, up)
    stopped = limit_words(scenario, here)
    if stopped:
        by = BINDING[here.binding][1]
        lines.append(
            say("Stopped by the {by}: {stopped}", by=by, stopped=stopped)
            if here.binding in _LATE
            else say("Stopped by {by}: {stopped}", by=by, stopped=stopped)
        )
    else:
        lines.append(wait_words(kind_of(scenario, here), here))
    return "\n".join(lines)


def pin_text(result: SurfacesResult, pin: Pinned) -> str:
    """Return where a pin stands and the figures there."""
    lines = [
        say("Pin {index}: {spots}, {spots2}", index=pin.index + 1, spots=pin.spots[0], spots2=pin.spots[1])
    ]
    for plot, value in zip(result.plots, pin.values, strict=True):
        lines.append(f"{METRICS[plot.metric].label}: {text.reading(plot.metric, value)}")
    lines.append(tr("Shift-click takes it away"))
    return "\n".join(lines)


def tip_text(scene: Scene, enlarged: bool, at: QPoint, spot: tuple[int, QPointF] | None) -> str:
    """Return what the canvas says of the place `at`, `spot` of a plot; empty outside plots and headers."""
    result, geometry = scene.result, scene.geometry
    for head in geometry.headers:
        if enlarge_box(head).contains(at):
            return tr("Back to all surfaces (Esc)" if enlarged else "Enlarge this surface")
        if title_box(head).contains(at):
            return tr("Choose the metric")
    if result is None or spot is None:
        return ""
    box = geometry.plots[spot[0]]
    flat = QPointF(box.left() + spot[1].x() * box.width(), box.top() + (1.0 - spot[1].y()) * box.height())
    pin = pin_near(result.pins, box, flat)
    if pin is not None:
        return pin_text(result, pin)
    return node_text(result, result.plots[spot[0]].metric, spot[1].x(), spot[1].y())
