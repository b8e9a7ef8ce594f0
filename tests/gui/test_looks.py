"""Themes anyone can read, type of any size, names for those who listen; nothing lost when they change."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QSizePolicy,
    QTabBar,
    QTableView,
    QWidget,
)

from engine.metrics import METRICS
from engine.parameters import SPECS
from gui import fonts, language, theme
from gui.launch import open_window, remake
from gui.main_window import MainWindow
from gui.plotting.binding_inks import _LOOKS, ground, pattern
from gui.plotting.inks import HATCHES, Inks, contrast
from gui.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def _as_before(styled):
    yield
    settings = Settings()
    settings.scale, settings.language, settings.theme = 1.0, "en", "light"
    language.use("en")


@pytest.fixture
def desk(qtbot):
    """A window, kept in a list as another may take its place."""
    windows = [open_window(None)]
    windows[0].resize(1440, 900)
    windows[0].show()
    qtbot.waitUntil(lambda: windows[0].live.settled, timeout=60_000)
    yield windows
    windows[0].document._mark_saved()
    windows[0].close()
    windows[0].deleteLater()


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and window.frame is not None, timeout=60_000)
    for _ in range(3):
        QApplication.processEvents()


def scaled(qtbot, desk, scale, size):
    desk[0].settings.scale = scale
    desk[0] = remake(desk[0])
    desk[0].resize(*size)
    settle(qtbot, desk[0])
    return desk[0]


# contrast -----------------------------------------------------------------------------------------

TEXTS = ("ink", "text", "muted", "accent", "warning", "good", "bad", "breakeven", "memory_limit")
GROUNDS = ("panel", "window", "field")


@pytest.mark.parametrize(("text", "ground"), list(itertools.product(TEXTS, GROUNDS)))
def test_every_text_of_the_high_contrast_theme_stands_out_seven_to_one(text, ground):
    colors = theme.theme("contrast")
    assert contrast(colors.token(text), colors.token(ground)) >= 7.0


def test_words_written_in_the_palette_and_frames_stand_out_too(styled):
    colors = theme.apply(styled, "contrast")
    palette = styled.palette()
    assert contrast(palette.buttonText().color(), palette.button().color()) >= 7.0
    assert contrast(palette.placeholderText().color(), palette.base().color()) >= 7.0
    assert contrast(palette.highlightedText().color(), palette.highlight().color()) >= 7.0
    assert contrast(colors.border, colors.panel) >= 4.5
    assert contrast(colors.hairline, colors.panel) >= 3.0


def grey(brush, under):
    """Return how `brush` over `under` looks without colour, 0-255."""
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(under)
    painter = QPainter(image)
    painter.fillRect(QRect(0, 0, 64, 64), brush)
    painter.end()
    made = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(made.constBits(), np.uint8).reshape(64, made.bytesPerLine())
    return pixels[:, :64].astype(float)


@pytest.mark.parametrize("name", theme.NAMES)
def test_causes_that_stop_a_point_are_told_apart_without_colour(name):
    inks = Inks(theme.theme(name))
    looks = {cause: grey(inks.hatch(cause), inks.theme.panel) for cause in HATCHES}
    for one, other in itertools.combinations(looks.values(), 2):
        # Not by shade, which a poor print loses, but by where the lines run.
        apart = [np.abs(np.roll(one, shift, axis=1) - other).mean() for shift in range(8)]
        assert min(apart) > 4.0
    for look in looks.values():
        assert np.ptp(look) > (100 if name == "contrast" else 40)


@pytest.mark.parametrize("name", theme.NAMES)
def test_binding_limits_are_told_apart_without_colour(name):
    inks = Inks(theme.theme(name))
    looks = [grey(pattern(inks, kind), ground(inks.theme, kind)) for kind in _LOOKS]
    for one, other in itertools.combinations(looks, 2):
        assert np.abs(one - other).mean() > 2.0


def test_input_without_effect_can_still_be_read_in_high_contrast(qtbot, desk):
    window = desk[0]
    window.apply_theme("contrast")
    row = None
    for key, spec in SPECS.items():
        if spec.when and window.document.scenario.inert(key):
            window.inputs.focus_key(key)
            row = window.inputs.row(key)
            break
    share = row.graphicsEffect().opacity()
    colors = theme.current()
    seen = [
        round(share * a + (1 - share) * b)
        for a, b in zip(colors.muted.getRgb()[:3], colors.window.getRgb()[:3], strict=True)
    ]
    assert contrast(QColor(*seen), colors.window) >= 7.0


@pytest.mark.parametrize("scenario", ["enterprise-assistant", "commoditised-2028"])
def test_every_view_draws_in_high_contrast(qtbot, scenario):
    window = open_window(scenario)
    qtbot.addWidget(window, before_close_func=lambda w: (w.document._mark_saved(), w.close()))
    window.apply_theme("contrast")
    window.show()
    for index in range(len(window.views)):
        window.show_view(index)
        settle(qtbot, window)
        image = window.view().grab().toImage()
        colours = {
            image.pixel(x, y) for x in range(0, image.width(), 23) for y in range(0, image.height(), 23)
        }
        assert QColor("black").rgb() in colours
        assert len(colours) > 5


# the system's theme -------------------------------------------------------------------------------


def test_theme_of_the_system_is_followed_only_when_asked_for(desk, monkeypatch):
    window = desk[0]
    scheme = [Qt.ColorScheme.Light]

    class Hints:
        colorScheme = staticmethod(lambda: scheme[0])

    real = QGuiApplication.styleHints()
    monkeypatch.setattr(theme.QGuiApplication, "styleHints", lambda: Hints)
    window.habits.take_theme("system")
    assert theme.current().name == "light"
    scheme[0] = Qt.ColorScheme.Dark
    real.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().name == "dark"
    assert window.settings.theme == "system"
    window.habits.take_theme("contrast")
    scheme[0] = Qt.ColorScheme.Light
    real.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.current().name == "contrast"
    monkeypatch.undo()


# scale --------------------------------------------------------------------------------------------


def test_scale_takes_effect_at_once_and_nothing_is_lost(qtbot, desk):
    window = desk[0]
    document = window.document
    document.set_value("accelerator.rent", 3.1)
    window.open_view("latency")
    stack, session = document.stack.count(), document.session
    height = window.scenario_bar.height()
    window.menus.actions["Scale 150 %"].trigger()
    assert Settings().scale == 1.5

    def another():
        tops = QApplication.topLevelWidgets()
        found = [w for w in tops if isinstance(w, MainWindow) and w is not window]
        return [w for w in found if w.document is document]

    qtbot.waitUntil(lambda: another() != [], timeout=60_000)
    made = desk[0] = another()[0]
    assert made is not window
    settle(qtbot, made)
    assert (document.stack.count(), document.session.cases) == (stack, session.cases)
    assert made.view().key == "latency"
    assert made.scenario_bar.height() == round(height * 1.5)
    assert made.menus.actions["Scale 150 %"].isChecked()
    assert made.windowTitle().startswith("*")
    document.stack.undo()
    assert made.document.scenario == session.cases[0].opened
    settle(qtbot, made)
    assert made.frame.wish.scenario == document.scenario


def cut_off(window):
    """Yield every label, list and button whose text has less room than it needs."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.width() == 0:
            continue
        if isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
            plain = "<" not in widget.text()
            free = widget.sizePolicy().horizontalPolicy() != QSizePolicy.Policy.Ignored
            if plain and free and widget.fontMetrics().horizontalAdvance(widget.text()) > widget.width() + 1:
                yield "label", widget.text()
        elif isinstance(widget, QComboBox) and widget.minimumSizeHint().width() > widget.width() + 1:
            yield "combo", widget.currentText()
        elif isinstance(widget, QPushButton):
            needed = widget.fontMetrics().horizontalAdvance(widget.text())
            if widget.text() and needed > widget.width():
                yield "button", widget.text()


@pytest.mark.parametrize(("scale", "size"), [(1.25, (1800, 1125)), (1.5, (2160, 1350)), (2.0, (2880, 1800))])
def test_larger_type_fits_a_window_as_much_larger(qtbot, desk, scale, size):
    window = scaled(qtbot, desk, scale, size)
    hint = window.minimumSizeHint()
    assert (window.width(), window.height()) == size
    assert hint.width() <= size[0]
    assert hint.height() <= size[1]
    # As much as 1280 x 720 at 100 %.
    assert hint.width() <= 1280 * scale
    for key in (view.key for view in window.views):
        window.open_view(key)
        settle(qtbot, window)
        assert list(cut_off(window)) == [], key
    for tile in window.kpis._tiles.values():
        assert fonts.width(tile.name_text(), 11) <= tile.room()
        assert tile.lower_width() <= tile.room()


# names --------------------------------------------------------------------------------------------

NAMED = (
    QAbstractButton, QLineEdit, QComboBox, QAbstractSlider, QAbstractItemView, QPlainTextEdit, QTabBar,
)  # fmt: skip


def nameless(window):
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_"):
            continue
        if isinstance(widget, NAMED) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            parent = widget.parentWidget()
            if isinstance(parent, (QLineEdit, QHeaderView, QTableView)):
                # Qt's own parts of a field or a table, which speaks for them.
                continue
            said = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            if isinstance(parent, QAbstractScrollArea) and widget is parent.viewport():
                said = parent.accessibleName()
            if not said.strip():
                yield f"{type(widget).__name__} {widget.objectName()} in {parent.objectName()}"


def test_everything_one_can_act_on_has_a_name_and_inputs_say_their_unit(qtbot, desk):
    window = desk[0]
    for index in range(len(window.views)):
        window.show_view(index)
        settle(qtbot, window)
    for key in window.inputs._sections:
        section = window.inputs.section(key)
        section._advanced = True
        section.set_open(True)
        section.arrange()
    assert list(nameless(window)) == []
    seen = 0
    for key, spec in SPECS.items():
        row = window.inputs.row(key)
        if row is None:
            continue
        seen += 1
        assert spec.label in row.edit.accessibleName()
        if spec.kind == "number" and spec.display_unit != "1":
            assert spec.display_unit in row.edit.accessibleName()
            assert spec.display_unit in row.slider.accessibleName()
    assert seen > 400
    for key, tile in window.kpis._tiles.items():
        unit = METRICS[key].display_unit
        assert unit in tile.accessibleName(), key
        assert tile.headline().value in tile.accessibleDescription()
