"""At a larger scale everything that goes with type grows with it: marks, gaps, bars, buttons."""

import math
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QApplication, QScrollBar, QToolButton, QWidget

from gui import fonts, theme
from gui.panels.chrome import ViewTabs
from gui.placing import on_screen
from gui.plotting import draw
from gui.plotting.inks import pen
from gui.plotting.labels import pill_box, ring_radius
from gui.views import VIEWS
from gui.views.evidence_key import _CORRIDOR_WORDS, entries
from gui.views.value_market import free_place
from gui.widgets.scroll import BAR, OverlayScrollArea

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def doubled(styled):
    fonts.set_scale(2.0)
    theme.apply(styled, "light")
    return styled


def test_tabs_out_of_sight_are_reached_by_buttons_one_can_see(qtbot, doubled):
    row = ViewTabs([view.title for view in VIEWS])
    qtbot.addWidget(row)
    row.resize(800, fonts.px(34))
    row.show()
    QApplication.processEvents()
    picture = row.tabs.grab().toImage()
    for button in row.tabs.findChildren(QToolButton):
        place = button.geometry()
        ground = picture.pixelColor(place.topLeft())
        spots = [
            (x, y)
            for x in range(place.left(), place.right())
            for y in range(place.top() + 8, place.bottom() - 8)
        ]
        drawn = [spot for spot in spots if picture.pixelColor(*spot) != ground]
        assert button.isVisible()
        assert max(y for _, y in drawn) - min(y for _, y in drawn) >= fonts.px(6)


def test_the_bar_of_a_panel_is_as_wide_as_its_type_is_large(qtbot, doubled):
    area = OverlayScrollArea()
    qtbot.addWidget(area)
    inside = QWidget()
    inside.setMinimumHeight(900)
    area.setWidget(inside)
    area.resize(300, 200)
    area.show()
    QApplication.processEvents()
    shown = [bar for bar in area.findChildren(QScrollBar) if bar.isVisible()]
    assert [bar.width() for bar in shown] == [2 * BAR]


def test_a_dialog_is_no_larger_than_the_screen(qtbot, doubled):
    room = doubled.primaryScreen().availableGeometry().size()
    size = on_screen(QSize(fonts.px(1040), fonts.px(620)), None)
    assert size.width() < room.width()
    assert size.height() < room.height()
    assert on_screen(QSize(300, 200), None) == QSize(300, 200)


def test_a_quick_line_is_as_broad_as_its_pen_asks(doubled):
    dark = []
    for quick in (False, True):
        picture = QImage(60, 60, QImage.Format.Format_RGB32)
        picture.fill("white")
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath(QPointF(30.5, 0.0))
        path.lineTo(30.5, 60.0)
        draw.stroke(painter, path, pen(QColor("black"), 2.25), quick)
        painter.end()
        dark.append(sum(255 - picture.pixelColor(x, 30).red() for x in range(60)) / 255)
    assert dark[1] > 0.6 * dark[0]


def test_a_read_out_keeps_clear_of_the_ring(doubled):
    left, top, _, high = pill_box(400, 400, (200.0, 200.0), 120.0)
    assert left - 200.0 >= 2 * ring_radius()
    assert 200.0 - (top + high) >= 2 * ring_radius()


def test_listings_at_one_price_lie_clear_of_each_other(doubled):
    taken = []
    for _ in range(5):
        taken.append(free_place(100.0, 50.0, 40.0, taken))
    apart = [math.hypot(a.x() - b.x(), a.y() - b.y()) for i, a in enumerate(taken) for b in taken[:i]]
    assert min(apart) >= fonts.px(7)


def test_the_first_group_is_named_behind_the_corridors(doubled):
    result = SimpleNamespace(
        colours=("vllm",),
        hue=np.zeros(1),
        suspect=np.zeros(1, bool),
        settings=SimpleNamespace(colour="engine"),
    )
    first = entries(theme.current(), result, 1000)[0]
    assert first.across >= fonts.px(25) + fonts.width(_CORRIDOR_WORDS, 11) + fonts.px(8)
