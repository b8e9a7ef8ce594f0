"""Settings of views in a file are anybody's: what does not fit is left out and told, the rest is shown."""

import json
import math

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from engine import files
from gui.launch import open_window
from gui.view_settings import fitted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

HOSTILE = [
    None, True, -1, 10**400, 1e308, math.nan, math.inf, "", "surfaces", "\0", "a" * 100_000, [], ["x"],
    [None], [[]], [[None, {}]], {}, {"x": [1]}, [math.nan] * 3, "tier9.model.part", ["x"] * 100_000,
]  # fmt: skip


@pytest.fixture(scope="module")
def window(qapp, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ISOCOST_STATE", str(tmp_path_factory.mktemp("state")))
        made = open_window(None)
        made.resize(1280, 720)
        yield made
        made.document._mark_saved()
        made.close()
        made.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def _no_thread_outlives_its_test():
    # The window of the module keeps its worker.
    return


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and window.frame is not None, timeout=60_000)


def test_every_entry_of_every_view_takes_anything_a_file_may_say(window):
    for view in window.views:
        usual = view.settings()
        for key in (*usual, "newer"):
            for value in HOSTILE:
                made, _ = fitted({view.key: {**usual, key: value}}, {view.key: usual})
                view.restore(made[view.key])
                assert json.dumps(view.settings(), allow_nan=False), (view.key, key)
                assert view.job() is not None
                assert set(view.settings()) == set(usual)
        view.restore(usual)
        assert view.settings() == usual


def test_file_of_hostile_settings_opens_with_those_of_before_and_one_notice(qtbot, window):
    before = {view.key: view.settings() for view in window.views}
    views = {key: {entry: [{}] if isinstance(value, str) else "\0" for entry, value in settings.items()}
             for key, settings in before.items()}  # fmt: skip
    views |= {"surfaces": 5, "nobody knows": ["this"], "compare": None}
    told = []
    window.notice.tell, tell = lambda *given: told.append(given), window.notice.tell
    try:
        project = files.Project((files.resolve(None).scenario,), views=views, front="levers")
        window.document.open(project, None)
        window.share.show_front(project)
        for key in ("surfaces", "day", "bill"):
            window.open_view(key)
            settle(qtbot, window)
    finally:
        window.notice.tell = tell
    assert len(told) == 1
    assert "surfaces" in told[0][0]
    assert {view.key: view.settings() for view in window.views} == before
    assert not any(window.isolation.failed(view) for view in window.views)
    # A view that only a newer version knows is still in the file.
    assert window.document.project().views["nobody knows"] == ["this"]


def test_settings_that_fit_are_taken_and_nothing_is_told(qtbot, window):
    project = files.Project(
        (files.resolve(None).scenario,), views={"bill": {"unit": "calls"}, "day": {"day": 3}}
    )
    window.document.open(project, None)
    settle(qtbot, window)
    assert window.document.left_out == []
    assert window.document.session.views["day"]["day"] == 3


def test_what_fits_is_told_by_kind_and_size():
    usual = {"v": {"name": "a", "on": True, "size": 2, "pins": [], "names": ["a"], "free": None}}
    good = {
        "v": {"name": "b", "on": False, "size": 2.5, "pins": [[1, "x"]], "names": [], "free": {}, "new": 1}
    }
    assert fitted(good, usual) == (good, [])
    bad = {"name": ["a"], "on": 1, "size": True, "pins": {}, "names": ["a", 1]}
    made, left_out = fitted({"v": bad}, usual)
    assert made["v"] == {key: usual["v"][key] for key in bad}
    assert left_out == [f"v.{key}" for key in bad]
    assert fitted({"v": {"size": 10**400}}, usual)[1] == ["v.size"]
    assert fitted({"v": 3, "other": 3}, usual) == ({"other": 3}, ["v"])
