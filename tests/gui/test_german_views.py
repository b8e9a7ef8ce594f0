"""Views under German: what they paint and show has no English in it, whatever sentence was put together."""

import dataclasses
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QTableView, QWidget

from engine import catalog, files
from gui import fonts, language, theme
from gui.launch import open_window
from gui.views import VIEWS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

#: Words of English sentences that are no German ones.
ENGLISH = re.compile(
    r"\b(the|of|and|is|are|to|with|from|by|not|each|than|what|which|would|this|that|where|or|has|have|above"
    r"|below|between|hours|years|months?|more|less|without|other|only|nothing|when|while|can|cannot|per"
    r"|points|at|for|as|no|it|its|much|like|under|over|replicas|most|least|requests|tokens|inputs?|limits?|load|share|guess|worth|reaches|times|price|cost)\b"
)
#: What is no text of ours: names of parts and firms, conditions as they are typed, data with its source.
GIVEN = re.compile(r"margin > 20% and|verbunden durch and|: InferenceX .*|: genai-prices .*")


def sentences(view):
    """Yield every text that `view` paints or shows, and where."""
    painted = []
    plain, outline = QPainter.drawText, QPainterPath.addText

    def draw(painter, *given):
        painted.extend(one for one in given if isinstance(one, str))
        return plain(painter, *given)

    def trace(path, *given):
        painted.extend(one for one in given if isinstance(one, str))
        return outline(path, *given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QPainter, "drawText", draw)
        patch.setattr(QPainterPath, "addText", trace)
        view.grab()
    yield from painted
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


def english(view):
    """Return what of `view` holds English."""
    found = []
    for text in sentences(view):
        rest = GIVEN.sub("", re.sub(r"<[^>]*>", " ", text))
        if ENGLISH.search(rest) and text not in found:
            found.append(text)
    return found


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
def test_no_view_has_a_word_of_english_under_german(qtbot, window, change):
    if change is not None:
        window.document.take(change(files.load_builtin("enterprise-assistant").scenario), "x")
    found = {}
    for place, view in enumerate(VIEWS):
        window.show_view(place)
        settle(qtbot, window)
        if left := english(window.view()):
            found[view.key] = left
    assert found == {}, "compose with `say` or `said`, and translate in resources/translations"


def test_a_sentence_put_together_in_english_would_be_found(qtbot, window):
    settle(qtbot, window)
    said = f"{3} of the points are left"
    before = english(window.view())
    label = QLabel(said, window.view())
    label.show()
    assert english(window.view()) == [*before, said]
    label.deleteLater()
