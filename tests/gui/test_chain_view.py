"""The chain view: bars that add up, a way from layer to items to sellers, the baseline beside."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import catalog, files
from engine.drivers import point
from engine.scenario import DEFAULT
from gui import theme
from gui.plotting.chain_job import BASES, change, dollars, factor_of
from gui.plotting.chain_words import layer_rows, overview, supplier_rows
from gui.views.chain import ChainView
from resources.tools.build_scenarios import CASES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

BASE = DEFAULT.with_value("finance.supply", "own")
NOW = catalog.apply(BASE, "accelerator", "tpu-v7")
STARVED = DEFAULT.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"})


class Desk:
    def __init__(self, qtbot):
        self.view = ChainView()
        qtbot.addWidget(self.view)
        self.view.resize(924, 540)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.asked, self.words = [], []
        self.view.explain_requested.connect(self.asked.append)
        self.view.settings_changed.connect(self.words.append)
        self.compute(NOW, BASE)

    def compute(self, scenario, baseline):
        self.view.show_scenario(scenario, baseline)
        self.result = self.view.job().run(scenario, baseline, False, lambda: False)
        self.view.show_result(self.result)
        QApplication.processEvents()

    def click(self, index, part="bar"):
        canvas = self.view.canvas
        box = canvas.bar(index)
        x = box.center().x() if part == "bar" else canvas.width() - 120
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(int(x), int(box.center().y())))

    def labels(self):
        return [row.label for row in self.view.panel.rows.rows]

    def press(self, label):
        rows = self.view.panel.rows
        index = next(i for i, row in enumerate(rows.rows) if row.label == label)
        QTest.mouseClick(rows, Qt.MouseButton.LeftButton, pos=rows.place(index).center().toPoint())


@pytest.fixture
def desk(qtbot, qapp):
    theme.apply(qapp, "light")
    return Desk(qtbot)


def test_bars_follow_each_other_and_add_up_to_the_bill(desk):
    steps = desk.result.steps
    total = 0.0
    for step in steps:
        assert step.before == pytest.approx(total)
        assert 0.0 <= step.idle <= step.value * (1 + 1e-12)
        total += step.value
    assert total == pytest.approx(desk.result.total, rel=1e-9)
    assert sum(step.idle for step in steps) == pytest.approx(
        point(NOW).base("idle_rate") * desk.result.factor, rel=1e-9
    )
    for index in range(len(steps) - 1):
        if steps[index].value > 0.01 * total:
            assert desk.view.canvas.bar(index).right() == pytest.approx(
                desk.view.canvas.bar(index + 1).left(), abs=1
            )


def test_a_million_tokens_a_thousand_calls_and_a_year_are_the_same_bill(desk):
    p = point(NOW)
    for basis in BASES:
        desk.view.set_basis(basis)
        desk.compute(NOW, BASE)
        assert desk.result.total == pytest.approx(p.base("cost_rate") * factor_of(basis, NOW, p))
    assert factor_of("tokens", NOW, p) * p.base("cost_rate") == pytest.approx(
        p.shown("cost_per_token_all_in")
    )
    assert factor_of("call", NOW, p) * p.base("cost_rate") == pytest.approx(1000 * p.base("cost_per_request"))
    assert desk.words == [f"Tell the chain {words}" for words, _ in BASES.values()]


def test_a_click_goes_down_from_layer_to_items_to_sellers_and_back(desk):
    keys = [step.key for step in desk.result.steps]
    desk.click(keys.index("partner"))
    assert desk.view.canvas.selected == "partner"
    assert desk.labels()[0].endswith("Design partner")
    assert {"Made of", "Sellers", "Broadcom"} <= set(desk.labels())
    desk.press("Broadcom")
    assert desk.labels()[0].endswith("Broadcom")
    assert "partner" in desk.view.canvas.marked
    desk.press("Design partner")
    assert desk.view.canvas.selected == "partner"
    desk.press(desk.labels()[0])
    assert desk.labels()[0] == "Who earns it"
    assert desk.view.canvas.selected == ""


def test_a_click_on_a_figure_asks_for_its_explanation(desk):
    keys = [step.key for step in desk.result.steps]
    desk.click(keys.index("vendor"), "figure")
    assert desk.asked == ["layer_vendor"]
    desk.press("Explain this layer")
    assert desk.asked == ["layer_vendor", "layer_vendor"]


def test_arrows_walk_the_layers_and_escape_leaves(desk):
    canvas = desk.view.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.selected == desk.result.steps[1].key
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert desk.asked == [desk.result.steps[1].metric]
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.selected == ""


def test_the_baseline_stands_beside_with_what_moved(desk):
    vendor = next(step for step in desk.result.steps if step.key == "vendor")
    there = desk.result.baseline.layer("vendor").rate * desk.result.baseline_factor
    assert vendor.baseline == pytest.approx(there)
    nvidia = next(row for row in overview(desk.result) if row.label == "NVIDIA")
    assert nvidia.moved.startswith("\u2212")
    broadcom = next(row for row in overview(desk.result) if row.label == "Broadcom")
    assert broadcom.moved.startswith("+")
    desk.compute(BASE, BASE)
    assert desk.result.baseline is None
    assert not any(row.moved for row in overview(desk.result))


def test_without_service_it_says_so(desk):
    desk.compute(STARVED, BASE)
    assert desk.result.steps == ()
    assert desk.labels()[0].startswith("No service")
    desk.view.grab()
    desk.view.choose("optics")
    desk.view.choose_supplier("NVIDIA")
    desk.view.grab()


def test_settings_come_back(desk):
    desk.view.choose("optics")
    kept = desk.view.settings()
    other = ChainView()
    other.restore({**kept, "basis": "year"})
    assert other.settings() == {"basis": "year", "layer": "optics", "supplier": ""}
    other.restore({"basis": "century", "layer": "cheese", "supplier": 3})
    assert other.settings() == {"basis": "year", "layer": "optics", "supplier": ""}
    other.deleteLater()


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_case_draws_in_both_themes(qtbot, qapp, name, look):
    theme.apply(qapp, look)
    desk = Desk(qtbot)
    desk.view.apply_theme(theme.theme(look))
    scenario = files.load_builtin(name).scenario
    desk.compute(scenario, BASE)
    image = desk.view.grab().toImage()
    assert not image.isNull()
    longest = max(range(len(desk.result.steps)), key=lambda i: desk.result.steps[i].value)
    box = desk.view.canvas.bar(longest)
    at = desk.view.canvas.mapTo(desk.view, QPointF(box.left() + 2, box.center().y()).toPoint())
    ratio = image.devicePixelRatio()
    found = image.pixelColor(int(at.x() * ratio), int(at.y() * ratio))
    assert found != theme.theme(look).panel
    for step in desk.result.steps:
        assert layer_rows(desk.result, desk.result.account.layer(step.key))
    for one in desk.result.dependence.suppliers:
        assert supplier_rows(desk.result, one.name)[0].label.endswith(one.name)


@pytest.mark.parametrize(
    ("value", "said"),
    [(7.5, "$7.50"), (0.016, "$0.016"), (0.00521, "$0.0052"), (123.4, "$123"), (46_400.0, "$46.4k"),
     (2.24e6, "$2.24M"), (0.0, "$0"), (-1.0, "\u2212$1.00"), (float("nan"), "\u2014"), (0.452, "$0.452")],
)  # fmt: skip
def test_dollars_are_short(value, said):
    assert dollars(value) == said


def test_changes_too_small_to_matter_are_not_told():
    assert change(1.0, 1.0001, 10.0) == ""
    assert change(1.0, 0.5, 10.0) == "+$0.500"
    assert change(0.5, 1.0, 10.0) == "\u2212$0.500"
    assert change(0.5, float("nan"), 10.0) == ""


def test_a_layer_offers_other_parts_and_a_click_takes_one(desk):
    taken = []
    desk.view.scenario_taken.connect(lambda scenario, words: taken.append((scenario, words)))
    desk.view.choose("vendor")
    desk.compute(NOW, BASE)
    assert "Instead" in desk.labels()
    label = catalog.part("accelerator", "h200-sxm").label
    desk.press(label)
    scenario, words = taken[0]
    assert scenario.get("accelerator.part") == "h200-sxm"
    assert words == f"Choose {label}"
    quick = desk.view.job().run(NOW, BASE, True, lambda: False)
    assert quick.swaps == ()


def test_bought_tokens_are_a_bar_without_idle_time(desk):
    desk.compute(DEFAULT.with_value("finance.supply", "api"), BASE)
    (step,) = (step for step in desk.result.steps if step.value > 0.0)
    assert (step.key, step.idle) == ("api", 0.0)
    assert desk.view.canvas.bar(desk.result.steps.index(step)).width() > 100
    assert "0 % of it" not in desk.view.canvas.accessibleDescription()
    color = desk.view.canvas.color("api")
    box = desk.view.canvas.bar(desk.result.steps.index(step))
    picture = desk.view.canvas.grab().toImage()
    assert picture.pixelColor(box.center().toPoint() * picture.devicePixelRatio()) == color


@pytest.mark.parametrize("effort", ["given", "high"])
def test_a_million_tokens_are_those_made(effort):
    case = BASE.with_value("levers.effort", effort)
    here = point(case)
    total = here.base("cost_rate") * factor_of("tokens", case, here)
    assert total == pytest.approx(here.shown("cost_per_token_all_in"), rel=1e-12)


def test_concentration_says_of_what_it_is(desk):
    rows = overview(desk.result)
    largest = next(row for row in rows if row.label.startswith("Largest"))
    assert "apart" in largest.more
