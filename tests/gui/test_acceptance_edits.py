"""Edits as a user makes them, in the whole window: acceptance checks 8 to 12, 16, 17, 19, 20 and 23.

One window serves all tests of this module; each begins with the default scenario opened anew.
"""

import json
import math

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QCloseEvent, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QTabBar, QWidget

from engine import catalog, files
from engine.drivers import point
from engine.formatting import format_delta
from engine.metrics import METRICS
from engine.parameters import SPECS
from engine.scenario import Uncertainty
from gui.launch import open_window
from gui.panels.kpi_strip import KPIS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LEFT = Qt.MouseButton.LeftButton
START = files.resolve(None).scenario
RENT, PRICE, TPOT, SHARE = "accelerator.rent", "price.output", "limits.tpot", "deployment.load_share"


@pytest.fixture(scope="module")
def shared_window(qapp):
    made = open_window(None)
    made.resize(1440, 900)
    made.show()
    yield made
    made.document._mark_saved()
    made.close()
    made.deleteLater()


@pytest.fixture
def window(shared_window, styled, qtbot):
    shared_window.document.open(files.Project((START,)), None)
    shared_window.open_view("surfaces")
    shared_window.activateWindow()
    qtbot.waitUntil(shared_window.isActiveWindow)
    shared_window.inputs.clear_filters()
    settle(qtbot, shared_window)
    yield shared_window
    while popup := QApplication.activePopupWidget():
        popup.close()
    shared_window.document.open(files.Project((START,)), None)
    settle(qtbot, shared_window)


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and window.frame is not None, timeout=60_000)
    for _ in range(3):
        QApplication.processEvents()


def row_of(window, key):
    window.inputs.focus_key(key)
    QApplication.processEvents()
    return window.findChild(QWidget, f"param:{key}")


def type_into(qtbot, window, key, text):
    row = row_of(window, key)
    row.edit.setFocus()
    row.edit.selectAll()
    QTest.keyClicks(row.edit, text)
    QTest.keyClick(row.edit, Qt.Key.Key_Return)
    settle(qtbot, window)
    return row


def tiles(window):
    return {key: window.kpis.tile(key).headline() for key in KPIS}


def undo(qtbot, window, key=Qt.Key.Key_Z):
    """Press Ctrl and `key` wherever the focus is, as a hand does."""
    window.activateWindow()  # A menu may have been in front.
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.focusWidget() or window, key, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)


# 8. undo ------------------------------------------------------------------------------------------


def test_check_08_part_axis_pin_solution_and_closed_scenario_are_one_undo_step_each(qtbot, window):
    document = window.document
    states = [document.session]

    def step(done):
        settle(qtbot, window)
        assert document.stack.count() == len(states), done
        assert document.session != states[-1], done
        states.append(document.session)

    window.inputs.section("accelerator").part_chosen.emit("accelerator", "b200-sxm")
    step("a part of the library")
    row_of(window, "workload.output_tokens").menu().actions()[0].trigger()
    step("an axis")
    QTest.mouseClick(window.findChild(QWidget, "pin"), LEFT)
    step("a baseline")
    window.open_view("solve")
    settle(qtbot, window)
    canvas = window.view().roots
    QTest.mouseDClick(canvas, LEFT, pos=canvas.box(0).center().toPoint())
    step("an answer of the solver")
    window.duplicate(0)
    step("a scenario added")
    tabs = window.findChild(QTabBar, "tabs:scenarios")
    tabs.customContextMenuRequested.emit(tabs.tabRect(0).center())
    menu = QApplication.activePopupWidget()
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(menu.actions()[-1]).center())
    step("a scenario closed")
    # Every step is computed on its way; the solver would take half a second over each.
    window.open_view("surfaces")
    for state in reversed(states[:-1]):
        undo(qtbot, window)
        assert document.session == state
    assert window.frame.point.same(point(START))
    for state in states[1:]:
        undo(qtbot, window, Qt.Key.Key_Y)
        assert document.session == state


# 9. typing ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "key", "text", "value"),
    [
        ("C", "workload.users", "1.2M", 1.2e6),
        ("C", "workload.cached_share", "12%", 0.12),
        ("de_DE", TPOT, "3,5", 3.5),
        ("C", TPOT, "3.5", 3.5),
        ("C", TPOT, "=2*1.3", 2.6),
        ("C", RENT, "2600 $/month", 2600 * 12 / 8760),
    ],
)
def test_check_09_what_is_typed_reaches_the_scenario(qtbot, window, locale, key, text, value):
    QLocale.setDefault(QLocale(locale))
    type_into(qtbot, window, key, text)
    assert window.document.scenario.number(key) == pytest.approx(value, rel=1e-12)
    assert window.frame.point.same(point(window.document.scenario))


def test_check_09_nonsense_is_told_under_the_field_and_moves_no_figure(qtbot, window):
    before = tiles(window)
    row = type_into(qtbot, window, TPOT, "abc")
    assert row.message().startswith("'abc' is not a number")
    assert window.document.scenario == START
    assert tiles(window) == before


def test_check_09_two_numbers_are_a_distribution(qtbot, window):
    type_into(qtbot, window, RENT, "3 to 6")
    made = window.document.scenario.annotation(RENT).uncertainty
    assert isinstance(made, Uncertainty)
    assert (made.low, made.high) == (3.0, 6.0)
    assert 3.0 <= window.document.scenario.number(RENT) <= 6.0


# 10. locale ---------------------------------------------------------------------------------------


def typed_and_saved(qtbot, window, locale, path, point_):
    """Return the bytes of a file made by typing in `locale`, whose decimal mark is `point_`."""
    QLocale.setDefault(QLocale.c() if locale == "C" else QLocale(locale))
    window.document.open(files.Project((START,)), None)
    for key, text in ((TPOT, "48.25"), (RENT, "1900.5 $/month"), ("workload.cached_share", "12.5 %")):
        row = type_into(qtbot, window, key, text.replace(".", point_))
        assert row.message() == ""
    window.document.save(path)
    return path.read_bytes()


def test_check_10_files_do_not_know_the_locale_they_were_typed_in(qtbot, window, tmp_path):
    plain = typed_and_saved(qtbot, window, "C", tmp_path / "c.isocost", ".")
    kept = window.document.scenario
    assert kept.number(TPOT) == 48.25
    for locale in ("es_CO", "de_DE"):
        path = tmp_path / f"{locale}.isocost"
        assert typed_and_saved(qtbot, window, locale, path, ",") == plain
        assert window.document.scenario == kept
    # Each is read under another locale than it was made in, and shown in that one's marks.
    for made, read, shown in (("es_CO", "de_DE", "48,25"), ("de_DE", "C", "48.25"), ("c", "es_CO", "48,25")):
        QLocale.setDefault(QLocale.c() if read == "C" else QLocale(read))
        assert window.files.open(tmp_path / f"{made}.isocost")
        settle(qtbot, window)
        assert window.document.scenario == kept
        row = row_of(window, TPOT)
        row.slider.setFocus()
        assert row.edit.text() == shown


# 11. hard and soft range --------------------------------------------------------------------------


def issues(window):
    """Return the inputs that issues are about; what a limit stops is about none."""
    return [issue.key for issue in window.inspector.issues_panel.issues() if issue.key]


def test_check_11_beyond_the_hard_range_is_refused_beyond_the_soft_one_is_an_issue(qtbot, window):
    """Share of capacity is what the specification calls utilisation; sources show up to 95 % of it."""
    window.document.set_value("deployment.load", "share")
    settle(qtbot, window)
    before, known = window.document.scenario, issues(window)
    row = type_into(qtbot, window, SHARE, "150 %")
    assert "must be between" in row.message()
    assert row.mark() == "error"
    assert window.document.scenario == before
    row = type_into(qtbot, window, SHARE, "97 %")
    assert window.document.scenario.number(SHARE) == pytest.approx(0.97)
    assert (row.message(), row.mark()) == ("", "soft")
    assert sorted(issues(window)) == sorted([*known, SHARE])
    type_into(qtbot, window, SHARE, "50 %")
    assert row.mark() == ""
    assert SHARE not in issues(window)


# 12. reset to what --------------------------------------------------------------------------------


def enter(row):
    """Bring the pointer over `row`."""
    at = QPointF(4.0, 4.0)
    QApplication.sendEvent(row, QEnterEvent(at, at, QPointF(row.mapToGlobal(at.toPoint()))))


def press_reset(row):
    """Press the reset button of `row` as a hand does; return the offers of its menu."""
    enter(row)
    QTest.mouseClick(row.reset, LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu, {action.objectName(): action for action in menu.actions()}


def choose(qtbot, window, row, target):
    menu, offers = press_reset(row)
    at = menu.actionGeometry(offers[target]).center()
    QTest.mouseClick(menu, LEFT, pos=at)
    settle(qtbot, window)


def test_check_12_reset_goes_to_parent_saved_library_or_opened_as_asked(qtbot, window, tmp_path):
    library = catalog.library_value(START, RENT)
    window.document.open(files.Project((START.with_value(RENT, 3.0),)), None)
    window.child(0)
    document, path = window.document, tmp_path / "child.isocost"
    document.set_value(RENT, 3.3)
    document.save(path)
    document.set_value(RENT, 3.6)
    settle(qtbot, window)
    assert library not in {3.0, 3.3, 3.6}
    row = row_of(window, RENT)
    reached = {}
    for target in ("parent", "saved", "library"):
        document.set_value(RENT, 3.6)
        settle(qtbot, window)
        choose(qtbot, window, row, target)
        reached[target] = document.scenario.number(RENT)
        menu, offers = press_reset(row)
        known = {name: document.reset_value(RENT, name) for name in offers}
        assert {name: action.isEnabled() for name, action in offers.items()} == {
            name: value is not None and value != reached[target] for name, value in known.items()
        }
        menu.close()
    assert reached == {"parent": 3.0, "saved": 3.3, "library": library}


def overrides(path):
    return json.loads(path.read_text("utf-8"))["scenarios"][-1]["overrides"]


def test_check_12_a_reset_to_the_parent_takes_the_override_out_of_the_file(qtbot, window, tmp_path):
    window.child(0)
    document, path = window.document, tmp_path / "child.isocost"
    document.set_value(RENT, 3.3)
    document.save(path)
    assert RENT in overrides(path)
    settle(qtbot, window)
    row = row_of(window, RENT)
    assert row.reset.isEnabled()
    choose(qtbot, window, row, "parent")
    assert document.scenario.number(RENT) == START.number(RENT)
    document.save(path)
    assert RENT not in overrides(path)
    settle(qtbot, window)
    # Parent, saved, library and opened are one now.
    enter(row)
    assert not row.reset.isEnabled()


def test_check_12_a_save_under_the_hand_leaves_nothing_to_reset_to(qtbot, window, tmp_path):
    document, path = window.document, tmp_path / "work.isocost"
    document.set_value(RENT, 3.3)
    document.save(path)
    document.stack.undo()
    settle(qtbot, window)
    row = row_of(window, RENT)
    enter(row)
    before = row.reset.isEnabled()
    document.save(path)
    # Opened, saved and library are what stands there; nobody moved the pointer.
    offers = {name: document.reset_value(RENT, name) for name in ("parent", "saved", "library", "opened")}
    possible = any(value is not None and value != document.scenario.number(RENT) for value in offers.values())
    assert before
    assert row.reset.isEnabled() == possible
    assert not possible


# 16. deltas ---------------------------------------------------------------------------------------


def test_check_16_every_delta_is_value_less_baseline_and_a_change_that_moves_nothing_leaves_it(qtbot, window):
    QTest.mouseClick(window.findChild(QWidget, "pin"), LEFT)
    base = point(START)

    def shown_against(scenario):
        now = point(scenario)
        return {key: format_delta(now.base(key), base.base(key), METRICS[key]) for key in KPIS}

    type_into(qtbot, window, RENT, "3.4")
    told = tiles(window)
    expected = shown_against(window.document.scenario)
    assert {key: (tile.delta, tile.direction) for key, tile in told.items()} == expected
    assert expected["cost_per_output_token"][1] == 1
    # What the rent does not touch says so.
    assert told["tpot_p95"].delta == told["utilization"].delta == "unchanged"
    type_into(qtbot, window, RENT, f"{START.number(RENT):g}")
    assert window.document.scenario.number(RENT) == START.number(RENT)
    assert {tile.delta for tile in tiles(window).values()} == {"unchanged"}


# 17. break-even -----------------------------------------------------------------------------------


def solve_row(window, key):
    roots = window.view().roots.result.roots
    return next((i for i, root in enumerate(roots) if root.key == key), None)


def test_check_17_the_price_that_breaks_even_leaves_no_margin_and_a_locked_one_never_moves(qtbot, window):
    window.open_view("solve")
    settle(qtbot, window)
    canvas = window.view().roots
    at = solve_row(window, PRICE)
    canvas.top = max(0, at - 2)
    canvas.repaint()
    QTest.mouseDClick(canvas, LEFT, pos=canvas.box(at).center().toPoint())
    settle(qtbot, window)
    assert window.document.scenario.number(PRICE) != START.number(PRICE)
    assert abs(window.frame.point.base("gross_margin")) < 1e-9
    window.document.stack.undo()
    window.document.lock(PRICE, True)
    settle(qtbot, window)
    assert solve_row(window, PRICE) is None


def test_check_17_without_a_root_the_nearest_is_told_and_nothing_moves(qtbot, window):
    window.open_view("solve")
    settle(qtbot, window)
    field = window.view().target
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "99.9999 %")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, window)
    canvas = window.view().roots
    roots = canvas.result.roots
    at = next(i for i, root in enumerate(roots) if math.isnan(root.value))
    # Told where it comes nearest, and that is what the model says there.
    nearest = point(START.with_value(roots[at].key, roots[at].nearest))
    assert roots[at].reached == pytest.approx(nearest.base("gross_margin"), rel=1e-9)
    assert roots[at].reached < 0.999999
    canvas.top = max(0, at - 2)
    canvas.repaint()
    QTest.mouseDClick(canvas, LEFT, pos=canvas.box(at).center().toPoint())
    settle(qtbot, window)
    assert window.document.scenario == START


# 19. a truncated file -----------------------------------------------------------------------------


@pytest.fixture
def truncated(tmp_path):
    path = tmp_path / "case.isocost"
    files.save(path, files.Project((START.with_value(RENT, 3.3),)))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path, whole


@pytest.mark.parametrize("wanted", [True, False])
def test_check_19_a_truncated_file_names_its_line_and_offers_what_was_kept(
    qtbot, window, truncated, monkeypatch, wanted
):
    path, whole = truncated
    path.with_name("case.isocost.bak").write_bytes(b"{")
    newest = path.with_name("case.isocost.bak1")
    newest.write_bytes(whole)
    asked = []

    def question(*arguments):
        asked.append(arguments[2])
        return QMessageBox.StandardButton.Open if wanted else QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "question", question)
    damaged = path.read_bytes()
    assert window.files.open(path) is wanted
    settle(qtbot, window)
    last = damaged.rstrip().count(b"\n") + 1
    assert f"line {last}" in asked[0]
    assert newest.name in asked[0]
    assert window.document.scenario.number(RENT) == (3.3 if wanted else START.number(RENT))
    # Neither the damaged file nor what was kept is in danger.
    assert window.document.path is None
    assert (path.read_bytes(), newest.read_bytes()) == (damaged, whole)
    type_into(qtbot, window, RENT, "3.1")
    assert window.frame.point.same(point(window.document.scenario))


def test_check_19_a_truncated_file_alone_is_told_and_a_broken_backup_too(
    qtbot, window, truncated, monkeypatch
):
    path, _ = truncated
    told = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *arguments: told.append(arguments[-1]))
    assert not window.files.open(path)
    path.with_name("case.isocost.bak").write_bytes(b"{")
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Open)
    assert not window.files.open(path)
    assert "case.isocost: line" in told[0]
    assert "case.isocost.bak: " in told[1]
    assert window.document.scenario == START


# 20. honest dirty flag ----------------------------------------------------------------------------


def close(window):
    """Ask the window to close as its frame does; return whether it would."""
    event = QCloseEvent()
    answered = window.files.may_discard()
    event.setAccepted(answered)
    return event.isAccepted()


def test_check_20_closing_asks_only_after_a_change_and_save_saves(qtbot, window, monkeypatch, tmp_path):
    answers = []
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop())
    path = tmp_path / "kept.isocost"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    assert close(window)
    type_into(qtbot, window, RENT, "3.3")
    assert window.windowTitle().startswith("*")
    undo(qtbot, window)
    assert not window.windowTitle().startswith("*")
    assert close(window)
    type_into(qtbot, window, RENT, "3.3")
    answers.append(QMessageBox.StandardButton.Cancel)
    assert not close(window)
    assert window.isVisible()
    answers.append(QMessageBox.StandardButton.Save)
    assert close(window)
    assert files.load(path).scenario.number(RENT) == 3.3
    assert not window.windowTitle().startswith("*")
    type_into(qtbot, window, RENT, "3.5")
    answers.append(QMessageBox.StandardButton.Discard)
    assert close(window)
    assert files.load(path).scenario.number(RENT) == 3.3
    assert answers == []


# 23. explain --------------------------------------------------------------------------------------


def test_check_23_the_root_is_the_headline_figure_and_a_leaf_leads_to_its_row(qtbot, window):
    QTest.mouseClick(window.kpis.tile("cost_per_output_token"), LEFT)
    settle(qtbot, window)
    tree = window.inspector.explain_panel.tree
    told = window.kpis.tile("cost_per_output_token").headline()
    assert told.value in tree.root().text
    walk(tree)
    path, leaf = next((p, n) for p, n in tree.shown() if n.kind == "input" and n.key in SPECS)
    QApplication.processEvents()
    box = tree.row_box(path)
    QTest.mouseClick(tree, LEFT, pos=QPoint(box.center().x(), box.top() + 8))
    QApplication.processEvents()
    row = window.findChild(QWidget, f"param:{leaf.key}")
    assert row is not None
    assert row.isAncestorOf(window.focusWidget())


def walk(tree):
    """Unfold the first branch down to its inputs."""
    for _ in range(12):
        if any(node.kind == "input" for _, node in tree.shown()):
            return
        path = next(p for p, node in reversed(tree.shown()) if node.children and p)
        tree.unfold(path)


def test_the_menu_of_an_input_shows_where_it_is_used_and_explains_a_figure(qtbot, window):
    row = row_of(window, RENT)
    next(a for a in row.menu().actions() if a.text() == "Show where used").trigger()
    menu = QApplication.activePopupWidget()
    assert menu.objectName() == "used"
    label = METRICS["cost_per_request"].label
    figure = next((a for a in menu.actions() if a.text() == label), menu.actions()[1])
    wanted = figure.text()
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(figure).center())
    settle(qtbot, window)
    assert window.inspector.is_open("explain")
    assert window.inspector.explain_panel.tree.root().label == wanted
