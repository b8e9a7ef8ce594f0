"""Faults injected where they happen: each is told with a report to copy, and the window goes on."""

import gc
import random
import sys
import threading
import time

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer, qCritical
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from engine import kept_code
from gui import faults, launch, live_results, settings, watchdog
from gui.faults import Faults, without_private
from gui.launch import open_window
from gui.settings import Settings
from gui.views.bill_table import BillTable
from gui.views.table import TableView

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    # The hooks of the program are what is tested here.
    pytest.mark.qt_no_exception_capture,
]


@pytest.fixture(scope="module")
def window(qapp, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ISOCOST_STATE", str(tmp_path_factory.mktemp("state")))
        made = open_window(None)
        made.resize(1280, 800)
        made.show()
        launch._windows.append(made)
        guards = launch.Guards()
        guards.faults.remove()
        guards.watchdog.stop()
        yield made
        launch._windows.remove(made)
        made.document._mark_saved()
        made.close()
        made.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def _no_thread_outlives_its_test():
    # The window of the module keeps its worker.
    return


@pytest.fixture
def taken(window):
    """The hooks of a running program; what they tell goes to the window."""
    made = Faults()
    made.told.connect(window.notice.tell)
    made.drawing_failed.connect(window.isolation.fail_drawing)
    told = []
    made.told.connect(lambda text, report: told.append(report))
    made.install()
    yield told
    made.remove()


@pytest.fixture(autouse=True)
def calm(window, qtbot):
    """Begin with a window at rest on its first view."""
    while window.document.stack.canUndo():
        window.document.stack.undo()
    for view in window.views:
        window.isolation._holders[view].mend()
    window.open_view("surfaces")
    settle(qtbot, window)
    window.notice.hide()


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and window.frame is not None, timeout=60_000)
    for _ in range(3):
        QApplication.processEvents()


def alive(qtbot, window):
    """Whether an edit still reaches the figures."""
    before = window.frame.point.base("cost_per_output_token")
    window.document.set_value("accelerator.rent", window.document.scenario.number("accelerator.rent") * 1.1)
    settle(qtbot, window)
    return window.frame.point.base("cost_per_output_token") > before


def copied(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return QApplication.clipboard().text()


def boom(*_, **__):
    raise ZeroDivisionError("in /home/somebody/secret plans/x.py")


def bang(*_):
    raise KeyError("which")


def test_driver_that_raises_is_told_and_the_next_change_is_computed(window, qtbot, monkeypatch, taken):
    with monkeypatch.context() as patch:
        patch.setattr(live_results, "here", boom)
        window.document.set_value("accelerator.rent", 3.0)
        settle(qtbot, window)
        assert window.notice.isVisible()
        report = copied(window.notice._copy)
        assert "ZeroDivisionError" in report
        assert "gui/live_results.py" in report
        assert report.startswith("Isocost ")
        assert "somebody" not in report
    assert alive(qtbot, window)
    assert taken == []


def test_job_that_raises_takes_its_own_view_only_and_comes_back_by_itself(window, qtbot, monkeypatch):
    window.open_view("bill")
    settle(qtbot, window)
    bill, isolation = window.view(), window.isolation
    told = []
    isolation.told.connect(lambda *given: told.append(given))
    with monkeypatch.context() as patch:
        patch.setattr(type(bill.job()), "run", boom)
        for rent in (3.0, 3.1, 3.2):
            window.document.set_value("accelerator.rent", rent)
            settle(qtbot, window)
            assert isolation.failed(bill)
        assert len(told) == 1
        assert "Everything else goes on" in told[0][0]
        assert alive(qtbot, window)
        window.open_view("surfaces")
        settle(qtbot, window)
        assert not isolation.failed(window.view())
        window.open_view("bill")
        settle(qtbot, window)
        assert not bill.isVisible()
    assert alive(qtbot, window)
    assert not isolation.failed(bill)
    assert bill.isVisible()


def test_drawing_that_raises_gives_place_to_a_message_with_try_again(window, qtbot, monkeypatch, taken):
    window.open_view("bill")
    settle(qtbot, window)
    bill = window.view()
    canvas = bill.findChild(BillTable)

    def raising(self, painter, result):
        assert painter.isActive()
        raise ZeroDivisionError("no picture")

    with monkeypatch.context() as patch:
        patch.setattr(BillTable, "_paint_head", raising)
        for _ in range(5):
            canvas.update()
            QApplication.processEvents()
        qtbot.waitUntil(lambda: window.isolation.failed(bill), timeout=60_000)
        assert len(taken) == 1
        assert not bill.isVisible()
        assert alive(qtbot, window)
        holder = window.isolation._holders[bill]
        assert holder.findChild(QLabel, "fault").text() == "ZeroDivisionError: no picture"
        copy = holder.findChild(QPushButton, "copy report")
        assert "no picture" in copied(copy)
        assert copy.text() == "Report copied"
        # In vain: it fails again, and says so again.
        QTest.mouseClick(holder.findChild(QPushButton, "try again"), Qt.MouseButton.LeftButton)
        canvas.update()
        qtbot.waitUntil(lambda: window.isolation.failed(bill), timeout=60_000)
    QTest.mouseClick(holder.findChild(QPushButton, "try again"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert not window.isolation.failed(bill)
    assert bill.isVisible()
    assert window.frame.result is not None


def test_view_that_cannot_take_a_scenario_leaves_the_others_alone(window, qtbot, monkeypatch):
    table = next(view for view in window.views if isinstance(view, TableView))
    with monkeypatch.context() as patch:
        patch.setattr(TableView, "show_scenario", boom)
        assert alive(qtbot, window)
        assert window.isolation.failed(table)
        assert [view.key for view in window.views if window.isolation.failed(view)] == [table.key]
    window.open_view(table.key)
    button = window.isolation._holders[table].findChild(QPushButton, "try again")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert not window.isolation.failed(table)


def test_slot_and_event_handler_that_raise_are_told_once_each(window, qtbot, monkeypatch, taken):
    timer = QTimer(interval=0)
    timer.timeout.connect(boom)
    timer.start()
    qtbot.waitUntil(lambda: bool(taken), timeout=60_000)
    qtbot.wait(50)
    timer.stop()
    assert len(taken) == 1
    monkeypatch.setattr(type(window), "keyPressEvent", bang, raising=False)
    for _ in range(3):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier)
        QApplication.postEvent(window, event)
    qtbot.waitUntil(lambda: len(taken) == 2, timeout=60_000)
    assert window.notice.isVisible()
    assert alive(qtbot, window)


def test_thread_cleaning_up_and_qt_itself_are_heard(window, qtbot, taken):
    class Bad:
        def __del__(self):
            raise KeyError("left behind")

    thread = threading.Thread(target=boom, name="errand")
    thread.start()
    thread.join()
    Bad()
    gc.collect()
    qCritical("the screen is gone")
    qtbot.waitUntil(lambda: len(taken) == 3, timeout=60_000)
    whole = "\n".join(taken)
    for text in ("in thread errand", "left behind", "the screen is gone"):
        assert text in whole


def test_hooks_go_back_to_whom_they_were_taken_from():
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    made = Faults()
    made.install()
    assert sys.excepthook == made._unexpected
    made.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_report_names_files_of_ours_and_nobody_s_folders():
    root = str(faults._ROOT)
    text = without_private(
        f'  File "{root}/gui/app.py", line 3, in x\n  File "gui\\views\\base.py", line 9\n'
        '  File "/home/ann b/plans/own.py", line 1\n'
        f'  File "C:\\Users\\ann\\x.py", line 2\n'
        f'OSError: "/home/ann/deals/acme.isocost" is gone, {threading.__file__}'
    )
    assert 'File "gui/app.py", line 3' in text
    assert 'File "gui/views/base.py", line 9' in text
    assert 'File "own.py"' in text
    assert 'File "x.py"' in text
    assert "acme.isocost" in text
    assert "ann" not in text
    assert root not in text


# standing still ------------------------------------------------------------------------------------


@pytest.fixture
def dog(qapp, monkeypatch, tmp_path):
    monkeypatch.setenv("ISOCOST_STATE", str(tmp_path))
    busy = [0.0]
    made = watchdog.Watchdog(lambda: busy[0], patience=0.15, long_job=0.1, beat=0.02)
    told = []
    made.told.connect(lambda text, report: told.append((text, report)))
    yield told, busy
    made.stop()


def stand_still_here(seconds):
    time.sleep(seconds)


def test_standstill_is_noted_while_it_lasts_and_told_afterwards(dog, qtbot, tmp_path):
    told, _ = dog
    qtbot.wait(60)
    stand_still_here(0.5)
    noted = (tmp_path / "logs" / "stalls.log").read_text("utf-8")
    assert "stand_still_here" in noted
    assert "Thread MainThread" in noted
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    assert "stood still" in told[0][0]
    assert "stand_still_here" in told[0][1]
    qtbot.wait(100)
    assert len(told) == 1


def test_job_that_takes_long_is_told_once(dog, qtbot):
    told, busy = dog
    busy[0] = time.monotonic()
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    qtbot.wait(150)
    assert len(told) == 1
    assert "has been computing" in told[0][0]


def test_damaged_machine_code_is_told_in_the_window(dog, qtbot, monkeypatch):
    told, _ = dog
    monkeypatch.setattr(kept_code, "_remarks", [kept_code.DAMAGED])
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    assert told == [(kept_code.DAMAGED, "")]


def test_log_does_not_grow_without_end_and_no_folder_is_no_fault(monkeypatch, tmp_path):
    monkeypatch.setenv("ISOCOST_STATE", str(tmp_path))
    monkeypatch.setattr(watchdog, "_MOST_BYTES", 1000)
    for _ in range(50):
        watchdog.note("x" * 300)
    assert sum(path.stat().st_size for path in (tmp_path / "logs").iterdir()) < 4000
    monkeypatch.setenv("ISOCOST_STATE", str(tmp_path / "logs" / "stalls.log"))
    assert watchdog.note("x").startswith("(")


# settings ------------------------------------------------------------------------------------------


def of(path):
    return Settings(path)


def test_damaged_settings_are_made_anew_with_what_could_be_read(tmp_path):
    settings.remarks()
    path = tmp_path / "isocost.ini"
    path.write_bytes(b"[General]\ntheme=dark\nversion=1\nlang")
    made = of(path)
    assert made.theme == "dark"
    assert settings.remarks()[0].startswith("Settings were damaged")
    assert (tmp_path / "isocost.ini.damaged").read_bytes().endswith(b"lang")
    assert of(path).theme == "dark"
    assert settings.remarks() == ()


def test_settings_that_cannot_be_written_are_told_and_last_for_now(tmp_path):
    settings.remarks()
    (tmp_path / "file").write_text("in the way")
    made = of(tmp_path / "file" / "isocost.ini")
    assert settings.remarks()[0].startswith("Settings cannot be written")
    made.theme = "dark"
    assert made.theme == "dark"


NAMES = (
    "theme",
    "language",
    "scale",
    "units",
    "geometry",
    "open_groups",
    "recent",
    "recent_finds",
    "hints_done",
)
VALUES = ("\u00b2", "9" * 5000, "nan", "1e400", "[" * 3000, '{"$/h": 3}', "@Invalid()", "@ByteArray(\\x0",
          "a, b",          "\\0", "@Size(1 1)", "../..", "")  # fmt: skip


@pytest.mark.filterwarnings("ignore")
def test_no_content_of_the_file_stops_the_settings(tmp_path):
    rng = random.Random(5)
    read = [name for name, one in vars(Settings).items() if isinstance(one, property)]
    for number in range(150):
        path = tmp_path / f"{number}.ini"
        lines = [f"{rng.choice(NAMES)}={rng.choice(VALUES)}" for _ in range(5)]
        data = "\n".join(["[General]", *lines]).encode()
        if number % 3 == 0:
            data = data[: rng.randrange(len(data))] + rng.randbytes(9)
        path.write_bytes(data)
        made = of(path)
        for name in read:
            getattr(made, name)
        made.add_recent(tmp_path / "x.isocost")
        assert made.recent[0] == tmp_path / "x.isocost"
    settings.remarks()
