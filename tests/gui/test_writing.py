"""Long tables on their way out: another thread writes them, as they were, while the window goes on."""

import csv
import io
import threading
import zipfile

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from engine import files
from engine.drivers import point
from engine.files import carriers
from engine.files.atomic import write_pieces
from engine.scenario import DEFAULT
from engine.share.tables import BLOCK, Cells
from gui import figures, shown_units, writing
from gui.launch import open_window
from gui.plotting.study_job import StudyResult, StudySettings
from gui.plotting.tables import table_of
from gui.screenshot import settle
from gui.views.table import TableView
from gui.writing import Writer
from tests.effort import Effort

X, Y, COST = "deployment.concurrency", "workload.input_tokens", "cost_per_output_token"
COLUMNS = [COST, "ttft_p95", "gross_margin", "binding", "feasible"]


def forget(window):
    window.document._mark_saved()
    window.live.stop()


@pytest.fixture(scope="module")
def wide(qapp):
    """A view of 100,000 rows, and what it shows."""
    made = TableView()
    made.restore({"axes": [[X, "8:512:400:log"], [Y, "1000:16000:250:log"]], "metrics": COLUMNS})
    result = made.job().run(DEFAULT, DEFAULT, False, lambda: False)
    made.show_result(result)
    yield made, result
    made.deleteLater()


@pytest.fixture
def window(qtbot, styled):
    """A window with a table of 4,000 rows in front."""
    made = open_window(None)
    qtbot.addWidget(made, before_close_func=forget)
    made.resize(1120, 660)
    made.open_view("table")
    made.view().restore({"axes": [[X, "8:512:80:log"], [Y, "1000:16000:50:log"]], "metrics": COLUMNS})
    made.show()
    made.view().job_changed.emit()
    settle(made)
    return made


@pytest.fixture
def readers(monkeypatch):
    """Threads that cells of long columns are made in."""
    found, begun = set(), Cells.__getitem__

    def seen(cells, at):
        found.add(threading.current_thread())
        return begun(cells, at)

    monkeypatch.setattr(Cells, "__getitem__", seen)
    return found


@pytest.fixture
def gate(monkeypatch):
    """Holds files back before their first byte is asked for."""
    made = threading.Event()

    def held(path, pieces):
        assert made.wait(20)
        write_pieces(path, pieces)

    monkeypatch.setattr(writing, "write_pieces", held)
    yield made
    made.set()


def wait(qtbot, window):
    writer = window.share.writer
    qtbot.waitUntil(lambda: not writer.busy and writer._copying is None, timeout=60_000)


def begin(window, form):
    """Copy the table, or export it as `form`; return where what comes out is."""
    if form == "copy":
        window.menus.actions["Copy table"].trigger()
    else:
        window.menus.actions["Export view…"].trigger()


def rows_of(text, parted=","):
    return list(csv.reader(io.StringIO(text), delimiter=parted))


# the window goes on -------------------------------------------------------------------------------


def test_a_hundred_thousand_rows_are_handed_to_a_worker_at_once(qtbot, wide, readers):
    view, result = wide
    owner = QObject()
    writer = Writer(owner)
    with Effort() as spent:
        made = view.shown_table(result, point(DEFAULT))
        writer.copy(made.pieces("\t"), made.rows, made.rows * len(made.columns), BLOCK)
    # What was done at once before: two thirds of a second.
    assert spent.seconds < 0.05
    assert made.rows == 100_000
    qtbot.waitUntil(lambda: writer._copying is None, timeout=60_000)
    assert threading.main_thread() not in readers
    assert len(readers) == 1
    assert QGuiApplication.clipboard().text().count("\n") == 100_001


@pytest.mark.parametrize("form", ["copy", ".csv", ".xlsx"])
def test_no_cell_of_a_long_table_is_made_by_the_thread_of_the_window(
    qtbot, window, monkeypatch, tmp_path, readers, form
):
    if form == ".xlsx":
        pytest.importorskip("xlsxwriter")
    path = tmp_path / f"view{form}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    begin(window, form)
    wait(qtbot, window)
    assert readers
    assert threading.main_thread() not in readers
    if form == ".xlsx":
        assert files.load(path).front == "table"
        with zipfile.ZipFile(path) as book:
            assert book.read("xl/worksheets/sheet6.xml").count(b"<row ") == 4_001
        return
    text = QGuiApplication.clipboard().text() if form == "copy" else path.read_text("utf-8")
    found = rows_of(text, "\t" if form == "copy" else ",")
    shown = window.view().model
    assert len(found) == 4_001
    assert [row[-2] for row in found[1:]] == shown.cells("binding")
    costs = [float(row[2]) if row[2] else np.nan for row in found[1:]]
    assert np.allclose(costs, np.array(shown.cells(COST), float), rtol=1e-14, atol=0.0, equal_nan=True)


def test_packing_a_picture_is_left_to_a_worker(qtbot, window, monkeypatch, tmp_path):
    threads, packed = [], figures._packed

    def seen(*arguments):
        threads.append(threading.current_thread())
        return packed(*arguments)

    monkeypatch.setattr(figures, "_packed", seen)
    window.share.write(tmp_path / "view.png", window.share._view)
    wait(qtbot, window)
    assert threading.main_thread() not in threads
    assert len(threads) == 1
    assert files.load(tmp_path / "view.png").front == "table"


# as it was ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [".csv", ".xlsx"])
def test_what_is_written_is_what_was_shown_whatever_is_edited_meanwhile(qtbot, window, tmp_path, gate, form):
    if form == ".xlsx":
        pytest.importorskip("xlsxwriter")
    share, path = window.share, tmp_path / f"view{form}"
    before, scenario = share.table().text(","), window.document.scenario
    assert share.write(path, share._view)
    window.view().sort_by(COST, True)
    window.input_edited("accelerator.rent", 9.0, 3)
    settle(window)
    shown_units.choose("$/M tokens", "$/k tokens")
    try:
        assert share.table().text(",") != before
        gate.set()
        wait(qtbot, window)
    finally:
        shown_units.use({})
    if form == ".csv":
        assert path.read_text("utf-8") == before
        return
    assert files.load(path).scenario == scenario
    with zipfile.ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet6.xml").decode()
    costs = [float(row[2]) for row in rows_of(before)[1:] if row[2]]
    assert "$/M tokens" in sheet
    assert all(f"<v>{cost!r}</v>" in sheet or f"<v>{cost:.16G}</v>" in sheet for cost in costs[::97])


def test_a_file_under_way_is_whole_where_the_window_is_closed_meanwhile(qtbot, window, tmp_path, gate):
    share, path = window.share, tmp_path / "view.csv"
    whole = share.table().text(",")
    assert share.write(path, share._view)
    worker = next(one for one in threading.enumerate() if one.name == "to-file")
    assert not worker.daemon
    forget(window)
    window.close()
    shiboken6.delete(share.writer)
    gate.set()
    worker.join(20)
    assert path.read_text("utf-8") == whole


# told, stopped, failed ----------------------------------------------------------------------------


def test_a_click_on_what_is_done_stops_it_and_the_file_stays_as_it_was(
    qtbot, window, monkeypatch, tmp_path, gate
):
    monkeypatch.setattr(writing, "PATIENCE", 0.0)
    monkeypatch.setattr(writing, "_OFTEN", 0.0)
    bar, path = window.status_bar.progress, tmp_path / "view.csv"
    path.write_text("before", "utf-8")
    assert not bar.isVisible()
    shares = []
    window.share.writer.went.connect(shares.append)
    assert window.share.write(path, window.share._view)
    window.share.writer.went.emit(0.25)
    assert bar.isVisible()
    bar.click()
    gate.set()
    wait(qtbot, window)
    assert not bar.isVisible()
    assert shares == [0.25, 1.0]
    assert path.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]
    assert window.notice._text.text() == "view.csv was not written: it was stopped."
    assert window.share.write(path, window.share._view)
    wait(qtbot, window)
    assert shares[2:] == sorted(shares[2:])
    assert len(shares) > 5
    assert path.read_text("utf-8") == window.share.table().text(",")
    assert window.notice._text.text() == "view.csv written."


def test_a_copy_that_is_stopped_leaves_the_clipboard_alone(qtbot, window, monkeypatch):
    gate, begun = threading.Event(), Cells.__getitem__

    def held(cells, at):
        assert gate.wait(20)
        return begun(cells, at)

    monkeypatch.setattr(Cells, "__getitem__", held)
    QGuiApplication.clipboard().setText("before")
    window.share.copy_table()
    window.share.writer.went.emit(0.1)
    window.status_bar.progress.click()
    gate.set()
    wait(qtbot, window)
    assert QGuiApplication.clipboard().text() == "before"
    assert window.status_bar._message.text() == "Nothing was copied"


def test_a_fault_of_what_makes_a_file_is_told_and_the_next_one_is_written(
    qtbot, window, tmp_path, monkeypatch
):
    faults = []
    monkeypatch.setattr(threading, "excepthook", lambda args: faults.append(args.exc_type))

    def broken(told):
        told(0.0)
        yield b"half"
        raise ZeroDivisionError

    writer = window.share.writer
    assert writer.save(tmp_path / "a.csv", broken)
    wait(qtbot, window)
    assert faults == [ZeroDivisionError]
    assert "a.csv was not written" in window.notice._text.text()
    assert list(tmp_path.iterdir()) == []
    assert writer.save(tmp_path / "b.csv", lambda told: [b"whole"])
    assert not writer.save(tmp_path / "c.csv", lambda told: [b"whole"])
    assert window.notice._text.text() == "b.csv is still being written."
    wait(qtbot, window)
    assert (tmp_path / "b.csv").read_bytes() == b"whole"


def test_a_study_of_many_rows_is_handed_on_as_it_is_read(readers):
    pa = pytest.importorskip("pyarrow")
    from engine.study.dataset import Rows
    from engine.study.fields import Field

    values = np.where(np.arange(6_000) % 7 == 0, np.nan, np.arange(6_000) / 3)
    held = pa.table({"cost": values, "name": pa.array([None, "a", "b"] * 2_000)})
    fields = (Field("cost", True, "Cost", "$", 1.0), Field("name", False, "Name", "", 1.0))
    result = StudyResult(StudySettings("points"), fields, Rows(held, 6_000, 6_000), None)
    table = table_of(result, point(DEFAULT), "Study")
    assert not readers
    found = rows_of(table.text(","))
    assert [row[1] for row in found[1:4]] == ["", "a", "b"]
    assert [row[0] for row in found[1:]] == ["" if np.isnan(v) else repr(v) for v in values.tolist()]


@pytest.mark.parametrize(("head", "told"), [(b"PK\x03\x04", True), (b"cost,ttft\n", False)])
def test_a_file_too_large_to_open_its_scenario_from_is_told(qtbot, window, tmp_path, monkeypatch, head, told):
    monkeypatch.setattr(carriers, "MAX_CARRIER", 1_000)
    writer, text = window.share.writer, "big is whole, but too large to open its scenario from"
    assert writer.save(tmp_path / "small", lambda told: [head, b" " * 900])
    wait(qtbot, window)
    assert not window.notice.isVisible()
    assert writer.save(tmp_path / "big", lambda told: [head, b" " * 1_000])
    wait(qtbot, window)
    assert window.notice.isVisible() == told
    assert (text in window.notice._text.text()) == told
