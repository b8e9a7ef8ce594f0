"""Tiers in the inputs panel: a switch, own and inherited inputs, tiers that come and go; real events."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engine import files
from engine.scenario import DEFAULT
from gui.document import Document
from gui.launch import open_window
from gui.panels.inputs import InputsPanel
from gui.panels.issues import IssueCard
from tests.gui.rig import PARTS, Rig

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CONCURRENCY = "deployment.concurrency"
GROUPS = ("model", "accelerator", "deployment", "routing")


class Desk:
    """A panel with the window's document behind it."""

    def __init__(self, qtbot, scenario=DEFAULT):
        self.document = Document((scenario,))
        self.panel = InputsPanel(lambda kind: PARTS.get(kind, []), GROUPS)
        qtbot.addWidget(self.panel)
        self.panel.set_reset_values(self.document.reset_value)
        self.panel.edited.connect(self.document.set_value)
        self.panel.reset_requested.connect(self.document.reset)
        self.panel.lock_toggled.connect(self.document.lock)
        self.panel.part_chosen.connect(self.document.choose_part)
        self.panel.tier_edited.connect(self.document.edit_tier)
        self.document.changed.connect(self.show)
        self.show()
        self.panel.resize(300, 760)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        QApplication.processEvents()

    @property
    def scenario(self):
        return self.document.scenario

    def show(self):
        self.panel.show_scenario(self.document.scenario, self.document.baseline)

    def click(self, name):
        button = self.panel.findChild(QWidget, name)
        assert button.isVisibleTo(self.panel), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(6, 6))
        QApplication.processEvents()

    def row(self, key):
        found = self.panel.findChild(QWidget, f"param:{key}")
        assert found is not None, key
        return found

    def type(self, key, text):
        row = self.row(key)
        row.edit.setFocus()
        row.edit.selectAll()
        QTest.keyClicks(row.edit, text)
        QTest.keyClick(row.edit, Qt.Key.Key_Return)
        QApplication.processEvents()
        return row


@pytest.fixture
def desk(qtbot, styled):
    return Desk(qtbot)


def shown(panel):
    return [b.text() for b in panel.tiers.buttons if b.isVisibleTo(panel)]


def test_one_tier_shows_no_switch_but_a_way_to_add_one(desk):
    assert shown(desk.panel) == []
    assert desk.panel.tiers.add.isVisibleTo(desk.panel)
    desk.click("tier:add")
    assert shown(desk.panel) == ["1", "2"]
    assert desk.panel.tier() == 2
    assert desk.scenario.get("routing.mode") == "router"
    assert desk.scenario.flows.used == 2
    assert desk.document.stack.undoText() == "Add a tier"
    desk.document.stack.undo()
    assert desk.scenario == DEFAULT
    assert desk.panel.tier() == 1


def test_a_tier_shows_inherited_values_plainly_and_its_own_in_bold(desk):
    desk.click("tier:add")
    assert not desk.row(CONCURRENCY).state.changed
    row = desk.type(CONCURRENCY, "12")
    assert desk.scenario.number(f"tier2.{CONCURRENCY}") == 12.0
    assert desk.scenario.number(CONCURRENCY) == DEFAULT.number(CONCURRENCY)
    assert row.state.changed
    assert desk.panel.section("deployment").header.changed
    assert not desk.panel.section("accelerator").header.changed
    assert desk.document.stack.undoText() == "Set Concurrent sequences, tier 2 48 seqs → 12 seqs"
    desk.click("tier:1")
    assert row.state.value == DEFAULT.number(CONCURRENCY)
    desk.type("accelerator.rent", "3.4")
    desk.click("tier:2")
    assert desk.row("accelerator.rent").state.value == 3.4
    assert not desk.row("accelerator.rent").state.changed


def test_reset_to_inherited_ends_an_override_in_one_step(desk):
    desk.click("tier:add")
    row = desk.type(CONCURRENCY, "12")
    menu = row.reset_menu()
    offered = {action.objectName(): action for action in menu.actions()}
    assert offered["inherited"].isEnabled()
    assert "48" in offered["inherited"].text()
    offered["inherited"].trigger()
    QApplication.processEvents()
    assert not desk.scenario.own(f"tier2.{CONCURRENCY}")
    assert not row.state.changed
    desk.document.stack.undo()
    assert desk.scenario.number(f"tier2.{CONCURRENCY}") == 12.0
    desk.click("tier:1")
    assert "inherited" not in {action.objectName() for action in desk.row(CONCURRENCY).reset_menu().actions()}


def test_what_all_tiers_share_stays_in_view_and_is_edited_as_such(desk):
    desk.click("tier:add")
    share = desk.type("routing.share1", "70%")
    assert desk.scenario.number("routing.share1") == 0.7
    assert share.state.own is None
    assert desk.panel.tiers.told.text().startswith("30 %")


def test_a_part_chosen_in_a_tier_fills_that_tier(desk):
    desk.click("tier:add")
    desk.panel.section("model").part_chosen.emit("model", "llama-3.1-8b")
    assert desk.scenario.get("tier2.model.part") == "llama-3.1-8b"
    assert desk.scenario.get("model.part") == "llama-3.1-70b"
    assert desk.document.stack.undoText().endswith("for tier 2")


def test_a_lock_and_a_baseline_are_those_of_the_tier(desk):
    desk.click("tier:add")
    desk.panel.hub.lock_toggled.emit(CONCURRENCY, True)
    assert desk.scenario.annotation(f"tier2.{CONCURRENCY}").locked
    assert not desk.scenario.annotation(CONCURRENCY).locked
    assert desk.row(CONCURRENCY).state.annotation.locked
    assert "changed" in desk.panel.changed_link.text()


def test_tiers_are_copied_and_removed_from_the_menu(desk):
    desk.click("tier:add")
    desk.type(CONCURRENCY, "12")
    actions = {action.objectName(): action for action in desk.panel.tiers.menu(2).actions()}
    actions["duplicate"].trigger()
    assert desk.panel.tier() == 3
    assert desk.scenario.number(f"tier3.{CONCURRENCY}") == 12.0
    assert desk.scenario.flows.used == 3
    desk.type(CONCURRENCY, "20")
    actions = {action.objectName(): action for action in desk.panel.tiers.menu(2).actions()}
    actions["remove"].trigger()
    assert desk.scenario.flows.used == 2
    assert desk.scenario.number(f"tier2.{CONCURRENCY}") == 20.0
    assert desk.panel.tier() == 1
    actions = {action.objectName(): action for action in desk.panel.tiers.menu(2).actions()}
    actions["inherit"].trigger()
    assert desk.scenario.tiers == ()
    first = {action.objectName(): action for action in desk.panel.tiers.menu(1).actions()}
    assert not first["remove"].isEnabled()


def test_four_tiers_are_the_most(desk):
    for _ in range(3):
        desk.click("tier:add")
    assert shown(desk.panel) == ["1", "2", "3", "4"]
    assert not desk.panel.tiers.add.isVisibleTo(desk.panel)
    assert sum(desk.scenario.flows.answers) == pytest.approx(1.0)
    assert min(desk.scenario.flows.answers) > 0.0


def test_a_tier_out_of_use_is_told_and_its_inputs_have_no_effect(desk):
    desk.click("tier:add")
    desk.type(CONCURRENCY, "12")
    desk.document.set_value("routing.mode", "none")
    assert shown(desk.panel) == ["1", "2"]
    assert not desk.panel.tiers.buttons[1].serving
    assert "not in use" in desk.panel.tiers.told.text()
    assert "tier 2 is not in use" in desk.row(CONCURRENCY).state.inert


def test_focus_on_an_input_of_a_tier_brings_that_tier(desk):
    desk.click("tier:add")
    desk.click("tier:1")
    desk.panel.focus_key(f"tier2.{CONCURRENCY}")
    assert desk.panel.tier() == 2
    assert desk.row(CONCURRENCY).edit.hasFocus()
    desk.panel.focus_key("workload.users")
    assert desk.panel.tier() == 2
    desk.panel.focus_key(CONCURRENCY)
    assert desk.panel.tier() == 1


def test_the_switch_fits_a_narrow_panel(qtbot, styled):
    rig = Rig(qtbot, files.load_builtin("two-tier-service").scenario, width=280)
    assert rig.panel.tiers.told.text().endswith("…") or "%" in rig.panel.tiers.told.text()
    last = rig.panel.tiers.told.geometry()
    assert last.right() <= rig.panel.width()
    assert rig.panel.minimumSizeHint().width() <= 300


# in the window ------------------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot):
    made = open_window("two-tier-service")
    made.resize(1440, 900)
    made.show()
    qtbot.addWidget(made, before_close_func=lambda w: (w.document._mark_saved(), w.live.stop()))
    qtbot.waitUntil(lambda: made.live.settled and made.frame is not None, timeout=60_000)
    return made


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled, timeout=60_000)
    QApplication.processEvents()


def test_headline_figures_are_of_the_service_and_tell_each_tier(qtbot, window):
    tile = window.kpis.tile("cost_per_output_token")
    told = tile.headline().detail
    assert "Tier 1, 80 % of the answers" in told
    assert "Tier 2, 20 % of the answers" in told
    assert len(window.frame.tiers) == 2
    before = window.frame.point.base("cost_per_request")
    window.inputs.focus_key("tier2.deployment.concurrency")
    window.document.set_value("tier2.deployment.concurrency", 8.0)
    settle(qtbot, window)
    assert window.frame.point.base("cost_per_request") > before


def test_a_cheaper_split_is_offered_and_taken_in_one_step(qtbot, window):
    window.document.set_value("routing.share1", 0.5)
    settle(qtbot, window)
    cards = window.findChildren(IssueCard)
    offered = [card.issue for card in cards if card.issue.title == "A cheaper split"]
    assert len(offered) == 1
    before = window.frame.point.base("cost_with_errors")
    window.attempt(window.document.set_values, dict(offered[0].cures[0][1]))
    settle(qtbot, window)
    assert window.frame.point.base("cost_with_errors") < before
    assert window.document.stack.undoText().startswith("Set Share of tier 1")


def test_explaining_a_service_leads_to_an_input_of_a_tier(qtbot, window):
    window.explain("cost_rate")
    tree = window.inspector.findChild(QWidget, "explain")
    children = tree.root().children
    assert [child.key for child in children] == ["tier1.cost_rate", "tier2.cost_rate", "routing_rate"]
    waiting, inputs = list(children), {}
    while waiting:
        node = waiting.pop()
        waiting += node.children
        if node.kind == "input" and node.tier == 2:
            inputs[node.input_key] = node
    tree.focus_requested.emit("tier2.accelerator.rent")
    QApplication.processEvents()
    assert "tier2.accelerator.rent" in inputs
    assert window.inputs.tier() == 2


def test_an_input_of_a_tier_becomes_an_axis(qtbot, window):
    view = window.view()
    assert view.accept_axis("tier2.deployment.concurrency", "x")
    settle(qtbot, window)
    assert view.axis_keys()[0] == "tier2.deployment.concurrency"
    assert view.tools.x_axis.label() == "Concurrent sequences, tier 2"
    assert view.canvas.scene_now.result is not None
