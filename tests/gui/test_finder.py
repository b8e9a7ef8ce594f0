"""The finder: what fits what is typed, how fast, and that a line such as "tp 8" sets an input."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.doubt.entry import middle
from engine.metrics import METRICS
from engine.parameters import SPECS
from engine.specs import Spec
from gui.guide.assignments import Assignments, read
from gui.guide.entries import column_of, entries
from gui.launch import open_window
from gui.panels import synonyms
from gui.panels.finder import Finder
from gui.panels.matching import Matcher, text_of
from gui.settings import Settings
from gui.views import VIEWS
from tests.effort import Effort

NAMES = ["Concurrent sequences", "Gross margin", "KV cache", "Tensor parallel", "Output per request", "Rent"]


def matcher(names=NAMES, further=None):
    return Matcher([text_of(name, (further or {}).get(name, ""), "", 0.0) for name in names])


@pytest.mark.parametrize(
    ("typed", "first"),
    [("conc", "Concurrent sequences"), ("seq conc", "Concurrent sequences"), ("tp", "Tensor parallel"),
     ("margin", "Gross margin"), ("cache kv", "KV cache"), ("outpt", "Output per request"),
     ("cncrnt", "Concurrent sequences"), ("ouptut per reqeust", "Output per request"),
     ("concurrency", "Concurrent sequences"), ("RENT", "Rent")],
)  # fmt: skip
def test_words_beginnings_initials_and_slips_find_what_was_meant(typed, first):
    found = matcher().find(typed, {})
    assert NAMES[found[0]] == first


def test_what_fits_nothing_finds_nothing():
    assert matcher().find("zebra crossing", {}) == []


def test_a_further_name_finds_and_stands_behind_the_name_itself():
    names = ["Batch", "Concurrent sequences"]
    both = matcher(names, {"Concurrent sequences": "batch size"})
    assert both.find("batch", {}) == [0, 1]
    assert both.find("size batch", {}) == [1]


def test_what_was_chosen_lately_comes_first_of_an_empty_line_and_before_equals():
    assert matcher().find("", {4: 0, 2: 1})[:2] == [4, 2]
    twins = matcher(["Price in", "Price of"])
    assert twins.find("price", {}) == [0, 1]
    assert twins.find("price", {1: 0}) == [1, 0]


def test_every_synonym_names_something_there_is():
    views = {view.key for view in VIEWS}
    for name in synonyms.NAMES:
        kind, _, key = name.partition(":")
        assert key in {"metric": METRICS, "input": SPECS, "view": views}[kind], name
    labels = " ".join(
        [spec.label for spec in SPECS.values()]
        + [metric.label for metric in METRICS.values()]
        + [view.title for view in VIEWS]
        + list(synonyms.NAMES.values())
        + ["theme keyboard shortcut building nvidia amd link"]
    ).casefold()
    for word, others in synonyms.WORDS.items():
        assert any(other.replace("-", " ") in labels.replace("-", " ") for other in others), word


# -- reading values ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [("deployment.tensor_parallel", "8", 8.0), ("workload.cached_share", "0.6", 0.6),
     ("workload.cached_share", "60", 0.6), ("workload.cached_share", "60 %", 0.6),
     ("workload.input_tokens", "8k", 8000.0), ("precision.kv", "BF16", "bf16"), ("precision.kv", "8", None),
     ("deployment.tensor_parallel", "eight", None), ("accelerator.rent", "1460 $/month", 2.0)],
)  # fmt: skip
def test_a_value_is_read_as_its_field_would_and_shares_either_way(key, text, value):
    meant = read(text, SPECS[key])
    assert meant == (pytest.approx(value) if isinstance(value, float) else value)


def test_a_value_out_of_range_says_so():
    with pytest.raises(Exception, match="must be"):
        read("900", SPECS["workload.cached_share"])


def test_a_metric_goes_to_the_surface_it_is_like():
    assert [column_of(METRICS[key]) for key in ("cost_rate", "e2e_p95", "profit_rate")] == [0, 1, 2]


# -- in the window -----------------------------------------------------------------------------


def forget(window):
    window.document._mark_saved()
    window.live.stop()


@pytest.fixture
def window(qtbot, styled, tmp_path):
    made = open_window(None)
    made.settings = Settings(tmp_path / "isocost.ini")
    made.resize(1440, 900)
    made.show()
    qtbot.addWidget(made, before_close_func=forget)
    qtbot.waitUntil(lambda: made.live.settled and made.frame is not None, timeout=60_000)
    return made


def opened(window):
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    return window.findChild(Finder)


def typed(window, text, *keys):
    finder = opened(window)
    QTest.keyClicks(finder.line, text)
    shown = list(finder.shown)
    for key in keys or (Qt.Key.Key_Return,):
        QTest.keyClick(finder.line, key)
    QApplication.processEvents()
    return shown


SAID = {
    "tok/s": "metric:throughput_per_accelerator", "price per token": "input:price.output",
    "gpu": "input:accelerator.part", "speculative": "input:deployment.draft_tokens", "batch": "metric:batch",
    "h200": "part:accelerator/h200-sxm", "roi": "metric:value_per_token_dollar", "tornado": "view:tornado",
    "pin": "action:Pin as baseline", "pareto": "view:frontier", "code agent": "builtin:code-agent",
    "accelerator.rent": "input:accelerator.rent", "cost per m": "metric:cost_per_output_token",
    "latency": "metric:ttft_p95", "what drives": "view:tornado",
}  # fmt: skip


def test_what_people_say_is_found_among_the_first(window):
    finder = Finder(entries(window))
    missed = {}
    for text, ident in SAID.items():
        finder.line.setText(text)
        first = [found.ident for found in finder.shown[:6]]
        if ident not in first:
            missed[text] = first
    finder.deleteLater()
    assert not missed


def test_every_input_metric_view_and_part_is_offered_with_its_present_value(window):
    offered = {found.ident: found for found in entries(window)}
    assert {f"input:{key}" for key in SPECS} <= set(offered)
    assert {f"metric:{key}" for key in METRICS} <= set(offered)
    assert {f"view:{view.key}" for view in VIEWS} <= set(offered)
    assert offered["input:workload.output_tokens"].told == "600 tokens"
    assert offered["input:accelerator.part"].told == "NVIDIA H100 SXM5 80GB"
    assert len(offered) > 1300


def test_a_key_costs_less_than_ten_milliseconds(window):
    finder = Finder(entries(window), (), Assignments(window).offered)
    took = []
    for text in ("c", "co", "cos", "cost per m", "concurrent sequences 48", "gpu price", "ttft p95 limit"):
        with Effort() as spent:
            finder.line.setText(text)
        took.append(spent.seconds)
    assert sorted(took)[len(took) // 2] < 0.010, took
    finder.deleteLater()


def test_a_line_sets_an_input_in_one_step_and_tells_what_it_was(window):
    shown = typed(window, "tp 8")
    assert shown[0].label == "Set Tensor parallel to 8 accelerators"
    assert shown[0].told == "now 4 accelerators"
    assert window.document.scenario.number("deployment.tensor_parallel") == 8.0
    assert window.document.stack.count() == 1
    window.document.stack.undo()
    assert window.document.scenario == window.document.session.case.opened


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [("accelerator.rent=2.1", "accelerator.rent", 2.1),
     ("context per request 8k", "workload.input_tokens", 8e3),
     ("kv cache bf16", "precision.kv", "bf16"), ("input from cache 0.6", "workload.cached_share", 0.6)],
)  # fmt: skip
def test_names_keys_and_choices_can_be_set(window, text, key, value):
    typed(window, text)
    assert window.document.scenario.get(key) == value


def test_setting_the_utilization_also_chooses_that_it_sets_the_load(window):
    shown = typed(window, "utilization 0.6")
    scenario = window.document.scenario
    assert shown[0].place.startswith("and ")
    assert scenario.number("deployment.load_share") == 0.6
    assert scenario.get("deployment.load") == "share"
    assert window.document.stack.count() == 1


def test_a_range_typed_becomes_doubt(window):
    typed(window, "rent 2 to 3")
    noted = window.document.scenario.annotation("accelerator.rent").uncertainty
    spec: Spec = SPECS["accelerator.rent"]
    assert (noted.low, noted.high) == (2.0, 3.0)
    assert window.document.scenario.number("accelerator.rent") == pytest.approx(middle(noted, spec), rel=1e-3)


def test_a_value_that_is_refused_says_why_and_changes_nothing(window):
    shown = typed(window, "input from cache 900 %")
    assert "must be" in shown[0].told
    assert window.document.scenario == window.document.session.case.opened


def test_arrows_walk_and_the_latest_choice_comes_first(window):
    finder = opened(window)
    QTest.keyClicks(finder.line, "gross margin")
    second = finder.shown[1]
    QTest.keyClick(finder.line, Qt.Key.Key_Down)
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    QApplication.processEvents()
    again = opened(window)
    assert again.shown[0].ident == second.ident
    QTest.keyClick(again, Qt.Key.Key_Escape)


def test_a_metric_is_explained_or_put_on_a_surface(window):
    typed(window, "cost per user explain")
    assert window.inspector.explain_panel.tree.root().key == "cost_per_user_month"
    typed(window, "profit show on the surfaces")
    assert window.views[0].settings()["metrics"][2] == "profit_rate"


def test_a_part_is_chosen(window):
    typed(window, "h200 sxm")
    assert window.document.scenario.get("accelerator.part") == "h200-sxm"
