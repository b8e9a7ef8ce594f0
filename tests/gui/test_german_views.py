"""Views under German: no English in what they paint and show, and no words laid on others."""

import dataclasses
import re

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QTableView, QWidget

from engine import catalog, files
from gui import fonts, language, theme
from gui.launch import open_window
from gui.views import VIEWS
from tests.gui.english import ENGLISH
from tests.gui.painted import overlapping, painted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

#: Views that take long over what they say of a scenario, and say the same of these.
SLOW = {"montecarlo", "tornado", "evidence", "compare"}
#: What is no text of ours: names of parts and firms, conditions as they are typed, data with its source.
GIVEN = re.compile(r"margin > 20% and|verbunden durch and|: InferenceX .*|: genai-prices .*")


def sentences(view, found):
    """Yield every text that `view` shows, those it has `found` to paint first."""
    yield from (text for text, _, _ in found)
    for widget in (view, *view.findChildren(QWidget)):
        if not widget.isVisibleTo(view):
            continue
        yield widget.accessibleName()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(i) for i in range(widget.count()))
        elif isinstance(widget, QTableView) and widget.model() is not None:
            model = widget.model()
            heads = (model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount()))
            yield from (str(head) for head in heads if head)


def english(view, found):
    """Return what of `view` holds English."""
    left = []
    for text in sentences(view, found):
        rest = GIVEN.sub("", re.sub(r"<[^>]*>", " ", text))
        if ENGLISH.search(rest) and text not in left:
            left.append(text)
    return left


@pytest.fixture(scope="module")
def window(qapp):
    fonts.set_scale(1.0)
    theme.apply(qapp, "light")
    language.use("de")
    made = open_window("enterprise-assistant")
    made.resize(1280, 720)
    made.show()
    yield made
    made.document._mark_saved()
    made.close()
    made.deleteLater()
    language.use("en")


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and window.frame is not None, timeout=60_000)
    for _ in range(2):
        QApplication.processEvents()


def stopped(scenario):
    return dataclasses.replace(catalog.apply(scenario, "model", "deepseek-r1"), name="Zu groß")


def bought(scenario):
    return scenario.with_value("finance.supply", "api")


@pytest.mark.parametrize("change", [None, stopped, bought], ids=["served", "stopped", "bought"])
def test_no_view_has_english_or_words_on_each_other_under_german(qtbot, window, change):
    if change is not None:
        window.document.take(change(files.load_builtin("enterprise-assistant").scenario), "x")
    left, laid = {}, {}
    for place, view in enumerate(VIEWS):
        if change is not None and view.key in SLOW:
            continue
        window.show_view(place)
        settle(qtbot, window)
        found = painted(window.view())
        left |= {view.key: words} if (words := english(window.view(), found)) else {}
        laid |= {view.key: pairs} if (pairs := overlapping(found)) else {}
    assert left == {}, "compose with `say` or `said`, and translate in resources/translations"
    assert laid == {}, "texts lie on each other at 1280 x 720"


@pytest.mark.parametrize(
    ("key", "mode"), [("solve", "deployments"), ("day", "nines")], ids=["deployments", "nines"]
)
def test_other_pages_of_views_have_no_english_and_cut_no_figure(qtbot, window, key, mode):
    window.document.take(files.load_builtin("enterprise-assistant").scenario, "x")
    window.open_view(key)
    window.view().restore({**window.view().settings(), "mode": mode})
    window.view().job_changed.emit()
    settle(qtbot, window)
    found = painted(window.view())
    assert len(found) > 10
    assert english(window.view(), found) == []
    assert overlapping(found) == []
    assert not any(text.endswith("\u2026") and text[:1] in "$0123456789f" for text, _, _ in found)


def test_a_sentence_put_together_in_english_would_be_found(qtbot, window):
    settle(qtbot, window)
    said = f"{3} of the points are left"
    before = english(window.view(), ())
    label = QLabel(said, window.view())
    label.show()
    assert english(window.view(), ()) == [*before, said]
    label.deleteLater()


def test_words_painted_on_others_would_be_found(styled):
    class Crowded(QWidget):
        def paintEvent(self, _event):
            painter = QPainter(self)
            painter.drawText(QPointF(10, 20), "eins")
            painter.drawText(QRectF(12, 8, 80, 20), 0, "zwei")
            painter.drawText(QPointF(10, 60), "drei")
            painter.end()

    view = Crowded()
    view.resize(200, 100)
    assert overlapping(painted(view)) == [("eins", "zwei")]
    view.deleteLater()
