"""How an input becomes an axis: from a list that begins with what matters, by its label, from its menu."""

import math

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMenu, QWidget

from engine import files
from engine.drivers import point
from engine.scenario import DEFAULT
from engine.solve.roots import plausible_range
from gui.launch import open_window
from gui.plotting.moving import TOP, axis_groups, influential
from gui.widgets.axis_drag import MIME, AxisDrag, carried, packed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

X, Y = "deployment.concurrency", "workload.input_tokens"
RENT = "accelerator.rent"
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
    return made


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and window.frame is not None, timeout=60_000)
    QApplication.processEvents()


def row(window, key):
    window.inputs.focus_key(key)
    QApplication.processEvents()
    found = window.findChild(QWidget, f"param:{key}")
    assert found is not None
    return found


def menu_of(window, key):
    """Ask for the menu of an input's row as the mouse does."""
    widget = row(window, key)
    at = QPoint(60, 8)
    QApplication.sendEvent(
        widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
    )
    QApplication.processEvents()
    (menu,) = [m for m in widget.findChildren(QMenu) if m.isVisible()]
    return menu


def choose(menu, words):
    action = next(a for a in menu.actions() if a.text() == words)
    assert action.isEnabled()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    QApplication.processEvents()


def drop(widget, key, at, *, leave=False):
    """Carry an input over `widget` and let go at `at`; return whether it was taken."""
    data = packed(key)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for made in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(widget, made(at, copy, data, left, none))
    if leave:
        QApplication.sendEvent(widget, QDragLeaveEvent())
        return False
    event = QDropEvent(QPointF(at), copy, data, left, none)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


# the list ------------------------------------------------------------------------------------


@pytest.mark.parametrize("metric", ["cost_per_output_token", "tpot_p95", "gross_margin"])
def test_the_list_begins_with_the_inputs_that_move_the_metric_most(metric):
    leading = influential(DEFAULT, metric)
    assert len(leading) == TOP

    def span(key):
        ends = [point(DEFAULT.with_value(key, float(v))).base(metric) for v in ends_of(key)]
        known = [v for v in (*ends, point(DEFAULT).base(metric)) if math.isfinite(v)]
        return max(known) - min(known)

    def ends_of(key):
        spec_ends = plausible_range(DEFAULT, key)
        return [round(v) if key.startswith("deployment.") and "parallel" in key else v for v in spec_ends]

    spans = [span(key) for key in leading]
    assert spans == sorted(spans, reverse=True)
    others = [OUTPUT, "workload.cached_share", "facility.power_price", "price.output", RENT]
    least = spans[-1]
    assert all(span(key) <= least * (1 + 1e-9) for key in others if key not in leading)
    title, entries = axis_groups(DEFAULT, metric)[0]
    assert [key for key, _ in entries] == leading
    assert "Most influential now" in title


def test_what_matters_most_follows_the_scenario():
    assert RENT in influential(DEFAULT, "cost_per_output_token")
    own = DEFAULT.with_value("finance.supply", "own")
    assert RENT not in influential(own, "cost_per_output_token")
    rack = files.load_builtin("reasoning-rack").scenario
    assert influential(rack, "cost_per_output_token")[0] == X


def test_a_search_in_the_list_finds_an_input_and_enter_takes_it(qtbot, window):
    tools = window.views[0].tools
    QTest.mouseClick(tools.x_axis, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    (popup,) = [w for w in QApplication.topLevelWidgets() if w.objectName() == "popup" and w.isVisible()]
    listed = popup.findChild(QListWidget)
    assert "Most influential now" in listed.item(0).text()
    field = popup.findChild(QLineEdit)
    QTest.keyClicks(field, "output per")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.views[0].axis_keys()[0] == OUTPUT


# the label -----------------------------------------------------------------------------------


def test_a_label_pulled_far_enough_carries_its_input(window, monkeypatch):
    carrying = []
    monkeypatch.setattr(AxisDrag, "carry", lambda self: carrying.append(self._key()))
    widget = row(window, OUTPUT)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(widget, left, pos=QPoint(60, 8))
    QTest.mouseMove(widget, QPoint(62, 9))
    assert carrying == []
    QTest.mouseMove(widget, QPoint(100, 40))
    assert carrying == [OUTPUT]
    QTest.mouseRelease(widget, left, pos=QPoint(100, 40))
    QTest.mousePress(widget, left, pos=QPoint(widget.width() - 10, 8))
    QTest.mouseMove(widget, QPoint(widget.width() - 60, 60))
    QTest.mouseRelease(widget, left, pos=QPoint(10, 60))
    assert carrying == [OUTPUT]


def test_what_is_carried_is_the_input_of_the_tier_shown(qtbot, window):
    window.document.set_values({"routing.mode": "router", "routing.tiers": 2, "routing.share1": 0.5})
    settle(qtbot, window)
    window.inputs.show_tier(2)
    QApplication.processEvents()
    widget = window.findChild(QWidget, f"param:{X}")
    (drag,) = widget.findChildren(AxisDrag)
    assert drag._key() == f"tier2.{X}"
    assert carried(packed(drag._key())) == f"tier2.{X}"


@pytest.mark.parametrize(("where", "axis"), [("gutter", 1), ("below", 0), ("left edge", 1), ("foot", 0)])
def test_an_input_let_go_over_a_surface_goes_along_the_nearer_axis(qtbot, window, where, axis):
    canvas = window.views[0].canvas
    geometry = canvas.scene_now.geometry
    box = geometry.plots[1]
    at = {
        "gutter": geometry.gutter.center(),
        "below": geometry.ticks[2].center(),
        "left edge": QPoint(box.left() + 12, box.center().y()),
        "foot": QPoint(box.center().x(), box.bottom() - 12),
    }[where]
    count = window.document.stack.count()
    assert drop(canvas.viewport(), OUTPUT, at)
    settle(qtbot, window)
    assert window.views[0].axis_keys()[axis] == OUTPUT
    assert window.document.stack.count() == count + 1
    window.document.stack.undo()
    settle(qtbot, window)
    assert window.views[0].axis_keys() == (X, Y)


def test_the_axis_is_shown_while_an_input_is_carried_and_not_after(window):
    canvas = window.views[0].canvas
    plain = canvas.grab().toImage()
    box = canvas.scene_now.geometry.plots[0]
    data = packed(OUTPUT)
    foot = QPoint(box.center().x(), box.bottom() - 12)
    event = QDragEnterEvent(
        foot, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(canvas.viewport(), event)
    assert canvas.grab().toImage() != plain
    drop(canvas.viewport(), OUTPUT, foot, leave=True)
    assert canvas.grab().toImage() == plain


def test_an_input_let_go_on_a_list_or_a_table_is_taken_and_other_things_are_not(qtbot, window):
    tools = window.views[0].tools
    assert drop(tools.y_axis, RENT, QPoint(10, 10))
    settle(qtbot, window)
    assert window.views[0].axis_keys()[1] == RENT
    other = QMimeData()
    other.setText("workload.users")
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        other,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(tools.y_axis, event)
    assert window.views[0].axis_keys()[1] == RENT
    window.open_view("table")
    settle(qtbot, window)
    assert drop(window.view().rows.viewport(), RENT, QPoint(40, 40))
    settle(qtbot, window)
    assert window.view().model.columns[3] == RENT
    assert drop(window.view().tools.axes[0].input, "precision.kv", QPoint(5, 5))
    settle(qtbot, window)
    assert window.view().model.columns[1] == "precision.kv"


def test_a_name_that_is_no_input_changes_nothing(window):
    canvas = window.views[0].canvas
    drop(canvas.viewport(), "no.such", canvas.scene_now.geometry.gutter.center())
    drop(canvas.viewport(), "accelerator.part", canvas.scene_now.geometry.gutter.center())
    assert window.views[0].axis_keys() == (X, Y)
    data = QMimeData()
    data.setData(MIME, b"\xff\xfe")
    assert carried(data) not in {X, Y}


# the menu of a row ---------------------------------------------------------------------------


def test_a_row_s_menu_puts_numbers_and_choices_along_an_axis(qtbot, window):
    choose(menu_of(window, RENT), "Use as Y axis")
    settle(qtbot, window)
    assert window.views[0].axis_keys()[1] == RENT
    choose(menu_of(window, "precision.kv"), "Use as X axis")
    settle(qtbot, window)
    assert window.views[0].axis_keys()[0] == "precision.kv"


def test_sweep_opens_the_table_over_that_input(qtbot, window):
    choose(menu_of(window, RENT), "Sweep in a table")
    settle(qtbot, window)
    assert window.view().key == "table"
    assert window.view().model.columns[:2] == ("#", RENT)
    assert window.view().model.rowCount() > 20


def test_solve_for_this_brings_its_answer_to_the_front(qtbot, window):
    choose(menu_of(window, OUTPUT), "Solve for this")
    settle(qtbot, window)
    view = window.view()
    assert view.key == "solve"
    assert view.roots.result.roots[view.roots.row].key == OUTPUT
    assert view.roots.top <= view.roots.row < view.roots.top + view.roots.shown_rows()


def test_solving_for_what_moves_nothing_says_so(qtbot, window):
    window.document.lock("facility.power_price", True)
    window.row_actions.answer("facility.power_price", "solve")
    settle(qtbot, window)
    assert any("does not move Gross margin" in text for text in messages(window))


def messages(window):
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in window.status_bar.findChildren(QLabel)]


def test_a_locked_input_cannot_be_solved_for(qtbot, window):
    window.document.lock(RENT, True)
    settle(qtbot, window)
    menu = menu_of(window, RENT)
    assert not next(a for a in menu.actions() if a.text() == "Solve for this").isEnabled()
    menu.close()


def test_apply_to_all_scenarios_is_one_step_over_all_of_them(qtbot, window):
    window.child(0)
    window.duplicate(0)
    settle(qtbot, window)
    window.document.set_values({RENT: 3.3})
    count = window.document.stack.count()
    choose(menu_of(window, RENT), "Apply to all scenarios")
    settle(qtbot, window)
    assert [case.scenario.number(RENT) for case in window.document.session.cases] == [3.3] * 3
    assert window.document.stack.count() == count + 1
    window.document.stack.undo()
    assert {case.scenario.number(RENT) for case in window.document.session.cases} == {
        3.3,
        DEFAULT.number(RENT),
    }


def test_copy_key_is_that_of_the_tier_shown(qtbot, window):
    window.document.set_values({"routing.mode": "router", "routing.tiers": 2, "routing.share1": 0.5})
    settle(qtbot, window)
    window.inputs.show_tier(2)
    QApplication.processEvents()
    widget = window.findChild(QWidget, f"param:{X}")
    next(a for a in widget.menu().actions() if a.text() == "Copy key").trigger()
    assert QGuiApplication.clipboard().text() == f"tier2.{X}"
