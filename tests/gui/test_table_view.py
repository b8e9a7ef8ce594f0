"""The table: rows of a sweep known by their number, sorted and filtered as asked, taken away in full."""

import csv
import io
import math
import threading

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QAbstractTableModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from engine import cli, files
from engine.drivers import point
from engine.files.atomic import write_pieces
from engine.metrics import METRICS
from engine.parameters import SPECS
from engine.scenario import DEFAULT
from engine.sweep_plan import Plan, axis_of
from gui import shown_units, theme, writing
from gui.launch import open_window
from gui.plotting.table_job import LIVE, TableJob, TableSettings, TableStore
from gui.views.table import TableView
from gui.views.table_model import TableModel, figure
from gui.views.table_text import RowText
from tests.effort import Effort

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

X, Y, Z = "deployment.concurrency", "workload.input_tokens", "precision.kv"
COST = "cost_per_output_token"


def forget(window):
    window.document._mark_saved()
    window.live.stop()


@pytest.fixture
def window(qtbot, styled):
    made = open_window(None)
    made.resize(1440, 900)
    made.open_view("table")
    made.show()
    qtbot.addWidget(made, before_close_func=forget)
    settle(qtbot, made)
    return made


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and window.frame is not None, timeout=60_000)
    QApplication.processEvents()


def view(window):
    return window.view()


def click_head(qtbot, window, column):
    rows = view(window).rows
    section = view(window).model.columns.index(column)
    head = rows.head
    at = QPoint(head.sectionViewportPosition(section) + 20, 20)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle(qtbot, window)


def cell_at(window, place, column=0):
    rows = view(window).rows
    rows.scrollTo(view(window).model.index(place, column))
    return rows.visualRect(view(window).model.index(place, column)).center()


def column(window, key):
    model = view(window).model
    return np.array([model.cell(place, key) for place in range(model.rowCount())])


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


# what is shown -------------------------------------------------------------------------------


def test_every_cell_is_the_engine_s_figure_for_that_row(window):
    model = view(window).model
    assert model.rowCount() == 30
    for place in range(0, 30, 7):
        inputs = model.result.plan.inputs(model.row_at(place))
        here = point(window.document.scenario.with_values(inputs))
        for key in view(window).settings()["metrics"]:
            assert np.array_equal(model.cell(place, key), here.base(key), equal_nan=True)
    stopped = [p for p in range(30) if model.cell(p, "feasible") != 1.0]
    words = {model.data(model.index(p, model.columns.index("binding"))) for p in stopped}
    assert words <= {"memory", "TTFT limit", "TPOT limit", "capacity"}
    assert words


def test_rows_follow_a_slider(qtbot, window):
    before = column(window, COST)
    window.input_edited("accelerator.rent", 5.0, 3)
    settle(qtbot, window)
    after = column(window, COST)
    known = np.isfinite(before)
    assert np.all(after[known] > before[known])


def test_the_table_is_what_the_command_writes(window, capsys):
    assert cli.main(["sweep", "--x", f"{X}=8:256:6:log", "--y", f"{Y}=1000:16000:5:log", "--out", "-"]) == 0
    written = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    head, rows = view(window).table()
    at = [title.split(" [")[0] for title in written[0]]
    assert head[1:4] == [
        "Concurrent sequences [seqs]",
        "Context per request [tokens]",
        "Cost per output token [$/M tokens]",
    ]
    for found, expected in zip(rows, written[1:], strict=True):
        assert found[1] == float(expected[0])
        assert found[2] == pytest.approx(float(expected[1]))
        cost = expected[at.index(COST)]
        assert found[3] == (pytest.approx(float(cost), rel=1e-12) if cost else None)


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.0, "0"), (3.9604, "3.960"), (-587.44, "\u2212587.4"), (45.5921, "45.59"), (12345.6, "12,346"),
     (0.00012345, "0.0001234"), (2e-7, "2.000e\u221207"), (math.nan, "\u2014"), (math.inf, "\u2014")],
)  # fmt: skip
def test_figures_have_four_digits_and_no_nan(value, said):
    assert figure(value) == said


# rows keep their identity --------------------------------------------------------------------


def test_a_sorted_row_makes_the_scenario_of_that_row(qtbot, window):
    click_head(qtbot, window, "gross_margin")
    click_head(qtbot, window, "gross_margin")
    margins = column(window, "gross_margin")
    known = margins[np.isfinite(margins)]
    assert np.all(np.diff(known) <= 0)
    model = view(window).model
    place = 3
    expected = model.result.plan.inputs(model.row_at(place))
    shown = model.cell(place, X), model.cell(place, Y)
    cost = model.cell(place, COST)
    QTest.mouseClick(view(window).rows.viewport(), Qt.MouseButton.LeftButton, pos=cell_at(window, place, 2))
    QTest.mouseDClick(view(window).rows.viewport(), Qt.MouseButton.LeftButton, pos=cell_at(window, place, 2))
    settle(qtbot, window)
    now = window.document.scenario
    assert len(window.document.session.cases) == 2
    assert {key: now.get(key) for key in expected} == expected
    assert (now.number(X), now.number(Y)) == shown
    assert window.frame.point.base("cost_per_output_token") == cost
    assert now.name.endswith(f"row {_row_number(expected)}")


def _row_number(inputs):
    plan = Plan(DEFAULT, (axis_of(X, "8:256:6:log"), axis_of(Y, "1000:16000:5:log")))
    return next(row + 1 for row in range(plan.count) if plan.inputs(row) == inputs)


def test_a_selected_row_stays_selected_by_its_number_through_sorting(qtbot, window):
    rows = view(window).rows
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=cell_at(window, 4, 2))
    chosen = rows.chosen()
    assert chosen == [4]
    click_head(qtbot, window, COST)
    assert rows.chosen() == chosen
    assert rows.chosen_places() != [4]


def test_a_third_click_on_the_row_number_brings_back_the_order_of_the_sweep(qtbot, window):
    click_head(qtbot, window, COST)
    assert column(window, "#").tolist() != list(range(30))
    click_head(qtbot, window, "#")
    assert column(window, "#").tolist() == list(range(30))


def test_the_menu_of_a_row_goes_there_in_one_step(qtbot, window):
    before = window.document.scenario
    click_head(qtbot, window, COST)
    count = window.document.stack.count()
    rows, at = view(window).rows, cell_at(window, 2, 2)
    expected = view(window).model.result.plan.inputs(view(window).model.row_at(2))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, rows.viewport().mapToGlobal(at))
    QApplication.sendEvent(rows.viewport(), event)
    QApplication.processEvents()
    (menu,) = [m for m in view(window).findChildren(QMenu) if m.isVisible()]
    action = next(a for a in menu.actions() if a.text() == "Go to this row")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    settle(qtbot, window)
    assert {key: window.document.scenario.get(key) for key in expected} == expected
    assert window.document.stack.count() == count + 1
    window.document.stack.undo()
    assert window.document.scenario == before


# conditions ----------------------------------------------------------------------------------


def test_a_condition_typed_shows_the_rows_that_meet_it_and_undo_shows_all(qtbot, window):
    type_into(view(window).tools.wanted, "tpot < 40 and feasible")
    settle(qtbot, window)
    late = column(window, "tpot_p95")
    assert 0 < late.size < 30
    assert np.all(late < 0.040)
    assert view(window).told.text().startswith(f"{late.size} of 30 rows")
    window.document.stack.undo()
    settle(qtbot, window)
    assert view(window).model.rowCount() == 30
    assert view(window).tools.wanted.text() == ""


def test_a_condition_that_cannot_be_read_says_so_and_keeps_the_rows(qtbot, window):
    type_into(view(window).tools.wanted, "colour > 3")
    settle(qtbot, window)
    assert "no column is called 'colour'" in view(window).told.text()
    assert theme.current().bad.name() in view(window).tools.wanted.styleSheet()
    assert view(window).model.rowCount() == 30
    type_into(view(window).tools.wanted, "margin > 0")
    settle(qtbot, window)
    assert view(window).tools.wanted.styleSheet() == ""


# inputs and modes ----------------------------------------------------------------------------


def test_values_typed_are_swept_and_wrong_ones_are_named(qtbot, window):
    field = view(window).tools.axes[0].values
    type_into(field, "16; 64")
    settle(qtbot, window)
    assert set(column(window, X)) == {16.0, 64.0}
    type_into(field, "64:16:3")
    settle(qtbot, window)
    assert "must rise" in view(window).told.text()
    assert view(window).model.rowCount() == 10


def test_modes_put_the_inputs_together_differently(qtbot, window):
    counts = {}
    for mode in ("single", "linked", "product"):
        view(window).tools.mode.chosen.emit(mode)
        settle(qtbot, window)
        counts[mode] = view(window).model.rowCount(), view(window).told.text()
    assert counts["single"][0] == 11
    assert "equally many values: Concurrent sequences 6" in counts["linked"][1]
    assert counts["product"][0] == 30


def test_a_third_input_may_be_a_choice_and_goes_away_again(qtbot, window):
    view(window).set_axis(2, Z)
    settle(qtbot, window)
    assert view(window).model.rowCount() == 30 * len(SPECS[Z].options)
    words = {row[3] for row in view(window).table()[1]}
    assert {"FP8", "BF16"} <= words
    view(window).set_axis(2, "")
    settle(qtbot, window)
    assert view(window).model.rowCount() == 30


def test_an_input_from_a_row_of_the_panel_becomes_an_axis(qtbot, window):
    window.inputs.axis_requested.emit("accelerator.rent", "y")
    settle(qtbot, window)
    assert view(window).model.columns[2] == "accelerator.rent"
    view(window).sweep("price.output")
    settle(qtbot, window)
    assert view(window).model.columns[:2] == ("#", "price.output")


def test_columns_come_and_go_and_the_last_one_stays(qtbot, window):
    view(window).add_metric("power")
    settle(qtbot, window)
    assert view(window).model.columns[-1] == "power"
    for key in view(window).settings()["metrics"]:
        view(window).remove_metric(key)
    settle(qtbot, window)
    assert view(window).model.columns == ("#", X, Y, "power")


def test_settings_come_back_and_unfit_ones_are_ignored(qtbot, styled):
    one, other = TableView(), TableView()
    for made in (one, other):
        qtbot.addWidget(made)
    one.set_axis(1, Z)
    one.set_mode("single")
    one.sort_by(COST, True)
    one.set_wanted("feasible")
    other.restore(one.settings())
    assert other.settings() == one.settings()
    other.restore({"axes": [["no.such", ""]], "metrics": ["nope"], "mode": "zip", "order": 3, "wanted": None})
    other.restore({"axes": [[X, ""], [X, ""]], "descending": "yes"})
    assert other.settings() == one.settings()


# taking it away ------------------------------------------------------------------------------


def test_copied_rows_paste_to_equal_values(qtbot, window):
    click_head(qtbot, window, COST)
    rows = view(window).rows
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=cell_at(window, 1, 2))
    QTest.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, cell_at(window, 3, 2)
    )
    QTest.keyClick(rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    pasted = list(csv.reader(io.StringIO(QGuiApplication.clipboard().text()), delimiter="\t"))
    head, table = view(window).table()
    assert pasted[0] == head
    assert len(pasted) == 4
    for line, row in zip(pasted[1:], table[1:4], strict=True):
        for said, value in zip(line, row, strict=True):
            assert said == "" if value is None else said == value or float(said) == value


def exported(qtbot, made, path):
    assert made.save_csv(path)
    qtbot.waitUntil(lambda: not made.export.busy, timeout=60_000)
    return list(csv.reader(io.StringIO(path.read_text("utf-8")))) if path.exists() else None


def test_csv_holds_the_rows_shown_in_full(qtbot, window, tmp_path):
    click_head(qtbot, window, COST)
    found = exported(qtbot, view(window), tmp_path / "rows.csv")
    assert found[0] == view(window).table()[0]
    costs = [float(row[3]) for row in found[1:] if row[3]]
    assert costs == sorted(costs)
    assert window.status_bar._message.text() == "30 rows written to rows.csv"


def test_a_csv_that_cannot_be_written_is_told_and_the_next_one_is_written(qtbot, window, tmp_path):
    told = []
    view(window).trouble.connect(lambda text, _report: told.append(text))
    assert exported(qtbot, view(window), tmp_path / "no" / "rows.csv") is None
    assert told == [
        f"{tmp_path / 'no' / 'rows.csv'} was not written: the folder does not exist. Choose another folder"
    ]
    assert exported(qtbot, view(window), tmp_path / "rows.csv")


@pytest.fixture
def gate(monkeypatch):
    """Hold files back as they are written; tells in which thread that was."""
    made = threading.Event()
    made.thread = None

    def held(path, pieces):
        made.thread = threading.current_thread()
        assert made.wait(20)
        write_pieces(path, pieces)

    monkeypatch.setattr(writing, "write_pieces", held)
    yield made
    made.set()


def test_what_is_exported_is_what_was_shown_whatever_is_done_meanwhile(qtbot, window, tmp_path, gate):
    made, told = view(window), []
    made.trouble.connect(lambda text, _report: told.append(text))
    head, rows = made.table()
    assert made.save_csv(tmp_path / "rows.csv")
    made.sort_by(COST, True)
    made.remove_metric("ttft_p95")
    window.input_edited("accelerator.rent", 9.0, 3)
    settle(qtbot, window)
    shown_units.choose("$/M tokens", "$/k tokens")
    try:
        assert made.table()[0] != head
        assert not made.save_csv(tmp_path / "other.csv")
        assert told == ["rows.csv is still being written."]
        gate.set()
        qtbot.waitUntil(lambda: not made.export.busy, timeout=60_000)
    finally:
        shown_units.use({})
    assert gate.thread is not threading.main_thread()
    assert not gate.thread.daemon
    found = list(csv.reader(io.StringIO((tmp_path / "rows.csv").read_text("utf-8"))))
    assert found[0] == head
    for line, row in zip(found[1:], rows, strict=True):
        for said, value in zip(line, row, strict=True):
            assert said == "" if value is None else said == value or float(said) == value


# many rows -----------------------------------------------------------------------------------

MANY = TableSettings(
    ((X, "8:512:400:log"), (Y, "1000:16000:250:log")), "product", (COST, "gross_margin"), COST
)


def test_a_long_table_shows_some_rows_while_a_hand_moves_and_all_once_it_rests():
    quick = TableJob(MANY).run(DEFAULT, DEFAULT, True, lambda: False)
    assert not quick.whole
    assert quick.rows.size == LIVE
    told = []
    whole = TableJob(MANY, tell=told.append).run(DEFAULT, DEFAULT, False, lambda: False)
    assert whole.whole
    assert whole.rows.size == 100_000
    assert 10 <= len(told) <= 60
    assert told == sorted(told)
    some = {int(row): quick.figure(COST)[i] for i, row in enumerate(quick.rows)}
    all_costs = whole.figure(COST)
    assert all(np.array_equal(all_costs[row], cost, equal_nan=True) for row, cost in some.items())
    costs = all_costs[whole.order]
    assert np.all(np.diff(costs[np.isfinite(costs)]) >= 0)
    assert not np.isfinite(costs[np.isfinite(costs).sum() :]).any()


def test_sorting_and_filtering_again_evaluate_nothing():
    store = TableStore()
    TableJob(MANY, store).run(DEFAULT, DEFAULT, False, lambda: False)
    before = store.evaluated
    assert before == 100_000
    other = TableSettings(MANY.axes, MANY.mode, MANY.metrics, "gross_margin", True, "margin > 10%")
    result = TableJob(other, store).run(DEFAULT, DEFAULT, False, lambda: False)
    assert store.evaluated == before
    assert np.all(result.figure("gross_margin")[result.order] > 0.1)


def test_a_newer_wish_ends_a_long_table_and_a_stop_keeps_what_comes_quickly():
    looks = iter(range(1000))
    assert TableJob(MANY).run(DEFAULT, DEFAULT, False, lambda: next(looks) > 3) is None
    job = TableJob(MANY)
    job._stop.set()
    result = job.run(DEFAULT, DEFAULT, False, lambda: False)
    assert result.rows.size == LIVE
    assert not result.whole


def test_a_hundred_thousand_rows_are_shown_without_holding_up_the_window(qtbot, styled):
    made = TableView()
    qtbot.addWidget(made)
    made.resize(1084, 710)
    made.show()
    settings = made.settings() | {"axes": [list(axis) for axis in MANY.axes]}
    made.restore(settings)
    result = made.job().run(DEFAULT, DEFAULT, False, lambda: False)
    with Effort() as spent:
        made.show_result(result)
        QApplication.processEvents()
    assert spent.seconds < 0.5
    assert made.model.rowCount() == 100_000
    made.rows.scrollToBottom()
    QApplication.processEvents()
    assert made.rows.rowAt(made.rows.viewport().height() - 4) == 99_999


@pytest.mark.parametrize("name", ["two-tier-service", "reasoning-rack"])
def test_every_kind_of_service_has_a_table(qtbot, styled, name):
    scenario = files.load_builtin(name).scenario
    made = TableView()
    qtbot.addWidget(made)
    made.show_scenario(scenario, scenario)
    result = made.job().run(scenario, scenario, False, lambda: False)
    made.show_result(result)
    head, rows = made.table()
    assert len(rows) == 30
    assert head[-1] == METRICS["binding"].label
    assert not any(isinstance(cell, float) and not math.isfinite(cell) for row in rows for cell in row)


def test_rows_that_nothing_serves_show_dashes_and_why(qtbot, styled):
    stuck = DEFAULT.with_value("accelerator.memory", 10.0)
    made = TableView()
    qtbot.addWidget(made)
    made.show_scenario(stuck, stuck)
    made.show_result(made.job().run(stuck, stuck, False, lambda: False))
    shown = [[made.model.data(made.model.index(p, i)) for i in (3, 8)] for p in range(30)]
    assert all(row == ["\u2014", "memory"] for row in shown)
    assert "0 hold every limit" in made.told.text()


def test_the_rows_exported_with_the_view_are_those_shown_in_their_order(qtbot, window):
    click_head(qtbot, window, COST)
    made = view(window).shown_table(window.frame.result, window.frame.point)
    assert made.rows == 30
    cost = next(c for c in made.columns if c.label == METRICS[COST].label)
    shown = column(window, COST) * METRICS[COST].shown(1.0)
    told = [math.nan if value is None else value for value in cost.values]
    assert np.allclose(told, shown, rtol=1e-12, equal_nan=True)


def long_table(qtbot):
    """Return a view of 5,000 rows."""
    made = TableView()
    qtbot.addWidget(made)
    made.restore({"axes": [[X, "8:512:100:log"], [Y, "1000:16000:50:log"]], "metrics": [COST, "binding"]})
    made.show_result(made.job().run(DEFAULT, DEFAULT, False, lambda: False))
    return made


def test_many_rows_are_copied_by_a_worker_and_paste_to_the_cells_shown(qtbot, styled):
    made = long_table(qtbot)
    made.rows.selectAll()
    with qtbot.waitSignal(made.status, check_params_cb=lambda text: text == "5,000 rows copied"):
        made.copy()
        assert any(one.name == "to-clipboard" for one in threading.enumerate())
    pasted = list(csv.reader(io.StringIO(QGuiApplication.clipboard().text()), delimiter="\t"))
    head, rows = made.table()
    assert pasted[0] == head
    assert len(pasted) == 5001
    for line, row in zip(pasted[1::199], rows[::199], strict=True):
        for said, value in zip(line, row, strict=True):
            assert said == "" if value is None else said == value or float(said) == value


def test_what_is_copied_later_is_not_lost_to_a_long_copy_before(qtbot, styled, monkeypatch):
    made, gate = long_table(qtbot), threading.Event()
    begun = RowText.pieces

    def held(rows, parted):
        assert gate.wait(20)
        yield from begun(rows, parted)

    monkeypatch.setattr(RowText, "pieces", held)
    with qtbot.waitSignal(made.export._made):
        made.copy()
        QGuiApplication.clipboard().setText("later")
        gate.set()
    QApplication.processEvents()
    assert QGuiApplication.clipboard().text() == "later"


def test_selecting_all_rows_asks_the_model_for_those_in_sight_only(qtbot, styled, monkeypatch):
    asked = []

    def flags(model, index):
        asked.append(index.row())
        return QAbstractTableModel.flags(model, index)

    monkeypatch.setattr(TableModel, "flags", flags, raising=False)
    made = long_table(qtbot)
    made.rows.selectAll()
    made.grab()
    assert 0 < len(asked) < 2000
    assert made.rows.chosen_places() == list(range(5000))


def test_a_file_under_way_is_finished_where_the_window_goes(qtbot, styled, tmp_path, gate):
    made = TableView()
    made.show_result(made.job().run(DEFAULT, DEFAULT, False, lambda: False))
    assert made.save_csv(tmp_path / "rows.csv")
    shiboken6.delete(made)
    gate.set()
    qtbot.waitUntil(lambda: gate.thread is not None and not gate.thread.is_alive(), timeout=60_000)
    assert len((tmp_path / "rows.csv").read_text("utf-8").splitlines()) == 31
