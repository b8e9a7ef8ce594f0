"""Under German all that is told of inputs and figures is German: meanings, sources, explanations, reports."""

import re
from datetime import date

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QLabel, QWidget

from engine import catalog, citations, files, wording
from engine.chain import account
from engine.drivers import point
from engine.evidence import bands
from engine.explain import explain
from engine.ladder.rungs import RUNGS
from engine.metrics import METRICS
from engine.outlook import outlook, reason
from engine.outlook.toggles import LINES
from engine.parameters import GROUPS, SPECS
from engine.scenario import DEFAULT, Annotation, spec_of
from engine.share.summary import sentences
from gui import language, shown_units
from gui.guide import help_pages
from gui.launch import open_window
from gui.panels import summaries
from gui.plotting import chain_words
from gui.plotting.chain_job import ChainJob, ChainSettings
from gui.report import command, document
from gui.report.document import Content, Report
from gui.report.pages import Pages
from gui.widgets.explain_tree import ExplainTree
from gui.widgets.popovers import SourcePopover
from tests.gui.english import found

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SHOWN = ("enterprise-assistant", "two-tier-service")
#: What is no text of ours: addresses, names of parts, files, firms and surveys, options of other programs.
NAMES = re.compile(
    r"https?:\S+|\S+\.(com|org|ai|md|json|csv|py|ts)\b\S*|\(per GPU\)"
    r"|arXiv summarization of Vidur|Bank of America|--\S+"
)
FIGURE = re.compile(r"[0-9][0-9.,]*[0-9]|[0-9]")


@pytest.fixture(autouse=True)
def _german(styled):
    language.use("de")
    yield
    language.use("en")


def english(texts):
    """Return those of `texts` that hold English, with the first word of it."""
    return {text: word for text in texts if (word := found(NAMES.sub("", text)))}


def told(thing):
    return [text for text in (thing.label, thing.doc) if text]


# meanings and sources -----------------------------------------------------------------------------


def test_meanings_and_sources_of_inputs_groups_and_figures_are_german():
    named = [text for thing in (*GROUPS, *SPECS.values(), *METRICS.values()) for text in told(thing)]
    sources = [citations.cited(spec.source) for spec in SPECS.values() if spec.source]
    assert english([*named, *sources]) == {}


def test_translated_meanings_and_sources_keep_every_figure():
    german = {text: language.tr(text) for text in wording.declared()}
    assert len(german) > 1700
    for text, other in german.items():
        # Names of a few options write out a figure or take a decimal comma.
        if len(text) > 45:
            assert sorted(FIGURE.findall(text)) == sorted(FIGURE.findall(other)), text


def test_inputs_of_other_tiers_are_named_in_german_and_in_english_again():
    assert spec_of("tier3.accelerator.rent").label == "Miete, Stufe 3"
    assert spec_of("tier3.accelerator.rent").doc == SPECS["accelerator.rent"].doc
    language.use("en")
    assert spec_of("tier3.accelerator.rent").label == "Rent, tier 3"
    assert METRICS["gross_margin"].doc == "Margin over revenue."


def test_sources_of_the_catalogue_are_told_around_their_names():
    assert citations.cited("from memory") == "aus dem Gedächtnis"
    assert citations.cited("ConnectX-7 400G, from memory") == "ConnectX-7 400G, aus dem Gedächtnis"
    assert (
        citations.cited("median of 4 hosts; genai-prices 0.2.3 (Pydantic Services Inc., MIT)")
        == "Median von 4 Anbietern; genai-prices 0.2.3 (Pydantic Services Inc., MIT)"
    )
    address = "https://example.org/a(b), page 3"
    assert citations.cited(address) == address
    language.use("en")
    assert citations.cited("from memory") == "from memory"


@pytest.mark.parametrize("name", sorted(files.builtin_names()))
def test_no_source_of_a_built_in_scenario_is_english(name):
    scenario = files.load_builtin(name).scenario
    known = [figure for key in scenario.stated() if (figure := catalog.figure(scenario, key)) is not None]
    assert len(known) > 50
    assert english({citations.cited(figure.source) for figure in known}) == {}


def test_longest_meaning_has_its_height_in_the_window_of_a_source(qtbot):
    row = QWidget()
    qtbot.addWidget(row)
    spec = max(SPECS.values(), key=lambda one: len(one.doc))
    popover = SourcePopover(spec, Annotation(), row)
    popover.show_below(row)
    shown = [label for label in popover.findChildren(QLabel) if label.wordWrap()]
    assert spec.doc in {label.text() for label in shown}
    for label in shown:
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    popover.close()


# explanations -------------------------------------------------------------------------------------


def lines(root):
    """Return every text that the tree of an explanation would show, unfolded all the way."""
    tree, made, seen = ExplainTree(), {}, set()
    waiting = [((), root)]
    while waiting:
        path, node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        tree._open = {path}
        for text in (node.label, node.text, node.doc, node.caution, *tree._below(path, node)):
            made.setdefault(text)
        waiting += [((*path, i), child) for i, child in enumerate(node.children)]
    tree.deleteLater()
    return list(made)


def sourced(scenario):
    def provenance(key):
        known = catalog.figure(scenario, key)
        return (known.source, known.grade) if known is not None else ("", "")

    return provenance


@pytest.mark.parametrize("name", SHOWN)
def test_explanations_are_german_down_to_the_inputs(name):
    scenario = files.load_builtin(name).scenario
    here = point(scenario)
    spread = bands(scenario, here)
    said = []
    for key in ("cost_per_output_token", "gross_margin", "energy_per_response", "availability", "npv"):
        said += lines(explain(here, scenario, key, sourced(scenario), spread))
    assert len(said) > 300
    assert english(said) == {}


def test_explanations_of_years_ahead_are_german():
    scenario = files.load_builtin("enterprise-assistant").scenario
    path = outlook(scenario)
    keys = ("told_price2", "margin3", "spend2", "training1", "layer_optics2", "sum_leader__logic1")
    said = [text for key in keys for text in lines(reason(path, f"ahead.{key}", sourced(scenario)))]
    assert len(said) > 100
    assert english(said) == {}


def test_layers_of_the_chain_levers_and_lines_of_the_counter_thesis_are_german():
    scenario = files.load_builtin("two-tier-service").scenario
    paid = account(scenario, point(scenario))
    result = ChainJob(ChainSettings()).run(scenario, scenario, False, lambda: False)
    rows = [row for layer in paid.layers for row in chain_words.layer_rows(result, layer)]
    said = [language.sentence(text) for row in rows for text in (row.label, row.more) if text]
    assert len(said) > 150
    said += [language.tr(rung.doc) for rung in RUNGS]
    said += [text for line in LINES for text in (language.tr(line.words), citations.cited(line.source))]
    assert english(said) == {}


def test_folded_groups_and_ranges_are_told_in_german():
    said = [summaries.summary(group.key, DEFAULT, "") for group in GROUPS]
    said += [shown_units.soft_text(spec) for spec in SPECS.values() if spec.kind == "number"]
    said += [
        language.sentence(text) for _, text in DEFAULT.with_value("workload.input_tokens", 9e5).warnings()
    ]
    assert english(said) == {}


# help and report ----------------------------------------------------------------------------------


#: Of a page: keys, ids and formulas in keys, which know no language.
_CODE = re.compile(r"<code>.*?</code>|\([a-z_0-9.-]+\)|Vorgabe [a-z0-9-]+ ")


def test_pages_of_inputs_and_figures_are_german():
    said = []
    for name, _ in help_pages.contents():
        if name.startswith(("inputs/", "figures/")):
            page = _CODE.sub("", help_pages.page(name, ()))
            said += re.split(r"<h3>|<br>|</p>|&middot;", page)
    assert len(said) > 3000
    assert english(said) == {}


def written(monkeypatch, scenario, other=None, formulas=False):
    """Return every text of a report."""
    said = []

    class Heard(Pages):
        def _words(self, box, text, *how):
            said.append(text)
            super()._words(box, text, *how)

        def _wrapped(self, box, text, *how, **more):
            said.append(text)
            super()._wrapped(box, text, *how, **more)

        def heading(self, text, **how):
            said.append(text)
            super().heading(text, **how)

    monkeypatch.setattr(document, "Pages", Heard)
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    content = Content(scenario, other, (), formulas=formulas)
    Report(content, date(2026, 3, 5)).write(QPdfWriter(buffer))
    return list(dict.fromkeys(said))


def broken(scenario):
    return catalog.apply(scenario, "model", "deepseek-r1")


@pytest.mark.parametrize("change", [None, broken], ids=["served", "stopped"])
@pytest.mark.parametrize("name", SHOWN)
def test_report_is_german_from_its_date_to_its_sources(monkeypatch, name, change):
    scenario = files.load_builtin(name).scenario
    told_of = scenario.with_value("price.output", 3.0) if change is None else change(scenario)
    said = written(monkeypatch, told_of, scenario)
    assert any(text.startswith("5. März 2026") for text in said)
    assert {"Quelle", "Eingaben und woher sie kommen", "Was anders ist als in der Basis"} <= set(said)
    own = {told_of.name, *told_of.note.split("\n")}
    left = english(text for text in said if text.strip() not in own)
    assert left == {}


def test_command_takes_the_language_and_the_menu_says_that_of_the_window(monkeypatch, qtbot, tmp_path):
    made = command.parser().parse_args(["--out", "a.pdf", "--language", "de"])
    assert made.language == "de"
    assert command.parser().parse_args(["--out", "a.pdf"]).language == "en"
    window = open_window(None)
    started = []
    monkeypatch.setattr("gui.report_action.QProcess.start", lambda _self, *how: started.append(how))
    window.share.report.write(tmp_path / "a.pdf")
    arguments = started[0][1]
    assert arguments[arguments.index("--language") + 1] == "de"
    window.share.report.stop()
    window.document._mark_saved()
    window.live.stop()
    window.close()
    window.deleteLater()


def test_sentences_of_a_report_are_whole_in_both_languages():
    scenario = files.load_builtin("enterprise-assistant").scenario
    here = point(scenario)
    german = sentences(scenario, here, bands(scenario, here))
    language.use("en")
    plain = sentences(scenario, here, bands(scenario, here))
    assert len(german) == len(plain) == 3
    for one, other in zip(german, plain, strict=True):
        assert sorted(FIGURE.findall(one)) == sorted(FIGURE.findall(other))
        assert one.endswith(".")
