"""The help: every declaration is in it, every link leads somewhere, F1 opens where one is, all is local."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engine.explain import names, worded
from engine.metrics import METRICS
from engine.parameters import GROUPS, SPECS
from gui import theme
from gui.guide import help_pages
from gui.guide.help_texts import GLOSSARY, VIEW_TEXTS
from gui.guide.help_window import HelpWindow
from gui.launch import open_window
from gui.views import VIEWS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEYS = [("Find", "Ctrl+K")]


def pages():
    return {name: help_pages.page(name, KEYS) for name, _ in help_pages.contents() if name}


def test_every_input_is_told_with_all_that_is_declared_of_it():
    made = pages()
    for spec in SPECS.values():
        page, _, anchor = help_pages.input_target(spec.key).partition("#")
        text = made[page]
        assert f"<a name='{anchor}'></a>" in text
        told = help_pages.input_entry(spec)
        assert told in text
        assert spec.key in told
        if spec.source:
            assert "Source: " in told
        if spec.kind == "choice":
            assert all(option.id in told for option in spec.options)


def test_every_figure_is_told_with_its_formula_in_words():
    made = pages()
    for metric in METRICS.values():
        page, _, anchor = help_pages.metric_target(metric.key).partition("#")
        assert f"<a name='{anchor}'></a>" in made[page]
        if metric.formula:
            formula = help_pages.formula_of(metric)
            assert formula == f"= {worded(metric.formula)}"
            for name in names(metric.formula):
                label = METRICS[name].label if name in METRICS else SPECS[name].label if name in SPECS else ""
                assert label in formula
                assert "_" not in label


def test_a_formula_is_worded_by_hand():
    assert worded("1 - error_share") == "1 \u2212 Bad answers"
    assert worded("(revenue_rate - cost_rate) / revenue_rate") == "(Revenue \u2212 Fleet cost) \u00f7 Revenue"


def test_every_view_is_told_and_every_link_leads_somewhere():
    made = pages()
    assert {view.key for view in VIEWS} == set(VIEW_TEXTS)
    links = re.findall(r"href='([^']+)'", "".join(made.values()))
    assert not any(link.startswith("http") for link in links)
    for link in set(links):
        if link.startswith("go:"):
            kind, _, key = link.removeprefix("go:").partition("/")
            known = {"input": SPECS, "metric": METRICS, "view": {v.key for v in VIEWS}}[kind]
            assert key in known, link
        else:
            assert link.partition("#")[0] in made, link
    for entry in help_pages.index():
        page, _, anchor = entry.target.partition("#")
        assert page in made
        assert (
            not anchor
            or f"<a name='{anchor}'></a>" in made[page]
            or f"<a name='{anchor.replace('&', '&amp;')}'" in made[page]
        )


def test_the_glossary_is_in_order_and_says_each_word_once():
    terms = [term.casefold() for term, _ in GLOSSARY]
    assert len(terms) == len(set(terms))
    assert [term[0] for term in terms] == sorted(term[0] for term in terms)


@pytest.fixture
def helper(qtbot, styled):
    made = HelpWindow(lambda: KEYS)
    qtbot.addWidget(made)
    made.open_at()
    return made


@pytest.mark.parametrize(
    ("typed", "target"),
    [("roi", help_pages.metric_target("value_per_token_dollar")),
     ("accelerator.rent", "inputs/accelerator#accelerator.rent"),
     ("prefill", "glossary#Prefill"), ("tornado", "views#tornado"), ("utilisaton", None)],
)  # fmt: skip
def test_search_finds_inputs_figures_and_words(helper, typed, target):
    QTest.keyClicks(helper.search, typed)
    html = helper.browser.toHtml()
    if target is not None:
        assert target in html
    assert "Nothing found" not in helper.browser.toPlainText()


def test_nonsense_is_told_so_and_clearing_comes_back(helper):
    before = helper.browser.toPlainText()
    QTest.keyClicks(helper.search, "qqqqzzzz")
    assert "Nothing found" in helper.browser.toPlainText()
    helper.search.clear()
    assert helper.browser.toPlainText() == before


def test_links_lead_to_pages_and_into_the_window(helper, qtbot):
    helper.browser.anchorClicked.emit(QUrl("views#solve"))
    assert helper.target() == "views#solve"
    with qtbot.waitSignal(helper.go_wanted) as asked:
        helper.browser.anchorClicked.emit(QUrl("go:input/accelerator.rent"))
    assert asked.args == ["input", "accelerator.rent"]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_page_is_drawn_in_both_themes(helper, styled, name):
    theme.apply(styled, name)
    for page, _ in help_pages.contents()[:4]:
        helper.open_at(page or "reading")
        assert not helper.grab().isNull()
    theme.apply(styled, "light")


# -- in the window -----------------------------------------------------------------------------


def forget(window):
    window.document._mark_saved()
    window.live.stop()


@pytest.fixture
def window(qtbot, styled):
    made = open_window(None)
    made.resize(1440, 900)
    made.show()
    qtbot.addWidget(made, before_close_func=forget)
    qtbot.waitUntil(lambda: made.live.settled and made.frame is not None, timeout=60_000)
    return made


def asked(window, focus):
    window.activateWindow()
    QApplication.processEvents()
    focus.setFocus()
    QTest.keyClick(focus, Qt.Key.Key_F1)
    QApplication.processEvents()
    return window.findChild(HelpWindow)


def test_f1_opens_the_help_where_one_is_and_is_in_nobody_s_way(window):
    window.inputs.focus_key("accelerator.rent")
    QApplication.processEvents()
    row = window.findChild(QWidget, "param:accelerator.rent")
    opened = asked(window, row.findChild(QWidget, "edit"))
    assert opened.target() == "inputs/accelerator#accelerator.rent"
    assert "Rent" in opened.browser.toPlainText()
    assert QApplication.activeModalWidget() is None
    opened.close()
    opened = asked(window, window.kpis.tile("gross_margin"))
    assert opened.target() == help_pages.metric_target("gross_margin")
    opened.browser.anchorClicked.emit(QUrl("go:metric/ttft_p95"))
    assert window.inspector.explain_panel.tree.root().key == "ttft_p95"
    opened.close()
    assert asked(window, window.view().canvas).target() == "views#surfaces"


def test_the_list_of_shortcuts_is_that_of_the_menus(window):
    page = help_pages.page("keys", window.menus.shortcuts())
    for action in window.menus.actions.values():
        if not action.shortcut().isEmpty():
            assert action.shortcut().toString() in page
    keys = [key for _, key in window.menus.shortcuts()]
    assert len(keys) == len(set(keys))
    assert len(GROUPS) > 20
