"""Rail, drawer and its pages."""

import dataclasses

import pytest
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from engine.drivers import point
from engine.explain import explain
from engine.formatting import format_value
from engine.metrics import METRICS
from engine.scenario import DEFAULT
from gui.panels.history import Step
from gui.panels.inspector import PAGES, Inspector
from gui.panels.issues import Issue, IssueCard
from gui.panels.kpi_strip import KPIS
from gui.settings import Settings
from tests.gui.rig import hover


@pytest.fixture
def host(qtbot, styled):
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(QWidget(), 1)
    made.inspector = Inspector()
    row.addWidget(made.inspector)
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def inspector(host):
    return host.inspector


@pytest.fixture(scope="module")
def cost():
    return explain(point(DEFAULT), DEFAULT, "cost_per_output_token")


def press(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    for _ in range(3):
        QApplication.processEvents()


def test_rail_opens_changes_and_shuts_the_drawer(inspector, qtbot):
    assert inspector.width() == 56
    for page, _ in PAGES:
        with qtbot.waitSignal(inspector.opened) as told:
            press(inspector.buttons[page])
        assert told.args == [page]
        assert inspector.is_open(page)
        assert [b.isChecked() for b in inspector.buttons.values()].count(True) == 1
    assert inspector.width() == 56 + 280
    press(inspector.buttons[PAGES[-1][0]])
    assert not inspector.is_open(PAGES[-1][0])
    assert inspector.width() == 56


def test_toggle_comes_back_to_the_page_last_seen(inspector):
    inspector.show_page("notes")
    inspector.toggle()
    assert not inspector.is_open("notes")
    inspector.toggle()
    assert inspector.is_open("notes")


def test_overlaid_drawer_takes_no_room_and_stays_at_the_rail(host, inspector):
    inspector.set_beside(False)
    inspector.show_page("explain")
    QApplication.processEvents()
    assert inspector.width() == 56
    for width in (900, 700):
        host.resize(width, 500)
        QApplication.processEvents()
        box = inspector.drawer.geometry()
        assert (box.right() + 1, box.width()) == (width - 56, 280)
        assert box.height() == inspector.height()
    inspector.set_beside(True)
    QApplication.processEvents()
    assert inspector.width() == 56 + 280
    assert inspector.is_open("explain")


def test_what_is_raised_over_an_overlaid_drawer_stays_there(host, inspector):
    inspector.set_beside(False)
    inspector.show_page("explain")
    notice = QWidget(host)
    notice.raise_()
    QApplication.sendEvent(host, QEvent(QEvent.Type.LayoutRequest))
    assert host.children().index(notice) > host.children().index(inspector.drawer)


# -- explain -----------------------------------------------------------------------------------


def test_explanation_shows_figure_formula_and_first_parts(inspector, cost):
    inspector.show_page("explain")
    inspector.show_explanation(cost)
    tree = inspector.explain_panel.tree
    assert [node.key for _, node in tree.shown()] == [cost.key, *(child.key for child in cost.children)]
    assert tree.accessibleDescription().startswith("Cost per output token $")


def test_click_unfolds_a_part_and_a_click_on_an_input_asks_for_its_row(inspector, cost, qtbot):
    inspector.show_page("explain")
    inspector.show_explanation(cost)
    tree = inspector.explain_panel.tree
    QApplication.processEvents()
    at = next(i for i, child in enumerate(cost.children) if any(n.kind == "input" for n in child.children))
    count = len(tree.shown())
    QTest.mouseClick(tree, Qt.MouseButton.LeftButton, pos=tree.row_box((at,)).center())
    assert len(tree.shown()) == count + len(cost.children[at].children)
    leaf = next(i for i, child in enumerate(cost.children[at].children) if child.kind == "input")
    box = tree.row_box((at, leaf))
    with qtbot.waitSignal(inspector.focus_requested) as asked:
        QTest.mouseClick(tree, Qt.MouseButton.LeftButton, pos=QPoint(box.center().x(), box.top() + 8))
    assert asked.args == [cost.children[at].children[leaf].key]


def test_keys_walk_and_unfold_the_tree(inspector, cost):
    inspector.show_page("explain")
    inspector.show_explanation(cost)
    tree = inspector.explain_panel.tree
    tree.setFocus()
    count = len(tree.shown())
    QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Right)
    assert len(tree.shown()) > count
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert len(tree.shown()) == count


def test_same_figure_at_another_point_keeps_what_was_unfolded(inspector, cost):
    inspector.show_explanation(cost)
    tree = inspector.explain_panel.tree
    tree.unfold((0,))
    count = len(tree.shown())
    other = DEFAULT.with_value("deployment.concurrency", 64.0)
    inspector.show_explanation(explain(point(other), other, "cost_per_output_token"))
    assert len(tree.shown()) == count
    inspector.show_explanation(explain(point(other), other, "gross_margin"))
    assert tree.shown()[0][1].key == "gross_margin"
    assert not any(len(path) > 1 for path, _ in tree.shown())


def test_no_explained_text_says_nan(inspector):
    starved = DEFAULT.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"})
    root = explain(point(starved), starved, "cost_per_output_token")
    inspector.show_explanation(root)
    assert root.text == "—"


# -- issues ------------------------------------------------------------------------------------

ISSUES = [
    Issue("warning", "limits.tpot", "TPOT limit 500 ms is above what sources show"),
    Issue(
        "error",
        "",
        "KV cache needs 812 GB of 576 GB",
        (("Context 8k to 5.6k", {"workload.input_tokens": 5600.0}),),
    ),
]


def test_gravest_issue_comes_first_and_the_badge_counts(inspector):
    inspector.show_issues(ISSUES)
    assert inspector.buttons["issues"].count() == 2
    assert [issue.severity for issue in inspector.issues_panel.issues()] == ["error", "warning"]
    inspector.show_issues([])
    assert inspector.buttons["issues"].count() == 0
    assert not inspector.issues_panel.none.isHidden()


def test_cure_gives_its_changes(inspector, qtbot):
    inspector.show_page("issues")
    inspector.show_issues(ISSUES)
    cure = inspector.issues_panel.findChild(QPushButton, "cure")
    with qtbot.waitSignal(inspector.cure_chosen) as asked:
        press(cure)
    assert asked.args == [{"workload.input_tokens": 5600.0}]


def test_click_on_a_warning_asks_for_its_input(inspector, qtbot):
    inspector.show_page("issues")
    inspector.show_issues(ISSUES)
    QApplication.processEvents()
    card = inspector.issues_panel.findChild(IssueCard, "issue:limits.tpot")
    with qtbot.waitSignal(inspector.focus_requested) as asked:
        press(card)
    assert asked.args == ["limits.tpot"]


# -- notes and history -------------------------------------------------------------------------


def test_note_is_told_once_when_the_editor_is_left(inspector, qtbot):
    inspector.show_page("notes")
    told = []
    inspector.note_edited.connect(told.append)
    editor = inspector.notes_panel.editor
    editor.setFocus()
    QTest.keyClicks(editor, "asked by Ana")
    assert told == []
    editor.clearFocus()
    assert told == ["asked by Ana"]
    editor.setFocus()
    editor.clearFocus()
    assert len(told) == 1


def test_notes_on_inputs_are_listed(inspector):
    inspector.show_scenario(DEFAULT.annotate("accelerator.rent", source="Quote", note="three years"))
    assert inspector.notes_panel.inputs.text() == "Rent: Quote, three years"


def steps(*outputs):
    made = []
    for i, tokens in enumerate(outputs):
        scenario = DEFAULT.with_value("workload.output_tokens", tokens)
        made.append(Step(f"Set Output {tokens}" if i else "As opened", scenario, point(scenario)))
    return made


def test_history_tells_the_lead_figure_of_every_step_and_a_click_goes_there(inspector, qtbot):
    inspector.show_page("history")
    panel = inspector.history_panel
    panel.show_steps(steps(600.0, 900.0, 300.0), 1)
    QApplication.processEvents()
    places = panel.strip.places()
    costs = [panel.strip.value(row) for row in range(3)]
    assert [p.x() for p in sorted(places, key=lambda p: p.x())] == [
        places[row].x() for row in sorted(range(3), key=costs.__getitem__)
    ]
    assert panel.head.detail == "now"
    with qtbot.waitSignal(inspector.step_chosen) as asked:
        QTest.mouseClick(panel.strip, Qt.MouseButton.LeftButton, pos=panel.strip.row_box(0).center())
    assert asked.args == [0]


def test_hovering_a_step_previews_its_figure_and_the_change_against_now(inspector):
    inspector.show_page("history")
    panel = inspector.history_panel
    panel.show_steps(steps(600.0, 900.0), 1)
    QApplication.processEvents()
    now = panel.head.figure
    hover(panel.strip, panel.strip.row_box(0).center())
    assert panel.head.title.endswith("as opened")
    assert panel.head.figure == format_value(point(DEFAULT).base(KPIS[0]), METRICS[KPIS[0]], full=True)
    assert panel.head.figure != now
    assert panel.head.detail[0] in "+\u2212"
    assert panel.head.detail.endswith("against now")
    QApplication.sendEvent(panel.strip, QEvent(QEvent.Type.Leave))
    assert (panel.head.figure, panel.head.detail) == (now, "now")


def test_a_step_without_a_figure_leaves_a_gap_in_the_line(inspector):
    starved = DEFAULT.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"})
    inspector.show_page("history")
    panel = inspector.history_panel
    panel.show_steps([*steps(600.0), Step("Starve", starved, point(starved)), *steps(700.0)], 2)
    assert [place is None for place in panel.strip.places()] == [False, True, False]
    panel.grab()


# -- settings ----------------------------------------------------------------------------------


def test_settings_survive_a_restart(qapp, tmp_path):
    path, place = tmp_path / "isocost.ini", bytes(QWidget().saveGeometry().data())
    first = Settings(path)
    assert (first.theme, first.scale, first.recent, first.geometry) == ("light", 1.0, [], b"")
    first.theme = "dark"
    first.scale = 1.25
    first.geometry = place
    first.open_groups = ("workload", "price")
    for i in range(12):
        first.add_recent(tmp_path / f"{i}.isocost")
    first.add_recent(tmp_path / "5.isocost")
    first.forget_recent(tmp_path / "11.isocost")
    again = Settings(path)
    assert (again.theme, again.scale, again.geometry) == ("dark", 1.25, place)
    assert again.open_groups == ("workload", "price")
    assert again.recent[0] == tmp_path / "5.isocost"
    assert len(again.recent) == 9
    assert again.last_folder == str(tmp_path)


def test_nonsense_in_the_settings_file_falls_back(tmp_path):
    store = QSettings(str(tmp_path / "broken.ini"), QSettings.Format.IniFormat)
    store.setValue("theme", "plaid")
    store.setValue("scale", "large")
    store.setValue("geometry", "x")
    store.sync()
    settings = Settings(tmp_path / "broken.ini")
    assert (settings.theme, settings.scale, settings.geometry) == ("light", 1.0, b"")


def test_an_issue_that_a_view_tells_more_of_opens_it(inspector, qtbot):
    doubt = Issue("warning", "", "TTFT p95 is about 31 % too short here", (), "Latency", "latency")
    inspector.show_issues([doubt])
    button = inspector.issues_panel.findChild(QPushButton, "cure")
    assert button.text() == "Open Latency"
    with qtbot.waitSignal(inspector.view_requested) as asked:
        button.click()
    assert asked.args == ["latency"]
    assert inspector.buttons["issues"].count() == 1


def test_a_caution_is_told_with_the_figure_and_takes_its_room(inspector, cost):
    tree = inspector.explain_panel.tree
    inspector.show_explanation(cost)
    plain = tree.row_box(()).height()
    inspector.show_explanation(dataclasses.replace(cost, caution="Simulated: 11.3 s. It counts."))
    assert tree.row_box(()).height() > plain
    assert "Simulated: 11.3 s" in tree.accessibleDescription()
