"""Coming nearer to a part of the surfaces, by wheel and by menu, and going back."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from engine.drivers import surface
from engine.files import resolve
from gui.plotting.scales import AxisScale
from gui.views.surfaces import SurfacesView
from gui.views.surfaces_zoom import FINER, NOTCH, narrowed

SCENARIO = resolve(None).scenario
X, Y = "deployment.concurrency", "workload.input_tokens"


def frame(view):
    made = view.job().run(SCENARIO, SCENARIO, False, lambda: False)
    view.show_result(made)
    return made


@pytest.fixture
def view(qtbot, styled):
    made = SurfacesView()
    qtbot.addWidget(made)
    made.resize(1040, 640)
    made.show_scenario(SCENARIO, SCENARIO)
    made.show()
    qtbot.waitExposed(made)
    frame(made)
    return made


def turn(view, at, notches):
    target = view.canvas.viewport()
    event = QWheelEvent(
        QPointF(at), QPointF(target.mapToGlobal(at)), QPoint(), QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    event.ignore()
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def under(view, at):
    """Return the inputs under the pointer, in full."""
    result, (_, spot) = view.canvas.scene_now.result, view.canvas.spot_at(at)
    return result.x.number(spot.x()), result.y.number(spot.y())


def base(view):
    """Return the place of the base point, which any range shows."""
    box, (across, up) = view.canvas.scene_now.geometry.plots[0], view.canvas.scene_now.place
    return QPoint(round(box.left() + across * box.width()), round(box.top() + (1 - up) * box.height()))


def test_the_wheel_comes_nearer_about_the_pointer_and_every_node_is_evaluated_anew(view):
    at = base(view)
    before, wide = under(view, at), frame(view).x.axis.values
    assert turn(view, at, 3)
    made = frame(view)
    assert under(view, at) == pytest.approx(before, rel=0.01)
    near = made.x.axis.values
    assert near.size == wide.size
    assert np.log(near[-1] / near[0]) == pytest.approx(np.log(wide[-1] / wide[0]) / NOTCH**3, rel=1e-6)
    expected = surface(SCENARIO, made.x.axis, made.y.axis)
    assert np.array_equal(
        made.surface.metrics["cost_per_request"], expected.metrics["cost_per_request"], True
    )


def test_turned_back_it_shows_whole_ranges_again(view):
    whole = frame(view).x.axis.values
    at = base(view)
    turn(view, at, 4)
    frame(view)
    assert view.zoom.spans
    for _ in range(6):
        turn(view, at, -1)
        frame(view)
    assert view.zoom.spans == {}
    assert np.array_equal(frame(view).x.axis.values, whole)


def test_beside_the_plots_and_in_3_d_the_wheel_is_left_alone(view):
    assert not turn(view, QPoint(2, 2), 1)
    assert view.zoom.spans == {}
    view.set_look("relief")
    frame(view)
    turn(view, view.canvas.scene_now.geometry.plots[0].center(), 1)
    assert view.zoom.spans == {}


def test_a_turn_of_the_wheel_is_one_setting_that_comes_back(view, qtbot):
    with qtbot.waitSignal(view.settings_changed) as told:
        for _ in range(3):
            turn(view, base(view), 1)
            frame(view)
    assert told.args == ["Zoom the axes"]
    kept = view.settings()
    other = SurfacesView()
    qtbot.addWidget(other)
    other.restore(kept)
    assert other.zoom.spans == view.zoom.spans
    other.restore({**kept, "spans": {X: [3, 1], Y: "wide"}})
    assert other.zoom.spans == {}


def test_the_menu_sweeps_finer_and_shows_all_again(view):
    spot = QPointF(*view.canvas.scene_now.place)
    wide = frame(view)
    actions = {action.text(): action for action in view.menu.menu(0, spot, QPoint()).actions()}
    assert not actions["Show whole ranges"].isEnabled()
    actions["Sweep finer here"].trigger()
    near = frame(view)
    ratio = np.log(near.x.axis.values[-1] / near.x.axis.values[0])
    assert ratio == pytest.approx(np.log(wide.x.axis.values[-1] / wide.x.axis.values[0]) / FINER, rel=1e-6)
    actions = {action.text(): action for action in view.menu.menu(0, spot, QPoint()).actions()}
    actions["Show whole ranges"].trigger()
    assert np.array_equal(frame(view).x.axis.values, wide.x.axis.values)


def test_the_base_point_is_never_left_outside(view):
    box = view.canvas.scene_now.geometry.plots[0]
    for _ in range(30):
        turn(view, box.topLeft() + QPoint(3, 3), 1)
        made = frame(view)
    for scale in (made.x, made.y):
        assert -1e-9 <= scale.place(SCENARIO.get(scale.key)) <= 1 + 1e-9


@pytest.mark.parametrize("at", [0.0, 0.3, 1.0])
def test_what_lies_at_the_pointer_stays_in_place(at):
    whole = AxisScale.of(X, 96, 64.0)
    span = narrowed(whole, whole, at, 3.0)
    near = AxisScale.of(X, 96, span[0], span)
    assert near.number(at) == pytest.approx(whole.number(at), rel=1e-9)
    assert narrowed(near, whole, at, 1.0 / 3.0) is None


def test_columns_have_no_range_to_narrow():
    parts = AxisScale.of("deployment.load", 96, "concurrency")
    assert narrowed(parts, parts, 0.5, 4.0) is None
