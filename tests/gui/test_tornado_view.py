"""The tornado view: bars, shares, what the spread rests on, and clicks that explain."""

import dataclasses

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.doubt import GUESSES
from engine.drivers import point
from engine.files import resolve
from engine.scenario import Doubt
from gui import theme
from gui.views import VIEWS
from gui.views.tornado import TornadoView
from tests.gui.rig import hover

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ASSISTANT = resolve("enterprise-assistant").scenario


class Desk:
    def __init__(self, qtbot, size=(1084, 710)):
        self.view = TornadoView()
        qtbot.addWidget(self.view)
        self.view.resize(*size)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.scenario = ASSISTANT
        self.asked, self.steps, self.jobs = [], [], []
        self.view.explain_requested.connect(self.asked.append)
        self.view.settings_changed.connect(self.steps.append)
        self.view.job_changed.connect(lambda: self.jobs.append(1))
        self.view.set_dragging(True)

    def compute(self, **settings):
        self.view.restore(settings)
        self.result = self.view.job().run(self.scenario, self.scenario, False, lambda: False)
        self.view.show_result(self.result)
        QApplication.processEvents()
        return self.result


@pytest.fixture
def desk(qtbot, qapp):
    theme.apply(qapp, "light")
    made = Desk(qtbot)
    made.compute()
    return made


def test_the_view_is_in_the_window():
    assert TornadoView in VIEWS


def test_bars_are_the_figure_at_the_ends_of_each_input_longest_first(desk):
    bars = desk.view.canvas.bars()
    assert bars[0].doubted.key == "accelerator.rent"
    swings = [bar.swing for bar in bars]
    assert swings == pytest.approx(sorted(swings, reverse=True), abs=1e-9)
    here = point(ASSISTANT.with_value("accelerator.rent", bars[0].high_value))
    assert bars[0].high == pytest.approx(here.base("gross_margin"))
    assert desk.result.tornado.base == point(ASSISTANT).base("gross_margin")


def test_every_row_has_room_and_lies_inside(desk):
    canvas = desk.view.canvas
    last = canvas.row(len(canvas.bars()) - 1)
    assert last.bottom() < canvas.height() - 80
    assert canvas.plot().right() < canvas.width() - 250
    assert canvas.plot().width() > 300


def test_a_click_on_a_bar_explains_its_input_and_enter_the_lit_one(desk):
    canvas = desk.view.canvas
    row = canvas.row(1)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=row.center().toPoint())
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(40, 12))
    hover(canvas, QPoint(4, canvas.height() - 2))
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    first, second = (bar.doubted.key for bar in canvas.bars()[:2])
    assert desk.asked[:2] == [second, "gross_margin"]
    assert desk.asked[2] in {first, second}


def test_sorting_by_share_needs_no_new_samples(desk):
    result = desk.view.canvas.result
    desk.view.order.chosen.emit("share")
    shares = [desk.result.totals.get(b.doubted.key, (0.0, 0.0))[0] for b in desk.view.canvas.bars()]
    assert shares == sorted(shares, reverse=True)
    assert desk.view.canvas.result.samples is result.samples
    assert desk.jobs == []
    desk.view.figure.chosen.emit("ttft_p95")
    assert desk.jobs == [1]
    assert desk.steps == ["Sort bars by share of the variance", "Show what moves TTFT p95"]


def test_what_rests_on_guesses_is_told(desk):
    desk.scenario = resolve("fraud-triage").scenario
    found = desk.compute(metric="cost_per_request")
    guesses = [bar for bar in desk.view.canvas.bars() if bar.doubted.grade in GUESSES]
    assert guesses
    assert 0.3 < found.guessed < 1.0
    assert "rests on guesses" in desk.view.canvas.accessibleDescription()
    assert sum(share.first.value for share in found.grades.shares) == pytest.approx(1.0, abs=0.25)


def test_scales_stay_while_a_hand_moves(desk):
    before = desk.view.canvas._scale
    desk.scenario = ASSISTANT.with_value("price.input", 3.0)
    desk.compute()
    assert desk.view.canvas._scale == before
    desk.view.set_dragging(False)
    desk.compute()
    assert desk.view.canvas._scale != before


@pytest.mark.parametrize(
    ("scenario", "said"),
    [
        (
            ASSISTANT.with_values({"deployment.tensor_parallel": 1.0, "accelerator.memory": 20.0}),
            "Mend memory",
        ),
        (dataclasses.replace(ASSISTANT, doubt=Doubt("stated", False)), "type a range such as 3 to 6"),
    ],
)
def test_nothing_to_show_is_said_in_words(desk, scenario, said):
    desk.scenario = scenario
    assert said in desk.compute().trouble
    assert desk.view.canvas.bars() == []
    desk.view.grab()
    assert said in desk.view.canvas.accessibleDescription()


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("size", [(1084, 710), (924, 566)])
@pytest.mark.parametrize("case", ["two-tier-service", "document-batch"])
def test_every_service_is_drawn_in_both_themes_and_sizes(qtbot, qapp, name, size, case):
    chosen = theme.apply(qapp, name)
    desk = Desk(qtbot, size)
    desk.view.apply_theme(chosen)
    desk.scenario = resolve(case).scenario
    desk.compute()
    image = desk.view.canvas.grab().toImage()
    spots = [(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)]
    assert len({image.pixelColor(x, y).rgb() for x, y in spots}) > 10
    theme.apply(qapp, "light")


def test_a_cancelled_job_gives_nothing(desk):
    assert desk.view.job().run(ASSISTANT, ASSISTANT, False, lambda: True) is None
    assert desk.view.summary() == f"{len(desk.result.tornado.bars)} inputs"


def test_the_tip_of_a_bar_tells_what_it_rests_on_and_where_the_margin_is_zero(desk):
    desk.view.set_dragging(False)
    desk.compute()
    canvas = desk.view.canvas
    bar = canvas.bars()[0]
    root = desk.result.evens["accelerator.rent"]
    there = point(ASSISTANT.with_value("accelerator.rent", root.value))
    assert there.base("gross_margin") == pytest.approx(0.0, abs=1e-6)
    tip = canvas.tip(bar)
    assert bar.doubted.basis in tip
    assert "Gross margin is zero at $" in tip
    assert desk.compute(metric="ttft_p95").evens == {}
    assert "zero" not in canvas.tip(canvas.bars()[0])
