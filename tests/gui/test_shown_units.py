"""The unit beside a field is a choice: field, tips and headline figures follow, the file does not."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engine import files
from engine.explain import recompute
from gui import shown_units
from gui.launch import open_window
from gui.plotting import draw, text
from gui.settings import Settings
from gui.shown_units import METRICS
from gui.widgets.explain_tree import ExplainTree

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def _as_declared():
    shown_units.use({})
    yield
    shown_units.use({})
    Settings().shown_units = {}


def forget(window):
    window.document._mark_saved()
    window.close()


@pytest.fixture
def window(qtbot):
    made = open_window(None)
    made.resize(1440, 900)
    made.show()
    qtbot.addWidget(made, before_close_func=forget)
    qtbot.waitUntil(lambda: made.live.settled and made.frame is not None, timeout=60_000)
    return made


def row(window, key):
    window.inputs.focus_key(key)
    QApplication.processEvents()
    return window.findChild(QWidget, f"param:{key}")


def choose(window, key, symbol):
    """Click the unit of `key` and pick `symbol` from what drops."""
    line = row(window, key)
    QTest.mouseClick(line.unit, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    action = next(a for a in menu.actions() if a.objectName() == symbol)
    action.trigger()
    menu.close()
    QApplication.processEvents()
    return line


def test_click_on_the_unit_shows_field_and_names_in_another(window):
    line = choose(window, "accelerator.rent", "$/month")
    rent = window.document.scenario.number("accelerator.rent")
    assert line.unit_text() == "$/month"
    window.inputs.filter.setFocus()
    assert float(line.edit.text().replace(",", "")) == pytest.approx(rent * 730, rel=1e-5)
    assert line.edit.accessibleName() == "Rent, $/month"
    assert "/month" in line.slider.accessibleDescription()
    assert "$/month" in line.toolTip()
    assert window.document.scenario.number("accelerator.rent") == rent
    assert not window.document.is_dirty
    # All that is declared in $/h is shown alike.
    assert shown_units.chosen() == {"$/h": "$/month"}


def test_typing_counts_in_the_unit_shown_and_the_file_keeps_the_declared(window, tmp_path):
    line = choose(window, "accelerator.rent", "$/month")
    line.edit.setFocus()
    line.edit.selectAll()
    QTest.keyClicks(line.edit, "1460")
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert window.document.scenario.number("accelerator.rent") == pytest.approx(2.0)
    window.document.save(tmp_path / "x.isocost")
    text = (tmp_path / "x.isocost").read_text("utf-8")
    stated = next(line for line in text.splitlines() if '"accelerator.rent"' in line)
    assert '"unit": "$/h"' in stated
    assert files.load(tmp_path / "x.isocost").scenario == window.document.scenario


def test_headline_figures_follow_with_limit_and_name(window):
    tile = window.kpis.tile("ttft_p95")
    assert tile.headline().unit == "s"
    seconds = float(tile.headline().value)
    choose(window, "limits.ttft", "ms")
    assert tile.headline().unit == "ms"
    assert float(tile.headline().value.replace(",", "")) == pytest.approx(seconds * 1000, rel=0.02)
    assert float(tile.headline().limit.removeprefix("limit ").replace(",", "")) >= 100
    cost = window.kpis.tile("cost_per_output_token")
    choose(window, "price.output", "$/k tokens")
    assert "k output" in cost.name_text()
    assert cost.headline().value.startswith("$0.00")


def test_choice_lasts_to_the_next_window_and_the_own_unit_undoes_it(window):
    choose(window, "limits.ttft", "ms")
    assert Settings().shown_units == {"s": "ms"}
    choose(window, "limits.ttft", "s")
    assert Settings().shown_units == {}
    assert row(window, "limits.ttft").unit_text() == "s"


def test_unit_without_a_choice_is_text_and_offers_no_menu(window):
    line = row(window, "deployment.concurrency")
    assert line.unit_menu() is None
    assert not line.unit.isEnabled()
    offered = [action.text() for action in row(window, "limits.ttft").menu().actions()]
    assert "Show in" in offered


def test_out_of_range_says_so_and_nonsense_in_the_settings_is_left_out(window):
    line = choose(window, "limits.tpot", "s")
    line.edit.setFocus()
    line.edit.selectAll()
    QTest.keyClicks(line.edit, "-3")
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert "must be" in line.message()
    shown_units.use({"s": "GB", "nonsense": "x"})
    assert shown_units.chosen() == {}


# views, tables and exports ------------------------------------------------------------------------

CHOSEN = {
    "ms": "s", "tokens": "k tokens", "$/M tokens": "$/k tokens", "$/h": "$/month",
    "requests/s": "requests/min",
}  # fmt: skip


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and window.frame is not None, timeout=60_000)
    QApplication.processEvents()


def texts(qtbot, window, key):
    """Return every word that view `key` paints, in the order it paints them."""
    window.open_view(key)
    settle(qtbot, window)
    said = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(draw, "words", lambda _painter, _box, told, *_rest: said.append(told))
        window.view().grab()
    return said


def test_a_choice_rules_in_the_view_in_front_at_once(qtbot, window):
    window.open_view("frontier")
    settle(qtbot, window)
    before = window.frame.result.curves[0].x.copy()
    choose(window, "limits.tpot", "s")
    settle(qtbot, window)
    result = window.frame.result
    assert result.curves[0].x == pytest.approx(before / 1000.0, nan_ok=True)
    assert result.limits[0] == pytest.approx(window.document.scenario.number("limits.tpot") / 1000.0)
    assert result.x_scale.high < 1.0
    assert any(word.endswith(" s") for word in texts(qtbot, window, "frontier"))
    assert not any(word.endswith(" ms") for word in texts(qtbot, window, "frontier"))


def test_axes_tables_and_exports_are_in_the_units_chosen_and_the_scenario_is_not(qtbot, window):
    declared = {}
    for key in ("surfaces", "table", "latency", "solve", "tornado"):
        window.open_view(key)
        settle(qtbot, window)
        declared[key] = window.view().shown_table(window.frame.result, window.frame.point)
    scenario = window.document.scenario
    for unit, symbol in CHOSEN.items():
        shown_units.choose(unit, symbol)
    window.show_units()
    for key, old in declared.items():
        window.open_view(key)
        settle(qtbot, window)
        new = window.view().shown_table(window.frame.result, window.frame.point)
        for one, other in zip(old.columns, new.columns, strict=True):
            assert other.unit == CHOSEN.get(one.unit, one.unit)
            each = shown_units.seen(one.unit)[0]
            numbers = [(a, b) for a, b in zip(one.values, other.values, strict=True) if isinstance(a, float)]
            if one.unit in CHOSEN:
                assert [b for _, b in numbers] == pytest.approx([a * each for a, _ in numbers], nan_ok=True)
                assert numbers
    assert window.document.scenario is scenario
    assert not window.document.is_dirty


def test_surfaces_name_round_figures_in_the_units_chosen(qtbot, window):
    shown_units.use(CHOSEN)
    window.show_units()
    settle(qtbot, window)
    result = window.frame.result
    latency = next(plot for plot in result.plots if plot.metric == "tpot_p95")
    assert latency.scale.high == pytest.approx(0.1)
    assert text.caption(METRICS["tpot_p95"]) == "s / token"
    ticks = result.y.ticks()
    assert result.y.spec.unit == "tokens"
    assert [float(said) for _, said in ticks] == pytest.approx(
        [float(f"{float(said):.1g}") for _, said in ticks], rel=0.6
    )
    assert max(float(said) for _, said in ticks) < 100.0
    assert text.axis_title(result.y.spec).endswith(", k tokens")


def test_compare_tells_figures_and_inputs_in_the_units_chosen(qtbot, window):
    window.duplicate(0)
    window.document.set_value("accelerator.rent", 3.0)
    shown_units.use(CHOSEN)
    window.show_units()
    window.open_view("compare")
    settle(qtbot, window)
    result = window.frame.result
    rent = next(row for row in result.rows if row.key == "accelerator.rent")
    assert "$2,190" in rent.texts
    table = window.view().shown_table(result, window.frame.point)
    # The bridge names inputs too, with what they add.
    lines = zip(*(column.values for column in table.columns), strict=True)
    rows = {key: rest for kind, key, _, *rest in lines if not str(kind).startswith("bridge")}
    assert rows["accelerator.rent"][0] == "$/month"
    assert 3.0 * 730 in [pytest.approx(v) for v in rows["accelerator.rent"][2:]]
    assert rows["cost_per_output_token"][0] == "$/k tokens"
    assert rows["cost_per_output_token"][2] < 0.1


def test_a_bare_target_counts_in_the_unit_chosen(qtbot, window):
    shown_units.use({"ms": "s"})
    window.open_view("solve")
    settle(qtbot, window)
    view = window.view()
    view.restore({"metric": "tpot_p95", "target": 0.04})
    assert view.target.text().startswith("0.04 s")
    view.target.setText("0.03")
    view.target.setModified(True)
    view._take_target()
    assert view.settings()["target"] == pytest.approx(0.03)
    settle(qtbot, window)


def test_swept_values_are_read_and_written_in_the_unit_chosen_and_kept_declared(qtbot, window):
    shown_units.use({"tokens": "k tokens"})
    window.show_units()
    window.open_view("table")
    settle(qtbot, window)
    view = window.view()
    _, kept = view.settings()["axes"][1]
    assert kept == "1000:16000:5:log"
    field = view.tools.axes[1].values
    assert field.text() == kept.replace("1000:16000:", "1:16:")
    type_into(field, "2; 4; 6000 tokens")
    settle(qtbot, window)
    assert view.settings()["axes"][1][1] == "2000; 4000; 6000 tokens"
    assert sorted(set(window.frame.result.inputs[:, 1])) == [2000.0, 4000.0, 6000.0]
    assert view.tools.axes[1].values.text() == "2; 4; 6000 tokens"


def test_conditions_on_rows_count_in_the_unit_chosen_and_are_kept_declared(qtbot, window):
    window.open_view("table")
    settle(qtbot, window)
    view = window.view()
    view.set_wanted("TPOT p95 < 40 and margin > -50%")
    settle(qtbot, window)
    rows = window.frame.result.order.size
    assert 0 < rows < window.frame.result.plan.count
    shown_units.use({"ms": "s"})
    window.show_units()
    settle(qtbot, window)
    assert view.tools.wanted.text() == "TPOT p95 < 0.04 and margin > -50%"
    assert window.frame.result.order.size == rows
    type_into(view.tools.wanted, "TPOT p95 < 0.02 & TTFT p95 < 500 ms")
    settle(qtbot, window)
    assert view.settings()["wanted"] == "TPOT p95 < 20 & TTFT p95 < 500 ms"
    assert max(window.frame.result.figure("tpot_p95")[window.frame.result.order]) < 0.02


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_prices_of_tokens_are_told_for_the_number_chosen_wherever_money_is_told(qtbot, window):
    before = {key: texts(qtbot, window, key) for key in ("bill", "chain", "value", "outlook")}
    shown_units.use({"$/M tokens": "$/k tokens"})
    window.show_units()
    for key, old in before.items():
        new = texts(qtbot, window, key)
        assert any(re.search(r"\bM (output|tokens)", said) for said in old), key
        assert not any(re.search(r"\bM (output|tokens)", said) for said in new), key
        assert any(re.search(r"\bk (output|tokens)", said) for said in new), key
    cost = window.frame.point.base("cost_per_token_all_in") * 1e3
    assert window.views[3].table.result.rows[-1].figures["tokens"] < 0.01
    total = next(row for row in window.views[3].table.result.rows if row.sort == "total")
    assert total.figures["tokens"] == pytest.approx(cost)
    window.open_view("chain")
    settle(qtbot, window)
    assert window.frame.result.total == pytest.approx(cost)


def test_explanations_tell_figures_in_the_units_chosen_and_formulas_as_declared(qtbot, window):
    shown_units.use({"$/h": "$/month", "ms": "s", "$/M tokens": "$/k tokens"})
    window.explainer.explain("cost_per_output_token")
    settle(qtbot, window)
    root = window.inspector.findChild(ExplainTree).root()
    nodes, every = [root], []
    while nodes:
        node = nodes.pop()
        every.append(node)
        nodes += node.children
    assert root.text.endswith("/k tokens")
    assert root.band.count("$0.00") == 2
    rent = next(node for node in every if node.key == "accelerator.rent")
    assert rent.text == "$1,898/month"
    assert all(not node.text.endswith(" ms") for node in every)
    marked = [node for node in every if node.numbers.endswith("(in declared units)")]
    assert root in marked
    for node in marked:
        assert recompute(node) == pytest.approx(node.value, rel=1e-6)
        assert any(not other.text or other.text not in node.numbers for other in (node, *node.children))
