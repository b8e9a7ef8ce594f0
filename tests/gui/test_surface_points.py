"""A point of a surface: what binds there, the cures of one that cannot be served, pins and its menu."""

import itertools
import re

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from engine import files
from engine.drivers import cures, point, surface
from engine.metrics import METRICS
from engine.scenario import DEFAULT
from gui import theme
from gui.launch import open_window
from gui.plotting.binding import BLOCKED, KINDS, SEEN, WORDS, kind_of
from gui.plotting.binding_inks import ground, pattern
from gui.plotting.inks import Inks, luminance
from gui.plotting.pins import MOST
from gui.views.surfaces import SurfacesView
from gui.views.surfaces_backdrop import BINDS
from gui.widgets.cure_popover import CurePopover

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

X, Y = "deployment.concurrency", "workload.input_tokens"


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
    return made


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and window.frame is not None, timeout=60_000)
    QApplication.processEvents()


def canvas_of(window):
    return window.views[0].canvas


def at(window, across, up, column=0):
    """Return the pixel of a plot at (across, up), 0-1."""
    box = canvas_of(window).scene_now.geometry.plots[column]
    return QPoint(round(box.left() + across * box.width()), round(box.top() + (1 - up) * box.height()))


def right_click(window, across, up, column=0):
    """Ask for the menu there as the mouse does; return it."""
    canvas, place = canvas_of(window), at(window, across, up, column)
    port = canvas.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, port.mapToGlobal(place))
    QApplication.sendEvent(port, event)
    QApplication.processEvents()
    found = [m for m in window.views[0].findChildren(QMenu, "point-menu") if m.isVisible()]
    assert len(found) == 1
    return found[0]


def choose(menu, words):
    """Trigger the entry that begins with `words` by mouse."""
    action = next(a for a in menu.actions() if a.text().startswith(words))
    assert action.isEnabled()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    QApplication.processEvents()


def shown(window):
    return canvas_of(window).scene_now.result


# what binds ----------------------------------------------------------------------------------


def frame(scenario, **changes):
    view = SurfacesView()
    view.resize(1084, 710)
    view.show_scenario(scenario, scenario)
    view.set_look("binds")
    for axis, key in changes.items():
        view.set_axis(axis, key)
    made = view.job().run(scenario, scenario, False, lambda: False)
    view.deleteLater()
    return made


@pytest.mark.parametrize("name", ["enterprise-assistant", "own-silicon", "two-tier-service"])
def test_what_binds_is_the_engine_s_limit_and_else_what_its_steps_wait_for(styled, name):
    result = frame(files.load_builtin(name).scenario)
    expected = surface(result.scenario, result.surface.x, result.surface.y).metrics
    waits = ("bandwidth", "compute", "link", "host")
    stops = {1: "memory", 2: "ttft", 3: "tpot", 4: "capacity", 5: "layout", 6: "quality"}
    codes = result.binds.codes
    for i, j in itertools.product(range(0, 96, 7), repeat=2):
        binding, bound = float(expected["binding"][i, j]), float(expected["bound"][i, j])
        assert KINDS[codes[i, j]] == (stops[round(binding)] if binding else waits[round(bound)])
    found, counts = np.unique(codes, return_counts=True)
    # No name for a corner too small to see.
    seen = {KINDS[code] for code, count in zip(found, counts, strict=True) if count >= SEEN * codes.size}
    assert seen == set(result.binds.kinds)


def test_a_fleet_of_set_size_with_idle_replicas_waits_for_demand():
    idle = DEFAULT.with_values({"deployment.load": "replicas", "deployment.replicas": 400.0})
    busy = idle.with_value("deployment.replicas", 8.0)
    assert point(idle).base("load") < 0.5
    assert kind_of(idle, point(idle)) == "demand"
    assert kind_of(busy, point(busy)) != "demand"
    whole = DEFAULT.with_values({"fleet.rounding": "whole", "workload.users": 20.0})
    assert kind_of(whole, point(whole)) == "demand"
    bought = DEFAULT.with_value("finance.supply", "api")
    assert kind_of(bought, point(bought)) == "bought"


def test_the_legend_names_what_occurs_and_nothing_else(qtbot, window):
    window.views[0].set_look("binds")
    settle(qtbot, window)
    legend = canvas_of(window)._look.legend
    kinds = [kind.removeprefix(BINDS) for kind, _ in legend if kind.startswith(BINDS)]
    assert kinds == list(shown(window).binds.kinds)
    assert "layout" not in kinds
    assert all(words == WORDS[kind.removeprefix(BINDS)] for kind, words in legend if kind.startswith(BINDS))
    assert not {kind for kind, _ in legend} & {"slow", "memory"}


def test_a_colour_of_what_binds_is_where_the_engine_says_so(qtbot, window):
    view = window.views[0]
    view.set_look("binds")
    for name in ("isos", "chips", "baseline"):
        view.set_overlay(name, False)
    settle(qtbot, window)
    image = canvas_of(window).grab().toImage()
    result, colors = shown(window), theme.current()
    for kind in ("memory", "bandwidth"):
        rows, columns = np.nonzero(result.binds.codes == KINDS.index(kind))
        middle = np.argmin((rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2)
        spot = at(window, columns[middle] / 95, rows[middle] / 95, column=2)
        near = {image.pixelColor(spot + QPoint(dx, dy)).name() for dx in range(-4, 5) for dy in range(-4, 5)}
        assert ground(colors, kind).name() in near


@pytest.mark.parametrize("name", theme.NAMES)
def test_kinds_are_told_apart_without_colour(styled, name):
    inks = Inks(theme.theme(name))
    seen = []
    for kind in KINDS:
        image = QImage(20, 20, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.fillRect(image.rect(), ground(inks.theme, kind))
        painter.fillRect(image.rect(), pattern(inks, kind))
        painter.end()
        grey = np.array([[luminance(image.pixelColor(x, y)) for x in range(20)] for y in range(20)])
        seen.append((kind, grey))
    for (one, a), (other, b) in itertools.combinations(seen, 2):
        # Another pattern, or one of plain grounds clearly lighter.
        assert np.abs((a - a.mean()) - (b - b.mean())).max() > 0.03 or abs(a.mean() - b.mean()) > 0.1, (
            one,
            other,
        )


def test_hover_names_the_limit_with_both_figures(window):
    result = shown(window)
    rows, columns = np.nonzero(result.surface.metrics["binding"] == 3.0)
    said = canvas_of(window).tip_at(at(window, columns[20] / 95, rows[20] / 95))
    found = re.search(r"TPOT p95 ([\d.,]+) ms > ([\d.,]+) ms", said)
    assert found is not None, said
    assert float(found[1].replace(",", "")) >= float(found[2].replace(",", ""))
    assert float(found[2].replace(",", "")) == window.document.scenario.number("limits.tpot")


def test_hover_on_a_served_point_tells_what_it_waits_for_and_which_limit_comes_next(window):
    said = canvas_of(window).tip_at(at(window, 0.3, 0.3))
    here = shown(window).grid.node(*_exact(window, 0.3, 0.3))
    nearest = max(
        ("TTFT", "ttft_use"), ("TPOT", "tpot_use"), ("memory", "memory_use"), key=lambda p: here.base(p[1])
    )
    assert "Steps wait for memory bandwidth" in said
    assert f"next limit: {nearest[0]}, at {here.base(nearest[1]) * 100:.0f} % of it" in said


# cures ---------------------------------------------------------------------------------------


def popover(window):
    found = [w for w in window.views[0].findChildren(CurePopover) if w.isVisible()]
    return found[0] if found else None


def test_a_cure_offered_at_a_point_clears_it_in_one_step(qtbot, window):
    before, count = window.document.scenario, window.document.stack.count()
    choose(right_click(window, 0.8, 0.55), "Why infeasible?")
    made = popover(window)
    assert made is not None
    stood = window.views[0].menu.scenario_at(QPointF(*_exact(window, 0.8, 0.55)))
    buttons = made.findChildren(QPushButton, "cure")
    wanted = cures(stood)
    assert [offer.label for offer in made.offers] == [cure.label for cure in wanted]
    assert len(buttons) == len(wanted) > 0
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.frame.point.feasible
    assert window.frame.point.base("cost_per_request") == pytest.approx(wanted[0].cost_per_request, rel=1e-9)
    assert window.document.stack.count() == count + 1
    window.document.stack.undo()
    assert window.document.scenario == before


def test_why_is_not_asked_of_a_point_that_can_be_served(window):
    menu = right_click(window, 0.2, 0.2)
    action = next(a for a in menu.actions() if a.text().startswith("Why infeasible?"))
    assert not action.isEnabled()
    menu.close()


def test_a_double_click_on_a_hatched_point_tells_why_and_ends_its_gesture(qtbot, window):
    port, spot = canvas_of(window).viewport(), at(window, 0.95, 0.9)
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=spot)
    QApplication.processEvents()
    assert popover(window) is None
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=spot)
    QApplication.processEvents()
    made = popover(window)
    assert made is not None
    assert not window._in_gesture
    assert "memory" in made.accessibleName()
    made.close()
    settle(qtbot, window)


def test_a_point_that_no_single_change_clears_says_so(window):
    spot = QPointF(1.0, 1.0)
    assert cures(window.views[0].menu.scenario_at(spot)) == []
    made = window.views[0].menu.popover(spot)
    assert made.offers == ()
    assert any(
        "No single change" in label.text() for label in made.findChildren(type(made.findChild(object, "why")))
    )
    made.close()


# pins ----------------------------------------------------------------------------------------


def test_shift_click_pins_a_point_with_the_engine_s_figures_and_undo_takes_it_away(qtbot, window):
    before = window.document.scenario
    count = window.document.stack.count()
    port = canvas_of(window).viewport()
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, shift, at(window, 0.3, 0.4, column=1))
    settle(qtbot, window)
    assert window.document.scenario == before
    assert window.document.stack.count() == count + 1
    (pin,) = shown(window).pins
    held = window.views[0].pins[0].plain()
    engine = point(before.with_values(held))
    assert pin.values == tuple(engine.shown(plot.metric) for plot in shown(window).plots)
    assert pin.place == pytest.approx((0.3, 0.4), abs=0.01)
    assert window.document.session.views["surfaces"]["pins"] == [held]
    window.document.stack.undo()
    settle(qtbot, window)
    assert window.views[0].pins == ()
    assert shown(window).pins == ()


def test_shift_click_on_a_pin_takes_it_away_and_nine_are_the_most(qtbot, window):
    port, shift = canvas_of(window).viewport(), Qt.KeyboardModifier.ShiftModifier
    for i in range(MOST + 1):
        QTest.mouseClick(port, Qt.MouseButton.LeftButton, shift, at(window, 0.05 + 0.09 * i, 0.3))
        settle(qtbot, window)
    assert len(window.views[0].pins) == MOST
    first = shown(window).pins[0]
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, shift, at(window, *first.place))
    settle(qtbot, window)
    assert len(window.views[0].pins) == MOST - 1
    said = canvas_of(window).tip_at(at(window, *shown(window).pins[0].place))
    assert said.startswith("Pin 1:")


def test_pins_follow_the_other_inputs_and_hide_on_other_axes(qtbot, window):
    view = window.views[0]
    view.menu.toggle_pin(QPointF(0.3, 0.4))
    settle(qtbot, window)
    (before,) = shown(window).pins
    window.input_edited("accelerator.rent", 5.0, 3)
    settle(qtbot, window)
    (after,) = shown(window).pins
    assert after.values[0] > before.values[0]
    view.set_axis("y", "accelerator.rent")
    settle(qtbot, window)
    assert shown(window).pins == ()
    view.set_axis("y", Y)
    view.swap()
    settle(qtbot, window)
    (swapped,) = shown(window).pins
    assert swapped.place == pytest.approx(before.place[::-1])


def test_settings_without_sense_leave_pins_and_look_alone(styled, qtbot):
    view = SurfacesView()
    qtbot.addWidget(view)
    view.restore({"pins": [{X: 48.0, Y: 2000.0}], "look": "binds"})
    kept = view.settings()
    for bad in ([{X: "much", Y: 1.0}], [{X: 1.0}], [3], [{"no.such": 1.0, Y: 2.0}], [{X: True, Y: 2.0}]):
        view.restore({"pins": bad})
        assert view.settings()["pins"] == []
    view.restore(kept | {"look": "nonsense"})
    assert view.settings() == kept
    old = {k: v for k, v in kept.items() if k != "look"}
    view.restore(old | {"contour": True})
    assert view.settings()["look"] == "contour"


# the menu ------------------------------------------------------------------------------------


def test_make_scenario_here_opens_a_child_that_stands_there(qtbot, window):
    before = window.document.scenario
    choose(right_click(window, 0.25, 0.5), "Make scenario here")
    settle(qtbot, window)
    now = window.document.scenario
    assert len(window.document.session.cases) == 2
    assert set(now.differing(before)) == {X, Y}
    assert now.parent is not None
    assert shown(window).x.place(now.get(X)) == pytest.approx(0.25, abs=0.01)


def test_move_here_is_one_step_and_explain_opens_the_figure_of_its_column(qtbot, window):
    count = window.document.stack.count()
    choose(right_click(window, 0.6, 0.2, column=2), "Explain Gross margin")
    settle(qtbot, window)
    assert window.document.stack.count() == count + 1
    assert window.inspector.is_open("explain")
    assert window.explainer.key == "gross_margin"
    assert shown(window).x.place(window.document.scenario.get(X)) == pytest.approx(0.6, abs=0.01)


def test_copied_values_are_the_engine_s_in_full(window):
    choose(right_click(window, 0.4, 0.3), "Copy values")
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    here = point(window.views[0].menu.scenario_at(QPointF(*_exact(window, 0.4, 0.3))))
    told = {row[0]: row[1] for row in rows}
    for key in window.views[0].metric_keys():
        assert float(told[METRICS[key].label]) == here.shown(key)
    assert all(len(row) == 3 for row in rows)
    assert rows[-1][0] == "What binds"


def _exact(window, across, up):
    box, spot = canvas_of(window).scene_now.geometry.plots[0], at(window, across, up)
    return (spot.x() - box.left()) / box.width(), 1 - (spot.y() - box.top()) / box.height()


def test_the_menu_key_opens_the_menu_of_the_base_point(window):
    canvas = canvas_of(window)
    canvas.setFocus()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(canvas.viewport(), event)
    QApplication.processEvents()
    (menu,) = [m for m in window.views[0].findChildren(QMenu, "point-menu") if m.isVisible()]
    menu.close()


def test_only_kinds_without_figures_hide_iso_lines():
    hidden = DEFAULT.with_values({X: 512.0, Y: 32768.0})
    assert kind_of(hidden, point(hidden)) in BLOCKED
    assert np.isnan(point(hidden).base("cost_per_request"))
    late = DEFAULT.with_value("limits.tpot", 1.0)
    assert kind_of(late, point(late)) not in BLOCKED
