"""The surface from the side: the figures of the map, the nearer hiding the farther, turned by hand."""

import itertools
import math

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import files
from engine.drivers import point
from engine.scenario import DEFAULT
from gui import theme
from gui.launch import open_window
from gui.plotting.exporting import exporting
from gui.plotting.relief import (
    NODES,
    SHADES,
    Camera,
    Projection,
    height_at,
    light_of,
    mesh_of,
    pick,
    relief_of,
)
from gui.plotting.scales import Range
from gui.views.surfaces import SurfacesView
from gui.views.surfaces_backdrop import colors_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

X, Y = "deployment.concurrency", "workload.input_tokens"
OUTPUT = "workload.output_tokens"


def forget(window):
    window.document._mark_saved()
    window.live.stop()


@pytest.fixture
def window(qtbot, styled):
    made = open_window(None)
    made.resize(1440, 900)
    made.show()
    qtbot.addWidget(made, before_close_func=forget)
    settle(qtbot, made)
    made.views[0].set_look("relief")
    settle(qtbot, made)
    return made


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and window.frame is not None, timeout=60_000)
    QApplication.processEvents()


def stage(window):
    return window.views[0].canvas.stage


def geometry(window):
    canvas = window.views[0].canvas
    return stage(window).geometry(canvas.scene_now.result, canvas.scene_now.geometry.plots[0])


def wheel(window, turn, at):
    port = window.views[0].canvas.viewport()
    event = QWheelEvent(
        QPointF(at), QPointF(port.mapToGlobal(at)), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(port, event)


def hill(count=NODES):
    x, y = np.meshgrid(np.linspace(-1, 1, count), np.linspace(-1, 1, count))
    return np.exp(-4 * (x**2 + y**2)) * 10


def seen(values=None, camera=None, blocked=None):
    """Return mesh, projection and relief of `values`."""
    values = hill() if values is None else values
    camera = camera or Camera()
    blocked = np.zeros(values.shape, bool) if blocked is None else blocked
    mesh = mesh_of(values, Range(0.0, 10.0, "linear"), ~blocked, blocked)
    view = Projection(camera, 800.0, 500.0, (60.0, 60.0))
    return mesh, view, relief_of(mesh, view, camera)


# geometry ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "camera", [Camera(a, e, 1.0) for a in (-150, -90, 0, 32, 90, 180) for e in (10, 45, 85)]
)
def test_cells_are_painted_from_the_farthest_to_the_nearest(camera):
    _, view, relief = seen(camera=camera)
    rows, columns = np.divmod(relief.cells, NODES - 1)
    away = [
        view.away((j + 0.5) / (NODES - 1), (i + 0.5) / (NODES - 1))
        for i, j in zip(rows, columns, strict=True)
    ]
    assert np.all(np.diff(away) <= 1e-12)
    assert relief.cells.size == (NODES - 1) ** 2
    assert np.array_equal(relief.rank[relief.cells], np.arange(relief.cells.size))


@pytest.mark.parametrize("azimuth", [-170, -60, 0, 32, 120])
@pytest.mark.parametrize("elevation", [8, 30, 88])
def test_the_box_stays_in_its_plot_from_every_side(azimuth, elevation):
    view = Projection(Camera(azimuth, elevation, 1.0), 800.0, 500.0, (60.0, 60.0))
    corners = [view.spot(x, y, z) for x in (0, 1) for y in (0, 1) for z in (0, 1)]
    assert all(59.0 <= x <= 741.0 and 0.0 <= y <= 470.0 for x, y in corners)


def test_from_above_the_surface_is_the_map():
    _, view, _ = seen(camera=Camera(0.0, 88.0, 1.0))
    left, right, back = view.spot(0, 0, 0), view.spot(1, 0, 0), view.spot(0, 1, 0)
    assert right[0] > left[0]
    assert right[1] == pytest.approx(left[1])
    assert back[1] < left[1]
    assert back[0] == pytest.approx(left[0])


def test_what_has_no_value_is_a_hole_and_single_corners_leave_triangles():
    blocked = np.zeros((NODES, NODES), bool)
    blocked[30:, 30:] = True
    blocked[5, 5] = True
    mesh, _, relief = seen(blocked=blocked)
    assert not np.isin(np.flatnonzero(mesh.open.ravel()), relief.cells).any()
    inside = mesh.open[30:, 30:]
    assert inside.all()
    # Around one missing node four cells keep three corners; so does the corner of the large hole.
    assert mesh.open.sum() == (NODES - 30) ** 2 - 1
    assert np.isfinite(relief.corners).all()
    assert math.isnan(height_at(mesh, np.array([0.9]), np.array([0.9]))[0])


def test_heights_and_colours_tell_the_same_and_stay_within_the_scale():
    values = np.linspace(-5.0, 20.0, NODES)[None, :].repeat(NODES, 0)
    mesh, _, relief = seen(values)
    assert mesh.heights.min() == 0.0
    assert mesh.heights.max() == 1.0
    middle = (mesh.heights[:-1, :-1] + mesh.heights[1:, 1:]) / 2
    assert np.abs(mesh.colors / 255.0 - middle).max() < 1 / 255.0
    assert set(np.unique(relief.colors // SHADES)) <= set(range(256))


def test_slopes_towards_the_light_are_lighter_and_shading_stays_subtle():
    flat = np.full((NODES, NODES), 5.0)
    up = np.linspace(0.0, 10.0, NODES)[None, :].repeat(NODES, 0)
    shades = [
        int(np.median(seen(v, Camera(0.0, 30.0, 1.0))[2].colors % SHADES)) for v in (up, flat, up[:, ::-1])
    ]
    assert shades[0] > shades[2]
    assert 0.75 <= light_of(0, stopped=False) < light_of(SHADES - 1, stopped=False) <= 1.1
    assert light_of(8, stopped=True) < 0.75 * light_of(8, stopped=False)


@pytest.mark.parametrize("camera", [Camera(), Camera(-120.0, 50.0, 1.3)])
def test_a_place_picked_is_the_one_painted_there(camera):
    mesh, view, relief = seen(camera=camera)
    hits = 0
    for x, y in ((0.1, 0.1), (0.5, 0.5), (0.31, 0.77), (0.9, 0.2), (0.66, 0.4)):
        z = float(height_at(mesh, np.array([x]), np.array([y]))[0])
        found = pick(relief, mesh, *view.spot(x, y, z))
        assert found is not None
        near = float(height_at(mesh, np.array([found[0]]), np.array([found[1]]))[0])
        assert view.spot(*found, near) == pytest.approx(view.spot(x, y, z), abs=3.0)
        # Whatever covers a place stands nearer.
        assert view.away(*found) <= view.away(x, y) + 0.03
        hits += math.dist(found, (x, y)) < 0.03
    assert hits >= 3
    assert pick(relief, mesh, 2.0, 2.0) is None


def test_nearer_cells_hide_farther_ones(styled):
    camera = Camera(20.0, 12.0, 1.0)
    mesh, _, relief = seen(camera=camera)
    image = QImage(800, 500, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    for place, corners in enumerate(relief.corners):
        # A number of its own for each cell instead of a colour.
        painter.setBrush(Qt.GlobalColor.black)
        painter.setBrush(QColor(0, (place + 1) // 256, (place + 1) % 256))
        painter.drawConvexPolygon([QPointF(*corner) for corner in corners])
    painter.end()
    checked = 0
    columns = NODES - 1
    for x in range(60, 740, 37):
        for y in range(40, 470, 23):
            pixel = image.pixelColor(x, y)
            painted = pixel.green() * 256 + pixel.blue() - 1
            found = pick(relief, mesh, x + 0.5, y + 0.5)
            if painted < 0 or found is None:
                continue
            i, j = divmod(int(relief.cells[painted]), columns)
            assert abs(found[0] * columns - (j + 0.5)) < 1.6
            assert abs(found[1] * columns - (i + 0.5)) < 1.6
            checked += 1
    assert checked > 40


# in the window -------------------------------------------------------------------------------


def test_choosing_3d_enlarges_a_surface_and_leaving_it_brings_back_the_maps(qtbot, window):
    view = window.views[0]
    assert view.canvas.enlarged == 0
    assert view.settings()["look"] == "relief"
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert view.canvas.enlarged == -1
    assert view.settings()["look"] == "map"
    assert not stage(window).on
    assert len(view.canvas.scene_now.result.plots) == 3


def test_a_drag_turns_the_surface_moves_no_input_and_can_be_undone(qtbot, window):
    before, count = window.document.scenario, window.document.stack.count()
    old = stage(window).camera
    picture = window.views[0].canvas.grab().toImage()
    port, centre = (
        window.views[0].canvas.viewport(),
        window.views[0].canvas.scene_now.geometry.plots[0].center(),
    )
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=centre)
    for step in range(1, 9):
        QTest.mouseMove(port, centre + QPoint(10 * step, 5 * step))
    assert stage(window).camera.azimuth < old.azimuth
    assert stage(window).camera.elevation > old.elevation
    assert window.document.stack.count() == count
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=centre + QPoint(80, 40))
    settle(qtbot, window)
    assert window.document.scenario == before
    assert window.document.stack.count() == count + 1
    assert window.views[0].canvas.grab().toImage() != picture
    window.document.stack.undo()
    settle(qtbot, window)
    assert stage(window).camera == old


def test_the_wheel_comes_nearer_and_a_double_click_goes_back(qtbot, window):
    centre = window.views[0].canvas.scene_now.geometry.plots[0].center()
    wheel(window, 240, centre)
    assert stage(window).camera.zoom > 1.2
    wheel(window, -2400, centre)
    assert stage(window).camera.zoom >= 0.4
    port = window.views[0].canvas.viewport()
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=centre)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=centre)
    assert stage(window).camera == Camera()


def test_heights_keep_their_scale_while_a_slider_is_dragged(qtbot, window):
    scales, heights = [], []
    for tokens in (700.0, 1000.0, 1500.0):
        window.input_edited(OUTPUT, tokens, 77)
        settle(qtbot, window)
        made = geometry(window)
        scales.append(made.plot.scale)
        heights.append(made.mesh.heights)
    assert not any(np.array_equal(a, b, equal_nan=True) for a, b in itertools.pairwise(heights))
    assert len(set(scales)) == 1


def test_the_surface_shows_its_map_its_break_even_line_and_its_base_point(qtbot, window):
    canvas = window.views[0].canvas
    made, result = geometry(window), canvas.scene_now.result
    image = canvas.grab().toImage()
    box = canvas.scene_now.geometry.plots[0]
    plain = colors_of(canvas.scene_now.inks, made.plot.metric)
    hits = 0
    for x, y in ((0.15, 0.2), (0.25, 0.3), (0.45, 0.15), (0.1, 0.4)):
        z = float(height_at(made.mesh, np.array([x]), np.array([y]))[0])
        across, down = made.view.spot(x, y, z)
        found = image.pixelColor(box.left() + round(across), box.top() + round(down))
        wanted = plain[round(z * 255), :3].astype(float)
        shown = np.array([found.red(), found.green(), found.blue()], float)
        # The colour of the map, lighter or darker by its slope alone.
        ratio = (shown @ wanted) / (wanted @ wanted)
        hits += 0.75 < ratio < 1.12 and np.abs(shown - ratio * wanted).max() < 14
    assert hits >= 3
    red = theme.current().breakeven
    reds = sum(
        abs(image.pixelColor(x, y).red() - red.red()) + abs(image.pixelColor(x, y).green() - red.green()) < 30
        for x in range(box.left(), box.right(), 2)
        for y in range(box.top(), box.bottom(), 2)
    )
    assert reds > 30
    place = canvas.scene_now.place
    z = float(height_at(made.mesh, np.array([place[0]]), np.array([place[1]]))[0])
    across, down = made.view.spot(*place, z)
    at = image.pixelColor(box.left() + round(across), box.top() + round(down))
    assert at == theme.current().panel
    assert result.point.same(point(window.document.scenario))


def test_hover_menu_and_pins_mean_the_place_that_is_seen(qtbot, window):
    canvas, made = window.views[0].canvas, geometry(window)
    box = canvas.scene_now.geometry.plots[0]
    z = float(height_at(made.mesh, np.array([0.3]), np.array([0.2]))[0])
    across, down = made.view.spot(0.3, 0.2, z)
    at = box.topLeft() + QPoint(round(across), round(down))
    column, spot = canvas.spot_at(at)
    assert column == 0
    assert (spot.x(), spot.y()) == pytest.approx((0.3, 0.2), abs=0.01)
    assert "Steps wait for" in canvas.tip_at(at)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, at)
    settle(qtbot, window)
    (pin,) = canvas.scene_now.result.pins
    assert pin.place == pytest.approx((0.3, 0.2), abs=0.02)
    assert canvas.tip_at(box.topLeft() + QPoint(3, 3)) == ""


def test_settings_keep_the_camera_and_nonsense_leaves_it(qtbot, styled):
    view, other = SurfacesView(), SurfacesView()
    for made in (view, other):
        qtbot.addWidget(made)
    view.set_look("relief")
    view.canvas.stage.camera = Camera(-70.0, 55.0, 1.5)
    other.restore(view.settings())
    assert other.settings() == view.settings()
    assert other.canvas.stage.camera == Camera(-70.0, 55.0, 1.5)
    for bad in ([1, 2], "x", [None, 1, 2], [math.nan, 1.0, 1.0], [math.inf, 1.0, 1.0]):
        other.restore({"camera": bad})
        assert other.canvas.stage.camera == Camera(-70.0, 55.0, 1.5)
    other.restore({"camera": [500.0, 300.0, 99.0]})
    assert other.canvas.stage.camera == Camera(140.0, 88.0, 6.0)
    other.restore({"look": "relief", "enlarged": -1})
    assert other.settings()["look"] == "map"


def frame(scenario, size=(1084, 710), **settings):
    view = SurfacesView()
    view.resize(*size)
    view.show_scenario(scenario, scenario)
    view.set_look("relief")
    view.restore({**view.settings(), **settings})
    view.canvas.resize(size[0], size[1] - 40)
    view.canvas.lay_out_again()
    result = view.job().run(scenario, scenario, False, lambda: False)
    view.show_result(result)
    return view, result


def paint(view, painter):
    canvas = view.canvas
    scene = canvas.scene_now
    box = scene.geometry.plots[0]
    canvas.stage.paint(
        painter, scene.inks, scene.result, scene.paths.shared, box, scene.place, scene.overlays
    )


def test_a_vector_holds_the_polygons_themselves(qtbot, styled):
    view, _ = frame(files.load_builtin("enterprise-assistant").scenario)
    qtbot.addWidget(view)
    store = QBuffer()
    store.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(store)
    made.setViewBox(QRectF(0, 0, 1084, 670))
    painter = QPainter(made)
    with exporting():
        paint(view, painter)
    painter.end()
    written = bytes(store.data().data()).decode()
    assert written.count("<path") > 1000
    assert "Concurrent sequences" in written


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize("which", ["reasoning-rack", "two-tier-service", "nothing", "bought", "choice"])
def test_every_kind_of_scenario_can_be_seen_from_the_side(qtbot, styled, which, name):
    theme.apply(styled, name)
    settings = {}
    if which == "nothing":
        scenario = DEFAULT.with_value("accelerator.memory", 10.0)
    elif which == "bought":
        scenario = DEFAULT.with_value("finance.supply", "api")
    elif which == "choice":
        scenario, settings = DEFAULT, {"x": "precision.kv", "y": Y}
    else:
        scenario = files.load_builtin(which).scenario
    view, _ = frame(scenario, **settings)
    qtbot.addWidget(view)
    image = QImage(1084, 670, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    paint(view, painter)
    painter.end()
    assert image.pixelColor(540, 400).isValid()
    assert view.canvas.stage.on
