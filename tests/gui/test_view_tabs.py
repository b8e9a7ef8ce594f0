"""The tabs of the views: all of them stay in sight beside an open inspector."""

import pytest
from PySide6.QtWidgets import QApplication, QToolButton

from gui import fonts
from gui.panels.chrome import LEAST_PAD, WIDE_PAD, ViewTabs
from gui.views import VIEWS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TITLES = [view.title for view in VIEWS]


def shown(qtbot, width):
    made = ViewTabs(TITLES)
    qtbot.addWidget(made)
    made.resize(width, 34)
    made.show()
    QApplication.processEvents()
    return made


@pytest.mark.parametrize("width", [804, 924, 1084])
def test_every_view_is_in_sight_in_both_sizes_of_window_and_beside_the_inspector(qtbot, styled, width):
    row = shown(qtbot, width)
    tabs = row.tabs
    last = tabs.tabRect(tabs.count() - 1)
    assert last.right() <= tabs.width()
    assert not any(button.isVisible() for button in tabs.findChildren(QToolButton))
    for index in range(tabs.count()):
        text = fonts.metrics(12, fonts.SEMIBOLD).horizontalAdvance(tabs.tabText(index))
        assert tabs.tabRect(index).width() >= text + LEAST_PAD


def test_names_stand_apart_as_designed_where_there_is_room(qtbot, styled):
    wide, narrow = shown(qtbot, 1600), shown(qtbot, 700)
    text = fonts.metrics(12, fonts.SEMIBOLD).horizontalAdvance(TITLES[0])
    assert wide.tabs.tabRect(0).width() == text + WIDE_PAD
    assert narrow.tabs.tabRect(0).width() < text + WIDE_PAD


def test_names_come_apart_again_when_the_window_grows(qtbot, styled):
    row = shown(qtbot, 700)
    before = row.tabs.tabRect(0).width()
    row.resize(1600, 34)
    QApplication.processEvents()
    assert row.tabs.tabRect(0).width() > before
