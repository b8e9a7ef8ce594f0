"""The outlook view: four plots and the checklist, as a user meets them."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from engine.explain import recompute
from engine.files import builtin_names, resolve
from engine.outlook import outlook, reason
from engine.outlook.toggles import LINES
from engine.scenario import DEFAULT
from gui import theme
from gui.plotting.inks import Inks
from gui.plotting.outlook_job import GROUPS, SUPPLIERS, OutlookJob, growth, moved_most
from gui.views import outlook_frame
from gui.views.outlook import OutlookView
from gui.views.outlook_canvas import LOOKS, year_lines
from gui.views.outlook_frame import Frame, linear_range, log_range, mark_date
from gui.views.outlook_panel import FIGURES
from gui.views.outlook_plots import courses, growth_words
from tests.gui.rig import hover

BROKEN = DEFAULT.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"})


def answer(scenario, baseline=None, *, coarse=False):
    return OutlookJob().run(scenario, baseline or scenario, coarse, lambda: False)


@pytest.fixture
def view(qtbot):
    made = OutlookView()
    qtbot.addWidget(made)
    made.resize(930, 560)
    made.show_scenario(DEFAULT, DEFAULT)
    made.show_result(answer(DEFAULT))
    made.show()
    return made


def test_job_gives_the_path_the_fan_and_every_line():
    r = answer(DEFAULT)
    assert np.array_equal(r.path.margin, outlook(DEFAULT).margin)
    assert len(r.fan.paths) == 5
    assert [effect.line for effect in r.effects] == list(LINES)
    assert r.ghost is None
    ghost = answer(DEFAULT.with_value("outlook.elasticity", 0.9), DEFAULT).ghost
    assert np.array_equal(ghost.spend, r.path.spend)


def test_quick_frame_leaves_the_fan_out_and_a_stopped_one_gives_nothing():
    quick = answer(DEFAULT, coarse=True)
    assert quick.fan is None
    assert quick.effects == ()
    assert OutlookJob().run(DEFAULT, DEFAULT, False, lambda: True) is None


def test_layers_shown_together_are_all_layers_of_the_orders():
    path = outlook(DEFAULT)
    shown = [key for _, layers, _ in GROUPS for key in layers]
    assert sorted(shown) == sorted(key for key in path.layers if key != "platform")
    assert {key for _, layers in SUPPLIERS for key in layers} <= set(path.layers)


@pytest.mark.parametrize("name", builtin_names())
@pytest.mark.parametrize("look", [look for look, _ in LOOKS])
def test_every_scenario_is_drawn_in_both_themes(view, name, look):
    scenario = resolve(name).scenario
    view.show_scenario(scenario, scenario)
    view.show_result(answer(scenario))
    view.restore({"look": look})
    pictures = []
    for side in ("light", "dark"):
        view.apply_theme(theme.theme(side))
        pictures.append(view.canvas.grab().toImage())
    assert pictures[0].pixelColor(2, 2) != pictures[1].pixelColor(2, 2)
    colors = {pictures[0].pixelColor(x, y).name() for x in range(0, 600, 7) for y in range(0, 500, 7)}
    assert len(colors) > 8


def test_a_scenario_that_cannot_be_served_is_told_in_words(view):
    r = answer(BROKEN)
    assert r.path is None
    view.show_result(r)
    assert "can be served" in view.canvas.accessibleDescription()
    assert view.canvas.plots == ()
    assert not view.canvas.grab().isNull()
    assert view.summary() == "no years"
    assert view.panel.told.text() == ""


def test_ticking_a_line_asks_for_the_edit_once(view, qtbot):
    box = view.panel.lines["thesis.margin"].box
    with qtbot.waitSignal(view.edited) as caught:
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() / 4)
    assert caught.args[:2] == ["thesis.margin", "yes"]
    on = DEFAULT.with_value("thesis.margin", "yes")
    view.show_scenario(on, DEFAULT)
    assert box.isChecked()
    with qtbot.assertNotEmitted(view.edited):
        view.show_scenario(DEFAULT, DEFAULT)
    assert not box.isChecked()


def test_pointing_at_a_line_tells_what_it_moves_and_its_source(view):
    row = view.panel.lines["thesis.own_silicon"]
    row.box.setFocus()
    effect = next(e for e in view.canvas.result.effects if e.line is row.line)
    said = view.panel.detail.text()
    assert row.line.sentence in said
    assert "TrendForce" in said
    assert len(moved_most(effect)) == 3
    assert all(abs(by) >= 0.005 for _, by in moved_most(effect))


def test_a_click_asks_about_the_figure_drawn_there(view, qtbot):
    canvas = view.canvas
    asked = []
    view.explain_requested.connect(asked.append)
    upper, lower = canvas.plots[0].frames
    stack = canvas.plots[2].frames[0]
    bottom = QPointF(stack.x(6), stack.box.bottom() - 2)
    path, spend = canvas.result.path, canvas.plots[1].frames[0]
    price = QPointF(upper.x(2), upper.y(float(path.price[2] / path.output_tokens * 1e6)) - 2)
    margin = QPointF(lower.x(5), lower.box.center().y())
    for at in (price, margin, QPointF(spend.x(4), spend.box.center().y()), bottom):
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert asked[0] in {"ahead.told_price2", "ahead.told_cost2"}
    assert asked[1:] == ["ahead.margin5", "ahead.spend4", "ahead.sum_leader__alternatives6"]
    for key in asked:
        root = reason(path, key)
        assert root.text
        assert recompute(root) == pytest.approx(root.value, rel=1e-9)
    figures = view.panel.figures
    QTest.mouseClick(figures, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert asked[-1] == FIGURES[0]


def test_the_year_under_the_pointer_is_told(view):
    canvas = view.canvas
    f = canvas.plots[1].frames[0]
    hover(canvas, QPointF(f.x(2), f.box.center().y()).toPoint())
    canvas.hover = 2
    path = canvas.result.path
    lines = year_lines(path, 2)
    assert lines[0] == "2028"
    assert any(f"margin {path.margin[2] * 100:.3g}"[:9] in line.replace("\u2212", "-") for line in lines)
    assert not canvas.grab().isNull()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.hover == 3
    offered = []
    view.scenario_offered.connect(offered.append)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert [made.name for made in offered] == ["Defaults, 2029"]


def test_settings_come_back_and_nonsense_is_ignored(view):
    view.restore({"look": "growth"})
    assert view.settings() == {"look": "growth"}
    view.restore({"look": "nothing"})
    assert view.settings() == {"look": "growth"}
    assert view.summary() == "16 \u00d7 7 years"


def test_every_line_drawn_is_a_figure_that_explains_itself(view):
    path = view.canvas.result.path
    for plot, frames in enumerate((2, 1, 0, 1)):
        for frame in range(frames):
            for name, values in courses(path, plot, frame):
                root = reason(path, f"ahead.{name}3")
                scale = 1e6 if name.startswith("told") else 100.0 if name == "margin" else 1.0
                assert root.value * scale == pytest.approx(float(values[3]), rel=1e-9)


def test_bought_tokens_have_no_orders_to_draw(view):
    bought = DEFAULT.with_value("finance.supply", "api")
    view.show_result(answer(bought))
    for look, _ in LOOKS:
        view.restore({"look": look})
        assert not view.canvas.grab().isNull()
    view.restore({"look": "revenue"})
    f = view.canvas.plots[2].frames[0]
    asked = []
    view.explain_requested.connect(asked.append)
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=f.box.center().toPoint())
    assert reason(view.canvas.result.path, asked[0]).value == 0.0


def test_ranges_hold_their_figures():
    values = np.array([3.0, 300.0, np.nan])
    scale = log_range(values)
    assert scale.low < 3.0
    assert scale.high > 300.0
    assert log_range(np.array([0.0])).low == 1.0
    flat = linear_range(np.array([-400.0, 20.0]), floor=-150.0)
    assert flat.low >= -170.0
    assert flat.high > 20.0
    assert linear_range(np.zeros(3)).high > 0.0


def test_growth_is_told_in_per_cent_or_as_a_factor():
    assert [growth_words(by) for by in (-0.61, 0.0, 0.62, 11.0)] == ["\u221261", "0", "+62", "\u00d712"]
    assert growth(np.array([2.0, 3.0, 0.0]))[1:].tolist() == [0.5, -1.0]


def test_the_name_of_a_date_stands_off_the_curves(qapp, monkeypatch):
    places = []
    monkeypatch.setattr(outlook_frame.draw, "chip", lambda *given: places.append(given[2:4]))
    falling = np.geomspace(10.0, 0.01, 7)
    plot = Frame(QRectF(0, 0, 140, 80), np.arange(2026.0, 2033.0), log_range(falling))
    inks = Inks(theme.theme("light"))
    painter = QPainter(image := QImage(200, 100, QImage.Format.Format_RGB32))
    for year, curve in ((2030.0, falling), (2030.0, falling[::-1].copy())):
        mark_date(painter, inks, plot, year, "stranded 2030", inks.theme.bad, (curve,))
    painter.end()
    assert image.width() == 200
    (_, low), (_, high) = places
    assert low > 40.0 > high
