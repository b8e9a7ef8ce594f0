"""The inputs panel: generated whole, narrowed by filters, fitting at every size of type."""

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engine.parameters import GROUPS, SPECS
from engine.scenario import DEFAULT
from gui import fonts, theme
from gui.panels.inputs import FIRST, InputsPanel
from gui.panels.summaries import TOLD
from gui.widgets.choice_row import ChoiceRow, Segments
from gui.widgets.input_row import InputRow
from gui.widgets.slider_row import SliderRow
from tests.effort import Effort
from tests.gui.rig import Rig

# The offscreen plugin says so of every window that pops up.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

EVERY_GROUP = tuple(group.key for group in GROUPS)
CONCURRENCY = "deployment.concurrency"


@pytest.fixture
def rig(qtbot, styled):
    return Rig(qtbot)


def rows(panel):
    return [row for row in panel.findChildren(InputRow) if row.isVisibleTo(panel)]


def keys(panel):
    return {row.spec.key for row in rows(panel)}


def show_lesser_inputs(rig):
    for group in GROUPS:
        section = rig.panel.section(group.key)
        if not section.more.isHidden():
            section.more.click()


def test_every_input_has_its_row(qtbot, styled):
    rig = Rig(qtbot, groups=EVERY_GROUP)
    show_lesser_inputs(rig)
    assert keys(rig.panel) == {key for key, spec in SPECS.items() if spec.kind != "part"}
    for row in rows(rig.panel):
        for name in ("edit", "reset", "lock", "unc", "info"):
            assert row.findChild(QWidget, name) is not None, (row.spec.key, name)
        assert (row.findChild(QWidget, "slider") is not None) == (row.spec.kind == "number")


def test_groups_follow_the_chain_and_lesser_inputs_wait(rig):
    order = [section.objectName() for section in rig.panel._sections.values()]
    assert order == [f"group:{group.key}" for group in GROUPS]
    assert not any(row.spec.advanced for row in rows(rig.panel))
    rig.panel.section("workload").more.click()
    assert "workload.burstiness" in keys(rig.panel)
    rig.panel.section("workload").more.click()
    assert "workload.burstiness" not in keys(rig.panel)


def test_inputs_shown_first_exist_and_are_not_advanced():
    assert SPECS.keys() >= FIRST
    assert not any(SPECS[key].advanced for key in FIRST)


def test_panel_is_made_quickly(qtbot, styled):
    Rig(qtbot)
    times = []
    for _ in range(3):
        with Effort() as spent:
            panel = InputsPanel()
            panel.show_scenario(DEFAULT, DEFAULT)
        times.append(spent.seconds)
        qtbot.addWidget(panel)
    assert min(times) < 0.12


def test_showing_an_edit_during_a_drag_is_cheap(qtbot, styled):
    rig = Rig(qtbot, groups=EVERY_GROUP)
    values = [DEFAULT.with_value(CONCURRENCY, 8.0 + i) for i in range(50)]
    with Effort() as spent:
        for scenario in values:
            rig.panel.show_scenario(scenario, DEFAULT)
    assert spent.seconds / len(values) < 0.01


# -- 1. nothing cut off ------------------------------------------------------------------------


@pytest.mark.parametrize(("scale", "width"), [(1.0, 300), (1.25, 375), (1.25, 300)])
def test_no_row_is_wider_than_the_panel_and_no_text_is_cut(qtbot, styled, scale, width):
    fonts.set_scale(scale)
    rig = Rig(qtbot, groups=EVERY_GROUP, width=width)
    show_lesser_inputs(rig)
    rig.pump()
    view = rig.panel.area.viewport().width()
    for row in rows(rig.panel):
        assert row.width() <= view
        if width / scale == 300:
            assert row.label_text() == row.spec.label, row.spec.key
        if isinstance(row, SliderRow):
            inside = row.edit.width() - fonts.px(8)
            assert row.edit.fontMetrics().horizontalAdvance(row.edit.text()) <= inside, row.spec.key
            assert fonts.width(row.unit_text(), 11) <= fonts.px(50), row.spec.key
        if isinstance(row, ChoiceRow):
            assert row.edit.geometry().right() <= row.field_right()
            if isinstance(row.edit, Segments):
                assert row.edit.sizeHint().width() <= row.edit.width(), row.spec.key
        children = [c for c in row.findChildren(QWidget) if c.isVisibleTo(row)]
        assert all(row.rect().contains(c.geometry()) for c in children), row.spec.key


def test_changed_labels_still_fit_in_bold(qtbot, styled):
    rig = Rig(qtbot, groups=EVERY_GROUP)
    show_lesser_inputs(rig)
    numbers = {key: spec for key, spec in SPECS.items() if spec.kind == "number"}
    others = {k: s.soft_high if s.soft_high != s.default else s.soft_low for k, s in numbers.items()}
    rig.scenario = DEFAULT.with_values(others)
    rig.show()
    found = {row.spec.key: row for row in rows(rig.panel) if row.spec.key in numbers}
    assert [key for key, row in found.items() if not row.state.changed] == []
    assert {key: row.label_text() for key, row in found.items()} == {k: s.label for k, s in numbers.items()}


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_summaries_of_folded_groups_fit(qtbot, styled, scale):
    fonts.set_scale(scale)
    rig = Rig(qtbot, groups=(), width=fonts.px(300))
    for key in TOLD:
        header = rig.panel.section(key).header
        assert header.summary
        assert header.summary_text() == header.summary, key


def test_message_under_the_field_pushes_the_rows_below_down(rig):
    below = rig.row("limits.ttft")
    before = below.y()
    row = rig.type("limits.tpot", "rubbish")
    assert below.y() > before
    assert below.y() >= row.y() + row.height()


# -- what is shown -----------------------------------------------------------------------------


def test_changed_input_is_bold_counted_and_marks_its_group(rig):
    rig._edit("workload.cached_share", 0.6, 1)
    assert rig.panel.changed_link.text() == "1 changed"
    assert rig.panel.section("workload").header.changed
    assert not rig.panel.section("price").header.changed
    row = rig.row("workload.cached_share")
    assert row.state.changed
    assert row.reset.isVisibleTo(row)
    assert not rig.row("workload.users").reset.isVisibleTo(rig.panel)


def test_axes_are_tagged_on_their_rows(rig):
    rig.panel.show_axes(CONCURRENCY, "workload.input_tokens")
    assert rig.row(CONCURRENCY).state.axis == "X"
    assert rig.row("workload.input_tokens").state.axis == "Y"
    rig.panel.show_axes("workload.users", "workload.input_tokens")
    assert rig.row(CONCURRENCY).state.axis == ""


def test_folded_group_says_what_it_holds(rig):
    rig.scenario = DEFAULT.with_values({"facility.pue": 1.3, "facility.power_price": 0.091})
    rig.show()
    assert rig.panel.section("facility").header.summary == "PUE 1.3, $0.091/kWh"
    assert rig.panel.section("workload").header.summary == "Enterprise assistant"


def test_choosing_a_part_names_group_and_part(rig, qtbot):
    part = rig.panel.section("workload").header.part
    assert part.label() == "Enterprise assistant"
    with qtbot.waitSignal(rig.panel.part_chosen) as asked:
        QTest.keyClick(part, Qt.Key.Key_Down)
    assert asked.args == ["workload", "code-agent"]


def test_choice_is_an_edit_with_its_id(rig):
    combo = rig.row("deployment.load").edit
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert rig.value("deployment.load") == "share"
    assert combo.label() == "share of capacity"


def test_segments_choose_by_click(qtbot, styled):
    rig = Rig(qtbot, groups=("price",))
    segments = rig.row("price.scheme").edit
    assert isinstance(segments, Segments)
    at = QPoint(segments.rect().right() - 8, segments.rect().center().y())
    QTest.mouseClick(segments, Qt.MouseButton.LeftButton, pos=at)
    assert rig.value("price.scheme") == "subscription"


# -- filters -----------------------------------------------------------------------------------


def test_filter_finds_advanced_inputs_of_folded_groups(rig):
    QTest.keyClicks(rig.panel.filter, "imbalance")
    assert keys(rig.panel) == {"stack.imbalance"}
    QTest.keyClick(rig.panel.filter, Qt.Key.Key_Escape)
    assert "workload.input_tokens" in keys(rig.panel)
    assert "stack.imbalance" not in keys(rig.panel)


def test_role_buttons_show_only_their_role(rig):
    price = rig.panel.findChild(QWidget, "role:price")
    price.click()
    assert {row.spec.role for row in rows(rig.panel)} == {"price"}
    price.click()
    assert len({row.spec.role for row in rows(rig.panel)}) == 3


def test_changed_link_shows_only_what_changed(rig):
    assert not rig.panel.changed_link.isEnabled()
    rig._edit("finance.life", 4.0, 1)
    rig._edit("workload.users", 500.0, 2)
    assert "workload.users" not in keys(rig.panel)
    rig.panel.changed_link.click()
    assert keys(rig.panel) == {"finance.life", "workload.users"}
    rig._edit("finance.life", 5.0, 3)
    assert keys(rig.panel) == {"workload.users"}


def test_filter_row_is_not_overlapped(rig):
    boxes = [w.geometry() for w in (rig.panel.filter, *rig.panel.roles, rig.panel.changed_link)]
    assert all(a.right() < b.left() for a, b in itertools.pairwise(boxes))
    assert boxes[-1].right() <= 300 - 12
    link = rig.panel.changed_link
    rig.scenario = DEFAULT.with_values({"workload.users": 1.0})
    rig.show()
    assert fonts.width(link.text(), 11, fonts.MEDIUM) + fonts.px(11) <= link.width()


def test_focus_key_opens_the_group_and_brings_the_row_into_view(rig):
    rig.panel.focus_key("efficiency.scaleout_time")
    rig.pump()
    row = rig.panel.row("efficiency.scaleout_time")
    seen = rig.panel.area.viewport().rect()
    top = row.mapTo(rig.panel.area.viewport(), row.rect().topLeft())
    assert seen.contains(top)
    assert QApplication.focusWidget() is row.edit


# -- menus -------------------------------------------------------------------------------------


def test_reset_menu_offers_four_values_and_greys_the_equal_ones(rig, qtbot):
    given = {"parent": DEFAULT.number("limits.tpot"), "saved": 50.0, "library": 40.0, "opened": 45.0}
    rig.panel.set_reset_values(lambda _key, target: given.get(target))
    row = rig.row("limits.tpot")
    menu = row.reset_menu()
    assert {action.objectName(): action.isEnabled() for action in menu.actions()} == {
        "parent": False, "saved": True, "library": True, "opened": True,
    }  # fmt: skip
    assert "45 ms" in menu.actions()[3].text()
    with qtbot.waitSignal(rig.panel.reset_requested) as asked:
        menu.actions()[2].trigger()
    assert asked.args == ["limits.tpot", "library"]


def test_context_menu_asks_for_axes_lock_and_explanation(rig, qtbot):
    row = rig.row(CONCURRENCY)
    actions = {action.text(): action for action in row.menu().actions()}
    with qtbot.waitSignal(rig.panel.axis_requested) as asked:
        actions["Use as Y axis"].trigger()
    assert asked.args == [CONCURRENCY, "y"]
    with qtbot.waitSignal(rig.panel.explain_requested):
        actions["Explain effect"].trigger()
    actions["Lock"].trigger()
    assert rig.scenario.annotation(CONCURRENCY).locked


def test_uncertainty_window_gives_what_was_typed(rig):
    row = rig.row(CONCURRENCY)
    row.edit_uncertainty()
    popover = QApplication.activePopupWidget()
    for field, text in ((popover.low, "20"), (popover.high, "90")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    popover.keep.click()
    made = rig.scenario.annotation(CONCURRENCY).uncertainty
    assert (made.low, made.high) == (20, 90)
    row.edit_uncertainty()
    QApplication.activePopupWidget().remove.click()
    assert rig.scenario.annotation(CONCURRENCY).uncertainty is None


def test_uncertainty_window_refuses_ends_in_the_wrong_order(rig):
    rig.row(CONCURRENCY).edit_uncertainty()
    popover = QApplication.activePopupWidget()
    popover.low.setFocus()
    popover.low.selectAll()
    QTest.keyClicks(popover.low, "5000")
    QTest.keyClick(popover.low, Qt.Key.Key_Return)
    assert "below" in popover.complaint.text()
    assert not popover.keep.isEnabled()
    popover.close()


def test_source_window_gives_source_and_note(rig, qtbot):
    row = rig.row(CONCURRENCY)
    row.edit_source()
    popover = QApplication.activePopupWidget()
    QTest.keyClicks(popover.source, "load test")
    QTest.keyClicks(popover.note, "May")
    with qtbot.waitSignal(rig.panel.source_edited) as asked:
        popover.keep.click()
    assert asked.args == [CONCURRENCY, "load test", "May"]


def test_searching_a_long_list_narrows_it_and_enter_takes_the_first(qtbot, styled):
    from gui.widgets.combo import Combo

    combo = Combo("X")
    qtbot.addWidget(combo)
    combo.set_groups([(g.label, [(s.key, s.label) for s in g.specs]) for g in GROUPS])
    combo.show_id(CONCURRENCY)
    combo.show()
    combo.drop()
    popup = QApplication.activePopupWidget()
    QTest.keyClicks(popup.search, "power price")
    with qtbot.waitSignal(combo.chosen) as asked:
        QTest.keyClick(popup.search, Qt.Key.Key_Return)
    assert asked.args == ["facility.power_price"]
    assert combo.current_id() == CONCURRENCY


# -- names and colours -------------------------------------------------------------------------


def test_everything_that_takes_the_focus_has_a_name(rig):
    for widget in rig.panel.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            face = QAccessible.queryAccessibleInterface(widget)
            assert face.text(QAccessible.Text.Name), widget


def test_panel_draws_in_both_themes_without_a_new_row(rig, qapp):
    light = rig.panel.grab().toImage()
    count = len(rig.panel.findChildren(InputRow))
    theme.apply(qapp, "dark")
    rig.pump()
    dark = rig.panel.grab().toImage()
    assert light.pixelColor(3, 300) == theme.theme("light").window
    assert dark.pixelColor(3, 300) == theme.theme("dark").window
    assert len(rig.panel.findChildren(InputRow)) == count


def test_an_input_without_effect_is_dimmed_says_why_and_stays_editable(rig):
    key, choice = "deployment.replicas", "deployment.load"
    row = rig.row(key)
    assert row.graphicsEffect().opacity() < 0.6
    assert "No effect while \u201cLoaded by\u201d is" in row.toolTip()
    assert row.accessibleDescription().startswith("No effect")
    rig.type(key, "12")
    assert rig.value(key) == 12.0
    rig.scenario = rig.scenario.with_value(choice, "replicas")
    rig.show()
    assert row.graphicsEffect() is None
    assert "No effect" not in row.toolTip()
    assert rig.row(CONCURRENCY).graphicsEffect() is not None
