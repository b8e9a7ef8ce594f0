"""Where room is short: views scroll sooner than their words collide, and words give way in whole parts."""

import dataclasses

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from engine.files import load_builtin
from gui import fonts, language, theme
from gui.launch import open_window
from gui.panels.summaries import summary
from gui.plotting.chain_words import percent
from gui.views import VIEWS
from gui.views.value_canvas import _side_by_side
from tests.gui.painted import overlapping, painted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

#: Views that take long over what they say.
SLOW = {"montecarlo", "tornado", "evidence"}


def opened(scale, size, scenario=None):
    fonts.set_scale(scale)
    theme.apply(QApplication.instance(), "light")
    made = open_window("enterprise-assistant")
    if scenario is not None:
        made.document.take(scenario, "x")
    made.resize(*size)
    made.show()
    return made


def closed(window):
    window.document._mark_saved()
    window.close()
    window.deleteLater()
    fonts.set_scale(1.0)


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and window.frame is not None, timeout=60_000)
    for _ in range(2):
        QApplication.processEvents()


def test_no_words_collide_in_the_smaller_window_with_larger_type(qtbot, qapp):
    window = opened(1.25, (1280, 720))
    laid = {}
    for place, view in enumerate(VIEWS):
        if view.key not in SLOW:
            window.show_view(place)
            settle(qtbot, window)
            laid |= {view.key: pairs} if (pairs := overlapping(painted(window.view()))) else {}
    assert laid == {}
    room = window.view().parentWidget().parentWidget()
    assert isinstance(room, QScrollArea)
    assert room.horizontalScrollBar().maximum() > 0
    window.resize(1800, 1000)
    QApplication.processEvents()
    assert (room.horizontalScrollBar().maximum(), room.verticalScrollBar().maximum()) == (0, 0)
    closed(window)


def test_no_words_collide_where_figures_are_enormous(qtbot, qapp):
    base = load_builtin("enterprise-assistant").scenario
    dear = {"accelerator.rent": 999.0, "price.output": 900.0, "price.input": 300.0, "workload.users": 4e7}
    window = opened(1.0, (1280, 720), dataclasses.replace(base.with_values(dear), name="Dear"))
    for place, view in enumerate(VIEWS):
        if view.key in {"chain", "value", "bill", "frontier", "surfaces"}:
            window.show_view(place)
            settle(qtbot, window)
            assert overlapping(painted(window.view())) == [], view.key
    closed(window)


def test_words_give_way_in_whole_parts(qapp):
    told = "31.9 kW in the mean, load spread evenly; quiet replicas idle"
    room = fonts.width(told, 11)
    assert fonts.whole_parts(told, room, 11) == told
    assert fonts.whole_parts(told, room - 4, 11) == "31.9 kW in the mean, load spread evenly"
    assert fonts.whole_parts("Azure 2024, conversation", 90, 11) == "Azure 2024"
    assert fonts.whole_parts("NVIDIA GB200 NVL72 (per GPU)", 130, 11) == "NVIDIA GB200 NVL72"
    assert fonts.whole_parts("Wholly without a pause", 60, 11).endswith("\u2026")


def test_names_of_lines_that_lie_close_stand_side_by_side_within_the_plot():
    lefts = _side_by_side([300.0, 302.0], [80.0, 90.0], 16.0, 320.0)
    assert lefts[1] + 90.0 <= 320.0
    assert lefts[0] + 80.0 < lefts[1]
    assert _side_by_side([100.0], [40.0], 16.0, 320.0) == [80.0]


def test_a_share_too_small_for_its_column_is_told_as_such():
    assert [percent(share) for share in (0.0, 3e-7, 2e-4, 0.0123, 0.5)] == [
        "0 %", "\u22480 %", "0.02 %", "1.2 %", "50 %",
    ]  # fmt: skip


def test_a_folded_group_tells_of_itself_in_german(qapp):
    scenario = load_builtin("enterprise-assistant").scenario
    language.use("de")
    told = [summary(group, scenario, "") for group in ("levers", "thesis", "efficiency", "price", "stack")]
    language.use("en")
    plain = [summary(group, scenario, "") for group in ("levers", "thesis", "efficiency", "price", "stack")]
    assert not set(told) & set(plain)
    assert plain[0] == "none"


def test_a_figure_needed_keeps_its_digits_where_its_column_is_narrow(qtbot, qapp):
    window = opened(1.0, (1440, 900))
    window.inspector.show_page("explain")
    window.document.set_value("price.input", 0.1)
    window.open_view("solve")
    settle(qtbot, window)
    said = [text for text, _, _ in painted(window.view())]
    assert overlapping(painted(window.view())) == []
    assert not any(text.endswith("\u2026") and text[0].isdigit() for text in said)
    closed(window)
